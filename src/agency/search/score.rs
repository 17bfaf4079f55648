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
use crate::agency::name::{Name, has_form, slips};
use crate::agency::sound;
use crate::place::fold::is_han;

/// All of the name.
pub(super) const WHOLE: u16 = 1000;
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
const LONG_LATIN: usize = 9;

/// The whole name but for one character.
const ONE_SLIP: u16 = 790;
/// A whole Chinese name of so many characters with one slip is perhaps the one, even if the slip joined mark and trade.
const LONG_HAN: usize = 8;
/// Other characters with the same sound.
const SOUND: u16 = 762;
const RARE_SOUND: u16 = 600;
/// The name as far as it was written, without the place in front.
const FROM_THE_MARK: u16 = 940;
/// At most for what begins or holds a spelling by a rarer reading.
const PART_OF_RARE_SOUND: u16 = 864;
/// The right mark in another city than the one that was named with it.
const OTHER_CITY: u16 = 803;
/// A firm whose mark is a part of the one that was named in full.
const OTHER_FIRM: u16 = 700;
/// From here on names are no nearer or farther.
const FAR: usize = 5;

/// One reading of a question, prepared for many comparisons.
pub(super) struct Asked {
    pub name: Name,
    /// How a Chinese name sounds; empty for a Latin one.
    sounds: Vec<String>,
    is_han: bool,
    /// What a part of a mark is worth. A name with its legal form is not a part of another name.
    most_of_a_part: u16,
}

impl Asked {
    pub fn new(name: Name) -> Self {
        let is_han = name.full.contains(is_han);
        let sounds = if is_han { sound::spellings(&name.mark) } else { Vec::new() };
        let most_of_a_part = if has_form(&name.full) { OTHER_FIRM } else { SAME };
        Self { name, sounds, is_han, most_of_a_part }
    }

    pub fn score(&self, entry: &Entry<'_>) -> u16 {
        let points = if self.is_han { self.han(entry) } else { self.latin(entry) };
        let elsewhere = !self.name.seats.is_empty()
            && !entry.seat.province.is_empty()
            && !self.name.seats.iter().any(|seat| seat.province == Some(entry.seat.province.as_str()));
        let points = if elsewhere && points < CORE { points.min(ELSEWHERE) } else { points };
        points.max(self.as_mark(entry))
    }

    /// How far an entry with the same points is from what was written, up to [`FAR`]: 0 where all of it stands in the name.
    pub fn distance(&self, entry: &Entry<'_>) -> usize {
        let asked = &self.name.full;
        let spelled = || [Some(&entry.whole), entry.english.as_ref().map(|english| &english.full)].into_iter().flatten();
        let known: Vec<&String> = if self.is_han { vec![&entry.han.full] } else { spelled().collect() };
        let far = |known: &&String| {
            let near = known.len().abs_diff(asked.len()) <= FAR * if self.is_han { 3 } else { 1 };
            if known.contains(asked.as_str()) {
                0
            } else if near {
                slips(asked, known).min(FAR)
            } else {
                FAR
            }
        };
        known.iter().map(far).min().unwrap_or(FAR)
    }

    /// What looks like a place may be the mark itself: 安康 is a city and a wish, "jianhua" begins with Ji'an.
    fn as_mark(&self, entry: &Entry<'_>) -> u16 {
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

    fn han(&self, entry: &Entry<'_>) -> u16 {
        let (asked, known) = (&self.name, &entry.han);
        if asked.full == known.full {
            return WHOLE;
        }
        let told_apart = !asked.seats.is_empty() || known.full.starts_with(&asked.full);
        if asked.core == known.core && !asked.is_general() && told_apart {
            return CORE;
        }
        let general = asked.is_general();
        let beginning = known.full.starts_with(&asked.full) && !general;
        let points = [
            if general { 0 } else { same_mark(asked, known) },
            if beginning { SAME } else { 0 },
            if general { 0 } else { from_the_mark(asked, known) },
            slip_in_the_rest(asked, known),
            if general { 0 } else { part(&asked.mark, &known.mark).min(self.most_of_a_part) },
            han_slip(asked, known),
            if general { 0 } else { self.same_sound(entry) },
        ];
        points.into_iter().max().unwrap_or(0)
    }

    /// Other characters that sound the same, by their common readings or by others.
    fn same_sound(&self, entry: &Entry<'_>) -> u16 {
        match self.sounds.first() == entry.marks.first() {
            true => SOUND,
            false if self.sounds.iter().any(|sound| entry.marks.contains(sound)) => RARE_SOUND,
            false => 0,
        }
    }

    /// The name was written with its city and its form, and the city is another.
    fn names_another_city(&self, entry: &Entry<'_>) -> bool {
        let mut cities = self.name.seats.iter().filter_map(|seat| seat.city).peekable();
        let named = has_form(&self.name.full) && !entry.seat.city.is_empty() && cities.peek().is_some();
        named && cities.all(|city| city != entry.seat.city)
    }

    pub fn is_latin(&self) -> bool {
        !self.is_han
    }

    /// At this distance: all of a name with its words of the trade, and one slip at most.
    pub fn is_nearly_whole(&self, distance: usize) -> bool {
        distance <= 1 && has_form(&self.name.full) && self.name.full.len() >= LONG_LATIN
    }

    fn latin(&self, entry: &Entry<'_>) -> u16 {
        let asked = &self.name;
        if asked.full == entry.whole || entry.english.as_ref().is_some_and(|english| english.full == asked.full) {
            return WHOLE;
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
            return if self.names_another_city(entry) { OTHER_CITY } else { 970 };
        }
        let of = |asked: &str, spelled: &[String]| {
            let parts = spelled.iter().enumerate().map(|(nth, known)| (nth, latin_part(asked, known)));
            parts.map(|(nth, part)| if nth == 0 { part } else { part.min(PART_OF_RARE_SOUND) }).max().unwrap_or(0)
        };
        let of_english = english.map(|english| latin_part(&asked.mark, &english.mark).max(latin_part(&asked.core, &english.core)));
        let parts = [of(&asked.mark, &entry.marks), of(&asked.core, &entry.cores)].into_iter().chain(of_english);
        let part = parts.max().unwrap_or(0).min(self.most_of_a_part);
        let short = |marks: &mut dyn Iterator<Item = usize>| marks.chain([asked.mark.len()]).min().unwrap_or(0);
        let of_mark = |known: &String| latin_slip((&asked.mark, known), short(&mut [known.len()].into_iter()));
        let spelled = short(&mut entry.marks.iter().map(String::len));
        let of_spelled = entry.cores.iter().map(|known| latin_slip((&asked.core, known), spelled));
        let of_english = english.map(|english| latin_slip((&asked.core, &english.core), short(&mut [english.mark.len()].into_iter())));
        let slip = marks().map(of_mark).chain(of_spelled).chain(of_english).max().unwrap_or(0);
        let points =
            [initials(asked, entry), part, slip, english.map_or(0, |english| words(&asked.words, &english.words)), long_slip(asked, entry)];
        points.into_iter().max().unwrap_or(0)
    }
}

fn same_mark(asked: &Name, known: &Name) -> u16 {
    if asked.mark == known.mark || asked.core == known.mark || asked.mark == known.core { 970 } else { 0 }
}

/// The words of the trade were broken off behind the mark ("开元知识产").
fn from_the_mark(asked: &Name, known: &Name) -> u16 {
    let rest = asked.full.strip_prefix(known.mark.as_str()).filter(|rest| !rest.is_empty());
    let behind = known.full.find(&known.mark).and_then(|at| known.full.get(at + known.mark.len()..));
    match rest.zip(behind) {
        Some((rest, behind)) if length(&known.mark) > 1 && behind.starts_with(rest) => FROM_THE_MARK,
        _ => 0,
    }
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
        (_, 1) if asked.full.chars().count() >= LONG_HAN => ONE_SLIP,
        (500.., 1) => ONE_SLIP,
        (500.., 2) => 765,
        (600.., _) => alike.min(760),
        (500.., _) if asked.full.len() > asked.mark.len() => 560,
        _ => 0,
    }
}

fn initials(asked: &Name, entry: &Entry<'_>) -> u16 {
    let written = |initials: &String| *initials == asked.core || *initials == asked.full || *initials == asked.mark;
    let longer = |initials: &String| INITIALS_FOR_A_PART.contains(&asked.full.len()) && initials.starts_with(&asked.full);
    let all = || entry.initials.iter().chain(&entry.other_initials);
    // Of "鑫义知识产权代理(成都)" what stands apart in the name was put together.
    let put_together = || !entry.han.full.starts_with(&entry.han.core) && sound::first_initials(&entry.han.core) == asked.full;
    if entry.initials.iter().any(written) {
        if put_together() { 867 } else { 870 }
    } else if all().any(written) {
        865
    } else if entry.initials.iter().any(longer) {
        802
    } else if all().any(longer) {
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
fn long_slip(asked: &Name, entry: &Entry<'_>) -> u16 {
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
    let fits = |word: &String, other: &String| word == other || (word.len() >= 3 && other.starts_with(word.as_str()));
    let slip = |word: &String, other: &String| {
        word.len() >= LETTERS_FOR_A_SLIP && word.len().abs_diff(other.len()) <= 1 && slips(word, other) <= 1
    };
    let of_words = |fits: &dyn Fn(&String, &String) -> bool| {
        let found = asked.iter().filter(|word| known.iter().any(|other| fits(word, other)));
        found.map(String::len).sum::<usize>()
    };
    let written = of_words(&fits);
    let found = of_words(&|word, other| fits(word, other) || slip(word, other));
    let (of_asked, of_known) = (100 * found / letters(asked), (100 * found / letters(known)).min(100));
    match of_asked {
        100 if written == found && found >= 3 => MATCH + points(of_known),
        100 if found >= 3 => MATCH,
        75.. if found >= 6 => CLOSE + points(of_known),
        _ => 0,
    }
}

fn length(text: &str) -> usize {
    text.chars().count()
}

fn points(number: usize) -> u16 {
    u16::try_from(number).unwrap_or(u16::MAX)
}
