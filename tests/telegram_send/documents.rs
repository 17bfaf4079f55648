//! Files made by the counter: sent as documents, with the words and the buttons that belong to them.

use super::house::*;
use crate::support::telegram::*;
use ip_office_bot::message::{Button, Document, Outbound};

const CONTENT: &str = "BEGIN:VCALENDAR\r\nSUMMARY:专利\r\nEND:VCALENDAR\r\n";

fn event(words: &str) -> Outbound {
    let document = Document { name: "lecture.ics".to_owned(), kind: "text/calendar".to_owned(), content: CONTENT.to_owned() };
    let button = Button { label: "My bookings".to_owned(), token: "booking:lecture".to_owned() };
    Outbound { document: Some(document), buttons: vec![vec![button]], ..super::house::words(words) }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_comes_with_its_words_and_its_button() {
    let fake = Fake::start();
    let house = House::open(&fake).await;
    let li = fake.person(LI, "Li", "zh-hans").has_started();
    house.shows(LI, event("<b>Booked</b> &amp; noted")).await;
    house.settled().await;
    let seen = li.screen();
    let [.., message] = seen.as_slice() else { panic!("nothing came") };
    assert_eq!((message.kind.as_str(), message.text.as_str()), ("document", "Booked & noted"));
    assert_eq!(li.file(message.file.as_deref().expect("a file")).expect("its bytes"), CONTENT.as_bytes());
    assert!(li.transcript().contains("My bookings"), "{}", li.transcript());
}

#[tokio::test(flavor = "multi_thread")]
async fn words_are_never_lost_with_a_file() {
    let fake = Fake::start();
    let house = House::open(&fake).await;
    let li = fake.person(LI, "Li", "zh-hans").has_started();
    // Too long for a caption: file and words apart.
    let long = "字".repeat(1500);
    house.shows(LI, event(&long)).await;
    house.settled().await;
    assert!(told(&li).contains(&long), "{}", li.transcript());
    assert_eq!(calls(&fake, LI, "sendDocument").len(), 1);
    // Refused: the words alone.
    fake.fail_next("sendDocument", LI, Fault::Status(400, "Bad Request: wrong file".to_owned()));
    house.shows(LI, event("noted")).await;
    house.settled().await;
    assert!(told(&li).contains(&"noted".to_owned()), "{}", li.transcript());
}
