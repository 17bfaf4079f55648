//! Lists of what the office published: publications, notices, policies, events; and which rows fit what is asked.
//!
//! It ranks by fit and by day alone. Whether a window is open and a law in force is reckoned from the days of the row.

use super::read::Record;
use super::row::Row;
use super::{Bilingual, Kind, Table};
use crate::place::fold::fold;
use chrono::{NaiveDate, NaiveDateTime};

/// A name for a row that stays while its words stay: tables may be imported again while somebody looks at a list.
fn name_of(parts: &[&str]) -> String {
    format!("{:012x}", xxhash_rust::xxh3::xxh3_64(parts.join("\u{1f}").as_bytes()) >> 16)
}

/// A white paper, typical cases, news, a policy paper.
#[derive(Debug, Clone, PartialEq)]
pub struct Publication {
    /// Name in lists.
    pub id: String,
    pub title: Bilingual,
    pub kind: &'static str,
    /// The year it is about.
    pub year: i32,
    pub published: NaiveDate,
    pub link: Option<String>,
    /// Language of the paper itself: `zh`, `en` or `both`.
    pub language: Option<&'static str>,
    pub summary: Bilingual,
}

impl Record for Publication {
    const KIND: Kind = Kind::Publications;

    fn read(row: &mut Row<'_>) -> Self {
        let title = row.both("title_zh", "title_en");
        let published = row.day("date").unwrap_or_default();
        Self {
            id: name_of(&[title.zh(), title.en(), &published.to_string()]),
            title,
            kind: row.one_of("kind").unwrap_or_default(),
            year: row.year("year").unwrap_or_default(),
            published,
            link: row.link("link"),
            language: row.one_of("language"),
            summary: row.both("summary_zh", "summary_en"),
        }
    }

    fn key(&self) -> String {
        format!("{} {}", self.title.zh(), self.published)
    }
}

impl Table<Publication> {
    /// Newest first, of a kind and a year where these are said.
    pub fn find(&self, kind: Option<&str>, year: Option<i32>) -> Vec<&Publication> {
        let fits = |one: &&Publication| kind.is_none_or(|kind| one.kind == kind) && year.is_none_or(|year| one.year == year);
        let mut found: Vec<&Publication> = self.rows.iter().filter(fits).collect();
        found.sort_by_key(|one| std::cmp::Reverse(one.published));
        found
    }

    /// The row of that name.
    pub fn by_id(&self, id: &str) -> Option<&Publication> {
        self.rows.iter().find(|one| one.id == id)
    }
}

/// Where a window stands on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Window {
    Open,
    Later,
    Closed,
}

impl Window {
    /// Name in text ids.
    pub fn name(self) -> &'static str {
        match self {
            Window::Open => "open",
            Window::Later => "later",
            Window::Closed => "closed",
        }
    }
}

/// A call for funding.
#[derive(Debug, Clone, PartialEq)]
pub struct Notice {
    /// Name in lists.
    pub id: String,
    pub title: Bilingual,
    pub item: &'static str,
    /// Who may apply.
    pub who: Bilingual,
    pub from: NaiveDate,
    /// Last day.
    pub until: NaiveDate,
    /// Codes of districts it is for; empty: the whole city.
    pub places: Vec<String>,
    pub link: Option<String>,
    pub summary: Bilingual,
}

impl Record for Notice {
    const KIND: Kind = Kind::Notices;

    fn read(row: &mut Row<'_>) -> Self {
        let title = row.both("title_zh", "title_en");
        let (from, until) = (row.day("from"), row.day("until"));
        row.in_order(("from", from), ("until", until));
        let from = from.unwrap_or_default();
        let mut places = row.places("places");
        if places.iter().any(|place| place == super::figure::CITY) {
            places.clear();
        }
        Self {
            id: name_of(&[title.zh(), title.en(), &from.to_string()]),
            title,
            item: row.one_of("item").unwrap_or_default(),
            who: row.both("who_zh", "who_en"),
            from,
            until: until.unwrap_or_default(),
            places,
            link: row.link("link"),
            summary: row.both("summary_zh", "summary_en"),
        }
    }

    fn key(&self) -> String {
        format!("{} {}", self.title.zh(), self.from)
    }
}

impl Notice {
    /// Where its window stands on a day; both ends belong to it.
    pub fn window(&self, today: NaiveDate) -> Window {
        match today {
            _ if today < self.from => Window::Later,
            _ if today > self.until => Window::Closed,
            _ => Window::Open,
        }
    }
}

impl Table<Notice> {
    /// Open ones first, by their last day; then those whose window comes. Closed ones are left out. Those of the whole city
    /// fit every district.
    pub fn find(&self, item: Option<&str>, place: Option<&str>, today: NaiveDate) -> Vec<&Notice> {
        let near = |one: &Notice| one.places.is_empty() || place.is_none_or(|place| one.places.iter().any(|own| own == place));
        let fits = |one: &&Notice| item.is_none_or(|item| one.item == item) && near(one) && one.window(today) != Window::Closed;
        let mut found: Vec<&Notice> = self.rows.iter().filter(fits).collect();
        found.sort_by_key(|one| (one.window(today), if one.window(today) == Window::Open { one.until } else { one.from }));
        found
    }

    /// The row of that name.
    pub fn by_id(&self, id: &str) -> Option<&Notice> {
        self.rows.iter().find(|one| one.id == id)
    }
}

/// A law, a rule, a plan.
#[derive(Debug, Clone, PartialEq)]
pub struct Policy {
    /// Name in lists.
    pub id: String,
    pub title: Bilingual,
    pub kind: &'static str,
    /// Its official number.
    pub number: Option<String>,
    /// Who issued it.
    pub by: Bilingual,
    pub published: NaiveDate,
    /// The day it takes effect.
    pub from: NaiveDate,
    /// The last day it applies.
    pub until: Option<NaiveDate>,
    pub link: Option<String>,
    pub summary: Bilingual,
    /// Words that people ask with.
    pub phrases: Vec<String>,
}

impl Record for Policy {
    const KIND: Kind = Kind::Policies;

    fn read(row: &mut Row<'_>) -> Self {
        let title = row.both("title_zh", "title_en");
        let (from, until) = (row.day("from"), row.day("until"));
        row.in_order(("from", from), ("until", until));
        let published = row.day("date").unwrap_or_default();
        Self {
            id: name_of(&[title.zh(), title.en(), &published.to_string()]),
            title,
            kind: row.one_of("kind").unwrap_or_default(),
            number: row.words("number"),
            by: row.both("by_zh", "by_en"),
            published,
            from: from.unwrap_or_default(),
            until,
            link: row.link("link"),
            summary: row.both("summary_zh", "summary_en"),
            phrases: [row.phrases("phrases_zh"), row.phrases("phrases_en")].concat(),
        }
    }

    fn key(&self) -> String {
        format!("{} {}", self.title.zh(), self.published)
    }
}

impl Policy {
    /// Where it stands on a day: in force (`Open`), to come, or no longer in force.
    pub fn window(&self, today: NaiveDate) -> Window {
        match self.until {
            Some(until) if today > until => Window::Closed,
            _ if today < self.from => Window::Later,
            _ => Window::Open,
        }
    }
}

impl Table<Policy> {
    /// Those that fit the words, best first; without words all, newest first. What is no longer in force comes last.
    pub fn find(&self, words: &str, today: NaiveDate) -> Vec<&Policy> {
        let over = |one: &Policy| one.window(today) == Window::Closed;
        if fold(words).is_empty() {
            let mut all: Vec<&Policy> = self.rows.iter().collect();
            all.sort_by_key(|one| (over(one), std::cmp::Reverse(one.published)));
            return all;
        }
        let texts = |one: &Policy| {
            let title = [&one.title.zh, &one.title.en, &one.number].into_iter().flatten().cloned();
            title.chain(one.phrases.iter().cloned()).collect::<Vec<_>>()
        };
        let ranked = super::answer::rank(&self.rows, texts, words);
        let mut found: Vec<&Policy> = ranked.into_iter().filter_map(|(row, _)| self.rows.get(row)).collect();
        found.sort_by_key(|one| over(one));
        found
    }

    /// The row of that name.
    pub fn by_id(&self, id: &str) -> Option<&Policy> {
        self.rows.iter().find(|one| one.id == id)
    }
}

/// A course or another event. Who comes is kept in the store, not here.
#[derive(Debug, Clone, PartialEq)]
pub struct Event {
    /// The operator's name of it; bookings refer to it.
    pub id: String,
    pub title: Bilingual,
    /// Office time.
    pub starts: NaiveDateTime,
    pub ends: NaiveDateTime,
    pub place: Bilingual,
    pub speaker: Bilingual,
    /// Seats in all.
    pub seats: u32,
    /// Seats of the waiting list.
    pub waiting: u32,
    /// Last day to sign up.
    pub sign_up_until: NaiveDate,
    /// It does not take place.
    pub cancelled: bool,
    pub summary: Bilingual,
}

impl Record for Event {
    const KIND: Kind = Kind::Events;

    fn read(row: &mut Row<'_>) -> Self {
        let (starts, ends) = (row.time("starts"), row.time("ends"));
        row.in_order(("starts", starts), ("ends", ends));
        let until = row.day("sign_up_until");
        row.in_order(("sign_up_until", until), ("starts", starts.map(|starts| starts.date())));
        let starts = starts.unwrap_or_default();
        Self {
            id: row.name("id").unwrap_or_default(),
            title: row.both("title_zh", "title_en"),
            starts,
            ends: ends.unwrap_or_default(),
            place: row.both("place_zh", "place_en"),
            speaker: row.both("speaker_zh", "speaker_en"),
            seats: row.whole("seats").unwrap_or_default(),
            waiting: row.whole("waiting").unwrap_or_default(),
            sign_up_until: until.unwrap_or(starts.date()),
            cancelled: row.one_of("cancelled") == Some("yes"),
            summary: row.both("summary_zh", "summary_en"),
        }
    }

    fn key(&self) -> String {
        self.id.clone()
    }
}

impl Table<Event> {
    /// Events that have not begun and take place, the next one first.
    pub fn coming(&self, now: NaiveDateTime) -> Vec<&Event> {
        let mut coming: Vec<&Event> = self.rows.iter().filter(|event| event.starts > now && !event.cancelled).collect();
        coming.sort_by_key(|event| event.starts);
        coming
    }

    /// The event of that name.
    pub fn by_id(&self, id: &str) -> Option<&Event> {
        self.rows.iter().find(|event| event.id == id)
    }
}
