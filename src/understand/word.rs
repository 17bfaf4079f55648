//! English words as stems; words with a slip as the known word.

use std::collections::{BTreeMap, BTreeSet};

/// Forms that no rule reaches, and British beside American spelling.
const FORMS: &str = "license licence|licensed licence|licensing licence|centre center|defence defense|labour labor|programme program|\
catalogue catalog|judgement judgment|bought buy|sold sell|stole steal|stolen steal|paid pay|lost lose|sent send|got get|gotten get|\
made make|told tell|said say|saw see|seen see|found find|took take|taken take|gave give|given give|wrote write|written write|\
sued sue|suing sue|knew know|known know|came come|went go|gone go|kept keep|left leave|thought think|spoke speak|chose choose|\
people person|lent lend|froze freeze|frozen freeze|began begin|held hold|filed file|filing file|does do|did do|doing do|has have|\
had have|having have|is be|are be|was be|were be|been be|am be|im be|being be|children child|dont not|doesnt not|didnt not|cant not|\
cannot not|wont not|isnt not|arent not|wasnt not|havent not|hasnt not|ive have|u you|ur your|pls please|plz please|thx thanks|\
tm trademark|tms trademark|govt government|intl international|info information|docs document|doc document|biz business";

/// The part of a word that its forms share.
pub fn stem(word: &str) -> String {
    let form = FORMS.split('|').filter_map(|pair| pair.split_once(' ')).find(|(typed, _)| *typed == word);
    without_ending(form.map_or(word, |(_, plain)| plain))
}

fn without_ending(word: &str) -> String {
    let mut stem = word.to_owned();
    if !stem.is_ascii() || stem.len() < 4 {
        return stem;
    }
    if let Some(rest) = word.strip_suffix("ies") {
        stem = format!("{rest}y");
    } else if stem.ends_with("sses") {
        stem.truncate(stem.len() - 2);
    } else if stem.ends_with('s') && !["ss", "us", "is"].iter().any(|end| stem.ends_with(end)) {
        stem.pop();
    }
    for suffix in ["ingly", "edly", "ing", "ed", "ly"] {
        let Some(rest) = stem.strip_suffix(suffix).filter(|rest| rest.len() >= 3 && rest.contains(|sign| "aeiouy".contains(sign))) else {
            continue;
        };
        let mut rest = rest.to_owned();
        let last: Vec<char> = rest.chars().rev().take(2).collect();
        if rest.len() > 3 && last.first() == last.get(1) && !rest.ends_with(['l', 's', 'z']) {
            rest.pop();
        }
        stem = rest;
        break;
    }
    for (suffix, plain) in [("isation", "iz"), ("ization", "iz"), ("ise", "iz"), ("ize", "iz"), ("our", "or")] {
        if let Some(rest) = stem.strip_suffix(suffix).filter(|rest| rest.len() > 2) {
            stem = format!("{rest}{plain}");
            break;
        }
    }
    if stem.len() > 3 && stem.ends_with('e') {
        stem.pop();
    }
    if stem.len() > 3 && stem.ends_with('y') {
        stem.pop();
        stem.push('i');
    }
    stem
}

/// Known stems, found with one slip (two in long words).
#[derive(Debug, Default)]
pub struct Speller {
    known: BTreeSet<String>,
    near: BTreeMap<String, Vec<String>>,
}

impl Speller {
    /// From the known stems.
    pub fn new<'a>(stems: impl Iterator<Item = &'a str>) -> Self {
        let known: BTreeSet<String> = stems.filter(|stem| stem.is_ascii()).map(str::to_owned).collect();
        let mut near: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for stem in known.iter().filter(|stem| stem.len() >= 5) {
            for shorter in one_less(stem) {
                near.entry(shorter).or_default().push(stem.clone());
            }
        }
        Self { known, near }
    }

    /// The stems, sorted.
    pub fn stems(&self) -> impl Iterator<Item = &str> {
        self.known.iter().map(String::as_str)
    }

    /// The known stem that an unknown one was meant to be.
    pub fn right(&self, stem: &str) -> Option<&str> {
        if stem.len() < 5 || !stem.is_ascii() || self.known.contains(stem) || stem.contains(|sign: char| sign.is_ascii_digit()) {
            return None;
        }
        let near = one_less(stem).into_iter().filter_map(|shorter| self.near.get(&shorter)).flatten();
        let same_start = |known: &str| known.chars().next() == stem.chars().next() || stem.len() >= 7;
        near.map(|known| (strsim::osa_distance(stem, known), known.as_str()))
            .filter(|(slips, known)| (*slips == 1 || (*slips == 2 && stem.len() >= 8)) && same_start(known))
            .min()
            .map(|(_, known)| known)
    }
}

/// The word, and the word without each of its signs.
fn one_less(word: &str) -> BTreeSet<String> {
    let mut all: BTreeSet<String> =
        word.char_indices().map(|(gone, _)| word.char_indices().filter(|(at, _)| *at != gone).map(|(_, sign)| sign).collect()).collect();
    all.insert(word.to_owned());
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_a_word_share_a_stem() {
        for (one, other) in
            [("copied", "copy"), ("companies", "company"), ("selling", "sold"), ("license", "licence"), ("organise", "organize")]
        {
            assert_eq!(stem(one), stem(other), "{one} {other}");
        }
    }

    #[test]
    fn a_slip_is_put_right_and_a_known_word_is_left_alone() {
        let speller = Speller::new(["patent", "trademark", "parent"].into_iter());
        assert_eq!(speller.right("patnet"), Some("patent"));
        assert_eq!(speller.right("tradmark"), Some("trademark"));
        assert_eq!(speller.right("parent"), None);
        assert_eq!(speller.right("kitchen"), None);
    }
}
