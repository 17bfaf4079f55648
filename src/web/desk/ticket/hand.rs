//! Handing over to an outside body: the page on which it is prepared, the question for the person's consent, and the letter that
//! goes with it on paper. What is allowed is decided by [`crate::ticket::act`].
//!
//! What must hold: the name and address of a body are those that the settings have or the clerk types. A letter shows personal
//! answers only in the answer to a form, after a fresh code, and that is written down.

use super::story::{Entry, entry};
use super::{Choice, Extra, Form, Looker, state_choice};
use crate::clock::office_day;
use crate::desk::{answer_label, answer_value, outside_name};
use crate::dialog::flow::Submit;
use crate::dialog::machine::text_ids;
use crate::dialog::screen::shown;
use crate::format::mask;
use crate::id::StepId;
use crate::locale::{Language, Text};
use crate::office::in_languages;
use crate::store::FileStatus;
use crate::ticket::act::Act;
use crate::ticket::handing::{Basis, Consent, Handing, Outside, answered, is_personal, is_personal_file, letters, parts, states};
use crate::ticket::{Ticket, What};
use crate::web::Web;
use crate::web::desk::{DeskFrame, language};
use crate::web::page::{Failure, Words, page};
use askama::Template;
use axum::Router;
use axum::extract::{Path, Query};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use serde::Deserialize;
use std::collections::BTreeMap;

/// Fields that are kept when the form was not taken.
const KEPT: [&str; 8] = ["body", "name", "address", "reason", "law", "basis", "how", "state"];

pub(super) fn routes() -> Router<Web> {
    Router::new()
        .route("/desk/t/{receipt}/hand-over", get(prepare).post(hand_over))
        .route("/desk/t/{receipt}/letter/{number}", get(letter).post(whole_letter))
}

// --- The page on which it is prepared ---------------------------------------------------------------------------------

#[derive(Template)]
#[template(path = "desk/hand-over.html")]
struct HandPage {
    desk: DeskFrame,
    receipt: String,
    seen: usize,
    is_open: bool,
    language: String,
    problem: Option<String>,
    /// What came in between, for whoever has been overtaken.
    between: Vec<Entry>,
    kept: Vec<(&'static str, String)>,
    bodies: Vec<Choice>,
    answers: Vec<Part>,
    files: Vec<Part>,
    states: Vec<Choice>,
    asked: Vec<Asked>,
    letters: Vec<Choice>,
}

impl HandPage {
    /// What the clerk had written in a field.
    fn kept(&self, field: &str) -> &str {
        self.kept.iter().find(|(name, _)| *name == field).map_or("", |(_, value)| value)
    }

    /// Which basis is chosen.
    fn is_basis(&self, basis: &str) -> bool {
        let kept = self.kept("basis");
        kept == basis || kept.is_empty() && basis == "none"
    }
}

/// Something that can be handed over.
struct Part {
    value: String,
    label: String,
    /// What it says, unless it is personal.
    what: String,
    personal: bool,
    chosen: bool,
}

/// A question for consent and what became of it.
struct Asked {
    to: String,
    day: String,
    answer: String,
}

async fn prepare(looker: Looker) -> Result<Response, Failure> {
    let ticket = looker.ticket().await?;
    hand_page(&looker, (&ticket, ticket.body.history.len()), (StatusCode::OK, Extra::default()), &Chosen::default()).await
}

/// Answers and files that are ticked.
#[derive(Default)]
struct Chosen {
    answers: Vec<String>,
    files: Vec<String>,
}

impl Chosen {
    fn of(form: &Form) -> Self {
        let all = |field: &'static str| form.fields.all(field).map(str::to_owned).collect();
        Self { answers: all("answer"), files: all("file") }
    }
}

async fn hand_page(
    looker: &Looker,
    (ticket, seen): (&Ticket, usize),
    (status, extra): (StatusCode, Extra),
    chosen: &Chosen,
) -> Result<Response, Failure> {
    let web = &looker.web;
    let desk = DeskFrame::new(web, (&looker.staff, &looker.headers), "/desk");
    let words = &desk.frame.words;
    let rules = looker.rules(ticket).ok_or(Failure::Missing)?;
    let (answers, files) = parts(ticket);
    let answers = answers.into_iter().map(|given| Part {
        value: given.step.to_string(),
        label: words.say(&answer_label(ticket, given)),
        what: match given.personal {
            true => String::new(),
            false => words.say(&Text::new("deskweb-words").with("words", answer_value(&web.office, ticket, given))),
        },
        personal: given.personal,
        chosen: chosen.answers.iter().any(|step| *step == given.step.as_str()),
    });
    let answers = answers.collect();
    let mut shown = Vec::new();
    for (n, id) in files.into_iter().enumerate() {
        let value = id.0.to_string();
        shown.push(Part {
            label: words.say(&Text::new("deskweb-file").with("n", n + 1)),
            what: file_words(web, words, id).await?,
            personal: is_personal_file(ticket, Some(&rules), id),
            chosen: chosen.files.contains(&value),
            value,
        });
    }
    let kept = extra.kept.map(|(_, kept)| kept).unwrap_or_default();
    let later = ticket.body.history.iter().enumerate().skip(extra.since.unwrap_or(usize::MAX));
    let between = later.map(|(n, happening)| entry(web, words, (ticket, false), (n, happening))).filter(|entry| !entry.is_look).collect();
    let view = HandPage {
        receipt: looker.receipt.to_string(),
        seen,
        is_open: ticket.head.closed.is_none(),
        language: ticket.head.language.0.clone(),
        problem: extra.problem,
        between,
        kept,
        bodies: bodies(web, words),
        answers,
        files: shown,
        states: states(&rules, ticket).iter().map(|state| state_choice(words, ticket, state)).collect(),
        asked: asked(words, ticket),
        letters: letter_choices(words, ticket),
        desk,
    };
    let mut answer = page(&view)?;
    *answer.status_mut() = status;
    answer.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    Ok(answer)
}

/// Kind and size of a file, or that it is not here.
async fn file_words(web: &Web, words: &Words, id: crate::id::EvidenceId) -> Result<String, Failure> {
    let status = web.office.store.evidence(id).await?.map(|record| record.status);
    Ok(match status {
        Some(FileStatus::Kept { bytes, found, .. }) => {
            let kilobytes = i64::try_from(bytes.div_ceil(1000)).unwrap_or(i64::MAX);
            words.say(&Text::new("deskweb-file-kept").with("kind", found).with("kilobytes", kilobytes))
        }
        Some(FileStatus::Waiting) => words.t("deskweb-file-waiting"),
        Some(FileStatus::Refused { .. }) | None => words.t("deskweb-file-gone"),
    })
}

/// Public offices that the settings name.
fn bodies(web: &Web, words: &Words) -> Vec<Choice> {
    let current = web.office.current.load();
    let named = current.windows.iter().filter(|window| !window.name.is_empty());
    named.map(|window| Choice { value: window.code.clone(), label: words.say(&in_languages(&window.name)) }).collect()
}

fn asked(words: &Words, ticket: &Ticket) -> Vec<Asked> {
    let questions = ticket.body.history.iter().enumerate().filter_map(|(at, happening)| match &happening.what {
        What::ConsentAsked { what } => Some((at, happening.at, &**what)),
        _ => None,
    });
    let line = |(at, when, what): (usize, crate::clock::Moment, &Handing)| Asked {
        to: words.say(&outside_name(&what.to)),
        day: words.say(&Text::new("deskweb-day").with("day", office_day(when))),
        answer: words.t(match answered(ticket, at) {
            Some(true) => "deskweb-hand-agreed",
            Some(false) => "deskweb-hand-not-agreed",
            None => "deskweb-hand-no-answer",
        }),
    };
    questions.map(line).collect()
}

fn letter_choices(words: &Words, ticket: &Ticket) -> Vec<Choice> {
    let choice = |(n, (_, what, _)): (usize, (usize, &Handing, &Consent))| Choice {
        value: format!("{}/letter/{}", super::address(&ticket.head.receipt), n + 1),
        label: words.say(&Text::new("deskweb-letter-of").with("n", n + 1).with("to", outside_name(&what.to))),
    };
    letters(ticket).enumerate().map(choice).collect()
}

// --- Asking and handing over ------------------------------------------------------------------------------------------

async fn hand_over(form: Form) -> Result<Response, Failure> {
    let what = form.handing();
    let act = match form.fields.one("do") {
        "ask" => Act::AskConsent { what },
        _ => {
            let basis = match form.fields.one("basis") {
                "asked" => Basis::Asked,
                "told" => Basis::Told(form.words("how")),
                "law" => Basis::Law,
                _ => Basis::None,
            };
            Act::HandOver { what, basis, state: form.some("state").map(|state| state.as_str().into()) }
        }
    };
    let is_asked = matches!(act, Act::AskConsent { .. });
    match form.perform(act).await {
        Ok(_) if is_asked => Ok(Redirect::to(&format!("{}/hand-over", super::address(&form.looker.receipt))).into_response()),
        Ok(_) => {
            let ticket = form.looker.ticket().await?;
            let to = format!("{}/letter/{}", super::address(&form.looker.receipt), letters(&ticket).count());
            Ok(Redirect::to(&to).into_response())
        }
        Err(stopped) => {
            let (status, extra) = form.why("hand-over", stopped).await?;
            let kept = KEPT.into_iter().map(|field| (field, form.words(field))).collect();
            let ticket = form.looker.ticket().await?;
            // Whoever has been overtaken sees on this page what happened meanwhile.
            let seen = ticket.body.history.len();
            let extra = Extra { kept: Some(("hand-over", kept)), ..extra };
            hand_page(&form.looker, (&ticket, seen), (status, extra), &Chosen::of(&form)).await
        }
    }
}

impl Form {
    /// What the form says should go, and to whom: a body of the settings, or one that the clerk names.
    fn handing(&self) -> Handing {
        let web = &self.looker.web;
        let own = self.looker.staff.words(web, &self.looker.headers).language.0;
        let typed = |field: &str| self.some(field).map(|words| (own.clone(), words)).into_iter().collect::<BTreeMap<_, _>>();
        let known = self.some("body").and_then(|code| web.office.current.load().window_of(&code).cloned());
        let to = match known {
            Some(window) => Outside { name: window.name, address: window.address },
            None => Outside { name: typed("name"), address: typed("address") },
        };
        let answers = self.fields.all("answer").map(StepId::from).collect();
        // A number that cannot be one is no file of the ticket.
        let files = self.fields.all("file").map(|id| crate::id::EvidenceId(id.parse().unwrap_or_default())).collect();
        Handing { to, reason: self.words("reason"), law: self.some("law"), answers, files }
    }
}

// --- The letter -------------------------------------------------------------------------------------------------------

#[derive(Template)]
#[template(path = "desk/letter.html")]
struct LetterPage {
    desk: DeskFrame,
    receipt: String,
    number: usize,
    /// Words of the letter.
    words: Words,
    languages: Vec<Choice>,
    office: String,
    contact: Vec<String>,
    to: String,
    address: Option<String>,
    day: String,
    service: String,
    submitted: String,
    reason: String,
    law: Option<String>,
    answers: Vec<(String, Option<String>)>,
    files: Vec<(String, String)>,
    consent: String,
    /// Something in it is hidden on this page.
    hides: bool,
    may_show: bool,
    fresh: bool,
}

#[derive(Deserialize)]
struct Wanted {
    #[serde(default)]
    language: String,
}

async fn letter(looker: Looker, Path(pairs): Path<Vec<(String, String)>>, Query(wanted): Query<Wanted>) -> Result<Response, Failure> {
    letter_page(&looker, number(&pairs)?, (&wanted.language, Sight::Masked)).await
}

/// The letter with everything in it. The gate has asked for a fresh code; that somebody looked is written down.
async fn whole_letter(Path(pairs): Path<Vec<(String, String)>>, form: Form) -> Result<Response, Failure> {
    let number = number(&pairs)?;
    let ticket = form.looker.ticket().await?;
    let (_, what, _) = letters(&ticket).nth(number - 1).ok_or(Failure::Missing)?;
    let words = form.looker.staff.words(&form.looker.web, &form.looker.headers);
    let reason = words.say(&Text::new("deskweb-letter-of").with("n", number).with("to", outside_name(&what.to)));
    match form.perform(Act::Reveal { reason }).await {
        Ok(_) => letter_page(&form.looker, number, (form.fields.one("language"), Sight::Whole)).await,
        Err(stopped) => form.stopped("show", stopped).await,
    }
}

/// How much of a letter is shown.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sight {
    /// No personal answers, and no numbers of persons in words.
    Masked,
    /// Everything.
    Whole,
}

fn number(pairs: &[(String, String)]) -> Result<usize, Failure> {
    let number = pairs.iter().find(|(name, _)| name == "number").and_then(|(_, value)| value.parse().ok());
    number.filter(|number| *number > 0).ok_or(Failure::Missing)
}

async fn letter_page(looker: &Looker, number: usize, (wanted, sight): (&str, Sight)) -> Result<Response, Failure> {
    let web = &looker.web;
    let office = &web.office;
    let ticket = looker.ticket().await?;
    let rules = looker.rules(&ticket).ok_or(Failure::Missing)?;
    let (at, what, consent) = letters(&ticket).nth(number - 1).ok_or(Failure::Missing)?;
    let desk = DeskFrame::new(web, (&looker.staff, &looker.headers), "/desk");
    let words = language(web, wanted).map_or_else(|| desk.frame.words.clone(), |language| Words::new(office, language));
    let say = |text: Text| words.say(&text);
    let day = |moment| say(Text::new("deskweb-day").with("day", office_day(moment)));
    let mut files = Vec::new();
    let every = parts(&ticket).1;
    for id in &what.files {
        let n = every.iter().position(|file| file == id).map_or(0, |at| at + 1);
        files.push((say(Text::new("deskweb-file").with("n", n)), file_words(web, &words, *id).await?));
    }
    let answers = values(looker, &words, (&ticket, what), sight);
    let hides = sight == Sight::Masked && values(looker, &words, (&ticket, what), Sight::Whole) != answers;
    let current = office.current.load();
    let config = &current.office;
    let address = (!config.address.is_empty()).then(|| say(in_languages(&config.address)));
    let view = LetterPage {
        receipt: looker.receipt.to_string(),
        number,
        languages: languages(&words, &desk.frame.words),
        office: say(current.rules.office.name.clone()),
        contact: address.into_iter().chain(config.phone.clone()).collect(),
        to: say(outside_name(&what.to)),
        address: (!what.to.address.is_empty()).then(|| say(in_languages(&what.to.address))),
        day: ticket.body.history.get(at).map(|happening| day(happening.at)).unwrap_or_default(),
        service: say(Text::new(ticket.head.service.as_str())),
        submitted: day(ticket.head.submitted),
        reason: what.reason.clone(),
        law: what.law.clone(),
        answers,
        files,
        consent: say(consent_text(&ticket, (&rules, what), consent)),
        hides,
        may_show: looker.staff.rights().serves(&ticket.head.queue),
        fresh: looker.staff.is_fresh(web),
        words,
        desk,
    };
    let mut answer = page(&view)?;
    answer.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    Ok(answer)
}

/// Both languages of a letter, by their own names.
fn languages(own: &Words, desk: &Words) -> Vec<Choice> {
    let all = [Language::chinese(), Language::english()].into_iter().filter(|language| *language != own.language);
    all.map(|language| Choice { label: desk.t(&format!("language-{}", language.0)), value: language.0 }).collect()
}

/// What is handed over, each with what it says; nothing where that is hidden.
fn values(looker: &Looker, words: &Words, (ticket, what): (&Ticket, &Handing), sight: Sight) -> Vec<(String, Option<String>)> {
    let office = &looker.web.office;
    let chosen = ticket.body.answers.iter().filter(|given| what.answers.contains(&given.step));
    let line = |given: &crate::ticket::Given| {
        let value = match sight {
            Sight::Whole => {
                Some(shown(&text_ids(Some(&ticket.head.service), &given.step, &given.text), &given.answer, &office.places.load()))
            }
            Sight::Masked if given.personal => None,
            Sight::Masked => Some(answer_value(office, ticket, given)),
        };
        let value = value.map(|value| words.say(&Text::new("deskweb-words").with("words", value)));
        // What was corrected since stands beneath it: the one without the other would say something else.
        let value = value.map(|value| match corrected(ticket, &given.step) {
            Some(now) if sight == Sight::Whole => format!("{value}\n{} {now}", words.t("deskweb-letter-corrected")),
            Some(now) => format!("{value}\n{} {}", words.t("deskweb-letter-corrected"), mask(now)),
            None => value,
        });
        (words.say(&answer_label(ticket, given)), value)
    };
    chosen.map(line).collect()
}

/// What an answer was corrected to last.
fn corrected<'t>(ticket: &'t Ticket, step: &StepId) -> Option<&'t str> {
    ticket.body.history.iter().rev().find_map(|happening| match &happening.what {
        What::Corrected { step: Some(own), words } if own == step => Some(words.as_str()),
        What::Amended { step: own, words, .. } if own == step => Some(words.as_str()),
        _ => None,
    })
}

fn consent_text(ticket: &Ticket, (rules, what): (&Submit, &Handing), consent: &Consent) -> Text {
    match consent {
        Consent::NotNeeded => Text::new("deskweb-letter-consent-none"),
        Consent::Asked(asked) => {
            let agreed = ticket
                .body
                .history
                .iter()
                .rev()
                .find(|happening| matches!(happening.what, What::Consented { asked: at, yes: true } if at == *asked));
            match agreed {
                Some(agreed) => Text::new("deskweb-letter-consent-asked").with("day", office_day(agreed.at)),
                None => Text::new("deskweb-letter-consent-unknown"),
            }
        }
        Consent::Told(how) => Text::new("deskweb-letter-consent-told").with("how", how.clone()),
        Consent::Law if is_personal(ticket, rules, what) => Text::new("deskweb-letter-consent-law"),
        Consent::Law => Text::new("deskweb-letter-consent-none"),
    }
}
