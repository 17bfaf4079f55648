//! Who a visitor is: what their cookie says, and nothing else. It is set with the first page, and nothing is kept of somebody
//! who only looks.

use super::Web;
use super::page::{Failure, Words, accepted};
use crate::id::PersonKey;
use crate::locale::Language;
use crate::message::Route;
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::Response;
use rand::Rng;

/// Days that a browser keeps the cookie: longer than any form.
const DAYS: u32 = 180;
/// Random bytes in a cookie.
const BYTES: usize = 24;

/// A visitor of the page.
#[derive(Clone, Debug)]
pub struct Visitor {
    cookie: String,
    /// The browser does not have the cookie yet.
    is_new: bool,
    /// Where answers go.
    pub route: Route,
    /// Under which they are kept.
    pub person: PersonKey,
    /// Language that the browser asks for.
    pub asked: Option<String>,
    /// Language they chose, once they wrote.
    chosen: Option<Language>,
}

impl Visitor {
    /// Words in their language.
    pub fn words(&self, web: &Web) -> Words {
        let chosen = self.chosen.clone();
        Words::new(&web.office, chosen.unwrap_or_else(|| web.office.script.load().texts.negotiate(self.asked.as_deref())))
    }

    /// Whether they ever did something here.
    pub fn is_known(&self) -> bool {
        self.chosen.is_some()
    }

    /// What their forms carry, so that no other page can send one for them.
    pub fn token(&self, web: &Web) -> String {
        token(web, &self.cookie)
    }

    /// Whether a form is one of theirs.
    ///
    /// # Errors
    /// It is not.
    pub fn check(&self, web: &Web, token: &str) -> Result<(), Failure> {
        let ours = self::token(web, &self.cookie);
        let same = bool::from(subtle::ConstantTimeEq::ct_eq(ours.as_bytes(), token.as_bytes()));
        if same && !self.is_new { Ok(()) } else { Err(Failure::Foreign) }
    }

    /// An answer that leaves the cookie with the browser, if it does not have it.
    pub fn remember(&self, web: &Web, mut answer: Response) -> Response {
        let name = cookie_name(web);
        let secure = if web.is_local_or_https() { "; Secure" } else { "" };
        let cookie = format!("{name}={}; Path=/; HttpOnly; SameSite=Lax; Max-Age={}{secure}", self.cookie, DAYS * 24 * 3600);
        if self.is_new
            && let Ok(value) = HeaderValue::from_str(&cookie)
        {
            answer.headers_mut().append(header::SET_COOKIE, value);
        }
        answer
    }
}

fn token(web: &Web, cookie: &str) -> String {
    let tag = web.office.key.tag("web-form", &[cookie.as_bytes()]);
    tag[..16].iter().map(|byte| format!("{byte:02x}")).collect()
}

/// `__Host-` cookies want TLS; browsers make an exception for the machine itself, and a page without TLS elsewhere has a plain one.
fn cookie_name(web: &Web) -> &'static str {
    if web.is_local_or_https() { "__Host-visitor" } else { "visitor" }
}

/// A cookie of a request.
pub(super) fn cookie<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    let said = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
    said.flat_map(|value| value.split(';')).find_map(|pair| pair.trim().strip_prefix(name)?.strip_prefix('='))
}

impl FromRequestParts<Web> for Visitor {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, web: &Web) -> Result<Self, Failure> {
        let there = cookie(&parts.headers, cookie_name(web)).filter(|cookie| is_cookie(cookie)).map(str::to_owned);
        let is_new = there.is_none();
        let cookie = there.unwrap_or_else(fresh);
        let route = web.pages.route(cookie.as_bytes());
        let person = web.office.person(&route);
        let known = if is_new { None } else { web.office.store.conversation(person).await? };
        let chosen = known.map(|conversation| conversation.state.language);
        Ok(Self { cookie, is_new, route, person, asked: accepted(&parts.headers), chosen })
    }
}

fn is_cookie(cookie: &str) -> bool {
    cookie.len() == BYTES * 2 && cookie.bytes().all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte))
}

fn fresh() -> String {
    let mut bytes = [0_u8; BYTES];
    rand::rng().fill_bytes(&mut bytes);
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
