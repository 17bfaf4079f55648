//! How Chinese names sound in pinyin without tones, with all readings of characters that have several.
//!
//! ## Why
//! 重庆 is "chong qing", but the first reading of 重 is "zhong". So every reading counts, in spelling and in initials.

use pinyin::{ToPinyin, ToPinyinMulti};
use std::borrow::Cow;
use std::ops::RangeInclusive;
use std::sync::LazyLock;

/// A name with many ambiguous characters is spelled in so many ways at most.
const MOST_SPELLINGS: usize = 12;

/// Characters whose readings are looked up once: all that names are commonly written in.
const COMMON: RangeInclusive<char> = '\u{4e00}'..='\u{9fff}';

/// 吕 is written "lu" and "lv", 略 "lue" and "lve".
const ROUND: [(&str, [&str; 2]); 4] = [("lü", ["lu", "lv"]), ("lüe", ["lue", "lve"]), ("nü", ["nu", "nv"]), ("nüe", ["nue", "nve"])];

/// Readings of the common characters, one behind the other.
static TABLE: LazyLock<Table> = LazyLock::new(Table::new);

/// All ways to spell a name in one go, the most common first; signs that are not Chinese stay.
pub(super) fn spellings(name: &str) -> Vec<String> {
    combine(name, |reading| reading)
}

/// The most common way to spell a name.
pub(super) fn spelling(name: &str) -> String {
    let mut spelled = String::with_capacity(2 * name.len());
    for sign in name.chars() {
        match readings(sign).first() {
            Some(reading) => spelled.push_str(reading),
            None => spelled.push(sign),
        }
    }
    spelled
}

/// The most common way to write its initials.
pub(super) fn first_initials(name: &str) -> String {
    name.chars().map(|sign| readings(sign).first().and_then(|reading| reading.chars().next()).unwrap_or(sign)).collect()
}

/// All ways to write its initials ("重庆": zq, cq), the most common first.
pub(super) fn initials(name: &str) -> Vec<String> {
    combine(name, |reading| reading.char_indices().nth(1).map_or(reading, |(end, _)| reading.get(..end).unwrap_or_default()))
}

fn combine(name: &str, part: impl Fn(&'static str) -> &'static str) -> Vec<String> {
    let mut ways = vec![String::with_capacity(2 * name.len())];
    let mut parts = Vec::new();
    for sign in name.chars() {
        parts.clear();
        for reading in readings(sign).iter() {
            let part = part(reading);
            if !parts.contains(&part) {
                parts.push(part);
            }
        }
        match parts.as_slice() {
            [] => ways.iter_mut().for_each(|way| way.push(sign)),
            [part] => ways.iter_mut().for_each(|way| way.push_str(part)),
            _ => ways = longer(&ways, &parts),
        }
    }
    ways
}

/// Each way with each part behind it, each once, in their order.
fn longer(ways: &[String], parts: &[&str]) -> Vec<String> {
    let mut longer: Vec<String> = Vec::with_capacity(MOST_SPELLINGS);
    for (part, way) in parts.iter().flat_map(|part| ways.iter().map(move |way| (*part, way))) {
        if longer.len() == MOST_SPELLINGS {
            break;
        }
        if !longer.iter().any(|known| known.strip_suffix(part) == Some(way)) {
            let mut spelled = String::with_capacity(way.capacity());
            spelled.push_str(way);
            spelled.push_str(part);
            longer.push(spelled);
        }
    }
    longer
}

/// The readings of a character, the most common first; none for a sign that has none.
fn readings(sign: char) -> Cow<'static, [&'static str]> {
    if COMMON.contains(&sign) { Cow::Borrowed(TABLE.readings(sign)) } else { Cow::Owned(looked_up(sign)) }
}

struct Table {
    readings: Vec<&'static str>,
    /// Where those of each character end.
    ends: Vec<u32>,
}

impl Table {
    fn new() -> Self {
        let mut table = Self { readings: Vec::new(), ends: Vec::new() };
        for sign in COMMON {
            table.readings.append(&mut looked_up(sign));
            table.ends.push(table.readings.len() as u32);
        }
        table
    }

    fn readings(&self, sign: char) -> &[&'static str] {
        let nth = (u32::from(sign) - u32::from(*COMMON.start())) as usize;
        let end = |nth: usize| self.ends.get(nth).map_or(0, |end| *end as usize);
        self.readings.get(nth.checked_sub(1).map_or(0, end)..end(nth)).unwrap_or_default()
    }
}

fn looked_up(sign: char) -> Vec<&'static str> {
    let mut readings: Vec<&'static str> = Vec::new();
    for reading in sign.to_pinyin().into_iter().chain(sign.to_pinyin_multi().into_iter().flatten()) {
        let plain = reading.plain();
        let round = ROUND.iter().find(|(round, _)| *round == plain);
        for spelled in round.map_or(std::slice::from_ref(&plain), |(_, spelled)| spelled) {
            if !readings.contains(spelled) {
                readings.push(spelled);
            }
        }
    }
    // Folding writes 乾 as 干.
    if sign == '干' && !readings.contains(&"qian") {
        readings.push("qian");
    }
    readings
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
    fn every_reading_is_in_letters_of_a_keyboard() {
        for sign in '\u{3400}'..='\u{9fff}' {
            assert!(readings(sign).iter().all(|reading| !reading.contains('ü')), "{sign}");
        }
    }

    #[test]
    fn each_way_stands_once_though_readings_run_together() {
        // "xian" is one character and two; "a" behind "xi" is another split of the same letters.
        for name in ["西安先", "重行乐长还", "干乾吕女略", "大厦会计"] {
            let ways = spellings(name);
            let distinct: std::collections::HashSet<&String> = ways.iter().collect();
            assert_eq!(distinct.len(), ways.len(), "{name}: {ways:?}");
        }
    }

    #[test]
    fn a_name_of_many_readings_is_cut_short() {
        assert!(spellings(&"重行乐长还".repeat(20)).len() <= 12);
    }
}
