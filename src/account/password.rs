//! Passwords: what is good enough, and their argon2id hashes, made within bounds of memory.
//!
//! ## Why
//! * Length counts, composition does not (OWASP ASVS 5.0, 6.2.1 to 6.2.12): twelve signs at least, any signs, no forced
//!   change. Refused is what a guessing program tries first: names, common words, rows of keys, repetitions.
//! * 19 MiB, two passes, one lane are OWASP's first choice for argon2id; the salt and those figures are kept beside the hash, so
//!   that they can be raised later.
//! * Two hashes at a time and a short queue: a flood of log-ins costs two cores and 38 MiB, not the counter.

use super::Denied;
use crate::locale::Text;
use crate::seal::text::{from_hex as unhex, to_hex as hex};
use argon2::{Algorithm, Argon2, Params, Version};
use serde::{Deserialize, Serialize};
use std::sync::Arc;
use subtle::ConstantTimeEq;
use tokio::sync::Semaphore;
use unicode_normalization::UnicodeNormalization;
use zeroize::Zeroizing;

/// Fewest signs of a password.
pub const SHORTEST: usize = 12;
/// Most signs of a password.
pub const MOST: usize = 200;
/// Signs that must be left when names, common words and rows are taken out.
const OWN: usize = 7;
/// Hashes made at once.
const ABREAST: usize = 2;
/// Hashes that may wait.
const WAITING: usize = 32;
const HASH: usize = 32;
const SALT: usize = 16;

/// What guessing programs try first, in lower case. Longer ones come first, so that they are taken out whole.
const COMMON: [&str; 46] = [
    "1qaz2wsx3edc",
    "qwertyuiop",
    "administrator",
    "1234567890",
    "password",
    "passwort",
    "1qaz2wsx",
    "zhishichanquan",
    "asdfghjkl",
    "internet",
    "welcome",
    "letmein",
    "woaini1314",
    "woaini",
    "5201314",
    "zxcvbnm",
    "qwerty",
    "qazwsx",
    "abcdef",
    "abc123",
    "admin",
    "wuhan",
    "hubei",
    "china",
    "zhongguo",
    "beijing",
    "dragon",
    "monkey",
    "master",
    "secret",
    "login",
    "office",
    "patent",
    "zhuanli",
    "iloveyou",
    "123456",
    "654321",
    "112233",
    "123123",
    "666666",
    "888888",
    "1314",
    "520",
    "p@ssw0rd",
    "passw0rd",
    "changeme",
];

/// Why a password is not good enough.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weak {
    /// Fewer than [`SHORTEST`] signs.
    Short,
    /// More than [`MOST`] signs.
    Long,
    /// Made of names, common words, rows or repetitions.
    Guessable,
    /// The two do not match.
    Differ,
}

impl Weak {
    /// What whoever chose it is told.
    pub fn text(self) -> Text {
        match self {
            Weak::Short => Text::new("deskweb-weak-short").with("least", SHORTEST),
            Weak::Long => Text::new("deskweb-weak-long").with("most", MOST),
            Weak::Guessable => Text::new("deskweb-weak-guessable"),
            Weak::Differ => Text::new("deskweb-weak-differ"),
        }
    }
}

/// Whether a password is good enough for an account of this name.
///
/// # Errors
/// Why not.
pub fn judge(password: &str, account: &str) -> Result<(), Weak> {
    let password = normal(password);
    match password.chars().count() {
        0..SHORTEST => return Err(Weak::Short),
        SHORTEST..=MOST => {}
        _ => return Err(Weak::Long),
    }
    let mut left = password.to_lowercase();
    let parts = account.split('-').filter(|part| part.len() > 2);
    for word in std::iter::once(account).chain(parts).chain(COMMON).filter(|word| !word.is_empty()) {
        left = left.replace(&word.to_lowercase(), "");
    }
    if own_signs(&left) < OWN { Err(Weak::Guessable) } else { Ok(()) }
}

/// Signs that are no step of a row (`abcd`, `4321`, `aaaa`) and were not there three times before.
fn own_signs(text: &str) -> usize {
    let signs: Vec<char> = text.chars().collect();
    let code = |at: usize| signs.get(at).map(|sign| i64::from(u32::from(*sign)));
    let mut seen = std::collections::BTreeMap::<char, u32>::new();
    let mut own = 0;
    for (at, sign) in signs.iter().enumerate() {
        let times = seen.entry(*sign).or_default();
        *times += 1;
        let step = at.checked_sub(1).and_then(|before| Some(code(at)? - code(before)?));
        let row = step.is_some_and(|step| (-1..=1).contains(&step));
        if !row && *times <= 3 {
            own += 1;
        }
    }
    own
}

/// Full-width signs of a Chinese keyboard are the same password (NIST SP 800-63B, 5.1.1.2).
fn normal(password: &str) -> Zeroizing<String> {
    Zeroizing::new(password.nfkc().collect())
}

/// A hash with what it takes to make it again.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Hash {
    /// Memory in KiB.
    memory: u32,
    passes: u32,
    salt: String,
    hash: String,
}

impl std::fmt::Debug for Hash {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Hash([secret])")
    }
}

impl Hash {
    /// What no password matches, at the price of one that could.
    fn of_nobody() -> Self {
        Self { memory: Params::DEFAULT_M_COST, passes: Params::DEFAULT_T_COST, salt: "00".repeat(SALT), hash: String::new() }
    }

    /// Whether two hashes are the same, in constant time.
    pub(super) fn equals(&self, other: &Hash) -> bool {
        self.hash.as_bytes().ct_eq(other.hash.as_bytes()).into()
    }

    /// A sign that changes with the password and tells nothing about it.
    pub(super) fn mark(&self) -> &[u8] {
        self.hash.as_bytes()
    }
}

/// Makes hashes, two at a time.
pub(super) struct Hasher {
    abreast: Arc<Semaphore>,
    waiting: Semaphore,
}

impl Hasher {
    pub(super) fn new() -> Self {
        Self { abreast: Arc::new(Semaphore::new(ABREAST)), waiting: Semaphore::new(WAITING) }
    }

    /// The hash of a new password.
    pub(super) async fn hash(&self, password: &str, salt: [u8; SALT]) -> Result<Hash, Denied> {
        let (memory, passes) = (Params::DEFAULT_M_COST, Params::DEFAULT_T_COST);
        let hash = self.raw(password, (memory, passes, salt)).await?;
        Ok(Hash { memory, passes, salt: hex(&salt), hash: hex(&hash) })
    }

    /// Whether a password is that of the hash; without a hash it takes as long and is not.
    pub(super) async fn matches(&self, password: &str, hash: Option<&Hash>) -> Result<bool, Denied> {
        let nobody = Hash::of_nobody();
        let hash = hash.unwrap_or(&nobody);
        Ok(self.again(password, hash).await?.equals(hash))
    }

    /// The hash that a text has with the salt and figures of another one.
    pub(super) async fn again(&self, text: &str, like: &Hash) -> Result<Hash, Denied> {
        let salt = unhex::<SALT>(&like.salt).ok_or_else(|| Denied::Trouble("a hash is damaged".to_owned()))?;
        let hash = self.raw(text, (like.memory, like.passes, salt)).await?;
        Ok(Hash { hash: hex(&hash), ..like.clone() })
    }

    async fn raw(&self, password: &str, (memory, passes, salt): (u32, u32, [u8; SALT])) -> Result<[u8; HASH], Denied> {
        let trouble = |error: &dyn std::fmt::Display| Denied::Trouble(error.to_string());
        let password = normal(password.get(..MOST * 4).unwrap_or(password));
        let _place = self.waiting.try_acquire().map_err(|_| Denied::Busy)?;
        let turn = Arc::clone(&self.abreast).acquire_owned().await.map_err(|error| trouble(&error))?;
        let work = move || {
            let _turn = turn;
            let params = Params::new(memory, passes, 1, Some(HASH))?;
            let mut hash = [0; HASH];
            Argon2::new(Algorithm::Argon2id, Version::V0x13, params).hash_password_into(password.as_bytes(), &salt, &mut hash)?;
            Ok::<_, argon2::Error>(hash)
        };
        tokio::task::spawn_blocking(work).await.map_err(|error| trouble(&error))?.map_err(|error| trouble(&error))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_guessing_program_tries_first_is_refused() {
        for password in [
            "password1234",
            "Wuhan@123456",
            "li-ming-2026!",
            "aaaaaaaaaaaaaaa",
            "abcdefghijklmnop",
            "1qaz2wsx3edc4",
            "admin888888admin",
            "Zhishichanquan1",
            "abababababababab",
            "123123123123123",
            "ｐａｓｓｗｏｒｄ１２３４",
        ] {
            assert_eq!(judge(password, "li-ming"), Err(Weak::Guessable), "{password}");
        }
        assert_eq!(judge("k7!Qz", "li-ming"), Err(Weak::Short));
        assert_eq!(judge(&"k7!Qz".repeat(60), "li-ming"), Err(Weak::Long));
    }

    #[test]
    fn long_sentences_and_random_signs_are_good_in_any_writing() {
        for password in [
            "three grey herons stood",
            "vR8#kq!2Lm0z",
            "东湖边上三只灰鹭站着不动看水",
            "correct horse battery staple",
            "Ölfarbe trocknet nie",
        ] {
            assert_eq!(judge(password, "li-ming"), Ok(()), "{password}");
        }
    }

    #[tokio::test]
    async fn a_hash_knows_its_password_however_it_was_typed_and_no_other() {
        let hasher = Hasher::new();
        let hash = hasher.hash("vR8#kq!2Lm0z", [7; SALT]).await.expect("a hash");
        assert!(hasher.matches("vR8#kq!2Lm0z", Some(&hash)).await.expect("judged"));
        assert!(hasher.matches("ｖR8#kq!2Lm0z", Some(&hash)).await.expect("judged"));
        assert!(!hasher.matches("vR8#kq!2Lm0Z", Some(&hash)).await.expect("judged"));
        assert!(!hasher.matches("", None).await.expect("judged"));
        let other = hasher.hash("vR8#kq!2Lm0z", [8; SALT]).await.expect("a hash");
        assert_ne!(hash.hash, other.hash);
        assert!(!format!("{hash:?}").contains(&hash.hash));
    }

    #[tokio::test]
    async fn a_flood_is_turned_away_instead_of_kept_waiting() {
        let hasher = Hasher::new();
        let all = Arc::clone(&hasher.abreast).acquire_many_owned(ABREAST as u32).await.expect("every turn");
        let waiting = hasher.waiting.try_acquire_many(WAITING as u32).expect("every place");
        assert_eq!(hasher.matches("x", None).await, Err(Denied::Busy));
        drop((all, waiting));
        assert_eq!(hasher.matches("x", None).await, Ok(false));
    }
}
