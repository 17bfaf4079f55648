//! Provinces and cities of the country: where an agency is, when its list does not say so in columns of its own, and
//! which part of a name is only a place.
//!
//! The two leading digits of an agency code are those of the province in GB/T 2260. They tell where the firm was
//! licensed, not where each branch is.

use super::sound;
use crate::place::fold::compact;
use std::collections::HashMap;
use std::sync::LazyLock;

/// `code, name_zh, name_en, cities` (cities apart by bars, without 市).
const TABLE: &str = include_str!("../data/regions.csv");

/// Names of provinces and cities in Latin letters.
static LATIN: LazyLock<HashMap<String, Vec<Seat>>> = LazyLock::new(spelled);

/// The same by their first and by their last two letters, the longest first.
static LATIN_BEGINS: LazyLock<HashMap<[u8; 2], Vec<&'static str>>> = LazyLock::new(|| longest_first(|name| name.as_bytes().first_chunk()));
static LATIN_ENDS: LazyLock<HashMap<[u8; 2], Vec<&'static str>>> = LazyLock::new(|| longest_first(|name| name.as_bytes().last_chunk()));

static PROVINCES: LazyLock<Vec<Province>> = LazyLock::new(|| TABLE.lines().skip(1).filter_map(province).collect());

/// Provinces by the first character of their names, in the order of the table.
static PROVINCE_BEGINS: LazyLock<HashMap<char, Vec<&'static Province>>> =
    LazyLock::new(|| by_sign(PROVINCES.iter(), |province| province.zh.chars().next()));

/// Cities by the first character of their names, in the order of the table.
static CITY_BEGINS: LazyLock<HashMap<char, Vec<(&'static str, Seat)>>> =
    LazyLock::new(|| by_sign(cities(), |(city, _)| city.chars().next()));

/// Cities and provinces by the last character of their names, each province behind its cities.
static ENDS: LazyLock<HashMap<char, Vec<(&'static str, Seat)>>> = LazyLock::new(|| {
    let places = PROVINCES.iter().flat_map(|province| {
        let whole = Seat { province: Some(province.zh), city: province.cities.is_empty().then_some(province.zh) };
        province.cities.iter().map(|city| (*city, Seat { province: Some(province.zh), city: Some(city) })).chain([(province.zh, whole)])
    });
    by_sign(places, |(place, _)| place.chars().next_back())
});

/// A province, autonomous region, municipality or special administrative region.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Province {
    /// First two digits of GB/T 2260.
    pub code: &'static str,
    /// Without 省, 市 or 自治区.
    pub zh: &'static str,
    pub en: &'static str,
    /// Prefecture-level cities and a few well-known others, without 市. Empty where the province is a city.
    pub cities: Vec<&'static str>,
}

/// Where an agency is, as far as known.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Seat {
    pub province: Option<&'static str>,
    pub city: Option<&'static str>,
}

/// All provinces in the order of their codes.
pub fn provinces() -> &'static [Province] {
    &PROVINCES
}

/// The province with these two leading digits; 72 is Hong Kong in agency codes.
pub fn by_code(code: &str) -> Option<&'static Province> {
    let digits = match code.get(..2)? {
        "81" => "72",
        digits => digits,
    };
    PROVINCES.iter().find(|province| province.code == digits)
}

/// Reads a place from the beginning of an address or a name ("湖北省武汉市武昌区...", "武汉开元...").
pub fn seat_of(text: &str) -> Seat {
    seat_of_folded(&compact(text))
}

/// The same for a text that is folded and has no blanks.
pub(super) fn seat_of_folded(text: &str) -> Seat {
    let Some(first) = text.chars().next() else { return Seat::default() };
    let mut provinces = PROVINCE_BEGINS.get(&first).into_iter().flatten();
    let Some(province) = provinces.find(|province| text.starts_with(province.zh)) else {
        let mut cities = CITY_BEGINS.get(&first).into_iter().flatten();
        return cities.find(|(city, _)| text.starts_with(city)).map(|(_, seat)| *seat).unwrap_or_default();
    };
    let rest = text.strip_prefix(province.zh).unwrap_or_default();
    let rest = ["省", "市", "壮族自治区", "回族自治区", "维吾尔自治区", "自治区"]
        .iter()
        .find_map(|suffix| rest.strip_prefix(suffix))
        .unwrap_or(rest);
    let city = province.cities.iter().find(|city| rest.starts_with(**city)).copied();
    let city = if province.cities.is_empty() { Some(province.zh) } else { city };
    Seat { province: Some(province.zh), city }
}

/// The place that a folded name ends with, and where it begins ("开元武汉").
pub(super) fn seat_behind(name: &str) -> Option<(usize, Seat)> {
    let name = name.strip_suffix("市").unwrap_or(name);
    let places = ENDS.get(&name.chars().next_back()?)?;
    places.iter().find_map(|(place, seat)| Some((name.strip_suffix(place)?.len(), *seat)))
}

/// The provinces and cities with this name in Latin letters without blanks: English or any reading of the pinyin, with or without
/// "shi" and the like. Two cities may share one ("suzhou").
pub fn latin(name: &str) -> &'static [Seat] {
    LATIN.get(name).map_or(&[], Vec::as_slice)
}

/// The longest name of a place that `text` begins with, in bytes; `text` is in Latin letters without blanks.
pub fn latin_begin(text: &str) -> Option<usize> {
    let names = LATIN_BEGINS.get(text.as_bytes().first_chunk()?)?;
    names.iter().find(|name| text.starts_with(**name)).map(|name| name.len())
}

/// Where the longest name of a place begins that `text` ends with, if it has at least so many letters.
pub fn latin_end(text: &str, least: usize) -> Option<usize> {
    let names = LATIN_ENDS.get(text.as_bytes().last_chunk()?)?;
    names.iter().find(|name| name.len() >= least && text.ends_with(**name)).map(|name| text.len() - name.len())
}

fn spelled() -> HashMap<String, Vec<Seat>> {
    let mut names: HashMap<String, Vec<Seat>> = HashMap::new();
    let mut enter = |name: String, seat: Seat| {
        let seats = names.entry(name).or_default();
        if !seats.contains(&seat) {
            seats.push(seat);
        }
    };
    for province in provinces() {
        let city = province.cities.is_empty().then_some(province.zh);
        let seat = Seat { province: Some(province.zh), city };
        for name in sound::spellings(province.zh).into_iter().chain([compact(province.en)]) {
            for suffix in ["", "province", "sheng", "shi"] {
                enter(format!("{name}{suffix}"), seat);
            }
        }
        for city in &province.cities {
            let seat = Seat { province: Some(province.zh), city: Some(city) };
            for name in sound::spellings(city) {
                for suffix in ["", "city", "shi"] {
                    enter(format!("{name}{suffix}"), seat);
                }
            }
        }
    }
    names
}

/// Names in Latin letters by two of them, the longest first.
fn longest_first(letters: impl Fn(&str) -> Option<&[u8; 2]>) -> HashMap<[u8; 2], Vec<&'static str>> {
    let mut names: HashMap<[u8; 2], Vec<&'static str>> = HashMap::new();
    for name in LATIN.keys() {
        if let Some(letters) = letters(name) {
            names.entry(*letters).or_default().push(name);
        }
    }
    names.values_mut().for_each(|names| names.sort_unstable_by_key(|name| std::cmp::Reverse(name.len())));
    names
}

fn by_sign<T>(places: impl Iterator<Item = T>, sign: impl Fn(&T) -> Option<char>) -> HashMap<char, Vec<T>> {
    let mut by_sign: HashMap<char, Vec<T>> = HashMap::new();
    for place in places {
        if let Some(sign) = sign(&place) {
            by_sign.entry(sign).or_default().push(place);
        }
    }
    by_sign
}

fn cities() -> impl Iterator<Item = (&'static str, Seat)> {
    let seat = |province: &Province, city| Seat { province: Some(province.zh), city: Some(city) };
    PROVINCES.iter().flat_map(move |province| province.cities.iter().map(move |city| (*city, seat(province, city))))
}

fn province(line: &'static str) -> Option<Province> {
    let mut columns = line.trim_end().split(',');
    let (code, zh, en) = (columns.next()?, columns.next()?, columns.next()?);
    let cities = columns.next()?.split('|').filter(|city| !city.is_empty()).collect();
    Some(Province { code, zh, en, cities })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_read_whole() {
        assert_eq!(provinces().len(), 34);
        assert_eq!(provinces().len() + 1, TABLE.lines().count());
        assert!(provinces().iter().all(|province| province.code.len() == 2 && !province.en.is_empty()));
        assert_eq!(by_code("42104").map(|province| province.en), Some("Hubei"));
        assert_eq!(by_code("72001").map(|province| province.zh), Some("香港"));
        assert_eq!(by_code("9"), None);
        assert_eq!(by_code("é"), None);
    }

    #[test]
    fn latin_names_are_found_in_front_and_behind() {
        let cities = |name| latin(name).iter().filter_map(|seat| seat.city).collect::<Vec<_>>();
        assert_eq!(cities("wuhan"), ["武汉"]);
        assert_eq!(cities("suzhou"), ["苏州", "宿州"]);
        assert_eq!(cities("chongqing"), ["重庆"]);
        assert!(latin("atlantis").is_empty());
        assert_eq!(latin_begin("wuhanshikaiyuan"), Some(8));
        assert_eq!(latin_begin("kaiyuanwuhan"), None);
        assert_eq!(latin_end("kaiyuanwuhan", 5), Some(7));
        assert_eq!(latin_end("éé", 1), None);
        assert_eq!(latin_end("wuhan", 6), None, "too short to be looked for");
        assert!(LATIN.keys().all(|name| name.len() > 1), "they are looked up by two letters");
    }

    #[test]
    fn a_seat_is_read_from_an_address_or_a_name() {
        let seat = |province, city| Seat { province, city };
        assert_eq!(seat_of("湖北省武汉市武昌区中南路"), seat(Some("湖北"), Some("武汉")));
        assert_eq!(seat_of("武汉开元知识产权代理有限公司"), seat(Some("湖北"), Some("武汉")));
        assert_eq!(seat_of("北京市海淀区"), seat(Some("北京"), Some("北京")));
        assert_eq!(seat_of("浙江翔隆专利事务所"), seat(Some("浙江"), None));
        assert_eq!(seat_of("广西壮族自治区南宁市"), seat(Some("广西"), Some("南宁")));
        assert_eq!(seat_of("中国专利代理"), Seat::default());
    }
}
