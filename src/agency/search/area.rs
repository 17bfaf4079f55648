//! Which agencies a place means: those of a district, a zone, a city, a province, or those outside the city.

use crate::agency::name::Name;
use crate::agency::{Agency, region};
use crate::place::fold::{compact, fold, is_han};
use crate::place::{Place, PlaceKind, PlaceMatch, Places};
use std::collections::BTreeSet;

/// What is asked for: agencies in any of these.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Area {
    /// Names as in [`region`].
    provinces: BTreeSet<&'static str>,
    cities: BTreeSet<&'static str>,
    /// Codes of the places that handle matters of a district or zone.
    parts: BTreeSet<String>,
    /// Everywhere but in the city of the office.
    outside: bool,
}

/// Where an agency is, in the words of [`Area`].
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub(super) struct Seat {
    pub province: String,
    pub city: String,
    part: Option<String>,
}

/// Reads places and compares them with the seats of agencies.
#[derive(Debug, Clone)]
pub(super) struct Map {
    places: Places,
    /// The city of the office, without 市.
    home: String,
}

impl Map {
    pub fn new(places: Places) -> Self {
        let city = places.iter().find(|place| place.kind == PlaceKind::City);
        let home = city.map(|place| bare(&place.zh)).unwrap_or_default();
        Self { places, home }
    }

    pub fn seat(&self, agency: &Agency) -> Seat {
        let province = agency.province.as_deref().map(bare).unwrap_or_default();
        let city = agency.city.as_deref().map(bare).unwrap_or_default();
        let district = agency.district.as_deref().filter(|_| city == self.home);
        let part = district.and_then(|district| match self.places.find(district) {
            PlaceMatch::One(place) => Some(place.route_code().to_owned()),
            PlaceMatch::Several(_) | PlaceMatch::None => None,
        });
        Seat { province, city, part }
    }

    /// The area of a place as people or forms write it: a name, perhaps in an address, or a code.
    pub fn read(&self, text: &str) -> Option<Area> {
        let name = compact(text);
        by_digits(&name).or_else(|| self.whole(&name)).or_else(|| match self.places.find(text) {
            PlaceMatch::One(place) if place.kind == PlaceKind::Outside => in_sentence(text).or_else(|| Some(self.of(&[place]))),
            PlaceMatch::One(place) => Some(self.of(&[place])),
            PlaceMatch::Several(places) => Some(self.of(&places)),
            PlaceMatch::None => in_sentence(text),
        })
    }

    /// The area, if the text is the name of a place and nothing more; `name` is compact.
    pub fn whole(&self, name: &str) -> Option<Area> {
        whole_region(name).or_else(|| {
            let places = self.places.named(name);
            (!places.is_empty()).then(|| self.of(&places))
        })
    }

    /// Whether an agency is there; one whose district is unknown is in no district.
    pub fn holds(&self, area: &Area, seat: &Seat) -> bool {
        area.provinces.contains(seat.province.as_str())
            || area.cities.contains(seat.city.as_str())
            || seat.part.as_ref().is_some_and(|part| area.parts.contains(part))
            || (area.outside && seat.city != self.home)
    }

    /// Whether an agency may be there: its district is not known, its city is right.
    pub fn may_hold(&self, area: &Area, seat: &Seat) -> bool {
        !area.parts.is_empty() && seat.part.is_none() && seat.city == self.home
    }

    fn of(&self, places: &[&Place]) -> Area {
        let mut area = Area::default();
        for place in places {
            match place.kind {
                PlaceKind::City => area.cities.extend(city_named(&self.home)),
                PlaceKind::Outside => area.outside = true,
                PlaceKind::District | PlaceKind::Zone => {
                    area.parts.insert(place.route_code().to_owned());
                }
            }
        }
        area
    }
}

impl Area {
    /// The place in front of a name that was cut.
    pub fn of_name(name: &Name) -> Option<Self> {
        Self::of_seats(name.seats.iter().copied())
    }

    fn of_seats(seats: impl Iterator<Item = region::Seat>) -> Option<Self> {
        let mut area = Self::default();
        for seat in seats {
            match (seat.city, seat.province) {
                (Some(city), province) if Some(city) != province => area.cities.insert(city),
                (_, Some(province)) => area.provinces.insert(province),
                (_, None) => false,
            };
        }
        (area != Self::default()).then_some(area)
    }
}

/// "42", "420000"; codes of other cities are not known here.
fn by_digits(name: &str) -> Option<Area> {
    let province = name.len() == 2 || (name.len() == 6 && name.ends_with("0000"));
    let digits = province && name.bytes().all(|byte| byte.is_ascii_digit());
    let province = digits.then(|| region::by_code(name))??;
    Some(Area { provinces: BTreeSet::from([province.zh]), ..Area::default() })
}

fn whole_region(name: &str) -> Option<Area> {
    if name.is_ascii() {
        return Area::of_seats(region::latin(name).iter().copied());
    }
    let name = bare(name);
    let province = region::provinces().iter().find(|province| province.zh == name);
    match province {
        Some(province) => Some(Area { provinces: BTreeSet::from([province.zh]), ..Area::default() }),
        None => city_named(&name).map(|city| Area { cities: BTreeSet::from([city]), ..Area::default() }),
    }
}

fn city_named(name: &str) -> Option<&'static str> {
    let mut cities = region::provinces().iter().flat_map(|province| &province.cities);
    cities.find(|city| **city == name).copied()
}

fn in_sentence(text: &str) -> Option<Area> {
    let folded = fold(text);
    let mut cities = region::provinces().iter().flat_map(|province| &province.cities);
    if let Some(city) = cities.find(|city| folded.contains(**city)) {
        return Some(Area { cities: BTreeSet::from([*city]), ..Area::default() });
    }
    if let Some(province) = region::provinces().iter().find(|province| folded.contains(province.zh)) {
        return Some(Area { provinces: BTreeSet::from([province.zh]), ..Area::default() });
    }
    let mut words = folded.split(|sign: char| sign == ' ' || is_han(sign)).filter(|word| word.len() > 3);
    words.find_map(whole_region)
}

/// Without the words for province and city.
fn bare(name: &str) -> String {
    let name = compact(name);
    let suffixes = ["维吾尔自治区", "壮族自治区", "回族自治区", "特别行政区", "自治区", "省", "市"];
    let short = suffixes.iter().find_map(|suffix| name.strip_suffix(suffix)).filter(|short| short.chars().count() > 1);
    short.unwrap_or(&name).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<Area> {
        Map::new(Places::shipped()).read(text)
    }

    fn parts(codes: &[&str]) -> Option<Area> {
        Some(Area { parts: codes.iter().map(|code| (*code).to_owned()).collect(), ..Area::default() })
    }

    fn province(names: &[&'static str]) -> Option<Area> {
        Some(Area { provinces: names.iter().copied().collect(), ..Area::default() })
    }

    fn city(names: &[&'static str]) -> Option<Area> {
        Some(Area { cities: names.iter().copied().collect(), ..Area::default() })
    }

    #[test]
    fn provinces_and_cities_are_read_by_name_sound_and_code() {
        for text in ["湖北", "湖北省", "Hubei", "hubei province", "42", "420000", "在湖北"] {
            assert_eq!(read(text), province(&["湖北"]), "{text}");
        }
        for text in ["武汉", "武漢市", "Wuhan", "420100", "Wuhan City", "湖北武汉"] {
            assert_eq!(read(text), city(&["武汉"]), "{text}");
        }
        for text in ["重庆", "chongqing", "Chongqing", "50"] {
            assert_eq!(read(text), province(&["重庆"]), "{text}");
        }
        assert_eq!(read("Shenzhen, Guangdong"), city(&["深圳"]));
        assert_eq!(read("suzhou"), city(&["苏州", "宿州"]), "two cities of one spelling");
        assert_eq!(read("广州市天河区"), city(&["广州"]));
    }

    #[test]
    fn districts_and_zones_are_read_as_what_handles_them() {
        assert_eq!(read("武昌区中南路12号"), parts(&["420106"]));
        assert_eq!(read("zone_airport"), parts(&["420112"]));
        assert_eq!(read("东湖"), parts(&["zone_donghu_hightech", "zone_east_lake_scenic"]));
        assert_eq!(read("外地"), Some(Area { outside: true, ..Area::default() }));
        assert_eq!(read("nowhere at all"), None);
        assert_eq!(read(""), None);
    }
}
