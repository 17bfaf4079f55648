//! What the office changes itself, over the real routes of the desk: it holds at once and everywhere, has a history, can be put
//! back; what cannot be used is refused with its reasons; two at once lose nothing.

use crate::accounts::{Desk, report};
use crate::desk_web::{Browser, Came, between, routes};
use crate::support::office::message;
use crate::support::process::{Counter, Settings};
use axum::body::Body;
use axum::http::{StatusCode, header};
use ip_office_bot::account::Denied;
use ip_office_bot::hook;
use ip_office_bot::id::ServiceId;
use ip_office_bot::intake::file::{Filing, NotFiled};
use ip_office_bot::locale::{Language, Text};
use ip_office_bot::message::{Said, plain};
use ip_office_bot::program::token;
use ip_office_bot::setting::{self, Key};
use std::collections::BTreeSet;
use std::time::{Duration, Instant};

/// An office with two administrators, and routes that both are before.
struct Office {
    desk: Desk,
    routes: axum::Router,
}

impl Office {
    async fn open() -> Self {
        let desk = Desk::open().await;
        for (name, roles) in
            [("head", &["administrator"][..]), ("deputy", &["administrator"]), ("part", &["administrator@ENF", "clerk@AID"])]
        {
            desk.has(name, roles).await;
        }
        let routes = routes(&desk);
        Self { desk, routes }
    }

    async fn browser(&self, name: &str) -> Browser {
        Browser::on(self.routes.clone(), &self.desk, name).await
    }

    /// A form of a key is opened and sent with these fields.
    async fn set(&self, browser: &mut Browser, key: &str, fields: &[(&str, &str)]) -> Came {
        browser.get(&edit(key)).await;
        let seen = between(&browser.page, "name=\"seen\" value=\"", "\"").expect("a form");
        self.send(browser, key, (&seen, fields)).await
    }

    async fn send(&self, browser: &mut Browser, key: &str, (seen, fields): (&str, &[(&str, &str)])) -> Came {
        let mut all = vec![("key", key), ("seen", seen), ("do", "save")];
        all.extend_from_slice(fields);
        browser.submit("/desk/settings/edit", &all).await
    }

    /// What somebody sees on Telegram after this.
    async fn sees(&self, chat: i64, what: Said) -> String {
        self.desk.house.sent().await;
        self.desk.house.person(chat, "en", what).await;
        let sent = self.desk.house.sent().await;
        sent.iter().filter_map(message).map(|message| plain(&message.text)).collect::<Vec<_>>().join("\n")
    }

    /// A request is filed; the queue that it came to.
    async fn filed(&self, service: &str) -> Result<String, NotFiled> {
        let answers = [("why".into(), vec!["I got a letter".to_owned()])].into();
        let filing = Filing { service: service.to_owned(), answers, passes: BTreeSet::new(), ..Filing::default() };
        let filed = self.desk.house.intake.file(&filing, &|_| Vec::new()).await?;
        Ok(self.desk.house.ticket(&filed.0.receipt).await.head.queue.to_string())
    }
}

fn edit(key: &str) -> String {
    format!("/desk/settings/edit?key={}", ip_office_bot::web::desk::quoted(key))
}

fn start(service: &str) -> Said {
    Said::Command { name: "start".to_owned(), rest: service.to_owned() }
}

const NAMES: [(&str, &str); 2] = [("name-zh-Hans", "夜间组"), ("name-en", "Night section")];

#[tokio::test]
async fn settings_are_for_administrators_of_the_whole_office() {
    let office = Office::open().await;
    let mut part = office.browser("part").await;
    for path in
        ["/desk/settings", "/desk/settings/list?kind=queue", "/desk/settings/content", "/desk/settings/hooks", "/desk/settings/tokens"]
    {
        assert_eq!(part.get(path).await.status, StatusCode::FORBIDDEN, "{path}");
    }
    part.get("/desk/account").await;
    assert_eq!(office.send(&mut part, "office", ("0", &[("phone", "1")])).await.status, StatusCode::FORBIDDEN);
    let mut head = office.browser("head").await;
    for kind in ["queue", "window", "calendar", "notice", "reply", "service"] {
        let shown = head.get(&format!("/desk/settings/list?kind={kind}")).await;
        assert_eq!(shown.status, StatusCode::OK, "{kind}");
        assert!(!shown.page.contains("[deskweb-"), "{kind}: a text is missing");
    }
    for path in ["", "/data", "/content", "/hooks", "/tokens", "/history"] {
        let shown = head.get(&format!("/desk/settings{path}")).await;
        assert_eq!(shown.status, StatusCode::OK, "{path}");
        assert!(!shown.page.contains("[deskweb-") && shown.page.contains("aria-current"), "{path}");
    }
    assert!(head.get("/desk/account").await.page.contains("href=\"/desk/settings\""));
}

#[tokio::test]
async fn a_queue_is_made_takes_its_cases_is_emptied_closed_and_removed() {
    let office = Office::open().await;
    let mut head = office.browser("head").await;
    head.get("/desk/settings/edit?kind=queue").await;
    let one =
        head.submit("/desk/settings/edit", &[("kind", "queue"), ("id", "NIGHT"), ("name-en", "Night section"), ("services", "none")]).await;
    assert_eq!(one.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(one.page.contains("both languages") && one.page.contains("no service none") && one.page.contains("value=\"Night section\""));
    let taken = head.submit("/desk/settings/edit", &[("kind", "queue"), ("id", "ENF"), NAMES[0], NAMES[1]]).await;
    assert_eq!(taken.status, StatusCode::UNPROCESSABLE_ENTITY);
    let odd = head.submit("/desk/settings/edit", &[("kind", "queue"), ("id", "a/b"), NAMES[0], NAMES[1]]).await;
    assert_eq!(odd.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(office.filed("human-contact").await.expect("filed"), "DESK");
    let fields = [("kind", "queue"), ("id", "NIGHT"), NAMES[0], NAMES[1], ("services", "human-contact")];
    let made = head.submit("/desk/settings/edit", &fields).await;
    assert_eq!(made.to.as_deref(), Some("/desk/settings/edit?key=queue/NIGHT&done=saved"));
    assert_eq!(office.filed("human-contact").await.expect("filed"), "NIGHT");
    let claimed = office.set(&mut head, "queue/AID", &[("name-zh-Hans", "援"), ("name-en", "Aid"), ("services", "human-contact")]).await;
    assert_eq!(claimed.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(claimed.page.contains("Night section"), "the queue that has them is named");
    // Somebody is put into it, and sees it.
    head.get(&edit("queue/NIGHT")).await;
    let member = head.submit("/desk/settings/members", &[("key", "queue/NIGHT"), ("who", "ann"), ("role", "clerk")]).await;
    assert_eq!(member.to.as_deref(), Some("/desk/settings/edit?key=queue/NIGHT&done=members"));
    let rights = office.desk.house.office.roster.load().rights(&crate::accounts::id("ann"));
    assert!(rights.serves(&"NIGHT".into()) && rights.serves(&"AID".into()), "what she is elsewhere stays");
    // It cannot be removed while it has a case, only closed.
    let removed = office.set(&mut head, "queue/NIGHT", &[NAMES[0], NAMES[1], ("shut", "removed")]).await;
    assert_eq!(removed.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(removed.page.contains("One case is still open"), "{}", removed.page);
    let closed = office.set(&mut head, "queue/NIGHT", &[NAMES[0], NAMES[1], ("services", "human-contact"), ("shut", "closed")]).await;
    assert_eq!(closed.status, StatusCode::SEE_OTHER);
    assert_eq!(office.filed("human-contact").await.expect("filed"), "DESK", "a closed queue takes nothing new");
    let house = &office.desk.house;
    let wanted = ip_office_bot::store::Wanted { queue: Some("NIGHT".into()), limit: 10, ..Default::default() };
    for head in house.office.store.tickets(&wanted).await.expect("tickets") {
        let act = ip_office_bot::ticket::act::Act::Transfer { to: "DESK".into(), reason: "moved".to_owned() };
        let by = ip_office_bot::desk::By::Clerk(crate::accounts::id("ann"));
        let place = ip_office_bot::desk::Where::Elsewhere;
        let request = ip_office_bot::desk::Request { by, receipt: head.receipt, act, place, event: None, files: Vec::new() };
        ip_office_bot::desk::perform(&house.office, request).await.expect("its staff pass them on");
    }
    let removed = office.set(&mut head, "queue/NIGHT", &[NAMES[0], NAMES[1], ("shut", "removed")]).await;
    assert_eq!(removed.status, StatusCode::SEE_OTHER);
    assert!(!head.get("/desk/settings/list?kind=queue").await.page.contains("Night section"));
    assert!(house.office.queue(&"NIGHT".into()).is_some(), "old cases still have a home");
    // Everything of it stands in the history, and the last open queue stays open.
    let history = head.get(&edit("queue/NIGHT")).await.page;
    assert!(history.matches("action=\"/desk/settings/back\"").count() == 3 && history.contains("head"), "{history}");
    for queue in ["ENF", "AID", "district-420106"] {
        let closed = office.set(&mut head, &format!("queue/{queue}"), &[NAMES[0], NAMES[1], ("shut", "closed")]).await;
        assert_eq!(closed.status, StatusCode::SEE_OTHER, "{queue}");
    }
    let last = office.set(&mut head, "queue/DESK", &[NAMES[0], NAMES[1], ("shut", "closed")]).await;
    assert_eq!(last.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn of_two_who_save_at_once_the_later_one_is_told_and_keeps_their_words() {
    let office = Office::open().await;
    let (mut head, mut deputy) = (office.browser("head").await, office.browser("deputy").await);
    head.get(&edit("office")).await;
    deputy.get(&edit("office")).await;
    let first = office.send(&mut head, "office", ("0", &[("phone", "027-1")])).await;
    assert_eq!(first.to.as_deref(), Some("/desk/settings/edit?key=office&done=saved"));
    let second = office.send(&mut deputy, "office", ("0", &[("phone", "027-2"), ("hours-en", "Always"), ("hours-zh-Hans", "全天")])).await;
    assert_eq!(second.status, StatusCode::CONFLICT);
    for words in ["head", "027-1", "value=\"027-2\"", "value=\"Always\"", "name=\"seen\" value=\"1\""] {
        assert!(second.page.contains(words), "{words}");
    }
    assert_eq!(office.desk.house.office.current.load().office.phone.as_deref(), Some("027-1"));
    let again = office.send(&mut deputy, "office", ("1", &[("phone", "027-2")])).await;
    assert_eq!(again.status, StatusCode::SEE_OTHER, "having seen it, they may");
    // Two at the very same moment: one of them.
    let key = || Key::Notice("one".to_owned());
    let wish = |words: &str| {
        let words = [("zh-Hans".to_owned(), words.to_owned()), ("en".to_owned(), words.to_owned())].into();
        setting::Wish { key: key(), seen: 0, value: Some(setting::Value::Notice(setting::NoticeSet { words, ..Default::default() })) }
    };
    let by = |name: &str| ip_office_bot::desk::By::Clerk(crate::accounts::id(name));
    let (house, (one, two)) = (&office.desk.house.office, (by("head"), by("deputy")));
    let (one, two) = tokio::join!(setting::save(house, &one, wish("a")), setting::save(house, &two, wish("b")));
    assert_eq!([one.is_ok(), two.is_ok()].iter().filter(|done| **done).count(), 1);
    assert_eq!(setting::history(house, Some(&key())).await.expect("the store reads").len(), 1);
}

#[tokio::test]
async fn hours_phone_and_address_are_shown_as_given_and_put_back() {
    let office = Office::open().await;
    let mut head = office.browser("head").await;
    let half = office.set(&mut head, "office", &[("hours-en", "9 to 5"), ("phone", "none")]).await;
    assert_eq!(half.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(half.page.contains("both languages") && half.page.contains("has digits"));
    let fields = [("hours-en", "Mon to Fri, 9 to 5"), ("hours-zh-Hans", "周一至周五9:00-17:00"), ("phone", "027-0000 ext. 1")];
    assert_eq!(office.set(&mut head, "office", &fields).await.status, StatusCode::SEE_OTHER);
    let help = office.sees(801, Said::Command { name: "help".to_owned(), rest: String::new() }).await;
    assert!(help.contains("Mon to Fri, 9 to 5") && help.contains("027-0000 ext. 1"), "{help}");
    assert!(head.get("/").await.page.contains("027-0000 ext. 1"), "and on the page");
    // A window of a district.
    let fields = [("address-en", "1 East Road"), ("address-zh-Hans", "东路1号"), ("phone", "027-3")];
    assert_eq!(office.set(&mut head, "window/420106", &fields).await.status, StatusCode::SEE_OTHER);
    let current = office.desk.house.office.current.load();
    assert_eq!(current.window_of("420106").and_then(|window| window.phone.as_deref()), Some("027-3"));
    assert_eq!(office.set(&mut head, "window/999999", &fields).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    // Put back.
    let page = head.get(&edit("office")).await.page;
    assert!(page.contains("027-0000 ext. 1") && page.contains("<del>"));
    let back = head.submit("/desk/settings/back", &[("key", "office"), ("revision", "1"), ("seen", "1")]).await;
    assert_eq!(back.to.as_deref(), Some("/desk/settings/edit?key=office&done=back"));
    assert_eq!(office.desk.house.office.current.load().office.phone, None);
    head.get("/desk/settings/history").await;
    let late = head.submit("/desk/settings/back", &[("key", "office"), ("revision", "1"), ("seen", "1")]).await;
    assert_eq!(late.status, StatusCode::CONFLICT);
    let audited = office.desk.audited().await;
    assert_eq!(audited.iter().filter(|line| line.starts_with("clerk:head setting-changed office")).count(), 2, "{audited:?}");
}

#[tokio::test]
async fn working_days_move_new_time_limits_and_a_bad_row_is_told_by_its_line() {
    let office = Office::open().await;
    let mut head = office.browser("head").await;
    let csv = "date,kind,name_zh,name_en\n2026-11-24,holiday,假,Day off\n2026-13-01,holiday,假,Odd\n2025-01-01,party,假,Odd\n";
    let bad = office.set(&mut head, "calendar/2026", &[("days", csv)]).await;
    assert_eq!(bad.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(bad.page.contains("Line 3") && bad.page.contains("Line 4") && bad.page.contains("2026-13-01"), "{}", bad.page);
    let day = "2026-11-24".parse().expect("a day");
    assert_eq!(office.desk.house.office.calendar.load().is_workday(day), Ok(true), "nothing of it was taken");
    let good = "date,kind,name_zh,name_en\n2026-11-24,holiday,假,Day off\n";
    assert_eq!(office.set(&mut head, "calendar/2026", &[("days", good)]).await.status, StatusCode::SEE_OTHER);
    assert_eq!(office.desk.house.office.calendar.load().is_workday(day), Ok(false));
    // A year that nobody has yet; its name comes from its rows.
    head.get("/desk/settings/edit?kind=calendar").await;
    let new = head
        .submit("/desk/settings/edit", &[("kind", "calendar"), ("days", "date,kind,name_zh,name_en\n2031-01-01,holiday,元旦,New Year\n")])
        .await;
    assert_eq!(new.to.as_deref(), Some("/desk/settings/edit?key=calendar/2031&done=saved"));
    head.get("/desk/settings/edit?kind=calendar").await;
    let none = head.submit("/desk/settings/edit", &[("kind", "calendar"), ("days", "")]).await;
    assert_eq!(none.status, StatusCode::UNPROCESSABLE_ENTITY);
    let reset = office.set(&mut head, "calendar/2026", &[("do", "reset")]).await;
    assert_eq!(reset.status, StatusCode::UNPROCESSABLE_ENTITY, "the first button counts");
    head.get(&edit("calendar/2026")).await;
    let reset = head.submit("/desk/settings/edit", &[("key", "calendar/2026"), ("seen", "1"), ("do", "reset")]).await;
    assert_eq!(reset.status, StatusCode::SEE_OTHER);
    assert_eq!(office.desk.house.office.calendar.load().is_workday(day), Ok(true));
}

#[tokio::test]
async fn a_notice_stands_on_the_page_and_in_the_chat_for_its_time() {
    let office = Office::open().await;
    let mut head = office.browser("head").await;
    head.get("/desk/settings/edit?kind=notice").await;
    let half = head.submit("/desk/settings/edit", &[("kind", "notice"), ("words-en", "Closed <tomorrow>"), ("from", "x")]).await;
    assert_eq!(half.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(half.page.contains("no day or time"));
    // Office time; it is 23 November, ten o'clock.
    let fields = [
        ("kind", "notice"),
        ("words-en", "Closed <tomorrow>"),
        ("words-zh-Hans", "明天休息"),
        ("from", "2026-11-23T12:00"),
        ("until", "2026-11-24T12:00"),
    ];
    assert_eq!(head.submit("/desk/settings/edit", &fields).await.to.as_deref(), Some("/desk/settings/list?kind=notice"));
    assert!(head.page.is_empty() || !head.get("/").await.page.contains("tomorrow"), "not yet");
    office.desk.house.clock.pass(chrono::Duration::hours(3));
    let mut visitor = office.browser("head").await;
    let page = visitor.get("/").await.page;
    assert!(page.contains("Closed &#60;tomorrow&#62;"), "{page}");
    let seen = office.sees(802, start("")).await;
    assert!(seen.contains("Closed <tomorrow>"), "{seen}");
    office.desk.house.clock.pass(chrono::Duration::hours(24));
    assert!(!office.sees(802, start("")).await.contains("tomorrow"), "over");
    assert!(!visitor.get("/").await.page.contains("tomorrow"));
}

#[tokio::test]
async fn a_prepared_reply_speaks_the_offices_own_words_once_they_are_checked() {
    let office = Office::open().await;
    let mut head = office.browser("head").await;
    let script = office.desk.house.office.script.load_full();
    let flow = script.flows.get(&ServiceId::from("human-contact")).expect("a service");
    let name = flow.submit.as_ref().and_then(|submit| submit.replies.first()).expect("a reply").clone();
    let (key, id) = (format!("reply/human-contact/{name}"), format!("human-contact-reply-{name}"));
    let label = script.texts.say(&Language::english(), &Text::new(format!("{id}.label")));
    let shown = head.get(&edit(&key)).await.page;
    assert!(shown.contains("{receipt}") || shown.contains("name=\"words-en\""), "{shown}");
    for (zh, en, why) in [
        ("好的", "", "both languages"),
        ("好的{reciept}", "Fine {receipt}", "{reciept}"),
        ("好的{receipt}", "Fine", "the same fields"),
        ("好的{receipt", "Fine {receipt}", "belongs to no field"),
        ("好的<b>{receipt}</b>", "Fine {receipt}", "bold"),
        ("好的{receipt}", "Fine <u>{receipt}</u>", "only"),
        ("好的,{receipt}", "Fine {receipt}", "other script"),
    ] {
        let came = office.set(&mut head, &key, &[("words-zh-Hans", zh), ("words-en", en)]).await;
        assert_eq!(came.status, StatusCode::UNPROCESSABLE_ENTITY, "{zh} {en}");
        assert!(came.page.contains(why), "{why}: {}", came.page);
    }
    let fields = [("words-zh-Hans", "关于{receipt}：\n马上办。"), ("words-en", "About {receipt}:\nat once.")];
    assert_eq!(office.set(&mut head, &key, &fields).await.status, StatusCode::SEE_OTHER);
    let script = office.desk.house.office.script.load_full();
    let say = |id: &str| script.texts.say(&Language::english(), &Text::new(id).with("receipt", "WH-1"));
    assert_eq!(say(&id), "About WH-1:\nat once.");
    assert_eq!(say(&format!("{id}.label")), label, "the button keeps its words");
    let receipt = report(&office.desk).await;
    let mut ann = office.browser("head").await;
    assert_eq!(ann.get(&format!("/desk/t/{receipt}")).await.status, StatusCode::NOT_FOUND, "an administrator sees no case");
    assert!(head.get(&edit(&key)).await.page.contains("Back to the words that came with the program"));
    head.submit("/desk/settings/edit", &[("key", &key), ("seen", "1"), ("do", "reset")]).await;
    let script = office.desk.house.office.script.load_full();
    assert_ne!(script.texts.say(&Language::english(), &Text::new(id).with("receipt", "WH-1")), "About WH-1:\nat once.");
}

#[tokio::test]
async fn a_closed_service_is_not_offered_says_why_and_lets_those_finish_who_have_begun() {
    let office = Office::open().await;
    let mut head = office.browser("head").await;
    assert!(head.get(&edit("service/case-track")).await.page.contains("stays open"));
    head.get("/desk/settings").await;
    let follow = office.send(&mut head, "service/case-track", ("0", &[("why-en", "x"), ("why-zh-Hans", "x")])).await;
    assert_eq!(follow.status, StatusCode::UNPROCESSABLE_ENTITY, "people can always follow their case");
    // Somebody is in the middle.
    office.sees(803, start("patent-mediation")).await;
    let begun = office.sees(803, Said::Text("x".to_owned())).await;
    let why = [("why-en", "We move house."), ("why-zh-Hans", "我们搬家。"), ("instead", "rights-assistance")];
    let own = [("why-en", "We move house."), ("why-zh-Hans", "我们搬家。"), ("instead", "patent-mediation")];
    assert_eq!(office.set(&mut head, "service/patent-mediation", &own).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(office.set(&mut head, "service/patent-mediation", &why).await.status, StatusCode::SEE_OTHER);
    assert_eq!(office.filed("patent-mediation").await, Err(NotFiled::NoService), "programs cannot file it");
    let refused = office.sees(804, start("patent-mediation")).await;
    assert!(refused.contains("is closed for now") && refused.contains("We move house."), "{refused}");
    let still = office.sees(803, Said::Text("y".to_owned())).await;
    assert!(!still.contains("closed for now"), "{begun} / {still}");
    let other = office.set(&mut head, "service/rights-assistance", &why[..2]).await;
    assert_eq!(other.status, StatusCode::UNPROCESSABLE_ENTITY, "people are sent there");
    let open = head.get(&edit("service/patent-mediation")).await;
    assert!(open.page.contains("Open the service again"));
    head.submit("/desk/settings/edit", &[("key", "service/patent-mediation"), ("seen", "1"), ("do", "reset")]).await;
    assert!(!office.sees(805, start("patent-mediation")).await.contains("closed for now"));
}

/// A file for the form of imports.
async fn upload(browser: &mut Browser, (kind, csv): (&str, &str)) -> Came {
    browser.get("/desk/settings/data").await;
    let token = browser.token();
    let mut body = String::new();
    for (name, value) in [("token", token.as_str()), ("kind", kind), ("source", "our list"), ("as_of", "2026-11-01")] {
        body.push_str(&format!("--xx\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n"));
    }
    body.push_str(&format!(
        "--xx\r\nContent-Disposition: form-data; name=\"file\"; filename=\"list.csv\"\r\nContent-Type: text/csv\r\n\r\n{csv}\r\n--xx--\r\n"
    ));
    let request = browser.request("POST", "/desk/settings/data").header(header::CONTENT_TYPE, "multipart/form-data; boundary=xx");
    let request = request.body(Body::from(body)).expect("a request");
    browser.send(request).await
}

#[tokio::test]
async fn a_table_is_imported_whole_or_not_at_all_and_put_back() {
    let office = Office::open().await;
    let mut head = office.browser("head").await;
    let first = ip_office_bot::table::column::template(ip_office_bot::table::Kind::Policies);
    let rows = |office: &Office| office.desk.house.office.tables.load().policies.as_ref().map(|table| table.rows.len());
    let before = rows(&office);
    let bad = upload(&mut head, ("policies", &format!("{}\nbroken,row\n", first.trim_end()))).await;
    assert_eq!(bad.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(bad.page.contains("Line ") && bad.page.contains("Nothing has changed"), "{}", bad.page);
    assert_eq!(rows(&office), before);
    let done = upload(&mut head, ("policies", &first)).await;
    assert_eq!(done.to.as_deref(), Some("/desk/settings/data?done=imported&kind=policies"), "{}", done.page);
    let one = rows(&office);
    assert!(one.is_some() && one != before);
    let two = upload(&mut head, ("policies", &format!("{}\n", first.trim_end()))).await;
    assert_eq!(two.status, StatusCode::SEE_OTHER);
    let page = head.get("/desk/settings/data").await.page;
    assert!(page.contains("our list") && page.contains("Use this again"), "{page}");
    let back = head.submit("/desk/settings/data/back", &[("kind", "policies"), ("number", "1")]).await;
    assert_eq!(back.to.as_deref(), Some("/desk/settings/data?done=back&kind=policies"));
    let audited = office.desk.audited().await;
    assert!(audited.iter().any(|line| line.starts_with("clerk:head table-imported policies 1")), "{audited:?}");
    assert!(audited.iter().any(|line| line.starts_with("clerk:head table-restored policies 1")), "{audited:?}");
    assert_eq!(upload(&mut head, ("policies", "")).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    let foreign = upload(&mut office.browser("part").await, ("policies", &first)).await;
    assert_eq!(foreign.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn what_is_set_survives_a_restart_and_holds_in_another_process_too() {
    let office = Office::open().await;
    let mut head = office.browser("head").await;
    office.set(&mut head, "office", &[("phone", "027-9")]).await;
    head.get("/desk/settings/edit?kind=queue").await;
    head.submit("/desk/settings/edit", &[("kind", "queue"), ("id", "NIGHT"), NAMES[0], NAMES[1]]).await;
    let house = &office.desk.house.office;
    // As at a start: nothing but the settings and the store.
    house.current.store(std::sync::Arc::new(setting::begun(&house.config, &house.content.load(), &house.tables.load())));
    house.set.store(std::sync::Arc::default());
    assert_eq!(house.current.load().office.phone, None);
    setting::apply(house).await.expect("the store reads");
    assert_eq!(house.current.load().office.phone.as_deref(), Some("027-9"));
    assert_eq!(house.queue(&"NIGHT".into()).map(|queue| queue.name["en"].clone()).as_deref(), Some("Night section"));
}

#[tokio::test]
async fn webhooks_are_added_paused_tested_and_what_failed_is_sent_again() {
    let office = Office::open().await;
    let mut head = office.browser("head").await;
    head.get("/desk/settings/hooks").await;
    for (url, why) in [
        ("https://127.0.0.1/x", "private network"),
        ("http://example.org/x", "https://"),
        ("https://a:b@example.org/", "name or password"),
        ("nonsense", "no address"),
    ] {
        let came = head.submit("/desk/settings/hooks", &[("name", "cases"), ("url", url)]).await;
        assert_eq!(came.status, StatusCode::UNPROCESSABLE_ENTITY, "{url}");
        assert!(came.page.contains(why), "{url}: {}", came.page);
    }
    let added = head.submit("/desk/settings/hooks", &[("name", "cases"), ("url", "https://example.org/x"), ("kind", "submitted")]).await;
    assert!(added.page.contains("whsec_"), "{}", added.page);
    assert!(!head.get("/desk/settings/hooks").await.page.contains("whsec_"), "shown once");
    let act = |what: &'static str| vec![("name", "cases"), ("do", what)];
    let paused = head.submit("/desk/settings/hooks/act", &act("pause")).await;
    assert!(paused.page.contains("Paused"));
    let house = &office.desk.house.office;
    assert!(hook::named(house, "cases").expect("it is there").paused.is_some());
    head.submit("/desk/settings/hooks/act", &act("resume")).await;
    assert!(hook::named(house, "cases").expect("it is there").paused.is_none());
    let gone = head.submit("/desk/settings/hooks/act", &[("name", "none"), ("do", "test")]).await;
    assert_eq!(gone.status, StatusCode::UNPROCESSABLE_ENTITY);
    head.submit("/desk/settings/hooks/act", &act("remove")).await;
    assert!(hook::named(house, "cases").is_err());
    let audited = office.desk.audited().await;
    for entry in
        ["clerk:head hook-added cases", "clerk:head hook-paused cases", "clerk:head hook-resumed cases", "clerk:head hook-removed cases"]
    {
        assert!(audited.iter().any(|line| line == entry), "{entry}: {audited:?}");
    }
    // Without a fresh code nothing is done.
    office.desk.house.clock.pass(chrono::Duration::minutes(6));
    head.get("/desk/settings/hooks").await;
    let came = head.submit("/desk/settings/hooks", &[("name", "b"), ("url", "https://example.org/x")]).await;
    assert!(came.to.is_some_and(|to| to.starts_with("/desk/code")));
}

#[tokio::test]
async fn a_token_is_shown_once_and_dead_as_soon_as_it_is_ended() {
    let office = Office::open().await;
    let mut head = office.browser("head").await;
    head.get("/desk/settings/tokens").await;
    for fields in [
        vec![("name", "Case System"), ("scope", "tickets:read")],
        vec![("name", "cases")],
        vec![("name", "cases"), ("scope", "tickets:read"), ("queue", "NONE")],
        vec![("name", "cases"), ("scope", "tickets:read"), ("days", "0")],
    ] {
        assert_eq!(head.submit("/desk/settings/tokens", &fields).await.status, StatusCode::UNPROCESSABLE_ENTITY, "{fields:?}");
    }
    let made =
        head.submit("/desk/settings/tokens", &[("name", "cases"), ("scope", "tickets:read"), ("queue", "ENF"), ("days", "30")]).await;
    let word = between(&made.page, "<code>iob_", "<").map(|rest| format!("iob_{rest}")).expect("the token");
    assert!(!head.get("/desk/settings/tokens").await.page.contains("iob_"), "shown once");
    let house = &office.desk.house.office;
    let program = token::find(house, &word).await.expect("the store reads").expect("it works");
    assert!(program.may(token::Scope::TicketsRead) && !program.sees(&"AID".into()) && program.expires.is_some());
    let twice = head.submit("/desk/settings/tokens", &[("name", "cases"), ("scope", "tickets:read")]).await;
    assert_eq!(twice.status, StatusCode::UNPROCESSABLE_ENTITY);
    head.submit("/desk/settings/tokens/end", &[("name", "cases")]).await;
    assert_eq!(token::find(house, &word).await.expect("the store reads"), None);
    let audited = office.desk.audited().await;
    assert!(audited.iter().any(|line| line.starts_with("clerk:head token-removed cases")), "{audited:?}");
    assert_eq!(office.desk.accounts.one(&crate::accounts::id("head")).await.map(|one| one.is_some()), Ok::<_, Denied>(true));
}

// --- The files of the office, with the real program ----------------------------------------------------------------------

fn copy(from: &std::path::Path, to: &std::path::Path) {
    std::fs::create_dir_all(to).expect("a folder");
    for entry in std::fs::read_dir(from).expect("a folder") {
        let path = entry.expect("an entry").path();
        let there = to.join(path.file_name().expect("a name"));
        match path.is_dir() {
            true => copy(&path, &there),
            false => assert!(std::fs::copy(&path, &there).is_ok(), "{}", path.display()),
        }
    }
}

/// A browser of an administrator before the real program.
struct Far {
    client: reqwest::Client,
    base: String,
    cookie: String,
}

impl Far {
    /// Follows the link that the program printed, and is in.
    async fn follow(base: &str, said: &str) -> Self {
        let client = reqwest::Client::builder().redirect(reqwest::redirect::Policy::none()).build().expect("a client");
        let link = said.lines().find_map(|line| Some(line.split_once("/desk/welcome/")?.1.to_owned())).expect("a link");
        let welcome = format!("{base}/desk/welcome/{link}");
        let page = client.get(&welcome).header("accept-language", "en").send().await.expect("an answer").text().await.expect("a page");
        let secret: String = between(&page, "<code>", "</code>").expect("a key").chars().filter(|sign| !sign.is_whitespace()).collect();
        let key = totp_rs::Secret::try_from_base32(secret).expect("a secret");
        let now = u64::try_from(chrono::Utc::now().timestamp()).expect("after 1970");
        let code = totp_rs::Builder::new().with_secret(key).build().expect("an authenticator").generate(now).to_string();
        let password = "three grey herons stood";
        let form = [("name", "head"), ("password", password), ("again", password), ("code", &code), ("desk", "1")];
        let body = form.map(|(name, value)| format!("{name}={}", ip_office_bot::web::desk::quoted(value))).join("&");
        let joined = client.post(&welcome).header("content-type", "application/x-www-form-urlencoded").header("origin", base);
        let joined = joined.header("sec-fetch-site", "same-origin").body(body).send().await.expect("an answer");
        let cookies = joined.headers().get_all("set-cookie").iter().filter_map(|line| line.to_str().ok()?.split(';').next());
        let cookie = cookies.filter(|cookie| cookie.starts_with("__Host-desk=")).collect::<Vec<_>>().join("; ");
        assert!(!cookie.is_empty(), "{}", joined.status());
        Self { client, base: base.to_owned(), cookie }
    }

    async fn get(&self, path: &str) -> String {
        let request = self.client.get(format!("{}{path}", self.base)).header("accept-language", "en").header("cookie", &self.cookie);
        request.send().await.expect("an answer").text().await.expect("a page")
    }

    /// Waits until a page says this.
    async fn until(&self, path: &str, is: impl Fn(&str) -> bool) -> String {
        let begun = Instant::now();
        loop {
            let page = self.get(path).await;
            if is(&page) {
                return page;
            }
            assert!(begun.elapsed() < Duration::from_secs(60), "{path} stays:\n{page}");
            tokio::time::sleep(Duration::from_millis(200)).await;
        }
    }
}

#[tokio::test]
async fn a_broken_file_leaves_the_old_words_in_use_and_the_desk_says_why_until_it_is_mended() {
    let content = tempfile::tempdir().expect("a folder");
    let here = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    for kind in ["dialogs", "locales"] {
        copy(&here.join(kind), &content.path().join(kind));
    }
    let settings = Settings::new("").with("OFFICE__SERVER__CONTENT", &content.path().display().to_string());
    let mut counter = Counter::spawn(&settings);
    counter.wait_until_open(Duration::from_secs(120)).await.expect("open");
    let base = counter.address().expect("an address");
    let head = Far::follow(&base, &counter.said()).await;
    assert!(head.get("/desk/settings/content").await.contains("All well"));
    let file = content.path().join("locales/en/web.ftl");
    let before = std::fs::read_to_string(&file).expect("a file");
    let old = "Here you can report a problem";
    assert!(head.get("/").await.contains(old));
    // Broken: a bracket is never closed.
    std::fs::write(&file, before.replace("web-greeting = Here", "web-greeting = { Here")).expect("written");
    let page = head.until("/desk/settings/content", |page| page.contains("locales/en/web.ftl:")).await;
    assert!(page.contains("Not taken on") && page.contains("web-greeting = { Here") && page.contains('─'), "file, line and arrow: {page}");
    assert!(head.get("/desk/account").await.contains("locales/en/web.ftl:"), "a line on top of every page of the desk");
    assert!(head.get("/").await.contains(old), "the old words stay");
    // Mended, with other words.
    std::fs::write(&file, before.replace(old, "At this counter you can report a problem")).expect("written");
    let page = head.until("/desk/settings/content", |page| page.contains("All well")).await;
    assert!(!page.contains("Not taken on"));
    assert!(head.get("/").await.contains("At this counter you can report a problem"), "the new words");
    assert!(!head.get("/desk/account").await.contains("locales/en/web.ftl:"));
    counter.terminate(Duration::from_secs(20)).await.expect("it stops");
}
