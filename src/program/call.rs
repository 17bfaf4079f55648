//! Calls with a key of their own (`Idempotency-Key`): the same call twice does its work once and is answered the same; the
//! same key with another call is refused.
//!
//! ## Why
//! - The answer is kept in the commit of what the call did ([`Key::keep`]), so there is no moment in which a crash leaves the
//!   one without the other.
//! - The name of a record begins with its day: a look is two records, and what is old is found without reading
//!   what is young.

use crate::clock::Moment;
use crate::office::Office;
use crate::store::{Commit, CommitError, Drawer, Slip, StoreError, Write};
use chrono::Duration;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::collections::HashSet;
use std::sync::{Arc, Mutex, PoisonError};

/// Hours that an answer is kept at least.
pub const HOURS: i64 = 24;
/// Longest key in bytes.
pub const LONGEST: usize = 255;
/// Answers forgotten in one commit.
const PAGE: usize = 500;

/// An answer that was given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    /// Status of HTTP.
    pub status: u16,
    /// The body: JSON or XML.
    pub body: String,
}

#[derive(Serialize, Deserialize)]
struct Kept {
    at: Moment,
    /// Digest of what was asked.
    asked: String,
    answer: Answer,
}

/// What is known of a call.
#[derive(Debug)]
pub enum Before {
    /// Nothing: go on, and keep the answer.
    New(Key),
    /// It came before; this was the answer.
    Same(Answer),
    /// The key came before with another call.
    Other,
    /// The same call is being done just now.
    Now,
}

/// Calls that are being done just now.
#[derive(Clone, Debug, Default)]
pub struct Calls(Arc<Mutex<HashSet<String>>>);

/// A call under its key. Others with the same key wait outside until it is dropped.
#[derive(Debug)]
pub struct Key {
    name: String,
    asked: String,
    calls: Calls,
}

impl Drop for Key {
    fn drop(&mut self) {
        self.calls.0.lock().unwrap_or_else(PoisonError::into_inner).remove(&self.name);
    }
}

impl Calls {
    /// Looks whether a call came before. `whose` tells callers apart, so that they may choose the same key.
    ///
    /// # Errors
    /// The store cannot be read.
    pub async fn look(&self, office: &Office, (whose, key): (&str, &str), asked: &[&[u8]]) -> Result<Before, StoreError> {
        let mut digest = Sha256::new();
        for part in asked {
            digest.update((part.len() as u64).to_be_bytes());
            digest.update(part);
        }
        let asked = crate::seal::text::to_hex(&digest.finalize());
        let mut named = Vec::with_capacity(whose.len() + key.len() + 1);
        named.extend_from_slice(whose.as_bytes());
        named.push(0);
        named.extend_from_slice(key.as_bytes());
        let name = office.key.blind_hex("call", &named);
        if !self.0.lock().unwrap_or_else(PoisonError::into_inner).insert(name.clone()) {
            return Ok(Before::Now);
        }
        let key = Key { name, asked, calls: self.clone() };
        let now = office.now();
        for day in [day(now), day(now) - 1] {
            let Some(slip) = office.store.slip(Drawer::Call, &id(day, &key.name)).await? else { continue };
            let kept: Kept = serde_json::from_str(&slip.content).map_err(|_| StoreError::Damaged("call".to_owned()))?;
            if kept.at + Duration::hours(HOURS) <= now {
                continue;
            }
            return Ok(if kept.asked == key.asked { Before::Same(kept.answer) } else { Before::Other });
        }
        Ok(Before::New(key))
    }
}

impl Key {
    /// The answer, to be written with what the call did.
    pub fn keep(&self, now: Moment, answer: &Answer) -> Write {
        let kept = Kept { at: now, asked: self.asked.clone(), answer: answer.clone() };
        let content = serde_json::to_string(&kept).expect("an answer has text keys only");
        Write::Slip(Box::new(Slip { drawer: Drawer::Call, id: id(day(now), &self.name), content, revision: 1 }))
    }

    /// Keeps an answer to a call that changed nothing.
    ///
    /// # Errors
    /// The store cannot keep it.
    pub async fn keep_alone(&self, office: &Office, answer: &Answer) -> Result<(), CommitError> {
        let writes = vec![self.keep(office.now(), answer)];
        office.store.commit(Commit { writes, ..Commit::default() }).await
    }
}

fn day(at: Moment) -> i64 {
    at.timestamp().div_euclid(24 * 3600)
}

fn id(day: i64, name: &str) -> String {
    format!("{day:07}-{name}")
}

/// Forgets answers that are no longer given; how many.
///
/// # Errors
/// The store cannot be read or written.
pub async fn sweep(office: &Office) -> Result<usize, String> {
    let youngest = format!("{:07}", day(office.now()) - 1);
    let mut forgotten = 0;
    loop {
        let page = office.store.slips(Drawer::Call, "", None, PAGE).await.map_err(|error| error.to_string())?;
        let old: Vec<String> = page.into_iter().map(|slip| slip.id).take_while(|id| *id < youngest).collect();
        if old.is_empty() {
            return Ok(forgotten);
        }
        forgotten += old.len();
        let writes = old.into_iter().map(|id| Write::ForgetSlip(Drawer::Call, id)).collect();
        office.store.commit(Commit { writes, ..Commit::default() }).await.map_err(|error| error.to_string())?;
    }
}
