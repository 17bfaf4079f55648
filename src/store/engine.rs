//! The sled engine: a small ordered key-value core with one committer, on which the sled store is built.
//!
//! What it promises:
//!
//! 1. A commit whose ticket says so is on disk, whole, with its preconditions met as if commits ran one by one.
//! 2. Readers see only what is on disk.
//! 3. Damage is noticed: each read is checked, and a folder whose records are not exactly the acknowledged ones does not
//!    open.
//! 4. After a storage error nothing is acknowledged until the folder was opened again.
//!
//! What it must not do: know what the bytes mean, write from any other thread, keep a value in an error or a log.
//!
//! Keys begin with a byte that tells the kind of record; counts are kept by kind. Kind 0x00 is the head record and kind
//! `A` the audit chain, both written by the engine alone.
//!
//! ## Why
//! - **One tree, kinds by prefix.** So a whole group of commits is one `apply_batch`, which sled recovers all or nothing.
//!   Its `transaction` over several trees is slower, may run a closure twice, and is not durable by itself.
//! - **One committer, group commit.** Batch, `flush`, `sync_data` on the file opened once more, head file, answers. A
//!   barrier costs milliseconds on a busy disk, so it is shared by all who wait. `flush_async` is never called (seven at a
//!   time hang for ever) and there is no background flusher.
//! - **A full queue refuses at once** (`Busy`) or makes the caller wait ([`Engine::commit_when_room`]); unflushed work must
//!   not pile up, since sled then takes seconds to write it out.
//! - **What it costs** (two busy cores, virtual disk, 500-byte records, three puts and one delete a commit): 0.06 s of CPU
//!   per 1,000 commits in groups, 0.5 s when each is alone, since sled wakes seven threads for each of its writes; 8,000 to
//!   15,000 commits a second. Opening 500,000 records takes 1.1 to 1.5 s of CPU.
//! - **Damage**: see [`head`] and [`envelope`]; **reading**: see [`view`]; **hanging disks**: see [`watch`].

mod batch;
mod chain;
mod committer;
mod data;
mod envelope;
mod error;
mod fault;
mod folder;
mod head;
mod open;
mod ticket;
mod verify;
mod view;
mod watch;

use std::fmt;
use std::ops::ControlFlow;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError, RwLock, RwLockReadGuard};
use std::time::Duration;

pub use batch::{Check, WriteBatch, fingerprint};
pub use chain::{ChainEntry, ChainHead, ChainState};
pub use envelope::Value;
pub use error::{DamageReport, EngineError, Finding, Health, InvalidBatch, OpenError, RecordName, StopReason};
pub use fault::{FaultLayer, StoragePoint};
pub use ticket::{CommitResult, CommitTicket, Committed};

use tokio::sync::TryAcquireError;

use committer::{Shared, locked};
use folder::Folder;
use open::Core;
use view::{Direction, Span, View};

/// Longest key.
pub const MAX_KEY_BYTES: usize = 512;
/// Largest value. Evidence files lie beside the store, not in it.
pub const MAX_VALUE_BYTES: usize = 1 << 20;
/// A group that takes longer than this means that the disk hangs.
pub const STALLED_AFTER: Duration = Duration::from_secs(10);
/// Damaged records that a report names one by one.
pub const MAX_NAMED: usize = 50;

const HEAD_KIND: u8 = 0;
const CHAIN_KIND: u8 = b'A';
const HEAD_KEY: [u8; 1] = [HEAD_KIND];
/// Rest between the pages of a verification.
const VERIFY_REST: Duration = Duration::from_micros(200);
/// Records that [`Engine::for_each`] holds at a time.
const PAGE: usize = 256;

/// A key with its value.
pub type Record = (Vec<u8>, Value);

/// How an engine works. The default suits an office of a few hundred thousand tickets on a small machine.
#[derive(Clone)]
pub struct EngineOptions {
    /// Bytes of pages that sled keeps in memory. The process takes about twice as much. Default 8 MiB.
    pub cache_bytes: u64,
    /// Commits that may wait; more are refused as `Busy` or wait for room. Default 4,096.
    pub queue_commits: usize,
    /// Commits in one group, at most. Default 512.
    pub group_commits: usize,
    /// Bytes in one group after which no further commit joins. Default 4 MiB.
    pub group_bytes: usize,
    /// How often the head file is synced. After a power cut it may be that old. Default 5 s.
    pub head_sync: Duration,
    /// Hurts the storage, in tests only. Default none.
    pub fault: Option<Arc<dyn FaultLayer>>,
}

impl Default for EngineOptions {
    fn default() -> Self {
        Self {
            cache_bytes: 8 << 20,
            queue_commits: 4096,
            group_commits: 512,
            group_bytes: 4 << 20,
            head_sync: Duration::from_secs(5),
            fault: None,
        }
    }
}

impl fmt::Debug for EngineOptions {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("EngineOptions")
            .field("cache_bytes", &self.cache_bytes)
            .field("queue_commits", &self.queue_commits)
            .field("group_commits", &self.group_commits)
            .field("group_bytes", &self.group_bytes)
            .field("head_sync", &self.head_sync)
            .field("fault", &self.fault.is_some())
            .finish()
    }
}

/// An open store. Share it in an `Arc`; all methods take `&self`.
///
/// Reads take microseconds when the record is in the cache; long scans, [`verify`](Self::verify) and
/// [`reopen`](Self::reopen) belong on a thread that may block.
pub struct Engine {
    folder: Folder,
    options: EngineOptions,
    /// None after a close, or after a reopening that failed.
    core: RwLock<Option<Core>>,
    stopped: Mutex<StopReason>,
    verifying: Mutex<()>,
}

impl Engine {
    /// Opens or makes the store in a folder, reading and checking every record.
    pub fn open(folder: &Path, options: EngineOptions) -> Result<Self, OpenError> {
        let folder = Folder::make(folder)?;
        let core = open::start(&folder, &options)?;
        Ok(Self { folder, options, core: RwLock::new(Some(core)), stopped: Mutex::new(StopReason::closed()), verifying: Mutex::new(()) })
    }

    /// Queues a batch and gives a ticket to wait on. Commits happen in the order of these calls. When the queue is full
    /// the ticket says `Busy` at once.
    pub fn commit(&self, batch: WriteBatch) -> CommitTicket {
        let enqueued = self.with(|shared| {
            batch.validity().map_err(EngineError::Invalid)?;
            match shared.room.try_acquire() {
                Ok(place) => place.forget(),
                Err(TryAcquireError::NoPermits) => return Err(EngineError::Busy),
                Err(TryAcquireError::Closed) => return Err(EngineError::Stopped),
            }
            Ok(CommitTicket::waiting(shared.enqueue(batch)))
        });
        enqueued.unwrap_or_else(CommitTicket::refused)
    }

    /// Waits for room in the queue if need be (first come, first served), then for the commit to be durable. Dropped before
    /// there was room, nothing is written.
    pub async fn commit_when_room(&self, batch: WriteBatch) -> CommitResult {
        batch.validity().map_err(EngineError::Invalid)?;
        // Only the places are held while waiting: whoever reopens must not wait for us.
        let room = self.with(|shared| Ok(Arc::clone(&shared.room)))?;
        room.acquire().await.map_err(|_| EngineError::Stopped)?.forget();
        let ticket = self.with(|shared| {
            let same = Arc::ptr_eq(&room, &shared.room);
            same.then(|| CommitTicket::waiting(shared.enqueue(batch))).ok_or(EngineError::Stopped)
        })?;
        ticket.await
    }

    /// The same for a thread.
    pub fn commit_blocking(&self, batch: WriteBatch) -> CommitResult {
        ticket::block_on(self.commit_when_room(batch))
    }

    /// Reads one record.
    pub fn get(&self, key: &[u8]) -> Result<Option<Value>, EngineError> {
        self.read(|view| view.get(key))
    }

    /// Records whose key begins with a prefix, in order, from after a given key on.
    pub fn scan(&self, prefix: &[u8], after: Option<&[u8]>, limit: usize) -> Result<Vec<Record>, EngineError> {
        let span = Span::prefix(prefix);
        let span = after.map_or(span.clone(), |key| span.after(key));
        self.read(|view| view.collect(span, Direction::Forward, limit))
    }

    /// The keys only.
    pub fn scan_keys(&self, prefix: &[u8], after: Option<&[u8]>, limit: usize) -> Result<Vec<Vec<u8>>, EngineError> {
        Ok(self.scan(prefix, after, limit)?.into_iter().map(|(key, _)| key).collect())
    }

    /// Records whose key begins with a prefix, from the last to the first, from before a given key on.
    pub fn scan_back(&self, prefix: &[u8], before: Option<&[u8]>, limit: usize) -> Result<Vec<Record>, EngineError> {
        let span = Span::prefix(prefix).below(before.map(<[u8]>::to_vec));
        self.read(|view| view.collect(span, Direction::Backward, limit))
    }

    /// Records with keys from one (included) to another (excluded), in order.
    pub fn range(&self, from: &[u8], to: &[u8], limit: usize) -> Result<Vec<Record>, EngineError> {
        self.read(|view| view.collect(Span::between(from, Some(to)), Direction::Forward, limit))
    }

    /// The same records, last first.
    pub fn range_back(&self, from: &[u8], to: &[u8], limit: usize) -> Result<Vec<Record>, EngineError> {
        self.read(|view| view.collect(Span::between(from, Some(to)), Direction::Backward, limit))
    }

    /// Hands over all records that begin with a prefix, in order, some at a time. Records that are written meanwhile may
    /// or may not be among them.
    pub fn for_each(&self, prefix: &[u8], mut each: impl FnMut(&[u8], &[u8]) -> ControlFlow<()>) -> Result<(), EngineError> {
        let mut after: Option<Vec<u8>> = None;
        loop {
            let page = self.scan(prefix, after.as_deref(), PAGE)?;
            for (key, value) in &page {
                if each(key, value).is_break() {
                    return Ok(());
                }
            }
            match page.into_iter().next_back() {
                Some((last, _)) => after = Some(last),
                None => return Ok(()),
            }
        }
    }

    /// Number of records of a kind. Costs nothing.
    pub fn count(&self, kind: u8) -> Result<u64, EngineError> {
        self.with(|shared| Ok(shared.state().head.tally.count(kind)))
    }

    /// Number of the last durable commit.
    pub fn sequence(&self) -> Result<u64, EngineError> {
        self.with(|shared| Ok(shared.state().head.sequence))
    }

    /// Reads every record and compares with what was acknowledged, while commits go on. The report is empty when all is
    /// well.
    pub fn verify(&self) -> Result<DamageReport, EngineError> {
        let _one_at_a_time = locked(&self.verifying);
        self.with(|shared| Ok(verify::verify(shared, VERIFY_REST)))
    }

    /// Where the audit chain ends.
    pub fn chain_head(&self) -> Result<ChainHead, EngineError> {
        self.with(|shared| Ok(chain_head(shared)))
    }

    /// Audit entries from a sequence number on.
    pub fn chain(&self, from: u64, limit: usize) -> Result<Vec<ChainEntry>, EngineError> {
        self.read(|view| chain::read(view, from, limit))
    }

    /// Recomputes a piece of the audit chain, from a place up to which it was followed before; where it got to.
    pub fn follow_chain(&self, from: ChainHead, limit: usize) -> Result<ChainState, EngineError> {
        self.with(|shared| {
            // The head is read first: what is added meanwhile lies behind it.
            let head = chain_head(shared);
            chain::follow(&shared.view, (from, head), limit)
        })
    }

    /// Recomputes the whole audit chain.
    pub fn verify_chain(&self) -> Result<ChainState, EngineError> {
        self.with(|shared| {
            let head = chain_head(shared);
            chain::verify(&shared.view, head)
        })
    }

    /// Whether commits are taken.
    pub fn health(&self) -> Health {
        self.with(|shared| {
            Ok(match (shared.stop_reason(), shared.busy_for()) {
                (Some(reason), _) => Health::Stopped(reason.clone()),
                (None, Some(since)) if since >= STALLED_AFTER => Health::Stalled { since },
                (None, _) => Health::Serving,
            })
        })
        .unwrap_or_else(|_| Health::Stopped(locked(&self.stopped).clone()))
    }

    /// Opens the folder again, with all checks, after the engine stopped. What was queued and never acknowledged is
    /// refused as `Stopped`. May be called again after it failed; until it succeeds every call is refused.
    ///
    /// On a serving engine it finishes what is queued first.
    pub fn reopen(&self) -> Result<(), OpenError> {
        let mut core = self.core.write().unwrap_or_else(PoisonError::into_inner);
        let opened = match core.take() {
            Some(old) => {
                if let Some(reason) = old.shared.stop_reason() {
                    *locked(&self.stopped) = reason.clone();
                }
                old.restart(&self.folder, &self.options)
            }
            None => open::start(&self.folder, &self.options),
        };
        *core = Some(opened?);
        Ok(())
    }

    /// Finishes what is queued, syncs, and frees the folder. Later calls are refused as `Stopped`. Dropping does the same
    /// without telling of errors.
    pub fn close(&self) -> Result<(), OpenError> {
        let core = self.core.write().unwrap_or_else(PoisonError::into_inner).take();
        core.map_or(Ok(()), |core| core.stop().map(drop).map_err(OpenError::Io))
    }

    fn with<T>(&self, call: impl FnOnce(&Shared) -> Result<T, EngineError>) -> Result<T, EngineError> {
        let core: RwLockReadGuard<'_, Option<Core>> = self.core.read().unwrap_or_else(PoisonError::into_inner);
        core.as_ref().map_or(Err(EngineError::Stopped), |core| call(&core.shared))
    }

    fn read<T>(&self, call: impl FnOnce(&View) -> Result<T, EngineError>) -> Result<T, EngineError> {
        self.with(|shared| call(&shared.view))
    }
}

impl Drop for Engine {
    fn drop(&mut self) {
        if self.close().is_err() {
            tracing::error!("the store did not close in time");
        }
    }
}

impl fmt::Debug for Engine {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("Engine").field("folder", &self.folder).field("health", &self.health()).finish_non_exhaustive()
    }
}

fn chain_head(shared: &Shared) -> ChainHead {
    let head = &shared.state().head;
    ChainHead { length: head.chain_length, hash: head.chain_hash }
}

/// Reads what can still be read of a store that does not open, record by record, and reports what could not. Audit
/// entries come with the 32 bytes of the hash before them.
///
/// Opening a damaged folder may change it further: work on a copy.
pub fn salvage(folder: &Path, options: &EngineOptions, each: &mut dyn FnMut(&[u8], &[u8])) -> Result<DamageReport, OpenError> {
    open::salvage(folder, options, each)
}

#[cfg(test)]
mod tests;
