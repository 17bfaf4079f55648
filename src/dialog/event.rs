//! All that goes into the machine and all that comes out.

use super::answer::Answer;
use super::flow::{Ask, Flow, Personal, Span, Subject};
use super::load::Flows;
use super::state::{Found, Show, State};
use crate::clock::Moment;
use crate::id::{EvidenceId, Receipt, ServiceId, StepId};
use crate::locale::{Text, Texts, Value};
use crate::message::{Ability, Incoming, Oddity, Request};
use crate::place::Places;
use crate::table::Table;
use crate::table::answer::Answer as Prepared;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// What the machine may know besides the state: given anew at each step.
pub struct World<'a> {
    /// Dialogs.
    pub flows: &'a Flows,
    /// Words, as far as they decide something: labels typed instead of pressed.
    pub words: &'a Texts,
    /// Districts and zones.
    pub places: &'a Places,
    /// Now.
    pub now: Moment,
    /// Today at the office.
    pub today: NaiveDate,
    /// What the channel can do.
    pub ability: Ability,
    /// Name of the channel in conditions: `person.channel = telegram`.
    pub channel: &'a str,
    /// Rules of the office.
    pub rules: &'a Rules,
    /// Answers to questions that are often asked; `None` when the office has none.
    pub answers: Option<&'a Table<Prepared>>,
    /// What is kept about the person besides the conversation, a line each. Needed only where [`Aside::MyData`] is shown.
    ///
    /// [`Aside::MyData`]: super::state::Aside::MyData
    pub kept: &'a [Text],
}

/// Rules of the office that decide how a conversation goes.
#[derive(Clone, Debug)]
pub struct Rules {
    /// Whether personal answers may pass over a channel whose servers stand abroad.
    pub personal: PersonalPolicy,
    /// Version of the personal-data notice; a new one is asked for again.
    pub notice: u32,
    /// Days until an untouched form is deleted.
    pub draft_days: i64,
    /// Days before that, at which the person is reminded.
    pub remind_days: i64,
    /// Most files in one answer.
    pub files: u32,
    /// What may not pass over a channel whose servers stand abroad is asked for over a link to the office's own page.
    pub links: bool,
    /// Service behind `/human`.
    pub human: ServiceId,
    /// Service behind `/status`.
    pub follow: ServiceId,
    /// Who runs the counter, as texts that speak each language; what is missing is said to be missing.
    pub office: OfficeWords,
    /// What leads from free words to a service; without it only names of services are known.
    pub understanding: Option<std::sync::Arc<crate::understand::Understanding>>,
    /// What is announced on the first screen, each for its time.
    pub announcements: Vec<Announcement>,
    /// Services that are closed for now. Whoever has begun one may finish it.
    pub closed: BTreeMap<ServiceId, Closed>,
}

/// Words to everybody for a time.
#[derive(Clone, Debug, PartialEq)]
pub struct Announcement {
    /// The words.
    pub words: Text,
    /// Not before.
    pub from: Option<Moment>,
    /// Not at this moment and later.
    pub until: Option<Moment>,
}

impl Announcement {
    /// Whether it is to be said at this moment.
    pub fn holds(&self, now: Moment) -> bool {
        self.from.is_none_or(|from| from <= now) && self.until.is_none_or(|until| now < until)
    }
}

/// A service that is closed for now.
#[derive(Clone, Debug, PartialEq)]
pub struct Closed {
    /// Why, and what to do.
    pub why: Text,
    /// The service to go to instead.
    pub instead: Option<ServiceId>,
}

impl Rules {
    /// Whether the answer to a question may not pass over a channel: over servers abroad sensitive data never (Personal
    /// Information Protection Law art. 28, 38-40), other personal data only where the office allows it.
    pub fn keep_off(&self, ability: Ability, ask: &Ask) -> bool {
        let is_kept_off = |personal| self.personal == PersonalPolicy::WebOnly || personal == Personal::Sensitive;
        ability.abroad && ask.personal.is_some_and(is_kept_off)
    }
}

/// Who runs the counter.
#[derive(Clone, Debug)]
pub struct OfficeWords {
    /// Name.
    pub name: Text,
    /// The line on the first screen: who runs it, or that it is a demonstration.
    pub line: Text,
    /// Hours, phone, address of the window, each a line.
    pub window: Vec<Text>,
    /// Who answers questions about personal data.
    pub data_officer: Text,
}

impl Default for OfficeWords {
    fn default() -> Self {
        let missing = Text::new("office-missing");
        Self { name: Text::new("office-nameless"), line: Text::new("office-line-demo"), window: Vec::new(), data_officer: missing }
    }
}

impl Default for Rules {
    fn default() -> Self {
        Self {
            personal: PersonalPolicy::Consent,
            notice: 1,
            draft_days: 30,
            remind_days: 3,
            files: 20,
            links: false,
            human: "human-contact".into(),
            follow: "case-track".into(),
            office: OfficeWords::default(),
            understanding: None,
            announcements: Vec::new(),
            closed: BTreeMap::new(),
        }
    }
}

/// Whether personal answers may pass over a channel abroad (Personal Information Protection Law art. 36-40).
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PersonalPolicy {
    /// After notice and consent.
    Consent,
    /// Never: the person brings them to the office's own page or window.
    WebOnly,
}

/// All that comes in.
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    /// The person typed words; `message` is the channel's number of it.
    Text { text: String, message: Option<i64> },
    /// The person gave a command.
    Command { name: String, rest: String },
    /// The person pressed a button.
    Press { token: String },
    /// The person sent a file, which has a name already.
    File { id: EvidenceId, file: Incoming, words: Option<String>, message: Option<i64> },
    /// The person answered a question over a link: with files, or with words.
    ByLink { request: Request, files: Vec<EvidenceId>, words: Option<String> },
    /// The person shared a contact card.
    Contact { own: bool, phone: String },
    /// The person shared where they are, in degrees. It is looked at and not kept.
    Location { latitude: f64, longitude: f64 },
    /// The person changed an earlier message.
    Edited { text: String, message: Option<i64> },
    /// The person sent something that has no place here.
    Other(Oddity),
    /// The person blocked the bot, or came back.
    Left { gone: bool },
    /// A look-up found this.
    Found { found: Found, facts: BTreeMap<String, Value>, grant: Option<Receipt> },
    /// An act was done or refused.
    Did { facts: BTreeMap<String, Value> },
    /// The form is a ticket now.
    Submitted(Box<Submitted>),
    /// The form could not be sent: a text tells why, the form stays.
    NotSubmitted(Text),
    /// Time passed: look at the drafts.
    Tick,
}

/// What the person is told about a new ticket.
#[derive(Clone, Debug, PartialEq)]
pub struct Submitted {
    /// Public number.
    pub receipt: Receipt,
    /// Access code as shown, once.
    pub code: String,
    /// Nothing leads from the ticket to the person.
    pub anonymous: bool,
    /// Name of the queue, for people.
    pub desk: Text,
    /// What is due by when, with years that have no calendar.
    pub due: Vec<(Text, NaiveDate)>,
    /// Years without a calendar in these days.
    pub guessed: Vec<i32>,
}

/// What the machine waits for, to go on in the same turn.
#[derive(Clone, Debug, PartialEq)]
pub enum Want {
    /// A look-up.
    Look(Look),
    /// An act.
    Act(Deed),
    /// The form becomes a ticket.
    Submit(Box<Form>),
}

/// A look-up that is wanted.
#[derive(Clone, Debug, PartialEq)]
pub struct Look {
    /// Step that wants it; its facts are named after it.
    pub step: StepId,
    /// Where it looks.
    pub from: String,
    /// Answers that go with it.
    pub with: Vec<(StepId, Answer)>,
    /// Page of a list.
    pub page: u32,
    /// Length that is counted from a day.
    pub add: Option<Span>,
    /// Ticket that the person may touch.
    pub grant: Option<Receipt>,
}

/// An act that is wanted.
#[derive(Clone, Debug, PartialEq)]
pub struct Deed {
    /// Step that wants it; its facts are named after it.
    pub step: StepId,
    /// What is done.
    pub act: String,
    /// Answers that go with it.
    pub with: Vec<(StepId, Answer)>,
    /// The channel's number of the message in which the words were typed, or that was edited.
    pub message: Option<i64>,
    /// What it is about.
    pub about: Option<Subject>,
    /// Ticket that the person may touch.
    pub grant: Option<Receipt>,
}

/// A form, ready to be sent.
#[derive(Clone, Debug, PartialEq)]
pub struct Form {
    /// Service.
    pub service: ServiceId,
    /// Answers in the order of the dialog, with the id of each question's text, personal or not.
    pub answers: Vec<crate::ticket::Given>,
    /// Files in it.
    pub files: Vec<EvidenceId>,
    /// Anonymous by the dialog's rule.
    pub anonymous: bool,
    /// Urgent by the dialog's rule.
    pub urgent: bool,
    /// Queues to try, in order: a name, or a district code.
    pub route: Vec<Way>,
}

/// A queue to try.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Way {
    /// A queue by name.
    Queue(crate::id::QueueId),
    /// The queue of a district.
    District(String),
}

/// Side effects that need no answer.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// These files are no longer wanted.
    EraseFiles(Vec<EvidenceId>),
    /// Everything kept about the person goes to them as a file.
    SendCopy,
    /// A link on which just this can be sent, once, goes to the person.
    SendLink(Request),
    /// The person agrees, or not, that something of a ticket goes to an outside body; whether they may is looked at there.
    Consent { receipt: Receipt, asked: usize, yes: bool },
    /// Everything kept about the person is to be forgotten: drafts, language, links, bookings. Tickets stay: they are the
    /// office's.
    ForgetPerson,
}

/// What a step brought.
#[derive(Clone, Debug, PartialEq)]
pub struct Turn {
    /// Where the person stands now.
    pub state: State,
    /// What they see, in order.
    pub shows: Vec<Show>,
    /// Side effects.
    pub effects: Vec<Effect>,
    /// What the machine waits for; nothing is shown for good before it is there.
    pub want: Option<Want>,
    /// A short word on the button pressed.
    pub toast: Option<Text>,
}

/// The flow of a frame, when the file still exists.
pub(super) fn flow_of<'a>(world: &World<'a>, service: &ServiceId) -> Option<&'a Flow> {
    world.flows.get(service)
}
