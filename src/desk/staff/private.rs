//! The private chat of a clerk: their own and late tickets, to read, and to take one. Everything else happens in the topics.

use super::command::Command;
use super::list::At;
use super::token::{Token, Wish};
use super::turn::{Stopped, alert, commit, kept, say, toast, trouble};
use super::{StaffHandled, list};
use crate::config::ClerkConfig;
use crate::desk::{By, NotDone, Request, Where, card, is_of_queue, perform_with};
use crate::id::Receipt;
use crate::intake::Trouble;
use crate::locale::{Language, Text};
use crate::message::{Button, Outbound, Pressed, StaffInbound, StaffSaid, plain};
use crate::office::Office;
use crate::store::{Evidence, Lane, Parcel, Write};
use crate::ticket::Ticket;
use crate::ticket::act::Act;

/// What a clerk wants in private. Others and unknown groups are told nothing.
pub(super) async fn handle(office: &Office, inbound: &StaffInbound) -> Result<StaffHandled, Trouble> {
    let clerk = inbound.user.filter(|user| *user == inbound.chat).and_then(|user| office.clerk_on_telegram(user));
    let done = match (&inbound.what, clerk) {
        (StaffSaid::Press(_), None) => return Ok(alert(office, &Language::chinese(), &Text::new("desk-toast-stranger"))),
        (_, None) => return Ok(StaffHandled::default()),
        (StaffSaid::Press(pressed), Some(clerk)) => Private { office, inbound, clerk }.pressed(pressed).await,
        (StaffSaid::Command { name, .. }, Some(clerk)) if Command::read(name) == Some(Command::Desk) => {
            Private { office, inbound, clerk }.list(At::Page(0), None).await
        }
        (_, Some(_)) => Ok(StaffHandled::default()),
    };
    kept(done)
}

struct Private<'a> {
    office: &'a Office,
    inbound: &'a StaffInbound,
    clerk: &'a ClerkConfig,
}

impl Private<'_> {
    async fn pressed(&self, pressed: &Pressed) -> Result<StaffHandled, Stopped> {
        match Token::read(&pressed.token) {
            Some(Token::List(page)) => self.list(At::Page(page), pressed.on).await,
            Some(Token::On(receipt, Wish::Listed)) => self.list(At::Ticket(receipt), pressed.on).await,
            Some(Token::On(receipt, Wish::Show | Wish::Back)) => match self.ticket(&receipt).await? {
                Some(ticket) => self.show(&ticket, pressed.on).await,
                None => Ok(self.alert("desk-not-yours")),
            },
            Some(Token::On(receipt, Wish::Take)) => self.take(receipt, pressed.on).await,
            Some(Token::On(..)) => Ok(self.alert("desk-in-topic")),
            None => Ok(self.alert("desk-toast-stale")),
        }
    }

    async fn list(&self, at: At, on: Option<i64>) -> Result<StaffHandled, Stopped> {
        let message = list::of_clerk(self.office, self.clerk, at).await?;
        self.answer(Outbound { replaces: on, ..message }).await
    }

    /// A ticket of one of the clerk's queues.
    async fn ticket(&self, receipt: &Receipt) -> Result<Option<Ticket>, Stopped> {
        let ticket = self.office.store.ticket(receipt).await.map_err(trouble)?;
        Ok(ticket.filter(|ticket| is_of_queue(self.office, self.office.queue(&ticket.head.queue).as_deref(), &self.clerk.id)))
    }

    async fn show(&self, ticket: &Ticket, on: Option<i64>) -> Result<StaffHandled, Stopped> {
        let message = self.shown(ticket, &self.beside(ticket).await?);
        self.answer(Outbound { replaces: on, ..message }).await
    }

    /// What the card needs besides the ticket: its files, and the way to its topic.
    async fn beside(&self, ticket: &Ticket) -> Result<(Vec<Evidence>, Option<String>), Stopped> {
        let mut evidence = Vec::new();
        for id in crate::ticket::files(ticket) {
            evidence.extend(self.office.store.evidence(id).await.map_err(trouble)?);
        }
        Ok((evidence, list::link(self.office, &ticket.head).await?))
    }

    /// The card without its buttons: acting belongs into the topic, where colleagues see it.
    fn shown(&self, ticket: &Ticket, (evidence, link): &(Vec<Evidence>, Option<String>)) -> Outbound {
        let text = card::card_with(self.office, (ticket, evidence), "card-rule-private").text;
        let mut buttons = Vec::new();
        if let Some(link) = link {
            let label = say(self.office, &self.clerk.language, &Text::new("desk-button-topic"));
            buttons.push(vec![Button { label: plain(&label), token: link.clone() }]);
        }
        if ticket.head.closed.is_none() && ticket.head.clerk.as_ref() != Some(&self.clerk.id) {
            buttons.push(vec![self.button("take", &Token::On(ticket.head.receipt.clone(), Wish::Take))]);
        }
        buttons.push(vec![self.button("list", &Token::On(ticket.head.receipt.clone(), Wish::Listed))]);
        Outbound { text, buttons, ..Outbound::default() }
    }

    async fn take(&self, receipt: Receipt, on: Option<i64>) -> Result<StaffHandled, Stopped> {
        let Some(ticket) = self.ticket(&receipt).await? else { return Ok(self.alert("desk-not-yours")) };
        let beside = self.beside(&ticket).await?;
        let request = Request {
            by: By::Clerk(self.clerk.id.clone()),
            receipt,
            act: Act::Take,
            place: Where::Elsewhere,
            event: Some(self.inbound.event.clone()),
            files: Vec::new(),
        };
        let show = |ticket: &Ticket| vec![self.delivery(Outbound { replaces: on, ..self.shown(ticket, &beside) })];
        match perform_with(self.office, request, &show).await {
            Ok(_) => Ok(toast(self.office, &self.clerk.language, &Text::new("desk-toast-done"))),
            Err(NotDone::Before) => Err(Stopped::Before),
            Err(NotDone::Trouble(why)) => Err(Stopped::Trouble(trouble(why))),
            Err(refused @ (NotDone::NoTicket | NotDone::NotYours | NotDone::NoOther | NotDone::NoQueue(_) | NotDone::Refused(_))) => {
                Ok(alert(self.office, &self.clerk.language, &refused.text(self.office, Some(&ticket))))
            }
        }
    }

    async fn answer(&self, message: Outbound) -> Result<StaffHandled, Stopped> {
        commit(self.office, &self.inbound.event, vec![self.delivery(message)]).await?;
        Ok(StaffHandled::default())
    }

    fn delivery(&self, message: Outbound) -> Write {
        Write::Delivery(Box::new(self.office.delivery(Lane::Clerk(self.inbound.chat), Parcel::Tell { message })))
    }

    fn button(&self, name: &str, token: &Token) -> Button {
        let label = say(self.office, &self.clerk.language, &Text::new(format!("desk-button-{name}")));
        Button { label: plain(&label), token: token.write() }
    }

    fn alert(&self, name: &str) -> StaffHandled {
        alert(self.office, &self.clerk.language, &Text::new(name))
    }
}
