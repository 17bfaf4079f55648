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

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::{Days, TimeZone};
    use proptest::prelude::*;

    const SHIPPED: &str = include_str!("data/calendar/2026.csv");
    const FIXTURE: &str = include_str!("../tests/fixtures/calendar-2026.csv");

    fn shipped() -> Calendar {
        Calendar::load(&[("data/calendar/2026.csv", SHIPPED)]).expect("the shipped file")
    }

    fn ymd(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).expect("a test date")
    }

    fn troubles(files: &[(&str, &str)]) -> Vec<(u64, RowTrouble)> {
        let errors = Calendar::load(files).expect_err("a file with mistakes");
        errors.into_iter().map(|error| (error.line, error.trouble)).collect()
    }

    #[test]
    fn every_day_of_2026_is_as_in_the_fixture() {
        let calendar = shipped();
        let mut reader = csv::ReaderBuilder::new().comment(Some(b'#')).from_reader(FIXTURE.as_bytes());
        let mut expected = ymd(2026, 1, 1);
        for row in reader.deserialize::<(NaiveDate, u8)>() {
            let (date, works) = row.expect("a row of the fixture");
            assert_eq!(date, expected, "no day is left out");
            assert_eq!(calendar.is_workday(date), Ok(works == 1), "{date}");
            expected = date.succ_opt().expect("a next day");
        }
        assert_eq!(expected, ymd(2027, 1, 1));
    }

    #[test]
    fn holidays_and_made_up_days_are_named() {
        let calendar = shipped();
        let national_day = calendar.exception(ymd(2026, 10, 1)).expect("a holiday");
        assert_eq!((national_day.kind, national_day.name_zh.as_str()), (DayKind::Holiday, "国庆节"));
        let made_up = calendar.exception(ymd(2026, 10, 10)).expect("a worked Saturday");
        assert_eq!((made_up.kind, made_up.name_en.as_str()), (DayKind::Workday, "National Day"));
        assert_eq!(calendar.exception(ymd(2026, 11, 23)), None);
        assert_eq!(calendar.years(), [2026]);
    }

    #[test]
    fn a_period_starts_on_the_next_day() {
        let calendar = shipped();
        // Monday and five plain working days.
        assert_eq!(calendar.add_workdays(ymd(2026, 11, 23), 5).date, ymd(2026, 11, 30));
        assert_eq!(calendar.add_workdays(ymd(2026, 11, 23), 0).date, ymd(2026, 11, 23));
        // Over National Day: 8, 9 October and the worked Saturday.
        assert_eq!(calendar.add_workdays(ymd(2026, 9, 30), 3).date, ymd(2026, 10, 10));
        // From a day off.
        assert_eq!(calendar.add_workdays(ymd(2026, 2, 17), 1).date, ymd(2026, 2, 24));
        assert!(calendar.add_workdays(ymd(2026, 9, 30), 3).years_without_data.is_empty());
    }

    #[test]
    fn a_year_without_data_is_named() {
        let calendar = shipped();
        let due = calendar.add_workdays(ymd(2026, 12, 30), 3);
        assert_eq!(due.date, ymd(2027, 1, 4));
        assert_eq!(due.years_without_data, [2027]);
        assert_eq!(calendar.is_workday(ymd(2027, 1, 1)), Err(NoData { year: 2027 }));
        assert_eq!(calendar.workdays_between(ymd(2024, 12, 31), ymd(2028, 1, 1)).years_without_data, [2025, 2027, 2028]);
        assert_eq!(calendar.on_or_after(ymd(2027, 1, 2)), Due { date: ymd(2027, 1, 4), years_without_data: vec![2027] });
        assert_eq!(Calendar::default().add_workdays(ymd(2026, 10, 1), 1).years_without_data, [2026]);
    }

    #[test]
    fn a_period_ending_on_a_day_off_ends_on_the_next_working_day() {
        let calendar = shipped();
        assert_eq!(calendar.on_or_after(ymd(2026, 10, 3)).date, ymd(2026, 10, 8));
        assert_eq!(calendar.on_or_after(ymd(2026, 10, 10)).date, ymd(2026, 10, 10));
    }

    #[test]
    fn working_days_between_count_both_ways() {
        let calendar = shipped();
        assert_eq!(calendar.workdays_between(ymd(2026, 9, 30), ymd(2026, 10, 10)).days, 3);
        assert_eq!(calendar.workdays_between(ymd(2026, 10, 10), ymd(2026, 9, 30)).days, -3);
        assert_eq!(calendar.workdays_between(ymd(2026, 1, 1), ymd(2026, 1, 1)).days, 0);
    }

    #[test]
    fn months_keep_the_day_or_take_the_last_one() {
        assert_eq!(add_months(ymd(2026, 11, 23), 3), ymd(2027, 2, 23));
        assert_eq!(add_months(ymd(2026, 11, 30), 3), ymd(2027, 2, 28));
        assert_eq!(add_months(ymd(2027, 11, 30), 3), ymd(2028, 2, 29));
        assert_eq!(add_months(ymd(2026, 3, 31), -1), ymd(2026, 2, 28));
        assert_eq!(add_months(ymd(2026, 1, 1), i32::MAX), NaiveDate::MAX);
        assert_eq!(add_months(ymd(2026, 1, 1), i32::MIN), NaiveDate::MIN);
    }

    #[test]
    fn the_day_changes_at_midnight_in_wuhan() {
        let before = Utc.with_ymd_and_hms(2026, 11, 23, 15, 59, 59).single().expect("an instant");
        assert_eq!(local_date(before), ymd(2026, 11, 23));
        assert_eq!(local_date(before + chrono::TimeDelta::seconds(1)), ymd(2026, 11, 24));
    }

    #[test]
    fn every_bad_row_is_reported_with_its_line() {
        let text = "# source\ndate,kind,name_zh,name_en\n\
                    2027-01-01,holiday,元旦,New Year's Day\n\
                    2027-13-01,holiday,,\n\
                    2027-01-02,off,,\n\
                    2028-01-01,holiday,,\n\
                    2026-12-26,workday,元旦,New Year's Day\n\
                    2027-01-01,workday,,\n\
                    2027-05-01,holiday\n";
        let found = troubles(&[("2027.csv", text)]);
        assert_eq!(found[0], (4, RowTrouble::Date("2027-13-01".into())));
        assert_eq!(found[1], (5, RowTrouble::Kind("off".into())));
        assert_eq!(found[2], (6, RowTrouble::OtherYear(ymd(2028, 1, 1))));
        assert_eq!(found[3], (8, RowTrouble::Twice(ymd(2027, 1, 1))));
        assert!(matches!(&found[4], (9, RowTrouble::Csv(_))));
        assert_eq!(found.len(), 5);
    }

    #[test]
    fn files_that_say_nothing_are_refused() {
        let header = "date,kind,name_zh,name_en\n";
        assert_eq!(troubles(&[("holidays.csv", SHIPPED)]), [(1, RowTrouble::FileName)]);
        assert_eq!(troubles(&[("2027.csv", header)]), [(1, RowTrouble::NoRows)]);
        assert_eq!(troubles(&[("2027.csv", "a,b\n")]), [(1, RowTrouble::Header)]);
        assert_eq!(troubles(&[("2026.csv", SHIPPED), ("x/2026.csv", SHIPPED)]), [(1, RowTrouble::YearTwice(2026))]);
        let error = &Calendar::load(&[("2027.csv", "")]).expect_err("no header")[0];
        assert_eq!(error.to_string(), "2027.csv:1: the header is not date,kind,name_zh,name_en");
    }

    #[test]
    fn a_file_from_a_spreadsheet_is_read() {
        let text = format!("\u{feff}{}", SHIPPED.replace('\n', "\r\n"));
        assert_eq!(Calendar::load(&[("2026.csv", &text)]), Ok(shipped()));
    }

    proptest! {
        #[test]
        fn counting_and_adding_agree(offset in 0_u64..800, n in 0_u16..300) {
            let calendar = shipped();
            let start = ymd(2025, 6, 1) + Days::new(offset);
            let due = calendar.add_workdays(start, n);
            let count = calendar.workdays_between(start, due.date);
            prop_assert_eq!(count.days, i64::from(n));
            prop_assert_eq!(count.years_without_data, due.years_without_data);
        }

        #[test]
        fn no_file_panics(name in any::<String>(), text in any::<String>()) {
            let _ = Calendar::load(&[(name.as_str(), text.as_str()), ("2026.csv", text.as_str())]);
        }

        #[test]
        fn the_ends_of_time_are_safe(n in any::<u16>()) {
            let calendar = shipped();
            prop_assert_eq!(calendar.add_workdays(NaiveDate::MAX, n).date, NaiveDate::MAX);
            let _ = calendar.on_or_after(NaiveDate::MAX);
            let _ = calendar.is_workday(NaiveDate::MIN);
        }
    }
}
