//! Figures of a period, exact and not yet fit to be shown: [`table`](super::table) hides what is few.

use super::Facts;
use super::fact::Fact;
use super::names::Name;
use crate::clock::office_moment;
use crate::ticket::Grade;
use chrono::{Datelike, Months, NaiveDate};
use std::collections::BTreeMap;

/// Some whole months.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    first: NaiveDate,
    months: u32,
}

impl Period {
    /// Longest period in months.
    pub const LONGEST: u32 = 36;

    /// A year.
    pub fn year(year: i32) -> Option<Self> {
        Self::months(year, 1, 12)
    }

    /// So many months from one on.
    pub fn months(year: i32, month: u32, months: u32) -> Option<Self> {
        let first = NaiveDate::from_ymd_opt(year, month, 1).filter(|_| (1900..=9000).contains(&year))?;
        (1..=Self::LONGEST).contains(&months).then_some(Self { first, months })
    }

    /// The first day.
    pub fn first(&self) -> NaiveDate {
        self.first
    }

    /// The last day.
    pub fn last(&self) -> NaiveDate {
        self.end().pred_opt().unwrap_or(self.first)
    }

    /// The same months of the year before.
    pub fn before(&self) -> Self {
        Self { first: self.first - Months::new(12), months: self.months }
    }

    /// The first day of each month.
    pub fn each(self) -> impl Iterator<Item = NaiveDate> {
        (0..self.months).map(move |n| self.first + Months::new(n))
    }

    fn end(&self) -> NaiveDate {
        self.first + Months::new(self.months)
    }
}

/// How long something took.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Spread {
    /// Tickets of which it is known.
    pub count: usize,
    /// Seconds that half of them took at most.
    pub median: Option<u32>,
    /// Seconds that nine of ten took at most.
    pub ninth: Option<u32>,
}

impl Spread {
    /// Of single values. The p-th part is the value of rank `ceil(p * n)`, one that really occurred.
    fn of(mut values: Vec<u32>) -> Self {
        let count = values.len();
        let mut rank = |tenths: usize| {
            let at = (count * tenths).div_ceil(10).checked_sub(1)?;
            Some(*values.select_nth_unstable(at).1)
        };
        let (median, ninth) = (rank(5), rank(9));
        Self { count, median, ninth }
    }
}

/// Figures of the tickets that were filed in a period, as they stand on a day.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sums {
    /// Filed.
    pub filed: usize,
    /// By service.
    pub services: BTreeMap<String, usize>,
    /// By code of the district; empty where none belongs to it.
    pub districts: BTreeMap<String, usize>,
    /// By letter of the channel.
    pub channels: BTreeMap<String, usize>,
    /// By language.
    pub languages: BTreeMap<String, usize>,
    /// By month of the period.
    pub months: Vec<usize>,
    /// From the submission to the first answer.
    pub answer: Spread,
    /// From the submission to the end.
    pub close: Spread,
    /// Closed, every time limit kept.
    pub on_time: usize,
    /// A time limit has passed, open or closed.
    pub late: usize,
    /// Open, no time limit has passed.
    pub running: usize,
    /// Without any time limit.
    pub unlimited: usize,
    /// Opened again at least once.
    pub reopened: usize,
    /// By grade, best first.
    pub grades: [usize; Grade::ALL.len()],
}

/// Sums up the tickets filed in a period, as they stand on a day.
pub fn sum(facts: &Facts, period: Period, as_of: NaiveDate) -> Sums {
    sum_of(facts, None, (period, as_of))
}

/// The same of the tickets that stand in one queue now, when one is named.
pub fn sum_of(facts: &Facts, queue: Option<&str>, (period, as_of): (Period, NaiveDate)) -> Sums {
    // A queue without tickets has no number.
    let wanted = queue.map(|queue| facts.names.find(queue));
    let is_wanted = |fact: &Fact| wanted.is_none_or(|queue| queue == Some(fact.queue));
    let start_of = |day: NaiveDate| office_moment(day.and_time(chrono::NaiveTime::MIN)).timestamp();
    let (start, end) = (start_of(period.first()), start_of(period.end()));
    let months: Vec<i64> = period.each().map(start_of).collect();
    let today = as_of.num_days_from_ce();
    let mut sums = Sums { months: vec![0; months.len()], ..Sums::default() };
    let mut columns = [(); 3].map(|()| vec![0_usize; facts.names.len()]);
    let mut channels = [0_usize; 256];
    let (mut answers, mut ends) = (Vec::new(), Vec::new());
    for fact in facts.rows.iter().filter(|fact| (start..end).contains(&fact.submitted) && is_wanted(fact)) {
        sums.filed += 1;
        for (column, name) in columns.iter_mut().zip([fact.service, fact.district, fact.language]) {
            column[usize::from(name)] += 1;
        }
        channels[usize::from(fact.channel)] += 1;
        let month = months.partition_point(|start| *start <= fact.submitted);
        sums.months[month - 1] += 1;
        answers.extend(fact.answered);
        ends.extend(fact.closed);
        *sums.of_limit(fact, today) += 1;
        sums.reopened += usize::from(fact.reopened > 0);
        if let Some(grade) = usize::from(fact.grade).checked_sub(1).and_then(|grade| sums.grades.get_mut(grade)) {
            *grade += 1;
        }
    }
    let named = |column: &Vec<usize>| {
        let numbers = (0..=Name::MAX).zip(column).filter(|(_, count)| **count > 0);
        numbers.map(|(name, count)| (facts.names.name(name).to_owned(), *count)).collect()
    };
    [sums.services, sums.districts, sums.languages] = columns.each_ref().map(named);
    let seen = (0..=u8::MAX).zip(channels).filter(|(_, count)| *count > 0);
    sums.channels = seen.map(|(channel, count)| (char::from(channel).to_string(), count)).collect();
    (sums.answer, sums.close) = (Spread::of(answers), Spread::of(ends));
    sums
}

impl Sums {
    /// How a ticket stands with its time limits.
    fn of_limit(&mut self, fact: &Fact, today: i32) -> &mut usize {
        match (fact.limited || fact.late, fact.is_late(today), fact.closed.is_some()) {
            (false, _, _) => &mut self.unlimited,
            (true, true, _) => &mut self.late,
            (true, false, true) => &mut self.on_time,
            (true, false, false) => &mut self.running,
        }
    }

    /// Open.
    pub fn open(&self) -> usize {
        self.filed - self.close.count
    }
}
