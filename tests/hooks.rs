//! Webhooks against a receiver that loses answers, is slow, redirects, or stands where nobody may call.

use crate::support::office::House;
use crate::support::receiver::{Behaviour, Receiver};
use async_trait::async_trait;
use ip_office_bot::desk::{self, By, Request, Where};
use ip_office_bot::hook::address::{Names, Rules};
use ip_office_bot::hook::send::{Answered, Caller, HookSender};
use ip_office_bot::hook::{self, Endpoint, NotChanged, Wish, sign};
use ip_office_bot::id::{ClerkId, Receipt, StateId};
use ip_office_bot::intake::file::Filing;
use ip_office_bot::outbox::{Pace, Worker};
use ip_office_bot::store::{Lane, Parcel};
use ip_office_bot::ticket::act::Act;
use std::collections::BTreeSet;
use std::net::IpAddr;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tokio_util::sync::CancellationToken;

const ALLOWED: &str = "[hooks]\nallow_private = true\nallow_http = true\n";
const INSIDE: Rules = Rules { private: true, http: true };
const SECRET_WORDS: &str = "My neighbour Zhao Xiaoming, 13912345678, sells fakes";

struct Told {
    house: House,
    worker: Arc<Worker>,
    stop: CancellationToken,
}

impl Drop for Told {
    fn drop(&mut self) {
        self.stop.cancel();
    }
}

impl Told {
    async fn open() -> Self {
        Self::with(Duration::from_secs(5)).await
    }

    /// A counter whose webhooks are tried again quickly, and that waits so long for an answer.
    async fn with(whole: Duration) -> Self {
        let house = House::with(ALLOWED).await;
        let caller = Caller::with(INSIDE, Arc::new(hook::address::System), whole).expect("a client");
        let quick = Duration::from_millis(5);
        let pace = Pace { first: quick, longest: quick * 4, look: quick, grace: quick, ..Pace::default() };
        let pace = Pace { give_up: Duration::from_secs(400 * 24 * 3600), ..pace };
        let sender = Arc::new(HookSender::with(Arc::clone(&house.office), caller, pace));
        let (_, from) = tokio::sync::mpsc::unbounded_channel();
        let stop = CancellationToken::new();
        let worker = Worker::start(Arc::clone(&house.office), sender, hook::CHANNEL, from, stop.clone()).await.expect("a worker");
        Self { house, worker, stop }
    }

    async fn add(&self, name: &str, url: String) -> Endpoint {
        hook::add(&self.house.office, Wish { name: name.to_owned(), url, ..Wish::default() }).await.expect("an endpoint")
    }

    /// Somebody asks for a person at the counter.
    async fn ticket(&self) -> Receipt {
        let answers = [("why".into(), vec![SECRET_WORDS.to_owned()])].into();
        let filing = Filing { service: "human-contact".to_owned(), answers, passes: BTreeSet::new(), ..Filing::default() };
        let filed = self.house.intake.file(&filing, &|_| Vec::new()).await.expect("a ticket");
        self.worker.catch_up().await.expect("the store reads");
        filed.0.receipt
    }

    async fn act(&self, receipt: &Receipt, act: Act) {
        let by = By::Clerk(ClerkId("li".to_owned()));
        let request = Request { by, receipt: receipt.clone(), act, place: Where::Elsewhere, event: None, files: Vec::new() };
        desk::perform(&self.house.office, request).await.expect("done");
        self.worker.catch_up().await.expect("the store reads");
    }

    async fn reply(&self, receipt: &Receipt, words: &str) {
        self.act(receipt, Act::Reply { words: words.to_owned(), files: Vec::new(), prepared: None }).await;
    }

    /// Kinds and ids of events that wait in the store.
    async fn waiting(&self) -> Vec<(String, String)> {
        let deliveries = self.house.office.store.deliveries(None, 1000).await.expect("the store reads");
        let event = |parcel| match parcel {
            Parcel::Hook { id, kind, .. } => Some((kind, id)),
            _ => None,
        };
        deliveries.into_iter().filter_map(|delivery| event(delivery.parcel)).collect()
    }

    async fn nothing_waits(&self) {
        for _ in 0..1000 {
            if self.waiting().await.is_empty() {
                return;
            }
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        panic!("still waiting: {:?}", self.waiting().await);
    }

    fn failing(&self, name: &str) -> Option<String> {
        hook::named(&self.house.office, name).expect("an endpoint").failing.map(|failing| failing.why)
    }
}

#[tokio::test]
async fn what_happens_to_a_ticket_is_told_in_order_signed_and_without_anything_personal() {
    let (told, receiver) = (Told::open().await, Receiver::open().await);
    let endpoint = told.add("case-system", receiver.url("/events")).await;
    let receipt = told.ticket().await;
    told.reply(&receipt, "Dear Mr Zhao, we call 13912345678").await;
    told.act(&receipt, Act::Close { outcome: StateId::from("replied"), reason: "Zhao was told".to_owned() }).await;
    let received = receiver.wait_for(3).await;
    let kinds = ["submitted", "replied", "closed"];
    for (n, (request, kind)) in received.iter().zip(kinds).enumerate() {
        let event = request.json();
        let text = |pointer: &str| event.pointer(pointer).and_then(|value| value.as_str()).unwrap_or("").to_owned();
        assert_eq!(text("/specversion"), "1.0");
        assert_eq!(text("/type"), format!("org.ip-office-bot.ticket.{kind}"));
        assert_eq!(text("/id"), format!("{receipt}-{n}"));
        assert_eq!(text("/subject"), receipt.as_str());
        assert_eq!(text("/source"), "urn:ip-office-bot:WH");
        assert!(chrono::DateTime::parse_from_rfc3339(&text("/time")).is_ok());
        assert_eq!(text("/data/service"), "human-contact");
        assert_eq!(text("/data/queue"), "DESK");
        assert_eq!(text("/data/state"), if kind == "closed" { "replied" } else { "waiting" });
        assert_eq!(request.header("content-type"), "application/cloudevents+json; charset=utf-8");
        assert_eq!(request.header("webhook-id"), text("/id"));
        let at = request.header("webhook-timestamp").parse().expect("seconds");
        let signature = sign::signature(&endpoint.secret, (request.header("webhook-id"), at), request.body.as_bytes());
        assert_eq!(Some(request.header("webhook-signature")), signature.as_deref());
        for secret in ["Zhao", "13912345678", "fakes", "\"li\""] {
            assert!(!request.body.contains(secret), "{secret} stands in {}", request.body);
        }
    }
}

#[tokio::test]
async fn an_event_is_committed_with_what_it_tells_about_and_nobody_is_told_without_a_webhook() {
    let told = Told::open().await;
    told.ticket().await;
    assert_eq!(told.waiting().await, []);
    let receiver = Receiver::open().await;
    told.add("case-system", receiver.url("/")).await;
    // No worker learns of these: they lie in the store as after a crash.
    told.stop.cancel();
    let receipt = told.ticket().await;
    told.reply(&receipt, "words").await;
    let expected = ["submitted", "replied"].iter().enumerate().map(|(n, kind)| ((*kind).to_owned(), format!("{receipt}-{n}")));
    assert_eq!(told.waiting().await, expected.collect::<Vec<_>>());
}

#[tokio::test]
async fn lost_answers_and_refusals_delay_events_but_lose_none_and_keep_their_order() {
    let (told, receiver) = (Told::open().await, Receiver::open().await);
    told.add("case-system", receiver.url("/")).await;
    receiver.will([Behaviour::Status(500), Behaviour::Lost, Behaviour::Status(404), Behaviour::Status(200), Behaviour::Lost]);
    let receipt = told.ticket().await;
    told.reply(&receipt, "one").await;
    told.reply(&receipt, "two").await;
    told.nothing_waits().await;
    let ids: Vec<String> = receiver.received().iter().map(|request| request.header("webhook-id").to_owned()).collect();
    let id = |n: usize| format!("{receipt}-{n}");
    assert_eq!(ids, [id(0), id(0), id(0), id(0), id(1), id(1), id(2)]);
}

#[tokio::test]
async fn a_silent_endpoint_holds_up_nobody_else() {
    let (told, silent, quick) = (Told::with(Duration::from_secs(60)).await, Receiver::open().await, Receiver::open().await);
    told.add("silent", silent.url("/")).await;
    told.add("quick", quick.url("/")).await;
    silent.will([Behaviour::Silent]);
    let receipt = told.ticket().await;
    told.reply(&receipt, "one").await;
    assert_eq!(quick.wait_for(2).await.len(), 2);
    assert_eq!(silent.wait_for(1).await.len(), 1, "the second waits for the first");
    assert_eq!(told.waiting().await.len(), 2);
}

#[tokio::test]
async fn a_slow_or_endless_answer_ends_in_time() {
    let receiver = Receiver::open().await;
    let caller = Caller::with(INSIDE, Arc::new(hook::address::System), Duration::from_millis(300)).expect("a client");
    let endpoint = endpoint(&receiver.url("/"));
    receiver.will([Behaviour::Silent, Behaviour::Endless]);
    let call = || caller.call(&endpoint, chrono::Utc::now(), ("id", "{}"));
    assert_eq!(call().await, Answered::Not("no answer in time".to_owned()));
    assert_eq!(call().await, Answered::Taken, "what comes after 64 KiB is not read");
}

#[tokio::test]
async fn a_redirect_is_not_followed_and_a_pause_is_kept() {
    let (receiver, elsewhere) = (Receiver::open().await, Receiver::open().await);
    let caller = Caller::with(INSIDE, Arc::new(hook::address::System), Duration::from_secs(5)).expect("a client");
    for status in [301, 302, 307, 308] {
        receiver.will([Behaviour::With(status, "location", elsewhere.url("/x"))]);
        let answer = caller.call(&endpoint(&receiver.url("/")), chrono::Utc::now(), ("id", "{}")).await;
        assert_eq!(answer, Answered::Not(format!("it redirects ({status}), which is not followed")));
    }
    assert_eq!(elsewhere.connections(), 0);
    receiver.will([Behaviour::With(429, "retry-after", "90".to_owned())]);
    let answer = caller.call(&endpoint(&receiver.url("/")), chrono::Utc::now(), ("id", "{}")).await;
    assert_eq!(answer, Answered::Later(Duration::from_secs(90)));
}

fn endpoint(url: &str) -> Endpoint {
    serde_json::from_value(serde_json::json!({
        "number": 1, "name": "x", "url": url, "secret": "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "created": "2026-11-23T02:00:00Z",
    }))
    .expect("an endpoint")
}

/// Names that lead where somebody wants them to lead, another place each time.
struct Rebound {
    answers: Mutex<Vec<Vec<IpAddr>>>,
    asked: AtomicUsize,
}

#[async_trait]
impl Names for Rebound {
    async fn resolve(&self, _name: &str) -> std::io::Result<Vec<IpAddr>> {
        self.asked.fetch_add(1, Ordering::SeqCst);
        Ok(self.answers.lock().expect("no panic").pop().unwrap_or_default())
    }
}

#[tokio::test]
async fn no_address_inside_a_network_is_called_however_it_is_named() {
    let receiver = Receiver::open().await;
    let port = receiver.address.port();
    let outside = Rules { private: false, http: true };
    let address = |text: &str| text.parse::<IpAddr>().expect("an address");
    let inside = ["127.0.0.1", "::ffff:127.0.0.1", "169.254.169.254", "10.0.0.7", "0.0.0.0", "::1"];
    let names = Rebound { answers: Mutex::new(inside.iter().map(|text| vec![address(text)]).collect()), asked: AtomicUsize::new(0) };
    let names = Arc::new(names);
    let caller = Caller::with(outside, Arc::clone(&names) as _, Duration::from_secs(2)).expect("a client");
    let private = Answered::Not(hook::address::Refused::Private.to_string());
    for _ in inside {
        let answer = caller.call(&endpoint(&format!("http://hooks.example.org:{port}/")), chrono::Utc::now(), ("id", "{}")).await;
        assert_eq!(answer, private);
    }
    // The name that was looked at is the name that is called: there is no second look between which it could change.
    assert_eq!(names.asked.load(Ordering::SeqCst), inside.len());
    for host in ["127.0.0.1", "localhost.localdomain.127.0.0.1", "[::1]", "[::ffff:127.0.0.1]", "2130706433", "0x7f.1"] {
        let answer = caller.call(&endpoint(&format!("http://{host}:{port}/")), chrono::Utc::now(), ("id", "{}")).await;
        assert!(matches!(answer, Answered::Not(_)), "{host}: {answer:?}");
    }
    assert_eq!(receiver.connections(), 0);
    // Of an answer that mixes both only what is allowed is left.
    let mixed = Rebound { answers: Mutex::new(vec![vec![address("127.0.0.1"), address("8.8.8.8")]]), asked: AtomicUsize::new(0) };
    let guarded = hook::address::Guarded::new(Arc::new(mixed), outside);
    let left = reqwest::dns::Resolve::resolve(&guarded, "hooks.example.org".parse().expect("a name")).await.expect("one is left");
    assert_eq!(left.map(|socket| socket.ip()).collect::<Vec<_>>(), [address("8.8.8.8")]);
}

#[tokio::test]
async fn an_address_that_may_not_be_called_is_refused_when_it_is_added() {
    let house = House::open().await;
    let add = async |url: &str| {
        let wish = Wish { name: "x".to_owned(), url: url.to_owned(), ..Wish::default() };
        hook::add(&house.office, wish).await.map(|endpoint| endpoint.url)
    };
    assert!(matches!(add("https://169.254.169.254/latest").await, Err(NotChanged::Address(_))));
    assert!(matches!(add("http://example.org/").await, Err(NotChanged::Address(_))));
    assert_eq!(add("https://example.org/hooks").await.as_deref(), Ok("https://example.org/hooks"));
    assert_eq!(add("https://example.org/hooks").await, Err(NotChanged::Taken));
    let wish = Wish { name: "y".to_owned(), url: "https://example.org/".to_owned(), kinds: vec!["eaten".to_owned()], queues: Vec::new() };
    assert!(matches!(hook::add(&house.office, wish).await, Err(NotChanged::Kind(_))));
}

#[tokio::test]
async fn an_endpoint_that_takes_nothing_for_three_days_is_set_aside_and_comes_back_with_what_it_missed() {
    let (told, receiver) = (Told::open().await, Receiver::open().await);
    told.add("case-system", receiver.url("/")).await;
    receiver.will(std::iter::repeat_n(Behaviour::Status(500), 100_000));
    let receipt = told.ticket().await;
    receiver.wait_for(2).await;
    assert_eq!(told.failing("case-system"), None);
    told.house.clock.pass(chrono::Duration::hours(hook::send::GIVE_UP_HOURS));
    told.nothing_waits().await;
    assert_eq!(told.failing("case-system").as_deref(), Some("it answered 500"));
    // It is told no more, and nothing piles up.
    told.reply(&receipt, "one").await;
    assert_eq!(told.waiting().await, []);
    let endpoint = hook::named(&told.house.office, "case-system").expect("an endpoint");
    assert!(hook::send::test(&told.house.office, &endpoint).await.is_err());
    let well = Receiver::open().await;
    hook::remove(&told.house.office, "case-system").await.expect("removed");
    let moved = told.add("case-system", well.url("/")).await;
    hook::send::test(&told.house.office, &moved).await.expect("taken");
    let since = told.house.office.now() - chrono::Duration::days(30);
    assert_eq!(hook::replay(&told.house.office, &moved, since).await.expect("replayed"), 2);
    told.worker.catch_up().await.expect("the store reads");
    let ids: Vec<String> = well.wait_for(3).await[1..].iter().map(|request| request.header("webhook-id").to_owned()).collect();
    assert_eq!(ids, [format!("{receipt}-0"), format!("{receipt}-1")]);
}

#[tokio::test]
async fn an_endpoint_that_is_gone_is_set_aside_at_once_and_a_test_brings_it_back() {
    let (told, receiver) = (Told::open().await, Receiver::open().await);
    told.add("case-system", receiver.url("/")).await;
    receiver.will([Behaviour::Status(410)]);
    told.ticket().await;
    told.nothing_waits().await;
    assert!(told.failing("case-system").is_some());
    let endpoint = hook::named(&told.house.office, "case-system").expect("an endpoint");
    hook::send::test(&told.house.office, &endpoint).await.expect("taken");
    assert_eq!(told.failing("case-system"), None);
    told.ticket().await;
    assert_eq!(receiver.wait_for(3).await.len(), 3);
}

#[tokio::test]
async fn an_endpoint_is_told_only_what_it_wants() {
    let (told, receiver) = (Told::open().await, Receiver::open().await);
    let wish = Wish { name: "some".to_owned(), url: receiver.url("/"), kinds: vec!["transferred".to_owned()], queues: vec!["AID".into()] };
    hook::add(&told.house.office, wish).await.expect("an endpoint");
    let receipt = told.ticket().await;
    told.reply(&receipt, "one").await;
    let pass = |to: &str| Act::Transfer { to: to.into(), reason: "theirs".to_owned() };
    told.act(&receipt, pass("ENF")).await;
    told.act(&receipt, pass("AID")).await;
    told.act(&receipt, pass("DESK")).await;
    let events: Vec<(String, String)> = receiver
        .wait_for(2)
        .await
        .iter()
        .map(|request| request.json())
        .map(|event| [&event["data"]["queue_before"], &event["data"]["queue"]].map(|name| name.as_str().unwrap_or("").to_owned()).into())
        .collect();
    assert_eq!(events, [("ENF".to_owned(), "AID".to_owned()), ("AID".to_owned(), "DESK".to_owned())]);
    let lanes = told.house.ever_sent().into_iter().filter(|delivery| matches!(delivery.lane, Lane::Hook(_))).count();
    assert_eq!(lanes, 0, "no other channel takes events");
}

#[tokio::test]
async fn what_an_endpoint_did_not_take_is_listed_with_its_reason_and_sent_again() {
    let receiver = Receiver::open().await;
    let told = Told::open().await;
    let endpoint = told.add("cases", receiver.url("/events")).await;
    receiver.will([Behaviour::Status(410)]);
    let receipt = told.ticket().await;
    told.nothing_waits().await;
    let lines = hook::log::lines(&told.house.office, &endpoint, 10).await.expect("the store reads");
    assert_eq!(lines.iter().map(|line| (line.event.clone(), line.failed.is_some())).collect::<Vec<_>>(), [(format!("{receipt}-0"), true)]);
    assert!(lines[0].failed.as_deref().is_some_and(|why| why.contains("410")));
    let endpoint = hook::named(&told.house.office, "cases").expect("it is there");
    hook::send::test(&told.house.office, &endpoint).await.expect("it takes the test event");
    let endpoint = hook::named(&told.house.office, "cases").expect("it is there");
    let since = told.house.office.now() - chrono::Duration::days(1);
    assert_eq!(hook::log::replay_failed(&told.house.office, &endpoint, since).await, Ok(1));
    told.worker.catch_up().await.expect("the store reads");
    told.nothing_waits().await;
    let lines = hook::log::lines(&told.house.office, &endpoint, 10).await.expect("the store reads");
    assert_eq!(lines.first().map(|line| line.failed.clone()), Some(None), "taken now");
    assert_eq!(hook::log::replay_failed(&told.house.office, &endpoint, since).await, Ok(0), "nothing is left to send again");
    assert!(hook::log::replay_one(&told.house.office, &endpoint, &format!("{receipt}-0")).await.expect("the store reads"));
    assert!(!hook::log::replay_one(&told.house.office, &endpoint, "nonsense").await.expect("the store reads"));
}
