//! Lists of what can be set: queues, windows, working days, notices, prepared replies, services.

use super::{Asked, AskedFor, SetFrame, edit_address, name_of, queue_mark, time, who};
use crate::clock::office_day;
use crate::locale::Text;
use crate::place::PlaceKind;
use crate::setting::{self, Key, Value};
use crate::web::Web;
use crate::web::desk::Staff;
use crate::web::page::{Failure, Words, page};
use askama::Template;
use axum::Router;
use axum::extract::{Query, State};
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use chrono::Datelike;

pub(super) fn routes() -> Router<Web> {
    Router::new().route("/desk/settings/list", get(show))
}

/// A thing in a list.
struct Row {
    address: String,
    name: String,
    /// Class and words.
    marks: Vec<(&'static str, String)>,
    about: String,
    source: String,
}

#[derive(Template)]
#[template(path = "desk/settings-list.html")]
struct ListPage {
    desk: SetFrame,
    rows: Vec<Row>,
    /// Where a new one is made, and what stands on the button.
    add: Option<(String, String)>,
    nothing: String,
}

async fn show(State(web): State<Web>, staff: Staff, Query(Asked { kind, .. }): AskedFor, headers: HeaderMap) -> Result<Response, Failure> {
    if !["queue", "window", "calendar", "notice", "reply", "service"].contains(&kind.as_str()) {
        return Ok(Redirect::to("/desk/settings").into_response());
    }
    let set = SetFrame::new(&web, (&staff, &headers), &kind);
    let mut rows = Vec::new();
    for key in keys(&web, &kind) {
        rows.extend(row(&web, set.words(), &key).await?);
    }
    let add = ["queue", "calendar", "notice"].contains(&kind.as_str());
    let add = add.then(|| (format!("/desk/settings/edit?kind={kind}"), set.t(&format!("deskweb-settings-{kind}-add"))));
    let nothing = set.t("deskweb-settings-nothing");
    page(&ListPage { rows, add, nothing, desk: set })
}

/// Whether the imported table of offices has this place.
fn has_row(web: &Web, code: &str) -> bool {
    web.office.tables.load().offices.as_ref().is_some_and(|table| table.rows.iter().any(|row| row.place == code))
}

/// Everything of a kind, in the order of the list.
fn keys(web: &Web, kind: &str) -> Vec<Key> {
    let office = &web.office;
    let script = office.script.load();
    match kind {
        "queue" => office.all_queues().iter().map(|queue| Key::Queue(queue.id.clone())).collect(),
        "window" => {
            let places = office.places.load();
            let own = places.iter().filter(|place| place.kind != PlaceKind::Outside).map(|place| Key::Window(place.code.clone()));
            [Key::Office].into_iter().chain(own).collect()
        }
        "calendar" => {
            let mut years = office.calendar.load().years().to_vec();
            years.extend(setting::keys(office, "calendar").into_iter().filter_map(|key| match key {
                Key::Calendar(year) => Some(year),
                _ => None,
            }));
            years.sort_unstable_by_key(|year| std::cmp::Reverse(*year));
            years.dedup();
            years.into_iter().map(Key::Calendar).collect()
        }
        "notice" => {
            let mut keys = setting::keys(office, "notice");
            keys.retain(|key| setting::standing(office, key).set().is_some());
            keys
        }
        "reply" => {
            let replies = |flow: &crate::dialog::flow::Flow| {
                let names = flow.submit.iter().flat_map(|submit| submit.replies.clone()).collect::<Vec<_>>();
                let service = flow.service.clone();
                names.into_iter().map(move |name| Key::Reply(service.clone(), name))
            };
            script.flows.iter().flat_map(replies).collect()
        }
        "service" => script.flows.iter().map(|flow| Key::Service(flow.service.clone())).collect(),
        _ => Vec::new(),
    }
}

async fn row(web: &Web, words: &Words, key: &Key) -> Result<Option<Row>, Failure> {
    let office = &web.office;
    let standing = setting::standing(office, key);
    let (mut marks, mut about) = (Vec::new(), String::new());
    let mut name = name_of(web, words, key);
    match (key, standing.value()) {
        (Key::Queue(id), value) => {
            let shut = office.current.load().shut.get(id).copied();
            if shut == Some(crate::office::Shut::Removed) {
                return Ok(None);
            }
            marks.push(queue_mark(words, shut));
            let open = setting::open_tickets(office, id).await?;
            let serving = office.roster.load().serving(id).len();
            about = words.say(&Text::new("deskweb-set-queue-about").with("id", id.as_str()).with("open", open).with("people", serving));
            if let Some(Value::Queue(set)) = value
                && !(set.services.is_empty() && set.districts.is_empty())
            {
                marks.push(("", words.t("deskweb-set-claims")));
            }
        }
        (Key::Office | Key::Window(_), Some(Value::Window(set))) => {
            about = [set.phone.clone()]
                .into_iter()
                .chain(set.hours.get(words.code()).cloned())
                .filter(|part| !part.is_empty())
                .collect::<Vec<_>>()
                .join(" · ");
        }
        (Key::Calendar(year), _) => {
            let calendar = office.calendar.load();
            let days = (1..=12).flat_map(|month| (1..=31).filter_map(move |day| chrono::NaiveDate::from_ymd_opt(*year, month, day)));
            about =
                words.say(&Text::new("deskweb-set-days-count").with("n", days.filter(|day| calendar.exception(*day).is_some()).count()));
            if *year < office_day(office.now()).year() {
                marks.push(("", words.t("deskweb-set-past")));
            }
        }
        (Key::Notice(_), Some(Value::Notice(set))) => {
            let now = office.now();
            let (class, state) = match (set.from, set.until) {
                (Some(from), _) if now < from => ("soon", "deskweb-set-notice-later"),
                (_, Some(until)) if until <= now => ("", "deskweb-set-past"),
                _ => ("state", "deskweb-set-notice-now"),
            };
            marks.push((class, words.t(state)));
            name = set.words.get(words.code()).or_else(|| set.words.values().next()).cloned().unwrap_or_default();
            about = [("deskweb-set-from", set.from), ("deskweb-set-until", set.until)]
                .into_iter()
                .filter_map(|(label, at)| Some(format!("{} {}", words.t(label), time(words, at?))))
                .collect::<Vec<_>>()
                .join(" · ");
        }
        (Key::Reply(..), value) => {
            if let Some(Value::Reply(said)) = value {
                about = said.get(words.code()).cloned().unwrap_or_default();
            } else {
                marks.push(("", words.t("deskweb-set-reply-fixed")));
            }
        }
        (Key::Service(_), Some(Value::Closed(set))) => {
            marks.push(("late", words.t("deskweb-set-closed")));
            about = set.why.get(words.code()).cloned().unwrap_or_default();
        }
        (Key::Service(_), _) => marks.push(("state", words.t("deskweb-set-shut-open"))),
        _ => {}
    }
    let source = match standing.setting.as_ref().filter(|setting| setting.value.is_some()) {
        Some(setting) => {
            words.say(&Text::new("deskweb-set-source-desk").with("who", who(words, &setting.by)).with("at", time(words, setting.at)))
        }
        None => words.t(match (key, &standing.base) {
            (Key::Reply(..) | Key::Calendar(_), _) => "deskweb-set-source-shipped",
            (Key::Service(_), _) | (_, None) => "deskweb-set-source-none",
            (Key::Window(code), _) if has_row(web, code) => "deskweb-set-source-table",
            _ => "deskweb-set-source-file",
        }),
    };
    Ok(Some(Row { address: edit_address(key), name, marks, about, source }))
}
