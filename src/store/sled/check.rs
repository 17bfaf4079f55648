//! Checks the whole store: what the engine can see (checksums, counts, the audit chain), whether every record opens and
//! reads, and whether records and indexes fit.
//!
//! Commits go on meanwhile. What looks wrong is therefore looked at once more while they wait.

use super::error::{damage, entry_name, names_of, unread};
use super::{Inner, Key, Kind, SledStore};
use crate::store::engine::{ChainHead, ChainState, Engine, EngineError, Record};
use crate::store::record::key::{self, Index};
use crate::store::{ChainMark, StoreError};
use std::collections::BTreeSet;

/// Records looked at in one piece.
const PAGE: usize = 512;

/// Names of what is damaged.
pub(super) async fn verify(store: &SledStore) -> Result<Vec<String>, StoreError> {
    let (mut names, suspects) = store
        .aside(|inner| {
            let mut names = below(&inner.engine)?;
            let mut suspects = Vec::new();
            walk(inner, |suspect| suspects.push(suspect), &mut names)?;
            Ok((names, suspects))
        })
        .await?;
    if !suspects.is_empty() {
        let _alone = store.0.changes.alone(&store.0.engine).await.map_err(|error| unread(&error))?;
        names.extend(store.aside(move |inner| Ok(confirmed(inner, suspects))).await?);
    }
    let mut told = BTreeSet::new();
    names.retain(|name| told.insert(name.clone()));
    Ok(names)
}

/// Follows the chain of the audit log from a mark on.
pub(super) fn chain(inner: &Inner, from: ChainMark, limit: usize) -> Result<ChainMark, StoreError> {
    let from = ChainHead { length: from.entries, hash: from.hash };
    match inner.engine.follow_chain(from, limit).map_err(|error| unread(&error))? {
        ChainState::Intact(ChainHead { length, hash }) => Ok(ChainMark { entries: length, hash }),
        ChainState::Broken { sequence } => Err(StoreError::Damaged(format!("audit {sequence}"))),
    }
}

/// What the engine finds.
fn below(engine: &Engine) -> Result<Vec<String>, StoreError> {
    let mut names = names_of(&engine.verify().map_err(|error| unread(&error))?);
    if let ChainState::Broken { sequence } = engine.verify_chain().map_err(|error| unread(&error))? {
        names.push(format!("audit {sequence}"));
    }
    Ok(names)
}

/// Calls out the keys of records and index entries that look wrong.
fn walk(inner: &Inner, mut suspect: impl FnMut(Vec<u8>), names: &mut Vec<String>) -> Result<(), StoreError> {
    let kinds = Kind::ALL.into_iter().map(|kind| kind as u8).chain(Index::ALL.into_iter().map(|index| index as u8));
    for kind in kinds {
        let mut after: Option<Vec<u8>> = None;
        loop {
            let page: Vec<Record> = match inner.engine.scan(&[kind], after.as_deref(), PAGE) {
                Ok(page) => page,
                // Named by the engine already; what lies behind it in this kind cannot be walked to.
                Err(EngineError::Damaged(_)) => break,
                Err(error) => return Err(unread(&error)),
            };
            let Some((last, _)) = page.last() else { break };
            after = Some(last.clone());
            for (key, value) in page {
                match complaint(inner, &key, &value) {
                    None => {}
                    Some(Complaint::Record(name)) => names.push(name),
                    Some(Complaint::Index(_)) => suspect(key),
                }
            }
        }
    }
    Ok(())
}

/// What is wrong with a record or an index entry.
enum Complaint {
    /// The record itself does not read.
    Record(String),
    /// Record and index do not fit.
    Index(String),
}

/// Looks again at what looked wrong while commits wait.
fn confirmed(inner: &Inner, suspects: Vec<Vec<u8>>) -> Vec<String> {
    let mut names = Vec::new();
    for key in suspects {
        if let Ok(Some(value)) = inner.engine.get(&key)
            && let Some(Complaint::Record(name) | Complaint::Index(name)) = complaint(inner, &key, &value)
        {
            names.push(name);
        }
    }
    names
}

fn complaint(inner: &Inner, bytes: &[u8], value: &[u8]) -> Option<Complaint> {
    match bytes.first().and_then(|kind| Kind::of(*kind)) {
        Some(_) => record(inner, bytes, value),
        None => (!belongs(inner, bytes, value)).then(|| Complaint::Index(entry_name(bytes))),
    }
}

fn record(inner: &Inner, bytes: &[u8], value: &[u8]) -> Option<Complaint> {
    let Some(key) = Key::read(bytes) else { return Some(Complaint::Record(entry_name(bytes))) };
    if let Err(error) = inner.codec.read(&key, value) {
        let name = match damage(&key, error) {
            StoreError::Damaged(name) => name,
            StoreError::Unavailable(_) | StoreError::Backup(_) => format!("{key}: {error}"),
        };
        return Some(Complaint::Record(name));
    }
    let entries = inner.codec.indexes(&key, value).unwrap_or_default();
    let there = |entry: &[u8]| matches!(inner.engine.get(entry), Ok(Some(_)));
    entries.iter().find(|(entry, _)| !there(entry)).map(|(entry, _)| Complaint::Index(entry_name(entry)))
}

/// Whether an index entry is one that its record has.
fn belongs(inner: &Inner, entry: &[u8], value: &[u8]) -> bool {
    let Some(key) = owner(inner, entry, value) else { return false };
    let Ok(Some(record)) = inner.engine.get(&key.bytes()) else { return false };
    inner.codec.indexes(&key, &record).is_ok_and(|entries| entries.iter().any(|(other, _)| other == entry))
}

/// The record that an index entry leads to.
fn owner(inner: &Inner, entry: &[u8], value: &[u8]) -> Option<Key> {
    let index = Index::ALL.into_iter().find(|index| Some(&(*index as u8)) == entry.first())?;
    Some(match index {
        Index::Draft => Key::Conversation(crate::id::PersonKey(entry.get(1..)?.try_into().ok()?)),
        Index::Open | Index::Closed => Key::Ticket(key::split_queue(entry)?.1),
        Index::Own => Key::Link(inner.codec.read_own(entry, value).ok()?),
        Index::Thread => Key::Topic(key::read_receipt(value)?),
        Index::Due => Key::Timer(key::read_due(entry)?.0),
        Index::Digest => {
            let (person, id) = key::read_digest(entry)?;
            Key::Subscription(person, id)
        }
    })
}
