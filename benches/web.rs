//! The page of the public under load: a thousand open streams of news and two hundred visitors who file at once, against the real
//! program on one core.
//!
//!     cargo bench --bench web -- [STREAMS] [VISITORS] [PAUSE-MS]        default 1000 200 1000
//!
//! Program on core 0, visitors on core 1 (`taskset`, when it is there). Half of the visitors have scripts and get parts of the page, the
//! others get whole pages after a redirect. All begin in the same moment. A pause is the time that a visitor thinks before each answer;
//! without one (`1000 200 0`) two hundred answers are always under way, which is what two hundred programs do and no people. It fails
//! when an answer takes more than 200 ms at p99, when the program takes more than 150 MiB, or when something is lost: a stream that
//! hears nothing, a visitor without a receipt, a receipt without a ticket.

use std::collections::BTreeSet;
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant};
use tokio::sync::Barrier;

const LIMIT: Duration = Duration::from_millis(200);
const MEMORY: f64 = 150.0;
/// Requests that each visitor files.
const ROUNDS: usize = 3;
const SETTINGS: &str =
    "[server]\nproxies = [\"127.0.0.1\"]\n[limits]\ntickets_a_day = 1000000\nmessages_in_ten_minutes = 0\n[log]\nfilter = \"warn\"\n";

fn main() {
    let numbers: Vec<u64> = std::env::args().skip(1).filter_map(|argument| argument.parse().ok()).collect();
    let [streams, visitors, pause] = [(0, 1000), (1, 200), (2, 1000)].map(|(at, usual)| numbers.get(at).copied().unwrap_or(usual));
    pin(std::process::id(), "1");
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("office.toml"), SETTINGS).expect("settings");
    let (program, address) = open(folder.path());
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    let (mut waits, receipts, heard) = runtime.block_on(visit(&address, (streams, visitors), Duration::from_millis(pause)));
    let (now, most) = (memory(program.0.id(), "VmRSS"), memory(program.0.id(), "VmHWM"));
    let took = (waits.1, waits.0.len());
    let waits = &mut waits.0;
    waits.sort_unstable();
    let at = |part: f64| waits[((waits.len() - 1) as f64 * part) as usize];
    let (p50, p99) = (at(0.5), at(0.99));
    println!(
        "{streams} streams, {visitors} visitors, {pause} ms of thought: {} answers in {:.1} s, {:.0} a second",
        took.1,
        took.0.as_secs_f64(),
        took.1 as f64 / took.0.as_secs_f64()
    );
    println!("p50 {:.1} ms, p99 {:.1} ms, longest {:.1} ms; {now:.1} MiB now, {most:.1} MiB at most", ms(p50), ms(p99), ms(at(1.0)));
    println!("{} receipts, {heard} of {streams} streams heard of an answer", receipts.len());
    drop(program);
    let kept = kept(folder.path());
    assert_eq!(receipts.len(), visitors as usize * ROUNDS, "everybody has their receipts");
    assert!(receipts.is_subset(&kept), "receipts without a ticket");
    assert_eq!(heard, streams, "streams that heard nothing");
    assert!(p99 < LIMIT, "p99 is over {LIMIT:?}");
    assert!(most < MEMORY, "more than {MEMORY} MiB");
}

fn ms(wait: Duration) -> f64 {
    wait.as_secs_f64() * 1000.0
}

fn pin(id: u32, core: &str) {
    let _ = Command::new("taskset").args(["-acp", core, &id.to_string()]).stdout(Stdio::null()).stderr(Stdio::null()).status();
}

/// The program; ended with it.
struct Program(Child);

impl Drop for Program {
    fn drop(&mut self) {
        let _ = Command::new("kill").args(["-TERM", &self.0.id().to_string()]).status();
        let _ = self.0.wait();
    }
}

fn command(folder: &std::path::Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ip-office-bot"));
    command.current_dir(folder).env("OFFICE__SERVER__LISTEN", "127.0.0.1:0").env_remove("TELOXIDE_TOKEN");
    command
}

/// Starts the program and waits for its address.
fn open(folder: &std::path::Path) -> (Program, String) {
    let mut child = command(folder).arg("serve").stdout(Stdio::piped()).stderr(Stdio::inherit()).spawn().expect("the program starts");
    pin(child.id(), "0");
    let mut lines = BufReader::new(child.stdout.take().expect("piped")).lines().map_while(Result::ok);
    let address = lines.find_map(|line| line.strip_prefix("The counter is open: ").map(str::to_owned)).expect("it opens");
    std::thread::spawn(move || lines.for_each(drop));
    (Program(child), address)
}

fn kept(folder: &std::path::Path) -> BTreeSet<String> {
    let listed = command(folder).args(["tickets", "list", "--closed", "--json"]).output().expect("the program runs");
    let receipt = |line: &str| serde_json::from_str::<serde_json::Value>(line).ok()?["receipt"].as_str().map(str::to_owned);
    String::from_utf8_lossy(&listed.stdout).lines().filter_map(receipt).collect()
}

/// Memory of a process in MiB, as the kernel calls it.
fn memory(id: u32, what: &str) -> f64 {
    let status = std::fs::read_to_string(format!("/proc/{id}/status")).unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with(what)).unwrap_or_default();
    line.split_whitespace().nth(1).and_then(|kib| kib.parse::<f64>().ok()).unwrap_or(0.0) / 1024.0
}

type Waits = (Vec<Duration>, Duration);

async fn visit(address: &str, (streams, visitors): (u64, u64), pause: Duration) -> (Waits, BTreeSet<String>, u64) {
    let mut open = Vec::new();
    for n in 0..streams {
        let mut listener = Visitor::new(address, n, true);
        let page = listener.page().await;
        listener.post("/say", &page, ("text", "/help")).await;
        let stream = listener.dressed(listener.client.get(format!("{address}/events"))).send().await.expect("a stream");
        assert_eq!(stream.status().as_u16(), 200);
        open.push((listener, stream));
    }
    let begin = Arc::new(Barrier::new(visitors as usize));
    let begun = Instant::now();
    let filing: Vec<_> = (0..visitors)
        .map(|n| tokio::spawn(Visitor::new(address, streams + n, n.is_multiple_of(2)).files(Arc::clone(&begin), pause)))
        .collect();
    let (mut waits, mut receipts) = (Vec::new(), BTreeSet::new());
    for filing in filing {
        let (mut own, mut got) = filing.await.expect("a visitor");
        waits.append(&mut own);
        receipts.append(&mut got);
    }
    let took = begun.elapsed();
    let mut heard = 0;
    for (mut listener, mut stream) in open {
        let page = listener.page().await;
        listener.post("/say", &page, ("text", "/help")).await;
        let mut words = String::new();
        while let Ok(Ok(Some(piece))) = tokio::time::timeout(Duration::from_secs(5), stream.chunk()).await {
            words.push_str(&String::from_utf8_lossy(&piece));
            if words.contains("event: page") {
                heard += 1;
                break;
            }
        }
    }
    ((waits, took), receipts, heard)
}

/// Somebody before a browser.
struct Visitor {
    client: reqwest::Client,
    address: String,
    cookie: String,
    from: String,
    has_scripts: bool,
}

impl Visitor {
    fn new(address: &str, n: u64, has_scripts: bool) -> Self {
        let client = reqwest::Client::builder().redirect(reqwest::redirect::Policy::none()).build().expect("a client");
        let from = format!("10.{}.{}.{}", n >> 16, (n >> 8) & 255, n & 255);
        Self { client, address: address.to_owned(), cookie: String::new(), from, has_scripts }
    }

    fn dressed(&self, request: reqwest::RequestBuilder) -> reqwest::RequestBuilder {
        let request = request.header("x-forwarded-for", &self.from).header("accept-language", "zh-CN").header("cookie", &self.cookie);
        request.header("accept", if self.has_scripts { "text/html; fragment" } else { "text/html" })
    }

    async fn send(&mut self, request: reqwest::RequestBuilder) -> (u16, Option<String>, String) {
        let answer = self.dressed(request).send().await.expect("an answer");
        let header = |name: &str| answer.headers().get(name).and_then(|value| value.to_str().ok()).map(str::to_owned);
        if let Some(cookie) = header("set-cookie") {
            self.cookie = cookie.split(';').next().unwrap_or_default().to_owned();
        }
        (answer.status().as_u16(), header("location"), answer.text().await.expect("text"))
    }

    async fn page(&mut self) -> String {
        let request = self.client.get(format!("{}/", self.address)).header("accept", "text/html");
        self.send(request).await.2
    }

    async fn post(&mut self, path: &str, page: &str, (name, value): (&str, &str)) -> String {
        let form = [("token", last(page, "token")), ("once", last(page, "once")), (name, value)];
        let request = self.client.post(format!("{}{path}", self.address)).form(&form).header("sec-fetch-site", "same-origin");
        let (status, to, body) = self.send(request).await;
        match to {
            Some(_) => self.page().await,
            None if status == 200 => body,
            None => panic!("{status}: {body}"),
        }
    }

    /// Files requests, one after the other: the time that each answer took, and the receipts.
    async fn files(mut self, begin: Arc<Barrier>, pause: Duration) -> (Vec<Duration>, BTreeSet<String>) {
        let (mut waits, mut receipts) = (Vec::new(), BTreeSet::new());
        let mut page = self.page().await;
        begin.wait().await;
        while receipts.len() < ROUNDS && waits.len() < 60 {
            let token = ["提交", "跳过", "同意"].into_iter().find_map(|label| button(&page, label));
            let what = token.as_deref().map_or(("text", "/start human-contact"), |token| ("press", token));
            let asked = Instant::now();
            page = self.post("/say", &page, what).await;
            waits.push(asked.elapsed());
            receipts.extend(receipts_in(&page));
            tokio::time::sleep(pause).await;
        }
        (waits, receipts)
    }
}

/// Value of the last hidden field of that name.
fn last<'p>(page: &'p str, name: &str) -> &'p str {
    page.rsplit_once(&format!("name=\"{name}\" value=\"")).and_then(|(_, rest)| rest.split('"').next()).expect("a field")
}

/// What the newest button of that label sends.
fn button(page: &str, label: &str) -> Option<String> {
    let turn = page.rsplit_once("id=\"turn\"").map_or(page, |(_, turn)| turn);
    turn.split("name=\"press\" value=\"").skip(1).find_map(|part| {
        let (token, rest) = part.split_once('"')?;
        let shown = rest.split_once('>')?.1.split_once("</button>")?.0;
        (shown == label).then(|| token.to_owned())
    })
}

fn receipts_in(page: &str) -> BTreeSet<String> {
    let parts = page.split("<code>").skip(1).filter_map(|part| part.split("</code>").next());
    parts.filter(|code| code.starts_with("WH-")).map(str::to_owned).collect()
}
