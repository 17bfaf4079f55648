//! Who may do what: clerks of the queue, and nobody else, whatever they press or type.

use super::*;
use crate::support::office::{ANN, DESK, ENF, LI, WANG};

const STRANGER: i64 = 66;

async fn unchanged(house: &House, receipt: &Receipt, who: At<'_>, what: StaffSaid) -> Seen {
    let before = house.ticket(receipt).await;
    let seen = who.does(what.clone()).await;
    assert_eq!(house.ticket(receipt).await, before, "{what:?}");
    assert!(seen.person().is_empty(), "{what:?}");
    seen
}

#[tokio::test]
async fn strangers_in_the_group_and_clerks_of_other_queues_change_nothing() {
    let house = House::open().await;
    let receipt = Person::english(&house).reports().await;
    for user in [STRANGER, WANG, ANN] {
        let who = At::new(&house, &receipt, user);
        for name in ["take", "close", "reply", "prepared", "back", "cancel", "show"] {
            let seen = unchanged(&house, &receipt, who, StaffSaid::Press(press(format!("d:{name}:{receipt}"), 5))).await;
            assert!(seen.handled.alert && seen.toast().contains("不是本部门"), "{name} {}", seen.toast());
            assert!(seen.sent.is_empty(), "nothing is posted for a stranger");
        }
        for line in ["hello", "/take", "/r hello", "/desk", "/help"] {
            let what = match line.strip_prefix('/') {
                Some(name) => StaffSaid::Command { name: name.split(' ').next().unwrap().to_owned(), rest: "x".to_owned() },
                None => StaffSaid::Text(line.to_owned()),
            };
            let seen = unchanged(&house, &receipt, who, what).await;
            assert!(seen.sent.is_empty() && seen.handled == StaffHandled::default(), "{line}");
        }
    }
    // A list is refused too.
    let seen = unchanged(&house, &receipt, At::new(&house, &receipt, STRANGER), StaffSaid::Press(press("d:list:0", 5))).await;
    assert!(seen.handled.alert && seen.sent.is_empty());
}

#[tokio::test]
async fn a_supervisor_of_the_queue_may_act() {
    let house = House::open().await;
    let receipt = Person::english(&house).reports().await;
    At::new(&house, &receipt, crate::support::office::BOSS).says("/take").await;
    assert_eq!(house.ticket(&receipt).await.head.clerk.unwrap().0, "boss");
}

#[tokio::test]
async fn anonymous_administrators_are_refused_with_one_hint() {
    let house = House::open().await;
    let receipt = Person::english(&house).reports().await;
    let nobody = At { house: &house, receipt: &receipt, user: None };
    let seen = unchanged(&house, &receipt, nobody, StaffSaid::Press(press(format!("d:take:{receipt}"), 5))).await;
    assert!(seen.handled.alert && seen.toast().contains("匿名"), "{}", seen.toast());
    let seen = unchanged(&house, &receipt, nobody, StaffSaid::Text("我写的备注".to_owned())).await;
    assert!(seen.group(ENF).join("").contains("匿名"));
    let seen =
        unchanged(&house, &receipt, nobody, StaffSaid::Command { name: "close".to_owned(), rest: "no-violation x".to_owned() }).await;
    assert!(seen.sent.is_empty(), "one hint is enough");
    house.clock.pass(chrono::Duration::hours(2));
    let seen = unchanged(&house, &receipt, nobody, StaffSaid::Command { name: "take".to_owned(), rest: String::new() }).await;
    assert_eq!(seen.group(ENF).len(), 1);
    // In the general part plain words are no business of ours.
    house.clock.pass(chrono::Duration::hours(2));
    house.staff(ENF, None, (None, StaffSaid::Text("good morning".to_owned()))).await;
    assert!(house.sent().await.is_empty());
}

#[tokio::test]
async fn forged_tokens_and_those_of_other_tickets_do_nothing() {
    let house = House::open().await;
    let receipt = Person::english(&house).reports().await;
    let other = Person { chat: 502, ..Person::english(&house) }.asks().await;
    let li = At::new(&house, &receipt, LI);
    let made_up = Receipt::new("WH", chrono::NaiveDate::from_ymd_opt(2026, 11, 23).unwrap(), [9, 9, 9, 9, 9]);
    for token in [
        String::new(),
        "d:".to_owned(),
        "d:assign:x".to_owned(),
        "3.1".to_owned(),
        format!("d:take:{}", &receipt.as_str()[..10]),
        format!("d:take:{made_up}"),
        format!("d:take:{other}"),
        format!("d:set:{receipt}:0:999"),
        format!("d:set:{receipt}:99:1"),
        format!("d:days:{receipt}:400:1"),
        format!("d:over:{receipt}:77:1"),
        format!("d:end:{receipt}:-1:1"),
        format!("d:send:{receipt}:0:1"),
        format!("d:fill:{receipt}:0:1"),
        "d".repeat(500),
    ] {
        let seen = unchanged(&house, &receipt, li, StaffSaid::Press(press(token.clone(), 5))).await;
        assert!(seen.handled.alert && seen.toast().contains("过时"), "{token}: {}", seen.toast());
    }
    assert_eq!(house.ticket(&other).await.head.clerk, None);
}

#[tokio::test]
async fn every_toast_fits_and_every_token_fits() {
    let house = House::open().await;
    let receipt = Person::english(&house).reports().await;
    let li = At::new(&house, &receipt, LI);
    let mut tokens = vec![format!("d:take:{receipt}")];
    for name in ["take", "release", "reply", "prepared", "paper", "state", "extend", "pass", "close", "back", "papers"] {
        let seen = li.presses_card(name).await;
        assert!(seen.toast().encode_utf16().count() <= 200);
        let menus = seen.sent.iter().filter_map(message).flat_map(|message| message.buttons.iter().flatten());
        tokens.extend(menus.map(|button| button.token.clone()));
    }
    assert!(tokens.len() > 20);
    assert!(tokens.iter().all(|token| token.len() <= 64), "{tokens:?}");
}

#[tokio::test]
async fn a_command_of_the_staff_is_nothing_to_a_citizen() {
    let house = House::open().await;
    let person = Person::english(&house);
    let receipt = person.asks().await;
    let handled = house.staff(501, None, (Some(501), StaffSaid::Command { name: "desk".to_owned(), rest: String::new() })).await;
    assert_eq!(handled, StaffHandled::default());
    let handled = house.staff(501, None, (Some(501), StaffSaid::Press(press(format!("d:show:{receipt}"), 5)))).await;
    assert!(handled.alert);
    assert!(house.sent().await.is_empty());
    // Nor in a group that nobody set.
    let handled = house.staff(-100_777, Some(5), (Some(LI), StaffSaid::Command { name: "desk".to_owned(), rest: String::new() })).await;
    assert_eq!(handled, StaffHandled::default());
    assert!(house.sent().await.is_empty());
    nothing_personal_in_groups(&house).await;
    let _ = DESK;
}
