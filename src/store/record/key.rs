//! Names of stored records: the kinds, the bytes of their keys (whose order is the order of lists), and the same names as
//! text for backups and reports. Values are not looked at here.

use crate::clock::Moment;
use crate::id::{DeliveryId, EventId, EvidenceId, PersonKey, QueueId, Receipt, SubscriptionId};
use crate::seal::text::{from_hex, to_hex};
use crate::store::{Drawer, Timer};

/// What kind of record a key names. Small letters are records, capitals are indexes made from them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[repr(u8)]
pub enum Kind {
    /// An event was handled.
    Seen = b's',
    /// A conversation.
    Conversation = b'c',
    /// A ticket.
    Ticket = b't',
    /// From a ticket to the person.
    Link = b'l',
    /// A file.
    Evidence = b'e',
    /// Something to send.
    Delivery = b'd',
    /// The view of a ticket in a staff group.
    Topic = b'g',
    /// A timer, by name.
    Timer = b'r',
    /// An update that could not be handled.
    Parked = b'p',
    /// A small named thing.
    Named = b'n',
    /// A subscription.
    Subscription = b'w',
    /// Who comes to an event.
    Bookings = b'b',
    /// A slip.
    Slip = b'f',
}

impl Kind {
    /// Every kind of record, in the order of a backup.
    pub const ALL: [Kind; 13] = [
        Kind::Seen,
        Kind::Conversation,
        Kind::Ticket,
        Kind::Link,
        Kind::Evidence,
        Kind::Topic,
        Kind::Timer,
        Kind::Parked,
        Kind::Named,
        Kind::Subscription,
        Kind::Bookings,
        Kind::Slip,
        Kind::Delivery,
    ];

    /// Name in backups and reports.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Seen => "seen",
            Kind::Conversation => "conversation",
            Kind::Ticket => "ticket",
            Kind::Link => "link",
            Kind::Evidence => "evidence",
            Kind::Delivery => "delivery",
            Kind::Topic => "topic",
            Kind::Timer => "timer",
            Kind::Parked => "parked",
            Kind::Named => "named",
            Kind::Subscription => "subscription",
            Kind::Bookings => "bookings",
            Kind::Slip => "slip",
        }
    }

    /// The kind of that name.
    pub fn read(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// The kind with that first byte.
    pub fn of(byte: u8) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| *kind as u8 == byte)
    }
}

/// What kind of index a key belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[repr(u8)]
pub enum Index {
    /// Conversations with a form in the middle.
    Draft = b'D',
    /// Open tickets of a queue.
    Open = b'O',
    /// Closed tickets of a queue.
    Closed = b'C',
    /// Tickets of a person.
    Own = b'P',
    /// Tickets by thread.
    Thread = b'G',
    /// Timers by moment.
    Due = b'R',
    /// Subscriptions by the moment of their next digest.
    Digest = b'W',
}

impl Index {
    /// Every index.
    pub const ALL: [Index; 7] = [Index::Draft, Index::Open, Index::Closed, Index::Own, Index::Thread, Index::Due, Index::Digest];

    /// Name in reports.
    pub fn name(self) -> &'static str {
        match self {
            Index::Draft => "drafts",
            Index::Open => "open tickets",
            Index::Closed => "closed tickets",
            Index::Own => "own tickets",
            Index::Thread => "threads",
            Index::Due => "due timers",
            Index::Digest => "due digests",
        }
    }
}

/// Name of a record.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Key {
    /// Mark of a handled event.
    Seen(EventId),
    /// Conversation of a person.
    Conversation(PersonKey),
    /// Ticket.
    Ticket(Receipt),
    /// Link of a ticket.
    Link(Receipt),
    /// File.
    Evidence(EvidenceId),
    /// Delivery.
    Delivery(DeliveryId),
    /// View of a ticket.
    Topic(Receipt),
    /// Timer.
    Timer(Timer),
    /// Parked update.
    Parked(EventId),
    /// Named thing.
    Named(String),
    /// Subscription of a person.
    Subscription(PersonKey, SubscriptionId),
    /// Bookings of the event of that name.
    Bookings(String),
    /// Slip of that name in a drawer.
    Slip(Drawer, String),
}

impl Key {
    /// Kind of the record.
    pub fn kind(&self) -> Kind {
        match self {
            Key::Seen(_) => Kind::Seen,
            Key::Conversation(_) => Kind::Conversation,
            Key::Ticket(_) => Kind::Ticket,
            Key::Link(_) => Kind::Link,
            Key::Evidence(_) => Kind::Evidence,
            Key::Delivery(_) => Kind::Delivery,
            Key::Topic(_) => Kind::Topic,
            Key::Timer(_) => Kind::Timer,
            Key::Parked(_) => Kind::Parked,
            Key::Named(_) => Kind::Named,
            Key::Subscription(..) => Kind::Subscription,
            Key::Bookings(_) => Kind::Bookings,
            Key::Slip(..) => Kind::Slip,
        }
    }

    /// The key as bytes; the first is the kind.
    pub fn bytes(&self) -> Vec<u8> {
        let mut key = Vec::with_capacity(32);
        key.push(self.kind() as u8);
        match self {
            Key::Seen(event) | Key::Parked(event) => {
                key.extend(u32::from(event.channel).to_be_bytes());
                key.extend(ordered(event.number));
            }
            Key::Conversation(person) => key.extend(person.0),
            Key::Ticket(receipt) | Key::Link(receipt) | Key::Topic(receipt) => key.extend(receipt.as_str().bytes()),
            Key::Evidence(EvidenceId(id)) | Key::Delivery(DeliveryId(id)) => key.extend(id.to_be_bytes()),
            Key::Timer(timer) => timer_bytes(timer, &mut key),
            Key::Named(name) | Key::Bookings(name) => key.extend(name.bytes()),
            Key::Subscription(person, id) => subscription_bytes((*person, id), &mut key),
            Key::Slip(drawer, id) => {
                key.push(drawer.byte());
                key.extend(id.bytes());
            }
        }
        key
    }

    /// The name that these bytes stand for.
    pub fn read(bytes: &[u8]) -> Option<Self> {
        let (kind, rest) = bytes.split_first()?;
        Some(match Kind::of(*kind)? {
            Kind::Seen => Key::Seen(event(rest)?),
            Kind::Parked => Key::Parked(event(rest)?),
            Kind::Conversation => Key::Conversation(PersonKey(rest.try_into().ok()?)),
            Kind::Ticket => Key::Ticket(read_receipt(rest)?),
            Kind::Link => Key::Link(read_receipt(rest)?),
            Kind::Topic => Key::Topic(read_receipt(rest)?),
            Kind::Evidence => Key::Evidence(EvidenceId(u64::from_be_bytes(rest.try_into().ok()?))),
            Kind::Delivery => Key::Delivery(DeliveryId(u64::from_be_bytes(rest.try_into().ok()?))),
            Kind::Timer => Key::Timer(read_timer(rest)?),
            Kind::Named => Key::Named(text(rest)?),
            Kind::Subscription => {
                let (person, id) = read_subscription(rest)?;
                Key::Subscription(person, id)
            }
            Kind::Bookings => Key::Bookings(text(rest)?),
            Kind::Slip => {
                let (drawer, id) = rest.split_first()?;
                Key::Slip(Drawer::of(*drawer)?, text(id)?)
            }
        })
    }

    /// The name as text, without its kind: `WH-261123-K7M4PX`, `t:4711`, `drafts:0a1b…`.
    pub fn text(&self) -> String {
        match self {
            Key::Seen(event) | Key::Parked(event) => format!("{}:{}", event.channel, event.number),
            Key::Conversation(person) => to_hex(&person.0),
            Key::Ticket(receipt) | Key::Link(receipt) | Key::Topic(receipt) => receipt.as_str().to_owned(),
            Key::Evidence(EvidenceId(id)) | Key::Delivery(DeliveryId(id)) => id.to_string(),
            Key::Timer(Timer::Drafts(person)) => format!("drafts:{}", to_hex(&person.0)),
            Key::Timer(Timer::Event(event)) => format!("event:{event}"),
            Key::Timer(Timer::Limits(receipt)) => format!("limits:{receipt}"),
            Key::Named(name) | Key::Bookings(name) => name.clone(),
            Key::Subscription(person, id) => format!("{}:{id}", to_hex(&person.0)),
            Key::Slip(drawer, id) => format!("{}:{id}", char::from(drawer.byte())),
        }
    }

    /// The name of a kind that this text stands for.
    pub fn from_text(kind: Kind, text: &str) -> Option<Self> {
        let event = || {
            let (channel, number) = text.split_once(':')?;
            let mut signs = channel.chars();
            let event = EventId { channel: signs.next()?, number: number.parse().ok()? };
            signs.next().is_none().then_some(event)
        };
        let person = |hex: &str| from_hex(hex).map(PersonKey);
        Some(match kind {
            Kind::Seen => Key::Seen(event()?),
            Kind::Parked => Key::Parked(event()?),
            Kind::Conversation => Key::Conversation(person(text)?),
            Kind::Ticket => Key::Ticket(Receipt::from_record(text.to_owned())),
            Kind::Link => Key::Link(Receipt::from_record(text.to_owned())),
            Kind::Topic => Key::Topic(Receipt::from_record(text.to_owned())),
            Kind::Evidence => Key::Evidence(EvidenceId(text.parse().ok()?)),
            Kind::Delivery => Key::Delivery(DeliveryId(text.parse().ok()?)),
            Kind::Timer => Key::Timer(match text.split_once(':')? {
                ("drafts", hex) => Timer::Drafts(person(hex)?),
                ("event", event) => Timer::Event(event.to_owned()),
                ("limits", receipt) => Timer::Limits(Receipt::from_record(receipt.to_owned())),
                _ => return None,
            }),
            Kind::Named => Key::Named(text.to_owned()),
            Kind::Subscription => {
                let (hex, id) = text.split_once(':')?;
                Key::Subscription(person(hex)?, SubscriptionId::read(id)?)
            }
            Kind::Bookings => Key::Bookings(text.to_owned()),
            Kind::Slip => match text.split_once(':')? {
                (drawer, id) if drawer.len() == 1 => Key::Slip(Drawer::of(drawer.as_bytes()[0])?, id.to_owned()),
                _ => return None,
            },
        })
    }
}

/// Kind and name, to tell an operator which record is meant; no content.
impl std::fmt::Display for Key {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} {}", self.kind().name(), self.text())
    }
}

/// Prefix of the tickets of a queue in [`Index::Open`] or [`Index::Closed`]; the receipt follows.
pub fn of_queue(index: Index, queue: &QueueId) -> Vec<u8> {
    let name = queue.as_str().as_bytes();
    let mut key = vec![index as u8];
    key.extend(u16::try_from(name.len()).unwrap_or(u16::MAX).to_be_bytes());
    key.extend(name);
    key
}

/// Queue prefix and receipt of a key of [`Index::Open`] or [`Index::Closed`].
pub fn split_queue(key: &[u8]) -> Option<(&[u8], Receipt)> {
    let length = usize::from(u16::from_be_bytes(key.get(1..3)?.try_into().ok()?));
    let (prefix, rest) = key.split_at_checked(3 + length)?;
    Some((prefix, read_receipt(rest)?))
}

/// Prefix of the tickets of a person in [`Index::Own`]; the blinded receipt follows.
pub fn of_person(person: PersonKey) -> Vec<u8> {
    let mut key = vec![Index::Own as u8];
    key.extend(person.0);
    key
}

/// The mark of a conversation with a form in the middle.
pub fn draft(person: PersonKey) -> Vec<u8> {
    let mut key = vec![Index::Draft as u8];
    key.extend(person.0);
    key
}

/// Prefix of the threads of a group in [`Index::Thread`].
pub fn of_group(chat: i64) -> Vec<u8> {
    let mut key = vec![Index::Thread as u8];
    key.extend(ordered(chat));
    key
}

/// A thread in [`Index::Thread`].
pub fn thread(chat: i64, thread: i64) -> Vec<u8> {
    let mut key = of_group(chat);
    key.extend(ordered(thread));
    key
}

/// Everything in [`Index::Due`] up to and including a moment lies below this key.
pub fn due_after(moment: Moment) -> Vec<u8> {
    let mut key = due_at(moment);
    key.push(u8::MAX);
    key
}

/// A timer in [`Index::Due`].
pub fn due(timer: &Timer, at: Moment) -> Vec<u8> {
    let mut key = due_at(at);
    timer_bytes(timer, &mut key);
    key
}

/// Moment and timer of a key of [`Index::Due`].
pub fn read_due(key: &[u8]) -> Option<(Timer, Moment)> {
    let (moment, timer) = key.get(1..)?.split_at_checked(12)?;
    let seconds = unordered(moment[..8].try_into().ok()?);
    let nanos = u32::from_be_bytes(moment[8..].try_into().ok()?);
    Some((read_timer(timer)?, Moment::from_timestamp(seconds, nanos)?))
}

/// Prefix of the subscriptions of a person; the name follows.
pub fn subscriptions_of(person: PersonKey) -> Vec<u8> {
    let mut key = vec![Kind::Subscription as u8];
    key.extend(person.0);
    key
}

/// Every digest up to and including a moment lies below this key of [`Index::Digest`].
pub fn digests_after(moment: Moment) -> Vec<u8> {
    let mut key = at(Index::Digest, moment);
    key.push(u8::MAX);
    // A person's key may begin with any byte.
    key.extend([u8::MAX; 16]);
    key
}

/// Prefix of the slips of a drawer whose names begin so.
pub fn slips_of(drawer: Drawer, prefix: &str) -> Vec<u8> {
    Key::Slip(drawer, prefix.to_owned()).bytes()
}

/// The next digest of a subscription in [`Index::Digest`].
pub fn digest((person, id): (PersonKey, &SubscriptionId), moment: Moment) -> Vec<u8> {
    let mut key = at(Index::Digest, moment);
    subscription_bytes((person, id), &mut key);
    key
}

/// The subscription of a key of [`Index::Digest`].
pub fn read_digest(key: &[u8]) -> Option<(PersonKey, SubscriptionId)> {
    read_subscription(key.get(13..)?)
}

/// A receipt kept as the value of an index.
pub fn read_receipt(bytes: &[u8]) -> Option<Receipt> {
    text(bytes).map(Receipt::from_record)
}

fn due_at(moment: Moment) -> Vec<u8> {
    at(Index::Due, moment)
}

fn at(index: Index, moment: Moment) -> Vec<u8> {
    let mut key = vec![index as u8];
    key.extend(ordered(moment.timestamp()));
    key.extend(moment.timestamp_subsec_nanos().to_be_bytes());
    key
}

/// The order of these letters and of what follows is the order of [`Timer`].
fn timer_bytes(timer: &Timer, key: &mut Vec<u8>) {
    match timer {
        Timer::Drafts(person) => {
            key.push(b'd');
            key.extend(person.0);
        }
        Timer::Event(event) => {
            key.push(b'e');
            key.extend(event.bytes());
        }
        Timer::Limits(receipt) => {
            key.push(b'l');
            key.extend(receipt.as_str().bytes());
        }
    }
}

fn read_timer(bytes: &[u8]) -> Option<Timer> {
    match bytes.split_first()? {
        (b'd', person) => Some(Timer::Drafts(PersonKey(person.try_into().ok()?))),
        (b'e', event) => Some(Timer::Event(text(event)?)),
        (b'l', rest) => Some(Timer::Limits(read_receipt(rest)?)),
        _ => None,
    }
}

fn subscription_bytes((person, id): (PersonKey, &SubscriptionId), key: &mut Vec<u8>) {
    key.extend(person.0);
    key.extend(id.as_str().bytes());
}

fn read_subscription(bytes: &[u8]) -> Option<(PersonKey, SubscriptionId)> {
    let (person, id) = bytes.split_at_checked(16)?;
    Some((PersonKey(person.try_into().ok()?), SubscriptionId::read(std::str::from_utf8(id).ok()?)?))
}

fn event(bytes: &[u8]) -> Option<EventId> {
    let (channel, number) = bytes.split_at_checked(4)?;
    let channel = char::from_u32(u32::from_be_bytes(channel.try_into().ok()?))?;
    Some(EventId { channel, number: unordered(number.try_into().ok()?) })
}

fn text(bytes: &[u8]) -> Option<String> {
    String::from_utf8(bytes.to_vec()).ok()
}

/// Big endian with the sign turned, so that bytes sort like numbers.
fn ordered(number: i64) -> [u8; 8] {
    (number ^ i64::MIN).to_be_bytes()
}

fn unordered(bytes: [u8; 8]) -> i64 {
    i64::from_be_bytes(bytes) ^ i64::MIN
}

#[cfg(test)]
mod tests {
    use super::*;

    fn samples() -> Vec<Key> {
        let person = PersonKey([7; 16]);
        let receipt = Receipt::from_record("WH-261123-K7M4PX".to_owned());
        let event = EventId { channel: 't', number: -5 };
        vec![
            Key::Seen(event.clone()),
            Key::Conversation(person),
            Key::Ticket(receipt.clone()),
            Key::Link(receipt.clone()),
            Key::Evidence(EvidenceId(u64::MAX)),
            Key::Delivery(DeliveryId(1)),
            Key::Topic(receipt.clone()),
            Key::Timer(Timer::Drafts(person)),
            Key::Timer(Timer::Event("2026-12-search".to_owned())),
            Key::Timer(Timer::Limits(receipt)),
            Key::Parked(event),
            Key::Named("agencies:in use".to_owned()),
            Key::Subscription(person, SubscriptionId::new([1, 2, 3, 4, 5])),
            Key::Bookings("2026-12-search".to_owned()),
            Key::Slip(Drawer::Page, "07/1:2".to_owned()),
        ]
    }

    #[test]
    fn every_name_comes_back_from_bytes_and_from_text() {
        for key in samples() {
            assert_eq!(Key::read(&key.bytes()), Some(key.clone()));
            assert_eq!(Key::from_text(key.kind(), &key.text()), Some(key));
        }
        assert!(Kind::ALL.iter().all(|kind| samples().iter().any(|key| key.kind() == *kind)), "a kind without a sample");
    }

    #[test]
    fn no_bytes_make_reading_a_name_panic() {
        for key in samples() {
            let bytes = key.bytes();
            for end in 0..bytes.len() {
                let _ = (Key::read(&bytes[..end]), split_queue(&bytes[..end]), read_due(&bytes[..end]), read_digest(&bytes[..end]));
            }
        }
    }

    #[test]
    fn bytes_sort_like_what_they_stand_for() {
        let numbers = [i64::MIN, -1_001_234, -1, 0, 1, i64::MAX];
        assert!(numbers.windows(2).all(|pair| thread(pair[0], 5) < thread(pair[1], -5)));
        let at = |text: &str| text.parse::<Moment>().expect("a moment");
        let timers =
            [Timer::Drafts(PersonKey([9; 16])), Timer::Event("z".to_owned()), Timer::Limits(Receipt::from_record("WH-1".to_owned()))];
        let mut due_keys = vec![];
        for moment in [at("1969-12-31T23:59:59.5Z"), at("2026-11-23T00:00:00Z"), at("2026-11-23T00:00:00.000000001Z")] {
            for timer in &timers {
                assert_eq!(read_due(&due(timer, moment)), Some((timer.clone(), moment)));
                assert!(due(timer, moment) < due_after(moment));
                due_keys.push(due(timer, moment));
            }
            assert!(due_keys.iter().all(|key| *key < due_after(moment)));
        }
        assert!(due_keys.is_sorted());
    }

    #[test]
    fn a_digest_lies_below_its_moment_whoever_it_is_for() {
        let at = |text: &str| text.parse::<Moment>().expect("a moment");
        let (early, late) = (at("2026-11-23T01:00:00Z"), at("2026-11-23T01:00:00.000000001Z"));
        for byte in [0, 7, u8::MAX] {
            let (person, id) = (PersonKey([byte; 16]), SubscriptionId::new([byte; 5]));
            let key = digest((person, &id), early);
            assert!(key < digests_after(early) && digests_after(early) < digest((person, &id), late), "{byte}");
            assert_eq!(read_digest(&key), Some((person, id)));
        }
    }

    #[test]
    fn one_queue_name_that_begins_another_does_not_see_its_tickets() {
        let mut key = of_queue(Index::Open, &QueueId::from("ENF-2"));
        key.extend(b"WH-261123-K7M4PX");
        assert!(!key.starts_with(&of_queue(Index::Open, &QueueId::from("ENF"))));
        let (prefix, receipt) = split_queue(&key).expect("a queue key");
        assert_eq!((prefix, receipt.as_str()), (&*of_queue(Index::Open, &QueueId::from("ENF-2")), "WH-261123-K7M4PX"));
    }
}
