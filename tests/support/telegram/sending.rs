//! Methods that put messages into chats: texts, media, albums, copies, forwards.

use super::limits::{self, Texts};
use super::methods::{MB, Params, Upload, Uploads, at, chat_of, chat_to_act_in, thread};
use super::model::*;
use serde_json::{Map, Value, json};

pub(super) fn object(key: &str, value: Value) -> Map<String, Value> {
    Map::from_iter([(key.to_owned(), value)])
}

pub(super) fn picked(key: &str, params: &Params, names: &[&str]) -> Map<String, Value> {
    let fields = names.iter().filter_map(|n| Some(((*n).to_owned(), params.get(*n)?.clone())));
    object(key, Value::Object(fields.collect()))
}

pub(super) fn send(state: &mut State, params: &Params, content: Map<String, Value>) -> Answered {
    let chat = chat_to_act_in(state, params)?;
    let draft = draft(state, params, chat, content)?;
    Ok(state.post(chat, Sender::Bot, draft))
}

pub(super) fn draft(state: &State, params: &Params, chat: i64, mut content: Map<String, Value>) -> Result<Draft, Refusal> {
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
pub(super) fn media_key(kind: &str) -> (&'static str, u64) {
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
pub(super) fn medium(state: &mut State, key: &'static str, limit: u64, source: &str, uploads: &mut Uploads) -> Answered {
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

pub(super) fn send_media(state: &mut State, method: &str, params: &Params, texts: &Texts, uploads: &mut Uploads) -> Answered {
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

pub(super) fn send_album(state: &mut State, params: &Params, uploads: &mut Uploads) -> Answered {
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
pub(super) const COPIED: [&str; 18] = [
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

pub(super) fn copy(state: &mut State, method: &str, params: &Params, message_id: i64, texts: &Texts) -> Answered {
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
