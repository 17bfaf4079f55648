//! Settings that an office changes itself: lists of what can be set, a form for each thing with its history, and put back. What
//! may be set, and what becomes of it, is decided in [`crate::setting`].
//!
//! ## Why
//! One address for a form: `edit?key=queue/ENF`. Every form looks the same: what stands and where it comes from, the fields, what
//! was changed before. Whoever saves over somebody else's change gets their own words back, with what stands now beside them.

mod content;
mod data;
mod edit;
mod field;
mod hooks;
mod list;
mod members;
mod tokens;

pub(super) use self::content::first_place as refused_place;

use super::{DeskFrame, Fields, Staff};
use crate::clock::{Moment, office_time};
use crate::locale::{Text, Value as Said};
use crate::office::Shut;
use crate::setting::{self, Change, Fact, Key, NotSet, Value};
use crate::web::Web;
use crate::web::page::{Failure, Words, page};
use askama::Template;
use axum::Router;
use axum::extract::{Query, State};
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use serde::Deserialize;
use std::collections::BTreeSet;

/// Lines of a history on one page.
const LINES: usize = 50;
/// Signs of a value in a line of the history; longer ones are cut.
const SHOWN: usize = 300;

pub(super) fn routes() -> Router<Web> {
    Router::new()
        .route("/desk/settings", get(overview))
        .route("/desk/settings/history", get(history))
        .route("/desk/settings/back", post(back))
        .merge(list::routes())
        .merge(edit::routes())
        .merge(members::routes())
        .merge(data::routes())
        .merge(content::routes())
        .merge(hooks::routes())
        .merge(tokens::routes())
}

// --- What the pages share -----------------------------------------------------------------------------------------------

/// Parts of the settings: address, the end of the name of its text.
const PARTS: [(&str, &str); 12] = [
    ("/desk/settings", "overview"),
    ("/desk/settings/list?kind=queue", "queue"),
    ("/desk/settings/list?kind=window", "window"),
    ("/desk/settings/list?kind=calendar", "calendar"),
    ("/desk/settings/list?kind=notice", "notice"),
    ("/desk/settings/list?kind=reply", "reply"),
    ("/desk/settings/list?kind=service", "service"),
    ("/desk/settings/data", "data"),
    ("/desk/settings/content", "content"),
    ("/desk/settings/hooks", "hooks"),
    ("/desk/settings/tokens", "tokens"),
    ("/desk/settings/history", "history"),
];

/// The frame of a page of the settings.
pub(super) struct SetFrame {
    desk: DeskFrame,
    /// Address, name, whether it is this one.
    tabs: Vec<(&'static str, String, bool)>,
    title: String,
    intro: String,
}

impl SetFrame {
    fn new(web: &Web, who: (&Staff, &HeaderMap), part: &str) -> Self {
        let desk = DeskFrame::new(web, who, "/desk/settings");
        let name = |part: &str| desk.t(&format!("deskweb-settings-{part}"));
        let tabs = PARTS.into_iter().map(|(address, own)| (address, name(own), own == part)).collect();
        Self { title: name(part), intro: desk.t(&format!("deskweb-settings-{part}-intro")), tabs, desk }
    }

    fn words(&self) -> &Words {
        &self.desk.frame.words
    }
}

/// Templates of the desk find its frame in it.
impl std::ops::Deref for SetFrame {
    type Target = DeskFrame;

    fn deref(&self) -> &DeskFrame {
        &self.desk
    }
}

/// Where a form of a thing is.
fn edit_address(key: &Key) -> String {
    format!("/desk/settings/edit?key={}", super::quoted(&key.id()))
}

/// Where the list of a kind is.
fn list_address(key: &Key) -> String {
    let kind = if *key == Key::Office { "window" } else { key.kind() };
    format!("/desk/settings/list?kind={kind}")
}

/// What a thing is called.
fn name_of(web: &Web, words: &Words, key: &Key) -> String {
    let place = |code: &str| crate::dialog::screen::place_name(&web.office.places.load(), code);
    match key {
        Key::Queue(id) => words.say(&web.office.queue_name(id)),
        Key::Office => words.t("deskweb-set-office"),
        Key::Window(code) => words.say(&place(code)),
        Key::Calendar(year) => words.say(&Text::new("deskweb-set-calendar").with("year", year.to_string())),
        Key::Notice(_) => words.t("deskweb-set-notice"),
        Key::Reply(service, name) => {
            let label = Text::new(format!("{service}-reply-{name}.label")).or(format!("{service}-reply-{name}"));
            let text = Text::new("deskweb-set-reply").with("service", Text::new(service.as_str())).with("reply", label);
            words.say(&text)
        }
        Key::Service(service) => words.say(&Text::new(service.as_str())),
    }
}

/// A moment as the office writes it.
fn time(words: &Words, at: Moment) -> String {
    words.say(&Text::new("deskweb-at").with("day", crate::clock::office_day(at)).with("clock", office_time(at).format("%H:%M").to_string()))
}

/// Whoever stands in a record: `clerk:li` is li.
fn who(words: &Words, by: &str) -> String {
    match by.split_once(':') {
        Some((_, name)) => name.to_owned(),
        None => words.t(if by == "counter" { "deskweb-by-counter" } else { "deskweb-by-operator" }),
    }
}

/// A value as people read it: names of services and places instead of codes.
fn shown(web: &Web, words: &Words, (name, value): (&str, &str)) -> String {
    let all = |say: &dyn Fn(&str) -> Text| {
        let list: Vec<Said> = value.split(", ").map(|one| Said::from(say(one))).collect();
        words.say(&Text::new("deskweb-list").with("list", list))
    };
    match name {
        "services" => all(&|service| Text::new(service)),
        "instead" => words.say(&Text::new(value)),
        "districts" => all(&|code| crate::dialog::screen::place_name(&web.office.places.load(), code)),
        "shut" => words.t(&format!("deskweb-set-shut-{value}")),
        _ if value.chars().count() > SHOWN => value.chars().take(SHOWN).chain(['…']).collect(),
        _ => value.to_owned(),
    }
}

/// The name of a fact, with its language.
fn fact_name(words: &Words, fact: &Fact) -> String {
    let name = words.t(&format!("deskweb-set-{}", fact.name));
    match &fact.language {
        None => name,
        Some(language) => {
            words.say(&Text::new("deskweb-set-in").with("what", name).with("language", Text::new(format!("language-{language}"))))
        }
    }
}

/// What something says, a line a fact.
fn facts(web: &Web, words: &Words, value: Option<&Value>) -> Vec<(String, String)> {
    let facts = value.map(Value::facts).unwrap_or_default();
    facts.iter().map(|(fact, value)| (fact_name(words, fact), shown(web, words, (fact.name, value)))).collect()
}

// --- History ------------------------------------------------------------------------------------------------------------

/// A line of the history.
struct Line {
    key: String,
    revision: u64,
    address: String,
    what: String,
    who: String,
    at: String,
    parts: Vec<Part>,
    /// The revision that stands now: what is put back is put back over this one.
    seen: u64,
}

/// What changed: its name, before, after.
struct Part {
    name: String,
    before: String,
    after: String,
}

fn line(web: &Web, words: &Words, change: &Change) -> Option<Line> {
    let key = Key::read(&change.key)?;
    let standing = setting::standing(&web.office, &key);
    // Where the base held, its words are what was there.
    let base = standing.base.as_ref();
    let side = |value: &Option<Value>| value.as_ref().or(base).map(Value::facts).unwrap_or_default();
    let (before, after) = (side(&change.before), side(&change.after));
    let names: BTreeSet<&Fact> = before.keys().chain(after.keys()).collect();
    let parts = names.into_iter().filter(|fact| before.get(fact) != after.get(fact)).map(|fact| {
        let say = |value: Option<&String>| value.map(|value| shown(web, words, (fact.name, value))).unwrap_or_default();
        Part { name: fact_name(words, fact), before: say(before.get(fact)), after: say(after.get(fact)) }
    });
    Some(Line {
        parts: parts.collect(),
        key: change.key.clone(),
        revision: change.revision,
        address: edit_address(&key),
        what: name_of(web, words, &key),
        who: who(words, &change.by),
        at: time(words, change.at),
        seen: standing.revision,
    })
}

async fn lines(web: &Web, words: &Words, key: Option<&Key>) -> Result<Vec<Line>, Failure> {
    let history = setting::history(&web.office, key).await?;
    Ok(history.iter().take(LINES).filter_map(|change| line(web, words, change)).collect())
}

#[derive(Template)]
#[template(path = "desk/settings-history.html")]
struct HistoryPage {
    desk: SetFrame,
    lines: Vec<Line>,
    problem: Option<String>,
}

async fn history(State(web): State<Web>, staff: Staff, headers: HeaderMap) -> Result<Response, Failure> {
    let set = SetFrame::new(&web, (&staff, &headers), "history");
    let lines = lines(&web, set.words(), None).await?;
    page(&HistoryPage { lines, problem: None, desk: set })
}

/// A change is taken back.
async fn back(State(web): State<Web>, staff: Staff, headers: HeaderMap, form: Fields) -> Result<Response, Failure> {
    let (Some(key), Ok(revision), Ok(seen)) = (Key::read(form.one("key")), form.one("revision").parse(), form.one("seen").parse()) else {
        return Err(Failure::Bad);
    };
    match setting::put_back(&web.office, &staff.by(), (key.clone(), revision), seen).await {
        Ok(()) => Ok(Redirect::to(&format!("{}&done=back", edit_address(&key))).into_response()),
        Err(NotSet::Trouble(why)) => Err(trouble(&why)),
        Err(NotSet::NoChange) => Err(Failure::Bad),
        Err(why) => {
            let set = SetFrame::new(&web, (&staff, &headers), "history");
            let problem = match &why {
                NotSet::Bad(faults) => faults.iter().map(|fault| set.words().say(&fault.text)).collect::<Vec<_>>().join(" "),
                _ => set.t("deskweb-set-back-overtaken"),
            };
            let lines = lines(&web, set.words(), None).await?;
            let mut answer = page(&HistoryPage { lines, problem: Some(problem), desk: set })?;
            *answer.status_mut() = status(&why);
            Ok(answer)
        }
    }
}

/// The status that says how a change was refused.
fn status(why: &NotSet) -> axum::http::StatusCode {
    match why {
        NotSet::Overtaken(_) => axum::http::StatusCode::CONFLICT,
        NotSet::Bad(_) | NotSet::NoChange => axum::http::StatusCode::UNPROCESSABLE_ENTITY,
        NotSet::Trouble(_) => axum::http::StatusCode::SERVICE_UNAVAILABLE,
    }
}

fn trouble(why: &str) -> Failure {
    tracing::error!(why, "a setting could not be kept");
    Failure::Store
}

// --- The first page -----------------------------------------------------------------------------------------------------

#[derive(Template)]
#[template(path = "desk/settings.html")]
struct Overview {
    desk: SetFrame,
    /// Address, name, what it is for, how it stands.
    parts: Vec<(&'static str, String, String, String)>,
    lines: Vec<Line>,
}

async fn overview(State(web): State<Web>, staff: Staff, headers: HeaderMap) -> Result<Response, Failure> {
    let set = SetFrame::new(&web, (&staff, &headers), "overview");
    let mut parts = Vec::new();
    for (address, name) in PARTS.into_iter().skip(1).filter(|(_, name)| *name != "history") {
        let intro = set.t(&format!("deskweb-settings-{name}-intro"));
        parts.push((address, set.t(&format!("deskweb-settings-{name}")), intro, state(&web, set.words(), name)));
    }
    let lines: Vec<Line> = lines(&web, set.words(), None).await?.into_iter().take(5).collect();
    page(&Overview { parts, lines, desk: set })
}

/// How a part stands, in a few words.
fn state(web: &Web, words: &Words, part: &str) -> String {
    let office = &web.office;
    let current = office.current.load();
    let count = |n: usize| words.say(&Text::new(format!("deskweb-settings-{part}-state")).with("n", n));
    let set = |kind: &str| setting::keys(office, kind).into_iter().filter(|key| setting::standing(office, key).set().is_some()).count();
    match part {
        "queue" => count(current.open().count()),
        "notice" => count(current.rules.announcements.iter().filter(|announcement| announcement.holds(office.now())).count()),
        "service" => count(current.rules.closed.len()),
        "reply" => count(set("reply")),
        "hooks" => count(office.hooks.all().len()),
        "calendar" => {
            let years = office.calendar.load().years().iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
            words.say(&Text::new("deskweb-settings-calendar-state").with("years", years))
        }
        "content" => words.t(match office.watched.load().trouble.is_some() {
            true => "deskweb-settings-content-state-bad",
            false => "deskweb-settings-content-state",
        }),
        _ => String::new(),
    }
}

/// Whether a queue is open, closed or removed, with the class of its mark.
fn queue_mark(words: &Words, shut: Option<Shut>) -> (&'static str, String) {
    match shut {
        None => ("state", words.t("deskweb-set-shut-open")),
        Some(shut) => ("late", words.t(&format!("deskweb-set-shut-{}", shut.name()))),
    }
}

#[derive(Debug, Default, Deserialize)]
struct Asked {
    #[serde(default)]
    key: String,
    #[serde(default)]
    kind: String,
    #[serde(default)]
    done: String,
}

type AskedFor = Query<Asked>;
