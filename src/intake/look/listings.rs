//! Lists of the office's own: publications, notices, policies. Nothing is loaded, and it says so.

use super::nothing;
use crate::dialog::{Event, Look};
use crate::intake::Fold;

impl Fold<'_> {
    /// The entries that fit the answers, a page of them.
    pub(super) fn listings(&self, look: &Look) -> Event {
        nothing(look)
    }

    /// One entry.
    pub(super) fn listing(&self, look: &Look) -> Event {
        nothing(look)
    }
}
