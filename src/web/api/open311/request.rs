//! Requests: filing one, and how they stand.

use super::super::Programs;
use super::super::caller::bearer;
use super::super::problem::{Kind as ProblemKind, Problem};
use super::super::tickets::{key, too_large};
use super::definition::{CONSENT, YES};
use super::format::{Format, Refusal};
use crate::clock::Moment;
use crate::dialog::Submitted;
use crate::dialog::flow::{Ask, Flow, Kind, What};
use crate::id::{Receipt, ServiceId, StepId};
use crate::intake::file::{Filing, NotFiled, can_be_filed, can_be_said};
use crate::locale::{Language, Text};
use crate::message::plain;
use crate::office::Office;
use crate::program::call::{Answer, Before, Key};
use crate::program::token::{Program, Scope};
use crate::store::Wanted;
use crate::ticket::Head;
use crate::web::page::accepted;
use axum::body::Bytes;
use axum::extract::{FromRequest, Request, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use chrono::Duration;
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// Days of requests in a list, and how many of them (GeoReport v2).
const DAYS: i64 = 90;
const MOST: usize = 1000;
/// Heads read at once.
const READ: usize = 500;
/// Numbers in one question.
const IDS: usize = 50;

/// Fields of a form; a name may stand several times.
struct Fields(Vec<(String, String)>);

impl Fields {
    fn read(bytes: &[u8]) -> Self {
        Self(form_urlencoded::parse(bytes).into_owned().collect())
    }

    fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(field, value)| field == name && !value.trim().is_empty()).map(|(_, value)| value.as_str())
    }

    /// `attribute[code]=value`, several of one code where several values are possible.
    fn attributes(&self) -> BTreeMap<String, Vec<String>> {
        let mut attributes: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for (field, value) in &self.0 {
            let Some(code) = field.strip_prefix("attribute[").and_then(|rest| rest.strip_suffix("[]").unwrap_or(rest).strip_suffix(']'))
            else {
                continue;
            };
            attributes.entry(code.to_owned()).or_default().push(value.clone());
        }
        attributes
    }
}

/// `GET /requests`: by number for everybody; the list for programs that read tickets.
pub async fn list(web: &Programs, headers: &HeaderMap, raw: Option<&str>) -> Result<Value, Refusal> {
    let fields = Fields::read(raw.unwrap_or_default().as_bytes());
    if let Some(ids) = fields.get("service_request_id") {
        return by_ids(&web.office, ids).await.map(Value::from);
    }
    let own_key = fields.get("api_key").map(str::to_owned).or_else(|| bearer(headers));
    let program = web.admit(own_key.as_deref()).await?;
    if !program.may(Scope::TicketsRead) {
        return Err(Problem::with(ProblemKind::Scope, format!("it needs {}", Scope::TicketsRead.name())).into());
    }
    let day = |name: &str| -> Result<Option<Moment>, Refusal> {
        let wrong = |_| Refusal::new(StatusCode::BAD_REQUEST, format!("{name} is a moment of ISO 8601 with its zone"));
        fields.get(name).map(|text| chrono::DateTime::parse_from_rfc3339(text).map(|at| at.to_utc()).map_err(wrong)).transpose()
    };
    let (start, end) = (day("start_date")?, day("end_date")?);
    let end = end.unwrap_or_else(|| web.office.now());
    let start = start.unwrap_or(end - Duration::days(DAYS));
    let (codes, status) = (fields.get("service_code").map(names), fields.get("status").map(names));
    let mut found = Vec::new();
    let mut after = None;
    let _one_at_a_time = web.counted.lock().await;
    loop {
        let heads = web.office.store.tickets(&Wanted { queue: None, closed: true, after: after.take(), limit: READ }).await?;
        let Some(last) = heads.last() else { break };
        after = Some(last.receipt.clone());
        found.extend(heads.into_iter().filter(|head| {
            program.sees(&head.queue)
                && (start..=end).contains(&head.submitted)
                && codes.as_ref().is_none_or(|codes| codes.iter().any(|code| code == head.service.as_str()))
                && status.as_ref().is_none_or(|wanted| wanted.iter().any(|wanted| wanted == state(head)))
        }));
    }
    // Newest first, as the specification has it.
    found.sort_by_key(|head| std::cmp::Reverse(head.submitted));
    found.truncate(MOST);
    Ok(found.iter().map(|head| public(&web.office, head)).collect())
}

fn names(list: &str) -> Vec<String> {
    list.split(',').map(|name| name.trim().to_owned()).collect()
}

/// Requests by their numbers; one that is not there is left out.
pub async fn by_ids(office: &Office, ids: &str) -> Result<Vec<Value>, Refusal> {
    let mut found = Vec::new();
    for id in ids.split(',').take(IDS) {
        let Ok(receipt) = Receipt::read(id) else { continue };
        if let Some(ticket) = office.store.ticket(&receipt).await? {
            found.push(public(office, &ticket.head));
        }
    }
    Ok(found)
}

fn state(head: &Head) -> &'static str {
    if head.closed.is_some() { "closed" } else { "open" }
}

/// What anybody may know of a ticket whose number they know.
fn public(office: &Office, head: &Head) -> Value {
    let script = office.script.load();
    let stamp = |at: Moment| at.to_rfc3339_opts(chrono::SecondsFormat::Secs, true);
    let name = plain(&script.texts.say(&Language::chinese(), &Text::new(head.service.as_str())));
    let changed = head.closed.as_ref().map_or(head.since, |closed| closed.at);
    let mut request = json!({
        "service_request_id": head.receipt.as_str(),
        "status": state(head),
        "service_code": head.service.as_str(),
        "service_name": name,
        "requested_datetime": stamp(head.submitted),
        "updated_datetime": stamp(changed),
    });
    if let Some(limit) = crate::ticket::due::next_limit(head) {
        let end = limit.due.and_hms_opt(23, 59, 59).map(crate::clock::office_moment);
        request["expected_datetime"] = json!(end.map(stamp));
    }
    request
}

/// `POST /requests`: files a report for somebody.
pub async fn file(State(web): State<Programs>, axum::extract::Path(file): axum::extract::Path<String>, request: Request) -> Response {
    match Format::of(&file) {
        Some(("requests", format)) => match filed(&web, request, format).await {
            Ok(answer) => again(&answer, format),
            Err(refusal) => refusal.show(format),
        },
        Some((_, format)) => Refusal::method().show(format),
        None => Refusal::not_found().show(Format::Json),
    }
}

fn again(answer: &Answer, format: Format) -> Response {
    let status = StatusCode::from_u16(answer.status).unwrap_or(StatusCode::OK);
    (status, [(header::CONTENT_TYPE, format.content_type())], answer.body.clone()).into_response()
}

async fn filed(web: &Programs, request: Request, format: Format) -> Result<Answer, Refusal> {
    let (parts, body) = request.into_parts();
    let headers = parts.headers.clone();
    let kind = headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    if kind.split(';').next().map(str::trim) != Some("application/x-www-form-urlencoded") {
        return Err(Problem::with(ProblemKind::MediaType, "it must be application/x-www-form-urlencoded").into());
    }
    let query = Fields::read(parts.uri.query().unwrap_or_default().as_bytes());
    let body = Bytes::from_request(Request::from_parts(parts, body), web).await.map_err(too_large)?;
    let fields = Fields::read(&body);
    let own_key = fields.get("api_key").or(query.get("api_key")).map(str::to_owned).or_else(|| bearer(&headers));
    let program = web.admit(own_key.as_deref()).await?;
    if !program.may(Scope::RequestsCreate) {
        return Err(Problem::with(ProblemKind::Scope, format!("it needs {}", Scope::RequestsCreate.name())).into());
    }
    let call = match key(&headers)? {
        None => None,
        Some(text) => {
            let asked = [b"open311".as_slice(), format.content_type().as_bytes(), &body];
            match web.calls.look(&web.office, (&program.name, text), &asked).await? {
                Before::New(key) => Some(key),
                Before::Same(answer) => return Ok(answer),
                Before::Other => return Err(Problem::from(ProblemKind::KeyReused).into()),
                Before::Now => return Err(Problem::from(ProblemKind::InProgress).into()),
            }
        }
    };
    let filing = filing(&web.office, &fields, (&program, &headers))?;
    let said = |submitted: &Submitted| Answer { status: 201, body: format.text("service_requests", &receipt(submitted)) };
    let also = |submitted: &Submitted| call.iter().map(|key: &Key| key.keep(web.office.now(), &said(submitted))).collect();
    let submitted = web.intake.file(&filing, &also).await.map_err(refusal)?;
    Ok(said(&submitted.0))
}

/// What the app shows the person: the number, and the access code, which is never shown again.
fn receipt(submitted: &Submitted) -> Value {
    json!([{
        "service_request_id": submitted.receipt.as_str(),
        "access_code": submitted.code,
        "service_notice": format!("receipt {} access code {}", submitted.receipt, submitted.code),
        "account_id": null,
    }])
}

/// The report as the dialog takes it.
fn filing(office: &Office, fields: &Fields, (program, headers): (&Program, &HeaderMap)) -> Result<Filing, Refusal> {
    let refuse = |attribute: Option<String>, why: &str| Refusal {
        status: StatusCode::BAD_REQUEST,
        errors: vec![(attribute, why.to_owned())],
        wait: None,
    };
    let code = fields.get("service_code").ok_or_else(|| refuse(None, "service_code is missing"))?;
    let script = office.script.load();
    let flow = script.flows.get(&ServiceId::from(code)).filter(|flow| can_be_filed(flow));
    let flow = flow.ok_or_else(|| Refusal::new(StatusCode::NOT_FOUND, "there is no service of this service_code"))?;
    if fields.get("media_url").is_some() {
        return Err(refuse(Some("media_url".to_owned()), "pictures are not taken by their address: send them at the counter"));
    }
    let mut filing = Filing { service: code.to_owned(), language: accepted(headers), program: program.name.clone(), ..Filing::default() };
    for (code, values) in fields.attributes() {
        let yes = values.iter().any(|value| value == YES || value == "true" || value == "1");
        let step = StepId::from(code.as_str());
        let found = flow.step(&step).map(|step| &step.what);
        match found {
            _ if code == CONSENT => filing.consents = yes,
            Some(What::Ask(ask)) if can_be_said(ask) => drop(filing.answers.insert(step, values)),
            Some(What::Stop { pass: true, .. }) if yes => drop(filing.passes.insert(step)),
            Some(What::Stop { pass: true, .. }) => {}
            _ => return Err(refuse(Some(code), "the service has no such attribute")),
        }
    }
    for (field, step) in standard(flow, fields) {
        filing.answers.entry(step).or_insert_with(|| vec![field]);
    }
    Ok(filing)
}

/// GeoReport's own fields answer the questions that they fit, where no attribute does: `description` the longest text,
/// `address_string` the address, `phone` and `email` a contact, `first_name` and `last_name` the name.
fn standard(flow: &Flow, fields: &Fields) -> Vec<(String, StepId)> {
    let asks: Vec<(&StepId, &Ask)> = flow.asks().filter(|(_, ask)| can_be_said(ask)).map(|(step, ask)| (&step.id, ask)).collect();
    let first = |fits: &dyn Fn(&StepId, &Ask) -> bool| asks.iter().find(|(step, ask)| fits(step, ask)).map(|(step, _)| (*step).clone());
    let longest = asks.iter().filter_map(|(step, ask)| match ask.kind {
        Kind::Text { max, .. } if ask.personal.is_none() => Some((max, *step)),
        _ => None,
    });
    let longest = longest.max_by_key(|(max, _)| *max).map(|(_, step)| step.clone());
    let (given, family) = (fields.get("first_name"), fields.get("last_name"));
    let name = match (given, family) {
        // Chinese names have the family name first and no blank.
        (Some(given), Some(family)) if family.is_ascii() => Some(format!("{given} {family}")),
        (Some(given), Some(family)) => Some(format!("{family}{given}")),
        (given, family) => given.or(family).map(str::to_owned),
    };
    let own = |field: &str| fields.get(field).map(str::to_owned);
    let pairs = [
        (own("description"), longest),
        (own("address_string"), first(&|step, _| step.as_str() == "address")),
        (own("phone"), first(&|_, ask| matches!(ask.kind, Kind::Phone))),
        (own("email"), first(&|_, ask| matches!(ask.kind, Kind::Email))),
        (own("phone").or(own("email")), first(&|_, ask| matches!(ask.kind, Kind::Contact))),
        (name, first(&|step, _| step.as_str() == "name")),
    ];
    pairs.into_iter().filter_map(|(value, step)| Some((value?, step?))).collect()
}

fn refusal(not_filed: NotFiled) -> Refusal {
    let bad = |errors| Refusal { status: StatusCode::BAD_REQUEST, errors, wait: None };
    match not_filed {
        NotFiled::NoService => Refusal::not_found(),
        NotFiled::Missing(steps) => {
            bad(steps.into_iter().map(|step| (Some(step.0.clone()), format!("attribute[{step}] is missing"))).collect())
        }
        NotFiled::NoConsent => {
            bad(vec![(Some(CONSENT.to_owned()), format!("the person must agree to the personal-data notice: attribute[{CONSENT}]={YES}"))])
        }
        NotFiled::NotTaken(step, why) => bad(vec![(Some(step.0), why)]),
        NotFiled::Stopped(step, why, true) => {
            bad(vec![(Some(step.0.clone()), format!("{why} (to go on all the same: attribute[{step}]={YES})"))])
        }
        NotFiled::Stopped(step, why, false) => bad(vec![(Some(step.0), why)]),
        NotFiled::Refused(why) => bad(vec![(None, why)]),
        NotFiled::Trouble(why) => {
            tracing::error!(why, "a report of a program was not filed");
            Problem::from(ProblemKind::Unavailable).into()
        }
    }
}
