//! The office of a place: which one it is, and what its operator has published about it.

use super::{With, found, yes_no};
use crate::config::WindowConfig;
use crate::dialog::Event;
use crate::dialog::answer::Answer;
use crate::dialog::screen::place_name;
use crate::id::StepId;
use crate::intake::Fold;
use crate::locale::{Text, Value};
use crate::office::in_languages;
use crate::place::PlaceKind;

impl Fold<'_> {
    /// The office of the place that was named. What is not published here is said to be so, never guessed.
    pub(super) fn window(&self, step: &StepId, with: &With) -> Event {
        let office = self.office;
        let current = office.current.load();
        let code = with.iter().find_map(|(_, answer)| match answer {
            Answer::Place(place) => Some(place.code.as_str()),
            _ => None,
        });
        let place = code.and_then(|code| self.places.by_code(code));
        let kind = place.map_or(PlaceKind::City, |place| place.kind);
        let (kind, name) = match (kind, place) {
            (PlaceKind::Outside, _) => ("outside", Text::new("window-outside")),
            (PlaceKind::District, Some(place)) => ("district", self.bureau(&place.code)),
            (PlaceKind::Zone, Some(place)) => ("zone", self.bureau(&place.code)),
            (PlaceKind::City | PlaceKind::District | PlaceKind::Zone, _) => ("city", current.rules.office.name.clone()),
        };
        let entry = match kind {
            "outside" => None,
            "city" => Some(current.city_window(place.map_or("", |place| place.code.as_str()))),
            _ => {
                let handler = place.and_then(|place| self.places.handler(&place.code)).map(|place| place.code.as_str());
                code.and_then(|code| current.window_of(code)).or_else(|| current.window_of(handler?)).cloned()
            }
        };
        let entry = entry.unwrap_or_default();
        let missing = || Value::from(Text::new(if kind == "outside" { "window-elsewhere" } else { "window-missing" }));
        let said = |words: &std::collections::BTreeMap<String, String>| match words.is_empty() {
            true => missing(),
            false => in_languages(words).into(),
        };
        let name = if entry.name.is_empty() { name } else { in_languages(&entry.name) };
        found(
            step,
            [
                ("kind", kind.into()),
                ("name", name.into()),
                ("address", said(&entry.address)),
                ("phone", entry.phone.clone().map_or_else(missing, Value::Words)),
                ("hours", said(&entry.hours)),
                ("note", if entry.note.is_empty() { "".into() } else { said(&entry.note) }),
                ("published", yes_no(is_published(&entry))),
            ],
        )
    }

    fn bureau(&self, code: &str) -> Text {
        Text::new("queue-district").with("place", place_name(&self.places, code))
    }
}

/// Somebody can go there or call.
fn is_published(entry: &WindowConfig) -> bool {
    !entry.address.is_empty() || entry.phone.is_some()
}
