//! What everything above the store shares: settings, words, data, store, keys. Made once by `app`, handed around as one
//! `Arc`. It decides nothing. What may change while the counter is open lies in an `ArcSwap` and is swapped whole.

use crate::agency;
use crate::calendar::Calendar;
use crate::clock::{Chance, Clock, Moment};
use crate::config::{ClerkConfig, Config, OfficeConfig, QueueConfig, WindowConfig};
use crate::content::{Content, Watched};
use crate::dialog::event::{OfficeWords, Rules};
use crate::feed::Feed;
use crate::id::{ClerkId, DeliveryId, EvidenceId, PersonKey, QueueId, ServiceId};
use crate::locale::Text;
use crate::message::Route;
use crate::outbox::Outbox;
use crate::place::Places;
use crate::roster::Roster;
use crate::seal::OfficeKey;
use crate::spool::Spool;
use crate::store::{Delivery, Lane, Parcel, Store};
use crate::tally::Tally;
use crate::ticket::Tries;
use crate::vault::Vault;
use arc_swap::ArcSwap;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

pub use crate::content::Script;

/// What stands now of all that an office may change itself: the settings, and over them what was set at the desk. Built by
/// [`crate::setting`], swapped as a whole.
#[derive(Debug)]
pub struct Current {
    /// Rules that dialogs follow.
    pub rules: Arc<Rules>,
    /// Every queue, those that are closed too, in the order of the settings.
    pub queues: Vec<Arc<QueueConfig>>,
    /// Queues that take no new tickets, and those that are no longer listed.
    pub shut: BTreeMap<QueueId, Shut>,
    /// What queues claim for themselves, whatever the dialogs say.
    pub claims: Vec<Claim>,
    /// The office, with hours, phone and address as they stand now.
    pub office: OfficeConfig,
    /// Windows of public offices, by place.
    pub windows: Vec<WindowConfig>,
}

/// How far a queue is shut.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Shut {
    /// It takes no new tickets; those that it has are finished there.
    Closed,
    /// The same, and it is no longer listed.
    Removed,
}

/// What a queue claims for itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    /// The queue.
    pub queue: QueueId,
    /// Services whose tickets come to it; every one when empty.
    pub services: BTreeSet<ServiceId>,
    /// Districts whose tickets come to it; every one when empty.
    pub districts: BTreeSet<String>,
}

impl Current {
    /// Queues that take new tickets.
    pub fn open(&self) -> impl Iterator<Item = &Arc<QueueConfig>> {
        self.queues.iter().filter(|queue| !self.shut.contains_key(&queue.id))
    }

    /// The window of the office at the place with this code.
    pub fn window_of(&self, code: &str) -> Option<&WindowConfig> {
        self.windows.iter().find(|window| window.code == code)
    }

    /// The window of the city: its own entry, and for what is missing there what is said about the office itself.
    pub fn city_window(&self, code: &str) -> WindowConfig {
        self.window_of(code).cloned().unwrap_or_default().filled(&self.office)
    }

    /// The queue that claims a ticket of this service and district; the narrowest claim goes first.
    pub fn claimed(&self, service: &ServiceId, district: Option<&str>) -> Option<&QueueId> {
        let fits = |claim: &&Claim| {
            let service = claim.services.is_empty() || claim.services.contains(service);
            let district = claim.districts.is_empty() || district.is_some_and(|code| claim.districts.contains(code));
            service && district && !self.shut.contains_key(&claim.queue)
        };
        let width = |claim: &&Claim| (claim.services.is_empty(), claim.districts.is_empty());
        self.claims.iter().filter(fits).min_by_key(width).map(|claim| &claim.queue)
    }
}

/// What everything above the store shares.
pub struct Office {
    /// Settings.
    pub config: Config,
    /// What the office may change itself, as it stands now.
    pub current: ArcSwap<Current>,
    /// What was set at the desk.
    pub set: ArcSwap<BTreeMap<String, crate::store::Slip>>,
    /// One change of the settings after the other.
    pub setting: tokio::sync::Mutex<()>,
    /// Dialogs, texts and data as they were read last and accepted.
    pub content: ArcSwap<Content>,
    /// Whether the files of the office are newer and were not taken.
    pub watched: ArcSwap<Watched>,
    /// Who of the staff may do what.
    pub roster: ArcSwap<Roster>,
    /// Dialogs and texts, with the prepared replies of the desk.
    pub script: ArcSwap<Script>,
    /// Districts and zones.
    pub places: ArcSwap<Places>,
    /// Working days.
    pub calendar: ArcSwap<Calendar>,
    /// Register of agencies.
    pub agencies: ArcSwap<agency::Index>,
    /// The office's own tables.
    pub tables: ArcSwap<crate::table::Tables>,
    /// Store. It tells the feed of every ticket that changes.
    pub store: Arc<dyn Store>,
    /// Which tickets changed.
    pub feed: Arc<Feed>,
    /// Counts without names, for the figures.
    pub tally: Tally,
    /// Evidence.
    pub vault: Vault,
    /// Uploads on their way.
    pub spool: Spool,
    /// Keys.
    pub key: OfficeKey,
    /// Time.
    pub clock: Arc<dyn Clock>,
    /// Chance.
    pub chance: Arc<dyn Chance>,
    /// Where committed deliveries are handed to whoever sends them.
    pub outbox: Arc<Outbox>,
    /// Ids of deliveries and files.
    pub ids: Ids,
    /// Groups that Telegram moved to another id.
    pub groups: Groups,
    /// How far the audit log was found intact.
    pub ledger: crate::ledger::Ledger,
    /// Other systems that are told what happens to tickets.
    pub hooks: crate::hook::Hooks,
    /// Wrong access codes.
    pub guesses: Guesses,
}

/// Wrong access codes: how many lately, and those for receipts that nobody has. A door that is not there shuts like one that is, so
/// that a shut door tells nothing. In memory; a restart opens doors that lead nowhere.
#[derive(Debug, Default)]
pub struct Guesses(Mutex<Guessed>);

#[derive(Debug, Default)]
struct Guessed {
    /// Of receipts that nobody has.
    tries: HashMap<String, Tries>,
    /// Wrong codes since then.
    lately: Option<(Moment, u32)>,
}

impl Guesses {
    /// Receipts remembered; then all begin anew.
    const MOST: usize = 20_000;
    /// Wrong codes within [`Self::MINUTES`] minutes that are an alarm.
    pub const ALARM: u32 = 100;
    const MINUTES: i64 = 15;

    /// Wrong tries with a receipt that nobody has.
    pub fn of(&self, receipt: &str) -> Tries {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).tries.get(receipt).cloned().unwrap_or_default()
    }

    /// Keeps them.
    pub fn keep(&self, receipt: &str, tries: Tries) {
        let mut guessed = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if guessed.tries.len() >= Self::MOST {
            guessed.tries.clear();
        }
        guessed.tries.insert(receipt.to_owned(), tries);
    }

    /// One more wrong code; whether that makes an alarm, which it does once in [`Self::MINUTES`] minutes.
    pub fn wrong(&self, now: Moment) -> bool {
        let mut guessed = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let (begun, count) =
            guessed.lately.filter(|(begun, _)| now - *begun < chrono::Duration::minutes(Self::MINUTES)).unwrap_or((now, 0));
        guessed.lately = Some((begun, count.saturating_add(1)));
        count + 1 == Self::ALARM
    }
}

/// Groups that Telegram moved to another id: settings and records keep the first one, calls use the newest.
#[derive(Debug, Default)]
pub struct Groups(std::sync::RwLock<BTreeMap<i64, i64>>);

impl Groups {
    /// Remembers that a group of the settings has another id now.
    pub fn moved(&self, configured: i64, now: i64) {
        self.0.write().unwrap_or_else(std::sync::PoisonError::into_inner).insert(configured, now);
    }

    /// The id to call.
    pub fn now(&self, configured: i64) -> i64 {
        self.0.read().unwrap_or_else(std::sync::PoisonError::into_inner).get(&configured).copied().unwrap_or(configured)
    }

    /// The id in the settings.
    pub fn configured(&self, actual: i64) -> i64 {
        let moved = self.0.read().unwrap_or_else(std::sync::PoisonError::into_inner);
        moved.iter().find(|(_, now)| **now == actual).map_or(actual, |(configured, _)| *configured)
    }
}

/// Ids that grow with time, unique in this process and larger than those of an earlier run.
#[derive(Debug, Default)]
pub struct Ids(AtomicU64);

impl Ids {
    /// Ids after `last`.
    pub fn after(last: u64) -> Self {
        Self(AtomicU64::new(last))
    }

    /// The next id: the millisecond in the upper bits, a count in the lower twenty.
    pub fn next(&self, now: Moment) -> u64 {
        let floor = u64::try_from(now.timestamp_millis()).unwrap_or(0) << 20;
        let step = |last: u64| Some(floor.max(last + 1));
        match self.0.fetch_update(Ordering::Relaxed, Ordering::Relaxed, step) {
            Ok(last) | Err(last) => floor.max(last + 1),
        }
    }
}

impl Office {
    /// Now.
    pub fn now(&self) -> Moment {
        self.clock.now()
    }

    /// The blind index of a person.
    pub fn person(&self, route: &Route) -> PersonKey {
        PersonKey(self.key.blind("person", route.identity().as_bytes()))
    }

    /// A new delivery, due at once.
    pub fn delivery(&self, lane: Lane, parcel: Parcel) -> Delivery {
        let now = self.now();
        Delivery { id: DeliveryId(self.ids.next(now)), lane, parcel, not_before: now, attempts: 0, made: now }
    }

    /// A new name for a file.
    pub fn evidence_id(&self) -> EvidenceId {
        EvidenceId(self.ids.next(self.now()))
    }

    /// Rules that dialogs follow now.
    pub fn rules(&self) -> Arc<Rules> {
        Arc::clone(&self.current.load().rules)
    }

    /// Queues that take new tickets, at least one.
    pub fn queues(&self) -> Vec<Arc<QueueConfig>> {
        self.current.load().open().cloned().collect()
    }

    /// Every queue that may have tickets, those that are closed too.
    pub fn all_queues(&self) -> Vec<Arc<QueueConfig>> {
        self.current.load().queues.clone()
    }

    /// The queue of that name, closed or not.
    pub fn queue(&self, id: &QueueId) -> Option<Arc<QueueConfig>> {
        self.current.load().queues.iter().find(|queue| queue.id == *id).cloned()
    }

    /// The queue of that name, when it takes new tickets.
    pub fn open_queue(&self, id: &QueueId) -> Option<Arc<QueueConfig>> {
        self.current.load().open().find(|queue| queue.id == *id).cloned()
    }

    /// The queue that a group belongs to.
    pub fn queue_of_group(&self, chat: i64) -> Option<Arc<QueueConfig>> {
        let chat = self.groups.configured(chat);
        self.current.load().queues.iter().find(|queue| queue.group == Some(chat)).cloned()
    }

    /// The clerk of that name; nobody when their account is disabled.
    pub fn clerk(&self, id: &ClerkId) -> Option<&ClerkConfig> {
        self.clerks().find(|clerk| clerk.id == *id)
    }

    /// The clerk with that Telegram account; nobody when their account is disabled.
    pub fn clerk_on_telegram(&self, user: i64) -> Option<&ClerkConfig> {
        self.clerks().find(|clerk| clerk.telegram == Some(user))
    }

    fn clerks(&self) -> impl Iterator<Item = &ClerkConfig> {
        let roster = self.roster.load();
        self.config.clerk.iter().filter(move |clerk| !roster.is_disabled(&clerk.id))
    }

    /// The name of a queue, for people.
    pub fn queue_name(&self, id: &QueueId) -> Text {
        if let Some(queue) = self.queue(id).filter(|queue| !queue.name.is_empty()) {
            return in_languages(&queue.name);
        }
        match id.as_str().strip_prefix("district-") {
            Some(code) => Text::new("queue-district").with("place", crate::dialog::screen::place_name(&self.places.load(), code)),
            None => Text::new(format!("queue-{id}")).or("queue-other").with("id", id.as_str()),
        }
    }
}

/// Words that the settings give in several languages; one language stands in for the other.
pub fn in_languages(words: &BTreeMap<String, String>) -> Text {
    let pick = |own: &str| words.get(own).or_else(|| words.values().next()).cloned().unwrap_or_default();
    Text::new("in-language").with("zh", pick("zh-Hans")).with("en", pick("en"))
}

/// Rules that dialogs follow, from the settings and what is said about the office now.
pub fn rules(config: &Config, office: &OfficeConfig) -> Rules {
    let said = |words: &BTreeMap<String, String>| (!words.is_empty()).then(|| in_languages(words));
    let missing = || Text::new("office-missing");
    let defaults = OfficeWords::default();
    let name = said(&office.name);
    Rules {
        personal: config.personal.policy,
        notice: config.personal.notice_version,
        draft_days: config.personal.draft_days,
        remind_days: config.personal.remind_days,
        files: config.limits.files,
        links: config.server.public_url.is_some(),
        office: OfficeWords {
            line: name.clone().map_or(defaults.line, |name| Text::new("office-line").with("name", name)),
            name: name.unwrap_or(defaults.name),
            window: vec![
                Text::new("office-hours").with("hours", said(&office.hours).unwrap_or_else(missing)),
                Text::new("office-phone").with("phone", office.phone.clone().map_or_else(|| missing().into(), crate::locale::Value::Words)),
                Text::new("office-address").with("address", said(&office.address).unwrap_or_else(missing)),
            ],
            data_officer: said(&office.data_officer).unwrap_or_else(missing),
        },
        ..Rules::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hundred_wrong_codes_in_a_quarter_of_an_hour_are_one_alarm() {
        let guesses = Guesses::default();
        let at = |seconds: i64| Moment::from_timestamp(1_795_000_000 + seconds, 0).expect("a time");
        let alarms = |begin: i64, count: u32| (0..count).filter(|n| guesses.wrong(at(begin + i64::from(*n)))).count();
        assert_eq!(alarms(0, 99), 0);
        assert_eq!(alarms(99, 200), 1, "the hundredth, and no other");
        assert_eq!(alarms(2_000, 99), 0, "a new quarter of an hour begins anew");
        assert_eq!(alarms(2_099, 1), 1);
    }

    #[test]
    fn tries_on_receipts_that_nobody_has_are_kept_apart_and_do_not_fill_memory() {
        let guesses = Guesses::default();
        guesses.keep("WH-1", Tries { wrong: 3, shut_until: None });
        assert_eq!((guesses.of("WH-1").wrong, guesses.of("WH-2").wrong), (3, 0));
        for n in 0..Guesses::MOST * 2 {
            guesses.keep(&n.to_string(), Tries::default());
        }
        assert!(guesses.0.lock().expect("no panic").tries.len() <= Guesses::MOST);
    }
}
