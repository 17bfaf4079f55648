//! Which entries share rare pieces of text with a question: the first, coarse step of a search.
//!
//! Pieces are two or one Chinese characters and three Latin letters. The rarer a piece, the more it counts (inverse
//! document frequency).

use crate::place::fold::is_han;
use std::collections::HashMap;

/// Up to three characters, packed.
pub(super) type Gram = u64;

/// A lone character says less than a pair.
const WEIGHT_OF_ONE: f32 = 0.6;
/// Bits of a character.
const BITS: u32 = 21;

/// Pieces to the entries that have them.
#[derive(Debug, Clone, Default)]
pub(super) struct Grams {
    entries: HashMap<Gram, Vec<u32>>,
    count: usize,
}

impl Grams {
    /// Enters the next entry.
    pub fn add(&mut self, mut grams: Vec<Gram>) {
        let entry = u32::try_from(self.count).unwrap_or(u32::MAX);
        grams.sort_unstable();
        grams.dedup();
        for gram in grams {
            self.entries.entry(gram).or_default().push(entry);
        }
        self.count += 1;
    }

    /// For every entry how much of the question it shares.
    pub fn weigh(&self, mut grams: Vec<Gram>) -> Vec<f32> {
        grams.sort_unstable();
        grams.dedup();
        let mut weights = vec![0.0; self.count];
        for gram in grams {
            let Some(entries) = self.entries.get(&gram) else { continue };
            let rarity = (1.0 + self.count as f32 / entries.len() as f32).ln();
            let gain = if gram >> BITS == 0 { rarity * WEIGHT_OF_ONE } else { rarity };
            for &entry in entries {
                if let Some(weight) = weights.get_mut(entry as usize) {
                    *weight += gain;
                }
            }
        }
        weights
    }
}

/// Pairs of neighbours in a Chinese name.
pub(super) fn pairs(text: &str) -> impl Iterator<Item = Gram> {
    text.chars().zip(text.chars().skip(1)).map(|(one, two)| pack(['\0', one, two]))
}

/// The Chinese characters of a name by themselves.
pub(super) fn singles(text: &str) -> impl Iterator<Item = Gram> {
    text.chars().filter(|sign| is_han(*sign)).map(|sign| pack(['\0', '\0', sign]))
}

/// Runs of three letters, with a mark before and behind.
pub(super) fn threes(text: &str) -> Vec<Gram> {
    let signs: Vec<char> = ['^'].into_iter().chain(text.chars()).chain(['$']).collect();
    let threes = signs.windows(3).filter_map(|three| three.try_into().ok());
    if text.is_empty() { Vec::new() } else { threes.map(pack).collect() }
}

fn pack(signs: [char; 3]) -> Gram {
    signs.into_iter().fold(0, |packed, sign| packed << BITS | Gram::from(u32::from(sign)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rare_pieces_weigh_more_than_common_ones() {
        let mut grams = Grams::default();
        for name in ["武汉开元", "武汉永嘉", "武汉华旭"] {
            grams.add(pairs(name).collect());
        }
        let weights = grams.weigh(pairs("武汉永嘉").collect());
        assert!(weights[1] > 2.0 * weights[0], "{weights:?}");
        assert_eq!(weights[0], weights[2]);
    }

    #[test]
    fn pieces_of_different_lengths_are_never_mixed_up() {
        let all: Vec<Gram> = pairs("开元").chain(singles("开元")).chain(threes("abc")).collect();
        let distinct: std::collections::HashSet<&Gram> = all.iter().collect();
        assert_eq!(distinct.len(), all.len());
        assert_eq!(threes(""), Vec::<Gram>::new());
        assert_eq!(threes("a").len(), 1);
    }
}
