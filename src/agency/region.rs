//! Provinces and cities of the country: where an agency is, when its list does not say so in columns of its own, and
//! which part of a name is only a place.
//!
//! The two leading digits of an agency code are those of the province in GB/T 2260. They tell where the firm was
//! licensed, not where each branch is.

use super::sound;
use crate::place::fold::compact;
use std::sync::LazyLock;

/// `code, name_zh, name_en, cities` (cities apart by bars, without 市).
const TABLE: &str = include_str!("../../data/regions.csv");

/// Names of provinces and cities in Latin letters, the longer first.
static LATIN: LazyLock<Vec<(String, Seat)>> = LazyLock::new(spelled);

static PROVINCES: LazyLock<Vec<Province>> = LazyLock::new(|| TABLE.lines().skip(1).filter_map(province).collect());

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
    let text = compact(text);
    let Some(province) = PROVINCES.iter().find(|province| text.starts_with(province.zh)) else {
        return city_at_start(&text).unwrap_or_default();
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

/// All names in Latin letters without blanks, English and every reading of the pinyin, with and without "shi" and the like; the longer
/// first. Two cities may share one ("suzhou").
pub fn latin() -> &'static [(String, Seat)] {
    &LATIN
}

fn spelled() -> Vec<(String, Seat)> {
    let mut names: Vec<(String, Seat)> = Vec::new();
    for province in provinces() {
        let city = province.cities.is_empty().then_some(province.zh);
        let seat = Seat { province: Some(province.zh), city };
        let own = sound::spellings(province.zh).into_iter().chain([compact(province.en)]);
        names.extend(
            own.flat_map(|name| [format!("{name}province"), format!("{name}sheng"), format!("{name}shi"), name]).map(|name| (name, seat)),
        );
        for city in &province.cities {
            let seat = Seat { province: Some(province.zh), city: Some(city) };
            let own = sound::spellings(city).into_iter();
            names.extend(own.flat_map(|name| [format!("{name}city"), format!("{name}shi"), name]).map(|name| (name, seat)));
        }
    }
    names.sort_by(|one, other| other.0.len().cmp(&one.0.len()).then_with(|| one.0.cmp(&other.0)));
    names.dedup();
    names
}

fn city_at_start(text: &str) -> Option<Seat> {
    let mut cities = PROVINCES.iter().flat_map(|province| province.cities.iter().map(move |city| (province, *city)));
    let (province, city) = cities.find(|(_, city)| text.starts_with(city))?;
    Some(Seat { province: Some(province.zh), city: Some(city) })
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
