//! One-time links: the first administrator, and somebody of the staff who sets a password and an authenticator. Looking at the
//! page does not use the link up: programs that look at links in messages would.

use super::log_in::{Asked, keep};
use super::{AtDoor, DeskFrame, Pairs, qr, refused, words_at_door};
use crate::account::{Denied, For, Newcomer, PASSWORD_SHORTEST};
use crate::web::Web;
use crate::web::page::{Failure, page};
use askama::Template;
use axum::Router;
use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::Response;
use axum::routing::get;

pub(super) fn routes() -> Router<Web> {
    Router::new().route("/desk/welcome/{token}", get(show).post(join))
}

#[derive(Template)]
#[template(path = "desk/welcome.html")]
struct WelcomePage {
    desk: DeskFrame,
    title: String,
    lead: String,
    denied: Option<String>,
    token: String,
    first: bool,
    name: String,
    at_desk: bool,
    shortest: usize,
    square: String,
    secret: String,
}

#[derive(Template)]
#[template(path = "desk/gone.html")]
struct GonePage {
    desk: DeskFrame,
}

#[derive(Template)]
#[template(path = "desk/codes.html")]
pub(super) struct CodesPage {
    pub(super) desk: DeskFrame,
    pub(super) who: String,
    pub(super) codes: Vec<String>,
}

/// What stands in the form.
struct Filled<'a> {
    name: &'a str,
    at_desk: bool,
}

async fn show(
    State(web): State<Web>,
    headers: HeaderMap,
    Path(token): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, Failure> {
    let desk = DeskFrame::at_door(&web, words_at_door(&web, &headers, asked.language.as_deref()));
    form_page(&web, desk, (&token, &Filled { name: "", at_desk: true }), None).await
}

async fn form_page(web: &Web, desk: DeskFrame, (token, filled): (&str, &Filled<'_>), denied: Option<&Denied>) -> Result<Response, Failure> {
    let what = match web.accounts.follow(token).await {
        Ok(what) => what,
        Err(Denied::Gone) => {
            let mut gone = page(&GonePage { desk })?;
            *gone.status_mut() = StatusCode::GONE;
            return Ok(gone);
        }
        Err(other) => return Err(other.into()),
    };
    let words = &desk.frame.words;
    let (first, name) = match &what {
        For::First => (true, filled.name.to_owned()),
        For::Account(id) => (false, id.0.clone()),
    };
    let enrolment = web.accounts.enrolment(token, &name)?;
    let denied = denied.map(|denied| words.say(&denied.text()));
    let (title, lead) = match first {
        true => (words.t("deskweb-first-title"), words.t("deskweb-first-lead")),
        false => (words.t("deskweb-welcome-title"), words.t("deskweb-welcome-lead")),
    };
    let square = qr::svg(&enrolment.url, &words.t("deskweb-authenticator-square"));
    let page_of = WelcomePage {
        title,
        lead,
        denied,
        token: token.to_owned(),
        first,
        name,
        at_desk: filled.at_desk,
        shortest: PASSWORD_SHORTEST,
        square,
        secret: enrolment.text,
        desk,
    };
    let mut answer = page(&page_of)?;
    // The address is a secret: it goes to no other page.
    answer.headers_mut().insert(header::REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    Ok(answer)
}

async fn join(
    State(web): State<Web>,
    AtDoor(caller): AtDoor,
    headers: HeaderMap,
    Path(token): Path<String>,
    form: Pairs,
) -> Result<Response, Failure> {
    let desk = DeskFrame::at_door(&web, words_at_door(&web, &headers, Some(form.one("language"))));
    let newcomer = Newcomer {
        name: form.one("name").to_owned(),
        at_desk: form.is_ticked("desk"),
        password: (form.one("password").to_owned(), form.one("again").to_owned()),
        code: form.one("code").to_owned(),
    };
    match web.accounts.join(&token, &newcomer).await {
        Ok(joined) => {
            let opened = web.accounts.open_log_in(&joined.account, &caller).await?;
            let mut answer = page(&CodesPage { desk, who: joined.account.0, codes: joined.codes })?;
            keep(&mut answer, &opened);
            Ok(answer)
        }
        Err(denied) => {
            let filled = Filled { name: &newcomer.name, at_desk: newcomer.at_desk };
            let again = form_page(&web, desk, (&token, &filled), Some(&denied)).await?;
            Ok(refused(&denied, again))
        }
    }
}
