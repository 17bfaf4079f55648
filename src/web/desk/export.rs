//! Taking a list of tickets as a file: with a reason, a fresh code, and for more than a few rows with the word of a second person. The
//! rules are in [`crate::desk::takeout`].

use super::queue::{Wish as List, clerk_of, short, title_of};
use super::{DeskFrame, Fields, Staff};
use crate::clock::office_day;
use crate::desk::index::{Clerk, Line};
use crate::desk::takeout::{ALONE, Form, MOST, Names, NotTaken, Outcome, Verdict, Wanted, ask, judge, take, waiting};
use crate::dialog::answer::Answer;
use crate::dialog::screen::place_name;
use crate::figures::export::BOM;
use crate::format::csv_cell;
use crate::locale::{Text, Value};
use crate::roster::Role;
use crate::ticket::Ticket;
use crate::ticket::act::state_texts;
use crate::web::Web;
use crate::web::page::{Failure, Words, page};
use askama::Template;
use axum::Router;
use axum::extract::{Query as Asked, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use rust_xlsxwriter::{Format, Workbook, XlsxError};

/// Lines asked of the index at once.
const PIECE: usize = 500;
/// Columns of a file, by the text that names them.
const COLUMNS: [&str; 10] = [
    "deskweb-log-receipt",
    "deskweb-filter-service",
    "deskweb-column-state",
    "deskweb-filter-queue",
    "deskweb-column-place",
    "deskweb-submitted",
    "deskweb-column-due",
    "deskweb-column-clerk",
    "deskweb-column-case",
    "deskweb-takeout-party",
];

pub(super) fn routes() -> Router<Web> {
    Router::new()
        .route("/desk/export", get(show).post(begin))
        .route("/desk/export/agree", post(agree))
        .route("/desk/export/refuse", post(refuse))
        .route("/desk/export/take", post(take_agreed))
}

#[derive(Template)]
#[template(path = "desk/export.html")]
struct ExportPage {
    desk: DeskFrame,
    /// What can be asked for; nothing for those who lead no queue.
    list: Option<Listed>,
    wishes: Vec<Row>,
    fresh: bool,
    here: String,
    said: Option<(&'static str, String)>,
}

struct Listed {
    fields: Vec<(&'static str, String)>,
    lead: String,
    alone: String,
}

struct Row {
    id: String,
    what: String,
    reason: String,
    mine: bool,
    agreed: bool,
}

/// What of the index somebody may take: the queues that they lead.
fn leader(web: &Web, staff: &Staff) -> Clerk {
    let mut clerk = clerk_of(web, staff);
    clerk.queues.retain(|queue| staff.rights().is(Role::Supervisor, queue));
    clerk
}

async fn show(
    State(web): State<Web>,
    staff: Staff,
    headers: HeaderMap,
    Asked(asked): Asked<Vec<(String, String)>>,
) -> Result<Response, Failure> {
    view(&web, (&staff, &headers), &List::read(&asked), (StatusCode::OK, None)).await
}

async fn view(
    web: &Web,
    (staff, headers): (&Staff, &HeaderMap),
    list: &List,
    (status, said): (StatusCode, Option<(&'static str, Text)>),
) -> Result<Response, Failure> {
    let desk = DeskFrame::new(web, (staff, headers), "/desk");
    let words = &desk.frame.words;
    let listed = match staff.rights().has(Role::Supervisor) {
        true => {
            let rows = count(web, &leader(web, staff), list).await?;
            let lead = words.say(&Text::new("deskweb-takeout-rows").with("rows", rows).with("most", MOST));
            let alone = words.say(&Text::new("deskweb-takeout-alone").with("rows", ALONE));
            Some(Listed { fields: list.pairs(), lead, alone })
        }
        false => None,
    };
    let wishes = waiting(&web.office).await?.into_iter().filter_map(|wish| {
        let mine = wish.by == *staff.id();
        let what = Text::new(if wish.wanted.names == Names::Full { "deskweb-takeout-wish-full" } else { "deskweb-takeout-wish" })
            .with("who", wish.by.0.clone())
            .with("rows", wish.wanted.rows)
            .with("at", Value::Time(wish.at));
        let open = mine || wish.agreed.is_none();
        open.then(|| Row { id: wish.id, what: words.say(&what), reason: wish.wanted.reason, mine, agreed: wish.agreed.is_some() })
    });
    let template = ExportPage {
        list: listed,
        wishes: wishes.collect(),
        fresh: staff.is_fresh(web),
        here: super::quoted(&list.address_at("/desk/export")),
        said: said.map(|(class, text)| (class, words.say(&text))),
        desk,
    };
    let mut answer = page(&template)?;
    *answer.status_mut() = status;
    answer.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    Ok(answer)
}

async fn count(web: &Web, clerk: &Clerk, list: &List) -> Result<usize, Failure> {
    let mut query = list.query(clerk.today);
    (query.page, query.size) = (1, 1);
    let (index, clerk) = (std::sync::Arc::clone(&web.index), clerk.clone());
    tokio::task::spawn_blocking(move || index.page(&clerk, &query).found).await.map_err(|_| Failure::Broken)
}

async fn begin(State(web): State<Web>, staff: Staff, headers: HeaderMap, form: Fields) -> Result<Response, Failure> {
    let list = List::of_form(|name| form.one(name).to_owned());
    let names = if form.is_ticked("names") { Names::Full } else { Names::Masked };
    let wanted = Wanted {
        list: list.pairs().into_iter().map(|(name, value)| (name.to_owned(), value)).collect(),
        rows: count(&web, &leader(&web, &staff), &list).await?,
        names,
        form: Form::read(form.one("form")).unwrap_or(Form::Csv),
        reason: form.one("reason").to_owned(),
    };
    match ask(&web.office, staff.id(), wanted.clone()).await {
        Ok(Outcome::Now) => file(&web, (&staff, &headers), &wanted).await,
        Ok(Outcome::Waits) => {
            view(&web, (&staff, &headers), &list, (StatusCode::OK, Some(("notice", Text::new("deskweb-takeout-waits"))))).await
        }
        Err(why) => refused(&web, (&staff, &headers), (&list, why)).await,
    }
}

async fn refused(web: &Web, staff: (&Staff, &HeaderMap), (list, why): (&List, NotTaken)) -> Result<Response, Failure> {
    let status = match &why {
        NotTaken::Trouble(why) => {
            tracing::error!(why, "a file of cases is not given");
            StatusCode::SERVICE_UNAVAILABLE
        }
        _ => StatusCode::UNPROCESSABLE_ENTITY,
    };
    view(web, staff, list, (status, Some(("problem", why.text())))).await
}

async fn agree(State(web): State<Web>, staff: Staff, headers: HeaderMap, form: Fields) -> Result<Response, Failure> {
    second(&web, (&staff, &headers), (form.one("id"), Verdict::Yes)).await
}

async fn refuse(State(web): State<Web>, staff: Staff, headers: HeaderMap, form: Fields) -> Result<Response, Failure> {
    second(&web, (&staff, &headers), (form.one("id"), Verdict::No)).await
}

async fn second(web: &Web, (staff, headers): (&Staff, &HeaderMap), (id, verdict): (&str, Verdict)) -> Result<Response, Failure> {
    match judge(&web.office, (id, staff.id()), verdict).await {
        Ok(()) => Ok(Redirect::to("/desk/export").into_response()),
        Err(why) => refused(web, (staff, headers), (&List::default(), why)).await,
    }
}

async fn take_agreed(State(web): State<Web>, staff: Staff, headers: HeaderMap, form: Fields) -> Result<Response, Failure> {
    match take(&web.office, (form.one("id"), staff.id())).await {
        Ok(wanted) => file(&web, (&staff, &headers), &wanted).await,
        Err(why) => refused(&web, (&staff, &headers), (&List::default(), why)).await,
    }
}

// --- The file -----------------------------------------------------------------------------------------------------------

async fn file(web: &Web, (staff, headers): (&Staff, &HeaderMap), wanted: &Wanted) -> Result<Response, Failure> {
    let words = staff.words(web, headers);
    let list = List::read(&wanted.list);
    let clerk = leader(web, staff);
    let mark = Text::new("deskweb-export-mark").with("who", format!("clerk:{}", staff.id().0)).with("at", Value::Time(web.office.now()));
    let mark = words.say(&mark);
    let mut rows = vec![COLUMNS.map(|name| words.t(name)).to_vec()];
    let mut query = list.query(clerk.today);
    (query.page, query.size) = (1, PIECE);
    // Never more than was agreed to.
    while rows.len() <= wanted.rows {
        let (index, looker, asked) = (std::sync::Arc::clone(&web.index), clerk.clone(), query.clone());
        let found = tokio::task::spawn_blocking(move || index.page(&looker, &asked)).await.map_err(|_| Failure::Broken)?;
        for line in found.lines.iter().take(wanted.rows + 1 - rows.len()) {
            rows.push(row(web, &words, (line, wanted.names)).await?);
        }
        if found.page >= found.pages || found.page != query.page {
            break;
        }
        query.page += 1;
    }
    let (content, kind) = match wanted.form {
        Form::Csv => (csv(&mark, &rows).into_bytes(), "text/csv; charset=utf-8"),
        Form::Xlsx => {
            let content = workbook(&mark, &rows).map_err(|error| {
                tracing::error!(%error, "a workbook could not be made");
                Failure::Broken
            })?;
            (content, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
        }
    };
    let name = format!("attachment; filename=\"cases.{}\"", wanted.form.name());
    let headers = [(header::CONTENT_TYPE, kind), (header::CACHE_CONTROL, "no-store"), (header::CONTENT_DISPOSITION, name.as_str())];
    Ok((headers, content).into_response())
}

async fn row(web: &Web, words: &Words, (line, names): (&Line, Names)) -> Result<Vec<String>, Failure> {
    let say = |text: Text| words.say(&text);
    let ticket = if line.erased { None } else { web.office.store.ticket(&line.receipt).await? };
    Ok(vec![
        line.receipt.to_string(),
        say(short(&line.service)),
        say(state_texts(&line.service, &line.state)),
        say(web.office.queue_name(&line.queue)),
        line.district.as_ref().map(|code| say(place_name(&web.office.places.load(), code))).unwrap_or_default(),
        office_day(line.submitted).to_string(),
        line.due.as_ref().map(|(_, due)| due.to_string()).unwrap_or_default(),
        line.clerk.as_ref().map(|clerk| clerk.0.clone()).unwrap_or_default(),
        ticket.as_ref().map(|ticket| title_of(&web.office, words, ticket)).unwrap_or_default(),
        ticket.as_ref().and_then(|ticket| party(ticket, names)).unwrap_or_default(),
    ])
}

/// The name of whom a ticket concerns; of a person only its first sign, unless the whole was agreed to. Of an anonymous report
/// there is none.
fn party(ticket: &Ticket, names: Names) -> Option<String> {
    let given = ticket.body.answers.iter().find(|given| given.text.ends_with("-name") && matches!(given.answer, Answer::Text(_)))?;
    let Answer::Text(name) = &given.answer else { return None };
    match names {
        _ if ticket.head.anonymous => None,
        Names::Full => Some(name.clone()),
        Names::Masked => name.chars().next().map(|first| format!("{first}••")),
    }
}

fn csv(mark: &str, rows: &[Vec<String>]) -> String {
    let mut text = String::from(BOM);
    let first = [mark.to_owned()];
    for cells in std::iter::once(first.as_slice()).chain(rows.iter().map(Vec::as_slice)) {
        let cells: Vec<String> = cells.iter().map(|cell| csv_cell(cell)).collect();
        text.push_str(&cells.join(","));
        text.push_str("\r\n");
    }
    text
}

/// A workbook whose cells are plain strings, which no spreadsheet takes for a formula. The mark stands above the table and at the
/// head of each printed page.
fn workbook(mark: &str, rows: &[Vec<String>]) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let bold = Format::new().set_bold();
    let sheet = book.add_worksheet();
    // In the head of a page an ampersand begins a code.
    sheet.set_header(format!("&C{}", mark.replace('&', "&&")));
    sheet.write_string_with_format(0, 0, mark, &bold)?;
    for (number, cells) in (1..).zip(rows) {
        for (column, cell) in (0..).zip(cells) {
            match number {
                1 => sheet.write_string_with_format(number, column, cell, &bold)?,
                _ => sheet.write_string(number, column, cell)?,
            };
        }
    }
    sheet.set_freeze_panes(2, 1)?;
    book.save_to_buffer()
}
