//! Stored forms: what every store keeps on disk and in backups, apart from the domain types.
//!
//! | kind | byte | key after the byte | open part | sealed part |
//! |---|---|---|---|---|
//! | seen | `s` | channel (4), number (8) | second of the clock | - |
//! | conversation | `c` | person (16) | revision, has a form | conversation |
//! | ticket | `t` | receipt | head | wrapped data key, then body under that key; empty: erased |
//! | link | `l` | receipt | - | person, route |
//! | evidence | `e` | id (8) | revision | evidence |
//! | delivery | `d` | id (8) | tries, not before, blinded lane | lane, parcel, made |
//! | topic | `g` | receipt | topic | - |
//! | timer | `r` | timer | moment | - |
//! | parked | `p` | channel (4), number (8) | moment | update |
//! | named | `n` | name | value | - |
//! | subscription | `w` | person (16), name (5) | revision, next digest | subscription |
//! | bookings | `b` | event | revision | bookings |
//! | slip | `f` | drawer (1), name | revision | slip |
//!
//! Indexes are made from records and never travel in a backup; their value is empty except where named:
//!
//! | index | byte | key after the byte | for |
//! |---|---|---|---|
//! | draft | `D` | person (16) | counting; written only when a conversation gets its first or loses its last form |
//! | open, closed | `O` `C` | length of queue (2), queue, receipt | lists of a queue |
//! | own | `P` | person (16), blinded receipt (16); value: sealed receipt | own tickets |
//! | thread | `G` | chat (8), thread (8); value: receipt | ticket of a thread |
//! | due | `R` | second (8), nanosecond (4), timer | due timers |
//! | digest | `W` | second (8), nanosecond (4), person (16), name (5) | due digests |
//!
//! Numbers are big endian, signed ones with the sign bit turned, so that keys sort like what they stand for.
//!
//! This module must not read or write a store, and must not decide what is written.
//!
//! ## Why
//! - **A version before each value.** An older version is led up step by step ([`migrate`]) and never written again. The
//!   fixtures in `tests/fixtures/records` are values of every version that was ever released; they must read for ever.
//! - **Open and sealed.** What preconditions, queues, clocks and counters need can be read without a key. All else says
//!   nothing to a thief of the disk: neither who wrote, nor where they are reached, nor which tickets are theirs (so the own
//!   index blinds the receipt). What is sealed is bound to its key and version and opens nowhere else.
//! - **A data key for each ticket**, drawn anew at each writing: erasing drops it together with the body, and the head
//!   stays for counting.
//! - **Seen marks carry no day in the key.** A mark must be found by the event alone, in one look. Forgetting old ones reads
//!   them all, once a day, aside.

pub mod form;
pub mod key;
pub mod migrate;

use crate::booking::Bookings;
use crate::clock::Moment;
use crate::id::{DeliveryId, EventId, EvidenceId, PersonKey, Receipt, SubscriptionId};
use crate::message::Route;
use crate::seal::{DataKey, OfficeKey, SealError, WrappedKey};
use crate::store::{Audit, Conversation, Delivery, Drawer, Evidence, Lane, Parcel, Parked, Slip, Timer, Topic};
use crate::ticket::{Body, Head, Ticket};
use crate::watch::Subscription;
use form::Form;
use key::{Index, Key, Kind};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

/// Version of the payload of an audit entry.
const AUDIT_VERSION: u8 = 1;
/// Version of index values.
const INDEX_VERSION: u8 = 1;

/// A record in our own words.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Record {
    /// An event was handled at this moment, in whole seconds.
    Seen(EventId, Moment),
    /// A conversation.
    Conversation(PersonKey, Box<Conversation>),
    /// A ticket.
    Ticket(Box<Ticket>),
    /// The head of an erased ticket.
    Erased(Box<Head>),
    /// From a ticket to the person.
    Link(Receipt, PersonKey, Route),
    /// A file.
    Evidence(Box<Evidence>),
    /// Something to send.
    Delivery(Box<Delivery>),
    /// The view of a ticket.
    Topic(Topic),
    /// A timer.
    Timer(Timer, Moment),
    /// A parked update.
    Parked(Box<Parked>),
    /// A small named thing.
    Named(String, String),
    /// A subscription.
    Subscription(Box<Subscription>),
    /// Who comes to an event.
    Bookings(Box<Bookings>),
    /// A slip.
    Slip(Box<Slip>),
}

/// A record as it is stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stored {
    /// Its name.
    pub key: Key,
    /// Its value: a [`Form`].
    pub value: Vec<u8>,
}

/// An index entry: key and value.
pub type Entry = (Vec<u8>, Vec<u8>);

/// Why a stored value could not be read. Says nothing about its content.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    /// Not of the outer form, or not under a key of its kind.
    #[error("not in the form of a record")]
    Form,
    /// Written by a later release.
    #[error("written in version {0}, which this release does not know")]
    Newer(u8),
    /// The sealed part did not open.
    #[error(transparent)]
    Sealed(#[from] SealError),
    /// The content does not fit its kind.
    #[error("its content does not fit its kind")]
    Content,
}

/// What the open part of every revisioned record has.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Revision {
    /// Changes so far.
    pub revision: u64,
}

/// Open part of a conversation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConversationOpen {
    /// Changes so far.
    pub revision: u64,
    /// A form is in the middle.
    pub draft: bool,
}

/// Open part of a subscription.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SubscriptionOpen {
    /// Changes so far.
    pub revision: u64,
    /// When the next digest goes out.
    pub due: Option<Moment>,
}

/// Open part of a delivery.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeliveryOpen {
    /// Tries so far.
    pub attempts: u32,
    /// Not before.
    pub not_before: Moment,
    /// The lane, blinded: equal lanes are equal.
    pub lane: String,
}

/// Sealed part of a delivery, to be written.
#[derive(Serialize)]
struct DeliverySealedRef<'a> {
    lane: &'a Lane,
    parcel: &'a Parcel,
    made: Moment,
}

/// Sealed part of a delivery, as read.
#[derive(Deserialize)]
struct DeliverySealed {
    lane: Lane,
    parcel: Parcel,
    made: Moment,
}

/// Sealed part of a link.
#[derive(Serialize, Deserialize)]
struct LinkSealed {
    person: PersonKey,
    route: Route,
}

/// Turns records into stored forms and back with the key of the office.
#[derive(Clone, Debug)]
pub struct Codec {
    key: OfficeKey,
}

impl Codec {
    /// A codec with this key.
    pub fn new(key: OfficeKey) -> Self {
        Self { key }
    }

    /// The stored form of a record.
    pub fn write(&self, record: &Record) -> Stored {
        match record {
            Record::Seen(event, at) => self.seen(event, *at),
            Record::Conversation(person, conversation) => self.conversation(*person, conversation),
            Record::Ticket(ticket) => self.ticket(ticket),
            Record::Erased(head) => {
                let key = Key::Ticket(head.receipt.clone());
                let value = Form { version: version(key.kind()), open: &json(head), sealed: &[] }.write();
                Stored { key, value }
            }
            Record::Link(receipt, person, route) => self.link(receipt, *person, route),
            Record::Evidence(evidence) => self.evidence(evidence),
            Record::Delivery(delivery) => self.delivery(delivery),
            Record::Topic(topic) => self.topic(topic),
            Record::Timer(timer, at) => self.timer(timer, *at),
            Record::Parked(parked) => self.parked(parked),
            Record::Named(name, value) => self.named(name, value),
            Record::Subscription(subscription) => self.subscription(subscription),
            Record::Bookings(bookings) => self.bookings(bookings),
            Record::Slip(slip) => self.slip(slip),
        }
    }

    /// Stored form of the mark of an event.
    pub fn seen(&self, event: &EventId, at: Moment) -> Stored {
        open(Key::Seen(event.clone()), &at.timestamp())
    }

    /// Stored form of a conversation.
    pub fn conversation(&self, person: PersonKey, conversation: &Conversation) -> Stored {
        let draft = conversation.state.forms().next().is_some();
        self.sealed(Key::Conversation(person), &ConversationOpen { revision: conversation.revision, draft }, conversation)
    }

    /// Stored form of a ticket, with a fresh data key.
    pub fn ticket(&self, ticket: &Ticket) -> Stored {
        let key = Key::Ticket(ticket.head.receipt.clone());
        let place = place(&key, version(Kind::Ticket));
        let data = DataKey::generate(&mut rand::rng());
        let mut sealed = self.key.wrap(&data, &place).as_bytes().to_vec();
        sealed.extend(data.seal(&place, &json(&ticket.body)));
        let value = Form { version: version(Kind::Ticket), open: &json(&ticket.head), sealed: &sealed }.write();
        Stored { key, value }
    }

    /// Stored form of a link.
    pub fn link(&self, receipt: &Receipt, person: PersonKey, route: &Route) -> Stored {
        self.sealed(Key::Link(receipt.clone()), &(), &LinkSealed { person, route: route.clone() })
    }

    /// Stored form of a file.
    pub fn evidence(&self, evidence: &Evidence) -> Stored {
        self.sealed(Key::Evidence(evidence.id), &Revision { revision: evidence.revision }, evidence)
    }

    /// Stored form of a delivery.
    pub fn delivery(&self, delivery: &Delivery) -> Stored {
        let open = DeliveryOpen { attempts: delivery.attempts, not_before: delivery.not_before, lane: self.blind_lane(&delivery.lane) };
        let sealed = DeliverySealedRef { lane: &delivery.lane, parcel: &delivery.parcel, made: delivery.made };
        self.sealed(Key::Delivery(delivery.id), &open, &sealed)
    }

    /// Stored form of a parked update.
    pub fn parked(&self, parked: &Parked) -> Stored {
        self.sealed(Key::Parked(parked.event.clone()), &parked.at, parked)
    }

    /// Stored form of the view of a ticket.
    pub fn topic(&self, topic: &Topic) -> Stored {
        open(Key::Topic(topic.receipt.clone()), topic)
    }

    /// Stored form of a timer.
    pub fn timer(&self, timer: &Timer, at: Moment) -> Stored {
        open(Key::Timer(timer.clone()), &at)
    }

    /// Stored form of a small named thing.
    pub fn named(&self, name: &str, value: &str) -> Stored {
        open(Key::Named(name.to_owned()), &value)
    }

    /// Stored form of a subscription.
    pub fn subscription(&self, subscription: &Subscription) -> Stored {
        let open = SubscriptionOpen { revision: subscription.revision, due: subscription.due };
        self.sealed(Key::Subscription(subscription.person, subscription.id.clone()), &open, subscription)
    }

    /// Stored form of who comes to an event.
    pub fn bookings(&self, bookings: &Bookings) -> Stored {
        self.sealed(Key::Bookings(bookings.event.clone()), &Revision { revision: bookings.revision }, bookings)
    }

    /// Stored form of a slip.
    pub fn slip(&self, slip: &Slip) -> Stored {
        self.sealed(Key::Slip(slip.drawer, slip.id.clone()), &Revision { revision: slip.revision }, slip)
    }

    /// Equal for equal lanes, and tells nothing else.
    pub fn blind_lane(&self, lane: &Lane) -> String {
        self.key.blind_hex("lane", &json(lane))
    }

    /// Reads any record.
    ///
    /// # Errors
    /// The value is not what this release or an older one wrote under this key with this office key.
    pub fn read(&self, key: &Key, value: &[u8]) -> Result<Record, Unreadable> {
        Ok(match key {
            Key::Seen(event) => Record::Seen(event.clone(), seen_at(value)?),
            Key::Conversation(person) => Record::Conversation(*person, Box::new(self.read_conversation(*person, value)?)),
            Key::Ticket(receipt) => match self.read_ticket(receipt, value)? {
                Some(ticket) => Record::Ticket(Box::new(ticket)),
                None => Record::Erased(Box::new(read_open(key.kind(), value)?)),
            },
            Key::Link(receipt) => {
                let (person, route) = self.read_link(receipt, value)?;
                Record::Link(receipt.clone(), person, route)
            }
            Key::Evidence(id) => Record::Evidence(Box::new(self.read_evidence(*id, value)?)),
            Key::Delivery(id) => Record::Delivery(Box::new(self.read_delivery(*id, value)?)),
            Key::Topic(_) => Record::Topic(read_open(key.kind(), value)?),
            Key::Timer(timer) => Record::Timer(timer.clone(), read_open(key.kind(), value)?),
            Key::Parked(event) => Record::Parked(Box::new(self.read_parked(event, value)?)),
            Key::Named(name) => Record::Named(name.clone(), read_open(key.kind(), value)?),
            Key::Subscription(person, id) => Record::Subscription(Box::new(self.read_subscription((*person, id), value)?)),
            Key::Bookings(event) => Record::Bookings(Box::new(self.read_bookings(event, value)?)),
            Key::Slip(drawer, id) => Record::Slip(Box::new(self.read_slip((*drawer, id), value)?)),
        })
    }

    /// Reads a conversation.
    ///
    /// # Errors
    /// See [`read`](Self::read); likewise below.
    pub fn read_conversation(&self, person: PersonKey, value: &[u8]) -> Result<Conversation, Unreadable> {
        self.read_sealed::<ConversationOpen, _>(&Key::Conversation(person), value).map(|(_, conversation)| conversation)
    }

    /// Reads a ticket; `None` when it was erased.
    pub fn read_ticket(&self, receipt: &Receipt, value: &[u8]) -> Result<Option<Ticket>, Unreadable> {
        let form = form(value)?;
        if form.sealed.is_empty() {
            return Ok(None);
        }
        let place = place(&Key::Ticket(receipt.clone()), form.version);
        let (wrapped, sealed) = form.sealed.split_at_checked(WrappedKey::LEN).ok_or(Unreadable::Form)?;
        let data = self.key.unwrap_key(&WrappedKey::from_bytes(wrapped)?, &place)?;
        let (head, body): (Head, Body) = parts(Kind::Ticket, form, &data.open(&place, sealed)?)?;
        Ok(Some(Ticket { head, body }))
    }

    /// Reads a link.
    pub fn read_link(&self, receipt: &Receipt, value: &[u8]) -> Result<(PersonKey, Route), Unreadable> {
        let ((), link): ((), LinkSealed) = self.read_sealed(&Key::Link(receipt.clone()), value)?;
        Ok((link.person, link.route))
    }

    /// Reads a file.
    pub fn read_evidence(&self, id: EvidenceId, value: &[u8]) -> Result<Evidence, Unreadable> {
        self.read_sealed::<Revision, _>(&Key::Evidence(id), value).map(|(_, evidence)| evidence)
    }

    /// Reads a delivery.
    pub fn read_delivery(&self, id: DeliveryId, value: &[u8]) -> Result<Delivery, Unreadable> {
        let (open, sealed): (DeliveryOpen, DeliverySealed) = self.read_sealed(&Key::Delivery(id), value)?;
        let DeliverySealed { lane, parcel, made } = sealed;
        Ok(Delivery { id, lane, parcel, not_before: open.not_before, attempts: open.attempts, made })
    }

    /// Reads a parked update.
    pub fn read_parked(&self, event: &EventId, value: &[u8]) -> Result<Parked, Unreadable> {
        self.read_sealed::<Moment, _>(&Key::Parked(event.clone()), value).map(|(_, parked)| parked)
    }

    /// Reads a subscription.
    pub fn read_subscription(&self, (person, id): (PersonKey, &SubscriptionId), value: &[u8]) -> Result<Subscription, Unreadable> {
        let key = Key::Subscription(person, id.clone());
        self.read_sealed::<SubscriptionOpen, _>(&key, value).map(|(_, subscription)| subscription)
    }

    /// Reads who comes to an event.
    pub fn read_bookings(&self, event: &str, value: &[u8]) -> Result<Bookings, Unreadable> {
        self.read_sealed::<Revision, _>(&Key::Bookings(event.to_owned()), value).map(|(_, bookings)| bookings)
    }

    /// Reads a slip.
    pub fn read_slip(&self, (drawer, id): (Drawer, &str), value: &[u8]) -> Result<Slip, Unreadable> {
        self.read_sealed::<Revision, _>(&Key::Slip(drawer, id.to_owned()), value).map(|(_, slip)| slip)
    }

    /// The index entries that belong to a record. A ticket, topic, timer or conversation is not unsealed for them.
    ///
    /// # Errors
    /// See [`read`](Self::read).
    pub fn indexes(&self, key: &Key, value: &[u8]) -> Result<Vec<Entry>, Unreadable> {
        let entries = match key {
            Key::Conversation(person) => {
                let open: ConversationOpen = read_open(key.kind(), value)?;
                open.draft.then(|| (key::draft(*person), Vec::new()))
            }
            Key::Ticket(receipt) => {
                let head: Head = read_open(key.kind(), value)?;
                let index = if head.closed.is_some() { Index::Closed } else { Index::Open };
                let mut entry = key::of_queue(index, &head.queue);
                entry.extend(receipt.as_str().bytes());
                Some((entry, Vec::new()))
            }
            Key::Link(receipt) => {
                let (person, _) = self.read_link(receipt, value)?;
                let mut entry = key::of_person(person);
                entry.extend(self.key.blind("own", receipt.as_str().as_bytes()));
                let sealed = self.key.seal(&own_place(&entry), receipt.as_str().as_bytes());
                let value = Form { version: INDEX_VERSION, open: &[], sealed: &sealed }.write();
                Some((entry, value))
            }
            Key::Topic(receipt) => {
                let topic: Topic = read_open(key.kind(), value)?;
                Some((key::thread(topic.chat, topic.thread), receipt.as_str().as_bytes().to_vec()))
            }
            Key::Timer(timer) => Some((key::due(timer, read_open(key.kind(), value)?), Vec::new())),
            Key::Subscription(person, id) => {
                let open: SubscriptionOpen = read_open(key.kind(), value)?;
                open.due.map(|due| (key::digest((*person, id), due), Vec::new()))
            }
            Key::Seen(_) | Key::Evidence(_) | Key::Delivery(_) | Key::Parked(_) | Key::Named(_) | Key::Bookings(_) | Key::Slip(..) => None,
        };
        Ok(entries.into_iter().collect())
    }

    /// The receipt in an entry of the own index.
    ///
    /// # Errors
    /// See [`read`](Self::read).
    pub fn read_own(&self, key: &[u8], value: &[u8]) -> Result<Receipt, Unreadable> {
        let plain = self.key.open(&own_place(key), form(value)?.sealed)?;
        String::from_utf8(plain).map(Receipt::from_record).map_err(|_| Unreadable::Content)
    }

    /// An entry of the own index, sealed with the newest key.
    ///
    /// # Errors
    /// See [`read`](Self::read).
    pub fn reseal_own(&self, key: &[u8], value: &[u8]) -> Result<Vec<u8>, Unreadable> {
        let plain = self.key.open(&own_place(key), form(value)?.sealed)?;
        Ok(Form { version: INDEX_VERSION, open: &[], sealed: &self.key.seal(&own_place(key), &plain) }.write())
    }

    /// Whether the newest key sealed this sealed part.
    pub fn is_newest(&self, sealed: &[u8]) -> bool {
        self.key.is_newest(sealed)
    }

    /// A mark by which it is noticed later that a store belongs to another office key.
    pub fn mark(&self, place: &[u8]) -> Vec<u8> {
        let open = json(&self.key.blind_hex("mark", place));
        Form { version: INDEX_VERSION, open: &open, sealed: &self.key.seal(place, place) }.write()
    }

    /// Whether a mark was made with this office key, its index root and one of its sealing keys.
    pub fn knows_mark(&self, place: &[u8], mark: &[u8]) -> bool {
        let open = json(&self.key.blind_hex("mark", place));
        Form::read(mark).is_some_and(|form| form.open == open && self.key.open(place, form.sealed).is_ok())
    }

    fn sealed(&self, key: Key, open: &impl Serialize, content: &impl Serialize) -> Stored {
        let version = version(key.kind());
        let sealed = self.key.seal(&place(&key, version), &json(content));
        let value = Form { version, open: &json(open), sealed: &sealed }.write();
        Stored { key, value }
    }

    fn read_sealed<O: DeserializeOwned, S: DeserializeOwned>(&self, key: &Key, value: &[u8]) -> Result<(O, S), Unreadable> {
        let form = form(value)?;
        known(key.kind(), form.version)?;
        parts(key.kind(), form, &self.key.open(&place(key, form.version), form.sealed)?)
    }
}

/// Version in which records of a kind are written.
pub fn version(kind: Kind) -> u8 {
    u8::try_from(migrate::steps(kind).len() + 1).expect("fewer than 255 versions of a kind")
}

/// The outer form of a value.
///
/// # Errors
/// It has none.
pub fn form(value: &[u8]) -> Result<Form<'_>, Unreadable> {
    Form::read(value).ok_or(Unreadable::Form)
}

/// The open part of a record.
///
/// # Errors
/// See [`Codec::read`].
pub fn read_open<O: DeserializeOwned>(kind: Kind, value: &[u8]) -> Result<O, Unreadable> {
    let form = form(value)?;
    known(kind, form.version)?;
    if form.version == version(kind) {
        return serde_json::from_slice(form.open).map_err(|_| Unreadable::Content);
    }
    let open = serde_json::from_slice(form.open).map_err(|_| Unreadable::Content)?;
    let led = migrate::lead_up(migrate::steps(kind), form.version, migrate::Parts { open, sealed: None });
    serde_json::from_value(led.open).map_err(|_| Unreadable::Content)
}

/// A value with another open part; the sealed part stays as it is. `None` when the value is of an older version and has to
/// be written anew.
pub fn with_open(key: &Key, value: &[u8], open: &impl Serialize) -> Option<Vec<u8>> {
    let form = Form::read(value).filter(|form| form.version == version(key.kind()))?;
    Some(Form { open: &json(open), ..form }.write())
}

/// A ticket's value without its key and body; the head stays.
///
/// # Errors
/// The value has no outer form.
pub fn erased(value: &[u8]) -> Result<Vec<u8>, Unreadable> {
    Ok(Form { sealed: &[], ..form(value)? }.write())
}

/// Whether a ticket's key and body are gone.
pub fn is_erased(value: &[u8]) -> bool {
    Form::read(value).is_some_and(|form| form.sealed.is_empty())
}

/// When an event was handled.
///
/// # Errors
/// See [`Codec::read`].
pub fn seen_at(value: &[u8]) -> Result<Moment, Unreadable> {
    Moment::from_timestamp(read_open(Kind::Seen, value)?, 0).ok_or(Unreadable::Content)
}

/// Payload of an audit entry.
pub fn write_audit(audit: &Audit) -> Vec<u8> {
    let mut payload = vec![AUDIT_VERSION];
    payload.extend(json(audit));
    payload
}

/// Reads the payload of an audit entry.
///
/// # Errors
/// Written by a later release, or by nobody.
pub fn read_audit(payload: &[u8]) -> Result<Audit, Unreadable> {
    match payload.split_first() {
        Some((&AUDIT_VERSION, entry)) => serde_json::from_slice(entry).map_err(|_| Unreadable::Content),
        Some((&version, _)) => Err(Unreadable::Newer(version)),
        None => Err(Unreadable::Form),
    }
}

fn known(kind: Kind, found: u8) -> Result<(), Unreadable> {
    if (1..=version(kind)).contains(&found) { Ok(()) } else { Err(Unreadable::Newer(found)) }
}

/// Both parts, led up to the present version.
fn parts<O: DeserializeOwned, S: DeserializeOwned>(kind: Kind, form: Form<'_>, plain: &[u8]) -> Result<(O, S), Unreadable> {
    known(kind, form.version)?;
    let bad = |_| Unreadable::Content;
    if form.version == version(kind) {
        return Ok((serde_json::from_slice(form.open).map_err(bad)?, serde_json::from_slice(plain).map_err(bad)?));
    }
    let parts =
        migrate::Parts { open: serde_json::from_slice(form.open).map_err(bad)?, sealed: Some(serde_json::from_slice(plain).map_err(bad)?) };
    let led = migrate::lead_up(migrate::steps(kind), form.version, parts);
    Ok((serde_json::from_value(led.open).map_err(bad)?, serde_json::from_value(led.sealed.unwrap_or_default()).map_err(bad)?))
}

fn open(key: Key, open: &impl Serialize) -> Stored {
    let value = Form { version: version(key.kind()), open: &json(open), sealed: &[] }.write();
    Stored { key, value }
}

/// What a sealed part is bound to.
fn place(key: &Key, version: u8) -> Vec<u8> {
    let mut place = key.bytes();
    place.push(version);
    place
}

fn own_place(key: &[u8]) -> Vec<u8> {
    let mut place = key.to_vec();
    place.push(INDEX_VERSION);
    place
}

fn json(value: &impl Serialize) -> Vec<u8> {
    serde_json::to_vec(value).expect("records have text keys only and write to memory")
}

#[cfg(test)]
mod tests;
