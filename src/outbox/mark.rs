//! Writes what became of deliveries, many in one commit. It ends after the last lane, so that no mark of a clean stop is lost.

use super::Worker;
use crate::clock::Moment;
use crate::desk;
use crate::id::Receipt;
use crate::message::Route;
use crate::store::{Commit, CommitError, Delivery, Lane, Parcel, Write};
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

/// Words that did not reach the person.
pub(super) struct Gone {
    /// The ticket that they were about.
    receipt: Option<Receipt>,
    /// Who cannot be reached.
    person: Option<Route>,
    /// When the words were committed.
    made: Moment,
}

impl Gone {
    /// Whom a delivery that nobody took leaves without word; `None` when no ticket is concerned.
    pub(super) fn of(delivery: &Delivery) -> Option<Self> {
        match &delivery.parcel {
            Parcel::About { receipt, .. } => Some(Self { receipt: Some(receipt.clone()), person: None, made: delivery.made }),
            _ => None,
        }
    }

    /// The same of a person who blocked the bot: nothing more is sent to them unasked until they come back.
    pub(super) fn blocked(delivery: &Delivery) -> Option<Self> {
        let receipt = Self::of(delivery).and_then(|gone| gone.receipt);
        match &delivery.lane {
            Lane::Person(route) => Some(Self { receipt, person: Some(route.clone()), made: delivery.made }),
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
        if let Some(route) = &gone.person {
            self.leave_alone(route, gone.made).await?;
        }
        match &gone.receipt {
            Some(receipt) => self.tell_desk(receipt, gone.made).await,
            None => Ok(()),
        }
    }

    /// Remembers that a person is out of reach, unless they wrote since.
    async fn leave_alone(&self, route: &Route, made: Moment) -> Result<(), String> {
        let person = self.office.person(route);
        loop {
            let known = self.office.store.conversation(person).await.map_err(|error| error.to_string())?;
            let Some(mut conversation) = known.filter(|known| !known.state.gone && known.touched <= made) else { return Ok(()) };
            conversation.state.gone = true;
            conversation.revision += 1;
            let writes = vec![Write::Conversation(person, Box::new(conversation))];
            match self.office.store.commit(Commit { writes, ..Commit::default() }).await {
                Ok(()) => return Ok(()),
                Err(CommitError::Stale(_) | CommitError::Seen) => {}
                Err(error @ (CommitError::TooLarge | CommitError::Unavailable(_))) => return Err(error.to_string()),
            }
        }
    }

    async fn tell_desk(&self, receipt: &Receipt, made: Moment) -> Result<(), String> {
        let ticket = self.office.store.ticket(receipt).await.map_err(|error| error.to_string())?;
        let known = |ticket: &crate::ticket::Ticket| {
            ticket.body.history.iter().rev().any(|happened| happened.what == What::Unreachable && happened.at >= made)
        };
        match ticket {
            Some(ticket) if !known(&ticket) => desk::lose_person(&self.office, receipt).await,
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
