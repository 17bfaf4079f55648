//! At the page of the public: numbers counted up, codes guessed, streams asked for from elsewhere.

use crate::support::process::{Counter, Settings};
use crate::web::browser::{Browser, Page};
use std::time::Duration;

const OPEN: Duration = Duration::from_secs(90);
const SETTINGS: &str = "[limits]\nmessages_in_ten_minutes = 0\n";

async fn open() -> (Settings, Counter, String) {
    let settings = Settings::new(SETTINGS);
    let mut counter = Counter::spawn(&settings);
    counter.wait_until_open(OPEN).await.expect("it opens");
    let address = counter.address().expect("it says where");
    (settings, counter, address)
}

async fn asks_for_staff(browser: &mut Browser) -> (Page, String, String) {
    let page = browser.get("/").await;
    let page = browser.says(&page, "/start human-contact").await;
    let page = browser.says(&page, "How do I pay the yearly fee of my patent?").await;
    assert!(page.has_button("Send"), "{}", page.text());
    let page = browser.press(&page, "Send").await;
    let (receipt, code) = page.receipt().unwrap_or_else(|| panic!("no receipt:\n{}", page.text()));
    (page, receipt, code)
}

/// 29
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_anothers_looks_like_what_is_not_there() {
    let (_settings, counter, address) = open().await;
    let (mut own, mut other) = (Browser::new(&address, "en"), Browser::new(&address, "en"));
    let (page, _, _) = asks_for_staff(&mut own).await;
    other.get("/").await;
    let receipt = page.link("/receipt/").expect("a page for printing");
    let number = receipt.trim_start_matches("/receipt/").to_owned();
    assert_eq!(own.get(&receipt).await.status, 200);
    for path in ["/receipt/", "/picture/", "/document/"] {
        let mut answers = Vec::new();
        for number in [number.as_str(), "1", "18446744073709551615"] {
            let page = other.get(&format!("{path}{number}")).await;
            answers.push((page.status, page.body));
        }
        assert_eq!(answers[0].0, 404, "{path}");
        assert!(answers.iter().all(|answer| answer == &answers[0]), "{path}: {answers:?}");
    }
    // Numbers that are none say no more either.
    for odd in ["/receipt/-1", "/receipt/0x10", "/picture/1e9", "/document/%00", "/receipt/99999999999999999999"] {
        let page = other.get(odd).await;
        assert!((400..=404).contains(&page.status) && !page.body.contains("panicked"), "{odd}: {}", page.body);
    }
    counter.terminate(Duration::from_secs(10)).await.expect("it stops");
}

/// 30
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn guessed_codes_shut_the_door_and_tell_nothing_about_receipts() {
    let (settings, counter, address) = open().await;
    let mut own = Browser::new(&address, "en");
    let (_, receipt, code) = asks_for_staff(&mut own).await;
    // Of the same day and with a right check sign.
    let day = chrono::NaiveDate::parse_from_str(&receipt[3..9], "%y%m%d").expect("a day");
    let nobody = ip_office_bot::id::Receipt::new("WH", day, [1, 2, 3, 4, 5]).to_string();
    assert_ne!(receipt, nobody);
    // A new visitor with each guess, so that only the door itself can shut.
    let mut answers = Vec::new();
    for receipt in [&receipt, &nobody] {
        let mut said = Vec::new();
        for _ in 0..7 {
            let mut stranger = Browser::new(&address, "en");
            let page = stranger.track(receipt, "AAAA2222").await;
            assert!(!page.text().contains("Talk to our staff"), "{}", page.text());
            let answer = page.sayings().last().map(|saying| (*saying).to_owned()).unwrap_or_default();
            let words = answer.split_once("class=\"words\">").map_or("", |(_, rest)| rest);
            said.push(words.split("</div>").next().unwrap_or_default().replace(receipt.as_str(), "THIS"));
        }
        answers.push(said);
    }
    assert_eq!(answers[0], answers[1], "a receipt that is there answers like one that is not");
    assert_ne!(answers[0][0], answers[0][6], "the door shuts: {:#?}", answers[0]);
    // Shut is shut, also for the right code from elsewhere; whoever filed it goes on where they are.
    let mut late = Browser::new(&address, "en");
    let page = late.track(&receipt, &code).await;
    assert!(!page.has_button("Add papers"), "{}", page.text());
    assert!(own.get("/").await.text().contains(&receipt));
    let told = String::from_utf8(settings.run(&["tickets", "show", &receipt]).stdout).expect("text");
    assert!(!told.contains(&code), "{told}");
    counter.terminate(Duration::from_secs(10)).await.expect("it stops");
}

/// 31
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn another_site_hears_no_stream() {
    let (_settings, counter, address) = open().await;
    let client = reqwest::Client::new();
    let cookie = client.get(&address).send().await.expect("a page").headers()["set-cookie"].clone();
    let pair = cookie.to_str().expect("text").split(';').next().expect("a pair").to_owned();
    let ask = |pairs: &'static [(&'static str, &'static str)]| {
        let request = client.get(format!("{address}/events")).header("cookie", &pair).header("accept", "text/event-stream");
        pairs.iter().fold(request, |request, (name, value)| request.header(*name, *value)).send()
    };
    for pairs in [
        &[("sec-fetch-site", "cross-site")][..],
        &[("sec-fetch-site", "same-site")],
        &[("origin", "https://evil.example")],
        &[("origin", "null")],
    ] {
        let answer = ask(pairs).await.expect("an answer");
        assert_eq!(answer.status(), 403, "{pairs:?}");
        assert!(!answer.headers().contains_key("access-control-allow-origin"));
    }
    assert_eq!(ask(&[("sec-fetch-site", "same-origin")]).await.expect("a stream").status(), 200);
    counter.terminate(Duration::from_secs(10)).await.expect("it stops");
}
