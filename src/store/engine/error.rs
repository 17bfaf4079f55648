//! What can go wrong in the engine, as values a caller branches on.
//!
//! Must not carry stored values: an error may be logged, a value never is. Keys appear as the hexadecimal form of their
//! first bytes, enough to find a record and too little to read one.

use std::fmt::{self, Write as _};
use std::io;
use std::path::PathBuf;
use std::time::Duration;

/// Bytes of a key that an error shows.
const SHOWN_KEY_BYTES: usize = 24;

/// A record that could not be trusted: its kind prefix and the start of its key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordName {
    /// The first byte of the key, which is the kind of the record.
    pub kind: u8,
    /// The first bytes of the key in hexadecimal, kind byte included.
    pub key_hex: String,
}

impl RecordName {
    pub(super) fn of(key: &[u8]) -> Self {
        let shown = key.iter().take(SHOWN_KEY_BYTES);
        let key_hex = shown.fold(String::new(), |mut text, byte| {
            let _ = write!(text, "{byte:02x}");
            text
        });
        Self { kind: key.first().copied().unwrap_or_default(), key_hex }
    }
}

impl fmt::Display for RecordName {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "kind {:#04x} key {}", self.kind, self.key_hex)
    }
}

/// Why a commit or a read did not happen.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EngineError {
    /// A precondition did not hold; nothing of this batch was written. What made the check fail is durable by the time
    /// this answer arrives.
    #[error("check {check} of the batch did not hold")]
    Rejected {
        /// Position of the failed check in the order they were added, from 0.
        check: usize,
    },
    /// The batch can never be written as it is.
    #[error("the batch is not acceptable: {0}")]
    Invalid(InvalidBatch),
    /// The queue is full. Nothing was written; try again later.
    #[error("the commit queue is full")]
    Busy,
    /// The engine stopped after a storage error. A commit that was under way may or may not be in the store after the
    /// next opening, so it has to be repeatable (put a check on it).
    #[error("the engine is stopped")]
    Stopped,
    /// A record was read but its checksum does not fit.
    #[error("record is damaged: {0}")]
    Damaged(RecordName),
    /// The storage below failed during a read.
    #[error("reading failed: {0}")]
    Unreadable(String),
}

/// Why a batch is refused before it is queued.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum InvalidBatch {
    /// Keys hold 1 to [`MAX_KEY_BYTES`](super::MAX_KEY_BYTES) bytes.
    #[error("key is empty or too long")]
    KeyLength,
    /// The kinds 0x00 (head) and `A` (audit chain) are written by the engine alone.
    #[error("kind is reserved")]
    ReservedKind,
    /// Values hold at most [`MAX_VALUE_BYTES`](super::MAX_VALUE_BYTES) bytes.
    #[error("value is too large")]
    ValueLength,
}

/// Why a folder could not be opened as a store.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// Another process, or another engine in this one, has the folder open.
    #[error("{} is in use by another process", .0.display())]
    InUse(PathBuf),
    /// Records are missing or unreadable. Nothing may be acknowledged on top of them: restore a backup, or read what is
    /// left with [`salvage`](super::salvage).
    #[error("the store is damaged: {0}")]
    Damaged(DamageReport),
    /// The folder or the disk did not let us work (permissions, no space, ...). The data may well be fine.
    #[error("the store cannot be opened: {0}")]
    Io(#[from] io::Error),
}

/// All that is wrong with a store, as far as it could be found out in one pass.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DamageReport {
    /// What was found, in the order of the checks. Never empty in an [`OpenError::Damaged`].
    pub findings: Vec<Finding>,
}

/// One thing that is wrong with a store.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Finding {
    /// The files do not even open as a store.
    FilesRefused {
        /// The words of the storage below.
        detail: String,
    },
    /// A record whose checksum does not fit. At most [`MAX_NAMED`](super::MAX_NAMED) are named, the rest is counted.
    RecordDamaged(RecordName),
    /// More records with a wrong checksum than are named.
    MoreRecordsDamaged {
        /// How many beyond the named ones.
        records: u64,
    },
    /// A part of the store cannot be read at all, from the record after this key on.
    PartUnreadable {
        /// The last record that was read, none at the very start.
        after: Option<RecordName>,
        /// The words of the storage below.
        detail: String,
    },
    /// Fewer or more records of a kind than were acknowledged.
    Count {
        /// Kind byte of the records.
        kind: u8,
        /// As many as were acknowledged.
        expected: u64,
        /// As many as are there.
        found: u64,
    },
    /// The counts fit, but some record is not the one that was acknowledged.
    DigestDiffers,
    /// The head record inside the store is missing or does not fit its own checksum.
    HeadRecordUnusable,
    /// The head file beside the store is missing or neither of its two copies fits its checksum.
    HeadFileUnusable,
    /// The head file belongs to another store.
    HeadFileForeign,
    /// Acknowledged commits are gone: the store ends before the head file says it must.
    TailLost {
        /// Sequence number of the last acknowledged commit.
        acknowledged: u64,
        /// Sequence number of the last commit that is there.
        found: u64,
    },
    /// The audit chain does not hold at this entry.
    ChainBroken {
        /// Sequence number of the first entry that does not fit.
        sequence: u64,
    },
}

impl fmt::Display for DamageReport {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, finding) in self.findings.iter().enumerate() {
            if at > 0 {
                out.write_str("; ")?;
            }
            write!(out, "{finding}")?;
        }
        Ok(())
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::FilesRefused { detail } => write!(out, "files refused ({detail})"),
            Self::RecordDamaged(name) => write!(out, "record damaged ({name})"),
            Self::MoreRecordsDamaged { records } => write!(out, "{records} more records damaged"),
            Self::PartUnreadable { after: Some(name), detail } => write!(out, "unreadable after {name} ({detail})"),
            Self::PartUnreadable { after: None, detail } => write!(out, "unreadable from the start ({detail})"),
            Self::Count { kind, expected, found } => {
                write!(out, "kind {kind:#04x}: {expected} records expected, {found} found")
            }
            Self::DigestDiffers => out.write_str("records differ from what was acknowledged"),
            Self::HeadRecordUnusable => out.write_str("head record unusable"),
            Self::HeadFileUnusable => out.write_str("head file unusable"),
            Self::HeadFileForeign => out.write_str("head file belongs to another store"),
            Self::TailLost { acknowledged, found } => {
                write!(out, "commits {} to {acknowledged} lost", found.saturating_add(1))
            }
            Self::ChainBroken { sequence } => write!(out, "audit chain broken at entry {sequence}"),
        }
    }
}

/// Whether the engine takes commits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Health {
    /// Commits are taken and acknowledged.
    Serving,
    /// A group of commits has been under way for longer than [`STALLED_AFTER`](super::STALLED_AFTER): the disk hangs.
    Stalled {
        /// How long already.
        since: Duration,
    },
    /// A storage error happened (or the engine was closed): nothing is acknowledged until a successful
    /// [`Engine::reopen`](super::Engine::reopen).
    Stopped(StopReason),
}

/// Why the engine stopped.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StopReason {
    /// Whether the disk was full, so that freeing space and reopening cures it.
    pub disk_full: bool,
    /// What failed, for the operator; no stored data.
    pub detail: String,
}

impl StopReason {
    pub(super) fn closed() -> Self {
        Self { disk_full: false, detail: "closed".to_owned() }
    }

    pub(super) fn io(error: &io::Error) -> Self {
        let disk_full = matches!(error.kind(), io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded);
        Self { disk_full, detail: error.to_string() }
    }
}
