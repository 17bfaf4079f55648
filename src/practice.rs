//! A counter without a store, a network or a clock of its own: for practising, and for transcripts that are tests. The same
//! lines give the same answers each time.
//!
//! A transcript has one line a thing:
//!
//! ```text
//! ~ zh                      the language of the person's client; `~ 3 days` lets time pass
//! > 我要举报                  the person types; `> [label]` presses a button, `> /command`, `> (file photo.jpg)`
//! < words                    the counter says; further lines of the same message are indented
//! [label] [label]            its buttons, row by row
//! # li: /take                a clerk does something in the topic of the newest ticket
//! ! words                    what the staff see
//! ```

use crate::app::{Counter, Parts};
use crate::assets::Assets;
use crate::clock::{Clock, CountingChance, HandClock, Moment};
use crate::config::Config;
use crate::desk::card;
use crate::id::{EventId, Receipt};
use crate::intake::Intake;
use crate::message::{FileKind, Inbound, Incoming, Outbound, Pressed, Route, Said, StaffInbound, StaffSaid, plain};
use crate::office::Office;
use crate::seal::OfficeKey;
use crate::store::memory::MemoryStore;
use crate::store::{Commit, Delivery, FileStatus, Lane, Parcel, Topic, Write};
use crate::vault::Vault;
use std::path::Path;
use std::sync::Arc;
use tokio::sync::mpsc::UnboundedReceiver;

/// Settings of the practice counter: three queues with groups and clerks, and a district.
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

[[queue]]
id = "district-420106"
name = { zh-Hans = "武昌区市场监管局", en = "Wuchang district bureau" }
clerks = ["li"]
"#;

/// How the counter is talked to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rendering {
    /// With buttons, as on Telegram.
    Buttons,
    /// With numbered choices, as in a terminal.
    Numbers,
}

/// A counter to practise with, and the person at it.
pub struct Practice {
    /// The office, for whoever looks behind the counter.
    pub office: Arc<Office>,
    intake: Arc<Intake>,
    deliveries: UnboundedReceiver<Delivery>,
    clock: Arc<HandClock>,
    route: Route,
    language: String,
    events: i64,
    /// The messages of the person that have buttons, newest last.
    shown: Vec<Outbound>,
    newest: Option<Receipt>,
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
    pub async fn open(assets: Assets, rendering: Rendering) -> anyhow::Result<Self> {
        static NEXT: std::sync::atomic::AtomicU64 = std::sync::atomic::AtomicU64::new(0);
        let n = NEXT.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
        let folder = Folder(std::env::temp_dir().join(format!("ip-office-bot-practice-{}-{n}", std::process::id())));
        std::fs::create_dir_all(&folder.0)?;
        let config = Config::parse("practice", SETTINGS, &[])?;
        let start = Moment::from_timestamp(1_795_399_200, 0).unwrap_or_default();
        let clock = Arc::new(HandClock::at(start));
        let key = OfficeKey::generate(&mut rand::rng());
        let store = MemoryStore::with(key.clone(), Arc::clone(&clock) as Arc<dyn Clock>);
        let vault = Vault::open(&folder.0.join("evidence"), key.clone())?;
        let parts = Parts { config, assets, key, vault, clock: Arc::clone(&clock) as _, chance: Arc::new(CountingChance::default()) };
        let Counter { office, intake, deliveries } = Counter::join(parts, Arc::new(store)).await?;
        let route = match rendering {
            Rendering::Buttons => Route::telegram(1),
            Rendering::Numbers => Route { channel: 'c', chat: 1 },
        };
        Ok(Self {
            office,
            intake,
            deliveries,
            clock,
            route,
            language: "en".to_owned(),
            events: 0,
            shown: Vec::new(),
            newest: None,
            _folder: folder,
        })
    }

    /// Does what a line says; what is seen then, as lines of a transcript.
    ///
    /// # Errors
    /// The line makes no sense here: an unknown button, a clerk without a ticket.
    pub async fn line(&mut self, line: &str) -> Result<Vec<String>, String> {
        self.clock.pass(chrono::Duration::seconds(20));
        match line.split_at_checked(1) {
            Some((">", rest)) => self.person(rest.trim_start()).await?,
            Some(("#", rest)) => self.clerk(rest.trim_start()).await?,
            Some(("~", rest)) => self.pass(rest.trim()).await?,
            _ => return Err(format!("not a line of a transcript: {line}")),
        }
        self.look().await
    }

    async fn person(&mut self, does: &str) -> Result<(), String> {
        let what = if let Some(label) = does.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
            self.press(label)?
        } else if let Some(command) = does.strip_prefix('/') {
            let (name, rest) = command.split_once(' ').unwrap_or((command, ""));
            Said::Command { name: name.to_owned(), rest: rest.to_owned() }
        } else if let Some(thing) = does.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')) {
            thing_sent(thing).ok_or_else(|| format!("nobody can send ({thing})"))?
        } else {
            // Waiting for a code, a transcript cannot know it: `{code}` is the one shown last.
            Said::Text(does.replace("\\n", "\n"))
        };
        self.events += 1;
        let inbound = Inbound {
            event: EventId { channel: self.route.channel, number: self.events },
            from: self.route.clone(),
            language: Some(self.language.clone()),
            at: self.office.now(),
            message: Some(self.events),
            what,
        };
        self.intake.handle(inbound).await.map_err(|trouble| trouble.to_string())?;
        Ok(())
    }

    fn press(&self, label: &str) -> Result<Said, String> {
        if self.route.channel == 'c' {
            return Ok(Said::Text(label.to_owned()));
        }
        let token = self
            .shown
            .iter()
            .rev()
            .flat_map(|message| message.buttons.iter().flatten())
            .find(|button| button.label == label)
            .map(|button| button.token.clone())
            .ok_or_else(|| format!("there is no button [{label}]"))?;
        Ok(Said::Press(Pressed { token, on: Some(1), handle: None }))
    }

    async fn clerk(&mut self, does: &str) -> Result<(), String> {
        let (name, act) = does.split_once(':').ok_or("a clerk's line is `# name: words`")?;
        let user = self.office.config.clerk.iter().find(|clerk| clerk.id.0 == name.trim()).and_then(|clerk| clerk.telegram);
        let receipt = self.newest.clone().ok_or("there is no ticket yet")?;
        let topic = self.office.store.topic(&receipt).await.map_err(|error| error.to_string())?.ok_or("the ticket has no topic")?;
        let act = act.trim();
        let what = if let Some(label) = act.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
            return Err(format!("clerks type in transcripts; [{label}] is pressed in tests/desk.rs"));
        } else if let Some(command) = act.strip_prefix('/') {
            let (name, rest) = command.split_once(' ').unwrap_or((command, ""));
            StaffSaid::Command { name: name.to_owned(), rest: rest.to_owned() }
        } else {
            StaffSaid::Text(act.to_owned())
        };
        self.events += 1;
        let inbound = StaffInbound {
            event: EventId { channel: 't', number: 1_000_000 + self.events },
            chat: topic.chat,
            thread: Some(topic.thread),
            user,
            message: Some(self.events),
            at: self.office.now(),
            what,
        };
        crate::desk::staff::handle(&self.office, inbound).await.map(|_| ()).map_err(|trouble| trouble.to_string())
    }

    /// `3 days`, `2 hours`, or the language of the client.
    async fn pass(&mut self, what: &str) -> Result<(), String> {
        let mut words = what.split(' ');
        let (first, unit) = (words.next().unwrap_or(""), words.next().unwrap_or(""));
        let Ok(n) = first.parse::<i64>() else {
            self.language = first.to_owned();
            return Ok(());
        };
        let by = if unit.starts_with("hour") { chrono::Duration::hours(n) } else { chrono::Duration::days(n) };
        self.clock.pass(by);
        crate::app::look_at_timers(&self.office, &self.intake).await.map(|_| ())
    }

    /// Everything that was sent, as people and staff see it; then it counts as sent.
    async fn look(&mut self) -> Result<Vec<String>, String> {
        let mut lines = Vec::new();
        let mut sent = Vec::new();
        while let Ok(delivery) = self.deliveries.try_recv() {
            sent.push(Write::Delivered(delivery.id));
            match (&delivery.lane, &delivery.parcel) {
                (Lane::Person(_), Parcel::Screen(message) | Parcel::Message(message) | Parcel::About { message, .. }) => {
                    lines.extend(message_lines("<", message));
                    if !message.buttons.is_empty() {
                        self.shown.push(message.clone());
                    }
                }
                (_, Parcel::Card { receipt }) => lines.extend(self.card(receipt).await?),
                (_, Parcel::Post { message, .. } | Parcel::Tell { message } | Parcel::Message(message) | Parcel::Screen(message)) => {
                    lines.extend(message_lines("!", message));
                }
                (_, Parcel::Leave { reason: Some(reason), .. }) => lines.extend(message_lines("!", reason)),
                (_, Parcel::Leave { reason: None, .. } | Parcel::About { .. }) => {}
                (_, Parcel::Fetch { evidence }) => self.fetch(*evidence).await?,
            }
        }
        if !sent.is_empty() {
            let commit = Commit { writes: sent, ..Commit::default() };
            self.office.store.commit(commit).await.map_err(|error| error.to_string())?;
        }
        Ok(lines)
    }

    async fn card(&mut self, receipt: &Receipt) -> Result<Vec<String>, String> {
        let text = |error: crate::store::StoreError| error.to_string();
        let Some(ticket) = self.office.store.ticket(receipt).await.map_err(text)? else { return Ok(Vec::new()) };
        self.newest = Some(receipt.clone());
        let group = self.office.queue(&ticket.head.queue).and_then(|queue| queue.group);
        let name = card::topic_name(&self.office, &ticket);
        let known = self.office.store.topic(receipt).await.map_err(text)?.filter(|topic| Some(topic.chat) == group);
        let mut lines = vec![format!("! # {name}")];
        if let (None, Some(chat)) = (known, group) {
            let thread = 100 + self.events;
            let topic = Topic { receipt: receipt.clone(), chat, thread, card: Some(1), name, closed: false };
            let commit = Commit { writes: vec![Write::Topic(topic)], ..Commit::default() };
            self.office.store.commit(commit).await.map_err(|error| error.to_string())?;
            let mut evidence = Vec::new();
            for id in crate::ticket::files(&ticket) {
                evidence.extend(self.office.store.evidence(id).await.map_err(text)?);
            }
            lines.extend(message_lines("!", &Outbound { buttons: Vec::new(), ..card::card(&self.office, &ticket, &evidence) }));
        }
        Ok(lines)
    }

    /// A practised file is as it is named; its content is never asked for.
    async fn fetch(&self, id: crate::id::EvidenceId) -> Result<(), String> {
        let Some(mut evidence) = self.office.store.evidence(id).await.map_err(|error| error.to_string())? else { return Ok(()) };
        let found = evidence.announced.name.as_deref().and_then(|name| name.rsplit('.').next()).unwrap_or("jpeg").to_owned();
        evidence.status = FileStatus::Kept { sha256: "0".repeat(64), bytes: evidence.announced.bytes.unwrap_or(0), found, claimed: None };
        evidence.announced.source.clear();
        evidence.revision += 1;
        let commit = Commit { writes: vec![Write::Evidence(Box::new(evidence))], ..Commit::default() };
        self.office.store.commit(commit).await.map_err(|error| error.to_string())
    }
}

fn thing_sent(thing: &str) -> Option<Said> {
    let (kind, rest) = thing.split_once(' ').unwrap_or((thing, ""));
    let file = |kind, name: &str| {
        let (name, words) = name.split_once(": ").map_or((name, None), |(name, words)| (name, Some(words.to_owned())));
        let bytes = if name.contains("huge") { 25_000_000 } else { 120_000 };
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
        "location" => Said::Location { latitude: 30.5, longitude: 114.3 },
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
    if message.file.is_some() {
        lines.push(format!("{mark} (file)"));
    }
    for row in &message.buttons {
        lines.push(row.iter().map(|button| format!("[{}]", button.label)).collect::<Vec<_>>().join(" "));
    }
    lines
}

/// `chat --record`: practises in this terminal and writes the transcript.
///
/// # Errors
/// The file cannot be written, dialogs or texts are broken.
pub async fn record(config: &Config, language: Option<String>, file: &Path) -> anyhow::Result<u8> {
    let mut practice = Practice::open(Assets::open(Some(&config.server.content))?, Rendering::Buttons).await?;
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
            Some(line) if line.starts_with(['#', '~', '>']) => pending.push(line),
            Some(line) => pending.push(format!("> {line}")),
        }
    }
    std::fs::write(file, transcript.join("\n") + "\n")?;
    Ok(0)
}
