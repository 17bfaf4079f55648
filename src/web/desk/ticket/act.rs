//! The acts of a clerk on a ticket. Each is a form; what it does is decided by [`crate::desk`]. A form says how many things had
//! happened when its page was made: when more has happened, nothing is done, and the page comes back with the clerk's words and
//! with what came in between.

use super::{Extra, Form, Looker, address, view};
use crate::desk::staff::ends;
use crate::desk::{NotDone, Request, Stopped, Where, perform_having_seen};
use crate::dialog::flow::Span;
use crate::format::{Direction, parse_date};
use crate::id::{QueueId, StateId};
use crate::store::Evidence;
use crate::ticket::act::{Act, Until};
use crate::web::Web;
use crate::web::page::Failure;
use axum::Router;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::post;

/// Fields that are kept when a form was not taken.
const KEPT: [&str; 9] = ["text", "reason", "to", "paper", "outcome", "days", "day", "limit", "name"];
/// Most working days in one extension; further away is a day.
const MOST_DAYS: u32 = 250;

pub(super) fn routes() -> Router<Web> {
    Router::new()
        .route("/desk/t/{receipt}/take", post(async |form: Form| form.act("take", Act::Take).await))
        .route("/desk/t/{receipt}/release", post(async |form: Form| form.act("release", Act::Release).await))
        .route("/desk/t/{receipt}/read", post(async |form: Form| form.act("read", Act::Read).await))
        .route("/desk/t/{receipt}/called", post(async |form: Form| form.act("called", Act::CallBack).await))
        .route("/desk/t/{receipt}/paper", post(paper))
        .route("/desk/t/{receipt}/pass", post(pass))
        .route("/desk/t/{receipt}/state", post(state))
        .route("/desk/t/{receipt}/extend", post(extend))
        .route("/desk/t/{receipt}/close", post(close))
        .route("/desk/t/{receipt}/show", post(reveal))
}

async fn paper(form: Form) -> Result<Response, Failure> {
    let act = Act::AskPaper { paper: form.words("paper"), words: form.some("text") };
    form.act("paper", act).await
}

async fn pass(form: Form) -> Result<Response, Failure> {
    let act = Act::Transfer { to: QueueId::from(form.fields.one("to")), reason: form.words("reason") };
    form.act("pass", act).await
}

/// The next state; one that ends the ticket closes it, and then the person is told why.
async fn state(form: Form) -> Result<Response, Failure> {
    let to = StateId::from(form.fields.one("to"));
    let ticket = form.looker.ticket().await?;
    let is_end = form.looker.rules(&ticket).is_some_and(|rules| ends(&rules, &to));
    let act = match is_end {
        true => Act::Close { outcome: to, reason: form.words("reason") },
        false => Act::SetState { to, reason: form.some("reason") },
    };
    form.act("state", act).await
}

async fn extend(form: Form) -> Result<Response, Failure> {
    let today = crate::clock::office_day(form.looker.web.office.now());
    let to = match form.some("day") {
        Some(day) => parse_date(&day, today, Direction::Future).ok().map(Until::Day),
        None => {
            let days = form.fields.one("days").parse().ok().filter(|days| (1..=MOST_DAYS).contains(days));
            days.map(|days| Until::Longer(Span::WorkingDays(days)))
        }
    };
    let Some(to) = to else { return form.refused("extend", "deskweb-no-such-day").await };
    let act = Act::Extend { limit: form.some("limit"), to, reason: form.words("reason") };
    form.act("extend", act).await
}

async fn close(form: Form) -> Result<Response, Failure> {
    let act = Act::Close { outcome: StateId::from(form.fields.one("outcome")), reason: form.words("reason") };
    form.act("close", act).await
}

/// Shows the personal answers once, on the page that answers this. The gate has asked for a fresh code.
async fn reveal(form: Form) -> Result<Response, Failure> {
    match form.perform(Act::Reveal { reason: form.words("reason") }).await {
        Ok(_) => view(&form.looker, (StatusCode::OK, Extra { revealed: true, ..Extra::default() })).await,
        Err(stopped) => form.stopped("show", stopped).await,
    }
}

impl Form {
    pub(super) fn words(&self, field: &str) -> String {
        self.fields.one(field).to_owned()
    }

    pub(super) fn some(&self, field: &str) -> Option<String> {
        Some(self.fields.one(field)).filter(|words| !words.trim().is_empty()).map(str::to_owned)
    }

    /// How many things the clerk had seen. Acts that nothing makes wrong count as made with everything seen, others whose form
    /// does not say it as made with nothing seen.
    pub(super) fn seen(&self, act: &Act) -> usize {
        match act {
            Act::Note { .. }
            | Act::Read
            | Act::Reveal { .. }
            | Act::Conflict { .. }
            | Act::Hold { .. }
            | Act::Link { .. }
            | Act::Unlink { .. } => usize::MAX,
            _ => self.fields.one("seen").parse().unwrap_or(0),
        }
    }

    /// Does an act; then the ticket again, or the list when the clerk sees it no more.
    pub(super) async fn act(&self, name: &'static str, act: Act) -> Result<Response, Failure> {
        match self.perform(act).await {
            Ok(_) => self.done().await,
            Err(stopped) => self.stopped(name, stopped).await,
        }
    }

    /// The ticket again after an act, or the list when the clerk sees it no more.
    pub(super) async fn done(&self) -> Result<Response, Failure> {
        let queue = self.looker.ticket().await?.head.queue;
        let to = if self.looker.staff.rights().sees(&queue) { address(&self.looker.receipt) } else { "/desk".to_owned() };
        Ok(Redirect::to(&to).into_response())
    }

    pub(super) async fn perform(&self, act: Act) -> Result<QueueId, Stopped> {
        self.perform_with(act, Vec::new()).await
    }

    /// The same with records of files that stand in the same commit.
    pub(super) async fn perform_with(&self, act: Act, files: Vec<Evidence>) -> Result<QueueId, Stopped> {
        let Looker { web, receipt, .. } = &self.looker;
        let (by, seen) = (self.looker.by(), self.seen(&act));
        let request = Request { by, receipt: receipt.clone(), act, place: Where::Elsewhere, event: None, files };
        perform_having_seen(&web.office, request, seen).await.map(|ticket| ticket.head.queue)
    }

    /// Why nothing was done, on the page with everything that the clerk had written.
    pub(super) async fn stopped(&self, name: &'static str, stopped: Stopped) -> Result<Response, Failure> {
        let (status, extra) = self.why(name, stopped).await?;
        view(&self.looker, (status, extra)).await
    }

    /// Why nothing was done, for the page.
    pub(super) async fn why(&self, name: &'static str, stopped: Stopped) -> Result<(StatusCode, Extra), Failure> {
        let Looker { web, staff, headers, .. } = &self.looker;
        let words = staff.words(web, headers);
        let kept = Some((name, self.kept()));
        Ok(match stopped {
            Stopped::Overtaken => {
                let problem = Some(words.t("deskweb-overtaken"));
                (
                    StatusCode::CONFLICT,
                    Extra { problem, since: Some(self.fields.one("seen").parse().unwrap_or(0)), kept, ..Extra::default() },
                )
            }
            Stopped::NotDone(NotDone::NoTicket | NotDone::NotYours) => return Err(Failure::Missing),
            Stopped::NotDone(why) => {
                if let NotDone::Trouble(why) = &why {
                    tracing::error!(why, "an act of a clerk is not kept");
                }
                let is_trouble = matches!(why, NotDone::Trouble(_));
                let status = if is_trouble { StatusCode::SERVICE_UNAVAILABLE } else { StatusCode::UNPROCESSABLE_ENTITY };
                let ticket = self.looker.ticket().await?;
                let problem = Some(words.say(&why.text(&web.office, Some(&ticket))));
                (status, Extra { problem, kept, ..Extra::default() })
            }
        })
    }

    /// The page again, with everything that the clerk had written, and why nothing was done.
    pub(super) async fn shown_again(&self, (name, status): (&'static str, StatusCode), problem: String) -> Result<Response, Failure> {
        let extra = Extra { problem: Some(problem), kept: Some((name, self.kept())), ..Extra::default() };
        view(&self.looker, (status, extra)).await
    }

    /// A form that says nothing that could be done.
    pub(super) async fn refused(&self, name: &'static str, why: &str) -> Result<Response, Failure> {
        let problem = Some(self.looker.staff.words(&self.looker.web, &self.looker.headers).t(why));
        let extra = Extra { problem, kept: Some((name, self.kept())), ..Extra::default() };
        view(&self.looker, (StatusCode::UNPROCESSABLE_ENTITY, extra)).await
    }

    pub(super) fn kept(&self) -> Vec<(&'static str, String)> {
        KEPT.into_iter().map(|field| (field, self.words(field))).collect()
    }
}
