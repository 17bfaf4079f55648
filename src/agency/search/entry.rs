//! An agency in all the forms it is compared in.

use super::area::Seat;
use super::gram::{self, Gram};
use super::score;
use crate::agency::name::{self, Name};
use crate::agency::sound;
use crate::place::fold::is_han;

/// Initials can be looked up by their first ones in these numbers.
const BEGINNINGS: [usize; 4] = [4, 5, 6, 8];

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Entry<'a> {
    pub seat: &'a Seat,
    /// The registered name.
    pub han: Name,
    /// The English name, if there is one.
    pub english: Option<Name>,
    /// Spellings of the mark of the Chinese name, the most common first.
    pub marks: Vec<String>,
    /// Spellings of its core.
    pub cores: Vec<String>,
    /// One spelling of the whole name, to forgive slips in the words of the trade.
    pub whole: String,
    /// Initials by the most common reading.
    pub initials: Vec<String>,
    /// Those by other readings.
    pub other_initials: Vec<String>,
}

impl Entry<'_> {
    /// The pieces that lead to this entry. Words of the trade lead to every entry, so they are none.
    pub fn grams(&self, grams: &mut Vec<Gram>) {
        grams.extend(gram::pairs(&self.han.core).chain(gram::singles(&self.han.mark)));
        for spelled in self.marks.iter().chain(&self.cores) {
            grams.extend(gram::threes(spelled));
        }
        grams.extend(self.marks.iter().map(|mark| gram::sound(mark)));
        grams.extend(self.marks.first().into_iter().flat_map(|mark| gram::remains(mark)));
        if let Some(english) = &self.english {
            grams.extend(gram::threes(&english.core));
            grams.extend(english.words.iter().flat_map(|word| gram::threes(word)));
            grams.push(gram::sound(&english.mark));
            grams.extend(gram::remains(&english.mark));
        }
        for written in self.initials.iter().chain(&self.other_initials) {
            grams.push(gram::initials(written));
            grams.extend(BEGINNINGS.iter().filter_map(|length| gram::beginning(written, *length)));
        }
    }
}

/// The pieces of one reading of a question.
pub(super) fn grams_of(asked: &Name) -> Vec<gram::Asked> {
    if asked.full.contains(is_han) {
        let sounds = sound::spellings(&asked.mark);
        let sounds = gram::whole(sounds.iter().map(|spelled| gram::sound(spelled)));
        return gram::whole(gram::pairs(&asked.core)).chain(gram::lone(gram::singles(&asked.mark))).chain(sounds).collect();
    }
    let words = asked.words.iter().flat_map(|word| gram::threes(word));
    let letters = gram::threes(&asked.core).chain(gram::threes(&asked.mark)).chain(words);
    let letters = letters.chain(gram::remains(&asked.mark));
    gram::whole(letters.chain([&asked.mark, &asked.core].map(|mark| gram::sound(mark)))).collect()
}

/// What to look up for initials that go on where the written ones end ("whkyzscq").
pub(super) fn beginning_of(written: &str) -> Option<Gram> {
    let enough = score::INITIALS_FOR_A_PART.contains(&written.len()) && written.is_ascii();
    let length = BEGINNINGS.into_iter().rev().find(|length| *length <= written.len());
    gram::beginning(written, length.filter(|_| enough)?)
}

/// Of an English name.
pub(super) fn first_letters(name: &Name) -> String {
    name.words.iter().filter_map(|word| word.chars().next()).collect()
}

/// Cuts the English name of an agency; `text` is folded.
pub(super) fn english(text: &str) -> Name {
    name::latin(text)
}
