//! Words of titles and abstracts in the spelling that keywords are looked for in: no capitals, no full-width or traditional
//! characters, no accents; Latin words and runs of Chinese characters each between blanks.
//!
//! Equal to [`place::fold`](crate::place::fold::fold) but for the blanks where the script changes.
//!
//! ## Why
//! A week's publications are tens of millions of characters, and nearly all of them are plain already. So each character is
//! looked at once, and only a text that has one which is not plain goes the long way.

use crate::place::fold::is_han;
use std::sync::LazyLock;

/// Characters of the basic Chinese block that have a simplified form, one bit each.
static TRADITIONAL: LazyLock<Vec<u64>> = LazyLock::new(|| {
    let mut bits = vec![0; (usize::from(LAST - FIRST) + 64) / 64];
    for code in FIRST..=LAST {
        let Some(sign) = char::from_u32(u32::from(code)) else { continue };
        let own = sign.to_string();
        if crate::format::simplified(&own) != own {
            let at = usize::from(code - FIRST);
            bits[at / 64] |= 1 << (at % 64);
        }
    }
    bits
});
const FIRST: u16 = 0x4e00;
const LAST: u16 = 0x9fff;

/// Chinese characters, kana and Hangul: scripts without blanks between words.
pub(super) fn runs_on(sign: char) -> bool {
    is_han(sign) || matches!(sign, '\u{3041}'..='\u{30ff}' | '\u{31f0}'..='\u{31ff}' | '\u{ac00}'..='\u{d7af}')
}

/// Folds words into `folded`, behind what is there: begins and ends with a blank.
pub(super) fn fold_into(text: &str, folded: &mut String) {
    if folded.is_empty() {
        folded.push(' ');
    }
    let plain = text.chars().all(is_plain);
    if plain {
        return words(text.chars().flat_map(char::to_lowercase), folded);
    }
    words(crate::place::fold::fold(text).chars(), folded);
}

/// Nothing but its case is to be folded.
fn is_plain(sign: char) -> bool {
    match u32::from(sign) {
        0..=0x7f => sign != '\'' && sign != '`',
        code @ 0x4e00..=0x9fff => {
            let at = (code - u32::from(FIRST)) as usize;
            TRADITIONAL.get(at / 64).is_some_and(|bits| bits & (1 << (at % 64)) == 0)
        }
        // Marks of Chinese print, which part words in any spelling.
        0x3001 | 0x3002 | 0xff0c | 0xff1a | 0xff1b | 0xff08 | 0xff09 | 0x201c | 0x201d => true,
        _ => false,
    }
}

fn words(signs: impl Iterator<Item = char>, folded: &mut String) {
    let mut before = None;
    for sign in signs {
        let now = sign.is_alphanumeric().then(|| runs_on(sign));
        match now {
            None if !folded.ends_with(' ') => folded.push(' '),
            None => {}
            Some(_) => {
                if before.is_some_and(|before| now != Some(before)) && !folded.ends_with(' ') {
                    folded.push(' ');
                }
                folded.push(sign);
            }
        }
        before = now;
    }
    if !folded.ends_with(' ') {
        folded.push(' ');
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn folded(text: &str) -> String {
        let mut folded = String::new();
        fold_into(text, &mut folded);
        folded
    }

    #[test]
    fn scripts_stand_apart_and_spelling_does_not_matter() {
        assert_eq!(folded("一种5G基站，及其LED灯"), " 一种 5g 基站 及其 led 灯 ");
        assert_eq!(folded("ＬＥＤ燈（鋰電池）"), " led 灯 锂电池 ");
        assert_eq!(folded("Lithium-ion Batteries’ Lüfter"), " lithium ion batteries lufter ");
        assert_eq!(folded(""), " ");
    }

    #[test]
    fn texts_behind_one_another_stay_apart() {
        let mut both = String::new();
        for text in ["锂电", "池 a", "b"] {
            fold_into(text, &mut both);
        }
        assert_eq!(both, " 锂电 池 a b ");
    }

    proptest! {
        #[test]
        fn the_short_way_says_the_same_as_the_long_one(text in "[a-zA-Z0-9 ,.'一种锂电池鋰電燈灯，。（）Ａéß-]{0,40}") {
            let long = crate::place::fold::fold(&text);
            let plain: String = folded(&text).chars().filter(|sign| *sign != ' ').collect();
            prop_assert_eq!(plain, long.replace(' ', ""));
        }
    }
}
