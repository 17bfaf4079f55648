//! A counter over a store on disk whose storage fails where the test wants it, and a picture of everything it keeps.

use super::Does;
use ip_office_bot::app::{Counter, Parts, Running, look_at_timers};
use ip_office_bot::clock::{Chance, Clock, HandClock, Moment};
use ip_office_bot::config::Config;
use ip_office_bot::desk::staff;
use ip_office_bot::id::EventId;
use ip_office_bot::intake::{Intake, Trouble};
use ip_office_bot::message::{FileKind, Inbound, Incoming, Pressed, Route, Said, StaffInbound, StaffSaid};
use ip_office_bot::office::Office;
use ip_office_bot::privacy::Who;
use ip_office_bot::privacy::erase::{NotErased, Why, Wish, erase};
use ip_office_bot::seal::OfficeKey;
use ip_office_bot::store::engine::{EngineOptions, FaultLayer, StoragePoint};
use ip_office_bot::store::sled::{SledOptions, SledStore};
use ip_office_bot::store::{Commit, Delivery, Lane, Parcel, Topic, Wanted, Write};
use ip_office_bot::vault::Vault;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, LazyLock, Mutex};
use tokio::sync::mpsc::UnboundedReceiver;

const GROUP: i64 = -1001;
const CLERK: i64 = 9001;
const THREAD: i64 = 100;

const SETTINGS: &str = r#"
[limits]
messages_in_ten_minutes = 0

[[clerk]]
id = "li"
telegram = 9001

[[queue]]
id = "ENF"
name = { en = "E" }
group = -1001
clerks = ["li"]
supervisor = "li"

[[queue]]
id = "AID"
name = { en = "A" }
group = -1002
clerks = ["li"]

[[queue]]
id = "DESK"
name = { en = "D" }
"#;

static KEY: LazyLock<OfficeKey> = LazyLock::new(|| OfficeKey::generate(&mut rand::rng()));

/// A folder in memory where there is one: no disk is asked here.
pub fn folder() -> tempfile::TempDir {
    tempfile::tempdir_in("/dev/shm").or_else(|_| tempfile::tempdir()).expect("a temporary folder")
}

pub fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).expect("a folder");
    for entry in std::fs::read_dir(from).expect("a folder") {
        let entry = entry.expect("an entry");
        let target = to.join(entry.file_name());
        if entry.file_type().expect("a type").is_dir() {
            copy(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), target).expect("copied");
        }
    }
}

/// What the storage does.
#[derive(Clone, Debug)]
pub enum Mode {
    /// Works.
    Off,
    /// Works, and the points are counted.
    Count,
    /// Fails at this point.
    Fail { at: u64, kind: io::ErrorKind },
    /// Is full from this point on.
    Full { from: u64 },
    /// Works; at each point the folder is copied as it lies there.
    Copy { from: PathBuf, to: PathBuf },
}

/// Hurts the storage.
pub struct Faults {
    mode: Mutex<Mode>,
    visits: AtomicU64,
}

impl Faults {
    pub fn set(&self, mode: Mode) {
        *self.mode.lock().expect("no panic") = mode;
        self.visits.store(0, Ordering::SeqCst);
    }

    /// Points since the mode was set.
    pub fn visits(&self) -> u64 {
        self.visits.load(Ordering::SeqCst)
    }
}

impl FaultLayer for Faults {
    fn reach(&self, _: StoragePoint) -> io::Result<()> {
        let mode = self.mode.lock().expect("no panic").clone();
        let n = self.visits.fetch_add(1, Ordering::SeqCst);
        match mode {
            Mode::Off | Mode::Count => Ok(()),
            Mode::Fail { at, kind } if at == n => Err(kind.into()),
            Mode::Fail { .. } => Ok(()),
            Mode::Full { from } if n >= from => Err(io::ErrorKind::StorageFull.into()),
            Mode::Full { .. } => Ok(()),
            Mode::Copy { from, to } => {
                copy(&from, &to.join(n.to_string()));
                Ok(())
            }
        }
    }
}

/// Chance that can be thrown again: the same event in another run makes the same receipt.
struct Dice(AtomicU64, AtomicBool);

impl Chance for Dice {
    fn fill(&self, buffer: &mut [u8]) {
        assert!(!self.1.load(Ordering::SeqCst), "broken dice");
        for byte in buffer {
            let n = self.0.fetch_add(1, Ordering::SeqCst);
            *byte = (n.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 56) as u8;
        }
    }
}

/// How an event ended.
#[derive(Debug, PartialEq)]
pub enum Done {
    /// It was done.
    Now,
    /// It had been done before.
    Before,
    /// It could not be kept.
    Trouble(String),
}

/// A counter over a store on disk.
pub struct Bench {
    office: Arc<Office>,
    intake: Arc<Intake>,
    deliveries: UnboundedReceiver<Delivery>,
    clock: Arc<HandClock>,
    dice: Arc<Dice>,
    event: i64,
    pub faults: Arc<Faults>,
}

impl Bench {
    /// Opens what lies in a folder. Chance and time begin again with each event.
    pub async fn open(folder: &Path, event: i64) -> Self {
        let faults = Arc::new(Faults { mode: Mutex::new(Mode::Off), visits: AtomicU64::new(0) });
        let clock = Arc::new(HandClock::at(start()));
        let dice = Arc::new(Dice(AtomicU64::new(0), AtomicBool::new(false)));
        let engine = EngineOptions { fault: Some(Arc::clone(&faults) as _), ..EngineOptions::default() };
        let options = SledOptions { engine, clock: Arc::clone(&clock) as _ };
        let store = SledStore::open(&folder.join("store"), KEY.clone(), options).expect("the store opens");
        let vault = Vault::open(&folder.join("evidence"), KEY.clone()).expect("a vault");
        let mut config = Config::parse("test", SETTINGS, &[]).expect("settings");
        config.server.data = folder.to_owned();
        let parts = Parts {
            config,
            content: crate::support::office::shipped(),
            key: KEY.clone(),
            vault,
            clock: Arc::clone(&clock) as _,
            chance: Arc::clone(&dice) as _,
        };
        let Counter { office, intake, deliveries } = Counter::join(parts, Arc::new(store)).await.expect("a counter");
        Self { office, intake, deliveries, clock, dice, event, faults }
    }

    /// Serves, with everything that runs besides the turns.
    pub async fn run(self) -> Running {
        let counter = Counter { office: self.office, intake: self.intake, deliveries: self.deliveries };
        Running::start(counter, tokio_util::sync::CancellationToken::new()).await.expect("it starts")
    }

    /// From now on whatever needs chance breaks, or no longer does.
    pub fn break_chance(&self, broken: bool) {
        self.dice.1.store(broken, Ordering::SeqCst);
    }

    /// Hands in again what is parked.
    pub async fn replay(&self) {
        for parked in self.office.store.parked(10).await.expect("readable") {
            ip_office_bot::channel::telegram::replay(&self.office, &parked).await.expect("handled");
        }
    }

    /// Everything that waits to be sent to the person, as text.
    pub async fn told(&self) -> String {
        let deliveries = self.office.store.deliveries(None, 1000).await.expect("readable");
        let words = deliveries.iter().filter_map(|delivery| match &delivery.parcel {
            Parcel::Screen(message) | Parcel::Message(message) | Parcel::About { message, .. } => Some(message.text.as_str()),
            _ => None,
        });
        words.collect::<Vec<_>>().join("\n")
    }

    /// Does something under the name of an event.
    pub async fn does(&mut self, event: i64, does: Does) -> Done {
        // The same event throws the same dice, and each has its own second.
        self.dice.0.store(event.unsigned_abs() * 1_000, Ordering::SeqCst);
        let wanted = start() + chrono::Duration::seconds(event);
        self.clock.pass(wanted - self.clock.now());
        match does {
            Does::Says(words) => {
                let what = match (words.strip_prefix('/'), self.button(words).await) {
                    (Some(command), _) => Said::Command { name: command.to_owned(), rest: String::new() },
                    (None, Some(token)) => Said::Press(Pressed { token, on: None, handle: None }),
                    (None, None) => Said::Text(words.to_owned()),
                };
                self.person(event, what).await
            }
            Does::Sends(name) => {
                let file = Incoming {
                    source: format!("source of {name}"),
                    kind: FileKind::Document,
                    name: Some(name.to_owned()),
                    mime: None,
                    bytes: Some(1000),
                };
                self.person(event, Said::File { file, words: None, album: None }).await
            }
            Does::Topic => self.topic().await,
            Does::Clerk(words) => self.clerk(event, words).await,
            Does::Erase => self.erase().await,
            Does::Timers(days) => {
                self.clock.pass(chrono::Duration::days(days));
                let looked = look_at_timers(&self.office, &self.intake).await;
                self.clock.pass(-chrono::Duration::days(days));
                looked.map_or_else(Done::Trouble, |_| Done::Now)
            }
        }
    }

    /// What the button with this label carries, on the newest message of the person that has buttons.
    async fn button(&self, label: &str) -> Option<String> {
        let deliveries = self.office.store.deliveries(None, 1000).await.expect("readable");
        let mut shown = deliveries.iter().rev().filter_map(|delivery| match (&delivery.lane, &delivery.parcel) {
            (Lane::Person(_), Parcel::Screen(message) | Parcel::Message(message)) if !message.buttons.is_empty() => Some(message),
            _ => None,
        });
        let newest = shown.next()?;
        newest.buttons.iter().flatten().find(|button| button.label == label).map(|button| button.token.clone())
    }

    async fn person(&self, event: i64, what: Said) -> Done {
        let inbound = Inbound {
            event: EventId { channel: 't', number: event },
            from: person(),
            language: Some("zh".to_owned()),
            at: self.office.now(),
            message: Some(event),
            what,
        };
        match self.intake.handle(inbound).await {
            Ok(handled) if handled.before => Done::Before,
            Ok(_) => Done::Now,
            Err(Trouble(why)) => Done::Trouble(why),
        }
    }

    async fn clerk(&self, event: i64, words: &str) -> Done {
        let id = EventId { channel: 't', number: event };
        let what = match words.strip_prefix('/').and_then(|command| command.split_once(' ')) {
            Some((name, rest)) => StaffSaid::Command { name: name.to_owned(), rest: rest.to_owned() },
            None => StaffSaid::Text(words.to_owned()),
        };
        let seen = self.office.store.seen(&id).await.expect("readable");
        let inbound = StaffInbound {
            event: id,
            chat: GROUP,
            thread: Some(THREAD),
            user: Some(CLERK),
            message: Some(event),
            at: self.office.now(),
            what,
        };
        match staff::handle(&self.office, inbound).await {
            Ok(_) if seen => Done::Before,
            Ok(_) => Done::Now,
            Err(Trouble(why)) => Done::Trouble(why),
        }
    }

    async fn topic(&self) -> Done {
        let heads = self.office.store.tickets(&Wanted { limit: 10, ..Wanted::default() }).await.expect("readable");
        let receipt = heads.last().expect("a ticket").receipt.clone();
        let topic = Topic { receipt, chat: GROUP, thread: THREAD, card: Some(1), name: "a topic".to_owned(), closed: false };
        let commit = Commit { writes: vec![Write::Topic(topic)], ..Commit::default() };
        self.office.store.commit(commit).await.map_or_else(|error| Done::Trouble(error.to_string()), |()| Done::Now)
    }

    async fn erase(&self) -> Done {
        let wanted = Wanted { closed: true, limit: 10, ..Wanted::default() };
        let heads = self.office.store.tickets(&wanted).await.expect("readable");
        let receipt = heads.last().expect("a ticket").receipt.clone();
        let wish = Wish { who: Who::Operator, receipt, why: Why::Order, reason: "nobody needs it".to_owned() };
        match erase(&self.office, &wish).await {
            Ok(_) => Done::Now,
            Err(NotErased::NoTicket) => Done::Before,
            Err(why) => Done::Trouble(format!("{why:?}")),
        }
    }

    pub fn trouble(&self) -> Option<String> {
        self.office.store.trouble()
    }

    pub async fn reopen(&self) {
        self.office.store.reopen().await.expect("it opens again");
    }

    pub async fn verify(&self) -> Vec<String> {
        self.office.store.verify().await.expect("readable")
    }

    pub async fn close(self) {
        self.office.store.close().await;
    }

    /// Everything that is kept.
    pub async fn picture(&self) -> Picture {
        let store = &self.office.store;
        let key = self.office.person(&person());
        let mut lines = vec![format!("conversation {:#?}", store.conversation(key).await.expect("readable"))];
        let heads = store.tickets(&Wanted { closed: true, limit: 100, ..Wanted::default() }).await.expect("readable");
        for head in &heads {
            let receipt = &head.receipt;
            lines.push(format!("ticket {:#?}", store.ticket(receipt).await.expect("readable")));
            lines.push(format!("link of {receipt} {:?}", store.link(receipt).await.expect("readable")));
            lines.push(format!("topic of {receipt} {:?}", store.topic(receipt).await.expect("readable")));
        }
        let open = store.tickets(&Wanted { limit: 100, ..Wanted::default() }).await.expect("readable");
        lines.push(format!("open {:?}", open.iter().map(|head| &head.receipt).collect::<Vec<_>>()));
        lines.push(format!("own {:?}", store.own_tickets(key).await.expect("readable")));
        for evidence in store.all_evidence(None, 100).await.expect("readable") {
            lines.push(format!("file {evidence:#?}"));
        }
        // Ids of deliveries only order them.
        for Delivery { lane, parcel, attempts, .. } in store.deliveries(None, 1000).await.expect("readable") {
            lines.push(format!("delivery to {lane:?}, try {attempts}: {parcel:#?}"));
        }
        let far = start() + chrono::Duration::days(10_000);
        lines.push(format!("timers {:#?}", store.timers(far, 100).await.expect("readable")));
        lines.push(format!("parked {:?}", store.parked(100).await.expect("readable")));
        lines.push(format!("counts {:?}", store.counts().await.expect("readable")));
        let id = EventId { channel: 't', number: self.event };
        lines.push(format!("event seen {}", store.seen(&id).await.expect("readable")));
        let acts: Vec<String> =
            store.audit(0, 1000).await.expect("readable").into_iter().map(|(n, audit)| format!("{n} {audit:?}")).collect();
        lines.push(format!("audit {acts:#?}"));
        Picture { lines, acts }
    }
}

fn person() -> Route {
    Route::telegram(42)
}

/// Monday, 23 November 2026, ten o'clock at the office.
fn start() -> Moment {
    Moment::from_timestamp(1_795_399_200, 0).expect("a time")
}

/// Everything that is kept, as text.
#[derive(Debug, PartialEq)]
pub struct Picture {
    lines: Vec<String>,
    /// Entries of the audit log.
    pub acts: Vec<String>,
}

impl Picture {
    /// Something that is kept begins like this.
    pub fn has(&self, begins: &str) -> bool {
        self.lines.iter().any(|line| line.starts_with(begins))
    }

    /// Panics with what differs, not with everything.
    pub fn assert_same(&self, other: &Self, why: &str) {
        if self == other {
            return;
        }
        let [mine, others] = [self, other].map(|picture| picture.lines.iter().flat_map(|line| line.lines()).collect::<Vec<_>>());
        let missing: Vec<_> = others.iter().filter(|line| !mine.contains(line)).take(40).collect();
        let surplus: Vec<_> = mine.iter().filter(|line| !others.contains(line)).take(40).collect();
        panic!("{why}\nmissing: {missing:#?}\nunwanted: {surplus:#?}\n{} lines, {} wanted", mine.len(), others.len());
    }
}
