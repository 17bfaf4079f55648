//! Lists and tickets of the desk on the web, over the real routes: who sees what, what is hidden, what each act brings about, and
//! two clerks on one ticket.

use crate::accounts::{Desk, id, report};
use crate::desk_web::{Browser, between, routes_with};
use crate::support::office::{AID, DESK, message};
use axum::Router;
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use futures_util::StreamExt;
use ip_office_bot::clock::office_day;
use ip_office_bot::desk::index::{Index, follow};
use ip_office_bot::desk::{By, Request as Asked, Where, perform};
use ip_office_bot::dialog::answer::{Answer, PlaceAnswer};
use ip_office_bot::id::{Receipt, ServiceId};
use ip_office_bot::locale::Language;
use ip_office_bot::message::{StaffSaid, plain};
use ip_office_bot::store::{Commit, Delivery, Lane, Parcel, Write};
use ip_office_bot::ticket::act::{Act, Ground, begin};
use ip_office_bot::ticket::{Body as Sealed, Course, Given, Head, Ticket};
use std::sync::Arc;
use std::time::Duration;
use tower::ServiceExt;

/// An act that is tried: its route, its fields, whether it reaches the person, and what is shown then.
type Tried<'a> = (&'a str, Vec<(&'a str, &'a str)>, bool, &'a str);

static TAGS: std::sync::LazyLock<regex::Regex> = std::sync::LazyLock::new(|| regex::Regex::new("<[^>]*>").expect("a pattern"));

const NAME: &str = "Zhang Wei";
const PHONE: &str = "13800138000";

/// An office with a desk on the web.
pub struct Office {
    pub desk: Desk,
    pub routes: Router,
    pub index: Arc<Index>,
}

impl Office {
    /// Li serves all queues, Ann the assistance centre, Wang the service desk; Boss leads the enforcement section, Eve audits it.
    pub async fn open() -> Self {
        Self::at(Desk::open().await).await
    }

    /// The same at a desk with its own settings.
    pub async fn at(desk: Desk) -> Self {
        for (name, roles) in [("li", &[][..]), ("ann", &[]), ("wang", &[]), ("boss", &[]), ("eve", &["auditor@DESK"])] {
            desk.has(name, roles).await;
        }
        let index = Arc::new(Index::new(&desk.house.office.key));
        tokio::spawn(follow(Arc::clone(&index), Arc::clone(&desk.house.office), tokio_util::sync::CancellationToken::new()));
        let routes = routes_with(&desk, Arc::clone(&index));
        Self { desk, routes, index }
    }

    pub async fn browser(&self, name: &str) -> Browser {
        Browser::on(self.routes.clone(), &self.desk, name).await
    }

    /// Waits until everything that happened is in the lists.
    pub async fn settled(&self) {
        self.index.reached(self.desk.house.office.feed.cursor()).await;
        self.index.whole().await;
    }

    pub async fn ticket(&self, receipt: &Receipt) -> Ticket {
        self.desk.house.ticket(receipt).await
    }

    pub async fn act(&self, receipt: &Receipt, act: Act) {
        let by = By::Clerk(id("li"));
        let request = Asked { by, receipt: receipt.clone(), act, place: Where::Elsewhere, event: None, files: Vec::new() };
        perform(&self.desk.house.office, request).await.expect("done");
    }

    pub async fn keep(&self, ticket: Ticket) -> Receipt {
        let receipt = ticket.head.receipt.clone();
        let write = Write::Ticket(Box::new(ticket));
        self.desk.house.office.store.commit(Commit { writes: vec![write], ..Commit::default() }).await.expect("kept");
        receipt
    }

    /// A ticket as its dialog begins it, with a name, a phone number, words and a place.
    pub fn made(&self, (n, service, queue): (u8, &ServiceId, &str)) -> Ticket {
        let office = &self.desk.house.office;
        let now = office.now();
        let head = Head {
            receipt: Receipt::new("WH", office_day(now), [n % 30, n / 30, 7, 7, 7]),
            service: service.clone(),
            language: Language::chinese(),
            anonymous: false,
            urgent: n.is_multiple_of(2),
            queue: queue.into(),
            district: Some("420106".to_owned()),
            state: "submitted".into(),
            since: now,
            submitted: now,
            closed: None,
            clerk: None,
            limits: Vec::new(),
            hurried: false,
            call_back: false,
            unread: true,
            course: Course { channel: Some('w'), ..Course::default() },
            revision: 1,
        };
        let given = |text: &str, answer: Answer, personal: bool| Given {
            step: text.split('-').next_back().unwrap_or(text).into(),
            text: text.to_owned(),
            answer,
            personal,
            message: None,
        };
        let place = Answer::Place(PlaceAnswer { code: "420106".to_owned(), written: Some("汉街".to_owned()) });
        let answers = vec![
            given("party-name", Answer::Text(NAME.to_owned()), true),
            given("party-contact", Answer::Phone(PHONE.to_owned()), true),
            given("facts-facts", Answer::Text(format!("在汉街看到，电话{PHONE}")), false),
            given("place-district", place, false),
        ];
        let mut ticket = Ticket { head, body: Sealed { answers, ..Sealed::default() } };
        let script = office.script.load();
        let rules = script.flows.get(service).and_then(|flow| flow.submit.as_ref()).expect("a form");
        ticket.head.state = rules.first.clone();
        let calendar = office.calendar.load();
        begin(&mut ticket, &Ground { rules, calendar: &calendar, now });
        ticket
    }
}

pub fn page_of(receipt: &Receipt) -> String {
    format!("/desk/t/{receipt}")
}

pub fn seen(page: &str) -> String {
    between(page, "name=\"seen\" value=\"", "\"").expect("a form that says what was seen")
}

pub fn to_person(sent: &[Delivery]) -> Vec<String> {
    let lane = |delivery: &&Delivery| matches!(delivery.lane, Lane::Person(_));
    sent.iter().filter(lane).filter_map(message).map(|message| plain(&message.text)).collect()
}

fn to_group(sent: &[Delivery], group: i64) -> Vec<String> {
    let lane = |delivery: &&Delivery| delivery.lane == Lane::Group(group) && matches!(delivery.parcel, Parcel::Post { .. });
    sent.iter().filter(lane).filter_map(message).map(|message| plain(&message.text)).collect()
}

#[tokio::test]
async fn a_list_shows_the_tickets_of_ones_own_queues_and_finds_them() {
    let office = Office::open().await;
    let receipt = report(&office.desk).await;
    office.settled().await;
    for (name, sees) in [("li", true), ("wang", true), ("eve", true), ("ann", false), ("boss", false)] {
        let mut browser = office.browser(name).await;
        for path in
            ["/desk".to_owned(), "/desk?view=all".to_owned(), format!("/desk?view=all&q={receipt}"), "/desk?view=all&q=patent".to_owned()]
        {
            let came = browser.get(&path).await;
            assert_eq!(came.status, StatusCode::OK, "{name} {path}");
            assert_eq!(came.page.contains(receipt.as_str()) && came.page.contains(&page_of(&receipt)), sees, "{name} {path}");
        }
        let count = between(&browser.get("/desk").await.page, "<span class=\"count \">", "<").expect("a count");
        assert_eq!(count, if sees { "1" } else { "0" }, "{name}");
    }
    let mut li = office.browser("li").await;
    assert!(!li.get("/desk?view=closed").await.page.contains(receipt.as_str()));
    assert!(!li.get("/desk?view=all&service=counterfeit-report").await.page.contains(receipt.as_str()));
    assert!(li.get("/desk?view=all&language=en&urgent=no&page=99").await.page.contains(receipt.as_str()));
}

#[tokio::test]
async fn a_page_beyond_the_last_is_the_last_and_each_ticket_stands_on_one_page() {
    let office = Office::open().await;
    for n in 0..60 {
        office.keep(office.made((n, &"counterfeit-report".into(), "ENF"))).await;
    }
    office.settled().await;
    let mut li = office.browser("li").await;
    let mut found = std::collections::BTreeSet::new();
    for page in 1..=3 {
        let came = li.get(&format!("/desk?page={page}&order=oldest")).await.page;
        let rows: Vec<&str> = came.split("<tr class=").skip(1).map(|row| &row[..60]).collect();
        assert_eq!(rows.len(), if page == 3 { 10 } else { 25 }, "page {page}");
        found.extend(rows.into_iter().map(str::to_owned));
    }
    assert_eq!(found.len(), 60);
    assert!(li.get("/desk?page=4").await.page.contains("Page 3 of 3"));
}

#[tokio::test]
async fn a_list_is_saved_under_a_name_and_nobody_else_has_it() {
    let office = Office::open().await;
    let mut li = office.browser("li").await;
    li.get("/desk?view=all&q=bicycle").await;
    let saved = li.submit("/desk/views", &[("name", "Bicycles <b>"), ("view", "all"), ("q", "bicycle")]).await;
    assert_eq!(saved.to.as_deref(), Some("/desk?view=all&q=bicycle"));
    let page = li.get("/desk").await.page;
    assert!(page.contains("Bicycles &#60;b&#62;") && page.contains("href=\"/desk?view=all&#38;q=bicycle\""), "{page}");
    let mut ann = office.browser("ann").await;
    assert!(!ann.get("/desk").await.page.contains("Bicycles"));
    let id = between(&page, "action=\"/desk/views/forget\"", "</form>").and_then(|form| between(&form, "name=\"id\" value=\"", "\""));
    let id = id.expect("a form to remove it");
    ann.submit("/desk/views/forget", &[("id", &id)]).await;
    assert!(li.get("/desk").await.page.contains("Bicycles"), "others cannot remove it");
    li.submit("/desk/views/forget", &[("id", &id)]).await;
    assert!(!li.get("/desk").await.page.contains("Bicycles"));
}

#[tokio::test]
async fn a_ticket_that_is_not_theirs_looks_like_one_that_is_not_there() {
    let office = Office::open().await;
    let receipt = report(&office.desk).await;
    let nothing = Receipt::new("WH", "2020-01-01".parse().expect("a day"), [1; 5]);
    let mut ann = office.browser("ann").await;
    let (theirs, none) = (ann.get(&page_of(&receipt)).await, ann.get(&page_of(&nothing)).await);
    assert_eq!((theirs.status, &theirs.page), (StatusCode::NOT_FOUND, &none.page));
    ann.get("/desk").await;
    let token = ann.token();
    for act in ["reply", "show", "take", "presence"] {
        let theirs = ann.post(&format!("{}/{act}", page_of(&receipt)), &[("token", &token)]).await;
        let none = ann.post(&format!("{}/{act}", page_of(&nothing)), &[("token", &token)]).await;
        assert_eq!((theirs.status, &theirs.page), (StatusCode::NOT_FOUND, &none.page), "{act}");
    }
    assert_eq!(office.ticket(&receipt).await.body.history.len(), 1);
}

#[tokio::test]
async fn personal_answers_are_hidden_until_they_are_asked_for_with_a_reason_and_a_code() {
    let office = Office::open().await;
    let receipt = office.keep(office.made((1, &"counterfeit-report".into(), "DESK"))).await;
    let page = page_of(&receipt);
    let mut li = office.browser("li").await;
    let mut eve = office.browser("eve").await;
    for browser in [&mut li, &mut eve] {
        let shown = browser.get(&page).await;
        assert_eq!(shown.status, StatusCode::OK);
        assert_eq!(shown.headers[header::CACHE_CONTROL], "no-store");
        assert!(!shown.page.contains(NAME) && !shown.page.contains(PHONE) && shown.page.contains("汉街"), "{}", shown.page);
    }
    let show = format!("{page}/show");
    assert_eq!(eve.submit(&show, &[("reason", "curious")]).await.status, StatusCode::FORBIDDEN, "an auditor never sees them");
    li.get(&page).await;
    assert_eq!(li.submit(&show, &[("reason", " ")]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    li.get(&page).await;
    let shown = li.submit(&show, &[("reason", "to call them back")]).await;
    assert_eq!(shown.status, StatusCode::OK);
    assert!(shown.page.contains(NAME) && shown.page.contains(PHONE));
    let audited = office.desk.audited().await;
    assert_eq!(audited.iter().filter(|entry| *entry == "clerk:li revealed").count(), 1, "{audited:?}");
    let again = li.get(&page).await.page;
    assert!(!again.contains(NAME) && again.contains("to call them back"), "hidden again, and the reason stands in the ticket");
    office.desk.house.clock.pass(chrono::Duration::minutes(6));
    li.get(&page).await;
    let came = li.submit(&show, &[("reason", "once more")]).await;
    assert!(came.to.as_deref().is_some_and(|to| to.starts_with("/desk/code")), "{:?}", came.to);
    assert!(!came.page.contains(NAME));
}

#[tokio::test]
async fn a_reply_from_the_web_reaches_person_and_topic_like_one_from_the_topic() {
    let office = Office::open().await;
    let receipt = report(&office.desk).await;
    let house = &office.desk.house;
    let topic = house.topic(&receipt).await;
    let command = StaffSaid::Command { name: "r".to_owned(), rest: "Please call us.".to_owned() };
    house.staff(topic.chat, Some(topic.thread), (Some(crate::support::office::LI), command)).await;
    let from_topic = to_person(&house.sent().await);
    let mut li = office.browser("li").await;
    let page = li.get(&page_of(&receipt)).await.page;
    let done = li.submit(&format!("{}/reply", page_of(&receipt)), &[("seen", &seen(&page)), ("text", "Please call us.")]).await;
    assert_eq!(done.to, Some(page_of(&receipt)));
    let sent = house.sent().await;
    assert_eq!(to_person(&sent), from_topic);
    assert!(to_group(&sent, DESK).iter().any(|post| post.contains("Please call us.") && post.contains("li")), "{sent:?}");
    let shown = li.get(&page_of(&receipt)).await.page;
    assert_eq!(shown.matches("<p class=\"words\">Please call us.</p>").count(), 2, "both stand in the story");
}

#[tokio::test]
async fn each_act_does_what_it_says_and_tells_whom_it_must() {
    let office = Office::open().await;
    let receipt = report(&office.desk).await;
    let house = &office.desk.house;
    let mut li = office.browser("li").await;
    let script = house.office.script.load();
    let rules = script.flows.get(&"human-contact".into()).and_then(|flow| flow.submit.clone()).expect("a form");
    let next = rules.states[&office.ticket(&receipt).await.head.state].next.first().expect("a next state").to_string();
    let outcome = ip_office_bot::ticket::act::outcomes(&rules).last().expect("an outcome").to_string();
    let told = "said to the person";
    let acts: [Tried; 8] = [
        ("take", vec![], false, "li"),
        ("note", vec![("text", "for colleagues")], false, "for colleagues"),
        ("state", vec![("to", &next), ("reason", told)], true, told),
        ("extend", vec![("days", "5"), ("reason", told)], true, told),
        ("release", vec![], false, "li"),
        ("pass", vec![("to", "AID"), ("reason", told)], true, told),
        ("reply", vec![("text", told)], true, told),
        ("close", vec![("outcome", &outcome), ("reason", told)], true, told),
    ];
    for (name, fields, person, words) in acts {
        let page = li.get(&page_of(&receipt)).await.page;
        let seen = seen(&page);
        let before = office.ticket(&receipt).await;
        let mut all = vec![("seen", seen.as_str())];
        all.extend(fields);
        let done = li.submit(&format!("{}/{name}", page_of(&receipt)), &all).await;
        if name == "extend" && before.head.limits.iter().all(|limit| limit.met.is_some()) {
            assert_eq!(done.status, StatusCode::UNPROCESSABLE_ENTITY, "no time limit runs");
            continue;
        }
        assert_eq!(done.status, StatusCode::SEE_OTHER, "{name}: {}", done.page);
        let after = office.ticket(&receipt).await;
        assert_eq!(after.body.history.len(), before.body.history.len() + 1, "{name}");
        let sent = house.sent().await;
        let said = to_person(&sent);
        assert_eq!(said.iter().any(|said| said.contains(words)), person, "{name}: {said:?}");
        let group = if after.head.queue.as_str() == "AID" { AID } else { DESK };
        assert!(to_group(&sent, group).iter().any(|post| post.contains(words)), "{name}: {sent:?}");
    }
    let closed = office.ticket(&receipt).await;
    assert!(closed.head.closed.is_some() && closed.head.queue.as_str() == "AID");
    let page = li.get(&page_of(&receipt)).await.page;
    let refused = li.submit(&format!("{}/take", page_of(&receipt)), &[("seen", &seen(&page))]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.page.contains("This case is closed."));
}

#[tokio::test]
async fn of_two_replies_at_once_one_goes_out_and_the_other_comes_back_with_its_words() {
    let office = Office::open().await;
    let receipt = report(&office.desk).await;
    let (mut li, mut wang) = (office.browser("li").await, office.browser("wang").await);
    let path = format!("{}/reply", page_of(&receipt));
    let (a, b) = (li.get(&page_of(&receipt)).await.page, wang.get(&page_of(&receipt)).await.page);
    let (a, b) = (seen(&a), seen(&b));
    office.desk.house.sent().await;
    let first = [("seen", a.as_str()), ("text", "The first answer")];
    let second = [("seen", b.as_str()), ("text", "The second answer")];
    let (first, second) = tokio::join!(li.submit(&path, &first), wang.submit(&path, &second));
    let mut statuses = [first.status, second.status];
    statuses.sort();
    assert_eq!(statuses, [StatusCode::SEE_OTHER, StatusCode::CONFLICT]);
    let (own, other, lost, mut again) = match first.status {
        StatusCode::CONFLICT => ("The first answer", "The second answer", first, li),
        _ => ("The second answer", "The first answer", second, wang),
    };
    assert_eq!(to_person(&office.desk.house.sent().await).len(), 1);
    let field = between(&lost.page, "<textarea id=\"reply-text\"", "</textarea>").expect("the field");
    assert!(field.ends_with(own), "{field}");
    let problem = between(&lost.page, "<div class=\"problem\"", "</div>").expect("what came in between");
    assert!(problem.contains(other), "{problem}");
    let sent = again.submit(&path, &[("seen", &seen(&lost.page)), ("text", own)]).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "having read it they send it after all");
    assert_eq!(to_person(&office.desk.house.sent().await).len(), 1);
}

#[tokio::test]
async fn a_colleague_who_only_looks_is_in_nobodys_way_and_an_act_without_what_was_seen_is_none() {
    let office = Office::open().await;
    let receipt = report(&office.desk).await;
    let mut li = office.browser("li").await;
    let page = li.get(&page_of(&receipt)).await.page;
    office.act(&receipt, Act::Reveal { reason: "to call".to_owned() }).await;
    let path = format!("{}/reply", page_of(&receipt));
    assert_eq!(li.submit(&path, &[("seen", &seen(&page)), ("text", "hello")]).await.status, StatusCode::SEE_OTHER);
    li.get(&page_of(&receipt)).await;
    for seen in ["", "x", "0"] {
        assert_eq!(li.submit(&path, &[("seen", seen), ("text", "hello again")]).await.status, StatusCode::CONFLICT, "{seen}");
    }
}

#[tokio::test]
async fn a_ticket_of_every_service_has_a_page_in_both_languages() {
    let office = Office::open().await;
    let script = office.desk.house.office.script.load();
    let services: Vec<ServiceId> = script.flows.iter().filter(|flow| flow.submit.is_some()).map(|flow| flow.service.clone()).collect();
    assert!(services.len() > 20, "{}", services.len());
    let mut li = office.browser("li").await;
    for (n, service) in (0..).zip(&services) {
        office.keep(office.made((n, service, "ENF"))).await;
    }
    office.settled().await;
    for language in ["en", "zh-Hans"] {
        li.get("/desk/account").await;
        li.submit("/desk/account/language", &[("language", language)]).await;
        for (n, service) in (0..).zip(&services) {
            let receipt = office.made((n, service, "ENF")).head.receipt;
            for path in [page_of(&receipt), format!("{}/prepared", page_of(&receipt))] {
                let came = li.get(&path).await;
                assert_eq!(came.status, StatusCode::OK, "{service} {language}");
                let id = ["deskweb-", &format!("{service}-state"), &format!("{service}-deadline"), "told-", "ticket-state"];
                let visible = TAGS.replace_all(&came.page, " ").into_owned();
                for id in id {
                    assert!(!visible.contains(id), "{service} {language} {path}: a text is missing: {id}");
                }
            }
            for reply in &script.flows.get(service).and_then(|flow| flow.submit.as_ref()).expect("a form").replies {
                let came = li.get(&format!("{}/prepared?name={reply}", page_of(&receipt))).await;
                assert_eq!(came.status, StatusCode::OK, "{service} {language} {reply}");
            }
        }
        let list = li.get("/desk?view=all").await;
        assert_eq!(list.status, StatusCode::OK);
        assert!(list.page.contains("id=\"list\""));
    }
    assert_eq!(script.texts.missing(), 0, "no page asked for a text that is not there");
}

/// What a stream says next.
pub async fn next(stream: &mut (impl futures_util::Stream<Item = Result<axum::body::Bytes, axum::Error>> + Unpin)) -> String {
    let next = tokio::time::timeout(Duration::from_secs(20), stream.next()).await.expect("it says something in time");
    String::from_utf8_lossy(&next.expect("it goes on").expect("it is whole")).into_owned()
}

pub async fn listen(office: &Office, browser: &Browser, (path, last): (&str, Option<&str>)) -> axum::body::BodyDataStream {
    let request = browser.request("GET", path).header(header::ACCEPT, "text/event-stream");
    let request = last.iter().fold(request, |request, last| request.header("last-event-id", *last));
    let request: Request<Body> = request.body(Body::empty()).expect("a request");
    let answer = office.routes.clone().oneshot(request).await.expect("routes always answer");
    assert_eq!(answer.status(), StatusCode::OK);
    answer.into_body().into_data_stream()
}

#[tokio::test]
async fn pages_are_told_what_is_new_and_miss_nothing_after_a_lost_line() {
    let office = Office::open().await;
    let receipt = report(&office.desk).await;
    let mut li = office.browser("li").await;
    let address = between(&li.get(&page_of(&receipt)).await.page, "data-events=\"", "\"").expect("an address").replace("&#38;", "&");
    // It happens after the page was made and before its stream opens.
    office.act(&receipt, Act::Note { words: "one".to_owned(), files: Vec::new() }).await;
    let mut stream = listen(&office, &li, (&address, None)).await;
    let told = next(&mut stream).await;
    assert!(told.contains("event: ticket") && told.contains("data:"), "{told}");
    let last = between(&told, "id: ", "\n").expect("a place in the feed");
    drop(stream);
    office.act(&receipt, Act::Note { words: "two".to_owned(), files: Vec::new() }).await;
    let mut stream = listen(&office, &li, (&address, Some(&last))).await;
    assert!(next(&mut stream).await.contains("event: ticket"), "what happened while the line was lost");
    // Of another run of the counter: everything is read again.
    let mut stream = listen(&office, &li, (&address, Some("1-1"))).await;
    assert!(next(&mut stream).await.contains("event: ticket"));

    let list = between(&li.get("/desk").await.page, "data-events=\"", "\"").expect("an address");
    let mut stream = listen(&office, &li, (&list, None)).await;
    office.act(&receipt, Act::Transfer { to: "AID".into(), reason: "theirs".to_owned() }).await;
    assert!(next(&mut stream).await.contains("event: list"));
}

#[tokio::test]
async fn one_learns_who_else_has_a_ticket_open_and_whose_page_it_is_no_more() {
    let office = Office::open().await;
    let receipt = report(&office.desk).await;
    let (mut li, mut wang) = (office.browser("li").await, office.browser("wang").await);
    let address = between(&wang.get(&page_of(&receipt)).await.page, "data-events=\"", "\"").expect("an address").replace("&#38;", "&");
    let mut stream = listen(&office, &wang, (&address, None)).await;
    li.get(&page_of(&receipt)).await;
    let here = format!("{}/presence", page_of(&receipt));
    assert_eq!(li.submit(&here, &[("typing", "1")]).await.status, StatusCode::NO_CONTENT);
    let told = next(&mut stream).await;
    assert!(told.contains("event: presence") && told.contains("li has this case open and is typing"), "{told}");
    assert!(wang.get(&page_of(&receipt)).await.page.contains("li has this case open and is typing"));
    assert!(!li.get(&page_of(&receipt)).await.page.contains("has this case open"), "nobody is told of themselves");
    office.act(&receipt, Act::Transfer { to: "AID".into(), reason: "theirs".to_owned() }).await;
    assert!(next(&mut stream).await.contains("event: end"), "it is in a queue that wang does not see");
    assert_eq!(wang.get(&page_of(&receipt)).await.status, StatusCode::NOT_FOUND);
}
