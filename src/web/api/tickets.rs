//! Reading tickets, and the acts of the desk.

use super::Programs;
use super::caller::Caller;
use super::problem::{Kind, Problem};
use super::shape::{
    Close, Extension, Figures, NextState, QueueFigures, QueueForm, QueueList, ServiceForm, ServiceList, TicketForm, TicketPage,
    TicketWhole, Transfer, Words,
};
use crate::clock::{Moment, office_day};
use crate::desk::{self, By, NotDone, Request, Where};
use crate::dialog::flow::Span;
use crate::id::{QueueId, Receipt, StateId};
use crate::intake::file::can_be_filed;
use crate::locale::Text;
use crate::message::plain;
use crate::office::Office;
use crate::program::call::{Answer, Before, Key, LONGEST};
use crate::program::token::{Program, Scope};
use crate::store::Wanted;
use crate::ticket::act::{Act, Until};
use crate::ticket::due::is_overdue;
use crate::ticket::{Head, Ticket};
use axum::body::Bytes;
use axum::extract::rejection::BytesRejection;
use axum::extract::{FromRequest, FromRequestParts, Path, RawQuery, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use chrono::Duration;
use serde::de::DeserializeOwned;
use std::collections::BTreeMap;

/// Tickets on a page when nothing is said, and at most.
const PAGE: (usize, usize) = (50, 200);
/// Heads read at once.
const READ: usize = 500;
/// Seconds that figures are told again without being counted anew.
const FRESH: i64 = 10;
/// Heads looked at for one page; where few fit, the page is short and the next one goes on.
const LOOKED: usize = 5000;

/// Values of a query; the last one of a name counts.
struct Query(BTreeMap<String, String>);

impl Query {
    fn read(raw: Option<&str>, known: &[&str]) -> Result<Self, Problem> {
        let pairs: BTreeMap<String, String> = form_urlencoded::parse(raw.unwrap_or_default().as_bytes()).into_owned().collect();
        match pairs.keys().find(|name| !known.contains(&name.as_str())) {
            Some(unknown) => Err(Problem::with(Kind::Malformed, format!("the query knows no {unknown}"))),
            None => Ok(Self(pairs)),
        }
    }

    fn get(&self, name: &str) -> Option<&str> {
        self.0.get(name).map(String::as_str).filter(|value| !value.is_empty())
    }

    fn parsed<T: std::str::FromStr>(&self, name: &str) -> Result<Option<T>, Problem> {
        let wrong = |_| Problem::with(Kind::Malformed, format!("{name} is not understood"));
        self.get(name).map(|value| value.parse().map_err(wrong)).transpose()
    }
}

/// `GET /services`
pub async fn services(State(web): State<Programs>, caller: Caller) -> Result<Response, Problem> {
    caller.allowed(Scope::TicketsRead)?;
    let script = web.office.script.load();
    let service = |flow: &crate::dialog::flow::Flow| ServiceForm {
        service: flow.service.to_string(),
        name: in_all(&script, &Text::new(flow.service.as_str())),
        states: flow.submit.iter().flat_map(|submit| submit.states.keys()).map(ToString::to_string).collect(),
        outcomes: flow.submit.iter().flat_map(crate::ticket::act::outcomes).map(|state| state.to_string()).collect(),
        open311: can_be_filed(flow),
    };
    Ok(super::json(ServiceList { services: script.flows.iter().map(service).collect() }))
}

/// `GET /queues`
pub async fn queues(State(web): State<Programs>, caller: Caller) -> Result<Response, Problem> {
    let program = caller.allowed(Scope::TicketsRead)?;
    let script = web.office.script.load();
    let seen = web.office.all_queues().into_iter().filter(|queue| program.sees(&queue.id));
    let queue = |id: &QueueId| QueueForm { queue: id.to_string(), name: in_all(&script, &web.office.queue_name(id)) };
    Ok(super::json(QueueList { queues: seen.map(|found| queue(&found.id)).collect() }))
}

/// A text in every language.
fn in_all(script: &crate::office::Script, text: &Text) -> BTreeMap<String, String> {
    script.texts.languages().map(|language| (language.0.clone(), plain(&script.texts.say(language, text)))).collect()
}

/// What was counted, and when.
pub(super) type Counted = Option<(Moment, BTreeMap<QueueId, QueueFigures>)>;

/// `GET /figures`
pub async fn figures(State(web): State<Programs>, caller: Caller) -> Result<Response, Problem> {
    let program = caller.allowed(Scope::FiguresRead)?;
    let now = web.office.now();
    let mut counted = web.counted.lock().await;
    let (at, queues) = match counted.take() {
        Some((at, queues)) if now - at < Duration::seconds(FRESH) => (at, queues),
        _ => (now, count(&web.office).await?),
    };
    let seen = queues.iter().filter(|(queue, _)| program.sees(queue)).map(|(_, figures)| figures.clone()).collect();
    *counted = Some((at, queues));
    Ok(super::json(Figures::at(at, seen)))
}

async fn count(office: &Office) -> Result<BTreeMap<QueueId, QueueFigures>, Problem> {
    let today = office_day(office.now());
    let empty = |id: &QueueId| (id.clone(), QueueFigures { queue: id.to_string(), ..QueueFigures::default() });
    let mut counted: BTreeMap<QueueId, QueueFigures> = office.all_queues().iter().map(|queue| empty(&queue.id)).collect();
    let mut after = None;
    loop {
        let heads = office.store.tickets(&Wanted { queue: None, closed: true, after: after.take(), limit: READ }).await?;
        let Some(last) = heads.last() else { return Ok(counted) };
        after = Some(last.receipt.clone());
        for head in &heads {
            let Some(figures) = counted.get_mut(&head.queue) else { continue };
            match &head.closed {
                Some(_) => figures.closed += 1,
                None => {
                    figures.open += 1;
                    figures.untaken += usize::from(head.clerk.is_none());
                    figures.overdue += usize::from(is_overdue(head, today));
                }
            }
        }
    }
}

/// `GET /tickets`
pub async fn list(State(web): State<Programs>, caller: Caller, RawQuery(raw): RawQuery) -> Result<Response, Problem> {
    let program = caller.allowed(Scope::TicketsRead)?;
    let query = Query::read(raw.as_deref(), &["queue", "service", "state", "status", "from", "to", "limit", "cursor"])?;
    let filter = Filter::read(&query, program)?;
    let limit = query.parsed::<usize>("limit")?.unwrap_or(PAGE.0);
    if limit == 0 || limit > PAGE.1 {
        return Err(Problem::with(Kind::Malformed, format!("limit is 1 to {}", PAGE.1)));
    }
    let mut after = match query.get("cursor") {
        Some(cursor) => Some(Receipt::read(cursor).map_err(|_| Problem::with(Kind::Malformed, "cursor is not understood"))?),
        None => None,
    };
    let mut tickets = Vec::new();
    let mut looked = 0;
    let next = loop {
        let wanted = Wanted { queue: filter.queue.clone(), closed: filter.closed, after: after.clone(), limit: READ };
        let heads = web.office.store.tickets(&wanted).await?;
        let end = heads.len() < READ;
        let mut full = None;
        for head in heads {
            after = Some(head.receipt.clone());
            if filter.fits(&head) {
                tickets.push(TicketForm::of(&head));
                if tickets.len() == limit {
                    full = Some(head.receipt);
                    break;
                }
            }
        }
        looked += READ;
        if full.is_some() {
            break full;
        }
        if end {
            break None;
        }
        if looked >= LOOKED {
            break after;
        }
    };
    Ok(super::json(TicketPage { tickets, next: next.map(|receipt| receipt.to_string()) }))
}

struct Filter {
    program: Program,
    queue: Option<QueueId>,
    service: Option<String>,
    state: Option<String>,
    open: bool,
    closed: bool,
    from: Option<chrono::NaiveDate>,
    to: Option<chrono::NaiveDate>,
}

impl Filter {
    fn read(query: &Query, program: Program) -> Result<Self, Problem> {
        let (open, closed) = match query.get("status") {
            None | Some("open") => (true, false),
            Some("closed") => (false, true),
            Some("all") => (true, true),
            Some(_) => return Err(Problem::with(Kind::Malformed, "status is open, closed or all")),
        };
        let own = |name| query.get(name).map(str::to_owned);
        let (from, to) = (query.parsed("from")?, query.parsed("to")?);
        Ok(Self { queue: own("queue").map(QueueId), service: own("service"), state: own("state"), program, open, closed, from, to })
    }

    fn fits(&self, head: &Head) -> bool {
        let day = office_day(head.submitted);
        self.program.sees(&head.queue)
            && if head.closed.is_some() { self.closed } else { self.open }
            && self.service.as_ref().is_none_or(|service| service == head.service.as_str())
            && self.state.as_ref().is_none_or(|state| state == head.state.as_str())
            && self.from.is_none_or(|from| day >= from)
            && self.to.is_none_or(|to| day <= to)
    }
}

/// `GET /tickets/{receipt}`
pub async fn one(
    State(web): State<Programs>,
    caller: Caller,
    Path(receipt): Path<String>,
    RawQuery(raw): RawQuery,
) -> Result<Response, Problem> {
    let program = caller.allowed(Scope::TicketsRead)?;
    let query = Query::read(raw.as_deref(), &["reason", "language"])?;
    let mut ticket = seen(&web.office, &program, &receipt).await?;
    let Some(reason) = query.get("reason") else { return Ok(super::json(TicketWhole::of(&web.office, &ticket, None))) };
    if !program.may(Scope::TicketsPersonal) {
        return Err(Problem::with(Kind::Scope, format!("it needs {}", Scope::TicketsPersonal.name())));
    }
    let request = request(program, ticket.head.receipt.clone(), Act::Reveal { reason: reason.to_owned() });
    ticket = desk::perform(&web.office, request).await.map_err(|not_done| refused(&web.office, &not_done))?;
    let language = web.office.script.load().texts.negotiate(query.get("language").or(Some("zh")));
    Ok(super::json(TicketWhole::of(&web.office, &ticket, Some(&language))))
}

/// A ticket that the program sees; what it does not see is not there.
async fn seen(office: &Office, program: &Program, receipt: &str) -> Result<Ticket, Problem> {
    let receipt = Receipt::read(receipt).map_err(|_| Kind::NotFound)?;
    let ticket = office.store.ticket(&receipt).await?;
    Ok(ticket.filter(|ticket| program.sees(&ticket.head.queue)).ok_or(Kind::NotFound)?)
}

fn request(program: Program, receipt: Receipt, act: Act) -> Request {
    Request { by: By::Program(program), receipt, act, place: Where::Elsewhere, event: None, files: Vec::new() }
}

fn refused(office: &Office, not_done: &NotDone) -> Problem {
    match not_done {
        NotDone::NoTicket | NotDone::NotYours | NotDone::NoOther => Kind::NotFound.into(),
        NotDone::NoQueue(_) => Problem::with(Kind::Invalid, "there is no such queue"),
        NotDone::Refused(refusal) => {
            let script = office.script.load();
            let english = crate::locale::Language::english();
            let words = plain(&script.texts.say(&english, &not_done.text(office, None)));
            Problem { reason: Some(refusal.name().to_owned()), ..Problem::with(Kind::Refused, words) }
        }
        NotDone::Before => Kind::Refused.into(),
        NotDone::Trouble(why) => {
            tracing::error!(why, "an act of a program was not done");
            Kind::Unavailable.into()
        }
    }
}

/// A call that does something to a ticket.
pub struct Asked {
    web: Programs,
    program: Program,
    receipt: String,
    headers: HeaderMap,
    body: Bytes,
}

impl FromRequest<Programs> for Asked {
    type Rejection = Problem;

    async fn from_request(request: axum::extract::Request, web: &Programs) -> Result<Self, Problem> {
        let (mut parts, body) = request.into_parts();
        let program = Caller::from_request_parts(&mut parts, web).await?.allowed(Scope::TicketsAct)?;
        let Path(receipt) = Path::from_request_parts(&mut parts, web).await.map_err(|_| Kind::NotFound)?;
        let headers = parts.headers.clone();
        let body = Bytes::from_request(axum::extract::Request::from_parts(parts, body), web).await.map_err(too_large)?;
        Ok(Self { web: web.clone(), program, receipt, headers, body })
    }
}

impl Asked {
    fn read<T: DeserializeOwned>(&self) -> Result<T, Problem> {
        let kind = self.headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
        if kind.split(';').next().map(str::trim) != Some("application/json") {
            return Err(Problem::with(Kind::MediaType, "it must be application/json"));
        }
        // What was sent may be personal: only the place of the error is said.
        let wrong = |error: serde_json::Error| {
            let what = if error.is_data() { "it is not of the form that is described" } else { "it is no JSON" };
            Problem::with(Kind::Malformed, format!("{what}: line {} column {}", error.line(), error.column()))
        };
        serde_json::from_slice(&self.body).map_err(wrong)
    }

    /// Does an act once for its key.
    async fn perform(self, name: &str, act: Act) -> Result<Response, Problem> {
        let office = &self.web.office;
        let key = match key(&self.headers)? {
            None => None,
            Some(text) => {
                let asked = [name.as_bytes(), self.receipt.as_bytes(), &self.body];
                match self.web.calls.look(office, (&self.program.name, text), &asked).await? {
                    Before::New(key) => Some(key),
                    Before::Same(answer) => return Ok(again(&answer)),
                    Before::Other => return Err(Kind::KeyReused.into()),
                    Before::Now => return Err(Kind::InProgress.into()),
                }
            }
        };
        let done = match seen(office, &self.program, &self.receipt).await {
            Ok(ticket) => {
                let also = |ticket: &Ticket| key.iter().map(|key: &Key| key.keep(office.now(), &answer(ticket))).collect();
                let request = request(self.program.clone(), ticket.head.receipt, act);
                desk::perform_with(office, request, &also).await.map_err(|not_done| refused(office, &not_done))
            }
            Err(problem) => Err(problem),
        };
        match (done, key) {
            (Ok(ticket), _) => Ok(again(&answer(&ticket))),
            // A trouble passes; the same call may do better.
            (Err(problem), Some(key)) if problem.kind != Kind::Unavailable => {
                let told = Answer { status: problem.kind.status().as_u16(), body: problem.body() };
                key.keep_alone(office, &told).await.map_err(|_| Kind::Unavailable)?;
                Err(problem)
            }
            (Err(problem), _) => Err(problem),
        }
    }
}

pub(super) fn too_large(rejection: BytesRejection) -> Problem {
    if rejection.status() == StatusCode::PAYLOAD_TOO_LARGE { Kind::TooLarge.into() } else { Kind::Malformed.into() }
}

/// The key of a call.
pub(super) fn key(headers: &HeaderMap) -> Result<Option<&str>, Problem> {
    let Some(value) = headers.get("idempotency-key") else { return Ok(None) };
    let text = value.to_str().unwrap_or_default();
    if text.is_empty() || text.len() > LONGEST {
        return Err(Problem::with(Kind::Malformed, format!("Idempotency-Key has 1 to {LONGEST} signs of ASCII")));
    }
    Ok(Some(text))
}

fn answer(ticket: &Ticket) -> Answer {
    Answer { status: 200, body: serde_json::to_string(&TicketForm::of(&ticket.head)).unwrap_or_default() }
}

/// An answer as it was given the first time.
fn again(answer: &Answer) -> Response {
    let kind = if answer.status == 200 { "application/json" } else { "application/problem+json" };
    let status = StatusCode::from_u16(answer.status).unwrap_or(StatusCode::OK);
    (status, [(header::CONTENT_TYPE, kind)], answer.body.clone()).into_response()
}

/// `POST /tickets/{receipt}/reply`
pub async fn reply(asked: Asked) -> Result<Response, Problem> {
    let Words { words } = asked.read()?;
    asked.perform("reply", Act::Reply { words, files: Vec::new(), prepared: None }).await
}

/// `POST /tickets/{receipt}/note`
pub async fn note(asked: Asked) -> Result<Response, Problem> {
    let Words { words } = asked.read()?;
    asked.perform("note", Act::Note { words, files: Vec::new() }).await
}

/// `POST /tickets/{receipt}/state`
pub async fn state(asked: Asked) -> Result<Response, Problem> {
    let NextState { state, reason } = asked.read()?;
    asked.perform("state", Act::SetState { to: StateId(state), reason }).await
}

/// `POST /tickets/{receipt}/extend`
pub async fn extend(asked: Asked) -> Result<Response, Problem> {
    let Extension { until, working_days, limit, reason } = asked.read()?;
    let day = until.map(|day| day.parse().map_err(|_| Problem::with(Kind::Invalid, "until is a day as 2026-12-01"))).transpose()?;
    let to = match (day, working_days) {
        (Some(day), None) => Until::Day(day),
        (None, Some(days)) => Until::Longer(Span::WorkingDays(days)),
        _ => return Err(Problem::with(Kind::Invalid, "one of until and working_days is wanted")),
    };
    asked.perform("extend", Act::Extend { limit, to, reason }).await
}

/// `POST /tickets/{receipt}/transfer`
pub async fn transfer(asked: Asked) -> Result<Response, Problem> {
    let Transfer { queue, reason } = asked.read()?;
    asked.perform("transfer", Act::Transfer { to: QueueId(queue), reason }).await
}

/// `POST /tickets/{receipt}/close`
pub async fn close(asked: Asked) -> Result<Response, Problem> {
    let Close { outcome, reason } = asked.read()?;
    asked.perform("close", Act::Close { outcome: StateId(outcome), reason }).await
}
