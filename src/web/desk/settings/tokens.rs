//! Tokens of programs that call the counter: made here and shown once, listed, ended. A token is looked up at each call, so one
//! that is ended is dead at once.

use super::{SetFrame, time};
use crate::id::QueueId;
use crate::locale::{Text, Value};
use crate::program::token::{self, NotMade, Scope, Wish};
use crate::web::Web;
use crate::web::desk::{Fields, Staff};
use crate::web::page::{Failure, page};
use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};

/// Longest life of a token in days that can be asked for.
const DAYS: u32 = 3650;

pub(super) fn routes() -> Router<Web> {
    Router::new().route("/desk/settings/tokens", get(show).post(make)).route("/desk/settings/tokens/end", post(end))
}

/// A program with a token.
struct Row {
    name: String,
    scopes: Vec<String>,
    queues: String,
    made: String,
    until: String,
    is_over: bool,
}

/// A box of the form.
struct Opt {
    value: String,
    label: String,
    chosen: bool,
}

#[derive(Template)]
#[template(path = "desk/settings-tokens.html")]
struct TokensPage {
    desk: SetFrame,
    fresh: bool,
    rows: Vec<Row>,
    name: String,
    days: String,
    scopes: Vec<Opt>,
    queues: Vec<Opt>,
    problem: Option<String>,
    /// The token that was just made: name and token.
    made: Option<(String, String)>,
}

/// What was typed into the form.
#[derive(Default)]
struct Typed {
    name: String,
    days: String,
    scopes: Vec<String>,
    queues: Vec<String>,
}

async fn show(State(web): State<Web>, staff: Staff, headers: HeaderMap) -> Result<Response, Failure> {
    tokens_page(&web, (&staff, &headers), Typed::default(), (None, None)).await
}

async fn tokens_page(
    web: &Web,
    (staff, headers): (&Staff, &HeaderMap),
    typed: Typed,
    (refused, made): (Option<NotMade>, Option<(String, String)>),
) -> Result<Response, Failure> {
    let set = SetFrame::new(web, (staff, headers), "tokens");
    let words = set.words();
    let now = web.office.now();
    let mut programs = token::all(&web.office).await?;
    programs.sort_by_key(|(_, program)| std::cmp::Reverse(program.created));
    let rows = programs.into_iter().map(|(_, program)| {
        let queues: Vec<Value> = program.queues.iter().map(|queue| web.office.queue_name(queue).into()).collect();
        Row {
            scopes: program.scopes.iter().map(|scope| words.t(&scope_text(*scope))).collect(),
            queues: match queues.is_empty() {
                true => words.t("deskweb-token-every-queue"),
                false => words.say(&Text::new("deskweb-list").with("list", queues)),
            },
            made: time(words, program.created),
            until: program.expires.map_or_else(|| words.t("deskweb-token-no-end"), |end| time(words, end)),
            is_over: program.expires.is_some_and(|end| end <= now),
            name: program.name,
        }
    });
    let scopes = Scope::ALL.into_iter().map(|scope| Opt {
        value: scope.name().to_owned(),
        label: words.t(&scope_text(scope)),
        chosen: typed.scopes.iter().any(|one| one == scope.name()),
    });
    let queues = web.office.all_queues().into_iter().map(|queue| Opt {
        value: queue.id.to_string(),
        label: words.say(&web.office.queue_name(&queue.id)),
        chosen: typed.queues.iter().any(|one| one == queue.id.as_str()),
    });
    let problem = refused.as_ref().map(|why| {
        words.say(&match why {
            NotMade::Name => Text::new("deskweb-token-name"),
            NotMade::Taken => Text::new("deskweb-token-taken"),
            NotMade::NoScope => Text::new("deskweb-token-no-scope"),
            NotMade::Queue(queue) => Text::new("deskweb-fault-no-queue").with("queue", queue.clone()),
            NotMade::Days => Text::new("deskweb-token-days").with("max", i64::from(DAYS)),
            NotMade::Trouble(_) => Text::new("deskweb-denied-trouble"),
        })
    });
    let shown = TokensPage {
        fresh: staff.is_fresh(web),
        rows: rows.collect(),
        name: typed.name,
        days: typed.days,
        scopes: scopes.collect(),
        queues: queues.collect(),
        problem,
        made,
        desk: set,
    };
    let mut answer = page(&shown)?;
    if refused.is_some() {
        *answer.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    }
    Ok(answer)
}

/// The text that says what a scope allows.
fn scope_text(scope: Scope) -> String {
    format!("deskweb-scope-{}", scope.name().replace(':', "-"))
}

async fn make(State(web): State<Web>, staff: Staff, headers: HeaderMap, form: Fields) -> Result<Response, Failure> {
    let typed = Typed {
        name: form.one("name").trim().to_owned(),
        days: form.one("days").trim().to_owned(),
        scopes: form.all("scope").map(str::to_owned).collect(),
        queues: form.all("queue").map(str::to_owned).collect(),
    };
    let days = match typed.days.as_str() {
        "" => Ok(None),
        days => days.parse::<u32>().ok().filter(|days| (1..=DAYS).contains(days)).map(Some).ok_or(NotMade::Days),
    };
    let made = match days {
        Err(refused) => Err(refused),
        Ok(days) => {
            let scopes = typed.scopes.iter().filter_map(|name| Scope::read(name)).collect();
            let queues = typed.queues.iter().map(|queue| QueueId::from(queue.as_str())).collect();
            token::add_by(&web.office, &staff.by(), Wish { name: typed.name.clone(), scopes, queues, days }).await
        }
    };
    match made {
        Ok((program, token)) => tokens_page(&web, (&staff, &headers), Typed::default(), (None, Some((program.name, token)))).await,
        Err(NotMade::Trouble(why)) => Err(super::trouble(&why)),
        Err(refused) => tokens_page(&web, (&staff, &headers), typed, (Some(refused), None)).await,
    }
}

async fn end(State(web): State<Web>, staff: Staff, form: Fields) -> Result<Response, Failure> {
    match token::remove_by(&web.office, &staff.by(), form.one("name")).await {
        // One that is gone already is what was wanted.
        Ok(_) => Ok(Redirect::to("/desk/settings/tokens").into_response()),
        Err(error) => Err(super::trouble(&error.to_string())),
    }
}
