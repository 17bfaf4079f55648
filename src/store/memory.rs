//! The store in memory: for tests and for practice in the terminal. Everything is gone when it is dropped.
//!
//! It keeps what the other stores keep, in maps of domain types under one lock, and gives the same answers: one suite of
//! stories runs on all of them. It is also the shortest description of what a [`Store`] means.

use super::backup::{BackupRefusal, ChainHash, Item, Reader, Sink, Waiting, Writer, chain_hash, restored};
use super::record::key::Key;
use super::record::{Codec, Record, form, read_audit, write_audit};
use super::{
    Audit, ChainMark, Commit, CommitError, Conversation, Counts, Delivery, Drawer, Evidence, Lane, Parked, Slip, Store, StoreError, Timer,
    Topic, Wanted, Write,
};
use crate::booking::Bookings;
use crate::clock::{Clock, Moment, SystemClock};
use crate::id::{DeliveryId, EventId, EvidenceId, PersonKey, Receipt, SubscriptionId};
use crate::message::Route;
use crate::seal::OfficeKey;
use crate::ticket::{Head, Ticket};
use crate::watch::Subscription;
use async_trait::async_trait;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Bound;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// The store in memory.
pub struct MemoryStore {
    tables: Mutex<Tables>,
    codec: Codec,
    clock: Arc<dyn Clock>,
}

/// What is kept.
#[derive(Clone, Default)]
struct Tables {
    seen: BTreeMap<EventId, Moment>,
    conversations: BTreeMap<PersonKey, Conversation>,
    tickets: BTreeMap<Receipt, Kept>,
    links: BTreeMap<Receipt, (PersonKey, Route)>,
    own: BTreeSet<(PersonKey, Receipt)>,
    evidence: BTreeMap<EvidenceId, Evidence>,
    deliveries: BTreeMap<DeliveryId, Delivery>,
    topics: BTreeMap<Receipt, Topic>,
    threads: BTreeMap<(i64, i64), Receipt>,
    timers: BTreeMap<Timer, Moment>,
    due: BTreeSet<(Moment, Timer)>,
    parked: BTreeMap<EventId, Parked>,
    named: BTreeMap<String, String>,
    subscriptions: BTreeMap<(PersonKey, SubscriptionId), Subscription>,
    bookings: BTreeMap<String, Bookings>,
    slips: BTreeMap<(u8, String), Slip>,
    /// Payloads of the audit log, and the hash of the last one.
    audit: Vec<Vec<u8>>,
    chain: ChainHash,
}

/// A ticket, or what is left of an erased one.
#[derive(Clone)]
enum Kept {
    Whole(Box<Ticket>),
    Erased(Box<Head>),
}

impl Kept {
    fn head(&self) -> &Head {
        match self {
            Kept::Whole(ticket) => &ticket.head,
            Kept::Erased(head) => head,
        }
    }
}

impl Default for MemoryStore {
    fn default() -> Self {
        Self::new()
    }
}

impl MemoryStore {
    /// An empty store with a key of its own and the system's clock.
    pub fn new() -> Self {
        Self::with(OfficeKey::generate(&mut rand::rng()), Arc::new(SystemClock))
    }

    /// An empty store whose backups are sealed with this key, and whose marks of events carry the time of this clock.
    pub fn with(key: OfficeKey, clock: Arc<dyn Clock>) -> Self {
        Self { tables: Mutex::default(), codec: Codec::new(key), clock }
    }

    fn tables(&self) -> MutexGuard<'_, Tables> {
        self.tables.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[async_trait]
impl Store for MemoryStore {
    async fn commit(&self, commit: Commit) -> Result<(), CommitError> {
        let now = self.clock.now();
        let mut tables = self.tables();
        tables.check(&commit)?;
        tables.apply(commit, now);
        Ok(())
    }

    async fn seen(&self, event: &EventId) -> Result<bool, StoreError> {
        Ok(self.tables().seen.contains_key(event))
    }

    async fn conversation(&self, person: PersonKey) -> Result<Option<Conversation>, StoreError> {
        Ok(self.tables().conversations.get(&person).cloned())
    }

    async fn ticket(&self, receipt: &Receipt) -> Result<Option<Ticket>, StoreError> {
        Ok(match self.tables().tickets.get(receipt) {
            Some(Kept::Whole(ticket)) => Some((**ticket).clone()),
            Some(Kept::Erased(_)) | None => None,
        })
    }

    async fn tickets(&self, wanted: &Wanted) -> Result<Vec<Head>, StoreError> {
        let tables = self.tables();
        let heads = after(&tables.tickets, wanted.after.as_ref()).map(|(_, kept)| kept.head());
        let fits =
            |head: &&Head| (wanted.closed || head.closed.is_none()) && wanted.queue.as_ref().is_none_or(|queue| *queue == head.queue);
        Ok(heads.filter(fits).take(wanted.limit).cloned().collect())
    }

    async fn own_tickets(&self, person: PersonKey) -> Result<Vec<Receipt>, StoreError> {
        let tables = self.tables();
        let own = tables.own.range((person, Receipt::from_record(String::new()))..).take_while(|(whose, _)| *whose == person);
        let submitted = |receipt: &Receipt| tables.tickets.get(receipt).map(|kept| kept.head().submitted);
        let mut receipts: Vec<_> = own.map(|(_, receipt)| (submitted(receipt), receipt.clone())).collect();
        receipts.sort_unstable_by(|one, two| two.cmp(one));
        Ok(receipts.into_iter().map(|(_, receipt)| receipt).collect())
    }

    async fn link(&self, receipt: &Receipt) -> Result<Option<(PersonKey, Route)>, StoreError> {
        Ok(self.tables().links.get(receipt).cloned())
    }

    async fn evidence(&self, id: EvidenceId) -> Result<Option<Evidence>, StoreError> {
        Ok(self.tables().evidence.get(&id).cloned())
    }

    async fn all_evidence(&self, from: Option<EvidenceId>, limit: usize) -> Result<Vec<Evidence>, StoreError> {
        Ok(after(&self.tables().evidence, from.as_ref()).map(|(_, evidence)| evidence.clone()).take(limit).collect())
    }

    async fn deliveries(&self, from: Option<DeliveryId>, limit: usize) -> Result<Vec<Delivery>, StoreError> {
        Ok(after(&self.tables().deliveries, from.as_ref()).map(|(_, delivery)| delivery.clone()).take(limit).collect())
    }

    async fn topic(&self, receipt: &Receipt) -> Result<Option<Topic>, StoreError> {
        Ok(self.tables().topics.get(receipt).cloned())
    }

    async fn ticket_of(&self, chat: i64, thread: i64) -> Result<Option<Receipt>, StoreError> {
        Ok(self.tables().threads.get(&(chat, thread)).cloned())
    }

    async fn timers(&self, now: Moment, limit: usize) -> Result<Vec<(Timer, Moment)>, StoreError> {
        let tables = self.tables();
        let due = tables.due.iter().take_while(|(at, _)| *at <= now).take(limit);
        Ok(due.map(|(at, timer)| (timer.clone(), *at)).collect())
    }

    async fn parked(&self, limit: usize) -> Result<Vec<Parked>, StoreError> {
        let mut parked: Vec<Parked> = self.tables().parked.values().cloned().collect();
        parked.sort_by_key(|parked| parked.at);
        parked.truncate(limit);
        Ok(parked)
    }

    async fn named(&self, name: &str) -> Result<Option<String>, StoreError> {
        Ok(self.tables().named.get(name).cloned())
    }

    async fn subscription(&self, person: PersonKey, id: &SubscriptionId) -> Result<Option<Subscription>, StoreError> {
        Ok(self.tables().subscriptions.get(&(person, id.clone())).cloned())
    }

    async fn own_subscriptions(&self, person: PersonKey) -> Result<Vec<Subscription>, StoreError> {
        let mut own: Vec<Subscription> =
            self.tables().subscriptions.values().filter(|subscription| subscription.person == person).cloned().collect();
        own.sort_by_key(|subscription| subscription.since);
        Ok(own)
    }

    async fn subscriptions(&self, from: Option<(PersonKey, SubscriptionId)>, limit: usize) -> Result<Vec<Subscription>, StoreError> {
        let tables = self.tables();
        Ok(after(&tables.subscriptions, from.as_ref()).map(|(_, subscription)| subscription.clone()).take(limit).collect())
    }

    async fn digests(&self, now: Moment, limit: usize) -> Result<Vec<(PersonKey, SubscriptionId)>, StoreError> {
        let tables = self.tables();
        let due = tables.subscriptions.values().filter_map(|one| Some((one.due?, one.person, one.id.clone())));
        let mut due: Vec<_> = due.filter(|(due, ..)| *due <= now).collect();
        due.sort_unstable();
        Ok(due.into_iter().take(limit).map(|(_, person, id)| (person, id)).collect())
    }

    async fn bookings(&self, event: &str) -> Result<Option<Bookings>, StoreError> {
        Ok(self.tables().bookings.get(event).cloned())
    }

    async fn booked_events(&self) -> Result<Vec<String>, StoreError> {
        Ok(self.tables().bookings.keys().cloned().collect())
    }

    async fn slip(&self, drawer: Drawer, id: &str) -> Result<Option<Slip>, StoreError> {
        Ok(self.tables().slips.get(&(drawer.byte(), id.to_owned())).cloned())
    }

    async fn slips(&self, drawer: Drawer, prefix: &str, from: Option<&str>, limit: usize) -> Result<Vec<Slip>, StoreError> {
        let tables = self.tables();
        let first = Bound::Included((drawer.byte(), prefix.to_owned()));
        let found = tables.slips.range((first, Bound::Unbounded)).map(|(_, slip)| slip);
        let found = found.take_while(|slip| slip.drawer == drawer && slip.id.starts_with(prefix));
        Ok(found.filter(|slip| from.is_none_or(|from| slip.id.as_str() > from)).take(limit).cloned().collect())
    }

    async fn counts(&self) -> Result<Counts, StoreError> {
        Ok(self.tables().counts())
    }

    async fn audit(&self, from: u64, limit: usize) -> Result<Vec<(u64, Audit)>, StoreError> {
        let tables = self.tables();
        let entries = (0..).zip(&tables.audit).skip_while(|(number, _)| *number < from).take(limit);
        entries.map(|(number, payload)| Ok((number, read_audit(payload).map_err(|_| damaged_entry(number))?))).collect()
    }

    async fn audit_head(&self) -> Result<ChainMark, StoreError> {
        let tables = self.tables();
        Ok(ChainMark { entries: tables.audit.len() as u64, hash: tables.chain })
    }

    async fn audit_check(&self, from: ChainMark, limit: usize) -> Result<ChainMark, StoreError> {
        let tables = self.tables();
        let length = tables.audit.len() as u64;
        if from.entries > length {
            return Err(damaged_entry(length));
        }
        let entries = (0..).zip(&tables.audit).skip_while(|(number, _)| *number < from.entries).take(limit);
        let reached =
            entries.fold(from, |mark, (number, payload)| ChainMark { entries: number + 1, hash: chain_hash(&mark.hash, number, payload) });
        let fits = reached.entries < length || reached.hash == tables.chain;
        if fits { Ok(reached) } else { Err(damaged_entry(length.saturating_sub(1))) }
    }

    async fn verify(&self) -> Result<Vec<String>, StoreError> {
        let tables = self.tables();
        let chain = (0..).zip(&tables.audit).fold([0; 32], |before, (number, payload)| chain_hash(&before, number, payload));
        Ok(if chain == tables.chain { Vec::new() } else { vec!["audit chain".to_owned()] })
    }

    async fn forget_seen(&self, before: Moment) -> Result<(), CommitError> {
        let before = whole_second(before);
        self.tables().seen.retain(|_, at| *at >= before);
        Ok(())
    }

    async fn export(&self, line: &mut Sink<'_>) -> Result<u64, StoreError> {
        let tables = self.tables().clone();
        let made = self.clock.now();
        let writer = Writer::begin(line, made, tables.counts()).map_err(unwritten)?;
        write_all(&self.codec, &tables, writer).map_err(unwritten)
    }

    async fn import(&self, lines: &mut (dyn Iterator<Item = std::io::Result<String>> + Send)) -> Result<u64, StoreError> {
        let mut tables = Tables::default();
        let mut waiting = Waiting::default();
        let mut reader = Reader::new(&self.codec);
        for line in lines {
            let item = reader.read(&line.map_err(|error| BackupRefusal::Io(error.to_string()))?)?;
            waiting.note(&item);
            match item {
                Item::Record { record, .. } => tables.put(record),
                Item::Gone(key) => tables.remove(&key),
                Item::Audit { payload, .. } => tables.append(payload),
                Item::Begin | Item::End => {}
            }
        }
        let count = reader.finish()?;
        let (revived, left_out) = waiting.revived();
        tables.deliveries = revived.into_iter().map(|delivery| (delivery.id, delivery)).collect();
        tables.append(restored(self.clock.now(), left_out));
        let mut here = self.tables();
        if !here.is_empty() {
            return Err(BackupRefusal::NotEmpty.into());
        }
        *here = tables;
        Ok(count)
    }

    async fn reopen(&self) -> Result<(), StoreError> {
        Ok(())
    }

    fn trouble(&self) -> Option<String> {
        None
    }

    async fn close(&self) {}
}

/// No revision follows this one.
const NO_MORE: u64 = u64::MAX;

/// Revisions as they would be after the writes of a commit looked at so far; `None`: the record is not there.
#[derive(Default)]
struct Revisions(BTreeMap<Key, Option<u64>>);

impl Revisions {
    /// A revision follows the one before by one; the first is 1 and follows nothing.
    fn step(&mut self, key: Key, stored: Option<u64>, revision: u64) -> Result<(), CommitError> {
        let before = self.0.get(&key).copied().unwrap_or(stored).unwrap_or(0);
        if before.checked_add(1) != Some(revision) {
            return Err(CommitError::Stale(key.kind().name()));
        }
        self.0.insert(key, Some(revision));
        Ok(())
    }

    fn forget(&mut self, key: Key) {
        self.0.insert(key, None);
    }
}

impl Tables {
    /// Whether a commit may be applied: no event seen before, each revision the next one.
    fn check(&self, commit: &Commit) -> Result<(), CommitError> {
        if commit.seen.iter().any(|event| self.seen.contains_key(event)) {
            return Err(CommitError::Seen);
        }
        let mut revisions = Revisions::default();
        for write in &commit.writes {
            match write {
                Write::Conversation(person, conversation) => {
                    let stored = self.conversations.get(person).map(|conversation| conversation.revision);
                    revisions.step(Key::Conversation(*person), stored, conversation.revision)?;
                }
                Write::ForgetConversation(person) => revisions.forget(Key::Conversation(*person)),
                Write::Ticket(ticket) => {
                    let receipt = &ticket.head.receipt;
                    let stored = match self.tickets.get(receipt) {
                        Some(Kept::Erased(_)) => Some(NO_MORE),
                        Some(Kept::Whole(ticket)) => Some(ticket.head.revision),
                        None => None,
                    };
                    revisions.step(Key::Ticket(receipt.clone()), stored, ticket.head.revision)?;
                }
                Write::EraseTicket(receipt) => {
                    let key = Key::Ticket(receipt.clone());
                    if self.tickets.contains_key(receipt) || revisions.0.contains_key(&key) {
                        revisions.0.insert(key, Some(NO_MORE));
                    }
                }
                Write::Evidence(evidence) => {
                    let stored = self.evidence.get(&evidence.id).map(|evidence| evidence.revision);
                    revisions.step(Key::Evidence(evidence.id), stored, evidence.revision)?;
                }
                Write::ForgetEvidence(id) => revisions.forget(Key::Evidence(*id)),
                Write::Subscription(subscription) => {
                    let key = (subscription.person, subscription.id.clone());
                    let stored = self.subscriptions.get(&key).map(|subscription| subscription.revision);
                    revisions.step(Key::Subscription(key.0, key.1), stored, subscription.revision)?;
                }
                Write::EndSubscription(person, id) => revisions.forget(Key::Subscription(*person, id.clone())),
                Write::Bookings(bookings) => {
                    let stored = self.bookings.get(&bookings.event).map(|bookings| bookings.revision);
                    revisions.step(Key::Bookings(bookings.event.clone()), stored, bookings.revision)?;
                }
                Write::ForgetBookings(event) => revisions.forget(Key::Bookings(event.clone())),
                Write::Slip(slip) => {
                    let stored = self.slips.get(&(slip.drawer.byte(), slip.id.clone())).map(|slip| slip.revision);
                    revisions.step(Key::Slip(slip.drawer, slip.id.clone()), stored, slip.revision)?;
                }
                Write::ForgetSlip(drawer, id) => revisions.forget(Key::Slip(*drawer, id.clone())),
                Write::Link(..)
                | Write::Unlink(_)
                | Write::Delivery(_)
                | Write::Delivered(_)
                | Write::Retry { .. }
                | Write::DropLane(_)
                | Write::Topic(_)
                | Write::ForgetTopic(_)
                | Write::GroupMoved { .. }
                | Write::Timer(..)
                | Write::TimerDone(_)
                | Write::Park(_)
                | Write::Unpark(_)
                | Write::Named(..) => {}
            }
        }
        Ok(())
    }

    fn apply(&mut self, commit: Commit, now: Moment) {
        for event in commit.seen {
            self.seen.insert(event, whole_second(now));
        }
        for write in commit.writes {
            self.write(write);
        }
        for entry in &commit.audit {
            self.append(write_audit(entry));
        }
    }

    fn write(&mut self, write: Write) {
        match write {
            Write::Conversation(person, conversation) => self.put(Record::Conversation(person, conversation)),
            Write::ForgetConversation(person) => self.remove(&Key::Conversation(person)),
            Write::Ticket(ticket) => self.put(Record::Ticket(ticket)),
            Write::EraseTicket(receipt) => {
                if let Some(kept) = self.tickets.get_mut(&receipt) {
                    *kept = Kept::Erased(Box::new(kept.head().clone()));
                }
            }
            Write::Link(receipt, person, route) => self.put(Record::Link(receipt, person, route)),
            Write::Unlink(receipt) => self.remove(&Key::Link(receipt)),
            Write::Evidence(evidence) => self.put(Record::Evidence(evidence)),
            Write::ForgetEvidence(id) => self.remove(&Key::Evidence(id)),
            Write::Delivery(delivery) => self.put(Record::Delivery(delivery)),
            Write::Delivered(id) => self.remove(&Key::Delivery(id)),
            Write::Retry { id, attempts, not_before } => {
                if let Some(delivery) = self.deliveries.get_mut(&id) {
                    delivery.attempts = attempts;
                    delivery.not_before = not_before;
                }
            }
            Write::DropLane(lane) => self.deliveries.retain(|_, delivery| delivery.lane != lane),
            Write::Topic(topic) => self.put(Record::Topic(topic)),
            Write::ForgetTopic(receipt) => self.remove(&Key::Topic(receipt)),
            Write::GroupMoved { from, to } => self.move_group(from, to),
            Write::Timer(timer, at) => self.put(Record::Timer(timer, at)),
            Write::TimerDone(timer) => self.remove(&Key::Timer(timer)),
            Write::Park(parked) => self.put(Record::Parked(Box::new(parked))),
            Write::Unpark(event) => self.remove(&Key::Parked(event)),
            Write::Named(name, Some(value)) => self.put(Record::Named(name, value)),
            Write::Named(name, None) => self.remove(&Key::Named(name)),
            Write::Subscription(subscription) => self.put(Record::Subscription(subscription)),
            Write::EndSubscription(person, id) => self.remove(&Key::Subscription(person, id)),
            Write::Bookings(bookings) => self.put(Record::Bookings(bookings)),
            Write::ForgetBookings(event) => self.remove(&Key::Bookings(event)),
            Write::Slip(slip) => self.put(Record::Slip(slip)),
            Write::ForgetSlip(drawer, id) => self.remove(&Key::Slip(drawer, id)),
        }
    }

    fn move_group(&mut self, from: i64, to: i64) {
        let moved: Vec<Topic> = self.topics.values().filter(|topic| topic.chat == from).cloned().collect();
        for topic in moved {
            self.put(Record::Topic(Topic { chat: to, ..topic }));
        }
        for delivery in self.deliveries.values_mut().filter(|delivery| delivery.lane == Lane::Group(from)) {
            delivery.lane = Lane::Group(to);
        }
    }

    /// Writes a record with its indexes.
    fn put(&mut self, record: Record) {
        match record {
            Record::Seen(event, at) => {
                self.seen.insert(event, at);
            }
            Record::Conversation(person, conversation) => {
                self.conversations.insert(person, *conversation);
            }
            Record::Ticket(ticket) => {
                self.tickets.insert(ticket.head.receipt.clone(), Kept::Whole(ticket));
            }
            Record::Erased(head) => {
                self.tickets.insert(head.receipt.clone(), Kept::Erased(head));
            }
            Record::Link(receipt, person, route) => {
                self.remove(&Key::Link(receipt.clone()));
                self.own.insert((person, receipt.clone()));
                self.links.insert(receipt, (person, route));
            }
            Record::Evidence(evidence) => {
                self.evidence.insert(evidence.id, *evidence);
            }
            Record::Delivery(delivery) => {
                self.deliveries.insert(delivery.id, *delivery);
            }
            Record::Topic(topic) => {
                self.remove(&Key::Topic(topic.receipt.clone()));
                if let Some(other) = self.threads.get(&(topic.chat, topic.thread)).cloned() {
                    self.remove(&Key::Topic(other));
                }
                self.threads.insert((topic.chat, topic.thread), topic.receipt.clone());
                self.topics.insert(topic.receipt.clone(), topic);
            }
            Record::Timer(timer, at) => {
                self.remove(&Key::Timer(timer.clone()));
                self.due.insert((at, timer.clone()));
                self.timers.insert(timer, at);
            }
            Record::Parked(parked) => {
                self.parked.insert(parked.event.clone(), *parked);
            }
            Record::Named(name, value) => {
                self.named.insert(name, value);
            }
            Record::Subscription(subscription) => {
                self.subscriptions.insert((subscription.person, subscription.id.clone()), *subscription);
            }
            Record::Bookings(bookings) => {
                self.bookings.insert(bookings.event.clone(), *bookings);
            }
            Record::Slip(slip) => {
                self.slips.insert((slip.drawer.byte(), slip.id.clone()), *slip);
            }
        }
    }

    /// Deletes a record with its indexes.
    fn remove(&mut self, key: &Key) {
        match key {
            Key::Seen(event) => drop(self.seen.remove(event)),
            Key::Conversation(person) => drop(self.conversations.remove(person)),
            Key::Ticket(receipt) => drop(self.tickets.remove(receipt)),
            Key::Link(receipt) => {
                if let Some((person, _)) = self.links.remove(receipt) {
                    self.own.remove(&(person, receipt.clone()));
                }
            }
            Key::Evidence(id) => drop(self.evidence.remove(id)),
            Key::Delivery(id) => drop(self.deliveries.remove(id)),
            Key::Topic(receipt) => {
                if let Some(topic) = self.topics.remove(receipt) {
                    self.threads.remove(&(topic.chat, topic.thread));
                }
            }
            Key::Timer(timer) => {
                if let Some(at) = self.timers.remove(timer) {
                    self.due.remove(&(at, timer.clone()));
                }
            }
            Key::Parked(event) => drop(self.parked.remove(event)),
            Key::Named(name) => drop(self.named.remove(name)),
            Key::Subscription(person, id) => drop(self.subscriptions.remove(&(*person, id.clone()))),
            Key::Bookings(event) => drop(self.bookings.remove(event)),
            Key::Slip(drawer, id) => drop(self.slips.remove(&(drawer.byte(), id.clone()))),
        }
    }

    fn append(&mut self, payload: Vec<u8>) {
        self.chain = chain_hash(&self.chain, self.audit.len() as u64, &payload);
        self.audit.push(payload);
    }

    fn counts(&self) -> Counts {
        let drafts = self.conversations.values().filter(|conversation| conversation.state.forms().next().is_some()).count();
        Counts {
            conversations: self.conversations.len() as u64,
            drafts: drafts as u64,
            tickets: self.tickets.len() as u64,
            deliveries: self.deliveries.len() as u64,
            parked: self.parked.len() as u64,
        }
    }

    fn is_empty(&self) -> bool {
        self.audit.is_empty() && self.records().next().is_none()
    }

    fn records(&self) -> impl Iterator<Item = Record> {
        let seen = self.seen.iter().map(|(event, at)| Record::Seen(event.clone(), *at));
        let conversations =
            self.conversations.iter().map(|(person, conversation)| Record::Conversation(*person, Box::new(conversation.clone())));
        let tickets = self.tickets.values().map(|kept| match kept {
            Kept::Whole(ticket) => Record::Ticket(ticket.clone()),
            Kept::Erased(head) => Record::Erased(head.clone()),
        });
        let links = self.links.iter().map(|(receipt, (person, route))| Record::Link(receipt.clone(), *person, route.clone()));
        let evidence = self.evidence.values().map(|evidence| Record::Evidence(Box::new(evidence.clone())));
        let topics = self.topics.values().map(|topic| Record::Topic(topic.clone()));
        let timers = self.timers.iter().map(|(timer, at)| Record::Timer(timer.clone(), *at));
        let parked = self.parked.values().map(|parked| Record::Parked(Box::new(parked.clone())));
        let named = self.named.iter().map(|(name, value)| Record::Named(name.clone(), value.clone()));
        let bookings = self.bookings.values().map(|bookings| Record::Bookings(Box::new(bookings.clone())));
        let subscriptions = self.subscriptions.values().map(|subscription| Record::Subscription(Box::new(subscription.clone())));
        let deliveries = self.deliveries.values().map(|delivery| Record::Delivery(Box::new(delivery.clone())));
        let people = seen.chain(conversations).chain(tickets).chain(links).chain(evidence);
        let slips = self.slips.values().map(|slip| Record::Slip(Box::new(slip.clone())));
        let lists = subscriptions.chain(bookings).chain(slips);
        people.chain(topics).chain(timers).chain(parked).chain(named).chain(lists).chain(deliveries)
    }
}

fn write_all(codec: &Codec, tables: &Tables, mut writer: Writer<'_>) -> std::io::Result<u64> {
    for record in tables.records() {
        let stored = codec.write(&record);
        writer.record(&stored.key, form(&stored.value).map_err(std::io::Error::other)?)?;
    }
    for payload in &tables.audit {
        writer.audit(payload)?;
    }
    writer.end()
}

/// Entries of a map after a key.
fn after<'a, K: Ord, V>(map: &'a BTreeMap<K, V>, key: Option<&K>) -> impl Iterator<Item = (&'a K, &'a V)> {
    map.range((key.map_or(Bound::Unbounded, Bound::Excluded), Bound::Unbounded))
}

/// Marks of events carry whole seconds.
fn whole_second(at: Moment) -> Moment {
    Moment::from_timestamp(at.timestamp(), 0).unwrap_or(at)
}

fn damaged_entry(number: u64) -> StoreError {
    StoreError::Damaged(format!("audit {number}"))
}

fn unwritten(error: std::io::Error) -> StoreError {
    StoreError::Unavailable(error.to_string())
}
