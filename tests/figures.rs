//! The figures of an office against a count of its own export; counts of a real conversation; files that open right.

use crate::desk_index::ticket;
use crate::support::office::House;
use chrono::Duration;
use ip_office_bot::cli::{DONE, Out, REFUSED, ReportForm, figures as command};
use ip_office_bot::clock::office_day;
use ip_office_bot::desk::{self, By, Request, Where};
use ip_office_bot::figures::{Facts, Period, each_head, export, sum};
use ip_office_bot::message::Said;
use ip_office_bot::store::{Commit, Write};
use ip_office_bot::tally;
use ip_office_bot::ticket::Grade;
use ip_office_bot::ticket::act::Act;

const TICKETS: u8 = 60;

/// Keeps what a command says.
#[derive(Default)]
struct Kept {
    lines: Vec<String>,
    complaints: Vec<String>,
}

impl Out for Kept {
    fn line(&mut self, text: &str) {
        self.lines.push(text.to_owned());
    }
    fn progress(&mut self, _: u64, _: u64) {}
    fn complain(&mut self, text: &str) {
        self.complaints.push(text.to_owned());
    }
}

async fn act(house: &House, n: u8, act: Act) {
    let receipt = ticket_of(house, n).head.receipt;
    let request = Request { by: By::Operator, receipt, act, place: Where::Elsewhere, event: None, files: Vec::new() };
    desk::perform(&house.office, request).await.expect("the act is possible");
}

/// The same ticket each time, whatever the clock says now.
fn ticket_of(house: &House, n: u8) -> ip_office_bot::ticket::Ticket {
    let mut one = ticket(house, n);
    let day = chrono::NaiveDate::from_ymd_opt(2026, 11, 23).expect("a day");
    one.head.receipt = ip_office_bot::id::Receipt::new("WH", day, [n % 30, n / 30, 7, 7, 7]);
    one
}

/// An office in which a good deal has happened.
async fn busy() -> House {
    let house = House::open().await;
    for n in 0..TICKETS {
        let mut one = ticket_of(&house, n);
        if n % 10 == 9 {
            one.head.submitted -= Duration::days(365);
        }
        if n % 4 == 0 {
            one.head.course.grade = Some(Grade::ALL[usize::from(n / 4) % 5]);
        }
        house.office.store.commit(Commit { writes: vec![Write::Ticket(Box::new(one))], ..Commit::default() }).await.expect("kept");
    }
    for n in 0..TICKETS / 2 {
        house.clock.pass(Duration::hours(7));
        act(&house, n, Act::Reply { words: "we look into it".into(), files: Vec::new(), prepared: None }).await;
        if n % 3 == 0 {
            house.clock.pass(Duration::days(2));
            act(&house, n, Act::SetState { to: "received".into(), reason: None }).await;
            act(&house, n, Act::SetState { to: "checking".into(), reason: None }).await;
            act(&house, n, Act::Close { outcome: "not-opened".into(), reason: "nothing found".into() }).await;
        }
    }
    house
}

#[tokio::test]
async fn the_figures_are_those_of_a_recount_of_the_export_also_after_erasing() {
    let house = busy().await;
    let as_of = office_day(house.office.now());
    let year = Period::year(2026).expect("a year");
    let sums = async || {
        let mut facts = Facts::default();
        each_head(&*house.office.store, &mut |head| facts.add(head)).await.expect("readable");
        sum(&facts, year, as_of)
    };
    let before = sums().await;
    assert!(before.filed > 40 && before.late > 0 && before.close.count >= 5 && before.answer.median.is_some(), "{before:?}");
    let mut said = Kept::default();
    assert_eq!(command::export(&house.office, (command::What::Tickets, None), None, &mut said).await, DONE);
    let csv = said.lines.join("\r\n");
    let recount = export::read(&csv).expect("an export");
    assert_eq!(sum(&recount, year, as_of), before);
    assert_eq!(sum(&recount, year.before(), as_of).filed, usize::from(TICKETS) - before.filed);
    assert!(!csv.contains("吹风机"), "no words of anybody");

    for n in 0..TICKETS / 4 {
        let erase = Write::EraseTicket(ticket_of(&house, n).head.receipt);
        house.office.store.commit(Commit { writes: vec![erase], ..Commit::default() }).await.expect("erased");
    }
    assert_eq!(sums().await, before, "figures of the past stay as they are");
    let audit = house.office.store.audit(0, 1000).await.expect("readable");
    assert!(audit.iter().any(|(_, entry)| entry.act == "exported" && entry.more.first().is_some_and(|what| what == "tickets")));
}

#[tokio::test]
async fn an_export_of_a_year_has_only_what_was_filed_in_it() {
    let house = busy().await;
    let mut said = Kept::default();
    assert_eq!(command::export(&house.office, (command::What::Tickets, Some(2025)), None, &mut said).await, DONE);
    assert_eq!(said.lines.len(), 1 + usize::from(TICKETS) / 10);
    assert!(said.lines[1..].iter().all(|line| line.contains(",2025-11-23 ")));
    assert_eq!(command::export(&house.office, (command::What::Tickets, Some(-5)), None, &mut said).await, REFUSED);
    assert!(export::read("a,b\r\n1,2").is_err());
}

#[tokio::test]
async fn the_report_of_a_year_is_one_page_in_either_language_and_files_open_in_spreadsheets() {
    let house = busy().await;
    for (language, words) in [("en", "By service"), ("zh", "按服务事项")] {
        let mut said = Kept::default();
        assert_eq!(command::report(&house.office, (2026, Some(language)), (ReportForm::Html, None), &mut said).await, DONE);
        let page = said.lines.join("\n");
        assert!(page.starts_with("<!doctype html>") && page.contains(words) && page.contains("<svg "), "{language}");
        for foreign in ["http-equiv", "<script", "<link", "src=", "url(", "figures-", "@import"] {
            assert!(!page.contains(foreign), "{language}: {foreign} in a page that needs nothing else");
        }
    }
    let folder = tempfile::tempdir().expect("a folder");
    let (csv, book) = (folder.path().join("figures.csv"), folder.path().join("figures.xlsx"));
    let mut said = Kept::default();
    assert_eq!(command::report(&house.office, (2026, None), (ReportForm::Csv, Some(&csv)), &mut said).await, DONE);
    assert_eq!(command::report(&house.office, (2026, None), (ReportForm::Xlsx, Some(&book)), &mut said).await, DONE);
    let text = std::fs::read_to_string(&csv).expect("written");
    assert!(text.starts_with('\u{feff}') && text.contains("\r\n") && text.contains("按服务事项"));
    let book = std::fs::read(&book).expect("written");
    assert!(book.starts_with(b"PK"), "a workbook is a zip");
    assert_eq!(command::report(&house.office, (2026, None), (ReportForm::Xlsx, None), &mut said).await, REFUSED);
    assert_ne!(
        command::report(&house.office, (2026, None), (ReportForm::Csv, Some(&csv)), &mut said).await,
        DONE,
        "nothing is overwritten"
    );
}

#[tokio::test]
async fn questions_and_searches_of_a_conversation_are_counted_without_its_words() {
    let house = House::open().await;
    let text = async |chat: i64, words: &str| house.person(chat, "en", Said::Text(words.to_owned())).await;
    let start = Said::Command { name: "start".to_owned(), rest: "counterfeit-report".to_owned() };
    for chat in [1, 2] {
        house.person(chat, "en", start.clone()).await;
    }
    text(1, "Anonymously").await;
    text(1, "I don't know").await;
    text(3, "qqqq xyzzy wwww").await;
    house.office.tally.flush(&*house.office.store).await.expect("kept");
    let month = Period::months(2026, 11, 1).expect("a month");
    let counted = tally::counted(&*house.office.store, month.each()).await.expect("readable");
    let of = |name: &str| counted.get(name).copied().unwrap_or(0);
    assert_eq!((of("asked counterfeit-report how"), of("answered counterfeit-report how")), (2, 1), "{counted:?}");
    assert_eq!((of("asked counterfeit-report fake-kind"), of("answered counterfeit-report fake-kind")), (1, 1), "{counted:?}");
    assert_eq!((of("searched words"), of("in-vain words")), (1, 1), "{counted:?}");
    assert!(counted.keys().all(|name| !name.contains("xyzzy")));
    let mut said = Kept::default();
    assert_eq!(command::export(&house.office, (command::What::Counts, Some(2026)), None, &mut said).await, DONE);
    assert!(said.lines.iter().any(|line| line == "2026-11,asked counterfeit-report how,2"), "{:?}", said.lines);
}
