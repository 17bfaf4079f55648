//! Tables in the words of a language, ready for a page, a file or a chart.

use super::sum::Period;
use super::table::{Cell, Label, Row, Table};
use crate::chart::{MOST_GROUPS, Point, Series, Shape, Spec};
use crate::dialog::machine::text_ids;
use crate::dialog::screen::place_name;
use crate::id::{ServiceId, StepId};
use crate::locale::{Language, Text};
use crate::message::plain;
use crate::office::Office;
use chrono::NaiveDate;

/// A table in words.
#[derive(Clone, Debug, PartialEq)]
pub struct Sheet {
    /// Name of the table, for addresses.
    pub name: &'static str,
    /// Title.
    pub title: String,
    /// Heads of the columns, that of the labels first.
    pub columns: Vec<String>,
    /// Lines in order, the sum last.
    pub lines: Vec<Line>,
    /// The same as a chart, where that helps.
    pub chart: Option<Spec>,
}

/// A line of a table in words.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// What it is about.
    pub label: String,
    /// One a column.
    pub cells: Vec<Words>,
    /// It is the sum of the lines above.
    pub sum: bool,
}

/// A cell in words.
#[derive(Clone, Debug, PartialEq)]
pub struct Words {
    /// As it is read.
    pub text: String,
    /// As a number, for a spreadsheet: a count, days, or a share of one.
    pub number: Option<f64>,
}

/// A period in words.
#[derive(Clone, Debug, PartialEq)]
pub struct Paper {
    /// Title of the whole.
    pub title: String,
    /// The period and the day as of which the figures stand.
    pub about: Vec<String>,
    /// Tables in order.
    pub sheets: Vec<Sheet>,
    /// What a reader must know.
    pub notes: Vec<String>,
    /// Its language.
    pub language: Language,
}

/// Says tables in a language.
pub struct Say<'o> {
    office: &'o Office,
    language: Language,
}

impl<'o> Say<'o> {
    /// In a language of the office.
    pub fn new(office: &'o Office, language: Language) -> Self {
        Self { office, language }
    }

    /// A whole period in words.
    pub fn paper(&self, (period, as_of): (Period, NaiveDate), tables: &[Table]) -> Paper {
        let about = vec![
            self.text(&Text::new("figures-period").with("first", period.first()).with("last", period.last())),
            self.text(&Text::new("figures-as-of").with("day", as_of)),
        ];
        Paper {
            title: self.text(&Text::new("figures-title").with("office", self.office.current.load().rules.office.name.clone())),
            about,
            sheets: tables.iter().map(|table| self.sheet(period, table)).collect(),
            notes: ["figures-note-hidden", "figures-note-rank", "figures-note-limits", "figures-note-source"]
                .map(|id| self.text(&Text::new(id)))
                .to_vec(),
            language: self.language.clone(),
        }
    }

    fn sheet(&self, period: Period, table: &Table) -> Sheet {
        let named = |name: &str| self.text(&Text::new(format!("figures-column-{name}")));
        let columns: Vec<String> = table
            .columns
            .iter()
            .map(|column| match *column {
                "now" => self.months(period),
                "before" => self.months(period.before()),
                name => named(name),
            })
            .collect();
        let mut rows: Vec<Row> = table.rows.clone();
        if table.name == "questions" {
            rows.sort_by_cached_key(|row| self.place_of(&row.label));
        }
        let mut lines: Vec<Line> = rows.iter().map(|row| self.line(self.label(&row.label), &row.cells)).collect();
        lines.extend(table.sum.as_ref().map(|cells| Line { sum: true, ..self.line(self.text(&Text::new("figures-sum")), cells) }));
        let title = self.text(&Text::new(format!("figures-table-{}", table.name)));
        let chart = table.chart.and_then(|shape| chart(&title, shape, (&columns, &lines)));
        let columns = std::iter::once(named("of")).chain(columns).collect();
        Sheet { name: table.name, title, columns, lines, chart }
    }

    fn line(&self, label: String, cells: &[Cell]) -> Line {
        Line { label, cells: cells.iter().map(|cell| self.cell(*cell)).collect(), sum: false }
    }

    fn cell(&self, cell: Cell) -> Words {
        match cell {
            Cell::Count(count) => Words { text: grouped(count), number: Some(count as f64) },
            Cell::Seconds(seconds) => {
                let days = (f64::from(seconds) / 8640.0).round() / 10.0;
                Words { text: format!("{days:.1}"), number: Some(days) }
            }
            Cell::Share(thousandths) => {
                Words { text: format!("{}.{} %", thousandths / 10, thousandths % 10), number: Some(f64::from(thousandths) / 1000.0) }
            }
            Cell::Hidden => Words { text: self.text(&Text::new("figures-hidden")), number: None },
            Cell::Nothing => Words { text: self.text(&Text::new("figures-nothing")), number: None },
        }
    }

    fn label(&self, label: &Label) -> String {
        let text = match label {
            Label::Row(name) => Text::new(format!("figures-row-{name}")),
            Label::Service(service) => Text::new(service.as_str()),
            Label::District(code) if code.is_empty() => Text::new("figures-district-none"),
            Label::District(code) => place_name(&self.office.places.load(), code),
            Label::Channel(letter) => Text::new(match letter.as_str() {
                "t" => "figures-channel-telegram",
                "w" => "figures-channel-web",
                "c" => "figures-channel-terminal",
                "-" => "figures-channel-unknown",
                _ => "figures-channel-other",
            }),
            Label::Language(code) => match code.as_str() {
                "zh-Hans" => Text::new("figures-language-chinese"),
                "en" => Text::new("figures-language-english"),
                other => return other.to_owned(),
            },
            Label::Month(month) => Text::new("figures-month").with("month", i64::from(*month)),
            Label::Grade(grade) => Text::new(format!("grade-{}", grade.name())),
            Label::Question(service, step) => return self.question(service, step),
            Label::Search(place) => Text::new(match place.as_str() {
                "words" => "figures-search-words",
                "agencies" => "figures-search-agencies",
                "publications" => "figures-search-publications",
                "notices" => "figures-search-notices",
                "policies" => "figures-search-policies",
                "answers" => "figures-search-answers",
                "statistics" => "figures-search-statistics",
                other => return other.to_owned(),
            }),
        };
        self.text(&text)
    }

    /// A service and the label of one of its questions; the name of the question where it has none.
    fn question(&self, service: &ServiceId, step: &StepId) -> String {
        let script = self.office.script.load();
        let found = script.flows.get(service).and_then(|flow| flow.steps.iter().find(|one| one.id == *step));
        let ids = found.map(|step| text_ids(Some(service), &step.id, &step.text)).unwrap_or_default();
        let label = ids.into_iter().map(|id| format!("{id}.label")).find(|id| script.texts.exists(id));
        let question = label.map_or_else(|| step.to_string(), |label| self.text(&Text::new(label)));
        self.text(&Text::new("figures-question").with("service", Text::new(service.as_str())).with("question", question))
    }

    /// Where a question stands: by service, then as the dialog asks.
    fn place_of(&self, label: &Label) -> (String, usize) {
        let Label::Question(service, step) = label else { return Default::default() };
        let script = self.office.script.load();
        let at = script.flows.get(service).and_then(|flow| flow.steps.iter().position(|one| one.id == *step));
        (service.to_string(), at.unwrap_or(usize::MAX))
    }

    /// A period as the head of a column: a year, or its first and last month.
    fn months(&self, period: Period) -> String {
        let (first, last) = (period.first().format("%Y-%m").to_string(), period.last().format("%Y-%m").to_string());
        match (first.strip_suffix("-01"), last.strip_suffix("-12")) {
            (Some(year), Some(same)) if year == same => year.to_owned(),
            _ if first == last => first,
            _ => format!("{first} – {last}"),
        }
    }

    fn text(&self, text: &Text) -> String {
        plain(&self.office.script.load().texts.say(&self.language, text))
    }
}

/// Thousands apart by a thin blank.
fn grouped(count: usize) -> String {
    let digits = count.to_string();
    let mut grouped = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) && digits.len() > 4 {
            grouped.push('\u{202f}');
        }
        grouped.push(digit);
    }
    grouped
}

/// Columns of counts side by side; the first groups where there are many, which are the largest.
fn chart(title: &str, shape: Shape, (columns, lines): (&[String], &[Line])) -> Option<Spec> {
    let lines: Vec<&Line> = lines.iter().filter(|line| !line.sum).take(MOST_GROUPS).collect();
    let series = columns.iter().enumerate().map(|(at, name)| {
        let point = |line: &&Line| {
            let words = line.cells.get(at)?;
            Some(Point { value: words.number?, text: words.text.replace('\u{202f}', " ") })
        };
        Series { name: name.clone(), points: lines.iter().map(point).collect() }
    });
    // A year without a single figure is left out.
    let series: Vec<Series> = series.filter(|series| series.points.iter().flatten().any(|point| point.value > 0.0)).collect();
    let groups = lines.iter().map(|line| line.label.clone()).collect();
    let spec = Spec { title: title.to_owned(), shape, groups, series, ..Spec::default() };
    spec.is_drawable().then_some(spec)
}
