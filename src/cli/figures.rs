//! `report` and `tickets export`: the office's figures as a file, and what they are counted from.

use super::{DONE, IMPOSSIBLE, Out, REFUSED, ReportForm};
use crate::clock::office_day;
use crate::figures::say::Say;
use crate::figures::{self, Facts, Period, export, file};
use crate::format::csv_cell;
use crate::office::Office;
use crate::store::{Audit, Commit};
use crate::tally;
use std::io::Write;
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

/// What is exported.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// The open heads of tickets.
    Tickets,
    /// Counts of questions and searches.
    Counts,
}

/// Writes what figures are counted from, of one year or of all.
pub async fn export(office: &Office, (what, year): (What, Option<i32>), to: Option<&Path>, out: &mut dyn Out) -> u8 {
    if let Some(year) = year.filter(|year| Period::year(*year).is_none()) {
        out.complain(&format!("{year} is no year to count"));
        return REFUSED;
    }
    let lines = match what {
        What::Tickets => heads(office, year).await,
        What::Counts => counts(office, year).await,
    };
    let lines = match lines {
        Ok(lines) => lines,
        Err(why) => return failed(&why, out),
    };
    let audit = Audit {
        at: office.now(),
        by: "operator".to_owned(),
        act: "exported".to_owned(),
        receipt: None,
        more: vec![if what == What::Tickets { "tickets" } else { "counts" }.to_owned(), (lines.len() - 1).to_string()],
    };
    if let Err(error) = office.store.commit(Commit { audit: vec![audit], ..Commit::default() }).await {
        return failed(&error.to_string(), out);
    }
    let Some(file) = to else {
        lines.iter().for_each(|line| out.line(line));
        return DONE;
    };
    let text: String = lines.iter().flat_map(|line| [line.as_str(), "\r\n"]).collect();
    done(write(file, text.as_bytes()), &format!("{}: {} lines", file.display(), lines.len() - 1), out)
}

async fn heads(office: &Office, year: Option<i32>) -> Result<Vec<String>, String> {
    let period = year.and_then(Period::year);
    let mut lines = vec![export::header()];
    figures::each_head(&*office.store, &mut |head| {
        let day = office_day(head.submitted);
        if period.is_none_or(|period| (period.first()..=period.last()).contains(&day)) {
            lines.push(export::line(head));
        }
    })
    .await
    .map_err(|error| error.to_string())?;
    Ok(lines)
}

/// First year of which counts are looked for.
const FIRST_YEAR: i32 = 2020;

async fn counts(office: &Office, year: Option<i32>) -> Result<Vec<String>, String> {
    office.tally.flush(&*office.store).await?;
    let this = chrono::Datelike::year(&office_day(office.now()));
    let mut lines = vec![format!("{}month,what,count", export::BOM)];
    let periods = year.map_or(FIRST_YEAR..=this, |year| year..=year).filter_map(Period::year);
    for month in periods.flat_map(Period::each) {
        for (name, count) in tally::counted(&*office.store, [month]).await? {
            lines.push(format!("{},{},{count}", month.format("%Y-%m"), csv_cell(&name)));
        }
    }
    Ok(lines)
}

/// The figures of a year as a page, a table or a workbook.
pub async fn report(
    office: &Office,
    (year, language): (i32, Option<&str>),
    (form, to): (ReportForm, Option<&Path>),
    out: &mut dyn Out,
) -> u8 {
    let Some(period) = Period::year(year) else {
        out.complain(&format!("{year} is no year to count"));
        return REFUSED;
    };
    let mut facts = Facts::default();
    if let Err(error) = figures::each_head(&*office.store, &mut |head| facts.add(head)).await {
        return failed(&error.to_string(), out);
    }
    let counted = async {
        office.tally.flush(&*office.store).await?;
        tally::counted(&*office.store, period.each()).await
    };
    let counted = match counted.await {
        Ok(counted) => counted,
        Err(why) => return failed(&why, out),
    };
    let as_of = office_day(office.now());
    let language = office.script.load().texts.negotiate(language.or(Some("zh")));
    let paper = Say::new(office, language).paper((period, as_of), &figures::tables(&facts, (period, as_of), &counted));
    let content = match form {
        ReportForm::Html => file::html(&paper).into_bytes(),
        ReportForm::Csv => file::csv(&paper).into_bytes(),
        ReportForm::Xlsx => match file::workbook(&paper) {
            Ok(content) => content,
            Err(error) => return failed(&error.to_string(), out),
        },
    };
    match (to, String::from_utf8(content)) {
        (Some(file), Ok(text)) => done(write(file, text.as_bytes()), &file.display().to_string(), out),
        (Some(file), Err(binary)) => done(write(file, binary.as_bytes()), &file.display().to_string(), out),
        (None, Ok(text)) => {
            text.lines().for_each(|line| out.line(line));
            DONE
        }
        (None, Err(_)) => {
            out.complain("a workbook is not for the terminal: name a file with --to FILE.xlsx");
            REFUSED
        }
    }
}

/// A new file that only its owner may read.
fn write(file: &Path, content: &[u8]) -> Result<(), String> {
    let written =
        std::fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(file).and_then(|mut file| file.write_all(content));
    written.map_err(|error| format!("{}: {error}", file.display()))
}

fn done(written: Result<(), String>, what: &str, out: &mut dyn Out) -> u8 {
    match written {
        Ok(()) => {
            out.line(what);
            DONE
        }
        Err(why) => failed(&why, out),
    }
}

fn failed(why: &str, out: &mut dyn Out) -> u8 {
    out.complain(why);
    IMPOSSIBLE
}
