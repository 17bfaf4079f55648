//! What may happen to a ticket: acts of the person, of clerks and of the counter. An act changes the ticket and says who
//! must be told what; it never sends anything itself, and it decides the same for every channel and desk.

use super::due::{enter, last_day, next_limit};
use super::handing::{Basis, Consent, Handing, agreed, answered, is_personal, parts, states};
use super::{Actor, Closed, Grade, Happening, Ticket, What, Written, written};
use crate::calendar::Calendar;
use crate::clock::{Moment, office_day};
use crate::dialog::answer::Answer;
use crate::dialog::flow::{Span, Submit};
use crate::id::{EvidenceId, QueueId, Receipt, ServiceId, StateId, StepId};
use chrono::{Duration, NaiveDate};

/// Days within which a closed ticket can be opened again by the person.
pub const REOPEN_DAYS: i64 = 30;
/// Longest reply, note or addition in characters.
pub const WORDS: usize = 4000;
/// Longest name or address of an outside body, and longest name of a law, in characters.
pub const NAMES: usize = 300;
/// Most tickets that one ticket is linked with.
const SAME: usize = 50;

/// Bytes of history, as it is stored, after which a person adds no more words, a clerk writes no more, and nothing but the
/// end of the ticket is possible. Together with the answers a record so stays far below the megabyte that the store takes.
pub const ROOM: Room = Room { person: 192 * 1024, clerk: 320 * 1024, all: 448 * 1024 };

/// Room for the history of a ticket, in bytes.
#[derive(Clone, Copy, Debug)]
pub struct Room {
    /// Words and papers of the person.
    pub person: usize,
    /// Replies, notes and requests of clerks.
    pub clerk: usize,
    /// Everything but what may happen once.
    pub all: usize,
}

/// An act.
#[derive(Clone, Debug, PartialEq)]
pub enum Act {
    /// The person adds words or papers.
    Add { words: Option<String>, files: Vec<EvidenceId> },
    /// The person edited a message that is an answer of the ticket, or was written to the desk.
    Correct { message: i64, words: String },
    /// The person withdraws it.
    Withdraw { reason: Option<String> },
    /// The person asks to hurry, after a time limit passed.
    Hurry,
    /// The person opens it again: not solved.
    Reopen { words: String },
    /// The person grades it.
    Grade { grade: Grade, words: Option<String> },
    /// The person leaves another contact.
    Contact { contact: Answer },
    /// A clerk takes it.
    Take,
    /// The clerk who has it gives it back.
    Release,
    /// A clerk answers the person.
    Reply { words: String, files: Vec<EvidenceId>, prepared: Option<String> },
    /// A clerk leaves a note for colleagues.
    Note { words: String, files: Vec<EvidenceId> },
    /// A clerk asks for a paper of the service's list.
    AskPaper { paper: String, words: Option<String> },
    /// A clerk passes it to another queue.
    Transfer { to: QueueId, reason: String },
    /// A clerk sets the next state of the service's chain.
    SetState { to: StateId, reason: Option<String> },
    /// A clerk extends a time limit; the person sees the reason.
    Extend { limit: Option<String>, to: Until, reason: String },
    /// A clerk closes it.
    Close { outcome: StateId, reason: String },
    /// A clerk has called the person back after a bad grade.
    CallBack,
    /// A file was refused after its content was seen.
    RefuseFile { file: EvidenceId, why: String },
    /// The person cannot be reached any more.
    LosePerson,
    /// Somebody looks at the personal answers.
    Reveal { reason: String },
    /// Colleagues looked at what the person added.
    Read,
    /// The desk corrects an answer, because the person has a right to it.
    Amend { step: StepId, words: String, reason: String },
    /// A supervisor puts it under legal hold.
    Hold { reason: String },
    /// A supervisor lifts the hold.
    Free { reason: String },
    /// The clerk knows a party and lets go of it.
    Conflict { reason: String },
    /// A clerk links it with another ticket of the same matter. The other one gets the same act in the same commit.
    Link { to: Receipt },
    /// A clerk takes that back.
    Unlink { from: Receipt },
    /// A clerk asks the person whether this may go to an outside body.
    AskConsent { what: Handing },
    /// The person answers that; the place of the question in the history.
    Consent { asked: usize, yes: bool },
    /// A clerk hands it over to an outside body, and may set a state of the chain for it.
    HandOver { what: Handing, basis: Basis, state: Option<StateId> },
}

/// A new last day.
#[derive(Clone, Debug, PartialEq)]
pub enum Until {
    /// This day.
    Day(NaiveDate),
    /// So much later than now due.
    Longer(Span),
}

/// Why an act is not possible; the text is `act-refused-<name>`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The ticket is closed.
    Closed,
    /// The ticket is not closed.
    NotClosed,
    /// Too late to open it again.
    TooLate,
    /// Done before.
    Before,
    /// The time limit has not passed.
    NotDue,
    /// No time limit runs.
    NoLimit,
    /// The chain of the service does not lead there; what it allows.
    NoSuchState(Vec<StateId>),
    /// The service knows no such paper; what it knows.
    NoSuchPaper(Vec<String>),
    /// It is in that queue already.
    SameQueue,
    /// A new last day must be later than the old one.
    NotLater,
    /// Words are missing.
    NoWords,
    /// The words are too long.
    TooLong,
    /// It is nobody's.
    NotTaken,
    /// The edited message is no part of the ticket.
    NotInTicket,
    /// The history is full: the person begins a new ticket.
    Full,
    /// The history is full: clerks end the ticket, or go on outside of it.
    NoRoom,
    /// The clerk said that they know a party.
    Conflict,
    /// A ticket is not linked with itself.
    Itself,
    /// It is linked with that one already.
    Linked,
    /// It is not linked with that one.
    NotLinked,
    /// No body is named that it should go to.
    NoBody,
    /// Nothing was chosen, or something that the ticket does not have.
    NoParts,
    /// Something personal was chosen, and neither consent nor law allows it.
    NoConsent,
    /// Nothing personal was chosen: no consent is needed.
    NoNeed,
}

impl Refusal {
    /// Name in text ids.
    pub fn name(&self) -> &'static str {
        match self {
            Refusal::Closed => "closed",
            Refusal::NotClosed => "not-closed",
            Refusal::TooLate => "too-late",
            Refusal::Before => "before",
            Refusal::NotDue => "not-due",
            Refusal::NoLimit => "no-limit",
            Refusal::NoSuchState(_) => "no-such-state",
            Refusal::NoSuchPaper(_) => "no-such-paper",
            Refusal::SameQueue => "same-queue",
            Refusal::NotLater => "not-later",
            Refusal::NoWords => "no-words",
            Refusal::TooLong => "too-long",
            Refusal::NotTaken => "not-taken",
            Refusal::NotInTicket => "not-in-ticket",
            Refusal::Full => "full",
            Refusal::NoRoom => "no-room",
            Refusal::Conflict => "conflict",
            Refusal::Itself => "itself",
            Refusal::Linked => "linked",
            Refusal::NotLinked => "not-linked",
            Refusal::NoBody => "no-body",
            Refusal::NoParts => "no-parts",
            Refusal::NoConsent => "no-consent",
            Refusal::NoNeed => "no-need",
        }
    }
}

/// Rules and time for an act.
pub struct Ground<'a> {
    /// Rules of the service.
    pub rules: &'a Submit,
    /// Working days.
    pub calendar: &'a Calendar,
    /// Now.
    pub now: Moment,
}

/// What the person may do with a ticket now.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct May {
    /// Add papers or words.
    pub add: bool,
    /// Withdraw it.
    pub withdraw: bool,
    /// Ask to hurry.
    pub hurry: bool,
    /// Open it again.
    pub reopen: bool,
    /// Grade it.
    pub grade: bool,
}

/// What the person may do with a ticket now.
pub fn may(ticket: &Ticket, now: Moment) -> May {
    let closed = ticket.head.closed.as_ref();
    let withdrawn = closed.is_some_and(|closed| closed.outcome.as_str() == super::WITHDRAWN);
    May {
        add: closed.is_none(),
        withdraw: closed.is_none(),
        hurry: may_hurry(ticket, now).is_ok(),
        reopen: closed.is_some_and(|closed| now < closed.at + Duration::days(REOPEN_DAYS)) && !withdrawn,
        grade: closed.is_some() && !withdrawn && ticket.body.grade.is_none(),
    }
}

/// Does an act. The ticket's revision grows by one; on a refusal nothing changed.
///
/// # Errors
/// The reason why it is not possible.
pub fn act(ticket: &mut Ticket, ground: &Ground<'_>, by: Actor, act: Act) -> Result<(), Refusal> {
    has_room(ticket, &act)?;
    if matches!(&by, Actor::Clerk(clerk) if ticket.head.course.conflicts.contains(clerk)) {
        return Err(Refusal::Conflict);
    }
    let now = ground.now;
    let mut edited = None;
    let what = match act {
        Act::Add { words, files } => {
            open(ticket)?;
            let words = words.map(fitting).transpose()?;
            if words.is_none() && files.is_empty() {
                return Err(Refusal::NoWords);
            }
            ticket.head.unread = true;
            What::Added { words, files }
        }
        Act::Correct { message, words } => {
            let step = match written(ticket, message, usize::MAX).ok_or(Refusal::NotInTicket)? {
                Written::Words(before) if before == words => return Err(Refusal::Before),
                Written::Words(_) => {
                    ticket.body.answers.iter().find(|given| given.message == Some(message)).map(|given| given.step.clone())
                }
                Written::Answer(given) => Some(given.step.clone()),
            };
            open(ticket)?;
            let words = fitting(words)?;
            ticket.head.unread = true;
            edited = Some(message);
            What::Corrected { step, words }
        }
        Act::Withdraw { reason } => {
            open(ticket)?;
            close(ticket, StateId::from(super::WITHDRAWN), now);
            What::Withdrawn { reason }
        }
        Act::Hurry => {
            may_hurry(ticket, now)?;
            ticket.head.hurried = true;
            What::Hurried
        }
        Act::Reopen { words } => {
            let closed = ticket.head.closed.as_ref().ok_or(Refusal::NotClosed)?;
            if now >= closed.at + Duration::days(REOPEN_DAYS) || closed.outcome.as_str() == super::WITHDRAWN {
                return Err(Refusal::TooLate);
            }
            let words = fitting(words)?;
            ticket.head.closed = None;
            ticket.head.call_back = false;
            ticket.head.unread = true;
            ticket.body.grade = None;
            // The chain begins anew, and so do its time limits.
            ticket.head.limits.clear();
            move_to(ticket, ground, ground.rules.first.clone());
            What::Reopened { words }
        }
        Act::Grade { grade, words } => {
            if ticket.head.closed.is_none() {
                return Err(Refusal::NotClosed);
            }
            if ticket.body.grade.is_some() {
                return Err(Refusal::Before);
            }
            ticket.body.grade = Some(grade);
            ticket.head.call_back = grade.is_bad();
            What::Graded { grade, words }
        }
        Act::Contact { contact } => {
            open(ticket)?;
            match ticket.body.answers.iter_mut().find(|given| matches!(given.answer, Answer::Phone(_) | Answer::Email(_))) {
                Some(given) => given.answer = contact,
                None => ticket.body.answers.push(super::Given {
                    step: "contact".into(),
                    text: "party-contact".to_owned(),
                    answer: contact,
                    personal: true,
                    message: None,
                }),
            }
            What::ContactChanged
        }
        Act::Take => {
            open(ticket)?;
            let Actor::Clerk(clerk) = &by else { return Err(Refusal::NotTaken) };
            if ticket.head.clerk.as_ref() == Some(clerk) {
                return Err(Refusal::Before);
            }
            ticket.head.clerk = Some(clerk.clone());
            ticket.head.unread = false;
            What::Taken { released: false }
        }
        Act::Release => {
            open(ticket)?;
            ticket.head.clerk.take().ok_or(Refusal::NotTaken)?;
            What::Taken { released: true }
        }
        Act::Reply { words, files, prepared } => {
            let words = if files.is_empty() || !words.trim().is_empty() { fitting(words)? } else { String::new() };
            ticket.head.unread = false;
            // Whoever was answered need not be called.
            ticket.head.call_back = false;
            What::Replied { words, files, prepared }
        }
        Act::Note { words, files } => {
            let words = if files.is_empty() || !words.trim().is_empty() { fitting(words)? } else { String::new() };
            ticket.head.unread = false;
            What::Noted { words, files }
        }
        Act::AskPaper { paper, words } => {
            open(ticket)?;
            if !ground.rules.papers.contains(&paper) {
                return Err(Refusal::NoSuchPaper(ground.rules.papers.clone()));
            }
            ticket.head.unread = false;
            What::PaperAsked { paper, words: words.map(fitting).transpose()? }
        }
        Act::Transfer { to, reason } => {
            open(ticket)?;
            if to == ticket.head.queue {
                return Err(Refusal::SameQueue);
            }
            let reason = fitting(reason)?;
            let from = std::mem::replace(&mut ticket.head.queue, to.clone());
            ticket.head.clerk = None;
            What::Transferred { from, to, reason }
        }
        Act::SetState { to, reason } => {
            open(ticket)?;
            let next = ground.rules.states.get(&ticket.head.state).map(|state| state.next.clone()).unwrap_or_default();
            if !next.contains(&to) {
                return Err(Refusal::NoSuchState(next));
            }
            let from = ticket.head.state.clone();
            move_to(ticket, ground, to.clone());
            What::StateSet { from, to, reason: reason.map(fitting).transpose()? }
        }
        Act::Extend { limit, to, reason } => extend(ticket, ground, limit, to, reason)?,
        Act::Close { outcome, reason } => {
            open(ticket)?;
            let reason = fitting(reason)?;
            let outcomes = outcomes(ground.rules);
            if !outcomes.contains(&outcome) {
                return Err(Refusal::NoSuchState(outcomes));
            }
            ticket.head.state = outcome.clone();
            ticket.head.unread = false;
            close(ticket, outcome.clone(), now);
            What::Closed { outcome, reason }
        }
        Act::CallBack => {
            if !std::mem::take(&mut ticket.head.call_back) {
                return Err(Refusal::Before);
            }
            What::CalledBack
        }
        Act::RefuseFile { file, why } => What::FileRefused { file, why },
        Act::LosePerson => What::Unreachable,
        Act::Reveal { reason } => What::Revealed { reason: fitting(reason)? },
        Act::Amend { step, words, reason } => {
            if !ticket.body.answers.iter().any(|given| given.step == step && given.answer.is_given()) {
                return Err(Refusal::NotInTicket);
            }
            What::Amended { step, words: fitting(words)?, reason: fitting(reason)? }
        }
        Act::Hold { reason } => {
            let reason = fitting(reason)?;
            if std::mem::replace(&mut ticket.head.course.held, true) {
                return Err(Refusal::Before);
            }
            What::Held { reason }
        }
        Act::Free { reason } => {
            let reason = fitting(reason)?;
            if !std::mem::take(&mut ticket.head.course.held) {
                return Err(Refusal::Before);
            }
            What::Freed { reason }
        }
        Act::Conflict { reason } => {
            let reason = fitting(reason)?;
            let Actor::Clerk(clerk) = &by else { return Err(Refusal::Before) };
            if ticket.head.clerk.as_ref() == Some(clerk) {
                ticket.head.clerk = None;
            }
            ticket.head.course.conflicts.push(clerk.clone());
            What::Conflicted { reason }
        }
        Act::Read => {
            if !ticket.head.unread {
                return Err(Refusal::Before);
            }
            ticket.head.unread = false;
            ticket.head.revision += 1;
            return Ok(());
        }
        Act::Link { to } => {
            if to == ticket.head.receipt {
                return Err(Refusal::Itself);
            }
            if ticket.body.same.contains(&to) {
                return Err(Refusal::Linked);
            }
            if ticket.body.same.len() >= SAME {
                return Err(Refusal::NoRoom);
            }
            ticket.body.same.push(to.clone());
            What::Linked { to }
        }
        Act::Unlink { from } => {
            let at = ticket.body.same.iter().position(|same| *same == from).ok_or(Refusal::NotLinked)?;
            ticket.body.same.remove(at);
            What::Unlinked { to: from }
        }
        Act::AskConsent { what } => {
            open(ticket)?;
            let what = checked(ticket, what)?;
            if !is_personal(ticket, ground.rules, &what) {
                return Err(Refusal::NoNeed);
            }
            ticket.head.unread = false;
            What::ConsentAsked { what: Box::new(what) }
        }
        Act::Consent { asked, yes } => {
            open(ticket)?;
            let is_question = |happening: &Happening| matches!(happening.what, What::ConsentAsked { .. });
            if !ticket.body.history.get(asked).is_some_and(is_question) {
                return Err(Refusal::NotInTicket);
            }
            let was_used =
                |happening: &Happening| matches!(happening.what, What::HandedOver { consent: Consent::Asked(at), .. } if at == asked);
            if answered(ticket, asked) == Some(yes) || ticket.body.history.iter().any(was_used) {
                return Err(Refusal::Before);
            }
            ticket.head.unread = true;
            What::Consented { asked, yes }
        }
        Act::HandOver { what, basis, state } => {
            open(ticket)?;
            let what = checked(ticket, what)?;
            let consent = allowed((ticket, ground.rules), &what, basis)?;
            if let Some(to) = &state {
                let known = states(ground.rules, ticket);
                if !known.contains(to) {
                    return Err(Refusal::NoSuchState(known));
                }
                let is_end = ground.rules.states.get(to).is_some_and(|state| state.outcome && state.next.is_empty());
                if is_end {
                    close(ticket, to.clone(), now);
                } else {
                    move_to(ticket, ground, to.clone());
                }
            }
            ticket.head.unread = false;
            What::HandedOver { what: Box::new(what), consent, state }
        }
    };
    ticket.body.history.push(Happening { at: now, by, what, message: edited });
    ticket.head.course = std::mem::take(&mut ticket.head.course).after(ticket);
    ticket.head.revision += 1;
    Ok(())
}

/// Begins the chain of a new ticket.
pub fn begin(ticket: &mut Ticket, ground: &Ground<'_>) {
    enter(ticket, ground.rules, ground.calendar, ground.now);
    ticket.body.history.push(Happening { at: ground.now, by: Actor::Person, what: What::Submitted, message: None });
}

/// A flood must not make a ticket too large to be kept; what happened is never shortened, and its end is always possible.
fn has_room(ticket: &Ticket, act: &Act) -> Result<(), Refusal> {
    let (room, refusal) = match act {
        Act::Add { .. } | Act::Correct { .. } | Act::Reopen { .. } | Act::Contact { .. } | Act::Consent { .. } => {
            (ROOM.person, Refusal::Full)
        }
        Act::Reply { .. } | Act::Note { .. } | Act::AskPaper { .. } | Act::AskConsent { .. } => (ROOM.clerk, Refusal::NoRoom),
        Act::Take
        | Act::Release
        | Act::Transfer { .. }
        | Act::SetState { .. }
        | Act::Extend { .. }
        | Act::Reveal { .. }
        | Act::Amend { .. }
        | Act::Free { .. }
        | Act::Link { .. }
        | Act::Unlink { .. }
        | Act::HandOver { .. } => (ROOM.all, Refusal::NoRoom),
        Act::Withdraw { .. }
        | Act::Hurry
        | Act::Grade { .. }
        | Act::Close { .. }
        | Act::CallBack
        | Act::RefuseFile { .. }
        | Act::LosePerson
        | Act::Hold { .. }
        | Act::Conflict { .. }
        | Act::Read => return Ok(()),
    };
    if size(&ticket.body.history) < room { Ok(()) } else { Err(refusal) }
}

/// Whether the last thing that the person did leaves no room for more.
pub fn became_full(ticket: &Ticket) -> bool {
    let Some((last, before)) = ticket.body.history.split_last() else { return false };
    last.by == Actor::Person && size(&ticket.body.history) >= ROOM.person && size(before) < ROOM.person
}

/// Bytes of a history as it is stored.
fn size(history: &[Happening]) -> usize {
    struct Count(usize);
    impl std::io::Write for Count {
        fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
            self.0 += bytes.len();
            Ok(bytes.len())
        }
        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }
    let mut count = Count(0);
    // What cannot be written has no room.
    serde_json::to_writer(&mut count, history).map_or(usize::MAX, |()| count.0)
}

fn open(ticket: &Ticket) -> Result<(), Refusal> {
    if ticket.head.closed.is_some() { Err(Refusal::Closed) } else { Ok(()) }
}

fn fitting(words: String) -> Result<String, Refusal> {
    let words = crate::format::clean(&words);
    match words.chars().count() {
        0 => Err(Refusal::NoWords),
        n if n > WORDS => Err(Refusal::TooLong),
        _ => Ok(words),
    }
}

/// What is to be handed over, with its words in order; all of it is there.
fn checked(ticket: &Ticket, what: Handing) -> Result<Handing, Refusal> {
    let named = |words: std::collections::BTreeMap<String, String>| {
        let clean = words.into_iter().map(|(language, words)| (language, crate::format::clean(&words)));
        let kept: std::collections::BTreeMap<String, String> = clean.filter(|(_, words)| !words.is_empty()).collect();
        let is_long = kept.values().any(|words| words.chars().count() > NAMES);
        if is_long { Err(Refusal::TooLong) } else { Ok(kept) }
    };
    let mut what = what;
    what.to.name = named(what.to.name)?;
    what.to.address = named(what.to.address)?;
    if what.to.name.is_empty() {
        return Err(Refusal::NoBody);
    }
    what.reason = fitting(what.reason)?;
    what.law = what.law.map(|law| crate::format::clean(&law)).filter(|law| !law.is_empty());
    if what.law.as_ref().is_some_and(|law| law.chars().count() > NAMES) {
        return Err(Refusal::TooLong);
    }
    let (answers, files) = parts(ticket);
    let is_there = what.answers.iter().all(|step| answers.iter().any(|given| given.step == *step))
        && what.files.iter().all(|file| files.contains(file));
    if !is_there || what.answers.is_empty() && what.files.is_empty() {
        return Err(Refusal::NoParts);
    }
    Ok(what)
}

/// What allows that it is handed over.
fn allowed((ticket, rules): (&Ticket, &Submit), what: &Handing, basis: Basis) -> Result<Consent, Refusal> {
    if !is_personal(ticket, rules, what) {
        return Ok(Consent::NotNeeded);
    }
    match basis {
        Basis::None => Err(Refusal::NoConsent),
        Basis::Asked => agreed(ticket, what).map(Consent::Asked).ok_or(Refusal::NoConsent),
        Basis::Told(how) => fitting(how).map(Consent::Told).map_err(|refusal| match refusal {
            Refusal::NoWords => Refusal::NoConsent,
            other => other,
        }),
        Basis::Law if what.law.is_some() => Ok(Consent::Law),
        Basis::Law => Err(Refusal::NoConsent),
    }
}

fn may_hurry(ticket: &Ticket, now: Moment) -> Result<(), Refusal> {
    open(ticket)?;
    if ticket.head.hurried {
        return Err(Refusal::Before);
    }
    let limit = next_limit(&ticket.head).ok_or(Refusal::NoLimit)?;
    if limit.due < office_day(now) { Ok(()) } else { Err(Refusal::NotDue) }
}

fn close(ticket: &mut Ticket, outcome: StateId, now: Moment) {
    for limit in ticket.head.limits.iter_mut().filter(|limit| limit.met.is_none()) {
        limit.met = Some(now);
    }
    ticket.head.since = now;
    ticket.head.state = outcome.clone();
    ticket.head.closed = Some(Closed { at: now, outcome });
}

fn move_to(ticket: &mut Ticket, ground: &Ground<'_>, to: StateId) {
    ticket.head.state = to;
    ticket.head.since = ground.now;
    ticket.head.hurried = false;
    enter(ticket, ground.rules, ground.calendar, ground.now);
}

fn extend(ticket: &mut Ticket, ground: &Ground<'_>, name: Option<String>, to: Until, reason: String) -> Result<What, Refusal> {
    open(ticket)?;
    let reason = fitting(reason)?;
    let name = name.or_else(|| next_limit(&ticket.head).map(|limit| limit.name.clone())).ok_or(Refusal::NoLimit)?;
    let limit = ticket.head.limits.iter_mut().find(|limit| limit.name == name && limit.met.is_none()).ok_or(Refusal::NoLimit)?;
    let from = limit.due;
    let (day, guessed) = match to {
        Until::Day(day) => (day, Vec::new()),
        Until::Longer(span) => last_day(ground.calendar, from, span),
    };
    if day <= from {
        return Err(Refusal::NotLater);
    }
    limit.due = day;
    limit.guessed = guessed;
    limit.reminded = 0;
    ticket.head.hurried = false;
    Ok(What::Extended { limit: name, from, to: day, reason })
}

/// States with which a ticket of the service can be closed.
pub fn outcomes(rules: &Submit) -> Vec<StateId> {
    rules.states.iter().filter(|(_, state)| state.outcome).map(|(name, _)| name.clone()).collect()
}

/// Id of the text of a state: the service's own, else the general one.
pub fn state_texts(service: &ServiceId, state: &StateId) -> crate::locale::Text {
    crate::locale::Text::new(format!("{service}-state-{state}")).or(format!("ticket-state-{state}"))
}
