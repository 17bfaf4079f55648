//! A dialog file as the machine runs it: groups put in, conditions read, every kind of answer with what belongs to it.

use super::node::Node;
use super::source::Source;
use super::{Groups, Origin};
use crate::complaint::{Complaint, Kind as Wrong, nearest};
use crate::dialog::condition::Condition;
use crate::dialog::flow::{
    Ask, Dates, Deadline, Destination, Flow, FlowFile, Kind, KindName, Opt, OptionFile, QueueRule, Queueing, Span, Spot, StateNext, Step,
    StepFile, Submit, SubmitFile, What,
};
use crate::dialog::lookup::lookup;
use crate::id::{StateId, StepId};
use serde_saphyr::Spanned;
use std::collections::BTreeMap;

/// Signs, links or files that a question takes when its file says nothing.
const MAX_TEXT: u32 = 1000;
const MAX_LINKS: u32 = 10;
const MAX_FILES: u32 = 20;
const MAX_ITEMS: u32 = 20;
/// The first year in which somebody could apply here: the Patent Law came into force on 1 April 1985.
const FIRST_YEAR: u32 = 1985;

/// Words that conditions need for themselves, and values that say how a question was answered.
const RESERVED: [&str; 15] =
    ["and", "or", "not", "has", "answered", "unknown", "skipped", "within", "days", "person", "today", "yes", "no", "null", "always"];

/// Puts a dialog together.
///
/// # Errors
/// All that is wrong; empty when a group it uses could not be read, which was complained about already.
pub(super) fn flow(
    source: &Source,
    file: &FlowFile,
    (groups, sources): (&Groups, &BTreeMap<String, Source>),
) -> Result<(Flow, Vec<Origin>), Vec<Complaint>> {
    let service = file.service.value.clone();
    let mut work =
        Work { service: service.clone(), groups, sources, steps: Vec::new(), origins: Vec::new(), wrong: Vec::new(), lame: false };
    work.name(source, source.tree.get("service"), &service);
    for (at, step) in file.steps.iter().enumerate() {
        let place = Written { source, at, step, group: None, via: None };
        match &step.r#use {
            Some(group) if heads(step).len() == 1 => work.group(&place, &group.value),
            _ => work.step(&place, Condition::Always, false),
        }
    }
    let submit = file.submit.as_ref().map(|submit| work.submit(source, submit));
    if !work.wrong.is_empty() || work.lame {
        return Err(work.wrong);
    }
    Ok((Flow { service: service.into(), menu: file.menu, order: file.order, submit, steps: work.steps }, work.origins))
}

/// A step as written, with where.
#[derive(Clone, Copy)]
struct Written<'a> {
    source: &'a Source,
    at: usize,
    step: &'a StepFile,
    group: Option<&'a str>,
    via: Option<usize>,
}

impl<'a> Written<'a> {
    fn node(&self) -> &'a Node {
        self.source.steps().get(self.at).unwrap_or(&self.source.tree)
    }

    fn field(&self, name: &str) -> Option<&'a Node> {
        self.node().get(name)
    }

    fn item(&self, field: &str, at: usize) -> Option<&'a Node> {
        self.field(field)?.items().get(at)
    }
}

struct Work<'a> {
    service: String,
    groups: &'a Groups,
    sources: &'a BTreeMap<String, Source>,
    steps: Vec<Step>,
    origins: Vec<Origin>,
    wrong: Vec<Complaint>,
    /// A group could not be read.
    lame: bool,
}

impl<'a> Work<'a> {
    fn complain(&mut self, source: &Source, node: Option<&Node>, kind: Wrong) {
        self.wrong.push(source.complaint_at(node, kind));
    }

    fn name(&mut self, source: &Source, node: Option<&Node>, name: &str) {
        if !is_name(name) || RESERVED.contains(&name) {
            self.complain(source, node, Wrong::NameWrong { name: name.to_owned() });
        }
    }

    fn condition(&mut self, source: &Source, node: Option<&Node>, text: &str) -> Condition {
        Condition::read(text).unwrap_or_else(|unreadable| {
            let kind = Wrong::ConditionUnreadable { expected: unreadable.expected.to_owned() };
            let complaint = match node {
                Some(node) => Complaint::new(&source.path, source.column(node, unreadable.column), kind),
                None => source.complaint_at(None, kind),
            };
            self.wrong.push(complaint);
            Condition::Always
        })
    }

    fn when(&mut self, source: &Source, node: Option<&Node>, when: Option<&Spanned<String>>) -> Condition {
        when.map_or(Condition::Always, |when| self.condition(source, node, &when.value))
    }

    fn group(&mut self, place: &Written<'a>, name: &str) {
        self.fields(place, "use");
        let when = self.when(place.source, place.field("when"), place.step.when.as_ref());
        let (path, group) = match self.groups.get(name) {
            Some(Some((path, group))) => (path, group),
            Some(None) => {
                self.lame = true;
                return;
            }
            None => {
                let complaint = place.source.complaint_at(place.field("use"), Wrong::GroupUnknown { group: name.to_owned() });
                self.wrong.push(complaint.with_help(nearest(name, self.groups.keys().map(String::as_str))));
                return;
            }
        };
        let named = |step: &StepFile| heads(step).first().map(|(_, name)| (*name).clone()).unwrap_or_default();
        let known: Vec<String> = group.steps.iter().map(named).collect();
        for (field, wanted) in [("only", &place.step.only), ("later-only", &place.step.later_only)] {
            for (at, step) in wanted.iter().enumerate().filter(|(_, step)| !known.contains(step)) {
                let kind = Wrong::GroupStepUnknown { group: name.to_owned(), step: step.clone() };
                let complaint = place.source.complaint_at(place.item(field, at), kind);
                self.wrong.push(complaint.with_help(nearest(step, known.iter().map(String::as_str))));
            }
        }
        let source = &self.sources[path];
        for (at, step) in group.steps.iter().enumerate() {
            let own = named(step);
            let wanted = |list: &[String]| list.contains(&own);
            if !place.step.only.is_empty() && !wanted(&place.step.only) {
                continue;
            }
            let inner = Written { source, at, step, group: Some(&group.group.value), via: Some(place.at) };
            self.step(&inner, when.clone(), wanted(&place.step.later_only));
        }
    }

    fn step(&mut self, place: &Written<'a>, around: Condition, later: bool) {
        let heads = heads(place.step);
        let [(head, name)] = heads.as_slice() else {
            self.complain(place.source, Some(place.node()), Wrong::StepHead);
            return;
        };
        if *head == "use" {
            // A group inside a group.
            self.complain(place.source, Some(place.node()), Wrong::FieldMisplaced { field: "use".to_owned(), head: "group".to_owned() });
            return;
        }
        self.fields(place, head);
        self.name(place.source, place.field(head), name);
        let id = self.id(place, head, name);
        let own = self.when(place.source, place.field("when"), place.step.when.as_ref());
        let Some(what) = self.what(place, head, later) else { return };
        let spot = place.source.place(&place.field(head).unwrap_or(place.node()).bytes);
        self.steps.push(Step {
            id,
            text: format!("{}-{name}", place.group.unwrap_or(&self.service)),
            when: around.and(own),
            what,
            file: place.source.path.clone(),
            spot: Spot { line: spot.line, column: spot.column },
        });
        self.origins.push(Origin { file: place.source.path.clone(), at: place.at, via: place.via, group: place.group.map(str::to_owned) });
    }

    /// The name of a step; going back is named after where it leads, as often as it happens.
    fn id(&mut self, place: &Written<'a>, head: &str, name: &str) -> StepId {
        let known = |id: &str| self.steps.iter().any(|step| step.id.as_str() == id);
        if head == "again" {
            let first = format!("again-{name}");
            let free = (2..).map(|n| format!("{first}-{n}")).find(|id| !known(id));
            return if known(&first) { free.unwrap_or(first) } else { first }.into();
        }
        if known(name) {
            let kind = Wrong::StepTwice { step: name.to_owned(), service: self.service.clone() };
            self.complain(place.source, place.field(head), kind);
        }
        name.into()
    }

    /// Complains about fields that say nothing in such a step.
    fn fields(&mut self, place: &Written<'a>, head: &str) {
        let super::node::Value::Map(entries) = &place.node().value else { return };
        let kind = place.step.r#as;
        for (name, _) in entries.iter().filter(|(name, _)| name.text != head && !belongs(&name.text, head, kind)) {
            let shown = kind.filter(|_| head == "ask").map_or_else(|| head.to_owned(), |kind| format!("ask as {kind:?}").to_lowercase());
            let wrong = Wrong::FieldMisplaced { field: name.text.clone(), head: shown };
            self.wrong.push(Complaint::new(&place.source.path, place.source.place(&name.bytes), wrong));
        }
    }

    fn what(&mut self, place: &Written<'a>, head: &str, later: bool) -> Option<What> {
        let step = place.step;
        let with = || step.with.iter().map(|name| StepId::from(name.as_str())).collect();
        Some(match head {
            "ask" => What::Ask(Box::new(self.ask(place, later)?)),
            "say" => What::Say { keep: step.keep, chart: step.chart.as_deref().map(StepId::from) },
            "stop" => What::Stop { offer: step.offer.iter().map(|name| name.as_str().into()).collect(), pass: step.pass },
            "look" => {
                let from = self.from(place)?;
                What::Look { add: self.add(place, &from), with: with(), from }
            }
            "do" => What::Do { act: self.from(place)?, with: with(), about: step.about, review: step.review },
            _ => What::Again { to: step.again.as_ref()?.value.as_str().into() },
        })
    }

    fn missing(&mut self, place: &Written<'a>, field: &str) {
        self.complain(place.source, Some(place.node()), Wrong::FieldMissing { field: field.to_owned() });
    }

    fn from(&mut self, place: &Written<'a>) -> Option<String> {
        if place.step.from.is_none() {
            self.missing(place, "from");
        }
        place.step.from.clone()
    }

    /// The length that is counted from a day; only that look-up has one, and it must.
    fn add(&mut self, place: &Written<'a>, from: &str) -> Option<Span> {
        match (&place.step.add, lookup(from).is_some_and(|lookup| lookup.adds)) {
            (Some(add), true) => {
                let span = Span::read(&add.value);
                if span.is_none() {
                    self.complain(place.source, place.field("add"), Wrong::SpanUnreadable { span: add.value.clone() });
                }
                span
            }
            (Some(_), false) => {
                let wrong = Wrong::FieldMisplaced { field: "add".to_owned(), head: format!("look from {from}") };
                self.complain(place.source, place.field("add"), wrong);
                None
            }
            (None, true) => {
                self.missing(place, "add");
                None
            }
            (None, false) => None,
        }
    }

    fn ask(&mut self, place: &Written<'a>, later: bool) -> Option<Ask> {
        let step = place.step;
        let Some(kind) = step.r#as else {
            self.missing(place, "as");
            return None;
        };
        Some(Ask {
            kind: self.kind(place, kind)?,
            optional: step.optional,
            unknown: step.unknown,
            questions: step.questions,
            later: later || step.later,
            steers: step.steers,
            personal: step.personal,
            depends: step.depends.iter().map(|name| name.as_str().into()).collect(),
        })
    }

    fn kind(&mut self, place: &Written<'a>, kind: KindName) -> Option<Kind> {
        let step = place.step;
        Some(match kind {
            KindName::Choice => Kind::Choice(self.options(place, true)),
            KindName::Several => Kind::Several(self.options(place, true)),
            KindName::YesNo => Kind::YesNo,
            KindName::Text => {
                let (min, max) = self.bounds(place, (1, MAX_TEXT));
                Kind::Text { min, max }
            }
            KindName::Number => {
                let (min, max) = self.bounds(place, (0, u32::MAX));
                Kind::Number { min, max }
            }
            KindName::Money => Kind::Money,
            KindName::Date => Kind::Date(step.dates.unwrap_or(Dates::Any)),
            KindName::Phone => Kind::Phone,
            KindName::Email => Kind::Email,
            KindName::Contact => Kind::Contact,
            KindName::Links => Kind::Links { max: self.bounds(place, (1, MAX_LINKS)).1 },
            KindName::Place => Kind::Place,
            KindName::Patent => Kind::Patent,
            KindName::Trademark => Kind::Trademark,
            KindName::RightNumber => {
                if step.by.is_none() {
                    self.missing(place, "by");
                }
                Kind::RightNumber { by: step.by.as_deref()?.into() }
            }
            KindName::CreditCode => Kind::CreditCode,
            KindName::Files => {
                let (min, max) = self.bounds(place, (u32::from(!step.optional), MAX_FILES));
                Kind::Files { min, max }
            }
            KindName::Receipt => Kind::Receipt,
            KindName::Code => Kind::Code,
            KindName::Pick => Kind::Pick {
                from: self.from(place)?,
                with: step.with.iter().map(|name| name.as_str().into()).collect(),
                // When nothing is found there must be a way on.
                options: self.options(place, !step.optional),
            },
            KindName::Country => Kind::Country,
            KindName::List => {
                let Some(of) = step.of else {
                    self.missing(place, "of");
                    return None;
                };
                let (min, max) = self.bounds(place, (1, MAX_ITEMS));
                Kind::List { of, min, max }
            }
            KindName::Year => {
                let (min, max) = self.bounds(place, (FIRST_YEAR, u32::MAX));
                Kind::Year { min, max: step.max.map(|_| max) }
            }
        })
    }

    fn bounds(&mut self, place: &Written<'a>, (min, max): (u32, u32)) -> (u32, u32) {
        let (min, max) = (place.step.min.unwrap_or(min), place.step.max.unwrap_or(max));
        if min > max || max == 0 {
            self.complain(place.source, place.field("max").or_else(|| place.field("min")), Wrong::RangeEmpty { min, max });
        }
        (min, max)
    }

    fn options(&mut self, place: &Written<'a>, needed: bool) -> Vec<Opt> {
        let mut options: Vec<Opt> = Vec::new();
        for (at, option) in place.step.options.iter().enumerate() {
            let node = place.item("options", at);
            let (name, when) = match option {
                OptionFile::Name(name) => (name, Condition::Always),
                OptionFile::When { name, when } => (name, self.condition(place.source, node.and_then(|node| node.get("when")), when)),
            };
            let named = node.and_then(|node| node.get("name")).or(node);
            self.name(place.source, named, name);
            if options.iter().any(|earlier| earlier.name == *name) {
                self.complain(place.source, named, Wrong::OptionTwice { option: name.clone() });
            }
            options.push(Opt { name: name.clone(), when });
        }
        if needed && options.is_empty() {
            self.missing(place, "options");
        }
        options
    }

    fn submit(&mut self, source: &Source, submit: &SubmitFile) -> Submit {
        let node = source.tree.get("submit");
        let part = |name: &str| node.and_then(|node| node.get(name));
        let queue = submit.queue.iter().enumerate().filter_map(|(at, rule)| self.queue(source, item(part("queue"), at), rule)).collect();
        let mut condition =
            |name: &str, when: &Option<Spanned<String>>| when.as_ref().map(|when| self.condition(source, part(name), &when.value));
        let when = condition("when", &submit.when).unwrap_or_default();
        let urgent = condition("urgent", &submit.urgent);
        let anonymous = condition("anonymous", &submit.anonymous);
        let deadlines = submit.deadlines.iter().enumerate().filter_map(|(at, rule)| {
            let within = Span::read(&rule.within.value);
            if within.is_none() {
                let node = item(part("deadlines"), at).and_then(|node| node.get("within"));
                self.complain(source, node, Wrong::SpanUnreadable { span: rule.within.value.clone() });
            }
            let until = rule.until.iter().map(|state| state.as_str().into()).collect();
            Some(Deadline { name: rule.name.clone(), from: rule.from.as_str().into(), until, within: within?, source: rule.source.clone() })
        });
        let deadlines = deadlines.collect();
        Submit {
            when,
            queue,
            urgent,
            anonymous,
            declares: submit.declares,
            title: submit.title.as_deref().map(StepId::from),
            deadlines,
            first: submit.states.first().map(|rule| rule.state.as_str()).unwrap_or_default().into(),
            states: self.states(source, part("states"), submit),
            papers: submit.papers.clone(),
            window_papers: submit.window_papers.clone(),
            replies: submit.replies.clone(),
        }
    }

    fn queue(&mut self, source: &Source, node: Option<&Node>, rule: &QueueRule) -> Option<Queueing> {
        let when = self.when(source, node.and_then(|node| node.get("when")), rule.when.as_ref());
        let to = match (&rule.to, &rule.district) {
            (Some(queue), None) => Destination::Queue(queue.as_str().into()),
            (None, Some(step)) => Destination::District(step.as_str().into()),
            _ => {
                self.complain(source, node, Wrong::QueueHead);
                return None;
            }
        };
        Some(Queueing { when, to })
    }

    fn states(&mut self, source: &Source, node: Option<&Node>, submit: &SubmitFile) -> BTreeMap<StateId, StateNext> {
        let mut states = BTreeMap::new();
        for (at, rule) in submit.states.iter().enumerate() {
            let named = item(node, at).and_then(|node| node.get("state"));
            // No condition asks about a state by its name alone.
            if !is_name(&rule.state) {
                self.complain(source, named, Wrong::NameWrong { name: rule.state.clone() });
            }
            let next = StateNext { next: rule.next.iter().map(|state| state.as_str().into()).collect(), outcome: rule.outcome };
            if states.insert(StateId::from(rule.state.as_str()), next).is_some() {
                self.complain(source, named, Wrong::StateTwice { state: rule.state.clone() });
            }
        }
        if states.is_empty() {
            self.complain(source, node, Wrong::FieldMissing { field: "state".to_owned() });
        }
        states
    }
}

fn is_name(name: &str) -> bool {
    let sign = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    name.starts_with(|c: char| c.is_ascii_lowercase()) && name.chars().all(sign) && name.len() <= 40
}

fn item(list: Option<&Node>, at: usize) -> Option<&Node> {
    list?.items().get(at)
}

/// What a step says it is, with the name it gives.
fn heads(step: &StepFile) -> Vec<(&'static str, &String)> {
    let all = [
        ("ask", &step.ask),
        ("say", &step.say),
        ("stop", &step.stop),
        ("look", &step.look),
        ("do", &step.r#do),
        ("again", &step.again),
        ("use", &step.r#use),
    ];
    all.into_iter().filter_map(|(head, name)| Some((head, &name.as_ref()?.value))).collect()
}

/// Whether a field says something in a step of that head and kind.
fn belongs(field: &str, head: &str, kind: Option<KindName>) -> bool {
    if field == "when" {
        return true;
    }
    match head {
        "ask" => match field {
            "as" | "optional" | "unknown" | "later" | "steers" | "personal" | "depends" => true,
            "options" => matches!(kind, None | Some(KindName::Choice | KindName::Several | KindName::Pick)),
            "min" => matches!(kind, None | Some(KindName::Text | KindName::Number | KindName::Files | KindName::List | KindName::Year)),
            "max" => matches!(
                kind,
                None | Some(KindName::Text | KindName::Number | KindName::Files | KindName::Links | KindName::List | KindName::Year)
            ),
            "questions" => matches!(kind, None | Some(KindName::Text)),
            "of" => matches!(kind, None | Some(KindName::List)),
            "dates" => matches!(kind, None | Some(KindName::Date)),
            "from" | "with" => matches!(kind, None | Some(KindName::Pick)),
            "by" => matches!(kind, None | Some(KindName::RightNumber)),
            _ => false,
        },
        "stop" => matches!(field, "offer" | "pass"),
        "say" => matches!(field, "keep" | "chart"),
        "look" => matches!(field, "from" | "with" | "add"),
        "do" => matches!(field, "from" | "with" | "about" | "review"),
        "use" => matches!(field, "only" | "later-only"),
        _ => false,
    }
}
