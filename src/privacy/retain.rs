//! How long tickets are kept: those whose time is over are erased, one commit each. The office sets the time; without a word of
//! its own nothing is ever erased by itself.
//!
//! ## Why
//! - No timer a ticket: the times are settings, and a change of them holds at once for all. Looking through the heads of all closed
//!   tickets takes seconds for a million, with a rest after each page.
//! - The person is not written to: years have passed, the notice that they agreed to said so, and a message would tell whoever has
//!   the chat now.

use super::erase::{Erasure, NotErased, Why, Wish, after, commit};
use super::{Who, keeps};
use crate::clock::office_day;
use crate::office::Office;
use crate::store::{Commit, Wanted, Write};
use crate::ticket::Head;
use chrono::Duration;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Heads looked at in one page.
const PAGE: usize = 500;
/// Tickets erased in one look; the rest in the next.
const MOST: usize = 5_000;
/// Name of the lease in the store.
const LEASE: &str = "retention";
/// Minutes after which a lease that was not renewed is nobody's.
const LEASE_MINUTES: i64 = 10;
/// A rest between two pages, so that people come first.
const REST: std::time::Duration = std::time::Duration::from_millis(4);

/// Who looks, and until when nobody else does.
#[derive(Serialize, Deserialize)]
struct Lease {
    holder: String,
    until: i64,
}

/// Erases the tickets whose time is over; how many.
///
/// # Errors
/// The store cannot be read or written. What was erased stays erased.
pub async fn look(office: &Office) -> Result<usize, String> {
    if !office.config.retention.erases() {
        return Ok(0);
    }
    let mut name = [0; 8];
    office.chance.fill(&mut name);
    let holder = crate::seal::text::to_hex(&name);
    if !lease(office, &holder).await? {
        return Ok(0);
    }
    let looked = through(office, &holder).await;
    let give_back = Commit { writes: vec![Write::Named(LEASE.to_owned(), None)], ..Commit::default() };
    office.store.commit(give_back).await.map_err(|error| error.to_string())?;
    looked
}

async fn through(office: &Office, holder: &str) -> Result<usize, String> {
    let mut wanted = Wanted { queue: None, closed: true, after: None, limit: PAGE };
    let (mut erased, mut contents): (Vec<Erasure>, _) = (Vec::new(), BTreeSet::new());
    let mut stopped = None;
    'pages: loop {
        let page = office.store.tickets(&wanted).await.map_err(|error| error.to_string())?;
        let Some(last) = page.last() else { break };
        wanted.after = Some(last.receipt.clone());
        for head in page.iter().filter(|head| is_over(office, head)) {
            let wish = Wish { who: Who::Counter, receipt: head.receipt.clone(), why: Why::Retention, reason: String::new() };
            match commit(office, &wish).await {
                Ok((erasure, files)) => {
                    erased.push(erasure);
                    contents.extend(files);
                }
                // Erased before, or put under hold since the head was read.
                Err(NotErased::NoTicket | NotErased::Kept(_)) => {}
                Err(NotErased::Trouble(why)) => stopped = Some(why),
                Err(other) => stopped = Some(format!("{other:?}")),
            }
            if stopped.is_some() || erased.len() >= MOST {
                break 'pages;
            }
        }
        if !lease(office, holder).await? {
            break;
        }
        tokio::time::sleep(REST).await;
    }
    let count = erased.len();
    after(office, &erased, contents).await;
    stopped.map_or(Ok(count), Err)
}

/// Whether the time of a ticket is over and nothing else keeps it.
fn is_over(office: &Office, head: &Head) -> bool {
    let (Some(closed), Some(days)) = (&head.closed, office.config.retention.erase_days(&head.service)) else { return false };
    let day = office_day(closed.at) + Duration::days(i64::from(days));
    office_day(office.now()) > day && keeps(office, head).is_none()
}

/// Takes the lease or renews it; `false` when another looks.
async fn lease(office: &Office, holder: &str) -> Result<bool, String> {
    let trouble = |error: &dyn std::fmt::Display| error.to_string();
    let now = office.now().timestamp();
    let text = office.store.named(LEASE).await.map_err(|error| trouble(&error))?;
    let held: Option<Lease> = text.and_then(|text| serde_json::from_str(&text).ok());
    if held.is_some_and(|held| held.holder != holder && held.until > now) {
        return Ok(false);
    }
    let lease = Lease { holder: holder.to_owned(), until: now + LEASE_MINUTES * 60 };
    let text = serde_json::to_string(&lease).map_err(|error| trouble(&error))?;
    let commit = Commit { writes: vec![Write::Named(LEASE.to_owned(), Some(text))], ..Commit::default() };
    office.store.commit(commit).await.map_err(|error| trouble(&error))?;
    Ok(true)
}
