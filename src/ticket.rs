//! A ticket: what a person asked of the office, where it stands, and everything that happened to it. Pure: acts take a
//! ticket, rules and the time, and give the changed ticket or a reason why not.
//!
//! A topic in a staff group, a card, a list are views; this is the record.

pub mod act;
pub mod due;
pub mod handing;

use crate::clock::Moment;
use crate::dialog::answer::Answer;
use crate::id::{ClerkId, EvidenceId, QueueId, Receipt, ServiceId, StateId, StepId};
use crate::locale::Language;
use chrono::NaiveDate;
use handing::{Consent, Handing};
use serde::{Deserialize, Serialize};

/// Outcome of a ticket that the person took back.
pub const WITHDRAWN: &str = "withdrawn";

/// A ticket.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Ticket {
    /// What can be read without the ticket's key: what lists, queues and clocks need.
    pub head: Head,
    /// What only the ticket's key opens.
    pub body: Body,
}

/// The open part of a ticket. No answer of the person stands here.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Head {
    /// Public number.
    pub receipt: Receipt,
    /// Service asked for.
    pub service: ServiceId,
    /// Language of the person.
    pub language: Language,
    /// Nothing leads from the ticket to the person.
    pub anonymous: bool,
    /// Handled first.
    pub urgent: bool,
    /// Queue that has it.
    pub queue: QueueId,
    /// District it belongs to, by code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub district: Option<String>,
    /// Where it stands in the chain of its service.
    pub state: StateId,
    /// Since when.
    pub since: Moment,
    /// When it was submitted.
    pub submitted: Moment,
    /// Closed, and how.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closed: Option<Closed>,
    /// Clerk who took it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clerk: Option<ClerkId>,
    /// Time limits, running and met.
    #[serde(default)]
    pub limits: Vec<Limit>,
    /// The person asked to hurry.
    #[serde(default)]
    pub hurried: bool,
    /// A call-back is wanted after a bad grade.
    #[serde(default)]
    pub call_back: bool,
    /// The person added something that no clerk has looked at.
    #[serde(default)]
    pub unread: bool,
    /// What figures count and lists show of its course.
    #[serde(default, skip_serializing_if = "Course::is_blank")]
    pub course: Course,
    /// Changes so far; each change adds one.
    pub revision: u64,
}

/// The course of a ticket in short: what would otherwise have to be read from its history. It stays when key and body are
/// erased, so that the figures of past years do not change.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Course {
    /// Letter of the channel on which it was submitted; unknown of tickets older than this field.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub channel: Option<char>,
    /// When the desk first wrote to the person or closed it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answered: Option<Moment>,
    /// Times that the person opened it again.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub reopened: u16,
    /// A time limit was met after its last day; opening again does not undo it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub late: bool,
    /// Grade that the person gave.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub grade: Option<Grade>,
    /// The desk wrote last: the person is to answer.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub waiting: bool,
    /// Under legal hold: nothing of it is erased until a supervisor lifts that.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub held: bool,
    /// Clerks who said that they know a party: they have nothing to do with it any more.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub conflicts: Vec<ClerkId>,
}

impl Course {
    fn is_blank(&self) -> bool {
        *self == Self::default()
    }

    /// The course after the last thing that happened.
    fn after(mut self, ticket: &Ticket) -> Self {
        let Head { limits, .. } = &ticket.head;
        let is_late = |limit: &Limit| limit.met.is_some_and(|met| crate::clock::office_day(met) > limit.due);
        self.late |= limits.iter().any(is_late);
        self.grade = ticket.body.grade;
        self.waiting = waits_for_person(ticket);
        match ticket.body.history.last() {
            Some(Happening {
                at,
                what:
                    What::Replied { .. } | What::PaperAsked { .. } | What::Closed { .. } | What::ConsentAsked { .. } | What::HandedOver { .. },
                ..
            }) => {
                self.answered = self.answered.or(Some(*at));
            }
            Some(Happening { what: What::Reopened { .. }, .. }) => self.reopened = self.reopened.saturating_add(1),
            _ => {}
        }
        self
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "the form that serde asks for")]
fn is_zero(n: &u16) -> bool {
    *n == 0
}

/// Whether the desk wrote to the person last and nothing came since. What happens among clerks does not count.
pub fn waits_for_person(ticket: &Ticket) -> bool {
    let said_last = ticket.body.history.iter().rev().find_map(|happening| match happening.what {
        What::Replied { .. } | What::PaperAsked { .. } | What::ConsentAsked { .. } => Some(true),
        What::Submitted
        | What::Added { .. }
        | What::Corrected { .. }
        | What::Closed { .. }
        | What::Withdrawn { .. }
        | What::Hurried
        | What::Reopened { .. }
        | What::Graded { .. }
        | What::ContactChanged
        | What::Consented { .. } => Some(false),
        What::Noted { .. }
        | What::Taken { .. }
        | What::Transferred { .. }
        | What::StateSet { .. }
        | What::Extended { .. }
        | What::CalledBack
        | What::FileRefused { .. }
        | What::Unreachable
        | What::Revealed { .. }
        | What::Amended { .. }
        | What::Held { .. }
        | What::Freed { .. }
        | What::Conflicted { .. }
        | What::Linked { .. }
        | What::Unlinked { .. }
        | What::HandedOver { .. } => None,
    });
    ticket.head.closed.is_none() && said_last == Some(true)
}

/// How a ticket ended.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Closed {
    /// When.
    pub at: Moment,
    /// With which outcome: a state of the service marked so, or `withdrawn`.
    pub outcome: StateId,
}

/// A time limit of the office.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Limit {
    /// Name in the service.
    pub name: String,
    /// Last day.
    pub due: NaiveDate,
    /// When it was met.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub met: Option<Moment>,
    /// Years in the reckoning without a calendar: Monday to Friday was assumed, and everybody is told.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub guessed: Vec<i32>,
    /// The last step of the reminders that went out: 0 none, 1 before, 2 on the day after, 3 to the supervisor.
    #[serde(default)]
    pub reminded: u8,
}

/// The sealed part of a ticket.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Body {
    /// Answers in the order asked.
    pub answers: Vec<Given>,
    /// Everything that happened, in order.
    pub history: Vec<Happening>,
    /// Tag of the access code.
    pub code: Vec<u8>,
    /// Wrong tries with the code, and until when the door is shut.
    #[serde(default)]
    pub tries: Tries,
    /// Grade that the person gave.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub grade: Option<Grade>,
    /// Other tickets of the same matter, as clerks linked them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub same: Vec<Receipt>,
}

/// Wrong tries with an access code: five, then an hour's pause.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Tries {
    /// Wrong tries since the last right one or the last pause.
    pub wrong: u8,
    /// The door is shut until then.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shut_until: Option<Moment>,
}

/// An answer of the person with what it was the answer to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Given {
    /// Question.
    pub step: StepId,
    /// Id of its text.
    pub text: String,
    /// Answer.
    pub answer: Answer,
    /// It tells who somebody is: never shown in a staff group.
    pub personal: bool,
    /// The channel's number of the message that it was typed in, to know it again when that message is edited. Never kept of
    /// an anonymous ticket.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub message: Option<i64>,
}

/// Something that happened to a ticket.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Happening {
    /// When.
    pub at: Moment,
    /// Who did it.
    pub by: Actor,
    /// What.
    pub what: What,
    /// The channel's number of the person's message that it was typed in or, for a correction, that was edited. Never kept of
    /// an anonymous ticket.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub message: Option<i64>,
}

/// Who did something.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Actor {
    /// The person who submitted it.
    Person,
    /// A clerk.
    Clerk(ClerkId),
    /// The counter itself.
    Counter,
}

/// What happened.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum What {
    /// Submitted.
    Submitted,
    /// The person added words or papers.
    Added { words: Option<String>, files: Vec<EvidenceId> },
    /// The person edited what they had written: an answer, or words to the desk. What stood before is kept where it stands.
    Corrected { step: Option<StepId>, words: String },
    /// The desk wrote to the person.
    Replied { words: String, files: Vec<EvidenceId>, prepared: Option<String> },
    /// A note for colleagues.
    Noted { words: String, files: Vec<EvidenceId> },
    /// A clerk took it, or gave it back.
    Taken { released: bool },
    /// The desk asked for a paper.
    PaperAsked { paper: String, words: Option<String> },
    /// Passed to another queue.
    Transferred { from: QueueId, to: QueueId, reason: String },
    /// The state was set.
    StateSet { from: StateId, to: StateId, reason: Option<String> },
    /// A time limit was extended.
    Extended { limit: String, from: NaiveDate, to: NaiveDate, reason: String },
    /// Closed.
    Closed { outcome: StateId, reason: String },
    /// The person withdrew it.
    Withdrawn { reason: Option<String> },
    /// The person asked to hurry.
    Hurried,
    /// The person opened it again: not solved.
    Reopened { words: String },
    /// The person graded it.
    Graded { grade: Grade, words: Option<String> },
    /// The desk called back after a bad grade.
    CalledBack,
    /// The person left another contact.
    ContactChanged,
    /// A file was refused after its content was seen.
    FileRefused { file: EvidenceId, why: String },
    /// A reply could not be delivered: the person is out of reach there.
    Unreachable,
    /// Somebody looked at personal answers, with a reason.
    Revealed { reason: String },
    /// The desk corrected an answer, because the person has a right to it. What stood before is kept where it stands.
    Amended { step: StepId, words: String, reason: String },
    /// A supervisor put it under legal hold: it must not be erased.
    Held { reason: String },
    /// The hold was lifted.
    Freed { reason: String },
    /// A clerk knows a party and has nothing to do with it any more.
    Conflicted { reason: String },
    /// Linked with another ticket as the same matter.
    Linked { to: Receipt },
    /// No longer linked with it.
    Unlinked { to: Receipt },
    /// The person was asked whether this may go to an outside body.
    ConsentAsked { what: Box<Handing> },
    /// The person answered that; `asked` is the place of the question in the history.
    Consented { asked: usize, yes: bool },
    /// Handed over to an outside body; with a state of the chain when the service has one for it.
    HandedOver {
        /// What, to whom, and why.
        what: Box<Handing>,
        /// What allows it.
        consent: Consent,
        /// State that it led to.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        state: Option<StateId>,
    },
}

/// Five grades of satisfaction.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Grade {
    /// Very satisfied.
    VerySatisfied,
    /// Satisfied.
    Satisfied,
    /// Fair.
    Fair,
    /// Dissatisfied: calls for a call-back.
    Dissatisfied,
    /// Very dissatisfied: calls for a call-back.
    VeryDissatisfied,
}

impl Grade {
    /// Every grade, best first.
    pub const ALL: [Grade; 5] = [Grade::VerySatisfied, Grade::Satisfied, Grade::Fair, Grade::Dissatisfied, Grade::VeryDissatisfied];

    /// Name in dialog files and text ids.
    pub fn name(self) -> &'static str {
        match self {
            Grade::VerySatisfied => "very-satisfied",
            Grade::Satisfied => "satisfied",
            Grade::Fair => "fair",
            Grade::Dissatisfied => "dissatisfied",
            Grade::VeryDissatisfied => "very-dissatisfied",
        }
    }

    /// The grade of that name.
    pub fn read(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|grade| grade.name() == name)
    }

    /// The desk should call back.
    pub fn is_bad(self) -> bool {
        matches!(self, Grade::Dissatisfied | Grade::VeryDissatisfied)
    }
}

/// Every file of a ticket, in the order they came.
pub fn files(ticket: &Ticket) -> Vec<EvidenceId> {
    let answered = ticket.body.answers.iter().flat_map(|given| match &given.answer {
        Answer::Files(files) => files.clone(),
        _ => Vec::new(),
    });
    let added = ticket.body.history.iter().flat_map(|happening| match &happening.what {
        What::Added { files, .. } => files.clone(),
        _ => Vec::new(),
    });
    answered.chain(added).collect()
}

/// What a message of the person says in a ticket.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Written<'t> {
    /// This answer.
    Answer(&'t Given),
    /// These words.
    Words(&'t str),
}

/// What a message says after so many happenings: its answer or its words, or what it was corrected to since.
pub fn written(ticket: &Ticket, message: i64, after: usize) -> Option<Written<'_>> {
    let history = ticket.body.history.get(..after).unwrap_or(&ticket.body.history);
    let in_history =
        history.iter().rev().filter(|happening| happening.message == Some(message)).find_map(|happening| match &happening.what {
            What::Corrected { words, .. } | What::Reopened { words } => Some(words.as_str()),
            What::Added { words, .. } | What::Graded { words, .. } | What::Withdrawn { reason: words } => words.as_deref(),
            _ => None,
        });
    let in_answers = || ticket.body.answers.iter().find(|given| given.message == Some(message)).map(Written::Answer);
    in_history.map(Written::Words).or_else(in_answers)
}

/// Whether a correction is one of an answer that tells who somebody is.
pub fn is_personal(ticket: &Ticket, step: Option<&StepId>) -> bool {
    step.is_some_and(|step| ticket.body.answers.iter().any(|given| given.personal && given.step == *step))
}

/// Whether a file came from a clerk, with a reply or a note.
pub fn is_of_clerk(ticket: &Ticket, file: EvidenceId) -> bool {
    ticket.body.history.iter().any(|happening| match &happening.what {
        What::Replied { files, .. } | What::Noted { files, .. } => files.contains(&file),
        _ => false,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ticket(history: Vec<What>) -> Ticket {
        let at: Moment = "2026-11-23T02:00:00Z".parse().expect("a moment");
        let head = Head {
            receipt: Receipt::new("WH", crate::clock::office_day(at), [1, 2, 3, 4, 5]),
            service: "counterfeit-report".into(),
            language: Language::chinese(),
            anonymous: false,
            urgent: false,
            queue: "ENF".into(),
            district: None,
            state: "submitted".into(),
            since: at,
            submitted: at,
            closed: None,
            clerk: None,
            limits: Vec::new(),
            hurried: false,
            call_back: false,
            unread: false,
            course: Course::default(),
            revision: 1,
        };
        let history = history.into_iter().map(|what| Happening { at, by: Actor::Counter, what, message: None }).collect();
        Ticket { head, body: Body { history, ..Body::default() } }
    }

    fn replied() -> What {
        What::Replied { words: "which shop?".into(), files: Vec::new(), prepared: None }
    }

    #[test]
    fn a_ticket_waits_for_the_person_until_they_do_something() {
        let note = || What::Noted { words: "asked".into(), files: Vec::new() };
        let added = || What::Added { words: Some("here".into()), files: Vec::new() };
        assert!(!waits_for_person(&ticket(vec![What::Submitted])));
        assert!(waits_for_person(&ticket(vec![What::Submitted, replied()])));
        assert!(waits_for_person(&ticket(vec![replied(), note(), What::Taken { released: false }])));
        assert!(!waits_for_person(&ticket(vec![replied(), added(), note()])));
        assert!(waits_for_person(&ticket(vec![added(), What::PaperAsked { paper: "photos".into(), words: None }])));
        let mut closed = ticket(vec![What::Submitted, replied()]);
        closed.head.closed = Some(Closed { at: closed.head.submitted, outcome: "done".into() });
        assert!(!waits_for_person(&closed), "nobody waits for anything");
    }

    #[test]
    fn the_first_answer_stays_the_first_and_lateness_is_not_undone() {
        let mut one = ticket(vec![What::Submitted]);
        one.head.course = one.head.course.clone().after(&one);
        assert_eq!(one.head.course, Course::default());
        let later = one.head.submitted + chrono::Duration::days(3);
        one.body.history.push(Happening { at: later, by: Actor::Counter, what: replied(), message: None });
        let day = crate::clock::office_day(one.head.submitted);
        one.head.limits.push(Limit { name: "opening".into(), due: day, met: Some(later), guessed: Vec::new(), reminded: 0 });
        one.head.course = one.head.course.clone().after(&one);
        assert_eq!((one.head.course.answered, one.head.course.late, one.head.course.waiting), (Some(later), true, true));
        one.head.limits.clear();
        let again = What::Reopened { words: "not solved".into() };
        one.body.history.push(Happening { at: later, by: Actor::Person, what: again, message: None });
        one.body.history.push(Happening { at: later + chrono::Duration::days(1), by: Actor::Counter, what: replied(), message: None });
        one.head.course = one.head.course.clone().after(&one);
        assert_eq!((one.head.course.answered, one.head.course.late), (Some(later), true));
    }

    #[test]
    fn a_head_without_a_course_is_read_and_a_blank_one_is_not_written() {
        let head = ticket(Vec::new()).head;
        let text = serde_json::to_string(&head).expect("a head");
        assert!(!text.contains("course"));
        assert_eq!(serde_json::from_str::<Head>(&text).expect("the same"), head);
    }
}
