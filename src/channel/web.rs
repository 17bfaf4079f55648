//! Visitors of the office's page: what the counter says to them is written onto their page, and stands there when they come back.
//!
//! What must hold: a line is on disk before its delivery is marked, and stands there once. Who a visitor is only their cookie
//! tells; the store knows a blind index of it.
//!
//! ## Why
//! A page is pulled, not pushed: whoever is away finds everything later, and nothing is ever given up. So "sending" is writing a
//! line, in the very commit that marks the delivery; no line can be lost or doubled.

use crate::clock::Moment;
use crate::id::PersonKey;
use crate::message::{Outbound, Route};
use crate::office::Office;
use crate::outbox::{Content, Sender, Sent};
use crate::store::{Commit, CommitError, Delivery, Drawer, Lane, Parcel, Slip, Store, StoreError, Write};
use async_trait::async_trait;
use serde::{Deserialize, Serialize};
use std::sync::Arc;
use tokio::sync::watch;

/// Lines of one page; older ones are deleted.
const LINES: usize = 200;
/// Lines deleted at once when a page has grown too long.
const OLDEST: usize = 50;
/// Lines read at once where all are looked at.
const PAGE: usize = 500;

/// A line of a visitor's page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Line {
    /// Its number: later lines have larger ones.
    pub number: u64,
    /// When it was written.
    pub at: Moment,
    /// Whose words they are.
    pub by: By,
    /// What it says.
    pub message: Outbound,
}

/// Whose words a line has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum By {
    /// The visitor's own.
    Visitor,
    /// A screen of the counter: the newest is where the visitor stands.
    Screen,
    /// What the counter says and what stays.
    Counter,
    /// What is said about a ticket: words of the desk.
    Desk,
}

/// Pages of all visitors.
pub struct Pages {
    office: Arc<Office>,
}

impl Pages {
    /// Pages of an office.
    pub fn new(office: Arc<Office>) -> Arc<Self> {
        Arc::new(Self { office })
    }

    /// Whose page a cookie opens.
    pub fn route(&self, cookie: &[u8]) -> Route {
        let name = self.office.key.blind("visitor", cookie);
        let chat = i64::from_be_bytes(name[..8].try_into().expect("eight of sixteen bytes")) & i64::MAX;
        Route { channel: 'w', chat }
    }

    /// Lines after a number, oldest first.
    ///
    /// # Errors
    /// The store cannot be read.
    pub async fn lines(&self, route: &Route, after: Option<u64>) -> Result<Vec<Line>, StoreError> {
        let person = self.office.person(route);
        let after = after.map(|number| name(person, number));
        let slips = self.office.store.slips(Drawer::Page, &prefix(person), after.as_deref(), LINES + OLDEST).await?;
        slips.iter().map(read).collect()
    }

    /// Writes down what the visitor said, before it is answered. A page that has grown too long, by about how many lines it has, loses
    /// its oldest ones.
    ///
    /// # Errors
    /// The store cannot keep it.
    pub async fn says(&self, route: &Route, words: String, lines: usize) -> Result<(), CommitError> {
        let office = &self.office;
        let person = office.person(route);
        let number = office.ids.next(office.now());
        let line = Line { number, at: office.now(), by: By::Visitor, message: Outbound { text: words, ..Outbound::default() } };
        let mut writes = vec![write(person, &line)];
        if lines >= LINES {
            let known = names(&*office.store, person).await.map_err(|error| CommitError::Unavailable(error.to_string()))?;
            writes.extend(known.into_iter().take(OLDEST).map(|name| Write::ForgetSlip(Drawer::Page, name)));
        }
        office.store.commit(Commit { writes, ..Commit::default() }).await
    }

    /// Changes whenever a line was kept for a page. What is kept between a look and the listening is missed, so listen first.
    pub fn listen(&self, route: &Route) -> watch::Receiver<u64> {
        self.office.feed.page(&owner(self.office.person(route)))
    }
}

#[async_trait]
impl Sender for Pages {
    async fn send(&self, delivery: &Delivery) -> Sent {
        let Lane::Person(route) = &delivery.lane else {
            return Sent::Never("a page shows messages to visitors only".to_owned(), Vec::new());
        };
        let (by, message) = match &delivery.parcel {
            Parcel::Screen(message) => (By::Screen, message),
            Parcel::Message(message) => (By::Counter, message),
            Parcel::About { message, .. } => (By::Desk, message),
            _ => return Sent::Never("a page shows messages to visitors only".to_owned(), Vec::new()),
        };
        let line = Line { number: delivery.id.0, at: delivery.made, by, message: message.clone() };
        Sent::Done(vec![write(self.office.person(route), &line)])
    }

    async fn content(&self, _source: &str) -> Result<Content, Sent> {
        Err(Sent::Never("a page has no files of its own".to_owned(), Vec::new()))
    }
}

/// Names of the lines of a person's page, oldest first.
///
/// # Errors
/// The store cannot be read.
pub async fn names(store: &dyn Store, person: PersonKey) -> Result<Vec<String>, StoreError> {
    let slips = store.slips(Drawer::Page, &prefix(person), None, LINES + PAGE).await?;
    Ok(slips.into_iter().map(|slip| slip.id).collect())
}

/// Names of the lines of a person's page that were written up to a moment, or speak of something.
///
/// # Errors
/// The store cannot be read, or a line is damaged.
pub async fn about(store: &dyn Store, person: PersonKey, (until, words): (Moment, &str)) -> Result<Vec<String>, StoreError> {
    let mut found = Vec::new();
    for slip in store.slips(Drawer::Page, &prefix(person), None, LINES + PAGE).await? {
        let line = read(&slip)?;
        if line.at <= until || slip.content.contains(words) {
            found.push(slip.id);
        }
    }
    Ok(found)
}

/// Deletes lines from before a moment; how many.
///
/// # Errors
/// The store cannot be read or written.
pub async fn forget_before(store: &dyn Store, before: Moment) -> Result<usize, String> {
    let (mut after, mut count): (Option<String>, usize) = (None, 0);
    loop {
        let page = store.slips(Drawer::Page, "", after.as_deref(), PAGE).await.map_err(|error| error.to_string())?;
        let Some(last) = page.last() else { return Ok(count) };
        after = Some(last.id.clone());
        let old = page.iter().filter(|slip| read(slip).is_ok_and(|line| line.at < before));
        let writes: Vec<Write> = old.map(|slip| Write::ForgetSlip(Drawer::Page, slip.id.clone())).collect();
        count += writes.len();
        if !writes.is_empty() {
            store.commit(Commit { writes, ..Commit::default() }).await.map_err(|error| error.to_string())?;
        }
    }
}

/// Whose page it is, as names of lines begin.
fn owner(person: PersonKey) -> String {
    crate::seal::text::to_hex(&person.0)
}

fn prefix(person: PersonKey) -> String {
    format!("{}/", owner(person))
}

fn name(person: PersonKey, number: u64) -> String {
    format!("{}{number:016x}", prefix(person))
}

fn write(person: PersonKey, line: &Line) -> Write {
    let content = serde_json::to_string(line).expect("a line is JSON");
    Write::Slip(Box::new(Slip { drawer: Drawer::Page, id: name(person, line.number), content, revision: 1 }))
}

fn read(slip: &Slip) -> Result<Line, StoreError> {
    serde_json::from_str(&slip.content).map_err(|_| StoreError::Damaged(format!("a line of a page, {}", slip.id)))
}
