//! The page of the public, over HTTP against the real program, as a browser without scripts uses it; and what a browser with
//! scripts asks for.

pub mod browser;

use crate::support::process::{Counter, Settings};
use browser::{Browser, Page};
use std::time::{Duration, Instant};

const OPEN: Duration = Duration::from_secs(90);

const SETTINGS: &str = r#"
[office]
name = { zh-Hans = "示例市知识产权局", en = "Example City IP Office" }
[limits]
messages_in_ten_minutes = 0
[[queue]]
id = "ENF"
name = { zh-Hans = "执法处", en = "Enforcement section" }
[[queue]]
id = "AID"
name = { zh-Hans = "维权援助中心", en = "Assistance centre" }
[[queue]]
id = "DESK"
name = { zh-Hans = "服务台", en = "Service desk" }
"#;

async fn open() -> (Settings, Counter, String) {
    let settings = Settings::new(SETTINGS);
    let mut counter = Counter::spawn(&settings);
    counter.wait_until_open(OPEN).await.expect("it opens");
    let address = counter.address().expect("it says where");
    (settings, counter, address)
}

/// What the command line prints.
fn asked(settings: &Settings, arguments: &[&str]) -> String {
    let output = settings.run(arguments);
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("UTF-8")
}

/// Goes from the first page to a receipt by talking to staff, and gives it with its access code.
async fn asks_for_staff(browser: &mut Browser) -> (Page, String, String) {
    let page = browser.get("/").await;
    let mut page = browser.says(&page, "找人工").await;
    for answer in ["我想问问专利年费怎么交", "不用联系"] {
        if page.has_button("提交") {
            break;
        }
        page = browser.says(&page, answer).await;
    }
    for _ in 0..6 {
        if page.has_button("提交") {
            break;
        }
        let way = ["跳过", "不需要", "没有", "同意", "匿名"].into_iter().find(|label| page.has_button(label));
        page = browser.press(&page, way.unwrap_or_else(|| panic!("no way on:\n{}", page.text()))).await;
    }
    let page = browser.press(&page, "提交").await;
    let (receipt, code) = page.receipt().unwrap_or_else(|| panic!("no receipt:\n{}", page.text()));
    (page, receipt, code)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_only_looks_leaves_nothing_and_gets_all_of_the_first_page_without_scripts() {
    let (_settings, counter, address) = open().await;
    for (language, words, title) in
        [("zh-CN,zh;q=0.9", "反映问题", "知识产权局网上窗口"), ("en-GB", "Report or ask for help", "The counter of the")]
    {
        let mut browser = Browser::new(&address, language);
        let page = browser.get("/").await;
        assert!(page.body.contains(title) && page.body.contains(words), "{}", page.body);
        assert_eq!(page.doors().len(), 3, "{:?}", page.buttons());
        assert!(page.cookie.as_deref().is_some_and(|cookie| cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax")));
        for inline in [" style=", "<style", " onclick=", "javascript:", "<script>"] {
            assert!(!page.body.contains(inline), "{inline}");
        }
        let mut bytes = page.body.len();
        for file in page.files() {
            let file = browser.get(&file).await;
            assert_eq!(file.status, 200);
            assert!(file.header("cache-control").contains("immutable"));
            bytes += file.body.len();
        }
        assert!(bytes < 60_000, "{bytes} bytes on the first page");
        for path in ["/track", "/privacy", "/help"] {
            assert_eq!(browser.get(path).await.status, 200, "{path}");
        }
    }
    let metrics = Browser::new(&address, "en").get("/metrics").await;
    assert!(metrics.body.lines().any(|line| line == "conversations 0"), "{}", metrics.body);
    counter.terminate(Duration::from_secs(10)).await.expect("it stops");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_visitor_files_without_scripts_comes_back_and_is_answered_on_the_page() {
    let (settings, counter, address) = open().await;
    let mut browser = Browser::new(&address, "zh-CN");
    let (page, receipt, code) = asks_for_staff(&mut browser).await;
    let listed = asked(&settings, &["tickets", "list"]);
    assert!(listed.contains(&receipt), "{listed}");

    // The page is there when they come back, and prints.
    let again = browser.get("/").await;
    assert!(again.text().contains(&receipt), "{}", again.text());
    let print = page.link("/receipt/").expect("a page for printing");
    let print = browser.get(&print).await;
    assert!(print.text().contains(&receipt) && print.body.contains("data-print"), "{}", print.text());
    let mut other = Browser::new(&address, "zh-CN");
    assert_eq!(other.get(&page.link("/receipt/").expect("a page")).await.status, 404, "it is another's");

    // The answer of the desk stands on the page, and a listening browser hears of it.
    let mut stream = browser.listen().await;
    asked(&settings, &["tickets", "reply", &receipt, "年费可以在网上缴纳。"]);
    assert!(stream.hears("event: page", Duration::from_secs(20)).await, "{}", stream.heard());
    let answered = browser.get("/").await;
    assert!(answered.text().contains("年费可以在网上缴纳。"), "{}", answered.text());

    // From another device: with receipt and access code, and only with both right.
    let wrong = other.track(&receipt, "AAAAAAAA").await;
    assert!(!wrong.text().contains("年费可以在网上缴纳"), "{}", wrong.text());
    let mut third = Browser::new(&address, "en");
    let right = third.track(&receipt, &code).await;
    assert!(right.text().contains(&receipt) && right.has_button("Add papers"), "{}", right.text());
    counter.terminate(Duration::from_secs(10)).await.expect("it stops");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_review_is_a_list_in_which_each_line_is_changed_without_scripts() {
    let (_settings, counter, address) = open().await;
    let mut browser = Browser::new(&address, "en");
    let page = browser.get("/").await;
    let page = browser.says(&page, "/start human-contact").await;
    let page = browser.says(&page, "I got a letter about a patent").await;
    assert!(page.body.contains("<dl class=\"review\">") && page.body.contains("I got a letter about a patent"), "{}", page.body);
    let main: Vec<&str> = page.body.split("class=\"main\" name=\"press\"").skip(1).collect();
    assert!(main.len() == 1 && main[0].split("</button>").next().is_some_and(|button| button.ends_with(">Send")), "{}", page.body);
    let (change, _) = page.buttons().into_iter().find(|(_, label)| label.starts_with("Change<span")).expect("a button for the line");
    let press = |page: &Page| [("token", page.value("token")), ("once", page.last_value("once")), ("press", change.clone())];
    let form = press(&page).map(|(name, value)| (name.to_owned(), value));
    let asked = browser.post("/say", &form, false).await;
    assert!(!asked.body.contains("<dl class=\"review\">"), "the question is open again: {}", asked.text());
    let page = browser.says(&asked, "It was a warning letter").await;
    let list = page.body.split("<dl class=\"review\">").nth(1).and_then(|list| list.split("</dl>").next()).expect("the list");
    assert!(list.contains("It was a warning letter") && !list.contains("I got a letter"), "{list}");
    // The button of the earlier list is an old one: nothing is lost.
    let old = press(&page).map(|(name, value)| (name.to_owned(), value));
    let page = browser.post("/say", &old, false).await;
    assert!(page.body.contains("It was a warning letter"), "{}", page.text());
    let page = browser.press(&page, "Send").await;
    assert!(page.receipt().is_some(), "{}", page.text());
    counter.terminate(Duration::from_secs(10)).await.expect("it stops");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_form_sent_twice_has_the_effect_of_once_and_a_fragment_is_what_changed() {
    let (_settings, counter, address) = open().await;
    let mut browser = Browser::new(&address, "en");
    let first = browser.get("/").await;
    let form = first.press("Report or ask for help");
    let once = browser.post("/say", &form, true).await;
    assert!(!once.body.contains("<html") && once.body.contains("id=\"log\"") && once.body.contains("id=\"turn\""), "{}", once.body);
    let said = browser.get("/").await.sayings().len();
    let twice = browser.post("/say", &form, true).await;
    assert_eq!(twice.status, 200, "{}", twice.body);
    assert_eq!(browser.get("/").await.sayings().len(), said, "nothing was said twice");
    // Nothing new since the last line.
    let last = browser.get("/").await.last_line();
    assert_eq!(browser.fragment(&format!("/since?after={last}")).await.status, 204);
    let missed = browser.fragment("/since?after=0").await;
    assert_eq!(missed.sayings().len(), said);
    counter.terminate(Duration::from_secs(10)).await.expect("it stops");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn another_site_and_another_visitor_change_nothing() {
    let (_settings, counter, address) = open().await;
    let mut browser = Browser::new(&address, "en");
    let page = browser.get("/").await;
    let form = page.press("Report or ask for help");
    for (name, value) in
        [("sec-fetch-site", "cross-site"), ("sec-fetch-site", "same-site"), ("origin", "https://evil.example"), ("origin", "null")]
    {
        let refused = browser.post_with("/say", &form, &[(name, value)]).await;
        assert_eq!(refused.status, 403, "{name}: {value}");
        assert!(refused.text().contains("This form could not be accepted"), "{}", refused.text());
    }
    let mut other = Browser::new(&address, "en");
    other.get("/").await;
    assert_eq!(other.post("/say", &form, false).await.status, 403, "a token of somebody else");
    let mut stranger = Browser::new(&address, "en");
    assert_eq!(stranger.post("/say", &form, false).await.status, 403, "without a cookie");
    let long: Vec<(String, String)> = vec![("token".into(), "x".repeat(100_000))];
    assert_eq!(browser.post("/say", &long, false).await.status, 413);
    for path in ["/picture/1", "/document/1", "/receipt/1", "/my-data.json", "/nothing", "/static/../Cargo.toml"] {
        assert_eq!(browser.get(path).await.status, 404, "{path}");
    }
    let metrics = browser.get("/metrics").await;
    assert!(metrics.body.lines().any(|line| line == "conversations 0"), "{}", metrics.body);
    counter.terminate(Duration::from_secs(10)).await.expect("it stops");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_answer_carries_the_headers_that_browsers_obey() {
    let (_settings, counter, address) = open().await;
    let mut browser = Browser::new(&address, "en");
    for path in ["/", "/track", "/help", "/privacy", "/nothing", "/static/base.css", "/static/counter.js", "/healthz", "/my-data.json"] {
        let page = browser.get(path).await;
        let policy = page.header("content-security-policy");
        assert!(
            policy.starts_with("default-src 'none'") && policy.contains("frame-ancestors 'none'") && !policy.contains("unsafe"),
            "{path}: {policy}"
        );
        assert_eq!(page.header("x-content-type-options"), "nosniff", "{path}");
        assert_eq!(page.header("cross-origin-opener-policy"), "same-origin", "{path}");
        assert_eq!(page.header("referrer-policy"), "same-origin", "{path}");
        let kept = page.header("cache-control");
        assert!(kept == "no-store" || path.starts_with("/static/"), "{path}: {kept}");
    }
    counter.terminate(Duration::from_secs(10)).await.expect("it stops");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_language_is_changed_in_the_middle_and_the_form_goes_on() {
    let (_settings, counter, address) = open().await;
    let mut browser = Browser::new(&address, "en");
    let page = browser.get("/").await;
    let page = browser.press(&page, "Report or ask for help").await;
    let page = browser.press(&page, "Report counterfeit patent").await;
    assert!(page.has_button("Back"), "{}", page.text());
    let page = browser.speak(&page, "zh-Hans").await;
    assert!(page.body.contains("lang=\"zh-Hans\"") && page.has_button("返回") && page.has_button("匿名"), "{}", page.text());
    counter.terminate(Duration::from_secs(10)).await.expect("it stops");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_deleted_is_gone_from_the_page_and_what_is_there_survives_a_kill() {
    let (settings, counter, address) = open().await;
    let mut browser = Browser::new(&address, "en");
    let page = browser.get("/").await;
    let page = browser.says(&page, "a very peculiar sentence about lamps").await;
    assert!(page.text().contains("peculiar"));
    counter.kill();
    let mut counter = Counter::spawn(&settings);
    counter.wait_until_open(OPEN).await.expect("it opens again");
    browser.moves_to(&counter.address().expect("it says where"));
    let page = browser.get("/").await;
    assert!(page.text().contains("peculiar"), "{}", page.text());
    let page = browser.says(&page, "/mydata").await;
    let page = browser.press(&page, "Everything as a file").await;
    let copy = browser.get(&page.link("/my-data.json").expect("the copy")).await;
    assert!(copy.body.contains("ip-office-bot/my-data") && copy.header("content-disposition").starts_with("attachment"), "{}", copy.body);
    let page = browser.says(&page, "/mydata").await;
    let page = browser.press(&page, "Delete chat data").await;
    browser.press(&page, "Yes, delete").await;
    let begun = Instant::now();
    while browser.get("/").await.text().contains("peculiar") {
        assert!(begun.elapsed() < Duration::from_secs(20), "it is still there");
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    counter.terminate(Duration::from_secs(10)).await.expect("it stops");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn somebody_who_sends_their_first_line_too_slowly_is_let_go() {
    use tokio::io::{AsyncReadExt, AsyncWriteExt};
    let (_settings, counter, address) = open().await;
    let mut slow = tokio::net::TcpStream::connect(address.trim_start_matches("http://")).await.expect("a connection");
    slow.write_all(b"GET / HTTP/1.1\r\nHost: x\r\nX-Slow: ").await.expect("written");
    let mut rest = Vec::new();
    let let_go = tokio::time::timeout(Duration::from_secs(60), slow.read_to_end(&mut rest)).await;
    assert!(let_go.is_ok(), "the connection is held for ever");
    assert!(!String::from_utf8_lossy(&rest).contains("200 OK"));
    counter.terminate(Duration::from_secs(10)).await.expect("it stops");
}
