//! Concepts: words of both languages that mean the same at this counter.

use super::word::stem;
use crate::place::fold::{fold, is_han};
use std::collections::HashMap;

/// Words and the concepts they stand for.
#[derive(Debug, Default)]
pub struct Lexicon {
    names: Vec<String>,
    words: HashMap<String, Vec<usize>>,
    longest_han: usize,
    longest_latin: usize,
}

impl Lexicon {
    /// Reads lines of `name<TAB>word|word|...`; a line with `#` in front is a remark.
    pub fn read(text: &str) -> Self {
        let mut lexicon = Self::default();
        for (name, words) in text.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once('\t')) {
            let concept = lexicon.names.len();
            lexicon.names.push(name.to_owned());
            words.split('|').map(fold).filter(|word| !word.is_empty()).for_each(|word| lexicon.add(&word, concept));
        }
        lexicon
    }

    fn add(&mut self, word: &str, concept: usize) {
        let key = if word.contains(is_han) {
            let key: String = word.split(' ').collect();
            self.longest_han = self.longest_han.max(key.chars().count());
            key
        } else {
            let stems: Vec<String> = word.split(' ').map(stem).collect();
            self.longest_latin = self.longest_latin.max(stems.len());
            stems.join(" ")
        };
        let concepts = self.words.entry(key).or_default();
        if !concepts.contains(&concept) {
            concepts.push(concept);
        }
    }

    /// Stems of the English words.
    pub fn stems(&self) -> impl Iterator<Item = &str> {
        self.words.keys().flat_map(|key| key.split(' ')).filter(|word| word.is_ascii())
    }

    /// Names of the concepts in runs of Chinese characters and in English stems, sorted.
    pub fn find(&self, runs: &[Vec<char>], stems: &[String]) -> Vec<&str> {
        let mut found: Vec<usize> = Vec::new();
        for run in runs {
            for (at, _) in run.iter().enumerate() {
                let mut word = String::new();
                for sign in run.iter().skip(at).take(self.longest_han) {
                    word.push(*sign);
                    found.extend(self.words.get(&word).into_iter().flatten());
                }
            }
        }
        for (at, _) in stems.iter().enumerate() {
            let mut words = String::new();
            for stem in stems.iter().skip(at).take(self.longest_latin) {
                if !words.is_empty() {
                    words.push(' ');
                }
                words.push_str(stem);
                found.extend(self.words.get(&words).into_iter().flatten());
            }
        }
        found.sort_unstable();
        found.dedup();
        found.into_iter().filter_map(|concept| self.names.get(concept)).map(String::as_str).collect()
    }
}
