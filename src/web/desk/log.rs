//! The audit log: looked through from its end, and whether its chain of hashes is intact. Nothing personal stands in it; whoever takes
//! a file of it is written down in it.
//!
//! No request does more than a bounded piece of work: a search stops after so many entries and leads on from there, and the chain
//! is followed in the background ([`crate::ledger`]).

use super::{DeskFrame, Fields, Staff, quoted};
use crate::clock::Moment;
use crate::figures::export::BOM;
use crate::format::{Direction, csv_cell, parse_date};
use crate::id::Receipt;
use crate::ledger::{Bounds, Filter, Found, Standing, search};
use crate::locale::{Text, Value};
use crate::store::{Audit, Commit};
use crate::web::Web;
use crate::web::page::{Failure, Words, page};
use askama::Template;
use axum::Router;
use axum::extract::{Query, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use chrono::{Duration, NaiveDate};

/// Entries on a page.
const PAGE: Bounds = Bounds { found: 50, looked: 20_000 };
/// Rows in a file.
const FILE: Bounds = Bounds { found: 20_000, looked: 500_000 };
/// Longest field in characters.
const LONGEST: usize = 100;
/// Longest reason in characters.
const REASON: usize = 400;
/// Offset of the office's days from UTC.
const OFFICE_HOURS: i64 = 8;

/// Acts that have words and can be chosen in the filter; each has the text `deskweb-act-of-<act>`.
const ACTS: [&str; 88] = [
    "revealed",
    "exported",
    "export-asked",
    "export-agreed",
    "export-refused",
    "erased",
    "erased-again",
    "held",
    "freed",
    "amended",
    "conflict",
    "submitted",
    "replied",
    "noted",
    "closed",
    "taken",
    "released",
    "transferred",
    "state-set",
    "extended",
    "paper-asked",
    "called-back",
    "added",
    "corrected",
    "withdrawn",
    "reopened",
    "graded",
    "wrong-code",
    "copied",
    "forgotten",
    "lists-ended",
    "logged-in",
    "log-in-failed",
    "roles-changed",
    "account-invited",
    "account-joined",
    "account-disabled",
    "account-enabled",
    "account-reset",
    "linked",
    "unlinked",
    "consent-asked",
    "ticket-consent",
    "ticket-no-consent",
    "handed-over",
    "ticket-add",
    "ticket-write",
    "ticket-correct",
    "ticket-withdraw",
    "ticket-hurry",
    "ticket-reopen",
    "ticket-rate",
    "ticket-contact",
    "contact-changed",
    "hurried",
    "consented",
    "not-consented",
    "file-refused",
    "unreachable",
    "read",
    "event-booked",
    "event-cancelled",
    "event-called-off",
    "attendees-read",
    "subscribed",
    "unsubscribed",
    "language-chosen",
    "password-changed",
    "recovery-codes-made",
    "recovery-code-used",
    "renewal-begun",
    "logged-out",
    "others-logged-out",
    "administrator-made",
    "welcome-link-made",
    "token-added",
    "token-removed",
    "hook-added",
    "hook-removed",
    "hook-paused",
    "hook-resumed",
    "hook-failing",
    "setting-changed",
    "table-imported",
    "table-restored",
    "content-taken",
    "content-refused",
    "restored",
];

pub(super) fn routes() -> Router<Web> {
    Router::new().route("/desk/log", get(show)).route("/desk/log/csv", post(take))
}

/// What somebody looks for, as the form says it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Asked {
    by: String,
    receipt: String,
    act: String,
    day: String,
    before: Option<u64>,
}

impl Asked {
    fn read<'a>(field: impl Fn(&str) -> &'a str) -> Self {
        let words = |name: &str| field(name).trim().chars().take(LONGEST).collect::<String>();
        Self { by: words("by"), receipt: words("receipt"), act: words("act"), day: words("day"), before: field("before").parse().ok() }
    }

    /// The filter; `None` when a field says nothing that could be looked for.
    fn filter(&self, today: NaiveDate) -> Option<Filter> {
        let receipt = match self.receipt.is_empty() {
            true => None,
            false => Some(Receipt::read(&self.receipt).ok()?),
        };
        let day = match self.day.is_empty() {
            true => None,
            false => Some(parse_date(&self.day, today, Direction::Past).ok()?),
        };
        let from = day.and_then(begin);
        Some(Filter { by: self.by.clone(), receipt, act: self.act.clone(), from, until: from.map(|from| from + Duration::days(1)) })
    }

    fn address(&self, before: Option<u64>) -> String {
        let fields = [("by", &self.by), ("receipt", &self.receipt), ("act", &self.act), ("day", &self.day)];
        let mut pairs: Vec<String> =
            fields.into_iter().filter(|(_, value)| !value.is_empty()).map(|(name, value)| format!("{name}={}", quoted(value))).collect();
        pairs.extend(before.map(|before| format!("before={before}")));
        if pairs.is_empty() { "/desk/log".to_owned() } else { format!("/desk/log?{}", pairs.join("&")) }
    }
}

/// The first moment of a day at the office.
fn begin(day: NaiveDate) -> Option<Moment> {
    Some(day.and_hms_opt(0, 0, 0)?.and_utc() - Duration::hours(OFFICE_HOURS))
}

#[derive(Template)]
#[template(path = "desk/log.html")]
struct LogPage {
    desk: DeskFrame,
    asked: Asked,
    acts: Vec<(String, String, bool)>,
    chain: Chain,
    rows: Vec<Row>,
    newest: Option<String>,
    older: Option<String>,
    /// Not the whole log was looked through.
    stopped: bool,
    fresh: bool,
    here: String,
    problem: Option<String>,
}

/// What is known of the chain.
struct Chain {
    class: &'static str,
    words: String,
    more: String,
}

struct Row {
    number: u64,
    at: String,
    by: String,
    act: String,
    receipt: String,
    more: String,
}

async fn show(
    State(web): State<Web>,
    staff: Staff,
    Query(asked): Query<Vec<(String, String)>>,
    headers: HeaderMap,
) -> Result<Response, Failure> {
    let asked = Asked::read(|name| asked.iter().find(|(own, _)| own == name).map_or("", |(_, value)| value));
    view(&web, (&staff, &headers), asked, (StatusCode::OK, None)).await
}

async fn view(
    web: &Web,
    (staff, headers): (&Staff, &HeaderMap),
    asked: Asked,
    (status, problem): (StatusCode, Option<String>),
) -> Result<Response, Failure> {
    let desk = DeskFrame::new(web, (staff, headers), "/desk/log");
    let words = &desk.frame.words;
    // The newest entries are followed at once; a long way from the beginning goes on in the background.
    web.office.ledger.follow(&*web.office.store, web.office.now()).await?;
    let today = crate::clock::office_day(web.office.now());
    let (found, odd) = match asked.filter(today) {
        Some(filter) => (search(&*web.office.store, (&filter, asked.before), PAGE).await?, false),
        None => (Found::default(), true),
    };
    let problem = problem.or_else(|| odd.then(|| words.t("deskweb-log-odd")));
    let acts = ACTS.iter().map(|act| ((*act).to_owned(), act_name(words, act), asked.act == *act));
    let mut answer = page(&LogPage {
        acts: acts.collect(),
        chain: chain(words, &web.office.ledger.standing()),
        rows: found.entries.iter().map(|(number, entry)| row(words, (*number, entry))).collect(),
        newest: asked.before.map(|_| asked.address(None)),
        older: found.rest.map(|rest| asked.address(Some(rest))),
        stopped: found.rest.is_some() && found.entries.len() < PAGE.found,
        fresh: staff.is_fresh(web),
        here: quoted(&asked.address(asked.before)),
        problem,
        asked,
        desk,
    })?;
    *answer.status_mut() = status;
    answer.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    Ok(answer)
}

/// What has no words of its own stands under its name.
fn act_name(words: &Words, act: &str) -> String {
    if ACTS.contains(&act) { words.t(&format!("deskweb-act-of-{act}")) } else { act.to_owned() }
}

fn chain(words: &Words, standing: &Standing) -> Chain {
    let time = |at: Moment| Value::Time(at);
    let more = match standing.whole {
        Some((at, entries)) => words.say(&Text::new("deskweb-log-whole").with("entries", entries as usize).with("at", time(at))),
        None => String::new(),
    };
    match (&standing.broken, standing.whole) {
        (Some((name, at)), _) => Chain {
            class: "problem",
            words: words.say(&Text::new("deskweb-log-broken").with("name", name.clone()).with("at", time(*at))),
            more,
        },
        (None, Some(_)) => Chain { class: "good", words: words.t("deskweb-log-intact"), more },
        (None, None) => {
            let text = Text::new("deskweb-log-following").with("entries", standing.mark.entries as usize);
            Chain { class: "notice", words: words.say(&text), more }
        }
    }
}

fn row(words: &Words, (number, entry): (u64, &Audit)) -> Row {
    Row {
        number,
        at: words.say(&Text::new("deskweb-time").with("at", Value::Time(entry.at))),
        by: entry.by.clone(),
        act: act_name(words, &entry.act),
        receipt: entry.receipt.as_ref().map(ToString::to_string).unwrap_or_default(),
        more: entry.more.join(", "),
    }
}

/// The entries that a filter lets through as a file, newest first. That it was taken, why and how many rows stands in the log before
/// the file goes out.
async fn take(State(web): State<Web>, staff: Staff, headers: HeaderMap, form: Fields) -> Result<Response, Failure> {
    let asked = Asked::read(|name| form.one(name));
    let words = staff.words(&web, &headers);
    let reason = crate::format::clean(form.one("reason"));
    let filter = asked.filter(crate::clock::office_day(web.office.now()));
    let (Some(filter), false) = (filter, reason.is_empty() || reason.chars().count() > REASON) else {
        let problem = words.t("act-refused-no-words");
        return view(&web, (&staff, &headers), asked, (StatusCode::UNPROCESSABLE_ENTITY, Some(problem))).await;
    };
    let found = search(&*web.office.store, (&filter, None), FILE).await?;
    let by = format!("clerk:{}", staff.id().0);
    let more = vec!["audit-log".to_owned(), format!("rows={}", found.entries.len()), format!("reason={}", crate::format::mask(&reason))];
    let audit = Audit { at: web.office.now(), by: by.clone(), act: "exported".to_owned(), receipt: None, more };
    web.office.store.commit(Commit { audit: vec![audit], ..Commit::default() }).await?;
    let content =
        csv(&words, &found, &words.say(&Text::new("deskweb-export-mark").with("who", by).with("at", Value::Time(web.office.now()))));
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8"),
        (header::CACHE_CONTROL, "no-store"),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"audit-log.csv\""),
    ];
    Ok((headers, content).into_response())
}

fn csv(words: &Words, found: &Found, mark: &str) -> String {
    let mut text = String::from(BOM);
    let mut line = |cells: &[String]| {
        let cells: Vec<String> = cells.iter().map(|cell| csv_cell(cell)).collect();
        text.push_str(&cells.join(","));
        text.push_str("\r\n");
    };
    line(&[mark.to_owned()]);
    let names = ["number", "at", "by", "act", "receipt", "more"].map(|name| words.t(&format!("deskweb-log-{name}")));
    line(&names);
    for (number, entry) in &found.entries {
        let receipt = entry.receipt.as_ref().map(ToString::to_string).unwrap_or_default();
        line(&[number.to_string(), entry.at.to_rfc3339(), entry.by.clone(), entry.act.clone(), receipt, entry.more.join("; ")]);
    }
    if found.rest.is_some() {
        line(&[words.t("deskweb-log-cut")]);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_search_has_one_address_and_says_when_it_makes_no_sense() {
        let fields = |pairs: &'static [(&'static str, &'static str)]| {
            Asked::read(move |name| pairs.iter().find(|(own, _)| *own == name).map_or("", |(_, value)| value))
        };
        let asked = fields(&[("by", " clerk:li "), ("day", "2026-11-23"), ("before", "70")]);
        assert_eq!(asked.address(asked.before), "/desk/log?by=clerk%3Ali&day=2026-11-23&before=70");
        let today = NaiveDate::from_ymd_opt(2026, 11, 24).expect("a day");
        let filter = asked.filter(today).expect("a filter");
        let [from, until] = [filter.from, filter.until].map(|at| at.expect("a moment").to_rfc3339());
        assert_eq!((from.as_str(), until.as_str()), ("2026-11-22T16:00:00+00:00", "2026-11-23T16:00:00+00:00"));
        assert_eq!(fields(&[("receipt", "nonsense")]).filter(today), None);
        assert_eq!(fields(&[("day", "someday")]).filter(today), None);
        assert_eq!(fields(&[]).address(None), "/desk/log");
    }
}
