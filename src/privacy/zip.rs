//! A ZIP archive written as it goes, without holding it in memory or on disk: entries are stored as they are, sizes and sums follow
//! each (APPNOTE.TXT 4.3.9). Names are UTF-8.
//!
//! ## Why
//! Pictures and PDF do not get smaller, and an archive of up to 4 GB needs no more than this. What would go beyond is left out by
//! the caller, who asks first ([`Archive::has_room`]).

use std::io::{self, Write};

/// Bytes up to which positions are written in 32 bits, with room for the directory.
const MOST: u64 = u32::MAX as u64 - 64 * 1024 * 1024;
/// Version needed to read it, flags (sizes follow; UTF-8), method (stored), time and day (the first of 1980: none).
const COMMON: [u8; 10] = [20, 0, 0x08, 0x08, 0, 0, 0, 0, 0x21, 0];

struct Entry {
    name: String,
    crc: u32,
    size: u32,
    at: u32,
}

/// An archive in the making.
pub(super) struct Archive<W: Write> {
    to: W,
    at: u64,
    entries: Vec<Entry>,
}

impl<W: Write> Archive<W> {
    pub(super) fn new(to: W) -> Self {
        Self { to, at: 0, entries: Vec::new() }
    }

    /// Whether so many more bytes fit.
    pub(super) fn has_room(&self, bytes: u64) -> bool {
        self.at.saturating_add(bytes).saturating_add(4096) < MOST && self.entries.len() < 60_000
    }

    /// Adds a file.
    pub(super) fn add(&mut self, name: &str, content: &mut dyn io::Read) -> io::Result<()> {
        let at = position(self.at)?;
        let length = u16::try_from(name.len()).map_err(io::Error::other)?;
        self.put(b"PK\x03\x04")?;
        self.put(&COMMON)?;
        self.put(&[0; 12])?;
        self.put(&length.to_le_bytes())?;
        self.put(&[0; 2])?;
        self.put(name.as_bytes())?;
        let (mut crc, mut size) = (!0u32, 0u64);
        let mut buffer = vec![0; 64 * 1024];
        loop {
            let n = content.read(&mut buffer)?;
            let Some(piece) = buffer.get(..n).filter(|piece| !piece.is_empty()) else { break };
            crc = piece.iter().fold(crc, |crc, byte| TABLE[usize::from((crc as u8) ^ byte)] ^ (crc >> 8));
            size += n as u64;
            self.put(piece)?;
        }
        let (crc, size) = (!crc, position(size)?);
        self.put(b"PK\x07\x08")?;
        for number in [crc, size, size] {
            self.put(&number.to_le_bytes())?;
        }
        self.entries.push(Entry { name: name.to_owned(), crc, size, at });
        Ok(())
    }

    /// Writes the directory; gives back where everything went.
    pub(super) fn end(mut self) -> io::Result<W> {
        let begin = position(self.at)?;
        let entries = std::mem::take(&mut self.entries);
        for Entry { name, crc, size, at } in &entries {
            let length = u16::try_from(name.len()).map_err(io::Error::other)?;
            self.put(b"PK\x01\x02")?;
            self.put(&[20, 3])?;
            self.put(&COMMON)?;
            for number in [*crc, *size, *size] {
                self.put(&number.to_le_bytes())?;
            }
            self.put(&length.to_le_bytes())?;
            // No extra field, no comment, first disk, nothing said inside; rights 0600 of a Unix file.
            self.put(&[0; 8])?;
            self.put(&(0o100_600_u32 << 16).to_le_bytes())?;
            self.put(&at.to_le_bytes())?;
            self.put(name.as_bytes())?;
        }
        let count = u16::try_from(entries.len()).map_err(io::Error::other)?;
        let size = position(self.at)?.saturating_sub(begin);
        self.put(b"PK\x05\x06\0\0\0\0")?;
        self.put(&count.to_le_bytes())?;
        self.put(&count.to_le_bytes())?;
        self.put(&size.to_le_bytes())?;
        self.put(&begin.to_le_bytes())?;
        self.put(&[0; 2])?;
        self.to.flush()?;
        Ok(self.to)
    }

    fn put(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.to.write_all(bytes)?;
        self.at += bytes.len() as u64;
        Ok(())
    }
}

fn position(at: u64) -> io::Result<u32> {
    u32::try_from(at).map_err(|_| io::Error::other("an archive of more than 4 GB"))
}

/// CRC-32 of each byte (ISO 3309, as ZIP wants it).
const TABLE: [u32; 256] = {
    let mut table = [0; 256];
    let mut n = 0;
    while n < 256 {
        let mut crc = n as u32;
        let mut bit = 0;
        while bit < 8 {
            crc = if crc & 1 == 1 { 0xEDB8_8320 ^ (crc >> 1) } else { crc >> 1 };
            bit += 1;
        }
        table[n] = crc;
        n += 1;
    }
    table
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_archive_holds_what_was_added_where_its_directory_says() {
        let mut archive = Archive::new(Vec::new());
        let files: [(&str, Vec<u8>); 3] = [("data.json", b"{}".to_vec()), ("files/合同.pdf", vec![7; 200_000]), ("empty", Vec::new())];
        for (name, content) in &files {
            assert!(archive.has_room(content.len() as u64));
            archive.add(name, &mut content.as_slice()).expect("written to memory");
        }
        let bytes = archive.end().expect("written to memory");
        let number = |at: usize| u32::from_le_bytes(bytes[at..at + 4].try_into().expect("four bytes"));
        let short = |at: usize| usize::from(u16::from_le_bytes(bytes[at..at + 2].try_into().expect("two bytes")));
        let end = bytes.len() - 22;
        assert_eq!((&bytes[end..end + 4], short(end + 10)), (&b"PK\x05\x06"[..], 3));
        let mut at = number(end + 16) as usize;
        for (name, content) in &files {
            assert_eq!(&bytes[at..at + 4], b"PK\x01\x02");
            let (size, named, local) = (number(at + 24) as usize, short(at + 28), number(at + 42) as usize);
            assert_eq!((&bytes[at + 46..at + 46 + named], size), (name.as_bytes(), content.len()));
            let begin = local + 30 + short(local + 26);
            assert_eq!(&bytes[begin..begin + size], content.as_slice());
            at += 46 + named;
        }
        // The sum of the standard's own example.
        let mut one = Archive::new(Vec::new());
        one.add("x", &mut &b"123456789"[..]).expect("written");
        assert_eq!(one.entries[0].crc, 0xCBF4_3926);
    }

    #[test]
    fn what_does_not_fit_is_known_before() {
        let archive = Archive::new(Vec::new());
        assert!(archive.has_room(3_000_000_000) && !archive.has_room(u64::from(u32::MAX)));
    }
}
