//! Files, the webhook, and what the bot says about itself.

use super::methods::{MB, Params, at};
use super::model::*;
use super::updates::Webhook;
use serde_json::{Value, json};

/// `getFile` refuses what is larger than this.
pub const DOWNLOAD_LIMIT: u64 = 20 * MB;

pub(super) fn get_file(state: &mut State, params: &Params) -> Answered {
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

pub(super) fn set_webhook(state: &mut State, method: &str, params: &Params) -> Answered {
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

pub(super) fn webhook_info(state: &State) -> Value {
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

pub(super) fn profile(state: &mut State, method: &str, params: &Params) -> Answered {
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
