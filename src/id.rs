//! Names of things, as newtypes, so that a receipt is never taken for a queue. Ids are made by the application, never by
//! a database: several processes may make them at the same time.

use serde::{Deserialize, Serialize};
use std::fmt;

/// Makes a string newtype that prints as itself.
macro_rules! name {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub String);

        impl $name {
            /// The name as text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self(text.to_owned())
            }
        }

        impl From<String> for $name {
            fn from(text: String) -> Self {
                Self(text)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

name! {
    /// A service, which is also the name of its dialog file, text file and transcript folder: `counterfeit-report`.
    ServiceId
}
name! {
    /// A step of a dialog: `act-district`.
    StepId
}
name! {
    /// A queue of the office, a setting: `ENF`, `AID`, `DESK`, `district-420106`.
    QueueId
}
name! {
    /// A state in the chain of a service: `received`.
    StateId
}

/// Alphabet of receipts, codes and other things that people read out and type: no 0/O, 1/I/L, U.
pub const READABLE: &[u8; 30] = b"23456789ABCDEFGHJKMNPQRSTVWXYZ";
const READABLE_SIGNS: usize = READABLE.len();

/// The public number of a ticket, `WH-261123-K7M4PX`: prefix of the office, day of submission (local), five random signs
/// and a check sign. Not secret: alone it opens nothing.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Receipt(String);

/// Why a text is no receipt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReceiptRefusal {
    /// Not of the form `WH-261123-K7M4PX`.
    Form,
    /// The check sign does not fit: a sign was mistyped.
    Check,
}

impl Receipt {
    /// Makes a receipt from the office's prefix (one to four letters), the day and five random numbers.
    pub fn new(prefix: &str, day: chrono::NaiveDate, random: [u8; 5]) -> Self {
        let signs: String = random.iter().map(|n| sign(usize::from(*n) % READABLE_SIGNS)).collect();
        let head = format!("{prefix}-{}-{signs}", day.format("%y%m%d"));
        let check = check_sign(&head);
        Self(format!("{head}{check}"))
    }

    /// Reads what a person typed: lower case, blanks and missing hyphens are fine, `O` is read as `0` only in the date.
    ///
    /// # Errors
    /// The form or the check sign is wrong.
    pub fn read(text: &str) -> Result<Self, ReceiptRefusal> {
        use unicode_normalization::UnicodeNormalization;
        let signs: Vec<char> = text.nfkc().filter(|c| c.is_ascii_alphanumeric()).map(|c| c.to_ascii_uppercase()).collect();
        let letters = signs.len().checked_sub(12).filter(|n| (1..=4).contains(n)).ok_or(ReceiptRefusal::Form)?;
        let prefix: String = signs[..letters].iter().collect();
        let day: String = signs[letters..letters + 6].iter().map(|c| if *c == 'O' { '0' } else { *c }).collect();
        let tail: String = signs[letters + 6..].iter().collect();
        let plain = prefix.chars().all(|c| c.is_ascii_alphabetic())
            && day.chars().all(|c| c.is_ascii_digit())
            && tail.bytes().all(|b| READABLE.contains(&b));
        if !plain {
            return Err(ReceiptRefusal::Form);
        }
        let head = format!("{prefix}-{day}-{}", &tail[..5]);
        if tail.ends_with(check_sign(&head)) { Ok(Self(format!("{prefix}-{day}-{tail}"))) } else { Err(ReceiptRefusal::Check) }
    }

    /// A receipt that we wrote ourselves, from a record.
    pub fn from_record(text: String) -> Self {
        Self(text)
    }

    /// The receipt as people see it.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Receipt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

fn sign(n: usize) -> char {
    char::from(READABLE[n])
}

/// Weighted sum over all signs: notices one wrong sign and two neighbours swapped.
fn check_sign(head: &str) -> char {
    let sum: usize = head.bytes().filter(u8::is_ascii_alphanumeric).enumerate().map(|(i, b)| (i * 2 + 1) * usize::from(b)).sum();
    sign(sum % READABLE_SIGNS)
}

/// A subscription among those of one person: five random signs, never given again. Whoever ends it names it with its person,
/// so it need not be secret.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct SubscriptionId(String);

impl SubscriptionId {
    /// Makes a name from five random numbers.
    pub fn new(random: [u8; 5]) -> Self {
        Self(random.iter().map(|n| sign(usize::from(*n) % READABLE_SIGNS)).collect())
    }

    /// Reads what came back with a button or was typed; `None` when it cannot be one.
    pub fn read(text: &str) -> Option<Self> {
        use unicode_normalization::UnicodeNormalization;
        let signs: String = text.nfkc().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_uppercase()).take(6).collect();
        (signs.len() == 5 && signs.bytes().all(|b| READABLE.contains(&b))).then_some(Self(signs))
    }

    /// The name as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for SubscriptionId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The secret that opens a ticket together with its receipt; shown once, kept only as a tag.
/// Eight signs of thirty: 39 bits, guarded by five tries an hour.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct AccessCode(String);

impl AccessCode {
    /// Makes a code from eight random numbers.
    pub fn new(random: [u8; 8]) -> Self {
        Self(random.iter().map(|n| sign(usize::from(*n) % READABLE_SIGNS)).collect())
    }

    /// Reads what a person typed; `None` when it cannot be a code.
    pub fn read(text: &str) -> Option<Self> {
        use unicode_normalization::UnicodeNormalization;
        let signs: String = text.nfkc().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_uppercase()).collect();
        (signs.len() == 8 && signs.bytes().all(|b| READABLE.contains(&b))).then_some(Self(signs))
    }

    /// The code in two groups of four, to be shown once.
    pub fn show(&self) -> String {
        format!("{} {}", &self.0[..4], &self.0[4..])
    }

    /// The bare signs, for tagging.
    pub fn secret(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for AccessCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("AccessCode(…)")
    }
}

/// A blind index of a person: tells two persons apart without telling who they are (HMAC of channel and user id).
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct PersonKey(pub [u8; 16]);

impl fmt::Debug for PersonKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PersonKey({:02x}{:02x}…)", self.0[0], self.0[1])
    }
}

/// A staff member known in the settings: `clerk:` name of the setting, never a chat name.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ClerkId(pub String);

/// One thing that came in, named by the channel: Telegram's `update_id`, a line number of the terminal.
/// The same event handled twice has the effect of once.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct EventId {
    /// First letter of the channel (`t` Telegram, `c` terminal, `w` web, `i` inside).
    pub channel: char,
    /// Number that the channel gave.
    pub number: i64,
}

/// A thing to send, or a job; ids grow with time, so that their order is the order of sending.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct DeliveryId(pub u64);

/// A file that a person or a clerk sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct EvidenceId(pub u64);

#[cfg(test)]
mod tests {
    use super::*;

    fn day() -> chrono::NaiveDate {
        chrono::NaiveDate::from_ymd_opt(2026, 11, 23).expect("a day")
    }

    #[test]
    fn a_receipt_is_read_however_it_is_typed() {
        let receipt = Receipt::new("WH", day(), [1, 2, 3, 4, 250]);
        let text = receipt.to_string();
        for typed in [text.clone(), text.to_lowercase(), text.replace('-', " "), text.replace('-', ""), format!(" {text}。")] {
            assert_eq!(Receipt::read(&typed), Ok(receipt.clone()), "{typed}");
        }
        let wide: String =
            text.chars().map(|c| char::from_u32(c as u32 + 0xFEE0).filter(|_| c.is_ascii_alphanumeric()).unwrap_or(c)).collect();
        assert_eq!(Receipt::read(&wide), Ok(receipt));
    }

    #[test]
    fn one_wrong_sign_of_a_receipt_is_noticed() {
        let text = Receipt::new("WH", day(), [9, 8, 7, 6, 5]).to_string();
        for at in [10, 11, 12, 13, 14] {
            let mut signs: Vec<u8> = text.bytes().collect();
            signs[at] = if signs[at] == b'A' { b'B' } else { b'A' };
            let typed = String::from_utf8(signs).expect("ascii");
            assert_eq!(Receipt::read(&typed), Err(ReceiptRefusal::Check), "{typed}");
        }
    }

    #[test]
    fn a_code_is_read_with_blanks_and_never_prints() {
        let code = AccessCode::new([1, 2, 3, 4, 5, 6, 7, 8]);
        assert_eq!(AccessCode::read(&code.show().to_lowercase()), Some(code.clone()));
        assert_eq!(AccessCode::read("12345"), None);
        assert!(!format!("{code:?}").contains(code.secret()));
    }
}
