//! Sealing everything anew with the newest key, so that an older key can be retired.

use super::error::{damage, entry_name, unread};
use super::plan::Plan;
use super::{Inner, Key, Kind, SledStore, form};
use crate::store::engine::EngineError;
use crate::store::record::Record;
use crate::store::record::key::Index;
use crate::store::{CommitError, StoreError};

/// Records looked at in one piece.
const PAGE: usize = 256;
/// Kinds with a sealed part.
const SEALED: [Kind; 6] = [Kind::Conversation, Kind::Ticket, Kind::Link, Kind::Evidence, Kind::Delivery, Kind::Parked];

/// What one step did: the last key looked at, and how many records were sealed anew.
type Step = Option<(Vec<u8>, u64)>;

/// Seals anew what an older key sealed: how many records.
pub(super) async fn reseal(store: &SledStore) -> Result<u64, StoreError> {
    let kinds = SEALED.into_iter().map(|kind| kind as u8).chain([Index::Own as u8]);
    let mut count = 0;
    for kind in kinds {
        let mut after: Option<Vec<u8>> = None;
        loop {
            let from = after.take();
            let _shared = store.0.changes.share().await;
            let Some((last, changed)) = store.aside(move |inner| step(inner, kind, from.as_deref())).await? else { break };
            after = Some(last);
            count += changed;
        }
    }
    Ok(count)
}

/// Looks at the next records of a kind. One that changes meanwhile is sealed with the newest key by whoever changes it.
fn step(inner: &Inner, kind: u8, after: Option<&[u8]>) -> Result<Step, StoreError> {
    let page = inner.engine.scan(&[kind], after, PAGE).map_err(|error| unread(&error))?;
    let Some((last, _)) = page.last() else { return Ok(None) };
    let last = last.clone();
    let mut changed = 0;
    for (bytes, value) in &page {
        let sealed = form(value).map_err(|_| StoreError::Damaged(entry_name(bytes)))?.sealed;
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
    Ok(Some((last, changed)))
}

fn unwritten(error: CommitError) -> StoreError {
    StoreError::Unavailable(error.to_string())
}
