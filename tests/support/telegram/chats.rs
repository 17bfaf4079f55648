//! Topics, pinned messages, members: methods about a chat as a whole, and what people do to topics.

use super::methods::{Params, at, chat_of, chat_to_act_in};
use super::model::*;
use super::sending::object;
use serde_json::{Map, Value, json};

pub(super) fn topic(state: &mut State, method: &str, params: &Params) -> Answered {
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

pub(super) fn pin(state: &mut State, method: &str, params: &Params) -> Answered {
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

pub(super) fn full_chat(state: &mut State, params: &Params) -> Answered {
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

pub(super) fn member(state: &mut State, params: &Params) -> Answered {
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

pub(super) fn administrators(state: &mut State, params: &Params) -> Answered {
    let id = chat_to_act_in(state, params)?;
    let chat = &state.chats[&id];
    if chat.kind == Kind::Private {
        return Err(Refusal::bad("there are no administrators in the private chat"));
    }
    let everyone = chat.members.iter().map(|(id, s)| (*id, *s)).chain([(state.bot.id, chat.bot)]);
    Ok(everyone.filter(|(_, s)| s.administers()).map(|(id, s)| member_object(state, id, s)).collect())
}
