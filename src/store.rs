//! The store: one trait, few coarse calls in our own words. No backend type is seen above it.
//!
//! What must hold: a [`Commit`] is written whole or not at all, and is on disk when [`Store::commit`] returns; an event that
//! was seen is refused the second time; a record that changed since it was read is not overwritten.
//!
//! ## Why
//! Nothing here assumes one process: ids are made by the application, deliveries and timers are claimed with a lease,
//! whoever waits polls with a nudge. The sled store is used by one process and may keep leases in memory: after a crash
//! nobody holds one.

pub mod backup;
pub mod engine;
pub mod memory;
pub mod record;
pub mod sled;

use crate::booking::Bookings;
use crate::clock::Moment;
use crate::dialog::state::State;
use crate::id::{DeliveryId, EventId, EvidenceId, PersonKey, QueueId, Receipt, SubscriptionId};
use crate::message::{Incoming, Outbound, Route};
use crate::spool::UploadId;
use crate::ticket::{Head, Ticket};
use crate::watch::Subscription;
use async_trait::async_trait;
use serde::{Deserialize, Serialize};

/// What is kept of a person who writes to the counter. Sealed as a whole.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Conversation {
    /// Where they are reached.
    pub route: Route,
    /// Where they stand.
    pub state: State,
    /// Last event that changed it.
    pub touched: Moment,
    /// Events of the last minutes, for the limit on floods: start of the window and how many.
    #[serde(default)]
    pub pace: (i64, u32),
    /// Tickets opened on this office day: the day and how many.
    #[serde(default)]
    pub opened: (i32, u32),
    /// Wrong access codes of this person.
    #[serde(default)]
    pub tries: crate::ticket::Tries,
    /// Changes so far; each change adds one.
    pub revision: u64,
}

/// A file that somebody sent. The content lies in the vault once it was fetched.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Evidence {
    /// Name.
    pub id: EvidenceId,
    /// Whose it is.
    pub owner: Owner,
    /// How it was announced; `source` is emptied once the content is here.
    pub announced: Incoming,
    /// Where it stands.
    pub status: FileStatus,
    /// Where the sender is told when the file cannot be used; emptied once the content is here.
    pub tell: Option<Route>,
    /// When it arrived.
    pub at: Moment,
    /// Changes so far; each change adds one.
    pub revision: u64,
}

/// Whose a file is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Owner {
    /// A form in the middle.
    Draft(PersonKey),
    /// A ticket.
    Ticket(Receipt),
}

/// Where a file stands.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FileStatus {
    /// To be fetched.
    Waiting,
    /// In the vault.
    Kept {
        /// SHA-256 of the content, in hex.
        sha256: String,
        /// Size in bytes.
        bytes: u64,
        /// Type found in the content.
        found: String,
        /// Type that its name or sender claimed, when the content is another.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        claimed: Option<String>,
    },
    /// Not usable; a text id tells why.
    Refused {
        /// Why: `file-refused-<why>`.
        why: String,
    },
}

/// Something to send, or a job that needs the network.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Delivery {
    /// Name; the order of a lane is the order of ids.
    pub id: DeliveryId,
    /// Who receives it: deliveries of one lane go out one after the other.
    pub lane: Lane,
    /// What it is.
    pub parcel: Parcel,
    /// Not before.
    pub not_before: Moment,
    /// Tries so far.
    pub attempts: u32,
    /// When it was committed.
    pub made: Moment,
}

/// Who receives: a chat, a staff group, or a kind of job.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Lane {
    /// A person.
    Person(Route),
    /// A staff group, by chat id.
    Group(i64),
    /// A clerk's private chat.
    Clerk(i64),
    /// Fetching of files from the channel that announced them; see [`Lane::fetch`].
    Fetch(u8),
    /// An address outside that is told what happens to tickets, by its number.
    Hook(u64),
}

impl Lane {
    /// Channels that files come from, in the order of their lanes. New ones are added at the end: lanes are on disk.
    const SOURCES: [char; 3] = ['t', 'c', 'w'];
    /// Files of one channel that are fetched side by side.
    const ABREAST: u64 = 4;

    /// The lane in which a file is fetched. A source means something only to its channel, so each has lanes of its own. What was
    /// uploaded belongs to the web, wherever its sender writes.
    pub fn fetch(channel: char, source: &str, evidence: EvidenceId) -> Self {
        let channel = UploadId::of_source(source).map_or(channel, |_| 'w');
        let at = Self::SOURCES.iter().position(|source| *source == channel).unwrap_or(0) as u64;
        Self::Fetch((at * Self::ABREAST + evidence.0 % Self::ABREAST) as u8)
    }

    /// The letter of the channel that serves this lane.
    pub fn channel(&self) -> char {
        match self {
            Lane::Person(route) => route.channel,
            Lane::Group(_) | Lane::Clerk(_) => 't',
            Lane::Hook(_) => crate::hook::CHANNEL,
            Lane::Fetch(n) => Self::SOURCES.get(usize::from(*n) / Self::ABREAST as usize).copied().unwrap_or('t'),
        }
    }
}

/// What is delivered.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Parcel {
    /// A screen: an older one of the same lane that is still unsent is dropped for it.
    Screen(Outbound),
    /// A message that stays.
    Message(Outbound),
    /// The same, about a ticket: when the person is out of reach, the ticket learns of it.
    About { receipt: Receipt, message: Outbound },
    /// The view of a ticket in a staff group must be made or brought up to date: topic, name, card.
    Card { receipt: Receipt },
    /// Words for a ticket's topic.
    Post { receipt: Receipt, message: Outbound, signal: Signal },
    /// Words for the group itself or for a clerk.
    Tell { message: Outbound },
    /// The topic in a queue that no longer has the ticket is closed.
    Leave { receipt: Receipt, reason: Option<Outbound> },
    /// The content of a file is to be fetched.
    Fetch { evidence: EvidenceId },
    /// An event for another system: its id, its kind, and the event as it is sent. Nothing personal.
    Hook { id: String, kind: String, body: String },
}

/// How loud a post is; quiet ones may be folded into one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Signal {
    /// May be folded with its neighbours.
    Quiet,
    /// Words of the person, reminders: stands alone.
    Loud,
}

/// The view of a ticket in a staff group.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Topic {
    /// Ticket.
    pub receipt: Receipt,
    /// Group.
    pub chat: i64,
    /// Thread in the group.
    pub thread: i64,
    /// Pinned card.
    pub card: Option<i64>,
    /// Name that the topic has now.
    pub name: String,
    /// Closed in the group.
    pub closed: bool,
}

/// An update that could not be handled, kept whole for staff. Sealed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Parked {
    /// Its name.
    pub event: EventId,
    /// As it came.
    pub raw: String,
    /// What went wrong, without personal data.
    pub why: String,
    /// When.
    pub at: Moment,
}

/// A small sealed record of one part of the product, which alone knows what stands in it: a log-in, a line of a visitor's page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Slip {
    /// Where it lies.
    pub drawer: Drawer,
    /// Its name there: no personal data, no secret. The order of lists is the order of names.
    pub id: String,
    /// What stands in it. Sealed.
    pub content: String,
    /// Changes so far; each change adds one.
    pub revision: u64,
}

/// Where a [`Slip`] lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Drawer {
    /// Lines of visitors' pages on the web, by person and number.
    Page,
    /// Accounts of the staff, by clerk.
    Account,
    /// Log-ins of the staff, by a digest of what their browser holds.
    Login,
    /// Links that work once, by a digest of what stands in them.
    Once,
    /// What an office changes at its desk.
    Setting,
    /// Lists of tickets that a clerk keeps, by clerk and name.
    View,
    /// Programs that may call, by a digest of their token.
    Token,
    /// Addresses that are told what happens to tickets.
    Hook,
    /// Answers to calls that may come twice.
    Call,
    /// Counted figures.
    Figure,
    /// Proofs that tickets were erased, by receipt.
    Erasure,
    /// Exports that a second person has to approve.
    Export,
}

impl Drawer {
    /// Every drawer with the byte of its keys. New ones get a new byte: keys are on disk.
    pub const ALL: [(Drawer, u8); 12] = [
        (Drawer::Page, b'p'),
        (Drawer::Account, b'a'),
        (Drawer::Login, b'l'),
        (Drawer::Once, b'o'),
        (Drawer::Setting, b's'),
        (Drawer::View, b'v'),
        (Drawer::Token, b't'),
        (Drawer::Hook, b'h'),
        (Drawer::Call, b'c'),
        (Drawer::Figure, b'f'),
        (Drawer::Erasure, b'e'),
        (Drawer::Export, b'x'),
    ];

    /// The byte of its keys.
    pub fn byte(self) -> u8 {
        Self::ALL.into_iter().find(|(drawer, _)| *drawer == self).map_or(0, |(_, byte)| byte)
    }

    /// The drawer of a byte.
    pub fn of(byte: u8) -> Option<Self> {
        Self::ALL.into_iter().find(|(_, known)| *known == byte).map(|(drawer, _)| drawer)
    }
}

/// Something to be looked at when its time comes.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Timer {
    /// The drafts of a person: reminder, expiry.
    Drafts(PersonKey),
    /// An event that people signed up for: changes, reminder, forgetting.
    Event(String),
    /// The time limits of a ticket.
    Limits(Receipt),
}

/// An entry of the audit log, payload of the hash chain. Never personal data, never a chat.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Audit {
    /// When.
    pub at: Moment,
    /// Who: `person`, `clerk:<name>`, `counter`, `operator`.
    pub by: String,
    /// What: `submitted`, `replied`, `revealed`, ...
    pub act: String,
    /// Ticket it concerns.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub receipt: Option<Receipt>,
    /// Further names without personal data: queue, state, reason code.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub more: Vec<String>,
}

/// A place in the chain of the audit log: so many entries, and the hash of the last of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ChainMark {
    /// Entries up to here.
    pub entries: u64,
    /// Hash of the last one; zeros when there is none.
    pub hash: backup::ChainHash,
}

/// Everything that one turn changes. Written whole or not at all.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Commit {
    /// Events of which this is the effect; one seen before refuses the whole.
    pub seen: Vec<EventId>,
    /// Changes, in order.
    pub writes: Vec<Write>,
    /// Entries of the audit log.
    pub audit: Vec<Audit>,
}

/// One change. A `revision` is the one that the writer gives the record: the stored one must be exactly one less, and a
/// record of revision 1 must not exist yet.
#[derive(Clone, Debug, PartialEq)]
pub enum Write {
    /// A conversation, new or changed.
    Conversation(PersonKey, Box<Conversation>),
    /// A conversation is forgotten.
    ForgetConversation(PersonKey),
    /// A ticket, new or changed.
    Ticket(Box<Ticket>),
    /// A ticket's key and body are destroyed; the head stays, for counting.
    EraseTicket(Receipt),
    /// The person may find this ticket in the list of their own; answers reach them at the route. Both sealed.
    Link(Receipt, PersonKey, Route),
    /// Nothing leads from the ticket to the person any more.
    Unlink(Receipt),
    /// A file, new or changed.
    Evidence(Box<Evidence>),
    /// A file is forgotten.
    ForgetEvidence(EvidenceId),
    /// Something to send.
    Delivery(Box<Delivery>),
    /// Sent, or given up.
    Delivered(DeliveryId),
    /// A try failed: when to try again.
    Retry { id: DeliveryId, attempts: u32, not_before: Moment },
    /// Everything still to be sent to this lane is dropped.
    DropLane(Lane),
    /// A view of a ticket. A thread belongs to one ticket: the view of another one in the same thread is forgotten.
    Topic(Topic),
    /// The view is gone.
    ForgetTopic(Receipt),
    /// A group got another id: every topic and delivery of it moves.
    GroupMoved { from: i64, to: i64 },
    /// A timer; a second one of the same name replaces the first.
    Timer(Timer, Moment),
    /// A timer has done its work.
    TimerDone(Timer),
    /// An update is parked.
    Park(Parked),
    /// A parked update was dealt with.
    Unpark(EventId),
    /// Who comes to an event, new or changed.
    Bookings(Box<Bookings>),
    /// Who came to an event is forgotten.
    ForgetBookings(String),
    /// A small named thing: register of agencies in use, lease of the poller, moved groups. `None` deletes.
    Named(String, Option<String>),
    /// A subscription, new or changed.
    Subscription(Box<Subscription>),
    /// A subscription has ended; nothing of it is kept.
    EndSubscription(PersonKey, SubscriptionId),
    /// A slip, new or changed.
    Slip(Box<Slip>),
    /// A slip is thrown away.
    ForgetSlip(Drawer, String),
}

/// Why a commit was refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CommitError {
    /// One of its events was handled before.
    #[error("an event was handled before")]
    Seen,
    /// A record changed since it was read; read again and decide again.
    #[error("{0} changed since it was read")]
    Stale(&'static str),
    /// A record would be larger than the store takes; it will never be written like this.
    #[error("a record is too large")]
    TooLarge,
    /// The store cannot write now: full disk, failing disk, stopping. Whoever commits the same again after [`Store::reopen`]
    /// finds it written once: a crash may have hit just before the acknowledgement, then the answer is [`Self::Seen`] or
    /// [`Self::Stale`].
    #[error("the store cannot write: {0}")]
    Unavailable(String),
}

/// Why something could not be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum StoreError {
    /// A record is damaged. The name tells which, without its content.
    #[error("record {0} is damaged: restore from a backup")]
    Damaged(String),
    /// The store cannot be read now.
    #[error("the store cannot be read: {0}")]
    Unavailable(String),
    /// A backup is not restored; nothing was written.
    #[error(transparent)]
    Backup(#[from] backup::BackupRefusal),
}

/// Which tickets a list wants.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Wanted {
    /// Of this queue; of all when `None`.
    pub queue: Option<QueueId>,
    /// Closed ones too.
    pub closed: bool,
    /// After this receipt, for paging.
    pub after: Option<Receipt>,
    /// At most so many.
    pub limit: usize,
}

/// Counts for metrics and `readyz`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Counts {
    /// Conversations.
    pub conversations: u64,
    /// Conversations with a form in the middle.
    pub drafts: u64,
    /// Tickets.
    pub tickets: u64,
    /// Deliveries not yet sent.
    pub deliveries: u64,
    /// Parked updates.
    pub parked: u64,
}

/// The store.
#[async_trait]
pub trait Store: Send + Sync + 'static {
    /// Writes everything or nothing; on disk when it returns `Ok`.
    async fn commit(&self, commit: Commit) -> Result<(), CommitError>;

    /// Whether an event was handled before.
    async fn seen(&self, event: &EventId) -> Result<bool, StoreError>;
    /// The conversation of a person.
    async fn conversation(&self, person: PersonKey) -> Result<Option<Conversation>, StoreError>;
    /// A ticket; `None` also when it was erased.
    async fn ticket(&self, receipt: &Receipt) -> Result<Option<Ticket>, StoreError>;
    /// Heads of tickets in the order of receipts.
    async fn tickets(&self, wanted: &Wanted) -> Result<Vec<Head>, StoreError>;
    /// Receipts of the tickets that a person is linked with, newest submission first.
    async fn own_tickets(&self, person: PersonKey) -> Result<Vec<Receipt>, StoreError>;
    /// Where answers about a ticket reach the person, when they are linked.
    async fn link(&self, receipt: &Receipt) -> Result<Option<(PersonKey, Route)>, StoreError>;
    /// A file.
    async fn evidence(&self, id: EvidenceId) -> Result<Option<Evidence>, StoreError>;
    /// Every file, page by page, for the sweep of the vault.
    async fn all_evidence(&self, after: Option<EvidenceId>, limit: usize) -> Result<Vec<Evidence>, StoreError>;
    /// Deliveries after `after`, in order. The caller keeps its own queue and is told of new ones by what it commits.
    async fn deliveries(&self, after: Option<DeliveryId>, limit: usize) -> Result<Vec<Delivery>, StoreError>;
    /// The view of a ticket.
    async fn topic(&self, receipt: &Receipt) -> Result<Option<Topic>, StoreError>;
    /// The ticket of a thread.
    async fn ticket_of(&self, chat: i64, thread: i64) -> Result<Option<Receipt>, StoreError>;
    /// Timers due at `now`, oldest first.
    async fn timers(&self, now: Moment, limit: usize) -> Result<Vec<(Timer, Moment)>, StoreError>;
    /// Parked updates, oldest first.
    async fn parked(&self, limit: usize) -> Result<Vec<Parked>, StoreError>;
    /// A small named thing.
    async fn named(&self, name: &str) -> Result<Option<String>, StoreError>;
    /// A subscription of a person.
    async fn subscription(&self, person: PersonKey, id: &SubscriptionId) -> Result<Option<Subscription>, StoreError>;
    /// The subscriptions of a person, oldest first.
    async fn own_subscriptions(&self, person: PersonKey) -> Result<Vec<Subscription>, StoreError>;
    /// Every subscription, page by page.
    async fn subscriptions(&self, after: Option<(PersonKey, SubscriptionId)>, limit: usize) -> Result<Vec<Subscription>, StoreError>;
    /// Subscriptions whose digest is due at `now`, the longest due first.
    async fn digests(&self, now: Moment, limit: usize) -> Result<Vec<(PersonKey, SubscriptionId)>, StoreError>;
    /// Who comes to an event.
    async fn bookings(&self, event: &str) -> Result<Option<Bookings>, StoreError>;
    /// Names of the events that people signed up for, in order.
    async fn booked_events(&self) -> Result<Vec<String>, StoreError>;
    /// A slip.
    async fn slip(&self, drawer: Drawer, id: &str) -> Result<Option<Slip>, StoreError>;
    /// Slips whose names begin with `prefix`, after `after`, in order of their names.
    async fn slips(&self, drawer: Drawer, prefix: &str, after: Option<&str>, limit: usize) -> Result<Vec<Slip>, StoreError>;
    /// Counts.
    async fn counts(&self) -> Result<Counts, StoreError>;
    /// Entries of the audit log from `from` on, with their numbers.
    async fn audit(&self, from: u64, limit: usize) -> Result<Vec<(u64, Audit)>, StoreError>;
    /// Where the audit log ends.
    async fn audit_head(&self) -> Result<ChainMark, StoreError>;
    /// Follows the chain of the audit log from a mark over at most `limit` entries, computing each hash anew; where it got to. At
    /// the end the hash must be the one that is kept apart from the entries.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] names the first entry that is missing or does not fit.
    async fn audit_check(&self, from: ChainMark, limit: usize) -> Result<ChainMark, StoreError>;
    /// Checks every record and the audit chain; names of what is damaged.
    async fn verify(&self) -> Result<Vec<String>, StoreError>;
    /// Forgets marks of events seen before `before`.
    async fn forget_seen(&self, before: Moment) -> Result<(), CommitError>;
    /// Writes a versioned logical copy of everything, line by line; gives the number of lines.
    async fn export(&self, line: &mut backup::Sink<'_>) -> Result<u64, StoreError>;
    /// Reads such a copy into an empty store, all of it or nothing. Deliveries that would send old words again are left out
    /// (see [`backup`]), and an entry of the audit log says how many.
    async fn import(&self, lines: &mut (dyn Iterator<Item = std::io::Result<String>> + Send)) -> Result<u64, StoreError>;
    /// Opens again after a failure (space came back); `Ok` when writing works.
    async fn reopen(&self) -> Result<(), StoreError>;
    /// Why it does not write, if so.
    fn trouble(&self) -> Option<String>;
    /// Writes what is left and stops.
    async fn close(&self);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_fetched_by_the_channel_that_announced_it() {
        let mut lanes = std::collections::BTreeSet::new();
        for channel in Lane::SOURCES {
            for n in 0..9 {
                let lane = Lane::fetch(channel, "source", EvidenceId(n));
                assert_eq!(lane.channel(), channel, "{lane:?}");
                lanes.insert(lane);
            }
        }
        assert_eq!(lanes.len() as u64, Lane::ABREAST * Lane::SOURCES.len() as u64);
        // Lanes that stand in stores since the beginning.
        assert_eq!(Lane::fetch('t', "source", EvidenceId(7)), Lane::Fetch(3));
        assert_eq!(Lane::fetch('t', &UploadId::new([1; 16]).source(), EvidenceId(7)).channel(), 'w');
    }
}
