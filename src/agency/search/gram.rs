//! Which entries share rare pieces of text with a question: the first, coarse step of a search.
//!
//! Pieces are one or two Chinese characters, three Latin letters, and whole marks and initials. The rarer a piece, the more
//! it counts (inverse document frequency), and the rarest are looked up first: a search stops reading lists when it has read
//! enough.
//!
//! ## Why
//! A piece is kept as a hash of 32 bits and a list of entries as the distances between them, mostly one byte each: a million
//! names need some tens of megabytes. Two pieces with one hash only bring a few more candidates, and every candidate is
//! compared exactly.

use crate::place::fold::is_han;
use std::collections::{HashMap, VecDeque};
use std::hash::{BuildHasherDefault, Hasher};
use std::num::NonZero;
use std::ops::Range;
use std::thread;

/// A piece of text and what it is a piece of, hashed.
pub(super) type Gram = u32;

/// A lone character says less than a pair.
const WEIGHT_OF_ONE: f32 = 0.6;
/// Steps of a weight; finer ones change no order that matters.
const STEPS: f32 = 16.0;
/// So many entries of lists are read for one question, and then no further list is begun.
const ENOUGH: usize = 1_200_000;

/// Entries whose pieces are made together.
const BLOCK: usize = 2048;

/// Of so many entries at most the pieces are kept while they are entered: some 300 bytes each.
const KEPT: usize = 200_000;

/// A piece of a question with how much it counts beside its rarity.
pub(super) type Asked = (Gram, f32);

/// Pieces to the entries that have them.
#[derive(Debug, Clone, Default)]
pub(super) struct Grams {
    /// In order.
    keys: Vec<Gram>,
    /// Where the list of each key ends in `bytes`.
    ends: Vec<u32>,
    /// How many entries the list of each key has.
    counts: Vec<u32>,
    /// Distances from one entry to the next, seven bits a byte, the last byte of each without the high bit.
    bytes: Vec<u8>,
    entries: usize,
}

impl Grams {
    /// Enters so many entries; `pieces` gives those of an entry and is called twice for each. Takes no more memory on the way
    /// than a table of the different pieces; of a list that is not very long all pieces are kept instead, and made once.
    pub fn build(entries: usize, pieces: impl Fn(usize, &mut Vec<Gram>) + Sync) -> Self {
        let mut lists: HashMap<Gram, List, BuildHasherDefault<Mixed>> = HashMap::default();
        let mut kept = Vec::new();
        in_order(entries, &pieces, |block| {
            block.each(|at, gram| lists.entry(gram).or_default().count(at));
            if entries <= KEPT {
                kept.push(block);
            }
        });
        let mut keys: Vec<Gram> = lists.keys().copied().collect();
        keys.sort_unstable();
        let (mut ends, mut counts, mut end) = (Vec::with_capacity(keys.len()), Vec::with_capacity(keys.len()), 0);
        for key in &keys {
            let list = lists.entry(*key).or_default();
            counts.push(list.entries);
            let start = end;
            end += list.bytes;
            ends.push(end);
            *list = List { bytes: start, ..List::default() };
        }
        let mut bytes = vec![0; end as usize];
        let mut write = |block: Block| block.each(|at, gram| lists.entry(gram).or_default().write(at, &mut bytes));
        if entries <= KEPT {
            kept.into_iter().for_each(write);
        } else {
            in_order(entries, &pieces, &mut write);
        }
        Self { keys, ends, counts, bytes, entries }
    }

    /// For every entry how much of the question it shares.
    pub fn weigh(&self, asked: &[Asked]) -> Weights {
        let mut found: Vec<(usize, f32)> =
            asked.iter().filter_map(|(gram, share)| Some((self.keys.binary_search(gram).ok()?, *share))).collect();
        found.sort_unstable_by_key(|(slot, _)| (self.count(*slot), *slot));
        found.dedup_by_key(|(slot, _)| *slot);
        let mut weights = vec![0_u16; self.entries];
        let mut read = 0;
        for (slot, share) in found {
            let count = self.count(slot);
            if read > ENOUGH {
                break;
            }
            read += count;
            let rarity = (1.0 + self.entries as f32 / count.max(1) as f32).ln();
            // At most 16 * 15, as there are fewer than 2^21 entries in any register.
            let gain = (rarity * share * STEPS) as u16;
            for at in self.list(slot) {
                if let Some(weight) = weights.get_mut(at) {
                    *weight = weight.saturating_add(gain);
                }
            }
        }
        Weights(weights)
    }

    /// The entries that have a piece, in order.
    pub fn with(&self, gram: Gram) -> impl Iterator<Item = usize> {
        self.keys.binary_search(&gram).into_iter().flat_map(|slot| self.list(slot))
    }

    fn count(&self, slot: usize) -> usize {
        self.counts.get(slot).map_or(0, |count| *count as usize)
    }

    fn list(&self, slot: usize) -> impl Iterator<Item = usize> {
        let end = |slot: usize| self.ends.get(slot).map_or(0, |end| *end as usize);
        let start = slot.checked_sub(1).map_or(0, end);
        let mut bytes = self.bytes.get(start..end(slot)).unwrap_or_default().iter();
        let mut next = 0;
        std::iter::from_fn(move || {
            let (mut distance, mut shift) = (0, 0);
            loop {
                let byte = *bytes.next()?;
                distance |= usize::from(byte & 0x7f) << shift;
                if byte < 0x80 {
                    break;
                }
                shift += 7;
            }
            let at = next + distance;
            next = at + 1;
            Some(at)
        })
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

/// A list while it is counted (`bytes` is its length) and while it is written (`bytes` is where to go on).
#[derive(Default)]
struct List {
    /// The first entry that may come now.
    next: u32,
    bytes: u32,
    entries: u32,
}

impl List {
    fn distance(&mut self, at: usize) -> u32 {
        let at = u32::try_from(at).unwrap_or(u32::MAX - 1);
        let distance = at.saturating_sub(self.next);
        self.next = at + 1;
        distance
    }

    fn count(&mut self, at: usize) {
        let distance = self.distance(at);
        self.entries += 1;
        self.bytes += (32 - distance.leading_zeros()).div_ceil(7).max(1);
    }

    fn write(&mut self, at: usize, bytes: &mut [u8]) {
        let mut distance = self.distance(at);
        loop {
            let more = distance >= 0x80;
            if let Some(byte) = bytes.get_mut(self.bytes as usize) {
                *byte = (distance & 0x7f) as u8 | if more { 0x80 } else { 0 };
            }
            self.bytes += 1;
            distance >>= 7;
            if !more {
                return;
            }
        }
    }
}

/// A piece is a hash already and only needs to be spread.
#[derive(Default)]
struct Mixed(u64);

impl Hasher for Mixed {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.write_u32(u32::from(*byte));
        }
    }

    fn write_u32(&mut self, number: u32) {
        self.0 = (self.0 ^ u64::from(number)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    }
}

/// Gives each piece of each entry once, block by block; the blocks are made on all processors, some ahead of the one that is
/// given.
fn in_order(entries: usize, pieces: &(impl Fn(usize, &mut Vec<Gram>) + Sync), mut give: impl FnMut(Block)) {
    let threads = thread::available_parallelism().map_or(1, NonZero::get);
    let mut starts = (0..entries).step_by(BLOCK);
    thread::scope(|scope| {
        let mut ahead = VecDeque::new();
        loop {
            while ahead.len() < threads
                && let Some(start) = starts.next()
            {
                ahead.push_back(scope.spawn(move || Block::make(start..entries.min(start + BLOCK), pieces)));
            }
            let Some(next) = ahead.pop_front() else { return };
            give(next.join().expect("pieces are made without a panic"));
        }
    });
}

/// The pieces of some neighbours.
struct Block {
    /// The first entry.
    first: usize,
    pieces: Vec<Gram>,
    /// Where the pieces of each entry end.
    ends: Vec<u32>,
}

impl Block {
    fn make(entries: Range<usize>, pieces: &impl Fn(usize, &mut Vec<Gram>)) -> Self {
        let mut block = Self { first: entries.start, pieces: Vec::new(), ends: Vec::with_capacity(entries.len()) };
        let mut grams = Vec::new();
        for at in entries {
            grams.clear();
            pieces(at, &mut grams);
            grams.sort_unstable();
            grams.dedup();
            block.pieces.append(&mut grams);
            block.ends.push(block.pieces.len() as u32);
        }
        block.pieces.shrink_to_fit();
        block
    }

    /// Gives each entry with each of its pieces.
    fn each(&self, mut give: impl FnMut(usize, Gram)) {
        let mut start = 0;
        for (at, end) in (self.first..).zip(&self.ends) {
            for gram in self.pieces.get(start..*end as usize).unwrap_or_default() {
                give(at, *gram);
            }
            start = *end as usize;
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
    Ends,
    Letters,
    Initials,
    Beginning,
}

fn hash(kind: Kind, signs: impl Iterator<Item = char>) -> Gram {
    let mut mixed = Mixed::default();
    mixed.write_u32(kind as u32);
    for sign in signs {
        mixed.write_u32(u32::from(sign));
        mixed.0 ^= mixed.0 >> 29;
    }
    (mixed.finish() >> 32) as u32
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
    let signs = || ['^'].into_iter().chain(text.chars()).chain(['$']);
    let threes = signs().zip(signs().skip(1)).zip(signs().skip(2)).filter(|_| !text.is_empty());
    threes.map(|((one, two), three)| hash(Kind::Three, [one, two, three].into_iter()))
}

/// How a whole mark sounds.
pub(super) fn sound(spelled: &str) -> Gram {
    hash(Kind::Sound, spelled.chars())
}

/// What a short mark in Latin letters keeps when there is a slip in it: some letters at both ends, or all letters in another order.
pub(super) fn remains(spelled: &str) -> impl Iterator<Item = Gram> {
    let length = spelled.len();
    let ends = [(1, 2), (2, 1), (2, 2), (1, 3), (3, 1)].into_iter().filter_map(move |(first, last)| {
        let behind = length.checked_sub(last).filter(|behind| first < *behind && spelled.is_ascii())?;
        let (first, last) = (spelled.get(..first)?, spelled.get(behind..)?);
        Some(hash(Kind::Ends, first.chars().chain(['-']).chain(last.chars())))
    });
    let mut letters: Vec<char> = spelled.chars().collect();
    letters.sort_unstable();
    ends.chain((letters.len() > 3).then(|| hash(Kind::Letters, letters.into_iter())))
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

    fn grams(names: &[&str]) -> Grams {
        Grams::build(names.len(), |at, grams| grams.extend(pairs(names[at])))
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

    proptest! {
        #[test]
        fn a_list_is_read_as_it_was_written(entries in proptest::collection::btree_set(0_usize..70_000, 0..40)) {
            let grams = Grams::build(70_000, |at, grams| grams.extend(entries.contains(&at).then_some(5)));
            let expected: Vec<usize> = entries.into_iter().collect();
            prop_assert_eq!(grams.with(5).collect::<Vec<_>>(), expected);
            prop_assert_eq!(grams.with(6).count(), 0);
        }
    }
}
