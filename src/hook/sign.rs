//! Signatures as Standard Webhooks has them: `v1,` and the HMAC-SHA256 of `id.timestamp.body` in Base64.
//! <https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md>

use crate::clock::Chance;
use crate::seal::text::{from_base64, to_base64};
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

/// What stands before a secret.
const PREFIX: &str = "whsec_";
/// Bytes of a secret that is drawn here; the specification asks for 24 to 64.
const BYTES: usize = 32;

/// A new secret.
pub fn new_secret(chance: &dyn Chance) -> String {
    let mut bytes = [0; BYTES];
    chance.fill(&mut bytes);
    format!("{PREFIX}{}", padded(&bytes))
}

/// Base64 with the signs and the padding that receivers expect (RFC 4648, section 4); ours is the one for addresses.
fn padded(bytes: &[u8]) -> String {
    let mut text = to_base64(bytes).replace('-', "+").replace('_', "/");
    text.push_str(["", "===", "==", "="][text.len() % 4]);
    text
}

fn unpadded(text: &str) -> Option<Vec<u8>> {
    from_base64(&text.trim_end_matches('=').replace('+', "-").replace('/', "_"))
}

/// The value of `webhook-signature`; `None` when the secret is none.
pub fn signature(secret: &str, (id, timestamp): (&str, i64), body: &[u8]) -> Option<String> {
    let key = unpadded(secret.strip_prefix(PREFIX)?)?;
    let mut mac = Hmac::<Sha256>::new_from_slice(&key).ok()?;
    mac.update(format!("{id}.{timestamp}.").as_bytes());
    mac.update(body);
    Some(format!("v1,{}", padded(&mac.finalize().into_bytes())))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::CountingChance;

    /// The example that the reference libraries of Standard Webhooks are tested with.
    const SECRET: &str = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    const ID: &str = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    const AT: i64 = 1_614_265_330;
    const BODY: &[u8] = br#"{"test": 2432232314}"#;

    #[test]
    fn the_published_example_is_signed_as_published() {
        assert_eq!(signature(SECRET, (ID, AT), BODY).as_deref(), Some("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="));
    }

    #[test]
    fn another_id_time_body_or_secret_has_another_signature() {
        let chance = CountingChance::default();
        let right = signature(SECRET, (ID, AT), BODY);
        assert_ne!(signature(SECRET, ("msg_x", AT), BODY), right);
        assert_ne!(signature(SECRET, (ID, AT + 1), BODY), right);
        assert_ne!(signature(SECRET, (ID, AT), b"{}"), right);
        let (one, other) = (new_secret(&chance), new_secret(&chance));
        assert_ne!(one, other);
        assert_ne!(signature(&one, (ID, AT), BODY), signature(&other, (ID, AT), BODY));
    }

    #[test]
    fn a_secret_is_read_with_and_without_its_padding() {
        let padded = new_secret(&CountingChance::default());
        assert!(padded.ends_with('=') && padded.len() == PREFIX.len() + 44, "{padded}");
        assert_eq!(signature(&padded, (ID, AT), BODY), signature(padded.trim_end_matches('='), (ID, AT), BODY));
    }

    #[test]
    fn what_is_no_secret_signs_nothing() {
        assert_eq!(signature("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", (ID, AT), BODY), None);
        assert_eq!(signature("whsec_?", (ID, AT), BODY), None);
    }
}
