//! What is new at the desk, told to open pages as it happens: a list or a ticket changed, somebody else opened it. A page that was
//! cut off says up to where it has heard and misses nothing.
//!
//! It tells that something changed, never what: the page asks for its parts again and gets what its owner may see by then.

use super::presence::Here;
use super::queue::clerk_of;
use super::{Fields, Staff};
use crate::feed::{Change, Cursor, Listener, Since};
use crate::id::Receipt;
use crate::locale::Text;
use crate::web::Web;
use crate::web::guard::only_ours;
use crate::web::page::{Failure, Words};
use axum::Router;
use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use futures_util::stream;
use serde::Deserialize;
use std::convert::Infallible;
use std::time::{Duration, Instant};
use tokio::sync::mpsc;

/// Changes that come together are told together.
const GATHER: Duration = Duration::from_millis(150);
/// Longest wait for the index to reach a change; a list is asked for again with the next one.
const INDEX: Duration = Duration::from_secs(2);
/// How often it is looked whether somebody has gone.
const GLANCE: Duration = Duration::from_secs(5);
/// Pause between two signs of life of a stream.
const ALIVE: Duration = Duration::from_secs(15);
/// Browsers drop an event without data.
const SOMETHING: &str = " ";
/// Events that wait for a slow browser.
const AHEAD: usize = 8;

pub(super) fn routes() -> Router<Web> {
    Router::new().route("/desk/events", get(events)).route("/desk/t/{receipt}/presence", post(presence))
}

/// The address of the stream for a page that was made when the feed stood there.
pub(super) fn address(from: Cursor, ticket: Option<&Receipt>) -> String {
    let ticket = ticket.map(|receipt| format!("&ticket={receipt}")).unwrap_or_default();
    format!("/desk/events?from={from}{ticket}")
}

#[derive(Debug, Deserialize)]
struct Asked {
    from: Option<String>,
    ticket: Option<String>,
}

/// A page that listens.
struct Page {
    web: Web,
    staff: Staff,
    words: Words,
    ticket: Option<Receipt>,
    listener: Listener,
    /// What it was last told of who else is there.
    others: String,
}

async fn events(State(web): State<Web>, staff: Staff, headers: HeaderMap, Query(asked): Query<Asked>) -> Result<Response, Failure> {
    only_ours(&web, &headers)?;
    let ticket = match asked.ticket {
        None => None,
        Some(ticket) => {
            let receipt = Receipt::read(&ticket).map_err(|_| Failure::Missing)?;
            let head = web.office.store.ticket(&receipt).await?.ok_or(Failure::Missing)?.head;
            if !staff.rights().sees(&head.queue) {
                return Err(Failure::Missing);
            }
            Some(receipt)
        }
    };
    // Whoever says something that is no place in the feed reads everything again.
    let nowhere = Cursor { epoch: 0, number: 0 };
    let last = headers.get("last-event-id").and_then(|id| id.to_str().ok().map(str::to_owned)).or(asked.from);
    let from = last.map_or_else(|| web.office.feed.cursor(), |last| last.parse().unwrap_or(nowhere));
    let listener = web.office.feed.listen_from(from);
    let words = staff.words(&web, &headers);
    let (to, told) = mpsc::channel(AHEAD);
    tokio::spawn(follow(Page { web, staff, words, ticket, listener, others: String::new() }, to));
    let told = stream::unfold(told, async |mut told| told.recv().await.map(|event| (Ok::<Event, Infallible>(event), told)));
    Ok(Sse::new(told).keep_alive(KeepAlive::new().interval(ALIVE)).into_response())
}

/// Tells a page what is new until it closes, its owner is out, or the counter stops.
async fn follow(mut page: Page, to: mpsc::Sender<Event>) {
    let (staff, web) = (page.staff.clone(), page.web.clone());
    let stop = web.stop.clone();
    let out = staff.until_out(&web);
    tokio::pin!(out);
    let mut presence = web.presence.listen();
    let mut glance = tokio::time::interval(GLANCE);
    loop {
        let event = tokio::select! {
            () = stop.cancelled() => return,
            () = to.closed() => return,
            () = &mut out => {
                let _ = to.send(Event::default().event("end").data(SOMETHING)).await;
                return;
            }
            news = page.listener.next() => page.news(news).await,
            Ok(()) = presence.changed(), if page.ticket.is_some() => page.others(),
            _ = glance.tick(), if page.ticket.is_some() => page.others(),
        };
        let Some(event) = event else { continue };
        if to.send(event).await.is_err() {
            return;
        }
    }
}

impl Page {
    async fn news(&mut self, first: Since) -> Option<Event> {
        tokio::time::sleep(GATHER).await;
        let more = self.listener.ready();
        let cursor = self.listener.cursor();
        let all = || [Some(&first), more.as_ref()].into_iter().flatten();
        let again = all().any(|since| matches!(since, Since::ReadAgain(_)));
        let mut changes = all().flat_map(|since| match since {
            Since::Changes(changes) => changes.as_slice(),
            Since::ReadAgain(_) => &[],
        });
        let name = match &self.ticket {
            Some(ticket) => {
                let mine: Vec<&Change> = changes.filter(|change| change.receipt == *ticket).collect();
                let gone = mine.last().is_some_and(|change| !self.sees(change));
                match (gone, again || !mine.is_empty()) {
                    (true, _) => "end",
                    (false, true) => "ticket",
                    (false, false) => return None,
                }
            }
            None if again || changes.any(|change| self.sees(change) || self.has_left(change)) => {
                // The list is made from the index, which follows the same feed.
                let _ = tokio::time::timeout(INDEX, self.web.index.reached(cursor)).await;
                "list"
            }
            None => return None,
        };
        Some(Event::default().event(name).id(cursor.to_string()).data(SOMETHING))
    }

    /// Whether the owner of the page sees the ticket as it is now. One that was erased is shown as erased.
    fn sees(&self, change: &Change) -> bool {
        change.head.as_ref().is_none_or(|head| self.staff.rights().sees(&head.queue))
    }

    fn has_left(&self, change: &Change) -> bool {
        change.left.as_ref().is_some_and(|left| clerk_of(&self.web, &self.staff).queues.contains(left))
    }

    fn others(&mut self) -> Option<Event> {
        let now = others(&self.web, (&self.staff, &self.words), self.ticket.as_ref()?);
        if now == self.others {
            return None;
        }
        self.others.clone_from(&now);
        let said = if now.is_empty() { SOMETHING } else { &now };
        Some(Event::default().event("presence").data(said))
    }
}

/// Who else has a ticket open, as a sentence; empty when nobody has.
pub(super) fn others(web: &Web, (staff, words): (&Staff, &Words), receipt: &Receipt) -> String {
    let sentence = |here: Here| {
        let text = if here.typing { "deskweb-presence-typing" } else { "deskweb-presence-open" };
        words.say(&Text::new(text).with("who", here.clerk.0))
    };
    let others = web.presence.others(receipt, staff.id(), Instant::now());
    others.into_iter().map(sentence).collect::<Vec<_>>().join(" ")
}

/// A page says that it is open.
async fn presence(State(web): State<Web>, staff: Staff, Path(receipt): Path<String>, form: Fields) -> Result<Response, Failure> {
    let receipt = Receipt::read(&receipt).map_err(|_| Failure::Missing)?;
    let here = Here { clerk: staff.id().clone(), typing: form.one("typing") == "1" };
    web.presence.say(&receipt, here, Instant::now());
    Ok(StatusCode::NO_CONTENT.into_response())
}
