//! A person with a private chat: what they can do in a Telegram client, and what they see there.

use super::acts::*;
use super::model::*;
use super::record::{Seen, SeenAs};
use super::screen::{NoSuchButton, ShownMessage, newest, shown, transcript};
use super::sending::origin;
use super::{Shared, lock};
use serde_json::{Value, json};
use std::sync::Arc;
use std::time::Duration;

/// Somebody with a private chat with the bot. Cheap to clone.
#[derive(Clone)]
pub struct Person {
    shared: Arc<Shared>,
    pub id: i64,
}

impl Person {
    pub(super) fn new(shared: Arc<Shared>, id: i64, first_name: &str, language_code: &str) -> Self {
        shared.with(|state| {
            let person = state.people.entry(id).or_default();
            person.first_name = first_name.to_owned();
            person.language_code = (!language_code.is_empty()).then(|| language_code.to_owned());
        });
        Person { shared, id }
    }

    /// Gives the account a public name.
    pub fn called(self, username: &str) -> Self {
        self.change(|p| p.username = Some(username.to_owned()));
        self
    }

    /// As if the person had written to the bot before: the bot may write first.
    pub fn has_started(self) -> Self {
        self.change(|p| p.started = true);
        self
    }

    /// Forwards of this person's messages show a name only.
    pub fn hides_forwards(self) -> Self {
        self.change(|p| p.hides_forwards = true);
        self
    }

    fn change(&self, change: impl FnOnce(&mut PersonState)) {
        self.shared.with(|state| state.people.get_mut(&self.id).map(change));
    }

    fn send(&self, make: impl FnOnce(&mut State) -> Outgoing) -> i64 {
        self.shared.with(|state| {
            let outgoing = make(state);
            private_message(state, self.id, outgoing)
        })
    }

    /// Writes a text. Returns the message id, as all `sends_` do.
    pub fn says(&self, text: &str) -> i64 {
        self.send(|_| Outgoing::text(text))
    }

    /// Follows a deep link `t.me/bot?start=payload`.
    pub fn starts_with(&self, payload: &str) -> i64 {
        self.says(format!("/start {payload}").trim())
    }

    pub fn replies(&self, to_message: i64, text: &str) -> i64 {
        self.send(|_| Outgoing { reply_to: Some(to_message), ..Outgoing::text(text) })
    }

    pub fn sends_photo(&self, bytes: impl Into<Vec<u8>>, caption: &str) -> i64 {
        let file = SentFile::new("photo.jpg", "image/jpeg", bytes);
        self.send(|state| Outgoing::of("photo", media(state, "photo", file)).captioned(caption))
    }

    pub fn sends_document(&self, name: &str, mime: &str, bytes: impl Into<Vec<u8>>, caption: &str) -> i64 {
        self.sends_file(SentFile::new(name, mime, bytes), caption)
    }

    /// A document, perhaps one that claims another size than it has.
    pub fn sends_file(&self, file: SentFile, caption: &str) -> i64 {
        self.send(|state| Outgoing::of("document", media(state, "document", file)).captioned(caption))
    }

    /// Several files as one album: pictures as photos, everything else as documents. The caption is on the first.
    pub fn sends_album(&self, files: Vec<SentFile>, caption: &str) -> Vec<i64> {
        self.shared.with(|state| {
            let group = state.serial().to_string();
            let mut ids = Vec::new();
            for (at, file) in files.into_iter().enumerate() {
                let key = if file.mime.starts_with("image/") { "photo" } else { "document" };
                let mut outgoing = Outgoing::of(key, media(state, key, file));
                if at == 0 && !caption.is_empty() {
                    outgoing = outgoing.captioned(caption);
                }
                outgoing.media_group = Some(group.clone());
                ids.push(private_message(state, self.id, outgoing));
            }
            ids
        })
    }

    pub fn sends_sticker(&self) -> i64 {
        let file = SentFile::new("sticker.webp", "image/webp", b"RIFF".to_vec());
        self.send(|state| Outgoing::of("sticker", media(state, "sticker", file)))
    }

    pub fn voice(&self) -> i64 {
        let file = SentFile::new("voice.ogg", "audio/ogg", b"OggS".to_vec());
        self.send(|state| Outgoing::of("voice", media(state, "voice", file)))
    }

    pub fn video(&self) -> i64 {
        let file = SentFile::new("video.mp4", "video/mp4", b"ftyp".to_vec());
        self.send(|state| Outgoing::of("video", media(state, "video", file)))
    }

    pub fn dice(&self) -> i64 {
        self.send(|_| Outgoing::of("dice", json!({"emoji": "🎲", "value": 3})))
    }

    pub fn poll(&self) -> i64 {
        let option = |n: i64| json!({"persistent_id": n.to_string(), "text": n.to_string(), "voter_count": 0});
        self.send(|state| {
            let id = state.serial().to_string();
            let poll = json!({"id": id, "question": "?", "options": [option(1), option(2)], "total_voter_count": 0,
                "is_closed": false, "is_anonymous": true, "type": "regular", "allows_multiple_answers": false,
                "allows_revoting": true, "members_only": false});
            Outgoing::of("poll", poll)
        })
    }

    /// A contact card; of somebody without an account when `user_id` is `None`.
    pub fn contact(&self, user_id: Option<i64>) -> i64 {
        let mut card = json!({"phone_number": "+8613800000000", "first_name": "Contact"});
        if let Some(id) = user_id {
            card["user_id"] = json!(id);
        }
        self.send(|_| Outgoing::of("contact", card))
    }

    /// Shares a place, degrees.
    pub fn location(&self, latitude: f64, longitude: f64) -> i64 {
        self.send(|_| Outgoing::of("location", json!({"latitude": latitude, "longitude": longitude})))
    }

    /// Forwards a message of another person, who may hide the account.
    pub fn forwards(&self, original: &Person, text: &str) -> i64 {
        self.send(|state| {
            let message = json!({"from": state.user(original.id), "date": state.now_ms() / 1000});
            let mut outgoing = Outgoing::text(text);
            outgoing.content.insert("forward_origin".into(), origin(state, &message));
            outgoing
        })
    }

    /// Changes a text or caption that was sent before.
    pub fn edits(&self, message_id: i64, text: &str) {
        self.shared.with(|state| edit(state, self.id, message_id, text));
    }

    /// Presses the newest visible button with this label or data. Returns the id of the callback query; for a button of
    /// the keyboard below the input field, what it sends is sent and the id is empty.
    pub fn presses(&self, what: &str) -> Result<String, NoSuchButton> {
        self.shared.with(|state| {
            if let Some((message, data)) = find_button(state, self.id, what) {
                return Ok(press(state, (self.id, self.id), Some(message), &data));
            }
            let keyboard = state.chats.get(&self.id).and_then(|c| c.reply_keyboard.clone());
            let rows = keyboard.as_ref().and_then(|k| k["keyboard"].as_array()).into_iter().flatten();
            let mut keys = rows.filter_map(Value::as_array).flatten();
            if let Some(key) = keys.find(|k| k.as_str().or(k["text"].as_str()) == Some(what)) {
                let outgoing = if key["request_contact"] == json!(true) {
                    Outgoing::of("contact", json!({"phone_number": "+8613800000000", "first_name": "I", "user_id": self.id}))
                } else if key["request_location"] == json!(true) {
                    Outgoing::of("location", json!({"latitude": 30.59, "longitude": 114.31}))
                } else {
                    Outgoing::text(what)
                };
                private_message(state, self.id, outgoing);
                return Ok(String::new());
            }
            Err(NoSuchButton { wanted: what.to_owned(), screen: transcript(&shown(state, self.id)) })
        })
    }

    /// Sends any data, as a manipulated client can, with the newest message of the bot.
    pub fn presses_data(&self, data: &str) -> String {
        self.shared.with(|state| {
            let last = newest(state, self.id, 0).next().map(|m| m.message_id);
            press(state, (self.id, self.id), last, data)
        })
    }

    /// Presses on a message that may have changed or gone since: an old screen.
    pub fn presses_old(&self, message_id: i64, data: &str) -> String {
        self.shared.with(|state| press(state, (self.id, self.id), Some(message_id), data))
    }

    /// Types `@bot text` anywhere. Returns the query id.
    pub fn inline_query(&self, text: &str) -> String {
        self.shared.with(|state| {
            let id = format!("{}", 7_000_000_000 + state.serial());
            let query = Query { person: self.id, chat: self.id, message_id: 0, born_ms: state.now_ms(), answered: false, inline: true };
            state.queries.insert(id.clone(), query);
            let body = json!({"id": id, "from": state.user(self.id), "query": text, "offset": "", "chat_type": "sender"});
            state.update("inline_query", body, self.id);
            id
        })
    }

    /// Results of the last answered inline query.
    pub fn inline_results(&self) -> Vec<Value> {
        lock(&self.shared.state).people.get(&self.id).map(|p| p.inline_results.clone()).unwrap_or_default()
    }

    /// Queues any update as it is, unchecked; an `update_id` is added when it has none. Returns the id.
    pub fn raw(&self, update: Value) -> i64 {
        self.change(|p| p.started = true);
        self.shared.with(|state| raw(state, update, self.id))
    }

    pub fn blocks_bot(&self) {
        self.set_blocked(Standing::Kicked);
    }

    pub fn unblocks_bot(&self) {
        self.set_blocked(Standing::Member);
    }

    fn set_blocked(&self, new: Standing) {
        self.shared.with(|state| {
            let old = if new == Standing::Kicked { Standing::Member } else { Standing::Kicked };
            if let Some(person) = state.people.get_mut(&self.id) {
                person.blocked = new == Standing::Kicked;
                person.started = true;
            }
            standing_changed(state, self.id, self.id, (old, new));
        });
    }

    /// The account is closed for good.
    pub fn is_deactivated(&self) {
        self.change(|p| p.deactivated = true);
    }

    /// Deletes one message on both sides; the bot is not told.
    pub fn deletes(&self, message_id: i64) {
        self.shared.with(|state| state.delete(self.id, message_id));
    }

    // --- What the person sees -----------------------------------------------------------------------

    /// Everything now in the chat, in order, edits applied.
    pub fn screen(&self) -> Vec<ShownMessage> {
        shown(&lock(&self.shared.state), self.id)
    }

    /// The screen as text.
    pub fn transcript(&self) -> String {
        transcript(&self.screen())
    }

    /// Newest message of the bot.
    pub fn last(&self) -> Option<ShownMessage> {
        newest(&lock(&self.shared.state), self.id, 0).next()
    }

    /// Whether any visible message of the bot contains this.
    pub fn sees(&self, part: &str) -> bool {
        self.screen().iter().any(|m| m.from_bot && m.text.contains(part))
    }

    /// Everything the person ever got to see, deletions and toasts included.
    pub fn history(&self) -> Vec<Seen> {
        lock(&self.shared.state).record.seen.iter().filter(|s| s.chat == self.id).cloned().collect()
    }

    /// Whether the bot ever showed this, even if it was edited away since.
    pub fn ever_saw(&self, part: &str) -> bool {
        self.history().iter().any(|s| s.from_bot && s.how != SeenAs::Deleted && s.text.contains(part))
    }

    /// Texts of answers to presses, in order; an answer without text is empty.
    pub fn toasts(&self) -> Vec<String> {
        let toast = |s: &Seen| matches!(s.how, SeenAs::Toast | SeenAs::Alert);
        self.history().into_iter().filter(toast).map(|s| s.text).collect()
    }

    /// Presses that still show the little clock.
    pub fn unanswered_presses(&self) -> usize {
        let state = lock(&self.shared.state);
        state.queries.values().filter(|q| q.person == self.id && !q.inline && !q.answered).count()
    }

    /// What the bot pretended to be doing (`typing`, ...), in order.
    pub fn actions(&self) -> Vec<String> {
        lock(&self.shared.state).chats.get(&self.id).map(|c| c.actions.clone()).unwrap_or_default()
    }

    /// Bytes of a file that the bot sent.
    pub fn file(&self, file_id: &str) -> Option<Vec<u8>> {
        lock(&self.shared.state).files.get(file_id).map(|f| f.bytes.as_ref().clone())
    }

    /// The newest message of the bot containing this that was sent or edited after the person last did something.
    /// Panics with the screen when it does not come in time.
    pub async fn wait_for(&self, part: &str, timeout: Duration) -> ShownMessage {
        let found = self.shared.wait(timeout, |state| self.answer(state, part)).await;
        found.unwrap_or_else(|| panic!("{} waited {timeout:?} for {part:?} in\n{}", self.id, self.transcript()))
    }

    /// As `wait_for`, outside of async code.
    pub fn wait_for_blocking(&self, part: &str, timeout: Duration) -> ShownMessage {
        let found = self.shared.wait_blocking(timeout, |state| self.answer(state, part));
        found.unwrap_or_else(|| panic!("{} waited {timeout:?} for {part:?} in\n{}", self.id, self.transcript()))
    }

    /// Any message of the bot sent or edited after the person last did something; `None` when none comes in time.
    pub async fn wait_for_answer(&self, timeout: Duration) -> Option<ShownMessage> {
        self.shared.wait(timeout, |state| self.answer(state, "")).await
    }

    fn answer(&self, state: &State, part: &str) -> Option<ShownMessage> {
        let mark = state.people.get(&self.id)?.mark;
        newest(state, self.id, mark).find(|m| m.text.contains(part))
    }

    /// Waits for the next toast after the person's last press.
    pub async fn wait_for_toast(&self, part: &str, timeout: Duration) -> String {
        let found = self.shared.wait(timeout, |state| {
            let mark = state.people.get(&self.id)?.mark;
            let toast = |s: &&Seen| {
                s.chat == self.id && s.sequence > mark && matches!(s.how, SeenAs::Toast | SeenAs::Alert) && s.text.contains(part)
            };
            state.record.seen.iter().rev().take_while(|s| s.sequence > mark).find(toast).map(|s| s.text.clone())
        });
        found.await.unwrap_or_else(|| panic!("{} waited {timeout:?} for the toast {part:?}", self.id))
    }
}
