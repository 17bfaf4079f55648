//! Answers to questions that are often asked, and which of them fit some words.
//!
//! It compares words only: pieces of two characters of Chinese, whole words of other scripts. Rare pieces weigh more.
//! What no words fit is not an answer.

use super::read::Record;
use super::row::Row;
use super::{Bilingual, Kind, Table};
use crate::place::fold::{Parts, compact, fold};
use chrono::NaiveDate;
use std::collections::{BTreeSet, HashMap};

/// An answer must share at least this part of the weight of what was asked.
const LEAST: f64 = 0.34;
/// One that fits so much less than the best is left out.
const NEAR: f64 = 0.5;
/// From here an answer fits so well that it is shown at once.
const NEARLY: f64 = 0.7;
/// Most rows that are given.
const MOST: usize = 30;
/// Signs of a question that are read.
const READ: usize = 300;
/// Words that every question has.
const FILLERS: [&str; 44] = [
    "a", "an", "the", "is", "are", "do", "does", "did", "i", "my", "me", "we", "our", "you", "your", "it", "its", "to", "of", "in", "on",
    "for", "and", "or", "with", "can", "could", "what", "how", "when", "where", "which", "please", "hi", "hello", "about", "there", "be",
    "if", "at", "by", "have", "this", "that",
];
const FILLERS_ZH: [&str; 16] =
    ["请问", "你好", "您好", "我想", "想问", "一下", "怎么办", "是什么", "什么", "怎么", "怎样", "如何", "可以", "能不能", "谢谢", "吗"];

/// One answer.
#[derive(Debug, Clone, PartialEq)]
pub struct Answer {
    /// The operator's name of it.
    pub id: String,
    /// The service that it leads to.
    pub service: String,
    pub question: Bilingual,
    pub words: Bilingual,
    /// Law and article.
    pub source: Bilingual,
    /// The day somebody last checked it.
    pub as_of: NaiveDate,
    /// How people ask it.
    pub phrases_zh: Vec<String>,
    pub phrases_en: Vec<String>,
}

impl Record for Answer {
    const KIND: Kind = Kind::Answers;

    fn read(row: &mut Row<'_>) -> Self {
        let source = row.words("source").unwrap_or_default();
        Self {
            id: row.name("id").unwrap_or_default(),
            service: row.name("service").unwrap_or_default(),
            question: row.both("question_zh", "question_en"),
            words: row.both("answer_zh", "answer_en"),
            source: Bilingual::read(&source),
            as_of: row.day("as_of").unwrap_or_default(),
            phrases_zh: row.phrases("phrases_zh"),
            phrases_en: row.phrases("phrases_en"),
        }
    }

    fn key(&self) -> String {
        self.id.clone()
    }
}

impl Answer {
    /// Every wording of the question.
    fn ways(&self) -> impl Iterator<Item = &String> {
        let questions = [&self.question.zh, &self.question.en].into_iter().flatten();
        questions.chain(&self.phrases_zh).chain(&self.phrases_en)
    }
}

impl Table<Answer> {
    /// Answers that fit some words, best first.
    pub fn find(&self, words: &str) -> Vec<&Answer> {
        rank(&self.rows, |one| one.ways().cloned().collect(), words).into_iter().filter_map(|(row, _)| self.rows.get(row)).collect()
    }

    /// The answer that these words ask for, as the table itself words it: any whose question or phrase they are, else one
    /// that is not `learnt` otherwise and fits them nearly.
    pub fn said(&self, words: &str, learnt: impl Fn(&str) -> bool) -> Option<&Answer> {
        let asked = compact(&words.chars().take(READ).collect::<String>());
        if asked.is_empty() {
            return None;
        }
        if let Some(one) = self.rows.iter().find(|one| one.ways().any(|way| compact(way) == asked)) {
            return Some(one);
        }
        let own: Vec<&Answer> = self.rows.iter().filter(|one| !learnt(&one.id)).collect();
        let ranked = rank(&own, |one| one.ways().cloned().collect(), words);
        ranked.first().filter(|(_, score)| *score >= NEARLY).and_then(|(row, _)| own.get(*row).copied())
    }

    /// The answer of that name.
    pub fn by_id(&self, id: &str) -> Option<&Answer> {
        self.rows.iter().find(|answer| answer.id == id)
    }
}

/// Rows whose texts fit some words, best first, each with how well from 0 to 1. A row fits as well as its best text.
pub(super) fn rank<R>(rows: &[R], texts: impl Fn(&R) -> Vec<String>, words: &str) -> Vec<(usize, f64)> {
    let asked = pieces(words);
    if asked.is_empty() {
        return Vec::new();
    }
    let known: Vec<Vec<BTreeSet<String>>> = rows.iter().map(|row| texts(row).iter().map(|text| pieces(text)).collect()).collect();
    let mut rows_with: HashMap<&str, usize> = HashMap::new();
    for row in &known {
        let all: BTreeSet<&str> = row.iter().flatten().map(String::as_str).collect();
        all.into_iter().for_each(|piece| *rows_with.entry(piece).or_default() += 1);
    }
    let weight = |piece: &str| (1.0 + known.len() as f64 / (1.0 + *rows_with.get(piece).unwrap_or(&0) as f64)).ln();
    let sum = |pieces: &mut dyn Iterator<Item = &String>| pieces.map(|piece| weight(piece)).sum::<f64>();
    let total = sum(&mut asked.iter());
    let fit = |text: &BTreeSet<String>| {
        let shared = sum(&mut asked.intersection(text));
        // Mostly how much of what was asked is there; a little how much of the text was asked.
        let own = sum(&mut text.iter()).max(f64::MIN_POSITIVE);
        0.75 * shared / total + 0.25 * shared / own
    };
    let scores = known.iter().map(|row| row.iter().map(fit).fold(0.0, f64::max));
    let mut ranked: Vec<(usize, f64)> = scores.enumerate().filter(|(_, score)| *score >= LEAST).collect();
    ranked.sort_by(|one, other| other.1.total_cmp(&one.1).then(one.0.cmp(&other.0)));
    let best = ranked.first().map_or(0.0, |(_, score)| *score);
    ranked.retain(|(_, score)| *score >= best * NEAR);
    ranked.truncate(MOST);
    ranked
}

/// Pairs of Chinese characters, and words of other scripts without their plural `s`.
fn pieces(text: &str) -> BTreeSet<String> {
    let mut folded = fold(&text.chars().take(READ).collect::<String>());
    for filler in FILLERS_ZH {
        folded = folded.replace(filler, " ");
    }
    let parts = Parts::of(&folded);
    let mut pieces = BTreeSet::new();
    for run in parts.han {
        pieces.extend(run.windows(2).map(|pair| pair.iter().collect::<String>()));
        if let [one] = run.as_slice() {
            pieces.insert(one.to_string());
        }
    }
    for word in parts.words.iter().filter(|word| !FILLERS.contains(&word.as_str())) {
        let stem = word.strip_suffix('s').filter(|stem| stem.len() > 2 && !stem.ends_with('s')).unwrap_or(word);
        pieces.insert(stem.to_owned());
    }
    pieces
}
