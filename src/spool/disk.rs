//! The folder: what lies where, sealed for which place, and in which order it becomes durable.

use super::{About, PIECE, SpoolError, Upload, UploadId};
use crate::seal::{KeyId, OfficeKey, SealError, key_id_of, private_file};
use rand::RngExt;
use std::collections::{BTreeMap, HashMap};
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::SystemTime;
use zeroize::Zeroizing;

/// Bytes that sealing adds.
const SEALED: u64 = 45;
/// What is known about an upload.
const ABOUT: &str = "about";
/// Pieces of the largest upload; a number that stands far out costs memory.
const MOST: u32 = 100_000;

pub(super) struct Disk {
    dir: PathBuf,
    key: OfficeKey,
}

/// A folder as a sweep finds it.
pub(super) struct Found {
    path: PathBuf,
    /// `None`: not the folder of an upload.
    pub(super) id: Option<UploadId>,
    pub(super) changed: SystemTime,
}

/// Content on disk that has no name yet; without one it goes away.
pub(super) struct Written {
    temp: PathBuf,
    path: PathBuf,
}

impl Written {
    /// Gives it its name.
    pub(super) fn name(self) -> io::Result<()> {
        fs::rename(&self.temp, &self.path)
    }
}

impl Drop for Written {
    fn drop(&mut self) {
        // Renamed already, or a leftover that goes with its upload.
        let _ = private_file::remove(&self.temp);
    }
}

impl Disk {
    pub(super) fn new(dir: PathBuf, key: OfficeKey) -> Self {
        Self { dir, key }
    }

    pub(super) fn begin(&self, id: &UploadId, about: &About) -> Result<(), SpoolError> {
        private_file::create_dir(&self.path(id))?;
        private_file::sync_dir(private_file::parent(&self.dir))?;
        if let Err(error) = self.write_about(id, about) {
            let _ = fs::remove_dir_all(self.path(id));
            return Err(error);
        }
        Ok(private_file::sync_dir(&self.dir)?)
    }

    pub(super) fn write_about(&self, id: &UploadId, about: &About) -> Result<(), SpoolError> {
        let plain = Zeroizing::new(serde_json::to_vec(about).map_err(|error| SpoolError::Io(io::Error::other(error)))?);
        self.write((id, ABOUT), &plain)?.name()?;
        self.sync(id)
    }

    pub(super) fn write_piece(&self, (id, number): (&UploadId, u32), plain: &[u8]) -> Result<Written, SpoolError> {
        if number >= MOST {
            return Err(SpoolError::Piece);
        }
        self.write((id, &number.to_string()), plain)
    }

    fn write(&self, (id, name): (&UploadId, &str), plain: &[u8]) -> Result<Written, SpoolError> {
        let folder = self.path(id);
        let temp = folder.join(format!("new-{:016x}", rand::rng().random::<u64>()));
        let mut file = private_file::create(&temp)?;
        let written = Written { temp, path: folder.join(name) };
        file.write_all(&self.key.seal(&place(id, name), plain))?;
        file.sync_all()?;
        Ok(written)
    }

    pub(super) fn read_piece(&self, (id, number): (&UploadId, u32)) -> Result<Zeroizing<Vec<u8>>, SpoolError> {
        self.read(id, &number.to_string())
    }

    fn read(&self, id: &UploadId, name: &str) -> Result<Zeroizing<Vec<u8>>, SpoolError> {
        let path = self.path(id).join(name);
        if fs::metadata(&path)?.len() > PIECE as u64 + SEALED {
            return Err(SpoolError::Damaged);
        }
        let plain = self.key.open(&place(id, name), &fs::read(&path)?).map_err(|_: SealError| SpoolError::Damaged)?;
        Ok(Zeroizing::new(plain))
    }

    /// Makes the names in the folder of an upload durable.
    pub(super) fn sync(&self, id: &UploadId) -> Result<(), SpoolError> {
        Ok(private_file::sync_dir(&self.path(id))?)
    }

    pub(super) fn remove(&self, id: &UploadId) -> Result<(), SpoolError> {
        fs::remove_dir_all(self.path(id))?;
        Ok(private_file::sync_dir(&self.dir)?)
    }

    /// Removes pieces, and what a crash left of others.
    pub(super) fn remove_pieces(&self, id: &UploadId) -> Result<(), SpoolError> {
        for entry in entries(&self.path(id))? {
            let entry = entry?;
            if entry.file_name() != ABOUT {
                private_file::remove(&entry.path())?;
            }
        }
        self.sync(id)
    }

    /// Bytes set free; `None` when the folder changed meanwhile or is gone.
    pub(super) fn remove_found(&self, found: &Found, before: SystemTime) -> Result<Option<u64>, SpoolError> {
        if !fs::metadata(&found.path).and_then(|meta| meta.modified()).is_ok_and(|changed| changed < before) {
            return Ok(None);
        }
        let mut bytes = 0;
        for entry in fs::read_dir(&found.path)? {
            bytes += entry?.metadata()?.len();
        }
        fs::remove_dir_all(&found.path)?;
        Ok(Some(bytes))
    }

    /// Folders, whatever is in them.
    pub(super) fn list(&self) -> Result<Vec<Found>, SpoolError> {
        let mut all = Vec::new();
        for entry in entries(&self.dir)? {
            let entry = entry?;
            let Ok(meta) = entry.metadata() else { continue };
            if meta.is_dir() {
                let id = entry.file_name().to_str().and_then(|name| name.parse().ok());
                all.push(Found { path: entry.path(), id, changed: meta.modified()? });
            }
        }
        Ok(all)
    }

    /// What an earlier run left. What cannot be read is left to the sweep.
    pub(super) fn load(&self) -> Result<HashMap<UploadId, Upload>, SpoolError> {
        let mut all = HashMap::new();
        for found in self.list()? {
            let Some(id) = found.id else { continue };
            let Ok(about) = self.read(&id, ABOUT) else { continue };
            let Ok(about) = serde_json::from_slice::<About>(&about) else { continue };
            let mut pieces: Vec<u32> = Vec::new();
            for entry in entries(&found.path)? {
                let entry = entry?;
                let Some(number) = entry.file_name().to_str().and_then(|name| name.parse::<u32>().ok()) else { continue };
                let length = entry.metadata()?.len().saturating_sub(SEALED);
                if number >= MOST || length > PIECE as u64 {
                    continue;
                }
                let at = number as usize;
                if pieces.len() <= at {
                    pieces.resize(at + 1, 0);
                }
                pieces[at] = length as u32;
            }
            all.insert(id, Upload { about, pieces });
        }
        Ok(all)
    }

    pub(super) fn sealed_with(&self) -> Result<BTreeMap<KeyId, u64>, SpoolError> {
        let mut uses = BTreeMap::new();
        self.each(|_, _, sealed| {
            if let Ok(key) = key_id_of(sealed) {
                *uses.entry(key).or_default() += 1;
            }
            Ok(())
        })?;
        Ok(uses)
    }

    pub(super) fn reseal(&self) -> Result<u64, SpoolError> {
        let mut count = 0;
        self.each(|id, name, sealed| {
            // What does not open is of no use to anybody; the sweep takes it.
            if !self.key.is_newest(sealed)
                && let Ok(plain) = self.key.open(&place(id, name), sealed)
            {
                self.write((id, name), &Zeroizing::new(plain))?.name()?;
                self.sync(id)?;
                count += 1;
            }
            Ok(())
        })?;
        Ok(count)
    }

    /// Everything sealed, one after the other: upload, name, sealed content.
    fn each(&self, mut look: impl FnMut(&UploadId, &str, &[u8]) -> Result<(), SpoolError>) -> Result<(), SpoolError> {
        for found in self.list()? {
            let Some(id) = found.id else { continue };
            let names: Vec<_> = entries(&found.path)?.filter_map(|entry| entry.ok()?.file_name().into_string().ok()).collect();
            for name in names.iter().filter(|name| *name == ABOUT || name.parse::<u32>().is_ok()) {
                look(&id, name, &fs::read(found.path.join(name))?)?;
            }
        }
        Ok(())
    }

    fn path(&self, id: &UploadId) -> PathBuf {
        self.dir.join(id.to_string())
    }
}

/// What something is sealed for: a piece opens only as this piece of this upload.
fn place(id: &UploadId, name: &str) -> Vec<u8> {
    format!("spool/{id}/{name}").into_bytes()
}

/// Entries of a folder; none where there is no folder.
fn entries(dir: &Path) -> io::Result<impl Iterator<Item = io::Result<fs::DirEntry>>> {
    match fs::read_dir(dir) {
        Ok(entries) => Ok(Some(entries).into_iter().flatten()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None.into_iter().flatten()),
        Err(error) => Err(error),
    }
}
