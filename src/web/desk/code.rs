//! A fresh code before what cannot be taken back; then one is where one was.

use super::log_in::{Asked, CodePage};
use super::{AtDoor, DeskFrame, Fields, Staff, inside, refused};
use crate::account::Denied;
use crate::web::Web;
use crate::web::page::{Failure, page};
use axum::Router;
use axum::extract::{Query, State};
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;

pub(super) fn routes() -> Router<Web> {
    Router::new().route("/desk/code", get(show).post(check))
}

async fn show(State(web): State<Web>, staff: Staff, headers: HeaderMap, Query(asked): Query<Asked>) -> Result<Response, Failure> {
    let next = inside(asked.next.as_deref());
    if staff.is_fresh(&web) {
        return Ok(Redirect::to(&next).into_response());
    }
    code_page(&web, (&staff, &headers), next, None)
}

fn code_page(web: &Web, who: (&Staff, &HeaderMap), next: String, denied: Option<&Denied>) -> Result<Response, Failure> {
    let desk = DeskFrame::new(web, who, "");
    let denied = denied.map(|denied| desk.frame.words.say(&denied.text()));
    let (lead, button) = (desk.t("deskweb-code-fresh"), desk.t("deskweb-go-on"));
    page(&CodePage { desk, denied, action: "/desk/code", lead, button, next })
}

async fn check(
    State(web): State<Web>,
    staff: Staff,
    AtDoor(caller): AtDoor,
    headers: HeaderMap,
    form: Fields,
) -> Result<Response, Failure> {
    let next = inside(Some(form.one("next")));
    match web.accounts.freshen(staff.resumed(), form.one("code"), &caller).await {
        Ok(()) => Ok(Redirect::to(&next).into_response()),
        Err(denied) => Ok(refused(&denied, code_page(&web, (&staff, &headers), next, Some(&denied))?)),
    }
}
