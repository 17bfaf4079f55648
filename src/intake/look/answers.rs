//! Answers to frequent questions. None is loaded, and it says so.

use super::nothing;
use crate::dialog::{Event, Look};
use crate::intake::Fold;

impl Fold<'_> {
    /// The answers that fit the words, a page of them.
    pub(super) fn answers(&self, look: &Look) -> Event {
        nothing(look)
    }

    /// One answer.
    pub(super) fn answer(&self, look: &Look) -> Event {
        nothing(look)
    }
}
