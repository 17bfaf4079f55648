//! Files both ways: what a group may see of a person's file, and what a clerk sends.

use super::house::*;
use crate::support::telegram::*;
use ip_office_bot::id::Receipt;
use ip_office_bot::message::Outbound;
use ip_office_bot::store::{FileStatus, Lane, Owner, Parcel};
use ip_office_bot::ticket::act::Act;

/// What must never reach a group: words in the picture's metadata, and the name that the sender gave.
const PLACE: &[u8] = b"GPS 30.5928N 114.3055E, Zhang San";
const NAME: &str = "Zhang San at home.jpg";

/// A picture of 4 x 3 pixels as a phone takes it, with the place in its EXIF block.
fn photo() -> Vec<u8> {
    let plain = "ffd8ffe000104a46494600010100000100010000ffdb004300a06e788c7864a08c828cb4aaa0bef0fffff0dcdcf0ffffffffffffffffffffffffffff\
                 ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc0000b080003000401011100ffc400140001000000000000000000000000\
                 00000002ffc40017100100030000000000000000000000000001000322ffda0008010100003f00559827ffd9";
    let signs: Vec<u8> = plain.bytes().filter(u8::is_ascii_hexdigit).collect();
    let plain: Vec<u8> =
        signs.chunks(2).map(|two| u8::from_str_radix(std::str::from_utf8(two).expect("ASCII"), 16).expect("hex")).collect();
    let mut exif = b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x10\0\x02\0\0\0\x21\0\0\0\x1a\0\0\0\0".to_vec();
    exif.extend_from_slice(PLACE);
    let mut photo = plain[..2].to_vec();
    photo.extend_from_slice(&[0xff, 0xe1]);
    photo.extend_from_slice(&u16::try_from(exif.len() + 2).expect("short").to_be_bytes());
    photo.extend_from_slice(&exif);
    photo.extend_from_slice(&plain[2..]);
    photo
}

fn pdf() -> Vec<u8> {
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
        .to_vec()
}

fn program() -> Vec<u8> {
    let mut bytes = b"MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff\0\0\xb8".to_vec();
    bytes.resize(0x3c, 0);
    bytes.extend_from_slice(&[0x80, 0, 0, 0]);
    bytes.resize(0x80, 0);
    bytes.extend_from_slice(b"PE\0\0\x64\x86");
    bytes.resize(512, 0);
    bytes
}

fn contains(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

/// Li sends a file to the bot; where Telegram keeps it.
fn sent(li: &Person, name: &str, bytes: Vec<u8>) -> String {
    let number = li.sends_document(name, "application/octet-stream", bytes, "");
    source(li, number)
}

fn source(li: &Person, number: i64) -> String {
    li.screen().into_iter().find(|message| message.message_id == number).and_then(|message| message.file).expect("a file")
}

/// A ticket with one file that Li added.
async fn ticket_with(house: &House, anonymous: bool, (source, name): (&str, &str)) -> Receipt {
    let mut file = house.file(Owner::Ticket(Receipt::from_record(String::new())), source, name);
    let id = file.id;
    let receipt = house
        .ticket_with("ENF", |ticket| {
            ticket.head.anonymous = anonymous;
            ticket.body.history.push(ip_office_bot::ticket::Happening {
                at: ticket.head.since,
                by: ip_office_bot::ticket::Actor::Person,
                what: ip_office_bot::ticket::What::Added { words: None, files: vec![id] },
                message: None,
            });
        })
        .await;
    file.owner = Owner::Ticket(receipt.clone());
    if anonymous {
        file.tell = None;
    }
    house.receives(file).await;
    receipt
}

async fn card_of(house: &House, forum: &Forum, receipt: &Receipt) -> String {
    let view = house.view(receipt).await.expect("a topic");
    let card = posted(forum, view.thread).into_iter().find(|post| Some(post.message_id) == view.card);
    card.expect("a card").text
}

fn files_in(forum: &Forum) -> Vec<ShownMessage> {
    forum.messages().into_iter().filter(|message| message.file.is_some()).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_photo_reaches_the_topic_without_its_place_and_without_the_senders_name() {
    for anonymous in [false, true] {
        let fake = Fake::start();
        let enf = fake.forum(ENF, "ENF");
        let house = House::open(&fake).await;
        let li = fake.person(LI, "Li", "zh-hans").has_started();
        assert!(contains(&photo(), PLACE));
        let source = sent(&li, NAME, photo());
        let receipt = ticket_with(&house, anonymous, (&source, NAME)).await;
        house.settled().await;
        let files = files_in(&enf);
        assert_eq!(files.len(), 1, "{}", enf.transcript());
        assert_eq!((files[0].kind.as_str(), files[0].topic), ("photo", house.view(&receipt).await.map(|view| view.thread)));
        let shown = li.file(files[0].file.as_deref().expect("a file")).expect("its bytes");
        assert!(shown.starts_with(b"\xff\xd8") && !contains(&shown, b"GPS") && !contains(&shown, b"Zhang"));
        let raw: String = calls(&fake, ENF, "*").iter().map(|call| call.params.to_string()).collect();
        assert!(!raw.contains("Zhang") && !enf.messages().iter().any(|message| message.json.to_string().contains("Zhang")));
        let card = card_of(&house, &enf, &receipt).await;
        assert!(card.contains("jpeg") && !card.contains("正在取"), "{card}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_pdf_of_somebody_without_a_name_stays_in_the_vault() {
    let fake = Fake::start();
    let enf = fake.forum(ENF, "ENF");
    let house = House::open(&fake).await;
    let li = fake.person(LI, "Li", "zh-hans").has_started();
    let source = sent(&li, "report of Zhang San.pdf", pdf());
    let anonymous = ticket_with(&house, true, (&source, "report of Zhang San.pdf")).await;
    house.settled().await;
    assert!(files_in(&enf).is_empty(), "{}", enf.transcript());
    assert!(card_of(&house, &enf, &anonymous).await.contains("pdf"));
    // Somebody who gave a name: the paper is shown, its name is not.
    let named = ticket_with(&house, false, (&source, "report of Zhang San.pdf")).await;
    house.settled().await;
    let files = files_in(&enf);
    assert_eq!((files.len(), files[0].topic), (1, house.view(&named).await.map(|view| view.thread)));
    assert!(!enf.messages().iter().any(|message| message.json.to_string().contains("Zhang")));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_clerks_file_reaches_the_person_with_its_name_and_unchanged() {
    let fake = Fake::start();
    fake.forum(ENF, "ENF");
    let house = House::open(&fake).await;
    let li = fake.person(LI, "Li", "zh-hans").has_started();
    let clerk = fake.person(77, "Wang", "zh-hans").has_started();
    let receipt = house.ticket("ENF").await;
    let source = sent(&clerk, "告知书.pdf", pdf());
    fake.fail_times(20, "getFile", None, Fault::HtmlBadGateway);
    let file = house.file(Owner::Ticket(receipt.clone()), &source, "告知书.pdf");
    let act = Act::Reply { words: "see the paper".into(), files: vec![file.id], prepared: None };
    house.acts_with(&receipt, act, vec![file]).await;
    house.says(LI, "not held up by the file").await;
    li.wait_for("not held up by the file", SOON).await;
    let paper = || li.screen().into_iter().find(|message| message.kind == "document");
    assert!(paper().is_none(), "it is being fetched");
    house.settled().await;
    let paper = paper().expect("the paper");
    assert_eq!(paper.json["document"]["file_name"], "告知书.pdf");
    assert_eq!(li.file(paper.file.as_deref().expect("a file")), Some(pdf()));
    assert!(li.sees("see the paper") && li.sees("not held up by the file"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_person_gets_what_is_kept_about_them_as_a_file_and_a_group_never_does() {
    let fake = Fake::start();
    let enf = fake.forum(ENF, "ENF");
    let house = House::open(&fake).await;
    let li = fake.person(LI, "Li", "zh-hans").has_started();
    let receipt = house.ticket("ENF").await;
    let copy = Outbound { copy: true, ..words("all that we keep") };
    fake.fail_next("sendDocument", LI, Fault::LoseResponse);
    house.shows(LI, copy.clone()).await;
    house.settled().await;
    let file = li.screen().into_iter().rev().find(|message| message.kind == "document").expect("a document");
    assert!(file.json["document"]["file_name"].as_str().is_some_and(|name| name.starts_with("my-data-") && name.ends_with(".json")));
    assert_eq!(file.text, "all that we keep");
    let bytes = li.file(file.file.as_deref().expect("a file")).expect("its bytes");
    let held: serde_json::Value = serde_json::from_slice(&bytes).expect("JSON");
    assert_eq!(held["tickets"][0]["receipt"].as_str(), Some(receipt.as_str()));
    let astray = house.office.delivery(Lane::Group(ENF), Parcel::Tell { message: copy });
    house.post(vec![astray]).await;
    house.settled().await;
    assert!(files_in(&enf).is_empty(), "{}", enf.transcript());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_larger_than_telegram_hands_over_is_told() {
    let fake = Fake::start();
    let house = House::open(&fake).await;
    let li = fake.person(LI, "Li", "zh-hans").has_started();
    let number = li.sends_file(SentFile::new("film.mp4", "video/mp4", b"ftyp".to_vec()).claiming(25 << 20), "");
    let person = house.office.person(&ip_office_bot::message::Route::telegram(LI));
    let file = house.file(Owner::Draft(person), &source(&li, number), "film.mp4");
    house.receives(file).await;
    li.wait_for("太大", SOON).await;
    house.settled().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_name_that_lies_is_flagged_on_the_card() {
    let fake = Fake::start();
    let enf = fake.forum(ENF, "ENF");
    let house = House::open(&fake).await;
    let li = fake.person(LI, "Li", "zh-hans").has_started();
    let source = sent(&li, "contract.pdf", photo());
    let receipt = ticket_with(&house, false, (&source, "contract.pdf")).await;
    house.settled().await;
    let card = card_of(&house, &enf, &receipt).await;
    assert!(card.contains("文件名写的是pdf"), "{card}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_program_is_refused_and_the_sender_is_told() {
    let fake = Fake::start();
    let enf = fake.forum(ENF, "ENF");
    let house = House::open(&fake).await;
    let li = fake.person(LI, "Li", "zh-hans").has_started();
    let source = sent(&li, "invoice.pdf", program());
    let receipt = ticket_with(&house, false, (&source, "invoice.pdf")).await;
    house.settled().await;
    li.wait_for("program", SOON).await;
    assert!(files_in(&enf).is_empty());
    let card = card_of(&house, &enf, &receipt).await;
    assert!(card.contains("是程序"), "{card}");
    let kept = house.office.store.all_evidence(None, 10).await.expect("a readable store");
    assert!(matches!(&kept[0].status, FileStatus::Refused { why } if why == "executable"));
    assert!(house.office.vault.list().expect("a readable vault").is_empty());
    // Before there is a ticket, too.
    let person = house.office.person(&ip_office_bot::message::Route::telegram(LI));
    let draft = house.file(Owner::Draft(person), &source, "setup.exe");
    house.receives(draft).await;
    li.wait_for("setup.exe", SOON).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_that_cannot_be_fetched_holds_up_neither_others_nor_the_person() {
    let fake = Fake::start();
    let enf = fake.forum(ENF, "ENF");
    let house = House::open(&fake).await;
    let li = fake.person(LI, "Li", "zh-hans").has_started();
    fake.fail_times(30, "getFile", None, Fault::Status(500, "Internal Server Error".into()));
    let lost = sent(&li, "lost.jpg", photo());
    let receipt = ticket_with(&house, false, (&lost, "lost.jpg")).await;
    until("it is tried", async || fake.calls_of("getFile").len() > 3).await;
    house.replies(&receipt, "an answer").await;
    li.wait_for("an answer", SOON).await;
    let view = house.view(&receipt).await.expect("a topic");
    until("the group goes on", async || posted(&enf, view.thread).len() > 1).await;
    // A day later it is given up, and both sides know.
    house.pass(&fake, 25 * 3600);
    until("it is given up", async || card_of(&house, &enf, &receipt).await.contains("没能取到")).await;
    li.wait_for("could not fetch", SOON).await;
    fake.clear_faults();
    house.settled().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_picture_that_telegram_cannot_show_goes_out_as_a_file() {
    let fake = Fake::start();
    let enf = fake.forum(ENF, "ENF");
    let house = House::open(&fake).await;
    let li = fake.person(LI, "Li", "zh-hans").has_started();
    fake.fail_next("sendPhoto", ENF, Fault::Status(400, "Bad Request: PHOTO_INVALID_DIMENSIONS".into()));
    let source = sent(&li, NAME, photo());
    ticket_with(&house, false, (&source, NAME)).await;
    house.settled().await;
    let files = files_in(&enf);
    assert_eq!((files.len(), files[0].kind.as_str()), (1, "document"));
    assert!(!li.file(files[0].file.as_deref().expect("a file")).is_some_and(|bytes| contains(&bytes, b"Zhang")));
}
