//! Which method does what, and where the bot may do it. Refusals are worded as Telegram words them.

use super::chats::{administrators, full_chat, member, pin, topic};
use super::editing::{answer_inline, answer_press, delete, edit, react};
use super::limits;
use super::model::*;
use super::profile::{get_file, profile, set_webhook, webhook_info};
use super::sending::{copy, object, picked, send, send_album, send_media};
use serde_json::{Map, Value, json};
use std::collections::HashMap;

pub(super) type Params = Map<String, Value>;

/// A parameter; null when absent.
pub(super) fn at<'a>(params: &'a Params, key: &str) -> &'a Value {
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

pub(super) const MB: u64 = 1024 * 1024;

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

/// The chat, if the bot may do something there.
pub(super) fn chat_to_act_in(state: &mut State, params: &Params) -> Result<i64, Refusal> {
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
pub(super) fn thread(state: &State, params: &Params, chat: i64, reply_to: Option<i64>) -> Result<Option<i64>, Refusal> {
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
