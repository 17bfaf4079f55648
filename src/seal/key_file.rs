//! The office key on disk: a small text file, so that it can be printed, kept in a safe and typed in again.
//!
//! ```text
//! ip-office-bot office key v1
//! seal 5f0c2a91 (64 hex digits)     one line a sealing root, newest first
//! index 11d8e07b (64 hex digits)    exactly one
//! check 0a1b2c3d4e5f6071            over the lines above
//! ```
//!
//! Empty lines and lines that start with `#` are skipped. The second word is the key's id; it is derived from the key, so a
//! mistyped digit is reported with its line.
//!
//! ## Why
//!
//! - A new file is written under another name, synced, and then linked to its own name: a crash leaves either no key file or
//!   a whole one, and of two processes that start at once one wins.
//! - A missing key file beside an existing store is a mistake of the operator (a wrong mount, a forgotten restore). A new key
//!   there would let the office go on and find out weeks later that the old answers cannot be read.

use std::{
    fmt,
    fs::{self, File},
    io::{self, Read, Write},
    path::{Path, PathBuf},
};

use rand::RngExt;
use secrecy::ExposeSecret;
use sha2::{Digest, Sha256};
use zeroize::{Zeroize, Zeroizing};

use super::{KeyId, OfficeKey, Secret, derive, id_of, private_file, text};

const TITLE: &str = "ip-office-bot office key v1";
/// A key file has about 100 bytes a line; anything of this size is some other file.
const LARGEST: u64 = 64 * 1024;

/// Whether sealed data exists for which a key must already be there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StoreBeside {
    /// First start: a key may be made.
    Missing,
    /// A missing key is an error.
    Exists,
}

/// Why the key file cannot be used. For the operator at the start.
#[derive(Debug, thiserror::Error)]
pub enum KeyFileError {
    /// The system refused.
    #[error("cannot {act} {}: {source}", path.display())]
    Io { act: FileAct, path: PathBuf, source: io::Error },
    /// Group or world may read or write it.
    #[error("{} has mode {mode:04o}; run: chmod 600 {}", path.display(), path.display())]
    OpenToOthers { path: PathBuf, mode: u32 },
    /// The store's key is somewhere else; making a new one would lose what it sealed.
    #[error("{} is missing but a store exists; put the office key back", path.display())]
    MissingBesideStore { path: PathBuf },
    /// The first line is not that of a key file of this version.
    #[error("{} is not a key file of this release", path.display())]
    NotAKeyFile { path: PathBuf },
    /// A line is not readable, or its key does not have the id written in front of it. Lines count from 1.
    #[error("{}:{line}: damaged line", path.display())]
    DamagedLine { path: PathBuf, line: usize },
    /// Each line is readable but lines are missing, added or moved.
    #[error("{}: wrong checksum", path.display())]
    WrongChecksum { path: PathBuf },
    /// The newest key cannot be retired, nor one that is not there.
    #[error("{}: key {id} cannot be retired", path.display())]
    NotRetirable { path: PathBuf, id: KeyId },
}

/// What was tried when the system refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileAct {
    /// Opening and reading.
    Read,
    /// Making, syncing, renaming.
    Write,
}

impl fmt::Display for FileAct {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            FileAct::Read => "read",
            FileAct::Write => "write",
        })
    }
}

/// The secrets as they stand in the file. Lives only while the file is read or written.
pub struct KeyFile {
    /// Newest first, never empty.
    sealing: Vec<Secret>,
    index: Secret,
}

impl KeyFile {
    /// The key of this office. Makes one at the first start, with its folder.
    pub fn load_or_create(path: &Path, store: StoreBeside) -> Result<OfficeKey, KeyFileError> {
        match Self::load(path) {
            Err(KeyFileError::Io { source, .. }) if source.kind() == io::ErrorKind::NotFound => match store {
                StoreBeside::Missing => Self::create(path),
                StoreBeside::Exists => Err(KeyFileError::MissingBesideStore { path: path.into() }),
            },
            other => other,
        }
    }

    /// The key in an existing file.
    pub fn load(path: &Path) -> Result<OfficeKey, KeyFileError> {
        Self::read(path).map(|file| file.office_key())
    }

    /// Puts a new sealing key in front. The older ones still open what they sealed; everything new uses the new one.
    pub fn rotate(path: &Path) -> Result<OfficeKey, KeyFileError> {
        let mut file = Self::read(path)?;
        let fresh = std::iter::repeat_with(|| derive::random(&mut rand::rng()));
        let known: Vec<KeyId> = file.sealing.iter().map(id_of).collect();
        file.sealing.splice(0..0, fresh.filter(|root| !known.contains(&id_of(root))).take(1));
        file.replace(path)?;
        Ok(file.office_key())
    }

    /// Forgets an older sealing key for ever. Only when nothing is sealed with it any more.
    pub fn retire(path: &Path, id: KeyId) -> Result<OfficeKey, KeyFileError> {
        let mut file = Self::read(path)?;
        match file.sealing.iter().position(|root| id_of(root) == id) {
            None | Some(0) => {
                return Err(KeyFileError::NotRetirable { path: path.into(), id });
            }
            Some(place) => drop(file.sealing.remove(place)),
        }
        file.replace(path)?;
        Ok(file.office_key())
    }

    fn create(path: &Path) -> Result<OfficeKey, KeyFileError> {
        let mut rng = rand::rng();
        let file = Self { sealing: vec![derive::random(&mut rng)], index: derive::random(&mut rng) };
        private_file::create_dir(private_file::parent(path)).map_err(writing(path))?;
        match file.write(path, |new, path| fs::hard_link(new, path).and_then(|()| private_file::remove(new))) {
            // Another process made it in the meantime; its key counts.
            Err(KeyFileError::Io { source, .. }) if source.kind() == io::ErrorKind::AlreadyExists => Self::load(path),
            Err(error) => Err(error),
            Ok(()) => Ok(file.office_key()),
        }
    }

    fn replace(&self, path: &Path) -> Result<(), KeyFileError> {
        self.write(path, |new, path| fs::rename(new, path))
    }

    /// Writes a whole, synced file beside `path` and lets `publish` give it that name.
    fn write(&self, path: &Path, publish: impl FnOnce(&Path, &Path) -> io::Result<()>) -> Result<(), KeyFileError> {
        let suffix: u64 = rand::rng().random();
        let mut name = path.file_name().unwrap_or_default().to_os_string();
        name.push(format!(".new-{suffix:016x}"));
        let new = path.with_file_name(name);
        let written = private_file::create(&new)
            .and_then(|mut file| file.write_all(self.text().as_bytes()).and_then(|()| file.sync_all()))
            .and_then(|()| publish(&new, path))
            .and_then(|()| private_file::sync_dir(private_file::parent(path)));
        if written.is_err() {
            // The first failure is the one to report.
            let _ = private_file::remove(&new);
        }
        written.map_err(writing(path))
    }

    fn read(path: &Path) -> Result<Self, KeyFileError> {
        let reading = |source| KeyFileError::Io { act: FileAct::Read, path: path.into(), source };
        let file = File::open(path).map_err(reading)?;
        if let Some(mode) = private_file::open_to_others(&file).map_err(reading)? {
            return Err(KeyFileError::OpenToOthers { path: path.into(), mode });
        }
        // Read at once into a buffer that need not grow: growing would leave copies behind that nobody wipes.
        let mut bytes = Zeroizing::new(Vec::with_capacity(LARGEST as usize + 1));
        file.take(LARGEST).read_to_end(&mut bytes).map_err(reading)?;
        let text = std::str::from_utf8(&bytes).map_err(|_| KeyFileError::NotAKeyFile { path: path.into() })?;
        parse(text, path)
    }

    fn office_key(&self) -> OfficeKey {
        OfficeKey::from_roots(&self.sealing, &self.index).expect("a key file has at least one sealing root")
    }

    fn text(&self) -> Zeroizing<String> {
        let roots = self.sealing.iter().map(|root| ("seal", root)).chain([("index", &self.index)]);
        let mut out = Zeroizing::new(String::with_capacity(100 * (self.sealing.len() + 3)));
        out.push_str(TITLE);
        out.push('\n');
        let mut checksum = Sha256::new();
        for (word, root) in roots {
            let line = root_line(word, root);
            checksum.update(line.as_bytes());
            out.push_str(&line);
        }
        out.push_str("check ");
        out.push_str(&text::to_hex(&checksum.finalize()[..8]));
        out.push('\n');
        out
    }
}

fn root_line(word: &str, root: &Secret) -> Zeroizing<String> {
    let hex = Zeroizing::new(text::to_hex(root.expose_secret()));
    Zeroizing::new(format!("{word} {} {}\n", id_of(root), hex.as_str()))
}

fn writing(path: &Path) -> impl FnOnce(io::Error) -> KeyFileError {
    move |source| KeyFileError::Io { act: FileAct::Write, path: path.into(), source }
}

fn parse(text: &str, path: &Path) -> Result<KeyFile, KeyFileError> {
    let mut lines =
        text.lines().enumerate().map(|(i, line)| (i + 1, line.trim())).filter(|(_, line)| !line.is_empty() && !line.starts_with('#'));
    if lines.next().is_none_or(|(_, line)| line != TITLE) {
        return Err(KeyFileError::NotAKeyFile { path: path.into() });
    }
    let (mut sealing, mut index, mut check) = (Vec::new(), None, None);
    for (line, content) in lines {
        let damaged = || KeyFileError::DamagedLine { path: path.into(), line };
        let words: Vec<&str> = content.split_whitespace().collect();
        match (words.as_slice(), &check) {
            (["seal", id, hex], None) if index.is_none() => sealing.push(root(id, hex).ok_or_else(damaged)?),
            (["index", id, hex], None) if index.is_none() => index = Some(root(id, hex).ok_or_else(damaged)?),
            (["check", sum], None) => check = Some(text::from_hex::<8>(sum).ok_or_else(damaged)?),
            _ => return Err(damaged()),
        }
    }
    let wrong = || KeyFileError::WrongChecksum { path: path.into() };
    let file = KeyFile { sealing, index: index.ok_or_else(wrong)? };
    let last = file.text();
    let expected = last.trim_end().rsplit(' ').next().and_then(text::from_hex::<8>);
    if file.sealing.is_empty() || check.is_none() || check != expected {
        return Err(wrong());
    }
    Ok(file)
}

fn root(id: &str, hex: &str) -> Option<Secret> {
    let mut bytes = text::from_hex::<32>(hex)?;
    let root = derive::secret(&bytes);
    bytes.zeroize();
    (id.parse() == Ok(id_of(&root))).then_some(root)
}

#[cfg(test)]
mod tests;
