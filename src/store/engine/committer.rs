//! The one thread that writes.
//!
//! It takes what has queued up since the last time as one group, judges each batch in its turn, writes all that hold as
//! one atomic batch, makes that durable, notes the new head beside the store, and only then answers everybody. While the
//! disk works on one group the next one gathers, so the busier it gets the less a commit costs.
//!
//! It must never answer before the head file is written, and never answer well after any error: one failed call and the
//! engine is stopped for good, until it is opened again. A rejection waits for the group like a success does, because
//! what made the check fail may be a batch of the same group.

use std::collections::VecDeque;
use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, OnceLock, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use sled::{Batch, IVec};
use tokio::sync::{Semaphore, oneshot};

use super::batch::WriteBatch;
use super::data::{DataFile, mark_unsynced};
use super::envelope::{Stored, seal, unseal};
use super::error::{EngineError, RecordName, StopReason};
use super::fault::StoragePoint;
use super::folder::Folder;
use super::head::{Head, HeadFile};
use super::ticket::{CommitResult, Committed};
use super::verify::Walk;
use super::view::{Overlay, Touched, View};
use super::{CHAIN_KIND, EngineOptions, HEAD_KEY};

/// Longest wait for a group to fill up.
const GATHER_AT_MOST: Duration = Duration::from_micros(2000);
const GATHER_STEP: Duration = Duration::from_micros(200);

/// What the committer and the callers share.
pub(super) struct Shared {
    pub(super) view: View,
    pub(super) state: Mutex<State>,
    /// Places left in the queue.
    pub(super) room: Arc<Semaphore>,
    queue: Mutex<Queue>,
    wake: Condvar,
    stopped: OnceLock<StopReason>,
    busy_since: Mutex<Option<Instant>>,
}

/// What is durable.
pub(super) struct State {
    pub(super) head: Head,
    /// A verification under way, which has to hear of changes behind its back.
    pub(super) walk: Option<Walk>,
}

#[derive(Default)]
struct Queue {
    waiting: VecDeque<Request>,
    closing: bool,
}

struct Request {
    batch: WriteBatch,
    caller: Caller,
}

/// Somebody who waits for an answer.
pub(super) struct Caller {
    answer: oneshot::Sender<CommitResult>,
    queued: Instant,
}

impl Shared {
    pub(super) fn new(view: View, head: Head, options: &EngineOptions) -> Self {
        Self {
            view,
            state: Mutex::new(State { head, walk: None }),
            room: Arc::new(Semaphore::new(options.queue_commits.clamp(1, Semaphore::MAX_PERMITS))),
            queue: Mutex::default(),
            wake: Condvar::new(),
            stopped: OnceLock::new(),
            busy_since: Mutex::new(None),
        }
    }

    /// Queues a batch for which the caller holds a place.
    pub(super) fn enqueue(&self, batch: WriteBatch) -> oneshot::Receiver<CommitResult> {
        let (answer, receiver) = oneshot::channel();
        let mut queue = locked(&self.queue);
        if queue.closing {
            let _ = answer.send(Err(EngineError::Stopped));
        } else {
            queue.waiting.push_back(Request { batch, caller: Caller { answer, queued: Instant::now() } });
            if queue.waiting.len() == 1 {
                self.wake.notify_one();
            }
        }
        receiver
    }

    /// Takes no more commits; those queued are still done.
    pub(super) fn close(&self) {
        locked(&self.queue).closing = true;
        self.room.close();
        self.wake.notify_one();
    }

    pub(super) fn stop_reason(&self) -> Option<&StopReason> {
        self.stopped.get()
    }

    /// How long the group under way has been so.
    pub(super) fn busy_for(&self) -> Option<Duration> {
        locked(&self.busy_since).map(|since| since.elapsed())
    }

    pub(super) fn state(&self) -> MutexGuard<'_, State> {
        locked(&self.state)
    }

    fn stop(&self, reason: StopReason) {
        let _ = self.stopped.set(reason);
        self.close();
        // Dropping the answers tells the callers.
        locked(&self.queue).waiting.clear();
    }
}

/// The writing side of the store.
pub(super) struct Committer {
    pub(super) shared: Arc<Shared>,
    pub(super) folder: Folder,
    pub(super) data: DataFile,
    pub(super) head_file: HeadFile,
    pub(super) options: EngineOptions,
    pub(super) meters: Meters,
    /// Who waits for the group under way. Kept here so that, when it fails, they hear of it after the health has changed.
    pub(super) callers: Vec<Caller>,
    /// Commits in the group before.
    pub(super) last_group: usize,
}

/// Figures for operators.
pub(super) struct Meters {
    groups: metrics::Counter,
    commits: metrics::Counter,
    rejected: metrics::Counter,
    bytes: metrics::Counter,
    seconds: metrics::Histogram,
    group_commits: metrics::Histogram,
}

impl Meters {
    pub(super) fn new() -> Self {
        Self {
            groups: metrics::counter!("store_groups_total"),
            commits: metrics::counter!("store_commits_total"),
            rejected: metrics::counter!("store_commits_rejected_total"),
            bytes: metrics::counter!("store_bytes_total"),
            seconds: metrics::histogram!("store_commit_seconds"),
            group_commits: metrics::histogram!("store_group_commits"),
        }
    }
}

/// A group after judging: what to write, and what to tell each caller.
struct Staged {
    overlay: Overlay,
    head: Head,
    results: Vec<CommitResult>,
    bytes: usize,
    writes: bool,
}

impl Committer {
    /// Works until closed or stopped.
    pub(super) fn run(mut self) {
        let end = catch_unwind(AssertUnwindSafe(|| self.work()));
        let reason = match end {
            Ok(Ok(())) => StopReason::closed(),
            Ok(Err(error)) => StopReason::io(&error),
            Err(_) => StopReason { disk_full: false, detail: "the storage panicked".to_owned() },
        };
        if reason != StopReason::closed() {
            metrics::counter!("store_stops_total").increment(1);
            tracing::error!(reason = %reason.detail, disk_full = reason.disk_full, "the store stopped");
            if !reason.disk_full {
                mark_unsynced(&self.folder);
            }
        }
        self.shared.stop(reason);
        *locked(&self.shared.busy_since) = None;
    }

    fn work(&mut self) -> io::Result<()> {
        while let Some(group) = self.next_group()? {
            *locked(&self.shared.busy_since) = Some(Instant::now());
            let (batches, callers) = group.into_iter().map(|request| (request.batch, request.caller)).unzip();
            self.callers = callers;
            let mut staged = self.stage(batches)?;
            if staged.writes {
                self.write(&mut staged)?;
            }
            self.publish(staged);
            *locked(&self.shared.busy_since) = None;
        }
        self.head_file.sync(Duration::ZERO)
    }

    /// Waits for work. Nothing when closed and all is done.
    fn next_group(&mut self) -> io::Result<Option<Vec<Request>>> {
        let shared = Arc::clone(&self.shared);
        let mut queue = locked(&shared.queue);
        while queue.waiting.is_empty() {
            if queue.closing {
                return Ok(None);
            }
            if !self.head_file.is_dirty() {
                queue = shared.wake.wait(queue).unwrap_or_else(PoisonError::into_inner);
                continue;
            }
            let (back, waited) = shared.wake.wait_timeout(queue, self.options.head_sync).unwrap_or_else(PoisonError::into_inner);
            queue = back;
            if waited.timed_out() {
                drop(queue);
                self.head_file.sync(Duration::ZERO)?;
                queue = locked(&shared.queue);
            }
        }
        queue = gather(&shared, queue, self.last_group);
        let mut group = Vec::with_capacity(queue.waiting.len().min(self.options.group_commits));
        let mut bytes = 0;
        while group.len() < self.options.group_commits.max(1)
            && bytes < self.options.group_bytes.max(1)
            && let Some(request) = queue.waiting.pop_front()
        {
            bytes += request.batch.bytes;
            group.push(request);
        }
        drop(queue);
        self.last_group = group.len();
        shared.room.add_permits(group.len());
        Ok(Some(group))
    }

    /// Judges each batch in turn, on top of the ones before it.
    fn stage(&self, batches: Vec<WriteBatch>) -> io::Result<Staged> {
        let head = self.shared.state().head.clone();
        let mut staged = Staged { overlay: Overlay::new(), head, results: Vec::with_capacity(batches.len()), bytes: 0, writes: false };
        for batch in batches {
            staged.bytes += batch.bytes;
            let result = self.stage_one(&mut staged, batch)?;
            staged.results.push(result);
        }
        Ok(staged)
    }

    fn stage_one(&self, staged: &mut Staged, batch: WriteBatch) -> io::Result<CommitResult> {
        for (at, check) in batch.checks.iter().enumerate() {
            let record = self.touch(&mut staged.overlay, IVec::from(check.key()))?.now.as_ref();
            if !check.holds(record) {
                return Ok(Err(EngineError::Rejected { check: at }));
            }
        }
        if batch.is_empty() {
            return Ok(Ok(Committed { sequence: staged.head.sequence, first_chain_entry: None }));
        }
        for (key, record) in batch.writes {
            let touched = self.touch(&mut staged.overlay, key.clone())?;
            staged.head.tally.change(&key, touched.now.as_ref(), record.as_ref());
            touched.now = record;
            touched.written = true;
        }
        let first_chain_entry = (!batch.chain.is_empty()).then_some(staged.head.chain_length);
        for payload in batch.chain {
            let (sequence, value) = staged.head.extend_chain(&payload);
            let key = chain_key(sequence);
            let record = seal(&key, value);
            staged.head.tally.add(&key, &record);
            staged.overlay.insert(IVec::from(&key), Touched { before: None, now: Some(record), written: true });
        }
        staged.head.sequence += 1;
        staged.writes = true;
        Ok(Ok(Committed { sequence: staged.head.sequence, first_chain_entry }))
    }

    /// The record under a key as it will be when all earlier batches of the group are written.
    fn touch<'a>(&self, overlay: &'a mut Overlay, key: IVec) -> io::Result<&'a mut Touched> {
        use std::collections::btree_map::Entry;
        match overlay.entry(key) {
            Entry::Occupied(entry) => Ok(entry.into_mut()),
            Entry::Vacant(entry) => {
                let before = self.read(entry.key())?;
                Ok(entry.insert(Touched { now: before.clone(), before, written: false }))
            }
        }
    }

    fn read(&self, key: &IVec) -> io::Result<Option<Stored>> {
        let Some(bytes) = self.shared.view.db().get(key)? else {
            return Ok(None);
        };
        let intact = unseal(key, bytes);
        // Its old hash is part of the digest: without it nothing may be written over it.
        intact.map(Some).ok_or_else(|| io::Error::other(format!("record is damaged: {}", RecordName::of(key))))
    }

    /// Apply, flush, sync, note the head: in this order, each only after the one before went well.
    fn write(&mut self, staged: &mut Staged) -> io::Result<()> {
        let encoded = staged.head.encode();
        let mut batch = Batch::default();
        for (key, touched) in staged.overlay.iter().filter(|(_, touched)| touched.written) {
            match &touched.now {
                Some(record) => batch.insert(key, &record.bytes),
                None if touched.before.is_some() => batch.remove(key),
                None => {}
            }
        }
        batch.insert(&HEAD_KEY, encoded.as_slice());
        self.shared.view.hide(std::mem::take(&mut staged.overlay));
        let shared = Arc::clone(&self.shared);
        let db = shared.view.db();

        self.reach(StoragePoint::BeforeApply)?;
        db.apply_batch(batch)?;
        self.reach(StoragePoint::AfterApply)?;
        self.reach(StoragePoint::BeforeFlush)?;
        db.flush()?;
        self.reach(StoragePoint::AfterFlush)?;
        self.reach(StoragePoint::BeforeSync)?;
        self.data.sync()?;
        self.reach(StoragePoint::AfterSync)?;
        self.reach(StoragePoint::BeforeHead)?;
        self.head_file.write(&encoded)?;
        self.head_file.sync(self.options.head_sync)?;
        self.reach(StoragePoint::AfterHead)
    }

    fn reach(&self, point: StoragePoint) -> io::Result<()> {
        self.options.fault.as_ref().map_or(Ok(()), |fault| fault.reach(point))
    }

    /// Shows the group to readers and answers everybody.
    fn publish(&mut self, staged: Staged) {
        if staged.writes {
            let mut state = self.shared.state();
            // Together, under one lock: a verification must not see the one without the other.
            let overlay = self.shared.view.reveal();
            if let Some(walk) = &mut state.walk {
                walk.follow(&overlay);
            }
            state.head = staged.head;
            drop(state);
            self.meters.groups.increment(1);
            self.meters.bytes.increment(staged.bytes as u64);
        }
        #[expect(clippy::cast_precision_loss, reason = "a group has some hundred commits")]
        self.meters.group_commits.record(staged.results.len() as f64);
        for (caller, result) in self.callers.drain(..).zip(staged.results) {
            if result.is_ok() {
                self.meters.commits.increment(1);
            } else {
                self.meters.rejected.increment(1);
            }
            self.meters.seconds.record(caller.queued.elapsed());
            // Nobody waits any more: that is theirs to decide.
            let _ = caller.answer.send(result);
        }
    }
}

/// Those who were just answered mostly come again at once: waiting a moment for them halves the number of groups, and with
/// it the cost of a commit. A lone caller never waits.
fn gather<'a>(shared: &'a Shared, mut queue: MutexGuard<'a, Queue>, last_group: usize) -> MutexGuard<'a, Queue> {
    let began = Instant::now();
    while last_group > 1 && queue.waiting.len() < last_group && !queue.closing && began.elapsed() < GATHER_AT_MOST {
        drop(queue);
        thread::sleep(GATHER_STEP);
        queue = locked(&shared.queue);
    }
    queue
}

/// Key of an audit entry.
pub(super) fn chain_key(sequence: u64) -> [u8; 9] {
    let mut key = [CHAIN_KIND; 9];
    key[1..].copy_from_slice(&sequence.to_be_bytes());
    key
}

pub(super) fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
