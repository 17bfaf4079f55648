//! Conditions on earlier answers, as they stand in dialog files:
//!
//! ```text
//! how = named
//! where != online and not (kind has design or kind unknown)
//! deadline within 10 days
//! granted older than 3 years
//! deadline passed
//! today from 2027-01-01
//! price over 50000
//! access.result = ok
//! contact answered
//! ```
//!
//! `=` compares a choice, a place code, a yes/no or a fact; `has` looks into several choices; `answered` and `unknown` ask how
//! a question was answered; `within N days`, `older than` and `passed` compare a date with today, `today from` today itself
//! with a day on which a law changes; `over` compares a number, an amount in yuan, a year, or how many there are in a list.
//! A name with a dot is a fact of a look-up.
//! A condition on a question that was not answered is false, its `!=` true.

use super::answer::Answer;
use crate::calendar::add_months;
use crate::id::StepId;
use chrono::{Days, NaiveDate};

/// A condition, read.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub enum Condition {
    /// Always holds.
    #[default]
    Always,
    /// All hold.
    All(Vec<Condition>),
    /// One holds.
    Any(Vec<Condition>),
    /// Does not hold.
    Not(Box<Condition>),
    /// The answer or fact is this value.
    Is(String, String),
    /// The choices hold this one.
    Has(String, String),
    /// The question was answered (not skipped, not "I don't know").
    Answered(String),
    /// The answer was "I don't know".
    Unknown(String),
    /// The date is at most so many days after today.
    Within(String, u32),
    /// The date is more than so long before today.
    Older(String, Age),
    /// The date is before today.
    Passed(String),
    /// Today is this day or later: a law that changes on a date.
    TodayFrom(NaiveDate),
    /// The number, the amount in yuan, the year or the count of a list is larger.
    Over(String, u32),
}

/// A length of time on the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Age {
    /// Days.
    Days(u32),
    /// Months: the same day number, else the last day.
    Months(u32),
    /// Years, likewise.
    Years(u32),
}

impl Age {
    /// The day so long before another.
    pub fn before(self, day: NaiveDate) -> NaiveDate {
        let months = |n: u32| -i32::try_from(n).unwrap_or(i32::MAX);
        match self {
            Age::Days(n) => day.checked_sub_days(Days::new(n.into())).unwrap_or(NaiveDate::MIN),
            Age::Months(n) => add_months(day, months(n)),
            Age::Years(n) => add_months(day, months(n.saturating_mul(12))),
        }
    }
}

impl std::fmt::Display for Age {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (n, unit) = match self {
            Age::Days(n) => (n, "day"),
            Age::Months(n) => (n, "month"),
            Age::Years(n) => (n, "year"),
        };
        write!(f, "{n} {unit}{}", if *n == 1 { "" } else { "s" })
    }
}

/// Why a condition could not be read; the column counts signs from 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unreadable {
    /// Sign at which reading stopped.
    pub column: u32,
    /// What was expected there.
    pub expected: &'static str,
}

/// Where a condition finds answers and facts.
pub trait Known {
    /// The answer to a question of this flow.
    fn answer(&self, step: &StepId) -> Option<&Answer>;
    /// A fact of a look-up: `access.result`.
    fn fact(&self, name: &str) -> Option<&str>;
    /// Today at the office.
    fn today(&self) -> NaiveDate;
    /// Today is this day or later.
    fn is_from(&self, day: NaiveDate) -> bool {
        self.today() >= day
    }
}

impl Condition {
    /// Reads a condition.
    ///
    /// # Errors
    /// The first place that makes no sense.
    pub fn read(text: &str) -> Result<Self, Unreadable> {
        let tokens = tokens(text)?;
        let mut reader = Reader { tokens: &tokens, at: 0, depth: 0, end: text.chars().count() as u32 + 1 };
        let condition = reader.any()?;
        match reader.peek() {
            None => Ok(condition),
            Some(token) => Err(Unreadable { column: token.column, expected: "and, or, the end" }),
        }
    }

    /// Both hold.
    pub fn and(self, other: Condition) -> Condition {
        match (self, other) {
            (Condition::Always, one) | (one, Condition::Always) => one,
            (one, two) => Condition::All(vec![one, two]),
        }
    }

    /// Whether it holds.
    pub fn holds(&self, known: &dyn Known) -> bool {
        match self {
            Condition::Always => true,
            Condition::All(parts) => parts.iter().all(|part| part.holds(known)),
            Condition::Any(parts) => parts.iter().any(|part| part.holds(known)),
            Condition::Not(part) => !part.holds(known),
            Condition::Is(name, value) => value_of(known, name).is_some_and(|found| found == *value),
            Condition::Has(name, value) => {
                matches!(known.answer(&StepId(name.clone())), Some(Answer::Several(chosen)) if chosen.contains(value))
            }
            Condition::Answered(name) => known.answer(&StepId(name.clone())).is_some_and(Answer::is_given),
            Condition::Unknown(name) => matches!(known.answer(&StepId(name.clone())), Some(Answer::Unknown)),
            Condition::Within(name, days) => date_of(known, name).is_some_and(|date| (date - known.today()).num_days() <= i64::from(*days)),
            Condition::Older(name, age) => date_of(known, name).is_some_and(|date| date < age.before(known.today())),
            Condition::Passed(name) => date_of(known, name).is_some_and(|date| date < known.today()),
            Condition::TodayFrom(day) => known.is_from(*day),
            Condition::Over(name, n) => number_of(known, name).is_some_and(|(number, unit)| number > i64::from(*n) * unit),
        }
    }

    /// Every part that is no `and`, `or` or `not`, in order.
    pub fn leaves(&self) -> Vec<&Condition> {
        match self {
            Condition::All(parts) | Condition::Any(parts) => parts.iter().flat_map(Condition::leaves).collect(),
            Condition::Not(part) => part.leaves(),
            leaf => vec![leaf],
        }
    }

    /// Every name used, with the value it is compared with (for `check`).
    pub fn uses(&self) -> Vec<(&str, Option<&str>)> {
        let mut found = Vec::new();
        self.collect(&mut found);
        found
    }

    fn collect<'a>(&'a self, found: &mut Vec<(&'a str, Option<&'a str>)>) {
        match self {
            Condition::Always => {}
            Condition::All(parts) | Condition::Any(parts) => parts.iter().for_each(|part| part.collect(found)),
            Condition::Not(part) => part.collect(found),
            Condition::Is(name, value) | Condition::Has(name, value) => found.push((name, Some(value))),
            Condition::Answered(name)
            | Condition::Unknown(name)
            | Condition::Within(name, _)
            | Condition::Older(name, _)
            | Condition::Passed(name)
            | Condition::Over(name, _) => found.push((name, None)),
            Condition::TodayFrom(_) => {}
        }
    }
}

impl std::fmt::Display for Condition {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let list = |f: &mut std::fmt::Formatter<'_>, parts: &[Condition], word: &str| {
            for (i, part) in parts.iter().enumerate() {
                if i > 0 {
                    write!(f, " {word} ")?;
                }
                if matches!(part, Condition::Any(_) | Condition::All(_)) { write!(f, "({part})")? } else { write!(f, "{part}")? }
            }
            Ok(())
        };
        match self {
            Condition::Always => f.write_str("always"),
            Condition::All(parts) => list(f, parts, "and"),
            Condition::Any(parts) => list(f, parts, "or"),
            Condition::Not(part) => match &**part {
                Condition::Is(name, value) => write!(f, "{name} != {value}"),
                other => write!(f, "not ({other})"),
            },
            Condition::Is(name, value) => write!(f, "{name} = {value}"),
            Condition::Has(name, value) => write!(f, "{name} has {value}"),
            Condition::Answered(name) => write!(f, "{name} answered"),
            Condition::Unknown(name) => write!(f, "{name} unknown"),
            Condition::Within(name, days) => write!(f, "{name} within {days} days"),
            Condition::Older(name, age) => write!(f, "{name} older than {age}"),
            Condition::Passed(name) => write!(f, "{name} passed"),
            Condition::TodayFrom(day) => write!(f, "today from {day}"),
            Condition::Over(name, n) => write!(f, "{name} over {n}"),
        }
    }
}

fn date_of(known: &dyn Known, name: &str) -> Option<NaiveDate> {
    match known.answer(&StepId(name.to_owned()))? {
        Answer::Date(date) => Some(*date),
        _ => None,
    }
}

/// A number, and how many of it make one of the unit that conditions use.
fn number_of(known: &dyn Known, name: &str) -> Option<(i64, i64)> {
    if name.contains('.') {
        return Some((known.fact(name)?.parse().ok()?, 1));
    }
    match known.answer(&StepId(name.to_owned()))? {
        Answer::Number(n) => Some((*n, 1)),
        Answer::Money(fen) => Some((*fen, 100)),
        Answer::Year(year) => Some((i64::from(*year), 1)),
        Answer::List(items) => Some((i64::try_from(items.len()).unwrap_or(i64::MAX), 1)),
        Answer::Several(items) => Some((i64::try_from(items.len()).unwrap_or(i64::MAX), 1)),
        Answer::Links(items) => Some((i64::try_from(items.len()).unwrap_or(i64::MAX), 1)),
        Answer::Files(items) => Some((i64::try_from(items.len()).unwrap_or(i64::MAX), 1)),
        _ => None,
    }
}

fn value_of(known: &dyn Known, name: &str) -> Option<String> {
    if name.contains('.') {
        return known.fact(name).map(str::to_owned);
    }
    match known.answer(&StepId(name.to_owned()))? {
        Answer::Choice(value) | Answer::Pick { id: value, .. } => Some(value.clone()),
        Answer::Place(place) => Some(place.code.clone()),
        Answer::Country(country) => Some(country.code.clone()),
        Answer::Year(year) => Some(year.to_string()),
        Answer::YesNo(yes) => Some(if *yes { "yes" } else { "no" }.to_owned()),
        Answer::Unknown => Some("unknown".to_owned()),
        Answer::Skipped => Some("skipped".to_owned()),
        _ => None,
    }
}

#[derive(Debug)]
struct Token<'a> {
    text: &'a str,
    column: u32,
}

fn tokens(text: &str) -> Result<Vec<Token<'_>>, Unreadable> {
    let mut found = Vec::new();
    let mut rest = text.char_indices().enumerate().peekable();
    while let Some((count, (at, sign))) = rest.next() {
        let column = count as u32 + 1;
        let end = match sign {
            ' ' | '\t' | '\n' => continue,
            '(' | ')' | '=' => at + 1,
            '!' => match rest.next() {
                Some((_, (_, '='))) => at + 2,
                _ => return Err(Unreadable { column, expected: "!=" }),
            },
            c if word_sign(c) => {
                let mut end = at + c.len_utf8();
                while let Some((_, (next, c))) = rest.peek().copied()
                    && word_sign(c)
                {
                    end = next + c.len_utf8();
                    rest.next();
                }
                end
            }
            _ => return Err(Unreadable { column, expected: "a name, =, !=, has, (, )" }),
        };
        found.push(Token { text: &text[at..end], column });
    }
    Ok(found)
}

fn word_sign(sign: char) -> bool {
    sign.is_ascii_alphanumeric() || matches!(sign, '-' | '_' | '.')
}

struct Reader<'a> {
    tokens: &'a [Token<'a>],
    at: usize,
    depth: u32,
    end: u32,
}

impl<'a> Reader<'a> {
    fn peek(&self) -> Option<&'a Token<'a>> {
        self.tokens.get(self.at)
    }

    fn take(&mut self, text: &str) -> bool {
        let hit = self.peek().is_some_and(|token| token.text == text);
        self.at += usize::from(hit);
        hit
    }

    fn fail(&self, expected: &'static str) -> Unreadable {
        Unreadable { column: self.peek().map_or(self.end, |token| token.column), expected }
    }

    fn word(&mut self, expected: &'static str) -> Result<&'a str, Unreadable> {
        let token = self.peek().filter(|token| token.text.starts_with(word_sign)).ok_or_else(|| self.fail(expected))?;
        self.at += 1;
        Ok(token.text)
    }

    fn any(&mut self) -> Result<Condition, Unreadable> {
        let mut parts = vec![self.all()?];
        while self.take("or") {
            parts.push(self.all()?);
        }
        Ok(if parts.len() == 1 { parts.remove(0) } else { Condition::Any(parts) })
    }

    fn all(&mut self) -> Result<Condition, Unreadable> {
        let mut parts = vec![self.one()?];
        while self.take("and") {
            parts.push(self.one()?);
        }
        Ok(if parts.len() == 1 { parts.remove(0) } else { Condition::All(parts) })
    }

    fn one(&mut self) -> Result<Condition, Unreadable> {
        self.depth += 1;
        if self.depth > 32 {
            return Err(self.fail("fewer brackets"));
        }
        let condition = if self.take("not") {
            Condition::Not(Box::new(self.one()?))
        } else if self.take("(") {
            let inner = self.any()?;
            if !self.take(")") {
                return Err(self.fail(")"));
            }
            inner
        } else {
            self.comparison()?
        };
        self.depth -= 1;
        Ok(condition)
    }

    fn comparison(&mut self) -> Result<Condition, Unreadable> {
        let name = self.word("the name of a step or fact")?.to_owned();
        if name == "today" {
            if !self.take("from") {
                return Err(self.fail("from"));
            }
            let expected = "a day such as 2027-01-01";
            let (at, day) = (self.at, self.word(expected)?);
            return match NaiveDate::parse_from_str(day, "%Y-%m-%d") {
                Ok(day) => Ok(Condition::TodayFrom(day)),
                Err(_) => {
                    self.at = at;
                    Err(self.fail(expected))
                }
            };
        }
        if self.take("=") {
            return Ok(Condition::Is(name, self.word("a value")?.to_owned()));
        }
        if self.take("!=") {
            return Ok(Condition::Not(Box::new(Condition::Is(name, self.word("a value")?.to_owned()))));
        }
        if self.take("has") {
            return Ok(Condition::Has(name, self.word("a value")?.to_owned()));
        }
        if self.take("answered") {
            return Ok(Condition::Answered(name));
        }
        if self.take("unknown") {
            return Ok(Condition::Unknown(name));
        }
        if self.take("within") {
            let days = self.word("a number of days")?.parse().map_err(|_| self.fail("a number of days"))?;
            if !self.take("days") {
                return Err(self.fail("days"));
            }
            return Ok(Condition::Within(name, days));
        }
        if self.take("older") {
            if !self.take("than") {
                return Err(self.fail("than"));
            }
            let n = self.number("a number")?;
            let unit = self.at;
            return Ok(Condition::Older(
                name,
                match self.word("years, months or days")? {
                    "day" | "days" => Age::Days(n),
                    "month" | "months" => Age::Months(n),
                    "year" | "years" => Age::Years(n),
                    _ => {
                        self.at = unit;
                        return Err(self.fail("years, months or days"));
                    }
                },
            ));
        }
        if self.take("passed") {
            return Ok(Condition::Passed(name));
        }
        if self.take("over") {
            return Ok(Condition::Over(name, self.number("a number")?));
        }
        Err(self.fail("=, !=, has, answered, unknown, within, older than, passed or over"))
    }

    fn number(&mut self, expected: &'static str) -> Result<u32, Unreadable> {
        let at = self.at;
        self.word(expected)?.parse().map_err(|_| {
            self.at = at;
            self.fail(expected)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::super::answer::CountryAnswer;
    use super::*;
    use std::collections::BTreeMap;

    #[derive(Default)]
    struct Here(BTreeMap<StepId, Answer>, BTreeMap<String, String>);

    impl Known for Here {
        fn answer(&self, step: &StepId) -> Option<&Answer> {
            self.0.get(step)
        }
        fn fact(&self, name: &str) -> Option<&str> {
            self.1.get(name).map(String::as_str)
        }
        fn today(&self) -> NaiveDate {
            NaiveDate::from_ymd_opt(2026, 11, 23).expect("a day")
        }
    }

    fn holds(text: &str, here: &Here) -> bool {
        Condition::read(text).expect(text).holds(here)
    }

    #[test]
    fn conditions_read_like_sentences() {
        let mut here = Here::default();
        here.0.insert("how".into(), Answer::Choice("named".into()));
        here.0.insert("kind".into(), Answer::Several(vec!["design".into()]));
        here.0.insert("until".into(), Answer::Date(NaiveDate::from_ymd_opt(2026, 12, 1).expect("a day")));
        here.0.insert("price".into(), Answer::Unknown);
        here.0.insert("granted".into(), Answer::Date(NaiveDate::from_ymd_opt(2023, 11, 22).expect("a day")));
        here.0.insert("pay".into(), Answer::Money(5000));
        here.0.insert("region".into(), Answer::Country(CountryAnswer { code: "JP".into(), written: None }));
        here.0.insert("year".into(), Answer::Year(2024));
        here.1.insert("access.result".into(), "ok".into());
        here.1.insert("found.count".into(), "3".into());
        for (text, expected) in [
            ("how = named", true),
            ("how != named", false),
            ("other != named", true),
            ("other = named", false),
            ("kind has design", true),
            ("not kind has design", false),
            ("how = named and (kind has mark or kind has design)", true),
            ("until within 10 days", true),
            ("until within 7 days", false),
            ("access.result = ok", true),
            ("price unknown", true),
            ("price answered", false),
            ("how answered and price unknown", true),
            ("granted older than 3 years", true),
            ("granted older than 36 months", true),
            ("granted older than 4 years", false),
            ("granted passed", true),
            ("until passed", false),
            ("today from 2026-11-23", true),
            ("today from 2026-11-24", false),
            ("not (today from 2026-11-24)", true),
            ("pay over 49", true),
            ("pay over 50", false),
            ("found.count over 2", true),
            ("found.count over 3", false),
            ("region = JP", true),
            ("year = 2024", true),
            ("year over 2023 and not (year over 2024)", true),
        ] {
            assert_eq!(holds(text, &here), expected, "{text}");
        }
    }

    #[test]
    fn what_makes_no_sense_is_pointed_at() {
        for (text, column) in [
            ("how =", 6),
            ("how named", 5),
            ("(how = a", 9),
            ("how ! a", 5),
            ("a = b c", 7),
            ("", 1),
            ("a = b and", 10),
            ("a older 3 years", 9),
            ("a older than x years", 14),
            ("a older than 3 weeks", 16),
            ("today = a", 7),
            ("today from 2027", 12),
            ("a over b", 8),
        ] {
            assert_eq!(Condition::read(text).map_err(|e| e.column), Err(column), "{text}");
        }
    }

    #[test]
    fn a_printed_condition_reads_back_the_same() {
        for text in [
            "how = a and (b has c or not (d answered))",
            "a != b or c within 3 days",
            "a older than 1 year or b older than 10 days or c passed",
            "not (today from 2027-01-01) and n over 5",
        ] {
            let read = Condition::read(text).expect(text);
            assert_eq!(Condition::read(&read.to_string()), Ok(read));
        }
    }
}
