//! Subkeys and tags: HMAC-SHA256 with labels.
//!
//! ## Why
//!
//! The roots are uniformly random, so the extract half of HKDF is not needed (RFC 5869, section 3.3); a subkey is the first
//! block of its expand half.

use hmac::{Hmac, KeyInit, Mac};
use rand::CryptoRng;
use secrecy::{ExposeSecret, ExposeSecretMut, SecretBox};
use sha2::Sha256;
use zeroize::Zeroize;

use super::Secret;

/// Copies bytes into a secret. The caller wipes its own copy.
pub(super) fn secret(bytes: &[u8; 32]) -> Secret {
    let mut secret = SecretBox::new(Box::new([0; 32]));
    secret.expose_secret_mut().copy_from_slice(bytes);
    secret
}

/// A fresh secret.
pub(super) fn random(rng: &mut (impl CryptoRng + ?Sized)) -> Secret {
    let mut secret = SecretBox::new(Box::new([0; 32]));
    rng.fill_bytes(secret.expose_secret_mut());
    secret
}

/// The subkey of this name (HKDF-Expand of 32 bytes).
pub(super) fn subkey(root: &Secret, label: &str) -> Secret {
    let mut bytes = expand(root.expose_secret(), label.as_bytes());
    let key = secret(&bytes);
    bytes.zeroize();
    key
}

/// Tag over parts. Each part goes in with its length, so that parts cannot be moved across their borders.
pub(super) fn mac(key: &Secret, parts: &[&[u8]]) -> [u8; 32] {
    let mut mac = keyed(key.expose_secret());
    for part in parts {
        mac.update(&(part.len() as u64).to_le_bytes());
        mac.update(part);
    }
    mac.finalize().into_bytes().into()
}

fn expand(root: &[u8; 32], info: &[u8]) -> [u8; 32] {
    keyed(root).chain_update(info).chain_update([1]).finalize().into_bytes().into()
}

fn keyed(key: &[u8; 32]) -> Hmac<Sha256> {
    Hmac::new_from_slice(key).expect("HMAC takes keys of any length")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::seal::text;

    #[test]
    fn the_first_block_of_rfc_5869_case_1_is_met() {
        let root = text::from_hex("077709362c2e32df0ddc3f0dc47bba6390b6c73bb50f9c3122ec844ad7c2b3e5").unwrap();
        let info: [u8; 10] = text::from_hex("f0f1f2f3f4f5f6f7f8f9").unwrap();
        assert_eq!(text::to_hex(&expand(&root, &info)), "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf");
    }

    #[test]
    fn parts_cannot_be_moved_across_their_borders() {
        let key = secret(&[1; 32]);
        assert_ne!(mac(&key, &[b"ab", b"c"]), mac(&key, &[b"a", b"bc"]));
        assert_ne!(mac(&key, &[b"ab"]), mac(&key, &[b"ab", b""]));
    }

    #[test]
    fn labels_give_unrelated_subkeys() {
        let root = secret(&[1; 32]);
        assert_ne!(subkey(&root, "record key").expose_secret(), subkey(&root, "wrap key").expose_secret());
    }
}
