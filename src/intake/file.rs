//! A whole form at once, filed by a program for somebody: the same dialog as a person at the counter meets, answered from
//! what the program brought, in one commit.
//!
//! What must hold: nothing is kept of a form that is not complete; nothing leads from the ticket to whoever filed it: the
//! person follows it with receipt and access code.

use super::{Failed, Fold, Intake, SUBMITTED, Stored};
use crate::country::Countries;
use crate::dialog::flow::{Ask, Flow, Kind, What};
use crate::dialog::state::{Press, State};
use crate::dialog::{Event, Standing, Submitted, standing, token};
use crate::id::{ServiceId, StepId};
use crate::locale::{Language, Text};
use crate::message::{Route, plain};
use crate::store::{Commit, CommitError, Conversation, Write};
use std::collections::{BTreeMap, BTreeSet};

/// Letter of the channel of programs that file for people.
pub const CHANNEL: char = 'a';
/// Most turns of a dialog.
const TURNS: usize = 400;
/// Times that it is decided again because a record changed meanwhile.
const AGAIN: usize = 8;

/// A form that a program brings.
#[derive(Clone, Debug, Default)]
pub struct Filing {
    /// Service.
    pub service: String,
    /// Language of the person; the office's first one when missing.
    pub language: Option<String>,
    /// Answers by question; several values where several choices are possible.
    pub answers: BTreeMap<StepId, Vec<String>>,
    /// The person was shown the personal-data notice and agrees.
    pub consents: bool,
    /// Stops that the person goes on in spite of.
    pub passes: BTreeSet<StepId>,
    /// Name of the program, for the audit log.
    pub program: String,
}

/// A form that became a ticket, and an access code that is shown once.
#[derive(Clone, Debug, PartialEq)]
pub struct Filed(pub Box<Submitted>);

/// Why a form did not become a ticket. Nothing of it was kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotFiled {
    /// No such service, or one that is not filed like this.
    NoService,
    /// Questions that must be answered and were not.
    Missing(Vec<StepId>),
    /// The consent to the personal-data notice is missing.
    NoConsent,
    /// An answer was not taken; what the counter says about it.
    NotTaken(StepId, String),
    /// The dialog leads elsewhere; what it says about it, and whether one may go on in spite of it.
    Stopped(StepId, String, bool),
    /// It could not be sent; what the counter says about it.
    Refused(String),
    /// The store cannot keep it.
    Trouble(String),
}

impl From<Failed> for NotFiled {
    fn from(failed: Failed) -> Self {
        match failed {
            Failed::Store(why) => Self::Trouble(why),
            Failed::Seen | Failed::Panicked => Self::Trouble("the dialog broke".to_owned()),
        }
    }
}

/// Whether a program can file a service: every way through its dialog ends in a ticket, it does nothing else on the way, and
/// none of the questions that everybody must answer wants a file, a receipt, a thing from a list, or sensitive data.
pub fn can_be_filed(flow: &Flow) -> bool {
    use crate::dialog::condition::Condition;
    let ends = flow.submit.as_ref().is_some_and(|submit| submit.when == Condition::Always);
    let acts = flow.steps.iter().any(|step| matches!(step.what, What::Do { .. } | What::Again { .. }));
    let unsayable = flow.asks().any(|(step, ask)| is_required(ask) && step.when == Condition::Always && !can_be_said(ask));
    ends && !acts && !unsayable
}

/// Whether an answer to this question can be said in a line of text.
pub fn can_be_said(ask: &Ask) -> bool {
    let sensitive = matches!(ask.personal, Some(crate::dialog::flow::Personal::Sensitive));
    !sensitive && !matches!(ask.kind, Kind::Files { .. } | Kind::Receipt | Kind::Code | Kind::Pick { .. })
}

/// Whether a question must be answered by whoever meets it.
pub fn is_required(ask: &Ask) -> bool {
    !ask.optional && !ask.unknown && !ask.later
}

impl Intake {
    /// Files a form; `also` gives what is written with the ticket.
    ///
    /// # Errors
    /// Why not; nothing was kept.
    pub async fn file(&self, filing: &Filing, also: &(dyn Fn(&Submitted) -> Vec<Write> + Send + Sync)) -> Result<Filed, NotFiled> {
        let office = &self.office;
        for _ in 0..AGAIN {
            let mut fold = begin(office, filing);
            let submitted = fold.file(filing).await?;
            let (mut commit, deliveries) = fold.filed(&filing.program);
            commit.writes.extend(also(&submitted));
            match office.store.commit(commit).await {
                Ok(()) => {
                    office.outbox.post(deliveries);
                    metrics::counter!("tickets_submitted_total", "service" => filing.service.clone()).increment(1);
                    return Ok(Filed(submitted));
                }
                Err(CommitError::Stale(_)) => {}
                Err(error) => return Err(NotFiled::Trouble(error.to_string())),
            }
        }
        Err(NotFiled::Trouble("records kept changing".to_owned()))
    }
}

/// A person who was never here before and is never known again.
fn begin<'a>(office: &'a crate::office::Office, filing: &Filing) -> Fold<'a> {
    let script = office.script.load();
    let language = filing.language.as_deref();
    let language = language.map_or_else(Language::chinese, |language| script.texts.negotiate(Some(language)));
    let chat = i64::try_from(office.ids.next(office.now())).unwrap_or(i64::MAX);
    let route = Route { channel: CHANNEL, chat };
    let person = office.person(&route);
    let now = Conversation {
        route,
        state: State { chosen: true, ..State::new(language) },
        touched: office.now(),
        pace: (0, 0),
        opened: (0, 0),
        tries: crate::ticket::Tries::default(),
        revision: 0,
    };
    Fold::over(office, script, person, (Stored::Nothing, now))
}

impl Fold<'_> {
    /// Goes through the dialog with the answers that were brought.
    async fn file(&mut self, filing: &Filing) -> Result<Box<Submitted>, NotFiled> {
        let service = ServiceId::from(filing.service.as_str());
        let Some(flow) =
            self.script.flows.get(&service).filter(|flow| can_be_filed(flow) && !self.rules.closed.contains_key(&service)).cloned()
        else {
            return Err(NotFiled::NoService);
        };
        let mut left = filing.answers.clone();
        let mut asked: Option<StepId> = None;
        self.run(Event::Command { name: "start".to_owned(), rest: filing.service.clone() }, None).await?;
        for _ in 0..TURNS {
            if let Some(submitted) = self.submitted.take() {
                return Ok(submitted);
            }
            let stand = standing(&self.world(&[]), &self.now.state);
            match stand {
                Standing::Question(step) => {
                    // The same question again: what was said to it was not taken.
                    if asked.as_ref() == Some(&step) {
                        if self.press(&Press::Keep).await? {
                            continue;
                        }
                        return Err(NotFiled::NotTaken(step, self.said()));
                    }
                    let ask = flow.asks().find(|(other, _)| other.id == step).map(|(_, ask)| ask);
                    let Some(ask) = ask else { return Err(NotFiled::NoService) };
                    asked = Some(step.clone());
                    match left.remove(&step).filter(|values| values.iter().any(|value| !value.trim().is_empty())) {
                        Some(values) => self.reply(ask, &values).await?,
                        None if ask.optional && self.press(&Press::Skip).await? => {}
                        None if ask.unknown && self.press(&Press::Unknown).await? => {}
                        None => return Err(NotFiled::Missing(missing(&flow, filing, step))),
                    }
                }
                Standing::Consent if filing.consents => {
                    if !self.press(&Press::Agree).await? {
                        return Err(NotFiled::NoConsent);
                    }
                }
                Standing::Consent => return Err(NotFiled::NoConsent),
                Standing::Stop(step) => {
                    let passes = filing.passes.contains(&step);
                    let may = token(&self.now.state, &Press::Pass).is_some();
                    if !(passes && self.press(&Press::Pass).await?) {
                        return Err(NotFiled::Stopped(step, self.said(), may));
                    }
                }
                Standing::Review => {
                    let later = left.keys().find(|step| self.is_offered(&flow, step)).cloned();
                    match later {
                        Some(step) => {
                            asked = None;
                            self.press(&Press::More).await?;
                            if !self.press(&Press::MoreStep(step.clone())).await? {
                                left.remove(&step);
                                self.press(&Press::GoOn).await?;
                            }
                        }
                        None => {
                            self.press(&Press::Submit).await?;
                            if self.submitted.is_none() {
                                return Err(NotFiled::Refused(self.said()));
                            }
                        }
                    }
                }
                // What was typed may mean something else besides: it is the answer.
                Standing::Besides => {
                    if !self.press(&Press::Take).await? && !self.press(&Press::GoOn).await? {
                        return Err(NotFiled::Refused(self.said()));
                    }
                }
                Standing::Home => return Err(NotFiled::Refused(self.said())),
            }
        }
        Err(NotFiled::Trouble("the dialog did not come to an end".to_owned()))
    }

    /// A question that is offered at the review and counts there.
    fn is_offered(&self, flow: &Flow, step: &StepId) -> bool {
        let answered = self.now.state.frames.last().is_some_and(|frame| frame.answer(step).is_some());
        !answered && flow.asks().any(|(other, ask)| other.id == *step && ask.later)
    }

    /// Presses the button of this meaning; whether there is one.
    async fn press(&mut self, press: &Press) -> Result<bool, NotFiled> {
        let Some(token) = token(&self.now.state, press) else { return Ok(false) };
        self.run(Event::Press { token }, None).await?;
        Ok(true)
    }

    async fn reply(&mut self, ask: &Ask, values: &[String]) -> Result<(), NotFiled> {
        let first = values.first().map(|value| value.trim()).unwrap_or_default();
        match &ask.kind {
            Kind::Choice(_) if self.press(&Press::Option(first.to_owned())).await? => return Ok(()),
            Kind::Several(_) => {
                let mut ticked = false;
                for value in values {
                    ticked |= self.press(&Press::Tick(value.trim().to_owned())).await?;
                }
                if ticked && self.press(&Press::Enough).await? {
                    return Ok(());
                }
            }
            Kind::YesNo => {
                let yes = matches!(first.to_ascii_lowercase().as_str(), "yes" | "true" | "1");
                let no = matches!(first.to_ascii_lowercase().as_str(), "no" | "false" | "0");
                if (yes || no) && self.press(&Press::Yes(yes)).await? {
                    return Ok(());
                }
            }
            _ => {}
        }
        let text = match &ask.kind {
            Kind::Country => Countries::shipped().by_code(first).map_or_else(|| first.to_owned(), |country| country.zh.clone()),
            Kind::Place => self.places.by_code(first).map_or_else(|| first.to_owned(), |place| place.zh.clone()),
            // A moment of ISO 8601: its day.
            Kind::Date(_) => first.split_once('T').map_or(first, |(day, _)| day).to_owned(),
            Kind::List { .. } | Kind::Links { .. } => values.join("\n"),
            _ => first.to_owned(),
        };
        self.run(Event::Text { text, message: None }, None).await?;
        Ok(())
    }

    /// What the counter said last.
    fn said(&self) -> String {
        let screen = self.screen.as_ref().map(|screen| plain(&screen.text)).unwrap_or_default();
        screen.split("\n\n").next().unwrap_or_default().trim().to_owned()
    }

    /// The ticket and who must know of it; nothing of the conversation.
    fn filed(mut self, program: &str) -> (Commit, Vec<crate::store::Delivery>) {
        let deliveries = std::mem::take(&mut self.deliveries);
        let mut writes = std::mem::take(&mut self.writes);
        writes.retain(|write| !matches!(write, Write::Link(..)));
        writes.extend(std::mem::take(&mut self.tickets).into_values().map(|ticket| Write::Ticket(Box::new(ticket))));
        writes.extend(deliveries.iter().cloned().map(|delivery| Write::Delivery(Box::new(delivery))));
        let mut audit = std::mem::take(&mut self.audit);
        for entry in audit.iter_mut().filter(|entry| entry.act == SUBMITTED) {
            entry.by = format!("program:{program}");
        }
        (Commit { seen: Vec::new(), writes, audit }, deliveries)
    }
}

/// The question that stopped the dialog, and every other one that everybody must answer and that was not.
fn missing(flow: &Flow, filing: &Filing, step: StepId) -> Vec<StepId> {
    use crate::dialog::condition::Condition;
    let always = flow.asks().filter(|(other, ask)| is_required(ask) && other.when == Condition::Always && other.id != step);
    let unsaid = always.map(|(step, _)| step.id.clone()).filter(|step| !filing.answers.contains_key(step));
    std::iter::once(step.clone()).chain(unsaid).collect()
}

/// The words of the personal-data notice, to be shown before anything personal is asked.
pub fn notice(office: &crate::office::Office, language: &Language) -> String {
    let script = office.script.load();
    let rules = office.rules();
    let notice = Text::new("notice")
        .with("office", rules.office.name.clone())
        .with("officer", rules.office.data_officer.clone())
        .with("days", rules.draft_days)
        .with("otherwise", Text::new("notice-otherwise"));
    [notice, Text::new("notice-here")].map(|text| plain(&script.texts.say(language, &text))).join(" ")
}
