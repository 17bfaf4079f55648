//! Lectures and trainings that the office has announced. Who comes is arranged by the staff, so no places are counted here.

use super::listings::{both, page, picked};
use super::{found, nothing, yes_no};
use crate::clock::{office_day, office_time};
use crate::dialog::{Event, Look};
use crate::intake::Fold;
use crate::locale::{Text, Value};
use crate::table::list;

impl Fold<'_> {
    /// Those to come, a page of them.
    pub(super) fn events(&self, look: &Look) -> Event {
        let tables = self.office.tables.load();
        let Some(table) = &tables.events else { return nothing(look) };
        let coming = table.coming(office_time(self.office.now()).naive_local());
        let entry = |one: &list::Event| {
            let says = [
                ("title", both(&one.title)),
                ("day", Value::Day(one.starts.date())),
                ("place", both(&one.place)),
                ("seats", one.seats.to_string().into()),
            ];
            (one.id.clone(), says)
        };
        page(look, coming.into_iter().map(entry).collect(), &table.origin)
    }

    /// One of them.
    pub(super) fn event_facts(&self, look: &Look) -> Event {
        let now = self.office.now();
        let tables = self.office.tables.load();
        let event = tables.events.as_ref().and_then(|table| table.by_id(picked(&look.with))).filter(|one| !one.cancelled);
        let Some(one) = event else { return nothing(look) };
        let (starts, ends) = (one.starts.format("%H:%M").to_string(), one.ends.format("%H:%M").to_string());
        let over = one.starts <= office_time(now).naive_local() || one.sign_up_until < office_day(now);
        found(
            &look.step,
            [
                ("found", yes_no(true)),
                ("title", both(&one.title)),
                ("day", Value::Day(one.starts.date())),
                ("time", Text::new("table-time").with("starts", starts).with("ends", ends).into()),
                ("place", both(&one.place)),
                ("speaker", both(&one.speaker)),
                ("summary", both(&one.summary)),
                ("seats", one.seats.to_string().into()),
                ("closed", yes_no(over)),
                ("sign-up-until", Value::Day(one.sign_up_until)),
            ],
        )
    }
}
