//! Phrases, concepts and weights inside the binary, and how files of phrases are read.

use super::{Damaged, Phrase, Understanding};
use std::collections::BTreeMap;

/// Concepts of both languages.
pub const CONCEPTS: &str = include_str!("../data/phrases/concepts.tsv");
const WEIGHTS: &[u8] = include_bytes!("../data/phrases/weights.bin");
const PHRASES: [&str; 3] =
    [include_str!("../data/phrases/zh.csv"), include_str!("../data/phrases/en.csv"), include_str!("../data/phrases/dossier.csv")];
const OWNERS: &str = include_str!("../data/phrases/owners.csv");

/// Phrases that the weights are trained on.
pub fn phrases() -> Vec<Phrase> {
    PHRASES.iter().flat_map(|file| read(file)).collect()
}

/// The service of each answer.
pub fn owners() -> BTreeMap<String, String> {
    rows(OWNERS).map(|row| (field(&row, 0), field(&row, 1))).collect()
}

/// Reads `id,language,phrase` with a first line of names; rows without an id or phrase are left out.
pub fn read(file: &str) -> Vec<Phrase> {
    let phrases = rows(file).map(|row| Phrase { id: field(&row, 0), text: field(&row, 2) });
    phrases.filter(|phrase| !phrase.id.is_empty() && !phrase.text.is_empty()).collect()
}

/// What is shipped, with an office's own phrases.
///
/// # Errors
/// The shipped weights are damaged.
pub fn understanding(own: &[Phrase]) -> Result<Understanding, Damaged> {
    Understanding::new(WEIGHTS, CONCEPTS, own)
}

fn rows(file: &str) -> impl Iterator<Item = csv::StringRecord> {
    let reader = csv::ReaderBuilder::new().flexible(true).trim(csv::Trim::All).from_reader(file.trim_start_matches('\u{feff}').as_bytes());
    reader.into_records().filter_map(Result::ok)
}

fn field(row: &csv::StringRecord, at: usize) -> String {
    row.get(at).unwrap_or_default().to_owned()
}
