//! The directory of a zip archive: names and declared sizes. Unpacks nothing.

use std::io::{self, Read, Seek, SeekFrom};

use super::{
    judge,
    sniff::{Kind, Note},
};

/// More entries are noted and not read.
const MAX_ENTRIES: usize = 10_000;
/// A directory of more bytes is not read.
const MAX_DIRECTORY: u64 = 4 * 1024 * 1024;
/// Declared unpacked bytes above which an archive is noted: all entries together.
const MAX_UNPACKED: u64 = 2 * 1024 * 1024 * 1024;
/// Unpacked bytes a packed byte above which an archive is noted, if it is not small. Deflate reaches at most 1032.
const MAX_RATIO: u64 = 100;
/// Smaller than this, a ratio says nothing.
const SMALL_UNPACKED: u64 = 20 * 1024 * 1024;
/// End record without its comment, and longest comment.
const END: usize = 22;
const LONGEST_COMMENT: usize = 65_535;
/// Most entries looked at from the start.
const HEAD_ENTRIES: usize = 200;

/// What the directory says.
pub(super) struct Directory {
    pub kind: Kind,
    pub notes: Vec<Note>,
}

/// `None` if there is no readable directory at the end of the file.
pub(super) fn directory(file: &mut (impl Read + Seek), len: u64) -> io::Result<Option<Directory>> {
    let tail = tail(file, len)?;
    let Some(end) = find_end(&tail) else { return Ok(None) };
    let end_at = len - (tail.len() - end.at) as u64;
    let Some(start) = end_at.checked_sub(end.directory_len) else { return Ok(None) };
    if end.directory_len > MAX_DIRECTORY {
        return Ok(None);
    }
    let bytes = read_at(file, start, end.directory_len)?;
    let Some(entries) = entries(&bytes, end.entries) else { return Ok(None) };
    let mut notes = notes(&entries, len);
    // The archive was glued behind something else.
    if start != end.directory_at {
        notes.push(Note::Polyglot);
    }
    notes.sort_unstable();
    notes.dedup();
    Ok(Some(Directory { kind: kind_of_names(entries.iter().map(|entry| entry.name)), notes }))
}

/// Whether an archive ends here, readable or not. Programs that unpack look only at the end.
pub(super) fn has_directory(file: &mut (impl Read + Seek), len: u64) -> io::Result<bool> {
    Ok(find_end(&tail(file, len)?).is_some())
}

/// The kind by the entries that stand at the start of the file.
pub(super) fn kind_of_head(head: &[u8]) -> Kind {
    let mut names = Vec::new();
    let mut rest = head;
    while let (Some(entry), true) = (local_entry(rest), names.len() < HEAD_ENTRIES) {
        names.push(entry.name);
        let Some(next) = entry.next_at.and_then(|at| rest.get(at..)).or_else(|| next_local(rest)) else { break };
        rest = next;
    }
    kind_of_names(names.into_iter())
}

fn kind_of_names<'a>(names: impl Iterator<Item = &'a [u8]> + Clone) -> Kind {
    let has = |wanted: &str| names.clone().any(|name| name == wanted.as_bytes());
    let below = |folder: &str| names.clone().any(|name| name.starts_with(folder.as_bytes()));
    if has("AndroidManifest.xml") {
        Kind::Apk
    } else if has("META-INF/MANIFEST.MF") {
        Kind::Jar
    } else if !has("[Content_Types].xml") {
        Kind::Zip
    } else if below("word/") {
        Kind::Docx
    } else if below("xl/") {
        Kind::Xlsx
    } else if below("ppt/") {
        Kind::Pptx
    } else {
        Kind::Zip
    }
}

struct End {
    /// Within the tail.
    at: usize,
    entries: usize,
    directory_len: u64,
    directory_at: u64,
}

/// The last end record whose comment fills the rest of the file.
fn find_end(tail: &[u8]) -> Option<End> {
    let last = tail.len().checked_sub(END)?;
    (0..=last).rev().find_map(|at| {
        let record = tail[at..].strip_prefix(b"PK\x05\x06")?;
        let comment = usize::from(u16_at(record, 16)?);
        let entries = u16_at(record, 6)?;
        let (directory_len, directory_at) = (u32_at(record, 8)?, u32_at(record, 12)?);
        // All bits set: the numbers stand in the record of the 64-bit form, which evidence of our sizes does not need.
        let fits = at + END + comment == tail.len() && entries != u16::MAX && directory_len != u32::MAX && directory_at != u32::MAX;
        fits.then(|| End { at, entries: usize::from(entries), directory_len: directory_len.into(), directory_at: directory_at.into() })
    })
}

struct Entry<'a> {
    name: &'a [u8],
    encrypted: bool,
    unpacked: u64,
    is_link: bool,
}

/// `None` if the bytes are not exactly so many entries.
fn entries(mut rest: &[u8], count: usize) -> Option<Vec<Entry<'_>>> {
    const FIXED: usize = 46;
    let mut entries = Vec::with_capacity(count.min(MAX_ENTRIES));
    while !rest.is_empty() {
        rest.strip_prefix(b"PK\x01\x02")?;
        let lengths = [28, 30, 32].map(|at| u16_at(rest, at).map(usize::from));
        let [Some(name_len), Some(extra), Some(comment)] = lengths else { return None };
        let unix = rest.get(5) == Some(&3);
        entries.push(Entry {
            name: rest.get(FIXED..FIXED + name_len)?,
            encrypted: u16_at(rest, 8)? & 1 == 1,
            unpacked: u32_at(rest, 24)?.into(),
            is_link: unix && u32_at(rest, 38)? >> 28 == 0o12,
        });
        rest = rest.get(FIXED + name_len + extra + comment..)?;
    }
    (entries.len() == count).then_some(entries)
}

fn notes(entries: &[Entry], len: u64) -> Vec<Note> {
    let unpacked: u64 = entries.iter().map(|entry| entry.unpacked).sum();
    let mut notes = Vec::new();
    let mut note = |note, applies: bool| {
        if applies {
            notes.push(note);
        }
    };
    note(Note::ManyEntries, entries.len() > MAX_ENTRIES);
    note(Note::UnpacksHuge, unpacked > MAX_UNPACKED || unpacked > SMALL_UNPACKED && unpacked / len.max(1) > MAX_RATIO);
    for entry in entries.iter().take(MAX_ENTRIES) {
        let name = String::from_utf8_lossy(entry.name).to_ascii_lowercase();
        note(Note::Encrypted, entry.encrypted);
        note(Note::Link, entry.is_link);
        note(Note::UnsafePath, is_unsafe(&name));
        note(Note::Macros, name.ends_with("vbaproject.bin"));
        let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
        note(Note::NestedArchive, judge::ARCHIVE_ENDINGS.contains(&ending));
        note(Note::ProgramInside, judge::PROGRAM_ENDINGS.contains(&ending));
    }
    notes
}

fn is_unsafe(name: &str) -> bool {
    let drive = name.as_bytes().get(1) == Some(&b':');
    name.starts_with(['/', '\\']) || drive || name.contains('\0') || name.split(['/', '\\']).any(|part| part == "..")
}

struct LocalEntry<'a> {
    name: &'a [u8],
    /// `None` if the size stands behind the content.
    next_at: Option<usize>,
}

fn local_entry(bytes: &[u8]) -> Option<LocalEntry<'_>> {
    const FIXED: usize = 30;
    bytes.strip_prefix(b"PK\x03\x04")?;
    let name_len = usize::from(u16_at(bytes, 26)?);
    let content_at = FIXED + name_len + usize::from(u16_at(bytes, 28)?);
    let streamed = u16_at(bytes, 6)? & 8 != 0;
    let packed = usize::try_from(u32_at(bytes, 18)?).ok()?;
    Some(LocalEntry { name: bytes.get(FIXED..FIXED + name_len)?, next_at: if streamed { None } else { content_at.checked_add(packed) } })
}

fn next_local(bytes: &[u8]) -> Option<&[u8]> {
    let at = bytes.get(4..)?.windows(4).position(|window| window == b"PK\x03\x04")?;
    bytes.get(4 + at..)
}

fn tail(file: &mut (impl Read + Seek), len: u64) -> io::Result<Vec<u8>> {
    let longest = (END + LONGEST_COMMENT) as u64;
    read_at(file, len.saturating_sub(longest), longest)
}

fn read_at(file: &mut (impl Read + Seek), at: u64, len: u64) -> io::Result<Vec<u8>> {
    file.seek(SeekFrom::Start(at))?;
    let mut bytes = Vec::new();
    file.take(len).read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(*bytes.get(at..)?.first_chunk()?))
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(*bytes.get(at..)?.first_chunk()?))
}
