//! What is wrong with a dialog or text file: which file, where in it, and what. All complaints of a run come at once, so
//! that an author mends a file in one go. Reads no file and decides nothing: `locale` and `dialog` make complaints,
//! the command line shows them.
//!
//! ## Why
//! A complaint is a value ([`Kind`]) and no text, so that tests name exactly what was refused, and one list
//! ([`Kind::NAMES`]) can be walked to see that each kind has a broken example. The words here are for authors of
//! dialogs, next to names of fields that are English anyway; people who chat never see them.

use thiserror::Error;

/// One thing that is wrong.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{file}:{line}:{column}: {kind}")]
pub struct Complaint {
    /// File as its author finds it: `dialogs/shared/place.yaml`, `locales/en/common.ftl`.
    pub file: String,
    /// Line, from 1.
    pub line: u32,
    /// Column in signs, from 1.
    pub column: u32,
    /// Length in signs of what the arrow points at, at least 1.
    pub length: u32,
    /// What is wrong.
    pub kind: Kind,
    /// A name that may have been meant.
    pub help: Option<String>,
}

/// What can be wrong.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Kind {
    /// A text file does not follow the syntax of Fluent.
    #[error("unreadable text: {trouble}")]
    TextSyntax { trouble: String },
    /// The name of a folder in `locales/` is no language.
    #[error("`{language}` is no name of a language")]
    NoLanguage { language: String },
    /// An id stands twice in a language.
    #[error("the text `{id}` stands here a second time")]
    TextTwice { id: String },
    /// A list of typed words has a name that the machine does not know.
    #[error("`{id}` is no list of words that the machine reads")]
    WordUnknown { id: String },
    /// The same words in two lists.
    #[error("`{words}` means `{first}` already")]
    WordTwice { words: String, first: String },
}

impl Complaint {
    /// A complaint about the `length` signs at `at`.
    pub fn new(file: impl Into<String>, at: Place, kind: Kind) -> Self {
        Self { file: file.into(), line: at.line, column: at.column, length: at.length.max(1), kind, help: None }
    }

    /// Adds a name that may have been meant.
    pub fn with_help(mut self, help: Option<String>) -> Self {
        self.help = help;
        self
    }
}

impl Kind {
    /// Name in kebab-case: the folder of its broken example.
    pub fn name(&self) -> &'static str {
        match self {
            Kind::TextSyntax { .. } => "text-syntax",
            Kind::NoLanguage { .. } => "no-language",
            Kind::TextTwice { .. } => "text-twice",
            Kind::WordUnknown { .. } => "word-unknown",
            Kind::WordTwice { .. } => "word-twice",
        }
    }
}

/// Where in a file, and how long: all in signs, from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Place {
    /// Line, from 1.
    pub line: u32,
    /// Column in signs, from 1.
    pub column: u32,
    /// Length in signs.
    pub length: u32,
}

impl Place {
    /// The first sign of a file.
    pub fn start() -> Self {
        Self { line: 1, column: 1, length: 1 }
    }

    /// The place of some bytes of a source; the range may be out of bounds or cut signs.
    pub fn of_bytes(source: &str, bytes: std::ops::Range<usize>) -> Self {
        let start = floor(source, bytes.start);
        let end = floor(source, bytes.end).max(start);
        let before = &source[..start];
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        let shown = source[start..end].split('\n').next().unwrap_or_default();
        Self {
            line: count(before.bytes().filter(|b| *b == b'\n').count()) + 1,
            column: count(before[line_start..].chars().count()) + 1,
            length: count(shown.chars().count()).max(1),
        }
    }

    /// The place of a part that was cut out of a source; the start of the file when it was not.
    pub fn of_part(source: &str, part: &str) -> Self {
        let start = (part.as_ptr() as usize).wrapping_sub(source.as_ptr() as usize);
        if start > source.len() { Self::start() } else { Self::of_bytes(source, start..start + part.len()) }
    }
}

fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

fn floor(source: &str, mut at: usize) -> usize {
    at = at.min(source.len());
    while !source.is_char_boundary(at) {
        at -= 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_counted_in_signs_and_lines() {
        let source = "a: 1\n专利: 侵权\n";
        let at = source.find("侵权").expect("there");
        assert_eq!(Place::of_bytes(source, at..at + 6), Place { line: 2, column: 5, length: 2 });
        assert_eq!(Place::of_part(source, &source[at..at + 6]), Place { line: 2, column: 5, length: 2 });
        assert_eq!(Place::of_bytes(source, 900..9000).line, 3);
        assert_eq!(Place::of_bytes(source, 6..7), Place { line: 2, column: 1, length: 1 });
    }
}
