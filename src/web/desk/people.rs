//! Accounts of the staff, for administrators: invite, roles, disable, reset. An administrator of some queues sees and reaches
//! only those whose rights all lie there.

use super::{DeskFrame, Fields, Pairs, Staff, link_page, refused};
use crate::account::{Account, Denied};
use crate::id::ClerkId;
use crate::locale::{Text, Value};
use crate::roster::{Grant, Rights, Role, Scope, base_of};
use crate::web::Web;
use crate::web::page::{Failure, Words, page};
use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use std::collections::BTreeMap;

pub(super) fn routes() -> Router<Web> {
    Router::new()
        .route("/desk/staff", get(show))
        .route("/desk/staff/invite", post(invite))
        .route("/desk/staff/{id}/roles", post(roles))
        .route("/desk/staff/{id}/disable", post(disable))
        .route("/desk/staff/{id}/enable", post(enable))
        .route("/desk/staff/{id}/reset", post(reset))
}

#[derive(Template)]
#[template(path = "desk/staff.html")]
struct StaffPage {
    desk: DeskFrame,
    denied: Option<String>,
    fresh: bool,
    people: Vec<Person>,
    grid: String,
    invited: String,
}

/// Boxes for roles: a line for the office and one a queue.
#[derive(Template)]
#[template(path = "desk/roles.html")]
struct Grid {
    legend: String,
    place: String,
    roles: Vec<String>,
    lines: Vec<Line>,
}

struct Person {
    id: String,
    path: String,
    state: String,
    mark: &'static str,
    roles: Vec<String>,
    base: bool,
    /// Address, label, whether it takes something away.
    acts: Vec<(&'static str, String, bool)>,
    grid: String,
}

struct Line {
    name: String,
    cells: Vec<Cell>,
}

struct Cell {
    value: String,
    label: String,
    ticked: bool,
}

async fn show(State(web): State<Web>, staff: Staff, headers: HeaderMap) -> Result<Response, Failure> {
    staff_page(&web, (&staff, &headers), ("", &[]), None).await
}

async fn staff_page(
    web: &Web,
    (staff, headers): (&Staff, &HeaderMap),
    (invited, chosen): (&str, &[Grant]),
    denied: Option<&Denied>,
) -> Result<Response, Failure> {
    let desk = DeskFrame::new(web, (staff, headers), "/desk/staff");
    let words = &desk.frame.words;
    let mut accounts: BTreeMap<ClerkId, Option<Account>> = BTreeMap::new();
    accounts.extend(web.office.config.clerk.iter().map(|clerk| (clerk.id.clone(), None)));
    accounts.extend(web.accounts.all().await?.into_iter().map(|account| (account.id.clone(), Some(account))));
    let roster = web.office.roster.load();
    let within = accounts.iter().filter(|(id, _)| staff.rights().governs(&roster.standing(id)));
    let people: Result<Vec<Person>, Failure> = within.map(|(id, account)| person(web, (words, staff), (id, account.as_ref()))).collect();
    let page_of = StaffPage {
        denied: denied.map(|denied| words.say(&denied.text())),
        fresh: staff.is_fresh(web),
        people: people?,
        grid: grid(web, (words, staff), chosen)?,
        invited: invited.to_owned(),
        desk,
    };
    page(&page_of)
}

fn person(web: &Web, (words, staff): (&Words, &Staff), (id, account): (&ClerkId, Option<&Account>)) -> Result<Person, Failure> {
    let (state, mark) = match account {
        Some(account) if account.disabled => ("deskweb-state-disabled", "late"),
        Some(account) if account.has_joined() => ("deskweb-state-ready", "state"),
        Some(_) => ("deskweb-state-invited", "soon"),
        None => ("deskweb-state-none", ""),
    };
    let disabled = account.is_some_and(|account| account.disabled);
    let acts = match (account, disabled) {
        (_, true) => vec![("enable", words.t("deskweb-act-enable"), false)],
        (Some(_), false) => vec![("reset", words.t("deskweb-act-reset"), false), ("disable", words.t("deskweb-act-disable"), true)],
        (None, false) => vec![("reset", words.t("deskweb-act-invite"), false), ("disable", words.t("deskweb-act-disable"), true)],
    };
    Ok(Person {
        id: id.0.clone(),
        path: super::quoted(&id.0).replace('/', "%2F"),
        state: words.t(state),
        mark,
        roles: role_words(web, words, &web.office.roster.load().standing(id)),
        base: !base_of(&web.office.config.queues(), id).is_empty(),
        acts,
        grid: grid(web, (words, staff), account.map_or(&[], |account| &account.grants))?,
    })
}

/// Boxes for what an administrator may give.
fn grid(web: &Web, (words, staff): (&Words, &Staff), chosen: &[Grant]) -> Result<String, Failure> {
    let chosen = Rights::of(chosen);
    let mine = staff.rights().scope(Role::Administrator);
    let office = (mine == Scope::Office).then(|| (words.t("deskweb-roles-office"), None));
    let queues = web.office.all_queues().into_iter().filter(|queue| mine.covers(&queue.id));
    let queues = queues.map(|queue| (words.say(&web.office.queue_name(&queue.id)), Some(queue.id.clone())));
    let lines = office.into_iter().chain(queues).map(|(name, queue)| {
        let cells = Role::ALL.into_iter().map(|role| {
            let (value, ticked) = match &queue {
                None => (role.name().to_owned(), chosen.is_of_office(role)),
                Some(queue) => (format!("{}@{queue}", role.name()), !chosen.is_of_office(role) && chosen.is(role, queue)),
            };
            let label = Text::new("deskweb-role-in").with("role", role_name(words, role)).with("queue", name.clone());
            Cell { value, label: words.say(&label), ticked }
        });
        Line { cells: cells.collect(), name: name.clone() }
    });
    let grid = Grid {
        legend: words.t("deskweb-roles"),
        place: words.t("deskweb-roles-where"),
        roles: Role::ALL.into_iter().map(|role| role_name(words, role)).collect(),
        lines: lines.collect(),
    };
    grid.render().map_err(|error| {
        tracing::error!(%error, "a page could not be made");
        Failure::Broken
    })
}

fn role_name(words: &Words, role: Role) -> String {
    words.say(&Text::new(format!("deskweb-role-{}", role.name())))
}

/// What somebody is, a line a role: "Clerk: Enforcement section, Assistance centre".
pub(super) fn role_words(web: &Web, words: &Words, rights: &Rights) -> Vec<String> {
    let lines = rights.grants().into_iter().map(|grant| {
        let place = match &grant.of {
            Scope::Office => Value::from(Text::new("deskweb-roles-office")),
            Scope::Queues(queues) => Value::List(queues.iter().map(|queue| web.office.queue_name(queue).into()).collect()),
        };
        words.say(&Text::new("deskweb-role-in").with("role", Text::new(format!("deskweb-role-{}", grant.role.name()))).with("queue", place))
    });
    lines.collect()
}

fn chosen(form: &Pairs) -> Result<Vec<Grant>, Denied> {
    form.all("role").map(|word| Grant::read(word).ok_or(Denied::BadRoles)).collect()
}

async fn invite(State(web): State<Web>, staff: Staff, headers: HeaderMap, form: Fields) -> Result<Response, Failure> {
    let id = ClerkId(form.one("id").trim().to_owned());
    let grants = chosen(&form)?;
    match web.accounts.invite(&staff.by(), (&id, &grants)).await {
        Ok(token) => link_page(&web, DeskFrame::new(&web, (&staff, &headers), "/desk/staff"), (&id, &token)),
        Err(denied) => Ok(refused(&denied, staff_page(&web, (&staff, &headers), (&id.0, &grants), Some(&denied)).await?)),
    }
}

async fn roles(
    State(web): State<Web>,
    staff: Staff,
    headers: HeaderMap,
    Path(id): Path<String>,
    form: Fields,
) -> Result<Response, Failure> {
    let grants = chosen(&form)?;
    let done = web.accounts.set_roles(&staff.by(), (&ClerkId(id), &grants)).await;
    back(&web, (&staff, &headers), done).await
}

async fn disable(State(web): State<Web>, staff: Staff, headers: HeaderMap, Path(id): Path<String>, _: Fields) -> Result<Response, Failure> {
    let done = web.accounts.disable(&staff.by(), &ClerkId(id)).await;
    back(&web, (&staff, &headers), done).await
}

async fn enable(State(web): State<Web>, staff: Staff, headers: HeaderMap, Path(id): Path<String>, _: Fields) -> Result<Response, Failure> {
    let done = web.accounts.enable(&staff.by(), &ClerkId(id)).await;
    back(&web, (&staff, &headers), done).await
}

async fn reset(State(web): State<Web>, staff: Staff, headers: HeaderMap, Path(id): Path<String>, _: Fields) -> Result<Response, Failure> {
    let id = ClerkId(id);
    match web.accounts.reset(&staff.by(), &id).await {
        Ok(token) => link_page(&web, DeskFrame::new(&web, (&staff, &headers), "/desk/staff"), (&id, &token)),
        Err(denied) => back(&web, (&staff, &headers), Err(denied)).await,
    }
}

/// Back to the list; what was refused is said there, what is not theirs is missing.
async fn back(web: &Web, who: (&Staff, &HeaderMap), done: Result<(), Denied>) -> Result<Response, Failure> {
    match done {
        Ok(()) => Ok(Redirect::to("/desk/staff").into_response()),
        Err(denied @ (Denied::NotYours | Denied::NoAccount | Denied::Trouble(_))) => Err(denied.into()),
        Err(denied) => Ok(refused(&denied, staff_page(web, who, ("", &[]), Some(&denied)).await?)),
    }
}
