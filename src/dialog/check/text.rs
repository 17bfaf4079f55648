//! Texts and dialogs together: every text that a dialog speaks is there in every language, every text there is spoken, and
//! whatever a text puts in, the dialog can fill.

use super::CheckFacts;
use super::scene::{Scene, Spotted};
use crate::complaint::{Complaint, Kind as Wrong, Place, nearest};
use crate::dialog::flow::{Ask, Kind, Step, Submit, What};
use crate::dialog::load::Flows;
use crate::locale::entry::Entry;
use crate::locale::say::path;
use crate::locale::{Language, Texts};
use std::collections::{BTreeMap, BTreeSet};

/// Signs that a question may have with its reason and its hint, so that it fits a screen beside its buttons.
const QUESTION: usize = 1000;
/// Variables that the desk fills in prepared replies.
pub(crate) const REPLY: [&str; 5] = ["receipt", "service", "due", "paper", "reason"];
/// Files whose texts differ by nature between languages.
pub(super) const OWN_WAYS: [&str; 1] = ["language.ftl"];

pub(super) fn check(flows: &Flows, (texts, facts): (&Texts, &CheckFacts<'_>), found: &mut Vec<Complaint>) {
    let book = Book::new(texts);
    let mut used = BTreeSet::new();
    for flow in flows.iter() {
        let scene = Scene::new(flows, flow);
        let guessing = flow.steps.iter().any(|step| looks(step) && scene.gives(step).is_none());
        let mut work = Work { scene: &scene, book: &book, guessing, used: &mut used, found };
        work.flow();
    }
    groups(flows, &book, &mut used);
    guess(&book, &used, found);
    let mut owners = Owners { flows, facts, used: &used, found };
    owners.check(&book);
    missing(&book, facts, found);
    languages(&book, found);
}

/// What a prepared reply puts in is known to the desk, and the same in each language.
pub(super) fn check_reply(texts: &Texts, found: &mut Vec<Complaint>) {
    let book = Book::new(texts);
    for entry in texts.entries() {
        for variable in entry.variables().into_iter().filter(|variable| !REPLY.contains(variable)) {
            let kind = Wrong::VariableUnknown { variable: variable.to_owned(), id: entry.name(), service: entry.id.to_owned() };
            let place = entry.variable(variable).unwrap_or_else(|| entry.place());
            found.push(Complaint::new(path(entry.language, entry.file), place, kind).with_help(nearest(variable, REPLY)));
        }
    }
    languages(&book, found);
}

/// Every text and attribute, with its languages.
struct Book<'a> {
    texts: &'a Texts,
    languages: Vec<&'a Language>,
    entries: BTreeMap<String, Vec<Entry<'a>>>,
}

impl<'a> Book<'a> {
    fn new(texts: &'a Texts) -> Self {
        let mut entries: BTreeMap<String, Vec<Entry<'a>>> = BTreeMap::new();
        for entry in texts.entries() {
            entries.entry(entry.name()).or_default().push(entry);
        }
        Self { texts, languages: texts.languages().collect(), entries }
    }

    fn has(&self, name: &str) -> bool {
        self.entries.contains_key(name)
    }

    /// Longest wording of a text over all languages, in signs.
    fn length(&self, name: &str) -> usize {
        let entries = self.entries.get(name).into_iter().flatten();
        entries.map(|entry| entry.words().iter().map(|words| words.chars().count()).sum()).max().unwrap_or(0)
    }
}

fn looks(step: &Step) -> bool {
    match &step.what {
        What::Look { .. } | What::Do { .. } => true,
        What::Ask(ask) => matches!(ask.kind, Kind::Pick { .. }),
        What::Say { .. } | What::Stop { .. } | What::Again { .. } => false,
    }
}

fn complain(entry: &Entry<'_>, kind: Wrong) -> Complaint {
    Complaint::new(path(entry.language, entry.file), entry.place(), kind)
}

/// What one dialog says.
struct Work<'a, 'b> {
    scene: &'a Scene<'a>,
    book: &'a Book<'a>,
    /// A look-up is unknown, so nobody knows what it fills.
    guessing: bool,
    used: &'b mut BTreeSet<String>,
    found: &'b mut Vec<Complaint>,
}

/// What a text may put in.
type Fills = BTreeSet<String>;

impl Work<'_, '_> {
    fn flow(&mut self) {
        let service = self.scene.flow.service.as_str();
        let spot = self.scene.service();
        let none = Fills::new();
        for name in [service.to_owned(), format!("{service}.short"), format!("{service}.about")] {
            self.need(&[name], &spot, &none);
        }
        let mut fills = Fills::new();
        for (at, step) in self.scene.steps() {
            self.step(at, step, &mut fills);
        }
        if let Some(submit) = &self.scene.flow.submit {
            self.submit(service, submit);
        }
    }

    fn step(&mut self, at: usize, step: &Step, fills: &mut Fills) {
        let own = format!("{}-{}", self.scene.flow.service, step.id);
        let ids = if own == step.text { vec![own] } else { vec![own, step.text.clone()] };
        let spot = self.scene.head(at);
        if let Some(lookup) = self.scene.gives(step) {
            fills.extend(lookup.facts.iter().map(|(fact, _)| format!("{}-{fact}", step.id)));
        }
        match &step.what {
            What::Say { .. } | What::Stop { .. } => self.need(&ids, &spot, fills),
            What::Look { .. } | What::Do { .. } | What::Again { .. } => {}
            What::Ask(ask) => {
                self.ask((at, ask), &ids, fills);
                fills.insert(step.id.to_string());
            }
        }
    }

    fn ask(&mut self, (at, ask): (usize, &Ask), ids: &[String], fills: &Fills) {
        let with = |attribute: &str| -> Vec<String> { ids.iter().map(|id| format!("{id}.{attribute}")).collect() };
        let spot = self.scene.head(at);
        self.need(ids, &spot, fills);
        self.need(&with("label"), &spot, &Fills::new());
        self.may(&with("why"), fills);
        self.may(&with("hint"), fills);
        let parts = [ids.to_vec(), with("why"), with("hint")];
        let length: usize = parts.iter().map(|ids| ids.iter().find(|id| self.book.has(id)).map_or(0, |id| self.book.length(id))).sum();
        if length > QUESTION {
            let kind = Wrong::QuestionTooLong { id: ids[0].clone(), length, limit: QUESTION };
            self.found.push(spot.complaint(kind));
        }
        let options = match &ask.kind {
            Kind::Choice(options) | Kind::Several(options) => options,
            Kind::Pick { from, options, .. } => {
                let items = crate::dialog::lookup::lookup(from).map(|lookup| lookup.items).unwrap_or_default();
                self.need(&with("item"), &spot, &items.iter().map(|item| (*item).to_owned()).collect());
                options
            }
            _ => return,
        };
        for (i, option) in options.iter().enumerate() {
            let spot = self.scene.item(at, "options", i);
            self.need(&with(&format!("opt-{}", option.name)), &spot, &Fills::new());
            self.may(&with(&format!("also-{}", option.name)), &Fills::new());
        }
    }

    fn submit(&mut self, service: &str, submit: &Submit) {
        let scene = self.scene;
        let none = Fills::new();
        let whole = scene.submit(&[]);
        self.need(&[format!("{service}-next")], &whole, &none);
        self.need(&[format!("{service}-who")], &whole, &none);
        for state in submit.states.keys() {
            let own = [format!("{service}-state-{state}"), format!("ticket-state-{state}")];
            self.need(&own, &scene.state(state.as_str()), &none);
        }
        for (at, deadline) in submit.deadlines.iter().enumerate() {
            let spot = scene.submit(&["deadlines", &at.to_string(), "name"]);
            let id = format!("{service}-deadline-{}", deadline.name);
            self.need(std::slice::from_ref(&id), &spot, &none);
            // The law behind it, as each language cites it.
            if deadline.is_law() {
                self.need(&[format!("{id}.law")], &spot, &none);
            }
        }
        for (at, paper) in submit.papers.iter().enumerate() {
            self.need(&[format!("{service}-paper-{paper}")], &scene.submit(&["papers", &at.to_string()]), &none);
        }
        let fills: Fills = REPLY.iter().map(|name| (*name).to_owned()).collect();
        for (at, reply) in submit.replies.iter().enumerate() {
            let spot = scene.submit(&["replies", &at.to_string()]);
            let id = format!("{service}-reply-{reply}");
            self.need(std::slice::from_ref(&id), &spot, &fills);
            self.need(&[format!("{id}.label")], &spot, &none);
        }
    }

    /// One of these texts must be there.
    fn need(&mut self, names: &[String], spot: &Spotted<'_>, fills: &Fills) {
        if !names.iter().any(|name| self.book.has(name)) {
            let languages: Vec<&str> = self.book.languages.iter().map(|language| language.0.as_str()).collect();
            let id = names.last().cloned().unwrap_or_default();
            self.found.push(spot.complaint(Wrong::TextMissing { id, languages: languages.join(", ") }));
        }
        self.may(names, fills);
    }

    /// These texts are spoken when they are there.
    fn may(&mut self, names: &[String], fills: &Fills) {
        for name in names {
            self.used.insert(name.clone());
            if self.guessing {
                continue;
            }
            let unknown = |variable: &&String| !fills.contains(*variable);
            for variable in self.book.texts.variables(name).iter().filter(unknown) {
                let service = self.scene.flow.service.to_string();
                let kind = Wrong::VariableUnknown { variable: variable.clone(), id: name.clone(), service };
                let help = nearest(variable, fills.iter().map(String::as_str));
                for entry in self.book.entries.get(name).into_iter().flatten() {
                    let Some(place) = entry.variable(variable) else { continue };
                    let complaint = Complaint::new(path(entry.language, entry.file), place, kind.clone());
                    self.found.push(complaint.with_help(help.clone()));
                }
            }
        }
    }
}

/// A text that is missing may be there under a mistyped name, which then nothing uses.
fn guess(book: &Book<'_>, used: &BTreeSet<String>, found: &mut [Complaint]) {
    let unused: Vec<&str> = book.entries.keys().map(String::as_str).filter(|name| !used.contains(*name)).collect();
    for complaint in found.iter_mut().filter(|complaint| complaint.help.is_none()) {
        if let Wrong::TextMissing { id, .. } = &complaint.kind {
            let owner = id.split('-').next().unwrap_or_default();
            complaint.help = nearest(id, unused.iter().copied().filter(|name| name.starts_with(owner)));
        }
    }
}

/// Steps of groups that no service takes may have their texts all the same.
fn groups(flows: &Flows, book: &Book<'_>, used: &mut BTreeSet<String>) {
    for source in flows.sources() {
        let Some(group) = source.tree.get("group").and_then(|node| node.words()) else { continue };
        for step in source.steps() {
            let Some(name) = ["ask", "say", "stop"].into_iter().find_map(|head| step.get(head)?.words()) else { continue };
            let id = format!("{group}-{name}");
            let taken = flows.iter().any(|flow| flow.steps.iter().any(|step| step.text == id));
            if !taken {
                used.extend(book.entries.keys().filter(|one| one.split('.').next() == Some(id.as_str())).cloned());
            }
        }
    }
}

/// Files and the services, groups and parts of the counter they belong to.
struct Owners<'a, 'b> {
    flows: &'a Flows,
    facts: &'a CheckFacts<'a>,
    used: &'a BTreeSet<String>,
    found: &'b mut Vec<Complaint>,
}

impl Owners<'_, '_> {
    fn check(&mut self, book: &Book<'_>) {
        let mut unknown: BTreeSet<(String, String)> = BTreeSet::new();
        for entry in book.entries.values().flatten() {
            let stem = entry.file.strip_suffix(".ftl").unwrap_or(entry.file);
            let owner = match stem.strip_prefix("shared/") {
                Some(group) => self.flows.source_of(&format!("dialogs/shared/{group}.yaml")).map(|_| group),
                None => self.flows.get(&stem.into()).map(|_| stem),
            };
            match owner {
                Some(owner) => self.owned(entry, owner),
                None if self.facts.general.contains(stem) => self.general(entry),
                None => {
                    unknown.insert((path(entry.language, entry.file), stem.to_owned()));
                }
            }
        }
        for (file, stem) in unknown {
            self.found.push(Complaint::new(file, Place::start(), Wrong::TextFileUnknown { file: stem }));
        }
    }

    /// A text of the program itself. Queues are named by the office, and dialogs say some of these texts.
    fn general(&mut self, entry: &Entry<'_>) {
        let Some(said) = self.facts.said.as_ref().filter(|_| self.facts.is_general(entry.file)) else { return };
        let name = entry.name();
        let typed = entry.attribute.is_some_and(|attribute| attribute.starts_with("also-"));
        if !typed && !said.contains(&name) && !self.used.contains(&name) && !entry.id.starts_with("queue-") {
            self.found.push(complain(entry, Wrong::TextUnused { id: name }));
        }
    }

    fn owned(&mut self, entry: &Entry<'_>, owner: &str) {
        let name = entry.name();
        let below = entry.id.strip_prefix(owner).is_some_and(|rest| rest.is_empty() || rest.starts_with('-'));
        if !below {
            if entry.attribute.is_none() {
                self.found.push(complain(entry, Wrong::TextMisplaced { id: entry.id.to_owned(), owner: owner.to_owned() }));
            }
        } else if !self.used.contains(&name) {
            self.found.push(complain(entry, Wrong::TextUnused { id: name }));
        }
    }
}

/// What the program says is there.
fn missing(book: &Book<'_>, facts: &CheckFacts<'_>, found: &mut Vec<Complaint>) {
    let languages: Vec<&str> = book.languages.iter().map(|language| language.0.as_str()).collect();
    for name in facts.said.iter().flatten().filter(|name| !book.has(name)) {
        let kind = Wrong::TextMissing { id: name.clone(), languages: languages.join(", ") };
        found.push(Complaint::new("locales", Place::start(), kind));
    }
}

/// What one language has, the others have, with the same variables.
fn languages(book: &Book<'_>, found: &mut Vec<Complaint>) {
    for (name, entries) in &book.entries {
        let Some(first) = entries.first() else { continue };
        for entry in entries {
            for id in entry.references().into_iter().filter(|id| !book.texts.has(entry.language, id)) {
                found.push(complain(entry, Wrong::ReferenceUnknown { id: id.to_owned() }));
            }
        }
        if OWN_WAYS.contains(&first.file) || first.attribute.is_some_and(|attribute| attribute.starts_with("also-")) {
            continue;
        }
        let missing: Vec<&str> = book
            .languages
            .iter()
            .filter(|language| !entries.iter().any(|entry| entry.language == **language))
            .map(|language| language.0.as_str())
            .collect();
        if !missing.is_empty() {
            found.push(complain(first, Wrong::TextMissing { id: name.clone(), languages: missing.join(", ") }));
        }
        let shared = |entry: &Entry<'_>| -> Vec<String> {
            // `$zh` and `$en` hold the same in each language: a text takes its own.
            let names = entry.variables().into_iter().filter(|name| !book.languages.iter().any(|language| speaks(language, name)));
            names.map(str::to_owned).collect()
        };
        for entry in entries.iter().skip(1).filter(|entry| shared(entry) != shared(first)) {
            let other = path(first.language, first.file);
            found.push(complain(entry, Wrong::VariablesDiffer { id: name.clone(), other }));
        }
    }
}

/// `zh` for `zh-Hans`.
fn speaks(language: &Language, name: &str) -> bool {
    language.0.split('-').next() == Some(name)
}
