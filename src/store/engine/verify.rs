//! Comparing all records with the head.
//!
//! Runs at each opening, and may run at any time while commits go on: the walk holds up the committer for a page at a
//! time, and is told of the records that change behind its back.

use std::ops::Bound;
use std::thread;
use std::time::Duration;

use super::committer::Shared;
use super::envelope::unseal;
use super::error::{DamageReport, EngineError, Finding, RecordName};
use super::head::{Head, Tally};
use super::view::{Direction, Overlay, RawPage, Span, View};
use super::{CHAIN_KIND, MAX_NAMED};

/// Records between two breaths of the committer.
const PAGE: usize = 512;

/// A walk over all records, from the first key up.
#[derive(Default)]
pub(super) struct Walk {
    tally: Tally,
    /// All up to and with this key is in the tally. It may be the key of a record that is not durable yet, and so not counted:
    /// counted it is when its group becomes durable.
    reached: Option<Vec<u8>>,
    damaged: Vec<RecordName>,
    more_damaged: u64,
}

impl Walk {
    fn add(&mut self, page: RawPage) {
        for (key, bytes) in page {
            match unseal(&key, bytes) {
                Some(record) => self.tally.add(&key, &record),
                None if self.damaged.len() < MAX_NAMED => self.damaged.push(RecordName::of(&key)),
                None => self.more_damaged += 1,
            }
        }
    }

    /// A group has become durable: corrects what was already counted.
    pub(super) fn follow(&mut self, overlay: &Overlay) {
        let Some(reached) = &self.reached else { return };
        let read = (Bound::Unbounded, Bound::Included(reached.as_slice()));
        for (key, touched) in overlay.range::<[u8], _>(read).filter(|(_, touched)| touched.written) {
            self.tally.change(key, touched.before.as_ref(), touched.now.as_ref());
        }
    }

    fn findings(self, head: &Head, unreadable: Option<Finding>) -> DamageReport {
        let mut findings: Vec<_> = unreadable.into_iter().collect();
        findings.extend(self.damaged.into_iter().map(Finding::RecordDamaged));
        if self.more_damaged > 0 {
            findings.push(Finding::MoreRecordsDamaged { records: self.more_damaged });
        }
        for kind in 0..=u8::MAX {
            let (expected, found) = (head.tally.count(kind), self.tally.count(kind));
            if expected != found {
                findings.push(Finding::Count { kind, expected, found });
            }
        }
        if head.chain_length != head.tally.count(CHAIN_KIND) {
            let found = head.tally.count(CHAIN_KIND);
            findings.push(Finding::Count { kind: CHAIN_KIND, expected: head.chain_length, found });
        }
        if findings.is_empty() && self.tally != head.tally {
            findings.push(Finding::DigestDiffers);
        }
        DamageReport { findings }
    }
}

/// Reads every record and compares with the head. One at a time: the caller sees to that.
/// Between two pages it rests for a while, to let the committer through. The audit chain grows at the end that the walk goes
/// to: once as many records were read as there were at the beginning, pages grow and there is no rest, so that it arrives
/// however busy the committer is.
pub(super) fn verify(shared: &Shared, rest: Duration) -> DamageReport {
    let mut there: u64 = {
        let mut state = shared.state();
        state.walk = Some(Walk::default());
        (0..=u8::MAX).map(|kind| state.head.tally.count(kind)).sum()
    };
    let mut span = Span::all();
    let mut limit = PAGE;
    loop {
        let mut state = shared.state();
        let page = shared.view.page(&mut span, Direction::Forward, limit);
        let Some(walk) = &mut state.walk else {
            return DamageReport::default();
        };
        let unreadable = match page {
            Ok((page, more)) => {
                walk.add(page);
                // The end of what was read, whether its last record counts or not.
                if let Bound::Excluded(last) = &span.low {
                    walk.reached = Some(last.clone());
                }
                if more {
                    drop(state);
                    there = there.saturating_sub(limit as u64);
                    if there == 0 {
                        limit = limit.saturating_mul(2);
                    } else if !rest.is_zero() {
                        thread::sleep(rest);
                    }
                    continue;
                }
                None
            }
            // Once more in single steps, to know the last record before the trouble.
            Err(_) if limit > 1 => {
                limit = 1;
                continue;
            }
            Err(error) => {
                let after = walk.reached.as_deref().map(RecordName::of);
                let detail = words(&error);
                add_from_the_end(walk, &shared.view, span);
                Some(Finding::PartUnreadable { after, detail })
            }
        };
        let walk = state.walk.take().unwrap_or_default();
        return walk.findings(&state.head, unreadable);
    }
}

/// Counts what can be read on the far side of an unreadable part.
fn add_from_the_end(walk: &mut Walk, view: &View, mut span: Span) {
    while let Ok((page, more)) = view.page(&mut span, Direction::Backward, 1) {
        walk.add(page);
        if !more {
            return;
        }
    }
}

/// Hands over every record of a damaged store that can still be read; gives how many records could not.
pub(super) fn read_what_is_left(view: &View, each: &mut dyn FnMut(&[u8], &[u8])) -> DamageReport {
    let mut report = DamageReport::default();
    for kind in 1..=u8::MAX {
        let mut span = Span::prefix(&[kind]);
        for direction in [Direction::Forward, Direction::Backward] {
            let Err(error) = hand_over(view, &mut span, direction, each, &mut report) else {
                break;
            };
            if direction == Direction::Forward {
                let after = match &span.low {
                    Bound::Excluded(key) => Some(RecordName::of(key)),
                    Bound::Included(_) | Bound::Unbounded => None,
                };
                report.findings.push(Finding::PartUnreadable { after, detail: words(&error) });
            }
        }
    }
    report
}

fn hand_over(
    view: &View,
    span: &mut Span,
    direction: Direction,
    each: &mut dyn FnMut(&[u8], &[u8]),
    report: &mut DamageReport,
) -> Result<(), EngineError> {
    loop {
        let (page, more) = view.page(span, direction, 1)?;
        for (key, bytes) in page {
            match unseal(&key, bytes) {
                Some(record) => each(&key, &record.value()),
                None => report.findings.push(Finding::RecordDamaged(RecordName::of(&key))),
            }
        }
        if !more {
            return Ok(());
        }
    }
}

fn words(error: &EngineError) -> String {
    match error {
        EngineError::Unreadable(detail) => detail.clone(),
        other => other.to_string(),
    }
}
