//! Sealing everything anew with the newest key, so that an older key can be retired.

use super::error::{damage, entry_name, unread};
use super::plan::Plan;
use super::{Inner, Key, Kind, SledStore, form};
use crate::seal::{KeyId, key_id_of};
use crate::store::engine::EngineError;
use crate::store::record::Record;
use crate::store::record::key::Index;
use crate::store::{CommitError, StoreError};
use std::collections::BTreeMap;

/// Records looked at in one piece.
const PAGE: usize = 256;
/// Kinds with a sealed part.
const SEALED: [Kind; 9] = [
    Kind::Conversation,
    Kind::Ticket,
    Kind::Link,
    Kind::Evidence,
    Kind::Delivery,
    Kind::Parked,
    Kind::Subscription,
    Kind::Bookings,
    Kind::Slip,
];

/// What one step did.
struct Step {
    /// The last key looked at.
    last: Vec<u8>,
    /// Records looked at.
    looked: u64,
    /// Records sealed anew.
    changed: u64,
}

/// Kinds with a sealed part, by their first byte.
fn kinds() -> impl Iterator<Item = u8> {
    SEALED.into_iter().map(|kind| kind as u8).chain([Index::Own as u8])
}

/// How many records each key seals.
pub(super) fn sealed_with(inner: &Inner) -> Result<BTreeMap<KeyId, u64>, StoreError> {
    let mut counts = BTreeMap::new();
    for kind in kinds() {
        let mut after: Option<Vec<u8>> = None;
        loop {
            let page = inner.engine.scan(&[kind], after.as_deref(), PAGE).map_err(|error| unread(&error))?;
            let Some((last, _)) = page.last() else { break };
            after = Some(last.clone());
            for (bytes, value) in &page {
                let sealed = form(value).map_err(|_| StoreError::Damaged(entry_name(bytes)))?.sealed;
                if !sealed.is_empty() {
                    let key = key_id_of(sealed).map_err(|_| StoreError::Damaged(entry_name(bytes)))?;
                    *counts.entry(key).or_default() += 1;
                }
            }
        }
    }
    Ok(counts)
}

/// Seals anew what an older key sealed: how many records.
pub(super) async fn reseal(store: &SledStore, looked_at: &mut (dyn FnMut(u64) + Send)) -> Result<u64, StoreError> {
    let (mut count, mut looked) = (0, 0);
    for kind in kinds() {
        let mut after: Option<Vec<u8>> = None;
        loop {
            let from = after.take();
            let _shared = store.0.changes.share().await;
            let Some(step) = store.aside(move |inner| step(inner, kind, from.as_deref())).await? else { break };
            after = Some(step.last);
            count += step.changed;
            looked += step.looked;
            looked_at(looked);
        }
    }
    Ok(count)
}

/// Looks at the next records of a kind. One that changes meanwhile is sealed with the newest key by whoever changes it.
fn step(inner: &Inner, kind: u8, after: Option<&[u8]>) -> Result<Option<Step>, StoreError> {
    let page = inner.engine.scan(&[kind], after, PAGE).map_err(|error| unread(&error))?;
    let Some((last, _)) = page.last() else { return Ok(None) };
    let last = last.clone();
    let (mut changed, mut looked) = (0, 0);
    for (bytes, value) in &page {
        let sealed = form(value).map_err(|_| StoreError::Damaged(entry_name(bytes)))?.sealed;
        looked += u64::from(!sealed.is_empty());
        if sealed.is_empty() || inner.codec.is_newest(sealed) {
            continue;
        }
        let mut plan = Plan::new(&inner.engine, &inner.codec);
        match Key::read(bytes) {
            Some(key) => {
                let record: Record = inner.codec.read(&key, value).map_err(|error| damage(&key, error))?;
                plan.exchange(bytes, value, inner.codec.write(&record).value);
            }
            None => {
                let fresh = inner.codec.reseal_own(bytes, value).map_err(|_| StoreError::Damaged(entry_name(bytes)))?;
                plan.exchange(bytes, value, fresh);
            }
        }
        let (batch, _) = inner.noted(plan);
        match inner.engine.commit_blocking(batch) {
            Ok(_) => changed += 1,
            Err(EngineError::Rejected { .. }) => {}
            Err(error) => return Err(unwritten(inner.blocked(&error))),
        }
    }
    Ok(Some(Step { last, looked, changed }))
}

fn unwritten(error: CommitError) -> StoreError {
    StoreError::Unavailable(error.to_string())
}
