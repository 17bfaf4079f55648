//! Settings: one struct a concern, each key with its default and unit. Read only here: from `office.toml`, then from the
//! environment (`OFFICE__SECTION__KEY`, and for Telegram what everybody knows: `TELOXIDE_TOKEN`, `TELOXIDE_API_URL`).
//! Unknown keys are refused; secrets never print.

use crate::dialog::event::PersonalPolicy;
use crate::id::{ClerkId, QueueId, ServiceId};
use crate::locale::Language;
use secrecy::SecretString;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::net::{IpAddr, SocketAddr};
use std::path::{Path, PathBuf};

/// Sections whose queues the shipped dialogs name: enforcement, assistance, utilisation, information, funds, planning,
/// publicity, foreign matters, supervision of agencies, service desk. What an office does not serve falls to its service desk.
pub const QUEUES: [&str; 10] = ["ENF", "AID", "UTIL", "INFO", "FUND", "PLAN", "PUBS", "INTL", "AGCY", "DESK"];

/// Fewest days after closing at which a ticket is erased by itself: until then the person can have it reopened.
const LEAST_KEPT: u32 = 31;

/// All settings.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Config {
    /// The office that runs the counter.
    pub office: OfficeConfig,
    /// Where things lie and where the counter listens.
    pub server: ServerConfig,
    /// Telegram.
    pub telegram: TelegramConfig,
    /// Personal data and drafts.
    pub personal: PersonalConfig,
    /// Events that people sign up for.
    pub events: EventsConfig,
    /// How long closed tickets are kept.
    pub retention: RetentionConfig,
    /// Limits against floods.
    pub limits: LimitsConfig,
    /// Outgoing webhooks.
    pub hooks: HooksConfig,
    /// Log-ins of the staff.
    pub desk: DeskConfig,
    /// Logs.
    pub log: LogConfig,
    /// Queues of the office.
    pub queue: Vec<QueueConfig>,
    /// Clerks.
    pub clerk: Vec<ClerkConfig>,
    /// Windows of public offices, by place.
    pub window: Vec<WindowConfig>,
}

/// The office that runs the counter. What is missing is said to be missing, never guessed.
#[derive(Clone, Debug, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct OfficeConfig {
    /// Name by language: `name.zh-Hans = "..."`. Without one the counter calls itself a demonstration.
    pub name: BTreeMap<String, String>,
    /// Office hours by language, as words.
    pub hours: BTreeMap<String, String>,
    /// Address of the window by language.
    pub address: BTreeMap<String, String>,
    /// Phone number of the window.
    pub phone: Option<String>,
    /// Who answers questions about personal data, by language.
    pub data_officer: BTreeMap<String, String>,
    /// Letters before each receipt number, one to four. Default `WH`.
    pub receipt_prefix: String,
}

impl Default for OfficeConfig {
    fn default() -> Self {
        Self {
            name: BTreeMap::new(),
            hours: BTreeMap::new(),
            address: BTreeMap::new(),
            phone: None,
            data_officer: BTreeMap::new(),
            receipt_prefix: "WH".to_owned(),
        }
    }
}

/// Where things lie and where the counter listens.
#[derive(Clone, Debug, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ServerConfig {
    /// Folder of the store, the key and the evidence. Default `data`.
    pub data: PathBuf,
    /// Address of health, metrics and the Telegram webhook. Default `127.0.0.1:8080`.
    pub listen: SocketAddr,
    /// Folder with `dialogs/`, `locales/` and `tables/` that replaces the built-in one when it is there. Default: the current one.
    pub content: PathBuf,
    /// Folder with calendars of working days, a file a year (`2027.csv`), besides those built in. Default `calendar` in the data folder.
    pub calendar: Option<PathBuf>,
    /// Memory for the store's cache in MiB. Default 16.
    pub cache_mib: u64,
    /// Address of the page as people reach it (`https://...`). Default: none; then the counter is for this machine.
    pub public_url: Option<String>,
    /// Addresses of proxies whose `X-Forwarded-For` is believed. Default: none.
    pub proxies: Vec<IpAddr>,
}

impl Default for ServerConfig {
    fn default() -> Self {
        Self {
            data: PathBuf::from("data"),
            listen: SocketAddr::from(([127, 0, 0, 1], 8080)),
            content: PathBuf::from("."),
            calendar: None,
            cache_mib: 16,
            public_url: None,
            proxies: Vec::new(),
        }
    }
}

/// Telegram. Off without a token.
#[derive(Clone, Debug, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct TelegramConfig {
    /// Token from @BotFather; better in the environment as `TELOXIDE_TOKEN`.
    pub token: Option<SecretString>,
    /// Address of the Bot API server. Default `https://api.telegram.org`.
    pub api_url: String,
    /// How updates arrive. Default `polling`.
    pub mode: TelegramMode,
    /// Public address of the webhook (`https://...`), for `mode = "webhook"`.
    pub webhook_url: Option<String>,
    /// Secret that Telegram sends with each update: 16 to 256 signs of `A-Z a-z 0-9 _ -`. Made at random when missing.
    pub webhook_secret: Option<SecretString>,
    /// Connections that Telegram may open to the webhook at once, 1 to 100. Default 40.
    pub webhook_connections: u8,
    /// Messages a second in all; 0 switches the limit off (for a Bot API server of one's own). Default 30.
    pub per_second: u32,
    /// Messages a second to one person; 0 switches the limit off. Default 1.
    pub person_per_second: u32,
    /// Messages to one person at once before that limit bites. Default 3.
    pub person_burst: u32,
    /// Messages a minute to a staff group; 0 switches the limit off. Default 20.
    pub group_per_minute: u32,
    /// Seconds that one call for updates waits. Default 25, at most 50.
    pub poll_seconds: u64,
    /// What of a person's files is shown in a staff group. Default `all`.
    pub files_to_group: FilesToGroup,
}

impl Default for TelegramConfig {
    fn default() -> Self {
        Self {
            token: None,
            api_url: "https://api.telegram.org".to_owned(),
            mode: TelegramMode::Polling,
            webhook_url: None,
            webhook_secret: None,
            webhook_connections: 40,
            per_second: 30,
            person_per_second: 1,
            person_burst: 3,
            group_per_minute: 20,
            poll_seconds: 25,
            files_to_group: FilesToGroup::All,
        }
    }
}

/// How updates arrive.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum TelegramMode {
    /// The counter asks for them; needs no public address.
    Polling,
    /// Telegram brings them to `webhook_url`.
    Webhook,
}

/// What of a person's files is shown in a staff group.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FilesToGroup {
    /// Pictures without their metadata, other files of named tickets as they are.
    All,
    /// Pictures without their metadata only.
    Images,
    /// Nothing: name, type and size only.
    None,
}

/// Personal data and drafts.
#[derive(Clone, Debug, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct PersonalConfig {
    /// Whether personal answers may pass over Telegram. Default `consent`.
    pub policy: PersonalPolicy,
    /// Version of the personal-data notice; raise it when the words change. Default 1.
    pub notice_version: u32,
    /// Days until an untouched form is deleted. Default 30.
    pub draft_days: i64,
    /// Days before that, at which the person is reminded. Default 3.
    pub remind_days: i64,
    /// Days that what was said on a visitor's page is shown there again; then it is deleted. Default 30.
    pub page_days: i64,
}

impl Default for PersonalConfig {
    fn default() -> Self {
        Self { policy: PersonalPolicy::Consent, notice_version: 1, draft_days: 30, remind_days: 3, page_days: 30 }
    }
}

/// Events that people sign up for.
#[derive(Clone, Debug, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct EventsConfig {
    /// Full hour of the office, on the day before, at which those who come are reminded. Default 10.
    pub remind_hour: u32,
    /// Days after an event at which who came is forgotten. Default 30.
    pub keep_days: i64,
}

impl Default for EventsConfig {
    fn default() -> Self {
        Self { remind_hour: 10, keep_days: 30 }
    }
}

/// How long tickets are kept after they were closed. Nothing is erased by itself unless the office says so: which files an office
/// must keep, and how long, is for its archive rules to say, and what was erased cannot be had back.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct RetentionConfig {
    /// Days after closing at which a ticket is erased; 0: never. Default 0.
    pub erase_days: u32,
    /// Days after closing during which a ticket is not erased, not even when the person asks. Default 0.
    pub keep_days: u32,
    /// Services for which it is otherwise, by name: `counterfeit-report = { erase_days = 3650, keep_days = 1825 }`.
    pub services: BTreeMap<String, ServiceRetention>,
}

/// How long tickets of one service are kept; what is missing is as for all.
#[derive(Clone, Copy, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ServiceRetention {
    /// Days after closing at which a ticket is erased; 0: never.
    pub erase_days: Option<u32>,
    /// Days after closing during which a ticket is not erased.
    pub keep_days: Option<u32>,
}

impl RetentionConfig {
    /// Days after closing at which a ticket of a service is erased; `None`: never by itself.
    pub fn erase_days(&self, service: &ServiceId) -> Option<u32> {
        let own = self.services.get(service.as_str()).and_then(|own| own.erase_days);
        Some(own.unwrap_or(self.erase_days)).filter(|days| *days > 0)
    }

    /// Days after closing during which a ticket of a service is kept.
    pub fn keep_days(&self, service: &ServiceId) -> u32 {
        self.services.get(service.as_str()).and_then(|own| own.keep_days).unwrap_or(self.keep_days)
    }

    /// Whether anything is ever erased by itself.
    pub fn erases(&self) -> bool {
        self.erase_days > 0 || self.services.values().any(|own| own.erase_days.is_some_and(|days| days > 0))
    }
}

/// Limits against floods.
#[derive(Clone, Debug, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct LimitsConfig {
    /// New tickets of one person a day. Default 10.
    pub tickets_a_day: u32,
    /// Messages of one person in ten minutes before they are asked to slow down. Default 60; 0 switches the limit off.
    pub messages_in_ten_minutes: u32,
    /// Files in one answer. Default 20.
    pub files: u32,
    /// Size of a file that comes in over the web, in MB (1,000,000 bytes). Default 200. Telegram hands over 20 MB at most.
    pub file_mb: u64,
    /// Space that uploads on their way may take on disk, everybody's together, in MB. Default 4000.
    pub uploads_mb: u64,
    /// Wrong access codes before a pause of an hour. Default 5.
    pub wrong_codes: u8,
}

impl Default for LimitsConfig {
    fn default() -> Self {
        Self { tickets_a_day: 10, messages_in_ten_minutes: 60, files: 20, file_mb: 200, uploads_mb: 4000, wrong_codes: 5 }
    }
}

/// Outgoing webhooks.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct HooksConfig {
    /// Events may be sent to addresses inside a network. Default false.
    pub allow_private: bool,
    /// Events may be sent without encryption, to `http:` addresses. Default false.
    pub allow_http: bool,
}

/// Log-ins of the staff at the desk on the web.
#[derive(Clone, Debug, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct DeskConfig {
    /// Minutes without a sign of life after which a log-in ends, 5 to 480. Default 30.
    pub idle_minutes: u32,
    /// Hours after which a log-in ends in any case, 1 to 24. Default 12.
    pub log_in_hours: u32,
}

impl Default for DeskConfig {
    fn default() -> Self {
        Self { idle_minutes: 30, log_in_hours: 12 }
    }
}

/// Logs.
#[derive(Clone, Debug, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct LogConfig {
    /// `text` or `json`. Default `text`.
    pub format: LogFormat,
    /// What is logged, as in `info` or `info,ip_office_bot=debug`. Default `info`.
    pub filter: String,
}

impl Default for LogConfig {
    fn default() -> Self {
        Self { format: LogFormat::Text, filter: "info".to_owned() }
    }
}

/// Form of the logs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum LogFormat {
    /// For people.
    Text,
    /// For machines.
    Json,
}

/// A queue of the office.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct QueueConfig {
    /// Name in dialogs: one of [`QUEUES`], `district-420106`.
    pub id: QueueId,
    /// Name for people, by language.
    pub name: BTreeMap<String, String>,
    /// Telegram forum group, as `-100...`; without one the queue is served from the command line.
    #[serde(default)]
    pub group: Option<i64>,
    /// Language of the cards. Default `zh-Hans`.
    #[serde(default = "Language::chinese")]
    pub language: Language,
    /// Clerks who may act, by id.
    #[serde(default)]
    pub clerks: Vec<ClerkId>,
    /// Who is told when a time limit has passed, by id.
    #[serde(default)]
    pub supervisor: Option<ClerkId>,
}

/// A clerk.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClerkConfig {
    /// Name in settings and in the history of tickets: `li-ming`.
    pub id: ClerkId,
    /// Telegram user id.
    #[serde(default)]
    pub telegram: Option<i64>,
    /// Language of what they see in private. Default `zh-Hans`.
    #[serde(default = "Language::chinese")]
    pub language: Language,
}

/// The window of a public office: of a district, a zone, or the city. What is missing is said to be missing.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WindowConfig {
    /// Code of its place in the table of places: `420106`, `zone_donghu`.
    pub code: String,
    /// Name of the office by language.
    #[serde(default)]
    pub name: BTreeMap<String, String>,
    /// Address by language.
    #[serde(default)]
    pub address: BTreeMap<String, String>,
    /// Phone number.
    #[serde(default)]
    pub phone: Option<String>,
    /// Hours by language, as words.
    #[serde(default)]
    pub hours: BTreeMap<String, String>,
    /// A remark by language: which floor, what to bring.
    #[serde(default)]
    pub note: BTreeMap<String, String>,
}

impl WindowConfig {
    /// The same with what is said about the office itself for what is missing.
    pub fn filled(self, office: &OfficeConfig) -> Self {
        let or = |own: BTreeMap<String, String>, office: &BTreeMap<String, String>| if own.is_empty() { office.clone() } else { own };
        Self {
            name: or(self.name, &office.name),
            address: or(self.address, &office.address),
            hours: or(self.hours, &office.hours),
            phone: self.phone.or_else(|| office.phone.clone()),
            ..self
        }
    }
}

/// Why the settings cannot be used; each says where and what to do.
#[derive(Debug, thiserror::Error)]
pub enum ConfigError {
    /// The file cannot be read.
    #[error("{path}: {error}")]
    Read { path: PathBuf, error: std::io::Error },
    /// The file is not understood.
    #[error("{origin}: {error}")]
    Form { origin: String, error: String },
    /// Two settings do not go together.
    #[error("{0}")]
    Sense(String),
}

impl Config {
    /// Reads a file (missing is fine when `path` is `None`: then `office.toml` is read if there is one) and the environment.
    ///
    /// # Errors
    /// The file is not readable, has unknown keys, or settings contradict one another.
    pub fn load(path: Option<&Path>, environment: &[(String, String)]) -> Result<Self, ConfigError> {
        let (origin, text) = match path {
            Some(path) => (path.display().to_string(), read(path)?),
            None if Path::new("office.toml").exists() => ("office.toml".to_owned(), read(Path::new("office.toml"))?),
            None => ("environment".to_owned(), String::new()),
        };
        Self::parse(&origin, &text, environment)
    }

    /// Reads settings from text and the environment.
    ///
    /// # Errors
    /// As [`Config::load`].
    pub fn parse(origin: &str, text: &str, environment: &[(String, String)]) -> Result<Self, ConfigError> {
        let form = |error: toml::de::Error| {
            let line = error.span().map(|span| text.get(..span.start).unwrap_or_default().matches('\n').count() + 1);
            let origin = line.map_or_else(|| origin.to_owned(), |line| format!("{origin}:{line}"));
            ConfigError::Form { origin, error: hide(&error) }
        };
        // Read as written first, so that a complaint points to its line.
        let mut config: Config = toml::from_str(text).map_err(form)?;
        let mut table: toml::Table = text.parse().map_err(form)?;
        for (name, value) in environment {
            let keys: Vec<String> = match name.as_str() {
                "TELOXIDE_TOKEN" => vec!["telegram".to_owned(), "token".to_owned()],
                "TELOXIDE_API_URL" => vec!["telegram".to_owned(), "api_url".to_owned()],
                _ => match name.strip_prefix("OFFICE__") {
                    Some(rest) => rest.to_lowercase().split("__").map(str::to_owned).collect(),
                    None => continue,
                },
            };
            (table, config) = with(&table, &keys, value).map_err(|error| ConfigError::Form { origin: name.clone(), error })?;
        }
        config.sensible()?;
        Ok(config)
    }

    fn sensible(&self) -> Result<(), ConfigError> {
        let fail = |text: String| Err(ConfigError::Sense(text));
        let prefix = &self.office.receipt_prefix;
        if !(1..=4).contains(&prefix.len()) || !prefix.bytes().all(|b| b.is_ascii_uppercase()) {
            return fail("office.receipt_prefix must be one to four capital letters".to_owned());
        }
        if self.personal.remind_days < 0 || self.personal.remind_days >= self.personal.draft_days {
            return fail("personal.remind_days must be smaller than personal.draft_days".to_owned());
        }
        if self.events.remind_hour > 23 || self.events.keep_days < 0 {
            return fail("events.remind_hour is an hour of the day, 0 to 23, and events.keep_days cannot be negative".to_owned());
        }
        let names = self.retention.services.keys().map(|name| ServiceId::from(name.as_str()));
        for service in names.chain([ServiceId::from("")]) {
            let (erase, keep) = (self.retention.erase_days(&service), self.retention.keep_days(&service));
            if erase.is_some_and(|days| days < keep.max(LEAST_KEPT)) {
                return fail(format!(
                    "retention: erase_days must be 0, or at least keep_days and {LEAST_KEPT} (until then a case can be reopened){}{service}",
                    if service.as_str().is_empty() { "" } else { "; service " }
                ));
            }
        }
        if !(1..=1_000_000).contains(&self.limits.file_mb) || self.limits.uploads_mb < self.limits.file_mb {
            return fail("limits.file_mb must be at least 1, and limits.uploads_mb no less than it".to_owned());
        }
        if self.telegram.poll_seconds > 50 {
            return fail("telegram.poll_seconds can be at most 50 (Bot API, getUpdates)".to_owned());
        }
        if self.telegram.mode == TelegramMode::Webhook && self.telegram.webhook_url.is_none() {
            return fail("telegram.mode is webhook: telegram.webhook_url is missing".to_owned());
        }
        if !(5..=480).contains(&self.desk.idle_minutes) || !(1..=24).contains(&self.desk.log_in_hours) {
            return fail("desk.idle_minutes must be 5 to 480 and desk.log_in_hours 1 to 24".to_owned());
        }
        for queue in &self.queue {
            if self.queue.iter().filter(|other| other.id == queue.id).count() > 1 {
                return fail(format!("queue {} stands there twice", queue.id));
            }
            if let Some(other) = self.queue.iter().find(|other| other.id != queue.id && other.group.is_some() && other.group == queue.group)
            {
                return fail(format!("queues {} and {} share one group: each needs its own", queue.id, other.id));
            }
            for clerk in queue.clerks.iter().chain(&queue.supervisor) {
                if !self.clerk.iter().any(|known| known.id == *clerk) {
                    return fail(format!("queue {}: there is no [[clerk]] with id {}", queue.id, clerk.0));
                }
            }
        }
        for window in &self.window {
            if self.window.iter().filter(|other| other.code == window.code).count() > 1 {
                return fail(format!("window {} stands there twice", window.code));
            }
        }
        for clerk in &self.clerk {
            let twice = |other: &&ClerkConfig| other.id == clerk.id || (other.telegram.is_some() && other.telegram == clerk.telegram);
            if self.clerk.iter().filter(twice).count() > 1 {
                return fail(format!("clerk {} stands there twice", clerk.id.0));
            }
        }
        Ok(())
    }

    /// Queues of the office; a service desk that everything falls to when none is set.
    pub fn queues(&self) -> Vec<QueueConfig> {
        if !self.queue.is_empty() {
            return self.queue.clone();
        }
        QUEUES.into_iter().map(QueueConfig::unattended).collect()
    }
}

impl QueueConfig {
    /// A queue without a group and clerks, served from the command line.
    pub fn unattended(id: &str) -> Self {
        Self {
            id: QueueId::from(id),
            name: BTreeMap::new(),
            group: None,
            language: Language::chinese(),
            clerks: Vec::new(),
            supervisor: None,
        }
    }
}

fn read(path: &Path) -> Result<String, ConfigError> {
    std::fs::read_to_string(path).map_err(|error| ConfigError::Read { path: path.to_owned(), error })
}

/// A complaint about settings shows the key, never what is set: it may be a token.
fn hide(error: &toml::de::Error) -> String {
    let message = error.message();
    let value = ["invalid type: ", "invalid value: "].iter().any(|kind| message.starts_with(kind));
    match (message.find(['`', '"']), message.rfind(", expected ")) {
        (Some(from), Some(to)) if value && from < to => format!("{}{}", message[..from].trim_end(), &message[to..]),
        _ => message.to_owned(),
    }
}

/// The settings with one more. A variable is only text: words where words are wanted, else a figure or yes and no.
fn with(table: &toml::Table, keys: &[String], value: &str) -> Result<(toml::Table, Config), String> {
    let set = |value: toml::Value| {
        let mut table = table.clone();
        put(&mut table, keys, value).map_err(|()| "there is no such setting".to_owned())?;
        let config = toml::Value::Table(table.clone()).try_into().map_err(|error| hide(&error))?;
        Ok((table, config))
    };
    set(toml::Value::String(value.to_owned())).or_else(|as_words| match scalar(value) {
        toml::Value::String(_) => Err(as_words),
        other => set(other),
    })
}

fn put(table: &mut toml::Table, keys: &[String], value: toml::Value) -> Result<(), ()> {
    match keys {
        [] => Err(()),
        [last] => {
            table.insert(last.clone(), value);
            Ok(())
        }
        [first, rest @ ..] => match table.entry(first.clone()).or_insert_with(|| toml::Value::Table(toml::Table::new())) {
            toml::Value::Table(inner) => put(inner, rest, value),
            _ => Err(()),
        },
    }
}

fn scalar(text: &str) -> toml::Value {
    if let Ok(number) = text.parse::<i64>() {
        return toml::Value::Integer(number);
    }
    match text {
        "true" => toml::Value::Boolean(true),
        "false" => toml::Value::Boolean(false),
        _ => toml::Value::String(text.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_file_is_enough() {
        let config = Config::parse("test", "", &[]).expect("defaults");
        assert_eq!(config.server.listen.to_string(), "127.0.0.1:8080");
        assert_eq!(config.queues().len(), QUEUES.len());
    }

    /// The sample with every `# key = value` uncommented.
    fn sample() -> String {
        let uncommented = include_str!("../office.sample.toml").lines().map(|line| match line.strip_prefix("# ") {
            Some(rest)
                if rest.starts_with("[[")
                    || rest.split_once(" = ").is_some_and(|(key, _)| key.bytes().all(|b| b.is_ascii_lowercase() || b == b'_')) =>
            {
                rest
            }
            _ => line,
        });
        uncommented.collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn the_sample_knows_every_key_and_its_default() {
        let sampled = Config::parse("sample", &sample(), &[]).expect("the sample is read");
        let default = Config::default();
        assert_eq!(format!("{:?}", sampled.limits), format!("{:?}", default.limits));
        assert_eq!(format!("{:?}", sampled.personal), format!("{:?}", default.personal));
        assert_eq!(format!("{:?}", sampled.log), format!("{:?}", default.log));
        assert_eq!(format!("{:?}", sampled.desk), format!("{:?}", default.desk));
        assert_eq!(format!("{:?}", sampled.events), format!("{:?}", default.events));
        assert_eq!(format!("{:?}", sampled.retention), format!("{:?}", default.retention));
        assert_eq!(sampled.server.listen, default.server.listen);
        assert_eq!((sampled.server.cache_mib, &sampled.server.data), (default.server.cache_mib, &default.server.data));
        let (sampled, default) = (sampled.telegram, default.telegram);
        assert_eq!(
            (sampled.per_second, sampled.person_per_second, sampled.person_burst, sampled.group_per_minute, sampled.poll_seconds),
            (default.per_second, default.person_per_second, default.person_burst, default.group_per_minute, default.poll_seconds)
        );
        assert_eq!((sampled.api_url, sampled.webhook_connections), (default.api_url, default.webhook_connections));
        // A key that the sample forgets is found by counting: each struct's fields stand in its Debug form.
        let keys = sample().lines().filter(|line| !line.starts_with('#') && line.contains(" = ")).count();
        assert_eq!(keys, 6 + 7 + 12 + 5 + 2 + 3 + 6 + 2 + 2 + 2 + 3 + 6 + 6, "keys in the sample");
    }

    #[test]
    fn the_city_has_a_window_of_its_own_or_that_of_the_office() {
        let text = "[office]\nphone = \"1\"\naddress = { en = \"A\" }\n[[window]]\ncode = \"420100\"\nphone = \"2\"\n[[window]]\ncode = \"420106\"\n";
        let config = Config::parse("test", text, &[]).expect("settings");
        let city = config.window[0].clone().filled(&config.office);
        assert_eq!((city.phone.as_deref(), city.address.get("en").map(String::as_str)), (Some("2"), Some("A")));
        assert_eq!(WindowConfig::default().filled(&config.office).phone.as_deref(), Some("1"));
        assert!(config.window[1].phone.is_none());
    }

    #[test]
    fn unknown_keys_are_refused_by_name() {
        let error = Config::parse("test", "[office]\nnmae = 1\n", &[]).expect_err("unknown").to_string();
        assert!(error.contains("nmae"), "{error}");
        let error = Config::parse("test", "", &[("OFFICE__SERVER__LISTN".to_owned(), "x".to_owned())]).expect_err("unknown").to_string();
        assert!(error.contains("listn"), "{error}");
    }

    #[test]
    fn the_environment_wins_and_the_token_never_prints() {
        let variables = [
            ("TELOXIDE_TOKEN".to_owned(), "123:canary".to_owned()),
            ("OFFICE__SERVER__LISTEN".to_owned(), "127.0.0.1:9".to_owned()),
            ("OFFICE__LIMITS__FILES".to_owned(), "3".to_owned()),
            ("PATH".to_owned(), "/bin".to_owned()),
        ];
        let config = Config::parse("test", "[limits]\nfiles = 5\n", &variables).expect("settings");
        assert_eq!(config.limits.files, 3);
        assert!(config.telegram.token.is_some());
        assert!(!format!("{config:?}").contains("canary"));
    }

    #[test]
    fn a_complaint_never_shows_the_line_of_the_token() {
        let error = Config::parse("test", "[telegram]\ntoken = \"123:canary\" oops\n", &[]).expect_err("broken").to_string();
        assert!(!error.contains("canary"), "{error}");
    }

    #[test]
    fn a_service_keeps_its_tickets_as_long_as_it_says_and_else_as_all() {
        let text =
            "[retention]\nerase_days = 400\nkeep_days = 50\nservices = { report-ip = { erase_days = 0 }, events = { keep_days = 9 } }\n";
        let retention = Config::parse("test", text, &[]).expect("settings").retention;
        let of = |service: &str| (retention.erase_days(&service.into()), retention.keep_days(&service.into()));
        assert_eq!((of("report-ip"), of("events"), of("other")), ((None, 50), (Some(400), 9), (Some(400), 50)));
        assert!(retention.erases() && !RetentionConfig::default().erases());
    }

    #[test]
    fn settings_that_contradict_are_refused() {
        for text in [
            "[personal]\nremind_days = 30\n",
            "[telegram]\nmode = \"webhook\"\n",
            "[[queue]]\nid = \"A\"\nname = {}\nclerks = [\"x\"]\n",
            "[office]\nreceipt_prefix = \"wh\"\n",
            "[limits]\nfile_mb = 0\n",
            "[retention]\nerase_days = 30\n",
            "[retention]\nerase_days = 100\nkeep_days = 101\n",
            "[retention]\nkeep_days = 500\nservices = { funding-enquiry = { erase_days = 400 } }\n",
            "[limits]\nfile_mb = 100\nuploads_mb = 99\n",
            "[[window]]\ncode = \"420106\"\n[[window]]\ncode = \"420106\"\n",
        ] {
            assert!(matches!(Config::parse("test", text, &[]), Err(ConfigError::Sense(_))), "{text}");
        }
    }
}
