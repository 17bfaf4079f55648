//! Signing up for a lecture or training, and giving the place back. None is announced, so there is no place to give.

use crate::dialog::Deed;
use crate::intake::Fold;
use crate::locale::{Text, Value};

impl Fold<'_> {
    /// Signs up. The facts are `result`, `reason` and `line`.
    pub(super) fn book(&mut self, _: &Deed) -> Vec<(&'static str, Value)> {
        vec![("result", "refused".into()), ("reason", Text::new("data-not-loaded").into()), ("line", "".into())]
    }

    /// Gives the place back.
    pub(super) fn unbook(&mut self, _: &Deed) -> Result<(), Text> {
        Err(Text::new("data-not-loaded"))
    }
}
