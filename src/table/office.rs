//! Districts with what people call them, and the offices of the city: where they are, when they are open, what their number is.

use super::read::{Record, RowReason};
use super::row::Row;
use super::{Bilingual, Kind};
use crate::place::{Place, PlaceKind};

impl Record for Place {
    const KIND: Kind = Kind::Places;

    fn read(row: &mut Row<'_>) -> Self {
        let kind = match row.one_of("kind") {
            Some("zone") => PlaceKind::Zone,
            Some("city") => PlaceKind::City,
            Some("outside") => PlaceKind::Outside,
            _ => PlaceKind::District,
        };
        Self {
            kind,
            code: row.code("code").unwrap_or_default(),
            zh: row.words("name_zh").unwrap_or_default(),
            pinyin: row.words("pinyin").unwrap_or_default(),
            en: row.words("name_en").unwrap_or_default(),
            aliases: row.aliases("aliases"),
            route: row.code("route_code"),
            seat: row.seat("seat"),
            note: row.words("note").unwrap_or_default(),
        }
    }

    fn key(&self) -> String {
        self.code.clone()
    }

    /// Whoever handles matters of a place stands in the same file.
    fn together(rows: &[Self]) -> Vec<(usize, RowReason)> {
        let known = |code: &str| rows.iter().any(|row| row.code == code);
        let lost = rows.iter().enumerate().filter(|(_, row)| !known(row.route_code()));
        lost.map(|(at, row)| {
            let wanted = "a code of this file";
            (at, RowReason::Malformed { column: "route_code".to_owned(), value: row.route_code().to_owned(), wanted })
        })
        .collect()
    }
}

/// The window of a public office: of a district, a zone, or the city. What is empty is said to be missing.
#[derive(Debug, Clone, PartialEq)]
pub struct PublicOffice {
    /// Code of its place.
    pub place: String,
    pub name: Bilingual,
    pub address: Bilingual,
    /// As it is printed.
    pub phone: Option<String>,
    /// Hours, as words.
    pub hours: Bilingual,
    /// Which floor, what to bring.
    pub note: Bilingual,
}

impl Record for PublicOffice {
    const KIND: Kind = Kind::Offices;

    fn read(row: &mut Row<'_>) -> Self {
        Self {
            place: row.place("place").unwrap_or_default(),
            name: row.both("name_zh", "name_en"),
            address: row.both("address_zh", "address_en"),
            phone: row.phone("phone"),
            hours: row.both("hours_zh", "hours_en"),
            note: row.both("note_zh", "note_en"),
        }
    }

    fn key(&self) -> String {
        self.place.clone()
    }
}
