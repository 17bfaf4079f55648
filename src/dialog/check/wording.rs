//! The wording itself, as far as a machine can judge it: markup that every channel takes, labels that fit on buttons,
//! punctuation of the right script.

use crate::complaint::{Complaint, Kind as Wrong, Place};
use crate::locale::entry::Entry;
use crate::locale::say::path;
use crate::locale::{Language, Texts};
use std::collections::BTreeMap;

/// Tags of the small markup.
const TAGS: [&str; 3] = ["b", "i", "code"];
/// Signs that must be written out in texts with markup.
const WRITTEN_OUT: [&str; 3] = ["&lt;", "&gt;", "&amp;"];
/// Half-width signs that are wrong after a Chinese one.
const HALF: [char; 6] = [',', '.', ':', ';', '?', '!'];
/// Full-width signs that only Chinese uses.
const FULL: [char; 12] = ['，', '。', '：', '；', '？', '！', '、', '（', '）', '《', '》', '—'];

pub(super) fn check(texts: &Texts, found: &mut Vec<Complaint>) {
    let mut tags: BTreeMap<String, (String, Vec<String>)> = BTreeMap::new();
    for entry in texts.entries() {
        length(&entry, found);
        punctuation(&entry, found);
        match markup(&entry) {
            Err(trouble) => found.push(complain(&entry, Wrong::MarkupWrong { trouble })),
            Ok(own) => {
                let file = path(entry.language, entry.file);
                let (other, first) = tags.entry(entry.name()).or_insert_with(|| (file, own.clone()));
                if *first != own {
                    found.push(complain(&entry, Wrong::MarkupDiffers { id: entry.name(), other: other.clone() }));
                }
            }
        }
    }
}

fn complain(entry: &Entry<'_>, kind: Wrong) -> Complaint {
    Complaint::new(path(entry.language, entry.file), entry.place(), kind)
}

fn is_chinese(language: &Language) -> bool {
    language.0 == "zh" || language.0.starts_with("zh-")
}

/// Signs that a label holds: Chinese ones are twice as wide.
fn limit(entry: &Entry<'_>) -> Option<usize> {
    let attribute = entry.attribute?;
    let (chinese, other) = match attribute {
        "short" => (14, 28),
        "label" => (8, 28),
        _ if attribute.starts_with("opt-") => (20, 40),
        _ => return None,
    };
    Some(if is_chinese(entry.language) { chinese } else { other })
}

fn length(entry: &Entry<'_>, found: &mut Vec<Complaint>) {
    let Some(limit) = limit(entry) else { return };
    let length: usize = entry.words().iter().map(|words| words.chars().count()).sum();
    if length > limit {
        found.push(complain(entry, Wrong::LabelTooLong { id: entry.name(), length, limit }));
    }
}

fn punctuation(entry: &Entry<'_>, found: &mut Vec<Complaint>) {
    // What people type is not ours to correct.
    if entry.attribute.is_some_and(|attribute| attribute.starts_with("also-")) || entry.id.starts_with("word-") {
        return;
    }
    let chinese = is_chinese(entry.language);
    for words in entry.words() {
        let mut before = ' ';
        for (at, sign) in words.char_indices() {
            let place = || Place::of_part(entry.source, &words[at..at + sign.len_utf8()]);
            let file = || path(entry.language, entry.file);
            if chinese && HALF.contains(&sign) && is_han(before) {
                found.push(Complaint::new(file(), place(), Wrong::PunctuationHalf { sign }));
            }
            // Chinese words may be quoted with their own punctuation.
            if !chinese && FULL.contains(&sign) && !is_han(before) {
                found.push(Complaint::new(file(), place(), Wrong::PunctuationFull { sign }));
            }
            before = sign;
        }
    }
}

fn is_han(sign: char) -> bool {
    matches!(sign, '\u{3400}'..='\u{9FFF}' | '\u{20000}'..='\u{3FFFF}')
}

/// The tags in order; what is wrong with them otherwise.
fn markup(entry: &Entry<'_>) -> Result<Vec<String>, String> {
    let mut all = Vec::new();
    let mut open: Vec<String> = Vec::new();
    for words in entry.words() {
        let mut rest = words;
        while let Some(at) = rest.find(['<', '>', '&']) {
            rest = &rest[at..];
            if let Some(entity) = WRITTEN_OUT.iter().find(|entity| rest.starts_with(**entity)) {
                rest = &rest[entity.len()..];
                continue;
            }
            let tag = rest.strip_prefix('<').and_then(|tag| tag.split_once('>'));
            let Some((tag, after)) = tag else {
                return Err(format!("`{}` stands alone, write it as an entity", rest.chars().next().unwrap_or_default()));
            };
            match tag.strip_prefix('/') {
                Some(name) if open.pop().as_deref() == Some(name) => {}
                Some(name) => return Err(format!("`</{name}>` closes nothing")),
                None if TAGS.contains(&tag) => open.push(tag.to_owned()),
                None => return Err(format!("`<{tag}>` is not allowed, only <b>, <i> and <code>")),
            }
            all.push(tag.to_owned());
            rest = after;
        }
    }
    match open.pop() {
        Some(tag) => Err(format!("`<{tag}>` is not closed")),
        None => Ok(all),
    }
}
