//! The office's work in figures: charts with the table behind each, a period beside the year before, files to take along. For
//! supervisors, auditors and administrators; whatever is few is hidden before it comes here.

use super::{DeskFrame, Staff};
use crate::clock::office_day;
use crate::desk::index::Stage;
use crate::figures::file::{csv, drawing, workbook};
use crate::figures::say::{Paper, Say, Sheet};
use crate::figures::{Period, tables};
use crate::store::{Audit, Commit};
use crate::tally;
use crate::web::Web;
use crate::web::page::{Failure, page};
use askama::Template;
use axum::Router;
use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use chrono::Datelike;
use serde::Deserialize;

pub(super) fn routes() -> Router<Web> {
    Router::new().route("/desk/figures", get(show)).route("/desk/figures/{form}", get(take))
}

/// A period, as the form writes it: `2026-01`.
#[derive(Debug, Default, Deserialize)]
struct Asked {
    #[serde(default)]
    from: String,
    #[serde(default)]
    to: String,
}

#[derive(Template)]
#[template(path = "desk/figures.html")]
struct FiguresPage {
    desk: DeskFrame,
    paper: Paper,
    from: String,
    to: String,
    /// Not every ticket is counted yet.
    reading: bool,
    /// What was asked for is no period; this one is shown instead.
    odd: bool,
}

impl FiguresPage {
    fn drawing(&self, sheet: &Sheet) -> Option<String> {
        drawing(sheet)
    }
}

async fn show(State(web): State<Web>, staff: Staff, Query(asked): Query<Asked>, headers: HeaderMap) -> Result<Response, Failure> {
    let wished = period(&asked);
    let period = wished.unwrap_or(this_year(&web)?);
    let odd = wished.is_none() && !(asked.from.is_empty() && asked.to.is_empty());
    let desk = DeskFrame::new(&web, (&staff, &headers), "/desk/figures");
    let paper = paper(&web, (&staff, &headers), period).await?;
    let month = |day: chrono::NaiveDate| day.format("%Y-%m").to_string();
    let (from, to) = (month(period.first()), month(period.last()));
    page(&FiguresPage { desk, paper, from, to, reading: web.index.stage() == Stage::Lists, odd })
}

/// A file. Who took it is in the audit log.
async fn take(
    State(web): State<Web>,
    staff: Staff,
    (Path(form), Query(asked)): (Path<String>, Query<Asked>),
    headers: HeaderMap,
) -> Result<Response, Failure> {
    let period = period(&asked).ok_or(Failure::Bad)?;
    let paper = paper(&web, (&staff, &headers), period).await?;
    let (content, kind) = match form.as_str() {
        "csv" => (csv(&paper).into_bytes(), "text/csv; charset=utf-8"),
        "xlsx" => {
            let content = workbook(&paper).map_err(|error| {
                tracing::error!(%error, "a workbook could not be made");
                Failure::Broken
            })?;
            (content, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
        }
        _ => return Err(Failure::Missing),
    };
    let audit = Audit {
        at: web.office.now(),
        by: format!("clerk:{}", staff.id().0),
        act: "exported".to_owned(),
        receipt: None,
        more: vec!["figures".to_owned(), form.clone()],
    };
    web.office.store.commit(Commit { audit: vec![audit], ..Commit::default() }).await?;
    let name = format!("attachment; filename=\"figures-{}-{}.{form}\"", period.first().format("%Y%m"), period.last().format("%Y%m"));
    let headers = [(header::CONTENT_TYPE, kind), (header::CACHE_CONTROL, "no-store"), (header::CONTENT_DISPOSITION, name.as_str())];
    Ok((headers, content).into_response())
}

async fn paper(web: &Web, (staff, headers): (&Staff, &HeaderMap), period: Period) -> Result<Paper, Failure> {
    let office = &web.office;
    let counted = async {
        office.tally.flush(&*office.store).await?;
        tally::counted(&*office.store, period.each()).await
    };
    let counted = counted.await.map_err(|why| {
        tracing::error!(why, "counts could not be read");
        Failure::Store
    })?;
    let as_of = office_day(office.now());
    let tables = web.index.facts(|facts| tables(facts, (period, as_of), &counted));
    Ok(Say::new(office, staff.words(web, headers).language).paper((period, as_of), &tables))
}

/// From the first to the last month, both counted; `None` when they are no months or the wrong way round.
fn period(asked: &Asked) -> Option<Period> {
    let month = |text: &str| {
        let (year, month) = text.split_once('-')?;
        Some((year.parse::<i32>().ok()?, month.parse::<u32>().ok().filter(|month| (1..=12).contains(month))?))
    };
    let ((year, first), (last_year, last)) = (month(&asked.from)?, month(&asked.to)?);
    let years = last_year.checked_sub(year)?.checked_mul(12)?;
    let months = i64::from(years) + i64::from(last) - i64::from(first) + 1;
    Period::months(year, first, u32::try_from(months).ok()?)
}

/// This year up to now.
fn this_year(web: &Web) -> Result<Period, Failure> {
    let today = office_day(web.office.now());
    Period::months(today.year(), 1, today.month()).ok_or(Failure::Broken)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(from: &str, to: &str) -> Option<(String, String)> {
        let period = period(&Asked { from: from.to_owned(), to: to.to_owned() })?;
        Some((period.first().to_string(), period.last().to_string()))
    }

    #[test]
    fn a_period_goes_from_a_month_to_a_month() {
        let days = |first: &str, last: &str| Some((first.to_owned(), last.to_owned()));
        assert_eq!(of("2026-01", "2026-11"), days("2026-01-01", "2026-11-30"));
        assert_eq!(of("2025-12", "2026-02"), days("2025-12-01", "2026-02-28"));
        assert_eq!(of("2026-11", "2026-11"), days("2026-11-01", "2026-11-30"));
        for (from, to) in [
            ("2026-11", "2026-10"),
            ("2026-13", "2026-13"),
            ("2020-01", "2026-01"),
            ("", ""),
            ("x", "2026-01"),
            ("-2147483648-01", "2147483647-12"),
            ("2147483647-12", "-2147483648-01"),
            ("9999999999-01", "2026-01"),
        ] {
            assert_eq!(of(from, to), None, "{from} {to}");
        }
    }
}
