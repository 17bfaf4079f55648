//! Methods that change what was sent, and answers to presses and inline queries.

use super::limits::{self, Texts};
use super::markup::Formatted;
use super::methods::{Params, Uploads, at, chat_to_act_in};
use super::model::*;
use super::record::SeenAs;
use super::sending::{COPIED, media_key, medium};
use serde_json::{Value, json};

/// A message can be deleted for everyone so long, in seconds.
const DELETABLE_S: i64 = 48 * 3600;

pub(super) fn edit(state: &mut State, method: &str, params: &Params, texts: &Texts, uploads: &mut Uploads) -> Answered {
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

pub(super) fn replace_text(message: &mut Value, new: &Formatted, key: &'static str, entities_key: &'static str) {
    if let Some(fields) = message.as_object_mut() {
        fields.remove(key);
        fields.remove(entities_key);
        fields.extend(text_content(new, key));
    }
}

pub(super) fn same_content(a: &Value, b: &Value) -> bool {
    COPIED.iter().chain(&["reply_markup"]).all(|key| a.get(key) == b.get(key))
}

pub(super) fn delete(state: &mut State, chat: i64, id: i64) -> Answered {
    let now = state.now_ms() / 1000;
    let here = &state.chats[&chat];
    let kept = here.messages.get(&id).ok_or_else(|| Refusal::bad("message to delete not found"))?;
    let admin = here.kind != Kind::Private && here.bot.rights().delete_messages;
    if !admin && now - kept.json["date"].as_i64().unwrap_or(0) > DELETABLE_S {
        return Err(Refusal::bad("message can't be deleted for everyone"));
    }
    if here.kind != Kind::Private && !kept.from_bot && !admin {
        return Err(Refusal::bad("message can't be deleted"));
    }
    state.delete(chat, id);
    Ok(json!(true))
}

pub(super) fn react(state: &mut State, params: &Params) -> Answered {
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

pub(super) const TOO_OLD: &str = "query is too old and response timeout expired or query ID is invalid";

pub(super) fn open_query(state: &mut State, key: &str, params: &Params, inline: bool) -> Result<Query, Refusal> {
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

pub(super) fn answer_press(state: &mut State, params: &Params) -> Answered {
    let query = open_query(state, "callback_query_id", params, false)?;
    let text = params.get("text").and_then(Value::as_str).unwrap_or("").to_owned();
    let alert = params.get("show_alert") == Some(&json!(true));
    let how = if alert { SeenAs::Alert } else { SeenAs::Toast };
    state.seen((query.chat, query.message_id), how, true, text);
    Ok(json!(true))
}

pub(super) fn answer_inline(state: &mut State, params: &Params) -> Answered {
    let query = open_query(state, "inline_query_id", params, true)?;
    let results = at(params, "results").as_array().cloned().unwrap_or_default();
    if let Some(person) = state.people.get_mut(&query.person) {
        person.inline_results = results;
    }
    state.sequence += 1;
    Ok(json!(true))
}
