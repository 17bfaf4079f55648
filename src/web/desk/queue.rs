//! The lists of the desk: what is new, mine, due, late, waiting; filters, search, any page, saved lists. What stands in a list
//! comes from the index; the name of a ticket from the ticket itself, for the page that is shown.

use super::live::address as stream;
use super::{DeskFrame, Fields, Staff, quoted};
use crate::clock::office_day;
use crate::desk::answer_value;
use crate::desk::index::{Clerk, Counts, Filter, Line, Order, Query, Stage, View};
use crate::dialog::screen::place_name;
use crate::format::{Direction, parse_date};
use crate::id::ServiceId;
use crate::locale::{Text, Value};
use crate::office::Office;
use crate::roster::Role;
use crate::store::{Commit, Drawer, Slip, Write};
use crate::ticket::act::state_texts;
use crate::web::Web;
use crate::web::page::{Failure, Words, page, wants_fragment};
use askama::Template;
use axum::Router;
use axum::extract::{Query as Asked, State};
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Tickets on a page.
const PAGE: usize = 25;
/// Lists that one clerk can save.
const SAVED: usize = 30;
/// Longest name of a saved list, and longest search, in characters.
const LONGEST: usize = 200;
/// Longest name of a ticket in a list, in characters.
const TITLE: usize = 60;

pub(super) fn routes() -> Router<Web> {
    Router::new().route("/desk", get(show)).route("/desk/views", post(save)).route("/desk/views/forget", post(forget))
}

/// What of the index somebody may see.
pub(super) fn clerk_of(web: &Web, staff: &Staff) -> Clerk {
    let queues = web.office.all_queues().into_iter().map(|queue| queue.id.clone()).filter(|queue| staff.rights().sees(queue));
    Clerk { id: staff.id().clone(), queues: queues.collect(), today: office_day(web.office.now()) }
}

// --- Addresses of lists -----------------------------------------------------------------------------------------------

/// Fields of the form of a list, in the order in which they stand in addresses.
const FIELDS: [&str; 13] =
    ["view", "q", "queue", "service", "district", "state", "language", "clerk", "urgent", "anonymous", "from", "until", "order"];

/// A list as its address says it. Fields that say nothing are left out, so that one list has one address.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Wish {
    fields: BTreeMap<&'static str, String>,
    page: usize,
}

impl Wish {
    pub(super) fn read(asked: &[(String, String)]) -> Self {
        let mut wish = Self { page: 1, ..Self::default() };
        for (name, value) in asked {
            let value: String = value.trim().chars().take(LONGEST).collect();
            if name == "page" {
                wish.page = value.parse().unwrap_or(1);
            } else if let Some(field) = FIELDS.into_iter().find(|field| field == name)
                && !value.is_empty()
            {
                wish.fields.insert(field, value);
            }
        }
        wish
    }

    /// The list that the fields of a form say.
    pub(super) fn of_form(field: impl Fn(&str) -> String) -> Self {
        Self::read(&FIELDS.map(|name| (name.to_owned(), field(name))))
    }

    /// What is set, in the order of addresses.
    pub(super) fn pairs(&self) -> Vec<(&'static str, String)> {
        FIELDS.into_iter().filter_map(|name| Some((name, self.fields.get(name)?.clone()))).collect()
    }

    /// The list as the query of another page.
    pub(super) fn address_at(&self, path: &str) -> String {
        let words = self.words();
        if words.is_empty() { path.to_owned() } else { format!("{path}?{words}") }
    }

    fn field(&self, name: &str) -> &str {
        self.fields.get(name).map_or("", String::as_str)
    }

    fn view(&self) -> View {
        View::read(self.field("view")).unwrap_or_default()
    }

    pub(super) fn query(&self, today: NaiveDate) -> Query {
        let given = |name: &str| self.fields.get(name).cloned();
        let mark = |name: &str| match self.field(name) {
            "yes" => Some(true),
            "no" => Some(false),
            _ => None,
        };
        let day = |name: &str| parse_date(self.field(name), today, Direction::Past).ok();
        Query {
            view: self.view(),
            filter: Filter {
                queue: given("queue"),
                service: given("service"),
                district: given("district"),
                state: given("state"),
                language: given("language"),
                clerk: given("clerk"),
                urgent: mark("urgent"),
                anonymous: mark("anonymous"),
                from: day("from"),
                until: day("until"),
            },
            search: self.field("q").to_owned(),
            order: Order::read(self.field("order")).unwrap_or_default(),
            page: self.page,
            size: PAGE,
        }
    }

    /// The list without its page, as a query.
    fn words(&self) -> String {
        let pairs: Vec<String> = FIELDS.into_iter().filter_map(|name| Some(format!("{name}={}", quoted(self.fields.get(name)?)))).collect();
        pairs.join("&")
    }

    fn address(&self, page: usize) -> String {
        let page = (page > 1).then(|| format!("page={page}"));
        let words: Vec<String> = [Some(self.words()), page].into_iter().flatten().filter(|words| !words.is_empty()).collect();
        if words.is_empty() { "/desk".to_owned() } else { format!("/desk?{}", words.join("&")) }
    }

    /// Another view with nothing else set.
    fn of(view: View) -> Self {
        let fields = if view == View::default() { BTreeMap::new() } else { BTreeMap::from([("view", view.name().to_owned())]) };
        Self { fields, page: 1 }
    }

    /// Whether anything but the view is set.
    fn is_narrowed(&self) -> bool {
        self.fields.keys().any(|name| !matches!(*name, "view" | "order"))
    }
}

// --- The page ---------------------------------------------------------------------------------------------------------

#[derive(Template)]
#[template(path = "desk/queue.html")]
struct QueuePage {
    desk: DeskFrame,
    list: List,
    events: String,
    q: String,
    view: &'static str,
    narrowed: bool,
    plain: String,
    filters: Vec<Select>,
    /// So many of them are in sight, the others folded away.
    shown: usize,
    /// One of the folded ones is set.
    is_unfolded: bool,
    days: Vec<(&'static str, String, String)>,
    saved: Vec<Saved>,
    problem: Option<String>,
    /// Where this list can be taken as a file, for those who may.
    export: Option<String>,
}

#[derive(Template)]
#[template(path = "desk/queue-parts.html")]
struct QueueParts {
    desk: DeskFrame,
    list: List,
}

/// What changes while one looks.
struct List {
    address: String,
    caption: String,
    unfinished: Option<&'static str>,
    tabs: Vec<Tab>,
    rows: Vec<Row>,
    turning: Turning,
}

struct Tab {
    address: String,
    name: String,
    count: usize,
    mark: &'static str,
    here: bool,
}

struct Row {
    receipt: String,
    class: String,
    title: String,
    service: String,
    marks: Vec<(&'static str, String)>,
    place: String,
    state: String,
    due: String,
    due_mark: Option<(&'static str, String)>,
    clerk: Option<String>,
    since: String,
}

struct Turning {
    page: usize,
    pages: usize,
    before: Option<String>,
    after: Option<String>,
    fields: Vec<(&'static str, String)>,
    said: String,
}

struct Select {
    name: &'static str,
    label: String,
    options: Vec<Choice>,
}

struct Choice {
    value: String,
    label: String,
    chosen: bool,
}

struct Saved {
    id: String,
    name: String,
    address: String,
}

async fn show(
    State(web): State<Web>,
    staff: Staff,
    headers: HeaderMap,
    Asked(asked): Asked<Vec<(String, String)>>,
) -> Result<Response, Failure> {
    if !staff.rights().sees_any() {
        let other = if staff.rights().has(Role::Administrator) { "/desk/staff" } else { "/desk/account" };
        return Ok(Redirect::to(other).into_response());
    }
    list_page(&web, (&staff, &headers), &Wish::read(&asked), None).await
}

async fn list_page(web: &Web, (staff, headers): (&Staff, &HeaderMap), wish: &Wish, problem: Option<String>) -> Result<Response, Failure> {
    let desk = DeskFrame::new(web, (staff, headers), "/desk");
    let clerk = clerk_of(web, staff);
    let from = web.index.cursor().unwrap_or_else(|| web.office.feed.cursor());
    let list = list(web, (&desk.frame.words, &clerk), wish).await?;
    if wants_fragment(headers) {
        return page(&QueueParts { desk, list });
    }
    let words = &desk.frame.words;
    let days = ["from", "until"].map(|name| (name, words.t(&format!("deskweb-filter-{name}")), wish.field(name).to_owned()));
    let filters = filters(web, (words, &clerk), wish);
    let in_sight = |name: &str| ["view", "q", "queue", "service", "state"].contains(&name);
    let page_of = QueuePage {
        list,
        events: stream(from, None),
        q: wish.field("q").to_owned(),
        view: wish.view().name(),
        narrowed: wish.is_narrowed(),
        plain: Wish::of(wish.view()).address(1),
        shown: filters.iter().take_while(|one| in_sight(one.name)).count(),
        is_unfolded: wish.fields.keys().any(|name| !in_sight(name)),
        filters,
        days: days.to_vec(),
        saved: saved(web, staff).await?,
        problem,
        export: staff.rights().has(Role::Supervisor).then(|| wish.address_at("/desk/export")),
        desk,
    };
    page(&page_of)
}

async fn list(web: &Web, (words, clerk): (&Words, &Clerk), wish: &Wish) -> Result<List, Failure> {
    let query = wish.query(clerk.today);
    let (index, looker, asked) = (std::sync::Arc::clone(&web.index), clerk.clone(), query.clone());
    // A search through all lines takes milliseconds in which nothing else should wait.
    let looking = tokio::task::spawn_blocking(move || (index.page(&looker, &asked), index.counts(&looker)));
    let (found, counts) = looking.await.map_err(|_| Failure::Broken)?;
    let mut rows = Vec::with_capacity(found.lines.len());
    for line in &found.lines {
        rows.push(row(web, (words, clerk), line).await?);
    }
    let unfinished = match web.index.stage() {
        Stage::Lists => Some("deskweb-list-filling"),
        Stage::Words if !query.search.is_empty() => Some("deskweb-list-reading"),
        Stage::Words | Stage::Whole => None,
    };
    let name = view_name(words, query.view);
    let caption = Text::new("deskweb-list-caption").with("view", name).with("count", found.found);
    let said = Text::new("deskweb-list-page").with("page", found.page).with("pages", found.pages);
    let turn = |page: usize| wish.address(page);
    Ok(List {
        address: wish.address(found.page),
        caption: words.say(&caption),
        unfinished,
        tabs: tabs(words, (query.view, &counts)),
        rows,
        turning: Turning {
            page: found.page,
            pages: found.pages,
            before: (found.page > 1).then(|| turn(found.page - 1)),
            after: (found.page < found.pages).then(|| turn(found.page + 1)),
            fields: wish.fields.iter().map(|(name, value)| (*name, value.clone())).collect(),
            said: words.say(&said),
        },
    })
}

fn view_name(words: &Words, view: View) -> String {
    words.t(&format!("deskweb-view-{}", view.name()))
}

fn tabs(words: &Words, (here, counts): (View, &Counts)) -> Vec<Tab> {
    let tab = |view: View| {
        let count = counts.of(view);
        let mark = match view {
            View::Overdue if count > 0 => "late",
            View::DueToday if count > 0 => "soon",
            _ => "",
        };
        Tab { address: Wish::of(view).address(1), name: view_name(words, view), count, mark, here: view == here }
    };
    View::ALL.into_iter().map(tab).collect()
}

async fn row(web: &Web, (words, clerk): (&Words, &Clerk), line: &Line) -> Result<Row, Failure> {
    let say = |text: Text| words.say(&text);
    let day = |day: NaiveDate| say(Text::new("deskweb-day").with("day", day));
    let due_day = line.due.as_ref().map(|(_, due)| *due).filter(|_| line.closed.is_none());
    let (class, due_mark) = match due_day {
        Some(due) if due < clerk.today => ("late", Some(("late", say(Text::new("deskweb-mark-overdue"))))),
        Some(due) if due == clerk.today => ("soon", Some(("soon", say(Text::new("deskweb-mark-today"))))),
        _ => ("", None),
    };
    let mark = |is: bool, class: &'static str, name: &str| is.then(|| (class, say(Text::new(format!("deskweb-mark-{name}")))));
    let marks = [
        mark(line.urgent, "urgent", "urgent"),
        mark(line.hurried, "soon", "hurried"),
        mark(line.call_back, "late", "call-back"),
        mark(line.unread && line.closed.is_none(), "", "unread"),
        mark(line.waiting, "", "waiting"),
        mark(line.anonymous, "", "anonymous"),
        mark(line.erased, "", "erased"),
    ];
    Ok(Row {
        receipt: line.receipt.to_string(),
        class: if line.unread && line.closed.is_none() { format!("{class} unread") } else { class.to_owned() },
        title: if line.erased { String::new() } else { title(web, words, line).await? },
        service: say(short(&line.service)),
        marks: marks.into_iter().flatten().collect(),
        place: line.district.as_ref().map(|code| say(place_name(&web.office.places.load(), code))).unwrap_or_default(),
        state: say(state_texts(&line.service, &line.state)),
        due: due_day.map(day).unwrap_or_default(),
        due_mark,
        clerk: line.clerk.as_ref().map(|who| if *who == clerk.id { say(Text::new("desk-list-you")) } else { who.0.clone() }),
        since: say(Text::new("deskweb-time").with("at", Value::Time(line.since))),
    })
}

/// The short name of a service.
pub(super) fn short(service: &ServiceId) -> Text {
    Text::new(format!("{service}.short")).or(service.as_str())
}

/// What a ticket is about: the answer that its dialog says names it.
async fn title(web: &Web, words: &Words, line: &Line) -> Result<String, Failure> {
    let Some(ticket) = web.office.store.ticket(&line.receipt).await? else { return Ok(String::new()) };
    Ok(title_of(&web.office, words, &ticket))
}

/// The same of a ticket that is at hand.
pub(super) fn title_of(office: &Office, words: &Words, ticket: &crate::ticket::Ticket) -> String {
    let script = office.script.load();
    let step = script.flows.get(&ticket.head.service).and_then(|flow| flow.submit.as_ref()?.title.clone());
    let given = step.and_then(|step| ticket.body.answers.iter().find(|given| given.step == step && !given.personal));
    let Some(given) = given.filter(|given| given.answer.is_given()) else { return String::new() };
    let said = words.say(&Text::new("deskweb-words").with("words", answer_value(office, ticket, given)));
    let line: String = said.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= TITLE { line } else { line.chars().take(TITLE - 1).chain(['…']).collect() }
}

// --- Filters ----------------------------------------------------------------------------------------------------------

fn filters(web: &Web, (words, clerk): (&Words, &Clerk), wish: &Wish) -> Vec<Select> {
    let names = web.index.names(clerk);
    let say = |text: Text| words.say(&text);
    let services = names.services.clone();
    let select = |name: &'static str, values: Vec<(String, String)>| {
        let chosen = wish.field(name);
        let mut values = values;
        // What is set is shown, also when no ticket has it any more.
        if !chosen.is_empty() && !values.iter().any(|(value, _)| value == chosen) {
            values.push((chosen.to_owned(), chosen.to_owned()));
        }
        let any = Choice { value: String::new(), label: words.t("deskweb-filter-any"), chosen: chosen.is_empty() };
        let options = values.into_iter().map(|(value, label)| Choice { chosen: value == chosen, value, label });
        Select { name, label: words.t(&format!("deskweb-filter-{name}")), options: std::iter::once(any).chain(options).collect() }
    };
    let of = |values: Vec<String>, label: &dyn Fn(&str) -> String| -> Vec<(String, String)> {
        values.into_iter().map(|value| (value.clone(), label(&value))).collect()
    };
    let queues: Vec<String> = clerk.queues.iter().map(ToString::to_string).collect();
    let yes_no = |yes: &str, no: &str| vec![("yes".to_owned(), words.t(yes)), ("no".to_owned(), words.t(no))];
    let orders = Order::ALL.map(|order| (order.name().to_owned(), words.t(&format!("deskweb-order-{}", order.name()))));
    let mut order = select("order", orders.to_vec());
    order.options.remove(0);
    let mut selects = vec![
        select("service", of(names.services, &|name| say(short(&ServiceId::from(name))))),
        select("state", of(names.states, &|name| say(state_in(&services, name)))),
        select("district", of(names.districts, &|code| say(place_name(&web.office.places.load(), code)))),
        select("language", of(names.languages, &|name| say(Text::new(format!("language-{name}"))))),
        select("clerk", of(names.clerks, &str::to_owned)),
        select("urgent", yes_no("deskweb-filter-urgent-yes", "deskweb-filter-urgent-no")),
        select("anonymous", yes_no("deskweb-filter-anonymous-yes", "deskweb-filter-anonymous-no")),
        order,
    ];
    if queues.len() > 1 {
        selects.insert(0, select("queue", of(queues, &|queue| say(web.office.queue_name(&queue.into())))));
    }
    selects
}

/// A state by its general name, else by that of a service which has it.
fn state_in(services: &[String], state: &str) -> Text {
    let general = Text::new(format!("ticket-state-{state}"));
    services.iter().fold(general, |text, service| text.or(format!("{service}-state-{state}")))
}

// --- Saved lists ------------------------------------------------------------------------------------------------------

/// A list that a clerk saved.
#[derive(Serialize, Deserialize)]
struct Kept {
    #[serde(default)]
    name: String,
    #[serde(default)]
    fields: Vec<(String, String)>,
}

fn prefix(web: &Web, staff: &Staff) -> String {
    format!("{}/", web.office.key.blind_hex("lists of a clerk", staff.id().0.as_bytes()))
}

async fn saved(web: &Web, staff: &Staff) -> Result<Vec<Saved>, Failure> {
    let slips = web.office.store.slips(Drawer::View, &prefix(web, staff), None, SAVED).await?;
    let mut saved: Vec<Saved> = slips
        .into_iter()
        .filter_map(|slip| {
            let kept: Kept = serde_json::from_str(&slip.content).ok()?;
            Some(Saved { id: slip.id.rsplit('/').next()?.to_owned(), name: kept.name, address: Wish::read(&kept.fields).address(1) })
        })
        .collect();
    saved.sort_by(|one, other| one.name.cmp(&other.name));
    Ok(saved)
}

/// Keeps the list that is shown; one with the same name is replaced.
async fn save(State(web): State<Web>, staff: Staff, headers: HeaderMap, form: Fields) -> Result<Response, Failure> {
    let name: String = form.one("name").trim().chars().take(LONGEST).collect();
    let asked: Vec<(String, String)> = FIELDS.into_iter().map(|field| (field.to_owned(), form.one(field).to_owned())).collect();
    let wish = Wish::read(&asked);
    let words = staff.words(&web, &headers);
    let prefix = prefix(&web, &staff);
    let id = format!("{prefix}{}", web.office.key.blind_hex("name of a list", name.as_bytes()));
    let known = web.office.store.slip(Drawer::View, &id).await?;
    let many = web.office.store.slips(Drawer::View, &prefix, None, SAVED).await?.len();
    let problem = match () {
        () if name.is_empty() => Some("deskweb-saved-no-name"),
        () if known.is_none() && many >= SAVED => Some("deskweb-saved-full"),
        () => None,
    };
    if let Some(problem) = problem {
        return list_page(&web, (&staff, &headers), &wish, Some(words.t(problem))).await;
    }
    let fields = wish.fields.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect();
    let content = serde_json::to_string(&Kept { name, fields }).map_err(|_| Failure::Broken)?;
    let slip = Slip { drawer: Drawer::View, id, content, revision: known.map_or(0, |slip| slip.revision) + 1 };
    web.office.store.commit(Commit { writes: vec![Write::Slip(Box::new(slip))], ..Commit::default() }).await?;
    Ok(Redirect::to(&wish.address(1)).into_response())
}

async fn forget(State(web): State<Web>, staff: Staff, form: Fields) -> Result<Response, Failure> {
    let id = form.one("id");
    if !id.bytes().all(|sign| sign.is_ascii_hexdigit()) {
        return Err(Failure::Bad);
    }
    let write = Write::ForgetSlip(Drawer::View, format!("{}{id}", prefix(&web, &staff)));
    web.office.store.commit(Commit { writes: vec![write], ..Commit::default() }).await?;
    Ok(Redirect::to("/desk").into_response())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wish(pairs: &[(&str, &str)]) -> Wish {
        let pairs: Vec<(String, String)> = pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        Wish::read(&pairs)
    }

    #[test]
    fn one_list_has_one_address_and_the_address_gives_the_list_back() {
        let asked = wish(&[("order", "newest"), ("q", " 吹风机 & co "), ("state", ""), ("view", "mine"), ("nonsense", "x"), ("page", "3")]);
        assert_eq!(asked.address(3), "/desk?view=mine&q=%E5%90%B9%E9%A3%8E%E6%9C%BA%20%26%20co&order=newest&page=3");
        assert_eq!(wish(&[]).address(1), "/desk");
        let today = NaiveDate::from_ymd_opt(2026, 11, 23).expect("a day");
        let query = asked.query(today);
        assert_eq!((query.view, query.search.as_str(), query.order, query.page), (View::Mine, "吹风机 & co", Order::Newest, 3));
    }

    #[test]
    fn what_an_address_says_wrongly_filters_nothing() {
        let today = NaiveDate::from_ymd_opt(2026, 11, 23).expect("a day");
        let query = wish(&[("view", "x"), ("urgent", "perhaps"), ("from", "soon"), ("page", "-1"), ("order", "x")]).query(today);
        assert_eq!(query, Query { page: 1, size: PAGE, ..Query::default() });
        assert_eq!(wish(&[("urgent", "yes"), ("anonymous", "no")]).query(today).filter.urgent, Some(true));
    }
}
