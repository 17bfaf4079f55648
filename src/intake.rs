//! One turn of a person: load, step, fold, commit. Turns of one person run in order, those of different persons side by
//! side; a flood of one never delays another.
//!
//! What must hold: everything that a turn changes is one [`Commit`]; an event is answered as handled only when the commit
//! is on disk; the same event handled twice has the effect of once.
//!
//! ## Why
//! A person's events that wait while a commit runs are handled together and committed together: all of them or none. A
//! flood of one person so costs one commit, not a hundred.

mod act;
mod copy;
mod count;
pub mod file;
mod link;
mod look;
mod submit;

pub use copy::{copy_for, copy_of};
pub use link::{Link, forget_links, link, link_or_late};
pub(crate) use look::{limit_text, paper_text};

use crate::booking::Bookings;
use crate::channel;
use crate::clock::office_day;
use crate::dialog::state::{Aside, Press, State};
use crate::dialog::{self, Effect, Event, Rules, Turn, Want, Wanted, World};
use crate::id::{DeliveryId, EventId, EvidenceId, PersonKey};
use crate::locale::{Language, Text};
use crate::message::{Ability, Document, Inbound, Incoming, Outbound, Request, Route, Said, plain};
use crate::office::{Office, Script};
use crate::place::Places;
use crate::spool::UploadId;
use crate::store::{
    Audit, Commit, CommitError, Conversation, Delivery, Drawer, Evidence, FileStatus, Lane, Owner, Parcel, Parked, StoreError, Timer, Write,
};
use crate::table::{Answer, Table};
use crate::tally::Count;
use count::Before;
use futures_util::FutureExt;
use std::collections::{BTreeMap, HashMap, VecDeque};
use std::panic::AssertUnwindSafe;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Instant;
use tokio::sync::oneshot;

/// Look-ups and acts in one turn; more is a loop in a dialog.
const WANTS: usize = 12;
/// Events of one person in one commit.
const TOGETHER: usize = 32;
/// Times that a turn is decided again because a record changed meanwhile; each time somebody got through, so that it is also how
/// many may sign up for one event in the same moment.
const AGAIN: usize = 64;
/// Length of the window for the limit on floods, in seconds.
const WINDOW: i64 = 600;

/// What a channel learns of an event it handed in.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Handled {
    /// A short word for the button that was pressed.
    pub toast: Option<String>,
    /// It was seen before; nothing happened.
    pub before: bool,
    /// The last thing that was said to the person because of it, where anything was.
    pub said: Option<DeliveryId>,
}

/// Where a person stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Standing {
    /// The language that they are answered in.
    pub language: Language,
    /// What they are asked for.
    pub wanted: Wanted,
    /// The review, at which they stand.
    pub review: Option<dialog::Review>,
}

/// The event is not handled: it must come again. Nothing of it was kept.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not handled: {0}")]
pub struct Trouble(pub String);

/// What a channel is, for a turn.
#[derive(Clone, Copy, Debug)]
pub struct Side {
    /// Name in conditions.
    pub name: &'static str,
    /// What it can do.
    pub ability: Ability,
}

impl Side {
    /// The channel of a route.
    pub fn of(route: &Route) -> Self {
        match route.channel {
            't' => Self { name: "telegram", ability: Ability::TELEGRAM },
            // Only an event's own lane has this letter; its worker's figures are named after it.
            crate::hook::CHANNEL => Self { name: "webhook", ability: Ability::TERMINAL },
            file::CHANNEL => Self { name: "app", ability: Ability { abroad: false, file: None, ..Ability::TELEGRAM } },
            'w' => Self { name: "web", ability: Ability::WEB },
            _ => Self { name: "terminal", ability: Ability::TERMINAL },
        }
    }
}

/// Name in the audit log of a form that became a ticket; the service stands with it.
const SUBMITTED: &str = "submitted";

/// An event, whom to tell, and since when it waits.
type Waiting = (Inbound, (oneshot::Sender<Result<Handled, Trouble>>, Instant));

/// Takes what people do, in order for each person.
pub struct Intake {
    office: Arc<Office>,
    /// Events that wait, by person. A person who stands here has a task that works on them.
    lanes: Mutex<HashMap<PersonKey, VecDeque<Waiting>>>,
}

impl Intake {
    /// An intake over an office.
    pub fn new(office: Arc<Office>) -> Arc<Self> {
        Arc::new(Self { office, lanes: Mutex::new(HashMap::new()) })
    }

    /// Handles an event; done when it is on disk.
    ///
    /// # Errors
    /// The store cannot keep it: the channel must bring it again.
    pub async fn handle(self: &Arc<Self>, inbound: Inbound) -> Result<Handled, Trouble> {
        self.submit(inbound).await.unwrap_or_else(|_| Err(Trouble("the counter is stopping".to_owned())))
    }

    /// Queues an event behind the person's earlier ones at once; the answer comes when it is on disk. Order of calls is
    /// order of handling.
    pub fn submit(self: &Arc<Self>, inbound: Inbound) -> oneshot::Receiver<Result<Handled, Trouble>> {
        let (answer, handled) = oneshot::channel();
        let person = self.office.person(&inbound.from);
        let mut lanes = self.lanes.lock().unwrap_or_else(PoisonError::into_inner);
        match lanes.get_mut(&person) {
            Some(lane) => lane.push_back((inbound, (answer, Instant::now()))),
            None => {
                lanes.insert(person, VecDeque::from([(inbound, (answer, Instant::now()))]));
                let intake = Arc::clone(self);
                tokio::spawn(async move { intake.work(person).await });
            }
        }
        handled
    }

    async fn work(self: Arc<Self>, person: PersonKey) {
        loop {
            let batch: Vec<Waiting> = {
                let mut lanes = self.lanes.lock().unwrap_or_else(PoisonError::into_inner);
                let Some(lane) = lanes.get_mut(&person) else { return };
                if lane.is_empty() {
                    lanes.remove(&person);
                    return;
                }
                let n = lane.len().min(TOGETHER);
                lane.drain(..n).collect()
            };
            let (events, answers): (Vec<Inbound>, Vec<_>) = batch.into_iter().unzip();
            let results = self.handle_all(person, &events).await;
            for ((answer, since), result) in answers.into_iter().zip(results) {
                match &result {
                    Ok(_) => metrics::histogram!("turn_seconds").record(since.elapsed()),
                    Err(_) => metrics::counter!("turns_refused_total").increment(1),
                }
                // A channel that no longer listens is stopping; the event is on disk or will come again.
                let _ = answer.send(result);
            }
        }
    }

    /// All events in one commit; one by one where that does not work.
    async fn handle_all(&self, person: PersonKey, events: &[Inbound]) -> Vec<Result<Handled, Trouble>> {
        if events.len() > 1 {
            match self.guarded(person, events).await {
                Ok(handled) => return handled.into_iter().map(Ok).collect(),
                Err(Failed::Store(why)) => return events.iter().map(|_| Err(Trouble(why.clone()))).collect(),
                Err(Failed::Seen | Failed::Panicked) => {}
            }
        }
        let mut results = Vec::with_capacity(events.len());
        for event in events {
            results.push(match self.guarded(person, std::slice::from_ref(event)).await {
                Ok(mut handled) => Ok(handled.pop().unwrap_or_default()),
                Err(Failed::Seen) => Ok(Handled { before: true, ..Handled::default() }),
                Err(Failed::Store(why)) => Err(Trouble(why)),
                Err(Failed::Panicked) => self.park(event).await,
            });
        }
        results
    }

    /// Whatever breaks in a turn - machine, look-up, texts - breaks this turn only; the person's next events go on.
    async fn guarded(&self, person: PersonKey, events: &[Inbound]) -> Result<Vec<Handled>, Failed> {
        AssertUnwindSafe(self.attempt(person, events)).catch_unwind().await.unwrap_or(Err(Failed::Panicked))
    }

    async fn attempt(&self, person: PersonKey, events: &[Inbound]) -> Result<Vec<Handled>, Failed> {
        for _ in 0..AGAIN {
            let mut fold = Fold::begin(&self.office, person, events).await?;
            let mut handled = Vec::with_capacity(events.len());
            for event in events {
                handled.push(fold.turn(event).await?);
            }
            let counts = std::mem::take(&mut fold.counts);
            let (commit, deliveries) = fold.commit();
            let said = deliveries.iter().filter(|delivery| matches!(delivery.lane, Lane::Person(_))).map(|delivery| delivery.id).max();
            handled.iter_mut().for_each(|handled| handled.said = said);
            let submitted: Vec<String> =
                commit.audit.iter().filter(|audit| audit.act == SUBMITTED).filter_map(|audit| audit.more.first().cloned()).collect();
            match self.office.store.commit(commit).await {
                Ok(()) => {
                    self.office.outbox.post(deliveries);
                    metrics::counter!("turns_total").increment(events.len() as u64);
                    self.office.tally.add(self.office.now(), &counts);
                    for service in submitted {
                        metrics::counter!("tickets_submitted_total", "service" => service).increment(1);
                    }
                    return Ok(handled);
                }
                Err(CommitError::Stale(_)) => {}
                Err(CommitError::Seen) => return Err(Failed::Seen),
                // It will never fit: the event is put aside, so that it holds nobody up.
                Err(CommitError::TooLarge) => return Err(Failed::Panicked),
                Err(CommitError::Unavailable(why)) => return Err(Failed::Store(why)),
            }
        }
        Err(Failed::Store("records kept changing".to_owned()))
    }

    /// An event that breaks the machine is kept for staff, and the person is told; the next one is handled as ever.
    async fn park(&self, event: &Inbound) -> Result<Handled, Trouble> {
        let office = &self.office;
        tracing::error!(event = event.event.number, "a turn broke; the event is parked: ip-office-bot tickets parked");
        metrics::counter!("updates_parked_total").increment(1);
        let script = office.script.load();
        let text =
            [Language::chinese(), Language::english()].map(|language| script.texts.say(&language, &Text::new("turn-broke"))).join("\n\n");
        let told = office.delivery(Lane::Person(event.from.clone()), Parcel::Message(Outbound { text, ..Outbound::default() }));
        let raw = serde_json::to_string(event).unwrap_or_else(|_| format!("{event:?}"));
        let parked = Parked { event: event.event.clone(), raw, why: "the turn broke".to_owned(), at: office.now() };
        let commit = Commit {
            seen: vec![event.event.clone()],
            writes: vec![Write::Park(parked), Write::Delivery(Box::new(told.clone()))],
            audit: Vec::new(),
        };
        match office.store.commit(commit).await {
            Ok(()) => {
                let said = Some(told.id);
                office.outbox.post([told]);
                Ok(Handled { said, ..Handled::default() })
            }
            Err(CommitError::Seen) => Ok(Handled { before: true, ..Handled::default() }),
            Err(error) => Err(Trouble(error.to_string())),
        }
    }

    /// Where a person stands: their language, what they are asked for, and the review as a list when that is it; `None` for a stranger.
    ///
    /// # Errors
    /// The store cannot be read.
    pub async fn standing(&self, person: PersonKey) -> Result<Option<Standing>, StoreError> {
        let Some(conversation) = self.office.store.conversation(person).await? else { return Ok(None) };
        let script = self.office.script.load();
        let tables = self.office.tables.load();
        let rules = self.office.rules();
        let places = self.office.places.load_full();
        let world = world(&self.office, (&script, &rules, &places), (tables.answers.as_deref(), &[]), &conversation.route);
        let language = conversation.state.language.clone();
        let (wanted, review) = dialog::wanted(&world, conversation.state);
        Ok(Some(Standing { language, wanted, review }))
    }

    /// What somebody would see who writes for the first time in this language. Nothing is kept.
    pub fn welcome(&self, language: &Language, route: &Route) -> Outbound {
        let script = self.office.script.load();
        let tables = self.office.tables.load();
        let rules = self.office.rules();
        let places = self.office.places.load_full();
        let world = world(&self.office, (&script, &rules, &places), (tables.answers.as_deref(), &[]), route);
        let begin = Event::Command { name: "start".to_owned(), rest: String::new() };
        let turn = dialog::step(&world, State::new(language.clone()), begin);
        let show = turn.shows.into_iter().rfind(|show| !show.lasting);
        show.map_or_else(Outbound::default, |show| channel::render(&script.texts, language, world.ability, &show, turn.state.screen))
    }

    /// Looks at the drafts of a person: reminder, expiry.
    ///
    /// # Errors
    /// The store cannot keep it.
    pub async fn tick(&self, person: PersonKey) -> Result<(), Trouble> {
        for _ in 0..AGAIN {
            let mut fold = match Fold::of_known(&self.office, person).await {
                Ok(Some(fold)) => fold,
                Ok(None) => {
                    let done = Commit { writes: vec![Write::TimerDone(Timer::Drafts(person))], ..Commit::default() };
                    return self.office.store.commit(done).await.map_err(|error| Trouble(error.to_string()));
                }
                Err(Failed::Store(why)) => return Err(Trouble(why)),
                Err(_) => return Ok(()),
            };
            match AssertUnwindSafe(fold.tick()).catch_unwind().await {
                Ok(Ok(())) => {}
                Ok(Err(_)) | Err(_) => return Err(Trouble("a draft could not be looked at".to_owned())),
            }
            let (commit, deliveries) = fold.commit();
            match self.office.store.commit(commit).await {
                Ok(()) => {
                    self.office.outbox.post(deliveries);
                    return Ok(());
                }
                Err(CommitError::Stale(_) | CommitError::Seen) => {}
                Err(error @ (CommitError::TooLarge | CommitError::Unavailable(_))) => return Err(Trouble(error.to_string())),
            }
        }
        Ok(())
    }
}

/// What the machine may look at when this person does something.
fn world<'a>(
    office: &'a Office,
    (script, rules, places): (&'a Script, &'a Rules, &'a Places),
    (answers, kept): (Option<&'a Table<Answer>>, &'a [Text]),
    route: &Route,
) -> World<'a> {
    let side = Side::of(route);
    let ability = match route.channel {
        'w' => Ability { file: Some(office.spool.bounds().file), ..side.ability },
        _ => side.ability,
    };
    let now = office.now();
    World {
        flows: &script.flows,
        words: &script.texts,
        places,
        now,
        today: office_day(now),
        ability,
        channel: side.name,
        rules,
        answers,
        kept,
    }
}

/// Why an attempt came to nothing.
#[derive(Debug)]
enum Failed {
    /// One of the events was seen.
    Seen,
    /// The store.
    Store(String),
    /// The machine broke, or what it made cannot be kept.
    Panicked,
}

impl From<StoreError> for Failed {
    fn from(error: StoreError) -> Self {
        Failed::Store(error.to_string())
    }
}

/// Turns being folded into one commit.
struct Fold<'a> {
    office: &'a Office,
    script: arc_swap::Guard<Arc<Script>>,
    rules: Arc<Rules>,
    places: Arc<Places>,
    person: PersonKey,
    stored: Stored,
    now: Conversation,
    seen: Vec<EventId>,
    writes: Vec<Write>,
    audit: Vec<Audit>,
    /// Messages that stay, in order, and at last the newest screen.
    lasting: Vec<Outbound>,
    screen: Option<Outbound>,
    deliveries: Vec<Delivery>,
    /// Tickets changed in this commit, so that a second act sees the first.
    tickets: HashMap<crate::id::Receipt, crate::ticket::Ticket>,
    /// Lists of events changed in this commit, likewise.
    bookings: BTreeMap<String, Bookings>,
    /// A file that goes with the next message that stays.
    document: Option<Document>,
    /// The form that became a ticket.
    submitted: Option<Box<dialog::Submitted>>,
    /// What the figures count, once all this is on disk.
    counts: Vec<Count>,
    forget: bool,
}

/// What lay in the store before the first turn.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stored {
    /// Nothing: a stranger.
    Nothing,
    /// A conversation without a form.
    Idle,
    /// A conversation in the middle of a form, or with one put aside.
    Form,
}

impl Stored {
    fn of(conversation: Option<&Conversation>) -> Self {
        match conversation {
            None => Self::Nothing,
            Some(conversation) if conversation.state.forms().next().is_some() => Self::Form,
            Some(_) => Self::Idle,
        }
    }
}

impl<'a> Fold<'a> {
    async fn begin(office: &'a Office, person: PersonKey, events: &[Inbound]) -> Result<Self, Failed> {
        let first = &events[0];
        let before = office.store.conversation(person).await?;
        let script = office.script.load();
        let stored = Stored::of(before.as_ref());
        let now = before.unwrap_or_else(|| Conversation {
            route: first.from.clone(),
            state: State::new(script.texts.negotiate(first.language.as_deref())),
            touched: first.at,
            pace: (0, 0),
            opened: (0, 0),
            tries: crate::ticket::Tries::default(),
            revision: 0,
        });
        Ok(Self::over(office, script, person, (stored, now)))
    }

    async fn of_known(office: &'a Office, person: PersonKey) -> Result<Option<Self>, Failed> {
        let Some(now) = office.store.conversation(person).await? else { return Ok(None) };
        let stored = Stored::of(Some(&now));
        Ok(Some(Self::over(office, office.script.load(), person, (stored, now))))
    }

    fn over(office: &'a Office, script: arc_swap::Guard<Arc<Script>>, person: PersonKey, (stored, now): (Stored, Conversation)) -> Self {
        Self {
            office,
            script,
            rules: office.rules(),
            places: office.places.load_full(),
            person,
            stored,
            now,
            seen: Vec::new(),
            writes: Vec::new(),
            audit: Vec::new(),
            lasting: Vec::new(),
            screen: None,
            deliveries: Vec::new(),
            tickets: HashMap::new(),
            bookings: BTreeMap::new(),
            document: None,
            submitted: None,
            counts: Vec::new(),
            forget: false,
        }
    }

    async fn turn(&mut self, inbound: &Inbound) -> Result<Handled, Failed> {
        self.seen.push(inbound.event.clone());
        self.follow_client(inbound);
        // A link that was used up is never answered with silence.
        let by_link = matches!(inbound.what, Said::ByLink { .. });
        if self.is_flood() && !by_link {
            return Ok(Handled::default());
        }
        if let Said::ByLink { link, .. } = &inbound.what {
            self.writes.push(Write::ForgetSlip(Drawer::Once, link.clone()));
        }
        let pressed = match &inbound.what {
            // A message that stays is not replaced by the screen that its button leads to.
            Said::Press(pressed) => pressed.on.filter(|_| !dialog::machine::is_standing(&pressed.token)),
            _ => None,
        };
        if let Said::ByLink { request: Request::Paper { receipt, paper }, files, .. } = &inbound.what {
            // Nothing that the dialog asked for.
            self.take_paper((receipt, paper), files).await?;
            return Ok(Handled::default());
        }
        let event = self.event(inbound);
        let before = Before::of(&self.now.state);
        let toast = self.run(event, pressed).await?;
        self.counts.extend(before.counts(&self.now.state));
        if matches!(inbound.what, Said::Text(_)) {
            self.counts.extend(before.words(&self.now.state));
        }
        Ok(Handled { toast: toast.map(|text| plain(&self.say(&text))), ..Handled::default() })
    }

    async fn tick(&mut self) -> Result<(), Failed> {
        self.writes.push(Write::TimerDone(Timer::Drafts(self.person)));
        self.run(Event::Tick, None).await?;
        Ok(())
    }

    /// The client's language counts until the person chose one.
    fn follow_client(&mut self, inbound: &Inbound) {
        self.now.route = inbound.from.clone();
        self.now.touched = self.office.now();
        if !self.now.state.chosen && inbound.language.is_some() {
            self.now.state.language = self.script.texts.negotiate(inbound.language.as_deref());
        }
    }

    /// More than so many messages in ten minutes: one polite word, then silence; the channel is told that they were handled.
    fn is_flood(&mut self) -> bool {
        let most = self.office.config.limits.messages_in_ten_minutes;
        let window = self.office.now().timestamp().div_euclid(WINDOW);
        let (start, count) = self.now.pace;
        let count = if start == window { count.saturating_add(1) } else { 1 };
        self.now.pace = (window, count);
        if most == 0 || count <= most {
            return false;
        }
        if count == most + 1 {
            let text = self.say(&Text::new("flood-slow-down"));
            self.lasting.push(Outbound { text, ..Outbound::default() });
        }
        true
    }

    fn event(&mut self, inbound: &Inbound) -> Event {
        match &inbound.what {
            Said::Text(text) => Event::Text { text: text.clone(), message: inbound.message },
            Said::Command { name, rest } => Event::Command { name: name.clone(), rest: rest.clone() },
            Said::Press(pressed) => Event::Press { token: pressed.token.clone() },
            Said::ByLink { request, files, words, .. } => {
                let files = files.iter().map(|file| self.expect(file)).collect();
                Event::ByLink { request: request.clone(), files, words: words.clone() }
            }
            Said::File { file, words, .. } => {
                let id = self.expect(file);
                // What was uploaded was measured against its own limit, whatever this channel itself can carry.
                let bytes = file.bytes.filter(|_| UploadId::of_source(&file.source).is_none());
                Event::File { id, file: Incoming { bytes, ..file.clone() }, words: words.clone(), message: inbound.message }
            }
            Said::Contact { own, phone } => Event::Contact { own: *own, phone: phone.clone() },
            Said::Location { latitude, longitude } => Event::Location { latitude: *latitude, longitude: *longitude },
            Said::Edited { text } => Event::Edited { text: text.clone(), message: inbound.message },
            Said::Other(oddity) => Event::Other(*oddity),
            Said::Left { gone } => Event::Left { gone: *gone },
        }
    }

    /// A file is written down and its content asked for.
    fn expect(&mut self, file: &Incoming) -> EvidenceId {
        let id = self.office.evidence_id();
        let evidence = Evidence {
            id,
            owner: Owner::Draft(self.person),
            announced: file.clone(),
            status: FileStatus::Waiting,
            tell: Some(self.now.route.clone()),
            at: self.office.now(),
            revision: 1,
        };
        self.writes.push(Write::Evidence(Box::new(evidence)));
        let lane = Lane::fetch(self.now.route.channel, &file.source, id);
        self.deliveries.push(self.office.delivery(lane, Parcel::Fetch { evidence: id }));
        id
    }

    /// Runs the machine until it waits for the person.
    async fn run(&mut self, event: Event, pressed: Option<i64>) -> Result<Option<Text>, Failed> {
        let mut event = event;
        let mut toast = None;
        for _ in 0..WANTS {
            let kept = if self.leads_to_my_data(&event) { self.kept().await? } else { Vec::new() };
            let turn = self.step(event, &kept);
            self.now.state = turn.state;
            toast = toast.or(turn.toast);
            for effect in turn.effects {
                self.effect(effect).await?;
            }
            for show in turn.shows {
                let mut outbound = self.render(&show);
                if let Some(picture) = &show.picture {
                    outbound.chart = self.draw(picture);
                }
                if show.lasting {
                    outbound.document = self.document.take();
                    self.lasting.push(outbound);
                } else {
                    outbound.replaces = pressed;
                    self.screen = Some(outbound);
                }
            }
            event = match turn.want {
                None => {
                    // No message took it along.
                    self.lasting.extend(self.document.take().map(|document| Outbound { document: Some(document), ..Outbound::default() }));
                    return Ok(toast);
                }
                Some(Want::Look(look)) => {
                    let found = self.look(look.clone()).await?;
                    self.count_look(&look, &found);
                    found
                }
                Some(Want::Act(deed)) => self.act(deed).await?,
                Some(Want::Submit(form)) => self.submit(*form).await?,
            };
        }
        tracing::error!("a dialog wanted more than {WANTS} things in one turn; run `ip-office-bot check`");
        Ok(toast)
    }

    /// Whether an event may lead to the screen of what is kept about the person.
    fn leads_to_my_data(&self, event: &Event) -> bool {
        let State { aside, presses, .. } = &self.now.state;
        let asked = matches!(event, Event::Command { name, .. } if name == "mydata");
        asked || *aside == Some(Aside::MyData) || presses.contains(&Press::MyData)
    }

    /// The state is handed over and comes back with the turn; when the machine breaks, the whole fold is thrown away.
    fn step(&mut self, event: Event, kept: &[Text]) -> Turn {
        let tables = self.office.tables.load();
        let state = std::mem::replace(&mut self.now.state, State::new(Language::chinese()));
        let world = World { answers: tables.answers.as_deref(), ..self.world(kept) };
        dialog::step(&world, state, event)
    }

    /// What the machine may know, but for the prepared answers.
    fn world<'w>(&'w self, kept: &'w [Text]) -> World<'w> {
        world(self.office, (&self.script, &self.rules, &self.places), (None, kept), &self.now.route)
    }

    async fn effect(&mut self, effect: Effect) -> Result<(), Failed> {
        match effect {
            Effect::EraseFiles(files) => {
                for file in files {
                    self.erase_file(file);
                }
            }
            Effect::SendLink(request) => self.send_link(request).await?,
            Effect::Consent { receipt, asked, yes } => self.consent((&receipt, asked), yes).await?,
            Effect::SendCopy => {
                let text = self.say(&Text::new("mydata-copy"));
                self.lasting.push(Outbound { text, copy: true, ..Outbound::default() });
                self.audit("person", "copied", None, Vec::new());
            }
            Effect::ForgetPerson => {
                self.forget = true;
                for receipt in self.office.store.own_tickets(self.person).await? {
                    self.writes.push(Write::Unlink(receipt));
                }
                for subscription in self.own_subscriptions_now().await? {
                    self.writes.push(Write::EndSubscription(self.person, subscription.id));
                }
                self.forget_bookings().await?;
                for line in crate::channel::web::names(&*self.office.store, self.person).await? {
                    self.writes.push(Write::ForgetSlip(Drawer::Page, line));
                }
                self.audit("person", "forgotten", None, Vec::new());
            }
        }
        Ok(())
    }

    /// A file is forgotten at once; its content goes with the next sweep of the vault. One that came in this very commit
    /// is not written at all.
    fn erase_file(&mut self, file: EvidenceId) {
        let fresh = |write: &Write| matches!(write, Write::Evidence(evidence) if evidence.id == file);
        if self.writes.iter().any(fresh) {
            self.writes.retain(|write| !fresh(write));
            self.deliveries.retain(|delivery| delivery.parcel != Parcel::Fetch { evidence: file });
        } else {
            self.writes.push(Write::ForgetEvidence(file));
        }
    }

    fn render(&self, show: &crate::dialog::state::Show) -> Outbound {
        let side = Side::of(&self.now.route);
        channel::render(&self.script.texts, &self.now.state.language, side.ability, show, self.now.state.screen)
    }

    fn say(&self, text: &Text) -> String {
        self.script.texts.say(&self.now.state.language, text)
    }

    fn audit(&mut self, by: &str, act: &str, receipt: Option<crate::id::Receipt>, more: Vec<String>) {
        self.audit.push(Audit { at: self.office.now(), by: by.to_owned(), act: act.to_owned(), receipt, more });
    }

    /// Everything in one commit, and the deliveries to be handed over once it is on disk.
    fn commit(mut self) -> (Commit, Vec<Delivery>) {
        let lane = Lane::Person(self.now.route.clone());
        let mut deliveries = Vec::new();
        for message in std::mem::take(&mut self.lasting) {
            deliveries.push(self.office.delivery(lane.clone(), Parcel::Message(message)));
        }
        if let Some(mut screen) = self.screen.take() {
            // What stays in the chat stands above the next question, so the question cannot take an older message's place.
            if !deliveries.is_empty() {
                screen.replaces = None;
            }
            deliveries.push(self.office.delivery(lane, Parcel::Screen(screen)));
        }
        deliveries.append(&mut self.deliveries);
        let ticket_writes = std::mem::take(&mut self.tickets).into_values().map(|ticket| Write::Ticket(Box::new(ticket)));
        self.writes.extend(ticket_writes);
        for bookings in std::mem::take(&mut self.bookings).into_values() {
            self.writes.extend(crate::events::kept(self.office, bookings));
        }
        self.writes.extend(deliveries.iter().cloned().map(|delivery| Write::Delivery(Box::new(delivery))));
        self.timer();
        if self.forget && self.now.state.frames.is_empty() {
            if self.stored != Stored::Nothing {
                self.writes.push(Write::ForgetConversation(self.person));
            }
        } else {
            self.now.revision += 1;
            self.writes.push(Write::Conversation(self.person, Box::new(self.now)));
        }
        (Commit { seen: self.seen, writes: self.writes, audit: self.audit }, deliveries)
    }

    /// A draft that begins or ends sets or clears the timer; one that is only touched does not: the timer looks again.
    fn timer(&mut self) {
        let ticked = self.writes.iter().any(|write| matches!(write, Write::TimerDone(_)));
        if let Some(at) = dialog::next_look(&self.rules, &self.now.state)
            && (self.stored != Stored::Form || ticked)
        {
            self.writes.retain(|write| !matches!(write, Write::TimerDone(_)));
            self.writes.push(Write::Timer(Timer::Drafts(self.person), at));
        }
    }
}
