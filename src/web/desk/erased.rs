//! Proofs of what was erased: a list, and one as a page to print. It says who, when, why and how it can be checked, and nothing of what
//! stood in the ticket.

use super::{DeskFrame, Staff, quoted};
use crate::clock::office_day;
use crate::id::{QueueId, Receipt};
use crate::locale::{Text, Value};
use crate::privacy::erase::{Erasure, Why, audit_number, proof, proofs};
use crate::roster::Role;
use crate::web::Web;
use crate::web::page::{Failure, Words, page};
use askama::Template;
use axum::Router;
use axum::extract::{Query, State};
use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::Response;
use axum::routing::get;
use serde::Deserialize;

/// Proofs on a page.
const PAGE: usize = 50;
/// Proofs looked at for a page, also of queues that are not theirs.
const MOST: usize = 2000;

pub(super) fn routes() -> Router<Web> {
    Router::new().route("/desk/erasures", get(show))
}

#[derive(Debug, Default, Deserialize)]
struct Asked {
    #[serde(default)]
    receipt: String,
    #[serde(default)]
    after: String,
}

#[derive(Template)]
#[template(path = "desk/erasures.html")]
struct ListPage {
    desk: DeskFrame,
    rows: Vec<Row>,
    next: Option<String>,
    asked: String,
}

struct Row {
    receipt: String,
    service: String,
    day: String,
    why: String,
}

#[derive(Template)]
#[template(path = "desk/erasure.html")]
struct ProofPage {
    desk: DeskFrame,
    receipt: String,
    lines: Vec<(String, String)>,
    again: Option<String>,
}

/// Whether somebody may see proofs of a queue: who leads or audits it, and the office's administrators.
fn may_see(staff: &Staff, queue: &QueueId) -> bool {
    let rights = staff.rights();
    rights.is(Role::Supervisor, queue) || rights.is(Role::Auditor, queue) || rights.is(Role::Administrator, queue)
}

async fn show(State(web): State<Web>, staff: Staff, Query(asked): Query<Asked>, headers: HeaderMap) -> Result<Response, Failure> {
    let desk = DeskFrame::new(&web, (&staff, &headers), "/desk/erasures");
    let mut answer = match Receipt::read(&asked.receipt) {
        Ok(receipt) => {
            let erasure = proof(&web.office, &receipt).await?.filter(|erasure| may_see(&staff, &erasure.queue));
            let erasure = erasure.ok_or(Failure::Missing)?;
            let number = audit_number(&web.office, &erasure).await?;
            let lines = lines(&web, &desk.frame.words, (&erasure, number));
            let again = erasure.again.map(|at| desk.frame.words.say(&Text::new("deskweb-proof-again").with("at", Value::Time(at))));
            page(&ProofPage { receipt: erasure.receipt.to_string(), lines, again, desk })?
        }
        Err(_) => {
            let (rows, next) = list(&web, (&staff, &desk.frame.words), &asked.after).await?;
            page(&ListPage { desk, rows, next, asked: asked.receipt })?
        }
    };
    answer.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    Ok(answer)
}

async fn list(web: &Web, (staff, words): (&Staff, &Words), after: &str) -> Result<(Vec<Row>, Option<String>), Failure> {
    let (mut rows, mut looked) = (Vec::new(), 0);
    let mut after = Some(after.to_owned()).filter(|after| !after.is_empty());
    loop {
        let found = proofs(&web.office, after.as_deref(), PAGE).await?;
        if found.is_empty() {
            return Ok((rows, None));
        }
        looked += found.len();
        for erasure in found {
            after = Some(erasure.receipt.to_string());
            if may_see(staff, &erasure.queue) {
                rows.push(row(words, &erasure));
            }
            if rows.len() == PAGE {
                break;
            }
        }
        if rows.len() == PAGE || looked >= MOST {
            return Ok((rows, after.map(|after| format!("/desk/erasures?after={}", quoted(&after)))));
        }
    }
}

fn row(words: &Words, erasure: &Erasure) -> Row {
    Row {
        receipt: erasure.receipt.to_string(),
        service: words.say(&Text::new(erasure.service.as_str())),
        day: words.say(&Text::new("deskweb-day").with("day", office_day(erasure.at))),
        why: words.t(&format!("deskweb-proof-why-{}", erasure.why.name())),
    }
}

fn lines(web: &Web, words: &Words, (erasure, number): (&Erasure, Option<u64>)) -> Vec<(String, String)> {
    let time = |at| words.say(&Text::new("deskweb-time").with("at", Value::Time(at)));
    let why = words.t(&format!("deskweb-proof-why-{}", erasure.why.name()));
    let why = match &erasure.why {
        Why::Request(request) => format!("{why} {request}"),
        Why::Retention | Why::Order => why,
    };
    let lines = [
        ("deskweb-proof-service", words.say(&Text::new(erasure.service.as_str()))),
        ("deskweb-filter-queue", words.say(&web.office.queue_name(&erasure.queue))),
        ("deskweb-submitted", time(erasure.submitted)),
        ("deskweb-proof-at", time(erasure.at)),
        ("deskweb-proof-by", erasure.by.clone()),
        ("deskweb-proof-why", why),
        ("deskweb-proof-reason", erasure.reason.clone()),
        ("deskweb-proof-files", erasure.files.to_string()),
        ("deskweb-proof-digest", erasure.digest.clone()),
        ("deskweb-proof-number", number.map(|number| number.to_string()).unwrap_or_default()),
    ];
    lines.into_iter().filter(|(_, value)| !value.is_empty()).map(|(label, value)| (words.t(label), value)).collect()
}
