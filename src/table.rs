//! The office's own data as tables: districts, offices, statistics, publications, notices, policies, events, answers, new patents. What columns a table has
//! ([`column`]), how a file is read ([`read`]), and how the rows are asked ([`figure`], [`list`], [`answer`]).
//!
//! Pure: bytes and words come in, records and reports go out. It must not guess: what is not in a table is not there, and a
//! file with one row that cannot be trusted is refused as a whole, with every such row and its line.
//!
//! ## Why
//! - Half a table looks like a whole one. A person would read "there is none" where a row was lost.
//! - The office keeps its lists in spreadsheets, so a file may be UTF-8 or GB18030, with commas, semicolons or tabs, and its
//!   columns may be called by their Chinese names and stand in any order.
//! - Numbers are kept as they are written. Nothing is added up: a sum of districts is not the figure of the city.

pub mod answer;
pub mod column;
pub mod figure;
pub mod list;
pub mod office;
pub mod patent;
pub mod period;
pub mod read;
mod row;

use crate::place::{Place, Places};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

pub use answer::Answer;
pub use figure::Figure;
pub use list::{Event, Notice, Policy, Publication};
pub use office::PublicOffice;
pub use patent::Patent;
pub use read::{BadRow, Encoding, FileError, Report, RowReason};

/// A kind of table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// Districts and zones with what people call them.
    Places,
    /// Where the offices of the city are, their hours and phones.
    Offices,
    /// Published figures, one a row.
    Statistics,
    /// White papers, typical cases, news, policy papers.
    Publications,
    /// Calls for funding with their windows.
    Notices,
    /// Laws, rules and plans.
    Policies,
    /// Courses and other events.
    Events,
    /// Answers to questions that are often asked.
    Answers,
    /// Patents newly published, of which subscribers are told.
    Patents,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Kind; 9] = [
        Kind::Places,
        Kind::Offices,
        Kind::Statistics,
        Kind::Publications,
        Kind::Notices,
        Kind::Policies,
        Kind::Events,
        Kind::Answers,
        Kind::Patents,
    ];

    /// Name in commands and of files.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Places => "places",
            Kind::Offices => "offices",
            Kind::Statistics => "statistics",
            Kind::Publications => "publications",
            Kind::Notices => "notices",
            Kind::Policies => "policies",
            Kind::Events => "events",
            Kind::Answers => "answers",
            Kind::Patents => "patents",
        }
    }

    /// The kind of that name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

/// Words in both languages of the office; one of them may be missing, never both.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
pub struct Bilingual {
    /// Chinese.
    pub zh: Option<String>,
    /// English.
    pub en: Option<String>,
}

impl Bilingual {
    /// The Chinese words, else the English ones.
    pub fn zh(&self) -> &str {
        self.zh.as_deref().or(self.en.as_deref()).unwrap_or_default()
    }

    /// The English words, else the Chinese ones.
    pub fn en(&self) -> &str {
        self.en.as_deref().or(self.zh.as_deref()).unwrap_or_default()
    }

    /// Chinese and English words in one column, apart by a bar; without a bar they stand for both languages.
    pub fn read(text: &str) -> Self {
        let part = |part: &str| Some(part.trim().to_owned()).filter(|part| !part.is_empty());
        let (zh, en) = text.split_once('|').unwrap_or((text, ""));
        Self { zh: part(zh), en: part(en) }
    }

    /// No words at all.
    pub fn is_empty(&self) -> bool {
        self.zh.is_none() && self.en.is_none()
    }
}

/// Where a table came from.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Origin {
    /// As the operator names it.
    pub source: String,
    /// The day it stood like this.
    pub as_of: Option<NaiveDate>,
}

/// A table in use.
#[derive(Debug, Clone, PartialEq)]
pub struct Table<R> {
    /// Rows in the order of the file.
    pub rows: Vec<R>,
    /// Where it came from.
    pub origin: Origin,
}

/// The rows of one file.
#[derive(Debug, Clone, PartialEq)]
pub enum Content {
    /// See [`Kind::Places`].
    Places(Vec<Place>),
    /// See [`Kind::Offices`].
    Offices(Vec<PublicOffice>),
    /// See [`Kind::Statistics`].
    Statistics(Vec<Figure>),
    /// See [`Kind::Publications`].
    Publications(Vec<Publication>),
    /// See [`Kind::Notices`].
    Notices(Vec<Notice>),
    /// See [`Kind::Policies`].
    Policies(Vec<Policy>),
    /// See [`Kind::Events`].
    Events(Vec<Event>),
    /// See [`Kind::Answers`].
    Answers(Vec<Answer>),
    /// See [`Kind::Patents`].
    Patents(Vec<Patent>),
}

impl Content {
    /// How many rows.
    pub fn len(&self) -> usize {
        match self {
            Content::Places(rows) => rows.len(),
            Content::Offices(rows) => rows.len(),
            Content::Statistics(rows) => rows.len(),
            Content::Publications(rows) => rows.len(),
            Content::Notices(rows) => rows.len(),
            Content::Policies(rows) => rows.len(),
            Content::Events(rows) => rows.len(),
            Content::Answers(rows) => rows.len(),
            Content::Patents(rows) => rows.len(),
        }
    }

    /// No rows; the reader refuses such a file.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// A file that was read.
#[derive(Debug, Clone, PartialEq)]
pub struct Read {
    /// Its rows.
    pub content: Content,
    /// Columns that we do not know.
    pub ignored: Vec<String>,
    /// How it was written.
    pub encoding: Encoding,
}

/// Every table in use; what the operator has not loaded is `None`.
#[derive(Debug, Clone, Default)]
pub struct Tables {
    /// Only how many rows, and where they came from; empty while those inside the program are in use.
    pub places: Option<(usize, Origin)>,
    pub offices: Option<Arc<Table<PublicOffice>>>,
    pub statistics: Option<Arc<Table<Figure>>>,
    pub publications: Option<Arc<Table<Publication>>>,
    pub notices: Option<Arc<Table<Notice>>>,
    pub policies: Option<Arc<Table<Policy>>>,
    pub events: Option<Arc<Table<Event>>>,
    pub answers: Option<Arc<Table<Answer>>>,
    /// Only how many rows, and where they came from: nobody asks them at the counter, and there may be very many.
    pub patents: Option<(usize, Origin)>,
}

impl Tables {
    /// The same with one table replaced.
    #[must_use]
    pub fn with(mut self, content: Content, origin: Origin) -> Self {
        match content {
            // The rows themselves are looked up in one table with the program's own: see [`crate::office::Office::places`].
            Content::Places(rows) => self.places = Some((rows.len(), origin)),
            Content::Offices(rows) => self.offices = Some(Arc::new(Table { rows, origin })),
            Content::Statistics(rows) => self.statistics = Some(Arc::new(Table { rows, origin })),
            Content::Publications(rows) => self.publications = Some(Arc::new(Table { rows, origin })),
            Content::Notices(rows) => self.notices = Some(Arc::new(Table { rows, origin })),
            Content::Policies(rows) => self.policies = Some(Arc::new(Table { rows, origin })),
            Content::Events(rows) => self.events = Some(Arc::new(Table { rows, origin })),
            Content::Answers(rows) => self.answers = Some(Arc::new(Table { rows, origin })),
            Content::Patents(rows) => self.patents = Some((rows.len(), origin)),
        }
        self
    }

    /// Rows of a kind and where they came from.
    pub fn of(&self, kind: Kind) -> Option<(usize, &Origin)> {
        fn look<R>(table: &Option<Arc<Table<R>>>) -> Option<(usize, &Origin)> {
            table.as_ref().map(|table| (table.rows.len(), &table.origin))
        }
        match kind {
            Kind::Places => self.places.as_ref().map(|(rows, origin)| (*rows, origin)),
            Kind::Offices => look(&self.offices),
            Kind::Statistics => look(&self.statistics),
            Kind::Publications => look(&self.publications),
            Kind::Notices => look(&self.notices),
            Kind::Policies => look(&self.policies),
            Kind::Events => look(&self.events),
            Kind::Answers => look(&self.answers),
            Kind::Patents => self.patents.as_ref().map(|(rows, origin)| (*rows, origin)),
        }
    }
}

/// Reads a file of a kind. `progress` is told how many bytes are done.
///
/// # Errors
/// Everything that is wrong with the file, and no table.
pub fn parse(kind: Kind, bytes: &[u8], places: &Places, progress: &mut dyn FnMut(u64)) -> Result<Read, Report> {
    let (text, encoding) = read::decode(bytes).map_err(Report::of_file)?;
    let mut ignored = Vec::new();
    let mut sheet = read::Sheet { text: &text, places, progress, ignored: &mut ignored };
    let content = match kind {
        Kind::Places => Content::Places(sheet.rows()?),
        Kind::Offices => Content::Offices(sheet.rows()?),
        Kind::Statistics => Content::Statistics(sheet.rows()?),
        Kind::Publications => Content::Publications(sheet.rows()?),
        Kind::Notices => Content::Notices(sheet.rows()?),
        Kind::Policies => Content::Policies(sheet.rows()?),
        Kind::Events => Content::Events(sheet.rows()?),
        Kind::Answers => Content::Answers(sheet.rows()?),
        Kind::Patents => Content::Patents(sheet.rows()?),
    };
    progress(bytes.len() as u64);
    Ok(Read { content, ignored, encoding })
}

#[cfg(test)]
mod tests;
