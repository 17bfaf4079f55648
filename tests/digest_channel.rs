//! A morning with many digests: the real program sends them over Telegram while people write to it. Nobody goes over the limits
//! of the channel, answers stay quick, and a kill in the middle takes no digest away.
//!
//! The fake refuses with 429 whoever goes over the limits; here they are sixteen times those of Telegram, so that the test ends soon.
//! Ten thousand digests at 30 a second, which takes about six minutes:
//!
//!     DIGESTS=10000 PER_SECOND=240 cargo test --test it digest_channel -- --nocapture

use crate::support::process::{Counter, Settings};
use crate::support::telegram::{Fake, FloodLimits, Options, Person};
use ip_office_bot::app;
use ip_office_bot::config::Config;
use ip_office_bot::id::SubscriptionId;
use ip_office_bot::message::Route;
use ip_office_bot::store::{Commit, Write};
use ip_office_bot::table::Bilingual;
use ip_office_bot::watch::{Item, Rhythm, Subscription, Waiting, Wish};
use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

/// What stands in each digest and in no answer.
const TITLE: &str = "白皮书第";
/// People who write meanwhile, each one message every two seconds.
const WRITERS: i64 = 16;
const BETWEEN: Duration = Duration::from_secs(2);
/// First chat of those who subscribed.
const SUBSCRIBERS: i64 = 100_000;
/// Calls are in flight for so long, so that the kill hits some.
const LATENCY: Duration = Duration::from_millis(20);
/// What was sent so long before the kill may not be marked as sent yet, in milliseconds.
const IN_DOUBT: i64 = 1_500;
/// Subscriptions written together.
const TOGETHER: usize = 200;

fn number(name: &str, otherwise: u32) -> u32 {
    std::env::var(name).ok().and_then(|number| number.parse().ok()).unwrap_or(otherwise)
}

/// Subscriptions for which something waits and that are due.
async fn fill(settings: &Settings, digests: i64) {
    let data = settings.folder().join("data");
    let config = Config::parse("office.toml", &format!("[server]\ndata = {data:?}\n"), &[]).expect("settings");
    let counter = app::Counter::open(config).await.expect("an empty office");
    let office = Arc::clone(&counter.office);
    let now = office.now();
    let waiting = |n: i64| {
        let title = Bilingual::read(&format!("{TITLE}{n}号|White paper {n}"));
        let item = Item {
            title,
            number: None,
            applicants: Vec::new(),
            kind: Some("white-paper".to_owned()),
            day: now.date_naive(),
            until: None,
            link: None,
            why: Vec::new(),
        };
        Waiting { items: vec![item], more: 0 }
    };
    let subscriptions = (0..digests).map(|n| {
        let route = Route::telegram(SUBSCRIBERS + n);
        Subscription {
            id: SubscriptionId::new([1, 2, 3, 4, 5]),
            person: office.person(&route),
            route,
            wish: Wish::Publications { kind: None },
            rhythm: Rhythm::Weekly,
            since: now,
            matched: 1,
            waiting: waiting(n),
            due: Some(now),
            revision: 1,
        }
    });
    let all: Vec<Write> = subscriptions.map(|one| Write::Subscription(Box::new(one))).collect();
    for writes in all.chunks(TOGETHER) {
        office.store.commit(Commit { writes: writes.to_vec(), ..Commit::default() }).await.expect("written");
    }
    office.store.close().await;
}

/// Writes and waits for the answer, again and again; how long each answer took, without those that a restart delayed.
async fn writes(person: Person, (stop, restarts): (Arc<AtomicBool>, Arc<AtomicUsize>)) -> Vec<Duration> {
    let mut delays = Vec::new();
    let mut words = ["/help", "/privacy"].into_iter().cycle();
    while !stop.load(Ordering::Relaxed) {
        let (begun, before) = (Instant::now(), restarts.load(Ordering::Relaxed));
        person.says(words.next().unwrap_or_default());
        person.wait_for_answer(Duration::from_secs(60)).await.expect("everybody is answered");
        if before == restarts.load(Ordering::Relaxed) {
            delays.push(begun.elapsed());
        }
        tokio::time::sleep(BETWEEN.saturating_sub(begun.elapsed())).await;
    }
    delays
}

/// When each subscriber saw a digest.
fn seen(fake: &Fake) -> BTreeMap<i64, Vec<i64>> {
    let mut digests: BTreeMap<i64, Vec<i64>> = BTreeMap::new();
    for seen in fake.history().into_iter().filter(|seen| seen.from_bot && seen.text.contains(TITLE)) {
        digests.entry(seen.chat).or_default().push(seen.at_ms);
    }
    digests
}

/// Waits until so many subscribers have theirs.
async fn served(fake: &Fake, wanted: usize, patience: Duration) {
    let begun = Instant::now();
    loop {
        let served = seen(fake).len();
        if served >= wanted {
            return;
        }
        assert!(begun.elapsed() < patience, "only {served} of {wanted} digests came in {patience:?}");
        tokio::time::sleep(Duration::from_millis(200)).await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn many_digests_keep_the_limits_and_answers_stay_quick_over_a_kill() {
    let (digests, per_second) = (i64::from(number("DIGESTS", 600)), number("PER_SECOND", 480));
    let fake = Fake::start_with(Options { latency: LATENCY, check: false, ..Options::default() });
    fake.set_flood_limits(Some(FloodLimits { overall_per_second: per_second, ..FloodLimits::default() }));
    let settings =
        Settings::new(&format!("[telegram]\nper_second = {per_second}\npoll_seconds = 2\n[limits]\nmessages_in_ten_minutes = 0\n"))
            .telegram(&fake);
    fill(&settings, digests).await;
    for n in 0..digests {
        fake.person(SUBSCRIBERS + n, "S", "zh").has_started();
    }
    let (stop, restarts) = (Arc::new(AtomicBool::new(false)), Arc::new(AtomicUsize::new(0)));
    let begun = Instant::now();
    let mut counter = Counter::spawn(&settings);
    counter.wait_until_open(Duration::from_secs(60)).await.expect("it opens");
    let people = (1..=WRITERS).map(|id| fake.person(id, "W", "zh"));
    let writing: Vec<_> = people.map(|person| tokio::spawn(writes(person, (Arc::clone(&stop), Arc::clone(&restarts))))).collect();

    // An eighth of the limit is for digests; a busy machine may take four times as long.
    let patience = Duration::from_secs(60) + Duration::from_secs(1) * digests as u32 * 32 / per_second;
    let all = digests as usize;
    served(&fake, all / 3, patience).await;
    let killed = fake.now_ms();
    restarts.fetch_add(1, Ordering::Relaxed);
    counter.kill();
    let mut counter = Counter::spawn(&settings);
    counter.wait_until_open(Duration::from_secs(60)).await.expect("it opens again");
    restarts.fetch_add(1, Ordering::Relaxed);
    served(&fake, all, patience).await;
    let took = begun.elapsed();
    // Nothing comes late.
    tokio::time::sleep(Duration::from_secs(1)).await;
    stop.store(true, Ordering::Relaxed);
    let mut delays = Vec::new();
    for writing in writing {
        delays.extend(writing.await.expect("no panic"));
    }
    counter.terminate(Duration::from_secs(10)).await.expect("it stops in order");

    let calls = fake.calls();
    let refused: Vec<_> = calls.iter().filter(|call| call.status == 429).collect();
    assert!(refused.is_empty(), "{} of {} calls went over the limits: {:?}", refused.len(), calls.len(), refused.first());
    assert_eq!(fake.early_sends(), []);
    let seen = seen(&fake);
    assert!(seen.len() == all && seen.keys().all(|chat| (SUBSCRIBERS..SUBSCRIBERS + digests).contains(chat)), "each has one");
    let twice: Vec<&Vec<i64>> = seen.values().filter(|seen| seen.len() > 1).collect();
    for seen in &twice {
        assert!(seen.len() == 2 && (killed - IN_DOUBT..=killed + 100).contains(&seen[0]), "killed at {killed}, seen at {seen:?}");
    }
    delays.sort_unstable();
    let at = |percent: usize| delays.get(delays.len() * percent / 100).copied().unwrap_or_default();
    println!(
        "{digests} digests in {took:.1?} at {per_second} messages a second, {} twice after the kill; {} answers: p50 {:.0?}, p95 {:.0?}, slowest {:.0?}",
        twice.len(),
        delays.len(),
        at(50),
        at(95),
        delays.last().copied().unwrap_or_default()
    );
    assert!(delays.len() > 2 * WRITERS as usize, "too few answers to judge: {}", delays.len());
    assert!(at(95) <= Duration::from_secs(2), "p95 of {} answers is {:?}", delays.len(), at(95));
}
