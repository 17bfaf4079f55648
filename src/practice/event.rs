//! What the operator and other people do with events while somebody practises.
//!
//! ```text
//! ~ event 2026-12-search starts 2026-12-04 09:00     the table changes: `ends`, `place`, `seats`, `waiting` likewise
//! ~ event 2026-12-search cancelled                   so that it does not take place; `dropped`: it is gone from the table
//! ~ called off 2026-12-search the speaker is ill     the office calls it off
//! ~ somebody books 2026-12-search 2                  another person takes two seats; `~ somebody cancels 2026-12-search`
//! ```

use super::Practice;
use crate::booking::{Booking, Standing};
use crate::events;
use crate::id::PersonKey;
use crate::locale::Language;
use crate::message::Route;
use crate::store::{Commit, Write};
use crate::table::{Bilingual, Content, Event, Tables};
use chrono::NaiveDateTime;

impl Practice {
    /// Does such a line; `false` when it is another one.
    pub(super) async fn event_line(&mut self, what: &str) -> Result<bool, String> {
        let (first, rest) = what.split_once(' ').unwrap_or((what, ""));
        match first {
            "event" => self.change_table(rest).await?,
            "somebody" => self.somebody(rest).await?,
            "called" => {
                let (event, why) = rest.trim_start_matches("off ").split_once(' ').unwrap_or((rest, ""));
                events::call_off(&self.office, event, why).await.map_err(|error| error.to_string())?;
            }
            _ => return Ok(false),
        }
        Ok(true)
    }

    async fn change_table(&self, what: &str) -> Result<(), String> {
        let (id, change) = what.split_once(' ').ok_or("which event, and what of it?")?;
        let (field, value) = change.split_once(' ').unwrap_or((change, ""));
        let tables = self.office.tables.load_full();
        let table = tables.events.as_ref().ok_or("no events are loaded")?;
        let mut rows = table.rows.clone();
        if field == "dropped" {
            rows.retain(|row| row.id != id);
        } else {
            let row = rows.iter_mut().find(|row| row.id == id).ok_or_else(|| format!("there is no event {id}"))?;
            change_row(row, field, value).ok_or_else(|| format!("{field} cannot be {value}"))?;
        }
        self.office.tables.rcu(|tables| Tables::clone(tables).with(Content::Events(rows.clone()), table.origin.clone()));
        let writes = events::look_again(&*self.office.store, self.office.now()).await.map_err(|error| error.to_string())?;
        self.office.store.commit(Commit { writes, ..Commit::default() }).await.map_err(|error| error.to_string())?;
        crate::app::look_at_timers(&self.office, &self.intake).await.map(|_| ())
    }

    async fn somebody(&mut self, what: &str) -> Result<(), String> {
        let mut words = what.split(' ');
        let (does, event) = (words.next().unwrap_or(""), words.next().unwrap_or(""));
        let seats = words.next().and_then(|seats| seats.parse().ok()).unwrap_or(1);
        let bookings = events::open(&self.office, event).await.map_err(|error| error.to_string())?;
        let mut bookings = bookings.ok_or_else(|| format!("there is no event {event}"))?;
        let me = self.office.person(&self.route);
        match does {
            "books" => {
                let n = i64::try_from(bookings.list.len()).unwrap_or(0) + 100;
                let route = Route::telegram(n);
                let booking = Booking {
                    person: self.office.person(&route),
                    route,
                    language: Language::chinese(),
                    name: None,
                    organisation: None,
                    contact: None,
                    needs: None,
                    seats,
                    at: self.office.now(),
                    standing: Standing::Waiting,
                    reminded: false,
                };
                bookings.add(booking).map_err(|full| full.to_string())?;
            }
            "cancels" => {
                let other: Option<PersonKey> = bookings.list.iter().map(|one| one.person).find(|person| *person != me);
                bookings.remove(other.ok_or("nobody else has booked")?);
            }
            _ => return Err(format!("somebody {does}?")),
        }
        let writes: Vec<Write> = events::kept(&self.office, bookings);
        self.office.store.commit(Commit { writes, ..Commit::default() }).await.map_err(|error| error.to_string())?;
        events::look(&self.office, event).await
    }
}

fn change_row(row: &mut Event, field: &str, value: &str) -> Option<()> {
    let time = || NaiveDateTime::parse_from_str(value, "%Y-%m-%d %H:%M").ok();
    match field {
        "starts" => row.starts = time()?,
        "ends" => row.ends = time()?,
        "seats" => row.seats = value.parse().ok()?,
        "waiting" => row.waiting = value.parse().ok()?,
        "place" => row.place = Bilingual::read(value),
        "cancelled" => row.cancelled = true,
        _ => return None,
    }
    Some(())
}
