//! Accounts of the staff: a password and a second factor, roles by queue, log-ins that end. Whoever comes to the desk on the
//! web is known from here; what they may do stands in the [`crate::roster`], which this module keeps in step with the store.
//!
//! What must hold: a password is only kept as an argon2id hash, a code works once, a log-in is found by a digest of what the
//! browser holds, never by what it holds; a wrong account and a wrong password take the same time and get the same answer; a
//! disabled account is out everywhere at once; each change stands in the audit log, without personal data; nobody is kept out
//! for good by what a stranger does.
//!
//! ## Why
//! * An account has the id of a clerk of the settings, or one of its own (administrators, auditors): ids stand in the history
//!   of tickets and in the audit log already.
//! * The secret of the second factor is derived from the one-time link until the first code confirms it: nothing is kept for
//!   links that nobody follows.
//! * Failed log-ins are counted in memory: a stranger must not be able to fill the store.

mod change;
mod code;
mod link;
mod log_in;
mod pace;
mod password;
mod record;

pub use change::{BAD_NAMES, is_name};
pub use code::{CODE_SECONDS, Enrolment};
pub use link::{For, Joined, LINK_HOURS, Newcomer};
pub use log_in::{FRESH_MINUTES, Opened, Resumed, Step};
pub use pace::{ALARM, Caller, FREE, LONGEST};
pub use password::{MOST as PASSWORD_MOST, SHORTEST as PASSWORD_SHORTEST, Weak};
pub use record::{Account, Login};

use crate::clock::Moment;
use crate::config::QueueConfig;
use crate::desk::By;
use crate::id::ClerkId;
use crate::locale::Text;
use crate::office::Office;
use crate::roster::{Entry, Roster};
use crate::store::{Audit, Commit, CommitError, Drawer, Slip, Store, StoreError, Write};
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::sync::{Arc, Mutex};

/// Slips read at once.
const PAGE: usize = 500;
/// Times that a change is decided again because the account changed meanwhile.
const AGAIN: usize = 5;

/// What is done with accounts. One a process: it counts failed log-ins and keeps hashing within bounds.
pub struct Accounts {
    office: Arc<Office>,
    hasher: password::Hasher,
    pace: Mutex<pace::Pace>,
}

/// Why something was not done.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Denied {
    /// Account, password, or code are wrong; which of them is not said.
    #[error("account or password is wrong")]
    Wrong,
    /// Too many wrong tries: seconds to wait.
    #[error("too many wrong tries: {0} s to wait")]
    Wait(u64),
    /// Too many people log in at this moment.
    #[error("too many log in at this moment")]
    Busy,
    /// The log-in begun with a password is too old: begin again.
    #[error("the log-in took too long")]
    Late,
    /// The link was used, replaced, or is too old.
    #[error("the link does not work any more")]
    Gone,
    /// The password is not good enough.
    #[error("the password is not good enough: {0:?}")]
    Weak(Weak),
    /// The code of the authenticator is wrong.
    #[error("the code is wrong")]
    WrongCode,
    /// There is no such account.
    #[error("there is no such account")]
    NoAccount,
    /// An account of that name is there.
    #[error("there is an account of that name")]
    Taken,
    /// That is no name for an account.
    #[error("that is no name for an account")]
    BadName,
    /// There is no such role or queue, or no role at all was given.
    #[error("there is no such role or queue, or none was given")]
    BadRoles,
    /// Whoever asks may not do that.
    #[error("whoever asks may not do that")]
    NotYours,
    /// The office would be left without an administrator.
    #[error("the office would be left without an administrator")]
    Last,
    /// The store cannot keep or read it.
    #[error("{0}")]
    Trouble(String),
}

impl Denied {
    /// What whoever asked is told.
    pub fn text(&self) -> Text {
        Text::new(match self {
            Denied::Wrong => "deskweb-denied-wrong",
            Denied::Wait(seconds) => return Text::new("deskweb-denied-wait").with("seconds", i64::try_from(*seconds).unwrap_or(i64::MAX)),
            Denied::Busy => "deskweb-denied-busy",
            Denied::Late => "deskweb-denied-late",
            Denied::Gone => "deskweb-denied-gone",
            Denied::Weak(weak) => return weak.text(),
            Denied::WrongCode => "deskweb-denied-code",
            Denied::NoAccount => "deskweb-denied-no-account",
            Denied::Taken => "deskweb-denied-taken",
            Denied::BadName => "deskweb-denied-name",
            Denied::BadRoles => "deskweb-denied-roles",
            Denied::NotYours => "deskweb-denied-not-yours",
            Denied::Last => "deskweb-denied-last",
            Denied::Trouble(_) => "deskweb-denied-trouble",
        })
    }
}

impl From<StoreError> for Denied {
    fn from(error: StoreError) -> Self {
        Denied::Trouble(error.to_string())
    }
}

/// Who may do what: the queues of the settings as a base, the accounts of the store on top.
///
/// # Errors
/// The store cannot be read.
pub async fn roster(queues: &[QueueConfig], store: &dyn Store) -> Result<Roster, StoreError> {
    let accounts = all(store).await?;
    let entry = |account: Account| (account.id, Entry { grants: account.grants, disabled: account.disabled });
    Ok(Roster::build(queues, accounts.into_iter().map(entry)))
}

/// Brings the roster of an office in step with the store.
///
/// # Errors
/// The store cannot be read; the roster stays as it was.
pub async fn refresh(office: &Office) -> Result<(), StoreError> {
    let roster = roster(&office.config.queues(), &*office.store).await?;
    if **office.roster.load() != roster {
        office.roster.store(Arc::new(roster));
    }
    Ok(())
}

/// Throws away log-ins that have ended and links that are too old.
///
/// # Errors
/// The store cannot be read or written.
pub async fn sweep(office: &Office) -> Result<(), Denied> {
    let now = office.now();
    let mut writes = Vec::new();
    for login in read_all::<Login>(&*office.store, Drawer::Login, "").await? {
        if !login.2.is_alive(now, &office.config.desk) {
            writes.push(Write::ForgetSlip(Drawer::Login, login.0));
        }
    }
    for (id, _, link) in read_all::<link::Link>(&*office.store, Drawer::Once, link::PREFIX).await? {
        if link.until <= now {
            writes.push(Write::ForgetSlip(Drawer::Once, id));
        }
    }
    if writes.is_empty() {
        return Ok(());
    }
    office.store.commit(Commit { writes, ..Commit::default() }).await.map_err(|error| Denied::Trouble(error.to_string()))
}

impl Accounts {
    /// The accounts of an office.
    pub fn new(office: Arc<Office>) -> Arc<Self> {
        let hasher = password::Hasher::new();
        Arc::new(Self { office, hasher, pace: Mutex::default() })
    }

    /// Everybody with an account, by name.
    ///
    /// # Errors
    /// The store cannot be read.
    pub async fn all(&self) -> Result<Vec<Account>, Denied> {
        Ok(all(&*self.office.store).await?)
    }

    /// One account.
    ///
    /// # Errors
    /// The store cannot be read.
    pub async fn one(&self, id: &ClerkId) -> Result<Option<Account>, Denied> {
        let found = read::<Account>(&*self.office.store, Drawer::Account, id.0.as_str()).await?;
        Ok(found.map(|(revision, account)| Account { id: id.clone(), revision, ..account }))
    }

    /// Everything in one commit; the roster follows. `None` when a record changed since it was read: then it is decided again.
    async fn commit(&self, writes: Vec<Write>, audit: Vec<Audit>) -> Option<Result<(), Denied>> {
        let roster = writes.iter().any(|write| matches!(write, Write::Slip(slip) if slip.drawer == Drawer::Account));
        match self.office.store.commit(Commit { writes, audit, ..Commit::default() }).await {
            Ok(()) if roster => Some(refresh(&self.office).await.map_err(Denied::from)),
            Ok(()) => Some(Ok(())),
            Err(CommitError::Stale(_)) => None,
            Err(error) => Some(Err(Denied::Trouble(error.to_string()))),
        }
    }

    fn audit(&self, by: &By, act: &str, more: Vec<String>) -> Audit {
        let by = match by {
            By::Clerk(clerk) | By::Officer(clerk) => format!("clerk:{}", clerk.0),
            By::Operator => "operator".to_owned(),
            By::Program(program) => format!("program:{}", program.name),
        };
        Audit { at: self.now(), by, act: act.to_owned(), receipt: None, more }
    }

    /// An entry for what nobody known did.
    fn audit_stranger(&self, act: &str, more: Vec<String>) -> Audit {
        Audit { at: self.now(), by: "stranger".to_owned(), act: act.to_owned(), receipt: None, more }
    }

    fn now(&self) -> Moment {
        self.office.now()
    }

    /// 32 random bytes as text, for a browser or a link.
    fn secret(&self) -> String {
        let mut bytes = [0; 32];
        self.office.chance.fill(&mut bytes);
        crate::seal::text::to_hex(&bytes)
    }

    fn pace(&self) -> std::sync::MutexGuard<'_, pace::Pace> {
        self.pace.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }
}

fn kept_changing() -> Denied {
    Denied::Trouble("the account kept changing".to_owned())
}

async fn all(store: &dyn Store) -> Result<Vec<Account>, StoreError> {
    let found = read_all::<Account>(store, Drawer::Account, "").await?;
    Ok(found.into_iter().map(|(id, revision, account)| Account { id: ClerkId(id), revision, ..account }).collect())
}

/// A slip's content with its revision.
async fn read<T: DeserializeOwned>(store: &dyn Store, drawer: Drawer, id: &str) -> Result<Option<(u64, T)>, StoreError> {
    store.slip(drawer, id).await?.map(|slip| Ok((slip.revision, content(&slip)?))).transpose()
}

/// Name, revision, content of every slip whose name begins so.
async fn read_all<T: DeserializeOwned>(store: &dyn Store, drawer: Drawer, prefix: &str) -> Result<Vec<(String, u64, T)>, StoreError> {
    let mut all = Vec::new();
    let mut after: Option<String> = None;
    loop {
        let page = store.slips(drawer, prefix, after.as_deref(), PAGE).await?;
        let Some(last) = page.last() else { return Ok(all) };
        after = Some(last.id.clone());
        for slip in page {
            let content = content(&slip)?;
            all.push((slip.id, slip.revision, content));
        }
    }
}

fn content<T: DeserializeOwned>(slip: &Slip) -> Result<T, StoreError> {
    serde_json::from_str(&slip.content).map_err(|_| StoreError::Damaged(format!("slip {:?} {}", slip.drawer, slip.id)))
}

fn slip<T: Serialize>(drawer: Drawer, id: impl Into<String>, (revision, content): (u64, &T)) -> Write {
    let content = serde_json::to_string(content).expect("our own records are JSON");
    Write::Slip(Box::new(Slip { drawer, id: id.into(), content, revision }))
}
