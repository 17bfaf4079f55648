//! Acts of a person on a ticket, from within a dialog.

use super::look::Facts;
use super::{Failed, Fold};
use crate::desk;
use crate::dialog::Event;
use crate::dialog::answer::Answer;
use crate::id::{EvidenceId, Receipt, StepId};
use crate::locale::{Text, Value};
use crate::store::Write;
use crate::ticket::act::{Act, Ground, act};
use crate::ticket::{Actor, Grade};

/// Names of acts that dialogs may use.
pub const ACTS: [&str; 9] = [
    "ticket-add",
    "ticket-write",
    "ticket-withdraw",
    "ticket-hurry",
    "ticket-reopen",
    "ticket-rate",
    "ticket-contact",
    "ticket-link",
    "ticket-forget",
];

impl Fold<'_> {
    /// Acts on the ticket that the person was granted; whether they may is looked at again here.
    pub(super) async fn act(
        &mut self,
        step: &StepId,
        name: &str,
        with: &[(StepId, Answer)],
        grant: Option<Receipt>,
    ) -> Result<Event, Failed> {
        let result = self.try_act(name, with, grant).await?;
        let fact = |name: &str, value: Value| (format!("{step}.{name}"), value);
        let facts = match result {
            Ok(()) => Facts::from([fact("result", "ok".into()), fact("reason", "".into())]),
            Err(why) => Facts::from([fact("result", "refused".into()), fact("reason", why.into())]),
        };
        Ok(Event::Did { facts })
    }

    async fn try_act(&mut self, name: &str, with: &[(StepId, Answer)], grant: Option<Receipt>) -> Result<Result<(), Text>, Failed> {
        let refused = |name: &str| Ok(Err(Text::new(format!("act-refused-{name}"))));
        let Some(receipt) = grant else { return refused("not-yours") };
        let Some(mut ticket) = self.ticket_now(&receipt).await? else { return refused("not-yours") };
        match name {
            "ticket-link" => {
                self.writes.push(Write::Link(receipt, self.person, self.now.route.clone()));
                return Ok(Ok(()));
            }
            "ticket-forget" => {
                self.writes.push(Write::Unlink(receipt.clone()));
                self.now.state.sent.retain(|sent| sent.receipt != receipt);
                return Ok(Ok(()));
            }
            _ => {}
        }
        let Some(wish) = wish(name, with) else { return refused("trouble") };
        let Some(rules) = self.script.flows.get(&ticket.head.service).and_then(|flow| flow.submit.clone()) else {
            return refused("trouble");
        };
        let files = match &wish {
            Act::Add { files, .. } => files.clone(),
            _ => Vec::new(),
        };
        let calendar = self.office.calendar.load();
        let ground = Ground { rules: &rules, calendar: &calendar, now: self.office.now() };
        let revision = ticket.head.revision;
        if let Err(refusal) = act(&mut ticket, &ground, Actor::Person, wish) {
            return Ok(Err(desk::refusal_text(self.office, &ticket, &refusal)));
        }
        drop(calendar);

        // One commit, one revision, however many acts it holds.
        ticket.head.revision = if self.tickets.contains_key(&receipt) { revision } else { revision + 1 };
        let told = desk::told(self.office, &ticket, None, desk::Where::Elsewhere);
        self.deliveries.extend(told);
        let queue = ticket.head.queue.clone();
        self.adopt(&files, &receipt, (&queue, ticket.head.anonymous)).await?;
        if let Some(at) = desk::next_reminder(&ticket.head, self.office.now()) {
            self.writes.push(Write::Timer(crate::store::Timer::Limits(receipt.clone()), at));
        }
        self.audit("person", name, Some(receipt.clone()), Vec::new());
        self.tickets.insert(receipt, ticket);
        Ok(Ok(()))
    }
}

fn wish(name: &str, with: &[(StepId, Answer)]) -> Option<Act> {
    let words = || {
        with.iter().find_map(|(_, answer)| match answer {
            Answer::Text(words) => Some(words.clone()),
            _ => None,
        })
    };
    let files: Vec<EvidenceId> = with
        .iter()
        .flat_map(|(_, answer)| match answer {
            Answer::Files(files) => files.clone(),
            _ => Vec::new(),
        })
        .collect();
    Some(match name {
        "ticket-add" | "ticket-write" => Act::Add { words: words(), files },
        "ticket-withdraw" => Act::Withdraw { reason: words() },
        "ticket-hurry" => Act::Hurry,
        "ticket-reopen" => Act::Reopen { words: words()? },
        "ticket-rate" => {
            let grade = with.iter().find_map(|(_, answer)| match answer {
                Answer::Choice(name) => Grade::read(name),
                _ => None,
            })?;
            Act::Grade { grade, words: words() }
        }
        "ticket-contact" => {
            let contact = with.iter().map(|(_, answer)| answer).find(|answer| matches!(answer, Answer::Phone(_) | Answer::Email(_)))?;
            Act::Contact { contact: contact.clone() }
        }
        _ => return None,
    })
}
