//! What each method does to the world. One function a method or family; refusals are worded as Telegram words them.

use super::limits::{self, Texts};
use super::markup::Formatted;
use super::model::*;
use super::record::SeenAs;
use super::updates::Webhook;
use serde_json::{Map, Value, json};
use std::collections::HashMap;

type Params = Map<String, Value>;

/// A parameter; null when absent.
fn at<'a>(params: &'a Params, key: &str) -> &'a Value {
    params.get(key).unwrap_or(&Value::Null)
}

/// A file in a multipart body.
#[derive(Debug, Default)]
pub struct Upload {
    pub name: Option<String>,
    pub mime: Option<String>,
    pub bytes: Vec<u8>,
}

pub type Uploads = HashMap<String, Upload>;

const MB: u64 = 1024 * 1024;
const DAY_S: i64 = 24 * 3600;

/// Methods that put or change a message and count against the flood limits.
pub fn counts_as_sending(method: &str) -> bool {
    matches!(method, "forwardMessage" | "forwardMessages" | "copyMessage" | "copyMessages" | "pinChatMessage")
        || matches!(method, "createForumTopic" | "editForumTopic" | "closeForumTopic" | "reopenForumTopic")
        || method.starts_with("editMessage")
        || method.starts_with("send") && method != "sendChatAction"
}

/// Carries out a call that passed the schema.
pub fn call(state: &mut State, method: &str, params: &Params, uploads: &mut Uploads) -> Answered {
    let texts = limits::check(method, params)?;
    match method {
        "getMe" => Ok(me(state)),
        "sendMessage" => {
            let content = text_content(&texts.text, "text");
            send(state, params, content)
        }
        "sendPhoto" | "sendDocument" | "sendVideo" | "sendVoice" | "sendAudio" | "sendAnimation" | "sendSticker" | "sendVideoNote" => {
            send_media(state, method, params, &texts, uploads)
        }
        "sendMediaGroup" => send_album(state, params, uploads),
        "sendLocation" => send(state, params, picked("location", params, &["latitude", "longitude"])),
        "sendContact" => send(state, params, picked("contact", params, &["phone_number", "first_name", "last_name", "user_id"])),
        "sendVenue" => {
            let mut venue = picked("venue", params, &["title", "address"]);
            venue["venue"]["location"] = json!({"latitude": at(params, "latitude"), "longitude": at(params, "longitude")});
            send(state, params, venue)
        }
        "sendDice" => {
            let emoji = params.get("emoji").cloned().unwrap_or(json!("🎲"));
            send(state, params, object("dice", json!({"emoji": emoji, "value": 4})))
        }
        "copyMessage" | "forwardMessage" => copy(state, method, params, at(params, "message_id").as_i64().unwrap_or(0), &texts),
        "copyMessages" | "forwardMessages" => {
            let one = if method == "copyMessages" { "copyMessage" } else { "forwardMessage" };
            let ids = at(params, "message_ids").as_array().cloned().unwrap_or_default();
            let mut sent = Vec::new();
            for id in ids.iter().filter_map(Value::as_i64) {
                // Messages that are not there are skipped (documentation of copyMessages).
                match copy(state, one, params, id, &texts) {
                    Ok(message) => sent.push(json!({"message_id": message["message_id"]})),
                    Err(refusal) if refusal.description.ends_with("not found") && !refusal.description.contains("chat") => {}
                    Err(refusal) => return Err(refusal),
                }
            }
            Ok(json!(sent))
        }
        "editMessageText" | "editMessageCaption" | "editMessageReplyMarkup" | "editMessageMedia" => {
            edit(state, method, params, &texts, uploads)
        }
        "deleteMessage" => {
            let chat = chat_to_act_in(state, params)?;
            delete(state, chat, at(params, "message_id").as_i64().unwrap_or(0))
        }
        "deleteMessages" => {
            let chat = chat_to_act_in(state, params)?;
            for id in at(params, "message_ids").as_array().into_iter().flatten().filter_map(Value::as_i64) {
                let _ = delete(state, chat, id);
            }
            Ok(json!(true))
        }
        "sendChatAction" => {
            let chat = chat_to_act_in(state, params)?;
            // The General topic has no thread for messages, but shows actions.
            if params.get("message_thread_id") != Some(&json!(1)) {
                thread(state, params, chat, None)?;
            }
            let action = at(params, "action").as_str().unwrap_or("").to_owned();
            if let Some(chat) = state.chats.get_mut(&chat) {
                chat.actions.push(action);
            }
            Ok(json!(true))
        }
        "setMessageReaction" => react(state, params),
        "answerCallbackQuery" => answer_press(state, params),
        "answerInlineQuery" => answer_inline(state, params),
        "createForumTopic"
        | "editForumTopic"
        | "closeForumTopic"
        | "reopenForumTopic"
        | "deleteForumTopic"
        | "unpinAllForumTopicMessages" => topic(state, method, params),
        "pinChatMessage" | "unpinChatMessage" | "unpinAllChatMessages" => pin(state, method, params),
        "getChat" => full_chat(state, params),
        "getChatMember" => member(state, params),
        "getChatAdministrators" => administrators(state, params),
        "getChatMemberCount" => {
            let chat = chat_to_act_in(state, params)?;
            Ok(json!(state.chats[&chat].members.values().filter(|m| m.inside()).count() + 1))
        }
        "leaveChat" => {
            let id = chat_to_act_in(state, params)?;
            if let Some(chat) = state.chats.get_mut(&id) {
                chat.bot = Standing::Left;
            }
            Ok(json!(true))
        }
        "getFile" => get_file(state, params),
        "setWebhook" | "deleteWebhook" => set_webhook(state, method, params),
        "getWebhookInfo" => Ok(webhook_info(state)),
        _ => profile(state, method, params),
    }
}

/// The chat a call is about, if it names one.
pub fn chat_of(state: &State, params: &Params) -> Option<i64> {
    match params.get("chat_id")? {
        Value::String(text) => match text.parse() {
            Ok(id) => Some(id),
            Err(_) => {
                let name = text.strip_prefix('@')?;
                state.people.iter().find(|(_, p)| p.username.as_deref() == Some(name)).map(|(id, _)| *id)
            }
        },
        id => id.as_i64(),
    }
}

fn me(state: &State) -> Value {
    let mut me = state.bot_user();
    for (key, value) in [
        ("can_join_groups", true),
        ("can_read_all_group_messages", !state.options.privacy_mode),
        ("supports_inline_queries", true),
        ("can_connect_to_business", false),
        ("has_main_web_app", false),
        ("has_topics_enabled", false),
    ] {
        me[key] = json!(value);
    }
    me
}

// --- Where ---------------------------------------------------------------------------------------

/// The chat, if the bot may do something there.
fn chat_to_act_in(state: &mut State, params: &Params) -> Result<i64, Refusal> {
    let id = chat_of(state, params).ok_or_else(|| Refusal::bad("chat not found"))?;
    if let Some(person) = state.people.get(&id) {
        if person.deactivated {
            return Err(Refusal::forbidden("user is deactivated"));
        }
        if person.blocked {
            return Err(Refusal::forbidden("bot was blocked by the user"));
        }
        if !person.started {
            return Err(Refusal::forbidden("bot can't initiate conversation with a user"));
        }
        state.private_chat(id);
        return Ok(id);
    }
    let chat = state.chats.get(&id).ok_or_else(|| Refusal::bad("chat not found"))?;
    if let Some(new) = chat.migrated_to {
        let mut refusal = Refusal::bad("group chat was upgraded to a supergroup chat");
        refusal.parameters = Some(json!({"migrate_to_chat_id": new}));
        return Err(refusal);
    }
    if chat.gone {
        return Err(Refusal::forbidden("the group chat was deleted"));
    }
    let name = if chat.kind == Kind::Group { "group" } else { "supergroup" };
    match chat.bot {
        Standing::Kicked => Err(Refusal::forbidden(format!("bot was kicked from the {name} chat"))),
        Standing::Left => Err(Refusal::forbidden(format!("bot is not a member of the {name} chat"))),
        _ => Ok(id),
    }
}

/// The topic to send to. A reply goes where the message is that it replies to.
fn thread(state: &State, params: &Params, chat: i64, reply_to: Option<i64>) -> Result<Option<i64>, Refusal> {
    let chat = &state.chats[&chat];
    let replied = reply_to.and_then(|id| chat.messages.get(&id)).and_then(|m| m.json["message_thread_id"].as_i64());
    let Some(id) = params.get("message_thread_id").and_then(Value::as_i64).filter(|id| *id != 0).or(replied) else {
        return Ok(None);
    };
    // 1 is the General topic: it can't be named when sending.
    let topic = chat.topics.get(&id).ok_or_else(|| Refusal::bad("message thread not found"))?;
    if topic.closed && !chat.bot.rights().manage_topics && !topic.by_bot {
        return Err(Refusal::bad("TOPIC_CLOSED"));
    }
    Ok(Some(id))
}

// --- Sending ---------------------------------------------------------------------------------------

fn object(key: &str, value: Value) -> Map<String, Value> {
    Map::from_iter([(key.to_owned(), value)])
}

fn picked(key: &str, params: &Params, names: &[&str]) -> Map<String, Value> {
    let fields = names.iter().filter_map(|n| Some(((*n).to_owned(), params.get(*n)?.clone())));
    object(key, Value::Object(fields.collect()))
}

fn send(state: &mut State, params: &Params, content: Map<String, Value>) -> Answered {
    let chat = chat_to_act_in(state, params)?;
    let draft = draft(state, params, chat, content)?;
    Ok(state.post(chat, Sender::Bot, draft))
}

fn draft(state: &State, params: &Params, chat: i64, mut content: Map<String, Value>) -> Result<Draft, Refusal> {
    if params.get("protect_content") == Some(&json!(true)) {
        content.insert("has_protected_content".into(), json!(true));
    }
    let reply = params.get("reply_parameters");
    let mut reply_to = reply.and_then(|r| r["message_id"].as_i64());
    if let Some(id) = reply_to
        && !state.chats[&chat].messages.contains_key(&id)
    {
        if reply.is_some_and(|r| r["allow_sending_without_reply"] == json!(true)) {
            reply_to = None;
        } else {
            return Err(Refusal::bad("message to be replied not found"));
        }
    }
    let thread = thread(state, params, chat, reply_to)?;
    Ok(Draft { content, thread, reply_to, markup: params.get("reply_markup").cloned(), ..Draft::default() })
}

/// `(field of the message, limit of an upload)`.
fn media_key(kind: &str) -> (&'static str, u64) {
    match kind {
        "sendPhoto" | "photo" => ("photo", 10 * MB),
        "sendVideo" | "video" => ("video", 50 * MB),
        "sendVoice" | "voice" => ("voice", 50 * MB),
        "sendAudio" | "audio" => ("audio", 50 * MB),
        "sendAnimation" | "animation" => ("animation", 50 * MB),
        "sendSticker" => ("sticker", MB),
        "sendVideoNote" => ("video_note", 50 * MB),
        _ => ("document", 50 * MB),
    }
}

/// Fields that the object of a medium must have besides those of every file.
pub fn required_extra(key: &str) -> Vec<(&'static str, Value)> {
    match key {
        "video" | "animation" => vec![("width", json!(640)), ("height", json!(480)), ("duration", json!(3))],
        "voice" | "audio" => vec![("duration", json!(3))],
        "video_note" => vec![("length", json!(240)), ("duration", json!(3))],
        "sticker" => vec![
            ("type", json!("regular")),
            ("width", json!(512)),
            ("height", json!(512)),
            ("is_animated", json!(false)),
            ("is_video", json!(false)),
        ],
        _ => Vec::new(),
    }
}

/// The object of a medium given by upload, `file_id` or link.
fn medium(state: &mut State, key: &'static str, limit: u64, source: &str, uploads: &mut Uploads) -> Answered {
    if let Some(name) = source.strip_prefix("attach://") {
        let upload = uploads.remove(name).ok_or_else(|| Refusal::violation("there is no file with that name in the request"))?;
        if upload.bytes.is_empty() {
            return Err(Refusal::bad("file must be non-empty"));
        }
        let size = upload.bytes.len() as u64;
        if size > limit {
            return Err(Refusal { code: 413, ..Refusal::violation("Request Entity Too Large") });
        }
        let Upload { name, mime, bytes } = upload;
        return Ok(state.keep_file(NewFile { key, name, mime, size, bytes, extra: required_extra(key) }).1);
    }
    if source.starts_with("http://") || source.starts_with("https://") {
        let name = source.rsplit('/').next().map(str::to_owned);
        return Ok(state.keep_file(NewFile { key, name, size: 1, extra: required_extra(key), ..NewFile::default() }).1);
    }
    let stored = state.files.get(source).ok_or_else(|| Refusal::bad("wrong file identifier/HTTP URL specified"))?;
    if stored.key == key {
        return Ok(stored.object.clone());
    }
    // A photo can't be sent as a document by its id, nor the other way round.
    Err(Refusal::bad("type of file mismatch"))
}

fn send_media(state: &mut State, method: &str, params: &Params, texts: &Texts, uploads: &mut Uploads) -> Answered {
    let (key, limit) = media_key(method);
    let chat = chat_to_act_in(state, params)?;
    draft(state, params, chat, Map::new())?;
    let source = at(params, key).as_str().unwrap_or("").to_owned();
    let medium = medium(state, key, limit, &source, uploads)?;
    let mut content = text_content(&texts.caption, "caption");
    content.insert(key.into(), medium);
    let draft = draft(state, params, chat, content)?;
    Ok(state.post(chat, Sender::Bot, draft))
}

fn send_album(state: &mut State, params: &Params, uploads: &mut Uploads) -> Answered {
    let chat = chat_to_act_in(state, params)?;
    draft(state, params, chat, Map::new())?;
    let items = at(params, "media").as_array().cloned().unwrap_or_default();
    let mut contents = Vec::new();
    for item in items.iter().filter_map(Value::as_object) {
        let (key, limit) = media_key(item["type"].as_str().unwrap_or(""));
        let source = item["media"].as_str().unwrap_or("").to_owned();
        let medium = medium(state, key, limit, &source, uploads)?;
        let mut content = text_content(&limits::formatted(item, "caption", "caption_entities")?, "caption");
        content.insert(key.into(), medium);
        contents.push(content);
    }
    let group = state.serial().to_string();
    let mut sent = Vec::new();
    for content in contents {
        let mut draft = draft(state, params, chat, content)?;
        draft.media_group = Some(group.clone());
        sent.push(state.post(chat, Sender::Bot, draft));
    }
    Ok(json!(sent))
}

/// The parts of a message that travel with a copy.
const COPIED: [&str; 18] = [
    "text",
    "entities",
    "caption",
    "caption_entities",
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
    "has_media_spoiler",
];

fn copy(state: &mut State, method: &str, params: &Params, message_id: i64, texts: &Texts) -> Answered {
    let to = chat_to_act_in(state, params)?;
    let from_params = object("chat_id", at(params, "from_chat_id").clone());
    let from = chat_of(state, &from_params).ok_or_else(|| Refusal::bad("chat not found"))?;
    let from_chat = state.chats.get(&from).ok_or_else(|| Refusal::bad("chat not found"))?;
    let forward = method == "forwardMessage";
    let missing = if forward { "message to forward not found" } else { "message to copy not found" };
    let original = from_chat.messages.get(&message_id).ok_or_else(|| Refusal::bad(missing))?.clone();
    if original.service {
        return Err(Refusal::bad(if forward { "message can't be forwarded" } else { "message can't be copied" }));
    }
    let mut content = Map::new();
    for key in COPIED {
        if let Some(value) = original.json.get(key) {
            content.insert(key.into(), value.clone());
        }
    }
    if forward {
        content.insert("forward_origin".into(), origin(state, &original.json));
    } else if params.contains_key("caption") && !content.contains_key("text") {
        content.remove("caption");
        content.remove("caption_entities");
        content.extend(text_content(&texts.caption, "caption"));
    }
    let draft = draft(state, params, to, content)?;
    let sent = state.post(to, Sender::Bot, draft);
    Ok(if forward { sent } else { json!({"message_id": sent["message_id"]}) })
}

/// Where a forwarded message came from; a person may hide the account.
pub fn origin(state: &State, message: &Value) -> Value {
    if let Some(origin) = message.get("forward_origin") {
        return origin.clone();
    }
    let date = message["date"].clone();
    if let Some(chat) = message.get("sender_chat") {
        return json!({"type": "chat", "date": date, "sender_chat": chat});
    }
    let user = message["from"].clone();
    let hidden = user["id"].as_i64().and_then(|id| state.people.get(&id)).is_some_and(|p| p.hides_forwards);
    match hidden {
        true => {
            json!({"type": "hidden_user", "date": date, "sender_user_name": user["first_name"]})
        }
        false => json!({"type": "user", "date": date, "sender_user": user}),
    }
}

// --- Changing --------------------------------------------------------------------------------------

fn edit(state: &mut State, method: &str, params: &Params, texts: &Texts, uploads: &mut Uploads) -> Answered {
    if params.contains_key("inline_message_id") {
        return Ok(json!(true));
    }
    if !params.contains_key("chat_id") || !params.contains_key("message_id") {
        return Err(Refusal::violation("message identifier is not specified"));
    }
    let chat = chat_to_act_in(state, params)?;
    let id = at(params, "message_id").as_i64().unwrap_or(0);
    let Some(kept) = state.chats[&chat].messages.get(&id) else {
        return Err(Refusal::bad("message to edit not found"));
    };
    if !kept.from_bot || kept.other_markup || kept.service || kept.json.get("forward_origin").is_some() {
        return Err(Refusal::bad("message can't be edited"));
    }
    let mut new = kept.json.clone();
    let is_text = new.get("text").is_some();
    match method {
        "editMessageText" if !is_text => {
            return Err(Refusal::bad("there is no text in the message to edit"));
        }
        "editMessageText" => replace_text(&mut new, &texts.text, "text", "entities"),
        "editMessageCaption" if is_text => {
            return Err(Refusal::bad("there is no caption in the message to edit"));
        }
        "editMessageCaption" => replace_text(&mut new, &texts.caption, "caption", "caption_entities"),
        "editMessageMedia" => {
            let item = at(params, "media").as_object().cloned().unwrap_or_default();
            let (key, limit) = media_key(item["type"].as_str().unwrap_or(""));
            let source = item["media"].as_str().unwrap_or("").to_owned();
            let medium = medium(state, key, limit, &source, uploads)?;
            let caption = limits::formatted(&item, "caption", "caption_entities")?;
            if let Some(fields) = new.as_object_mut() {
                for old in ["text", "entities", "photo", "document", "video", "audio", "animation"] {
                    fields.remove(old);
                }
                fields.insert(key.into(), medium);
            }
            replace_text(&mut new, &caption, "caption", "caption_entities");
        }
        _ => {}
    }
    // Without a keyboard in the call, the message loses the one it had.
    let markup = params.get("reply_markup").filter(|m| m["inline_keyboard"].as_array().is_some_and(|r| !r.is_empty()));
    if let Some(fields) = new.as_object_mut() {
        match markup {
            Some(markup) => fields.insert("reply_markup".into(), markup.clone()),
            None => fields.remove("reply_markup"),
        };
    }
    if same_content(&new, &state.chats[&chat].messages[&id].json) {
        return Err(Refusal::bad(
            "message is not modified: specified new message content and reply markup are exactly the same as a current \
             content and reply markup of the message",
        ));
    }
    if let Some(kept) = state.chats.get_mut(&chat).and_then(|c| c.messages.get_mut(&id)) {
        kept.json = new;
    }
    Ok(state.touched(chat, id))
}

fn replace_text(message: &mut Value, new: &Formatted, key: &'static str, entities_key: &'static str) {
    if let Some(fields) = message.as_object_mut() {
        fields.remove(key);
        fields.remove(entities_key);
        fields.extend(text_content(new, key));
    }
}

fn same_content(a: &Value, b: &Value) -> bool {
    COPIED.iter().chain(&["reply_markup"]).all(|key| a.get(key) == b.get(key))
}

fn delete(state: &mut State, chat: i64, id: i64) -> Answered {
    let now = state.now_ms() / 1000;
    let here = &state.chats[&chat];
    let kept = here.messages.get(&id).ok_or_else(|| Refusal::bad("message to delete not found"))?;
    let admin = here.kind != Kind::Private && here.bot.rights().delete_messages;
    if !admin && now - kept.json["date"].as_i64().unwrap_or(0) > 2 * DAY_S {
        return Err(Refusal::bad("message can't be deleted for everyone"));
    }
    if here.kind != Kind::Private && !kept.from_bot && !admin {
        return Err(Refusal::bad("message can't be deleted"));
    }
    state.delete(chat, id);
    Ok(json!(true))
}

fn react(state: &mut State, params: &Params) -> Answered {
    let chat = chat_to_act_in(state, params)?;
    let id = at(params, "message_id").as_i64().unwrap_or(0);
    let emoji = |r: &Value| r["emoji"].as_str().unwrap_or("custom").to_owned();
    let reactions: Vec<String> = params.get("reaction").and_then(Value::as_array).into_iter().flatten().map(emoji).collect();
    if reactions.len() > 1 {
        return Err(Refusal::violation("REACTIONS_TOO_MANY"));
    }
    match state.chats.get_mut(&chat).and_then(|c| c.messages.get_mut(&id)) {
        Some(kept) => {
            kept.reactions = reactions;
            Ok(json!(true))
        }
        None => Err(Refusal::bad("message to react not found")),
    }
}

// --- Queries ---------------------------------------------------------------------------------------

const TOO_OLD: &str = "query is too old and response timeout expired or query ID is invalid";

fn open_query(state: &mut State, key: &str, params: &Params, inline: bool) -> Result<Query, Refusal> {
    let now = state.now_ms();
    let lifetime = state.options.query_lifetime.as_millis() as i64;
    let id = params.get(key).and_then(Value::as_str).unwrap_or("");
    match state.queries.get_mut(id) {
        Some(query) if !query.answered && query.inline == inline && now - query.born_ms <= lifetime => {
            query.answered = true;
            Ok(query.clone())
        }
        _ => Err(Refusal::bad(TOO_OLD)),
    }
}

fn answer_press(state: &mut State, params: &Params) -> Answered {
    let query = open_query(state, "callback_query_id", params, false)?;
    let text = params.get("text").and_then(Value::as_str).unwrap_or("").to_owned();
    let alert = params.get("show_alert") == Some(&json!(true));
    let how = if alert { SeenAs::Alert } else { SeenAs::Toast };
    state.seen((query.chat, query.message_id), how, true, text);
    Ok(json!(true))
}

fn answer_inline(state: &mut State, params: &Params) -> Answered {
    let query = open_query(state, "inline_query_id", params, true)?;
    let results = at(params, "results").as_array().cloned().unwrap_or_default();
    if let Some(person) = state.people.get_mut(&query.person) {
        person.inline_results = results;
    }
    state.sequence += 1;
    Ok(json!(true))
}

// --- Topics and pins -------------------------------------------------------------------------------

fn topic(state: &mut State, method: &str, params: &Params) -> Answered {
    let id = chat_to_act_in(state, params)?;
    let chat = &state.chats[&id];
    if chat.kind != Kind::Forum {
        return Err(Refusal::bad("the chat is not a forum"));
    }
    let may = chat.bot.rights().manage_topics;
    let name = params.get("name").and_then(Value::as_str).filter(|n| !n.is_empty()).map(str::to_owned);
    if method == "createForumTopic" {
        if !may {
            return Err(Refusal::bad("not enough rights to create a topic"));
        }
        let color = params.get("icon_color").and_then(Value::as_i64).unwrap_or(7_322_096);
        let emoji = params.get("icon_custom_emoji_id").and_then(Value::as_str).map(str::to_owned);
        let topic = TopicState { name: name.unwrap_or_default(), closed: false, by_bot: true, icon_color: color, icon_emoji: emoji };
        return Ok(create_topic(state, id, Sender::Bot, topic));
    }
    let thread = at(params, "message_thread_id").as_i64().unwrap_or(0);
    let topic = chat.topics.get(&thread).ok_or_else(|| Refusal::bad("TOPIC_ID_INVALID"))?.clone();
    let mut new = topic.clone();
    let service = match method {
        "deleteForumTopic" => {
            if !chat.bot.rights().delete_messages && !topic.by_bot {
                return Err(Refusal::bad("not enough rights to delete the topic"));
            }
            remove_topic(state, id, thread);
            return Ok(json!(true));
        }
        "unpinAllForumTopicMessages" => {
            let inside = |m: &i64| chat.messages.get(m).is_some_and(|k| k.json["message_thread_id"] == json!(thread));
            let kept: Vec<i64> = chat.pinned.iter().copied().filter(|m| !inside(m)).collect();
            if let Some(chat) = state.chats.get_mut(&id) {
                chat.pinned = kept;
            }
            return Ok(json!(true));
        }
        _ if !may && !topic.by_bot => {
            return Err(Refusal::bad("not enough rights to edit the topic"));
        }
        "closeForumTopic" | "reopenForumTopic" => {
            new.closed = method == "closeForumTopic";
            if new.closed == topic.closed {
                return Err(Refusal::bad("TOPIC_NOT_MODIFIED"));
            }
            object(if new.closed { "forum_topic_closed" } else { "forum_topic_reopened" }, json!({}))
        }
        _ => {
            let mut change = Map::new();
            if let Some(name) = name.filter(|n| *n != topic.name) {
                change.insert("name".into(), json!(name));
                new.name = name;
            }
            let emoji = params.get("icon_custom_emoji_id").and_then(Value::as_str).map(str::to_owned);
            if emoji.is_some() && emoji != topic.icon_emoji {
                change.insert("icon_custom_emoji_id".into(), json!(emoji));
                new.icon_emoji = emoji;
            }
            if change.is_empty() {
                return Err(Refusal::bad("TOPIC_NOT_MODIFIED"));
            }
            object("forum_topic_edited", Value::Object(change))
        }
    };
    set_topic(state, id, (thread, new), Sender::Bot, service);
    Ok(json!(true))
}

/// Makes a topic: its id is the id of the service message that opens it. Returns the `ForumTopic`.
pub fn create_topic(state: &mut State, chat: i64, sender: Sender, topic: TopicState) -> Value {
    let mut made = json!({"name": topic.name, "icon_color": topic.icon_color});
    if let Some(emoji) = &topic.icon_emoji {
        made["icon_custom_emoji_id"] = json!(emoji);
    }
    let thread = state.chats.get(&chat).map_or(1, |c| c.last_message_id + 1);
    if let Some(chat) = state.chats.get_mut(&chat) {
        chat.topics.insert(thread, topic);
    }
    let content = object("forum_topic_created", made.clone());
    let message = state.post(chat, sender, Draft { content, thread: Some(thread), service: true, ..Draft::default() });
    if sender != Sender::Bot && state.bot_sees(chat, &message) {
        state.update("message", message, chat);
    }
    made["message_thread_id"] = json!(thread);
    made
}

/// Changes a topic and leaves the service message about it.
pub fn set_topic(state: &mut State, chat: i64, topic: (i64, TopicState), sender: Sender, content: Map<String, Value>) {
    let (thread, new) = topic;
    if let Some(chat) = state.chats.get_mut(&chat) {
        chat.topics.insert(thread, new);
    }
    let message = state.post(chat, sender, Draft { content, thread: Some(thread), service: true, ..Draft::default() });
    if sender != Sender::Bot && state.bot_sees(chat, &message) {
        state.update("message", message, chat);
    }
}

/// Removes a topic with all its messages. Nobody is told.
pub fn remove_topic(state: &mut State, chat: i64, thread: i64) {
    let Some(here) = state.chats.get_mut(&chat) else {
        return;
    };
    here.topics.remove(&thread);
    let inside = |m: &Kept| m.json["message_thread_id"] == json!(thread);
    let ids: Vec<i64> = here.messages.iter().filter(|(_, m)| inside(m)).map(|(id, _)| *id).collect();
    for id in ids {
        state.delete(chat, id);
    }
}

fn pin(state: &mut State, method: &str, params: &Params) -> Answered {
    let id = chat_to_act_in(state, params)?;
    let chat = state.chats.get_mut(&id).ok_or_else(|| Refusal::bad("chat not found"))?;
    if chat.kind != Kind::Private && !chat.bot.rights().pin_messages {
        return Err(Refusal::bad("not enough rights to manage pinned messages in the chat"));
    }
    match method {
        "unpinAllChatMessages" => chat.pinned.clear(),
        "unpinChatMessage" => match params.get("message_id").and_then(Value::as_i64) {
            Some(message) if chat.messages.contains_key(&message) => chat.pinned.retain(|m| *m != message),
            Some(_) => return Err(Refusal::bad("message to unpin not found")),
            None => {
                chat.pinned.pop();
            }
        },
        _ => {
            let message = at(params, "message_id").as_i64().unwrap_or(0);
            let kept = chat.messages.get(&message).ok_or_else(|| Refusal::bad("message to pin not found"))?;
            if chat.pinned.contains(&message) {
                return Ok(json!(true));
            }
            let pinned = kept.json.clone();
            let thread = pinned["message_thread_id"].as_i64();
            chat.pinned.push(message);
            let content = object("pinned_message", pinned);
            state.post(id, Sender::Bot, Draft { content, thread, service: true, ..Draft::default() });
        }
    }
    Ok(json!(true))
}

// --- Chats and members -----------------------------------------------------------------------------

fn full_chat(state: &mut State, params: &Params) -> Answered {
    let id = chat_of(state, params).ok_or_else(|| Refusal::bad("chat not found"))?;
    if !state.people.get(&id).is_some_and(|p| p.started) {
        chat_to_act_in(state, params)?;
    }
    let mut full = state.chat_object(id);
    full["accent_color_id"] = json!(0);
    full["max_reaction_count"] = json!(11);
    full["accepted_gift_types"] = json!({"unlimited_gifts": false, "limited_gifts": false, "unique_gifts": false,
        "premium_subscription": false, "gifts_from_channels": false});
    if let Some(chat) = state.chats.get(&id) {
        if let Some(pinned) = chat.pinned.last().and_then(|p| chat.messages.get(p)) {
            full["pinned_message"] = pinned.json.clone();
        }
        if chat.kind != Kind::Private {
            full["permissions"] = json!({"can_send_messages": true, "can_send_documents": true,
                "can_send_photos": true, "can_manage_topics": false, "can_pin_messages": false});
        }
    }
    Ok(full)
}

/// A `ChatMember` object.
pub fn member_object(state: &State, user: i64, standing: Standing) -> Value {
    let user = state.user(user);
    match standing {
        Standing::Creator => json!({"status": "creator", "user": user, "is_anonymous": false}),
        Standing::Administrator(rights) => json!({
            "status": "administrator", "user": user, "can_be_edited": false, "is_anonymous": false,
            "can_manage_chat": true, "can_delete_messages": rights.delete_messages, "can_manage_video_chats": false,
            "can_restrict_members": false, "can_promote_members": false, "can_change_info": false,
            "can_invite_users": true, "can_post_stories": false, "can_edit_stories": false,
            "can_delete_stories": false, "can_pin_messages": rights.pin_messages,
            "can_manage_topics": rights.manage_topics,
        }),
        Standing::Member => json!({"status": "member", "user": user}),
        Standing::Left => json!({"status": "left", "user": user}),
        Standing::Kicked => json!({"status": "kicked", "user": user, "until_date": 0}),
    }
}

fn member(state: &mut State, params: &Params) -> Answered {
    let chat = chat_to_act_in(state, params)?;
    let user = at(params, "user_id").as_i64().unwrap_or(0);
    let standing = match state.chats[&chat].members.get(&user) {
        _ if user == state.bot.id => state.chats[&chat].bot,
        Some(standing) => *standing,
        None if state.people.contains_key(&user) => Standing::Left,
        None => return Err(Refusal::bad("user not found")),
    };
    Ok(member_object(state, user, standing))
}

fn administrators(state: &mut State, params: &Params) -> Answered {
    let id = chat_to_act_in(state, params)?;
    let chat = &state.chats[&id];
    if chat.kind == Kind::Private {
        return Err(Refusal::bad("there are no administrators in the private chat"));
    }
    let everyone = chat.members.iter().map(|(id, s)| (*id, *s)).chain([(state.bot.id, chat.bot)]);
    Ok(everyone.filter(|(_, s)| s.administers()).map(|(id, s)| member_object(state, id, s)).collect())
}

// --- Files -----------------------------------------------------------------------------------------

/// `getFile` refuses what is larger than this.
pub const DOWNLOAD_LIMIT: u64 = 20 * MB;

fn get_file(state: &mut State, params: &Params) -> Answered {
    let now = state.now_ms();
    let id = at(params, "file_id").as_str().unwrap_or("").to_owned();
    let Some(file) = state.files.get_mut(&id) else {
        return Err(Refusal::bad("wrong file_id or the file is temporarily unavailable"));
    };
    if file.size > DOWNLOAD_LIMIT {
        return Err(Refusal::bad("file is too big"));
    }
    file.link_from_ms = Some(now);
    Ok(json!({"file_id": id, "file_unique_id": file.unique_id, "file_size": file.size, "file_path": file.path}))
}

// --- Webhook and profile ---------------------------------------------------------------------------

fn set_webhook(state: &mut State, method: &str, params: &Params) -> Answered {
    if params.get("drop_pending_updates") == Some(&json!(true)) {
        let ids: Vec<i64> = state.updates.pending.keys().copied().collect();
        state.updates.expired.extend(ids);
        state.updates.pending.clear();
    }
    let url = params.get("url").and_then(Value::as_str).unwrap_or("");
    if method == "deleteWebhook" || url.is_empty() {
        state.updates.set_webhook(None);
        return Ok(json!(true));
    }
    // Telegram takes only https; the fake delivers over plain loopback and takes the rest of the rule.
    if !url.starts_with("https://") && !url.starts_with("http://127.0.0.1:") && !url.starts_with("http://localhost:") {
        return Err(Refusal::violation("bad webhook: HTTPS url must be provided for webhook"));
    }
    if let Some(kinds) = params.get("allowed_updates") {
        set_allowed(state, kinds);
    }
    let max_connections = params.get("max_connections").and_then(Value::as_u64).unwrap_or(40) as usize;
    let secret = params.get("secret_token").and_then(Value::as_str).map(str::to_owned);
    state.updates.set_webhook(Some(Webhook { url: url.to_owned(), secret, max_connections, last_error: None }));
    Ok(json!(true))
}

/// An empty list means: all but the kinds that must be asked for.
pub fn set_allowed(state: &mut State, kinds: &Value) {
    let kinds: Vec<String> = kinds.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect();
    state.updates.allowed = (!kinds.is_empty()).then_some(kinds);
}

fn webhook_info(state: &State) -> Value {
    let webhook = state.updates.webhook.clone().unwrap_or_default();
    let mut info = json!({
        "url": webhook.url,
        "has_custom_certificate": false,
        "pending_update_count": state.updates.pending.len(),
    });
    if !webhook.url.is_empty() {
        info["max_connections"] = json!(webhook.max_connections);
    }
    if let Some(kinds) = &state.updates.allowed {
        info["allowed_updates"] = json!(kinds);
    }
    if let Some((date, message)) = webhook.last_error {
        info["last_error_date"] = json!(date);
        info["last_error_message"] = json!(message);
    }
    info
}

fn profile(state: &mut State, method: &str, params: &Params) -> Answered {
    let text = |key: &str| params.get(key).and_then(Value::as_str).unwrap_or("").to_owned();
    let language = text("language_code");
    let scope = params.get("scope").map_or_else(|| r#"{"type":"default"}"#.to_owned(), Value::to_string);
    let bot = &mut state.bot;
    // A text in a language that was not set is the default one.
    let read = |texts: &std::collections::BTreeMap<String, String>, key: &str| {
        let text = texts.get(&language).or_else(|| texts.get("")).cloned().unwrap_or_default();
        Ok(json!({key: text}))
    };
    match method {
        "setMyCommands" => {
            bot.commands.insert((scope, language), at(params, "commands").as_array().cloned().unwrap_or_default());
        }
        "deleteMyCommands" => {
            bot.commands.remove(&(scope, language));
        }
        "getMyCommands" => {
            return Ok(json!(bot.commands.get(&(scope, language)).cloned().unwrap_or_default()));
        }
        "setMyName" => {
            bot.names.insert(language, text("name"));
        }
        "getMyName" => return read(&bot.names, "name"),
        "setMyDescription" => {
            bot.descriptions.insert(language, text("description"));
        }
        "getMyDescription" => return read(&bot.descriptions, "description"),
        "setMyShortDescription" => {
            bot.short_descriptions.insert(language, text("short_description"));
        }
        "getMyShortDescription" => return read(&bot.short_descriptions, "short_description"),
        "setChatMenuButton" => {
            let button = params.get("menu_button").cloned().unwrap_or_else(|| json!({"type": "default"}));
            bot.menu_buttons.insert(params.get("chat_id").and_then(Value::as_i64), button);
        }
        "getChatMenuButton" => {
            let chat = params.get("chat_id").and_then(Value::as_i64);
            return Ok(bot.menu_buttons.get(&chat).cloned().unwrap_or_else(|| json!({"type": "default"})));
        }
        _ => {}
    }
    Ok(json!(true))
}
