//! Events that people sign up for: what follows when the office changes one, when seats become free, when the day comes
//! near. Floor 4: it reads and writes the store and the tables; who has a seat is decided by [`crate::booking`].
//!
//! What must hold: a change of the list, everybody who is told of it and the next look are one commit; the list carries a
//! revision, so of two who want the last seat one decides again.
//!
//! ## Why
//! - Nothing here waits for an import to call it. The record of a new table and the timers of all booked events are one
//!   commit ([`look_again`]), and every start looks at all events once: a kill in between loses no news.
//! - A table that is missing or damaged is no news. Only a table that is there and has the event no longer, or has it
//!   cancelled, says that it does not take place.
//! - An event that has begun changes no more: tables are imported without what is over.

use crate::booking::{Booking, Bookings, Known, News, Standing};
use crate::clock::{Moment, office_moment, office_time};
use crate::dialog::state::{Press, Show};
use crate::ical;
use crate::locale::{Language, Text, Value};
use crate::message::{Document, Outbound};
use crate::office::Office;
use crate::store::{Audit, Commit, CommitError, Delivery, Lane, Parcel, Store, StoreError, Timer, Write};
use crate::table::Bilingual;
use chrono::Timelike;

/// Times that something is decided again because the list changed meanwhile.
const AGAIN: usize = 20;
/// Hours of the office between which a message may make a sound.
const CIVIL: std::ops::Range<u32> = 8..21;

/// Looks at an event: is it still as people know it, may somebody move up, is it time to remind or to forget?
///
/// # Errors
/// The store cannot be read or written, or the list kept changing: the event is due again.
pub async fn look(office: &Office, event: &str) -> Result<(), String> {
    for _ in 0..AGAIN {
        let stored = office.store.bookings(event).await.map_err(|error| error.to_string())?;
        let mut writes = vec![Write::TimerDone(Timer::Event(event.to_owned()))];
        let mut deliveries = Vec::new();
        if let Some(before) = stored {
            if office.now() >= before.forget_at(office.config.events.keep_days) {
                writes.push(Write::ForgetBookings(event.to_owned()));
            } else {
                let mut bookings = before.clone();
                deliveries = settle(office, &mut bookings);
                let at = next_look(office, &bookings);
                writes = if bookings == before { vec![Write::Timer(Timer::Event(event.to_owned()), at)] } else { kept(office, bookings) };
            }
        }
        if let Some(result) = committed(office, writes, (deliveries, Vec::new())).await {
            return result;
        }
    }
    Err("the list of an event kept changing".to_owned())
}

/// The timers by which every event that people signed up for is looked at soon.
///
/// # Errors
/// The store cannot be read.
pub async fn look_again(store: &dyn Store, now: Moment) -> Result<Vec<Write>, StoreError> {
    Ok(store.booked_events().await?.into_iter().map(|event| Write::Timer(Timer::Event(event), now)).collect())
}

/// Why an event was not called off.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotCalledOff {
    /// Neither the table nor a list has it.
    #[error("there is no such event: events list")]
    Unknown,
    /// It has begun or is over.
    #[error("the event has begun already")]
    Begun,
    /// It was called off before, or the table says that it does not take place.
    #[error("the event does not take place already")]
    Already,
    /// The store.
    #[error("{0}")]
    Store(String),
}

/// Calls an event off and tells everybody on its list; how many were told.
///
/// # Errors
/// See [`NotCalledOff`]; nothing changed.
pub async fn call_off(office: &Office, event: &str, why: &str) -> Result<usize, NotCalledOff> {
    let store = |error: StoreError| NotCalledOff::Store(error.to_string());
    for _ in 0..AGAIN {
        let mut bookings = open(office, event).await.map_err(store)?.ok_or(NotCalledOff::Unknown)?;
        if bookings.begun(office.now()) {
            return Err(NotCalledOff::Begun);
        }
        let mut deliveries = settle(office, &mut bookings);
        let Some(news) = bookings.call_off(why) else { return Err(NotCalledOff::Already) };
        deliveries.extend(told(office, &mut bookings, news));
        let people = bookings.list.len();
        let audit = entry(office, "event-called-off", vec![event.to_owned(), people.to_string()]);
        let writes = kept(office, bookings);
        match committed(office, writes, (deliveries, vec![audit])).await {
            Some(Ok(())) => return Ok(people),
            Some(Err(why)) => return Err(NotCalledOff::Store(why)),
            None => {}
        }
    }
    Err(NotCalledOff::Store("the list of the event kept changing".to_owned()))
}

/// The list of an event for its organiser. Reading it is written down before it is shown: it names people.
///
/// # Errors
/// The store cannot be read or written.
pub async fn attendees(office: &Office, event: &str) -> Result<Option<Bookings>, String> {
    let Some(bookings) = open(office, event).await.map_err(|error| error.to_string())? else { return Ok(None) };
    let audit = entry(office, "attendees-read", vec![event.to_owned(), bookings.list.len().to_string()]);
    office.store.commit(Commit { audit: vec![audit], ..Commit::default() }).await.map_err(|error| error.to_string())?;
    Ok(Some(bookings))
}

/// The list of an event: the kept one, else an empty one of an event of the table.
///
/// # Errors
/// The store cannot be read.
pub async fn open(office: &Office, event: &str) -> Result<Option<Bookings>, StoreError> {
    if let Some(kept) = office.store.bookings(event).await? {
        return Ok(Some(kept));
    }
    let tables = office.tables.load();
    let known = tables.events.as_ref().and_then(|table| table.by_id(event)).map(Known::of);
    Ok(known.map(|known| Bookings::new(event, known)))
}

/// Brings a list up to date with the table and the clock; what people are told.
pub(crate) fn settle(office: &Office, bookings: &mut Bookings) -> Vec<Delivery> {
    let now = office.now();
    let mut deliveries = Vec::new();
    {
        let tables = office.tables.load();
        if let Some(table) = &tables.events {
            let says = table.by_id(&bookings.event).map(Known::of);
            let ahead = |says: &Known| now < office_moment(says.starts);
            if (!bookings.begun(now) || says.as_ref().is_some_and(ahead))
                && let Some(news) = bookings.learn(says)
            {
                deliveries.extend(told(office, bookings, news));
            }
        }
    }
    if bookings.begun(now) || bookings.known.off {
        return deliveries;
    }
    let due = now >= bookings.remind_at(office.config.events.remind_hour);
    if due {
        for at in 0..bookings.list.len() {
            let one = &bookings.list[at];
            if one.standing == Standing::Booked && !one.reminded {
                deliveries.push(tell(office, bookings, one, "event-reminder"));
            }
            bookings.list[at].reminded = true;
        }
    }
    for person in bookings.move_up() {
        if let Some(one) = bookings.of(person) {
            deliveries.push(tell(office, bookings, one, "event-moved-up"));
        }
    }
    deliveries
}

/// The changed list as it is kept, with the next look at it. Its revision follows the stored one.
pub(crate) fn kept(office: &Office, mut bookings: Bookings) -> Vec<Write> {
    bookings.revision += 1;
    let timer = Write::Timer(Timer::Event(bookings.event.clone()), next_look(office, &bookings));
    vec![Write::Bookings(Box::new(bookings)), timer]
}

fn next_look(office: &Office, bookings: &Bookings) -> Moment {
    let settings = &office.config.events;
    let reminder = bookings.remind_at(settings.remind_hour);
    let waits = !bookings.known.off && bookings.list.iter().any(|one| !one.reminded);
    if waits && office.now() < reminder { reminder } else { bookings.forget_at(settings.keep_days) }
}

/// Everybody on the list is told of a change. A change that comes when it is time to remind reminds as well.
fn told(office: &Office, bookings: &mut Bookings, news: News) -> Vec<Delivery> {
    let name = match news {
        News::Moved => "event-changed",
        News::Off => "event-off",
        News::Back => "event-back",
    };
    if office.now() >= bookings.remind_at(office.config.events.remind_hour) {
        bookings.list.iter_mut().for_each(|one| one.reminded = true);
    }
    bookings.list.iter().map(|one| tell(office, bookings, one, name)).collect()
}

fn tell(office: &Office, bookings: &Bookings, one: &Booking, name: &str) -> Delivery {
    let known = &bookings.known;
    let mut text = Text::new(name)
        .with("title", both(&known.title))
        .with("day", known.starts.date())
        .with("time", hours(known))
        .with("place", both(&known.place))
        .with("seats", i64::from(one.seats))
        .with("standing", standing(bookings, one));
    if name == "event-off" {
        let why = bookings.called_off.as_deref().filter(|why| !why.is_empty());
        let words = why.map_or_else(|| Text::new("event-off-no-reason"), |why| Text::new("event-off-reason").with("reason", why));
        text = text.with("reason", words);
    }
    let mut show = Show::told(text);
    if !known.off {
        show.buttons.push(vec![(Text::new("button-booking"), Press::Booking(bookings.event.clone()))]);
    }
    let ability = crate::intake::Side::of(&one.route).ability;
    let seated = one.standing == Standing::Booked && name != "event-reminder";
    let message = Outbound {
        document: seated.then(|| document(office, bookings, &one.language)),
        silent: !CIVIL.contains(&office_time(office.now()).hour()),
        ..crate::channel::render(&office.script.load().texts, &one.language, ability, &show, 0)
    };
    office.delivery(Lane::Person(one.route.clone()), Parcel::Message(message))
}

/// Whether a person has seats or waits, in words.
pub(crate) fn standing(bookings: &Bookings, one: &Booking) -> Text {
    match (bookings.known.off, bookings.place(one.person)) {
        (true, _) => Text::new("event-standing-off"),
        (false, None) => Text::new("event-standing-booked").with("seats", i64::from(one.seats)),
        (false, Some(place)) => Text::new("event-standing-waiting").with("seats", i64::from(one.seats)).with("place", place),
    }
}

/// The event for the calendar of a phone.
pub(crate) fn document(office: &Office, bookings: &Bookings, language: &Language) -> Document {
    let known = &bookings.known;
    let words = |words: &Bilingual| if *language == Language::chinese() { words.zh() } else { words.en() }.to_owned();
    let entry = ical::Entry {
        uid: format!("{}@ip-office-bot", office.key.blind_hex("event", bookings.event.as_bytes())),
        made: office.now(),
        changes: bookings.changes,
        starts: known.starts,
        ends: known.ends,
        title: words(&known.title),
        place: words(&known.place),
        about: String::new(),
        off: known.off,
    };
    Document { name: format!("{}.ics", bookings.event), kind: "text/calendar".to_owned(), content: ical::calendar(&entry) }
}

/// From when to when.
pub(crate) fn hours(known: &Known) -> Text {
    let time = |at: chrono::NaiveDateTime| at.format("%H:%M").to_string();
    Text::new("table-time").with("starts", time(known.starts)).with("ends", time(known.ends))
}

/// Words in one or both languages.
pub(crate) fn both(words: &Bilingual) -> Value {
    match words.is_empty() {
        true => Text::new("table-blank").into(),
        false => Text::new("in-language").with("zh", words.zh()).with("en", words.en()).into(),
    }
}

fn entry(office: &Office, act: &str, more: Vec<String>) -> Audit {
    Audit { at: office.now(), by: "operator".to_owned(), act: act.to_owned(), receipt: None, more }
}

/// Writes and hands over; `None`: the list changed meanwhile.
async fn committed(
    office: &Office,
    mut writes: Vec<Write>,
    (deliveries, audit): (Vec<Delivery>, Vec<Audit>),
) -> Option<Result<(), String>> {
    writes.extend(deliveries.iter().cloned().map(|delivery| Write::Delivery(Box::new(delivery))));
    match office.store.commit(Commit { writes, audit, ..Commit::default() }).await {
        Ok(()) => {
            office.outbox.post(deliveries);
            Some(Ok(()))
        }
        Err(CommitError::Stale(_)) => None,
        Err(error) => Some(Err(error.to_string())),
    }
}
