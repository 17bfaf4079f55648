//! What goes wrong below, in the words of the store: records by the names that people know, never their content.

use crate::seal::SealError;
use crate::store::engine::{self, DamageReport, EngineError, Finding, InvalidBatch, RecordName};
use crate::store::record::Unreadable;
use crate::store::record::key::{Index, Key, Kind};
use crate::store::{CommitError, StoreError};
use std::path::PathBuf;

/// Why a folder could not be opened as a store.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// Another process, or another store in this one, has the folder open.
    #[error("{} is in use by another process", .0.display())]
    InUse(PathBuf),
    /// Records are missing or damaged: restore a backup.
    #[error("the store is damaged: {}", .0.join("; "))]
    Damaged(Vec<String>),
    /// The store was sealed with a key that is not in the key file.
    #[error("the key file does not belong to this store")]
    WrongKey,
    /// A backup was being restored here and the end was not reached: empty the folder and restore again.
    #[error("a restoration did not finish in {}", .0.display())]
    HalfRestored(PathBuf),
    /// The folder or the disk did not let us work. The data may well be fine.
    #[error("the store cannot be opened: {0}")]
    Io(#[from] std::io::Error),
}

impl From<engine::OpenError> for OpenError {
    fn from(error: engine::OpenError) -> Self {
        match error {
            engine::OpenError::InUse(folder) => OpenError::InUse(folder),
            engine::OpenError::Damaged(report) => OpenError::Damaged(names_of(&report)),
            engine::OpenError::Io(error) => OpenError::Io(error),
        }
    }
}

impl From<OpenError> for StoreError {
    fn from(error: OpenError) -> Self {
        match error {
            OpenError::Damaged(names) => StoreError::Damaged(names.join("; ")),
            OpenError::InUse(_) | OpenError::WrongKey | OpenError::HalfRestored(_) | OpenError::Io(_) => {
                StoreError::Unavailable(error.to_string())
            }
        }
    }
}

impl From<StoreError> for OpenError {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Damaged(name) => OpenError::Damaged(vec![name]),
            StoreError::Unavailable(_) | StoreError::Backup(_) => OpenError::Io(std::io::Error::other(error.to_string())),
        }
    }
}

/// What is damaged, one name or sentence for operators each.
pub(super) fn names_of(report: &DamageReport) -> Vec<String> {
    let name = |finding: &Finding| match finding {
        Finding::RecordDamaged(name) => name_of(name),
        Finding::ChainBroken { sequence } => format!("audit {sequence}"),
        Finding::Count { kind, expected, found } => match kind_name(*kind) {
            Some(kind) => format!("{kind}: {expected} records expected, {found} found"),
            None => finding.to_string(),
        },
        Finding::FilesRefused { .. }
        | Finding::MoreRecordsDamaged { .. }
        | Finding::PartUnreadable { .. }
        | Finding::DigestDiffers
        | Finding::HeadRecordUnusable
        | Finding::HeadFileUnusable
        | Finding::HeadFileForeign
        | Finding::TailLost { .. } => finding.to_string(),
    };
    report.findings.iter().map(name).collect()
}

/// What an unreadable record means to whoever commits.
pub(super) fn unplanned(key: &Key, error: Unreadable) -> CommitError {
    CommitError::Unavailable(damage(key, error).to_string())
}

/// What an unreadable record means to a reader.
pub(super) fn damage(key: &Key, error: Unreadable) -> StoreError {
    match error {
        // Nothing is wrong with the record itself.
        Unreadable::Newer(_) | Unreadable::Sealed(SealError::UnknownKey(_) | SealError::UnknownVersion(_)) => {
            StoreError::Unavailable(format!("{key}: {error}"))
        }
        Unreadable::Form | Unreadable::Content | Unreadable::Sealed(SealError::NotSealed | SealError::Damaged) => {
            StoreError::Damaged(key.to_string())
        }
    }
}

/// What an error of the engine means to whoever commits.
pub(super) fn blocked(error: &EngineError) -> CommitError {
    if matches!(error, EngineError::Invalid(InvalidBatch::ValueLength)) {
        return CommitError::TooLarge;
    }
    match unread(error) {
        StoreError::Unavailable(why) => CommitError::Unavailable(why),
        other @ (StoreError::Damaged(_) | StoreError::Backup(_)) => CommitError::Unavailable(other.to_string()),
    }
}

/// What an error of the engine means to a reader.
pub(super) fn unread(error: &EngineError) -> StoreError {
    match error {
        EngineError::Damaged(name) => StoreError::Damaged(name_of(name)),
        EngineError::Rejected { .. } | EngineError::Invalid(_) | EngineError::Busy | EngineError::Stopped | EngineError::Unreadable(_) => {
            StoreError::Unavailable(error.to_string())
        }
    }
}

/// The name of an entry of an index that does not fit the records.
pub(super) fn entry_name(entry: &[u8]) -> String {
    let kind = entry.first().copied().unwrap_or_default();
    format!("index of {} {}", kind_name(kind).unwrap_or("nothing known"), crate::seal::text::to_hex(entry))
}

fn name_of(name: &RecordName) -> String {
    let hex = name.key_hex.as_bytes();
    let byte = |pair: &[u8]| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok();
    let bytes: Option<Vec<u8>> = hex.chunks(2).map(byte).collect();
    if name.kind == b'A' {
        let number = bytes.as_deref().and_then(|bytes| bytes.get(1..9)?.try_into().ok()).map(u64::from_be_bytes);
        return number.map_or_else(|| name.to_string(), |number| format!("audit {number}"));
    }
    match (bytes.as_deref().and_then(Key::read), bytes.as_deref()) {
        (Some(key), _) => key.to_string(),
        (None, Some(bytes)) if kind_name(name.kind).is_some() => entry_name(bytes),
        (None, _) => name.to_string(),
    }
}

fn kind_name(kind: u8) -> Option<&'static str> {
    let index = || Index::ALL.into_iter().find(|index| *index as u8 == kind).map(Index::name);
    Kind::of(kind).map(Kind::name).or_else(index).or_else(|| (kind == b'A').then_some("audit"))
}
