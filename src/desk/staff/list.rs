//! Lists of open tickets: for a queue in its group, for a clerk in private. Nothing of what persons answered stands here.

use super::token::{Token, Wish};
use super::turn::{say, trouble};
use crate::clock::office_day;
use crate::config::{ClerkConfig, QueueConfig};
use crate::desk::is_of_queue;
use crate::id::QueueId;
use crate::intake::Trouble;
use crate::locale::{Language, Text, Value};
use crate::message::{Button, Outbound, plain};
use crate::office::Office;
use crate::store::Wanted;
use crate::ticket::Head;
use crate::ticket::act::state_texts;
use crate::ticket::due::{is_overdue, next_limit};

/// Tickets on a page.
const PAGE: usize = 8;
/// Tickets read from the store at once.
const READ: usize = 500;

/// A page of tickets.
struct Page {
    heads: Vec<Head>,
    page: usize,
    pages: usize,
    all: usize,
}

/// The open tickets of a queue, in the queue's language, with the way to their topics.
pub(super) async fn of_queue(office: &Office, queue: &QueueConfig, page: usize) -> Result<Outbound, Trouble> {
    let found = page_of(office, open(office, &queue.id).await?, page);
    let title = Text::new("desk-list-title").with("queue", office.queue_name(&queue.id)).with("count", found.all);
    let mut lines = vec![say(office, &queue.language, &title)];
    for head in &found.heads {
        lines.push(line(office, &queue.language, head).await?);
    }
    let buttons = turning(office, &queue.language, &found).into_iter().collect();
    Ok(Outbound { text: lines.join("\n\n"), buttons, ..Outbound::default() })
}

/// The tickets that a clerk has, and those of their queues that are late, with buttons to see them.
pub(super) async fn of_clerk(office: &Office, clerk: &ClerkConfig, page: usize) -> Result<Outbound, Trouble> {
    let today = office_day(office.now());
    let mut heads = Vec::new();
    for queue in office.queues.iter().filter(|queue| is_of_queue(Some(queue), &clerk.id)) {
        let wanted = |head: &Head| head.clerk.as_ref() == Some(&clerk.id) || is_overdue(head, today);
        heads.extend(open(office, &queue.id).await?.into_iter().filter(wanted));
    }
    let found = page_of(office, heads, page);
    let mut lines = vec![say(office, &clerk.language, &Text::new("desk-list-own").with("count", found.all))];
    let mut buttons = Vec::new();
    for head in &found.heads {
        lines.push(line(office, &clerk.language, head).await?);
        let label = Text::new("desk-list-button").with("receipt", head.receipt.to_string()).with("service", short(head));
        let token = Token::On(head.receipt.clone(), Wish::Show);
        buttons.push(vec![Button { label: plain(&say(office, &clerk.language, &label)), token: token.write() }]);
    }
    buttons.extend(turning(office, &clerk.language, &found));
    Ok(Outbound { text: lines.join("\n\n"), buttons, ..Outbound::default() })
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
    let mut heads: Vec<Head> = Vec::new();
    loop {
        let after = heads.last().map(|head| head.receipt.clone());
        let wanted = Wanted { queue: Some(queue.clone()), closed: false, after, limit: READ };
        let found = office.store.tickets(&wanted).await.map_err(trouble)?;
        let last = found.len() < READ;
        heads.extend(found);
        if last {
            return Ok(heads);
        }
    }
}

/// Late ones first, then urgent ones, then by the day they are due.
fn page_of(office: &Office, mut heads: Vec<Head>, page: usize) -> Page {
    let today = office_day(office.now());
    let due = |head: &Head| next_limit(head).map_or(chrono::NaiveDate::MAX, |limit| limit.due);
    heads.sort_by_key(|head| (!is_overdue(head, today), !(head.urgent || head.hurried), due(head), head.submitted));
    let all = heads.len();
    let pages = all.div_ceil(PAGE).max(1);
    let page = page.min(pages - 1);
    Page { heads: heads.into_iter().skip(page * PAGE).take(PAGE).collect(), page, pages, all }
}

async fn line(office: &Office, language: &Language, head: &Head) -> Result<String, Trouble> {
    let due = match next_limit(head) {
        Some(limit) if is_overdue(head, office_day(office.now())) => Text::new("desk-list-overdue").with("day", limit.due),
        Some(limit) => Text::new("desk-list-due").with("day", limit.due),
        None => Text::new("desk-list-no-limit"),
    };
    let clerk = head.clerk.as_ref().map_or_else(|| Value::from(Text::new("card-nobody")), |clerk| clerk.0.clone().into());
    let line = Text::new("desk-list-line")
        .with("receipt", head.receipt.to_string())
        .with("service", short(head))
        .with("state", state_texts(&head.service, &head.state))
        .with("due", due)
        .with("clerk", clerk);
    let line = say(office, language, &line);
    Ok(match link(office, head).await? {
        Some(link) => format!("{line}\n{link}"),
        None => line,
    })
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
