//! Reading a sealed file: nothing is given out that was not verified.

use std::{
    fmt,
    fs::File,
    io::{self, Read, Seek, SeekFrom},
};

use zeroize::Zeroizing;

use super::{
    VaultError,
    chunk::{CHUNK, ChunkCipher, Layout},
};
use crate::seal::DataKey;

/// The content of one evidence file. Can jump. An error of kind `InvalidData` means that the file is damaged.
pub struct VaultReader {
    file: File,
    cipher: ChunkCipher,
    layout: Layout,
    position: u64,
    /// Number of the chunk in `plain`.
    current: Option<u64>,
    plain: Zeroizing<Vec<u8>>,
}

impl VaultReader {
    /// Opens the last chunk at once: a file that was cut is refused before its first byte is given out.
    pub(super) fn over(file: File, key: &DataKey) -> Result<Self, VaultError> {
        let layout = Layout::of(file.metadata()?.len()).ok_or(VaultError::Damaged)?;
        let cipher = ChunkCipher::new(key);
        let mut reader = Self { file, cipher, layout, position: 0, current: None, plain: Zeroizing::new(Vec::new()) };
        reader.load(layout.chunks - 1)?;
        Ok(reader)
    }

    /// Bytes of content.
    #[expect(clippy::len_without_is_empty, reason = "no file of the vault is empty")]
    pub fn len(&self) -> u64 {
        self.layout.plain
    }

    fn load(&mut self, number: u64) -> io::Result<()> {
        if self.current == Some(number) {
            return Ok(());
        }
        self.current = None;
        let (start, len) = self.layout.chunk(number);
        self.plain.resize(len, 0);
        self.file.seek(SeekFrom::Start(start))?;
        self.file.read_exact(&mut self.plain)?;
        self.cipher.open(self.layout.place(number), &mut self.plain).map_err(|error| {
            self.plain.clear();
            io::Error::new(io::ErrorKind::InvalidData, error)
        })?;
        self.current = Some(number);
        Ok(())
    }
}

impl Read for VaultReader {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        if out.is_empty() || self.position >= self.layout.plain {
            return Ok(0);
        }
        self.load(self.position / CHUNK as u64)?;
        let rest = &self.plain[(self.position % CHUNK as u64) as usize..];
        let n = rest.len().min(out.len());
        out[..n].copy_from_slice(&rest[..n]);
        self.position += n as u64;
        Ok(n)
    }
}

impl Seek for VaultReader {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let position = match to {
            SeekFrom::Start(position) => Some(position),
            SeekFrom::Current(by) => self.position.checked_add_signed(by),
            SeekFrom::End(by) => self.layout.plain.checked_add_signed(by),
        };
        self.position = position.ok_or(io::ErrorKind::InvalidInput)?;
        Ok(self.position)
    }
}

impl fmt::Debug for VaultReader {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("VaultReader").field("len", &self.len()).finish_non_exhaustive()
    }
}
