//! Field encryption: what a thief of the disk, of a backup or of a database dump must not be able to read.
//!
//! - [`KeyFile`] keeps the office key on disk and refuses a file that others can read, that is damaged, or that is missing
//!   although a store already exists.
//! - [`OfficeKey`] seals whole records, wraps data keys, and makes blind indexes and tags of access codes.
//! - [`DataKey`] belongs to one ticket or one evidence file. Destroying its wrapped form erases what it sealed, also in
//!   backups made later.
//!
//! This module must not know what a ticket or a store is, must not log, and must never show a key: every key type prints
//! masked and is wiped when dropped.
//!
//! ## Why
//!
//! - XChaCha20-Poly1305 with random nonces: 24 bytes are long enough to draw at random for ever, so no counter has to survive a
//!   crash or be shared between processes.
//! - What is sealed is bound to the place where it belongs (`aad`: tree, key, version). A record copied over another one by
//!   somebody with access to the disk does not open.
//! - Sealing keys rotate, the index root does not: blind indexes and code tags cannot be made anew without the plain values.
//!   Therefore the key file holds a ring of sealing roots, newest first, and exactly one index root.
//! - A version byte stands in front of everything sealed, so that another cipher (SM4 for an assessment of commercial
//!   cryptography) can be added beside this one without rewriting records.

mod aead;
mod data_key;
mod derive;
mod key_file;
pub(crate) mod private_file;
pub(crate) mod text;

use std::{fmt, str::FromStr, sync::Arc};

use rand::CryptoRng;
use secrecy::{ExposeSecret, SecretBox};
use subtle::ConstantTimeEq;

pub use data_key::{DataKey, WrappedKey};
pub use key_file::{KeyFile, KeyFileError, StoreBeside};

/// 32 secret bytes on the heap, wiped when dropped, never printed.
type Secret = SecretBox<[u8; 32]>;

/// First byte of everything the office key sealed: XChaCha20-Poly1305 with the id of the sealing key behind it.
const VERSION: u8 = 1;
/// Version byte and key id.
const HEADER: usize = 5;

/// Why something sealed did not open. Says nothing about the content.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SealError {
    /// Shorter than the smallest sealed form, or not in its text form at all.
    #[error("not a sealed value")]
    NotSealed,
    /// Made by a later release.
    #[error("sealed in version {0}, which this release does not know")]
    UnknownVersion(u8),
    /// The key is not in the key file (any more).
    #[error("sealed with key {0}, which is not in the key file")]
    UnknownKey(KeyId),
    /// Changed since it was sealed, or sealed for another place.
    #[error("sealed value is damaged or belongs elsewhere")]
    Damaged,
}

/// Public name of a sealing key: four bytes derived from it, written in front of what it sealed.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct KeyId([u8; 4]);

impl fmt::Display for KeyId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&text::to_hex(&self.0))
    }
}

impl fmt::Debug for KeyId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for KeyId {
    type Err = SealError;

    fn from_str(hex: &str) -> Result<Self, SealError> {
        text::from_hex(hex).map(KeyId).ok_or(SealError::NotSealed)
    }
}

/// The keys of this office, ready for use. Cheap to clone: all clones share one copy of the secrets.
#[derive(Clone)]
pub struct OfficeKey(Arc<Ring>);

struct Ring {
    /// Newest first, never empty.
    sealing: Vec<SealingKey>,
    index: Secret,
    codes: Secret,
    tags: Secret,
}

struct SealingKey {
    id: KeyId,
    records: Secret,
    wraps: Secret,
}

impl SealingKey {
    fn from_root(root: &Secret) -> Self {
        Self { id: id_of(root), records: derive::subkey(root, "record key"), wraps: derive::subkey(root, "wrap key") }
    }
}

fn id_of(root: &Secret) -> KeyId {
    let [a, b, c, d, ..] = *derive::subkey(root, "key id").expose_secret();
    KeyId([a, b, c, d])
}

impl OfficeKey {
    /// A key that lives in memory only: for tests and for tools that need no key file.
    pub fn generate(rng: &mut (impl CryptoRng + ?Sized)) -> Self {
        Self::from_roots(&[derive::random(rng)], &derive::random(rng)).expect("one sealing root is given")
    }

    /// `None` without a sealing root.
    fn from_roots(sealing: &[Secret], index: &Secret) -> Option<Self> {
        if sealing.is_empty() {
            return None;
        }
        Some(Self(Arc::new(Ring {
            sealing: sealing.iter().map(SealingKey::from_root).collect(),
            index: derive::subkey(index, "index key"),
            codes: derive::subkey(index, "code key"),
            tags: derive::subkey(index, "tag key"),
        })))
    }

    /// Seals a whole record for the place that `aad` names (tree, key, version). The same place must be named to open it.
    /// Adds 45 bytes.
    pub fn seal(&self, aad: &[u8], plain: &[u8]) -> Vec<u8> {
        let key = self.newest();
        aead::seal(&key.records, &header(key.id), aead::Message { aad, body: plain })
    }

    /// Opens what [`seal`](Self::seal) made, with whichever key of the ring sealed it.
    pub fn open(&self, aad: &[u8], sealed: &[u8]) -> Result<Vec<u8>, SealError> {
        let key = self.sealing_key_of(sealed)?;
        aead::open(&key.records, HEADER, aead::Message { aad, body: sealed })
    }

    /// Wraps the data key of a ticket or file for the place that `aad` names.
    pub fn wrap(&self, key: &DataKey, aad: &[u8]) -> WrappedKey {
        let newest = self.newest();
        let sealed = aead::seal(&newest.wraps, &header(newest.id), aead::Message { aad, body: key.expose() });
        WrappedKey::from_bytes(&sealed).expect("a wrapped key has one fixed length")
    }

    /// The data key again.
    pub fn unwrap_key(&self, wrapped: &WrappedKey, aad: &[u8]) -> Result<DataKey, SealError> {
        let sealed = wrapped.as_bytes();
        let key = self.sealing_key_of(sealed)?;
        DataKey::from_plain(aead::open(&key.wraps, HEADER, aead::Message { aad, body: sealed })?)
    }

    /// The same data key, wrapped with the newest sealing key. What the data key sealed stays as it is.
    pub fn rewrap(&self, wrapped: &WrappedKey, aad: &[u8]) -> Result<WrappedKey, SealError> {
        Ok(self.wrap(&self.unwrap_key(wrapped, aad)?, aad))
    }

    /// Whether a record or wrapped key was sealed with the newest key. An older key can be retired when this holds everywhere.
    pub fn is_newest(&self, sealed: &[u8]) -> bool {
        key_id_of(sealed) == Ok(self.newest().id)
    }

    /// Ids of the sealing keys, newest first.
    pub fn key_ids(&self) -> Vec<KeyId> {
        self.0.sealing.iter().map(|key| key.id).collect()
    }

    /// Blind index: finds equal values (phone, credit code) without keeping them readable. `label` names the field, so that
    /// equal values of different fields have nothing in common. Normalise the value before.
    pub fn blind(&self, label: &str, value: &[u8]) -> [u8; 16] {
        let mut blind = [0; 16];
        blind.copy_from_slice(&derive::mac(&self.0.index, &[label.as_bytes(), value])[..16]);
        blind
    }

    /// [`blind`](Self::blind) as 32 hex digits, for keys of records.
    pub fn blind_hex(&self, label: &str, value: &[u8]) -> String {
        text::to_hex(&self.blind(label, value))
    }

    /// What is kept in place of an access code. Bound to the receipt: the same code on another receipt has another tag.
    pub fn code_tag(&self, receipt: &str, code: &str) -> [u8; 32] {
        derive::mac(&self.0.codes, &[receipt.as_bytes(), code.as_bytes()])
    }

    /// Compares in constant time.
    pub fn code_matches(&self, receipt: &str, code: &str, tag: &[u8]) -> bool {
        self.code_tag(receipt, code).ct_eq(tag).into()
    }

    /// Tag for any other purpose (form tokens, one-time links), told apart by `label`.
    pub fn tag(&self, label: &str, parts: &[&[u8]]) -> [u8; 32] {
        let mut all = Vec::with_capacity(parts.len() + 1);
        all.push(label.as_bytes());
        all.extend_from_slice(parts);
        derive::mac(&self.0.tags, &all)
    }

    /// Compares in constant time.
    pub fn tag_matches(&self, label: &str, parts: &[&[u8]], tag: &[u8]) -> bool {
        self.tag(label, parts).ct_eq(tag).into()
    }

    fn newest(&self) -> &SealingKey {
        self.0.sealing.first().expect("a ring is only made with a sealing root")
    }

    fn sealing_key_of(&self, sealed: &[u8]) -> Result<&SealingKey, SealError> {
        let id = key_id_of(sealed)?;
        self.0.sealing.iter().find(|key| key.id == id).ok_or(SealError::UnknownKey(id))
    }
}

impl fmt::Debug for OfficeKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "OfficeKey({:?}, [secret])", self.key_ids())
    }
}

fn header(id: KeyId) -> [u8; HEADER] {
    let [a, b, c, d] = id.0;
    [VERSION, a, b, c, d]
}

/// The sealing key of a sealed record or wrapped key, as its header names it.
///
/// # Errors
/// It is not sealed, or by a later release.
pub fn key_id_of(sealed: &[u8]) -> Result<KeyId, SealError> {
    match *sealed {
        [VERSION, a, b, c, d, ..] => Ok(KeyId([a, b, c, d])),
        [] | [VERSION, ..] => Err(SealError::NotSealed),
        [version, ..] => Err(SealError::UnknownVersion(version)),
    }
}

#[cfg(test)]
mod tests;
