//! Which entries share rare pieces of text with a question: the first, coarse step of a search.
//!
//! Pieces are one or two Chinese characters, three Latin letters, and whole marks and initials. The rarer a piece, the more
//! it counts (inverse document frequency), and the rarest are looked up first: a search stops reading lists when it has read
//! enough.
//!
//! ## Why
//! A piece is kept as a hash of 32 bits and a list of entries as the distances between them, mostly one byte each; the pieces
//! themselves stand in order, so they too are kept as distances: a million names need some 150 megabytes. Two pieces with one
//! hash only bring a few more candidates, and every candidate is compared exactly.
//!
//! Every worker writes down the pieces of its entries in sorted runs, packed; then the runs are joined, one sixty-fourth of all
//! pieces after the other. So pieces are made once, all processors work all the time, and on the way there is never much more
//! than the packed pieces twice.

use super::workers;
use crate::place::fold::is_han;
use std::sync::atomic::{AtomicUsize, Ordering};

/// A piece of text and what it is a piece of, hashed.
pub(super) type Gram = u32;

/// A lone character says less than a pair.
const WEIGHT_OF_ONE: f32 = 0.6;
/// Steps of a weight; finer ones change no order that matters.
const STEPS: f32 = 16.0;
/// So many entries of lists are read for one question, and then no further list is begun.
const ENOUGH: usize = 1_200_000;

/// Marks of so many letters have few runs of three that a slip leaves whole.
const SHORT: std::ops::RangeInclusive<usize> = 3..=10;

/// Packed, the pieces of an entry need less.
const BYTES_AN_ENTRY: usize = 256;

/// Pieces are sorted by this number of their first bits, then the rest of them.
const SHELF_BITS: u32 = 6;
const SHELVES: usize = 1 << SHELF_BITS;
/// Lists that are read one after the other to find one of them.
const ROW: usize = 16;
/// A run is ended when it has so many pieces: some 24 megabytes a worker.
const RUN: usize = 1_500_000;
/// Of fewer pieces the order is found by comparing them.
const FEW: usize = 4_096;

/// A piece of a question with how much it counts beside its rarity.
pub(super) type Asked = (Gram, f32);

/// Pieces to the entries that have them.
#[derive(Debug, Clone, Default)]
pub(super) struct Grams {
    /// By the first bits of the pieces.
    shelves: Vec<Shelf>,
    entries: usize,
}

/// The lists of neighbouring pieces, in the order of the pieces.
///
/// A list is written as the distance of its piece to the one before, how many entries it has, how many bytes follow (if it has
/// more than one entry), and the distances from one entry to the next. All numbers have seven bits a byte, the last byte of
/// each without the high bit.
#[derive(Debug, Clone, Default)]
struct Shelf {
    /// The first piece of every row of lists.
    firsts: Vec<Gram>,
    /// Where each row begins in `bytes`.
    starts: Vec<u32>,
    bytes: Vec<u8>,
}

/// The entries of one piece.
#[derive(Clone, Copy)]
struct List<'a> {
    count: usize,
    bytes: &'a [u8],
}

impl Grams {
    /// Joins what the workers wrote down of so many entries.
    pub fn join(runs: &[Runs], entries: usize) -> Self {
        let next = AtomicUsize::new(0);
        let done = workers::on_all_processors(|_| {
            let mut done = Vec::new();
            let (mut pieces, mut bytes) = (Vec::new(), Vec::new());
            loop {
                let nth = next.fetch_add(1, Ordering::Relaxed);
                if nth >= SHELVES {
                    return done;
                }
                pieces.clear();
                runs.iter().for_each(|runs| runs.read(nth, &mut pieces));
                // Few long sorted runs: the stable sort only merges them.
                pieces.sort();
                done.push((nth, Shelf::new(&pieces, &mut bytes)));
            }
        });
        let mut done: Vec<(usize, Shelf)> = done.into_iter().flatten().collect();
        done.sort_unstable_by_key(|(nth, _)| *nth);
        Self { shelves: done.into_iter().map(|(_, shelf)| shelf).collect(), entries }
    }

    /// For every entry how much of the question it shares.
    pub fn weigh(&self, asked: &[Asked]) -> Weights {
        let mut found: Vec<(Gram, List<'_>, f32)> =
            asked.iter().filter_map(|(gram, share)| Some((*gram, self.list(*gram)?, *share))).collect();
        found.sort_by_key(|(gram, list, _)| (list.count, *gram));
        found.dedup_by_key(|(gram, ..)| *gram);
        let mut weights = vec![0_u16; self.entries];
        let mut read = 0;
        for (_, list, share) in found {
            if read > ENOUGH {
                break;
            }
            read += list.count;
            let rarity = (1.0 + self.entries as f32 / list.count.max(1) as f32).ln();
            // At most 16 * 15, as there are fewer than 2^21 entries in any register.
            let gain = (rarity * share * STEPS) as u16;
            for at in list.entries() {
                if let Some(weight) = weights.get_mut(at) {
                    *weight = weight.saturating_add(gain);
                }
            }
        }
        Weights(weights)
    }

    /// The entries that have a piece, in order.
    pub fn with(&self, gram: Gram) -> impl Iterator<Item = usize> {
        self.list(gram).into_iter().flat_map(List::entries)
    }

    fn list(&self, gram: Gram) -> Option<List<'_>> {
        self.shelves.get(shelf_of(gram))?.list(gram)
    }
}

impl Shelf {
    /// Of sorted pieces; `bytes` is room to write in, so that what is kept has no more of it than it needs.
    fn new(pieces: &[u64], bytes: &mut Vec<u8>) -> Self {
        bytes.clear();
        let (mut firsts, mut starts) = (Vec::new(), Vec::new());
        let (mut before, mut list) = (0, Vec::new());
        for (nth, pieces) in pieces.chunk_by(|one, other| gram_of(*one) == gram_of(*other)).enumerate() {
            let Some(gram) = pieces.first().copied().map(gram_of) else { continue };
            if nth.is_multiple_of(ROW) {
                firsts.push(gram);
                starts.push(bytes.len() as u32);
                before = gram;
            }
            list.clear();
            write_number(gram - before, bytes);
            write_number(write_entries(pieces, &mut list), bytes);
            if pieces.len() > 1 {
                write_number(list.len() as u32, bytes);
            }
            bytes.extend_from_slice(&list);
            before = gram;
        }
        firsts.shrink_to_fit();
        starts.shrink_to_fit();
        Self { firsts, starts, bytes: bytes.as_slice().to_vec() }
    }

    fn list(&self, wanted: Gram) -> Option<List<'_>> {
        let row = self.firsts.partition_point(|first| *first <= wanted).checked_sub(1)?;
        let start = *self.starts.get(row)? as usize;
        let end = self.starts.get(row + 1).map_or(self.bytes.len(), |end| *end as usize);
        let mut bytes = self.bytes.get(start..end)?;
        let mut gram = *self.firsts.get(row)?;
        loop {
            gram = gram.wrapping_add(number(&mut bytes)?);
            let count = number(&mut bytes)? as usize;
            let length = if count > 1 { number(&mut bytes)? as usize } else { bytes.iter().take_while(|byte| **byte >= 0x80).count() + 1 };
            let (list, rest) = bytes.split_at_checked(length)?;
            if gram >= wanted {
                return (gram == wanted).then_some(List { count, bytes: list });
            }
            bytes = rest;
        }
    }
}

impl<'a> List<'a> {
    fn entries(self) -> impl Iterator<Item = usize> + 'a {
        let (mut bytes, mut next) = (self.bytes, 0);
        std::iter::from_fn(move || {
            let at = next + number(&mut bytes)? as usize;
            next = at + 1;
            Some(at)
        })
    }
}

/// What one worker writes down: the pieces of its entries, which come in order.
pub(super) struct Runs {
    /// Pieces with their entries, not yet sorted.
    loose: Vec<Vec<u64>>,
    pieces: usize,
    /// Every run, shelf by shelf: lists as in [`Shelf`], without rows and lengths.
    bytes: Vec<u8>,
    /// Where each shelf of each run ends.
    ends: Vec<[usize; SHELVES]>,
    room: Vec<u64>,
}

impl Runs {
    /// With room for the pieces of so many entries: memory that is not used costs nothing, and a large piece of it is given
    /// back whole.
    pub fn of(entries: usize) -> Self {
        Self {
            loose: vec![Vec::new(); SHELVES],
            pieces: 0,
            bytes: Vec::with_capacity(entries.saturating_mul(BYTES_AN_ENTRY)),
            ends: Vec::new(),
            room: Vec::new(),
        }
    }

    /// Enters an entry with its pieces; one may stand there twice.
    pub fn enter(&mut self, at: usize, pieces: &[Gram]) {
        let at = at as u64;
        for gram in pieces {
            if let Some(loose) = self.loose.get_mut(shelf_of(*gram)) {
                loose.push(u64::from(*gram) << 32 | at);
            }
        }
        self.pieces += pieces.len();
        if self.pieces >= RUN {
            self.pack();
        }
    }

    /// No further entry comes.
    pub fn finish(mut self) -> Self {
        self.pack();
        (self.loose, self.room) = (Vec::new(), Vec::new());
        self
    }

    /// Sorts what is loose and packs it as a run.
    fn pack(&mut self) {
        let mut ends = [0; SHELVES];
        for (loose, end) in self.loose.iter_mut().zip(&mut ends) {
            sort(loose, &mut self.room);
            loose.dedup();
            let mut before = 0;
            for pieces in loose.chunk_by(|one, other| gram_of(*one) == gram_of(*other)) {
                let gram = pieces.first().copied().map_or(before, gram_of);
                write_number(gram - before, &mut self.bytes);
                write_number(pieces.len() as u32, &mut self.bytes);
                write_entries(pieces, &mut self.bytes);
                before = gram;
            }
            *end = self.bytes.len();
            loose.clear();
        }
        self.ends.push(ends);
        self.pieces = 0;
    }

    /// The pieces of one shelf, run by run.
    fn read(&self, shelf: usize, pieces: &mut Vec<u64>) {
        let mut start_of_run = 0;
        for ends in &self.ends {
            let start = shelf.checked_sub(1).map_or(Some(start_of_run), |before| ends.get(before).copied());
            let end = ends.get(shelf).copied();
            let mut bytes = start.zip(end).and_then(|(start, end)| self.bytes.get(start..end)).unwrap_or_default();
            let mut gram: Gram = 0;
            while let (Some(distance), Some(count)) = (number(&mut bytes), number(&mut bytes)) {
                gram = gram.wrapping_add(distance);
                let mut next = 0;
                for _ in 0..count {
                    let at = next + u64::from(number(&mut bytes).unwrap_or_default());
                    pieces.push(u64::from(gram) << 32 | at);
                    next = at + 1;
                }
            }
            start_of_run = ends.last().copied().unwrap_or_default();
        }
    }
}

/// Of the entries of one piece how far each is from the one before.
fn write_entries(pieces: &[u64], bytes: &mut Vec<u8>) -> u32 {
    let mut next = 0;
    for piece in pieces {
        let at = *piece as u32;
        write_number(at - next, bytes);
        next = at + 1;
    }
    pieces.len() as u32
}

/// In the order of pieces, then of entries; the entries are in order already, and all pieces are of one shelf.
fn sort(pieces: &mut Vec<u64>, room: &mut Vec<u64>) {
    const DIGITS: u32 = 13;
    if pieces.len() < FEW {
        return pieces.sort_unstable();
    }
    for shift in [32, 32 + DIGITS] {
        let digit = |piece: u64| (piece >> shift) as usize & ((1 << DIGITS) - 1);
        let mut starts = vec![0_u32; 1 << DIGITS];
        for piece in pieces.iter() {
            if let Some(count) = starts.get_mut(digit(*piece)) {
                *count += 1;
            }
        }
        let mut start = 0;
        for count in &mut starts {
            start += std::mem::replace(count, start);
        }
        room.clear();
        room.resize(pieces.len(), 0);
        for piece in pieces.iter() {
            if let Some(start) = starts.get_mut(digit(*piece)) {
                if let Some(place) = room.get_mut(*start as usize) {
                    *place = *piece;
                }
                *start += 1;
            }
        }
        std::mem::swap(pieces, room);
    }
}

fn gram_of(piece: u64) -> Gram {
    (piece >> 32) as Gram
}

fn shelf_of(gram: Gram) -> usize {
    (gram >> (Gram::BITS - SHELF_BITS)) as usize
}

fn write_number(mut number: u32, bytes: &mut Vec<u8>) {
    while number >= 0x80 {
        bytes.push((number & 0x7f) as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}

/// The number that `bytes` begin with, which is then cut off.
fn number(bytes: &mut &[u8]) -> Option<u32> {
    let (mut number, mut shift) = (0, 0);
    loop {
        let (byte, rest) = bytes.split_first()?;
        *bytes = rest;
        number |= u32::from(byte & 0x7f).checked_shl(shift)?;
        if *byte < 0x80 {
            return Some(number);
        }
        shift += 7;
    }
}

/// How much of a question each entry shares.
pub(super) struct Weights(Vec<u16>);

impl Weights {
    /// The first so many that fit, heaviest first, equal ones in their order.
    pub fn heaviest(&self, count: usize, fits: impl Fn(usize) -> bool) -> Vec<(u16, usize)> {
        let most = self.0.iter().max().copied().unwrap_or(0);
        let mut of_weight = vec![0_usize; usize::from(most) + 1];
        for weight in &self.0 {
            if let Some(entries) = of_weight.get_mut(usize::from(*weight)) {
                *entries += 1;
            }
        }
        // Entries that do not fit were counted as well; if that leaves too few, the next round goes deeper.
        let (mut least, mut wanted) = (most, count);
        loop {
            let mut above = 0;
            while least > 1 && above + of_weight.get(usize::from(least)).copied().unwrap_or(0) < wanted {
                above += of_weight.get(usize::from(least)).copied().unwrap_or(0);
                least -= 1;
            }
            let heavy = self.0.iter().enumerate().filter(|(_, weight)| **weight >= least.max(1));
            let mut heavy: Vec<(u16, usize)> = heavy.filter(|(at, _)| fits(*at)).map(|(at, weight)| (*weight, at)).collect();
            if heavy.len() >= count || least <= 1 {
                heavy.sort_unstable_by_key(|(weight, at)| (u16::MAX - weight, *at));
                heavy.truncate(count);
                return heavy;
            }
            wanted = wanted.saturating_mul(16);
            least = most;
        }
    }
}

/// What a hash is of, so that no piece is taken for one of another kind.
#[derive(Clone, Copy)]
enum Kind {
    Pair = 1,
    Single,
    Three,
    Sound,
    Remains,
    Initials,
    Beginning,
}

fn hash(kind: Kind, signs: impl Iterator<Item = char>) -> Gram {
    const SPREAD: u64 = 0x9e37_79b9_7f4a_7c15;
    let mix = |mixed: u64, number: u32| (mixed ^ u64::from(number)).wrapping_mul(SPREAD);
    let mixed = signs.map(u32::from).fold(mix(0, kind as u32), |mixed, sign| {
        let mixed = mix(mixed, sign);
        mixed ^ mixed >> 29
    });
    (mixed >> 32) as Gram
}

/// Pairs of neighbours in a Chinese name; its ends count as signs.
pub(super) fn pairs(text: &str) -> impl Iterator<Item = Gram> {
    let before = ['^'].into_iter().chain(text.chars());
    let pairs = before.zip(text.chars().chain(['$'])).filter(|pair| *pair != ('^', '$'));
    pairs.map(|(one, two)| hash(Kind::Pair, [one, two].into_iter()))
}

/// The Chinese characters of a name by themselves.
pub(super) fn singles(text: &str) -> impl Iterator<Item = Gram> {
    text.chars().filter(|sign| is_han(*sign)).map(|sign| hash(Kind::Single, [sign].into_iter()))
}

/// Runs of three letters, with a mark before and behind.
pub(super) fn threes(text: &str) -> impl Iterator<Item = Gram> {
    let mut signs = text.chars().chain(['$']);
    let (mut one, mut two) = ('^', signs.next().unwrap_or('$'));
    std::iter::from_fn(move || {
        let three = signs.next()?;
        let gram = hash(Kind::Three, [one, two, three].into_iter());
        (one, two) = (two, three);
        Some(gram)
    })
}

/// Those of several spellings of one name: of a later one only where it is unlike the first.
pub(super) fn threes_of_all(spelled: &[String], grams: &mut Vec<Gram>) {
    let Some((first, others)) = spelled.split_first() else { return };
    grams.extend(threes(first));
    for other in others {
        let shorter = first.len().min(other.len());
        let alike = |signs: &mut dyn Iterator<Item = (u8, u8)>| signs.take_while(|(one, other)| one == other).count();
        let begin = alike(&mut first.bytes().zip(other.bytes()));
        let end = alike(&mut first.bytes().rev().zip(other.bytes().rev())).min(shorter - begin);
        if other.is_ascii() {
            let from = begin.saturating_sub(1);
            grams.extend(threes(other).skip(from).take(other.len() - end + 1 - from));
        } else {
            grams.extend(threes(other));
        }
    }
}

/// How a whole mark sounds.
pub(super) fn sound(spelled: &str) -> Gram {
    hash(Kind::Sound, spelled.chars())
}

/// What a short mark in Latin letters keeps when there is a slip in it: the mark without one of its letters, each in turn, and
/// whole. With one letter more, less, replaced or exchanged it has one of these in common with the mark that was meant.
pub(super) fn remains(spelled: &str) -> impl Iterator<Item = Gram> {
    let short = spelled.is_ascii() && SHORT.contains(&spelled.len());
    let letters = if short { spelled } else { "" };
    let one_less = letters.char_indices().filter(move |(at, letter)| !letters.get(..*at).is_some_and(|before| before.ends_with(*letter)));
    let one_less = one_less
        .map(move |(out, _)| hash(Kind::Remains, letters.char_indices().filter(move |(at, _)| *at != out).map(|(_, letter)| letter)));
    one_less.chain(short.then(|| hash(Kind::Remains, letters.chars())))
}

/// Initials as they are written, all of them.
pub(super) fn initials(written: &str) -> Gram {
    hash(Kind::Initials, written.chars())
}

/// The first so many initials.
pub(super) fn beginning(written: &str, length: usize) -> Option<Gram> {
    Some(hash(Kind::Beginning, written.get(..length)?.chars()))
}

/// Pieces that count in full.
pub(super) fn whole(grams: impl Iterator<Item = Gram>) -> impl Iterator<Item = Asked> {
    grams.map(|gram| (gram, 1.0))
}

/// Pieces that count as lone characters.
pub(super) fn lone(grams: impl Iterator<Item = Gram>) -> impl Iterator<Item = Asked> {
    grams.map(|gram| (gram, WEIGHT_OF_ONE))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// `pieces` gives those of each entry; the second worker has every other one.
    fn grams_of(entries: usize, pieces: impl Fn(usize) -> Vec<Gram>) -> Grams {
        let runs = [0, 1].map(|worker| {
            let mut runs = Runs::of(entries);
            (worker..entries).step_by(2).for_each(|at| runs.enter(at, &pieces(at)));
            runs.finish()
        });
        Grams::join(&runs, entries)
    }

    fn grams(names: &[&str]) -> Grams {
        grams_of(names.len(), |at| pairs(names[at]).collect())
    }

    #[test]
    fn rare_pieces_weigh_more_than_common_ones() {
        let grams = grams(&["武汉开元", "武汉永嘉", "武汉华旭"]);
        let asked: Vec<Asked> = whole(pairs("武汉永嘉")).collect();
        let Weights(weights) = grams.weigh(&asked);
        assert!(weights[1] > 2 * weights[0], "{weights:?}");
        assert_eq!(weights[0], weights[2]);
    }

    #[test]
    fn the_heaviest_that_fit_come_first_and_equal_ones_in_their_order() {
        let weights = Weights(vec![3, 0, 9, 3, 7, 3]);
        assert_eq!(weights.heaviest(3, |_| true), [(9, 2), (7, 4), (3, 0)]);
        assert_eq!(weights.heaviest(2, |at| at % 2 == 1), [(3, 3), (3, 5)]);
        assert_eq!(weights.heaviest(9, |_| true).len(), 5, "what shares nothing is no candidate");
        assert_eq!(Weights(Vec::new()).heaviest(3, |_| true), []);
    }

    #[test]
    fn pieces_of_different_kinds_are_never_mixed_up() {
        let all: Vec<Gram> = pairs("开元").chain(singles("开元")).chain(threes("abc")).chain([sound("abc"), initials("abc")]).collect();
        let distinct: std::collections::HashSet<&Gram> = all.iter().collect();
        assert_eq!(distinct.len(), all.len());
        assert_eq!(threes("").count(), 0);
        assert_eq!(threes("a").count(), 1);
        assert_eq!(pairs("").count(), 0);
    }

    #[test]
    fn spellings_have_all_their_pieces_though_few_are_made_twice() {
        let all = ["changkai", "zhangkai", "changka", "xchangkaix", "", "c", "chingkai", "lükai"].map(str::to_owned);
        for first in 0..all.len() {
            let mut spelled = all.clone();
            spelled.swap(0, first);
            let (mut made, mut wanted) = (Vec::new(), Vec::new());
            threes_of_all(&spelled, &mut made);
            spelled.iter().for_each(|spelled| wanted.extend(threes(spelled)));
            let distinct = |grams: Vec<Gram>| std::collections::BTreeSet::from_iter(grams);
            assert_eq!(distinct(made), distinct(wanted), "{spelled:?}");
        }
    }

    #[test]
    fn a_short_mark_with_one_slip_keeps_a_piece() {
        let pieces = |mark: &str| std::collections::BTreeSet::from_iter(remains(mark));
        let known = pieces("ziqi");
        for slip in ["zini", "ziq", "ziqii", "izqi", "zqi", "ziiq", "ziqi", "xziqi"] {
            assert!(!pieces(slip).is_disjoint(&known), "{slip}");
        }
        assert!(pieces("qizi").is_disjoint(&known));
        assert_eq!(pieces("aab").len(), 3, "one of two equal neighbours is taken out once");
        assert_eq!(remains("ab").count() + remains("abcdefghijk").count() + remains("lüqi").count(), 0);
    }

    #[test]
    fn many_pieces_of_many_runs_are_all_found() {
        // More than one run of each worker, rows that are full, a piece that all have, and pieces that stand twice.
        let pieces = |at: usize| {
            Vec::from_iter((0..40_u32).flat_map(|nth| {
                [hash(Kind::Three, [char::from(b'a'), char::from_u32(nth + at as u32 % 997 + 200).unwrap_or('a')].into_iter()), 7, u32::MAX]
            }))
        };
        let grams = grams_of(60_000, pieces);
        assert_eq!(grams.with(7).count(), 60_000);
        assert_eq!(grams.with(u32::MAX).collect::<Vec<_>>(), (0..60_000).collect::<Vec<_>>());
        let wanted = pieces(5)[0];
        let expected: Vec<usize> = (0..60_000).filter(|at| pieces(*at).contains(&wanted)).collect();
        assert_eq!(grams.with(wanted).collect::<Vec<_>>(), expected);
    }

    proptest! {
        #[test]
        fn a_list_is_read_as_it_was_written(lists in proptest::collection::vec((any::<u32>(), proptest::collection::btree_set(0_usize..70_000, 1..40)), 0..60)) {
            let lists: std::collections::BTreeMap<Gram, std::collections::BTreeSet<usize>> = lists.into_iter().collect();
            let grams = grams_of(70_000, |at| lists.iter().filter(|(_, entries)| entries.contains(&at)).map(|(gram, _)| *gram).collect());
            for (gram, entries) in &lists {
                prop_assert_eq!(grams.with(*gram).collect::<Vec<_>>(), entries.iter().copied().collect::<Vec<_>>());
                prop_assert_eq!(grams.with(gram ^ 1).count(), lists.get(&(gram ^ 1)).map_or(0, |entries| entries.len()));
            }
        }
    }
}
