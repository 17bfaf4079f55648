//! A dialog file, typed. [`FlowFile`] is what stands in `dialogs/<service>.yaml`; [`Flow`] is what the machine runs: shared
//! groups put in, conditions read, each step knowing its text. Words for people never stand here, only names.

use super::condition::Condition;
use crate::id::{QueueId, ServiceId, StateId, StepId};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_saphyr::Spanned;
use std::collections::BTreeMap;

/// A dialog file as written.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct FlowFile {
    /// Name of the service: the same as the file, its text file and its transcript folder.
    #[schemars(with = "String")]
    pub service: Spanned<String>,
    /// Where the service stands in the menu.
    pub menu: Menu,
    /// Its place there, small ones first; those without one come last, by name.
    #[serde(default = "last")]
    pub order: u8,
    /// What becomes of the answers; without it the dialog ends with its last step.
    #[serde(default)]
    pub submit: Option<SubmitFile>,
    /// Steps in the order met.
    pub steps: Vec<StepFile>,
}

/// A group of questions that several services use: `dialogs/shared/<group>.yaml`.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct GroupFile {
    /// Name of the group: the same as the file and its text file.
    #[schemars(with = "String")]
    pub group: Spanned<String>,
    /// Steps in the order met.
    pub steps: Vec<StepFile>,
}

/// Where a service stands in the menu.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Menu {
    /// Report or ask for help.
    Report,
    /// Look something up.
    Find,
    /// Follow my case.
    Follow,
    /// Licences, transfers and pledges; reached from `more`.
    Use,
    /// For firms and institutes; reached from `more`.
    Firms,
    /// One level below.
    More,
}

fn last() -> u8 {
    u8::MAX
}

/// What becomes of the answers.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct SubmitFile {
    /// The answers become a ticket only when this holds; else the dialog ends with its last step.
    #[serde(default)]
    #[schemars(with = "Option<String>")]
    pub when: Option<Spanned<String>>,
    /// Queues in the order tried; the first whose condition holds and which the office serves takes the ticket.
    pub queue: Vec<QueueRule>,
    /// The ticket is marked urgent when this holds.
    #[serde(default)]
    #[schemars(with = "Option<String>")]
    pub urgent: Option<Spanned<String>>,
    /// The ticket is anonymous when this holds: nothing leads from it to the person.
    #[serde(default)]
    #[schemars(with = "Option<String>")]
    pub anonymous: Option<Spanned<String>>,
    /// The person declares that the content is true when sending it.
    #[serde(default)]
    pub declares: bool,
    /// A non-personal answer that names the ticket in lists.
    #[serde(default)]
    pub title: Option<String>,
    /// Time limits of the office.
    #[serde(default)]
    pub deadlines: Vec<DeadlineRule>,
    /// What may follow what; the first is where a ticket begins.
    pub states: Vec<StateRule>,
    /// Papers that a clerk may ask for, by name.
    #[serde(default)]
    pub papers: Vec<String>,
    /// Those of the papers that are brought to the window: identity and powers of attorney are never sent over a platform
    /// abroad (Personal Information Protection Law art. 28, 38).
    #[serde(default)]
    pub window_papers: Vec<String>,
    /// Prepared replies of the desk, by name.
    #[serde(default)]
    pub replies: Vec<String>,
}

/// One rule of the route.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct QueueRule {
    /// A queue by name.
    #[serde(default)]
    pub to: Option<String>,
    /// A step whose answer is a district: the queue `district-<code>`, when the office serves it.
    #[serde(default)]
    pub district: Option<String>,
    /// The rule counts only when this holds.
    #[serde(default)]
    #[schemars(with = "Option<String>")]
    pub when: Option<Spanned<String>>,
}

/// A time limit: so many days from reaching a state until another is reached.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct DeadlineRule {
    /// Name; its text is `<service>-deadline-<name>`.
    pub name: String,
    /// State from which it counts.
    pub from: String,
    /// States that end it.
    pub until: Vec<String>,
    /// Length: `10 working days`, `15 days`, `1 month`.
    #[schemars(with = "String")]
    pub within: Spanned<String>,
    /// Law and article, or `promise` for a promise of the office that is no law. A law is shown to people as the text
    /// `<service>-deadline-<name>.law` says it.
    pub source: String,
}

/// One state and what may follow it.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct StateRule {
    /// Name; its text is `<service>-state-<name>`, else `ticket-state-<name>`.
    pub state: String,
    /// States that a clerk may set next.
    #[serde(default)]
    pub next: Vec<String>,
    /// A ticket in this state can be closed with it as the outcome.
    #[serde(default)]
    pub outcome: bool,
}

/// One step as written. Exactly one of `ask`, `say`, `stop`, `look`, `do`, `again`, `use` says what it is; its value is the
/// name of the step (of the group for `use`, of the step gone back to for `again`).
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct StepFile {
    /// Asks a question and waits.
    #[schemars(with = "Option<String>")]
    #[serde(default)]
    pub ask: Option<Spanned<String>>,
    /// Tells something and goes on.
    #[schemars(with = "Option<String>")]
    #[serde(default)]
    pub say: Option<Spanned<String>>,
    /// Tells that this is the wrong door and offers others.
    #[schemars(with = "Option<String>")]
    #[serde(default)]
    pub stop: Option<Spanned<String>>,
    /// Looks something up and goes on.
    #[schemars(with = "Option<String>")]
    #[serde(default)]
    pub look: Option<Spanned<String>>,
    /// Does something and goes on.
    #[schemars(with = "Option<String>")]
    #[serde(default)]
    pub r#do: Option<Spanned<String>>,
    /// Forgets everything from the named step on and goes back to it.
    #[schemars(with = "Option<String>")]
    #[serde(default)]
    pub again: Option<Spanned<String>>,
    /// Puts in a shared group.
    #[schemars(with = "Option<String>")]
    #[serde(default)]
    pub r#use: Option<Spanned<String>>,

    /// Kind of answer (`ask`).
    #[serde(default)]
    pub r#as: Option<KindName>,
    /// Names of choices (`as: choice`, `several`, `pick`).
    #[serde(default)]
    pub options: Vec<OptionFile>,
    /// The step counts only when this holds.
    #[schemars(with = "Option<String>")]
    #[serde(default)]
    pub when: Option<Spanned<String>>,
    /// May be skipped.
    #[serde(default)]
    pub optional: bool,
    /// "I don't know" is an answer.
    #[serde(default)]
    pub unknown: bool,
    /// People ask here: a question is the answer, and no other one is offered for it (`as: text`).
    #[serde(default)]
    pub questions: bool,
    /// Not asked on the way: offered at the review.
    #[serde(default)]
    pub later: bool,
    /// The answer only steers the dialog ("what next?"): it stands neither at the review nor in the ticket.
    #[serde(default)]
    pub steers: bool,
    /// The answer tells who somebody is.
    #[serde(default)]
    pub personal: Option<Personal>,
    /// Answers that make this one void when they change.
    #[serde(default)]
    pub depends: Vec<String>,
    /// Fewest signs, items or smallest value.
    #[serde(default)]
    pub min: Option<u32>,
    /// Most signs, items or largest value.
    #[serde(default)]
    pub max: Option<u32>,
    /// Which dates are possible (`as: date`).
    #[serde(default)]
    pub dates: Option<Dates>,
    /// Where a look-up looks (`look`, `as: pick`) or what is done (`do`).
    #[serde(default)]
    pub from: Option<String>,
    /// Answers that go with a look-up or an act.
    #[serde(default)]
    pub with: Vec<String>,
    /// Steps of the group that are wanted, in the group's order; all when empty (`use`).
    #[serde(default)]
    pub only: Vec<String>,
    /// Steps of the group that are offered at the review instead (`use`).
    #[serde(default)]
    pub later_only: Vec<String>,
    /// Services offered instead (`stop`).
    #[serde(default)]
    pub offer: Vec<String>,
    /// A person may go on in spite of it (`stop`).
    #[serde(default)]
    pub pass: bool,
    /// The answer decides which check applies (`as: right-number`: the step that asks for the kind of right).
    #[serde(default)]
    pub by: Option<String>,
    /// What the items of a list are (`as: list`).
    #[serde(default)]
    pub of: Option<Item>,
    /// Told as a message of its own that stays in the chat (`say`).
    #[serde(default)]
    pub keep: bool,
    /// With `do`: the person sees their answers first, may change them, and sends them.
    #[serde(default)]
    pub review: bool,
    /// The look-up whose picture goes with the words (`say`).
    #[serde(default)]
    pub chart: Option<String>,
    /// Length counted from a day: `3 months`, `7 working days`, `15 days` (`look`, `from: date-after`).
    #[schemars(with = "Option<String>")]
    #[serde(default)]
    pub add: Option<Spanned<String>>,
    /// What is subscribed to (`do`, `from: subscribe`).
    #[serde(default)]
    pub about: Option<Subject>,
}

/// A choice: a name, or a name with the condition under which it is offered.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum OptionFile {
    /// `anonymous`
    Name(String),
    /// `{name: withdraw, when: ticket.can-withdraw = yes}`
    When {
        /// Name of the choice.
        name: String,
        /// Condition under which it is offered.
        when: String,
    },
}

/// Kinds of answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum KindName {
    /// One of the options.
    Choice,
    /// Some of the options.
    Several,
    /// Yes or no.
    YesNo,
    /// Words.
    Text,
    /// A whole number.
    Number,
    /// An amount in yuan.
    Money,
    /// A day.
    Date,
    /// A phone number.
    Phone,
    /// An e-mail address.
    Email,
    /// A phone number or an e-mail address.
    Contact,
    /// One or several links.
    Links,
    /// A district, a zone or a place outside.
    Place,
    /// A patent or application number.
    Patent,
    /// A trademark number.
    Trademark,
    /// A number checked by the kind of right that `by` asked for.
    RightNumber,
    /// A unified social credit code.
    CreditCode,
    /// Files.
    Files,
    /// A receipt number.
    Receipt,
    /// An access code.
    Code,
    /// One of the things that a look-up found.
    Pick,
    /// A country or region.
    Country,
    /// Several items in one message.
    List,
    /// A year.
    Year,
}

/// What the items of a list are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Item {
    /// Words.
    Text,
    /// Whole numbers.
    Number,
    /// Symbols of the International Patent Classification.
    Ipc,
    /// Numbers of patents, publications or trademarks.
    RightNumber,
    /// Patent or application numbers.
    Patent,
}

impl Item {
    /// Name in dialog files and in text ids (`kind-list-<name>`).
    pub fn name(self) -> &'static str {
        match self {
            Item::Text => "text",
            Item::Number => "number",
            Item::Ipc => "ipc",
            Item::RightNumber => "right-number",
            Item::Patent => "patent",
        }
    }
}

/// What can be subscribed to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Subject {
    /// New patents of a field, as a digest.
    Warnings,
    /// White papers, typical cases, news, policies.
    Publications,
    /// Notices of the office.
    Notices,
    /// Policies.
    Policies,
}

impl Subject {
    /// Every subject.
    pub const ALL: [Subject; 4] = [Subject::Warnings, Subject::Publications, Subject::Notices, Subject::Policies];

    /// Name in dialog files and in text ids.
    pub fn name(self) -> &'static str {
        match self {
            Subject::Warnings => "warnings",
            Subject::Publications => "publications",
            Subject::Notices => "notices",
            Subject::Policies => "policies",
        }
    }
}

/// How far an answer tells who somebody is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Personal {
    /// Name, phone, address: asked after the notice (Personal Information Protection Law art. 13, 17).
    Contact,
    /// Sensitive data: asked after a consent of its own (art. 28, 29).
    Sensitive,
}

/// Which days are possible.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Dates {
    /// Today or before.
    Past,
    /// Today or later.
    Future,
    /// Any day.
    Any,
}

/// Where in which file something stands; both from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Spot {
    /// Line.
    pub line: u32,
    /// Column.
    pub column: u32,
}

impl Spot {
    /// The place of a spanned value.
    pub fn of<T>(value: &Spanned<T>) -> Self {
        Self { line: value.referenced.line() as u32, column: value.referenced.column() as u32 }
    }
}

/// A dialog, ready to run.
#[derive(Clone, Debug)]
pub struct Flow {
    /// Name of the service.
    pub service: ServiceId,
    /// Where it stands in the menu.
    pub menu: Menu,
    /// Its place there, small ones first.
    pub order: u8,
    /// What becomes of the answers.
    pub submit: Option<Submit>,
    /// Steps with groups put in.
    pub steps: Vec<Step>,
}

impl Flow {
    /// The step of that name.
    pub fn step(&self, id: &StepId) -> Option<&Step> {
        self.steps.iter().find(|step| step.id == *id)
    }

    /// The steps that ask, in order.
    pub fn asks(&self) -> impl Iterator<Item = (&Step, &Ask)> {
        self.steps.iter().filter_map(|step| match &step.what {
            What::Ask(ask) => Some((step, &**ask)),
            _ => None,
        })
    }
}

/// A step, ready to run.
#[derive(Clone, Debug)]
pub struct Step {
    /// Name, unique in the flow.
    pub id: StepId,
    /// Id of its text: `<service>-<step>` or `<group>-<step>`.
    pub text: String,
    /// When it counts.
    pub when: Condition,
    /// What it does.
    pub what: What,
    /// File it stands in (`place` for a shared group), for complaints.
    pub file: String,
    /// Place in that file.
    pub spot: Spot,
}

/// What a step does.
#[derive(Clone, Debug)]
pub enum What {
    /// Asks and waits.
    Ask(Box<Ask>),
    /// Tells and goes on.
    Say {
        /// As a message of its own that stays in the chat.
        keep: bool,
        /// With the picture of this look-up.
        chart: Option<StepId>,
    },
    /// Wrong door: offers others, or going on.
    Stop { offer: Vec<ServiceId>, pass: bool },
    /// Looks up and goes on; what is found becomes facts named after the step.
    Look { from: String, with: Vec<StepId>, add: Option<Span> },
    /// Acts and goes on.
    Do {
        /// What is done.
        act: String,
        /// Answers that go with it.
        with: Vec<StepId>,
        /// What it is about, of acts that need to know.
        about: Option<Subject>,
        /// The person sees their answers first, may change them, and sends them.
        review: bool,
    },
    /// Forgets from a step on and goes back to it.
    Again { to: StepId },
}

/// A question.
#[derive(Clone, Debug)]
pub struct Ask {
    /// Kind of answer.
    pub kind: Kind,
    /// May be skipped.
    pub optional: bool,
    /// "I don't know" is an answer.
    pub unknown: bool,
    /// People ask here: a question is the answer.
    pub questions: bool,
    /// Offered at the review instead of being asked.
    pub later: bool,
    /// Only steers the dialog: the desk is not told.
    pub steers: bool,
    /// How far the answer tells who somebody is.
    pub personal: Option<Personal>,
    /// Answers that make this one void when they change.
    pub depends: Vec<StepId>,
}

/// Kinds of answers with what belongs to each.
#[derive(Clone, Debug)]
pub enum Kind {
    /// One of the options.
    Choice(Vec<Opt>),
    /// Some of the options, at least one.
    Several(Vec<Opt>),
    /// Yes or no.
    YesNo,
    /// So many signs.
    Text { min: u32, max: u32 },
    /// A whole number within bounds.
    Number { min: u32, max: u32 },
    /// An amount.
    Money,
    /// A day.
    Date(Dates),
    /// A phone number.
    Phone,
    /// An e-mail address.
    Email,
    /// A phone number or an e-mail address.
    Contact,
    /// So many links.
    Links { max: u32 },
    /// A place.
    Place,
    /// A patent or application number.
    Patent,
    /// A trademark number.
    Trademark,
    /// A number checked by the kind of right.
    RightNumber { by: StepId },
    /// A credit code.
    CreditCode,
    /// So many files.
    Files { min: u32, max: u32 },
    /// A receipt.
    Receipt,
    /// An access code.
    Code,
    /// One of the things found, or one of the fixed options.
    Pick { from: String, with: Vec<StepId>, options: Vec<Opt> },
    /// A country or region.
    Country,
    /// So many items.
    List { of: Item, min: u32, max: u32 },
    /// A year; up to this one when there is no largest.
    Year { min: u32, max: Option<u32> },
}

impl Kind {
    /// Name in dialog files and in text ids (`kind-<name>`).
    pub fn name(&self) -> &'static str {
        match self {
            Kind::Choice(_) => "choice",
            Kind::Several(_) => "several",
            Kind::YesNo => "yes-no",
            Kind::Text { .. } => "text",
            Kind::Number { .. } => "number",
            Kind::Money => "money",
            Kind::Date(_) => "date",
            Kind::Phone => "phone",
            Kind::Email => "email",
            Kind::Contact => "contact",
            Kind::Links { .. } => "links",
            Kind::Place => "place",
            Kind::Patent => "patent",
            Kind::Trademark => "trademark",
            Kind::RightNumber { .. } => "right-number",
            Kind::CreditCode => "credit-code",
            Kind::Files { .. } => "files",
            Kind::Receipt => "receipt",
            Kind::Code => "code",
            Kind::Pick { .. } => "pick",
            Kind::Country => "country",
            Kind::List { .. } => "list",
            Kind::Year { .. } => "year",
        }
    }
}

/// A choice.
#[derive(Clone, Debug)]
pub struct Opt {
    /// Name; its label is attribute `.opt-<name>` of the step's text.
    pub name: String,
    /// When it is offered.
    pub when: Condition,
}

/// What becomes of the answers, ready to run.
#[derive(Clone, Debug)]
pub struct Submit {
    /// When the answers become a ticket.
    pub when: Condition,
    /// Rules of the route in order.
    pub queue: Vec<Queueing>,
    /// When the ticket is urgent; never when missing.
    pub urgent: Option<Condition>,
    /// When the ticket is anonymous; never when missing.
    pub anonymous: Option<Condition>,
    /// The person declares that the content is true.
    pub declares: bool,
    /// Answer that names the ticket.
    pub title: Option<StepId>,
    /// Time limits.
    pub deadlines: Vec<Deadline>,
    /// Where a ticket begins.
    pub first: StateId,
    /// What may follow what.
    pub states: BTreeMap<StateId, StateNext>,
    /// Papers that a clerk may ask for.
    pub papers: Vec<String>,
    /// Those of them that are never sent over a platform abroad.
    pub window_papers: Vec<String>,
    /// Prepared replies.
    pub replies: Vec<String>,
}

/// What may follow a state.
#[derive(Clone, Debug, Default)]
pub struct StateNext {
    /// States that a clerk may set next.
    pub next: Vec<StateId>,
    /// The ticket can be closed in this state.
    pub outcome: bool,
}

/// One rule of the route, ready to run.
#[derive(Clone, Debug)]
pub struct Queueing {
    /// When it counts.
    pub when: Condition,
    /// Where it leads.
    pub to: Destination,
}

/// Where a rule of the route leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Destination {
    /// A queue.
    Queue(QueueId),
    /// The queue of the district that a step asked for, when the office serves it.
    District(StepId),
}

/// A time limit, ready to run.
#[derive(Clone, Debug)]
pub struct Deadline {
    /// Name.
    pub name: String,
    /// State from which it counts.
    pub from: StateId,
    /// States that end it.
    pub until: Vec<StateId>,
    /// How long.
    pub within: Span,
    /// Law and article.
    pub source: String,
}

impl Deadline {
    /// Whether a law sets it. How a language cites that law is the text `<service>-deadline-<name>.law`; without one it is a
    /// promise of the office.
    pub fn is_law(&self) -> bool {
        self.source != "promise"
    }
}

/// A length of time as the law counts it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Span {
    /// Working days of the State Council's calendar.
    WorkingDays(u32),
    /// Days.
    Days(u32),
    /// Months: the same day number, else the last day.
    Months(u32),
}

impl std::fmt::Display for Span {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (n, unit) = match self {
            Span::WorkingDays(n) => (n, "working day"),
            Span::Days(n) => (n, "day"),
            Span::Months(n) => (n, "month"),
        };
        write!(f, "{n} {unit}{}", if *n == 1 { "" } else { "s" })
    }
}

impl Span {
    /// Reads `10 working days`, `15 days`, `1 month`, `10 years`.
    pub fn read(text: &str) -> Option<Self> {
        let mut words = text.split_whitespace();
        let n: u32 = words.next()?.parse().ok().filter(|n| (1..=1000).contains(n))?;
        match (words.next()?, words.next(), words.next()) {
            ("working", Some("day" | "days"), None) => Some(Span::WorkingDays(n)),
            ("day" | "days", None, None) => Some(Span::Days(n)),
            ("month" | "months", None, None) => Some(Span::Months(n)),
            ("year" | "years", None, None) => Some(Span::Months(n.checked_mul(12)?)),
            _ => None,
        }
    }
}
