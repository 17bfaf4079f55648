//! Working days of the State Council's calendar, and the periods counted on them.
//!
//! A working day is Monday to Friday, except where the yearly notice on public holidays says otherwise: a weekday off, or
//! a weekend day worked in exchange. The exceptions of each year are a CSV file an operator loads.
//!
//! It must not guess: a year without a file is reported by name ([`NoData`], `years_without_data`), so that whoever shows
//! a date can say that it may still move. It knows no clock; "today" is the caller's.
//!
//! ## Why
//! * Counting falls back on Monday to Friday for a year without data, because next year's notice only comes in November
//!   and a receipt needs a date before that. Silence about it would be a wrong promise; so the years come along.
//! * "Has data" goes by the file (`2026.csv`), not by single rows: a notice may name days of the year before.

use std::collections::BTreeMap;

use chrono::{DateTime, Datelike, FixedOffset, Months, NaiveDate, Utc, Weekday};

/// Time zone of the office, Asia/Shanghai. No daylight saving since 1991.
pub const SHANGHAI: FixedOffset = FixedOffset::east_opt(8 * 3600).expect("8 h is a valid offset");

/// The day it is in Wuhan at `instant`.
pub fn local_date(instant: DateTime<Utc>) -> NaiveDate {
    instant.with_timezone(&SHANGHAI).date_naive()
}

/// `date` moved by `months` (negative: back): the same day number, else the last day of that month. Stops at the ends of
/// chrono's calendar.
pub fn add_months(date: NaiveDate, months: i32) -> NaiveDate {
    let count = Months::new(months.unsigned_abs());
    if months >= 0 {
        date.checked_add_months(count).unwrap_or(NaiveDate::MAX)
    } else {
        date.checked_sub_months(count).unwrap_or(NaiveDate::MIN)
    }
}

/// What the notice makes of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DayKind {
    Holiday,
    /// A weekend day that is worked.
    Workday,
}

/// One row of a calendar file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exception {
    pub kind: DayKind,
    pub name_zh: String,
    pub name_en: String,
}

/// No calendar file was loaded for this year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("no working-day calendar for {year}")]
pub struct NoData {
    pub year: i32,
}

/// The end of a period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Due {
    pub date: NaiveDate,
    /// Years counted as Monday to Friday for want of a file, ascending. To be said out loud.
    pub years_without_data: Vec<i32>,
}

/// The number of working days between two days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Count {
    /// Negative when the second day is before the first.
    pub days: i64,
    /// As in [`Due`].
    pub years_without_data: Vec<i32>,
}

/// A row of a calendar file that cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{file}:{line}: {trouble}")]
pub struct RowError {
    pub file: String,
    /// From 1; the file as a whole is line 1.
    pub line: u64,
    pub trouble: RowTrouble,
}

/// What is wrong with a row, for the operator.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RowTrouble {
    #[error("the file is not named after its year, like 2026.csv")]
    FileName,
    #[error("a second file for {0}")]
    YearTwice(i32),
    #[error("the header is not date,kind,name_zh,name_en")]
    Header,
    #[error("no rows: a year without any holiday cannot be right")]
    NoRows,
    #[error("not a row of four fields: {0}")]
    Csv(String),
    #[error("\"{0}\" is not a date like 2026-10-01")]
    Date(String),
    #[error("\"{0}\" is neither holiday nor workday")]
    Kind(String),
    #[error("{0} does not belong into this year's file")]
    OtherYear(NaiveDate),
    #[error("{0} is in the files twice")]
    Twice(NaiveDate),
}

/// Working days, as far as files were loaded.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Calendar {
    years: Vec<i32>,
    exceptions: BTreeMap<NaiveDate, Exception>,
}

impl Calendar {
    /// Reads calendar files, each as (name, text). The name ends in `<year>.csv` and says the year; the text has the
    /// columns date, kind (holiday or workday), name_zh, name_en, and may have comment lines (`#`).
    ///
    /// # Errors
    /// Every bad row of every file, in order.
    pub fn load(files: &[(&str, &str)]) -> Result<Calendar, Vec<RowError>> {
        let mut loader = Loader::default();
        for (name, text) in files {
            loader.file(name, text);
        }
        loader.finish()
    }

    /// The years with data, ascending.
    pub fn years(&self) -> &[i32] {
        &self.years
    }

    /// The exception of that day, if the files name one.
    pub fn exception(&self, date: NaiveDate) -> Option<&Exception> {
        self.exceptions.get(&date)
    }

    /// Whether the office works on `date`.
    ///
    /// # Errors
    /// [`NoData`] when no file was loaded for the year of `date`.
    pub fn is_workday(&self, date: NaiveDate) -> Result<bool, NoData> {
        if self.has(date.year()) { Ok(self.works(date)) } else { Err(NoData { year: date.year() }) }
    }

    /// The last day of a period of `n` working days that begins on the day after `start` (services, 0.3). With `n` = 0
    /// that is `start` itself.
    pub fn add_workdays(&self, start: NaiveDate, n: u16) -> Due {
        let mut due = Due { date: start, years_without_data: Vec::new() };
        let mut left = n;
        while left > 0 {
            let Some(next) = due.date.succ_opt() else {
                break;
            };
            due.date = next;
            self.note_year(next.year(), &mut due.years_without_data);
            if self.works(next) {
                left -= 1;
            }
        }
        due
    }

    /// `date` itself if it is a working day, else the next one: where a period counted in calendar days or months ends on
    /// a day off (Civil Code art. 203).
    pub fn on_or_after(&self, date: NaiveDate) -> Due {
        let mut due = Due { date, years_without_data: Vec::new() };
        self.note_year(date.year(), &mut due.years_without_data);
        while !self.works(due.date) {
            let Some(next) = due.date.succ_opt() else {
                break;
            };
            due.date = next;
            self.note_year(next.year(), &mut due.years_without_data);
        }
        due
    }

    /// Working days after `from` up to and with `to`; negative when `to` is earlier. So
    /// `workdays_between(s, add_workdays(s, n).date)` is `n`.
    pub fn workdays_between(&self, from: NaiveDate, to: NaiveDate) -> Count {
        let (early, late, sign) = if from <= to { (from, to, 1) } else { (to, from, -1) };
        let mut count = Count { days: 0, years_without_data: Vec::new() };
        let mut day = early;
        while day < late {
            let Some(next) = day.succ_opt() else { break };
            day = next;
            self.note_year(day.year(), &mut count.years_without_data);
            count.days += i64::from(self.works(day));
        }
        count.days *= sign;
        count
    }

    fn has(&self, year: i32) -> bool {
        self.years.binary_search(&year).is_ok()
    }

    fn works(&self, date: NaiveDate) -> bool {
        match self.exceptions.get(&date) {
            Some(exception) => exception.kind == DayKind::Workday,
            None => !matches!(date.weekday(), Weekday::Sat | Weekday::Sun),
        }
    }

    /// Days are visited in order, so a year is new only if it is not the last one noted.
    fn note_year(&self, year: i32, missing: &mut Vec<i32>) {
        if missing.last() != Some(&year) && !self.has(year) {
            missing.push(year);
        }
    }
}

#[derive(Default)]
struct Loader {
    calendar: Calendar,
    errors: Vec<RowError>,
}

impl Loader {
    fn file(&mut self, name: &str, text: &str) {
        let Some(year) = year_of(name) else {
            return self.error(name, 1, RowTrouble::FileName);
        };
        match self.calendar.years.binary_search(&year) {
            Ok(_) => return self.error(name, 1, RowTrouble::YearTwice(year)),
            Err(place) => self.calendar.years.insert(place, year),
        }
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let mut reader = csv::ReaderBuilder::new().comment(Some(b'#')).trim(csv::Trim::All).from_reader(text.as_bytes());
        let header_fits = reader.headers().is_ok_and(|header| header.iter().eq(["date", "kind", "name_zh", "name_en"]));
        if !header_fits {
            return self.error(name, 1, RowTrouble::Header);
        }
        let mut rows = 0;
        for record in reader.records() {
            rows += 1;
            match record {
                Ok(record) => {
                    let line = record.position().map_or(1, csv::Position::line);
                    if let Err(trouble) = self.row(year, &record) {
                        self.error(name, line, trouble);
                    }
                }
                Err(error) => {
                    let line = error.position().map_or(1, csv::Position::line);
                    self.error(name, line, RowTrouble::Csv(error.to_string()));
                }
            }
        }
        if rows == 0 {
            self.error(name, 1, RowTrouble::NoRows);
        }
    }

    fn row(&mut self, year: i32, record: &csv::StringRecord) -> Result<(), RowTrouble> {
        let field = |index: usize| record.get(index).unwrap_or_default();
        let date = NaiveDate::parse_from_str(field(0), "%Y-%m-%d").map_err(|_| RowTrouble::Date(field(0).to_owned()))?;
        let kind = match field(1) {
            "holiday" => DayKind::Holiday,
            "workday" => DayKind::Workday,
            other => return Err(RowTrouble::Kind(other.to_owned())),
        };
        // The days around New Year may be exchanged with days of the December before.
        let december_before = date.year() == year - 1 && date.month() == 12;
        if date.year() != year && !december_before {
            return Err(RowTrouble::OtherYear(date));
        }
        let exception = Exception { kind, name_zh: field(2).to_owned(), name_en: field(3).to_owned() };
        match self.calendar.exceptions.insert(date, exception) {
            Some(_) => Err(RowTrouble::Twice(date)),
            None => Ok(()),
        }
    }

    fn error(&mut self, file: &str, line: u64, trouble: RowTrouble) {
        self.errors.push(RowError { file: file.to_owned(), line, trouble });
    }

    fn finish(self) -> Result<Calendar, Vec<RowError>> {
        if self.errors.is_empty() { Ok(self.calendar) } else { Err(self.errors) }
    }
}

/// The year a file name stands for: `data/calendar/2026.csv` is 2026.
fn year_of(name: &str) -> Option<i32> {
    let stem = name.rsplit(['/', '\\']).next()?.strip_suffix(".csv")?;
    let four_digits = stem.len() == 4 && stem.bytes().all(|byte| byte.is_ascii_digit());
    four_digits.then(|| stem.parse().ok()).flatten()
}
