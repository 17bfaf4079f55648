//! Subscriptions from the wish to the digest: each new entry is told once to whom it fits, whatever breaks in between, and
//! answers at the counter never wait for digests.

use crate::support::faulty::FaultyStore;
use crate::support::office::{House, message, press};
use ip_office_bot::app::{Counter, Parts};
use ip_office_bot::clock::{Clock, CountingChance, HandClock, Moment};
use ip_office_bot::config::Config;
use ip_office_bot::digest;
use ip_office_bot::id::SubscriptionId;
use ip_office_bot::message::{Outbound, Route, Said};
use ip_office_bot::office::Office;
use ip_office_bot::seal::OfficeKey;
use ip_office_bot::shelf;
use ip_office_bot::store::memory::MemoryStore;
use ip_office_bot::store::{Commit, Delivery, Lane, Write};
use ip_office_bot::table::{Kind, Origin, parse};
use ip_office_bot::vault::Vault;
use ip_office_bot::watch::{Rhythm, Subscription, Waiting, Wish};
use std::sync::Arc;

const HEADER: &str = "number,title_zh,title_en,abstract_zh,applicants,ipc,published\n";

/// Rows of patents by number: one about batteries, one about something else.
fn patents(numbers: std::ops::Range<u32>) -> String {
    let row = |n: u32| match n % 2 {
        0 => format!("CN {n} A,一种锂电池,A battery,正极材料,示例大学,H01M 10/052,2026-11-20\n"),
        _ => format!("CN {n} A,一种茶杯,A cup,带盖,示例公司,A47G 19/22,2026-11-20\n"),
    };
    HEADER.to_owned() + &numbers.map(row).collect::<String>()
}

async fn import(office: &Arc<Office>, kind: Kind, text: &str) {
    let read = parse(kind, text.as_bytes(), &office.places.load(), &mut |_| {}).expect("a good table");
    shelf::import(office, text.as_bytes(), (kind, read.content, Origin::default())).await.expect("imported");
}

async fn matched(office: &Arc<Office>) {
    while digest::match_next(office).await.expect("matched") {}
}

fn battery(chat: i64) -> Wish {
    Wish::Patents {
        keywords: vec!["鋰電池".to_owned(), format!("word{chat}")],
        classes: vec!["H01M 10".to_owned()],
        applicants: Vec::new(),
    }
}

/// A subscription of a chat, straight into the store.
async fn subscribe(office: &Office, (chat, n): (i64, u8), wish: Wish) -> Subscription {
    let route = Route::telegram(chat);
    let subscription = Subscription {
        id: SubscriptionId::new([n, 1, 2, 3, 4]),
        person: office.person(&route),
        route,
        wish,
        rhythm: Rhythm::Weekly,
        since: office.now(),
        matched: 0,
        waiting: Waiting::default(),
        due: None,
        revision: 1,
    };
    let writes = vec![Write::Subscription(Box::new(subscription.clone()))];
    office.store.commit(Commit { writes, ..Commit::default() }).await.expect("written");
    subscription
}

async fn now(office: &Office, of: &Subscription) -> Option<Subscription> {
    office.store.subscription(of.person, &of.id).await.expect("read")
}

/// Puts the clock to a time of the office.
fn pass_to(house: &House, time: &str) {
    let to: Moment = format!("{time}:00+08:00").parse().expect("a time");
    house.clock.pass(to - house.office.now());
}

async fn send(house: &House) -> Vec<Delivery> {
    while digest::send_due(&house.office, 50).await.expect("sent") > 0 {}
    house.sent().await
}

fn texts(sent: &[Delivery]) -> Vec<String> {
    sent.iter().filter_map(message).map(|message| message.text.clone()).collect()
}

fn button(message: &Outbound) -> String {
    message.buttons.iter().flatten().next().expect("a button").token.clone()
}

#[tokio::test]
async fn what_is_new_is_told_once_and_an_empty_digest_never_goes_out() {
    let house = House::open().await;
    let subscription = subscribe(&house.office, (7, 1), battery(7)).await;
    let other =
        subscribe(&house.office, (8, 1), Wish::Patents { keywords: vec!["风车".to_owned()], classes: vec![], applicants: vec![] }).await;
    import(&house.office, Kind::Patents, &patents(100..110)).await;
    matched(&house.office).await;
    assert!(send(&house).await.is_empty(), "not before Monday");
    pass_to(&house, "2026-11-30T08:59");
    assert!(send(&house).await.is_empty());
    pass_to(&house, "2026-11-30T10:00");
    let sent = send(&house).await;
    let [text] = &texts(&sent)[..] else { panic!("one digest: {sent:?}") };
    assert_eq!(sent[0].lane, Lane::Person(Route::telegram(7)));
    for part in ["5", "CN 100 A", "CN 108 A", "关键词", "鋰電池", "H01M 10", "示例大学"] {
        assert!(text.contains(part), "{part}: {text}");
    }
    assert!(!text.contains("CN 101 A"));
    assert_eq!(now(&house.office, &other).await, Some(other), "nothing fitted, nothing was written");

    // The next file has the old rows too.
    import(&house.office, Kind::Patents, &patents(100..112)).await;
    // And nothing of this one is new.
    import(&house.office, Kind::Patents, &patents(104..112)).await;
    matched(&house.office).await;
    pass_to(&house, "2026-12-31T10:00");
    let [text] = &texts(&send(&house).await)[..] else { panic!("one digest") };
    assert!(text.contains("CN 110 A") && !text.contains("CN 108 A"), "{text}");
    pass_to(&house, "2027-12-31T10:00");
    assert!(send(&house).await.is_empty());
    assert_eq!(now(&house.office, &subscription).await.and_then(|one| one.due), None);
}

#[tokio::test]
async fn a_long_digest_is_one_message_that_counts_the_rest() {
    let house = House::open().await;
    subscribe(&house.office, (7, 1), battery(7)).await;
    let long = "锂电池".repeat(60);
    let rows = (0..300).map(|n| format!("CN {n} A,{long},,,{},H01M 10/052,2026-11-20\n", "某".repeat(110))).collect::<String>();
    import(&house.office, Kind::Patents, &(HEADER.to_owned() + &rows)).await;
    matched(&house.office).await;
    pass_to(&house, "2026-11-30T10:00");
    let [text] = &texts(&send(&house).await)[..] else { panic!("one digest") };
    let told = text.matches("CN ").count();
    assert!((5..=12).contains(&told) && ip_office_bot::message::shown_length(text) <= 4096, "{told}: {text}");
    assert!(text.contains("300") && text.contains(&format!("{}件", 300 - told)), "{text}");
}

#[tokio::test]
async fn who_subscribes_later_hears_only_of_what_comes_later() {
    let house = House::open().await;
    import(&house.office, Kind::Patents, &patents(0..10)).await;
    for words in ["/start patent-information", "early-warning"] {
        let what = match words.strip_prefix("/start ") {
            Some(service) => Said::Command { name: "start".to_owned(), rest: service.to_owned() },
            None => Said::Text("预警".to_owned()),
        };
        house.person(7, "zh", what).await;
    }
    for words in ["电池", "跳过", "跳过", "每周"] {
        house.person(7, "zh", Said::Text(words.to_owned())).await;
    }
    let own = house.office.store.own_subscriptions(house.office.person(&Route::telegram(7))).await.expect("read");
    assert_eq!(own.len(), 1, "{:?}", texts(&house.ever_sent()));
    assert_eq!((own[0].matched, own[0].rhythm), (1, Rhythm::Weekly));
    matched(&house.office).await;
    import(&house.office, Kind::Patents, &patents(0..12)).await;
    matched(&house.office).await;
    let one = now(&house.office, &own[0]).await.expect("it goes on");
    assert_eq!(one.waiting.items.iter().map(|item| item.number.clone().unwrap_or_default()).collect::<Vec<_>>(), ["CN 10 A"]);
}

#[tokio::test]
async fn lists_are_told_by_kind_and_district_and_what_was_there_before_is_no_news() {
    let house = House::open().await;
    let kind = subscribe(&house.office, (1, 1), Wish::Publications { kind: Some("news".to_owned()) }).await;
    let all = subscribe(&house.office, (2, 1), Wish::Publications { kind: None }).await;
    let place = |code: &str| Wish::Notices { item: None, place: Some(code.to_owned()) };
    let (here, there) = (subscribe(&house.office, (3, 1), place("420106")).await, subscribe(&house.office, (4, 1), place("420111")).await);
    import(&house.office, Kind::Publications, "title_zh,kind,year,date\n甲,白皮书,2025,2026-04-20\n乙,新闻,2026,2026-05-01\n").await;
    import(&house.office, Kind::Notices, "title_zh,item,from,until,places\n丙,保险,2026-11-01,2026-12-01,武昌区\n").await;
    matched(&house.office).await;
    let mut counts = Vec::new();
    for one in [&kind, &all, &here, &there] {
        counts.push(now(&house.office, one).await.expect("there").waiting.count());
    }
    assert_eq!(counts, [1, 2, 1, 0]);
}

/// Matching and sending go on over every failure of the store, and nothing is added or sent twice.
#[tokio::test]
async fn a_store_that_fails_again_and_again_loses_and_doubles_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut config = Config::parse("test", "", &[]).expect("settings");
    config.server.data = folder.path().join("data");
    let clock = Arc::new(HandClock::at("2026-11-23T02:00:00Z".parse().expect("a time")));
    let key = OfficeKey::generate(&mut rand::rng());
    let store = Arc::new(FaultyStore::over(MemoryStore::with(key.clone(), Arc::clone(&clock) as Arc<dyn Clock>)));
    let vault = Vault::open(&folder.path().join("evidence"), key.clone()).expect("a vault");
    let content = crate::support::office::shipped();
    let parts = Parts { config, content, key, vault, clock: Arc::clone(&clock) as _, chance: Arc::new(CountingChance::default()) };
    let Counter { office, deliveries: mut posted, .. } = Counter::join(parts, Arc::clone(&store) as _).await.expect("a counter");

    let mut all = Vec::new();
    for chat in 0..450 {
        all.push(subscribe(&office, (chat, 1), battery(chat)).await);
    }
    import(&office, Kind::Patents, &patents(0..6)).await;
    import(&office, Kind::Patents, &patents(0..8)).await;
    store.fails(500);
    let mut tries = 0;
    loop {
        tries += 1;
        match digest::match_next(&office).await {
            Ok(true) | Err(_) if tries < 500 => {}
            Ok(false) => break,
            other => panic!("{other:?} after {tries}"),
        }
    }
    assert!(tries > 3, "it failed now and then");
    store.fails(0);
    for one in &all {
        let now = now(&office, one).await.expect("there");
        assert_eq!((now.waiting.count(), now.matched, now.revision), (4, 2, 3));
    }

    clock.pass(chrono::Duration::days(8));
    store.fails(500);
    let mut rounds = 0;
    while !office.store.digests(office.now(), 1).await.expect("read").is_empty() {
        // Those before a failure are sent.
        let _ = digest::send_due(&office, 7).await;
        rounds += 1;
        assert!(rounds < 2000);
    }
    let mut lanes = std::collections::HashSet::new();
    while let Ok(delivery) = posted.try_recv() {
        assert!(lanes.insert(delivery.lane.clone()), "twice: {:?}", delivery.lane);
    }
    assert_eq!(lanes.len(), 450);
    assert_eq!(office.store.counts().await.expect("counts").deliveries, 450);
}

#[tokio::test]
async fn an_answer_at_the_counter_never_waits_for_digests() {
    let house = House::open().await;
    for chat in 100..400 {
        subscribe(&house.office, (chat, 1), battery(chat)).await;
    }
    import(&house.office, Kind::Patents, &patents(0..2)).await;
    matched(&house.office).await;
    pass_to(&house, "2026-11-30T10:00");
    assert_eq!(digest::send_due(&house.office, 3).await, Ok(3));
    house.person(7, "en", Said::Text("hello".to_owned())).await;
    assert_eq!(digest::send_due(&house.office, 3).await, Ok(3));
    let sent = house.sent().await;
    assert_eq!(sent.len(), 7, "three digests a look, whatever is due");
    let answer = sent.iter().position(|delivery| delivery.lane == Lane::Person(Route::telegram(7))).expect("an answer");
    assert!(answer <= 6 && sent[answer].made <= house.office.now());
    let ids: Vec<_> = house.office.store.digests(house.office.now(), 999).await.expect("read");
    assert_eq!(ids.len(), 294, "the others are still due");
}

#[tokio::test]
async fn who_blocked_the_bot_is_left_alone_and_hears_again_when_they_are_back() {
    let house = House::open().await;
    house.person(7, "zh", Said::Text("你好".to_owned())).await;
    let one = subscribe(&house.office, (7, 1), battery(7)).await;
    import(&house.office, Kind::Patents, &patents(0..2)).await;
    matched(&house.office).await;
    pass_to(&house, "2026-11-30T10:00");
    house.sent().await;
    house.blocks(7, true);
    assert!(send(&house).await.is_empty(), "refused");
    let conversation = house.office.store.conversation(one.person).await.expect("read").expect("known");
    assert!(conversation.state.gone);

    import(&house.office, Kind::Patents, &patents(2..4)).await;
    matched(&house.office).await;
    pass_to(&house, "2026-12-07T10:00");
    house.blocks(7, false);
    assert!(send(&house).await.is_empty(), "not even tried");
    assert_eq!(now(&house.office, &one).await.expect("kept").waiting.count(), 1, "it waits");

    house.person(7, "zh", Said::Text("你好".to_owned())).await;
    house.sent().await;
    pass_to(&house, "2026-12-14T10:00");
    let [text] = &texts(&send(&house).await)[..] else { panic!("one digest") };
    assert!(text.contains("CN 2 A") && !text.contains("CN 0 A"), "{text}");

    import(&house.office, Kind::Patents, &patents(4..6)).await;
    matched(&house.office).await;
    house.person(7, "zh", Said::Left { gone: true }).await;
    pass_to(&house, "2027-12-14T10:00");
    assert!(send(&house).await.is_empty());
    assert_eq!(now(&house.office, &one).await, None, "after half a year it ends");
}

#[tokio::test]
async fn one_tap_on_an_old_digest_ends_only_the_own_subscription_in_the_new_language() {
    let house = House::open().await;
    house.person(7, "zh", Said::Text("你好".to_owned())).await;
    let one = subscribe(&house.office, (7, 1), battery(7)).await;
    let same_name = subscribe(&house.office, (8, 1), battery(8)).await;
    import(&house.office, Kind::Patents, &patents(0..2)).await;
    matched(&house.office).await;
    house.person(7, "zh", Said::Command { name: "language".to_owned(), rest: String::new() }).await;
    house.person(7, "zh", Said::Text("English".to_owned())).await;
    house.sent().await;
    pass_to(&house, "2026-11-30T10:00");
    let sent = send(&house).await;
    let digest =
        sent.iter().find(|delivery| delivery.lane == Lane::Person(Route::telegram(7))).and_then(message).expect("a digest").clone();
    assert!(digest.text.contains("A battery") && digest.text.contains("keyword"), "{}", digest.text);

    // A great deal happens in between, and the digest stays where it is.
    for words in ["/start counterfeit-report", "hello"] {
        house.person(7, "en", Said::Text(words.to_owned())).await;
    }
    house.sent().await;
    house.person(7, "en", Said::Press(press(button(&digest), 44))).await;
    let answers = house.sent().await;
    let answer = answers.iter().filter_map(message).next().expect("an answer");
    assert!(answer.text.contains("Ended") && answer.replaces.is_none(), "{answer:?}");
    assert_eq!(now(&house.office, &one).await, None);
    assert_eq!(now(&house.office, &same_name).await.map(|one| one.person), Some(same_name.person), "another person's stays");
    house.person(7, "en", Said::Press(press(button(&digest), 44))).await;
    assert!(texts(&house.sent().await).join("").contains("already ended"));
}

#[tokio::test]
async fn what_is_kept_is_listed_and_forgotten_with_the_person() {
    let house = House::open().await;
    let command = |name: &str| Said::Command { name: name.to_owned(), rest: String::new() };
    house.person(7, "zh", Said::Text("你好".to_owned())).await;
    let one = subscribe(&house.office, (7, 1), battery(7)).await;
    let two = subscribe(&house.office, (7, 2), Wish::Policies).await;
    house.sent().await;
    house.person(7, "zh", command("mydata")).await;
    let sent = house.sent().await;
    let screen = sent.iter().filter_map(message).next().expect("a screen").clone();
    assert!(screen.text.contains("鋰電池") && screen.text.contains("新政策"), "{}", screen.text);
    let ends: Vec<_> = screen.buttons.iter().flatten().filter(|button| button.label.starts_with("退订")).collect();
    assert_eq!(ends.len(), 2);
    house.person(7, "zh", Said::Press(press(ends[1].token.clone(), 44))).await;
    assert_eq!(now(&house.office, &two).await, None);
    let screen = texts(&house.sent().await).join("");
    assert!(screen.contains("鋰電池") && screen.contains("已经退订"), "the rest is shown: {screen}");
    for label in ["清除聊天数据", "确定清除"] {
        house.person(7, "zh", Said::Text(label.to_owned())).await;
    }
    assert_eq!(now(&house.office, &one).await, None, "{:?}", texts(&house.sent().await));
}
