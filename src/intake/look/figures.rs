//! The office's figures: a table in words, what is missing, and the chart of it.

use super::listings::both;
use super::{found, lines, nothing, yes_no};
use crate::chart::{MOST_SERIES, Point, Series, Shape, Spec};
use crate::clock::office_day;
use crate::dialog::answer::Answer;
use crate::dialog::screen::place_name;
use crate::dialog::state::Picture;
use crate::dialog::{Event, Look};
use crate::id::StepId;
use crate::intake::Fold;
use crate::locale::{Text, Value};
use crate::message::plain;
use crate::table::column::TYPES;
use crate::table::figure::{Figure, Found, Missing, Wanted};
use crate::table::period::{Part, Period};
use crate::table::{Bilingual, Table};
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// Figures that are named as missing; the rest is counted.
const MISSING: usize = 6;
/// Points from which on a line tells more than bars.
const LINE: usize = 4;

impl Fold<'_> {
    /// The figures that fit the answers, as a table.
    pub(super) fn figures(&self, look: &Look) -> Event {
        let tables = self.office.tables.load();
        let Some(table) = &tables.statistics else { return nothing(look) };
        let wanted = self.wanted(table, &look.with);
        let answer = table.find(&wanted);
        let rows: &[&Figure] = if answer.wide { &[] } else { &answer.rows };
        let chart = self.chart(rows).is_some();
        let units: BTreeSet<&str> = rows.iter().map(|row| row.unit.as_str()).collect();
        let sources: BTreeSet<&Bilingual> = rows.iter().map(|row| &row.source).collect();
        let days: BTreeSet<_> = rows.iter().map(|row| row.published).collect();
        found(
            &look.step,
            [
                ("loaded", yes_no(true)),
                ("found", yes_no(!rows.is_empty())),
                ("many", yes_no(answer.wide)),
                ("lines", self.table_lines(rows)),
                ("source", Value::List(sources.into_iter().map(both).collect())),
                ("published", published(&days)),
                ("unit", Value::List(units.into_iter().map(unit).collect())),
                ("missing", self.missing(table, &wanted, &answer)),
                // Something was found, and something that was asked for is not there.
                ("gaps", yes_no(!rows.is_empty() && Self::has_gaps(table, &wanted, &answer))),
                ("chart", yes_no(chart)),
            ],
        )
    }

    /// The chart of a look-up; none when there is nothing to compare.
    pub(in crate::intake) fn draw(&self, picture: &Picture) -> Option<Spec> {
        let tables = self.office.tables.load();
        let table = tables.statistics.as_ref()?;
        let wanted = self.wanted(table, &picture.with);
        let answer = table.find(&wanted);
        if answer.wide { None } else { self.chart(&answer.rows) }
    }

    /// What is asked for: a question in plain words, or answers one by one, which outweigh it.
    fn wanted(&self, table: &Table<Figure>, with: &[(StepId, Answer)]) -> Wanted {
        let today = office_day(self.office.now());
        let mut wanted = Wanted::default();
        for (_, answer) in with {
            if let Answer::Text(words) = answer {
                wanted = table.understand(words, &self.places, today);
            }
        }
        // Step by step a year that is left out means every year; in plain words it means the newest.
        let in_words = with.iter().any(|(_, answer)| matches!(answer, Answer::Text(_)));
        wanted.each_year |= !in_words && !with.iter().any(|(_, answer)| matches!(answer, Answer::Year(_)));
        for (_, answer) in with {
            match answer {
                Answer::Choice(name) | Answer::Pick { id: name, .. } => {
                    let right = TYPES.iter().filter_map(|names| names.first()).find(|right| *right == name);
                    match right {
                        Some(right) => wanted.rights = vec![right],
                        None if crate::table::figure::indicators().any(|(id, _)| id == name)
                            || table.indicators().iter().any(|(id, _)| id == name) =>
                        {
                            wanted.indicators = vec![name.clone()];
                        }
                        None => {}
                    }
                }
                Answer::Year(year) => wanted.periods = vec![Period::of_year(*year)],
                Answer::Place(place) => wanted.places = vec![place.code.clone()],
                _ => {}
            }
        }
        wanted
    }

    /// A heading for each indicator and type, and a line for each place and period.
    fn table_lines(&self, rows: &[&Figure]) -> Value {
        let mut texts = Vec::new();
        let mut last = None;
        for row in rows {
            let head = (&row.indicator, row.right, &row.unit);
            if last != Some(head) {
                let id = if last.is_none() { "table-figure-head" } else { "table-figure-next" };
                texts.push(Text::new(id).with("name", name(row)).with("unit", unit(&row.unit)));
                last = Some(head);
            }
            let line = Text::new("table-figure-row").with("place", place_name(&self.places, &row.place));
            texts.push(line.with("period", period(row.period)).with("amount", row.amount.text.as_str()));
        }
        lines(texts)
    }

    fn has_gaps(table: &Table<Figure>, wanted: &Wanted, answer: &Found<'_>) -> bool {
        let has: BTreeSet<&str> = table.indicators().into_iter().map(|(id, _)| id).collect();
        !wanted.elsewhere.is_empty() || !answer.missing.is_empty() || wanted.indicators.iter().any(|id| !has.contains(id.as_str()))
    }

    /// What is not there; for a question that names no indicator, what can be asked.
    fn missing(&self, table: &Table<Figure>, wanted: &Wanted, answer: &Found<'_>) -> Value {
        if wanted.indicators.is_empty() {
            let names = table.indicators().into_iter().map(|(id, own)| indicator(id, own, None)).collect();
            return Text::new("table-figure-which").with("names", Value::List(names)).into();
        }
        if answer.wide {
            return Text::new("table-figure-wide").into();
        }
        let has: BTreeSet<&str> = table.indicators().into_iter().map(|(id, _)| id).collect();
        let unknown = wanted.indicators.iter().filter(|id| !has.contains(id.as_str()));
        let mut texts: Vec<Text> =
            unknown.map(|id| Text::new("table-figure-unknown").with("name", indicator(id, &Bilingual::default(), None))).collect();
        if !wanted.elsewhere.is_empty() {
            let names = wanted.elsewhere.iter().map(|name| Value::Words(name.clone())).collect();
            texts.push(Text::new("table-figure-elsewhere").with("names", Value::List(names)));
            let places = table.places_of(&wanted.indicators).into_iter().map(|code| place_name(&self.places, code).into()).collect();
            texts.push(Text::new("table-figure-places").with("places", Value::List(places)));
        }
        let own = |id: &str| table.indicators().into_iter().find(|(own, _)| *own == id).map(|(_, own)| own.clone()).unwrap_or_default();
        let known: Vec<&Missing> = answer.missing.iter().filter(|one| has.contains(one.indicator.as_str())).collect();
        for Missing { indicator: id, period: when, place, right } in known.iter().take(MISSING) {
            let line = Text::new("table-figure-missing").with("place", place_name(&self.places, place));
            texts.push(line.with("period", period(*when)).with("name", indicator(id, &own(id), *right)));
        }
        let more = known.len().saturating_sub(MISSING);
        if more > 0 {
            texts.push(Text::new("table-figure-more").with("count", more));
        }
        lines(texts)
    }

    /// Figures of one unit that differ in one or two ways.
    fn chart(&self, rows: &[&Figure]) -> Option<Spec> {
        let first = rows.first()?;
        if rows.iter().any(|row| row.unit != first.unit) {
            return None;
        }
        let say = |value: Value| plain(&self.say(&Text::new("table-plain").with("words", value)));
        let rights: BTreeSet<_> = rows.iter().map(|row| row.right).collect();
        // Of one indicator only the types are told apart: "inventions", "designs".
        let one_indicator = rights.len() > 1 && rows.iter().all(|row| row.indicator == first.indicator);
        let ways: [Way; 3] = [
            (|row| format!("{:04}{:02}{:02}", row.period.year, row.period.first, row.period.last), |_, row| period(row.period).into()),
            (|row| row.place.clone(), |fold, row| place_name(&fold.places, &row.place).into()),
            (|row| format!("{} {:?}", row.indicator, row.right), if one_indicator { |_, row| right(row) } else { |_, row| name(row) }),
        ];
        let mut axes: Vec<Axis<'_>> = ways.into_iter().map(|(key, words)| Axis::of(rows, key, |row| say(words(self, row)))).collect();
        let fixed = [2, 1, 0].into_iter().filter_map(|nth| axes.get(nth)).filter(|axis| axis.keys.len() == 1);
        let mut title: Vec<String> = fixed.filter_map(|axis| axis.words.first().cloned()).collect();
        if one_indicator {
            title.insert(0, say(indicator(&first.indicator, &first.own_name, None)));
        }
        let over_time = axes[0].keys.len() >= LINE;
        axes.retain(|axis| axis.keys.len() > 1);
        // Periods run along the line; of two other ways the longer one makes the groups.
        if !over_time {
            axes.sort_by_key(|axis| std::cmp::Reverse(axis.keys.len()));
        }
        let mut axes = axes.into_iter();
        let (groups, series, more) = (axes.next()?, axes.next(), axes.next());
        if more.is_some() {
            return None;
        }
        let at = |group: &str, other: Option<&str>| {
            let fits = |row: &&&Figure| {
                groups.key_of(row) == group && other.is_none_or(|key| series.as_ref().is_some_and(|axis| axis.key_of(row) == key))
            };
            rows.iter().find(fits).map(|row| Point { value: row.amount.value, text: row.amount.text.clone() })
        };
        let points = |other: Option<&str>| groups.keys.iter().map(|group| at(group, other)).collect();
        let all = match &series {
            None => vec![Series { name: String::new(), points: points(None) }],
            Some(axis) if axis.keys.len() > MOST_SERIES => return None,
            Some(axis) => {
                axis.keys.iter().zip(&axis.words).map(|(key, name)| Series { name: name.clone(), points: points(Some(key)) }).collect()
            }
        };
        let joined = title
            .into_iter()
            .map(Value::Words)
            .reduce(|before, next| Text::new("table-joined").with("first", before).with("rest", next).into());
        let sources: BTreeSet<&Bilingual> = rows.iter().map(|row| &row.source).collect();
        let newest = rows.iter().map(|row| row.published).max()?;
        let note = Text::new("table-chart-source").with("source", Value::List(sources.into_iter().map(both).collect()));
        let spec = Spec {
            title: say(joined.unwrap_or_else(|| Text::new("table-chart-title").into())),
            unit: say(Text::new("table-chart-unit").with("unit", unit(&first.unit)).into()),
            shape: if over_time { Shape::Lines } else { Shape::Bars },
            groups: groups.words.clone(),
            series: all,
            notes: vec![say(note.with("day", newest).into())],
        };
        spec.is_drawable().then_some(spec)
    }
}

/// A way in which figures differ: what tells them apart, and what it is called.
type Way = (fn(&Figure) -> String, fn(&Fold<'_>, &Figure) -> Value);

/// The values of one way, in the order of the table.
struct Axis<'a> {
    key: fn(&Figure) -> String,
    keys: Vec<String>,
    words: Vec<String>,
    rows: std::marker::PhantomData<&'a Figure>,
}

impl<'a> Axis<'a> {
    fn of(rows: &[&'a Figure], key: fn(&Figure) -> String, say: impl Fn(&Figure) -> String) -> Self {
        let mut axis = Self { key, keys: Vec::new(), words: Vec::new(), rows: std::marker::PhantomData };
        for row in rows {
            let own = key(row);
            if !axis.keys.contains(&own) {
                axis.keys.push(own);
                axis.words.push(say(row));
            }
        }
        axis
    }

    fn key_of(&self, row: &Figure) -> String {
        (self.key)(row)
    }
}

/// The days of publication; of many the first and the last.
fn published(days: &BTreeSet<NaiveDate>) -> Value {
    match (days.first(), days.last()) {
        (Some(first), Some(last)) if days.len() > 3 => Text::new("table-day-span").with("first", *first).with("last", *last).into(),
        _ => Value::List(days.iter().copied().map(Value::Day).collect()),
    }
}

/// "Inventions".
fn right(row: &Figure) -> Value {
    row.right.map_or_else(|| name(row), |right| Text::new(format!("table-right-{right}")).into())
}

/// "Invention patents granted".
fn name(row: &Figure) -> Value {
    indicator(&row.indicator, &row.own_name, row.right)
}

fn indicator(id: &str, own: &Bilingual, right: Option<&str>) -> Value {
    let plain = if own.is_empty() {
        Text::new(format!("table-indicator-{id}")).or("table-indicator-other").with("id", id).into()
    } else {
        both(own)
    };
    let Some(right) = right else { return plain };
    let after =
        if own.is_empty() { Text::new(format!("table-indicator-{id}.of")).or(format!("table-indicator-{id}")).into() } else { plain };
    Text::new("table-figure-name").with("right", Text::new(format!("table-right-{right}"))).with("indicator", after).into()
}

fn period(period: Period) -> Text {
    let year = period.year.to_string();
    match period.part() {
        Part::Year => Text::new("table-period-year").with("year", year),
        Part::Half(nth) => Text::new(format!("table-period-half-{nth}")).with("year", year),
        Part::Quarter(nth) => Text::new("table-period-quarter").with("year", year).with("nth", nth.to_string()),
        Part::Month(nth) => Text::new("table-period-month").with("year", year).with("month", Text::new(format!("table-month-{nth}"))),
        Part::Months(first, last) => {
            let month = |nth: u32| Text::new(format!("table-month-{nth}"));
            Text::new("table-period-months").with("year", year).with("first", month(first)).with("last", month(last))
        }
    }
}

/// A unit that we know is said in the person's language, any other as it is written.
fn unit(unit: &str) -> Value {
    let known = match unit {
        "件" => "items",
        "家" => "firms",
        "人" => "people",
        "元" => "yuan",
        "万元" => "ten-thousand-yuan",
        "亿元" => "hundred-million-yuan",
        "件/万人" | "件每万人" => "per-ten-thousand",
        "%" => "percent",
        "笔" | "项" => "count",
        other => return other.into(),
    };
    Text::new(format!("table-unit-{known}")).into()
}
