//! Builds everything from the settings, joins it, and stops it. The only place that knows all parts.

pub use crate::content::{Content, calendar, checked_script, own_phrases, places, script, understanding};
pub use crate::shelf::{AGENCIES, Imported};

use crate::agency::{Index, Register, parse_register};
use crate::assets::Assets;
use crate::channel::telegram::receive::{Ended, Handlers, Receiver};
use crate::channel::terminal::Terminals;
use crate::channel::web::Pages;
use crate::clock::{Chance, Clock, SystemChance, SystemClock};
use crate::config::Config;
use crate::content::{Stamp, Trouble, Unfit, Watched, calendar_folder};
use crate::desk::index::Index as DeskIndex;
use crate::feed::{Feed, Told};
use crate::intake::Intake;
use crate::office::{Groups, Ids, Office};
use crate::outbox::{Outbox, Worker};
use crate::place::Places;
use crate::seal::{KeyFile, OfficeKey, StoreBeside};
use crate::spool::{Bounds, Spool, UploadId};
use crate::store::Delivery;
use crate::store::sled::{OpenError, SledOptions, SledStore};
use crate::store::{Store, StoreError};
use crate::tally::Tally;
use crate::vault::Vault;
use anyhow::Context;
use arc_swap::ArcSwap;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::mpsc::UnboundedReceiver;
use tokio_util::sync::CancellationToken;

/// Longest time that a stop takes.
const STOP: Duration = Duration::from_secs(9);
/// How often timers are looked at.
const TIMERS: Duration = Duration::from_secs(20);
/// How often accounts of the staff are read again: a disabled clerk is out everywhere within five seconds.
const ROSTER: Duration = Duration::from_secs(2);
/// How often what is set at the desk is read again: what another process sets holds here within a second.
const SETTINGS: Duration = Duration::from_millis(900);
/// How often it is looked whether files of the office changed; they are read when two looks saw the same.
const FILES: Duration = Duration::from_secs(2);
/// How often it is looked whether an imported table is to be matched.
const MATCHING: Duration = Duration::from_secs(5);
/// Persons for whom messages wait at which no digests are added: the channel does not get through.
const PERSONS_WAITING: usize = 50;
/// Timers handled at once.
const TIMERS_AT_ONCE: usize = 200;
/// How often what was counted is added to the store.
const COUNTING: Duration = Duration::from_secs(60);
/// How often marks of old events and orphaned files are cleared away.
const HOUSEKEEPING: Duration = Duration::from_secs(3600);
/// How often it is tried to open a store again that does not write.
const REOPEN: Duration = Duration::from_secs(5);
/// Days that a mark of an event is kept; Telegram brings an update again for one day at most (getUpdates).
const SEEN_DAYS: i64 = 3;
/// A rest between two pieces of the audit log, and at its end.
const LEDGER_PIECE: Duration = Duration::from_millis(50);
const LEDGER_END: Duration = Duration::from_secs(60);
/// Hours that a file without a record is left alone: it may belong to a turn that is being written. Uploads that nobody goes on
/// with wait as long.
const ORPHAN_HOURS: u64 = 24;
/// Files of the largest size that one person may have on their way.
const UPLOADS: u64 = 3;

/// Everything that is fixed before the store is opened.
pub struct Parts {
    /// Settings.
    pub config: Config,
    /// Dialogs, texts and data, read and checked.
    pub content: Arc<Content>,
    /// Key of the office.
    pub key: OfficeKey,
    /// Evidence.
    pub vault: Vault,
    /// Time.
    pub clock: Arc<dyn Clock>,
    /// Chance.
    pub chance: Arc<dyn Chance>,
}

/// A counter that is not yet serving.
pub struct Counter {
    /// What everything shares.
    pub office: Arc<Office>,
    /// Where people's events go.
    pub intake: Arc<Intake>,
    /// The other end of the outbox.
    pub deliveries: UnboundedReceiver<Delivery>,
}

impl Counter {
    /// Joins parts and a store.
    ///
    /// # Errors
    /// Dialogs, texts or data are broken, or the store cannot be read.
    pub async fn join(parts: Parts, store: Arc<dyn Store>) -> anyhow::Result<Self> {
        let Parts { config, content, key, vault, clock, chance } = parts;
        let Content { assets, script, .. } = &*content;
        let calendar = calendar(assets, &calendar_folder(&config))?;
        let places = crate::shelf::places(&config.server.data, &*store, &content.places).await?;
        if let Some(window) = config.window.iter().find(|window| places.by_code(&window.code).is_none()) {
            anyhow::bail!("[[window]] {}: there is no place with this code in the table of places", window.code);
        }
        let register = register(&config.server.data, &*store).await?;
        let tables = crate::shelf::load(&config.server.data, &*store, (assets, &places)).await?;
        let groups = Groups::default();
        for group in config.queue.iter().filter_map(|queue| queue.group) {
            if let Some(now) = store.named(&format!("group:{group}")).await?.and_then(|id| id.parse().ok()) {
                groups.moved(group, now);
            }
        }
        let last = last_delivery(&*store).await?;
        let feed = Feed::new(u64::try_from(clock.now().timestamp_micros()).unwrap_or_default());
        let store = Arc::new(Told::new(store, Arc::clone(&feed)));
        let hooks = crate::hook::Hooks::load(&*store).await?;
        let (outbox, deliveries) = Outbox::new();
        let spool = spool(&config, key.clone());
        let office = Arc::new(Office {
            current: ArcSwap::from_pointee(crate::setting::begun(&config, &content, &tables)),
            set: ArcSwap::default(),
            setting: tokio::sync::Mutex::default(),
            watched: ArcSwap::from_pointee(Watched { read: clock.now(), own: !assets.are_built_in(), trouble: None }),
            roster: ArcSwap::from_pointee(crate::account::roster(&config.queues(), &*store).await?),
            config,
            script: ArcSwap::new(Arc::clone(script)),
            places: ArcSwap::from_pointee(places.clone()),
            content: ArcSwap::new(Arc::clone(&content)),
            calendar: ArcSwap::from_pointee(calendar),
            agencies: ArcSwap::from_pointee(Index::with_places(Arc::new(register), places)),
            tables: ArcSwap::from_pointee(tables),
            store,
            feed,
            tally: Tally::default(),
            ledger: crate::ledger::Ledger::default(),
            vault,
            spool,
            key,
            clock,
            chance,
            outbox: Arc::new(outbox),
            ids: Ids::after(last),
            groups,
            hooks,
            guesses: crate::office::Guesses::default(),
        });
        crate::setting::apply(&office).await?;
        let intake = Intake::new(Arc::clone(&office));
        Ok(Self { office, intake, deliveries })
    }

    /// Opens everything in the data folder, which is made at the first start.
    ///
    /// # Errors
    /// The folder, the key, the store, dialogs or texts cannot be used; each says what to do.
    pub async fn open(config: Config) -> anyhow::Result<Self> {
        let data = config.server.data.clone();
        private_folder(&data)?;
        let store_folder = data.join("store");
        let beside = if store_folder.exists() { StoreBeside::Exists } else { StoreBeside::Missing };
        let key = KeyFile::load_or_create(&data.join("office.key"), beside)?;
        let assets = Assets::open(Some(&config.server.content))?;
        let vault = Vault::open(&data.join("evidence"), key.clone()).context("the folder of evidence cannot be opened")?;
        let options = SledOptions::with_cache(config.server.cache_mib * 1024 * 1024);
        let opened = key.clone();
        let store = tokio::task::spawn_blocking(move || SledStore::open(&store_folder, opened, options)).await?;
        let store = store.map_err(|error| anyhow::anyhow!("{error}; {}", advice(&error, &data)))?;
        let content = Content::read(assets, &config)?;
        let parts = Parts { config, content, key, vault, clock: Arc::new(SystemClock), chance: Arc::new(SystemChance) };
        Self::join(parts, Arc::new(store)).await
    }
}

/// Uploads on their way. Nobody needs more than a few of the largest files at once.
pub fn spool(config: &Config, key: OfficeKey) -> Spool {
    let limits = &config.limits;
    let (file, all) = (limits.file_mb.saturating_mul(1_000_000), limits.uploads_mb.saturating_mul(1_000_000));
    let bounds = Bounds { file, files: limits.files as usize, person: file.saturating_mul(UPLOADS), all };
    Spool::new(config.server.data.join("spool"), key, bounds)
}

/// What to do about a store that does not open.
fn advice(error: &OpenError, data: &Path) -> String {
    let data = data.display();
    match error {
        OpenError::InUse(_) => "a counter or another command is at work on this data folder: wait for it or stop it".to_owned(),
        OpenError::Damaged(_) => format!("move {data}/store away and restore a backup: ip-office-bot restore FILE"),
        OpenError::WrongKey => format!("put the office.key that belongs to it into {data}"),
        OpenError::HalfRestored(_) => format!("remove {data}/store and restore again: ip-office-bot restore FILE"),
        OpenError::Io(_) => format!("see to the disk and the rights of {data}, then start again"),
    }
}

/// Makes a folder that only its owner may read.
fn private_folder(path: &Path) -> anyhow::Result<()> {
    use std::os::unix::fs::DirBuilderExt;
    if !path.exists() {
        std::fs::DirBuilder::new().recursive(true).mode(0o700).create(path).with_context(|| {
            format!("the data folder {} cannot be made: set server.data to a place that can be written", path.display())
        })?;
    }
    Ok(())
}

/// The register of agencies in use: the imported one, else the marked demonstration. A counter whose register is lost still
/// opens: it could not be imported again otherwise.
async fn register(data: &Path, store: &dyn Store) -> anyhow::Result<Register> {
    let Some(named) = store.named(AGENCIES).await? else { return Ok(Register::demo()) };
    let imported: Imported = serde_json::from_str(&named).context("the record of the imported register is not readable")?;
    let path = data.join("agencies").join(&imported.file);
    let bytes = std::fs::read(&path).unwrap_or_default();
    if crate::vault::ContentHash::of(&bytes).to_string() == imported.file.trim_end_matches(".csv")
        && let Ok(register) = parse_register(&bytes, &mut |_| {})
    {
        return Ok(register.with_origin(imported.source, imported.as_of));
    }
    tracing::error!(
        file = %path.display(),
        "the register of agencies is missing or damaged, a demonstration stands in: ip-office-bot agencies import FILE"
    );
    Ok(Register::demo())
}

/// The largest id of what still waits: new ones must come after it.
async fn last_delivery(store: &dyn Store) -> anyhow::Result<u64> {
    let mut after = None;
    loop {
        let page = store.deliveries(after, 1000).await?;
        match page.last() {
            Some(last) => after = Some(last.id),
            None => return Ok(after.map_or(0, |id| id.0)),
        }
    }
}

// --- Serving ----------------------------------------------------------------------------------------------------------

/// A counter that serves.
pub struct Running {
    /// What everything shares.
    pub office: Arc<Office>,
    /// Where people's events go.
    pub intake: Arc<Intake>,
    /// A line of every ticket, for the desk. It fills in the background.
    pub index: Arc<DeskIndex>,
    /// Terminals that talk to this counter.
    pub terminals: Arc<Terminals>,
    /// Pages of visitors on the web.
    pub pages: Arc<Pages>,
    /// Receives from Telegram, when that is on.
    pub receiver: Option<Arc<Receiver>>,
    stop: CancellationToken,
    sending: Vec<Arc<Worker>>,
}

impl Running {
    /// Starts senders, timers and housekeeping.
    ///
    /// # Errors
    /// The store cannot be read, or the token makes no address.
    pub async fn start(counter: Counter, stop: CancellationToken) -> anyhow::Result<Self> {
        let Counter { office, intake, mut deliveries } = counter;
        let terminals = Terminals::new(Arc::clone(&office));
        // Each channel has its own worker; a delivery is offered to all, and the one that serves its lane takes it.
        let (to_terminals, for_terminals) = tokio::sync::mpsc::unbounded_channel();
        let (to_pages, for_pages) = tokio::sync::mpsc::unbounded_channel();
        let pages = Pages::new(Arc::clone(&office));
        let mut sending = Vec::new();
        let mut to_telegram = None;
        let mut receiver = None;
        if let Some(token) = &office.config.telegram.token {
            let api = crate::channel::telegram::api::Api::new(token, &office.config.telegram.api_url).map_err(anyhow::Error::msg)?;
            receiver = Some(Receiver::new(Arc::clone(&office), api.clone(), Handlers::of(&office, &intake)));
            let sender = Arc::new(crate::channel::telegram::send::TelegramSender::new(api, Arc::clone(&office)));
            let (to, from) = tokio::sync::mpsc::unbounded_channel();
            let worker = Worker::start(Arc::clone(&office), sender, 't', from, stop.child_token()).await?;
            sending.push(worker);
            to_telegram = Some(to);
        }
        let sender: Arc<dyn crate::outbox::Sender> = Arc::clone(&terminals) as _;
        sending.push(Worker::start(Arc::clone(&office), sender, 'c', for_terminals, stop.child_token()).await?);
        let (to_hooks, for_hooks) = tokio::sync::mpsc::unbounded_channel();
        sending.push(crate::hook::send::start(&office, for_hooks, stop.child_token()).await?);
        let sender: Arc<dyn crate::outbox::Sender> = Arc::clone(&pages) as _;
        sending.push(Worker::start(Arc::clone(&office), sender, 'w', for_pages, stop.child_token()).await?);
        tokio::spawn(async move {
            while let Some(delivery) = deliveries.recv().await {
                if matches!(delivery.lane, crate::store::Lane::Hook(_)) {
                    let _ = to_hooks.send(delivery);
                    continue;
                }
                if delivery.lane.channel() == 'w' {
                    let _ = to_pages.send(delivery);
                    continue;
                }
                if let Some(telegram) = &to_telegram {
                    let _ = telegram.send(delivery.clone());
                }
                let _ = to_terminals.send(delivery);
            }
        });
        // A table may be another than when the counter stopped.
        let writes = crate::events::look_again(&*office.store, office.now()).await?;
        office.store.commit(crate::store::Commit { writes, ..Default::default() }).await?;
        // What an old backup brought back goes again before anybody can see it.
        let honoured = crate::privacy::list::reconcile(&office).await.map_err(anyhow::Error::msg)?;
        if honoured.erased > 0 {
            tracing::warn!(cases = honoured.erased, "erased cases had come back with a backup and were erased again");
        }
        if honoured.refused > 0 {
            tracing::warn!(lines = honoured.refused, "lines of erased.jsonl are not signed with this office key and were not believed");
        }
        let index = Arc::new(DeskIndex::new(&office.key));
        tokio::spawn(crate::desk::index::follow(Arc::clone(&index), Arc::clone(&office), stop.child_token()));
        let running = Self { office, intake, index, terminals, pages, receiver, stop, sending };
        crate::digest::begin(&running.office).await.map_err(anyhow::Error::msg)?;
        running.timers();
        running.roster();
        running.settings();
        running.files();
        running.digests();
        running.counting();
        running.ledger();
        running.retention();
        running.housekeeping();
        Ok(running)
    }

    /// Whoever sends, one a channel.
    pub fn senders(&self) -> &[Arc<Worker>] {
        &self.sending
    }

    /// Receives from Telegram until the stop; `Some` with the reason when another program does so already.
    pub fn receive(&self) -> tokio::task::JoinHandle<Option<String>> {
        let (receiver, stop) = (self.receiver.clone(), self.stop.clone());
        tokio::spawn(async move {
            let ended = match &receiver {
                Some(receiver) => receiver.run(&stop).await,
                None => Ok(()),
            };
            match ended {
                Err(ended @ (Ended::Conflict | Ended::Elsewhere)) => return Some(ended.to_string()),
                // Told already; the rest of the counter goes on.
                Ok(()) | Err(Ended::Token | Ended::Store(_)) => stop.cancelled().await,
            }
            None
        })
    }

    /// Keeps who may do what in step with the store, which another process may have written.
    fn roster(&self) {
        let (office, stop) = (Arc::clone(&self.office), self.stop.clone());
        tokio::spawn(async move {
            loop {
                tokio::select! {
                    () = stop.cancelled() => return,
                    () = tokio::time::sleep(ROSTER) => {}
                }
                if let Err(error) = crate::account::refresh(&office).await {
                    tracing::error!(%error, "accounts of the staff could not be read; trying again");
                }
            }
        });
    }

    /// Keeps what is set at the desk in step with the store, which another process may have written.
    fn settings(&self) {
        let (office, stop) = (Arc::clone(&self.office), self.stop.clone());
        tokio::spawn(async move {
            loop {
                tokio::select! {
                    () = stop.cancelled() => return,
                    () = tokio::time::sleep(SETTINGS) => {}
                }
                let _alone = office.setting.lock().await;
                if let Err(error) = crate::setting::apply(&office).await {
                    tracing::error!(%error, "the settings of the desk could not be read; trying again");
                }
            }
        });
    }

    /// Reads dialogs and texts of the office's own folder again when they change.
    fn files(&self) {
        let (office, stop) = (Arc::clone(&self.office), self.stop.clone());
        tokio::spawn(async move {
            let folder = office.config.server.content.clone();
            let mut taken = Stamp::of(&folder);
            let mut seen = taken.clone();
            loop {
                tokio::select! {
                    () = stop.cancelled() => return,
                    () = tokio::time::sleep(FILES) => {}
                }
                let now = Stamp::of(&folder);
                // Somebody is still writing, or nothing is new.
                if now != seen || now == taken {
                    seen = now;
                    continue;
                }
                if read_files(&office).await {
                    taken = now;
                }
            }
        });
    }

    fn timers(&self) {
        let (office, intake, stop) = (Arc::clone(&self.office), Arc::clone(&self.intake), self.stop.clone());
        tokio::spawn(async move {
            loop {
                match look_at_timers(&office, &intake).await {
                    Ok(TIMERS_AT_ONCE..) => {}
                    Ok(_) => {
                        tokio::select! {
                            () = stop.cancelled() => return,
                            () = tokio::time::sleep(TIMERS) => {}
                        }
                    }
                    Err(why) => {
                        tracing::error!(why, "timers could not be looked at; trying again");
                        tokio::time::sleep(TIMERS).await;
                    }
                }
                if stop.is_cancelled() {
                    return;
                }
            }
        });
    }

    /// Matches imported tables, and hands out due digests, a few a second.
    fn digests(&self) {
        let (office, stop) = (Arc::clone(&self.office), self.stop.clone());
        tokio::spawn(async move {
            loop {
                match crate::digest::match_next(&office).await {
                    Ok(true) => continue,
                    Ok(false) => {}
                    Err(why) => tracing::error!(why, "an imported table could not be matched; trying again"),
                }
                tokio::select! {
                    () = stop.cancelled() => return,
                    () = tokio::time::sleep(MATCHING) => {}
                }
            }
        });
        let (office, stop, sending) = (Arc::clone(&self.office), self.stop.clone(), self.sending.clone());
        let a_second = digests_a_second(office.config.telegram.per_second);
        tokio::spawn(async move {
            loop {
                tokio::select! {
                    () = stop.cancelled() => return,
                    () = tokio::time::sleep(Duration::from_secs(1)) => {}
                }
                // Somebody who is not at their terminal holds nobody up.
                let slow = |worker: &Arc<Worker>| worker.channel_name() != "terminal" && worker.persons_waiting() > PERSONS_WAITING;
                if sending.iter().any(slow) {
                    continue;
                }
                if let Err(why) = crate::digest::send_due(&office, a_second).await {
                    tracing::error!(why, "digests could not be handed out; trying again");
                }
            }
        });
    }

    /// Follows the chain of the audit log, a piece at a time with a rest after each.
    fn ledger(&self) {
        let (office, stop) = (Arc::clone(&self.office), self.stop.clone());
        tokio::spawn(async move {
            loop {
                let rest = match office.ledger.follow(&*office.store, office.now()).await {
                    Ok(true) => LEDGER_PIECE,
                    Ok(false) => LEDGER_END,
                    Err(error) => {
                        tracing::warn!(%error, "the audit log could not be followed; trying again in a minute");
                        LEDGER_END
                    }
                };
                tokio::select! {
                    () = stop.cancelled() => return,
                    () = tokio::time::sleep(rest) => {}
                }
            }
        });
    }

    /// Erases tickets whose time is over, where the office set one.
    fn retention(&self) {
        let (office, stop) = (Arc::clone(&self.office), self.stop.clone());
        tokio::spawn(async move {
            loop {
                tokio::select! {
                    () = stop.cancelled() => return,
                    () = tokio::time::sleep(HOUSEKEEPING) => {}
                }
                match crate::privacy::retain::look(&office).await {
                    Ok(0) => {}
                    Ok(cases) => tracing::info!(cases, "cases whose time is over were erased"),
                    Err(why) => tracing::warn!(why, "cases whose time is over were not all erased; trying again in an hour"),
                }
            }
        });
    }

    fn counting(&self) {
        let (office, stop) = (Arc::clone(&self.office), self.stop.clone());
        tokio::spawn(async move {
            loop {
                tokio::select! {
                    () = stop.cancelled() => return,
                    () = tokio::time::sleep(COUNTING) => {}
                }
                if let Err(why) = office.tally.flush(&*office.store).await {
                    tracing::warn!(why, "counts were not kept; trying again in a minute");
                }
            }
        });
    }

    fn housekeeping(&self) {
        let (office, stop) = (Arc::clone(&self.office), self.stop.clone());
        tokio::spawn(async move {
            loop {
                tokio::select! {
                    () = stop.cancelled() => return,
                    () = tokio::time::sleep(HOUSEKEEPING) => {}
                }
                if let Err(why) = keep_house(&office).await {
                    tracing::warn!(why, "housekeeping was not finished; it goes on in an hour");
                }
            }
        });
        // A store that could not write (a full disk) is opened again as soon as it can.
        let (office, stop, sending) = (Arc::clone(&self.office), self.stop.clone(), self.sending.clone());
        tokio::spawn(async move {
            loop {
                tokio::select! {
                    () = stop.cancelled() => return,
                    () = tokio::time::sleep(REOPEN) => {}
                }
                let Some(trouble) = office.store.trouble() else { continue };
                tracing::error!(trouble, "the store does not write; nothing is confirmed until it does");
                match open_again(&office, &sending).await {
                    Ok(()) => tracing::warn!("the store writes again"),
                    Err(error) => tracing::error!(%error, "the store could not be opened again"),
                }
            }
        });
    }

    /// Stops: nothing new is sent, what is in hand is finished or stays for the next start, the store is closed.
    pub async fn stop(self) {
        self.stop.cancel();
        let drained = async {
            if let Some(receiver) = &self.receiver {
                receiver.drained().await;
            }
            for worker in &self.sending {
                worker.drained().await;
            }
        };
        if tokio::time::timeout(STOP, drained).await.is_err() {
            tracing::warn!("some messages were not finished in time; they go out at the next start");
        }
        if let Err(why) = self.office.tally.flush(&*self.office.store).await {
            tracing::warn!(why, "the counts of the last minute were not kept");
        }
        self.office.store.close().await;
    }
}

/// Reads dialogs and texts of the office's own folder and takes them into use; when the check refuses them, the old ones stay and
/// the desk says why. `false` when it is to be tried again.
pub async fn read_files(office: &Arc<Office>) -> bool {
    let reading = Arc::clone(office);
    let read = tokio::task::spawn_blocking(move || Content::again(&reading.config)).await;
    let read = read.unwrap_or_else(|error| Err(Unfit::Damaged(error.to_string())));
    let read = match read {
        Ok(content) => match with_places(office, content).await {
            Ok(read) => read,
            Err(error) => {
                tracing::error!(%error, "the table of places could not be read; trying again");
                return false;
            }
        },
        Err(unfit) => Err(unfit),
    };
    let (at, was_bad) = (office.now(), office.watched.load().trouble.is_some());
    match read {
        Ok((content, places)) => {
            let own = !content.assets.are_built_in();
            office.places.store(Arc::new(places));
            if let Err(error) = crate::setting::reload(office, content).await {
                tracing::error!(%error, "dialogs and texts were not taken; trying again");
                return false;
            }
            office.watched.store(Arc::new(Watched { read: at, own, trouble: None }));
            tracing::info!(mended = was_bad, "dialogs and texts were read again");
            told_log(office, "content-taken", Vec::new()).await;
        }
        Err(unfit) => {
            let last = office.watched.load_full();
            tracing::error!("{unfit}\nThe dialogs and texts before stay in use.");
            let more = match &unfit {
                Unfit::Complaints { complaints, .. } => complaints.iter().take(1).map(|one| format!("{}:{}", one.file, one.line)).collect(),
                Unfit::Unreadable(_) | Unfit::Damaged(_) => Vec::new(),
            };
            office.watched.store(Arc::new(Watched { read: last.read, own: last.own, trouble: Some(Trouble { at, unfit }) }));
            told_log(office, "content-refused", more).await;
        }
    }
    true
}

/// The places that go with files that were read again. A place in use stays, since kept answers name it.
async fn with_places(office: &Office, content: Arc<Content>) -> Result<Result<(Arc<Content>, Places), Unfit>, StoreError> {
    let places = crate::shelf::places(&office.config.server.data, &*office.store, &content.places).await?;
    let gone = places.lacks(&office.places.load());
    Ok(match gone.is_empty() {
        true => Ok((content, places)),
        false => Err(Unfit::Damaged(format!("tables/places.csv: rows in use are gone, put them back: {}", gone.join(", ")))),
    })
}

/// What the counter does by itself stands in the audit log too.
async fn told_log(office: &Office, act: &str, more: Vec<String>) {
    let audit = crate::store::Audit { at: office.now(), by: "counter".to_owned(), act: act.to_owned(), receipt: None, more };
    if let Err(error) = office.store.commit(crate::store::Commit { audit: vec![audit], ..Default::default() }).await {
        tracing::warn!(%error, act, "an entry of the audit log could not be written");
    }
}

/// At most an eighth of what the bot may send, so that digests never stand in the way of answers.
fn digests_a_second(per_second: u32) -> usize {
    (per_second / 8).max(1) as usize
}

/// Opens the store again. Answers that it kept without being able to say so are sent now.
async fn open_again(office: &Office, sending: &[Arc<Worker>]) -> Result<(), crate::store::StoreError> {
    office.store.reopen().await?;
    for worker in sending {
        worker.catch_up().await?;
    }
    Ok(())
}

/// Looks at the timers that are due; how many there were. One that fails does not keep the others waiting.
///
/// # Errors
/// The store cannot be read or written, or a timer could not be handled: it is due again.
pub async fn look_at_timers(office: &Office, intake: &Arc<Intake>) -> Result<usize, String> {
    let due = office.store.timers(office.now(), TIMERS_AT_ONCE).await.map_err(|error| error.to_string())?;
    let count = due.len();
    let mut failed = None;
    for (timer, _) in due {
        let looked = match timer {
            crate::store::Timer::Drafts(person) => intake.tick(person).await.map_err(|trouble| trouble.0),
            crate::store::Timer::Event(event) => crate::events::look(office, &event).await,
            crate::store::Timer::Limits(receipt) => crate::desk::remind(office, &receipt).await,
        };
        failed = failed.or(looked.err());
    }
    failed.map_or(Ok(count), Err)
}

/// Forgets marks of old events, files that no record names, and uploads that nobody goes on with.
///
/// # Errors
/// The store cannot be read or written, or the folders of evidence and uploads cannot be read.
pub async fn keep_house(office: &Office) -> Result<(), String> {
    let before = office.now() - chrono::Duration::days(SEEN_DAYS);
    office.store.forget_seen(before).await.map_err(|error| error.to_string())?;
    crate::program::call::sweep(office).await?;
    let shown_since = office.now() - chrono::Duration::days(office.config.personal.page_days);
    crate::channel::web::forget_before(&*office.store, shown_since).await?;
    crate::account::sweep(office).await.map_err(|error| error.to_string())?;
    let mut kept = std::collections::HashSet::new();
    let mut coming = std::collections::HashSet::new();
    let mut after = None;
    loop {
        let page = office.store.all_evidence(after, 1000).await.map_err(|error| error.to_string())?;
        let Some(last) = page.last() else { break };
        after = Some(last.id);
        for evidence in &page {
            if let crate::store::FileStatus::Kept { sha256, .. } = &evidence.status
                && let Ok(hash) = sha256.parse()
            {
                kept.insert(office.vault.id_of(&hash));
            }
            coming.extend(UploadId::of_source(&evidence.announced.source));
        }
    }
    crate::intake::forget_links(office).await?;
    crate::privacy::list::reconcile(office).await?;
    crate::desk::takeout::sweep(office).await?;
    let (vault, spool) = (office.vault.clone(), office.spool.clone());
    let cutoff = std::time::SystemTime::now() - Duration::from_secs(ORPHAN_HOURS * 3600);
    let abandoned = tokio::task::spawn_blocking(move || spool.sweep(|id| coming.contains(id), cutoff));
    let abandoned = abandoned.await.map_err(|error| error.to_string())?.map_err(|error| error.to_string())?;
    if abandoned.uploads > 0 {
        tracing::info!(uploads = abandoned.uploads, bytes = abandoned.bytes, "uploads that nobody went on with were erased");
    }
    let swept = tokio::task::spawn_blocking(move || vault.sweep(|id| kept.contains(id), cutoff))
        .await
        .map_err(|error| error.to_string())?
        .map_err(|error| error.to_string())?;
    if swept.orphans > 0 {
        tracing::info!(files = swept.orphans, bytes = swept.bytes, "files that nobody needs any more were erased");
    }
    Ok(())
}
