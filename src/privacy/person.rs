//! Whose data a request is about: everything of the person who made it.
//!
//! What ties a ticket to them: it is linked to the chat in which they asked, or they proved with its access code that it is theirs.
//! Nothing else does, least of all a name. An anonymous report is never tied to anybody here, even where a chat still has a link
//! to it: whoever filed it can see it there themselves.

use super::{Keep, keeps};
use crate::desk::{By, NotDone, Request, Where, commit_unless_stale, perform};
use crate::dialog::answer::Answer;
use crate::id::{ClerkId, PersonKey, Receipt, StepId};
use crate::locale::Text;
use crate::message::{Route, plain};
use crate::office::Office;
use crate::roster::Role;
use crate::store::{Audit, Commit, StoreError, Write};
use crate::ticket::act::{Act, Refusal};
use crate::ticket::{Head, Ticket};

/// The service with which people ask about their data.
pub const SERVICE: &str = "privacy-request";

/// Times that a change is decided again because something changed meanwhile.
const AGAIN: usize = 5;
/// Tickets that are named in one reply.
const MOST_NAMED: usize = 40;

/// How a ticket is known to be theirs. The text is `deskweb-data-how-<name>`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// It is the request itself.
    Request,
    /// Linked to the same chat.
    Chat,
    /// They gave its access code.
    Code,
}

impl How {
    /// Name in text ids.
    pub fn name(self) -> &'static str {
        match self {
            How::Request => "request",
            How::Chat => "chat",
            How::Code => "code",
        }
    }
}

/// A ticket of theirs.
#[derive(Clone, Debug, PartialEq)]
pub struct Theirs {
    /// Its head.
    pub head: Head,
    /// How it is known.
    pub how: How,
    /// Why it is kept for now.
    pub keep: Option<Keep>,
}

/// What there is of a person.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Person {
    /// Their tickets, newest first; the request is one of them.
    pub tickets: Vec<Theirs>,
    /// Receipts that they named without proof. Who they are must be looked at first.
    pub unproven: Vec<Receipt>,
    /// Where they asked, while they are linked there.
    pub chat: Option<(PersonKey, Route)>,
    /// Events they signed up for.
    pub bookings: usize,
    /// What they want to hear of.
    pub subscriptions: usize,
}

impl Person {
    /// A ticket of theirs.
    pub fn ticket(&self, receipt: &Receipt) -> Option<&Theirs> {
        self.tickets.iter().find(|theirs| theirs.head.receipt == *receipt)
    }

    /// The receipts of their tickets.
    pub fn receipts(&self) -> Vec<Receipt> {
        self.tickets.iter().map(|theirs| theirs.head.receipt.clone()).collect()
    }
}

/// The person who made a request; `None` when the ticket is no such request.
///
/// # Errors
/// The store cannot be read.
pub async fn of_request(office: &Office, request: &Ticket) -> Result<Option<Person>, StoreError> {
    if request.head.service.as_str() != SERVICE || request.head.anonymous {
        return Ok(None);
    }
    let store = &office.store;
    let own = &request.head.receipt;
    let mut person = Person { chat: store.link(own).await?, ..Person::default() };
    let mut known = vec![(own.clone(), How::Request)];
    if let Some((key, _)) = &person.chat {
        known.extend(store.own_tickets(*key).await?.into_iter().map(|receipt| (receipt, How::Chat)));
        person.subscriptions = store.own_subscriptions(*key).await?.len();
        for event in store.booked_events().await? {
            person.bookings += store.bookings(&event).await?.is_some_and(|list| list.of(*key).is_some()) as usize;
        }
    }
    if let Some(receipt) = named(request) {
        match is_proven(request) {
            true => known.push((receipt, How::Code)),
            false => person.unproven.push(receipt),
        }
    }
    for (receipt, how) in known {
        if person.ticket(&receipt).is_some() {
            continue;
        }
        let Some(ticket) = store.ticket(&receipt).await? else { continue };
        if !ticket.head.anonymous {
            let keep = if how == How::Request { Some(Keep::Open) } else { keeps(office, &ticket.head) };
            person.tickets.push(Theirs { head: ticket.head, how, keep });
        }
    }
    let tied: Vec<Receipt> = person.receipts();
    person.unproven.retain(|receipt| !tied.contains(receipt));
    person.tickets.sort_by_key(|theirs| std::cmp::Reverse(theirs.head.submitted));
    Ok(Some(person))
}

/// A correction that a person asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correction {
    /// Which ticket of theirs.
    pub receipt: Receipt,
    /// Which answer.
    pub step: StepId,
    /// What is right.
    pub words: String,
    /// Why; the person is told.
    pub reason: String,
}

/// Corrects an answer of a ticket of the person who made a request, whatever queue it is in. For who leads the queue of the request.
///
/// # Errors
/// Why it was not done.
pub async fn correct(office: &Office, (clerk, request): (&ClerkId, &Ticket), wish: Correction) -> Result<Ticket, NotDone> {
    let trouble = |error: StoreError| NotDone::Trouble(error.to_string());
    let leads = office.roster.load().rights(clerk).is(Role::Supervisor, &request.head.queue);
    let person = of_request(office, request).await.map_err(trouble)?.filter(|_| leads).ok_or(NotDone::NotYours)?;
    person.ticket(&wish.receipt).ok_or(NotDone::NotYours)?;
    let act = Act::Amend { step: wish.step, words: wish.words, reason: wish.reason };
    let by = By::Officer(clerk.clone());
    perform(office, Request { by, receipt: wish.receipt, act, place: Where::Elsewhere, event: None, files: Vec::new() }).await
}

/// Tells the person which of their tickets are kept for now and on which ground, as a reply to their request. Where nothing is kept
/// there is nothing to tell.
///
/// # Errors
/// Why it was not done.
pub async fn tell_kept(office: &Office, (clerk, request): (&ClerkId, &Ticket)) -> Result<(), NotDone> {
    let person = of_request(office, request).await.map_err(|error| NotDone::Trouble(error.to_string()))?;
    let words = {
        let script = office.script.load();
        let say = |text: &Text| plain(&script.texts.say(&request.head.language, text));
        let kept = person.iter().flat_map(|person| &person.tickets).filter(|theirs| theirs.how != How::Request);
        let line = |theirs: &Theirs| {
            let text = Text::new("privacy-kept-line").with("receipt", theirs.head.receipt.to_string());
            Some(say(&text.with("why", theirs.keep?.text())))
        };
        let lines: Vec<String> = kept.filter_map(line).take(MOST_NAMED).collect();
        if lines.is_empty() {
            return Ok(());
        }
        std::iter::once(say(&Text::new("privacy-kept-lead"))).chain(lines).collect::<Vec<_>>().join("\n")
    };
    let act = Act::Reply { words, files: Vec::new(), prepared: None };
    let (by, receipt) = (By::Clerk(clerk.clone()), request.head.receipt.clone());
    perform(office, Request { by, receipt, act, place: Where::Elsewhere, event: None, files: Vec::new() }).await.map(drop)
}

/// Ends what the person subscribed to and takes them off the lists of events, in the chat in which they asked: how many of each. Whoever
/// waited for their seats moves up, and the person is told as a reply to their request.
///
/// # Errors
/// Why it was not done; then nothing changed.
pub async fn end_lists(office: &Office, (clerk, request): (&ClerkId, &Ticket), reason: &str) -> Result<(usize, usize), NotDone> {
    let trouble = |error: StoreError| NotDone::Trouble(error.to_string());
    if !office.roster.load().rights(clerk).is(Role::Supervisor, &request.head.queue) {
        return Err(NotDone::NotYours);
    }
    if crate::format::clean(reason).is_empty() {
        return Err(NotDone::Refused(Refusal::NoWords));
    }
    for _ in 0..AGAIN {
        let Some((key, _)) = office.store.link(&request.head.receipt).await.map_err(trouble)? else { return Ok((0, 0)) };
        let subscriptions = office.store.own_subscriptions(key).await.map_err(trouble)?;
        let ended = subscriptions.len();
        let mut writes: Vec<Write> = subscriptions.into_iter().map(|own| Write::EndSubscription(key, own.id)).collect();
        let (mut events, mut deliveries) = (0, Vec::new());
        for event in office.store.booked_events().await.map_err(trouble)? {
            let Some(mut list) = office.store.bookings(&event).await.map_err(trouble)? else { continue };
            if list.remove(key).is_some() {
                events += 1;
                deliveries.extend(crate::events::settle(office, &mut list));
                writes.extend(crate::events::kept(office, list));
            }
        }
        if writes.is_empty() {
            return Ok((0, 0));
        }
        writes.extend(deliveries.into_iter().map(|delivery| Write::Delivery(Box::new(delivery))));
        let audit = Audit {
            at: office.now(),
            by: By::Clerk(clerk.clone()).name(),
            act: "lists-ended".to_owned(),
            receipt: Some(request.head.receipt.clone()),
            more: vec![format!("subscriptions={ended}"), format!("events={events}")],
        };
        let commit = Commit { writes, audit: vec![audit], ..Commit::default() };
        if let Some(done) = commit_unless_stale(office, commit).await {
            done.map_err(|error| NotDone::Trouble(error.to_string()))?;
            tell_ended(office, (clerk, request), (ended, events)).await?;
            return Ok((ended, events));
        }
    }
    Err(NotDone::Trouble("the lists kept changing".to_owned()))
}

async fn tell_ended(
    office: &Office,
    (clerk, request): (&ClerkId, &Ticket),
    (subscriptions, events): (usize, usize),
) -> Result<(), NotDone> {
    let text = Text::new("privacy-lists-ended").with("subscriptions", subscriptions).with("bookings", events);
    let words = plain(&office.script.load().texts.say(&request.head.language, &text));
    let act = Act::Reply { words, files: Vec::new(), prepared: None };
    let (by, receipt) = (By::Clerk(clerk.clone()), request.head.receipt.clone());
    perform(office, Request { by, receipt, act, place: Where::Elsewhere, event: None, files: Vec::new() }).await.map(drop)
}

fn answer<'t>(request: &'t Ticket, step: &str) -> Option<&'t Answer> {
    request.body.answers.iter().find(|given| given.step.as_str() == step).map(|given| &given.answer)
}

/// The receipt that the request is about.
fn named(request: &Ticket) -> Option<Receipt> {
    match answer(request, "receipt")? {
        Answer::Receipt(text) => Receipt::read(text).ok(),
        _ => None,
    }
}

/// Whether the access code was given: the dialog lets nobody past a wrong one.
fn is_proven(request: &Ticket) -> bool {
    matches!(answer(request, "proof"), Some(Answer::Choice(option)) if option == "by-code")
}
