//! The desk on the web over the real routes: the door, one's own account, accounts of others, and who may call what.

use crate::accounts::{Desk, caller, grants, id};
use axum::body::Body;
use axum::http::{Request, Response, StatusCode, header};
use ip_office_bot::account::Denied;
use ip_office_bot::channel::web::Pages;
use ip_office_bot::desk::index::{Index, follow};
use ip_office_bot::desk::{By, Request as Act, Where};
use ip_office_bot::id::Receipt;
use ip_office_bot::roster::Role;
use ip_office_bot::store::{Evidence, FileStatus, Owner};
use ip_office_bot::ticket::act::Act as What;
use ip_office_bot::ticket::handing::{Basis, Handing, Outside};
use ip_office_bot::web::desk::rights::{Need, TABLE};
use ip_office_bot::web::{Web, metrics, router};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use tower::ServiceExt;

const PASSWORD: &str = "three grey herons stood";

/// A browser with its cookies, before the routes of a counter.
pub struct Browser {
    routes: axum::Router,
    cookies: BTreeMap<String, String>,
    /// The page that was shown last.
    pub page: String,
}

/// What came back.
pub struct Came {
    pub status: StatusCode,
    pub to: Option<String>,
    pub headers: axum::http::HeaderMap,
    pub page: String,
}

pub fn routes(desk: &Desk) -> axum::Router {
    let index = Arc::new(Index::new(&desk.house.office.key));
    tokio::spawn(follow(Arc::clone(&index), Arc::clone(&desk.house.office), tokio_util::sync::CancellationToken::new()));
    routes_with(desk, index)
}

/// The routes with an index of tickets.
pub fn routes_with(desk: &Desk, index: Arc<Index>) -> axum::Router {
    router(Web {
        office: Arc::clone(&desk.house.office),
        intake: Arc::clone(&desk.house.intake),
        pages: Pages::new(Arc::clone(&desk.house.office)),
        senders: Vec::new(),
        receiver: None,
        metrics: metrics().expect("metrics"),
        accounts: Arc::clone(&desk.accounts),
        index,
        presence: Arc::default(),
        limits: Arc::default(),
        stop: tokio_util::sync::CancellationToken::new(),
    })
}

impl Browser {
    pub fn new(desk: &Desk) -> Self {
        Self { routes: routes(desk), cookies: BTreeMap::new(), page: String::new() }
    }

    /// A browser of somebody who is logged in, with a fresh code.
    pub async fn of(desk: &Desk, name: &str) -> Self {
        Self::on(routes(desk), desk, name).await
    }

    /// The same before routes that others are before too.
    pub async fn on(routes: axum::Router, desk: &Desk, name: &str) -> Self {
        let opened = desk.accounts.open_log_in(&id(name), &caller(1)).await.expect("a log-in");
        let mut browser = Self { routes, cookies: BTreeMap::new(), page: String::new() };
        browser.cookies.insert("__Host-desk".to_owned(), opened.token);
        browser
    }

    /// The routes that it is before.
    pub fn routes(&self) -> axum::Router {
        self.routes.clone()
    }

    pub fn request(&self, method: &str, path: &str) -> axum::http::request::Builder {
        let cookies: Vec<String> = self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let builder = Request::builder().method(method).uri(path).header(header::HOST, "127.0.0.1:8080");
        let builder = builder.header("sec-fetch-site", "same-origin").header(header::ACCEPT_LANGUAGE, "en");
        if cookies.is_empty() { builder } else { builder.header(header::COOKIE, cookies.join("; ")) }
    }

    pub async fn send(&mut self, request: Request<Body>) -> Came {
        let answer: Response<Body> = self.routes.clone().oneshot(request).await.expect("routes always answer");
        let (parts, body) = answer.into_parts();
        for line in parts.headers.get_all(header::SET_COOKIE) {
            let line = line.to_str().expect("text");
            let (name, value) = line.split(';').next().and_then(|pair| pair.split_once('=')).expect("a cookie");
            match line.contains("Max-Age=0") {
                true => drop(self.cookies.remove(name)),
                false => drop(self.cookies.insert(name.to_owned(), value.to_owned())),
            }
        }
        let is_stream = parts.headers.get(header::CONTENT_TYPE).is_some_and(|kind| kind == "text/event-stream");
        // A stream does not end by itself.
        let body = if is_stream { Body::empty() } else { body };
        let bytes = axum::body::to_bytes(body, 4 << 20).await.expect("a page");
        self.page = String::from_utf8_lossy(&bytes).into_owned();
        let to = parts.headers.get(header::LOCATION).map(|to| to.to_str().expect("text").to_owned());
        Came { status: parts.status, to, headers: parts.headers, page: self.page.clone() }
    }

    pub async fn get(&mut self, path: &str) -> Came {
        let request = self.request("GET", path).body(Body::empty()).expect("a request");
        self.send(request).await
    }

    pub async fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Came {
        let encode = |text: &str| ip_office_bot::web::desk::quoted(text);
        let body: Vec<String> = fields.iter().map(|(name, value)| format!("{}={}", encode(name), encode(value))).collect();
        let request = self.request("POST", path).header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        let request = request.body(Body::from(body.join("&"))).expect("a request");
        self.send(request).await
    }

    /// A form of the last page, with its token.
    pub async fn submit(&mut self, path: &str, fields: &[(&str, &str)]) -> Came {
        let token = self.token();
        let mut all = vec![("token", token.as_str())];
        all.extend_from_slice(fields);
        self.post(path, &all).await
    }

    pub fn token(&self) -> String {
        between(&self.page, "name=\"token\" value=\"", "\"").unwrap_or_default()
    }
}

pub fn between(text: &str, before: &str, after: &str) -> Option<String> {
    let from = text.find(before)? + before.len();
    Some(text[from..from + text[from..].find(after)?].to_owned())
}

#[tokio::test]
async fn from_the_first_link_to_the_first_log_in_and_out_again() {
    let desk = Desk::open().await;
    let token = desk.accounts.welcome().await.expect("a link").expect("nobody administers yet");
    let mut browser = Browser::new(&desk);
    let welcome = format!("/desk/welcome/{token}");
    let shown = browser.get(&welcome).await;
    assert_eq!(shown.status, StatusCode::OK);
    assert_eq!(shown.headers[header::REFERRER_POLICY], "no-referrer");
    assert_eq!(shown.headers[header::CACHE_CONTROL], "no-store");
    assert!(shown.page.contains("<svg") && shown.page.contains("aria-label"), "the square");
    let secret = between(&shown.page, "<code>", "</code>").expect("the key in words");
    let code = desk.code(&secret);
    let fields = [("name", "head"), ("password", PASSWORD), ("again", PASSWORD), ("code", code.as_str()), ("desk", "1")];
    let refused = browser.post(&welcome, &[("name", "head"), ("password", "short"), ("again", "short"), ("code", &code)]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.page.contains("at least 12") && refused.page.contains("value=\"head\"") && !refused.page.contains("value=\"short\""));
    let joined = browser.post(&welcome, &fields).await;
    assert_eq!(joined.status, StatusCode::OK);
    assert_eq!(joined.page.matches("<li><code>").count(), 10, "ten recovery codes");
    for cookie in joined.headers.get_all(header::SET_COOKIE) {
        let cookie = cookie.to_str().expect("text");
        assert!(cookie.starts_with("__Host-"), "{cookie}");
        for flag in ["; Path=/", "; Secure", "; HttpOnly", "; SameSite=Strict"] {
            assert!(cookie.contains(flag) && !cookie.contains("Domain"), "{cookie}");
        }
    }
    assert_eq!(browser.post(&welcome, &fields).await.status, StatusCode::GONE);
    assert_eq!(browser.get("/desk/account").await.status, StatusCode::OK);
    let out = browser.submit("/desk/log-out", &[]).await;
    assert_eq!(out.to.as_deref(), Some("/desk/log-in"));
    assert!(out.headers.contains_key("clear-site-data"));
    let asked = browser.get("/desk/account").await;
    assert_eq!(asked.to.as_deref(), Some("/desk/log-in?next=/desk/account"));
    desk.house.clock.pass(chrono::Duration::seconds(60));
    let step = browser.post("/desk/log-in", &[("name", "head"), ("password", PASSWORD), ("next", "/desk/account")]).await;
    let to = step.to.expect("on to the code");
    assert!(to.starts_with("/desk/log-in/code?next=/desk/account"), "{to}");
    assert_eq!(browser.get(&to).await.status, StatusCode::OK);
    let wrong = browser.post("/desk/log-in/code", &[("code", "000000"), ("next", "/desk/account")]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(!browser.cookies.contains_key("__Host-desk"));
    let inside = browser.post("/desk/log-in/code", &[("code", &desk.code(&secret)), ("next", "/desk/account")]).await;
    assert_eq!(inside.to.as_deref(), Some("/desk/account"));
    assert_eq!(browser.get("/desk/account").await.status, StatusCode::OK);
}

#[tokio::test]
async fn at_the_door_nothing_tells_an_account_from_none_and_waits_are_said() {
    let desk = Desk::open().await;
    desk.has("li", &[]).await;
    let mut browser = Browser::new(&desk);
    let mut answers = BTreeSet::new();
    for name in ["li", "nobody"] {
        let came = browser.post("/desk/log-in", &[("name", name), ("password", "wrong horse wrong")]).await;
        answers.insert((came.status, came.page.replace(&format!("value=\"{name}\""), "")));
    }
    assert_eq!(answers.len(), 1);
    for _ in 0..4 {
        browser.post("/desk/log-in", &[("name", "li"), ("password", "wrong horse wrong")]).await;
    }
    let wait = browser.post("/desk/log-in", &[("name", "li"), ("password", PASSWORD)]).await;
    assert_eq!(wait.status, StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(wait.headers[header::RETRY_AFTER], "1");
}

#[tokio::test]
async fn a_form_of_another_site_or_without_its_token_changes_nothing() {
    let desk = Desk::open().await;
    desk.has("li", &[]).await;
    let mut browser = Browser::of(&desk, "li").await;
    browser.get("/desk/account").await;
    let token = browser.token();
    for token in ["", "0", &token.replace(['a', '1'], "b")] {
        let came = browser.post("/desk/account/language", &[("token", token), ("language", "zh-Hans")]).await;
        assert_eq!(came.status, StatusCode::FORBIDDEN, "{token}");
    }
    for (name, value) in
        [("sec-fetch-site", "cross-site"), ("sec-fetch-site", "same-site"), ("origin", "https://evil.example"), ("origin", "null")]
    {
        let cookies: Vec<String> = browser.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let request = Request::builder().method("POST").uri("/desk/account/language").header(header::HOST, "127.0.0.1:8080");
        let request = request.header(header::COOKIE, cookies.join("; ")).header(name, value);
        let request = request.header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        let came = browser.send(request.body(Body::from(format!("token={token}&language=zh-Hans"))).expect("a request")).await;
        assert_eq!(came.status, StatusCode::FORBIDDEN, "{name}: {value}");
    }
    assert_eq!(desk.accounts.one(&id("li")).await.expect("read").expect("an account").language, None);
    let mine = browser.post("/desk/account/language", &[("token", &token), ("language", "zh-Hans")]).await;
    assert_eq!(mine.status, StatusCode::SEE_OTHER);
    assert!(browser.get("/desk/account").await.page.contains("lang=\"zh-Hans\""));
}

#[tokio::test]
async fn a_visit_from_another_site_comes_again_by_itself_so_that_the_cookie_is_sent() {
    let desk = Desk::open().await;
    let mut browser = Browser::new(&desk);
    let request = Request::builder().uri("/desk/account").header("sec-fetch-site", "cross-site").header("sec-fetch-mode", "navigate");
    let came = browser.send(request.body(Body::empty()).expect("a request")).await;
    assert_eq!((came.status, came.headers["refresh"].to_str().expect("text")), (StatusCode::OK, "0"));
    let request = Request::builder().uri("/desk/account").header(header::ACCEPT, "text/event-stream");
    assert_eq!(browser.send(request.body(Body::empty()).expect("a request")).await.status, StatusCode::UNAUTHORIZED);
}

#[tokio::test]
async fn what_cannot_be_taken_back_asks_for_a_code_and_leads_back() {
    let desk = Desk::open().await;
    let secret = desk.has("head", &["administrator"]).await;
    let mut browser = Browser::of(&desk, "head").await;
    assert!(browser.get("/desk/staff").await.page.contains("/desk/staff/invite"));
    let token = browser.token();
    desk.house.clock.pass(chrono::Duration::minutes(6));
    assert!(!browser.get("/desk/staff").await.page.contains("/desk/staff/invite"), "no form without a code");
    let came = browser.post("/desk/staff/invite", &[("token", &token), ("id", "new"), ("role", "clerk@ENF")]).await;
    assert!(came.to.as_deref().is_some_and(|to| to.starts_with("/desk/code?next=")), "{:?}", came.to);
    assert_eq!(desk.accounts.one(&id("new")).await, Ok(None));
    browser.get("/desk/code?next=/desk/staff").await;
    let back = browser.submit("/desk/code", &[("code", &desk.code(&secret)), ("next", "/desk/staff")]).await;
    assert_eq!(back.to.as_deref(), Some("/desk/staff"));
    browser.get("/desk/staff").await;
    let came = browser.submit("/desk/staff/invite", &[("id", "new"), ("role", "clerk@ENF"), ("role", "auditor@AID")]).await;
    let link = between(&came.page, "http://127.0.0.1:8080", "<").expect("a link");
    let mut other = Browser::new(&desk);
    assert_eq!(other.get(&link).await.status, StatusCode::OK);
    let rights = desk.house.office.roster.load().rights(&id("new"));
    assert!(rights.is(Role::Clerk, &"ENF".into()) && rights.is(Role::Auditor, &"AID".into()) && !rights.is(Role::Clerk, &"AID".into()));
}

#[tokio::test]
async fn one_ends_a_log_in_elsewhere_and_changes_the_password() {
    let desk = Desk::open().await;
    desk.has("li", &[]).await;
    let (mut here, mut there) = (Browser::of(&desk, "li").await, Browser::of(&desk, "li").await);
    let page = here.get("/desk/account").await.page;
    let other = between(&page, "name=\"id\" value=\"", "\"").expect("the other log-in");
    here.submit("/desk/account/end", &[("id", &other)]).await;
    assert_eq!(there.get("/desk/account").await.status, StatusCode::SEE_OTHER);
    let new = "seven blue kingfishers";
    here.get("/desk/account").await;
    let wrong = here.submit("/desk/account/password", &[("old", "wrong"), ("new", new), ("again", new)]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    let done = here.submit("/desk/account/password", &[("old", PASSWORD), ("new", new), ("again", new)]).await;
    assert_eq!(done.to.as_deref(), Some("/desk/account?done=password"));
    assert!(desk.accounts.check_password("li", new, &caller(1)).await.is_ok());
    here.get("/desk/account").await;
    assert_eq!(here.submit("/desk/account/codes", &[]).await.page.matches("<li><code>").count(), 10);
    here.get("/desk/account").await;
    let renewal = here.submit("/desk/account/renew", &[]).await.to.expect("a link");
    assert_eq!(here.get(&renewal).await.status, StatusCode::OK);
}

#[tokio::test]
async fn a_disabled_clerk_has_no_page_any_more() {
    let desk = Desk::open().await;
    desk.has("li", &[]).await;
    let mut browser = Browser::of(&desk, "li").await;
    assert_eq!(browser.get("/desk/account").await.status, StatusCode::OK);
    desk.accounts.disable(&By::Operator, &id("li")).await.expect("disabled");
    assert_eq!(browser.get("/desk/account").await.to.as_deref(), Some("/desk/log-in?next=/desk/account"));
    let came = browser.post("/desk/log-in", &[("name", "li"), ("password", PASSWORD)]).await;
    assert_eq!(came.status, StatusCode::UNPROCESSABLE_ENTITY);
}

// --- Role x route x object ----------------------------------------------------------------------------------------------

/// Routes of the desk as they stand in the code, with their methods.
fn routes_in_code() -> BTreeSet<(String, String)> {
    let method = regex::Regex::new(r"\b(get|post|put|patch|delete)\(").expect("a pattern");
    let mut found = BTreeSet::new();
    let mut open = vec![std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/web")];
    while let Some(folder) = open.pop() {
        for entry in std::fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                open.push(path);
                continue;
            }
            if path.extension().is_none_or(|ending| ending != "rs") {
                continue;
            }
            let code = std::fs::read_to_string(&path).expect("text");
            for (at, begin) in code.match_indices(".route(") {
                let inner = inside_of(&code[at + begin.len()..]).trim_start();
                let Some((path, handlers)) = inner.strip_prefix('"').and_then(|rest| rest.split_once('"')) else { continue };
                if path.starts_with("/desk") {
                    found.extend(method.captures_iter(handlers).map(|name| (name[1].to_uppercase(), path.to_owned())));
                }
            }
        }
    }
    found
}

/// What stands before the bracket that closes.
pub fn inside_of(code: &str) -> &str {
    let mut depth = 1;
    let end = code.char_indices().find(|(_, sign)| {
        depth += i32::from(*sign == '(') - i32::from(*sign == ')');
        depth == 0
    });
    end.map_or(code, |(at, _)| &code[..at])
}

#[test]
fn every_route_of_the_desk_has_a_row_and_every_row_a_route() {
    let routes = routes_in_code();
    let rows: BTreeSet<(String, String)> = TABLE.iter().map(|row| (row.method.to_owned(), row.path.to_owned())).collect();
    assert!(routes.len() >= 21, "only {} routes found: has the way of writing them changed?", routes.len());
    assert_eq!(routes.difference(&rows).collect::<Vec<_>>(), Vec::<&(String, String)>::new(), "routes without a row");
    assert_eq!(rows.difference(&routes).collect::<Vec<_>>(), Vec::<&(String, String)>::new(), "rows without a route");
}

/// Whom a cell of the table is tried with. The names say where the role holds.
const WHO: [(&str, &str); 8] = [
    ("clerk-own", "clerk@ENF"),
    ("supervisor-own", "supervisor@ENF"),
    ("auditor-own", "auditor@ENF"),
    ("administrator-own", "administrator@ENF"),
    ("clerk-office", "clerk"),
    ("supervisor-office", "supervisor"),
    ("auditor-office", "auditor"),
    ("administrator-office", "administrator"),
];

/// What a route is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Object {
    Own,
    Other,
    Nothing,
}

/// What must come back, written down by hand from the words of the table, not from its code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Wanted {
    Passes,
    Forbidden,
    Missing,
}

fn wanted(who: &str, (need, path): (Need, &str), object: Object) -> Wanted {
    let (role, place) = who.split_once('-').expect("role and place");
    let reaches = place == "office" && object != Object::Nothing || object == Object::Own;
    let yes = |may: bool| if may { Wanted::Passes } else { Wanted::Forbidden };
    match need {
        Need::Open | Need::Staff => Wanted::Passes,
        Need::Sight => yes(role != "administrator"),
        Need::Figures => yes(role != "clerk"),
        Need::Lists => yes(role == "supervisor" || role == "administrator"),
        Need::Log => yes(place == "office" && (role == "auditor" || role == "administrator")),
        Need::Settings => yes(place == "office" && role == "administrator"),
        Need::People if role != "administrator" => Wanted::Forbidden,
        Need::People if path.contains("{id}") => {
            if reaches {
                Wanted::Passes
            } else {
                Wanted::Missing
            }
        }
        Need::People => Wanted::Passes,
        Need::Ticket | Need::Act | Need::Lead if role == "administrator" || !reaches => Wanted::Missing,
        Need::Ticket => Wanted::Passes,
        Need::Act => yes(role != "auditor"),
        Need::Lead => yes(role == "supervisor"),
    }
}

/// An outside body of that name.
pub fn outside(name: &str) -> Outside {
    Outside { name: [("en".to_owned(), name.to_owned())].into(), ..Outside::default() }
}

/// A ticket in a queue.
async fn ticket_in(desk: &Desk, queue: &str) -> Receipt {
    let receipt = crate::accounts::report(desk).await;
    let act = What::Transfer { to: queue.into(), reason: "theirs".to_owned() };
    let request = Act { by: By::Operator, receipt: receipt.clone(), act, place: Where::Elsewhere, event: None, files: Vec::new() };
    ip_office_bot::desk::perform(&desk.house.office, request).await.expect("passed on");
    // A file that is still on its way: whoever may open it is told that it is not here.
    let id = desk.house.office.evidence_id();
    let file = Evidence {
        id,
        owner: Owner::Ticket(receipt.clone()),
        announced: crate::support::office::file("jpeg", "photo.jpg"),
        status: FileStatus::Waiting,
        tell: None,
        at: desk.house.office.now(),
        revision: 1,
    };
    let act = What::Note { words: "a photo".to_owned(), files: vec![id] };
    let request = Act { by: By::Operator, receipt: receipt.clone(), act, place: Where::Elsewhere, event: None, files: vec![file] };
    ip_office_bot::desk::perform(&desk.house.office, request).await.expect("noted");
    // A letter to an outside body, so that there is one to be opened.
    let ticket = desk.house.ticket(&receipt).await;
    let answer = ip_office_bot::ticket::handing::parts(&ticket).0.first().expect("an answer").step.clone();
    let act = What::HandOver {
        what: Handing { to: outside("Some bureau"), reason: "theirs".to_owned(), answers: vec![answer], ..Handing::default() },
        basis: Basis::None,
        state: None,
    };
    let request = Act { by: By::Operator, receipt: receipt.clone(), act, place: Where::Elsewhere, event: None, files: Vec::new() };
    ip_office_bot::desk::perform(&desk.house.office, request).await.expect("handed over");
    receipt
}

/// The file of a ticket.
async fn file_of(desk: &Desk, receipt: &Receipt) -> String {
    let ticket = desk.house.office.store.ticket(receipt).await.expect("the store reads");
    let history = ticket.into_iter().flat_map(|ticket| ticket.body.history);
    let file = history.filter_map(|happening| match happening.what {
        ip_office_bot::ticket::What::Noted { files, .. } => files.first().copied(),
        _ => None,
    });
    file.map(|id| id.0.to_string()).next().unwrap_or_else(|| "1".to_owned())
}

#[tokio::test]
async fn each_cell_of_role_and_route_and_object_is_as_it_is_written_down() {
    let desk = Desk::open().await;
    for (name, roles) in WHO {
        desk.has(name, &[roles]).await;
    }
    let (own, other) = (ticket_in(&desk, "ENF").await, ticket_in(&desk, "AID").await);
    let nothing = Receipt::new("WH", "2020-01-01".parse().expect("a day"), [1; 5]);
    let mut cells = 0;
    let mut wrong = Vec::new();
    for row in TABLE {
        let about = row.need.is_of_ticket() || row.path.contains("{id}");
        let objects: &[Object] = if about { &[Object::Own, Object::Other, Object::Nothing] } else { &[Object::Own] };
        for (who, _) in WHO {
            for object in objects {
                // Whoever an account is changed by, the next cell finds it as it was.
                let (account, receipt) = match object {
                    Object::Own => ("object-own", &own),
                    Object::Other => ("object-other", &other),
                    Object::Nothing => ("object-nothing", &nothing),
                };
                for (name, role) in [("object-own", "clerk@ENF"), ("object-other", "clerk@AID")] {
                    match desk.accounts.invite(&By::Operator, (&id(name), &grants(&[role]))).await {
                        Ok(_) => {}
                        Err(Denied::Taken) => {
                            desk.accounts.enable(&By::Operator, &id(name)).await.expect("enabled");
                            desk.accounts.set_roles(&By::Operator, (&id(name), &grants(&[role]))).await.expect("roles");
                        }
                        Err(denied) => panic!("{denied}"),
                    }
                }
                let path = row.path.replace("{id}", account).replace("{receipt}", receipt.as_str()).replace("{token}", "none");
                let path = path
                    .replace("{number}", "1")
                    .replace("{form}", "csv")
                    .replace("{name}", "none")
                    .replace("{file}", &file_of(&desk, receipt).await);
                let mut browser = Browser::of(&desk, who).await;
                let came = match row.method {
                    "GET" => browser.get(&path).await,
                    _ => {
                        browser.get("/desk/account").await;
                        // A code that is wrong, a queue that is its own: nothing but the right to ask is looked at.
                        browser.submit(&path, &[("code", "000000"), ("role", "clerk@ENF"), ("language", "en")]).await
                    }
                };
                let got = match came.status {
                    StatusCode::FORBIDDEN => Wanted::Forbidden,
                    StatusCode::NOT_FOUND => Wanted::Missing,
                    _ => Wanted::Passes,
                };
                cells += 1;
                let wanted = wanted(who, (row.need, row.path), *object);
                if got != wanted {
                    wrong.push(format!("{who} {} {} {object:?}: {wanted:?} was wanted, {} came", row.method, row.path, came.status));
                }
            }
        }
        // Nobody at all.
        let mut nobody = Browser::new(&desk);
        let path = row.path.replace("{id}", "object-own").replace("{receipt}", own.as_str()).replace("{token}", "none");
        let came = if row.method == "GET" { nobody.get(&path).await } else { nobody.post(&path, &[("code", "000000")]).await };
        cells += 1;
        let shut = came.status == StatusCode::UNAUTHORIZED || came.to.as_deref().is_some_and(|to| to.starts_with("/desk/log-in?next="));
        if shut == (row.need == Need::Open) && !(row.path == "/desk/log-in/code" && row.method == "GET") {
            wrong.push(format!("nobody {} {}: {} came", row.method, row.path, came.status));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(cells > TABLE.len() * WHO.len(), "{cells} cells");
}

#[tokio::test]
async fn what_is_not_there_and_what_is_not_theirs_look_the_same() {
    let desk = Desk::open().await;
    desk.has("part", &["administrator@ENF"]).await;
    desk.accounts.invite(&By::Operator, (&id("far"), &grants(&["clerk@AID"]))).await.expect("invited");
    let mut browser = Browser::of(&desk, "part").await;
    browser.get("/desk/staff").await;
    assert!(!browser.page.contains(">far<"), "a list shows only whom one reaches");
    let token = browser.token();
    let far = browser.post("/desk/staff/far/disable", &[("token", &token)]).await;
    let none = browser.post("/desk/staff/none/disable", &[("token", &token)]).await;
    assert_eq!((far.status, &far.page), (none.status, &none.page));
    assert_eq!(far.status, StatusCode::NOT_FOUND);
}
