//! Lists of tickets that are taken as a file: who may, how much at once, and when a second person has to agree. What stands in such a
//! file leaves every protection of the counter, so each is asked for with a reason and written down.
//!
//! ## Rule
//!
//! | file | who |
//! |---|---|
//! | up to 500 rows, names masked | a supervisor alone |
//! | more rows, or names in full | a supervisor, and another supervisor or an administrator who agrees |
//! | more than 20,000 rows | nobody: narrow the list |
//!
//! What was agreed to can be taken by whoever asked, once, within a day.

use crate::clock::Moment;
use crate::id::ClerkId;
use crate::locale::Text;
use crate::office::Office;
use crate::roster::Role;
use crate::store::{Audit, Commit, CommitError, Drawer, Slip, StoreError, Write};
use chrono::Duration;
use serde::{Deserialize, Serialize};

/// Rows that a supervisor takes alone.
pub const ALONE: usize = 500;
/// Most rows in one file.
pub const MOST: usize = 20_000;
/// Hours in which what was asked for can be agreed to and taken.
const HOURS: i64 = 24;
/// Longest reason in characters.
const REASON: usize = 400;
/// Wishes read at once.
const PAGE: usize = 200;

/// Form of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Form {
    /// Comma-separated, for any program.
    Csv,
    /// A workbook.
    Xlsx,
}

impl Form {
    /// Ending of the name.
    pub fn name(self) -> &'static str {
        match self {
            Form::Csv => "csv",
            Form::Xlsx => "xlsx",
        }
    }

    /// The form of that name.
    pub fn read(name: &str) -> Option<Self> {
        [Form::Csv, Form::Xlsx].into_iter().find(|form| form.name() == name)
    }
}

/// Whether names of persons stand in a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Names {
    /// Only their beginning.
    Masked,
    /// In full.
    Full,
}

/// A file that somebody wants.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wanted {
    /// The list, as its address says it.
    pub list: Vec<(String, String)>,
    /// Rows in it when it was asked for.
    pub rows: usize,
    /// Names of persons.
    pub names: Names,
    /// Form.
    pub form: Form,
    /// What for.
    pub reason: String,
}

/// A wish that waits for a second person, or has their word.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wish {
    /// Its name in the store.
    #[serde(skip)]
    pub id: String,
    #[serde(skip)]
    revision: u64,
    /// Who asks.
    pub by: ClerkId,
    /// When.
    pub at: Moment,
    /// For what.
    pub wanted: Wanted,
    /// Who agreed.
    #[serde(default)]
    pub agreed: Option<ClerkId>,
}

/// What becomes of a wish at once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The file may be made now; that it was taken is written down.
    Now,
    /// A second person has to agree.
    Waits,
}

/// Why nothing was done. The text is `deskweb-takeout-<name>`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotTaken {
    /// They lead no queue.
    NotYours,
    /// A reason is missing or too long.
    NoReason,
    /// Too many rows.
    TooMany,
    /// No such wish, its time is over, it was taken, or nobody agreed yet.
    Gone,
    /// One's own wish.
    Own,
    /// The store cannot keep it.
    Trouble(String),
}

impl NotTaken {
    /// What whoever asked is told.
    pub fn text(&self) -> Text {
        Text::new(match self {
            NotTaken::NotYours => "desk-not-yours",
            NotTaken::NoReason => "act-refused-no-words",
            NotTaken::TooMany => "deskweb-takeout-too-many",
            NotTaken::Gone => "deskweb-takeout-gone",
            NotTaken::Own => "deskweb-takeout-own",
            NotTaken::Trouble(_) => "act-refused-trouble",
        })
    }
}

impl From<StoreError> for NotTaken {
    fn from(error: StoreError) -> Self {
        NotTaken::Trouble(error.to_string())
    }
}

impl From<CommitError> for NotTaken {
    fn from(error: CommitError) -> Self {
        match error {
            // Somebody else was faster.
            CommitError::Stale(_) => NotTaken::Gone,
            other => NotTaken::Trouble(other.to_string()),
        }
    }
}

fn audit(office: &Office, (by, act): (&ClerkId, &str), wanted: &Wanted) -> Audit {
    let names = if wanted.names == Names::Full { "names=full" } else { "names=masked" };
    let more = vec!["cases".to_owned(), wanted.form.name().to_owned(), format!("rows={}", wanted.rows), names.to_owned()];
    Audit { at: office.now(), by: format!("clerk:{}", by.0), act: act.to_owned(), receipt: None, more }
}

/// Asks for a file.
///
/// # Errors
/// Why it is not given; then nothing changed.
pub async fn ask(office: &Office, by: &ClerkId, wanted: Wanted) -> Result<Outcome, NotTaken> {
    if !office.roster.load().rights(by).has(Role::Supervisor) {
        return Err(NotTaken::NotYours);
    }
    let reason = crate::format::clean(&wanted.reason);
    if reason.is_empty() || reason.chars().count() > REASON {
        return Err(NotTaken::NoReason);
    }
    if wanted.rows > MOST {
        return Err(NotTaken::TooMany);
    }
    let wanted = Wanted { reason, ..wanted };
    let alone = wanted.rows <= ALONE && wanted.names == Names::Masked;
    let act = if alone { "exported" } else { "export-asked" };
    let audit = vec![audit(office, (by, act), &wanted)];
    // The reason may name somebody, so it lies sealed beside the audit log, which does not.
    let id = format!("{:020}", office.ids.next(office.now()));
    let wish = Wish { id, revision: 0, by: by.clone(), at: office.now(), wanted, agreed: None };
    let kept = slip(&wish)?;
    let writes = vec![kept];
    office.store.commit(Commit { writes, audit, ..Commit::default() }).await?;
    if alone {
        // Kept for a day as what it was: taken.
        return Ok(Outcome::Now);
    }
    tracing::warn!(clerk = by.0, rows = wish.wanted.rows, "a large file of cases was asked for; a second person has to agree");
    Ok(Outcome::Waits)
}

fn slip(wish: &Wish) -> Result<Write, NotTaken> {
    let content = serde_json::to_string(wish).map_err(|error| NotTaken::Trouble(error.to_string()))?;
    Ok(Write::Slip(Box::new(Slip { drawer: Drawer::Export, id: wish.id.clone(), content, revision: wish.revision + 1 })))
}

fn needs_second(wish: &Wish) -> bool {
    wish.wanted.rows > ALONE || wish.wanted.names == Names::Full
}

/// Wishes that wait for a second person or for being taken, oldest first.
///
/// # Errors
/// The store cannot be read.
pub async fn waiting(office: &Office) -> Result<Vec<Wish>, StoreError> {
    let slips = office.store.slips(Drawer::Export, "", None, PAGE).await?;
    let wishes = slips.iter().filter_map(|slip| {
        let wish: Wish = serde_json::from_str(&slip.content).ok()?;
        Some(Wish { id: slip.id.clone(), revision: slip.revision, ..wish })
    });
    Ok(wishes.filter(|wish| needs_second(wish) && office.now() - wish.at < Duration::hours(HOURS)).collect())
}

async fn one(office: &Office, id: &str) -> Result<Wish, NotTaken> {
    waiting(office).await?.into_iter().find(|wish| wish.id == id).ok_or(NotTaken::Gone)
}

/// A second person agrees, or says no: then the wish is gone.
///
/// # Errors
/// Why nothing was done.
pub async fn judge(office: &Office, (id, by): (&str, &ClerkId), verdict: Verdict) -> Result<(), NotTaken> {
    let rights = office.roster.load().rights(by);
    if !rights.has(Role::Supervisor) && !rights.has(Role::Administrator) {
        return Err(NotTaken::NotYours);
    }
    let wish = one(office, id).await?;
    if wish.by == *by {
        return Err(NotTaken::Own);
    }
    if wish.agreed.is_some() {
        return Err(NotTaken::Gone);
    }
    let (act, write) = match verdict {
        Verdict::Yes => ("export-agreed", slip(&Wish { agreed: Some(by.clone()), ..wish.clone() })?),
        Verdict::No => ("export-refused", Write::ForgetSlip(Drawer::Export, wish.id.clone())),
    };
    let audit = vec![audit(office, (by, act), &wish.wanted)];
    office.store.commit(Commit { writes: vec![write], audit, ..Commit::default() }).await?;
    Ok(())
}

/// What a second person says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// They agree.
    Yes,
    /// They do not.
    No,
}

/// Takes what was agreed to, once. Gives back what may be made.
///
/// # Errors
/// Why nothing is given.
pub async fn take(office: &Office, (id, by): (&str, &ClerkId)) -> Result<Wanted, NotTaken> {
    let wish = one(office, id).await?;
    if wish.by != *by || wish.agreed.is_none() || !office.roster.load().rights(by).has(Role::Supervisor) {
        return Err(NotTaken::Gone);
    }
    // Of two takings at once one finds it gone: the revision is written before it is thrown away.
    let writes = vec![slip(&wish)?, Write::ForgetSlip(Drawer::Export, wish.id.clone())];
    let audit = vec![audit(office, (by, "exported"), &wish.wanted)];
    office.store.commit(Commit { writes, audit, ..Commit::default() }).await?;
    Ok(wish.wanted)
}

/// Throws away wishes whose time is over.
///
/// # Errors
/// The store cannot be read or written.
pub async fn sweep(office: &Office) -> Result<(), String> {
    let slips = office.store.slips(Drawer::Export, "", None, PAGE).await.map_err(|error| error.to_string())?;
    let over =
        |slip: &&Slip| serde_json::from_str::<Wish>(&slip.content).is_ok_and(|wish| office.now() - wish.at >= Duration::hours(HOURS));
    let writes: Vec<Write> = slips.iter().filter(over).map(|slip| Write::ForgetSlip(Drawer::Export, slip.id.clone())).collect();
    if writes.is_empty() {
        return Ok(());
    }
    office.store.commit(Commit { writes, ..Commit::default() }).await.map_err(|error| error.to_string())
}
