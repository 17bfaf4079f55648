//! What the person has subscribed to.

use super::{PAGE, named, yes_no};
use crate::clock::office_day;
use crate::dialog::state::{Found, Thing};
use crate::dialog::{Event, Look};
use crate::digest::words::{rhythm_text, wish_text};
use crate::intake::{Failed, Fold};
use crate::locale::Value;

/// Where the screen of what is kept looks them up: all of them at once.
const WHOLE: &str = "mydata";

impl Fold<'_> {
    /// The subscriptions, a page of them.
    pub(super) async fn own_subscriptions(&self, look: &Look) -> Result<Event, Failed> {
        let own = self.own_subscriptions_now().await?;
        let count = own.len();
        let page = if look.step.as_str() == WHOLE { usize::MAX } else { PAGE };
        let pages = count.div_ceil(page).max(1);
        let at = (look.page as usize).min(pages - 1);
        let things = own.iter().skip(at.saturating_mul(page)).take(page).map(|one| Thing {
            id: one.id.to_string(),
            says: vec![
                ("what".to_owned(), wish_text(&one.wish).into()),
                ("rhythm".to_owned(), rhythm_text(one.rhythm).into()),
                ("since".to_owned(), Value::Day(office_day(one.since))),
            ],
        });
        let found = Found { things: things.collect(), page: at as u32, pages: pages as u32 };
        let facts = named(&look.step, [("count", count.to_string().into()), ("none", yes_no(count == 0))]);
        Ok(Event::Found { found, facts, grant: None })
    }
}
