//! Countries and regions, found by Chinese or English name, ISO code or nickname.
//!
//! Pure: the table is a part of the program, people's words come in as text. It must not guess: words that fit two give both
//! ("Korea", "刚果"), and the person chooses.
//!
//! ## Why
//! The codes are those of ISO 3166-1; the names are those that the office uses, so Hong Kong, Macao and Taiwan stand there as
//! parts of China. A name inside a sentence counts ("我们公司在日本"), and where names overlap the longest wins (印度尼西亚 over
//! 印度). A code counts only alone or in capitals: "it" and "in" are words.

use crate::place::fold::{compact, fold, is_han};
use serde::Deserialize;
use std::collections::{BTreeSet, HashMap};
use std::sync::LazyLock;

const SHIPPED: &str = include_str!("data/countries.csv");
static COUNTRIES: LazyLock<Countries> = LazyLock::new(|| Countries::parse(SHIPPED));

/// What is longer is not the name of a country; the rest is not read. In characters.
const LONGEST_TEXT: usize = 120;
/// A Latin name has up to this many words.
const WORDS_OF_A_NAME: usize = 8;
/// Shorter Latin names must be written without a mistake.
const LETTERS_FOR_A_TYPO: usize = 6;
/// Codes and other names this short are words of a language as well.
const SHORT: usize = 3;

/// One row of the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Country {
    /// ISO 3166-1 alpha-2, in capitals.
    pub code: String,
    /// Chinese name.
    pub zh: String,
    /// English name.
    pub en: String,
}

/// Which country some words mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CountryMatch<'a> {
    /// This one.
    One(&'a Country),
    /// More than one fits; in the order of the table.
    Several(Vec<&'a Country>),
    /// None.
    None,
}

/// All countries and regions, ready to be searched.
#[derive(Debug, Clone, Default)]
pub struct Countries {
    rows: Vec<Country>,
    /// Folded names with Chinese characters, to rows.
    han: HashMap<String, BTreeSet<usize>>,
    /// Folded names in Latin letters, without blanks, to rows.
    latin: HashMap<String, BTreeSet<usize>>,
    /// Longest Chinese name, in characters.
    longest: usize,
}

#[derive(Deserialize)]
struct Row {
    code: String,
    name_zh: String,
    name_en: String,
    aliases: String,
}

impl Countries {
    /// The table that comes with the program.
    pub fn shipped() -> &'static Self {
        &COUNTRIES
    }

    fn parse(table: &str) -> Self {
        let mut countries = Self::default();
        let mut reader = csv::ReaderBuilder::new().trim(csv::Trim::All).from_reader(table.as_bytes());
        for row in reader.deserialize::<Row>().map_while(Result::ok) {
            let at = countries.rows.len();
            let names = [&row.code, &row.name_zh, &row.name_en].into_iter().map(String::as_str);
            for name in names.chain(row.aliases.split('|')).filter(|name| !name.is_empty()) {
                countries.enter(name, at);
            }
            countries.rows.push(Country { code: row.code, zh: row.name_zh, en: row.name_en });
        }
        countries
    }

    fn enter(&mut self, name: &str, row: usize) {
        let name = compact(name);
        if name.contains(is_han) {
            self.longest = self.longest.max(name.chars().count());
            self.han.entry(name).or_default().insert(row);
        } else {
            self.latin.entry(name).or_default().insert(row);
        }
    }

    /// All countries and regions in the order of their codes.
    pub fn iter(&self) -> impl Iterator<Item = &Country> {
        self.rows.iter()
    }

    /// The country or region with exactly this code, in capitals.
    pub fn by_code(&self, code: &str) -> Option<&Country> {
        self.rows.iter().find(|country| country.code == code)
    }

    /// Which country or region these words mean: a name, a nickname or a code, alone or a name in a sentence.
    pub fn find(&self, text: &str) -> CountryMatch<'_> {
        let text: String = text.chars().take(LONGEST_TEXT).collect();
        let whole = compact(&text);
        let exact = self.han.get(&whole).or_else(|| self.latin.get(&whole));
        let rows = match exact {
            Some(rows) => rows.clone(),
            None => {
                let seen = self.seen(&text);
                if seen.is_empty() { self.near(&whole) } else { seen }
            }
        };
        let mut found: Vec<&Country> = rows.into_iter().filter_map(|row| self.rows.get(row)).collect();
        match found.len() {
            0 => CountryMatch::None,
            1 => CountryMatch::One(found.remove(0)),
            _ => CountryMatch::Several(found),
        }
    }

    /// Every name in a sentence; of names that overlap only the longest.
    fn seen(&self, text: &str) -> BTreeSet<usize> {
        let mut seen: Vec<(usize, usize, &BTreeSet<usize>)> = self.in_chinese(&compact(text));
        let chinese = seen.len();
        // Positions of the two kinds are not of one text, but they never overlap.
        seen.extend(self.in_latin(text));
        let mut rows = BTreeSet::new();
        for (at, (from, to, found)) in seen.iter().enumerate() {
            let longer = |(other, (start, end, _)): (usize, &(usize, usize, &BTreeSet<usize>))| {
                (other < chinese) == (at < chinese) && start < to && from < end && end - start > to - from
            };
            if !seen.iter().enumerate().any(longer) {
                rows.extend(found.iter().copied());
            }
        }
        rows
    }

    fn in_chinese(&self, text: &str) -> Vec<(usize, usize, &BTreeSet<usize>)> {
        let ends: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        let mut seen = Vec::new();
        for (nth, &from) in ends.iter().enumerate() {
            for &to in ends.iter().skip(nth + 2).take(self.longest) {
                if let Some(rows) = text.get(from..to).and_then(|name| self.han.get(name)) {
                    seen.push((from, to, rows));
                }
            }
        }
        seen
    }

    fn in_latin(&self, text: &str) -> Vec<(usize, usize, &BTreeSet<usize>)> {
        let shouts = !text.chars().any(|sign| sign.is_lowercase() || is_han(sign));
        let words: Vec<&str> = text.split(|sign: char| !sign.is_alphanumeric() || is_han(sign)).filter(|word| !word.is_empty()).collect();
        let mut seen = Vec::new();
        for from in 0..words.len() {
            for to in from + 1..=words.len().min(from + WORDS_OF_A_NAME) {
                let name = compact(&words[from..to].concat());
                let is_code = name.chars().count() <= SHORT;
                let in_capitals = !shouts && words[from..to].iter().all(|word| word.chars().all(char::is_uppercase));
                if let Some(rows) = self.latin.get(&name).filter(|_| !is_code || in_capitals) {
                    seen.push((from, to, rows));
                }
            }
        }
        seen
    }

    /// Names that are one letter apart.
    fn near(&self, typed: &str) -> BTreeSet<usize> {
        let long = |name: &str| name.chars().count() >= LETTERS_FOR_A_TYPO;
        if !long(typed) || typed.contains(is_han) {
            return BTreeSet::new();
        }
        let near = self.latin.iter().filter(|(name, _)| long(name) && strsim::osa_distance(name, typed) <= 1);
        near.flat_map(|(_, rows)| rows.iter().copied()).collect()
    }
}

impl Country {
    /// The words say no more than a name of it.
    pub fn is_said_by(&self, words: &str) -> bool {
        let words = fold(words);
        [&self.zh, &self.en, &self.code].into_iter().any(|name| fold(name).contains(&words))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(text: &str) -> Vec<&'static str> {
        match Countries::shipped().find(text) {
            CountryMatch::One(country) => vec![country.code.as_str()],
            CountryMatch::Several(countries) => countries.into_iter().map(|country| country.code.as_str()).collect(),
            CountryMatch::None => Vec::new(),
        }
    }

    #[test]
    fn the_table_is_whole() {
        let countries = Countries::shipped();
        assert_eq!(countries.iter().count(), 249, "entries of ISO 3166-1");
        let codes: BTreeSet<&str> = countries.iter().map(|country| country.code.as_str()).collect();
        assert_eq!(codes.len(), 249);
        for country in countries.iter() {
            assert!(country.code.len() == 2 && country.code.bytes().all(|sign| sign.is_ascii_uppercase()), "{country:?}");
            assert!(country.zh.chars().all(|sign| is_han(sign) || "（）".contains(sign)), "{country:?}");
            for name in [&country.code, &country.zh, &country.en] {
                assert_eq!(countries.find(name), CountryMatch::One(country), "{name}");
            }
        }
    }

    #[test]
    fn parts_of_china_are_named_as_such() {
        for (code, zh, en) in
            [("HK", "中国香港", "Hong Kong, China"), ("MO", "中国澳门", "Macao, China"), ("TW", "中国台湾", "Taiwan, China")]
        {
            let country = Countries::shipped().by_code(code).expect(code);
            assert_eq!((country.zh.as_str(), country.en.as_str()), (zh, en));
        }
    }

    #[test]
    fn names_nicknames_and_codes_are_found_however_they_are_written() {
        for (text, code) in [
            ("日本", "JP"),
            ("ＪＰ", "JP"),
            ("jpn", "JP"),
            ("japan", "JP"),
            ("我们公司在日本东京", "JP"),
            ("the States", "US"),
            ("U.S.A.", "US"),
            ("美国", "US"),
            ("美國", "US"),
            ("a UK company", "GB"),
            ("Viet Nam", "VN"),
            ("印度尼西亚", "ID"),
            ("印尼", "ID"),
            ("几内亚比绍", "GW"),
            ("臺灣", "TW"),
            ("香港", "HK"),
            ("中国香港", "HK"),
            ("Hong Kong", "HK"),
            ("Macau", "MO"),
            ("大陆", "CN"),
            ("Germny", "DE"),
            ("Cote d'Ivoire", "CI"),
            ("阿联酋", "AE"),
            ("欧洲的德国", "DE"),
            ("Northern Ireland", "GB"),
        ] {
            assert_eq!(codes(text), [code], "{text}");
        }
    }

    #[test]
    fn what_fits_several_gives_all_and_what_fits_none_gives_none() {
        assert_eq!(codes("Korea"), ["KP", "KR"]);
        assert_eq!(codes("刚果"), ["CD", "CG"]);
        assert_eq!(codes("美国和日本"), ["JP", "US"]);
        for text in ["", "欧洲", "it is far away in the north", "IT IS IN THE NORTH", "xx", "12", "🙂"] {
            assert_eq!(codes(text), Vec::<&str>::new(), "{text}");
        }
    }
}
