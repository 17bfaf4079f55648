//! What the next message of a clerk in a topic will be, once they pressed a button that needs words: a reply, a reason.
//! Announced in the topic, over after [`MINUTES`], and gone with the message.
//!
//! ## Why
//! It is kept in the store, so that a restart in between does not turn a reply into a note, and sealed, because a reason
//! being prepared is as private as the history of the ticket.

use crate::clock::Moment;
use crate::id::{QueueId, Receipt, StateId};
use crate::intake::Trouble;
use crate::office::Office;
use crate::store::Write;
use chrono::{Duration, NaiveDate};
use serde::{Deserialize, Serialize};

/// Minutes that the next message is awaited.
pub(super) const MINUTES: i64 = 10;
/// Seconds between the first and the last file of an album, as Telegram dates them.
const ALBUM: i64 = 2;

/// Whose next message: group as in the settings, thread, clerk's account.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) group: i64,
    pub(super) thread: i64,
    pub(super) user: i64,
}

/// What the next message will be.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Next {
    /// A reply to the person.
    Reply,
    /// A file of this moment belongs to the reply before it: an album.
    Album {
        /// When its first file was sent.
        at: Moment,
    },
    /// The reason for closing.
    Close {
        /// With this outcome.
        outcome: StateId,
    },
    /// The reason for passing it on.
    Pass {
        /// To this queue.
        to: QueueId,
    },
    /// The reason for more time.
    Longer {
        /// So many working days more.
        days: u32,
    },
    /// The reason for more time.
    Until {
        /// Until this day.
        day: NaiveDate,
    },
    /// A prepared reply that is being filled in or looked at.
    Prepared(Draft),
}

/// A prepared reply that is being filled in.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(crate) struct Draft {
    /// Name in the service.
    pub(crate) name: String,
    /// Paper that it names.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) paper: Option<String>,
    /// The clerk's own words in it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) reason: Option<String>,
}

/// The record of a mode.
#[derive(Serialize, Deserialize)]
struct Record {
    until: Moment,
    receipt: Receipt,
    next: Next,
}

impl Place {
    fn name(self) -> String {
        format!("reply:{}:{}:{}", self.group, self.thread, self.user)
    }

    /// What the next message on this ticket will be; `None`: a note.
    pub(super) async fn next(self, office: &Office, receipt: &Receipt) -> Result<Option<Next>, Trouble> {
        let name = self.name();
        let Some(kept) = office.store.named(&name).await.map_err(super::trouble)? else { return Ok(None) };
        let record = unhex(&kept).and_then(|sealed| office.key.open(name.as_bytes(), &sealed).ok());
        let record: Option<Record> = record.and_then(|open| serde_json::from_slice(&open).ok());
        Ok(record.filter(|record| record.until > office.now() && record.receipt == *receipt).map(|record| record.next))
    }

    /// The next message on this ticket will be this.
    pub(super) fn set(self, office: &Office, receipt: &Receipt, next: Next) -> Write {
        let name = self.name();
        let record = Record { until: office.now() + Duration::minutes(MINUTES), receipt: receipt.clone(), next };
        let open = serde_json::to_vec(&record).expect("a record of plain fields can be written");
        let sealed = office.key.seal(name.as_bytes(), &open);
        Write::Named(name, Some(hex(&sealed)))
    }

    /// The next message is a note.
    pub(super) fn clear(self) -> Write {
        Write::Named(self.name(), None)
    }
}

impl Next {
    /// Whether a file sent at this moment belongs to the reply before it.
    pub(super) fn continues(&self, now: Moment) -> bool {
        matches!(self, Next::Album { at } if (now - *at).num_seconds().abs() <= ALBUM)
    }
}

fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

fn unhex(text: &str) -> Option<Vec<u8>> {
    let digits: Vec<u32> = text.chars().map(|sign| sign.to_digit(16)).collect::<Option<_>>()?;
    digits.chunks(2).map(|pair| u8::try_from(pair.first()? * 16 + pair.get(1)?).ok()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_survive_their_digits_and_nonsense_is_refused() {
        let bytes: Vec<u8> = (0..=255).collect();
        assert_eq!(unhex(&hex(&bytes)), Some(bytes));
        for text in ["a", "zz", "0g", "é"] {
            assert_eq!(unhex(text), None, "{text}");
        }
    }

    #[test]
    fn files_of_one_moment_belong_together() {
        let at = Moment::default();
        let album = Next::Album { at };
        assert!(album.continues(at) && album.continues(at + Duration::seconds(1)));
        assert!(!album.continues(at + Duration::seconds(5)) && !Next::Reply.continues(at));
    }
}
