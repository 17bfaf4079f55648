//! Delivers what was committed: in order for each receiver, with retries that survive a restart. One slow or blocked receiver
//! never holds up the others.
//!
//! What must hold: a delivery leaves the store only after its receiver took it, or after what follows from giving it up was
//! written. Nothing is sent that is not committed.
//!
//! ## Why
//! - A delivery whose answer got lost is sent again: we may say something twice, we never lose it. Marks of what was sent
//!   are written together, many in one commit, after the sending; a crash in between sends again.
//! - A store that fails in the middle of a commit cannot say whether it was kept, so its deliveries are not handed over.
//!   Once the store writes again, what lies there unsent is looked for ([`Worker::catch_up`]).
//! - A person's messages that do not get through for a day are given up, and the desk is told. What a staff group is to see is
//!   never given up: its tickets would be in nobody's view.
//! - Pauses are measured on the office's clock and looked at again now and then, so that a machine that slept, or a clock
//!   that was set right, neither shortens nor stretches them.

mod fetch;
mod fold;
mod lane;
mod mark;

pub(crate) use fetch::{empty, keep_upload, settle};

use crate::id::DeliveryId;
use crate::office::Office;
use crate::store::{Delivery, Lane, Parcel, Write};
use async_trait::async_trait;
use chrono::Duration as Span;
use futures_util::FutureExt;
use lane::{Next, Now, Picked, Queue};
use mark::{Gone, Mark};
use std::collections::{HashMap, HashSet};
use std::panic::AssertUnwindSafe;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use tokio::sync::mpsc;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

/// Deliveries read from the store at once.
const PAGE: usize = 500;

/// Largest content in bytes of a file that a channel hands over, where the channel says nothing else.
const LARGEST: u64 = 50_000_000;

/// What [`Sender::content`] says when a channel cannot hand over a file because of its size.
pub const TOO_BIG: &str = "the file is too big";

/// Hands committed deliveries from whoever commits to whoever sends.
pub struct Outbox {
    to: mpsc::UnboundedSender<Delivery>,
    /// Taken out of the store after they were handed over; forgotten when whoever sends comes to them.
    withdrawn: Mutex<HashSet<DeliveryId>>,
}

impl Outbox {
    /// An outbox and its other end.
    pub fn new() -> (Self, mpsc::UnboundedReceiver<Delivery>) {
        let (to, from) = mpsc::unbounded_channel();
        (Self { to, withdrawn: Mutex::default() }, from)
    }

    /// Hands over deliveries that are on disk. When nobody sends any more (at a stop) they wait there for the next start.
    pub fn post(&self, deliveries: impl IntoIterator<Item = Delivery>) {
        for delivery in deliveries {
            // A closed channel is a stop: the delivery is in the store.
            let _ = self.to.send(delivery);
        }
    }

    /// These were taken out of the store: what of them has not gone out yet does not.
    pub fn withdraw(&self, ids: impl IntoIterator<Item = DeliveryId>) {
        self.withdrawn.lock().unwrap_or_else(PoisonError::into_inner).extend(ids);
    }

    fn was_withdrawn(&self, id: DeliveryId) -> bool {
        self.withdrawn.lock().unwrap_or_else(PoisonError::into_inner).remove(&id)
    }
}

/// What became of a try.
#[derive(Clone, Debug, PartialEq)]
pub enum Sent {
    /// The receiver took it; these changes go into the commit that marks it.
    Done(Vec<Write>),
    /// Nothing goes to this receiver before so long: its own word, or our own limit.
    Later(Duration),
    /// This one is not possible before so long; others to the same receiver go on, those of the same ticket wait with it.
    Aside(Duration),
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
    /// Sends one delivery. Safe to be called again for the same one, and to be dropped in the middle.
    async fn send(&self, delivery: &Delivery) -> Sent;

    /// Reads the content of a file that somebody sent, piece by piece. [`Sent::Never`] with [`TOO_BIG`] when its size is why
    /// it cannot be had.
    async fn content(&self, source: &str) -> Result<Content, Sent>;

    /// Largest content in bytes that is taken from this channel.
    fn largest(&self) -> u64 {
        LARGEST
    }

    /// How patient the outbox is with this channel.
    fn pace(&self) -> Pace {
        Pace::default()
    }
}

/// Pieces of a file as they arrive.
pub type Content = std::pin::Pin<Box<dyn futures_util::Stream<Item = Result<Vec<u8>, String>> + Send>>;

/// How patient the outbox is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pace {
    /// Pause after the first failed try; it doubles.
    pub first: Duration,
    /// Longest pause between two tries, and the pause while the token is refused.
    pub longest: Duration,
    /// Age at which a person's delivery that never got through is given up, visibly.
    pub give_up: Duration,
    /// Pauses from this length on are written down, so that a restart does not shorten them.
    pub written: Duration,
    /// Longest sleep without a look at the office's clock.
    pub look: Duration,
    /// Time that a try may still take after the stop.
    pub grace: Duration,
    /// Pause before marks are written again to a store that could not.
    pub unwritten: Duration,
}

impl Default for Pace {
    fn default() -> Self {
        Self {
            first: Duration::from_millis(500),
            longest: Duration::from_secs(300),
            give_up: Duration::from_secs(24 * 3600),
            written: Duration::from_secs(5),
            look: Duration::from_secs(15),
            grace: Duration::from_secs(4),
            unwritten: Duration::from_secs(1),
        }
    }
}

impl Pace {
    /// Doubling, with a part that differs from delivery to delivery.
    pub fn backoff(&self, delivery: &Delivery) -> Duration {
        let base = self.first.saturating_mul(1 << delivery.attempts.min(12)).min(self.longest);
        let part = (delivery.id.0.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 40) % 1000;
        base.mul_f64(0.75 + part as f64 / 2000.0)
    }
}

/// Sends what the outbox holds.
pub struct Worker {
    office: Arc<Office>,
    sender: Arc<dyn Sender>,
    /// Letter of the channel that this worker serves.
    channel: char,
    pace: Pace,
    lanes: Mutex<HashMap<Lane, Queue>>,
    /// Deliveries that were taken and whose mark is not on disk.
    held: Mutex<HashSet<DeliveryId>>,
    marks: mpsc::UnboundedSender<Mark>,
    stop: CancellationToken,
    tasks: TaskTracker,
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
        let (pace, lanes, held, tasks) = (sender.pace(), Mutex::default(), Mutex::default(), TaskTracker::new());
        let worker = Arc::new(Self { office, sender, channel, pace, lanes, held, marks, stop, tasks });
        worker.catch_up().await?;
        let recorder = Arc::clone(&worker);
        worker.tasks.spawn(async move { recorder.record(marked).await });
        let taker = Arc::clone(&worker);
        tokio::spawn(async move {
            // After the stop what is committed waits in the store.
            while let Some(Some(delivery)) = taker.stop.run_until_cancelled(from.recv()).await {
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
        let lanes = self.lanes();
        let depth = lanes.values().map(Queue::len).sum();
        let oldest = lanes.values().filter_map(Queue::oldest).min();
        let age = oldest.map_or(Span::zero(), |made| self.office.now() - made);
        (depth, age.to_std().unwrap_or_default())
    }

    /// Persons for whom something waits.
    pub fn persons_waiting(&self) -> usize {
        self.lanes().keys().filter(|lane| matches!(lane, Lane::Person(_))).count()
    }

    /// Waits until what is being sent is sent; what waits stays for the next start. Call after the token was cancelled.
    pub async fn drained(&self) {
        self.tasks.close();
        self.tasks.wait().await;
    }

    /// Whether everything was sent and is marked so.
    pub fn is_idle(&self) -> bool {
        self.lanes().is_empty() && self.held.lock().unwrap_or_else(PoisonError::into_inner).is_empty()
    }

    fn lanes(&self) -> MutexGuard<'_, HashMap<Lane, Queue>> {
        self.lanes.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn now(&self) -> Now {
        Now { wall: self.office.now(), steady: std::time::Instant::now() }
    }

    fn take(self: &Arc<Self>, delivery: Delivery) {
        let fresh = || self.held.lock().unwrap_or_else(PoisonError::into_inner).insert(delivery.id);
        if delivery.lane.channel() != self.channel || !fresh() {
            return;
        }
        let lane = delivery.lane.clone();
        let mut lanes = self.lanes();
        let is_new = !lanes.contains_key(&lane);
        let needless = lanes.entry(lane.clone()).or_default().push(delivery, self.now());
        drop(lanes);
        self.mark_sent(needless);
        if is_new {
            let worker = Arc::clone(self);
            self.tasks.spawn(async move { worker.serve(lane).await });
        }
    }

    /// Sends the deliveries of one lane, one after the other, until none is left.
    async fn serve(self: Arc<Self>, lane: Lane) {
        loop {
            let next = {
                let mut lanes = self.lanes();
                let Some(queue) = lanes.get_mut(&lane) else { return };
                match queue.next(self.now()) {
                    Next::Nothing => {
                        lanes.remove(&lane);
                        return;
                    }
                    next => next,
                }
            };
            if self.stop.is_cancelled() {
                return self.leave(&lane);
            }
            match next {
                Next::Nothing => return,
                Next::Rest(pause, woken) => {
                    tokio::select! {
                        biased;
                        () = self.stop.cancelled() => return self.leave(&lane),
                        () = woken.notified() => {}
                        () = tokio::time::sleep(pause.min(self.pace.look)) => {}
                    }
                }
                Next::Send(picked) => {
                    let sent = tokio::select! {
                        sent = self.send(&picked.delivery) => sent,
                        () = self.cut_off() => return self.leave(&lane),
                    };
                    self.settle(&lane, *picked, sent).await;
                }
            }
        }
    }

    /// One try. What breaks in it breaks this try only.
    async fn send(&self, delivery: &Delivery) -> Sent {
        if self.office.outbox.was_withdrawn(delivery.id) {
            return Sent::Done(Vec::new());
        }
        let sending = async {
            match &delivery.parcel {
                Parcel::Fetch { evidence } => fetch::fetch(&self.office, &*self.sender, *evidence).await,
                _ => self.sender.send(delivery).await,
            }
        };
        let broke = "sending broke";
        match (AssertUnwindSafe(sending).catch_unwind().await, &delivery.lane) {
            (Ok(sent), _) => sent,
            // Nothing for a group is ever given up: it must not stand in the way of the rest.
            (Err(_), Lane::Group(_)) => {
                tracing::error!(kind = kind(&delivery.parcel), broke, "it is tried again, the rest goes on");
                Sent::Aside(self.pace.backoff(delivery))
            }
            (Err(_), _) => Sent::Again(broke.to_owned()),
        }
    }

    /// A little after the stop.
    async fn cut_off(&self) {
        self.stop.cancelled().await;
        tokio::time::sleep(self.pace.grace).await;
    }

    /// At a stop the lane's deliveries stay in the store.
    fn leave(&self, lane: &Lane) {
        self.lanes().remove(lane);
    }

    async fn settle(&self, lane: &Lane, picked: Picked, sent: Sent) {
        let delivery = &picked.delivery;
        let kind = kind(&delivery.parcel);
        match sent {
            Sent::Done(writes) => {
                let age = (self.office.now() - delivery.made).to_std().unwrap_or_default();
                metrics::histogram!("outbox_delivery_seconds", "kind" => kind).record(age.as_secs_f64());
                if matches!(lane, Lane::Person(_)) {
                    metrics::histogram!("reply_seconds").record(age.as_secs_f64());
                }
                self.finish(lane, picked, writes, None);
            }
            Sent::Never(why, writes) => {
                tracing::warn!(kind, why, "a delivery can never be taken and is dropped");
                metrics::counter!("outbox_dropped_total", "kind" => kind).increment(1);
                let gone = Gone::of(delivery);
                self.finish(lane, picked, writes, gone);
            }
            Sent::Gone => {
                metrics::counter!("outbox_unreachable_total").increment(1);
                if matches!(lane, Lane::Clerk(_)) {
                    tracing::warn!("a clerk cannot be written to: they must open the chat with the bot once and press Start");
                }
                let gone = Gone::blocked(delivery);
                self.finish(lane, picked, Vec::new(), gone);
            }
            Sent::Later(pause) if matches!(lane, Lane::Fetch(_)) => self.postpone(lane, &picked, pause, Queue::put_aside),
            Sent::Later(pause) => self.postpone(lane, &picked, pause, Queue::rest_until),
            Sent::Aside(pause) => self.postpone(lane, &picked, pause, Queue::put_aside),
            Sent::Shut(why) => {
                tracing::error!(why, "nothing can be sent: check the token with @BotFather, then restart");
                self.postpone(lane, &picked, self.pace.longest, Queue::rest_until);
            }
            Sent::Again(why) => self.try_again(lane, picked, why).await,
        }
    }

    async fn try_again(&self, lane: &Lane, picked: Picked, why: String) {
        let delivery = &picked.delivery;
        let kind = kind(&delivery.parcel);
        let pause = self.pace.backoff(delivery);
        let old = (self.office.now() - delivery.made).to_std().is_ok_and(|age| age >= self.pace.give_up);
        if !old || matches!(lane, Lane::Group(_)) {
            tracing::info!(kind, why, attempts = delivery.attempts + 1, "a delivery will be tried again");
            // Files wait for nobody; everything else keeps its order.
            let how = if matches!(lane, Lane::Fetch(_)) { Queue::put_aside } else { Queue::rest_until };
            return self.postpone(lane, &picked, pause, how);
        }
        if let Parcel::Fetch { evidence } = delivery.parcel
            && fetch::give_up(&self.office, evidence).await != Sent::Done(Vec::new())
        {
            return self.postpone(lane, &picked, pause, Queue::put_aside);
        }
        tracing::error!(kind, why, "a delivery was tried for a day and is given up");
        metrics::counter!("outbox_dropped_total", "kind" => kind).increment(1);
        let gone = Gone::of(delivery);
        self.finish(lane, picked, Vec::new(), gone);
    }

    fn finish(&self, lane: &Lane, picked: Picked, mut writes: Vec<Write>, gone: Option<Gone>) {
        let sent: Vec<DeliveryId> = std::iter::once(picked.delivery.id).chain(picked.with).collect();
        if let Some(queue) = self.lanes().get_mut(lane) {
            queue.remove(&sent);
        }
        writes.extend(sent.into_iter().map(Write::Delivered));
        self.mark(Mark { writes, gone });
    }

    fn postpone(&self, lane: &Lane, picked: &Picked, pause: Duration, how: fn(&mut Queue, DeliveryId, Now)) {
        let id = picked.delivery.id;
        let until = self.now().after(pause);
        let attempts = picked.delivery.attempts.saturating_add(1);
        if let Some(queue) = self.lanes().get_mut(lane) {
            queue.tried(id, attempts);
            how(queue, id, until);
        }
        if pause >= self.pace.written {
            self.mark(Mark { writes: vec![Write::Retry { id, attempts, not_before: until.wall }], gone: None });
        }
    }

    fn mark_sent(&self, ids: Vec<DeliveryId>) {
        if !ids.is_empty() {
            self.mark(Mark { writes: ids.into_iter().map(Write::Delivered).collect(), gone: None });
        }
    }

    fn mark(&self, mark: Mark) {
        // The recorder ends last; when it is gone the marks are lost and the deliveries go out again.
        let _ = self.marks.send(mark);
    }
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
        Parcel::Hook { .. } => "hook",
    }
}
