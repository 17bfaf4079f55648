//! Writes what became of deliveries, many in one commit. It ends after the last lane, so that no mark of a clean stop is lost.

use super::Worker;
use crate::clock::Moment;
use crate::desk;
use crate::id::Receipt;
use crate::store::{Commit, CommitError, Delivery, Parcel, Write};
use crate::ticket::What;
use std::sync::{Arc, PoisonError};
use std::time::Duration;
use tokio::sync::mpsc;

/// Marks of sent deliveries in one commit.
const MARKS: usize = 256;

/// What is to be written about deliveries.
pub(super) struct Mark {
    pub(super) writes: Vec<Write>,
    pub(super) gone: Option<Gone>,
}

/// Words about a ticket that did not reach the person.
pub(super) struct Gone {
    receipt: Receipt,
    /// When the words were committed.
    made: Moment,
}

impl Gone {
    /// Whom a delivery that nobody took leaves without word; `None` when no ticket is concerned.
    pub(super) fn of(delivery: &Delivery) -> Option<Self> {
        match &delivery.parcel {
            Parcel::About { receipt, .. } => Some(Self { receipt: receipt.clone(), made: delivery.made }),
            _ => None,
        }
    }
}

impl Worker {
    /// Writes marks as they come, until the stop.
    pub(super) async fn record(self: Arc<Self>, mut marked: mpsc::UnboundedReceiver<Mark>) {
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
            let mut writes = Vec::new();
            for mark in batch {
                // The desk first: a crash before the mark tells it a second time that it knows already.
                match mark.gone {
                    Some(gone) if !self.told(&gone).await => {}
                    _ => writes.extend(mark.writes),
                }
            }
            self.write(writes).await;
        }
    }

    async fn stopped(&self) {
        self.stop.cancelled().await;
        while self.tasks.len() > 1 {
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    }

    /// Tells the desk that a person is out of reach, once for all words that were under way; whether it is told.
    async fn told(&self, gone: &Gone) -> bool {
        loop {
            let Err(why) = self.tell(gone).await else { return true };
            if self.office.store.trouble().is_none() || self.stop.is_cancelled() {
                tracing::error!(why, "a ticket could not be told that its person is out of reach; it is tried again at the next start");
                return false;
            }
            self.pause().await;
        }
    }

    async fn tell(&self, gone: &Gone) -> Result<(), String> {
        let ticket = self.office.store.ticket(&gone.receipt).await.map_err(|error| error.to_string())?;
        let known = |ticket: &crate::ticket::Ticket| {
            ticket.body.history.iter().rev().any(|happened| happened.what == What::Unreachable && happened.at >= gone.made)
        };
        match ticket {
            Some(ticket) if !known(&ticket) => desk::lose_person(&self.office, &gone.receipt).await,
            _ => Ok(()),
        }
    }

    /// All marks in one commit; one by one when one of them does not fit. A store that cannot write is waited for, so that
    /// nothing is said twice because of it.
    async fn write(&self, writes: Vec<Write>) {
        if writes.is_empty() {
            return;
        }
        let whole = self.write_whole(writes.clone()).await;
        if let Err(CommitError::Stale(_) | CommitError::Seen) = whole {
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
            if self.stop.is_cancelled() {
                return Err(CommitError::Unavailable(why));
            }
            self.pause().await;
        }
    }

    async fn pause(&self) {
        tokio::select! {
            () = self.stop.cancelled() => {}
            () = tokio::time::sleep(self.pace.unwritten) => {}
        }
    }
}
