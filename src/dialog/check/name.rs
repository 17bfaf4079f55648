//! Names: every step, fact, value, look-up, act and service that a dialog speaks of exists, was asked before, and can be
//! compared in that way.

use super::CheckFacts;
use super::scene::{Scene, Spotted};
use crate::complaint::{Complaint, Kind as Wrong, nearest};
use crate::dialog::condition::Condition;
use crate::dialog::flow::{Ask, Destination, Kind, Step, What};
use crate::dialog::lookup::{ACTS, Count, LOOKUPS, Lookup, PERSON, Takes, Values, act_named, lookup};
use crate::id::StepId;

/// Answers that say how a question was answered.
const UNKNOWN: &str = "unknown";
const SKIPPED: &str = "skipped";
/// Possible values named in a complaint.
const SHOWN: usize = 12;

pub(super) fn check<'a>(scene: &'a Scene<'a>, facts: &'a CheckFacts<'a>, found: &mut Vec<Complaint>) {
    let mut names = Names { scene, facts, found };
    for (at, step) in scene.steps() {
        names.condition(&step.when, at, &|name| scene.when(at, name));
        names.step(at, step);
    }
    names.submit();
}

struct Names<'a, 'b> {
    scene: &'a Scene<'a>,
    facts: &'a CheckFacts<'a>,
    found: &'b mut Vec<Complaint>,
}

impl<'a> Names<'a, '_> {
    fn step(&mut self, at: usize, step: &Step) {
        let scene = self.scene;
        match &step.what {
            What::Say { chart: None, .. } => {}
            What::Say { chart: Some(look), .. } => {
                let spot = scene.field(at, "chart");
                let Some(position) = self.before(look.as_str(), at, &spot) else { return };
                if !scene.gives(&scene.flow.steps[position]).is_some_and(|lookup| lookup.chart) {
                    let kind = Wrong::KindUnfit { step: look.to_string(), expected: "a picture".to_owned() };
                    self.found.push(spot.complaint(kind));
                }
            }
            What::Ask(ask) => self.ask(at, ask),
            What::Stop { offer, .. } => {
                for (i, service) in offer.iter().enumerate().filter(|(_, service)| scene.flows.get(service).is_none()) {
                    let services = scene.flows.iter().map(|flow| flow.service.as_str());
                    let help = nearest(service.as_str(), services);
                    let kind = Wrong::ServiceUnknown { service: service.to_string() };
                    self.found.push(scene.item(at, "offer", i).complaint(kind).with_help(help));
                }
            }
            What::Look { from, with, .. } => {
                self.lookup(at, from);
                self.given(at, "with", with);
                self.takes(at, lookup(from), with);
            }
            What::Do { act, with, about, .. } => {
                match act_named(act) {
                    None => {
                        let help = nearest(act, ACTS.iter().map(|one| one.name));
                        let kind = Wrong::ActUnknown { name: act.clone() };
                        self.found.push(scene.field(at, "from").complaint(kind).with_help(help));
                    }
                    Some(known) if known.about && about.is_none() => {
                        self.found.push(scene.head(at).complaint(Wrong::FieldMissing { field: "about".to_owned() }));
                    }
                    Some(known) if !known.about && about.is_some() => {
                        let kind = Wrong::FieldMisplaced { field: "about".to_owned(), head: format!("do from {act}") };
                        self.found.push(scene.field(at, "about").complaint(kind));
                    }
                    Some(_) => {}
                }
                self.given(at, "with", with);
                self.takes(at, act_named(act), with);
            }
            What::Again { to } => match scene.position(to.as_str()) {
                None => self.unknown(to.as_str(), &scene.head(at)),
                Some(target) if target >= at => {
                    self.found.push(scene.head(at).complaint(Wrong::AgainForward { step: to.to_string() }));
                }
                Some(_) => {}
            },
        }
    }

    fn ask(&mut self, at: usize, ask: &Ask) {
        let scene = self.scene;
        self.given(at, "depends", &ask.depends);
        let options = match &ask.kind {
            Kind::Choice(options) | Kind::Several(options) => options.as_slice(),
            Kind::Pick { from, with, options } => {
                self.lookup(at, from);
                self.given(at, "with", with);
                self.takes(at, lookup(from), with);
                options.as_slice()
            }
            Kind::RightNumber { by } => {
                self.given(at, "by", std::slice::from_ref(by));
                if self.asked(by.as_str()).is_some_and(|ask| !matches!(ask.kind, Kind::Choice(_))) {
                    let kind = Wrong::KindUnfit { step: by.to_string(), expected: "a choice".to_owned() };
                    self.found.push(scene.field(at, "by").complaint(kind));
                }
                &[]
            }
            _ => &[],
        };
        for (i, option) in options.iter().enumerate() {
            self.condition(&option.when, at, &|_| scene.item(at, "options", i));
        }
    }

    fn lookup(&mut self, at: usize, from: &str) {
        if lookup(from).is_none() {
            let help = nearest(from, LOOKUPS.iter().map(|one| one.name));
            let kind = Wrong::LookupUnknown { name: from.to_owned() };
            self.found.push(self.scene.field(at, "from").complaint(kind).with_help(help));
        }
    }

    /// The answers that go with a look-up or act are those that it takes: of these kinds, so many.
    fn takes(&mut self, at: usize, wanted: Option<&'static Lookup>, with: &[StepId]) {
        let Some(wanted) = wanted else { return };
        let spot = self.scene.field(at, "with");
        let mut left: Vec<(&Takes, usize)> = wanted.takes.iter().map(|takes| (takes, 0)).collect();
        for name in with {
            // What is unknown was complained about already.
            let Some(position) = self.scene.position(name.as_str()) else { return };
            let kind = match &self.scene.flow.steps[position].what {
                What::Ask(ask) => ask.kind.name(),
                _ => "",
            };
            let fits = |takes: &Takes| takes.kinds.contains(&kind);
            let room =
                |(takes, used): &&mut (&Takes, usize)| fits(takes) && (*used == 0 || matches!(takes.count, Count::Some | Count::Any));
            match left.iter_mut().find(room) {
                Some((_, used)) => *used += 1,
                None => {
                    let (step, name) = (name.to_string(), wanted.name.to_owned());
                    let wrong = match wanted.takes.iter().any(fits) {
                        true => Wrong::WithSurplus { step: step.clone(), name },
                        false => Wrong::WithUnfit { step: step.clone(), name, kinds: kinds(wanted.takes) },
                    };
                    self.found.push(spot.about(&step, wrong));
                }
            }
        }
        for (takes, _) in left.iter().filter(|(takes, used)| *used == 0 && matches!(takes.count, Count::One | Count::Some)) {
            let kind = Wrong::WithMissing { name: wanted.name.to_owned(), kinds: takes.kinds.join(" or ") };
            self.found.push(spot.complaint(kind));
        }
    }

    /// Steps named in a list must have been asked before.
    fn given(&mut self, at: usize, field: &str, names: &[StepId]) {
        for name in names {
            self.before(name.as_str(), at, &self.scene.field(at, field));
        }
    }

    /// The position of a step that was met before; complains otherwise.
    fn before(&mut self, name: &str, at: usize, spot: &Spotted<'_>) -> Option<usize> {
        let Some(position) = self.scene.position(name) else {
            self.unknown(name, spot);
            return None;
        };
        let own_facts =
            position == at && matches!(&self.scene.flow.steps[at].what, What::Ask(ask) if matches!(ask.kind, Kind::Pick { .. }));
        if position > at || (position == at && !own_facts) {
            self.found.push(spot.about(name, Wrong::UsedEarly { name: name.to_owned(), service: self.scene.flow.service.to_string() }));
            return None;
        }
        let later = |at: usize| matches!(self.scene.flow.steps.get(at).map(|step| &step.what), Some(What::Ask(ask)) if ask.later);
        // What was added at a review is there when the review is sent.
        let reviewed = matches!(self.scene.flow.steps.get(at).map(|step| &step.what), Some(What::Do { review: true, .. }));
        if later(position) && !later(at) && !reviewed && at < self.scene.flow.steps.len() {
            self.found.push(spot.about(name, Wrong::LaterUsed { name: name.to_owned() }));
            return None;
        }
        Some(position)
    }

    fn unknown(&mut self, name: &str, spot: &Spotted<'_>) {
        let help = nearest(name, self.scene.flow.steps.iter().map(|step| step.id.as_str()));
        let kind = Wrong::NameUnknown { name: name.to_owned(), service: self.scene.flow.service.to_string() };
        self.found.push(spot.about(name, kind).with_help(help));
    }

    fn asked(&self, name: &str) -> Option<&Ask> {
        let at = self.scene.position(name)?;
        match &self.scene.flow.steps[at].what {
            What::Ask(ask) => Some(ask),
            _ => None,
        }
    }

    /// A condition met at a position; `spot` leads to where a name of it stands.
    fn condition(&mut self, condition: &Condition, at: usize, spot: &dyn Fn(&str) -> Spotted<'a>) {
        match condition {
            Condition::Always => {}
            Condition::All(parts) | Condition::Any(parts) => parts.iter().for_each(|part| self.condition(part, at, spot)),
            Condition::Not(part) => self.condition(part, at, spot),
            Condition::Is(name, value) if name.contains('.') => self.fact(name, value, at, &spot(name)),
            Condition::Is(name, value) => self.compared(name, at, &spot(name), &|ask| values(ask, self.facts, value)),
            Condition::Has(name, value) => self.compared(name, at, &spot(name), &|ask| match &ask.kind {
                Kind::Several(options) => among(options.iter().map(|option| option.name.as_str()), value),
                _ => Err(Wrong::NotCompared { name: name.clone(), how: "has".to_owned() }),
            }),
            Condition::Answered(name) => self.compared(name, at, &spot(name), &|_| Ok(())),
            Condition::Unknown(name) => self.compared(name, at, &spot(name), &|ask| {
                if ask.unknown { Ok(()) } else { Err(Wrong::NotCompared { name: name.clone(), how: "unknown".to_owned() }) }
            }),
            Condition::TodayFrom(_) => {}
            Condition::Within(name, _) => self.dated(name, at, &spot(name), "within"),
            Condition::Older(name, _) => self.dated(name, at, &spot(name), "older than"),
            Condition::Passed(name) => self.dated(name, at, &spot(name), "passed"),
            Condition::Over(name, _) if name.contains('.') => self.counted(name, at, &spot(name)),
            Condition::Over(name, _) => self.compared(name, at, &spot(name), &|ask| match ask.kind {
                Kind::Number { .. }
                | Kind::Money
                | Kind::Year { .. }
                | Kind::List { .. }
                | Kind::Several(_)
                | Kind::Links { .. }
                | Kind::Files { .. } => Ok(()),
                _ => Err(Wrong::NotCompared { name: name.clone(), how: "over".to_owned() }),
            }),
        }
    }

    fn dated(&mut self, name: &str, at: usize, spot: &Spotted<'_>, how: &str) {
        self.compared(name, at, spot, &|ask| match ask.kind {
            Kind::Date(_) => Ok(()),
            _ => Err(Wrong::NotCompared { name: name.to_owned(), how: how.to_owned() }),
        });
    }

    fn compared(&mut self, name: &str, at: usize, spot: &Spotted<'_>, fits: &dyn Fn(&Ask) -> Result<(), Wrong>) {
        if name.contains('.') {
            self.found.push(spot.about(name, Wrong::NotCompared { name: name.to_owned(), how: "other than = or !=".to_owned() }));
            return;
        }
        if self.before(name, at, spot).is_none() {
            return;
        }
        let result = match self.asked(name) {
            Some(ask) => fits(ask).map_err(|wrong| named(wrong, name)),
            None => Err(Wrong::NotCompared { name: name.to_owned(), how: "a condition: it asks nothing".to_owned() }),
        };
        if let Err(kind) = result {
            let word = if let Wrong::ValueImpossible { value, .. } = &kind { value.clone() } else { name.to_owned() };
            self.found.push(spot.about(&word, kind));
        }
    }

    /// Values that a fact may have; outside, when it was complained about already.
    fn values(&mut self, name: &str, at: usize, spot: &Spotted<'_>) -> Option<Option<Values>> {
        let (step, fact) = name.split_once('.').unwrap_or((name, ""));
        if step == "person" {
            return Some(PERSON.iter().find(|(one, _)| *one == name).map(|(_, values)| *values));
        }
        let position = self.before(step, at, spot)?;
        let given = self.scene.gives(&self.scene.flow.steps[position]);
        Some(given.and_then(|lookup| lookup.facts.iter().find(|(one, _)| *one == fact)).map(|(_, values)| *values))
    }

    /// A fact that is compared with a number.
    fn counted(&mut self, name: &str, at: usize, spot: &Spotted<'_>) {
        let Some(values) = self.values(name, at, spot) else { return };
        let kind = match values {
            None => Wrong::FactUnknown { fact: name.to_owned() },
            Some(Values::Names) => return,
            Some(_) => Wrong::NotCompared { name: name.to_owned(), how: "over: it is no number".to_owned() },
        };
        self.found.push(spot.about(name, kind));
    }

    fn fact(&mut self, name: &str, value: &str, at: usize, spot: &Spotted<'_>) {
        let Some(values) = self.values(name, at, spot) else { return };
        let kind = match values {
            None => Wrong::FactUnknown { fact: name.to_owned() },
            Some(Values::Words) => Wrong::NotCompared { name: name.to_owned(), how: "=: it is words for people".to_owned() },
            Some(Values::OneOf(allowed)) if !allowed.contains(&value) => {
                Wrong::ValueImpossible { value: value.to_owned(), name: name.to_owned(), allowed: allowed.join(", ") }
            }
            Some(Values::OneOf(_) | Values::Names) => return,
        };
        let word = if matches!(kind, Wrong::ValueImpossible { .. }) { value } else { name };
        self.found.push(spot.about(word, kind));
    }

    fn submit(&mut self) {
        let scene = self.scene;
        let Some(submit) = &scene.flow.submit else { return };
        let end = scene.flow.steps.len();
        for (i, rule) in submit.queue.iter().enumerate() {
            let i = i.to_string();
            self.condition(&rule.when, end, &|_| scene.submit(&["queue", &i, "when"]));
            match &rule.to {
                Destination::Queue(queue) => {
                    if !self.facts.queues.contains(queue) {
                        let help = nearest(queue.as_str(), self.facts.queues.iter().map(|queue| queue.as_str()));
                        let kind = Wrong::QueueUnserved { queue: queue.to_string() };
                        self.found.push(scene.submit(&["queue", &i, "to"]).complaint(kind).with_help(help));
                    }
                }
                Destination::District(step) => {
                    let spot = scene.submit(&["queue", &i, "district"]);
                    self.fitting(step, &spot, "a place", |kind| matches!(kind, Kind::Place));
                }
            }
        }
        self.condition(&submit.when, end, &|_| scene.submit(&["when"]));
        for (name, condition) in [("urgent", &submit.urgent), ("anonymous", &submit.anonymous)] {
            if let Some(condition) = condition {
                self.condition(condition, end, &|_| scene.submit(&[name]));
            }
        }
        if let Some(title) = &submit.title {
            let spot = scene.submit(&["title"]);
            let sayable = |kind: &Kind| !matches!(kind, Kind::Files { .. } | Kind::Code | Kind::Links { .. });
            self.fitting(title, &spot, "words", sayable);
            if self.asked(title.as_str()).is_some_and(|ask| ask.personal.is_some()) {
                self.found.push(spot.complaint(Wrong::TitlePersonal { step: title.to_string() }));
            }
        }
    }

    fn fitting(&mut self, step: &StepId, spot: &Spotted<'_>, expected: &str, fits: impl Fn(&Kind) -> bool) {
        if self.scene.position(step.as_str()).is_none() {
            self.unknown(step.as_str(), spot);
        } else if !self.asked(step.as_str()).is_some_and(|ask| fits(&ask.kind)) {
            self.found.push(spot.complaint(Wrong::KindUnfit { step: step.to_string(), expected: expected.to_owned() }));
        }
    }
}

/// Kinds of questions that a look-up or act takes, for people.
fn kinds(takes: &[Takes]) -> String {
    let kinds: Vec<&str> = takes.iter().flat_map(|takes| takes.kinds.iter().copied()).collect();
    if kinds.is_empty() { "nothing".to_owned() } else { kinds.join(", ") }
}

fn named(wrong: Wrong, name: &str) -> Wrong {
    match wrong {
        Wrong::ValueImpossible { value, allowed, .. } => Wrong::ValueImpossible { value, name: name.to_owned(), allowed },
        Wrong::NotCompared { how, .. } => Wrong::NotCompared { name: name.to_owned(), how },
        other => other,
    }
}

/// Whether a question can have this value.
fn values(ask: &Ask, facts: &CheckFacts<'_>, value: &str) -> Result<(), Wrong> {
    if (value == UNKNOWN && ask.unknown) || (value == SKIPPED && ask.optional) {
        return Ok(());
    }
    match &ask.kind {
        Kind::Choice(options) => among(options.iter().map(|option| option.name.as_str()), value),
        Kind::YesNo => among(["yes", "no"].into_iter(), value),
        Kind::Place if facts.places.by_code(value).is_some() => Ok(()),
        Kind::Place => among(facts.places.iter().map(|place| place.code.as_str()), value),
        Kind::Country if facts.countries.by_code(value).is_some() => Ok(()),
        Kind::Country => among(facts.countries.iter().map(|country| country.code.as_str()), value),
        Kind::Year { .. } if value.parse::<u16>().is_ok_and(|year| (1900..=2200).contains(&year)) => Ok(()),
        // What a look-up finds has any name.
        Kind::Pick { .. } => Ok(()),
        _ => Err(Wrong::NotCompared { name: String::new(), how: "=".to_owned() }),
    }
}

fn among<'a>(allowed: impl Iterator<Item = &'a str>, value: &str) -> Result<(), Wrong> {
    let allowed: Vec<&str> = allowed.collect();
    if allowed.contains(&value) {
        return Ok(());
    }
    let more = if allowed.len() > SHOWN { ", …" } else { "" };
    let shown = format!("{}{more}", allowed[..allowed.len().min(SHOWN)].join(", "));
    Err(Wrong::ValueImpossible { value: value.to_owned(), name: String::new(), allowed: shown })
}
