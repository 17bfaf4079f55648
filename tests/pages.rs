//! What the counter shows over HTTP: that it lives, that it can work, and figures without anybody's data.

use crate::crash_points::bench::{Bench, Mode, folder};
use crate::support::process::{Counter, Settings};
use crate::support::telegram::{Fake, Options};
use ip_office_bot::web;
use std::collections::BTreeMap;
use std::time::{Duration, Instant};

const NAME: &str = "测试人卡纳里";
const PHONE: &str = "13912345678";
const PERSON: i64 = 987_654_321;

async fn get(url: &str) -> (u16, String) {
    let answer = reqwest::get(url).await.expect("an answer");
    (answer.status().as_u16(), answer.text().await.expect("text"))
}

/// Figures by name with labels.
fn figures(text: &str) -> BTreeMap<String, f64> {
    let lines = text.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines
        .map(|line| {
            let (name, value) = line.rsplit_once(' ').unwrap_or_else(|| panic!("not a figure: {line}"));
            (name.to_owned(), value.parse().unwrap_or_else(|_| panic!("not a number: {line}")))
        })
        .collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn figures_tell_how_the_counter_does_and_nothing_about_anybody() {
    let fake = Fake::start_with(Options { check: false, ..Options::default() });
    fake.forum(-100_700, "desk");
    let settings = Settings::new(
        "[office]\nname = { zh-Hans = \"示例局\" }\n[telegram]\npoll_seconds = 2\nper_second = 0\nperson_per_second = 0\ngroup_per_minute = 0\n\
         [[queue]]\nid = \"ENF\"\nname = { en = \"E\" }\n[[queue]]\nid = \"AID\"\nname = { en = \"A\" }\n\
         [[queue]]\nid = \"DESK\"\nname = { en = \"D\" }\ngroup = -100700\n",
    )
    .telegram(&fake);
    let mut counter = Counter::spawn(&settings);
    counter.wait_until_open(Duration::from_secs(90)).await.expect("it opens");
    let address = counter.address().expect("it says where");
    let patience = Duration::from_secs(60);
    let person = fake.person(PERSON, NAME, "zh");
    for line in ["/start", "找人工", &format!("我是{NAME}，电话{PHONE}"), "提交", "举报假冒专利", "匿名"] {
        person.says(line);
        assert!(person.wait_for_answer(patience).await.is_some(), "no answer to {line}:\n{}", person.transcript());
    }
    assert!(person.transcript().contains("受理编号"), "{}", person.transcript());
    assert!(fake.wait_until_quiet(Duration::from_secs(2), patience).await, "it comes to rest");

    assert_eq!(get(&format!("{address}/healthz")).await, (200, "ok\n".to_owned()));
    assert_eq!(get(&format!("{address}/readyz")).await, (200, "ready\n".to_owned()));
    let (code, front) = get(&format!("{address}/")).await;
    assert!(code == 200 && front.contains("示例局"), "{front}");
    for path in ["/nonsense", "/metrics/", "/data/office.key", "/../office.toml", "/telegram"] {
        assert_eq!(get(&format!("{address}{path}")).await.0, 404, "{path}");
    }
    let posted = reqwest::Client::new().post(format!("{address}/healthz")).send().await.expect("an answer");
    assert_eq!(posted.status().as_u16(), 405);

    let (code, text) = get(&format!("{address}/metrics")).await;
    assert_eq!(code, 200);
    let found = figures(&text);
    let sum = |name: &str| found.iter().filter(|(key, _)| key.split('{').next() == Some(name)).map(|(_, value)| value).sum::<f64>();
    assert!(sum("updates_total") >= 6.0, "{text}");
    assert!(sum("turns_total") >= 6.0 && sum("turn_seconds_count") >= 6.0, "{text}");
    assert!(sum("reply_seconds_count") >= 6.0 && sum("store_commit_seconds_count") >= 6.0, "{text}");
    assert!(sum("update_commit_seconds_count") >= 6.0 && sum("outbox_delivery_seconds_count") >= 6.0, "{text}");
    for (name, value) in [
        ("outbox_depth{channel=\"telegram\"}", 0.0),
        ("outbox_depth{channel=\"terminal\"}", 0.0),
        ("outbox_oldest_seconds{channel=\"telegram\"}", 0.0),
        ("conversations", 1.0),
        ("drafts", 1.0),
        ("tickets", 1.0),
        ("updates_parked", 0.0),
        ("tickets_open{queue=\"DESK\"}", 1.0),
        ("tickets_open{queue=\"ENF\"}", 0.0),
        ("tickets_submitted_total{service=\"human-contact\"}", 1.0),
        ("store_writes", 1.0),
        ("texts_missing", 0.0),
    ] {
        assert_eq!(found.get(name), Some(&value), "{name}:\n{text}");
    }
    let person = PERSON.to_string();
    for secret in [NAME, PHONE, person.as_str(), fake.token(), "WH-"] {
        assert!(!text.contains(secret), "{secret} stands in the figures:\n{text}");
    }

    // An outage of Telegram is told to whoever asks whether the counter can work; the process lives.
    fake.go_offline();
    wait(|| async { get(&format!("{address}/readyz")).await.0 == 503 }).await;
    assert_eq!(get(&format!("{address}/healthz")).await.0, 200);
    fake.go_online();
    wait(|| async { get(&format!("{address}/readyz")).await.0 == 200 }).await;
    counter.terminate(Duration::from_secs(10)).await.expect("it stops within ten seconds");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_store_that_does_not_write_is_told_and_so_is_its_return() {
    let folder = folder();
    let bench = Bench::open(folder.path(), 0).await;
    let faults = std::sync::Arc::clone(&bench.faults);
    let running = bench.run().await;
    let stop = tokio_util::sync::CancellationToken::new();
    let pages = web::router(web::Web::of(&running, web::metrics().expect("figures"), stop));
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("an address");
    let address = format!("http://{}", listener.local_addr().expect("bound"));
    let serving = tokio::spawn(async move { axum::serve(listener, pages).await });
    let ready = || async { get(&format!("{address}/readyz")).await };
    assert_eq!(ready().await, (200, "ready\n".to_owned()));

    faults.set(Mode::Full { from: 0 });
    let session = running.terminals.open("wang", Some("zh".to_owned()));
    session.says(&running.intake, "/start").await.expect_err("the disk is full");
    assert_eq!(ready().await, (503, "the store does not write\n".to_owned()));
    assert_eq!(get(&format!("{address}/healthz")).await.0, 200);
    let (_, text) = get(&format!("{address}/metrics")).await;
    assert_eq!(figures(&text).get("store_writes"), Some(&0.0), "{text}");
    assert!(figures(&text).get("turns_refused_total").is_some_and(|n| *n >= 1.0), "{text}");

    faults.set(Mode::Off);
    wait(|| async { ready().await.0 == 200 }).await;
    session.says(&running.intake, "/start").await.expect("the counter goes on");
    serving.abort();
    running.stop().await;
}

async fn wait<F: Future<Output = bool>>(is: impl Fn() -> F) {
    let begun = Instant::now();
    while !is().await {
        assert!(begun.elapsed() < Duration::from_secs(60), "it never came");
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
}
