//! Delivers what was committed: in order for each receiver, with retries that survive a restart. One slow or blocked receiver
//! never holds up the others.
//!
//! What must hold: a delivery leaves the store only after its receiver took it, or after what follows from giving it up was
//! written in the same commit. Nothing is sent that is not committed.
//!
//! ## Why
//! - A delivery whose answer got lost is sent again: we may say something twice, we never lose it. Marks of what was sent
//!   are written together, many in one commit, after the sending; a crash in between sends again.
//! - A store that fails in the middle of a commit cannot say whether it was kept, so its deliveries are not handed over.
//!   Once the store writes again, what lies there unsent is looked for ([`Worker::catch_up`]).

mod fetch;
mod fold;

pub(crate) use fetch::settle;

use crate::desk;
use crate::id::DeliveryId;
use crate::office::Office;
use crate::store::{Commit, CommitError, Delivery, Lane, Parcel, Write};
use async_trait::async_trait;
use chrono::Duration as Span;
use std::collections::{HashMap, HashSet, VecDeque};
use std::sync::atomic::{AtomicI64, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use tokio::sync::mpsc;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

/// Longest pause between two tries.
const LONGEST_PAUSE: Duration = Duration::from_secs(300);
/// Age at which a delivery that never got through is given up, visibly.
const GIVE_UP_HOURS: i64 = 24;
/// Pauses from this length on are written down, so that a restart does not shorten them.
const WRITTEN_PAUSE: Duration = Duration::from_secs(5);
/// Marks of sent deliveries in one commit.
const MARKS: usize = 256;
/// Deliveries read from the store at once.
const PAGE: usize = 500;
/// Pause before marks are written again to a store that could not.
const UNWRITTEN: Duration = Duration::from_secs(1);

/// Hands committed deliveries from whoever commits to whoever sends.
pub struct Outbox {
    to: mpsc::UnboundedSender<Delivery>,
}

impl Outbox {
    /// An outbox and its other end.
    pub fn new() -> (Self, mpsc::UnboundedReceiver<Delivery>) {
        let (to, from) = mpsc::unbounded_channel();
        (Self { to }, from)
    }

    /// Hands over deliveries that are on disk. When nobody sends any more (at a stop) they wait there for the next start.
    pub fn post(&self, deliveries: impl IntoIterator<Item = Delivery>) {
        for delivery in deliveries {
            // A closed channel is a stop: the delivery is in the store.
            let _ = self.to.send(delivery);
        }
    }
}

/// What became of a try.
#[derive(Clone, Debug, PartialEq)]
pub enum Sent {
    /// The receiver took it; these changes go into the commit that marks it (a topic that was made).
    Done(Vec<Write>),
    /// Not before so long: the receiver's own word, or our own limit.
    Later(Duration),
    /// Try again soon; the reason carries no personal data.
    Again(String),
    /// It can never be taken there; what follows is written with it.
    Never(String, Vec<Write>),
    /// The person cannot be reached there any more.
    Gone,
    /// Nothing can be sent to anybody now (token refused); try again after a long pause.
    Shut(String),
}

/// A channel that sends.
#[async_trait]
pub trait Sender: Send + Sync {
    /// Sends one delivery. Safe to be called again for the same one.
    async fn send(&self, delivery: &Delivery) -> Sent;

    /// Reads the content of a file that somebody sent, piece by piece.
    async fn content(&self, source: &str) -> Result<Content, Sent>;
}

/// Pieces of a file as they arrive.
pub type Content = std::pin::Pin<Box<dyn futures_util::Stream<Item = Result<Vec<u8>, String>> + Send>>;

/// Sends what the outbox holds.
pub struct Worker {
    office: Arc<Office>,
    sender: Arc<dyn Sender>,
    /// Letter of the channel whose persons this worker serves.
    channel: char,
    lanes: Mutex<HashMap<Lane, VecDeque<Delivery>>>,
    /// Deliveries that were taken and whose mark is not on disk.
    held: Mutex<HashSet<DeliveryId>>,
    marks: mpsc::UnboundedSender<Mark>,
    stop: CancellationToken,
    tasks: TaskTracker,
    depth: AtomicUsize,
    /// Milliseconds of the oldest delivery that waits, for the metrics.
    oldest: AtomicI64,
}

/// What is to be written about deliveries.
struct Mark {
    writes: Vec<Write>,
    gone: Option<crate::id::Receipt>,
}

impl Worker {
    /// Starts sending: first what an earlier run left, then what comes.
    ///
    /// # Errors
    /// The store cannot be read.
    pub async fn start(
        office: Arc<Office>,
        sender: Arc<dyn Sender>,
        channel: char,
        mut from: mpsc::UnboundedReceiver<Delivery>,
        stop: CancellationToken,
    ) -> Result<Arc<Self>, crate::store::StoreError> {
        let (marks, marked) = mpsc::unbounded_channel();
        let worker = Arc::new(Self {
            office,
            sender,
            channel,
            lanes: Mutex::default(),
            held: Mutex::default(),
            marks,
            stop,
            tasks: TaskTracker::new(),
            depth: AtomicUsize::new(0),
            oldest: AtomicI64::new(i64::MAX),
        });
        worker.catch_up().await?;
        let recorder = Arc::clone(&worker);
        worker.tasks.spawn(async move { recorder.record(marked).await });
        let taker = Arc::clone(&worker);
        tokio::spawn(async move {
            while let Some(delivery) = from.recv().await {
                taker.take(delivery);
            }
        });
        Ok(worker)
    }

    /// Takes what lies in the store and was never handed over: left by an earlier run, or committed by a store that failed
    /// before it could say so.
    ///
    /// # Errors
    /// The store cannot be read.
    pub async fn catch_up(self: &Arc<Self>) -> Result<(), crate::store::StoreError> {
        // What is being sent may be marked between the reading and the taking.
        let known = self.held.lock().unwrap_or_else(PoisonError::into_inner).clone();
        let mut after = None;
        loop {
            let page = self.office.store.deliveries(after, PAGE).await?;
            let Some(end) = page.last().map(|delivery| delivery.id) else { return Ok(()) };
            after = Some(end);
            for delivery in page.into_iter().filter(|delivery| !known.contains(&delivery.id)) {
                self.take(delivery);
            }
        }
    }

    /// The channel whose persons this worker serves, as conditions and metrics name it.
    pub fn channel_name(&self) -> &'static str {
        crate::intake::Side::of(&crate::message::Route { channel: self.channel, chat: 0 }).name
    }

    /// Deliveries that wait, and the age of the oldest.
    pub fn waiting(&self) -> (usize, Duration) {
        let lanes = self.lanes.lock().unwrap_or_else(PoisonError::into_inner);
        let oldest = lanes.values().filter_map(VecDeque::front).map(|delivery| delivery.made).min();
        let age = oldest.map_or(Span::zero(), |made| self.office.now() - made);
        self.oldest.store(age.num_milliseconds(), Ordering::Relaxed);
        (self.depth.load(Ordering::Relaxed), age.to_std().unwrap_or_default())
    }

    /// Waits until what is being sent is sent; what waits stays for the next start. Call after the token was cancelled.
    pub async fn drained(&self) {
        self.tasks.close();
        self.tasks.wait().await;
    }

    /// Whether everything was sent (for tests and for the terminal).
    pub fn is_idle(&self) -> bool {
        self.depth.load(Ordering::Relaxed) == 0
    }

    fn take(self: &Arc<Self>, delivery: Delivery) {
        let fresh = || self.held.lock().unwrap_or_else(PoisonError::into_inner).insert(delivery.id);
        if delivery.lane.channel() != self.channel || !fresh() {
            return;
        }
        self.depth.fetch_add(1, Ordering::Relaxed);
        let lane = delivery.lane.clone();
        let mut lanes = self.lanes.lock().unwrap_or_else(PoisonError::into_inner);
        match lanes.get_mut(&lane) {
            // The first may be under way.
            Some(waiting) => {
                let later = waiting.iter().skip(1).position(|other| other.id > delivery.id);
                waiting.insert(later.map_or(waiting.len(), |n| n + 1), delivery);
            }
            None => {
                lanes.insert(lane.clone(), VecDeque::from([delivery]));
                let worker = Arc::clone(self);
                self.tasks.spawn(async move { worker.serve(lane).await });
            }
        }
    }

    /// Sends the deliveries of one lane, one after the other, until none is left.
    async fn serve(self: Arc<Self>, lane: Lane) {
        loop {
            let (next, folded) = {
                let mut lanes = self.lanes.lock().unwrap_or_else(PoisonError::into_inner);
                let Some(waiting) = lanes.get_mut(&lane) else { return };
                let folded = fold::fold(waiting, self.office.now());
                match waiting.front() {
                    None => {
                        lanes.remove(&lane);
                        (None, folded)
                    }
                    Some(delivery) => (Some(delivery.clone()), folded),
                }
            };
            if !folded.is_empty() {
                self.depth.fetch_sub(folded.len(), Ordering::Relaxed);
                self.mark(folded.into_iter().map(Write::Delivered).collect(), None);
            }
            let Some(delivery) = next else { return };
            let pause = (delivery.not_before - self.office.now()).to_std().unwrap_or_default();
            tokio::select! {
                biased;
                () = self.stop.cancelled() => return self.leave(&lane),
                () = tokio::time::sleep(pause), if !pause.is_zero() => {}
                () = std::future::ready(()), if pause.is_zero() => {}
            }
            let sent = match &delivery.parcel {
                Parcel::Fetch { evidence } => fetch::fetch(&self.office, &*self.sender, *evidence).await,
                _ => self.sender.send(&delivery).await,
            };
            self.settle(&lane, delivery, sent);
        }
    }

    /// At a stop the lane's deliveries stay in the store.
    fn leave(&self, lane: &Lane) {
        let mut lanes = self.lanes.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(waiting) = lanes.remove(lane) {
            self.depth.fetch_sub(waiting.len(), Ordering::Relaxed);
        }
    }

    fn settle(&self, lane: &Lane, delivery: Delivery, sent: Sent) {
        let kind = kind(&delivery.parcel);
        match sent {
            Sent::Done(writes) => {
                let age = (self.office.now() - delivery.made).to_std().unwrap_or_default();
                metrics::histogram!("outbox_delivery_seconds", "kind" => kind).record(age.as_secs_f64());
                if matches!(delivery.lane, Lane::Person(_)) {
                    metrics::histogram!("reply_seconds").record(age.as_secs_f64());
                }
                self.finish(lane, &delivery, writes, None);
            }
            Sent::Never(why, writes) => {
                tracing::warn!(kind, why, "a delivery can never be taken and is dropped");
                metrics::counter!("outbox_dropped_total", "kind" => kind).increment(1);
                self.finish(lane, &delivery, writes, None);
            }
            Sent::Gone => {
                metrics::counter!("outbox_unreachable_total").increment(1);
                let gone = match &delivery.parcel {
                    Parcel::About { receipt, .. } => Some(receipt.clone()),
                    _ => None,
                };
                self.finish(lane, &delivery, Vec::new(), gone);
            }
            Sent::Later(pause) => self.postpone(lane, delivery, pause),
            Sent::Shut(why) => {
                tracing::error!(why, "nothing can be sent: check the token with @BotFather, then restart");
                self.postpone(lane, delivery, LONGEST_PAUSE);
            }
            Sent::Again(why) => {
                let old = (self.office.now() - delivery.made).num_hours() >= GIVE_UP_HOURS;
                if old {
                    tracing::error!(kind, why, "a delivery was tried for a day and is given up");
                    metrics::counter!("outbox_dropped_total", "kind" => kind).increment(1);
                    let gone = match &delivery.parcel {
                        Parcel::About { receipt, .. } => Some(receipt.clone()),
                        _ => None,
                    };
                    return self.finish(lane, &delivery, Vec::new(), gone);
                }
                tracing::info!(kind, why, attempts = delivery.attempts + 1, "a delivery will be tried again");
                let pause = backoff(delivery.attempts, delivery.id.0);
                self.postpone(lane, delivery, pause);
            }
        }
    }

    fn finish(&self, lane: &Lane, delivery: &Delivery, mut writes: Vec<Write>, gone: Option<crate::id::Receipt>) {
        let mut lanes = self.lanes.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(waiting) = lanes.get_mut(lane)
            && waiting.front().is_some_and(|front| front.id == delivery.id)
        {
            waiting.pop_front();
        }
        drop(lanes);
        self.depth.fetch_sub(1, Ordering::Relaxed);
        writes.push(Write::Delivered(delivery.id));
        self.mark(writes, gone);
    }

    fn postpone(&self, lane: &Lane, delivery: Delivery, pause: Duration) {
        let not_before = self.office.now() + Span::from_std(pause).unwrap_or(Span::zero());
        let attempts = delivery.attempts + 1;
        let mut lanes = self.lanes.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(front) = lanes.get_mut(lane).and_then(VecDeque::front_mut)
            && front.id == delivery.id
        {
            front.attempts = attempts;
            front.not_before = not_before;
        }
        drop(lanes);
        if pause >= WRITTEN_PAUSE {
            self.mark(vec![Write::Retry { id: delivery.id, attempts, not_before }], None);
        }
    }

    fn mark(&self, writes: Vec<Write>, gone: Option<crate::id::Receipt>) {
        // The recorder ends last; when it is gone the marks are lost and the deliveries go out again.
        let _ = self.marks.send(Mark { writes, gone });
    }

    /// Writes marks, many in one commit.
    async fn record(self: Arc<Self>, mut marked: mpsc::UnboundedReceiver<Mark>) {
        loop {
            let first = tokio::select! {
                biased;
                mark = marked.recv() => mark,
                // After the stop: as soon as no lane is at work, nothing can come any more.
                () = self.stopped() => None,
            };
            let Some(first) = first else { return };
            let mut batch = vec![first];
            while batch.len() < MARKS
                && let Ok(mark) = marked.try_recv()
            {
                batch.push(mark);
            }
            let gone: Vec<_> = batch.iter_mut().filter_map(|mark| mark.gone.take()).collect();
            let writes: Vec<Write> = batch.into_iter().flat_map(|mark| mark.writes).collect();
            self.write(writes).await;
            for receipt in gone {
                if let Err(why) = desk::lose_person(&self.office, &receipt).await {
                    tracing::error!(why, "a ticket could not be told that its person is out of reach");
                }
            }
        }
    }

    async fn stopped(&self) {
        self.stop.cancelled().await;
        while self.tasks.len() > 1 {
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    }

    /// All marks in one commit; one by one when one of them does not fit (a topic made twice). A store that cannot write is
    /// waited for, so that nothing is said twice because of it.
    async fn write(&self, writes: Vec<Write>) {
        if let Err(CommitError::Stale(_) | CommitError::Seen) = self.write_whole(writes.clone()).await {
            for write in &writes {
                if let Err(error) = self.write_whole(vec![write.clone()]).await {
                    tracing::warn!(%error, "a mark of a delivery was not written");
                }
            }
        }
        let mut held = self.held.lock().unwrap_or_else(PoisonError::into_inner);
        for write in writes {
            if let Write::Delivered(id) = write {
                held.remove(&id);
            }
        }
    }

    async fn write_whole(&self, writes: Vec<Write>) -> Result<(), CommitError> {
        loop {
            let written = self.office.store.commit(Commit { writes: writes.clone(), ..Commit::default() }).await;
            let Err(CommitError::Unavailable(why)) = written else { return written };
            tracing::error!(why, "marks of sent messages are not on disk; trying again, after a restart they would be sent again");
            tokio::select! {
                () = self.stop.cancelled() => return Err(CommitError::Unavailable(why)),
                () = tokio::time::sleep(UNWRITTEN) => {}
            }
        }
    }
}

/// Doubling from half a second, with a part that differs from delivery to delivery.
fn backoff(attempts: u32, salt: u64) -> Duration {
    let base = Duration::from_millis(500).saturating_mul(1 << attempts.min(10)).min(LONGEST_PAUSE);
    let part = (salt.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 40) % 1000;
    base.mul_f64(0.75 + part as f64 / 2000.0)
}

fn kind(parcel: &Parcel) -> &'static str {
    match parcel {
        Parcel::Screen(_) => "screen",
        Parcel::Message(_) => "message",
        Parcel::About { .. } => "about",
        Parcel::Card { .. } => "card",
        Parcel::Post { .. } => "post",
        Parcel::Tell { .. } => "tell",
        Parcel::Leave { .. } => "leave",
        Parcel::Fetch { .. } => "fetch",
    }
}
