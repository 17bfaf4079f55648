//! Whether a ticket must be kept, may be erased, and who has nothing to do with it: legal hold, erasing by order, a clerk who knows a
//! party. What may be done is decided by [`crate::ticket::act`] and [`crate::privacy`].

use super::{Form, Looker};
use crate::privacy::erase::{NotErased, Why, Wish, erase};
use crate::privacy::person::SERVICE;
use crate::privacy::{Who, keeps};
use crate::roster::Role;
use crate::ticket::Ticket;
use crate::ticket::act::Act;
use crate::web::Web;
use crate::web::page::{Failure, Words};
use axum::Router;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::post;

/// What the page shows of this.
pub(super) struct Keeping {
    /// They lead the queue.
    pub(super) lead: bool,
    /// Under legal hold.
    pub(super) held: bool,
    /// They said that they know a party.
    pub(super) conflicted: bool,
    /// Why it is not erased now; empty when it may be.
    pub(super) kept: String,
    /// It is a request about a person's own data, which they deal with.
    pub(super) data: bool,
    serves: bool,
}

impl Keeping {
    pub(super) fn of(Looker { web, staff, .. }: &Looker, words: &Words, ticket: &Ticket) -> Self {
        let head = &ticket.head;
        let lead = staff.rights().is(Role::Supervisor, &head.queue);
        let kept = keeps(&web.office, head).map(|keep| words.say(&keep.text()));
        Self {
            lead,
            held: head.course.held,
            conflicted: head.course.conflicts.contains(staff.id()),
            kept: kept.unwrap_or_default(),
            data: lead && head.service.as_str() == SERVICE,
            serves: staff.rights().serves(&head.queue),
        }
    }

    /// Whether there is anything to show.
    pub(super) fn is_there(&self) -> bool {
        self.serves || self.held
    }
}

pub(super) fn routes() -> Router<Web> {
    Router::new()
        .route("/desk/t/{receipt}/conflict", post(conflict))
        .route("/desk/t/{receipt}/hold", post(hold))
        .route("/desk/t/{receipt}/free", post(free))
        .route("/desk/t/{receipt}/erase", post(erase_by_order))
}

async fn conflict(form: Form) -> Result<Response, Failure> {
    let act = Act::Conflict { reason: form.words("reason") };
    form.act("conflict", act).await
}

async fn hold(form: Form) -> Result<Response, Failure> {
    let act = Act::Hold { reason: form.words("reason") };
    form.act("hold", act).await
}

async fn free(form: Form) -> Result<Response, Failure> {
    let act = Act::Free { reason: form.words("reason") };
    form.act("free", act).await
}

/// Erases the ticket; then its proof. The gate has asked for a fresh code.
async fn erase_by_order(form: Form) -> Result<Response, Failure> {
    let Looker { web, staff, receipt, headers } = &form.looker;
    let wish = Wish { who: Who::Clerk(staff.id().clone()), receipt: receipt.clone(), why: Why::Order, reason: form.words("reason") };
    match erase(&web.office, &wish).await {
        Ok(_) => Ok(Redirect::to(&format!("/desk/erasures?receipt={receipt}")).into_response()),
        Err(NotErased::NoTicket | NotErased::NotYours) => Err(Failure::Missing),
        Err(why) => {
            if let NotErased::Trouble(why) = &why {
                tracing::error!(why, "a case is not erased");
            }
            let status =
                if matches!(why, NotErased::Trouble(_)) { StatusCode::SERVICE_UNAVAILABLE } else { StatusCode::UNPROCESSABLE_ENTITY };
            let words = staff.words(web, headers);
            form.shown_again(("erase", status), words.say(&why.text())).await
        }
    }
}
