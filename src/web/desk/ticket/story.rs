//! What has happened to a ticket, in the clerk's language: what goes to the person, what comes from them and what stays inside look
//! different and say so.

use crate::desk::{answer_label, handed, outside_name};
use crate::format::mask;
use crate::intake::{limit_text, paper_text};
use crate::locale::{Text, Value};
use crate::ticket::act::state_texts;
use crate::ticket::handing::letters;
use crate::ticket::{Actor, Happening, Ticket, What, is_personal};
use crate::web::Web;
use crate::web::page::Words;

/// A line of the story.
pub(super) struct Entry {
    /// Its place on the page.
    pub(super) id: String,
    /// `to-person`, `from-person`, `inside` or `act`.
    pub(super) class: &'static str,
    /// What it is, in a word; empty for small things.
    pub(super) kind: String,
    pub(super) who: String,
    pub(super) at: String,
    pub(super) what: String,
    pub(super) words: String,
    pub(super) files: usize,
    /// Somebody looked at personal answers, and nothing else.
    pub(super) is_look: bool,
    /// Where it leads: the other ticket, the letter.
    pub(super) link: Option<(String, String)>,
}

/// Words of the person in what happened.
pub(super) fn said(what: &What) -> Option<&str> {
    match what {
        What::Added { words, .. } | What::Graded { words, .. } | What::Withdrawn { reason: words } => words.as_deref(),
        What::Corrected { words, .. } | What::Reopened { words } => Some(words),
        _ => None,
    }
}

/// The line of something that happened.
pub(super) fn entry(web: &Web, words: &Words, (ticket, revealed): (&Ticket, bool), (n, happening): (usize, &Happening)) -> Entry {
    let told = told(web, ticket, &happening.what);
    let own = match &happening.what {
        What::Corrected { step, .. } if is_personal(ticket, step.as_ref()) && !revealed => words.t("deskweb-hidden"),
        What::Amended { step, .. } if is_personal(ticket, Some(step)) && !revealed => words.t("deskweb-hidden"),
        what => match (said(what), revealed) {
            (Some(said), true) => said.to_owned(),
            (Some(said), false) => mask(said),
            (None, _) => told.words.unwrap_or_default().to_owned(),
        },
    };
    Entry {
        id: format!("e{n}"),
        class: told.class,
        kind: match told.class {
            "act" => String::new(),
            class => words.t(&format!("deskweb-kind-{class}")),
        },
        who: match &happening.by {
            Actor::Clerk(clerk) => clerk.0.clone(),
            Actor::Person | Actor::Counter => String::new(),
        },
        at: words.say(&Text::new("deskweb-time").with("at", Value::Time(happening.at))),
        what: told.what.map(|what| words.say(&what)).unwrap_or_default(),
        words: own,
        files: told.files,
        is_look: matches!(happening.what, What::Revealed { .. }),
        link: link(words, ticket, (n, &happening.what)),
    }
}

/// The other ticket of a link; the letter of a handing over.
fn link(words: &Words, ticket: &Ticket, (at, what): (usize, &What)) -> Option<(String, String)> {
    match what {
        What::Linked { to } | What::Unlinked { to } => Some((super::address(to), to.to_string())),
        What::HandedOver { what, .. } => {
            let n = letters(ticket).position(|(place, _, _)| place == at)? + 1;
            let label = words.say(&Text::new("deskweb-letter-of").with("n", n).with("to", outside_name(&what.to)));
            Some((format!("{}/letter/{n}", super::address(&ticket.head.receipt)), label))
        }
        _ => None,
    }
}

struct Told<'t> {
    class: &'static str,
    what: Option<Text>,
    words: Option<&'t str>,
    files: usize,
}

fn told<'t>(web: &Web, ticket: &'t Ticket, what: &'t What) -> Told<'t> {
    let line = |name: &str| Some(Text::new(format!("deskweb-line-{name}")));
    let of = |class, what: Option<Text>, words: Option<&'t str>| Told { class, what, words, files: 0 };
    let state = |state| state_texts(&ticket.head.service, state);
    match what {
        What::Submitted => of("act", line("submitted"), None),
        What::Added { files, .. } => Told { files: files.len(), ..of("from-person", None, None) },
        What::Corrected { step, .. } => {
            let given = step.as_ref().and_then(|step| ticket.body.answers.iter().find(|given| given.step == *step));
            let text = match given {
                Some(given) => Text::new("deskweb-line-corrected-answer").with("label", answer_label(ticket, given)),
                None => Text::new("deskweb-line-corrected"),
            };
            of("from-person", Some(text), None)
        }
        What::Replied { words, files, .. } => Told { files: files.len(), ..of("to-person", None, Some(words)) },
        What::Noted { words, files } => Told { files: files.len(), ..of("inside", None, Some(words)) },
        What::Taken { released: false } => of("act", line("taken"), None),
        What::Taken { released: true } => of("act", line("released"), None),
        What::PaperAsked { paper, words } => {
            let text = Text::new("deskweb-line-paper").with("paper", paper_text(ticket, paper));
            of("to-person", Some(text), words.as_deref())
        }
        What::Transferred { from, to, reason } => {
            let names = (web.office.queue_name(from), web.office.queue_name(to));
            of("to-person", Some(Text::new("deskweb-line-passed").with("from", names.0).with("to", names.1)), Some(reason))
        }
        What::StateSet { to, reason, .. } => {
            of("to-person", Some(Text::new("deskweb-line-state").with("state", state(to))), reason.as_deref())
        }
        What::Extended { limit, to, reason, .. } => {
            let text = Text::new("deskweb-line-extended").with("limit", limit_text(ticket, limit)).with("day", *to);
            of("to-person", Some(text), Some(reason))
        }
        What::Closed { outcome, reason } => {
            of("to-person", Some(Text::new("deskweb-line-closed").with("outcome", state(outcome))), Some(reason))
        }
        What::Withdrawn { .. } => of("from-person", line("withdrawn"), None),
        What::Hurried => of("from-person", line("hurried"), None),
        What::Reopened { .. } => of("from-person", line("reopened"), None),
        What::Graded { grade, .. } => {
            let grade = Text::new(format!("grade-{}", grade.name()));
            of("from-person", Some(Text::new("deskweb-line-graded").with("grade", grade)), None)
        }
        What::CalledBack => of("act", line("called"), None),
        What::ContactChanged => of("act", line("contact"), None),
        What::FileRefused { why, .. } => {
            let why = Text::new(format!("file-why-{why}")).or("file-why-other");
            of("act", Some(Text::new("deskweb-line-file-refused").with("why", why)), None)
        }
        What::Unreachable => of("act", line("unreachable"), None),
        What::Revealed { reason } => of("inside", line("revealed"), Some(reason)),
        What::Amended { step, words, .. } => {
            let given = ticket.body.answers.iter().find(|given| given.step == *step);
            let label = given.map_or_else(|| Text::new(""), |given| answer_label(ticket, given));
            of("to-person", Some(Text::new("deskweb-line-amended").with("label", label)), Some(words))
        }
        What::Held { reason } => of("inside", line("held"), Some(reason)),
        What::Freed { reason } => of("inside", line("freed"), Some(reason)),
        What::Conflicted { reason } => of("inside", line("conflict"), Some(reason)),
        What::Linked { .. } => of("act", line("linked"), None),
        What::Unlinked { .. } => of("act", line("unlinked"), None),
        What::ConsentAsked { what } => {
            let text = Text::new("deskweb-line-consent-asked").with("to", outside_name(&what.to)).with("list", handed(ticket, what));
            of("to-person", Some(text), Some(&what.reason))
        }
        What::Consented { yes: true, .. } => of("from-person", line("consented"), None),
        What::Consented { yes: false, .. } => of("from-person", line("not-consented"), None),
        What::HandedOver { what, .. } => {
            let text = Text::new("deskweb-line-handed-over").with("to", outside_name(&what.to)).with("list", handed(ticket, what));
            of("to-person", Some(text), Some(&what.reason))
        }
    }
}
