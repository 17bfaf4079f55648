//! Records to tell stories with. Personal parts carry words that must not be found on a disk.

use super::morning;
use chrono::Duration;
use ip_office_bot::booking::{Booking, Bookings, Known, Standing};
use ip_office_bot::clock::Moment;
use ip_office_bot::dialog::answer::Answer;
use ip_office_bot::dialog::state::{Entry, Frame, State};
use ip_office_bot::id::{
    ClerkId, DeliveryId, EventId, EvidenceId, PersonKey, QueueId, Receipt, ServiceId, StateId, StepId, SubscriptionId,
};
use ip_office_bot::locale::Language;
use ip_office_bot::message::{Button, FileKind, Incoming, Outbound, Route};
use ip_office_bot::store::*;
use ip_office_bot::ticket::{Actor, Body, Closed, Given, Happening, Head, Limit, Ticket, Tries, What};
use ip_office_bot::watch::{Rhythm, Subscription, Waiting, Wish};

/// A name that only sealed parts may carry.
pub const NAME: &str = "Zhāng Canary-Wēi";
/// A phone number likewise.
pub const PHONE: &str = "13807155501";
/// A private chat likewise.
pub const CHAT: i64 = 7_718_281_828;

pub fn person(n: u8) -> PersonKey {
    PersonKey([n; 16])
}

pub fn route() -> Route {
    Route::telegram(CHAT)
}

pub fn event(number: i64) -> EventId {
    EventId { channel: 't', number }
}

pub fn receipt(n: u32) -> Receipt {
    Receipt::from_record(format!("WH-2611{:02}-{:05}X", 10 + n % 20, n))
}

pub fn at(seconds: i64) -> Moment {
    morning() + Duration::seconds(seconds)
}

pub fn conversation(revision: u64) -> Conversation {
    Conversation {
        route: route(),
        state: State::new(Language::chinese()),
        touched: at(revision as i64),
        pace: (4, 2),
        opened: (739_943, 1),
        tries: Default::default(),
        revision,
    }
}

/// A conversation with a form in the middle.
pub fn filling(revision: u64) -> Conversation {
    let mut conversation = conversation(revision);
    let answer = Entry::new(StepId::from("phone"), Answer::Phone(PHONE.to_owned()));
    let form = serde_json::json!({"flow": "counterfeit-report", "form": true, "entries": [answer], "started": at(0), "touched": at(1)});
    let frame: Frame = serde_json::from_value(form).expect("a form in the middle");
    conversation.state.frames.push(frame);
    conversation
}

pub fn head(n: u32, revision: u64) -> Head {
    Head {
        receipt: receipt(n),
        service: ServiceId::from("counterfeit-report"),
        language: Language::english(),
        anonymous: false,
        urgent: n.is_multiple_of(7),
        queue: QueueId::from(if n.is_multiple_of(2) { "ENF" } else { "AID" }),
        district: Some("420106".to_owned()),
        state: StateId::from("received"),
        since: at(i64::from(n)),
        submitted: at(i64::from(n)),
        closed: None,
        clerk: Some(ClerkId("li".to_owned())),
        limits: vec![Limit {
            name: "accept".to_owned(),
            due: "2026-11-30".parse().expect("a day"),
            met: None,
            guessed: vec![2027],
            reminded: 1,
        }],
        hurried: false,
        call_back: false,
        unread: true,
        course: Default::default(),
        revision,
    }
}

pub fn ticket(n: u32, revision: u64) -> Ticket {
    let given = Given {
        step: StepId::from("name"),
        text: "party-name".to_owned(),
        answer: Answer::Text(NAME.to_owned()),
        personal: true,
        message: None,
    };
    let history = vec![Happening {
        at: at(1),
        by: Actor::Person,
        what: What::Added { words: Some(PHONE.to_owned()), files: vec![EvidenceId(7)] },
        message: None,
    }];
    let tries = Tries { wrong: 2, shut_until: Some(at(3600)) };
    Ticket {
        head: head(n, revision),
        body: Body { answers: vec![given], history, code: vec![1, 2, 3], tries, grade: None, same: Vec::new() },
    }
}

pub fn closed(mut ticket: Ticket) -> Ticket {
    ticket.head.closed = Some(Closed { at: at(99), outcome: StateId::from("solved") });
    ticket
}

pub fn evidence(id: u64) -> Evidence {
    Evidence {
        id: EvidenceId(id),
        owner: Owner::Draft(person(1)),
        announced: Incoming {
            source: "AgACAgUAAxk".to_owned(),
            kind: FileKind::Photo,
            name: Some(format!("{NAME}.jpg")),
            mime: Some("image/jpeg".to_owned()),
            bytes: Some(4711),
        },
        status: FileStatus::Waiting,
        tell: Some(route()),
        at: at(5),
        revision: 1,
    }
}

pub fn words(text: &str) -> Outbound {
    Outbound {
        text: text.to_owned(),
        buttons: vec![vec![Button { label: NAME.to_owned(), token: "1:0".to_owned() }]],
        ..Default::default()
    }
}

pub fn delivery(id: u64, lane: Lane, parcel: Parcel) -> Delivery {
    Delivery { id: DeliveryId(id), lane, parcel, not_before: at(0), attempts: 0, made: at(0) }
}

/// A screen for the person.
pub fn screen(id: u64) -> Delivery {
    delivery(id, Lane::Person(route()), Parcel::Screen(words(PHONE)))
}

/// A card for a group.
pub fn card(id: u64, group: i64, ticket: u32) -> Delivery {
    delivery(id, Lane::Group(group), Parcel::Card { receipt: receipt(ticket) })
}

pub fn topic(n: u32, chat: i64, thread: i64) -> Topic {
    Topic { receipt: receipt(n), chat, thread, card: Some(thread + 1), name: "🟢 ENF".to_owned(), closed: false }
}

pub fn subscription_id(n: u8) -> SubscriptionId {
    SubscriptionId::new([n, 1, 2, 3, 4])
}

/// A subscription of a person whose digest is due so many seconds after the morning.
pub fn subscription((whose, n): (u8, u8), revision: u64, due: Option<i64>) -> Subscription {
    Subscription {
        id: subscription_id(n),
        person: person(whose),
        route: route(),
        wish: Wish::Patents { keywords: vec![NAME.to_owned()], classes: Vec::new(), applicants: Vec::new() },
        rhythm: Rhythm::Weekly,
        since: at(i64::from(n)),
        matched: 3,
        waiting: Waiting::default(),
        due: due.map(at),
        revision,
    }
}

pub fn follow(subscription: Subscription) -> Write {
    Write::Subscription(Box::new(subscription))
}

/// One person on the list of an event with two seats.
pub fn bookings(event: &str, revision: u64) -> Bookings {
    let (starts, ends) = (at(900_000).naive_utc(), at(910_000).naive_utc());
    let (title, place) = (Default::default(), Default::default());
    let known = Known { title, starts, ends, place, seats: 2, waiting: 50, off: false };
    let mut bookings = Bookings { revision, ..Bookings::new(event, known) };
    bookings.add(booking(person(1))).expect("room");
    bookings
}

pub fn booking(person: PersonKey) -> Booking {
    Booking {
        person,
        route: route(),
        language: Language::english(),
        name: Some(NAME.to_owned()),
        organisation: None,
        contact: Some(PHONE.to_owned()),
        needs: Some(NAME.to_owned()),
        seats: 1,
        at: at(1),
        standing: Standing::Waiting,
        reminded: false,
    }
}

pub fn book(bookings: Bookings) -> Write {
    Write::Bookings(Box::new(bookings))
}

pub fn parked(number: i64, moment: Moment) -> Parked {
    Parked { event: event(number), raw: format!("{{\"text\":\"{NAME}\"}}"), why: "unknown kind".to_owned(), at: moment }
}

pub fn audit(act: &str, n: u32) -> Audit {
    Audit { at: at(7), by: "person".to_owned(), act: act.to_owned(), receipt: Some(receipt(n)), more: vec!["ENF".to_owned()] }
}

pub fn writes(writes: Vec<Write>) -> Commit {
    Commit { writes, ..Commit::default() }
}

pub fn put(ticket: Ticket) -> Write {
    Write::Ticket(Box::new(ticket))
}

pub fn say(person: PersonKey, conversation: Conversation) -> Write {
    Write::Conversation(person, Box::new(conversation))
}

pub fn send(delivery: Delivery) -> Write {
    Write::Delivery(Box::new(delivery))
}

/// A slip of a drawer.
pub fn slip((drawer, id): (Drawer, &str), revision: u64) -> Slip {
    Slip { drawer, id: id.to_owned(), content: format!("{NAME} {revision}"), revision }
}

/// Puts a slip into its drawer.
pub fn file(slip: Slip) -> Write {
    Write::Slip(Box::new(slip))
}

/// One of everything, in commits as they happen.
pub fn everything() -> Vec<Commit> {
    vec![
        Commit {
            seen: vec![event(100), event(-3)],
            writes: vec![
                say(person(1), filling(1)),
                say(person(2), conversation(1)),
                Write::Timer(Timer::Drafts(person(1)), at(3600)),
                send(screen(1)),
                Write::Evidence(Box::new(evidence(7))),
                send(delivery(2, Lane::Fetch(0), Parcel::Fetch { evidence: EvidenceId(7) })),
            ],
            audit: vec![audit("began", 1)],
        },
        Commit {
            seen: vec![event(101)],
            writes: vec![
                say(person(1), conversation(2)),
                put(ticket(1, 1)),
                put(ticket(2, 1)),
                put(closed(ticket(3, 1))),
                put(ticket(4, 1)),
                Write::EraseTicket(receipt(4)),
                Write::Link(receipt(1), person(1), route()),
                Write::Link(receipt(2), person(1), route()),
                Write::Timer(Timer::Limits(receipt(1)), at(90_000)),
                send(card(3, -1001, 1)),
                send(delivery(4, Lane::Person(route()), Parcel::Message(words(NAME)))),
                Write::Topic(topic(2, -1001, 55)),
                Write::Park(parked(102, at(9))),
                follow(subscription((1, 1), 1, Some(70))),
                follow(subscription((2, 2), 1, None)),
                book(bookings("2026-12-search", 1)),
                file(slip((Drawer::Page, "0101/1"), 1)),
                file(slip((Drawer::Login, "ab"), 1)),
                Write::Timer(Timer::Event("2026-12-search".to_owned()), at(800_000)),
                Write::Named("agencies".to_owned(), Some("2026-11 \"list\"".to_owned())),
            ],
            audit: vec![audit("submitted", 1), audit("submitted", 2)],
        },
    ]
}
