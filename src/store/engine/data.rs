//! The file that sled writes, opened a second time to make it durable.
//!
//! ## Why
//! On Linux `sled::Db::flush` ends in `sync_file_range`, which promises nothing about power cuts, and pages that outgrow a
//! quarter segment go to files of their own under `blobs/`, which sled never syncs at all. So both are synced here.
//!
//! After a failed sync the kernel may count the lost pages as clean, and the next sync succeeds without them. A marker
//! file tells the next opening to write every byte of the file again before trusting it.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read as _, Seek as _, SeekFrom, Write as _};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use super::folder::Folder;

const COPY_BYTES: usize = 1 << 20;
/// A folder changed this recently may change again without its time of change moving.
const CLOCK_GRAIN: Duration = Duration::from_secs(1);

pub(super) struct DataFile {
    file: File,
    blobs: Blobs,
}

impl DataFile {
    /// Opens the file of a running sled and syncs all that is there.
    pub(super) fn open(folder: &Folder) -> io::Result<Self> {
        let file = OpenOptions::new().read(true).write(true).open(folder.data())?;
        let blobs = Blobs { folder: folder.blobs(), newest: None, unchanged_since: None };
        let mut opened = Self { file, blobs };
        opened.sync()?;
        Ok(opened)
    }

    /// Makes all that was flushed survive a power cut.
    pub(super) fn sync(&mut self) -> io::Result<()> {
        self.file.sync_data()?;
        self.blobs.sync()
    }
}

/// The folder of oversized pages. Their names are numbers that only grow.
struct Blobs {
    folder: PathBuf,
    newest: Option<i64>,
    unchanged_since: Option<SystemTime>,
}

impl Blobs {
    /// Syncs the blobs that came since the last time. Costs one look at the folder when none did.
    fn sync(&mut self) -> io::Result<()> {
        let changed = match fs::metadata(&self.folder) {
            Ok(folder) => folder.modified()?,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
            Err(error) => return Err(error),
        };
        if self.unchanged_since == Some(changed) {
            return Ok(());
        }
        let known = self.newest;
        for entry in fs::read_dir(&self.folder)? {
            let entry = entry?;
            let Some(number) = entry.file_name().to_str().and_then(|name| name.parse::<i64>().ok()) else {
                continue;
            };
            if known.is_none_or(|known| number > known) {
                match File::open(entry.path()) {
                    Ok(blob) => blob.sync_data()?,
                    // Replaced and removed meanwhile.
                    Err(error) if error.kind() == io::ErrorKind::NotFound => {}
                    Err(error) => return Err(error),
                }
                self.newest = self.newest.max(Some(number));
            }
        }
        if self.newest != known {
            sync_folder(&self.folder)?;
        }
        let settled = changed.elapsed().is_ok_and(|age| age > CLOCK_GRAIN);
        self.unchanged_since = settled.then_some(changed);
        Ok(())
    }
}

/// Makes new names in a folder survive a power cut.
pub(super) fn sync_folder(folder: &Path) -> io::Result<()> {
    if cfg!(unix) { File::open(folder)?.sync_all() } else { Ok(()) }
}

/// Notes, as well as a sick disk lets us, that a sync failed.
pub(super) fn mark_unsynced(folder: &Folder) {
    if File::create(folder.unsynced()).and_then(|mark| mark.sync_all()).is_err() {
        tracing::warn!("the mark of a failed sync could not be written");
    }
}

/// Writes every byte again when an earlier sync failed, so that the next one covers all.
pub(super) fn heal_unsynced(folder: &Folder) -> io::Result<()> {
    if !folder.unsynced().try_exists()? {
        return Ok(());
    }
    let mut files = vec![folder.data()];
    if folder.blobs().try_exists()? {
        for entry in fs::read_dir(folder.blobs())? {
            files.push(entry?.path());
        }
    }
    for path in files {
        match OpenOptions::new().read(true).write(true).open(&path) {
            Ok(mut file) => rewrite(&mut file)?,
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => return Err(error),
        }
    }
    fs::remove_file(folder.unsynced())
}

fn rewrite(file: &mut File) -> io::Result<()> {
    let mut buffer = vec![0; COPY_BYTES];
    let mut at = 0;
    loop {
        file.seek(SeekFrom::Start(at))?;
        let read = file.read(&mut buffer)?;
        if read == 0 {
            return file.sync_all();
        }
        file.seek(SeekFrom::Start(at))?;
        file.write_all(&buffer[..read])?;
        at += read as u64;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn after_a_failed_sync_all_bytes_are_written_again_unchanged() {
        let folder = tempfile::tempdir().unwrap();
        let folder = Folder::make(folder.path()).unwrap();
        fs::create_dir_all(folder.blobs()).unwrap();
        let content: Vec<u8> = (0..COPY_BYTES * 2 + 77).map(|at| u8::try_from(at % 251).unwrap()).collect();
        fs::write(folder.data(), &content).unwrap();
        fs::write(folder.blobs().join("12"), b"a large page").unwrap();
        mark_unsynced(&folder);
        heal_unsynced(&folder).unwrap();
        assert_eq!(fs::read(folder.data()).unwrap(), content);
        assert_eq!(fs::read(folder.blobs().join("12")).unwrap(), b"a large page");
        assert!(!folder.unsynced().exists());
    }

    #[test]
    fn blobs_that_appear_are_found_each_time() {
        let folder = tempfile::tempdir().unwrap();
        let mut blobs = Blobs { folder: folder.path().to_owned(), newest: None, unchanged_since: None };
        blobs.sync().unwrap();
        for number in [5_i64, 9, 30] {
            fs::write(folder.path().join(number.to_string()), b"page").unwrap();
            fs::write(folder.path().join("no number"), b"").unwrap();
            blobs.sync().unwrap();
            assert_eq!(blobs.newest, Some(number));
        }
    }
}
