//! Where a person stands: the language, the flows they are in (one on top of another), the drafts they left, and what the
//! buttons of their last screen mean.
//!
//! ## Why
//! A flow's position is not stored. It is the first step that counts and has no answer yet, so a dialog file may change
//! while people are in the middle: what still fits stays, and they are led to the first question that is open.

use super::answer::Answer;
use super::flow::{Ask, Kind};
use crate::clock::Moment;
use crate::id::{EvidenceId, Receipt, ServiceId, StepId, SubscriptionId};
use crate::locale::{Language, Text, Value};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Where a person stands.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct State {
    /// Language in which the counter speaks to them.
    pub language: Language,
    /// They chose it themselves: the client's language no longer counts.
    #[serde(default)]
    pub chosen: bool,
    /// Version of the personal-data notice they agreed to, and when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub notice: Option<Agreed>,
    /// Consent to sensitive data, likewise.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sensitive: Option<Agreed>,
    /// Flows they are in; the last is on top. Empty: at the menu.
    #[serde(default)]
    pub frames: Vec<Frame>,
    /// Forms left in the middle.
    #[serde(default)]
    pub drafts: Vec<Frame>,
    /// Something asked besides the step itself.
    #[serde(default)]
    pub aside: Option<Aside>,
    /// Number of the last screen; buttons of an older one are void.
    #[serde(default)]
    pub screen: u32,
    /// What the buttons of the last screen mean, in order.
    #[serde(default)]
    pub presses: Vec<Press>,
    /// Times in a row that nothing was understood.
    #[serde(default)]
    pub puzzled: u8,
    /// They blocked the bot.
    #[serde(default)]
    pub gone: bool,
    /// Messages that went into tickets, newest last, to notice when one is edited. None of an anonymous ticket.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sent: Vec<Sent>,
    /// A link from this anonymous ticket to the chat is being made.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub linking: Option<Receipt>,
    /// An edit of what was sent is being passed on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub correcting: Option<Correcting>,
    /// A subscription is being ended, from a button or a command outside of any dialog.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ending: Option<SubscriptionId>,
    /// The person's own subscriptions, while the screen is open that lists what is kept of them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub own: Option<Vec<Thing>>,
    /// Told already, but the screen is still to come: a look-up runs in between.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pending: Vec<Text>,
}

/// Messages that went into a ticket.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Sent {
    /// Ticket.
    pub receipt: Receipt,
    /// Numbers of the messages.
    pub messages: Vec<i64>,
}

/// A message that went into a ticket and says something else now.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Correcting {
    /// Ticket.
    pub receipt: Receipt,
    /// Number of the message.
    pub message: i64,
    /// What it says now.
    pub words: String,
}

/// Agreement to a text of a certain version.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Agreed {
    /// Version of the text.
    pub version: u32,
    /// When.
    pub at: Moment,
}

impl State {
    /// A person never seen before.
    pub fn new(language: Language) -> Self {
        Self {
            language,
            chosen: false,
            notice: None,
            sensitive: None,
            frames: Vec::new(),
            drafts: Vec::new(),
            aside: None,
            screen: 0,
            presses: Vec::new(),
            puzzled: 0,
            gone: false,
            sent: Vec::new(),
            linking: None,
            correcting: None,
            ending: None,
            own: None,
            pending: Vec::new(),
        }
    }

    /// A file turned out unusable: no form has it any more.
    pub fn drop_file(&mut self, file: EvidenceId) {
        for frame in self.frames.iter_mut().chain(&mut self.drafts) {
            let keep = |files: &mut Vec<EvidenceId>| files.retain(|one| *one != file);
            keep(&mut frame.open.files);
            keep(&mut frame.early);
            let before = frame.changing.iter_mut().map(|changing| &mut changing.before);
            for answer in frame.entries.iter_mut().map(|entry| &mut entry.answer).chain(before) {
                if let Answer::Files(files) = answer {
                    keep(files);
                }
            }
            frame.entries.retain(|entry| !matches!(&entry.answer, Answer::Files(files) if files.is_empty()));
        }
    }

    /// Every form in the middle, on top or left.
    pub fn forms(&self) -> impl Iterator<Item = &Frame> {
        self.frames.iter().chain(&self.drafts).filter(|frame| frame.form && frame.has_answers())
    }
}

/// A flow that a person is in.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Frame {
    /// Which flow.
    pub flow: ServiceId,
    /// It ends in a ticket: worth keeping as a draft.
    #[serde(default)]
    pub form: bool,
    /// Answers in the order given; steps that told or acted leave a mark here too.
    #[serde(default)]
    pub entries: Vec<Entry>,
    /// What look-ups and acts found, by `step.name`.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub facts: BTreeMap<String, Value>,
    /// What the person may touch because a look-up proved it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub grant: Option<Receipt>,
    /// The question being answered, half-way.
    #[serde(default)]
    pub open: Open,
    /// The question reopened from the review.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub changing: Option<Changing>,
    /// A question of the kind "more" that was taken up at the review.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub extra: Option<StepId>,
    /// When it began and when it was last touched.
    pub started: Moment,
    /// When the person last did something in it.
    pub touched: Moment,
    /// The reminder before expiry went out.
    #[serde(default)]
    pub reminded: bool,
    /// Numbers of the messages typed into it, to notice when one is edited.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub heard: Vec<i64>,
    /// Words that came with files.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub words: Vec<String>,
    /// Numbers of the messages with those words.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub captions: Vec<i64>,
    /// Files that came before the question that asks for them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub early: Vec<EvidenceId>,
    /// The thing to be picked as soon as it is found.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wanted: Option<String>,
    /// It went back to an earlier step and has not ended.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub moved: bool,
}

/// An answer reopened from the review, kept until the new one is there.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Changing {
    /// The question.
    pub step: StepId,
    /// The answer before.
    pub before: Answer,
    /// The message in which it was typed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub message: Option<i64>,
}

/// A question half-way.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Open {
    /// The question.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub step: Option<StepId>,
    /// Several choices ticked so far.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ticked: Vec<String>,
    /// Files that arrived so far.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub files: Vec<EvidenceId>,
    /// What was refused once and is kept when it comes again (a failed check digit).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub doubtful: Option<String>,
    /// Places or countries that a name may mean, as codes.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub places: Vec<String>,
    /// Page of the list shown.
    #[serde(default)]
    pub page: u32,
    /// What the look-up of a pick found.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub found: Option<Found>,
    /// A link went out on which it can be answered.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub linked: bool,
}

/// A page of things that a look-up found.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Found {
    /// Things on this page.
    pub things: Vec<Thing>,
    /// Number of the page, from 0.
    pub page: u32,
    /// Pages in all.
    pub pages: u32,
}

/// One thing found.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Thing {
    /// Its name.
    pub id: String,
    /// What its line says (arguments of the step's `.item`).
    pub says: Vec<(String, Value)>,
}

/// An answer with its question.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Entry {
    /// The question.
    pub step: StepId,
    /// The answer.
    pub answer: Answer,
    /// Nobody was asked: there was nothing to choose, or it was known. Going back passes it by.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub unasked: bool,
    /// The message in which it was typed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub message: Option<i64>,
}

impl Entry {
    /// What a person answered.
    pub fn new(step: StepId, answer: Answer) -> Self {
        Self { step, answer, unasked: false, message: None }
    }

    /// What was answered for them.
    pub fn unasked(step: StepId, answer: Answer) -> Self {
        Self { step, answer, unasked: true, message: None }
    }
}

impl Frame {
    /// A flow just begun.
    pub fn new(flow: &super::flow::Flow, now: Moment) -> Self {
        Self {
            flow: flow.service.clone(),
            form: flow.submit.is_some(),
            entries: Vec::new(),
            facts: BTreeMap::new(),
            grant: None,
            open: Open::default(),
            changing: None,
            extra: None,
            started: now,
            touched: now,
            reminded: false,
            heard: Vec::new(),
            words: Vec::new(),
            captions: Vec::new(),
            early: Vec::new(),
            wanted: None,
            moved: false,
        }
    }

    /// The answer to a question.
    pub fn answer(&self, step: &StepId) -> Option<&Answer> {
        self.entries.iter().find(|entry| entry.step == *step).map(|entry| &entry.answer)
    }

    /// The answer to a question when it tells the desk something: not what only steers the dialog, not what was picked because
    /// there was nothing else, and not the mark that an access code was tried.
    pub fn telling(&self, step: &StepId, ask: &Ask) -> Option<&Answer> {
        let entry = self.entries.iter().find(|entry| entry.step == *step)?;
        let only_choice = entry.unasked && matches!(entry.answer, Answer::Pick { .. });
        (!ask.steers && !only_choice && !matches!(ask.kind, Kind::Code)).then_some(&entry.answer)
    }

    /// The message in which the words for a step that acts, or an answer, were typed.
    pub fn message_of(&self, step: &StepId) -> Option<i64> {
        self.entries.iter().find(|entry| entry.step == *step).and_then(|entry| entry.message)
    }

    /// A person put something into it.
    pub fn has_answers(&self) -> bool {
        !self.open.files.is_empty()
            || !self.early.is_empty()
            || self.entries.iter().any(|entry| !matches!(entry.answer, Answer::Told | Answer::Done))
    }

    /// Every file in it, answered or half-way.
    pub fn files(&self) -> Vec<EvidenceId> {
        let answered = self.entries.iter().flat_map(|entry| match &entry.answer {
            Answer::Files(files) => files.clone(),
            _ => Vec::new(),
        });
        let mut files: Vec<EvidenceId> = answered.chain(self.open.files.iter().copied()).chain(self.early.iter().copied()).collect();
        if let Some(Changing { before: Answer::Files(before), .. }) = &self.changing {
            files.extend(before);
        }
        files.sort_unstable();
        files.dedup();
        files
    }
}

/// Something asked or shown besides the step itself; going on leads back to where the person was.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Aside {
    /// Really delete this draft?
    Cancel,
    /// A draft of this service exists: go on with it or begin anew?
    Resume(ServiceId),
    /// The personal-data notice, before the first personal answer.
    Notice,
    /// The consent to sensitive data.
    Sensitive,
    /// Which language?
    Language,
    /// Help.
    Help,
    /// Privacy notice to read again.
    Privacy,
    /// What the counter keeps about the person.
    MyData,
    /// Really delete what the counter keeps?
    Forget,
    /// A part of the menu.
    Menu(super::flow::Menu),
    /// The list of answers to change.
    Change(u32),
    /// The list of questions still open to more.
    More,
    /// Shall answers about this anonymous ticket come here?
    Link(Receipt),
    /// What free words at the menu may mean: one thing, or a few.
    Offer(Vec<Meant>),
    /// What words typed into a form may mean besides.
    Besides(Besides),
    /// A prepared answer.
    Answer(Ready),
    /// This service is closed for now: why, and what instead.
    Closed(ServiceId),
}

/// What free words may mean.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Meant {
    /// A service.
    Service(ServiceId),
    /// A prepared answer, by its name in the office's table.
    Answer {
        /// Its name.
        answer: String,
    },
}

/// Words typed into a form that may mean something else.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Besides {
    /// What they may mean.
    pub meant: Vec<Meant>,
    /// The words, when they could be the answer as well.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub typed: Option<Words>,
}

/// A prepared answer that is shown.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Ready {
    /// Its name in the office's table.
    pub answer: String,
    /// Words that may still become an answer of the form.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub typed: Option<Words>,
}

/// Words that wait for the person to say what they are.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Words {
    /// The question to which they were typed.
    pub step: StepId,
    /// As typed.
    pub text: String,
}

/// What a button means.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Press {
    /// Chooses this option.
    Option(String),
    /// Ticks or unticks this option.
    Tick(String),
    /// Picks this thing.
    Pick(String),
    /// Chooses this place.
    Place(String),
    /// That is all: files, several choices.
    Enough,
    /// Yes or no.
    Yes(bool),
    /// Deletes the files that were sent to this question.
    Clear,
    /// Back to the question before.
    Back,
    /// Skips the question.
    Skip,
    /// "I don't know".
    Unknown,
    /// Keeps a number whose check failed.
    Keep,
    /// Turns a page.
    Page(u32),
    /// Goes to this service.
    Service(ServiceId),
    /// Opens a part of the menu.
    Menu(super::flow::Menu),
    /// The first screen.
    Home,
    /// Goes on where the person was.
    GoOn,
    /// Goes on with a draft.
    Resume(ServiceId),
    /// Begins anew and deletes the draft.
    Anew(ServiceId),
    /// Goes on in spite of a stop.
    Pass,
    /// Asks whether to delete the form.
    Cancel,
    /// Really deletes it.
    ReallyCancel,
    /// Agrees to the notice.
    Agree,
    /// Does not agree.
    Disagree,
    /// Opens the list of answers to change.
    Change,
    /// Changes this answer.
    ChangeStep(StepId),
    /// Opens the list of questions open to more.
    More,
    /// Answers this further question.
    MoreStep(StepId),
    /// Sends the form.
    Submit,
    /// Speaks this language.
    Language(Language),
    /// Opens the choice of language.
    ChooseLanguage,
    /// Shows the notice.
    Privacy,
    /// Shows what is kept.
    MyData,
    /// Sends what is kept as a file.
    MyCopy,
    /// Asks whether to delete what is kept.
    Forget,
    /// Really deletes it.
    ReallyForget,
    /// Talks to a person.
    Human,
    /// Shows help.
    Help,
    /// Goes to a ticket from a message about it.
    Ticket(Receipt),
    /// Shows this prepared answer.
    Prepared(String),
    /// Takes the words that were held up as the answer.
    Take,
    /// None of what was offered.
    Other,
    /// Goes to a booking from a message about it, or to all of them when the event is not named.
    Booking(String),
    /// Keeps a link from an anonymous ticket to this chat, or does not.
    Link(Receipt, bool),
    /// Ends a subscription, also from an old digest.
    Unsubscribe(SubscriptionId),
    /// Sends a new link for the question.
    SendLink,
    /// Leaves the question, which is not asked here, to the desk.
    LeaveToDesk,
    /// Sends a link for a paper of a ticket, from a message about it.
    Paper(Receipt, String),
    /// Agrees, or not, that something of a ticket goes to an outside body; the place of the question in the ticket's history.
    Consent(Receipt, usize, bool),
}

/// What the machine wants to be shown. A screen replaces the one before; a lasting message stays.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Show {
    /// Stays in the chat: receipts.
    pub lasting: bool,
    /// Paragraphs in order.
    pub lines: Vec<Text>,
    /// Buttons in rows.
    pub buttons: Vec<Vec<(Text, Press)>>,
    /// A text to be copied with a tap.
    pub copies: Option<(Text, String)>,
    /// A picture that goes with the words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub picture: Option<Picture>,
}

/// The picture of a look-up: what was looked up, so that it can be drawn where it is shown.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Picture {
    /// Where was looked.
    pub from: String,
    /// Answers that went with it.
    pub with: Vec<(StepId, Answer)>,
}

impl Show {
    /// A lasting message without buttons.
    pub fn told(text: Text) -> Self {
        Self { lasting: true, lines: vec![text], buttons: Vec::new(), copies: None, picture: None }
    }
}
