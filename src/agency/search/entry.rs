//! An agency in all the forms it is compared in, made once when the index is built.

use super::area::{Map, Seat};
use super::gram::{self, Gram};
use crate::agency::name::{self, Name};
use crate::agency::{Agency, sound};
use crate::place::fold::{fold, is_han};

#[derive(Debug, Clone)]
pub(super) struct Entry {
    pub seat: Seat,
    /// The registered name.
    pub han: Name,
    /// The English name, if there is one.
    pub english: Option<Name>,
    /// Spellings of the mark of the Chinese name.
    pub marks: Vec<String>,
    /// Spellings of its core.
    pub cores: Vec<String>,
    /// One spelling of the whole name, to forgive slips in the words of the trade.
    pub whole: String,
    pub initials: Vec<String>,
}

impl Entry {
    pub fn new(agency: &Agency, map: &Map) -> Self {
        let han = name::han(&fold(&agency.name));
        let english = agency.name_en.as_deref().map(|english| name::latin(&fold(english)));
        let mut initials: Vec<String> = [&han.mark, &han.core].into_iter().flat_map(|name| sound::initials(name)).collect();
        if let Some(trade) = han.full.strip_prefix(&han.core) {
            let trade = sound::first_initials(trade);
            initials.extend(sound::initials(&han.core).into_iter().map(|core| core + &trade));
        }
        initials.extend(english.iter().map(|english| first_letters(&english.words)));
        initials.retain(|initials| initials.len() > 1);
        initials.sort();
        initials.dedup();
        Self {
            seat: map.seat(agency),
            marks: sound::spellings(&han.mark),
            cores: sound::spellings(&han.core),
            whole: sound::spelling(&han.full),
            initials,
            english,
            han,
        }
    }

    /// The pieces that lead to this entry.
    pub fn grams(&self) -> Vec<Gram> {
        let mut grams: Vec<Gram> = gram::pairs(&self.han.full).chain(gram::singles(&self.han.mark)).collect();
        for spelled in self.marks.iter().chain(&self.cores) {
            grams.extend(gram::threes(spelled));
        }
        if let Some(english) = &self.english {
            grams.extend(gram::threes(&english.core));
            grams.extend(english.words.iter().flat_map(|word| gram::threes(word)));
        }
        grams
    }
}

/// The pieces of one reading of a question.
pub(super) fn grams_of(asked: &Name) -> Vec<Gram> {
    if !asked.full.contains(is_han) {
        let mut grams = gram::threes(&asked.core);
        grams.extend(gram::threes(&asked.mark));
        grams.extend(asked.words.iter().flat_map(|word| gram::threes(word)));
        return grams;
    }
    let mut grams: Vec<Gram> = gram::pairs(&asked.full).chain(gram::singles(&asked.mark)).collect();
    grams.extend(sound::spellings(&asked.mark).iter().take(2).flat_map(|spelled| gram::threes(spelled)));
    grams
}

fn first_letters(words: &[String]) -> String {
    words.iter().filter_map(|word| word.chars().next()).collect()
}
