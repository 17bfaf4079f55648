//! Free words that are no answer to the step: what they may mean, and the screens that offer it.
//!
//! It must not begin or leave anything: whatever it offers waits for a press, and the form lies untouched below.
//!
//! ## Why
//! * At the menu a near meaning is worth an offer. In a form it is not: there what was typed is an answer first. Only what a
//!   question refuses, or what has the form of a question and one clear meaning, is held up.
//! * Words that could be an answer stay in the state until the person says what they are. A question that invites questions
//!   (`questions: true`), or that feeds a look-up, takes them as they stand.

use super::flow::{Ask, Flow, Kind, Step, What};
use super::machine::{Run, Stand};
use super::read::Read;
use super::screen::{Rows, button, short};
use super::state::{Aside, Besides, Meant, Press, Ready, Words};
use crate::id::ServiceId;
use crate::locale::{Text, Value};
use crate::table::Bilingual;
use crate::table::answer::Answer as Prepared;
use crate::understand::question::{is_question, is_sentence};

impl<'w> Run<'w> {
    /// Free words at the menu: the service of that name, an answer, an offer, or a word that nothing was understood.
    pub(super) fn puzzled(&mut self, text: &str) {
        let typed = crate::format::fold(text);
        let named = self.world.flows.iter().find(|flow| {
            let name = flow.service.as_str();
            [name.to_owned(), format!("{name}.short")].into_iter().any(|id| self.world.words.is_said(&Text::new(id), &typed))
        });
        if let Some(flow) = named {
            return self.begin(&flow.service.clone());
        }
        if self.world.words.is_said(&Text::new("button-booking"), &typed) {
            return self.go_to_booking(String::new());
        }
        match self.meant(text).0.as_slice() {
            [] => {
                self.state.puzzled = self.state.puzzled.saturating_add(1);
                self.notice(if self.state.puzzled > 1 { "not-understood-again" } else { "not-understood" });
            }
            [Meant::Answer { answer }] => self.aside(Aside::Answer(Ready { answer: answer.clone(), typed: None })),
            several => self.aside(Aside::Offer(several.to_vec())),
        }
    }

    /// None of what was offered was meant: the menu, and a person to talk to.
    pub(super) fn none_of_these(&mut self) {
        self.home();
        self.state.puzzled = 1;
        self.notice("offer-none");
    }

    /// Offers what refused words may mean besides; `false` when they mean nothing here.
    pub(super) fn refused_besides(&mut self, text: &str) -> bool {
        let asks = is_question(text);
        if !asks && !is_sentence(text) {
            return false;
        }
        let (meant, clear) = self.meant(text);
        // A sentence about the matter of this form is most likely an answer in other words; one of another matter is not.
        let offered = !meant.is_empty() && (asks || (clear && meant.iter().all(|one| self.is_elsewhere(one))));
        if offered {
            self.aside(Aside::Besides(Besides { meant, typed: None }));
        }
        offered
    }

    /// Holds up an answer that looks like a question with one clear meaning; `false` when it is to be taken.
    pub(super) fn asks_besides(&mut self, step: &Step, ask: &Ask, text: &str) -> bool {
        let invites = ask.questions || ask.personal.is_some() || self.top_flow().is_some_and(|flow| is_looked_up(flow, step));
        if !matches!(ask.kind, Kind::Text { .. }) || invites || !is_question(text) {
            return false;
        }
        let (meant, clear) = self.meant(text);
        let held = clear && meant.len() == 1;
        if held {
            let typed = Some(Words { step: step.id.clone(), text: text.to_owned() });
            self.aside(Aside::Besides(Besides { meant, typed }));
        }
        held
    }

    /// Takes the words that were held up as the answer after all.
    pub(super) fn take_words(&mut self, aside: Option<Aside>) {
        let (Some(words), Stand::Ask(step, ask)) = (held(aside), self.stand()) else {
            self.toast = Some(Text::new("toast-old-button"));
            return;
        };
        match self.read_typed(step, ask, &words.text) {
            Read::Answer(answer) if words.step == step.id => self.answered(step, ask, answer),
            _ => self.toast = Some(Text::new("toast-old-button")),
        }
    }

    /// Shows a prepared answer; words that were held up stay held.
    pub(super) fn show_prepared(&mut self, answer: String, aside: Option<Aside>) {
        self.aside(Aside::Answer(Ready { answer, typed: held(aside) }));
    }

    /// What free words may mean at this counter, and whether there is hardly a doubt.
    fn meant(&self, text: &str) -> (Vec<Meant>, bool) {
        let here = self.state.frames.last().map(|frame| &frame.flow);
        if let Some(own) = self.world.answers.and_then(|answers| answers.said(text, |id| self.is_learnt(id))) {
            return (vec![Meant::Answer { answer: own.id.clone() }], true);
        }
        let Some(understanding) = &self.world.rules.understanding else { return (Vec::new(), false) };
        let understood = understanding.understand(text);
        let prepared = |id: &str| self.prepared(&id.to_lowercase());
        let asked = here.filter(|_| is_question(text)).and_then(|here| understood.asked_at(here.as_str()));
        if let Some(own) = asked.and_then(prepared) {
            return (vec![Meant::Answer { answer: own.id.clone() }], true);
        }
        let mut clear = true;
        let mut meant: Vec<Meant> = Vec::new();
        for meaning in understood.meant() {
            let prepared = meaning.answer.and_then(prepared);
            let service = self.world.flows.get(&ServiceId::from(meaning.service)).map(|flow| &flow.service);
            meant.extend(match (prepared, service) {
                (Some(prepared), _) => Some(Meant::Answer { answer: prepared.id.clone() }),
                // Where the person is already, there is nothing to go to.
                (None, Some(service)) if here != Some(service) => Some(Meant::Service(service.clone())),
                _ => None,
            });
            clear &= meaning.clear;
        }
        (meant, clear)
    }

    fn is_elsewhere(&self, meant: &Meant) -> bool {
        let here = self.state.frames.last().map_or("", |frame| frame.flow.as_str());
        match meant {
            Meant::Service(service) => service.as_str() != here,
            Meant::Answer { answer } => self.prepared(answer).is_some_and(|one| one.service != here),
        }
    }

    fn is_learnt(&self, answer: &str) -> bool {
        self.world.rules.understanding.as_ref().is_some_and(|understanding| understanding.knows(&answer.to_uppercase()))
    }

    fn prepared(&self, id: &str) -> Option<&'w Prepared> {
        self.world.answers?.by_id(id)
    }

    // --- Screens ------------------------------------------------------------------------------------------------------

    /// One service with yes, or a few to choose from.
    pub(super) fn offer_screen(&self, meant: &[Meant]) -> (Vec<Text>, Rows) {
        let other = vec![button("offer-other", Press::Other)];
        if let [Meant::Service(only)] = meant {
            let line = Text::new("offer-one").with("service", Text::new(only.as_str()));
            return (vec![line], vec![vec![button("offer-yes", Press::Service(only.clone()))], other]);
        }
        (vec![Text::new("offer-several")], self.choices(meant).chain([other]).collect())
    }

    /// What was typed into a form may mean something else.
    pub(super) fn besides_screen(&self, besides: &Besides) -> (Vec<Text>, Rows) {
        let mut rows: Rows = self.choices(&besides.meant).collect();
        let line = match &besides.typed {
            Some(words) => {
                rows.insert(0, vec![button("besides-take", Press::Take)]);
                Text::new("besides-question").with("words", crate::format::neutral(&words.text))
            }
            None => Text::new("besides-refused"),
        };
        rows.push(vec![button("go-on", Press::GoOn)]);
        (vec![line], rows)
    }

    /// An answer with where it comes from, and what can be done about it.
    pub(super) fn prepared_screen(&self, ready: &Ready) -> (Vec<Text>, Rows) {
        let in_form = !self.state.frames.is_empty();
        let mut rows = Rows::new();
        let Some(one) = self.prepared(&ready.answer) else {
            rows.push(vec![if in_form { button("go-on", Press::GoOn) } else { button("home", Press::Home) }]);
            return (vec![Text::new("data-not-loaded")], rows);
        };
        let source: Value = if one.source.is_empty() { Text::new("table-own-words").into() } else { in_language(&one.source).into() };
        let lines = vec![
            Text::new("prepared-answer").with("title", in_language(&one.question)).with("words", in_language(&one.words)),
            Text::new("prepared-source").with("source", source).with("day", one.as_of),
            Text::new("prepared-general"),
        ];
        let service = ServiceId::from(one.service.as_str());
        let here = self.state.frames.last().is_some_and(|frame| frame.flow == service);
        if let Some(flow) = self.world.flows.get(&service).filter(|_| !here && !self.is_closed(&service)) {
            let label = Text::new("button-start-service").with("service", short(&flow.service));
            rows.push(vec![(label, Press::Service(flow.service.clone()))]);
        }
        if ready.typed.is_some() {
            rows.push(vec![button("besides-take", Press::Take)]);
        }
        rows.push(vec![if in_form { button("go-on", Press::GoOn) } else { button("offer-other", Press::Other) }]);
        (lines, rows)
    }

    fn choices(&self, meant: &[Meant]) -> impl Iterator<Item = Vec<(Text, Press)>> {
        meant.iter().map(|one| match one {
            Meant::Service(service) => vec![(short(service), Press::Service(service.clone()))],
            Meant::Answer { answer } => {
                let title = self.prepared(answer).map_or_else(|| Text::new("table-blank"), |one| in_language(&one.question));
                vec![(title, Press::Prepared(answer.clone()))]
            }
        })
    }
}

fn held(aside: Option<Aside>) -> Option<Words> {
    match aside? {
        Aside::Besides(besides) => besides.typed,
        Aside::Answer(ready) => ready.typed,
        _ => None,
    }
}

/// The answer goes into a look-up: people type there what they look for.
fn is_looked_up(flow: &Flow, step: &Step) -> bool {
    flow.steps.iter().any(|other| match &other.what {
        What::Look { with, .. } => with.contains(&step.id),
        What::Ask(ask) => matches!(&ask.kind, Kind::Pick { with, .. } if with.contains(&step.id)),
        _ => false,
    })
}

fn in_language(words: &Bilingual) -> Text {
    Text::new("in-language").with("zh", words.zh()).with("en", words.en())
}
