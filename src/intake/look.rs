//! Look-ups of a turn, a file a family. What they find comes back to the machine as an event in the same turn.

mod agency;
mod answers;
mod day;
mod events;
mod figures;
mod listings;
mod number;
mod subscriptions;
mod ticket;
mod window;

pub(super) use listings::picked;
pub(crate) use ticket::{limit_text, paper_text};

use super::{Failed, Fold};
use crate::dialog::answer::Answer;
use crate::dialog::lookup::{Values, lookup};
use crate::dialog::state::Found;
use crate::dialog::{Event, Look};
use crate::id::StepId;
use crate::locale::{Text, Value};
use std::collections::BTreeMap;

/// Things on one page of a list.
const PAGE: usize = 6;

pub(super) type Facts = BTreeMap<String, Value>;
type With = [(StepId, Answer)];

impl Fold<'_> {
    /// Looks something up.
    pub(super) async fn look(&mut self, look: Look) -> Result<Event, Failed> {
        let (step, with) = (&look.step, look.with.as_slice());
        match look.from.as_str() {
            "own-tickets" => self.own_tickets(step, with, look.page).await,
            "ticket-access" => self.ticket_access(step, with).await,
            "ticket" => self.ticket_facts(step, with, look.grant).await,
            "agencies" => Ok(self.agencies(step, with, look.page)),
            "agency" => Ok(self.agency(step, with)),
            "date-after" => Ok(self.date_after(step, with, look.add)),
            "numbers-in" => Ok(number::numbers_in(step, with)),
            "office" => Ok(self.window(step, with)),
            "publications" | "notices" | "policies" => Ok(self.listings(&look)),
            "publication" | "notice" | "policy" => Ok(self.listing(&look)),
            "statistics" => Ok(self.figures(&look)),
            "events" => self.events(&look).await,
            "event" => self.event_facts(&look).await,
            "own-bookings" => self.own_bookings(&look).await,
            "booking" => self.booking_facts(&look).await,
            "own-subscriptions" => self.own_subscriptions(&look).await,
            "answers" => Ok(self.answers(&look)),
            "answer" => Ok(self.answer(&look)),
            other => {
                tracing::error!(look = other, "a dialog asks for a look-up that does not exist; run `ip-office-bot check`");
                Ok(found(step, [("result", "none".into())]))
            }
        }
    }
}

/// Facts under the name of a step, without things to pick.
fn found<'f>(step: &StepId, facts: impl IntoIterator<Item = (&'f str, Value)>) -> Event {
    Event::Found { found: Found::default(), facts: named(step, facts), grant: None }
}

/// Facts under the name of a step.
fn named<'f>(step: &StepId, facts: impl IntoIterator<Item = (&'f str, Value)>) -> Facts {
    facts.into_iter().map(|(name, value)| (format!("{step}.{name}"), value)).collect()
}

/// What a look-up says when the office has loaded nothing of the kind: no to all that is yes or no, no thing to pick, and
/// words that say so.
fn nothing(look: &Look) -> Event {
    let promised = lookup(&look.from).map(|known| known.facts).unwrap_or_default();
    let value = |name: &str, values: &Values| match (name, values) {
        ("none", _) => yes_no(true),
        ("count", _) => "0".into(),
        (_, Values::OneOf(names)) if names.contains(&"no") => yes_no(false),
        (_, Values::OneOf(names)) => names.last().copied().unwrap_or_default().into(),
        (_, Values::Words | Values::Names) => Text::new("data-not-loaded").into(),
    };
    found(&look.step, promised.iter().map(|(name, values)| (*name, value(name, values))))
}

pub(super) fn yes_no(yes: bool) -> Value {
    if yes { "yes" } else { "no" }.into()
}

/// Lines under one another.
fn lines(texts: Vec<Text>) -> Value {
    texts
        .into_iter()
        .rev()
        .fold(None::<Text>, |rest, line| {
            Some(match rest {
                None => line,
                Some(rest) => Text::new("lines").with("first", line).with("rest", rest),
            })
        })
        .map_or_else(|| Value::Words(String::new()), Value::from)
}
