//! `@bot name` in any chat: the register of agencies, to be sent into that chat. Best effort; nothing of it is kept, and
//! nothing but the register is shown.
//!
//! ## Why
//! Only real matches are offered. "Did you mean" is a question, and an article cannot ask: who sends it would take another
//! agency for the one that was meant.

use super::api::{Api, ApiError};
use super::update::Asked;
use crate::agency::{Agency, Query, Register};
use crate::locale::{Language, Text, Texts, Value};
use crate::message::plain;
use crate::office::Office;
use serde_json::json;

/// Articles in one answer (answerInlineQuery takes 50).
const MOST: usize = 20;
/// Seconds that Telegram may keep an answer; short, because the register changes and readers differ in language.
const CACHE: u32 = 10;
/// Where the button above the articles leads: the same look-up as a dialog.
const SERVICE: &str = "agency-lookup";

/// Answers a query.
pub(super) async fn answer(office: &Office, api: &Api, asked: &Asked) {
    let body = articles(office, asked);
    match api.call("answerInlineQuery", &body).await {
        Ok(_) => metrics::counter!("inline_queries_total").increment(1),
        // Who types on asks again.
        Err(ApiError::OldPress) => {}
        Err(error) => tracing::debug!("an inline query was not answered: {error}"),
    }
}

fn articles(office: &Office, asked: &Asked) -> serde_json::Value {
    let script = office.script.load();
    let texts = &script.texts;
    let language = texts.negotiate(asked.language.as_deref());
    let index = office.agencies.load();
    let words = asked.query.trim();
    let hits = if words.is_empty() {
        Vec::new()
    } else {
        let query = Query { text: Some(words.to_owned()), page_size: MOST, ..Query::default() };
        index.search(&query).items
    };
    let register = index.register();
    let results: Vec<_> = hits.iter().take(MOST).map(|hit| article(texts, &language, register, &hit.agency)).collect();
    let mut body = json!({
        "inline_query_id": asked.id,
        "results": results,
        "cache_time": CACHE,
        "is_personal": false,
    });
    if hits.is_empty() {
        let id = if words.is_empty() { "telegram-inline-open" } else { "telegram-inline-none" };
        body["button"] = json!({ "text": plain(&texts.say(&language, &Text::new(id))), "start_parameter": SERVICE });
    }
    body
}

fn article(texts: &Texts, language: &Language, register: &Register, agency: &Agency) -> serde_json::Value {
    let missing = || Value::from(Text::new("agency-missing"));
    let parts: Vec<&str> = [&agency.province, &agency.city, &agency.district].into_iter().flatten().map(String::as_str).collect();
    let place = if parts.is_empty() { missing() } else { parts.join(" ").into() };
    let item = Text::new("telegram-inline-item").with("code", agency.code.as_str()).with("place", place.clone());
    let text = Text::new("telegram-inline-text")
        .with("name", agency.name.as_str())
        .with("code", agency.code.as_str())
        .with("place", place)
        .with("as-of", register.as_of.map_or_else(missing, Value::Day));
    let mut description = plain(&texts.say(language, &item));
    let mut message = texts.say(language, &text);
    if register.demo {
        let demo = texts.say(language, &Text::new("telegram-inline-demo"));
        description = format!("{} · {description}", plain(&demo));
        message = format!("{message}\n<i>{demo}</i>");
    }
    json!({
        "type": "article",
        "id": agency.code,
        "title": agency.name,
        "description": description,
        "input_message_content": {
            "message_text": message,
            "parse_mode": "HTML",
            "link_preview_options": { "is_disabled": true },
        },
    })
}
