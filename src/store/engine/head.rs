//! The head: how many records the store holds, which ones, and how far it has come.
//!
//! It is kept twice. The head record inside the store changes in the same atomic batch as the records it describes, so it
//! must fit them exactly. The head file beside the store is written after each group is durable and before it is
//! acknowledged, so the store may be ahead of the file (a crash in between) but never behind it: a store that is behind
//! has lost its tail.
//!
//! ## Why
//! sled recovers to the last state it can make sense of and says nothing about what came after. In our probe 55 of 80
//! damaged files opened normally with acknowledged records missing. The head record alone does not help there, since it
//! goes back together with the rest.
//!
//! The head file has two slots in separate pages, written in turn, each with its checksum: a torn write spoils the older
//! one only. It is not synced each time: what the operating system holds survives the death of the process, and after a
//! power cut an older head is still a correct lower bound.

use std::fs::{File, OpenOptions};
use std::io::{self, Read as _, Seek as _, SeekFrom, Write as _};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use sha2::{Digest as _, Sha256};
use xxhash_rust::xxh3::xxh3_64;

use super::envelope::Stored;

const MAGIC: [u8; 4] = *b"IPOH";
const FORMAT: u8 = 1;
const SLOT_BYTES: u64 = 4096;
const SLOTS: u64 = 2;

/// The state of a store in a few numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Head {
    /// Chosen at random when the store is made.
    pub(super) store: u128,
    /// Commits so far.
    pub(super) sequence: u64,
    /// The records, as numbers.
    pub(super) tally: Tally,
    /// Entries in the audit chain, which is the sequence number of the next one.
    pub(super) chain_length: u64,
    /// Hash of the last audit entry; zeros when there is none.
    pub(super) chain_hash: [u8; 32],
}

/// A set of records as a sum and as counts. Order does not matter, so it can be kept up while records come and go.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct Tally {
    /// Sum of the hashes of all records, modulo 2^128.
    pub(super) digest: u128,
    counts: Box<[u64; 256]>,
}

impl Default for Tally {
    fn default() -> Self {
        Self { digest: 0, counts: Box::new([0; 256]) }
    }
}

impl std::fmt::Debug for Tally {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "Tally({:032x}, {} records)", self.digest, self.records())
    }
}

impl Tally {
    pub(super) fn add(&mut self, key: &[u8], record: &Stored) {
        self.digest = self.digest.wrapping_add(record.hash);
        let count = &mut self.counts[usize::from(kind_of(key))];
        *count = count.saturating_add(1);
    }

    /// Takes out a record that was added before.
    pub(super) fn remove(&mut self, key: &[u8], record: &Stored) {
        self.digest = self.digest.wrapping_sub(record.hash);
        let count = &mut self.counts[usize::from(kind_of(key))];
        *count = count.saturating_sub(1);
    }

    /// Accounts for one record changing from one state to another.
    pub(super) fn change(&mut self, key: &[u8], before: Option<&Stored>, now: Option<&Stored>) {
        if let Some(record) = before {
            self.remove(key, record);
        }
        if let Some(record) = now {
            self.add(key, record);
        }
    }

    /// Records of one kind.
    pub(super) fn count(&self, kind: u8) -> u64 {
        self.counts[usize::from(kind)]
    }

    /// All records.
    pub(super) fn records(&self) -> u64 {
        self.counts.iter().sum()
    }

    /// The kinds that have records, with how many.
    pub(super) fn kinds(&self) -> impl Iterator<Item = (u8, u64)> {
        (0..=u8::MAX).map(|kind| (kind, self.count(kind))).filter(|(_, count)| *count > 0)
    }
}

fn kind_of(key: &[u8]) -> u8 {
    key.first().copied().unwrap_or_default()
}

impl Head {
    pub(super) fn new(store: u128) -> Self {
        Self { store, sequence: 0, tally: Tally::default(), chain_length: 0, chain_hash: [0; 32] }
    }

    /// Appends one audit entry: gives its sequence number and its stored form.
    pub(super) fn extend_chain(&mut self, payload: &[u8]) -> (u64, Vec<u8>) {
        let sequence = self.chain_length;
        let mut stored = Vec::with_capacity(32 + payload.len() + super::envelope::TRAILER_BYTES);
        stored.extend_from_slice(&self.chain_hash);
        stored.extend_from_slice(payload);
        self.chain_hash = chain_hash(&self.chain_hash, sequence, payload);
        self.chain_length += 1;
        (sequence, stored)
    }

    pub(super) fn encode(&self) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(256);
        bytes.extend_from_slice(&MAGIC);
        bytes.push(FORMAT);
        bytes.extend_from_slice(&self.store.to_le_bytes());
        bytes.extend_from_slice(&self.sequence.to_le_bytes());
        bytes.extend_from_slice(&self.tally.digest.to_le_bytes());
        bytes.extend_from_slice(&self.chain_length.to_le_bytes());
        bytes.extend_from_slice(&self.chain_hash);
        for (kind, count) in self.tally.kinds() {
            bytes.push(kind);
            bytes.extend_from_slice(&count.to_le_bytes());
        }
        let sum = xxh3_64(&bytes);
        bytes.extend_from_slice(&sum.to_le_bytes());
        bytes
    }

    /// Nothing when any bit is wrong.
    pub(super) fn decode(bytes: &[u8]) -> Option<Self> {
        let (body, sum) = bytes.split_last_chunk::<8>()?;
        if xxh3_64(body).to_le_bytes() != *sum {
            return None;
        }
        let mut rest = body;
        if take::<4>(&mut rest)? != MAGIC || take::<1>(&mut rest)? != [FORMAT] {
            return None;
        }
        let mut head = Self::new(u128::from_le_bytes(take(&mut rest)?));
        head.sequence = u64::from_le_bytes(take(&mut rest)?);
        head.tally.digest = u128::from_le_bytes(take(&mut rest)?);
        head.chain_length = u64::from_le_bytes(take(&mut rest)?);
        head.chain_hash = take(&mut rest)?;
        while !rest.is_empty() {
            let [kind] = take::<1>(&mut rest)?;
            head.tally.counts[usize::from(kind)] = u64::from_le_bytes(take(&mut rest)?);
        }
        Some(head)
    }
}

/// SHA-256 over the hash of the entry before, the sequence number (big endian) and the payload.
pub(super) fn chain_hash(previous: &[u8; 32], sequence: u64, payload: &[u8]) -> [u8; 32] {
    let mut hasher = Sha256::new();
    hasher.update(previous);
    hasher.update(sequence.to_be_bytes());
    hasher.update(payload);
    hasher.finalize().into()
}

fn take<const N: usize>(rest: &mut &[u8]) -> Option<[u8; N]> {
    let (front, back) = rest.split_first_chunk::<N>()?;
    *rest = back;
    Some(*front)
}

/// What the head file said when it was opened.
#[derive(Debug)]
pub(super) enum Noted {
    /// There was no file.
    Nothing,
    /// There was one, but neither slot fits its checksum.
    Unusable,
    /// The newer of the slots that fit.
    Head(Box<Head>),
}

/// The head file, open for writing.
#[derive(Debug)]
pub(super) struct HeadFile {
    path: PathBuf,
    file: Option<File>,
    next_slot: u64,
    synced: Instant,
    dirty: bool,
}

impl HeadFile {
    /// Opens the file for reading what it says; it is made at the first write.
    pub(super) fn open(path: &Path) -> io::Result<(Self, Noted)> {
        let mut opened = Self { path: path.to_owned(), file: None, next_slot: 0, synced: Instant::now(), dirty: false };
        let mut file = match OpenOptions::new().read(true).write(true).open(path) {
            Ok(file) => file,
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                return Ok((opened, Noted::Nothing));
            }
            Err(error) => return Err(error),
        };
        let mut newest: Option<(u64, Head)> = None;
        for slot in 0..SLOTS {
            let found = read_slot(&mut file, slot)?;
            if let Some(head) = found.filter(|head| newest.as_ref().is_none_or(|(_, best)| best.sequence <= head.sequence)) {
                newest = Some((slot, head));
            }
        }
        opened.file = Some(file);
        opened.next_slot = newest.as_ref().map_or(0, |(slot, _)| (slot + 1) % SLOTS);
        Ok((opened, newest.map_or(Noted::Unusable, |(_, head)| Noted::Head(Box::new(head)))))
    }

    /// Notes a head. Survives the death of the process; [`sync`](Self::sync) makes it survive a power cut too.
    pub(super) fn write(&mut self, encoded: &[u8]) -> io::Result<()> {
        let file = match &mut self.file {
            Some(file) => file,
            none => none.insert(OpenOptions::new().read(true).write(true).create(true).truncate(false).open(&self.path)?),
        };
        let length = u32::try_from(encoded.len()).map_err(io::Error::other)?;
        let mut slot = Vec::with_capacity(4 + encoded.len());
        slot.extend_from_slice(&length.to_le_bytes());
        slot.extend_from_slice(encoded);
        file.seek(SeekFrom::Start(self.next_slot * SLOT_BYTES))?;
        file.write_all(&slot)?;
        self.next_slot = (self.next_slot + 1) % SLOTS;
        self.dirty = true;
        Ok(())
    }

    /// Syncs when something was written and the last sync is at least this long ago.
    pub(super) fn sync(&mut self, every: Duration) -> io::Result<()> {
        if !self.dirty || self.synced.elapsed() < every {
            return Ok(());
        }
        if let Some(file) = &self.file {
            file.sync_data()?;
        }
        self.dirty = false;
        self.synced = Instant::now();
        Ok(())
    }

    /// Whether a write waits to be synced.
    pub(super) fn is_dirty(&self) -> bool {
        self.dirty
    }
}

fn read_slot(file: &mut File, slot: u64) -> io::Result<Option<Head>> {
    file.seek(SeekFrom::Start(slot * SLOT_BYTES))?;
    let mut bytes = Vec::new();
    file.take(SLOT_BYTES).read_to_end(&mut bytes)?;
    let Some((length, rest)) = bytes.split_first_chunk::<4>() else {
        return Ok(None);
    };
    let length = usize::try_from(u32::from_le_bytes(*length)).unwrap_or(usize::MAX);
    Ok(rest.get(..length).and_then(Head::decode))
}

#[cfg(test)]
mod tests {
    use super::super::envelope::seal;
    use super::*;

    fn head(sequence: u64) -> Head {
        let mut head = Head::new(77);
        head.sequence = sequence;
        for key in [&b"T1"[..], b"T2", b"P1"] {
            head.tally.add(key, &seal(key, vec![1, 2, 3]));
        }
        head.extend_chain(b"opened");
        head
    }

    #[test]
    fn a_head_survives_encoding_and_no_bit_may_change() {
        let bytes = head(9).encode();
        assert_eq!(Head::decode(&bytes), Some(head(9)));
        for at in 0..bytes.len() {
            let mut bad = bytes.clone();
            bad[at] ^= 0x10;
            assert_eq!(Head::decode(&bad), None, "byte {at}");
            assert_eq!(Head::decode(&bytes[..at]), None, "cut at {at}");
        }
    }

    #[test]
    fn a_head_with_all_kinds_fits_its_slot() {
        let mut head = Head::new(1);
        for kind in 0..=u8::MAX {
            head.tally.add(&[kind, 1], &seal(&[kind, 1], vec![]));
        }
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("head");
        HeadFile::open(&path).unwrap().0.write(&head.encode()).unwrap();
        assert!(head.encode().len() + 4 <= usize::try_from(SLOT_BYTES).unwrap());
        assert!(matches!(HeadFile::open(&path).unwrap().1, Noted::Head(found) if *found == head));
    }

    #[test]
    fn the_order_of_changes_does_not_matter_to_a_tally() {
        let (one, two) = (seal(b"T1", vec![1]), seal(b"T2", vec![2]));
        let mut there = Tally::default();
        there.add(b"T1", &one);
        there.change(b"T2", None, Some(&two));
        there.change(b"T1", Some(&one), None);
        let mut direct = Tally::default();
        direct.add(b"T2", &two);
        assert_eq!(there, direct);
        assert_eq!((there.records(), there.count(b'T'), there.count(b'P')), (1, 1, 0));
    }

    #[test]
    fn the_head_file_keeps_the_newest_and_a_torn_write_costs_one_step_only() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("head");
        let (mut file, noted) = HeadFile::open(&path).unwrap();
        assert!(matches!(noted, Noted::Nothing));
        for sequence in 1..=5 {
            file.write(&head(sequence).encode()).unwrap();
        }
        file.sync(Duration::ZERO).unwrap();
        let newest = |path: &Path| match HeadFile::open(path).unwrap().1 {
            Noted::Head(head) => Some(head.sequence),
            Noted::Nothing | Noted::Unusable => None,
        };
        assert_eq!(newest(&path), Some(5));
        let spoil = |at: u64| {
            let mut raw = OpenOptions::new().write(true).open(&path).unwrap();
            raw.seek(SeekFrom::Start(at)).unwrap();
            raw.write_all(&[0xee; 40]).unwrap();
        };
        spoil(8);
        assert_eq!(newest(&path), Some(4));
        spoil(SLOT_BYTES + 8);
        assert_eq!(newest(&path), None);
        assert!(matches!(HeadFile::open(&path).unwrap().1, Noted::Unusable));
    }
}
