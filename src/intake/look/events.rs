//! Lectures and trainings. None is announced, and it says so.

use super::nothing;
use crate::dialog::{Event, Look};
use crate::intake::Fold;

impl Fold<'_> {
    /// Those to come, a page of them.
    pub(super) fn events(&self, look: &Look) -> Event {
        nothing(look)
    }

    /// One of them.
    pub(super) fn event_facts(&self, look: &Look) -> Event {
        nothing(look)
    }

    /// Those that the person has signed up for.
    pub(super) fn own_bookings(&self, look: &Look) -> Event {
        nothing(look)
    }
}
