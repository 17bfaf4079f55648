//! An office that only sends: a store, an outbox, the sender under test. Tickets and words are committed as intake and desk
//! commit them.

use crate::support::office::{counter, on_telegram};
use crate::support::telegram::*;
use ip_office_bot::app::Counter;
use ip_office_bot::channel::telegram::api::Api;
use ip_office_bot::channel::telegram::send::{Patience, TelegramSender};
use ip_office_bot::clock::{Clock, Moment};
use ip_office_bot::desk::{self, By, Request, Where};
use ip_office_bot::id::{ClerkId, EvidenceId, QueueId, Receipt, ServiceId};
use ip_office_bot::locale::Language;
use ip_office_bot::message::{FileKind, Incoming, Outbound, Route};
use ip_office_bot::office::Office;
use ip_office_bot::outbox::{Pace, Worker};
use ip_office_bot::seal::OfficeKey;
use ip_office_bot::store::memory::MemoryStore;
use ip_office_bot::store::{Commit, Delivery, Evidence, FileStatus, Lane, Owner, Parcel, Store, Topic as View, Write};
use ip_office_bot::ticket::act::{Act, Ground, begin};
use ip_office_bot::ticket::{Body, Head, Ticket, What};
use std::sync::atomic::{AtomicI64, AtomicU32, Ordering};
use std::sync::{Arc, LazyLock, Mutex};
use std::time::{Duration, Instant};
use tokio_util::sync::CancellationToken;

pub const SOON: Duration = Duration::from_secs(30);
/// Longest wait for an answer; what waits for another's answer waits longer than this.
pub const CAP: Duration = Duration::from_secs(3);
pub const ENF: i64 = -1_001_000_000_001;
pub const AID: i64 = -1_001_000_000_002;
/// A person who writes to the office.
pub const LI: i64 = 1001;
/// Words of persons that no log may show.
pub const SECRET: &str = "canary-words-of-a-person";

const SETTINGS: &str = r#"
[[clerk]]
id = "wang"
telegram = 77

[[queue]]
id = "ENF"
name = { zh-Hans = "执法" }
group = -1001000000001
clerks = ["wang"]

[[queue]]
id = "AID"
name = { zh-Hans = "援助" }
group = -1001000000002
clerks = ["wang"]

[[queue]]
id = "DESK"
name = { zh-Hans = "服务台" }
clerks = ["wang"]
"#;

/// No limits of our own, so that only Telegram's answers set the pace.
pub const UNLIMITED: &str = "
[telegram]
per_second = 0
person_per_second = 0
group_per_minute = 0
";

/// Impatient, so that tests are quick.
pub fn patience() -> Patience {
    Patience {
        outbox: Pace {
            first: Duration::from_millis(20),
            longest: Duration::from_millis(200),
            written: Duration::from_millis(500),
            look: Duration::from_millis(20),
            grace: Duration::from_millis(300),
            unwritten: Duration::from_millis(20),
            ..Pace::default()
        },
        group: Duration::from_millis(300),
        file: Duration::from_millis(50),
    }
}

/// The wall clock, moved forward together with that of the fake.
#[derive(Default)]
pub struct ShiftedClock(AtomicI64);

impl Clock for ShiftedClock {
    fn now(&self) -> Moment {
        chrono::Utc::now() + chrono::Duration::milliseconds(self.0.load(Ordering::SeqCst))
    }
}

/// What stays when the program ends.
#[derive(Clone)]
pub struct Kept {
    pub key: OfficeKey,
    pub store: Arc<dyn Store>,
    pub clock: Arc<ShiftedClock>,
    pub folder: Arc<tempfile::TempDir>,
}

impl Kept {
    pub fn in_memory() -> Self {
        let key = OfficeKey::generate(&mut rand::rng());
        let clock = Arc::new(ShiftedClock::default());
        let store = Arc::new(MemoryStore::with(key.clone(), Arc::clone(&clock) as Arc<dyn Clock>));
        Self { key, store, clock, folder: Arc::new(tempfile::tempdir().expect("a folder")) }
    }

    /// Lets time pass, here and at Telegram.
    pub fn pass(&self, fake: &Fake, seconds: u64) {
        fake.advance(Duration::from_secs(seconds));
        self.clock.0.fetch_add(i64::try_from(seconds * 1000).expect("a sensible time"), Ordering::SeqCst);
    }
}

/// An office that sends.
pub struct House {
    pub office: Arc<Office>,
    pub worker: Arc<Worker>,
    pub kept: Kept,
    pub api: Api,
    pub stop: CancellationToken,
}

impl House {
    pub async fn open(fake: &Fake) -> Self {
        Self::with(fake, Kept::in_memory(), UNLIMITED).await
    }

    pub async fn with(fake: &Fake, kept: Kept, settings: &str) -> Self {
        listen();
        let (config, api) = on_telegram(fake, &format!("{SETTINGS}{settings}"));
        let api = api.with_cap(CAP);
        let clock = Arc::clone(&kept.clock) as Arc<dyn Clock>;
        let stored = (kept.key.clone(), Arc::clone(&kept.store));
        let Counter { office, deliveries, .. } = counter(config, stored, (clock, kept.folder.path())).await;
        let stop = CancellationToken::new();
        let sender = Arc::new(TelegramSender::with_patience(api.clone(), Arc::clone(&office), patience()));
        let worker = Worker::start(Arc::clone(&office), sender, 't', deliveries, stop.child_token()).await.expect("a readable store");
        Self { office, worker, kept, api, stop }
    }

    pub fn pass(&self, fake: &Fake, seconds: u64) {
        self.kept.pass(fake, seconds);
    }

    /// Stops in order.
    pub async fn stop(self) -> Kept {
        self.stop.cancel();
        tokio::time::timeout(SOON, self.worker.drained()).await.expect("a stop takes no longer");
        self.kept.clone()
    }

    /// Waits until everything is sent and marked.
    pub async fn settled(&self) {
        let nothing_left = async || self.kept.store.counts().await.expect("a readable store").deliveries == 0;
        until("everything is sent and marked", async || nothing_left().await && self.worker.is_idle()).await;
    }

    // --- What is committed --------------------------------------------------------------------------------------------

    pub async fn post(&self, deliveries: Vec<Delivery>) {
        let writes = deliveries.iter().cloned().map(|delivery| Write::Delivery(Box::new(delivery))).collect();
        self.commit(writes).await;
        self.office.outbox.post(deliveries);
    }

    pub async fn commit(&self, writes: Vec<Write>) {
        self.office.store.commit(Commit { writes, ..Commit::default() }).await.expect("a commit");
    }

    fn to(&self, chat: i64, parcel: Parcel) -> Delivery {
        self.office.delivery(Lane::Person(Route::telegram(chat)), parcel)
    }

    /// A message that stays.
    pub async fn says(&self, chat: i64, text: &str) {
        self.post(vec![self.to(chat, Parcel::Message(words(text)))]).await;
    }

    pub async fn shows(&self, chat: i64, screen: Outbound) {
        self.post(vec![self.to(chat, Parcel::Screen(screen))]).await;
    }

    /// A new ticket of Li in this queue.
    pub async fn ticket(&self, queue: &str) -> Receipt {
        self.ticket_with(queue, |_| {}).await
    }

    pub async fn ticket_with(&self, queue: &str, change: impl FnOnce(&mut Ticket)) -> Receipt {
        static NEXT: AtomicU32 = AtomicU32::new(1);
        let n = NEXT.fetch_add(1, Ordering::SeqCst);
        let sign = |place: u32| u8::try_from(n / 30u32.pow(place) % 30).expect("below thirty");
        let now = self.office.now();
        let receipt = Receipt::new("WH", ip_office_bot::clock::office_day(now), [7, sign(3), sign(2), sign(1), sign(0)]);
        let service = ServiceId::from("counterfeit-report");
        let mut ticket = {
            let script = self.office.script.load();
            let rules = script.flows.get(&service).and_then(|flow| flow.submit.clone()).expect("a service with a desk");
            let head = Head {
                receipt: receipt.clone(),
                service,
                language: Language::english(),
                anonymous: false,
                urgent: false,
                queue: QueueId::from(queue),
                district: None,
                state: rules.first.clone(),
                since: now,
                submitted: now,
                closed: None,
                clerk: None,
                limits: Vec::new(),
                hurried: false,
                call_back: false,
                unread: false,
                course: Default::default(),
                revision: 1,
            };
            let mut ticket = Ticket { head, body: Body::default() };
            let calendar = self.office.calendar.load();
            begin(&mut ticket, &Ground { rules: &rules, calendar: &calendar, now });
            ticket
        };
        change(&mut ticket);
        let route = Route::telegram(LI);
        let card = desk::card(&self.office, &ticket);
        let mut writes = vec![Write::Ticket(Box::new(ticket.clone()))];
        if !ticket.head.anonymous {
            writes.push(Write::Link(receipt.clone(), self.office.person(&route), route));
        }
        writes.extend(card.iter().cloned().map(|delivery| Write::Delivery(Box::new(delivery))));
        self.commit(writes).await;
        self.office.outbox.post(card);
        receipt
    }

    /// A clerk acts somewhere else than in the topic.
    pub async fn acts(&self, receipt: &Receipt, act: Act) {
        self.acts_with(receipt, act, Vec::new()).await;
    }

    pub async fn acts_with(&self, receipt: &Receipt, act: Act, files: Vec<Evidence>) {
        let by = By::Clerk(ClerkId("wang".to_owned()));
        let fetch = files.iter().map(|file| self.fetch(file.id)).collect::<Vec<_>>();
        let request = Request { by, receipt: receipt.clone(), act, place: Where::Elsewhere, event: None, files };
        desk::perform(&self.office, request).await.expect("the act is possible");
        self.post(fetch).await;
    }

    pub async fn notes(&self, receipt: &Receipt, text: &str) {
        self.acts(receipt, Act::Note { words: text.to_owned(), files: Vec::new() }).await;
    }

    pub async fn replies(&self, receipt: &Receipt, text: &str) {
        self.acts(receipt, Act::Reply { words: text.to_owned(), files: Vec::new(), prepared: None }).await;
    }

    pub async fn passes(&self, receipt: &Receipt, to: &str) {
        self.acts(receipt, Act::Transfer { to: QueueId::from(to), reason: format!("belongs to {to}") }).await;
    }

    fn fetch(&self, evidence: EvidenceId) -> Delivery {
        self.office.delivery(Lane::fetch('t', "", evidence), Parcel::Fetch { evidence })
    }

    /// The record of a file that lies at Telegram.
    pub fn file(&self, owner: Owner, source: &str, name: &str) -> Evidence {
        let announced =
            Incoming { source: source.to_owned(), kind: FileKind::Document, name: Some(name.to_owned()), mime: None, bytes: None };
        let (status, tell) = (FileStatus::Waiting, Some(Route::telegram(LI)));
        Evidence { id: self.office.evidence_id(), owner, announced, status, tell, at: self.office.now(), revision: 1 }
    }

    /// The file is on record and its content is asked for.
    pub async fn receives(&self, file: Evidence) {
        let fetch = self.fetch(file.id);
        self.commit(vec![Write::Evidence(Box::new(file)), Write::Delivery(Box::new(fetch.clone()))]).await;
        self.office.outbox.post([fetch]);
    }

    // --- What is in the store -----------------------------------------------------------------------------------------

    pub async fn view(&self, receipt: &Receipt) -> Option<View> {
        self.office.store.topic(receipt).await.expect("a readable store")
    }

    /// How often the desk was told that the person is out of reach.
    pub async fn lost(&self, receipt: &Receipt) -> usize {
        let ticket = self.office.store.ticket(receipt).await.expect("a readable store").expect("a ticket");
        ticket.body.history.iter().filter(|happened| happened.what == What::Unreachable).count()
    }
}

impl Drop for House {
    fn drop(&mut self) {
        self.stop.cancel();
        let heard = HEARD.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        for secret in ["TEST-canary-token", SECRET] {
            let found = heard.windows(secret.len()).position(|window| window == secret.as_bytes());
            if let Some(at) = found.filter(|_| !std::thread::panicking()) {
                let around = String::from_utf8_lossy(&heard[at.saturating_sub(300)..heard.len().min(at + 100)]).into_owned();
                panic!("a log shows {secret}:\n{around}");
            }
        }
    }
}

pub fn words(text: &str) -> Outbound {
    Outbound { text: text.to_owned(), ..Outbound::default() }
}

pub fn text_of(receipt: &Receipt) -> &str {
    receipt.as_str()
}

pub async fn until(what: &str, holds: impl AsyncFn() -> bool) {
    let end = Instant::now() + SOON;
    while !holds().await {
        assert!(Instant::now() < end, "waited in vain: {what}");
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
}

/// For things that must not happen.
pub async fn a_while() {
    tokio::time::sleep(Duration::from_millis(250)).await;
}

/// Texts of the bot in a private chat, in order.
pub fn told(person: &Person) -> Vec<String> {
    person.screen().into_iter().filter(|message| message.from_bot).map(|message| message.text).collect()
}

/// Messages of the bot in a topic, without those about the topic itself.
pub fn posted(forum: &Forum, topic: i64) -> Vec<ShownMessage> {
    let is_service = |message: &ShownMessage| message.kind.starts_with("forum_topic") || message.kind == "pinned_message";
    forum.topic_messages(topic).into_iter().filter(|message| message.from_bot && !is_service(message)).collect()
}

/// Methods called about a chat, in order.
pub fn calls(fake: &Fake, chat: i64, method: &str) -> Vec<Call> {
    fake.calls().into_iter().filter(|call| call.chat == Some(chat) && (method == "*" || call.method == method)).collect()
}

// --- Logs ------------------------------------------------------------------------------------------------------------

static HEARD: LazyLock<Mutex<Vec<u8>>> = LazyLock::new(Mutex::default);

struct Ear;

impl std::io::Write for Ear {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        HEARD.lock().unwrap_or_else(std::sync::PoisonError::into_inner).extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// Keeps every line that is logged in this process, in more detail than anybody would set.
fn listen() {
    let subscriber = tracing_subscriber::fmt().with_ansi(false).with_writer(|| Ear).with_env_filter("debug,ip_office_bot=trace");
    // Only the first of all tests can.
    let _ = subscriber.try_init();
}

pub fn heard(part: &str) -> bool {
    String::from_utf8_lossy(&HEARD.lock().unwrap_or_else(std::sync::PoisonError::into_inner)).contains(part)
}
