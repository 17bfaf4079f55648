//! Tickets of the same matter: which are linked, and the two acts that link them and take it back.

use super::{Form, Looker};
use crate::id::Receipt;
use crate::locale::Text;
use crate::ticket::Ticket;
use crate::ticket::act::{Act, state_texts};
use crate::web::Web;
use crate::web::desk::queue::short;
use crate::web::page::{Failure, Words};
use axum::Router;
use axum::response::Response;
use axum::routing::post;

pub(super) fn routes() -> Router<Web> {
    Router::new().route("/desk/t/{receipt}/same", post(link)).route("/desk/t/{receipt}/apart", post(unlink))
}

/// A linked ticket in its box.
pub(super) struct Same {
    pub(super) receipt: String,
    /// Service and state, when the clerk may see it.
    pub(super) about: Option<String>,
}

/// Every linked ticket; of one in a queue that the clerk does not see there is only its number.
pub(super) async fn all(looker: &Looker, words: &Words, ticket: &Ticket) -> Result<Vec<Same>, Failure> {
    let mut all = Vec::new();
    for receipt in &ticket.body.same {
        let other = looker.web.office.store.ticket(receipt).await?.map(|other| other.head);
        let seen = other.filter(|head| looker.staff.rights().sees(&head.queue));
        let about = seen.map(|head| {
            let (service, state) = (short(&head.service), state_texts(&head.service, &head.state));
            words.say(&Text::new("deskweb-same-about").with("service", service).with("state", state))
        });
        all.push(Same { receipt: receipt.to_string(), about });
    }
    Ok(all)
}

async fn link(form: Form) -> Result<Response, Failure> {
    match Receipt::read(form.fields.one("to")) {
        Ok(to) => form.act("same", Act::Link { to }).await,
        Err(_) => form.refused("same", "desk-no-other").await,
    }
}

async fn unlink(form: Form) -> Result<Response, Failure> {
    match Receipt::read(form.fields.one("from")) {
        Ok(from) => form.act("apart", Act::Unlink { from }).await,
        Err(_) => form.refused("apart", "desk-no-other").await,
    }
}
