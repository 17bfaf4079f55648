//! Notes and replies can never be mixed up.

use super::*;
use crate::support::office::{ANN, DESK, ENF, LI, WANG, file};
use ip_office_bot::store::FileStatus;
use ip_office_bot::ticket::What;

#[tokio::test]
async fn a_case_stands_in_its_topic_in_the_clerks_language_without_personal_answers() {
    let house = House::open().await;
    let receipt = Person::english(&house).reports().await;
    let topic = house.topic(&receipt).await;
    assert_eq!(topic.chat, ENF);
    assert!(topic.name.contains("已提交") && topic.name.contains(receipt.as_str()), "{}", topic.name);
    let li = At::new(&house, &receipt, LI);
    let seen = li.says("/card").await;
    let card = plain(&seen.menu().text);
    // Choices are data and speak Chinese; free text stays as written, without numbers that reach a person.
    assert!(card.contains("伪造专利证书等文件") && card.contains("Hair dryer A-200") && card.contains("洪山区"), "{card}");
    assert!(card.contains("Zhongnan Road 5") && card.contains("2026年12月7日") && card.contains("jpeg"), "{card}");
    nothing_personal_in_groups(&house).await;
}

#[tokio::test]
async fn words_in_a_topic_are_a_note_that_the_person_never_sees() {
    let house = House::open().await;
    let receipt = Person::english(&house).asks().await;
    let wang = At::new(&house, &receipt, WANG);
    assert!(house.ticket(&receipt).await.head.unread);
    let seen = wang.says("看着像钓鱼信，先核实").await;
    assert_eq!(seen.person(), [""; 0]);
    let said = seen.group(DESK).join("\n");
    assert!(said.contains("内部备注") && said.contains("看着像钓鱼信") && said.contains("wang"), "{said}");
    let ticket = house.ticket(&receipt).await;
    assert!(matches!(&ticket.body.history.last().unwrap().what, What::Noted { words, .. } if words == "看着像钓鱼信，先核实"));
    assert!(!ticket.head.unread, "a colleague looked at it");
    // Nothing of it in the history that the person sees either.
    let history = Person::english(&house).does(&["/status", &format!("[{receipt}]"), "[See what has happened]"]).await.person().join("\n");
    assert!(history.contains("You sent it") && !history.contains("钓鱼"), "{history}");
    nothing_personal_in_groups(&house).await;
}

#[tokio::test]
async fn a_reply_reaches_the_person_and_the_topic_shows_it_as_sent() {
    let house = House::open().await;
    let receipt = Person::english(&house).asks().await;
    let wang = At::new(&house, &receipt, WANG);
    for line in ["/r We are looking <b>into</b> it & will call", "/reply Second answer", "／r Third answer"] {
        let seen = wang.says(line).await;
        let words = line.split_once(' ').unwrap().1;
        let (got, shown) = (seen.person().join("\n"), seen.group(DESK).join("\n"));
        assert!(got.contains(words) && got.contains(receipt.as_str()), "{got}");
        assert!(
            shown.contains("已发给当事人") && shown.contains(words) && !shown.contains("内部备注") && !shown.contains("查询码"),
            "{shown}"
        );
    }
    assert!(!house.ticket(&receipt).await.head.unread);
    nothing_personal_in_groups(&house).await;
}

#[tokio::test]
async fn the_reply_button_holds_for_one_message_of_one_clerk() {
    let house = House::open().await;
    let receipt = Person::english(&house).asks().await;
    let (wang, li) = (At::new(&house, &receipt, WANG), At::new(&house, &receipt, LI));
    let seen = wang.presses_card("reply").await;
    let said = seen.group(DESK).join("\n");
    assert!(said.contains("将发给当事人") && said.contains("wang"), "{said}");
    assert!(seen.toast().contains("当事人"), "{}", seen.toast());

    assert_eq!(li.says("我来看看").await.person(), [""; 0], "the mode is not another clerk's");
    let seen = wang.says("Hello from the desk").await;
    assert!(seen.person().join("").contains("Hello from the desk"));
    let seen = wang.says("and this is for us").await;
    assert_eq!(seen.person(), [""; 0], "one message only");
    assert!(seen.group(DESK).join("").contains("内部备注"));
    nothing_personal_in_groups(&house).await;
}

#[tokio::test]
async fn reply_mode_ends_by_note_by_cancel_and_by_time() {
    let house = House::open().await;
    let receipt = Person::english(&house).asks().await;
    let wang = At::new(&house, &receipt, WANG);

    wang.says("/r").await;
    let seen = wang.says("/note for colleagues").await;
    assert_eq!(seen.person(), [""; 0]);
    assert_eq!(wang.says("still for colleagues").await.person(), [""; 0]);

    let seen = wang.presses_card("reply").await;
    let cancel = seen.token("取消");
    let seen = wang.presses(&cancel).await;
    assert!(seen.group(DESK).join("").contains("内部备注"));
    assert_eq!(wang.says("again for colleagues").await.person(), [""; 0]);
    assert!(wang.presses(&cancel).await.toast().contains("过时"));

    wang.presses_card("reply").await;
    house.clock.pass(chrono::Duration::minutes(11));
    assert_eq!(wang.says("much later").await.person(), [""; 0]);
    nothing_personal_in_groups(&house).await;
}

#[tokio::test]
async fn files_go_both_ways_and_an_album_in_reply_mode_goes_whole() {
    let house = House::open().await;
    let person = Person::english(&house);
    let receipt = person.asks().await;
    let wang = At::new(&house, &receipt, WANG);

    // From the person, once its content is here.
    let seen = person.does(&["/status", &format!("[{receipt}]"), "[Add papers]", "(photo.jpg)", "[Done (1)]"]).await;
    let shown = seen.group(DESK);
    assert!(shown.iter().any(|text| text.contains("当事人补充")) && shown.contains(&"(file)".to_owned()), "{shown:?}");
    assert!(house.ticket(&receipt).await.head.unread);

    // A file is a note like words are.
    let seen = wang.sends("jpeg", None).await;
    assert_eq!(seen.person(), [""; 0]);
    assert!(seen.group(DESK).join("").contains("内部备注"));
    assert!(!seen.group(DESK).contains(&"(file)".to_owned()), "it stands in the topic already");

    // With the caption it is a reply.
    let seen = wang.sends("jpeg", Some("/r the form you need")).await;
    let got = seen.person();
    assert!(got[0].contains("the form you need") && got[1] == "(file)", "{got:?}");

    // An album: three files of one moment.
    wang.presses_card("reply").await;
    let topic = house.topic(&receipt).await;
    let mut sent = Vec::new();
    for (n, caption) in [Some("three pages"), None, None].into_iter().enumerate() {
        let what = StaffSaid::File { file: file("jpeg", &format!("{n}.jpg")), words: caption.map(str::to_owned) };
        house.staff(topic.chat, Some(topic.thread), (Some(WANG), what)).await;
        sent.extend(house.sent().await);
    }
    let seen = Seen { handled: StaffHandled::default(), sent };
    let got = seen.person();
    assert_eq!(got.iter().filter(|text| *text == "(file)").count(), 3, "{got:?}");
    assert_eq!(got.len(), 4, "the words once: {got:?}");
    // Words that follow are a note again.
    assert_eq!(wang.says("that was it").await.person(), [""; 0]);
    nothing_personal_in_groups(&house).await;
}

#[tokio::test]
async fn a_clerks_file_that_is_refused_is_the_desks_matter() {
    let house = House::open().await;
    let receipt = Person::english(&house).asks().await;
    let wang = At::new(&house, &receipt, WANG);
    let seen = wang.sends("program", None).await;
    assert_eq!(seen.person(), [""; 0], "the person hears nothing of a note's file");
    assert!(seen.group(DESK).iter().any(|text| text.contains("没有收下")), "{:?}", seen.group(DESK));
    let id = match &house.ticket(&receipt).await.body.history.iter().find_map(|h| match &h.what {
        What::Noted { files, .. } => files.first().copied(),
        _ => None,
    }) {
        Some(id) => *id,
        None => panic!("no note"),
    };
    let evidence = house.office.store.evidence(id).await.unwrap().unwrap();
    assert!(matches!(evidence.status, FileStatus::Refused { .. }) && evidence.tell.is_none());

    let huge = StaffSaid::File {
        file: ip_office_bot::message::Incoming { bytes: Some(30_000_000), ..file("jpeg", "x.jpg") },
        words: Some("/r look".to_owned()),
    };
    let seen = wang.does(huge).await;
    assert_eq!(seen.person(), [""; 0]);
    assert!(seen.group(DESK).join("").contains("20"), "{:?}", seen.group(DESK));
    nothing_personal_in_groups(&house).await;
}

#[tokio::test]
async fn a_prepared_reply_is_previewed_in_the_clerks_language_and_sent_in_the_persons() {
    let house = House::open().await;
    let receipt = Person::english(&house).reports().await;
    let li = At::new(&house, &receipt, LI);
    let menu = li.presses_card("prepared").await;
    assert_eq!(menu.menu().replaces, house.topic(&receipt).await.card, "the card becomes the menu");
    let seen = li.presses(&menu.token("已收到")).await;
    let preview = seen.group(ENF).join("\n");
    assert!(preview.contains("还没有发出") && preview.contains("2026年12月7日") && preview.contains(receipt.as_str()), "{preview}");
    assert_eq!(seen.person(), [""; 0]);
    let send = seen.token("发给当事人");
    let seen = li.presses(&send).await;
    let got = seen.person().join("\n");
    assert!(got.contains("We are checking the clues") && got.contains("7 December 2026"), "{got}");
    // A second tap sends nothing.
    let again = li.presses(&send).await;
    assert_eq!(again.person(), [""; 0]);
    assert!(again.toast().contains("过时"));
    let replies = house
        .ticket(&receipt)
        .await
        .body
        .history
        .iter()
        .filter(|h| matches!(&h.what, What::Replied { prepared: Some(name), .. } if name == "acknowledge"))
        .count();
    assert_eq!(replies, 1);
    nothing_personal_in_groups(&house).await;
}

#[tokio::test]
async fn a_prepared_reply_asks_for_its_paper_and_its_words() {
    let house = House::open().await;
    let receipt = Person::english(&house).reports().await;
    let li = At::new(&house, &receipt, LI);

    let papers = li.says("/prepared ask-papers").await;
    let preview = li.presses(&papers.token("购买小票").clone()).await;
    assert!(preview.group(ENF).join("").contains("还没有发出"));
    let got = li.presses(&preview.token("发给当事人")).await.person().join("");
    assert!(got.contains("till receipt or order"), "{got}");

    let asked = li.says("/prepared 未立案").await;
    assert!(asked.group(ENF).join("").contains("要填的内容"), "{:?}", asked.group(ENF));
    let preview = li.says("The number belongs to the maker.").await;
    assert_eq!(preview.person(), [""; 0], "words for a prepared reply are looked at first");
    // What is being prepared is kept for the next start, sealed.
    let kept = house.office.store.named(&format!("reply:{ENF}:{}:{LI}", house.topic(&receipt).await.thread)).await.unwrap().unwrap();
    assert!(kept.len() > 100 && kept.bytes().all(|sign| sign.is_ascii_hexdigit()), "{kept}");
    let got = li.presses(&preview.token("发给当事人")).await.person().join("");
    assert!(got.contains("have not opened a case") && got.contains("The number belongs to the maker."), "{got}");
    nothing_personal_in_groups(&house).await;
}

#[tokio::test]
async fn a_prepared_reply_with_a_field_that_nobody_knows_does_not_go_out() {
    let house = House::open().await;
    let receipt = Person::english(&house).reports().await;
    let li = At::new(&house, &receipt, LI);
    for state in ["received", "checking", "opened", "investigating"] {
        li.says(&format!("/state {state}")).await;
    }
    li.says("/close no-violation 查无实据").await;
    let seen = li.says("/prepared acknowledge").await;
    assert_eq!(seen.person(), [""; 0]);
    assert!(seen.group(ENF).join("").contains("期限"), "{:?}", seen.group(ENF));
    let seen = li.says("/prepared nothing-like-it").await;
    assert!(seen.group(ENF).join("").contains("常用答复"), "{:?}", seen.group(ENF));
}

#[tokio::test]
async fn an_edited_message_changes_nothing_and_the_clerk_is_told_once() {
    let house = House::open().await;
    let receipt = Person::english(&house).asks().await;
    let wang = At::new(&house, &receipt, WANG);
    let before = house.ticket(&receipt).await;
    assert!(wang.does(StaffSaid::Edited).await.group(DESK).join("").contains("/r"));
    assert_eq!(wang.does(StaffSaid::Edited).await.group(DESK), [""; 0]);
    assert_eq!(house.ticket(&receipt).await, before);
}

#[tokio::test]
async fn a_group_that_reads_english_sees_english() {
    let house = House::open().await;
    let receipt = Person::english(&house).asks().await;
    At::new(&house, &receipt, LI).says("/pass AID 归援助中心办").await;
    let ann = At::new(&house, &receipt, ANN);
    let seen = ann.says("looks fine").await;
    assert!(seen.group(crate::support::office::AID).join("").contains("INTERNAL NOTE"), "{:?}", seen.group(crate::support::office::AID));
    let seen = ann.presses_card("state").await;
    assert!(seen.menu().text.contains("Which state comes next"), "{}", seen.menu().text);
}
