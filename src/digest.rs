//! Early warnings and news: what an imported table has that is new is matched with the subscriptions, and each subscription
//! that something waits for gets a digest when it is due. Floor 4: the store and files; what fits whom is said in
//! [`crate::watch`].
//!
//! What must hold: an entry is told once to a subscription, also when a kill comes in between or the operator imports it
//! again; nothing that was imported is left out; no digest says nothing.
//!
//! ## Why
//! - **Versions are matched in their order, one after the other.** A subscription remembers the last version in which
//!   something fitted, so a version that is matched a second time after a kill adds nothing twice. Who subscribes begins
//!   behind the versions that are there: only what comes later is news.
//! - **What was in the table before stays known.** The names of all rows that were matched are kept as small named things of
//!   the store: they travel in a backup, and a number that comes again in another file is not news.
//! - **The digest is in the commit that empties what waits.** So it goes out once, like every other message.
//! - **Few digests a second.** Ten thousand of them due in one morning trickle out, and an answer to somebody at the counter
//!   never stands behind them. While persons wait on a channel that does not get through, no digest is added.
//! - Whoever blocked the bot is not written to. What fits goes on waiting, and ends with the subscription after half a year.

pub mod words;

use crate::office::Office;
use crate::seal::text::{from_base64, to_base64};
use crate::shelf;
use crate::store::{Audit, Commit, CommitError, Lane, Parcel, Write};
use crate::table::{Content, Kind};
use crate::watch::new::{find, names};
use crate::watch::{Subscription, Waiting};
use serde::{Deserialize, Serialize};
use std::collections::HashSet;
use std::sync::Arc;

/// Tables that somebody can subscribe to.
const TABLES: [Kind; 4] = [Kind::Publications, Kind::Notices, Kind::Policies, Kind::Patents];
/// Subscriptions read or written in one piece.
const PAGE: usize = 200;
/// Names in one record: an engine takes values up to one megabyte, and a name is eleven signs there.
const NAMES: usize = 40_000;
/// Records of names that are kept of one table: sixteen million rows.
const RECORDS: usize = 400;
/// Times that a subscription is changed again because somebody else changed it meanwhile.
const AGAIN: usize = 5;
/// Days that a person may be out of reach before their subscriptions end.
const UNREACHED_DAYS: i64 = 180;

/// How far a table was matched.
#[derive(Debug, Default, Serialize, Deserialize)]
struct Progress {
    /// Number of the last version that was matched.
    matched: u32,
    /// Records with the names of rows that are known, oldest first.
    known: Vec<String>,
}

fn record(kind: Kind) -> String {
    format!("digest:{}", kind.name())
}

/// Remembers what the office's own content brings before anything is imported: it was there already, so it is no news.
///
/// # Errors
/// The store cannot be read or written.
pub async fn begin(office: &Office) -> Result<(), String> {
    for kind in TABLES {
        let tables = office.tables.load();
        let rows: Vec<u64> = match kind {
            Kind::Publications => tables.publications.as_ref().map(|table| names(&Content::Publications(table.rows.clone()))),
            Kind::Notices => tables.notices.as_ref().map(|table| names(&Content::Notices(table.rows.clone()))),
            Kind::Policies => tables.policies.as_ref().map(|table| names(&Content::Policies(table.rows.clone()))),
            _ => None,
        }
        .unwrap_or_default();
        let history = shelf::history(&*office.store, kind.name()).await.map_err(text)?;
        let begun = office.store.named(&record(kind)).await.map_err(text)?.is_some();
        if begun || !history.versions.is_empty() || rows.is_empty() {
            continue;
        }
        remember(office, kind, (Progress::default(), 0, &rows)).await?;
    }
    Ok(())
}

/// Matches the oldest version of a table that was not matched yet; whether there was one.
///
/// # Errors
/// The store cannot be read or written; the version is matched again.
pub async fn match_next(office: &Arc<Office>) -> Result<bool, String> {
    for kind in TABLES {
        let progress = progress(office, kind).await?;
        let history = shelf::history(&*office.store, kind.name()).await.map_err(text)?;
        let Some(version) = history.versions.into_iter().find(|version| version.number > progress.matched) else { continue };
        let reader = Arc::clone(office);
        let (file, number) = (version.clone(), version.number);
        let content = aside(move || shelf::rows(&reader, kind, &file)).await?;
        let Some(content) = content else {
            tracing::error!(
                kind = kind.name(),
                version = number,
                "an imported table is missing or damaged on disk: nobody is told what is new in it; import the file again"
            );
            remember(office, kind, (progress, number, &[])).await?;
            return Ok(true);
        };
        let rows = names(&content);
        let new = unknown(office, &progress, &rows).await?;
        let told = tell(office, (kind, number), content, new.clone()).await?;
        let fresh: Vec<u64> = rows.into_iter().filter(|row| new.contains(row)).collect();
        tracing::info!(kind = kind.name(), version = number, new = fresh.len(), subscriptions = told, "an imported table was matched");
        remember(office, kind, (progress, number, &fresh)).await?;
        return Ok(true);
    }
    Ok(false)
}

async fn progress(office: &Office, kind: Kind) -> Result<Progress, String> {
    let named = office.store.named(&record(kind)).await.map_err(text)?;
    named.map_or_else(|| Ok(Progress::default()), |json| serde_json::from_str(&json).map_err(|error| error.to_string()))
}

/// Names of rows that no version had before.
async fn unknown(office: &Office, progress: &Progress, rows: &[u64]) -> Result<HashSet<u64>, String> {
    let mut new: HashSet<u64> = rows.iter().copied().collect();
    for name in &progress.known {
        let packed = office.store.named(name).await.map_err(text)?.and_then(|packed| from_base64(&packed)).unwrap_or_default();
        for known in packed.chunks_exact(8) {
            if let Ok(bytes) = known.try_into() {
                new.remove(&u64::from_le_bytes(bytes));
            }
        }
    }
    Ok(new)
}

/// Writes that a version is done and its new rows are known. A kill in between leaves records that nobody names, which the
/// next try writes again.
async fn remember(office: &Office, kind: Kind, (mut progress, number, fresh): (Progress, u32, &[u64])) -> Result<(), String> {
    for (part, names) in fresh.chunks(NAMES).enumerate() {
        let name = format!("{}:{number}:{part}", record(kind));
        let packed: Vec<u8> = names.iter().flat_map(|name| name.to_le_bytes()).collect();
        write(office, vec![Write::Named(name.clone(), Some(to_base64(&packed)))]).await?;
        progress.known.push(name);
    }
    progress.matched = number;
    let surplus = progress.known.len().saturating_sub(RECORDS);
    let mut writes: Vec<Write> = progress.known.drain(..surplus).map(|name| Write::Named(name, None)).collect();
    let json = serde_json::to_string(&progress).map_err(|error| error.to_string())?;
    writes.push(Write::Named(record(kind), Some(json)));
    write(office, writes).await
}

async fn write(office: &Office, writes: Vec<Write>) -> Result<(), String> {
    office.store.commit(Commit { writes, ..Commit::default() }).await.map_err(|error| error.to_string())
}

/// Adds what is new to the subscriptions that it fits; how many.
async fn tell(office: &Arc<Office>, (kind, number): (Kind, u32), content: Content, new: HashSet<u64>) -> Result<usize, String> {
    if new.is_empty() {
        return Ok(0);
    }
    let mut subscriptions: Vec<Subscription> = Vec::new();
    let mut after = None;
    loop {
        let page = office.store.subscriptions(after, PAGE).await.map_err(text)?;
        let Some(last) = page.last() else { break };
        after = Some((last.person, last.id.clone()));
        subscriptions.extend(page.into_iter().filter(|one| one.wish.table() == kind && one.matched < number));
    }
    let (subscriptions, found) = aside(move || {
        let found = find(&content, &new, &subscriptions);
        (subscriptions, found)
    })
    .await?;
    let told = found.len();
    let mut batch: Vec<(Subscription, Waiting)> = Vec::new();
    for (at, waiting) in found {
        batch.extend(subscriptions.get(at).map(|one| (one.clone(), waiting)));
        if batch.len() == PAGE {
            add(office, number, std::mem::take(&mut batch)).await?;
        }
    }
    add(office, number, batch).await?;
    Ok(told)
}

/// Adds what waits to subscriptions, all in one commit; one by one when somebody changed one of them meanwhile.
async fn add(office: &Office, number: u32, batch: Vec<(Subscription, Waiting)>) -> Result<(), String> {
    let writes = batch.iter().map(|(one, waiting)| added(office, number, (one.clone(), waiting))).collect();
    match office.store.commit(Commit { writes, ..Commit::default() }).await {
        Ok(()) => return Ok(()),
        Err(CommitError::Stale(_) | CommitError::Seen) => {}
        Err(error @ (CommitError::TooLarge | CommitError::Unavailable(_))) => return Err(error.to_string()),
    }
    for (one, waiting) in batch {
        let change = |now: Subscription| (now.matched < number).then(|| vec![added(office, number, (now, &waiting))]);
        change_one(office, &one, change).await?;
    }
    Ok(())
}

fn added(office: &Office, number: u32, (mut one, waiting): (Subscription, &Waiting)) -> Write {
    waiting.items.iter().cloned().for_each(|item| one.waiting.add(item));
    one.waiting.more += waiting.more;
    one.due = one.due.or_else(|| Some(one.rhythm.next(office.now(), one.share())));
    one.matched = number;
    one.revision += 1;
    Write::Subscription(Box::new(one))
}

/// Changes a subscription as it is now; one that has ended stays as it is.
async fn change_one(office: &Office, one: &Subscription, change: impl Fn(Subscription) -> Option<Vec<Write>>) -> Result<(), String> {
    for _ in 0..AGAIN {
        let Some(now) = office.store.subscription(one.person, &one.id).await.map_err(text)? else { return Ok(()) };
        let Some(writes) = change(now) else { return Ok(()) };
        match office.store.commit(Commit { writes, ..Commit::default() }).await {
            Ok(()) => return Ok(()),
            Err(CommitError::Stale(_) | CommitError::Seen) => {}
            Err(error @ (CommitError::TooLarge | CommitError::Unavailable(_))) => return Err(error.to_string()),
        }
    }
    Err("a subscription kept changing".to_owned())
}

/// Hands at most so many due digests to the outbox; how many were looked at.
///
/// # Errors
/// The store cannot be read or written: they are due again.
pub async fn send_due(office: &Office, most: usize) -> Result<usize, String> {
    let due = office.store.digests(office.now(), most).await.map_err(text)?;
    let count = due.len();
    for (person, id) in due {
        let Some(one) = office.store.subscription(person, &id).await.map_err(text)? else { continue };
        send(office, one).await?;
    }
    Ok(count)
}

async fn send(office: &Office, one: Subscription) -> Result<(), String> {
    let conversation = office.store.conversation(one.person).await.map_err(text)?;
    let now = office.now();
    let next = Subscription { revision: one.revision + 1, ..one.clone() };
    let gone = conversation.as_ref().filter(|conversation| conversation.state.gone);
    let mut commit = Commit::default();
    let mut delivery = None;
    if let Some(conversation) = gone {
        if now - conversation.touched > chrono::Duration::days(UNREACHED_DAYS) {
            commit.writes.push(Write::EndSubscription(one.person, one.id));
            let (by, act) = ("counter".to_owned(), "unsubscribed".to_owned());
            commit.audit.push(Audit { at: now, by, act, receipt: None, more: vec![one.wish.table().name().to_owned()] });
        } else {
            let due = Some(one.rhythm.next(now, one.share()));
            commit.writes.push(Write::Subscription(Box::new(Subscription { due, ..next })));
        }
    } else {
        commit.writes.push(Write::Subscription(Box::new(Subscription { due: None, waiting: Waiting::default(), ..next })));
        if !one.waiting.is_empty() {
            let route = conversation.as_ref().map_or_else(|| one.route.clone(), |conversation| conversation.route.clone());
            let message = words::message(office, (&one, &route), conversation.as_ref().map(|conversation| &conversation.state.language));
            let made = office.delivery(Lane::Person(route), Parcel::Message(message));
            commit.writes.push(Write::Delivery(Box::new(made.clone())));
            delivery = Some(made);
        }
    }
    match office.store.commit(commit).await {
        Ok(()) => {
            if delivery.is_some() {
                metrics::counter!("digests_total").increment(1);
            }
            office.outbox.post(delivery);
            Ok(())
        }
        // Somebody changed it meanwhile: it is due again, as it is then.
        Err(CommitError::Stale(_) | CommitError::Seen) => Ok(()),
        Err(error @ (CommitError::TooLarge | CommitError::Unavailable(_))) => Err(error.to_string()),
    }
}

/// Runs what takes long on a thread that may block.
async fn aside<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T, String> {
    tokio::task::spawn_blocking(work).await.map_err(|error| error.to_string())
}

fn text(error: crate::store::StoreError) -> String {
    error.to_string()
}
