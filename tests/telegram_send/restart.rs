//! The program stops, or is killed, and starts again over the same store.

use super::house::*;
use crate::support::telegram::*;
use ip_office_bot::clock::Clock;
use ip_office_bot::seal::OfficeKey;
use ip_office_bot::store::sled::{SledOptions, SledStore};
use std::sync::Arc;
use std::time::{Duration, Instant};

impl Kept {
    /// On disk; opened again when it was closed.
    fn on_disk(before: Option<&Kept>) -> Self {
        let kept = before.cloned().unwrap_or_else(Kept::in_memory);
        let options = SledOptions { clock: Arc::clone(&kept.clock) as Arc<dyn Clock>, ..SledOptions::with_cache(4 << 20) };
        let store = SledStore::open(&kept.folder.path().join("store"), OfficeKey::clone(&kept.key), options).expect("a store");
        Self { store: Arc::new(store), ..kept }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_hour_that_telegram_asks_for_is_kept_over_restarts() {
    let fake = Fake::start();
    let mut house = House::with(&fake, Kept::on_disk(None), UNLIMITED).await;
    let (li, ann) = (fake.person(LI, "Li", "zh-hans").has_started(), fake.person(1002, "Ann", "en").has_started());
    fake.fail_next("sendMessage", LI, Fault::RetryAfter(3600));
    house.says(LI, "first").await;
    house.says(LI, "second").await;
    let store = Arc::clone(&house.kept.store);
    until("the pause is on disk", async || store.deliveries(None, 10).await.is_ok_and(|all| all.iter().any(|d| d.attempts == 1))).await;
    drop(store);
    for (passed, n) in [(1800, 1), (1780, 2)] {
        let kept = house.stop().await;
        kept.store.close().await;
        let again = kept.clone();
        drop(kept);
        again.pass(&fake, passed);
        let folder = Kept { store: Kept::in_memory().store, ..again };
        house = House::with(&fake, Kept::on_disk(Some(&folder)), UNLIMITED).await;
        let word = format!("hello {n}");
        house.says(1002, &word).await;
        ann.wait_for(&word, SOON).await;
        a_while().await;
        assert_eq!(told(&li), [""; 0]);
    }
    house.pass(&fake, 20);
    house.settled().await;
    assert_eq!(told(&li), ["first", "second"]);
    assert_eq!(fake.early_sends(), []);
    house.stop().await.store.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_stop_leaves_is_sent_at_the_next_start() {
    let fake = Fake::start();
    let enf = fake.forum(ENF, "ENF");
    let house = House::with(&fake, Kept::on_disk(None), UNLIMITED).await;
    let people: Vec<Person> = (0..10).map(|n| fake.person(2000 + n, "P", "en").has_started()).collect();
    let receipt = house.ticket("ENF").await;
    for n in 0..20 {
        for person in &people {
            house.says(person.id, &format!("word {n}")).await;
        }
    }
    let before = Instant::now();
    let kept = house.stop().await;
    assert!(before.elapsed() < Duration::from_secs(5), "{:?}", before.elapsed());
    kept.store.close().await;
    let folder = Kept { store: Kept::in_memory().store, ..kept };
    let house = House::with(&fake, Kept::on_disk(Some(&folder)), UNLIMITED).await;
    house.settled().await;
    for person in &people {
        assert_eq!(told(person), (0..20).map(|n| format!("word {n}")).collect::<Vec<_>>(), "a stop in order says nothing twice");
    }
    assert!(enf.topics().len() == 1 && house.view(&receipt).await.is_some());
    house.stop().await.store.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_stop_does_not_wait_for_limits_or_for_calls_that_hang() {
    let fake = Fake::start();
    fake.forum(ENF, "ENF");
    let house = House::with(&fake, Kept::in_memory(), "").await;
    fake.person(LI, "Li", "zh-hans").has_started();
    fake.fail_next("sendMessage", LI, Fault::Hang);
    house.says(LI, "hangs").await;
    for _ in 0..20 {
        house.ticket("ENF").await;
    }
    until("the group's limit is reached", async || calls(&fake, ENF, "*").len() >= 4).await;
    let before = Instant::now();
    let kept = house.stop().await;
    assert!(before.elapsed() < CAP, "{:?}", before.elapsed());
    assert!(kept.store.counts().await.expect("a readable store").deliveries >= 15);
}

/// A kill: everything that runs is gone in the middle of it, nothing is finished or marked.
#[test]
fn a_kill_says_nothing_more_than_twice_and_loses_nothing() {
    let fake = Fake::start();
    let enf = fake.forum(ENF, "ENF");
    let kept = Kept::in_memory();
    let people: Vec<Person> = (0..12).map(|n| fake.person(2000 + n, "P", "en").has_started()).collect();
    let run = || tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().expect("a runtime");
    let first = run();
    let (kills, words) = (4, 12);
    let (house, receipts) = first.block_on(async {
        let house = House::with(&fake, kept.clone(), UNLIMITED).await;
        let mut receipts = Vec::new();
        for n in 0..words {
            for person in &people {
                house.says(person.id, &format!("word {n}")).await;
            }
            receipts.push(house.ticket("ENF").await);
        }
        (house, receipts)
    });
    let (mut runtime, mut running) = (first, house);
    for kill in 0..kills {
        std::thread::sleep(Duration::from_millis(15 + 10 * kill));
        // No stop: tasks are dropped where they are.
        runtime.shutdown_background();
        drop(running);
        std::thread::sleep(Duration::from_millis(50));
        runtime = run();
        running = runtime.block_on(House::with(&fake, kept.clone(), UNLIMITED));
    }
    runtime.block_on(async {
        running.settled().await;
        let kills = usize::try_from(kills).expect("few");
        let mut doubles = 0;
        for person in &people {
            let told = told(person);
            for n in 0..words {
                let times = told.iter().filter(|text| **text == format!("word {n}")).count();
                assert!((1..=1 + kills).contains(&times), "word {n} came {times} times");
                doubles += times - 1;
            }
        }
        // Under way at a kill is at most one thing a receiver, besides those whose mark was not written yet.
        assert!(doubles <= kills * people.len() * 2, "{doubles} doubles");
        for receipt in &receipts {
            let view = running.view(receipt).await.expect("a topic");
            assert!(posted(&enf, view.thread).iter().any(|post| Some(post.message_id) == view.card), "{}", enf.transcript());
        }
        assert!(enf.topics().len() <= receipts.len() + kills, "{} topics", enf.topics().len());
    });
    running.stop.cancel();
    runtime.shutdown_background();
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_store_kept_without_saying_so_is_found_when_it_writes_again() {
    let fake = Fake::start();
    let house = House::open(&fake).await;
    let li = fake.person(LI, "Li", "zh-hans").has_started();
    house.says(LI, "known").await;
    // Committed and never handed over.
    let message = ip_office_bot::store::Parcel::Message(words("unknown"));
    let lane = ip_office_bot::store::Lane::Person(ip_office_bot::message::Route::telegram(LI));
    let delivery = house.office.delivery(lane, message);
    house.commit(vec![ip_office_bot::store::Write::Delivery(Box::new(delivery))]).await;
    for _ in 0..3 {
        house.worker.catch_up().await.expect("a readable store");
    }
    house.settled().await;
    assert_eq!(told(&li), ["known", "unknown"]);
}

/// A sender that breaks on one kind of words.
struct Broken(std::sync::Mutex<Vec<String>>);

#[async_trait::async_trait]
impl ip_office_bot::outbox::Sender for Broken {
    async fn send(&self, delivery: &ip_office_bot::store::Delivery) -> ip_office_bot::outbox::Sent {
        use ip_office_bot::store::Parcel;
        let (Parcel::Tell { message } | Parcel::Message(message)) = &delivery.parcel else { panic!("nothing else is sent here") };
        assert!(message.text != "poison", "as if there were a bug");
        self.0.lock().expect("no panic while it is locked").push(message.text.clone());
        ip_office_bot::outbox::Sent::Done(Vec::new())
    }

    async fn content(&self, _: &str) -> Result<ip_office_bot::outbox::Content, ip_office_bot::outbox::Sent> {
        Err(ip_office_bot::outbox::Sent::Gone)
    }

    fn pace(&self) -> ip_office_bot::outbox::Pace {
        patience().outbox
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_bug_in_sending_stops_neither_the_group_nor_others() {
    use ip_office_bot::store::{Lane, Parcel};
    let fake = Fake::start();
    let house = House::open(&fake).await;
    let (outbox, from) = ip_office_bot::outbox::Outbox::new();
    let sender = Arc::new(Broken(std::sync::Mutex::default()));
    let stop = house.stop.child_token();
    let started = ip_office_bot::outbox::Worker::start(Arc::clone(&house.office), Arc::clone(&sender) as _, 't', from, stop).await;
    let worker = started.expect("a readable store");
    let tell = |text: &str| house.office.delivery(Lane::Group(ENF), Parcel::Tell { message: words(text) });
    let says = |text: &str| {
        let route = ip_office_bot::message::Route::telegram(LI);
        house.office.delivery(Lane::Person(route), Parcel::Message(words(text)))
    };
    outbox.post([tell("poison"), tell("to the group"), says("to a person")]);
    let sent = || sender.0.lock().expect("no panic while it is locked").len();
    until("the rest goes on", async || sent() == 2).await;
    assert_eq!(worker.waiting().0, 1);
}
