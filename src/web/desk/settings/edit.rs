//! The form of one thing: what stands and where it comes from, fields, what was changed before.

use super::field::{Field, Input, empty, fields, read};
use super::members::{Member, members};
use super::{Asked, AskedFor, Line, SetFrame, edit_address, facts, lines, list_address, name_of, status, time, trouble, who};
use crate::id::QueueId;
use crate::locale::Text;
use crate::setting::{self, Fault, Key, NotSet, Standing, Value, Wish};
use crate::web::Web;
use crate::web::desk::{Fields, Staff};
use crate::web::page::{Failure, page};
use askama::Template;
use axum::Router;
use axum::extract::{Query, State};
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;

pub(super) fn routes() -> Router<Web> {
    Router::new().route("/desk/settings/edit", get(show).post(save))
}

#[derive(Template)]
#[template(path = "desk/settings-edit.html")]
struct EditPage {
    desk: SetFrame,
    /// What it is; nothing when it is new.
    key: String,
    kind: &'static str,
    name: String,
    source: String,
    seen: u64,
    fields: Vec<Field>,
    /// A new queue gets its name for dialogs.
    asks_id: bool,
    id: String,
    id_faults: Vec<String>,
    problem: Option<Problem>,
    done: Option<String>,
    /// What is shipped or stands in the settings file, when something else is set.
    base: Vec<(String, String)>,
    /// What stands on the button that takes it back to that.
    reset: Option<String>,
    /// It cannot be set here, and why.
    fixed: Option<String>,
    members: Vec<Member>,
    fresh: bool,
    lines: Vec<Line>,
    list: String,
}

/// Why a form was not taken.
struct Problem {
    title: String,
    lines: Vec<String>,
    /// What stands now, when somebody else changed it.
    now: Vec<(String, String)>,
}

async fn show(State(web): State<Web>, staff: Staff, Query(asked): AskedFor, headers: HeaderMap) -> Result<Response, Failure> {
    let Some((key, is_new)) = key_of(&asked) else { return Ok(Redirect::to("/desk/settings").into_response()) };
    let standing = setting::standing(&web.office, &key);
    let value = standing.value().cloned().unwrap_or_else(|| empty(&key));
    let form = Shown { is_new, typed: value, id: String::new(), refused: None, done: asked.done };
    edit_page(&web, (&staff, &headers), (&key, standing), form).await
}

/// What a page is about, and whether it is a new one.
fn key_of(asked: &Asked) -> Option<(Key, bool)> {
    if !asked.key.is_empty() {
        return Key::read(&asked.key).map(|key| (key, false));
    }
    match asked.kind.as_str() {
        "queue" => Some((Key::Queue(QueueId::from("")), true)),
        "notice" => Some((Key::Notice(String::new()), true)),
        "calendar" => Some((Key::Calendar(0), true)),
        _ => None,
    }
}

/// What a form shows.
struct Shown {
    is_new: bool,
    typed: Value,
    id: String,
    refused: Option<NotSet>,
    done: String,
}

async fn edit_page(
    web: &Web,
    (staff, headers): (&Staff, &HeaderMap),
    (key, standing): (&Key, Standing),
    form: Shown,
) -> Result<Response, Failure> {
    let kind = if *key == Key::Office { "window" } else { key.kind() };
    let set = SetFrame::new(web, (staff, headers), kind);
    let words = set.words();
    let mut made = fields(web, &set, (key, &form.typed));
    let mut answer_status = axum::http::StatusCode::OK;
    let (mut problem, mut id_faults) = (None, Vec::new());
    let mut standing = standing;
    if let Some(refused) = form.refused {
        answer_status = status(&refused);
        problem = Some(match refused {
            NotSet::Overtaken(now) => {
                let by = now.setting.as_ref().map_or_else(String::new, |setting| who(words, &setting.by));
                let at = now.setting.as_ref().map_or_else(String::new, |setting| time(words, setting.at));
                let title = words.say(&Text::new("deskweb-set-overtaken").with("who", by).with("at", at));
                let stands = facts(web, words, now.value());
                standing = *now;
                Problem { title, lines: vec![words.t("deskweb-set-overtaken-more")], now: stands }
            }
            NotSet::Bad(faults) => {
                let mut rest = Vec::new();
                for Fault { field, text } in faults {
                    let said = words.say(&text);
                    match made.iter_mut().find(|one| one.name == field) {
                        Some(one) => one.faults.push(said.clone()),
                        None if field == "id" => id_faults.push(said.clone()),
                        None => rest.push(said),
                    }
                }
                Problem { title: words.t("deskweb-set-not-saved"), lines: rest, now: Vec::new() }
            }
            NotSet::NoChange | NotSet::Trouble(_) => return Err(Failure::Store),
        });
    }
    let is_set = standing.set().is_some();
    let source = match standing.setting.as_ref().filter(|_| is_set) {
        _ if form.is_new => String::new(),
        Some(setting) => {
            words.say(&Text::new("deskweb-set-source-desk").with("who", who(words, &setting.by)).with("at", time(words, setting.at)))
        }
        None => words.t(match (key, &standing.base) {
            (Key::Reply(..) | Key::Calendar(_), _) => "deskweb-set-source-shipped",
            (Key::Service(_), _) | (_, None) => "deskweb-set-source-none",
            _ => "deskweb-set-source-file",
        }),
    };
    let resets = is_set && (standing.base.is_some() || matches!(key, Key::Notice(_) | Key::Service(_) | Key::Window(_) | Key::Calendar(_)));
    let fixed = matches!(key, Key::Reply(..)) && standing.value().is_none();
    let rules = web.office.rules();
    let always = matches!(key, Key::Service(service) if *service == rules.human || *service == rules.follow);
    let shown = EditPage {
        key: if form.is_new { String::new() } else { key.id() },
        kind: key.kind(),
        name: if form.is_new { set.t(&format!("deskweb-settings-{kind}-add")) } else { name_of(web, words, key) },
        source,
        seen: standing.revision,
        asks_id: form.is_new && kind == "queue",
        id: form.id,
        id_faults,
        problem,
        done: match form.done.as_str() {
            "saved" => Some(words.t("deskweb-set-saved")),
            "back" => Some(words.t("deskweb-set-put-back")),
            "members" => Some(words.t("deskweb-set-members-saved")),
            _ => None,
        },
        base: if is_set { facts(web, words, standing.base.as_ref()) } else { Vec::new() },
        reset: resets.then(|| words.t(&format!("deskweb-set-reset-{kind}"))),
        fixed: match (fixed, always) {
            (true, _) => Some(words.t("deskweb-set-reply-fixed-more")),
            (_, true) => Some(words.t("deskweb-fault-always-open")),
            _ => None,
        },
        members: match key {
            Key::Queue(id) if !form.is_new => members(web, words, (staff, id)).await?,
            _ => Vec::new(),
        },
        fresh: staff.is_fresh(web),
        lines: if form.is_new { Vec::new() } else { lines(web, words, Some(key)).await? },
        list: list_address(key),
        fields: made,
        desk: set,
    };
    let mut answer = page(&shown)?;
    *answer.status_mut() = answer_status;
    Ok(answer)
}

async fn save(State(web): State<Web>, staff: Staff, headers: HeaderMap, form: Fields) -> Result<Response, Failure> {
    let asked = Asked { key: form.one("key").to_owned(), kind: form.one("kind").to_owned(), done: String::new() };
    let Some((key, is_new)) = key_of(&asked) else { return Ok(Redirect::to("/desk/settings").into_response()) };
    let office = &web.office;
    let id = form.one("id").trim().to_owned();
    let before = setting::standing(office, &key);
    let (mut value, mut faults) = read(&form, (&key, before.value()));
    // A new thing gets its name now.
    let key = match (key, is_new) {
        (Key::Queue(_), true) => Key::Queue(id.as_str().into()),
        (Key::Notice(_), true) => {
            let mut bytes = [0; 8];
            office.chance.fill(&mut bytes);
            Key::Notice(crate::seal::text::to_hex(&bytes))
        }
        (Key::Calendar(_), true) => {
            let year = match &value {
                Value::Calendar(csv) => setting::year_of(csv),
                _ => None,
            };
            if year.is_none() {
                faults.push(Fault { field: "days".to_owned(), text: Text::new("deskweb-fault-days-year") });
            }
            Key::Calendar(year.unwrap_or_default())
        }
        (key, _) => key,
    };
    let standing = setting::standing(office, &key);
    if is_new && let Value::Queue(queue) = &mut value {
        queue.made = Some(office.now());
        if standing.value().is_some() {
            faults.push(Fault { field: "id".to_owned(), text: Text::new("deskweb-fault-queue-taken") });
        }
    }
    let resets = form.one("do") == "reset";
    // A year that is there already is changed knowingly, on its own page.
    let seen = if is_new { 0 } else { form.one("seen").parse().unwrap_or(u64::MAX) };
    let wish = Wish { key: key.clone(), seen, value: (!resets).then(|| value.clone()) };
    let saved = match faults.is_empty() || resets {
        true => setting::save(office, &staff.by(), wish).await,
        false => Err(NotSet::Bad(faults)),
    };
    match saved {
        Ok(()) if matches!(key, Key::Notice(_)) => Ok(Redirect::to(&list_address(&key)).into_response()),
        Ok(()) => Ok(Redirect::to(&format!("{}&done=saved", edit_address(&key))).into_response()),
        Err(NotSet::Trouble(why)) => Err(trouble(&why)),
        Err(refused) => {
            // What somebody else made meanwhile is no longer new.
            let is_new = is_new && !matches!(refused, NotSet::Overtaken(_));
            let shown = Shown { is_new, typed: value, id, refused: Some(refused), done: String::new() };
            edit_page(&web, (&staff, &headers), (&key, standing), shown).await
        }
    }
}
