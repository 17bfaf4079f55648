//! The store on disk of one office: everything in one folder, nothing else to start. It is used by one process.
//!
//! It turns commits into batches of the [`engine`](super::engine) and records into stored forms and back; the engine knows
//! no record, this module knows no file. What is on disk, in which form, stands in [`record`](super::record).
//!
//! It must not keep what it read (whoever asks may cache), and must not answer before the disk has.
//!
//! ## Why
//! - Single records are read on the caller's thread: that takes microseconds. Whatever scans runs aside, on a thread that
//!   may block.
//! - A revision is checked twice: when a commit is planned against what is on disk, and by the engine, which writes only
//!   if what the plan saw is still there.
//! - A copy is made while commits go on. They leave the keys of what they change, and the copy ends with those records as
//!   they are then; only for these few do commits wait.
//! - A mark sealed with the office key lies in each store, so that a wrong key file is noticed at the start and not at the
//!   first person who comes back.

mod check;
mod copy;
mod error;
mod list;
mod plan;
mod reseal;

use super::engine::{Engine, EngineError, EngineOptions, Health};
use super::record::key::{self, Index, Key, Kind};
use super::record::{Codec, form, read_audit, read_open, seen_at};
use super::{
    Audit, ChainMark, Commit, CommitError, Conversation, Counts, Delivery, Drawer, Evidence, Parked, Slip, Store, StoreError, Timer, Topic,
    Wanted, Write,
};
use crate::booking::Bookings;
use crate::clock::{Clock, Moment, SystemClock};
use crate::id::{DeliveryId, EventId, EvidenceId, PersonKey, Receipt, SubscriptionId};
use crate::message::Route;
use crate::seal::{KeyId, OfficeKey};
use crate::ticket::{Head, Ticket};
use crate::watch::Subscription;
use async_trait::async_trait;
use copy::Changes;
use error::{blocked, damage, unread};
use plan::{Plan, Refusal};
use serde::de::DeserializeOwned;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

pub use error::OpenError;

/// Key of the mark by which a wrong key file is noticed.
const KEY_MARK: &[u8] = b"mkey";
/// Key of the mark that stands while a backup is restored.
const RESTORE_MARK: &[u8] = b"mrestore";
/// How often a plan is made anew when others change what it saw, before the caller is told.
const TRIES: usize = 64;
/// Marks of events looked at in one piece when old ones are forgotten.
const SEEN_PAGE: usize = 4096;

/// How a store on disk works.
#[derive(Clone)]
pub struct SledOptions {
    /// The engine below.
    pub engine: EngineOptions,
    /// Gives marks of events their time.
    pub clock: Arc<dyn Clock>,
}

impl Default for SledOptions {
    fn default() -> Self {
        Self { engine: EngineOptions::default(), clock: Arc::new(SystemClock) }
    }
}

impl SledOptions {
    /// The usual options with so many bytes of pages in memory; the process takes about twice as much.
    pub fn with_cache(bytes: u64) -> Self {
        Self { engine: EngineOptions { cache_bytes: bytes, ..EngineOptions::default() }, ..Self::default() }
    }
}

/// The store on disk.
#[derive(Clone)]
pub struct SledStore(Arc<Inner>);

struct Inner {
    engine: Engine,
    codec: Codec,
    clock: Arc<dyn Clock>,
    folder: PathBuf,
    changes: Changes,
    /// A restoration began and did not end: nothing may be built on what is there.
    half: AtomicBool,
}

impl SledStore {
    /// Opens or makes the store in a folder, checking every record. Takes seconds for a million records and blocks.
    ///
    /// # Errors
    /// In use, damaged, sealed with another key, half restored, or refused by the disk.
    pub fn open(folder: &Path, key: OfficeKey, options: SledOptions) -> Result<Self, OpenError> {
        let engine = Engine::open(folder, options.engine)?;
        if engine.get(RESTORE_MARK).map_err(|error| unread(&error))?.is_some() {
            return Err(OpenError::HalfRestored(folder.to_owned()));
        }
        let codec = Codec::new(key);
        check_key(&engine, &codec)?;
        let folder = folder.to_owned();
        let half = AtomicBool::new(false);
        Ok(Self(Arc::new(Inner { engine, codec, clock: options.clock, folder, changes: Changes::default(), half })))
    }

    /// Seals anew with the newest key what an older one sealed, while commits go on: how many records. After that the older
    /// key may be retired, as far as the store is concerned.
    ///
    /// # Errors
    /// A record does not open, or the store cannot write; what was done stays done.
    pub async fn reseal(&self) -> Result<u64, StoreError> {
        self.reseal_telling(&mut |_| {}).await
    }

    /// The same, telling how many records with a sealed part were looked at so far.
    ///
    /// # Errors
    /// As [`reseal`](Self::reseal).
    pub async fn reseal_telling(&self, looked_at: &mut (dyn FnMut(u64) + Send)) -> Result<u64, StoreError> {
        reseal::reseal(self, looked_at).await
    }

    /// How many records each key seals.
    ///
    /// # Errors
    /// A record cannot be read.
    pub async fn sealed_with(&self) -> Result<BTreeMap<KeyId, u64>, StoreError> {
        self.aside(reseal::sealed_with).await
    }

    /// Runs what may take long on a thread that may block.
    async fn aside<T: Send + 'static>(&self, work: impl FnOnce(&Inner) -> Result<T, StoreError> + Send + 'static) -> Result<T, StoreError> {
        let inner = Arc::clone(&self.0);
        let stopping = |_| Err(StoreError::Unavailable("stopping".to_owned()));
        tokio::task::spawn_blocking(move || work(&inner)).await.unwrap_or_else(stopping)
    }
}

/// Notices a key file that does not belong to the store; leaves the mark in a new one.
fn check_key(engine: &Engine, codec: &Codec) -> Result<(), OpenError> {
    let fresh = match engine.get(KEY_MARK).map_err(|error| unread(&error))? {
        None => true,
        Some(mark) if !codec.knows_mark(KEY_MARK, &mark) => return Err(OpenError::WrongKey),
        Some(mark) => form(&mark).is_ok_and(|form| !codec.is_newest(form.sealed)),
    };
    if fresh {
        let mut plan = Plan::new(engine, codec);
        plan.set(KEY_MARK, Some(codec.mark(KEY_MARK)));
        engine.commit_blocking(plan.into_batch().0).map_err(|error| unread(&error))?;
    }
    Ok(())
}

#[async_trait]
impl Store for SledStore {
    async fn commit(&self, commit: Commit) -> Result<(), CommitError> {
        let now = self.0.clock.now();
        for _ in 0..TRIES {
            let _shared = self.0.changes.share().await;
            self.0.writable()?;
            let plan = if scans(&commit) { self.plan_aside(commit.clone(), now).await? } else { self.0.plan(&commit, now)? };
            let (batch, refusals) = plan;
            match self.0.engine.commit_when_room(batch).await {
                Ok(_) => return Ok(()),
                Err(EngineError::Rejected { check }) => match refusals.get(check) {
                    Some(Refusal::Seen) => return Err(CommitError::Seen),
                    Some(Refusal::Stale(what)) => return Err(CommitError::Stale(what)),
                    Some(Refusal::Again) | None => {}
                },
                Err(error) => return Err(self.0.blocked(&error)),
            }
        }
        Err(CommitError::Stale("record"))
    }

    async fn seen(&self, event: &EventId) -> Result<bool, StoreError> {
        Ok(self.0.get(&Key::Seen(event.clone()))?.is_some())
    }

    async fn conversation(&self, person: PersonKey) -> Result<Option<Conversation>, StoreError> {
        let key = Key::Conversation(person);
        self.0.read(&key, |codec, value| codec.read_conversation(person, value))
    }

    async fn ticket(&self, receipt: &Receipt) -> Result<Option<Ticket>, StoreError> {
        let found = self.0.read(&Key::Ticket(receipt.clone()), |codec, value| codec.read_ticket(receipt, value))?;
        Ok(found.flatten())
    }

    async fn tickets(&self, wanted: &Wanted) -> Result<Vec<Head>, StoreError> {
        let wanted = wanted.clone();
        self.aside(move |inner| list::tickets(inner, &wanted)).await
    }

    async fn own_tickets(&self, person: PersonKey) -> Result<Vec<Receipt>, StoreError> {
        self.aside(move |inner| list::own(inner, person)).await
    }

    async fn link(&self, receipt: &Receipt) -> Result<Option<(PersonKey, Route)>, StoreError> {
        self.0.read(&Key::Link(receipt.clone()), |codec, value| codec.read_link(receipt, value))
    }

    async fn evidence(&self, id: EvidenceId) -> Result<Option<Evidence>, StoreError> {
        self.0.read(&Key::Evidence(id), |codec, value| codec.read_evidence(id, value))
    }

    async fn all_evidence(&self, after: Option<EvidenceId>, limit: usize) -> Result<Vec<Evidence>, StoreError> {
        self.aside(move |inner| list::evidence(inner, after, limit)).await
    }

    async fn deliveries(&self, after: Option<DeliveryId>, limit: usize) -> Result<Vec<Delivery>, StoreError> {
        self.aside(move |inner| list::deliveries(inner, after, limit)).await
    }

    async fn topic(&self, receipt: &Receipt) -> Result<Option<Topic>, StoreError> {
        self.0.read(&Key::Topic(receipt.clone()), |_, value| read_open(Kind::Topic, value))
    }

    async fn ticket_of(&self, chat: i64, thread: i64) -> Result<Option<Receipt>, StoreError> {
        let found = self.0.engine.get(&key::thread(chat, thread)).map_err(|error| unread(&error))?;
        Ok(found.as_deref().and_then(key::read_receipt))
    }

    async fn timers(&self, now: Moment, limit: usize) -> Result<Vec<(Timer, Moment)>, StoreError> {
        self.aside(move |inner| list::timers(inner, now, limit)).await
    }

    async fn parked(&self, limit: usize) -> Result<Vec<Parked>, StoreError> {
        self.aside(move |inner| list::parked(inner, limit)).await
    }

    async fn named(&self, name: &str) -> Result<Option<String>, StoreError> {
        self.0.read(&Key::Named(name.to_owned()), |_, value| read_open(Kind::Named, value))
    }

    async fn subscription(&self, person: PersonKey, id: &SubscriptionId) -> Result<Option<Subscription>, StoreError> {
        let key = Key::Subscription(person, id.clone());
        self.0.read(&key, |codec, value| codec.read_subscription((person, id), value))
    }

    async fn own_subscriptions(&self, person: PersonKey) -> Result<Vec<Subscription>, StoreError> {
        self.aside(move |inner| list::own_subscriptions(inner, person)).await
    }

    async fn subscriptions(&self, after: Option<(PersonKey, SubscriptionId)>, limit: usize) -> Result<Vec<Subscription>, StoreError> {
        self.aside(move |inner| list::subscriptions(inner, after, limit)).await
    }

    async fn digests(&self, now: Moment, limit: usize) -> Result<Vec<(PersonKey, SubscriptionId)>, StoreError> {
        self.aside(move |inner| list::digests(inner, now, limit)).await
    }

    async fn bookings(&self, event: &str) -> Result<Option<Bookings>, StoreError> {
        self.0.read(&Key::Bookings(event.to_owned()), |codec, value| codec.read_bookings(event, value))
    }

    async fn booked_events(&self) -> Result<Vec<String>, StoreError> {
        self.aside(list::booked_events).await
    }

    async fn slip(&self, drawer: Drawer, id: &str) -> Result<Option<Slip>, StoreError> {
        self.0.read(&Key::Slip(drawer, id.to_owned()), |codec, value| codec.read_slip((drawer, id), value))
    }

    async fn slips(&self, drawer: Drawer, prefix: &str, after: Option<&str>, limit: usize) -> Result<Vec<Slip>, StoreError> {
        let (prefix, after) = (prefix.to_owned(), after.map(str::to_owned));
        self.aside(move |inner| list::slips(inner, (drawer, &prefix), after, limit)).await
    }

    async fn counts(&self) -> Result<Counts, StoreError> {
        self.0.counts()
    }

    async fn audit(&self, from: u64, limit: usize) -> Result<Vec<(u64, Audit)>, StoreError> {
        self.aside(move |inner| {
            let entries = inner.engine.chain(from, limit).map_err(|error| unread(&error))?;
            let read = |payload: &[u8], number: u64| read_audit(payload).map_err(|_| StoreError::Damaged(format!("audit {number}")));
            entries.into_iter().map(|entry| Ok((entry.sequence, read(&entry.payload, entry.sequence)?))).collect()
        })
        .await
    }

    async fn audit_head(&self) -> Result<ChainMark, StoreError> {
        let head = self.0.engine.chain_head().map_err(|error| unread(&error))?;
        Ok(ChainMark { entries: head.length, hash: head.hash })
    }

    async fn audit_check(&self, from: ChainMark, limit: usize) -> Result<ChainMark, StoreError> {
        self.aside(move |inner| check::chain(inner, from, limit)).await
    }

    async fn verify(&self) -> Result<Vec<String>, StoreError> {
        check::verify(self).await
    }

    async fn forget_seen(&self, before: Moment) -> Result<(), CommitError> {
        let mut after: Option<Vec<u8>> = None;
        loop {
            let from = after.take();
            let page = self.aside(move |inner| inner.old_marks(from.as_deref(), before)).await.map_err(unwritten)?;
            let Some((last, old)) = page else { return Ok(()) };
            after = Some(last);
            if old.is_empty() {
                continue;
            }
            let _shared = self.0.changes.share().await;
            let mut plan = Plan::new(&self.0.engine, &self.0.codec);
            old.iter().for_each(|key| plan.set(key, None));
            let (batch, _) = self.0.noted(plan);
            self.0.engine.commit_when_room(batch).await.map_err(|error| self.0.blocked(&error))?;
        }
    }

    async fn export(&self, line: &mut super::backup::Sink<'_>) -> Result<u64, StoreError> {
        copy::export(self, line).await
    }

    async fn import(&self, lines: &mut (dyn Iterator<Item = std::io::Result<String>> + Send)) -> Result<u64, StoreError> {
        copy::import(self, lines).await
    }

    async fn reopen(&self) -> Result<(), StoreError> {
        self.aside(|inner| Ok(inner.engine.reopen().map_err(OpenError::from)?)).await
    }

    fn trouble(&self) -> Option<String> {
        match self.0.engine.health() {
            Health::Stopped(reason) => Some(reason.detail),
            Health::Stalled { since } => Some(format!("the disk has not answered for {} s", since.as_secs())),
            Health::Serving => self.0.writable().err().map(|error| error.to_string()),
        }
    }

    async fn close(&self) {
        if let Err(error) = self.aside(|inner| Ok(inner.engine.close().map_err(OpenError::from)?)).await {
            tracing::error!(%error, "the store did not close in order");
        }
    }
}

impl SledStore {
    async fn plan_aside(&self, commit: Commit, now: Moment) -> Result<(super::engine::WriteBatch, Vec<Refusal>), CommitError> {
        self.aside(move |inner| Ok(inner.plan(&commit, now))).await.map_err(unwritten)?
    }
}

impl Inner {
    fn plan(&self, commit: &Commit, now: Moment) -> Result<(super::engine::WriteBatch, Vec<Refusal>), CommitError> {
        let plan = Plan::new(&self.engine, &self.codec).commit(commit, now)?;
        Ok(self.noted(plan))
    }

    /// The batch of a plan, after its keys were left for a copy that is being made.
    fn noted(&self, plan: Plan<'_>) -> (super::engine::WriteBatch, Vec<Refusal>) {
        self.changes.note(plan.keys());
        plan.into_batch()
    }

    fn writable(&self) -> Result<(), CommitError> {
        if self.half.load(Ordering::Acquire) {
            return Err(CommitError::Unavailable(OpenError::HalfRestored(self.folder.clone()).to_string()));
        }
        Ok(())
    }

    /// An error of the engine with the reason why it stopped.
    fn blocked(&self, error: &EngineError) -> CommitError {
        match (error, self.engine.health()) {
            (EngineError::Stopped, Health::Stopped(reason)) => CommitError::Unavailable(reason.detail),
            _ => blocked(error),
        }
    }

    fn get(&self, key: &Key) -> Result<Option<super::engine::Value>, StoreError> {
        self.engine.get(&key.bytes()).map_err(|error| unread(&error))
    }

    fn read<T>(
        &self,
        key: &Key,
        read: impl FnOnce(&Codec, &[u8]) -> Result<T, super::record::Unreadable>,
    ) -> Result<Option<T>, StoreError> {
        self.get(key)?.map(|value| read(&self.codec, &value).map_err(|error| damage(key, error))).transpose()
    }

    fn open_part<T: DeserializeOwned>(&self, key: &Key) -> Result<Option<T>, StoreError> {
        self.read(key, |_, value| read_open(key.kind(), value))
    }

    fn counts(&self) -> Result<Counts, StoreError> {
        let count = |kind: u8| self.engine.count(kind).map_err(|error| unread(&error));
        Ok(Counts {
            conversations: count(Kind::Conversation as u8)?,
            drafts: count(Index::Draft as u8)?,
            tickets: count(Kind::Ticket as u8)?,
            deliveries: count(Kind::Delivery as u8)?,
            parked: count(Kind::Parked as u8)?,
        })
    }

    /// The next marks of events: the last one looked at, and those older than a moment. `None` at the end.
    #[expect(clippy::type_complexity, reason = "used in one place")]
    fn old_marks(&self, after: Option<&[u8]>, before: Moment) -> Result<Option<(Vec<u8>, Vec<Vec<u8>>)>, StoreError> {
        let page = self.engine.scan(&[Kind::Seen as u8], after, SEEN_PAGE).map_err(|error| unread(&error))?;
        let Some((last, _)) = page.last() else { return Ok(None) };
        let last = last.clone();
        let old = page.into_iter().filter(|(_, value)| seen_at(value).is_ok_and(|at| at.timestamp() < before.timestamp()));
        Ok(Some((last, old.map(|(key, _)| key).collect())))
    }
}

/// Whether a commit has to look through many records.
fn scans(commit: &Commit) -> bool {
    commit.writes.iter().any(|write| matches!(write, Write::DropLane(_) | Write::GroupMoved { .. }))
}

fn unwritten(error: StoreError) -> CommitError {
    match error {
        StoreError::Unavailable(why) => CommitError::Unavailable(why),
        other @ (StoreError::Damaged(_) | StoreError::Backup(_)) => CommitError::Unavailable(other.to_string()),
    }
}
