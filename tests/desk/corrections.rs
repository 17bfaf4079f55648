//! A person edits a message that was sent: the desk gets a new version, the old one stays, nothing else changes.

use super::*;
use crate::support::office::{ENF, LI};
use ip_office_bot::store::Wanted;
use ip_office_bot::ticket::{Actor, What};

/// Place of the product's name and of the person's own name among the lines of a report.
const PRODUCT: i64 = 5;
const OWN_NAME: i64 = 15;

#[tokio::test]
async fn an_edited_answer_reaches_the_desk_with_old_and_new_and_stays_as_it_was_given() {
    let house = House::open().await;
    let person = Person::english(&house);
    let before = house.last_event();
    let receipt = person.reports().await;
    let limits = house.ticket(&receipt).await.head.limits;

    let seen = person.edits(before + PRODUCT, "Hair dryer A-300, my mobile is 13800138000").await;
    assert!(seen.person().join("").contains("have been told of your change"), "{:?}", seen.person());
    let post = seen.group(ENF).join("\n");
    for part in ["当事人更正", "原来：Hair dryer A-200", "现在：Hair dryer A-300"] {
        assert!(post.contains(part), "{part} in {post}");
    }
    assert!(seen.cards() > 0, "the topic's name shows that something is new");
    let ticket = house.ticket(&receipt).await;
    assert_eq!(ticket.head.limits, limits, "a correction changes no time limit");
    assert!(ticket.head.unread);
    assert!(ticket.body.answers.iter().any(|given| given.answer.words() == "Hair dryer A-200"), "the answer stays");
    assert!(
        matches!(ticket.body.history.last(), Some(last) if last.by == Actor::Person && matches!(&last.what, What::Corrected { words, .. } if words.contains("A-300")))
    );

    // A second edit is compared with the first one; the same words again are nothing new.
    let post = person.edits(before + PRODUCT, "Hair dryer A-400").await.group(ENF).join("\n");
    assert!(post.contains("原来：Hair dryer A-300") && post.contains("现在：Hair dryer A-400"), "{post}");
    let happened = house.ticket(&receipt).await.body.history.len();
    assert!(person.edits(before + PRODUCT, "Hair dryer A-400").await.group(ENF).is_empty());
    assert_eq!(house.ticket(&receipt).await.body.history.len(), happened);
    nothing_personal_in_groups(&house).await;
}

#[tokio::test]
async fn an_edited_name_is_only_announced_in_the_group() {
    let house = House::open().await;
    let person = Person::english(&house);
    let before = house.last_event();
    let receipt = person.reports().await;
    let seen = person.edits(before + OWN_NAME, "Zhang Weiwei").await;
    let post = seen.group(ENF).join("\n");
    assert!(post.contains("当事人更正") && post.contains("--reveal") && !post.contains("Zhang"), "{post}");
    let kept = house.ticket(&receipt).await;
    assert!(matches!(&kept.body.history.last().map(|last| &last.what), Some(What::Corrected { words, .. }) if words == "Zhang Weiwei"));
    nothing_personal_in_groups(&house).await;
}

#[tokio::test]
async fn an_edited_message_to_the_desk_is_corrected_too() {
    let house = House::open().await;
    let person = Person::english(&house);
    let receipt = person.reports().await;
    person.does(&[&format!("/start {}", "case-track")]).await;
    person.does(&[receipt.as_str(), "[Write to our staff]"]).await;
    let seen = person.does(&["They moved to Wuluo Road"]).await;
    let written = house.last_event();
    assert!(seen.group(ENF).join("").contains("Wuluo Road"), "{:?}", seen.person());
    let seen = person.edits(written, "They moved to Luoyu Road").await;
    let post = seen.group(ENF).join("\n");
    assert!(post.contains("给工作人员的留言") && post.contains("原来：They moved to Wuluo Road") && post.contains("Luoyu Road"), "{post}");
    assert!(seen.person().join("").contains("have been told of your change"));

    // What the desk wrote meanwhile does not get in the way, and a closed ticket takes no corrections.
    At::new(&house, &receipt, LI).says("/close no-violation 查无实据").await;
    let seen = person.edits(written, "They moved to Minzhu Road").await;
    assert!(seen.group(ENF).is_empty());
    assert!(seen.person().join("").contains("This case is closed"), "{:?}", seen.person());
}

#[tokio::test]
async fn an_edit_of_an_anonymous_report_leads_nowhere_and_no_number_of_a_message_is_kept() {
    let house = House::open().await;
    let person = Person::english(&house);
    let before = house.last_event();
    let receipt = person.reports_as("[Anonymously]").await;
    let seen = person.edits(before + PRODUCT, "Hair dryer A-300").await;
    assert!(seen.group(ENF).is_empty());
    let ticket = house.ticket(&receipt).await;
    assert!(ticket.body.answers.iter().all(|given| given.message.is_none()));
    assert!(ticket.body.history.iter().all(|happening| happening.message.is_none()));
    assert_eq!(house.office.store.tickets(&Wanted { limit: 9, ..Wanted::default() }).await.expect("tickets").len(), 1);
}

#[tokio::test]
async fn an_edit_of_an_answer_in_an_open_or_left_form_changes_nothing_and_says_so() {
    let house = House::open().await;
    let person = Person::english(&house);
    let before = house.last_event();
    person.does(&["/start human-contact", "I got a letter about a patent"]).await;
    let told = |seen: &Seen| seen.person().join("").contains("Editing a message does not change");
    assert!(told(&person.edits(before + 2, "two letters").await));
    person.does(&["/new"]).await;
    assert!(told(&person.edits(before + 2, "three letters").await), "the form waits among the drafts");
    assert!(!told(&person.edits(before + 77, "what?").await));
}

#[tokio::test]
async fn a_ticket_that_is_full_refuses_kindly_and_loses_nothing() {
    use ip_office_bot::store::{Commit, Write};
    use ip_office_bot::ticket::act::{Act, Ground, ROOM, Refusal, act};
    let house = House::open().await;
    let person = Person::english(&house);
    let receipt = person.reports().await;
    let script = house.office.script.load();
    let rules = script.flows.get(&"counterfeit-report".into()).and_then(|flow| flow.submit.as_ref()).expect("a form");
    let calendar = house.office.calendar.load();
    let ground = Ground { rules, calendar: &calendar, now: house.office.now() };
    let mut ticket = house.ticket(&receipt).await;
    let before = ticket.clone();

    // The person floods it, one message before the last; then the last one comes the ordinary way.
    let long = "很".repeat(4000);
    let add = || Act::Add { words: Some(long.clone()), files: Vec::new() };
    loop {
        let mut next = ticket.clone();
        act(&mut next, &ground, Actor::Person, add()).expect("there is room");
        if act(&mut next.clone(), &ground, Actor::Person, add()) == Err(Refusal::Full) {
            break;
        }
        ticket = next;
    }
    ticket.head.revision = before.head.revision + 1;
    let writes = vec![Write::Ticket(Box::new(ticket.clone()))];
    house.office.store.commit(Commit { writes, ..Commit::default() }).await.expect("kept");
    person.does(&["/start case-track", receipt.as_str(), "[Write to our staff]"]).await;
    let seen = person.does(&[&"重".repeat(3000)]).await;
    let posts = seen.group(ENF).join("\n");
    assert!(posts.contains("往来已满"), "the desk is told once");
    assert_eq!(posts.matches('重').count(), 3000 + posts.matches("重新").count(), "nothing of a long message is cut off");
    let seen = person.does(&["/new", "/start case-track", receipt.as_str(), "[Write to our staff]", "one more"]).await;
    let told = seen.person().join("\n");
    assert!(told.contains("can take no more") && told.contains(receipt.as_str()), "{told}");
    assert!(!seen.group(ENF).join("\n").contains("往来已满"), "not again");

    // Clerks have room of their own; then only the end of the ticket is left, and it is far below what the store takes.
    let mut ticket = house.ticket(&receipt).await;
    let note = |words: &str| Act::Note { words: words.to_owned(), files: Vec::new() };
    let clerk = || Actor::Clerk(ip_office_bot::id::ClerkId("li".to_owned()));
    let mut notes = 0;
    while act(&mut ticket, &ground, clerk(), note(&"\"".repeat(4000))).is_ok() {
        notes += 1;
    }
    assert!(notes > 9);
    assert_eq!(
        act(&mut ticket.clone(), &ground, clerk(), Act::Reply { words: "x".to_owned(), files: Vec::new(), prepared: None }),
        Err(Refusal::NoRoom)
    );
    let mut looks = 0;
    while act(&mut ticket, &ground, clerk(), Act::Reveal { reason: "\"".repeat(4000) }).is_ok() {
        looks += 1;
    }
    assert!(looks > 9 && act(&mut ticket.clone(), &ground, clerk(), Act::Take) == Err(Refusal::NoRoom));
    act(&mut ticket, &ground, clerk(), Act::Close { outcome: "no-violation".into(), reason: "查".repeat(4000) })
        .expect("the end is always possible");
    let bytes = serde_json::to_vec(&ticket).expect("data").len();
    assert!(bytes < ROOM.all + 100_000, "{bytes}");
    assert_eq!(ticket.body.history[..before.body.history.len()], before.body.history[..], "nothing that happened is lost");
}
