//! What somebody subscribed to, and what waits for their next digest.

use super::Rhythm;
use crate::clock::Moment;
use crate::id::{PersonKey, SubscriptionId};
use crate::message::Route;
use crate::table::{Bilingual, Kind};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;

/// Entries that one digest tells in full; the rest is counted.
pub const TOLD: usize = 12;
/// Reasons that are told of one entry.
const REASONS: usize = 3;

/// A subscription. Sealed as a whole, but for its revision and the moment of the next digest.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Subscription {
    /// Its name among those of the person.
    pub id: SubscriptionId,
    /// Whose it is.
    pub person: PersonKey,
    /// Where they were reached when they subscribed.
    pub route: Route,
    /// What they wish to hear of.
    pub wish: Wish,
    /// How often.
    pub rhythm: Rhythm,
    /// When they subscribed.
    pub since: Moment,
    /// Number of the last version of the table that was looked through, or that was there already.
    pub matched: u32,
    /// What the next digest tells.
    #[serde(default)]
    pub waiting: Waiting,
    /// When that goes out; nothing waits without it.
    #[serde(default)]
    pub due: Option<Moment>,
    /// Changes so far; each change adds one.
    pub revision: u64,
}

impl Subscription {
    /// Its own place within the hour in which digests go out.
    pub fn share(&self) -> u64 {
        xxhash_rust::xxh3::xxh3_64(self.id.as_str().as_bytes())
    }
}

/// What somebody wishes to hear of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Wish {
    /// New patents that one of these fits, as the person wrote them.
    Patents {
        /// Words; those of one keyword must all be there.
        keywords: Vec<String>,
        /// Symbols of the international classification at any level.
        classes: Vec<String>,
        /// Names of firms and institutes.
        applicants: Vec<String>,
    },
    /// New publications, of one kind where that is said.
    Publications {
        /// See [`PUBLICATIONS`](crate::table::column::PUBLICATIONS).
        kind: Option<String>,
    },
    /// New calls for funding, of one item and for one district where these are said.
    Notices {
        /// See [`ITEMS`](crate::table::column::ITEMS).
        item: Option<String>,
        /// Code of a district or zone; calls for the whole city fit it.
        place: Option<String>,
    },
    /// New policies.
    Policies,
}

impl Wish {
    /// The table that it looks at.
    pub fn table(&self) -> Kind {
        match self {
            Wish::Patents { .. } => Kind::Patents,
            Wish::Publications { .. } => Kind::Publications,
            Wish::Notices { .. } => Kind::Notices,
            Wish::Policies => Kind::Policies,
        }
    }
}

/// What waits for a digest.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Waiting {
    /// Entries told in full, those with the most reasons and the newest first.
    pub items: Vec<Item>,
    /// How many more there are.
    #[serde(default)]
    pub more: u64,
}

impl Waiting {
    /// Nothing waits.
    pub fn is_empty(&self) -> bool {
        self.items.is_empty() && self.more == 0
    }

    /// Entries in all.
    pub fn count(&self) -> u64 {
        self.items.len() as u64 + self.more
    }

    /// One more entry. Beyond [`TOLD`] the one with the fewest reasons, and of these the oldest, is only counted.
    pub fn add(&mut self, item: Item) {
        self.add_with((item.why.len(), item.day), || item);
    }

    /// The same, and the entry is made only where it is told.
    pub fn add_with(&mut self, (reasons, day): (usize, NaiveDate), make: impl FnOnce() -> Item) {
        let rank = (Reverse(reasons.min(REASONS)), Reverse(day));
        let at = self.items.partition_point(|other| (Reverse(other.why.len()), Reverse(other.day)) <= rank);
        if at < TOLD {
            self.items.insert(at, make());
        } else {
            self.more += 1;
        }
        if self.items.len() > TOLD {
            self.items.truncate(TOLD);
            self.more += 1;
        }
    }
}

/// An entry of a table, as far as a digest tells of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Item {
    /// Its title.
    pub title: Bilingual,
    /// Number of a patent publication.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// Applicants of a patent.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub applicants: Vec<String>,
    /// Kind of a publication or policy, item of a notice.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    /// The day it was published; of a notice the first day of its window.
    pub day: NaiveDate,
    /// The last day of a notice.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<NaiveDate>,
    /// Where it can be read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub link: Option<String>,
    /// Why it fits; none for what fits as a whole.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub why: Vec<Why>,
}

impl Item {
    /// Adds a reason, as long as there are few.
    pub fn because(&mut self, why: Why) {
        if self.why.len() < REASONS && !self.why.contains(&why) {
            self.why.push(why);
        }
    }
}

/// Why a patent fits, in the words of the subscription.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Why {
    /// All words of this keyword stand in its title or abstract.
    Keyword(String),
    /// It has a symbol at or below this one.
    Class(String),
    /// It is by this applicant.
    Applicant(String),
}

#[cfg(test)]
mod tests {
    use super::*;

    fn item(day: u32, reasons: usize) -> Item {
        let why = ["a", "b", "c"].into_iter().take(reasons).map(|word| Why::Keyword(word.to_owned())).collect();
        Item {
            title: Bilingual::default(),
            number: None,
            applicants: Vec::new(),
            kind: None,
            day: NaiveDate::from_ymd_opt(2026, 11, day).expect("a day"),
            until: None,
            link: None,
            why,
        }
    }

    #[test]
    fn the_best_and_newest_are_told_and_the_rest_is_counted() {
        let mut waiting = Waiting::default();
        assert!(waiting.is_empty());
        for day in 1..=14 {
            waiting.add(item(day, 1));
        }
        waiting.add(item(1, 3));
        let days: Vec<u32> = waiting.items.iter().map(|item| chrono::Datelike::day(&item.day)).collect();
        assert_eq!(days, [1, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4]);
        assert_eq!((waiting.more, waiting.count()), (3, 15));
        waiting.add(item(3, 1));
        assert_eq!((waiting.items.len(), waiting.count()), (TOLD, 16));
    }

    #[test]
    fn few_reasons_are_told_and_none_twice() {
        let mut item = item(1, 0);
        for word in ["a", "a", "b", "c", "d"] {
            item.because(Why::Class(word.to_owned()));
        }
        assert_eq!(item.why, ["a", "b", "c"].map(|word| Why::Class(word.to_owned())));
    }
}
