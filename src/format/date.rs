//! Dates as people write and say them, in Chinese and English: 2026-11-23, 11月23日, 昨天, 上周五, "3 Nov", "last Friday".
//!
//! "Today" is an argument: the day in Wuhan. A date that can be read in two ways is refused with both readings, never
//! guessed; the lunar calendar is not read.

use std::collections::BTreeSet;

use chrono::{Datelike, Days, NaiveDate};
use regex::{Captures, Regex};

use super::numeral::in_digits;
use super::text::simplified;
use super::view::typed;
use crate::calendar::add_months;

mod pattern;

const LIMIT: usize = 80;

/// No date before this is taken: the day the Patent Law came into force.
pub const EARLIEST_DATE: NaiveDate = NaiveDate::from_ymd_opt(1985, 4, 1).expect("a calendar day");

/// Where the date asked for may lie; it also says what a date without a year means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// Today or before; "11月23日" is the most recent one.
    Past,
    /// Today or after; "11月23日" is the next one.
    Future,
    /// Either; "11月23日" is the nearest one.
    Any,
}

/// Why a date was not taken.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum DateRefusal {
    Empty,
    Format,
    /// Longer than `limit` characters.
    TooLong {
        limit: usize,
    },
    /// Written well, but no day of the calendar, like 30 February.
    NotOnCalendar,
    /// A month, week or year without its day.
    DayMissing,
    /// After today where the past was asked for.
    InFuture {
        date: NaiveDate,
    },
    /// Before today where the future was asked for.
    InPast {
        date: NaiveDate,
    },
    /// Before [`EARLIEST_DATE`].
    TooEarly {
        date: NaiveDate,
    },
    /// Several readings, ascending: offer them.
    Ambiguous {
        readings: Vec<NaiveDate>,
    },
}

impl DateRefusal {
    /// Kebab-case name, the key of the text.
    pub fn name(&self) -> &'static str {
        match self {
            DateRefusal::Empty => "empty",
            DateRefusal::Format => "format",
            DateRefusal::TooLong { .. } => "too-long",
            DateRefusal::NotOnCalendar => "not-on-calendar",
            DateRefusal::DayMissing => "day-missing",
            DateRefusal::InFuture { .. } => "in-future",
            DateRefusal::InPast { .. } => "in-past",
            DateRefusal::TooEarly { .. } => "too-early",
            DateRefusal::Ambiguous { .. } => "ambiguous",
        }
    }
}

/// Reads a date, `today` being the day in Wuhan. Its canonical form is that of ISO 8601.
///
/// # Errors
/// See [`DateRefusal`]. Day/month and month/day are never guessed: [`DateRefusal::Ambiguous`].
pub fn parse_date(text: &str, today: NaiveDate, direction: Direction) -> Result<NaiveDate, DateRefusal> {
    let plain = typed(text, LIMIT).map_err(|refusal| match refusal {
        super::Refusal::Empty => DateRefusal::Empty,
        super::Refusal::TooLong { limit } => DateRefusal::TooLong { limit },
        _ => DateRefusal::Format,
    })?;
    let core = without_noise(&in_digits(&simplified(&plain.to_lowercase())));
    let reader = Reader { today, direction };
    let readings = reader.readings(&core)?;
    let mut ascending = readings.iter().copied();
    match (ascending.next(), ascending.next()) {
        (None, _) => Err(DateRefusal::NotOnCalendar),
        (Some(date), None) => reader.within_range(date),
        (Some(_), Some(_)) => Err(DateRefusal::Ambiguous { readings: readings.into_iter().collect() }),
    }
}

/// The time of day, the weekday beside a date, "about", "on" and the like say nothing about the day.
fn without_noise(text: &str) -> String {
    let mut core = pattern::ISO_T.replace(text, "$1 ").into_owned();
    for noise in [&*pattern::BEFORE, &*pattern::AFTER, &*pattern::TIME, &*pattern::WEEKDAY_BESIDE, &*pattern::AFTER] {
        core = noise.replace_all(&core, "").trim().to_owned();
    }
    // Blanks mean nothing between Chinese words: "11 月 23 日".
    if core.is_ascii() { core } else { core.replace(' ', "") }
}

type Readings = BTreeSet<NaiveDate>;
type Read = fn(&Reader, &Captures<'_>) -> Readings;

struct Reader {
    today: NaiveDate,
    direction: Direction,
}

impl Reader {
    /// All days the text can mean; empty when it names a day that no calendar has.
    fn readings(&self, text: &str) -> Result<Readings, DateRefusal> {
        if pattern::NO_DAY.is_match(text) {
            return Err(DateRefusal::DayMissing);
        }
        let readers: [(&Regex, Read); 12] = [
            (&pattern::YEAR_FIRST, Reader::year_first),
            (&pattern::YEAR_LAST, Reader::year_last),
            (&pattern::SHORT_YEAR, Reader::short_year),
            (&pattern::MONTH_AND_DAY, Reader::month_and_day),
            (&pattern::CHINESE, Reader::chinese),
            (&pattern::MONTH_SAID, Reader::month_said),
            (&pattern::DAY_ONLY, Reader::day_only),
            (&pattern::ENGLISH_DAY_FIRST, Reader::english),
            (&pattern::ENGLISH_MONTH_FIRST, Reader::english),
            (&pattern::DISTANCE_CHINESE, Reader::distance),
            (&pattern::DISTANCE_ENGLISH, Reader::distance),
            (&pattern::WEEKDAY_CHINESE, Reader::weekday_chinese),
        ];
        if let Some(days) = pattern::named_day(text) {
            return Ok(self.in_days(days).into_iter().collect());
        }
        if let Some(groups) = pattern::WEEKDAY_ENGLISH.captures(text) {
            return Ok(self.weekday_english(&groups));
        }
        readers.into_iter().find_map(|(form, read)| form.captures(text).map(|groups| read(self, &groups))).ok_or(DateRefusal::Format)
    }

    fn within_range(&self, date: NaiveDate) -> Result<NaiveDate, DateRefusal> {
        match self.direction {
            Direction::Past if date > self.today => Err(DateRefusal::InFuture { date }),
            Direction::Future if date < self.today => Err(DateRefusal::InPast { date }),
            _ if date < EARLIEST_DATE => Err(DateRefusal::TooEarly { date }),
            Direction::Past | Direction::Future | Direction::Any => Ok(date),
        }
    }

    fn year_first(&self, groups: &Captures<'_>) -> Readings {
        let [year, month, date] = three(groups);
        day(year, month, date).into_iter().collect()
    }

    fn year_last(&self, groups: &Captures<'_>) -> Readings {
        let [one, other, year] = three(groups);
        [day(year, other, one), day(year, one, other)].into_iter().flatten().collect()
    }

    /// 26/11/23 may begin or end with its year; years far ahead are not meant.
    fn short_year(&self, groups: &Captures<'_>) -> Readings {
        let [one, two, last_part] = three(groups);
        let (first, last) = (self.full_year(one), self.full_year(last_part));
        [day(first, two, last_part), day(last, two, one), day(last, one, two)].into_iter().flatten().collect()
    }

    fn month_and_day(&self, groups: &Captures<'_>) -> Readings {
        let (one, other) = (number(groups, 1), number(groups, 2));
        [self.in_some_year(one, other), self.in_some_year(other, one)].into_iter().flatten().collect()
    }

    fn chinese(&self, groups: &Captures<'_>) -> Readings {
        let (month, date) = (number(groups, 3), number(groups, 4));
        let year = match (groups.get(1), groups.get(2)) {
            (Some(digits), _) if digits.as_str().len() == 2 => Some(self.full_year(number(groups, 1))),
            (Some(_), _) => Some(number(groups, 1)),
            (None, Some(said)) => Some(self.today.year() + pattern::years_said(said.as_str())),
            (None, None) => None,
        };
        match year {
            Some(year) => day(year, month, date).into_iter().collect(),
            None => self.in_some_year(month, date).into_iter().collect(),
        }
    }

    /// 上个月15号.
    fn month_said(&self, groups: &Captures<'_>) -> Readings {
        let first = self.today.with_day(1).map(|first| add_months(first, pattern::steps_said(&groups[1])));
        first.and_then(|first| first.with_day(number(groups, 2).unsigned_abs())).into_iter().collect()
    }

    /// 15号: of this month or the one it lies in by the direction. Some months have no 31st.
    fn day_only(&self, groups: &Captures<'_>) -> Readings {
        let date = number(groups, 1).unsigned_abs();
        let Some(first) = self.today.with_day(1) else { return Readings::new() };
        self.nearest(|step| add_months(first, step).with_day(date)).into_iter().collect()
    }

    fn english(&self, groups: &Captures<'_>) -> Readings {
        let named = |name: &str| groups.name(name).map_or("", |found| found.as_str());
        let month = pattern::month(named("month"));
        let date = named("day").parse().unwrap_or(0);
        let year = named("year");
        match year.parse() {
            Ok(short) if year.len() == 2 => day(self.full_year(short), month, date).into_iter().collect(),
            Ok(year) => day(year, month, date).into_iter().collect(),
            Err(_) => self.in_some_year(month, date).into_iter().collect(),
        }
    }

    /// 三天前, 2 weeks ago, in 3 days.
    fn distance(&self, groups: &Captures<'_>) -> Readings {
        let named = |name: &str| groups.name(name).map(|found| found.as_str());
        let sign = if named("ago").is_some() { -1 } else { 1 };
        let count = sign * pattern::count_said(named("count").unwrap_or_default());
        let half = named("half").is_some();
        let date = match named("unit").unwrap_or_default().chars().next() {
            Some('月' | 'm') if half => self.in_days(i64::from(sign * 15)),
            Some('年' | 'y') if half => Some(add_months(self.today, sign * 6)),
            Some('天' | '日' | 'd') => self.in_days(i64::from(count)),
            Some('周' | '星' | '礼' | 'w') => self.in_days(i64::from(count) * 7),
            Some('月' | 'm') => Some(add_months(self.today, count)),
            Some('年' | 'y') => Some(add_months(self.today, count * 12)),
            _ => None,
        };
        date.into_iter().collect()
    }

    /// 上周五 is the Friday of last week; a week begins on Monday.
    fn weekday_chinese(&self, groups: &Captures<'_>) -> Readings {
        let weekday = pattern::weekday_number(&groups[2]);
        let date = match groups.get(1) {
            Some(said) => self.weekday_of_week(weekday, i64::from(pattern::steps_said(said.as_str()))),
            None => self.nearest_weekday(weekday),
        };
        date.into_iter().collect()
    }

    /// "last Friday" is the most recent one before today. "next Friday" is said of the coming one and of the one in next
    /// week.
    fn weekday_english(&self, groups: &Captures<'_>) -> Readings {
        let weekday = pattern::weekday_number(&groups[2]);
        let coming = self.weekday_after_today(weekday);
        match groups.get(1).map_or("", |said| said.as_str()) {
            "last" | "past" | "previous" => {
                coming.and_then(|coming| coming.checked_sub_days(Days::new(7))).map(|before| {
                    // The day a week before the coming one is today itself on the same weekday.
                    if before == self.today { self.in_days(-7).unwrap_or(before) } else { before }
                })
            }
            "next" => {
                return [coming, self.weekday_of_week(weekday, 1)].into_iter().flatten().collect();
            }
            "this" => self.weekday_of_week(weekday, 0),
            _ => self.nearest_weekday(weekday),
        }
        .into_iter()
        .collect()
    }

    fn weekday_of_week(&self, weekday: i64, weeks: i64) -> Option<NaiveDate> {
        let today = i64::from(self.today.weekday().num_days_from_monday());
        self.in_days(weeks * 7 + weekday - today)
    }

    fn weekday_after_today(&self, weekday: i64) -> Option<NaiveDate> {
        let today = i64::from(self.today.weekday().num_days_from_monday());
        self.in_days((weekday - today - 1).rem_euclid(7) + 1)
    }

    fn nearest_weekday(&self, weekday: i64) -> Option<NaiveDate> {
        let this_week = self.weekday_of_week(weekday, 0)?;
        match self.direction {
            Direction::Past if this_week > self.today => self.weekday_of_week(weekday, -1),
            Direction::Future if this_week < self.today => self.weekday_of_week(weekday, 1),
            Direction::Past | Direction::Future | Direction::Any => Some(this_week),
        }
    }

    fn in_some_year(&self, month: i32, date: i32) -> Option<NaiveDate> {
        self.nearest(|step| day(self.today.year() + step, month, date))
    }

    /// The day among `at(0)`, `at(±1)`, ... that the direction asks for. Eight steps reach over the leap years around
    /// 2100 and over months without a 31st.
    fn nearest(&self, at: impl Fn(i32) -> Option<NaiveDate>) -> Option<NaiveDate> {
        let before = (0..=8).filter_map(|step| at(-step)).find(|date| *date <= self.today);
        let after = (0..=8).filter_map(&at).find(|date| *date >= self.today);
        match (self.direction, before, after) {
            (Direction::Past, date, _) | (Direction::Future, _, date) => date,
            (Direction::Any, Some(before), Some(after)) => {
                let back = self.today - before;
                Some(if back <= after - self.today { before } else { after })
            }
            (Direction::Any, before, after) => before.or(after),
        }
    }

    fn in_days(&self, days: i64) -> Option<NaiveDate> {
        let count = Days::new(days.unsigned_abs());
        if days < 0 { self.today.checked_sub_days(count) } else { self.today.checked_add_days(count) }
    }

    /// Two digits of a year: of this century up to ten years ahead.
    fn full_year(&self, short: i32) -> i32 {
        let year = 2000 + short;
        if year > self.today.year() + 10 { year - 100 } else { year }
    }
}

fn day(year: i32, month: i32, date: i32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, month.try_into().ok()?, date.try_into().ok()?)
}

/// The three numbers of a form, whichever of its spellings matched.
fn three(groups: &Captures<'_>) -> [i32; 3] {
    let mut found = groups.iter().skip(1).flatten().map(|digits| digits.as_str().parse().unwrap_or(0));
    std::array::from_fn(|_| found.next().unwrap_or(0))
}

fn number(groups: &Captures<'_>, index: usize) -> i32 {
    groups.get(index).and_then(|digits| digits.as_str().parse().ok()).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// A Monday.
    fn today() -> NaiveDate {
        ymd(2026, 11, 23)
    }

    fn ymd(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).expect("a test date")
    }

    fn past(text: &str) -> Result<NaiveDate, DateRefusal> {
        parse_date(text, today(), Direction::Past)
    }

    #[test]
    fn written_dates_are_read() {
        for text in [
            "2026-11-03",
            "2026/11/3",
            "2026.11.3",
            "2026 11 03",
            "20261103",
            "2026年11月3日",
            "2026 年 11 月 3 号",
            "２０２６年１１月０３日",
            "二〇二六年十一月三日",
            "二零二六年十一月三号",
            "26年11月3日",
            "今年11月3日",
            "11月3日",
            "十一月三日",
            "十一月三號",
            "3 Nov",
            "Nov 3 2026",
            "3 November",
            "November 3rd, 2026",
            "3rd of November 2026",
            "Tuesday, 3 November 2026",
            "3-Nov-2026",
            "3 Nov '26",
            "2026-11-03 14:30",
            "2026-11-03T14:30:00Z",
            "2026年11月3日下午3点",
            "2026年11月3日（星期二）",
            "大约11月3日左右",
            "on 3 Nov at 5pm",
            "11月3日下午三点半",
            "Nov 3, 10:30 am",
            "日期：2026-11-03。",
            "本月3号",
            "这个月三号",
            "3号",
        ] {
            assert_eq!(past(text), Ok(ymd(2026, 11, 3)), "{text}");
        }
    }

    #[test]
    fn day_and_month_are_told_apart_when_they_can_be() {
        assert_eq!(past("23/11/2026"), Ok(today()));
        assert_eq!(past("11/23/2026"), Ok(today()));
        assert_eq!(past("11/11/2026"), Ok(ymd(2026, 11, 11)));
        assert_eq!(past("11/23"), Ok(today()));
        assert_eq!(past("23112026"), Ok(today()));
    }

    #[test]
    fn day_and_month_are_never_guessed() {
        let both = |one, other| Err(DateRefusal::Ambiguous { readings: vec![one, other] });
        assert_eq!(past("3/11/2026"), both(ymd(2026, 3, 11), ymd(2026, 11, 3)));
        assert_eq!(past("3-11"), both(ymd(2026, 3, 11), ymd(2026, 11, 3)));
        assert_eq!(past("12/11/2026"), both(ymd(2026, 11, 12), ymd(2026, 12, 11)));
        assert_eq!(past("23/11/26"), both(ymd(2023, 11, 26), ymd(2026, 11, 23)));
    }

    #[test]
    fn said_dates_are_read() {
        for (text, date) in [
            ("今天", today()),
            ("刚刚", today()),
            ("昨天15:30左右", ymd(2026, 11, 22)),
            ("今天上午", today()),
            ("昨天", ymd(2026, 11, 22)),
            ("昨晚8点", ymd(2026, 11, 22)),
            ("前天", ymd(2026, 11, 21)),
            ("大前天", ymd(2026, 11, 20)),
            ("三天前", ymd(2026, 11, 20)),
            ("3天以前", ymd(2026, 11, 20)),
            ("两周前", ymd(2026, 11, 9)),
            ("兩個星期前", ymd(2026, 11, 9)),
            ("两个月前", ymd(2026, 9, 23)),
            ("半个月前", ymd(2026, 11, 8)),
            ("半年前", ymd(2026, 5, 23)),
            ("一年前", ymd(2025, 11, 23)),
            ("上周五", ymd(2026, 11, 20)),
            ("上星期天", ymd(2026, 11, 22)),
            ("上上周三", ymd(2026, 11, 11)),
            ("上個禮拜五", ymd(2026, 11, 20)),
            ("周五", ymd(2026, 11, 20)),
            ("周一", today()),
            ("上个月15号", ymd(2026, 10, 15)),
            ("上月十五日", ymd(2026, 10, 15)),
            ("去年11月3日", ymd(2025, 11, 3)),
            ("15号", ymd(2026, 11, 15)),
            ("31号", ymd(2026, 10, 31)),
            ("12月1日", ymd(2025, 12, 1)),
            ("2月29日", ymd(2024, 2, 29)),
            ("today", today()),
            ("Yesterday", ymd(2026, 11, 22)),
            ("yesterday afternoon", ymd(2026, 11, 22)),
            ("the day before yesterday", ymd(2026, 11, 21)),
            ("3 days ago", ymd(2026, 11, 20)),
            ("about two weeks ago", ymd(2026, 11, 9)),
            ("a month ago", ymd(2026, 10, 23)),
            ("5 August at 10:30", ymd(2026, 8, 5)),
            ("昨天下午三点多", ymd(2026, 11, 22)),
            ("last Friday", ymd(2026, 11, 20)),
            ("last Monday", ymd(2026, 11, 16)),
            ("on Friday", ymd(2026, 11, 20)),
            ("Dec 1", ymd(2025, 12, 1)),
        ] {
            assert_eq!(past(text), Ok(date), "{text}");
        }
    }

    #[test]
    fn deadlines_look_ahead() {
        let ahead = |text| parse_date(text, today(), Direction::Future);
        for (text, date) in [
            ("12月1日", ymd(2026, 12, 1)),
            ("11月3日", ymd(2027, 11, 3)),
            ("明天", ymd(2026, 11, 24)),
            ("后天", ymd(2026, 11, 25)),
            ("後天", ymd(2026, 11, 25)),
            ("三天后", ymd(2026, 11, 26)),
            ("in 3 days", ymd(2026, 11, 26)),
            ("2 weeks from now", ymd(2026, 12, 7)),
            ("周五", ymd(2026, 11, 27)),
            ("下周五", ymd(2026, 12, 4)),
            ("下个月5号", ymd(2026, 12, 5)),
            ("明年1月5日", ymd(2027, 1, 5)),
            ("15号", ymd(2026, 12, 15)),
            ("tomorrow", ymd(2026, 11, 24)),
            ("Friday", ymd(2026, 11, 27)),
        ] {
            assert_eq!(ahead(text), Ok(date), "{text}");
        }
        assert_eq!(ahead("昨天"), Err(DateRefusal::InPast { date: ymd(2026, 11, 22) }));
        assert_eq!(ahead("next Friday"), Err(DateRefusal::Ambiguous { readings: vec![ymd(2026, 11, 27), ymd(2026, 12, 4)] }));
    }

    #[test]
    fn without_a_direction_the_nearest_is_meant() {
        let any = |text| parse_date(text, today(), Direction::Any);
        assert_eq!(any("12月1日"), Ok(ymd(2026, 12, 1)));
        assert_eq!(any("11月3日"), Ok(ymd(2026, 11, 3)));
        assert_eq!(any("1月5日"), Ok(ymd(2027, 1, 5)));
        assert_eq!(any("2027-06-01"), Ok(ymd(2027, 6, 1)));
    }

    #[test]
    fn what_cannot_be_is_refused_with_its_reason() {
        assert_eq!(past("2026-11-24"), Err(DateRefusal::InFuture { date: ymd(2026, 11, 24) }));
        assert_eq!(past("明天"), Err(DateRefusal::InFuture { date: ymd(2026, 11, 24) }));
        assert_eq!(past("1985-03-31"), Err(DateRefusal::TooEarly { date: ymd(1985, 3, 31) }));
        assert_eq!(past("1985-04-01"), Ok(ymd(1985, 4, 1)));
        for text in ["2026-02-30", "2026年13月1日", "2月30日", "32号", "30 Feb", "20261340", "45/45/2026"] {
            assert_eq!(past(text), Err(DateRefusal::NotOnCalendar), "{text}");
        }
        for text in ["2026年11月", "11月", "上个月", "去年", "Nov 2026", "last month", "2026-11", "last week", "上周", "2025年", "11月份"]
        {
            assert_eq!(past(text), Err(DateRefusal::DayMissing), "{text}");
        }
        for text in ["不知道", "农历十一月初三", "很久以前", "soon", "Novembre", "几天前", "99999999999"] {
            assert_eq!(past(text), Err(DateRefusal::Format), "{text}");
        }
        assert_eq!(past("  "), Err(DateRefusal::Empty));
        assert_eq!(past(&"1".repeat(200)), Err(DateRefusal::TooLong { limit: 80 }));
    }

    proptest! {
        #[test]
        fn no_text_panics(text in any::<String>(), days in 0_u64..40_000) {
            let today = EARLIEST_DATE + Days::new(days);
            for direction in [Direction::Past, Direction::Future, Direction::Any] {
                let _ = parse_date(&text, today, direction);
            }
        }

        #[test]
        fn no_text_of_date_words_panics(text in "[0-9月日号年周上下前后天个星期十一二三五/. -]{0,16}") {
            for direction in [Direction::Past, Direction::Future, Direction::Any] {
                for today in [today(), NaiveDate::MAX, NaiveDate::MIN] {
                    let _ = parse_date(&text, today, direction);
                }
            }
        }

        #[test]
        fn the_canonical_form_is_read_back(days in 0_u64..40_000) {
            let date = EARLIEST_DATE + Days::new(days);
            prop_assert_eq!(parse_date(&date.to_string(), today(), Direction::Any), Ok(date));
            prop_assert_eq!(parse_date(&date.format("%Y%m%d").to_string(), date, Direction::Past), Ok(date));
            prop_assert_eq!(parse_date(&date.format("%-d %B %Y").to_string(), date, Direction::Past), Ok(date));
            prop_assert_eq!(parse_date(&date.format("%-m月%-d日").to_string(), date, Direction::Future), Ok(date));
        }
    }
}
