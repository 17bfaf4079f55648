//! Other systems that are told what happens to cases: how each endpoint stands, what became of its last events, a test, a pause,
//! and sending again what it missed. Where events may be sent, and what they say, is decided in [`crate::hook`].

use super::{SetFrame, time};
use crate::clock::office_moment;
use crate::hook::log::{lines, replay_failed, replay_one, set_paused};
use crate::hook::{self, Endpoint, NotChanged, Wish, event};
use crate::id::QueueId;
use crate::locale::{Text, Value};
use crate::web::Web;
use crate::web::desk::{Fields, Staff};
use crate::web::page::{Failure, Words, page};
use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use axum::routing::{get, post};
use chrono::{NaiveDate, NaiveTime};

/// Events of an endpoint that are listed.
const LISTED: usize = 30;

pub(super) fn routes() -> Router<Web> {
    Router::new().route("/desk/settings/hooks", get(show).post(add)).route("/desk/settings/hooks/act", post(act))
}

/// An endpoint.
struct Row {
    name: String,
    url: String,
    kinds: String,
    queues: String,
    waiting: usize,
    mark: &'static str,
    state: String,
    more: Option<String>,
    is_failing: bool,
    is_paused: bool,
    events: Vec<Told>,
    /// The day that "since" begins with.
    since: String,
}

/// What became of an event.
struct Told {
    id: String,
    kind: String,
    at: String,
    failed: Option<String>,
}

/// A box of the form.
struct Opt {
    value: String,
    label: String,
    chosen: bool,
}

#[derive(Template)]
#[template(path = "desk/settings-hooks.html")]
struct HooksPage {
    desk: SetFrame,
    fresh: bool,
    rows: Vec<Row>,
    name: String,
    url: String,
    kinds: Vec<Opt>,
    queues: Vec<Opt>,
    problem: Option<String>,
    done: Option<String>,
    /// The secret of the endpoint that was just added: name and secret.
    secret: Option<(String, String)>,
}

/// What is said above the list.
#[derive(Default)]
struct Said {
    problem: Option<Text>,
    done: Option<Text>,
    secret: Option<(String, String)>,
    typed: Wish,
}

async fn show(State(web): State<Web>, staff: Staff, headers: HeaderMap) -> Result<Response, Failure> {
    hooks_page(&web, (&staff, &headers), Said::default()).await
}

async fn hooks_page(web: &Web, (staff, headers): (&Staff, &HeaderMap), said: Said) -> Result<Response, Failure> {
    let set = SetFrame::new(web, (staff, headers), "hooks");
    let words = set.words();
    let waiting = hook::waiting(&web.office).await?;
    let mut rows = Vec::new();
    for endpoint in web.office.hooks.all().iter() {
        rows.push(row(web, words, (endpoint, waiting.get(&endpoint.number).copied().unwrap_or(0))).await?);
    }
    let kinds = event::KINDS.iter().map(|kind| Opt {
        value: (*kind).to_owned(),
        label: words.t(&format!("deskweb-hook-kind-{kind}")),
        chosen: said.typed.kinds.iter().any(|one| one == kind),
    });
    let queues = web.office.all_queues().into_iter().map(|queue| Opt {
        value: queue.id.to_string(),
        label: words.say(&web.office.queue_name(&queue.id)),
        chosen: said.typed.queues.contains(&queue.id),
    });
    let refused = said.problem.is_some();
    let shown = HooksPage {
        fresh: staff.is_fresh(web),
        rows,
        name: said.typed.name.clone(),
        url: said.typed.url.clone(),
        kinds: kinds.collect(),
        queues: queues.collect(),
        problem: said.problem.map(|text| words.say(&text)),
        done: said.done.map(|text| words.say(&text)),
        secret: said.secret,
        desk: set,
    };
    let mut answer = page(&shown)?;
    if refused {
        *answer.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    }
    Ok(answer)
}

async fn row(web: &Web, words: &Words, (endpoint, waiting): (&Endpoint, usize)) -> Result<Row, Failure> {
    let list = |list: Vec<Value>, all: &str| match list.is_empty() {
        true => words.t(all),
        false => words.say(&Text::new("deskweb-list").with("list", list)),
    };
    let trouble = web.office.hooks.trouble(endpoint.number);
    let (mark, state, more) = match (&endpoint.failing, endpoint.paused, &trouble) {
        (Some(failing), ..) => ("late", "deskweb-hook-set-aside", Some(reason(words, (time(words, failing.at), &failing.why)))),
        (None, Some(since), _) => ("soon", "deskweb-hook-paused", Some(time(words, since))),
        (None, None, Some(why)) => ("soon", "deskweb-hook-trying", Some(words.say(&why_of(why)))),
        (None, None, None) => ("state", "deskweb-hook-in-use", None),
    };
    let events = lines(&web.office, endpoint, LISTED).await?;
    let events = events.into_iter().map(|line| Told {
        kind: words.t(&format!("deskweb-hook-kind-{}", line.kind)),
        at: time(words, line.at),
        failed: line.failed.as_deref().map(|why| words.say(&why_of(why))),
        id: line.event,
    });
    Ok(Row {
        name: endpoint.name.clone(),
        url: endpoint.url.clone(),
        kinds: list(
            endpoint.kinds.iter().map(|kind| Text::new(format!("deskweb-hook-kind-{kind}")).into()).collect(),
            "deskweb-hook-every-kind",
        ),
        queues: list(endpoint.queues.iter().map(|queue| web.office.queue_name(queue).into()).collect(), "deskweb-token-every-queue"),
        waiting,
        mark,
        state: words.t(state),
        more,
        is_failing: endpoint.failing.is_some(),
        is_paused: endpoint.paused.is_some(),
        events: events.collect(),
        since: crate::clock::office_day(endpoint.failing.as_ref().map_or(web.office.now(), |failing| failing.at)).to_string(),
    })
}

/// Since when, and why.
fn reason(words: &Words, (at, why): (String, &str)) -> String {
    words.say(&Text::new("deskweb-hook-since").with("at", at).with("why", why_of(why)))
}

/// Why an event was not taken, as the sender writes it down, in words.
fn why_of(why: &str) -> Text {
    let code = |rest: &str| rest.chars().take_while(char::is_ascii_digit).collect::<String>();
    match why {
        "no answer in time" => Text::new("deskweb-hook-why-time"),
        "no connection" => Text::new("deskweb-hook-why-connection"),
        "the connection broke" => Text::new("deskweb-hook-why-broke"),
        "it asked for a pause" => Text::new("deskweb-hook-why-pause"),
        _ => match (why.strip_prefix("it answered "), why.strip_prefix("it redirects (")) {
            (Some(rest), _) => Text::new("deskweb-hook-why-answered").with("code", code(rest)),
            (_, Some(rest)) => Text::new("deskweb-hook-why-redirects").with("code", code(rest)),
            _ => Text::new("deskweb-hook-why-other").with("why", why),
        },
    }
}

/// Why something was not done.
fn refusal(error: &NotChanged) -> Result<Text, Failure> {
    use hook::address::Refused;
    Ok(match error {
        NotChanged::Unknown => Text::new("deskweb-hook-unknown"),
        NotChanged::Name => Text::new("deskweb-hook-name"),
        NotChanged::Taken => Text::new("deskweb-hook-taken-name"),
        NotChanged::Kind(_) => Text::new("deskweb-hook-no-kind"),
        NotChanged::Queue(queue) => Text::new("deskweb-fault-no-queue").with("queue", queue.clone()),
        NotChanged::Address(Refused::Private) => Text::new("deskweb-hook-private"),
        NotChanged::Address(Refused::Plain) => Text::new("deskweb-hook-plain"),
        NotChanged::Address(Refused::Login) => Text::new("deskweb-hook-login"),
        NotChanged::Address(_) => Text::new("deskweb-hook-address"),
        NotChanged::Trouble(why) => return Err(super::trouble(why)),
    })
}

async fn add(State(web): State<Web>, staff: Staff, headers: HeaderMap, form: Fields) -> Result<Response, Failure> {
    let wish = Wish {
        name: form.one("name").trim().to_owned(),
        url: form.one("url").trim().to_owned(),
        kinds: form.all("kind").map(str::to_owned).collect(),
        queues: form.all("queue").map(QueueId::from).collect(),
    };
    let said = match hook::add_by(&web.office, &staff.by().name(), wish.clone()).await {
        Ok(endpoint) => Said { secret: Some((endpoint.name, endpoint.secret)), ..Said::default() },
        Err(error) => Said { problem: Some(refusal(&error)?), typed: wish, ..Said::default() },
    };
    hooks_page(&web, (&staff, &headers), said).await
}

/// Test, pause, resume, send again, remove: what the button says.
async fn act(State(web): State<Web>, staff: Staff, headers: HeaderMap, form: Fields) -> Result<Response, Failure> {
    let office = &web.office;
    let by = staff.by().name();
    let name = form.one("name");
    let said = match hook::named(office, name) {
        Err(error) => Err(error),
        Ok(endpoint) => match form.one("do") {
            "test" => return tested(&web, (&staff, &headers), &endpoint).await,
            "pause" => set_paused(office, &by, (name, Some(office.now()))).await.map(|()| Text::new("deskweb-hook-done-paused")),
            "resume" => set_paused(office, &by, (name, None)).await.map(|()| Text::new("deskweb-hook-done-resumed")),
            "remove" => hook::remove_by(office, &by, name).await.map(|_| Text::new("deskweb-hook-done-removed")),
            _ if endpoint.failing.is_some() => {
                let said = Said { problem: Some(Text::new("deskweb-hook-test-first")), ..Said::default() };
                return hooks_page(&web, (&staff, &headers), said).await;
            }
            "again" => replay_one(office, &endpoint, form.one("event")).await.map(|sent| replayed(usize::from(sent))),
            "failed" | "all" => {
                let Ok(day) = form.one("since").parse::<NaiveDate>() else {
                    let said = Said { problem: Some(Text::new("deskweb-fault-when")), ..Said::default() };
                    return hooks_page(&web, (&staff, &headers), said).await;
                };
                let since = office_moment(day.and_time(NaiveTime::MIN));
                let sent = match form.one("do") {
                    "failed" => replay_failed(office, &endpoint, since).await,
                    _ => hook::replay(office, &endpoint, since).await,
                };
                sent.map(replayed)
            }
            _ => return Err(Failure::Bad),
        },
    };
    let said = match said {
        Ok(done) => Said { done: Some(done), ..Said::default() },
        Err(error) => Said { problem: Some(refusal(&error)?), ..Said::default() },
    };
    hooks_page(&web, (&staff, &headers), said).await
}

fn replayed(events: usize) -> Text {
    Text::new("deskweb-hook-done-replayed").with("n", events)
}

/// A test event; an endpoint that was set aside and takes it is in use again.
async fn tested(web: &Web, who: (&Staff, &HeaderMap), endpoint: &Endpoint) -> Result<Response, Failure> {
    let said = match hook::send::test_by(&web.office, &who.0.by().name(), endpoint).await {
        Ok(()) => Said { done: Some(Text::new("deskweb-hook-done-tested").with("name", endpoint.name.clone())), ..Said::default() },
        Err(why) => Said {
            problem: Some(Text::new("deskweb-hook-not-tested").with("name", endpoint.name.clone()).with("why", why_of(&why))),
            ..Said::default()
        },
    };
    hooks_page(web, who, said).await
}
