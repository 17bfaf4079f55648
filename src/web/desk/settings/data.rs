//! Tables of the office's own data, and its register of agencies: what is in use, a file to import, older versions to put back.
//! The importer is that of the command line: a file is taken whole or not at all, and what is wrong with it is told by line.

use super::{SetFrame, time};
use crate::agency::import as agencies;
use crate::agency::parse_register;
use crate::desk::By;
use crate::locale::Text;
use crate::shelf::{self, AGENCIES, ShelfError, Version};
use crate::table::column::columns;
use crate::table::read::decode;
use crate::table::{Encoding, FileError, Kind, Origin, Report, RowReason, parse};
use crate::web::Web;
use crate::web::desk::{Fields, Staff};
use crate::web::page::{Failure, page};
use askama::Template;
use axum::Router;
use axum::body::Bytes;
use axum::extract::multipart::{Multipart, MultipartRejection};
use axum::extract::{DefaultBodyLimit, Query, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use chrono::NaiveDate;
use serde::Deserialize;

/// Largest file in bytes.
const LARGEST: usize = 64 * 1024 * 1024;
/// Rows whose faults are told one by one; the rest is counted.
const ROWS: usize = 50;
/// Versions that are listed.
const VERSIONS: usize = 10;
/// Signs of the name of a source.
const SOURCE: usize = 200;

pub(super) fn routes() -> Router<Web> {
    Router::new()
        .route("/desk/settings/data", get(show).post(import))
        .route("/desk/settings/data/back", post(back))
        .layer(DefaultBodyLimit::max(LARGEST))
}

/// A kind of table on the page.
struct Table {
    name: &'static str,
    label: String,
    state: String,
    versions: Vec<Old>,
}

/// A version that was imported.
struct Old {
    number: u32,
    words: String,
    is_used: bool,
}

#[derive(Template)]
#[template(path = "desk/settings-data.html")]
struct DataPage {
    desk: SetFrame,
    tables: Vec<Table>,
    problem: Option<Problem>,
    done: Option<String>,
    limit: String,
    source_length: usize,
}

/// Why a file was not taken.
struct Problem {
    title: String,
    lines: Vec<String>,
}

#[derive(Debug, Default, Deserialize)]
struct Done {
    #[serde(default)]
    done: String,
    #[serde(default)]
    kind: String,
}

async fn show(State(web): State<Web>, staff: Staff, Query(done): Query<Done>, headers: HeaderMap) -> Result<Response, Failure> {
    let set = SetFrame::new(&web, (&staff, &headers), "data");
    let done = ["imported", "back"].contains(&done.done.as_str()).then(|| {
        let kind = names().find(|name| *name == done.kind).unwrap_or(AGENCIES);
        set.words().say(&Text::new(format!("deskweb-data-{}", done.done)).with("kind", Text::new(format!("deskweb-data-kind-{kind}"))))
    });
    data_page(&web, set, (None, done)).await
}

/// Names of everything that can be imported here.
fn names() -> impl Iterator<Item = &'static str> {
    Kind::ALL.into_iter().map(Kind::name).chain([AGENCIES])
}

async fn data_page(web: &Web, set: SetFrame, (problem, done): (Option<Problem>, Option<String>)) -> Result<Response, Failure> {
    let (office, words) = (&web.office, set.words());
    let in_use = office.tables.load_full();
    let mut tables = Vec::new();
    for name in names() {
        let history = shelf::history(&*office.store, name).await?;
        let (rows, origin) = match Kind::named(name) {
            Some(kind) => in_use.of(kind).map_or((None, Origin::default()), |(rows, origin)| (Some(rows), origin.clone())),
            None => {
                let register = office.agencies.load().register().clone();
                let origin = Origin { source: register.source.clone(), as_of: register.as_of };
                ((!register.demo).then_some(register.agencies.len()), origin)
            }
        };
        let state = match rows {
            None => words.t("deskweb-data-none"),
            Some(rows) => words.say(&about(rows, &origin)),
        };
        let versions = history.versions.iter().rev().take(VERSIONS).map(|version| Old {
            number: version.number,
            words: words.say(
                &Text::new("deskweb-data-version")
                    .with("number", version.number.to_string())
                    .with("at", time(words, version.at))
                    .with("about", about(version.rows, &version.origin)),
            ),
            is_used: version.number == history.current,
        });
        tables.push(Table { label: words.t(&format!("deskweb-data-kind-{name}")), versions: versions.collect(), name, state });
    }
    let limit = words.say(&Text::new("deskweb-data-limit").with("megabytes", LARGEST / (1024 * 1024)));
    page(&DataPage { tables, problem, done, limit, source_length: SOURCE, desk: set })
}

/// Rows, where they come from, and the day they stood like this.
fn about(rows: usize, origin: &Origin) -> Text {
    let text = match origin.as_of {
        Some(day) => Text::new("deskweb-data-about-day").with("day", day),
        None => Text::new("deskweb-data-about"),
    };
    let source =
        if origin.source.is_empty() { Text::new("deskweb-data-shipped").into() } else { crate::locale::Value::from(origin.source.clone()) };
    text.with("rows", rows).with("source", source)
}

// --- Import -------------------------------------------------------------------------------------------------------------

/// What was sent.
#[derive(Default)]
struct Sent {
    kind: String,
    source: String,
    as_of: String,
    name: String,
    file: Bytes,
}

async fn import(
    State(web): State<Web>,
    staff: Staff,
    headers: HeaderMap,
    fields: Result<Multipart, MultipartRejection>,
) -> Result<Response, Failure> {
    let sent = sent(&web, &staff, fields.map_err(|_| Failure::Bad)?).await?;
    let Some(kind) = names().find(|name| *name == sent.kind) else { return Err(Failure::Bad) };
    let set = SetFrame::new(&web, (&staff, &headers), "data");
    let lines = match take(&web, &staff.by(), (kind, sent)).await? {
        Ok(_) => return Ok(Redirect::to(&format!("/desk/settings/data?done=imported&kind={kind}")).into_response()),
        Err(lines) => lines,
    };
    let words = set.words();
    let title = Text::new("deskweb-data-refused").with("kind", Text::new(format!("deskweb-data-kind-{kind}")));
    let mut told: Vec<String> = lines.iter().take(ROWS).map(|line| words.say(line)).collect();
    if lines.len() > ROWS {
        told.push(words.say(&Text::new("deskweb-data-more").with("n", lines.len() - ROWS)));
    }
    let problem = Problem { title: words.say(&title), lines: told };
    let mut answer = data_page(&web, set, (Some(problem), None)).await?;
    *answer.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    Ok(answer)
}

/// Reads the form; the token comes before the file.
async fn sent(web: &Web, staff: &Staff, mut fields: Multipart) -> Result<Sent, Failure> {
    let mut sent = Sent::default();
    let mut trusted = false;
    while let Some(field) = fields.next_field().await.map_err(|_| Failure::Bad)? {
        let name = field.name().unwrap_or_default().to_owned();
        if name != "token" && !trusted {
            return Err(Failure::Foreign);
        }
        if name == "file" {
            sent.name = field.file_name().unwrap_or_default().to_owned();
            sent.file = field.bytes().await.map_err(|_| Failure::Bad)?;
            continue;
        }
        let words = field.text().await.map_err(|_| Failure::Bad)?;
        match name.as_str() {
            "token" => trusted = staff.is_token(web, &words),
            "kind" => sent.kind = words,
            "source" => sent.source = words.trim().chars().take(SOURCE).collect(),
            "as_of" => sent.as_of = words.trim().to_owned(),
            _ => {}
        }
    }
    if trusted { Ok(sent) } else { Err(Failure::Foreign) }
}

/// Takes a file into use; what is wrong with it, when it cannot be.
async fn take(web: &Web, by: &By, (kind, sent): (&'static str, Sent)) -> Result<Result<Version, Vec<Text>>, Failure> {
    let as_of = match sent.as_of.as_str() {
        "" => None,
        day => match day.parse::<NaiveDate>() {
            Ok(day) => Some(day),
            Err(_) => return Ok(Err(vec![Text::new("deskweb-fault-when")])),
        },
    };
    if sent.file.is_empty() {
        return Ok(Err(vec![Text::new("deskweb-data-no-file")]));
    }
    let source = if sent.source.is_empty() { crate::vault::display_name(&sent.name) } else { sent.source };
    let origin = Origin { source, as_of };
    let by = by.name();
    let (office, file) = (std::sync::Arc::clone(&web.office), sent.file);
    let done = match Kind::named(kind) {
        Some(kind) => {
            let (reader, bytes) = (std::sync::Arc::clone(&office), file.clone());
            let read = tokio::task::spawn_blocking(move || parse(kind, &bytes, &reader.places.load(), &mut |_| {}));
            match read.await.map_err(|_| Failure::Broken)? {
                Ok(read) => shelf::import_by(&office, &by, &file, (kind, read.content, origin)).await,
                Err(report) => return Ok(Err(faults(kind, &report))),
            }
        }
        None => {
            // What Chinese spreadsheets write is turned into UTF-8; anything else is judged by the reader of the list.
            let file = match decode(&file) {
                Ok((text, Encoding::Gb18030)) => Bytes::from(text.into_owned().into_bytes()),
                _ => file.clone(),
            };
            let bytes = file.clone();
            let read = tokio::task::spawn_blocking(move || parse_register(&bytes, &mut |_| {}));
            match read.await.map_err(|_| Failure::Broken)? {
                Ok(register) if register.agencies.is_empty() => return Ok(Err(vec![Text::new("deskweb-row-no-rows")])),
                Ok(register) => shelf::import_register(&office, &by, &file, (register, origin)).await,
                Err(report) => return Ok(Err(agency_faults(&report))),
            }
        }
    };
    match done {
        Ok(version) => Ok(Ok(version)),
        Err(ShelfError::PlacesGone(codes)) => Ok(Err(vec![gone(codes)])),
        Err(error) => Err(failed(&error)),
    }
}

fn gone(codes: Vec<String>) -> Text {
    Text::new("deskweb-data-places-gone").with("codes", codes.join(", "))
}

fn failed(error: &ShelfError) -> Failure {
    tracing::error!(%error, "a table could not be taken into use");
    match error {
        ShelfError::NoVersion | ShelfError::PlacesGone(_) => Failure::Bad,
        ShelfError::Disk(_) | ShelfError::Store(_) | ShelfError::Commit(_) | ShelfError::Damaged(_) => Failure::Store,
    }
}

/// An older version is in use again.
async fn back(State(web): State<Web>, staff: Staff, form: Fields) -> Result<Response, Failure> {
    let (Some(kind), Ok(number)) = (names().find(|name| *name == form.one("kind")), form.one("number").parse::<u32>()) else {
        return Err(Failure::Bad);
    };
    let by = staff.by().name();
    let done = match Kind::named(kind) {
        Some(table) => shelf::restore_by(&web.office, &by, table, Some(number)).await,
        None => shelf::restore_register(&web.office, &by, Some(number)).await,
    };
    match done {
        Ok(_) => Ok(Redirect::to(&format!("/desk/settings/data?done=back&kind={kind}")).into_response()),
        Err(error) => Err(failed(&error)),
    }
}

// --- What is wrong with a file --------------------------------------------------------------------------------------------

fn faults(kind: Kind, report: &Report) -> Vec<Text> {
    let file = report.file.iter().map(|error| match error {
        FileError::Empty => Text::new("deskweb-row-empty"),
        FileError::Utf16 => Text::new("deskweb-row-utf16"),
        FileError::Undecodable { line } => at(*line, Text::new("deskweb-row-encoding")),
        FileError::NoColumn(column) => Text::new("deskweb-row-no-column").with("column", column.clone()),
        FileError::ColumnRepeated(column) => Text::new("deskweb-row-column-twice").with("column", column.clone()),
        FileError::NoRows => Text::new("deskweb-row-no-rows"),
        FileError::TooMany => Text::new("deskweb-row-too-many"),
    });
    let rows = report.bad.iter().map(|bad| {
        let text = match &bad.reason {
            RowReason::Missing { column } => Text::new("deskweb-row-missing").with("column", column.clone()),
            RowReason::BothMissing(one, other) => Text::new("deskweb-row-both-missing").with("one", *one).with("other", *other),
            RowReason::ColumnCount { wanted, found } => Text::new("deskweb-row-count").with("wanted", *wanted).with("found", *found),
            RowReason::Malformed { column, value, .. } => {
                let text = match example(kind, column) {
                    Some(example) => Text::new("deskweb-row-malformed-like").with("example", example),
                    None => Text::new("deskweb-row-malformed"),
                };
                text.with("column", column.clone()).with("value", value.clone())
            }
            RowReason::Unknown { column, value, known } => {
                Text::new("deskweb-row-unknown").with("column", column.clone()).with("value", value.clone()).with("known", known.clone())
            }
            RowReason::TooLong { column, limit } => Text::new("deskweb-row-long").with("column", column.clone()).with("max", *limit),
            RowReason::ControlCharacter { column } => Text::new("deskweb-row-control").with("column", column.clone()),
            RowReason::Disorder { earlier, later } => Text::new("deskweb-row-disorder").with("earlier", *earlier).with("later", *later),
            RowReason::Repeated { first_line, what } => {
                Text::new("deskweb-row-repeated").with("first", first_line.to_string()).with("what", what.clone())
            }
            RowReason::Unreadable(_) => Text::new("deskweb-row-unreadable"),
        };
        at(bad.line, text)
    });
    file.chain(rows).collect()
}

/// What a column may hold, as its template shows it.
fn example(kind: Kind, title: &str) -> Option<&'static str> {
    let column = columns(kind).iter().find(|column| column.name == title || column.also.contains(&title))?;
    Some(column.example).filter(|example| !example.is_empty())
}

fn agency_faults(report: &agencies::ImportReport) -> Vec<Text> {
    use agencies::{FileError, RowReason};
    let file = report.file.iter().map(|error| match error {
        FileError::Empty => Text::new("deskweb-row-empty"),
        FileError::Utf16 => Text::new("deskweb-row-utf16"),
        FileError::NotUtf8 { line } => at(*line, Text::new("deskweb-row-encoding")),
        FileError::NoCodeColumn => Text::new("deskweb-row-no-column").with("column", "agency_code"),
        FileError::NoNameColumn => Text::new("deskweb-row-no-column").with("column", "agency_name_zh"),
        FileError::BranchList => Text::new("deskweb-row-branches"),
        FileError::ColumnRepeated(column) => Text::new("deskweb-row-column-twice").with("column", column.clone()),
        FileError::NoRows => Text::new("deskweb-row-no-rows"),
    });
    let rows = report.bad.iter().map(|bad| {
        let malformed = |column: &str, value: &str| Text::new("deskweb-row-malformed").with("column", column).with("value", value);
        let text = match &bad.reason {
            RowReason::CodeMissing => Text::new("deskweb-row-missing").with("column", "agency_code"),
            RowReason::CodeMalformed(value) => malformed("agency_code", value),
            RowReason::CodeRepeated { first_line } => {
                Text::new("deskweb-row-repeated").with("first", first_line.to_string()).with("what", bad.code.clone().unwrap_or_default())
            }
            RowReason::NameMissing => Text::new("deskweb-row-missing").with("column", "agency_name_zh"),
            RowReason::ColumnCount { wanted, found } => Text::new("deskweb-row-count").with("wanted", *wanted).with("found", *found),
            RowReason::DateMalformed { column, value } | RowReason::NumberMalformed { column, value } => malformed(column, value),
            RowReason::TooLong { column, limit } => Text::new("deskweb-row-long").with("column", column.clone()).with("max", *limit),
            RowReason::ControlCharacter { column } => Text::new("deskweb-row-control").with("column", column.clone()),
            RowReason::Unreadable(_) => Text::new("deskweb-row-unreadable"),
        };
        at(bad.line, text)
    });
    file.chain(rows).collect()
}

/// A fault with its line.
fn at(line: u64, text: Text) -> Text {
    Text::new("deskweb-row-line").with("line", line.to_string()).with("what", text)
}
