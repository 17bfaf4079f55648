//! The form of a sealed file: `magic (8) | wrapped key (77) | chunk | chunk | ...`, each chunk being up to 64 KiB of ciphertext
//! and a tag. Every chunk but the last is full; the last has at least one byte.
//!
//! ## Why
//!
//! A file's key seals this one file, once. So a nonce can be the number of the chunk and the end mark; no nonce is stored, and
//! a chunk at another place or a cut after a full chunk does not open.

use std::io::Read;

use chacha20poly1305::{AeadInOut, KeyInit, XChaCha20Poly1305, XNonce};

use super::VaultError;
use crate::seal::{DataKey, SealError, WrappedKey};

/// Bytes of content in a full chunk.
pub(super) const CHUNK: usize = 64 * 1024;
/// Bytes of the tag behind each chunk.
pub(super) const TAG: usize = 16;
/// Bytes in front of the first chunk.
pub(super) const HEADER: usize = MAGIC.len() + WrappedKey::LEN;

/// Kind of file and version of its form.
const MAGIC: &[u8; 8] = b"ipvault\x01";

/// Where a chunk stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Place {
    pub number: u64,
    pub part: Part,
}

/// Whether more chunks follow.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Middle,
    Last,
}

/// What the length of a sealed file says about its chunks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Layout {
    pub chunks: u64,
    /// Bytes of content.
    pub plain: u64,
}

impl Layout {
    /// `None` if no whole file has this length.
    pub(super) fn of(sealed_len: u64) -> Option<Self> {
        let body = sealed_len.checked_sub(HEADER as u64)?;
        let chunks = body.div_ceil((CHUNK + TAG) as u64);
        let last = body - chunks.checked_sub(1)? * (CHUNK + TAG) as u64;
        (last > TAG as u64).then(|| Self { chunks, plain: body - chunks * TAG as u64 })
    }

    /// Where the sealed chunk starts in the file, and its length with the tag.
    pub(super) fn chunk(&self, number: u64) -> (u64, usize) {
        let start = number * CHUNK as u64;
        let plain = self.plain.saturating_sub(start).min(CHUNK as u64) as usize;
        (HEADER as u64 + start + number * TAG as u64, plain + TAG)
    }

    pub(super) fn place(&self, number: u64) -> Place {
        Place { number, part: if number + 1 == self.chunks { Part::Last } else { Part::Middle } }
    }
}

/// The header of a file with this key.
pub(super) fn header(wrapped: &WrappedKey) -> [u8; HEADER] {
    let mut header = [0; HEADER];
    header[..MAGIC.len()].copy_from_slice(MAGIC);
    header[MAGIC.len()..].copy_from_slice(wrapped.as_bytes());
    header
}

/// Reads the header and hands its wrapped key to `use_key`.
pub(super) fn read_header<T>(file: &mut impl Read, use_key: impl FnOnce(&WrappedKey) -> Result<T, SealError>) -> Result<T, VaultError> {
    let mut header = [0; HEADER];
    file.read_exact(&mut header)?;
    let wrapped = header.strip_prefix(MAGIC).ok_or(VaultError::Damaged)?;
    Ok(use_key(&WrappedKey::from_bytes(wrapped)?)?)
}

/// The cipher of one file.
pub(super) struct ChunkCipher(XChaCha20Poly1305);

impl ChunkCipher {
    pub(super) fn new(key: &DataKey) -> Self {
        Self(XChaCha20Poly1305::new(key.expose().into()))
    }

    /// Turns content into a sealed chunk.
    pub(super) fn seal(&self, place: Place, chunk: &mut Vec<u8>) {
        self.0.encrypt_in_place(&nonce(place), MAGIC, chunk).expect("a chunk is far below the limit of the cipher");
    }

    /// Turns a sealed chunk into its content.
    pub(super) fn open(&self, place: Place, chunk: &mut Vec<u8>) -> Result<(), VaultError> {
        self.0.decrypt_in_place(&nonce(place), MAGIC, chunk).map_err(|_| VaultError::Damaged)
    }
}

fn nonce(place: Place) -> XNonce {
    let mut nonce = [0; 24];
    nonce[..8].copy_from_slice(&place.number.to_le_bytes());
    nonce[8] = u8::from(place.part == Part::Last);
    nonce.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_layout_follows_from_the_length() {
        let header = HEADER as u64;
        for short in [0, header - 1, header, header + 1, header + TAG as u64] {
            assert_eq!(Layout::of(short), None, "{short}");
        }
        for plain in [1, 15, 16, CHUNK as u64 - 1, CHUNK as u64, CHUNK as u64 + 1, 3 * CHUNK as u64, 10_000_000_000] {
            let chunks = plain.div_ceil(CHUNK as u64);
            let layout = Layout { chunks, plain };
            assert_eq!(Layout::of(header + plain + chunks * TAG as u64), Some(layout));
            let (start, len) = layout.chunk(chunks - 1);
            assert_eq!(start + len as u64, header + plain + chunks * TAG as u64);
            assert_eq!(layout.place(chunks - 1).part, Part::Last);
        }
        // A full chunk and a tag without content: no writer makes this.
        assert_eq!(Layout::of(header + (CHUNK + TAG + TAG) as u64), None);
        assert_eq!(Layout::of(u64::MAX).map(|layout| layout.chunks > 0), Some(true));
    }

    #[test]
    fn no_two_places_share_a_nonce() {
        let places = [(0, Part::Middle), (0, Part::Last), (1, Part::Middle), (256, Part::Middle), (1, Part::Last)];
        let nonces: std::collections::HashSet<Vec<u8>> =
            places.iter().map(|&(number, part)| nonce(Place { number, part }).to_vec()).collect();
        assert_eq!(nonces.len(), places.len());
    }
}
