//! Trains the weights from phrases. Runs beforehand, never while the counter is open; the same phrases give the same file.
//!
//! Whether a file is what learning gives can be seen without learning it all: it holds a digest of all that went in, and what
//! a small part of the phrases teaches ([`trial`]), which changes with any change of how is learnt.
//!
//! Stochastic descent on three softmax outputs over one layer, with a step for each feature that shrinks as it is used
//! (AdaGrad), and with three in ten features left out at random each time, so that no single word decides.

use super::features::{self, Raw};
use super::lexicon::Lexicon;
use super::weights::{MAGIC, RARITY, softmax};
use super::word::Speller;
use super::{NONE, Phrase};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use xxhash_rust::xxh3::xxh3_64;

/// Width of the layer of one member.
const LAYER: usize = 32;
/// Members that are trained apart, from other dice, and judge together: their layers stand side by side in the file.
const MEMBERS: usize = 3;
const ROUNDS: usize = 12;
/// A feature of fewer phrases is left out.
const FEWEST: u32 = 3;
const RATE: f32 = 0.1;
const LEFT_OUT: f32 = 0.3;
/// How far rare ids are helped.
const BALANCE: f32 = 0.25;
/// So many phrases are learnt in a trial.
const TRIED: usize = 160;

/// Numbers that look like chance and are the same each time.
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        self.0 >> 33
    }

    /// From 0 to 1.
    fn share(&mut self) -> f32 {
        (self.next() >> 7) as f32 / (1u32 << 24) as f32
    }
}

struct Output {
    classes: usize,
    /// Class of each phrase.
    wanted: Vec<usize>,
    /// How much a phrase of a class counts.
    balance: Vec<f32>,
    weights: Vec<f32>,
    biases: Vec<f32>,
    squares: Vec<f32>,
}

impl Output {
    fn new(wanted: Vec<usize>, classes: usize) -> Self {
        let mut sizes = vec![0f32; classes];
        wanted.iter().for_each(|class| sizes[*class] += 1.0);
        let mean = wanted.len() as f32 / classes as f32;
        let balance = sizes.iter().map(|size| (mean / size.max(1.0)).powf(BALANCE).min(3.0)).collect();
        let weights = vec![0f32; classes * LAYER];
        Self { classes, wanted, balance, weights, biases: vec![0f32; classes], squares: vec![1e-2f32; LAYER] }
    }

    /// Learns from one phrase and adds to `blame` what the layer did wrong.
    fn learn(&mut self, phrase: usize, hidden: &[f32], rate: f32, blame: &mut [f32]) {
        let mut off = self.biases.clone();
        for (value, row) in hidden.iter().zip(self.weights.chunks_exact(self.classes)) {
            off.iter_mut().zip(row).for_each(|(sum, weight)| *sum += value * weight);
        }
        softmax(&mut off);
        let wanted = self.wanted[phrase];
        off[wanted] -= 1.0;
        off.iter_mut().for_each(|miss| *miss *= self.balance[wanted]);
        let square: f32 = off.iter().map(|miss| miss * miss).sum();
        for (at, row) in self.weights.chunks_exact_mut(self.classes).enumerate() {
            blame[at] += row.iter().zip(&off).map(|(weight, miss)| weight * miss).sum::<f32>();
            self.squares[at] += square * hidden[at] * hidden[at] / self.classes as f32 * 4.0;
            let step = rate * hidden[at] / self.squares[at].sqrt();
            row.iter_mut().zip(&off).for_each(|(weight, miss)| *weight -= step * miss);
        }
        self.biases.iter_mut().zip(&off).for_each(|(bias, miss)| *bias -= rate * 0.05 * miss);
    }
}

/// What goes in.
#[derive(Clone, Copy, Debug)]
pub struct Lesson<'a> {
    /// Phrases with their ids.
    pub phrases: &'a [Phrase],
    /// The service of each answer; other ids are services themselves.
    pub owners: &'a BTreeMap<String, String>,
    /// Concepts of both languages.
    pub concepts: &'a str,
}

/// The weights file.
pub fn learn(lesson: &Lesson<'_>) -> Vec<u8> {
    let body = taught(lesson);
    let digests = [inputs(lesson), trial(lesson), xxh3_64(&body)];
    MAGIC.iter().copied().chain(digests.into_iter().flat_map(u64::to_le_bytes)).chain(body.iter().copied()).collect()
}

/// Digest of all that goes in: phrases, owners, concepts, and the numbers that say how is learnt.
pub fn inputs(lesson: &Lesson<'_>) -> u64 {
    let mut all = format!("{LAYER} {MEMBERS} {ROUNDS} {FEWEST} {RATE} {LEFT_OUT} {BALANCE}\n");
    lesson.phrases.iter().for_each(|phrase| all.push_str(&format!("{}\t{}\n", phrase.id, phrase.text)));
    lesson.owners.iter().for_each(|(id, service)| all.push_str(&format!("{id} {service}\n")));
    all.push_str(lesson.concepts);
    xxh3_64(all.as_bytes())
}

/// Digest of what a few of the phrases teach.
pub fn trial(lesson: &Lesson<'_>) -> u64 {
    let few: Vec<Phrase> = lesson.phrases.iter().step_by((lesson.phrases.len() / TRIED).max(1)).cloned().collect();
    xxh3_64(&taught(&Lesson { phrases: &few, ..*lesson }))
}

/// The weights file without what stands in front.
fn taught(&Lesson { phrases, owners, concepts }: &Lesson<'_>) -> Vec<u8> {
    let lexicon = Lexicon::read(concepts);
    let mut counts: BTreeMap<String, u32> = BTreeMap::new();
    phrases.iter().flat_map(|phrase| features::stems(&phrase.text)).for_each(|stem| *counts.entry(stem).or_default() += 1);
    let stems: BTreeSet<&str> =
        counts.iter().filter(|(_, count)| **count >= 2).map(|(stem, _)| stem.as_str()).chain(lexicon.stems()).collect();
    let speller = Speller::new(stems.into_iter());
    let raws: Vec<Raw> = phrases.iter().map(|phrase| features::raw(&phrase.text, &lexicon, &speller)).collect();
    let rarities = rarities(&raws);
    let numbers: HashMap<u32, (u32, f32)> =
        (0u32..).zip(&rarities).map(|(number, (feature, rarity))| (*feature, (number, *rarity))).collect();
    let vectors: Vec<Vec<(u32, f32)>> = raws.iter().map(|raw| features::vector(raw, |feature| numbers.get(&feature).copied())).collect();

    let owner = |id: &str| owners.get(id).map_or(id, String::as_str).to_owned();
    let ids: Vec<&str> = phrases.iter().map(|phrase| phrase.id.as_str()).collect::<BTreeSet<_>>().into_iter().collect();
    let services: Vec<String> = ids.iter().map(|id| owner(id)).collect::<BTreeSet<_>>().into_iter().collect();
    let place = |id: &str| ids.binary_search(&id).unwrap_or_default();
    let by_service = |phrase: &Phrase| services.binary_search(&owner(&phrase.id)).unwrap_or_default();
    let member = |seed: u64| {
        let mut outputs = [
            Output::new(phrases.iter().map(|phrase| place(&phrase.id)).collect(), ids.len()),
            Output::new(phrases.iter().map(by_service).collect(), services.len()),
            Output::new(phrases.iter().map(|phrase| usize::from(phrase.id != NONE)).collect(), 2),
        ];
        let layer = descend(&vectors, rarities.len(), &mut outputs, Dice(777 + seed * 7919));
        (layer, outputs)
    };
    let members: Vec<_> = (0..).take(MEMBERS).map(member).collect();

    let names: String = ids.iter().map(|id| format!("{id} {}\n", owner(id))).collect();
    let words: String = speller.stems().filter(|stem| stem.len() >= 5).map(|stem| format!("{stem}\n")).collect();
    let mut file = Vec::new();
    for count in [LAYER * MEMBERS, rarities.len(), ids.len(), services.len(), names.len(), words.len()] {
        file.extend(u32::try_from(count).unwrap_or(u32::MAX).to_le_bytes());
    }
    file.extend(names.bytes().chain(words.bytes()));
    for (at, (feature, rarity)) in rarities.iter().enumerate() {
        let row: Vec<f32> = members.iter().flat_map(|(layer, _)| &layer[at * LAYER..(at + 1) * LAYER]).copied().collect();
        let scale = (row.iter().fold(0f32, |most, value| most.max(value.abs())) / 127.0).max(1e-9);
        file.extend(feature.to_le_bytes());
        file.push((rarity * RARITY).round().clamp(0.0, 255.0) as u8);
        file.extend(scale.to_le_bytes());
        file.extend(row.iter().map(|value| ((value / scale).round() as i8).to_le_bytes()[0]));
    }
    // What the members say is averaged: weights side by side, each by its part.
    for output in 0..3 {
        let part = |value: &f32| value / MEMBERS as f32;
        let weights = members.iter().flat_map(|(_, outputs)| &outputs[output].weights).map(part);
        let biases = (0..members[0].1[output].biases.len())
            .map(|class| members.iter().map(|(_, outputs)| part(&outputs[output].biases[class])).sum());
        file.extend(weights.chain(biases).flat_map(f32::to_le_bytes));
    }
    file
}

/// Features of enough phrases with how rare they are, as exact as the file keeps it; sorted.
fn rarities(raws: &[Raw]) -> Vec<(u32, f32)> {
    let mut counts: BTreeMap<u32, u32> = BTreeMap::new();
    for raw in raws {
        raw.iter()
            .map(|(_, feature)| *feature)
            .collect::<BTreeSet<_>>()
            .into_iter()
            .for_each(|feature| *counts.entry(feature).or_default() += 1);
    }
    let rarity = |count: u32| ((1.0 + raws.len() as f32 / count as f32).ln() * RARITY).round() / RARITY;
    counts.into_iter().filter(|(_, count)| *count >= FEWEST).map(|(feature, count)| (feature, rarity(count))).collect()
}

fn descend(vectors: &[Vec<(u32, f32)>], features: usize, outputs: &mut [Output], mut dice: Dice) -> Vec<f32> {
    let mut layer: Vec<f32> = (0..features * LAYER).map(|_| (dice.share() * 2.0 - 1.0) * 0.3).collect();
    let mut squares = vec![1e-4f32; features];
    let mut order: Vec<usize> = (0..vectors.len()).collect();
    for round in 0..ROUNDS {
        for at in (1..order.len()).rev() {
            let other = usize::try_from(dice.next()).unwrap_or_default() % (at + 1);
            order.swap(at, other);
        }
        let rate = RATE * (1.0 - round as f32 / ROUNDS as f32 * 0.9);
        for &phrase in &order {
            let kept: Vec<(usize, f32)> = vectors[phrase]
                .iter()
                .filter(|_| dice.share() >= LEFT_OUT)
                .map(|(number, value)| (usize::try_from(*number).unwrap_or_default(), value / (1.0 - LEFT_OUT)))
                .collect();
            let mut hidden = [0f32; LAYER];
            for (number, value) in &kept {
                hidden.iter_mut().zip(&layer[number * LAYER..]).for_each(|(sum, weight)| *sum += value * weight);
            }
            let mut blame = [0f32; LAYER];
            outputs.iter_mut().for_each(|output| output.learn(phrase, &hidden, rate, &mut blame));
            let square = blame.iter().map(|part| part * part).sum::<f32>() / LAYER as f32;
            for (number, value) in kept {
                squares[number] += square * value * value;
                let step = rate * value / squares[number].sqrt();
                layer[number * LAYER..].iter_mut().zip(&blame).for_each(|(weight, part)| *weight -= step * part);
            }
        }
    }
    layer
}
