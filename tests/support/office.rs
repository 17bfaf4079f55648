//! A whole counter without a network: the shipped dialogs and texts over a store in memory, a real outbox with a sender that
//! notes what goes out and makes topics like a staff group, a clock moved by hand, counted chance.

use crate::support::telegram::Fake;
use async_trait::async_trait;
use ip_office_bot::app::{self, Counter, Parts};
use ip_office_bot::assets::Assets;
use ip_office_bot::channel::telegram::api::Api;
use ip_office_bot::clock::{Clock, HandClock, Moment, SystemChance};
use ip_office_bot::config::Config;
use ip_office_bot::desk::staff::{self, StaffHandled};
use ip_office_bot::id::{EventId, Receipt};
use ip_office_bot::intake::{Handled, Intake};
use ip_office_bot::message::{FileKind, Inbound, Incoming, Outbound, Pressed, Route, Said, StaffInbound, StaffSaid};
use ip_office_bot::office::Office;
use ip_office_bot::outbox::{Content, Sender, Sent, Worker};
use ip_office_bot::seal::OfficeKey;
use ip_office_bot::store::Store;
use ip_office_bot::store::memory::MemoryStore;
use ip_office_bot::store::{Commit, Delivery, Lane, Parcel, Topic, Write};
use ip_office_bot::ticket::Ticket;
use ip_office_bot::vault::Vault;
use secrecy::SecretString;
use std::collections::HashSet;
use std::path::Path;
use std::sync::atomic::{AtomicI64, AtomicUsize, Ordering};
use std::sync::{Arc, LazyLock, Mutex};
use tokio_util::sync::CancellationToken;

/// Groups of the three queues.
pub const ENF: i64 = -1_001_000_000_001;
pub const AID: i64 = -1_001_000_000_002;
pub const DESK: i64 = -1_001_000_000_003;

/// Li serves all three queues; Ann, who reads English, the assistance centre; Wang only the service desk; Boss supervises.
pub const LI: i64 = 9001;
pub const ANN: i64 = 9002;
pub const WANG: i64 = 9003;
pub const BOSS: i64 = 9004;

const SETTINGS: &str = r#"
[office]
name = { zh-Hans = "示例市知识产权局", en = "Example City IP Office" }

[[clerk]]
id = "li"
telegram = 9001

[[clerk]]
id = "ann"
telegram = 9002
language = "en"

[[clerk]]
id = "wang"
telegram = 9003

[[clerk]]
id = "boss"
telegram = 9004

[[queue]]
id = "ENF"
name = { zh-Hans = "执法处", en = "Enforcement section" }
group = -1001000000001
clerks = ["li"]
supervisor = "boss"

[[queue]]
id = "AID"
name = { zh-Hans = "维权援助中心", en = "Assistance centre" }
group = -1001000000002
language = "en"
clerks = ["ann", "li"]

[[queue]]
id = "DESK"
name = { zh-Hans = "服务台", en = "Service desk" }
group = -1001000000003
clerks = ["li", "wang"]

[[queue]]
id = "district-420106"
name = { zh-Hans = "武昌区市场监管局", en = "Wuchang district bureau" }
clerks = ["wang"]
"#;

/// A counter over a store, with what is shipped and its evidence in a folder.
pub async fn counter(config: Config, (key, store): (OfficeKey, Arc<dyn Store>), (clock, folder): (Arc<dyn Clock>, &Path)) -> Counter {
    let vault = Vault::open(&folder.join("evidence"), key.clone()).expect("a vault");
    let parts = Parts { config, content: shipped(), key, vault, clock, chance: Arc::new(SystemChance) };
    Counter::join(parts, store).await.expect("the parts fit")
}

/// Settings of a counter that talks to a fake Bot API, and the way there.
pub fn on_telegram(fake: &Fake, settings: &str) -> (Config, Api) {
    let variables = [("TELOXIDE_TOKEN".to_owned(), fake.token().to_owned()), ("TELOXIDE_API_URL".to_owned(), fake.api_url())];
    let config = Config::parse("test", settings, &variables).expect("settings");
    let api = Api::new(&SecretString::from(fake.token().to_owned()), &fake.api_url()).expect("an address");
    (config, api)
}

/// A counter with its outbox at work.
pub struct House {
    pub office: Arc<Office>,
    pub intake: Arc<Intake>,
    pub clock: Arc<HandClock>,
    sender: Arc<NotingSender>,
    events: AtomicI64,
    read: AtomicUsize,
    stop: CancellationToken,
    _folder: tempfile::TempDir,
}

impl Drop for House {
    fn drop(&mut self) {
        self.stop.cancel();
    }
}

/// What is shipped, read once.
pub fn shipped() -> Arc<app::Content> {
    static SHIPPED: LazyLock<Arc<app::Content>> = LazyLock::new(|| {
        let config = Config::parse("test", SETTINGS, &[]).expect("settings");
        app::Content::read(Assets::open(None).expect("the shipped files"), &config).expect("shipped dialogs and texts")
    });
    Arc::clone(&SHIPPED)
}

impl House {
    /// A fresh counter on Monday, 23 November 2026, ten o'clock at the office.
    pub async fn open() -> Self {
        Self::with("").await
    }

    /// The same with further settings.
    pub async fn with(settings: &str) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let mut config = Config::parse("test", &format!("{SETTINGS}\n{settings}"), &[]).expect("settings");
        config.server.data = folder.path().join("data");
        let start: Moment = "2026-11-23T02:00:00Z".parse().expect("a time");
        let clock = Arc::new(HandClock::at(start));
        let key = OfficeKey::generate(&mut rand::rng());
        let store = Arc::new(MemoryStore::with(key.clone(), Arc::clone(&clock) as Arc<dyn Clock>));
        let Counter { office, intake, deliveries } = counter(config, (key, store), (Arc::clone(&clock) as _, folder.path())).await;
        let sender = Arc::new(NotingSender {
            office: Arc::clone(&office),
            sent: Mutex::default(),
            gone: Mutex::default(),
            threads: AtomicI64::new(0),
        });
        let stop = CancellationToken::new();
        Worker::start(Arc::clone(&office), Arc::clone(&sender) as _, 't', deliveries, stop.clone()).await.expect("a worker");
        Self { office, intake, clock, sender, events: AtomicI64::new(0), read: AtomicUsize::new(0), stop, _folder: folder }
    }

    /// A name for a new event.
    pub fn event(&self) -> EventId {
        EventId { channel: 't', number: self.events.fetch_add(1, Ordering::Relaxed) + 1 }
    }

    /// The number of the newest event; a message of a person has the same.
    pub fn last_event(&self) -> i64 {
        self.events.load(Ordering::Relaxed)
    }

    /// What was sent since this was asked last, once nothing is left to send.
    pub async fn sent(&self) -> Vec<Delivery> {
        while !self.office.store.deliveries(None, 1).await.expect("deliveries").is_empty() {
            tokio::time::sleep(std::time::Duration::from_millis(1)).await;
        }
        let sent = self.sender.sent.lock().expect("no panic while noting");
        let read = self.read.swap(sent.len(), Ordering::Relaxed);
        sent[read..].to_vec()
    }

    /// Everything that was ever sent.
    pub fn ever_sent(&self) -> Vec<Delivery> {
        self.sender.sent.lock().expect("no panic while noting").clone()
    }

    /// A person blocks the bot, or lets it write again; Telegram tells only when something is sent.
    pub fn blocks(&self, chat: i64, blocked: bool) {
        let mut gone = self.sender.gone.lock().expect("no panic while noting");
        if blocked {
            gone.insert(chat)
        } else {
            gone.remove(&chat)
        };
    }

    /// A person on Telegram does something.
    pub async fn person(&self, chat: i64, language: &str, what: Said) -> Handled {
        let event = self.event();
        let message = Some(event.number);
        self.person_in(chat, language, (event, message, what)).await
    }

    /// The same with the number of the message.
    pub async fn person_in(&self, chat: i64, language: &str, (event, message, what): (EventId, Option<i64>, Said)) -> Handled {
        let inbound =
            Inbound { message, event, from: Route::telegram(chat), language: Some(language.to_owned()), at: self.office.now(), what };
        self.intake.handle(inbound).await.expect("the store takes it")
    }

    /// Somebody does something in a group or in private.
    pub async fn staff(&self, chat: i64, thread: Option<i64>, (user, what): (Option<i64>, StaffSaid)) -> StaffHandled {
        let event = self.event();
        let inbound = StaffInbound { message: Some(event.number), event, chat, thread, user, at: self.office.now(), what };
        staff::handle(&self.office, inbound).await.expect("the store takes it")
    }

    /// A ticket as it is now.
    pub async fn ticket(&self, receipt: &Receipt) -> Ticket {
        self.office.store.ticket(receipt).await.expect("the store reads").expect("a ticket")
    }

    /// The topic of a ticket.
    pub async fn topic(&self, receipt: &Receipt) -> Topic {
        self.office.store.topic(receipt).await.expect("the store reads").expect("a topic")
    }
}

/// A press on a button of the message `on`.
pub fn press(token: impl Into<String>, on: i64) -> Pressed {
    Pressed { token: token.into(), on: Some(on), handle: Some("handle".to_owned()) }
}

/// A picture as Telegram announces it; the source says what its content will be: `jpeg` or `program`.
pub fn file(source: &str, name: &str) -> Incoming {
    let (kind, mime) = if source == "jpeg" { (FileKind::Photo, "image/jpeg") } else { (FileKind::Document, "application/octet-stream") };
    Incoming { source: source.to_owned(), kind, name: Some(name.to_owned()), mime: Some(mime.to_owned()), bytes: Some(4_000) }
}

/// The message of a delivery.
pub fn message(delivery: &Delivery) -> Option<&Outbound> {
    match &delivery.parcel {
        Parcel::Screen(message) | Parcel::Message(message) | Parcel::About { message, .. } => Some(message),
        Parcel::Post { message, .. } | Parcel::Tell { message } | Parcel::Leave { reason: Some(message), .. } => Some(message),
        Parcel::Card { .. } | Parcel::Leave { reason: None, .. } | Parcel::Fetch { .. } | Parcel::Hook { .. } => None,
    }
}

/// Notes what goes out and keeps topics as a staff group would.
struct NotingSender {
    office: Arc<Office>,
    sent: Mutex<Vec<Delivery>>,
    /// Chats that blocked the bot.
    gone: Mutex<HashSet<i64>>,
    threads: AtomicI64,
}

#[async_trait]
impl Sender for NotingSender {
    async fn send(&self, delivery: &Delivery) -> Sent {
        if let Lane::Person(route) = &delivery.lane
            && self.gone.lock().expect("no panic while noting").contains(&route.chat)
        {
            return Sent::Gone;
        }
        let mut writes = Vec::new();
        if let (Lane::Group(group), Parcel::Card { receipt } | Parcel::Post { receipt, .. } | Parcel::Leave { receipt, .. }) =
            (&delivery.lane, &delivery.parcel)
        {
            let ticket = self.office.store.ticket(receipt).await.expect("the store reads");
            let is_here = |ticket: &Ticket| self.office.queue(&ticket.head.queue).and_then(|queue| queue.group) == Some(*group);
            let here = ticket.as_ref().filter(|ticket| is_here(ticket));
            let known = self.office.store.topic(receipt).await.expect("the store reads").filter(|topic| topic.chat == *group);
            match (&delivery.parcel, known) {
                (Parcel::Leave { .. }, Some(_)) => writes.push(Write::ForgetTopic(receipt.clone())),
                (Parcel::Card { .. } | Parcel::Post { .. }, None) => {
                    let Some(ticket) = here else { return Sent::Done(writes) };
                    let thread = self.threads.fetch_add(10, Ordering::Relaxed) + 10;
                    let name = ip_office_bot::desk::card::topic_name(&self.office, ticket);
                    let card = Some(thread + 1);
                    writes.push(Write::Topic(Topic { receipt: receipt.clone(), chat: *group, thread, card, name, closed: false }));
                }
                _ => {}
            }
        }
        // On disk before the next delivery of the lane, as the real sender does.
        self.office.store.commit(Commit { writes, ..Commit::default() }).await.expect("a topic is kept");
        self.sent.lock().expect("no panic while noting").push(delivery.clone());
        Sent::Done(Vec::new())
    }

    async fn content(&self, source: &str) -> Result<Content, Sent> {
        let bytes = match source {
            "program" => b"MZ\x90\x00\x03\x00\x00\x00\x04\x00\x00\x00\xff\xff\x00\x00".repeat(16),
            _ => b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00".repeat(16),
        };
        Ok(Box::pin(futures_util::stream::iter([Ok(bytes)])))
    }
}
