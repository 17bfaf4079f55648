//! The counter on the page: what was said so far, the question that is open, and the ways to answer it. Works with forms and
//! links alone; with scripts the same answers come in parts.
//!
//! ## Why
//! - Somebody who only looks gets the first words and choices without anything being kept. Their conversation begins with what
//!   they do first.
//! - Each form carries a number of its own (`once`). It becomes the name of the event, so a form that a browser sends twice, after
//!   a lost answer say, has the effect of once.

use super::Web;
use super::file::NotShown;
use super::guard::{From, Kind, only_ours};
use super::page::{Failure, Frame, Words, html, page, wants_fragment};
use super::visitor::Visitor;
use crate::channel::web::{By, Line};
use crate::clock::office_time;
use crate::dialog::machine::is_standing;
use crate::dialog::{Review, Wanted};
use crate::id::EventId;
use crate::intake::{Handled, Standing};
use crate::locale::{Text, Value};
use crate::message::{Button, Inbound, Outbound, Pressed, Said, escape, plain};
use crate::store::FileStatus;
use crate::vault::display_name;
use askama::Template;
use axum::Router;
use axum::extract::{Form, Path, Query, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{Html, IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use futures_util::stream::{self, Stream};
use rand::Rng;
use serde::Deserialize;
use std::convert::Infallible;
use std::time::{Duration, Instant};

/// Lines shown at once.
const SHOWN: usize = 80;
/// Longest wait for the answer to something a visitor did; it comes by itself when it takes longer.
const ANSWER: Duration = Duration::from_secs(8);
/// Pause between two signs of life of a stream.
const ALIVE: Duration = Duration::from_secs(15);
/// Longest text of one form, in characters.
const LONGEST: usize = 4096;

/// Routes of the public page.
pub fn routes() -> Router<Web> {
    Router::new()
        .route("/", get(show))
        .route("/say", post(say))
        .route("/language", post(language))
        .route("/since", get(since))
        .route("/events", get(events))
        .route("/track", get(track).post(open_case))
        .route("/receipt/{number}", get(receipt))
        .route("/picture/{number}", get(picture))
        .route("/document/{number}", get(document))
        .route("/file/{number}", get(given))
        .route("/privacy", get(privacy))
        .route("/help", get(help))
        .route("/my-data.json", get(my_data))
}

// --- What is shown ----------------------------------------------------------------------------------------------------

/// A line of the conversation.
struct Saying {
    number: u64,
    class: &'static str,
    who: String,
    is_own: bool,
    at: String,
    time: String,
    words: String,
    buttons: Vec<Row>,
    /// Text that stands for a picture.
    picture: Option<String>,
    /// Name of a file that goes with it.
    document: Option<String>,
    /// A file from the desk.
    file: Option<Given>,
    /// Everything kept about the visitor goes with it.
    copy: bool,
    /// Something in it is to be kept: it can be printed.
    keeps: bool,
}

/// A file from the desk.
struct Given {
    label: String,
    /// It can be taken now.
    is_here: bool,
}

/// A button.
struct Choice {
    label: String,
    token: String,
}

/// What was answered so far, as a list in which each line can be changed.
struct Checklist {
    title: String,
    lines: Vec<CheckLine>,
    declares: bool,
}

struct CheckLine {
    label: String,
    answer: String,
    token: Option<String>,
}

/// Buttons side by side.
struct Row {
    choices: Vec<Choice>,
    /// Ways around the question: back, help.
    is_quiet: bool,
    /// What everything before led to: sending.
    is_main: bool,
}

impl Row {
    fn of(buttons: &[Button]) -> Self {
        let choices = buttons.iter().map(|button| Choice { label: button.label.clone(), token: button.token.clone() }).collect();
        Self { choices, is_quiet: false, is_main: false }
    }
}

/// Where the visitor stands.
struct Place {
    rows: Vec<Row>,
    files: bool,
    asks: bool,
    once: String,
    /// Bytes of the largest file.
    most: u64,
    review: Option<Checklist>,
}

#[derive(Template)]
#[template(path = "counter.html")]
struct CounterPage {
    frame: Frame,
    greeting: Option<Greeting>,
    sayings: Vec<Saying>,
    place: Place,
}

/// The first words, for somebody who was never here.
struct Greeting {
    words: String,
    doors: Vec<Door>,
    others: Vec<Choice>,
}

/// A large choice of the first page.
struct Door {
    label: String,
    about: String,
    token: String,
}

#[derive(Template)]
#[template(path = "fragment.html")]
struct Fragment {
    frame: Frame,
    sayings: Vec<Saying>,
    place: Place,
}

async fn show(State(web): State<Web>, visitor: Visitor) -> Result<Response, Failure> {
    let words = visitor.words(&web);
    let lines = if visitor.is_known() { web.pages.lines(&visitor.route, None).await? } else { Vec::new() };
    let greeting = (!visitor.is_known()).then(|| greeting(&web, &visitor, &words));
    let standing = if visitor.is_known() { web.intake.standing(visitor.person).await? } else { None };
    let place = place(&web, &words, (standing, &lines));
    let sayings = checked(sayings(&web, &words, (&lines, None)).await?, (&place, &lines));
    let frame = Frame::new(&web.office, words, "counter").with_token(visitor.token(&web));
    let answer = page(&CounterPage { frame, greeting, sayings, place })?;
    Ok(visitor.remember(&web, answer))
}

/// The parts of the page that changed since its known lines.
async fn changed(web: &Web, visitor: &Visitor, mut lines: Vec<Line>) -> Result<Option<Response>, Failure> {
    let after = lines.last().map_or(0, |line| line.number);
    let new = web.pages.lines(&visitor.route, Some(after)).await?;
    if new.is_empty() {
        return Ok(None);
    }
    lines.extend(new);
    let standing = web.intake.standing(visitor.person).await?;
    let language = standing.as_ref().map(|standing| standing.language.clone());
    let words = language.map_or_else(|| visitor.words(web), |language| Words::new(&web.office, language));
    let place = place(web, &words, (standing, &lines));
    let sayings = checked(sayings(web, &words, (&lines, Some(after))).await?, (&place, &lines));
    let frame = Frame::new(&web.office, words, "counter").with_token(visitor.token(web));
    let fragment = Fragment { frame, sayings, place };
    let html = fragment.render().map_err(|_| Failure::Broken)?;
    Ok(Some(Html(html).into_response()))
}

async fn language_of(web: &Web, visitor: &Visitor) -> Result<crate::locale::Language, Failure> {
    let known = web.office.store.conversation(visitor.person).await?;
    Ok(known.map_or_else(|| visitor.words(web).language, |conversation| conversation.state.language))
}

fn greeting(web: &Web, visitor: &Visitor, words: &Words) -> Greeting {
    let first = web.intake.welcome(&words.language, &visitor.route);
    let mut buttons = first.buttons.into_iter();
    let about = ["web-door-report", "web-door-find", "web-door-follow"];
    let doors = buttons.by_ref().take(about.len()).flatten().zip(about);
    let doors = doors.map(|(button, about)| Door { label: button.label, about: words.t(about), token: button.token }).collect();
    let others = buttons.flatten().map(|button| Choice { label: button.label, token: button.token });
    Greeting { words: html(&words.marked(&Text::new("web-greeting"))), doors, others: others.collect() }
}

async fn sayings(web: &Web, words: &Words, (lines, after): (&[Line], Option<u64>)) -> Result<Vec<Saying>, Failure> {
    let last = lines.iter().filter(|line| line.by == By::Screen).map(|line| line.number).max();
    let skipped = lines.len().saturating_sub(SHOWN);
    let shown = lines.iter().skip(skipped).filter(|line| after.is_none_or(|after| line.number > after));
    let mut sayings = Vec::new();
    for line in shown {
        let file = match line.message.file {
            Some(id) => Some(file_of(web, words, id).await?),
            None => None,
        };
        sayings.push(Saying { file, ..saying(words, line, Some(line.number) == last) });
    }
    Ok(sayings)
}

/// What is shown of a file from the desk.
async fn file_of(web: &Web, words: &Words, id: crate::id::EvidenceId) -> Result<Given, Failure> {
    let record = web.office.store.evidence(id).await?;
    let kept = record.as_ref().and_then(|record| match &record.status {
        FileStatus::Kept { bytes, .. } => Some((display_name(record.announced.name.as_deref().unwrap_or_default()), *bytes)),
        FileStatus::Waiting | FileStatus::Refused { .. } => None,
    });
    Ok(match (kept, record.map(|record| record.status)) {
        (Some((name, bytes)), _) => {
            let kilobytes = i64::try_from(bytes.div_ceil(1000)).unwrap_or(i64::MAX);
            let label = words.say(&Text::new("web-file-given").with("name", name).with("kilobytes", kilobytes));
            Given { label, is_here: true }
        }
        (None, Some(FileStatus::Waiting)) => Given { label: words.t("web-file-coming"), is_here: false },
        (None, _) => Given { label: words.t("web-file-gone"), is_here: false },
    })
}

fn saying(words: &Words, line: &Line, is_last: bool) -> Saying {
    let (class, who) = match line.by {
        By::Visitor => ("mine", "web-you"),
        By::Screen | By::Counter => ("", "web-counter"),
        By::Desk => ("staff", "web-desk"),
    };
    let at = office_time(line.at);
    let standing = |row: &Vec<Button>| {
        let standing: Vec<Button> = row.iter().filter(|button| is_standing(&button.token)).cloned().collect();
        (!standing.is_empty()).then(|| Row::of(&standing))
    };
    let message = &line.message;
    // Buttons of the newest screen stand beneath the conversation.
    let buttons = if is_last { Vec::new() } else { message.buttons.iter().filter_map(standing).collect() };
    Saying {
        number: line.number,
        class,
        who: words.t(who),
        is_own: line.by == By::Visitor,
        at: at.to_rfc3339_opts(chrono::SecondsFormat::Secs, true),
        time: at.format("%H:%M").to_string(),
        words: html(&message.text),
        buttons,
        picture: message.chart.as_ref().map(|chart| format!("{} {}", chart.title, chart.notes.join(" "))),
        document: message.document.as_ref().map(|document| document.name.clone()),
        file: None,
        copy: message.copy,
        keeps: message.copies.is_some(),
    }
}

/// The newest screen says only what it is when its list stands beneath the conversation.
fn checked(sayings: Vec<Saying>, (place, lines): (&Place, &[Line])) -> Vec<Saying> {
    let Some(review) = &place.review else { return sayings };
    let newest = lines.iter().rfind(|line| line.by == By::Screen).map(|line| line.number);
    let short = |saying: Saying| match Some(saying.number) == newest {
        true => Saying { words: html(&review.title), ..saying },
        false => saying,
    };
    sayings.into_iter().map(short).collect()
}

fn place(web: &Web, words: &Words, (standing, lines): (Option<Standing>, &[Line])) -> Place {
    let (wanted, known) = standing.map_or((Wanted::Choice, None), |standing| (standing.wanted, standing.review));
    let screen = lines.iter().rev().find(|line| line.by == By::Screen);
    let count = screen.map_or(0, |screen| screen.message.buttons.len());
    // The last row holds the ways around the question.
    let row = |(at, row): (usize, &Vec<Button>)| Row {
        is_quiet: count > 1 && at + 1 == count,
        is_main: wanted == Wanted::Send && at == 0,
        ..Row::of(row)
    };
    let mut rows: Vec<Row> = screen.map(|screen| screen.message.buttons.iter().enumerate().map(row).collect()).unwrap_or_default();
    // Buttons of an older screen are not those of the review.
    let review =
        known.filter(|review| rows.iter().flat_map(|row| &row.choices).any(|choice| Some(&choice.token) == review.submit.as_ref()));
    if let Some(review) = &review {
        for row in &mut rows {
            // Each line has a button of its own for that.
            row.choices.retain(|choice| Some(&choice.token) != review.change.as_ref());
        }
        rows.retain(|row| !row.choices.is_empty());
    }
    let review = review.map(|review| checklist(words, review));
    let (once, most) = (once(), web.office.spool.bounds().file);
    Place { rows, files: wanted == Wanted::Files, asks: wanted == Wanted::Words, once, most, review }
}

fn checklist(words: &Words, review: Review) -> Checklist {
    let line = |(label, answer, token): (Text, Value, Option<String>)| CheckLine {
        label: words.say(&label),
        answer: words.say(&Text::new("web-review-answer").with("answer", answer)),
        token,
    };
    Checklist {
        title: words.marked(&Text::new("review").with("service", Text::new(review.service.as_str()))),
        lines: review.lines.into_iter().map(line).collect(),
        declares: review.declares,
    }
}

// --- What a visitor does ----------------------------------------------------------------------------------------------

#[derive(Debug, Deserialize)]
struct Saids {
    token: String,
    once: i64,
    #[serde(default)]
    press: String,
    #[serde(default)]
    text: String,
}

async fn say(
    State(web): State<Web>,
    (visitor, from): (Visitor, From),
    headers: HeaderMap,
    Form(form): Form<Saids>,
) -> Result<Response, Failure> {
    visitor.check(&web, &form.token)?;
    let text: String = form.text.trim().chars().take(LONGEST).collect();
    let what = match (form.press.is_empty(), text.is_empty()) {
        (false, _) => Said::Press(Pressed { token: form.press, on: None, handle: None }),
        (true, false) => spoken(&text),
        (true, true) => return Ok(Redirect::to("/#turn").into_response()),
    };
    let known = web.pages.lines(&visitor.route, None).await?;
    act(&web, (&visitor, from), (form.once, what), &known).await?;
    answer(&web, &visitor, &headers, known).await
}

/// What typed words are: a command, as everywhere, or words.
fn spoken(text: &str) -> Said {
    match text.strip_prefix('/') {
        Some(command) => {
            let (name, rest) = command.split_once(char::is_whitespace).unwrap_or((command, ""));
            Said::Command { name: name.to_lowercase(), rest: rest.trim().to_owned() }
        }
        None => Said::Text(text.to_owned()),
    }
}

/// Hands in what a visitor did, and waits until what is said to it stands on their page.
pub(super) async fn act(web: &Web, (visitor, from): (&Visitor, From), (once, what): (i64, Said), known: &[Line]) -> Result<(), Failure> {
    let event = EventId { channel: 'w', number: once };
    if web.office.store.seen(&event).await? {
        return Ok(());
    }
    if !visitor.is_known() {
        web.limits.take(Kind::Newcomer, from.0, Instant::now()).map_err(Failure::TooMany)?;
        // The first page showed what this makes, so its buttons mean the same.
        let begin = Said::Command { name: "start".to_owned(), rest: String::new() };
        if !matches!(what, Said::Command { .. }) {
            hand_in(web, visitor, (fresh_event(), begin)).await?;
        }
    }
    let first = if known.is_empty() { web.pages.lines(&visitor.route, None).await? } else { Vec::new() };
    let own = match &what {
        Said::Text(text) => Some(escape(text)),
        Said::Press(pressed) => label(known.iter().chain(&first), &pressed.token).map(|label| escape(&label)),
        Said::File { file, .. } => Some(escape(&display_name(file.name.as_deref().unwrap_or_default()))),
        _ => None,
    };
    if let Some(own) = own {
        web.pages.says(&visitor.route, own, known.len()).await?;
    }
    hand_in(web, visitor, (event, what)).await?;
    Ok(())
}

fn fresh_event() -> EventId {
    EventId { channel: 'w', number: i64::try_from(rand::rng().next_u64() >> 1).unwrap_or(i64::MAX) }
}

/// A number for a form.
pub(super) fn once() -> String {
    fresh_event().number.to_string()
}

/// What stands on the newest button of that name.
fn label<'l>(known: impl Iterator<Item = &'l Line>, token: &str) -> Option<String> {
    known.flat_map(|line| &line.message.buttons).flatten().filter(|button| button.token == token).last().map(|button| button.label.clone())
}

async fn hand_in(web: &Web, visitor: &Visitor, (event, what): (EventId, Said)) -> Result<Handled, Failure> {
    let inbound =
        Inbound { event, from: visitor.route.clone(), language: visitor.asked.clone(), at: web.office.now(), message: None, what };
    let mut news = web.pages.listen(&visitor.route);
    let handled = web.intake.handle(inbound).await.map_err(|trouble| {
        tracing::error!(why = trouble.0, "what a visitor did is not kept");
        Failure::Store
    })?;
    let begun = Instant::now();
    while let Some(said) = handled.said {
        news.mark_unchanged();
        if !web.pages.lines(&visitor.route, said.0.checked_sub(1)).await?.is_empty() {
            break;
        }
        let left = ANSWER.saturating_sub(begun.elapsed());
        if tokio::time::timeout(left, news.changed()).await.is_err() {
            break;
        }
    }
    Ok(handled)
}

/// The changed parts for a script, the whole page for everybody else.
pub(super) async fn answer(web: &Web, visitor: &Visitor, headers: &HeaderMap, known: Vec<Line>) -> Result<Response, Failure> {
    if wants_fragment(headers)
        && let Some(parts) = changed(web, visitor, known).await?
    {
        return Ok(parts);
    }
    Ok(Redirect::to("/#turn").into_response())
}

#[derive(Debug, Deserialize)]
struct Spoken {
    token: String,
    once: i64,
    language: String,
}

async fn language(
    State(web): State<Web>,
    (visitor, from): (Visitor, From),
    headers: HeaderMap,
    Form(form): Form<Spoken>,
) -> Result<Response, Failure> {
    visitor.check(&web, &form.token)?;
    let known = web.pages.lines(&visitor.route, None).await?;
    let command = Said::Command { name: "language".to_owned(), rest: form.language };
    act(&web, (&visitor, from), (form.once, command), &known).await?;
    Ok(Redirect::to(back(&headers)).into_response())
}

/// The page of ours from which a form was sent.
fn back(headers: &HeaderMap) -> &'static str {
    let path =
        headers.get(header::REFERER).and_then(|value| value.to_str().ok()).and_then(|url| url.splitn(4, '/').nth(3)).unwrap_or_default();
    ["track", "privacy", "help"].into_iter().find(|known| path.starts_with(known)).map_or("/#turn", |known| match known {
        "track" => "/track",
        "privacy" => "/privacy",
        _ => "/help",
    })
}

// --- What is new ------------------------------------------------------------------------------------------------------

#[derive(Debug, Deserialize)]
struct After {
    #[serde(default)]
    after: u64,
}

async fn since(State(web): State<Web>, visitor: Visitor, headers: HeaderMap, Query(query): Query<After>) -> Result<Response, Failure> {
    if !wants_fragment(&headers) {
        return Ok(Redirect::to("/#turn").into_response());
    }
    let mut known = web.pages.lines(&visitor.route, None).await?;
    known.retain(|line| line.number <= query.after);
    Ok(changed(&web, &visitor, known).await?.unwrap_or_else(|| StatusCode::NO_CONTENT.into_response()))
}

/// Tells a page whenever something new stands on it.
async fn events(
    State(web): State<Web>,
    visitor: Visitor,
    headers: HeaderMap,
) -> Result<Sse<impl Stream<Item = Result<Event, Infallible>>>, Failure> {
    only_ours(&web, &headers)?;
    let listener = web.pages.listen(&visitor.route);
    let last = headers.get("last-event-id").and_then(|id| id.to_str().ok()?.parse().ok());
    let last: u64 = match last {
        Some(last) => last,
        None => web.pages.lines(&visitor.route, None).await?.last().map_or(0, |line| line.number),
    };
    let told = stream::unfold((web, visitor, listener, last), async |(web, visitor, mut listener, last)| {
        loop {
            listener.mark_unchanged();
            match web.pages.lines(&visitor.route, Some(last)).await {
                Ok(lines) => {
                    if let Some(line) = lines.last() {
                        let event = Event::default().event("page").id(line.number.to_string()).data("new");
                        let number = line.number;
                        return Some((Ok(event), (web, visitor, listener, number)));
                    }
                }
                // The browser comes again.
                Err(_) => return None,
            }
            tokio::select! {
                () = web.stop.cancelled() => return None,
                heard = listener.changed() => heard.ok()?,
            }
        }
    });
    Ok(Sse::new(told).keep_alive(KeepAlive::new().interval(ALIVE)))
}

// --- Pages beside the conversation ------------------------------------------------------------------------------------

#[derive(Template)]
#[template(path = "track.html")]
struct TrackPage {
    frame: Frame,
    once: String,
    problem: bool,
    receipt: String,
}

async fn track(State(web): State<Web>, visitor: Visitor) -> Result<Response, Failure> {
    let frame = Frame::new(&web.office, visitor.words(&web), "track").with_token(visitor.token(&web));
    let answer = page(&TrackPage { frame, once: once(), problem: false, receipt: String::new() })?;
    Ok(visitor.remember(&web, answer))
}

#[derive(Debug, Deserialize)]
struct Case {
    token: String,
    once: i64,
    #[serde(default)]
    receipt: String,
    #[serde(default)]
    code: String,
}

/// Opens a case with its receipt and access code: the same steps as in the conversation, which goes on there.
async fn open_case(State(web): State<Web>, (visitor, from): (Visitor, From), Form(form): Form<Case>) -> Result<Response, Failure> {
    visitor.check(&web, &form.token)?;
    let (receipt, code) = (form.receipt.trim(), form.code.trim());
    let words = visitor.words(&web);
    if receipt.is_empty() || code.is_empty() {
        let frame = Frame::new(&web.office, words, "track").with_token(visitor.token(&web));
        let receipt = receipt.to_owned();
        let mut answer = page(&TrackPage { frame, once: once(), problem: true, receipt })?;
        *answer.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
        return Ok(answer);
    }
    web.limits.take(Kind::Try, from.0, Instant::now()).map_err(Failure::TooMany)?;
    let known = web.pages.lines(&visitor.route, None).await?;
    let follow = web.office.current.load().rules.follow.to_string();
    let begin = Said::Command { name: "start".to_owned(), rest: follow.clone() };
    act(&web, (&visitor, from), (form.once, begin), &known).await?;
    // Whoever has cases of their own is asked first whether it is one of those.
    let has_own = !web.office.store.own_tickets(visitor.person).await?.is_empty();
    let by_code = Words::new(&web.office, language_of(&web, &visitor).await?).t(&format!("{follow}-mine.opt-by-code"));
    for typed in has_own.then_some(by_code.as_str()).into_iter().chain([receipt, code]) {
        let typed: String = typed.chars().take(LONGEST).collect();
        hand_in(&web, &visitor, (fresh_event(), Said::Text(typed))).await?;
    }
    Ok(Redirect::to("/#turn").into_response())
}

async fn line(web: &Web, visitor: &Visitor, number: u64) -> Result<Line, Failure> {
    let lines = web.pages.lines(&visitor.route, number.checked_sub(1)).await?;
    lines.into_iter().find(|line| line.number == number).ok_or(Failure::Missing)
}

#[derive(Template)]
#[template(path = "receipt.html")]
struct ReceiptPage {
    frame: Frame,
    at: String,
    day: String,
    words: String,
    copies: Option<(String, String)>,
}

/// A message that is to be kept, made for printing.
async fn receipt(State(web): State<Web>, visitor: Visitor, Path(number): Path<u64>) -> Result<Response, Failure> {
    let line = line(&web, &visitor, number).await?;
    let words = visitor.words(&web);
    let Outbound { text, copies, .. } = line.message;
    let at = office_time(line.at);
    let day = words.say(&Text::new("web-at").with("day", at.date_naive()).with("time", at.format("%H:%M").to_string()));
    let copies = copies.map(|copies| (copies.label, copies.text));
    let frame = Frame::new(&web.office, words, "");
    page(&ReceiptPage { frame, at: at.to_rfc3339_opts(chrono::SecondsFormat::Secs, true), day, words: html(&text), copies })
}

/// A chart of a message.
async fn picture(State(web): State<Web>, visitor: Visitor, Path(number): Path<u64>) -> Result<Response, Failure> {
    let chart = line(&web, &visitor, number).await?.message.chart.ok_or(Failure::Missing)?;
    let drawn = tokio::task::spawn_blocking(move || crate::chart::png(&chart)).await;
    let png = drawn.map_err(|_| Failure::Broken)?.map_err(|_| Failure::Broken)?;
    Ok(([(header::CONTENT_TYPE, "image/png"), (header::CACHE_CONTROL, "private, max-age=3600")], png).into_response())
}

/// A file that the counter made.
async fn document(State(web): State<Web>, visitor: Visitor, Path(number): Path<u64>) -> Result<Response, Failure> {
    let document = line(&web, &visitor, number).await?.message.document.ok_or(Failure::Missing)?;
    let name = display_name(&document.name);
    Ok(attachment(&name, &format!("{}; charset=utf-8", document.kind), document.content))
}

/// A file from the desk, which stands on the visitor's own page.
async fn given(State(web): State<Web>, visitor: Visitor, Path(number): Path<u64>) -> Result<Response, Failure> {
    let id = line(&web, &visitor, number).await?.message.file.ok_or(Failure::Missing)?;
    let record = web.office.store.evidence(id).await?.ok_or(Failure::Missing)?;
    super::file::given(&web.office, &record).await.map_err(|why| match why {
        NotShown::NotHere | NotShown::NoPreview => Failure::Missing,
        NotShown::Damaged => Failure::Broken,
        NotShown::Unavailable(why) => {
            tracing::error!(why, "a file could not be read");
            Failure::Store
        }
    })
}

/// Everything that is kept about the visitor.
async fn my_data(State(web): State<Web>, visitor: Visitor) -> Result<Response, Failure> {
    if !visitor.is_known() {
        return Err(Failure::Missing);
    }
    let copy = crate::intake::copy_of(&web.office, &visitor.route).await?;
    let name = format!("my-data-{}.json", crate::clock::office_day(web.office.now()));
    Ok(attachment(&name, "application/json; charset=utf-8", copy))
}

/// A file that is only ever stored, never shown by the browser.
fn attachment(name: &str, kind: &str, content: String) -> Response {
    let plain: String =
        name.chars().map(|sign| if sign.is_ascii_alphanumeric() || matches!(sign, '.' | '-' | '_') { sign } else { '_' }).collect();
    let headers = [(header::CONTENT_TYPE, kind.to_owned()), (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{plain}\""))];
    (headers, content).into_response()
}

#[derive(Template)]
#[template(path = "words.html")]
struct WordsPage {
    frame: Frame,
    title: String,
    parts: Vec<(String, String)>,
}

async fn privacy(State(web): State<Web>, visitor: Visitor) -> Result<Response, Failure> {
    let words = visitor.words(&web);
    let part = |id: &str| (words.t(&format!("web-privacy-{id}")), html(&words.marked(&Text::new(format!("web-privacy-{id}-more")))));
    let parts = ["seen", "anonymous", "kept", "delete"].map(part).to_vec();
    let title = words.t("web-privacy");
    let answer = page(&WordsPage { frame: Frame::new(&web.office, words, "privacy").with_token(visitor.token(&web)), title, parts })?;
    Ok(visitor.remember(&web, answer))
}

async fn help(State(web): State<Web>, visitor: Visitor) -> Result<Response, Failure> {
    let words = visitor.words(&web);
    let part = |id: &str| (words.t(&format!("web-help-{id}")), html(&words.marked(&Text::new(format!("web-help-{id}-more")))));
    let mut parts = ["use", "case", "keys"].map(part).to_vec();
    let window = web.office.rules().office.window.iter().map(|line| escape(&plain(&words.marked(line)))).collect::<Vec<_>>().join("\n");
    parts.push((words.t("web-help-window"), window));
    let title = words.t("web-help");
    let answer = page(&WordsPage { frame: Frame::new(&web.office, words, "help").with_token(visitor.token(&web)), title, parts })?;
    Ok(visitor.remember(&web, answer))
}
