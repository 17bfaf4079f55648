//! What could surprise a person later, found before the counter opens: names that nothing has, steps that nothing leads to,
//! loops without a wait, texts that are missing, unused, too long, different between languages or beside the glossary, queues
//! that nobody serves. Everything is said at once, with file, line and arrow. Decides nothing at run time.

mod chain;
mod name;
pub(super) mod reach;
mod scene;
mod term;
mod text;
mod wording;

use super::load::{Flows, sort};
use crate::complaint::{Complaint, Kind, Place};
use crate::country::Countries;
use crate::id::QueueId;
use crate::locale::{Texts, Word};
use crate::place::Places;
use scene::Scene;
use std::collections::BTreeSet;

pub use term::Terms;
pub(crate) use text::REPLY as REPLY_FIELDS;

/// What the check must know besides dialogs and texts.
#[derive(Clone, Debug)]
pub struct CheckFacts<'a> {
    /// Queues that the office serves.
    pub queues: BTreeSet<QueueId>,
    /// Districts and zones.
    pub places: &'a Places,
    /// Countries and regions.
    pub countries: &'static Countries,
    /// Text files that belong to no dialog: `common`, `ticket`.
    pub general: BTreeSet<String>,
    /// Names of the texts in those files that the program says; `None` when nobody knows.
    pub said: Option<BTreeSet<String>>,
    /// The glossary.
    pub terms: Terms,
}

/// Text files that belong to no dialog.
pub const GENERAL: [&str; 14] = [
    "common", "home", "ticket", "desk", "desk-web", "telegram", "language", "web", "terminal", "office", "tables", "digest", "events",
    "figures",
];

impl<'a> CheckFacts<'a> {
    /// The facts of an office with these queues.
    pub fn new(queues: impl IntoIterator<Item = QueueId>, places: &'a Places) -> Self {
        Self {
            queues: queues.into_iter().collect(),
            places,
            countries: Countries::shipped(),
            general: GENERAL.into_iter().map(str::to_owned).collect(),
            said: None,
            terms: Terms::default(),
        }
    }

    /// The same with the names of the general texts that the program says: others are refused, and none may be missing.
    pub fn saying(self, said: BTreeSet<String>) -> Self {
        Self { said: Some(said), ..self }
    }

    /// The same with a glossary: texts that leave it are refused.
    pub fn with_terms(self, terms: Terms) -> Self {
        Self { terms, ..self }
    }

    /// Whether a text file belongs to no dialog and is not made in each language's own way.
    pub fn is_general(&self, file: &str) -> bool {
        let stem = file.strip_suffix(".ftl").unwrap_or(file);
        self.general.contains(stem) && !text::OWN_WAYS.contains(&file)
    }
}

/// All that is wrong with dialogs and texts together; files that cannot even be read are refused by [`Flows::load`] and
/// [`Texts::load`].
pub fn check(flows: &Flows, texts: &Texts, facts: &CheckFacts<'_>) -> Vec<Complaint> {
    let mut found = Vec::new();
    for flow in flows.iter() {
        let scene = Scene::new(flows, flow);
        name::check(&scene, facts, &mut found);
        chain::check(&scene, &mut found);
        // Wrong names make every path impossible: only dialogs with good names are walked.
        if !found.iter().any(|one| scene.files().contains(&one.file.as_str())) {
            reach::check(&scene, &mut found);
        }
    }
    groups(flows, &mut found);
    text::check(flows, (texts, facts), &mut found);
    wording::check(texts, &mut found);
    term::check(texts, &facts.terms, &mut found);
    for word in Word::ALL.into_iter().filter(|word| !texts.spelled(*word)) {
        let kind = Kind::WordUnspelled { id: format!("word-{}", word.name()) };
        found.push(Complaint::new("locales", Place::start(), kind));
    }
    sort(&mut found);
    found
}

/// What is wrong with the wording of a prepared reply that the desk changed: these files hold nothing but its text in each
/// language.
pub fn check_reply(texts: &Texts, terms: &Terms) -> Vec<Complaint> {
    let mut found = Vec::new();
    text::check_reply(texts, &mut found);
    wording::check(texts, &mut found);
    term::check(texts, terms, &mut found);
    sort(&mut found);
    found
}

/// Groups that no service uses.
fn groups(flows: &Flows, found: &mut Vec<Complaint>) {
    let used: BTreeSet<&str> =
        flows.iter().flat_map(|flow| flows.origins(&flow.service)).filter_map(|origin| origin.group.as_deref()).collect();
    for source in flows.sources() {
        if let Some(node) = source.tree.get("group")
            && let Some(group) = node.words().filter(|group| !used.contains(group))
        {
            found.push(source.complaint(node, Kind::GroupUnused { group: group.to_owned() }));
        }
    }
}
