//! Reads a list of agencies: what the official system exports, or our own columns.
//!
//! All or nothing: one row that cannot be trusted refuses the file, and every such row is reported with its line, so that
//! the operator mends them in one go. It must not repair codes or names.
//!
//! ## Why
//! Half a list looks like a whole one, and a person would read "not in the register" where a row was lost.
//! Codes may begin with any digit but 0: new series were opened when a province ran out of numbers, and the list itself is
//! the authority on codes.

mod column;
mod row;

use crate::agency::Register;
use column::{Column, Header};
use std::collections::HashMap;

/// How many rows are read between two calls of `progress`.
const ROWS_A_STEP: u64 = 256;

/// Why a list was refused.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ImportReport {
    /// Trouble with the file as a whole; then no row was read.
    pub file: Option<FileError>,
    /// Rows that were read, bad ones included.
    pub rows: u64,
    /// Bad rows in the order of the file; a row with two faults stands here twice.
    pub bad: Vec<BadRow>,
    /// Columns that we do not know.
    pub ignored_columns: Vec<String>,
}

/// Trouble with the file as a whole.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FileError {
    #[error("the file is empty")]
    Empty,
    /// Saved as "Unicode" by a spreadsheet; wanted is UTF-8.
    #[error("the file is UTF-16")]
    Utf16,
    /// Most likely GB18030 or GBK; wanted is UTF-8.
    #[error("line {line} is not UTF-8")]
    NotUtf8 { line: u64 },
    #[error("no column of agency codes")]
    NoCodeColumn,
    #[error("no column of agency names")]
    NoNameColumn,
    /// The list of branches has the code of each agency many times.
    #[error("this is the list of branches")]
    BranchList,
    /// Two columns with the same meaning.
    #[error("column {0} stands twice")]
    ColumnRepeated(String),
    #[error("no rows below the header")]
    NoRows,
}

/// A row that cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {reason}")]
pub struct BadRow {
    /// Line of the file where the row begins, from 1.
    pub line: u64,
    /// The code of the row, if it has one.
    pub code: Option<String>,
    pub reason: RowReason,
}

/// What is wrong with a row. `column` is named as in the header of the file.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RowReason {
    #[error("no code")]
    CodeMissing,
    /// Not five digits.
    #[error("code {0:?} is not five digits")]
    CodeMalformed(String),
    #[error("the code stands in line {first_line} already")]
    CodeRepeated { first_line: u64 },
    #[error("no name")]
    NameMissing,
    #[error("{found} columns, the header has {wanted}")]
    ColumnCount { wanted: usize, found: usize },
    #[error("{column}: no such day {value:?}")]
    DateMalformed { column: String, value: String },
    #[error("{column}: not a number {value:?}")]
    NumberMalformed { column: String, value: String },
    /// Often a quote that is never closed.
    #[error("{column}: over {limit} characters")]
    TooLong { column: String, limit: usize },
    #[error("{column}: control character")]
    ControlCharacter { column: String },
    #[error("not readable as a table: {0}")]
    Unreadable(String),
}

/// Reads a list: UTF-8 with or without BOM, comma or tab, quoted fields, header in Chinese or English in any order,
/// unknown columns ignored. `progress` is told how many bytes are done, at last all of them.
///
/// # Errors
/// Everything that is wrong with the file, and no register.
pub fn parse_register(bytes: &[u8], progress: &mut dyn FnMut(u64)) -> Result<Register, ImportReport> {
    let text = decode(bytes).map_err(whole_file)?;
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter(text)).from_reader(text.as_bytes());
    let mut records = reader.records();
    let first = records.next().ok_or_else(|| whole_file(FileError::Empty))?;
    let first = first.map_err(|_| whole_file(FileError::Empty))?;
    let header = Header::read(&first).map_err(whole_file)?;
    let mut list = List::new(&header);
    for record in records {
        let at = match record {
            Ok(record) => list.read(&record),
            Err(error) => list.unreadable(&error),
        };
        if list.report.rows.is_multiple_of(ROWS_A_STEP) {
            progress(at);
        }
    }
    progress(bytes.len() as u64);
    list.finish()
}

/// A list while it is read.
struct List<'a> {
    header: &'a Header,
    agencies: Vec<crate::agency::Agency>,
    /// Code to the line where it stood first.
    lines: HashMap<String, u64>,
    report: ImportReport,
}

impl<'a> List<'a> {
    fn new(header: &'a Header) -> Self {
        let report = ImportReport { ignored_columns: header.ignored.clone(), ..ImportReport::default() };
        Self { header, agencies: Vec::new(), lines: HashMap::new(), report }
    }

    /// Reads one row; the answer is the byte where it began.
    fn read(&mut self, record: &csv::StringRecord) -> u64 {
        let (line, byte) = record.position().map_or((0, 0), |at| (at.line(), at.byte()));
        if record.iter().all(|field| field.trim().is_empty()) {
            return byte;
        }
        self.report.rows += 1;
        let mut row = row::Row::new(self.header, record);
        let agency = row.agency();
        let mut faults = row.faults;
        if let Some(&first_line) = self.lines.get(&agency.code) {
            faults.push(RowReason::CodeRepeated { first_line });
        } else if !agency.code.is_empty() {
            self.lines.insert(agency.code.clone(), line);
        }
        let code = (!agency.code.is_empty()).then(|| agency.code.clone());
        self.report.bad.extend(faults.into_iter().map(|reason| BadRow { line, code: code.clone(), reason }));
        self.agencies.push(agency);
        byte
    }

    fn unreadable(&mut self, error: &csv::Error) -> u64 {
        let (line, byte) = error.position().map_or((0, 0), |at| (at.line(), at.byte()));
        self.report.rows += 1;
        self.report.bad.push(BadRow { line, code: None, reason: RowReason::Unreadable(error.to_string()) });
        byte
    }

    fn finish(mut self) -> Result<Register, ImportReport> {
        if self.report.rows == 0 {
            self.report.file = Some(FileError::NoRows);
        }
        if self.report.file.is_some() || !self.report.bad.is_empty() {
            return Err(self.report);
        }
        self.agencies.sort_by(|one, other| one.code.cmp(&other.code));
        Ok(Register {
            agencies: self.agencies,
            as_of: None,
            source: String::new(),
            demo: false,
            ignored_columns: self.report.ignored_columns,
        })
    }
}

fn whole_file(error: FileError) -> ImportReport {
    ImportReport { file: Some(error), ..ImportReport::default() }
}

fn decode(bytes: &[u8]) -> Result<&str, FileError> {
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        return Err(FileError::Utf16);
    }
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let before = bytes.get(..error.valid_up_to()).unwrap_or_default();
        let breaks = before.iter().filter(|byte| **byte == b'\n').count();
        FileError::NotUtf8 { line: breaks as u64 + 1 }
    })?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.trim().is_empty() { Err(FileError::Empty) } else { Ok(text) }
}

/// A tab, if the header has one.
fn delimiter(text: &str) -> u8 {
    let header = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    if header.contains('\t') { b'\t' } else { b',' }
}

#[cfg(test)]
mod tests;
