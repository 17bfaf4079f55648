//! Opening and stopping the counter, and what it must not say.

use super::*;
use crate::support::telegram::{Fake, Options};
use std::time::Instant;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn without_settings_it_opens_and_says_what_is_missing() {
    let settings = Settings::new("");
    let counter = open(&settings).await;
    let said = counter.said();
    for words in ["Telegram is off: set TELOXIDE_TOKEN", "office.name is not set", "agencies import FILE", "ip-office-bot chat"] {
        assert!(said.contains(words), "{words} is missing:\n{said}");
    }
    // A second one on the same folder is refused at once; another folder is fine.
    let begun = Instant::now();
    let second = run(&settings, &["serve"]).ended(3);
    assert!(second.err.contains("is running on this data folder already"), "{}", second.err);
    assert!(begun.elapsed() < Duration::from_secs(30));
    close(counter).await;
    let counter = open(&settings).await;
    counter.kill();
    // The socket of a counter that died is no counter.
    let counter = open(&settings).await;
    close(counter).await;
}

#[test]
fn two_that_start_at_the_same_time_do_not_share_a_folder() {
    let settings = Settings::new("");
    let begun = Instant::now();
    let mut children: Vec<_> = (0..2)
        .map(|_| settings.command(&["serve"]).stdout(Stdio::null()).stderr(Stdio::piped()).spawn().expect("the program starts"))
        .collect();
    let ended = loop {
        assert!(begun.elapsed() < Duration::from_secs(90), "neither ends");
        if let Some(n) = children.iter_mut().position(|child| child.try_wait().expect("a child").is_some()) {
            break children.remove(n);
        }
        std::thread::sleep(Duration::from_millis(20));
    };
    let refused = Ran::of(ended.wait_with_output().expect("it ended")).ended(3);
    assert!(refused.err.contains("stop it") || refused.err.contains("already"), "{}", refused.err);
    let mut other = children.pop().expect("the other one");
    assert!(other.try_wait().expect("a child").is_none(), "the other one serves");
    other.kill().expect("killed");
    let _ = other.wait();
}

#[test]
fn settings_that_cannot_be_used_are_refused_by_name() {
    let refused = run(&Settings::new("[server]\nlistne = \"127.0.0.1:1\"\n"), &["serve"]).ended(3);
    assert!(refused.err.contains("office.toml") && refused.err.contains("listne"), "{}", refused.err);
    let refused = run(&Settings::new("").with("OFFICE__TELEGRAM__TOKN", "x"), &["staff"]).ended(3);
    assert!(refused.err.contains("tokn"), "{}", refused.err);
    let refused = run(&Settings::new("[telegram]\ntoken = 12345\n"), &["staff"]).ended(3);
    assert!(refused.err.contains("office.toml:2") && !refused.err.contains("12345"), "{}", refused.err);
    let refused = run(&Settings::new("").with("OFFICE__LIMITS__FILES", "many"), &["staff"]).ended(3);
    assert!(refused.err.contains("OFFICE__LIMITS__FILES"), "{}", refused.err);
    // Figures where words are wanted: a phone number, a secret of digits.
    let digits =
        Settings::new("").with("OFFICE__OFFICE__PHONE", "02765770000").with("OFFICE__TELEGRAM__WEBHOOK_SECRET", "12345678901234567890");
    run(&digits, &["staff"]).ended(0);
    let refused = run(&Settings::new(""), &["--config", "not-there.toml", "staff"]).ended(3);
    assert!(refused.err.contains("not-there.toml"), "{}", refused.err);
    run(&Settings::new(""), &["nonsense"]).ended(2);
    // An address that is taken.
    let taken = std::net::TcpListener::bind("127.0.0.1:0").expect("an address");
    let address = taken.local_addr().expect("bound").to_string();
    let refused = run(&Settings::new("").with("OFFICE__SERVER__LISTEN", &address), &["serve"]).ended(3);
    assert!(refused.err.contains(&address) && refused.err.contains("server.listen"), "{}", refused.err);
    // A folder that is none.
    let settings = Settings::new("[server]\ndata = \"office.toml\"\n");
    assert!(run(&settings, &["staff"]).ended(3).err.contains("office.toml"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn neither_the_token_nor_anything_personal_is_ever_printed() {
    let fake = Fake::start_with(Options { check: false, ..Options::default() });
    let desk = fake.forum(-100_600, "desk");
    let settings = Settings::new(
        "[telegram]\npoll_seconds = 2\n[[queue]]\nid = \"ENF\"\nname = { en = \"E\" }\ngroup = -100600\n\
         [[queue]]\nid = \"AID\"\nname = { en = \"A\" }\n[[queue]]\nid = \"DESK\"\nname = { en = \"D\" }\n",
    )
    .telegram(&fake)
    .with("OFFICE__LOG__FILTER", "trace")
    .with("RUST_LOG", "trace");
    let counter = open(&settings).await;
    let person = fake.person(77, "Wang", "zh");
    let patience = Duration::from_secs(60);
    for line in ["/start"].iter().chain(REPORT) {
        if *line == "跳过" {
            person.sends_photo(PHOTO, "随图片写的话");
            assert!(person.wait_for_answer(patience).await.is_some(), "no answer to a photo:\n{}", person.transcript());
            person.says("完成");
        } else {
            person.says(line);
        }
        assert!(person.wait_for_answer(patience).await.is_some(), "no answer to {line}:\n{}", person.transcript());
    }
    assert!(person.transcript().contains("受理编号"), "{}", person.transcript());
    // Everything that can go wrong on the way.
    fake.go_offline();
    person.says("/status");
    tokio::time::sleep(Duration::from_secs(3)).await;
    fake.go_online();
    assert!(person.wait_for_answer(patience).await.is_some(), "no answer after an outage:\n{}", person.transcript());
    fake.queue_raw(serde_json::json!({ "message": { "text": PHONE, "from": { "first_name": NAME } } }));
    fake.revoke_token();
    tokio::time::sleep(Duration::from_secs(3)).await;
    fake.restore_token();
    assert!(!desk.topics().is_empty(), "the ticket has a topic");
    let receipt = run(&settings, &["tickets", "list"]).ended(0).receipt();
    let shown = run(&settings, &["tickets", "show", &receipt]).ended(0);
    assert!(shown.out.contains("file 1: jpeg, 22 bytes"), "the picture came from where it was sent:\n{}", shown.out);
    let metrics = reqwest::get(format!("{}/metrics", counter.address().expect("open"))).await.expect("metrics").text().await.expect("text");
    let commands: Vec<Ran> =
        [&["tickets", "list"][..], &["staff"], &["tickets", "parked"], &["verify"]].map(|command| run(&settings, command)).into();
    let said = counter.said();
    let secret = fake.token().rsplit(':').next().expect("a secret part").to_owned();
    let stopped = counter.terminate(Duration::from_secs(10)).await.expect("it stops within ten seconds");
    assert_eq!(stopped.1, 0);
    assert!(said.contains("TRACE") || said.contains("DEBUG"), "it logs much:\n{}", &said[..said.len().min(2000)]);
    let printed = commands.iter().flat_map(|ran| [("out", &ran.out), ("err", &ran.err)]).chain([("log", &said), ("metrics", &metrics)]);
    for (place, text) in printed {
        for secret in [secret.as_str(), NAME, PHONE, STORY, "随图片写的话", "关山大道"] {
            if let Some(line) = text.lines().find(|line| line.contains(secret)) {
                panic!("{secret} stands in {place}: {line}");
            }
        }
    }
}

/// The first bytes of a JPEG picture are enough to be taken for one.
const PHOTO: &[u8] = &[0xFF, 0xD8, 0xFF, 0xE0, 0, 0x10, b'J', b'F', b'I', b'F', 0, 1, 1, 0, 0, 1, 0, 1, 0, 0, 0xFF, 0xD9];
