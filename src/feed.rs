//! The feed: whatever changes a ticket, listeners learn of it. An index, an open page at the desk and other systems follow it. Whoever
//! has a visitor's page open learns of each line that is kept for it ([`Feed::page`]).
//!
//! A store is wrapped ([`Told`]): it hands on every call, and after a commit that was kept it publishes which tickets
//! changed. Whoever listens has a [`Cursor`] and gets what came after it, or is told to read all again.
//!
//! It must not decide anything, must not hold up a commit, and must not keep what only a ticket's key opens.
//!
//! ## Why
//! - The feed is a store and not a call beside each commit: no place that commits can forget it.
//! - A commit that changes a ticket runs in a task of its own. A caller who goes away in the middle (a browser that
//!   disconnects) would otherwise leave a change on disk of which nobody hears.
//! - The last changes only are kept. Somebody who was away for longer reads everything again, which is always right; so is a
//!   listener after a restart, because the numbers of another run mean nothing (`epoch`).
//! - A store that failed may have kept a commit without saying so. When it is opened again all listeners read again.
//! - Two commits on one ticket may be published in the wrong order. Whoever keeps heads keeps the one with the larger revision.

use crate::booking::Bookings;
use crate::clock::Moment;
use crate::id::{DeliveryId, EventId, EvidenceId, PersonKey, QueueId, Receipt, SubscriptionId};
use crate::message::Route;
use crate::store::{
    Audit, ChainMark, Commit, CommitError, Conversation, Counts, Delivery, Drawer, Evidence, Parked, Slip, Store, StoreError, Timer, Topic,
    Wanted, Write, backup,
};
use crate::ticket::{Head, Ticket, What};
use crate::watch::Subscription;
use async_trait::async_trait;
use std::collections::{HashMap, VecDeque};
use std::fmt;
use std::str::FromStr;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tokio::sync::watch;

/// Changes that are kept: minutes of a busy office, about 3 MB.
const KEPT: usize = 4096;

/// A place in the feed. As text `18f3a-42`: not secret, for `Last-Event-ID` and forms.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cursor {
    /// Which run of the counter, or of the store below it.
    pub epoch: u64,
    /// Changes so far in it.
    pub number: u64,
}

impl fmt::Display for Cursor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:x}-{}", self.epoch, self.number)
    }
}

/// A text that is no cursor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a place in the feed")]
pub struct NoCursor;

impl FromStr for Cursor {
    type Err = NoCursor;

    fn from_str(text: &str) -> Result<Self, NoCursor> {
        let (epoch, number) = text.split_once('-').ok_or(NoCursor)?;
        let epoch = u64::from_str_radix(epoch, 16).map_err(|_| NoCursor)?;
        Ok(Self { epoch, number: number.parse().map_err(|_| NoCursor)? })
    }
}

/// A ticket that changed.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// Where it stands in the feed: the cursor of whoever has seen it.
    pub cursor: Cursor,
    /// Ticket.
    pub receipt: Receipt,
    /// Its head after the change; `None` when key and body were erased.
    pub head: Option<Arc<Head>>,
    /// The queue that it has left, when it was passed on last: those who see only that one must be told too.
    pub left: Option<QueueId>,
    /// Happenings in its history after the change.
    pub happenings: usize,
}

/// What came after a cursor.
#[derive(Clone, Debug, PartialEq)]
pub enum Since {
    /// These changes, oldest first; the cursor of the last one is the next to ask with.
    Changes(Vec<Change>),
    /// Too long ago, or of another run: everything must be read again, and then the feed from here on.
    ReadAgain(Cursor),
}

/// Where changes are published and listened to.
pub struct Feed {
    ring: Mutex<Ring>,
    newest: watch::Sender<u64>,
    /// Pages that somebody looks at, by whose they are.
    pages: Mutex<Looked>,
}

/// Pages that somebody looks at; those left are forgotten when there are twice as many as were left the last time.
#[derive(Default)]
struct Looked {
    open: HashMap<String, watch::Sender<u64>>,
    sweep_at: usize,
}

struct Ring {
    epoch: u64,
    /// Number of the last change.
    last: u64,
    /// The last changes, oldest first.
    kept: VecDeque<Change>,
}

impl Feed {
    /// A feed in which nothing has happened. The epoch must be another one in each run: the microsecond of the start.
    pub fn new(epoch: u64) -> Arc<Self> {
        let ring = Ring { epoch, last: 0, kept: VecDeque::new() };
        Arc::new(Self { ring: Mutex::new(ring), newest: watch::Sender::new(0), pages: Mutex::default() })
    }

    /// Changes whenever lines of a page were kept; `owner` is what stands before the slash in their names.
    pub fn page(&self, owner: &str) -> watch::Receiver<u64> {
        let mut pages = self.pages.lock().unwrap_or_else(PoisonError::into_inner);
        if pages.open.len() >= pages.sweep_at {
            pages.open.retain(|_, lines| lines.receiver_count() > 0);
            pages.sweep_at = (pages.open.len() * 2).max(64);
        }
        pages.open.entry(owner.to_owned()).or_insert_with(|| watch::Sender::new(0)).subscribe()
    }

    fn publish_pages(&self, owners: &[String]) {
        let pages = self.pages.lock().unwrap_or_else(PoisonError::into_inner);
        for lines in owners.iter().filter_map(|owner| pages.open.get(owner)) {
            lines.send_modify(|count| *count = count.wrapping_add(1));
        }
    }

    /// Now: what comes after it is everything that is still to happen.
    pub fn cursor(&self) -> Cursor {
        self.ring().cursor()
    }

    /// What came after a cursor.
    pub fn since(&self, cursor: Cursor) -> Since {
        let ring = self.ring();
        let Cursor { epoch, number } = cursor;
        let forgotten = ring.last - ring.kept.len() as u64;
        if epoch != ring.epoch || !(forgotten..=ring.last).contains(&number) {
            return Since::ReadAgain(ring.cursor());
        }
        Since::Changes(ring.kept.iter().skip((number - forgotten) as usize).cloned().collect())
    }

    /// Listens from now on.
    pub fn listen(self: &Arc<Self>) -> Listener {
        self.listen_from(self.cursor())
    }

    /// Listens from a cursor on, missing nothing since.
    pub fn listen_from(self: &Arc<Self>, cursor: Cursor) -> Listener {
        Listener { feed: Arc::clone(self), cursor, newest: self.newest.subscribe() }
    }

    /// From now on everybody reads again: what is on disk may be another than what was told.
    fn begin_again(&self) {
        let mut ring = self.ring();
        ring.epoch = ring.epoch.wrapping_add(1);
        ring.last = 0;
        ring.kept.clear();
        drop(ring);
        // Numbers begin anew, so the watch is told even where the number is the same.
        self.newest.send_modify(|newest| *newest = 0);
    }

    fn publish(&self, changed: Vec<Changed>) {
        let mut ring = self.ring();
        for Changed { receipt, head, left, happenings } in changed {
            ring.last += 1;
            let cursor = ring.cursor();
            if ring.kept.len() == KEPT {
                ring.kept.pop_front();
            }
            ring.kept.push_back(Change { cursor, receipt, head, left, happenings });
        }
        let last = ring.last;
        drop(ring);
        self.newest.send_modify(|newest| *newest = last);
    }

    fn ring(&self) -> MutexGuard<'_, Ring> {
        self.ring.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Ring {
    fn cursor(&self) -> Cursor {
        Cursor { epoch: self.epoch, number: self.last }
    }
}

/// Somebody who follows the feed.
pub struct Listener {
    feed: Arc<Feed>,
    cursor: Cursor,
    newest: watch::Receiver<u64>,
}

impl Listener {
    /// Waits until something happened, and gives it once. May be given up at any time without missing anything.
    pub async fn next(&mut self) -> Since {
        loop {
            self.newest.mark_unchanged();
            if let Some(news) = self.ready() {
                return news;
            }
            // The feed lives as long as we hold it.
            let _ = self.newest.changed().await;
        }
    }

    /// What has happened already, without waiting.
    pub fn ready(&mut self) -> Option<Since> {
        match self.feed.since(self.cursor) {
            Since::Changes(changes) => {
                self.cursor = changes.last()?.cursor;
                Some(Since::Changes(changes))
            }
            Since::ReadAgain(cursor) => {
                self.cursor = cursor;
                Some(Since::ReadAgain(cursor))
            }
        }
    }

    /// Up to where it has heard.
    pub fn cursor(&self) -> Cursor {
        self.cursor
    }
}

/// What a commit changes, before it has a number.
struct Changed {
    receipt: Receipt,
    head: Option<Arc<Head>>,
    left: Option<QueueId>,
    happenings: usize,
}

fn changed(commit: &Commit) -> Vec<Changed> {
    let changed = commit.writes.iter().filter_map(|write| match write {
        Write::Ticket(ticket) => Some(Changed {
            receipt: ticket.head.receipt.clone(),
            head: Some(Arc::new(ticket.head.clone())),
            left: left(ticket),
            happenings: ticket.body.history.len(),
        }),
        Write::EraseTicket(receipt) => Some(Changed { receipt: receipt.clone(), head: None, left: None, happenings: 0 }),
        _ => None,
    });
    changed.collect()
}

fn left(ticket: &Ticket) -> Option<QueueId> {
    match &ticket.body.history.last()?.what {
        What::Transferred { from, .. } => Some(from.clone()),
        _ => None,
    }
}

/// Whose pages a commit adds lines to.
fn pages(commit: &Commit) -> Vec<String> {
    let owner = |write: &Write| match write {
        Write::Slip(slip) if slip.drawer == Drawer::Page => slip.id.split('/').next().map(str::to_owned),
        _ => None,
    };
    let mut owners: Vec<String> = commit.writes.iter().filter_map(owner).collect();
    owners.dedup();
    owners
}

/// A store that tells the feed what it kept.
pub struct Told {
    store: Arc<dyn Store>,
    feed: Arc<Feed>,
}

impl Told {
    /// A store around another.
    pub fn new(store: Arc<dyn Store>, feed: Arc<Feed>) -> Self {
        Self { store, feed }
    }
}

#[async_trait]
impl Store for Told {
    async fn commit(&self, commit: Commit) -> Result<(), CommitError> {
        let (changed, pages) = (changed(&commit), pages(&commit));
        if changed.is_empty() && pages.is_empty() {
            return self.store.commit(commit).await;
        }
        let (store, feed) = (Arc::clone(&self.store), Arc::clone(&self.feed));
        let committing = tokio::spawn(async move {
            store.commit(commit).await?;
            feed.publish_pages(&pages);
            if !changed.is_empty() {
                feed.publish(changed);
            }
            Ok(())
        });
        committing.await.unwrap_or_else(|broken| Err(CommitError::Unavailable(broken.to_string())))
    }

    async fn reopen(&self) -> Result<(), StoreError> {
        self.store.reopen().await?;
        self.feed.begin_again();
        Ok(())
    }

    async fn import(&self, lines: &mut (dyn Iterator<Item = std::io::Result<String>> + Send)) -> Result<u64, StoreError> {
        let read = self.store.import(lines).await?;
        self.feed.begin_again();
        Ok(read)
    }

    async fn seen(&self, event: &EventId) -> Result<bool, StoreError> {
        self.store.seen(event).await
    }

    async fn conversation(&self, person: PersonKey) -> Result<Option<Conversation>, StoreError> {
        self.store.conversation(person).await
    }

    async fn ticket(&self, receipt: &Receipt) -> Result<Option<Ticket>, StoreError> {
        self.store.ticket(receipt).await
    }

    async fn tickets(&self, wanted: &Wanted) -> Result<Vec<Head>, StoreError> {
        self.store.tickets(wanted).await
    }

    async fn own_tickets(&self, person: PersonKey) -> Result<Vec<Receipt>, StoreError> {
        self.store.own_tickets(person).await
    }

    async fn link(&self, receipt: &Receipt) -> Result<Option<(PersonKey, Route)>, StoreError> {
        self.store.link(receipt).await
    }

    async fn evidence(&self, id: EvidenceId) -> Result<Option<Evidence>, StoreError> {
        self.store.evidence(id).await
    }

    async fn all_evidence(&self, after: Option<EvidenceId>, limit: usize) -> Result<Vec<Evidence>, StoreError> {
        self.store.all_evidence(after, limit).await
    }

    async fn deliveries(&self, after: Option<DeliveryId>, limit: usize) -> Result<Vec<Delivery>, StoreError> {
        self.store.deliveries(after, limit).await
    }

    async fn topic(&self, receipt: &Receipt) -> Result<Option<Topic>, StoreError> {
        self.store.topic(receipt).await
    }

    async fn ticket_of(&self, chat: i64, thread: i64) -> Result<Option<Receipt>, StoreError> {
        self.store.ticket_of(chat, thread).await
    }

    async fn timers(&self, now: Moment, limit: usize) -> Result<Vec<(Timer, Moment)>, StoreError> {
        self.store.timers(now, limit).await
    }

    async fn parked(&self, limit: usize) -> Result<Vec<Parked>, StoreError> {
        self.store.parked(limit).await
    }

    async fn named(&self, name: &str) -> Result<Option<String>, StoreError> {
        self.store.named(name).await
    }

    async fn subscription(&self, person: PersonKey, id: &SubscriptionId) -> Result<Option<Subscription>, StoreError> {
        self.store.subscription(person, id).await
    }

    async fn own_subscriptions(&self, person: PersonKey) -> Result<Vec<Subscription>, StoreError> {
        self.store.own_subscriptions(person).await
    }

    async fn subscriptions(&self, after: Option<(PersonKey, SubscriptionId)>, limit: usize) -> Result<Vec<Subscription>, StoreError> {
        self.store.subscriptions(after, limit).await
    }

    async fn digests(&self, now: Moment, limit: usize) -> Result<Vec<(PersonKey, SubscriptionId)>, StoreError> {
        self.store.digests(now, limit).await
    }

    async fn bookings(&self, event: &str) -> Result<Option<Bookings>, StoreError> {
        self.store.bookings(event).await
    }

    async fn booked_events(&self) -> Result<Vec<String>, StoreError> {
        self.store.booked_events().await
    }

    async fn slip(&self, drawer: Drawer, id: &str) -> Result<Option<Slip>, StoreError> {
        self.store.slip(drawer, id).await
    }

    async fn slips(&self, drawer: Drawer, prefix: &str, after: Option<&str>, limit: usize) -> Result<Vec<Slip>, StoreError> {
        self.store.slips(drawer, prefix, after, limit).await
    }

    async fn counts(&self) -> Result<Counts, StoreError> {
        self.store.counts().await
    }

    async fn audit(&self, from: u64, limit: usize) -> Result<Vec<(u64, Audit)>, StoreError> {
        self.store.audit(from, limit).await
    }

    async fn audit_head(&self) -> Result<ChainMark, StoreError> {
        self.store.audit_head().await
    }

    async fn audit_check(&self, from: ChainMark, limit: usize) -> Result<ChainMark, StoreError> {
        self.store.audit_check(from, limit).await
    }

    async fn verify(&self) -> Result<Vec<String>, StoreError> {
        self.store.verify().await
    }

    async fn forget_seen(&self, before: Moment) -> Result<(), CommitError> {
        self.store.forget_seen(before).await
    }

    async fn export(&self, line: &mut backup::Sink<'_>) -> Result<u64, StoreError> {
        self.store.export(line).await
    }

    fn trouble(&self) -> Option<String> {
        self.store.trouble()
    }

    async fn close(&self) {
        self.store.close().await;
    }
}

#[cfg(test)]
mod tests;
