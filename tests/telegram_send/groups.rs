//! Staff groups: topics, cards, posts, and groups that refuse us.

use super::house::*;
use crate::support::telegram::*;
use ip_office_bot::id::Receipt;
use ip_office_bot::ticket::act::Act;
use std::time::Duration;

/// The texts of a topic without its card.
async fn said(house: &House, forum: &Forum, receipt: &Receipt) -> Vec<String> {
    let view = house.view(receipt).await.expect("a topic");
    let posts = posted(forum, view.thread).into_iter().filter(|post| Some(post.message_id) != view.card);
    posts.map(|post| post.text).collect()
}

/// Texts outside of topics.
fn general(forum: &Forum) -> Vec<String> {
    forum.general_messages().into_iter().filter(|message| message.from_bot).map(|message| message.text).collect()
}

// --- Topics ----------------------------------------------------------------------------------------------------------

/// A group with the topic of one ticket.
async fn one_ticket() -> (Fake, Forum, House, Receipt) {
    let fake = Fake::start();
    let enf = fake.forum(ENF, "ENF");
    let house = House::open(&fake).await;
    let receipt = house.ticket("ENF").await;
    house.settled().await;
    (fake, enf, house, receipt)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_ticket_gets_one_topic_with_a_pinned_card_that_follows_it() {
    let (_fake, enf, house, receipt) = one_ticket().await;
    house.acts(&receipt, Act::Take).await;
    house.notes(&receipt, "first look").await;
    house.settled().await;
    let topics = enf.topics();
    assert_eq!(topics.len(), 1);
    assert!(topics[0].name.starts_with('🔵') && topics[0].name.contains(text_of(&receipt)), "{}", topics[0].name);
    let posts = posted(&enf, topics[0].id);
    assert!(posts[0].pinned && posts[0].edited && posts[0].text.contains("wang"), "{}", enf.transcript());
    assert!(posts.iter().skip(1).all(|post| !post.pinned));
    assert!(said(&house, &enf, &receipt).await.iter().any(|text| text.contains("first look")));
    assert!(general(&enf).is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_deleted_topic_is_made_again_with_its_card_before_the_post() {
    let (_fake, enf, house, receipt) = one_ticket().await;
    let old = enf.topics()[0].id;
    enf.delete_topic(old);
    house.notes(&receipt, "after it was deleted").await;
    house.settled().await;
    let topics = enf.topics();
    assert!(topics.len() == 1 && topics[0].id != old);
    let posts = posted(&enf, topics[0].id);
    assert!(posts[0].pinned && posts[0].text.contains(text_of(&receipt)), "{}", enf.transcript());
    assert!(posts[1].text.contains("after it was deleted") && posts.len() == 2, "{}", enf.transcript());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_message_that_telegram_puts_outside_of_a_lost_topic_is_taken_away() {
    let (_fake, enf, house, receipt) = one_ticket().await;
    // A view whose thread is the general part: Telegram takes the message and says nothing.
    let mut view = house.view(&receipt).await.expect("a topic");
    (view.thread, view.card) = (0, None);
    house.commit(vec![ip_office_bot::store::Write::Topic(view)]).await;
    house.notes(&receipt, "lost its way").await;
    house.settled().await;
    assert!(general(&enf).is_empty(), "{}", enf.transcript());
    assert_eq!(said(&house, &enf, &receipt).await.len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_topic_closed_by_hand_is_opened_for_what_is_new() {
    let (fake, enf, house, receipt) = one_ticket().await;
    let topic = enf.topics()[0].id;
    enf.close_topic(topic);
    fake.fail_next("sendMessage", ENF, Fault::Status(400, "Bad Request: TOPIC_CLOSED".into()));
    house.notes(&receipt, "new").await;
    house.settled().await;
    assert!(!enf.topics()[0].closed && enf.topics().len() == 1);
    assert_eq!(said(&house, &enf, &receipt).await.len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_deleted_card_comes_back_with_the_next_change() {
    let (_fake, enf, house, receipt) = one_ticket().await;
    let card = house.view(&receipt).await.and_then(|view| view.card).expect("a card");
    let which = serde_json::json!({"chat_id": ENF, "message_id": card});
    house.api.call("deleteMessage", &which).await.expect("the fake deletes");
    house.acts(&receipt, Act::Take).await;
    house.settled().await;
    let view = house.view(&receipt).await.expect("a topic");
    let posts = posted(&enf, view.thread);
    assert!(posts.iter().any(|post| Some(post.message_id) == view.card && post.pinned), "{}", enf.transcript());
    assert_eq!(enf.topics().len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_lost_answer_to_a_new_topic_leaves_one_empty_topic_and_no_more() {
    let fake = Fake::start();
    let enf = fake.forum(ENF, "ENF");
    let house = House::open(&fake).await;
    fake.fail_next("createForumTopic", ENF, Fault::LoseResponse);
    let receipt = house.ticket("ENF").await;
    house.settled().await;
    for n in 0..5 {
        house.notes(&receipt, &format!("note {n}")).await;
        house.settled().await;
    }
    let topics = enf.topics();
    assert_eq!(topics.len(), 2);
    assert!(posted(&enf, topics[0].id).is_empty(), "{}", enf.transcript());
    assert_eq!(house.view(&receipt).await.map(|view| view.thread), Some(topics[1].id));
    assert_eq!(said(&house, &enf, &receipt).await.len(), 5);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_card_whose_pin_failed_is_pinned_later() {
    let fake = Fake::start();
    let enf = fake.forum(ENF, "ENF");
    let house = House::open(&fake).await;
    fake.fail_next("pinChatMessage", ENF, Fault::HtmlBadGateway);
    let receipt = house.ticket("ENF").await;
    house.settled().await;
    let posts = posted(&enf, enf.topic(text_of(&receipt)).expect("a topic").id);
    assert!(posts.len() == 1 && posts[0].pinned, "{}", enf.transcript());
}

#[tokio::test(flavor = "multi_thread")]
async fn topics_that_cannot_be_written_to_are_not_made_again_and_again() {
    let fake = Fake::start();
    let enf = fake.forum(ENF, "ENF");
    let house = House::open(&fake).await;
    fake.fail_times(1000, "sendMessage", ENF, Fault::Status(400, "Bad Request: message thread not found".into()));
    house.ticket("ENF").await;
    tokio::time::sleep(Duration::from_secs(1)).await;
    assert!(enf.topics().len() <= 10, "{} topics in a second", enf.topics().len());
    fake.clear_faults();
    house.settled().await;
}

// --- Passing on ------------------------------------------------------------------------------------------------------

#[tokio::test(flavor = "multi_thread")]
async fn a_ticket_that_is_passed_on_leaves_one_closed_topic_and_gets_a_new_one() {
    let fake = Fake::start();
    let (enf, aid) = (fake.forum(ENF, "ENF"), fake.forum(AID, "AID"));
    let house = House::open(&fake).await;
    let receipt = house.ticket("ENF").await;
    house.settled().await;
    house.passes(&receipt, "AID").await;
    house.settled().await;
    let old = &enf.topics()[0];
    assert!(old.closed && posted(&enf, old.id).last().is_some_and(|post| post.text.contains("belongs to AID")), "{}", enf.transcript());
    let new = aid.topic(text_of(&receipt)).expect("a topic");
    assert!(!new.closed && posted(&aid, new.id)[0].pinned, "{}", aid.transcript());
    assert_eq!(house.view(&receipt).await.map(|view| (view.chat, view.thread)), Some((AID, new.id)));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_slow_old_group_still_closes_its_topic_after_the_new_one_has_the_ticket() {
    let fake = Fake::start();
    let (enf, aid) = (fake.forum(ENF, "ENF"), fake.forum(AID, "AID"));
    let house = House::open(&fake).await;
    let receipt = house.ticket("ENF").await;
    house.settled().await;
    fake.fail_next("*", ENF, Fault::RetryAfter(2));
    house.passes(&receipt, "AID").await;
    let new = aid.wait_for_topic(text_of(&receipt), SOON).await;
    assert!(!enf.topics()[0].closed);
    house.settled().await;
    assert!(enf.topics()[0].closed);
    assert_eq!(house.view(&receipt).await.map(|view| (view.chat, view.thread)), Some((AID, new.id)));
    assert_eq!((enf.topics().len(), aid.topics().len()), (1, 1));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_ticket_that_comes_back_before_it_was_left_keeps_its_topic() {
    let fake = Fake::start();
    let (enf, aid) = (fake.forum(ENF, "ENF"), fake.forum(AID, "AID"));
    let house = House::open(&fake).await;
    let receipt = house.ticket("ENF").await;
    house.settled().await;
    fake.fail_next("*", ENF, Fault::RetryAfter(2));
    house.notes(&receipt, "holds the lane").await;
    until("the limit is met", async || fake.faults_left() == 0).await;
    house.passes(&receipt, "AID").await;
    aid.wait_for_topic(text_of(&receipt), SOON).await;
    until("the other group is done", async || house.worker.waiting().0 <= 5).await;
    house.passes(&receipt, "ENF").await;
    house.settled().await;
    let topics = enf.topics();
    assert!(topics.len() == 1 && !topics[0].closed, "{}", enf.transcript());
    assert!(aid.topics().len() == 1 && aid.topics()[0].closed, "{}", aid.transcript());
    assert_eq!(house.view(&receipt).await.map(|view| (view.chat, view.thread)), Some((ENF, topics[0].id)));
}

// --- Groups that move or refuse --------------------------------------------------------------------------------------

#[tokio::test(flavor = "multi_thread")]
async fn a_moved_group_is_followed_and_remembered() {
    let (fake, enf, house, receipt) = one_ticket().await;
    let moved = enf.migrate_to(-1_009_000_000_009);
    house.notes(&receipt, "after the move").await;
    house.settled().await;
    assert_eq!(moved.topics().len(), 1);
    assert_eq!(said(&house, &moved, &receipt).await.len(), 1);
    let house = House::with(&fake, house.stop().await, UNLIMITED).await;
    let before = calls(&fake, ENF, "*").len();
    house.notes(&receipt, "after a restart").await;
    house.settled().await;
    assert_eq!(calls(&fake, ENF, "*").len(), before);
    assert!(said(&house, &moved, &receipt).await.iter().any(|text| text.contains("after a restart")));
}

#[tokio::test(flavor = "multi_thread")]
async fn without_the_right_to_make_topics_old_ones_go_on_and_new_ones_come_later() {
    let fake = Fake::start();
    let enf = fake.forum(ENF, "ENF");
    let house = House::open(&fake).await;
    let old = house.ticket("ENF").await;
    house.settled().await;
    enf.set_bot_rights(Rights { manage_topics: false, ..Rights::ALL });
    let new = house.ticket("ENF").await;
    let newer = house.ticket("ENF").await;
    house.notes(&new, "about the new one").await;
    until("the group is told", async || !general(&enf).is_empty()).await;
    house.notes(&old, "about the old one").await;
    until("old topics go on", async || !said(&house, &enf, &old).await.is_empty()).await;
    tokio::time::sleep(Duration::from_millis(1500)).await;
    assert_eq!(general(&enf).len(), 1, "{}", enf.transcript());
    let asked = calls(&fake, ENF, "createForumTopic").len();
    assert!((2..=8).contains(&asked), "asked {asked} times");
    enf.promote_bot();
    house.settled().await;
    assert_eq!(said(&house, &enf, &new).await.len(), 1);
    assert!(house.view(&newer).await.is_some_and(|view| view.card.is_some()));
    assert_eq!(enf.topics().len(), 3);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_group_is_told_of_its_trouble_once_an_hour_also_over_a_restart() {
    let fake = Fake::start();
    let enf = fake.forum(ENF, "ENF");
    let house = House::open(&fake).await;
    enf.switch_topics_off();
    let receipt = house.ticket("ENF").await;
    until("the group is told", async || general(&enf).len() == 1).await;
    let house = House::with(&fake, house.stop().await, UNLIMITED).await;
    tokio::time::sleep(Duration::from_secs(1)).await;
    assert_eq!(general(&enf).len(), 1, "{}", enf.transcript());
    house.pass(&fake, 3601);
    until("an hour later", async || general(&enf).len() == 2).await;
    // Somebody switches topics on.
    fake.forum(ENF, "ENF");
    house.settled().await;
    assert!(enf.topic(text_of(&receipt)).is_some());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_group_that_threw_us_out_waits_and_persons_do_not() {
    let fake = Fake::start();
    let enf = fake.forum(ENF, "ENF");
    let house = House::open(&fake).await;
    let li = fake.person(LI, "Li", "zh-hans").has_started();
    enf.kick_bot();
    let receipt = house.ticket("ENF").await;
    house.replies(&receipt, "an answer").await;
    li.wait_for("an answer", SOON).await;
    a_while().await;
    assert!(enf.topics().is_empty() && house.worker.waiting().0 > 0);
    assert!(heard("does not let the bot in"));
    enf.promote_bot();
    house.settled().await;
    assert!(said(&house, &enf, &receipt).await.iter().any(|text| text.contains("an answer")), "{}", enf.transcript());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_group_that_is_gone_keeps_nothing_else_from_going_on() {
    let fake = Fake::start();
    let (enf, aid) = (fake.forum(ENF, "ENF"), fake.forum(AID, "AID"));
    let house = House::open(&fake).await;
    enf.is_deleted();
    let lost = house.ticket("ENF").await;
    let fine = house.ticket("AID").await;
    aid.wait_for_topic(text_of(&fine), SOON).await;
    // The ticket is passed to a queue that has a group.
    house.passes(&lost, "AID").await;
    aid.wait_for_topic(text_of(&lost), SOON).await;
    assert!(house.office.store.ticket(&lost).await.is_ok_and(|ticket| ticket.is_some()));
}

#[tokio::test(flavor = "multi_thread")]
async fn one_odd_thing_in_a_group_does_not_stop_the_others() {
    let fake = Fake::start();
    let enf = fake.forum(ENF, "ENF");
    let house = House::open(&fake).await;
    let (odd, fine) = (house.ticket("ENF").await, house.ticket("ENF").await);
    house.settled().await;
    fake.fail_times(3, "sendMessage", ENF, Fault::Status(400, "Bad Request: something new".into()));
    house.notes(&odd, "odd").await;
    until("it is refused", async || fake.faults_left() == 0 || !said(&house, &enf, &odd).await.is_empty()).await;
    house.notes(&fine, "fine").await;
    house.settled().await;
    assert_eq!(said(&house, &enf, &fine).await.len(), 1);
    assert_eq!(said(&house, &enf, &odd).await.len(), 1, "{}", enf.transcript());
}
