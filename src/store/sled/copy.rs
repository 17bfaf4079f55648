//! Copies: writing a backup while commits go on, and restoring one into an empty store.

use super::error::{blocked, unread};
use super::plan::Plan;
use super::{CommitError, Inner, Key, Kind, RESTORE_MARK, SledStore, form};
use crate::store::StoreError;
use crate::store::backup::{BackupRefusal, Item, Reader, Sink, Waiting, Writer, restored};
use crate::store::engine::{Engine, EngineError, WriteBatch};
use crate::store::record::{Record, Stored};
use std::collections::BTreeSet;
use std::fs::File;
use std::io::{self, BufReader, BufWriter, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::Ordering;
use std::sync::{Mutex, PoisonError};
use tokio::sync::{Mutex as Turn, RwLock, RwLockReadGuard, RwLockWriteGuard};

/// Records read, or written, in one piece.
const PAGE: usize = 256;
/// Name of the checked copy of a backup while it is restored.
const STAGE: &str = "restoring";

/// Who commits shares it; who needs a moment without commits has it alone.
#[derive(Default)]
pub(super) struct Changes {
    gate: RwLock<()>,
    /// Keys of what was changed since a copy began; `None` when none is made.
    keys: Mutex<Option<BTreeSet<Vec<u8>>>>,
    /// One copy at a time.
    turn: Turn<()>,
}

impl Changes {
    /// Held while a commit is on its way.
    pub(super) async fn share(&self) -> RwLockReadGuard<'_, ()> {
        self.gate.read().await
    }

    /// Waits until everything committed so far is on disk, and keeps further commits waiting.
    pub(super) async fn alone(&self, engine: &Engine) -> Result<RwLockWriteGuard<'_, ()>, EngineError> {
        let alone = self.gate.write().await;
        // A caller may have given up waiting for a commit that is still on its way.
        engine.commit_when_room(WriteBatch::new()).await?;
        Ok(alone)
    }

    /// Leaves keys for a copy that is being made.
    pub(super) fn note<'k>(&self, keys: impl Iterator<Item = &'k Vec<u8>>) {
        if let Some(noted) = &mut *self.keys.lock().unwrap_or_else(PoisonError::into_inner) {
            noted.extend(keys.cloned());
        }
    }

    fn set(&self, keys: Option<BTreeSet<Vec<u8>>>) -> BTreeSet<Vec<u8>> {
        std::mem::replace(&mut *self.keys.lock().unwrap_or_else(PoisonError::into_inner), keys).unwrap_or_default()
    }
}

/// Ends the noting of keys also when a copy is given up.
struct Noting<'a>(&'a Changes);

impl Drop for Noting<'_> {
    fn drop(&mut self) {
        self.0.set(None);
    }
}

/// Writes a backup: first everything page by page, then what changed meanwhile.
pub(super) async fn export(store: &SledStore, sink: &mut Sink<'_>) -> Result<u64, StoreError> {
    let inner = &*store.0;
    let _turn = inner.changes.turn.lock().await;
    let noting = Noting(&inner.changes);
    {
        let _alone = inner.changes.alone(&inner.engine).await.map_err(|error| unread(&error))?;
        inner.changes.set(Some(BTreeSet::new()));
    }
    let mut writer = Writer::begin(sink, inner.clock.now(), inner.counts()?).map_err(unwritten)?;
    for kind in Kind::ALL {
        records(store, kind, &mut writer).await?;
    }
    audit(store, &mut writer).await?;

    let _alone = inner.changes.alone(&inner.engine).await.map_err(|error| unread(&error))?;
    let changed = inner.changes.set(None);
    for key in changed.iter().filter_map(|bytes| Key::read(bytes)) {
        match inner.get(&key)? {
            Some(value) => write_record(&mut writer, &key, &value)?,
            None => writer.gone(&key).map_err(unwritten)?,
        }
    }
    audit(store, &mut writer).await?;
    drop(noting);
    writer.end().map_err(unwritten)
}

async fn records(store: &SledStore, kind: Kind, writer: &mut Writer<'_>) -> Result<(), StoreError> {
    let mut after: Option<Vec<u8>> = None;
    loop {
        let from = after.take();
        let page =
            store.aside(move |inner| inner.engine.scan(&[kind as u8], from.as_deref(), PAGE).map_err(|error| unread(&error))).await?;
        let Some((last, _)) = page.last() else { return Ok(()) };
        after = Some(last.clone());
        for (bytes, value) in &page {
            let key = Key::read(bytes).ok_or_else(|| StoreError::Damaged(super::error::entry_name(bytes)))?;
            write_record(writer, &key, value)?;
        }
    }
}

fn write_record(writer: &mut Writer<'_>, key: &Key, value: &[u8]) -> Result<(), StoreError> {
    let form = form(value).map_err(|_| StoreError::Damaged(key.to_string()))?;
    writer.record(key, form).map_err(unwritten)
}

async fn audit(store: &SledStore, writer: &mut Writer<'_>) -> Result<(), StoreError> {
    loop {
        let from = writer.next_audit();
        let entries = store.aside(move |inner| inner.engine.chain(from, PAGE).map_err(|error| unread(&error))).await?;
        if entries.is_empty() {
            return Ok(());
        }
        for entry in entries {
            writer.audit(&entry.payload).map_err(unwritten)?;
        }
    }
}

/// Restores a backup: everything is checked and laid aside before the first record is written.
pub(super) async fn import(store: &SledStore, lines: &mut (dyn Iterator<Item = io::Result<String>> + Send)) -> Result<u64, StoreError> {
    let inner = &*store.0;
    let _turn = inner.changes.turn.lock().await;
    empty(inner)?;
    let stage = Stage(inner.folder.join(STAGE));
    let (count, waiting) = lay_aside(inner, lines, &stage.0)?;
    let _alone = inner.changes.alone(&inner.engine).await.map_err(|error| unread(&error))?;
    empty(inner)?;
    inner.half.store(true, Ordering::Release);
    write_all(inner, &stage.0, waiting).await?;
    inner.half.store(false, Ordering::Release);
    Ok(count)
}

fn empty(inner: &Inner) -> Result<(), StoreError> {
    let records = Kind::ALL.into_iter().map(|kind| inner.engine.count(kind as u8)).sum::<Result<u64, _>>();
    let entries = inner.engine.chain_head().map(|head| head.length);
    match (records.map_err(|error| unread(&error))?, entries.map_err(|error| unread(&error))?) {
        (0, 0) => Ok(()),
        _ => Err(BackupRefusal::NotEmpty.into()),
    }
}

/// The checked copy; gone when the restoration ends, however it does.
struct Stage(PathBuf);

impl Drop for Stage {
    fn drop(&mut self) {
        if let Err(error) = std::fs::remove_file(&self.0)
            && error.kind() != io::ErrorKind::NotFound
        {
            tracing::warn!(%error, "a file of the restoration stays behind");
        }
    }
}

/// Checks every line and keeps what has to be written.
fn lay_aside(
    inner: &Inner,
    lines: &mut (dyn Iterator<Item = io::Result<String>> + Send),
    path: &Path,
) -> Result<(u64, Waiting), StoreError> {
    let mut stage = BufWriter::new(File::create(path).map_err(unwritten)?);
    let mut reader = Reader::new(&inner.codec);
    let mut waiting = Waiting::default();
    for line in lines {
        let item = reader.read(&line.map_err(|error| BackupRefusal::Io(error.to_string()))?)?;
        waiting.note(&item);
        let staged = match item {
            // Deliveries come back by themselves, see `Waiting`.
            Item::Record { record: Record::Delivery(_), .. } | Item::Gone(Key::Delivery(_)) | Item::Begin | Item::End => Ok(()),
            Item::Record { key, value, .. } => put(&mut stage, [b"r", &*key.bytes(), &*value]),
            Item::Gone(key) => put(&mut stage, [b"g", &*key.bytes(), b""]),
            Item::Audit { payload, .. } => put(&mut stage, [b"a", b"", &*payload]),
        };
        staged.map_err(unwritten)?;
    }
    let count = reader.finish()?;
    stage.flush().map_err(unwritten)?;
    Ok((count, waiting))
}

/// Writes what was laid aside, between a mark that it began and the removal of that mark.
async fn write_all(inner: &Inner, path: &Path, waiting: Waiting) -> Result<(), StoreError> {
    let mut stage = BufReader::new(File::open(path).map_err(unwritten)?);
    let mut plan = Plan::new(&inner.engine, &inner.codec);
    plan.set(RESTORE_MARK, Some(Vec::new()));
    let mut pieces = 0;
    while let Some([kind, key, value]) = take(&mut stage).map_err(unwritten)? {
        match (kind.as_slice(), Key::read(&key)) {
            (b"a", _) => plan.append(value),
            (b"r", Some(key)) => plan.put(Stored { key, value }).map_err(unplanned)?,
            (b"g", Some(key)) => plan.forget(&key).map_err(unplanned)?,
            _ => return Err(StoreError::Unavailable("the file of the restoration changed".to_owned())),
        }
        pieces += 1;
        if pieces % PAGE == 0 {
            let full = std::mem::replace(&mut plan, Plan::new(&inner.engine, &inner.codec));
            write(inner, full).await?;
        }
    }
    let (revived, left_out) = waiting.revived();
    for delivery in revived {
        plan.put(inner.codec.delivery(&delivery)).map_err(unplanned)?;
    }
    plan.append(restored(inner.clock.now(), left_out));
    plan.set(RESTORE_MARK, None);
    write(inner, plan).await
}

async fn write(inner: &Inner, plan: Plan<'_>) -> Result<(), StoreError> {
    let (batch, _) = plan.into_batch();
    inner.engine.commit_when_room(batch).await.map(drop).map_err(|error| unplanned(blocked(&error)))
}

/// Three pieces of bytes with their lengths.
fn put(stage: &mut impl Write, pieces: [&[u8]; 3]) -> io::Result<()> {
    for piece in pieces {
        let length = u32::try_from(piece.len()).map_err(io::Error::other)?;
        stage.write_all(&length.to_be_bytes())?;
        stage.write_all(piece)?;
    }
    Ok(())
}

/// The next three pieces; `None` at the end.
fn take(stage: &mut impl Read) -> io::Result<Option<[Vec<u8>; 3]>> {
    let mut pieces = [Vec::new(), Vec::new(), Vec::new()];
    for (at, piece) in pieces.iter_mut().enumerate() {
        let mut length = [0; 4];
        match stage.read_exact(&mut length) {
            Err(error) if at == 0 && error.kind() == io::ErrorKind::UnexpectedEof => return Ok(None),
            other => other?,
        }
        piece.resize(usize::try_from(u32::from_be_bytes(length)).map_err(io::Error::other)?, 0);
        stage.read_exact(piece)?;
    }
    Ok(Some(pieces))
}

fn unwritten(error: io::Error) -> StoreError {
    StoreError::Unavailable(error.to_string())
}

fn unplanned(error: CommitError) -> StoreError {
    match error {
        CommitError::Unavailable(why) => StoreError::Unavailable(why),
        other @ (CommitError::Seen | CommitError::Stale(_) | CommitError::TooLarge) => StoreError::Unavailable(other.to_string()),
    }
}
