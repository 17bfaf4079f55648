//! The office's work in figures: charts with the table behind each, a period beside the year before, files to take along. For
//! supervisors, auditors and administrators; whatever is few is hidden before it comes here.

use super::{DeskFrame, Staff};
use crate::clock::office_day;
use crate::desk::index::Stage;
use crate::figures::file::{csv, drawing, workbook};
use crate::figures::say::{Paper, Say, Sheet};
use crate::figures::{Period, tables, tables_of};
use crate::id::QueueId;
use crate::locale::Text;
use crate::roster::Role;
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
    /// A queue; the whole office when empty.
    #[serde(default)]
    queue: String,
}

/// A queue to choose.
struct Choice {
    id: String,
    name: String,
    here: bool,
}

#[derive(Template)]
#[template(path = "desk/figures.html")]
struct FiguresPage {
    desk: DeskFrame,
    paper: Paper,
    from: String,
    to: String,
    queue: String,
    queues: Vec<Choice>,
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
    let queue = queue(&web, &staff, &asked)?;
    let paper = paper(&web, (&staff, &headers), (period, queue.as_ref())).await?;
    let choice = |id: QueueId| Choice {
        id: id.to_string(),
        name: desk.frame.words.say(&web.office.queue_name(&id)),
        here: queue.as_ref() == Some(&id),
    };
    let queues = led(&web, &staff).map(choice).collect();
    let queue = asked.queue;
    let month = |day: chrono::NaiveDate| day.format("%Y-%m").to_string();
    let (from, to) = (month(period.first()), month(period.last()));
    page(&FiguresPage { desk, paper, from, to, queue, queues, reading: web.index.stage() == Stage::Lists, odd })
}

/// A file. Who took it is in the audit log.
async fn take(
    State(web): State<Web>,
    staff: Staff,
    (Path(form), Query(asked)): (Path<String>, Query<Asked>),
    headers: HeaderMap,
) -> Result<Response, Failure> {
    let period = period(&asked).ok_or(Failure::Bad)?;
    let queue = queue(&web, &staff, &asked)?;
    let paper = paper(&web, (&staff, &headers), (period, queue.as_ref())).await?;
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
        more: ["figures".to_owned(), form.clone()].into_iter().chain(queue.map(|queue| queue.to_string())).collect(),
    };
    web.office.store.commit(Commit { audit: vec![audit], ..Commit::default() }).await?;
    let name = format!("attachment; filename=\"figures-{}-{}.{form}\"", period.first().format("%Y%m"), period.last().format("%Y%m"));
    let headers = [(header::CONTENT_TYPE, kind), (header::CACHE_CONTROL, "no-store"), (header::CONTENT_DISPOSITION, name.as_str())];
    Ok((headers, content).into_response())
}

/// The queues whose tickets somebody may look at as a whole: what a sum over few would tell them, they may read there.
fn led(web: &Web, staff: &Staff) -> impl Iterator<Item = QueueId> {
    let rights = staff.rights();
    let mine = move |queue: &QueueId| rights.is(Role::Supervisor, queue) || rights.is(Role::Auditor, queue);
    web.office.all_queues().into_iter().map(|queue| queue.id.clone()).filter(mine)
}

/// The queue that was asked for.
///
/// # Errors
/// There is none of this name, or it is not theirs: both look the same.
fn queue(web: &Web, staff: &Staff, asked: &Asked) -> Result<Option<QueueId>, Failure> {
    if asked.queue.is_empty() {
        return Ok(None);
    }
    let found = led(web, staff).find(|queue| queue.as_str() == asked.queue);
    found.map(Some).ok_or(Failure::Missing)
}

async fn paper(web: &Web, (staff, headers): (&Staff, &HeaderMap), (period, queue): (Period, Option<&QueueId>)) -> Result<Paper, Failure> {
    let office = &web.office;
    let words = staff.words(web, headers);
    let as_of = office_day(office.now());
    if let Some(queue) = queue {
        let tables = web.index.facts(|facts| tables_of(facts, queue, (period, as_of)));
        let mut paper = Say::new(office, words.language.clone()).paper((period, as_of), &tables);
        let name = words.say(&office.queue_name(queue));
        paper.about.insert(0, words.say(&Text::new("deskweb-figures-of").with("queue", name)));
        paper.notes.push(words.t("deskweb-figures-inside"));
        return Ok(paper);
    }
    let counted = async {
        office.tally.flush(&*office.store).await?;
        tally::counted(&*office.store, period.each()).await
    };
    let counted = counted.await.map_err(|why| {
        tracing::error!(why, "counts could not be read");
        Failure::Store
    })?;
    let tables = web.index.facts(|facts| tables(facts, (period, as_of), &counted));
    Ok(Say::new(office, words.language).paper((period, as_of), &tables))
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
        let period = period(&Asked { from: from.to_owned(), to: to.to_owned(), queue: String::new() })?;
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
