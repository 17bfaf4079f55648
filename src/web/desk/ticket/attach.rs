//! A reply or a note with files. The form is read field by field and its files go piece by piece into the spool; what they are is
//! known before anything is sent. When the act is not done, the files stay with the clerk for the next try, by the mark that the
//! form carries (`album`), and each can be left out.

use super::{Extra, Form, Looker, view};
use crate::desk::file::{MOST, Unfit, Upload, kept, largest, sender, taken};
use crate::desk::{Stopped, unseen};
use crate::id::EvidenceId;
use crate::locale::Text;
use crate::seal::text::to_hex;
use crate::spool::UploadId;
use crate::store::Evidence;
use crate::ticket::act::Act;
use crate::vault::display_name;
use crate::web::Web;
use crate::web::desk::{Fields, Pairs};
use crate::web::page::{Failure, Words};
use crate::web::upload::{Reading, abandon_for, incoming, why};
use axum::Router;
use axum::extract::{DefaultBodyLimit, FromRequest, FromRequestParts, Multipart, Request};
use axum::http::{StatusCode, header};
use axum::response::Response;
use axum::routing::post;

/// Most fields of a form besides its files.
const FIELDS: usize = 64;

pub(super) fn routes() -> Router<Web> {
    // Files are measured as they come.
    Router::new()
        .route("/desk/t/{receipt}/reply", post(reply).layer(DefaultBodyLimit::disable()))
        .route("/desk/t/{receipt}/note", post(note).layer(DefaultBodyLimit::disable()))
}

/// Files that stand ready in a form.
#[derive(Default)]
pub(super) struct Attached {
    /// The mark that they have in common.
    pub(super) album: String,
    pub(super) files: Vec<Ready>,
}

/// A file that waits to be sent.
pub(super) struct Ready {
    pub(super) id: String,
    pub(super) name: String,
}

/// The files of the two forms: what an act left behind, and a new mark for everything else.
pub(super) fn fields(web: &Web, left: Option<(&'static str, Attached)>) -> (Attached, Attached) {
    let fresh = || Attached { album: fresh_album(web), files: Vec::new() };
    match left {
        Some(("reply", attached)) => (attached, fresh()),
        Some((_, attached)) => (fresh(), attached),
        None => (fresh(), fresh()),
    }
}

fn fresh_album(web: &Web) -> String {
    let mut random = [0; 12];
    web.office.chance.fill(&mut random);
    to_hex(&random)
}

/// How many files, how large, and of which kinds.
pub(super) async fn hint(web: &Web, words: &Words, receipt: &crate::id::Receipt) -> Result<String, Failure> {
    let most = largest(&web.office, receipt).await?;
    Ok(words.say(&Text::new("deskweb-attach-hint").with("most", MOST).with("megabytes", megabytes(most))))
}

fn megabytes(bytes: u64) -> i64 {
    i64::try_from(bytes / 1_000_000).unwrap_or(i64::MAX)
}

async fn reply(sending: Sending) -> Result<Response, Failure> {
    let words = sending.form.words("text");
    sending.send("reply", |files| Act::Reply { words: words.clone(), files, prepared: None }).await
}

/// A note is for colleagues: nothing that happened meanwhile makes it wrong.
async fn note(sending: Sending) -> Result<Response, Failure> {
    let words = sending.form.words("text");
    sending.send("note", |files| Act::Note { words: words.clone(), files }).await
}

/// A form with the right token, and its files in the spool.
struct Sending {
    form: Form,
    album: String,
    /// Why files did not come in.
    problems: Vec<Text>,
}

impl FromRequest<Web> for Sending {
    type Rejection = Failure;

    async fn from_request(request: Request, web: &Web) -> Result<Self, Failure> {
        let kind = request.headers().get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
        if !kind.starts_with("multipart/form-data") {
            let form = Form::from_request(request, web).await?;
            return Ok(Self { form, album: fresh_album(web), problems: Vec::new() });
        }
        let (mut parts, body) = request.into_parts();
        let looker = Looker::from_request_parts(&mut parts, web).await?;
        let multipart = Multipart::from_request(Request::from_parts(parts, body), web).await.map_err(|_| Failure::Bad)?;
        read(looker, multipart).await
    }
}

/// Reads the form; nothing of it is taken before its token was right.
async fn read(looker: Looker, mut multipart: Multipart) -> Result<Sending, Failure> {
    let web = looker.web.clone();
    let person = sender(&web.office, looker.staff.id());
    let mut reading: Option<Reading> = None;
    let mut first = Reading::new(&web);
    let (mut pairs, mut problems, mut album) = (Vec::new(), Vec::new(), None);
    let mut trusted = false;
    loop {
        let current = reading.as_mut().unwrap_or(&mut first);
        let Some(field) = current.next(&mut multipart).await? else { break };
        match field.name().map(str::to_owned).as_deref() {
            Some("token") => {
                if !looker.staff.is_token(&web, &current.text(field).await?) {
                    return Err(Failure::Foreign);
                }
                trusted = true;
            }
            Some("file") if trusted => {
                let name = field.file_name().unwrap_or_default().to_owned();
                // A form without a chosen file has an empty one.
                if name.is_empty() {
                    continue;
                }
                if let Err(error) = current.file(person, field).await? {
                    problems.push(not_taken(&name, why(&error)));
                }
            }
            Some("file") => return Err(Failure::Foreign),
            Some("album") => {
                let said = current.text(field).await?;
                let mark = Some(said).filter(|mark| mark.len() == 24 && mark.bytes().all(|byte| byte.is_ascii_hexdigit()));
                let mark = mark.unwrap_or_else(|| fresh_album(&web));
                reading = Some(Reading::of(&web, mark.clone()));
                album = Some(mark);
            }
            Some(name) if pairs.len() < FIELDS => pairs.push((name.to_owned(), current.text(field).await?)),
            Some(_) => return Err(Failure::Bad),
            None => {}
        }
    }
    if !trusted {
        return Err(Failure::Foreign);
    }
    drop(reading);
    let form = Form { looker, fields: Fields(Pairs(pairs)) };
    Ok(Sending { form, album: album.unwrap_or_else(|| fresh_album(&web)), problems })
}

fn not_taken(name: &str, why: Text) -> Text {
    Text::new("deskweb-attach-not-taken").with("name", display_name(name)).with("why", why)
}

impl Sending {
    /// Does the act with its files, or nothing at all.
    async fn send(self, name: &'static str, act: impl Fn(Vec<EvidenceId>) -> Act) -> Result<Response, Failure> {
        self.leave_out().await;
        // Whoever has not seen everything is told before anything is kept.
        let ticket = self.form.looker.ticket().await?;
        if unseen(&ticket, self.form.seen(&act(Vec::new()))).next().is_some() {
            let why = self.form.why(name, Stopped::Overtaken).await?;
            return self.again(name, why).await;
        }
        let uploads = self.uploads().await?;
        let (files, uploads) = match self.checked(uploads).await? {
            Ok(checked) => checked,
            Err(problem) => return self.again(name, (StatusCode::UNPROCESSABLE_ENTITY, self.refusal(name, &problem))).await,
        };
        let wish = act(files.iter().map(|file| file.id).collect());
        match self.form.perform_with(wish, files).await {
            Ok(_) => {
                taken(&self.form.looker.web.office, &uploads).await;
                self.form.done().await
            }
            Err(stopped) => {
                let why = self.form.why(name, stopped).await?;
                self.again(name, why).await
            }
        }
    }

    /// Gives up the files that the clerk ticked off.
    async fn leave_out(&self) {
        let web = &self.form.looker.web;
        let person = sender(&web.office, self.form.looker.staff.id());
        for id in self.form.fields.all("drop") {
            // One that is gone already is left out as well.
            let _ = abandon_for(web, person, id).await;
        }
    }

    /// Whole uploads of the form, those of earlier tries too.
    async fn uploads(&self) -> Result<Vec<Upload>, Failure> {
        let web = &self.form.looker.web;
        let (spool, album) = (web.office.spool.clone(), self.album.clone());
        let person = sender(&web.office, self.form.looker.staff.id());
        let whole = tokio::task::spawn_blocking(move || spool.whole(person, &album)).await.map_err(|_| Failure::Broken)?;
        let whole = whole.map_err(|_| Failure::Store)?;
        Ok(whole.into_iter().map(|(id, whole)| Upload { id, announced: incoming(id, &whole), bytes: whole.bytes }).collect())
    }

    /// Records of the files, whose content is in the vault then; or why they cannot be sent like this.
    async fn checked(&self, uploads: Vec<Upload>) -> Result<Result<(Vec<Evidence>, Vec<Upload>), Text>, Failure> {
        let Looker { web, receipt, .. } = &self.form.looker;
        if let Some(problem) = self.problems.first() {
            return Ok(Err(problem.clone()));
        }
        if uploads.len() > MOST {
            return Ok(Err(Text::new("deskweb-attach-too-many").with("most", MOST)));
        }
        let most = largest(&web.office, receipt).await?;
        if let Some(large) = uploads.iter().find(|upload| upload.bytes > most) {
            let name = large.announced.name.clone().unwrap_or_default();
            let why = Text::new("web-upload-too-large").with("megabytes", megabytes(most));
            return Ok(Err(not_taken(&name, why)));
        }
        match kept(&web.office, receipt, &uploads).await {
            Ok(files) => Ok(Ok((files, uploads))),
            Err(Unfit::Refused { name, why }) => Ok(Err(not_taken(&name, Text::new(format!("file-why-{why}")).or("file-why-other")))),
            Err(Unfit::Trouble(why)) => {
                tracing::error!(why, "a file of a clerk is not kept");
                Err(Failure::Store)
            }
        }
    }

    fn refusal(&self, name: &'static str, problem: &Text) -> Extra {
        let Looker { web, staff, headers, .. } = &self.form.looker;
        let problem = Some(staff.words(web, headers).say(problem));
        Extra { problem, kept: Some((name, self.form.kept())), ..Extra::default() }
    }

    /// The page again, with the clerk's words and the files that came in.
    async fn again(&self, name: &'static str, (status, extra): (StatusCode, Extra)) -> Result<Response, Failure> {
        let ready =
            |upload: Upload| Ready { id: upload_name(upload.id), name: display_name(upload.announced.name.as_deref().unwrap_or_default()) };
        let files = self.uploads().await?.into_iter().map(ready).collect();
        let attached = Some((name, Attached { album: self.album.clone(), files }));
        view(&self.form.looker, (status, Extra { attached, ..extra })).await
    }
}

fn upload_name(id: UploadId) -> String {
    id.to_string()
}
