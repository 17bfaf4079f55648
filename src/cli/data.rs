//! `data`: the office's own tables: import, list, template, restore.

use super::{AgenciesCommand, DONE, DataCommand, DataKind, IMPOSSIBLE, Out, REFUSED, TableOrigin};
use crate::app::AGENCIES;
use crate::calendar::Calendar;
use crate::office::Office;
use crate::shelf::{self, ShelfError, Version};
use crate::table::column::{Column, Form, Need, columns, template};
use crate::table::read::decode;
use crate::table::{Encoding, Kind, Origin, Read, parse};
use chrono::NaiveDate;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Complaints about rows that are printed; the rest is counted.
const ROWS: usize = 50;
/// The header of a calendar of working days.
const WORKING_DAYS: &str = "date,kind,name_zh,name_en\n2027-01-01,holiday,元旦,New Year's Day\n";

/// What a file is imported with.
struct Wish {
    as_of: Option<NaiveDate>,
    source: String,
    check: bool,
}

/// Does a command; its exit code.
pub async fn data(office: &Arc<Office>, command: DataCommand, out: &mut dyn Out) -> u8 {
    match command {
        DataCommand::Import { kind, file, origin: TableOrigin { as_of, source }, check } => {
            let name = || file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
            let wish = Wish { as_of, source: if source.is_empty() { name() } else { source }, check };
            import(office, kind, (&file, wish), out).await
        }
        DataCommand::List { kind: Some(DataKind::WorkingDays), json } => list(office, Some(DataKind::WorkingDays), json, out).await,
        DataCommand::List { kind: Some(kind), json } => versions(office, kind, json, out).await,
        DataCommand::List { kind: None, json } => list(office, None, json, out).await,
        DataCommand::Template { kind, explain } => show_template(kind, explain, out),
        DataCommand::Restore { kind, number } => restore(office, kind, number, out).await,
    }
}

/// `data template`: needs no counter.
pub fn show_template(kind: DataKind, explain: bool, out: &mut dyn Out) -> u8 {
    let kind = match kind {
        DataKind::Agencies => {
            out.line("agency_code,agency_name_zh,agency_name_en,org_form,status,province,city,district,principal,attorney_count,phone,email,postcode,address,fax,website,established_date,uscc");
            return DONE;
        }
        DataKind::WorkingDays => {
            out.line(WORKING_DAYS.trim_end());
            return DONE;
        }
        DataKind::Table(kind) => kind,
    };
    if !explain {
        out.line(template(kind).trim_end());
        return DONE;
    }
    for Column { name, also, need, form, example, says } in columns(kind) {
        let need = match need {
            Need::Must => "needed".to_owned(),
            Need::OrElse(other) => format!("this or {other}"),
            Need::May => "may be empty".to_owned(),
        };
        out.line(&format!("{name}  ({need}; {})", form_words(*form)));
        out.line(&format!("    {says}"));
        if !example.is_empty() {
            out.line(&format!("    example: {example}"));
        }
        if !also.is_empty() {
            out.line(&format!("    also called: {}", also.join(", ")));
        }
    }
    DONE
}

fn form_words(form: Form) -> String {
    match form {
        Form::Line(limit) | Form::Words(limit) => format!("words, at most {limit} characters"),
        Form::Name => "small letters, digits, hyphens".to_owned(),
        Form::Code => "small letters, digits, hyphens, low lines".to_owned(),
        Form::Phone => "a phone number".to_owned(),
        Form::Day => "a day".to_owned(),
        Form::Time => "a day and a time".to_owned(),
        Form::Year => "a year".to_owned(),
        Form::Period => "a period".to_owned(),
        Form::Whole => "a whole number".to_owned(),
        Form::Amount => "a number".to_owned(),
        Form::Link => "an address".to_owned(),
        Form::Place => "a place".to_owned(),
        Form::Places => "places, apart by bars".to_owned(),
        Form::OneOf(known) => known.iter().filter_map(|names| names.first()).copied().collect::<Vec<_>>().join(" | "),
        Form::Indicator => "an indicator".to_owned(),
        Form::Aliases => "names, apart by bars".to_owned(),
        Form::Phrases => "short texts, apart by bars".to_owned(),
        Form::Names => "names, apart by bars or semicolons".to_owned(),
        Form::Classes => "IPC symbols, apart by bars or semicolons".to_owned(),
    }
}

async fn import(office: &Arc<Office>, kind: DataKind, (file, wish): (&Path, Wish), out: &mut dyn Out) -> u8 {
    if kind == DataKind::Agencies {
        let Wish { as_of, source, check } = wish;
        let command = AgenciesCommand::Import { file: file.to_owned(), origin: TableOrigin { as_of, source }, dry_run: check };
        return super::upkeep::agencies(office, command, out).await;
    }
    let bytes = match std::fs::read(file) {
        Ok(bytes) => bytes,
        Err(error) => {
            out.complain(&format!("{}: {error}", file.display()));
            return IMPOSSIBLE;
        }
    };
    match kind {
        DataKind::Table(kind) => import_table(office, kind, (file, &bytes, wish), out).await,
        _ => import_working_days(office, (file, &bytes, wish), out).await,
    }
}

async fn import_table(office: &Office, kind: Kind, (file, bytes, wish): (&Path, &[u8], Wish), out: &mut dyn Out) -> u8 {
    let all = bytes.len() as u64;
    let Read { content, ignored, encoding } = match parse(kind, bytes, &office.places.load(), &mut |done| out.progress(done, all)) {
        Ok(read) => read,
        Err(report) => {
            let told = report.file.iter().map(ToString::to_string).chain(report.bad.iter().map(ToString::to_string)).collect();
            return refuse(file, told, out);
        }
    };
    if encoding == Encoding::Gb18030 {
        out.line("read as GB18030");
    }
    if !ignored.is_empty() {
        out.line(&format!("columns not read: {}", ignored.join(", ")));
    }
    let (rows, name) = (content.len(), kind.name());
    if wish.check {
        out.line(&format!("{rows} rows of {name} can be imported; nothing was changed"));
        return DONE;
    }
    match shelf::import(office, bytes, (kind, content, Origin { source: wish.source, as_of: wish.as_of })).await {
        Ok(version) => {
            out.line(&format!("{rows} rows of {name} imported as version {}", version.number));
            if version.number > 1 {
                out.line(&format!("the version before is kept: data restore {name}"));
            }
            DONE
        }
        Err(error) => failed(&error, out),
    }
}

fn refuse(file: &Path, told: Vec<String>, out: &mut dyn Out) -> u8 {
    for trouble in told.iter().take(ROWS) {
        out.complain(&format!("{}: {trouble}", file.display()));
    }
    if told.len() > ROWS {
        out.complain(&format!("and {} more", told.len() - ROWS));
    }
    out.complain("nothing was imported: mend this and import the whole file again");
    REFUSED
}

fn failed(error: &ShelfError, out: &mut dyn Out) -> u8 {
    out.complain(&error.to_string());
    match error {
        ShelfError::NoVersion | ShelfError::Damaged(_) | ShelfError::PlacesGone(_) => REFUSED,
        ShelfError::Disk(_) | ShelfError::Store(_) | ShelfError::Commit(_) => IMPOSSIBLE,
    }
}

// --- Working days -----------------------------------------------------------------------------------------------------

/// The calendar of one year goes into the folder of calendars; the one before stays beside it.
async fn import_working_days(office: &Office, (file, bytes, wish): (&Path, &[u8], Wish), out: &mut dyn Out) -> u8 {
    let text = match decode(bytes) {
        Ok((text, _)) => text.into_owned(),
        Err(error) => return refuse(file, vec![error.to_string()], out),
    };
    let rows = || text.lines().filter(|line| !line.starts_with('#')).skip(1);
    let Some(year) = rows().find_map(|line| line.trim().get(..4)?.parse::<i32>().ok()) else {
        return refuse(file, vec!["no row begins with a day like 2027-01-01".to_owned()], out);
    };
    let name = format!("{year}.csv");
    if let Err(errors) = Calendar::load(&[(&name, &text)]) {
        let told = errors.iter().map(|error| format!("line {}: {}", error.line, error.trouble)).collect();
        return refuse(file, told, out);
    }
    let count = rows().filter(|line| !line.trim().is_empty()).count();
    if wish.check {
        out.line(&format!("{count} days of {year} can be imported; nothing was changed"));
        return DONE;
    }
    let set = crate::setting::standing(office, &crate::setting::Key::Calendar(year));
    if set.set().is_some() {
        out.complain(&format!("the working days of {year} were set at the desk: change them there, or take them back there first"));
        return REFUSED;
    }
    let _alone = shelf::ONE_BY_ONE.lock().await;
    let folder = calendars(office);
    let kept = match std::fs::read(folder.join(&name)) {
        Ok(before) => shelf::keep(&folder, &format!("{name}.before"), &before),
        Err(_) => Ok(()),
    };
    if let Err(error) = kept.and_then(|()| shelf::keep(&folder, &name, text.as_bytes())) {
        return failed(&error.into(), out);
    }
    if let Err(error) = read_calendars(office) {
        out.complain(&format!("{error:#}"));
        return IMPOSSIBLE;
    }
    out.line(&format!("{count} days of {year} imported; the calendar before stays in {}", folder.join(format!("{name}.before")).display()));
    DONE
}

fn calendars(office: &Office) -> PathBuf {
    crate::content::calendar_folder(&office.config)
}

fn read_calendars(office: &Office) -> anyhow::Result<()> {
    crate::setting::read_calendar(office)
}

/// The calendar of a year changes place with the one before it.
async fn restore_working_days(office: &Office, year: Option<u32>, out: &mut dyn Out) -> u8 {
    let Some(year) = year else {
        out.complain("say which year: data restore working-days 2027");
        return REFUSED;
    };
    let _alone = shelf::ONE_BY_ONE.lock().await;
    let folder = calendars(office);
    let (name, before) = (format!("{year}.csv"), format!("{year}.csv.before"));
    let (Ok(current), Ok(older)) = (std::fs::read(folder.join(&name)), std::fs::read(folder.join(&before))) else {
        return failed(&ShelfError::NoVersion, out);
    };
    if let Err(error) = shelf::keep(&folder, &name, &older).and_then(|()| shelf::keep(&folder, &before, &current)) {
        return failed(&error.into(), out);
    }
    if let Err(error) = read_calendars(office) {
        out.complain(&format!("{error:#}"));
        return IMPOSSIBLE;
    }
    out.line(&format!("the older calendar of {year} is in use again"));
    DONE
}

// --- Looking and restoring ------------------------------------------------------------------------------------------

/// What is in use of one kind.
#[derive(serde::Serialize)]
struct Line {
    kind: String,
    rows: Option<usize>,
    /// Number of the imported version.
    version: Option<u32>,
    as_of: Option<NaiveDate>,
    source: String,
}

async fn list(office: &Office, only: Option<DataKind>, json: bool, out: &mut dyn Out) -> u8 {
    let mut lines = Vec::new();
    if only.is_none() {
        let register = Arc::clone(office.agencies.load().register());
        let current = match shelf::history(&*office.store, AGENCIES).await {
            Ok(history) => history,
            Err(error) => return failed(&error.into(), out),
        };
        lines.push(Line {
            kind: AGENCIES.to_owned(),
            rows: Some(register.agencies.len()),
            version: Some(current.current).filter(|number| *number > 0),
            as_of: register.as_of,
            source: if register.demo { "demonstration".to_owned() } else { register.source.clone() },
        });
    }
    for year in office.calendar.load().years() {
        let own = calendars(office).join(format!("{year}.csv")).is_file();
        let source = if own { "imported" } else { "shipped" }.to_owned();
        lines.push(Line { kind: format!("working-days {year}"), rows: None, version: None, as_of: None, source });
    }
    let tables = office.tables.load();
    for kind in Kind::ALL.into_iter().filter(|_| only.is_none()) {
        let current = match shelf::history(&*office.store, kind.name()).await {
            Ok(history) => history.current,
            Err(error) => return failed(&error.into(), out),
        };
        let (rows, origin) = tables.of(kind).map_or((None, Origin::default()), |(rows, origin)| (Some(rows), origin.clone()));
        let source = match (rows, current) {
            (None, _) => "none loaded".to_owned(),
            (Some(_), 0) => "shipped".to_owned(),
            (Some(_), _) => origin.source,
        };
        lines.push(Line { kind: kind.name().to_owned(), rows, version: Some(current).filter(|n| *n > 0), as_of: origin.as_of, source });
    }
    for line in &lines {
        match json {
            true => out.line(&serde_json::to_string(line).unwrap_or_default()),
            false => out.line(&format!(
                "{:<18} {:>7} {:>5}  {:<10}  {}",
                line.kind,
                line.rows.map_or_else(|| "-".to_owned(), |rows| rows.to_string()),
                line.version.map_or_else(|| "-".to_owned(), |version| format!("v{version}")),
                line.as_of.map_or_else(|| "-".to_owned(), |day| day.to_string()),
                line.source
            )),
        }
    }
    DONE
}

async fn versions(office: &Office, kind: DataKind, json: bool, out: &mut dyn Out) -> u8 {
    let history = match shelf::history(&*office.store, kind.name()).await {
        Ok(history) => history,
        Err(error) => return failed(&error.into(), out),
    };
    if history.versions.is_empty() {
        out.complain(&format!("no {} were imported: data template {} shows what the file looks like", kind.name(), kind.name()));
        return REFUSED;
    }
    for version in &history.versions {
        match json {
            true => out.line(&serde_json::to_string(version).unwrap_or_default()),
            false => out.line(&version_line(version, history.current)),
        }
    }
    DONE
}

fn version_line(version: &Version, current: u32) -> String {
    let Version { number, origin, rows, at, .. } = version;
    let used = if *number == current { "*" } else { " " };
    let as_of = origin.as_of.map_or_else(|| "-".to_owned(), |day| day.to_string());
    let day = crate::clock::office_day(*at);
    format!("{used} v{number}  {rows} rows  as of {as_of}  imported {day}  {}", origin.source)
}

async fn restore(office: &Arc<Office>, kind: DataKind, number: Option<u32>, out: &mut dyn Out) -> u8 {
    let restored = match kind {
        DataKind::WorkingDays => return restore_working_days(office, number, out).await,
        DataKind::Agencies => shelf::restore_register(office, "operator", number).await,
        DataKind::Table(kind) => shelf::restore(office, kind, number).await,
    };
    match restored {
        Ok(version) => {
            out.line(&format!("version {} of {} is in use again ({} rows)", version.number, kind.name(), version.rows));
            DONE
        }
        Err(error) => failed(&error, out),
    }
}
