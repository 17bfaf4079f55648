//! Lists of the desk: which tickets, in which order, which page; counts of every view; what is found by words.

use super::row::{Marks, NEVER, Row};
use super::words::Tie;
use super::{Index, Kept, Line};
use crate::clock::office_day;
use crate::figures::names::{NONE, Name, NameList};
use crate::format::{Direction, parse_date};
use crate::id::{ClerkId, QueueId, Receipt};
use chrono::{Datelike, NaiveDate};
use std::cmp::Ordering;

/// Lines on one page at most.
const LONGEST_PAGE: usize = 500;
/// Signs of a receipt that must be typed for it to be found in part.
const PART_OF_RECEIPT: usize = 3;
/// Earlier tickets of the same party or number that are shown at most.
const MOST_EARLIER: usize = 50;

/// For whom a list is made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clerk {
    /// Who it is.
    pub id: ClerkId,
    /// Queues they may see.
    pub queues: Vec<QueueId>,
    /// Their day, for what is due.
    pub today: NaiveDate,
}

/// Which tickets a list is about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum View {
    /// Open, and nobody has it.
    #[default]
    New,
    /// Open, and the clerk has it.
    Mine,
    /// Open, and a time limit ends today.
    DueToday,
    /// Open, and a time limit has passed.
    Overdue,
    /// Open, and the person is to answer.
    Waiting,
    /// Every open one.
    Open,
    /// Closed.
    Closed,
    /// Every one.
    All,
}

impl View {
    /// Every view, in the order in which a desk shows them.
    pub const ALL: [View; 8] = [View::New, View::Mine, View::DueToday, View::Overdue, View::Waiting, View::Open, View::Closed, View::All];

    /// Name in addresses and text ids.
    pub fn name(self) -> &'static str {
        match self {
            View::New => "new",
            View::Mine => "mine",
            View::DueToday => "due-today",
            View::Overdue => "overdue",
            View::Waiting => "waiting",
            View::Open => "open",
            View::Closed => "closed",
            View::All => "all",
        }
    }

    /// The view of that name.
    pub fn read(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|view| view.name() == name)
    }
}

/// The order of a list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// What must be done first: by last day, urgent ones of a day first, then the oldest; without a time limit at the end.
    #[default]
    Due,
    /// Newest submission first.
    Newest,
    /// Oldest submission first.
    Oldest,
}

impl Order {
    /// Every order.
    pub const ALL: [Order; 3] = [Order::Due, Order::Newest, Order::Oldest];

    /// Name in addresses and text ids.
    pub fn name(self) -> &'static str {
        match self {
            Order::Due => "due",
            Order::Newest => "newest",
            Order::Oldest => "oldest",
        }
    }

    /// The order of that name.
    pub fn read(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|order| order.name() == name)
    }
}

/// What else a list keeps to; nothing set is no filter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Of this queue.
    pub queue: Option<String>,
    /// Of this service.
    pub service: Option<String>,
    /// Of the district with this code.
    pub district: Option<String>,
    /// In this state.
    pub state: Option<String>,
    /// In this language.
    pub language: Option<String>,
    /// This clerk has it.
    pub clerk: Option<String>,
    /// Urgent, or not.
    pub urgent: Option<bool>,
    /// Anonymous, or not.
    pub anonymous: Option<bool>,
    /// Submitted on this day or later.
    pub from: Option<NaiveDate>,
    /// Submitted on this day or before.
    pub until: Option<NaiveDate>,
}

/// What a list is to show.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// Which tickets.
    pub view: View,
    /// What else.
    pub filter: Filter,
    /// Receipt (also a part of it), words, a party, a number or a day; nothing when empty.
    pub search: String,
    /// In which order.
    pub order: Order,
    /// Which page, from 1; one too large is the last.
    pub page: usize,
    /// Lines on a page.
    pub size: usize,
}

/// A page of a list.
#[derive(Clone, Debug, PartialEq)]
pub struct Page {
    /// Its lines in order.
    pub lines: Vec<Line>,
    /// Tickets in the whole list.
    pub found: usize,
    /// Number of the page, from 1.
    pub page: usize,
    /// Pages in all, at least 1.
    pub pages: usize,
}

/// How many tickets each view has.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts([usize; View::ALL.len()]);

impl Counts {
    /// Of this view.
    pub fn of(&self, view: View) -> usize {
        View::ALL.iter().position(|one| *one == view).and_then(|at| self.0.get(at)).copied().unwrap_or(0)
    }
}

/// What filters can be set to: names that the tickets of a clerk have, in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Names {
    /// Services.
    pub services: Vec<String>,
    /// Codes of districts.
    pub districts: Vec<String>,
    /// States.
    pub states: Vec<String>,
    /// Languages.
    pub languages: Vec<String>,
    /// Clerks.
    pub clerks: Vec<String>,
}

/// A ticket that has a party or a number in common with another.
#[derive(Clone, Debug, PartialEq)]
pub struct Earlier {
    /// The ticket.
    pub line: Line,
    /// A party is the same: name, credit code, phone or e-mail address.
    pub party: bool,
    /// The number of a right is the same.
    pub number: bool,
}

impl Index {
    /// A page of a list.
    pub fn page(&self, clerk: &Clerk, query: &Query) -> Page {
        let kept = self.read();
        let sieve = Sieve::new(&kept, clerk, query);
        let sought = Sought::new(self, &query.search, clerk.today);
        let mut found: Vec<(i64, i64, u32)> = Vec::new();
        for (at, row) in (0_u32..).zip(&kept.rows) {
            if sieve.lets(row) && sought.as_ref().is_none_or(|sought| sought.finds(row)) {
                let (first, then) = place(row, query.order);
                found.push((first, then, at));
            }
        }
        let size = query.size.clamp(1, LONGEST_PAGE);
        let pages = found.len().div_ceil(size).max(1);
        let page = query.page.clamp(1, pages);
        let receipt = |at: u32| kept.rows.get(at as usize).map(|row| &row.receipt);
        let by = |one: &(i64, i64, u32), other: &(i64, i64, u32)| -> Ordering {
            (one.0, one.1).cmp(&(other.0, other.1)).then_with(|| receipt(one.2).cmp(&receipt(other.2)))
        };
        let (start, end) = ((page - 1) * size, found.len().min(page * size));
        if start > 0 && start < found.len() {
            found.select_nth_unstable_by(start, by);
        }
        let rest = found.get_mut(start..).unwrap_or_default();
        if end - start < rest.len() && end > start {
            rest.select_nth_unstable_by(end - start - 1, by);
        }
        let shown = rest.get_mut(..end.saturating_sub(start)).unwrap_or_default();
        shown.sort_unstable_by(by);
        let lines = shown.iter().filter_map(|(_, _, at)| kept.rows.get(*at as usize)).map(|row| row.line(&kept.names)).collect();
        Page { lines, found: found.len(), page, pages }
    }

    /// How many tickets each view of a clerk has.
    pub fn counts(&self, clerk: &Clerk) -> Counts {
        let kept = self.read();
        let everything = Query { view: View::All, ..Query::default() };
        let sieve = Sieve::new(&kept, clerk, &everything);
        let mut counts = Counts::default();
        for row in kept.rows.iter().filter(|row| sieve.lets(row)) {
            for (at, view) in View::ALL.into_iter().enumerate() {
                counts.0[at] += usize::from(sieve.is_in(row, view));
            }
        }
        counts
    }

    /// What the filters of a clerk can be set to.
    pub fn names(&self, clerk: &Clerk) -> Names {
        let kept = self.read();
        let everything = Query { view: View::All, ..Query::default() };
        let sieve = Sieve::new(&kept, clerk, &everything);
        let mut seen = vec![0_u8; kept.names.len()];
        let mut see = |name: Name, column: u8| {
            if let Some(seen) = seen.get_mut(usize::from(name)) {
                *seen |= column;
            }
        };
        for row in kept.rows.iter().filter(|row| sieve.lets(row)) {
            see(row.service, 1);
            see(row.district, 2);
            see(row.state, 4);
            see(row.language, 8);
            see(row.clerk, 16);
        }
        let of = |column: u8| {
            let numbers = (0..=Name::MAX).zip(&seen).filter(|(number, seen)| *number != NONE && **seen & column != 0);
            let mut names: Vec<String> = numbers.map(|(number, _)| kept.names.name(number).to_owned()).collect();
            names.sort_unstable();
            names
        };
        Names { services: of(1), districts: of(2), states: of(4), languages: of(8), clerks: of(16) }
    }

    /// The line of a ticket, if the clerk may see it.
    pub fn line(&self, clerk: &Clerk, receipt: &Receipt) -> Option<Line> {
        let kept = self.read();
        let row = kept.rows.get(*kept.places.get(receipt)? as usize)?;
        clerk.queues.iter().any(|queue| queue.as_str() == kept.names.name(row.queue)).then(|| row.line(&kept.names))
    }

    /// Other tickets of the same party or number that the clerk may see, newest first.
    pub fn earlier(&self, clerk: &Clerk, receipt: &Receipt) -> Vec<Earlier> {
        let kept = self.read();
        let Some(row) = kept.places.get(receipt).and_then(|at| kept.rows.get(*at as usize)) else { return Vec::new() };
        let everything = Query { view: View::All, ..Query::default() };
        let sieve = Sieve::new(&kept, clerk, &everything);
        let mut found: std::collections::BTreeMap<u32, (bool, bool)> = std::collections::BTreeMap::new();
        for tie in &row.words.ties {
            for at in kept.ties.get(tie).into_iter().flatten() {
                let (party, number) = found.entry(*at).or_default();
                *party |= tie.is_party();
                *number |= !tie.is_party();
            }
        }
        let rows = found.into_iter().filter_map(|(at, tied)| Some((kept.rows.get(at as usize)?, tied)));
        let mut others: Vec<_> = rows.filter(|(other, _)| other.receipt != *receipt && sieve.lets(other)).collect();
        others.sort_by_key(|(other, _)| (std::cmp::Reverse(other.submitted), &other.receipt));
        others.truncate(MOST_EARLIER);
        others.into_iter().map(|(other, (party, number))| Earlier { line: other.line(&kept.names), party, number }).collect()
    }
}

/// Where a ticket stands in an order.
fn place(row: &Row, order: Order) -> (i64, i64) {
    let submitted = row.submitted.timestamp_millis();
    match order {
        Order::Due => (i64::from(row.due) * 2 + i64::from(!row.marks.has(Marks::URGENT)), submitted),
        Order::Newest => (-submitted, 0),
        Order::Oldest => (submitted, 0),
    }
}

/// What a list lets through, with names turned into numbers once.
struct Sieve {
    queues: Vec<Name>,
    me: Option<Name>,
    today: i32,
    view: View,
    columns: [Wanted; 6],
    marks: [(u16, Option<bool>); 2],
    from: Option<NaiveDate>,
    until: Option<NaiveDate>,
}

/// What a column must be.
#[derive(Clone, Copy)]
enum Wanted {
    Any,
    This(Name),
    /// A name that no ticket has.
    Nothing,
}

impl Wanted {
    fn new(names: &NameList, name: Option<&String>) -> Self {
        match name.map(|name| names.find(name)) {
            None => Self::Any,
            Some(Some(number)) => Self::This(number),
            Some(None) => Self::Nothing,
        }
    }

    fn is(self, number: Name) -> bool {
        match self {
            Self::Any => true,
            Self::This(wanted) => wanted == number,
            Self::Nothing => false,
        }
    }
}

impl Sieve {
    fn new(kept: &Kept, clerk: &Clerk, query: &Query) -> Self {
        let (names, filter) = (&kept.names, &query.filter);
        let wanted = |name: &Option<String>| Wanted::new(names, name.as_ref());
        Self {
            queues: clerk.queues.iter().filter_map(|queue| names.find(queue.as_str())).collect(),
            me: names.find(&clerk.id.0).filter(|me| *me != NONE),
            today: clerk.today.num_days_from_ce(),
            view: query.view,
            columns: [
                wanted(&filter.queue),
                wanted(&filter.service),
                wanted(&filter.district),
                wanted(&filter.state),
                wanted(&filter.language),
                wanted(&filter.clerk),
            ],
            marks: [(Marks::URGENT, filter.urgent), (Marks::ANONYMOUS, filter.anonymous)],
            from: filter.from,
            until: filter.until,
        }
    }

    fn lets(&self, row: &Row) -> bool {
        let columns = [row.queue, row.service, row.district, row.state, row.language, row.clerk];
        self.queues.contains(&row.queue)
            && self.is_in(row, self.view)
            && self.columns.iter().zip(columns).all(|(wanted, number)| wanted.is(number))
            && self.marks.iter().all(|(mark, wanted)| wanted.is_none_or(|wanted| row.marks.has(*mark) == wanted))
            && self.is_in_time(row)
    }

    fn is_in_time(&self, row: &Row) -> bool {
        if self.from.is_none() && self.until.is_none() {
            return true;
        }
        let day = office_day(row.submitted);
        self.from.is_none_or(|from| day >= from) && self.until.is_none_or(|until| day <= until)
    }

    fn is_in(&self, row: &Row, view: View) -> bool {
        let open = !row.marks.has(Marks::CLOSED);
        match view {
            View::New => open && row.clerk == NONE,
            View::Mine => open && self.me == Some(row.clerk),
            View::DueToday => row.due == self.today,
            View::Overdue => row.due != NEVER && row.due < self.today,
            View::Waiting => row.marks.has(Marks::WAITING),
            View::Open => open,
            View::Closed => !open,
            View::All => true,
        }
    }
}

/// What somebody looks for: any of these.
struct Sought {
    /// Signs of a receipt, in capitals without hyphens.
    receipt: Option<Vec<u8>>,
    /// Submitted on this day.
    day: Option<NaiveDate>,
    words: Vec<u32>,
    ties: Vec<Tie>,
}

impl Sought {
    fn new(index: &Index, text: &str, today: NaiveDate) -> Option<Self> {
        let text = text.trim();
        if text.is_empty() {
            return None;
        }
        let signs: Vec<u8> = text.bytes().filter(|sign| !matches!(sign, b'-' | b' ')).map(|sign| sign.to_ascii_uppercase()).collect();
        let like_receipt = signs.len() >= PART_OF_RECEIPT && signs.iter().all(u8::is_ascii_alphanumeric);
        Some(Self {
            receipt: like_receipt.then_some(signs),
            day: parse_date(text, today, Direction::Past).ok(),
            words: index.speller.of_words(text),
            ties: index.speller.ties_in(text),
        })
    }

    fn finds(&self, row: &Row) -> bool {
        self.receipt.as_ref().is_some_and(|part| is_part(part, row.receipt.as_str()))
            || (!self.words.is_empty() && row.words.have(&self.words))
            || self.ties.iter().any(|tie| row.words.ties.contains(tie))
            || self.day.is_some_and(|day| office_day(row.submitted) == day)
    }
}

/// Whether a receipt has these signs in a row, hyphens aside.
fn is_part(part: &[u8], receipt: &str) -> bool {
    let mut signs = [0; 24];
    let mut count = 0;
    for (to, sign) in signs.iter_mut().zip(receipt.bytes().filter(|sign| *sign != b'-')) {
        *to = sign;
        count += 1;
    }
    signs[..count].windows(part.len()).any(|window| window == part)
}
