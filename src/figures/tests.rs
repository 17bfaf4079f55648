use super::*;
use crate::clock::Moment;
use crate::locale::Language;
use crate::ticket::{Closed, Course, Grade, Head, Limit};
use chrono::{Duration, NaiveDate};

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

fn at(text: &str) -> Moment {
    text.parse().expect("a moment")
}

pub(super) fn head(submitted: &str) -> Head {
    Head {
        receipt: crate::id::Receipt::new("WH", day("2026-11-23"), [1, 2, 3, 4, 5]),
        service: "counterfeit-report".into(),
        language: Language::chinese(),
        anonymous: false,
        urgent: false,
        queue: "ENF".into(),
        district: Some("420106".to_owned()),
        state: "submitted".into(),
        since: at(submitted),
        submitted: at(submitted),
        closed: None,
        clerk: None,
        limits: Vec::new(),
        hurried: false,
        call_back: false,
        unread: true,
        course: Course { channel: Some('t'), ..Course::default() },
        revision: 1,
    }
}

fn closed(mut head: Head, after: Duration) -> Head {
    head.closed = Some(Closed { at: head.submitted + after, outcome: "done".into() });
    head
}

fn year() -> Period {
    Period::year(2026).expect("a year")
}

#[test]
fn a_period_is_made_of_the_offices_days() {
    let heads = ["2025-12-31T15:59:59Z", "2025-12-31T16:00:00Z", "2026-12-31T15:59:59Z", "2026-12-31T16:00:00Z"].map(head);
    let sums = sum(&Facts::of(&heads), year(), day("2027-01-10"));
    assert_eq!(sums.filed, 2);
    assert_eq!((sums.months[0], sums.months[11], sums.months.iter().sum::<usize>()), (1, 1, 2));
    assert_eq!(sum(&Facts::of(&heads), year().before(), day("2027-01-10")).filed, 1);
    assert_eq!((year().first(), year().last()), (day("2026-01-01"), day("2026-12-31")));
    assert_eq!(Period::months(2026, 11, 2).map(|period| period.last()), Some(day("2026-12-31")));
    assert_eq!((Period::months(2026, 13, 1), Period::months(2026, 1, 0), Period::year(0)), (None, None, None));
}

#[test]
fn a_queue_has_the_figures_of_the_tickets_that_stand_in_it() {
    let mut heads = ["2026-03-01T02:00:00Z", "2026-03-02T02:00:00Z", "2026-04-01T02:00:00Z"].map(head);
    heads[2].queue = "AID".into();
    let facts = Facts::of(&heads);
    let filed = |queue| sum_of(&facts, queue, (year(), day("2026-11-23"))).filed;
    assert_eq!((filed(None), filed(Some("ENF")), filed(Some("AID"))), (3, 2, 1));
    assert_eq!((filed(Some("DESK")), filed(Some(""))), (0, 0), "one without tickets, and none at all");
    let read = export::read(&[export::header(), heads.each_ref().map(export::line).join("\n")].join("\n")).expect("an export");
    assert_eq!(sum_of(&read, Some("ENF"), (year(), day("2026-11-23"))).filed, 2, "counted again from an export");
}

#[test]
fn groups_add_up_to_what_was_filed() {
    let mut heads: Vec<Head> = (0..9).map(|n| head(&format!("2026-0{}-10T02:00:00Z", n + 1))).collect();
    heads[1].service = "patent-mediation".into();
    heads[2].district = None;
    heads[3].language = Language::english();
    heads[4].course.channel = Some('w');
    heads[5].course.channel = None;
    let sums = sum(&Facts::of(&heads), year(), day("2026-11-23"));
    for column in [&sums.services, &sums.districts, &sums.channels, &sums.languages] {
        assert_eq!(column.values().sum::<usize>(), 9, "{column:?}");
    }
    assert_eq!(sums.services.get("patent-mediation"), Some(&1));
    assert_eq!(sums.districts.get(""), Some(&1));
    assert_eq!((sums.channels.get("t"), sums.channels.get("w"), sums.channels.get("-")), (Some(&7), Some(&1), Some(&1)));
    assert_eq!(sums.languages.get("en"), Some(&1));
}

#[test]
fn half_and_nine_of_ten_are_values_that_occurred() {
    let heads: Vec<Head> = (1..=10).map(|days| closed(head("2026-03-02T02:00:00Z"), Duration::days(days))).collect();
    let sums = sum(&Facts::of(&heads), year(), day("2026-11-23"));
    let days = |days: u32| Some(days * 86_400);
    assert_eq!(sums.close, Spread { count: 10, median: days(5), ninth: days(9) });
    assert_eq!(sums.answer, Spread::default());
    let one = sum(&Facts::of(&heads[2..3]), year(), day("2026-11-23"));
    assert_eq!(one.close, Spread { count: 1, median: days(3), ninth: days(3) });
}

#[test]
fn on_time_late_running_and_without_a_limit_are_all_there_is() {
    let limit = |due: &str, met: Option<&str>| Limit { name: "l".into(), due: day(due), met: met.map(at), guessed: vec![], reminded: 0 };
    let mut heads: Vec<Head> = (0..6).map(|_| head("2026-03-02T02:00:00Z")).collect();
    heads[1].limits.push(limit("2026-03-20", None));
    heads[2].limits.push(limit("2026-12-20", None));
    heads[3] = closed(heads[3].clone(), Duration::days(1));
    heads[3].limits.push(limit("2026-03-20", Some("2026-03-03T02:00:00Z")));
    heads[4] = closed(heads[4].clone(), Duration::days(40));
    heads[4].limits.push(limit("2026-03-20", Some("2026-04-11T02:00:00Z")));
    heads[4].course.late = true;
    // Opened again: its limits begin anew, the lateness stays.
    heads[5].course.late = true;
    heads[5].course.reopened = 2;
    let sums = sum(&Facts::of(&heads), year(), day("2026-11-23"));
    assert_eq!((sums.unlimited, sums.late, sums.running, sums.on_time), (1, 3, 1, 1));
    assert_eq!((sums.reopened, sums.open(), sums.close.count), (1, 4, 2));
}

#[test]
fn a_newer_head_takes_the_place_of_the_older_one() {
    let mut facts = Facts::of(&[head("2026-03-02T02:00:00Z"), head("2026-03-02T02:00:00Z")]);
    let mut graded = closed(head("2026-03-02T02:00:00Z"), Duration::hours(1));
    graded.course.grade = Some(Grade::Fair);
    facts.put(0, &graded);
    let sums = sum(&facts, year(), day("2026-11-23"));
    assert_eq!((sums.filed, sums.grades, sums.close.median), (2, [0, 0, 1, 0, 0], Some(3600)));
}
