//! What a turn counts for the figures: questions that came up and were answered, searches and those in vain. Only names of
//! services, questions and look-ups, never what was written.

use super::Fold;
use crate::clock::Moment;
use crate::dialog::state::{Aside, Frame, State};
use crate::dialog::{Event, Look};
use crate::id::{ServiceId, StepId};
use crate::locale::Value;
use crate::tally::Count;

/// Look-ups in which people search.
const SEARCHES: [&str; 6] = ["agencies", "publications", "notices", "policies", "answers", "statistics"];

/// Where a person stood before an event.
pub(super) struct Before {
    questions: Vec<Question>,
    home: bool,
    puzzled: u8,
}

struct Question {
    flow: ServiceId,
    started: Moment,
    step: Option<StepId>,
    answered: bool,
}

impl Question {
    fn of(frame: &Frame) -> Self {
        let step = frame.open.step.clone();
        let answered = step.as_ref().is_some_and(|step| frame.answer(step).is_some());
        Self { flow: frame.flow.clone(), started: frame.started, step, answered }
    }

    fn is_of(&self, frame: &Frame) -> bool {
        self.flow == frame.flow && self.started == frame.started
    }
}

impl Before {
    pub(super) fn of(state: &State) -> Self {
        let questions = state.frames.iter().chain(&state.drafts).map(Question::of).collect();
        Self { questions, home: state.frames.is_empty(), puzzled: state.puzzled }
    }

    /// What an event has led to. A draft that is taken up again is not asked anew.
    pub(super) fn counts(&self, after: &State) -> Vec<Count> {
        let mut counts = Vec::new();
        for frame in after.frames.iter().chain(&after.drafts) {
            let before = self.questions.iter().find(|question| question.is_of(frame));
            let was = before.and_then(|before| before.step.as_ref());
            if let Some(step) = was.filter(|step| before.is_some_and(|before| !before.answered) && frame.answer(step).is_some()) {
                counts.push(Count::Answered(frame.flow.clone(), step.clone()));
            }
            if let Some(step) = frame.open.step.as_ref().filter(|step| was != Some(*step)) {
                counts.push(Count::Asked(frame.flow.clone(), step.clone()));
            }
        }
        counts
    }

    /// Free words at the menu, and whether they were understood.
    pub(super) fn words(&self, after: &State) -> Vec<Count> {
        let in_vain = after.puzzled > self.puzzled;
        let offered = matches!(after.aside, Some(Aside::Offer(_) | Aside::Answer(_)));
        if !self.home || !(in_vain || offered) {
            return Vec::new();
        }
        let name = "words".to_owned();
        if in_vain { vec![Count::Searched(name.clone()), Count::InVain(name)] } else { vec![Count::Searched(name)] }
    }
}

impl Fold<'_> {
    /// A search, and whether it found something. Turning a page is no new search.
    pub(super) fn count_look(&mut self, look: &Look, found: &Event) {
        if look.page > 0 || !SEARCHES.contains(&look.from.as_str()) {
            return;
        }
        self.counts.push(Count::Searched(look.from.clone()));
        let Event::Found { facts, .. } = found else { return };
        let says = |name: &str, word: &str| matches!(facts.get(&format!("{}.{name}", look.step)), Some(Value::Words(said)) if said == word);
        if says("none", "yes") || says("found", "no") {
            self.counts.push(Count::InVain(look.from.clone()));
        }
    }
}
