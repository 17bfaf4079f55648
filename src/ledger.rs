//! The audit log: looked through from its end, and its chain of hashes followed from its beginning, a piece at a time, so that
//! neither takes the counter down however long the log is.
//!
//! It must not change an entry, and must not say that something is intact which was not computed.
//!
//! ## Why
//! - An entry is never changed, so what was followed once needs to be followed again only to notice damage of the disk or a
//!   hand: the walk begins anew every day, in pieces of a few hundred entries with a rest between them.
//! - A search reads backwards by numbers and stops after so many entries: a page then says how far it looked, and leads on.

use crate::clock::Moment;
use crate::id::Receipt;
use crate::store::{Audit, ChainMark, Store, StoreError};
use chrono::Duration;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// Entries followed in one piece.
const PIECE: usize = 500;
/// Hours after which the whole chain is followed anew.
const ANEW_HOURS: i64 = 24;
/// Entries read at once by a search.
const PAGE: u64 = 500;

/// How far the chain was followed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// In this walk: up to here every entry fits.
    pub mark: ChainMark,
    /// When this walk began.
    pub began: Option<Moment>,
    /// When the end was reached last, and where that was.
    pub whole: Option<(Moment, u64)>,
    /// What was found damaged, and when.
    pub broken: Option<(String, Moment)>,
}

/// Follows the chain.
#[derive(Debug, Default)]
pub struct Ledger(Mutex<Standing>);

impl Ledger {
    /// How far it is.
    pub fn standing(&self) -> Standing {
        self.lock().clone()
    }

    /// Follows the next piece; whether there is more to follow now.
    ///
    /// # Errors
    /// The store cannot be read. That an entry does not fit is no error of this kind: see [`Standing::broken`].
    pub async fn follow(&self, store: &dyn Store, now: Moment) -> Result<bool, StoreError> {
        let from = {
            let mut standing = self.lock();
            let is_old = standing.began.is_none_or(|began| now - began >= Duration::hours(ANEW_HOURS));
            if is_old {
                (standing.mark, standing.began) = (ChainMark::default(), Some(now));
            }
            standing.mark
        };
        match store.audit_check(from, PIECE).await {
            Ok(reached) => {
                let end = store.audit_head().await?;
                let mut standing = self.lock();
                standing.mark = reached;
                let at_end = reached.entries >= end.entries;
                if at_end {
                    standing.whole = Some((now, reached.entries));
                    // Followed to the end without a gap: a backup was restored, or the disk mended.
                    standing.broken = None;
                }
                Ok(!at_end)
            }
            Err(StoreError::Damaged(name)) => {
                tracing::error!(name, "the audit log does not fit its chain: restore a backup");
                self.lock().broken.get_or_insert((name, now));
                Ok(false)
            }
            Err(error) => Err(error),
        }
    }

    fn lock(&self) -> MutexGuard<'_, Standing> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Which entries somebody wants to see; nothing set is no filter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// By whom, or a part of it: `clerk:li`, `operator`.
    pub by: String,
    /// About this ticket.
    pub receipt: Option<Receipt>,
    /// What was done.
    pub act: String,
    /// From this moment on.
    pub from: Option<Moment>,
    /// Before this moment.
    pub until: Option<Moment>,
}

impl Filter {
    fn lets(&self, entry: &Audit) -> bool {
        (self.by.is_empty() || entry.by.contains(&self.by))
            && (self.act.is_empty() || entry.act == self.act)
            && self.receipt.as_ref().is_none_or(|wanted| entry.receipt.as_ref() == Some(wanted))
            && self.from.is_none_or(|from| entry.at >= from)
            && self.until.is_none_or(|until| entry.at < until)
    }
}

/// How much a search may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bounds {
    /// Entries that are given back.
    pub found: usize,
    /// Entries that are looked at.
    pub looked: u64,
}

/// What a search found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Found {
    /// Entries with their numbers, newest first.
    pub entries: Vec<(u64, Audit)>,
    /// Entries before this number were not looked at; `None` when the beginning was reached.
    pub rest: Option<u64>,
}

/// Looks for entries before a number (`None`: from the end on), newest first.
///
/// # Errors
/// The store cannot be read, or an entry is damaged.
pub async fn search(store: &dyn Store, (filter, before): (&Filter, Option<u64>), bounds: Bounds) -> Result<Found, StoreError> {
    let end = store.audit_head().await?.entries;
    let mut high = before.unwrap_or(end).min(end);
    let mut found = Found::default();
    let mut looked = 0;
    while high > 0 {
        if looked >= bounds.looked {
            found.rest = Some(high);
            return Ok(found);
        }
        let low = high.saturating_sub(PAGE);
        let page = store.audit(low, usize::try_from(high - low).unwrap_or(usize::MAX)).await?;
        looked += high - low;
        // Times grow with numbers, but for clocks that were set right: an hour's margin.
        let over = |entry: &Audit| filter.from.is_some_and(|from| entry.at < from - Duration::hours(1));
        for (number, entry) in page.into_iter().rev() {
            if over(&entry) {
                return Ok(found);
            }
            if filter.lets(&entry) {
                if found.entries.len() >= bounds.found {
                    found.rest = Some(number + 1);
                    return Ok(found);
                }
                found.entries.push((number, entry));
            }
        }
        high = low;
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::memory::MemoryStore;
    use crate::store::{Commit, CommitError};

    fn at(second: i64) -> Moment {
        Moment::from_timestamp(second, 0).expect("a moment")
    }

    async fn kept(count: i64) -> MemoryStore {
        let store = MemoryStore::new();
        for n in 0..count {
            let by = if n % 10 == 0 { "clerk:li" } else { "person" };
            let entry = Audit { at: at(n * 60), by: by.to_owned(), act: "replied".to_owned(), receipt: None, more: Vec::new() };
            let done: Result<(), CommitError> = store.commit(Commit { audit: vec![entry], ..Commit::default() }).await;
            done.expect("kept");
        }
        store
    }

    #[tokio::test]
    async fn the_chain_is_followed_in_pieces_up_to_the_end_and_anew_the_next_day() {
        let store = kept(1200).await;
        let ledger = Ledger::default();
        assert_eq!(ledger.standing().whole, None);
        assert!(ledger.follow(&store, at(0)).await.expect("read"));
        assert_eq!(ledger.standing().mark.entries, 500);
        assert!(ledger.follow(&store, at(1)).await.expect("read"));
        assert!(!ledger.follow(&store, at(2)).await.expect("read"));
        assert_eq!(ledger.standing().whole, Some((at(2), 1200)));
        assert_eq!(ledger.standing().mark, store.audit_head().await.expect("a head"));
        ledger.follow(&store, at(3)).await.expect("read");
        assert_eq!(ledger.standing().mark.entries, 1200, "goes on from there");
        ledger.follow(&store, at(25 * 3600)).await.expect("read");
        assert_eq!(ledger.standing().mark.entries, 500, "from the beginning");
        assert_eq!(ledger.standing().whole.map(|whole| whole.1), Some(1200), "what was found before stays said");
    }

    #[tokio::test]
    async fn a_mark_that_is_not_of_this_chain_is_damage() {
        let store = kept(20).await;
        let wrong = ChainMark { entries: 10, hash: [7; 32] };
        assert_eq!(store.audit_check(wrong, 100).await, Err(StoreError::Damaged("audit 19".to_owned())));
        let beyond = ChainMark { entries: 21, hash: [0; 32] };
        assert!(matches!(store.audit_check(beyond, 100).await, Err(StoreError::Damaged(_))), "entries were cut off");
    }

    #[tokio::test]
    async fn a_search_goes_back_from_the_end_and_says_where_it_stopped() {
        let store = kept(1200).await;
        let filter = Filter { by: "clerk:li".to_owned(), ..Filter::default() };
        let bounds = Bounds { found: 50, looked: 100_000 };
        let first = search(&store, (&filter, None), bounds).await.expect("read");
        assert_eq!((first.entries.len(), first.entries[0].0, first.entries[49].0), (50, 1190, 700));
        let second = search(&store, (&filter, first.rest), bounds).await.expect("read");
        assert_eq!((second.entries[0].0, second.entries.len()), (690, 50));
        let little = search(&store, (&filter, None), Bounds { found: 50, looked: 600 }).await.expect("read");
        assert_eq!((little.entries.len(), little.rest), (50, Some(691)), "full before it is tired");
        let tired = search(&store, (&Filter { by: "nobody".to_owned(), ..filter.clone() }, None), Bounds { found: 50, looked: 600 }).await;
        assert_eq!(tired.expect("read"), Found { entries: Vec::new(), rest: Some(200) });
        let day = Filter { from: Some(at(600 * 60)), until: Some(at(620 * 60)), ..Filter::default() };
        let found = search(&store, (&day, None), bounds).await.expect("read");
        assert_eq!((found.entries.len(), found.entries[0].0, found.rest), (20, 619, None));
    }
}
