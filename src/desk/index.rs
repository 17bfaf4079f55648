//! The index of the desk: a line of every ticket in memory, so that any list comes at once however many tickets there are.
//!
//! It is filled in the background after the start and then follows the [`feed`](crate::feed); lists say how far it is. It is
//! never the record: whoever opens a ticket reads the store. It decides no right of its own; a list shows what the [`Clerk`]
//! it is made for may see.
//!
//! ## Why
//! - No list is kept in order. A list goes through all lines (a millisecond for 100,000) and sorts no more than the page that is
//!   shown, so that the first and the last page cost the same, every filter works with every order, and there is nothing that
//!   could fall out of step.
//! - Words of a ticket are kept as digests of 32 bits under a secret that is made from the office key: pairs of Chinese
//!   characters, and whole words. A dump of memory or a swapped page shows no name and no sentence, an erased ticket loses its
//!   digests with its key, and nothing of it is ever on disk. While a ticket is read its words are in the clear for the
//!   moment of the reading, as whenever a clerk opens it.
//! - Words of personal answers are found only whole: whoever could look for the beginning of a phone number would read the whole of
//!   it, digit by digit, in spite of the mask. The beginning of a word is found in what is not personal; the beginning of a number
//!   never.
//! - Two things with one digest bring a wrong ticket into a list once in some hundred million comparisons. The clerk sees it.

mod follow;
mod query;
mod row;
mod words;

pub use follow::follow;
pub use query::{Clerk, Counts, Earlier, Filter, Names, Order, Page, Query, View};
pub use row::Line;

use crate::feed::Cursor;
use crate::figures::Facts;
use crate::figures::names::NameList;
use crate::id::Receipt;
use crate::seal::OfficeKey;
use crate::ticket::{Head, Ticket};
use row::Row;
use std::collections::{HashMap, VecDeque};
use std::sync::{RwLock, RwLockReadGuard, RwLockWriteGuard};
use tokio::sync::watch;
use words::{Speller, Tie};

/// How far the index is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// Not every ticket is in it yet: lists are short.
    Lists,
    /// Every ticket is in it; words, parties and numbers of some cannot be found yet.
    Words,
    /// Everything is in it.
    Whole,
}

/// A line of every ticket.
pub struct Index {
    kept: RwLock<Kept>,
    speller: Speller,
    stage: watch::Sender<(Stage, Option<Cursor>)>,
}

/// What is kept.
#[derive(Default)]
struct Kept {
    rows: Vec<Row>,
    /// The same tickets in the same order.
    facts: Facts,
    places: HashMap<Receipt, u32>,
    names: NameList,
    ties: HashMap<Tie, Vec<u32>>,
    /// Tickets whose words are still to be read: new ones in front, old ones behind.
    unread: VecDeque<u32>,
}

impl Index {
    /// An empty index, which waits to be filled by [`follow`].
    pub fn new(key: &OfficeKey) -> Self {
        let stage = watch::Sender::new((Stage::Lists, None));
        Self { kept: RwLock::default(), speller: Speller::new(key), stage }
    }

    /// How far it is.
    pub fn stage(&self) -> Stage {
        self.stage.borrow().0
    }

    /// Waits until a change that the feed told is in the lists; not longer than it takes to fill them.
    pub async fn reached(&self, cursor: Cursor) {
        let is_there = |(_, at): &(Stage, Option<Cursor>)| at.is_some_and(|at| at.epoch != cursor.epoch || at.number >= cursor.number);
        let _ = self.stage.subscribe().wait_for(is_there).await;
    }

    /// Waits until everything is in it.
    pub async fn whole(&self) {
        let _ = self.stage.subscribe().wait_for(|(stage, _)| *stage == Stage::Whole).await;
    }

    /// Up to where the lists follow the feed: a page made now is right up to there.
    pub fn cursor(&self) -> Option<Cursor> {
        self.stage.borrow().1
    }

    /// Tickets in it.
    pub fn len(&self) -> usize {
        self.read().rows.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Works on the facts for figures.
    pub fn facts<T>(&self, work: impl FnOnce(&Facts) -> T) -> T {
        work(&self.read().facts)
    }

    /// Enters a head, unless a newer one of the ticket is there.
    pub fn enter(&self, head: &Head) {
        self.write().enter(head);
    }

    /// Enters the words of a ticket; of one that is not in the lists, or was erased, nothing is kept.
    pub fn enter_words(&self, ticket: &Ticket) {
        let words = self.speller.of_ticket(ticket);
        self.write().enter_words(&ticket.head, words);
    }

    /// A ticket's key and body are gone: so is what was kept of its words, for ever.
    pub fn erase(&self, receipt: &Receipt) {
        self.write().erase(receipt);
    }

    fn told(&self, stage: Stage, cursor: Cursor) {
        self.stage.send_modify(|now| *now = (stage, Some(cursor)));
    }

    fn read(&self) -> RwLockReadGuard<'_, Kept> {
        self.kept.read().unwrap_or_else(std::sync::PoisonError::into_inner)
    }

    fn write(&self) -> RwLockWriteGuard<'_, Kept> {
        self.kept.write().unwrap_or_else(std::sync::PoisonError::into_inner)
    }
}

impl Kept {
    fn enter(&mut self, head: &Head) {
        let fresh = Row::of(head, &mut self.names);
        match self.places.get(&head.receipt) {
            Some(&at) => {
                let Some(row) = self.rows.get_mut(at as usize) else { return };
                if row.revision > head.revision {
                    return;
                }
                row.take_over(fresh);
                self.facts.put(at as usize, head);
                if row.words_at != head.revision && !row.is_erased() {
                    self.unread.push_front(at);
                }
            }
            None => {
                let Ok(at) = u32::try_from(self.rows.len()) else { return };
                self.places.insert(head.receipt.clone(), at);
                self.rows.push(fresh);
                self.facts.put(at as usize, head);
                self.unread.push_back(at);
            }
        }
    }

    fn enter_words(&mut self, head: &Head, words: words::Words) {
        let Some(&at) = self.places.get(&head.receipt) else { return };
        let Some(row) = self.rows.get_mut(at as usize) else { return };
        if row.is_erased() || row.words_at > head.revision {
            return;
        }
        row.words_at = head.revision;
        let before = std::mem::replace(&mut row.words, words);
        let now = row.words.ties.clone();
        self.untie(&before.ties, at);
        for tie in now {
            self.ties.entry(tie).or_default().push(at);
        }
    }

    fn erase(&mut self, receipt: &Receipt) {
        let Some(&at) = self.places.get(receipt) else { return };
        let Some(row) = self.rows.get_mut(at as usize) else { return };
        let before = std::mem::take(&mut row.words);
        row.erase();
        self.untie(&before.ties, at);
    }

    fn untie(&mut self, ties: &[Tie], at: u32) {
        for tie in ties {
            if let Some(tied) = self.ties.get_mut(tie) {
                tied.retain(|one| *one != at);
                if tied.is_empty() {
                    self.ties.remove(tie);
                }
            }
        }
    }

    /// The next tickets whose words are to be read.
    fn next_unread(&mut self, most: usize) -> Vec<Receipt> {
        let mut next = Vec::new();
        while next.len() < most
            && let Some(at) = self.unread.pop_front()
        {
            let row = self.rows.get(at as usize).filter(|row| row.words_at != row.revision && !row.is_erased());
            next.extend(row.map(|row| row.receipt.clone()));
        }
        next
    }
}

#[cfg(test)]
mod tests;
