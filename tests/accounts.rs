//! Accounts of the staff over a whole counter: how somebody gets in, stays in, and is put out.

use crate::support::office::{ENF, House, LI, press};
use ip_office_bot::account::{ALARM, Accounts, Caller, Denied, Newcomer, Opened, Resumed, Weak};
use ip_office_bot::desk::staff::StaffHandled;
use ip_office_bot::desk::{By, NotDone, Request, Where};
use ip_office_bot::id::{ClerkId, Receipt};
use ip_office_bot::message::{Said, StaffSaid};
use ip_office_bot::roster::{Grant, Role};
use ip_office_bot::ticket::act::Act;
use std::sync::Arc;

const PASSWORD: &str = "three grey herons stood";

/// An office with accounts.
pub struct Desk {
    pub house: House,
    pub accounts: Arc<Accounts>,
}

pub fn id(name: &str) -> ClerkId {
    ClerkId(name.to_owned())
}

pub fn grants(words: &[&str]) -> Vec<Grant> {
    words.iter().map(|word| Grant::read(word).expect("a grant")).collect()
}

pub fn caller(last: u8) -> Caller {
    Caller { address: [192, 0, 2, last].into(), device: None, browser: "Test browser".to_owned() }
}

impl Desk {
    pub async fn open() -> Self {
        Self::at(House::open().await)
    }

    /// The same in a house with its own settings.
    pub fn at(house: House) -> Self {
        let accounts = Accounts::new(Arc::clone(&house.office));
        Self { house, accounts }
    }

    /// The code that an authenticator shows now for what was typed into it.
    pub fn code(&self, secret: &str) -> String {
        let base32: String = secret.chars().filter(|sign| !sign.is_whitespace()).collect();
        let secret = totp_rs::Secret::try_from_base32(base32).expect("a secret");
        let now = u64::try_from(self.house.office.now().timestamp()).expect("after 1970");
        totp_rs::Builder::new().with_secret(secret).build().expect("an authenticator").generate(now).to_string()
    }

    /// Somebody follows a link; the secret that their authenticator keeps, and their recovery codes.
    pub async fn joins(&self, token: &str, name: &str) -> (String, Vec<String>) {
        let secret = self.accounts.enrolment(token, name).expect("an enrolment").text;
        let joined = self.accounts.join(token, &self.newcomer(name, &secret)).await.expect("joined");
        assert_eq!(joined.account, id(name));
        self.house.clock.pass(chrono::Duration::seconds(60));
        (secret, joined.codes)
    }

    fn newcomer(&self, name: &str, secret: &str) -> Newcomer {
        let password = (PASSWORD.to_owned(), PASSWORD.to_owned());
        Newcomer { name: name.to_owned(), at_desk: false, password, code: self.code(secret) }
    }

    /// Somebody is invited by the operator and joins.
    pub async fn has(&self, name: &str, roles: &[&str]) -> String {
        let token = self.accounts.invite(&By::Operator, (&id(name), &grants(roles))).await.expect("invited");
        self.joins(&token, name).await.0
    }

    pub async fn logs_in(&self, name: &str, secret: &str) -> Opened {
        self.logs_in_with(name, &self.code(secret), &caller(1)).await.expect("a log-in")
    }

    async fn logs_in_with(&self, name: &str, code: &str, caller: &Caller) -> Result<Opened, Denied> {
        let step = self.accounts.check_password(name, PASSWORD, caller).await?;
        let opened = self.accounts.check_code(&step.word, code, caller).await;
        self.house.clock.pass(chrono::Duration::seconds(30));
        opened
    }

    pub async fn resumed(&self, opened: &Opened) -> Option<Resumed> {
        self.accounts.resume(&opened.token).await.expect("the store reads")
    }

    pub async fn audited(&self) -> Vec<String> {
        let entries = self.house.office.store.audit(0, 1000).await.expect("the store reads");
        entries.into_iter().map(|(_, entry)| format!("{} {} {}", entry.by, entry.act, entry.more.join(" ")).trim().to_owned()).collect()
    }
}

#[tokio::test]
async fn the_first_link_makes_an_administrator_once_and_a_new_start_replaces_it() {
    let desk = Desk::open().await;
    let old = desk.accounts.welcome().await.expect("a link").expect("nobody administers yet");
    let token = desk.accounts.welcome().await.expect("a link").expect("still nobody");
    assert_eq!(desk.accounts.follow(&old).await, Err(Denied::Gone));
    let secret = desk.accounts.enrolment(&token, "head").expect("an enrolment").text;
    let newcomer = desk.newcomer("head", &secret);
    for (wrong, why) in [
        (Newcomer { name: "operator".to_owned(), ..newcomer.clone() }, Denied::BadName),
        (Newcomer { name: "Head!".to_owned(), ..newcomer.clone() }, Denied::BadName),
        (Newcomer { password: ("short".to_owned(), "short".to_owned()), ..newcomer.clone() }, Denied::Weak(Weak::Short)),
        (Newcomer { password: (PASSWORD.to_owned(), "other".to_owned()), ..newcomer.clone() }, Denied::Weak(Weak::Differ)),
        (Newcomer { code: "000000".to_owned(), ..newcomer.clone() }, Denied::WrongCode),
    ] {
        assert_eq!(desk.accounts.join(&token, &wrong).await.map(|joined| joined.account), Err(why));
    }
    let newcomer = Newcomer { at_desk: true, ..newcomer };
    let other = Newcomer { name: "thief".to_owned(), ..newcomer.clone() };
    let (first, second) = tokio::join!(desk.accounts.join(&token, &newcomer), desk.accounts.join(&token, &other));
    assert_eq!([first.is_ok(), second.is_ok()].iter().filter(|done| **done).count(), 1, "of two who use it at once one gets in");
    assert_eq!(desk.accounts.follow(&token).await, Err(Denied::Gone));
    assert_eq!(desk.accounts.welcome().await, Ok(None));
    let head = first.or(second).expect("one of them");
    let rights = desk.house.office.roster.load().rights(&head.account);
    assert!(rights.is_of_office(Role::Administrator) && rights.serves(&"AID".into()));
    assert_eq!(head.codes.len(), 10);
}

#[tokio::test]
async fn a_link_dies_after_a_day_and_with_the_next_one() {
    let desk = Desk::open().await;
    let first = desk.accounts.invite(&By::Operator, (&id("li"), &[])).await.expect("a clerk of the settings needs no role");
    assert_eq!(desk.accounts.invite(&By::Operator, (&id("li"), &[])).await, Err(Denied::Taken));
    let second = desk.accounts.reset(&By::Operator, &id("li")).await.expect("another link");
    assert_eq!(desk.accounts.follow(&first).await, Err(Denied::Gone));
    desk.house.clock.pass(chrono::Duration::hours(24));
    assert_eq!(desk.accounts.follow(&second).await, Err(Denied::Gone));
    assert_eq!(desk.accounts.follow("").await, Err(Denied::Gone));
    assert_eq!(desk.accounts.invite(&By::Operator, (&id("stranger-2"), &[])).await, Err(Denied::BadRoles));
    assert_eq!(desk.accounts.invite(&By::Operator, (&id("new"), &grants(&["clerk@NONE"]))).await, Err(Denied::BadRoles));
}

#[tokio::test]
async fn a_log_in_needs_password_and_code_and_a_code_works_once() {
    let desk = Desk::open().await;
    let secret = desk.has("li", &[]).await;
    let code = desk.code(&secret);
    let step = desk.accounts.check_password("li", PASSWORD, &caller(1)).await.expect("the password is right");
    assert_eq!(desk.accounts.check_code(&step.word, "000000", &caller(1)).await.map(|_| ()), Err(Denied::WrongCode));
    let opened = desk.accounts.check_code(&step.word, &code, &caller(1)).await.expect("a log-in");
    assert_eq!(desk.accounts.check_code(&step.word, &code, &caller(1)).await.map(|_| ()), Err(Denied::WrongCode));
    let forged = step.word.replace(".li", ".boss");
    assert_eq!(desk.accounts.check_code(&forged, &code, &caller(1)).await.map(|_| ()), Err(Denied::Late));
    assert!(desk.resumed(&opened).await.is_some_and(|resumed| resumed.rights.serves(&"ENF".into())));
    assert!(desk.accounts.resume(&opened.device).await.expect("the store reads").is_none());
    desk.house.clock.pass(chrono::Duration::minutes(6));
    let late = desk.accounts.check_code(&step.word, &desk.code(&secret), &caller(1)).await;
    assert_eq!(late.map(|_| ()), Err(Denied::Late));
}

#[tokio::test]
async fn wrong_account_and_wrong_password_get_the_same_answer() {
    let desk = Desk::open().await;
    desk.has("li", &[]).await;
    desk.accounts.invite(&By::Operator, (&id("ann"), &[])).await.expect("invited");
    for name in ["li", "nobody", "ann", "", "operator"] {
        assert_eq!(desk.accounts.check_password(name, "wrong horse wrong", &caller(1)).await, Err(Denied::Wrong), "{name}");
    }
}

#[tokio::test]
async fn a_log_in_ends_after_half_an_hour_of_rest_and_after_twelve_hours_in_any_case() {
    let desk = Desk::open().await;
    let secret = desk.has("li", &[]).await;
    let opened = desk.logs_in("li", &secret).await;
    for _ in 0..24 {
        desk.house.clock.pass(chrono::Duration::minutes(29));
        assert!(desk.resumed(&opened).await.is_some());
    }
    desk.house.clock.pass(chrono::Duration::minutes(29));
    assert!(desk.resumed(&opened).await.is_none(), "twelve hours are over");
    let opened = desk.logs_in("li", &secret).await;
    let resumed = desk.resumed(&opened).await.expect("in");
    desk.house.clock.pass(chrono::Duration::minutes(20));
    assert!(desk.accounts.still(&resumed.id).await.expect("the store reads").is_some());
    desk.house.clock.pass(chrono::Duration::minutes(11));
    assert!(desk.resumed(&opened).await.is_none(), "a stream that stays open is no sign of life");
    ip_office_bot::account::sweep(&desk.house.office).await.expect("swept");
    let left = desk.house.office.store.slips(ip_office_bot::store::Drawer::Login, "", None, 10).await.expect("the store reads");
    assert!(left.is_empty(), "{left:?}");
}

#[tokio::test]
async fn what_cannot_be_taken_back_needs_a_code_of_the_last_five_minutes() {
    let desk = Desk::open().await;
    let secret = desk.has("li", &[]).await;
    let opened = desk.logs_in("li", &secret).await;
    let fresh = async || desk.resumed(&opened).await.expect("in").login.is_fresh(desk.house.office.now());
    assert!(fresh().await);
    desk.house.clock.pass(chrono::Duration::minutes(5));
    assert!(!fresh().await);
    let resumed = desk.resumed(&opened).await.expect("in");
    assert_eq!(desk.accounts.freshen(&resumed, "000000", &caller(1)).await, Err(Denied::WrongCode));
    assert!(!fresh().await);
    desk.accounts.freshen(&resumed, &desk.code(&secret), &caller(1)).await.expect("fresh");
    assert!(fresh().await);
}

#[tokio::test]
async fn own_log_ins_are_listed_and_ended_and_those_of_others_are_not() {
    let desk = Desk::open().await;
    let (li, ann) = (desk.has("li", &[]).await, desk.has("ann", &[]).await);
    let (first, second, other) = (desk.logs_in("li", &li).await, desk.logs_in("li", &li).await, desk.logs_in("ann", &ann).await);
    let ids: Vec<String> = desk.accounts.log_ins(&id("li")).await.expect("listed").into_iter().map(|(id, _)| id).collect();
    assert_eq!(ids.len(), 2);
    let theirs = desk.resumed(&other).await.expect("in").id;
    desk.accounts.end_log_in(&id("li"), &theirs).await.expect("nothing happens");
    assert!(desk.resumed(&other).await.is_some());
    let mine = desk.resumed(&second).await.expect("in").id;
    desk.accounts.end_others(&id("li"), &mine).await.expect("ended");
    assert!(desk.resumed(&first).await.is_none() && desk.resumed(&second).await.is_some());
    desk.accounts.end_log_in(&id("li"), &mine).await.expect("ended");
    assert!(desk.resumed(&second).await.is_none());
}

#[tokio::test]
async fn a_new_password_ends_other_log_ins_and_the_old_password() {
    let desk = Desk::open().await;
    let secret = desk.has("li", &[]).await;
    let (here, there) = (desk.logs_in("li", &secret).await, desk.logs_in("li", &secret).await);
    let resumed = desk.resumed(&here).await.expect("in");
    let new = ("seven blue kingfishers".to_owned(), "seven blue kingfishers".to_owned());
    assert_eq!(desk.accounts.change_password(&resumed, "wrong", &new).await, Err(Denied::Wrong));
    desk.accounts.change_password(&resumed, PASSWORD, &new).await.expect("changed");
    assert!(desk.resumed(&here).await.is_some() && desk.resumed(&there).await.is_none());
    assert_eq!(desk.accounts.check_password("li", PASSWORD, &caller(1)).await, Err(Denied::Wrong));
    assert!(desk.accounts.check_password("li", &new.0, &caller(1)).await.is_ok());
}

#[tokio::test]
async fn a_recovery_code_stands_in_for_the_authenticator_once() {
    let desk = Desk::open().await;
    let token = desk.accounts.invite(&By::Operator, (&id("li"), &[])).await.expect("invited");
    let (_, codes) = desk.joins(&token, "li").await;
    let opened = desk.logs_in_with("li", &codes[0], &caller(1)).await.expect("in");
    assert_eq!(opened.codes_left, Some(9));
    assert_eq!(desk.logs_in_with("li", &codes[0], &caller(1)).await.map(|_| ()), Err(Denied::WrongCode));
    let resumed = desk.resumed(&opened).await.expect("in");
    let new = desk.accounts.new_codes(&resumed).await.expect("new codes");
    assert_eq!(desk.logs_in_with("li", &codes[1], &caller(1)).await.map(|_| ()), Err(Denied::WrongCode));
    assert!(desk.logs_in_with("li", &new[1], &caller(1)).await.is_ok());
}

/// A report in the queue of enforcement.
pub async fn report(desk: &Desk) -> Receipt {
    for line in ["/start human-contact", "I got a letter about a patent"] {
        let what = match line.strip_prefix("/start ") {
            Some(rest) => Said::Command { name: "start".to_owned(), rest: rest.to_owned() },
            None => Said::Text(line.to_owned()),
        };
        desk.house.person(501, "en", what).await;
        desk.house.clock.pass(chrono::Duration::seconds(20));
    }
    let sent = desk.house.sent().await;
    let last = sent.iter().rev().filter_map(crate::support::office::message).find(|message| !message.buttons.is_empty()).expect("a review");
    let send = last.buttons.iter().flatten().find(|button| button.label.contains("Send")).expect("a button").token.clone();
    desk.house.person(501, "en", Said::Press(press(send, 1))).await;
    desk.house.sent().await;
    let wanted = ip_office_bot::store::Wanted { limit: 100, ..Default::default() };
    let tickets = desk.house.office.store.tickets(&wanted).await.expect("tickets");
    tickets.into_iter().max_by_key(|head| head.submitted).expect("a ticket").receipt
}

#[tokio::test]
async fn a_disabled_clerk_is_out_everywhere_at_once_telegram_included() {
    let desk = Desk::open().await;
    let secret = desk.has("li", &[]).await;
    let opened = desk.logs_in("li", &secret).await;
    let receipt = report(&desk).await;
    let take = || Request {
        by: By::Clerk(id("li")),
        receipt: receipt.clone(),
        act: Act::Take,
        place: Where::Elsewhere,
        event: None,
        files: Vec::new(),
    };
    desk.accounts.disable(&By::Operator, &id("li")).await.expect("disabled");
    assert!(desk.resumed(&opened).await.is_none(), "the log-in");
    assert_eq!(ip_office_bot::desk::perform(&desk.house.office, take()).await.map(|_| ()), Err(NotDone::NotYours), "the act");
    let queue = desk.house.ticket(&receipt).await.head.queue;
    let group = desk.house.office.queue(&queue).and_then(|queue| queue.group).unwrap_or(ENF);
    let pressed = desk.house.staff(group, None, (Some(LI), StaffSaid::Press(press(format!("d:take:{receipt}"), 5)))).await;
    assert!(pressed.alert, "the press in the group is refused: {pressed:?}");
    let said = desk.house.staff(LI, None, (Some(LI), StaffSaid::Command { name: "desk".to_owned(), rest: String::new() })).await;
    assert_eq!(said, StaffHandled::default(), "in private there is no desk");
    assert!(desk.house.sent().await.is_empty());
    assert_eq!(desk.accounts.check_password("li", PASSWORD, &caller(1)).await, Err(Denied::Wrong), "the door");
    assert!(desk.house.ticket(&receipt).await.head.clerk.is_none());
    desk.accounts.enable(&By::Operator, &id("li")).await.expect("enabled");
    assert!(desk.resumed(&opened).await.is_none(), "old log-ins do not come back");
    assert!(ip_office_bot::desk::perform(&desk.house.office, take()).await.is_ok());
    let audited = desk.audited().await;
    for line in ["operator account-invited li", "clerk:li account-joined", "clerk:li logged-in", "operator account-disabled li"] {
        assert!(audited.iter().any(|entry| entry == line), "{line}: {audited:#?}");
    }
}

#[tokio::test]
async fn a_clerk_of_the_settings_can_be_disabled_without_ever_having_had_an_account() {
    let desk = Desk::open().await;
    assert!(desk.house.office.clerk_on_telegram(LI).is_some());
    desk.accounts.disable(&By::Operator, &id("li")).await.expect("disabled");
    assert!(desk.house.office.clerk_on_telegram(LI).is_none());
    assert_eq!(desk.accounts.disable(&By::Operator, &id("nobody")).await, Err(Denied::NoAccount));
}

#[tokio::test]
async fn what_another_process_wrote_is_known_after_the_next_look() {
    let desk = Desk::open().await;
    desk.accounts.disable(&By::Operator, &id("li")).await.expect("disabled");
    let empty = ip_office_bot::roster::Roster::build(&desk.house.office.config.queues(), []);
    desk.house.office.roster.store(Arc::new(empty));
    assert!(desk.house.office.clerk_on_telegram(LI).is_some());
    ip_office_bot::account::refresh(&desk.house.office).await.expect("read");
    assert!(desk.house.office.clerk_on_telegram(LI).is_none());
}

#[tokio::test]
async fn an_administrator_of_a_queue_reaches_no_further_and_the_last_one_of_the_office_stays() {
    let desk = Desk::open().await;
    desk.has("head", &["administrator"]).await;
    desk.has("part", &["administrator@ENF"]).await;
    let (head, part) = (By::Clerk(id("head")), By::Clerk(id("part")));
    let invite = async |by: &By, name: &str, roles: &[&str]| desk.accounts.invite(by, (&id(name), &grants(roles))).await.map(|_| ());
    assert_eq!(invite(&part, "a", &["clerk@ENF"]).await, Err(Denied::BadName));
    assert_eq!(invite(&part, "aa", &["clerk@ENF"]).await, Ok(()));
    assert_eq!(invite(&part, "bb", &["clerk@AID"]).await, Err(Denied::NotYours));
    assert_eq!(invite(&part, "bb", &["administrator"]).await, Err(Denied::NotYours));
    assert_eq!(invite(&part, "li", &[]).await, Err(Denied::NotYours), "li serves other queues too");
    assert_eq!(desk.accounts.disable(&part, &id("head")).await, Err(Denied::NotYours));
    assert_eq!(desk.accounts.set_roles(&part, (&id("aa"), &grants(&["clerk"]))).await, Err(Denied::NotYours));
    assert_eq!(invite(&By::Clerk(id("aa")), "cc", &["clerk@ENF"]).await, Err(Denied::NotYours), "a clerk invites nobody");
    for done in [
        desk.accounts.disable(&head, &id("head")).await,
        desk.accounts.set_roles(&head, (&id("head"), &[])).await,
        desk.accounts.reset(&head, &id("head")).await.map(|_| ()),
    ] {
        assert_eq!(done, Err(Denied::Last));
    }
    desk.has("second", &["administrator"]).await;
    assert_eq!(desk.accounts.disable(&By::Clerk(id("second")), &id("head")).await, Ok(()));
    assert_eq!(invite(&head, "dd", &["clerk@ENF"]).await, Err(Denied::NotYours), "whoever is out gives no rights");
}

#[tokio::test]
async fn failed_log_ins_wait_longer_and_longer_but_never_keep_the_clerk_out() {
    let desk = Desk::open().await;
    let secret = desk.has("li", &[]).await;
    let known = desk.logs_in("li", &secret).await;
    for _ in 0..5 {
        assert_eq!(desk.accounts.check_password("li", "wrong horse wrong", &caller(9)).await, Err(Denied::Wrong));
    }
    assert_eq!(desk.accounts.check_password("li", PASSWORD, &caller(9)).await, Err(Denied::Wait(1)), "even the right one waits there");
    for n in 10..(10 + ALARM as u8) {
        let _ = desk.accounts.check_password("li", "wrong horse wrong", &caller(n)).await;
    }
    assert!(desk.accounts.check_password("li", PASSWORD, &caller(200)).await.is_ok(), "from a fresh address at once");
    let mine = Caller { device: Some(known.device.clone()), ..caller(9) };
    assert!(desk.accounts.check_password("li", PASSWORD, &mine).await.is_ok(), "and from a known browser, whatever its address");
    let forged = Caller { device: Some(known.device.replace(".li", ".ann")), ..caller(9) };
    assert!(matches!(desk.accounts.check_password("li", PASSWORD, &forged).await, Err(Denied::Wait(_))));
    let audited = desk.audited().await;
    let alarms = audited.iter().filter(|entry| entry.contains("log-in-failed li password")).count();
    assert!((1..=3).contains(&alarms), "some lines, not one a try: {audited:#?}");
}

#[tokio::test]
async fn nothing_that_opens_a_door_is_readable_in_the_store() {
    let desk = Desk::open().await;
    let token = desk.accounts.invite(&By::Operator, (&id("li"), &[])).await.expect("invited");
    let (secret, codes) = desk.joins(&token, "li").await;
    let opened = desk.logs_in("li", &secret).await;
    let mut all = String::new();
    for (drawer, _) in ip_office_bot::store::Drawer::ALL {
        for slip in desk.house.office.store.slips(drawer, "", None, 100).await.expect("the store reads") {
            all.push_str(&format!("{} {}\n", slip.id, slip.content));
        }
    }
    for door in [&token, &opened.token, &codes[0], &codes[0].replace('-', ""), PASSWORD] {
        assert!(!all.contains(door), "{door}");
    }
    assert!(!desk.audited().await.join("\n").contains(&caller(1).address.to_string()), "no address in the audit log");
}

/// What a command says.
#[derive(Default)]
struct Heard {
    lines: Vec<String>,
    complaints: Vec<String>,
}

impl ip_office_bot::cli::Out for Heard {
    fn line(&mut self, text: &str) {
        self.lines.push(text.to_owned());
    }

    fn progress(&mut self, _: u64, _: u64) {}

    fn complain(&mut self, text: &str) {
        self.complaints.push(text.to_owned());
    }
}

#[tokio::test]
async fn accounts_are_kept_from_the_command_line_too() {
    use ip_office_bot::cli::{DONE, REFUSED, StaffCommand, staff::staff};
    let desk = Desk::open().await;
    let run = async |command| {
        let mut heard = Heard::default();
        let code = staff(&desk.house.office, command, &mut heard).await;
        (code, heard)
    };
    let roles = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
    let (code, heard) = run(StaffCommand::Invite { id: "new".to_owned(), roles: roles(&["clerk@ENF", "auditor"]) }).await;
    assert_eq!(code, DONE, "{:?}", heard.complaints);
    let token = heard.lines[0].rsplit('/').next().expect("a link").to_owned();
    assert!(heard.lines[0].starts_with("http://127.0.0.1:8080/desk/welcome/"), "{}", heard.lines[0]);
    desk.joins(&token, "new").await;
    let (_, heard) = run(StaffCommand::List { json: false }).await;
    assert_eq!(heard.lines, ["new  ready  clerk@ENF auditor  log-ins: 0  recovery codes: 10"]);
    let (code, heard) = run(StaffCommand::Roles { id: "new".to_owned(), roles: roles(&["boss"]) }).await;
    assert_eq!(code, REFUSED);
    assert!(
        heard.complaints[0].contains("ENF") && heard.complaints[0].contains("supervisor"),
        "it says what there is: {:?}",
        heard.complaints
    );
    assert_eq!(run(StaffCommand::Disable { id: "new".to_owned() }).await.0, DONE);
    let (_, heard) = run(StaffCommand::List { json: true }).await;
    assert!(heard.lines[0].contains("\"state\":\"disabled\""), "{:?}", heard.lines);
    assert_eq!(run(StaffCommand::Enable { id: "new".to_owned() }).await.0, DONE);
    assert_eq!(run(StaffCommand::Reset { id: "nobody".to_owned() }).await.0, REFUSED);
    assert!(desk.audited().await.contains(&"operator account-invited new clerk@ENF auditor".to_owned()));
}
