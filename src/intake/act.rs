//! Acts of a person from within a dialog, a file a family.

mod event;
mod subscription;
mod ticket;

use super::look::Facts;
use super::{Failed, Fold};
use crate::dialog::{Deed, Event};
use crate::locale::{Text, Value};

impl Fold<'_> {
    /// Does what a dialog wants done, and says what came of it.
    pub(super) async fn act(&mut self, deed: Deed) -> Result<Event, Failed> {
        let facts = match deed.act.as_str() {
            "subscribe" => self.subscribe(&deed).await?,
            "unsubscribe" => self.unsubscribe(&deed).await?,
            act if act.starts_with("event-") => self.act_on_booking(&deed).await?,
            _ => outcome(self.act_on_ticket(&deed).await?),
        };
        let facts: Facts = facts.into_iter().map(|(name, value)| (format!("{}.{name}", deed.step), value)).collect();
        Ok(Event::Did { facts })
    }
}

/// What every act says.
fn outcome(result: Result<(), Text>) -> Vec<(&'static str, Value)> {
    match result {
        Ok(()) => vec![("result", "ok".into()), ("reason", "".into())],
        Err(why) => vec![("result", "refused".into()), ("reason", why.into())],
    }
}
