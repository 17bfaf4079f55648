//! Links that work once: what may not pass over a channel abroad is sent on the office's own page, into the same form, and the
//! conversation goes on in the channel.
//!
//! What must hold: a link opens one request of one person, for a quarter of an hour, and is used up in the very commit that
//! takes what was sent on it. A file that was on its way in time may arrive later; nothing else is taken then. What stands in it is known to the person alone; the store has a digest.

use super::{Failed, Fold};
use crate::clock::Moment;
use crate::dialog::Deed;
use crate::dialog::answer::Answer;
use crate::id::{Receipt, StepId};
use crate::locale::Text;
use crate::message::{Incoming, Outbound, Request, Route};
use crate::office::Office;
use crate::seal::text::{from_base64, to_base64};
use crate::store::{Commit, Drawer, Slip, StoreError, Write};
use crate::ticket::{Ticket, What};
use chrono::Duration;
use serde::{Deserialize, Serialize};

/// Minutes that a link works.
const MINUTES: i64 = 15;
/// Hours after that in which files that were on their way in time may still arrive: 200 MB over a line of 100 kbit/s.
const ARRIVING: i64 = 6;
/// Random bytes in a link.
const BYTES: usize = 24;
/// Links looked at in one page of housekeeping.
const PAGE: usize = 500;

/// A link that works.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Link {
    /// Its name in the store; no secret.
    #[serde(skip)]
    pub id: String,
    /// Whose conversation it belongs to.
    pub route: Route,
    /// What is asked for.
    pub request: Request,
    /// Until when.
    pub until: Moment,
}

impl Link {
    /// Its time is over: nothing new is begun on it.
    pub fn is_over(&self, now: Moment) -> bool {
        self.until <= now
    }
}

/// The link with this secret; `None` when there is none, it was used, or its time is over.
///
/// # Errors
/// The store cannot be read.
pub async fn link(office: &Office, secret: &str) -> Result<Option<Link>, StoreError> {
    Ok(link_or_late(office, secret).await?.filter(|link| !link.is_over(office.now())))
}

/// The same, and for some hours more one whose time is over: for files that were on their way in time, and only for them.
///
/// # Errors
/// The store cannot be read.
pub async fn link_or_late(office: &Office, secret: &str) -> Result<Option<Link>, StoreError> {
    let Some(secret) = from_base64(secret).filter(|secret| secret.len() == BYTES) else { return Ok(None) };
    let id = name(office, &secret);
    let Some(slip) = office.store.slip(Drawer::Once, &id).await? else { return Ok(None) };
    let link: Link = serde_json::from_str(&slip.content).map_err(|_| StoreError::Damaged(format!("a link, {id}")))?;
    Ok(Some(Link { id, ..link }).filter(|link| !is_forgotten(link, office.now())))
}

/// Forgets links whose time is over.
///
/// # Errors
/// The store cannot be read or written.
pub async fn forget_links(office: &Office) -> Result<(), String> {
    let mut after: Option<String> = None;
    loop {
        let page = office.store.slips(Drawer::Once, "", after.as_deref(), PAGE).await.map_err(|error| error.to_string())?;
        let Some(last) = page.last() else { return Ok(()) };
        after = Some(last.id.clone());
        let is_over = |slip: &&Slip| serde_json::from_str::<Link>(&slip.content).is_ok_and(|link| is_forgotten(&link, office.now()));
        let writes: Vec<Write> = page.iter().filter(is_over).map(|slip| Write::ForgetSlip(Drawer::Once, slip.id.clone())).collect();
        if !writes.is_empty() {
            office.store.commit(Commit { writes, ..Commit::default() }).await.map_err(|error| error.to_string())?;
        }
    }
}

fn is_forgotten(link: &Link, now: Moment) -> bool {
    link.is_over(now - Duration::hours(ARRIVING))
}

fn name(office: &Office, secret: &[u8]) -> String {
    office.key.blind_hex("once", secret)
}

impl Fold<'_> {
    /// Makes a link and tells it to the person.
    pub(super) async fn send_link(&mut self, request: Request) -> Result<(), Failed> {
        let office = self.office;
        let Some(address) = &office.config.server.public_url else { return Ok(()) };
        if let Request::Paper { receipt, paper } = &request
            && self.wants_paper((receipt, paper)).await?.is_none()
        {
            let text = self.say(&Text::new("by-link-no-paper"));
            self.lasting.push(Outbound { text, ..Outbound::default() });
            return Ok(());
        }
        let mut secret = [0; BYTES];
        office.chance.fill(&mut secret);
        let until = office.now() + Duration::minutes(MINUTES);
        let link = Link { id: name(office, &secret), route: self.now.route.clone(), request, until };
        let content = serde_json::to_string(&link).expect("a link is JSON");
        self.writes.push(Write::Slip(Box::new(Slip { drawer: Drawer::Once, id: link.id, content, revision: 1 })));
        let address = format!("{}/once/{}", address.trim_end_matches('/'), to_base64(&secret));
        let text = self.say(&Text::new("by-link-sent").with("link", address).with("minutes", MINUTES));
        self.lasting.push(Outbound { text, ..Outbound::default() });
        Ok(())
    }

    /// Files that were sent over a link become part of the ticket for which the paper was asked.
    pub(super) async fn take_paper(&mut self, (receipt, paper): (&Receipt, &String), files: &[Incoming]) -> Result<(), Failed> {
        let told = match self.wants_paper((receipt, paper)).await? {
            Some(ticket) => {
                let name = super::paper_text(&ticket, paper);
                let words = crate::message::plain(&self.script.texts.say(&ticket.head.language, &name));
                let files = files.iter().map(|file| self.expect(file)).collect();
                let with = vec![(StepId::from("words"), Answer::Text(words)), (StepId::from("files"), Answer::Files(files))];
                let (step, act, grant) = (StepId::from("paper"), "ticket-add".to_owned(), Some(receipt.clone()));
                let deed = Deed { step, act, with, message: None, about: None, grant };
                match self.act_on_ticket(&deed).await? {
                    Ok(()) => Text::new("by-link-paper-there").with("paper", name).with("receipt", receipt.to_string()),
                    Err(why) => why,
                }
            }
            None => Text::new("by-link-no-paper"),
        };
        let text = self.say(&told);
        self.lasting.push(Outbound { text, ..Outbound::default() });
        Ok(())
    }

    /// The ticket, when it is this person's and the desk asked for the paper.
    async fn wants_paper(&mut self, (receipt, paper): (&Receipt, &String)) -> Result<Option<Ticket>, Failed> {
        if !self.office.store.own_tickets(self.person).await?.contains(receipt) {
            return Ok(None);
        }
        let asked = |ticket: &Ticket| {
            let mut history = ticket.body.history.iter();
            ticket.head.closed.is_none()
                && history.any(|happening| matches!(&happening.what, What::PaperAsked { paper: one, .. } if one == paper))
        };
        Ok(self.ticket_now(receipt).await?.filter(asked))
    }
}
