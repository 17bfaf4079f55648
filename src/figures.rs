//! Figures of the office's own work: how many asked for what, where, on which channel and in which language, how long it took, how
//! it was graded; which questions people leave unanswered and what they look for in vain.
//!
//! Nothing personal is counted and no answer of a person is looked at: everything comes from the open heads of tickets
//! ([`fact`]) and from counts without names ([`tally`](crate::tally)). Whatever is shown or handed out goes through [`hide`].
//!
//! ## Why
//! - What is kept in memory is a fact of 48 bytes a ticket, not sums: a median needs single values, any period can be asked for, and a
//!   ticket that is opened again needs nothing to be un-counted. A million facts are gone through in some tens of milliseconds.
//! - Facts are not stored. They come from the heads at the start and with every change from the feed. The head keeps the
//!   [`Course`](crate::ticket::Course) when key and body of a ticket are erased, so that the figures of past years stay as they were.
//! - `tickets export` writes the facts out, and the figures of an export are the same as those of the office: anybody can count again.
//! - A period is made of whole months. Two periods that differ by a day would tell what was filed on it, in spite of all hiding.

pub mod export;
pub mod fact;
pub mod file;
pub mod hide;
pub(crate) mod names;
pub mod say;
pub mod sum;
pub mod table;

pub use fact::Facts;
pub use sum::{Period, Spread, Sums, sum, sum_of};
pub use table::Table;

use crate::id::QueueId;
use crate::store::{Store, StoreError, Wanted};
use crate::tally;
use crate::ticket::Head;
use chrono::NaiveDate;

/// Heads read at once.
const PAGE: usize = 500;

/// Every table of a period, fit to be shown, as tickets stand on a day.
pub fn tables(facts: &Facts, (period, as_of): (Period, NaiveDate), counted: &tally::Sums) -> Vec<Table> {
    table::tables(period, [&sum(facts, period, as_of), &sum(facts, period.before(), as_of)], counted)
}

/// The same of the tickets that stand in one queue. Questions and searches belong to no queue.
pub fn tables_of(facts: &Facts, queue: &QueueId, (period, as_of): (Period, NaiveDate)) -> Vec<Table> {
    let of = |period| sum_of(facts, Some(queue.as_str()), (period, as_of));
    table::tables(period, [&of(period), &of(period.before())], &tally::Sums::new())
}

/// Goes through the heads of all tickets, where there is no index of them.
///
/// # Errors
/// The store cannot be read.
pub async fn each_head(store: &dyn Store, work: &mut (dyn FnMut(&Head) + Send)) -> Result<(), StoreError> {
    let mut wanted = Wanted { queue: None, closed: true, after: None, limit: PAGE };
    loop {
        let page = store.tickets(&wanted).await?;
        let Some(last) = page.last() else { return Ok(()) };
        wanted.after = Some(last.receipt.clone());
        page.iter().for_each(&mut *work);
    }
}

#[cfg(test)]
mod tests;
