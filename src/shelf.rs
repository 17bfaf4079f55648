//! Where the office's tables lie: every version that was imported stays as a file in the data folder, and one record for each
//! kind says which version is in use. Floor 4: files and records; what a table means is said in [`crate::table`].
//!
//! What must hold: a table is in use whole or not at all. The file is on disk before the record that names it, the record
//! before the table is used; a kill in between leaves the older table in use.
//!
//! ## Why
//! - A running counter takes a table over at once: events, figures and answers change while people are at the counter.
//! - A table that was lost or damaged on disk is not replaced by an older one in silence: the counter opens without it, says
//!   so to the operator, and tells people that nothing is loaded.
//! - The first place has the operator's import, then `tables/KIND.csv` of the office's own content, then what is shipped.
//! - Imported places lie over those of the content, row by row, and one that is in use never goes: dialogs, settings and kept answers
//!   name it by its code.

use crate::agency::{Index, Register, parse_register};
use crate::assets::Assets;
use crate::clock::Moment;
use crate::office::Office;
use crate::place::Places;
use crate::store::{Audit, Commit, Store, StoreError, Write};
use crate::table::{Content, Kind, Origin, Report, Tables, parse};
use crate::vault::ContentHash;
use serde::{Deserialize, Serialize};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Folder of tables in the data folder.
const FOLDER: &str = "tables";
/// Versions that the record remembers; older files stay in the folder.
const REMEMBERED: usize = 50;

/// Whoever acts at the command line.
const OPERATOR: &str = "operator";
/// Name of the record that tells which register of agencies is in use, and of its folder in the data folder.
pub const AGENCIES: &str = "agencies";

/// One import after the other: each reads the record that the one before wrote.
pub(crate) static ONE_BY_ONE: tokio::sync::Mutex<()> = tokio::sync::Mutex::const_new(());

/// A version of a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Version {
    /// From 1, growing.
    pub number: u32,
    /// File in the folder of its kind: the digest of its content.
    pub file: String,
    /// Where it came from.
    #[serde(flatten)]
    pub origin: Origin,
    /// Rows.
    pub rows: usize,
    /// When it was imported.
    pub at: Moment,
}

/// The versions of one kind of table.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct History {
    /// Number of the version in use; 0 without any.
    pub current: u32,
    /// Oldest first.
    pub versions: Vec<Version>,
}

impl History {
    /// The version in use.
    pub fn current(&self) -> Option<&Version> {
        self.by_number(self.current)
    }

    /// The version of that number.
    pub fn by_number(&self, number: u32) -> Option<&Version> {
        self.versions.iter().find(|version| version.number == number)
    }

    /// The version of that number, else the one before the one in use.
    pub fn wanted(&self, number: Option<u32>) -> Option<&Version> {
        match number {
            Some(number) => self.by_number(number),
            None => self.versions.iter().rev().find(|version| version.number < self.current),
        }
    }

    /// The newest version: it is in use from now on.
    pub fn add(&mut self, (file, origin, rows): (String, Origin, usize), at: Moment) -> Version {
        let number = self.versions.last().map_or(1, |version| version.number + 1);
        let version = Version { number, file, origin, rows, at };
        self.current = number;
        self.versions.push(version.clone());
        let surplus = self.versions.len().saturating_sub(REMEMBERED);
        self.versions.drain(..surplus);
        version
    }

    /// The write that remembers it.
    pub fn write(&self, kind: &str) -> Write {
        Write::Named(record(kind), Some(serde_json::to_string(self).unwrap_or_default()))
    }
}

/// Why a table was not taken into use. Nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum ShelfError {
    /// The folder cannot be written.
    #[error("the table cannot be kept: {0}")]
    Disk(#[from] std::io::Error),
    /// The record cannot be written or read.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The same, of a commit.
    #[error(transparent)]
    Commit(#[from] crate::store::CommitError),
    /// The file of that version is not what was imported.
    #[error("version {0} is missing or damaged on disk")]
    Damaged(u32),
    /// There is no such version.
    #[error("there is no such version")]
    NoVersion,
    /// Places in use would be gone.
    #[error("places in use would be gone, keep their rows: {}", .0.join(", "))]
    PlacesGone(Vec<String>),
}

fn record(kind: &str) -> String {
    format!("table:{kind}")
}

/// The versions of a kind.
///
/// # Errors
/// The store cannot be read.
pub async fn history(store: &dyn Store, kind: &str) -> Result<History, StoreError> {
    let named = store.named(&record(kind)).await?;
    Ok(named.and_then(|json| serde_json::from_str(&json).ok()).unwrap_or_default())
}

/// Keeps an imported file and takes it into use.
///
/// # Errors
/// See [`ShelfError`].
pub async fn import(office: &Office, bytes: &[u8], wish: (Kind, Content, Origin)) -> Result<Version, ShelfError> {
    import_by(office, OPERATOR, bytes, wish).await
}

/// The same for somebody else than the operator; `by` stands in the audit log.
///
/// # Errors
/// See [`ShelfError`].
pub async fn import_by(
    office: &Office,
    by: &str,
    bytes: &[u8],
    (kind, content, origin): (Kind, Content, Origin),
) -> Result<Version, ShelfError> {
    let _alone = ONE_BY_ONE.lock().await;
    may_take(office, &content)?;
    let mut history = history(&*office.store, kind.name()).await?;
    let file = format!("{}.csv", ContentHash::of(bytes));
    keep(&folder(&office.config.server.data, kind), &file, bytes)?;
    let version = history.add((file, origin, content.len()), office.now());
    commit(office, (kind.name(), by), ("imported", written(office, kind, &history).await?, &version)).await?;
    take_over(office, (kind, content), &version).await?;
    Ok(version)
}

/// Takes an older version into use again: the one of that number, else the one before the one in use.
///
/// # Errors
/// See [`ShelfError`].
pub async fn restore(office: &Office, kind: Kind, number: Option<u32>) -> Result<Version, ShelfError> {
    restore_by(office, OPERATOR, kind, number).await
}

/// The same for somebody else than the operator; `by` stands in the audit log.
///
/// # Errors
/// See [`ShelfError`].
pub async fn restore_by(office: &Office, by: &str, kind: Kind, number: Option<u32>) -> Result<Version, ShelfError> {
    let _alone = ONE_BY_ONE.lock().await;
    let mut history = history(&*office.store, kind.name()).await?;
    let version = history.wanted(number).cloned().ok_or(ShelfError::NoVersion)?;
    let content = open(&office.config.server.data, (kind, &version), &office.places.load()).ok_or(ShelfError::Damaged(version.number))?;
    may_take(office, &content)?;
    history.current = version.number;
    commit(office, (kind.name(), by), ("restored", written(office, kind, &history).await?, &version)).await?;
    take_over(office, (kind, content), &version).await?;
    Ok(version)
}

/// Writes records of a table with their entry in the audit log.
async fn commit(
    office: &Office,
    (kind, by): (&str, &str),
    (what, writes, version): (&str, Vec<Write>, &Version),
) -> Result<(), ShelfError> {
    let audit = Audit {
        at: office.now(),
        by: by.to_owned(),
        act: format!("table-{what}"),
        receipt: None,
        more: vec![kind.to_owned(), version.number.to_string(), version.file.clone(), version.rows.to_string()],
    };
    Ok(office.store.commit(Commit { writes, audit: vec![audit], ..Commit::default() }).await?)
}

/// The rows of a version, also of one that is no longer in use; `None` when it is missing or damaged on disk. Takes long for
/// a large table.
pub fn rows(office: &Office, kind: Kind, version: &Version) -> Option<Content> {
    open(&office.config.server.data, (kind, version), &office.places.load())
}

/// Whether a table goes with what is in use.
fn may_take(office: &Office, content: &Content) -> Result<(), ShelfError> {
    let Content::Places(rows) = content else { return Ok(()) };
    let gone = Places::over(rows.clone(), &office.content.load().places).lacks(&office.places.load());
    if gone.is_empty() { Ok(()) } else { Err(ShelfError::PlacesGone(gone)) }
}

/// The record of a table. Events that people signed up for are looked at once it is in use, so that nobody misses a change.
async fn written(office: &Office, kind: Kind, history: &History) -> Result<Vec<Write>, StoreError> {
    let mut writes = vec![history.write(kind.name())];
    if kind == Kind::Events {
        writes.extend(crate::events::look_again(&*office.store, office.now()).await?);
    }
    Ok(writes)
}

/// From now on people see this table. Whoever signed up between the commit and this moment is looked at as well.
async fn take_over(office: &Office, (kind, content): (Kind, Content), version: &Version) -> Result<(), ShelfError> {
    match content {
        Content::Places(rows) => {
            let places = Places::over(rows.clone(), &office.content.load().places);
            office.places.store(Arc::new(places.clone()));
            let register = Arc::clone(office.agencies.load().register());
            office.agencies.store(Arc::new(Index::with_places(register, places)));
            put(office, Content::Places(rows), version.origin.clone());
        }
        content => put(office, content, version.origin.clone()),
    }
    if kind == Kind::Offices {
        crate::setting::refresh(office).await;
    }
    if kind == Kind::Events {
        let writes = crate::events::look_again(&*office.store, office.now()).await?;
        office.store.commit(Commit { writes, ..Commit::default() }).await?;
    }
    Ok(())
}

// --- The register of agencies -------------------------------------------------------------------------------------------

/// Which register of agencies is in use.
#[derive(Serialize, Deserialize)]
pub struct Imported {
    /// File in the folder `agencies` of the data folder.
    pub file: String,
    /// Where it came from.
    pub source: String,
    /// The day it stood like this.
    pub as_of: Option<chrono::NaiveDate>,
}

/// Keeps a list of agencies and takes it into use. `bytes` are what `register` was read from.
///
/// # Errors
/// See [`ShelfError`].
pub async fn import_register(
    office: &Office,
    by: &str,
    bytes: &[u8],
    (register, origin): (Register, Origin),
) -> Result<Version, ShelfError> {
    let count = register.agencies.len();
    let register = register.with_origin(origin.source.clone(), origin.as_of);
    let _alone = ONE_BY_ONE.lock().await;
    let file = format!("{}.csv", ContentHash::of(bytes));
    keep(&office.config.server.data.join(AGENCIES), &file, bytes)?;
    let mut history = history(&*office.store, AGENCIES).await?;
    let version = history.add((file, origin, count), office.now());
    commit(office, (AGENCIES, by), ("imported", vec![in_use(&version), history.write(AGENCIES)], &version)).await?;
    office.agencies.store(Arc::new(Index::with_places(Arc::new(register), Places::clone(&office.places.load()))));
    Ok(version)
}

/// Takes an older register into use again: the one of that number, else the one before the one in use.
///
/// # Errors
/// See [`ShelfError`].
pub async fn restore_register(office: &Office, by: &str, number: Option<u32>) -> Result<Version, ShelfError> {
    let _alone = ONE_BY_ONE.lock().await;
    let mut history = history(&*office.store, AGENCIES).await?;
    let version = history.wanted(number).cloned().ok_or(ShelfError::NoVersion)?;
    let bytes = whole(&office.config.server.data.join(AGENCIES), &version.file);
    let register = bytes.and_then(|bytes| parse_register(&bytes, &mut |_| {}).ok());
    let register = register.ok_or(ShelfError::Damaged(version.number))?;
    history.current = version.number;
    commit(office, (AGENCIES, by), ("restored", vec![in_use(&version), history.write(AGENCIES)], &version)).await?;
    let register = register.with_origin(version.origin.source.clone(), version.origin.as_of);
    office.agencies.store(Arc::new(Index::with_places(Arc::new(register), Places::clone(&office.places.load()))));
    Ok(version)
}

/// The write that says which register is in use.
fn in_use(version: &Version) -> Write {
    let Origin { source, as_of } = version.origin.clone();
    let imported = Imported { file: version.file.clone(), source, as_of };
    Write::Named(AGENCIES.to_owned(), Some(serde_json::to_string(&imported).unwrap_or_default()))
}

// --- Files --------------------------------------------------------------------------------------------------------------

fn put(office: &Office, content: Content, origin: Origin) {
    office.tables.rcu(|tables| Tables::clone(tables).with(content.clone(), origin.clone()));
}

fn folder(data: &Path, kind: Kind) -> PathBuf {
    data.join(FOLDER).join(kind.name())
}

/// The content of a version as it lies on disk, when it is what was imported.
fn open(data: &Path, (kind, version): (Kind, &Version), places: &Places) -> Option<Content> {
    let bytes = whole(&folder(data, kind), &version.file)?;
    parse(kind, &bytes, places, &mut |_| {}).ok().map(|read| read.content)
}

/// A file that is called after the digest of its content, when that is its content.
pub fn whole(folder: &Path, file: &str) -> Option<Vec<u8>> {
    let bytes = std::fs::read(folder.join(file)).ok()?;
    (ContentHash::of(&bytes).to_string() == file.trim_end_matches(".csv")).then_some(bytes)
}

/// Districts and zones in use: the imported ones over those of the content.
///
/// # Errors
/// The store cannot be read.
pub async fn places(data: &Path, store: &dyn Store, below: &Places) -> Result<Places, StoreError> {
    let history = history(store, Kind::Places.name()).await?;
    let Some(version) = history.current() else { return Ok(below.clone()) };
    Ok(match open(data, (Kind::Places, version), below) {
        Some(Content::Places(rows)) => Places::over(rows, below),
        // Told where the tables are read.
        _ => below.clone(),
    })
}

/// The tables in use: imported ones, else those of the office's own content, else what is shipped.
///
/// # Errors
/// The store cannot be read, or a table of the content folder has rows that cannot be used.
pub async fn load(data: &Path, store: &dyn Store, (assets, places): (&Assets, &Places)) -> anyhow::Result<Tables> {
    let mut tables = Tables::default();
    for kind in Kind::ALL {
        let name = kind.name();
        if let Some(version) = history(store, name).await?.current() {
            if kind == Kind::Patents && whole(&folder(data, kind), &version.file).is_some() {
                // Its rows are read when they are matched, and only then.
                tables.patents = Some((version.rows, version.origin.clone()));
                continue;
            }
            match open(data, (kind, version), places) {
                Some(content) => tables = tables.with(content, version.origin.clone()),
                None => tracing::error!(
                    kind = name,
                    file = %folder(data, kind).join(&version.file).display(),
                    "a table is missing or damaged and is not used: ip-office-bot data import {name} FILE, or data restore {name}"
                ),
            }
        } else if kind == Kind::Places {
            // Read with the dialogs, which name them.
            tables.places = Some((places.iter().count(), Origin::default()));
        } else if let Some(bytes) = assets.data(&format!("{name}.csv")) {
            let read = parse(kind, bytes, places, &mut |_| {});
            let read = read.map_err(|report| anyhow::anyhow!("tables/{name}.csv: {}", told(&report)))?;
            tables = tables.with(read.content, Origin::default());
        }
    }
    Ok(tables)
}

fn told(report: &Report) -> String {
    let file = report.file.iter().map(ToString::to_string);
    file.chain(report.bad.iter().map(ToString::to_string)).collect::<Vec<_>>().join("; ")
}

/// Written aside, synced, then renamed: a reader finds the whole file or none.
///
/// # Errors
/// The folder cannot be written.
pub fn keep(folder: &Path, name: &str, bytes: &[u8]) -> std::io::Result<()> {
    std::fs::create_dir_all(folder)?;
    let aside = folder.join(format!("{name}.new"));
    let mut file = std::fs::File::create(&aside)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    std::fs::rename(&aside, folder.join(name))?;
    std::fs::File::open(folder)?.sync_all()
}
