//! The step: run to the next question and stop.
//!
//! An event changes the state (`handle`), then the machine runs forward (`settle`) through steps that tell, look and act
//! until it must wait for the person, for a look-up, or for nothing; then the screen of that place is built. Where a person
//! stands is computed from their answers each time, so nobody is ever led to a place that no longer exists.

use super::answer::Answer;
use super::condition::Known;
use super::event::{Deed, Effect, Event, Form, Look, Submitted, Turn, Want, Way, World, flow_of};
use super::flow::{Ask, Destination, Flow, Kind, Menu, Opt, Personal, Step, What};
use super::read::{self, Read};
use super::state::{Agreed, Aside, Changing, Correcting, Entry, Frame, Meant, Open, Picture, Press, Sent, Show, State};
use crate::clock::Moment;
use crate::country::Countries;
use crate::format;
use crate::id::{EvidenceId, Receipt, ReceiptRefusal, ServiceId, StepId, SubscriptionId};
use crate::locale::{Language, Text, Value, Word};
use crate::message::{Request, plain};
use crate::place::PlaceKind;
use crate::ticket::Given;
use chrono::{Duration, NaiveDate};

/// The list in which a receipt that is not in it may be named.
const OWN_TICKETS: &str = "own-tickets";
/// The look-up and the name under which the person's subscriptions are found for the screen of what is kept.
const OWN_SUBSCRIPTIONS: (&str, &str) = ("own-subscriptions", "mydata");
/// The name under which a subscription is ended outside of a dialog.
const ENDING: &str = "ending";
/// Where a person finds their bookings: a service, the question it begins with, and the answer that leads there.
const OWN_BOOKINGS: [&str; 3] = ["training-signup", "want", "my-bookings"];
/// Most flows on top of one another.
const DEPTH: usize = 4;
/// Most steps that tell, look and act between two waits: a loop without a wait ends here.
const RUN: usize = 64;
/// Most forms in the middle: what is kept of a person must stay within what a store takes in one record.
const FORMS: usize = 10;
/// Messages of a form that are known again when they are edited.
const HEARD: usize = 30;
/// Messages of a ticket that are known again, and tickets.
const SENT: usize = 60;
const SENT_TICKETS: usize = 5;

/// Takes a state and an event, returns what becomes of them.
pub fn step(world: &World<'_>, state: State, event: Event) -> Turn {
    let mut run = Run::new(world, state);
    run.handle(event);
    run.finish()
}

/// The screen where a person stands, anew: after a restart, on another device.
pub fn again(world: &World<'_>, state: State) -> Turn {
    let mut run = Run::new(world, state);
    run.quiet = false;
    run.finish()
}

/// What a person is asked for, and the review as a list when they stand there.
pub fn wanted(world: &World<'_>, state: State) -> (Wanted, Option<Review>) {
    let mut run = Run::new(world, state);
    match run.stand() {
        Stand::Ask(_, ask) if matches!(ask.kind, Kind::Files { .. }) => (Wanted::Files, None),
        Stand::Ask(..) => (Wanted::Words, None),
        Stand::Review(flow) => (Wanted::Send, Some(review(&mut run, flow))),
        Stand::Home | Stand::Aside(_) | Stand::Stop(_) | Stand::Want(_) => (Wanted::Choice, None),
    }
}

/// A review as a list: what each line is called, what was answered, and what comes back when it is to be changed.
#[derive(Clone, Debug, PartialEq)]
pub struct Review {
    /// Service.
    pub service: ServiceId,
    /// Lines in the order asked.
    pub lines: Vec<(Text, Value, Option<String>)>,
    /// The person confirms with sending that all of it is true.
    pub declares: bool,
    /// Tokens of the buttons that send it, and that lead to what can be changed.
    pub submit: Option<String>,
    /// The latter.
    pub change: Option<String>,
}

fn review(run: &mut Run<'_>, flow: &Flow) -> Review {
    let lines = run.review_lines(flow).into_iter();
    let token = |press: &Press| super::token(&run.state, press);
    Review {
        service: flow.service.clone(),
        lines: lines.map(|(label, answer, step)| (label, answer, token(&Press::ChangeStep(step)))).collect(),
        declares: flow.submit.as_ref().is_some_and(|submit| submit.declares),
        submit: token(&Press::Submit),
        change: token(&Press::Change),
    }
}

/// What a person is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// An answer in words, or one of the choices shown.
    Words,
    /// Files.
    Files,
    /// That they send what they have checked.
    Send,
    /// No answer of a form: a choice, or words of their own.
    Choice,
}

/// When the drafts of a person must be looked at next; `None` when there are none.
pub fn next_look(rules: &super::event::Rules, state: &State) -> Option<Moment> {
    state
        .forms()
        .map(|form| {
            let expiry = form.touched + Duration::days(rules.draft_days);
            if form.reminded { expiry } else { expiry - Duration::days(rules.remind_days) }
        })
        .min()
}

/// Where the machine came to rest.
pub(super) enum Stand<'w> {
    /// At the menu.
    Home,
    /// Something besides the step.
    Aside(Aside),
    /// At a question.
    Ask(&'w Step, &'w Ask),
    /// At a stop.
    Stop(&'w Step),
    /// At the review of a form.
    Review(&'w Flow),
    /// Waiting for a result in the same turn.
    Want(Want),
}

pub(super) struct Run<'w> {
    pub(super) world: &'w World<'w>,
    pub(super) state: State,
    /// Told above the next question.
    pub(super) notices: Vec<Text>,
    lasting: Vec<Show>,
    effects: Vec<Effect>,
    pub(super) toast: Option<Text>,
    /// Nothing is to be shown.
    quiet: bool,
    /// The form is to be sent.
    submit: bool,
    /// What was typed could not be taken: the question comes again, why it is asked is known by now.
    pub(super) refused: bool,
    /// Number of the message that is being handled.
    message: Option<i64>,
    /// The question whose answer came over a link: it did not pass over the channel.
    linked: Option<StepId>,
}

/// Answers and facts of a frame, for conditions.
pub(super) struct Sight<'a> {
    pub(super) frame: &'a Frame,
    pub(super) today: NaiveDate,
    pub(super) channel: &'a str,
}

impl Known for Sight<'_> {
    fn answer(&self, step: &StepId) -> Option<&Answer> {
        self.frame.answer(step)
    }

    fn fact(&self, name: &str) -> Option<&str> {
        if name == "person.channel" {
            return Some(self.channel);
        }
        match self.frame.facts.get(name)? {
            Value::Words(words) => Some(words),
            _ => None,
        }
    }

    fn today(&self) -> NaiveDate {
        self.today
    }
}

impl<'w> Run<'w> {
    pub(super) fn new(world: &'w World<'w>, state: State) -> Self {
        Self {
            world,
            state,
            notices: Vec::new(),
            lasting: Vec::new(),
            effects: Vec::new(),
            toast: None,
            quiet: false,
            submit: false,
            refused: false,
            message: None,
            linked: None,
        }
    }

    // --- Events -----------------------------------------------------------------------------------------------------

    fn handle(&mut self, event: Event) {
        // Time that passes brings nobody back.
        if event != Event::Tick {
            self.state.gone = matches!(event, Event::Left { gone: true });
        }
        if let (Event::Text { .. } | Event::Press { .. } | Event::File { .. }, Some(frame)) = (&event, self.state.frames.last_mut()) {
            frame.touched = self.world.now;
            frame.reminded = false;
        }
        match event {
            Event::Text { text, message } => {
                self.message = message;
                self.typed(&text);
            }
            Event::Command { name, rest } => self.command(&name, rest.trim()),
            Event::Press { token } => self.pressed(&token),
            Event::File { id, file, words, message } => {
                self.message = message.filter(|_| words.is_some());
                self.file(id, file.bytes, words);
            }
            Event::ByLink { request, files, words } => self.answered_by_link(request, files, words),
            Event::Contact { own, phone } => self.contact(own, &phone),
            Event::Location { latitude, longitude } => self.location((latitude, longitude)),
            Event::Edited { text, message } => self.edited(text, message),
            Event::Other(oddity) => self.notice(format!("odd-{}", oddity.name())),
            Event::Left { .. } => self.quiet = true,
            Event::Found { found, facts, grant } => self.found(found, facts, grant),
            Event::Did { facts } => self.did(facts),
            Event::Submitted(submitted) => self.submitted(&submitted),
            Event::NotSubmitted(why) => self.notices.push(why),
            Event::Tick => self.tick(),
        }
    }

    pub(super) fn notice(&mut self, id: impl Into<String>) {
        self.notices.push(Text::new(id));
    }

    /// The message that is being handled is one of the form.
    fn hear(&mut self) {
        if let (Some(message), Some(frame)) = (self.message, self.state.frames.last_mut()) {
            frame.heard.push(message);
            let surplus = frame.heard.len().saturating_sub(HEARD);
            frame.heard.drain(..surplus);
        }
    }

    fn typed(&mut self, text: &str) {
        self.hear();
        let stand = self.stand();
        // A screen that only informs steps aside for an answer to the question behind it.
        if let Stand::Aside(Aside::Help | Aside::Privacy | Aside::MyData) = stand {
            if let Some(press) = self.label_typed(&stand, text) {
                return self.press(press);
            }
            if self.world.words.word(text) == Some(Word::Back) {
                return self.press(Press::Back);
            }
            self.state.aside = None;
            return self.typed_at(text, None);
        }
        self.typed_at(text, Some(stand));
    }

    fn typed_at(&mut self, text: &str, stand: Option<Stand<'w>>) {
        let stand = stand.unwrap_or_else(|| self.stand());
        if let Some(press) = self.label_typed(&stand, text) {
            return self.press(press);
        }
        if let Some(word) = self.world.words.word(text)
            && (matches!(word, Word::Back | Word::Cancel) || !self.is_option(&stand, text))
            && self.word(&stand, word)
        {
            return;
        }
        match stand {
            // Whoever has a question about it is answered; the answer itself is not taken here.
            Stand::Ask(step, ask) if self.is_kept_off(step, ask) => {
                if !is_prose(text) || !self.refused_besides(text) {
                    self.notice("by-link-only");
                }
            }
            Stand::Ask(step, ask) => self.answer_typed(step, ask, text),
            Stand::Home => match Receipt::read(text) {
                Ok(receipt) => self.press(Press::Ticket(receipt)),
                Err(ReceiptRefusal::Check) => self.notice("refused-receipt-check"),
                Err(ReceiptRefusal::Form) => self.puzzled(text),
            },
            // Other words instead of a press: at the menu they are read anew, in a form they are the answer.
            Stand::Aside(Aside::Besides(_) | Aside::Answer(_)) if !self.state.frames.is_empty() => {
                self.state.aside = None;
                self.typed_at(text, None);
            }
            Stand::Aside(Aside::Offer(_) | Aside::Answer(_) | Aside::Menu(_)) => {
                self.state.aside = None;
                self.puzzled(text);
            }
            Stand::Review(_) | Stand::Stop(_) | Stand::Aside(Aside::Notice | Aside::Sensitive) if self.refused_besides(text) => {}
            Stand::Review(_) | Stand::Stop(_) | Stand::Aside(_) => self.notice("please-choose"),
            Stand::Want(_) => {}
        }
    }

    /// What a number or a label means where buttons are shown, whatever the channel.
    fn label_typed(&self, stand: &Stand<'w>, text: &str) -> Option<Press> {
        let show = self.screen(stand);
        let mut offers = show.buttons.into_iter().flatten();
        let counts = !matches!(stand, Stand::Ask(_, ask) if !has_options(&ask.kind));
        if counts && let Some(n) = small_number(text) {
            return offers.filter(|(_, press)| is_numbered(press)).nth(n.checked_sub(1)?).map(|(_, press)| press);
        }
        let typed = format::fold(text);
        if let (Stand::Aside(Aside::Change(_)), Some(flow), Some(frame)) = (stand, self.top_flow(), self.state.frames.last()) {
            // "Name" is enough where the button says "Name: Li Ming", on whatever page it stands; of two alike neither.
            let mut named = self.given(flow, frame).filter(|(step, ..)| self.world.words.is_said(&self.label(step), &typed));
            if let (Some((step, ..)), None) = (named.next(), named.next()) {
                return Some(Press::ChangeStep(step.id.clone()));
            }
        }
        offers.find(|(label, _)| self.world.words.is_said(label, &typed)).map(|(_, press)| press)
    }

    /// "None" or "staff" may be an option of the question; then it is not a word that works anywhere.
    fn is_option(&self, stand: &Stand<'w>, text: &str) -> bool {
        let (Stand::Ask(step, ask), Some(frame)) = (stand, self.state.frames.last()) else { return false };
        let options = self.options_of(frame, ask);
        let names: Vec<String> = options.iter().map(|option| option.name.clone()).collect();
        has_options(&ask.kind) && self.world.words.is_option(&self.text_ids(step), &names, text)
    }

    /// Acts on a word that works anywhere; `false` when it means nothing here.
    fn word(&mut self, stand: &Stand<'w>, word: Word) -> bool {
        let ask = match stand {
            Stand::Ask(_, ask) => Some(*ask),
            _ => None,
        };
        match word {
            Word::Back => self.press(Press::Back),
            Word::Cancel => self.command("cancel", ""),
            Word::Help => self.command("help", ""),
            Word::Human => self.command("human", ""),
            Word::Menu => self.command("new", ""),
            Word::Language => self.command("language", ""),
            Word::Cases => self.command("status", ""),
            Word::Privacy => self.command("privacy", ""),
            // A greeting is no answer: the person sees where they are.
            Word::Hello => {}
            Word::Unknown if ask.is_some_and(|ask| ask.unknown) => self.press(Press::Unknown),
            Word::Done if self.collects(ask) => self.press(Press::Enough),
            // "No", "none", "I don't know" to a question that may be left open.
            Word::Skip | Word::Unknown | Word::Done | Word::No if ask.is_some_and(|ask| ask.optional && is_open(ask)) => {
                self.press(Press::Skip);
            }
            Word::No if ask.is_some_and(|ask| ask.unknown && is_open(ask)) => self.press(Press::Unknown),
            Word::Later if !matches!(stand, Stand::Home) => self.home(),
            Word::Send if matches!(stand, Stand::Review(_)) => self.press(Press::Submit),
            Word::Change if matches!(stand, Stand::Review(_)) => self.press(Press::Change),
            Word::Change if matches!(stand, Stand::Ask(..)) => self.change_before(),
            Word::Continue if matches!(stand, Stand::Aside(aside) if !matches!(aside, Aside::Resume(_))) => self.press(Press::GoOn),
            Word::Continue if ask.is_some_and(is_open) => {}
            Word::Continue => match self.state.drafts.last() {
                Some(draft) if matches!(stand, Stand::Home) => self.press(Press::Resume(draft.flow.clone())),
                _ => return self.word_on_draft(stand, word),
            },
            Word::Restart => return self.word_on_draft(stand, word),
            Word::Yes | Word::No => {
                let yes = word == Word::Yes;
                let press = match stand {
                    Stand::Aside(Aside::Cancel) => {
                        if yes {
                            Press::ReallyCancel
                        } else {
                            Press::GoOn
                        }
                    }
                    Stand::Aside(Aside::Notice | Aside::Sensitive) => {
                        if yes {
                            Press::Agree
                        } else {
                            Press::Disagree
                        }
                    }
                    Stand::Aside(Aside::Forget) => {
                        if yes {
                            Press::ReallyForget
                        } else {
                            Press::GoOn
                        }
                    }
                    Stand::Aside(Aside::Link(receipt)) => Press::Link(receipt.clone(), yes),
                    Stand::Aside(Aside::Offer(meant)) => match meant.as_slice() {
                        [Meant::Service(only)] if yes => Press::Service(only.clone()),
                        _ if yes => return false,
                        _ => Press::Other,
                    },
                    Stand::Aside(Aside::Besides(_) | Aside::Answer(_)) if !yes && !self.state.frames.is_empty() => Press::GoOn,
                    Stand::Aside(Aside::Answer(_)) if !yes => Press::Other,
                    _ => return self.word_on_draft(stand, word),
                };
                self.press(press);
            }
            Word::Skip | Word::Unknown | Word::Done | Word::Later | Word::Send | Word::Change => return false,
        }
        true
    }

    /// "Change" at a question: what was answered before it can be changed there too.
    fn change_before(&mut self) {
        let any = self.top_flow().zip(self.state.frames.last()).is_some_and(|(flow, frame)| self.given(flow, frame).next().is_some());
        if any { self.press(Press::Change) } else { self.notice("change-nothing") }
    }

    /// Go on with the draft or begin anew, where that is the question.
    fn word_on_draft(&mut self, stand: &Stand<'w>, word: Word) -> bool {
        let Stand::Aside(Aside::Resume(service)) = stand else { return false };
        match word {
            Word::Yes | Word::Continue => self.press(Press::Resume(service.clone())),
            Word::Restart => self.press(Press::Anew(service.clone())),
            _ => return false,
        }
        true
    }

    /// Files or ticks are there, or must be.
    fn collects(&self, ask: Option<&Ask>) -> bool {
        let is_empty = self.state.frames.last().is_none_or(|frame| frame.open.files.is_empty() && frame.open.ticked.is_empty());
        ask.is_some_and(|ask| matches!(ask.kind, Kind::Files { .. } | Kind::Several(_)) && !(is_empty && ask.optional))
    }

    fn command(&mut self, name: &str, rest: &str) {
        match name {
            "start" => match self.world.flows.get(&ServiceId::from(rest)) {
                Some(flow) => self.begin(&flow.service.clone()),
                None => self.home(),
            },
            "new" | "menu" => self.home(),
            "help" => self.aside(Aside::Help),
            "language" => match self.world.words.languages().find(|known| known.0.eq_ignore_ascii_case(rest)) {
                Some(language) => self.speak(language.clone()),
                None => self.aside(Aside::Language),
            },
            "privacy" => self.aside(Aside::Privacy),
            "mydata" => self.aside(Aside::MyData),
            "status" => self.begin(&self.world.rules.follow.clone()),
            "human" => self.begin(&self.world.rules.human.clone()),
            "unsubscribe" => match SubscriptionId::read(rest) {
                Some(id) => self.press(Press::Unsubscribe(id)),
                None => self.aside(Aside::MyData),
            },
            "back" => self.press(Press::Back),
            "cancel" => self.press(Press::Cancel),
            // Files of a terminal and other words of a channel are handled before they come here.
            _ => self.notice("command-unknown"),
        }
    }

    pub(super) fn aside(&mut self, aside: Aside) {
        self.state.own = None;
        self.state.aside = Some(aside);
    }

    fn pressed(&mut self, token: &str) {
        let offered = token
            .split_once('.')
            .and_then(|(screen, n)| Some((screen.parse::<u32>().ok()?, n.parse::<usize>().ok()?)))
            .filter(|(screen, _)| *screen == self.state.screen)
            .and_then(|(_, n)| self.state.presses.get(n).cloned());
        match offered.or_else(|| standing_offer(token)) {
            Some(press) => self.press(press),
            None => self.toast = Some(Text::new("toast-old-button")),
        }
    }

    fn press(&mut self, press: Press) {
        self.state.puzzled = 0;
        let aside = self.state.aside.take();
        match press {
            Press::GoOn => {}
            Press::Home => self.home(),
            Press::Menu(menu) => {
                let services: Vec<ServiceId> = self.menu(menu).map(|flow| flow.service.clone()).collect();
                match services.as_slice() {
                    [only] if menu != Menu::More => self.begin(only),
                    _ => {
                        self.park();
                        self.aside(Aside::Menu(menu));
                    }
                }
            }
            Press::Service(service) => self.begin(&service),
            Press::Resume(service) => self.resume(&service),
            // What was begun before the service was closed is not thrown away for it.
            Press::Anew(service) if self.is_closed(&service) => self.aside(Aside::Closed(service)),
            Press::Anew(service) => {
                self.drop_draft(&service);
                self.open(&service);
            }
            Press::Language(language) => self.speak(language),
            Press::ChooseLanguage => self.aside(Aside::Language),
            Press::Privacy => self.aside(Aside::Privacy),
            Press::MyData => self.aside(Aside::MyData),
            Press::Help => self.aside(Aside::Help),
            Press::Human => self.begin(&self.world.rules.human.clone()),
            Press::MyCopy => {
                self.effects.push(Effect::SendCopy);
                self.aside(Aside::MyData);
            }
            Press::Prepared(answer) => self.show_prepared(answer, aside),
            Press::Take => self.take_words(aside),
            Press::Other => self.none_of_these(),
            Press::Forget => self.aside(Aside::Forget),
            Press::ReallyForget => self.forget(),
            Press::Back => self.back(aside),
            Press::Cancel => self.ask_to_cancel(),
            Press::ReallyCancel => self.cancel(),
            Press::Agree => self.agree(),
            Press::Disagree => self.disagree(),
            Press::Change => self.aside(Aside::Change(0)),
            Press::More => self.aside(Aside::More),
            Press::ChangeStep(step) => self.change(&step),
            Press::MoreStep(step) => {
                if let Some(frame) = self.state.frames.last_mut() {
                    frame.extra = Some(step);
                }
            }
            Press::Submit => self.submit = matches!(self.stand(), Stand::Review(_)),
            Press::Pass => {
                if let Stand::Stop(step) = self.stand() {
                    self.mark(step.id.clone(), Answer::Done);
                }
            }
            Press::Page(page) => match aside {
                Some(Aside::Change(_)) => self.aside(Aside::Change(page)),
                other => {
                    self.state.aside = other;
                    if let Some(frame) = self.state.frames.last_mut() {
                        frame.open.page = page;
                        frame.open.found = None;
                    }
                }
            },
            Press::Link(receipt, yes) => {
                if yes {
                    self.state.linking = Some(receipt);
                } else {
                    self.notice("link-not-kept");
                }
            }
            Press::Unsubscribe(id) => {
                self.state.ending = Some(id);
                // Whoever looks at what is kept sees it without this one.
                if matches!(aside, Some(Aside::MyData)) {
                    self.aside(Aside::MyData);
                } else {
                    self.state.aside = aside;
                }
            }
            Press::Ticket(receipt) => {
                // Whatever ticket is open there gives way to this one.
                let follow = self.world.rules.follow.clone();
                let (open, kept): (Vec<Frame>, Vec<Frame>) =
                    std::mem::take(&mut self.state.frames).into_iter().partition(|frame| frame.flow == follow);
                self.state.frames = kept;
                self.leave(open);
                self.begin(&follow);
                if let Some(frame) = self.state.frames.last_mut() {
                    frame.wanted = Some(receipt.to_string());
                }
            }
            Press::Booking(event) => self.go_to_booking(event),
            Press::SendLink => {
                if let Some(frame) = self.state.frames.last_mut() {
                    frame.open.linked = false;
                }
            }
            Press::Paper(receipt, paper) => {
                self.state.aside = aside;
                self.quiet = true;
                self.effects.push(Effect::SendLink(Request::Paper { receipt, paper }));
            }
            Press::Consent(receipt, asked, yes) => {
                self.state.aside = aside;
                self.quiet = true;
                self.effects.push(Effect::Consent { receipt, asked, yes });
            }
            answer => self.answer_pressed(answer),
        }
    }

    /// Leads to a booking; an answer that the dialog does not know any more is asked for again.
    pub(super) fn go_to_booking(&mut self, event: String) {
        let [service, step, choice] = OWN_BOOKINGS;
        let service = ServiceId::from(service);
        let (open, kept): (Vec<Frame>, Vec<Frame>) =
            std::mem::take(&mut self.state.frames).into_iter().partition(|frame| frame.flow == service);
        self.state.frames = kept;
        self.leave(open);
        self.open(&service);
        if let Some(frame) = self.state.frames.last_mut().filter(|frame| frame.flow == service) {
            frame.entries.push(Entry::unasked(StepId::from(step), Answer::Choice(choice.to_owned())));
            frame.wanted = Some(event).filter(|event| !event.is_empty());
        }
    }

    fn answer_pressed(&mut self, press: Press) {
        let Stand::Ask(step, ask) = self.stand() else {
            self.toast = Some(Text::new("toast-old-button"));
            return;
        };
        if self.is_kept_off(step, ask) && !matches!(press, Press::Skip | Press::Unknown) {
            if press == Press::LeaveToDesk {
                self.leave_to_desk(step);
            }
            return;
        }
        let frame = self.state.frames.last_mut().expect("a question stands in a frame");
        let answer = match press {
            Press::Option(name) if matches!(ask.kind, Kind::Pick { .. }) => Some(Answer::Pick { id: name, label: String::new() }),
            Press::Option(name) => Some(Answer::Choice(name)),
            Press::Pick(id) => Some(Answer::Pick { label: self.title_of(&id), id }),
            Press::Place(code) if matches!(ask.kind, Kind::Country) => {
                Some(Answer::Country(super::answer::CountryAnswer { code, written: None }))
            }
            Press::Place(code) => Some(Answer::Place(super::answer::PlaceAnswer { code, written: None })),
            Press::Yes(yes) => Some(Answer::YesNo(yes)),
            // Whoever has sent files and says "skip" means that there are no more.
            Press::Skip if ask.optional && !frame.open.files.is_empty() => Some(Answer::Files(frame.open.files.clone())),
            Press::Skip if ask.optional => Some(Answer::Skipped),
            Press::Unknown if ask.unknown => Some(Answer::Unknown),
            Press::Keep => match frame.open.doubtful.clone() {
                Some(typed) => return self.answer_typed(step, ask, &typed),
                None => None,
            },
            Press::Tick(name) => {
                let ticked = &mut frame.open.ticked;
                match ticked.iter().position(|other| *other == name) {
                    Some(at) => drop(ticked.remove(at)),
                    None => ticked.push(name),
                }
                frame.open.step = Some(step.id.clone());
                None
            }
            Press::Clear => {
                let files = std::mem::take(&mut frame.open.files);
                frame.words.clear();
                frame.captions.clear();
                frame.changing = None;
                self.erase_files(files);
                self.notice("files-cleared");
                None
            }
            Press::Enough => match &ask.kind {
                Kind::Several(_) if !frame.open.ticked.is_empty() => Some(Answer::Several(frame.open.ticked.clone())),
                Kind::Files { min, .. } if frame.open.files.len() >= *min as usize && !frame.open.files.is_empty() => {
                    Some(Answer::Files(frame.open.files.clone()))
                }
                kind => {
                    self.notice(if matches!(kind, Kind::Files { .. }) { "refused-files-wanted" } else { "nothing-chosen" });
                    None
                }
            },
            _ => None,
        };
        if let Some(answer) = answer {
            self.answered(step, ask, answer);
        }
    }

    /// What the thing of that name on the screen is called: names of rows mean nothing to people.
    fn title_of(&self, id: &str) -> String {
        let things =
            self.state.frames.last().and_then(|frame| frame.open.found.as_ref()).map_or(&[] as &[_], |found| found.things.as_slice());
        let mut says = things.iter().filter(|thing| thing.id == id).flat_map(|thing| &thing.says);
        match says.find(|(name, _)| name == "title").map(|(_, value)| value) {
            Some(Value::Words(words)) => words.clone(),
            Some(Value::Text(text)) => plain(&self.world.words.say(&self.state.language, text)),
            _ => String::new(),
        }
    }

    fn answer_typed(&mut self, step: &'w Step, ask: &'w Ask, text: &str) {
        if let Kind::Pick { from, .. } = &ask.kind
            && self.thing_typed(from, text)
        {
            return;
        }
        match self.read_typed(step, ask, text) {
            Read::Answer(_) if self.asks_besides(step, ask, text) => {}
            Read::Answer(answer) => {
                // What was read generously is said back, so that a misreading is seen at once.
                self.answered(step, ask, answer);
            }
            Read::Ticks(names) => {
                if names.len() == 1 {
                    self.answer_pressed(Press::Tick(names[0].clone()));
                } else {
                    self.answered(step, ask, Answer::Several(names));
                }
            }
            Read::Doubtful { text: why, .. } if is_prose(text) && self.refused_besides(text) => {
                self.notices.push(why);
                self.refused = true;
            }
            Read::Doubtful { text, typed } => {
                let open = &mut self.state.frames.last_mut().expect("a question stands in a frame").open;
                open.step = Some(step.id.clone());
                open.doubtful = Some(typed);
                self.notices.push(text);
                self.refused = true;
            }
            Read::Places(places) => {
                let open = &mut self.state.frames.last_mut().expect("a question stands in a frame").open;
                open.step = Some(step.id.clone());
                open.places = places;
                self.notice(if matches!(ask.kind, Kind::Country) { "which-country" } else { "which-place" });
            }
            Read::Refused(why) => {
                self.notices.push(why);
                self.refused = true;
                self.refused_besides(text);
            }
        }
    }

    /// What typed words are as the answer to a question.
    pub(super) fn read_typed(&self, step: &Step, ask: &Ask, text: &str) -> Read {
        let frame = self.state.frames.last().expect("a question stands in a frame");
        read::read(self.world, &self.text_ids(step), ask, frame, &self.options_of(frame, ask), text)
    }

    /// A thing of the list by its own name: the code of an agency, a receipt, also one that is not in the list.
    fn thing_typed(&mut self, from: &str, text: &str) -> bool {
        let frame = self.state.frames.last_mut().expect("a question stands in a frame");
        let things = frame.open.found.iter().flat_map(|found| &found.things);
        let named = things.map(|thing| &thing.id).find(|id| format::fold(id) == format::fold(text)).cloned();
        let receipt = if from == OWN_TICKETS { Receipt::read(text) } else { Err(ReceiptRefusal::Form) };
        if receipt == Err(ReceiptRefusal::Check) {
            self.notice("refused-receipt-check");
            return true;
        }
        let Some(wish) = named.or_else(|| receipt.ok().map(|receipt| receipt.to_string())) else { return false };
        frame.wanted = Some(wish);
        frame.open.found = None;
        true
    }

    /// Puts an answer in and wipes what truly depends on it.
    pub(super) fn answered(&mut self, step: &'w Step, ask: &'w Ask, answer: Answer) {
        let recap = self.recap(step, ask, &answer);
        let flow = self.top_flow();
        // A dialog that looks them up itself tells about them in its own way.
        let looked_up = |step: &Step| matches!(&step.what, What::Look { from, .. } if from == NUMBERS_IN);
        let numbers = if flow.is_some_and(|flow| flow.steps.iter().any(looked_up)) { Vec::new() } else { numbers_in(&answer) };
        let frame = self.state.frames.last_mut().expect("a question stands in a frame");
        let before = frame.changing.take_if(|changing| changing.step == step.id).map(|changing| changing.before);
        frame.extra.take_if(|extra| *extra == step.id);
        let mut dropped = without(std::mem::take(&mut frame.open).files, &answer);
        if let Some(Answer::Files(before)) = &before {
            dropped.extend(without(before.clone(), &answer));
        }
        let changed = before.as_ref().is_some_and(|before| *before != answer);
        frame.entries.retain(|entry| entry.step != step.id);
        frame.entries.push(Entry { message: self.message, ..Entry::new(step.id.clone(), answer) });
        if let (true, Some(flow)) = (changed, flow) {
            let words = self.world.words;
            let says = |step: &Step, look: &StepId| {
                let ids = text_ids(Some(&flow.service), &step.id, &step.text);
                let own = |name: &String| name.strip_prefix(look.as_str()).is_some_and(|rest| rest.starts_with('-'));
                ids.iter().any(|id| words.variables(id).iter().any(own))
            };
            wipe_dependents(flow, frame, &step.id, &says);
        }
        self.notices.extend(recap);
        self.notices.extend(numbers);
        dropped.sort_unstable();
        dropped.dedup();
        self.erase_files(dropped);
    }

    fn recap(&self, step: &Step, ask: &Ask, answer: &Answer) -> Option<Text> {
        let words = matches!(ask.kind, Kind::Text { .. } | Kind::Code | Kind::Files { .. } | Kind::Pick { .. });
        (answer.is_given() && !words)
            .then(|| Text::new("given").with("label", self.label(step)).with("answer", self.shown(step, ask, answer)))
    }

    fn file(&mut self, id: EvidenceId, bytes: Option<u64>, words: Option<String>) {
        if self.state.aside.as_ref().is_some_and(|aside| matches!(aside, Aside::Help | Aside::Privacy | Aside::MyData | Aside::Language)) {
            self.state.aside = None;
        }
        let limit = self.world.ability.file.unwrap_or(0);
        if bytes.is_some_and(|bytes| bytes > limit) {
            self.effects.push(Effect::EraseFiles(vec![id]));
            self.notices.push(Text::new("file-too-big").with("megabytes", (limit / 1_000_000) as i64));
            // The office's own page takes more.
            if let Stand::Ask(step, ask) = self.stand()
                && let Some(request) = self.request(step).filter(|_| self.world.rules.links && self.world.ability.abroad)
                && matches!(ask.kind, Kind::Files { .. })
            {
                self.effects.push(Effect::SendLink(request));
            }
            return;
        }
        let stand = self.stand();
        let target = match &stand {
            Stand::Ask(step, ask) if matches!(ask.kind, Kind::Files { .. }) && self.is_kept_off(step, ask) => {
                self.effects.push(Effect::EraseFiles(vec![id]));
                return self.notice("by-link-only");
            }
            Stand::Ask(step, ask) if matches!(ask.kind, Kind::Files { .. }) => Some((step.id.clone(), files_max(&ask.kind), true)),
            Stand::Ask(..) | Stand::Review(_) | Stand::Aside(_) | Stand::Stop(_) => self.files_step(),
            _ => None,
        };
        let Some((step, max, here)) = target else {
            self.effects.push(Effect::EraseFiles(vec![id]));
            return self.notice("file-not-asked");
        };
        let most = max.min(self.world.rules.files) as usize;
        let frame = self.state.frames.last_mut().expect("files belong to a frame");
        if frame.files().len() >= most {
            self.effects.push(Effect::EraseFiles(vec![id]));
            self.notices.push(Text::new("files-too-many").with("max", most));
            return;
        }
        if here {
            frame.open.step = Some(step);
            frame.open.files.push(id);
            self.caption(words);
            return;
        }
        // A file that comes early is kept for the question that asks for files.
        let mut told = "file-kept-for-later";
        match frame.entries.iter_mut().find(|entry| entry.step == step) {
            Some(Entry { answer: Answer::Files(files), .. }) => {
                files.push(id);
                told = "file-added";
            }
            Some(entry) => {
                entry.answer = Answer::Files(vec![id]);
                told = "file-added";
            }
            None => frame.early.push(id),
        }
        self.caption(words);
        self.notice(told);
    }

    /// Words that came with a file.
    fn caption(&mut self, words: Option<String>) {
        self.hear();
        let Some(words) = words.filter(|words| !words.trim().is_empty()) else { return };
        if let Some(frame) = self.state.frames.last_mut() {
            frame.words.push(words);
            frame.captions.extend(self.message);
        }
    }

    fn files_step(&self) -> Option<(StepId, u32, bool)> {
        let (flow, frame) = (self.top_flow()?, self.state.frames.last()?);
        flow.asks()
            .filter(|(step, ask)| matches!(ask.kind, Kind::Files { .. }) && !self.is_kept_off(step, ask))
            .find(|(step, _)| flow.submit.is_some() && step.when.holds(&self.sight(frame)))
            .map(|(step, ask)| (step.id.clone(), files_max(&ask.kind), false))
    }

    fn contact(&mut self, own: bool, phone: &str) {
        match self.stand() {
            Stand::Ask(step, ask) if self.is_kept_off(step, ask) => self.notice("by-link-only"),
            Stand::Ask(step, ask) if matches!(ask.kind, Kind::Phone | Kind::Contact) && own => self.answer_typed(step, ask, phone),
            Stand::Ask(_, ask) if matches!(ask.kind, Kind::Phone | Kind::Contact) => self.notice("contact-of-another"),
            _ => self.notice("contact-not-asked"),
        }
    }

    /// The answer to a question that is not asked over the channel. A question that is no longer open takes none.
    fn answered_by_link(&mut self, request: Request, files: Vec<EvidenceId>, words: Option<String>) {
        self.state.aside = None;
        if let Request::Answer { step, .. } = &request {
            self.linked = Some(step.clone());
        }
        let open = match self.stand() {
            Stand::Ask(at, ask) if self.request(at) == Some(request) => Some((at, ask)),
            _ => None,
        };
        if let Some(frame) = self.state.frames.last_mut().filter(|_| open.is_some()) {
            // What cannot be read is asked for once more, over another link.
            frame.open.linked = false;
            frame.touched = self.world.now;
            frame.reminded = false;
        }
        match (open, words) {
            (Some((_, ask)), _) if matches!(ask.kind, Kind::Files { .. }) && !files.is_empty() => {
                for file in files {
                    self.file(file, None, None);
                }
                self.answer_pressed(Press::Enough);
            }
            (Some((step, ask)), Some(words)) if files.is_empty() && !matches!(ask.kind, Kind::Files { .. }) => {
                match self.read_typed(step, ask, &words) {
                    Read::Answer(answer) => self.answered(step, ask, answer),
                    Read::Doubtful { text, typed } => {
                        if let Some(frame) = self.state.frames.last_mut() {
                            frame.open.doubtful = Some(typed);
                        }
                        self.notices.push(text);
                    }
                    Read::Refused(why) => self.notices.push(why),
                    Read::Ticks(_) | Read::Places(_) => self.notice("please-choose"),
                }
            }
            _ => {
                self.erase_files(files);
                self.notice("by-link-late");
            }
        }
        // From here on it is asked, and hidden, like every other.
        self.linked = None;
    }

    /// Whether the answer to a question may not pass over this channel, and did not come over a link.
    pub(super) fn is_kept_off(&self, step: &Step, ask: &Ask) -> bool {
        self.world.rules.keep_off(self.world.ability, ask) && self.linked.as_ref() != Some(&step.id)
    }

    /// A question that is not asked here is left to the desk.
    fn leave_to_desk(&mut self, step: &Step) {
        self.notices.push(Text::new("personal-elsewhere").with("label", self.label(step)));
        self.mark(step.id.clone(), Answer::Elsewhere);
    }

    /// A location says near which places somebody is, not which one it is: they choose.
    fn location(&mut self, point: (f64, f64)) {
        let step = match self.stand() {
            Stand::Ask(step, ask) if matches!(ask.kind, Kind::Place) => step.id.clone(),
            _ => return self.notice("location-not-asked"),
        };
        let near: Vec<(String, PlaceKind)> = self.world.places.near(point).iter().map(|place| (place.code.clone(), place.kind)).collect();
        self.notice(match near.as_slice() {
            [] => "location-type-it",
            [(_, PlaceKind::Outside)] => "location-outside",
            _ => "location-near",
        });
        if let Some(frame) = self.state.frames.last_mut().filter(|_| !near.is_empty()) {
            let open = &mut frame.open;
            (open.step, open.places) = (Some(step), near.into_iter().map(|(code, _)| code).collect());
        }
    }

    /// An answer of an open form stands as it was given; what went to the desk is followed by its correction.
    fn edited(&mut self, words: String, message: Option<i64>) {
        let Some(message) = message else { return self.quiet = true };
        if self.state.frames.iter().chain(&self.state.drafts).any(|frame| frame.heard.contains(&message)) {
            self.notice("edited-in-form");
        } else if let Some(sent) = self.state.sent.iter().find(|sent| sent.messages.contains(&message)) {
            self.state.correcting = Some(Correcting { receipt: sent.receipt.clone(), message, words });
        } else {
            self.quiet = true;
        }
    }

    fn found(&mut self, found: super::state::Found, facts: std::collections::BTreeMap<String, Value>, grant: Option<crate::id::Receipt>) {
        if self.looks_at_own() {
            self.state.own = Some(found.things);
            return;
        }
        let wanted = self.wanted_step();
        let Some(frame) = self.state.frames.last_mut() else { return };
        frame.facts.extend(facts);
        if grant.is_some() {
            frame.grant = grant;
        }
        let Some(step) = wanted else { return };
        match &step.what {
            What::Look { with, .. } => {
                frame.entries.push(Entry::new(step.id.clone(), Answer::Done));
                // A code has done its work once it was tried.
                for entry in frame.entries.iter_mut().filter(|entry| with.contains(&entry.step)) {
                    if matches!(entry.answer, Answer::Code(_)) {
                        entry.answer = Answer::Elsewhere;
                    }
                }
            }
            What::Ask(ask) => {
                let options = match &ask.kind {
                    Kind::Pick { options, .. } => options.as_slice(),
                    _ => &[],
                };
                let picked = |id: String| Entry::unasked(step.id.clone(), Answer::Pick { id, label: String::new() });
                let wish = frame.wanted.take();
                if let Some(id) = wish.clone().filter(|wish| found.things.iter().any(|thing| thing.id == *wish)) {
                    frame.entries.push(picked(id));
                } else if options.is_empty() && found.things.is_empty() && ask.optional {
                    frame.entries.push(Entry::unasked(step.id.clone(), Answer::Skipped));
                } else if let ([only], true) = (options, found.things.is_empty() || wish.is_some()) {
                    frame.entries.push(picked(only.name.clone()));
                    // The receipt that was wished for is known; what proves the right to it is asked next.
                    let receipt = self.top_flow().and_then(|flow| flow.asks().find(|(_, ask)| matches!(ask.kind, Kind::Receipt)));
                    if let (Some((step, _)), Some(receipt), Some(frame)) = (receipt, wish, self.state.frames.last_mut()) {
                        frame.entries.push(Entry::unasked(step.id.clone(), Answer::Receipt(receipt)));
                    }
                } else {
                    frame.open.step = Some(step.id.clone());
                    frame.open.page = found.page;
                    frame.open.found = Some(found);
                }
            }
            _ => {}
        }
    }

    fn did(&mut self, facts: std::collections::BTreeMap<String, Value>) {
        if self.state.ending.take().is_some() {
            let fact = |name: &str| facts.get(&format!("{ENDING}.{name}")).cloned();
            let ended = matches!(fact("result"), Some(Value::Words(result)) if result == "ok");
            return match fact("what").filter(|_| ended) {
                Some(what) => self.notices.push(Text::new("subscription-ended").with("what", what)),
                None => self.notice("subscription-not-there"),
            };
        }
        if let Some(receipt) = self.state.linking.take() {
            self.notices.push(Text::new("link-kept").with("receipt", receipt.to_string()));
            return;
        }
        if let Some(Correcting { receipt, .. }) = self.state.correcting.take() {
            self.notices.push(match facts.into_iter().find(|(name, _)| name == "correct.reason") {
                Some((_, Value::Text(why))) => *why,
                _ => Text::new("correction-passed-on").with("receipt", receipt.to_string()),
            });
            return;
        }
        // What was done had been sent, if it was to be.
        self.submit = true;
        let wanted = self.wanted_step();
        self.submit = false;
        let Some(frame) = self.state.frames.last_mut() else { return };
        let mut is_done = false;
        if let Some(Step { id, what: What::Do { with, .. }, .. }) = wanted {
            is_done = matches!(facts.get(&format!("{id}.result")), Some(Value::Words(result)) if result == "ok");
            // Files that were handed over are the ticket's now.
            for entry in frame.entries.iter_mut().filter(|entry| is_done && with.contains(&entry.step)) {
                if matches!(entry.answer, Answer::Files(_)) {
                    entry.answer = Answer::Elsewhere;
                }
            }
            frame.entries.push(Entry::new(id.clone(), Answer::Done));
        }
        frame.facts.extend(facts);
        frame.words.clear();
        frame.captions.clear();
        // Nothing that leads to an anonymous ticket is kept here.
        let anonymous =
            frame.facts.iter().any(|(name, value)| name.ends_with(".anonymous") && matches!(value, Value::Words(word) if word == "yes"));
        if let Some(receipt) = frame.grant.clone().filter(|_| is_done && !anonymous) {
            let messages = std::mem::take(&mut frame.heard);
            self.remember_sent(receipt, messages);
        }
    }

    /// The step whose result just came.
    fn wanted_step(&mut self) -> Option<&'w Step> {
        match self.forward() {
            Stand::Want(Want::Look(Look { step, .. }) | Want::Act(Deed { step, .. })) => self.top_flow()?.step(&step),
            _ => None,
        }
    }

    fn submitted(&mut self, submitted: &Submitted) {
        let Some(frame) = self.state.frames.pop() else { return };
        if !submitted.anonymous {
            self.remember_sent(submitted.receipt.clone(), frame.heard);
        }
        self.submit = false;
        let receipt = self.receipt(&frame.flow, submitted);
        self.lasting.push(receipt);
        if submitted.anonymous {
            self.aside(Aside::Link(submitted.receipt.clone()));
        }
    }

    fn remember_sent(&mut self, receipt: crate::id::Receipt, messages: Vec<i64>) {
        if messages.is_empty() {
            return;
        }
        let at = self.state.sent.iter().position(|sent| sent.receipt == receipt);
        let mut sent = at.map_or_else(|| Sent { receipt, messages: Vec::new() }, |at| self.state.sent.remove(at));
        sent.messages.extend(messages);
        sent.messages.drain(..sent.messages.len().saturating_sub(SENT));
        self.state.sent.push(sent);
        let surplus = self.state.sent.len().saturating_sub(SENT_TICKETS);
        self.state.sent.drain(..surplus);
    }

    fn tick(&mut self) {
        self.quiet = true;
        let (now, rules) = (self.world.now, self.world.rules);
        let expired = |frame: &Frame| frame.form && frame.has_answers() && now >= frame.touched + Duration::days(rules.draft_days);
        let mut gone: Vec<Frame> = Vec::new();
        for list in [&mut self.state.frames, &mut self.state.drafts] {
            let (old, kept): (Vec<Frame>, Vec<Frame>) = std::mem::take(list).into_iter().partition(&expired);
            *list = kept;
            gone.extend(old);
        }
        for frame in gone {
            self.lasting.push(Show::told(Text::new("draft-expired").with("service", Text::new(frame.flow.as_str()))));
            self.erase(&frame);
            self.state.aside = None;
        }
        for frame in self.state.frames.iter_mut().chain(&mut self.state.drafts) {
            let last_day = frame.touched + Duration::days(rules.draft_days);
            if frame.form && frame.has_answers() && !frame.reminded && now >= last_day - Duration::days(rules.remind_days) {
                frame.reminded = true;
                let service = frame.flow.clone();
                self.lasting.push(Show {
                    lasting: true,
                    lines: vec![
                        Text::new("draft-reminder")
                            .with("service", Text::new(service.as_str()))
                            .with("day", Value::Day(crate::clock::office_day(last_day))),
                    ],
                    buttons: vec![vec![(Text::new("button-continue"), Press::Resume(service))]],
                    copies: None,
                    picture: None,
                });
            }
        }
    }

    // --- Moves ------------------------------------------------------------------------------------------------------

    /// Begins a service on top of where the person is: they come back afterwards.
    pub(super) fn begin(&mut self, service: &ServiceId) {
        self.state.aside = None;
        self.state.puzzled = 0;
        if self.state.frames.last().is_some_and(|frame| frame.flow == *service) {
            return;
        }
        if self.draft_of(service).is_some() {
            return self.aside(Aside::Resume(service.clone()));
        }
        self.open(service);
    }

    fn open(&mut self, service: &ServiceId) {
        let Some(flow) = flow_of(self.world, service) else { return self.notice("service-unknown") };
        if self.is_closed(service) {
            return self.aside(Aside::Closed(service.clone()));
        }
        // A person can be reached whatever else is open.
        if flow.submit.is_some() && *service != self.world.rules.human && self.state.forms().count() >= FORMS {
            self.notices.push(Text::new("forms-too-many").with("max", FORMS));
            return;
        }
        if self.state.frames.len() >= DEPTH {
            self.park();
        }
        self.drop_empty();
        self.state.frames.push(Frame::new(flow, self.world.now));
    }

    /// A flow in which nothing was answered is not worth coming back to.
    fn drop_empty(&mut self) {
        self.state.frames.retain(Frame::has_answers);
    }

    fn resume(&mut self, service: &ServiceId) {
        if let Some(at) = self.state.drafts.iter().position(|draft| draft.flow == *service) {
            let mut draft = self.state.drafts.remove(at);
            draft.touched = self.world.now;
            draft.reminded = false;
            self.drop_empty();
            if self.state.frames.len() >= DEPTH {
                self.park();
            }
            self.state.frames.push(draft);
        } else if let Some(at) = self.state.frames.iter().position(|frame| frame.flow == *service) {
            let above = self.state.frames.split_off(at + 1);
            self.leave(above);
        } else {
            self.open(service);
        }
    }

    fn draft_of(&self, service: &ServiceId) -> Option<&Frame> {
        self.state.frames.iter().chain(&self.state.drafts).find(|frame| frame.flow == *service && frame.form && frame.has_answers())
    }

    pub(super) fn home(&mut self) {
        self.state.aside = None;
        self.park();
    }

    /// Leaves every flow; forms in the middle become drafts.
    fn park(&mut self) {
        let frames = std::mem::take(&mut self.state.frames);
        self.leave(frames);
    }

    fn leave(&mut self, frames: Vec<Frame>) {
        for frame in frames {
            if frame.form && frame.has_answers() {
                let (old, kept): (Vec<Frame>, Vec<Frame>) =
                    std::mem::take(&mut self.state.drafts).into_iter().partition(|draft| draft.flow == frame.flow);
                self.state.drafts = kept;
                self.state.drafts.push(frame);
                old.iter().for_each(|draft| self.erase(draft));
            } else {
                self.erase(&frame);
            }
        }
    }

    fn drop_draft(&mut self, service: &ServiceId) {
        let mut dropped = Vec::new();
        for list in [&mut self.state.frames, &mut self.state.drafts] {
            let (old, kept): (Vec<Frame>, Vec<Frame>) = std::mem::take(list).into_iter().partition(|frame| frame.flow == *service);
            *list = kept;
            dropped.extend(old);
        }
        dropped.iter().for_each(|frame| self.erase(frame));
    }

    fn erase(&mut self, frame: &Frame) {
        self.erase_files(frame.files());
    }

    /// What no form needs any more is not kept.
    fn erase_files(&mut self, files: Vec<EvidenceId>) {
        if !files.is_empty() {
            self.effects.push(Effect::EraseFiles(files));
        }
    }

    fn speak(&mut self, language: Language) {
        self.state.language = language;
        self.state.chosen = true;
        self.notice("language-set");
    }

    fn forget(&mut self) {
        self.park();
        for draft in std::mem::take(&mut self.state.drafts) {
            self.erase(&draft);
        }
        let language = self.state.language.clone();
        self.state = State { screen: self.state.screen, ..State::new(language) };
        self.effects.push(Effect::ForgetPerson);
        self.notice("forgotten");
    }

    fn back(&mut self, aside: Option<Aside>) {
        if aside.is_some() {
            return;
        }
        let flow = self.top_flow();
        let Some(frame) = self.state.frames.last_mut() else { return };
        let mut open = std::mem::take(&mut frame.open);
        if let Some(Changing { step, before, message }) = frame.changing.take() {
            let dropped = without(open.files, &before);
            frame.entries.push(Entry { message, ..Entry::new(step, before) });
            return self.erase_files(dropped);
        }
        if frame.extra.take().is_some() {
            return self.erase_files(open.files);
        }
        if open.doubtful.is_some() || !open.places.is_empty() {
            frame.open.files = open.files;
            return;
        }
        // Files that were being collected stay with the question of a form.
        let dropped = if frame.form { Vec::new() } else { std::mem::take(&mut open.files) };
        frame.early.extend(open.files);
        let asked = |entry: &Entry| {
            flow.and_then(|flow| flow.step(&entry.step)).is_none_or(|step| matches!(step.what, What::Ask(_) | What::Stop { .. }))
                && !matches!(entry.answer, Answer::Told | Answer::Elsewhere)
                && !entry.unasked
        };
        let acted = |entry: &Entry| flow.and_then(|flow| flow.step(&entry.step)).is_some_and(|step| matches!(step.what, What::Do { .. }));
        match frame.entries.iter().rposition(asked) {
            Some(at) if !frame.entries[at..].iter().any(acted) => {
                for entry in frame.entries.split_off(at) {
                    let prefix = format!("{}.", entry.step);
                    frame.facts.retain(|name, _| !name.starts_with(&prefix));
                    if let Answer::Files(files) = entry.answer {
                        frame.early.extend(files);
                    }
                }
            }
            _ => {
                let frame = self.state.frames.pop().expect("there is a frame");
                self.erase(&frame);
            }
        }
        self.erase_files(dropped);
    }

    fn ask_to_cancel(&mut self) {
        match self.state.frames.last() {
            Some(frame) if frame.has_answers() && frame.form => self.aside(Aside::Cancel),
            Some(_) => self.cancel(),
            None => self.notice("nothing-to-cancel"),
        }
    }

    fn cancel(&mut self) {
        if let Some(frame) = self.state.frames.pop() {
            self.erase(&frame);
            if frame.has_answers() && frame.form {
                self.notice("cancelled");
            }
        }
    }

    fn agree(&mut self) {
        let agreed = Some(Agreed { version: self.world.rules.notice, at: self.world.now });
        match self.stand() {
            Stand::Aside(Aside::Sensitive) => self.state.sensitive = agreed,
            Stand::Aside(Aside::Notice) => self.state.notice = agreed,
            _ => {}
        }
    }

    /// Without consent nothing personal is asked; an anonymous way or a person remain.
    fn disagree(&mut self) {
        // What was only offered at the review is left out; the rest of the form goes on.
        let at = self.stand();
        if matches!(at, Stand::Aside(Aside::Sensitive)) && self.state.frames.last_mut().is_some_and(|frame| frame.extra.take().is_some()) {
            return self.notice("not-agreed-extra");
        }
        self.notice(if self.may_be_anonymous() { "not-agreed-anonymous" } else { "not-agreed" });
        self.home();
    }

    fn change(&mut self, id: &StepId) {
        let (Some(flow), Some(frame)) = (self.top_flow(), self.state.frames.last_mut()) else { return };
        let Some(at) = frame.entries.iter().position(|entry| entry.step == *id) else { return };
        if !matches!(flow.step(id).map(|step| &step.what), Some(What::Ask(_))) {
            return;
        }
        let Entry { answer: before, message, .. } = frame.entries.remove(at);
        frame.open = Open { step: Some(id.clone()), ..Open::default() };
        match &before {
            Answer::Files(files) => frame.open.files.clone_from(files),
            Answer::Several(ticked) => frame.open.ticked.clone_from(ticked),
            _ => {}
        }
        frame.changing = Some(Changing { step: id.clone(), before, message });
    }

    fn mark(&mut self, step: StepId, answer: Answer) {
        if let Some(frame) = self.state.frames.last_mut() {
            frame.entries.push(Entry::new(step, answer));
        }
    }

    // --- Running forward --------------------------------------------------------------------------------------------

    /// The list of own subscriptions is still to be found for the screen that shows it.
    fn looks_at_own(&self) -> bool {
        self.state.aside == Some(Aside::MyData) && self.state.own.is_none() && self.state.ending.is_none()
    }

    /// Where the person stands, without moving them.
    pub(super) fn stand(&mut self) -> Stand<'w> {
        if self.looks_at_own() {
            let (from, step) = OWN_SUBSCRIPTIONS;
            return Stand::Want(Want::Look(Look {
                step: StepId::from(step),
                from: from.to_owned(),
                with: Vec::new(),
                page: 0,
                add: None,
                grant: None,
            }));
        }
        match (self.state.aside.clone(), self.forward()) {
            // A result that is waited for comes before anything that is only shown.
            (_, want @ Stand::Want(_)) => want,
            (Some(aside), _) if !self.aside_is_void(&aside) => Stand::Aside(aside),
            (_, stand) => stand,
        }
    }

    fn aside_is_void(&self, aside: &Aside) -> bool {
        match aside {
            Aside::Cancel | Aside::Change(_) | Aside::More => self.state.frames.is_empty(),
            Aside::Resume(service) => self.draft_of(service).is_none(),
            Aside::Closed(service) => !self.is_closed(service),
            _ => false,
        }
    }

    /// Runs through everything that needs no person, and stops.
    fn forward(&mut self) -> Stand<'w> {
        if let Some(receipt) = &self.state.linking {
            return Stand::Want(Want::Act(Deed {
                step: StepId::from("link"),
                act: "ticket-link".to_owned(),
                with: Vec::new(),
                about: None,
                message: None,
                grant: Some(receipt.clone()),
            }));
        }
        if let Some(Correcting { receipt, message, words }) = &self.state.correcting {
            return Stand::Want(Want::Act(Deed {
                step: StepId::from("correct"),
                act: "ticket-correct".to_owned(),
                with: vec![(StepId::from("words"), Answer::Text(words.clone()))],
                about: None,
                message: Some(*message),
                grant: Some(receipt.clone()),
            }));
        }
        if let Some(id) = &self.state.ending {
            let step = StepId::from(ENDING);
            return Stand::Want(Want::Act(Deed {
                step: step.clone(),
                act: "unsubscribe".to_owned(),
                with: vec![(step, Answer::Pick { id: id.to_string(), label: String::new() })],
                about: None,
                message: None,
                grant: None,
            }));
        }
        for _ in 0..RUN {
            let Some(frame) = self.state.frames.last() else { return Stand::Home };
            let Some(flow) = flow_of(self.world, &frame.flow) else {
                // The service is no longer offered: what was answered cannot go anywhere.
                let frame = self.state.frames.pop().expect("there is a frame");
                self.erase(&frame);
                self.notice("service-unknown");
                continue;
            };
            match self.run(flow) {
                Some(stand) => return stand,
                None => {
                    if let Some(frame) = self.state.frames.last_mut().filter(|frame| frame.moved) {
                        frame.moved = false;
                    } else if self.becomes_ticket(flow) {
                        return if self.submit { self.form(flow) } else { Stand::Review(flow) };
                    } else if let Some(frame) = self.state.frames.pop() {
                        self.erase(&frame);
                    }
                }
            }
        }
        // A loop without a wait: `check` refuses such files; a person is led out all the same.
        let frames = std::mem::take(&mut self.state.frames);
        self.leave(frames);
        self.notice("service-unknown");
        Stand::Home
    }

    /// What was answered is to be sent.
    fn becomes_ticket(&self, flow: &Flow) -> bool {
        let (Some(submit), Some(frame)) = (&flow.submit, self.state.frames.last()) else { return false };
        submit.when.holds(&self.sight(frame))
    }

    /// Runs through one flow; `None` at its end, or when it went back (`moved`).
    fn run(&mut self, flow: &'w Flow) -> Option<Stand<'w>> {
        let anonymous = self.is_anonymous(flow);
        for step in &flow.steps {
            let frame = self.state.frames.last().expect("a flow runs in a frame");
            if !step.when.holds(&self.sight(frame)) {
                self.unanswer(&step.id);
                continue;
            }
            let answer = frame.answer(&step.id);
            match &step.what {
                What::Ask(ask) => {
                    let wanted = frame.extra.as_ref() == Some(&step.id) || frame.changing.as_ref().is_some_and(|c| c.step == step.id);
                    if ask.later && !wanted && answer.is_none() {
                        continue;
                    }
                    if anonymous && ask.personal.is_some() {
                        self.unanswer(&step.id);
                        continue;
                    }
                    if answer.is_some_and(|answer| self.fits(frame, ask, answer)) {
                        continue;
                    }
                    if let Some(stand) = self.ask(step, ask) {
                        return Some(stand);
                    }
                }
                What::Say { keep, chart } => {
                    if answer.is_none() {
                        let told = self.step_text(step, frame);
                        let picture = chart.as_ref().and_then(|look| picture(flow, frame, look));
                        // In a form it must stay readable when the next answer takes the screen's place.
                        if flow.submit.is_some() || *keep || picture.is_some() {
                            self.lasting.push(Show { picture, ..Show::told(told) });
                        } else {
                            self.notices.push(told);
                        }
                        self.mark(step.id.clone(), Answer::Told);
                    }
                }
                What::Stop { .. } => {
                    if answer.is_none() {
                        return Some(Stand::Stop(step));
                    }
                }
                What::Look { from, with, add } => {
                    if answer.is_none() {
                        return Some(Stand::Want(Want::Look(Look {
                            step: step.id.clone(),
                            from: from.clone(),
                            with: arguments(frame, with),
                            page: 0,
                            add: *add,
                            grant: frame.grant.clone(),
                        })));
                    }
                }
                What::Do { act, with, about, review } => {
                    if answer.is_none() && *review && !self.submit {
                        return Some(Stand::Review(flow));
                    }
                    if answer.is_none() {
                        return Some(Stand::Want(Want::Act(Deed {
                            step: step.id.clone(),
                            act: act.clone(),
                            with: with_captions(frame, arguments(frame, with)),
                            message: message_of_words(frame, with),
                            about: *about,
                            grant: frame.grant.clone(),
                        })));
                    }
                }
                What::Again { to } => {
                    self.rewind(flow, to);
                    return None;
                }
            }
        }
        None
    }

    /// A question that is open: perhaps something must come first.
    fn ask(&mut self, step: &'w Step, ask: &'w Ask) -> Option<Stand<'w>> {
        let frame = self.state.frames.last_mut().expect("a question stands in a frame");
        if frame.open.step.as_ref() != Some(&step.id) {
            let half_way = std::mem::take(&mut frame.open);
            frame.early.extend(half_way.files);
            frame.open.step = Some(step.id.clone());
        }
        let kept_off = self.is_kept_off(step, ask);
        let frame = self.state.frames.last_mut().expect("a question stands in a frame");
        if matches!(ask.kind, Kind::Files { .. }) && !frame.early.is_empty() && !kept_off {
            let early = std::mem::take(&mut frame.early);
            frame.open.files.extend(early);
        }
        let frame = self.state.frames.last().expect("a question stands in a frame");
        if let Some(personal) = ask.personal {
            if kept_off && !self.world.rules.links {
                self.leave_to_desk(step);
                return None;
            }
            let current = |agreed: &Option<Agreed>| agreed.as_ref().is_some_and(|agreed| agreed.version == self.world.rules.notice);
            if !current(&self.state.notice) {
                return Some(Stand::Aside(Aside::Notice));
            }
            if personal == Personal::Sensitive && !current(&self.state.sensitive) {
                return Some(Stand::Aside(Aside::Sensitive));
            }
        }
        if let Kind::Pick { from, with, .. } = &ask.kind
            && frame.open.found.is_none()
        {
            let mut with = arguments(frame, with);
            // The page on which the wished one stands.
            with.extend(frame.wanted.iter().map(|wish| (step.id.clone(), Answer::Receipt(wish.clone()))));
            return Some(Stand::Want(Want::Look(Look {
                step: step.id.clone(),
                from: from.clone(),
                with,
                page: frame.open.page,
                add: None,
                grant: frame.grant.clone(),
            })));
        }
        Some(Stand::Ask(step, ask))
    }

    /// A step that does not count has no answer and no facts.
    fn unanswer(&mut self, step: &StepId) {
        let Some(frame) = self.state.frames.last_mut() else { return };
        forget_facts(frame, step);
        if frame.answer(step).is_none() {
            return;
        }
        let mut files = Vec::new();
        frame.entries.retain(|entry| {
            if entry.step == *step
                && let Answer::Files(dropped) = &entry.answer
            {
                files.extend(dropped.iter().copied());
            }
            entry.step != *step
        });
        self.erase_files(files);
    }

    /// Whether a kept answer still fits its question: a dialog file may have changed meanwhile.
    fn fits(&self, frame: &Frame, ask: &Ask, answer: &Answer) -> bool {
        let offered = |name: &String| self.options_of(frame, ask).iter().any(|option| option.name == *name);
        match (&ask.kind, answer) {
            (_, Answer::Skipped) => ask.optional,
            (_, Answer::Unknown) => ask.unknown,
            (_, Answer::Elsewhere) => true,
            (Kind::Choice(_), Answer::Choice(name)) => offered(name),
            (Kind::Several(_), Answer::Several(names)) => !names.is_empty() && names.iter().all(offered),
            (Kind::Pick { .. }, Answer::Pick { .. })
            | (Kind::YesNo, Answer::YesNo(_))
            | (Kind::Text { .. }, Answer::Text(_))
            | (Kind::Number { .. }, Answer::Number(_))
            | (Kind::Money, Answer::Money(_))
            | (Kind::Date(_), Answer::Date(_))
            | (Kind::Phone | Kind::Contact, Answer::Phone(_))
            | (Kind::Email | Kind::Contact, Answer::Email(_))
            | (Kind::Links { .. }, Answer::Links(_))
            | (Kind::Patent | Kind::Trademark | Kind::RightNumber { .. }, Answer::RightNumber(_))
            | (Kind::CreditCode, Answer::CreditCode { .. })
            | (Kind::Files { .. }, Answer::Files(_))
            | (Kind::Receipt, Answer::Receipt(_))
            | (Kind::Code, Answer::Code(_)) => true,
            (Kind::List { min, max, .. }, Answer::List(items)) => (*min as usize..=*max as usize).contains(&items.len()),
            (Kind::Year { .. }, Answer::Year(_)) => true,
            (Kind::Country, Answer::Country(country)) => Countries::shipped().by_code(&country.code).is_some(),
            (Kind::Place, Answer::Place(place)) => self.world.places.by_code(&place.code).is_some(),
            _ => false,
        }
    }

    fn rewind(&mut self, flow: &Flow, to: &StepId) {
        let Some(frame) = self.state.frames.last_mut() else { return };
        let from = flow.steps.iter().position(|step| step.id == *to).unwrap_or(0);
        let mut dropped = std::mem::take(&mut frame.open).files;
        dropped.append(&mut frame.early);
        for step in &flow.steps[from..] {
            let prefix = format!("{}.", step.id);
            let (gone, kept): (Vec<Entry>, Vec<Entry>) =
                std::mem::take(&mut frame.entries).into_iter().partition(|entry| entry.step == step.id);
            frame.entries = kept;
            for entry in gone {
                if let Answer::Files(files) = entry.answer {
                    dropped.extend(files);
                }
            }
            frame.facts.retain(|name, _| !name.starts_with(&prefix));
        }
        frame.words.clear();
        frame.captions.clear();
        frame.moved = true;
        self.erase_files(dropped);
    }

    /// The form has an anonymous way, and what was answered before has not closed it.
    pub(super) fn may_be_anonymous(&self) -> bool {
        let (Some(flow), Some(frame)) = (self.top_flow(), self.state.frames.last()) else { return false };
        let sight = self.sight(frame);
        let is_asked = |name: &str| flow.step(&StepId::from(name)).is_none_or(|step| step.when.holds(&sight));
        let when = flow.submit.as_ref().and_then(|submit| submit.anonymous.as_ref());
        when.is_some_and(|when| when.uses().iter().all(|(name, _)| is_asked(name)))
    }

    fn is_anonymous(&self, flow: &Flow) -> bool {
        let (Some(submit), Some(frame)) = (&flow.submit, self.state.frames.last()) else { return false };
        submit.anonymous.as_ref().is_some_and(|when| when.holds(&self.sight(frame)))
    }

    fn form(&mut self, flow: &'w Flow) -> Stand<'w> {
        let (Some(submit), Some(frame)) = (&flow.submit, self.state.frames.last()) else { return Stand::Home };
        let sight = self.sight(frame);
        let anonymous = self.is_anonymous(flow);
        let mut answers: Vec<Given> = flow
            .asks()
            .filter_map(|(step, ask)| {
                let answer = frame.telling(&step.id, ask).filter(|answer| !matches!(answer, Answer::Skipped))?;
                Some(Given {
                    step: step.id.clone(),
                    text: step.text.clone(),
                    answer: answer.clone(),
                    personal: ask.personal.is_some(),
                    message: frame.message_of(&step.id).filter(|_| !anonymous),
                })
            })
            .collect();
        if !frame.words.is_empty() {
            answers.push(Given {
                step: StepId::from("captions"),
                text: "captions".to_owned(),
                answer: Answer::Text(frame.words.join("\n")),
                personal: false,
                // Words of several messages stand here as one.
                message: frame.captions.first().copied().filter(|_| frame.words.len() == 1 && !anonymous),
            });
        }
        let route = submit
            .queue
            .iter()
            .filter(|rule| rule.when.holds(&sight))
            .filter_map(|rule| match &rule.to {
                Destination::Queue(queue) => Some(Way::Queue(queue.clone())),
                Destination::District(step) => match frame.answer(step) {
                    Some(Answer::Place(place)) => Some(Way::District(place.code.clone())),
                    _ => None,
                },
            })
            .collect();
        Stand::Want(Want::Submit(Box::new(Form {
            service: flow.service.clone(),
            answers,
            files: frame.files(),
            anonymous,
            urgent: submit.urgent.as_ref().is_some_and(|when| when.holds(&sight)),
            route,
        })))
    }

    // --- The end of a step ------------------------------------------------------------------------------------------

    fn finish(mut self) -> Turn {
        let stand = if self.quiet && self.lasting.is_empty() { None } else { Some(self.stand()) };
        let mut shows = std::mem::take(&mut self.lasting);
        let mut want = None;
        match stand {
            Some(Stand::Want(wanted)) => {
                want = Some(wanted);
                self.state.pending.append(&mut self.notices);
            }
            Some(stand) if !self.quiet => {
                if self.state.aside != Some(Aside::MyData) {
                    self.state.own = None;
                }
                self.send_link(&stand);
                let mut show = self.screen(&stand);
                let mut lines = std::mem::take(&mut self.state.pending);
                lines.append(&mut self.notices);
                lines.append(&mut show.lines);
                show.lines = lines;
                shows.push(show);
            }
            // What was told while nothing is shown is said with the next screen.
            _ => self.state.pending.append(&mut self.notices),
        }
        self.number(&shows);
        Turn { state: self.state, shows, effects: self.effects, want, toast: self.toast }
    }

    /// A question that is not asked here comes with a link, once.
    fn send_link(&mut self, stand: &Stand<'_>) {
        let Stand::Ask(step, ask) = stand else { return };
        let Some(request) = self.request(step).filter(|_| self.is_kept_off(step, ask)) else { return };
        let Some(open) = self.state.frames.last_mut().map(|frame| &mut frame.open).filter(|open| !open.linked) else { return };
        open.linked = true;
        self.effects.push(Effect::SendLink(request));
    }

    /// A question of the form on top, as it is asked for over a link.
    fn request(&self, step: &Step) -> Option<Request> {
        Some(Request::Answer { service: self.top_flow()?.service.clone(), step: step.id.clone() })
    }

    /// Buttons of the newest message count; those of a lasting message name what they mean themselves.
    fn number(&mut self, shows: &[Show]) {
        if let Some(show) = shows.iter().rev().find(|show| !show.lasting) {
            self.state.screen = self.state.screen.wrapping_add(1);
            self.state.presses = show.buttons.iter().flatten().map(|(_, press)| press.clone()).collect();
            // A channel that shows a review as a list lets each line be changed at once.
            if let Stand::Review(flow) = self.stand() {
                let lines = self.review_lines(flow).into_iter();
                self.state.presses.extend(lines.map(|(_, _, step)| Press::ChangeStep(step)));
            }
        }
    }

    // --- Small things -----------------------------------------------------------------------------------------------

    pub(super) fn sight<'a>(&'a self, frame: &'a Frame) -> Sight<'a> {
        Sight { frame, today: self.world.today, channel: self.world.channel }
    }

    pub(super) fn top_flow(&self) -> Option<&'w Flow> {
        flow_of(self.world, &self.state.frames.last()?.flow)
    }

    /// Whether a service is closed for now: it is not offered, but whoever has begun it may finish it.
    pub(super) fn is_closed(&self, service: &ServiceId) -> bool {
        self.world.rules.closed.contains_key(service)
    }

    pub(super) fn menu(&self, menu: Menu) -> impl Iterator<Item = &'w Flow> {
        let mut flows: Vec<&Flow> = self.world.flows.iter().filter(|flow| flow.menu == menu && !self.is_closed(&flow.service)).collect();
        flows.sort_by_key(|flow| flow.order);
        flows.into_iter()
    }

    /// Ids under which the text of a step stands: a service may word a shared question, or its options, in its own way.
    pub(super) fn text_ids(&self, step: &Step) -> Vec<String> {
        text_ids(self.top_flow().map(|flow| &flow.service), &step.id, &step.text)
    }

    pub(super) fn options_of<'a>(&self, frame: &Frame, ask: &'a Ask) -> Vec<&'a Opt> {
        let options = match &ask.kind {
            Kind::Choice(options) | Kind::Several(options) | Kind::Pick { options, .. } => options.as_slice(),
            _ => &[],
        };
        options.iter().filter(|option| option.when.holds(&self.sight(frame))).collect()
    }
}

/// Ids under which the text of a question stands: the service's own, else that of its group.
pub fn text_ids(service: Option<&ServiceId>, step: &StepId, text: &str) -> Vec<String> {
    let own = service.map(|service| format!("{service}-{step}")).filter(|own| own != text);
    own.into_iter().chain([text.to_owned()]).collect()
}

/// Buttons of lasting messages carry their meaning, because they must work after any number of screens. A stranger may
/// forge them: they only lead to where the person could go anyway.
fn standing_offer(token: &str) -> Option<Press> {
    let (kind, rest) = token.split_once(':')?;
    match kind {
        "resume" => Some(Press::Resume(ServiceId::from(rest))),
        "ticket" => crate::id::Receipt::read(rest).ok().map(Press::Ticket),
        "booking" => Some(Press::Booking(rest.to_owned())),
        "home" => Some(Press::Home),
        "unsubscribe" => SubscriptionId::read(rest).map(Press::Unsubscribe),
        "consent" => {
            let mut parts = rest.split(':');
            let receipt = parts.next().and_then(|receipt| Receipt::read(receipt).ok())?;
            let asked = parts.next()?.parse().ok()?;
            let yes = match parts.next()? {
                "yes" => true,
                "no" => false,
                _ => return None,
            };
            parts.next().is_none().then_some(Press::Consent(receipt, asked, yes))
        }
        "paper" => rest.split_once(':').and_then(|(receipt, paper)| Some(Press::Paper(Receipt::read(receipt).ok()?, paper.to_owned()))),
        _ => None,
    }
}

/// Whether a token is one of a button on a lasting message.
pub fn is_standing(token: &str) -> bool {
    standing_offer(token).is_some()
}

/// The token of a button on a lasting message, when its press has one.
pub fn standing_token(press: &Press) -> Option<String> {
    match press {
        Press::Resume(service) => Some(format!("resume:{service}")),
        Press::Ticket(receipt) => Some(format!("ticket:{receipt}")),
        // A token has 64 bytes at most; whoever cannot be led to one event is led to the list.
        Press::Booking(event) if event.len() <= 48 => Some(format!("booking:{event}")),
        Press::Booking(_) => Some("booking:".to_owned()),
        Press::Home => Some("home:".to_owned()),
        Press::Unsubscribe(id) => Some(format!("unsubscribe:{id}")),
        Press::Paper(receipt, paper) => Some(format!("paper:{receipt}:{paper}")),
        Press::Consent(receipt, asked, yes) => Some(format!("consent:{receipt}:{asked}:{}", if *yes { "yes" } else { "no" })),
        _ => None,
    }
}

/// Presses that stand for a thing in a list and get a number where there are no buttons.
pub fn is_numbered(press: &Press) -> bool {
    matches!(
        press,
        Press::Option(_)
            | Press::Tick(_)
            | Press::Pick(_)
            | Press::Place(_)
            | Press::Yes(_)
            | Press::Service(_)
            | Press::Menu(_)
            | Press::Prepared(_)
            | Press::Take
            | Press::Resume(_)
            | Press::Anew(_)
            | Press::ChangeStep(_)
            | Press::MoreStep(_)
            | Press::Language(_)
            | Press::Unsubscribe(_)
    )
}

/// The look-up that tells about the numbers in a text.
const NUMBERS_IN: &str = "numbers-in";
/// Most numbers of one text that are said back.
const NUMBERS: usize = 3;

/// What stands in a text about patent numbers: which kind, which year, whether the check digit fits. It says nothing about
/// the right itself, and a number that does not fit keeps nobody from going on.
fn numbers_in(answer: &Answer) -> Vec<Text> {
    let Answer::Text(words) = answer else { return Vec::new() };
    let patents = crate::format::find_numbers(words).into_iter().filter(|found| found.kind == crate::format::Kind::Patent);
    patents
        .take(NUMBERS)
        .map(|found| match (&found.refusal, found.right) {
            (None, Some(right)) => Text::new("found-patent")
                .with("number", found.canonical.clone())
                .with("kind", Text::new(format!("right-kind-{}", right.name())))
                .with("year", found.year.map(|year| year.to_string()).unwrap_or_default()),
            _ => Text::new("found-patent-doubtful").with("number", found.canonical.clone()),
        })
        .collect()
}

/// A word such as "no" is no answer to it.
fn is_open(ask: &Ask) -> bool {
    !matches!(ask.kind, Kind::YesNo)
}

fn has_options(kind: &Kind) -> bool {
    matches!(kind, Kind::Choice(_) | Kind::Several(_) | Kind::Pick { .. } | Kind::YesNo | Kind::Place | Kind::Country)
}

fn files_max(kind: &Kind) -> u32 {
    match kind {
        Kind::Files { max, .. } => *max,
        _ => 0,
    }
}

/// Words and no number.
fn is_prose(text: &str) -> bool {
    !text.chars().any(char::is_numeric)
}

fn small_number(text: &str) -> Option<usize> {
    use unicode_normalization::UnicodeNormalization;
    let plain: String = text.nfkc().filter(|sign| !sign.is_whitespace()).collect();
    let digits = plain.trim_end_matches(['.', '。', ')', '、']);
    (digits.len() <= 2).then(|| digits.parse().ok()).flatten()
}

/// The picture of a look-up, when it found enough for one.
fn picture(flow: &Flow, frame: &Frame, look: &StepId) -> Option<Picture> {
    let Some(What::Look { from, with, .. }) = flow.step(look).map(|step| &step.what) else { return None };
    let has = matches!(frame.facts.get(&format!("{look}.chart")), Some(Value::Words(word)) if word == "yes");
    has.then(|| Picture { from: from.clone(), with: arguments(frame, with) })
}

fn arguments(frame: &Frame, with: &[StepId]) -> Vec<(StepId, Answer)> {
    with.iter().filter_map(|step| Some((step.clone(), frame.answer(step)?.clone()))).collect()
}

/// The message in which the words that go with an act were typed.
fn message_of_words(frame: &Frame, with: &[StepId]) -> Option<i64> {
    let words = with.iter().find(|step| matches!(frame.answer(step), Some(Answer::Text(_))));
    match words {
        Some(step) => frame.message_of(step),
        None => frame.captions.first().copied().filter(|_| frame.words.len() == 1),
    }
}

/// Files that are not part of an answer.
fn without(mut files: Vec<EvidenceId>, answer: &Answer) -> Vec<EvidenceId> {
    if let Answer::Files(kept) = answer {
        files.retain(|file| !kept.contains(file));
    }
    files
}

/// Words that came with the files go with them.
fn with_captions(frame: &Frame, mut arguments: Vec<(StepId, Answer)>) -> Vec<(StepId, Answer)> {
    if !frame.words.is_empty() && arguments.iter().any(|(_, answer)| matches!(answer, Answer::Files(_))) {
        arguments.push((StepId::from("captions"), Answer::Text(frame.words.join("\n"))));
    }
    arguments
}

/// Wipes what truly depends on a changed answer: questions that say so, what was looked up with it, and what was told of that.
/// What was done stays done.
fn wipe_dependents(flow: &Flow, frame: &mut Frame, changed: &StepId, says: &dyn Fn(&Step, &StepId) -> bool) {
    let mut void = vec![changed.clone()];
    let mut at = 0;
    while at < void.len() {
        let cause = void[at].clone();
        for step in &flow.steps {
            let depends = match &step.what {
                What::Ask(ask) => match &ask.kind {
                    Kind::Pick { with, .. } => ask.depends.contains(&cause) || with.contains(&cause),
                    _ => ask.depends.contains(&cause),
                },
                What::Look { with, .. } => with.contains(&cause),
                What::Say { .. } | What::Stop { .. } | What::Do { .. } | What::Again { .. } => false,
            };
            if depends && !void.contains(&step.id) {
                void.push(step.id.clone());
            }
        }
        at += 1;
    }
    let void = &void[1..];
    let about = |step: &Step| {
        let of = |name: &str| name.split_once('.').is_some_and(|(owner, _)| void.iter().any(|one| one.as_str() == owner));
        matches!(step.what, What::Say { .. })
            && (step.when.uses().iter().any(|(name, _)| of(name)) || void.iter().any(|look| says(step, look)))
    };
    let told: Vec<&StepId> = flow.steps.iter().filter(|step| about(step)).map(|step| &step.id).collect();
    for step in void {
        forget_facts(frame, step);
    }
    frame.entries.retain(|entry| !void.contains(&entry.step) && !told.contains(&&entry.step));
}

fn forget_facts(frame: &mut Frame, step: &StepId) {
    let own = |name: &String| name.strip_prefix(step.as_str()).is_some_and(|rest| rest.starts_with('.'));
    if frame.facts.keys().any(own) {
        frame.facts.retain(|name, _| !own(name));
    }
}
