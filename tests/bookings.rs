//! Signing up for events over a whole counter: the last seat, the waiting list, changes of the table, the reminder, forgetting.

use crate::support::office::{House, message};
use ip_office_bot::app::look_at_timers;
use ip_office_bot::booking::{Bookings, Standing};
use ip_office_bot::events;
use ip_office_bot::id::EventId;
use ip_office_bot::message::{Inbound, Outbound, Route, Said};
use ip_office_bot::shelf;
use ip_office_bot::store::{Delivery, Lane, Parcel};
use ip_office_bot::table::{Content, Kind, Origin, Tables, parse};
use std::sync::Arc;

const HEADER: &str = "id,title_zh,title_en,starts,ends,place_zh,place_en,seats,waiting,sign_up_until,cancelled\n";
const LECTURE: &str = "lecture,讲座,Lecture,2026-12-03 14:00,2026-12-03 16:00,一楼,Ground floor,2,3,2026-12-02,no\n";
const ANOTHER: &str = "another,课程,Course,2026-12-05 09:00,2026-12-05 11:00,二楼,First floor,9,0,2026-12-04,no\n";

fn content(house: &House, rows: &str) -> Content {
    parse(Kind::Events, format!("{HEADER}{rows}").as_bytes(), &house.office.places.load(), &mut |_| {}).expect("a table").content
}

/// The table is another, as after an import.
async fn announces(house: &House, rows: &str) {
    let bytes = format!("{HEADER}{rows}");
    let origin = Origin { source: "test".to_owned(), as_of: None };
    shelf::import(&house.office, bytes.as_bytes(), (Kind::Events, content(house, rows), origin)).await.expect("imported");
    time(house).await;
}

/// Timers that are due are looked at.
async fn time(house: &House) {
    look_at_timers(&house.office, &house.intake).await.expect("looked at");
}

async fn types(house: &House, chat: i64, lines: &[&str]) {
    for line in lines {
        let what = match line.strip_prefix("/start ") {
            Some(rest) => Said::Command { name: "start".to_owned(), rest: rest.to_owned() },
            None => Said::Text((*line).to_owned()),
        };
        house.person(chat, "en", what).await;
    }
}

/// Fills the form in up to the review.
async fn fills_in(house: &House, chat: i64, seats: &str) {
    let start = ["/start training-signup", "See what is on and sign up", "1"];
    types(house, chat, &start).await;
    let list = bookings(house, "lecture").await;
    let go = if list.is_some_and(|list| list.free() == 0) { "Go on the waiting list" } else { "Sign up" };
    types(house, chat, &[go, seats, "Skip", "I agree", &format!("Ann {chat}"), "ann@example.com"]).await;
}

async fn books(house: &House, chat: i64, seats: &str) {
    fills_in(house, chat, seats).await;
    types(house, chat, &["Send"]).await;
}

async fn bookings(house: &House, event: &str) -> Option<Bookings> {
    house.office.store.bookings(event).await.expect("read")
}

/// Messages to a person that begin with these words.
fn told<'d>(sent: &'d [Delivery], chat: i64, words: &str) -> Vec<&'d Outbound> {
    let to = Lane::Person(Route::telegram(chat));
    let messages = sent.iter().filter(|one| one.lane == to && matches!(one.parcel, Parcel::Message(_))).filter_map(message);
    messages.filter(|message| message.text.contains(words)).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn of_twelve_who_want_the_last_seat_one_gets_it_and_nobody_is_lost() {
    let house = House::open().await;
    announces(&house, &LECTURE.replace(",2,3,", ",1,50,")).await;
    for chat in 1..=12 {
        fills_in(&house, chat, "1").await;
    }
    let sends: Vec<_> = (1..=12)
        .map(|chat| {
            let inbound = Inbound {
                event: EventId { channel: 't', number: 10_000 + chat },
                from: Route::telegram(chat),
                language: None,
                at: house.office.now(),
                message: None,
                what: Said::Text("Send".to_owned()),
            };
            let intake = Arc::clone(&house.intake);
            tokio::spawn(async move { intake.handle(inbound).await })
        })
        .collect();
    for send in sends {
        send.await.expect("no panic").expect("on disk");
    }
    let list = bookings(&house, "lecture").await.expect("a list");
    assert_eq!((list.list.len(), list.seats(Standing::Booked), list.seats(Standing::Waiting)), (12, 1, 11));
    let sent = house.sent().await;
    let booked: Vec<i64> = (1..=12).filter(|chat| !told(&sent, *chat, "<b>Booked: Lecture</b>").is_empty()).collect();
    let waiting = (1..=12).filter(|chat| !told(&sent, *chat, "<b>You are on the waiting list").is_empty()).count();
    assert_eq!((booked.len(), waiting), (1, 11));
    let file = told(&sent, booked[0], "<b>Booked")[0].document.as_ref().expect("a calendar file");
    assert_eq!((file.name.as_str(), file.kind.as_str()), ("lecture.ics", "text/calendar"));
    assert!(file.content.contains("\r\nDTSTART;TZID=Asia/Shanghai:20261203T140000\r\n") && file.content.contains("SUMMARY:Lecture"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_change_is_told_once_to_everybody_and_the_waiting_list_moves_up() {
    let house = House::open().await;
    announces(&house, LECTURE).await;
    books(&house, 1, "2").await;
    books(&house, 2, "1").await;
    books(&house, 3, "1").await;
    house.sent().await;
    // One more seat: the first who waits.
    announces(&house, &LECTURE.replace(",2,3,", ",3,3,")).await;
    let sent = house.sent().await;
    assert_eq!((told(&sent, 2, "<b>A place for you").len(), told(&sent, 3, "<b>A place for you").len()), (1, 0));
    assert!(told(&sent, 2, "<b>A place for you")[0].document.is_some());
    // Another time: those who come and those who wait.
    let moved = LECTURE.replace(",2,3,", ",3,3,").replace("2026-12-03 14:00", "2026-12-03 13:00");
    announces(&house, &moved).await;
    announces(&house, &moved).await;
    time(&house).await;
    let sent = house.sent().await;
    for chat in 1..=3 {
        assert_eq!(told(&sent, chat, "13:00 to 16:00").len(), 1, "{chat}");
    }
    assert!(told(&sent, 1, "13:00")[0].document.as_ref().is_some_and(|file| file.content.contains("SEQUENCE:1")));
    assert!(told(&sent, 3, "number 1 on the waiting list")[0].document.is_none());
    // A table that is lost is no news; one without the event is.
    house.office.tables.store(Arc::new(Tables::default()));
    events::look(&house.office, "lecture").await.expect("looked at");
    assert!(house.sent().await.is_empty());
    announces(&house, ANOTHER).await;
    let sent = house.sent().await;
    for chat in 1..=3 {
        assert_eq!(told(&sent, chat, "<b>Called off: Lecture</b>").len(), 1, "{chat}");
    }
    assert!(told(&sent, 1, "Called off")[0].document.as_ref().is_some_and(|file| file.content.contains("STATUS:CANCELLED")));
    announces(&house, ANOTHER).await;
    assert!(house.sent().await.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_change_between_two_runs_of_the_counter_is_not_lost() {
    let house = House::open().await;
    announces(&house, LECTURE).await;
    books(&house, 1, "1").await;
    house.sent().await;
    // The import is on disk, and the counter is killed before it looks: what is due says so at the next start.
    let rows = LECTURE.replace("Ground floor", "Building 9");
    let bytes = format!("{HEADER}{rows}");
    let origin = Origin { source: "test".to_owned(), as_of: None };
    shelf::import(&house.office, bytes.as_bytes(), (Kind::Events, content(&house, &rows), origin)).await.expect("imported");
    let due = house.office.store.timers(house.office.now(), 9).await.expect("read");
    assert_eq!(due.len(), 1, "{due:?}");
    assert!(house.sent().await.is_empty());
    time(&house).await;
    time(&house).await;
    assert_eq!(told(&house.sent().await, 1, "Building 9").len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn people_are_reminded_once_the_day_before_and_their_list_is_forgotten_later() {
    let house = House::open().await;
    announces(&house, LECTURE).await;
    books(&house, 1, "2").await;
    books(&house, 2, "1").await;
    house.sent().await;
    // 23 November, ten o'clock; the reminder is due on 2 December, ten o'clock.
    house.clock.pass(chrono::Duration::minutes(9 * 24 * 60 - 1));
    time(&house).await;
    assert!(house.sent().await.is_empty());
    house.clock.pass(chrono::Duration::minutes(1));
    time(&house).await;
    time(&house).await;
    let sent = house.sent().await;
    assert_eq!((told(&sent, 1, "<b>A reminder: Lecture</b>").len(), told(&sent, 2, "reminder").len()), (1, 0));
    assert!(!told(&sent, 1, "reminder")[0].silent);
    // Two taps from there.
    let button = told(&sent, 1, "reminder")[0].buttons[0][0].token.clone();
    assert_eq!(button, "booking:lecture");
    house.person(1, "en", Said::Press(crate::support::office::press(button, 1))).await;
    types(&house, 1, &["Cancel this booking"]).await;
    let sent = house.sent().await;
    assert_eq!((told(&sent, 1, "Your booking is cancelled").len(), told(&sent, 2, "<b>A place for you").len()), (1, 1));
    // Who moved up after the hour was told the time then.
    time(&house).await;
    assert!(house.sent().await.is_empty());
    house.clock.pass(chrono::Duration::days(31));
    time(&house).await;
    assert!(bookings(&house, "lecture").await.is_some());
    house.clock.pass(chrono::Duration::days(1));
    time(&house).await;
    assert_eq!(bookings(&house, "lecture").await, None);
    assert_eq!(house.office.store.timers(house.office.now(), 9).await.expect("read").len(), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_is_forgotten_leaves_the_list_and_the_next_moves_up() {
    let house = House::open().await;
    announces(&house, LECTURE).await;
    books(&house, 1, "2").await;
    books(&house, 2, "2").await;
    house.sent().await;
    house.person(1, "en", Said::Command { name: "mydata".to_owned(), rest: String::new() }).await;
    let screen = house.sent().await.iter().filter_map(message).map(|message| message.text.clone()).collect::<String>();
    assert!(screen.contains("Lecture, 3 December 2026"), "{screen}");
    types(&house, 1, &["Delete chat data", "Yes, delete it"]).await;
    let sent = house.sent().await;
    assert_eq!(told(&sent, 2, "<b>A place for you").len(), 1);
    let list = bookings(&house, "lecture").await.expect("a list");
    assert!(list.of(house.office.person(&Route::telegram(1))).is_none());
    assert_eq!(list.seats(Standing::Booked), 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_organiser_calls_off_once_and_each_reading_of_the_list_is_written_down() {
    let house = House::open().await;
    announces(&house, LECTURE).await;
    books(&house, 1, "1").await;
    house.sent().await;
    let list = events::attendees(&house.office, "lecture").await.expect("read").expect("a list");
    assert_eq!(list.list[0].name.as_deref(), Some("Ann 1"));
    assert_eq!(list.list[0].contact.as_deref(), Some("ann@example.com"));
    let log = house.office.store.audit(0, 99).await.expect("audit");
    let read = log.iter().filter(|(_, entry)| entry.act == "attendees-read").count();
    assert_eq!(read, 1);
    assert!(log.iter().all(|(_, entry)| !entry.more.join(" ").contains("Ann")), "{log:?}");
    assert_eq!(events::call_off(&house.office, "lecture", "The speaker is ill.").await, Ok(1));
    assert_eq!(events::call_off(&house.office, "lecture", "again").await, Err(events::NotCalledOff::Already));
    assert_eq!(events::call_off(&house.office, "nothing", "").await, Err(events::NotCalledOff::Unknown));
    let sent = house.sent().await;
    assert_eq!(told(&sent, 1, "The reason: The speaker is ill.").len(), 1);
    // It stays so when the table is imported again, and nobody can sign up.
    announces(&house, LECTURE).await;
    types(&house, 2, &["/start training-signup", "See what is on and sign up"]).await;
    let sent = house.sent().await;
    assert!(sent.iter().filter_map(message).any(|message| message.text.contains("nothing to sign up for")), "{sent:#?}");
}
