//! One row of a table, each field read strictly by the form of its column; every fault is noted and reading goes on.

use super::Bilingual;
use super::column::{Column, Form, Need};
use super::figure::{Amount, indicator};
use super::period::Period;
use super::read::{Header, RowReason};
use crate::place::fold::compact;
use crate::place::{Place, PlaceKind, Places, Seat};
use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use unicode_normalization::UnicodeNormalization;

/// Phrases of one row, and characters of one of them.
const PHRASES: (usize, usize) = (60, 120);
/// The same of names of one place: whatever is not in the city has very many.
const ALIASES: (usize, usize) = (2000, 40);
/// Years that a table may speak of.
const YEARS: std::ops::RangeInclusive<i32> = 1949..=2200;

pub(super) struct Row<'a> {
    header: &'a Header,
    record: &'a csv::StringRecord,
    places: &'a Places,
    pub(super) faults: Vec<RowReason>,
}

impl<'a> Row<'a> {
    pub(super) fn new(header: &'a Header, record: &'a csv::StringRecord, places: &'a Places) -> Self {
        let (wanted, found) = (header.width(), record.len());
        let surplus = record.iter().skip(wanted).any(|field| !field.trim().is_empty());
        let faults = if found < wanted || surplus { vec![RowReason::ColumnCount { wanted, found }] } else { Vec::new() };
        Self { header, record, places, faults }
    }

    /// What stands there, without surrounding blanks; `None` if empty. What a row must have and has not is a fault.
    fn raw(&mut self, name: &str) -> Option<(&'static Column, String)> {
        let (at, column) = self.header.at(name)?;
        let text = self.record.get(at).unwrap_or_default();
        let (text, limit) = match column.form {
            Form::Words(limit) => (text.replace("\r\n", "\n").trim().to_owned(), limit),
            Form::Line(limit) => (one_line(text), limit),
            Form::Aliases => (one_line(text), ALIASES.0 * ALIASES.1),
            Form::Phrases | Form::Places | Form::Names | Form::Classes => (one_line(text), PHRASES.0 * PHRASES.1),
            _ => (one_line(text), 200),
        };
        let title = || self.header.title(name);
        let fault = if text.is_empty() && column.need == Need::Must {
            RowReason::Missing { column: title() }
        } else if text.chars().count() > limit {
            RowReason::TooLong { column: title(), limit }
        } else if text.contains(|sign: char| sign.is_control() && sign != '\n') {
            RowReason::ControlCharacter { column: title() }
        } else {
            return (!text.is_empty()).then_some((column, text));
        };
        self.faults.push(fault);
        None
    }

    fn malformed(&mut self, name: &str, value: String, wanted: &'static str) {
        self.faults.push(RowReason::Malformed { column: self.header.title(name), value, wanted });
    }

    fn read<T>(&mut self, name: &str, wanted: &'static str, read: impl FnOnce(&str) -> Option<T>) -> Option<T> {
        let (_, text) = self.raw(name)?;
        let plain: String = text.nfkc().collect();
        let found = read(plain.trim());
        if found.is_none() {
            self.malformed(name, text, wanted);
        }
        found
    }

    /// Words as they stand.
    pub(super) fn words(&mut self, name: &str) -> Option<String> {
        self.raw(name).map(|(_, text)| text)
    }

    /// `name_zh` and `name_en`.
    pub(super) fn both(&mut self, zh: &'static str, en: &'static str) -> Bilingual {
        let words = Bilingual { zh: self.words(zh), en: self.words(en) };
        let needed = [zh, en].into_iter().any(|name| matches!(self.header.at(name), Some((_, Column { need: Need::OrElse(_), .. }))));
        if needed && words.is_empty() {
            self.faults.push(RowReason::BothMissing(zh, en));
        }
        words
    }

    /// A name of small letters, digits and hyphens.
    pub(super) fn name(&mut self, name: &str) -> Option<String> {
        let fits = |text: &str| text.bytes().all(|sign| sign.is_ascii_lowercase() || sign.is_ascii_digit() || sign == b'-');
        self.read(name, "a name of small letters, digits and hyphens", |text| {
            fits(text).then(|| text.to_owned()).filter(|text| text.len() <= 60)
        })
    }

    /// The code of a place: small letters, digits, hyphens and low lines.
    pub(super) fn code(&mut self, name: &str) -> Option<String> {
        let fits = |text: &str| text.bytes().all(|sign| sign.is_ascii_lowercase() || sign.is_ascii_digit() || b"-_".contains(&sign));
        self.read(name, "a code of small letters, digits, hyphens and low lines", |text| {
            (fits(text) && text.len() <= 40).then(|| text.to_owned())
        })
    }

    /// A point on the map.
    pub(super) fn seat(&mut self, name: &str) -> Option<Seat> {
        self.read(name, "a latitude and a longitude like 30.5540 114.3160", Seat::read)
    }

    /// A phone number, printed as it stands: digits, spaces, `+`, `-`, brackets, an extension.
    pub(super) fn phone(&mut self, name: &str) -> Option<String> {
        let fits = |text: &str| {
            let digits = text.bytes().filter(u8::is_ascii_digit).count();
            (3..=20).contains(&digits) && text.chars().all(|sign| sign.is_ascii_digit() || " +-()/,转".contains(sign))
        };
        self.read(name, "a phone number like 027-12345678", |text| fits(text).then(|| text.to_owned()))
    }

    /// A day.
    pub(super) fn day(&mut self, name: &str) -> Option<NaiveDate> {
        self.read(name, "a day like 2026-11-23", |text| day(text.split([' ', 'T']).next()?))
    }

    /// A day with its time.
    pub(super) fn time(&mut self, name: &str) -> Option<NaiveDateTime> {
        self.read(name, "a time like 2026-12-03 14:00", |text| {
            let (date, clock) = text.split_once([' ', 'T'])?;
            let clock = clock.trim();
            let time = ["%H:%M", "%H:%M:%S"].iter().find_map(|form| NaiveTime::parse_from_str(clock, form).ok())?;
            Some(day(date)?.and_time(time))
        })
    }

    /// A year.
    pub(super) fn year(&mut self, name: &str) -> Option<i32> {
        self.read(name, "a year like 2025", |text| text.trim_end_matches('年').parse().ok().filter(|year| YEARS.contains(year)))
    }

    /// A period.
    pub(super) fn period(&mut self, name: &str) -> Option<Period> {
        self.read(name, "a period like 2024, 2024-H1, 2024-Q3, 2024-05 or 2024-01..2024-08", Period::parse)
    }

    /// A whole number.
    pub(super) fn whole(&mut self, name: &str) -> Option<u32> {
        self.read(name, "a whole number", |text| text.parse().ok())
    }

    /// A number.
    pub(super) fn amount(&mut self, name: &str) -> Option<Amount> {
        self.read(name, "a number like 1234 or 12.5", Amount::parse)
    }

    /// An address.
    pub(super) fn link(&mut self, name: &str) -> Option<String> {
        let fits = |text: &str| {
            let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
            rest.is_some_and(|rest| rest.contains('.') && !text.contains([' ', '<', '>', '"']))
        };
        self.read(name, "an address that begins with https://", |text| fits(text).then(|| text.to_owned()))
    }

    /// Our name of one of the values that the column knows.
    pub(super) fn one_of(&mut self, name: &str) -> Option<&'static str> {
        let (column, value) = self.raw(name)?;
        let Form::OneOf(known) = column.form else { return None };
        let key = compact(&value);
        let found = known.iter().find(|names| names.iter().any(|name| compact(name) == key)).and_then(|names| names.first());
        if found.is_none() {
            let known = known.iter().filter_map(|names| names.first()).copied().collect::<Vec<_>>().join(", ");
            self.faults.push(RowReason::Unknown { column: self.header.title(name), value, known });
        }
        found.copied()
    }

    /// The code of a place of the city.
    pub(super) fn place(&mut self, name: &str) -> Option<String> {
        let places = self.places;
        self.read(name, "a district, a zone or the city: a code or a name", |text| place(text, places))
    }

    /// Codes of places of the city.
    pub(super) fn places(&mut self, name: &str) -> Vec<String> {
        let places = self.places;
        let all = |text: &str| text.split(['|', '、', ';']).map(|part| place(part.trim(), places)).collect::<Option<Vec<_>>>();
        self.read(name, "districts or zones of the city, apart by bars", all).unwrap_or_default()
    }

    /// The name of an indicator: ours, or the row's own.
    pub(super) fn indicator(&mut self, name: &str) -> Option<(String, Bilingual)> {
        let own = self.both("name_zh", "name_en");
        let (_, value) = self.raw(name)?;
        if let Some(known) = indicator(&value) {
            return Some((known.to_owned(), Bilingual::default()));
        }
        let fits = value.bytes().all(|sign| sign.is_ascii_lowercase() || sign.is_ascii_digit() || sign == b'-');
        if fits && !own.is_empty() {
            return Some((value, own));
        }
        let known = super::figure::indicators().map(|(id, _)| id).collect::<Vec<_>>().join(", ");
        let known = format!("{known}; an indicator of your own is a name of small letters and hyphens and needs name_zh or name_en");
        self.faults.push(RowReason::Unknown { column: self.header.title(name), value, known });
        None
    }

    /// Short texts, apart by bars.
    pub(super) fn phrases(&mut self, name: &str) -> Vec<String> {
        self.barred(name, PHRASES, "a list of at most 60 short texts, apart by bars")
    }

    /// What people call a place, apart by bars.
    pub(super) fn aliases(&mut self, name: &str) -> Vec<String> {
        self.barred(name, ALIASES, "a list of at most 2000 names of at most 40 characters, apart by bars")
    }

    fn barred(&mut self, name: &str, (most, longest): (usize, usize), wanted: &'static str) -> Vec<String> {
        let Some((_, text)) = self.raw(name) else { return Vec::new() };
        let phrases: Vec<String> = text.split('|').map(str::trim).filter(|part| !part.is_empty()).map(str::to_owned).collect();
        if phrases.len() <= most && phrases.iter().all(|phrase| phrase.chars().count() <= longest) {
            return phrases;
        }
        self.malformed(name, text, wanted);
        Vec::new()
    }

    /// Names, apart by bars or semicolons.
    pub(super) fn names(&mut self, name: &str) -> Vec<String> {
        let fits =
            |names: &Vec<String>| (1..=PHRASES.0).contains(&names.len()) && names.iter().all(|name| name.chars().count() <= PHRASES.1);
        let Some((_, text)) = self.raw(name) else { return Vec::new() };
        let found = several(&text).map(str::to_owned).collect();
        if fits(&found) {
            return found;
        }
        self.malformed(name, text, "a list of at most 60 names, apart by bars or semicolons");
        Vec::new()
    }

    /// Symbols of the international patent classification.
    pub(super) fn classes(&mut self, name: &str) -> Vec<String> {
        let symbol = |part: &str| crate::format::parse_ipc_area(part).ok().map(|parsed| parsed.canonical);
        let all = |text: &str| several(text).map(symbol).collect::<Option<Vec<_>>>().filter(|symbols| !symbols.is_empty());
        self.read(name, "a list of IPC symbols like H01M 10/052, apart by bars or semicolons", all).unwrap_or_default()
    }

    /// What comes later may not stand before what comes earlier.
    pub(super) fn in_order<T: PartialOrd>(&mut self, earlier: (&'static str, Option<T>), later: (&'static str, Option<T>)) {
        if let (Some(first), Some(second)) = (earlier.1, later.1)
            && second < first
        {
            self.faults.push(RowReason::Disorder { earlier: earlier.0, later: later.0 });
        }
    }
}

/// Parts of a list as spreadsheets write it.
fn several(text: &str) -> impl Iterator<Item = &str> {
    text.split(['|', ';', '；']).map(str::trim).filter(|part| !part.is_empty())
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A day as tables write it.
fn day(text: &str) -> Option<NaiveDate> {
    let text = text.trim().replace(['年', '月', '/', '.'], "-").replace('日', "");
    let compact = text.len() == 8 && text.bytes().all(|byte| byte.is_ascii_digit());
    let form = if compact { "%Y%m%d" } else { "%Y-%m-%d" };
    NaiveDate::parse_from_str(&text, form).ok().filter(|day| YEARS.contains(&chrono::Datelike::year(day)))
}

/// A place of the city by its code or name; nothing that two places are called, and no landmark.
fn place(text: &str, places: &Places) -> Option<String> {
    if text.is_empty() {
        return None;
    }
    let is_own = |place: &&Place| place.kind != PlaceKind::Outside;
    if let Some(place) = places.by_code(text).filter(is_own) {
        return Some(place.code.clone());
    }
    let named: Vec<&Place> = places.named(text).into_iter().filter(is_own).collect();
    match named.as_slice() {
        [one] => Some(one.code.clone()),
        _ => None,
    }
}
