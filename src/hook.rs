//! Outgoing webhooks: other systems of the office are told what happens to tickets, as CloudEvents signed after Standard
//! Webhooks.
//!
//! What must hold: an event is committed together with what it tells about ([`told`]); it says nothing personal: no answer, no
//! words, no name; nothing is sent to an address inside the office's network unless the settings allow it. An endpoint that
//! does not answer holds up nobody but itself.
//!
//! ## Why
//! - An event is an ordinary delivery in a lane of its endpoint: it survives a restart, keeps its order, and is tried again
//!   at the pace of the outbox.
//! - Endpoints are kept in memory besides the store, so that an office without any pays one look at an empty list.
//! - An event's id is made from its ticket and its place in the history: sent twice or replayed, it is the same event.

pub mod address;
pub mod event;
pub mod log;
pub mod send;
pub mod sign;

use crate::clock::Moment;
use crate::id::QueueId;
use crate::office::Office;
use crate::store::{Audit, Commit, CommitError, Delivery, Drawer, Lane, Parcel, Slip, Store, StoreError, Write};
use crate::ticket::Ticket;
use arc_swap::ArcSwap;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

/// Whoever acts at the command line.
const OPERATOR: &str = "operator";
/// Letter of the channel that serves the lanes of endpoints.
pub const CHANNEL: char = 'h';
/// First sign of the name of an endpoint's record: numbers of twenty digits begin with it for two hundred years to come.
const ENDPOINT: &str = "0";
/// Why nothing was changed when others change it all the time.
const CHANGED: &str = "the webhook kept changing";
/// Longest name in signs.
const NAME: usize = 40;
/// Endpoints read at once.
const PAGE: usize = 500;
/// Times that a change is decided again because the record changed meanwhile.
const AGAIN: usize = 5;

/// An address that is told what happens to tickets.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub struct Endpoint {
    /// Its number: the name of its lane and of its record.
    pub number: u64,
    /// What the operator calls it.
    pub name: String,
    /// Where events are sent.
    pub url: String,
    /// Secret with which they are signed: `whsec_…`.
    pub secret: String,
    /// Kinds of events that are wanted ([`event::KINDS`]); all when empty.
    #[serde(default)]
    pub kinds: Vec<String>,
    /// Queues whose tickets are told of; all when empty.
    #[serde(default)]
    pub queues: Vec<QueueId>,
    /// When it was added.
    pub created: Moment,
    /// Set aside because it did not take what it was sent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub failing: Option<Failing>,
    /// Nothing is sent since then; what happens waits.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub paused: Option<Moment>,
    /// When it was sent to again after a pause.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub resumed: Option<Moment>,
}

/// Why an endpoint was set aside.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Failing {
    /// When it was set aside.
    pub at: Moment,
    /// What the last try said.
    pub why: String,
}

impl std::fmt::Debug for Endpoint {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Endpoint({}, {})", self.number, self.name)
    }
}

impl Endpoint {
    /// Whether it is told of such an event of these queues.
    fn wants(&self, event: &event::Event) -> bool {
        let kind = self.kinds.is_empty() || self.kinds.iter().any(|kind| kind == event.kind);
        let queue = self.queues.is_empty() || event.queues.iter().any(|queue| self.queues.contains(queue));
        self.failing.is_none() && kind && queue
    }

    fn id(number: u64) -> String {
        format!("{number:020}")
    }

    fn slip(&self, revision: u64) -> Slip {
        let content = serde_json::to_string(self).expect("an endpoint has text keys only");
        Slip { drawer: Drawer::Hook, id: Self::id(self.number), content, revision }
    }
}

/// The endpoints in use, and what their last tries said.
#[derive(Default)]
pub struct Hooks {
    endpoints: ArcSwap<Vec<Endpoint>>,
    troubles: Mutex<BTreeMap<u64, String>>,
    names: log::Names,
}

impl Hooks {
    /// Reads the endpoints of a store.
    ///
    /// # Errors
    /// The store cannot be read.
    pub async fn load(store: &dyn Store) -> Result<Self, StoreError> {
        Ok(Self {
            endpoints: ArcSwap::from_pointee(read_all(store).await?),
            troubles: Mutex::default(),
            names: log::Names::load(store).await?,
        })
    }

    /// Every endpoint, oldest first.
    pub fn all(&self) -> Arc<Vec<Endpoint>> {
        self.endpoints.load_full()
    }

    /// What the last try said that did not get through; `None` when the last one did.
    pub fn trouble(&self, number: u64) -> Option<String> {
        self.troubles.lock().unwrap_or_else(PoisonError::into_inner).get(&number).cloned()
    }

    fn note(&self, number: u64, trouble: Option<&str>) {
        let mut troubles = self.troubles.lock().unwrap_or_else(PoisonError::into_inner);
        match trouble {
            Some(why) => troubles.insert(number, why.to_owned()),
            None => troubles.remove(&number),
        };
    }
}

async fn read_all(store: &dyn Store) -> Result<Vec<Endpoint>, StoreError> {
    let mut endpoints: Vec<Endpoint> = Vec::new();
    let mut after: Option<String> = None;
    loop {
        let page = store.slips(Drawer::Hook, ENDPOINT, after.as_deref(), PAGE).await?;
        let Some(last) = page.last() else { break };
        after = Some(last.id.clone());
        for slip in &page {
            let endpoint = serde_json::from_str(&slip.content).map_err(|_| StoreError::Damaged(format!("hook {}", slip.id)))?;
            endpoints.push(endpoint);
        }
    }
    Ok(endpoints)
}

/// What endpoints are told of the last thing that happened to a ticket; goes into the commit that writes it.
pub fn told(office: &Office, ticket: &Ticket) -> Vec<Delivery> {
    let endpoints = office.hooks.endpoints.load();
    match ticket.body.history.len().checked_sub(1) {
        Some(last) if !endpoints.is_empty() => deliveries(office, &endpoints, (ticket, last)),
        _ => Vec::new(),
    }
}

/// Deliveries of one happening to those endpoints that want it.
fn deliveries(office: &Office, endpoints: &[Endpoint], (ticket, at): (&Ticket, usize)) -> Vec<Delivery> {
    let Some(event) = event::of(office, ticket, at) else { return Vec::new() };
    let wanting = endpoints.iter().filter(|endpoint| endpoint.wants(&event));
    wanting.map(|endpoint| office.delivery(Lane::Hook(endpoint.number), event.parcel())).collect()
}

/// Why endpoints were not changed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotChanged {
    /// There is none of that name.
    #[error("there is no webhook of that name: ip-office-bot hooks list")]
    Unknown,
    /// The name cannot be used.
    #[error("a name has 1 to {NAME} signs of a-z, 0-9 and hyphens")]
    Name,
    /// There is one of that name already.
    #[error("there is a webhook of that name already")]
    Taken,
    /// The address cannot be used.
    #[error(transparent)]
    Address(#[from] address::Refused),
    /// No event is of that kind.
    #[error("no event is of the kind {0}; there are: {all}", all = event::KINDS.join(", "))]
    Kind(String),
    /// The office has no such queue.
    #[error("there is no queue {0}: ip-office-bot staff")]
    Queue(String),
    /// The store cannot keep it.
    #[error("{0}")]
    Trouble(String),
}

impl From<StoreError> for NotChanged {
    fn from(error: StoreError) -> Self {
        Self::Trouble(error.to_string())
    }
}

/// What an operator says of a new endpoint.
#[derive(Clone, Debug, Default)]
pub struct Wish {
    /// What it is called.
    pub name: String,
    /// Where events are sent.
    pub url: String,
    /// Kinds of events; all when empty.
    pub kinds: Vec<String>,
    /// Queues; all when empty.
    pub queues: Vec<QueueId>,
}

/// Adds an endpoint, with a secret drawn for it.
///
/// # Errors
/// Why not.
pub async fn add(office: &Office, wish: Wish) -> Result<Endpoint, NotChanged> {
    add_by(office, OPERATOR, wish).await
}

/// The same for somebody else than the operator; `by` stands in the audit log.
///
/// # Errors
/// Why not.
pub async fn add_by(office: &Office, by: &str, wish: Wish) -> Result<Endpoint, NotChanged> {
    if !(1..=NAME).contains(&wish.name.chars().count()) || wish.name.chars().any(|sign| sign.is_control() || sign.is_whitespace()) {
        return Err(NotChanged::Name);
    }
    let rules = address::Rules::of(&office.config.hooks);
    let url = address::read(&wish.url, rules)?;
    if let Some(kind) = wish.kinds.iter().find(|kind| !event::KINDS.contains(&kind.as_str())) {
        return Err(NotChanged::Kind(kind.clone()));
    }
    if let Some(queue) = wish.queues.iter().find(|queue| office.queue(queue).is_none()) {
        return Err(NotChanged::Queue(queue.to_string()));
    }
    if office.hooks.all().iter().any(|endpoint| endpoint.name == wish.name) {
        return Err(NotChanged::Taken);
    }
    let now = office.now();
    let endpoint = Endpoint {
        number: office.ids.next(now),
        name: wish.name,
        url: url.to_string(),
        secret: sign::new_secret(&*office.chance),
        kinds: wish.kinds,
        queues: wish.queues,
        created: now,
        failing: None,
        paused: None,
        resumed: None,
    };
    commit(office, by, vec![Write::Slip(Box::new(endpoint.slip(1)))], ("hook-added", &endpoint)).await?;
    Ok(endpoint)
}

/// Removes an endpoint; what still waits for it is dropped.
///
/// # Errors
/// Why not.
pub async fn remove(office: &Office, name: &str) -> Result<Endpoint, NotChanged> {
    remove_by(office, OPERATOR, name).await
}

/// The same for somebody else than the operator; `by` stands in the audit log.
///
/// # Errors
/// Why not.
pub async fn remove_by(office: &Office, by: &str, name: &str) -> Result<Endpoint, NotChanged> {
    let endpoint = named(office, name)?;
    let mut writes = vec![Write::ForgetSlip(Drawer::Hook, Endpoint::id(endpoint.number))];
    writes.extend(office.hooks.names.forget(endpoint.number).into_iter().map(|name| Write::ForgetSlip(Drawer::Hook, name)));
    commit(office, by, writes, ("hook-removed", &endpoint)).await?;
    office.hooks.note(endpoint.number, None);
    Ok(endpoint)
}

/// The endpoint of that name.
///
/// # Errors
/// There is none.
pub fn named(office: &Office, name: &str) -> Result<Endpoint, NotChanged> {
    office.hooks.all().iter().find(|endpoint| endpoint.name == name).cloned().ok_or(NotChanged::Unknown)
}

/// Sets an endpoint aside, or puts it back into use.
///
/// # Errors
/// The store cannot keep it.
pub async fn set_failing(office: &Office, by: &str, (number, failing): (u64, Option<Failing>)) -> Result<(), NotChanged> {
    for _ in 0..AGAIN {
        let Some(slip) = office.store.slip(Drawer::Hook, &Endpoint::id(number)).await? else { return Ok(()) };
        let mut endpoint: Endpoint = serde_json::from_str(&slip.content).map_err(|error| NotChanged::Trouble(error.to_string()))?;
        if endpoint.failing.is_some() == failing.is_some() {
            return Ok(());
        }
        endpoint.failing = failing.clone();
        let act = if failing.is_some() { "hook-failing" } else { "hook-resumed" };
        endpoint.resumed = if failing.is_none() { Some(office.now()) } else { endpoint.resumed };
        let write = Write::Slip(Box::new(endpoint.slip(slip.revision + 1)));
        match commit(office, by, vec![write], (act, &endpoint)).await {
            Err(NotChanged::Unknown) => {}
            done => return done,
        }
    }
    Err(NotChanged::Trouble(CHANGED.to_owned()))
}

/// Commits a change and takes it into use; [`NotChanged::Unknown`] when the record changed meanwhile.
async fn commit(office: &Office, by: &str, writes: Vec<Write>, (act, endpoint): (&str, &Endpoint)) -> Result<(), NotChanged> {
    let entry = Audit { at: office.now(), by: by.to_owned(), act: act.to_owned(), receipt: None, more: vec![endpoint.name.clone()] };
    match office.store.commit(Commit { seen: Vec::new(), writes, audit: vec![entry] }).await {
        Ok(()) => {}
        Err(CommitError::Stale(_)) => return Err(NotChanged::Unknown),
        Err(error) => return Err(NotChanged::Trouble(error.to_string())),
    }
    office.hooks.endpoints.store(Arc::new(read_all(&*office.store).await?));
    Ok(())
}

/// Sends again what happened since a moment, in the order in which it happened, to one endpoint; how many events.
///
/// # Errors
/// The store cannot be read or written.
pub async fn replay(office: &Office, endpoint: &Endpoint, since: Moment) -> Result<usize, NotChanged> {
    let mut happened: Vec<(Moment, crate::id::Receipt, usize)> = Vec::new();
    let mut after = None;
    loop {
        let wanted = crate::store::Wanted { queue: None, closed: true, after: after.take(), limit: PAGE };
        let heads = office.store.tickets(&wanted).await?;
        let Some(last) = heads.last() else { break };
        after = Some(last.receipt.clone());
        for head in &heads {
            let Some(ticket) = office.store.ticket(&head.receipt).await? else { continue };
            let since = ticket.body.history.iter().enumerate().filter(|(_, happening)| happening.at >= since);
            happened.extend(since.map(|(n, happening)| (happening.at, head.receipt.clone(), n)));
        }
    }
    happened.sort();
    let mut events = 0;
    for page in happened.chunks(PAGE) {
        let mut made = Vec::new();
        for (_, receipt, n) in page {
            if let Some(ticket) = office.store.ticket(receipt).await? {
                made.extend(deliveries(office, std::slice::from_ref(endpoint), (&ticket, *n)));
            }
        }
        events += made.len();
        post(office, made).await?;
    }
    Ok(events)
}

/// Commits deliveries and hands them over.
async fn post(office: &Office, made: Vec<Delivery>) -> Result<(), NotChanged> {
    let writes = made.iter().cloned().map(|delivery| Write::Delivery(Box::new(delivery))).collect();
    office.store.commit(Commit { writes, ..Commit::default() }).await.map_err(|error| NotChanged::Trouble(error.to_string()))?;
    office.outbox.post(made);
    Ok(())
}

/// The parcel of an event.
impl event::Event {
    fn parcel(&self) -> Parcel {
        Parcel::Hook { id: self.id.clone(), kind: self.kind.to_owned(), body: self.body.clone() }
    }
}

/// Events that wait, by the number of their endpoint.
///
/// # Errors
/// The store cannot be read.
pub async fn waiting(office: &Office) -> Result<BTreeMap<u64, usize>, StoreError> {
    let mut waiting = BTreeMap::new();
    let mut after = None;
    loop {
        let page = office.store.deliveries(after, PAGE).await?;
        let Some(last) = page.last() else { return Ok(waiting) };
        after = Some(last.id);
        for delivery in &page {
            if let Lane::Hook(number) = delivery.lane {
                *waiting.entry(number).or_default() += 1;
            }
        }
    }
}
