//! Tokens of programs: shown once when they are made, kept as a digest, looked up at each call, so that one that is removed
//! is out at once.

use crate::clock::Moment;
use crate::desk::By;
use crate::id::QueueId;
use crate::office::Office;
use crate::store::{Audit, Commit, CommitError, Drawer, Slip, StoreError, Write};
use chrono::Duration;
use serde::{Deserialize, Serialize};

/// What stands before a token, so that it is recognised where it leaks.
const PREFIX: &str = "iob_";
/// Random bytes of a token.
const BYTES: usize = 32;
/// Tokens read at once.
const PAGE: usize = 500;
/// Longest name in signs.
const NAME: usize = 40;

/// What a token allows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Scope {
    /// Heads and histories of tickets, without anything personal.
    #[serde(rename = "tickets:read")]
    TicketsRead,
    /// Answers and words of persons; each reading is written down.
    #[serde(rename = "tickets:personal")]
    TicketsPersonal,
    /// Acts of the desk.
    #[serde(rename = "tickets:act")]
    TicketsAct,
    /// Filing requests for people.
    #[serde(rename = "requests:create")]
    RequestsCreate,
    /// Figures.
    #[serde(rename = "figures:read")]
    FiguresRead,
}

impl Scope {
    /// Every scope.
    pub const ALL: [Scope; 5] = [Scope::TicketsRead, Scope::TicketsPersonal, Scope::TicketsAct, Scope::RequestsCreate, Scope::FiguresRead];

    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Scope::TicketsRead => "tickets:read",
            Scope::TicketsPersonal => "tickets:personal",
            Scope::TicketsAct => "tickets:act",
            Scope::RequestsCreate => "requests:create",
            Scope::FiguresRead => "figures:read",
        }
    }

    /// The scope of that name.
    pub fn read(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|scope| scope.name() == name)
    }
}

/// A program that may call.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Program {
    /// What the operator calls it; stands in histories and in the audit log.
    pub name: String,
    /// What it may do.
    pub scopes: Vec<Scope>,
    /// Queues whose tickets it sees; all when empty.
    #[serde(default)]
    pub queues: Vec<QueueId>,
    /// When it was made.
    pub created: Moment,
    /// From when on it is no longer taken.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expires: Option<Moment>,
}

impl Program {
    /// Whether it may do this.
    pub fn may(&self, scope: Scope) -> bool {
        self.scopes.contains(&scope)
    }

    /// Whether it sees tickets of this queue.
    pub fn sees(&self, queue: &QueueId) -> bool {
        self.queues.is_empty() || self.queues.contains(queue)
    }
}

/// Why a token was not made.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotMade {
    /// The name cannot be used.
    #[error("a name has 1 to {NAME} signs of a-z, 0-9 and hyphens")]
    Name,
    /// There is one of that name.
    #[error("there is a token of that name already: remove it first, or choose another name")]
    Taken,
    /// No scope was given.
    #[error("say what it may do: --scope, one of {}", Scope::ALL.map(Scope::name).join(", "))]
    NoScope,
    /// It cannot be good for so many days.
    #[error("a token is good for 1 day at least, and not for ever so long")]
    Days,
    /// There is no such queue.
    #[error("there is no queue {0}: ip-office-bot staff")]
    Queue(String),
    /// The store cannot keep it.
    #[error("{0}")]
    Trouble(String),
}

impl From<StoreError> for NotMade {
    fn from(error: StoreError) -> Self {
        Self::Trouble(error.to_string())
    }
}

/// Makes a token: the program, and the token, which is never shown again.
///
/// # Errors
/// Why not.
pub async fn add(office: &Office, wish: Wish) -> Result<(Program, String), NotMade> {
    add_by(office, &By::Operator, wish).await
}

/// The same for somebody else than the operator.
///
/// # Errors
/// Why not.
pub async fn add_by(office: &Office, by: &By, wish: Wish) -> Result<(Program, String), NotMade> {
    let named = !wish.name.is_empty() && wish.name.len() <= NAME;
    if !named || !wish.name.bytes().all(|sign| sign.is_ascii_lowercase() || sign.is_ascii_digit() || sign == b'-') {
        return Err(NotMade::Name);
    }
    if wish.scopes.is_empty() {
        return Err(NotMade::NoScope);
    }
    if let Some(queue) = wish.queues.iter().find(|queue| office.queue(queue).is_none()) {
        return Err(NotMade::Queue(queue.to_string()));
    }
    if all(office).await?.iter().any(|(_, program)| program.name == wish.name) {
        return Err(NotMade::Taken);
    }
    let mut bytes = [0; BYTES];
    office.chance.fill(&mut bytes);
    let token = format!("{PREFIX}{}", crate::seal::text::to_hex(&bytes));
    let now = office.now();
    let program = Program {
        name: wish.name,
        scopes: wish.scopes,
        queues: wish.queues,
        created: now,
        expires: wish.days.map(|days| now + Duration::days(days.into())),
    };
    let content = serde_json::to_string(&program).expect("a program has text keys only");
    let slip = Slip { drawer: Drawer::Token, id: digest(office, &token), content, revision: 1 };
    commit(office, by, Write::Slip(Box::new(slip)), ("token-added", &program)).await?;
    Ok((program, token))
}

/// What an operator says of a new token.
#[derive(Clone, Debug, Default)]
pub struct Wish {
    /// Name of the program.
    pub name: String,
    /// What it may do.
    pub scopes: Vec<Scope>,
    /// Queues; all when empty.
    pub queues: Vec<QueueId>,
    /// Days that it is good for; for ever when missing.
    pub days: Option<u32>,
}

/// Removes a token by the name of its program; `None` when there is none.
///
/// # Errors
/// The store cannot be read or written.
pub async fn remove(office: &Office, name: &str) -> Result<Option<Program>, NotMade> {
    remove_by(office, &By::Operator, name).await
}

/// The same for somebody else than the operator.
///
/// # Errors
/// The store cannot be read or written.
pub async fn remove_by(office: &Office, by: &By, name: &str) -> Result<Option<Program>, NotMade> {
    let Some((id, program)) = all(office).await?.into_iter().find(|(_, program)| program.name == name) else { return Ok(None) };
    commit(office, by, Write::ForgetSlip(Drawer::Token, id), ("token-removed", &program)).await?;
    Ok(Some(program))
}

/// Every token's program with the digest, by which it lies.
///
/// # Errors
/// The store cannot be read.
pub async fn all(office: &Office) -> Result<Vec<(String, Program)>, StoreError> {
    let mut programs = Vec::new();
    let mut after: Option<String> = None;
    loop {
        let page = office.store.slips(Drawer::Token, "", after.as_deref(), PAGE).await?;
        let Some(last) = page.last() else { break };
        after = Some(last.id.clone());
        for slip in page {
            let program = serde_json::from_str(&slip.content).map_err(|_| StoreError::Damaged(format!("token {}", slip.id)))?;
            programs.push((slip.id, program));
        }
    }
    Ok(programs)
}

/// The program of a token that is good now.
///
/// # Errors
/// The store cannot be read.
pub async fn find(office: &Office, token: &str) -> Result<Option<Program>, StoreError> {
    if !token.starts_with(PREFIX) || token.len() != PREFIX.len() + 2 * BYTES {
        return Ok(None);
    }
    let Some(slip) = office.store.slip(Drawer::Token, &digest(office, token)).await? else { return Ok(None) };
    let program: Program = serde_json::from_str(&slip.content).map_err(|_| StoreError::Damaged("token".to_owned()))?;
    Ok(Some(program).filter(|program| program.expires.is_none_or(|end| office.now() < end)))
}

/// The name by which a token lies.
fn digest(office: &Office, token: &str) -> String {
    office.key.blind_hex("program-token", token.as_bytes())
}

async fn commit(office: &Office, by: &By, write: Write, (act, program): (&str, &Program)) -> Result<(), NotMade> {
    let mut more = vec![program.name.clone()];
    more.extend(program.scopes.iter().map(|scope| scope.name().to_owned()));
    more.extend(program.queues.iter().map(|queue| queue.to_string()));
    let entry = Audit { at: office.now(), by: by.name(), act: act.to_owned(), receipt: None, more };
    match office.store.commit(Commit { seen: Vec::new(), writes: vec![write], audit: vec![entry] }).await {
        Ok(()) => Ok(()),
        Err(CommitError::Stale(_)) => Err(NotMade::Taken),
        Err(error) => Err(NotMade::Trouble(error.to_string())),
    }
}
