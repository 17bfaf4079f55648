//! A person's own data (Personal Information Protection Law art. 44-50): given out, corrected, erased; and how long tickets are
//! kept at all.
//!
//! What must hold: an erasure is one commit, whole or not at all, with its proof and its entry in the audit log; nothing under
//! legal hold is erased; nobody is told whose an anonymous report is, and it is never tied to anybody here.
//!
//! ## What erasing reaches, and what it cannot reach
//!
//! | where | what happens |
//! |---|---|
//! | the ticket | its data key and its sealed body go; the head stays, without anything personal, so that figures do not change |
//! | files | their records go in the same commit; their content is removed from the folder of evidence, key first, unless another ticket has the same content: at once when it is older than a day, else by the hourly housekeeping |
//! | whom it belongs to | the link to the person goes, the numbers of their messages about it, what stands about it on their page |
//! | what waits to be sent | everything about it goes, and is not sent any more |
//! | lists and search | its words, parties and numbers go from memory |
//! | a staff group | its topic is closed. What was posted there lies with the messenger: a person must delete it there |
//! | the person's own chat | lies with the person and the messenger |
//! | pages of the disk | the store writes anew and frees old pages later; who has the disk **and** the office key may find traces until then |
//! | backups made before | hold the ticket with its wrapped key. `restore` reads the list of erasures ([`list`]) and erases again what stands on it. To make older copies dark for good, rotate the key: `ip-office-bot keys rotate`, then `keys retire` |
//! | backups made later | hold nothing of it |
//! | answers to programs | what a program was told over the interface lies with that program; our copy of the answer goes after a day |

pub mod erase;
pub mod give;
pub mod list;
pub mod person;
pub mod retain;
mod zip;

use crate::clock::office_day;
use crate::id::ClerkId;
use crate::locale::Text;
use crate::office::Office;
use crate::ticket::Head;
use chrono::{Duration, NaiveDate};

/// Who acts here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Who {
    /// The counter itself, because the time is over.
    Counter,
    /// The operator at the command line.
    Operator,
    /// A clerk.
    Clerk(ClerkId),
}

impl Who {
    /// As in the audit log.
    pub fn name(&self) -> String {
        match self {
            Who::Counter => "counter".to_owned(),
            Who::Operator => "operator".to_owned(),
            Who::Clerk(clerk) => format!("clerk:{}", clerk.0),
        }
    }
}

/// Why a ticket is kept for now. The text is `privacy-kept-<name>`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keep {
    /// It is not closed: the office still works on it.
    Open,
    /// It is under legal hold.
    Hold,
    /// The office must keep it up to and with this day.
    Until(NaiveDate),
}

impl Keep {
    /// Why, in words.
    pub fn text(self) -> Text {
        match self {
            Keep::Open => Text::new("privacy-kept-open"),
            Keep::Hold => Text::new("privacy-kept-hold"),
            Keep::Until(day) => Text::new("privacy-kept-until").with("day", day),
        }
    }
}

/// Why a ticket may not be erased now; `None`: it may.
pub fn keeps(office: &Office, head: &Head) -> Option<Keep> {
    if head.course.held {
        return Some(Keep::Hold);
    }
    let Some(closed) = &head.closed else { return Some(Keep::Open) };
    let days = office.config.retention.keep_days(&head.service);
    let last = office_day(closed.at) + Duration::days(i64::from(days));
    (days > 0 && office_day(office.now()) <= last).then_some(Keep::Until(last))
}
