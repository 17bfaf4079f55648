//! Telegram's limits are kept before it has to ask for it, and what a group need not see costs no message.

use super::house::*;
use crate::support::telegram::*;
use ip_office_bot::ticket::act::Act;
use std::time::{Duration, Instant};

/// As Telegram documents its limits.
const LIMITED: &str = "";

#[tokio::test(flavor = "multi_thread")]
async fn a_busy_minute_meets_no_limit_and_groups_never_delay_persons() {
    let fake = Fake::start();
    // A group may get half of what it really may, so that a short run meets the limit.
    fake.set_flood_limits(Some(FloodLimits { group_per_minute: 10, ..FloodLimits::default() }));
    fake.forum(ENF, "ENF");
    let house = House::with(&fake, Kept::in_memory(), "[telegram]\ngroup_per_minute = 10").await;
    let people: Vec<Person> = (0..300).map(|n| fake.person(2000 + n, "P", "en").has_started()).collect();
    for _ in 0..60 {
        house.ticket("ENF").await;
    }
    let start = Instant::now();
    for (n, person) in people.iter().enumerate() {
        // Twenty-five persons a second, as many as there is room for beside the group.
        tokio::time::sleep_until((start + Duration::from_millis(40 * n as u64)).into()).await;
        house.says(person.id, &format!("at {}", start.elapsed().as_millis())).await;
    }
    let mut waits = Vec::new();
    for person in &people {
        person.wait_for("at ", SOON).await;
        let seen = person.history();
        let asked: i64 = seen[0].text.trim_start_matches("at ").parse().expect("a number");
        waits.push(seen[0].at_ms - asked);
    }
    let first = waits.iter().min().copied().expect("somebody");
    let slowest = waits.iter().max().copied().expect("somebody") - first;
    assert!(slowest < 4000, "a person waited {slowest} ms longer than another");
    let calls = fake.calls();
    let refused: Vec<_> = calls.iter().filter(|call| call.status == 429).collect();
    assert!(refused.is_empty(), "{refused:?}");
    assert_eq!(fake.early_sends(), []);
    let group = calls.iter().filter(|call| call.chat == Some(ENF)).count();
    assert!((9..=10).contains(&group), "{group} calls to the group in {:?}", start.elapsed());
}

#[tokio::test(flavor = "multi_thread")]
async fn one_person_gets_a_burst_and_then_one_a_second() {
    let fake = Fake::start();
    fake.set_flood_limits(Some(FloodLimits::default()));
    let house = House::with(&fake, Kept::in_memory(), LIMITED).await;
    let li = fake.person(LI, "Li", "zh-hans").has_started();
    let start = Instant::now();
    for n in 0..7 {
        house.says(LI, &format!("word {n}")).await;
    }
    li.wait_for("word 2", SOON).await;
    // One a second would take two.
    assert!(start.elapsed() < Duration::from_millis(1900), "{:?}", start.elapsed());
    house.settled().await;
    assert!(start.elapsed() > Duration::from_secs(3), "{:?}", start.elapsed());
    assert_eq!(told(&li), (0..7).map(|n| format!("word {n}")).collect::<Vec<_>>());
    assert!(fake.calls().iter().all(|call| call.status == 200));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_hundred_quick_changes_cost_few_messages_and_lose_no_word() {
    let fake = Fake::start();
    fake.set_flood_limits(Some(FloodLimits::default()));
    let enf = fake.forum(ENF, "ENF");
    let house = House::with(&fake, Kept::in_memory(), LIMITED).await;
    let receipt = house.ticket("ENF").await;
    for n in 0..99 {
        house.notes(&receipt, &format!("note-{n}.")).await;
    }
    house.acts(&receipt, Act::Take).await;
    house.settled().await;
    let calls = calls(&fake, ENF, "*");
    assert!(calls.len() <= 12, "{:?}", calls.iter().map(|call| &call.method).collect::<Vec<_>>());
    let view = house.view(&receipt).await.expect("a topic");
    let posts = posted(&enf, view.thread);
    let text: String = posts.iter().map(|post| format!("{}\n", post.text)).collect();
    let at: Vec<Option<usize>> = (0..99).map(|n| text.find(&format!("note-{n}."))).collect();
    assert!(at.iter().all(Option::is_some) && at.is_sorted(), "{at:?}");
    assert!(enf.topics()[0].name.starts_with('🔵'), "{}", enf.topics()[0].name);
    assert!(posts.iter().any(|post| Some(post.message_id) == view.card && post.text.contains("wang")));
}

#[tokio::test(flavor = "multi_thread")]
async fn chats_that_hang_delay_nobody() {
    let fake = Fake::start();
    let house = House::open(&fake).await;
    let people: Vec<Person> = (0..40).map(|n| fake.person(2000 + n, "P", "en").has_started()).collect();
    for person in &people[..2] {
        fake.fail_times(2, "sendMessage", person.id, Fault::Hang);
        for n in 0..3 {
            house.says(person.id, &format!("word {n}")).await;
        }
    }
    let start = Instant::now();
    for person in &people[2..] {
        house.says(person.id, "hello").await;
    }
    for person in &people[2..] {
        person.wait_for("hello", SOON).await;
    }
    assert!(start.elapsed() < CAP, "{:?}", start.elapsed());
    house.settled().await;
    for person in &people[..2] {
        let mut words = told(person);
        words.dedup();
        assert_eq!(words, ["word 0", "word 1", "word 2"]);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn only_the_newest_of_many_screens_is_shown() {
    let fake = Fake::start();
    let house = House::open(&fake).await;
    let li = fake.person(LI, "Li", "zh-hans").has_started();
    fake.fail_next("sendMessage", LI, Fault::RetryAfter(1));
    for n in 0..50 {
        house.shows(LI, words(&format!("screen {n}"))).await;
    }
    house.says(LI, "a receipt").await;
    house.settled().await;
    let told = told(&li);
    assert!(told.len() <= 4 && told.contains(&"screen 49".to_owned()) && told.last().is_some_and(|last| last == "a receipt"), "{told:?}");
}
