//! The page that a link of the chat leads to: one question of one person, or one paper for their ticket, and nothing else. What is
//! sent here goes into their form as if they had sent it in the chat, and the chat goes on.
//!
//! What must hold: whoever has no link that works learns nothing, not even whether there was one. Opening the page uses nothing
//! up: chats look at addresses by themselves. No cookie is set, and nothing of the conversation is shown but what is asked for.

use super::Web;
use super::guard::{From, Kind};
use super::page::{Failure, Frame, Words, page};
use super::upload::{Reading, abandon_for, begin_for, finish_for, incoming, piece_for, refused, standing_for, take, told, why};
use crate::dialog::flow::{Kind as Asked, What};
use crate::dialog::machine::text_ids;
use crate::id::{EventId, PersonKey};
use crate::intake::{Link, paper_text};
use crate::locale::{Language, Text};
use crate::message::{Inbound, Request, Said};
use crate::spool::{Announced, PIECE};
use crate::vault::display_name;
use askama::Template;
use axum::body::Body;
use axum::extract::multipart::MultipartRejection;
use axum::extract::rejection::JsonRejection;
use axum::extract::{DefaultBodyLimit, Multipart, Path, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post, put};
use axum::{Json, Router};
use serde_json::json;
use std::time::Instant;

/// Longest answer in words, in characters.
const LONGEST: usize = 4096;
/// Largest announcement of a file in bytes.
const ANNOUNCEMENT: usize = 8 * 1024;

/// Routes of links.
pub fn routes() -> Router<Web> {
    Router::new()
        .route("/once/{secret}", get(show).post(send).layer(DefaultBodyLimit::disable()))
        .route("/once/{secret}/upload", post(begin).layer(DefaultBodyLimit::max(ANNOUNCEMENT)))
        .route("/once/{secret}/upload/{id}", get(standing).delete(abandon))
        .route("/once/{secret}/upload/{id}/{piece}", put(piece))
        .route("/once/{secret}/upload/{id}/done", post(done))
}

/// What is asked for, in the language of the conversation.
struct Asking {
    link: Link,
    person: PersonKey,
    words: Words,
    label: String,
    takes_files: bool,
    /// Its time is over: what was begun is finished, nothing else.
    is_late: bool,
}

#[derive(Template)]
#[template(path = "once.html")]
struct OncePage {
    frame: Frame,
    label: String,
    takes_files: bool,
    address: String,
    until: String,
    most: u64,
    piece: usize,
    problems: Vec<String>,
}

#[derive(Template)]
#[template(path = "once-end.html")]
struct EndPage {
    frame: Frame,
    title: String,
    words: String,
}

async fn show(State(web): State<Web>, from: From, Path(secret): Path<String>, headers: axum::http::HeaderMap) -> Result<Response, Failure> {
    match asking(&web, from, &secret).await? {
        Some(asking) => question(&web, asking, (&secret, Vec::new())),
        None => over(&web, &headers),
    }
}

/// Everything of the form, and what came in pieces before it.
async fn send(
    State(web): State<Web>,
    (from, headers): (From, axum::http::HeaderMap),
    Path(secret): Path<String>,
    fields: Result<Multipart, MultipartRejection>,
) -> Result<Response, Failure> {
    let Some(asking) = asking(&web, from, &secret).await? else { return over(&web, &headers) };
    let mut fields = fields.map_err(|_| Failure::Bad)?;
    let mut reading = Reading::of(&web, asking.link.id.clone());
    let (mut words, mut problems) = (None, Vec::new());
    while let Some(field) = reading.next(&mut fields).await? {
        match field.name() {
            Some("text") if !asking.takes_files => {
                let text: String = reading.text(field).await?.trim().chars().take(LONGEST).collect();
                words = Some(text).filter(|text| !text.is_empty());
            }
            Some("file") if asking.takes_files && !asking.is_late => {
                let name = field.file_name().unwrap_or_default().to_owned();
                if !name.is_empty()
                    && let Err(error) = reading.file(asking.person, field).await?
                {
                    let told = Text::new("web-upload-not-taken").with("name", display_name(&name)).with("why", why(&error));
                    problems.push(asking.words.say(&told));
                }
            }
            _ => {}
        }
    }
    let (spool, person, album) = (web.office.spool.clone(), asking.person, asking.link.id.clone());
    let sent = tokio::task::spawn_blocking(move || spool.whole(person, &album)).await.map_err(|_| Failure::Broken)?;
    let sent = sent.map_err(|_| Failure::Store)?;
    if sent.is_empty() && words.is_none() && problems.is_empty() {
        problems.push(asking.words.t("web-once-nothing"));
    }
    if !problems.is_empty() {
        return question(&web, asking, (&secret, problems));
    }
    let files = sent.iter().map(|(id, whole)| incoming(*id, whole)).collect();
    let what = Said::ByLink { request: asking.link.request.clone(), link: asking.link.id.clone(), files, words };
    let event = EventId { channel: 'w', number: number(&asking.link.id) };
    let inbound = Inbound { event, from: asking.link.route.clone(), language: None, at: web.office.now(), message: None, what };
    web.intake.handle(inbound).await.map_err(|trouble| {
        tracing::error!(why = trouble.0, "what was sent over a link is not kept");
        Failure::Store
    })?;
    for (id, _) in sent {
        take(&web, asking.person, id).await;
    }
    let (title, more) = (asking.words.t("web-once-sent"), asking.words.t("web-once-sent-more"));
    end(&web, asking.words, (StatusCode::OK, title, more))
}

// --- Pieces of its files, from a script -------------------------------------------------------------------------------

async fn begin(
    State(web): State<Web>,
    from: From,
    Path(secret): Path<String>,
    announced: Result<Json<Announced>, JsonRejection>,
) -> Result<Response, Failure> {
    let asking = uploading(&web, from, &secret).await?;
    if asking.is_late {
        return Err(Failure::Missing);
    }
    let Json(announced) = announced.map_err(|_| Failure::Bad)?;
    let announced = Announced { album: Some(asking.link.id), ..announced };
    Ok(match begin_for(&web, asking.person, announced).await {
        Ok(id) => (StatusCode::CREATED, Json(json!({ "id": id.to_string(), "next": 0 }))).into_response(),
        Err(error) => refused(&asking.words, &error),
    })
}

async fn standing(State(web): State<Web>, from: From, Path((secret, id)): Path<(String, String)>) -> Result<Response, Failure> {
    let asking = uploading(&web, from, &secret).await?;
    Ok(told(&asking.words, standing_for(&web, asking.person, &id).await))
}

async fn piece(
    State(web): State<Web>,
    from: From,
    Path((secret, id, number)): Path<(String, String, String)>,
    body: Body,
) -> Result<Response, Failure> {
    let asking = uploading(&web, from, &secret).await?;
    Ok(piece_for(&web, asking.person, (&id, &number), (&asking.words, body)).await)
}

async fn abandon(State(web): State<Web>, from: From, Path((secret, id)): Path<(String, String)>) -> Result<Response, Failure> {
    let asking = uploading(&web, from, &secret).await?;
    Ok(match abandon_for(&web, asking.person, &id).await {
        Ok(()) => StatusCode::NO_CONTENT.into_response(),
        Err(error) => refused(&asking.words, &error),
    })
}

/// The file is whole; it waits for the person to send all of them.
async fn done(State(web): State<Web>, from: From, Path((secret, id)): Path<(String, String)>) -> Result<Response, Failure> {
    let asking = uploading(&web, from, &secret).await?;
    Ok(told(&asking.words, finish_for(&web, asking.person, &id).await.map(|(_, whole)| whole)))
}

async fn uploading(web: &Web, from: From, secret: &str) -> Result<Asking, Failure> {
    asking(web, from, secret).await?.filter(|asking| asking.takes_files).ok_or(Failure::Missing)
}

// --- What is shown ----------------------------------------------------------------------------------------------------

/// What a link asks for; `None` when it does not work, or what it asks for is no longer there.
async fn asking(web: &Web, from: From, secret: &str) -> Result<Option<Asking>, Failure> {
    let Some(link) = crate::intake::link_or_late(&web.office, secret).await? else {
        // Guessing is slow.
        web.limits.take(Kind::Try, from.0, Instant::now()).map_err(Failure::TooMany)?;
        return Ok(None);
    };
    let person = web.office.person(&link.route);
    let is_late = link.is_over(web.office.now());
    if is_late {
        // Nobody could begin it later: what is there was begun in time.
        let (spool, album) = (web.office.spool.clone(), link.id.clone());
        let begun = tokio::task::spawn_blocking(move || spool.has_any(person, &album)).await.map_err(|_| Failure::Broken)?;
        if !begun.map_err(|_| Failure::Store)? {
            return Ok(None);
        }
    }
    let known = web.office.store.conversation(person).await?;
    let language = known.map_or_else(Language::chinese, |conversation| conversation.state.language);
    let words = Words::new(&web.office, language);
    let asked = match &link.request {
        Request::Answer { service, step } => {
            let script = web.office.script.load();
            let step = script.flows.get(service).and_then(|flow| flow.step(step));
            step.and_then(|step| match &step.what {
                What::Ask(ask) => {
                    let ids = text_ids(Some(service), &step.id, &step.text);
                    let label = Text { ids: ids.into_iter().map(|id| format!("{id}.label")).collect(), args: Vec::new() };
                    Some((words.say(&label), matches!(ask.kind, Asked::Files { .. })))
                }
                _ => None,
            })
        }
        Request::Paper { receipt, paper } => {
            let ticket = web.office.store.ticket(receipt).await?;
            let name = ticket.map(|ticket| paper_text(&ticket, paper));
            let label = |name| Text::new("web-once-paper").with("receipt", receipt.to_string()).with("paper", name);
            name.map(|name| (words.say(&label(name)), true))
        }
    };
    Ok(asked.map(|(label, takes_files)| Asking { link, person, words, label, takes_files, is_late }))
}

fn question(web: &Web, asking: Asking, (secret, problems): (&str, Vec<String>)) -> Result<Response, Failure> {
    let Asking { link, words, label, takes_files, is_late, .. } = asking;
    let time = crate::clock::office_time(link.until).format("%H:%M").to_string();
    let until = words.say(&Text::new(if is_late { "web-once-late" } else { "web-once-until" }).with("time", time));
    let status = if problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let (most, address) = (web.office.spool.bounds().file, format!("/once/{secret}"));
    let frame = Frame::new(&web.office, words, "");
    let page = page(&OncePage { frame, label, takes_files, address, until, most, piece: PIECE, problems })?;
    Ok(private(status, page))
}

fn over(web: &Web, headers: &axum::http::HeaderMap) -> Result<Response, Failure> {
    let words = Words::asked(&web.office, headers);
    let (title, more) = (words.t("web-once-over"), words.t("web-once-over-more"));
    end(web, words, (StatusCode::NOT_FOUND, title, more))
}

fn end(web: &Web, words: Words, (status, title, more): (StatusCode, String, String)) -> Result<Response, Failure> {
    let page = page(&EndPage { frame: Frame::new(&web.office, words, ""), title, words: more })?;
    Ok(private(status, page))
}

/// The address of such a page is a secret: no other page learns it.
fn private(status: StatusCode, mut page: Response) -> Response {
    *page.status_mut() = status;
    page.headers_mut().insert(header::REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    page
}

/// A number for the event that a link becomes: the same each time, so that it is handled once.
fn number(id: &str) -> i64 {
    let digits = id.get(..15).and_then(|digits| i64::from_str_radix(digits, 16).ok());
    digits.unwrap_or_default()
}
