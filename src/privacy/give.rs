//! Everything about one person as one archive: the data for machines, the same to read in the person's language, and the files.
//! Made while it is taken; nothing of it is kept.

use super::Who;
use super::erase::every_file;
use super::person::Person;
use super::zip::Archive;
use crate::dialog::answer::Answer;
use crate::id::Receipt;
use crate::intake::copy_for;
use crate::locale::{Language, Text, Value as Said};
use crate::message::plain;
use crate::office::Office;
use crate::store::{Audit, Commit, FileStatus, Owner};
use crate::ticket::{Ticket, What};
use crate::vault::{ContentHash, Vault, display_name};
use serde_json::Value;
use std::io::{self, Write};
use tokio::sync::mpsc;

/// Bytes that are handed over at once.
const PIECE: usize = 64 * 1024;
/// Pieces that wait for a slow taker.
const AHEAD: usize = 4;
/// Longest reason in characters.
const REASON: usize = 1000;

/// The archive, piece by piece.
pub type Pieces = mpsc::Receiver<io::Result<Vec<u8>>>;

/// Why nothing was given out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotGiven {
    /// A reason is missing or too long.
    NoReason,
    /// The store cannot be read, or cannot keep who took it.
    Trouble(String),
}

/// A file of the archive.
struct File {
    name: String,
    hash: ContentHash,
    bytes: u64,
}

/// Makes the archive of everything about a person. Who took it, and why, is in the audit log before the first byte goes out.
///
/// # Errors
/// Why it was not done.
pub async fn give(office: &Office, (person, request): (&Person, &Ticket), (who, reason): (&Who, &str)) -> Result<Pieces, NotGiven> {
    let trouble = |error: &dyn std::fmt::Display| NotGiven::Trouble(error.to_string());
    let reason = crate::format::clean(reason);
    if reason.is_empty() || reason.chars().count() > REASON {
        return Err(NotGiven::NoReason);
    }
    let language = request.head.language.clone();
    let receipts = person.receipts();
    let route = person.chat.as_ref().map(|(_, route)| route);
    let copy = copy_for(office, (route, &receipts), language.clone()).await.map_err(|error| trouble(&error))?;
    let files = files(office, &receipts).await.map_err(|error| trouble(&error))?;
    let data = serde_json::to_vec_pretty(&copy).map_err(|error| trouble(&error))?;
    let words = Reader { office, language }.whole(&copy);
    let more = vec!["personal-data".to_owned(), format!("tickets={}", receipts.len()), format!("files={}", files.len())];
    let audit = Audit { at: office.now(), by: who.name(), act: "exported".to_owned(), receipt: Some(request.head.receipt.clone()), more };
    // The reason stands in the history of the request, sealed: words may name somebody.
    let note = crate::ticket::act::Act::Note { words: reason, files: Vec::new() };
    let by = match who {
        Who::Clerk(clerk) => crate::desk::By::Clerk(clerk.clone()),
        Who::Operator | Who::Counter => crate::desk::By::Operator,
    };
    let place = crate::desk::Where::Elsewhere;
    let noted = crate::desk::Request { by, receipt: request.head.receipt.clone(), act: note, place, event: None, files: Vec::new() };
    crate::desk::perform(office, noted).await.map_err(|why| NotGiven::Trouble(format!("{why:?}")))?;
    office.store.commit(Commit { audit: vec![audit], ..Commit::default() }).await.map_err(|error| trouble(&error))?;
    let (to, pieces) = mpsc::channel(AHEAD);
    let vault = office.vault.clone();
    tokio::task::spawn_blocking(move || {
        let mut out = Out { to, piece: Vec::with_capacity(PIECE) };
        if let Err(error) = archive(&vault, (&data, words.as_bytes(), &files), &mut out) {
            // Whoever no longer listens has left; anybody else notices that the archive has no end.
            let _ = out.to.blocking_send(Err(error));
        }
    });
    Ok(pieces)
}

fn archive(vault: &Vault, (data, words, files): (&[u8], &[u8], &[File]), out: &mut Out) -> io::Result<()> {
    let mut archive = Archive::new(out);
    archive.add("data.json", &mut &*data)?;
    archive.add("data.txt", &mut &*words)?;
    let mut missing = String::new();
    for file in files {
        match vault.read(&vault.id_of(&file.hash)) {
            Ok(mut content) if archive.has_room(file.bytes) => archive.add(&file.name, &mut content)?,
            // What is not in it is named in it.
            Ok(_) | Err(_) => missing.push_str(&format!("{}\r\n", file.name)),
        }
    }
    if !missing.is_empty() {
        archive.add("not-included.txt", &mut missing.as_bytes())?;
    }
    archive.end().map(drop)
}

/// Hands pieces over, no faster than they are taken.
struct Out {
    to: mpsc::Sender<io::Result<Vec<u8>>>,
    piece: Vec<u8>,
}

impl Write for Out {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.piece.extend_from_slice(bytes);
        if self.piece.len() >= PIECE {
            self.flush()?;
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        let piece = std::mem::replace(&mut self.piece, Vec::with_capacity(PIECE));
        if piece.is_empty() {
            return Ok(());
        }
        self.to.blocking_send(Ok(piece)).map_err(|_| io::ErrorKind::BrokenPipe.into())
    }
}

/// Files of tickets, each under its receipt. What clerks noted among themselves is not the person's.
async fn files(office: &Office, receipts: &[Receipt]) -> Result<Vec<File>, crate::store::StoreError> {
    let mut files = Vec::new();
    for receipt in receipts {
        let Some(ticket) = office.store.ticket(receipt).await? else { continue };
        let noted: Vec<_> = ticket
            .body
            .history
            .iter()
            .flat_map(|happening| match &happening.what {
                What::Noted { files, .. } => files.clone(),
                _ => Vec::new(),
            })
            .collect();
        let theirs = every_file(&ticket).into_iter().filter(|file| !noted.contains(file));
        for (n, id) in theirs.enumerate() {
            let Some(evidence) = office.store.evidence(id).await? else { continue };
            if let FileStatus::Kept { sha256, bytes, .. } = &evidence.status
                && evidence.owner == Owner::Ticket(receipt.clone())
                && let Ok(hash) = sha256.parse()
            {
                let name = display_name(evidence.announced.name.as_deref().unwrap_or_default());
                files.push(File { name: format!("files/{receipt}/{}-{name}", n + 1), hash, bytes: *bytes });
            }
        }
    }
    Ok(files)
}

/// Writes the copy out in words.
struct Reader<'a> {
    office: &'a Office,
    language: Language,
}

impl Reader<'_> {
    fn whole(&self, copy: &Value) -> String {
        let mut text = String::from('\u{feff}');
        let made = text_of(copy, "made").parse().ok().map(Said::Time);
        let title = made.into_iter().fold(Text::new("privacy-file-title"), |text, at| text.with("at", at));
        self.line(&mut text, &title);
        for ticket in list_of(copy, "tickets") {
            text.push_str("\r\n");
            let head = Text::new("privacy-file-case")
                .with("receipt", text_of(ticket, "receipt"))
                .with("service", text_of(ticket, "service_name"))
                .with("state", text_of(ticket, "state_name"));
            self.line(&mut text, &head);
            for answer in list_of(ticket, "answers") {
                let line = Text::new("privacy-file-answer").with("label", text_of(answer, "label")).with("value", text_of(answer, "text"));
                self.line(&mut text, &line);
            }
            for message in list_of(ticket, "messages") {
                self.message(&mut text, message);
            }
        }
        for (name, id) in [("subscriptions", "privacy-file-subscriptions"), ("bookings", "privacy-file-bookings")] {
            let count = list_of(copy, name).count();
            if count > 0 {
                text.push_str("\r\n");
                self.line(&mut text, &Text::new(id).with("count", count));
            }
        }
        text.push_str("\r\n");
        self.line(&mut text, &Text::new("privacy-file-more"));
        text
    }

    fn message(&self, text: &mut String, message: &Value) {
        let what = Text::new(format!("privacy-file-what-{}", text_of(message, "what")));
        let words: Vec<&str> =
            ["words", "reason"].into_iter().map(|name| text_of_str(message, name)).filter(|words| !words.is_empty()).collect();
        let line = Text::new(if words.is_empty() { "privacy-file-event" } else { "privacy-file-said" });
        let line = text_of(message, "at").parse().ok().into_iter().fold(line, |line, at| line.with("at", Said::Time(at)));
        let by = Text::new(format!("privacy-file-by-{}", text_of(message, "by")));
        let line = line.with("by", by).with("what", what);
        self.line(text, &if words.is_empty() { line } else { line.with("words", words.join("\r\n")) });
    }

    fn line(&self, text: &mut String, line: &Text) {
        text.push_str(&plain(&self.office.script.load().texts.say(&self.language, line)));
        text.push_str("\r\n");
    }
}

fn list_of<'v>(value: &'v Value, name: &str) -> impl Iterator<Item = &'v Value> {
    value.get(name).and_then(Value::as_array).into_iter().flatten()
}

fn text_of_str<'v>(value: &'v Value, name: &str) -> &'v str {
    value.get(name).and_then(Value::as_str).unwrap_or_default()
}

fn text_of(value: &Value, name: &str) -> String {
    text_of_str(value, name).to_owned()
}

/// Questions of a ticket that can be corrected: those that have an answer in words or numbers.
pub fn correctable(ticket: &Ticket) -> impl Iterator<Item = &crate::ticket::Given> {
    let fits = |answer: &Answer| answer.is_given() && !matches!(answer, Answer::Files(_) | Answer::Code(_) | Answer::Receipt(_));
    ticket.body.answers.iter().filter(move |given| fits(&given.answer))
}
