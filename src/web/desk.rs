//! The desk of the staff: who comes in, what stands around its pages, and the routes of its parts. Nothing is decided here:
//! accounts are in [`crate::account`], rights in [`crate::roster`], acts in [`crate::desk`].
//!
//! A handler takes [`Staff`] to know who calls; the [`gate`] before it has looked at the log-in and at the row of the route in
//! [`rights::TABLE`], and at the ticket in the path. Forms are read with [`Fields`], which want the token of the log-in.
//!
//! ## Why
//! * The cookie is `__Host-desk`: Secure, HttpOnly, `SameSite=Strict`, without a life of its own. Browsers keep Secure cookies on
//!   `http://127.0.0.1` and `http://localhost` as well, so the desk works on the machine itself without TLS; from other machines
//!   it needs TLS in front, and the log-in page says so.
//! * With `Strict` a link on another site (a mail in a web page) arrives without the cookie although one is logged in. Such a
//!   visit gets a page that loads the same address again by itself: that comes from here, so the cookie is sent.

pub mod account;
pub mod code;
pub mod erased;
pub mod export;
pub mod figures;
pub mod live;
pub mod log;
pub mod log_in;
pub mod people;
pub mod presence;
pub mod qr;
pub mod queue;
pub mod rights;
pub mod settings;
pub mod ticket;
pub mod welcome;

use super::Web;
use super::guard::From;
use super::page::{Failure, Frame, Words, page};
use super::visitor::cookie;
use crate::account::{Caller, Denied, Resumed};
use crate::id::{ClerkId, Receipt};
use crate::locale::{Language, Text};
use crate::roster::{Rights, Role};
use askama::Template;
use axum::Router;
use axum::body::to_bytes;
use axum::extract::{FromRequest, FromRequestParts, MatchedPath, RawPathParams, Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Redirect, Response};
use rights::Verdict;
use std::sync::Arc;
use std::time::Duration;

/// Name of the cookie that holds a log-in.
pub const COOKIE: &str = "__Host-desk";
/// Name of the cookie by which a browser is known to have logged in before.
const DEVICE: &str = "__Host-desk-device";
/// Name of the cookie between password and code.
const STEP: &str = "__Host-desk-step";
/// Largest form in bytes.
const FORM: usize = 512 * 1024;
/// How often a stream looks whether its log-in still holds.
const STILL: Duration = Duration::from_secs(2);

/// The routes of the desk: log-in, one's own account, accounts of others, lists, tickets, what is new.
pub fn routes() -> Router<Web> {
    let door = Router::new().merge(log_in::routes()).merge(welcome::routes()).merge(code::routes());
    let accounts = Router::new().merge(account::routes()).merge(people::routes());
    let tickets = Router::new().merge(queue::routes()).merge(ticket::routes()).merge(live::routes());
    let records = Router::new().merge(figures::routes()).merge(erased::routes()).merge(log::routes()).merge(export::routes());
    door.merge(accounts).merge(tickets).merge(records).merge(settings::routes())
}

/// Puts the gate before the routes of the desk, all of them.
pub fn gated(routes: Router<Web>, web: &Web) -> Router<Web> {
    routes.route_layer(axum::middleware::from_fn_with_state(web.clone(), gate))
}

// --- Who calls --------------------------------------------------------------------------------------------------------

/// Who calls a route of the desk: known, with a log-in that holds, and allowed to.
#[derive(Clone)]
pub struct Staff(Arc<Resumed>);

impl Staff {
    /// Their account.
    pub fn id(&self) -> &ClerkId {
        &self.0.account.id
    }

    /// What they may, as of this request.
    pub fn rights(&self) -> &Rights {
        &self.0.rights
    }

    /// Account, log-in and its name.
    pub fn resumed(&self) -> &Resumed {
        &self.0
    }

    /// As who they act.
    pub fn by(&self) -> crate::desk::By {
        crate::desk::By::Clerk(self.id().clone())
    }

    /// Whether they gave a code within the last five minutes.
    pub fn is_fresh(&self, web: &Web) -> bool {
        self.0.login.is_fresh(web.office.now())
    }

    /// The token that their forms carry.
    pub fn token(&self, web: &Web) -> String {
        crate::seal::text::to_hex(&web.office.key.tag("form of the desk", &[self.0.id.as_bytes()])[..16])
    }

    /// Whether a form carries it.
    pub fn is_token(&self, web: &Web, token: &str) -> bool {
        subtle::ConstantTimeEq::ct_eq(self.token(web).as_bytes(), token.as_bytes()).into()
    }

    /// Words in their language.
    pub fn words(&self, web: &Web, headers: &HeaderMap) -> Words {
        match self.0.account.language.clone() {
            Some(language) => Words::new(&web.office, language),
            None => Words::asked(&web.office, headers),
        }
    }

    /// Ends when their log-in no longer holds, or when they may see other tickets than at its beginning. For streams, which
    /// must not outlive either by more than five seconds.
    pub async fn until_out(&self, web: &Web) {
        loop {
            tokio::time::sleep(STILL).await;
            match web.accounts.still(&self.0.id).await {
                Ok(Some(now)) if now.rights == self.0.rights => {}
                Ok(_) => return,
                Err(error) => tracing::warn!(%error, "a log-in could not be looked at"),
            }
        }
    }
}

impl FromRequestParts<Web> for Staff {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, _: &Web) -> Result<Self, Failure> {
        // Only the gate puts it there.
        parts.extensions.get::<Staff>().cloned().ok_or(Failure::Missing)
    }
}

/// Looks at whoever calls a route of the desk before its handler does.
pub async fn gate(State(web): State<Web>, request: Request, next: Next) -> Response {
    match admit(&web, request).await {
        Ok(request) => next.run(request).await,
        Err(answer) => answer,
    }
}

async fn admit(web: &Web, request: Request) -> Result<Request, Response> {
    let (mut parts, body) = request.into_parts();
    let path = parts.extensions.get::<MatchedPath>().map(|path| path.as_str().to_owned()).unwrap_or_default();
    let Some(row) = rights::row(&parts.method, &path) else { return Err(Failure::Missing.into_response()) };
    if row.need == rights::Need::Open {
        return Ok(Request::from_parts(parts, body));
    }
    let Some(staff) = who(web, &parts.headers).await.map_err(|failure| failure.into_response())? else {
        return Err(not_in(&parts));
    };
    let queue = match row.need.is_of_ticket() {
        true => queue_of(web, &mut parts).await.map_err(|failure| failure.into_response())?,
        false => None,
    };
    match row.need.judge(staff.rights(), queue.as_ref()) {
        Verdict::Missing => return Err(Failure::Missing.into_response()),
        Verdict::No => return Err(Failure::Forbidden.into_response()),
        Verdict::Yes => {}
    }
    if row.fresh && !staff.is_fresh(web) {
        return Err(to_code(&parts));
    }
    parts.extensions.insert(staff);
    Ok(Request::from_parts(parts, body))
}

/// Whoever the cookie of a request says, when the log-in holds.
async fn who(web: &Web, headers: &HeaderMap) -> Result<Option<Staff>, Failure> {
    let Some(token) = cookie(headers, COOKIE) else { return Ok(None) };
    Ok(web.accounts.resume(token).await?.map(|resumed| Staff(Arc::new(resumed))))
}

/// The queue of the ticket in the path.
async fn queue_of(web: &Web, parts: &mut Parts) -> Result<Option<crate::id::QueueId>, Failure> {
    let Ok(params) = RawPathParams::from_request_parts(parts, web).await else { return Ok(None) };
    let receipt = params.iter().find(|(name, _)| *name == "receipt").and_then(|(_, value)| Receipt::read(value).ok());
    let Some(receipt) = receipt else { return Ok(None) };
    Ok(web.office.store.ticket(&receipt).await?.map(|ticket| ticket.head.queue))
}

/// Nobody is logged in: a page leads to the log-in and back, anything else is refused.
fn not_in(parts: &Parts) -> Response {
    let here = parts.uri.path_and_query().map_or("/desk", |path| path.as_str());
    let fetch = |name: &str, wanted: &str| parts.headers.get(name).is_some_and(|value| value.as_bytes() == wanted.as_bytes());
    if parts.method == Method::GET && fetch("sec-fetch-mode", "navigate") && fetch("sec-fetch-site", "cross-site") {
        // Comes from another site, so the cookie stayed behind; the same address again comes from here.
        return ([(header::REFRESH, "0"), (header::CACHE_CONTROL, "no-store")], "").into_response();
    }
    let script = parts.headers.get(header::ACCEPT).is_some_and(|accept| {
        let accept = accept.to_str().unwrap_or_default();
        accept.contains("fragment") || accept.contains("event-stream") || accept.contains("json")
    });
    if parts.method == Method::GET && !script {
        return Redirect::to(&format!("/desk/log-in?next={}", quoted(here))).into_response();
    }
    (StatusCode::UNAUTHORIZED, [(header::CACHE_CONTROL, "no-store")]).into_response()
}

/// A code is needed first; then whoever asked is back on the page where they asked.
fn to_code(parts: &Parts) -> Response {
    let back = match parts.method {
        Method::GET => parts.uri.path_and_query().map(|path| path.as_str().to_owned()),
        _ => parts.headers.get(header::REFERER).and_then(|from| from.to_str().ok()).and_then(|from| {
            let rest = from.split_once("://")?.1;
            Some(rest.get(rest.find('/')?..)?.to_owned())
        }),
    };
    Redirect::to(&format!("/desk/code?next={}", quoted(&inside(back.as_deref())))).into_response()
}

/// A path of the desk to go on to; anything else becomes the desk itself.
pub fn inside(path: Option<&str>) -> String {
    let path = path.unwrap_or("/desk");
    let plain = path.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'\\' && byte != b'"' && byte != b'<' && byte != b'>');
    let desk = path == "/desk" || path.starts_with("/desk/") || path.starts_with("/desk?");
    let door = ["/desk/log-in", "/desk/log-out", "/desk/welcome", "/desk/code"].iter().any(|door| path.starts_with(door));
    if plain && desk && !door && path.len() <= 2000 { path.to_owned() } else { "/desk".to_owned() }
}

/// A path as a value of a query.
pub fn quoted(path: &str) -> String {
    let keep = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte);
    path.bytes().map(|byte| if keep(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") }).collect()
}

// --- Forms and cookies ----------------------------------------------------------------------------------------------

/// What [`quoted`] made, as it was; a wrong value stays wrong.
fn unquoted(value: &str) -> String {
    let mut bytes = Vec::with_capacity(value.len());
    let mut rest = value.as_bytes();
    while let [first, after @ ..] = rest {
        let hex = || std::str::from_utf8(after.get(..2)?).ok().and_then(|hex| u8::from_str_radix(hex, 16).ok());
        match hex().filter(|_| *first == b'%') {
            Some(byte) => {
                bytes.push(byte);
                rest = after.get(2..).unwrap_or_default();
            }
            None => {
                bytes.push(*first);
                rest = after;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// The fields of a form of somebody who is logged in; a form without the right token is refused.
pub struct Fields(Pairs);

impl std::ops::Deref for Fields {
    type Target = Pairs;

    fn deref(&self) -> &Pairs {
        &self.0
    }
}

impl FromRequest<Web> for Fields {
    type Rejection = Failure;

    async fn from_request(request: Request, web: &Web) -> Result<Self, Failure> {
        let staff = request.extensions().get::<Staff>().cloned().ok_or(Failure::Missing)?;
        let pairs = Pairs::from_request(request, web).await?;
        if staff.is_token(web, pairs.one("token")) { Ok(Self(pairs)) } else { Err(Failure::Foreign) }
    }
}

/// The fields of a form at the door, where nobody has a token yet. Where it comes from was looked at before.
pub struct Pairs(Vec<(String, String)>);

impl Pairs {
    /// A field; empty when it is not there.
    pub fn one(&self, name: &str) -> &str {
        self.0.iter().find(|(own, _)| own == name).map_or("", |(_, value)| value)
    }

    /// Every value of a field.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.0.iter().filter(move |(own, _)| own == name).map(|(_, value)| value.as_str())
    }

    /// Whether a box is ticked.
    pub fn is_ticked(&self, name: &str) -> bool {
        !self.one(name).is_empty()
    }
}

impl FromRequest<Web> for Pairs {
    type Rejection = Failure;

    async fn from_request(request: Request, web: &Web) -> Result<Self, Failure> {
        let kind = request.headers().get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
        if !kind.starts_with("application/x-www-form-urlencoded") {
            return Err(Failure::Bad);
        }
        let (parts, body) = request.into_parts();
        let body = to_bytes(body, FORM).await.map_err(|_| Failure::Bad)?;
        let request = Request::from_parts(parts, axum::body::Body::from(body));
        let pairs = axum::Form::<Vec<(String, String)>>::from_request(request, web).await.map_err(|_| Failure::Bad)?;
        Ok(Self(pairs.0))
    }
}

/// A cookie of the desk; `seconds` of 0 takes it away, none lets it end with the browser.
fn set_cookie(answer: &mut Response, (name, value): (&str, &str), seconds: Option<i64>) {
    let age = seconds.map(|seconds| format!("; Max-Age={seconds}")).unwrap_or_default();
    let line = format!("{name}={value}; Path=/; Secure; HttpOnly; SameSite=Strict{age}");
    match HeaderValue::from_str(&line) {
        Ok(line) => drop(answer.headers_mut().append(header::SET_COOKIE, line)),
        Err(error) => tracing::error!(%error, name, "a cookie could not be written"),
    }
}

/// Who tries to get in.
pub struct AtDoor(pub Caller);

impl FromRequestParts<Web> for AtDoor {
    type Rejection = std::convert::Infallible;

    async fn from_request_parts(parts: &mut Parts, web: &Web) -> Result<Self, Self::Rejection> {
        let From(address) = From::from_request_parts(parts, web).await?;
        let browser = parts.headers.get(header::USER_AGENT).and_then(|name| name.to_str().ok()).unwrap_or_default();
        Ok(Self(Caller { address, device: cookie(&parts.headers, DEVICE).map(unquoted), browser: browser.to_owned() }))
    }
}

impl std::convert::From<Denied> for Failure {
    fn from(denied: Denied) -> Self {
        match denied {
            Denied::NotYours | Denied::NoAccount => Failure::Missing,
            Denied::Wait(seconds) => Failure::TooMany(Duration::from_secs(seconds)),
            Denied::Busy => Failure::TooMany(Duration::from_secs(2)),
            Denied::Trouble(why) => {
                tracing::error!(why, "accounts could not be read or written");
                Failure::Store
            }
            _ => Failure::Bad,
        }
    }
}

/// The answer to a form that was not taken: its page again with the reason, and the status that fits.
fn refused(denied: &Denied, again: Response) -> Response {
    let mut again = again;
    *again.status_mut() = match denied {
        Denied::Wait(_) | Denied::Busy => StatusCode::TOO_MANY_REQUESTS,
        Denied::Trouble(_) => StatusCode::SERVICE_UNAVAILABLE,
        Denied::Gone => StatusCode::GONE,
        _ => StatusCode::UNPROCESSABLE_ENTITY,
    };
    if let Denied::Wait(seconds) = denied
        && let Ok(seconds) = HeaderValue::from_str(&seconds.to_string())
    {
        again.headers_mut().insert(header::RETRY_AFTER, seconds);
    }
    if let Denied::Trouble(why) = denied {
        tracing::error!(why, "accounts could not be read or written");
    }
    again
}

// --- The frame around the pages of the desk ----------------------------------------------------------------------------

/// The frame around a page of the desk, for `desk/base.html`.
pub struct DeskFrame {
    /// Words, name of the office, token of the forms.
    pub frame: Frame,
    /// Who is logged in; nobody at the door.
    pub me: Option<String>,
    /// Entries of the navigation: address, name, whether it is this one.
    pub nav: Vec<(&'static str, String, bool)>,
    /// Dialogs or texts were changed and not taken: told to administrators on every page.
    pub banner: Option<String>,
}

impl DeskFrame {
    /// The frame for somebody; `here` is the address of the entry that the page belongs to.
    pub fn new(web: &Web, (staff, headers): (&Staff, &HeaderMap), here: &'static str) -> Self {
        let words = staff.words(web, headers);
        let rights = staff.rights();
        let entries = [
            ("/desk", "deskweb-nav-tickets", rights.sees_any()),
            ("/desk/figures", "deskweb-nav-figures", rights::Need::Figures.judge(rights, None) == Verdict::Yes),
            ("/desk/erasures", "deskweb-nav-erasures", rights::Need::Figures.judge(rights, None) == Verdict::Yes),
            ("/desk/log", "deskweb-nav-log", rights::Need::Log.judge(rights, None) == Verdict::Yes),
            ("/desk/staff", "deskweb-nav-staff", rights.has(Role::Administrator)),
            ("/desk/settings", "deskweb-nav-settings", rights.is_of_office(Role::Administrator)),
        ];
        let known = entries.into_iter().filter(|(address, _, may)| *may && rights::row(&Method::GET, address).is_some());
        let nav = known.map(|(address, name, _)| (address, words.t(name), address == here)).collect();
        let frame = Frame::new(&web.office, words, here).with_token(staff.token(web));
        let watched = web.office.watched.load();
        let refused = rights.is_of_office(Role::Administrator).then(|| settings::refused_place(&watched)).flatten();
        let banner = refused.map(|place| frame.words.say(&Text::new("deskweb-content-banner").with("place", place)));
        Self { frame, me: Some(staff.id().0.clone()), nav, banner }
    }

    /// The frame at the door.
    pub fn at_door(web: &Web, words: Words) -> Self {
        Self { frame: Frame::new(&web.office, words, ""), me: None, nav: Vec::new(), banner: None }
    }

    /// A text of the desk.
    pub fn t(&self, id: &str) -> String {
        self.frame.words.t(id)
    }
}

#[derive(Template)]
#[template(path = "desk/failure.html")]
struct FailurePage {
    desk: DeskFrame,
    title: String,
    words: String,
}

/// The page of a refusal at the desk, in the frame of whoever is logged in.
///
/// # Errors
/// The page cannot be made.
pub async fn failure_page(web: &Web, headers: &HeaderMap, failure: &Failure) -> Result<Response, Failure> {
    // Whether somebody is in may be what cannot be read just now.
    let desk = match who(web, headers).await {
        Ok(Some(staff)) => DeskFrame::new(web, (&staff, headers), ""),
        _ => DeskFrame::at_door(web, Words::asked(&web.office, headers)),
    };
    let (title, words) = failure.words(&desk.frame.words);
    page(&FailurePage { desk, title, words })
}

/// Words at the door: the language that was chosen there, else what the browser asks for.
fn words_at_door(web: &Web, headers: &HeaderMap, chosen: Option<&str>) -> Words {
    let known = chosen.and_then(|chosen| web.office.script.load().texts.languages().find(|language| language.0 == chosen).cloned());
    known.map_or_else(|| Words::asked(&web.office, headers), |language| Words::new(&web.office, language))
}

#[derive(Template)]
#[template(path = "desk/link.html")]
struct LinkPage {
    desk: DeskFrame,
    title: String,
    link: String,
    hours: String,
    back: &'static str,
}

/// A page with a one-time link to hand over.
fn link_page(web: &Web, desk: DeskFrame, (who, token): (&ClerkId, &str)) -> Result<Response, Failure> {
    let link = format!("{}/desk/welcome/{token}", web.address());
    let title = desk.frame.words.say(&Text::new("deskweb-link-title").with("who", who.0.clone()));
    let hours = desk.frame.words.say(&Text::new("deskweb-link-hours").with("hours", crate::account::LINK_HOURS));
    page(&LinkPage { desk, title, link, hours, back: "/desk/staff" })
}

/// A language of the desk by its name.
fn language(web: &Web, name: &str) -> Option<Language> {
    web.office.script.load().texts.languages().find(|language| language.0 == name).cloned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_goes_on_only_to_the_desk_itself() {
        for path in ["/desk", "/desk/t/WH-261123-K7M4PX", "/desk?view=mine&page=2", "/desk/staff"] {
            assert_eq!(inside(Some(path)), path);
        }
        for path in [
            "https://evil.example/desk",
            "//evil.example/desk",
            "/desk\\@evil.example",
            "/deskevil",
            "/",
            "/desk/log-out",
            "/desk/code?next=x",
            "/desk/x\r\nSet-Cookie: a=b",
            "/desk/\"><script>",
            "",
        ] {
            assert_eq!(inside(Some(path)), "/desk", "{path:?}");
        }
        assert_eq!(quoted("/desk?a=b&c=ü"), "/desk%3Fa%3Db%26c%3D%C3%BC");
        for text in ["/desk?a=b&c=ü", "1795.ab.李", "50%", "%zz%4"] {
            assert_eq!(unquoted(&quoted(text)), text);
        }
    }
}
