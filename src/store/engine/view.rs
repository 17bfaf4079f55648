//! Reading, and only what is durable.
//!
//! ## Why
//! sled shows a batch to readers as soon as it is applied, some milliseconds before it is on disk. Harmless it is not:
//! whoever finds the mark "this update was handled" confirms the update, and whoever finds a delivery sends it; a crash in
//! between and the thing confirmed or sent never existed. So while a group is applied but not durable, its old records lie
//! in an overlay (the committer has them at hand anyway), and readers see those. The price is one lock and one look-up in
//! a small map, a tenth of a microsecond.
//!
//! A reader first reads sled and then looks at the overlay. If what it read was not durable, then at the time it looks
//! either the group is still in the overlay, and the old record is used, or it has become durable meanwhile. Only one
//! group is under way at a time, so nothing third can happen.
//!
//! sled's cache is made of 256 parts, and each evicts only after 64 of its pages were used. So it grows to thousands of
//! pages before its capacity counts, some 60 MB after a scan whatever was asked for. Reading one key 64 times makes its
//! part evict; done once in 64 records it keeps the cache near its capacity (a process of 36 MB instead of 91 MB after
//! opening 500,000 records of 400 bytes) and costs no time that could be measured.

use std::collections::BTreeMap;
use std::ops::Bound;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{PoisonError, RwLock};

use sled::{Db, IVec};

use super::HEAD_KIND;
use super::envelope::{Stored, Value, unseal};
use super::error::{EngineError, RecordName};

/// Records fetched at a time.
const PAGE: usize = 1024;
/// Uses of pages that each part of sled's cache notes before it evicts.
const NOTED_USES: usize = 64;

/// A key that a group looks at or writes: what is durable and what is to come.
#[derive(Clone)]
pub(super) struct Touched {
    pub(super) before: Option<Stored>,
    pub(super) now: Option<Stored>,
    /// False for a key that only a check looked at.
    pub(super) written: bool,
}

/// The keys of one group.
pub(super) type Overlay = BTreeMap<IVec, Touched>;

/// The readable side of the store.
pub(super) struct View {
    db: Db,
    pending: RwLock<Option<Overlay>>,
    uses: AtomicUsize,
}

/// A stretch of keys, narrowed while it is read.
#[derive(Clone)]
pub(super) struct Span {
    pub(super) low: Bound<Vec<u8>>,
    pub(super) high: Bound<Vec<u8>>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Direction {
    Forward,
    Backward,
}

/// Records in their stored form, not yet checked.
pub(super) type RawPage = Vec<(IVec, IVec)>;

impl View {
    pub(super) fn new(db: Db) -> Self {
        Self { db, pending: RwLock::new(None), uses: AtomicUsize::new(0) }
    }

    pub(super) fn db(&self) -> &Db {
        &self.db
    }

    /// Hides a group until [`reveal`](Self::reveal).
    pub(super) fn hide(&self, overlay: Overlay) {
        *self.pending.write().unwrap_or_else(PoisonError::into_inner) = Some(overlay);
    }

    /// The hidden group has become durable.
    pub(super) fn reveal(&self) -> Overlay {
        self.pending.write().unwrap_or_else(PoisonError::into_inner).take().unwrap_or_default()
    }

    /// Reads one durable record.
    pub(super) fn get(&self, key: &[u8]) -> Result<Option<Value>, EngineError> {
        if key.first() == Some(&HEAD_KIND) || key.is_empty() {
            return Ok(None);
        }
        let found = guarded(|| self.db.get(key))?;
        self.used(key);
        if let Some(overlay) = &*self.pending.read().unwrap_or_else(PoisonError::into_inner)
            && let Some(touched) = overlay.get(key).filter(|touched| touched.written)
        {
            return Ok(touched.before.as_ref().map(Stored::value));
        }
        checked(key, found).map(|stored| stored.map(|stored| stored.value()))
    }

    /// Counts a record that was read, and now and then makes sled evict.
    pub(super) fn used(&self, key: &[u8]) {
        if self.uses.fetch_add(1, Ordering::Relaxed).is_multiple_of(NOTED_USES) {
            // Whether there is a record, and whether it can be read, does not matter here.
            let _ = guarded(|| (0..NOTED_USES).try_for_each(|_| self.db.contains_key(key).map(drop)));
        }
    }

    /// Up to `limit` durable records of a span, in order of the direction.
    pub(super) fn collect(&self, mut span: Span, direction: Direction, limit: usize) -> Result<Vec<(Vec<u8>, Value)>, EngineError> {
        let mut records = Vec::new();
        while records.len() < limit {
            let (page, more) = self.page(&mut span, direction, (limit - records.len()).min(PAGE))?;
            for (key, bytes) in page.into_iter().take(limit - records.len()) {
                let stored = unseal(&key, bytes).ok_or_else(|| damaged(&key))?;
                records.push((key.to_vec(), stored.value()));
            }
            if !more {
                break;
            }
        }
        Ok(records)
    }

    /// Reads on in a span: about `limit` records, and whether the span may hold more. Narrows the span to what is left.
    pub(super) fn page(&self, span: &mut Span, direction: Direction, limit: usize) -> Result<(RawPage, bool), EngineError> {
        if span.is_empty() {
            return Ok((Vec::new(), false));
        }
        let mut page = Vec::with_capacity(limit);
        let ended = guarded(|| {
            let mut iter = self.db.range::<&[u8], _>((as_slice(&span.low), as_slice(&span.high)));
            while page.len() < limit {
                let next = match direction {
                    Direction::Forward => iter.next(),
                    Direction::Backward => iter.next_back(),
                };
                match next {
                    Some(record) => page.push(record?),
                    None => return Ok(true),
                }
            }
            Ok(false)
        })?;
        page.iter().for_each(|(key, _)| self.used(key));
        // What the overlay may correct: all between where we started and the last record read, or the end.
        let mut covered = span.clone();
        if let (false, Some((last, _))) = (ended, page.last()) {
            match direction {
                Direction::Forward => {
                    covered.high = Bound::Included(last.to_vec());
                    span.low = Bound::Excluded(last.to_vec());
                }
                Direction::Backward => {
                    covered.low = Bound::Included(last.to_vec());
                    span.high = Bound::Excluded(last.to_vec());
                }
            }
        }
        if let Some(overlay) = &*self.pending.read().unwrap_or_else(PoisonError::into_inner) {
            page = corrected(page, overlay, &covered, direction);
        }
        Ok((page, !ended))
    }
}

/// Replaces what is not durable by what was there before.
fn corrected(page: RawPage, overlay: &Overlay, covered: &Span, direction: Direction) -> RawPage {
    let bounds = (as_slice(&covered.low), as_slice(&covered.high));
    let mut hidden = overlay.range::<[u8], _>(bounds).filter(|(_, touched)| touched.written).peekable();
    if hidden.peek().is_none() {
        return page;
    }
    let mut records: BTreeMap<IVec, IVec> = page.into_iter().collect();
    for (key, touched) in hidden {
        match &touched.before {
            Some(stored) => records.insert(key.clone(), stored.bytes.clone()),
            None => records.remove(key),
        };
    }
    match direction {
        Direction::Forward => records.into_iter().collect(),
        Direction::Backward => records.into_iter().rev().collect(),
    }
}

impl Span {
    /// All records the caller may see.
    pub(super) fn all() -> Self {
        Self { low: Bound::Included(vec![HEAD_KIND + 1]), high: Bound::Unbounded }
    }

    /// All keys that begin with a prefix; an empty prefix means all.
    pub(super) fn prefix(prefix: &[u8]) -> Self {
        Self::between(prefix, None).below(after_prefix(prefix))
    }

    /// Keys from one (included) to another (excluded) or to the end.
    pub(super) fn between(from: &[u8], to: Option<&[u8]>) -> Self {
        let low = from.max(&[HEAD_KIND + 1]).to_vec();
        Self { low: Bound::Included(low), high: Bound::Unbounded }.below(to.map(<[u8]>::to_vec))
    }

    /// Only keys greater than this one.
    pub(super) fn after(mut self, key: &[u8]) -> Self {
        let narrower = match &self.low {
            Bound::Included(low) => key >= low.as_slice(),
            Bound::Excluded(low) => key > low.as_slice(),
            Bound::Unbounded => true,
        };
        if narrower {
            self.low = Bound::Excluded(key.to_vec());
        }
        self
    }

    /// Only keys less than this one, if there is one.
    pub(super) fn below(mut self, key: Option<Vec<u8>>) -> Self {
        let Some(key) = key else { return self };
        let narrower = match &self.high {
            Bound::Included(high) | Bound::Excluded(high) => &key <= high,
            Bound::Unbounded => true,
        };
        if narrower {
            self.high = Bound::Excluded(key);
        }
        self
    }

    /// Whether no key can lie in it. sled and the maps of std ask for ordered bounds.
    fn is_empty(&self) -> bool {
        match (&self.low, &self.high) {
            (Bound::Unbounded, _) | (_, Bound::Unbounded) => false,
            (Bound::Included(low), Bound::Included(high)) => low > high,
            (Bound::Included(low) | Bound::Excluded(low), Bound::Included(high) | Bound::Excluded(high)) => low >= high,
        }
    }
}

/// The first key after all that begin with a prefix; none when there is no end.
fn after_prefix(prefix: &[u8]) -> Option<Vec<u8>> {
    let end = prefix.iter().rposition(|byte| *byte != u8::MAX)?;
    let mut key = prefix[..=end].to_vec();
    if let Some(last) = key.last_mut() {
        *last += 1;
    }
    Some(key)
}

fn as_slice(bound: &Bound<Vec<u8>>) -> Bound<&[u8]> {
    bound.as_ref().map(Vec::as_slice)
}

pub(super) fn checked(key: &[u8], found: Option<IVec>) -> Result<Option<Stored>, EngineError> {
    found.map(|bytes| unseal(key, bytes).ok_or_else(|| damaged(key))).transpose()
}

fn damaged(key: &[u8]) -> EngineError {
    metrics::counter!("store_damaged_reads_total").increment(1);
    EngineError::Damaged(RecordName::of(key))
}

/// Calls sled, which panics on some kinds of damage.
pub(super) fn guarded<T>(call: impl FnOnce() -> Result<T, sled::Error>) -> Result<T, EngineError> {
    match catch_unwind(AssertUnwindSafe(call)) {
        Ok(Ok(output)) => Ok(output),
        Ok(Err(error)) => Err(EngineError::Unreadable(error.to_string())),
        Err(_) => Err(EngineError::Unreadable("the storage panicked".to_owned())),
    }
}
