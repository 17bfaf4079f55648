//! Plays a conversation, and compares two ways of playing it.

use super::script::{Script, compare};
use ip_office_bot::app::Content;
use ip_office_bot::assets::Assets;
use ip_office_bot::locale::{Language, Text};
use ip_office_bot::message::{Ability, plain};
use ip_office_bot::office::Office;
use ip_office_bot::practice::{Practice, Rendering, content};
use ip_office_bot::store::{Conversation, Wanted};
use ip_office_bot::ticket::Ticket;
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::collections::BTreeSet;
use std::sync::{Arc, LazyLock};

/// What is shipped, with the made-up tables of the tests.
static SHIPPED: LazyLock<Arc<Content>> = LazyLock::new(|| read(Assets::open(None).expect("assets")));

/// What an office has, with the made-up tables of the tests, read for practice counters.
pub fn read(assets: Assets) -> Arc<Content> {
    let tables = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/tables");
    content(assets.with_tables(&tables).expect("tables")).unwrap_or_else(|why| panic!("{why:#}"))
}

/// What came of a conversation.
pub struct Played {
    /// What was seen after each line.
    pub answers: Vec<Vec<String>>,
    /// The lines that were done.
    lines: Vec<String>,
    /// The tickets at the end.
    pub kept: Kept,
    /// Lines that each channel has in its own words.
    own: BTreeSet<String>,
}

/// Tickets as data.
#[derive(Debug, PartialEq)]
pub struct Kept(pub Vec<serde_json::Value>);

/// Plays a conversation with the shipped texts.
pub async fn play(script: &Script, rendering: Rendering) -> Result<Played, String> {
    play_with(Arc::clone(&SHIPPED), script, rendering).await
}

/// Plays a conversation.
pub async fn play_with(content: Arc<Content>, script: &Script, rendering: Rendering) -> Result<Played, String> {
    let known = content.script.texts.missing();
    let mut practice = Practice::open(content, rendering).await.map_err(|error| format!("{error:#}"))?;
    let mut answers = Vec::new();
    for step in &script.steps {
        let seen = practice.line(&step.line).await.map_err(|why| format!("{}: {why}\n  after {:#?}", step.line, answers.last()))?;
        let lines: Vec<String> = seen.join("\n").lines().map(str::to_owned).collect();
        answers.push(lines);
        read_back(&practice).await.map_err(|why| format!("{}: {why}", step.line))?;
    }
    let missing = practice.office.script.load().texts.missing() - known;
    if missing > 0 {
        return Err(format!("{missing} texts or variables were missing"));
    }
    let kept = Kept(tickets(&practice.office).await?.iter().map(as_data).collect());
    let lines = script.steps.iter().map(|step| step.line.clone()).collect();
    Ok(Played { answers, lines, kept, own: own_words(&practice.office) })
}

/// What is kept of the person and of the tickets is the same after it was written and read.
async fn read_back(practice: &Practice) -> Result<(), String> {
    let office = &practice.office;
    let person = office.person(practice.route());
    if let Some(conversation) = office.store.conversation(person).await.map_err(|error| error.to_string())? {
        same::<Conversation>(&conversation)?;
    }
    for ticket in tickets(office).await? {
        same::<Ticket>(&ticket)?;
    }
    Ok(())
}

fn same<T: Serialize + DeserializeOwned + PartialEq>(one: &T) -> Result<(), String> {
    let written = serde_json::to_string(one).map_err(|error| error.to_string())?;
    let read: T = serde_json::from_str(&written).map_err(|error| format!("cannot be read back: {error}\n{written}"))?;
    if read == *one { Ok(()) } else { Err(format!("is another one after it was read back\n{written}")) }
}

async fn tickets(office: &Office) -> Result<Vec<Ticket>, String> {
    let wanted = Wanted { closed: true, limit: 1000, ..Wanted::default() };
    let mut tickets = Vec::new();
    for head in office.store.tickets(&wanted).await.map_err(|error| error.to_string())? {
        tickets.extend(office.store.ticket(&head.receipt).await.map_err(|error| error.to_string())?);
    }
    Ok(tickets)
}

/// A ticket without what must differ from one counter to the next: the tag of its code is made with the office's key.
fn as_data(ticket: &Ticket) -> serde_json::Value {
    let mut data = serde_json::to_value(ticket).expect("a ticket can be written");
    if let Some(body) = data.get_mut("body").and_then(serde_json::Value::as_object_mut) {
        body.remove("code");
        // A channel without buttons has a message for each press.
        for list in ["answers", "history"] {
            for one in body.get_mut(list).and_then(serde_json::Value::as_array_mut).into_iter().flatten() {
                if let Some(one) = one.as_object_mut() {
                    one.remove("message");
                }
            }
        }
    }
    // And it is another channel.
    if let Some(course) = data.pointer_mut("/head/course").and_then(serde_json::Value::as_object_mut) {
        course.remove("channel");
    }
    data
}

/// Lines that a channel has in its own words: what it does with data, how large files may be, what anonymous means there.
fn own_words(office: &Office) -> BTreeSet<String> {
    let script = office.script.load();
    let mut own = BTreeSet::new();
    for language in [Language::chinese(), Language::english()] {
        let mut texts: Vec<Text> =
            ["notice-abroad", "notice-here", "counterfeit-report-anonymity", "counterfeit-report-anonymity-telegram"].map(Text::new).into();
        for ability in [Ability::TELEGRAM, Ability::TERMINAL] {
            let megabytes = ability.file.unwrap_or(0) / 1_000_000;
            texts.push(Text::new("file-too-big").with("megabytes", megabytes as i64));
            for max in 1..=20_i64 {
                texts.push(Text::new("files-limits").with("megabytes", megabytes as i64).with("max", max));
            }
        }
        for text in texts {
            own.extend(plain(&script.texts.say(&language, &text)).lines().map(str::to_owned));
        }
    }
    own
}

/// A message as it was seen.
struct Message {
    /// Who sees it, and the first words.
    mark: String,
    /// Its lines.
    lines: Vec<String>,
    /// Labels of its buttons.
    labels: Vec<String>,
}

fn messages(answer: &[String], own: &BTreeSet<String>) -> Vec<Message> {
    let mut messages: Vec<Message> = Vec::new();
    for line in answer {
        let begins = line.split_once(' ').filter(|(mark, _)| ["<", "!"].contains(mark));
        match (begins, messages.last_mut()) {
            (Some((mark, words)), _) => {
                let lines = Some(words).filter(|words| !own.contains(*words)).map(str::to_owned);
                messages.push(Message { mark: mark.to_owned(), lines: lines.into_iter().collect(), labels: Vec::new() });
            }
            (None, Some(message)) if line.starts_with('[') => {
                message.labels.extend(line.trim_matches(['[', ']']).split("] [").map(str::to_owned));
            }
            (None, Some(message)) => {
                let words = line.strip_prefix("  ").unwrap_or(line);
                if !words.is_empty() && !own.contains(words) {
                    message.lines.push(words.to_owned());
                }
            }
            (None, None) => {}
        }
    }
    messages
}

/// Where a conversation without buttons says less than, or something else than, the one with buttons.
pub fn differences(with: &Played, without: &Played) -> Vec<String> {
    let mut told = Vec::new();
    for ((line, with), without) in with.lines.iter().zip(with.answers.iter().map(|a| messages(a, &with.own))).zip(&without.answers) {
        let without_messages = messages(without, &BTreeSet::new());
        if with.len() != without_messages.len() {
            told.push(format!(
                "{line}\n  {} messages with buttons, {} without:\n{}",
                with.len(),
                without_messages.len(),
                without.join("\n")
            ));
            continue;
        }
        for (one, other) in with.iter().zip(without_messages) {
            if let Some(why) = difference(one, &other) {
                told.push(format!("{line}\n{why}"));
            }
        }
    }
    told
}

fn difference(with: &Message, without: &Message) -> Option<String> {
    let mut rest: Vec<&str> = Vec::new();
    let mut wanted = with.lines.iter();
    let mut next = wanted.next();
    for line in &without.lines {
        if next == Some(line) {
            next = wanted.next();
        } else {
            rest.push(line);
        }
    }
    if next.is_some() || with.mark != without.mark {
        return Some(compare(&with.lines, &without.lines));
    }
    if with.mark == "!" {
        return None;
    }
    let rest = rest.join("\n");
    let missing = with.labels.iter().find(|label| {
        let label = label.strip_suffix('…').unwrap_or(label);
        !rest.contains(label) && !is_receipt_instead(label, &rest)
    })?;
    Some(format!("  [{missing}] cannot be chosen:\n{}", without.lines.join("\n")))
}

/// Under a message that stays, the receipt is typed instead of "see this case".
fn is_receipt_instead(label: &str, rest: &str) -> bool {
    ["看办理情况", "Open this case"].contains(&label) && rest.contains("WH-")
}
