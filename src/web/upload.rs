//! Files that visitors send: in pieces from a script, which goes on after a lost line, or as one form from a browser without.
//!
//! | call | what it does |
//! |---|---|
//! | `POST /upload` | begins: JSON `name`, `mime`, `bytes`, `album` (files of one answer share it); gives `id` and `next` |
//! | `GET /upload/{id}` | `next`: number of the first piece that is missing |
//! | `PUT /upload/{id}/{n}` | piece `n` of 1 MiB, the last one shorter; the same again has the effect of once; 409: ask `GET` |
//! | `POST /upload/{id}/done` | all is there: the file becomes an answer, once however often this comes |
//! | `DELETE /upload/{id}` | the visitor does not want it any more |
//! | `POST /upload/form` | the way without scripts: several files in one form |
//!
//! Each call but `GET` carries the visitor's token, in the header `X-Token` or as first field of the form. A refusal is a
//! `application/problem+json` whose `detail` the visitor can read. What is another's answers like what is not there.
//!
//! ## Why
//! - A piece is read to its end before it is kept, so what is on disk is always whole pieces; at most [`IN_HAND`] are in memory.
//! - A sender may be slow, but not idle: whoever falls behind [`SLOWEST`] is let go and goes on later with what is there.

use super::Web;
use super::counter::{act, answer};
use super::guard::From;
use super::page::{Failure, Words};
use super::visitor::Visitor;
use crate::id::PersonKey;
use crate::locale::Text;
use crate::message::{FileKind, Incoming, Outbound, Said};
use crate::spool::{Announced, PIECE, Spool, SpoolError, Stage, Standing, UploadId};
use crate::store::{Commit, Lane, Parcel, Write};
use crate::vault::display_name;
use axum::body::Body;
use axum::extract::{DefaultBodyLimit, Multipart, Path, State, multipart::Field};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post, put};
use axum::{Json, Router};
use futures_util::StreamExt;
use serde_json::json;
use std::time::Duration;
use tokio::sync::{Semaphore, SemaphorePermit};
use tokio::time::{Instant, timeout, timeout_at};

/// Pieces that are in memory at once, of everybody.
const IN_HAND: usize = 64;
static HANDS: Semaphore = Semaphore::const_new(IN_HAND);
/// How long a piece waits for a free hand before its sender is asked to come again.
const FREE_HAND: Duration = Duration::from_secs(5);
/// Bytes a second below which a sender is let go.
const SLOWEST: u64 = 4_000;
/// Time before that counts.
const GRACE: Duration = Duration::from_secs(30);
/// Largest announcement in bytes.
const ANNOUNCEMENT: usize = 8 * 1024;
/// Bytes of a form besides its files.
const BESIDES: u64 = 1_000_000;

/// Routes of the files of visitors.
pub fn routes() -> Router<Web> {
    Router::new()
        .route("/upload", post(begin).layer(DefaultBodyLimit::max(ANNOUNCEMENT)))
        // Its files are measured as they come.
        .route("/upload/form", post(form).layer(DefaultBodyLimit::disable()))
        .route("/upload/{id}", get(standing).delete(abandon))
        .route("/upload/{id}/{piece}", put(piece))
        .route("/upload/{id}/done", post(done))
}

// --- From a script ----------------------------------------------------------------------------------------------------

async fn begin(
    State(web): State<Web>,
    visitor: Visitor,
    headers: HeaderMap,
    announced: Result<Json<Announced>, axum::extract::rejection::JsonRejection>,
) -> Result<Response, Failure> {
    check(&web, &visitor, &headers)?;
    let Json(announced) = announced.map_err(|_| Failure::Bad)?;
    let (words, person) = (visitor.words(&web), visitor.person);
    Ok(match begin_for(&web, person, announced).await {
        Ok(id) => (StatusCode::CREATED, Json(json!({ "id": id.to_string(), "next": 0 }))).into_response(),
        Err(error) => refused(&words, &error),
    })
}

async fn standing(State(web): State<Web>, visitor: Visitor, Path(id): Path<String>) -> Result<Response, Failure> {
    let (words, person) = (visitor.words(&web), visitor.person);
    Ok(told(&words, standing_for(&web, person, &id).await))
}

async fn piece(
    State(web): State<Web>,
    visitor: Visitor,
    headers: HeaderMap,
    Path((id, number)): Path<(String, String)>,
    body: Body,
) -> Result<Response, Failure> {
    check(&web, &visitor, &headers)?;
    let (words, person) = (visitor.words(&web), visitor.person);
    Ok(piece_for(&web, person, (&id, &number), (&words, body)).await)
}

async fn abandon(State(web): State<Web>, visitor: Visitor, headers: HeaderMap, Path(id): Path<String>) -> Result<Response, Failure> {
    check(&web, &visitor, &headers)?;
    let (words, person) = (visitor.words(&web), visitor.person);
    Ok(match abandon_for(&web, person, &id).await {
        Ok(()) => StatusCode::NO_CONTENT.into_response(),
        Err(error) => refused(&words, &error),
    })
}

async fn done(
    State(web): State<Web>,
    (visitor, from): (Visitor, From),
    headers: HeaderMap,
    Path(id): Path<String>,
) -> Result<Response, Failure> {
    check(&web, &visitor, &headers)?;
    let words = visitor.words(&web);
    let known = web.pages.lines(&visitor.route, None).await?;
    let (id, whole) = match finish_for(&web, visitor.person, &id).await {
        Ok(whole) => whole,
        Err(error) => return Ok(refused(&words, &error)),
    };
    if whole.stage != Stage::Taken {
        hand_in(&web, (&visitor, from), (id, &whole)).await?;
    }
    answer(&web, &visitor, &headers, known).await
}

/// The whole upload becomes something that the visitor did.
async fn hand_in(web: &Web, (visitor, from): (&Visitor, From), (id, whole): (UploadId, &Standing)) -> Result<(), Failure> {
    let known = web.pages.lines(&visitor.route, None).await?;
    let said = Said::File { file: incoming(id, whole), words: None, album: whole.announced.album.clone() };
    act(web, (visitor, from), (id.number(), said), &known).await?;
    take(web, visitor.person, id).await;
    Ok(())
}

fn check(web: &Web, visitor: &Visitor, headers: &HeaderMap) -> Result<(), Failure> {
    visitor.check(web, headers.get("x-token").and_then(|token| token.to_str().ok()).unwrap_or_default())
}

// --- For whoever sends: a visitor, or somebody with a link ------------------------------------------------------------

/// Begins an upload.
pub(super) async fn begin_for(web: &Web, person: PersonKey, announced: Announced) -> Result<UploadId, SpoolError> {
    let mut random = [0; 16];
    web.office.chance.fill(&mut random);
    let id = UploadId::new(random);
    spooling(web, move |spool| spool.begin(person, id, announced)).await?;
    Ok(id)
}

/// Where an upload stands.
pub(super) async fn standing_for(web: &Web, person: PersonKey, id: &str) -> Result<Standing, SpoolError> {
    let id = id.parse()?;
    spooling(web, move |spool| spool.standing(person, id)).await
}

/// Takes a piece, and says what is still missing.
pub(super) async fn piece_for(web: &Web, person: PersonKey, (id, number): (&str, &str), (words, body): (&Words, Body)) -> Response {
    let (Ok(id), Ok(number)) = (id.parse::<UploadId>(), number.parse::<u32>()) else { return refused(words, &SpoolError::Missing) };
    // Nothing is read for whoever may not send it.
    if let Err(error) = spooling(web, move |spool| spool.standing(person, id)).await {
        return refused(words, &error);
    }
    let Ok(_hand) = free_hand().await else { return later(words, StatusCode::SERVICE_UNAVAILABLE) };
    match read(body).await {
        Ok(bytes) => told(words, spooling(web, move |spool| spool.put((person, id), number, &bytes)).await),
        Err(Unread::TooLong) => refused(words, &SpoolError::Piece),
        Err(Unread::TooSlow) => later(words, StatusCode::REQUEST_TIMEOUT),
        // Nobody is there any more to be told.
        Err(Unread::Broken) => refused(words, &SpoolError::Incomplete),
    }
}

/// Gives an upload up.
pub(super) async fn abandon_for(web: &Web, person: PersonKey, id: &str) -> Result<(), SpoolError> {
    let id = id.parse()?;
    spooling(web, move |spool| spool.abandon(person, id)).await
}

/// Everything was sent.
pub(super) async fn finish_for(web: &Web, person: PersonKey, id: &str) -> Result<(UploadId, Standing), SpoolError> {
    let id: UploadId = id.parse()?;
    let whole = spooling(web, move |spool| spool.finish(person, id)).await?;
    Ok((id, whole))
}

/// The upload is part of a conversation now. When that cannot be written it is found out at the next call, and it goes with the
/// sweep.
pub(super) async fn take(web: &Web, person: PersonKey, id: UploadId) {
    if let Err(error) = spooling(web, move |spool| spool.take(person, id)).await {
        tracing::warn!(%error, "an upload was not marked as taken");
    }
}

/// A whole upload as a file that somebody sent.
pub(super) fn incoming(id: UploadId, whole: &Standing) -> Incoming {
    let Announced { name, mime, .. } = whole.announced.clone();
    let kind = match mime.as_deref().and_then(|mime| mime.split_once('/')) {
        Some(("video", _)) => FileKind::Video,
        Some(("audio", _)) => FileKind::Sound,
        _ => FileKind::Document,
    };
    Incoming { source: id.source(), kind, name, mime, bytes: Some(whole.bytes) }
}

async fn spooling<T: Send + 'static>(
    web: &Web,
    work: impl FnOnce(&Spool) -> Result<T, SpoolError> + Send + 'static,
) -> Result<T, SpoolError> {
    let spool = web.office.spool.clone();
    tokio::task::spawn_blocking(move || work(&spool)).await.unwrap_or_else(|error| Err(SpoolError::Io(std::io::Error::other(error))))
}

async fn free_hand() -> Result<SemaphorePermit<'static>, ()> {
    timeout(FREE_HAND, HANDS.acquire()).await.map_err(|_| ())?.map_err(|_| ())
}

/// Why a body was not read to its end.
enum Unread {
    TooLong,
    TooSlow,
    Broken,
}

/// When what was sent so far is too little.
struct Patience {
    begun: Instant,
    received: u64,
}

impl Patience {
    fn new() -> Self {
        Self { begun: Instant::now(), received: 0 }
    }

    fn ends(&self) -> Instant {
        self.begun + GRACE + Duration::from_secs(self.received / SLOWEST)
    }
}

async fn read(body: Body) -> Result<Vec<u8>, Unread> {
    let (mut stream, mut patience, mut bytes) = (body.into_data_stream(), Patience::new(), Vec::new());
    while let Some(part) = timeout_at(patience.ends(), stream.next()).await.map_err(|_| Unread::TooSlow)? {
        let part = part.map_err(|_| Unread::Broken)?;
        if bytes.len() + part.len() > PIECE {
            return Err(Unread::TooLong);
        }
        bytes.extend_from_slice(&part);
        patience.received = bytes.len() as u64;
    }
    Ok(bytes)
}

// --- What is answered -------------------------------------------------------------------------------------------------

/// What is still missing.
pub(super) fn told(words: &Words, standing: Result<Standing, SpoolError>) -> Response {
    match standing {
        Ok(standing) => {
            let next = (0..).zip(&standing.pieces).take_while(|(n, piece)| n == *piece).count();
            Json(json!({ "next": next, "bytes": standing.bytes, "stage": standing.stage })).into_response()
        }
        Err(error) => refused(words, &error),
    }
}

/// A refusal that a script shows to the visitor (RFC 9457).
pub(super) fn refused(words: &Words, error: &SpoolError) -> Response {
    let status = match error {
        SpoolError::Missing => StatusCode::NOT_FOUND,
        SpoolError::TooLarge { .. } => StatusCode::PAYLOAD_TOO_LARGE,
        SpoolError::TooMany { .. } | SpoolError::TooMuch { .. } => StatusCode::TOO_MANY_REQUESTS,
        SpoolError::Piece | SpoolError::Incomplete | SpoolError::Closed => StatusCode::CONFLICT,
        SpoolError::NoSpace => StatusCode::INSUFFICIENT_STORAGE,
        SpoolError::Damaged | SpoolError::Io(_) => StatusCode::INTERNAL_SERVER_ERROR,
    };
    match error {
        SpoolError::NoSpace => {
            tracing::error!("no space left for uploads: make room on the disk of server.data, or raise limits.uploads_mb");
        }
        SpoolError::Damaged | SpoolError::Io(_) => tracing::error!(%error, "an upload does not go on"),
        _ => {}
    }
    problem(words, status, &why(error))
}

fn later(words: &Words, status: StatusCode) -> Response {
    let mut response = problem(words, status, &Text::new("web-upload-slow"));
    response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from_static("5"));
    response
}

fn problem(words: &Words, status: StatusCode, detail: &Text) -> Response {
    let body = json!({ "status": status.as_u16(), "detail": words.say(detail) });
    (status, [(header::CONTENT_TYPE, "application/problem+json")], body.to_string()).into_response()
}

/// What the sender is told.
pub(super) fn why(error: &SpoolError) -> Text {
    let megabytes = |bytes: &u64| (bytes / 1_000_000) as i64;
    match error {
        SpoolError::TooLarge { limit } => Text::new("web-upload-too-large").with("megabytes", megabytes(limit)),
        SpoolError::TooMany { limit } => Text::new("web-upload-too-many").with("max", *limit),
        SpoolError::TooMuch { limit } => Text::new("web-upload-too-much").with("megabytes", megabytes(limit)),
        SpoolError::NoSpace => Text::new("web-upload-no-space"),
        SpoolError::Missing => Text::new("web-upload-missing"),
        SpoolError::Piece | SpoolError::Incomplete | SpoolError::Closed | SpoolError::Damaged | SpoolError::Io(_) => {
            Text::new("web-upload-broken")
        }
    }
}

// --- From a form ------------------------------------------------------------------------------------------------------

async fn form(
    State(web): State<Web>,
    (visitor, from): (Visitor, From),
    headers: HeaderMap,
    fields: Result<Multipart, axum::extract::multipart::MultipartRejection>,
) -> Result<Response, Failure> {
    let mut fields = fields.map_err(|_| Failure::Bad)?;
    let known = web.pages.lines(&visitor.route, None).await?;
    let mut reading = Reading::new(&web);
    let mut trusted = false;
    while let Some(field) = reading.next(&mut fields).await? {
        match field.name() {
            Some("token") => {
                visitor.check(&web, &reading.text(field).await?)?;
                trusted = true;
            }
            Some("file") if trusted => {
                let name = field.file_name().unwrap_or_default().to_owned();
                // A form without a chosen file has an empty one.
                if name.is_empty() {
                    continue;
                }
                match reading.file(visitor.person, field).await? {
                    Ok((id, whole)) => hand_in(&web, (&visitor, from), (id, &whole)).await?,
                    Err(error) => tell(&web, &visitor, (&name, &error)).await?,
                }
            }
            Some("file") => return Err(Failure::Foreign),
            _ => {}
        }
    }
    answer(&web, &visitor, &headers, known).await
}

/// A form being read, field by field and piece by piece.
pub(super) struct Reading<'a> {
    web: &'a Web,
    album: String,
    patience: Patience,
}

impl<'a> Reading<'a> {
    /// Nothing was read yet.
    pub(super) fn new(web: &'a Web) -> Self {
        let mut random = [0; 8];
        web.office.chance.fill(&mut random);
        Self::of(web, u64::from_be_bytes(random).to_string())
    }

    /// The same, for files that have this mark in common with others.
    pub(super) fn of(web: &'a Web, album: String) -> Self {
        Self { web, album, patience: Patience::new() }
    }

    /// The next field.
    pub(super) async fn next<'f>(&self, fields: &'f mut Multipart) -> Result<Option<Field<'f>>, Failure> {
        timeout_at(self.patience.ends(), fields.next_field()).await.map_err(|_| Failure::Bad)?.map_err(|_| Failure::Bad)
    }

    /// A field with a few words.
    pub(super) async fn text(&mut self, mut field: Field<'_>) -> Result<String, Failure> {
        let mut bytes = Vec::new();
        while let Some(part) = self.part(&mut field).await? {
            bytes.extend_from_slice(&part);
            if bytes.len() > ANNOUNCEMENT * 4 {
                return Err(Failure::Bad);
            }
        }
        String::from_utf8(bytes).map_err(|_| Failure::Bad)
    }

    /// A file, streamed into the spool. What is wrong with it leaves the other fields alone: it is read on and dropped.
    pub(super) async fn file(
        &mut self,
        person: PersonKey,
        mut field: Field<'_>,
    ) -> Result<Result<(UploadId, Standing), SpoolError>, Failure> {
        let announced = Announced {
            name: field.file_name().map(str::to_owned),
            mime: field.content_type().map(str::to_owned),
            bytes: None,
            album: Some(self.album.clone()),
        };
        let mut upload = begin_for(self.web, person, announced).await;
        let (mut piece, mut number) = (Vec::new(), 0);
        loop {
            let part = match self.part(&mut field).await {
                Ok(part) => part,
                Err(failure) => {
                    self.give_up(person, upload).await;
                    return Err(failure);
                }
            };
            let (Some(part), Ok(id)) = (&part, &upload) else {
                if part.is_some() {
                    continue;
                }
                break;
            };
            piece.extend_from_slice(part);
            while piece.len() >= PIECE {
                let rest = piece.split_off(PIECE);
                let full = std::mem::replace(&mut piece, rest);
                if let Err(error) = self.put((person, *id), number, full).await {
                    self.give_up(person, upload).await;
                    upload = Err(error);
                    break;
                }
                number += 1;
            }
        }
        let id = match upload {
            Ok(id) => id,
            Err(error) => return Ok(Err(error)),
        };
        if !piece.is_empty()
            && let Err(error) = self.put((person, id), number, piece).await
        {
            self.give_up(person, Ok(id)).await;
            return Ok(Err(error));
        }
        Ok(spooling(self.web, move |spool| spool.finish(person, id)).await.map(|whole| (id, whole)))
    }

    async fn put(&self, upload: (PersonKey, UploadId), number: u32, piece: Vec<u8>) -> Result<(), SpoolError> {
        let Ok(_hand) = free_hand().await else { return Err(SpoolError::NoSpace) };
        spooling(self.web, move |spool| spool.put(upload, number, &piece).map(drop)).await
    }

    /// What cannot be removed now goes with the sweep.
    async fn give_up(&self, person: PersonKey, upload: Result<UploadId, SpoolError>) {
        if let Ok(id) = upload {
            let _ = spooling(self.web, move |spool| spool.abandon(person, id)).await;
        }
    }

    async fn part(&mut self, field: &mut Field<'_>) -> Result<Option<axum::body::Bytes>, Failure> {
        let part = timeout_at(self.patience.ends(), field.chunk()).await.map_err(|_| Failure::Bad)?.map_err(|_| Failure::Bad)?;
        self.patience.received += part.as_ref().map_or(0, |part| part.len() as u64);
        // Nobody may send for ever what is not taken.
        if self.patience.received > self.web.office.spool.bounds().person.saturating_mul(2) + BESIDES {
            return Err(Failure::Bad);
        }
        Ok(part)
    }
}

/// Why a file of a form was not taken, as words that stay on the page.
async fn tell(web: &Web, visitor: &Visitor, (name, error): (&str, &SpoolError)) -> Result<(), Failure> {
    let words = visitor.words(web);
    let text = words.marked(&Text::new("web-upload-not-taken").with("name", display_name(name)).with("why", why(error)));
    let office = &web.office;
    let delivery = office.delivery(Lane::Person(visitor.route.clone()), Parcel::Message(Outbound { text, ..Outbound::default() }));
    let commit = Commit { writes: vec![Write::Delivery(Box::new(delivery.clone()))], ..Commit::default() };
    office.store.commit(commit).await?;
    office.outbox.post([delivery]);
    Ok(())
}
