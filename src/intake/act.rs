//! Acts of a person from within a dialog.

mod ticket;

use super::look::Facts;
use super::{Failed, Fold};
use crate::dialog::{Deed, Event};
use crate::locale::Value;

impl Fold<'_> {
    /// Does what a dialog wants done with a ticket, and says what came of it.
    pub(super) async fn act(&mut self, deed: Deed) -> Result<Event, Failed> {
        let fact = |name: &str, value: Value| (format!("{}.{name}", deed.step), value);
        let facts = match self.act_on_ticket(&deed).await? {
            Ok(()) => Facts::from([fact("result", "ok".into()), fact("reason", "".into())]),
            Err(why) => Facts::from([fact("result", "refused".into()), fact("reason", why.into())]),
        };
        Ok(Event::Did { facts })
    }
}
