//! Reminders before and after a time limit, then to the supervisor; each goes out once.

use super::*;
use crate::support::office::{BOSS, ENF, LI};
use ip_office_bot::clock::Moment;
use ip_office_bot::desk::remind;

/// Puts the clock to a time of the office's wall clock and looks at the timers.
async fn at(house: &House, time: &str) -> Seen {
    let to: Moment = format!("{time}:00+08:00").parse().expect("a time");
    house.clock.pass(to - house.office.now());
    ip_office_bot::app::look_at_timers(&house.office, &house.intake).await.expect("timers");
    Seen { handled: StaffHandled::default(), sent: house.sent().await }
}

#[tokio::test]
async fn clerks_are_reminded_before_and_after_and_then_the_supervisor() {
    let house = House::open().await;
    let receipt = Person::english(&house).reports().await;
    At::new(&house, &receipt, LI).says("/take").await;
    assert_eq!(house.ticket(&receipt).await.head.limits[0].due.to_string(), "2026-12-07");

    assert!(at(&house, "2026-12-04T09:00").await.sent.is_empty());
    let seen = at(&house, "2026-12-05T09:00").await;
    assert!(seen.group(ENF).join("").contains("快到期") && seen.clerk(LI).len() == 1 && seen.clerk(BOSS).is_empty());
    assert!(at(&house, "2026-12-05T18:00").await.sent.is_empty(), "once");
    assert!(at(&house, "2026-12-07T23:00").await.sent.is_empty(), "the last day is not late");
    let seen = at(&house, "2026-12-08T09:00").await;
    assert!(seen.group(ENF).join("").contains("超期") && seen.clerk(BOSS).is_empty());
    assert!(seen.cards() > 0, "the topic's name shows it");
    let seen = at(&house, "2026-12-10T09:00").await;
    assert!(seen.clerk(BOSS).join("").contains("负责人") && seen.clerk(LI).len() == 1);
    assert!(at(&house, "2027-02-01T09:00").await.sent.is_empty());
    nothing_personal_in_groups(&house).await;
}

#[tokio::test]
async fn an_extension_and_a_closing_silence_the_reminders() {
    let house = House::open().await;
    let receipt = Person::english(&house).reports().await;
    let li = At::new(&house, &receipt, LI);
    at(&house, "2026-12-05T10:00").await;
    li.says("/extend 10 more shops to visit").await;
    assert!(at(&house, "2026-12-10T09:00").await.sent.is_empty(), "the new day counts");
    assert!(at(&house, "2026-12-19T09:00").await.group(ENF).join("").contains("快到期"));
    li.says("/close no-violation 查无实据").await;
    assert!(at(&house, "2027-01-10T09:00").await.sent.is_empty());
}

#[tokio::test]
async fn after_a_long_stop_only_the_last_reminder_goes_out() {
    let house = House::open().await;
    let receipt = Person::english(&house).reports().await;
    let seen = at(&house, "2027-01-10T09:00").await;
    assert_eq!(seen.group(ENF).len(), 1);
    assert_eq!(seen.clerk(BOSS).len(), 1);
    // Looked at again by hand: nothing more.
    remind(&house.office, &receipt).await.expect("the store takes it");
    assert!(house.sent().await.is_empty());
}
