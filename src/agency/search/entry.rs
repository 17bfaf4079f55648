//! An agency in all the forms it is compared in.

use super::area::Seat;
use super::gram::{self, Gram};
use super::score;
use crate::agency::name::{self, Name};
use crate::agency::sound;
use crate::place::fold::is_han;

/// Ends many names before the words of the trade; who writes initials often leaves it out.
const INTERNATIONAL: &str = "国际";

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

/// Words of the trade that end a name.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Tail {
    pub written: String,
    /// In Latin letters without blanks.
    pub spelled: String,
    pub initials: String,
}

impl Tail {
    pub fn new(written: &str) -> Self {
        let spelled = sound::spelling(written).replace(' ', "");
        Self { written: written.to_owned(), spelled, initials: sound::first_initials(written) }
    }
}

impl<'a> Entry<'a> {
    /// `tail` is what follows the core of the Chinese name, if the name is these two.
    pub fn new(seat: &'a Seat, (han, tail): (Name, Option<&Tail>), english: Option<Name>) -> Self {
        let (marks, cores) = (sound::spellings(&han.mark), sound::spellings(&han.core));
        let whole = match (tail, cores.first()) {
            (Some(tail), Some(core)) => [core.as_str(), &tail.spelled].concat(),
            _ => sound::spelling(&han.full),
        };
        let mut initials: Vec<String> = english.as_ref().map(first_letters).into_iter().collect();
        let mut other_initials = Vec::new();
        for (nth, written) in sound::initials(&han.mark).into_iter().enumerate() {
            if nth == 0 { &mut initials } else { &mut other_initials }.push(written);
        }
        for (nth, written) in sound::initials(&han.core).into_iter().enumerate() {
            let of_whole = tail.map(|tail| [written.as_str(), &tail.initials].concat());
            if nth == 0 { &mut initials } else { &mut other_initials }.extend(of_whole.into_iter().chain([written]));
        }
        if tail.is_none() {
            initials.push(sound::first_initials(&han.full));
        }
        initials.extend(han.core.strip_suffix(INTERNATIONAL).map(sound::first_initials));
        initials.retain(|initials| initials.len() > 1);
        other_initials.retain(|initials| initials.len() > 1);
        Self { seat, han, english, marks, cores, whole, initials, other_initials }
    }

    /// The pieces that lead to this entry, some of them twice. Words of the trade lead to every entry, so they are none.
    pub fn grams(&self, grams: &mut Vec<Gram>) {
        grams.extend(gram::pairs(&self.han.core).chain(gram::singles(&self.han.mark)));
        for spelled in [&self.marks, &self.cores] {
            gram::threes_of_all(spelled, grams);
        }
        grams.extend(self.marks.iter().map(|mark| gram::sound(mark)));
        grams.extend(self.marks.first().into_iter().flat_map(|mark| gram::remains(mark)));
        if let Some(english) = &self.english {
            if self.cores.first() != Some(&english.core) {
                grams.extend(gram::threes(&english.core));
            }
            grams.extend(english.words.iter().flat_map(|word| gram::threes(word)));
            grams.push(gram::sound(&english.mark));
            grams.extend(gram::remains(&english.mark));
        }
        for written in self.initials.iter().chain(&self.other_initials) {
            grams.push(gram::initials(written));
            grams.extend(BEGINNINGS.iter().filter_map(|length| gram::beginning(written, *length)));
        }
    }

    /// Whether some initials begin like this.
    pub fn begins_with_initials(&self, written: &str) -> bool {
        self.initials.iter().chain(&self.other_initials).any(|initials| initials.starts_with(written))
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
