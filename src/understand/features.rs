//! A text as numbered features with values.

use super::lexicon::Lexicon;
use super::word::{Speller, stem};
use crate::place::fold::{Parts, fold};
use pinyin::ToPinyin;

/// A kind of feature, and how much all of its features count together.
const WEIGHTS: [f32; 9] = [0.6, 1.0, 0.8, 0.5, 1.2, 0.8, 0.4, 0.8, 1.0];
const CONCEPT_PAIRS: f32 = 0.6;
const HAN: [(u8, usize); 3] = [(0, 1), (1, 2), (2, 3)];
const SOUND: u8 = 3;
const WORD: u8 = 4;
const WORD_PAIR: u8 = 5;
const NEAR_WORDS: u8 = 6;
const SIGNS: u8 = 7;
const CONCEPT: u8 = 8;
const CONCEPT_PAIR: u8 = 9;
/// What an unknown feature adds to the square of its kind's length.
const UNKNOWN: f32 = 4.0;
/// Longest text that is looked at, in characters: longer ones say their matter early.
const LONGEST: usize = 400;
/// Numbers that mean something by themselves.
const TELLING: [&str; 7] = ["337", "29490", "4000", "12330", "12345", "12315", "301"];
/// English words that say little about what is meant.
pub(super) const FILLERS: &[&str] = &[
    "a", "an", "the", "of", "to", "in", "on", "at", "for", "and", "or", "is", "be", "it", "that", "this", "with", "by", "as", "so",
    "please", "hi", "hello", "just",
];

/// Features as found: kind and hash, with repetitions.
pub type Raw = Vec<(u8, u32)>;

/// Features of a text.
pub fn raw(text: &str, lexicon: &Lexicon, speller: &Speller) -> Raw {
    let text: String = text.chars().take(LONGEST).collect();
    let Parts { han: runs, words } = Parts::of(&fold(&text));
    let mut found = Raw::new();
    for run in &runs {
        of_run(run, &mut found);
    }
    let stems: Vec<String> = words.iter().map(|word| stem_of(word, speller)).collect();
    of_words(&words, &stems, &mut found);
    let concepts = lexicon.find(&runs, &stems);
    for (at, one) in concepts.iter().enumerate() {
        found.push((CONCEPT, hash(CONCEPT, &[one])));
        found.extend(concepts.iter().skip(at + 1).map(|other| (CONCEPT_PAIR, hash(CONCEPT_PAIR, &[one, other]))));
    }
    found
}

/// Values of the features that `known` numbers and weighs: each kind has its share, whatever the length of the text.
pub fn vector(raw: &Raw, known: impl Fn(u32) -> Option<(u32, f32)>) -> Vec<(u32, f32)> {
    let mut sorted = raw.clone();
    sorted.sort_unstable();
    let mut values: Vec<(u8, u32, f32)> = Vec::new();
    let mut lengths = [0f32; 10];
    for group in sorted.chunk_by(|one, other| one == other) {
        let Some((kind, feature)) = group.first() else { continue };
        let length = &mut lengths[usize::from(*kind)];
        let Some((number, rarity)) = known(*feature) else {
            *length += UNKNOWN;
            continue;
        };
        let value = (1.0 + (group.len() as f32).ln()) * rarity;
        *length += value * value;
        values.push((*kind, number, value));
    }
    let weight = |kind: usize| WEIGHTS.get(kind).copied().unwrap_or(CONCEPT_PAIRS);
    let total: f32 = lengths.iter().enumerate().filter(|(_, length)| **length > 0.0).map(|(kind, _)| weight(kind).powi(2)).sum();
    let scaled = |(kind, number, value): (u8, u32, f32)| {
        let kind = usize::from(kind);
        (number, value * weight(kind) / lengths[kind].sqrt() / total.sqrt())
    };
    values.into_iter().map(scaled).collect()
}

/// Words of a folded text that are not Chinese, without numbers, as stems.
pub fn stems(text: &str) -> Vec<String> {
    Parts::of(&fold(text)).words.iter().filter(|word| number(word).is_none()).map(|word| stem(word)).collect()
}

fn of_run(run: &[char], found: &mut Raw) {
    let framed: Vec<char> = ['^'].into_iter().chain(run.iter().copied()).chain(['$']).collect();
    for (kind, length) in HAN {
        let signs = if length == 1 { run } else { &framed };
        found.extend(signs.windows(length).map(|part| (kind, hash(kind, &[&part.iter().collect::<String>()]))));
    }
    let sounds: Vec<&str> = run.iter().map(|sign| sign.to_pinyin().map_or("", |sound| sound.plain())).collect();
    found.extend(sounds.windows(2).map(|pair| (SOUND, hash(SOUND, pair))));
}

fn of_words(words: &[String], stems: &[String], found: &mut Raw) {
    if words.is_empty() {
        return;
    }
    found.extend(stems.iter().map(|stem| (WORD, hash(WORD, &[stem]))));
    let framed: Vec<&str> = ["^"].into_iter().chain(stems.iter().map(String::as_str)).chain(["$"]).collect();
    found.extend(framed.windows(2).map(|pair| (WORD_PAIR, hash(WORD_PAIR, pair))));
    let telling: Vec<&str> = stems.iter().map(String::as_str).filter(|stem| !FILLERS.contains(stem)).collect();
    for (at, one) in telling.iter().enumerate() {
        let pairs = telling.iter().skip(at + 1).take(3).map(|other| if one < other { [*one, *other] } else { [*other, *one] });
        found.extend(pairs.map(|pair| (NEAR_WORDS, hash(NEAR_WORDS, &pair))));
    }
    for word in words.iter().filter(|word| number(word).is_none()) {
        let signs: Vec<char> = [' '].into_iter().chain(word.chars()).chain([' ']).collect();
        for length in 3..=5 {
            found.extend(signs.windows(length).map(|part| (SIGNS, hash(SIGNS, &[&part.iter().collect::<String>()]))));
        }
    }
}

fn stem_of(word: &str, speller: &Speller) -> String {
    let stem = number(word).unwrap_or_else(|| stem(word));
    speller.right(&stem).map_or(stem.clone(), str::to_owned)
}

/// A number by how long it is, unless it is telling by itself.
fn number(word: &str) -> Option<String> {
    let digits = word.bytes().filter(u8::is_ascii_digit).count();
    let class = match digits {
        0 => return None,
        1..=2 => 2,
        3..=5 => digits,
        6..=8 => 8,
        9..=10 => 10,
        11 => 11,
        _ => 13,
    };
    (!TELLING.contains(&word)).then(|| format!("#{class}"))
}

/// FNV-1a over the parts, mixed once more.
fn hash(kind: u8, parts: &[&str]) -> u32 {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64 ^ u64::from(kind);
    for byte in parts.iter().flat_map(|part| part.bytes().chain([0xff])) {
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    }
    hash ^= hash >> 32;
    hash = hash.wrapping_mul(0x9E37_79B9_7F4A_7C15);
    u32::try_from(hash >> 32).unwrap_or_default()
}
