//! Conditions on earlier answers, as they stand in dialog files:
//!
//! ```text
//! how = named
//! where != online and not (kind has design or kind unknown)
//! deadline within 10 days
//! access.result = ok
//! contact answered
//! ```
//!
//! `=` compares a choice, a place code, a yes/no or a fact; `has` looks into several choices; `answered` and `unknown` ask how
//! a question was answered; `within N days` compares a date with today. A name with a dot is a fact of a look-up.
//! A condition on a question that was not answered is false, its `!=` true.

use super::answer::Answer;
use crate::id::StepId;
use chrono::NaiveDate;

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
            Condition::Within(name, days) => match known.answer(&StepId(name.clone())) {
                Some(Answer::Date(date)) => (*date - known.today()).num_days() <= i64::from(*days),
                _ => false,
            },
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
            Condition::Answered(name) | Condition::Unknown(name) | Condition::Within(name, _) => found.push((name, None)),
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
        }
    }
}

fn value_of(known: &dyn Known, name: &str) -> Option<String> {
    if name.contains('.') {
        return known.fact(name).map(str::to_owned);
    }
    match known.answer(&StepId(name.to_owned()))? {
        Answer::Choice(value) | Answer::Pick { id: value, .. } => Some(value.clone()),
        Answer::Place(place) => Some(place.code.clone()),
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
        Err(self.fail("=, !=, has, answered, unknown or within"))
    }
}

#[cfg(test)]
mod tests {
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
        here.1.insert("access.result".into(), "ok".into());
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
        ] {
            assert_eq!(holds(text, &here), expected, "{text}");
        }
    }

    #[test]
    fn what_makes_no_sense_is_pointed_at() {
        for (text, column) in [("how =", 6), ("how named", 5), ("(how = a", 9), ("how ! a", 5), ("a = b c", 7), ("", 1), ("a = b and", 10)]
        {
            assert_eq!(Condition::read(text).map_err(|e| e.column), Err(column), "{text}");
        }
    }

    #[test]
    fn a_printed_condition_reads_back_the_same() {
        for text in ["how = a and (b has c or not (d answered))", "a != b or c within 3 days"] {
            let read = Condition::read(text).expect(text);
            assert_eq!(Condition::read(&read.to_string()), Ok(read));
        }
    }
}
