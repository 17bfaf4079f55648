//! Tells Telegram what the bot is: commands, names and descriptions in each language. A failure is logged and tried again at
//! the next start; nothing depends on it.
//!
//! ## Why
//! These calls are limited to a few a day, so only what changed since the last start is sent: the store keeps a hash of each.

use super::api::{Api, ApiError};
use super::update::Me;
use crate::locale::{Language, Text};
use crate::message::plain;
use crate::office::Office;
use crate::store::{Commit, Write};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// Name in the store.
const NAME: &str = "telegram-setup";

/// Commands of persons, in the order of the menu; their descriptions are texts `command-<name>`.
pub const COMMANDS: [&str; 10] = ["start", "new", "status", "human", "back", "cancel", "language", "privacy", "mydata", "help"];

/// A command for staff.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StaffCommand {
    /// Name without the slash.
    pub name: &'static str,
    /// Id of the text that describes it.
    pub text: &'static str,
}

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
pub async fn introduce(office: &Office, api: &Api, me: &Me, staff: &[StaffCommand]) {
    let before: BTreeMap<String, String> = match office.store.named(NAME).await {
        Ok(text) => text.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default(),
        Err(error) => {
            tracing::warn!("commands and descriptions are not sent to Telegram: {error}");
            return;
        }
    };
    let mut now = BTreeMap::new();
    for Call { method, about, body } in calls(office, staff) {
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

fn calls(office: &Office, staff: &[StaffCommand]) -> Vec<Call> {
    let script = office.script.load();
    let say = |language: &Language, id: &str| plain(&script.texts.say(language, &Text::new(id)));
    let mut calls = Vec::new();
    let mut tell = |method: &'static str, about: String, body: Value| calls.push(Call { method, about, body });
    // English is for everybody whose language is not there.
    let english = Language::english();
    let own = script.texts.languages().filter(|language| **language != english).map(|language| (code(language), language.clone()));
    let mut languages: Vec<(String, Language)> = vec![(String::new(), english.clone())];
    for (code, language) in own {
        // Telegram tells languages apart by two letters: of two that share them the first counts.
        if !languages.iter().any(|(other, _)| *other == code) {
            languages.push((code, language));
        }
    }
    for (code, language) in &languages {
        let commands: Vec<Value> = COMMANDS.iter().map(|name| command(name, &say(language, &format!("command-{name}")))).collect();
        let with = |mut body: Value| {
            if !code.is_empty() {
                body["language_code"] = json!(code);
            }
            body
        };
        tell("setMyCommands", format!("persons {code}"), with(json!({ "commands": commands, "scope": { "type": "all_private_chats" } })));
        tell("setMyName", code.clone(), with(json!({ "name": say(language, "bot-name") })));
        tell("setMyDescription", code.clone(), with(json!({ "description": say(language, "bot-description") })));
        tell("setMyShortDescription", code.clone(), with(json!({ "short_description": say(language, "bot-short-description") })));
    }
    for queue in &office.queues {
        let Some(group) = queue.group.map(|group| office.groups.now(group)).filter(|_| !staff.is_empty()) else { continue };
        let commands: Vec<Value> = staff.iter().map(|each| command(each.name, &say(&queue.language, each.text))).collect();
        tell("setMyCommands", format!("group {group}"), json!({ "commands": commands, "scope": { "type": "chat", "chat_id": group } }));
    }
    calls
}

fn command(name: &str, description: &str) -> Value {
    json!({ "command": name, "description": description })
}

/// Two letters of a language (ISO 639-1), as Telegram wants them.
fn code(language: &Language) -> String {
    language.0.split('-').next().unwrap_or_default().to_owned()
}
