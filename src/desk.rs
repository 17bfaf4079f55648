//! What clerks do and who may do it. A topic in a staff group, the command line and later a web desk call the same acts
//! ([`perform`]); what follows from an act - who is told what, and where - is decided here once ([`told`]).
//!
//! What must hold: only a known clerk of the ticket's queue acts; no personal answer ever goes to a staff group; a reply to
//! the person and a note for colleagues are marked differently everywhere.

pub mod card;
pub mod file;
pub mod index;
pub mod staff;
pub mod takeout;

use crate::clock::Moment;
use crate::config::QueueConfig;
use crate::dialog::machine::text_ids;
use crate::dialog::screen::shown;
use crate::dialog::state::{Press, Show};
use crate::format::mask;
use crate::id::{ClerkId, EventId, EvidenceId, QueueId, Receipt, StepId};
use crate::intake::Side;
use crate::locale::{Language, Text, Value};
use crate::message::{Ability, Outbound, Route};
use crate::office::{Office, in_languages};
use crate::roster::Role;
use crate::store::{Audit, Commit, CommitError, Delivery, Lane, Parcel, Signal, Timer, Write};
use crate::ticket::act::{Act, Ground, Refusal, act, became_full, state_texts};
use crate::ticket::due::next_limit;
use crate::ticket::handing::{Basis, Handing, Outside};
use crate::ticket::{Actor, Given, Happening, Head, Ticket, What, Written, is_of_clerk, is_personal, written};
use chrono::Duration;

/// Times that an act is decided again because the ticket changed meanwhile.
const AGAIN: usize = 5;

/// Seconds between two files of one album.
const ALBUM: i64 = 10;

/// Where an act was done: what its own topic has seen is not posted there again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Where {
    /// In the ticket's topic; the clerk's own message stands there.
    Topic,
    /// Anywhere else.
    Elsewhere,
}

/// An act that a clerk wants done.
#[derive(Clone, Debug, PartialEq)]
pub struct Request {
    /// Who.
    pub by: By,
    /// On which ticket.
    pub receipt: Receipt,
    /// What.
    pub act: Act,
    /// Where it was asked for.
    pub place: Where,
    /// Event of which this is the effect.
    pub event: Option<EventId>,
    /// Records of files that come with it.
    pub files: Vec<crate::store::Evidence>,
}

/// Who asks.
#[derive(Clone, Debug, PartialEq)]
pub enum By {
    /// A clerk, who must belong to the ticket's queue.
    Clerk(ClerkId),
    /// The operator at the command line, who may act for every queue; named in the audit log.
    Operator,
    /// A program with a token, for the queues that the token names.
    Program(crate::program::token::Program),
    /// A clerk who deals with a person's request about their own data, whatever queue their tickets are in. Whether they lead the
    /// queue of that request is looked at in [`crate::privacy::person::correct`], which alone asks like this.
    Officer(ClerkId),
}

impl By {
    /// As the audit log names them: `clerk:li`, `operator`, `program:case-system`.
    pub fn name(&self) -> String {
        match self {
            By::Clerk(clerk) | By::Officer(clerk) => format!("clerk:{}", clerk.0),
            By::Operator => "operator".to_owned(),
            By::Program(program) => format!("program:{}", program.name),
        }
    }
}

/// Why an act was not done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotDone {
    /// No such ticket.
    NoTicket,
    /// The clerk does not belong to the ticket's queue.
    NotYours,
    /// The queue that it should go to does not exist; those that do.
    NoQueue(Vec<QueueId>),
    /// The ticket does not allow it.
    Refused(Refusal),
    /// There is no such other ticket that the clerk may work on.
    NoOther,
    /// It was done before: the same event came twice.
    Before,
    /// The store cannot keep it.
    Trouble(String),
}

impl NotDone {
    /// What the clerk is told.
    pub fn text(&self, office: &Office, ticket: Option<&Ticket>) -> Text {
        match (self, ticket) {
            (NotDone::Refused(refusal), Some(ticket)) => refusal_text(office, ticket, refusal),
            (NotDone::Refused(refusal), None) => Text::new(format!("act-refused-{}", refusal.name())),
            (NotDone::NoTicket, _) => Text::new("desk-no-ticket"),
            (NotDone::NotYours, _) => Text::new("desk-not-yours"),
            (NotDone::NoOther, _) => Text::new("desk-no-other"),
            (NotDone::NoQueue(queues), _) => {
                Text::new("desk-no-queue").with("list", queues.iter().map(|id| Value::from(id.as_str())).collect::<Vec<_>>())
            }
            (NotDone::Before, _) => Text::new("act-refused-before"),
            (NotDone::Trouble(_), _) => Text::new("act-refused-trouble"),
        }
    }
}

/// Further changes of an act, made from the changed ticket.
pub type Also<'a> = dyn Fn(&Ticket) -> Vec<Write> + Send + Sync + 'a;

/// Does an act of a clerk: one commit with everything that follows from it.
///
/// # Errors
/// Why it was not done; then nothing changed.
pub async fn perform(office: &Office, request: Request) -> Result<Ticket, NotDone> {
    perform_with(office, request, &|_| Vec::new()).await
}

/// The same with further changes that stand or fall with the act, made from the changed ticket: the fetching of its files,
/// an answer where it was asked for.
///
/// # Errors
/// As [`perform`].
pub async fn perform_with(office: &Office, request: Request, also: &Also<'_>) -> Result<Ticket, NotDone> {
    match decide(office, request, (also, usize::MAX)).await {
        Ok(ticket) => Ok(ticket),
        Err(Stopped::NotDone(why)) => Err(why),
        // Nobody has seen more than everything.
        Err(Stopped::Overtaken) => Err(NotDone::Before),
    }
}

/// Why an act came to nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stopped {
    /// As for every act.
    NotDone(NotDone),
    /// More has happened to the ticket than whoever acts has seen.
    Overtaken,
}

impl From<NotDone> for Stopped {
    fn from(why: NotDone) -> Self {
        Stopped::NotDone(why)
    }
}

/// As [`perform`], for a clerk who looked at the ticket when so many things had happened to it. What happened since may change
/// what they want, so they look again first; that somebody only looked at personal answers changes nothing.
///
/// # Errors
/// As [`perform`], or they have not seen everything.
pub async fn perform_having_seen(office: &Office, request: Request, seen: usize) -> Result<Ticket, Stopped> {
    decide(office, request, (&|_| Vec::new(), seen)).await
}

/// What happened to a ticket after so many things, and matters to whoever acts on it.
pub fn unseen(ticket: &Ticket, seen: usize) -> impl Iterator<Item = &Happening> {
    let later = ticket.body.history.get(seen..).unwrap_or_default();
    later.iter().filter(|happening| !matches!(happening.what, What::Revealed { .. }))
}

async fn decide(office: &Office, request: Request, (also, seen): (&Also<'_>, usize)) -> Result<Ticket, Stopped> {
    let trouble = |error: crate::store::StoreError| NotDone::Trouble(error.to_string());
    for _ in 0..AGAIN {
        let before = office.store.ticket(&request.receipt).await.map_err(trouble)?.ok_or(NotDone::NoTicket)?;
        if unseen(&before, seen).next().is_some() {
            return Err(Stopped::Overtaken);
        }
        let actor = may_act(office, &request, &before.head)?;
        if let Act::Transfer { to, .. } = &request.act
            && office.open_queue(to).is_none()
        {
            return Err(NotDone::NoQueue(office.queues().iter().map(|queue| queue.id.clone()).collect()).into());
        }
        let mut ticket = before.clone();
        {
            let script = office.script.load();
            let rules = script.flows.get(&ticket.head.service).and_then(|flow| flow.submit.as_ref());
            let rules = rules.ok_or_else(|| NotDone::Trouble(format!("service {} has no dialog", ticket.head.service)))?;
            let calendar = office.calendar.load();
            let ground = Ground { rules, calendar: &calendar, now: office.now() };
            act(&mut ticket, &ground, actor, request.act.clone()).map_err(NotDone::Refused)?;
        }
        let other = other_side(office, &request).await?;
        let link = office.store.link(&request.receipt).await.map_err(trouble)?.map(|(_, route)| route);
        // An act that leaves no line in the history is nothing to tell; the card may look different.
        let deliveries = match ticket.body.history.len() == before.body.history.len() {
            true => card(office, &ticket).into_iter().collect(),
            false => told(office, &ticket, link.as_ref(), request.place),
        };
        let deliveries: Vec<Delivery> =
            deliveries.into_iter().chain(other.iter().flat_map(|other| told(office, other, None, Where::Elsewhere))).collect();
        let mut writes: Vec<Write> = request.files.iter().map(|file| Write::Evidence(Box::new(file.clone()))).collect();
        if before.head.queue != ticket.head.queue {
            writes.extend(leave(office, &before.head, &ticket).into_iter().map(|delivery| Write::Delivery(Box::new(delivery))));
        }
        writes.extend(also(&ticket));
        if let Some(at) = next_reminder(&ticket.head, office.now()) {
            writes.push(Write::Timer(Timer::Limits(request.receipt.clone()), at));
        }
        writes.push(Write::Ticket(Box::new(ticket.clone())));
        writes.extend(other.map(|other| Write::Ticket(Box::new(other))));
        writes.extend(deliveries.into_iter().map(|delivery| Write::Delivery(Box::new(delivery))));
        let commit = Commit { seen: request.event.iter().cloned().collect(), writes, audit: vec![audit(office, &request)] };
        match commit_unless_stale(office, commit).await {
            None => {}
            Some(Ok(())) => return Ok(ticket),
            Some(Err(CommitError::Seen)) => return Err(NotDone::Before.into()),
            Some(Err(error)) => return Err(NotDone::Trouble(error.to_string()).into()),
        }
    }
    Err(NotDone::Trouble("the ticket kept changing".to_owned()).into())
}

/// The other ticket of a link, with its own end of it. A link is made by whoever works on both; either end can be taken away,
/// also when the other ticket moved on or was erased.
async fn other_side(office: &Office, request: &Request) -> Result<Option<Ticket>, NotDone> {
    let (receipt, wish, must) = match &request.act {
        Act::Link { to } => (to, Act::Link { to: request.receipt.clone() }, true),
        Act::Unlink { from } => (from, Act::Unlink { from: request.receipt.clone() }, false),
        _ => return Ok(None),
    };
    let found = office.store.ticket(receipt).await.map_err(|error| NotDone::Trouble(error.to_string()))?;
    let Some(mut other) = found else { return if must { Err(NotDone::NoOther) } else { Ok(None) } };
    let by = match (may_act(office, request, &other.head), &request.by) {
        (Ok(actor), _) => actor,
        (Err(_), By::Clerk(clerk)) if !must => Actor::Clerk(clerk.clone()),
        (Err(_), _) => return Err(NotDone::NoOther),
    };
    let script = office.script.load();
    let rules = script.flows.get(&other.head.service).and_then(|flow| flow.submit.as_ref());
    let rules = rules.ok_or_else(|| NotDone::Trouble(format!("service {} has no dialog", other.head.service)))?;
    let calendar = office.calendar.load();
    let ground = Ground { rules, calendar: &calendar, now: office.now() };
    match act(&mut other, &ground, by, wish) {
        Ok(()) => Ok(Some(other)),
        // Its end is as it should be.
        Err(Refusal::Linked | Refusal::NotLinked) => Ok(None),
        Err(refusal) => Err(NotDone::Refused(refusal)),
    }
}

/// Commits and hands over what is to be sent; `None` when a record changed since it was read: then it is decided again.
pub(crate) async fn commit_unless_stale(office: &Office, commit: Commit) -> Option<Result<(), CommitError>> {
    let deliveries: Vec<Delivery> = commit
        .writes
        .iter()
        .filter_map(|write| match write {
            Write::Delivery(delivery) => Some((**delivery).clone()),
            _ => None,
        })
        .collect();
    match office.store.commit(commit).await {
        Ok(()) => {
            office.outbox.post(deliveries);
            Some(Ok(()))
        }
        Err(CommitError::Stale(_)) => None,
        Err(error) => Some(Err(error)),
    }
}

fn may_act(office: &Office, Request { by, act, .. }: &Request, head: &Head) -> Result<Actor, NotDone> {
    let leads = |clerk: &ClerkId| office.roster.load().rights(clerk).is(Role::Supervisor, &head.queue);
    match by {
        By::Clerk(clerk) if matches!(act, Act::Hold { .. } | Act::Free { .. }) && !leads(clerk) => Err(NotDone::NotYours),
        By::Officer(clerk) if matches!(act, Act::Amend { .. }) => Ok(Actor::Clerk(clerk.clone())),
        By::Officer(_) => Err(NotDone::NotYours),
        By::Operator => Ok(Actor::Clerk(ClerkId("operator".to_owned()))),
        By::Program(program) if program.sees(&head.queue) => Ok(Actor::Clerk(ClerkId(format!("api:{}", program.name)))),
        By::Program(_) => Err(NotDone::NotYours),
        By::Clerk(clerk) if is_of_queue(office, office.queue(&head.queue).as_deref(), clerk) => Ok(Actor::Clerk(clerk.clone())),
        By::Clerk(_) => Err(NotDone::NotYours),
    }
}

/// Whether a clerk serves a queue: by the settings or by an account, and not disabled. The one place where it is decided, for
/// every way to the desk.
pub fn is_of_queue(office: &Office, queue: Option<&QueueConfig>, clerk: &ClerkId) -> bool {
    queue.is_some_and(|queue| office.roster.load().serves(clerk, &queue.id))
}

fn audit(office: &Office, request: &Request) -> Audit {
    let by = match &request.by {
        By::Clerk(clerk) | By::Officer(clerk) => format!("clerk:{}", clerk.0),
        By::Operator => "operator".to_owned(),
        By::Program(program) => format!("program:{}", program.name),
    };
    let (act, more) = match &request.act {
        Act::Add { .. } => ("added", vec![]),
        Act::Correct { .. } => ("corrected", vec![]),
        Act::Withdraw { .. } => ("withdrawn", vec![]),
        Act::Hurry => ("hurried", vec![]),
        Act::Reopen { .. } => ("reopened", vec![]),
        Act::Grade { grade, .. } => ("graded", vec![grade.name().to_owned()]),
        Act::Contact { .. } => ("contact-changed", vec![]),
        Act::Take => ("taken", vec![]),
        Act::Release => ("released", vec![]),
        Act::Reply { .. } => ("replied", vec![]),
        Act::Note { .. } => ("noted", vec![]),
        Act::AskPaper { paper, .. } => ("paper-asked", vec![paper.clone()]),
        Act::Transfer { to, .. } => ("transferred", vec![to.to_string()]),
        Act::SetState { to, .. } => ("state-set", vec![to.to_string()]),
        Act::Extend { .. } => ("extended", vec![]),
        Act::Close { outcome, .. } => ("closed", vec![outcome.to_string()]),
        Act::CallBack => ("called-back", vec![]),
        Act::RefuseFile { why, .. } => ("file-refused", vec![why.clone()]),
        Act::LosePerson => ("unreachable", vec![]),
        Act::Reveal { .. } => ("revealed", vec![]),
        Act::Read => ("read", vec![]),
        Act::Amend { step, .. } => ("amended", vec![step.to_string()]),
        Act::Hold { .. } => ("held", vec![]),
        Act::Free { .. } => ("freed", vec![]),
        Act::Conflict { .. } => ("conflict", vec![]),
        Act::Link { to } => ("linked", vec![to.to_string()]),
        Act::Unlink { from } => ("unlinked", vec![from.to_string()]),
        Act::AskConsent { .. } => ("consent-asked", vec![]),
        Act::Consent { yes, .. } => (if *yes { "consented" } else { "not-consented" }, vec![]),
        Act::HandOver { what, basis, state } => {
            let basis = match basis {
                Basis::None => "nothing-personal",
                Basis::Asked => "consent",
                Basis::Told(_) => "consent-elsewhere",
                Basis::Law => "law",
            };
            let to = what.to.name.values().next().cloned().unwrap_or_default();
            let more = [to, basis.to_owned()].into_iter().chain(state.iter().map(ToString::to_string));
            ("handed-over", more.collect())
        }
    };
    Audit { at: office.now(), by, act: act.to_owned(), receipt: Some(request.receipt.clone()), more }
}

// --- What follows from an act ---------------------------------------------------------------------------------------

/// A file of a ticket is shown in its topic.
pub fn file_post(office: &Office, queue: &QueueId, receipt: &Receipt, file: EvidenceId) -> Option<Delivery> {
    let group = office.queue(queue)?.group?;
    let message = Outbound { file: Some(file), ..Outbound::default() };
    Some(office.delivery(Lane::Group(group), Parcel::Post { receipt: receipt.clone(), message, signal: Signal::Loud }))
}

/// The counter itself acts on a ticket: a file turned out unusable, the person is out of reach.
///
/// # Errors
/// The store cannot keep it.
pub async fn note_by_counter(office: &Office, receipt: &Receipt, wish: Act) -> Result<(), String> {
    for _ in 0..AGAIN {
        let Some(mut ticket) = office.store.ticket(receipt).await.map_err(|error| error.to_string())? else { return Ok(()) };
        {
            let script = office.script.load();
            let Some(rules) = script.flows.get(&ticket.head.service).and_then(|flow| flow.submit.as_ref()) else { return Ok(()) };
            let calendar = office.calendar.load();
            let ground = Ground { rules, calendar: &calendar, now: office.now() };
            if act(&mut ticket, &ground, Actor::Counter, wish.clone()).is_err() {
                return Ok(());
            }
        }
        let gone = wish == Act::LosePerson;
        let link = office.store.link(receipt).await.map_err(|error| error.to_string())?;
        let route = link.filter(|_| !gone).map(|(_, route)| route);
        let deliveries = told(office, &ticket, route.as_ref(), Where::Elsewhere);
        let mut writes = vec![Write::Ticket(Box::new(ticket))];
        writes.extend(deliveries.into_iter().map(|delivery| Write::Delivery(Box::new(delivery))));
        if let Some(done) = commit_unless_stale(office, Commit { writes, ..Commit::default() }).await {
            return done.map_err(|error| error.to_string());
        }
    }
    Err("the ticket kept changing".to_owned())
}

/// The person cannot be reached any more where they wrote: the desk is told.
///
/// # Errors
/// As [`note_by_counter`].
pub async fn lose_person(office: &Office, receipt: &Receipt) -> Result<(), String> {
    note_by_counter(office, receipt, Act::LosePerson).await
}

/// The view of the ticket in its group is brought up to date.
pub fn card(office: &Office, ticket: &Ticket) -> Option<Delivery> {
    let group = office.queue(&ticket.head.queue)?.group?;
    Some(office.delivery(Lane::Group(group), Parcel::Card { receipt: ticket.head.receipt.clone() }))
}

/// Who is told of the last thing that happened to a ticket. `link` is where the person is reached, when they are.
pub fn told(office: &Office, ticket: &Ticket, link: Option<&Route>, place: Where) -> Vec<Delivery> {
    let Some(last) = ticket.body.history.last() else { return Vec::new() };
    let mut deliveries = Vec::new();
    if let Some(queue) = office.queue(&ticket.head.queue)
        && let Some(group) = queue.group
    {
        deliveries.extend(posts(office, &queue, ticket, last, place).into_iter().map(|parcel| office.delivery(Lane::Group(group), parcel)));
        if link.is_none()
            && matches!(last.what, What::Replied { .. } | What::PaperAsked { .. } | What::ConsentAsked { .. })
            && !continues_reply(ticket)
        {
            let message =
                Outbound { text: office.script.load().texts.say(&queue.language, &Text::new("post-by-code")), ..Outbound::default() };
            let parcel = Parcel::Post { receipt: ticket.head.receipt.clone(), message, signal: Signal::Quiet };
            deliveries.push(office.delivery(Lane::Group(group), parcel));
        }
        deliveries.extend(card(office, ticket));
    }
    if let Some(route) = link {
        deliveries.extend(
            to_person(office, ticket, last, route).into_iter().map(|message| {
                office.delivery(Lane::Person(route.clone()), Parcel::About { receipt: ticket.head.receipt.clone(), message })
            }),
        );
    }
    deliveries.extend(crate::hook::told(office, ticket));
    deliveries
}

/// What the topic shows of a happening. Words of the person are masked: numbers and addresses do not leave the country.
fn posts(office: &Office, queue: &QueueConfig, ticket: &Ticket, last: &Happening, place: Where) -> Vec<Parcel> {
    let script = office.script.load();
    let say = |text: Text| script.texts.say(&queue.language, &text);
    let receipt = ticket.head.receipt.clone();
    let clerk = match &last.by {
        Actor::Clerk(clerk) => clerk.0.clone(),
        Actor::Person | Actor::Counter => String::new(),
    };
    let state = |state| state_texts(&ticket.head.service, state);
    let files = |files: &[EvidenceId]| files.to_vec();
    let (text, attached, signal) = match &last.what {
        What::Submitted | What::Taken { .. } | What::Unreachable if place == Where::Topic => return Vec::new(),
        What::Submitted => return Vec::new(),
        What::Added { words, files: added } => {
            let text = Text::new("post-added").with("words", mask(words.as_deref().unwrap_or(""))).with("files", added.len());
            // The files follow once their content is here.
            (text, Vec::new(), Signal::Loud)
        }
        What::Corrected { step, words } => (correction(office, ticket, step.as_ref(), words), Vec::new(), Signal::Loud),
        What::Replied { words, files: sent, .. } => {
            let text = Text::new("post-replied").with("clerk", clerk).with("words", words.clone()).with("files", sent.len());
            // The files of one album come one by one.
            let signal = if continues_reply(ticket) { Signal::Quiet } else { Signal::Loud };
            (text, if place == Where::Topic { Vec::new() } else { files(sent) }, signal)
        }
        What::Noted { .. } if place == Where::Topic => return Vec::new(),
        What::Noted { words, files: noted } => {
            (Text::new("post-noted").with("clerk", clerk).with("words", words.clone()), files(noted), Signal::Quiet)
        }
        What::Taken { released } => {
            (Text::new(if *released { "post-released" } else { "post-taken" }).with("clerk", clerk), Vec::new(), Signal::Quiet)
        }
        What::PaperAsked { paper, words } => {
            let text = Text::new("post-paper-asked")
                .with("clerk", clerk)
                .with("paper", crate::intake::paper_text(ticket, paper))
                .with("words", words.clone().unwrap_or_default());
            (text, Vec::new(), Signal::Quiet)
        }
        What::Transferred { from, to, reason } => {
            let text = Text::new("post-transferred")
                .with("clerk", clerk)
                .with("from", office.queue_name(from))
                .with("to", office.queue_name(to))
                .with("reason", reason.clone());
            (text, Vec::new(), Signal::Loud)
        }
        What::StateSet { to, reason, .. } => {
            let text =
                Text::new("post-state").with("clerk", clerk).with("state", state(to)).with("reason", reason.clone().unwrap_or_default());
            (text, Vec::new(), Signal::Quiet)
        }
        What::Extended { limit, to, reason, .. } => {
            let text = Text::new("post-extended")
                .with("clerk", clerk)
                .with("limit", crate::intake::limit_text(ticket, limit))
                .with("day", *to)
                .with("reason", reason.clone());
            (text, Vec::new(), Signal::Quiet)
        }
        What::Closed { outcome, reason } => {
            let text = Text::new("post-closed").with("clerk", clerk).with("outcome", state(outcome)).with("reason", reason.clone());
            (text, Vec::new(), Signal::Loud)
        }
        What::Withdrawn { reason } => {
            (Text::new("post-withdrawn").with("reason", mask(reason.as_deref().unwrap_or(""))), Vec::new(), Signal::Loud)
        }
        What::Hurried => (Text::new("post-hurried"), Vec::new(), Signal::Loud),
        What::Reopened { words } => (Text::new("post-reopened").with("words", mask(words)), Vec::new(), Signal::Loud),
        What::Graded { grade, words } => {
            let text = Text::new(if grade.is_bad() { "post-graded-badly" } else { "post-graded" })
                .with("grade", Text::new(format!("grade-{}", grade.name())))
                .with("words", mask(words.as_deref().unwrap_or("")));
            (text, Vec::new(), if grade.is_bad() { Signal::Loud } else { Signal::Quiet })
        }
        What::CalledBack => (Text::new("post-called-back").with("clerk", clerk), Vec::new(), Signal::Quiet),
        What::ContactChanged => (Text::new("post-contact-changed"), Vec::new(), Signal::Quiet),
        What::FileRefused { why, .. } => (
            Text::new("post-file-refused").with("why", Text::new(format!("file-why-{why}")).or("file-why-other")),
            Vec::new(),
            Signal::Quiet,
        ),
        What::Unreachable => (Text::new("post-unreachable"), Vec::new(), Signal::Loud),
        What::Amended { step, .. } => {
            let label = ticket.body.answers.iter().find(|given| given.step == *step).map(|given| answer_label(ticket, given));
            let text = Text::new("post-amended").with("clerk", clerk).with("label", label.unwrap_or_else(|| Text::new("")));
            (text, Vec::new(), Signal::Quiet)
        }
        What::Held { reason } => (Text::new("post-held").with("clerk", clerk).with("reason", reason.clone()), Vec::new(), Signal::Loud),
        What::Freed { reason } => (Text::new("post-freed").with("clerk", clerk).with("reason", reason.clone()), Vec::new(), Signal::Quiet),
        What::Conflicted { .. } => (Text::new("post-conflict").with("clerk", clerk), Vec::new(), Signal::Loud),
        What::Revealed { reason } => {
            (Text::new("post-revealed").with("clerk", clerk).with("reason", reason.clone()), Vec::new(), Signal::Quiet)
        }
        What::Linked { to } => (Text::new("post-linked").with("clerk", clerk).with("other", to.to_string()), Vec::new(), Signal::Quiet),
        What::Unlinked { to } => (Text::new("post-unlinked").with("clerk", clerk).with("other", to.to_string()), Vec::new(), Signal::Quiet),
        What::ConsentAsked { what } => {
            (about_handing(Text::new("post-consent-asked").with("clerk", clerk), ticket, what), Vec::new(), Signal::Quiet)
        }
        What::Consented { yes, .. } => (Text::new(if *yes { "post-consented" } else { "post-not-consented" }), Vec::new(), Signal::Loud),
        What::HandedOver { what, .. } => {
            (about_handing(Text::new("post-handed-over").with("clerk", clerk), ticket, what), Vec::new(), Signal::Loud)
        }
    };
    // Nothing that the person or a clerk wrote is cut off.
    let words = crate::message::parts(&say(text), Ability::TELEGRAM.text);
    let post = |text| Parcel::Post { receipt: receipt.clone(), message: Outbound { text, ..Outbound::default() }, signal };
    let mut parcels: Vec<Parcel> = words.into_iter().map(post).collect();
    if became_full(ticket) {
        parcels.push(Parcel::Post {
            receipt: receipt.clone(),
            message: Outbound { text: say(Text::new("post-full")), ..Outbound::default() },
            signal: Signal::Loud,
        });
    }
    parcels.extend(attached.into_iter().map(|file| Parcel::Post {
        receipt: receipt.clone(),
        message: Outbound { file: Some(file), ..Outbound::default() },
        signal,
    }));
    parcels
}

/// Name of an outside body.
pub fn outside_name(outside: &Outside) -> Text {
    in_languages(&outside.name)
}

/// What of a ticket goes to an outside body, each by its name: what questions are called, and how many files.
pub fn handed(ticket: &Ticket, what: &Handing) -> Vec<Value> {
    let answers = what.answers.iter().filter_map(|step| ticket.body.answers.iter().find(|given| given.step == *step));
    let labels = answers.map(|given| Value::from(answer_label(ticket, given)));
    let files = (!what.files.is_empty()).then(|| Value::from(Text::new("handing-files").with("n", what.files.len())));
    labels.chain(files).collect()
}

/// To whom something goes, what, and why.
fn about_handing(text: Text, ticket: &Ticket, what: &Handing) -> Text {
    let to = match what.to.address.is_empty() {
        true => outside_name(&what.to),
        false => Text::new("handing-to").with("name", outside_name(&what.to)).with("address", in_languages(&what.to.address)),
    };
    let why = match &what.law {
        Some(law) => Text::new("handing-why-law").with("reason", what.reason.clone()).with("law", law.clone()),
        None => Text::new("handing-why").with("reason", what.reason.clone()),
    };
    text.with("to", to).with("list", handed(ticket, what)).with("why", why)
}

/// What the person edited, before and after. A personal answer is only named.
fn correction(office: &Office, ticket: &Ticket, step: Option<&StepId>, words: &str) -> Text {
    let given = step.and_then(|step| ticket.body.answers.iter().find(|given| given.step == *step));
    let label = given.map(|given| answer_label(ticket, given));
    if is_personal(ticket, step) {
        return Text::new("post-corrected-personal")
            .with("label", label.unwrap_or_else(|| Text::new("")))
            .with("receipt", ticket.head.receipt.to_string());
    }
    let last = ticket.body.history.len().saturating_sub(1);
    let message = ticket.body.history.last().and_then(|happening| happening.message);
    let before = match message.and_then(|message| written(ticket, message, last)) {
        Some(Written::Answer(given)) => answer_value(office, ticket, given),
        Some(Written::Words(words)) => mask(words).into(),
        None => "".into(),
    };
    let text = match label {
        Some(label) => Text::new("post-corrected-answer").with("label", label),
        None => Text::new("post-corrected"),
    };
    text.with("before", before).with("after", mask(words))
}

/// What the person is told of a happening, in their language; nothing of what happens among clerks.
fn to_person(office: &Office, ticket: &Ticket, last: &Happening, route: &Route) -> Vec<Outbound> {
    let head = &ticket.head;
    let told = |name: &str| Text::new(format!("told-{name}")).with("receipt", head.receipt.to_string());
    let state = |state| state_texts(&head.service, state);
    let mut files = Vec::new();
    let mut buttons = vec![vec![(Text::new("button-ticket"), Press::Ticket(head.receipt.clone()))]];
    let text = match &last.what {
        What::Replied { words, files: sent, .. } => {
            files.clone_from(sent);
            told("replied").with("words", words.clone())
        }
        What::PaperAsked { paper, words } => {
            let window = goes_to_window(office, ticket, paper, route);
            let (with_words, plain) = match (window, office.current.load().rules.links) {
                (true, true) => ("paper-link", "paper-link-plain"),
                (true, false) => ("paper-window", "paper-window-plain"),
                (false, _) => ("paper", "paper-plain"),
            };
            if window && office.current.load().rules.links {
                buttons.insert(0, vec![(Text::new("button-send-paper"), Press::Paper(head.receipt.clone(), paper.clone()))]);
            }
            let paper = crate::intake::paper_text(ticket, paper);
            match words {
                Some(words) => told(with_words).with("paper", paper).with("words", words.clone()),
                None => told(plain).with("paper", paper),
            }
        }
        What::Transferred { to, reason, .. } => told("transferred").with("to", office.queue_name(to)).with("reason", reason.clone()),
        What::StateSet { to, reason: Some(reason), .. } => told("state-reason").with("state", state(to)).with("reason", reason.clone()),
        What::StateSet { to, reason: None, .. } => told("state").with("state", state(to)),
        What::Extended { limit, to, reason, .. } => {
            told("extended").with("limit", crate::intake::limit_text(ticket, limit)).with("day", *to).with("reason", reason.clone())
        }
        What::Closed { outcome, reason } => told("closed").with("outcome", state(outcome)).with("reason", reason.clone()),
        What::ConsentAsked { what } => {
            let asked = ticket.body.history.len().saturating_sub(1);
            let answer = |name: &str, yes| (Text::new(name), Press::Consent(head.receipt.clone(), asked, yes));
            buttons.insert(0, vec![answer("button-consent-yes", true), answer("button-consent-no", false)]);
            about_handing(told("consent"), ticket, what)
        }
        What::HandedOver { what, .. } => {
            let next = if head.closed.is_some() { "handing-next-closed" } else { "handing-next-open" };
            about_handing(told("handed-over"), ticket, what).with("next", Text::new(next))
        }
        // A clerk's own file is the desk's matter.
        What::FileRefused { file, .. } if is_of_clerk(ticket, *file) => return Vec::new(),
        What::Amended { step, reason, .. } => {
            let label = ticket.body.answers.iter().find(|given| given.step == *step).map(|given| answer_label(ticket, given));
            told("amended").with("label", label.unwrap_or_else(|| Text::new(""))).with("reason", reason.clone())
        }
        What::FileRefused { why, .. } => told("file-refused").with("why", Text::new(format!("file-why-{why}")).or("file-why-other")),
        What::Submitted
        | What::Added { .. }
        | What::Corrected { .. }
        | What::Noted { .. }
        | What::Taken { .. }
        | What::Withdrawn { .. }
        | What::Hurried
        | What::Reopened { .. }
        | What::Graded { .. }
        | What::CalledBack
        | What::ContactChanged
        | What::Unreachable
        | What::Held { .. }
        | What::Freed { .. }
        | What::Conflicted { .. }
        | What::Revealed { .. }
        | What::Linked { .. }
        | What::Unlinked { .. }
        | What::Consented { .. } => return Vec::new(),
    };
    let script = office.script.load();
    let show = Show { lasting: true, lines: vec![text], buttons, copies: None, picture: None };
    let ability = Side::of(route).ability;
    let whole = crate::channel::render(&script.texts, &head.language, Ability { text: usize::MAX, ..ability }, &show, 0);
    let mut messages = if continues_reply(ticket) { Vec::new() } else { in_parts(whole, ability.text) };
    messages.extend(files.into_iter().map(|file| Outbound { file: Some(file), ..Outbound::default() }));
    messages
}

/// Whether a paper is brought to the window, because this person's channel leads over servers abroad.
fn goes_to_window(office: &Office, ticket: &Ticket, paper: &String, route: &Route) -> bool {
    let script = office.script.load();
    let submit = script.flows.get(&ticket.head.service).and_then(|flow| flow.submit.as_ref());
    Side::of(route).ability.abroad && submit.is_some_and(|submit| submit.window_papers.contains(paper))
}

/// A message and those that go before it because it is too long; the buttons stand under the last one.
fn in_parts(message: Outbound, most: usize) -> Vec<Outbound> {
    let mut texts = crate::message::parts(&message.text, most);
    let last = texts.pop().unwrap_or_default();
    let before = texts.into_iter().map(|text| Outbound { text, ..Outbound::default() });
    before.chain([Outbound { text: last, ..message }]).collect()
}

/// Whether the last thing that happened is one more file of the reply before it, which its words announced.
fn continues_reply(ticket: &Ticket) -> bool {
    let [.., before, last] = ticket.body.history.as_slice() else { return false };
    let bare = matches!(&last.what, What::Replied { words, files, .. } if words.is_empty() && !files.is_empty());
    let follows = matches!(&before.what, What::Replied { files, .. } if !files.is_empty());
    bare && follows && before.by == last.by && last.at - before.at <= Duration::seconds(ALBUM)
}

/// The old group of a transferred ticket closes its topic.
fn leave(office: &Office, before: &Head, ticket: &Ticket) -> Option<Delivery> {
    let queue = office.queue(&before.queue)?;
    let group = queue.group?;
    let script = office.script.load();
    let reason = match ticket.body.history.last().map(|last| &last.what) {
        Some(What::Transferred { to, reason, .. }) => Some(
            script.texts.say(&queue.language, &Text::new("post-gone").with("to", office.queue_name(to)).with("reason", reason.clone())),
        ),
        _ => None,
    };
    let reason = reason.map(|text| Outbound { text, ..Outbound::default() });
    Some(office.delivery(Lane::Group(group), Parcel::Leave { receipt: ticket.head.receipt.clone(), reason }))
}

/// What a refusal says, with the names that go with it.
pub fn refusal_text(office: &Office, ticket: &Ticket, refusal: &Refusal) -> Text {
    let text = Text::new(format!("act-refused-{}", refusal.name()));
    match refusal {
        Refusal::NoSuchState(states) => {
            text.with("list", states.iter().map(|state| Value::from(state_texts(&ticket.head.service, state))).collect::<Vec<_>>())
        }
        Refusal::NoSuchPaper(papers) => {
            text.with("list", papers.iter().map(|paper| Value::from(crate::intake::paper_text(ticket, paper))).collect::<Vec<_>>())
        }
        Refusal::Full => text.with("receipt", ticket.head.receipt.to_string()),
        Refusal::SameQueue => text.with("queue", office.queue_name(&ticket.head.queue)),
        _ => text,
    }
}

// --- Time limits -----------------------------------------------------------------------------------------------------

/// Days before a time limit ends at which the clerks are reminded.
const BEFORE: i64 = 2;

/// When the nearest time limit of a ticket must be looked at: two days before, on the day after, three days after.
pub fn next_reminder(head: &Head, now: Moment) -> Option<Moment> {
    let limit = next_limit(head)?;
    // Nine in the morning at the office.
    let morning = |day: chrono::NaiveDate| day.and_hms_opt(1, 0, 0).expect("one o'clock exists").and_utc();
    let at = match limit.reminded {
        0 => morning(limit.due - Duration::days(BEFORE)),
        1 => morning(limit.due + Duration::days(1)),
        2 => morning(limit.due + Duration::days(3)),
        _ => return None,
    };
    Some(at.max(now))
}

/// Reminds of a time limit, in the topic and to the clerk who has it; later to the supervisor of the queue.
///
/// # Errors
/// The store cannot keep it.
pub async fn remind(office: &Office, receipt: &Receipt) -> Result<(), String> {
    for _ in 0..AGAIN {
        let done = Write::TimerDone(Timer::Limits(receipt.clone()));
        let ticket = office.store.ticket(receipt).await.map_err(|error| error.to_string())?;
        let mut writes = vec![done];
        let mut deliveries = Vec::new();
        if let Some(mut ticket) = ticket {
            let now = office.now();
            let due = next_limit(&ticket.head).map(|limit| (limit.name.clone(), limit.due, limit.reminded));
            if let Some((name, day, reminded)) = due
                && next_reminder(&ticket.head, now).is_some_and(|at| at <= now)
            {
                let stage = stage(day, crate::clock::office_day(now)).max(reminded + 1);
                deliveries = reminders(office, &ticket, &name, day, stage);
                if let Some(limit) = ticket.head.limits.iter_mut().find(|limit| limit.name == name && limit.met.is_none()) {
                    limit.reminded = stage;
                }
                ticket.head.revision += 1;
                writes.push(Write::Ticket(Box::new(ticket.clone())));
            }
            if let Some(at) = next_reminder(&ticket.head, now) {
                writes[0] = Write::Timer(Timer::Limits(receipt.clone()), at);
            }
        }
        writes.extend(deliveries.into_iter().map(|delivery| Write::Delivery(Box::new(delivery))));
        if let Some(done) = commit_unless_stale(office, Commit { writes, ..Commit::default() }).await {
            return done.map_err(|error| error.to_string());
        }
    }
    Err("the ticket kept changing".to_owned())
}

/// Which reminder a day calls for; after a long stop the stages between are left out.
fn stage(due: chrono::NaiveDate, today: chrono::NaiveDate) -> u8 {
    match (today - due).num_days() {
        days if days >= 3 => 3,
        days if days >= 1 => 2,
        _ => 1,
    }
}

fn reminders(office: &Office, ticket: &Ticket, limit: &str, due: chrono::NaiveDate, stage: u8) -> Vec<Delivery> {
    let Some(queue) = office.queue(&ticket.head.queue) else { return Vec::new() };
    let script = office.script.load();
    let text = |language: &Language| {
        let name = ["remind-before", "remind-after", "remind-supervisor"][usize::from(stage.clamp(1, 3)) - 1];
        let text = Text::new(name)
            .with("receipt", ticket.head.receipt.to_string())
            .with("service", Text::new(ticket.head.service.as_str()))
            .with("limit", crate::intake::limit_text(ticket, limit))
            .with("day", due);
        Outbound { text: script.texts.say(language, &text), ..Outbound::default() }
    };
    let mut deliveries = Vec::new();
    if let Some(group) = queue.group {
        let parcel = Parcel::Post { receipt: ticket.head.receipt.clone(), message: text(&queue.language), signal: Signal::Loud };
        deliveries.push(office.delivery(Lane::Group(group), parcel));
        deliveries.extend(card(office, ticket));
    }
    let mut clerks: Vec<&ClerkId> = ticket.head.clerk.iter().collect();
    if stage >= 3 {
        clerks.extend(queue.supervisor.as_ref());
    }
    clerks.dedup();
    for clerk in clerks.into_iter().filter_map(|id| office.clerk(id)) {
        if let Some(chat) = clerk.telegram {
            deliveries.push(office.delivery(Lane::Clerk(chat), Parcel::Tell { message: text(&clerk.language) }));
        }
    }
    deliveries
}

/// The answers of a ticket that a card may show, as label and value in the card's language; personal ones are left out.
pub fn open_answers<'t>(office: &'t Office, ticket: &'t Ticket) -> impl Iterator<Item = (Text, Value)> + 't {
    let open = ticket.body.answers.iter().filter(|given| !given.personal && given.answer.is_given());
    open.map(|given| (answer_label(ticket, given), answer_value(office, ticket, given)))
}

/// What an answer is called.
pub fn answer_label(ticket: &Ticket, given: &Given) -> Text {
    Text::new(format!("{}-{}.label", ticket.head.service, given.step)).or(format!("{}.label", given.text))
}

/// An answer as a card shows it: numbers and addresses in words are masked.
pub fn answer_value(office: &Office, ticket: &Ticket, given: &Given) -> Value {
    match shown(&text_ids(Some(&ticket.head.service), &given.step, &given.text), &given.answer, &office.places.load()) {
        Value::Words(words) => Value::Words(mask(&words)),
        other => other,
    }
}
