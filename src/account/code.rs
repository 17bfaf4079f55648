//! The second factor: six digits that change every 30 seconds (RFC 6238) and work once, and ten recovery codes for the day the
//! authenticator is lost.
//!
//! ## Why
//! * One step of drift to either side; the last step that was used is kept, and nothing up to it works again (RFC 6238, 5.2).
//! * A recovery code is short enough to be typed, so it is hashed as slowly as a password (OWASP ASVS 5.0, 6.5.2). All ten
//!   share a salt, so that one hash is enough to look for a code among them.

use super::Denied;
use super::password::{Hash, Hasher};
use crate::id::READABLE;
use crate::seal::text::from_hex as unhex;
use serde::{Deserialize, Serialize};
use totp_rs::{Builder, Totp};
use unicode_normalization::UnicodeNormalization;

/// Seconds of one step.
pub const CODE_SECONDS: u64 = 30;
/// Recovery codes.
const CODES: usize = 10;
/// Signs of a recovery code: 58 bits.
const SIGNS: usize = 12;
const SECRET: usize = 20;

/// The second factor of an account.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Second {
    secret: String,
    /// The last step whose code was used.
    used: u64,
}

impl std::fmt::Debug for Second {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Second([secret])")
    }
}

/// What an authenticator program needs, shown once.
#[derive(Clone, PartialEq, Eq)]
pub struct Enrolment {
    secret: [u8; SECRET],
    /// For typing, in groups of four.
    pub text: String,
    /// For the square: `otpauth://...`.
    pub url: String,
}

impl Enrolment {
    pub(super) fn new(secret: [u8; SECRET], account: &str, office: &str) -> Result<Self, Denied> {
        let plain = |text: &str| text.replace(':', " ").trim().to_owned();
        let totp = Builder::new()
            .with_secret(secret)
            .with_account_name(plain(account))
            .with_issuer(Some(plain(office)))
            .build()
            .map_err(|error| Denied::Trouble(error.to_string()))?;
        let base32 = totp.secret().to_base32();
        let groups: Vec<&str> = base32.as_bytes().chunks(4).filter_map(|group| std::str::from_utf8(group).ok()).collect();
        let url = totp.to_url().map_err(|error| Denied::Trouble(error.to_string()))?;
        Ok(Self { secret, text: groups.join(" "), url })
    }

    /// The second factor, when the first code is right.
    pub(super) fn confirm(&self, code: &str, now: u64) -> Option<Second> {
        let mut second = Second { secret: crate::seal::text::to_hex(&self.secret), used: 0 };
        second.accept(code, now).then_some(second)
    }
}

impl Second {
    /// Whether a code is right now and was not used before; then it is used.
    pub(super) fn accept(&mut self, code: &str, now: u64) -> bool {
        let Some(totp) = self.totp() else { return false };
        let digits: String = code.nfkc().filter(|sign| !sign.is_whitespace()).collect();
        match totp.check(&digits, now) {
            Some(step) if step > self.used => {
                self.used = step;
                true
            }
            _ => false,
        }
    }

    fn totp(&self) -> Option<Totp> {
        let secret = unhex::<SECRET>(&self.secret)?;
        Builder::new().with_secret(secret).with_step_duration(CODE_SECONDS).build().ok()
    }
}

/// What is kept of the recovery codes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Recovery {
    codes: Vec<Hash>,
}

impl Recovery {
    /// Ten new codes: what is kept, and what is shown once.
    pub(super) async fn make(hasher: &Hasher, random: &(dyn Fn(&mut [u8]) + Sync)) -> Result<(Self, Vec<String>), Denied> {
        let mut salt = [0; 16];
        random(&mut salt);
        let (mut codes, mut shown) = (Vec::new(), Vec::new());
        for _ in 0..CODES {
            let code = new_code(random);
            codes.push(hasher.hash(&code, salt).await?);
            shown.push(grouped(&code));
        }
        Ok((Self { codes }, shown))
    }

    /// Codes that were not used.
    pub(super) fn left(&self) -> usize {
        self.codes.len()
    }

    /// The codes without the one that was given, when it is one of them.
    pub(super) async fn without(&self, hasher: &Hasher, code: &str) -> Result<Option<Self>, Denied> {
        let Some(code) = read(code) else { return Ok(None) };
        let Some(first) = self.codes.first() else { return Ok(None) };
        let made = hasher.again(&code, first).await?;
        let left: Vec<Hash> = self.codes.iter().filter(|hash| !hash.equals(&made)).cloned().collect();
        Ok((left.len() < self.codes.len()).then_some(Self { codes: left }))
    }
}

/// Whether what was typed can be a recovery code at all.
pub(super) fn is_recovery(text: &str) -> bool {
    read(text).is_some()
}

fn read(text: &str) -> Option<String> {
    let signs: String = text.nfkc().filter(char::is_ascii_alphanumeric).map(|sign| sign.to_ascii_uppercase()).take(SIGNS + 1).collect();
    (signs.len() == SIGNS && signs.bytes().all(|sign| READABLE.contains(&sign))).then_some(signs)
}

/// Every sign equally likely: bytes beyond the last whole multiple of the alphabet are thrown again.
fn new_code(random: &(dyn Fn(&mut [u8]) + Sync)) -> String {
    let fair = 256 / READABLE.len() * READABLE.len();
    let mut code = String::new();
    while code.len() < SIGNS {
        let mut bytes = [0; SIGNS];
        random(&mut bytes);
        let signs = bytes.iter().map(|byte| usize::from(*byte)).filter(|byte| *byte < fair);
        code.extend(signs.map(|byte| char::from(READABLE[byte % READABLE.len()])).take(SIGNS - code.len()));
    }
    code
}

fn grouped(code: &str) -> String {
    let groups: Vec<&str> = code.as_bytes().chunks(4).filter_map(|group| std::str::from_utf8(group).ok()).collect();
    groups.join("-")
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECRET_OF_RFC: &[u8; 20] = b"12345678901234567890";

    fn code_at(text: &str, now: u64) -> String {
        let base32: String = text.chars().filter(|sign| !sign.is_whitespace()).collect();
        let secret = totp_rs::Secret::try_from_base32(base32).expect("a secret");
        Builder::new().with_secret(secret).build().expect("an authenticator").generate(now).to_string()
    }

    fn enrolled() -> Enrolment {
        Enrolment::new(*SECRET_OF_RFC, "li-ming", "Example: Office").expect("an enrolment")
    }

    #[test]
    fn codes_are_those_of_rfc_6238() {
        // Appendix B, SHA-1, the last six of its eight digits.
        for (at, code) in [(59, "287082"), (1_111_111_109, "081804"), (1_234_567_890, "005924"), (2_000_000_000, "279037")] {
            assert!(enrolled().confirm(code, at).is_some(), "{at}");
        }
        assert!(enrolled().confirm("287083", 59).is_none());
    }

    #[test]
    fn a_code_works_once_and_one_step_late_or_early() {
        let code = |at| code_at(&enrolled().text, at);
        let now = 1_800_000_000;
        let mut second = enrolled().confirm(&code(now), now).expect("the first code");
        assert!(!second.accept(&code(now), now), "the same code again");
        assert!(!second.accept(&code(now - 30), now), "an older one after a newer one");
        assert!(second.accept(&code(now + 30), now), "a clock that runs ahead by one step");
        assert!(!second.accept(&code(now + 120), now + 60), "two steps ahead");
        let spaced = format!("{} {}", &code(now + 90)[..3], &code(now + 90)[3..]);
        assert!(second.accept(&spaced, now + 120), "one step late, typed in two groups");
        assert!(!second.accept("", now + 300) && !second.accept("+12345", now + 300));
    }

    #[test]
    fn the_square_names_office_and_account() {
        let enrolment = enrolled();
        assert!(enrolment.url.starts_with("otpauth://totp/Example"), "{}", enrolment.url);
        assert!(enrolment.url.contains("li-ming") && enrolment.url.contains("secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"));
        assert_eq!(enrolment.text, "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ");
    }

    #[tokio::test]
    async fn each_recovery_code_works_once_in_any_spelling() {
        let hasher = Hasher::new();
        let random = |buffer: &mut [u8]| {
            use rand::Rng;
            rand::rng().fill_bytes(buffer);
        };
        let (recovery, codes) = Recovery::make(&hasher, &random).await.expect("codes");
        assert_eq!((recovery.left(), codes.len()), (10, 10));
        assert!(codes.iter().all(|code| is_recovery(code)));
        let typed = codes[3].to_lowercase().replace('-', " ");
        let recovery = recovery.without(&hasher, &typed).await.expect("judged").expect("the code is one of them");
        assert_eq!(recovery.left(), 9);
        assert_eq!(recovery.without(&hasher, &codes[3]).await.expect("judged"), None);
        assert!(recovery.without(&hasher, &codes[4]).await.expect("judged").is_some());
        assert_eq!(recovery.without(&hasher, "123456").await.expect("judged"), None);
    }
}
