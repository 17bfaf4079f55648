//! One ticket at the desk on the web, over the real routes: files that go with a reply, tickets of the same matter, handing over to
//! an outside body, the law behind a date.

use crate::accounts::{Desk, id, report};
use crate::desk_pages::{Office, page_of, seen, to_person};
use crate::desk_web::{Browser, Came, between, outside};
use crate::support::office::{House, message, press};
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use ip_office_bot::app::keep_house;
use ip_office_bot::channel::web::Pages;
use ip_office_bot::desk::file::{MOST, sender};
use ip_office_bot::desk::{By, Request as Asked, Where, perform};
use ip_office_bot::id::{EvidenceId, Receipt};
use ip_office_bot::message::Said;
use ip_office_bot::outbox::{Sender, Sent};
use ip_office_bot::store::{Commit, FileStatus, Lane, Write};
use ip_office_bot::ticket::What;
use ip_office_bot::ticket::act::{Act, outcomes};
use ip_office_bot::ticket::handing::{Basis, Consent, Handing, answered};
use std::sync::Arc;
use std::time::{Duration, SystemTime};
use tower::ServiceExt;

const PLACE: &[u8] = b"GPS 30.5928N 114.3055E, iPhone";
const PAGE: &[u8] = b"<!doctype html><html><script>alert(1)</script></html>";

/// A picture of 4 x 3 pixels that says where it was taken.
fn picture() -> Vec<u8> {
    let hex = "ffd8ffe000104a46494600010100000100010000ffdb004300a06e788c7864a08c828cb4aaa0bef0fffff0dcdcf0ffffffffffffffffffffffffffffffffffffff\
         ffffffffffffffffffffffffffffffffffffffffffffffffffc0000b080003000401011100ffc40014000100000000000000000000000000000002ffc400171001\
         00030000000000000000000000000001000322ffda0008010100003f00559827ffd9";
    let byte = |at: usize| u8::from_str_radix(&hex[at..at + 2], 16).expect("hex");
    let plain: Vec<u8> = (0..hex.len()).step_by(2).map(byte).collect();
    let mut picture = plain[..2].to_vec();
    picture.extend([0xff, 0xfe, 0, PLACE.len() as u8 + 2]);
    picture.extend(PLACE);
    picture.extend(&plain[2..]);
    picture
}

/// A file of a form: its name and its content.
type File<'a> = (&'a str, &'a [u8]);

/// A form with files, as a browser without scripts sends it.
async fn sends(browser: &mut Browser, path: &str, (fields, files): (&[(&str, &str)], &[File<'_>])) -> Came {
    let token = browser.token();
    let mut all = vec![("token", token.as_str())];
    all.extend_from_slice(fields);
    posts(browser, path, (&all, files)).await
}

async fn posts(browser: &mut Browser, path: &str, (fields, files): (&[(&str, &str)], &[File<'_>])) -> Came {
    let mut body = Vec::new();
    for (name, value) in fields {
        body.extend(format!("--line\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n").bytes());
    }
    for (name, content) in files {
        let head = format!("--line\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\r\n");
        body.extend(head.bytes());
        body.extend(*content);
        body.extend(b"\r\n");
    }
    body.extend(b"--line--\r\n");
    let request = browser.request("POST", path).header(header::CONTENT_TYPE, "multipart/form-data; boundary=line");
    browser.send(request.body(Body::from(body)).expect("a request")).await
}

fn album(page: &str) -> String {
    between(page, "name=\"album\" value=\"", "\"").expect("a mark of the files")
}

/// Files of the last thing that happened, with what they are.
async fn files(office: &Office, receipt: &Receipt) -> Vec<(EvidenceId, FileStatus)> {
    let ticket = office.ticket(receipt).await;
    let ids = match &ticket.body.history.last().expect("something happened").what {
        What::Replied { files, .. } | What::Noted { files, .. } => files.clone(),
        other => panic!("{other:?}"),
    };
    let mut files = Vec::new();
    for id in ids {
        let record = office.desk.house.office.store.evidence(id).await.expect("the store reads").expect("a record");
        assert_eq!(record.announced.source, "", "nothing leads to the spool");
        files.push((id, record.status));
    }
    files
}

/// Uploads of a clerk that wait under a mark.
fn waiting(office: &Office, (clerk, album): (&str, &str)) -> usize {
    let house = &office.desk.house.office;
    house.spool.whole(sender(house, &id(clerk)), album).expect("the spool reads").len()
}

#[tokio::test]
async fn files_go_with_a_reply_in_one_commit_and_reach_the_person_clean() {
    let office = Office::open().await;
    let receipt = report(&office.desk).await;
    let house = &office.desk.house;
    let mut li = office.browser("li").await;
    let page = li.get(&page_of(&receipt)).await.page;
    assert!(page.contains("Up to 10 files of 50 MB each") && page.contains("enctype=\"multipart/form-data\""), "limits are said before");
    let before = office.ticket(&receipt).await.head.revision;
    let seen_now = seen(&page);
    let mark = album(&page);
    let fields = [("seen", seen_now.as_str()), ("album", &mark), ("text", "Both forms.")];
    let done =
        sends(&mut li, &format!("{}/reply", page_of(&receipt)), (&fields, &[("表.jpg", &picture()), ("how.txt", b"Fill in page 1.")]))
            .await;
    assert_eq!(done.to, Some(page_of(&receipt)), "{}", done.page);
    let ticket = office.ticket(&receipt).await;
    assert_eq!(ticket.head.revision, before + 1, "one change");
    let kept = files(&office, &receipt).await;
    assert_eq!(kept.len(), 2);
    assert!(kept.iter().all(|(_, status)| matches!(status, FileStatus::Kept { .. })), "{kept:?}");
    let audited = office.desk.audited().await;
    assert_eq!(audited.iter().filter(|entry| *entry == "clerk:li replied").count(), 1, "{audited:?}");
    assert_eq!(waiting(&office, ("li", &mark)), 0, "the spool is empty");
    let sent = house.sent().await;
    assert!(to_person(&sent).iter().any(|said| said.contains("Both forms.")));
    let with_file = |delivery: &&ip_office_bot::store::Delivery| message(delivery).is_some_and(|message| message.file.is_some());
    let to_the_person = sent.iter().filter(|delivery| matches!(delivery.lane, Lane::Person(_))).filter(with_file).count();
    assert_eq!(to_the_person, 2, "{sent:?}");
    let shown = li.get(&page_of(&receipt)).await.page;
    assert!(shown.contains(&format!("{}/file/{}", page_of(&receipt), kept[0].0.0)));
    // A note with nothing but a file.
    let mark = between(&shown, "id=\"note\"", "</form>").map(|form| album(&form)).expect("a note");
    let noted = sends(&mut li, &format!("{}/note", page_of(&receipt)), (&[("album", &mark)], &[("a.txt", b"for us")])).await;
    assert_eq!(noted.status, StatusCode::SEE_OTHER, "{}", noted.page);
    assert_eq!(files(&office, &receipt).await.len(), 1);
    assert!(house.sent().await.iter().all(|delivery| !matches!(delivery.lane, Lane::Person(_))), "the person never sees it");
}

#[tokio::test]
async fn a_visitor_of_the_page_gets_the_file_where_they_wrote_and_nobody_else_does() {
    let office = Office::open().await;
    let receipt = report(&office.desk).await;
    let house = &office.desk.house.office;
    let pages = Pages::new(Arc::clone(house));
    let cookie = "ab".repeat(24);
    let route = pages.route(cookie.as_bytes());
    let writes = vec![Write::Link(receipt.clone(), house.person(&route), route.clone())];
    house.store.commit(Commit { writes, ..Commit::default() }).await.expect("linked");
    let mut li = office.browser("li").await;
    let page = li.get(&page_of(&receipt)).await.page;
    assert!(page.contains("Up to 10 files of 200 MB each"), "what reaches a page may be larger");
    let (seen_now, mark) = (seen(&page), album(&page));
    let fields = [("seen", seen_now.as_str()), ("album", &mark), ("text", "See the picture.")];
    let done = sends(&mut li, &format!("{}/reply", page_of(&receipt)), (&fields, &[("place.jpg", &picture())])).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.page);
    let mut number = None;
    for delivery in house.store.deliveries(None, 100).await.expect("deliveries") {
        if delivery.lane == Lane::Person(route.clone()) {
            let Sent::Done(writes) = pages.send(&delivery).await else { panic!("a page takes it") };
            house.store.commit(Commit { writes, ..Commit::default() }).await.expect("a line");
            number = message(&delivery).and_then(|message| message.file).map(|_| delivery.id.0).or(number);
        }
    }
    let number = number.expect("a line with a file");
    let visits = |cookie: String, path: String| {
        let routes = office.routes.clone();
        async move {
            let request = Request::builder().uri(path).header(header::COOKIE, format!("__Host-visitor={cookie}"));
            let request = request.header(header::ACCEPT, "text/html; fragment").header(header::HOST, "127.0.0.1:8080");
            let answer = routes.oneshot(request.body(Body::empty()).expect("a request")).await.expect("an answer");
            let (parts, body) = answer.into_parts();
            (parts, axum::body::to_bytes(body, 4 << 20).await.expect("whole").to_vec())
        }
    };
    let (_, shown) = visits(cookie.clone(), "/since?after=0".to_owned()).await;
    let shown = String::from_utf8_lossy(&shown).into_owned();
    assert!(shown.contains(&format!("href=\"/file/{number}\"")) && shown.contains("place.jpg"), "{shown}");
    let (parts, content) = visits(cookie.clone(), format!("/file/{number}")).await;
    assert_eq!(parts.status, StatusCode::OK);
    assert!(parts.headers[header::CONTENT_DISPOSITION].to_str().expect("text").starts_with("attachment"));
    assert!(content.starts_with(b"\xff\xd8") && !content.windows(PLACE.len()).any(|part| part == PLACE), "where it was taken is gone");
    for (cookie, path) in
        [("cd".repeat(24), format!("/file/{number}")), (cookie.clone(), format!("/file/{}", number + 1)), (cookie, "/file/0".to_owned())]
    {
        assert_eq!(visits(cookie, path).await.0.status, StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn what_is_not_taken_stops_the_reply_and_the_rest_waits_for_the_next_try() {
    let office = Office::at(Desk::at(House::with("[limits]\nfile_mb = 1\n").await)).await;
    let receipt = report(&office.desk).await;
    let path = format!("{}/reply", page_of(&receipt));
    let mut li = office.browser("li").await;
    let page = li.get(&page_of(&receipt)).await.page;
    assert!(page.contains("Up to 10 files of 1 MB each"));
    let (seen_now, mark) = (seen(&page), album(&page));
    let fields = [("seen", seen_now.as_str()), ("album", mark.as_str()), ("text", "Here it is")];
    let huge = vec![b'x'; 1_200_000];
    let program = b"MZ\x90\x00\x03\x00\x00\x00\x04\x00\x00\x00\xff\xff\x00\x00".repeat(16);
    for (name, content) in
        [("page.txt", PAGE), ("page.html", b"hello" as &[u8]), ("tool.pdf", &program), ("huge.txt", &huge), ("none.txt", b"")]
    {
        let came = sends(&mut li, &path, (&fields, &[("good.txt", b"good"), (name, content)])).await;
        assert_eq!(came.status, StatusCode::UNPROCESSABLE_ENTITY, "{name}: {}", came.page);
        assert!(came.page.contains(&format!("{name} was not taken")), "{name}: {}", came.page);
        let field = between(&came.page, "<textarea id=\"reply-text\"", "</textarea>").expect("the field");
        assert!(field.ends_with("Here it is"), "the words are still there");
        // What was good waits; it is left out of the next try here, so that only one of it goes in the end.
        let left = between(&came.page, "name=\"drop\" value=\"", "\"").expect("a box to leave it out");
        assert_eq!(album(&came.page), mark);
        let none: [File; 0] = [];
        let empty = sends(&mut li, &path, (&[("seen", &seen_now), ("album", &mark), ("text", " "), ("drop", &left)], &none)).await;
        assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY, "neither words nor files");
        assert_eq!(waiting(&office, ("li", &mark)), 0, "{name}");
    }
    let many: Vec<File> = (0..=MOST).map(|_| ("a.txt", b"a" as &[u8])).collect();
    let came = sends(&mut li, &path, (&fields, &many)).await;
    assert_eq!(came.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(came.page.contains("At most 10 files"), "{}", came.page);
    assert_eq!(office.ticket(&receipt).await.body.history.len(), 1, "nothing was sent all the while");
    let left = between(&came.page, "name=\"drop\" value=\"", "\"").expect("a box to leave it out");
    let none: [File; 0] = [];
    let fields = [("seen", seen_now.as_str()), ("album", mark.as_str()), ("text", "Here it is"), ("drop", left.as_str())];
    let done = sends(&mut li, &path, (&fields, &none)).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.page);
    assert_eq!(files(&office, &receipt).await.len(), MOST, "the files that had come in went without being chosen again");
    assert_eq!(waiting(&office, ("li", &mark)), 0);
}

#[tokio::test]
async fn only_whoever_may_act_sends_files_and_only_with_the_token_first() {
    let office = Office::open().await;
    let receipt = report(&office.desk).await;
    let path = format!("{}/reply", page_of(&receipt));
    let file: [File; 1] = [("a.txt", b"a")];
    for (name, status) in [("eve", StatusCode::FORBIDDEN), ("ann", StatusCode::NOT_FOUND)] {
        let mut browser = office.browser(name).await;
        browser.get("/desk/account").await;
        assert_eq!(sends(&mut browser, &path, (&[("seen", "1"), ("text", "x")], &file)).await.status, status, "{name}");
    }
    let mut li = office.browser("li").await;
    li.get(&page_of(&receipt)).await;
    for fields in [&[("seen", "1"), ("text", "x")][..], &[("token", "0"), ("seen", "1")]] {
        assert_eq!(posts(&mut li, &path, (fields, &file)).await.status, StatusCode::FORBIDDEN);
    }
    let nothing = Receipt::new("WH", "2020-01-01".parse().expect("a day"), [1; 5]);
    let unknown = sends(&mut li, &format!("{}/reply", page_of(&nothing)), (&[("seen", "1")], &file)).await;
    assert_eq!(unknown.status, StatusCode::NOT_FOUND);
    assert_eq!(office.ticket(&receipt).await.body.history.len(), 1);
    assert!(office.desk.house.office.vault.list().expect("the vault").is_empty(), "nothing was kept");
}

#[tokio::test]
async fn of_two_replies_with_files_at_once_one_goes_out_and_no_file_stays_behind() {
    let office = Office::open().await;
    let receipt = report(&office.desk).await;
    let house = &office.desk.house;
    let (mut li, mut wang) = (office.browser("li").await, office.browser("wang").await);
    let path = format!("{}/reply", page_of(&receipt));
    let (a, b) = (li.get(&page_of(&receipt)).await.page, wang.get(&page_of(&receipt)).await.page);
    let (seen_now, ours, theirs) = (seen(&a), album(&a), album(&b));
    let one = [("seen", seen_now.as_str()), ("album", &ours), ("text", "From li")];
    let other = [("seen", seen_now.as_str()), ("album", &theirs), ("text", "From wang")];
    let file: [File; 1] = [("li.txt", b"of li")];
    let second: [File; 1] = [("wang.txt", b"of wang")];
    let (first, last) = tokio::join!(sends(&mut li, &path, (&one, &file)), sends(&mut wang, &path, (&other, &second)));
    let mut statuses = [first.status, last.status];
    statuses.sort();
    assert_eq!(statuses, [StatusCode::SEE_OTHER, StatusCode::CONFLICT]);
    assert_eq!(files(&office, &receipt).await.len(), 1);
    let (lost, who, mark, name, mut again) = match first.status {
        StatusCode::CONFLICT => (first, "li", ours, "li.txt", li),
        _ => (last, "wang", theirs, "wang.txt", wang),
    };
    assert!(lost.page.contains("name=\"drop\"") && lost.page.contains(name), "the file is still in the form: {}", lost.page);
    assert_eq!(waiting(&office, (who, &mark)), 1);
    let none: [File; 0] = [];
    let mut other = if who == "li" { office.browser("wang").await } else { office.browser("li").await };
    other.get(&page_of(&receipt)).await;
    let seen_later = seen(&lost.page);
    let stolen = sends(&mut other, &path, (&[("seen", &seen_later), ("album", &mark), ("text", " ")], &none)).await;
    assert_eq!(stolen.status, StatusCode::UNPROCESSABLE_ENTITY, "a mark is nothing to a colleague");
    let fields = [("seen", seen_later.as_str()), ("album", mark.as_str()), ("text", "")];
    let sent = sends(&mut again, &path, (&fields, &none)).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "having read it they send it after all: {}", sent.page);
    assert_eq!(files(&office, &receipt).await.len(), 1);
    assert_eq!(waiting(&office, (who, &mark)), 0);
    // What a lost try may have left in the vault goes with the sweep, what tickets mention stays.
    keep_house(&house.office).await.expect("a clean house");
    let vault = house.office.vault.clone();
    assert_eq!(vault.list().expect("the vault").len(), 2);
    let mut kept = std::collections::HashSet::new();
    for record in house.office.store.all_evidence(None, 100).await.expect("records") {
        if let FileStatus::Kept { sha256, .. } = record.status {
            kept.insert(vault.id_of(&sha256.parse().expect("a hash")));
        }
    }
    let swept = vault.sweep(|id| kept.contains(id), SystemTime::now() + Duration::from_secs(60)).expect("swept");
    assert_eq!((swept.orphans, kept.len()), (0, 2), "no file that no ticket mentions");
}

#[tokio::test]
async fn whoever_comes_with_the_access_code_gets_the_files_of_the_replies() {
    let office = Office::open().await;
    let receipt = report(&office.desk).await;
    let house = &office.desk.house;
    let code = house.ever_sent().iter().filter_map(message).find_map(|message| between(&message.text, "Access code: <code>", "</code>"));
    let code = code.expect("an access code");
    let mut li = office.browser("li").await;
    let page = li.get(&page_of(&receipt)).await.page;
    let (seen_now, mark) = (seen(&page), album(&page));
    let fields = [("seen", seen_now.as_str()), ("album", &mark), ("text", "See the file.")];
    sends(&mut li, &format!("{}/reply", page_of(&receipt)), (&fields, &[("how.txt", b"Fill in page 1.")])).await;
    let file = files(&office, &receipt).await[0].0;
    house.sent().await;
    for (chat, typed, comes) in [(888, code.as_str(), true), (889, "AAAAAAAA", false)] {
        let begin = Said::Command { name: "start".to_owned(), rest: house.office.rules().follow.to_string() };
        for said in [begin, Said::Text(receipt.to_string()), Said::Text(typed.to_owned())] {
            house.person(chat, "en", said).await;
        }
        let sent = house.sent().await;
        assert_eq!(sent.iter().filter_map(message).any(|message| message.file == Some(file)), comes, "{chat}: {sent:?}");
    }
}

// --- The same matter --------------------------------------------------------------------------------------------------

/// A second report, so that there are two.
async fn two(office: &Office) -> (Receipt, Receipt) {
    let first = report(&office.desk).await;
    office.desk.house.clock.pass(chrono::Duration::minutes(11));
    let second = report(&office.desk).await;
    assert_ne!(first, second);
    (first, second)
}

#[tokio::test]
async fn two_tickets_are_linked_in_one_commit_told_on_both_pages_and_the_link_is_taken_back() {
    let office = Office::open().await;
    let (one, other) = two(&office).await;
    let house = &office.desk.house;
    house.sent().await;
    let mut li = office.browser("li").await;
    li.get(&page_of(&one)).await;
    let same = format!("{}/same", page_of(&one));
    let done = li.submit(&same, &[("to", &other.as_str().to_lowercase())]).await;
    assert_eq!(done.to, Some(page_of(&one)), "{}", done.page);
    let audited = office.desk.audited().await;
    assert_eq!(audited.iter().filter(|entry| **entry == format!("clerk:li linked {other}")).count(), 1, "one entry: {audited:?}");
    assert!(!audited.iter().any(|entry| *entry == format!("clerk:li linked {one}")));
    assert!(to_person(&house.sent().await).is_empty(), "the person is told nothing");
    for (page, link) in [(&one, &other), (&other, &one)] {
        let shown = li.get(&page_of(page)).await.page;
        let boxed = between(&shown, "id=\"same\"", "</section>").expect("the box");
        assert!(boxed.contains(&format!("href=\"{}\"", page_of(link))) && boxed.contains("/apart\""), "{boxed}");
        let story = between(&shown, "id=\"timeline\"", "</ol>").expect("the story");
        assert!(story.contains("same matter") && story.contains(&format!("href=\"{}\"", page_of(link))), "{story}");
    }
    let nothing = Receipt::new("WH", "2020-01-01".parse().expect("a day"), [1; 5]);
    for (to, why) in [
        (other.as_str(), "linked already"),
        (one.as_str(), "linked with itself"),
        (nothing.as_str(), "no other case"),
        ("x", "no other case"),
        ("", "no other case"),
    ] {
        let refused = li.submit(&same, &[("to", to)]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{to}");
        assert!(refused.page.contains(why), "{to}: {}", refused.page);
    }
    assert_eq!(office.ticket(&one).await.body.history.len(), 2);
    // From the other end.
    li.get(&page_of(&other)).await;
    let apart = format!("{}/apart", page_of(&other));
    assert_eq!(li.submit(&apart, &[("from", one.as_str())]).await.status, StatusCode::SEE_OTHER);
    for receipt in [&one, &other] {
        let ticket = office.ticket(receipt).await;
        assert!(ticket.body.same.is_empty() && matches!(ticket.body.history.last().expect("a line").what, What::Unlinked { .. }));
    }
    li.get(&page_of(&other)).await;
    let again = li.submit(&apart, &[("from", one.as_str())]).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(again.page.contains("not linked"), "{}", again.page);
}

#[tokio::test]
async fn a_ticket_of_a_queue_that_is_not_theirs_is_linked_by_nobody_and_closed_ones_can_be_linked() {
    let office = Office::open().await;
    let (one, other) = two(&office).await;
    let act = |receipt: &Receipt, act| Asked {
        by: By::Operator,
        receipt: receipt.clone(),
        act,
        place: Where::Elsewhere,
        event: None,
        files: Vec::new(),
    };
    let transfer = Act::Transfer { to: "ENF".into(), reason: "theirs".to_owned() };
    perform(&office.desk.house.office, act(&other, transfer)).await.expect("passed on");
    let mut wang = office.browser("wang").await;
    wang.get(&page_of(&one)).await;
    let refused = wang.submit(&format!("{}/same", page_of(&one)), &[("to", other.as_str())]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.page.contains("no other case"), "as if it were not there: {}", refused.page);
    let mut eve = office.browser("eve").await;
    eve.get("/desk/account").await;
    assert_eq!(eve.submit(&format!("{}/same", page_of(&one)), &[("to", other.as_str())]).await.status, StatusCode::FORBIDDEN);
    assert!(office.ticket(&one).await.body.same.is_empty() && office.ticket(&other).await.body.same.is_empty());
    let script = office.desk.house.office.script.load();
    let rules = script.flows.get(&"human-contact".into()).and_then(|flow| flow.submit.clone()).expect("a form");
    let outcome = outcomes(&rules).last().expect("an outcome").clone();
    perform(&office.desk.house.office, act(&other, Act::Close { outcome, reason: "done".to_owned() })).await.expect("closed");
    let mut li = office.browser("li").await;
    li.get(&page_of(&one)).await;
    assert_eq!(li.submit(&format!("{}/same", page_of(&one)), &[("to", other.as_str())]).await.status, StatusCode::SEE_OTHER);
    // Wang sees that there is a link, and nothing of the other case; they can take it back all the same.
    let shown = wang.get(&page_of(&one)).await.page;
    let boxed = between(&shown, "id=\"same\"", "</section>").expect("the box");
    assert!(boxed.contains("in a queue that you do not see") && !boxed.contains(&format!("href=\"{}\"", page_of(&other))), "{boxed}");
    assert_eq!(wang.submit(&format!("{}/apart", page_of(&one)), &[("from", other.as_str())]).await.status, StatusCode::SEE_OTHER);
    assert!(office.ticket(&other).await.body.same.is_empty());
}

#[tokio::test]
async fn tickets_of_the_same_party_are_offered_for_linking() {
    let office = Office::open().await;
    let one = office.keep(office.made((1, &"counterfeit-report".into(), "DESK"))).await;
    let other = office.keep(office.made((2, &"counterfeit-report".into(), "DESK"))).await;
    office.settled().await;
    let mut li = office.browser("li").await;
    let offered =
        |page: &str| between(page, "id=\"links\"", "</section>").expect("the box").contains(&format!("name=\"to\" value=\"{other}\""));
    assert!(offered(&li.get(&page_of(&one)).await.page));
    li.submit(&format!("{}/same", page_of(&one)), &[("to", other.as_str())]).await;
    assert!(!offered(&li.get(&page_of(&one)).await.page), "it is linked now");
}

// --- Handing over -----------------------------------------------------------------------------------------------------

/// A report of Zhang Wei with a phone number, linked to a person on Telegram.
async fn named(office: &Office) -> Receipt {
    let receipt = office.keep(office.made((3, &"counterfeit-report".into(), "DESK"))).await;
    let route = ip_office_bot::message::Route::telegram(501);
    let house = &office.desk.house;
    let writes = vec![Write::Link(receipt.clone(), house.office.person(&route), route)];
    house.office.store.commit(Commit { writes, ..Commit::default() }).await.expect("linked");
    house.person(501, "zh-hans", Said::Command { name: "start".to_owned(), rest: String::new() }).await;
    house.sent().await;
    receipt
}

async fn reach(office: &Office, receipt: &Receipt, state: &str) {
    let act = Act::SetState { to: state.into(), reason: None };
    let request = Asked { by: By::Clerk(id("li")), receipt: receipt.clone(), act, place: Where::Elsewhere, event: None, files: Vec::new() };
    perform(&office.desk.house.office, request).await.expect("the state is set");
    office.desk.house.sent().await;
}

#[tokio::test]
async fn what_is_not_personal_is_handed_over_and_the_person_and_the_letter_say_to_whom_what_and_why() {
    let office = Office::open().await;
    let receipt = named(&office).await;
    let house = &office.desk.house;
    reach(&office, &receipt, "received").await;
    let mut li = office.browser("li").await;
    let path = format!("{}/hand-over", page_of(&receipt));
    let page = li.get(&path).await.page;
    assert!(page.contains("value=\"transferred\"") && !page.contains("13800138000") && !page.contains("Zhang Wei"), "{page}");
    let seen_now = seen(&page);
    let fields = [
        ("seen", seen_now.as_str()),
        ("name", "Hongshan <b> bureau"),
        ("address", "1 Somewhere Road"),
        ("answer", "facts"),
        ("answer", "district"),
        ("reason", "由那边管"),
        ("law", "某法第一条"),
        ("basis", "none"),
        ("state", "transferred"),
        ("do", "hand"),
    ];
    let done = li.submit(&path, &fields).await;
    assert_eq!(done.to, Some(format!("{}/letter/1", page_of(&receipt))), "{}", done.page);
    let ticket = office.ticket(&receipt).await;
    assert!(ticket.head.closed.is_some() && ticket.head.state.as_str() == "transferred", "the chain ends there");
    let said = to_person(&house.sent().await);
    assert_eq!(said.len(), 1);
    for words in ["Hongshan <b> bureau", "1 Somewhere Road", "由那边管", "某法第一条", "就办结了"] {
        assert!(said[0].contains(words), "{words}: {said:?}");
    }
    let audited = office.desk.audited().await;
    assert!(audited.iter().any(|entry| entry == "clerk:li handed-over Hongshan <b> bureau nothing-personal transferred"), "{audited:?}");
    let english = li.get(&format!("{}/letter/1", page_of(&receipt))).await.page;
    let letter = between(&english, "<article", "</article>").expect("a letter");
    for words in [
        "Transfer letter",
        "Example City IP Office",
        &format!("{receipt}-1"),
        "Hongshan &#60;b&#62; bureau",
        "1 Somewhere Road",
        "某法第一条",
        "not needed",
        "Official seal",
    ] {
        assert!(letter.contains(words), "{words}: {letter}");
    }
    assert!(!letter.contains("13800138000"), "a number in words is hidden: {letter}");
    let chinese = li.get(&format!("{}/letter/1?language=zh-Hans", page_of(&receipt))).await.page;
    let letter = between(&chinese, "<article", "</article>").expect("a letter");
    for words in ["lang=\"zh-Hans\"", "移送函", "示例市知识产权局", "公章", "不需要"] {
        assert!(letter.contains(words), "{words}: {letter}");
    }
    let story = li.get(&page_of(&receipt)).await.page;
    assert!(story.contains(&format!("href=\"{}/letter/1\"", page_of(&receipt))));
    for missing in ["0", "2", "x"] {
        assert_eq!(li.get(&format!("{}/letter/{missing}", page_of(&receipt))).await.status, StatusCode::NOT_FOUND, "{missing}");
    }
    // It is closed now: nothing more is handed over.
    let page = li.get(&path).await.page;
    assert!(page.contains("This case is closed"));
    li.get(&page_of(&receipt)).await;
    let seen_now = office.ticket(&receipt).await.body.history.len().to_string();
    let again = li.submit(&path, &[("seen", seen_now.as_str()), ("name", "A"), ("answer", "facts"), ("reason", "x"), ("do", "hand")]).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn personal_answers_go_nowhere_without_consent_or_law_and_wrong_forms_hand_nothing_over() {
    let office = Office::open().await;
    let receipt = named(&office).await;
    let mut li = office.browser("li").await;
    let path = format!("{}/hand-over", page_of(&receipt));
    let seen_now = seen(&li.get(&path).await.page);
    let base = [("seen", seen_now.as_str()), ("do", "hand")];
    let cases: [(&[(&str, &str)], &str); 9] = [
        (&[("name", "B"), ("answer", "name"), ("reason", "r"), ("basis", "none")], "personal data"),
        (&[("name", "B"), ("answer", "name"), ("reason", "r"), ("basis", "asked")], "personal data"),
        (&[("name", "B"), ("answer", "name"), ("reason", "r"), ("basis", "told"), ("how", " ")], "personal data"),
        (&[("name", "B"), ("answer", "name"), ("reason", "r"), ("basis", "law")], "personal data"),
        (&[("name", " "), ("answer", "facts"), ("reason", "r")], "name the authority"),
        (&[("name", "B"), ("reason", "r")], "at least one answer"),
        (&[("name", "B"), ("answer", "nothing"), ("reason", "r")], "at least one answer"),
        (&[("name", "B"), ("file", "77"), ("reason", "r")], "at least one answer"),
        (&[("name", "B"), ("answer", "facts"), ("reason", " ")], "Nothing has been written"),
    ];
    for (fields, why) in cases {
        let all: Vec<(&str, &str)> = base.iter().chain(fields).copied().collect();
        let refused = li.submit(&path, &all).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{fields:?}");
        assert!(refused.page.contains(why), "{fields:?}: {}", refused.page);
        if fields.contains(&("answer", "name")) {
            let ticked = between(&refused.page, "name=\"answer\" value=\"name\"", ">").expect("a box");
            assert!(ticked.contains("checked"), "what was chosen stays chosen");
        }
    }
    let late = li.submit(&path, &[("seen", "0"), ("name", "B"), ("answer", "facts"), ("reason", "r"), ("do", "hand")]).await;
    assert_eq!(late.status, StatusCode::CONFLICT, "whoever has not seen everything looks first");
    let problem = between(&late.page, "<div class=\"problem\"", "</div>").expect("what came in between");
    assert!(problem.contains("The person sent it"), "{problem}");
    let wrong_state =
        [("seen", seen_now.as_str()), ("name", "B"), ("answer", "facts"), ("reason", "r"), ("state", "punished"), ("do", "hand")];
    assert_eq!(li.submit(&path, &wrong_state).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(office.ticket(&receipt).await.body.history.len(), 1, "nothing happened");
    assert!(to_person(&office.desk.house.sent().await).is_empty());
    for (name, status) in [("eve", StatusCode::FORBIDDEN), ("ann", StatusCode::NOT_FOUND)] {
        let mut browser = office.browser(name).await;
        browser.get("/desk/account").await;
        assert_eq!(browser.get(&path).await.status, status);
        browser.get("/desk/account").await;
        assert_eq!(browser.submit(&path, &[("do", "hand")]).await.status, status, "{name}");
    }
}

#[tokio::test]
async fn the_person_is_asked_agrees_with_a_button_and_the_letter_opens_only_with_a_fresh_code() {
    let office = Office::open().await;
    let receipt = named(&office).await;
    let house = &office.desk.house;
    let mut li = office.browser("li").await;
    let path = format!("{}/hand-over", page_of(&receipt));
    let seen_now = seen(&li.get(&path).await.page);
    let wanted = [("name", "Provincial office"), ("answer", "name"), ("answer", "contact"), ("reason", "theirs")];
    let ask: Vec<(&str, &str)> = wanted.iter().copied().chain([("seen", seen_now.as_str()), ("do", "ask")]).collect();
    assert_eq!(li.submit(&path, &ask).await.to, Some(path.clone()));
    let asked = office.ticket(&receipt).await.body.history.len() - 1;
    let sent = house.sent().await;
    let question = sent.iter().filter(|delivery| matches!(delivery.lane, Lane::Person(_))).find_map(message).expect("a question");
    assert!(question.text.contains("Provincial office"), "{question:?}");
    let button = |yes: &str| question.buttons.iter().flatten().find(|button| button.token.ends_with(yes)).expect("a button").token.clone();
    let (yes, no) = (button(":yes"), button(":no"));
    assert!(yes.len() <= 64);
    // A stranger who knows the button answers for nobody.
    house.person(777, "zh-hans", Said::Press(press(yes.clone(), 1))).await;
    assert_eq!(answered(&office.ticket(&receipt).await, asked), None);
    house.person(501, "zh-hans", Said::Press(press(no, 1))).await;
    assert_eq!(answered(&office.ticket(&receipt).await, asked), Some(false));
    let page = li.get(&path).await.page;
    assert!(page.contains("did not agree"));
    let refused: Vec<(&str, &str)> = wanted.iter().copied().chain([("seen", "99"), ("basis", "asked"), ("do", "hand")]).collect();
    assert_eq!(li.submit(&path, &refused).await.status, StatusCode::UNPROCESSABLE_ENTITY, "they said no");
    house.person(501, "zh-hans", Said::Press(press(yes.clone(), 1))).await;
    assert_eq!(answered(&office.ticket(&receipt).await, asked), Some(true));
    let length = office.ticket(&receipt).await.body.history.len();
    house.person(501, "zh-hans", Said::Press(press(yes, 1))).await;
    assert_eq!(office.ticket(&receipt).await.body.history.len(), length, "said again it has the effect of once");
    house.sent().await;
    let seen_now = seen(&li.get(&path).await.page);
    // To another body, or with more than was asked for, the consent does not reach.
    for other in
        [vec![("name", "Another"), ("answer", "name")], vec![("name", "Provincial office"), ("answer", "name"), ("answer", "facts")]]
    {
        let more = [("reason", "theirs"), ("seen", seen_now.as_str()), ("basis", "asked"), ("do", "hand")];
        let all: Vec<(&str, &str)> = other.into_iter().chain(more).collect();
        assert_eq!(li.submit(&path, &all).await.status, StatusCode::UNPROCESSABLE_ENTITY, "{all:?}");
    }
    let hand: Vec<(&str, &str)> = wanted.iter().copied().chain([("seen", seen_now.as_str()), ("basis", "asked"), ("do", "hand")]).collect();
    let letter = format!("{}/letter/1", page_of(&receipt));
    assert_eq!(li.submit(&path, &hand).await.to, Some(letter.clone()));
    let ticket = office.ticket(&receipt).await;
    assert!(ticket.head.closed.is_none(), "the case stays open");
    assert!(
        matches!(&ticket.body.history.last().expect("a line").what, What::HandedOver { consent: Consent::Asked(at), .. } if *at == asked)
    );
    assert!(to_person(&house.sent().await).iter().any(|said| said.contains("还没有办结")));
    let masked = li.get(&letter).await.page;
    assert!(!masked.contains("Zhang Wei") && masked.contains("Personal answers are hidden") && masked.contains("given on"), "{masked}");
    let whole = li.submit(&letter, &[("language", "zh-Hans")]).await;
    assert_eq!(whole.status, StatusCode::OK);
    let article = between(&whole.page, "<article", "</article>").expect("a letter");
    assert!(article.contains("Zhang Wei") && article.contains("移送函"), "{article}");
    assert_eq!(whole.headers[header::CACHE_CONTROL], "no-store");
    let audited = office.desk.audited().await;
    assert_eq!(audited.iter().filter(|entry| *entry == "clerk:li revealed").count(), 1, "{audited:?}");
    let mut eve = office.browser("eve").await;
    assert!(!eve.get(&letter).await.page.contains("Zhang Wei"));
    assert_eq!(eve.submit(&letter, &[]).await.status, StatusCode::FORBIDDEN, "an auditor never sees it whole");
    house.clock.pass(chrono::Duration::minutes(6));
    li.get(&letter).await;
    let later = li.submit(&letter, &[("language", "en")]).await;
    assert!(later.to.as_deref().is_some_and(|to| to.starts_with("/desk/code")) && !later.page.contains("Zhang Wei"), "{:?}", later.to);
}

#[tokio::test]
async fn consent_given_elsewhere_and_a_named_law_are_written_down_and_stand_in_the_letter() {
    let office = Office::open().await;
    let receipt = named(&office).await;
    let handing = |law: Option<&str>| Handing {
        to: outside("Some bureau"),
        reason: "theirs".to_owned(),
        law: law.map(str::to_owned),
        answers: vec!["name".into()],
        files: Vec::new(),
    };
    let told = Act::HandOver { what: handing(None), basis: Basis::Told("by phone on 23 November".to_owned()), state: None };
    let law = Act::HandOver { what: handing(Some("Some Law, art. 1")), basis: Basis::Law, state: None };
    for act in [told, law] {
        let request =
            Asked { by: By::Clerk(id("li")), receipt: receipt.clone(), act, place: Where::Elsewhere, event: None, files: Vec::new() };
        perform(&office.desk.house.office, request).await.expect("handed over");
    }
    let mut li = office.browser("li").await;
    for (n, words) in [(1, "by phone on 23 November"), (2, "allows it without")] {
        assert!(li.get(&format!("{}/letter/{n}", page_of(&receipt))).await.page.contains(words), "{n}");
    }
}

// --- The clock --------------------------------------------------------------------------------------------------------

#[tokio::test]
async fn the_law_behind_a_date_is_cited_in_the_clerks_language() {
    let office = Office::open().await;
    let receipt = office.keep(office.made((4, &"counterfeit-report".into(), "DESK"))).await;
    let mut li = office.browser("li").await;
    for (language, law, others) in
        [("en", "Patent Administrative Enforcement Measures, art. 28", "办法"), ("zh-Hans", "《专利行政执法办法》第二十八条", "art.")]
    {
        li.get("/desk/account").await;
        li.submit("/desk/account/language", &[("language", language)]).await;
        let page = li.get(&page_of(&receipt)).await.page;
        let clock = between(&page, "id=\"clock\"", "</section>").expect("a clock");
        assert!(clock.contains(law) && !clock.contains(others), "{clock}");
    }
}
