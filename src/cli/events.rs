//! `events`: what the organiser of an event needs: how many come, who comes, calling it off.

use super::{DONE, EventsCommand, IMPOSSIBLE, Out, REFUSED};
use crate::booking::{Booking, Bookings, Known, Standing};
use crate::clock::office_time;
use crate::events::{self, NotCalledOff};
use crate::format::csv_cell;
use crate::office::Office;
use serde::Serialize;
use std::collections::BTreeMap;
use std::io::Write as _;
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;
use std::sync::Arc;

/// Columns of the list of an event.
const COLUMNS: [&str; 8] = ["standing", "place", "seats", "name", "organisation", "contact", "needs", "signed_up"];

/// Does a command; its exit code.
pub async fn events(office: &Arc<Office>, command: EventsCommand, out: &mut dyn Out) -> u8 {
    match command {
        EventsCommand::List { json } => list(office, json, out).await,
        EventsCommand::Attendees { event, csv } => attendees(office, &event, csv.as_deref(), out).await,
        EventsCommand::Cancel { event, reason } => cancel(office, &event, &reason.join(" "), out).await,
    }
}

/// An event in the list.
#[derive(Serialize)]
struct Line<'a> {
    event: &'a str,
    title: &'a str,
    starts: chrono::NaiveDateTime,
    seats: u32,
    taken: u32,
    free: u32,
    waiting: u32,
    /// It does not take place.
    off: bool,
}

async fn list(office: &Office, json: bool, out: &mut dyn Out) -> u8 {
    let mut lists: BTreeMap<String, Bookings> = BTreeMap::new();
    let tables = office.tables.load_full();
    let rows = tables.events.iter().flat_map(|table| &table.rows);
    lists.extend(rows.map(|row| (row.id.clone(), Bookings::new(&row.id, Known::of(row)))));
    let booked = match office.store.booked_events().await {
        Ok(booked) => booked,
        Err(error) => return failed(&error.to_string(), out),
    };
    for event in booked {
        match office.store.bookings(&event).await {
            Ok(Some(bookings)) => drop(lists.insert(event, bookings)),
            Ok(None) => {}
            Err(error) => return failed(&error.to_string(), out),
        }
    }
    let mut lists: Vec<Bookings> = lists.into_values().collect();
    lists.sort_by_key(|bookings| bookings.known.starts);
    for bookings in &lists {
        let known = &bookings.known;
        let line = Line {
            event: &bookings.event,
            title: known.title.zh(),
            starts: known.starts,
            seats: known.seats,
            taken: bookings.seats(Standing::Booked),
            free: bookings.free(),
            waiting: bookings.seats(Standing::Waiting),
            off: known.off,
        };
        match json {
            true => out.line(&serde_json::to_string(&line).unwrap_or_default()),
            false => out.line(&format!(
                "{}  {}  {} of {} taken  {} waiting  {}{}",
                line.starts.format("%Y-%m-%d %H:%M"),
                line.event,
                line.taken,
                line.seats,
                line.waiting,
                line.title,
                if line.off { "  DOES NOT TAKE PLACE" } else { "" }
            )),
        }
    }
    if lists.is_empty() && !json {
        out.line("no events: ip-office-bot data import events FILE");
    }
    DONE
}

async fn attendees(office: &Office, event: &str, csv: Option<&Path>, out: &mut dyn Out) -> u8 {
    if let Some(file) = csv.filter(|file| file.exists()) {
        out.complain(&format!("{} is there already: name a file that is not", file.display()));
        return IMPOSSIBLE;
    }
    let bookings = match events::attendees(office, event).await {
        Ok(Some(bookings)) => bookings,
        Ok(None) => {
            out.complain(&NotCalledOff::Unknown.to_string());
            return REFUSED;
        }
        Err(why) => return failed(&why, out),
    };
    let rows: Vec<[String; 8]> = ordered(&bookings).map(|one| row(&bookings, one)).collect();
    let Some(file) = csv else {
        for row in &rows {
            out.line(&row.join("  "));
        }
        out.line(&summary(&bookings));
        return DONE;
    };
    let lines: Vec<String> =
        std::iter::once(COLUMNS.join(",")).chain(rows.iter().map(|row| row.each_ref().map(|cell| csv_cell(cell)).join(","))).collect();
    // Spreadsheets know by the first sign that it is UTF-8.
    match write(file, &format!("\u{feff}{}\r\n", lines.join("\r\n"))) {
        Ok(()) => {
            out.line(&summary(&bookings));
            DONE
        }
        Err(error) => failed(&format!("{}: {error}", file.display()), out),
    }
}

/// Who comes, then who waits, each in the order of sign-up.
fn ordered(bookings: &Bookings) -> impl Iterator<Item = &Booking> {
    let of = |standing: Standing| bookings.list.iter().filter(move |one| one.standing == standing);
    of(Standing::Booked).chain(of(Standing::Waiting))
}

fn row(bookings: &Bookings, one: &Booking) -> [String; 8] {
    let (standing, place) = match bookings.place(one.person) {
        Some(place) => ("waiting", place.to_string()),
        None => ("booked", String::new()),
    };
    let said = |words: &Option<String>| words.as_deref().unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ");
    let at = office_time(one.at).format("%Y-%m-%d %H:%M").to_string();
    let (name, organisation) = (said(&one.name), said(&one.organisation));
    [standing.to_owned(), place, one.seats.to_string(), name, organisation, said(&one.contact), said(&one.needs), at]
}

fn summary(bookings: &Bookings) -> String {
    let (booked, waiting) = (bookings.seats(Standing::Booked), bookings.seats(Standing::Waiting));
    format!("{}: {booked} of {} seats taken, {waiting} waited for, {} sign-ups", bookings.event, bookings.known.seats, bookings.list.len())
}

/// A new file that only its owner may read.
fn write(file: &Path, content: &str) -> std::io::Result<()> {
    let mut file = std::fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(file)?;
    file.write_all(content.as_bytes())
}

async fn cancel(office: &Office, event: &str, reason: &str, out: &mut dyn Out) -> u8 {
    match events::call_off(office, event, reason).await {
        Ok(people) => {
            out.line(&format!("{event} is called off; {people} sign-ups are told"));
            DONE
        }
        Err(NotCalledOff::Store(why)) => failed(&why, out),
        Err(why) => {
            out.complain(&why.to_string());
            REFUSED
        }
    }
}

fn failed(why: &str, out: &mut dyn Out) -> u8 {
    out.complain(why);
    IMPOSSIBLE
}
