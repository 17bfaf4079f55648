//! What happens to a staff group itself, and who speaks there without being a clerk of its queue.

use super::turn::{alert, commit, kept, say, trouble};
use super::{StaffHandled, token::Token};
use crate::config::QueueConfig;
use crate::intake::Trouble;
use crate::locale::Text;
use crate::message::{Outbound, StaffInbound, StaffSaid};
use crate::office::Office;
use crate::store::{Lane, Parcel, Topic, Write};

/// Hours between two hints to administrators who write without their name.
const HINT_HOURS: i64 = 1;

/// Somebody who is no clerk of this queue. A press is refused visibly, everything else is no business of ours; an
/// administrator who writes as the group is told once that nothing of it counts.
pub(super) async fn stranger(office: &Office, inbound: &StaffInbound, queue: &QueueConfig) -> Result<StaffHandled, Trouble> {
    if let StaffSaid::Press(pressed) = &inbound.what {
        tracing::warn!(queue = %queue.id, known = Token::read(&pressed.token).is_some(), "a press of somebody who is no clerk of the queue was refused");
        metrics::counter!("desk_refused_presses_total").increment(1);
        let text = if inbound.user.is_some() { "desk-toast-stranger" } else { "desk-anonymous" };
        return Ok(alert(office, &queue.language, &Text::new(text)));
    }
    let meant = matches!(inbound.what, StaffSaid::Command { .. }) || inbound.thread.is_some();
    if inbound.user.is_some() || !meant {
        return Ok(StaffHandled::default());
    }
    let group = office.groups.configured(inbound.chat);
    let ticket = match inbound.thread {
        Some(thread) => office.store.ticket_of(group, thread).await.map_err(trouble)?,
        None => None,
    };
    if ticket.is_none() && !matches!(inbound.what, StaffSaid::Command { .. }) {
        return Ok(StaffHandled::default());
    }
    let name = format!("hint:{group}");
    let hinted = office.store.named(&name).await.map_err(trouble)?.and_then(|at| at.parse::<i64>().ok());
    let now = office.now().timestamp();
    if hinted.is_some_and(|at| now - at < HINT_HOURS * 3600) {
        return Ok(StaffHandled::default());
    }
    let message = said(office, queue, "desk-anonymous");
    let parcel = match ticket {
        Some(receipt) => Parcel::Post { receipt, message, signal: crate::store::Signal::Loud },
        None => Parcel::Tell { message },
    };
    let delivery = office.delivery(Lane::Group(group), parcel);
    let writes = vec![Write::Named(name, Some(now.to_string())), Write::Delivery(Box::new(delivery))];
    kept(commit(office, &inbound.event, writes).await.map(|()| StaffHandled::default()))
}

/// The group became another one. Settings and records keep the old number; calls use the new one from now on.
pub(super) async fn moved(office: &Office, inbound: &StaffInbound, queue: &QueueConfig, to: i64) -> Result<StaffHandled, Trouble> {
    let group = office.groups.configured(inbound.chat);
    tracing::warn!(queue = %queue.id, to, "a staff group was moved: put the new id into office.toml");
    office.groups.moved(group, to);
    // Telegram says it twice, in the old group and in the new one; so may the sender have noticed it first.
    let name = format!("moved:{group}");
    if office.store.named(&name).await.map_err(trouble)? == Some(to.to_string()) {
        return Ok(StaffHandled::default());
    }
    let tell = tell(office, group, said(office, queue, "desk-moved"));
    let writes = vec![Write::Named(format!("group:{group}"), Some(to.to_string())), Write::Named(name, Some(to.to_string())), tell];
    kept(commit(office, &inbound.event, writes).await.map(|()| StaffHandled::default()))
}

/// The rights of the counter in the group changed: whether it may manage topics, and whether it is in there at all. Tickets go
/// on; the group is told once while it can be told.
pub(super) async fn rights(
    office: &Office,
    inbound: &StaffInbound,
    queue: &QueueConfig,
    (topics, member): (bool, bool),
) -> Result<StaffHandled, Trouble> {
    let group = office.groups.configured(inbound.chat);
    let name = format!("rights:{group}");
    let told = office.store.named(&name).await.map_err(trouble)?.is_some();
    let writes = match (member, topics) {
        (false, _) => {
            tracing::error!(queue = %queue.id, "the counter was taken out of a staff group: its tickets are served by `ip-office-bot tickets`");
            Vec::new()
        }
        (true, false) => {
            tracing::error!(queue = %queue.id, "the counter may not manage topics in a staff group: make it an administrator who may");
            if told {
                Vec::new()
            } else {
                vec![Write::Named(name, Some("told".to_owned())), tell(office, group, said(office, queue, "desk-no-right"))]
            }
        }
        (true, true) if told => vec![Write::Named(name, None), tell(office, group, said(office, queue, "desk-right-back"))],
        (true, true) => Vec::new(),
    };
    if writes.is_empty() {
        return Ok(StaffHandled::default());
    }
    kept(commit(office, &inbound.event, writes).await.map(|()| StaffHandled::default()))
}

/// Somebody closed or opened a topic by hand. The ticket is not changed by it; whoever posts there next opens it again.
pub(super) async fn topic_by_hand(
    office: &Office,
    inbound: &StaffInbound,
    queue: &QueueConfig,
    closed: bool,
) -> Result<StaffHandled, Trouble> {
    let group = office.groups.configured(inbound.chat);
    let Some(thread) = inbound.thread else { return Ok(StaffHandled::default()) };
    let Some(receipt) = office.store.ticket_of(group, thread).await.map_err(trouble)? else { return Ok(StaffHandled::default()) };
    let view = office.store.topic(&receipt).await.map_err(trouble)?.filter(|view| view.chat == group && view.thread == thread);
    let Some(view) = view.filter(|view| view.closed != closed) else { return Ok(StaffHandled::default()) };
    tracing::info!(queue = %queue.id, closed, "the topic of a ticket was closed or opened by hand");
    let writes = vec![Write::Topic(Topic { closed, ..view })];
    kept(commit(office, &inbound.event, writes).await.map(|()| StaffHandled::default()))
}

fn said(office: &Office, queue: &QueueConfig, name: &str) -> Outbound {
    Outbound { text: say(office, &queue.language, &Text::new(name)), ..Outbound::default() }
}

fn tell(office: &Office, group: i64, message: Outbound) -> Write {
    Write::Delivery(Box::new(office.delivery(Lane::Group(group), Parcel::Tell { message })))
}
