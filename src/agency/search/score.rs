//! How well a name fits a question: the second, exact step of a search.
//!
//! | points | meaning |
//! |---|---|
//! | 950 - 1000 | the same name, as far as it was written |
//! | [`MATCH`] - 949 | a part of the name, its sound, its initials, or a slip that leaves little doubt |
//! | [`CLOSE`] - 799 | perhaps meant |
//!
//! ## Why
//! Names of two characters are common and one other character is another firm, and fraud lives on names that look alike.
//! So what is written in Chinese with other characters is never a match, not even by the same sound; what is
//! written in Latin letters is long enough that one slip leaves little doubt.

use super::entry::Entry;
use crate::agency::name::Name;
use crate::agency::sound;
use crate::place::fold::is_han;

/// The name itself.
pub(super) const SAME: u16 = 950;
/// The name with its place, without the words of the trade.
const CORE: u16 = 990;
/// From here on it is a match.
pub(super) const MATCH: u16 = 800;
/// One slip in a long Latin name; does not count beside the name itself.
pub(super) const SLIP: u16 = 805;
/// From here on it was perhaps meant.
pub(super) const CLOSE: u16 = 550;
/// The right mark in another province.
const ELSEWHERE: u16 = 650;
/// A Latin name as long as this is the same firm with one slip.
const LETTERS_FOR_A_SLIP: usize = 6;
/// A Latin name as long as this is the same firm with two slips.
const LETTERS_FOR_TWO_SLIPS: usize = 10;
/// So many initials may be the first ones of longer ones.
pub(super) const INITIALS_FOR_A_PART: std::ops::RangeInclusive<usize> = 4..=20;
/// A name written in one go with the words of the trade, in letters.
const LONG_LATIN: usize = 16;

/// One reading of a question, prepared for many comparisons.
pub(super) struct Asked {
    pub name: Name,
    /// How a Chinese name sounds; empty for a Latin one.
    sounds: Vec<String>,
    is_han: bool,
}

impl Asked {
    pub fn new(name: Name) -> Self {
        let is_han = name.full.contains(is_han);
        let sounds = if is_han { sound::spellings(&name.mark) } else { Vec::new() };
        Self { name, sounds, is_han }
    }

    pub fn score(&self, entry: &Entry) -> u16 {
        let points = if self.is_han { self.han(entry) } else { self.latin(entry) };
        let elsewhere = !self.name.seats.is_empty()
            && !entry.seat.province.is_empty()
            && !self.name.seats.iter().any(|seat| seat.province == Some(entry.seat.province.as_str()));
        let points = if elsewhere && points < CORE { points.min(ELSEWHERE) } else { points };
        points.max(self.as_mark(entry))
    }

    /// What looks like a place may be the mark itself: 安康 is a city and a wish, "jianhua" begins with Ji'an.
    fn as_mark(&self, entry: &Entry) -> u16 {
        let asked = &self.name;
        if asked.seats.is_empty() || asked.core.is_empty() {
            return 0;
        }
        if self.is_han {
            let part = if entry.han.mark.starts_with(&asked.core) { part(&asked.core, &entry.han.mark) } else { 0 };
            return if asked.core == entry.han.mark { 970 } else { part };
        }
        let fits = |known: &String| {
            let letters = if asked.is_general() { 0 } else { known.len().min(asked.core.len()) };
            let slip = latin_slip((&asked.core, known), letters);
            if *known == asked.core { 970 } else { latin_part(&asked.core, known).max(slip) }
        };
        entry.marks.iter().chain(entry.english.as_ref().map(|english| &english.mark)).map(fits).max().unwrap_or(0)
    }

    fn han(&self, entry: &Entry) -> u16 {
        let (asked, known) = (&self.name, &entry.han);
        if asked.full == known.full {
            return 1000;
        }
        if asked.core == known.core && !asked.is_general() {
            return CORE;
        }
        let general = asked.is_general();
        let beginning = known.full.starts_with(&asked.full) && !general;
        let points = [
            if general { 0 } else { same_mark(asked, known) },
            if beginning { SAME } else { 0 },
            slip_in_the_rest(asked, known),
            if general { 0 } else { part(&asked.mark, &known.mark) },
            if general { 0 } else { han_slip(asked, known) },
            if !general && self.sounds.iter().any(|sound| entry.marks.contains(sound)) { 780 } else { 0 },
        ];
        points.into_iter().max().unwrap_or(0)
    }

    fn latin(&self, entry: &Entry) -> u16 {
        let asked = &self.name;
        if asked.full == entry.whole || entry.english.as_ref().is_some_and(|english| english.full == asked.full) {
            return 1000;
        }
        if asked.is_general() {
            return 0;
        }
        let english = entry.english.as_ref();
        let cores = || entry.cores.iter().chain(english.map(|english| &english.core));
        let marks = || entry.marks.iter().chain(english.map(|english| &english.mark));
        if cores().any(|core| *core == asked.core) {
            return CORE;
        }
        if marks().any(|mark| *mark == asked.mark || *mark == asked.core) {
            return 970;
        }
        let parts = marks().map(|known| latin_part(&asked.mark, known)).chain(cores().map(|known| latin_part(&asked.core, known)));
        let letters = marks().map(String::len).chain([asked.mark.len()]).min().unwrap_or(0);
        let slips = marks()
            .map(|known| latin_slip((&asked.mark, known), letters))
            .chain(cores().map(|known| latin_slip((&asked.core, known), letters)));
        let points = [
            initials(asked, entry),
            parts.max().unwrap_or(0),
            slips.max().unwrap_or(0),
            english.map_or(0, |english| words(&asked.words, &english.words)),
            long_slip(asked, entry),
        ];
        points.into_iter().max().unwrap_or(0)
    }
}

fn same_mark(asked: &Name, known: &Name) -> u16 {
    if asked.mark == known.mark || asked.core == known.mark || asked.mark == known.core { 970 } else { 0 }
}

/// The mark is right and a slip is in the place or in the words of the trade.
fn slip_in_the_rest(asked: &Name, known: &Name) -> u16 {
    let (long, short) = (length(&asked.full).max(length(&known.full)), length(&asked.full).min(length(&known.full)));
    if short < 6 || long - short > 2 || length(&known.mark) < 2 || !asked.full.contains(&known.mark) {
        return 0;
    }
    match slips(&asked.full, &known.full) {
        slips @ 0..=2 => 940 - 30 * points(slips),
        _ => 0,
    }
}

/// One is a part of the other.
fn part(asked: &str, known: &str) -> u16 {
    let (long, short) = (length(asked).max(length(known)), length(asked).min(length(known)));
    if short == 0 || (short == 1 && !known.starts_with(asked)) {
        return 0;
    }
    let share = points(100 * short / long);
    if known.starts_with(asked) {
        840 + share
    } else if known.contains(asked) {
        820 + share
    } else if asked.starts_with(known) && short > 1 {
        500 + share * 45 / 10
    } else if asked.contains(known) && short > 1 {
        450 + share * 45 / 10
    } else {
        0
    }
}

/// Other characters, so at best a name that was perhaps meant.
fn han_slip(asked: &Name, known: &Name) -> u16 {
    let longest = length(&asked.mark).max(length(&known.mark));
    let of_mark = slips(&asked.mark, &known.mark);
    let alike = points(1000 * longest.saturating_sub(of_mark) / longest.max(1));
    // One of two characters is enough only with the rest of the name around it.
    let around = asked.full.len() > asked.mark.len() && length(&asked.full).abs_diff(length(&known.full)) <= 1;
    let whole = if around { slips(&asked.full, &known.full) } else { usize::MAX };
    match (alike, whole) {
        (500.., 1) => 720,
        (500.., 2) => 640,
        (600.., _) => alike.min(780),
        (500.., _) if asked.full.len() > asked.mark.len() => 560,
        _ => 0,
    }
}

fn initials(asked: &Name, entry: &Entry) -> u16 {
    let written = |initials: &String| *initials == asked.core || *initials == asked.full || *initials == asked.mark;
    let longer = |initials: &String| INITIALS_FOR_A_PART.contains(&asked.full.len()) && initials.starts_with(&asked.full);
    if entry.initials.iter().any(written) {
        870
    } else if entry.initials.iter().any(longer) {
        MATCH
    } else {
        0
    }
}

fn latin_part(asked: &str, known: &str) -> u16 {
    let (long, short) = (asked.len().max(known.len()), asked.len().min(known.len()));
    let share = points(100 * short / long.max(1));
    if short >= 3 && known.starts_with(asked) {
        820 + share
    } else if short >= 5 && known.contains(asked) {
        810 + share
    } else if short >= 5 && asked.starts_with(known) {
        500 + share * 45 / 10
    } else {
        0
    }
}

/// `letters` is how long the mark is; a place in front of it must not make a short mark look long.
fn latin_slip((asked, known): (&str, &str), letters: usize) -> u16 {
    if letters < 4 || asked.len().abs_diff(known.len()) > 3 {
        return 0;
    }
    match slips(asked, known) {
        1 if letters >= LETTERS_FOR_A_SLIP => SLIP,
        1 => 720,
        2 if letters >= LETTERS_FOR_TWO_SLIPS => MATCH,
        2 if letters >= LETTERS_FOR_A_SLIP => 680,
        3 if letters >= LETTERS_FOR_TWO_SLIPS => 640,
        _ => 0,
    }
}

/// Slips anywhere in a name with all its words of the trade.
fn long_slip(asked: &Name, entry: &Entry) -> u16 {
    let english = entry.english.iter().map(|english| (&english.full, &english.mark));
    let spelled = entry.marks.iter().map(|mark| (&entry.whole, mark));
    let known = english.chain(spelled).filter(|(whole, _)| asked.full.len() >= LONG_LATIN && whole.len().abs_diff(asked.full.len()) <= 2);
    known
        .map(|(whole, mark)| match slips(&asked.full, whole) {
            slips @ 0..=2 if mark.len() > 3 && asked.full.contains(mark) => 940 - 30 * points(slips),
            1 if mark.len() >= LETTERS_FOR_A_SLIP => SLIP,
            1 => 720,
            2 if mark.len() >= LETTERS_FOR_A_SLIP => 680,
            _ => 0,
        })
        .max()
        .unwrap_or(0)
}

/// The words of an English name in any order, some of them left out.
fn words(asked: &[String], known: &[String]) -> u16 {
    let letters = |words: &[String]| words.iter().map(String::len).sum::<usize>().max(1);
    let fits = |word: &String, other: &String| {
        let slip = || word.len() >= LETTERS_FOR_A_SLIP && word.len().abs_diff(other.len()) <= 1 && slips(word, other) <= 1;
        word == other || (word.len() >= 3 && other.starts_with(word.as_str())) || slip()
    };
    let found: Vec<&String> = asked.iter().filter(|word| known.iter().any(|other| fits(word, other))).collect();
    let found = found.iter().map(|word| word.len()).sum::<usize>();
    let (of_asked, of_known) = (100 * found / letters(asked), (100 * found / letters(known)).min(100));
    match of_asked {
        100 if found >= 3 => 800 + points(of_known),
        75.. if found >= 6 => 550 + points(of_known),
        _ => 0,
    }
}

/// Signs left out, added, replaced or exchanged with their neighbour. What both begin and end with is cut off first: in names
/// of one trade that is most of them.
fn slips(one: &str, other: &str) -> usize {
    let begin: usize = one.chars().zip(other.chars()).take_while(|(one, other)| one == other).map(|(sign, _)| sign.len_utf8()).sum();
    let (one, other) = (one.get(begin..).unwrap_or_default(), other.get(begin..).unwrap_or_default());
    let end = |(one, other): &(char, char)| one == other;
    let end: usize = one.chars().rev().zip(other.chars().rev()).take_while(end).map(|(sign, _)| sign.len_utf8()).sum();
    let (one, other) = (one.get(..one.len() - end).unwrap_or_default(), other.get(..other.len() - end).unwrap_or_default());
    strsim::osa_distance(one, other)
}

fn length(text: &str) -> usize {
    text.chars().count()
}

fn points(number: usize) -> u16 {
    u16::try_from(number).unwrap_or(u16::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn one_sign_left_out_added_replaced_or_exchanged_is_one_slip() {
        for other in ["开元", "武开元", "武汉开天元", "武汉天元", "武开汉元"] {
            assert_eq!(slips("武汉开元", other), if other == "开元" { 2 } else { 1 }, "{other}");
        }
        assert_eq!(slips("", ""), 0);
        assert_eq!(slips("aaa", "aa"), 1);
    }

    proptest! {
        #[test]
        fn cutting_off_what_is_the_same_changes_no_count(one in "[ab开]{0,8}", other in "[ab开]{0,8}") {
            prop_assert_eq!(slips(&one, &other), strsim::osa_distance(&one, &other));
        }
    }
}
