//! Lists of open tickets: for a queue in its group, for a clerk in private. Nothing of what persons answered stands here.

use super::token::{Token, Wish};
use super::turn::{say, trouble};
use crate::clock::office_day;
use crate::config::{ClerkConfig, QueueConfig};
use crate::desk::card::mark;
use crate::desk::is_of_queue;
use crate::id::{ClerkId, QueueId, Receipt};
use crate::intake::Trouble;
use crate::locale::{Language, Text, Value};
use crate::message::{Button, Outbound, plain};
use crate::office::Office;
use crate::store::Wanted;
use crate::ticket::Head;
use crate::ticket::act::state_texts;
use crate::ticket::due::{is_overdue, next_limit};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// Tickets on a page.
const PAGE: usize = 8;
/// Tickets read from the store at once.
const READ: usize = 500;
/// Days before a time limit ends at which it is soon.
const SOON: i64 = 2;
/// Days since a ticket was sent, after which nobody is called back about it any more.
const CALL_BACK: i64 = 400;

/// Which page is wanted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum At {
    /// By its number, from 0.
    Page(usize),
    /// The one on which this ticket stands.
    Ticket(Receipt),
}

/// Why a clerk sees a ticket in the list, worst first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Why {
    /// A time limit of the queue has passed.
    Overdue,
    /// One ends soon, and the ticket is the clerk's or nobody's.
    Soon,
    /// The person graded badly and waits for a call.
    CallBack,
    /// The clerk has it.
    Own,
    /// It is open.
    Open,
}

impl Why {
    fn name(self) -> &'static str {
        match self {
            Why::Overdue => "overdue",
            Why::Soon => "soon",
            Why::CallBack => "call-back",
            Why::Own => "own",
            Why::Open => "open",
        }
    }
}

/// A page of tickets.
struct Page {
    heads: Vec<(Why, Head)>,
    page: usize,
    pages: usize,
    all: usize,
    /// How many there are for each reason, on all pages.
    counts: BTreeMap<Why, usize>,
}

/// The open tickets of a queue, in the queue's language, with the way to their topics.
pub(super) async fn of_queue(office: &Office, queue: &QueueConfig, page: usize) -> Result<Outbound, Trouble> {
    let today = office_day(office.now());
    let open = open(office, &queue.id).await?.into_iter();
    let found =
        page_of(open.map(|head| (if is_overdue(&head, today) { Why::Overdue } else { Why::Open }, head)).collect(), &At::Page(page));
    let title = Text::new("desk-list-title").with("queue", office.queue_name(&queue.id)).with("count", found.all);
    let mut lines = vec![say(office, &queue.language, &title)];
    for (_, head) in &found.heads {
        let line = line(office, (&queue.language, None), head);
        lines.push(match link(office, head).await? {
            Some(link) => format!("{line}\n{link}"),
            None => line,
        });
    }
    lines.extend(turned(office, &queue.language, &found));
    let buttons = turning(office, &queue.language, &found).into_iter().collect();
    Ok(Outbound { text: lines.join("\n\n"), buttons, ..Outbound::default() })
}

/// What waits for a clerk, worst first: what is late in their queues, what soon will be, who wants to be called back, and what
/// they have; each with buttons to see it and to go to its topic.
pub(super) async fn of_clerk(office: &Office, clerk: &ClerkConfig, at: At) -> Result<Outbound, Trouble> {
    let today = office_day(office.now());
    let mut heads = Vec::new();
    for queue in office.all_queues().into_iter().filter(|queue| is_of_queue(office, Some(queue), &clerk.id)) {
        let open = open(office, &queue.id).await?;
        heads.extend(open.into_iter().filter_map(|head| Some((why(&head, clerk, today)?, head))));
        heads.extend(to_call_back(office, &queue.id).await?.into_iter().map(|head| (Why::CallBack, head)));
    }
    let found = page_of(heads, &at);
    let title = Text::new(if found.all == 0 { "desk-list-none" } else { "desk-list-waiting" }).with("count", found.all);
    let mut lines = vec![say(office, &clerk.language, &title)];
    let mut buttons = Vec::new();
    let mut before = None;
    for (why, head) in &found.heads {
        if before.replace(*why) != Some(*why) {
            let count = found.counts.get(why).copied().unwrap_or_default();
            lines.push(say(office, &clerk.language, &Text::new(format!("desk-list-{}", why.name())).with("count", count)));
        }
        lines.push(line(office, (&clerk.language, Some(&clerk.id)), head));
        let label = Text::new("desk-list-button").with("receipt", head.receipt.to_string());
        let token = Token::On(head.receipt.clone(), Wish::Show);
        let mut row = vec![Button { label: plain(&say(office, &clerk.language, &label)), token: token.write() }];
        row.extend(link(office, head).await?.map(|link| {
            let label = say(office, &clerk.language, &Text::new("desk-button-topic"));
            Button { label: plain(&label), token: link }
        }));
        buttons.push(row);
    }
    lines.extend(turned(office, &clerk.language, &found));
    buttons.extend(turning(office, &clerk.language, &found));
    Ok(Outbound { text: lines.join("\n\n"), buttons, ..Outbound::default() })
}

/// Why this clerk should see an open ticket of one of their queues.
fn why(head: &Head, clerk: &ClerkConfig, today: NaiveDate) -> Option<Why> {
    let own = head.clerk.as_ref() == Some(&clerk.id);
    let soon = next_limit(head).is_some_and(|limit| (limit.due - today).num_days() <= SOON);
    match () {
        () if is_overdue(head, today) => Some(Why::Overdue),
        () if soon && (own || head.clerk.is_none()) => Some(Why::Soon),
        () => own.then_some(Why::Own),
    }
}

/// The way to the topic of a ticket, for those who are in its group; `None` while it has none.
pub(super) async fn link(office: &Office, head: &Head) -> Result<Option<String>, Trouble> {
    let topic = office.store.topic(&head.receipt).await.map_err(trouble)?;
    Ok(topic.and_then(|topic| {
        // Links leave out the -100 in front of the number of a supergroup.
        let group = office.groups.now(topic.chat).to_string();
        Some(format!("https://t.me/c/{}/{}", group.strip_prefix("-100")?, topic.thread))
    }))
}

async fn open(office: &Office, queue: &QueueId) -> Result<Vec<Head>, Trouble> {
    all(office, Wanted { queue: Some(queue.clone()), closed: false, after: None, limit: READ }).await
}

/// Closed tickets of a queue whose persons wait for a call.
async fn to_call_back(office: &Office, queue: &QueueId) -> Result<Vec<Head>, Trouble> {
    // Receipts stand in the order of days: older ones are not looked at.
    let from = office_day(office.now()) - chrono::Duration::days(CALL_BACK);
    let after = Some(Receipt::new(&office.config.office.receipt_prefix, from, [0; 5]));
    let heads = all(office, Wanted { queue: Some(queue.clone()), closed: true, after, limit: READ }).await?;
    Ok(heads.into_iter().filter(|head| head.closed.is_some() && head.call_back).collect())
}

async fn all(office: &Office, mut wanted: Wanted) -> Result<Vec<Head>, Trouble> {
    let mut heads: Vec<Head> = Vec::new();
    loop {
        let found = office.store.tickets(&wanted).await.map_err(trouble)?;
        let last = found.len() < wanted.limit;
        heads.extend(found);
        if last {
            return Ok(heads);
        }
        wanted.after = heads.last().map(|head| head.receipt.clone());
    }
}

/// Worst first, then urgent ones, then by the day they are due.
fn page_of(mut heads: Vec<(Why, Head)>, at: &At) -> Page {
    let due = |head: &Head| next_limit(head).map_or(NaiveDate::MAX, |limit| limit.due);
    heads.sort_by_key(|(why, head)| (*why, !(head.urgent || head.hurried), due(head), head.submitted));
    let all = heads.len();
    let pages = all.div_ceil(PAGE).max(1);
    let page = match at {
        At::Page(page) => *page,
        At::Ticket(receipt) => heads.iter().position(|(_, head)| head.receipt == *receipt).map_or(0, |n| n / PAGE),
    };
    let page = page.min(pages - 1);
    let mut counts = BTreeMap::new();
    heads.iter().for_each(|(why, _)| *counts.entry(*why).or_default() += 1);
    Page { heads: heads.into_iter().skip(page * PAGE).take(PAGE).collect(), page, pages, all, counts }
}

/// A ticket in two lines, for this clerk or for everybody.
fn line(office: &Office, (language, reader): (&Language, Option<&ClerkId>), head: &Head) -> String {
    let today = office_day(office.now());
    let due = match next_limit(head) {
        _ if head.call_back => Text::new("desk-list-call"),
        Some(limit) if is_overdue(head, today) => Text::new("desk-list-late").with("day", limit.due),
        Some(limit) => Text::new("desk-list-due").with("day", limit.due),
        None => Text::new("desk-list-no-limit"),
    };
    let clerk = match &head.clerk {
        None => Value::from(Text::new("card-nobody")),
        Some(clerk) if Some(clerk) == reader => Text::new("desk-list-you").into(),
        Some(clerk) => clerk.0.clone().into(),
    };
    let line = Text::new("desk-list-line")
        .with("mark", mark(head, today))
        .with("receipt", head.receipt.to_string())
        .with("service", short(head))
        .with("state", state_texts(&head.service, &head.state))
        .with("due", due)
        .with("clerk", clerk);
    say(office, language, &line)
}

/// Which page of how many it is, when there are several.
fn turned(office: &Office, language: &Language, found: &Page) -> Option<String> {
    let page = Text::new("desk-list-page").with("page", found.page + 1).with("pages", found.pages);
    (found.pages > 1).then(|| say(office, language, &page))
}

fn short(head: &Head) -> Text {
    Text::new(format!("{}.short", head.service)).or(head.service.as_str())
}

fn turning(office: &Office, language: &Language, found: &Page) -> Option<Vec<Button>> {
    let before = found.page.checked_sub(1).map(|page| ("button-page-before", page));
    let after = Some(found.page + 1).filter(|page| *page < found.pages).map(|page| ("button-page-after", page));
    let row: Vec<Button> = [before, after]
        .into_iter()
        .flatten()
        .map(|(name, page)| Button { label: plain(&say(office, language, &Text::new(name))), token: Token::List(page).write() })
        .collect();
    (!row.is_empty()).then_some(row)
}
