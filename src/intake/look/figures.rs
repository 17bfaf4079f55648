//! The office's figures. None are loaded, and it says so; there is nothing to draw.

use super::nothing;
use crate::dialog::state::Picture;
use crate::dialog::{Event, Look};
use crate::id::EvidenceId;
use crate::intake::{Failed, Fold};

impl Fold<'_> {
    /// The figures that fit the answers, as a table.
    pub(super) fn figures(&self, look: &Look) -> Event {
        nothing(look)
    }

    /// The picture of a look-up, as a file of the vault; none when there is nothing to draw.
    pub(in crate::intake) async fn draw(&mut self, picture: &Picture) -> Result<Option<EvidenceId>, Failed> {
        tracing::error!(from = picture.from, "a picture is wanted of figures that nobody loaded");
        Ok(None)
    }
}
