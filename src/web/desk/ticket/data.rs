//! A person's own data, on the ticket with which they asked for it: what there is, giving it out, correcting, erasing. For who leads
//! the queue of the request; each act needs a reason and a fresh code, and the person is told.

use super::{Form, Looker, address};
use crate::clock::office_day;
use crate::desk::{NotDone, answer_label};
use crate::id::{Receipt, StepId};
use crate::locale::{Text, Value};
use crate::privacy::Who;
use crate::privacy::erase::{NotErased, Why, Wish, erase};
use crate::privacy::give::{NotGiven, correctable, give};
use crate::privacy::person::{Correction, How, Person, correct, end_lists, of_request, tell_kept};
use crate::ticket::Ticket;
use crate::ticket::act::state_texts;
use crate::web::Web;
use crate::web::desk::DeskFrame;
use crate::web::page::{Failure, Words, page};
use askama::Template;
use axum::Router;
use axum::body::Body;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};

pub(super) fn routes() -> Router<Web> {
    Router::new()
        .route("/desk/t/{receipt}/data", get(show))
        .route("/desk/t/{receipt}/data/give", post(give_out))
        .route("/desk/t/{receipt}/data/correct", post(correct_one))
        .route("/desk/t/{receipt}/data/erase", post(erase_some))
}

#[derive(Template)]
#[template(path = "desk/data.html")]
struct DataPage {
    desk: DeskFrame,
    receipt: String,
    fresh: bool,
    said: Option<(&'static str, Vec<String>)>,
    tickets: Vec<Case>,
    unproven: Vec<String>,
    besides: String,
    /// There are subscriptions or bookings to end.
    has_lists: bool,
    questions: Vec<(String, String)>,
}

struct Case {
    receipt: String,
    service: String,
    state: String,
    submitted: String,
    how: String,
    /// Why it is kept; empty when it may be erased.
    kept: String,
}

impl DataPage {
    fn erasable(&self) -> bool {
        self.has_lists || self.tickets.iter().any(|case| case.kept.is_empty())
    }
}

/// The request and whose data it is about; whoever comes with another ticket is led back to it.
async fn person_of(looker: &Looker) -> Result<Result<(Ticket, Person), Response>, Failure> {
    let ticket = looker.ticket().await?;
    Ok(match of_request(&looker.web.office, &ticket).await? {
        Some(person) => Ok((ticket, person)),
        None => Err(Redirect::to(&address(&looker.receipt)).into_response()),
    })
}

async fn show(looker: Looker) -> Result<Response, Failure> {
    match person_of(&looker).await? {
        Ok((_, person)) => view(&looker, &person, (StatusCode::OK, None)).await,
        Err(elsewhere) => Ok(elsewhere),
    }
}

async fn view(
    looker: &Looker,
    person: &Person,
    (status, said): (StatusCode, Option<(&'static str, Vec<String>)>),
) -> Result<Response, Failure> {
    let Looker { web, staff, headers, receipt } = looker;
    let desk = DeskFrame::new(web, (staff, headers), "/desk");
    let words = &desk.frame.words;
    let mut tickets = Vec::new();
    let mut questions = Vec::new();
    for theirs in &person.tickets {
        let head = &theirs.head;
        let kept = match (theirs.how, theirs.keep) {
            (How::Request, _) => words.t("deskweb-data-request-stays"),
            (_, Some(keep)) => words.say(&keep.text()),
            (_, None) => String::new(),
        };
        tickets.push(Case {
            receipt: head.receipt.to_string(),
            service: words.say(&Text::new(head.service.as_str())),
            state: words.say(&state_texts(&head.service, &head.state)),
            submitted: words.say(&Text::new("deskweb-day").with("day", office_day(head.submitted))),
            how: words.t(&format!("deskweb-data-how-{}", theirs.how.name())),
            kept,
        });
        if let Some(ticket) = web.office.store.ticket(&head.receipt).await? {
            questions.extend(correctable(&ticket).map(|given| question(words, &ticket, given)));
        }
    }
    let besides = Text::new("deskweb-data-besides").with("subscriptions", person.subscriptions).with("bookings", person.bookings);
    let besides = words.say(&besides);
    let template = DataPage {
        receipt: receipt.to_string(),
        fresh: staff.is_fresh(web),
        said,
        tickets,
        unproven: person.unproven.iter().map(ToString::to_string).collect(),
        besides,
        has_lists: person.subscriptions + person.bookings > 0,
        questions,
        desk,
    };
    let mut answer = page(&template)?;
    *answer.status_mut() = status;
    answer.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    Ok(answer)
}

/// A question that can be corrected: its name in the form, and in words.
fn question(words: &Words, ticket: &Ticket, given: &crate::ticket::Given) -> (String, String) {
    let receipt = &ticket.head.receipt;
    let label = words.say(&answer_label(ticket, given));
    (format!("{receipt} {}", given.step), format!("{receipt}: {label}"))
}

async fn refused(looker: &Looker, person: &Person, (status, why): (StatusCode, Text)) -> Result<Response, Failure> {
    let words = looker.staff.words(&looker.web, &looker.headers);
    view(looker, person, (status, Some(("problem", vec![words.say(&why)])))).await
}

/// Everything about the person as one file.
async fn give_out(form: Form) -> Result<Response, Failure> {
    let looker = &form.looker;
    let (ticket, person) = match person_of(looker).await? {
        Ok(found) => found,
        Err(elsewhere) => return Ok(elsewhere),
    };
    let who = Who::Clerk(looker.staff.id().clone());
    match give(&looker.web.office, (&person, &ticket), (&who, form.fields.one("reason"))).await {
        Ok(pieces) => {
            let pieces = futures_util::stream::unfold(pieces, |mut pieces| async move { pieces.recv().await.map(|piece| (piece, pieces)) });
            let name = format!("attachment; filename=\"{}-data.zip\"", looker.receipt);
            let headers = [
                (header::CONTENT_TYPE, "application/zip"),
                (header::CACHE_CONTROL, "private, no-store"),
                (header::CONTENT_DISPOSITION, name.as_str()),
            ];
            Ok((headers, Body::from_stream(pieces)).into_response())
        }
        Err(NotGiven::NoReason) => refused(looker, &person, (StatusCode::UNPROCESSABLE_ENTITY, Text::new("act-refused-no-words"))).await,
        Err(NotGiven::Trouble(why)) => {
            tracing::error!(why, "a person's data could not be given out");
            Err(Failure::Store)
        }
    }
}

/// Corrects an answer of one of their tickets; what stood before stays in its history.
async fn correct_one(form: Form) -> Result<Response, Failure> {
    let looker = &form.looker;
    let (request, person) = match person_of(looker).await? {
        Ok(found) => found,
        Err(elsewhere) => return Ok(elsewhere),
    };
    let asked = form.fields.one("question").split_once(' ');
    let asked = asked.and_then(|(receipt, step)| Some((Receipt::read(receipt).ok()?, StepId::from(step))));
    let Some((receipt, step)) = asked.filter(|(receipt, _)| person.ticket(receipt).is_some()) else {
        return refused(looker, &person, (StatusCode::UNPROCESSABLE_ENTITY, Text::new("deskweb-data-no-question"))).await;
    };
    let wish = Correction { receipt: receipt.clone(), step, words: form.words("text"), reason: form.words("reason") };
    match correct(&looker.web.office, (looker.staff.id(), &request), wish).await {
        Ok(_) => {
            let words = looker.staff.words(&looker.web, &looker.headers);
            let done = words.say(&Text::new("deskweb-data-corrected").with("receipt", receipt.to_string()));
            view(looker, &person, (StatusCode::OK, Some(("notice", vec![done])))).await
        }
        Err(why) => {
            let ticket = looker.web.office.store.ticket(&receipt).await?;
            let text = why.text(&looker.web.office, ticket.as_ref());
            refused(looker, &person, (StatusCode::UNPROCESSABLE_ENTITY, text)).await
        }
    }
}

/// Erases those of their tickets that were ticked. What the law or a hold keeps is named, also to the person.
async fn erase_some(form: Form) -> Result<Response, Failure> {
    let looker = &form.looker;
    let (request, person) = match person_of(looker).await? {
        Ok(found) => found,
        Err(elsewhere) => return Ok(elsewhere),
    };
    let words = looker.staff.words(&looker.web, &looker.headers);
    let chosen: Vec<Receipt> = form.fields.all("of").filter_map(|receipt| Receipt::read(receipt).ok()).collect();
    // The request itself stays until it is closed and its own time is over: it is the proof that the person asked.
    let theirs = |receipt: &&Receipt| person.ticket(receipt).is_some_and(|theirs| theirs.how != How::Request);
    let chosen: Vec<&Receipt> = chosen.iter().filter(theirs).collect();
    let lists = form.fields.one("lists") == "yes";
    if chosen.is_empty() && !lists {
        return refused(looker, &person, (StatusCode::UNPROCESSABLE_ENTITY, Text::new("deskweb-data-none-chosen"))).await;
    }
    let mut said = Vec::new();
    let mut status = StatusCode::OK;
    if lists {
        let line = match end_lists(&looker.web.office, (looker.staff.id(), &request), form.fields.one("reason")).await {
            Ok((subscriptions, bookings)) => {
                Text::new("deskweb-data-lists-ended").with("subscriptions", subscriptions).with("bookings", bookings)
            }
            Err(why) => {
                if let NotDone::Trouble(why) = &why {
                    tracing::error!(why, "a person's lists are not ended");
                    status = StatusCode::SERVICE_UNAVAILABLE;
                } else {
                    status = StatusCode::UNPROCESSABLE_ENTITY;
                }
                why.text(&looker.web.office, Some(&request))
            }
        };
        said.push(words.say(&line));
    }
    for receipt in &chosen {
        let wish = Wish {
            who: Who::Clerk(looker.staff.id().clone()),
            receipt: Receipt::clone(receipt),
            why: Why::Request(looker.receipt.clone()),
            reason: form.words("reason"),
        };
        let line = match erase(&looker.web.office, &wish).await {
            Ok(erasure) => Text::new("deskweb-data-erased").with("receipt", receipt.to_string()).with("at", Value::Time(erasure.at)),
            Err(why) => {
                if let NotErased::Trouble(why) = &why {
                    tracing::error!(why, "a case is not erased");
                    status = StatusCode::SERVICE_UNAVAILABLE;
                } else if status == StatusCode::OK {
                    status = StatusCode::UNPROCESSABLE_ENTITY;
                }
                Text::new("deskweb-data-kept").with("receipt", receipt.to_string()).with("why", why.text())
            }
        };
        said.push(words.say(&line));
    }
    if form.some("reason").is_some()
        && !chosen.is_empty()
        && let Err(why) = tell_kept(&looker.web.office, (looker.staff.id(), &request)).await
    {
        tracing::error!(?why, "a person could not be told which cases are kept");
        status = StatusCode::SERVICE_UNAVAILABLE;
        said.push(words.t("act-refused-trouble"));
    }
    // What is left is looked at anew.
    match person_of(looker).await? {
        Ok((_, person)) => {
            let class = if status == StatusCode::OK { "notice" } else { "problem" };
            view(looker, &person, (status, Some((class, said)))).await
        }
        Err(elsewhere) => Ok(elsewhere),
    }
}
