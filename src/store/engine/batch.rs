//! What a caller wants written in one piece, and under which conditions.
//!
//! Must not touch the store: a batch is prepared on the caller's thread (checksums included) so that the one committer
//! has little left to do.

use sled::IVec;

use super::envelope::{Stored, record_hash, seal};
use super::error::InvalidBatch;
use super::{CHAIN_KIND, HEAD_KIND, MAX_KEY_BYTES, MAX_VALUE_BYTES};

/// A precondition, evaluated when the batch's turn has come: as if commits ran one by one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Check {
    /// No record has this key.
    Absent(Vec<u8>),
    /// Some record has this key.
    Present(Vec<u8>),
    /// The record with this key has exactly this value.
    Equals(Vec<u8>, Vec<u8>),
    /// The record with this key has a value of this [`fingerprint`]: the same without carrying the old value around.
    Unchanged(Vec<u8>, u128),
}

impl Check {
    pub(super) fn key(&self) -> &[u8] {
        match self {
            Self::Absent(key) | Self::Present(key) | Self::Equals(key, _) | Self::Unchanged(key, _) => key,
        }
    }

    pub(super) fn holds(&self, record: Option<&Stored>) -> bool {
        match self {
            Self::Absent(_) => record.is_none(),
            Self::Present(_) => record.is_some(),
            Self::Equals(_, value) => record.is_some_and(|stored| *stored.value() == **value),
            Self::Unchanged(_, print) => record.is_some_and(|stored| stored.hash == *print),
        }
    }
}

/// Fingerprint of a record for [`Check::Unchanged`]. Notices any change that is not made on purpose to deceive.
pub fn fingerprint(key: &[u8], value: &[u8]) -> u128 {
    record_hash(key, value)
}

/// Records to write and delete in one piece, the conditions for it, and audit entries to append.
///
/// Within one batch the later of two writes to the same key wins.
#[derive(Clone, Default)]
pub struct WriteBatch {
    pub(super) checks: Vec<Check>,
    pub(super) writes: Vec<(IVec, Option<Stored>)>,
    pub(super) chain: Vec<Vec<u8>>,
    pub(super) bytes: usize,
    invalid: Option<InvalidBatch>,
}

impl WriteBatch {
    /// An empty batch. Committing it waits until all that was committed before is durable.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a condition; they are counted from 0 in the order added.
    pub fn check(&mut self, check: Check) -> &mut Self {
        self.checks.push(check);
        self
    }

    /// Writes a record, new or over an old one. The first byte of the key is the kind.
    pub fn put(&mut self, key: &[u8], value: impl Into<Vec<u8>>) -> &mut Self {
        let value = value.into();
        if value.len() > MAX_VALUE_BYTES {
            self.invalid.get_or_insert(InvalidBatch::ValueLength);
        }
        self.write(key, Some(seal(key, value)))
    }

    /// Deletes a record; no error if there is none.
    pub fn delete(&mut self, key: &[u8]) -> &mut Self {
        self.write(key, None)
    }

    /// Appends an entry to the audit chain. Its sequence number comes with [`Committed`](super::Committed).
    pub fn chain(&mut self, payload: impl Into<Vec<u8>>) -> &mut Self {
        let payload = payload.into();
        if payload.len() > MAX_VALUE_BYTES {
            self.invalid.get_or_insert(InvalidBatch::ValueLength);
        }
        self.bytes += payload.len();
        self.chain.push(payload);
        self
    }

    /// Whether it would change nothing.
    pub fn is_empty(&self) -> bool {
        self.writes.is_empty() && self.chain.is_empty()
    }

    pub(super) fn validity(&self) -> Result<(), InvalidBatch> {
        self.invalid.map_or(Ok(()), Err)
    }

    fn write(&mut self, key: &[u8], record: Option<Stored>) -> &mut Self {
        if key.is_empty() || key.len() > MAX_KEY_BYTES {
            self.invalid.get_or_insert(InvalidBatch::KeyLength);
        }
        if matches!(key.first(), Some(&(HEAD_KIND | CHAIN_KIND))) {
            self.invalid.get_or_insert(InvalidBatch::ReservedKind);
        }
        self.bytes += key.len() + record.as_ref().map_or(0, |stored| stored.bytes.len());
        self.writes.push((IVec::from(key), record));
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_can_never_be_written_is_known_before_it_is_queued() {
        let refused = |prepare: &dyn Fn(&mut WriteBatch)| {
            let mut batch = WriteBatch::new();
            prepare(&mut batch);
            batch.validity().err()
        };
        let put = |key: &'static [u8], length: usize| {
            refused(&|batch| {
                batch.put(key, vec![0; length]);
            })
        };
        let delete = |key: &[u8]| {
            refused(&|batch| {
                batch.delete(key);
            })
        };
        assert_eq!(put(b"", 1), Some(InvalidBatch::KeyLength));
        assert_eq!(delete(&[b'T'; 513]), Some(InvalidBatch::KeyLength));
        assert_eq!(put(b"\0h", 1), Some(InvalidBatch::ReservedKind));
        assert_eq!(delete(b"A1"), Some(InvalidBatch::ReservedKind));
        assert_eq!(put(b"T", MAX_VALUE_BYTES + 1), Some(InvalidBatch::ValueLength));
        assert_eq!(put(b"T", MAX_VALUE_BYTES), None);
        let chain = refused(&|batch| {
            batch.chain(vec![0; MAX_VALUE_BYTES + 1]);
        });
        assert_eq!(chain, Some(InvalidBatch::ValueLength));
    }

    #[test]
    fn an_unchanged_check_holds_for_the_same_value_only() {
        let check = Check::Unchanged(b"T1".to_vec(), fingerprint(b"T1", b"old"));
        assert!(check.holds(Some(&seal(b"T1", b"old".to_vec()))));
        assert!(!check.holds(Some(&seal(b"T1", b"new".to_vec()))));
        assert!(!check.holds(None));
    }
}
