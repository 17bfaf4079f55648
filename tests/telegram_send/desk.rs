//! `/desk` of a clerk with forty tickets, as it stands in their private chat: worst first, page by page, with the way to each
//! topic.

use super::house::*;
use crate::support::telegram::*;
use ip_office_bot::clock::office_day;
use ip_office_bot::desk::staff;
use ip_office_bot::id::{ClerkId, EventId, Receipt};
use ip_office_bot::message::{Pressed, StaffInbound, StaffSaid};
use ip_office_bot::ticket::{Closed, Ticket};
use std::sync::atomic::{AtomicI64, Ordering};

const WANG: i64 = 77;

/// Something that the clerk does in their private chat.
async fn does(house: &House, what: StaffSaid) -> staff::StaffHandled {
    static NEXT: AtomicI64 = AtomicI64::new(1);
    let number = NEXT.fetch_add(1, Ordering::SeqCst);
    let inbound = StaffInbound {
        event: EventId { channel: 't', number: 500_000 + number },
        chat: WANG,
        thread: None,
        user: Some(WANG),
        message: Some(number),
        at: house.office.now(),
        what,
    };
    let handled = staff::handle(&house.office, inbound).await.expect("the store takes it");
    house.settled().await;
    handled
}

async fn ticket(house: &House, change: impl Fn(&mut Ticket)) -> Receipt {
    house.ticket_with("ENF", change).await
}

/// Its first time limit ends so many days from today.
fn due(house: &House, ticket: &mut Ticket, days: i64) {
    let today = office_day(house.office.now());
    for limit in &mut ticket.head.limits {
        limit.due = today + chrono::Duration::days(days);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_clerk_with_forty_tickets_sees_what_hurts_most_first_and_can_go_there() {
    let fake = Fake::start();
    fake.forum(ENF, "ENF");
    let wang = fake.person(WANG, "Wang", "zh-hans").has_started();
    let house = House::open(&fake).await;
    let mine = || Some(ClerkId("wang".to_owned()));
    let (mut overdue, mut soon, mut calls, mut own) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for n in 0..20 {
        own.push(
            ticket(&house, |ticket| {
                ticket.head.clerk = mine();
                due(&house, ticket, 5 + n);
            })
            .await,
        );
    }
    for _ in 0..5 {
        calls.push(
            ticket(&house, |ticket| {
                ticket.head.closed = Some(Closed { at: house.office.now(), outcome: "no-violation".into() });
                ticket.head.state = "no-violation".into();
                ticket.head.call_back = true;
            })
            .await,
        );
    }
    for n in 0..5 {
        soon.push(
            ticket(&house, |ticket| {
                ticket.head.clerk = if n == 0 { None } else { mine() };
                due(&house, ticket, 2 - n % 3);
            })
            .await,
        );
    }
    for n in 0..10 {
        overdue.push(
            ticket(&house, |ticket| {
                ticket.head.clerk = if n < 5 { Some(ClerkId("somebody".to_owned())) } else { mine() };
                ticket.head.urgent = n == 9;
                due(&house, ticket, -1 - n);
            })
            .await,
        );
    }
    // Not for this list: a colleague's that is due soon, one that nobody has and is not due, one called back already.
    let others = [
        ticket(&house, |ticket| {
            ticket.head.clerk = Some(ClerkId("somebody".to_owned()));
            due(&house, ticket, 1);
        })
        .await,
        ticket(&house, |ticket| due(&house, ticket, 9)).await,
        ticket(&house, |ticket| ticket.head.closed = Some(Closed { at: house.office.now(), outcome: "no-violation".into() })).await,
    ];
    house.settled().await;

    does(&house, StaffSaid::Command { name: "desk".to_owned(), rest: String::new() }).await;
    let mut pages = Vec::new();
    loop {
        let shown = wang.screen().into_iter().rev().find(|message| message.from_bot).expect("a list");
        assert!(shown.text.encode_utf16().count() <= 4096, "{}", shown.text);
        println!(
            "{}\n{:?}\n",
            shown.text,
            shown.buttons.iter().map(|row| row.iter().map(|b| &b.label).collect::<Vec<_>>()).collect::<Vec<_>>()
        );
        let next = shown.buttons.iter().flatten().find(|button| button.label.contains("下一页")).and_then(|button| button.data.clone());
        let on = shown.message_id;
        pages.push(shown);
        let Some(token) = next else { break };
        let press = Pressed { token, on: Some(on), handle: None };
        does(&house, StaffSaid::Press(press)).await;
    }
    assert_eq!(pages.len(), 5);
    assert!(pages[0].text.contains("共40件") && pages[0].text.contains("第1页，共5页"), "{}", pages[0].text);
    assert_eq!(wang.screen().iter().filter(|message| message.from_bot).count(), 1, "a page takes the place of the one before");

    let all: String = pages.iter().map(|page| page.text.as_str()).collect::<Vec<_>>().join("\n");
    let at = |receipt: &Receipt| all.find(receipt.as_str()).unwrap_or_else(|| panic!("{receipt} is missing in\n{all}"));
    let places = |receipts: &[Receipt]| receipts.iter().map(at).collect::<Vec<_>>();
    let (overdue_at, soon_at, calls_at, own_at) = (places(&overdue), places(&soon), places(&calls), places(&own));
    assert!(overdue_at.iter().max() < soon_at.iter().min() && soon_at.iter().max() < calls_at.iter().min());
    assert!(calls_at.iter().max() < own_at.iter().min());
    assert_eq!(overdue_at.iter().min(), Some(&at(&overdue[9])), "the urgent one first");
    assert!(at(&overdue[8]) < at(&overdue[0]), "then the longest overdue");
    for other in &others {
        assert!(!all.contains(other.as_str()), "{other} is not for this clerk:\n{all}");
    }
    for heading in ["已经超期（10件）", "两天内到期（5件）", "等回访（5件）", "您的其他件（20件）"] {
        assert!(all.contains(heading), "{heading} in\n{all}");
    }

    // Each has a button to its card and one to its topic.
    let rows: Vec<_> = pages.iter().flat_map(|page| &page.buttons).filter(|row| row.len() == 2 && row[0].label.contains("WH-")).collect();
    assert_eq!(rows.len(), 40);
    let thread = house.view(&calls[0]).await.expect("a topic").thread;
    let link = format!("https://t.me/c/1000000001/{thread}");
    assert!(rows.iter().any(|row| row[0].label.contains(calls[0].as_str()) && row[1].url.as_deref() == Some(&link)), "{rows:?}");
    let card = rows.iter().find(|row| row[0].label.contains(calls[0].as_str())).and_then(|row| row[0].data.clone()).expect("a token");
    let on = pages[0].message_id;
    does(&house, StaffSaid::Press(Pressed { token: card, on: Some(on), handle: None })).await;
    let card = wang.screen().into_iter().rev().find(|message| message.from_bot).expect("a card");
    println!("{}\n{:?}", card.text, card.buttons);
    assert!(card.text.contains("这里只供查看") && !card.text.contains("/r"), "{}", card.text);
    assert!(card.text.contains(calls[0].as_str()) && card.buttons.iter().flatten().any(|button| button.url.as_deref() == Some(&link)));

    // Back leads to the page on which it stands.
    let back = card.buttons.iter().flatten().find_map(|button| button.data.clone()).expect("a way back");
    does(&house, StaffSaid::Press(Pressed { token: back, on: Some(on), handle: None })).await;
    let page = wang.screen().into_iter().rev().find(|message| message.from_bot).expect("a list");
    assert!(page.text.contains(calls[0].as_str()) && !page.text.contains("第1页"), "{}", page.text);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_clerk_for_whom_nothing_waits_is_told_so() {
    let fake = Fake::start();
    fake.forum(ENF, "ENF");
    let wang = fake.person(WANG, "Wang", "zh-hans").has_started();
    let house = House::open(&fake).await;
    does(&house, StaffSaid::Command { name: "desk".to_owned(), rest: String::new() }).await;
    assert!(told(&wang).last().is_some_and(|text| text.contains("现在没有等您办的")), "{:?}", told(&wang));
}
