//! Texts of strangers: cleaned for keeping, neutralised for showing, folded for matching.
//!
//! What is kept stays as sent but for control characters; what is shown cannot turn the layout around, climb over other
//! lines, or break a log line. It does not escape for HTML or CSV: that belongs to whoever writes those.

use std::ops::RangeInclusive;
use std::sync::LazyLock;

use ferrous_opencc::OpenCC;
use ferrous_opencc::config::BuiltinConfig;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Marks shown on one base character. Living scripts need up to three.
const MAX_MARKS: usize = 3;

static TO_SIMPLIFIED: LazyLock<Option<OpenCC>> = LazyLock::new(|| OpenCC::from_config(BuiltinConfig::T2s).ok());

/// Signs that change only beside certain others (瞭解, 答覆, 藉口, 沈默, 牴牾, 衹得).
const CHANGED_IN_WORDS: [char; 6] = ['瞭', '覆', '藉', '沈', '牴', '衹'];

/// The common characters, one bit each: set where [`simplified`] may change it, alone or in a word.
static TRADITIONAL: LazyLock<Vec<u64>> = LazyLock::new(|| {
    let changes = |sign: char| CHANGED_IN_WORDS.contains(&sign) || simplified(sign.encode_utf8(&mut [0; 4])) != sign.to_string();
    let mut bits = vec![0; COMMON.clone().count().div_ceil(64)];
    for (nth, _) in COMMON.enumerate().filter(|(_, sign)| changes(*sign)) {
        if let Some(bits) = bits.get_mut(nth / 64) {
            *bits |= 1 << (nth % 64);
        }
    }
    bits
});

const COMMON: RangeInclusive<char> = '\u{4e00}'..='\u{9fff}';

/// For keeping: NFC, line ends as `\n`, tabs as blanks, no other control characters, no blanks around.
pub fn clean(text: &str) -> String {
    let kept: String = unix_lines(text)
        .filter_map(|sign| match sign {
            '\n' => Some('\n'),
            '\t' => Some(' '),
            sign if sign.is_control() => None,
            sign => Some(sign),
        })
        .nfc()
        .collect();
    kept.trim().to_owned()
}

/// For showing on one line: no direction controls, no invisible characters, at most three marks on a character, control
/// characters and line ends as blanks.
pub fn neutral(text: &str) -> String {
    neutralise(text.chars().map(|sign| if is_line_end(sign) { ' ' } else { sign }))
}

/// Like [`neutral`], but line ends stay as `\n`: for long texts.
pub fn neutral_lines(text: &str) -> String {
    neutralise(unix_lines(text).map(|sign| if is_line_end(sign) { '\n' } else { sign }))
}

/// For matching: NFKC, simplified characters, lower case, only letters and digits. Two spellings of one name meet here.
pub fn fold(text: &str) -> String {
    let wide: String = text.nfkc().filter(|sign| !is_invisible(*sign)).collect();
    simplified(&wide).to_lowercase().chars().filter(|sign| sign.is_alphanumeric()).collect()
}

/// Traditional characters as simplified ones; everything else unchanged.
pub fn simplified(text: &str) -> String {
    match &*TO_SIMPLIFIED {
        Some(converter) if !text.is_ascii() => converter.convert(text),
        _ => text.to_owned(),
    }
}

/// Whether [`simplified`] leaves a sign as it is, whatever stands around it. Says no of rare characters.
pub fn stays_simplified(sign: char) -> bool {
    if COMMON.contains(&sign) {
        let nth = (u32::from(sign) - u32::from(*COMMON.start())) as usize;
        return TRADITIONAL.get(nth / 64).is_some_and(|bits| bits >> (nth % 64) & 1 == 0);
    }
    matches!(sign, '\0'..='\u{7f}' | '（' | '）' | '，' | '、' | '。' | '·')
}

/// True for characters that turn the direction of text or take no room: bidi controls, zero-width characters, fillers,
/// tag characters.
pub(super) fn is_invisible(sign: char) -> bool {
    matches!(sign,
        '\u{00AD}' | '\u{034F}' | '\u{061C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}' | '\u{180B}'..='\u{180F}'
        | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{3164}' | '\u{FEFF}'
        | '\u{FFA0}' | '\u{FFF0}'..='\u{FFFB}' | '\u{1BCA0}'..='\u{1BCA3}' | '\u{E0000}'..='\u{E0FFF}')
}

fn neutralise(signs: impl Iterator<Item = char>) -> String {
    let mut shown = String::new();
    // Marks at the very beginning would sit on our own words.
    let mut marks = MAX_MARKS;
    for sign in signs.filter(|sign| !is_invisible(*sign)) {
        if is_combining_mark(sign) {
            marks += 1;
            if marks <= MAX_MARKS {
                shown.push(sign);
            }
            continue;
        }
        marks = if sign == '\n' { MAX_MARKS } else { 0 };
        shown.push(if sign.is_control() && sign != '\n' { ' ' } else { sign });
    }
    shown
}

/// `\r\n` and a lone `\r` as `\n`.
fn unix_lines(text: &str) -> impl Iterator<Item = char> {
    let mut signs = text.chars().peekable();
    std::iter::from_fn(move || {
        let sign = signs.next()?;
        if sign != '\r' {
            return Some(sign);
        }
        signs.next_if_eq(&'\n');
        Some('\n')
    })
}

fn is_line_end(sign: char) -> bool {
    matches!(sign, '\n' | '\r' | '\u{000B}' | '\u{000C}' | '\u{0085}' | '\u{2028}' | '\u{2029}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn clean_keeps_lines_and_drops_controls() {
        assert_eq!(clean("  a\r\nb\rc\td\u{0}\u{1b}[31m \n"), "a\nb\nc d[31m");
        assert_eq!(clean("e\u{301}"), "é");
        assert_eq!(clean("\u{0}\n "), "");
    }

    #[test]
    fn neutral_takes_away_direction_and_zero_width() {
        assert_eq!(neutral("evil\u{202e}gpj.exe\u{200b}\u{2066}"), "evilgpj.exe");
        assert_eq!(neutral("武\u{feff}汉\u{3164}"), "武汉");
    }

    #[test]
    fn neutral_leaves_three_marks_of_four_thousand() {
        let zalgo = format!("a{}b", "\u{301}".repeat(4096));
        assert_eq!(neutral(&zalgo), "a\u{301}\u{301}\u{301}b");
        assert_eq!(neutral("\u{301}\u{301}a"), "a");
        assert_eq!(neutral_lines("a\n\u{301}b"), "a\nb");
    }

    #[test]
    fn neutral_makes_one_line_without_escapes() {
        assert_eq!(neutral("a\r\nb\u{1b}[31m\u{0}c\u{2028}d"), "a  b [31m c d");
        assert_eq!(neutral_lines("a\r\nb\u{1b}c\u{2029}d"), "a\nb c\nd");
    }

    #[test]
    fn markup_and_formulas_stay_as_they_are() {
        for text in ["<3", "</b>", "_*[", "{{7*7}}", "${jndi:ldap://x}", "=HYPERLINK(\"x\")", "-1+1", "👍🏽"] {
            assert_eq!(neutral(text), text);
            assert_eq!(clean(text), text);
        }
    }

    #[test]
    fn fold_meets_width_case_script_and_punctuation() {
        let folded = fold("武汉知识产权局Abc12");
        for spelling in ["武漢知識產權局ＡＢＣ１２", "武汉·知识产权局 (abc-12)", "武\u{200b}汉知识产权局，aBc12！"]
        {
            assert_eq!(fold(spelling), folded, "{spelling}");
        }
        assert_eq!(fold("!? 。"), "");
        assert_eq!(fold(&format!("a{}", "\u{35f}".repeat(50))), "a");
    }

    #[test]
    fn signs_that_change_in_words_only_do_not_stay() {
        for word in ["瞭解", "答覆", "藉口", "沈默", "牴牾", "衹得", "專利", "一目瞭然", "反覆"] {
            assert!(!word.chars().all(stays_simplified), "{word}");
            assert_ne!(simplified(word), word);
        }
        for sign in "知识产权代理有限公司武汉Abc12（）·".chars() {
            assert!(stays_simplified(sign), "{sign}");
        }
    }

    proptest! {
        #[test]
        fn what_stays_simplified_stays_in_every_text(text in "[a-c一-鿿]{0,12}") {
            let staying: String = text.chars().filter(|sign| stays_simplified(*sign)).collect();
            prop_assert_eq!(simplified(&staying), staying);
        }

        #[test]
        fn neutral_is_settled_after_one_pass(text in any::<String>()) {
            let once = neutral(&text);
            prop_assert_eq!(neutral(&once), once.clone());
            prop_assert!(!once.chars().any(|sign| sign.is_control() || is_invisible(sign)));
            let lines = neutral_lines(&text);
            prop_assert_eq!(neutral_lines(&lines), lines);
        }

        #[test]
        fn clean_is_settled_after_one_pass(text in any::<String>()) {
            let once = clean(&text);
            prop_assert_eq!(clean(&once), once);
        }

        #[test]
        fn fold_has_only_letters_and_digits(text in any::<String>()) {
            prop_assert!(fold(&text).chars().all(char::is_alphanumeric));
        }
    }
}
