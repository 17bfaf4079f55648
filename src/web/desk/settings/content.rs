//! How dialogs and texts of the office's own folder stand: taken, or refused with file, line and arrow. For administrators, here
//! and as a line on top of every page of the desk.

use super::{SetFrame, time};
use crate::content::{Unfit, Watched};
use crate::locale::Text;
use crate::web::Web;
use crate::web::desk::Staff;
use crate::web::page::{Failure, page};
use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use axum::routing::get;

pub(super) fn routes() -> Router<Web> {
    Router::new().route("/desk/settings/content", get(show))
}

/// Complaints that are listed; all of them are drawn below.
const LISTED: usize = 50;

#[derive(Template)]
#[template(path = "desk/settings-content.html")]
struct ContentPage {
    desk: SetFrame,
    good: Option<String>,
    trouble: Option<Refused>,
    folder: String,
    dialogs: usize,
    languages: String,
}

/// Files that were not taken.
struct Refused {
    title: String,
    /// File and line, and what is wrong there.
    places: Vec<(String, String)>,
    drawn: String,
}

async fn show(State(web): State<Web>, staff: Staff, headers: HeaderMap) -> Result<Response, Failure> {
    let set = SetFrame::new(&web, (&staff, &headers), "content");
    let words = set.words();
    let watched = web.office.watched.load_full();
    let read = time(words, watched.read);
    let trouble = watched.trouble.as_ref().map(|trouble| {
        let title = Text::new("deskweb-content-refused").with("at", time(words, trouble.at)).with("read", read.clone());
        let (places, drawn) = match &trouble.unfit {
            Unfit::Complaints { complaints, drawn } => {
                let place = |one: &crate::complaint::Complaint| (format!("{}:{}", one.file, one.line), one.kind.to_string());
                (complaints.iter().take(LISTED).map(place).collect(), drawn.clone())
            }
            other => (Vec::new(), other.to_string()),
        };
        Refused { title: words.say(&title), places, drawn }
    });
    let good = trouble.is_none().then(|| {
        let text = if watched.own { "deskweb-content-good" } else { "deskweb-content-built-in" };
        words.say(&Text::new(text).with("at", read))
    });
    let folder = std::path::absolute(&web.office.config.server.content).unwrap_or_else(|_| web.office.config.server.content.clone());
    let script = web.office.script.load();
    let languages = script.texts.languages().map(|language| language.0.clone()).collect::<Vec<_>>().join(", ");
    let dialogs = script.flows.iter().count();
    page(&ContentPage { good, trouble, folder: folder.display().to_string(), dialogs, languages, desk: set })
}

/// The first file that was not taken, for the line on top of the desk: `dialogs/a.yaml:3`.
pub(in crate::web::desk) fn first_place(watched: &Watched) -> Option<String> {
    let trouble = watched.trouble.as_ref()?;
    Some(match &trouble.unfit {
        Unfit::Complaints { complaints, .. } => complaints.first().map_or_else(String::new, |one| format!("{}:{}", one.file, one.line)),
        Unfit::Unreadable(error) => error.to_string(),
        Unfit::Damaged(why) => why.clone(),
    })
}
