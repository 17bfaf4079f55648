//! Everything a clerk can do with a case, by command and by button.

use super::*;
use crate::support::office::{AID, ANN, DESK, ENF, LI, WANG};
use ip_office_bot::ticket::What;

#[tokio::test]
async fn taking_and_giving_back_is_seen_by_colleagues() {
    let house = House::open().await;
    let receipt = Person::english(&house).asks().await;
    let (wang, li) = (At::new(&house, &receipt, WANG), At::new(&house, &receipt, LI));
    let seen = wang.presses_card("take").await;
    assert!(seen.group(DESK).join("").contains("wang"));
    assert_eq!(seen.person(), [""; 0], "who has it is no business of the person");
    let ticket = house.ticket(&receipt).await;
    assert_eq!(ticket.head.clerk.as_ref().unwrap().0, "wang");
    assert!(!ticket.head.unread);
    // Twenty taps in a second.
    for _ in 0..20 {
        let again = wang.presses_card("take").await;
        assert!(again.handled.alert && again.group(DESK).len() <= 1);
    }
    assert_eq!(house.ticket(&receipt).await.head.revision, ticket.head.revision);
    wang.says("/release").await;
    assert_eq!(house.ticket(&receipt).await.head.clerk, None);
    assert!(wang.says("/release").await.group(DESK).join("").contains("还没有人"), "a refusal is a text");
    li.says("/take").await;
    assert_eq!(house.ticket(&receipt).await.head.clerk.as_ref().unwrap().0, "li");
    nothing_personal_in_groups(&house).await;
}

#[tokio::test]
async fn a_paper_is_asked_for_by_name_label_or_button() {
    let house = House::open().await;
    let receipt = Person::english(&house).reports().await;
    let li = At::new(&house, &receipt, LI);
    let got = li.says("/paper proof-of-purchase by Friday please").await.person().join("");
    assert!(got.contains("till receipt or order") && got.contains("by Friday please"), "{got}");
    let got = li.says("/paper 广告").await;
    assert!(
        got.person().is_empty() && got.group(ENF).join("").contains("购买小票"),
        "an unknown paper lists those that there are: {:?}",
        got.group(ENF)
    );
    let menu = li.presses_card("paper").await;
    let seen = li.presses(&menu.token("购买小票")).await;
    assert!(seen.person().join("").contains("till receipt or order"));
    assert!(seen.menu().text.contains(receipt.as_str()) && seen.menu().replaces == Some(777), "the menu becomes the card");
    nothing_personal_in_groups(&house).await;
}

#[tokio::test]
async fn the_state_follows_the_chain_and_is_refused_off_it() {
    let house = House::open().await;
    let receipt = Person::english(&house).reports().await;
    let li = At::new(&house, &receipt, LI);
    let seen = li.says("/state opened").await;
    assert!(seen.person().is_empty() && seen.group(ENF).join("").contains("已收到"), "{:?}", seen.group(ENF));
    let menu = li.presses_card("state").await;
    let forward = menu.token("已收到");
    let got = li.presses(&forward).await;
    assert!(got.person().join("").contains("Received"), "{:?}", got.person());
    // The same button again would now mean another state.
    let again = li.presses(&forward).await;
    assert!(again.person().is_empty() && again.toast().contains("过时"));
    assert_eq!(house.ticket(&receipt).await.head.state.as_str(), "received");

    let got = li.says("/state checking we look at the shop").await.person().join("");
    assert!(got.contains("Clues being checked") && got.contains("we look at the shop"), "{got}");
    li.says("/state 已立案").await;
    let ticket = house.ticket(&receipt).await;
    assert_eq!(ticket.head.state.as_str(), "opened", "a label is a name too");
    let running: Vec<&str> = ticket.head.limits.iter().filter(|limit| limit.met.is_none()).map(|limit| limit.name.as_str()).collect();
    assert_eq!(running, ["closing"]);
    nothing_personal_in_groups(&house).await;
}

#[tokio::test]
async fn a_state_that_ends_the_case_asks_for_the_reason_first() {
    let house = House::open().await;
    let receipt = Person::english(&house).reports().await;
    let li = At::new(&house, &receipt, LI);
    li.says("/state received").await;
    li.says("/state checking").await;
    let menu = li.presses_card("state").await;
    let seen = li.presses(&menu.token("未立案")).await;
    assert!(seen.person().is_empty() && seen.group(ENF).join("").contains("当事人可见"));
    assert!(house.ticket(&receipt).await.head.closed.is_none());
    let seen = li.says("No patent mark on the goods.").await;
    assert!(seen.person().join("").contains("No patent mark on the goods."));
    assert_eq!(house.ticket(&receipt).await.head.closed.unwrap().outcome.as_str(), "not-opened");
    assert_eq!(li.says("anything else").await.person(), [""; 0], "the mode is gone");
}

#[tokio::test]
async fn a_time_limit_is_extended_with_a_reason_that_the_person_sees() {
    let house = House::open().await;
    let receipt = Person::english(&house).reports().await;
    let li = At::new(&house, &receipt, LI);
    let due = |ticket: &ip_office_bot::ticket::Ticket| ticket.head.limits[0].due.to_string();
    assert_eq!(due(&house.ticket(&receipt).await), "2026-12-07");

    let menu = li.presses_card("extend").await;
    let ten = menu.token("10");
    let seen = li.presses(&ten).await;
    assert!(seen.person().is_empty() && seen.group(ENF).join("").contains("2026年12月21日"), "{:?}", seen.group(ENF));
    let got = li.says("The laboratory needs more time.").await.person().join("");
    assert!(got.contains("21 December 2026") && got.contains("The laboratory needs more time."), "{got}");
    assert_eq!(due(&house.ticket(&receipt).await), "2026-12-21");
    assert!(li.presses(&ten).await.toast().contains("过时"));

    li.says("/extend 2026-12-25 two more shops").await;
    assert_eq!(due(&house.ticket(&receipt).await), "2026-12-25");
    for line in ["/extend 2026-12-01 earlier", "/extend soon please", "/extend 2020-01-01 x"] {
        let seen = li.says(line).await;
        assert!(seen.person().is_empty() && !seen.group(ENF).is_empty(), "{line}");
    }
    assert_eq!(due(&house.ticket(&receipt).await), "2026-12-25");
    nothing_personal_in_groups(&house).await;
}

#[tokio::test]
async fn passing_on_moves_history_and_rights_with_the_queue() {
    let house = House::open().await;
    let receipt = Person::english(&house).asks().await;
    let wang = At::new(&house, &receipt, WANG);
    wang.says("/r we pass it on").await;
    let old = house.topic(&receipt).await;
    let menu = wang.presses_card("pass").await;
    let asked = wang.presses(&menu.token("维权援助中心")).await;
    assert!(asked.person().is_empty());
    let seen = wang.says("They know more about letters.").await;
    assert!(seen.person().join("").contains("Assistance centre"), "{:?}", seen.person());
    assert!(seen.group(DESK).join("").contains("维权援助中心"), "{:?}", seen.group(DESK));
    assert!(seen.group(AID).join("").contains("They know more about letters."), "{:?}", seen.group(AID));

    let topic = house.topic(&receipt).await;
    assert_eq!(topic.chat, AID);
    let ticket = house.ticket(&receipt).await;
    assert!(ticket.body.history.iter().any(|h| matches!(&h.what, What::Replied { words, .. } if words == "we pass it on")));
    // The old clerk has no rights there, and nothing happens in the old topic any more.
    let before = ticket.head.revision;
    let seen = wang.says("/r me again").await;
    assert!(seen.person().is_empty());
    let left = house.staff(DESK, Some(old.thread), (Some(WANG), StaffSaid::Text("still there?".to_owned()))).await;
    assert_eq!(left, StaffHandled::default());
    let forged = house.staff(DESK, None, (Some(LI), StaffSaid::Press(press(format!("d:take:{receipt}"), 5)))).await;
    assert!(forged.alert, "a button left in the old group");
    assert_eq!(house.ticket(&receipt).await.head.revision, before);
    At::new(&house, &receipt, ANN).says("/take").await;
    assert_eq!(house.ticket(&receipt).await.head.clerk.unwrap().0, "ann");
    for line in ["/pass NOWHERE because", "/pass AID again"] {
        let seen = At::new(&house, &receipt, ANN).says(line).await;
        assert!(seen.person().is_empty() && !seen.group(AID).is_empty(), "{line}");
    }
    nothing_personal_in_groups(&house).await;
}

#[tokio::test]
async fn a_closed_case_is_graded_badly_called_back_and_opened_again() {
    let house = House::open().await;
    let person = Person::english(&house);
    let receipt = person.reports().await;
    let li = At::new(&house, &receipt, LI);
    li.says("/state received").await;
    let asked = li.says("/close 查无").await;
    assert!(asked.person().is_empty() && !asked.group(ENF).is_empty(), "an outcome that the service does not have");
    let menu = li.presses_card("close").await;
    li.presses(&menu.token("未发现违法")).await;
    let seen = li.says("The patent is in force.").await;
    let got = seen.person().join("");
    assert!(got.contains("No breach found") && got.contains("The patent is in force."), "{got}");
    let refused = li.presses_card("pass").await;
    assert!(refused.handled.alert && refused.toast().contains("办结") || refused.toast().contains("结束"), "{}", refused.toast());
    assert!(li.says("/state checking").await.person().is_empty());

    let seen = person.does(&["/status", &format!("[{receipt}]"), "[Rate]", "[Very dissatisfied]", "Nobody called me"]).await;
    let shown = seen.group(ENF).join("\n");
    assert!(shown.contains("请回访") && shown.contains("Nobody called me"), "{shown}");
    assert!(house.ticket(&receipt).await.head.call_back);
    let card = li.says("/card").await;
    assert!(card.menu().text.contains("回访"), "{}", card.menu().text);
    assert!(li.says("/r We call you today.").await.person().join("").contains("We call you today."), "a closed case can be answered");

    let seen = person.does(&["/status", &format!("[{receipt}]"), "[Not solved]", "It is still on the shelf"]).await;
    assert!(seen.group(ENF).join("").contains("It is still on the shelf"), "{:?}", seen.group(ENF));
    let ticket = house.ticket(&receipt).await;
    assert!(ticket.head.closed.is_none() && ticket.head.unread && ticket.head.state.as_str() == "submitted");
    nothing_personal_in_groups(&house).await;
}

#[tokio::test]
async fn an_anonymous_report_keeps_no_way_to_the_person() {
    let house = House::open().await;
    let receipt = Person::english(&house).reports_as("[Anonymously]").await;
    let li = At::new(&house, &receipt, LI);
    let seen = li.says("/r Thank you for the report").await;
    assert!(seen.person().is_empty(), "nothing leads to the person");
    let shown = seen.group(ENF).join("");
    assert!(shown.contains("Thank you for the report") && shown.contains("查询码"), "the desk knows when it is seen: {shown}");
    nothing_personal_in_groups(&house).await;
}

#[tokio::test]
async fn an_event_that_comes_twice_has_the_effect_of_once() {
    let house = House::open().await;
    let receipt = Person::english(&house).reports().await;
    let topic = house.topic(&receipt).await;
    let whats = [
        StaffSaid::Text("a note".to_owned()),
        StaffSaid::Command { name: "r".to_owned(), rest: "an answer".to_owned() },
        StaffSaid::Press(press(format!("d:state:{receipt}"), 5)),
        StaffSaid::Press(press(format!("d:reply:{receipt}"), 5)),
        StaffSaid::Command { name: "state".to_owned(), rest: "received".to_owned() },
        StaffSaid::Command { name: "nonsense".to_owned(), rest: String::new() },
        StaffSaid::Command { name: "desk".to_owned(), rest: String::new() },
    ];
    for what in whats {
        let inbound = ip_office_bot::message::StaffInbound {
            event: house.event(),
            chat: topic.chat,
            thread: Some(topic.thread),
            user: Some(LI),
            message: Some(1),
            at: house.office.clock.now(),
            what: what.clone(),
        };
        ip_office_bot::desk::staff::handle(&house.office, inbound.clone()).await.unwrap();
        assert!(!house.sent().await.is_empty(), "{what:?}");
        let after = house.ticket(&receipt).await;
        ip_office_bot::desk::staff::handle(&house.office, inbound).await.unwrap();
        assert!(house.sent().await.is_empty(), "{what:?}");
        assert_eq!(house.ticket(&receipt).await, after, "{what:?}");
    }
}
