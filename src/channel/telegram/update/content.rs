//! What one message carries, whoever sent it.

use super::object::Object;
use crate::message::{FileKind, Incoming, Oddity};
use serde_json::Value;

/// What a message carries.
#[derive(Debug, PartialEq)]
pub(super) enum Content {
    /// Words.
    Words(String),
    /// A file, with or without words.
    File { file: Incoming, words: Option<String>, album: Option<String> },
    /// A contact card.
    Contact { user: Option<i64>, phone: String },
    /// A place.
    Place { latitude: f64, longitude: f64 },
    /// What has no place in a form.
    Odd(Oddity),
    /// Something that Telegram tells, not a person.
    Service,
}

/// Kinds of files. A live photo and an animation also come as `photo` and `document`, for older bots.
const FILES: [(&str, FileKind); 7] = [
    ("photo", FileKind::Photo),
    ("animation", FileKind::Video),
    ("document", FileKind::Document),
    ("video", FileKind::Video),
    ("video_note", FileKind::Video),
    ("voice", FileKind::Sound),
    ("audio", FileKind::Sound),
];

const ODDITIES: [(&str, Oddity); 14] = [
    ("sticker", Oddity::Sticker),
    ("game", Oddity::Sticker),
    ("poll", Oddity::Poll),
    ("dice", Oddity::Dice),
    ("story", Oddity::Show),
    ("paid_media", Oddity::Show),
    ("gift", Oddity::Show),
    ("unique_gift", Oddity::Show),
    ("giveaway", Oddity::Show),
    ("giveaway_winners", Oddity::Show),
    ("giveaway_completed", Oddity::Show),
    ("invoice", Oddity::Show),
    ("checklist", Oddity::Unknown),
    ("rich_message", Oddity::Unknown),
];

/// Messages that Telegram writes into a chat (Bot API, type Message). Nobody waits for an answer to them.
const SERVICE: [&str; 49] = [
    "new_chat_members",
    "left_chat_member",
    "chat_owner_left",
    "chat_owner_changed",
    "new_chat_title",
    "new_chat_photo",
    "delete_chat_photo",
    "group_chat_created",
    "supergroup_chat_created",
    "channel_chat_created",
    "message_auto_delete_timer_changed",
    "migrate_to_chat_id",
    "migrate_from_chat_id",
    "pinned_message",
    "successful_payment",
    "refunded_payment",
    "users_shared",
    "chat_shared",
    "gift_upgrade_sent",
    "connected_website",
    "write_access_allowed",
    "proximity_alert_triggered",
    "boost_added",
    "chat_background_set",
    "checklist_tasks_done",
    "checklist_tasks_added",
    "direct_message_price_changed",
    "forum_topic_created",
    "forum_topic_edited",
    "forum_topic_closed",
    "forum_topic_reopened",
    "general_forum_topic_hidden",
    "general_forum_topic_unhidden",
    "giveaway_created",
    "managed_bot_created",
    "paid_message_price_changed",
    "poll_option_added",
    "poll_option_deleted",
    "suggested_post_approved",
    "suggested_post_approval_failed",
    "suggested_post_declined",
    "suggested_post_paid",
    "suggested_post_refunded",
    "video_chat_scheduled",
    "video_chat_started",
    "video_chat_ended",
    "video_chat_participants_invited",
    "web_app_data",
    "passport_data",
];

/// What a message carries. Words are found first and last: a kind that this version does not know never takes them along.
pub(super) fn content(message: &Object<'_>) -> Content {
    if let Some(words) = filled(message.text("text")) {
        return Content::Words(words);
    }
    let words = || filled(message.text("caption"));
    if let Some(file) = FILES.iter().find_map(|(key, kind)| file(message, key, *kind)) {
        return Content::File { file, words: words(), album: message.text("media_group_id") };
    }
    if let Some(phone) = message.object("contact").and_then(|card| filled(card.text("phone_number"))) {
        let user = message.object("contact").and_then(|card| card.number("user_id"));
        return Content::Contact { user, phone };
    }
    let place = message.object("location").or_else(|| message.object("venue").and_then(|venue| venue.object("location")));
    if let Some((latitude, longitude)) = place.and_then(|place| Some((place.real("latitude")?, place.real("longitude")?))) {
        return Content::Place { latitude, longitude };
    }
    let inner = ["rich_message", "checklist"].into_iter().find_map(|key| message.raw(key).and_then(|raw| filled(Some(words_inside(raw)))));
    if let Some(words) = inner.or_else(words) {
        return Content::Words(words);
    }
    if let Some((_, oddity)) = ODDITIES.iter().find(|(key, _)| message.has(key)) {
        return Content::Odd(*oddity);
    }
    if SERVICE.iter().any(|key| message.has(key)) {
        return Content::Service;
    }
    Content::Odd(Oddity::Unknown)
}

/// Words of a message or its caption, for an edited one.
pub(super) fn words(message: &Object<'_>) -> Option<String> {
    match content(message) {
        Content::Words(words) => Some(words),
        Content::File { words, .. } => words,
        _ => None,
    }
}

fn filled(words: Option<String>) -> Option<String> {
    words.filter(|words| !words.is_empty())
}

fn file(message: &Object<'_>, key: &str, kind: FileKind) -> Option<Incoming> {
    let photo = key == "photo";
    let object = if photo { largest(&message.list(key))? } else { message.object(key)? };
    Some(Incoming {
        source: filled(object.text("file_id"))?,
        kind,
        name: object.text("file_name"),
        mime: if photo { Some("image/jpeg".to_owned()) } else { object.text("mime_type") },
        bytes: object.number("file_size").and_then(|bytes| u64::try_from(bytes).ok()),
    })
}

/// The largest of the sizes of a picture.
fn largest<'a>(sizes: &[&'a str]) -> Option<Object<'a>> {
    let pixels = |size: &Object<'_>| size.number("width").unwrap_or(0).saturating_mul(size.number("height").unwrap_or(0));
    let known = sizes.iter().filter_map(|raw| Object::read(raw)).filter(|size| size.has("file_id"));
    known.max_by_key(|size| (pixels(size), size.number("file_size")))
}

/// The words of a rich message (Bot API, RichBlock and RichText) or a checklist, a line a block. What it does not know, it
/// looks into.
fn words_inside(raw: &str) -> String {
    let Ok(value) = serde_json::from_str::<Value>(raw) else { return String::new() };
    let mut words = String::new();
    collect(&value, &mut words);
    words.trim().to_owned()
}

fn collect(value: &Value, words: &mut String) {
    match value {
        Value::String(text) => words.push_str(text),
        Value::Array(parts) => parts.iter().for_each(|part| collect(part, words)),
        Value::Object(fields) => {
            for key in ["label", "title", "text", "alternative_text", "expression", "summary"] {
                if let Some(inner) = fields.get(key) {
                    collect(inner, words);
                }
            }
            for key in ["caption", "credit", "blocks", "items", "tasks", "cells"] {
                if let Some(inner) = fields.get(key) {
                    line(words);
                    collect(inner, words);
                }
            }
            // A RichText has no line of its own; blocks, items, cells and tasks do.
            let inline = fields.get("type").and_then(Value::as_str).is_some_and(|kind| INLINE.contains(&kind));
            if !inline {
                line(words);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// Types of RichText, which stand in the middle of a line.
const INLINE: [&str; 23] = [
    "bold",
    "italic",
    "underline",
    "strikethrough",
    "spoiler",
    "date_time",
    "text_mention",
    "subscript",
    "superscript",
    "marked",
    "code",
    "custom_emoji",
    "url",
    "email_address",
    "phone_number",
    "bank_card_number",
    "mention",
    "hashtag",
    "cashtag",
    "bot_command",
    "anchor_link",
    "reference",
    "reference_link",
];

fn line(words: &mut String) {
    if !words.is_empty() && !words.ends_with('\n') {
        words.push('\n');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(json: &str) -> Content {
        content(&Object::read(json).expect("an object"))
    }

    #[test]
    fn the_largest_picture_counts() {
        let json = r#"{"photo":[{"file_id":"s","width":90,"height":60},{"file_id":"l","width":1280,"height":960,"file_size":7},
            {"file_id":"m","width":320,"height":240},{"width":9999,"height":9999}],"caption":"shop"}"#;
        let Content::File { file, words, album } = of(json) else { panic!("a file") };
        assert_eq!((file.source.as_str(), file.kind, file.bytes), ("l", FileKind::Photo, Some(7)));
        assert_eq!((words.as_deref(), album), (Some("shop"), None));
    }

    #[test]
    fn an_animation_is_a_video_and_not_the_document_beside_it() {
        let json = r#"{"document":{"file_id":"d"},"animation":{"file_id":"a","mime_type":"video/mp4","file_name":"x.mp4"}}"#;
        assert!(matches!(of(json), Content::File { file, .. } if file.source == "a" && file.kind == FileKind::Video));
    }

    #[test]
    fn a_live_photo_is_taken_as_its_picture() {
        let json = r#"{"live_photo":{"file_id":"v"},"photo":[{"file_id":"p","width":1,"height":1}]}"#;
        assert!(matches!(of(json), Content::File { file, .. } if file.source == "p"));
    }

    #[test]
    fn words_of_unknown_and_broken_things_are_kept() {
        for json in [
            r#"{"hologram":{"x":1},"caption":"words"}"#,
            r#"{"paid_media":{"star_count":1,"paid_media":[]},"caption":"words"}"#,
            r#"{"document":{"file_size":1},"caption":"words"}"#,
            r#"{"text":"words","entities":[{"type":"telepathy","offset":0,"length":3}]}"#,
            r#"{"text":"words","entities":"none","photo":7}"#,
            r#"{"rich_message":{"blocks":[{"type":"paragraph","text":["wo",{"type":"bold","text":"rds"}]}]}}"#,
        ] {
            assert_eq!(of(json), Content::Words("words".to_owned()), "{json}");
        }
    }

    #[test]
    fn a_rich_message_and_a_checklist_become_lines() {
        let rich = r#"{"rich_message":{"blocks":[{"type":"section_heading","text":"Title","size":1},
            {"type":"list","items":[{"label":"1. ","blocks":[{"type":"paragraph","text":"one"}]},{"label":"2. ","blocks":[]}]}]}}"#;
        assert_eq!(of(rich), Content::Words("Title\n1. \none\n2.".to_owned()));
        let list = r#"{"checklist":{"title":"Papers","tasks":[{"id":1,"text":"patent"},{"id":2,"text":"licence"}]}}"#;
        assert_eq!(of(list), Content::Words("Papers\npatent\nlicence".to_owned()));
    }

    #[test]
    fn what_a_person_did_not_send_is_told_apart_from_what_is_unknown() {
        assert_eq!(of(r#"{"pinned_message":{"message_id":1}}"#), Content::Service);
        assert_eq!(of(r#"{"dice":{"value":3}}"#), Content::Odd(Oddity::Dice));
        assert_eq!(of(r#"{"message_id":1,"hologram":{}}"#), Content::Odd(Oddity::Unknown));
    }
}
