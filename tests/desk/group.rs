//! The group itself: lists, moves, rights, topics closed by hand; and the private chat of a clerk.

use super::*;
use crate::support::office::{AID, DESK, ENF, LI, WANG};

#[tokio::test]
async fn desk_lists_open_cases_late_ones_first() {
    let house = House::open().await;
    let first = Person::english(&house).reports().await;
    house.clock.pass(chrono::Duration::days(30));
    let second = Person { chat: 502, ..Person::english(&house) }.reports().await;
    let handled = house.staff(ENF, None, (Some(LI), StaffSaid::Command { name: "desk".to_owned(), rest: String::new() })).await;
    let seen = Seen { handled, sent: house.sent().await };
    let list = seen.group(ENF).join("\n");
    let at = |receipt: &Receipt| list.find(receipt.as_str()).unwrap_or_else(|| panic!("{receipt} is not in {list}"));
    assert!(at(&first) < at(&second), "{list}");
    let thread = house.topic(&first).await.thread;
    assert!(list.contains("超期") && list.contains(&format!("https://t.me/c/1000000001/{thread}")), "{list}");
    At::new(&house, &first, LI).says("/close no-violation 查无实据").await;
    let listed = At::new(&house, &second, LI).says("/desk").await.group(ENF).join("");
    assert!(!listed.contains(first.as_str()) && listed.contains(second.as_str()), "{listed}");
    nothing_personal_in_groups(&house).await;
}

#[tokio::test]
async fn a_long_list_has_pages() {
    let house = House::open().await;
    for chat in 600..610 {
        Person { chat, ..Person::english(&house) }.asks().await;
    }
    house.staff(DESK, None, (Some(WANG), StaffSaid::Command { name: "desk".to_owned(), rest: String::new() })).await;
    let seen = Seen { handled: StaffHandled::default(), sent: house.sent().await };
    assert_eq!(seen.group(DESK)[0].matches("WH-").count(), 8);
    let token = seen.menu().buttons.iter().flatten().last().unwrap().token.clone();
    house.staff(DESK, None, (Some(WANG), StaffSaid::Press(press(token, 44)))).await;
    let seen = Seen { handled: StaffHandled::default(), sent: house.sent().await };
    assert_eq!(seen.group(DESK)[0].matches("WH-").count(), 2);
    assert_eq!(seen.menu().replaces, Some(44));
}

#[tokio::test]
async fn help_and_hints_in_the_general_part() {
    let house = House::open().await;
    let say = async |line: &str| {
        let what = match line.strip_prefix('/') {
            Some(name) => StaffSaid::Command { name: name.to_owned(), rest: String::new() },
            None => StaffSaid::Text(line.to_owned()),
        };
        let handled = house.staff(ENF, None, (Some(LI), what)).await;
        Seen { handled, sent: house.sent().await }.group(ENF).join("")
    };
    assert!(say("/help").await.contains("/extend"));
    assert!(say("/close").await.contains("话题"));
    assert_eq!(say("/unknown").await, "");
    assert_eq!(say("good morning").await, "");
}

#[tokio::test]
async fn every_command_has_a_description_that_fits_into_the_menu() {
    let house = House::open().await;
    let script = house.office.script.load();
    for (name, id) in ip_office_bot::desk::staff::COMMANDS {
        assert!(name.len() <= 32 && name.bytes().all(|sign| sign.is_ascii_lowercase()), "{name}");
        for language in script.texts.languages() {
            let words = script.texts.say(language, &ip_office_bot::locale::Text::new(*id));
            assert!((3..=60).contains(&words.chars().count()), "{words}");
        }
    }
    assert_eq!(script.texts.missing(), 0);
}

#[tokio::test]
async fn a_clerk_reads_in_private_and_may_take() {
    let house = House::open().await;
    let receipt = Person::english(&house).reports().await;
    let other = Person { chat: 502, ..Person::english(&house) }.asks().await;
    let private = async |user: i64, what: StaffSaid| {
        let handled = house.staff(user, None, (Some(user), what)).await;
        Seen { handled, sent: house.sent().await }
    };
    let desk = || StaffSaid::Command { name: "desk".to_owned(), rest: String::new() };
    let empty = private(LI, desk()).await;
    assert!(!empty.clerk(LI).join("").contains("WH-"), "nothing of li's, nothing late: {:?}", empty.clerk(LI));
    house.clock.pass(chrono::Duration::days(30));
    let list = private(LI, desk()).await;
    assert!(list.clerk(LI).join("").contains(receipt.as_str()) && !list.clerk(LI).join("").contains(other.as_str()));
    let card = private(LI, StaffSaid::Press(press(list.token(receipt.as_str()), 9))).await;
    let shown = card.clerk(LI).join("");
    assert!(shown.contains("Hair dryer") && !shown.contains(NAME) && !shown.contains(PHONE), "{shown}");
    assert_eq!(card.menu().replaces, Some(9));
    let taken = private(LI, StaffSaid::Press(press(card.token("我来接"), 9))).await;
    assert_eq!(house.ticket(&receipt).await.head.clerk.unwrap().0, "li");
    assert!(taken.group(ENF).join("").contains("li"), "colleagues see it in the topic");
    // Everything else belongs into the topic, and other queues stay closed.
    let close = private(LI, StaffSaid::Press(press(format!("d:close:{receipt}"), 9))).await;
    assert!(close.handled.alert && close.toast().contains("话题"));
    for wish in ["show", "take"] {
        let seen = private(WANG, StaffSaid::Press(press(format!("d:{wish}:{receipt}"), 9))).await;
        assert!(seen.handled.alert && seen.sent.is_empty(), "{wish}");
    }
    let back = private(LI, StaffSaid::Press(press(card.token("返回列表"), 9))).await;
    assert!(back.clerk(LI).join("").contains(receipt.as_str()));
    nothing_personal_in_groups(&house).await;
}

#[tokio::test]
async fn a_group_that_moved_goes_on_under_its_new_number() {
    let house = House::open().await;
    let receipt = Person::english(&house).asks().await;
    let topic = house.topic(&receipt).await;
    let new = -1_001_999_999_999;
    // Telegram says it in both groups.
    for _ in 0..2 {
        house.staff(DESK, None, (None, StaffSaid::Moved { to: new })).await;
    }
    let seen = Seen { handled: StaffHandled::default(), sent: house.sent().await };
    assert_eq!(seen.group(DESK).len(), 1);
    assert_eq!(house.office.groups.now(DESK), new);
    assert_eq!(house.office.store.named(&format!("group:{DESK}")).await.unwrap(), Some(new.to_string()));
    // A clerk writes in the new group: it is the same queue and the same topic.
    house
        .staff(new, Some(topic.thread), (Some(WANG), StaffSaid::Command { name: "r".to_owned(), rest: "from the new group".to_owned() }))
        .await;
    let seen = Seen { handled: StaffHandled::default(), sent: house.sent().await };
    assert!(seen.person().join("").contains("from the new group"));
    let listed = At::new(&house, &receipt, WANG).says("/desk").await.group(DESK).join("");
    assert!(listed.contains("https://t.me/c/1999999999/"), "{listed}");
}

#[tokio::test]
async fn missing_rights_are_told_once_and_cases_go_on() {
    let house = House::open().await;
    let said = async |topics, member| {
        house.staff(AID, None, (Some(1), StaffSaid::Rights { topics, member })).await;
        Seen { handled: StaffHandled::default(), sent: house.sent().await }.group(AID)
    };
    assert_eq!(said(true, true).await.len(), 0);
    assert!(said(false, true).await.join("").contains("manage topics"));
    assert_eq!(said(false, true).await.len(), 0, "once");
    assert_eq!(said(false, false).await.len(), 0, "nobody is there to be told");
    assert_eq!(said(true, true).await.len(), 1);
    assert_eq!(said(false, true).await.len(), 1);
}

#[tokio::test]
async fn a_topic_closed_by_hand_is_remembered_and_the_case_stays_open() {
    let house = House::open().await;
    let receipt = Person::english(&house).asks().await;
    for closed in [true, true, false] {
        At::new(&house, &receipt, 66).does(StaffSaid::Topic { closed }).await;
        assert_eq!(house.topic(&receipt).await.closed, closed);
    }
    assert!(house.ticket(&receipt).await.head.closed.is_none());
}
