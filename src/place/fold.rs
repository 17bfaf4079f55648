//! One spelling for all ways of writing the same words, used alike on what is stored and on what is typed.
//!
//! Full-width and compatibility forms, capitals, traditional characters, accents and punctuation disappear. What is left
//! is for comparing only and is never shown.

use crate::format::{simplified, stays_simplified};
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// Words in one spelling, apart by single spaces.
pub fn fold(text: &str) -> String {
    // Most names are made of signs that have one form only: those need no normal forms.
    if text.chars().all(has_one_form) {
        if text.chars().all(stays_simplified) {
            return words(text.chars().map(|sign| sign.to_ascii_lowercase()));
        }
        return words(simplified(text).chars().map(|sign| sign.to_ascii_lowercase()));
    }
    let plain: String = text.nfkc().flat_map(char::to_lowercase).collect();
    words(simplified(&plain).nfd().filter(|&sign| !is_combining_mark(sign)))
}

/// A sign that no normal form changes, but for punctuation that is punctuation in each.
fn has_one_form(sign: char) -> bool {
    matches!(sign, '\0'..='\u{7f}' | '\u{4e00}'..='\u{9fff}' | '（' | '）' | '，' | '、' | '。' | '·')
}

fn words(signs: impl Iterator<Item = char>) -> String {
    let mut folded = String::new();
    for sign in signs {
        match sign {
            '\'' | '’' | '‘' | '`' | 'ʼ' => {}
            _ if sign.is_alphanumeric() => folded.push(sign),
            _ if folded.is_empty() || folded.ends_with(' ') => {}
            _ => folded.push(' '),
        }
    }
    folded.truncate(folded.trim_end().len());
    folded
}

/// [`fold`] without the spaces.
pub fn compact(text: &str) -> String {
    let mut folded = fold(text);
    folded.retain(|sign| sign != ' ');
    folded
}

/// A folded text in parts: runs of Chinese characters, and the other words.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Parts {
    /// Runs of Chinese characters.
    pub han: Vec<Vec<char>>,
    /// Words of other scripts, and numbers.
    pub words: Vec<String>,
}

impl Parts {
    /// Of a text that was folded.
    pub fn of(folded: &str) -> Self {
        let mut parts = Self::default();
        for token in folded.split(' ') {
            let signs: Vec<char> = token.chars().collect();
            for part in signs.chunk_by(|one, other| is_han(*one) == is_han(*other)) {
                if part.first().is_some_and(|sign| is_han(*sign)) {
                    parts.han.push(part.to_vec());
                } else {
                    parts.words.push(part.iter().collect());
                }
            }
        }
        parts
    }
}

/// A Chinese character.
pub fn is_han(sign: char) -> bool {
    matches!(sign, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}' | '〇')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn width_case_accents_and_punctuation_do_not_matter() {
        assert_eq!(fold("  ＷＵＨＡＮ，（Lüyou）Co., Ltd. "), "wuhan luyou co ltd");
        assert_eq!(fold("Jiang'an Xi’an"), "jiangan xian");
        assert_eq!(compact("wu chang"), "wuchang");
    }

    #[test]
    fn traditional_characters_become_simplified() {
        assert_eq!(fold("武漢東湖專利代理（普通合夥）"), "武汉东湖专利代理 普通合伙");
    }

    #[test]
    fn chinese_runs_and_other_words_are_told_apart() {
        let parts = Parts::of("武汉2024年 patent 查询");
        assert_eq!(parts.han, [vec!['武', '汉'], vec!['年'], vec!['查', '询']]);
        assert_eq!(parts.words, ["2024", "patent"]);
        assert_eq!(Parts::of(""), Parts::default());
    }

    #[test]
    fn signs_of_one_form_fold_alike_alone_and_beside_others() {
        for code in (0..=0x7f).chain(0x4e00..=0x9fff).chain("（），、。·".chars().map(u32::from)) {
            let sign = char::from_u32(code).expect("a sign");
            let (alone, beside) = (format!("a{sign}B"), format!("a{sign}BＣ"));
            assert_eq!(format!("{}c", fold(&alone)), fold(&beside), "{sign:?}");
        }
    }

    #[test]
    fn strange_signs_leave_nothing_and_break_nothing() {
        assert_eq!(fold("\u{0}🙂\u{200f}…"), "");
        assert_eq!(fold(""), "");
    }
}
