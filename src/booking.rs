//! Who comes to an event: seats, the waiting list, and what people were told of the event last. Pure; one [`Bookings`] is
//! the whole list of one event, so that the last seat is given away once.
//!
//! It must not know a clock, a store or words: who is told what follows from what these operations return.
//!
//! ## Why
//! - The waiting list moves up in the order of sign-up, and whoever does not fit into what is free is passed over without
//!   losing their turn: a group of four must not keep a single free seat empty.
//! - What people were told last is kept with the list. A change of the table is a difference to that, so it is told once,
//!   however often the table is imported and wherever the counter was killed in between.

use crate::clock::{Moment, office_moment};
use crate::id::PersonKey;
use crate::locale::Language;
use crate::message::Route;
use crate::table::{Bilingual, Event};
use chrono::{Duration, NaiveDateTime, NaiveTime};
use serde::{Deserialize, Serialize};

/// Everybody who wants to come to one event. Sealed as a whole.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Bookings {
    /// The operator's name of the event.
    pub event: String,
    /// What people were told of it last.
    pub known: Known,
    /// Why the office called it off, in its own words; empty when it gave none. It stays called off whatever the table says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub called_off: Option<String>,
    /// Times that people were told of a change: the sequence of the calendar entry (RFC 5545, 3.8.7.4).
    #[serde(default)]
    pub changes: u32,
    /// In the order of sign-up.
    pub list: Vec<Booking>,
    /// Changes so far; each change adds one.
    pub revision: u64,
}

/// What people know of an event. Times are the office's.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Known {
    /// What it is called.
    pub title: Bilingual,
    /// When it begins.
    pub starts: NaiveDateTime,
    /// When it ends.
    pub ends: NaiveDateTime,
    /// Where it is.
    pub place: Bilingual,
    /// Seats in all.
    pub seats: u32,
    /// Seats of the waiting list.
    pub waiting: u32,
    /// It does not take place.
    pub off: bool,
}

impl Known {
    /// What the table says.
    pub fn of(event: &Event) -> Self {
        Self {
            title: event.title.clone(),
            starts: event.starts,
            ends: event.ends,
            place: event.place.clone(),
            seats: event.seats,
            waiting: event.waiting,
            off: event.cancelled,
        }
    }
}

/// One person's sign-up, for one or several seats.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Booking {
    /// Who, blinded.
    pub person: PersonKey,
    /// Where they are told.
    pub route: Route,
    /// In which language.
    pub language: Language,
    /// Their name; missing where personal answers may not pass over the channel.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Where they come from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub organisation: Option<String>,
    /// Phone number or e-mail address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contact: Option<String>,
    /// What the organiser should prepare.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub needs: Option<String>,
    /// Seats, at least one.
    pub seats: u32,
    /// When they signed up.
    pub at: Moment,
    /// Whether they have their seats.
    pub standing: Standing,
    /// They were reminded of the event as it is known now, or signed up too late for it.
    #[serde(default)]
    pub reminded: bool,
}

/// Whether somebody has their seats.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    /// They have.
    Booked,
    /// On the waiting list.
    Waiting,
}

/// What there is for somebody who wants to sign up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Room {
    /// A seat is free.
    Seats,
    /// None is, the waiting list takes more.
    WaitingList,
    /// Neither.
    None,
}

/// Neither seats nor the waiting list have room for so many.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the event and its waiting list are full")]
pub struct Full;

/// What people have to be told about a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum News {
    /// Time or place is another.
    Moved,
    /// It does not take place.
    Off,
    /// It takes place after all, perhaps at another time.
    Back,
}

impl Bookings {
    /// The empty list of an event.
    pub fn new(event: &str, known: Known) -> Self {
        Self { event: event.to_owned(), known, called_off: None, changes: 0, list: Vec::new(), revision: 0 }
    }

    /// Seats that nobody has.
    pub fn free(&self) -> u32 {
        self.known.seats.saturating_sub(self.seats(Standing::Booked))
    }

    /// Seats of everybody who stands so.
    pub fn seats(&self, standing: Standing) -> u32 {
        self.list.iter().filter(|one| one.standing == standing).fold(0, |sum, one| sum.saturating_add(one.seats))
    }

    /// What there is for one more.
    pub fn room(&self) -> Room {
        match () {
            () if self.free() > 0 => Room::Seats,
            () if self.seats(Standing::Waiting) < self.known.waiting => Room::WaitingList,
            () => Room::None,
        }
    }

    /// The booking of a person.
    pub fn of(&self, person: PersonKey) -> Option<&Booking> {
        self.list.iter().find(|one| one.person == person)
    }

    /// A person's place on the waiting list, from 1.
    pub fn place(&self, person: PersonKey) -> Option<usize> {
        let mut waiting = self.list.iter().filter(|one| one.standing == Standing::Waiting);
        waiting.position(|one| one.person == person).map(|at| at + 1)
    }

    /// Signs somebody up: with seats when so many are free, else on the waiting list.
    ///
    /// # Errors
    /// There is no room; nothing changed.
    pub fn add(&mut self, booking: Booking) -> Result<Standing, Full> {
        let waiting = self.seats(Standing::Waiting).saturating_add(booking.seats);
        let standing = match () {
            () if booking.seats <= self.free() => Standing::Booked,
            () if waiting <= self.known.waiting => Standing::Waiting,
            () => return Err(Full),
        };
        self.list.push(Booking { standing, ..booking });
        Ok(standing)
    }

    /// Takes a person off the list.
    pub fn remove(&mut self, person: PersonKey) -> Option<Booking> {
        let at = self.list.iter().position(|one| one.person == person)?;
        Some(self.list.remove(at))
    }

    /// Gives free seats to those who wait and fit; who moved up.
    pub fn move_up(&mut self) -> Vec<PersonKey> {
        let mut free = self.free();
        let mut moved = Vec::new();
        for one in self.list.iter_mut().filter(|one| one.standing == Standing::Waiting) {
            if one.seats <= free {
                free -= one.seats;
                one.standing = Standing::Booked;
                moved.push(one.person);
            }
        }
        moved
    }

    /// Takes over what the table says now; `None`: the event is no longer in it. What people have to be told of it.
    pub fn learn(&mut self, now: Option<Known>) -> Option<News> {
        let mut now = now.unwrap_or_else(|| Known { off: true, ..self.known.clone() });
        now.off |= self.called_off.is_some();
        let before = std::mem::replace(&mut self.known, now);
        let now = &self.known;
        let same = (before.starts, before.ends, &before.place) == (now.starts, now.ends, &now.place);
        let news = match (before.off, now.off) {
            (false, true) => News::Off,
            (true, false) => News::Back,
            (false, false) if !same => News::Moved,
            _ => return None,
        };
        self.changes = self.changes.saturating_add(1);
        self.list.iter_mut().for_each(|one| one.reminded = false);
        Some(news)
    }

    /// The office calls the event off. `None` when it was off already.
    pub fn call_off(&mut self, why: &str) -> Option<News> {
        self.called_off = Some(why.to_owned());
        self.learn(Some(self.known.clone()))
    }

    /// When those who come are reminded: the day before, at this full hour of the office.
    pub fn remind_at(&self, hour: u32) -> Moment {
        let time = NaiveTime::from_hms_opt(hour, 0, 0).unwrap_or_default();
        office_moment(self.known.starts.date().and_time(time)) - Duration::days(1)
    }

    /// When the list is forgotten.
    pub fn forget_at(&self, days: i64) -> Moment {
        office_moment(self.known.ends) + Duration::days(days)
    }

    /// It has begun.
    pub fn begun(&self, now: Moment) -> bool {
        now >= office_moment(self.known.starts)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDateTime {
        text.parse().expect("a time")
    }

    fn known(seats: u32, waiting: u32) -> Known {
        let place = Bilingual { zh: Some("一楼".to_owned()), en: None };
        let (starts, ends) = (day("2026-12-03T14:00:00"), day("2026-12-03T16:00:00"));
        Known { title: Bilingual::default(), starts, ends, place, seats, waiting, off: false }
    }

    fn who(n: u8) -> PersonKey {
        PersonKey([n; 16])
    }

    fn booking(n: u8, seats: u32) -> Booking {
        Booking {
            person: who(n),
            route: Route::telegram(i64::from(n)),
            language: Language::english(),
            name: None,
            organisation: None,
            contact: None,
            needs: None,
            seats,
            at: Moment::default(),
            standing: Standing::Waiting,
            reminded: false,
        }
    }

    fn filled(seats: u32, waiting: u32, wishes: &[u32]) -> Bookings {
        let mut bookings = Bookings::new("lecture", known(seats, waiting));
        for (n, wish) in (1..).zip(wishes) {
            bookings.add(booking(n, *wish)).expect("room");
        }
        bookings
    }

    #[test]
    fn seats_are_given_in_order_then_the_waiting_list_fills_then_nobody_fits() {
        let mut bookings = filled(3, 2, &[2, 1]);
        assert_eq!((bookings.free(), bookings.room()), (0, Room::WaitingList));
        assert_eq!(bookings.add(booking(3, 2)), Ok(Standing::Waiting));
        assert_eq!((bookings.place(who(3)), bookings.place(who(1))), (Some(1), None));
        assert_eq!(bookings.room(), Room::None);
        assert_eq!(bookings.add(booking(4, 1)), Err(Full));
        assert_eq!(bookings.list.len(), 3);
    }

    #[test]
    fn a_group_that_does_not_fit_the_free_seats_waits_and_a_smaller_one_does_not() {
        let mut bookings = filled(3, 9, &[2]);
        assert_eq!(bookings.add(booking(2, 2)), Ok(Standing::Waiting));
        assert_eq!(bookings.add(booking(3, 1)), Ok(Standing::Booked));
        assert_eq!(bookings.free(), 0);
    }

    #[test]
    fn freed_seats_go_to_the_first_who_fit_and_those_passed_over_keep_their_turn() {
        let mut bookings = filled(3, 9, &[1, 2, 2, 1, 1]);
        assert_eq!(bookings.remove(who(1)).map(|one| one.seats), Some(1));
        assert_eq!(bookings.move_up(), [who(4)]);
        assert_eq!((bookings.place(who(3)), bookings.place(who(5))), (Some(1), Some(2)));
        bookings.remove(who(2));
        assert_eq!(bookings.move_up(), [who(3)]);
        assert_eq!((bookings.free(), bookings.place(who(5))), (0, Some(1)));
        assert_eq!(bookings.move_up(), []);
        assert_eq!(bookings.remove(who(9)), None);
    }

    #[test]
    fn a_change_is_news_once_and_a_new_title_or_more_seats_are_none() {
        let mut bookings = filled(1, 9, &[1, 1]);
        bookings.list[0].reminded = true;
        assert_eq!(bookings.learn(Some(known(1, 9))), None);
        assert_eq!(bookings.learn(Some(Known { title: Bilingual::read("新"), ..known(2, 9) })), None);
        assert_eq!((bookings.free(), bookings.changes, bookings.list[0].reminded), (1, 0, true));
        let later = Known { starts: day("2026-12-04T14:00:00"), ends: day("2026-12-04T16:00:00"), ..known(2, 9) };
        assert_eq!(bookings.learn(Some(later.clone())), Some(News::Moved));
        assert_eq!(bookings.learn(Some(later.clone())), None);
        assert_eq!((bookings.changes, bookings.list[0].reminded), (1, false));
        assert_eq!(bookings.learn(None), Some(News::Off));
        assert_eq!(bookings.learn(None), None);
        assert_eq!(bookings.learn(Some(Known { off: true, ..later.clone() })), None);
        assert_eq!(bookings.learn(Some(later)), Some(News::Back));
    }

    #[test]
    fn what_the_office_called_off_stays_off_whatever_the_table_says() {
        let mut bookings = filled(2, 0, &[1]);
        assert_eq!(bookings.call_off("the speaker is ill"), Some(News::Off));
        assert_eq!(bookings.call_off("the speaker is ill"), None);
        assert_eq!(bookings.learn(Some(known(2, 0))), None);
        assert!(bookings.known.off);
    }

    #[test]
    fn fewer_seats_than_booked_take_nobodys_seat_away() {
        let mut bookings = filled(3, 2, &[2, 1, 1]);
        bookings.learn(Some(known(1, 2)));
        assert_eq!((bookings.free(), bookings.seats(Standing::Booked)), (0, 3));
        bookings.remove(who(2));
        assert_eq!(bookings.move_up(), []);
    }

    #[test]
    fn people_are_reminded_the_day_before_at_the_hour_of_the_office() {
        let bookings = filled(1, 0, &[]);
        assert_eq!(bookings.remind_at(10).to_rfc3339(), "2026-12-02T02:00:00+00:00");
        assert_eq!(bookings.forget_at(30).to_rfc3339(), "2027-01-02T08:00:00+00:00");
        assert!(!bookings.begun("2026-12-03T05:59:59Z".parse().expect("a moment")));
        assert!(bookings.begun("2026-12-03T06:00:00Z".parse().expect("a moment")));
    }
}
