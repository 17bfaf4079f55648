//! The world behind the API: people, chats, topics, messages, files. Everything is kept the way Telegram would show it.

use super::Options;
use super::faults::{Faults, Flood};
use super::markup::Formatted;
use super::record::{Record, Seen, SeenAs, Violation};
use super::updates::Queue;
use serde_json::{Map, Value, json};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;
use std::time::{SystemTime, UNIX_EPOCH};

/// Sender of messages of anonymous administrators.
pub const ANONYMOUS_ADMIN: i64 = 1_087_968_824;

/// The API says no.
#[derive(Debug, Clone)]
pub struct Refusal {
    pub code: u16,
    pub description: String,
    pub parameters: Option<Value>,
    /// The bot could have known before: a bug of the bot.
    pub violation: bool,
}

impl Refusal {
    pub fn bad(description: impl AsRef<str>) -> Self {
        let description = format!("Bad Request: {}", description.as_ref());
        Refusal { code: 400, description, parameters: None, violation: false }
    }

    pub fn forbidden(description: impl AsRef<str>) -> Self {
        let description = format!("Forbidden: {}", description.as_ref());
        Refusal { code: 403, description, parameters: None, violation: false }
    }

    /// A 400 that is the bot's own fault.
    pub fn violation(description: impl AsRef<str>) -> Self {
        Refusal { violation: true, ..Refusal::bad(description) }
    }

    pub fn body(&self) -> Value {
        let mut body = json!({"ok": false, "error_code": self.code, "description": self.description});
        if let Some(parameters) = &self.parameters {
            body["parameters"] = parameters.clone();
        }
        body
    }
}

pub type Answered = Result<Value, Refusal>;

#[derive(Debug, Clone, Default)]
pub struct PersonState {
    pub first_name: String,
    pub username: Option<String>,
    pub language_code: Option<String>,
    /// Wrote to the bot at least once: only then may the bot write.
    pub started: bool,
    pub blocked: bool,
    pub deactivated: bool,
    pub hides_forwards: bool,
    /// What the person did last, in the sequence of things seen: `wait_for` looks behind it.
    pub mark: u64,
    pub inline_results: Vec<Value>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Private,
    Group,
    Supergroup,
    Forum,
}

/// Rights of an administrator that matter here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rights {
    pub manage_topics: bool,
    pub pin_messages: bool,
    pub delete_messages: bool,
}

impl Rights {
    pub const ALL: Rights = Rights { manage_topics: true, pin_messages: true, delete_messages: true };
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    Creator,
    Administrator(Rights),
    Member,
    Left,
    Kicked,
}

impl Standing {
    pub fn rights(self) -> Rights {
        match self {
            Standing::Creator => Rights::ALL,
            Standing::Administrator(rights) => rights,
            _ => Rights { manage_topics: false, pin_messages: false, delete_messages: false },
        }
    }

    pub fn inside(self) -> bool {
        !matches!(self, Standing::Left | Standing::Kicked)
    }

    pub fn administers(self) -> bool {
        matches!(self, Standing::Creator | Standing::Administrator(_))
    }
}

#[derive(Debug, Clone)]
pub struct TopicState {
    pub name: String,
    pub closed: bool,
    pub by_bot: bool,
    pub icon_color: i64,
    pub icon_emoji: Option<String>,
}

/// A message as it is now.
#[derive(Debug, Clone)]
pub struct Kept {
    /// The `Message` object.
    pub json: Value,
    pub from_bot: bool,
    /// Something like "topic created".
    pub service: bool,
    pub edited: bool,
    /// Sequence of the last change.
    pub changed: u64,
    /// A keyboard that is not inline: such messages cannot be edited.
    pub other_markup: bool,
    pub reactions: Vec<String>,
}

#[derive(Debug, Clone)]
pub struct Chat {
    pub id: i64,
    pub kind: Kind,
    pub title: String,
    pub messages: BTreeMap<i64, Kept>,
    pub last_message_id: i64,
    pub topics: BTreeMap<i64, TopicState>,
    pub members: BTreeMap<i64, Standing>,
    pub bot: Standing,
    pub migrated_to: Option<i64>,
    pub pinned: Vec<i64>,
    pub gone: bool,
    /// The keyboard below the input field.
    pub reply_keyboard: Option<Value>,
    pub actions: Vec<String>,
}

/// A file that somebody sent.
#[derive(Debug, Clone)]
pub struct StoredFile {
    pub unique_id: String,
    pub path: String,
    pub size: u64,
    pub bytes: Arc<Vec<u8>>,
    pub name: Option<String>,
    pub mime: Option<String>,
    /// `getFile` was called then; the link lives for an hour.
    pub link_from_ms: Option<i64>,
    /// Content of a message made with this file: key and object.
    pub key: &'static str,
    pub object: Value,
}

/// A press or an inline query that waits for its answer.
#[derive(Debug, Clone)]
pub struct Query {
    pub person: i64,
    pub chat: i64,
    pub message_id: i64,
    pub born_ms: i64,
    pub answered: bool,
    pub inline: bool,
}

/// What the bot set about itself; texts by language, `""` is the default.
#[derive(Debug, Clone, Default)]
pub struct BotProfile {
    pub id: i64,
    pub username: String,
    pub names: BTreeMap<String, String>,
    pub descriptions: BTreeMap<String, String>,
    pub short_descriptions: BTreeMap<String, String>,
    /// By scope (JSON) and language.
    pub commands: BTreeMap<(String, String), Vec<Value>>,
    pub menu_buttons: BTreeMap<Option<i64>, Value>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sender {
    Bot,
    Person(i64),
    /// An administrator who hides behind the group.
    Anonymous,
}

/// A message before it has an id.
#[derive(Debug, Clone, Default)]
pub struct Draft {
    /// `text` and `entities`, or `photo` and `caption`, and so on.
    pub content: Map<String, Value>,
    pub thread: Option<i64>,
    pub reply_to: Option<i64>,
    pub markup: Option<Value>,
    pub media_group: Option<String>,
    pub service: bool,
}

/// What a listener is told when a message of the bot appears or changes.
#[derive(Debug, Clone)]
pub struct Shown {
    pub chat: i64,
    pub at: std::time::Instant,
}

pub struct State {
    pub options: Options,
    pub token_valid: bool,
    pub clock_offset_ms: i64,
    pub bot: BotProfile,
    pub people: BTreeMap<i64, PersonState>,
    pub chats: HashMap<i64, Chat>,
    pub files: HashMap<String, StoredFile>,
    pub queries: HashMap<String, Query>,
    pub updates: Queue,
    pub faults: Faults,
    pub flood: Flood,
    pub record: Record,
    pub sequence: u64,
    pub serial: u64,
    pub listener: Option<tokio::sync::mpsc::UnboundedSender<Shown>>,
}

impl State {
    pub fn new(options: Options) -> Self {
        let id = options.token.split(':').next().and_then(|id| id.parse().ok()).unwrap_or(123_456);
        let names = BTreeMap::from([(String::new(), "IP Office".to_owned())]);
        let bot = BotProfile { id, username: options.username.clone(), names, ..BotProfile::default() };
        let updates = Queue::new(options.first_update_id, options.record);
        State {
            options,
            token_valid: true,
            clock_offset_ms: 0,
            bot,
            people: BTreeMap::new(),
            chats: HashMap::new(),
            files: HashMap::new(),
            queries: HashMap::new(),
            updates,
            faults: Faults::default(),
            flood: Flood::default(),
            record: Record::default(),
            sequence: 0,
            serial: 0,
            listener: None,
        }
    }

    /// Unix time in milliseconds on the clock of the fake.
    pub fn now_ms(&self) -> i64 {
        let real = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |d| d.as_millis() as i64);
        real + self.clock_offset_ms
    }

    pub fn serial(&mut self) -> u64 {
        self.serial += 1;
        self.serial
    }

    pub fn violation(&mut self, method: &str, what: String) {
        self.record.violations.push(Violation { method: method.to_owned(), what });
    }

    pub fn seen(&mut self, seen: (i64, i64), how: SeenAs, from_bot: bool, text: String) {
        self.sequence += 1;
        if self.options.record {
            let (chat, message_id) = seen;
            let at_ms = self.now_ms();
            self.record.seen.push(Seen { sequence: self.sequence, at_ms, chat, message_id, how, from_bot, text });
        }
        if from_bot
            && matches!(how, SeenAs::Sent | SeenAs::Edited)
            && let Some(listener) = &self.listener
        {
            let _ = listener.send(Shown { chat: seen.0, at: std::time::Instant::now() });
        }
    }

    // --- Objects -------------------------------------------------------------------------------

    pub fn bot_user(&self) -> Value {
        let name = self.bot.names.get("").cloned().unwrap_or_default();
        json!({"id": self.bot.id, "is_bot": true, "first_name": name, "username": self.bot.username})
    }

    pub fn user(&self, id: i64) -> Value {
        if id == self.bot.id {
            return self.bot_user();
        }
        if id == ANONYMOUS_ADMIN {
            return json!({"id": id, "is_bot": true, "first_name": "Group", "username": "GroupAnonymousBot"});
        }
        let mut user = json!({"id": id, "is_bot": false, "first_name": "?"});
        if let Some(person) = self.people.get(&id) {
            user["first_name"] = json!(if person.deactivated { "" } else { &person.first_name });
            if let Some(name) = &person.username {
                user["username"] = json!(name);
            }
            if let Some(code) = &person.language_code {
                user["language_code"] = json!(code);
            }
        }
        user
    }

    pub fn chat_object(&self, id: i64) -> Value {
        match self.chats.get(&id) {
            Some(chat) if chat.kind != Kind::Private => {
                let kind = if chat.kind == Kind::Group { "group" } else { "supergroup" };
                let mut object = json!({"id": id, "type": kind, "title": chat.title});
                if chat.kind == Kind::Forum {
                    object["is_forum"] = json!(true);
                }
                object
            }
            _ => {
                let mut object = self.user(id);
                if let Some(fields) = object.as_object_mut() {
                    fields.remove("is_bot");
                    fields.remove("language_code");
                    fields.insert("type".into(), json!("private"));
                }
                object
            }
        }
    }

    /// The private chat with a person, made when needed.
    pub fn private_chat(&mut self, person: i64) -> &mut Chat {
        self.chats.entry(person).or_insert_with(|| Chat::new(person, Kind::Private, ""))
    }

    // --- Messages ------------------------------------------------------------------------------

    /// Puts a message into a chat and returns its `Message` object.
    pub fn post(&mut self, chat_id: i64, sender: Sender, draft: Draft) -> Value {
        let date = self.now_ms() / 1000;
        let mut json = Map::new();
        json.insert("date".into(), json!(date));
        json.insert("chat".into(), self.chat_object(chat_id));
        match sender {
            Sender::Bot => json.insert("from".into(), self.bot_user()),
            Sender::Person(id) => json.insert("from".into(), self.user(id)),
            Sender::Anonymous => {
                json.insert("sender_chat".into(), self.chat_object(chat_id));
                json.insert("from".into(), self.user(ANONYMOUS_ADMIN))
            }
        };
        json.extend(draft.content);
        if let Some(group) = draft.media_group {
            json.insert("media_group_id".into(), json!(group));
        }
        let Some(chat) = self.chats.get_mut(&chat_id) else {
            return Value::Null;
        };
        let message_id = chat.last_message_id + 1;
        chat.last_message_id = message_id;
        json.insert("message_id".into(), json!(message_id));
        if let Some(thread) = draft.thread {
            json.insert("message_thread_id".into(), json!(thread));
            json.insert("is_topic_message".into(), json!(true));
        }
        // In a topic, a message that replies to nothing replies to the creation of the topic: so Telegram has it.
        let reply_to = draft.reply_to.or(draft.thread.filter(|thread| *thread != message_id));
        if let Some(replied) = reply_to.and_then(|id| chat.messages.get(&id)) {
            let mut replied = replied.json.clone();
            if let Some(fields) = replied.as_object_mut() {
                fields.remove("reply_to_message");
                fields.remove("pinned_message");
            }
            json.insert("reply_to_message".into(), replied);
        }
        let mut other_markup = false;
        match draft.markup {
            Some(markup) if has_buttons(&markup) => {
                json.insert("reply_markup".into(), markup);
            }
            Some(markup) if markup.get("inline_keyboard").is_some() => {}
            Some(markup) => {
                other_markup = true;
                chat.reply_keyboard = markup.get("keyboard").is_some().then_some(markup);
            }
            None => {}
        }
        let json = Value::Object(json);
        let text = shown_text(&json);
        let from_bot = sender == Sender::Bot;
        self.seen((chat_id, message_id), SeenAs::Sent, from_bot, text);
        let kept = Kept {
            json: json.clone(),
            from_bot,
            service: draft.service,
            edited: false,
            changed: self.sequence,
            other_markup,
            reactions: Vec::new(),
        };
        if let Some(chat) = self.chats.get_mut(&chat_id) {
            chat.messages.insert(message_id, kept);
            if chat.messages.len() > self.options.keep_messages {
                chat.messages.pop_first();
            }
        }
        json
    }

    /// Marks a message as changed and returns its new object.
    pub fn touched(&mut self, chat_id: i64, message_id: i64) -> Value {
        let date = self.now_ms() / 1000;
        let next = self.sequence + 1;
        let Some(kept) = self.chats.get_mut(&chat_id).and_then(|c| c.messages.get_mut(&message_id)) else {
            return Value::Null;
        };
        kept.edited = true;
        kept.changed = next;
        kept.json["edit_date"] = json!(date);
        let (json, from_bot) = (kept.json.clone(), kept.from_bot);
        self.seen((chat_id, message_id), SeenAs::Edited, from_bot, shown_text(&json));
        json
    }

    pub fn delete(&mut self, chat_id: i64, message_id: i64) -> bool {
        let Some(chat) = self.chats.get_mut(&chat_id) else {
            return false;
        };
        chat.pinned.retain(|id| *id != message_id);
        let Some(kept) = chat.messages.remove(&message_id) else {
            return false;
        };
        self.seen((chat_id, message_id), SeenAs::Deleted, kept.from_bot, shown_text(&kept.json));
        true
    }

    // --- Updates -------------------------------------------------------------------------------

    /// Queues an update made by the fake itself.
    pub fn update(&mut self, kind: &str, body: Value, lane: i64) -> Option<i64> {
        if self.options.check {
            let object = json!({"update_id": self.updates.next_id, kind: body});
            if let Err(what) = super::schema::schema().check_type("Update", &object) {
                self.violation("(the fake itself)", what);
            }
        }
        let now = self.now_ms();
        self.updates.push(kind, body, lane, now)
    }

    /// Whether the bot gets to see a message of a group: administrators see all, others only what is meant for them.
    pub fn bot_sees(&self, chat_id: i64, message: &Value) -> bool {
        let Some(chat) = self.chats.get(&chat_id) else {
            return false;
        };
        if chat.kind == Kind::Private {
            return true;
        }
        if !chat.bot.inside() {
            return false;
        }
        if chat.bot.administers() || !self.options.privacy_mode {
            return true;
        }
        let text = message["text"].as_str().unwrap_or("");
        let to_bot = message["reply_to_message"]["from"]["id"] == json!(self.bot.id)
            && message["reply_to_message"].get("forum_topic_created").is_none();
        text.starts_with('/')
            || to_bot
            || text.contains(&format!("@{}", self.bot.username))
            || message.get("text").is_none() && message.get("from").is_some() && is_service(message)
    }

    // --- Files ---------------------------------------------------------------------------------

    /// Registers content under a new `file_id`.
    pub fn keep_file(&mut self, file: NewFile) -> (String, Value) {
        let n = self.serial();
        let id = format!("BQACAgUAAxkBAAI{n:08}");
        let unique_id = format!("AgAD{n:08}");
        let folder = match file.key {
            "photo" => "photos",
            "voice" => "voice",
            "video" => "videos",
            "audio" => "music",
            _ => "documents",
        };
        let extension = file.name.as_deref().and_then(|n| n.rsplit_once('.')).map_or("bin", |(_, e)| e).to_owned();
        let path = format!("{folder}/file_{n}.{extension}");
        let mut object = json!({"file_id": id, "file_unique_id": unique_id, "file_size": file.size});
        for (key, value) in file.extra {
            object[key] = value;
        }
        if file.key == "photo" {
            let size = |width: i64, height: i64, part: u64| {
                let mut one = object.clone();
                one["width"] = json!(width);
                one["height"] = json!(height);
                one["file_size"] = json!((file.size / part).max(1));
                one
            };
            let mut small = size(90, 67, 100);
            small["file_id"] = json!(format!("{id}s"));
            small["file_unique_id"] = json!(format!("{unique_id}s"));
            object = json!([small, size(1280, 960, 1)]);
        } else {
            if let Some(name) = &file.name
                && matches!(file.key, "document" | "video" | "audio" | "animation")
            {
                object["file_name"] = json!(name);
            }
            if let Some(mime) = &file.mime
                && file.key != "sticker"
                && file.key != "video_note"
            {
                object["mime_type"] = json!(mime);
            }
        }
        let stored = StoredFile {
            unique_id,
            path,
            size: file.size,
            bytes: Arc::new(file.bytes),
            name: file.name,
            mime: file.mime,
            link_from_ms: None,
            key: file.key,
            object: object.clone(),
        };
        if file.key == "photo" {
            self.files.insert(format!("{id}s"), stored.clone());
        }
        self.files.insert(id.clone(), stored);
        (id, object)
    }
}

/// Content on its way to become a file.
#[derive(Default)]
pub struct NewFile {
    /// Field of `Message` that holds it: photo, document, ...
    pub key: &'static str,
    pub name: Option<String>,
    pub mime: Option<String>,
    pub size: u64,
    pub bytes: Vec<u8>,
    /// Further required fields, such as `duration`.
    pub extra: Vec<(&'static str, Value)>,
}

impl Chat {
    pub fn new(id: i64, kind: Kind, title: &str) -> Self {
        let bot = if kind == Kind::Private { Standing::Member } else { Standing::Administrator(Rights::ALL) };
        Chat {
            id,
            kind,
            title: title.to_owned(),
            messages: BTreeMap::new(),
            last_message_id: 0,
            topics: BTreeMap::new(),
            members: BTreeMap::new(),
            bot,
            migrated_to: None,
            pinned: Vec::new(),
            gone: false,
            reply_keyboard: None,
            actions: Vec::new(),
        }
    }
}

/// Content of a text message.
pub fn text_content(formatted: &Formatted, key: &'static str) -> Map<String, Value> {
    let mut content = Map::new();
    if !formatted.text.is_empty() {
        content.insert(key.into(), json!(formatted.text));
    }
    if !formatted.entities.is_empty() {
        let entities = if key == "caption" { "caption_entities" } else { "entities" };
        content.insert(entities.into(), json!(formatted.entities));
    }
    content
}

/// What a person reads in a message: its text, its caption, or the name of what it is.
pub fn shown_text(message: &Value) -> String {
    message["text"].as_str().or(message["caption"].as_str()).unwrap_or("").to_owned()
}

const SERVICE: [&str; 14] = [
    "new_chat_members",
    "left_chat_member",
    "new_chat_title",
    "group_chat_created",
    "supergroup_chat_created",
    "migrate_to_chat_id",
    "migrate_from_chat_id",
    "pinned_message",
    "forum_topic_created",
    "forum_topic_edited",
    "forum_topic_closed",
    "forum_topic_reopened",
    "write_access_allowed",
    "delete_chat_photo",
];

pub fn is_service(message: &Value) -> bool {
    SERVICE.iter().any(|key| message.get(key).is_some())
}

/// The field of a message that tells what it is.
pub fn content_kind(message: &Value) -> &'static str {
    const CONTENT: [&str; 14] = [
        "text",
        "photo",
        "document",
        "video",
        "voice",
        "audio",
        "animation",
        "sticker",
        "video_note",
        "dice",
        "poll",
        "contact",
        "venue",
        "location",
    ];
    CONTENT.into_iter().chain(SERVICE).find(|key| message.get(key).is_some()).unwrap_or("unknown")
}

/// An inline keyboard with at least one row.
pub fn has_buttons(markup: &Value) -> bool {
    markup["inline_keyboard"].as_array().is_some_and(|rows| !rows.is_empty())
}

/// Labels and data of an inline keyboard, row by row.
pub fn keyboard_rows(message: &Value) -> Vec<&Vec<Value>> {
    message["reply_markup"]["inline_keyboard"].as_array().into_iter().flatten().filter_map(Value::as_array).collect()
}

/// Emoji that a bot may react with (`ReactionTypeEmoji`).
pub fn reaction_emoji() -> BTreeSet<&'static str> {
    "❤ 👍 👎 🔥 🥰 👏 😁 🤔 🤯 😱 🤬 😢 🎉 🤩 🤮 💩 🙏 👌 🕊 🤡 🥱 🥴 😍 🐳 ❤‍🔥 🌚 🌭 💯 🤣 ⚡ 🍌 🏆 💔 🤨 😐 🍓 🍾 💋 🖕 😈 😴 😭 🤓 👻 👨‍💻 👀 🎃 🙈 😇 😨 🤝 ✍ 🤗 🫡 🎅 🎄 ☃ 💅 🤪 🗿 🆒 💘 🙉 🦄 😘 💊 🙊 😎 👾 🤷‍♂ 🤷 🤷‍♀ 😡"
        .split(' ')
        .collect()
}
