//! Receiving from Telegram, tried with the fake Bot API: nothing is confirmed that is not on disk, nothing that a person
//! wrote is lost, and every way in which Telegram refuses has its answer.

use crate::support::faulty::FaultyStore;
use crate::support::office::{counter, on_telegram};
use crate::support::telegram::*;
use ip_office_bot::app::Counter;
use ip_office_bot::assets::Assets;
use ip_office_bot::channel::telegram::api::Api;
use ip_office_bot::channel::telegram::receive::{Ended, Handlers, Pace, Receiver};
use ip_office_bot::channel::telegram::send::TelegramSender;
use ip_office_bot::channel::telegram::{replay, webhook};
use ip_office_bot::clock::SystemClock;
use ip_office_bot::id::EventId;
use ip_office_bot::intake::Intake;
use ip_office_bot::locale::{Language, Texts};
use ip_office_bot::message::Route;
use ip_office_bot::office::{Office, Script};
use ip_office_bot::outbox::Worker;
use ip_office_bot::seal::OfficeKey;
use ip_office_bot::store::Store;
use ip_office_bot::store::memory::MemoryStore;
use serde_json::{Value, json};
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::{Duration, Instant};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::task::JoinHandle;
use tokio_util::sync::CancellationToken;

const SOON: Duration = Duration::from_secs(15);
const GROUP: i64 = -1_001_000_000_001;
const CLERK: i64 = 77;

const SETTINGS: &str = r#"
[[clerk]]
id = "li-ming"
telegram = 77

[[queue]]
id = "ENF"
name = { zh-Hans = "执法" }
group = -1001000000001
clerks = ["li-ming"]

[[queue]]
id = "AID"
name = { zh-Hans = "援助" }

[[queue]]
id = "DESK"
name = { zh-Hans = "服务台" }

[limits]
messages_in_ten_minutes = 0

[telegram]
per_second = 0
person_per_second = 0
group_per_minute = 0
poll_seconds = 5
"#;

fn pace() -> Pace {
    Pace {
        first: Duration::from_millis(20),
        longest: Duration::from_millis(200),
        conflict: Duration::from_millis(100),
        lease: Duration::from_secs(2),
        renew: Duration::from_millis(200),
        leave: Duration::from_millis(200),
        body: Duration::from_millis(300),
        commit: Duration::from_secs(1),
        watch: Duration::from_millis(100),
        finish: Duration::from_secs(1),
        ..Pace::default()
    }
}

/// A counter with its store, receiving and sending through the fake.
struct House {
    office: Arc<Office>,
    intake: Arc<Intake>,
    store: Arc<FaultyStore>,
    api: Api,
    receiver: Arc<Receiver>,
    stop: CancellationToken,
    _folder: tempfile::TempDir,
}

impl House {
    async fn open(fake: &Fake) -> Self {
        Self::with(fake, "").await
    }

    /// With further settings.
    async fn with(fake: &Fake, settings: &str) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let key = OfficeKey::generate(&mut rand::rng());
        let store = Arc::new(FaultyStore::over(MemoryStore::with(key.clone(), Arc::new(SystemClock))));
        Self::over(fake, settings, (key, store, folder)).await
    }

    async fn over(fake: &Fake, settings: &str, kept: (OfficeKey, Arc<FaultyStore>, tempfile::TempDir)) -> Self {
        let (key, store, folder) = kept;
        let (config, api) = on_telegram(fake, &format!("{SETTINGS}{settings}"));
        let kept = (key, Arc::clone(&store) as Arc<dyn Store>);
        let Counter { office, intake, deliveries } = counter(config, kept, (Arc::new(SystemClock), folder.path())).await;
        let stop = CancellationToken::new();
        let sender = Arc::new(TelegramSender::new(api.clone(), Arc::clone(&office)));
        Worker::start(Arc::clone(&office), sender, 't', deliveries, stop.child_token()).await.expect("the store is readable");
        let receiver = Receiver::with_pace(Arc::clone(&office), api.clone(), Handlers::of(&office, &intake), pace());
        Self { office, intake, store, api, receiver, stop, _folder: folder }
    }

    fn start(&self) -> JoinHandle<Result<(), Ended>> {
        self.start_until(&self.stop)
    }

    /// Receives until another token than that of the whole counter is cancelled.
    fn start_until(&self, stop: &CancellationToken) -> JoinHandle<Result<(), Ended>> {
        let (receiver, stop) = (Arc::clone(&self.receiver), stop.clone());
        tokio::spawn(async move { receiver.run(&stop).await })
    }

    /// Another receiver on the same office, as after a restart.
    fn another(&self) -> Arc<Receiver> {
        Receiver::with_pace(Arc::clone(&self.office), self.api.clone(), Handlers::of(&self.office, &self.intake), pace())
    }

    async fn is_kept(&self, number: i64) -> bool {
        self.store.seen(&EventId { channel: 't', number }).await.expect("the store is readable")
    }

    async fn parked(&self) -> Vec<String> {
        self.store.parked(1000).await.expect("the store is readable").into_iter().map(|parked| parked.raw).collect()
    }

    async fn language(&self, person: i64) -> Option<String> {
        let key = self.office.person(&Route::telegram(person));
        self.store.conversation(key).await.expect("the store is readable").map(|conversation| conversation.state.language.0)
    }
}

impl Drop for House {
    fn drop(&mut self) {
        self.stop.cancel();
    }
}

async fn until(what: &str, holds: impl AsyncFn() -> bool) {
    let end = Instant::now() + SOON;
    while !holds().await {
        assert!(Instant::now() < end, "waited in vain: {what}");
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
}

async fn ended(task: JoinHandle<Result<(), Ended>>) -> Result<(), Ended> {
    tokio::time::timeout(SOON, task).await.expect("it ends in time").expect("it does not panic")
}

// --- Confirmed only when kept ------------------------------------------------------------------------

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_confirmed_while_the_store_cannot_write() {
    let fake = Fake::start();
    let house = House::open(&fake).await;
    let task = house.start();
    let li = fake.person(1001, "Li", "zh-hans");
    until("it receives", async || house.receiver.is_receiving()).await;
    house.store.is_full(true);
    li.says("/start");
    until("it is asked for again", async || fake.pending_ids().first().is_some_and(|id| fake.handed_out(*id) > 2)).await;
    assert_eq!(fake.confirmed(), 0);
    assert!(!house.receiver.is_receiving() && li.last().is_none());
    house.store.is_full(false);
    assert!(fake.wait_until_confirmed(SOON).await);
    li.wait_for("", SOON).await;
    assert!(fake.wait_until_quiet(Duration::from_millis(300), SOON).await);
    assert_eq!(li.screen().iter().filter(|message| message.from_bot).count(), 1, "{}", li.transcript());
    house.stop.cancel();
    assert_eq!(ended(task).await, Ok(()));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_confirmed_is_in_the_store_however_often_it_fails() {
    let fake = Fake::start();
    let house = House::open(&fake).await;
    house.store.fails(100);
    let task = house.start();
    let people: Vec<Person> = (0..20).map(|n| fake.person(2000 + n, "P", "en")).collect();
    for round in 0..10 {
        for person in &people {
            person.says(if round == 0 { "/start" } else { "hello" });
        }
        for id in fake.confirmed_ids() {
            assert!(house.is_kept(id).await, "update {id} was confirmed and is not in the store");
        }
    }
    assert!(fake.wait_until_confirmed(SOON * 4).await, "{:?}", fake.pending_ids());
    house.store.fails(0);
    assert_eq!(fake.confirmed(), 200);
    for (id, _) in fake.updates() {
        assert!(house.is_kept(id).await, "update {id}");
    }
    assert!(house.parked().await.is_empty());
    house.stop.cancel();
    assert_eq!(ended(task).await, Ok(()));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_receiver_that_is_killed_leaves_nothing_behind() {
    let fake = Fake::start();
    let mut house = House::open(&fake).await;
    let people: Vec<Person> = (0..30).map(|n| fake.person(2000 + n, "P", "en")).collect();
    house.store.is_slow(Duration::from_millis(30));
    for round in 0..5 {
        let task = house.start();
        for person in &people {
            person.says(if round == 0 { "/start" } else { "hello" });
        }
        tokio::time::sleep(Duration::from_millis(40 + 70 * round)).await;
        task.abort();
        let _ = task.await;
        for id in fake.confirmed_ids() {
            assert!(house.is_kept(id).await, "update {id} was confirmed and is not in the store");
        }
        // A new start after the kill: nobody gave the lease back, and its holder never renews it.
        house.receiver = Receiver::with_pace(
            Arc::clone(&house.office),
            house.api.clone(),
            Handlers::of(&house.office, &house.intake),
            Pace { lease: Duration::from_millis(100), ..pace() },
        );
    }
    house.store.is_slow(Duration::ZERO);
    let task = house.start();
    assert!(fake.wait_until_confirmed(SOON).await);
    for (id, _) in fake.updates() {
        assert!(house.is_kept(id).await, "update {id}");
    }
    house.stop.cancel();
    assert_eq!(ended(task).await, Ok(()));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_update_after_a_restart_has_the_effect_of_once() {
    let fake = Fake::start();
    let mut house = House::open(&fake).await;
    let stop = CancellationToken::new();
    let task = house.start_until(&stop);
    let li = fake.person(1001, "Li", "en");
    li.says("/start");
    li.says("/help");
    assert!(fake.wait_until_confirmed(SOON).await);
    assert!(fake.wait_until_quiet(Duration::from_millis(200), SOON).await);
    stop.cancel();
    assert_eq!(ended(task).await, Ok(()));
    let (before, ids) = (li.history().len(), fake.confirmed_ids());
    // The confirmation was lost: a new start is given the same updates, the newer one first.
    for id in [ids[1], ids[0], ids[1]] {
        assert!(fake.redeliver(id));
        house.receiver = house.another();
        let stop = CancellationToken::new();
        let task = house.start_until(&stop);
        assert!(fake.wait_until_confirmed(SOON).await);
        stop.cancel();
        assert_eq!(ended(task).await, Ok(()));
    }
    assert!(fake.wait_until_quiet(Duration::from_millis(200), SOON).await);
    let key = house.office.person(&Route::telegram(1001));
    let conversation = house.store.conversation(key).await.expect("readable").expect("somebody");
    let turns = conversation.revision - u64::from(conversation.state.gone);
    assert!(turns <= 2, "{turns} turns of two events");
    assert_eq!(li.history().len(), before, "{}", li.transcript());
}

#[tokio::test(flavor = "multi_thread")]
async fn numbers_that_begin_anew_are_no_gap_and_no_repetition() {
    let fake = Fake::start();
    let house = House::open(&fake).await;
    let task = house.start();
    let li = fake.person(1001, "Li", "en");
    for (next, text) in [(1000, "/start"), (50_000, "/help"), (7, "/privacy"), (900_000_000, "/mydata")] {
        fake.jump_update_ids(next);
        let before = li.history().len();
        li.says(text);
        assert!(fake.wait_until_confirmed(SOON).await);
        assert!(house.is_kept(next).await, "{next}");
        until("an answer", async || li.history().len() > before + 1).await;
    }
    house.stop.cancel();
    assert_eq!(ended(task).await, Ok(()));
}

#[tokio::test(flavor = "multi_thread")]
async fn many_copies_at_once_have_the_effect_of_once() {
    let fake = Fake::start();
    // Who can be reached: otherwise their leaving and coming back would be turns too.
    let _li = fake.person(1001, "Li", "en").has_started();
    let house = House::open(&fake).await;
    let raw = |number: i64, text: &str| {
        json!({"update_id": number, "message": {"message_id": number, "date": 1, "chat": {"id": 1001, "type": "private"},
            "from": {"id": 1001, "is_bot": false, "language_code": "en"}, "text": text}})
        .to_string()
    };
    house.receiver.take(&raw(1, "/start")).await.expect("kept");
    let tasks: Vec<_> = (0..50)
        .map(|n| {
            let (receiver, raw) = (Arc::clone(&house.receiver), raw(2 + n % 2, "/help"));
            tokio::spawn(async move { receiver.take(&raw).await })
        })
        .collect();
    for task in tasks {
        task.await.expect("no panic").expect("kept");
    }
    let key = house.office.person(&Route::telegram(1001));
    let conversation = house.store.conversation(key).await.expect("readable").expect("somebody");
    let turns = conversation.revision;
    assert!((2..=3).contains(&turns), "{turns} turns of three events");
}

// --- Unknown and broken things -----------------------------------------------------------------------

#[tokio::test(flavor = "multi_thread")]
async fn unknown_kinds_are_parked_and_confirmed_and_hold_nobody_up() {
    let fake = Fake::start();
    let house = House::open(&fake).await;
    let task = house.start();
    until("it receives", async || house.receiver.is_receiving()).await;
    let li = fake.person(1001, "Li", "en");
    let unknown = fake.queue_raw(json!({"telepathy": {"from": {"id": 1001}, "thought": "canary-thought"}}));
    let broken = fake.queue_raw(json!({"message": [1, 2, 3]}));
    fake.queue_raw(json!({"message_reaction": {"chat": {"id": 1001}}}));
    fake.queue_raw(json!({}));
    li.says("/start");
    assert!(fake.wait_until_confirmed(SOON).await);
    li.wait_for("", SOON).await;
    let parked = house.parked().await;
    assert_eq!(parked.len(), 2, "{parked:?}");
    assert!(parked.iter().any(|raw| raw.contains("canary-thought")), "the raw form is kept");
    assert!(house.is_kept(unknown).await && house.is_kept(broken).await);
    house.stop.cancel();
    assert_eq!(ended(task).await, Ok(()));
}

#[tokio::test(flavor = "multi_thread")]
async fn words_arrive_whatever_entities_and_fields_come_with_them() {
    let fake = Fake::start();
    let house = House::open(&fake).await;
    let task = house.start();
    let li = fake.person(1001, "Li", "en");
    let message = |more: Value| {
        let mut message = json!({"message_id": 5, "date": fake.now_ms() / 1000, "chat": {"id": 1001, "type": "private"},
            "from": {"id": 1001, "is_bot": false, "first_name": "Li", "language_code": "en"}});
        for (key, value) in more.as_object().expect("fields") {
            message[key] = value.clone();
        }
        json!({"brand_new": {"x": [1]}, "message": message})
    };
    li.raw(message(json!({"text": "/help", "entities": [{"type": "telepathy", "offset": 0, "length": 5}], "hologram": {}})));
    li.wait_for("", SOON).await;
    assert!(fake.wait_until_quiet(Duration::from_millis(300), SOON).await);
    let before = li.history().len();
    li.raw(message(json!({"text": "/privacy", "forward_origin": {"type": "wormhole"}, "reply_to_message": "gone"})));
    assert!(fake.wait_until_quiet(Duration::from_millis(300), SOON).await);
    assert!(li.history().len() > before, "{}", li.transcript());
    assert!(house.parked().await.is_empty());
    house.stop.cancel();
    assert_eq!(ended(task).await, Ok(()));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_thousand_mangled_updates_are_kept_or_handled_and_none_breaks_the_counter() {
    let fake = Fake::start();
    let house = House::open(&fake).await;
    let mut random = Random(7);
    let template = json!({"update_id": 1, "message": {"message_id": 5, "date": 1_700_000_000, "chat": {"id": 1001, "type": "private"},
        "from": {"id": 1001, "is_bot": false, "language_code": "zh-hans"}, "text": "你好 \u{1F600}",
        "photo": [{"file_id": "a", "width": 1, "height": 1}], "entities": [{"type": "bold", "offset": 0, "length": 2}]}});
    let mut parked = 0;
    for number in 0..1000_i64 {
        let mut update = template.clone();
        update["update_id"] = json!(number);
        let mut bytes = update.to_string().into_bytes();
        for _ in 0..random.number() % 4 {
            let at = usize::try_from(random.number()).unwrap_or(0) % bytes.len();
            bytes[at] = u8::try_from(random.number() % 256).expect("a byte");
        }
        let raw = String::from_utf8_lossy(&bytes).into_owned();
        house.receiver.take(&raw).await.expect("handled or kept");
        let now = house.store.counts().await.expect("readable").parked;
        if now > parked {
            assert!(house.parked().await.contains(&raw), "kept as it came");
            parked = now;
        }
    }
    assert!(parked > 50, "{parked} of a thousand could not be read");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_damaged_record_of_one_person_holds_up_nobody_for_long() {
    let fake = Fake::start();
    let house = House::open(&fake).await;
    let task = house.start();
    let (li, wang) = (fake.person(1001, "Li", "en"), fake.person(1002, "Wang", "en"));
    house.store.damages(house.office.person(&Route::telegram(1001)));
    li.says("my words");
    wang.says("/start");
    wang.wait_for("", SOON).await;
    assert!(fake.wait_until_confirmed(SOON).await);
    let parked = house.parked().await;
    assert!(parked.len() == 1 && parked[0].contains("my words"), "{parked:?}");
    house.stop.cancel();
    assert_eq!(ended(task).await, Ok(()));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_too_large_to_be_kept_is_put_aside_and_holds_nobody_up() {
    let fake = Fake::start();
    let house = House::open(&fake).await;
    let task = house.start();
    let (li, wang) = (fake.person(1001, "Li", "en"), fake.person(1002, "Wang", "en"));
    li.says("/start");
    assert!(fake.wait_until_confirmed(SOON).await);
    house.store.finds_too_large(house.office.person(&Route::telegram(1001)));
    li.says("my words");
    wang.says("/start");
    assert!(fake.wait_until_confirmed(SOON).await, "nothing is asked for again and again");
    wang.wait_for("", SOON).await;
    li.wait_for("something went wrong", SOON).await;
    assert!(house.parked().await.iter().any(|raw| raw.contains("my words")));
    house.stop.cancel();
    assert_eq!(ended(task).await, Ok(()));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_parked_can_be_handed_in_again() {
    let fake = Fake::start();
    let house = House::open(&fake).await;
    let li = fake.person(1001, "Li", "zh-hans").has_started();
    let event = EventId { channel: 't', number: 5 };
    let raw = json!({"update_id": 5, "message": {"message_id": 5, "date": 1, "chat": {"id": 1001, "type": "private"},
        "from": {"id": 1001, "is_bot": false, "language_code": "zh-hans"}, "text": "/start"}});
    let parked = |raw: String| ip_office_bot::store::Parked { event: event.clone(), raw, why: "x".to_owned(), at: house.office.now() };
    replay(&house.office, &parked(raw.to_string())).await.expect("understood now");
    assert_eq!(house.language(1001).await.as_deref(), Some("zh-Hans"));
    li.wait_for("", SOON).await;
    assert!(replay(&house.office, &parked("{".to_owned())).await.is_err());
}

// --- Who may not talk here ----------------------------------------------------------------------------

#[tokio::test(flavor = "multi_thread")]
async fn bots_get_no_answer_and_foreign_groups_are_left_without_a_word() {
    let fake = Fake::start();
    let house = House::open(&fake).await;
    let task = house.start();
    let li = fake.person(1001, "Li", "en");
    let foreign = fake.supergroup(-100_500, "Foreign");
    fake.queue_raw(json!({"message": {"message_id": 1, "date": 1, "chat": {"id": 555, "type": "private"},
        "from": {"id": 555, "is_bot": true, "first_name": "Bot"}, "text": "/start"}}));
    foreign.member(&li).says("/start@ip_office_bot");
    until("the group is left", async || !foreign.bot_is_inside()).await;
    assert!(fake.wait_until_confirmed(SOON).await);
    assert!(fake.wait_until_quiet(Duration::from_millis(300), SOON).await);
    assert!(fake.calls_of("sendMessage").is_empty());
    assert_eq!(house.language(555).await, None);
    house.stop.cancel();
    assert_eq!(ended(task).await, Ok(()));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_staff_group_that_moves_is_not_left() {
    let fake = Fake::start();
    let house = House::open(&fake).await;
    let group = fake.forum(GROUP, "Enforcement");
    let task = house.start();
    until("it receives", async || house.receiver.is_receiving()).await;
    let moved = group.migrate_to(-1_001_000_000_999);
    until("the move is known", async || house.office.groups.now(GROUP) == -1_001_000_000_999).await;
    assert!(fake.wait_until_confirmed(SOON).await);
    tokio::time::sleep(pace().leave * 2).await;
    assert!(moved.bot_is_inside() && fake.calls_of("leaveChat").is_empty());
    house.stop.cancel();
    assert_eq!(ended(task).await, Ok(()));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_clerks_do_reaches_the_desk_and_presses_of_staff_are_answered() {
    let fake = Fake::start();
    let house = House::open(&fake).await;
    let group = fake.forum(GROUP, "Enforcement");
    let task = house.start();
    let clerk = fake.person(CLERK, "Li Ming", "zh-hans");
    clerk.says("/desk");
    clerk.wait_for("", SOON).await;
    let member = group.admin(&clerk);
    let message = member.says("/help");
    assert!(fake.wait_until_confirmed(SOON).await);
    let press = member.presses_old(message, "d:nonsense");
    assert!(fake.wait_until_confirmed(SOON).await);
    until("the press is answered", async || {
        fake.calls_of("answerCallbackQuery").iter().any(|call| call.params["callback_query_id"] == json!(press))
    })
    .await;
    house.stop.cancel();
    assert_eq!(ended(task).await, Ok(()));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_press_is_answered_after_its_turn_also_when_it_is_forged() {
    let fake = Fake::start();
    let house = House::open(&fake).await;
    let task = house.start();
    let li = fake.person(1001, "Li", "en");
    li.says("/start");
    let first = li.wait_for("", SOON).await;
    let label = first.labels().into_iter().flatten().next().expect("a button").to_owned();
    li.presses(&label).expect("a button");
    until("it is answered", async || li.unanswered_presses() == 0).await;
    for data in ["", "9.9", "d:list", "x".repeat(64).as_str()] {
        li.presses_data(data);
    }
    li.presses_old(999_999, "1.1");
    until("all are answered", async || li.unanswered_presses() == 0).await;
    assert!(fake.wait_until_confirmed(SOON).await);
    house.stop.cancel();
    assert_eq!(ended(task).await, Ok(()));
}

// --- Telegram in trouble -----------------------------------------------------------------------------

#[tokio::test(flavor = "multi_thread")]
async fn another_poller_ends_the_asking_after_some_tries() {
    let fake = Fake::start();
    let house = House::open(&fake).await;
    fake.fail_times(50, "getUpdates", None, Fault::Status(409, "Conflict: terminated by other getUpdates request".into()));
    assert_eq!(ended(house.start()).await, Err(Ended::Conflict));
    assert_eq!(fake.faults_left(), 1, "no flapping: most of the refusals were never asked for");
    assert!(!house.receiver.is_receiving());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_conflict_that_passes_is_forgotten() {
    let fake = Fake::start();
    let house = House::open(&fake).await;
    let li = fake.person(1001, "Li", "en");
    let task = house.start();
    for _ in 0..3 {
        fake.fail_times(2, "getUpdates", None, Fault::Status(409, "Conflict: terminated by other getUpdates request".into()));
        li.says("/start");
        assert!(fake.wait_until_confirmed(SOON).await);
        until("the refusals are used up", async || fake.faults_left() == 0).await;
        li.says("/help");
        assert!(fake.wait_until_confirmed(SOON).await);
    }
    house.stop.cancel();
    assert_eq!(ended(task).await, Ok(()));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refused_token_ends_receiving_at_the_start_and_later() {
    let fake = Fake::start();
    let house = House::open(&fake).await;
    let task = house.start();
    until("it receives", async || house.receiver.is_receiving()).await;
    fake.revoke_token();
    fake.go_offline();
    tokio::time::sleep(Duration::from_millis(50)).await;
    fake.go_online();
    assert_eq!(ended(task).await, Err(Ended::Token));
    let again = House::open(&fake).await;
    assert_eq!(ended(again.start()).await, Err(Ended::Token));
}

#[tokio::test(flavor = "multi_thread")]
async fn outages_of_every_kind_are_waited_out() {
    let fake = Fake::start();
    let house = House::open(&fake).await;
    for fault in [
        Fault::Status(500, "Internal Server Error".into()),
        Fault::HtmlBadGateway,
        Fault::DropBeforeApply,
        Fault::LoseResponse,
        Fault::RetryAfter(1),
        Fault::Status(400, "Bad Request: something new".into()),
    ] {
        fake.fail_times(2, "getUpdates", None, fault);
    }
    fake.fail_times(2, "getMe", None, Fault::HtmlBadGateway);
    fake.fail_next("getWebhookInfo", None, Fault::Status(500, "Internal Server Error".into()));
    let task = house.start();
    let li = fake.person(1001, "Li", "en");
    li.says("/start");
    assert!(fake.wait_until_confirmed(SOON).await);
    li.wait_for("", SOON).await;
    fake.go_offline();
    tokio::time::sleep(Duration::from_millis(300)).await;
    fake.go_online();
    li.says("/help");
    assert!(fake.wait_until_confirmed(SOON).await);
    assert_eq!(fake.faults_left(), 0);
    house.stop.cancel();
    assert_eq!(ended(task).await, Ok(()));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_webhook_in_the_way_is_removed_and_nothing_is_dropped() {
    let fake = Fake::start();
    let li = fake.person(1001, "Li", "en");
    fake.set_webhook("http://127.0.0.1:9/nobody", "secret");
    li.says("/start");
    let house = House::open(&fake).await;
    let task = house.start();
    li.wait_for("", SOON).await;
    assert!(fake.webhook().is_none() && fake.expired_ids().is_empty());
    // Somebody sets it again while the counter asks.
    fake.set_webhook("http://127.0.0.1:9/nobody", "secret");
    until("it is removed again", async || fake.webhook().is_none()).await;
    li.says("/help");
    assert!(fake.wait_until_confirmed(SOON).await);
    house.stop.cancel();
    assert_eq!(ended(task).await, Ok(()));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_second_counter_on_the_same_store_leaves_receiving_to_the_first() {
    let fake = Fake::start();
    let house = House::open(&fake).await;
    let first = house.start();
    until("it receives", async || house.receiver.is_receiving()).await;
    let second = house.another();
    assert_eq!(second.run(&CancellationToken::new()).await, Err(Ended::Elsewhere));
    house.stop.cancel();
    assert_eq!(ended(first).await, Ok(()));
    // The first gave the lease back: the next start need not wait.
    let begin = Instant::now();
    let stop = CancellationToken::new();
    let (third, stopped) = (Arc::clone(&second), stop.clone());
    let task = tokio::spawn(async move { third.run(&stopped).await });
    until("it receives", async || second.is_receiving()).await;
    assert!(begin.elapsed() < pace().lease / 2, "{:?}", begin.elapsed());
    stop.cancel();
    assert_eq!(ended(task).await, Ok(()));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_stop_ends_a_long_question_at_once_and_a_stuck_store_within_its_time() {
    let fake = Fake::start();
    let house = House::open(&fake).await;
    let task = house.start();
    until("it receives", async || house.receiver.is_receiving()).await;
    house.store.is_slow(Duration::from_secs(60));
    fake.person(1001, "Li", "en").says("/start");
    tokio::time::sleep(Duration::from_millis(200)).await;
    let begin = Instant::now();
    house.stop.cancel();
    let ended = tokio::time::timeout(Duration::from_secs(70), async {
        house.store.is_slow(Duration::ZERO);
        task.await
    });
    assert_eq!(ended.await.expect("in time").expect("no panic"), Ok(()));
    assert!(begin.elapsed() < Duration::from_secs(3), "{:?}", begin.elapsed());
    assert_eq!(fake.confirmed(), 0, "what is not kept is not confirmed");
}

// --- Webhook -----------------------------------------------------------------------------------------

/// A counter behind a webhook, its address and its path.
async fn hooked(fake: &Fake) -> (House, SocketAddr, String) {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address = listener.local_addr().expect("an address");
    let settings = format!("mode = \"webhook\"\nwebhook_url = \"http://{address}/\"\nwebhook_secret = \"a-secret-of-the-office\"\n");
    let house = House::with(fake, &settings).await;
    let router = webhook::router(Arc::clone(&house.receiver), house.stop.clone());
    tokio::spawn(async move { axum::serve(listener, router).await });
    let path = webhook::path(&house.office);
    (house, address, path)
}

fn start_of(number: i64) -> String {
    json!({"update_id": number, "message": {"message_id": 5, "date": 1, "chat": {"id": 1001, "type": "private"},
        "from": {"id": 1001, "is_bot": false, "language_code": "en"}, "text": "/start"}})
    .to_string()
}

async fn post(url: &str, secret: &str, body: String) -> reqwest::Response {
    let client = reqwest::Client::builder().no_proxy().build().expect("a client");
    let request = client.post(url).header("content-type", "application/json").header("X-Telegram-Bot-Api-Secret-Token", secret);
    request.body(body).send().await.expect("an answer")
}

#[tokio::test(flavor = "multi_thread")]
async fn updates_arrive_by_webhook_and_the_webhook_stays_at_a_stop() {
    let fake = Fake::start();
    let (house, ..) = hooked(&fake).await;
    let task = house.start();
    until("it receives", async || house.receiver.is_receiving()).await;
    let people: Vec<Person> = (0..10).map(|n| fake.person(2000 + n, "P", "en")).collect();
    house.store.fails(100);
    for text in ["/start", "/help", "/privacy"] {
        for person in &people {
            person.says(text);
        }
    }
    assert!(fake.wait_until_confirmed(SOON * 2).await);
    for (id, _) in fake.updates() {
        assert!(house.is_kept(id).await, "update {id}");
    }
    let (url, secret) = fake.webhook().expect("a webhook");
    assert_eq!(secret.as_deref(), Some("a-secret-of-the-office"));
    // Somebody removes it: it comes back.
    fake.set_webhook("http://127.0.0.1:9/stolen", "x");
    until("it is set again", async || fake.webhook().is_some_and(|(now, _)| now == url)).await;
    house.stop.cancel();
    assert_eq!(ended(task).await, Ok(()));
    assert!(fake.webhook().is_some());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_stranger_at_the_webhook_gets_nowhere() {
    let fake = Fake::start();
    let (house, address, path) = hooked(&fake).await;
    let url = format!("http://{address}{path}");
    for secret in ["", "a", "a-secret-of-the-offic3", "a-secret-of-the-office2"] {
        assert_eq!(post(&url, secret, start_of(1)).await.status(), 401, "{secret:?}");
    }
    assert_eq!(post(&format!("http://{address}/telegram/guess"), "a-secret-of-the-office", start_of(1)).await.status(), 404);
    let client = reqwest::Client::builder().no_proxy().build().expect("a client");
    let get = client.get(&url).header("X-Telegram-Bot-Api-Secret-Token", "a-secret-of-the-office").send().await.expect("an answer");
    assert_eq!(get.status(), 405);
    let form = client.post(&url).header("X-Telegram-Bot-Api-Secret-Token", "a-secret-of-the-office").form(&[("a", "b")]);
    assert_eq!(form.send().await.expect("an answer").status(), 415);
    let big = format!("{{\"update_id\":1,\"x\":\"{}\"}}", "x".repeat(1 << 20));
    assert_eq!(post(&url, "a-secret-of-the-office", big).await.status(), 413);
    assert_eq!(house.store.commits(), 0, "nothing was stored");
    assert!(!path.contains("secret") && path.len() > 30);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_webhook_answers_200_only_for_what_is_kept() {
    let fake = Fake::start();
    let (house, address, path) = hooked(&fake).await;
    let url = format!("http://{address}{path}");
    let secret = "a-secret-of-the-office";
    house.store.is_full(true);
    let refused = post(&url, secret, start_of(1)).await;
    assert_eq!((refused.status().as_u16(), refused.headers()["retry-after"].to_str().ok()), (503, Some("10")));
    assert_eq!(post(&url, secret, "{\"telepathy\":1}".to_owned()).await.status(), 503);
    house.store.is_full(false);
    assert_eq!(post(&url, secret, start_of(1)).await.status(), 200);
    assert!(house.is_kept(1).await);
    assert_eq!(post(&url, secret, start_of(1)).await.status(), 200, "the same again");
    for junk in ["{\"telepathy\":1}", "not json", ""] {
        assert_eq!(post(&url, secret, junk.to_owned()).await.status(), 200);
        assert!(house.parked().await.contains(&junk.to_owned()), "{junk:?} is kept");
    }
    house.store.is_slow(Duration::from_secs(3));
    assert_eq!(post(&url, secret, start_of(2)).await.status(), 503, "a store that is too slow");
    house.store.is_slow(Duration::ZERO);
    house.stop.cancel();
    assert_eq!(post(&url, secret, start_of(3)).await.status(), 503, "a stop");
    assert!(!house.is_kept(3).await);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_body_that_never_ends_is_given_up() {
    let fake = Fake::start();
    let (house, address, path) = hooked(&fake).await;
    let mut stream = tokio::net::TcpStream::connect(address).await.expect("a connection");
    let head = format!(
        "POST {path} HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 500\r\nx-telegram-bot-api-secret-token: \
         a-secret-of-the-office\r\n\r\n{{\"update_id\""
    );
    stream.write_all(head.as_bytes()).await.expect("written");
    let mut answer = [0; 64];
    let read = tokio::time::timeout(SOON, stream.read(&mut answer)).await.expect("in time").expect("an answer");
    assert!(String::from_utf8_lossy(&answer[..read]).starts_with("HTTP/1.1 408"));
    assert_eq!(house.store.commits(), 0);
}

// --- Inline queries and introduction -------------------------------------------------------------------

#[tokio::test(flavor = "multi_thread")]
async fn an_inline_query_shows_the_register_in_the_language_of_the_client() {
    let fake = Fake::start();
    let house = House::open(&fake).await;
    let task = house.start();
    let agency = house.office.agencies.load().register().agencies[0].clone();
    for (id, language, demo) in [(1001, "en", "Demonstration"), (1002, "zh-hans", "演示")] {
        let person = fake.person(id, "Li", language);
        person.inline_query(&agency.code);
        until("results", async || !person.inline_results().is_empty()).await;
        let results = person.inline_results();
        assert_eq!((results[0]["id"].as_str(), results[0]["title"].as_str()), (Some(&*agency.code), Some(&*agency.name)));
        let text = results[0]["input_message_content"]["message_text"].as_str().unwrap_or_default().to_owned();
        assert!(text.contains(&agency.code) && text.contains(demo), "{text}");
    }
    let li = fake.person(1003, "Li", "en");
    for (query, label) in [("", "Look up an agency"), ("北京不存在的专利代理有限公司", "Not in the register")] {
        let id = li.inline_query(query);
        let answered = async || fake.calls_of("answerInlineQuery").into_iter().find(|call| call.params["inline_query_id"] == json!(id));
        until("an answer", async || answered().await.is_some()).await;
        let call = answered().await.expect("an answer");
        assert_eq!(call.params["results"], json!([]), "{query}");
        assert!(call.params["button"]["text"].as_str().is_some_and(|text| text.contains(label)), "{:?}", call.params);
        assert_eq!(call.params["button"]["start_parameter"], json!("agency-lookup"));
    }
    assert_eq!(house.store.counts().await.expect("readable").conversations, 0, "nothing is kept");
    house.stop.cancel();
    assert_eq!(ended(task).await, Ok(()));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_bot_introduces_itself_once_in_each_language() {
    let fake = Fake::start();
    fake.forum(GROUP, "Enforcement");
    let house = House::open(&fake).await;
    fake.fail_next("setMyDescription", None, Fault::Status(500, "Internal Server Error".into()));
    let introduced = |calls: Vec<Call>| calls.into_iter().filter(|call| call.method.starts_with("setMy")).count();
    let task = house.start();
    until("it is kept", async || house.store.named("telegram-setup").await.expect("readable").is_some()).await;
    let first = introduced(fake.calls());
    assert!(first >= 9, "{first}");
    let english = fake.commands("all_private_chats", "");
    assert!(english.iter().any(|(name, text)| name == "status" && text.contains("case")), "{english:?}");
    let chinese = fake.commands("all_private_chats", "zh");
    assert!(chinese.iter().any(|(name, text)| name == "status" && text.contains("进度")), "{chinese:?}");
    assert!(fake.commands("chat", "").iter().any(|(name, _)| name == "take"));
    assert!(fake.profile("zh").1.contains("知识产权局"));
    house.stop.cancel();
    assert_eq!(ended(task).await, Ok(()));
    // The next start sends only what failed.
    let again = house.another();
    let stop = CancellationToken::new();
    let (receiver, stopped) = (Arc::clone(&again), stop.clone());
    let task = tokio::spawn(async move { receiver.run(&stopped).await });
    until("the one that failed", async || fake.profile("").1.contains("counter")).await;
    assert_eq!(introduced(fake.calls()), first + 1);
    // Other words while the counter is open: only what they change.
    let mut files = Assets::open(None).expect("what is built in").texts().to_vec();
    for file in files.iter_mut().filter(|file| file.language == Language::english() && file.name == "telegram.ftl") {
        file.text = file.text.replace("command-status = Follow a case", "command-status = Look after a case");
    }
    let texts = Texts::load(&files).unwrap_or_else(|_| panic!("the texts are in order"));
    let flows = house.office.script.load().flows.clone();
    house.office.script.store(Arc::new(Script { flows, texts }));
    let said = || fake.commands("all_private_chats", "").into_iter().any(|(_, text)| text.contains("Look after"));
    until("the new words", async || said()).await;
    stop.cancel();
    assert_eq!(ended(task).await, Ok(()));
}
