//! From a commit in our words to one batch of the engine, with everything that must hold for it.
//!
//! A plan is made on the caller's thread against what is on disk, and remembers what it saw: the engine writes the batch
//! only if that is still so. Writes of one commit see the writes before them.
//!
//! ## Why
//! A turn reads one record (the conversation it replaces) and is one batch of three puts; sealing is done by whoever
//! commits, on their thread, so the one committer has nothing left to do but write.

use super::error::{blocked, unplanned};
use crate::clock::Moment;
use crate::id::DeliveryId;
use crate::store::engine::{Check, Engine, Value, WriteBatch, fingerprint};
use crate::store::record::key::{self, Key, Kind};
use crate::store::record::{Codec, DeliveryOpen, Revision, Stored, erased, is_erased, read_open, with_open, write_audit};
use crate::store::{Commit, CommitError, Lane, Topic, Write};
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::ops::Deref;

/// Records looked at in one piece.
const PAGE: usize = 512;

/// What it means when something that a plan saw has changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Refusal {
    /// An event was handled before.
    Seen,
    /// The writer decided on an older record.
    Stale(&'static str),
    /// Nobody decided on it: the plan is made once more.
    Again,
}

/// A batch in the making.
pub(super) struct Plan<'a> {
    engine: &'a Engine,
    codec: &'a Codec,
    checks: Vec<(Check, Refusal)>,
    /// What was seen on disk, by key.
    seen: BTreeMap<Vec<u8>, Option<Value>>,
    /// What will be there, by key; `None`: deleted.
    writes: BTreeMap<Vec<u8>, Option<Vec<u8>>>,
    audit: Vec<Vec<u8>>,
}

/// A value, from the disk or from an earlier write of the same plan.
enum Held {
    Kept(Value),
    Planned(Vec<u8>),
}

impl Deref for Held {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        match self {
            Held::Kept(value) => value,
            Held::Planned(value) => value,
        }
    }
}

impl<'a> Plan<'a> {
    /// A plan that changes nothing.
    pub(super) fn new(engine: &'a Engine, codec: &'a Codec) -> Self {
        Self { engine, codec, checks: Vec::new(), seen: BTreeMap::new(), writes: BTreeMap::new(), audit: Vec::new() }
    }

    /// Adds everything that a commit changes. Its events carry this moment.
    pub(super) fn commit(mut self, commit: &Commit, now: Moment) -> Result<Self, CommitError> {
        for event in &commit.seen {
            let stored = self.codec.seen(event, now);
            let key = stored.key.bytes();
            self.checks.push((Check::Absent(key.clone()), Refusal::Seen));
            self.writes.insert(key, Some(stored.value));
        }
        for write in &commit.writes {
            if let Err(error) = self.write(write) {
                return Err(self.first_refusal(error));
            }
        }
        self.audit.extend(commit.audit.iter().map(write_audit));
        Ok(self)
    }

    /// The batch, and what each of its checks means.
    pub(super) fn into_batch(self) -> (WriteBatch, Vec<Refusal>) {
        let mut batch = WriteBatch::new();
        let mut refusals = Vec::with_capacity(self.checks.len());
        for (check, refusal) in self.checks {
            batch.check(check);
            refusals.push(refusal);
        }
        for (key, value) in self.writes {
            match value {
                Some(value) => batch.put(&key, value),
                None => batch.delete(&key),
            };
        }
        for payload in self.audit {
            batch.chain(payload);
        }
        (batch, refusals)
    }

    /// Keys of everything written.
    pub(super) fn keys(&self) -> impl Iterator<Item = &Vec<u8>> {
        self.writes.keys()
    }

    /// Appends a payload to the audit log.
    pub(super) fn append(&mut self, payload: Vec<u8>) {
        self.audit.push(payload);
    }

    /// Writes or deletes under a key that is no record of ours and has no index; nothing is checked.
    pub(super) fn set(&mut self, key: &[u8], value: Option<Vec<u8>>) {
        self.writes.insert(key.to_vec(), value);
    }

    /// Writes a value of the same meaning in place of one that was read.
    pub(super) fn exchange(&mut self, key: &[u8], old: &[u8], new: Vec<u8>) {
        self.checks.push((Check::Unchanged(key.to_vec(), fingerprint(key, old)), Refusal::Again));
        self.writes.insert(key.to_vec(), Some(new));
    }

    /// Writes a stored record with its indexes.
    pub(super) fn put(&mut self, stored: Stored) -> Result<(), CommitError> {
        let Stored { key, value } = stored;
        let bytes = key.bytes();
        let old = self.current(&bytes, Refusal::Again)?;
        self.replace(&key, old.as_deref(), value)
    }

    /// Deletes a record with its indexes.
    pub(super) fn forget(&mut self, key: &Key) -> Result<(), CommitError> {
        let bytes = key.bytes();
        match key.kind() {
            Kind::Conversation | Kind::Ticket | Kind::Link | Kind::Topic | Kind::Timer | Kind::Subscription => {
                let Some(old) = self.current(&bytes, Refusal::Again)? else { return Ok(()) };
                for (entry, _) in self.codec.indexes(key, &old).map_err(|error| unplanned(key, error))? {
                    self.writes.insert(entry, None);
                }
            }
            Kind::Seen | Kind::Evidence | Kind::Delivery | Kind::Parked | Kind::Named | Kind::Bookings | Kind::Slip => {}
        }
        self.writes.insert(bytes, None);
        Ok(())
    }

    fn write(&mut self, write: &Write) -> Result<(), CommitError> {
        match write {
            Write::Conversation(person, conversation) => self.next(self.codec.conversation(*person, conversation), conversation.revision),
            Write::ForgetConversation(person) => self.forget(&Key::Conversation(*person)),
            Write::Ticket(ticket) => self.next(self.codec.ticket(ticket), ticket.head.revision),
            Write::EraseTicket(receipt) => {
                let key = Key::Ticket(receipt.clone());
                let Some(old) = self.current(&key.bytes(), Refusal::Again)? else { return Ok(()) };
                let left = erased(&old).map_err(|error| unplanned(&key, error))?;
                self.blind(Stored { key, value: left })
            }
            Write::Link(receipt, person, route) => self.put(self.codec.link(receipt, *person, route)),
            Write::Unlink(receipt) => self.forget(&Key::Link(receipt.clone())),
            Write::Evidence(evidence) => self.next(self.codec.evidence(evidence), evidence.revision),
            Write::ForgetEvidence(id) => self.forget(&Key::Evidence(*id)),
            Write::Delivery(delivery) => self.blind(self.codec.delivery(delivery)),
            Write::Delivered(id) => self.forget(&Key::Delivery(*id)),
            Write::Retry { id, attempts, not_before } => self.retry(*id, *attempts, *not_before),
            Write::DropLane(lane) => self.drop_lane(lane),
            Write::Topic(topic) => self.topic(topic),
            Write::ForgetTopic(receipt) => self.forget(&Key::Topic(receipt.clone())),
            Write::GroupMoved { from, to } if from == to => Ok(()),
            Write::GroupMoved { from, to } => self.move_group(*from, *to),
            Write::Timer(timer, at) => self.put(self.codec.timer(timer, *at)),
            Write::TimerDone(timer) => self.forget(&Key::Timer(timer.clone())),
            Write::Park(parked) => self.blind(self.codec.parked(parked)),
            Write::Unpark(event) => self.forget(&Key::Parked(event.clone())),
            Write::Named(name, Some(value)) => self.blind(self.codec.named(name, value)),
            Write::Named(name, None) => self.forget(&Key::Named(name.clone())),
            Write::Subscription(subscription) => self.next(self.codec.subscription(subscription), subscription.revision),
            Write::EndSubscription(person, id) => self.forget(&Key::Subscription(*person, id.clone())),
            Write::Bookings(bookings) => self.next(self.codec.bookings(bookings), bookings.revision),
            Write::ForgetBookings(event) => self.forget(&Key::Bookings(event.clone())),
            Write::Slip(slip) => self.next(self.codec.slip(slip), slip.revision),
            Write::ForgetSlip(drawer, id) => self.forget(&Key::Slip(*drawer, id.clone())),
        }
    }

    /// Writes a record over whatever is there; its indexes, if any, are right already.
    fn blind(&mut self, stored: Stored) -> Result<(), CommitError> {
        self.writes.insert(stored.key.bytes(), Some(stored.value));
        Ok(())
    }

    /// Writes a revisioned record: what is there must have the revision before.
    fn next(&mut self, stored: Stored, revision: u64) -> Result<(), CommitError> {
        let Stored { key, value } = stored;
        let kind = key.kind();
        let bytes = key.bytes();
        if revision == 1 && !self.writes.contains_key(&bytes) && !self.seen.contains_key(&bytes) {
            // Nothing to read: the engine sees to it that nothing is there.
            self.checks.push((Check::Absent(bytes.clone()), Refusal::Stale(kind.name())));
            self.seen.insert(bytes, None);
            return self.replace(&key, None, value);
        }
        let old = self.current(&bytes, Refusal::Stale(kind.name()))?;
        let before = match old.as_deref() {
            Some(old) if kind == Kind::Ticket && is_erased(old) => return Err(CommitError::Stale(kind.name())),
            Some(old) => read_open::<Revision>(kind, old).map_err(|error| unplanned(&key, error))?.revision,
            None => 0,
        };
        if before.checked_add(1) != Some(revision) {
            return Err(CommitError::Stale(kind.name()));
        }
        self.replace(&key, old.as_deref(), value)
    }

    /// Writes a record, and of its indexes what changes.
    fn replace(&mut self, key: &Key, old: Option<&[u8]>, value: Vec<u8>) -> Result<(), CommitError> {
        let indexes = |value: &[u8]| self.codec.indexes(key, value).map_err(|error| unplanned(key, error));
        let before = old.map_or(Ok(Vec::new()), indexes)?;
        let now = indexes(&value)?;
        for (entry, _) in before.iter().filter(|(entry, _)| now.iter().all(|(other, _)| other != entry)) {
            self.writes.insert(entry.clone(), None);
        }
        for (entry, content) in now.into_iter().filter(|(entry, _)| before.iter().all(|(other, _)| other != entry)) {
            self.writes.insert(entry, Some(content));
        }
        self.writes.insert(key.bytes(), Some(value));
        Ok(())
    }

    fn retry(&mut self, id: DeliveryId, attempts: u32, not_before: Moment) -> Result<(), CommitError> {
        let key = Key::Delivery(id);
        let Some(old) = self.current(&key.bytes(), Refusal::Again)? else { return Ok(()) };
        let open: DeliveryOpen = read_open(Kind::Delivery, &old).map_err(|error| unplanned(&key, error))?;
        if let Some(value) = with_open(&key, &old, &DeliveryOpen { attempts, not_before, ..open }) {
            return self.blind(Stored { key, value });
        }
        let mut delivery = self.codec.read_delivery(id, &old).map_err(|error| unplanned(&key, error))?;
        delivery.attempts = attempts;
        delivery.not_before = not_before;
        self.blind(self.codec.delivery(&delivery))
    }

    fn topic(&mut self, topic: &Topic) -> Result<(), CommitError> {
        let owner = self.current(&key::thread(topic.chat, topic.thread), Refusal::Again)?;
        if let Some(owner) = owner.as_deref().and_then(key::read_receipt)
            && owner != topic.receipt
        {
            self.forget(&Key::Topic(owner))?;
        }
        self.put(self.codec.topic(topic))
    }

    fn move_group(&mut self, from: i64, to: i64) -> Result<(), CommitError> {
        for (_, receipt) in self.under(&key::of_group(from))? {
            let Some(key) = key::read_receipt(&receipt).map(Key::Topic) else { continue };
            let Some(old) = self.current(&key.bytes(), Refusal::Again)? else { continue };
            let topic: Topic = read_open(Kind::Topic, &old).map_err(|error| unplanned(&key, error))?;
            self.topic(&Topic { chat: to, ..topic })?;
        }
        for id in self.lane(&Lane::Group(from))? {
            let key = Key::Delivery(id);
            // Looked at with a check: one that is sent meanwhile must not come back.
            let Some(old) = self.current(&key.bytes(), Refusal::Again)? else { continue };
            let mut delivery = self.codec.read_delivery(id, &old).map_err(|error| unplanned(&key, error))?;
            delivery.lane = Lane::Group(to);
            self.blind(self.codec.delivery(&delivery))?;
        }
        Ok(())
    }

    fn drop_lane(&mut self, lane: &Lane) -> Result<(), CommitError> {
        for id in self.lane(lane)? {
            self.writes.insert(Key::Delivery(id).bytes(), None);
        }
        Ok(())
    }

    /// Deliveries of a lane.
    fn lane(&self, lane: &Lane) -> Result<Vec<DeliveryId>, CommitError> {
        let lane = self.codec.blind_lane(lane);
        let mut found = Vec::new();
        for (bytes, value) in self.under(&[Kind::Delivery as u8])? {
            let Some(key @ Key::Delivery(id)) = Key::read(&bytes) else { continue };
            let open: DeliveryOpen = read_open(Kind::Delivery, &value).map_err(|error| unplanned(&key, error))?;
            if open.lane == lane {
                found.push(id);
            }
        }
        Ok(found)
    }

    /// Everything whose key begins with a prefix, as it is after the writes so far.
    fn under(&self, prefix: &[u8]) -> Result<BTreeMap<Vec<u8>, Held>, CommitError> {
        let mut found: BTreeMap<Vec<u8>, Held> = BTreeMap::new();
        let mut after: Option<Vec<u8>> = None;
        loop {
            let page = self.engine.scan(prefix, after.as_deref(), PAGE).map_err(|error| blocked(&error))?;
            let Some((last, _)) = page.last() else { break };
            after = Some(last.clone());
            found.extend(page.into_iter().map(|(key, value)| (key, Held::Kept(value))));
        }
        for (key, value) in self.writes.range(prefix.to_vec()..).take_while(|(key, _)| key.starts_with(prefix)) {
            match value {
                Some(value) => found.insert(key.clone(), Held::Planned(value.clone())),
                None => found.remove(key),
            };
        }
        Ok(found)
    }

    /// What is under a key after the writes so far. What comes from the disk must still be the same when the batch is
    /// written.
    fn current(&mut self, key: &[u8], refusal: Refusal) -> Result<Option<Held>, CommitError> {
        if let Some(value) = self.writes.get(key) {
            return Ok(value.clone().map(Held::Planned));
        }
        let value = match self.seen.entry(key.to_vec()) {
            Entry::Occupied(known) => known.get().clone(),
            Entry::Vacant(place) => {
                let value = self.engine.get(key).map_err(|error| blocked(&error))?;
                let check = match &value {
                    Some(value) => Check::Unchanged(key.to_vec(), fingerprint(key, value)),
                    None => Check::Absent(key.to_vec()),
                };
                self.checks.push((check, refusal));
                place.insert(value).clone()
            }
        };
        Ok(value.map(Held::Kept))
    }

    /// An event that was handled before goes before everything else: then nobody needs to decide again.
    fn first_refusal(&self, error: CommitError) -> CommitError {
        let handled = self.checks.iter().any(|(check, refusal)| match check {
            Check::Absent(key) => *refusal == Refusal::Seen && matches!(self.engine.get(key), Ok(Some(_))),
            Check::Present(_) | Check::Equals(..) | Check::Unchanged(..) => false,
        });
        if handled { CommitError::Seen } else { error }
    }
}
