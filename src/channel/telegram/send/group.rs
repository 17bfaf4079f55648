//! Staff groups: the card of a ticket in its topic, posts, and what a group that refuses us means. A topic that somebody
//! deleted is made again with its card; a group that refuses keeps nothing else from going on.

use super::{ODD_TRIES, STUCK_TRIES, TelegramSender, Trouble};
use crate::channel::telegram::api::ApiError;
use crate::desk::card;
use crate::id::Receipt;
use crate::locale::Text;
use crate::message::Outbound;
use crate::outbox::Sent;
use crate::store::{Delivery, Evidence, Topic, Write};
use crate::ticket::Ticket;
use serde_json::json;
use std::collections::{HashMap, HashSet};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

/// A group is told of its own trouble at most so often, in seconds.
const TELL_EVERY: i64 = 3600;
/// Pause after a group was found to have another id.
const MOVED: Duration = Duration::from_millis(100);

/// What the sender knows of staff groups besides the records.
#[derive(Default)]
pub(super) struct Groups {
    /// One change of the records of topics at a time.
    pub(super) records: tokio::sync::Mutex<()>,
    /// Groups that refused to make a topic, and until when they are not asked again.
    refusals: Mutex<HashMap<i64, (ApiError, Instant)>>,
    /// Cards that could not be pinned yet.
    unpinned: Mutex<HashSet<Receipt>>,
}

impl Groups {
    pub(super) fn refused(&self, group: i64, why: ApiError, pause: Duration) {
        self.refusals.lock().unwrap_or_else(PoisonError::into_inner).insert(group, (why, Instant::now() + pause));
    }

    /// Why a group makes no topics, as long as it need not be asked again.
    pub(super) fn refusal(&self, group: i64) -> Option<ApiError> {
        let refusals = self.refusals.lock().unwrap_or_else(PoisonError::into_inner);
        refusals.get(&group).filter(|(_, until)| *until > Instant::now()).map(|(why, _)| why.clone())
    }

    fn is_unpinned(&self, receipt: &Receipt) -> bool {
        self.unpinned.lock().unwrap_or_else(PoisonError::into_inner).contains(receipt)
    }

    fn pinned(&self, receipt: &Receipt, done: Pinned) {
        let mut unpinned = self.unpinned.lock().unwrap_or_else(PoisonError::into_inner);
        match done {
            Pinned::Yes => unpinned.remove(receipt),
            Pinned::NotYet => unpinned.insert(receipt.clone()),
        };
    }
}

enum Pinned {
    Yes,
    NotYet,
}

impl TelegramSender {
    /// Brings topic, name and card of a ticket up to date.
    pub(super) async fn card(&self, group: i64, receipt: &Receipt) -> Result<(), Trouble> {
        let Some(ticket) = self.office.store.ticket(receipt).await? else { return Ok(()) };
        if !self.is_here(group, &ticket) {
            // Passed on meanwhile: the other group's lane has it.
            return Ok(());
        }
        let topic = self.topic(group, &ticket).await?;
        match self.refresh(topic.clone(), &ticket).await {
            Err(Trouble::Api(ApiError::NoTopic)) => {
                self.forget(&topic).await?;
                let topic = self.topic(group, &ticket).await?;
                self.refresh(topic, &ticket).await
            }
            other => other,
        }
    }

    async fn refresh(&self, mut topic: Topic, ticket: &Ticket) -> Result<(), Trouble> {
        let before = topic.clone();
        let chat = self.office.groups.now(topic.chat);
        let name = card::topic_name(&self.office, ticket);
        if name != topic.name {
            let edit = json!({ "chat_id": chat, "message_thread_id": topic.thread, "name": name });
            match self.done(chat, "editForumTopic", &edit).await {
                Ok(()) | Err(ApiError::Same) => topic.name = name,
                Err(ApiError::TopicClosed) => {}
                Err(error) => return Err(error.into()),
            }
        }
        let mut message = card::card(&self.office, ticket, &self.evidence(ticket).await?);
        message.replaces = topic.card;
        if topic.closed && ticket.head.closed.is_none() {
            self.reopen(&mut topic).await?;
        }
        match self.show(topic.chat, Some(topic.thread), &message).await {
            Ok(None) => {}
            Ok(Some(number)) => {
                topic.card = Some(number);
                self.groups.pinned(&topic.receipt, Pinned::NotYet);
                self.keep(&topic).await?;
            }
            // The last words of a closed ticket may come after its topic was closed.
            Err(Trouble::Api(ApiError::TopicClosed)) => {
                self.reopen(&mut topic).await?;
                return Err(Trouble::Wait(self.patience.file));
            }
            Err(other) => return Err(other),
        }
        self.pin(chat, &topic).await?;
        if ticket.head.closed.is_some() && !topic.closed {
            let close = json!({ "chat_id": chat, "message_thread_id": topic.thread });
            match self.done(chat, "closeForumTopic", &close).await {
                Ok(()) | Err(ApiError::Same | ApiError::TopicClosed) => topic.closed = true,
                Err(error) => return Err(error.into()),
            }
        }
        if topic != before { self.keep(&topic).await } else { Ok(()) }
    }

    /// Pins a new card. A group may not allow it; the card stands first in its topic all the same.
    async fn pin(&self, chat: i64, topic: &Topic) -> Result<(), Trouble> {
        let Some(number) = topic.card.filter(|_| self.groups.is_unpinned(&topic.receipt)) else { return Ok(()) };
        let pin = json!({ "chat_id": chat, "message_id": number, "disable_notification": true });
        match self.done(chat, "pinChatMessage", &pin).await {
            Ok(()) | Err(ApiError::Same | ApiError::NoRight | ApiError::NoMessage | ApiError::Other(..)) => {
                self.groups.pinned(&topic.receipt, Pinned::Yes);
                Ok(())
            }
            Err(error) => Err(error.into()),
        }
    }

    async fn reopen(&self, topic: &mut Topic) -> Result<(), Trouble> {
        let chat = self.office.groups.now(topic.chat);
        let open = json!({ "chat_id": chat, "message_thread_id": topic.thread });
        match self.done(chat, "reopenForumTopic", &open).await {
            Ok(()) | Err(ApiError::Same) => {}
            Err(error) => return Err(error.into()),
        }
        topic.closed = false;
        self.keep(topic).await
    }

    /// Words or a file for a ticket's topic, which is made with its card when there is none.
    pub(super) async fn post(&self, group: i64, receipt: &Receipt, message: &Outbound) -> Result<(), Trouble> {
        let Some(ticket) = self.office.store.ticket(receipt).await? else { return Ok(()) };
        let mut failed = ApiError::NoTopic;
        for _ in 0..2 {
            if self.known(group, receipt).await?.is_none() {
                // A group that passed the ticket on gets no new topic for it.
                self.card(group, receipt).await?;
            }
            let Some(mut topic) = self.known(group, receipt).await? else { return Ok(()) };
            if topic.closed && ticket.head.closed.is_none() {
                self.reopen(&mut topic).await?;
            }
            match self.show(group, Some(topic.thread), message).await {
                Ok(_) => return Ok(()),
                Err(Trouble::Api(ApiError::NoTopic)) => self.forget(&topic).await?,
                Err(Trouble::Api(ApiError::TopicClosed)) => {
                    failed = ApiError::TopicClosed;
                    self.reopen(&mut topic).await?;
                }
                Err(other) => return Err(other),
            }
        }
        Err(failed.into())
    }

    /// The group passed the ticket on: its topic says so and is closed.
    pub(super) async fn leave(&self, group: i64, receipt: &Receipt, reason: Option<&Outbound>) -> Result<(), Trouble> {
        if self.office.store.ticket(receipt).await?.is_some_and(|ticket| self.is_here(group, &ticket)) {
            // It came back before we were there.
            return Ok(());
        }
        let topic = match self.known(group, receipt).await? {
            None => self.left(group, receipt).await?,
            known => known,
        };
        let Some(topic) = topic else { return Ok(()) };
        if let Some(reason) = reason {
            match self.show(group, Some(topic.thread), reason).await {
                Ok(_) | Err(Trouble::Api(ApiError::NoTopic | ApiError::TopicClosed)) => {}
                Err(other) => return Err(other),
            }
        }
        let chat = self.office.groups.now(group);
        let close = json!({ "chat_id": chat, "message_thread_id": topic.thread });
        match self.done(chat, "closeForumTopic", &close).await {
            Ok(()) | Err(ApiError::Same | ApiError::TopicClosed | ApiError::NoTopic) => {}
            Err(error) => return Err(error.into()),
        }
        self.forget(&topic).await
    }

    async fn evidence(&self, ticket: &Ticket) -> Result<Vec<Evidence>, Trouble> {
        let mut evidence = Vec::new();
        for id in crate::ticket::files(ticket) {
            evidence.extend(self.office.store.evidence(id).await?);
        }
        Ok(evidence)
    }

    // --- Groups that refuse us ----------------------------------------------------------------------------------------

    /// A group that refuses us keeps nothing from going on: its deliveries wait, the operator and the group are told.
    pub(super) async fn group_trouble(&self, group: i64, error: ApiError, delivery: &Delivery) -> Sent {
        match error {
            ApiError::Wait(pause) => Sent::Later(pause),
            ApiError::Token => Sent::Shut(error.to_string()),
            ApiError::Lost | ApiError::Server(_) if delivery.attempts >= STUCK_TRIES => {
                tracing::warn!(%error, "something for a staff group gets no answer; the rest goes on");
                Sent::Aside(self.patience.outbox.backoff(delivery))
            }
            ApiError::Unreached | ApiError::Lost | ApiError::Server(_) | ApiError::Conflict => Sent::Again(error.to_string()),
            ApiError::Moved(to) => self.moved(group, to).await,
            ApiError::NoRight => {
                tracing::error!("the counter may not manage topics in a staff group: make it an administrator who may");
                self.tell_group(group, "desk-no-right").await;
                // What has a topic already can still be shown.
                Sent::Aside(self.patience.group)
            }
            ApiError::NoForum => {
                tracing::error!("a staff group has no topics: switch them on in the group's settings");
                self.tell_group(group, "desk-no-forum").await;
                Sent::Later(self.patience.group)
            }
            ApiError::Forbidden | ApiError::NoChat => {
                tracing::error!(%error, "a staff group does not let the bot in: its tickets are served by `ip-office-bot tickets`");
                Sent::Later(self.patience.group)
            }
            ApiError::NoTopic | ApiError::TopicClosed => {
                tracing::error!(%error, "a topic that was just made or opened cannot be written to; it is tried again");
                Sent::Aside(self.patience.group)
            }
            ApiError::Same => Sent::Done(Vec::new()),
            ApiError::NoMessage | ApiError::Markup | ApiError::OldPress | ApiError::TooBig | ApiError::Other(..) => {
                if delivery.attempts >= ODD_TRIES {
                    return Sent::Never(error.to_string(), Vec::new());
                }
                tracing::warn!(%error, "a staff group refuses something; it is tried again");
                Sent::Aside(self.patience.outbox.backoff(delivery))
            }
        }
    }

    /// The group has another id: it is called by that from now on, and after a restart.
    async fn moved(&self, group: i64, to: i64) -> Sent {
        tracing::warn!(to, "a staff group was moved: put the new id into office.toml");
        self.office.groups.moved(group, to);
        match self.commit(vec![Write::Named(format!("group:{group}"), Some(to.to_string()))]).await {
            Ok(()) => Sent::Later(MOVED),
            Err(_) => Sent::Again("the new id of a group is not on disk".to_owned()),
        }
    }

    /// Tells a group of its own trouble in its general part, which may still take words; once an hour at most, also over a
    /// restart.
    async fn tell_group(&self, group: i64, text: &str) {
        let Some(queue) = self.office.queue_of_group(group) else { return };
        let name = format!("told:{group}");
        let now = self.office.now().timestamp();
        let told = self.office.store.named(&name).await.ok().flatten().and_then(|at| at.parse::<i64>().ok());
        let by_desk = self.office.store.named(&format!("rights:{group}")).await.is_ok_and(|told| told.is_some());
        if told.is_some_and(|at| now - at < TELL_EVERY) || by_desk {
            return;
        }
        if self.commit(vec![Write::Named(name, Some(now.to_string()))]).await.is_err() {
            return;
        }
        let words = self.office.script.load().texts.say(&queue.language, &Text::new(text));
        let message = Outbound { text: words, ..Outbound::default() };
        if let Err(error) = self.show(group, None, &message).await {
            tracing::warn!(?error, "a staff group could not be told");
        }
    }
}
