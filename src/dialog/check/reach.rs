//! Paths: every step can be reached, every loop waits for the person, the dialog ends, and an anonymous report asks for no
//! name.
//!
//! ## Why
//! Dialogs are small, so paths are tried one by one: every answer that some condition tells apart, in the order of the
//! steps, with the machine's own reading of conditions. Where that would be too many, nothing is claimed: a complaint is
//! always true.

use super::scene::{Scene, gives};
use crate::complaint::{Complaint, Kind as Wrong};
use crate::dialog::answer::{Answer, CountryAnswer, ListItem, PlaceAnswer};
use crate::dialog::condition::{Condition, Known};
use crate::dialog::flow::{Ask, Flow, Kind, Opt, Step, What};
use crate::dialog::lookup::{PERSON, Values};
use crate::id::StepId;
use chrono::{Days, NaiveDate};
use std::collections::{BTreeMap, BTreeSet};

/// Answers tried at most for one question about paths.
const TRIES: u32 = 200_000;
/// Choices of one question whose every combination is tried.
const COMBINED: usize = 9;
/// An answer that no condition mentions.
const OTHER: &str = "(other)";

pub(super) fn check(scene: &Scene<'_>, found: &mut Vec<Complaint>) {
    let paths = Paths::new(scene.flow);
    let service = || scene.flow.service.to_string();
    for (at, step) in scene.steps() {
        if paths.possible(at, &[&step.when], &|here| step.when.holds(here)) == Some(false) {
            let kind = Wrong::StepUnreachable { step: step.id.to_string(), service: service() };
            found.push(scene.head(at).complaint(kind));
            continue;
        }
        options(scene, &paths, (at, step), found);
        if let What::Again { to } = &step.what
            && let Some(target) = scene.position(to.as_str())
            && paths.loops(at, target)
        {
            found.push(scene.head(at).complaint(Wrong::LoopWithoutWait { step: to.to_string() }));
        }
    }
    let end = scene.flow.steps.len();
    let ends = |step: &Step| matches!(step.what, What::Stop { .. });
    if end == 0 || !(paths.possible(end, &[], &|_| true) != Some(false) || scene.flow.steps.iter().any(ends)) {
        found.push(scene.head(end.saturating_sub(1)).complaint(Wrong::NoEnd { service: service() }));
    }
    anonymous(scene, &paths, found);
}

fn options(scene: &Scene<'_>, paths: &Paths<'_>, (at, step): (usize, &Step), found: &mut Vec<Complaint>) {
    let What::Ask(ask) = &step.what else { return };
    let (Kind::Choice(options) | Kind::Several(options) | Kind::Pick { options, .. }) = &ask.kind else { return };
    for (i, option) in options.iter().enumerate().filter(|(_, option)| option.when != Condition::Always) {
        // A pick knows its own facts already when it offers its options.
        let upto = at + usize::from(matches!(ask.kind, Kind::Pick { .. }));
        let offered = |here: &Here| step.when.holds(here) && option.when.holds(here);
        if paths.possible(upto, &[&step.when, &option.when], &offered) == Some(false) {
            found.push(scene.item(at, "options", i).complaint(Wrong::OptionNever { option: option.name.clone() }));
        }
    }
}

/// A personal question that must be answered is never asked when the ticket is anonymous.
fn anonymous(scene: &Scene<'_>, paths: &Paths<'_>, found: &mut Vec<Complaint>) {
    let Some(rule) = scene.flow.submit.as_ref().and_then(|submit| submit.anonymous.as_ref()) else { return };
    let end = scene.flow.steps.len();
    for (at, step) in scene.steps() {
        let What::Ask(ask) = &step.what else { continue };
        let asks = ask.personal.is_some() && !ask.optional && !ask.later;
        let both = |here: &Here| rule.holds(here) && step.when.holds(here);
        if asks && paths.possible(end, &[rule, &step.when], &both) == Some(true) {
            let kind = Wrong::AnonymousAsked { step: step.id.to_string(), service: scene.flow.service.to_string() };
            found.push(scene.head(at).complaint(kind));
        }
    }
}

/// What is answered and found on one path.
struct Here {
    answers: BTreeMap<StepId, Answer>,
    facts: BTreeMap<String, String>,
    /// The last day of those on which a law changes that has come.
    era: Option<NaiveDate>,
}

/// Any day will do: only distances from it are compared.
fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 1, 1).expect("a day of the calendar")
}

impl Known for Here {
    fn answer(&self, step: &StepId) -> Option<&Answer> {
        self.answers.get(step)
    }

    fn fact(&self, name: &str) -> Option<&str> {
        self.facts.get(name).map(String::as_str)
    }

    fn today(&self) -> NaiveDate {
        today()
    }

    fn is_from(&self, day: NaiveDate) -> bool {
        self.era.is_some_and(|era| era >= day)
    }
}

/// One thing that differs between paths.
enum Unknown<'a> {
    /// The answer to the step at this position.
    Answer(usize, &'a Step, Vec<Option<Answer>>),
    /// A fact that appears with the step at this position; with none for facts that always are.
    Fact(Option<(usize, &'a Step)>, String, Vec<String>),
    /// A step that ends the path when its condition holds.
    End(usize, &'a Step),
    /// Days on which a law changes.
    Era(Vec<NaiveDate>),
}

impl Unknown<'_> {
    fn order(&self) -> (usize, u8) {
        match self {
            Unknown::Era(_) | Unknown::Fact(None, ..) => (0, 0),
            Unknown::Answer(at, ..) => (at + 1, 0),
            Unknown::Fact(Some((at, _)), ..) => (at + 1, 1),
            Unknown::End(at, _) => (at + 1, 2),
        }
    }
}

/// The paths of one dialog.
pub(in crate::dialog) struct Paths<'a> {
    flow: &'a Flow,
    /// Values that conditions compare a step or fact with.
    values: BTreeMap<&'a str, BTreeSet<&'a str>>,
    /// Days at which some condition on a date turns.
    days: BTreeMap<&'a str, BTreeSet<NaiveDate>>,
    /// Numbers that conditions compare with.
    numbers: BTreeMap<&'a str, BTreeSet<u32>>,
    /// Days on which a law changes.
    eras: BTreeSet<NaiveDate>,
}

impl<'a> Paths<'a> {
    pub(in crate::dialog) fn new(flow: &'a Flow) -> Self {
        let mut paths = Self { flow, values: BTreeMap::new(), days: BTreeMap::new(), numbers: BTreeMap::new(), eras: BTreeSet::new() };
        for condition in conditions(flow) {
            for (name, value) in condition.uses() {
                paths.values.entry(name).or_default().extend(value);
            }
            for leaf in condition.leaves() {
                paths.turning(leaf);
            }
        }
        paths
    }

    /// Where a condition on a date or a number turns.
    fn turning(&mut self, leaf: &'a Condition) {
        let day = |days: u32| today().checked_add_days(Days::new(days.into())).unwrap_or(NaiveDate::MAX);
        match leaf {
            Condition::Within(name, days) => drop(self.days.entry(name).or_default().insert(day(*days))),
            Condition::Older(name, age) => drop(self.days.entry(name).or_default().insert(age.before(today()))),
            Condition::Passed(name) => drop(self.days.entry(name).or_default().insert(today())),
            Condition::Over(name, n) => drop(self.numbers.entry(name).or_default().insert(*n)),
            Condition::TodayFrom(day) => drop(self.eras.insert(*day)),
            Condition::Always
            | Condition::All(_)
            | Condition::Any(_)
            | Condition::Not(_)
            | Condition::Is(..)
            | Condition::Has(..)
            | Condition::Answered(_)
            | Condition::Unknown(_) => {}
        }
    }

    /// Whether some path to the step at `upto` fits the goal; `roots` are the conditions that the goal looks at.
    /// `None` when there are too many paths to know.
    fn possible(&self, upto: usize, roots: &[&Condition], goal: &dyn Fn(&Here) -> bool) -> Option<bool> {
        let ends: Vec<(usize, &Step)> = self.flow.steps[..upto].iter().enumerate().filter(|(_, step)| stays(step)).collect();
        let mut with_ends: Vec<&Condition> = roots.to_vec();
        with_ends.extend(ends.iter().map(|(_, step)| &step.when));
        // When ends of paths make too many paths they are left out, which only makes more possible.
        self.search(&self.unknowns(upto, &with_ends, &ends), goal)
            .or_else(|| self.search(&self.unknowns(upto, roots, &[]), goal).filter(|found| !found))
    }

    /// Whether some answers lead from one step straight to another, past those between; the end comes after the last step.
    /// Counts as possible when there are too many paths to know.
    pub(in crate::dialog) fn follows(&self, from: usize, to: usize, between: &[usize]) -> bool {
        let when = |at: &usize| self.flow.steps.get(*at).map_or(&Condition::Always, |step| &step.when);
        if between.iter().any(|at| *when(at) == Condition::Always) {
            return false;
        }
        let roots: Vec<&Condition> = [from, to].iter().chain(between).map(when).collect();
        let unknowns = self.unknowns(to.min(self.flow.steps.len()), &roots, &[]);
        let straight = |here: &Here| when(&from).holds(here) && when(&to).holds(here) && !between.iter().any(|at| when(at).holds(here));
        self.search(&unknowns, &straight).unwrap_or(true)
    }

    /// Whether going back from `at` to `target` can happen with no question in between.
    fn loops(&self, at: usize, target: usize) -> bool {
        let waits = |step: &&Step| match &step.what {
            What::Ask(ask) => !ask.later,
            What::Stop { .. } => true,
            _ => false,
        };
        let between: Vec<&Step> = self.flow.steps[target..at].iter().filter(waits).collect();
        if between.iter().any(|step| step.when == Condition::Always) {
            return false;
        }
        let again = &self.flow.steps[at].when;
        let mut roots = vec![again];
        roots.extend(between.iter().map(|step| &step.when));
        // Left unclaimed when there are too many paths.
        let unknowns = self.unknowns(at, &roots, &[]);
        self.search(&unknowns, &|here| again.holds(here) && !between.iter().any(|step| step.when.holds(here))).unwrap_or(false)
    }

    /// `None` when there are too many paths to know.
    fn search(&self, unknowns: &[Unknown<'_>], goal: &dyn Fn(&Here) -> bool) -> Option<bool> {
        let mut here = Here { answers: BTreeMap::new(), facts: BTreeMap::new(), era: None };
        let mut left = TRIES;
        walk(unknowns, &mut here, &mut left, goal).filter(|found| *found || !partial(unknowns))
    }

    /// The options that some condition mentions, and one that none does.
    fn told_apart<'b>(&self, name: &str, options: &'b [Opt]) -> Vec<&'b str> {
        let mentioned: BTreeSet<&str> = self.mentioned(name).collect();
        let (mut apart, rest): (Vec<&str>, Vec<&str>) =
            options.iter().map(|option| option.name.as_str()).partition(|option| mentioned.contains(option));
        apart.extend(rest.first());
        apart
    }

    /// All that the conditions depend on, in the order met.
    fn unknowns(&self, upto: usize, roots: &[&Condition], ends: &[(usize, &'a Step)]) -> Vec<Unknown<'a>> {
        let mut seen: BTreeSet<&str> = BTreeSet::new();
        let mut open: Vec<&str> = roots.iter().flat_map(|root| root.uses()).map(|(name, _)| name).collect();
        let mut unknowns: Vec<Unknown<'a>> = ends.iter().map(|(at, step)| Unknown::End(*at, step)).collect();
        while let Some(name) = open.pop() {
            let (owner, fact) = name.split_once('.').map_or((name, None), |(owner, _)| (owner, Some(name)));
            let place = self.flow.steps[..upto].iter().enumerate().find(|(_, step)| step.id.as_str() == owner);
            let Some((key, _)) = self.values.get_key_value(name) else { continue };
            if !seen.insert(key) {
                continue;
            }
            match (fact, place) {
                (Some(fact), place) => {
                    unknowns.push(Unknown::Fact(place, fact.to_owned(), self.fact_values(fact, place.map(|(_, step)| step))))
                }
                (None, Some((at, step))) => unknowns.push(Unknown::Answer(at, step, self.answers(step))),
                (None, None) => {}
            }
            if let Some((_, step)) = place {
                open.extend(step.when.uses().into_iter().map(|(name, _)| name));
            }
        }
        if !self.eras.is_empty() {
            unknowns.push(Unknown::Era(self.eras.iter().copied().collect()));
        }
        unknowns.sort_by_key(Unknown::order);
        unknowns
    }

    fn fact_values(&self, fact: &str, step: Option<&Step>) -> Vec<String> {
        let name = fact.split_once('.').map_or(fact, |(_, name)| name);
        let known = match step.and_then(gives) {
            Some(lookup) => lookup.facts.iter().find(|(one, _)| *one == name).map(|(_, values)| *values),
            None => PERSON.iter().find(|(one, _)| *one == fact).map(|(_, values)| *values),
        };
        match known {
            Some(Values::OneOf(values)) => values.iter().map(|value| (*value).to_owned()).collect(),
            _ => {
                let counts = self.around(fact).into_iter().map(|n| n.to_string());
                self.mentioned(fact).map(str::to_owned).chain(counts).chain([OTHER.to_owned()]).collect()
            }
        }
    }

    /// Numbers up to and above those that conditions compare with.
    fn around(&self, name: &str) -> BTreeSet<u32> {
        self.numbers.get(name).into_iter().flatten().flat_map(|n| [*n, n.saturating_add(1)]).collect()
    }

    fn mentioned(&self, name: &str) -> impl Iterator<Item = &'a str> {
        self.values.get(name).into_iter().flatten().copied()
    }

    /// The answers of a step that some condition tells apart.
    fn answers(&self, step: &Step) -> Vec<Option<Answer>> {
        let What::Ask(ask) = &step.what else { return vec![None] };
        let name = step.id.as_str();
        let mut answers = self.given(name, ask);
        if ask.unknown {
            answers.push(Answer::Unknown);
        }
        if ask.optional {
            answers.push(Answer::Skipped);
        }
        if ask.personal.is_some() {
            answers.push(Answer::Elsewhere);
        }
        let mut answers: Vec<Option<Answer>> = answers.into_iter().map(Some).collect();
        if ask.later {
            answers.push(None);
        }
        answers
    }

    /// Answers that some `over` tells apart, within bounds.
    fn numbers(&self, name: &str, (min, max): (u32, u32), answer: &dyn Fn(u32) -> Answer) -> Vec<Answer> {
        let around: BTreeSet<u32> = self.around(name).into_iter().chain([min]).filter(|n| (min..=max).contains(n)).collect();
        around.into_iter().map(answer).collect()
    }

    fn given(&self, name: &str, ask: &Ask) -> Vec<Answer> {
        match &ask.kind {
            Kind::Choice(options) => self.told_apart(name, options).into_iter().map(|option| Answer::Choice(option.to_owned())).collect(),
            Kind::Several(options) => subsets(&self.told_apart(name, options)),
            Kind::YesNo => vec![Answer::YesNo(true), Answer::YesNo(false)],
            Kind::Place => {
                let place = |code: &str| Answer::Place(PlaceAnswer { code: code.to_owned(), written: None });
                self.mentioned(name).chain([OTHER]).map(place).collect()
            }
            Kind::Pick { .. } => {
                let pick = |id: &str| Answer::Pick { id: id.to_owned(), label: String::new() };
                self.mentioned(name).chain([OTHER]).map(pick).collect()
            }
            Kind::Date(_) => {
                let turning = self.days.get(name).into_iter().flatten();
                let dates: BTreeSet<NaiveDate> =
                    turning.flat_map(|day| [day.pred_opt(), Some(*day), day.succ_opt()]).flatten().chain([today()]).collect();
                dates.into_iter().map(Answer::Date).collect()
            }
            Kind::Country => {
                let country = |code: &str| Answer::Country(CountryAnswer { code: code.to_owned(), written: None });
                self.mentioned(name).chain([OTHER]).map(country).collect()
            }
            Kind::Number { min, max } => self.numbers(name, (*min, *max), &|n| Answer::Number(n.into())),
            Kind::Money => self.numbers(name, (0, u32::MAX), &|n| Answer::Money(i64::from(n) * 100)),
            Kind::Year { min, max } => {
                let year = |n: u32| Answer::Year(i32::try_from(n).unwrap_or(i32::MAX));
                let mentioned = self.mentioned(name).filter_map(|year| year.parse().ok().map(Answer::Year));
                mentioned.chain(self.numbers(name, (*min, max.unwrap_or(u32::MAX)), &year)).collect()
            }
            Kind::List { min, max, .. } => {
                let item = || ListItem { words: OTHER.to_owned(), kind: String::new(), verified: true };
                self.numbers(name, (*min, *max), &|n| Answer::List((0..n.min(*max)).map(|_| item()).collect()))
            }
            Kind::Text { .. }
            | Kind::Phone
            | Kind::Email
            | Kind::Contact
            | Kind::Links { .. }
            | Kind::Patent
            | Kind::Trademark
            | Kind::RightNumber { .. }
            | Kind::CreditCode
            | Kind::Files { .. }
            | Kind::Receipt
            | Kind::Code => vec![Answer::Text(OTHER.to_owned())],
        }
    }
}

/// Whether some combinations of choices were left out.
fn partial(unknowns: &[Unknown<'_>]) -> bool {
    unknowns.iter().any(|unknown| match unknown {
        Unknown::Answer(_, _, answers) => {
            answers.iter().flatten().any(|answer| matches!(answer, Answer::Several(all) if all.len() > COMBINED))
        }
        Unknown::Fact(..) | Unknown::End(..) | Unknown::Era(_) => false,
    })
}

/// Every combination of some options; of many only so much that each stands alone and all stand together.
fn subsets(options: &[&str]) -> Vec<Answer> {
    let all = |keep: &dyn Fn(usize) -> bool| {
        let chosen = options.iter().enumerate().filter(|(at, _)| keep(*at)).map(|(_, option)| (*option).to_owned());
        Answer::Several(chosen.collect())
    };
    if options.len() > COMBINED {
        let alone = (0..options.len()).map(|one| all(&|at| at == one));
        let but_one = (0..options.len()).map(|one| all(&|at| at != one));
        return alone.chain(but_one).chain([all(&|_| true)]).collect();
    }
    (1..1_usize << options.len()).map(|bits| all(&|at| bits >> at & 1 == 1)).collect()
}

/// Goes through every path; `None` when too many answers were tried without success.
fn walk(unknowns: &[Unknown<'_>], here: &mut Here, left: &mut u32, goal: &dyn Fn(&Here) -> bool) -> Option<bool> {
    let Some((first, rest)) = unknowns.split_first() else { return Some(goal(here)) };
    match first {
        Unknown::End(_, step) => {
            if step.when.holds(here) {
                return Some(false);
            }
            walk(rest, here, left, goal)
        }
        Unknown::Era(days) => {
            for era in [None].into_iter().chain(days.iter().copied().map(Some)) {
                *left = left.checked_sub(1)?;
                here.era = era;
                let found = walk(rest, here, left, goal);
                here.era = None;
                if found != Some(false) {
                    return found;
                }
            }
            Some(false)
        }
        Unknown::Answer(_, step, answers) => {
            if !step.when.holds(here) {
                return walk(rest, here, left, goal);
            }
            for answer in answers {
                *left = left.checked_sub(1)?;
                match answer {
                    Some(answer) => here.answers.insert(step.id.clone(), answer.clone()),
                    None => here.answers.remove(&step.id),
                };
                let found = walk(rest, here, left, goal);
                here.answers.remove(&step.id);
                if found != Some(false) {
                    return found;
                }
            }
            Some(false)
        }
        Unknown::Fact(owner, name, values) => {
            if owner.is_some_and(|(_, step)| !step.when.holds(here)) {
                return walk(rest, here, left, goal);
            }
            for value in values {
                *left = left.checked_sub(1)?;
                here.facts.insert(name.clone(), value.clone());
                let found = walk(rest, here, left, goal);
                here.facts.remove(name);
                if found != Some(false) {
                    return found;
                }
            }
            Some(false)
        }
    }
}

/// A path never goes past this step when its condition holds.
fn stays(step: &Step) -> bool {
    matches!(step.what, What::Stop { pass: false, .. } | What::Again { .. })
}

fn conditions(flow: &Flow) -> Vec<&Condition> {
    let mut all: Vec<&Condition> = flow.steps.iter().map(|step| &step.when).collect();
    for (_, ask) in flow.asks() {
        if let Kind::Choice(options) | Kind::Several(options) | Kind::Pick { options, .. } = &ask.kind {
            all.extend(options.iter().map(|option| &option.when));
        }
    }
    if let Some(submit) = &flow.submit {
        all.extend(submit.queue.iter().map(|rule| &rule.when));
        all.extend(submit.urgent.iter().chain(&submit.anonymous).chain([&submit.when]));
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dialog::load::{DialogFile, Flows};

    fn possible(steps: &str, step: &str) -> Option<bool> {
        let text = format!("service: a\nmenu: report\nsteps:\n{steps}");
        let flows = Flows::load(&[DialogFile { name: "a.yaml".into(), text }]).expect("a dialog");
        let flow = flows.get(&"a".into()).expect("the dialog");
        let at = flow.steps.iter().position(|one| one.id.as_str() == step).expect("the step");
        let when = &flow.steps[at].when;
        Paths::new(flow).possible(at, &[when], &|here| when.holds(here))
    }

    const ASKS: &str = "  - ask: how\n    as: choice\n    options: [a, b, c]\n    optional: true\n    unknown: true\n  - ask: when-due\n    as: date\n    unknown: true\n  - ask: what\n    as: several\n    options: [x, y, z]\n    when: how != a\n  - ask: price\n    as: money\n  - ask: age\n    as: number\n    max: 10\n  - ask: codes\n    as: list\n    of: ipc\n    max: 5\n  - ask: from-where\n    as: country\n  - ask: year\n    as: year\n";

    #[test]
    fn conditions_are_tried_with_every_answer_that_they_tell_apart() {
        for (when, expected) in [
            ("how = a", true),
            ("how = a and how = b", false),
            ("how unknown and how answered", false),
            ("how != a and how != b and how != c", true),
            ("how answered and how != a and how != b and how != c", false),
            ("what has x and how = a", false),
            ("what has x and what has y and not what has z", true),
            ("what answered and not (what has x or what has y or what has z)", false),
            ("when-due within 10 days and not when-due within 20 days", false),
            ("when-due within 20 days and not when-due within 10 days", true),
            ("when-due unknown and when-due within 3 days", false),
            ("when-due within 10 days and when-due passed", true),
            ("when-due older than 2 months and not when-due passed", false),
            ("when-due older than 2 months and when-due older than 3 years", true),
            ("when-due older than 3 years and not when-due older than 2 months", false),
            ("today from 2027-01-01 and not (today from 2028-01-01)", true),
            ("today from 2028-01-01 and not (today from 2027-01-01)", false),
            ("price over 500 and not price over 5000", true),
            ("price over 5000 and not price over 500", false),
            ("age over 10", false),
            ("codes over 2 and not codes over 5", true),
            ("codes over 5", false),
            ("from-where = JP and from-where = US", false),
            ("from-where != JP and from-where != US", true),
            ("year over 2024 and year = 2024", false),
            ("person.channel = telegram", true),
            ("person.channel = telegram and person.channel = web", false),
        ] {
            assert_eq!(possible(&format!("{ASKS}  - say: told\n    when: {when}\n"), "told"), Some(expected), "{when}");
        }
    }

    #[test]
    fn what_lies_behind_a_closed_door_is_not_reached() {
        let stop = |pass: bool| format!("{ASKS}  - stop: wrong\n    when: how = a\n    pass: {pass}\n  - say: told\n    when: how = a\n");
        assert_eq!(possible(&stop(false), "told"), Some(false));
        assert_eq!(possible(&stop(true), "told"), Some(true));
        let again = format!("{ASKS}  - again: how\n    when: how = a\n  - say: told\n    when: how = a\n");
        assert_eq!(possible(&again, "told"), Some(false));
    }

    #[test]
    fn nothing_is_claimed_where_there_are_too_many_paths() {
        let many: String = (0..12).map(|n| format!("  - ask: q{n}\n    as: choice\n    options: [a, b, c, d]\n")).collect();
        let all: Vec<String> = (0..12).map(|n| format!("q{n} = a and (q{n} = b or q{n} = c)")).collect();
        let told = format!("{many}  - say: told\n    when: {}\n", all.join(" or "));
        assert_eq!(possible(&told, "told"), None);
        let names: Vec<String> = (0..14).map(|n| format!("o{n}")).collect();
        let several = format!("  - ask: q\n    as: several\n    options: [{}]\n", names.join(", "));
        let half: Vec<String> = names
            .iter()
            .enumerate()
            .map(|(n, name)| if n % 2 == 0 { format!("q has {name}") } else { format!("not q has {name}") })
            .collect();
        assert_eq!(possible(&format!("{several}  - say: told\n    when: {}\n", half.join(" and ")), "told"), None);
    }
}
