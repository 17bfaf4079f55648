//! The audit chain: entries numbered without a gap, each carrying the hash of the one before.
//!
//! Whoever changes, removes or inserts an entry breaks every later hash, and the last hash is kept in the head record and
//! in the head file. Stored form of an entry: hash of the entry before (32 bytes; zeros for the first), then the payload;
//! its key is the kind `A` and its sequence number, 8 bytes, big endian.

use super::committer::chain_key;
use super::envelope::Value;
use super::error::EngineError;
use super::head::chain_hash;
use super::view::{Direction, Span, View};

const HASH_BYTES: usize = 32;
const PAGE: usize = 256;

/// One entry of the audit chain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChainEntry {
    /// Its number, from 0, without gaps.
    pub sequence: u64,
    /// Hash of the entry before; zeros for the first.
    pub previous: [u8; HASH_BYTES],
    /// SHA-256 over `previous`, the sequence number (8 bytes, big endian) and the payload.
    pub hash: [u8; HASH_BYTES],
    /// What was appended.
    pub payload: Vec<u8>,
}

/// Where the chain ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ChainHead {
    /// Number of entries.
    pub length: u64,
    /// Hash of the last entry; zeros when there is none.
    pub hash: [u8; HASH_BYTES],
}

/// Outcome of a check of the whole chain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChainState {
    /// Every entry is there and fits.
    Intact(ChainHead),
    /// The first entry that is missing or does not fit.
    Broken {
        /// Its sequence number.
        sequence: u64,
    },
}

/// Entries from a sequence number on.
pub(super) fn read(view: &View, from: u64, limit: usize) -> Result<Vec<ChainEntry>, EngineError> {
    let span = Span { low: std::ops::Bound::Included(chain_key(from).to_vec()), ..Span::prefix(&[super::CHAIN_KIND]) };
    let records = view.collect(span, Direction::Forward, limit)?;
    Ok(records.iter().filter_map(|(key, value)| entry(key, value)).collect())
}

/// Hash of one entry; none when it is not there.
pub(super) fn hash_of(view: &View, sequence: u64) -> Result<Option<[u8; HASH_BYTES]>, EngineError> {
    let key = chain_key(sequence);
    Ok(view.get(&key)?.and_then(|value| entry(&key, &value)).map(|entry| entry.hash))
}

/// Recomputes every hash up to a known head.
pub(super) fn verify(view: &View, head: ChainHead) -> Result<ChainState, EngineError> {
    let mut hash = [0; HASH_BYTES];
    let mut next = 0;
    while next < head.length {
        let page = read(view, next, PAGE)?;
        if page.is_empty() {
            return Ok(ChainState::Broken { sequence: next });
        }
        for entry in page.into_iter().take_while(|entry| entry.sequence < head.length) {
            if entry.sequence != next || entry.previous != hash {
                return Ok(ChainState::Broken { sequence: next });
            }
            hash = entry.hash;
            next += 1;
        }
    }
    if hash == head.hash { Ok(ChainState::Intact(head)) } else { Ok(ChainState::Broken { sequence: head.length.saturating_sub(1) }) }
}

/// Follows the chain from a place in it over at most `limit` entries. Reached the end, its hash must be that of the head.
pub(super) fn follow(view: &View, (from, head): (ChainHead, ChainHead), limit: usize) -> Result<ChainState, EngineError> {
    if from.length > head.length {
        return Ok(ChainState::Broken { sequence: head.length });
    }
    let mut reached = from;
    let left = usize::try_from(head.length - from.length).unwrap_or(usize::MAX).min(limit);
    for entry in read(view, from.length, left)? {
        if entry.sequence != reached.length || entry.previous != reached.hash {
            return Ok(ChainState::Broken { sequence: reached.length });
        }
        reached = ChainHead { length: entry.sequence + 1, hash: entry.hash };
    }
    match reached.length {
        length if length == head.length && reached.hash != head.hash => Ok(ChainState::Broken { sequence: length.saturating_sub(1) }),
        length if left > 0 && length == from.length => Ok(ChainState::Broken { sequence: length }),
        _ => Ok(ChainState::Intact(reached)),
    }
}

fn entry(key: &[u8], value: &Value) -> Option<ChainEntry> {
    let sequence = u64::from_be_bytes(*key.get(1..)?.first_chunk::<8>()?);
    let (previous, payload) = value.split_first_chunk::<HASH_BYTES>()?;
    let hash = chain_hash(previous, sequence, payload);
    Some(ChainEntry { sequence, previous: *previous, hash, payload: payload.to_vec() })
}
