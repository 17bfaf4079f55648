//! The key of one ticket or one evidence file, and the form in which it is kept.

use std::fmt;

use rand::CryptoRng;
use secrecy::ExposeSecret;
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use super::{HEADER, KeyId, SealError, Secret, aead, derive, text};

/// First byte of everything a data key sealed. Differs from the office key's version, so that the two are never confused.
const VERSION: u8 = 0x81;

/// Seals the answers of one ticket. Kept only wrapped; destroy the wrapped form and they are gone.
pub struct DataKey(Secret);

impl DataKey {
    /// A fresh key.
    pub fn generate(rng: &mut (impl CryptoRng + ?Sized)) -> Self {
        Self(derive::random(rng))
    }

    /// Seals for the place that `aad` names. Adds 41 bytes.
    pub fn seal(&self, aad: &[u8], plain: &[u8]) -> Vec<u8> {
        aead::seal(&self.0, &[VERSION], aead::Message { aad, body: plain })
    }

    /// Opens what [`seal`](Self::seal) made for this place.
    pub fn open(&self, aad: &[u8], sealed: &[u8]) -> Result<Vec<u8>, SealError> {
        match sealed.first() {
            None => Err(SealError::NotSealed),
            Some(&VERSION) => aead::open(&self.0, 1, aead::Message { aad, body: sealed }),
            Some(&version) => Err(SealError::UnknownVersion(version)),
        }
    }

    pub(crate) fn expose(&self) -> &[u8; 32] {
        self.0.expose_secret()
    }

    pub(super) fn from_plain(plain: Vec<u8>) -> Result<Self, SealError> {
        let plain = Zeroizing::new(plain);
        let bytes = plain.as_slice().try_into().map_err(|_| SealError::NotSealed)?;
        Ok(Self(derive::secret(bytes)))
    }
}

impl fmt::Debug for DataKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("DataKey([secret])")
    }
}

/// A data key sealed by the office key. Safe to keep; a string of base64url in JSON.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct WrappedKey([u8; WrappedKey::LEN]);

impl WrappedKey {
    /// Bytes of a wrapped key.
    pub const LEN: usize = HEADER + aead::NONCE + 32 + aead::TAG;

    /// Takes exactly [`LEN`](Self::LEN) bytes. Whether they are genuine shows when the key is unwrapped.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, SealError> {
        let bytes: [u8; Self::LEN] = bytes.try_into().map_err(|_| SealError::NotSealed)?;
        super::key_id_of(&bytes)?;
        Ok(Self(bytes))
    }

    /// The form for binary files.
    pub fn as_bytes(&self) -> &[u8; Self::LEN] {
        &self.0
    }

    /// The sealing key that wrapped it.
    pub fn key_id(&self) -> KeyId {
        let [_, a, b, c, d, ..] = self.0;
        KeyId([a, b, c, d])
    }
}

impl TryFrom<String> for WrappedKey {
    type Error = SealError;

    fn try_from(text: String) -> Result<Self, SealError> {
        Self::from_bytes(&text::from_base64(&text).ok_or(SealError::NotSealed)?)
    }
}

impl From<WrappedKey> for String {
    fn from(key: WrappedKey) -> String {
        text::to_base64(&key.0)
    }
}

impl fmt::Debug for WrappedKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "WrappedKey(by {})", self.key_id())
    }
}
