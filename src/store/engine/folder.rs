//! Where things lie in the folder of a store.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::data::sync_folder;

/// The folder of one store:
///
/// - `sled/`: everything sled writes, first of all the log `sled/db`;
/// - `head`: what the store must hold, see [`head`](super::head);
/// - `lock`: held while open;
/// - `unsynced`: only there after a failed sync.
#[derive(Clone, Debug)]
pub(super) struct Folder(PathBuf);

impl Folder {
    /// Makes the folder if need be, durably.
    pub(super) fn make(path: &Path) -> io::Result<Self> {
        let folder = Self(path.to_owned());
        if !folder.sled().try_exists()? {
            fs::create_dir_all(folder.sled())?;
            sync_folder(path)?;
            if let Some(parent) = path.parent().filter(|parent| !parent.as_os_str().is_empty()) {
                sync_folder(parent)?;
            }
        }
        Ok(folder)
    }

    pub(super) fn path(&self) -> &Path {
        &self.0
    }

    pub(super) fn sled(&self) -> PathBuf {
        self.0.join("sled")
    }

    pub(super) fn data(&self) -> PathBuf {
        self.sled().join("db")
    }

    pub(super) fn blobs(&self) -> PathBuf {
        self.sled().join("blobs")
    }

    pub(super) fn head(&self) -> PathBuf {
        self.0.join("head")
    }

    pub(super) fn lock(&self) -> PathBuf {
        self.0.join("lock")
    }

    pub(super) fn unsynced(&self) -> PathBuf {
        self.0.join("unsynced")
    }
}
