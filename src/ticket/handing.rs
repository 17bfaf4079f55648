//! Handing a matter over to an outside body: what goes, to whom, why, and what allows it. Personal answers and files go only with
//! the person's consent, or where a law is named that allows it without.

use super::{Given, Ticket, What};
use crate::dialog::answer::Answer;
use crate::dialog::flow::Submit;
use crate::id::{EvidenceId, StateId, StepId};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Name of the state for what was passed to another authority; a service may have further ones that begin with it and a hyphen.
const TRANSFERRED: &str = "transferred";
/// Begins the names of states for what went to another authority of a certain kind.
const MOVED: &str = "moved-to-";

/// An outside body, as a clerk or the settings name it: words by language, of which one stands in for the other.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outside {
    /// Name.
    pub name: BTreeMap<String, String>,
    /// Address; empty when none was given.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub address: BTreeMap<String, String>,
}

/// What goes to an outside body.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Handing {
    /// To whom.
    pub to: Outside,
    /// Why; the person reads it.
    pub reason: String,
    /// Law that says so, in the clerk's words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub law: Option<String>,
    /// Answers, by their question.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub answers: Vec<StepId>,
    /// Files.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub files: Vec<EvidenceId>,
}

/// On what a clerk bases the handing over of something personal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Basis {
    /// On nothing: then nothing personal goes.
    None,
    /// The person was asked by the counter and agreed.
    Asked,
    /// The person agreed elsewhere: when and how.
    Told(String),
    /// The law that is named.
    Law,
}

/// What allows that it was handed over.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Consent {
    /// Nothing personal went.
    NotNeeded,
    /// The person agreed when asked; place of the question in the history.
    Asked(usize),
    /// The person agreed elsewhere: when and how.
    Told(String),
    /// The law that is named.
    Law,
}

/// Whether a file tells who somebody is: an answer to a personal question, or added after a paper was asked for that is only taken
/// at the window or on the office's own page.
pub fn is_personal_file(ticket: &Ticket, rules: Option<&Submit>, file: EvidenceId) -> bool {
    let holds = |given: &&Given| matches!(&given.answer, Answer::Files(files) if files.contains(&file));
    if ticket.body.answers.iter().filter(|given| given.personal).any(|given| holds(&given)) {
        return true;
    }
    let Some(rules) = rules else { return false };
    let asked = |what: &What| matches!(what, What::PaperAsked { paper, .. } if rules.window_papers.contains(paper));
    let added = |what: &What| matches!(what, What::Added { files, .. } if files.contains(&file));
    let history = ticket.body.history.iter().map(|happening| &happening.what);
    history.skip_while(|what| !asked(what)).any(added)
}

/// Whether something personal is among it.
pub fn is_personal(ticket: &Ticket, rules: &Submit, what: &Handing) -> bool {
    let answers = ticket.body.answers.iter().filter(|given| given.personal);
    answers.into_iter().any(|given| what.answers.contains(&given.step))
        || what.files.iter().any(|file| is_personal_file(ticket, Some(rules), *file))
}

/// What can be handed over of a ticket: its answers in words, and every file that the person sent.
pub fn parts(ticket: &Ticket) -> (Vec<&Given>, Vec<EvidenceId>) {
    let in_words = |given: &&Given| given.answer.is_given() && !matches!(given.answer, Answer::Files(_) | Answer::Code(_));
    (ticket.body.answers.iter().filter(in_words).collect(), super::files(ticket))
}

/// The question in the history that asked the person for exactly this, or for more, and to which they last said yes.
pub fn agreed(ticket: &Ticket, wanted: &Handing) -> Option<usize> {
    let history = &ticket.body.history;
    let covers = |asked: &Handing| {
        asked.to == wanted.to
            && wanted.answers.iter().all(|step| asked.answers.contains(step))
            && wanted.files.iter().all(|file| asked.files.contains(file))
    };
    let questions = history.iter().enumerate().rev().filter_map(|(at, happening)| match &happening.what {
        What::ConsentAsked { what } if covers(what) => Some(at),
        _ => None,
    });
    questions.into_iter().find(|at| answered(ticket, *at) == Some(true))
}

/// What the person last said to a question for their consent.
pub fn answered(ticket: &Ticket, asked: usize) -> Option<bool> {
    ticket.body.history.iter().rev().find_map(|happening| match happening.what {
        What::Consented { asked: at, yes } if at == asked => Some(yes),
        _ => None,
    })
}

/// States of the chain that stand for what was handed over and can be reached from where the ticket is.
pub fn states(rules: &Submit, ticket: &Ticket) -> Vec<StateId> {
    let next = rules.states.get(&ticket.head.state).map(|state| state.next.clone()).unwrap_or_default();
    next.into_iter().filter(is_transfer).collect()
}

fn is_transfer(state: &StateId) -> bool {
    let name = state.as_str();
    name == TRANSFERRED || name.strip_prefix(TRANSFERRED).is_some_and(|rest| rest.starts_with('-')) || name.starts_with(MOVED)
}

/// Every handing over of a ticket in order, with its place in the history; letters are numbered like this, from one.
pub fn letters(ticket: &Ticket) -> impl Iterator<Item = (usize, &Handing, &Consent)> {
    ticket.body.history.iter().enumerate().filter_map(|(at, happening)| match &happening.what {
        What::HandedOver { what, consent, .. } => Some((at, &**what, consent)),
        _ => None,
    })
}
