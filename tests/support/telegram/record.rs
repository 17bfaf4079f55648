//! What happened, for audits after the fact.

use super::faults::Fault;
use serde_json::Value;

/// One call of the bot.
#[derive(Debug, Clone)]
pub struct Call {
    pub number: u64,
    /// Official spelling.
    pub method: String,
    /// As read, with the types of the description; uploads as `attach://name`.
    pub params: Value,
    /// The chat it was about.
    pub chat: Option<i64>,
    /// Unix time in milliseconds on the clock of the fake.
    pub at_ms: i64,
    /// HTTP status of the answer; 0 when no answer was sent.
    pub status: u16,
    /// `description` of a refusal.
    pub error: Option<String>,
    /// It had its effect.
    pub applied: bool,
    /// It had its effect and the bot was not told.
    pub response_lost: bool,
    pub fault: Option<Fault>,
}

impl Call {
    /// A text parameter, empty when absent.
    pub fn text(&self, name: &str) -> &str {
        self.params.get(name).and_then(Value::as_str).unwrap_or("")
    }
}

/// Something that Telegram's rules, knowable before the call, forbid.
#[derive(Debug, Clone, PartialEq)]
pub struct Violation {
    pub method: String,
    pub what: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SeenAs {
    Sent,
    Edited,
    Deleted,
    /// The short answer to a press on a button.
    Toast,
    /// The answer to a press, to be closed by the person.
    Alert,
}

/// One thing that the people of a chat got to see, in order.
#[derive(Debug, Clone)]
pub struct Seen {
    pub sequence: u64,
    pub at_ms: i64,
    pub chat: i64,
    pub message_id: i64,
    pub how: SeenAs,
    pub from_bot: bool,
    pub text: String,
}

#[derive(Default)]
pub struct Record {
    pub calls: Vec<Call>,
    pub count: u64,
    pub violations: Vec<Violation>,
    pub seen: Vec<Seen>,
}
