//! Time limits: from a state and a length to a last day, on the office's calendar.

use super::{Limit, Ticket};
use crate::calendar::{Calendar, add_months};
use crate::clock::{Moment, office_day};
use crate::dialog::flow::{Deadline, Span, Submit};
use crate::id::StateId;
use chrono::NaiveDate;

/// The last day of a time limit; the period starts on the day after `from`. Years that have no calendar come back too.
pub fn last_day(calendar: &Calendar, from: NaiveDate, span: Span) -> (NaiveDate, Vec<i32>) {
    match span {
        Span::WorkingDays(n) => {
            let due = calendar.add_workdays(from, u16::try_from(n).unwrap_or(u16::MAX));
            (due.date, due.years_without_data)
        }
        Span::Days(n) => (from + chrono::Duration::days(i64::from(n)), Vec::new()),
        Span::Months(n) => (add_months(from, n as i32), Vec::new()),
    }
}

/// What entering a state does to the time limits: some are met, some begin.
pub fn enter(ticket: &mut Ticket, rules: &Submit, calendar: &Calendar, now: Moment) {
    let state = ticket.head.state.clone();
    let met = |name: &str| rules.deadlines.iter().any(|rule| rule.name == name && rule.until.contains(&state));
    for limit in ticket.head.limits.iter_mut().filter(|limit| limit.met.is_none()) {
        if met(&limit.name) {
            limit.met = Some(now);
        }
    }
    for rule in rules.deadlines.iter().filter(|rule| rule.from == state) {
        if !ticket.head.limits.iter().any(|limit| limit.name == rule.name) {
            ticket.head.limits.push(begin(rule, calendar, office_day(now)));
        }
    }
}

fn begin(rule: &Deadline, calendar: &Calendar, today: NaiveDate) -> Limit {
    let (due, guessed) = last_day(calendar, today, rule.within);
    Limit { name: rule.name.clone(), due, met: None, guessed, reminded: 0 }
}

/// The nearest time limit that still runs.
pub fn next_limit(ticket: &super::Head) -> Option<&Limit> {
    if ticket.closed.is_some() {
        return None;
    }
    ticket.limits.iter().filter(|limit| limit.met.is_none()).min_by_key(|limit| limit.due)
}

/// Whether a time limit has passed without being met.
pub fn is_overdue(head: &super::Head, today: NaiveDate) -> bool {
    next_limit(head).is_some_and(|limit| limit.due < today)
}

/// The state of that name among the rules, or one that every ticket knows.
pub fn knows_state(rules: &Submit, state: &StateId) -> bool {
    rules.states.contains_key(state) || state.as_str() == super::WITHDRAWN
}
