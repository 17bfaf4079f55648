//! Files of a ticket: a list with previews, and the originals as downloads. A file that is a personal answer opens only with the
//! word that the page carries on which it was shown, for ten minutes and for that log-in.

use super::Looker;
use crate::dialog::answer::Answer;
use crate::id::EvidenceId;
use crate::locale::Text;
use crate::seal::text::to_hex;
use crate::store::{Evidence, FileStatus, Owner};
use crate::ticket::{Ticket, What};
use crate::vault::{Kind, Shown as Look};
use crate::web::Web;
use crate::web::desk::Staff;
use crate::web::file::{NotShown, download, preview};
use crate::web::page::{Failure, Words};
use axum::Router;
use axum::extract::{Path, Query};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use serde::Deserialize;
use subtle::ConstantTimeEq;

/// Seconds in which a file that was hidden can be opened.
const OPEN: i64 = 600;

pub(super) fn routes() -> Router<Web> {
    Router::new().route("/desk/t/{receipt}/file/{file}", get(original)).route("/desk/t/{receipt}/file/{file}/preview", get(picture))
}

/// A file in the list of a page.
pub(super) struct Shown {
    pub(super) name: String,
    pub(super) kind: String,
    pub(super) what: String,
    pub(super) address: Option<String>,
    pub(super) preview: Option<String>,
}

/// Every file of a ticket, those of clerks too, in the order they came, with whether it is hidden.
fn every(ticket: &Ticket) -> Vec<(EvidenceId, bool)> {
    let answered = ticket.body.answers.iter().flat_map(|given| match &given.answer {
        Answer::Files(files) => files.iter().map(|file| (*file, given.personal)).collect(),
        _ => Vec::new(),
    });
    let later = ticket.body.history.iter().flat_map(|happening| match &happening.what {
        What::Added { files, .. } | What::Replied { files, .. } | What::Noted { files, .. } => files.clone(),
        _ => Vec::new(),
    });
    answered.chain(later.map(|file| (file, false))).collect()
}

/// The files of a ticket for its page.
pub(super) async fn shown_all(looker: &Looker, words: &Words, (ticket, revealed): (&Ticket, bool)) -> Result<Vec<Shown>, Failure> {
    let mut shown = Vec::new();
    for (n, (id, hidden)) in every(ticket).into_iter().enumerate() {
        let name = words.say(&Text::new("deskweb-file").with("n", n + 1));
        let record = looker.web.office.store.evidence(id).await?;
        shown.push(match record {
            Some(record) => one(looker, words, (name, &record), (hidden, revealed)),
            None => Shown { name, kind: String::new(), what: words.t("deskweb-file-gone"), address: None, preview: None },
        });
    }
    Ok(shown)
}

fn one(looker: &Looker, words: &Words, (name, record): (String, &Evidence), (hidden, revealed): (bool, bool)) -> Shown {
    let say = |text: Text| words.say(&text);
    match &record.status {
        FileStatus::Waiting => Shown { name, kind: String::new(), what: words.t("deskweb-file-waiting"), address: None, preview: None },
        FileStatus::Refused { why } => {
            let what = say(Text::new(format!("file-why-{why}")).or("file-why-other"));
            Shown { name, kind: String::new(), what, address: None, preview: None }
        }
        FileStatus::Kept { bytes, found, claimed, .. } => {
            let kilobytes = i64::try_from(bytes.div_ceil(1000)).unwrap_or(i64::MAX);
            let text = Text::new(if claimed.is_some() { "deskweb-file-lies" } else { "deskweb-file-kept" });
            let text = text.with("kind", found.clone()).with("kilobytes", kilobytes);
            let what = say(claimed.iter().fold(text, |text, claimed| text.with("claimed", claimed.clone())));
            let kind = found.to_uppercase();
            if hidden && !revealed {
                return Shown { name, kind, what: words.t("deskweb-file-hidden"), address: None, preview: None };
            }
            let word = if hidden { format!("?word={}", word(looker, record.id)) } else { String::new() };
            let address = format!("{}/file/{}", super::address(&looker.receipt), record.id.0);
            let is_picture = Kind::ALL.iter().any(|kind| kind.name() == found && kind.shown() == Look::Picture);
            let preview = is_picture.then(|| format!("{address}/preview{word}"));
            Shown { name, kind, what, address: Some(format!("{address}{word}")), preview }
        }
    }
}

/// The word with which somebody opens a hidden file: until when, and a tag.
fn word(looker: &Looker, file: EvidenceId) -> String {
    let until = looker.web.office.now().timestamp() + OPEN;
    format!("{until}-{}", tag(looker, (file, until)))
}

fn tag(looker: &Looker, (file, until): (EvidenceId, i64)) -> String {
    let Looker { web, staff, receipt, .. } = looker;
    let about = format!("{receipt} {} {until}", file.0);
    to_hex(&web.office.key.tag("hidden file", &[log_in(staff).as_bytes(), about.as_bytes()])[..16])
}

fn log_in(staff: &Staff) -> &str {
    &staff.resumed().id
}

fn opens(looker: &Looker, file: EvidenceId, word: &str) -> bool {
    let Some((until, tagged)) = word.split_once('-') else { return false };
    let Ok(until) = until.parse::<i64>() else { return false };
    until >= looker.web.office.now().timestamp() && tag(looker, (file, until)).as_bytes().ct_eq(tagged.as_bytes()).into()
}

#[derive(Deserialize)]
struct Asked {
    #[serde(default)]
    word: String,
}

/// The record of a file of the ticket that whoever asks may open.
async fn record(looker: &Looker, pairs: &[(String, String)], word: &str) -> Result<Evidence, Failure> {
    let wanted = pairs.iter().find(|(name, _)| name == "file").and_then(|(_, value)| value.parse().ok()).map(EvidenceId);
    let wanted = wanted.ok_or(Failure::Missing)?;
    let ticket = looker.ticket().await?;
    let (id, hidden) = every(&ticket).into_iter().find(|(id, _)| *id == wanted).ok_or(Failure::Missing)?;
    if hidden && !opens(looker, id, word) {
        return Err(Failure::Missing);
    }
    let record = looker.web.office.store.evidence(id).await?.ok_or(Failure::Missing)?;
    if record.owner == Owner::Ticket(looker.receipt.clone()) { Ok(record) } else { Err(Failure::Missing) }
}

async fn original(looker: Looker, Path(pairs): Path<Vec<(String, String)>>, Query(asked): Query<Asked>) -> Result<Response, Failure> {
    let record = record(&looker, &pairs, &asked.word).await?;
    Ok(download(&looker.web.office, &record).await.unwrap_or_else(instead))
}

async fn picture(looker: Looker, Path(pairs): Path<Vec<(String, String)>>, Query(asked): Query<Asked>) -> Result<Response, Failure> {
    let record = record(&looker, &pairs, &asked.word).await?;
    Ok(preview(&looker.web.office, &record).await.unwrap_or_else(instead))
}

/// The answer for a file of the ticket that cannot be opened now.
fn instead(why: NotShown) -> Response {
    match why {
        NotShown::NotHere => StatusCode::GONE.into_response(),
        NotShown::NoPreview => StatusCode::UNSUPPORTED_MEDIA_TYPE.into_response(),
        NotShown::Damaged => Failure::Broken.into_response(),
        NotShown::Unavailable(why) => {
            tracing::error!(why, "a file could not be read");
            Failure::Store.into_response()
        }
    }
}
