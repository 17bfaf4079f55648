//! The open heads of tickets as a CSV file, and figures from such a file: no name, no contact, no words of anybody.

use super::fact::{Facts, Told};
use crate::clock::{Moment, office_moment, office_time};
use crate::format::csv_cell;
use crate::ticket::due::next_limit;
use crate::ticket::{Grade, Head};

/// Sign with which a spreadsheet knows that the file is UTF-8.
pub const BOM: char = '\u{feff}';
/// How a time is written: the office's wall clock.
const TIME: &str = "%Y-%m-%d %H:%M:%S";

/// Heads of the columns.
pub const COLUMNS: [&str; 20] = [
    "receipt",
    "submitted",
    "service",
    "queue",
    "district",
    "channel",
    "language",
    "anonymous",
    "urgent",
    "state",
    "since",
    "first_answer",
    "closed",
    "outcome",
    "has_time_limit",
    "due",
    "late",
    "reopened",
    "grade",
    "waiting_for_person",
];

/// The first line.
pub fn header() -> String {
    format!("{BOM}{}", COLUMNS.join(","))
}

/// The line of a ticket, without its end.
pub fn line(head: &Head) -> String {
    let course = &head.course;
    let time = |at: Moment| office_time(at).format(TIME).to_string();
    let yes = |yes: bool| if yes { "yes" } else { "no" }.to_owned();
    let cells: [String; COLUMNS.len()] = [
        head.receipt.to_string(),
        time(head.submitted),
        head.service.to_string(),
        head.queue.to_string(),
        head.district.clone().unwrap_or_default(),
        course.channel.map(|channel| channel.to_string()).unwrap_or_default(),
        head.language.0.clone(),
        yes(head.anonymous),
        yes(head.urgent),
        head.state.to_string(),
        time(head.since),
        course.answered.map(time).unwrap_or_default(),
        head.closed.as_ref().map(|closed| time(closed.at)).unwrap_or_default(),
        head.closed.as_ref().map(|closed| closed.outcome.to_string()).unwrap_or_default(),
        yes(!head.limits.is_empty()),
        next_limit(head).map(|limit| limit.due.to_string()).unwrap_or_default(),
        yes(course.late),
        course.reopened.to_string(),
        course.grade.map(|grade| grade.name().to_owned()).unwrap_or_default(),
        yes(course.waiting),
    ];
    cells.map(|cell| csv_cell(&cell)).join(",")
}

/// Why an export cannot be counted.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ExportError {
    /// A column is missing.
    #[error("the column {0} is missing")]
    Column(&'static str),
    /// A line makes no sense.
    #[error("line {0} is not a line of an export")]
    Line(u64),
}

/// The facts of an export, for counting it again.
///
/// # Errors
/// It is no export.
pub fn read(text: &str) -> Result<Facts, ExportError> {
    let mut reader = csv::Reader::from_reader(text.trim_start_matches(BOM).as_bytes());
    let header = reader.headers().map_err(|_| ExportError::Line(1))?.clone();
    let at = |column: &'static str| header.iter().position(|name| name == column).ok_or(ExportError::Column(column));
    let submitted = at("submitted")?;
    let [service, district, queue] = [at("service")?, at("district")?, at("queue")?];
    let [language, channel] = [at("language")?, at("channel")?];
    let [answered, closed, limited, due] = [at("first_answer")?, at("closed")?, at("has_time_limit")?, at("due")?];
    let [late, reopened, grade] = [at("late")?, at("reopened")?, at("grade")?];
    let mut facts = Facts::default();
    for (number, record) in (2..).zip(reader.records()) {
        let bad = || ExportError::Line(number);
        let record = record.map_err(|_| bad())?;
        let cell = |at: usize| record.get(at).unwrap_or_default();
        let time = |at: usize| match cell(at) {
            "" => Ok(None),
            text => chrono::NaiveDateTime::parse_from_str(text, TIME).map(|at| Some(office_moment(at))).map_err(|_| bad()),
        };
        let told = Told {
            submitted: time(submitted)?.ok_or_else(bad)?,
            answered: time(answered)?,
            closed: time(closed)?,
            service: cell(service),
            district: cell(district),
            queue: cell(queue),
            language: cell(language),
            channel: cell(channel).chars().next().unwrap_or(super::fact::UNKNOWN),
            grade: match cell(grade) {
                "" => None,
                name => Some(Grade::read(name).ok_or_else(bad)?),
            },
            reopened: cell(reopened).parse().map_err(|_| bad())?,
            late: cell(late) == "yes",
            limited: cell(limited) == "yes",
            due: match cell(due) {
                "" => None,
                day => Some(day.parse().map_err(|_| bad())?),
            },
        };
        let fact = facts.fact(&told);
        facts.rows.push(fact);
    }
    Ok(facts)
}
