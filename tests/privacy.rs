//! A person's own data over a whole counter and the real routes of the desk: erasing that is real, how long tickets are kept, legal
//! hold, giving out and correcting, the audit log, a clerk who knows a party.

use crate::accounts::{Desk, id, report};
use crate::desk_web::{Browser, routes_with};
use crate::support::office::{self, House, message};
use axum::http::{StatusCode, header};
use ip_office_bot::account::Accounts;
use ip_office_bot::app::Counter;
use ip_office_bot::booking::{Booking, Bookings, Known, Standing};
use ip_office_bot::clock::{Clock, office_day};
use ip_office_bot::config::Config;
use ip_office_bot::desk::index::{Index, follow};
use ip_office_bot::desk::{By, NotDone, Request, Where, perform};
use ip_office_bot::dialog::answer::Answer;
use ip_office_bot::id::{Receipt, SubscriptionId};
use ip_office_bot::locale::Language;
use ip_office_bot::message::{Route, plain};
use ip_office_bot::privacy::erase::{NotErased, Why, Wish, erase, proof};
use ip_office_bot::privacy::list::{FILE, honour, reconcile};
use ip_office_bot::privacy::person::of_request;
use ip_office_bot::privacy::{Keep, Who, retain};
use ip_office_bot::store::memory::MemoryStore;
use ip_office_bot::store::{Commit, Evidence, FileStatus, Lane, Owner, Store, Wanted, Write};
use ip_office_bot::table::Bilingual;
use ip_office_bot::ticket::act::{Act, outcomes};
use ip_office_bot::ticket::{Body, Given, Ticket};
use ip_office_bot::watch::{self, Subscription};
use std::sync::Arc;

const NAME: &str = "Zhang Wei";

struct Scene {
    desk: Desk,
    routes: axum::Router,
    index: Arc<Index>,
}

impl Scene {
    /// Li and Wang are clerks of the service desk, Lead leads it, Ann serves another queue, Eve audits the office, Head administers it.
    async fn open(settings: &str) -> Self {
        let house = House::with(settings).await;
        let accounts = Accounts::new(Arc::clone(&house.office));
        let desk = Desk { house, accounts };
        for (name, roles) in [
            ("li", &[][..]),
            ("wang", &[]),
            ("ann", &[]),
            ("lead", &["supervisor@DESK"]),
            ("eve", &["auditor"]),
            ("head", &["administrator"]),
        ] {
            desk.has(name, roles).await;
        }
        let index = Arc::new(Index::new(&desk.house.office.key));
        tokio::spawn(follow(Arc::clone(&index), Arc::clone(&desk.house.office), tokio_util::sync::CancellationToken::new()));
        let routes = routes_with(&desk, Arc::clone(&index));
        Self { desk, routes, index }
    }

    async fn browser(&self, name: &str) -> Browser {
        Browser::on(self.routes.clone(), &self.desk, name).await
    }

    fn house(&self) -> &House {
        &self.desk.house
    }

    async fn act(&self, receipt: &Receipt, act: Act) -> Result<Ticket, NotDone> {
        act_as(self.house(), By::Operator, (receipt, act)).await
    }

    async fn closed(&self) -> Receipt {
        let receipt = report(&self.desk).await;
        close(self.house(), &receipt).await;
        receipt
    }

    async fn keep(&self, writes: Vec<Write>) {
        self.house().office.store.commit(Commit { writes, ..Commit::default() }).await.expect("kept");
    }

    /// A request about one's own data from the same chat as an earlier ticket.
    async fn request(&self, like: &Receipt, answers: Vec<(&str, Answer)>) -> Receipt {
        let mut ticket = self.house().ticket(like).await;
        let now = self.house().office.now();
        ticket.head.receipt = Receipt::new("WH", office_day(now), [9, 9, 9, 9, answers.len() as u8]);
        ticket.head.service = "privacy-request".into();
        ticket.head.closed = None;
        ticket.head.state = "received".into();
        ticket.head.revision = 1;
        let given = |(step, answer): (&str, Answer)| Given {
            step: step.into(),
            text: format!("privacy-request-{step}"),
            answer,
            personal: false,
            message: None,
        };
        ticket.body = Body { answers: answers.into_iter().map(given).collect(), ..Body::default() };
        let receipt = ticket.head.receipt.clone();
        let route = Route::telegram(501);
        let person = self.house().office.person(&route);
        self.keep(vec![Write::Ticket(Box::new(ticket)), Write::Link(receipt.clone(), person, route)]).await;
        receipt
    }

    async fn audited(&self, act: &str) -> usize {
        let entries = self.house().office.store.audit(0, 1000).await.expect("readable");
        entries.iter().filter(|(_, entry)| entry.act == act).count()
    }
}

async fn act_as(house: &House, by: By, (receipt, act): (&Receipt, Act)) -> Result<Ticket, NotDone> {
    let request = Request { by, receipt: receipt.clone(), act, place: Where::Elsewhere, event: None, files: Vec::new() };
    perform(&house.office, request).await
}

async fn close(house: &House, receipt: &Receipt) {
    let service = house.ticket(receipt).await.head.service;
    let script = house.office.script.load();
    let rules = script.flows.get(&service).and_then(|flow| flow.submit.clone()).expect("a form");
    let outcome = outcomes(&rules).last().expect("an outcome").clone();
    act_as(house, By::Operator, (receipt, Act::Close { outcome, reason: "answered".to_owned() })).await.expect("closed");
    house.sent().await;
}

fn order(receipt: &Receipt) -> Wish {
    Wish { who: Who::Operator, receipt: receipt.clone(), why: Why::Order, reason: "asked for".to_owned() }
}

fn page_of(receipt: &Receipt) -> String {
    format!("/desk/t/{receipt}")
}

#[tokio::test]
async fn a_supervisor_erases_a_case_and_what_is_left_is_its_head_and_the_proof() {
    let scene = Scene::open("").await;
    let office = &scene.house().office;
    let receipt = scene.closed().await;
    let file = Evidence {
        id: office.evidence_id(),
        owner: Owner::Ticket(receipt.clone()),
        announced: office::file("jpeg", "photo.jpg"),
        status: FileStatus::Waiting,
        tell: None,
        at: office.now(),
        revision: 1,
    };
    let note = Act::Note { words: "a photo".to_owned(), files: vec![file.id] };
    let request =
        Request { by: By::Operator, receipt: receipt.clone(), act: note, place: Where::Elsewhere, event: None, files: vec![file.clone()] };
    perform(office, request).await.expect("noted");
    scene.house().sent().await;
    let head = scene.house().ticket(&receipt).await.head;
    let person = office.person(&Route::telegram(501));
    assert!(office.store.conversation(person).await.expect("read").expect("there").state.sent.iter().any(|sent| sent.receipt == receipt));

    let erase = format!("{}/erase", page_of(&receipt));
    let mut li = scene.browser("li").await;
    assert!(!li.get(&page_of(&receipt)).await.page.contains(&erase));
    assert_eq!(li.submit(&erase, &[("reason", "x")]).await.status, StatusCode::FORBIDDEN);
    let mut lead = scene.browser("lead").await;
    assert!(lead.get(&page_of(&receipt)).await.page.contains(&erase));
    let refused = lead.submit(&erase, &[("reason", "  ")]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    lead.get(&page_of(&receipt)).await;
    let done = lead.submit(&erase, &[("reason", "filed by mistake")]).await;
    assert_eq!(done.to, Some(format!("/desk/erasures?receipt={receipt}")));

    let kept = proof(office, &receipt).await.expect("read").expect("a proof");
    assert_eq!((kept.by.as_str(), kept.reason.as_str(), kept.files), ("clerk:lead", "filed by mistake", 1));
    assert_eq!(scene.audited("erased").await, 1);
    let shown = lead.get(&done.to.expect("on")).await;
    assert_eq!(shown.status, StatusCode::OK);
    for words in [kept.digest.as_str(), "filed by mistake", "clerk:lead", receipt.as_str()] {
        assert!(shown.page.contains(words), "{words}: {}", shown.page);
    }
    let mut ann = scene.browser("ann").await;
    assert_eq!(ann.get("/desk/erasures").await.status, StatusCode::FORBIDDEN);
    assert!(scene.browser("eve").await.get("/desk/erasures").await.page.contains(receipt.as_str()));

    assert_eq!(office.store.ticket(&receipt).await.expect("read"), None);
    let wanted = Wanted { closed: true, limit: 10, ..Wanted::default() };
    let left = office.store.tickets(&wanted).await.expect("read").into_iter().find(|head| head.receipt == receipt).expect("the head");
    assert_eq!((left.closed, left.course, left.submitted), (head.closed, head.course, head.submitted), "figures do not change");
    assert_eq!(office.store.link(&receipt).await.expect("read"), None);
    assert_eq!(office.store.evidence(file.id).await.expect("read"), None);
    let conversation = office.store.conversation(person).await.expect("read").expect("there");
    assert!(conversation.state.sent.iter().all(|sent| sent.receipt != receipt));
    let sent = scene.house().sent().await;
    let told: Vec<_> = sent.iter().filter(|one| matches!(one.lane, Lane::Person(_))).filter_map(message).collect();
    assert!(told.iter().any(|message| plain(&message.text).contains("was erased on")), "{told:?}");
    assert_eq!(office.store.topic(&receipt).await.expect("read"), None, "its topic is left");
    assert_eq!(lead.get(&page_of(&receipt)).await.status, StatusCode::NOT_FOUND);
    scene.index.reached(office.feed.cursor()).await;
    assert!(lead.get("/desk?view=all").await.page.contains(receipt.as_str()), "it is still counted");
    assert_eq!(office.store.verify().await.expect("read"), Vec::<String>::new());
    assert_eq!(ip_office_bot::privacy::erase::erase(office, &order(&receipt)).await, Err(NotErased::NoTicket));
}

#[tokio::test]
async fn what_waits_to_be_sent_about_an_erased_case_is_not_sent() {
    let scene = Scene::open("").await;
    let office = &scene.house().office;
    let receipt = scene.closed().await;
    let route = Route::telegram(501);
    let words = ip_office_bot::message::Outbound { text: format!("secret words about {receipt}"), ..Default::default() };
    let parcel = ip_office_bot::store::Parcel::About { receipt: receipt.clone(), message: words };
    // Committed and never handed over, as after a failure of the store.
    let delivery = office.delivery(Lane::Person(route), parcel);
    scene.keep(vec![Write::Delivery(Box::new(delivery.clone()))]).await;
    erase(office, &order(&receipt)).await.expect("erased");
    assert!(office.store.deliveries(None, 100).await.expect("read").iter().all(|one| one.id != delivery.id));
    // And once it is handed over after all, it does not go out.
    office.outbox.post([delivery]);
    let sent = scene.house().sent().await;
    assert!(!sent.iter().filter_map(message).any(|message| message.text.contains("secret words")), "{sent:?}");
}

#[tokio::test]
async fn nothing_under_legal_hold_is_erased_and_only_a_supervisor_holds() {
    let scene = Scene::open("[retention]\nerase_days = 40\n").await;
    let receipt = scene.closed().await;
    let hold = Act::Hold { reason: "evidence in court".to_owned() };
    assert_eq!(act_as(scene.house(), By::Clerk(id("li")), (&receipt, hold.clone())).await, Err(NotDone::NotYours));
    let mut li = scene.browser("li").await;
    li.get(&page_of(&receipt)).await;
    assert_eq!(li.submit(&format!("{}/hold", page_of(&receipt)), &[("reason", "x")]).await.status, StatusCode::FORBIDDEN);
    let mut lead = scene.browser("lead").await;
    lead.get(&page_of(&receipt)).await;
    let held = lead.submit(&format!("{}/hold", page_of(&receipt)), &[("reason", "evidence in court")]).await;
    assert_eq!(held.to, Some(page_of(&receipt)));
    let shown = lead.get(&page_of(&receipt)).await.page;
    assert!(shown.contains("Legal hold") && shown.contains("evidence in court") && !shown.contains("/erase\""), "{shown}");
    let erase_path = format!("{}/erase", page_of(&receipt));
    let refused = lead.submit(&erase_path, &[("reason", "please")]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.page.contains("under legal hold and must be kept"), "{}", refused.page);
    scene.house().clock.pass(chrono::Duration::days(400));
    assert_eq!(retain::look(&scene.house().office).await, Ok(0));
    assert_eq!(erase(&scene.house().office, &order(&receipt)).await, Err(NotErased::Kept(Keep::Hold)));
    scene.act(&receipt, Act::Free { reason: "over".to_owned() }).await.expect("freed");
    assert_eq!(retain::look(&scene.house().office).await, Ok(1));
    assert_eq!((scene.audited("held").await, scene.audited("freed").await, scene.audited("erased").await), (1, 1, 1));
}

#[tokio::test]
async fn tickets_are_erased_when_their_time_is_over_and_only_where_the_office_says_so() {
    let scene = Scene::open("").await;
    let receipt = scene.closed().await;
    scene.house().clock.pass(chrono::Duration::days(10_000));
    assert_eq!(retain::look(&scene.house().office).await, Ok(0), "nothing is erased without a word of the office");
    assert!(scene.house().office.store.ticket(&receipt).await.expect("read").is_some());

    let settings = "[retention]\nerase_days = 100\nkeep_days = 50\nservices = { counterfeit-report = { erase_days = 0 } }\n";
    let scene = Scene::open(settings).await;
    let (over, open) = (scene.closed().await, report(&scene.desk).await);
    let office = &scene.house().office;
    assert_eq!(erase(office, &order(&open)).await, Err(NotErased::Kept(Keep::Open)));
    assert!(matches!(erase(office, &order(&over)).await, Err(NotErased::Kept(Keep::Until(_)))), "kept by law for 50 days");
    scene.house().clock.pass(chrono::Duration::days(100));
    assert_eq!(retain::look(office).await, Ok(0), "up to and with the last day");
    scene.house().clock.pass(chrono::Duration::days(1));
    assert_eq!(retain::look(office).await, Ok(1));
    assert_eq!(retain::look(office).await, Ok(0), "once");
    assert_eq!(office.store.ticket(&over).await.expect("read"), None);
    assert!(office.store.ticket(&open).await.expect("read").is_some());
    let kept = proof(office, &over).await.expect("read").expect("a proof");
    assert_eq!((kept.by.as_str(), kept.why.name()), ("counter", "retention"));
    // Another that looks at the same time holds the lease.
    let lease = format!("{{\"holder\":\"other\",\"until\":{}}}", office.now().timestamp() + 60);
    scene.keep(vec![Write::Named("retention".to_owned(), Some(lease))]).await;
    close(scene.house(), &open).await;
    scene.house().clock.pass(chrono::Duration::seconds(30));
    assert_eq!(retain::look(office).await, Ok(0));
}

#[tokio::test]
async fn an_erased_case_does_not_come_back_with_an_older_backup() {
    let scene = Scene::open("").await;
    let office = &scene.house().office;
    let receipt = scene.closed().await;
    let mut lines = Vec::new();
    let mut keep = |line: &str| {
        lines.push(line.to_owned());
        Ok(())
    };
    office.store.export(&mut keep).await.expect("a backup");
    let done = erase(office, &order(&receipt)).await.expect("erased");
    let list = office.config.server.data.join(FILE);
    assert_eq!(std::fs::read_to_string(&list).expect("a list").lines().count(), 1);

    let folder = tempfile::tempdir().expect("a folder");
    let mut config = Config::parse("test", "", &[]).expect("settings");
    config.server.data = folder.path().join("data");
    let clock = Arc::clone(&scene.house().clock) as Arc<dyn Clock>;
    let store = Arc::new(MemoryStore::with(office.key.clone(), Arc::clone(&clock)));
    store.import(&mut lines.into_iter().map(Ok)).await.expect("restored");
    let restored = office::counter(config, (office.key.clone(), store), (clock, folder.path())).await;
    let Counter { office: restored, deliveries: _keep, .. } = restored;
    assert!(restored.store.ticket(&receipt).await.expect("read").is_some(), "the old backup has it");
    // A list that somebody else wrote erases nothing.
    let forged = folder.path().join("forged.jsonl");
    let line = std::fs::read_to_string(&list).expect("a list");
    std::fs::write(&forged, line.replace(&done.digest, &"0".repeat(64))).expect("written");
    let honoured = honour(&restored, &forged).await.expect("read");
    assert_eq!((honoured.erased, honoured.refused), (0, 1));
    // The newer list does.
    std::fs::create_dir_all(&restored.config.server.data).expect("a folder");
    std::fs::copy(&list, restored.config.server.data.join(FILE)).expect("copied");
    assert_eq!(reconcile(&restored).await.expect("read").erased, 1);
    assert_eq!(restored.store.ticket(&receipt).await.expect("read"), None);
    assert_eq!(restored.store.own_tickets(restored.person(&Route::telegram(501))).await.expect("read"), []);
    let again = proof(&restored, &receipt).await.expect("read").expect("a proof");
    assert_eq!((again.at, again.digest), (done.at, done.digest));
    assert!(again.again.is_some());
    assert_eq!(reconcile(&restored).await.expect("read").erased, 0, "once");
    // A list that was lost is made anew from the proofs.
    std::fs::remove_file(&list).expect("removed");
    reconcile(office).await.expect("written");
    assert_eq!(std::fs::read_to_string(&list).expect("a list"), line);
}

#[tokio::test]
async fn the_content_of_a_file_goes_unless_another_case_has_the_same() {
    let scene = Scene::open("").await;
    let office = &scene.house().office;
    let (one, other) = (scene.closed().await, report(&scene.desk).await);
    let mut hashes = Vec::new();
    for (receipt, content) in [(&one, "only here"), (&one, "in both"), (&other, "in both")] {
        let mut writer = office.vault.writer(1000).expect("a vault");
        writer.write(content.as_bytes()).expect("written");
        let stored = writer.finish().expect("stored");
        let file = Evidence {
            id: office.evidence_id(),
            owner: Owner::Ticket(receipt.clone()),
            announced: office::file("jpeg", "photo.jpg"),
            status: FileStatus::Kept {
                sha256: stored.sha256.to_string(),
                bytes: stored.bytes,
                found: "text/plain".to_owned(),
                claimed: None,
            },
            tell: None,
            at: office.now(),
            revision: 1,
        };
        let act = Act::Note { words: "a file".to_owned(), files: vec![file.id] };
        let request = Request { by: By::Operator, receipt: receipt.clone(), act, place: Where::Elsewhere, event: None, files: vec![file] };
        perform(office, request).await.expect("noted");
        hashes.push(stored.sha256);
    }
    // They have been there for longer than a day.
    let old = std::time::SystemTime::now() - std::time::Duration::from_secs(50 * 3600);
    for listed in office.vault.list().expect("a vault") {
        let path = office.config.server.data.parent().expect("a folder").join("evidence").join(listed.id.to_string());
        std::fs::File::options().write(true).open(path).and_then(|file| file.set_modified(old)).expect("older");
    }
    let erased = erase(office, &order(&one)).await.expect("erased");
    assert_eq!(erased.files, 2);
    assert!(office.vault.read(&office.vault.id_of(&hashes[0])).is_err(), "nobody else has it");
    assert!(office.vault.read(&office.vault.id_of(&hashes[1])).is_ok(), "the other case has it");
}

#[tokio::test]
async fn a_request_shows_what_belongs_to_the_person_and_never_an_anonymous_report() {
    let scene = Scene::open("").await;
    let office = &scene.house().office;
    let mine = scene.closed().await;
    let mut anonymous = scene.house().ticket(&mine).await;
    anonymous.head.receipt = Receipt::new("WH", office_day(office.now()), [3, 3, 3, 3, 3]);
    anonymous.head.anonymous = true;
    anonymous.head.revision = 1;
    let hidden = anonymous.head.receipt.clone();
    let mut elsewhere = anonymous.clone();
    elsewhere.head.receipt = Receipt::new("WH", office_day(office.now()), [4, 4, 4, 4, 4]);
    elsewhere.head.anonymous = false;
    let proven = elsewhere.head.receipt.clone();
    let route = Route::telegram(501);
    let person = office.person(&route);
    let writes = vec![Write::Ticket(Box::new(anonymous)), Write::Link(hidden.clone(), person, route), Write::Ticket(Box::new(elsewhere))];
    scene.keep(writes).await;
    let by = |option: &str| Answer::Choice(option.to_owned());
    let receipt_of = |receipt: &Receipt| Answer::Receipt(receipt.to_string());
    let whose = async |request: &Receipt| {
        let ticket = scene.house().ticket(request).await;
        of_request(office, &ticket).await.expect("read").expect("a request")
    };
    let unproven = scene.request(&mine, vec![("receipt", receipt_of(&proven)), ("proof", by("by-staff"))]).await;
    let found = whose(&unproven).await;
    assert_eq!((found.receipts().contains(&mine), found.unproven.clone()), (true, vec![proven.clone()]));
    let request = scene.request(&mine, vec![("receipt", receipt_of(&proven)), ("proof", by("by-code")), ("more", by("x"))]).await;
    let found = whose(&request).await;
    assert!(found.receipts().contains(&proven) && !found.receipts().contains(&hidden), "{:?}", found.receipts());

    let data = format!("{}/data", page_of(&request));
    let mut li = scene.browser("li").await;
    assert_eq!(li.get(&data).await.status, StatusCode::FORBIDDEN);
    let mut lead = scene.browser("lead").await;
    assert!(lead.get(&page_of(&request)).await.page.contains(&data));
    let shown = lead.get(&data).await;
    assert_eq!(shown.status, StatusCode::OK);
    assert!(shown.page.contains(mine.as_str()) && shown.page.contains(proven.as_str()) && !shown.page.contains(hidden.as_str()));
    assert_eq!(lead.get(&format!("{}/data", page_of(&mine))).await.to, Some(page_of(&mine)), "no request");

    // Everything as one archive.
    lead.get(&data).await;
    let none = lead.submit(&format!("{data}/give"), &[("reason", "")]).await;
    assert_eq!(none.status, StatusCode::UNPROCESSABLE_ENTITY);
    lead.get(&data).await;
    let archive = lead.submit(&format!("{data}/give"), &[("reason", "asked at the window")]).await;
    assert_eq!((archive.status, archive.headers[header::CONTENT_TYPE].to_str().expect("text")), (StatusCode::OK, "application/zip"));
    for words in ["data.json", "data.txt", mine.as_str(), proven.as_str(), "I got a letter about a patent", "PK\u{5}\u{6}"] {
        assert!(archive.page.contains(words), "{words}");
    }
    assert!(!archive.page.contains(hidden.as_str()), "an anonymous report is not named in it");
    assert_eq!(scene.audited("exported").await, 1);

    // A correction keeps what stood before.
    lead.get(&data).await;
    let ticket = scene.house().ticket(&mine).await;
    let step = ticket.body.answers.iter().find(|given| matches!(given.answer, Answer::Text(_))).expect("words").step.clone();
    let question = format!("{mine} {step}");
    let fields = [("question", question.as_str()), ("text", "a letter about a trade mark"), ("reason", "as you asked")];
    let corrected = lead.submit(&format!("{data}/correct"), &fields).await;
    assert_eq!(corrected.status, StatusCode::OK, "{}", corrected.page);
    let after = scene.house().ticket(&mine).await;
    assert_eq!(after.body.answers, ticket.body.answers);
    assert!(lead.get(&page_of(&mine)).await.page.contains("a letter about a trade mark"));
    let sent = scene.house().sent().await;
    let told: Vec<String> =
        sent.iter().filter(|one| matches!(one.lane, Lane::Person(_))).filter_map(message).map(|one| plain(&one.text)).collect();
    assert!(told.iter().any(|words| words.contains("as you asked") && !words.contains("trade mark")), "{told:?}");
    lead.get(&data).await;
    let other = format!("{hidden} {step}");
    let not_theirs = lead.submit(&format!("{data}/correct"), &[("question", &other), ("text", "x"), ("reason", "x")]).await;
    assert_eq!(not_theirs.status, StatusCode::UNPROCESSABLE_ENTITY);

    // Subscriptions and sign-ups end; whoever waited for the seat has it, and the person is told.
    let (asking, waiting) = (Route::telegram(501), Route::telegram(502));
    let subscription = Subscription {
        id: SubscriptionId::new([1, 2, 3, 4, 5]),
        person: office.person(&asking),
        route: asking.clone(),
        wish: watch::Wish::Policies,
        rhythm: watch::Rhythm::Weekly,
        since: office.now(),
        matched: 0,
        waiting: watch::Waiting::default(),
        due: None,
        revision: 1,
    };
    let starts = office_day(office.now()).and_hms_opt(9, 0, 0).expect("a time") + chrono::Duration::days(9);
    let known = Known { title: Bilingual::default(), starts, ends: starts, place: Bilingual::default(), seats: 1, waiting: 5, off: false };
    let mut list = Bookings { revision: 1, ..Bookings::new("talk", known) };
    for route in [&asking, &waiting] {
        let booking = Booking {
            person: office.person(route),
            route: route.clone(),
            language: Language::english(),
            name: None,
            organisation: None,
            contact: None,
            needs: None,
            seats: 1,
            at: office.now(),
            standing: Standing::Waiting,
            reminded: false,
        };
        list.add(booking).expect("there is room");
    }
    scene.keep(vec![Write::Subscription(Box::new(subscription)), Write::Bookings(Box::new(list))]).await;
    let shown = lead.get(&data).await;
    assert!(shown.page.contains("name=\"lists\""), "{}", shown.page);
    let refused = lead.submit(&format!("{data}/erase"), &[("lists", "yes"), ("reason", "")]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(office.store.own_subscriptions(office.person(&asking)).await.expect("read").len(), 1);
    lead.get(&data).await;
    let ended = lead.submit(&format!("{data}/erase"), &[("lists", "yes"), ("reason", "asked")]).await;
    assert_eq!(ended.status, StatusCode::OK, "{}", ended.page);
    assert!(ended.page.contains("Subscriptions: 1. Sign-ups: 1.") && !ended.page.contains("name=\"lists\""), "{}", ended.page);
    assert!(office.store.own_subscriptions(office.person(&asking)).await.expect("read").is_empty());
    let list = office.store.bookings("talk").await.expect("read").expect("a list");
    assert!(list.of(office.person(&asking)).is_none());
    assert_eq!(list.of(office.person(&waiting)).map(|one| one.standing), Some(Standing::Booked));
    assert_eq!(scene.audited("lists-ended").await, 1);
    let sent = scene.house().sent().await;
    let told: Vec<String> = sent.iter().filter_map(message).map(|one| plain(&one.text)).collect();
    assert!(told.iter().any(|words| words.contains("we ended your subscriptions (1)")), "{told:?}");

    // Erasing what may go; what is held is named with its ground.
    scene.act(&proven, Act::Hold { reason: "court".to_owned() }).await.expect("held");
    lead.get(&data).await;
    let fields = [("of", mine.as_str()), ("of", proven.as_str()), ("of", hidden.as_str()), ("of", request.as_str()), ("reason", "asked")];
    let some = lead.submit(&format!("{data}/erase"), &fields).await;
    assert_eq!(some.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(some.page.contains(&format!("{mine}: erased")) && some.page.contains("under legal hold"), "{}", some.page);
    let sent = scene.house().sent().await;
    let told: Vec<String> =
        sent.iter().filter(|one| matches!(one.lane, Lane::Person(_))).filter_map(message).map(|one| plain(&one.text)).collect();
    let names = |words: &str, receipt: &Receipt| told.iter().any(|told| told.contains(words) && told.contains(receipt.as_str()));
    assert!(names("was erased on", &mine) && names("must be kept", &proven), "{told:?}");
    let there = async |receipt: &Receipt| office.store.ticket(receipt).await.expect("read").is_some();
    assert!(!there(&mine).await && there(&proven).await && there(&hidden).await && there(&request).await);
    let kept = proof(office, &mine).await.expect("read").expect("a proof");
    assert_eq!(kept.why, Why::Request(request.clone()));
    // Not even with the access code of an anonymous report.
    let by_code =
        scene.request(&request, vec![("receipt", receipt_of(&hidden)), ("proof", by("by-code")), ("a", by("x")), ("b", by("x"))]).await;
    assert!(!whose(&by_code).await.receipts().contains(&hidden), "not even with its code");
    // An old code is not enough.
    scene.house().clock.pass(chrono::Duration::minutes(6));
    lead.get(&data).await;
    let late = lead.submit(&format!("{data}/give"), &[("reason", "once more")]).await;
    assert!(late.to.is_some_and(|to| to.starts_with("/desk/code")));
}

#[tokio::test]
async fn the_audit_log_is_searched_shown_intact_and_taken_as_a_file() {
    let scene = Scene::open("").await;
    let receipt = scene.closed().await;
    let office = &scene.house().office;
    let mut eve = scene.browser("eve").await;
    let mut li = scene.browser("li").await;
    assert_eq!(li.get("/desk/log").await.status, StatusCode::FORBIDDEN);
    let shown = eve.get("/desk/log").await;
    assert_eq!(shown.status, StatusCode::OK);
    assert!(shown.page.contains("The chain is intact") && shown.page.contains(receipt.as_str()), "{}", shown.page);
    assert!(!shown.page.contains(NAME) && !shown.page.contains("I got a letter"));
    let only = eve.get(&format!("/desk/log?receipt={receipt}&act=closed")).await.page;
    assert_eq!(only.matches("<td class=\"num\">").count(), 1);
    assert!(eve.get("/desk/log?day=2020-01-01").await.page.contains("No such entries"));
    assert!(eve.get("/desk/log?receipt=nonsense").await.page.contains("could not be read"));
    assert_eq!(eve.submit("/desk/log/csv", &[("reason", "")]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    eve.get("/desk/log").await;
    let file = eve.submit("/desk/log/csv", &[("reason", "yearly audit"), ("by", "operator")]).await;
    assert_eq!(file.status, StatusCode::OK);
    assert!(
        file.page.starts_with("\u{feff}\"Taken by clerk:eve") && file.page.contains("closed") && !file.page.contains("person,"),
        "{}",
        file.page
    );
    let entries = office.store.audit(0, 1000).await.expect("read");
    let taken = entries.iter().rfind(|(_, entry)| entry.act == "exported").expect("written down");
    assert!(taken.1.by == "clerk:eve" && taken.1.more.contains(&"audit-log".to_owned()));
    scene.house().clock.pass(chrono::Duration::minutes(6));
    eve.get("/desk/log").await;
    let late = eve.submit("/desk/log/csv", &[("reason", "again")]).await;
    assert!(late.to.is_some_and(|to| to.starts_with("/desk/code")));
}

#[tokio::test]
async fn a_clerk_who_knows_a_party_hands_the_case_back_and_sees_no_personal_answers() {
    let scene = Scene::open("").await;
    let receipt = report(&scene.desk).await;
    let mut li = scene.browser("li").await;
    act_as(scene.house(), By::Clerk(id("li")), (&receipt, Act::Take)).await.expect("taken");
    let page = li.get(&page_of(&receipt)).await.page;
    let conflict = format!("{}/conflict", page_of(&receipt));
    assert!(page.contains(&conflict) && page.contains("/reply\""));
    li.submit(&conflict, &[("reason", "my cousin's firm")]).await;
    let ticket = scene.house().ticket(&receipt).await;
    assert_eq!((ticket.head.clerk, ticket.head.course.conflicts), (None, vec![id("li")]));
    let page = li.get(&page_of(&receipt)).await.page;
    assert!(page.contains("Colleagues deal with this case") && !page.contains("/reply\"") && !page.contains("/show\""), "{page}");
    for (act, fields) in [("show", [("reason", "curious")]), ("reply", [("text", "hello")]), ("take", [("seen", "99")])] {
        li.get(&page_of(&receipt)).await;
        let came = li.submit(&format!("{}/{act}", page_of(&receipt)), &fields).await;
        assert_ne!((came.status, came.to.clone()), (StatusCode::SEE_OTHER, Some(page_of(&receipt))), "{act}");
        assert_ne!(came.status, StatusCode::OK, "{act}");
    }
    assert_eq!(scene.audited("revealed").await, 0);
    let wang = act_as(scene.house(), By::Clerk(id("wang")), (&receipt, Act::Take)).await.expect("somebody else takes it");
    assert_eq!(wang.head.clerk, Some(id("wang")));
    assert_eq!(scene.audited("conflict").await, 1);
}

#[tokio::test]
async fn a_list_is_taken_as_a_file_alone_or_with_the_word_of_a_second_person() {
    let scene = Scene::open("").await;
    let receipt = scene.closed().await;
    scene.desk.has("second", &["administrator@DESK"]).await;
    scene.index.reached(scene.house().office.feed.cursor()).await;
    let mut li = scene.browser("li").await;
    assert_eq!(li.get("/desk/export").await.status, StatusCode::FORBIDDEN);
    let mut lead = scene.browser("lead").await;
    assert!(lead.get("/desk?view=all").await.page.contains("/desk/export?view=all"));
    let shown = lead.get("/desk/export?view=all").await.page;
    assert!(shown.contains("of the queues that you lead: 1"), "{shown}");
    let list = [("view", "all"), ("form", "csv")];
    let none = lead.submit("/desk/export", &list).await;
    assert_eq!(none.status, StatusCode::UNPROCESSABLE_ENTITY, "a reason is missing");
    lead.get("/desk/export?view=all").await;
    let file = lead.submit("/desk/export", &[list.as_slice(), &[("reason", "monthly meeting")]].concat()).await;
    assert_eq!((file.status, file.headers[header::CONTENT_TYPE].to_str().expect("text")), (StatusCode::OK, "text/csv; charset=utf-8"));
    assert!(
        file.page.starts_with("\u{feff}Taken by clerk:lead") || file.page.starts_with("\u{feff}\"Taken by clerk:lead"),
        "{}",
        file.page
    );
    assert!(file.page.contains(receipt.as_str()), "{}", file.page);
    assert_eq!(scene.audited("exported").await, 1);

    // Names in full need somebody else.
    lead.get("/desk/export?view=all").await;
    let asked = lead.submit("/desk/export", &[list.as_slice(), &[("reason", "letters"), ("names", "1")]].concat()).await;
    assert_eq!(asked.status, StatusCode::OK);
    assert!(!asked.page.contains(receipt.as_str()) && asked.page.contains("has to agree within a day"), "{}", asked.page);
    assert_eq!(scene.audited("exported").await, 1);
    let mut second = scene.browser("second").await;
    let page = second.get("/desk/export").await.page;
    let wish = crate::desk_web::between(&page, "name=\"id\" value=\"", "\"").expect("a wish");
    for path in ["/desk/export/agree", "/desk/export/take"] {
        lead.get("/desk/export").await;
        let own = lead.submit(path, &[("id", &wish)]).await;
        assert_eq!(own.status, StatusCode::UNPROCESSABLE_ENTITY, "{path}: not by oneself");
    }
    second.get("/desk/export").await;
    assert_eq!(second.submit("/desk/export/agree", &[("id", &wish)]).await.to.as_deref(), Some("/desk/export"));
    lead.get("/desk/export").await;
    let taken = lead.submit("/desk/export/take", &[("id", &wish)]).await;
    assert_eq!(taken.status, StatusCode::OK);
    assert!(taken.page.contains(receipt.as_str()));
    lead.get("/desk/export").await;
    assert_eq!(lead.submit("/desk/export/take", &[("id", &wish)]).await.status, StatusCode::UNPROCESSABLE_ENTITY, "once");
    assert_eq!((scene.audited("export-asked").await, scene.audited("export-agreed").await, scene.audited("exported").await), (1, 1, 2));
    use ip_office_bot::desk::takeout::{ALONE, Form, MOST, Names, NotTaken, Outcome, Wanted as Taken, ask};
    let rows = |rows| Taken { list: Vec::new(), rows, names: Names::Masked, form: Form::Csv, reason: "counting".to_owned() };
    let office = &scene.house().office;
    assert_eq!(ask(office, &id("lead"), rows(ALONE)).await, Ok(Outcome::Now));
    assert_eq!(ask(office, &id("lead"), rows(ALONE + 1)).await, Ok(Outcome::Waits));
    assert_eq!(ask(office, &id("lead"), rows(MOST + 1)).await, Err(NotTaken::TooMany));
    assert_eq!(ask(office, &id("li"), rows(1)).await, Err(NotTaken::NotYours));
}
