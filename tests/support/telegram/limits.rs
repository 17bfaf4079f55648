//! Limits of values that a bot can know before it calls (section and method of the Bot API behind each). Breaking one is
//! the bot's bug, so each is a violation.

use super::markup::{Formatted, found_entities, parse_html, utf16_len};
use super::model::Refusal;
use serde_json::{Map, Value};
use std::collections::BTreeSet;

type Params = Map<String, Value>;
type Checked = Result<(), Refusal>;

/// Text and caption of a call, read with their markup.
#[derive(Debug, Default)]
pub struct Texts {
    pub text: Formatted,
    pub caption: Formatted,
}

/// Checks everything that depends on the parameters alone.
pub fn check(method: &str, params: &Params) -> Result<Texts, Refusal> {
    let mut texts = Texts::default();
    if matches!(method, "sendMessage" | "editMessageText") && params.contains_key("text") {
        texts.text = formatted(params, "text", "entities")?;
        if texts.text.text.is_empty() {
            return Err(Refusal::violation("message text is empty"));
        }
        if utf16_len(&texts.text.text) > 4096 {
            return Err(Refusal::violation(if method == "sendMessage" { "message is too long" } else { "MESSAGE_TOO_LONG" }));
        }
    }
    if params.contains_key("caption") {
        texts.caption = formatted(params, "caption", "caption_entities")?;
        if utf16_len(&texts.caption.text) > 1024 {
            return Err(Refusal::violation("message caption is too long"));
        }
    }
    if let Some(markup) = params.get("reply_markup") {
        keyboard(markup)?;
    }
    match method {
        "answerCallbackQuery" => at_most(params, "text", 200, "MESSAGE_TOO_LONG")?,
        "createForumTopic" | "editForumTopic" => topic_name(method, params)?,
        "setMyCommands" => commands(params)?,
        "setMyName" => at_most(params, "name", 64, "BOT_TITLE_INVALID").and_then(|()| language(params))?,
        "setMyDescription" => at_most(params, "description", 512, "BOT_DESCRIPTION_INVALID")?,
        "setMyShortDescription" => at_most(params, "short_description", 120, "BOT_SHORT_DESCRIPTION_INVALID")?,
        "answerInlineQuery" => inline_results(params)?,
        "sendMediaGroup" => album(params)?,
        "deleteMessages" | "copyMessages" | "forwardMessages" => {
            let count = params.get("message_ids").and_then(Value::as_array).map_or(0, Vec::len);
            if !(1..=100).contains(&count) {
                return Err(Refusal::violation("message identifiers are not specified or too many"));
            }
        }
        "setWebhook" => webhook(params)?,
        "setMessageReaction" => reactions(params)?,
        _ => {}
    }
    Ok(texts)
}

/// A text parameter with its `parse_mode` or explicit entities.
pub fn formatted(params: &Params, key: &str, entities_key: &str) -> Result<Formatted, Refusal> {
    let source = params.get(key).and_then(Value::as_str).unwrap_or("");
    if let Some(entities) = params.get(entities_key).and_then(Value::as_array) {
        let length = utf16_len(source) as u64;
        let fits = |e: &Value| e["offset"].as_u64().zip(e["length"].as_u64()).is_some_and(|(o, l)| o + l <= length);
        if !entities.iter().all(fits) {
            return Err(Refusal::violation("ENTITY_BOUNDS_INVALID"));
        }
        return Ok(Formatted { text: source.to_owned(), entities: entities.clone() });
    }
    let mut formatted = match params.get("parse_mode").and_then(Value::as_str).unwrap_or("") {
        "" => Formatted::plain(source),
        mode if mode.eq_ignore_ascii_case("html") => {
            parse_html(source).map_err(|error| Refusal::violation(format!("can't parse entities: {error}")))?
        }
        _ => return Err(Refusal::violation("unsupported parse_mode")),
    };
    if formatted.entities.is_empty() {
        formatted.entities = found_entities(&formatted.text);
    }
    for link in formatted.entities.iter().filter_map(|e| e["url"].as_str()) {
        start_link(link)?;
    }
    Ok(formatted)
}

fn at_most(params: &Params, key: &str, limit: usize, error: &str) -> Checked {
    match params.get(key).and_then(Value::as_str) {
        Some(text) if utf16_len(text) > limit => Err(Refusal::violation(error)),
        _ => Ok(()),
    }
}

/// 1 to 128 characters; `editForumTopic` may leave the name out or empty to keep it.
fn topic_name(method: &str, params: &Params) -> Checked {
    match params.get("name").and_then(Value::as_str).map(utf16_len) {
        Some(0) if method == "createForumTopic" => Err(Refusal::violation("TOPIC_TITLE_EMPTY")),
        Some(length) if length > 128 => Err(Refusal::violation("TOPIC_TITLE_INVALID")),
        _ => Ok(()),
    }
}

/// At most 100 commands, names of 1-32 of `a-z0-9_`, descriptions of 1-256.
fn commands(params: &Params) -> Checked {
    let commands = params.get("commands").and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
    if commands.len() > 100 {
        return Err(Refusal::violation("BOT_COMMANDS_TOO_MUCH"));
    }
    let mut names = BTreeSet::new();
    for command in commands {
        let name = command["command"].as_str().unwrap_or("");
        let bare = name.strip_prefix('/').unwrap_or(name);
        let valid = (1..=32).contains(&bare.len()) && bare.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_');
        if !valid || !names.insert(bare) {
            return Err(Refusal::violation("BOT_COMMAND_INVALID"));
        }
        if !(1..=256).contains(&utf16_len(command["description"].as_str().unwrap_or(""))) {
            return Err(Refusal::violation("BOT_COMMAND_DESCRIPTION_INVALID"));
        }
    }
    language(params)
}

/// `language_code` of texts about the bot: two letters of ISO 639-1, or empty.
fn language(params: &Params) -> Checked {
    let code = params.get("language_code").and_then(Value::as_str).unwrap_or("");
    if code.is_empty() || code.len() == 2 && code.bytes().all(|b| b.is_ascii_lowercase()) {
        return Ok(());
    }
    Err(Refusal::violation("invalid language code specified"))
}

fn inline_results(params: &Params) -> Checked {
    let results = params.get("results").and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
    if results.len() > 50 {
        return Err(Refusal::violation("RESULTS_TOO_MUCH"));
    }
    let mut ids = BTreeSet::new();
    for result in results {
        let id = result["id"].as_str().unwrap_or("");
        if !(1..=64).contains(&id.len()) {
            return Err(Refusal::violation("RESULT_ID_INVALID"));
        }
        if !ids.insert(id) {
            return Err(Refusal::violation("RESULT_ID_DUPLICATE"));
        }
        if let Some(content) = result["input_message_content"].as_object()
            && content.contains_key("message_text")
        {
            let text = formatted(content, "message_text", "entities")?;
            if text.text.is_empty() || utf16_len(&text.text) > 4096 {
                return Err(Refusal::violation("MESSAGE_TEXT_INVALID"));
            }
        }
        if let Some(markup) = result.get("reply_markup") {
            keyboard(markup)?;
        }
    }
    if let Some(parameter) = params.get("button").and_then(|b| b["start_parameter"].as_str()) {
        start_payload(parameter)?;
    }
    Ok(())
}

fn album(params: &Params) -> Checked {
    let items = params.get("media").and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
    if items.len() > 10 {
        return Err(Refusal::violation("Too much messages to send as an album"));
    }
    if items.len() < 2 {
        return Err(Refusal::violation("there must be at least 2 messages to send as an album"));
    }
    let kinds: BTreeSet<&str> = items.iter().filter_map(|i| i["type"].as_str()).collect();
    if kinds.len() > 1 && (kinds.contains("document") || kinds.contains("audio")) {
        return Err(Refusal::violation("audio and document can't be mixed with other media types"));
    }
    for item in items.iter().filter_map(Value::as_object) {
        if utf16_len(&formatted(item, "caption", "caption_entities")?.text) > 1024 {
            return Err(Refusal::violation("message caption is too long"));
        }
    }
    Ok(())
}

fn webhook(params: &Params) -> Checked {
    if let Some(secret) = params.get("secret_token").and_then(Value::as_str) {
        let fits = |b: u8| b.is_ascii_alphanumeric() || b == b'_' || b == b'-';
        if secret.len() > 256 || !secret.bytes().all(fits) {
            return Err(Refusal::violation("secret token contains unallowed characters"));
        }
    }
    match params.get("max_connections").and_then(Value::as_i64) {
        Some(count) if !(1..=100).contains(&count) => Err(Refusal::violation("max_connections must be 1-100")),
        _ => Ok(()),
    }
}

fn reactions(params: &Params) -> Checked {
    let allowed = super::model::reaction_emoji();
    for reaction in params.get("reaction").and_then(Value::as_array).into_iter().flatten() {
        if reaction["type"] == "emoji" && !allowed.contains(reaction["emoji"].as_str().unwrap_or("")) {
            return Err(Refusal::violation("REACTION_INVALID"));
        }
    }
    Ok(())
}

/// Everything about buttons: exactly one action each, data of 1-64 bytes, a label, at most 100 and 8 a row.
fn keyboard(markup: &Value) -> Checked {
    if let Some(rows) = markup["keyboard"].as_array() {
        let labels = rows.iter().filter_map(Value::as_array).flatten().map(|b| b.as_str().or(b["text"].as_str()));
        if labels.into_iter().any(|label| label.is_none_or(|l| l.trim().is_empty())) {
            return Err(Refusal::violation("can't parse keyboard button: Text must be non-empty"));
        }
    }
    let rows: Vec<&Vec<Value>> = markup["inline_keyboard"].as_array().into_iter().flatten().filter_map(Value::as_array).collect();
    if rows.iter().map(|row| row.len()).sum::<usize>() > 100 {
        return Err(Refusal::violation("REPLY_MARKUP_TOO_LONG"));
    }
    for row in rows {
        if row.len() > 8 {
            return Err(Refusal::violation("REPLY_MARKUP_TOO_LONG"));
        }
        row.iter().try_for_each(button)?;
    }
    Ok(())
}

fn button(button: &Value) -> Checked {
    if button["text"].as_str().is_none_or(|text| text.trim().is_empty()) {
        return Err(Refusal::violation("can't parse inline keyboard button: Text must be non-empty"));
    }
    let look = ["text", "icon_custom_emoji_id", "style"];
    let actions = button.as_object().map_or(0, |b| b.keys().filter(|key| !look.contains(&key.as_str())).count());
    if actions == 0 {
        return Err(Refusal::violation("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"));
    }
    if actions > 1 {
        return Err(Refusal::violation("can't parse inline keyboard button: more than one action"));
    }
    if let Some(data) = button["callback_data"].as_str()
        && !(1..=64).contains(&data.len())
    {
        return Err(Refusal::violation("BUTTON_DATA_INVALID"));
    }
    match button["url"].as_str() {
        Some(url) if !url.contains("://") => Err(Refusal::violation("BUTTON_URL_INVALID")),
        Some(url) => start_link(url),
        None => Ok(()),
    }
}

/// A deep link to a bot carries 1-64 of `A-Za-z0-9_-`.
fn start_link(url: &str) -> Checked {
    let query = url.strip_prefix("https://t.me/").and_then(|rest| rest.split_once('?')).map_or("", |(_, query)| query);
    for (name, value) in super::http::form(query) {
        if matches!(name.as_str(), "start" | "startgroup") {
            start_payload(&value)?;
        }
    }
    Ok(())
}

fn start_payload(payload: &str) -> Checked {
    let fits = |b: u8| b.is_ascii_alphanumeric() || b == b'_' || b == b'-';
    if (1..=64).contains(&payload.len()) && payload.bytes().all(fits) {
        return Ok(());
    }
    Err(Refusal::violation("START_PARAM_INVALID"))
}
