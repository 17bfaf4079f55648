//! Where a person stands, for whoever answers a dialog without seeing its screens.

use super::event::World;
use super::machine::{Run, Stand};
use super::state::{Aside, Press, State};
use crate::id::StepId;

/// Where a person stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Outside of any dialog.
    Home,
    /// At this question.
    Question(StepId),
    /// Before the personal-data notice, or the consent to sensitive data.
    Consent,
    /// At this stop.
    Stop(StepId),
    /// At the review of what was answered.
    Review,
    /// At something asked or shown besides.
    Besides,
}

/// Where a person stands.
pub fn standing(world: &World<'_>, state: &State) -> Standing {
    match Run::new(world, state.clone()).stand() {
        Stand::Home => Standing::Home,
        Stand::Ask(step, _) => Standing::Question(step.id.clone()),
        Stand::Aside(Aside::Notice | Aside::Sensitive) => Standing::Consent,
        Stand::Stop(step) => Standing::Stop(step.id.clone()),
        Stand::Review(_) => Standing::Review,
        Stand::Aside(_) | Stand::Want(_) => Standing::Besides,
    }
}

/// What comes back when the button of this meaning is pressed on the screen where a person stands; `None` when it has none.
pub fn token(state: &State, press: &Press) -> Option<String> {
    let n = state.presses.iter().position(|offered| offered == press)?;
    Some(format!("{}.{n}", state.screen))
}
