//! Acts on bookings: signing up for an event, giving the seats back, the event for one's calendar. The list of the event is
//! read and decided on here; whether it is still the same is seen at the commit, else the turn runs again.

use crate::booking::{Booking, Bookings, Standing};
use crate::clock::{office_day, office_time};
use crate::dialog::Deed;
use crate::dialog::answer::Answer;
use crate::events;
use crate::intake::look::{picked, yes_no};
use crate::intake::{Failed, Fold};
use crate::locale::{Text, Value};

/// Most seats of one sign-up, whatever a dialog lets through.
const MOST: i64 = 50;

/// Facts of an act.
type Done = Vec<(&'static str, Value)>;

impl Fold<'_> {
    /// Does what a dialog wants done with a booking, and says what came of it.
    pub(super) async fn act_on_booking(&mut self, deed: &Deed) -> Result<Done, Failed> {
        let event = picked(&deed.with).to_owned();
        let done = match deed.act.as_str() {
            "event-book" => self.book(deed, &event).await?,
            "event-cancel" => self.give_back(&event).await?,
            _ => self.calendar_again(&event).await?,
        };
        let none = |name: &'static str| (name, Value::from("none"));
        Ok(match done {
            Ok(facts) => facts.into_iter().chain([("result", "ok".into()), ("reason", "".into())]).collect(),
            Err(why) => vec![
                ("result", "refused".into()),
                ("reason", Text::new(format!("event-refused-{why}")).into()),
                none("standing"),
                none("words"),
                ("reminds", yes_no(false)),
            ],
        })
    }

    async fn book(&mut self, deed: &Deed, event: &str) -> Result<Result<Done, &'static str>, Failed> {
        let now = self.office.now();
        if !self.takes_sign_ups(event) {
            return Ok(Err("closed"));
        }
        let Some(mut bookings) = self.bookings_now(event).await? else { return Ok(Err("closed")) };
        let told = events::settle(self.office, &mut bookings);
        if bookings.known.off || bookings.begun(now) {
            return Ok(Err("closed"));
        }
        if bookings.of(self.person).is_some() {
            return Ok(Err("already"));
        }
        let Ok(standing) = bookings.add(self.booking(deed, &bookings)) else { return Ok(Err("full")) };
        let facts = self.standing_facts(&bookings);
        if standing == Standing::Booked {
            self.document = Some(events::document(self.office, &bookings, &self.now.state.language));
        }
        self.audit("person", "event-booked", None, vec![event.to_owned(), name(standing).to_owned()]);
        self.deliveries.extend(told);
        self.bookings.insert(event.to_owned(), bookings);
        Ok(Ok(facts))
    }

    /// What the answers say about who comes. An answer that was not given, or not taken here, is left out.
    fn booking(&self, deed: &Deed, bookings: &Bookings) -> Booking {
        let given = |name: &str| {
            let words = deed.with.iter().find(|(step, _)| step.as_str() == name).map(|(_, answer)| answer.words());
            words.filter(|words| !words.is_empty())
        };
        let seats = deed.with.iter().find_map(|(_, answer)| match answer {
            Answer::Number(seats) => u32::try_from((*seats).clamp(1, MOST)).ok(),
            _ => None,
        });
        let now = self.office.now();
        Booking {
            person: self.person,
            route: self.now.route.clone(),
            language: self.now.state.language.clone(),
            name: given("name"),
            organisation: given("org"),
            contact: given("contact"),
            needs: given("needs"),
            seats: seats.unwrap_or(1),
            at: now,
            standing: Standing::Waiting,
            reminded: now >= bookings.remind_at(self.office.config.events.remind_hour),
        }
    }

    async fn give_back(&mut self, event: &str) -> Result<Result<Done, &'static str>, Failed> {
        let Some(mut bookings) = self.bookings_now(event).await? else { return Ok(Err("none")) };
        if bookings.begun(self.office.now()) {
            return Ok(Err("begun"));
        }
        if bookings.remove(self.person).is_none() {
            return Ok(Err("none"));
        }
        let told = events::settle(self.office, &mut bookings);
        self.deliveries.extend(told);
        self.audit("person", "event-cancelled", None, vec![event.to_owned()]);
        let facts = self.standing_facts(&bookings);
        self.bookings.insert(event.to_owned(), bookings);
        Ok(Ok(facts))
    }

    async fn calendar_again(&mut self, event: &str) -> Result<Result<Done, &'static str>, Failed> {
        let Some(bookings) = self.bookings_now(event).await? else { return Ok(Err("none")) };
        if bookings.of(self.person).is_none() {
            return Ok(Err("none"));
        }
        self.document = Some(events::document(self.office, &bookings, &self.now.state.language));
        Ok(Ok(self.standing_facts(&bookings)))
    }

    /// Everything that the person booked is taken back.
    pub(in crate::intake) async fn forget_bookings(&mut self) -> Result<(), Failed> {
        for mut bookings in self.own_bookings_now().await? {
            bookings.remove(self.person);
            let told = events::settle(self.office, &mut bookings);
            self.deliveries.extend(told);
            self.bookings.insert(bookings.event.clone(), bookings);
        }
        Ok(())
    }

    /// The list of an event as it will be after this commit.
    pub(in crate::intake) async fn bookings_now(&self, event: &str) -> Result<Option<Bookings>, Failed> {
        match self.bookings.get(event) {
            Some(bookings) => Ok(Some(bookings.clone())),
            None => Ok(events::open(self.office, event).await?),
        }
    }

    /// The lists that the person stands on, likewise; the next event first.
    pub(in crate::intake) async fn own_bookings_now(&self) -> Result<Vec<Bookings>, Failed> {
        let mut names = self.office.store.booked_events().await?;
        names.extend(self.bookings.keys().filter(|name| !names.contains(name)).cloned().collect::<Vec<_>>());
        let mut own = Vec::new();
        for name in names {
            own.extend(self.bookings_now(&name).await?.filter(|bookings| bookings.of(self.person).is_some()));
        }
        own.sort_by_key(|bookings| bookings.known.starts);
        Ok(own)
    }

    /// Whether the table has the event and its days of sign-up are not over.
    pub(in crate::intake) fn takes_sign_ups(&self, event: &str) -> bool {
        let now = self.office.now();
        let tables = self.office.tables.load();
        let row = tables.events.as_ref().and_then(|table| table.by_id(event));
        row.is_some_and(|row| !row.cancelled && row.sign_up_until >= office_day(now) && row.starts > office_time(now).naive_local())
    }

    fn standing_facts(&self, bookings: &Bookings) -> Done {
        let own = bookings.of(self.person);
        let words = own.map_or_else(|| Value::Words(String::new()), |one| events::standing(bookings, one).into());
        let reminds = own.is_some_and(|one| !one.reminded);
        vec![("standing", self.own_standing(bookings)), ("words", words), ("reminds", yes_no(reminds))]
    }

    /// Whether the person has seats, waits, or neither: a fact.
    pub(in crate::intake) fn own_standing(&self, bookings: &Bookings) -> Value {
        bookings.of(self.person).map_or("none", |one| name(one.standing)).into()
    }

    /// What is kept about the person besides their conversation, for `/mydata`.
    pub(in crate::intake) async fn kept(&self) -> Result<Vec<Text>, Failed> {
        let line = |bookings: &Bookings| {
            Text::new("mydata-booking")
                .with("title", events::both(&bookings.known.title))
                .with("day", bookings.known.starts.date())
                .with("days", self.office.config.events.keep_days)
        };
        Ok(self.own_bookings_now().await?.iter().map(line).collect())
    }

    /// Whether anything of it can still be changed: a fact.
    pub(in crate::intake) fn is_ahead(&self, bookings: &Bookings) -> Value {
        yes_no(!bookings.begun(self.office.now()))
    }
}

fn name(standing: Standing) -> &'static str {
    match standing {
        Standing::Booked => "booked",
        Standing::Waiting => "waiting",
    }
}
