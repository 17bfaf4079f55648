//! A counter around the bare machine: it answers what the machine wants, and looks at everything that comes out.

use super::event::Move;
use ip_office_bot::assets::Assets;
use ip_office_bot::channel::render;
use ip_office_bot::clock::{Moment, office_day};
use ip_office_bot::dialog::answer::Answer;
use ip_office_bot::dialog::event::PersonalPolicy;
use ip_office_bot::dialog::flow::{Ask, Item, Kind};
use ip_office_bot::dialog::load::Flows;
use ip_office_bot::dialog::lookup::{LOOKUPS, Values, act_named, lookup};
use ip_office_bot::dialog::state::{Found, Press, Show, State, Thing};
use ip_office_bot::dialog::{Deed, Effect, Event, Form, Look, Rules, Submitted, Turn, Want, World, step};
use ip_office_bot::id::{EvidenceId, Receipt, StepId};
use ip_office_bot::locale::{Language, Text, Texts, Value};
use ip_office_bot::message::{Ability, FileKind, Incoming, Oddity, Outbound, Request, shown_length};
use ip_office_bot::place::Places;
use proptest::prelude::*;
use proptest::test_runner::TestCaseError;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

static SCRIPT: LazyLock<(Flows, Vec<ip_office_bot::locale::TextFile>, Places)> = LazyLock::new(|| {
    let assets = Assets::open(None).expect("assets");
    (Flows::load(assets.dialogs()).expect("dialogs"), assets.texts().to_vec(), Places::shipped())
});

/// Texts of each thread: they count what was missing.
fn texts() -> &'static Texts {
    thread_local! {
        static TEXTS: &'static Texts = Box::leak(Box::new(Texts::load(&SCRIPT.1).expect("texts")));
    }
    TEXTS.with(|texts| *texts)
}

/// Where the person is.
#[derive(Clone, Copy, Debug)]
pub enum Channel {
    Telegram,
    Terminal,
    Web,
}

impl Channel {
    fn ability(self) -> Ability {
        match self {
            Channel::Telegram => Ability::TELEGRAM,
            Channel::Terminal => Ability::TERMINAL,
            Channel::Web => Ability::WEB,
        }
    }

    fn name(self) -> &'static str {
        match self {
            Channel::Telegram => "telegram",
            Channel::Terminal => "terminal",
            Channel::Web => "web",
        }
    }
}

/// A counter, and one person at it.
pub struct Counter {
    channel: Channel,
    rules: Rules,
    now: Moment,
    state: State,
    /// Files that belong to the person's forms.
    files: BTreeSet<EvidenceId>,
    next_file: u64,
    message: i64,
    /// Chooses what look-ups find; steady, when they find the same each time.
    luck: u64,
    steady: bool,
    /// What goes in may be nonsense: then only what must always hold is looked at.
    strict: bool,
    sent: Option<Form>,
    /// The newest question that came with a link.
    link: Option<Request>,
    /// What buttons offered and what the machine wanted.
    pub met: BTreeSet<String>,
}

type Checked = Result<(), TestCaseError>;

impl Counter {
    /// A person never seen before.
    pub fn open(channel: Channel, personal: PersonalPolicy) -> Self {
        let now = Moment::from_timestamp(1_795_399_200, 0).expect("a moment");
        Self {
            channel,
            rules: Rules { personal, links: personal == PersonalPolicy::WebOnly, ..Rules::default() },
            now,
            state: State::new(Language::chinese()),
            files: BTreeSet::new(),
            next_file: 1,
            message: 0,
            luck: 7,
            steady: false,
            strict: true,
            sent: None,
            link: None,
            met: BTreeSet::new(),
        }
    }

    /// Results that nobody asked for will come.
    pub fn trusts_nothing(&mut self) {
        self.strict = false;
    }

    /// How often a text or a variable was missing.
    pub fn missing(&self) -> u64 {
        texts().missing()
    }

    /// Does one thing.
    pub fn play(&mut self, one: &Move) -> Checked {
        self.now += chrono::Duration::seconds(20);
        match self.event(one) {
            Some(event) => self.turn(event),
            None => Ok(()),
        }
    }

    fn event(&mut self, one: &Move) -> Option<Event> {
        self.message += 1;
        let message = Some(self.message);
        Some(match one {
            Move::Press(at) => Event::Press { token: self.token(&self.all(), *at)? },
            Move::Choose(at) => Event::Press { token: self.token(&self.choices(), *at)? },
            Move::Answer(at) => Event::Text { text: self.fitting(*at)?, message },
            Move::Type(text) => Event::Text { text: text.clone(), message },
            Move::Forge(token) => Event::Press { token: token.clone() },
            Move::Command(name, rest) => Event::Command { name: name.clone(), rest: rest.clone() },
            Move::Begin(at) => {
                let services: Vec<String> = SCRIPT.0.iter().map(|flow| flow.service.to_string()).collect();
                Event::Command { name: "start".to_owned(), rest: services.get(at % services.len())?.clone() }
            }
            Move::File(megabytes, words) => {
                let id = EvidenceId(self.next_file);
                self.next_file += 1;
                self.files.insert(id);
                let file = Incoming {
                    source: "somewhere".to_owned(),
                    kind: FileKind::Photo,
                    name: None,
                    mime: None,
                    bytes: Some(megabytes * 1_000_000),
                };
                Event::File { id, file, words: words.clone(), message }
            }
            Move::Link(at) => self.over_the_link(*at)?,
            Move::Contact(own, phone) => Event::Contact { own: *own, phone: phone.clone() },
            Move::Location => Event::Location { latitude: 30.55, longitude: 114.33 },
            Move::Edit(message) => Event::Edited { text: "other".to_owned(), message: Some(*message) },
            Move::Odd(n) => Event::Other(Oddity::ALL[n % Oddity::ALL.len()]),
            Move::Leave(gone) => Event::Left { gone: *gone },
            Move::Days(days) => {
                self.now += chrono::Duration::days(*days);
                Event::Tick
            }
            Move::Found(full) => {
                let facts = if *full { facts("words", LOOKUPS[2].facts, 3) } else { BTreeMap::new() };
                let things = if *full { things(4) } else { Vec::new() };
                let grant = full.then(|| receipt(9));
                Event::Found { found: Found { things, page: 7, pages: 3 }, facts, grant }
            }
            Move::Did(full) => Event::Did { facts: if *full { facts("rated", &[("result", Values::Names)], 1) } else { BTreeMap::new() } },
            Move::Submitted(anonymous) => Event::Submitted(Box::new(submitted(*anonymous))),
            Move::NotSubmitted => Event::NotSubmitted(Text::new("ticket-limit-today").with("max", 10_i64)),
        })
    }

    // --- What a person may do here -------------------------------------------------------------------------------------

    fn all(&self) -> Vec<usize> {
        (0..self.state.presses.len()).collect()
    }

    /// Presses that go on with what is asked.
    fn choices(&self) -> Vec<usize> {
        let leads_on = |press: &Press| {
            !matches!(
                press,
                Press::Back
                    | Press::Cancel
                    | Press::Home
                    | Press::Help
                    | Press::ChooseLanguage
                    | Press::Disagree
                    | Press::ReallyCancel
                    | Press::Forget
                    | Press::ReallyForget
            )
        };
        (0..self.state.presses.len()).filter(|at| leads_on(&self.state.presses[*at])).collect()
    }

    fn token(&self, among: &[usize], at: usize) -> Option<String> {
        let n = among.get(at.checked_rem(among.len())?)?;
        Some(format!("{}.{n}", self.state.screen))
    }

    /// The question that stands open.
    fn ask(&self) -> Option<&'static Ask> {
        let frame = self.state.frames.last()?;
        let open = frame.open.step.as_ref()?;
        SCRIPT.0.get(&frame.flow)?.asks().find(|(step, _)| step.id == *open).map(|(_, ask)| ask)
    }

    /// Words that answer the open question.
    fn fitting(&self, at: usize) -> Option<String> {
        Some(fitting(&self.ask()?.kind, at).to_owned())
    }

    /// The answer to the question of the newest link: asked for or not, a link can be opened at any time.
    fn over_the_link(&mut self, at: usize) -> Option<Event> {
        let request = self.link.clone()?;
        let Request::Answer { service, step } = &request else { return None };
        let (_, ask) = SCRIPT.0.get(service)?.asks().find(|(asked, _)| asked.id == *step)?;
        let (files, words) = match &ask.kind {
            Kind::Files { .. } => {
                let id = EvidenceId(self.next_file);
                self.next_file += 1;
                self.files.insert(id);
                (vec![id], None)
            }
            kind => (Vec::new(), Some(fitting(kind, at).to_owned())),
        };
        Some(Event::ByLink { request, files, words })
    }

    // --- Turns -------------------------------------------------------------------------------------------------------

    fn world(&self) -> World<'_> {
        World {
            kept: &[],
            flows: &SCRIPT.0,
            words: texts(),
            places: &SCRIPT.2,
            now: self.now,
            today: office_day(self.now),
            ability: self.channel.ability(),
            channel: self.channel.name(),
            rules: &self.rules,
            answers: None,
        }
    }

    fn turn(&mut self, event: Event) -> Checked {
        let mut event = event;
        for _ in 0..12 {
            let turn = step(&self.world(), self.state.clone(), event);
            let want = turn.want.clone();
            self.look(turn)?;
            event = match want {
                None => return Ok(()),
                Some(want) => self.result(want),
            };
        }
        Err(TestCaseError::fail("the machine wants more than twelve things in one turn"))
    }

    /// What a sound counter answers.
    fn result(&mut self, want: Want) -> Event {
        if !self.steady {
            self.luck = self.luck.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        }
        let luck = self.luck >> 33;
        self.met.insert(name(&want));
        match want {
            Want::Look(Look { step, from, .. }) => {
                let known = lookup(&from).expect("a look-up that is promised");
                let things = if known.items.is_empty() || luck.is_multiple_of(4) { Vec::new() } else { things(luck % 7) };
                let grant = (from == "ticket" || from == "ticket-access").then(|| receipt(luck % 3));
                Event::Found {
                    found: Found { things, page: 0, pages: 1 + (luck % 3) as u32 },
                    facts: facts(step.as_str(), known.facts, luck),
                    grant,
                }
            }
            Want::Act(Deed { step, act, with, .. }) => {
                // A correction is passed on by the machine itself: no dialog names it.
                let known = act_named(&act).map(|known| known.facts).unwrap_or_default();
                let done = !luck.is_multiple_of(3);
                if done {
                    for (_, answer) in with {
                        if let Answer::Files(files) = answer {
                            self.files.retain(|file| !files.contains(file));
                        }
                    }
                }
                let reason = Value::from(Text::new("act-refused-trouble"));
                let result = Value::from(if done { "ok" } else { "refused" });
                let mut facts = facts(step.as_str(), known, luck);
                facts.extend([(format!("{step}.result"), result), (format!("{step}.reason"), reason)]);
                Event::Did { facts }
            }
            Want::Submit(form) if !luck.is_multiple_of(5) => {
                self.files.retain(|file| !form.files.contains(file));
                let anonymous = form.anonymous;
                self.sent = Some(*form);
                Event::Submitted(Box::new(submitted(anonymous)))
            }
            Want::Submit(_) => Event::NotSubmitted(Text::new("ticket-limit-today").with("max", 10_i64)),
        }
    }

    /// Looks at everything that came out.
    fn look(&mut self, turn: Turn) -> Checked {
        for effect in &turn.effects {
            match effect {
                Effect::EraseFiles(files) => {
                    for file in files {
                        let known = self.files.remove(file);
                        prop_assert!(known || !self.strict, "a file is erased that is nobody's: {:?}", file);
                    }
                }
                Effect::SendLink(request) => self.link = Some(request.clone()),
                Effect::SendCopy | Effect::ForgetPerson | Effect::Consent { .. } => {}
            }
        }
        self.state = turn.state;
        let written = serde_json::to_string(&self.state).expect("a state can be written");
        let read: State = serde_json::from_str(&written).expect("a state can be read");
        prop_assert_eq!(&read, &self.state);
        if self.strict {
            let kept: BTreeSet<EvidenceId> = self.state.frames.iter().chain(&self.state.drafts).flat_map(|frame| frame.files()).collect();
            prop_assert_eq!(&kept, &self.files, "files are forgotten or kept without need");
        }
        if let Some(toast) = &turn.toast {
            let toast = texts().say(&self.state.language, toast);
            prop_assert!(toast.chars().count() <= 200 && !toast.is_empty(), "a toast is too long: {}", toast);
        }
        for show in &turn.shows {
            self.shown(show)?;
        }
        self.met.extend(self.state.presses.iter().map(name));
        self.met.extend(self.state.aside.iter().map(name));
        if let Some(screen) = turn.shows.iter().rev().find(|show| !show.lasting) {
            let presses = screen.buttons.iter().flatten().count();
            prop_assert!(presses > 0, "no way on: {:?}", screen.lines);
            // Behind the buttons of a review stand the lines that a list of it lets one change.
            let more = self.state.presses.get(presses..);
            prop_assert!(
                more.is_some_and(|more| more.iter().all(|press| matches!(press, Press::ChangeStep(_)))),
                "{:?}",
                self.state.presses
            );
        }
        Ok(())
    }

    fn shown(&self, show: &Show) -> Checked {
        for language in [Language::chinese(), Language::english()] {
            for ability in [Ability::TELEGRAM, Ability::TERMINAL] {
                fits(&render(texts(), &language, ability, show, self.state.screen), ability)?;
            }
        }
        Ok(())
    }

    // --- Ways out ------------------------------------------------------------------------------------------------------

    /// `/new` leads to the first screen from everywhere.
    pub fn leads_home_by_command(&mut self) -> Checked {
        let kept = self.state.clone();
        let files = self.files.clone();
        self.turn(Event::Command { name: "new".to_owned(), rest: String::new() })?;
        prop_assert!(self.is_home(), "/new leads to {:?}", self.state.frames);
        self.state = kept;
        self.files = files;
        Ok(())
    }

    /// Going back long enough leads there too, whatever look-ups find on the way.
    pub fn leads_home_by_going_back(&mut self) -> Checked {
        let kept = (self.state.clone(), self.files.clone());
        self.steady = true;
        for finds in 0..4 {
            (self.state, self.files) = kept.clone();
            self.luck = finds << 33;
            self.go_back()?;
        }
        self.steady = false;
        Ok(())
    }

    fn go_back(&mut self) -> Checked {
        for _ in 0..120 {
            if self.is_home() {
                return Ok(());
            }
            self.turn(Event::Command { name: "back".to_owned(), rest: String::new() })?;
        }
        Err(TestCaseError::fail(format!("going back never ends: {:?} {:?}", self.state.aside, self.state.frames)))
    }

    fn is_home(&self) -> bool {
        self.state.frames.is_empty() && self.state.aside.is_none()
    }

    // --- A report ------------------------------------------------------------------------------------------------------

    /// Fills in a report up to the review.
    pub fn report(&mut self, named: bool, choices: &[u8]) -> Checked {
        self.begin("counterfeit-report")?;
        self.typed(if named { "实名" } else { "匿名" })?;
        self.fill(choices)
    }

    /// Begins a service.
    pub fn begin(&mut self, service: &str) -> Checked {
        self.turn(Event::Command { name: "start".to_owned(), rest: service.to_owned() })
    }

    /// Goes on to the review with fitting answers.
    pub fn fill(&mut self, choices: &[u8]) -> Checked {
        let mut choices = choices.iter().cycle();
        for _ in 0..80 {
            if self.offers(&Press::Submit) {
                return Ok(());
            }
            let at = usize::from(*choices.next().expect("some choices"));
            if self.waits_for_the_link() {
                self.play(&Move::Link(at))?;
                continue;
            }
            match self.state.presses.iter().position(|press| matches!(press, Press::Agree | Press::Pass | Press::Enough)) {
                Some(n) => self.turn(Event::Press { token: format!("{}.{n}", self.state.screen) })?,
                None => self.play(&Move::Answer(at))?,
            }
        }
        Err(TestCaseError::fail(format!("the review is never reached: {:?}", self.state.frames)))
    }

    /// The open question is answered over a link only.
    fn waits_for_the_link(&self) -> bool {
        let open = self.state.frames.last().map(|frame| &frame.open).filter(|open| open.linked);
        let asked = self.link.as_ref().and_then(|request| match request {
            Request::Answer { step, .. } => Some(step),
            _ => None,
        });
        open.is_some_and(|open| open.step.is_none() || open.step.as_ref() == asked)
    }

    /// Changes the first answer at the review to "anonymous".
    pub fn make_anonymous(&mut self) -> Checked {
        self.press(&Press::Change)?;
        self.press(&Press::ChangeStep(StepId::from("how")))?;
        self.typed("匿名")?;
        prop_assert!(self.offers(&Press::Submit), "more is asked: {:?}", self.state.frames);
        Ok(())
    }

    /// Sends until the counter takes it.
    pub fn send(&mut self) -> Result<Form, TestCaseError> {
        for _ in 0..20 {
            self.press(&Press::Submit)?;
            if let Some(form) = self.sent.take() {
                return Ok(form);
            }
        }
        Err(TestCaseError::fail("the report is never taken"))
    }

    /// Types words.
    pub fn typed(&mut self, text: &str) -> Checked {
        self.turn(Event::Text { text: text.to_owned(), message: None })
    }

    /// A button is offered.
    pub fn offers(&self, press: &Press) -> bool {
        self.state.presses.contains(press)
    }

    /// Presses a button that is offered.
    pub fn press(&mut self, press: &Press) -> Checked {
        let Some(n) = self.state.presses.iter().position(|one| one == press) else {
            return Err(TestCaseError::fail(format!("{press:?} is not offered")));
        };
        self.turn(Event::Press { token: format!("{}.{n}", self.state.screen) })
    }
}

/// Words that answer a question of a kind.
fn fitting(kind: &Kind, at: usize) -> &'static str {
    let many: &[&str] = match kind {
        Kind::Choice(_) | Kind::Pick { .. } => &["1", "2", "3", "4"],
        Kind::Several(_) => &["1", "1, 2", "7", "5、6"],
        Kind::YesNo => &["是", "no"],
        Kind::Text { min, .. } if *min > 10 => &["昨天在店里买了一台，回家一查，这个专利号根本查不到。"],
        Kind::Text { .. } => &["某某电吹风", "Hair dryer", "包装上印着 ZL 2024 1 1234567.5"],
        Kind::Number { .. } | Kind::Money => &["5", "12"],
        Kind::Date(_) => &["昨天", "今天", "明天", "2026-11-03"],
        Kind::Phone | Kind::Email | Kind::Contact => &["13800000000", "a@example.com"],
        Kind::Links { .. } => &["https://example.com/1"],
        Kind::Country => &["日本", "Korea", "the States", "1"],
        Kind::List { of: Item::Number, .. } => &["5", "5, 12"],
        Kind::List { of: Item::Ipc, .. } => &["H04L 29, G06F 17/30", "A61K"],
        Kind::List { of: Item::Patent | Item::RightNumber, .. } => &["ZL 2013 1 0113186.7", "ZL 2013 1 0113186.8, CN112856361B"],
        Kind::List { of: Item::Text, .. } => &["石墨烯、电池", "Example Technologies Co., Ltd."],
        Kind::Year { .. } => &["2024", "去年"],
        Kind::Place => &["武昌", "东湖", "北京", "2"],
        Kind::Patent | Kind::Trademark | Kind::RightNumber { .. } => &["ZL 2013 1 0113186.8", "12345678"],
        Kind::CreditCode => &["91420100MA4K3A8F2X"],
        Kind::Files { .. } => &["完成", "没有"],
        Kind::Receipt => &["WH-261123-K7M4PN", "WH-261123-2A2A2W"],
        Kind::Code => &["K7M4PX29"],
    };
    many[at % many.len()]
}

/// The name of a variant.
fn name(one: &impl std::fmt::Debug) -> String {
    format!("{one:?}").split(['(', ' ', '{']).next().unwrap_or_default().to_owned()
}

fn receipt(n: u64) -> Receipt {
    Receipt::new("WH", chrono::NaiveDate::from_ymd_opt(2026, 11, 23).expect("a day"), [n as u8; 5])
}

fn submitted(anonymous: bool) -> Submitted {
    Submitted {
        receipt: receipt(1),
        code: "K7M4 PX29".to_owned(),
        anonymous,
        desk: Text::new("queue-ENF"),
        due: vec![(Text::new("ticket-limit"), chrono::NaiveDate::from_ymd_opt(2027, 1, 4).expect("a day"))],
        guessed: vec![2027],
    }
}

/// Things with every word that a list may ask for.
fn things(count: u64) -> Vec<Thing> {
    let thing = |n: u64| {
        let names = LOOKUPS.iter().flat_map(|known| known.items);
        Thing { id: receipt(n).to_string(), says: names.map(|name| ((*name).to_owned(), Value::from("x".repeat(90)))).collect() }
    };
    (0..count).map(thing).collect()
}

fn facts(step: &str, known: &[(&'static str, Values)], luck: u64) -> BTreeMap<String, Value> {
    let value = |at: usize, values: &Values| match values {
        Values::OneOf(names) => Value::from(names[(luck >> at) as usize % names.len()]),
        Values::Words | Values::Names => Value::from("<b>某某</b> & words"),
    };
    known.iter().enumerate().map(|(at, (name, values))| (format!("{step}.{name}"), value(at, values))).collect()
}

/// Within the limits of a channel, with sound markup.
fn fits(message: &Outbound, ability: Ability) -> Checked {
    prop_assert!(!message.text.trim().is_empty(), "an empty message");
    prop_assert!(shown_length(&message.text) <= ability.text, "{} units", shown_length(&message.text));
    if let Err(why) = balanced(&message.text) {
        return Err(TestCaseError::fail(format!("{why}: {}", message.text)));
    }
    let buttons: Vec<_> = message.buttons.iter().flatten().collect();
    prop_assert!(buttons.len() <= 100, "{} buttons", buttons.len());
    prop_assert!(message.buttons.iter().all(|row| !row.is_empty() && row.len() <= 8), "a row is empty or too long");
    for button in buttons {
        let signs = button.label.chars().count();
        prop_assert!(!button.label.trim().is_empty() && signs <= 64, "label of {} signs: {:?}", signs, button.label);
        prop_assert!(!button.token.is_empty() && button.token.len() <= 64, "token {:?}", button.token);
    }
    Ok(())
}

/// Only `<b>`, `<i>`, `<code>`, each closed in its place, and no loose signs of markup.
fn balanced(text: &str) -> Result<(), String> {
    let mut open: Vec<&str> = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find(['<', '>', '&']) {
        rest = &rest[at..];
        let known = ["&lt;", "&gt;", "&amp;"].iter().find(|entity| rest.starts_with(**entity));
        if let Some(entity) = known {
            rest = &rest[entity.len()..];
            continue;
        }
        let (tag, after) = rest.strip_prefix('<').and_then(|rest| rest.split_once('>')).ok_or("a loose sign of markup")?;
        match tag.strip_prefix('/') {
            Some(name) if open.pop() == Some(name) => {}
            None if ["b", "i", "code"].contains(&tag) => open.push(tag),
            _ => return Err(format!("<{tag}> has no place")),
        }
        rest = after;
    }
    if open.is_empty() { Ok(()) } else { Err(format!("{open:?} are not closed")) }
}
