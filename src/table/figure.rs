//! Statistics: what a row holds, what a question in plain words asks for, and what the table says to it.
//!
//! It must not guess: what is asked for and not in the table is named as missing, and nothing is added up or estimated.
//!
//! ## Why
//! A question leaves things out. Without a place it is about the whole city, without a period about the newest year that the
//! table has, without a type about all patents together; the answer says each of these in words, so that nobody takes one
//! figure for another. Without an indicator there is no answer, only the list of what can be asked.

mod question;

use super::period::{Part, Period};
use super::read::Record;
use super::row::Row;
use super::{Bilingual, Kind, Table};
use crate::place::Places;
use chrono::NaiveDate;
use std::collections::BTreeSet;

pub use question::{indicator, indicators};

/// The whole city.
pub const CITY: &str = "420100";
/// Figures of one answer; a question that asks for more must be made narrower.
pub const MOST: usize = 48;

/// A number as it was published.
#[derive(Debug, Clone, PartialEq)]
pub struct Amount {
    /// Digits with commas between thousands.
    pub text: String,
    /// For drawing.
    pub value: f64,
}

impl Amount {
    /// A number as tables write it.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let (sign, digits) = text.strip_prefix('-').map_or(("", text), |rest| ("-", rest));
        let (whole, part) = digits.split_once('.').map_or((digits, None), |(whole, part)| (whole, Some(part)));
        let only_digits = |text: &str| !text.is_empty() && text.len() <= 15 && text.bytes().all(|byte| byte.is_ascii_digit());
        let plain = if whole.contains(',') {
            let mut groups = whole.split(',');
            let first = groups.next().filter(|first| (1..=3).contains(&first.len()))?;
            let rest: Vec<&str> = groups.collect();
            rest.iter().all(|group| group.len() == 3).then(|| format!("{first}{}", rest.concat()))?
        } else {
            whole.to_owned()
        };
        if !only_digits(&plain) || part.is_some_and(|part| !only_digits(part)) {
            return None;
        }
        let plain = plain.trim_start_matches('0');
        let plain = if plain.is_empty() { "0" } else { plain };
        let part = part.map(|part| format!(".{part}")).unwrap_or_default();
        let value = format!("{sign}{plain}{part}").parse().ok()?;
        Some(Self { text: format!("{sign}{}{part}", grouped(plain)), value })
    }
}

fn grouped(digits: &str) -> String {
    let mut text = String::new();
    for (nth, digit) in digits.chars().enumerate() {
        if nth > 0 && (digits.len() - nth).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// One published figure.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// Name of the indicator.
    pub indicator: String,
    /// What it is called, when it is one of the office's own.
    pub own_name: Bilingual,
    /// When.
    pub period: Period,
    /// Code of the district, the zone or the city.
    pub place: String,
    /// Type of patents; `None` where types make no sense.
    pub right: Option<&'static str>,
    /// How many or how much.
    pub amount: Amount,
    /// Of what.
    pub unit: String,
    /// Who published it.
    pub source: Bilingual,
    /// When it was published.
    pub published: NaiveDate,
}

impl Record for Figure {
    const KIND: Kind = Kind::Statistics;

    fn read(row: &mut Row<'_>) -> Self {
        let (indicator, own_name) = row.indicator("indicator").unwrap_or_default();
        Self {
            indicator,
            own_name,
            period: row.period("period").unwrap_or(Period::of_year(0)),
            place: row.place("district_code").unwrap_or_default(),
            right: row.one_of("type"),
            amount: row.amount("value").unwrap_or(Amount { text: String::new(), value: 0.0 }),
            unit: row.words("unit").unwrap_or_default(),
            source: Bilingual::read(&row.words("source").unwrap_or_default()),
            published: row.day("published_on").unwrap_or_default(),
        }
    }

    fn key(&self) -> String {
        let Period { year, first, last } = self.period;
        format!("{} {year}-{first:02}..{last:02} {} {}", self.indicator, self.place, self.right.unwrap_or("-"))
    }
}

/// What a question asks for. An empty list leaves it open.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Wanted {
    /// Indicators.
    pub indicators: Vec<String>,
    /// Periods.
    pub periods: Vec<Period>,
    /// Codes of places.
    pub places: Vec<String>,
    /// Places as they were written that the office has no figures of: other cities, districts that it does not know.
    pub elsewhere: Vec<String>,
    /// Types of patents.
    pub rights: Vec<&'static str>,
    /// Every district that the table has.
    pub each_district: bool,
    /// Every year that the table has.
    pub each_year: bool,
    /// Every type that the table has.
    pub each_right: bool,
}

/// What is asked for and is not in the table.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Missing {
    pub indicator: String,
    pub period: Period,
    pub place: String,
    pub right: Option<&'static str>,
}

/// The answer of the table.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Found<'a> {
    /// Figures, in the order indicator, type, place as asked, period.
    pub rows: Vec<&'a Figure>,
    /// What is not there.
    pub missing: Vec<Missing>,
    /// The question is too wide, or names no indicator.
    pub wide: bool,
}

impl Table<Figure> {
    /// What a question in plain words asks for.
    pub fn understand(&self, question: &str, places: &Places, today: NaiveDate) -> Wanted {
        question::understand(self, question, places, today)
    }

    /// The indicators that the table has, in its order, with the names of its own ones.
    pub fn indicators(&self) -> Vec<(&str, &Bilingual)> {
        let mut seen = BTreeSet::new();
        self.rows.iter().filter(|row| seen.insert(row.indicator.as_str())).map(|row| (row.indicator.as_str(), &row.own_name)).collect()
    }

    /// Codes of the places that the table has figures of, for these indicators; for none of them all.
    pub fn places_of(&self, indicators: &[String]) -> BTreeSet<&str> {
        let fits = |row: &&Figure| indicators.is_empty() || indicators.contains(&row.indicator);
        self.rows.iter().filter(fits).map(|row| row.place.as_str()).collect()
    }

    /// The years that the table has of an indicator, oldest first.
    fn years(&self, indicator: &str) -> Vec<Period> {
        let years = self.rows.iter().filter(|row| row.indicator == indicator && row.period.part() == Part::Year);
        years.map(|row| row.period).collect::<BTreeSet<_>>().into_iter().collect()
    }

    /// What the table says to it.
    pub fn find(&self, wanted: &Wanted) -> Found<'_> {
        let mut found = Found::default();
        if wanted.indicators.is_empty() {
            found.wide = true;
            return found;
        }
        for indicator in &wanted.indicators {
            for right in self.rights(indicator, wanted) {
                for place in self.places(indicator, wanted) {
                    for period in self.periods(indicator, wanted) {
                        self.look((indicator, period, &place, right), wanted, &mut found);
                    }
                }
            }
        }
        found.wide = found.rows.len() > MOST || found.missing.len() > MOST;
        found
    }

    fn look<'a>(
        &'a self,
        (indicator, period, place, right): (&str, Period, &str, Option<&'static str>),
        wanted: &Wanted,
        found: &mut Found<'a>,
    ) {
        let fits = |row: &&Figure| row.indicator == indicator && row.period == period && row.place == place && row.right == right;
        match self.rows.iter().find(fits) {
            Some(row) => found.rows.push(row),
            // What was asked with "each" is what the table has, so a gap in it is no answer that is owed.
            None if wanted.each_district && wanted.places.is_empty() => {}
            None => found.missing.push(Missing { indicator: indicator.to_owned(), period, place: place.to_owned(), right }),
        }
    }

    /// The types to look for: those asked for; else all together, or every one when the table knows no sum; `None` where the
    /// indicator has no types.
    fn rights(&self, indicator: &str, wanted: &Wanted) -> Vec<Option<&'static str>> {
        let has: Vec<Option<&'static str>> = self.rows.iter().filter(|row| row.indicator == indicator).map(|row| row.right).collect();
        let typed: Vec<&'static str> =
            super::column::TYPES.iter().filter_map(|names| names.first().copied()).filter(|name| has.contains(&Some(name))).collect();
        if typed.is_empty() {
            return vec![if has.is_empty() { wanted.rights.first().copied() } else { None }];
        }
        if wanted.each_right {
            return typed.into_iter().filter(|name| *name != "all").map(Some).collect();
        }
        match (wanted.rights.is_empty(), typed.contains(&"all")) {
            (false, _) => wanted.rights.iter().copied().map(Some).collect(),
            (true, true) => vec![Some("all")],
            (true, false) if has.contains(&None) => vec![None],
            (true, false) => typed.into_iter().map(Some).collect(),
        }
    }

    fn places(&self, indicator: &str, wanted: &Wanted) -> Vec<String> {
        let mut places = wanted.places.clone();
        if wanted.each_district {
            let has: BTreeSet<&str> =
                self.rows.iter().filter(|row| row.indicator == indicator && row.place != CITY).map(|row| row.place.as_str()).collect();
            for place in has {
                if !places.iter().any(|known| known == place) {
                    places.push(place.to_owned());
                }
            }
        }
        // Who names another place is not told of the city.
        if places.is_empty() && wanted.elsewhere.is_empty() {
            places.push(CITY.to_owned());
        }
        places
    }

    fn periods(&self, indicator: &str, wanted: &Wanted) -> Vec<Period> {
        if wanted.each_year {
            return self.years(indicator);
        }
        if !wanted.periods.is_empty() {
            return wanted.periods.clone();
        }
        // The newest year; without any year the newest period.
        let newest = self.rows.iter().filter(|row| row.indicator == indicator).map(|row| row.period).max();
        self.years(indicator).last().copied().or(newest).into_iter().collect()
    }
}
