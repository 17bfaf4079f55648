//! The door: name and password, then a code; and the way out.

use super::{AtDoor, COOKIE, DEVICE, DeskFrame, Fields, Pairs, STEP, Staff, inside, quoted, refused, set_cookie, words_at_door};
use crate::account::{Denied, Opened};
use crate::web::Web;
use crate::web::page::{Failure, page};
use crate::web::visitor::cookie;
use askama::Template;
use axum::Router;
use axum::extract::{Query, State};
use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use serde::Deserialize;

/// Seconds that a browser keeps what stands between password and code.
const STEP_SECONDS: i64 = 300;
/// Seconds that a browser is known to have logged in.
const DEVICE_SECONDS: i64 = 90 * 24 * 3600;

pub(super) fn routes() -> Router<Web> {
    Router::new()
        .route("/desk/log-in", get(show).post(password))
        .route("/desk/log-in/code", get(show_code).post(code))
        .route("/desk/log-out", post(out))
}

/// Where to go on to, and in which language.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    pub(super) next: Option<String>,
    pub(super) language: Option<String>,
}

#[derive(Template)]
#[template(path = "desk/log-in.html")]
struct LogInPage {
    desk: DeskFrame,
    denied: Option<String>,
    insecure: bool,
    name: String,
    next: String,
    next_quoted: String,
}

#[derive(Template)]
#[template(path = "desk/log-in-code.html")]
pub(super) struct CodePage {
    pub(super) desk: DeskFrame,
    pub(super) denied: Option<String>,
    pub(super) action: &'static str,
    pub(super) lead: String,
    pub(super) button: String,
    pub(super) next: String,
}

async fn show(State(web): State<Web>, headers: HeaderMap, Query(asked): Query<Asked>) -> Result<Response, Failure> {
    let next = inside(asked.next.as_deref());
    if super::who(&web, &headers).await?.is_some() {
        return Ok(Redirect::to(&next).into_response());
    }
    log_in_page(&web, &headers, (asked.language.as_deref(), "", &next), None)
}

fn log_in_page(
    web: &Web,
    headers: &HeaderMap,
    (language, name, next): (Option<&str>, &str, &str),
    denied: Option<&Denied>,
) -> Result<Response, Failure> {
    let desk = DeskFrame::at_door(web, words_at_door(web, headers, language));
    let denied = denied.map(|denied| desk.frame.words.say(&denied.text()));
    let (name, next, next_quoted) = (name.to_owned(), next.to_owned(), quoted(next));
    page(&LogInPage { insecure: !keeps_cookies(web, headers), desk, denied, name, next, next_quoted })
}

/// Whether a browser keeps our cookies: behind TLS, or on the machine itself.
fn keeps_cookies(web: &Web, headers: &HeaderMap) -> bool {
    let host = headers.get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or_default();
    let name = host.rsplit_once(':').map_or(host, |(name, _)| name);
    web.is_https() || ["127.0.0.1", "localhost", "[::1]"].contains(&name)
}

async fn password(State(web): State<Web>, AtDoor(caller): AtDoor, headers: HeaderMap, form: Pairs) -> Result<Response, Failure> {
    let (name, next, language) = (form.one("name"), inside(Some(form.one("next"))), Some(form.one("language")));
    match web.accounts.check_password(name, form.one("password"), &caller).await {
        Ok(step) => {
            let language = language.filter(|language| super::language(&web, language).is_some()).unwrap_or_default();
            let to = format!("/desk/log-in/code?next={}&language={language}", quoted(&next));
            let mut answer = Redirect::to(&to).into_response();
            set_cookie(&mut answer, (STEP, &quoted(&step.word)), Some(STEP_SECONDS));
            Ok(answer)
        }
        Err(denied) => Ok(refused(&denied, log_in_page(&web, &headers, (language, name, &next), Some(&denied))?)),
    }
}

async fn show_code(State(web): State<Web>, headers: HeaderMap, Query(asked): Query<Asked>) -> Result<Response, Failure> {
    let next = inside(asked.next.as_deref());
    match cookie(&headers, STEP) {
        Some(_) => code_page(&web, &headers, (asked.language.as_deref(), &next), None),
        None => Ok(Redirect::to(&format!("/desk/log-in?next={}", quoted(&next))).into_response()),
    }
}

fn code_page(web: &Web, headers: &HeaderMap, (language, next): (Option<&str>, &str), denied: Option<&Denied>) -> Result<Response, Failure> {
    let desk = DeskFrame::at_door(web, words_at_door(web, headers, language));
    let denied = denied.map(|denied| desk.frame.words.say(&denied.text()));
    let (lead, button) = (desk.t("deskweb-code-lead"), desk.t("deskweb-log-in"));
    page(&CodePage { desk, denied, action: "/desk/log-in/code", lead, button, next: next.to_owned() })
}

async fn code(State(web): State<Web>, AtDoor(caller): AtDoor, headers: HeaderMap, form: Pairs) -> Result<Response, Failure> {
    let (next, language) = (inside(Some(form.one("next"))), Some(form.one("language")));
    let word = cookie(&headers, STEP).map(super::unquoted).unwrap_or_default();
    match web.accounts.check_code(&word, form.one("code"), &caller).await {
        Ok(opened) => {
            let to = if opened.codes_left.is_some() { "/desk/account?done=recovery" } else { next.as_str() };
            let mut answer = Redirect::to(to).into_response();
            set_cookie(&mut answer, (STEP, ""), Some(0));
            keep(&mut answer, &opened);
            Ok(answer)
        }
        Err(Denied::Late) => Ok(refused(&Denied::Late, log_in_page(&web, &headers, (language, "", &next), Some(&Denied::Late))?)),
        Err(denied) => Ok(refused(&denied, code_page(&web, &headers, (language, &next), Some(&denied))?)),
    }
}

/// Leaves a log-in with the browser.
pub(super) fn keep(answer: &mut Response, opened: &Opened) {
    set_cookie(answer, (COOKIE, &opened.token), None);
    set_cookie(answer, (DEVICE, &quoted(&opened.device)), Some(DEVICE_SECONDS));
}

async fn out(State(web): State<Web>, staff: Staff, _: Fields) -> Result<Response, Failure> {
    web.accounts.end_log_in(staff.id(), &staff.resumed().id).await?;
    let mut answer = Redirect::to("/desk/log-in").into_response();
    set_cookie(&mut answer, (COOKIE, ""), Some(0));
    // What the browser kept of the desk goes too, so that "back" shows nothing.
    answer.headers_mut().insert("clear-site-data", HeaderValue::from_static("\"cache\""));
    Ok(answer)
}
