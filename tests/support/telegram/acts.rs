//! What people can do, wherever they are: send, edit, press.

use super::chats::member_object;
use super::markup::{Formatted, found_entities};
use super::model::*;
use super::screen::newest;
use super::sending::required_extra;
use serde_json::{Map, Value, json};

/// What somebody sends: made by the constructors, sent by a person or a member.
#[derive(Default)]
pub(super) struct Outgoing {
    pub(super) content: Map<String, Value>,
    pub(super) topic: Option<i64>,
    pub(super) reply_to: Option<i64>,
    pub(super) media_group: Option<String>,
}

impl Outgoing {
    pub(super) fn text(text: &str) -> Self {
        let entities = found_entities(text);
        Outgoing { content: text_content(&Formatted { text: text.to_owned(), entities }, "text"), ..Outgoing::default() }
    }

    pub(super) fn of(key: &str, value: Value) -> Self {
        Outgoing { content: Map::from_iter([(key.to_owned(), value)]), ..Outgoing::default() }
    }

    pub(super) fn captioned(mut self, caption: &str) -> Self {
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

pub(super) fn media(state: &mut State, key: &'static str, file: SentFile) -> Value {
    let SentFile { name, mime, bytes, size } = file;
    state.keep_file(NewFile { key, name: Some(name), mime: Some(mime), size, bytes, extra: required_extra(key) }).1
}

pub(super) fn mark(state: &mut State, person: i64) {
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

pub(super) fn edit(state: &mut State, chat: i64, message_id: i64, text: &str) {
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
    newest(state, chat, 0).find_map(|m| Some((m.message_id, m.button(what)?.data.clone()?)))
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
pub(super) fn standing_changed(state: &mut State, chat: i64, by: i64, change: (Standing, Standing)) {
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
