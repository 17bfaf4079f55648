//! Figures of the office's own work: how many asked for what, where, on which channel and in which language, how long it took, how
//! it was graded; which questions people leave unanswered and what they look for in vain.
//!
//! Nothing personal is counted and no answer of a person is looked at: everything comes from the open heads of tickets
//! ([`fact`]) and from counts without names ([`tally`](crate::tally)). Whatever is shown or handed out goes through [`hide`].
//!
//! ## Why
//! - What is kept in memory is a fact of 40 bytes a ticket, not sums: a median needs single values, any period can be asked for, and a
//!   ticket that is opened again needs nothing to be un-counted. A million facts are gone through in some tens of milliseconds.
//! - Facts are not stored. They come from the heads at the start and with every change from the feed. The head keeps the
//!   [`Course`](crate::ticket::Course) when key and body of a ticket are erased, so that the figures of past years stay as they were.
//! - `tickets export` writes the facts out, and the figures of an export are the same as those of the office: anybody can count again.
//! - A period is made of whole months. Two periods that differ by a day would tell what was filed on it, in spite of all hiding.

pub mod fact;
pub mod hide;
pub(crate) mod names;
pub mod sum;

pub use fact::Facts;
pub use sum::{Period, Spread, Sums, sum};

#[cfg(test)]
mod tests;
