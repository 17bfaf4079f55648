//! One line of the index: what lists show and filter, small.

use super::words::Words;
use crate::clock::Moment;
use crate::figures::names::{NONE, Name, NameList};
use crate::id::{ClerkId, QueueId, Receipt, ServiceId, StateId};
use crate::locale::Language;
use crate::ticket::due::next_limit;
use crate::ticket::{Head, WITHDRAWN};
use chrono::{Datelike, NaiveDate};

/// No last day.
pub(super) const NEVER: i32 = i32::MAX;

/// Yes or no, of a ticket.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Marks(u16);

impl Marks {
    pub const URGENT: u16 = 1;
    pub const ANONYMOUS: u16 = 2;
    pub const HURRIED: u16 = 4;
    pub const CALL_BACK: u16 = 8;
    pub const UNREAD: u16 = 16;
    pub const WAITING: u16 = 32;
    pub const CLOSED: u16 = 64;
    pub const ERASED: u16 = 128;
    pub const WITHDRAWN: u16 = 256;

    fn of(head: &Head) -> Self {
        let withdrawn = head.closed.as_ref().is_some_and(|closed| closed.outcome.as_str() == WITHDRAWN);
        let marks = [
            (head.urgent, Self::URGENT),
            (head.anonymous, Self::ANONYMOUS),
            (head.hurried, Self::HURRIED),
            (head.call_back, Self::CALL_BACK),
            (head.unread, Self::UNREAD),
            (head.course.waiting, Self::WAITING),
            (head.closed.is_some(), Self::CLOSED),
            (withdrawn, Self::WITHDRAWN),
        ];
        Self(marks.into_iter().filter_map(|(is, mark)| is.then_some(mark)).sum())
    }

    pub fn has(self, mark: u16) -> bool {
        self.0 & mark != 0
    }
}

/// A ticket in the index.
pub(super) struct Row {
    pub receipt: Receipt,
    pub revision: u64,
    pub submitted: Moment,
    pub since: Moment,
    pub closed: Option<Moment>,
    pub queue: Name,
    pub service: Name,
    pub state: Name,
    pub district: Name,
    pub language: Name,
    pub clerk: Name,
    /// Name of the nearest time limit, and its last day as days since the beginning of our era.
    pub limit: Name,
    pub due: i32,
    pub marks: Marks,
    /// Revision of the ticket when its words were read; 0 when they were not.
    pub words_at: u64,
    pub words: Words,
}

impl Row {
    /// Of a head.
    pub fn of(head: &Head, names: &mut NameList) -> Self {
        let next = next_limit(head);
        Self {
            receipt: head.receipt.clone(),
            revision: head.revision,
            submitted: head.submitted,
            since: head.since,
            closed: head.closed.as_ref().map(|closed| closed.at),
            queue: names.enter(head.queue.as_str()),
            service: names.enter(head.service.as_str()),
            state: names.enter(head.state.as_str()),
            district: names.enter(head.district.as_deref().unwrap_or_default()),
            language: names.enter(&head.language.0),
            clerk: names.enter(head.clerk.as_ref().map_or("", |clerk| &clerk.0)),
            limit: names.enter(next.map_or("", |limit| &limit.name)),
            due: next.map_or(NEVER, |limit| limit.due.num_days_from_ce()),
            marks: Marks::of(head),
            words_at: 0,
            words: Words::default(),
        }
    }

    /// A newer head of the same ticket; its words stay until they are read again, and what was erased stays so.
    pub fn take_over(&mut self, fresh: Row) {
        let erased = self.is_erased();
        let (words_at, words) = (self.words_at, std::mem::take(&mut self.words));
        *self = Row { words_at, words, ..fresh };
        if erased {
            self.erase();
        }
    }

    /// Key and body are gone.
    pub fn erase(&mut self) {
        self.words = Words::default();
        self.marks.0 |= Marks::ERASED;
    }

    /// Whether key and body are gone.
    pub fn is_erased(&self) -> bool {
        self.marks.has(Marks::ERASED)
    }

    /// The line as lists show it.
    pub fn line(&self, names: &NameList) -> Line {
        let given = |number: Name| (number != NONE).then(|| names.name(number).to_owned());
        Line {
            receipt: self.receipt.clone(),
            queue: QueueId::from(names.name(self.queue)),
            service: ServiceId::from(names.name(self.service)),
            state: StateId::from(names.name(self.state)),
            district: given(self.district),
            language: Language(names.name(self.language).to_owned()),
            clerk: given(self.clerk).map(ClerkId),
            due: given(self.limit).zip(NaiveDate::from_num_days_from_ce_opt(self.due)),
            submitted: self.submitted,
            since: self.since,
            closed: self.closed,
            urgent: self.marks.has(Marks::URGENT),
            anonymous: self.marks.has(Marks::ANONYMOUS),
            hurried: self.marks.has(Marks::HURRIED),
            call_back: self.marks.has(Marks::CALL_BACK),
            unread: self.marks.has(Marks::UNREAD),
            waiting: self.marks.has(Marks::WAITING),
            withdrawn: self.marks.has(Marks::WITHDRAWN),
            erased: self.is_erased(),
        }
    }
}

/// A line of a list: everything about a ticket that can be read without its key.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// Public number.
    pub receipt: Receipt,
    /// Queue that has it.
    pub queue: QueueId,
    /// Service asked for.
    pub service: ServiceId,
    /// Where it stands.
    pub state: StateId,
    /// Code of the district it belongs to.
    pub district: Option<String>,
    /// Language of the person.
    pub language: Language,
    /// Clerk who has it.
    pub clerk: Option<ClerkId>,
    /// The nearest time limit that runs: its name and last day.
    pub due: Option<(String, NaiveDate)>,
    /// When it was submitted.
    pub submitted: Moment,
    /// Since when it stands in its state.
    pub since: Moment,
    /// When it was closed.
    pub closed: Option<Moment>,
    /// Handled first.
    pub urgent: bool,
    /// Nothing leads to the person.
    pub anonymous: bool,
    /// The person asked to hurry.
    pub hurried: bool,
    /// A call-back is wanted.
    pub call_back: bool,
    /// The person added something that nobody has looked at.
    pub unread: bool,
    /// The person is to answer.
    pub waiting: bool,
    /// The person took it back.
    pub withdrawn: bool,
    /// Key and body are gone; nothing can be opened.
    pub erased: bool,
}
