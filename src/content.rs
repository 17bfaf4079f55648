//! Dialogs, texts and data, read and checked: at a start, and again while the counter is open, when the files of an office
//! change. Floor 3: reads files; says what is wrong with them and where. Who swaps them in is no business of this module.
//!
//! ## Why
//! - What a reload takes is what a start takes: the same files, the same check. Otherwise a counter would run on files with
//!   which it does not open again.
//! - A change is known by the names, sizes and times of the files. It is read once two looks in a row see the same, so that a
//!   file is not read while somebody still writes it.
//! - Dialogs are checked against the places of the same files, at a start as at a reload; an imported table of places lies over
//!   those ([`crate::shelf`]) and takes none away.

use crate::assets::{AssetError, Assets};
use crate::calendar::Calendar;
use crate::clock::Moment;
use crate::complaint::Complaint;
use crate::config::Config;
use crate::dialog::check::{CheckFacts, Terms, check};
use crate::dialog::load::Flows;
use crate::locale::Texts;
use crate::place::Places;
use crate::understand;
use anyhow::Context;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::SystemTime;

/// Dialogs and texts, which belong together and are swapped together.
pub struct Script {
    /// Dialogs.
    pub flows: Flows,
    /// Texts.
    pub texts: Texts,
}

/// Dialogs, texts and data, read and checked: it takes most of a start, and several counters of one process may share it.
pub struct Content {
    /// As they lie in the folder or in the binary.
    pub assets: Assets,
    /// Dialogs and texts.
    pub script: Arc<Script>,
    /// Districts and zones of these files.
    pub places: Places,
    /// What leads from free words to a service.
    pub understanding: Arc<understand::Understanding>,
}

/// Why dialogs and texts are not taken.
#[derive(Debug, thiserror::Error)]
pub enum Unfit {
    /// The check refuses them.
    #[error("dialogs or texts cannot be used:\n{drawn}")]
    Complaints {
        /// What is wrong, all of it.
        complaints: Vec<Complaint>,
        /// The same with the lines of the files and arrows.
        drawn: String,
    },
    /// A file cannot be read.
    #[error("{0}")]
    Unreadable(#[from] AssetError),
    /// Something else in the folder or in the program is damaged.
    #[error("{0}")]
    Damaged(String),
}

/// How the files of the office stand.
#[derive(Debug)]
pub struct Watched {
    /// When those in use were read.
    pub read: Moment,
    /// Some of them come from the office's own folder.
    pub own: bool,
    /// Newer ones are there and were not taken.
    pub trouble: Option<Trouble>,
}

/// Newer files that were not taken.
#[derive(Debug)]
pub struct Trouble {
    /// When they were looked at.
    pub at: Moment,
    /// What is wrong with them.
    pub unfit: Unfit,
}

impl Content {
    /// Reads and checks it all.
    ///
    /// # Errors
    /// What `check` refuses, with all complaints at once.
    pub fn read(assets: Assets, config: &Config) -> anyhow::Result<Arc<Self>> {
        Ok(Arc::new(Self::of(assets, config)?))
    }

    /// Reads and checks the files of an office again.
    ///
    /// # Errors
    /// What `check` refuses, with all complaints at once.
    pub fn again(config: &Config) -> Result<Arc<Self>, Unfit> {
        let assets = Assets::open(Some(&config.server.content))?;
        Ok(Arc::new(Self::of(assets, config)?))
    }

    fn of(assets: Assets, config: &Config) -> Result<Self, Unfit> {
        let places = places(&assets).map_err(|error| Unfit::Damaged(format!("{error:#}")))?;
        let script = Arc::new(script(&assets, config, &places)?);
        let understanding = understanding(&assets).map_err(|error| Unfit::Damaged(format!("{error:#}")))?;
        Ok(Self { assets, script, places, understanding: Arc::new(understanding) })
    }

    /// Terms of the field that its texts keep to.
    pub fn terms(&self) -> Terms {
        glossary(&self.assets)
    }
}

/// Reads dialogs and texts, and checks those of an office's own folder; what is built in was checked before its release.
///
/// # Errors
/// What `check` refuses, all complaints at once.
pub fn script(assets: &Assets, config: &Config, places: &Places) -> Result<Script, Unfit> {
    if assets.are_built_in() { read_script(assets) } else { checked_script(assets, config, places) }
}

/// Reads and checks dialogs and texts, wherever they come from.
///
/// # Errors
/// What `check` refuses, all complaints at once.
pub fn checked_script(assets: &Assets, config: &Config, places: &Places) -> Result<Script, Unfit> {
    let script = read_script(assets)?;
    // A small office serves what it can: the rest falls to its service desk.
    let queues = config.queues().into_iter().map(|queue| queue.id).chain(crate::config::QUEUES.map(Into::into));
    let mut facts = CheckFacts::new(queues, places).with_terms(glossary(assets));
    if assets.has_own_texts() {
        facts = said(facts)?;
    }
    let found = check(&script.flows, &script.texts, &facts);
    if found.is_empty() { Ok(script) } else { Err(complained(assets, found)) }
}

/// Terms of the field: the operator's table, else the one built in.
fn glossary(assets: &Assets) -> Terms {
    Terms::read(std::str::from_utf8(assets.data("glossary.csv").unwrap_or_default()).unwrap_or_default())
}

fn read_script(assets: &Assets) -> Result<Script, Unfit> {
    let complaints = |complaints: Vec<Complaint>| complained(assets, complaints);
    let texts = Texts::load(assets.texts()).map_err(complaints)?;
    let flows = Flows::load(assets.dialogs()).map_err(complaints)?;
    Ok(Script { flows, texts })
}

fn complained(assets: &Assets, complaints: Vec<Complaint>) -> Unfit {
    let drawn = crate::complaint::render(&complaints, &assets.sources());
    Unfit::Complaints { complaints, drawn }
}

/// The facts with the general texts that the program says: those that it carries itself.
fn said(facts: CheckFacts<'_>) -> Result<CheckFacts<'_>, Unfit> {
    let shipped = Assets::open(None)?;
    let general: Vec<_> = shipped.texts().iter().filter(|file| facts.is_general(&file.name)).cloned().collect();
    let texts = Texts::load(&general).map_err(|_| Unfit::Damaged("the texts inside the program are damaged".to_owned()))?;
    let names = texts.entries().map(|entry| entry.name()).collect();
    Ok(facts.saying(names))
}

/// Files of phrases that come with the program; others in `tables/phrases` are the operator's own.
const SHIPPED_PHRASES: [&str; 4] = ["zh.csv", "en.csv", "dossier.csv", "owners.csv"];

/// Phrases of the operator: `tables/phrases/*.csv` with `id,language,phrase`.
pub fn own_phrases(assets: &Assets) -> Vec<understand::Phrase> {
    assets
        .data_below("phrases")
        .filter(|(name, _)| name.ends_with(".csv") && !SHIPPED_PHRASES.contains(name))
        .filter_map(|(_, content)| std::str::from_utf8(content).ok())
        .flat_map(understand::shipped::read)
        .collect()
}

/// What leads from free words to a service.
///
/// # Errors
/// The shipped weights are damaged.
pub fn understanding(assets: &Assets) -> anyhow::Result<understand::Understanding> {
    Ok(understand::shipped::understanding(&own_phrases(assets))?)
}

/// Districts and zones: the operator's table, else the one built in.
///
/// # Errors
/// The table has rows that make no sense.
pub fn places(assets: &Assets) -> anyhow::Result<Places> {
    match assets.data("places.csv") {
        Some(table) => Places::parse(std::str::from_utf8(table).context("tables/places.csv is not UTF-8")?)
            .map_err(|errors| anyhow::anyhow!("tables/places.csv: {}", list(&errors))),
        None => Ok(Places::shipped()),
    }
}

fn list<T: std::fmt::Display>(errors: &[T]) -> String {
    errors.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ")
}

/// Working days: the years built in, and those in the operator's folder, which win.
///
/// # Errors
/// A file has rows that make no sense.
pub fn calendar(assets: &Assets, folder: &Path) -> anyhow::Result<Calendar> {
    calendar_of(&calendar_files(assets, folder)?)
}

/// The calendar of these files.
///
/// # Errors
/// A file has rows that make no sense.
pub fn calendar_of(files: &BTreeMap<String, String>) -> anyhow::Result<Calendar> {
    let files: Vec<(&str, &str)> = files.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    Calendar::load(&files).map_err(|errors| anyhow::anyhow!("calendar of working days: {}", list(&errors)))
}

/// Files of working days by name, a year each: those built in, and those in the operator's folder, which win.
///
/// # Errors
/// A file cannot be read.
pub fn calendar_files(assets: &Assets, folder: &Path) -> anyhow::Result<BTreeMap<String, String>> {
    let mut files: BTreeMap<String, String> = assets
        .data_below("calendar")
        .filter_map(|(name, content)| Some((name.to_owned(), std::str::from_utf8(content).ok()?.to_owned())))
        .collect();
    if folder.is_dir() {
        for entry in std::fs::read_dir(folder).with_context(|| format!("{} cannot be read", folder.display()))? {
            let path = entry?.path();
            if path.extension().is_some_and(|ending| ending == "csv")
                && let Some(name) = path.file_name().and_then(|name| name.to_str())
            {
                files
                    .insert(name.to_owned(), std::fs::read_to_string(&path).with_context(|| format!("{} cannot be read", path.display()))?);
            }
        }
    }
    Ok(files)
}

/// The operator's folder of working days.
pub fn calendar_folder(config: &Config) -> PathBuf {
    config.server.calendar.clone().unwrap_or_else(|| config.server.data.join("calendar"))
}

// --- Changes ------------------------------------------------------------------------------------------------------------

/// Folders whose changes are seen.
const FOLDERS: [&str; 3] = ["dialogs", "locales", "tables"];
/// Folders are nested at most so deep; deeper ones are not looked into.
const MAX_DEPTH: usize = 4;

/// How the files of a folder look from outside.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stamp(BTreeMap<PathBuf, (u64, Option<SystemTime>)>);

impl Stamp {
    /// Looks at a folder of dialogs, texts and tables. What cannot be looked at is left out: reading says why.
    pub fn of(folder: &Path) -> Self {
        let mut files = BTreeMap::new();
        let mut open: Vec<(PathBuf, usize)> = FOLDERS.iter().map(|name| (folder.join(name), 0)).collect();
        while let Some((path, depth)) = open.pop() {
            let Ok(entries) = std::fs::read_dir(&path) else { continue };
            for entry in entries.flatten() {
                let Ok(about) = std::fs::metadata(entry.path()) else { continue };
                if about.is_dir() {
                    if depth < MAX_DEPTH {
                        open.push((entry.path(), depth + 1));
                    }
                } else if !entry.file_name().to_string_lossy().starts_with('.') {
                    files.insert(entry.path(), (about.len(), about.modified().ok()));
                }
            }
        }
        Self(files)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_is_added_changed_or_removed_changes_the_stamp() {
        let folder = tempfile::tempdir().expect("a folder");
        let none = Stamp::of(folder.path());
        std::fs::create_dir_all(folder.path().join("locales/en")).expect("folders");
        let file = folder.path().join("locales/en/a.ftl");
        std::fs::write(&file, "a = A").expect("a file");
        let one = Stamp::of(folder.path());
        std::fs::write(&file, "a = AB").expect("a file");
        let other = Stamp::of(folder.path());
        std::fs::write(folder.path().join("locales/en/.a.ftl.swp"), "x").expect("a file");
        assert_eq!(Stamp::of(folder.path()), other, "what editors leave behind is no text");
        assert!(none != one && one != other);
        std::fs::remove_file(file).expect("removed");
        assert_eq!(Stamp::of(folder.path()), none);
    }
}
