//! The copy of everything kept about a person: all of theirs is in it, and nothing else.

use super::*;
use crate::support::office::LI;
use ip_office_bot::intake::copy_of;
use ip_office_bot::message::Route;
use serde_json::Value;

async fn copy(house: &House, person: &Person<'_>) -> Value {
    let copy = copy_of(&house.office, &Route::telegram(person.chat)).await.expect("the store reads");
    serde_json::from_str(&copy).expect("JSON")
}

#[tokio::test]
async fn everything_that_is_kept_about_a_person_is_in_their_copy_and_nothing_of_the_clerks() {
    let house = House::open().await;
    let person = Person::english(&house);
    let receipt = person.reports().await;
    let li = At::new(&house, &receipt, LI);
    li.says("/take").await;
    li.says("a note among us: looks like the shop from last year").await;
    li.says("/r We are looking into it").await;
    person.does(&["/start human-contact", "I got a letter about a patent"]).await;
    let seen = person.does(&["/mydata", "[Everything as a file]"]).await;
    let sent = seen.sent.iter().filter_map(message).filter(|message| message.copy).count();
    assert_eq!(sent, 1, "{:?}", seen.person());

    let copy = copy(&house, &person).await;
    let of = |list: &Value, name: &str, value: &str| list.as_array().expect("a list").iter().find(|one| one[name] == value).cloned();
    assert_eq!((copy["version"].as_u64(), copy["chat"].as_i64(), copy["language"].as_str()), (Some(1), Some(501), Some("en")));
    assert!(copy["consent"]["notice"]["at"].is_string() && copy["consent"]["sensitive"].is_null());
    assert_eq!(copy["drafts"][0]["service"], "human-contact");
    let ticket = &copy["tickets"][0];
    assert_eq!((ticket["receipt"].as_str(), ticket["service"].as_str()), (Some(receipt.as_str()), Some("counterfeit-report")));
    assert!(of(&ticket["answers"], "text", NAME).is_some_and(|answer| answer["personal"] == true && answer["label"] != ""));
    assert!(of(&ticket["answers"], "text", "Hair dryer A-200").is_some_and(|answer| answer["message"].is_i64()));
    let file = &ticket["files"][0];
    assert_eq!((file["name"].as_str(), file["status"].as_str(), file["by"].as_str()), (Some("photo.jpg"), Some("kept"), Some("person")));
    assert_eq!(file["sha256"].as_str().map(str::len), Some(64));
    let files = of(&ticket["answers"], "text", "1 file")
        .or_else(|| of(&ticket["answers"], "question", "files"))
        .map(|one| one["value"]["files"][0].clone());
    assert!(files.is_none_or(|id| id == file["id"]), "an answer names the files as the list does");
    let replied = of(&ticket["messages"], "what", "replied").expect("the reply");
    assert_eq!((replied["words"].as_str(), replied["by"].as_str()), (Some("We are looking into it"), Some("office")));
    let whole = copy.to_string();
    for clerks in ["among us", "\"li\"", "taken", "code\":["] {
        assert!(!whole.contains(clerks), "{clerks} in {whole}");
    }
    nothing_personal_in_groups(&house).await;
}

#[tokio::test]
async fn an_anonymous_ticket_is_in_the_copy_only_while_it_is_linked() {
    let house = House::open().await;
    let person = Person::english(&house);
    let receipt = person.reports_as("[Anonymously]").await;
    assert_eq!(copy(&house, &person).await["tickets"], serde_json::json!([]));
    person.does(&["[Send replies here]"]).await;
    let linked = copy(&house, &person).await;
    assert_eq!(linked["tickets"][0]["receipt"].as_str(), Some(receipt.as_str()), "{linked}");
    let stranger = Person { house: &house, chat: 777, language: "en" };
    assert_eq!(copy(&house, &stranger).await["tickets"], serde_json::json!([]));
}
