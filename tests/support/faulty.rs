//! A store that fails on request: the disk is full, the disk is slow, a record is damaged.

use async_trait::async_trait;
use ip_office_bot::booking::Bookings;
use ip_office_bot::clock::Moment;
use ip_office_bot::id::{DeliveryId, EventId, EvidenceId, PersonKey, Receipt, SubscriptionId};
use ip_office_bot::message::Route;
use ip_office_bot::store::memory::MemoryStore;
use ip_office_bot::store::{
    Audit, ChainMark, Commit, CommitError, Conversation, Counts, Delivery, Drawer, Evidence, Parked, Slip, Store, StoreError, Timer, Topic,
    Wanted, Write, backup,
};
use ip_office_bot::ticket::{Head, Ticket};
use ip_office_bot::watch::Subscription;
use std::collections::HashSet;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::Duration;

/// A store in memory with faults.
pub struct FaultyStore {
    inner: MemoryStore,
    full: AtomicBool,
    /// Of a thousand commits so many fail, spread evenly.
    failing: AtomicU64,
    commits: AtomicU64,
    slow_ms: AtomicU64,
    damaged: Mutex<HashSet<PersonKey>>,
    too_large: Mutex<HashSet<PersonKey>>,
}

impl FaultyStore {
    pub fn over(inner: MemoryStore) -> Self {
        let (failing, commits, slow_ms) = (AtomicU64::new(0), AtomicU64::new(0), AtomicU64::new(0));
        Self { inner, full: AtomicBool::new(false), failing, commits, slow_ms, damaged: Mutex::default(), too_large: Mutex::default() }
    }

    /// From now on nothing can be written, or everything again.
    pub fn is_full(&self, full: bool) {
        self.full.store(full, Ordering::SeqCst);
    }

    /// Of a thousand commits so many fail.
    pub fn fails(&self, of_thousand: u64) {
        self.failing.store(of_thousand, Ordering::SeqCst);
    }

    /// Each commit takes so long.
    pub fn is_slow(&self, time: Duration) {
        self.slow_ms.store(u64::try_from(time.as_millis()).expect("a short time"), Ordering::SeqCst);
    }

    /// The conversation of this person cannot be read any more.
    pub fn damages(&self, person: PersonKey) {
        self.damaged.lock().expect("no panic while it is locked").insert(person);
    }

    /// The conversation of this person has grown larger than a record may be.
    pub fn finds_too_large(&self, person: PersonKey) {
        self.too_large.lock().expect("no panic while it is locked").insert(person);
    }

    /// Commits that were tried.
    pub fn commits(&self) -> u64 {
        self.commits.load(Ordering::SeqCst)
    }
}

#[async_trait]
impl Store for FaultyStore {
    async fn commit(&self, commit: Commit) -> Result<(), CommitError> {
        let number = self.commits.fetch_add(1, Ordering::SeqCst);
        let slow = self.slow_ms.load(Ordering::SeqCst);
        if slow > 0 {
            tokio::time::sleep(Duration::from_millis(slow)).await;
        }
        // A multiplier without a short cycle spreads the failures.
        let fails = number.wrapping_mul(0x9E37_79B9) % 1000 < self.failing.load(Ordering::SeqCst);
        if self.full.load(Ordering::SeqCst) || fails {
            return Err(CommitError::Unavailable("no space left".to_owned()));
        }
        let too_large = self.too_large.lock().expect("no panic while it is locked").clone();
        if commit.writes.iter().any(|write| matches!(write, Write::Conversation(person, _) if too_large.contains(person))) {
            return Err(CommitError::TooLarge);
        }
        self.inner.commit(commit).await
    }

    async fn conversation(&self, person: PersonKey) -> Result<Option<Conversation>, StoreError> {
        if self.damaged.lock().expect("no panic while it is locked").contains(&person) {
            return Err(StoreError::Damaged("conversation".to_owned()));
        }
        self.inner.conversation(person).await
    }

    fn trouble(&self) -> Option<String> {
        self.full.load(Ordering::SeqCst).then(|| "no space left".to_owned())
    }

    async fn seen(&self, event: &EventId) -> Result<bool, StoreError> {
        self.inner.seen(event).await
    }

    async fn ticket(&self, receipt: &Receipt) -> Result<Option<Ticket>, StoreError> {
        self.inner.ticket(receipt).await
    }

    async fn tickets(&self, wanted: &Wanted) -> Result<Vec<Head>, StoreError> {
        self.inner.tickets(wanted).await
    }

    async fn own_tickets(&self, person: PersonKey) -> Result<Vec<Receipt>, StoreError> {
        self.inner.own_tickets(person).await
    }

    async fn link(&self, receipt: &Receipt) -> Result<Option<(PersonKey, Route)>, StoreError> {
        self.inner.link(receipt).await
    }

    async fn evidence(&self, id: EvidenceId) -> Result<Option<Evidence>, StoreError> {
        self.inner.evidence(id).await
    }

    async fn all_evidence(&self, after: Option<EvidenceId>, limit: usize) -> Result<Vec<Evidence>, StoreError> {
        self.inner.all_evidence(after, limit).await
    }

    async fn deliveries(&self, after: Option<DeliveryId>, limit: usize) -> Result<Vec<Delivery>, StoreError> {
        self.inner.deliveries(after, limit).await
    }

    async fn topic(&self, receipt: &Receipt) -> Result<Option<Topic>, StoreError> {
        self.inner.topic(receipt).await
    }

    async fn ticket_of(&self, chat: i64, thread: i64) -> Result<Option<Receipt>, StoreError> {
        self.inner.ticket_of(chat, thread).await
    }

    async fn timers(&self, now: Moment, limit: usize) -> Result<Vec<(Timer, Moment)>, StoreError> {
        self.inner.timers(now, limit).await
    }

    async fn subscription(&self, person: PersonKey, id: &SubscriptionId) -> Result<Option<Subscription>, StoreError> {
        self.inner.subscription(person, id).await
    }

    async fn own_subscriptions(&self, person: PersonKey) -> Result<Vec<Subscription>, StoreError> {
        self.inner.own_subscriptions(person).await
    }

    async fn subscriptions(&self, after: Option<(PersonKey, SubscriptionId)>, limit: usize) -> Result<Vec<Subscription>, StoreError> {
        self.inner.subscriptions(after, limit).await
    }

    async fn digests(&self, now: Moment, limit: usize) -> Result<Vec<(PersonKey, SubscriptionId)>, StoreError> {
        self.inner.digests(now, limit).await
    }

    async fn parked(&self, limit: usize) -> Result<Vec<Parked>, StoreError> {
        self.inner.parked(limit).await
    }

    async fn named(&self, name: &str) -> Result<Option<String>, StoreError> {
        self.inner.named(name).await
    }

    async fn bookings(&self, event: &str) -> Result<Option<Bookings>, StoreError> {
        self.inner.bookings(event).await
    }

    async fn booked_events(&self) -> Result<Vec<String>, StoreError> {
        self.inner.booked_events().await
    }

    async fn slip(&self, drawer: Drawer, id: &str) -> Result<Option<Slip>, StoreError> {
        self.inner.slip(drawer, id).await
    }

    async fn slips(&self, drawer: Drawer, prefix: &str, after: Option<&str>, limit: usize) -> Result<Vec<Slip>, StoreError> {
        self.inner.slips(drawer, prefix, after, limit).await
    }

    async fn counts(&self) -> Result<Counts, StoreError> {
        self.inner.counts().await
    }

    async fn audit(&self, from: u64, limit: usize) -> Result<Vec<(u64, Audit)>, StoreError> {
        self.inner.audit(from, limit).await
    }

    async fn audit_head(&self) -> Result<ChainMark, StoreError> {
        self.inner.audit_head().await
    }

    async fn audit_check(&self, from: ChainMark, limit: usize) -> Result<ChainMark, StoreError> {
        self.inner.audit_check(from, limit).await
    }

    async fn verify(&self) -> Result<Vec<String>, StoreError> {
        self.inner.verify().await
    }

    async fn forget_seen(&self, before: Moment) -> Result<(), CommitError> {
        self.inner.forget_seen(before).await
    }

    async fn export(&self, line: &mut backup::Sink<'_>) -> Result<u64, StoreError> {
        self.inner.export(line).await
    }

    async fn import(&self, lines: &mut (dyn Iterator<Item = std::io::Result<String>> + Send)) -> Result<u64, StoreError> {
        self.inner.import(lines).await
    }

    async fn reopen(&self) -> Result<(), StoreError> {
        self.inner.reopen().await
    }

    async fn close(&self) {
        self.inner.close().await;
    }
}
