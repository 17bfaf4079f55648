//! XChaCha20-Poly1305 with a header that is bound to what follows: `header | nonce (24) | ciphertext | tag (16)`.
//!
//! Must not choose keys or versions.

use chacha20poly1305::{AeadInOut, KeyInit, Tag, XChaCha20Poly1305, XNonce};
use rand::Rng;
use secrecy::ExposeSecret;

use super::{SealError, Secret};

/// Bytes of the nonce.
pub(super) const NONCE: usize = 24;
/// Bytes of the authentication tag.
pub(super) const TAG: usize = 16;

/// What is sealed or opened, and the place it belongs to.
#[derive(Clone, Copy)]
pub(super) struct Message<'a> {
    pub aad: &'a [u8],
    pub body: &'a [u8],
}

/// Seals with a random nonce from the generator of this thread, which is seeded by the system and asks it only rarely.
pub(super) fn seal(key: &Secret, header: &[u8], message: Message) -> Vec<u8> {
    let mut nonce = [0; NONCE];
    rand::rng().fill_bytes(&mut nonce);
    seal_with(key, header, &nonce, message)
}

/// Seals with this nonce. Twice the same nonce for one key would give both messages away.
pub(super) fn seal_with(key: &Secret, header: &[u8], nonce: &[u8; NONCE], message: Message) -> Vec<u8> {
    let start = header.len() + NONCE;
    let mut out = Vec::with_capacity(start + message.body.len() + TAG);
    out.extend_from_slice(header);
    out.extend_from_slice(nonce);
    out.extend_from_slice(message.body);
    let tag = XChaCha20Poly1305::new(key.expose_secret().into())
        .encrypt_inout_detached(&XNonce::from(*nonce), &bound(header, message.aad), (&mut out[start..]).into())
        .expect("the limit of the cipher is 256 GiB");
    out.extend_from_slice(&tag);
    out
}

/// Opens `header | nonce | ciphertext | tag` with a header of `header_len` bytes.
pub(super) fn open(key: &Secret, header_len: usize, message: Message) -> Result<Vec<u8>, SealError> {
    let (header, rest) = message.body.split_at_checked(header_len).ok_or(SealError::NotSealed)?;
    let (nonce, rest) = rest.split_first_chunk::<NONCE>().ok_or(SealError::NotSealed)?;
    let (body, tag) = rest.split_last_chunk::<TAG>().ok_or(SealError::NotSealed)?;
    let mut plain = body.to_vec();
    XChaCha20Poly1305::new(key.expose_secret().into())
        .decrypt_inout_detached(&XNonce::from(*nonce), &bound(header, message.aad), plain.as_mut_slice().into(), &Tag::from(*tag))
        .map_err(|_| SealError::Damaged)?;
    Ok(plain)
}

/// The header has a fixed length within each version, so that header and place cannot be mistaken for each other.
fn bound(header: &[u8], aad: &[u8]) -> Vec<u8> {
    [header, aad].concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::seal::{derive, text};

    const PLAIN: &[u8] =
        b"Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the future, sunscreen would be it.";
    // draft-irtf-cfrg-xchacha-03, appendix A.3.1.
    const CIPHER_AND_TAG: &str = "bd6d179d3e83d43b9576579493c0e939572a1700252bfaccbed2902c21396cbb731c7f1b0b4aa6440bf3a82f4eda7e39\
        ae64c6708c54c216cb96b72e1213b4522f8c9ba40db5d945b11b69b982c1bb9e3f3fac2bc369488f76b2383565d3fff921f9664c97637da9768812f615c6\
        8b13b52ec0875924c1c7987947deafd8780acf49";

    #[test]
    fn the_vector_of_the_xchacha_draft_is_met() {
        let key = derive::secret(&std::array::from_fn(|i| 0x80 + i as u8));
        let nonce: [u8; NONCE] = std::array::from_fn(|i| 0x40 + i as u8);
        let aad = [0x50, 0x51, 0x52, 0x53, 0xc0, 0xc1, 0xc2, 0xc3, 0xc4, 0xc5, 0xc6, 0xc7];
        // Header and place together are the associated data of the vector, wherever they are split.
        let sealed = seal_with(&key, &aad[..5], &nonce, Message { aad: &aad[5..], body: PLAIN });
        assert_eq!(text::to_hex(&sealed[5 + NONCE..]), CIPHER_AND_TAG);
        assert_eq!(open(&key, 5, Message { aad: &aad[5..], body: &sealed }).unwrap(), PLAIN);
    }

    #[test]
    fn two_seals_of_the_same_text_share_no_nonce() {
        let key = derive::secret(&[7; 32]);
        let seen: std::collections::HashSet<Vec<u8>> =
            (0..1000).map(|_| seal(&key, b"h", Message { aad: b"", body: b"same" })[1..1 + NONCE].to_vec()).collect();
        assert_eq!(seen.len(), 1000);
    }
}
