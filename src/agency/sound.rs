//! How Chinese names sound in pinyin without tones, with all readings of characters that have several.
//!
//! ## Why
//! 重庆 is "chong qing", but the first reading of 重 is "zhong". So every reading counts, in spelling and in initials.

use pinyin::{ToPinyin, ToPinyinMulti};

/// A name with many ambiguous characters is spelled in so many ways at most.
const MOST_SPELLINGS: usize = 12;

/// All ways to spell a name in one go, the most common first; signs that are not Chinese stay.
pub(super) fn spellings(name: &str) -> Vec<String> {
    combine(name, |reading| reading.to_owned())
}

/// The most common way to spell a name.
pub(super) fn spelling(name: &str) -> String {
    name.chars().map(|sign| readings(sign).swap_remove(0)).collect()
}

/// The most common way to write its initials.
pub(super) fn first_initials(name: &str) -> String {
    name.chars().filter_map(|sign| readings(sign).swap_remove(0).chars().next()).collect()
}

/// All ways to write its initials ("重庆": zq, cq), the most common first.
pub(super) fn initials(name: &str) -> Vec<String> {
    combine(name, |reading| reading.chars().take(1).collect())
}

fn combine(name: &str, part: impl Fn(&str) -> String) -> Vec<String> {
    let mut ways = vec![String::new()];
    for sign in name.chars() {
        let parts = distinct(readings(sign).iter().map(|reading| part(reading)));
        if let [part] = parts.as_slice() {
            ways.iter_mut().for_each(|way| way.push_str(part));
            continue;
        }
        let longer = parts.iter().flat_map(|part| ways.iter().map(move |way| format!("{way}{part}")));
        ways = distinct(longer).into_iter().take(MOST_SPELLINGS).collect();
    }
    ways
}

/// Each once, in their order.
fn distinct(ways: impl Iterator<Item = String>) -> Vec<String> {
    let mut distinct: Vec<String> = Vec::new();
    for way in ways {
        if !distinct.contains(&way) {
            distinct.push(way);
        }
    }
    distinct
}

/// The readings of a character, the most common first, or the sign itself. 吕 is written "lu" and "lv".
fn readings(sign: char) -> Vec<String> {
    let mut readings: Vec<String> = Vec::new();
    for reading in sign.to_pinyin().into_iter().chain(sign.to_pinyin_multi().into_iter().flatten()) {
        let plain = reading.plain();
        let letters: &[&str] = if plain.contains('ü') { &["u", "v"] } else { &[""] };
        for letter in letters {
            let spelled = plain.replace('ü', letter);
            if !readings.contains(&spelled) {
                readings.push(spelled);
            }
        }
    }
    // Folding writes 乾 as 干.
    if sign == '干' && !readings.iter().any(|reading| reading == "qian") {
        readings.push("qian".to_owned());
    }
    if readings.is_empty() { vec![sign.to_string()] } else { readings }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_reading_is_spelled() {
        let spelled = spellings("重庆");
        assert!(spelled.contains(&"chongqing".to_owned()) && spelled.contains(&"zhongqing".to_owned()), "{spelled:?}");
        assert_eq!(spellings("开元"), ["kaiyuan"]);
        assert_eq!(spellings("重庆")[0], "zhongqing", "the most common reading of each character comes first");
        assert!(spellings("干").contains(&"qian".to_owned()), "乾 is folded to it");
        assert!(spellings("吕").contains(&"lv".to_owned()) && spellings("吕").contains(&"lu".to_owned()));
        assert_eq!(spellings("abc"), ["abc"]);
        assert_eq!(spellings(""), [""]);
    }

    #[test]
    fn every_reading_has_its_initial() {
        let initials = initials("重庆");
        assert!(initials.contains(&"cq".to_owned()) && initials.contains(&"zq".to_owned()), "{initials:?}");
    }

    #[test]
    fn a_name_of_many_readings_is_cut_short() {
        assert!(spellings(&"重行乐长还".repeat(20)).len() <= 12);
    }
}
