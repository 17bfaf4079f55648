//! What Telegram answers, and what becomes of the messages then.

use super::house::*;
use crate::support::telegram::*;
use ip_office_bot::channel::telegram::api::ApiError;
use ip_office_bot::message::Outbound;
use serde_json::json;
use std::time::{Duration, Instant};

fn numbered(what: &str, n: usize) -> Vec<String> {
    (0..n).map(|n| format!("{what} {n}")).collect()
}

// --- 429 -------------------------------------------------------------------------------------------------------------

#[tokio::test(flavor = "multi_thread")]
async fn a_second_that_telegram_asks_for_is_kept_and_others_do_not_wait() {
    let fake = Fake::start();
    let house = House::open(&fake).await;
    let (li, ann) = (fake.person(LI, "Li", "zh-hans").has_started(), fake.person(1002, "Ann", "en").has_started());
    fake.fail_next("sendMessage", LI, Fault::RetryAfter(1));
    let start = Instant::now();
    for text in numbered("word", 5) {
        house.says(LI, &text).await;
    }
    until("the limit is met", async || !calls(&fake, LI, "sendMessage").is_empty()).await;
    house.says(1002, "hello").await;
    ann.wait_for("hello", SOON).await;
    assert!(start.elapsed() < Duration::from_secs(1) && told(&li).is_empty(), "{}", li.transcript());
    house.settled().await;
    assert_eq!(told(&li), numbered("word", 5));
    assert!(start.elapsed() >= Duration::from_secs(1));
    assert_eq!(fake.early_sends(), []);
}

#[tokio::test(flavor = "multi_thread")]
async fn half_a_minute_is_waited_to_the_second() {
    let fake = Fake::start();
    let house = House::open(&fake).await;
    let li = fake.person(LI, "Li", "zh-hans").has_started();
    fake.fail_next("sendMessage", LI, Fault::RetryAfter(30));
    for text in numbered("word", 3) {
        house.says(LI, &text).await;
    }
    until("the limit is met", async || !calls(&fake, LI, "sendMessage").is_empty()).await;
    // A quarter of a second passes by itself each time.
    for _ in 0..23 {
        house.pass(&fake, 1);
        a_while().await;
        assert_eq!(told(&li), [""; 0]);
    }
    house.pass(&fake, 2);
    house.settled().await;
    assert_eq!(told(&li), numbered("word", 3));
    assert_eq!((fake.early_sends().len(), calls(&fake, LI, "sendMessage").len()), (0, 4));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_limit_of_a_group_stops_neither_persons_nor_other_groups() {
    let fake = Fake::start();
    let (enf, aid) = (fake.forum(ENF, "ENF"), fake.forum(AID, "AID"));
    let house = House::open(&fake).await;
    let li = fake.person(LI, "Li", "zh-hans").has_started();
    fake.fail_next("*", ENF, Fault::RetryAfter(30));
    let first = house.ticket("ENF").await;
    until("the limit is met", async || !calls(&fake, ENF, "*").is_empty()).await;
    let second = house.ticket("AID").await;
    house.replies(&first, "we are at it").await;
    li.wait_for("we are at it", SOON).await;
    aid.wait_for_topic(text_of(&second), SOON).await;
    assert!(enf.topics().is_empty());
    house.pass(&fake, 31);
    house.settled().await;
    let topic = enf.topic(text_of(&first)).expect("a topic");
    let posts = posted(&enf, topic.id);
    assert!(posts[0].pinned && posts[1].text.contains("we are at it"), "{}", enf.transcript());
    assert_eq!(fake.early_sends(), []);
}

// --- Servers and networks in trouble ---------------------------------------------------------------------------------

#[tokio::test(flavor = "multi_thread")]
async fn servers_in_trouble_are_asked_again_and_the_order_stays() {
    let fake = Fake::start();
    let house = House::open(&fake).await;
    let li = fake.person(LI, "Li", "zh-hans").has_started();
    for fault in [Fault::HtmlBadGateway, Fault::Status(500, "Internal Server Error".into()), Fault::Status(504, "Gateway Timeout".into())] {
        fake.fail_times(3, "sendMessage", LI, fault);
    }
    for text in numbered("word", 10) {
        house.says(LI, &text).await;
    }
    house.settled().await;
    assert_eq!(told(&li), numbered("word", 10));
    assert_eq!(calls(&fake, LI, "sendMessage").len(), 19);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_network_that_was_away_loses_and_doubles_nothing() {
    let fake = Fake::start();
    fake.forum(ENF, "ENF");
    let house = House::open(&fake).await;
    let people: Vec<Person> = (0..8).map(|n| fake.person(2000 + n, "P", "en").has_started()).collect();
    fake.go_offline();
    let receipt = house.ticket("ENF").await;
    for text in numbered("word", 4) {
        for person in &people {
            house.says(person.id, &text).await;
        }
    }
    a_while().await;
    assert_eq!(house.worker.waiting().0, 33);
    fake.go_online();
    house.settled().await;
    for person in &people {
        assert_eq!(told(person), numbered("word", 4));
    }
    assert!(house.view(&receipt).await.is_some_and(|view| view.card.is_some()));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_name_that_nobody_knows_and_a_broken_handshake_are_no_answer() {
    let fake = Fake::start();
    let token = secrecy::SecretString::from(fake.token().to_owned());
    let plain_where_tls_is_spoken = fake.api_url().replace("http://", "https://");
    for url in ["http://no-such-host.invalid", "http://127.0.0.1:1", plain_where_tls_is_spoken.as_str()] {
        let api = ip_office_bot::channel::telegram::api::Api::new(&token, url).expect("an address").with_cap(CAP);
        let answer = api.call("getMe", &json!({})).await;
        assert!(matches!(answer, Err(ApiError::Unreached | ApiError::Lost)), "{url}: {answer:?}");
    }
    assert!(fake.calls_of("getMe").is_empty());
}

// --- Lost answers ----------------------------------------------------------------------------------------------------

#[tokio::test(flavor = "multi_thread")]
async fn a_message_whose_answer_got_lost_comes_once_more_and_no_further() {
    for fault in [Fault::LoseResponse, Fault::Delay(6000), Fault::Hang] {
        let fake = Fake::start();
        let house = House::open(&fake).await;
        let (li, ann) = (fake.person(LI, "Li", "zh-hans").has_started(), fake.person(1002, "Ann", "en").has_started());
        fake.fail_next("sendMessage", LI, fault.clone());
        house.says(LI, "receipt").await;
        house.says(LI, "next").await;
        house.says(1002, "hello").await;
        let start = Instant::now();
        ann.wait_for("hello", SOON).await;
        assert!(start.elapsed() < CAP, "{fault:?}");
        house.settled().await;
        assert_eq!(told(&li), ["receipt", "receipt", "next"], "{fault:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_edit_whose_answer_got_lost_is_not_shown_twice() {
    let fake = Fake::start();
    let house = House::open(&fake).await;
    let li = fake.person(LI, "Li", "zh-hans").has_started();
    house.shows(LI, words("question one")).await;
    let first = li.wait_for("question one", SOON).await;
    fake.fail_next("editMessageText", LI, Fault::LoseResponse);
    house.shows(LI, Outbound { replaces: Some(first.message_id), ..words("question two") }).await;
    house.settled().await;
    assert_eq!(told(&li), ["question two"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_lost_on_a_bad_line() {
    let fake = Fake::start();
    let enf = fake.forum(ENF, "ENF");
    let house = House::open(&fake).await;
    let people: Vec<Person> = (0..10).map(|n| fake.person(2000 + n, "P", "en").has_started()).collect();
    fake.set_rates(Rates { seed: 7, lost: 0.15, server_error: 0.15, dropped: 0.1, ..Rates::default() });
    let mut tickets = Vec::new();
    for round in 0..8 {
        for person in &people {
            house.says(person.id, &format!("word {round}")).await;
        }
        tickets.push(house.ticket("ENF").await);
    }
    for receipt in &tickets {
        house.notes(receipt, "a note").await;
    }
    house.settled().await;
    let calls = fake.calls();
    for person in &people {
        let told = told(person);
        let mut distinct = told.clone();
        distinct.dedup();
        assert_eq!(distinct, numbered("word", 8), "each in its order");
        let lost = calls.iter().filter(|call| call.chat == Some(person.id) && call.response_lost).count();
        assert_eq!(told.len(), 8 + lost, "one more for each lost answer");
    }
    for receipt in &tickets {
        let view = house.view(receipt).await.expect("a topic");
        let posts = posted(&enf, view.thread);
        assert!(posts.iter().any(|post| Some(post.message_id) == view.card), "{}", enf.transcript());
        assert!(posts.iter().any(|post| post.text.contains("a note")));
    }
    let lost = |method: &str| calls.iter().filter(|call| call.method == method && call.response_lost).count();
    assert_eq!(enf.topics().len(), tickets.len() + lost("createForumTopic"));
}

// --- The token -------------------------------------------------------------------------------------------------------

#[tokio::test(flavor = "multi_thread")]
async fn a_revoked_token_stops_sending_until_it_is_good_again() {
    let fake = Fake::start();
    let house = House::open(&fake).await;
    let li = fake.person(LI, "Li", "zh-hans").has_started();
    fake.revoke_token();
    for text in numbered("word", 3) {
        house.says(LI, &text).await;
    }
    a_while().await;
    assert_eq!((told(&li).len(), house.worker.waiting().0), (0, 3));
    assert!(heard("check the token"));
    fake.restore_token();
    house.settled().await;
    assert_eq!(told(&li), numbered("word", 3));
}

// --- Persons out of reach --------------------------------------------------------------------------------------------

#[tokio::test(flavor = "multi_thread")]
async fn the_desk_is_told_once_that_a_person_is_gone_and_the_lane_goes_on() {
    let fake = Fake::start();
    let enf = fake.forum(ENF, "ENF");
    let house = House::open(&fake).await;
    let li = fake.person(LI, "Li", "zh-hans").has_started();
    let receipt = house.ticket("ENF").await;
    let topic = enf.wait_for_topic(text_of(&receipt), SOON).await;
    li.blocks_bot();
    fake.fail_next("sendMessage", LI, Fault::RetryAfter(1));
    for text in numbered("answer", 4) {
        house.replies(&receipt, &text).await;
    }
    house.says(LI, "a screen that nobody sees").await;
    enf.wait_for_in(Some(topic.id), "送不到当事人", SOON).await;
    house.settled().await;
    assert_eq!(house.lost(&receipt).await, 1);
    let said = posted(&enf, topic.id).iter().filter(|post| post.text.contains("送不到当事人")).count();
    assert_eq!(said, 1, "{}", enf.transcript());
    // Another answer that does not arrive is told again; one that does is not.
    house.pass(&fake, 60);
    house.replies(&receipt, "one more").await;
    until("it is told again", async || house.lost(&receipt).await == 2).await;
    li.unblocks_bot();
    house.replies(&receipt, "welcome back").await;
    li.wait_for("welcome back", SOON).await;
    house.settled().await;
    assert_eq!(house.lost(&receipt).await, 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn deleted_and_unknown_accounts_are_told_to_the_desk_too() {
    let fake = Fake::start();
    fake.forum(ENF, "ENF");
    let house = House::open(&fake).await;
    let receipt = house.ticket("ENF").await;
    house.replies(&receipt, "to nobody").await;
    until("chat not found", async || house.lost(&receipt).await == 1).await;
    let li = fake.person(LI, "Li", "zh-hans").has_started();
    li.is_deactivated();
    house.pass(&fake, 60);
    house.replies(&receipt, "to a deleted account").await;
    until("deactivated", async || house.lost(&receipt).await == 2).await;
    house.settled().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_that_telegram_will_never_take_is_told_to_the_desk() {
    let fake = Fake::start();
    fake.forum(ENF, "ENF");
    let house = House::open(&fake).await;
    let li = fake.person(LI, "Li", "zh-hans").has_started();
    let receipt = house.ticket("ENF").await;
    fake.fail_next("sendMessage", LI, Fault::Status(400, "Bad Request: something new".into()));
    house.replies(&receipt, "odd").await;
    house.replies(&receipt, "plain").await;
    li.wait_for("plain", SOON).await;
    until("the desk knows", async || house.lost(&receipt).await == 1).await;
    house.settled().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_does_not_get_through_for_a_day_is_given_up_visibly_and_groups_keep_theirs() {
    let fake = Fake::start();
    let enf = fake.forum(ENF, "ENF");
    let house = House::open(&fake).await;
    let li = fake.person(LI, "Li", "zh-hans").has_started();
    fake.go_offline();
    let receipt = house.ticket("ENF").await;
    house.replies(&receipt, "an answer").await;
    house.says(LI, "a message").await;
    house.pass(&fake, 23 * 3600);
    a_while().await;
    assert_eq!(house.lost(&receipt).await, 0);
    house.pass(&fake, 2 * 3600);
    until("the desk knows", async || house.lost(&receipt).await == 1).await;
    assert!(heard("is given up"));
    house.says(LI, "the next day").await;
    fake.go_online();
    house.settled().await;
    assert_eq!(told(&li), ["the next day"]);
    let topic = enf.topic(text_of(&receipt)).expect("the ticket is in view");
    assert!(posted(&enf, topic.id).iter().any(|post| post.text.contains("an answer")), "{}", enf.transcript());
}

// --- Texts -----------------------------------------------------------------------------------------------------------

#[tokio::test(flavor = "multi_thread")]
async fn markup_that_telegram_refuses_is_left_out() {
    let fake = Fake::start();
    let house = House::open(&fake).await;
    let li = fake.person(LI, "Li", "zh-hans").has_started();
    house.says(LI, "<b>bold <i>and</b> broken &amp; shown").await;
    let message = li.wait_for("broken", SOON).await;
    assert_eq!(message.text, "bold and broken & shown");
    house.shows(LI, Outbound { replaces: Some(message.message_id), ..words("<b>broken again") }).await;
    house.settled().await;
    assert_eq!(told(&li), ["broken again"]);
    // The fake counts what a bot could have known.
    assert_eq!(fake.take_violations().len(), 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_screen_that_is_the_same_is_done_and_one_that_cannot_be_changed_comes_anew() {
    let fake = Fake::start();
    let house = House::open(&fake).await;
    let li = fake.person(LI, "Li", "zh-hans").has_started();
    house.shows(LI, words("question")).await;
    let first = li.wait_for("question", SOON).await.message_id;
    let replacing = |number: i64, text: &str| Outbound { replaces: Some(number), ..words(text) };
    house.shows(LI, replacing(first, "question")).await;
    house.settled().await;
    assert_eq!(told(&li), ["question"]);
    for refusal in ["message can't be edited", "there is no text in the message to edit"] {
        fake.fail_next("editMessageText", LI, Fault::Status(400, format!("Bad Request: {refusal}")));
        house.shows(LI, replacing(first, refusal)).await;
        house.settled().await;
        assert_eq!(told(&li).last().map(String::as_str), Some(refusal));
    }
    li.deletes(first);
    house.shows(LI, replacing(first, "after it was deleted")).await;
    house.settled().await;
    assert_eq!(told(&li).last().map(String::as_str), Some("after it was deleted"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_press_that_is_too_old_to_be_answered_is_known_as_such() {
    let fake = Fake::start();
    let house = House::open(&fake).await;
    let li = fake.person(LI, "Li", "zh-hans").has_started();
    let press = li.presses_data("1.0");
    house.pass(&fake, 120);
    let answered = house.api.call("answerCallbackQuery", &json!({ "callback_query_id": press })).await;
    assert_eq!(answered, Err(ApiError::OldPress));
}

// --- Logs ------------------------------------------------------------------------------------------------------------

#[tokio::test(flavor = "multi_thread")]
async fn neither_the_token_nor_words_of_persons_are_in_a_log() {
    let fake = Fake::start();
    fake.forum(ENF, "ENF");
    let house = House::open(&fake).await;
    let li = fake.person(LI, "Li", "zh-hans").has_started();
    let receipt = house.ticket("ENF").await;
    let faults = [
        Fault::HtmlBadGateway,
        Fault::LoseResponse,
        Fault::DropBeforeApply,
        Fault::Delay(5000),
        Fault::Status(400, "Bad Request: something new".into()),
        Fault::Status(409, "Conflict".into()),
        Fault::RetryAfter(1),
    ];
    for fault in faults {
        fake.fail_next("sendMessage", None, fault);
        house.says(LI, SECRET).await;
        house.replies(&receipt, SECRET).await;
    }
    fake.revoke_token();
    house.says(LI, SECRET).await;
    a_while().await;
    fake.restore_token();
    fake.go_offline();
    house.says(LI, SECRET).await;
    a_while().await;
    fake.go_online();
    house.settled().await;
    assert!(li.ever_saw(SECRET) && heard("a delivery will be tried again"));
    // The house looks through all logs when it closes.
    house.stop().await;
}
