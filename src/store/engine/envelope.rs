//! The few bytes around every stored value, by which damage is noticed at each read.
//!
//! Stored form: `value ++ checksum (8 bytes, little endian) ++ format (1 byte)`. The checksum covers key and value, so a
//! value that turns up under another key is damage too.
//!
//! ## Why
//! The envelope is a trailer: the caller's buffer becomes the stored one by appending, and a reader gets the value as the
//! front of the stored bytes, both without copying. Key and value are joined by seeding the hash of the value with the
//! hash of the key, which needs no buffer either. One 128-bit hash serves both the checksum (its low half) and the digest
//! over all records.

use std::fmt;
use std::ops::Deref;

use sled::IVec;
use xxhash_rust::xxh3::{xxh3_64, xxh3_128_with_seed};

/// Bytes added to each value.
pub(super) const TRAILER_BYTES: usize = 9;

const FORMAT: u8 = 1;

/// A stored value, read and found intact. Cheap to clone; borrows nothing.
///
/// Holds on to the memory of the record it came from, so it is for use and not for keeping.
#[derive(Clone)]
pub struct Value(IVec);

impl Deref for Value {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        // `unseal` has seen that the trailer is there.
        self.0.get(..self.0.len().saturating_sub(TRAILER_BYTES)).unwrap_or_default()
    }
}

impl AsRef<[u8]> for Value {
    fn as_ref(&self) -> &[u8] {
        self
    }
}

impl PartialEq for Value {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl Eq for Value {}

impl PartialEq<[u8]> for Value {
    fn eq(&self, other: &[u8]) -> bool {
        **self == *other
    }
}

impl From<Value> for Vec<u8> {
    fn from(value: Value) -> Self {
        value.to_vec()
    }
}

/// Shows the length only: a value may be personal and must not reach a log.
impl fmt::Debug for Value {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "Value({} bytes)", self.len())
    }
}

/// A record as it lies in the store, with the hash of its key and value.
#[derive(Clone)]
pub(super) struct Stored {
    pub(super) bytes: IVec,
    pub(super) hash: u128,
}

impl Stored {
    pub(super) fn value(&self) -> Value {
        Value(self.bytes.clone())
    }
}

/// Hash of one record: what the digest sums and the checksum shortens.
pub(super) fn record_hash(key: &[u8], value: &[u8]) -> u128 {
    xxh3_128_with_seed(value, xxh3_64(key))
}

/// Puts the trailer on a value.
pub(super) fn seal(key: &[u8], mut value: Vec<u8>) -> Stored {
    let hash = record_hash(key, &value);
    value.extend_from_slice(&checksum(hash).to_le_bytes());
    value.push(FORMAT);
    Stored { bytes: IVec::from(value.as_slice()), hash }
}

/// Checks the trailer; nothing when it does not fit.
pub(super) fn unseal(key: &[u8], bytes: IVec) -> Option<Stored> {
    let (value, trailer) = bytes.split_last_chunk::<TRAILER_BYTES>()?;
    let (format, sum) = trailer.split_last()?;
    let hash = record_hash(key, value);
    let intact = *format == FORMAT && sum == checksum(hash).to_le_bytes();
    intact.then_some(Stored { bytes, hash })
}

#[expect(clippy::cast_possible_truncation, reason = "the low half is meant")]
fn checksum(hash: u128) -> u64 {
    hash as u64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sealed_value_comes_back() {
        for length in [0, 1, 8, 9, 22, 500, 100_000] {
            let value = vec![7_u8; length];
            let stored = seal(b"Tkey", value.clone());
            let again = unseal(b"Tkey", stored.bytes.clone()).expect("intact");
            assert_eq!(&*again.value(), value.as_slice());
            assert_eq!(again.hash, stored.hash);
        }
    }

    #[test]
    fn any_flipped_bit_and_any_other_key_is_noticed() {
        let stored = seal(b"Tkey", b"what a person said".to_vec());
        for byte in 0..stored.bytes.len() {
            for bit in 0..8 {
                let mut bytes = stored.bytes.to_vec();
                bytes[byte] ^= 1 << bit;
                assert!(unseal(b"Tkey", bytes.into()).is_none(), "byte {byte} bit {bit}");
            }
        }
        assert!(unseal(b"Tkez", stored.bytes.clone()).is_none());
        assert!(unseal(b"Tkey", IVec::from(&stored.bytes[1..])).is_none());
        assert!(unseal(b"Tkey", IVec::from(&b"short"[..])).is_none());
    }

    #[test]
    fn the_debug_form_tells_no_content() {
        assert_eq!(format!("{:?}", seal(b"k", b"secret".to_vec()).value()), "Value(6 bytes)");
    }
}
