//! Fills the index and keeps it. First all heads, page by page, then the words of each ticket, newest changes first; what changes
//! meanwhile is taken from the feed in between, so that nothing is missed and lists are never behind for long.

use super::{Index, Stage};
use crate::feed::{Listener, Since};
use crate::office::Office;
use crate::store::{StoreError, Wanted};
use std::sync::Arc;
use std::time::Duration;
use tokio_util::sync::CancellationToken;

/// Heads read at once.
const PAGE: usize = 500;
/// Tickets whose words are read at once: some milliseconds of work.
const AT_ONCE: usize = 32;
/// A rest between two of those while there are many, so that people come first.
const REST: Duration = Duration::from_millis(4);
/// A store that cannot be read is tried again.
const AGAIN: Duration = Duration::from_secs(5);

/// Fills the index and follows the feed until the stop.
pub async fn follow(index: Arc<Index>, office: Arc<Office>, stop: CancellationToken) {
    let mut listener = office.feed.listen();
    tokio::select! {
        () = stop.cancelled() => {}
        () = keep(&index, &office, &mut listener) => {}
    }
}

async fn keep(index: &Index, office: &Office, listener: &mut Listener) {
    loop {
        let why = match fill(index, office, listener).await {
            Ok(()) => go_on(index, office, listener).await,
            Err(why) => Some(why),
        };
        if let Some(why) = why {
            tracing::error!(%why, "the index of the desk cannot be filled; trying again");
            tokio::time::sleep(AGAIN).await;
        }
    }
}

/// Every head of the store.
async fn fill(index: &Index, office: &Office, listener: &mut Listener) -> Result<(), StoreError> {
    let mut wanted = Wanted { queue: None, closed: true, after: None, limit: PAGE };
    loop {
        let page = office.store.tickets(&wanted).await?;
        let Some(last) = page.last() else { return Ok(()) };
        wanted.after = Some(last.receipt.clone());
        {
            let mut kept = index.write();
            page.iter().for_each(|head| kept.enter(head));
        }
        if let Some(news) = listener.ready()
            && !enter(index, &news)
        {
            wanted.after = None;
        }
        tokio::task::yield_now().await;
    }
}

/// Follows the feed and reads words in between. Comes back when all must be read again, or with what went wrong.
async fn go_on(index: &Index, office: &Office, listener: &mut Listener) -> Option<StoreError> {
    loop {
        // The listener stands where the lists are.
        let next = index.write().next_unread(AT_ONCE);
        let stage = if next.is_empty() { Stage::Whole } else { Stage::Words };
        index.told(stage, listener.cursor());
        let news = match next.is_empty() {
            true => Some(listener.next().await),
            false => {
                if let Err(why) = read_words(index, office, &next).await {
                    return Some(why);
                }
                if next.len() == AT_ONCE {
                    tokio::time::sleep(REST).await;
                }
                listener.ready()
            }
        };
        if news.is_some_and(|news| !enter(index, &news)) {
            return None;
        }
    }
}

async fn read_words(index: &Index, office: &Office, receipts: &[crate::id::Receipt]) -> Result<(), StoreError> {
    for receipt in receipts {
        match office.store.ticket(receipt).await {
            Ok(Some(ticket)) => index.enter_words(&ticket),
            Ok(None) => index.erase(receipt),
            // It stays in the lists; whoever opens it is told.
            Err(StoreError::Damaged(record)) => tracing::error!(record, "words of a damaged ticket cannot be found"),
            Err(why) => return Err(why),
        }
    }
    Ok(())
}

/// Enters what the feed told; `false` when all must be read again.
fn enter(index: &Index, news: &Since) -> bool {
    let Since::Changes(changes) = news else { return false };
    let mut kept = index.write();
    for change in changes {
        match &change.head {
            Some(head) => kept.enter(head),
            None => kept.erase(&change.receipt),
        }
    }
    true
}
