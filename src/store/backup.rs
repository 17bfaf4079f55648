//! The backup: a logical copy of a store as JSON lines, which every store writes and reads.
//!
//! ```text
//! {"format":"ip-office-bot-backup","version":1,"made":"2026-11-23T02:00:00Z","counts":{…}}
//! {"kind":"ticket","key":"WH-261123-K7M4PX","version":1,"open":{…},"sealed":"…"}      one a record
//! {"gone":"delivery","key":"4711"}                                                    deleted while the copy was made
//! {"audit":0,"version":1,"hash":"…","entry":{…}}                                      one an entry, in order
//! {"lines":5,"sha256":"…"}                                                            over all lines before
//! ```
//!
//! A later line about a record replaces an earlier one, so a store may go on writing while it is copied and add at the end
//! what changed.
//!
//! **What is personal stays sealed with the office key**: a stolen backup says no more than a stolen disk. The key file is
//! therefore not in it and must be kept as well, somewhere else. Without it a backup cannot be restored.
//!
//! Restoring sends no old words again: a reply that was waiting when the copy was made has reached the person since, or is
//! stale by now ([`Waiting`]). How many were left out stands in the audit log.
//!
//! This module must not know a store.
//!
//! ## Why
//! JSON lines, not an archive of files: any store reads it, a person can look at it, and a cut or changed one is noticed by
//! the last line. Records travel in their stored form with its version, so that a backup is as long-lived as the
//! migrations.

use super::record::form::Form;
use super::record::key::{Key, Kind};
use super::record::{Codec, Record, read_audit, write_audit};
use super::{Audit, Counts, Delivery, Lane, Parcel};
use crate::clock::Moment;
use crate::id::{DeliveryId, Receipt};
use crate::seal::text::{from_base64, from_hex, to_base64, to_hex};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};

/// Name of the format.
pub const FORMAT: &str = "ip-office-bot-backup";
/// Version of the format; versions of records stand at each record.
pub const VERSION: u32 = 1;

/// Hash of an audit entry: SHA-256 over the hash before, the number (8 bytes, big endian) and the payload.
pub type ChainHash = [u8; 32];

/// Why a backup is not restored. Nothing was written.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BackupRefusal {
    /// The store has records already.
    #[error("the store is not empty")]
    NotEmpty,
    /// The first line is not that of a backup.
    #[error("this is not a backup")]
    NotABackup,
    /// Written by a later release.
    #[error("the backup is of version {0}, which this release does not know")]
    Newer(u32),
    /// This line makes no sense.
    #[error("line {0} is damaged")]
    Line(u64),
    /// The record in this line does not open: another office key, or damage.
    #[error("line {line}: {key} does not open with this office key")]
    Sealed {
        /// Number of the line, from 1.
        line: u64,
        /// Name of the record.
        key: String,
    },
    /// The hash of an audit entry does not fit.
    #[error("audit entry {0} does not fit the chain")]
    Chain(u64),
    /// The end is missing.
    #[error("the backup is cut off")]
    Incomplete,
    /// The lines are not those that were written.
    #[error("the backup was changed since it was written")]
    Changed,
    /// It could not be read.
    #[error("the backup cannot be read: {0}")]
    Io(String),
}

/// First line.
#[derive(Debug, Serialize, Deserialize)]
struct Header {
    format: String,
    version: u32,
    made: Moment,
    counts: Counts,
}

/// Line of a record.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct RecordLine<'a> {
    kind: String,
    key: String,
    version: u8,
    #[serde(borrow)]
    open: &'a RawValue,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    sealed: Option<String>,
}

/// Line of a record that was deleted while the copy was made.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct GoneLine {
    gone: String,
    key: String,
}

/// Line of an audit entry.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct AuditLine<'a> {
    audit: u64,
    version: u8,
    hash: String,
    #[serde(borrow)]
    entry: &'a RawValue,
}

/// Last line.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct EndLine {
    lines: u64,
    sha256: String,
}

/// The hash of an audit entry.
pub fn chain_hash(before: &ChainHash, number: u64, payload: &[u8]) -> ChainHash {
    let mut hasher = Sha256::new();
    hasher.update(before);
    hasher.update(number.to_be_bytes());
    hasher.update(payload);
    hasher.finalize().into()
}

/// Where lines go.
pub type Sink<'a> = dyn FnMut(&str) -> std::io::Result<()> + Send + 'a;

/// Writes a backup line by line.
pub struct Writer<'a> {
    sink: &'a mut Sink<'a>,
    hasher: Sha256,
    lines: u64,
    audit: u64,
    chain: ChainHash,
}

impl<'a> Writer<'a> {
    /// Begins a backup.
    ///
    /// # Errors
    /// The sink refuses; likewise below.
    pub fn begin(sink: &'a mut Sink<'a>, made: Moment, counts: Counts) -> std::io::Result<Self> {
        let mut writer = Self { sink, hasher: Sha256::new(), lines: 0, audit: 0, chain: [0; 32] };
        writer.line(&Header { format: FORMAT.to_owned(), version: VERSION, made, counts })?;
        Ok(writer)
    }

    /// A record in its stored form.
    pub fn record(&mut self, key: &Key, form: Form<'_>) -> std::io::Result<()> {
        let line = record_line(key, form)?;
        self.text(&line)
    }

    /// A record written before is gone.
    pub fn gone(&mut self, key: &Key) -> std::io::Result<()> {
        self.line(&GoneLine { gone: key.kind().name().to_owned(), key: key.text() })
    }

    /// The next audit entry, by its payload.
    pub fn audit(&mut self, payload: &[u8]) -> std::io::Result<()> {
        let (version, entry) = payload.split_first().ok_or(std::io::ErrorKind::InvalidData)?;
        self.chain = chain_hash(&self.chain, self.audit, payload);
        let hash = to_hex(&self.chain);
        let line = AuditLine { audit: self.audit, version: *version, hash, entry: raw(entry)? };
        self.audit += 1;
        self.line(&line)
    }

    /// Number of the next audit entry.
    pub fn next_audit(&self) -> u64 {
        self.audit
    }

    /// Ends the backup: lines in all.
    pub fn end(mut self) -> std::io::Result<u64> {
        let sha256 = to_hex(&<[u8; 32]>::from(self.hasher.clone().finalize()));
        self.line(&EndLine { lines: self.lines, sha256 })?;
        Ok(self.lines)
    }

    fn line(&mut self, line: &impl Serialize) -> std::io::Result<()> {
        self.text(&serde_json::to_string(line)?)
    }

    fn text(&mut self, line: &str) -> std::io::Result<()> {
        self.hasher.update(line.as_bytes());
        self.hasher.update(b"\n");
        self.lines += 1;
        (self.sink)(line)
    }
}

/// The line of one record.
///
/// # Errors
/// The open part is not JSON.
pub fn record_line(key: &Key, form: Form<'_>) -> std::io::Result<String> {
    let sealed = (!form.sealed.is_empty()).then(|| to_base64(form.sealed));
    let line = RecordLine { kind: key.kind().name().to_owned(), key: key.text(), version: form.version, open: raw(form.open)?, sealed };
    Ok(serde_json::to_string(&line)?)
}

fn raw(json: &[u8]) -> std::io::Result<&RawValue> {
    Ok(serde_json::from_slice(json)?)
}

/// What a line says.
#[derive(Clone, Debug, PartialEq)]
pub enum Item {
    /// The first line.
    Begin,
    /// A record: its name, its stored form, and what it means.
    Record {
        /// Name.
        key: Key,
        /// Stored form, to be written as it is.
        value: Vec<u8>,
        /// Meaning.
        record: Record,
    },
    /// A record written before is gone.
    Gone(Key),
    /// An audit entry by its payload, with its hash.
    Audit {
        /// Payload.
        payload: Vec<u8>,
        /// Hash.
        hash: ChainHash,
    },
    /// The last line.
    End,
}

/// Reads a backup line by line and believes nothing.
pub struct Reader<'a> {
    codec: &'a Codec,
    hasher: Sha256,
    lines: u64,
    audit: u64,
    chain: ChainHash,
    ended: bool,
}

impl<'a> Reader<'a> {
    /// A reader that opens records with this key.
    pub fn new(codec: &'a Codec) -> Self {
        Self { codec, hasher: Sha256::new(), lines: 0, audit: 0, chain: [0; 32], ended: false }
    }

    /// Reads the next line, without its line end.
    ///
    /// # Errors
    /// It is not what must stand there.
    pub fn read(&mut self, line: &str) -> Result<Item, BackupRefusal> {
        let number = self.lines + 1;
        if self.ended {
            return Err(BackupRefusal::Line(number));
        }
        let item = if self.lines == 0 { begin(line)? } else { self.item(line, number)? };
        self.hasher.update(line.as_bytes());
        self.hasher.update(b"\n");
        self.lines = number;
        Ok(item)
    }

    /// All was read: lines in all.
    ///
    /// # Errors
    /// The end is missing.
    pub fn finish(self) -> Result<u64, BackupRefusal> {
        match (self.lines, self.ended) {
            (0, _) => Err(BackupRefusal::NotABackup),
            (_, false) => Err(BackupRefusal::Incomplete),
            (lines, true) => Ok(lines),
        }
    }

    fn item(&mut self, line: &str, number: u64) -> Result<Item, BackupRefusal> {
        if line.starts_with("{\"kind\"") {
            return read_record(self.codec, line).map_err(|key| match key {
                Some(key) => BackupRefusal::Sealed { line: number, key: key.to_string() },
                None => BackupRefusal::Line(number),
            });
        }
        let bad = BackupRefusal::Line(number);
        if line.starts_with("{\"gone\"") {
            let line: GoneLine = serde_json::from_str(line).map_err(|_| bad.clone())?;
            let key = Kind::read(&line.gone).and_then(|kind| Key::from_text(kind, &line.key)).ok_or(bad)?;
            return Ok(Item::Gone(key));
        }
        if line.starts_with("{\"audit\"") {
            let line: AuditLine<'_> = serde_json::from_str(line).map_err(|_| bad)?;
            return self.entry(&line);
        }
        let line: EndLine = serde_json::from_str(line).map_err(|_| bad)?;
        let sha256 = to_hex(&<[u8; 32]>::from(self.hasher.clone().finalize()));
        if line.lines != self.lines || line.sha256 != sha256 {
            return Err(BackupRefusal::Changed);
        }
        self.ended = true;
        Ok(Item::End)
    }

    fn entry(&mut self, line: &AuditLine<'_>) -> Result<Item, BackupRefusal> {
        let broken = BackupRefusal::Chain(self.audit);
        let mut payload = vec![line.version];
        payload.extend(line.entry.get().as_bytes());
        let hash = chain_hash(&self.chain, self.audit, &payload);
        let fits = line.audit == self.audit && from_hex(&line.hash) == Some(hash) && read_audit(&payload).is_ok();
        if !fits {
            return Err(broken);
        }
        self.audit += 1;
        self.chain = hash;
        Ok(Item::Audit { payload, hash })
    }
}

fn begin(line: &str) -> Result<Item, BackupRefusal> {
    let header: Header = serde_json::from_str(line).map_err(|_| BackupRefusal::NotABackup)?;
    match (header.format == FORMAT, header.version) {
        (false, _) => Err(BackupRefusal::NotABackup),
        (true, VERSION) => Ok(Item::Begin),
        (true, version) => Err(BackupRefusal::Newer(version)),
    }
}

/// Reads the line of one record. The error names the record if the line could be read so far.
///
/// # Errors
/// Not a line of a record, or one that does not open.
pub fn read_record(codec: &Codec, line: &str) -> Result<Item, Option<Key>> {
    let line: RecordLine<'_> = serde_json::from_str(line).map_err(|_| None)?;
    let key = Kind::read(&line.kind).and_then(|kind| Key::from_text(kind, &line.key)).ok_or(None)?;
    let sealed = line.sealed.as_deref().map_or(Some(Vec::new()), from_base64).ok_or(None)?;
    let value = Form { version: line.version, open: line.open.get().as_bytes(), sealed: &sealed }.write();
    match codec.read(&key, &value) {
        Ok(record) => Ok(Item::Record { key, value, record }),
        Err(_) => Err(Some(key)),
    }
}

/// The deliveries of a backup, collected while its lines are read, and what becomes of them.
#[derive(Debug, Default)]
pub struct Waiting(BTreeMap<DeliveryId, Delivery>);

impl Waiting {
    /// Takes notice of a line.
    pub fn note(&mut self, item: &Item) {
        match item {
            Item::Record { record: Record::Delivery(delivery), .. } => {
                self.0.insert(delivery.id, (**delivery).clone());
            }
            Item::Gone(Key::Delivery(id)) => {
                self.0.remove(id);
            }
            Item::Begin | Item::Record { .. } | Item::Gone(_) | Item::Audit { .. } | Item::End => {}
        }
    }

    /// What is delivered after all, and how many were left out.
    ///
    /// Fetching a file and closing a topic say nothing to anybody and are done. Instead of words for a ticket's topic its
    /// card is made anew, so that staff miss nothing. All else is left out.
    pub fn revived(self) -> (Vec<Delivery>, usize) {
        let mut cards: BTreeSet<(Lane, Receipt)> = BTreeSet::new();
        let mut revived: Vec<Delivery> = Vec::new();
        let mut left_out = 0;
        for (_, delivery) in self.0 {
            let parcel = match delivery.parcel {
                Parcel::Fetch { evidence } => Parcel::Fetch { evidence },
                Parcel::Leave { receipt, reason } => {
                    left_out += usize::from(reason.is_some());
                    Parcel::Leave { receipt, reason: None }
                }
                Parcel::Card { receipt } => Parcel::Card { receipt },
                Parcel::Post { receipt, .. } => {
                    left_out += 1;
                    Parcel::Card { receipt }
                }
                // Events can be replayed by whoever misses them.
                Parcel::Screen(_) | Parcel::Message(_) | Parcel::About { .. } | Parcel::Tell { .. } | Parcel::Hook { .. } => {
                    left_out += 1;
                    continue;
                }
            };
            if let Parcel::Card { receipt } = &parcel
                && !cards.insert((delivery.lane.clone(), receipt.clone()))
            {
                continue;
            }
            revived.push(Delivery { parcel, attempts: 0, ..delivery });
        }
        (revived, left_out)
    }
}

/// The audit entry of a restoration, in payload form.
pub fn restored(at: Moment, left_out: usize) -> Vec<u8> {
    write_audit(&Audit {
        at,
        by: "operator".to_owned(),
        act: "restored".to_owned(),
        receipt: None,
        more: vec![format!("deliveries-left-out={left_out}")],
    })
}
