//! Patents newly published: the rows that subscriptions to early warnings are matched with.

use super::read::Record;
use super::row::Row;
use super::{Bilingual, Kind};
use chrono::NaiveDate;

/// A patent publication: an application laid open, or a grant.
#[derive(Debug, Clone, PartialEq)]
pub struct Patent {
    /// Publication number with its kind code: an application and its grant are two.
    pub number: String,
    pub title: Bilingual,
    /// What it is about.
    pub summary: Bilingual,
    pub applicants: Vec<String>,
    /// Symbols of the international classification, written as `H01M 10/052`.
    pub classes: Vec<String>,
    pub published: NaiveDate,
    pub filed: Option<NaiveDate>,
    pub link: Option<String>,
}

impl Record for Patent {
    const KIND: Kind = Kind::Patents;

    fn read(row: &mut Row<'_>) -> Self {
        let (filed, published) = (row.day("filed"), row.day("published"));
        row.in_order(("filed", filed), ("published", published));
        Self {
            number: row.words("number").unwrap_or_default(),
            title: row.both("title_zh", "title_en"),
            summary: row.both("abstract_zh", "abstract_en"),
            applicants: row.names("applicants"),
            classes: row.classes("ipc"),
            published: published.unwrap_or_default(),
            filed,
            link: row.link("link"),
        }
    }

    fn key(&self) -> String {
        self.key()
    }
}

impl Patent {
    /// The number without blanks: one publication, however it is written.
    pub fn key(&self) -> String {
        self.number.chars().filter(char::is_ascii_alphanumeric).map(|sign| sign.to_ascii_uppercase()).collect()
    }
}
