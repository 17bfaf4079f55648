//! What becomes of a ticket: the route always ends at a queue, every state can be reached and left, every time limit
//! begins and ends somewhere.

use super::scene::{Scene, Spotted};
use crate::complaint::{Complaint, Kind as Wrong, nearest};
use crate::dialog::condition::Condition;
use crate::dialog::flow::{Destination, Submit};
use crate::id::StateId;
use std::collections::BTreeSet;

pub(super) fn check(scene: &Scene<'_>, found: &mut Vec<Complaint>) {
    let Some(submit) = &scene.flow.submit else { return };
    route(scene, submit, found);
    states(scene, submit, found);
    deadlines(scene, submit, found);
    let deadlines: Vec<String> = submit.deadlines.iter().map(|one| one.name.clone()).collect();
    for (at, paper) in submit.window_papers.iter().enumerate().filter(|(_, paper)| !submit.papers.contains(paper)) {
        let kind = Wrong::NameUnknown { name: paper.clone(), service: scene.flow.service.to_string() };
        found.push(scene.submit(&["window-papers", &at.to_string()]).about(paper, kind));
    }
    for (field, names) in [("papers", &submit.papers), ("replies", &submit.replies), ("deadlines", &deadlines)] {
        for (at, name) in names.iter().enumerate().filter(|(at, name)| names[..*at].contains(name)) {
            found.push(scene.submit(&[field, &at.to_string()]).about(name, Wrong::NameTwice { name: name.clone() }));
        }
    }
}

/// The first rule that always leads to a queue is the last one.
fn route(scene: &Scene<'_>, submit: &Submit, found: &mut Vec<Complaint>) {
    let always = submit.queue.iter().position(|rule| rule.when == Condition::Always && matches!(rule.to, Destination::Queue(_)));
    match always {
        None => found.push(scene.submit(&["queue"]).complaint(Wrong::QueueNoElse)),
        Some(at) if at + 1 < submit.queue.len() => {
            found.push(scene.submit(&["queue", &(at + 1).to_string()]).complaint(Wrong::QueueNever));
        }
        Some(_) => {}
    }
}

fn states(scene: &Scene<'_>, submit: &Submit, found: &mut Vec<Complaint>) {
    for (state, next) in &submit.states {
        for to in next.next.iter().filter(|to| !submit.states.contains_key(*to)) {
            complain_state(submit, scene.next(state.as_str()), to, found);
        }
        if !reachable(submit, &submit.first).contains(state) {
            found.push(scene.state(state.as_str()).complaint(Wrong::StateUnreachable { state: state.to_string() }));
        }
        let ends = |one: &&StateId| submit.states.get(*one).is_some_and(|next| next.outcome);
        if !reachable(submit, state).iter().any(ends) {
            found.push(scene.state(state.as_str()).complaint(Wrong::StateNoEnd { state: state.to_string() }));
        }
    }
}

fn deadlines(scene: &Scene<'_>, submit: &Submit, found: &mut Vec<Complaint>) {
    for (at, deadline) in submit.deadlines.iter().enumerate() {
        let at = at.to_string();
        if !submit.states.contains_key(&deadline.from) {
            complain_state(submit, scene.submit(&["deadlines", &at, "from"]), &deadline.from, found);
        }
        for state in deadline.until.iter().filter(|state| !submit.states.contains_key(*state)) {
            complain_state(submit, scene.submit(&["deadlines", &at, "until"]), state, found);
        }
        let after = reachable(submit, &deadline.from);
        if submit.states.contains_key(&deadline.from) && !deadline.until.iter().any(|state| after.contains(state)) {
            found.push(scene.submit(&["deadlines", &at, "until"]).complaint(Wrong::DeadlineNoEnd { name: deadline.name.clone() }));
        }
    }
}

fn complain_state(submit: &Submit, spot: Spotted<'_>, state: &StateId, found: &mut Vec<Complaint>) {
    let help = nearest(state.as_str(), submit.states.keys().map(StateId::as_str));
    found.push(spot.about(state.as_str(), Wrong::StateUnknown { state: state.to_string() }).with_help(help));
}

/// A state and all that may follow it.
fn reachable<'a>(submit: &'a Submit, from: &'a StateId) -> BTreeSet<&'a StateId> {
    let mut seen = BTreeSet::from([from]);
    let mut open = vec![from];
    while let Some(state) = open.pop() {
        let next = submit.states.get(state).map(|next| next.next.as_slice()).unwrap_or_default();
        open.extend(next.iter().filter(|state| seen.insert(state)));
    }
    seen
}
