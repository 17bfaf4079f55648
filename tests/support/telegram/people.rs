//! The people on the other side: what they can do in a Telegram client, and what they see there.

use super::markup::{Formatted, found_entities};
use super::methods::{create_topic, member_object, origin, remove_topic, required_extra, set_topic};
use super::model::*;
use super::record::{Seen, SeenAs};
use super::{Shared, lock};
use serde_json::{Map, Value, json};
use std::fmt;
use std::sync::Arc;
use std::time::Duration;

/// A message as a person sees it now.
#[derive(Debug, Clone)]
pub struct ShownMessage {
    pub message_id: i64,
    pub from_bot: bool,
    /// Account of the sender; the anonymous admin bot for a hidden administrator.
    pub from: i64,
    pub date: i64,
    /// Text or caption, without markup.
    pub text: String,
    /// `text`, `photo`, `document`, ..., or the service message it is.
    pub kind: String,
    pub buttons: Vec<Vec<Button>>,
    pub topic: Option<i64>,
    pub reply_to: Option<i64>,
    pub edited: bool,
    pub pinned: bool,
    pub protected: bool,
    /// `file_id` of what it carries.
    pub file: Option<String>,
    pub reactions: Vec<String>,
    /// The `Message` object.
    pub json: Value,
    changed: u64,
}

/// One button below a message.
#[derive(Debug, Clone, PartialEq)]
pub struct Button {
    pub label: String,
    pub data: Option<String>,
    pub url: Option<String>,
}

impl ShownMessage {
    /// Labels row by row.
    pub fn labels(&self) -> Vec<Vec<&str>> {
        self.buttons.iter().map(|row| row.iter().map(|b| b.label.as_str()).collect()).collect()
    }

    /// The button with this label or data; failing that, the only one whose label contains it.
    pub fn button(&self, what: &str) -> Option<&Button> {
        let all: Vec<&Button> = self.buttons.iter().flatten().collect();
        let exact = all.iter().find(|b| b.label == what || b.data.as_deref() == Some(what)).copied();
        exact.or_else(|| {
            let mut partly = all.iter().filter(|b| b.label.contains(what));
            partly.next().filter(|_| partly.next().is_none()).copied()
        })
    }

    fn of(message_id: i64, kept: &Kept, pinned: bool) -> Self {
        let json = &kept.json;
        let button = |b: &Value| Button {
            label: b["text"].as_str().unwrap_or("").to_owned(),
            data: b["callback_data"].as_str().map(str::to_owned),
            url: b["url"].as_str().map(str::to_owned),
        };
        let kind = content_kind(json);
        let media = json.get(kind).map(|m| m.as_array().and_then(|sizes| sizes.last()).unwrap_or(m));
        ShownMessage {
            message_id,
            from_bot: kept.from_bot,
            from: json["from"]["id"].as_i64().unwrap_or(0),
            date: json["date"].as_i64().unwrap_or(0),
            text: shown_text(json),
            kind: kind.to_owned(),
            buttons: keyboard_rows(json).iter().map(|row| row.iter().map(button).collect()).collect(),
            topic: json["message_thread_id"].as_i64(),
            reply_to: json["reply_to_message"]["message_id"].as_i64(),
            edited: kept.edited,
            pinned,
            protected: json["has_protected_content"] == json!(true),
            file: media.and_then(|m| m["file_id"].as_str()).map(str::to_owned),
            reactions: kept.reactions.clone(),
            json: json.clone(),
            changed: kept.changed,
        }
    }
}

/// Readable in a failed test: sender, text, buttons.
impl fmt::Display for ShownMessage {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let who = if self.from_bot { "bot".to_owned() } else { self.from.to_string() };
        let edited = if self.edited { ", edited" } else { "" };
        write!(f, "#{} {who} ({}{edited}): {}", self.message_id, self.kind, self.text)?;
        for row in &self.buttons {
            write!(f, "\n    ")?;
            for button in row {
                write!(f, "[{}]", button.label)?;
            }
        }
        Ok(())
    }
}

pub(super) fn shown(state: &State, chat: i64) -> Vec<ShownMessage> {
    let Some(chat) = state.chats.get(&chat) else {
        return Vec::new();
    };
    chat.messages.iter().map(|(id, kept)| ShownMessage::of(*id, kept, chat.pinned.contains(id))).collect()
}

fn transcript(messages: &[ShownMessage]) -> String {
    let lines: Vec<String> = messages.iter().map(ToString::to_string).collect();
    if lines.is_empty() { "(an empty chat)".into() } else { lines.join("\n") }
}

/// No button to press: what was looked for, and what the chat shows.
#[derive(Debug, Clone)]
pub struct NoSuchButton {
    pub wanted: String,
    pub screen: String,
}

impl fmt::Display for NoSuchButton {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "no button {:?} in\n{}", self.wanted, self.screen)
    }
}

impl std::error::Error for NoSuchButton {}

/// What somebody sends: made by the constructors, sent by a person or a member.
#[derive(Default)]
pub(super) struct Outgoing {
    content: Map<String, Value>,
    topic: Option<i64>,
    reply_to: Option<i64>,
    media_group: Option<String>,
}

impl Outgoing {
    pub(super) fn text(text: &str) -> Self {
        let entities = found_entities(text);
        Outgoing { content: text_content(&Formatted { text: text.to_owned(), entities }, "text"), ..Outgoing::default() }
    }

    fn of(key: &str, value: Value) -> Self {
        Outgoing { content: Map::from_iter([(key.to_owned(), value)]), ..Outgoing::default() }
    }

    fn captioned(mut self, caption: &str) -> Self {
        let entities = found_entities(caption);
        self.content.extend(text_content(&Formatted { text: caption.to_owned(), entities }, "caption"));
        self
    }
}

/// A file that somebody sends. `size` may be larger than `bytes`, to try limits.
#[derive(Debug, Clone)]
pub struct SentFile {
    pub name: String,
    pub mime: String,
    pub bytes: Vec<u8>,
    pub size: u64,
}

impl SentFile {
    pub fn new(name: &str, mime: &str, bytes: impl Into<Vec<u8>>) -> Self {
        let bytes = bytes.into();
        SentFile { name: name.to_owned(), mime: mime.to_owned(), size: bytes.len() as u64, bytes }
    }

    /// Claims to be this large, in bytes.
    pub fn claiming(self, size: u64) -> Self {
        SentFile { size, ..self }
    }
}

fn media(state: &mut State, key: &'static str, file: SentFile) -> Value {
    let SentFile { name, mime, bytes, size } = file;
    state.keep_file(NewFile { key, name: Some(name), mime: Some(mime), size, bytes, extra: required_extra(key) }).1
}

// --- A person in the private chat ---------------------------------------------------------------------

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
            let newest = shown(state, self.id).iter().rev().find(|m| m.from_bot).map(|m| m.message_id);
            press(state, (self.id, self.id), newest, data)
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
        self.screen().into_iter().rev().find(|m| m.from_bot)
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
        shown(state, self.id).into_iter().rev().find(|m| m.from_bot && m.changed > mark && m.text.contains(part))
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

fn mark(state: &mut State, person: i64) {
    let sequence = state.sequence;
    if let Some(person) = state.people.get_mut(&person) {
        person.mark = sequence;
        person.started = true;
    }
}

pub(super) fn private_message(state: &mut State, person: i64, outgoing: Outgoing) -> i64 {
    state.private_chat(person);
    if let Some(person) = state.people.get_mut(&person) {
        // Writing to a blocked bot unblocks it.
        person.blocked = false;
    }
    let Outgoing { content, reply_to, media_group, .. } = outgoing;
    let draft = Draft { content, reply_to, media_group, ..Draft::default() };
    let message = state.post(person, Sender::Person(person), draft);
    mark(state, person);
    let id = message["message_id"].as_i64().unwrap_or(0);
    state.update("message", message, person);
    id
}

fn edit(state: &mut State, chat: i64, message_id: i64, text: &str) {
    let Some(kept) = state.chats.get_mut(&chat).and_then(|c| c.messages.get_mut(&message_id)) else {
        return;
    };
    let key = if kept.json.get("text").is_some() { "text" } else { "caption" };
    let entities_key = if key == "text" { "entities" } else { "caption_entities" };
    if let Some(fields) = kept.json.as_object_mut() {
        fields.remove(entities_key);
        let formatted = Formatted { text: text.to_owned(), entities: found_entities(text) };
        fields.extend(text_content(&formatted, key));
    }
    let message = state.touched(chat, message_id);
    if chat > 0 {
        mark(state, chat);
    }
    if state.bot_sees(chat, &message) {
        state.update("edited_message", message, chat);
    }
}

pub(super) fn find_button(state: &State, chat: i64, what: &str) -> Option<(i64, String)> {
    let messages = shown(state, chat);
    let mut newest = messages.iter().rev().filter(|m| m.from_bot);
    newest.find_map(|m| Some((m.message_id, m.button(what)?.data.clone()?)))
}

/// A press by `(person, in chat)`.
pub(super) fn press(state: &mut State, by: (i64, i64), message_id: Option<i64>, data: &str) -> String {
    let (person, chat) = by;
    let id = format!("{}", 4_000_000_000 + state.serial());
    let query = Query { person, chat, message_id: message_id.unwrap_or(0), born_ms: state.now_ms(), answered: false, inline: false };
    state.queries.insert(id.clone(), query);
    let mut body = json!({"id": id, "from": state.user(person), "chat_instance": chat.to_string(), "data": data});
    if let Some(message_id) = message_id {
        body["message"] = match state.chats.get(&chat).and_then(|c| c.messages.get(&message_id)) {
            Some(kept) => kept.json.clone(),
            None => json!({"chat": state.chat_object(chat), "message_id": message_id, "date": 0}),
        };
    }
    mark(state, person);
    state.update("callback_query", body, chat);
    id
}

pub(super) fn raw(state: &mut State, mut update: Value, lane: i64) -> i64 {
    let id = update["update_id"].as_i64().unwrap_or(state.updates.next_id);
    if let Some(fields) = update.as_object_mut() {
        fields.insert("update_id".into(), json!(id));
    }
    let now = state.now_ms();
    state.updates.push_raw(update.to_string(), id, lane, now);
    id
}

/// Tells the bot that its own standing changed.
fn standing_changed(state: &mut State, chat: i64, by: i64, change: (Standing, Standing)) {
    let (old, new) = change;
    let bot = state.bot.id;
    let body = json!({
        "chat": state.chat_object(chat),
        "from": state.user(by),
        "date": state.now_ms() / 1000,
        "old_chat_member": member_object(state, bot, old),
        "new_chat_member": member_object(state, bot, new),
    });
    state.update("my_chat_member", body, chat);
}

// --- Groups ---------------------------------------------------------------------------------------------

/// A staff group. Cheap to clone.
#[derive(Clone)]
pub struct Forum {
    shared: Arc<Shared>,
    pub id: i64,
}

/// A topic as the members see it.
#[derive(Debug, Clone)]
pub struct Topic {
    pub id: i64,
    pub name: String,
    pub closed: bool,
    pub icon: Option<String>,
}

impl Forum {
    pub(super) fn new(shared: Arc<Shared>, id: i64, title: &str, kind: Kind) -> Self {
        shared.with(|state| state.chats.entry(id).or_insert_with(|| Chat::new(id, kind, title)).kind = kind);
        Forum { shared, id }
    }

    fn change(&self, change: impl FnOnce(&mut Chat)) {
        self.shared.with(|state| state.chats.get_mut(&self.id).map(change));
    }

    /// An ordinary member.
    pub fn member(&self, person: &Person) -> Member {
        self.with_standing(person, Standing::Member)
    }

    pub fn admin(&self, person: &Person) -> Member {
        self.with_standing(person, Standing::Administrator(Rights::ALL))
    }

    pub fn creator(&self, person: &Person) -> Member {
        self.with_standing(person, Standing::Creator)
    }

    /// An administrator who writes in the name of the group.
    pub fn anonymous(&self) -> Member {
        Member { forum: self.clone(), sender: Sender::Anonymous }
    }

    fn with_standing(&self, person: &Person, standing: Standing) -> Member {
        self.change(|chat| {
            chat.members.insert(person.id, standing);
        });
        Member { forum: self.clone(), sender: Sender::Person(person.id) }
    }

    pub fn topics(&self) -> Vec<Topic> {
        let state = lock(&self.shared.state);
        let topic = |(id, t): (&i64, &TopicState)| Topic { id: *id, name: t.name.clone(), closed: t.closed, icon: t.icon_emoji.clone() };
        state.chats.get(&self.id).map(|c| c.topics.iter().map(topic).collect()).unwrap_or_default()
    }

    /// The topic whose name contains this.
    pub fn topic(&self, part: &str) -> Option<Topic> {
        self.topics().into_iter().find(|t| t.name.contains(part))
    }

    /// Messages of one topic in order, service messages included.
    pub fn topic_messages(&self, topic: i64) -> Vec<ShownMessage> {
        self.messages().into_iter().filter(|m| m.topic == Some(topic)).collect()
    }

    /// Messages outside of topics.
    pub fn general_messages(&self) -> Vec<ShownMessage> {
        self.messages().into_iter().filter(|m| m.topic.is_none()).collect()
    }

    pub fn messages(&self) -> Vec<ShownMessage> {
        shown(&lock(&self.shared.state), self.id)
    }

    /// The whole group as text.
    pub fn transcript(&self) -> String {
        transcript(&self.messages())
    }

    /// Everything ever shown in the group.
    pub fn history(&self) -> Vec<Seen> {
        lock(&self.shared.state).record.seen.iter().filter(|s| s.chat == self.id).cloned().collect()
    }

    /// A member deletes a topic with its messages; the bot is not told.
    pub fn delete_topic(&self, topic: i64) {
        self.shared.with(|state| remove_topic(state, self.id, topic));
    }

    /// Somebody closes a topic.
    pub fn close_topic(&self, topic: i64) {
        self.set_closed(topic, "forum_topic_closed");
    }

    pub fn reopen_topic(&self, topic: i64) {
        self.set_closed(topic, "forum_topic_reopened");
    }

    fn set_closed(&self, topic: i64, service: &str) {
        self.shared.with(|state| {
            let Some(mut new) = state.chats.get(&self.id).and_then(|c| c.topics.get(&topic)).cloned() else {
                return;
            };
            new.closed = service == "forum_topic_closed";
            let content = Map::from_iter([(service.to_owned(), json!({}))]);
            set_topic(state, self.id, (topic, new), Sender::Anonymous, content);
        });
    }

    /// Somebody gives a topic another name.
    pub fn rename_topic(&self, topic: i64, name: &str) {
        self.shared.with(|state| {
            let Some(mut new) = state.chats.get(&self.id).and_then(|c| c.topics.get(&topic)).cloned() else {
                return;
            };
            new.name = name.to_owned();
            let content = Map::from_iter([("forum_topic_edited".to_owned(), json!({"name": name}))]);
            set_topic(state, self.id, (topic, new), Sender::Anonymous, content);
        });
    }

    /// Somebody other than the bot opens a topic. Returns its id.
    pub fn opens_topic(&self, by: &Member, name: &str) -> i64 {
        let topic = TopicState { name: name.into(), closed: false, by_bot: false, icon_color: 7_322_096, icon_emoji: None };
        self.shared.with(|state| create_topic(state, self.id, by.sender, topic)["message_thread_id"].as_i64().unwrap_or(0))
    }

    /// The owner switches topics off: the group is no forum any more.
    pub fn switch_topics_off(&self) {
        self.change(|chat| chat.kind = Kind::Supergroup);
    }

    /// The group gets a new id, with everything in it; calls to the old one are told the new. Returns the new group.
    pub fn migrate_to(&self, new_id: i64) -> Forum {
        self.shared.with(|state| {
            let Some(old) = state.chats.get(&self.id) else {
                return;
            };
            let mut new = old.clone();
            new.id = new_id;
            if new.kind == Kind::Group {
                new.kind = Kind::Supergroup;
            }
            state.chats.insert(new_id, new);
            let object = state.chat_object(new_id);
            for kept in state.chats.get_mut(&new_id).map(|c| c.messages.values_mut()).into_iter().flatten() {
                kept.json["chat"] = object.clone();
            }
            for (at, key, other) in [(self.id, "migrate_to_chat_id", new_id), (new_id, "migrate_from_chat_id", self.id)] {
                let content = Map::from_iter([(key.to_owned(), json!(other))]);
                let message = state.post(at, Sender::Anonymous, Draft { content, service: true, ..Draft::default() });
                state.update("message", message, at);
            }
            if let Some(old) = state.chats.get_mut(&self.id) {
                old.migrated_to = Some(new_id);
            }
        });
        Forum { shared: self.shared.clone(), id: new_id }
    }

    /// The bot becomes an ordinary member: no topics, and with privacy mode it hears only commands and replies to it.
    pub fn demote_bot(&self) {
        self.set_bot(Standing::Member);
    }

    pub fn promote_bot(&self) {
        self.set_bot(Standing::Administrator(Rights::ALL));
    }

    /// Takes away or gives single rights.
    pub fn set_bot_rights(&self, rights: Rights) {
        self.set_bot(Standing::Administrator(rights));
    }

    pub fn kick_bot(&self) {
        self.set_bot(Standing::Kicked);
    }

    fn set_bot(&self, new: Standing) {
        self.shared.with(|state| {
            let Some(chat) = state.chats.get_mut(&self.id) else {
                return;
            };
            let old = std::mem::replace(&mut chat.bot, new);
            standing_changed(state, self.id, ANONYMOUS_ADMIN, (old, new));
        });
    }

    pub fn bot_is_inside(&self) -> bool {
        lock(&self.shared.state).chats.get(&self.id).is_some_and(|c| c.bot.inside())
    }

    /// The group is deleted.
    pub fn is_deleted(&self) {
        self.change(|chat| chat.gone = true);
    }

    /// Waits until a topic whose name contains this exists; panics with the group when it does not come.
    pub async fn wait_for_topic(&self, part: &str, timeout: Duration) -> Topic {
        let found = self.shared.wait(timeout, |state| {
            let topics = &state.chats.get(&self.id)?.topics;
            let (id, topic) = topics.iter().find(|(_, t)| t.name.contains(part))?;
            Some(Topic { id: *id, name: topic.name.clone(), closed: topic.closed, icon: topic.icon_emoji.clone() })
        });
        found.await.unwrap_or_else(|| panic!("waited {timeout:?} for a topic {part:?}, have {:?}", self.topics()))
    }

    /// Waits for a message of the bot in a topic (`None`: outside of topics) that contains this.
    pub async fn wait_for_in(&self, topic: Option<i64>, part: &str, timeout: Duration) -> ShownMessage {
        let found = self.shared.wait(timeout, |state| {
            let fits = |m: &ShownMessage| m.from_bot && m.topic == topic && m.text.contains(part);
            shown(state, self.id).into_iter().rev().find(fits)
        });
        found.await.unwrap_or_else(|| panic!("waited {timeout:?} for {part:?} in topic {topic:?} of\n{}", self.transcript()))
    }
}

/// Somebody in a group.
#[derive(Clone)]
pub struct Member {
    forum: Forum,
    sender: Sender,
}

impl Member {
    fn id(&self) -> i64 {
        match self.sender {
            Sender::Person(id) => id,
            _ => ANONYMOUS_ADMIN,
        }
    }

    fn send(&self, make: impl FnOnce(&mut State) -> Outgoing) -> i64 {
        let chat = self.forum.id;
        self.forum.shared.with(|state| {
            let Outgoing { content, topic, reply_to, media_group } = make(state);
            let draft = Draft { content, thread: topic, reply_to, media_group, ..Draft::default() };
            let message = state.post(chat, self.sender, draft);
            if let Sender::Person(id) = self.sender {
                let sequence = state.sequence;
                state.people.entry(id).or_default().mark = sequence;
            }
            let id = message["message_id"].as_i64().unwrap_or(0);
            if state.bot_sees(chat, &message) {
                state.update("message", message, chat);
            }
            id
        })
    }

    /// Writes in a topic. Returns the message id.
    pub fn says_in(&self, topic: i64, text: &str) -> i64 {
        self.send(|_| Outgoing { topic: Some(topic), ..Outgoing::text(text) })
    }

    /// Writes outside of topics.
    pub fn says(&self, text: &str) -> i64 {
        self.send(|_| Outgoing::text(text))
    }

    pub fn replies_in(&self, topic: i64, to_message: i64, text: &str) -> i64 {
        self.send(|_| Outgoing { topic: Some(topic), reply_to: Some(to_message), ..Outgoing::text(text) })
    }

    pub fn sends_file_in(&self, topic: i64, file: SentFile, caption: &str) -> i64 {
        self.send(|state| {
            let key = if file.mime.starts_with("image/") { "photo" } else { "document" };
            Outgoing { topic: Some(topic), ..Outgoing::of(key, media(state, key, file)).captioned(caption) }
        })
    }

    pub fn edits(&self, message_id: i64, text: &str) {
        self.forum.shared.with(|state| edit(state, self.forum.id, message_id, text));
    }

    /// Presses the newest button with this label or data anywhere in the group. Returns the id of the callback query.
    pub fn presses(&self, what: &str) -> Result<String, NoSuchButton> {
        let chat = self.forum.id;
        self.forum.shared.with(|state| match find_button(state, chat, what) {
            Some((message, data)) => Ok(press(state, (self.id(), chat), Some(message), &data)),
            None => Err(NoSuchButton { wanted: what.to_owned(), screen: transcript(&shown(state, chat)) }),
        })
    }

    /// Presses a button in one topic.
    pub fn presses_in(&self, topic: i64, what: &str) -> Result<String, NoSuchButton> {
        let chat = self.forum.id;
        self.forum.shared.with(|state| {
            let messages: Vec<ShownMessage> = shown(state, chat).into_iter().filter(|m| m.topic == Some(topic)).collect();
            let found = messages.iter().rev().find_map(|m| Some((m.message_id, m.button(what)?.data.clone()?)));
            match found {
                Some((message, data)) => Ok(press(state, (self.id(), chat), Some(message), &data)),
                None => Err(NoSuchButton { wanted: what.to_owned(), screen: transcript(&messages) }),
            }
        })
    }

    /// Sends any data with any message.
    pub fn presses_old(&self, message_id: i64, data: &str) -> String {
        self.forum.shared.with(|state| press(state, (self.id(), self.forum.id), Some(message_id), data))
    }

    /// Answers to this member's presses, in order.
    pub fn toasts(&self) -> Vec<String> {
        let toast = |s: &Seen| matches!(s.how, SeenAs::Toast | SeenAs::Alert);
        self.forum.history().into_iter().filter(toast).map(|s| s.text).collect()
    }

    /// Leaves the group; the bot sees it.
    pub fn leaves(&self) {
        let (chat, id) = (self.forum.id, self.id());
        self.forum.change(|c| {
            c.members.insert(id, Standing::Left);
        });
        self.send(|state| Outgoing::of("left_chat_member", state.user(id)));
        debug_assert!(chat < 0, "only groups can be left");
    }
}
