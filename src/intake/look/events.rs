//! Lectures and trainings that the office has announced, and what a person booked. How many seats are left is counted from
//! the list of each event.

use super::listings::{page, picked};
use super::{PAGE, found, named, nothing, yes_no};
use crate::booking::{Bookings, Known, Room};
use crate::clock::{office_moment, office_time};
use crate::dialog::state::{Found, Thing};
use crate::dialog::{Event, Look};
use crate::events::{both, hours, standing};
use crate::intake::{Failed, Fold};
use crate::locale::{Text, Value};

impl Fold<'_> {
    /// Those to come, a page of them.
    pub(super) async fn events(&self, look: &Look) -> Result<Event, Failed> {
        let tables = self.office.tables.load_full();
        let Some(table) = &tables.events else { return Ok(nothing(look)) };
        let mut entries = Vec::new();
        for one in table.coming(office_time(self.office.now()).naive_local()) {
            let Some(bookings) = self.as_announced(&one.id, Known::of(one)).await? else { continue };
            let seats = match (self.takes_sign_ups(&one.id), bookings.room()) {
                (false, _) => Text::new("event-brief-closed"),
                (true, Room::Seats) => Text::new("event-brief-left").with("left", i64::from(bookings.free())),
                (true, Room::WaitingList) => Text::new("event-brief-waiting"),
                (true, Room::None) => Text::new("event-brief-none"),
            };
            let says =
                [("title", both(&one.title)), ("day", Value::Day(one.starts.date())), ("place", both(&one.place)), ("seats", seats.into())];
            entries.push((one.id.clone(), says));
        }
        Ok(page(look, entries, &table.origin))
    }

    /// The list of an event of the table with what the table says now; `None` when the office called it off.
    async fn as_announced(&self, event: &str, says: Known) -> Result<Option<Bookings>, Failed> {
        let Some(mut bookings) = self.bookings_now(event).await? else { return Ok(None) };
        bookings.learn(Some(says));
        Ok(Some(bookings).filter(|bookings| !bookings.known.off))
    }

    /// One of them.
    pub(super) async fn event_facts(&self, look: &Look) -> Result<Event, Failed> {
        let tables = self.office.tables.load_full();
        let event = tables.events.as_ref().and_then(|table| table.by_id(picked(&look.with))).filter(|one| !one.cancelled);
        let Some(one) = event else { return Ok(nothing(look)) };
        let Some(bookings) = self.as_announced(&one.id, Known::of(one)).await? else { return Ok(nothing(look)) };
        let open = self.takes_sign_ups(&one.id);
        let sign_up = match bookings.room() {
            _ if !open => "closed",
            Room::Seats => "open",
            Room::WaitingList => "waiting",
            Room::None => "full",
        };
        Ok(found(
            &look.step,
            [
                ("found", yes_no(true)),
                ("title", both(&one.title)),
                ("day", Value::Day(one.starts.date())),
                ("time", hours(&bookings.known).into()),
                ("place", both(&one.place)),
                ("speaker", both(&one.speaker)),
                ("summary", both(&one.summary)),
                ("seats", left(&bookings)),
                ("sign-up", sign_up.into()),
                ("own", self.own_standing(&bookings)),
                ("sign-up-until", Value::Day(one.sign_up_until)),
            ],
        ))
    }

    /// What the person booked and is not over, a page of it; the page of one that is asked for.
    pub(super) async fn own_bookings(&self, look: &Look) -> Result<Event, Failed> {
        let now = self.office.now();
        let mut own = self.own_bookings_now().await?;
        own.retain(|bookings| now < office_moment(bookings.known.ends));
        let (count, pages) = (own.len(), own.len().div_ceil(PAGE).max(1));
        let wish = look.with.iter().find_map(|(_, answer)| own.iter().position(|bookings| answer.words() == bookings.event));
        let page = wish.map_or(look.page as usize, |at| at / PAGE).min(pages - 1);
        let thing = |bookings: &Bookings| {
            let own = bookings.of(self.person)?;
            let says = [
                ("title", both(&bookings.known.title)),
                ("day", Value::Day(bookings.known.starts.date())),
                ("standing", standing(bookings, own).into()),
            ];
            Some(Thing { id: bookings.event.clone(), says: says.map(|(name, value)| (name.to_owned(), value)).into() })
        };
        let things = own.iter().skip(page * PAGE).take(PAGE).filter_map(thing).collect();
        let facts = named(&look.step, [("count", count.to_string().into()), ("none", yes_no(count == 0))]);
        Ok(Event::Found { found: Found { things, page: page as u32, pages: pages as u32 }, facts, grant: None })
    }

    /// One booking of the person.
    pub(super) async fn booking_facts(&self, look: &Look) -> Result<Event, Failed> {
        let bookings = self.bookings_now(picked(&look.with)).await?;
        let Some((bookings, own)) = bookings.as_ref().and_then(|bookings| Some((bookings, bookings.of(self.person)?))) else {
            return Ok(nothing(look));
        };
        let known = &bookings.known;
        Ok(found(
            &look.step,
            [
                ("found", yes_no(true)),
                ("title", both(&known.title)),
                ("day", Value::Day(known.starts.date())),
                ("time", hours(known).into()),
                ("place", both(&known.place)),
                ("standing", self.own_standing(bookings)),
                ("words", standing(bookings, own).into()),
                ("ahead", self.is_ahead(bookings)),
            ],
        ))
    }
}

/// Seats that are left, and how many stand on the waiting list when none are.
fn left(bookings: &Bookings) -> Value {
    let waiting = bookings.list.iter().filter(|one| one.standing == crate::booking::Standing::Waiting).count();
    let (name, left) = match bookings.room() {
        Room::Seats => ("event-left", i64::from(bookings.free())),
        Room::WaitingList => ("event-left-waiting", waiting as i64),
        Room::None => ("event-left-none", 0),
    };
    Text::new(name).with("left", left).with("seats", i64::from(bookings.known.seats)).into()
}
