//! Acts of a person from within a dialog, a file a family.

mod events;
mod subscribe;
mod ticket;

use super::look::Facts;
use super::{Failed, Fold};
use crate::dialog::{Deed, Event};
use crate::locale::{Text, Value};

impl Fold<'_> {
    /// Does what a dialog wants done, and says what came of it.
    pub(super) async fn act(&mut self, deed: Deed) -> Result<Event, Failed> {
        let facts = match deed.act.as_str() {
            "event-book" => self.book(&deed),
            "event-cancel" => outcome(self.unbook(&deed)),
            "subscribe" => outcome(self.subscribe(&deed)),
            "unsubscribe" => outcome(self.unsubscribe(&deed)),
            _ => outcome(self.act_on_ticket(&deed).await?),
        };
        let facts: Facts = facts.into_iter().map(|(name, value)| (format!("{}.{name}", deed.step), value)).collect();
        Ok(Event::Did { facts })
    }
}

fn outcome(result: Result<(), Text>) -> Vec<(&'static str, Value)> {
    match result {
        Ok(()) => vec![("result", "ok".into()), ("reason", "".into())],
        Err(why) => vec![("result", "refused".into()), ("reason", why.into())],
    }
}
