//! Bytes as text: hex for names and keys, base64url without padding for what travels in JSON.
//!
//! Reading is strict: one value has exactly one text form.

const DIGITS: &[u8; 16] = b"0123456789abcdef";
const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// Lower-case hex.
pub(crate) fn to_hex(bytes: &[u8]) -> String {
    let digit = |nibble: u8| char::from(DIGITS[usize::from(nibble & 15)]);
    bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(*byte)]).collect()
}

/// Exactly `N` bytes of lower-case hex.
pub(crate) fn from_hex<const N: usize>(hex: &str) -> Option<[u8; N]> {
    let digits = hex.as_bytes();
    if digits.len() != N * 2 {
        return None;
    }
    let mut out = [0; N];
    for (byte, pair) in out.iter_mut().zip(digits.chunks_exact(2)) {
        *byte = nibble(pair[0])? << 4 | nibble(pair[1])?;
    }
    Some(out)
}

fn nibble(digit: u8) -> Option<u8> {
    match digit {
        b'0'..=b'9' => Some(digit - b'0'),
        b'a'..=b'f' => Some(digit - b'a' + 10),
        _ => None,
    }
}

/// Base64 of RFC 4648 section 5 without padding.
pub(crate) fn to_base64(bytes: &[u8]) -> String {
    let mut out = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for group in bytes.chunks(3) {
        let bits = group.iter().enumerate().fold(0u32, |bits, (i, byte)| bits | u32::from(*byte) << (16 - 8 * i));
        for i in 0..=group.len() {
            out.push(char::from(ALPHABET[(bits >> (18 - 6 * i)) as usize & 63]));
        }
    }
    out
}

/// `None` for a foreign character, an impossible length, or bits set that the length leaves over.
pub(crate) fn from_base64(text: &str) -> Option<Vec<u8>> {
    let mut out = Vec::with_capacity(text.len() / 4 * 3 + 2);
    for group in text.as_bytes().chunks(4) {
        let mut bits = 0u32;
        for (i, letter) in group.iter().enumerate() {
            bits |= sextet(*letter)? << (18 - 6 * i);
        }
        let bytes = group.len().checked_sub(1).filter(|n| *n > 0)?;
        let [_, all @ ..] = bits.to_be_bytes();
        let (used, over) = all.split_at(bytes);
        if over.iter().any(|byte| *byte != 0) {
            return None;
        }
        out.extend_from_slice(used);
    }
    Some(out)
}

fn sextet(letter: u8) -> Option<u32> {
    match letter {
        b'A'..=b'Z' => Some(u32::from(letter - b'A')),
        b'a'..=b'z' => Some(u32::from(letter - b'a') + 26),
        b'0'..=b'9' => Some(u32::from(letter - b'0') + 52),
        b'-' => Some(62),
        b'_' => Some(63),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_vectors_of_rfc_4648_are_met() {
        for (bytes, text) in [("", ""), ("f", "Zg"), ("fo", "Zm8"), ("foo", "Zm9v"), ("foob", "Zm9vYg"), ("fooba", "Zm9vYmE")] {
            assert_eq!(to_base64(bytes.as_bytes()), text);
            assert_eq!(from_base64(text).unwrap(), bytes.as_bytes());
        }
        assert_eq!(to_base64(&[0xfb, 0xff]), "-_8");
    }

    #[test]
    fn a_second_spelling_of_a_value_is_refused() {
        for text in ["Zh", "Z", "Zm9vY", "Zg==", "Z g", "Zm9\u{e9}", "+/8"] {
            assert_eq!(from_base64(text), None, "{text}");
        }
        for hex in ["AB", "a", "abc", "0g", "абвг"] {
            assert_eq!(from_hex::<1>(hex), None, "{hex}");
        }
    }

    proptest! {
        #[test]
        fn both_forms_lead_back(bytes in proptest::collection::vec(any::<u8>(), 0..100), fixed in any::<[u8; 9]>()) {
            prop_assert_eq!(from_base64(&to_base64(&bytes)), Some(bytes));
            prop_assert_eq!(from_hex(&to_hex(&fixed)), Some(fixed));
        }
    }
}
