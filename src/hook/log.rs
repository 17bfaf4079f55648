//! What became of the last events of each endpoint: taken, or not and why. Names and times only, nothing personal.
//!
//! ## Why
//! A line is written in the commit that ends a delivery, so that the log says neither more nor less than what happened. So many
//! lines stay an endpoint; older ones go in the same commit.

use super::{CHANGED, Endpoint, NotChanged};
use crate::clock::Moment;
use crate::office::Office;
use crate::store::{Delivery, Drawer, Parcel, Slip, Store, StoreError, Write};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Mutex, PoisonError};

/// Lines that stay for each endpoint.
const KEPT: usize = 200;
/// What stands before the name of a line.
const LOG: &str = "log:";
/// Lines read at once.
const PAGE: usize = 500;

/// What became of an event.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Line {
    /// Id of the event: receipt and place in the history.
    pub event: String,
    /// Kind of the event.
    pub kind: String,
    /// When it happened.
    pub made: Moment,
    /// When it was taken or given up.
    pub at: Moment,
    /// Why it was not taken; nothing when it was.
    pub failed: Option<String>,
}

/// Names of the lines of each endpoint, newest first.
#[derive(Default)]
pub(super) struct Names(Mutex<BTreeMap<u64, BTreeSet<String>>>);

impl Names {
    /// Reads them.
    pub(super) async fn load(store: &dyn Store) -> Result<Self, StoreError> {
        let mut names: BTreeMap<u64, BTreeSet<String>> = BTreeMap::new();
        let mut after: Option<String> = None;
        loop {
            let page = store.slips(Drawer::Hook, LOG, after.as_deref(), PAGE).await?;
            let Some(last) = page.last() else { break };
            after = Some(last.id.clone());
            for slip in page {
                if let Some(number) = slip.id.strip_prefix(LOG).and_then(|rest| rest.split(':').next()?.parse().ok()) {
                    names.entry(number).or_default().insert(slip.id);
                }
            }
        }
        Ok(Self(Mutex::new(names)))
    }

    /// Remembers a line; those that are too many.
    fn add(&self, number: u64, name: &str) -> Vec<String> {
        let mut names = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let own = names.entry(number).or_default();
        own.insert(name.to_owned());
        let mut old = Vec::new();
        while own.len() > KEPT {
            old.extend(own.pop_last());
        }
        old
    }

    /// Forgets an endpoint; the names of its lines.
    pub(super) fn forget(&self, number: u64) -> BTreeSet<String> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).remove(&number).unwrap_or_default()
    }
}

/// The writes that say what became of a delivery.
pub(super) fn ended(office: &Office, endpoint: &Endpoint, (delivery, failed): (&Delivery, Option<String>)) -> Vec<Write> {
    let Parcel::Hook { id, kind, .. } = &delivery.parcel else { return Vec::new() };
    let line = Line { event: id.clone(), kind: kind.clone(), made: delivery.made, at: office.now(), failed };
    let Ok(content) = serde_json::to_string(&line) else { return Vec::new() };
    let name = format!("{LOG}{:020}:{:020}", endpoint.number, u64::MAX - delivery.id.0);
    let old = office.hooks.names.add(endpoint.number, &name);
    let mut writes = vec![Write::Slip(Box::new(Slip { drawer: Drawer::Hook, id: name, content, revision: 1 }))];
    writes.extend(old.into_iter().map(|name| Write::ForgetSlip(Drawer::Hook, name)));
    writes
}

/// What became of the last events of an endpoint, newest first.
///
/// # Errors
/// The store cannot be read.
pub async fn lines(office: &Office, endpoint: &Endpoint, limit: usize) -> Result<Vec<Line>, StoreError> {
    let prefix = format!("{LOG}{:020}:", endpoint.number);
    let slips = office.store.slips(Drawer::Hook, &prefix, None, limit.min(KEPT)).await?;
    Ok(slips.iter().filter_map(|slip| serde_json::from_str(&slip.content).ok()).collect())
}

/// Sends one event again, with the id that it had; `false` when the endpoint is not told of it any more.
///
/// # Errors
/// The store cannot be read or written.
pub async fn replay_one(office: &Office, endpoint: &Endpoint, event: &str) -> Result<bool, NotChanged> {
    let Some((receipt, at)) = event.rsplit_once('-') else { return Ok(false) };
    let (Ok(receipt), Ok(at)) = (crate::id::Receipt::read(receipt), at.parse::<usize>()) else { return Ok(false) };
    let Some(ticket) = office.store.ticket(&receipt).await? else { return Ok(false) };
    let made = super::deliveries(office, std::slice::from_ref(endpoint), (&ticket, at));
    let sent = !made.is_empty();
    super::post(office, made).await?;
    Ok(sent)
}

/// Sends again what failed since a moment and was not taken afterwards; how many events.
///
/// # Errors
/// The store cannot be read or written.
pub async fn replay_failed(office: &Office, endpoint: &Endpoint, since: Moment) -> Result<usize, NotChanged> {
    let lines = lines(office, endpoint, KEPT).await?;
    let mut taken: BTreeSet<&str> = BTreeSet::new();
    let mut failed: Vec<&Line> = Vec::new();
    let mut newest_first: Vec<&Line> = lines.iter().collect();
    newest_first.sort_by_key(|line| std::cmp::Reverse(line.at));
    for line in newest_first {
        match &line.failed {
            None => drop(taken.insert(&line.event)),
            Some(_) if line.at >= since && !taken.contains(line.event.as_str()) => {
                taken.insert(&line.event);
                failed.push(line);
            }
            Some(_) => {}
        }
    }
    let mut sent = 0;
    for line in failed.into_iter().rev() {
        sent += usize::from(replay_one(office, endpoint, &line.event).await?);
    }
    Ok(sent)
}

/// Holds events back, or lets them go again. What happens meanwhile waits and goes out in its order.
///
/// # Errors
/// There is no such endpoint, or the store cannot keep it.
pub async fn set_paused(office: &Office, by: &str, (name, paused): (&str, Option<Moment>)) -> Result<(), NotChanged> {
    let number = super::named(office, name)?.number;
    for _ in 0..super::AGAIN {
        let Some(slip) = office.store.slip(Drawer::Hook, &Endpoint::id(number)).await? else { return Err(NotChanged::Unknown) };
        let mut endpoint: Endpoint = serde_json::from_str(&slip.content).map_err(|error| NotChanged::Trouble(error.to_string()))?;
        if endpoint.paused.is_some() == paused.is_some() {
            return Ok(());
        }
        endpoint.paused = paused;
        // What waited is not too old to be tried.
        endpoint.resumed = if paused.is_none() { Some(office.now()) } else { endpoint.resumed };
        let act = if paused.is_some() { "hook-paused" } else { "hook-resumed" };
        let write = Write::Slip(Box::new(endpoint.slip(slip.revision + 1)));
        match super::commit(office, by, vec![write], (act, &endpoint)).await {
            Err(NotChanged::Unknown) => {}
            done => return done,
        }
    }
    Err(NotChanged::Trouble(CHANGED.to_owned()))
}
