//! The shipped weights: features to a layer of a few numbers, and from there to ids, services, and "ours or not".
//!
//! ## Form
//! Little-endian: `IPU2`, digests (u64) of what was learnt from, of a trial ([`super::learn::trial`]), and of all that
//! follows; then counts (u32) of layer, features, ids, services, bytes of the
//! names, bytes of the stems; names (`id service` a line), stems (one a line); features sorted, each with its hash (u32),
//! rarity (u8, twentieths), scale (f32) and the layer as i8; then for each output its weights and biases as f32.
//!
//! ## Why they stay where they are
//! Features are looked up and read in the file itself, by halving: a map of them and the unpacked numbers would be a second
//! copy of the file in memory, made anew at each start.

use super::word::Speller;
use super::{GATE, NONE};
use std::cmp::Ordering;
use xxhash_rust::xxh3::xxh3_64;

/// The weights cannot be used.
#[derive(Clone, Copy, Debug, thiserror::Error, PartialEq, Eq)]
#[error("the weights are cut off or of another kind")]
pub struct Damaged;

/// First bytes of the file.
pub(super) const MAGIC: &[u8; 4] = b"IPU2";
/// Bytes of a feature before its layer: hash, rarity, scale.
const HEAD: usize = 4 + 1 + 4;
/// Steps of rarity in one.
pub(super) const RARITY: f32 = 20.0;
/// How much the output for services counts beside the sum over ids.
const SERVICES: f32 = 0.8;

#[derive(Debug)]
struct Output {
    weights: Vec<f32>,
    biases: Vec<f32>,
}

/// Weights ready for use.
#[derive(Debug)]
pub struct Weights {
    /// Digest of what was learnt from.
    pub inputs: u64,
    /// Digest of what a few of the phrases taught.
    pub trial: u64,
    pub speller: Speller,
    layer: usize,
    /// Hash, rarity, scale and layer of each feature, as they lie in the file.
    features: &'static [u8],
    /// Id and the number of its service.
    ids: Vec<(String, usize)>,
    services: Vec<String>,
    outputs: [Output; 3],
}

/// Probabilities for one text.
pub struct Judged<'a> {
    pub ours: f32,
    pub services: Vec<(&'a str, f32)>,
    pub ids: Vec<(&'a str, &'a str, f32)>,
}

struct Bytes(&'static [u8]);

impl Bytes {
    fn take(&mut self, count: usize) -> Result<&'static [u8], Damaged> {
        let (taken, rest) = self.0.split_at_checked(count).ok_or(Damaged)?;
        self.0 = rest;
        Ok(taken)
    }

    fn array<const N: usize>(&mut self) -> Result<[u8; N], Damaged> {
        self.take(N)?.try_into().map_err(|_| Damaged)
    }

    fn digest(&mut self) -> Result<u64, Damaged> {
        self.array().map(u64::from_le_bytes)
    }

    fn count(&mut self) -> Result<usize, Damaged> {
        usize::try_from(u32::from_le_bytes(self.array()?)).map_err(|_| Damaged)
    }

    fn text(&mut self, count: usize) -> Result<&'static str, Damaged> {
        std::str::from_utf8(self.take(count)?).map_err(|_| Damaged)
    }

    fn floats(&mut self, count: usize) -> Result<Vec<f32>, Damaged> {
        let bytes = self.take(count.checked_mul(4).ok_or(Damaged)?)?;
        Ok(bytes.chunks_exact(4).map(|four| f32::from_le_bytes([four[0], four[1], four[2], four[3]])).collect())
    }
}

impl Weights {
    /// Reads the file, and goes on reading in it.
    pub fn read(file: &'static [u8]) -> Result<Self, Damaged> {
        let mut bytes = Bytes(file);
        if bytes.array::<4>()? != *MAGIC {
            return Err(Damaged);
        }
        let (inputs, trial, whole) = (bytes.digest()?, bytes.digest()?, bytes.digest()?);
        if xxh3_64(bytes.0) != whole {
            return Err(Damaged);
        }
        let (layer, count, id_count, service_count) = (bytes.count()?, bytes.count()?, bytes.count()?, bytes.count()?);
        let (names, stems) = (bytes.count()?, bytes.count()?);
        let names = bytes.text(names)?;
        let speller = Speller::new(bytes.text(stems)?.lines());
        let mut services: Vec<String> = names.lines().filter_map(|line| Some(line.split_once(' ')?.1.to_owned())).collect();
        services.sort_unstable();
        services.dedup();
        let ids: Vec<(String, usize)> = names
            .lines()
            .filter_map(|line| line.split_once(' '))
            .filter_map(|(id, service)| Some((id.to_owned(), services.iter().position(|known| known == service)?)))
            .collect();
        if ids.len() != id_count || services.len() != service_count {
            return Err(Damaged);
        }
        let features = bytes.take(count.checked_mul(layer.checked_add(HEAD).ok_or(Damaged)?).ok_or(Damaged)?)?;
        let mut output = |classes: usize| {
            Ok(Output { weights: bytes.floats(classes.checked_mul(layer).ok_or(Damaged)?)?, biases: bytes.floats(classes)? })
        };
        let outputs = [output(id_count)?, output(service_count)?, output(2)?];
        Ok(Self { inputs, trial, speller, layer, features, ids, services, outputs })
    }

    /// Number and rarity of a feature.
    pub fn known(&self, feature: u32) -> Option<(u32, f32)> {
        let (mut low, mut high) = (0, self.features.len() / (HEAD + self.layer));
        while low < high {
            let middle = low.midpoint(high);
            let (hash, rarity, _, _) = self.feature(middle)?;
            match hash.cmp(&feature) {
                Ordering::Less => low = middle + 1,
                Ordering::Greater => high = middle,
                Ordering::Equal => return Some((u32::try_from(middle).ok()?, rarity)),
            }
        }
        None
    }

    /// Hash, rarity, scale and layer of a feature.
    fn feature(&self, number: usize) -> Option<(u32, f32, f32, &[u8])> {
        let stride = HEAD + self.layer;
        let feature = self.features.get(number * stride..(number + 1) * stride)?;
        let (hash, rest) = feature.split_first_chunk()?;
        let (rarity, rest) = rest.split_first()?;
        let (scale, layer) = rest.split_first_chunk()?;
        Some((u32::from_le_bytes(*hash), f32::from(*rarity) / RARITY, f32::from_le_bytes(*scale), layer))
    }

    /// There is such an id.
    pub fn knows(&self, id: &str) -> bool {
        self.ids.iter().any(|(known, _)| known == id)
    }

    /// Probabilities of a text with these features.
    pub fn judge(&self, vector: &[(u32, f32)]) -> Judged<'_> {
        let mut hidden = vec![0f32; self.layer];
        for (number, value) in vector {
            let feature = usize::try_from(*number).ok().and_then(|number| self.feature(number));
            let Some((_, _, scale, layer)) = feature else { continue };
            hidden.iter_mut().zip(layer).for_each(|(sum, weight)| *sum += value * scale * f32::from(i8::from_le_bytes([*weight])));
        }
        let [by_id, by_service, gate] = &self.outputs;
        let (by_id, by_service, gate) = (by_id.share(&hidden), by_service.share(&hidden), gate.share(&hidden));
        let mut sums = vec![0f32; self.services.len()];
        self.ids.iter().zip(&by_id).for_each(|((_, service), share)| sums[*service] += share);
        let mut both: Vec<f32> =
            by_service.iter().zip(&sums).map(|(one, other)| one.max(1e-9).powf(SERVICES) * other.max(1e-9).powf(1.0 - SERVICES)).collect();
        let total: f32 = both.iter().sum();
        both.iter_mut().for_each(|share| *share /= total);
        let stranger = self.services.iter().zip(&both).find(|(name, _)| *name == NONE).map_or(0.0, |(_, share)| *share);
        let none_of_ids: f32 = self.ids.iter().zip(&by_id).filter(|((id, _), _)| id == NONE).map(|(_, share)| *share).sum();
        // All three outputs have their say.
        let ours = (odds(1.0 - stranger) + odds(1.0 - none_of_ids) + odds(gate.get(1).copied().unwrap_or(0.0))) / 3.0;
        let ours = 1.0 / (1.0 + (-(ours - GATE.0) / GATE.1).exp());
        let ids = self.ids.iter().zip(&by_id).filter(|((id, _), _)| id != NONE);
        Judged {
            ours,
            services: self.services.iter().map(String::as_str).zip(both.iter().copied()).filter(|(name, _)| *name != NONE).collect(),
            ids: ids
                .map(|((id, service), share)| {
                    (id.as_str(), self.services[*service].as_str(), share / sums[*service].max(1e-9) * both[*service])
                })
                .collect(),
        }
    }
}

impl Output {
    fn share(&self, hidden: &[f32]) -> Vec<f32> {
        let mut sums = self.biases.clone();
        for (value, row) in hidden.iter().zip(self.weights.chunks_exact(self.biases.len().max(1))) {
            sums.iter_mut().zip(row).for_each(|(sum, weight)| *sum += value * weight);
        }
        softmax(&mut sums);
        sums
    }
}

/// Log-odds of a probability.
fn odds(share: f32) -> f32 {
    let share = share.clamp(1e-6, 1.0 - 1e-6);
    (share / (1.0 - share)).ln()
}

/// Scores as probabilities.
pub(super) fn softmax(scores: &mut [f32]) {
    let most = scores.iter().copied().fold(f32::MIN, f32::max);
    scores.iter_mut().for_each(|score| *score = (*score - most).exp());
    let total: f32 = scores.iter().sum();
    scores.iter_mut().for_each(|score| *score /= total);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weights_that_are_cut_off_are_refused() {
        for file in [&b""[..], b"IPU2", b"IPU0aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", b"IPU2aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"]
        {
            assert_eq!(Weights::read(file).map(|_| ()), Err(Damaged));
        }
    }
}
