//! The index of the desk against the store: it is filled while tickets change, and comes out equal to one that is made afresh.

use crate::support::office::House;
use chrono::Duration;
use ip_office_bot::clock::office_day;
use ip_office_bot::desk::index::{Clerk, Index, Order, Query, Stage, View, follow};
use ip_office_bot::desk::{self, By, Request, Where};
use ip_office_bot::dialog::answer::Answer;
use ip_office_bot::id::{ClerkId, Receipt};
use ip_office_bot::locale::Language;
use ip_office_bot::store::{Commit, Write};
use ip_office_bot::ticket::act::{Act, Ground, Until, begin};
use ip_office_bot::ticket::{Body, Course, Given, Head, Ticket};
use std::sync::Arc;
use tokio_util::sync::CancellationToken;

const TICKETS: u8 = 40;
const ACTS: usize = 400;

/// Numbers that are the same each time.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as usize % end
    }
}

pub fn ticket(house: &House, n: u8) -> Ticket {
    let now = house.office.now() + Duration::seconds(i64::from(n));
    let service = "counterfeit-report";
    let head = Head {
        receipt: Receipt::new("WH", office_day(now), [n % 30, n / 30, 3, 4, 5]),
        service: service.into(),
        language: if n.is_multiple_of(3) { Language::english() } else { Language::chinese() },
        anonymous: n.is_multiple_of(4),
        urgent: n.is_multiple_of(5),
        queue: "ENF".into(),
        district: (!n.is_multiple_of(2)).then(|| "420106".to_owned()),
        state: "submitted".into(),
        since: now,
        submitted: now,
        closed: None,
        clerk: None,
        limits: Vec::new(),
        hurried: false,
        call_back: false,
        unread: true,
        course: Course { channel: Some('t'), ..Course::default() },
        revision: 1,
    };
    let words = Answer::Text(format!("吹风机第{}号，上面印着 ZL 2013 1 0113186.{}", n % 7, n % 10));
    let given = Given { step: "goods".into(), text: format!("{service}-goods"), answer: words, personal: false, message: None };
    let mut ticket = Ticket { head, body: Body { answers: vec![given], ..Body::default() } };
    let script = house.office.script.load();
    let rules = script.flows.get(&service.into()).and_then(|flow| flow.submit.as_ref()).expect("a form");
    let calendar = house.office.calendar.load();
    begin(&mut ticket, &Ground { rules, calendar: &calendar, now });
    ticket
}

async fn write(house: &House, write: Write) {
    house.office.store.commit(Commit { writes: vec![write], ..Commit::default() }).await.expect("the store takes it");
}

async fn anything(house: &House, numbers: &mut Numbers) {
    let receipt = ticket(house, numbers.below(TICKETS.into()) as u8).head.receipt;
    let words = || "words to be found".to_owned();
    let act = match numbers.below(12) {
        0 => return write(house, Write::EraseTicket(receipt)).await,
        1 => Act::Note { words: "隔壁商店也在卖".into(), files: Vec::new() },
        2 => Act::AskPaper { paper: "photos".into(), words: None },
        3 => Act::Transfer { to: ["ENF", "AID", "DESK"][numbers.below(3)].into(), reason: words() },
        4 => Act::SetState { to: "received".into(), reason: None },
        5 => Act::SetState { to: "checking".into(), reason: Some(words()) },
        6 => Act::SetState { to: "opened".into(), reason: None },
        7 => Act::Close { outcome: "not-opened".into(), reason: words() },
        8 => Act::Take,
        9 => Act::Release,
        10 => Act::Extend { limit: None, to: Until::Day(office_day(house.office.now()) + Duration::days(60)), reason: words() },
        _ => Act::Reply { words: words(), files: Vec::new(), prepared: None },
    };
    let request = Request { by: By::Operator, receipt, act, place: Where::Elsewhere, event: None, files: Vec::new() };
    // Many of them are not possible just then.
    let _ = desk::perform(&house.office, request).await;
}

fn clerk(house: &House) -> Clerk {
    let queues = ["ENF", "AID", "DESK"].map(Into::into).to_vec();
    Clerk { id: ClerkId("operator".into()), queues, today: office_day(house.office.now()) }
}

fn all_lists(index: &Index, clerk: &Clerk) -> Vec<String> {
    let mut lists = vec![format!("{:?} {:?}", index.counts(clerk), index.names(clerk))];
    for view in View::ALL {
        for order in Order::ALL {
            for search in ["", "吹风机", "隔壁", "words", "ZL201310113186.7", "3456"] {
                let query = Query { view, order, search: search.to_owned(), page: 1, size: 500, ..Query::default() };
                lists.push(format!("{view:?} {order:?} {search} {:?}", index.page(clerk, &query)));
            }
        }
    }
    lists
}

async fn settled(index: &Index, house: &House) {
    index.reached(house.office.feed.cursor()).await;
    index.whole().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn after_anything_that_happens_the_index_is_what_a_fresh_one_would_be() {
    let house = House::open().await;
    for n in 0..TICKETS / 2 {
        write(&house, Write::Ticket(Box::new(ticket(&house, n)))).await;
    }
    let stop = CancellationToken::new();
    let index = Arc::new(Index::new(&house.office.key));
    assert_eq!(index.stage(), Stage::Lists);
    tokio::spawn(follow(Arc::clone(&index), Arc::clone(&house.office), stop.clone()));
    let mut numbers = Numbers(88_172_645_463_325_252);
    for n in TICKETS / 2..TICKETS {
        write(&house, Write::Ticket(Box::new(ticket(&house, n)))).await;
        anything(&house, &mut numbers).await;
    }
    let clerk = clerk(&house);
    for part in 0..4 {
        for _ in 0..ACTS / 4 {
            anything(&house, &mut numbers).await;
        }
        // The feed loses its memory in the middle, as after a disk that was full.
        if part == 1 {
            house.office.store.reopen().await.expect("memory reopens");
        }
        settled(&index, &house).await;
        let fresh = Arc::new(Index::new(&house.office.key));
        let stop = CancellationToken::new();
        tokio::spawn(follow(Arc::clone(&fresh), Arc::clone(&house.office), stop.clone()));
        settled(&fresh, &house).await;
        assert_eq!(all_lists(&index, &clerk), all_lists(&fresh, &clerk), "part {part}");
        stop.cancel();
    }
    let all = index.page(&clerk, &Query { view: View::All, size: 500, ..Query::default() });
    assert_eq!(all.found, usize::from(TICKETS));
    assert!(all.lines.iter().any(|line| line.erased) && all.lines.iter().any(|line| line.waiting), "enough happened");
    assert!(index.counts(&clerk).of(View::Closed) > 0 && index.counts(&clerk).of(View::Mine) > 0);
    stop.cancel();
}
