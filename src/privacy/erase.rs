//! Erasing a ticket: its key and body, and everything else that leads to its content. One commit, with the proof.

use super::person::{How, of_request};
use super::{Keep, Who, keeps, list};
use crate::channel::web::about;
use crate::clock::Moment;
use crate::desk::commit_unless_stale;
use crate::dialog::state::Show;
use crate::id::{EvidenceId, QueueId, Receipt, ServiceId};
use crate::intake::Side;
use crate::locale::{Language, Text};
use crate::message::{Outbound, Route};
use crate::office::Office;
use crate::roster::Role;
use crate::seal::text::to_hex;
use crate::store::{Audit, Commit, CommitError, Delivery, Drawer, FileStatus, Lane, Owner, Parcel, Slip, StoreError, Timer, Write};
use crate::ticket::{Head, Ticket, What, files};
use crate::vault::ContentHash;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};
use std::time::{Duration, SystemTime};

/// Times that an erasure is decided again because something changed meanwhile.
const AGAIN: usize = 5;
/// Records read at once.
const PAGE: usize = 500;
/// Content of a file that came within this time may belong to a turn that is being written.
const FRESH: Duration = Duration::from_secs(24 * 3600);
/// Longest reason in characters.
const REASON: usize = 1000;

/// The ground on which a ticket is erased.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Why {
    /// The time that the office keeps tickets of this service is over.
    Retention,
    /// The person asked for it; the ticket with which they asked.
    Request(Receipt),
    /// A supervisor of its queue decided it.
    Order,
}

impl Why {
    /// Name in the audit log and in text ids.
    pub fn name(&self) -> &'static str {
        match self {
            Why::Retention => "retention",
            Why::Request(_) => "request",
            Why::Order => "order",
        }
    }
}

/// An erasure that somebody wants.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wish {
    /// Who.
    pub who: Who,
    /// Which ticket.
    pub receipt: Receipt,
    /// On which ground.
    pub why: Why,
    /// In words; only the counter needs none.
    pub reason: String,
}

/// Proof that a ticket was erased. It says nothing of what stood in it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Erasure {
    /// Which ticket.
    pub receipt: Receipt,
    /// Its service.
    pub service: ServiceId,
    /// Its queue.
    pub queue: QueueId,
    /// When it was submitted.
    pub submitted: Moment,
    /// When it was erased.
    pub at: Moment,
    /// By whom, as in the audit log.
    pub by: String,
    /// On which ground.
    pub why: Why,
    /// The reason in words; sealed like everything here.
    pub reason: String,
    /// Files that went with it.
    pub files: usize,
    /// SHA-256 over what was erased: the ticket as it was kept and the SHA-256 of each of its files. Whoever holds an older copy
    /// can tell that it is this one; nobody can guess the content from it, because the tag of an access code is in it.
    pub digest: String,
    /// Entries of the audit log before: the entry of the erasure is one of the next.
    pub audit_from: u64,
    /// It came back with an old backup, and was erased again then.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub again: Option<Moment>,
}

/// Why a ticket was not erased. Nothing changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotErased {
    /// No such ticket, or it was erased before.
    NoTicket,
    /// Whoever asks may not.
    NotYours,
    /// A reason is missing or too long.
    NoReason,
    /// It is kept for now.
    Kept(Keep),
    /// The store cannot keep it.
    Trouble(String),
}

impl NotErased {
    /// What whoever asked is told.
    pub fn text(&self) -> Text {
        match self {
            NotErased::NoTicket => Text::new("desk-no-ticket"),
            NotErased::NotYours => Text::new("desk-not-yours"),
            NotErased::NoReason => Text::new("act-refused-no-words"),
            NotErased::Kept(keep) => keep.text(),
            NotErased::Trouble(_) => Text::new("act-refused-trouble"),
        }
    }
}

impl From<StoreError> for NotErased {
    fn from(error: StoreError) -> Self {
        NotErased::Trouble(error.to_string())
    }
}

/// Erases a ticket. What follows besides the commit (the content of its files, the list beside the store) is done at once where it
/// can be, and otherwise by the next start or the next housekeeping.
///
/// # Errors
/// Why it was not done; then nothing changed.
pub async fn erase(office: &Office, wish: &Wish) -> Result<Erasure, NotErased> {
    let (erasure, contents) = commit(office, wish).await?;
    after(office, std::slice::from_ref(&erasure), contents).await;
    Ok(erasure)
}

/// What follows several erasures: their lines in the list, and the content of their files.
pub(super) async fn after(office: &Office, erasures: &[Erasure], contents: BTreeSet<ContentHash>) {
    if let Err(error) = list::add(office, erasures) {
        tracing::error!(%error, "the list of erasures beside the store could not be written; trying again in an hour");
    }
    if let Err(why) = remove_contents(office, contents).await {
        tracing::warn!(why, "files of an erased case are still there; the housekeeping takes them");
    }
}

/// The one commit of an erasure; content of files that may be nobody's now.
pub(super) async fn commit(office: &Office, wish: &Wish) -> Result<(Erasure, BTreeSet<ContentHash>), NotErased> {
    let reason = crate::format::clean(&wish.reason);
    if reason.chars().count() > REASON || (reason.is_empty() && wish.who != Who::Counter) {
        return Err(NotErased::NoReason);
    }
    for _ in 0..AGAIN {
        let ticket = office.store.ticket(&wish.receipt).await?.ok_or(NotErased::NoTicket)?;
        may(office, wish, &ticket.head).await?;
        if let Some(keep) = keeps(office, &ticket.head) {
            return Err(NotErased::Kept(keep));
        }
        let erasing = gather(office, &ticket).await?;
        let told = match &wish.why {
            Why::Retention => None,
            Why::Order => erasing.route.clone(),
            // Whoever asked is told where they asked.
            Why::Request(request) => match &erasing.route {
                Some(route) => Some(route.clone()),
                None => office.store.link(request).await?.map(|(_, route)| route),
            },
        };
        let erasure = Erasure {
            receipt: wish.receipt.clone(),
            service: ticket.head.service.clone(),
            queue: ticket.head.queue.clone(),
            submitted: ticket.head.submitted,
            at: office.now(),
            by: wish.who.name(),
            why: wish.why.clone(),
            reason: reason.clone(),
            files: erasing.files.len(),
            digest: erasing.digest.clone(),
            audit_from: office.store.audit_head().await?.entries,
            again: None,
        };
        let contents = erasing.contents.clone();
        if let Some(done) = write(office, erasing, (&erasure, told.map(|route| farewell(office, &ticket.head, route)))).await? {
            return done.map(|()| (erasure, contents));
        }
    }
    Err(NotErased::Trouble("the ticket kept changing".to_owned()))
}

/// Erases once more what came back with a backup that was made before. Nothing can keep it: it was erased rightly.
///
/// # Errors
/// The store cannot be read or written.
pub(super) async fn again(office: &Office, before: &Erasure) -> Result<bool, NotErased> {
    for _ in 0..AGAIN {
        let Some(ticket) = office.store.ticket(&before.receipt).await? else { return Ok(false) };
        let erasing = gather(office, &ticket).await?;
        let contents = erasing.contents.clone();
        let erasure = Erasure { again: Some(office.now()), ..before.clone() };
        if let Some(done) = write(office, erasing, (&erasure, None)).await? {
            done?;
            after(office, &[], contents).await;
            return Ok(true);
        }
    }
    Err(NotErased::Trouble("the ticket kept changing".to_owned()))
}

/// Whether whoever asks may: a supervisor of the ticket's queue; for a person's request a supervisor of the queue that deals with it,
/// and then only what belongs to that person.
async fn may(office: &Office, wish: &Wish, head: &Head) -> Result<(), NotErased> {
    let queue = match &wish.why {
        Why::Request(request) => {
            let asked = office.store.ticket(request).await?.ok_or(NotErased::NotYours)?;
            let person = of_request(office, &asked).await?.ok_or(NotErased::NotYours)?;
            let theirs = person.ticket(&wish.receipt).filter(|theirs| theirs.how != How::Request);
            theirs.ok_or(NotErased::NotYours)?;
            asked.head.queue
        }
        Why::Retention | Why::Order => head.queue.clone(),
    };
    let Who::Clerk(clerk) = &wish.who else { return Ok(()) };
    let rights = office.roster.load().rights(clerk);
    if rights.is(Role::Supervisor, &queue) { Ok(()) } else { Err(NotErased::NotYours) }
}

/// Everything that goes with a ticket.
struct Erasing {
    writes: Vec<Write>,
    /// Deliveries that are not sent any more.
    withdrawn: Vec<crate::id::DeliveryId>,
    files: BTreeSet<EvidenceId>,
    contents: BTreeSet<ContentHash>,
    digest: String,
    route: Option<Route>,
}

async fn gather(office: &Office, ticket: &Ticket) -> Result<Erasing, StoreError> {
    let receipt = &ticket.head.receipt;
    let store = &office.store;
    let mut writes = Vec::new();
    // The records of its files, with what they hold.
    let mut own = BTreeSet::new();
    let mut contents = BTreeMap::new();
    for id in every_file(ticket) {
        let Some(evidence) = store.evidence(id).await? else { continue };
        if evidence.owner != Owner::Ticket(receipt.clone()) {
            continue;
        }
        own.insert(id);
        if let FileStatus::Kept { sha256, .. } = &evidence.status
            && let Ok(hash) = sha256.parse::<ContentHash>()
        {
            contents.insert(id, hash);
        }
        writes.push(Write::ForgetEvidence(id));
    }
    let digest = digest(ticket, contents.values());
    // Whom it belongs to, and what of it stands with them.
    let link = store.link(receipt).await?;
    if let Some((person, _)) = &link {
        writes.push(Write::Unlink(receipt.clone()));
        if let Some(mut conversation) = store.conversation(*person).await?
            && conversation.state.sent.iter().any(|sent| sent.receipt == *receipt)
        {
            conversation.state.sent.retain(|sent| sent.receipt != *receipt);
            conversation.revision += 1;
            writes.push(Write::Conversation(*person, Box::new(conversation)));
        }
        let lines = about(&**store, *person, (ticket.head.submitted, receipt.as_str())).await?;
        writes.extend(lines.into_iter().map(|name| Write::ForgetSlip(Drawer::Page, name)));
    }
    let route = link.map(|(_, route)| route);
    // What waits to be sent about it.
    let withdrawn = waiting(office, (receipt, route.as_ref()), &own).await?;
    writes.extend(withdrawn.iter().map(|id| Write::Delivered(*id)));
    if let Some(topic) = store.topic(receipt).await? {
        let group = office.groups.configured(topic.chat);
        let language = office.queue_of_group(group).map(|queue| queue.language.clone()).unwrap_or_else(Language::chinese);
        let reason = Outbound { text: office.script.load().texts.say(&language, &Text::new("post-erased")), ..Outbound::default() };
        let parcel = Parcel::Leave { receipt: receipt.clone(), reason: Some(reason) };
        writes.push(Write::Delivery(Box::new(office.delivery(Lane::Group(group), parcel))));
    }
    writes.push(Write::TimerDone(Timer::Limits(receipt.clone())));
    // The revision is looked at before the body goes: what came in meanwhile is not erased unseen.
    let mut last = ticket.clone();
    last.head.revision += 1;
    last.head.unread = false;
    last.head.call_back = false;
    writes.push(Write::Ticket(Box::new(last)));
    writes.push(Write::EraseTicket(receipt.clone()));
    Ok(Erasing { writes, withdrawn, files: own, contents: contents.into_values().collect(), digest, route })
}

/// Commits; `None` when something changed since it was read.
async fn write(
    office: &Office,
    erasing: Erasing,
    (erasure, farewell): (&Erasure, Option<Delivery>),
) -> Result<Option<Result<(), NotErased>>, StoreError> {
    let Erasing { mut writes, withdrawn, .. } = erasing;
    let id = erasure.receipt.to_string();
    let known = office.store.slip(Drawer::Erasure, &id).await?.map_or(0, |slip| slip.revision);
    let content = serde_json::to_string(erasure).map_err(|error| StoreError::Unavailable(error.to_string()))?;
    writes.push(Write::Slip(Box::new(Slip { drawer: Drawer::Erasure, id, content, revision: known + 1 })));
    writes.extend(farewell.map(|delivery| Write::Delivery(Box::new(delivery))));
    let (by, act) = if erasure.again.is_some() { ("counter".to_owned(), "erased-again") } else { (erasure.by.clone(), "erased") };
    let mut more = vec![erasure.why.name().to_owned(), format!("sha256={}", erasure.digest), format!("files={}", erasure.files)];
    if let Why::Request(request) = &erasure.why {
        more.push(format!("request={request}"));
    }
    let audit = Audit { at: office.now(), by, act: act.to_owned(), receipt: Some(erasure.receipt.clone()), more };
    let done = commit_unless_stale(office, Commit { writes, audit: vec![audit], ..Commit::default() }).await;
    if let Some(Ok(())) = done {
        office.outbox.withdraw(withdrawn);
    }
    Ok(done.map(|done| done.map_err(|error: CommitError| NotErased::Trouble(error.to_string()))))
}

/// Every file that a ticket names, those of clerks too.
pub fn every_file(ticket: &Ticket) -> BTreeSet<EvidenceId> {
    let of_clerks = ticket.body.history.iter().flat_map(|happening| match &happening.what {
        What::Replied { files, .. } | What::Noted { files, .. } => files.clone(),
        _ => Vec::new(),
    });
    files(ticket).into_iter().chain(of_clerks).collect()
}

fn digest<'a>(ticket: &Ticket, contents: impl Iterator<Item = &'a ContentHash>) -> String {
    let mut hasher = Sha256::new();
    hasher.update(serde_json::to_vec(ticket).unwrap_or_default());
    contents.for_each(|hash| hasher.update(hash.to_string()));
    to_hex(&<[u8; 32]>::from(hasher.finalize()))
}

/// What waits to be sent about a ticket.
async fn waiting(
    office: &Office,
    (receipt, route): (&Receipt, Option<&Route>),
    files: &BTreeSet<EvidenceId>,
) -> Result<Vec<crate::id::DeliveryId>, StoreError> {
    let tells = |delivery: &Delivery| match &delivery.parcel {
        Parcel::About { receipt: of, .. } | Parcel::Card { receipt: of } | Parcel::Post { receipt: of, .. } => of == receipt,
        Parcel::Fetch { evidence } => files.contains(evidence),
        Parcel::Screen(message) | Parcel::Message(message) => {
            matches!(&delivery.lane, Lane::Person(to) if Some(to) == route) && message.text.contains(receipt.as_str())
        }
        Parcel::Tell { message } => message.text.contains(receipt.as_str()),
        // It closes the topic; an event for another system says nothing personal.
        Parcel::Leave { .. } | Parcel::Hook { .. } => false,
    };
    let (mut found, mut after) = (Vec::new(), None);
    loop {
        let page = office.store.deliveries(after, PAGE).await?;
        let Some(last) = page.last() else { return Ok(found) };
        after = Some(last.id);
        found.extend(page.iter().filter(|delivery| tells(delivery)).map(|delivery| delivery.id));
    }
}

/// Removes content that no record names any more.
async fn remove_contents(office: &Office, mut contents: BTreeSet<ContentHash>) -> Result<(), String> {
    let mut after = None;
    while !contents.is_empty() {
        let page = office.store.all_evidence(after, PAGE).await.map_err(|error| error.to_string())?;
        let Some(last) = page.last() else { break };
        after = Some(last.id);
        for evidence in &page {
            if let FileStatus::Kept { sha256, .. } = &evidence.status
                && let Ok(hash) = sha256.parse::<ContentHash>()
            {
                contents.remove(&hash);
            }
        }
    }
    if contents.is_empty() {
        return Ok(());
    }
    let vault = office.vault.clone();
    let removing = tokio::task::spawn_blocking(move || {
        let cutoff = SystemTime::now() - FRESH;
        contents.iter().try_for_each(|hash| vault.erase_old(&vault.id_of(hash), cutoff).map(drop))
    });
    removing.await.map_err(|error| error.to_string())?.map_err(|error| error.to_string())
}

/// What the person is told, where they are reached.
fn farewell(office: &Office, head: &Head, route: Route) -> Delivery {
    let text = Text::new("told-erased").with("receipt", head.receipt.to_string()).with("day", crate::clock::office_day(office.now()));
    let show = Show { lasting: true, lines: vec![text], buttons: Vec::new(), copies: None, picture: None };
    let message = crate::channel::render(&office.script.load().texts, &head.language, Side::of(&route).ability, &show, 0);
    office.delivery(Lane::Person(route), Parcel::Message(message))
}

// --- Proofs -----------------------------------------------------------------------------------------------------------

/// The proof for a ticket, when it was erased.
///
/// # Errors
/// The store cannot be read, or the proof is damaged.
pub async fn proof(office: &Office, receipt: &Receipt) -> Result<Option<Erasure>, StoreError> {
    let slip = office.store.slip(Drawer::Erasure, receipt.as_str()).await?;
    slip.as_ref().map(read).transpose()
}

/// A page of proofs, in the order of receipts.
///
/// # Errors
/// As [`proof`].
pub async fn proofs(office: &Office, after: Option<&str>, limit: usize) -> Result<Vec<Erasure>, StoreError> {
    let slips = office.store.slips(Drawer::Erasure, "", after, limit).await?;
    slips.iter().map(read).collect()
}

fn read(slip: &Slip) -> Result<Erasure, StoreError> {
    serde_json::from_str(&slip.content).map_err(|_| StoreError::Damaged(format!("the proof of an erasure, {}", slip.id)))
}

/// The number of an erasure in the audit log.
///
/// # Errors
/// The store cannot be read.
pub async fn audit_number(office: &Office, erasure: &Erasure) -> Result<Option<u64>, StoreError> {
    let entries = office.store.audit(erasure.audit_from, PAGE).await?;
    let is_it = |entry: &Audit| entry.act == "erased" && entry.receipt.as_ref() == Some(&erasure.receipt);
    Ok(entries.into_iter().find(|(_, entry)| is_it(entry)).map(|(number, _)| number))
}
