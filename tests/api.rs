//! The API of programs over a real connection: the JSON API against its own description, and Open311.

mod open311;
mod schema;

use crate::support::office::House;
use ip_office_bot::id::Receipt;
use ip_office_bot::intake::file::Filing;
use ip_office_bot::program::call;
use ip_office_bot::program::token::{self, Scope, Wish};
use ip_office_bot::web::api::problem::{Kind, TYPE};
use ip_office_bot::web::api::table::{Method, OPERATIONS};
use ip_office_bot::web::api::{self, BASE};
use reqwest::StatusCode;
use serde_json::{Value, json};

const WORDS: &str = "Zhao Xiaoming of Some Road 5, 13912345678, sells fake cups in his shop every day";
const NUMBER: &str = "13912345678";

/// A counter whose routes for programs stand on a port of this machine.
pub struct Site {
    pub house: House,
    base: String,
    http: reqwest::Client,
    task: tokio::task::JoinHandle<()>,
}

impl Drop for Site {
    fn drop(&mut self) {
        self.task.abort();
    }
}

/// An answer, read.
#[derive(Debug)]
pub struct Answered {
    pub status: StatusCode,
    pub kind: String,
    pub text: String,
}

impl Answered {
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.text).unwrap_or_else(|_| panic!("no JSON: {}", self.text))
    }

    /// Name of the problem; the answer must be one.
    fn problem(&self) -> String {
        assert_eq!(self.kind, "application/problem+json", "{}", self.text);
        let body = self.json();
        assert_eq!(body["status"], self.status.as_u16());
        body["type"].as_str().unwrap_or("").trim_start_matches(TYPE).to_owned()
    }
}

impl Site {
    pub async fn open() -> Self {
        let house = House::open().await;
        let routes: axum::Router = api::routes(&house.office, &house.intake);
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let base = format!("http://{}", listener.local_addr().expect("an address"));
        let task = tokio::spawn(async move { axum::serve(listener, routes).await.expect("served") });
        Self { house, base, http: reqwest::Client::builder().no_proxy().build().expect("a client"), task }
    }

    pub async fn token(&self, name: &str, scopes: &[Scope], queues: &[&str]) -> String {
        let queues = queues.iter().map(|queue| (*queue).into()).collect();
        let wish = Wish { name: name.to_owned(), scopes: scopes.to_vec(), queues, days: Some(30) };
        token::add(&self.house.office, wish).await.expect("a token").1
    }

    pub async fn send(&self, request: impl FnOnce(&reqwest::Client, &str) -> reqwest::RequestBuilder) -> Answered {
        let response = request(&self.http, &self.base).send().await.expect("an answer");
        let kind = response.headers().get("content-type").and_then(|kind| kind.to_str().ok()).unwrap_or("").to_owned();
        Answered { status: response.status(), kind, text: response.text().await.expect("text") }
    }

    async fn get(&self, token: &str, path: &str) -> Answered {
        self.send(|http, base| http.get(format!("{base}{BASE}{path}")).bearer_auth(token)).await
    }

    async fn post(&self, token: &str, path: &str, body: Value) -> Answered {
        self.send(|http, base| http.post(format!("{base}{BASE}{path}")).bearer_auth(token).json(&body)).await
    }

    async fn post_once(&self, (token, key): (&str, &str), path: &str, body: Value) -> Answered {
        self.send(|http, base| http.post(format!("{base}{BASE}{path}")).bearer_auth(token).header("idempotency-key", key).json(&body)).await
    }

    /// Somebody asks for a person at the counter.
    async fn ticket(&self) -> Receipt {
        let answers = [("why".into(), vec![WORDS.to_owned()]), ("contact".into(), vec![NUMBER.to_owned()])].into();
        let filing = Filing { service: "human-contact".to_owned(), consents: true, answers, ..Filing::default() };
        self.house.intake.file(&filing, &|_| Vec::new()).await.expect("a ticket").0.receipt
    }
}

fn method(operation: &api::table::Operation) -> reqwest::Method {
    match operation.method {
        Method::Get => reqwest::Method::GET,
        Method::Post => reqwest::Method::POST,
    }
}

#[tokio::test]
async fn every_operation_wants_a_token_with_its_scope_and_refuses_with_a_problem() {
    let site = Site::open().await;
    let receipt = site.ticket().await;
    let nothing = site.token("nothing", &[Scope::RequestsCreate], &[]).await;
    let document = site.send(|http, base| http.get(format!("{base}{BASE}/openapi.json"))).await.json();
    let refused = schema::of(&document, "Problem");
    for operation in OPERATIONS.iter().filter(|operation| operation.scope.is_some()) {
        let path = operation.path.replace("{receipt}", receipt.as_str());
        let call = |token: Option<&'static str>| (method(operation), format!("{BASE}{path}"), token);
        for token in [None, Some("iob_x"), Some("Zm9v")] {
            let (method, path, token) = call(token);
            let answer = site
                .send(|http, base| {
                    let request = http.request(method, format!("{base}{path}"));
                    token.map_or(request.try_clone().expect("no body"), |token| request.bearer_auth(token))
                })
                .await;
            assert_eq!((answer.status, answer.problem().as_str()), (StatusCode::UNAUTHORIZED, "token"), "{}", operation.id);
            schema::check(&document, &refused, &answer.json());
        }
        let answer = site.send(|http, base| http.request(method(operation), format!("{base}{BASE}{path}")).bearer_auth(&nothing)).await;
        assert_eq!((answer.status, answer.problem().as_str()), (StatusCode::FORBIDDEN, "scope"), "{}", operation.id);
        let other = site.send(|http, base| http.delete(format!("{base}{BASE}{path}")).bearer_auth(&nothing)).await;
        assert_eq!((other.status, other.problem().as_str()), (StatusCode::METHOD_NOT_ALLOWED, "method"), "{}", operation.id);
    }
    let missing = site.get(&nothing, "/nothing").await;
    assert_eq!((missing.status, missing.problem().as_str()), (StatusCode::NOT_FOUND, "not-found"));
}

#[tokio::test]
async fn real_answers_are_of_the_form_that_is_described() {
    let site = Site::open().await;
    let token = site.token("case-system", &Scope::ALL, &[]).await;
    let document = site.send(|http, base| http.get(format!("{base}{BASE}/openapi.json"))).await.json();
    assert_eq!(document["openapi"], "3.1.0");
    let receipt = open311::report(&site).await;
    site.ticket().await;
    let body = |id: &str| match id {
        "reply" | "note" => json!({ "words": "We look into it." }),
        "setState" => json!({ "state": "received", "reason": "It came." }),
        "extend" => json!({ "working_days": 5, "reason": "The other side is abroad." }),
        "transfer" => json!({ "queue": "ENF", "reason": "Theirs." }),
        "close" => json!({ "outcome": "no-violation", "reason": "Nothing was found." }),
        other => panic!("no body for {other}: an operation is new"),
    };
    let mut seen = 0_usize;
    for operation in OPERATIONS {
        let path = operation.path.replace("{receipt}", receipt.as_str());
        let described = &document["paths"][operation.path][method(operation).as_str().to_lowercase()];
        if operation.id == "extend" {
            for state in ["checking", "opened"] {
                let answer = site.post(&token, &format!("/tickets/{receipt}/state"), json!({ "state": state })).await;
                assert_eq!(answer.status, StatusCode::OK, "{}", answer.text);
            }
        }
        let answer = match operation.method {
            Method::Get => site.get(&token, &path).await,
            Method::Post => {
                let body = body(operation.id);
                schema::check(&document, &described["requestBody"]["content"]["application/json"]["schema"], &body);
                site.post(&token, &path, body).await
            }
        };
        assert_eq!((answer.status, answer.kind.as_str()), (StatusCode::OK, "application/json"), "{}: {}", operation.id, answer.text);
        schema::check(&document, &described["responses"]["200"]["content"]["application/json"]["schema"], &answer.json());
        seen += 1;
    }
    let whole = site.get(&token, &format!("/tickets/{receipt}?reason=case%204711&language=en")).await;
    let described = &document["paths"]["/tickets/{receipt}"]["get"]["responses"]["200"]["content"]["application/json"]["schema"];
    schema::check(&document, described, &whole.json());
    assert_eq!(
        seen,
        document["paths"].as_object().expect("paths").values().map(|path| path.as_object().map_or(0, serde_json::Map::len)).sum::<usize>()
    );
    let happened: Vec<String> =
        whole.json()["history"].as_array().expect("a history").iter().map(|line| line["what"].as_str().unwrap_or("").to_owned()).collect();
    let acts = ["submitted", "replied", "noted", "state-set", "state-set", "state-set", "extended", "transferred", "closed", "revealed"];
    assert_eq!(happened, acts);
    let ticket = site.house.ticket(&receipt).await;
    assert_eq!(ticket.body.history[1].by, ip_office_bot::ticket::Actor::Clerk(ip_office_bot::id::ClerkId("api:case-system".to_owned())));
}

#[tokio::test]
async fn the_same_key_does_its_work_once_and_another_body_under_it_is_refused() {
    let site = Site::open().await;
    let token = site.token("case-system", &[Scope::TicketsAct], &[]).await;
    let receipt = site.ticket().await;
    let path = format!("/tickets/{receipt}/reply");
    let first = site.post_once((&token, "k-1"), &path, json!({ "words": "one" })).await;
    assert_eq!(first.status, StatusCode::OK);
    let again = site.post_once((&token, "k-1"), &path, json!({ "words": "one" })).await;
    assert_eq!((again.status, &again.text), (first.status, &first.text));
    let other = site.post_once((&token, "k-1"), &path, json!({ "words": "two" })).await;
    assert_eq!((other.status, other.problem().as_str()), (StatusCode::UNPROCESSABLE_ENTITY, "key-reused"));
    let elsewhere = site.post_once((&token, "k-1"), &format!("/tickets/{receipt}/note"), json!({ "words": "one" })).await;
    assert_eq!(elsewhere.problem(), "key-reused");
    assert_eq!(site.house.ticket(&receipt).await.body.history.len(), 2, "submitted and one reply");
    // Somebody else's key is another key.
    let neighbour = site.token("neighbour", &[Scope::TicketsAct], &[]).await;
    assert_eq!(site.post_once((&neighbour, "k-1"), &path, json!({ "words": "three" })).await.status, StatusCode::OK);
    // A refusal is kept as well.
    let refused = site.post_once((&token, "k-2"), &path, json!({ "words": "  " })).await;
    assert_eq!((refused.status, refused.problem().as_str()), (StatusCode::CONFLICT, "refused"));
    assert_eq!(refused.json()["reason"], "no-words");
    assert_eq!(site.post_once((&token, "k-2"), &path, json!({ "words": "  " })).await.text, refused.text);
    // After a day the key is free, and what was kept is swept.
    site.house.clock.pass(chrono::Duration::hours(call::HOURS));
    assert_eq!(site.post_once((&token, "k-1"), &path, json!({ "words": "two" })).await.status, StatusCode::OK);
    site.house.clock.pass(chrono::Duration::hours(2 * call::HOURS));
    assert!(call::sweep(&site.house.office).await.expect("swept") >= 4);
    assert_eq!(call::sweep(&site.house.office).await, Ok(0));
    let long = site.post_once((&token, &"k".repeat(256)), &path, json!({ "words": "x" })).await;
    assert_eq!(long.problem(), "malformed");
}

#[tokio::test]
async fn calls_with_one_key_at_the_same_moment_do_their_work_once() {
    let site = Site::open().await;
    let token = site.token("case-system", &[Scope::TicketsAct], &[]).await;
    let receipt = site.ticket().await;
    let path = format!("/tickets/{receipt}/note");
    let calls = (0..12).map(|_| site.post_once((&token, "same"), &path, json!({ "words": "one" })));
    let answers = futures_util::future::join_all(calls).await;
    for answer in &answers {
        assert!(answer.status == StatusCode::OK || answer.problem() == "in-progress", "{answer:?}");
    }
    assert!(answers.iter().any(|answer| answer.status == StatusCode::OK));
    assert_eq!(site.house.ticket(&receipt).await.body.history.len(), 2);
}

#[tokio::test]
async fn a_program_sees_only_its_queues_and_cannot_tell_others_from_nothing() {
    let site = Site::open().await;
    let aid = site.token("aid", &[Scope::TicketsRead, Scope::TicketsAct, Scope::FiguresRead], &["AID"]).await;
    let all = site.token("all", &[Scope::TicketsRead, Scope::TicketsAct, Scope::FiguresRead], &[]).await;
    let receipt = site.ticket().await;
    let unknown = Receipt::new("WH", chrono::NaiveDate::from_ymd_opt(2026, 11, 23).expect("a day"), [1, 2, 3, 4, 5]);
    let there = site.get(&aid, &format!("/tickets/{receipt}")).await;
    let missing = site.get(&aid, &format!("/tickets/{unknown}")).await;
    assert_eq!((there.status, &there.text), (StatusCode::NOT_FOUND, &missing.text));
    let note = site.post(&aid, &format!("/tickets/{receipt}/note"), json!({ "words": "x" })).await;
    assert_eq!((note.status, &note.text), (StatusCode::NOT_FOUND, &missing.text));
    assert_eq!(site.get(&aid, "/tickets?status=all").await.json()["tickets"], json!([]));
    assert_eq!(site.get(&aid, "/tickets?queue=DESK").await.json()["tickets"], json!([]));
    assert_eq!(site.get(&aid, "/queues").await.json()["queues"].as_array().map(Vec::len), Some(1));
    assert_eq!(site.get(&aid, "/figures").await.json()["queues"].as_array().map(Vec::len), Some(1));
    assert_eq!(site.get(&all, &format!("/tickets/{receipt}")).await.status, StatusCode::OK);
    assert_eq!(site.get(&all, "/tickets").await.json()["tickets"][0]["receipt"], receipt.as_str());
    // Passed to its queue, the ticket is there.
    site.post(&all, &format!("/tickets/{receipt}/transfer"), json!({ "queue": "AID", "reason": "theirs" })).await;
    assert_eq!(site.get(&aid, &format!("/tickets/{receipt}")).await.status, StatusCode::OK);
    // A token that is taken back or has ended is out at once.
    token::remove(&site.house.office, "all").await.expect("removed");
    assert_eq!(site.get(&all, "/tickets").await.status, StatusCode::UNAUTHORIZED);
    site.house.clock.pass(chrono::Duration::days(30));
    assert_eq!(site.get(&aid, "/tickets").await.status, StatusCode::UNAUTHORIZED);
}

#[tokio::test]
async fn what_is_personal_leaves_only_with_its_scope_and_a_reason_that_is_written_down() {
    let site = Site::open().await;
    let reader = site.token("reader", &[Scope::TicketsRead, Scope::TicketsAct], &[]).await;
    let trusted = site.token("trusted", &[Scope::TicketsRead, Scope::TicketsPersonal], &[]).await;
    let receipt = site.ticket().await;
    site.post(&reader, &format!("/tickets/{receipt}/reply"), json!({ "words": format!("Dear Zhao, we call {NUMBER}") })).await;
    for path in ["/tickets".to_owned(), format!("/tickets/{receipt}"), format!("/tickets/{receipt}?reason=x")] {
        for token in [&reader, &trusted] {
            if path.contains("reason") && token == &trusted {
                continue;
            }
            let answer = site.get(token, &path).await;
            assert!(!answer.text.contains("Zhao") && !answer.text.contains(NUMBER), "{path}: {}", answer.text);
        }
    }
    let refused = site.get(&reader, &format!("/tickets/{receipt}?reason=x")).await;
    assert_eq!(refused.problem(), "scope");
    let read = site.get(&trusted, &format!("/tickets/{receipt}?reason=case%204711&language=en")).await;
    assert_eq!(read.status, StatusCode::OK);
    let answers = read.json()["answers"].clone();
    assert!(answers.to_string().contains("Zhao") && answers.to_string().contains(NUMBER), "{answers}");
    let audit = site.house.office.store.audit(0, 1000).await.expect("the log");
    let entry = audit.iter().map(|(_, entry)| entry).find(|entry| entry.act == "revealed").expect("written down");
    assert_eq!((entry.by.as_str(), entry.receipt.as_ref()), ("program:trusted", Some(&receipt)));
    let unasked = site.get(&trusted, &format!("/tickets/{receipt}?reason=%20")).await;
    assert_eq!((unasked.status, unasked.json()["reason"].as_str().map(str::to_owned)), (StatusCode::CONFLICT, Some("no-words".to_owned())));
}

#[tokio::test]
async fn pages_show_every_ticket_once_and_filters_hold() {
    let site = Site::open().await;
    let token = site.token("case-system", &[Scope::TicketsRead, Scope::TicketsAct], &[]).await;
    let mut made = Vec::new();
    for _ in 0..7 {
        made.push(site.ticket().await.to_string());
    }
    made.sort();
    let close = json!({ "outcome": "replied", "reason": "done" });
    site.post(&token, &format!("/tickets/{}/close", made[0]), close).await;
    let mut shown = Vec::new();
    let mut cursor = String::new();
    loop {
        let page = site.get(&token, &format!("/tickets?status=all&limit=3&cursor={cursor}")).await.json();
        let tickets = page["tickets"].as_array().expect("tickets").clone();
        assert!(tickets.len() <= 3);
        shown.extend(tickets.iter().map(|ticket| ticket["receipt"].as_str().unwrap_or("").to_owned()));
        match page["next"].as_str() {
            Some(next) => next.clone_into(&mut cursor),
            None => break,
        }
    }
    assert_eq!(shown, made);
    let count = async |query: &str| site.get(&token, &format!("/tickets?{query}")).await.json()["tickets"].as_array().map(Vec::len);
    assert_eq!(count("status=closed").await, Some(1));
    assert_eq!(count("").await, Some(6));
    assert_eq!(count("state=waiting&service=human-contact&queue=DESK").await, Some(6));
    assert_eq!(count("service=report-ip").await, Some(0));
    assert_eq!(count("from=2026-11-23&to=2026-11-23").await, Some(6));
    assert_eq!(count("from=2026-11-24").await, Some(0));
    for wrong in ["limit=0", "limit=201", "limit=x", "status=lost", "from=today", "cursor=x", "wher=1"] {
        assert_eq!(site.get(&token, &format!("/tickets?{wrong}")).await.problem(), "malformed", "{wrong}");
    }
}

#[tokio::test]
async fn bodies_that_are_wrong_or_too_large_are_refused_without_being_repeated() {
    let site = Site::open().await;
    let token = site.token("case-system", &[Scope::TicketsAct], &[]).await;
    let receipt = site.ticket().await;
    let url = format!("{BASE}/tickets/{receipt}/reply");
    let send = async |kind: &'static str, body: String| {
        let url = url.clone();
        site.send(|http, base| http.post(format!("{base}{url}")).bearer_auth(&token).header("content-type", kind).body(body)).await
    };
    assert_eq!(send("text/plain", "{\"words\":\"x\"}".to_owned()).await.problem(), "media-type");
    for wrong in ["", "{", "[]", "{\"words\":5}", "{\"words\":\"x\",\"canary\":1}"] {
        let answer = send("application/json", wrong.to_owned()).await;
        assert_eq!(answer.problem(), "malformed", "{wrong}");
        assert!(!answer.text.contains("canary"), "{}", answer.text);
    }
    let large = send("application/json", format!("{{\"words\":\"{}\"}}", "x".repeat(70_000))).await;
    assert_eq!((large.status, large.problem().as_str()), (StatusCode::PAYLOAD_TOO_LARGE, "too-large"));
    let until = site.post(&token, &format!("/tickets/{receipt}/extend"), json!({ "reason": "x" })).await;
    assert_eq!(until.problem(), "invalid");
    let nowhere = site.post(&token, &format!("/tickets/{receipt}/transfer"), json!({ "queue": "XX", "reason": "x" })).await;
    assert_eq!(nowhere.problem(), "invalid");
    assert_eq!(site.house.ticket(&receipt).await.body.history.len(), 1);
    let types: std::collections::BTreeSet<String> = Kind::ALL.iter().map(|kind| kind.uri()).collect();
    assert_eq!(types.len(), Kind::ALL.len());
}
