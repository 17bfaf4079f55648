//! Lists of the office's own: publications, notices, policies. What nobody loaded is said not to be there.

use super::{PAGE, With, found, named, nothing, yes_no};
use crate::clock::office_day;
use crate::dialog::answer::Answer;
use crate::dialog::state::{Found, Thing};
use crate::dialog::{Event, Look};
use crate::intake::Fold;
use crate::locale::{Text, Value};
use crate::place::PlaceKind;
use crate::table::list::{Notice, Policy, Publication};
use crate::table::{Bilingual, Origin};

/// An entry of a list as a thing to pick.
type Entry = (String, [(&'static str, Value); 3]);

impl Fold<'_> {
    /// The entries that fit the answers, a page of them.
    pub(super) fn listings(&self, look: &Look) -> Event {
        let today = office_day(self.office.now());
        let tables = self.office.tables.load();
        let wanted = Wanted::of(look);
        let (entries, origin): (Vec<Entry>, &Origin) = match look.from.as_str() {
            "publications" => {
                let Some(table) = &tables.publications else { return nothing(look) };
                (table.find(wanted.choice, wanted.year).into_iter().map(publication).collect(), &table.origin)
            }
            "notices" => {
                let Some(table) = &tables.notices else { return nothing(look) };
                let place = wanted.place.filter(|code| {
                    let kind = self.places.by_code(code).map(|place| place.kind);
                    matches!(kind, Some(PlaceKind::District | PlaceKind::Zone))
                });
                (table.find(wanted.choice, place, today).into_iter().map(notice).collect(), &table.origin)
            }
            _ => {
                let Some(table) = &tables.policies else { return nothing(look) };
                (table.find(&wanted.words, today).into_iter().map(policy).collect(), &table.origin)
            }
        };
        page(look, entries, origin)
    }

    /// One entry.
    pub(super) fn listing(&self, look: &Look) -> Event {
        let today = office_day(self.office.now());
        let tables = self.office.tables.load();
        let id = picked(&look.with);
        let blank = || Value::from(Text::new("table-blank"));
        let link = |link: &Option<String>| link.clone().map_or_else(blank, Value::Words);
        let facts: Option<Vec<(&str, Value)>> = match look.from.as_str() {
            "publication" => tables.publications.as_ref().and_then(|table| table.by_id(id)).map(|one| {
                vec![
                    ("title", both(&one.title)),
                    ("kind", Text::new(format!("table-publication-{}", one.kind)).into()),
                    ("day", one.published.into()),
                    ("link", link(&one.link)),
                    ("summary", both(&one.summary)),
                    ("language", one.language.map_or_else(blank, |language| Text::new(format!("table-language-{language}")).into())),
                ]
            }),
            "notice" => tables.notices.as_ref().and_then(|table| table.by_id(id)).map(|one| {
                let places: Vec<Value> =
                    one.places.iter().map(|code| crate::dialog::screen::place_name(&self.places, code).into()).collect();
                vec![
                    ("title", both(&one.title)),
                    ("kind", Text::new(format!("table-notice-{}", one.item)).into()),
                    ("day", one.until.into()),
                    ("link", link(&one.link)),
                    ("summary", both(&one.summary)),
                    ("status", Text::new(format!("table-notice-{}", one.window(today).name())).into()),
                    ("from", one.from.into()),
                    ("until", one.until.into()),
                    ("who", both(&one.who)),
                    ("place", if places.is_empty() { Text::new("table-whole-city").into() } else { places.into() }),
                ]
            }),
            _ => tables.policies.as_ref().and_then(|table| table.by_id(id)).map(|one| {
                vec![
                    ("title", both(&one.title)),
                    ("kind", Text::new(format!("table-policy-{}", one.kind)).into()),
                    ("day", one.published.into()),
                    ("link", link(&one.link)),
                    ("summary", both(&one.summary)),
                    ("status", Text::new(format!("table-policy-{}", one.window(today).name())).into()),
                    ("from", one.from.into()),
                    ("until", one.until.map_or_else(blank, Value::Day)),
                    ("who", both(&one.by)),
                ]
            }),
        };
        let Some(facts) = facts else { return nothing(look) };
        let said: Vec<&str> = facts.iter().map(|(name, _)| *name).collect();
        let rest = ["link", "summary", "status", "from", "until", "who", "place", "language"];
        let rest: Vec<(&str, Value)> = rest.into_iter().filter(|name| !said.contains(name)).map(|name| (name, blank())).collect();
        found(&look.step, facts.into_iter().chain(rest).chain([("found", yes_no(true))]))
    }
}

/// What the answers of a look-up ask for.
struct Wanted<'a> {
    choice: Option<&'a str>,
    year: Option<i32>,
    place: Option<&'a str>,
    words: String,
}

impl<'a> Wanted<'a> {
    fn of(look: &'a Look) -> Self {
        let known: &[&[&str]] = match look.from.as_str() {
            "publications" => crate::table::column::PUBLICATIONS,
            "notices" => crate::table::column::ITEMS,
            _ => &[],
        };
        let mut wanted = Self { choice: None, year: None, place: None, words: String::new() };
        for (_, answer) in &look.with {
            match answer {
                // An option such as "any" chooses nothing.
                Answer::Choice(name) if known.iter().any(|names| names.first() == Some(&name.as_str())) => wanted.choice = Some(name),
                Answer::Year(year) => wanted.year = Some(*year),
                Answer::Place(place) => wanted.place = Some(&place.code),
                Answer::Text(words) => wanted.words.clone_from(words),
                _ => {}
            }
        }
        wanted
    }
}

fn publication(one: &Publication) -> Entry {
    let kind = Text::new(format!("table-publication-{}", one.kind));
    (one.id.clone(), [("title", both(&one.title)), ("kind", kind.into()), ("day", one.published.into())])
}

fn notice(one: &Notice) -> Entry {
    let kind = Text::new(format!("table-notice-{}", one.item));
    (one.id.clone(), [("title", both(&one.title)), ("kind", kind.into()), ("day", one.until.into())])
}

fn policy(one: &Policy) -> Entry {
    let kind = Text::new(format!("table-policy-{}", one.kind));
    (one.id.clone(), [("title", both(&one.title)), ("kind", kind.into()), ("day", one.published.into())])
}

/// A page of a list, with what is said of all of it.
pub(super) fn page<const N: usize>(look: &Look, entries: Vec<(String, [(&'static str, Value); N])>, origin: &Origin) -> Event {
    let count = entries.len();
    let pages = count.div_ceil(PAGE).max(1);
    let page = (look.page as usize).min(pages - 1);
    let thing = |(id, says): (String, [(&'static str, Value); N])| Thing {
        id,
        says: says.into_iter().map(|(name, value)| (name.to_owned(), value)).collect(),
    };
    let things = entries.into_iter().skip(page * PAGE).take(PAGE).map(thing).collect();
    let facts = [
        ("count", count.to_string().into()),
        ("none", yes_no(count == 0)),
        ("loaded", yes_no(true)),
        ("as-of", origin.as_of.map_or_else(|| Text::new("table-blank").into(), Value::Day)),
    ];
    Event::Found { found: Found { things, page: page as u32, pages: pages as u32 }, facts: named(&look.step, facts), grant: None }
}

/// The thing that was picked.
pub(in crate::intake) fn picked(with: &With) -> &str {
    let pick = |answer: &'_ Answer| matches!(answer, Answer::Pick { .. });
    with.iter().map(|(_, answer)| answer).find(|answer| pick(answer)).map_or("", |answer| match answer {
        Answer::Pick { id, .. } => id,
        _ => "",
    })
}

/// Words that data has in one or both languages.
pub(super) fn both(words: &Bilingual) -> Value {
    match words.is_empty() {
        true => Text::new("table-blank").into(),
        false => Text::new("in-language").with("zh", words.zh()).with("en", words.en()).into(),
    }
}
