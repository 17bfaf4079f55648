//! Writing a new file: sealed while it comes in, looked at when it is whole, durable before it counts.

use std::{
    fmt,
    fs::File,
    io::{Seek, SeekFrom, Write},
};

use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use super::{
    ContentHash, FileId, Sniffed, TempPath, Vault, VaultError, VaultReader,
    chunk::{CHUNK, ChunkCipher, HEADER, Part, Place, TAG},
    sniff,
};
use crate::seal::DataKey;

/// Takes the bytes of one file. Dropped unfinished, it leaves nothing behind.
pub struct VaultWriter {
    vault: Vault,
    /// `None` after an error: the temporary file is gone.
    file: Option<(TempPath, File)>,
    key: DataKey,
    cipher: ChunkCipher,
    /// Content that is not sealed yet: up to one chunk.
    buffer: Zeroizing<Vec<u8>>,
    /// Number of the chunk in the buffer.
    number: u64,
    hasher: Sha256,
    bytes: u64,
    limit: u64,
}

/// A whole, synced file without a final name. Dropped, it is gone; so refused content never enters the vault.
#[derive(Debug)]
pub struct Pending {
    vault: Vault,
    temp: TempPath,
    id: FileId,
    sha256: ContentHash,
    bytes: u64,
    kind: Sniffed,
}

/// A file that is in the vault for good.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stored {
    pub id: FileId,
    pub sha256: ContentHash,
    /// Bytes of content.
    pub bytes: u64,
    /// What it is by its content.
    pub kind: Sniffed,
    /// The same content was in the vault before.
    pub deduplicated: bool,
}

impl VaultWriter {
    pub(super) fn start(vault: Vault, limit: u64) -> Result<Self, VaultError> {
        let file = vault.temp_file("new")?;
        let key = DataKey::generate(&mut rand::rng());
        let mut writer = Self {
            vault,
            file: Some(file),
            cipher: ChunkCipher::new(&key),
            key,
            buffer: Zeroizing::new(Vec::with_capacity(CHUNK + TAG)),
            number: 0,
            hasher: Sha256::new(),
            bytes: 0,
            limit,
        };
        // The place of the header; its key is bound to the name, which is known at the end.
        writer.put(&[0; HEADER])?;
        Ok(writer)
    }

    /// Takes the next bytes. After an error the file is gone and every further call fails.
    pub fn write(&mut self, mut bytes: &[u8]) -> Result<(), VaultError> {
        self.bytes = self.bytes.saturating_add(bytes.len() as u64);
        if self.bytes > self.limit {
            self.file = None;
            return Err(VaultError::TooLarge { limit: self.limit });
        }
        if self.file.is_none() {
            return Err(VaultError::Abandoned);
        }
        self.hasher.update(bytes);
        while !bytes.is_empty() {
            // A full buffer waits for the next byte: only then it is known not to be the last chunk.
            if self.buffer.len() == CHUNK {
                self.put_chunk(Part::Middle)?;
            }
            let (now, later) = bytes.split_at(bytes.len().min(CHUNK - self.buffer.len()));
            self.buffer.extend_from_slice(now);
            bytes = later;
        }
        Ok(())
    }

    /// Bytes taken so far.
    pub fn bytes(&self) -> u64 {
        self.bytes
    }

    /// Ends the file and says what it is, before it enters the vault.
    pub fn close(mut self) -> Result<Pending, VaultError> {
        if self.file.is_some() && self.bytes == 0 {
            return Err(VaultError::Empty);
        }
        self.put_chunk(Part::Last)?;
        let (temp, mut file) = self.file.take().ok_or(VaultError::Abandoned)?;
        let sha256 = ContentHash(self.hasher.finalize().into());
        let id = self.vault.id_of(&sha256);
        file.seek(SeekFrom::Start(0))?;
        file.write_all(&self.vault.wrap(&self.key, &id))?;
        file.sync_all()?;
        let kind = sniff::inspect(&mut VaultReader::over(file, &self.key)?)?;
        Ok(Pending { vault: self.vault, temp, id, sha256, bytes: self.bytes, kind })
    }

    /// [`close`](Self::close) and [`keep`](Pending::keep), whatever the content is.
    pub fn finish(self) -> Result<Stored, VaultError> {
        self.close()?.keep()
    }

    fn put_chunk(&mut self, part: Part) -> Result<(), VaultError> {
        let mut buffer = std::mem::take(&mut self.buffer);
        self.cipher.seal(Place { number: self.number, part }, &mut buffer);
        self.put(&buffer)?;
        buffer.clear();
        self.buffer = buffer;
        self.number += 1;
        Ok(())
    }

    fn put(&mut self, bytes: &[u8]) -> Result<(), VaultError> {
        let (_, file) = self.file.as_mut().ok_or(VaultError::Abandoned)?;
        let written = file.write_all(bytes);
        if written.is_err() {
            self.file = None;
        }
        Ok(written?)
    }
}

impl fmt::Debug for VaultWriter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("VaultWriter").field("bytes", &self.bytes).finish_non_exhaustive()
    }
}

impl Pending {
    /// What it is by its content.
    pub fn kind(&self) -> &Sniffed {
        &self.kind
    }

    /// SHA-256 of the content.
    pub fn sha256(&self) -> ContentHash {
        self.sha256
    }

    /// Bytes of content.
    pub fn bytes(&self) -> u64 {
        self.bytes
    }

    /// Puts it into the vault. When this returns, it is on disk.
    pub fn keep(self) -> Result<Stored, VaultError> {
        let Self { vault, temp, id, sha256, bytes, kind } = self;
        let names = vault.lock();
        let deduplicated = vault.publish(temp, &id, &names)?;
        drop(names);
        Ok(Stored { id, sha256, bytes, kind, deduplicated })
    }
}
