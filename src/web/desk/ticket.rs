//! One ticket at the desk: answers in the clerk's language beside the person's own words, what has happened, the clock with its
//! law, files, the forms of all acts. Acts are in [`act`], files that go with a reply in [`attach`], tickets of the same matter in
//! [`same`], handing over to an outside body in [`hand`], prepared replies in [`prepared`], files in [`file`].
//!
//! What must hold: personal answers, and numbers of persons in words, are hidden until somebody asks for them with a reason and
//! a fresh code, which is written down; what is shown then is on that one page and nowhere else.

mod act;
mod attach;
mod data;
mod file;
mod hand;
mod keep;
mod prepared;
mod same;
mod story;

use super::live::{address as stream, others};
use super::queue::{clerk_of, short, title_of};
use super::{DeskFrame, Fields, Staff};
use crate::clock::office_day;
use crate::desk::staff::menu::{DAYS, later};
use crate::desk::staff::{ends, next_states};
use crate::desk::{By, answer_label, answer_value};
use crate::dialog::answer::Answer;
use crate::dialog::flow::{Span, Submit};
use crate::dialog::machine::text_ids;
use crate::dialog::screen::{place_name, shown};
use crate::format::mask;
use crate::id::{Receipt, StateId};
use crate::intake::limit_text;
use crate::locale::{Text, Value};
use crate::ticket::act::{outcomes, state_texts};
use crate::ticket::due::next_limit;
use crate::ticket::{Given, Limit, Ticket, What};
use crate::web::Web;
use crate::web::page::{Failure, Words, page, wants_fragment};
use askama::Template;
use attach::Attached;
use axum::Router;
use axum::extract::{FromRequest, FromRequestParts, Path, Request};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::Response;
use axum::routing::get;
use file::Shown;
use keep::Keeping;
use prepared::Reply;
use same::Same;
use story::Entry;

pub(super) fn routes() -> Router<Web> {
    let acts = Router::new().merge(act::routes()).merge(attach::routes()).merge(same::routes()).merge(hand::routes());
    let acts = acts.merge(prepared::routes()).merge(keep::routes());
    Router::new().route("/desk/t/{receipt}", get(show)).merge(acts).merge(file::routes()).merge(data::routes())
}

/// Somebody of the staff who looks at a ticket.
struct Looker {
    web: Web,
    staff: Staff,
    headers: HeaderMap,
    receipt: Receipt,
}

impl FromRequestParts<Web> for Looker {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut axum::http::request::Parts, web: &Web) -> Result<Self, Failure> {
        let staff = Staff::from_request_parts(parts, web).await?;
        let Path(pairs) = Path::<Vec<(String, String)>>::from_request_parts(parts, web).await.map_err(|_| Failure::Missing)?;
        let receipt = pairs.iter().find(|(name, _)| name == "receipt").and_then(|(_, value)| Receipt::read(value).ok());
        Ok(Self { web: web.clone(), staff, headers: parts.headers.clone(), receipt: receipt.ok_or(Failure::Missing)? })
    }
}

impl Looker {
    async fn ticket(&self) -> Result<Ticket, Failure> {
        self.web.office.store.ticket(&self.receipt).await?.ok_or(Failure::Missing)
    }

    fn rules(&self, ticket: &Ticket) -> Option<Submit> {
        self.web.office.script.load().flows.get(&ticket.head.service).and_then(|flow| flow.submit.clone())
    }

    fn by(&self) -> By {
        self.staff.by()
    }
}

/// The same with a form that carries the right token.
struct Form {
    looker: Looker,
    fields: Fields,
}

impl FromRequest<Web> for Form {
    type Rejection = Failure;

    async fn from_request(request: Request, web: &Web) -> Result<Self, Failure> {
        let (mut parts, body) = request.into_parts();
        let looker = Looker::from_request_parts(&mut parts, web).await?;
        let fields = Fields::from_request(Request::from_parts(parts, body), web).await?;
        Ok(Self { looker, fields })
    }
}

// --- The page ---------------------------------------------------------------------------------------------------------

/// What else a page of a ticket shows than the ticket.
#[derive(Default)]
struct Extra {
    /// Why something was not done.
    problem: Option<String>,
    /// The clerk had seen so many happenings; what came since is shown on top.
    since: Option<usize>,
    /// What the clerk had written: the act, and its fields.
    kept: Option<(&'static str, Vec<(&'static str, String)>)>,
    /// Personal answers are shown.
    revealed: bool,
    /// Files that the clerk had sent with an act that was not done.
    attached: Option<(&'static str, Attached)>,
}

#[derive(Template)]
#[template(path = "desk/ticket.html")]
struct TicketPage {
    desk: DeskFrame,
    view: Sight,
}

#[derive(Template)]
#[template(path = "desk/ticket-parts.html")]
struct TicketParts {
    desk: DeskFrame,
    view: Sight,
}

/// A ticket as a page shows it.
struct Sight {
    receipt: String,
    revision: u64,
    seen: usize,
    events: String,
    presence: String,
    title: String,
    state: String,
    marks: Vec<(&'static str, String)>,
    facts: Vec<(String, String)>,
    problem: Option<String>,
    between: Vec<Entry>,
    kept: Option<(&'static str, Vec<(&'static str, String)>)>,
    answers: Vec<Row>,
    hides: bool,
    revealed: bool,
    fresh: bool,
    story: Vec<Entry>,
    files: Vec<Shown>,
    clock: Clock,
    links: Vec<Link>,
    may: May,
    keep: Keeping,
    language: String,
    goes_out: String,
    papers: Vec<Choice>,
    states: Vec<Choice>,
    outcomes: Vec<Choice>,
    queues: Vec<Choice>,
    days: Vec<Choice>,
    limits: Vec<Choice>,
    replies: Vec<Reply>,
    reply_files: Attached,
    note_files: Attached,
    attach_hint: String,
    same: Vec<Same>,
}

/// What the clerk can do now.
struct May {
    act: bool,
    open: bool,
    take: bool,
    release: bool,
    read: bool,
    called: bool,
    extend: bool,
}

struct Choice {
    value: String,
    label: String,
}

struct Row {
    label: String,
    value: String,
    own: String,
    own_language: String,
    corrected: Option<String>,
    hidden: bool,
}

struct Clock {
    class: &'static str,
    day: String,
    lines: Vec<ClockLine>,
}

struct ClockLine {
    what: String,
    by: String,
    law: String,
    met: bool,
}

struct Link {
    receipt: String,
    service: String,
    state: String,
    why: Vec<String>,
    /// The clerk works on it too, and it is not linked yet.
    may_link: bool,
}

impl Sight {
    /// What the clerk had written in a field of an act.
    fn kept(&self, act: &str, field: &str) -> &str {
        let kept = self.kept.as_ref().filter(|(name, _)| *name == act);
        kept.and_then(|(_, fields)| fields.iter().find(|(name, _)| *name == field)).map_or("", |(_, value)| value)
    }

    /// Whether the form of an act stands open, because its words were kept.
    fn is_kept(&self, act: &str) -> bool {
        self.kept.as_ref().is_some_and(|(name, _)| *name == act)
    }
}

async fn show(looker: Looker) -> Result<Response, Failure> {
    view(&looker, (StatusCode::OK, Extra::default())).await
}

/// The page of a ticket, or the parts that change.
async fn view(looker: &Looker, (status, extra): (StatusCode, Extra)) -> Result<Response, Failure> {
    let desk = DeskFrame::new(&looker.web, (&looker.staff, &looker.headers), "/desk");
    let view = sight(looker, &desk.frame.words, extra).await?;
    let mut answer = match wants_fragment(&looker.headers) && status == StatusCode::OK {
        true => page(&TicketParts { desk, view })?,
        false => page(&TicketPage { desk, view })?,
    };
    *answer.status_mut() = status;
    answer.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    Ok(answer)
}

async fn sight(looker: &Looker, words: &Words, extra: Extra) -> Result<Sight, Failure> {
    let Looker { web, staff, receipt, .. } = looker;
    let office = &web.office;
    // Before the ticket is read, so that what happens meanwhile is told to the page.
    let from = office.feed.cursor();
    let ticket = looker.ticket().await?;
    let head = &ticket.head;
    let rules = looker.rules(&ticket);
    let say = |text: Text| words.say(&text);
    let keep = Keeping::of(looker, words, &ticket);
    // Whoever knows a party looks on like an auditor.
    let serves = staff.rights().serves(&head.queue) && !keep.conflicted;
    let open = head.closed.is_none();
    let revealed = extra.revealed;
    let files = file::shown_all(looker, words, (&ticket, revealed)).await?;
    let story = |since: usize| -> Vec<Entry> {
        let later = ticket.body.history.iter().enumerate().skip(since);
        later.map(|(n, happening)| story::entry(web, words, (&ticket, revealed), (n, happening))).collect()
    };
    let between = match extra.since {
        // The same lines stand in the story below: another place needs another name.
        Some(since) => {
            let news = story(since).into_iter().filter(|entry| !entry.is_look);
            news.map(|entry| Entry { id: format!("new-{}", entry.id), ..entry }).collect()
        }
        None => Vec::new(),
    };
    let clerk = clerk_of(web, staff);
    let (reply_files, note_files) = attach::fields(web, extra.attached);
    let same = same::all(looker, words, &ticket).await?;
    let may = May {
        act: serves,
        open,
        take: open && head.clerk.as_ref() != Some(staff.id()),
        release: open && head.clerk.is_some(),
        read: head.unread && open,
        called: head.call_back,
        extend: open && next_limit(head).is_some(),
    };
    let replies = match (&rules, serves) {
        (Some(rules), true) => prepared::all(office, words, (&ticket, rules)),
        _ => Vec::new(),
    };
    let language = say(Text::new(format!("language-{}", head.language.0)));
    let reachable = office.store.link(receipt).await?.is_some();
    let goes_out = Text::new(if reachable { "deskweb-reply-goes" } else { "deskweb-reply-by-code" }).with("language", language);
    let service = say(Text::new(head.service.as_str()));
    let about = title_of(office, words, &ticket);
    Ok(Sight {
        receipt: receipt.to_string(),
        revision: head.revision,
        seen: ticket.body.history.len(),
        events: stream(from, Some(receipt)),
        presence: others(web, (staff, words), receipt),
        title: if about.is_empty() { service } else { say(Text::new("deskweb-title").with("service", service).with("about", about)) },
        state: say(state_texts(&head.service, &head.state)),
        marks: marks(words, &ticket),
        facts: facts(web, words, &ticket),
        problem: extra.problem,
        between,
        kept: extra.kept,
        answers: answers(web, words, (&ticket, revealed)),
        hides: hides(&ticket),
        revealed,
        fresh: staff.is_fresh(web),
        story: story(0),
        files,
        clock: clock(words, (&ticket, rules.as_ref()), office_day(office.now())),
        links: links(looker, words, (&clerk, &ticket)),
        language: head.language.0.clone(),
        goes_out: say(goes_out),
        papers: rules.iter().flat_map(|rules| &rules.papers).map(|paper| paper_choice(words, &ticket, paper)).collect(),
        states: rules.as_ref().map(|rules| states(words, &ticket, rules)).unwrap_or_default(),
        outcomes: rules.iter().flat_map(outcomes).map(|state| state_choice(words, &ticket, &state)).collect(),
        queues: queues(web, words, &ticket),
        days: days(web, words, &ticket),
        limits: running(&ticket).map(|limit| limit_choice(words, &ticket, limit)).collect(),
        may,
        keep,
        replies,
        reply_files,
        note_files,
        attach_hint: attach::hint(web, words, receipt).await?,
        same,
    })
}

fn marks(words: &Words, ticket: &Ticket) -> Vec<(&'static str, String)> {
    let head = &ticket.head;
    let marks = [
        (head.urgent, "urgent", "deskweb-mark-urgent"),
        (head.hurried, "soon", "deskweb-mark-hurried"),
        (head.call_back, "late", "deskweb-mark-call-back"),
        (head.unread && head.closed.is_none(), "", "deskweb-mark-unread"),
        (head.course.held, "soon", "deskweb-mark-held"),
        (head.course.waiting, "", "deskweb-mark-waiting"),
        (true, "", if head.anonymous { "card-anonymous" } else { "card-named" }),
    ];
    marks.into_iter().filter(|(is, _, _)| *is).map(|(_, class, name)| (class, words.t(name))).collect()
}

/// Queue, clerk, place, language, time.
fn facts(web: &Web, words: &Words, ticket: &Ticket) -> Vec<(String, String)> {
    let head = &ticket.head;
    let clerk = head.clerk.as_ref().map_or_else(|| words.t("card-nobody"), |clerk| clerk.0.clone());
    let place = head.district.as_ref().map(|code| ("deskweb-column-place", words.say(&place_name(&web.office.places.load(), code))));
    let facts = [
        Some(("deskweb-filter-queue", words.say(&web.office.queue_name(&head.queue)))),
        Some(("deskweb-column-clerk", clerk)),
        place,
        Some(("deskweb-filter-language", words.t(&format!("language-{}", head.language.0)))),
        Some(("deskweb-submitted", words.say(&Text::new("deskweb-time").with("at", Value::Time(head.submitted))))),
    ];
    facts.into_iter().flatten().map(|(label, value)| (words.t(label), value)).collect()
}

// --- Answers ----------------------------------------------------------------------------------------------------------

fn answers(web: &Web, words: &Words, (ticket, revealed): (&Ticket, bool)) -> Vec<Row> {
    let theirs = Words::new(&web.office, ticket.head.language.clone());
    let given = ticket.body.answers.iter().filter(|given| given.answer.is_given());
    given.map(|given| answer(web, (words, &theirs), (ticket, revealed), given)).collect()
}

fn answer(web: &Web, (words, theirs): (&Words, &Words), (ticket, revealed): (&Ticket, bool), given: &Given) -> Row {
    let label = words.say(&answer_label(ticket, given));
    let own_language = theirs.code().to_owned();
    if given.personal && !revealed {
        return Row { label, value: String::new(), own: String::new(), own_language, corrected: None, hidden: true };
    }
    let plain = |text: &str| if revealed { text.to_owned() } else { mask(text) };
    let (value, own) = match as_written(&given.answer) {
        Some(written) if words.code() == theirs.code() => (plain(&written), String::new()),
        Some(written) => (words.t("deskweb-as-written"), plain(&written)),
        None => {
            let value = match revealed {
                true => shown(&text_ids(Some(&ticket.head.service), &given.step, &given.text), &given.answer, &web.office.places.load()),
                false => answer_value(&web.office, ticket, given),
            };
            let text = Text::new("deskweb-words").with("words", value);
            let own = if words.code() == theirs.code() { String::new() } else { theirs.say(&text) };
            let value = words.say(&text);
            // What is the same in both languages, a number say, is said once.
            let own = if own == value { String::new() } else { own };
            (value, own)
        }
    };
    let corrections = ticket.body.history.iter().rev();
    let corrected = corrections.filter_map(|happening| match &happening.what {
        What::Corrected { step: Some(step), words } if *step == given.step => Some(plain(words)),
        What::Amended { step, words, .. } if *step == given.step => Some(plain(words)),
        _ => None,
    });
    Row { label, value, own, own_language, corrected: corrected.take(1).next(), hidden: false }
}

/// Words of the person, whole, when the answer is nothing but words.
fn as_written(answer: &Answer) -> Option<String> {
    match answer {
        Answer::Text(words) => Some(words.clone()),
        Answer::Links(links) => Some(links.join("\n")),
        _ => None,
    }
}

/// Whether something is hidden that can be shown.
fn hides(ticket: &Ticket) -> bool {
    let personal = ticket.body.answers.iter().any(|given| given.personal && given.answer.is_given());
    let masked = |words: &str| mask(words) != *words;
    let told = ticket.body.history.iter().any(|happening| story::said(&happening.what).is_some_and(masked));
    personal || told || ticket.body.answers.iter().filter_map(|given| as_written(&given.answer)).any(|words| masked(&words))
}

// --- Clock and links --------------------------------------------------------------------------------------------------

fn running(ticket: &Ticket) -> impl Iterator<Item = &Limit> {
    let open = ticket.head.closed.is_none();
    ticket.head.limits.iter().filter(move |limit| open && limit.met.is_none())
}

fn clock(words: &Words, (ticket, rules): (&Ticket, Option<&Submit>), today: chrono::NaiveDate) -> Clock {
    let say = |text: Text| words.say(&text);
    let (class, day) = match next_limit(&ticket.head) {
        _ if ticket.head.closed.is_some() => ("", Text::new("deskweb-clock-closed")),
        None => ("", Text::new("deskweb-clock-none")),
        Some(limit) if limit.due < today => ("late", Text::new("deskweb-clock-late").with("day", limit.due)),
        Some(limit) if limit.due == today => ("soon", Text::new("deskweb-clock-today")),
        Some(limit) => ("fine", Text::new("deskweb-clock-until").with("day", limit.due)),
    };
    let mut limits: Vec<&Limit> = ticket.head.limits.iter().collect();
    limits.sort_by_key(|limit| (limit.met.is_some(), limit.due));
    let line = |limit: &Limit| {
        let rule = rules.and_then(|rules| rules.deadlines.iter().find(|rule| rule.name == limit.name));
        let law = rule.map(|rule| {
            let (name, count) = match rule.within {
                Span::WorkingDays(n) => ("deskweb-within-working-days", n),
                Span::Days(n) => ("deskweb-within-days", n),
                Span::Months(n) => ("deskweb-within-months", n),
            };
            let within = Text::new(name).with("n", i64::from(count));
            let source = match rule.is_law() {
                true => Text::new(format!("{}-deadline-{}.law", ticket.head.service, rule.name)),
                false => Text::new("deskweb-clock-promise"),
            };
            say(Text::new("deskweb-clock-law").with("within", within).with("source", source))
        });
        let by = match limit.met {
            Some(met) => Text::new("deskweb-clock-met").with("day", limit.due).with("met", office_day(met)),
            None => Text::new("deskweb-clock-by").with("day", limit.due),
        };
        let guessed = limit.guessed.first().map(|year| say(Text::new("receipt-guessed").with("year", year.to_string())));
        let law: Vec<String> = law.into_iter().chain(guessed).collect();
        ClockLine { what: say(limit_text(ticket, &limit.name)), by: say(by), law: law.join(" "), met: limit.met.is_some() }
    };
    Clock { class, day: say(day), lines: limits.into_iter().map(line).collect() }
}

/// Other tickets of the same party or number.
fn links(looker: &Looker, words: &Words, (clerk, ticket): (&crate::desk::index::Clerk, &Ticket)) -> Vec<Link> {
    let Looker { web, staff, receipt, .. } = looker;
    let acts = staff.rights().serves(&ticket.head.queue);
    let is_new = |other: &crate::desk::index::Earlier| !ticket.body.same.contains(&other.line.receipt);
    let earlier = web.index.earlier(clerk, receipt).into_iter().filter(is_new);
    let links = earlier.map(|other| {
        let why = [(other.party, "deskweb-same-party"), (other.number, "deskweb-same-number")];
        Link {
            receipt: other.line.receipt.to_string(),
            service: words.say(&short(&other.line.service)),
            state: words.say(&state_texts(&other.line.service, &other.line.state)),
            why: why.into_iter().filter(|(is, _)| *is).map(|(_, name)| words.t(name)).collect(),
            may_link: acts && staff.rights().serves(&other.line.queue),
        }
    });
    links.collect()
}

// --- What can be chosen -----------------------------------------------------------------------------------------------

fn state_choice(words: &Words, ticket: &Ticket, state: &StateId) -> Choice {
    Choice { value: state.to_string(), label: words.say(&state_texts(&ticket.head.service, state)) }
}

fn paper_choice(words: &Words, ticket: &Ticket, paper: &str) -> Choice {
    Choice { value: paper.to_owned(), label: words.say(&crate::intake::paper_text(ticket, paper)) }
}

fn limit_choice(words: &Words, ticket: &Ticket, limit: &Limit) -> Choice {
    Choice { value: limit.name.clone(), label: words.say(&limit_text(ticket, &limit.name)) }
}

fn states(words: &Words, ticket: &Ticket, rules: &Submit) -> Vec<Choice> {
    let choice = |state: StateId| {
        let choice = state_choice(words, ticket, &state);
        match ends(rules, &state) {
            true => Choice { label: words.say(&Text::new("deskweb-state-ends").with("state", choice.label)), ..choice },
            false => choice,
        }
    };
    next_states(rules, ticket).into_iter().map(choice).collect()
}

fn queues(web: &Web, words: &Words, ticket: &Ticket) -> Vec<Choice> {
    let others = web.office.queues().into_iter().filter(|queue| queue.id != ticket.head.queue);
    others.map(|queue| Choice { value: queue.id.to_string(), label: words.say(&web.office.queue_name(&queue.id)) }).collect()
}

fn days(web: &Web, words: &Words, ticket: &Ticket) -> Vec<Choice> {
    let choice = |days: u32| {
        let day = later(&web.office, ticket, days)?;
        let label = Text::new("desk-choice-days").with("days", i64::from(days)).with("day", day);
        Some(Choice { value: days.to_string(), label: words.say(&label) })
    };
    DAYS.into_iter().filter_map(choice).collect()
}

/// The address of a ticket.
fn address(receipt: &Receipt) -> String {
    format!("/desk/t/{receipt}")
}
