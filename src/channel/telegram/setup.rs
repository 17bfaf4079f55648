//! Tells Telegram what the bot is: commands, names and descriptions in each language. A failure is logged and tried again at
//! the next start; nothing depends on it.
//!
//! ## Why
//! These calls are limited to a few a day, so only what changed since the last start is sent: the store keeps a hash of each.

use super::api::{Api, ApiError};
use super::update::Me;
use crate::desk::staff;
use crate::locale::{Language, Text, Texts};
use crate::message::plain;
use crate::office::Office;
use crate::store::{Commit, Write};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// Name in the store.
const NAME: &str = "telegram-setup";

/// Commands of persons, in the order of the menu; their descriptions are texts `command-<name>`.
pub const COMMANDS: [&str; 10] = ["start", "new", "status", "human", "back", "cancel", "language", "privacy", "mydata", "help"];

/// Asks who the bot is (getMe).
///
/// # Errors
/// The token is refused, or Telegram cannot be reached.
pub async fn me(api: &Api) -> Result<Me, ApiError> {
    let me = api.call("getMe", &json!({})).await?;
    let id = me["id"].as_i64().ok_or(ApiError::Lost)?;
    Ok(Me { id, username: me["username"].as_str().unwrap_or_default().to_owned() })
}

/// Tells Telegram everything that changed since the last start.
pub async fn introduce(office: &Office, api: &Api, me: &Me) {
    let before: BTreeMap<String, String> = match office.store.named(NAME).await {
        Ok(text) => text.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default(),
        Err(error) => {
            tracing::warn!("commands and descriptions are not sent to Telegram: {error}");
            return;
        }
    };
    let mut now = BTreeMap::new();
    for Call { method, about, body } in calls(office) {
        let key = format!("{} {method} {about}", me.id);
        let hash = format!("{:016x}", xxhash_rust::xxh3::xxh3_64(body.to_string().as_bytes()));
        if before.get(&key) == Some(&hash) {
            now.insert(key, hash);
            continue;
        }
        match api.call(method, &body).await {
            Ok(_) | Err(ApiError::Same) => {
                now.insert(key, hash);
            }
            Err(error @ (ApiError::NoChat | ApiError::Forbidden)) => tracing::info!("{method} ({about}) waits for the next start: {error}"),
            Err(error) => tracing::warn!("{method} ({about}) did not work, it is tried again at the next start: {error}"),
        }
    }
    if now != before
        && let Ok(text) = serde_json::to_string(&now)
    {
        let commit = Commit { writes: vec![Write::Named(NAME.to_owned(), Some(text))], ..Commit::default() };
        if let Err(error) = office.store.commit(commit).await {
            tracing::warn!("what Telegram was told is not kept: {error}");
        }
    }
}

struct Call {
    method: &'static str,
    /// Scope and language.
    about: String,
    body: Value,
}

fn calls(office: &Office) -> Vec<Call> {
    let script = office.script.load();
    let texts = &script.texts;
    let mut calls = Vec::new();
    for (code, language) in &languages(texts) {
        let with = |mut body: Value| {
            if !code.is_empty() {
                body["language_code"] = json!(code);
            }
            body
        };
        let mut tell = |method: &'static str, body: Value| calls.push(Call { method, about: code.clone(), body: with(body) });
        tell("setMyCommands", json!({ "commands": own(texts, language), "scope": { "type": "all_private_chats" } }));
        tell("setMyName", json!({ "name": say(texts, language, "bot-name") }));
        tell("setMyDescription", json!({ "description": say(texts, language, "bot-description") }));
        tell("setMyShortDescription", json!({ "short_description": say(texts, language, "bot-short-description") }));
    }
    for queue in office.queues() {
        let Some(group) = queue.group.map(|group| office.groups.now(group)) else { continue };
        let commands: Vec<Value> = staff::COMMANDS.iter().map(|(name, text)| command(name, &say(texts, &queue.language, text))).collect();
        let body = json!({ "commands": commands, "scope": { "type": "chat", "chat_id": group } });
        calls.push(Call { method: "setMyCommands", about: format!("group {group}"), body });
    }
    // A clerk who never wrote to the bot has no chat with it yet.
    for clerk in &office.config.clerk {
        let Some(user) = clerk.telegram else { continue };
        let mut commands = own(texts, &clerk.language);
        commands.insert(0, command("desk", &say(texts, &clerk.language, "desk-command-desk")));
        let body = json!({ "commands": commands, "scope": { "type": "chat", "chat_id": user } });
        calls.push(Call { method: "setMyCommands", about: format!("clerk {}", clerk.id.0), body });
    }
    calls
}

fn say(texts: &Texts, language: &Language, id: &str) -> String {
    plain(&texts.say(language, &Text::new(id)))
}

/// The commands of persons.
fn own(texts: &Texts, language: &Language) -> Vec<Value> {
    COMMANDS.iter().map(|name| command(name, &say(texts, language, &format!("command-{name}")))).collect()
}

fn command(name: &str, description: &str) -> Value {
    json!({ "command": name, "description": description })
}

/// Languages with their two letters; English is for everybody whose language is not there. Telegram tells languages apart by
/// two letters: of two that share them the first counts.
fn languages(texts: &Texts) -> Vec<(String, Language)> {
    let mut languages = vec![(String::new(), Language::english())];
    for language in texts.languages().filter(|language| **language != Language::english()) {
        let code = code(language);
        if !languages.iter().any(|(other, _)| *other == code) {
            languages.push((code, language.clone()));
        }
    }
    languages
}

/// Two letters of a language (ISO 639-1), as Telegram wants them.
fn code(language: &Language) -> String {
    language.0.split('-').next().unwrap_or_default().to_owned()
}
