//! From a folder to a running engine, or to the exact reason why not.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::Arc;
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use sled::Db;

use super::chain;
use super::committer::{Committer, Meters, Shared};
use super::data::{DataFile, heal_unsynced, sync_folder};
use super::error::{DamageReport, Finding, OpenError};
use super::folder::Folder;
use super::head::{Head, HeadFile, Noted};
use super::verify::{read_what_is_left, verify};
use super::view::{View, guarded};
use super::watch::Watch;
use super::{EngineOptions, HEAD_KEY};

/// Pages above a quarter of this go to files of their own, which is slow; a leaf page holds about 17 records, so records of
/// up to 15 KB on average stay in the log. Larger segments cost memory (each is a buffer) and gain no speed. Part of the
/// format: sled refuses a folder made with another size. Its other settings were measured too: `mode` changes nothing in
/// 0.34.7, and compression pulls in a C library.
const SEGMENT_BYTES: usize = 1 << 20;
/// sled frees its lock some moments after it was dropped.
const SLED_LOCK_PATIENCE: Duration = Duration::from_secs(5);
const SLED_LOCK_PAUSE: Duration = Duration::from_millis(10);
/// How long a close waits for a group that is under way.
const CLOSE_PATIENCE: Duration = Duration::from_secs(10);

/// A running engine: the committer, its watcher, and the lock on the folder.
pub(super) struct Core {
    pub(super) shared: Arc<Shared>,
    committer: JoinHandle<()>,
    watch: Watch,
    lock: File,
}

/// Opens a folder, checks every record, and starts the committer.
pub(super) fn start(folder: &Folder, options: &EngineOptions) -> Result<Core, OpenError> {
    let lock = lock(folder)?;
    start_locked(folder, options, lock)
}

fn start_locked(folder: &Folder, options: &EngineOptions, lock: File) -> Result<Core, OpenError> {
    heal_unsynced(folder)?;
    let (mut head_file, noted) = HeadFile::open(&folder.head())?;
    let view = View::new(open_sled(folder, options)?);
    let head = match read_head(&view)? {
        Some(head) => head,
        None => make_head(&view, &noted)?,
    };
    let shared = Shared::new(view, head.clone(), options);
    let mut report = verify(&shared, Duration::ZERO);
    report.findings.extend(compare(&shared.view, &head, &noted)?);
    if !report.findings.is_empty() {
        drop_quietly(shared);
        return Err(OpenError::Damaged(report));
    }

    let data = DataFile::open(folder)?;
    head_file.write(&head.encode())?;
    head_file.sync(Duration::ZERO)?;
    sync_folder(folder.path())?;

    let shared = Arc::new(shared);
    let watch = Watch::start(Arc::clone(&shared))?;
    let committer = Committer {
        shared: Arc::clone(&shared),
        folder: folder.clone(),
        data,
        head_file,
        options: options.clone(),
        meters: Meters::new(),
        callers: Vec::new(),
        last_group: 0,
    };
    let committer = thread::Builder::new().name("store-commit".to_owned()).spawn(move || committer.run())?;
    Ok(Core { shared, committer, watch, lock })
}

impl Core {
    /// Finishes what is queued, stops, and frees the folder. Gives the lock back for an opening right after.
    ///
    /// Fails when the disk hangs: then the folder stays locked until this process ends.
    pub(super) fn stop(self) -> io::Result<File> {
        self.shared.close();
        let deadline = Instant::now() + CLOSE_PATIENCE;
        while !self.committer.is_finished() {
            if Instant::now() > deadline {
                return Err(io::Error::new(io::ErrorKind::TimedOut, "the storage hangs"));
            }
            thread::sleep(Duration::from_millis(1));
        }
        let _ = self.committer.join();
        self.watch.stop();
        drop_quietly(self.shared);
        Ok(self.lock)
    }

    /// Stops and opens again, without letting go of the folder in between.
    pub(super) fn restart(self, folder: &Folder, options: &EngineOptions) -> Result<Self, OpenError> {
        let lock = self.stop()?;
        start_locked(folder, options, lock)
    }
}

/// sled syncs when it is dropped, and panics if that fails.
fn drop_quietly<T>(holds_sled: T) {
    let _ = catch_unwind(AssertUnwindSafe(|| drop(holds_sled)));
}

fn lock(folder: &Folder) -> Result<File, OpenError> {
    let file = OpenOptions::new().create(true).truncate(false).write(true).open(folder.lock())?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(OpenError::InUse(folder.path().to_owned())),
        Err(TryLockError::Error(error)) => Err(error.into()),
    }
}

fn open_sled(folder: &Folder, options: &EngineOptions) -> Result<Db, OpenError> {
    remove_unfinished_snapshots(folder)?;
    let deadline = Instant::now() + SLED_LOCK_PATIENCE;
    loop {
        let config =
            sled::Config::new().path(folder.sled()).cache_capacity(options.cache_bytes).segment_size(SEGMENT_BYTES).flush_every_ms(None);
        let error = match catch_unwind(AssertUnwindSafe(|| config.open())) {
            Ok(Ok(db)) => return Ok(db),
            Ok(Err(error)) => error,
            Err(_) => return Err(refused("the storage panicked while opening".to_owned())),
        };
        if !is_lock(&error) {
            return Err(match error {
                sled::Error::Io(error) if !tells_of_damage(error.kind()) => OpenError::Io(error),
                other => refused(other.to_string()),
            });
        }
        if Instant::now() > deadline {
            return Err(OpenError::InUse(folder.path().to_owned()));
        }
        thread::sleep(SLED_LOCK_PAUSE);
    }
}

/// sled writes a snapshot at each opening, under a name of its own until it is complete. A crash or a full disk at that
/// moment leaves a part of one, which the next opening takes for the newest snapshot and calls corrupt, for ever. The
/// snapshot before it is still there and still fits.
fn remove_unfinished_snapshots(folder: &Folder) -> io::Result<()> {
    for entry in fs::read_dir(folder.sled())? {
        let entry = entry?;
        let name = entry.file_name();
        if name.to_str().is_some_and(|name| name.starts_with("snap.") && name.ends_with(".generating")) {
            fs::remove_file(entry.path())?;
        }
    }
    Ok(())
}

fn is_lock(error: &sled::Error) -> bool {
    matches!(error, sled::Error::Io(error) if error.to_string().contains("could not acquire lock"))
}

fn tells_of_damage(kind: io::ErrorKind) -> bool {
    matches!(kind, io::ErrorKind::UnexpectedEof | io::ErrorKind::InvalidData | io::ErrorKind::NotFound)
}

fn refused(detail: String) -> OpenError {
    damaged(Finding::FilesRefused { detail })
}

fn damaged(finding: Finding) -> OpenError {
    OpenError::Damaged(DamageReport { findings: vec![finding] })
}

fn read_head(view: &View) -> Result<Option<Head>, OpenError> {
    let found = guarded(|| view.db().get(HEAD_KEY)).map_err(|error| refused(error.to_string()))?;
    let Some(bytes) = found else { return Ok(None) };
    Head::decode(&bytes).map(Some).ok_or_else(|| damaged(Finding::HeadRecordUnusable))
}

/// The head of a new store. A folder that once had commits, or that has records, is not new.
fn make_head(view: &View, noted: &Noted) -> Result<Head, OpenError> {
    if let Noted::Head(noted) = noted
        && noted.sequence > 0
    {
        return Err(damaged(Finding::TailLost { acknowledged: noted.sequence, found: 0 }));
    }
    let first = guarded(|| view.db().first()).map_err(|error| refused(error.to_string()))?;
    if first.is_some() {
        return Err(damaged(Finding::HeadRecordUnusable));
    }
    let head = Head::new(rand::random());
    let written = guarded(|| {
        view.db().insert(HEAD_KEY, head.encode())?;
        view.db().flush()
    });
    written.map_err(|error| OpenError::Io(io::Error::other(error)))?;
    Ok(head)
}

/// Compares the head inside the store with the one beside it.
fn compare(view: &View, head: &Head, noted: &Noted) -> Result<Vec<Finding>, OpenError> {
    let Noted::Head(noted) = noted else {
        // The file follows the store, so a store without any commit may not have one yet.
        return Ok(if head.sequence == 0 { vec![] } else { vec![Finding::HeadFileUnusable] });
    };
    if noted.store != head.store {
        return Ok(if noted.sequence == 0 { vec![] } else { vec![Finding::HeadFileForeign] });
    }
    if noted.sequence > head.sequence {
        return Ok(vec![Finding::TailLost { acknowledged: noted.sequence, found: head.sequence }]);
    }
    if noted.sequence == head.sequence && **noted != *head {
        return Ok(vec![Finding::DigestDiffers]);
    }
    let mut findings = Vec::new();
    for (length, hash) in [(noted.chain_length, noted.chain_hash), (head.chain_length, head.chain_hash)] {
        let Some(last) = length.checked_sub(1) else {
            continue;
        };
        if !matches!(chain::hash_of(view, last), Ok(Some(found)) if found == hash) {
            findings.push(Finding::ChainBroken { sequence: last });
        }
    }
    Ok(findings)
}

/// Reads all that can still be read of a damaged store. See [`salvage`](super::salvage).
pub(super) fn salvage(path: &Path, options: &EngineOptions, each: &mut dyn FnMut(&[u8], &[u8])) -> Result<DamageReport, OpenError> {
    let folder = Folder::make(path)?;
    let _lock = lock(&folder)?;
    let view = View::new(open_sled(&folder, options)?);
    let report = read_what_is_left(&view, each);
    drop_quietly(view);
    Ok(report)
}
