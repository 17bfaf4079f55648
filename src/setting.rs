//! What an office changes itself at its desk: queues and what they claim, hours, phone and address, working days, notices,
//! words of prepared replies, which services are open. The settings file is the base; what is set here lies over it, item by
//! item, and can be taken away again.
//!
//! What must hold: a change is on disk, with its entry in the audit log and a line in its history, before anybody sees it; it
//! takes effect for new turns at once and everywhere; whoever saves over a change that they have not seen is told and nothing is
//! lost; what cannot be used is refused as a whole, with every reason.
//!
//! | key | what it is | base |
//! |---|---|---|
//! | `queue/ENF` | words, services and districts of a queue, closed, removed | `[[queue]]` |
//! | `office` | hours, phone, address of the office | `[office]` |
//! | `window/420106` | the same of a window, with a remark | the imported table of offices, `[[window]]` |
//! | `calendar/2027` | working days of a year | built in, folder of calendars |
//! | `notice/...` | words to everybody for a time | none |
//! | `reply/SERVICE/NAME` | words of a prepared reply | text files |
//! | `service/SERVICE` | a service is closed: why, what instead | open |
//!
//! ## Why
//! - One slip a thing, so that two administrators at two things never meet.
//! - A line of the history holds what was there before and after. Old words are short, and "put it back" needs nothing else.
//! - A closed service is not offered and not begun, but whoever has begun it finishes it: they have done their part, and the desk
//!   can tell them what became of it. A queue that is closed keeps its tickets; a removed one is only no longer listed, so that
//!   old tickets still have a home. Both are said on the page.
//! - Time limits that run already are not counted anew when working days change: the person was told a date.

mod apply;
mod check;
mod reply;

pub use apply::{apply, begun, read_calendar, refresh, reload};
pub use check::{Fault, open_tickets};

use crate::clock::Moment;
use crate::config::{OfficeConfig, WindowConfig};
use crate::desk::By;
use crate::id::{QueueId, ServiceId};
use crate::office::{Office, Shut};
use crate::store::{Audit, Commit, CommitError, Drawer, Slip, Store, StoreError, Write};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// Words by language: `zh-Hans`, `en`.
pub type Words = BTreeMap<String, String>;

/// Languages in which words for people must be there.
pub const LANGUAGES: [&str; 2] = ["zh-Hans", "en"];
/// What stands before the name of a setting.
const SET: &str = "set:";
/// What stands before the name of a line of the history.
const LOG: &str = "log:";
/// Slips read at once.
const PAGE: usize = 500;

/// What can be set.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Key {
    /// A queue.
    Queue(QueueId),
    /// Hours, phone and address of the office.
    Office,
    /// The same of the window of a place, by its code.
    Window(String),
    /// Working days of a year.
    Calendar(i32),
    /// Words to everybody for a time, by a name made at random.
    Notice(String),
    /// A prepared reply of a service, by its name.
    Reply(ServiceId, String),
    /// Whether a service is open.
    Service(ServiceId),
}

impl Key {
    /// Its name in the store, in addresses and in the audit log.
    pub fn id(&self) -> String {
        match self {
            Key::Queue(id) => format!("queue/{id}"),
            Key::Office => "office".to_owned(),
            Key::Window(code) => format!("window/{code}"),
            Key::Calendar(year) => format!("calendar/{year}"),
            Key::Notice(id) => format!("notice/{id}"),
            Key::Reply(service, name) => format!("reply/{service}/{name}"),
            Key::Service(service) => format!("service/{service}"),
        }
    }

    /// The key of that name.
    pub fn read(id: &str) -> Option<Self> {
        let (kind, rest) = id.split_once('/').unwrap_or((id, ""));
        match (kind, rest) {
            ("office", "") => Some(Key::Office),
            (_, "") => None,
            ("queue", id) => Some(Key::Queue(id.into())),
            ("window", code) => Some(Key::Window(code.to_owned())),
            ("calendar", year) => year.parse().ok().map(Key::Calendar),
            ("notice", id) => Some(Key::Notice(id.to_owned())),
            ("reply", rest) => rest.split_once('/').map(|(service, name)| Key::Reply(service.into(), name.to_owned())),
            ("service", service) => Some(Key::Service(service.into())),
            _ => None,
        }
    }

    /// The kind of thing: the first part of its name.
    pub fn kind(&self) -> &'static str {
        match self {
            Key::Queue(_) => "queue",
            Key::Office => "office",
            Key::Window(_) => "window",
            Key::Calendar(_) => "calendar",
            Key::Notice(_) => "notice",
            Key::Reply(..) => "reply",
            Key::Service(_) => "service",
        }
    }
}

/// What something is set to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Value {
    /// See [`Key::Queue`].
    Queue(QueueSet),
    /// See [`Key::Office`] and [`Key::Window`].
    Window(WindowSet),
    /// The rows of a file of working days, as they are imported.
    Calendar(String),
    /// See [`Key::Notice`].
    Notice(NoticeSet),
    /// Words of a prepared reply, with its fields in braces.
    Reply(Words),
    /// The service is closed.
    Closed(ClosedSet),
}

/// A queue.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct QueueSet {
    /// Its name for people.
    pub name: Words,
    /// Services whose tickets come to it, whatever their dialogs say.
    pub services: BTreeSet<ServiceId>,
    /// Districts whose tickets come to it; with services: only those of both.
    pub districts: BTreeSet<String>,
    /// Closed or removed.
    pub shut: Option<Shut>,
    /// When it was made at the desk; queues keep the order in which they were made.
    pub made: Option<Moment>,
}

/// What is told about a window.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct WindowSet {
    /// Hours, as words.
    pub hours: Words,
    /// Phone number, printed as it is given.
    pub phone: String,
    /// Address.
    pub address: Words,
    /// A remark: which floor, what to bring. The office itself has none.
    pub note: Words,
}

/// Words to everybody for a time.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct NoticeSet {
    /// The words.
    pub words: Words,
    /// Not before.
    pub from: Option<Moment>,
    /// Not at this moment and later.
    pub until: Option<Moment>,
}

/// Why a service is closed.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ClosedSet {
    /// Why, and what people can do.
    pub why: Words,
    /// The service that is offered instead.
    pub instead: Option<ServiceId>,
}

/// One thing that is set, as it lies in the store.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Setting {
    /// What it is set to; the base holds when nothing is.
    pub value: Option<Value>,
    /// Who set it: `clerk:<name>`.
    pub by: String,
    /// When.
    pub at: Moment,
}

/// A line of the history.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Change {
    /// What was changed: [`Key::id`].
    pub key: String,
    /// The how-manieth change of it.
    pub revision: u64,
    /// Who.
    pub by: String,
    /// When.
    pub at: Moment,
    /// What was set before; nothing when the base held.
    pub before: Option<Value>,
    /// What is set since.
    pub after: Option<Value>,
}

/// How something stands now.
#[derive(Clone, Debug, PartialEq)]
pub struct Standing {
    /// Changes so far; 0 when it was never set.
    pub revision: u64,
    /// What is set at the desk, or that the base was taken back to.
    pub setting: Option<Setting>,
    /// What the settings file and what is shipped say.
    pub base: Option<Value>,
}

impl Standing {
    /// What is set at the desk.
    pub fn set(&self) -> Option<&Value> {
        self.setting.as_ref().and_then(|setting| setting.value.as_ref())
    }

    /// What holds.
    pub fn value(&self) -> Option<&Value> {
        self.set().or(self.base.as_ref())
    }
}

/// A change that somebody wants.
#[derive(Clone, Debug, PartialEq)]
pub struct Wish {
    /// What.
    pub key: Key,
    /// The revision that they have seen.
    pub seen: u64,
    /// What it is to be; `None` takes it back to the base.
    pub value: Option<Value>,
}

/// Why a change was not made. Nothing was changed.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum NotSet {
    /// Somebody changed it after it was looked at.
    #[error("it was changed meanwhile")]
    Overtaken(Box<Standing>),
    /// It cannot be used.
    #[error("it cannot be used")]
    Bad(Vec<Fault>),
    /// There is no such line of the history.
    #[error("there is no such change")]
    NoChange,
    /// The store cannot keep it.
    #[error("{0}")]
    Trouble(String),
}

impl From<StoreError> for NotSet {
    fn from(error: StoreError) -> Self {
        NotSet::Trouble(error.to_string())
    }
}

/// How something stands now.
pub fn standing(office: &Office, key: &Key) -> Standing {
    let set = office.set.load();
    let slip = set.get(&key.id());
    let setting = slip.and_then(|slip| serde_json::from_str(&slip.content).ok());
    Standing { revision: slip.map_or(0, |slip| slip.revision), setting, base: base(office, key) }
}

/// Every key of a kind that was ever set.
pub fn keys(office: &Office, kind: &str) -> Vec<Key> {
    let set = office.set.load();
    set.keys().filter_map(|id| Key::read(id)).filter(|key| key.kind() == kind).collect()
}

/// Makes a change.
///
/// # Errors
/// Why not.
pub async fn save(office: &Office, by: &By, wish: Wish) -> Result<(), NotSet> {
    let _alone = office.setting.lock().await;
    // Another process may have written.
    apply(office).await?;
    let now = standing(office, &wish.key);
    if now.revision != wish.seen {
        return Err(NotSet::Overtaken(Box::new(now)));
    }
    let faults = check::faults(office, &wish.key, wish.value.as_ref()).await?;
    if !faults.is_empty() {
        return Err(NotSet::Bad(faults));
    }
    let before = now.set().cloned();
    if before == wish.value {
        return Ok(());
    }
    let (id, at, by) = (wish.key.id(), office.now(), by.name());
    let revision = now.revision + 1;
    let setting = Setting { value: wish.value.clone(), by: by.clone(), at };
    let change = Change { key: id.clone(), revision, by: by.clone(), at, before, after: wish.value };
    let audit = Audit { at, by, act: "setting-changed".to_owned(), receipt: None, more: vec![id.clone(), revision.to_string()] };
    let writes = vec![slip(format!("{SET}{id}"), &setting, revision)?, slip(log_name(&change), &change, 1)?];
    match office.store.commit(Commit { writes, audit: vec![audit], ..Commit::default() }).await {
        Ok(()) => {}
        Err(CommitError::Stale(_)) => {
            apply(office).await?;
            return Err(NotSet::Overtaken(Box::new(standing(office, &wish.key))));
        }
        Err(error) => return Err(NotSet::Trouble(error.to_string())),
    }
    Ok(apply(office).await?)
}

/// Takes a change back: what was set before it is set again.
///
/// # Errors
/// Why not.
pub async fn put_back(office: &Office, by: &By, (key, revision): (Key, u64), seen: u64) -> Result<(), NotSet> {
    let history = history(office, Some(&key)).await?;
    let change = history.into_iter().find(|change| change.revision == revision).ok_or(NotSet::NoChange)?;
    save(office, by, Wish { key, seen, value: change.before }).await
}

/// What was changed, newest first: of one thing, or of all.
///
/// # Errors
/// The store cannot be read.
pub async fn history(office: &Office, key: Option<&Key>) -> Result<Vec<Change>, StoreError> {
    let id = key.map(Key::id);
    let slips = all(&*office.store, LOG).await?;
    let changes = slips.into_iter().filter_map(|slip| serde_json::from_str::<Change>(&slip.content).ok());
    Ok(changes.filter(|change| id.as_ref().is_none_or(|id| change.key == *id)).collect())
}

/// The name of a line of the history: the newest comes first.
fn log_name(change: &Change) -> String {
    let at = u64::try_from(change.at.timestamp_millis()).unwrap_or_default();
    format!("{LOG}{:020}:{:08}:{}", u64::MAX - at, u32::MAX - u32::try_from(change.revision).unwrap_or_default(), change.key)
}

fn slip(id: String, content: &impl Serialize, revision: u64) -> Result<Write, NotSet> {
    let content = serde_json::to_string(content).map_err(|error| NotSet::Trouble(error.to_string()))?;
    Ok(Write::Slip(Box::new(Slip { drawer: Drawer::Setting, id, content, revision })))
}

/// Every slip whose name begins so.
async fn all(store: &dyn Store, prefix: &str) -> Result<Vec<Slip>, StoreError> {
    let mut found = Vec::new();
    let mut after: Option<String> = None;
    loop {
        let page = store.slips(Drawer::Setting, prefix, after.as_deref(), PAGE).await?;
        let Some(last) = page.last() else { return Ok(found) };
        after = Some(last.id.clone());
        found.extend(page);
    }
}

/// What the settings file and what is shipped say.
fn base(office: &Office, key: &Key) -> Option<Value> {
    match key {
        Key::Queue(id) => {
            let queue = office.config.queues().into_iter().find(|queue| queue.id == *id)?;
            Some(Value::Queue(QueueSet {
                name: words_of(office, &queue.name, &crate::locale::Text::new(format!("queue-{id}"))),
                ..QueueSet::default()
            }))
        }
        Key::Office => {
            let OfficeConfig { hours, phone, address, .. } = office.config.office.clone();
            Some(Value::Window(WindowSet { hours, phone: phone.unwrap_or_default(), address, note: Words::new() }))
        }
        Key::Window(code) => {
            let window = apply::windows(&office.config, &office.tables.load()).into_iter().find(|window| window.code == *code)?;
            let WindowConfig { hours, phone, address, note, .. } = window;
            Some(Value::Window(WindowSet { hours, phone: phone.unwrap_or_default(), address, note }))
        }
        Key::Calendar(year) => {
            let content = office.content.load();
            let files = crate::content::calendar_files(&content.assets, &crate::content::calendar_folder(&office.config));
            files.ok()?.remove(&format!("{year}.csv")).map(Value::Calendar)
        }
        Key::Reply(service, name) => reply::shipped(&office.content.load(), &reply::text_id(service, name)).map(Value::Reply),
        Key::Notice(_) | Key::Service(_) => None,
    }
}

/// Words of the settings in every language that is needed; a text stands in for what is missing.
fn words_of(office: &Office, words: &Words, text: &crate::locale::Text) -> Words {
    if !words.is_empty() {
        return words.clone();
    }
    let script = office.script.load();
    let said = |language: &str| script.texts.say(&crate::locale::Language(language.to_owned()), text);
    LANGUAGES.iter().map(|language| ((*language).to_owned(), crate::message::plain(&said(language)))).collect()
}

/// One thing that a value says, for whoever compares two of them.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fact {
    /// Its name: the text `deskweb-set-<name>` says it.
    pub name: &'static str,
    /// The language that it is in.
    pub language: Option<String>,
}

impl Value {
    /// What it says, in order of its names. Lists are joined.
    pub fn facts(&self) -> BTreeMap<Fact, String> {
        let mut facts = BTreeMap::new();
        let mut say = |name: &'static str, language: Option<&str>, value: String| {
            if !value.is_empty() {
                facts.insert(Fact { name, language: language.map(str::to_owned) }, value);
            }
        };
        let words = |name: &'static str, words: &Words, say: &mut dyn FnMut(&'static str, Option<&str>, String)| {
            for (language, words) in words {
                say(name, Some(language), words.clone());
            }
        };
        let time =
            |at: &Option<Moment>| at.map_or_else(String::new, |at| crate::clock::office_time(at).format("%Y-%m-%d %H:%M").to_string());
        match self {
            Value::Queue(set) => {
                words("name", &set.name, &mut say);
                say("services", None, set.services.iter().map(ServiceId::as_str).collect::<Vec<_>>().join(", "));
                say("districts", None, set.districts.iter().map(String::as_str).collect::<Vec<_>>().join(", "));
                say("shut", None, set.shut.map_or_else(String::new, |shut| shut.name().to_owned()));
            }
            Value::Window(set) => {
                words("hours", &set.hours, &mut say);
                say("phone", None, set.phone.clone());
                words("address", &set.address, &mut say);
                words("note", &set.note, &mut say);
            }
            Value::Calendar(csv) => say("days", None, csv.clone()),
            Value::Notice(set) => {
                words("words", &set.words, &mut say);
                say("from", None, time(&set.from));
                say("until", None, time(&set.until));
            }
            Value::Reply(set) => words("words", set, &mut say),
            Value::Closed(set) => {
                words("why", &set.why, &mut say);
                say("instead", None, set.instead.as_ref().map_or_else(String::new, ToString::to_string));
            }
        }
        facts
    }
}

impl Shut {
    /// Its name in forms and texts.
    pub fn name(self) -> &'static str {
        match self {
            Shut::Closed => "closed",
            Shut::Removed => "removed",
        }
    }
}

/// The year that the rows of a calendar are about: that of the first row.
pub fn year_of(csv: &str) -> Option<i32> {
    let mut rows = csv.lines().filter(|line| !line.starts_with('#')).skip(1);
    rows.find_map(|line| line.trim().get(..10)?.parse::<NaiveDate>().ok()).map(|day| chrono::Datelike::year(&day))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_read_as_it_was_written() {
        let keys = [
            Key::Queue("ENF".into()),
            Key::Office,
            Key::Window("zone_donghu".to_owned()),
            Key::Calendar(2027),
            Key::Notice("5f".to_owned()),
            Key::Reply("patent-mediation".into(), "received".to_owned()),
            Key::Service("patent-mediation".into()),
        ];
        for key in keys {
            assert_eq!(Key::read(&key.id()), Some(key.clone()));
            assert!(key.id().starts_with(key.kind()));
        }
        for odd in ["", "office/x", "queue", "queue/", "calendar/x", "reply/a", "other/x"] {
            assert_eq!(Key::read(odd), None, "{odd}");
        }
    }

    #[test]
    fn the_newest_line_of_the_history_has_the_first_name() {
        let at: Moment = "2026-11-23T02:00:00Z".parse().expect("a time");
        let change = |seconds: i64, revision: u64| Change {
            key: "office".to_owned(),
            revision,
            by: "clerk:a".to_owned(),
            at: at + chrono::Duration::seconds(seconds),
            before: None,
            after: None,
        };
        assert!(log_name(&change(1, 2)) < log_name(&change(0, 1)));
        assert!(log_name(&change(0, 2)) < log_name(&change(0, 1)), "also within one millisecond");
    }

    #[test]
    fn a_calendar_is_of_the_year_of_its_first_day() {
        assert_eq!(year_of("date,kind,name_zh,name_en\n2027-01-01,holiday,元旦,New Year's Day\n"), Some(2027));
        assert_eq!(year_of("date,kind,name_zh,name_en\n"), None);
        assert_eq!(year_of(""), None);
    }
}
