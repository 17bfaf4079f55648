//! Prepared replies: a list to choose from, what they still need, a preview in the clerk's language beside what the person will
//! get. What cannot be filled in does not go out.

use super::{Choice, Form, Looker, paper_choice};
use crate::desk::staff::Draft;
use crate::desk::staff::prepared::{Filled, fill, label};
use crate::dialog::flow::Submit;
use crate::locale::{Text, Value};
use crate::office::Office;
use crate::ticket::Ticket;
use crate::ticket::act::Act;
use crate::web::Web;
use crate::web::desk::{DeskFrame, quoted};
use crate::web::page::{Failure, Words, page};
use askama::Template;
use axum::Router;
use axum::extract::Query;
use axum::response::Response;
use axum::routing::{get, post};
use serde::Deserialize;

pub(super) fn routes() -> Router<Web> {
    Router::new().route("/desk/t/{receipt}/prepared", get(show).post(fill_in)).route("/desk/t/{receipt}/prepared/send", post(send))
}

/// A prepared reply in the list.
pub(super) struct Reply {
    pub(super) label: String,
    /// The whole reply in the person's language, when nothing is missing.
    pub(super) words: Option<String>,
    /// The same in the clerk's language.
    pub(super) own: String,
    pub(super) address: String,
}

/// Every prepared reply of the service.
pub(super) fn all(office: &Office, words: &Words, (ticket, rules): (&Ticket, &Submit)) -> Vec<Reply> {
    let theirs = Words::new(office, ticket.head.language.clone());
    let reply = |name: &String| {
        let draft = Draft { name: name.clone(), ..Draft::default() };
        let ready = match fill(office, ticket, rules, &draft) {
            Filled::Ready(text) => Some(text),
            Filled::WantsPaper | Filled::WantsReason | Filled::Missing(_) => None,
        };
        Reply {
            label: words.say(&label(ticket, name)),
            words: ready.as_ref().map(|text| theirs.say(text)),
            own: ready.as_ref().map(|text| words.say(text)).unwrap_or_default(),
            address: format!("{}/prepared?name={}", super::address(&ticket.head.receipt), quoted(name)),
        }
    };
    rules.replies.iter().map(reply).collect()
}

#[derive(Template)]
#[template(path = "desk/prepared.html")]
struct PreparedPage {
    desk: DeskFrame,
    receipt: String,
    replies: Vec<Reply>,
    chosen: Option<Chosen>,
}

/// The reply that is being filled in.
struct Chosen {
    name: String,
    label: String,
    seen: String,
    problem: Option<String>,
    papers: Vec<Choice>,
    paper: String,
    asks_paper: bool,
    asks_reason: bool,
    reason: String,
    preview: Option<Preview>,
}

struct Preview {
    language: String,
    code: String,
    theirs: String,
    own: Option<String>,
}

#[derive(Deserialize)]
struct Asked {
    #[serde(default)]
    name: String,
}

async fn show(looker: Looker, Query(asked): Query<Asked>) -> Result<Response, Failure> {
    let draft = (!asked.name.is_empty()).then(|| Draft { name: asked.name, ..Draft::default() });
    let seen = looker.ticket().await?.body.history.len();
    prepared_page(&looker, draft, seen.to_string()).await
}

async fn fill_in(form: Form) -> Result<Response, Failure> {
    let draft = form.draft();
    prepared_page(&form.looker, Some(draft), form.words("seen")).await
}

impl Form {
    fn draft(&self) -> Draft {
        Draft { name: self.words("name"), paper: self.some("paper"), reason: self.some("reason") }
    }
}

async fn prepared_page(looker: &Looker, draft: Option<Draft>, seen: String) -> Result<Response, Failure> {
    let desk = DeskFrame::new(&looker.web, (&looker.staff, &looker.headers), "/desk");
    let ticket = looker.ticket().await?;
    let rules = looker.rules(&ticket).ok_or(Failure::Missing)?;
    let words = &desk.frame.words;
    let chosen = match draft {
        Some(draft) if rules.replies.contains(&draft.name) => Some(chosen(looker, words, (&ticket, &rules), (draft, seen))),
        // What the service does not have is not chosen.
        Some(_) | None => None,
    };
    let replies = all(&looker.web.office, words, (&ticket, &rules));
    page(&PreparedPage { receipt: looker.receipt.to_string(), replies, chosen, desk })
}

fn chosen(looker: &Looker, words: &Words, (ticket, rules): (&Ticket, &Submit), (draft, seen): (Draft, String)) -> Chosen {
    let office = &looker.web.office;
    let filled = match &draft.paper {
        // A prepared reply says how to send a paper; one for the window is asked for by its own form, which says that.
        Some(paper) if !rules.papers.contains(paper) || rules.window_papers.contains(paper) => Filled::WantsPaper,
        _ => fill(office, ticket, rules, &draft),
    };
    let uses = |field: &str| crate::desk::staff::prepared::uses(office, ticket, &draft, field);
    let problem = match &filled {
        Filled::Missing(fields) => {
            let list: Vec<Value> = fields.iter().cloned().map(Value::from).collect();
            Some(words.say(&Text::new("deskweb-prepared-missing").with("list", list)))
        }
        Filled::Ready(_) | Filled::WantsPaper | Filled::WantsReason => None,
    };
    let theirs = Words::new(office, ticket.head.language.clone());
    let preview = match filled {
        Filled::Ready(text) => Some(Preview {
            language: words.t(&format!("language-{}", ticket.head.language.0)),
            code: theirs.code().to_owned(),
            theirs: theirs.say(&text),
            own: (theirs.code() != words.code()).then(|| words.say(&text)),
        }),
        Filled::WantsPaper | Filled::WantsReason | Filled::Missing(_) => None,
    };
    let papers = rules.papers.iter().filter(|paper| !rules.window_papers.contains(paper));
    Chosen {
        label: words.say(&label(ticket, &draft.name)),
        seen,
        problem,
        papers: papers.map(|paper| paper_choice(words, ticket, paper)).collect(),
        asks_paper: uses("paper"),
        asks_reason: uses("reason"),
        paper: draft.paper.unwrap_or_default(),
        reason: draft.reason.unwrap_or_default(),
        name: draft.name,
        preview,
    }
}

/// The reply that the clerk looked at goes out in the person's language.
async fn send(form: Form) -> Result<Response, Failure> {
    let draft = form.draft();
    let ticket = form.looker.ticket().await?;
    let rules = form.looker.rules(&ticket).ok_or(Failure::Missing)?;
    let known = rules.replies.contains(&draft.name) && draft.paper.as_ref().is_none_or(|paper| !rules.window_papers.contains(paper));
    let office = &form.looker.web.office;
    match fill(office, &ticket, &rules, &draft) {
        Filled::Ready(text) if known => {
            let words = Words::new(office, ticket.head.language.clone()).say(&text);
            form.act("reply", Act::Reply { words, files: Vec::new(), prepared: Some(draft.name) }).await
        }
        _ => prepared_page(&form.looker, Some(draft), form.words("seen")).await,
    }
}
