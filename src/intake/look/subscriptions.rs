//! What the person has subscribed to.

use super::nothing;
use crate::dialog::{Event, Look};
use crate::intake::Fold;

impl Fold<'_> {
    /// The subscriptions, a page of them.
    pub(super) fn own_subscriptions(&self, look: &Look) -> Event {
        nothing(look)
    }
}
