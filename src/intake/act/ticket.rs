//! Acts on a ticket.

use crate::desk;
use crate::dialog::Deed;
use crate::dialog::answer::Answer;
use crate::id::{EvidenceId, Receipt, StepId};
use crate::intake::{Failed, Fold};
use crate::locale::Text;
use crate::message::Outbound;
use crate::store::Write;
use crate::ticket::act::{Act, Ground, act};
use crate::ticket::{Actor, Grade};

impl Fold<'_> {
    /// Acts on the ticket that the person was granted; whether they may is looked at again here.
    pub(in crate::intake) async fn act_on_ticket(&mut self, deed: &Deed) -> Result<Result<(), Text>, Failed> {
        let (name, with, grant) = (deed.act.as_str(), deed.with.as_slice(), deed.grant.clone());
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
        let words_again = deed.message.filter(|_| name == "ticket-correct");
        let Some(wish) = wish(name, with, words_again) else { return refused("trouble") };
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
        if let Some(last) = ticket.body.history.last_mut().filter(|_| !ticket.head.anonymous) {
            last.message = deed.message;
        }

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

impl Fold<'_> {
    /// The person's answer to the question whether something of their ticket may go to an outside body. Only who is told of the
    /// ticket can answer it; what comes of it is said.
    pub(in crate::intake) async fn consent(&mut self, (receipt, asked): (&Receipt, usize), yes: bool) -> Result<(), Failed> {
        let is_theirs = self.office.store.link(receipt).await?.is_some_and(|(person, _)| person == self.person);
        let result = match is_theirs {
            true => self.consent_now((receipt, asked), yes).await?,
            false => Err(Text::new("act-refused-not-yours")),
        };
        let said = match result {
            Ok(()) => Text::new(if yes { "consent-kept" } else { "consent-refused" }).with("receipt", receipt.to_string()),
            Err(why) => why,
        };
        let text = self.say(&said);
        self.lasting.push(Outbound { text, ..Outbound::default() });
        Ok(())
    }

    async fn consent_now(&mut self, (receipt, asked): (&Receipt, usize), yes: bool) -> Result<Result<(), Text>, Failed> {
        let Some(mut ticket) = self.ticket_now(receipt).await? else { return Ok(Err(Text::new("act-refused-not-yours"))) };
        let Some(rules) = self.script.flows.get(&ticket.head.service).and_then(|flow| flow.submit.clone()) else {
            return Ok(Err(Text::new("act-refused-trouble")));
        };
        let calendar = self.office.calendar.load();
        let ground = Ground { rules: &rules, calendar: &calendar, now: self.office.now() };
        let revision = ticket.head.revision;
        if let Err(refusal) = act(&mut ticket, &ground, Actor::Person, Act::Consent { asked, yes }) {
            return Ok(Err(desk::refusal_text(self.office, &ticket, &refusal)));
        }
        drop(calendar);
        // One commit, one revision, however many acts it holds.
        ticket.head.revision = if self.tickets.contains_key(receipt) { revision } else { revision + 1 };
        self.deliveries.extend(desk::told(self.office, &ticket, None, desk::Where::Elsewhere));
        self.audit("person", if yes { "ticket-consent" } else { "ticket-no-consent" }, Some(receipt.clone()), Vec::new());
        self.tickets.insert(receipt.clone(), ticket);
        Ok(Ok(()))
    }
}

fn wish(name: &str, with: &[(StepId, Answer)], edited: Option<i64>) -> Option<Act> {
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
        "ticket-correct" => Act::Correct { message: edited?, words: words()? },
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
