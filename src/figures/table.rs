//! Figures as tables that may be shown: whatever is few is hidden here, for every page and every file alike.
//!
//! ## Why
//! - All tables of a period share one sum. Where one of them could not hide a small group behind it, every table of the period is
//!   withheld: the sum stands in all the others.
//! - A question or a search is a table of its own with two parts, those who went on and those who did not.

use super::hide::{hide, is_few};
use super::sum::{Period, Spread, Sums};
use crate::chart::Shape;
use crate::id::{ServiceId, StepId};
use crate::tally::{self, Count};
use crate::ticket::Grade;
use std::collections::{BTreeMap, BTreeSet};

/// A number as it is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cell {
    /// So many.
    Count(usize),
    /// Seconds, shown as days.
    Seconds(u32),
    /// Of a thousand, shown as per cent.
    Share(u32),
    /// Hidden.
    Hidden,
    /// There is none.
    Nothing,
}

/// What a row is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Label {
    /// A text `figures-row-<name>`.
    Row(&'static str),
    /// A service.
    Service(String),
    /// Code of a district; none when empty.
    District(String),
    /// Letter of a channel.
    Channel(String),
    /// A language.
    Language(String),
    /// A month, by its number.
    Month(u32),
    /// A grade.
    Grade(Grade),
    /// A question of a dialog.
    Question(ServiceId, StepId),
    /// Where was looked: `words`, or a look-up.
    Search(String),
}

/// A row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// What it is about.
    pub label: Label,
    /// One a column.
    pub cells: Vec<Cell>,
}

/// A table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// Its title is the text `figures-table-<name>`.
    pub name: &'static str,
    /// Heads of the columns: texts `figures-column-<name>`.
    pub columns: Vec<&'static str>,
    /// Rows in order.
    pub rows: Vec<Row>,
    /// Sums, where the columns have any.
    pub sum: Option<Vec<Cell>>,
    /// How a chart shows the columns of counts.
    pub chart: Option<Shape>,
}

/// The columns of every table that compares.
const COMPARED: [&str; 2] = ["now", "before"];

/// Every table of a period beside the year before.
pub fn tables(period: Period, [now, before]: [&Sums; 2], counted: &tally::Sums) -> Vec<Table> {
    let columns = [Column::new(now), Column::new(before)];
    let groups = |name, label: fn(String) -> Label, of: fn(&Sums) -> &BTreeMap<String, usize>| grouped(&columns, (name, label), of);
    let months: Vec<u32> = period.each().map(|month| chrono::Datelike::month(&month)).collect();
    vec![
        overview(&columns),
        Table {
            chart: Some(Shape::Lines),
            ..compared(
                "months",
                months.into_iter().map(Label::Month).collect(),
                columns.each_ref().map(|column| column.parts(&column.sums.months)),
            )
        },
        groups("services", Label::Service, |sums| &sums.services),
        groups("districts", Label::District, |sums| &sums.districts),
        groups("channels", Label::Channel, |sums| &sums.channels),
        groups("languages", Label::Language, |sums| &sums.languages),
        times(&columns),
        compared(
            "limits",
            ["on-time", "running", "late", "unlimited"].map(Label::Row).to_vec(),
            columns.each_ref().map(|column| column.parts(&column.sums.limits())),
        ),
        compared(
            "grades",
            Grade::ALL.map(Label::Grade).to_vec(),
            columns
                .each_ref()
                .map(|column| if column.withheld { column.parts(&column.sums.grades) } else { own_parts(&column.sums.grades) }),
        ),
        questions(counted),
        searches(counted),
    ]
}

/// A period whose numbers are shown or withheld as a whole.
struct Column<'s> {
    sums: &'s Sums,
    withheld: bool,
}

impl Sums {
    fn limits(&self) -> [usize; 4] {
        [self.on_time, self.running, self.late, self.unlimited]
    }

    fn two(&self, part: usize) -> [usize; 2] {
        [part, self.filed - part]
    }

    /// Every way in which what was filed is shared out.
    fn shares(&self) -> Vec<Vec<usize>> {
        let groups = [&self.services, &self.districts, &self.channels, &self.languages];
        let mut shares: Vec<Vec<usize>> = groups.map(|group| group.values().copied().collect()).to_vec();
        shares.push(self.months.clone());
        shares.push(self.limits().to_vec());
        shares.extend([self.answer.count, self.close.count, self.reopened].map(|part| self.two(part).to_vec()));
        shares
    }
}

impl<'s> Column<'s> {
    fn new(sums: &'s Sums) -> Self {
        let withheld = sums.shares().iter().any(|share| hide(share).sum.is_none());
        Self { sums, withheld }
    }

    /// Numbers that add up to what was filed, and their sum.
    fn parts(&self, numbers: &[usize]) -> (Vec<Cell>, Cell) {
        if self.withheld {
            return (vec![Cell::Hidden; numbers.len()], Cell::Hidden);
        }
        own_parts(numbers)
    }

    /// A part of what was filed.
    fn part(&self, part: usize) -> Cell {
        self.parts(&self.sums.two(part)).0.first().copied().unwrap_or(Cell::Nothing)
    }

    fn filed(&self) -> Cell {
        if self.withheld { Cell::Hidden } else { Cell::Count(self.sums.filed) }
    }

    /// How many, half and nine of ten.
    fn spread(&self, spread: &Spread) -> [Cell; 3] {
        let time = |seconds: Option<u32>| match seconds {
            Some(_) if self.withheld || is_few(spread.count) => Cell::Hidden,
            Some(seconds) => Cell::Seconds(seconds),
            None => Cell::Nothing,
        };
        [self.part(spread.count), time(spread.median), time(spread.ninth)]
    }
}

/// Numbers with a sum of their own.
fn own_parts(numbers: &[usize]) -> (Vec<Cell>, Cell) {
    let shown = hide(numbers);
    (shown.cells.into_iter().map(cell).collect(), cell(shown.sum))
}

fn cell(shown: Option<usize>) -> Cell {
    shown.map_or(Cell::Hidden, Cell::Count)
}

fn compared(name: &'static str, labels: Vec<Label>, [now, before]: [(Vec<Cell>, Cell); 2]) -> Table {
    let cells = now.0.into_iter().zip(before.0);
    let rows = labels.into_iter().zip(cells).map(|(label, (now, before))| Row { label, cells: vec![now, before] }).collect();
    Table { name, columns: COMPARED.to_vec(), rows, sum: Some(vec![now.1, before.1]), chart: Some(Shape::Bars) }
}

fn overview(columns: &[Column<'_>; 2]) -> Table {
    let row =
        |name: &'static str, cell: &dyn Fn(&Column<'_>) -> Cell| Row { label: Label::Row(name), cells: columns.iter().map(cell).collect() };
    let rows = vec![
        row("filed", &|column| column.filed()),
        row("answered", &|column| column.part(column.sums.answer.count)),
        row("closed", &|column| column.part(column.sums.close.count)),
        row("open", &|column| column.part(column.sums.open())),
        row("reopened", &|column| column.part(column.sums.reopened)),
    ];
    Table { name: "overview", columns: COMPARED.to_vec(), rows, sum: None, chart: None }
}

/// Groups of either period, the largest of this one first, hidden ones at the end.
fn grouped(
    columns: &[Column<'_>; 2],
    (name, label): (&'static str, fn(String) -> Label),
    of: fn(&Sums) -> &BTreeMap<String, usize>,
) -> Table {
    let names: BTreeSet<&String> = columns.iter().flat_map(|column| of(column.sums).keys()).collect();
    let numbers =
        |column: &Column<'_>| -> Vec<usize> { names.iter().map(|name| of(column.sums).get(*name).copied().unwrap_or(0)).collect() };
    let parts = columns.each_ref().map(|column| column.parts(&numbers(column)));
    let labels = names.iter().map(|name| label((*name).clone())).collect();
    let mut table = compared(name, labels, parts);
    let shown = |cell: Option<&Cell>| match cell {
        Some(Cell::Count(count)) => *count,
        _ => 0,
    };
    // Equal ones stay in the order of their names.
    table.rows.sort_by_key(|row| std::cmp::Reverse((shown(row.cells.first()), shown(row.cells.get(1)))));
    table
}

fn times(columns: &[Column<'_>; 2]) -> Table {
    let row = |name: &'static str, of: fn(&Sums) -> &Spread| Row {
        label: Label::Row(name),
        cells: columns.iter().flat_map(|column| column.spread(of(column.sums))).collect(),
    };
    let rows = vec![row("to-answer", |sums| &sums.answer), row("to-close", |sums| &sums.close)];
    let names = ["tickets", "median", "ninth", "tickets-before", "median-before", "ninth-before"];
    Table { name: "times", columns: names.to_vec(), rows, sum: None, chart: None }
}

fn questions(counted: &tally::Sums) -> Table {
    let mut found: BTreeMap<(ServiceId, StepId), [usize; 2]> = BTreeMap::new();
    for (name, count) in counted {
        let count = usize::try_from(*count).unwrap_or(usize::MAX);
        match Count::read(name) {
            Some(Count::Asked(service, step)) => found.entry((service, step)).or_default()[0] = count,
            Some(Count::Answered(service, step)) => found.entry((service, step)).or_default()[1] = count,
            _ => {}
        }
    }
    let rows = found.into_iter().map(|((service, step), [asked, answered])| Row {
        label: Label::Question(service, step),
        cells: left(asked, asked.saturating_sub(answered)),
    });
    Table { name: "questions", columns: vec!["asked", "left", "left-share"], rows: rows.collect(), sum: None, chart: None }
}

fn searches(counted: &tally::Sums) -> Table {
    let mut found: BTreeMap<String, [usize; 2]> = BTreeMap::new();
    for (name, count) in counted {
        let count = usize::try_from(*count).unwrap_or(usize::MAX);
        match Count::read(name) {
            Some(Count::Searched(place)) => found.entry(place).or_default()[0] = count,
            Some(Count::InVain(place)) => found.entry(place).or_default()[1] = count,
            _ => {}
        }
    }
    let rows = found.into_iter().map(|(place, [all, in_vain])| Row { label: Label::Search(place), cells: left(all, in_vain.min(all)) });
    Table { name: "searches", columns: vec!["searched", "in-vain", "in-vain-share"], rows: rows.collect(), sum: None, chart: None }
}

/// All, a part, and its share, where neither the part nor the rest is few.
fn left(all: usize, part: usize) -> Vec<Cell> {
    if is_few(all) {
        return vec![Cell::Hidden; 3];
    }
    if is_few(part) || is_few(all - part) {
        return vec![Cell::Count(all), Cell::Hidden, Cell::Hidden];
    }
    let share = (part * 1000 + all / 2).checked_div(all).map_or(Cell::Nothing, |share| Cell::Share(share as u32));
    vec![Cell::Count(all), Cell::Count(part), share]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counted(counts: &[(&str, u64)]) -> tally::Sums {
        counts.iter().map(|(name, count)| ((*name).to_owned(), *count)).collect()
    }

    fn sums(services: &[(&str, usize)]) -> Sums {
        let filed = services.iter().map(|(_, count)| count).sum();
        let one = |name: &str| BTreeMap::from([(name.to_owned(), filed)]);
        Sums {
            filed,
            services: services.iter().map(|(name, count)| ((*name).to_owned(), *count)).collect(),
            districts: one("420106"),
            channels: one("t"),
            languages: one("en"),
            months: vec![filed],
            unlimited: filed,
            ..Sums::default()
        }
    }

    fn of<'t>(tables: &'t [Table], name: &str) -> &'t Table {
        tables.iter().find(|table| table.name == name).expect("a table of that name")
    }

    fn month() -> Period {
        Period::months(2026, 11, 1).expect("a month")
    }

    #[test]
    fn groups_stand_with_the_year_before_the_largest_first() {
        let (now, before) = (sums(&[("a", 7), ("b", 20), ("c", 6)]), sums(&[("b", 9), ("d", 5)]));
        let tables = tables(month(), [&now, &before], &tally::Sums::new());
        let services = of(&tables, "services");
        let rows: Vec<(String, Vec<Cell>)> = services
            .rows
            .iter()
            .map(|row| match &row.label {
                Label::Service(name) => (name.clone(), row.cells.clone()),
                other => panic!("no service: {other:?}"),
            })
            .collect();
        let row = |name: &str, now, before| (name.to_owned(), vec![Cell::Count(now), Cell::Count(before)]);
        assert_eq!(rows, [row("b", 20, 9), row("a", 7, 0), row("c", 6, 0), row("d", 0, 5)]);
        assert_eq!(services.sum, Some(vec![Cell::Count(33), Cell::Count(14)]));
    }

    #[test]
    fn one_table_that_cannot_hide_its_groups_withholds_all_of_the_period() {
        // Eight in two groups of four: the sum would give them away.
        let (now, before) = (sums(&[("a", 4), ("b", 4)]), sums(&[("a", 20)]));
        for table in tables(month(), [&now, &before], &tally::Sums::new()) {
            for row in table.rows.iter().filter(|_| table.name != "grades" && table.columns == COMPARED) {
                assert_eq!(row.cells[0], Cell::Hidden, "{} {:?}", table.name, row.label);
            }
        }
        let other = tables(month(), [&before, &now], &tally::Sums::new());
        assert_eq!(of(&other, "overview").rows[0].cells, [Cell::Count(20), Cell::Hidden]);
    }

    #[test]
    fn times_of_few_tickets_are_hidden() {
        let spread = |count| Spread { count, median: Some(60), ninth: Some(90) };
        let mut now = sums(&[("a", 20)]);
        (now.answer, now.close) = (spread(12), spread(4));
        let tables = tables(month(), [&now, &Sums::default()], &tally::Sums::new());
        let rows = &of(&tables, "times").rows;
        let nothing = [Cell::Count(0), Cell::Nothing, Cell::Nothing];
        assert_eq!(rows[0].cells, [[Cell::Count(12), Cell::Seconds(60), Cell::Seconds(90)], nothing].concat());
        assert_eq!(rows[1].cells, [[Cell::Hidden; 3], nothing].concat());
        let overview = of(&tables, "overview");
        assert_eq!((overview.rows[2].cells[0], overview.rows[3].cells[0]), (Cell::Hidden, Cell::Hidden), "closed and open");
    }

    #[test]
    fn questions_tell_how_many_went_no_further() {
        let counted = counted(&[
            ("asked report-ip what", 40),
            ("answered report-ip what", 30),
            ("asked report-ip where", 40),
            ("answered report-ip where", 38),
            ("asked report-ip who", 3),
            ("searched words", 10),
            ("in-vain words", 5),
            ("searched agencies", 6),
        ]);
        let tables = tables(month(), [&Sums::default(), &Sums::default()], &counted);
        let cells: Vec<&Vec<Cell>> = of(&tables, "questions").rows.iter().map(|row| &row.cells).collect();
        assert_eq!(*cells[0], [Cell::Count(40), Cell::Count(10), Cell::Share(250)]);
        assert_eq!(*cells[1], [Cell::Count(40), Cell::Hidden, Cell::Hidden]);
        assert_eq!(*cells[2], [Cell::Hidden; 3]);
        let searches = &of(&tables, "searches").rows;
        assert_eq!(searches[0].cells, [Cell::Count(6), Cell::Count(0), Cell::Share(0)]);
        assert_eq!(searches[1].cells, [Cell::Count(10), Cell::Count(5), Cell::Share(500)]);
    }
}
