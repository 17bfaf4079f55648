//! What an endpoint is told of a happening: a CloudEvents 1.0 event in JSON (structured mode). Nothing personal: no answer, no
//! words, no clerk. <https://github.com/cloudevents/spec/blob/main/cloudevents/formats/json-format.md>

use crate::clock::Moment;
use crate::id::{QueueId, StateId};
use crate::office::Office;
use crate::ticket::due::next_limit;
use crate::ticket::{Actor, Ticket, WITHDRAWN, What};
use serde::Serialize;

/// What stands before the kind in the type of an event.
pub const TYPE: &str = "org.ip-office-bot.ticket.";

/// Kinds of events, in the order of a ticket's life.
pub const KINDS: [&str; 25] = [
    "submitted",
    "added",
    "corrected",
    "taken",
    "released",
    "replied",
    "noted",
    "paper-asked",
    "transferred",
    "state-set",
    "extended",
    "closed",
    "withdrawn",
    "hurried",
    "reopened",
    "graded",
    "called-back",
    "contact-changed",
    "file-refused",
    "unreachable",
    "linked",
    "unlinked",
    "consent-asked",
    "consented",
    "handed-over",
];

/// An event, made.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// Its id: the same happening has the same id for ever.
    pub id: String,
    /// One of [`KINDS`].
    pub kind: &'static str,
    /// Queues that it concerns: the ticket's, and for a transfer also the one before.
    pub queues: Vec<QueueId>,
    /// The event as it is sent.
    pub body: String,
}

#[derive(Serialize)]
struct CloudEvent<'a> {
    specversion: &'a str,
    id: &'a str,
    source: String,
    r#type: String,
    subject: &'a str,
    time: Moment,
    datacontenttype: &'a str,
    data: Data<'a>,
}

#[derive(Serialize)]
struct Data<'a> {
    receipt: &'a str,
    service: &'a str,
    queue: &'a QueueId,
    #[serde(skip_serializing_if = "Option::is_none")]
    queue_before: Option<&'a QueueId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    district: Option<&'a str>,
    state: StateId,
    /// `person`, `desk` or `counter`.
    by: &'a str,
    submitted: Moment,
    #[serde(skip_serializing_if = "Option::is_none")]
    closed: Option<Moment>,
    /// The nearest last day that the law or a promise sets, as it stands when the event is made.
    #[serde(skip_serializing_if = "Option::is_none")]
    due: Option<chrono::NaiveDate>,
}

/// The kind of a happening; `None` for what no other system is told: looks at personal answers.
fn kind(what: &What) -> Option<&'static str> {
    Some(match what {
        What::Submitted => "submitted",
        What::Added { .. } => "added",
        What::Corrected { .. } => "corrected",
        What::Taken { released: false } => "taken",
        What::Taken { released: true } => "released",
        What::Replied { .. } => "replied",
        What::Noted { .. } => "noted",
        What::PaperAsked { .. } => "paper-asked",
        What::Transferred { .. } => "transferred",
        What::StateSet { .. } => "state-set",
        What::Extended { .. } => "extended",
        What::Closed { .. } => "closed",
        What::Withdrawn { .. } => "withdrawn",
        What::Hurried => "hurried",
        What::Reopened { .. } => "reopened",
        What::Graded { .. } => "graded",
        What::CalledBack => "called-back",
        What::ContactChanged => "contact-changed",
        What::FileRefused { .. } => "file-refused",
        What::Unreachable => "unreachable",
        What::Linked { .. } => "linked",
        What::Unlinked { .. } => "unlinked",
        What::ConsentAsked { .. } => "consent-asked",
        What::Consented { .. } => "consented",
        What::HandedOver { .. } => "handed-over",
        _ => return None,
    })
}

/// The event of a happening, by its place in the ticket's history.
pub fn of(office: &Office, ticket: &Ticket, at: usize) -> Option<Event> {
    let happening = ticket.body.history.get(at)?;
    let kind = kind(&happening.what)?;
    let head = &ticket.head;
    let script = office.script.load();
    let first = script.flows.get(&head.service).and_then(|flow| flow.submit.as_ref()).map(|submit| &submit.first);
    let then = Then::of(ticket, at, first);
    let before = match &happening.what {
        What::Transferred { from, .. } => Some(from),
        _ => None,
    };
    let id = format!("{}-{at}", head.receipt);
    let event = CloudEvent {
        specversion: "1.0",
        id: &id,
        source: format!("urn:ip-office-bot:{}", office.config.office.receipt_prefix),
        r#type: format!("{TYPE}{kind}"),
        subject: head.receipt.as_str(),
        time: happening.at,
        datacontenttype: "application/json",
        data: Data {
            receipt: head.receipt.as_str(),
            service: head.service.as_str(),
            queue: then.queue,
            queue_before: before,
            district: head.district.as_deref(),
            state: then.state,
            by: match &happening.by {
                Actor::Person => "person",
                Actor::Clerk(_) => "desk",
                _ => "counter",
            },
            submitted: head.submitted,
            closed: then.closed,
            due: next_limit(head).map(|limit| limit.due),
        },
    };
    let body = serde_json::to_string(&event).ok()?;
    Some(Event { queues: std::iter::once(then.queue).chain(before).cloned().collect(), id, kind, body })
}

/// How a ticket stood just after a happening.
struct Then<'t> {
    queue: &'t QueueId,
    state: StateId,
    closed: Option<Moment>,
}

impl<'t> Then<'t> {
    fn of(ticket: &'t Ticket, at: usize, first: Option<&StateId>) -> Self {
        let history = &ticket.body.history;
        let begin = first.unwrap_or(&ticket.head.state);
        let (mut state, mut closed) = (begin.clone(), None);
        for happening in history.iter().take(at + 1) {
            match &happening.what {
                What::StateSet { to, .. } => state = to.clone(),
                What::HandedOver { state: Some(to), .. } => {
                    state = to.clone();
                    // Only a state that ends the ticket closes it in that moment.
                    closed = ticket.head.closed.as_ref().map(|closed| closed.at).filter(|closed| *closed == happening.at);
                }
                What::Closed { outcome, .. } => (state, closed) = (outcome.clone(), Some(happening.at)),
                What::Withdrawn { .. } => (state, closed) = (StateId::from(WITHDRAWN), Some(happening.at)),
                What::Reopened { .. } => (state, closed) = (begin.clone(), None),
                _ => {}
            }
        }
        let later = history.iter().skip(at + 1).find_map(|happening| match &happening.what {
            What::Transferred { from, .. } => Some(from),
            _ => None,
        });
        Self { queue: later.unwrap_or(&ticket.head.queue), state, closed }
    }
}
