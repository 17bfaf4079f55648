//! Receives updates, by asking for them (here) or by a [webhook](super::webhook), and hands each to whoever handles it.
//!
//! What must hold: an update is confirmed only when what follows from it is on disk. One that cannot be understood is
//! parked with its raw form and then confirmed; one that the store cannot take is asked for again. Updates of one person and
//! of one staff group are handled in the order in which they came.
//!
//! ## Why
//! A loop that confirms a batch when it arrives loses it in a crash. Here the offset moves when the whole batch is on disk:
//! a crash before that brings the batch again, and what was handled already is known by its number.

mod answer;
mod lanes;
mod lease;
pub(super) mod pause;
mod poll;

use super::api::{Api, ApiError};
use super::update::{Asked, Me, Read, Reader, Update, forgotten_press};
use super::{inline, setup};
use crate::config::TelegramMode;
use crate::desk;
use crate::id::EventId;
use crate::intake::{Handled, Intake, Trouble};
use crate::message::{Said, StaffInbound, StaffSaid};
use crate::office::Office;
use crate::store::{Commit, CommitError, Parked, Write};
use answer::Answers;
use async_trait::async_trait;
use lanes::{Lanes, Unhandled};
use pause::Pause;
use std::collections::{HashMap, HashSet};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use std::time::{Duration, Instant};
use tokio::sync::{Semaphore, oneshot};
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

pub use poll::Ended;

/// Time between looks whether dialogs or texts changed.
const WORDS: Duration = Duration::from_secs(2);
/// Inline queries that are answered at the same time; more are left to the next key that is typed.
const INLINE: usize = 8;
/// Failing updates that are remembered.
const FAILURES: usize = 10_000;

/// A short word on a button that was pressed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Toast {
    /// Words; without them only the little clock on the button goes away.
    pub text: Option<String>,
    /// Shown in a window that must be closed.
    pub alert: bool,
}

/// Handles what happens in staff groups and in the private chats of clerks.
#[async_trait]
pub trait StaffDesk: Send + Sync + 'static {
    /// Handles an event; on disk when it returns. The same event twice has the effect of once.
    ///
    /// # Errors
    /// The store cannot keep it: the event comes again.
    async fn handle(&self, inbound: StaffInbound) -> Result<Toast, Trouble>;
}

/// Who handles what comes in.
pub struct Handlers {
    /// Persons.
    pub intake: Arc<Intake>,
    /// Staff.
    pub staff: Arc<dyn StaffDesk>,
}

impl Handlers {
    /// The office's own intake and desk.
    pub fn of(office: &Arc<Office>, intake: &Arc<Intake>) -> Self {
        Self { intake: Arc::clone(intake), staff: Arc::new(OfficeDesk(Arc::clone(office))) }
    }
}

struct OfficeDesk(Arc<Office>);

#[async_trait]
impl StaffDesk for OfficeDesk {
    async fn handle(&self, inbound: StaffInbound) -> Result<Toast, Trouble> {
        let handled = desk::staff::handle(&self.0, inbound).await?;
        Ok(Toast { text: handled.toast, alert: handled.alert })
    }
}

/// Times and numbers of receiving.
#[derive(Clone, Debug)]
pub struct Pace {
    /// First pause after a failure; doubles up to `longest`.
    pub first: Duration,
    /// Longest pause.
    pub longest: Duration,
    /// Pause before asking again while another program asks with the same token.
    pub conflict: Duration,
    /// Tries after which the other program is left alone.
    pub conflicts: u32,
    /// How long the lease is good without being renewed.
    pub lease: Duration,
    /// How often the lease is renewed.
    pub renew: Duration,
    /// Wait before a foreign group is left: it may be a staff group that is just moving.
    pub leave: Duration,
    /// Time to finish what is in hand at a stop.
    pub finish: Duration,
    /// Longest time that a webhook call waits for the store.
    pub commit: Duration,
    /// Longest time for the body of a webhook call.
    pub body: Duration,
    /// How often the state of the webhook is looked at.
    pub watch: Duration,
    /// Tries after which an update is parked although the store works, so that it does not block the others.
    pub patience: u32,
}

impl Default for Pace {
    fn default() -> Self {
        Self {
            first: Duration::from_millis(500),
            longest: Duration::from_secs(30),
            conflict: Duration::from_secs(3),
            conflicts: 3,
            lease: Duration::from_secs(30),
            renew: Duration::from_secs(10),
            leave: Duration::from_secs(5),
            finish: Duration::from_secs(7),
            commit: Duration::from_secs(20),
            body: Duration::from_secs(10),
            watch: Duration::from_secs(60),
            patience: 8,
        }
    }
}

/// Takes updates, however they arrive.
pub struct Receiver {
    pub(super) office: Arc<Office>,
    pub(super) api: Api,
    me: OnceLock<Me>,
    intake: Arc<Intake>,
    lanes: Arc<Lanes>,
    pub(super) pace: Pace,
    tasks: TaskTracker,
    answers: Answers,
    inline: Arc<Semaphore>,
    leaving: Mutex<HashSet<i64>>,
    failures: Mutex<HashMap<EventId, u32>>,
    receiving: AtomicBool,
}

/// An update on its way.
struct Begun<'a> {
    update: Update,
    raw: &'a str,
    since: Instant,
    doing: Doing,
}

enum Doing {
    Nothing,
    Person(oneshot::Receiver<Result<Handled, Trouble>>, Option<String>),
    Staff(oneshot::Receiver<Result<Toast, Unhandled>>, Option<String>),
    Park(&'static str),
}

impl Receiver {
    /// A receiver; nothing runs yet.
    pub fn new(office: Arc<Office>, api: Api, handlers: Handlers) -> Arc<Self> {
        Self::with_pace(office, api, handlers, Pace::default())
    }

    /// The same with other times.
    pub fn with_pace(office: Arc<Office>, api: Api, handlers: Handlers, pace: Pace) -> Arc<Self> {
        let tasks = TaskTracker::new();
        Arc::new(Self {
            answers: Answers::new(api.clone(), tasks.clone()),
            office,
            api,
            me: OnceLock::new(),
            intake: handlers.intake,
            lanes: Lanes::new(handlers.staff),
            pace,
            tasks,
            inline: Arc::new(Semaphore::new(INLINE)),
            leaving: Mutex::default(),
            failures: Mutex::default(),
            receiving: AtomicBool::new(false),
        })
    }

    /// Asks who the bot is, tells Telegram what it can do, and receives in the way that the settings say, until the token is
    /// cancelled.
    ///
    /// # Errors
    /// Receiving is over for good; the rest of the counter goes on.
    pub async fn run(self: &Arc<Self>, stop: &CancellationToken) -> Result<(), Ended> {
        let ended = self.receive(stop).await;
        self.receiving.store(false, Ordering::Relaxed);
        if let Err(ended) = &ended {
            tracing::error!("{ended}");
        }
        ended
    }

    async fn receive(self: &Arc<Self>, stop: &CancellationToken) -> Result<(), Ended> {
        let mut pause = Pause::new(self.pace.first, self.pace.longest);
        let me = loop {
            match setup::me(&self.api).await {
                Ok(me) => break me,
                Err(ApiError::Token) => return Err(Ended::Token),
                Err(error) => tracing::warn!("Telegram cannot be asked who the bot is: {error}"),
            }
            if !pause.wait(stop).await {
                return Ok(());
            }
        };
        tracing::info!(bot = me.username, "Telegram knows the bot");
        let (receiver, introduced) = (Arc::clone(self), me.clone());
        self.tasks.spawn(stop.clone().run_until_cancelled_owned(async move {
            loop {
                let script = receiver.office.script.load_full();
                setup::introduce(&receiver.office, &receiver.api, &introduced).await;
                // Words may change while the counter is open.
                while Arc::ptr_eq(&script, &receiver.office.script.load()) {
                    tokio::time::sleep(WORDS).await;
                }
            }
        }));
        // Known already when receiving was started before.
        let _ = self.me.set(me);
        match self.office.config.telegram.mode {
            TelegramMode::Polling => poll::poll(self, stop).await,
            TelegramMode::Webhook => super::webhook::keep(self, stop).await,
        }
    }

    /// Whether updates arrive: Telegram answered the last question, or takes the webhook for good.
    pub fn is_receiving(&self) -> bool {
        self.receiving.load(Ordering::Relaxed)
    }

    /// Waits for the answers to presses and inline queries that are on their way.
    pub async fn drained(&self) {
        self.tasks.close();
        self.tasks.wait().await;
    }

    /// Handles one update; done when it is on disk.
    ///
    /// # Errors
    /// The store cannot keep it: Telegram must bring it again.
    pub async fn take(self: &Arc<Self>, raw: &str) -> Result<(), Trouble> {
        let begun = self.begin(raw);
        self.finish(begun).await
    }

    pub(super) fn receives(&self, yes: bool) {
        self.receiving.store(yes, Ordering::Relaxed);
    }

    /// Reads an update and queues it at once. Order of calls is order of handling.
    fn begin<'a>(self: &Arc<Self>, raw: &'a str) -> Begun<'a> {
        let since = Instant::now();
        let staff = |chat| self.office.queue_of_group(chat).is_some();
        let clerk = |user| self.office.clerk_on_telegram(user).is_some();
        let reader = Reader { me: self.me.get(), now: self.office.now(), staff: &staff, clerk: &clerk };
        let mut update = reader.read(raw);
        metrics::counter!("updates_total", "kind" => update.kind).increment(1);
        let read = std::mem::replace(&mut update.read, Read::Ignored("taken"));
        let doing = match read {
            Read::Person(inbound) => {
                let handle = match &inbound.what {
                    Said::Press(pressed) => pressed.handle.clone(),
                    _ => None,
                };
                Doing::Person(self.intake.submit(inbound), handle)
            }
            Read::Staff(inbound) => self.staff(inbound),
            Read::Inline(asked) => {
                self.answer_inline(asked);
                Doing::Nothing
            }
            Read::Leave { chat } => {
                self.leave(chat);
                Doing::Nothing
            }
            Read::Ignored(why) => {
                tracing::debug!(update = update.event.number, kind = update.kind, "ignored: {why}");
                if let Some(handle) = forgotten_press(raw).filter(|_| update.kind == "callback_query") {
                    self.answers.give(handle, Toast::default());
                }
                Doing::Nothing
            }
            Read::Unreadable(why) => Doing::Park(why),
        };
        Begun { update, raw, since, doing }
    }

    fn staff(&self, inbound: StaffInbound) -> Doing {
        // The rights in a group that moved are of no interest: nobody is there any more.
        if matches!(inbound.what, StaffSaid::Rights { .. }) && self.office.groups.now(inbound.chat) != inbound.chat {
            return Doing::Nothing;
        }
        let handle = match &inbound.what {
            StaffSaid::Press(pressed) => pressed.handle.clone(),
            _ => None,
        };
        Doing::Staff(self.lanes.submit(inbound), handle)
    }

    /// Waits until an update is on disk.
    async fn finish(&self, begun: Begun<'_>) -> Result<(), Trouble> {
        let Begun { update, raw, since, doing } = begun;
        let (done, answer) = match doing {
            Doing::Nothing => return Ok(()),
            Doing::Park(why) => (self.park(&update.event, raw, why).await, None),
            Doing::Person(handled, handle) => match handled.await {
                Ok(Ok(handled)) => (Ok(()), handle.map(|handle| (handle, Toast { text: handled.toast, alert: false }))),
                Ok(Err(trouble)) => (Err(trouble), None),
                Err(_) => (Err(stopping()), None),
            },
            Doing::Staff(handled, handle) => match handled.await {
                Ok(Ok(toast)) => (Ok(()), handle.map(|handle| (handle, toast))),
                Ok(Err(Unhandled::Trouble(trouble))) => (Err(trouble), None),
                Ok(Err(Unhandled::Broke)) => (self.park(&update.event, raw, "the handling of staff broke").await, None),
                Err(_) => (Err(stopping()), None),
            },
        };
        match done {
            Ok(()) => {
                self.failures.lock().unwrap_or_else(PoisonError::into_inner).remove(&update.event);
                metrics::histogram!("update_commit_seconds").record(since.elapsed().as_secs_f64());
                if let Some((handle, toast)) = answer {
                    self.answers.give(handle, toast);
                }
                Ok(())
            }
            Err(trouble) => self.failed(&update.event, raw, trouble).await,
        }
    }

    /// What fails again and again while the store works (a damaged record) is parked, so that it does not block the others.
    async fn failed(&self, event: &EventId, raw: &str, trouble: Trouble) -> Result<(), Trouble> {
        let times = {
            let mut failures = self.failures.lock().unwrap_or_else(PoisonError::into_inner);
            if failures.len() >= FAILURES {
                failures.clear();
            }
            let times = failures.entry(event.clone()).or_default();
            *times += 1;
            *times
        };
        if times < self.pace.patience || self.office.store.trouble().is_some() {
            return Err(trouble);
        }
        self.park(event, raw, &trouble.0).await
    }

    async fn park(&self, event: &EventId, raw: &str, why: &str) -> Result<(), Trouble> {
        let parked = Parked { event: event.clone(), raw: raw.to_owned(), why: why.to_owned(), at: self.office.now() };
        let commit = Commit { seen: vec![event.clone()], writes: vec![Write::Park(parked)], audit: Vec::new() };
        match self.office.store.commit(commit).await {
            Ok(()) => {
                tracing::error!(update = event.number, "an update is parked ({why}): ip-office-bot tickets parked");
                metrics::counter!("updates_parked_total").increment(1);
                Ok(())
            }
            Err(CommitError::Seen) => Ok(()),
            Err(error) => Err(Trouble(error.to_string())),
        }
    }

    fn answer_inline(self: &Arc<Self>, asked: Asked) {
        let Ok(slot) = Arc::clone(&self.inline).try_acquire_owned() else {
            metrics::counter!("inline_queries_skipped_total").increment(1);
            return;
        };
        let receiver = Arc::clone(self);
        self.tasks.spawn(async move {
            let _slot = slot;
            inline::answer(&receiver.office, &receiver.api, &asked).await;
        });
    }

    /// Leaves a chat that is not in the settings. Nothing is sent there.
    fn leave(self: &Arc<Self>, chat: i64) {
        if !self.leaving.lock().unwrap_or_else(PoisonError::into_inner).insert(chat) {
            return;
        }
        let receiver = Arc::clone(self);
        // Not tracked: at a stop the group stays for its next message.
        tokio::spawn(async move {
            tokio::time::sleep(receiver.pace.leave).await;
            if receiver.office.queue_of_group(chat).is_none() {
                tracing::warn!(chat, "the bot was added to a chat that no [[queue]] of the settings has as its group; it leaves");
                metrics::counter!("foreign_chats_left_total").increment(1);
                if let Err(error) = receiver.api.call("leaveChat", &serde_json::json!({ "chat_id": chat })).await {
                    tracing::warn!(chat, "the chat could not be left: {error}");
                }
            }
            receiver.leaving.lock().unwrap_or_else(PoisonError::into_inner).remove(&chat);
        });
    }
}

fn stopping() -> Trouble {
    Trouble("the counter is stopping".to_owned())
}
