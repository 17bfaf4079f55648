//! An answer, kept as data: a choice keeps its name and so speaks every language; words stay as written.

use crate::id::EvidenceId;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// An answer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Answer {
    /// Name of an option.
    Choice(String),
    /// Names of options.
    Several(Vec<String>),
    /// Yes or no.
    YesNo(bool),
    /// Words as written.
    Text(String),
    /// A whole number.
    Number(i64),
    /// An amount in fen.
    Money(i64),
    /// A day.
    Date(NaiveDate),
    /// A phone number in its plain form.
    Phone(String),
    /// An e-mail address.
    Email(String),
    /// Links.
    Links(Vec<String>),
    /// A place.
    Place(PlaceAnswer),
    /// A number of a right.
    RightNumber(RightNumber),
    /// A credit code.
    CreditCode {
        /// The code in capitals.
        code: String,
        /// Its check sign fits.
        verified: bool,
    },
    /// Files.
    Files(Vec<EvidenceId>),
    /// A receipt number.
    Receipt(String),
    /// An access code, kept only until it was tried.
    Code(crate::id::AccessCode),
    /// One of the things that a look-up found, or a fixed option.
    Pick {
        /// Name of the thing.
        id: String,
        /// Its words, as the look-up gave them.
        label: String,
    },
    /// A country or region.
    Country(CountryAnswer),
    /// A year.
    Year(i32),
    /// Several items.
    List(Vec<ListItem>),
    /// Skipped.
    Skipped,
    /// "I don't know".
    Unknown,
    /// Not taken here: brought to the office's own page or window.
    Elsewhere,
    /// A step that tells was told.
    Told,
    /// A step that acts has acted, or a stop was passed.
    Done,
}

/// A district, a zone, or a place outside the city.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlaceAnswer {
    /// Code in the list of places; `outside_wuhan` for elsewhere.
    pub code: String,
    /// What the person wrote, when it says more than the code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub written: Option<String>,
}

/// A country or region.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CountryAnswer {
    /// ISO 3166-1 alpha-2 code in capitals.
    pub code: String,
    /// What the person wrote, when it says more than the code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub written: Option<String>,
}

/// One item of a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListItem {
    /// The item; a number in its plain form.
    pub words: String,
    /// Kind of a number: `invention`, `trademark`...; empty for other items.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub kind: String,
    /// Its form and check digit fit.
    pub verified: bool,
}

/// A number of a right, checked or not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RightNumber {
    /// The number in its plain form; as typed when it could not be read.
    pub number: String,
    /// Kind: `invention`, `utility_model`, `design`, `trademark`...; empty when unknown.
    #[serde(default)]
    pub kind: String,
    /// The check digit fits, or the kind of number has none and its form is right.
    pub verified: bool,
}

impl Answer {
    /// The question was really answered.
    pub fn is_given(&self) -> bool {
        !matches!(self, Answer::Skipped | Answer::Unknown | Answer::Elsewhere | Answer::Told | Answer::Done)
    }

    /// Part of the text of an answer, for look-ups and acts; empty when there is none.
    pub fn words(&self) -> String {
        match self {
            Answer::Choice(text) | Answer::Text(text) | Answer::Phone(text) | Answer::Email(text) | Answer::Receipt(text) => text.clone(),
            Answer::Several(items) | Answer::Links(items) => items.join(" "),
            Answer::YesNo(yes) => if *yes { "yes" } else { "no" }.to_owned(),
            Answer::Number(n) | Answer::Money(n) => n.to_string(),
            Answer::Date(day) => day.to_string(),
            Answer::Place(place) => place.code.clone(),
            Answer::RightNumber(right) => right.number.clone(),
            Answer::CreditCode { code, .. } => code.clone(),
            Answer::Code(code) => code.secret().to_owned(),
            Answer::Pick { id, .. } => id.clone(),
            Answer::Country(country) => country.code.clone(),
            Answer::Year(year) => year.to_string(),
            Answer::List(items) => items.iter().map(|item| item.words.as_str()).collect::<Vec<_>>().join("\n"),
            Answer::Files(_) | Answer::Skipped | Answer::Unknown | Answer::Elsewhere | Answer::Told | Answer::Done => String::new(),
        }
    }
}
