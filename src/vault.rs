//! Evidence files: kept once, sealed, under a name that tells a thief nothing.
//!
//! A file is written with [`VaultWriter`] and is durable before [`finish`](VaultWriter::finish) returns, so that a commit may
//! mention it. What is shown to people is a copy without metadata ([`clean_image`]); the original stays as it came.
//!
//! Blocking code: call it where blocking is allowed. Must not know tickets, decide who may see a file, or show its content to
//! a log.
//!
//! ## Why
//!
//! - The name of a file is a keyed tag of its SHA-256. Under the bare hash, whoever steals the disk could test whether the office
//!   holds a certain known document.
//! - Content is sealed in chunks of 64 KiB whose nonce is their number and an end mark, under a key used for this file only:
//!   truncation, reordering and appending are noticed, and a player can jump.
//! - The file's own key stands in its header, wrapped by the office key and bound to the name. [`Vault::erase`] destroys the
//!   header before it removes the file.
//! - A file whose content is already here replaces the one that is there. It heals a damaged copy, and its fresh date keeps it
//!   safe from a sweep that is running.
//! - A crash leaves files called `new-...` or `gone-...`, never half a file under a final name. [`Vault::sweep`] removes them.

mod chunk;
mod clean;
mod judge;
mod name;
mod reader;
mod sniff;
mod writer;
mod zip;

use std::{
    fmt, fs,
    io::{self, Read, Seek, SeekFrom, Write},
    path::{Path, PathBuf},
    str::FromStr,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::SystemTime,
};

use rand::RngExt;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::seal::{DataKey, KeyId, OfficeKey, SealError, key_id_of, private_file, text};

pub use clean::{CannotClean, Cleaned, clean_image};
pub use judge::{Reason, Verdict, judge};
pub use name::{DISPLAY_NAME_CHARS, display_name};
pub use reader::VaultReader;
pub use sniff::{HEAD, Kind, Note, Shown, Sniffed, inspect, sniff};
pub use writer::{Pending, Stored, VaultWriter};

/// Why the vault could not do what was asked.
#[derive(Debug, thiserror::Error)]
pub enum VaultError {
    /// No file of this id.
    #[error("no such file in the vault")]
    Missing,
    /// A file of 0 bytes is not kept.
    #[error("file is empty")]
    Empty,
    /// The file has more bytes than its writer was made for.
    #[error("file has more than {limit} bytes")]
    TooLarge { limit: u64 },
    /// Disk or quota is full.
    #[error("no space left for the file")]
    NoSpace,
    /// The file was changed, cut or moved after it was stored.
    #[error("file in the vault is damaged")]
    Damaged,
    /// The key that wrapped the file's key is not in the key file.
    #[error("file in the vault: {0}")]
    Key(SealError),
    /// An earlier write failed; what was written is gone.
    #[error("file was abandoned after an earlier error")]
    Abandoned,
    /// Anything else the system refused.
    #[error("vault: {0}")]
    Io(io::Error),
}

impl From<io::Error> for VaultError {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::NotFound => Self::Missing,
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded | io::ErrorKind::FileTooLarge => Self::NoSpace,
            io::ErrorKind::InvalidData | io::ErrorKind::UnexpectedEof => Self::Damaged,
            _ => Self::Io(error),
        }
    }
}

impl From<SealError> for VaultError {
    fn from(error: SealError) -> Self {
        match error {
            SealError::UnknownKey(_) | SealError::UnknownVersion(_) => Self::Key(error),
            SealError::NotSealed | SealError::Damaged => Self::Damaged,
        }
    }
}

macro_rules! hex_newtype {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(pub(crate) [u8; 32]);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&text::to_hex(&self.0))
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!(stringify!($name), "({})"), self)
            }
        }

        impl FromStr for $name {
            type Err = NotHex;

            fn from_str(hex: &str) -> Result<Self, NotHex> {
                text::from_hex(hex).map(Self).ok_or(NotHex)
            }
        }

        impl TryFrom<String> for $name {
            type Error = NotHex;

            fn try_from(hex: String) -> Result<Self, NotHex> {
                hex.parse()
            }
        }

        impl From<$name> for String {
            fn from(value: $name) -> String {
                value.to_string()
            }
        }
    };
}

hex_newtype! {
    /// Name of a file in the vault: 64 hex digits. Equal content has equal ids within one office.
    FileId
}
hex_newtype! {
    /// SHA-256 of the original content. Goes into the ticket as proof; treat it like personal data.
    ContentHash
}

/// Not 64 lower-case hex digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not 64 hex digits")]
pub struct NotHex;

impl ContentHash {
    /// Hash of bytes in memory.
    pub fn of(bytes: &[u8]) -> Self {
        Self(Sha256::digest(bytes).into())
    }
}

/// What a check of one file found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Health {
    /// There, whole, and the content that was expected.
    Intact,
    /// Not there.
    Missing,
    /// There, but changed since it was stored, or sealed with a key that is gone.
    Damaged,
    /// Whole, but not the expected content or length.
    Different,
}

/// One file of the vault as [`Vault::list`] sees it, unopened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    pub id: FileId,
    /// Bytes on disk: those of the content and about 0.03 % more.
    pub sealed_bytes: u64,
    /// When it was stored, last time the same content came.
    pub written: SystemTime,
}

/// What a sweep removed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Swept {
    /// Files that nothing mentions.
    pub orphans: u64,
    /// Traces of crashes.
    pub leftovers: u64,
    /// Bytes on disk set free.
    pub bytes: u64,
}

/// Whether [`Vault::rewrap`] had something to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rewrapped {
    Now,
    WasNewest,
}

/// The folder of evidence files. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Vault(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    dir: PathBuf,
    key: OfficeKey,
    /// Held while a final name is made, replaced or removed, so that a sweep never takes away what was stored just now.
    names: Mutex<()>,
}

/// A file under a name that is not final: removed when dropped, unless it got its final name.
#[derive(Debug)]
struct TempPath(PathBuf);

impl Drop for TempPath {
    fn drop(&mut self) {
        // A leftover is harmless: the next sweep takes it.
        let _ = private_file::remove(&self.0);
    }
}

impl Vault {
    /// Opens the vault in this folder, makes the folder where it is missing, and takes the rights of group and world from it.
    pub fn open(dir: &Path, key: OfficeKey) -> Result<Self, VaultError> {
        private_file::create_dir(dir)?;
        private_file::close_dir(dir)?;
        Ok(Self(Arc::new(Inner { dir: dir.into(), key, names: Mutex::new(()) })))
    }

    /// Starts a new file of at most `limit` bytes.
    pub fn writer(&self, limit: u64) -> Result<VaultWriter, VaultError> {
        VaultWriter::start(self.clone(), limit)
    }

    /// The id that content with this hash has here.
    pub fn id_of(&self, sha256: &ContentHash) -> FileId {
        FileId(self.0.key.tag("vault file name", &[&sha256.0]))
    }

    /// Opens a file for reading. Truncation shows here, any other damage when the damaged place is read.
    pub fn read(&self, id: &FileId) -> Result<VaultReader, VaultError> {
        let mut file = fs::File::open(self.path(id))?;
        let key = chunk::read_header(&mut file, |wrapped| self.0.key.unwrap_key(wrapped, &id.0))?;
        VaultReader::over(file, &key)
    }

    /// Reads a whole file and compares it with what the ticket says about it.
    pub fn check(&self, id: &FileId, sha256: &ContentHash, bytes: u64) -> Result<Health, VaultError> {
        match self.hash(id) {
            Ok(found) if found == (*sha256, bytes) => Ok(Health::Intact),
            Ok(_) => Ok(Health::Different),
            Err(VaultError::Missing) => Ok(Health::Missing),
            Err(VaultError::Damaged | VaultError::Key(_)) => Ok(Health::Damaged),
            Err(other) => Err(other),
        }
    }

    /// Removes a file for good; its key is overwritten first. `false` when it was not there. The caller makes sure that no
    /// other ticket mentions the same content.
    pub fn erase(&self, id: &FileId) -> Result<bool, VaultError> {
        self.erase_if(id, |_| true).map(|erased| erased.is_some())
    }

    /// Removes a file for good, like [`erase`](Self::erase), unless its content came again after `written_before`: then somebody is
    /// about to mention it. `true` when it is gone.
    pub fn erase_old(&self, id: &FileId, written_before: SystemTime) -> Result<bool, VaultError> {
        let old = |meta: &fs::Metadata| meta.modified().is_ok_and(|written| written < written_before);
        Ok(self.erase_if(id, old)?.is_some() || !self.path(id).exists())
    }

    /// Removes files that `keep` does not know, and traces of crashes, if they were last written before `written_before`.
    /// Leave a margin of hours: a file is stored before the commit that mentions it.
    pub fn sweep(&self, keep: impl Fn(&FileId) -> bool, written_before: SystemTime) -> Result<Swept, VaultError> {
        let mut swept = Swept::default();
        let old = |meta: &fs::Metadata| meta.modified().is_ok_and(|written| written < written_before);
        for entry in fs::read_dir(&self.0.dir)? {
            let entry = entry?;
            let name = entry.file_name();
            let Some(name) = name.to_str() else { continue };
            if let Ok(id) = name.parse::<FileId>() {
                if keep(&id) {
                    continue;
                }
                if let Some(bytes) = self.erase_if(&id, old)? {
                    swept.orphans += 1;
                    swept.bytes += bytes;
                }
            } else if name.starts_with("gone-") || name.starts_with("new-") {
                let Some(meta) = present(entry.metadata())? else { continue };
                if old(&meta) {
                    private_file::remove(&entry.path())?;
                    swept.leftovers += 1;
                    swept.bytes += meta.len();
                }
            }
        }
        Ok(swept)
    }

    /// All files, unopened, in no particular order.
    pub fn list(&self) -> Result<Vec<Listed>, VaultError> {
        let mut all = Vec::new();
        for entry in fs::read_dir(&self.0.dir)? {
            let entry = entry?;
            let Some(id) = entry.file_name().to_str().and_then(|name| name.parse().ok()) else { continue };
            // It may have been erased since the folder was read.
            let Some(meta) = present(entry.metadata())? else { continue };
            all.push(Listed { id, sealed_bytes: meta.len(), written: meta.modified()? });
        }
        Ok(all)
    }

    /// The office key with which the file's own key is wrapped.
    pub fn key_of(&self, id: &FileId) -> Result<KeyId, VaultError> {
        let mut file = fs::File::open(self.path(id))?;
        chunk::read_header(&mut file, |wrapped| key_id_of(wrapped.as_bytes()))
    }

    /// Wraps the file's key with the newest office key, so that an older one can be retired.
    pub fn rewrap(&self, id: &FileId) -> Result<Rewrapped, VaultError> {
        let mut file = fs::File::open(self.path(id))?;
        let mut newest = None;
        chunk::read_header(&mut file, |wrapped| {
            if !self.0.key.is_newest(wrapped.as_bytes()) {
                newest = Some(self.0.key.rewrap(wrapped, &id.0)?);
            }
            Ok(())
        })?;
        let Some(newest) = newest else { return Ok(Rewrapped::WasNewest) };
        let (temp, mut copy) = self.temp_file("new")?;
        copy.write_all(&chunk::header(&newest))?;
        io::copy(&mut file, &mut copy)?;
        copy.sync_all()?;
        let guard = self.lock();
        // Erased in the meantime: must not come back.
        fs::metadata(self.path(id))?;
        self.publish(temp, id, &guard)?;
        Ok(Rewrapped::Now)
    }

    fn hash(&self, id: &FileId) -> Result<(ContentHash, u64), VaultError> {
        let mut reader = self.read(id)?;
        let mut hasher = Sha256::new();
        let mut buffer = vec![0; chunk::CHUNK];
        loop {
            match reader.read(&mut buffer)? {
                0 => return Ok((ContentHash(hasher.finalize().into()), reader.len())),
                n => hasher.update(&buffer[..n]),
            }
        }
    }

    fn wrap(&self, key: &DataKey, id: &FileId) -> [u8; chunk::HEADER] {
        chunk::header(&self.0.key.wrap(key, &id.0))
    }

    /// Bytes set free, or `None` if the file is gone already or `really` says no.
    fn erase_if(&self, id: &FileId, really: impl Fn(&fs::Metadata) -> bool) -> Result<Option<u64>, VaultError> {
        let path = self.path(id);
        let gone = TempPath(self.0.dir.join(format!("gone-{:016x}", rand::rng().random::<u64>())));
        let bytes = {
            let _guard = self.lock();
            match present(fs::metadata(&path))? {
                Some(meta) if really(&meta) => {
                    fs::rename(&path, &gone.0)?;
                    meta.len()
                }
                _ => return Ok(None),
            }
        };
        let mut file = fs::File::options().write(true).open(&gone.0)?;
        file.seek(SeekFrom::Start(0))?;
        file.write_all(&[0; chunk::HEADER])?;
        file.sync_all()?;
        drop(file);
        private_file::remove(&gone.0)?;
        private_file::sync_dir(&self.0.dir)?;
        Ok(Some(bytes))
    }

    /// Gives a whole, synced file its final name and makes the name durable. Whether the name existed before.
    fn publish(&self, temp: TempPath, id: &FileId, _names: &MutexGuard<'_, ()>) -> Result<bool, VaultError> {
        let path = self.path(id);
        let existed = present(fs::metadata(&path))?.is_some();
        fs::rename(&temp.0, &path)?;
        private_file::sync_dir(&self.0.dir)?;
        Ok(existed)
    }

    fn temp_file(&self, prefix: &str) -> Result<(TempPath, fs::File), VaultError> {
        let path = self.0.dir.join(format!("{prefix}-{:016x}", rand::rng().random::<u64>()));
        let file = private_file::create(&path)?;
        Ok((TempPath(path), file))
    }

    fn path(&self, id: &FileId) -> PathBuf {
        self.0.dir.join(id.to_string())
    }

    fn lock(&self) -> MutexGuard<'_, ()> {
        self.0.names.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn present(meta: io::Result<fs::Metadata>) -> io::Result<Option<fs::Metadata>> {
    match meta {
        Ok(meta) => Ok(Some(meta)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

#[cfg(test)]
mod tests;
