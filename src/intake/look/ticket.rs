//! Tickets: the person's own, the way in with an access code, and what a person sees of one.

use super::{Facts, PAGE, With, lines};
use crate::clock::Moment;
use crate::desk;
use crate::dialog::Event;
use crate::dialog::answer::Answer;
use crate::dialog::state::{Found, Thing};
use crate::id::{Receipt, StepId};
use crate::intake::{Failed, Fold};
use crate::locale::{Text, Value};
use crate::message::Outbound;
use crate::office::Guesses;
use crate::store::{Evidence, FileStatus, Write};
use crate::ticket::act::{May, REOPEN_DAYS, may, state_texts};
use crate::ticket::due::next_limit;
use crate::ticket::{Actor, Ticket, Tries, WITHDRAWN, What};
use chrono::Duration;

/// Minutes that a ticket's door stays shut after too many wrong codes.
const SHUT_MINUTES: i64 = 60;
/// Lines of history shown.
const HISTORY: usize = 12;

impl Fold<'_> {
    /// The person's tickets, a page of them; the page of one that is asked for.
    pub(super) async fn own_tickets(&self, step: &StepId, with: &With, page: u32) -> Result<Event, Failed> {
        let receipts = self.own_receipts().await?;
        let pages = receipts.len().div_ceil(PAGE).max(1);
        let wanted = with.iter().find_map(|(_, answer)| receipts.iter().position(|receipt| answer.words() == receipt.as_str()));
        let page = wanted.map_or(page as usize, |at| at / PAGE).min(pages - 1);
        let mut things = Vec::new();
        for receipt in receipts.iter().skip(page * PAGE).take(PAGE) {
            let Some(ticket) = self.ticket_now(receipt).await? else { continue };
            let head = &ticket.head;
            things.push(Thing {
                id: receipt.to_string(),
                says: vec![
                    ("receipt".to_owned(), receipt.to_string().into()),
                    ("service".to_owned(), Text::new(format!("{}.short", head.service)).or(head.service.as_str()).into()),
                    ("state".to_owned(), state_texts(&head.service, &head.state).into()),
                    ("day".to_owned(), crate::clock::office_day(head.submitted).into()),
                ],
            });
        }
        let facts = Facts::from([(format!("{step}.count"), receipts.len().to_string().into())]);
        Ok(Event::Found { found: Found { things, page: page as u32, pages: pages as u32 }, facts, grant: None })
    }

    /// Tickets of this person as they will be after this commit.
    async fn own_receipts(&self) -> Result<Vec<Receipt>, Failed> {
        let mut receipts = self.office.store.own_tickets(self.person).await?;
        for write in &self.writes {
            match write {
                Write::Unlink(receipt) => receipts.retain(|own| own != receipt),
                Write::Link(receipt, person, _) if *person == self.person && !receipts.contains(receipt) => {
                    receipts.insert(0, receipt.clone())
                }
                _ => {}
            }
        }
        Ok(receipts)
    }

    /// A ticket as it stands in this commit.
    pub(in crate::intake) async fn ticket_now(&self, receipt: &Receipt) -> Result<Option<Ticket>, Failed> {
        match self.tickets.get(receipt) {
            Some(ticket) => Ok(Some(ticket.clone())),
            None => Ok(self.office.store.ticket(receipt).await?),
        }
    }

    /// Receipt and code open a ticket from any channel. Wrong tries count for the person and for the ticket; a receipt that
    /// does not exist answers like a wrong code, so that tries tell nothing about receipts.
    pub(super) async fn ticket_access(&mut self, step: &StepId, with: &With) -> Result<Event, Failed> {
        let mut receipt = None;
        let mut code = String::new();
        for (_, answer) in with {
            match answer {
                Answer::Receipt(text) => receipt = Receipt::read(text).ok(),
                Answer::Code(secret) => code = secret.secret().to_owned(),
                _ => {}
            }
        }
        let now = self.office.now();
        let fact = |name: &str, value: Value| (format!("{step}.{name}"), value);
        let found = |facts: Facts, grant| Ok(Event::Found { found: Found::default(), facts, grant });
        let locked =
            |until: Moment| Facts::from([fact("result", "locked".into()), fact("minutes", Value::Number(minutes_left(until - now)))]);
        if let Some(until) = self.now.tries.shut_until.filter(|until| *until > now) {
            return found(locked(until), None);
        }
        let mut ticket = match &receipt {
            Some(receipt) => self.ticket_now(receipt).await?,
            None => None,
        };
        let name = receipt.as_ref().map_or("", Receipt::as_str);
        // The same work for a ticket that does not exist, so that time tells nothing either.
        let tag = ticket.as_ref().map_or_else(|| vec![0; 32], |ticket| ticket.body.code.clone());
        let right = self.office.key.code_matches(name, &code, &tag) && ticket.is_some();
        let most = self.office.config.limits.wrong_codes.max(1);
        let tries = ticket.as_ref().map_or_else(|| self.office.guesses.of(name), |ticket| ticket.body.tries.clone());
        if let Some(until) = tries.shut_until.filter(|until| *until > now) {
            return found(locked(until), None);
        }
        if !right && self.office.guesses.wrong(now) {
            tracing::error!("more than {} wrong access codes in a quarter of an hour: somebody is guessing", Guesses::ALARM);
        }
        if ticket.is_none() && !name.is_empty() {
            let mut tries = tries;
            count(&mut tries, most, now);
            self.office.guesses.keep(name, tries);
        }
        if let Some(ticket) = &mut ticket {
            if right && ticket.body.tries.wrong > 0 {
                ticket.body.tries = Tries::default();
                self.keep(ticket.clone());
            } else if !right {
                count(&mut ticket.body.tries, most, now);
                self.keep(ticket.clone());
                self.audit("person", "wrong-code", receipt.clone(), Vec::new());
            }
        }
        if right {
            self.now.tries = Tries::default();
            if let Some(ticket) = &ticket {
                self.files_of_replies(ticket).await?;
            }
            return found(Facts::from([fact("result", "ok".into())]), receipt);
        }
        count(&mut self.now.tries, most, now);
        match self.now.tries.shut_until {
            Some(until) => found(locked(until), None),
            None => {
                let left = most.saturating_sub(self.now.tries.wrong);
                found(Facts::from([fact("result", "wrong".into()), fact("left", Value::Number(i64::from(left)))]), None)
            }
        }
    }

    /// Files of replies go to whoever came with the access code: nothing else brings them there. Where the ticket is the person's
    /// own they came with the reply.
    async fn files_of_replies(&mut self, ticket: &Ticket) -> Result<(), Failed> {
        let office = self.office;
        if office.store.link(&ticket.head.receipt).await?.is_some_and(|(person, _)| person == self.person) {
            return Ok(());
        }
        let files = ticket.body.history.iter().flat_map(|happening| match &happening.what {
            What::Replied { files, .. } => files.as_slice(),
            _ => &[],
        });
        for id in files {
            let is_here = |record: Evidence| matches!(record.status, FileStatus::Kept { .. });
            if office.store.evidence(*id).await?.is_some_and(is_here) {
                self.lasting.push(Outbound { file: Some(*id), ..Outbound::default() });
            }
        }
        Ok(())
    }

    /// Puts a changed ticket into the commit.
    pub(in crate::intake) fn keep(&mut self, mut ticket: Ticket) {
        if !self.tickets.contains_key(&ticket.head.receipt) {
            ticket.head.revision += 1;
        }
        self.tickets.insert(ticket.head.receipt.clone(), ticket);
    }

    /// A ticket that this person may see: by an access code tried before, or because it is their own.
    pub(in crate::intake) async fn granted(&self, wanted: Option<Receipt>, grant: Option<Receipt>) -> Result<Option<Receipt>, Failed> {
        let Some(receipt) = wanted.or_else(|| grant.clone()) else { return Ok(None) };
        if grant.as_ref() == Some(&receipt) {
            return Ok(Some(receipt));
        }
        let own = self.own_receipts().await?.contains(&receipt);
        Ok(own.then_some(receipt))
    }

    pub(super) async fn ticket_facts(&mut self, step: &StepId, with: &With, grant: Option<Receipt>) -> Result<Event, Failed> {
        let wanted = with.iter().find_map(|(_, answer)| match answer {
            Answer::Pick { id, .. } => Receipt::read(id).ok(),
            Answer::Receipt(text) => Receipt::read(text).ok(),
            _ => None,
        });
        let receipt = self.granted(wanted, grant).await?;
        let ticket = match &receipt {
            Some(receipt) => self.ticket_now(receipt).await?,
            None => None,
        };
        let Some(ticket) = ticket else {
            let facts = Facts::from([(format!("{step}.open"), "no".into()), (format!("{step}.result"), "none".into())]);
            return Ok(Event::Found { found: Found::default(), facts, grant: None });
        };
        let linked = self.is_linked(&ticket.head.receipt).await?;
        let facts = self.facts_of(step, &ticket, linked);
        Ok(Event::Found { found: Found::default(), facts, grant: receipt })
    }

    /// Whether answers reach somebody, as it will be after this commit.
    async fn is_linked(&self, receipt: &Receipt) -> Result<bool, Failed> {
        let now = self.writes.iter().rev().find_map(|write| match write {
            Write::Link(of, ..) if of == receipt => Some(true),
            Write::Unlink(of) if of == receipt => Some(false),
            _ => None,
        });
        match now {
            Some(linked) => Ok(linked),
            None => Ok(self.office.store.link(receipt).await?.is_some()),
        }
    }

    fn facts_of(&self, step: &StepId, ticket: &Ticket, linked: bool) -> Facts {
        let head = &ticket.head;
        let now = self.office.now();
        let May { add, withdraw, hurry, reopen, grade } = may(ticket, now);
        let word = |yes: bool| Value::from(if yes { "yes" } else { "no" });
        let due = next_limit(head).map(|limit| {
            let late = limit.due < crate::clock::office_day(now);
            let name = limit_text(ticket, &limit.name);
            let text = Text::new(if late { "ticket-overdue" } else { "ticket-due" }).with("what", name).with("day", limit.due);
            match limit.guessed.first() {
                Some(year) => Text::new("ticket-due-guessed").with("due", text).with("year", year.to_string()),
                None => text,
            }
        });
        let history: Vec<Text> = ticket.body.history.iter().filter_map(|happening| self.history_line(ticket, happening)).collect();
        let from = history.len().saturating_sub(HISTORY);
        let next = match &head.closed {
            None => lines(due.into_iter().chain([Text::new(format!("{}-next", head.service))]).collect()),
            Some(closed) if closed.outcome.as_str() == WITHDRAWN => Text::new("ticket-next-withdrawn").into(),
            Some(closed) if reopen => {
                let last = crate::clock::office_day(closed.at + Duration::days(REOPEN_DAYS));
                Text::new("ticket-next-reopen").with("day", last).into()
            }
            Some(_) => Text::new("ticket-next-over").into(),
        };
        [
            ("result", "ok".into()),
            ("receipt", head.receipt.to_string().into()),
            ("service", Text::new(head.service.as_str()).into()),
            ("state", head.state.as_str().into()),
            ("state-text", state_texts(&head.service, &head.state).into()),
            ("since", crate::clock::office_day(head.since).into()),
            ("next", next),
            ("history", lines(history[from..].to_vec())),
            ("open", word(head.closed.is_none())),
            ("can-add", word(add)),
            ("can-write", word(add)),
            ("can-withdraw", word(withdraw)),
            ("can-hurry", word(hurry)),
            ("can-reopen", word(reopen)),
            ("can-rate", word(grade)),
            ("anonymous", word(head.anonymous)),
            ("linked", word(linked)),
        ]
        .into_iter()
        .map(|(name, value)| (format!("{step}.{name}"), value))
        .collect()
    }

    /// What the person sees of the history: no notes, no names of clerks.
    fn history_line(&self, ticket: &Ticket, happening: &crate::ticket::Happening) -> Option<Text> {
        let head = &ticket.head;
        let state = |state| state_texts(&head.service, state);
        let what = match &happening.what {
            What::Submitted => Text::new("history-submitted"),
            What::Added { .. } => Text::new("history-added"),
            What::Corrected { words, .. } => Text::new("history-corrected").with("words", brief(words)),
            What::Replied { words, .. } => Text::new("history-replied").with("words", brief(words)),
            What::PaperAsked { paper, .. } => Text::new("history-paper-asked").with("paper", paper_text(ticket, paper)),
            What::Transferred { to, .. } => Text::new("history-transferred").with("to", self.office.queue_name(to)),
            What::StateSet { to, reason, .. } => match reason {
                Some(reason) => Text::new("history-state-reason").with("state", state(to)).with("reason", brief(reason)),
                None => Text::new("history-state").with("state", state(to)),
            },
            What::Extended { to, reason, .. } => Text::new("history-extended").with("day", *to).with("reason", brief(reason)),
            What::Closed { outcome, reason } => Text::new("history-closed").with("outcome", state(outcome)).with("reason", brief(reason)),
            What::Withdrawn { .. } => Text::new("history-withdrawn"),
            What::Hurried => Text::new("history-hurried"),
            What::Reopened { .. } => Text::new("history-reopened"),
            What::Graded { grade, .. } => Text::new("history-graded").with("grade", Text::new(format!("grade-{}", grade.name()))),
            What::ContactChanged => Text::new("history-contact"),
            What::FileRefused { file, .. } if crate::ticket::is_of_clerk(ticket, *file) => return None,
            What::FileRefused { why, .. } => {
                Text::new("history-file-refused").with("why", Text::new(format!("file-why-{why}")).or("file-why-other"))
            }
            What::Amended { step, .. } => {
                let given = ticket.body.answers.iter().find(|given| given.step == *step)?;
                Text::new("history-amended").with("label", crate::desk::answer_label(ticket, given))
            }
            What::ConsentAsked { what } => Text::new("history-consent-asked").with("to", desk::outside_name(&what.to)),
            What::Consented { yes, .. } => Text::new(if *yes { "history-consented" } else { "history-not-consented" }),
            What::HandedOver { what, .. } => Text::new("history-handed-over")
                .with("to", desk::outside_name(&what.to))
                .with("list", desk::handed(ticket, what))
                .with("reason", brief(&what.reason)),
            What::Noted { .. }
            | What::Taken { .. }
            | What::CalledBack
            | What::Unreachable
            | What::Revealed { .. }
            | What::Held { .. }
            | What::Freed { .. }
            | What::Conflicted { .. }
            | What::Linked { .. }
            | What::Unlinked { .. } => return None,
        };
        debug_assert!(!matches!((&happening.by, &happening.what), (Actor::Person, What::Noted { .. })));
        Some(Text::new("history-line").with("time", Value::Time(happening.at)).with("what", what))
    }
}

/// One more wrong try; after too many the door is shut for an hour.
fn count(tries: &mut Tries, most: u8, now: Moment) {
    tries.shut_until = None;
    tries.wrong = tries.wrong.saturating_add(1);
    if tries.wrong >= most {
        *tries = Tries { wrong: 0, shut_until: Some(now + Duration::minutes(SHUT_MINUTES)) };
    }
}

/// Minutes, begun ones counted.
fn minutes_left(time: Duration) -> i64 {
    (time.num_seconds().max(1) + 59) / 60
}

/// The text of a time limit: the service's own, else the general one.
pub(crate) fn limit_text(ticket: &Ticket, name: &str) -> Text {
    Text::new(format!("{}-deadline-{name}", ticket.head.service)).or("ticket-limit")
}

/// The text of a paper: the service's own, else the general one, since a dialog may have lost a paper that was asked for.
pub(crate) fn paper_text(ticket: &Ticket, paper: &str) -> Text {
    Text::new(format!("{}-paper-{paper}", ticket.head.service)).or("ticket-paper")
}

fn brief(words: &str) -> String {
    let mut line: String = words.chars().take(300).collect();
    if words.chars().count() > 300 {
        line.push('…');
    }
    line
}
