//! A text by name, and what can be put into it.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// A language in which the counter speaks: the name of a folder in `locales/`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Language(pub String);

impl Language {
    /// Simplified Chinese.
    pub fn chinese() -> Self {
        Self("zh-Hans".to_owned())
    }

    /// English.
    pub fn english() -> Self {
        Self("en".to_owned())
    }
}

/// A text by name with its arguments; becomes words in a language later, so it can speak the clerk's language as well as
/// the person's.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Text {
    /// Names tried in order: `counterfeit-report-how`, then a general one. A dot leads to an attribute: `common-back.short`.
    pub ids: Vec<String>,
    /// What is put in.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub args: Vec<(String, Value)>,
}

/// What can be put into a text.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Value {
    /// Words of a person or of data: escaped and neutralised when shown.
    Words(String),
    /// A number; chooses plural forms.
    Number(i64),
    /// A day, written as the language writes it: `2026年11月23日`, `23 November 2026`.
    Day(NaiveDate),
    /// A time of an office day: `11月23日 14:05`, `23 November, 14:05` (office time).
    Time(crate::clock::Moment),
    /// Fen, shown in yuan.
    Money(i64),
    /// Another text.
    Text(Box<Text>),
    /// The first line of another text, without markup.
    First(Box<Text>),
    /// Several, joined as the language joins a list.
    List(Vec<Value>),
}

impl Text {
    /// A text without arguments.
    pub fn new(id: impl Into<String>) -> Self {
        Self { ids: vec![id.into()], args: Vec::new() }
    }

    /// A text with a name to fall back on.
    pub fn or(mut self, id: impl Into<String>) -> Self {
        self.ids.push(id.into());
        self
    }

    /// Puts something in.
    pub fn with(mut self, name: &str, value: impl Into<Value>) -> Self {
        self.args.push((name.to_owned(), value.into()));
        self
    }
}

impl From<&str> for Value {
    fn from(words: &str) -> Self {
        Value::Words(words.to_owned())
    }
}

impl From<String> for Value {
    fn from(words: String) -> Self {
        Value::Words(words)
    }
}

impl From<i64> for Value {
    fn from(number: i64) -> Self {
        Value::Number(number)
    }
}

impl From<usize> for Value {
    fn from(number: usize) -> Self {
        Value::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

impl From<NaiveDate> for Value {
    fn from(day: NaiveDate) -> Self {
        Value::Day(day)
    }
}

impl From<Text> for Value {
    fn from(text: Text) -> Self {
        Value::Text(Box::new(text))
    }
}

impl From<Vec<Value>> for Value {
    fn from(list: Vec<Value>) -> Self {
        Value::List(list)
    }
}
