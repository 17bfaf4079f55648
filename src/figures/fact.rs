//! What is counted of a ticket.

use super::names::{Name, NameList};
use crate::clock::Moment;
use crate::ticket::due::next_limit;
use crate::ticket::{Grade, Head};
use chrono::Datelike;

/// No last day runs.
const NEVER: i32 = i32::MAX;
/// The channel of a ticket that is older than the record of it.
pub(super) const UNKNOWN: char = '-';

/// A ticket as figures see it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Fact {
    /// Seconds since 1970.
    pub submitted: i64,
    /// Seconds from the submission to the first answer, and to the end.
    pub answered: Option<u32>,
    pub closed: Option<u32>,
    pub service: Name,
    pub district: Name,
    pub queue: Name,
    pub language: Name,
    pub channel: u8,
    /// 1 very satisfied to 5 very dissatisfied; 0 not graded.
    pub grade: u8,
    pub reopened: u16,
    /// A time limit was met too late.
    pub late: bool,
    /// It has or had a time limit.
    pub limited: bool,
    /// The nearest last day that runs, in days since the beginning of our era.
    pub due: i32,
}

/// The facts of all tickets.
#[derive(Default)]
pub struct Facts {
    pub(super) rows: Vec<Fact>,
    pub(super) names: NameList,
}

impl Facts {
    /// Of these heads.
    pub fn of<'h>(heads: impl IntoIterator<Item = &'h Head>) -> Self {
        let mut facts = Self::default();
        heads.into_iter().for_each(|head| facts.add(head));
        facts
    }

    /// One ticket more.
    pub fn add(&mut self, head: &Head) {
        self.put(self.rows.len(), head);
    }

    /// The ticket at a place, new at the end or instead of an older head of the same.
    pub fn put(&mut self, at: usize, head: &Head) {
        let fact = self.fact(&Told::of(head));
        match self.rows.get_mut(at) {
            Some(row) => *row = fact,
            None => self.rows.push(fact),
        }
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    pub(super) fn fact(&mut self, told: &Told<'_>) -> Fact {
        let after = |then: Option<Moment>| then.map(|then| u32::try_from((then - told.submitted).num_seconds()).unwrap_or(0));
        Fact {
            submitted: told.submitted.timestamp(),
            answered: after(told.answered),
            closed: after(told.closed),
            service: self.names.enter(told.service),
            district: self.names.enter(told.district),
            queue: self.names.enter(told.queue),
            language: self.names.enter(told.language),
            channel: u8::try_from(told.channel).unwrap_or(b'-'),
            grade: told.grade.and_then(|grade| Grade::ALL.iter().position(|one| *one == grade)).map_or(0, |at| at as u8 + 1),
            reopened: told.reopened,
            late: told.late,
            limited: told.limited,
            due: told.due.map_or(NEVER, |due| due.num_days_from_ce()),
        }
    }
}

impl Fact {
    /// A time limit has passed, whether it was met afterwards or still runs on that day.
    pub fn is_late(&self, today: i32) -> bool {
        self.late || (self.due != NEVER && self.due < today)
    }
}

/// What the facts are made of, from a head or from an export.
pub(super) struct Told<'t> {
    pub submitted: Moment,
    pub answered: Option<Moment>,
    pub closed: Option<Moment>,
    pub service: &'t str,
    pub district: &'t str,
    pub queue: &'t str,
    pub language: &'t str,
    pub channel: char,
    pub grade: Option<Grade>,
    pub reopened: u16,
    pub late: bool,
    pub limited: bool,
    pub due: Option<chrono::NaiveDate>,
}

impl<'t> Told<'t> {
    pub fn of(head: &'t Head) -> Self {
        let course = &head.course;
        Self {
            submitted: head.submitted,
            answered: course.answered,
            closed: head.closed.as_ref().map(|closed| closed.at),
            service: head.service.as_str(),
            district: head.district.as_deref().unwrap_or_default(),
            queue: head.queue.as_str(),
            language: &head.language.0,
            channel: course.channel.unwrap_or(UNKNOWN),
            grade: course.grade,
            reopened: course.reopened,
            late: course.late,
            limited: !head.limits.is_empty(),
            due: next_limit(head).map(|limit| limit.due),
        }
    }
}
