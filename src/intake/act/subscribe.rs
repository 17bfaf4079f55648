//! Subscribing to what the office publishes, and ending it. There is nothing to send yet, so nothing is promised.

use crate::dialog::Deed;
use crate::intake::Fold;
use crate::locale::Text;

impl Fold<'_> {
    /// Subscribes to what the act is about.
    pub(super) fn subscribe(&mut self, _: &Deed) -> Result<(), Text> {
        Err(Text::new("data-not-loaded"))
    }

    /// Ends a subscription.
    pub(super) fn unsubscribe(&mut self, _: &Deed) -> Result<(), Text> {
        Err(Text::new("data-not-loaded"))
    }
}
