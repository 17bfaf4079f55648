//! Terms of the field: one word a thing, in each language. Words that the glossary knows as wrong for a thing are told with the
//! right one. What people type is not judged.
//!
//! ## Why
//! Only wrong words are looked for, not right ones demanded: a text may say a thing plainly without its term ("use your patent"
//! for a licence), but where it names it, it names it as everywhere else.

use crate::complaint::{Complaint, Kind as Wrong, Place};
use crate::locale::Texts;
use crate::locale::say::path;

/// Words for one thing.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Term {
    /// The term in Chinese and in English.
    right: [String; 2],
    /// What it is not called.
    wrong: [Vec<String>; 2],
}

/// Terms of the field.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Terms(Vec<Term>);

impl Terms {
    /// Reads `zh,en,not_zh,not_en` with a first line of names; several wrong words are apart by `|`. A row without terms is left out.
    pub fn read(table: &str) -> Self {
        let mut reader =
            csv::ReaderBuilder::new().flexible(true).trim(csv::Trim::All).from_reader(table.trim_start_matches('\u{feff}').as_bytes());
        let rows = reader.records().filter_map(Result::ok);
        let term = |row: csv::StringRecord| {
            let field = |at: usize| row.get(at).unwrap_or_default().to_owned();
            let wrong = |at: usize| {
                row.get(at).unwrap_or_default().split('|').map(|word| word.trim().to_lowercase()).filter(|word| !word.is_empty()).collect()
            };
            Term { right: [field(0), field(1)], wrong: [wrong(2), wrong(3)] }
        };
        Self(rows.map(term).filter(|term| term.right.iter().all(|right| !right.is_empty())).collect())
    }
}

/// Texts that name a thing by a word that the glossary refuses.
pub(super) fn check(texts: &Texts, terms: &Terms, found: &mut Vec<Complaint>) {
    for entry in texts.entries() {
        if entry.attribute.is_some_and(|attribute| attribute.starts_with("also-")) || entry.id.starts_with("word-") {
            continue;
        }
        let language = usize::from(!(entry.language.0 == "zh" || entry.language.0.starts_with("zh-")));
        for words in entry.words() {
            let lower = words.to_ascii_lowercase();
            for term in &terms.0 {
                for (wrong, at) in term.wrong[language].iter().filter_map(|wrong| Some((wrong, stands(&lower, wrong)?))) {
                    let place = Place::of_part(entry.source, words.get(at..at + wrong.len()).unwrap_or(words));
                    let kind = Wrong::TermWrong { term: wrong.clone(), right: term.right[language].clone() };
                    found.push(Complaint::new(path(entry.language, entry.file), place, kind));
                }
            }
        }
    }
}

/// Where a word stands in a text: as a whole word, or its plural, where it is written in letters.
fn stands(text: &str, word: &str) -> Option<usize> {
    let is_letter = |sign: char| sign.is_ascii_alphanumeric();
    let whole = |at: usize| {
        let before = text[..at].chars().next_back();
        let rest = &text[at + word.len()..];
        let after = rest.strip_prefix('s').unwrap_or(rest).chars().next();
        !word.is_ascii() || !(before.is_some_and(is_letter) || after.is_some_and(is_letter))
    };
    text.match_indices(word).map(|(at, _)| at).find(|at| whole(*at))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wrong_word_counts_only_as_a_whole_word() {
        assert_eq!(stands("ask a patent agent now", "patent agent"), Some(6));
        assert_eq!(stands("two patent agents", "patent agent"), Some(4));
        assert_eq!(stands("a patent agency", "patent agent"), None);
        assert_eq!(stands("专利代理人员", "专利代理人"), Some(0));
        assert_eq!(stands("", "patent"), None);
    }

    #[test]
    fn rows_without_a_term_say_nothing() {
        let terms = Terms::read("zh,en,not_zh,not_en\n专利,patent,特许 | ,\n,x,y,z\n");
        assert_eq!(terms.0.len(), 1);
        assert_eq!(terms.0[0].wrong, [vec!["特许".to_owned()], Vec::new()]);
    }
}
