//! A counter without a store, a network or a clock of its own: for practising, and for transcripts that are tests. The same
//! lines give the same answers each time.
//!
//! A transcript has one line a thing:
//!
//! ```text
//! ~ zh                      the language of the person's client; `~ 3 days` lets time pass
//! > 我要举报                  the person types; `> [label]` presses a button, `> /command`, `> (file photo.jpg: words)`
//! > {receipt}               the receipt that was shown last; `{code}` the access code that was shown last
//! < words                    the counter says; further lines of the same message are indented
//! [label] [label]            its buttons, row by row
//! < (words)                  a short word on the button that was pressed
//! # li: /take                a clerk does something in the topic of the newest ticket; `# li: [label]` presses a button
//! # li in private: /desk     a clerk writes to the bot
//! ~ no tables               the operator has loaded none of the office's own tables; `~ event …` and `~ somebody …`: see [`event`]
//! ~ import KIND FILE        the operator imports a table, and subscribers are matched with it
//! # operator: erase          the newest ticket is destroyed
//! ! words                    what the staff see; `! @li words` what that clerk sees
//! ~ links                    the office has a page of its own: what may not pass over Telegram is asked for over a link
//! > (by link: words)         the person answers on the page that the newest link leads to; `> (by link, file a.pdf)` a file
//! ? official                 the operator loads an official register of agencies; `? empty` one with nothing in it
//! ```

mod event;

use crate::app::{Content, Counter, Parts};
use crate::assets::Assets;
use crate::clock::{Clock, CountingChance, HandClock, Moment};
use crate::config::Config;
use crate::desk::card;
use crate::id::{AccessCode, EventId, EvidenceId, Receipt};
use crate::intake::Intake;
use crate::locale::Text;
use crate::message::{FileKind, Inbound, Incoming, Outbound, Pressed, Route, Said, StaffInbound, StaffSaid, plain};
use crate::office::Office;
use crate::outbox::Sent;
use crate::seal::OfficeKey;
use crate::store::memory::MemoryStore;
use crate::store::{Commit, Delivery, FileStatus, Lane, Parcel, Topic, Write};
use crate::vault::Vault;
use std::path::Path;
use std::sync::Arc;
use tokio::sync::mpsc::UnboundedReceiver;

/// Settings of the practice counter: the queues with groups and clerks, and a district.
const SETTINGS: &str = r#"
[office]
name = { zh-Hans = "示例市知识产权局", en = "Example City IP Office" }
hours = { zh-Hans = "工作日 9:00–17:00", en = "working days 9:00 to 17:00" }
data_officer = { zh-Hans = "信息专员", en = "the data officer" }

[[clerk]]
id = "li"
telegram = 9001

[[clerk]]
id = "ann"
telegram = 9002
language = "en"

[[queue]]
id = "ENF"
name = { zh-Hans = "执法处", en = "Enforcement section" }
group = -1001
clerks = ["li"]
supervisor = "ann"

[[queue]]
id = "AID"
name = { zh-Hans = "维权援助中心", en = "Assistance centre" }
group = -1002
language = "en"
clerks = ["ann", "li"]

[[queue]]
id = "DESK"
name = { zh-Hans = "服务台", en = "Service desk" }
group = -1003
clerks = ["li", "ann"]

# TOGETHER

[[queue]]
id = "district-420106"
name = { zh-Hans = "武昌区市场监管局", en = "Wuchang district bureau" }
clerks = ["li"]

[[window]]
code = "420103"
name = { zh-Hans = "江汉区市场监管局", en = "Jianghan district bureau" }
address = { zh-Hans = "江汉区某某路8号", en = "8 Some Road, Jianghan District" }
phone = "027-00000003"
"#;

/// Queues that Li and Ann serve together, each with a group: id, Chinese name, English name.
const TOGETHER: [(&str, &str, &str); 7] = [
    ("UTIL", "运用促进处", "Utilisation section"),
    ("INFO", "信息服务处", "Information section"),
    ("FUND", "资金处", "Funds section"),
    ("PLAN", "规划处", "Planning section"),
    ("PUBS", "宣传处", "Publicity section"),
    ("INTL", "涉外处", "International section"),
    ("AGCY", "代理监管处", "Agency supervision"),
];

/// The settings with those queues in their place; their groups count down from the one named before.
fn settings() -> String {
    let queue = |(n, (id, zh, en)): (usize, (&str, &str, &str))| {
        let group = 1004 + n;
        format!(
            "[[queue]]\nid = \"{id}\"\nname = {{ zh-Hans = \"{zh}\", en = \"{en}\" }}\ngroup = -{group}\nclerks = [\"li\", \"ann\"]\n\n"
        )
    };
    let queues: String = TOGETHER.into_iter().enumerate().map(queue).collect();
    SETTINGS.replacen("# TOGETHER\n", &queues, 1)
}

/// An official register, made up.
const OFFICIAL: &str = "agency_code,agency_name_zh,agency_name_en,status,province,city,district,attorney_count,phone,email,address,website
42901,武汉示例甲专利代理有限公司,Example Alpha IP,正常,湖北,武汉,武昌区,12,027-00000001,alpha@example.com,武汉市武昌区某某路1号,https://alpha.example.com
42902,武汉示例乙专利代理事务所(普通合伙),,列入经营异常名录,湖北,武汉,洪山区,3,,,,
42903,武汉示例丙专利代理有限公司,,正常,湖北,武汉,,,,,,
";

/// How the counter is talked to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rendering {
    /// With buttons, as on Telegram.
    Buttons,
    /// With numbered choices, as in a terminal; whoever presses a button types what stands on it.
    Labels,
    /// The same, but what has a number is chosen by its number.
    Numbers,
}

/// A counter to practise with, and the person at it.
pub struct Practice {
    /// The office, for whoever looks behind the counter.
    pub office: Arc<Office>,
    intake: Arc<Intake>,
    deliveries: UnboundedReceiver<Delivery>,
    clock: Arc<HandClock>,
    content: Arc<Content>,
    rendering: Rendering,
    route: Route,
    language: String,
    events: i64,
    /// Number of the words typed last.
    typed: i64,
    /// The messages of the person that have buttons, newest last.
    shown: Vec<Outbound>,
    /// The same of the staff.
    cards: Vec<Outbound>,
    /// The newest screen of the person, as they read it.
    screen: String,
    /// What was shown to the person last.
    receipt: String,
    code: String,
    /// What the newest link leads to.
    link: String,
    newest: Option<Receipt>,
    /// What is typed instead of the button of the newest digest.
    ends: String,
    _folder: Folder,
}

/// A folder that goes away with the practice.
struct Folder(std::path::PathBuf);

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

impl Practice {
    /// A fresh counter on Monday, 23 November 2026, ten o'clock at the office.
    ///
    /// # Errors
    /// Dialogs or texts are broken.
    pub async fn open(content: Arc<Content>, rendering: Rendering) -> anyhow::Result<Self> {
        Self::open_with(content, rendering, settings()).await
    }

    async fn open_with(content: Arc<Content>, rendering: Rendering, settings: String) -> anyhow::Result<Self> {
        static NEXT: std::sync::atomic::AtomicU64 = std::sync::atomic::AtomicU64::new(0);
        let n = NEXT.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
        let folder = Folder(std::env::temp_dir().join(format!("ip-office-bot-practice-{}-{n}", std::process::id())));
        std::fs::create_dir_all(&folder.0)?;
        let mut config = Config::parse("practice", &settings, &[])?;
        config.server.data = folder.0.join("data");
        let start = Moment::from_timestamp(1_795_399_200, 0).unwrap_or_default();
        let clock = Arc::new(HandClock::at(start));
        let key = OfficeKey::generate(&mut rand::rng());
        let store = MemoryStore::with(key.clone(), Arc::clone(&clock) as Arc<dyn Clock>);
        let vault = Vault::open(&folder.0.join("evidence"), key.clone())?;
        let known = Arc::clone(&content);
        let parts = Parts { config, content, key, vault, clock: Arc::clone(&clock) as _, chance: Arc::new(CountingChance::default()) };
        let Counter { office, intake, deliveries } = Counter::join(parts, Arc::new(store)).await?;
        crate::digest::begin(&office).await.map_err(anyhow::Error::msg)?;
        let route = match rendering {
            Rendering::Buttons => Route::telegram(1),
            Rendering::Labels | Rendering::Numbers => Route { channel: 'c', chat: 1 },
        };
        Ok(Self {
            office,
            intake,
            deliveries,
            clock,
            content: known,
            rendering,
            route,
            language: "en".to_owned(),
            events: 0,
            typed: 0,
            shown: Vec::new(),
            cards: Vec::new(),
            screen: String::new(),
            receipt: String::new(),
            code: String::new(),
            link: String::new(),
            newest: None,
            ends: String::new(),
            _folder: folder,
        })
    }

    /// Does what a line says; what is seen then, as lines of a transcript.
    ///
    /// # Errors
    /// The line makes no sense here: an unknown button, a clerk without a ticket.
    pub async fn line(&mut self, line: &str) -> Result<Vec<String>, String> {
        self.clock.pass(chrono::Duration::seconds(20));
        let toast = match line.split_at_checked(1) {
            Some((">", rest)) => self.person(rest.trim_start()).await?.map(|toast| format!("< ({toast})")),
            Some(("#", rest)) => self.clerk(rest.trim_start()).await?.map(|toast| format!("! ({toast})")),
            Some(("~", rest)) => {
                self.pass(rest.trim()).await?;
                None
            }
            Some(("?", rest)) => {
                self.load_register(rest.trim())?;
                None
            }
            _ => return Err(format!("not a line of a transcript: {line}")),
        };
        let seen = self.look().await?;
        Ok(toast.into_iter().chain(seen).collect())
    }

    /// Where the person is.
    pub fn route(&self) -> &Route {
        &self.route
    }

    fn load_register(&self, what: &str) -> Result<(), String> {
        let read = crate::agency::parse_register(OFFICIAL.as_bytes(), &mut |_| {}).map_err(|report| format!("{report:?}"))?;
        let mut register = read.with_origin("practice", chrono::NaiveDate::from_ymd_opt(2026, 11, 1));
        match what {
            "official" => {}
            "empty" => register.agencies.clear(),
            other => return Err(format!("there is no register ({other})")),
        }
        self.office.agencies.store(Arc::new(crate::agency::Index::build(Arc::new(register))));
        Ok(())
    }

    async fn person(&mut self, does: &str) -> Result<Option<String>, String> {
        let event = EventId { channel: self.route.channel, number: self.events + 1 };
        let (event, what) = if let Some(sent) = does.strip_prefix("(by link").and_then(|rest| rest.strip_suffix(')')) {
            let Some(what) = self.by_link(sent).await? else { return Ok(Some("the link does not work".to_owned())) };
            (EventId { channel: 'w', ..event }, what)
        } else {
            (event, self.said(does)?)
        };
        self.events += 1;
        // A label that is typed where there are no buttons is a press.
        if matches!(what, Said::Text(_)) && !does.starts_with('[') {
            self.typed = self.events;
        }
        let inbound = Inbound {
            event,
            from: self.route.clone(),
            language: Some(self.language.clone()),
            at: self.office.now(),
            // An edit is one of the words typed last.
            message: Some(if matches!(what, Said::Edited { .. }) { self.typed } else { self.events }),
            what,
        };
        self.intake.handle(inbound).await.map(|handled| handled.toast).map_err(|trouble| trouble.to_string())
    }

    /// What is sent on the page of the newest link; `None` when it does not work any more.
    async fn by_link(&self, sent: &str) -> Result<Option<Said>, String> {
        let Some(link) = crate::intake::link(&self.office, &self.link).await.map_err(|error| error.to_string())? else { return Ok(None) };
        let (files, words) = match sent.strip_prefix(": ") {
            Some(words) => (Vec::new(), Some(words.to_owned())),
            None => match sent.strip_prefix(", ").and_then(thing_sent) {
                Some(Said::File { file, .. }) => (vec![file], None),
                _ => return Err(format!("nobody can send (by link{sent})")),
            },
        };
        Ok(Some(Said::ByLink { request: link.request, link: link.id, files, words }))
    }

    fn said(&self, does: &str) -> Result<Said, String> {
        Ok(if let Some(label) = does.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
            self.press(label)?
        } else if let Some(command) = does.strip_prefix('/') {
            let (name, rest) = command.split_once(' ').unwrap_or((command, ""));
            Said::Command { name: name.to_owned(), rest: rest.to_owned() }
        } else if let Some(thing) = does.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')) {
            thing_sent(thing).ok_or_else(|| format!("nobody can send ({thing})"))?
        } else {
            Said::Text(does.replace("\\n", "\n").replace("{receipt}", &self.receipt).replace("{code}", &self.code))
        })
    }

    fn press(&self, label: &str) -> Result<Said, String> {
        if self.rendering == Rendering::Buttons {
            return pressed(&self.shown, label);
        }
        if let Some(number) = self.screen.lines().find_map(|line| numbered(line, label)) {
            return Ok(Said::Text(if self.rendering == Rendering::Numbers { number.to_owned() } else { label.to_owned() }));
        }
        if self.screen.contains(label) {
            return Ok(Said::Text(label.to_owned()));
        }
        // What stands under a message that stays is typed too: the receipt instead of "see this case".
        let typed = crate::format::fold(label);
        let is = |name: &str| self.office.script.load().texts.is_said(&Text::new(name), &typed);
        match () {
            () if is("button-ticket") => Ok(Said::Text(self.receipt.clone())),
            () if is("button-unsubscribe") => Ok(Said::Command { name: "unsubscribe".to_owned(), rest: self.ends.clone() }),
            () if is("button-continue") || is("button-booking") => Ok(Said::Text(label.to_owned())),
            () => Err(format!("nothing can be typed for [{label}]")),
        }
    }

    async fn clerk(&mut self, does: &str) -> Result<Option<String>, String> {
        let (name, act) = does.split_once(':').ok_or("a clerk's line is `# name: words`")?;
        if (name.trim(), act.trim()) == ("operator", "erase") {
            return self.erase().await.map(|()| None);
        }
        let (name, private) = name.trim().strip_suffix(" in private").map_or((name.trim(), false), |name| (name, true));
        let user = self.office.config.clerk.iter().find(|clerk| clerk.id.0 == name).and_then(|clerk| clerk.telegram);
        let (chat, thread) = if private {
            (user.ok_or("a private chat needs a clerk with an account")?, None)
        } else {
            let receipt = self.newest.clone().ok_or("there is no ticket yet")?;
            let topic = self.office.store.topic(&receipt).await.map_err(|error| error.to_string())?.ok_or("the ticket has no topic")?;
            (topic.chat, Some(topic.thread))
        };
        let act = act.trim().replace("{receipt}", self.newest.as_ref().map_or("", Receipt::as_str));
        let what = if let Some(label) = act.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
            match pressed(&self.cards, label)? {
                Said::Press(pressed) => StaffSaid::Press(pressed),
                _ => return Err(format!("[{label}] is no button")),
            }
        } else if let Some(command) = act.strip_prefix('/') {
            let (name, rest) = command.split_once(' ').unwrap_or((command, ""));
            StaffSaid::Command { name: name.to_owned(), rest: rest.to_owned() }
        } else if let Some(thing) = act.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')) {
            match thing_sent(thing) {
                Some(Said::File { file, words, .. }) => StaffSaid::File { file, words },
                _ => return Err(format!("clerks do not send ({thing})")),
            }
        } else {
            StaffSaid::Text(act.replace("\\n", "\n"))
        };
        self.events += 1;
        let inbound = StaffInbound {
            event: EventId { channel: 't', number: 1_000_000 + self.events },
            chat,
            thread,
            user,
            message: Some(self.events),
            at: self.office.now(),
            what,
        };
        crate::desk::staff::handle(&self.office, inbound).await.map(|handled| handled.toast).map_err(|trouble| trouble.to_string())
    }

    /// What archives no longer need is destroyed.
    async fn erase(&self) -> Result<(), String> {
        let receipt = self.newest.clone().ok_or("there is no ticket yet")?;
        let commit = Commit { writes: vec![Write::EraseTicket(receipt)], ..Commit::default() };
        self.office.store.commit(commit).await.map_err(|error| error.to_string())
    }

    /// `3 days`, `2 hours`, or the language of the client.
    async fn pass(&mut self, what: &str) -> Result<(), String> {
        if what == "links" {
            let settings = settings() + "\n[server]\npublic_url = \"https://counter.example.org\"\n";
            let anew = Self::open_with(Arc::clone(&self.content), self.rendering, settings).await;
            *self = anew.map_err(|error| format!("{error:#}"))?;
            return Ok(());
        }
        if what == "no tables" {
            self.office.tables.store(Arc::default());
            return Ok(());
        }
        if let Some(what) = what.strip_prefix("import ") {
            return self.import(what).await;
        }
        if self.event_line(what).await? {
            return Ok(());
        }
        let mut words = what.split(' ');
        let (first, unit) = (words.next().unwrap_or(""), words.next().unwrap_or(""));
        let Ok(n) = first.parse::<i64>() else {
            self.language = first.to_owned();
            return Ok(());
        };
        let by = if unit.starts_with("hour") { chrono::Duration::hours(n) } else { chrono::Duration::days(n) };
        self.clock.pass(by);
        crate::app::look_at_timers(&self.office, &self.intake).await?;
        while crate::digest::send_due(&self.office, 100).await? > 0 {}
        Ok(())
    }

    /// The operator imports a table, and what is new in it is matched.
    async fn import(&self, what: &str) -> Result<(), String> {
        let (kind, file) = what.split_once(' ').ok_or("an import is `~ import KIND FILE`")?;
        let kind = crate::table::Kind::named(kind).ok_or_else(|| format!("there is no table ({kind})"))?;
        let bytes = std::fs::read(file.trim()).map_err(|error| format!("{file}: {error}"))?;
        let read = crate::table::parse(kind, &bytes, &self.office.places.load(), &mut |_| {}).map_err(|report| format!("{report:?}"))?;
        let origin = crate::table::Origin { source: "practice".to_owned(), as_of: Some(crate::clock::office_day(self.office.now())) };
        crate::shelf::import(&self.office, &bytes, (kind, read.content, origin)).await.map_err(|error| error.to_string())?;
        while crate::digest::match_next(&self.office).await? {}
        Ok(())
    }

    /// Everything that was sent, as people and staff see it; then it counts as sent.
    async fn look(&mut self) -> Result<Vec<String>, String> {
        let mut lines = Vec::new();
        let mut sent = Vec::new();
        while let Ok(delivery) = self.deliveries.try_recv() {
            sent.push(Write::Delivered(delivery.id));
            match (&delivery.lane, &delivery.parcel) {
                // Somebody else reads it.
                (Lane::Person(to), _) if *to != self.route => {}
                (Lane::Person(_), Parcel::Screen(message) | Parcel::Message(message) | Parcel::About { message, .. }) => {
                    lines.extend(message_lines("<", message));
                    self.seen(message, matches!(delivery.parcel, Parcel::Screen(_)));
                }
                (_, Parcel::Card { receipt }) => lines.extend(self.card(receipt).await?),
                (lane, Parcel::Post { message, .. } | Parcel::Tell { message } | Parcel::Message(message) | Parcel::Screen(message)) => {
                    lines.extend(message_lines(&self.staff(lane), message));
                    self.cards.push(message.clone());
                }
                (_, Parcel::Leave { reason: Some(reason), .. }) => lines.extend(message_lines("!", reason)),
                (_, Parcel::Leave { reason: None, .. } | Parcel::About { .. }) => {}
                (_, Parcel::Fetch { evidence }) => self.fetch(*evidence).await?,
                (_, Parcel::Hook { .. }) => {}
            }
        }
        if !sent.is_empty() {
            let commit = Commit { writes: sent, ..Commit::default() };
            self.office.store.commit(commit).await.map_err(|error| error.to_string())?;
        }
        Ok(lines)
    }

    /// What the person saw, as far as they need it again.
    fn seen(&mut self, message: &Outbound, is_screen: bool) {
        if !message.buttons.is_empty() {
            self.shown.push(message.clone());
        }
        for part in message.text.split("<code>").skip(1).filter_map(|part| part.split("</code>").next()) {
            if let Ok(receipt) = Receipt::read(part) {
                self.receipt = receipt.to_string();
            } else if let Some(code) = AccessCode::read(part) {
                code.secret().clone_into(&mut self.code);
            }
        }
        if let Some((_, rest)) = message.text.split_once("/once/") {
            self.link = rest.chars().take_while(|sign| sign.is_ascii_alphanumeric() || "-_".contains(*sign)).collect();
        }
        if let Some((_, rest)) = message.text.split_once("/unsubscribe ") {
            self.ends = rest.chars().take_while(char::is_ascii_alphanumeric).collect();
        }
        if is_screen {
            self.screen = plain(&message.text);
        }
    }

    /// How lines to the staff begin: words to one clerk name that clerk.
    fn staff(&self, lane: &Lane) -> String {
        let clerk = match lane {
            Lane::Clerk(chat) => self.office.clerk_on_telegram(*chat),
            Lane::Person(_) | Lane::Group(_) | Lane::Fetch(_) | Lane::Hook(_) => None,
        };
        clerk.map_or_else(|| "!".to_owned(), |clerk| format!("! @{}", clerk.id.0))
    }

    async fn card(&mut self, receipt: &Receipt) -> Result<Vec<String>, String> {
        let text = |error: crate::store::StoreError| error.to_string();
        let Some(ticket) = self.office.store.ticket(receipt).await.map_err(text)? else { return Ok(Vec::new()) };
        self.newest = Some(receipt.clone());
        let group = self.office.queue(&ticket.head.queue).and_then(|queue| queue.group);
        let name = card::topic_name(&self.office, &ticket);
        let known = self.office.store.topic(receipt).await.map_err(text)?.filter(|topic| Some(topic.chat) == group);
        let mut evidence = Vec::new();
        for id in crate::ticket::files(&ticket) {
            evidence.extend(self.office.store.evidence(id).await.map_err(text)?);
        }
        let shown = card::card(&self.office, &ticket, &evidence);
        let mut lines = vec![format!("! # {name}")];
        if let (None, Some(chat)) = (known, group) {
            let thread = 100 + self.events;
            let topic = Topic { receipt: receipt.clone(), chat, thread, card: Some(1), name, closed: false };
            let commit = Commit { writes: vec![Write::Topic(topic)], ..Commit::default() };
            self.office.store.commit(commit).await.map_err(|error| error.to_string())?;
            lines.extend(message_lines("!", &shown));
        }
        self.cards.push(shown);
        Ok(lines)
    }

    /// A practised file is what its name says; its content is never asked for.
    async fn fetch(&self, id: EvidenceId) -> Result<(), String> {
        let Some(evidence) = self.office.store.evidence(id).await.map_err(|error| error.to_string())? else { return Ok(()) };
        let ending = evidence.announced.name.as_deref().and_then(|name| name.rsplit('.').next()).unwrap_or("jpeg");
        let refused = match ending {
            "exe" => Some("executable"),
            "docm" => Some("active-content"),
            "rar" => Some("not-accepted"),
            "lost" => Some("lost"),
            _ => None,
        };
        let status = match refused {
            Some(why) => FileStatus::Refused { why: why.to_owned() },
            None => FileStatus::Kept {
                sha256: "0".repeat(64),
                bytes: evidence.announced.bytes.unwrap_or(0),
                found: ending.to_owned(),
                claimed: None,
            },
        };
        match crate::outbox::settle(&self.office, id, status).await {
            Sent::Done(_) => Ok(()),
            _ => Err("a file could not be kept".to_owned()),
        }
    }
}

/// A press on the newest button with this label.
fn pressed(shown: &[Outbound], label: &str) -> Result<Said, String> {
    let newest = shown.iter().rev().flat_map(|message| message.buttons.iter().flatten()).find(|button| button.label == label);
    let token = newest.ok_or_else(|| format!("there is no button [{label}]"))?.token.clone();
    Ok(Said::Press(Pressed { token, on: Some(1), handle: None }))
}

/// The number in front of a choice in a list, when the line is that choice.
fn numbered<'l>(line: &'l str, label: &str) -> Option<&'l str> {
    let (number, words) = line.split_once(". ")?;
    let is_it = match label.strip_suffix('…') {
        Some(beginning) => words.starts_with(beginning),
        None => words == label,
    };
    (is_it && number.bytes().all(|sign| sign.is_ascii_digit())).then_some(number)
}

fn thing_sent(thing: &str) -> Option<Said> {
    let (kind, rest) = thing.split_once(' ').unwrap_or((thing, ""));
    let file = |kind, name: &str| {
        let (name, words) = name.split_once(": ").map_or((name, None), |(name, words)| (name, Some(words.to_owned())));
        // Too much for any channel.
        let bytes = if name.contains("huge") { 60_000_000 } else { 120_000 };
        let name = (!name.is_empty()).then(|| name.to_owned());
        Said::File { file: Incoming { source: "practice".to_owned(), kind, name, mime: None, bytes: Some(bytes) }, words, album: None }
    };
    Some(match kind {
        "photo" => file(FileKind::Photo, rest),
        "file" => file(FileKind::Document, rest),
        "video" => file(FileKind::Video, rest),
        "voice" => file(FileKind::Sound, rest),
        "contact" => Said::Contact { own: true, phone: rest.to_owned() },
        "card" => Said::Contact { own: false, phone: rest.to_owned() },
        "location" => {
            let (latitude, longitude) = rest.split_once(' ').and_then(|(one, other)| Some((one.parse().ok()?, other.parse().ok()?)))?;
            Said::Location { latitude, longitude }
        }
        "edit" => Said::Edited { text: rest.to_owned() },
        "blocks" => Said::Left { gone: true },
        "old-button" => Said::Press(Pressed { token: "0.0".to_owned(), on: Some(1), handle: None }),
        other => Said::Other(crate::message::Oddity::ALL.into_iter().find(|oddity| oddity.name() == other)?),
    })
}

fn message_lines(mark: &str, message: &Outbound) -> Vec<String> {
    let mut lines = Vec::new();
    for (n, line) in plain(&message.text).lines().enumerate() {
        lines.push(if n == 0 { format!("{mark} {line}") } else { format!("  {line}") }.trim_end().to_owned());
    }
    if message.copy {
        lines.push(format!("{mark} (my-data.json)"));
    }
    if message.file.is_some() {
        lines.push(format!("{mark} (file)"));
    }
    if let Some(chart) = &message.chart {
        lines.push(format!("{mark} (chart: {})", chart.title));
    }
    for row in &message.buttons {
        lines.push(row.iter().map(|button| format!("[{}]", button.label)).collect::<Vec<_>>().join(" "));
    }
    if let Some(document) = &message.document {
        lines.push(format!("{mark} (document: {})", document.name));
    }
    lines
}

/// Dialogs, texts and data for practice counters.
///
/// # Errors
/// What `check` refuses.
pub fn content(assets: Assets) -> anyhow::Result<Arc<Content>> {
    Content::read(assets, &Config::parse("practice", &settings(), &[])?)
}

/// `chat --record`: practises in this terminal and writes the transcript.
///
/// # Errors
/// The file cannot be written, dialogs or texts are broken.
pub async fn record(config: &Config, language: Option<String>, file: &Path) -> anyhow::Result<u8> {
    let mut practice = Practice::open(content(Assets::open(Some(&config.server.content))?)?, Rendering::Buttons).await?;
    let mut transcript = Vec::new();
    let mut pending = vec![format!("~ {}", language.as_deref().unwrap_or("zh")), "> /start".to_owned()];
    let mut typed = tokio::io::AsyncBufReadExt::lines(tokio::io::BufReader::new(tokio::io::stdin()));
    loop {
        for line in std::mem::take(&mut pending) {
            transcript.push(line.clone());
            match practice.line(&line).await {
                Ok(lines) => {
                    for line in lines {
                        println!("{line}");
                        transcript.push(line);
                    }
                }
                Err(why) => {
                    println!("({why})");
                    transcript.pop();
                }
            }
        }
        match typed.next_line().await? {
            None => break,
            Some(line) if line.trim().is_empty() => {}
            Some(line) if line.starts_with(['#', '~', '>', '?']) => pending.push(line),
            Some(line) => pending.push(format!("> {line}")),
        }
    }
    std::fs::write(file, transcript.join("\n") + "\n")?;
    Ok(0)
}
