//! Much at once: albums, floods, more tickets than one person can need in a day.

use super::*;
use ip_office_bot::dialog::answer::Answer;
use ip_office_bot::store::Wanted;
use ip_office_bot::ticket::What;

/// Words of the bot to a person since this was asked last.
async fn told(house: &House) -> Vec<String> {
    Seen { handled: StaffHandled::default(), sent: house.sent().await }.person()
}

async fn photo(house: &House, chat: i64, caption: Option<&str>) {
    let file = crate::support::office::file("jpeg", "IMG_1.jpg");
    let what = Said::File { file, words: caption.map(str::to_owned), album: Some("77".to_owned()) };
    house.person(chat, "en", what).await;
}

async fn tickets(house: &House) -> usize {
    house.office.store.tickets(&Wanted { closed: true, limit: 100, ..Wanted::default() }).await.expect("tickets").len()
}

#[tokio::test]
async fn an_album_of_ten_with_a_caption_is_one_answer_and_one_addition() {
    let house = House::open().await;
    let person = Person::english(&house);
    let lines = ["/start counterfeit-report", "[With my name]", "[▫️ Forged certificate]", "[Done (1 chosen)]"];
    person.does(&lines).await;
    person.does(&["Hair dryer A-200", "ZL 2013 1 0113186.8", "shop", "hongshan", "Zhongnan Road 5", "yesterday"]).await;
    person.does(&["I bought one and the number does not exist anywhere I looked"]).await;
    for n in 0..10 {
        photo(&house, person.chat, (n == 0).then_some("the shop window")).await;
    }
    let receipt = person.sends(&["[Done (10)]", "[I agree]", NAME, "138 0013 8000", "no", "[Send]"]).await;
    let ticket = house.ticket(&receipt).await;
    let files: Vec<usize> = ticket
        .body
        .answers
        .iter()
        .filter_map(|given| if let Answer::Files(files) = &given.answer { Some(files.len()) } else { None })
        .collect();
    assert_eq!(files, [10]);
    let captions: Vec<String> =
        ticket.body.answers.iter().map(|given| given.answer.words()).filter(|words| words.contains("shop window")).collect();
    assert_eq!(captions, ["the shop window"]);

    // The same to a ticket that is there: one thing that happened, not ten.
    person.does(&["/start case-track", receipt.as_str(), "[Add papers]"]).await;
    for n in 0..10 {
        photo(&house, person.chat, (n == 0).then_some("the back door")).await;
    }
    person.does(&["[Done (10)]"]).await;
    let added = house.ticket(&receipt).await.body.history.into_iter().filter_map(|happening| match happening.what {
        What::Added { words, files } => Some((words, files.len())),
        _ => None,
    });
    assert_eq!(added.collect::<Vec<_>>(), [(Some("the back door".to_owned()), 10)]);
    nothing_personal_in_groups(&house).await;
}

#[tokio::test]
async fn a_flood_gets_one_polite_word_and_the_next_ten_minutes_begin_anew() {
    let house = House::open().await;
    let most = house.office.config.limits.messages_in_ten_minutes;
    // To the beginning of a window.
    let into = house.office.now().timestamp().rem_euclid(600);
    house.clock.pass(chrono::Duration::seconds(600 - into));
    for _ in 0..most {
        house.person(501, "en", Said::Text("hello".to_owned())).await;
    }
    told(&house).await;
    for _ in 0..200 {
        house.person(501, "en", Said::Text("hello".to_owned())).await;
    }
    let words = told(&house).await;
    assert_eq!(words.len(), 1, "{words:?}");
    assert!(words[0].contains("very fast"), "{words:?}");
    house.person(502, "en", Said::Text("hello".to_owned())).await;
    assert_eq!(told(&house).await.len(), 1, "others are answered");
    house.clock.pass(chrono::Duration::minutes(10));
    house.person(501, "en", Said::Text("hello".to_owned())).await;
    assert!(told(&house).await.iter().all(|words| !words.contains("very fast")));
}

#[tokio::test]
async fn the_eleventh_form_waits_until_another_is_finished_and_a_person_can_be_reached_all_the_same() {
    let house = House::open().await;
    let person = Person::english(&house);
    let script = house.office.script.load();
    let forms: Vec<String> = script
        .flows
        .iter()
        .filter(|flow| flow.submit.is_some() && flow.service.as_str() != "human-contact")
        .map(|flow| flow.service.to_string())
        .collect();
    assert!(forms.len() > 10);
    let mut refused = Vec::new();
    for service in &forms {
        let seen = person.does(&[&format!("/start {service}")]).await;
        if seen.person().join("").contains("forms that are not finished") {
            refused.push(service);
            continue;
        }
        // Whatever its first question is, a picture or a first choice is something in it.
        let first = seen.sent.iter().rev().filter_map(message).flat_map(|message| message.buttons.iter().flatten()).next();
        let token = first.map(|button| button.token.clone());
        if let Some(token) = token {
            house.person(person.chat, "en", Said::Press(press(token, 1))).await;
        }
        house.sent().await;
        person.does(&["/new"]).await;
    }
    let drafts = async || {
        let key = house.office.person(&ip_office_bot::message::Route::telegram(person.chat));
        let kept = house.office.store.conversation(key).await.expect("readable").expect("somebody");
        kept.state.forms().count()
    };
    assert_eq!(drafts().await, 10, "refused: {refused:?}");
    assert!(!refused.is_empty());
    let seen = person.does(&["/human", "I cannot find my way", "[Send]"]).await;
    assert!(seen.person().join("").contains("Receipt number"), "{:?}", seen.person());
}

#[tokio::test]
async fn more_tickets_than_a_day_allows_wait_as_a_draft_until_the_next_day() {
    let house = House::open().await;
    let person = Person::english(&house);
    let most = house.office.config.limits.tickets_a_day;
    for _ in 0..most {
        person.asks().await;
        // Slower than a flood.
        house.clock.pass(chrono::Duration::minutes(10));
    }
    let seen = person.does(&["/start human-contact", "One question more", "[Send]"]).await.person().join("\n");
    assert!(seen.contains(&format!("You have sent {most} cases today")), "{seen}");
    assert_eq!(tickets(&house).await, most as usize);
    house.clock.pass(chrono::Duration::days(1));
    person.does(&["[Send]"]).await;
    assert_eq!(tickets(&house).await, most as usize + 1, "what was written is still there");
}
