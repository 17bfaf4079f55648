//! One event of a known clerk in the group of their queue: who, where, and how an answer gets there.

use super::command::Command;
use super::{StaffHandled, TOAST, list, mode, topic::InTopic};
use crate::config::{ClerkConfig, QueueConfig};
use crate::desk::{commit_unless_stale, is_of_queue};
use crate::id::{EventId, Receipt};
use crate::intake::Trouble;
use crate::locale::{Language, Text};
use crate::message::{Outbound, Pressed, StaffInbound, StaffSaid, plain};
use crate::office::Office;
use crate::store::{Commit, CommitError, Lane, Parcel, Write};

/// An event of a known clerk in the group of their queue.
#[derive(Clone, Copy)]
pub(super) struct Turn<'a> {
    pub(super) office: &'a Office,
    pub(super) inbound: &'a StaffInbound,
    pub(super) queue: &'a QueueConfig,
    pub(super) clerk: &'a ClerkConfig,
    /// Group as in the settings.
    pub(super) group: i64,
    /// Account of the clerk.
    pub(super) user: i64,
}

/// Why a turn came to nothing.
#[derive(Debug)]
pub(super) enum Stopped {
    /// The event was handled before.
    Before,
    /// The store.
    Trouble(Trouble),
}

impl From<Trouble> for Stopped {
    fn from(trouble: Trouble) -> Self {
        Stopped::Trouble(trouble)
    }
}

/// An event that was handled before has its effect already.
pub(super) fn kept(done: Result<StaffHandled, Stopped>) -> Result<StaffHandled, Trouble> {
    match done {
        Ok(handled) => Ok(handled),
        Err(Stopped::Before) => Ok(StaffHandled::default()),
        Err(Stopped::Trouble(trouble)) => Err(trouble),
    }
}

/// The store cannot do it now.
pub(super) fn trouble(error: impl std::fmt::Display) -> Trouble {
    Trouble(error.to_string())
}

/// Everything that an event changes, in one commit with its mark.
pub(super) async fn commit(office: &Office, event: &EventId, writes: Vec<Write>) -> Result<(), Stopped> {
    match commit_unless_stale(office, Commit { seen: vec![event.clone()], writes, audit: Vec::new() }).await {
        Some(Ok(())) => Ok(()),
        Some(Err(CommitError::Seen)) => Err(Stopped::Before),
        Some(Err(error)) => Err(Stopped::Trouble(trouble(error))),
        None => Err(Stopped::Trouble(trouble("a record changed meanwhile"))),
    }
}

/// Words in a language.
pub(super) fn say(office: &Office, language: &Language, text: &Text) -> String {
    office.script.load().texts.say(language, text)
}

/// A short answer to a press.
pub(super) fn toast(office: &Office, language: &Language, text: &Text) -> StaffHandled {
    StaffHandled { toast: Some(short(&say(office, language, text))), alert: false }
}

/// A short answer that cannot be missed.
pub(super) fn alert(office: &Office, language: &Language, text: &Text) -> StaffHandled {
    StaffHandled { alert: true, ..toast(office, language, text) }
}

fn short(marked: &str) -> String {
    let words = plain(marked);
    let mut units = 0;
    words
        .chars()
        .take_while(|sign| {
            units += sign.len_utf16();
            units <= TOAST
        })
        .collect()
}

impl<'a> Turn<'a> {
    /// The turn of a clerk who belongs to the queue; `None` when nobody known did it.
    pub(super) async fn begin(office: &'a Office, inbound: &'a StaffInbound, queue: &'a QueueConfig) -> Result<Option<Self>, Trouble> {
        let group = office.groups.configured(inbound.chat);
        let Some(user) = inbound.user else { return Ok(None) };
        let clerk = office.clerk_on_telegram(user).filter(|clerk| is_of_queue(office, Some(queue), &clerk.id));
        Ok(clerk.map(|clerk| Self { office, inbound, queue, clerk, group, user }))
    }

    /// Does what the clerk wants.
    pub(super) async fn run(self) -> Result<StaffHandled, Stopped> {
        let here = match self.inbound.thread {
            Some(thread) => self.office.store.ticket_of(self.group, thread).await.map_err(trouble)?,
            None => None,
        };
        if let StaffSaid::Press(pressed) = &self.inbound.what {
            return self.press(pressed, here).await;
        }
        if let Some(receipt) = here
            && let Some(topic) = InTopic::open(self, &receipt).await?
        {
            return topic.said().await;
        }
        self.in_general().await
    }

    /// A press, which may be forged, old, or of another ticket than the topic's.
    async fn press(self, pressed: &Pressed, here: Option<Receipt>) -> Result<StaffHandled, Stopped> {
        use super::token::Token;
        match Token::read(&pressed.token) {
            Some(Token::List(page)) => self.list(page, pressed.on).await,
            Some(Token::On(receipt, wish)) => {
                let topic = InTopic::open(self, &receipt).await?;
                let elsewhere = self.inbound.thread.is_some() && here.as_ref() != Some(&receipt);
                match topic {
                    Some(topic) if !elsewhere => topic.pressed(wish, pressed.on).await,
                    _ => Ok(self.refused_press("a button of another ticket")),
                }
            }
            None => Ok(self.refused_press("a button that nobody made")),
        }
    }

    /// A press that cannot have come from a button shown here.
    fn refused_press(&self, why: &'static str) -> StaffHandled {
        tracing::warn!(clerk = self.clerk.id.0, queue = %self.queue.id, why, "a press in a staff group was refused");
        metrics::counter!("desk_refused_presses_total").increment(1);
        alert(self.office, &self.clerk.language, &Text::new("desk-toast-stale"))
    }

    /// The general part of the group, and threads that belong to no ticket.
    async fn in_general(self) -> Result<StaffHandled, Stopped> {
        let StaffSaid::Command { name, .. } = &self.inbound.what else { return Ok(StaffHandled::default()) };
        match Command::read(name) {
            Some(Command::Desk) => self.list(0, None).await,
            Some(Command::Help) => self.tell(&Text::new("desk-help").with("minutes", mode::MINUTES)).await,
            Some(_) => self.tell(&Text::new("desk-in-topic")).await,
            None => Ok(StaffHandled::default()),
        }
    }

    async fn tell(self, text: &Text) -> Result<StaffHandled, Stopped> {
        let message = Outbound { text: say(self.office, &self.queue.language, text), ..Outbound::default() };
        self.answer(message).await
    }

    /// Words for the general part of the group.
    async fn answer(self, message: Outbound) -> Result<StaffHandled, Stopped> {
        let delivery = self.office.delivery(Lane::Group(self.group), Parcel::Tell { message });
        commit(self.office, &self.inbound.event, vec![Write::Delivery(Box::new(delivery))]).await?;
        Ok(StaffHandled::default())
    }

    async fn list(self, page: usize, on: Option<i64>) -> Result<StaffHandled, Stopped> {
        let mut message = list::of_queue(self.office, self.queue, page).await?;
        message.replaces = on;
        self.answer(message).await
    }
}
