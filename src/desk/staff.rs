//! The clerk's side of the desk: neutral words of a staff group or of a clerk's private chat come in, one commit goes out.
//! In a ticket's topic plain words and files are notes for colleagues; what goes to the person must be said to be a reply.
//!
//! What must hold: only a known clerk of the group's queue, which must be the ticket's queue, changes anything; the same event
//! twice has the effect of once; what a button carries is checked again when it is pressed; no personal answer is shown. The
//! caller hands in the events of one group in order.
//!
//! ## Why
//! A note is the default because it is the harmless mistake: a note that should have been a reply is sent again, a reply that
//! should have been a note cannot be taken back. What was done is said in the topic each time, in words that differ.

mod command;
mod group;
mod list;
pub(crate) mod menu;
mod mode;
pub(crate) mod prepared;
mod private;
mod token;
mod topic;
mod turn;

pub use command::COMMANDS;
pub(crate) use mode::Draft;
pub(crate) use topic::{ends, next_states};

use crate::intake::Trouble;
use crate::message::{StaffInbound, StaffSaid};
use crate::office::Office;
use std::sync::Arc;
use turn::{Turn, kept, trouble};

/// Longest short answer to a press, in UTF-16 units (answerCallbackQuery).
const TOAST: usize = 200;

/// What a channel learns of an event of the staff.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StaffHandled {
    /// A short word for the button that was pressed, plain, at most 200 UTF-16 units.
    pub toast: Option<String>,
    /// It is shown so that it cannot be missed.
    pub alert: bool,
}

/// Handles what happened in a staff group or in the private chat of a clerk. What it changes is on disk when it returns.
///
/// # Errors
/// The store cannot keep it now; the event must come again.
pub async fn handle(office: &Arc<Office>, inbound: StaffInbound) -> Result<StaffHandled, Trouble> {
    if office.store.seen(&inbound.event).await.map_err(trouble)? {
        return Ok(StaffHandled::default());
    }
    let Some(queue) = office.queue_of_group(inbound.chat) else {
        return private::handle(office, &inbound).await;
    };
    match inbound.what {
        StaffSaid::Moved { to } => return group::moved(office, &inbound, &queue, to).await,
        StaffSaid::Rights { topics, member } => return group::rights(office, &inbound, &queue, (topics, member)).await,
        StaffSaid::Topic { closed } => return group::topic_by_hand(office, &inbound, &queue, closed).await,
        StaffSaid::Other => return Ok(StaffHandled::default()),
        StaffSaid::Text(_) | StaffSaid::Command { .. } | StaffSaid::Press(_) | StaffSaid::File { .. } | StaffSaid::Edited => {}
    }
    let Some(turn) = Turn::begin(office, &inbound, &queue).await? else {
        return group::stranger(office, &inbound, &queue).await;
    };
    let done = turn.run().await;
    kept(done)
}
