//! Files over the web: the real program, a browser's requests, kills in the middle, lies, and somebody else's hands.
//!
//! `MEGABYTES=200 cargo test --test it uploads::a_large` for the largest file; sealing is slow without optimisation.

use crate::support::process::{Counter, Settings};
use ip_office_bot::spool::PIECE;
use reqwest::multipart::{Form, Part};
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use std::time::{Duration, Instant};

const SETTINGS: &str = "[limits]\nmessages_in_ten_minutes = 0\n";
const PATIENCE: Duration = Duration::from_secs(90);

/// Words that lead a visitor to the question for files of an anonymous report.
pub const TO_FILES: &[&str] = &[
    "举报假冒专利",
    "匿名",
    "不知道",
    "某某牌电吹风",
    "国家专利 ZL 2013 1 0113186.8",
    "商店",
    "光谷",
    "关山大道18号一楼",
    "昨天",
    "昨天在店里花89元买了一台，回家按包装上的专利号去查，查不到这件专利。",
];

pub async fn open(settings: &Settings) -> Counter {
    let mut counter = Counter::spawn(settings);
    counter.wait_until_open(PATIENCE).await.expect("the counter opens");
    counter
}

/// A browser without scripts, and the calls that a script makes.
pub struct Browser {
    client: reqwest::Client,
    address: String,
    cookie: String,
    token: String,
}

impl Browser {
    pub async fn visits(counter: &Counter) -> Self {
        let client = reqwest::Client::builder().redirect(reqwest::redirect::Policy::none()).build().expect("a client");
        let mut browser = Self { client, address: counter.address().expect("it says where"), cookie: String::new(), token: String::new() };
        let first = browser.client.get(&browser.address).header("accept-language", "zh").send().await.expect("a page");
        let cookie = first.headers().get("set-cookie").expect("a cookie").to_str().expect("ascii");
        cookie.split(';').next().expect("its pair").clone_into(&mut browser.cookie);
        browser.token = hidden(&first.text().await.expect("html"), "token");
        browser
    }

    /// The same browser after the counter started again somewhere else.
    fn comes_back(&mut self, counter: &Counter) {
        self.address = counter.address().expect("it says where");
    }

    pub fn request(&self, method: Method, path: &str) -> reqwest::RequestBuilder {
        let request = self.client.request(method, format!("{}{path}", self.address));
        request.header("cookie", &self.cookie).header("accept-language", "zh").header("x-token", &self.token)
    }

    pub async fn page(&self) -> String {
        self.request(Method::GET, "/").send().await.expect("a page").text().await.expect("html")
    }

    pub async fn says(&self, text: &str) {
        let once = hidden(&self.page().await, "once");
        let form = [("token", self.token.as_str()), ("once", &once), ("text", text)];
        let answer = self.request(Method::POST, "/say").form(&form).send().await.expect("an answer");
        assert_eq!(answer.status(), StatusCode::SEE_OTHER, "{text}");
    }

    pub async fn begins(&self, announced: Value) -> (StatusCode, Value) {
        json_of(self.request(Method::POST, "/upload").json(&announced)).await
    }

    pub async fn puts(&self, id: &str, number: usize, bytes: &[u8]) -> (StatusCode, Value) {
        json_of(self.request(Method::PUT, &format!("/upload/{id}/{number}")).body(bytes.to_vec())).await
    }

    async fn next(&self, id: &str) -> usize {
        let (status, standing) = json_of(self.request(Method::GET, &format!("/upload/{id}"))).await;
        assert_eq!(status, StatusCode::OK);
        standing["next"].as_u64().expect("a number") as usize
    }

    pub async fn done(&self, id: &str) -> StatusCode {
        self.request(Method::POST, &format!("/upload/{id}/done")).send().await.expect("an answer").status()
    }

    /// Sends a whole file as a script does.
    pub async fn uploads(&self, name: &str, content: &[u8]) -> String {
        let (status, begun) = self.begins(json!({ "name": name, "mime": "", "bytes": content.len(), "album": "1" })).await;
        assert_eq!(status, StatusCode::CREATED, "{begun}");
        let id = begun["id"].as_str().expect("an id").to_owned();
        for (n, piece) in content.chunks(PIECE).enumerate() {
            let (status, standing) = self.puts(&id, n, piece).await;
            assert_eq!((status, &standing["next"]), (StatusCode::OK, &json!(n + 1)));
        }
        assert_eq!(self.done(&id).await, StatusCode::SEE_OTHER);
        id
    }

    /// Waits until the page says this.
    pub async fn sees(&self, words: &str) -> String {
        let begun = Instant::now();
        loop {
            let page = self.page().await;
            if page.contains(words) {
                return page;
            }
            assert!(begun.elapsed() < PATIENCE, "{words} never came:\n{page}");
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    /// Ends the report; its receipt.
    pub async fn submits(&self) -> String {
        for text in ["完成", "提交"] {
            self.says(text).await;
        }
        let page = self.sees("WH-").await;
        let pattern = regex::Regex::new(r"WH-\d{6}-[0-9A-Z]{6}").expect("a pattern");
        pattern.find(&page).expect("a receipt").as_str().to_owned()
    }
}

async fn json_of(request: reqwest::RequestBuilder) -> (StatusCode, Value) {
    let answer = request.send().await.expect("an answer");
    let (status, text) = (answer.status(), answer.text().await.expect("text"));
    (status, serde_json::from_str(&text).unwrap_or(Value::String(text)))
}

fn hidden(html: &str, name: &str) -> String {
    let pattern = regex::Regex::new(&format!(r#"name="{name}" value="([^"]+)""#)).expect("a pattern");
    pattern.captures(html).unwrap_or_else(|| panic!("no {name} in\n{html}"))[1].to_owned()
}

/// A PDF of so many bytes that no two of one test share.
pub fn pdf(seed: u8, length: usize) -> Vec<u8> {
    let mut bytes = b"%PDF-1.7\n".to_vec();
    bytes.extend((bytes.len()..length).map(|n| ((n as u64 * 2_654_435_761) >> 13) as u8 ^ seed));
    bytes
}

pub fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// What the ticket says about its files, once all of them are here.
pub fn files(settings: &Settings, receipt: &str) -> String {
    let shown = settings.run(&["tickets", "show", receipt]);
    String::from_utf8(shown.stdout).expect("UTF-8")
}

fn in_spool(settings: &Settings) -> Vec<std::path::PathBuf> {
    let mut found = Vec::new();
    for upload in std::fs::read_dir(settings.folder().join("data/spool")).into_iter().flatten() {
        for file in std::fs::read_dir(upload.expect("a folder").path()).into_iter().flatten() {
            found.push(file.expect("a file").path());
        }
    }
    found
}

fn pieces_in_spool(settings: &Settings) -> usize {
    in_spool(settings).iter().filter(|path| !path.ends_with("about")).count()
}

pub async fn spool_is_empty(settings: &Settings) {
    let begun = Instant::now();
    while pieces_in_spool(settings) > 0 {
        assert!(begun.elapsed() < PATIENCE * 8, "{} pieces are left", pieces_in_spool(settings));
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_upload_goes_on_where_it_stopped_however_often_the_counter_is_killed() {
    let settings = Settings::new(SETTINGS);
    let mut counter = open(&settings).await;
    let mut browser = Browser::visits(&counter).await;
    for text in TO_FILES {
        browser.says(text).await;
    }
    let content = pdf(1, 6 * PIECE + 77);
    let pieces: Vec<_> = content.chunks(PIECE).collect();
    let (_, begun) = browser.begins(json!({ "name": "合同.pdf", "mime": "application/pdf", "bytes": content.len() })).await;
    let id = begun["id"].as_str().expect("an id").to_owned();
    let mut sent = 0;
    while sent < pieces.len() {
        let next = browser.next(&id).await;
        assert!(next >= sent, "{sent} pieces were confirmed, {next} are there");
        // What was on its way may have arrived whole, the last piece too.
        sent = next;
        for (piece, bytes) in pieces.iter().enumerate().skip(next).take(2) {
            assert_eq!(browser.puts(&id, piece, bytes).await.0, StatusCode::OK);
            sent = piece + 1;
        }
        // Killed while one more is on its way, which nobody confirmed.
        if let Some(piece) = pieces.get(sent) {
            let on_its_way = browser.request(Method::PUT, &format!("/upload/{id}/{sent}")).body(piece.to_vec());
            let sending = tokio::spawn(on_its_way.send());
            tokio::time::sleep(Duration::from_millis(3)).await;
            counter.kill();
            let _ = sending.await;
            counter = open(&settings).await;
            browser.comes_back(&counter);
        }
    }
    // Whatever is said twice has the effect of once.
    assert_eq!(browser.puts(&id, 0, pieces[0]).await.0, StatusCode::OK);
    assert_eq!(browser.done(&id).await, StatusCode::SEE_OTHER);
    counter.kill();
    counter = open(&settings).await;
    browser.comes_back(&counter);
    assert_eq!(browser.done(&id).await, StatusCode::SEE_OTHER);
    assert_eq!(browser.puts(&id, 0, pieces[0]).await.0, StatusCode::CONFLICT);
    spool_is_empty(&settings).await;
    let receipt = browser.submits().await;
    let told = files(&settings, &receipt);
    assert_eq!(told.matches(&sha256(&content)).count(), 1, "{told}");
    // The one way of a file that was never finished: nothing of it is left unsealed.
    let canary = b"canary of an unfinished letter ".repeat(1000);
    let (_, begun) = browser.begins(json!({ "name": "canary.txt", "bytes": canary.len() })).await;
    browser.puts(begun["id"].as_str().expect("an id"), 0, &canary).await;
    assert_eq!(pieces_in_spool(&settings), 1);
    for path in in_spool(&settings) {
        let raw = std::fs::read(&path).expect("a file");
        assert!(!raw.windows(6).any(|part| part == b"canary"), "{path:?}");
    }
    counter.terminate(Duration::from_secs(10)).await.expect("it stops");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_large_file_passes_through_little_memory() {
    let megabytes: usize = std::env::var("MEGABYTES").ok().and_then(|n| n.parse().ok()).unwrap_or(48);
    let settings = Settings::new(SETTINGS);
    let counter = open(&settings).await;
    let browser = Browser::visits(&counter).await;
    for text in TO_FILES {
        browser.says(text).await;
    }
    let peak = || {
        let status = std::fs::read_to_string(format!("/proc/{}/status", counter.id())).expect("a process");
        let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).expect("its peak").to_owned();
        line.split_whitespace().next().and_then(|kib| kib.parse::<u64>().ok()).expect("a number")
    };
    browser.uploads("first.pdf", &pdf(1, PIECE)).await;
    let before = peak();
    let content = pdf(2, megabytes * 1_000_000);
    browser.uploads("large.pdf", &content).await;
    spool_is_empty(&settings).await;
    let more = peak() - before;
    assert!(more < 24 * 1024, "{more} KiB more for {megabytes} MB");
    println!("{megabytes} MB took {more} KiB more than 1 MiB did");
    let receipt = browser.submits().await;
    assert!(files(&settings, &receipt).contains(&sha256(&content)));
    counter.terminate(Duration::from_secs(10)).await.expect("it stops");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn somebody_elses_upload_looks_like_one_that_is_not_there() {
    let settings = Settings::new(SETTINGS);
    let counter = open(&settings).await;
    let (ann, ben) = (Browser::visits(&counter).await, Browser::visits(&counter).await);
    let (_, begun) = ann.begins(json!({ "name": "a.pdf", "bytes": 3 })).await;
    let own = begun["id"].as_str().expect("an id").to_owned();
    let missing = "0".repeat(32);
    let calls = [(Method::GET, ""), (Method::PUT, "/0"), (Method::POST, "/done"), (Method::DELETE, "")];
    for (method, rest) in calls {
        let mut answers = Vec::new();
        for id in [own.as_str(), &missing, "../../etc/passwd", "x"] {
            let path = format!("/upload/{}{rest}", id.replace('/', "%2F"));
            answers.push(json_of(ben.request(method.clone(), &path).body("abc")).await);
        }
        assert_eq!(answers[0].0, StatusCode::NOT_FOUND, "{method} {rest}: {answers:?}");
        assert!(answers.windows(2).all(|pair| pair[0] == pair[1]), "{method} {rest}: {answers:?}");
    }
    // Nothing changes without the token, or for another site.
    for (name, value) in [("x-token", ben.token.as_str()), ("x-token", ""), ("sec-fetch-site", "cross-site")] {
        let mut put = ann.client.put(format!("{}/upload/{own}/0", ann.address)).header("cookie", &ann.cookie).body("abc");
        if name != "x-token" {
            put = put.header("x-token", &ann.token);
        }
        assert_eq!(put.header(name, value).send().await.expect("an answer").status(), StatusCode::FORBIDDEN, "{name}: {value}");
    }
    assert_eq!(ann.next(&own).await, 0);
    assert_eq!(ann.puts(&own, 0, b"abc").await.0, StatusCode::OK);
    counter.terminate(Duration::from_secs(10)).await.expect("it stops");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_does_not_fit_is_refused_with_words_and_leaves_the_rest_alone() {
    let settings = Settings::new("[limits]\nfile_mb = 2\nuploads_mb = 7\nmessages_in_ten_minutes = 0\n");
    let counter = open(&settings).await;
    let browser = Browser::visits(&counter).await;
    let (status, told) = browser.begins(json!({ "name": "a.pdf", "bytes": 2_000_001 })).await;
    assert_eq!(status, StatusCode::PAYLOAD_TOO_LARGE);
    assert!(told["detail"].as_str().is_some_and(|words| words.contains("2") && words.contains("MB")), "{told}");
    let (_, begun) = browser.begins(json!({ "name": "a.pdf" })).await;
    let id = begun["id"].as_str().expect("an id").to_owned();
    assert_eq!(browser.puts(&id, 0, &[7; PIECE]).await.0, StatusCode::OK);
    for (number, length, status) in [
        (1, PIECE, StatusCode::PAYLOAD_TOO_LARGE),
        (0, PIECE + 1, StatusCode::CONFLICT),
        (4_000_000_000, 1, StatusCode::PAYLOAD_TOO_LARGE),
        (1, 0, StatusCode::CONFLICT),
    ] {
        assert_eq!(browser.puts(&id, number, &vec![7; length]).await.0, status, "piece {number} of {length}");
    }
    for body in ["", "{", "[7]", "{\"bytes\": -1}", "{\"name\": 7}", &format!("{{\"name\": \"{}\"}}", "x".repeat(100_000))] {
        let begun = browser.request(Method::POST, "/upload").header("content-type", "application/json").body(body.to_owned());
        assert_eq!(begun.send().await.expect("an answer").status(), StatusCode::BAD_REQUEST, "{body:.40}");
    }
    // 1 MiB and twice 2 MB of 6 MB are taken.
    for expected in [StatusCode::CREATED, StatusCode::CREATED, StatusCode::TOO_MANY_REQUESTS] {
        assert_eq!(browser.begins(json!({ "name": "b.pdf", "bytes": 2_000_000 })).await.0, expected);
    }
    let other = Browser::visits(&counter).await;
    let (status, told) = other.begins(json!({ "name": "c.pdf", "bytes": 2_000_000 })).await;
    assert_eq!(status, StatusCode::INSUFFICIENT_STORAGE, "{told}");
    assert_eq!(browser.request(Method::DELETE, &format!("/upload/{id}")).send().await.expect("an answer").status(), StatusCode::NO_CONTENT);
    assert_eq!(other.begins(json!({ "name": "c.pdf", "bytes": 2_000_000 })).await.0, StatusCode::CREATED);
    counter.terminate(Duration::from_secs(10)).await.expect("it stops");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_form_without_scripts_brings_several_files_and_lies_are_told() {
    let settings = Settings::new("[limits]\nfile_mb = 3\nmessages_in_ten_minutes = 0\n");
    let counter = open(&settings).await;
    let browser = Browser::visits(&counter).await;
    for text in TO_FILES {
        browser.says(text).await;
    }
    let eicar = br"X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*".to_vec();
    let program = b"MZ\x90\x00\x03\x00\x00\x00\x04\x00\x00\x00\xff\xff\x00\x00".repeat(32);
    let good = [("合同 一.pdf", pdf(3, PIECE + 5)), ("../../etc/名单.pdf", pdf(4, 999))];
    let bad = [
        ("病毒.txt", eicar, "可能带有病毒"),
        ("发票.pdf", program, "是程序"),
        ("图.svg", b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>".to_vec(), "脚本"),
        ("空.pdf", Vec::new(), "是空的"),
        ("太大.pdf", pdf(5, 3_000_001), "3 MB"),
    ];
    let part =
        |name: &str, bytes: &[u8]| Part::bytes(bytes.to_vec()).file_name(name.to_owned()).mime_str("application/pdf").expect("a type");
    let mut form = Form::new().text("token", browser.token.clone());
    for (name, bytes, _) in &bad {
        form = form.part("file", part(name, bytes));
    }
    for (name, bytes) in &good {
        form = form.part("file", part(name, bytes));
    }
    // As a browser sends it when nothing was chosen.
    form = form.part("file", Part::bytes(Vec::new()).file_name(""));
    let sent = browser.request(Method::POST, "/upload/form").multipart(form).send().await.expect("an answer");
    assert_eq!(sent.status(), StatusCode::SEE_OTHER);
    for (name, _, words) in &bad {
        let page = browser.sees(words).await;
        assert!(page.contains(name), "{name}:\n{page}");
    }
    spool_is_empty(&settings).await;
    let receipt = browser.submits().await;
    let told = files(&settings, &receipt);
    for (name, bytes) in &good {
        assert!(told.contains(&sha256(bytes)), "{name}: {told}");
    }
    assert_eq!(told.matches("sha256 ").count(), good.len(), "{told}");

    // Without the token first, or from another site, no file is read.
    let bare = Form::new().part("file", part("a.pdf", &pdf(6, 10))).text("token", browser.token.clone());
    let sent = browser.request(Method::POST, "/upload/form").multipart(bare).send().await.expect("an answer");
    assert_eq!(sent.status(), StatusCode::FORBIDDEN);
    assert_eq!(pieces_in_spool(&settings), 0);
    counter.terminate(Duration::from_secs(10)).await.expect("it stops");
}

// --- Links that work once ---------------------------------------------------------------------------------------------

const LINKS: &str = "[server]\npublic_url = \"https://counter.example.org\"\n[personal]\npolicy = \"web-only\"\n\
                     [telegram]\npoll_seconds = 2\nper_second = 0\nperson_per_second = 0\n[[queue]]\nid = \"DESK\"\nname = { en = \"D\" }\n";
const PHONE: &str = "13912345678";

/// The way to the newest link that somebody was sent, on this counter.
fn newest_link(person: &crate::support::telegram::Person, counter: &Counter) -> String {
    let pattern = regex::Regex::new(r"https://counter\.example\.org(/once/[A-Za-z0-9_-]+)").expect("a pattern");
    let seen = person.history();
    let paths = seen.iter().flat_map(|message| pattern.captures_iter(&message.text).map(|found| found[1].to_owned()).collect::<Vec<_>>());
    format!("{}{}", counter.address().expect("it says where"), paths.last().expect("a link"))
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_may_not_pass_over_telegram_comes_over_a_link_that_works_once() {
    let fake = crate::support::telegram::Fake::start_with(crate::support::telegram::Options { check: false, ..Default::default() });
    let settings = Settings::new(LINKS).telegram(&fake);
    let counter = open(&settings).await;
    let person = fake.person(77, "x", "zh");
    for line in ["找人工", "我想问专利的事", "补充更多", "联系方式", "同意"] {
        person.says(line);
        assert!(person.wait_for_answer(PATIENCE).await.is_some(), "no answer to {line}:\n{}", person.transcript());
    }
    let link = newest_link(&person, &counter);
    let client = reqwest::Client::new();
    let get = async |link: &str| {
        let answer = client.get(link).header("accept-language", "zh").send().await.expect("an answer");
        let cookie = answer.headers().contains_key("set-cookie");
        (answer.status(), cookie, answer.text().await.expect("html"))
    };
    // Looking uses nothing up; what there never was looks like what is over.
    for _ in 0..3 {
        let (status, cookie, page) = get(&link).await;
        assert!(status == StatusCode::OK && !cookie && page.contains("联系方式"), "{page}");
    }
    let guessed = format!("{}A", &link[..link.len() - 1]);
    let nothing = get(&guessed).await;
    assert_eq!(nothing.0, StatusCode::NOT_FOUND);
    let send = async |link: &str, text: &str| {
        let form = Form::new().text("text", text.to_owned());
        let answer = client.post(link).multipart(form).send().await.expect("an answer");
        (answer.status(), answer.text().await.expect("html"))
    };
    assert_eq!(send(&link, "  ").await.0, StatusCode::UNPROCESSABLE_ENTITY, "nothing was written");
    let foreign = client.post(&link).header("sec-fetch-site", "cross-site").multipart(Form::new().text("text", PHONE));
    assert_eq!(foreign.send().await.expect("an answer").status(), StatusCode::FORBIDDEN);
    let before = person.history().len();
    let (first, second) = tokio::join!(send(&link, PHONE), send(&link, PHONE));
    assert!(first.0 == StatusCode::OK || second.0 == StatusCode::OK, "{first:?} {second:?}");
    let begun = Instant::now();
    while person.history().len() == before {
        assert!(begun.elapsed() < PATIENCE, "the chat does not go on:\n{}", person.transcript());
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    assert!(fake.wait_until_quiet(Duration::from_secs(1), PATIENCE).await, "it comes to rest");
    let (used, _) = send(&link, PHONE).await;
    assert_eq!((used, get(&link).await), (StatusCode::NOT_FOUND, nothing));
    assert!(!person.transcript().contains(PHONE), "it went back over the chat:\n{}", person.transcript());
    person.says("提交");
    assert!(person.wait_for_answer(PATIENCE).await.is_some(), "{}", person.transcript());
    let pattern = regex::Regex::new(r"WH-\d{6}-[0-9A-Z]{6}").expect("a pattern");
    let transcript = person.transcript();
    let receipt = pattern.find(&transcript).expect("a receipt").as_str();
    let shown = settings.run(&["tickets", "show", receipt, "--reveal", "test"]);
    assert!(String::from_utf8_lossy(&shown.stdout).contains(PHONE), "{}", String::from_utf8_lossy(&shown.stdout));
    assert!(!transcript.contains(PHONE));
    counter.terminate(Duration::from_secs(10)).await.expect("it stops");
}
