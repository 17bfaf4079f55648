//! Districts and zones of the city, found by name, alias or code.
//!
//! Pure: the table comes in as text, people's words come in as text. It must not guess: words that fit two places give
//! both, and the person chooses.
//!
//! ## Why
//! A place named as a part of a sentence counts ("武昌区中南路12号", "a shop in Wuchang"). Where names overlap the longest
//! wins (东西湖 over 东湖). A name of a place outweighs a neighbourhood or a street named after some other place, and any
//! place outweighs the city around it. One wrong letter is forgiven in Latin names only: in Chinese one other character is
//! another place.

pub mod fold;

use crate::place::fold::{compact, fold, is_han};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// The table that comes with the program.
const SHIPPED: &str = include_str!("data/places.csv");
/// A Latin name may be written in up to this many words ("dong hu xin ji shu kai fa qu").
const WORDS_OF_A_NAME: usize = 10;
/// Shorter Latin names must be written without a mistake.
const LETTERS_FOR_A_TYPO: usize = 5;
/// Of latitude.
const KILOMETRES_A_DEGREE: f64 = 111.2;
/// A place whose seat is farther away than this is not meant; in kilometres. The farthest corner of the city is 55 km from its seat.
const FAR: f64 = 65.0;
/// Beyond this the point may as well lie outside.
const EDGE: f64 = 20.0;
/// Places that are offered for a point.
const NEAR: usize = 4;
/// What is longer is not the name of a place; the rest is not read. In characters.
const LONGEST_TEXT: usize = 300;
/// A street may be called after a place that it is not in.
const STREET_SIGNS: [&str; 12] = ["路", "街", "道", "大道", "大街", "巷", "road", "rd", "street", "st", "avenue", "ave"];

/// What kind of place a row is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum PlaceKind {
    /// One of the thirteen administrative districts, with a code of GB/T 2260.
    #[serde(rename = "admin_district")]
    District,
    /// A development or scenic zone with an administration of its own.
    #[serde(rename = "zone")]
    Zone,
    /// The whole city.
    #[serde(rename = "city")]
    City,
    /// Anywhere that is not the city.
    #[serde(rename = "outside")]
    Outside,
}

/// One row of the table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    pub kind: PlaceKind,
    /// GB/T 2260 code of a district or of the city, or a word such as `zone_airport`.
    pub code: String,
    #[serde(rename = "name_zh")]
    pub zh: String,
    pub pinyin: String,
    #[serde(rename = "name_en")]
    pub en: String,
    /// Other names, in the table apart by bars.
    #[serde(with = "bars")]
    pub aliases: Vec<String>,
    /// Where matters of this place go, when another place administers it.
    #[serde(rename = "route_code", default, deserialize_with = "filled")]
    pub route: Option<String>,
    /// About where its administration is, to tell which places a shared location may belong to. Never printed.
    #[serde(default)]
    pub seat: Option<Seat>,
    /// A remark for the operator.
    #[serde(default)]
    pub note: String,
}

/// A point on the map, in ten-thousandths of a degree: eleven metres are enough.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Seat {
    latitude: i32,
    longitude: i32,
}

impl Seat {
    /// Latitude and longitude in degrees, as a blank between them; `None` when that is no point.
    pub fn read(text: &str) -> Option<Self> {
        let (latitude, longitude) = text.trim().split_once([' ', ',', '/'])?;
        Self::of(latitude.trim().parse().ok()?, longitude.trim().parse().ok()?)
    }

    fn of(latitude: f64, longitude: f64) -> Option<Self> {
        let within = latitude.abs() <= 90.0 && longitude.abs() <= 180.0;
        within.then(|| Self { latitude: (latitude * 1e4).round() as i32, longitude: (longitude * 1e4).round() as i32 })
    }

    /// Kilometres to another point, good for the distances within a province.
    fn kilometres(self, other: Self) -> f64 {
        let degrees = |part: i32| f64::from(part) / 1e4;
        let middle = degrees(self.latitude + other.latitude) / 2.0;
        let north = degrees(self.latitude - other.latitude);
        let east = degrees(self.longitude - other.longitude) * middle.to_radians().cos();
        north.hypot(east) * KILOMETRES_A_DEGREE
    }
}

impl From<Seat> for String {
    fn from(seat: Seat) -> Self {
        format!("{:.4} {:.4}", f64::from(seat.latitude) / 1e4, f64::from(seat.longitude) / 1e4)
    }
}

impl TryFrom<String> for Seat {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        Self::read(&text).ok_or_else(|| format!("{text:?} is no point like 30.5540 114.3160"))
    }
}

impl Place {
    /// The code of the place that handles matters of this one: its own, or that of the district it is run with.
    pub fn route_code(&self) -> &str {
        self.route.as_deref().unwrap_or(&self.code)
    }
}

/// Which place some words mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PlaceMatch<'a> {
    One(&'a Place),
    /// More than one fits; in the order of the table.
    Several(Vec<&'a Place>),
    None,
}

/// Why a row of the table cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {reason}")]
pub struct RowError {
    /// Counted from 1, the header being line 1.
    pub line: u64,
    pub reason: RowTrouble,
}

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RowTrouble {
    /// The row does not have the columns of the header, or an unknown kind.
    #[error("unreadable: {0}")]
    Unreadable(String),
    #[error("empty column {0}")]
    Empty(&'static str),
    #[error("code {0} was used before")]
    CodeRepeated(String),
    /// The place that handles matters of this one is not in the table.
    #[error("route to unknown code {0}")]
    RouteUnknown(String),
    #[error("no rows")]
    NoRows,
}

/// All places, ready to be searched.
#[derive(Debug, Clone)]
pub struct Places {
    rows: Vec<Place>,
    /// Folded name to rows: names with Chinese characters.
    han: HashMap<String, Vec<Named>>,
    /// Folded name without spaces to rows: names in Latin letters, pinyin and codes.
    latin: HashMap<String, Vec<Named>>,
    /// Longest Chinese name, in characters.
    longest_han: usize,
}

/// A row under one of its names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Named {
    row: usize,
    weight: Weight,
}

/// How surely a name means its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Weight {
    /// A neighbourhood, a landmark, a street.
    Landmark,
    /// The name of the place itself.
    Name,
}

/// A name seen in a text: from where to where, in bytes of the folded text.
#[derive(Debug, Clone, Copy)]
struct Seen {
    from: usize,
    to: usize,
    named: Named,
}

impl Places {
    /// Reads the table: a CSV with the columns `kind, code, name_zh, pinyin, name_en, aliases, route_code, note`.
    ///
    /// # Errors
    /// All rows that cannot be used, each with its line.
    pub fn parse(table: &str) -> Result<Self, Vec<RowError>> {
        let mut read = Reading::default();
        let mut reader = csv::ReaderBuilder::new().trim(csv::Trim::All).from_reader(table.as_bytes());
        let header = reader.headers().cloned().map_err(|error| vec![unreadable(1, &error)])?;
        for record in reader.records() {
            match record {
                Ok(record) => read.row(&record, &header),
                Err(error) => read.errors.push(unreadable(0, &error)),
            }
        }
        read.finish()
    }

    /// The table that comes with the program.
    pub fn shipped() -> Self {
        Self::parse(SHIPPED).expect("the shipped table is read by a test")
    }

    /// These rows, and those of another table whose codes they lack. Every code stands once in `rows`.
    #[must_use]
    pub fn over(mut rows: Vec<Place>, below: &Places) -> Self {
        let missing: Vec<Place> = below.iter().filter(|place| rows.iter().all(|row| row.code != place.code)).cloned().collect();
        rows.extend(missing);
        named(rows)
    }

    /// Codes of another table that this one lacks.
    pub fn lacks(&self, other: &Places) -> Vec<String> {
        other.iter().filter(|place| self.by_code(&place.code).is_none()).map(|place| place.code.clone()).collect()
    }

    /// All places in the order of the table.
    pub fn iter(&self) -> impl Iterator<Item = &Place> {
        self.rows.iter()
    }

    /// The place with exactly this code.
    pub fn by_code(&self, code: &str) -> Option<&Place> {
        self.rows.iter().find(|place| place.code == code)
    }

    /// The place that handles matters of the place with this code: itself, or the district it is run with.
    pub fn handler(&self, code: &str) -> Option<&Place> {
        self.by_code(self.by_code(code)?.route_code())
    }

    /// The places with exactly this name, alias or code, in any spelling but without a slip.
    pub fn named(&self, name: &str) -> Vec<&Place> {
        let name = squeeze(name);
        let found = if name.contains(is_han) { self.han.get(&name) } else { self.latin.get(&compact(&name)) };
        found.into_iter().flatten().filter_map(|named| self.rows.get(named.row)).collect()
    }

    /// Places that a shared location may belong to, nearest first. Seats say nothing about borders, so it is never one alone that is
    /// certain: the person chooses. What lies outside is among them where that is possible, and alone when the point is far away; nothing
    /// where no place of the table has a seat.
    pub fn near(&self, (latitude, longitude): (f64, f64)) -> Vec<&Place> {
        let Some(point) = Seat::of(latitude, longitude) else { return Vec::new() };
        let mut seats: Vec<(f64, &Place)> = self.rows.iter().filter_map(|place| Some((place.seat?.kilometres(point), place))).collect();
        seats.sort_by(|(one, _), (other, _)| one.total_cmp(other));
        let Some(&(nearest, _)) = seats.first() else { return Vec::new() };
        let within = |distance: f64| distance <= FAR && distance <= (nearest * 2.5).max(10.0);
        let mut near: Vec<&Place> =
            seats.into_iter().filter(|(distance, _)| within(*distance)).map(|(_, place)| place).take(NEAR).collect();
        if nearest > EDGE {
            near.extend(self.rows.iter().find(|place| place.kind == PlaceKind::Outside));
        }
        near
    }

    /// Which place these words mean: a name, an alias or a code, alone or in a sentence.
    pub fn find(&self, text: &str) -> PlaceMatch<'_> {
        let text = squeeze(&text.chars().take(LONGEST_TEXT).collect::<String>());
        let mut seen = self.seen_in_chinese(&text);
        seen.extend(self.seen_in_latin(&text));
        if seen.is_empty() {
            seen = self.seen_with_a_typo(&text);
        }
        let seen = longest(seen);
        self.answer(self.most_telling(&seen))
    }

    /// Every place that a text names, in its order: "Wuchang and Hongshan" gives both. A name that two places have gives
    /// both of them; a landmark counts only where no place is named.
    pub fn mentioned(&self, text: &str) -> Vec<&Place> {
        let text = squeeze(&text.chars().take(LONGEST_TEXT).collect::<String>());
        let mut seen = self.seen_in_chinese(&text);
        seen.extend(self.seen_in_latin(&text));
        if seen.is_empty() {
            seen = self.seen_with_a_typo(&text);
        }
        let mut seen = longest(seen);
        let is_city = |seen: &Seen| self.rows.get(seen.named.row).is_some_and(|place| place.kind == PlaceKind::City);
        let named = seen.iter().any(|seen| seen.named.weight == Weight::Name && !is_city(seen));
        seen.retain(|seen| !named || seen.named.weight == Weight::Name || is_city(seen));
        seen.sort_by_key(|seen| (seen.from, seen.named.row));
        let mut rows: Vec<usize> = Vec::new();
        for seen in seen {
            if !rows.contains(&seen.named.row) {
                rows.push(seen.named.row);
            }
        }
        rows.into_iter().filter_map(|row| self.rows.get(row)).collect()
    }

    fn seen_in_chinese(&self, text: &str) -> Vec<Seen> {
        let starts: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        let mut seen = Vec::new();
        for (nth, &from) in starts.iter().enumerate() {
            for &to in starts.iter().skip(nth + 2).take(self.longest_han) {
                for &named in text.get(from..to).and_then(|name| self.han.get(name)).into_iter().flatten() {
                    seen.extend(self.unless_street(Seen { from, to, named }, text));
                }
            }
        }
        seen
    }

    fn seen_in_latin(&self, text: &str) -> Vec<Seen> {
        let mut seen = Vec::new();
        for (from, to, name) in windows(text) {
            for &named in self.latin.get(&name).into_iter().flatten() {
                seen.extend(self.unless_street(Seen { from, to, named }, text));
            }
        }
        seen
    }

    /// A street called after a place says little about where it is, and one called after another city nothing.
    fn unless_street(&self, seen: Seen, text: &str) -> Option<Seen> {
        let rest = text.get(seen.to..).unwrap_or_default().trim_start();
        let word = rest.split(|sign: char| sign == ' ' || is_han(sign)).next().unwrap_or_default();
        let street = STREET_SIGNS.iter().any(|sign| *sign == word || (!sign.is_ascii() && rest.starts_with(sign)));
        if !street {
            return Some(seen);
        }
        let outside = self.rows.get(seen.named.row).is_some_and(|place| place.kind == PlaceKind::Outside);
        (!outside).then_some(Seen { named: Named { weight: Weight::Landmark, ..seen.named }, ..seen })
    }

    fn seen_with_a_typo(&self, text: &str) -> Vec<Seen> {
        let mut seen = Vec::new();
        for (from, to, name) in windows(text) {
            if name.len() < LETTERS_FOR_A_TYPO || !name.is_ascii() || name.contains(|sign: char| sign.is_ascii_digit()) {
                continue;
            }
            let near = self.latin.iter().filter(|(known, _)| one_letter_apart(known, &name));
            seen.extend(near.flat_map(|(_, named)| named).map(|&named| Seen { from, to, named }));
        }
        seen.retain(|seen| self.rows.get(seen.named.row).is_some_and(|place| place.kind != PlaceKind::Outside));
        seen
    }

    /// The rows meant by the names that tell most: a place before a landmark, anything before the city around it.
    fn most_telling(&self, seen: &[Seen]) -> Vec<usize> {
        let is_city = |seen: &&Seen| self.rows.get(seen.named.row).is_some_and(|place| place.kind == PlaceKind::City);
        let (city, inside): (Vec<&Seen>, Vec<&Seen>) = seen.iter().partition(is_city);
        let weight = inside.iter().map(|seen| seen.named.weight).max();
        let telling: Vec<&Seen> = inside.into_iter().filter(|seen| Some(seen.named.weight) == weight).collect();
        together(if telling.is_empty() { &city } else { &telling })
    }

    fn answer(&self, rows: Vec<usize>) -> PlaceMatch<'_> {
        let mut places: Vec<&Place> = rows.into_iter().filter_map(|row| self.rows.get(row)).collect();
        match places.len() {
            0 => PlaceMatch::None,
            1 => PlaceMatch::One(places.remove(0)),
            _ => PlaceMatch::Several(places),
        }
    }
}

/// What several names in one text mean together: the places that fit all of them ("汉口后湖"), or else all places.
fn together(seen: &[&Seen]) -> Vec<usize> {
    let mut spans: BTreeMap<(usize, usize), BTreeSet<usize>> = BTreeMap::new();
    for seen in seen {
        spans.entry((seen.from, seen.to)).or_default().insert(seen.named.row);
    }
    let all: BTreeSet<usize> = spans.values().flatten().copied().collect();
    let common: Vec<usize> = all.iter().copied().filter(|row| spans.values().all(|rows| rows.contains(row))).collect();
    if common.is_empty() { all.into_iter().collect() } else { common }
}

/// Of names that overlap only the longest; several meanings of one name stay.
fn longest(mut seen: Vec<Seen>) -> Vec<Seen> {
    seen.sort_by_key(|seen| (usize::MAX - (seen.to - seen.from), seen.from));
    let mut kept: Vec<Seen> = Vec::new();
    for seen in seen {
        let clash = |other: &Seen| {
            let same = other.from == seen.from && other.to == seen.to;
            !same && other.from < seen.to && seen.from < other.to
        };
        if !kept.iter().any(clash) {
            kept.push(seen);
        }
    }
    kept
}

/// The rows of a table while it is read.
#[derive(Default)]
struct Reading {
    rows: Vec<Place>,
    lines: Vec<u64>,
    errors: Vec<RowError>,
}

impl Reading {
    fn row(&mut self, record: &csv::StringRecord, header: &csv::StringRecord) {
        let line = record.position().map_or(0, csv::Position::line);
        let place: Place = match record.deserialize(Some(header)) {
            Ok(place) => place,
            Err(error) => return self.errors.push(unreadable(line, &error)),
        };
        let empty = [("code", &place.code), ("name_zh", &place.zh), ("name_en", &place.en), ("pinyin", &place.pinyin)];
        if let Some((column, _)) = empty.into_iter().find(|(_, value)| value.is_empty()) {
            return self.errors.push(RowError { line, reason: RowTrouble::Empty(column) });
        }
        if self.rows.iter().any(|other| other.code == place.code) {
            return self.errors.push(RowError { line, reason: RowTrouble::CodeRepeated(place.code) });
        }
        self.lines.push(line);
        self.rows.push(place);
    }

    fn finish(mut self) -> Result<Places, Vec<RowError>> {
        for (place, &line) in self.rows.iter().zip(&self.lines) {
            let route = place.route_code();
            if !self.rows.iter().any(|other| other.code == route) {
                self.errors.push(RowError { line, reason: RowTrouble::RouteUnknown(route.to_owned()) });
            }
        }
        if self.rows.is_empty() && self.errors.is_empty() {
            self.errors.push(RowError { line: 1, reason: RowTrouble::NoRows });
        }
        if self.errors.is_empty() { Ok(named(self.rows)) } else { Err(self.errors) }
    }
}

/// Enters every row under all its names.
fn named(rows: Vec<Place>) -> Places {
    let mut places = Places { rows: Vec::new(), han: HashMap::new(), latin: HashMap::new(), longest_han: 0 };
    for (row, place) in rows.iter().enumerate() {
        for name in own_names(place) {
            enter(&mut places, name, Named { row, weight: Weight::Name });
        }
        // Zones have no neighbourhoods of their own names apart: what people call them is their name.
        let weight = if place.kind == PlaceKind::Zone { Weight::Name } else { Weight::Landmark };
        for alias in &place.aliases {
            enter(&mut places, alias, Named { row, weight });
        }
    }
    Places { rows, ..places }
}

/// The names of the place itself, with and without the word for "district".
fn own_names(place: &Place) -> Vec<&str> {
    let mut names = vec![place.code.as_str(), &place.zh, &place.en, &place.pinyin];
    for (name, suffix) in [(&place.zh, "区"), (&place.zh, "市"), (&place.en, " District"), (&place.pinyin, " Qu")] {
        names.extend(name.strip_suffix(suffix).filter(|rest| rest.chars().count() > 1));
    }
    names
}

fn enter(places: &mut Places, name: &str, named: Named) {
    let name = squeeze(name);
    let list = if name.contains(is_han) {
        places.longest_han = places.longest_han.max(name.chars().count());
        places.han.entry(name).or_default()
    } else {
        places.latin.entry(compact(&name)).or_default()
    };
    match list.iter_mut().find(|known| known.row == named.row) {
        Some(known) => known.weight = known.weight.max(named.weight),
        None => list.push(named),
    }
}

/// Folded, and without the spaces around Chinese characters.
fn squeeze(text: &str) -> String {
    let folded = fold(text);
    let mut squeezed = String::with_capacity(folded.len());
    let mut signs = folded.chars().peekable();
    while let Some(sign) = signs.next() {
        let beside_han = squeezed.ends_with(is_han) || signs.peek().copied().is_some_and(is_han);
        if sign != ' ' || !beside_han {
            squeezed.push(sign);
        }
    }
    squeezed
}

/// Runs of Latin words with their place in the text, written together.
fn windows(text: &str) -> Vec<(usize, usize, String)> {
    let words = latin_words(text);
    let mut windows = Vec::new();
    for (nth, &(from, _, _)) in words.iter().enumerate() {
        let mut joined = String::new();
        for &(_, to, word) in words.iter().skip(nth).take(WORDS_OF_A_NAME) {
            joined.push_str(word);
            windows.push((from, to, joined.clone()));
        }
    }
    windows
}

fn latin_words(text: &str) -> Vec<(usize, usize, &str)> {
    let mut words = Vec::new();
    let mut from = 0;
    for piece in text.split_inclusive(|sign: char| sign == ' ' || is_han(sign)) {
        let word = piece.trim_end_matches(|sign: char| sign == ' ' || is_han(sign));
        if !word.is_empty() {
            words.push((from, from + word.len(), word));
        }
        from += piece.len();
    }
    words
}

fn one_letter_apart(known: &str, typed: &str) -> bool {
    known.len() >= LETTERS_FOR_A_TYPO
        && known.len().abs_diff(typed.len()) <= 1
        && !known.contains(|sign: char| sign.is_ascii_digit())
        && strsim::osa_distance(known, typed) <= 1
}

fn unreadable(line: u64, error: &csv::Error) -> RowError {
    let line = error.position().map_or(line, csv::Position::line);
    RowError { line, reason: RowTrouble::Unreadable(error.to_string()) }
}

fn filled<'de, D: serde::Deserializer<'de>>(from: D) -> Result<Option<String>, D::Error> {
    let text = String::deserialize(from)?;
    Ok((!text.is_empty()).then_some(text))
}

/// Aliases in one column, apart by bars.
mod bars {
    use serde::{Deserialize, Deserializer, Serializer};

    pub fn serialize<S: Serializer>(aliases: &[String], to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(&aliases.join("|"))
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<String>, D::Error> {
        let text = String::deserialize(from)?;
        let aliases = text.split('|').map(str::trim).filter(|alias| !alias.is_empty());
        Ok(aliases.map(str::to_owned).collect())
    }
}

#[cfg(test)]
mod tests;
