//! What a person sees: messages as they are now, with their buttons.

use super::model::*;
use serde_json::{Value, json};
use std::fmt;

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
    /// Sequence of the last change.
    pub(super) changed: u64,
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

    pub(super) fn of(message_id: i64, kept: &Kept, pinned: bool) -> Self {
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

/// Messages of the bot that changed after `mark`, the newest first; built one by one, since a chat grows long under load.
pub(super) fn newest(state: &State, chat: i64, mark: u64) -> impl Iterator<Item = ShownMessage> + '_ {
    let chat = state.chats.get(&chat);
    chat.into_iter().flat_map(move |chat| {
        let fits = chat.messages.iter().rev().filter(move |(_, kept)| kept.from_bot && (mark == 0 || kept.changed > mark));
        fits.map(|(id, kept)| ShownMessage::of(*id, kept, chat.pinned.contains(id)))
    })
}

pub(super) fn shown(state: &State, chat: i64) -> Vec<ShownMessage> {
    let Some(chat) = state.chats.get(&chat) else {
        return Vec::new();
    };
    chat.messages.iter().map(|(id, kept)| ShownMessage::of(*id, kept, chat.pinned.contains(id))).collect()
}

pub(super) fn transcript(messages: &[ShownMessage]) -> String {
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
