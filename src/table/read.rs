//! Reads a file into rows: its encoding, its header, its separator; what is wrong with it, line by line.

use super::Kind;
use super::column::{Column, Need, columns};
use super::row::Row;
use crate::place::Places;
use crate::place::fold::compact;
use std::borrow::Cow;
use std::collections::HashMap;

/// How many rows are read between two calls of `progress`.
const ROWS_A_STEP: u64 = 256;
/// Rows of the largest table.
const MOST_ROWS: u64 = 200_000;

/// Why a file was refused.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Report {
    /// Trouble with the file as a whole; then no row was read.
    pub file: Option<FileError>,
    /// Rows that were read, bad ones included.
    pub rows: u64,
    /// Bad rows in the order of the file; a row with two faults stands here twice.
    pub bad: Vec<BadRow>,
}

impl Report {
    pub(super) fn of_file(error: FileError) -> Self {
        Report { file: Some(error), ..Report::default() }
    }
}

/// How a file was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// With or without the mark at the beginning.
    Utf8,
    /// What Chinese spreadsheets write by default (GB 18030, which holds GBK and GB 2312).
    Gb18030,
}

/// Trouble with the file as a whole.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FileError {
    #[error("the file is empty")]
    Empty,
    /// Saved as "Unicode" by a spreadsheet.
    #[error("the file is UTF-16: save it as UTF-8")]
    Utf16,
    #[error("line {line} is neither UTF-8 nor GB18030")]
    Undecodable { line: u64 },
    #[error("no column {0}")]
    NoColumn(String),
    /// Two columns with the same meaning.
    #[error("column {0} stands twice")]
    ColumnRepeated(String),
    #[error("no rows below the header")]
    NoRows,
    #[error("more than {MOST_ROWS} rows")]
    TooMany,
}

/// A row that cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {reason}")]
pub struct BadRow {
    /// Line of the file where the row begins, from 1.
    pub line: u64,
    pub reason: RowReason,
}

/// What is wrong with a row. `column` is named as in the header of the file.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RowReason {
    #[error("{column}: empty")]
    Missing { column: String },
    #[error("{0} and {1}: both empty")]
    BothMissing(&'static str, &'static str),
    #[error("{found} columns, the header has {wanted}")]
    ColumnCount { wanted: usize, found: usize },
    #[error("{column}: {value:?} is not {wanted}")]
    Malformed { column: String, value: String, wanted: &'static str },
    #[error("{column}: {value:?} is none of {known}")]
    Unknown { column: String, value: String, known: String },
    #[error("{column}: over {limit} characters")]
    TooLong { column: String, limit: usize },
    #[error("{column}: control character")]
    ControlCharacter { column: String },
    #[error("{later} is before {earlier}")]
    Disorder { earlier: &'static str, later: &'static str },
    #[error("the same as line {first_line}: {what}")]
    Repeated { first_line: u64, what: String },
    #[error("not readable as a table: {0}")]
    Unreadable(String),
}

/// The words of a file and how they were written.
///
/// # Errors
/// The file is empty, or in an encoding that we do not read.
pub fn decode(bytes: &[u8]) -> Result<(Cow<'_, str>, Encoding), FileError> {
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        return Err(FileError::Utf16);
    }
    let (text, encoding) = match std::str::from_utf8(bytes) {
        Ok(text) => (Cow::Borrowed(text.strip_prefix('\u{feff}').unwrap_or(text)), Encoding::Utf8),
        Err(error) => match encoding_rs::GB18030.decode_without_bom_handling_and_without_replacement(bytes) {
            Some(text) => (text, Encoding::Gb18030),
            None => {
                let before = bytes.get(..error.valid_up_to()).unwrap_or_default();
                let breaks = before.iter().filter(|byte| **byte == b'\n').count();
                return Err(FileError::Undecodable { line: breaks as u64 + 1 });
            }
        },
    };
    if text.trim().is_empty() { Err(FileError::Empty) } else { Ok((text, encoding)) }
}

/// A kind of row.
pub(super) trait Record: Sized {
    /// The kind of table that it stands in.
    const KIND: Kind;
    /// Reads one row; to be used only if the row has no faults.
    fn read(row: &mut Row<'_>) -> Self;
    /// What no two rows may have alike.
    fn key(&self) -> String;
    /// What is wrong with rows only beside the others, by their place among them; asked when each is good by itself.
    fn together(_rows: &[Self]) -> Vec<(usize, RowReason)> {
        Vec::new()
    }
}

/// A file that is read.
pub(super) struct Sheet<'a> {
    pub(super) text: &'a str,
    pub(super) places: &'a Places,
    pub(super) progress: &'a mut dyn FnMut(u64),
    pub(super) ignored: &'a mut Vec<String>,
}

impl Sheet<'_> {
    pub(super) fn rows<R: Record>(&mut self) -> Result<Vec<R>, Report> {
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .comment(Some(b'#'))
            .delimiter(separator(self.text))
            .from_reader(self.text.as_bytes());
        let mut records = reader.records();
        let first = match records.next() {
            Some(Ok(first)) => first,
            _ => return Err(Report::of_file(FileError::Empty)),
        };
        let header = Header::read(&first, columns(R::KIND)).map_err(Report::of_file)?;
        self.ignored.clone_from(&header.ignored);
        let mut report = Report::default();
        let mut rows = Vec::new();
        let mut lines: HashMap<String, u64> = HashMap::new();
        let mut line_of: Vec<u64> = Vec::new();
        for record in records {
            let record = match record {
                Ok(record) => record,
                Err(error) => {
                    let line = error.position().map_or(0, csv::Position::line);
                    report.rows += 1;
                    report.bad.push(BadRow { line, reason: RowReason::Unreadable(error.to_string()) });
                    continue;
                }
            };
            let (line, byte) = record.position().map_or((0, 0), |at| (at.line(), at.byte()));
            if record.iter().all(|field| field.trim().is_empty()) {
                continue;
            }
            report.rows += 1;
            if report.rows > MOST_ROWS {
                return Err(Report::of_file(FileError::TooMany));
            }
            let mut row = Row::new(&header, &record, self.places);
            let read = R::read(&mut row);
            let mut faults = row.faults;
            if faults.is_empty() {
                let key = read.key();
                match lines.get(&key) {
                    Some(&first_line) => faults.push(RowReason::Repeated { first_line, what: key }),
                    None => drop(lines.insert(key, line)),
                }
            }
            report.bad.extend(faults.into_iter().map(|reason| BadRow { line, reason }));
            rows.push(read);
            line_of.push(line);
            if report.rows.is_multiple_of(ROWS_A_STEP) {
                (self.progress)(byte);
            }
        }
        if report.bad.is_empty() {
            let wrong = R::together(&rows).into_iter();
            report.bad.extend(wrong.map(|(at, reason)| BadRow { line: line_of.get(at).copied().unwrap_or_default(), reason }));
        }
        if report.rows == 0 {
            report.file = Some(FileError::NoRows);
        }
        if report.file.is_some() || !report.bad.is_empty() { Err(report) } else { Ok(rows) }
    }
}

/// The header of a file.
#[derive(Debug)]
pub(super) struct Header {
    /// Our column in each column of the file.
    columns: Vec<Option<&'static Column>>,
    /// The columns as the file names them.
    titles: Vec<String>,
    ignored: Vec<String>,
}

impl Header {
    fn read(record: &csv::StringRecord, known: &'static [Column]) -> Result<Self, FileError> {
        let titles: Vec<String> = record.iter().map(|title| title.trim().trim_start_matches('\u{feff}').to_owned()).collect();
        let columns: Vec<Option<&'static Column>> = titles.iter().map(|title| meaning(title, known)).collect();
        for (nth, found) in columns.iter().enumerate() {
            if found.is_some() && columns.iter().take(nth).any(|earlier| earlier == found) {
                return Err(FileError::ColumnRepeated(titles.get(nth).cloned().unwrap_or_default()));
            }
        }
        let has = |name: &str| columns.iter().flatten().any(|column| column.name == name);
        for column in known {
            match column.need {
                Need::Must if !has(column.name) => return Err(FileError::NoColumn(column.name.to_owned())),
                Need::OrElse(other) if !has(column.name) && !has(other) => {
                    return Err(FileError::NoColumn(format!("{} or {other}", column.name)));
                }
                _ => {}
            }
        }
        let ignored = titles.iter().zip(&columns).filter(|(title, found)| found.is_none() && !title.is_empty());
        let ignored = ignored.map(|(title, _)| title.clone()).collect();
        Ok(Self { columns, titles, ignored })
    }

    /// How many columns a row must have.
    pub(super) fn width(&self) -> usize {
        self.columns.len()
    }

    /// Where our column stands, and what it is.
    pub(super) fn at(&self, name: &str) -> Option<(usize, &'static Column)> {
        self.columns.iter().enumerate().find_map(|(at, column)| column.filter(|column| column.name == name).map(|column| (at, column)))
    }

    /// The column as the file names it.
    pub(super) fn title(&self, name: &str) -> String {
        self.at(name).and_then(|(at, _)| self.titles.get(at)).cloned().unwrap_or_else(|| name.to_owned())
    }
}

fn meaning(title: &str, known: &'static [Column]) -> Option<&'static Column> {
    let key = compact(title);
    let named = |column: &&Column| compact(column.name) == key || column.also.iter().any(|name| compact(name) == key);
    known.iter().find(named).filter(|_| !key.is_empty())
}

/// A tab or a semicolon if the header has more of them than commas.
fn separator(text: &str) -> u8 {
    let header = text.lines().find(|line| !line.trim().is_empty() && !line.starts_with('#')).unwrap_or_default();
    let count = |sign: char| header.matches(sign).count();
    [b'\t', b';'].into_iter().find(|&sign| count(char::from(sign)) > count(',')).unwrap_or(b',')
}
