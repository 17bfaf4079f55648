//! Dialogs, texts and data: from a folder of the office, else as they lie inside the binary. Floor 3: reads files, and gives
//! plain names and contents to those below that read none.
//!
//! ## Why
//! A folder replaces a whole kind: with its own `dialogs/` an office has exactly these services and no others. Data files are
//! different: each stands for itself (a calendar of one year), so a file of the folder comes before the one inside.

use crate::dialog::load::DialogFile;
use crate::locale::{Language, TextFile};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use thiserror::Error;

/// Folders are nested at most so deep; deeper ones are not looked into.
const MAX_DEPTH: usize = 4;

#[derive(rust_embed::RustEmbed)]
#[folder = "dialogs/"]
struct EmbeddedDialogs;

#[derive(rust_embed::RustEmbed)]
#[folder = "locales/"]
struct EmbeddedLocales;

#[derive(rust_embed::RustEmbed)]
#[folder = "src/data/"]
struct EmbeddedData;

/// Dialogs, texts and data, read once.
#[derive(Clone, Debug)]
pub struct Assets {
    dialogs: Vec<DialogFile>,
    texts: Vec<TextFile>,
    data: BTreeMap<String, Vec<u8>>,
    /// The texts come from a folder.
    own_texts: bool,
    /// Nothing of it comes from a folder.
    built_in: bool,
}

/// Why assets cannot be read.
#[derive(Debug, Error)]
pub enum AssetError {
    /// A file or folder cannot be read.
    #[error("cannot read {path}")]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// What the system says.
        source: std::io::Error,
    },
    /// A dialog or text file is not written in UTF-8.
    #[error("{path} is not UTF-8")]
    NotUtf8 {
        /// The file.
        path: PathBuf,
    },
}

impl Assets {
    /// Reads `dialogs/`, `locales/` and `tables/` of the folder, and from the binary what the folder does not have.
    ///
    /// # Errors
    /// A file that is there cannot be read.
    pub fn open(folder: Option<&Path>) -> Result<Self, AssetError> {
        let own = |name: &str| folder.map(|folder| folder.join(name)).filter(|path| path.is_dir());
        let built_in = ["dialogs", "locales", "tables"].into_iter().all(|name| own(name).is_none());
        let dialogs = match own("dialogs") {
            Some(path) => folder_texts(&path)?,
            None => embedded_texts::<EmbeddedDialogs>()?,
        };
        let locales = match own("locales") {
            Some(path) => folder_texts(&path)?,
            None => embedded_texts::<EmbeddedLocales>()?,
        };
        let mut data = embedded::<EmbeddedData>();
        if let Some(path) = own("tables") {
            data.extend(folder_files(&path)?);
        }
        let dialogs = dialogs.into_iter().filter(|(name, _)| name.ends_with(".yaml")).map(|(name, text)| DialogFile { name, text });
        let texts = locales.into_iter().filter(|(name, _)| name.ends_with(".ftl")).filter_map(|(name, text)| {
            let (language, name) = name.split_once('/')?;
            Some(TextFile { language: Language(language.to_owned()), name: name.to_owned(), text })
        });
        let own_texts = own("locales").is_some();
        Ok(Self { dialogs: dialogs.collect(), texts: texts.collect(), data, own_texts, built_in })
    }

    /// The same with the files of a folder among its data, as an office has them in `tables/`.
    ///
    /// # Errors
    /// A file that is there cannot be read.
    pub fn with_tables(mut self, folder: &Path) -> Result<Self, AssetError> {
        self.built_in = false;
        self.data.extend(folder_files(folder)?);
        Ok(self)
    }

    /// Whether it is all as it was released: then it was checked before.
    pub fn are_built_in(&self) -> bool {
        self.built_in
    }

    /// Dialog files, sorted by name.
    pub fn dialogs(&self) -> &[DialogFile] {
        &self.dialogs
    }

    /// Text files, sorted by language and name.
    pub fn texts(&self) -> &[TextFile] {
        &self.texts
    }

    /// Whether the texts are those of a folder and not of the binary.
    pub fn has_own_texts(&self) -> bool {
        self.own_texts
    }

    /// A file below `data/`, such as `calendar/2026.csv`.
    pub fn data(&self, name: &str) -> Option<&[u8]> {
        self.data.get(name).map(Vec::as_slice)
    }

    /// The files below a folder of the tables, with their names there, sorted.
    pub fn data_below<'a>(&'a self, folder: &'a str) -> impl Iterator<Item = (&'a str, &'a [u8])> {
        let names = self.data.iter().filter_map(move |(name, content)| Some((name.strip_prefix(folder)?.strip_prefix('/')?, content)));
        names.map(|(name, content)| (name, content.as_slice()))
    }

    /// Every dialog and text file under the path that complaints show.
    pub fn sources(&self) -> BTreeMap<String, &str> {
        let dialogs = self.dialogs.iter().map(|file| (file.path(), file.text.as_str()));
        dialogs.chain(self.texts.iter().map(|file| (file.path(), file.text.as_str()))).collect()
    }
}

fn embedded<E: rust_embed::RustEmbed>() -> BTreeMap<String, Vec<u8>> {
    E::iter().filter_map(|name: Cow<'static, str>| Some((name.replace('\\', "/"), E::get(&name)?.data.into_owned()))).collect()
}

fn embedded_texts<E: rust_embed::RustEmbed>() -> Result<BTreeMap<String, String>, AssetError> {
    embedded::<E>().into_iter().filter(|(name, _)| is_text(name)).map(utf8).collect()
}

fn folder_texts(folder: &Path) -> Result<BTreeMap<String, String>, AssetError> {
    folder_files(folder)?.into_iter().filter(|(name, _)| is_text(name)).map(utf8).collect()
}

fn is_text(name: &str) -> bool {
    name.ends_with(".yaml") || name.ends_with(".ftl")
}

fn utf8((name, content): (String, Vec<u8>)) -> Result<(String, String), AssetError> {
    match String::from_utf8(content) {
        // Editors of some systems write a mark at the beginning.
        Ok(text) => Ok((name, text.strip_prefix('\u{FEFF}').map(str::to_owned).unwrap_or(text))),
        Err(_) => Err(AssetError::NotUtf8 { path: name.into() }),
    }
}

/// Files below a folder by their path in it, with `/` on every system. Hidden files are left out.
fn folder_files(folder: &Path) -> Result<BTreeMap<String, Vec<u8>>, AssetError> {
    let mut files = BTreeMap::new();
    let mut open = vec![(folder.to_owned(), String::new(), 0)];
    while let Some((path, prefix, depth)) = open.pop() {
        let unreadable = |source| AssetError::Unreadable { path: path.clone(), source };
        for entry in std::fs::read_dir(&path).map_err(unreadable)? {
            let child = entry.map_err(unreadable)?.path();
            let Some(name) = child.file_name().and_then(|name| name.to_str()).filter(|name| !name.starts_with('.')) else { continue };
            let name = format!("{prefix}{name}");
            if child.is_dir() {
                if depth < MAX_DEPTH {
                    open.push((child, format!("{name}/"), depth + 1));
                }
                continue;
            }
            let content = std::fs::read(&child).map_err(|source| AssetError::Unreadable { path: child.clone(), source })?;
            files.insert(name, content);
        }
    }
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn write(folder: &Path, name: &str, content: &[u8]) {
        let path = folder.join(name);
        std::fs::create_dir_all(path.parent().expect("a parent")).expect("folders");
        std::fs::write(path, content).expect("a file");
    }

    #[test]
    fn what_lies_in_the_binary_serves_without_any_folder() {
        let nowhere = tempfile::tempdir().expect("a folder");
        for folder in [None, Some(nowhere.path()), Some(&nowhere.path().join("missing"))] {
            let assets = Assets::open(folder).expect("assets");
            assert!(assets.dialogs().iter().any(|file| file.name == "counterfeit-report.yaml"));
            assert!(assets.dialogs().iter().any(|file| file.name == "shared/place.yaml"));
            assert!(assets.texts().iter().any(|file| file.path() == "locales/zh-Hans/shared/place.ftl"));
            assert!(assets.data("calendar/2026.csv").is_some());
            assert!(assets.data_below("calendar").any(|(name, _)| name == "2026.csv"));
        }
    }

    #[test]
    fn a_folder_replaces_a_kind_and_data_file_by_file() {
        let folder = tempfile::tempdir().expect("a folder");
        write(folder.path(), "dialogs/own.yaml", "\u{FEFF}service: own\n".as_bytes());
        write(folder.path(), "dialogs/.hidden.yaml", b"\xFF");
        write(folder.path(), "dialogs/notes.txt", b"\xFF");
        write(folder.path(), "tables/calendar/2099.csv", b"a");
        let assets = Assets::open(Some(folder.path())).expect("assets");
        let dialogs: Vec<(&str, &str)> = assets.dialogs().iter().map(|file| (file.name.as_str(), file.text.as_str())).collect();
        assert_eq!(dialogs, [("own.yaml", "service: own\n")]);
        assert!(assets.texts().iter().any(|file| file.name == "language.ftl"));
        assert_eq!(assets.data("calendar/2099.csv"), Some(b"a".as_slice()));
        assert!(assets.data("calendar/2026.csv").is_some());
        assert_eq!(assets.sources().get("dialogs/own.yaml"), Some(&"service: own\n"));
    }

    #[test]
    fn a_text_that_is_not_utf8_is_named() {
        let folder = tempfile::tempdir().expect("a folder");
        write(folder.path(), "locales/en/a.ftl", b"a = \xFF");
        let refused = Assets::open(Some(folder.path())).expect_err("not UTF-8");
        assert_eq!(refused.to_string(), "en/a.ftl is not UTF-8");
    }
}
