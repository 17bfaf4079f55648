//! The records of topics: which thread shows which ticket. Two groups work on one ticket while it is passed from one to the
//! other, so each change looks first whether the record is still the one it means.
//!
//! ## Why
//! A ticket has one view, that of the group that has it now. The thread that it had in a group it has left is remembered by
//! name until that group has closed it, or until the ticket comes back.
//!
//! When the answer to createForumTopic is lost, nothing tells which thread was made (the Bot API lists none), and the next try
//! makes another. The card, its buttons and all posts are in the newest; the empty one belongs to no ticket, and what is
//! written there counts for nothing.

use super::{TelegramSender, Trouble};
use crate::channel::telegram::api::ApiError;
use crate::desk::card;
use crate::id::Receipt;
use crate::store::{Commit, Topic, Write};
use crate::ticket::Ticket;
use serde_json::Value;
use teloxide::payloads::CreateForumTopic;
use teloxide::types::ChatId;

impl TelegramSender {
    /// Whether the ticket belongs to this group now.
    pub(super) fn is_here(&self, group: i64, ticket: &Ticket) -> bool {
        self.office.queue(&ticket.head.queue).and_then(|queue| queue.group) == Some(group)
    }

    /// The view of a ticket in a group, when there is one.
    pub(super) async fn known(&self, group: i64, receipt: &Receipt) -> Result<Option<Topic>, Trouble> {
        Ok(self.office.store.topic(receipt).await?.filter(|topic| topic.chat == group))
    }

    /// The view that a ticket had in a group before it went elsewhere.
    pub(super) async fn left(&self, group: i64, receipt: &Receipt) -> Result<Option<Topic>, Trouble> {
        let named = self.office.store.named(&left_name(group, receipt)).await?;
        Ok(named.and_then(|topic| serde_json::from_str(&topic).ok()))
    }

    /// The topic of a ticket, made when there is none; on disk before anything is written into it.
    pub(super) async fn topic(&self, group: i64, ticket: &Ticket) -> Result<Topic, Trouble> {
        let receipt = &ticket.head.receipt;
        if let Some(topic) = self.known(group, receipt).await? {
            return Ok(topic);
        }
        if let Some(topic) = self.left(group, receipt).await? {
            self.begin(&topic).await?;
            return Ok(topic);
        }
        if let Some(error) = self.groups.refusal(group) {
            return Err(error.into());
        }
        let name = card::topic_name(&self.office, ticket);
        let chat = self.office.groups.now(group);
        let made: Value = match self.call(chat, "createForumTopic", &CreateForumTopic::new(ChatId(chat), name.clone())).await {
            Err(error @ (ApiError::NoRight | ApiError::NoForum)) => {
                self.groups.refused(group, error.clone(), self.patience.group);
                return Err(error.into());
            }
            made => made?,
        };
        let thread = made.get("message_thread_id").and_then(Value::as_i64).ok_or(Trouble::Api(ApiError::Lost))?;
        let topic = Topic { receipt: receipt.clone(), chat: group, thread, card: None, name, closed: false };
        self.begin(&topic).await?;
        Ok(topic)
    }

    /// From now on this is the view of the ticket, unless it went elsewhere meanwhile.
    async fn begin(&self, topic: &Topic) -> Result<(), Trouble> {
        let _turn = self.groups.records.lock().await;
        let remembered = left_name(topic.chat, &topic.receipt);
        let ticket = self.office.store.ticket(&topic.receipt).await?;
        if !ticket.is_some_and(|ticket| self.is_here(topic.chat, &ticket)) {
            self.commit(vec![Write::Named(remembered, serde_json::to_string(topic).ok())]).await?;
            return Err(Trouble::Elsewhere);
        }
        let mut writes = Vec::new();
        if let Some(before) = self.office.store.topic(&topic.receipt).await?
            && before.chat != topic.chat
        {
            writes.push(Write::Named(left_name(before.chat, &before.receipt), serde_json::to_string(&before).ok()));
        }
        if self.office.store.named(&remembered).await?.is_some() {
            writes.push(Write::Named(remembered, None));
        }
        writes.push(Write::Topic(topic.clone()));
        self.commit(writes).await
    }

    /// Writes down what changed in a view, if it is still the view.
    pub(super) async fn keep(&self, topic: &Topic) -> Result<(), Trouble> {
        let _turn = self.groups.records.lock().await;
        match self.office.store.topic(&topic.receipt).await? {
            Some(now) if is_same(&now, topic) => self.commit(vec![Write::Topic(topic.clone())]).await,
            _ => Ok(()),
        }
    }

    /// The view is gone, wherever it is remembered.
    pub(super) async fn forget(&self, topic: &Topic) -> Result<(), Trouble> {
        let _turn = self.groups.records.lock().await;
        let mut writes = Vec::new();
        if self.office.store.topic(&topic.receipt).await?.is_some_and(|now| is_same(&now, topic)) {
            writes.push(Write::ForgetTopic(topic.receipt.clone()));
        }
        let remembered = left_name(topic.chat, &topic.receipt);
        if self.office.store.named(&remembered).await?.is_some() {
            writes.push(Write::Named(remembered, None));
        }
        if writes.is_empty() { Ok(()) } else { self.commit(writes).await }
    }

    pub(super) async fn commit(&self, writes: Vec<Write>) -> Result<(), Trouble> {
        let commit = Commit { writes, ..Commit::default() };
        self.office.store.commit(commit).await.map_err(|error| Trouble::Store(error.to_string()))
    }
}

fn is_same(one: &Topic, other: &Topic) -> bool {
    (one.chat, one.thread) == (other.chat, other.thread)
}

fn left_name(group: i64, receipt: &Receipt) -> String {
    format!("left:{group}:{receipt}")
}
