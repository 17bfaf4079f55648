//! What programs are told, and what they may say: the forms of the JSON API. Their schemas are made from these types.

use crate::desk;
use crate::dialog::screen::shown;
use crate::id::StateId;
use crate::locale::{Language, Text};
use crate::message::plain;
use crate::office::Office;
use crate::ticket::{Actor, Head, Ticket, What};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A moment of ISO 8601 in UTC.
fn stamp(at: crate::clock::Moment) -> String {
    at.to_rfc3339_opts(chrono::SecondsFormat::Secs, true)
}

/// What can be read of a ticket without its key: nothing personal.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Ticket")]
pub struct TicketForm {
    /// Public number.
    pub receipt: String,
    /// Service asked for.
    pub service: String,
    /// Language of the person.
    pub language: String,
    /// Queue that has it.
    pub queue: String,
    /// District it belongs to, by code.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub district: Option<String>,
    /// Where it stands in the chain of its service.
    pub state: String,
    /// Since when.
    pub since: String,
    /// When it was submitted.
    pub submitted: String,
    /// When it was closed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub closed: Option<String>,
    /// With which outcome.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub outcome: Option<String>,
    /// Clerk who took it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub clerk: Option<String>,
    /// Nothing leads from it to the person.
    pub anonymous: bool,
    /// Handled first.
    pub urgent: bool,
    /// The person added something that nobody has looked at.
    pub unread: bool,
    /// Time limits, running and met.
    pub limits: Vec<LimitForm>,
    /// Changes so far.
    pub revision: u64,
}

/// A time limit.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Limit")]
pub struct LimitForm {
    /// Name in the service.
    pub name: String,
    /// Last day.
    pub due: String,
    /// When it was met.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub met: Option<String>,
}

impl TicketForm {
    /// The form of a head.
    pub fn of(head: &Head) -> Self {
        let limit =
            |limit: &crate::ticket::Limit| LimitForm { name: limit.name.clone(), due: limit.due.to_string(), met: limit.met.map(stamp) };
        Self {
            receipt: head.receipt.to_string(),
            service: head.service.to_string(),
            language: head.language.0.clone(),
            queue: head.queue.to_string(),
            district: head.district.clone(),
            state: head.state.to_string(),
            since: stamp(head.since),
            submitted: stamp(head.submitted),
            closed: head.closed.as_ref().map(|closed| stamp(closed.at)),
            outcome: head.closed.as_ref().map(|closed| closed.outcome.to_string()),
            clerk: head.clerk.as_ref().map(|clerk| clerk.0.clone()),
            anonymous: head.anonymous,
            urgent: head.urgent,
            unread: head.unread,
            limits: head.limits.iter().map(limit).collect(),
            revision: head.revision,
        }
    }
}

/// A page of tickets.
#[derive(Serialize, JsonSchema)]
pub struct TicketPage {
    /// Tickets in the order of their receipts.
    pub tickets: Vec<TicketForm>,
    /// Where the next page begins; missing when this is the last one. A page may be short and still have a next one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
}

/// One ticket.
#[derive(Serialize, JsonSchema)]
pub struct TicketWhole {
    /// What can be read without its key.
    pub ticket: TicketForm,
    /// States that it may go to next.
    pub next_states: Vec<String>,
    /// Outcomes with which it can be closed.
    pub outcomes: Vec<String>,
    /// What happened to it. Words stand here only for whoever may read what is personal and said why.
    pub history: Vec<HappeningForm>,
    /// Answers of the person, for the same readers only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub answers: Option<Vec<AnswerForm>>,
}

/// Something that happened.
#[derive(Default, Serialize, JsonSchema)]
#[schemars(rename = "Happening")]
pub struct HappeningForm {
    /// When.
    pub at: String,
    /// `person`, `desk` or `counter`.
    pub by: String,
    /// What: `submitted`, `replied`, `state-set`...
    pub what: String,
    /// State, outcome, queue, grade, paper or day that it led to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<String>,
    /// The one before.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<String>,
    /// Files that came with it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub files: Option<usize>,
    /// What was written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub words: Option<String>,
}

/// An answer.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Answer")]
pub struct AnswerForm {
    /// Name of the question.
    pub question: String,
    /// What it is called.
    pub label: String,
    /// The answer as people see it.
    pub answer: String,
    /// It tells who somebody is.
    pub personal: bool,
}

impl TicketWhole {
    /// A ticket as a program sees it; with words and answers when it may read what is personal.
    pub fn of(office: &Office, ticket: &Ticket, personal: Option<&Language>) -> Self {
        let script = office.script.load();
        let rules = script.flows.get(&ticket.head.service).and_then(|flow| flow.submit.as_ref());
        let names = |states: Vec<StateId>| states.into_iter().map(|state| state.to_string()).collect::<Vec<_>>();
        let open = ticket.head.closed.is_none();
        let next = rules.and_then(|rules| rules.states.get(&ticket.head.state)).map(|state| state.next.clone()).unwrap_or_default();
        let say = |language: &Language, text: &Text| plain(&script.texts.say(language, text));
        let answers = personal.map(|language| {
            let answer = |given: &crate::ticket::Given| {
                let texts = crate::dialog::machine::text_ids(Some(&ticket.head.service), &given.step, &given.text);
                let value = shown(&texts, &given.answer, &office.places.load());
                AnswerForm {
                    question: given.step.to_string(),
                    label: say(language, &desk::answer_label(ticket, given)),
                    answer: say(language, &Text::new("in-language").with("zh", value.clone()).with("en", value)),
                    personal: given.personal,
                }
            };
            ticket.body.answers.iter().map(answer).collect()
        });
        Self {
            ticket: TicketForm::of(&ticket.head),
            next_states: if open { names(next) } else { Vec::new() },
            outcomes: if open { names(rules.map(crate::ticket::act::outcomes).unwrap_or_default()) } else { Vec::new() },
            history: ticket.body.history.iter().map(|happening| happening_form(happening, personal.is_some())).collect(),
            answers,
        }
    }
}

fn happening_form(happening: &crate::ticket::Happening, whole: bool) -> HappeningForm {
    let by = match &happening.by {
        Actor::Person => "person",
        Actor::Clerk(_) => "desk",
        _ => "counter",
    };
    let mut form = HappeningForm { at: stamp(happening.at), by: by.to_owned(), ..HappeningForm::default() };
    let mut words: Option<&str> = None;
    form.what = match &happening.what {
        What::Submitted => "submitted",
        What::Added { words: said, files } => {
            (words, form.files) = (said.as_deref(), Some(files.len()));
            "added"
        }
        What::Corrected { step, words: said } => {
            (words, form.to) = (Some(said.as_str()), step.as_ref().map(ToString::to_string));
            "corrected"
        }
        What::Replied { words: said, files, .. } => {
            (words, form.files) = (Some(said.as_str()), Some(files.len()));
            "replied"
        }
        What::Noted { words: said, files } => {
            (words, form.files) = (Some(said.as_str()), Some(files.len()));
            "noted"
        }
        What::Taken { released: false } => "taken",
        What::Taken { released: true } => "released",
        What::PaperAsked { paper, words: said } => {
            (words, form.to) = (said.as_deref(), Some(paper.clone()));
            "paper-asked"
        }
        What::Transferred { from, to, reason } => {
            (words, form.from, form.to) = (Some(reason.as_str()), Some(from.to_string()), Some(to.to_string()));
            "transferred"
        }
        What::StateSet { from, to, reason } => {
            (words, form.from, form.to) = (reason.as_deref(), Some(from.to_string()), Some(to.to_string()));
            "state-set"
        }
        What::Extended { from, to, reason, .. } => {
            (words, form.from, form.to) = (Some(reason.as_str()), Some(from.to_string()), Some(to.to_string()));
            "extended"
        }
        What::Closed { outcome, reason } => {
            (words, form.to) = (Some(reason.as_str()), Some(outcome.to_string()));
            "closed"
        }
        What::Withdrawn { reason } => {
            words = reason.as_deref();
            "withdrawn"
        }
        What::Hurried => "hurried",
        What::Reopened { words: said } => {
            words = Some(said);
            "reopened"
        }
        What::Graded { grade, words: said } => {
            (words, form.to) = (said.as_deref(), Some(grade.name().to_owned()));
            "graded"
        }
        What::CalledBack => "called-back",
        What::ContactChanged => "contact-changed",
        What::FileRefused { .. } => "file-refused",
        What::Unreachable => "unreachable",
        What::Revealed { reason } => {
            words = Some(reason);
            "revealed"
        }
        What::Amended { step, words: said, .. } => {
            (words, form.to) = (Some(said.as_str()), Some(step.to_string()));
            "amended"
        }
        What::Held { reason } => {
            words = Some(reason);
            "held"
        }
        What::Freed { reason } => {
            words = Some(reason);
            "freed"
        }
        What::Conflicted { reason } => {
            words = Some(reason);
            "conflict"
        }
        What::Linked { to } => {
            form.to = Some(to.to_string());
            "linked"
        }
        What::Unlinked { to } => {
            form.to = Some(to.to_string());
            "unlinked"
        }
        What::ConsentAsked { what } => {
            (words, form.to, form.files) = (Some(what.reason.as_str()), what.to.name.values().next().cloned(), Some(what.files.len()));
            "consent-asked"
        }
        What::Consented { yes: true, .. } => "consented",
        What::Consented { yes: false, .. } => "not-consented",
        What::HandedOver { what, .. } => {
            (words, form.to, form.files) = (Some(what.reason.as_str()), what.to.name.values().next().cloned(), Some(what.files.len()));
            "handed-over"
        }
    }
    .to_owned();
    form.words = words.filter(|words| whole && !words.is_empty()).map(str::to_owned);
    form
}

/// Services of the counter.
#[derive(Serialize, JsonSchema)]
pub struct ServiceList {
    /// Services in the order of their names.
    pub services: Vec<ServiceForm>,
}

/// A service.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Service")]
pub struct ServiceForm {
    /// Its name for programs.
    pub service: String,
    /// What it is called, by language.
    pub name: std::collections::BTreeMap<String, String>,
    /// States of its tickets; empty when it makes none.
    pub states: Vec<String>,
    /// Those of them with which a ticket can be closed.
    pub outcomes: Vec<String>,
    /// Programs can file it over Open311.
    pub open311: bool,
}

/// Queues of the office.
#[derive(Serialize, JsonSchema)]
pub struct QueueList {
    /// Queues that the token sees.
    pub queues: Vec<QueueForm>,
}

/// A queue.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Queue")]
pub struct QueueForm {
    /// Its name for programs.
    pub queue: String,
    /// What it is called, by language.
    pub name: std::collections::BTreeMap<String, String>,
}

/// How many tickets there are now.
#[derive(Serialize, JsonSchema)]
pub struct Figures {
    /// When this was counted.
    pub at: String,
    /// By queue, those that the token sees.
    pub queues: Vec<QueueFigures>,
}

/// Tickets of a queue.
#[derive(Clone, Default, Serialize, JsonSchema)]
pub struct QueueFigures {
    /// Queue.
    pub queue: String,
    /// Open ones.
    pub open: usize,
    /// Those of them that nobody has taken.
    pub untaken: usize,
    /// Those of them whose time limit has passed.
    pub overdue: usize,
    /// Closed ones.
    pub closed: usize,
}

impl Figures {
    /// Figures of a moment.
    pub fn at(now: crate::clock::Moment, queues: Vec<QueueFigures>) -> Self {
        Self { at: stamp(now), queues }
    }
}

/// Words for the person, or a note for colleagues.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Words {
    /// The words.
    pub words: String,
}

/// The next state.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NextState {
    /// One of the ticket's `next_states`.
    pub state: String,
    /// Reason that the person sees.
    #[serde(default)]
    pub reason: Option<String>,
}

/// A longer time limit: one of `until` and `working_days`.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Extension {
    /// New last day, as 2026-12-01.
    #[serde(default)]
    pub until: Option<String>,
    /// So many working days more.
    #[serde(default)]
    pub working_days: Option<u32>,
    /// Which time limit; the nearest when missing.
    #[serde(default)]
    pub limit: Option<String>,
    /// Reason that the person sees.
    pub reason: String,
}

/// Another queue.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Transfer {
    /// Queue.
    pub queue: String,
    /// Reason that the person sees.
    pub reason: String,
}

/// The end.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Close {
    /// One of the ticket's `outcomes`.
    pub outcome: String,
    /// Reason that the person sees.
    pub reason: String,
}
