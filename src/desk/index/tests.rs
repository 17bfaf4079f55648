use super::*;
use crate::dialog::answer::{Answer, RightNumber};
use crate::id::{ClerkId, QueueId};
use crate::locale::Language;
use crate::ticket::{Actor, Body, Closed, Course, Given, Happening, Limit, What};
use chrono::{Duration, NaiveDate};
use proptest::prelude::*;

fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 23).expect("a day")
}

fn index() -> Index {
    Index::new(&OfficeKey::generate(&mut rand::rng()))
}

/// A ticket of the n-th minute of the day.
fn ticket(n: u16) -> Ticket {
    let [a, b] = n.to_be_bytes();
    let at = day().and_hms_opt(1, 0, 0).expect("a time").and_utc() + Duration::minutes(i64::from(n));
    let head = Head {
        receipt: Receipt::new("WH", day(), [a % 30, b % 30, b / 30, a / 30, 0]),
        service: "counterfeit-report".into(),
        language: Language::chinese(),
        anonymous: false,
        urgent: false,
        queue: "ENF".into(),
        district: Some("420106".to_owned()),
        state: "submitted".into(),
        since: at,
        submitted: at,
        closed: None,
        clerk: None,
        limits: Vec::new(),
        hurried: false,
        call_back: false,
        unread: true,
        course: Course::default(),
        revision: 1,
    };
    Ticket { head, body: Body::default() }
}

fn given(text: &str, answer: Answer, personal: bool) -> Given {
    Given { step: text.into(), text: format!("party-{text}"), answer, personal, message: None }
}

fn words(text: &str) -> Answer {
    Answer::Text(text.to_owned())
}

fn limit(due: NaiveDate) -> Limit {
    Limit { name: "opening".into(), due, met: None, guessed: Vec::new(), reminded: 0 }
}

fn li() -> Clerk {
    Clerk { id: ClerkId("li".into()), queues: vec!["ENF".into(), "AID".into()], today: day() }
}

fn put(index: &Index, ticket: &Ticket) {
    index.enter(&ticket.head);
    index.enter_words(ticket);
}

fn found(index: &Index, query: Query) -> Vec<Receipt> {
    index.page(&li(), &Query { size: 100, ..query }).lines.into_iter().map(|line| line.receipt).collect()
}

fn search(index: &Index, text: &str) -> Vec<Receipt> {
    found(index, Query { view: View::All, search: text.to_owned(), order: Order::Oldest, ..Query::default() })
}

#[test]
fn each_view_has_its_tickets_and_its_count() {
    let index = index();
    let mut tickets: Vec<Ticket> = (0..8).map(ticket).collect();
    tickets[1].head.clerk = Some(ClerkId("li".into()));
    tickets[2].head.clerk = Some(ClerkId("ann".into()));
    tickets[3].head.limits.push(limit(day()));
    tickets[4].head.limits.push(limit(day() - Duration::days(1)));
    tickets[5].head.course.waiting = true;
    tickets[6].head.closed = Some(Closed { at: tickets[6].head.submitted, outcome: "done".into() });
    tickets[6].head.limits.push(limit(day() - Duration::days(1)));
    tickets[7].head.queue = "DESK".into();
    tickets.iter().for_each(|ticket| put(&index, ticket));
    let in_view = |view| {
        let found = found(&index, Query { view, order: Order::Oldest, ..Query::default() });
        assert_eq!(index.counts(&li()).of(view), found.len(), "{view:?}");
        found.iter().map(|receipt| tickets.iter().position(|ticket| ticket.head.receipt == *receipt).expect("ours")).collect::<Vec<_>>()
    };
    assert_eq!(in_view(View::New), [0, 3, 4, 5]);
    assert_eq!(in_view(View::Mine), [1]);
    assert_eq!(in_view(View::DueToday), [3]);
    assert_eq!(in_view(View::Overdue), [4]);
    assert_eq!(in_view(View::Waiting), [5]);
    assert_eq!(in_view(View::Open), [0, 1, 2, 3, 4, 5]);
    assert_eq!(in_view(View::Closed), [6]);
    assert_eq!(in_view(View::All), [0, 1, 2, 3, 4, 5, 6], "the queue DESK is not Li's");
}

#[test]
fn what_is_due_first_stands_first_and_urgent_ones_of_a_day_before_the_others() {
    let index = index();
    let mut tickets: Vec<Ticket> = (0..5).map(ticket).collect();
    tickets[1].head.limits.push(limit(day() + Duration::days(3)));
    tickets[2].head.limits.push(limit(day() + Duration::days(3)));
    tickets[2].head.urgent = true;
    tickets[3].head.limits.push(limit(day() - Duration::days(3)));
    tickets[4].head.urgent = true;
    tickets.iter().for_each(|ticket| put(&index, ticket));
    let receipts = |order: [usize; 5]| order.map(|at| tickets[at].head.receipt.clone()).to_vec();
    let ordered = |order| found(&index, Query { view: View::Open, order, ..Query::default() });
    assert_eq!(ordered(Order::Due), receipts([3, 2, 1, 4, 0]));
    assert_eq!(ordered(Order::Newest), receipts([4, 3, 2, 1, 0]));
    assert_eq!(ordered(Order::Oldest), receipts([0, 1, 2, 3, 4]));
}

#[test]
fn every_page_together_is_the_list_and_a_page_too_far_is_the_last() {
    let index = index();
    (0..23).for_each(|n| put(&index, &ticket(n)));
    let page = |page| index.page(&li(), &Query { view: View::All, order: Order::Newest, page, size: 5, ..Query::default() });
    let all: Vec<Receipt> = (1..=5).flat_map(|n| page(n).lines).map(|line| line.receipt).collect();
    let expected: Vec<Receipt> = (0..23).rev().map(|n| ticket(n).head.receipt).collect();
    assert_eq!(all, expected);
    assert_eq!((page(1).pages, page(1).found, page(5).lines.len()), (5, 23, 3));
    assert_eq!(page(99), page(5));
    assert_eq!(page(0), page(1));
    let nothing = index.page(&li(), &Query { view: View::Mine, size: 5, ..Query::default() });
    assert_eq!(nothing, Page { lines: Vec::new(), found: 0, page: 1, pages: 1 });
}

#[test]
fn filters_keep_to_what_they_name() {
    let index = index();
    let mut tickets: Vec<Ticket> = (0..4).map(ticket).collect();
    tickets[1].head.service = "patent-mediation".into();
    tickets[1].head.district = None;
    tickets[2].head.language = Language::english();
    tickets[2].head.urgent = true;
    tickets[3].head.submitted += Duration::days(2);
    tickets[3].head.state = "opened".into();
    tickets[3].head.anonymous = true;
    tickets.iter().for_each(|ticket| put(&index, ticket));
    let with = |filter: Filter| found(&index, Query { view: View::All, filter, order: Order::Oldest, ..Query::default() }).len();
    let text = |text: &str| Some(text.to_owned());
    assert_eq!(with(Filter { service: text("patent-mediation"), ..Filter::default() }), 1);
    assert_eq!(with(Filter { district: text("420106"), ..Filter::default() }), 3);
    assert_eq!(with(Filter { language: text("en"), urgent: Some(true), ..Filter::default() }), 1);
    assert_eq!(with(Filter { language: text("en"), urgent: Some(false), ..Filter::default() }), 0);
    assert_eq!(with(Filter { state: text("opened"), anonymous: Some(true), ..Filter::default() }), 1);
    assert_eq!(with(Filter { state: text("no such state"), ..Filter::default() }), 0);
    assert_eq!(with(Filter { from: Some(day()), until: Some(day()), ..Filter::default() }), 3);
    assert_eq!(with(Filter { from: Some(day() + Duration::days(1)), ..Filter::default() }), 1);
    let names = index.names(&li());
    assert_eq!(names.services, ["counterfeit-report", "patent-mediation"]);
    assert_eq!((names.districts, names.clerks), (vec!["420106".to_owned()], Vec::<String>::new()));
}

#[test]
fn words_are_found_in_both_languages_and_by_their_beginnings() {
    let index = index();
    let mut tickets: Vec<Ticket> = (0..3).map(ticket).collect();
    tickets[0].body.answers.push(given("goods", words("一台吹風機，包裝上印有專利號"), false));
    tickets[1].body.answers.push(given("goods", words("A Hair-Dryer with a patent mark"), false));
    let note = What::Noted { words: "called the shop in Zhongnan Road".into(), files: Vec::new() };
    let at = tickets[2].head.submitted;
    tickets[2].body.history.push(Happening { at, by: Actor::Counter, what: note, message: None });
    tickets.iter().for_each(|ticket| put(&index, ticket));
    let receipts = |order: &[usize]| order.iter().map(|at| tickets[*at].head.receipt.clone()).collect::<Vec<_>>();
    assert_eq!(search(&index, "吹风机"), receipts(&[0]), "traditional characters are found by simplified ones");
    assert_eq!(search(&index, "专利号 吹风机"), receipts(&[0]));
    assert_eq!(search(&index, "电风机"), receipts(&[]));
    assert_eq!(search(&index, "hair dryer"), receipts(&[1]));
    assert_eq!(search(&index, "DRYE"), receipts(&[1]));
    assert_eq!(search(&index, "zhongnan"), receipts(&[2]));
    assert_eq!(search(&index, "机"), receipts(&[]), "one character says too little");
    assert_eq!(search(&index, "，。"), receipts(&[]));
}

#[test]
fn a_receipt_is_found_by_a_part_of_it_and_a_ticket_by_its_day() {
    let index = index();
    let one = ticket(700);
    put(&index, &one);
    put(&index, &ticket(1));
    let text = one.head.receipt.as_str();
    let tail = &text[10..];
    for typed in [text.to_lowercase(), tail.to_owned(), tail.to_lowercase(), text.replace('-', "")] {
        assert_eq!(search(&index, &typed), std::slice::from_ref(&one.head.receipt), "{typed}");
    }
    assert_eq!(search(&index, "2026-11-23").len(), 2);
    assert_eq!(search(&index, "2026-11-22").len(), 0);
}

#[test]
fn personal_answers_are_found_whole_and_never_guessed_piece_by_piece() {
    let index = index();
    let mut one = ticket(1);
    one.body.answers.push(given("name", words("Alexandra Wang"), true));
    one.body.answers.push(given("phone", Answer::Phone("13807155501".into()), true));
    one.body.answers.push(given("id-number", words("420106199001011234"), true));
    put(&index, &one);
    for typed in ["Alexandra Wang", "alexandra", "138 0715 5501", "13807155501", "420106199001011234"] {
        assert_eq!(search(&index, typed).len(), 1, "{typed}");
    }
    for typed in ["Alexand", "1380715", "1380715550", "42010619900101123", "4201", "420106"] {
        assert_eq!(search(&index, typed).len(), 0, "{typed}");
    }
}

#[test]
fn earlier_tickets_of_the_same_party_or_number_are_found_whoever_wrote_them() {
    let index = index();
    let number = |number: &str| Answer::RightNumber(RightNumber { number: number.into(), kind: "invention".into(), verified: true });
    let mut tickets: Vec<Ticket> = (0..5).map(ticket).collect();
    tickets[0].body.answers.push(given("right-number", number("201310113186.7"), false));
    tickets[0].body.answers.push(given("other-name", words("武汉示例科技有限公司"), false));
    tickets[1].body.answers.push(given("what", words("It says ZL 2013 1 0113186.7 on the box"), false));
    tickets[2].body.answers.push(given("name", words("武漢示例科技有限公司"), true));
    tickets[3].body.answers.push(given("what", words("something else"), false));
    tickets[4].head.queue = "DESK".into();
    tickets[4].body.answers.push(given("name", words("武汉示例科技有限公司"), true));
    tickets.iter().for_each(|ticket| put(&index, ticket));
    let earlier = |at: usize| {
        let found = index.earlier(&li(), &tickets[at].head.receipt);
        found.into_iter().map(|one| (one.line.receipt, one.party, one.number)).collect::<Vec<_>>()
    };
    let receipt = |at: usize| tickets[at].head.receipt.clone();
    assert_eq!(earlier(0), [(receipt(2), true, false), (receipt(1), false, true)], "not the one of another queue");
    assert_eq!(earlier(1), [(receipt(0), false, true)]);
    assert_eq!(earlier(3), []);
    assert_eq!(search(&index, "ZL201310113186.7"), [receipt(0), receipt(1)]);
    assert_eq!(search(&index, "武汉示例科技有限公司"), [receipt(0), receipt(2)]);
}

#[test]
fn nothing_is_left_of_the_words_of_an_erased_ticket_however_late_news_of_it_come() {
    let index = index();
    let mut one = ticket(1);
    one.body.answers.push(given("other-name", words("示例公司"), false));
    put(&index, &one);
    assert_eq!(search(&index, "示例公司").len(), 1);
    index.erase(&one.head.receipt);
    one.head.revision += 1;
    put(&index, &one);
    assert_eq!(search(&index, "示例公司").len(), 0);
    assert!(index.read().ties.is_empty());
    assert_eq!(index.read().rows[0].words, words::Words::default());
    let line = index.line(&li(), &one.head.receipt).expect("the head stays");
    assert!(line.erased);
}

#[test]
fn an_older_head_does_not_replace_a_newer_one() {
    let index = index();
    let old = ticket(1);
    let mut new = old.clone();
    new.head.revision = 2;
    new.head.state = "opened".into();
    put(&index, &new);
    put(&index, &old);
    assert_eq!(index.line(&li(), &old.head.receipt).expect("there").state, "opened".into());
    assert_eq!(index.len(), 1);
}

#[test]
fn a_ticket_of_another_queue_is_no_line_for_a_clerk() {
    let index = index();
    let mut one = ticket(1);
    one.head.queue = "DESK".into();
    put(&index, &one);
    assert_eq!(index.line(&li(), &one.head.receipt), None);
    let desk = Clerk { queues: vec![QueueId::from("DESK")], ..li() };
    assert!(index.line(&desk, &one.head.receipt).is_some());
    let nobody = Clerk { queues: Vec::new(), ..li() };
    assert_eq!(index.page(&nobody, &Query { view: View::All, size: 9, ..Query::default() }).found, 0);
}

proptest! {
    #[test]
    fn no_search_breaks_it(text in "\\PC{0,40}", n in 0_u16..500) {
        let index = index();
        let mut one = ticket(n);
        one.body.answers.push(given("goods", words(&text), false));
        put(&index, &one);
        search(&index, &text);
    }
}
