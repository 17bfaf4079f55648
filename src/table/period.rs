//! Periods of statistics: a year, a half-year, a quarter, a month, a span of months.

use chrono::{Datelike, NaiveDate};
use regex::Regex;
use serde::{Deserialize, Serialize};
use std::sync::LazyLock;

/// Years that statistics speak of: patents began in 1985.
const YEARS: std::ops::RangeInclusive<i32> = 1985..=2100;
/// Years that a span in a question may hold.
const LONGEST_SPAN: i32 = 20;

/// A period: whole months of one year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Period {
    /// The year.
    pub year: i32,
    /// First month, from 1.
    pub first: u32,
    /// Last month.
    pub last: u32,
}

/// How a period is called.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The whole year.
    Year,
    /// The first or second half.
    Half(u32),
    /// A quarter, from 1.
    Quarter(u32),
    /// One month.
    Month(u32),
    /// From a month to another.
    Months(u32, u32),
}

impl Period {
    /// A whole year.
    pub fn of_year(year: i32) -> Self {
        Self { year, first: 1, last: 12 }
    }

    /// How it is called. `2024-01..2024-06` is the first half.
    pub fn part(self) -> Part {
        match (self.first, self.last) {
            (1, 12) => Part::Year,
            (1, 6) => Part::Half(1),
            (7, 12) => Part::Half(2),
            (first, last) if first == last => Part::Month(first),
            (first, last) if last == first + 2 && first % 3 == 1 => Part::Quarter(last / 3),
            (first, last) => Part::Months(first, last),
        }
    }

    fn months(year: i32, first: u32, last: u32) -> Option<Self> {
        let fits = YEARS.contains(&year) && (1..=12).contains(&first) && (first..=12).contains(&last);
        fits.then_some(Self { year, first, last })
    }

    /// A period as a table writes it.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        if let Some((from, to)) = text.split_once("..") {
            let (from, to) = (Self::parse(from)?, Self::parse(to)?);
            return if from.year == to.year { Self::months(from.year, from.first, to.last) } else { None };
        }
        let digits = text.get(..4).filter(|year| year.bytes().all(|byte| byte.is_ascii_digit()))?;
        let year: i32 = digits.parse().ok()?;
        let rest = text.get(4..)?.trim_start_matches('年').trim_matches(['-', '/', '.', ' ']);
        let part = rest.to_uppercase();
        let count = |text: &str| text.parse::<u32>().ok();
        match part.as_str() {
            "" => Self::months(year, 1, 12),
            "H1" | "上半年" => Self::months(year, 1, 6),
            "H2" | "下半年" => Self::months(year, 7, 12),
            _ => {
                let quarter = part.strip_prefix('Q').or_else(|| part.strip_prefix('第')?.strip_suffix("季度"));
                if let Some(quarter) = quarter.and_then(numeral).filter(|quarter| (1..=4).contains(quarter)) {
                    return Self::months(year, quarter * 3 - 2, quarter * 3);
                }
                let months = part.trim_end_matches('月');
                match months.split_once(['-', '至', '~']) {
                    Some((first, last)) => Self::months(year, count(first.trim_end_matches('月'))?, count(last)?),
                    None => Self::months(year, count(months)?, count(months)?),
                }
            }
        }
    }

    /// Every period that a question names, in order. `today` is what "last year" counts from.
    pub fn named_in(question: &str, today: NaiveDate) -> Vec<Self> {
        let words = Words::of(question);
        let mut found = Vec::new();
        let years = words.years(today);
        let parts = words.parts();
        for year in years {
            if parts.is_empty() {
                found.push(Self::of_year(year));
            }
            found.extend(parts.iter().filter_map(|&(first, last)| Self::months(year, first, last)));
        }
        found.sort_unstable();
        found.dedup();
        found
    }
}

fn numeral(text: &str) -> Option<u32> {
    match text {
        "一" => Some(1),
        "二" | "两" => Some(2),
        "三" => Some(3),
        "四" => Some(4),
        "五" => Some(5),
        "六" => Some(6),
        "七" => Some(7),
        "八" => Some(8),
        "九" => Some(9),
        "十" => Some(10),
        _ => text.parse().ok(),
    }
}

/// A question in small letters, with plain digits.
struct Words(String);

impl Words {
    fn of(question: &str) -> Self {
        use unicode_normalization::UnicodeNormalization;
        let plain: String = question.nfkc().flat_map(char::to_lowercase).collect();
        Self(crate::format::simplified(&plain))
    }

    fn has(&self, parts: &[&str]) -> bool {
        parts.iter().any(|part| self.0.contains(part))
    }

    /// The years named: single ones, spans, and those that count from today.
    fn years(&self, today: NaiveDate) -> Vec<i32> {
        static SPAN: LazyLock<Regex> = LazyLock::new(|| {
            good(r"(?:^|[^0-9])((?:19|20)[0-9]{2})\s*年?\s*(?:-|–|—|~|到|至|to|until|through)\s*((?:19|20)[0-9]{2})(?:[^0-9]|$)")
        });
        static YEAR: LazyLock<Regex> = LazyLock::new(|| good(r"(?:19|20)[0-9]{2}"));
        static RECENT: LazyLock<Regex> = LazyLock::new(|| {
            good(
                r"(?:近|最近|过去|前)\s*([0-9]{1,2}|[一二两三四五六七八九十])\s*年|(?:last|past|recent)\s+([0-9]{1,2}|two|three|four|five|ten)\s+years",
            )
        });
        let mut years = Vec::new();
        for span in SPAN.captures_iter(&self.0) {
            let (from, to) = (year_of(&span[1]), year_of(&span[2]));
            years.extend((from..=to).take(LONGEST_SPAN as usize));
        }
        if years.is_empty() {
            // Six digits are the code of a district, no year and month.
            let mut before = ' ';
            let ends = |at: usize| self.0[at..].chars().next().is_none_or(|sign| !sign.is_ascii_digit());
            for found in YEAR.find_iter(&self.0) {
                before = self.0[..found.start()].chars().next_back().unwrap_or(before);
                if found.start() == 0 || !before.is_ascii_digit() {
                    years.extend(ends(found.end()).then(|| year_of(found.as_str())));
                }
            }
        }
        let this = today.year();
        if let Some(recent) = RECENT.captures(&self.0) {
            let count = recent.get(1).or(recent.get(2)).map_or("", |count| count.as_str());
            let english = ["two", "three", "four", "five"].iter().position(|word| *word == count).map(|at| at as u32 + 2);
            let count = english.or_else(|| if count == "ten" { Some(10) } else { numeral(count) }).unwrap_or(1);
            let count = i32::try_from(count).unwrap_or(1).clamp(1, LONGEST_SPAN);
            years.extend(this - count..this);
        } else if self.has(&["去年", "上一年", "上年", "last year", "previous year"]) {
            years.push(this - 1);
        }
        if self.has(&["前年", "year before last"]) {
            years.push(this - 2);
        }
        if self.has(&["今年", "本年", "this year"]) {
            years.push(this);
        }
        years.retain(|year| YEARS.contains(year));
        years.sort_unstable();
        years.dedup();
        years
    }

    /// Parts of a year that are named, as first and last month.
    fn parts(&self) -> Vec<(u32, u32)> {
        static QUARTER: LazyLock<Regex> =
            LazyLock::new(|| good(r"第?\s*([1-4一二三四])\s*季度|\bq([1-4])\b|[0-9]q([1-4])\b|(first|second|third|fourth)\s+quarter"));
        static MONTHS: LazyLock<Regex> = LazyLock::new(|| good(r"([0-9]{1,2})\s*月?\s*(?:-|–|—|~|到|至)\s*([0-9]{1,2})\s*月"));
        static MONTH: LazyLock<Regex> = LazyLock::new(|| good(r"(?:^|[^0-9])([0-9]{1,2})\s*月|(?:19|20)[0-9]{2}-([0-9]{2})(?:[^0-9]|$)"));
        let mut parts = Vec::new();
        if self.has(&["上半年", "first half", "h1"]) {
            parts.push((1, 6));
        }
        if self.has(&["下半年", "second half", "h2"]) {
            parts.push((7, 12));
        }
        for quarter in QUARTER.captures_iter(&self.0) {
            let word = quarter.iter().skip(1).flatten().next().map_or("", |word| word.as_str());
            let english = ["first", "second", "third", "fourth"].iter().position(|name| *name == word).map(|at| at as u32 + 1);
            parts.extend(english.or_else(|| numeral(word)).map(|nth| (nth * 3 - 2, nth * 3)));
        }
        let spans: Vec<(u32, u32)> =
            MONTHS.captures_iter(&self.0).filter_map(|span| Some((span[1].parse().ok()?, span[2].parse().ok()?))).collect();
        if spans.is_empty() {
            for month in MONTH.captures_iter(&self.0) {
                let nth = month.get(1).or(month.get(2)).and_then(|nth| nth.as_str().parse().ok());
                parts.extend(nth.map(|nth| (nth, nth)));
            }
            parts.extend(self.english_month().map(|nth| (nth, nth)));
        }
        parts.extend(spans);
        parts.retain(|(first, last)| (1..=12).contains(first) && (first..=&12).contains(&last));
        parts
    }

    fn english_month(&self) -> Option<u32> {
        const MONTHS: [&str; 12] =
            ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];
        let is_month = |word: &str| MONTHS.iter().position(|month| *month == word);
        // "may I ask": a month only beside a year.
        let words: Vec<&str> = self.0.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
        let is_year = |word: Option<&&str>| word.is_some_and(|word| word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit()));
        let found = words.iter().enumerate().find_map(|(at, word)| {
            let beside = is_year(words.get(at + 1)) || at > 0 && is_year(words.get(at - 1));
            is_month(word).filter(|_| beside)
        });
        found.map(|month| month as u32 + 1)
    }
}

fn year_of(digits: &str) -> i32 {
    digits.parse().unwrap_or_default()
}

fn good(pattern: &str) -> Regex {
    Regex::new(pattern).expect("the patterns above are tried by the tests")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    #[test]
    fn a_period_is_read_as_tables_write_it() {
        for (text, first, last) in [
            ("2024", 1, 12),
            ("2024年", 1, 12),
            ("2024-H1", 1, 6),
            ("2024年上半年", 1, 6),
            ("2024h2", 7, 12),
            ("2024-Q3", 7, 9),
            ("2024年第三季度", 7, 9),
            ("2024-05", 5, 5),
            ("2024年5月", 5, 5),
            ("2024-01..2024-08", 1, 8),
            ("2024年1-8月", 1, 8),
        ] {
            assert_eq!(Period::parse(text), Some(Period { year: 2024, first, last }), "{text}");
        }
        for text in ["", "24", "2024-13", "2024-Q5", "1900", "2024-05..2023-06", "2024-08..2024-02", "二〇二四", "2024-H3", "202405x"] {
            assert_eq!(Period::parse(text), None, "{text}");
        }
    }

    #[test]
    fn a_question_names_its_years() {
        let today = day("2026-11-23");
        let years = |text: &str| Period::named_in(text, today).into_iter().map(|period| period.year).collect::<Vec<_>>();
        assert_eq!(years("武昌和洪山 2024 发明授权"), [2024]);
        assert_eq!(years("how many inventions did Wuhan get last year?"), [2025]);
        assert_eq!(years("去年和前年的申请量"), [2024, 2025]);
        assert_eq!(years("2021-2024年"), [2021, 2022, 2023, 2024]);
        assert_eq!(years("2022到2024 洪山"), [2022, 2023, 2024]);
        assert_eq!(years("近三年"), [2023, 2024, 2025]);
        assert_eq!(years("the last 5 years"), [2021, 2022, 2023, 2024, 2025]);
        assert_eq!(years("420106 的专利"), Vec::<i32>::new());
        assert_eq!(years("２０２４年"), [2024]);
        assert_eq!(years("2024、2025年"), [2024, 2025]);
    }

    #[test]
    fn a_question_names_parts_of_a_year() {
        let today = day("2026-11-23");
        let parts = |text: &str| Period::named_in(text, today).into_iter().map(Period::part).collect::<Vec<_>>();
        assert_eq!(parts("2025年上半年"), [Part::Half(1)]);
        assert_eq!(parts("2025年第三季度"), [Part::Quarter(3)]);
        assert_eq!(parts("Q2 2025"), [Part::Quarter(2)]);
        assert_eq!(parts("2025年5月"), [Part::Month(5)]);
        assert_eq!(parts("2025年1-8月"), [Part::Months(1, 8)]);
        assert_eq!(parts("May 2025 filings"), [Part::Month(5)]);
        assert_eq!(parts("may I ask about 2025 filings"), [Part::Year]);
        assert_eq!(parts("filings in 2025-03"), [Part::Month(3)]);
    }
}
