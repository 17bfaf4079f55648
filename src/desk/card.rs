//! The card of a ticket in its topic, and the topic's name: what a clerk needs to begin, in the clerk's language whatever
//! language the person used. No personal answer stands here.

use super::open_answers;
use crate::clock::office_day;
use crate::locale::{Language, Text, Value};
use crate::message::{Button, Outbound, plain};
use crate::office::Office;
use crate::store::{Evidence, FileStatus};
use crate::ticket::act::state_texts;
use crate::ticket::due::{is_overdue, next_limit};
use crate::ticket::{Head, Ticket};

/// Longest name of a topic in UTF-16 units (createForumTopic).
const NAME: usize = 128;
/// Longest card in UTF-16 units, with room for what a clerk's menu adds.
const CARD: usize = 3800;

/// What a clerk can open from a card, in rows. The token is `d:<name>:<receipt>`.
pub const BUTTONS: [&[&str]; 4] = [&["take", "reply"], &["prepared", "paper"], &["state", "extend"], &["pass", "close"]];

/// The name of the topic: state, receipt, service.
pub fn topic_name(office: &Office, ticket: &Ticket) -> String {
    let head = &ticket.head;
    let language = language(office, ticket);
    let script = office.script.load();
    let name = Text::new("topic-name")
        .with("mark", mark(head, office_day(office.now())))
        .with("state", state_texts(&head.service, &head.state))
        .with("receipt", head.receipt.to_string())
        .with("service", Text::new(format!("{}.short", head.service)).or(head.service.as_str()));
    cut(&plain(&script.texts.say(&language, &name)), NAME)
}

/// The sign that tells at a glance how a ticket stands.
pub fn mark(head: &Head, today: chrono::NaiveDate) -> Text {
    Text::new(match () {
        // A bad grade comes after the end, so it counts more.
        () if head.call_back => "topic-mark-call-back",
        () if head.closed.is_some() => "topic-mark-closed",
        () if is_overdue(head, today) => "topic-mark-overdue",
        () if head.urgent || head.hurried => "topic-mark-urgent",
        () if head.unread => "topic-mark-unread",
        () if head.clerk.is_some() => "topic-mark-taken",
        () => "topic-mark-open",
    })
}

/// The card in the ticket's topic.
pub fn card(office: &Office, ticket: &Ticket, evidence: &[Evidence]) -> Outbound {
    Outbound { buttons: buttons(office, ticket), ..card_with(office, (ticket, evidence), "card-rule") }
}

/// The card without buttons; the last line says what can be done where it stands.
pub fn card_with(office: &Office, (ticket, evidence): (&Ticket, &[Evidence]), rule: &str) -> Outbound {
    let head = &ticket.head;
    let language = language(office, ticket);
    let script = office.script.load();
    let say = |text: &Text| script.texts.say(&language, text);
    let mut lines = vec![say(&Text::new("card-title")
        .with("service", Text::new(head.service.as_str()))
        .with("receipt", head.receipt.to_string())
        .with("state", state_texts(&head.service, &head.state))
        .with("since", Value::Time(head.since)))];
    lines.push(say(&match next_limit(head) {
        Some(limit) => Text::new(if is_overdue(head, office_day(office.now())) { "card-overdue" } else { "card-due" })
            .with("limit", crate::intake::limit_text(ticket, &limit.name))
            .with("day", limit.due),
        None => Text::new("card-no-limit"),
    }));
    for year in next_limit(head).iter().flat_map(|limit| &limit.guessed) {
        lines.push(say(&Text::new("receipt-guessed").with("year", year.to_string())));
    }
    lines.push(say(&Text::new("card-who")
        .with("queue", office.queue_name(&head.queue))
        .with("clerk", head.clerk.as_ref().map_or_else(|| Value::from(Text::new("card-nobody")), |clerk| clerk.0.clone().into()))
        .with("language", Text::new(format!("language-{}", head.language.0)))
        .with("named", Text::new(if head.anonymous { "card-anonymous" } else { "card-named" }))));
    if head.urgent {
        lines.push(say(&Text::new("card-urgent")));
    }
    if head.call_back {
        lines.push(say(&Text::new("card-call-back")));
    }
    for (label, value) in open_answers(office, ticket) {
        lines.push(say(&Text::new("card-line").with("label", label).with("answer", value)));
    }
    if ticket.body.answers.iter().any(|given| given.personal && given.answer.is_given()) {
        lines.push(say(&Text::new("card-personal").with("receipt", head.receipt.to_string())));
    }
    for (n, file) in evidence.iter().enumerate() {
        lines.push(say(&file_line(n + 1, file)));
    }
    lines.push(say(&Text::new(rule)));
    Outbound { text: fit(lines), ..Outbound::default() }
}

/// The buttons of a card.
pub fn buttons(office: &Office, ticket: &Ticket) -> Vec<Vec<Button>> {
    let language = language(office, ticket);
    let script = office.script.load();
    let button = |name: &str| Button {
        label: plain(&script.texts.say(&language, &Text::new(format!("desk-button-{name}")))),
        token: format!("d:{name}:{}", ticket.head.receipt),
    };
    if ticket.head.closed.is_some() {
        let called = ticket.head.call_back.then(|| vec![button("called")]);
        return called.into_iter().chain([vec![button("reply")]]).collect();
    }
    let mut rows: Vec<Vec<Button>> = BUTTONS.iter().map(|row| row.iter().map(|name| button(name)).collect()).collect();
    if ticket.head.clerk.is_some()
        && let Some(first) = rows.first_mut().and_then(|row| row.first_mut())
    {
        *first = button("release");
    }
    rows
}

/// One file of a card: number, type, size, what is odd about it; never its name, which may tell who sent it.
fn file_line(n: usize, file: &Evidence) -> Text {
    match &file.status {
        FileStatus::Waiting => Text::new("card-file-waiting").with("n", n),
        FileStatus::Kept { bytes, found, claimed, sha256 } => {
            let line = Text::new(if claimed.is_some() { "card-file-lies" } else { "card-file" })
                .with("n", n)
                .with("kind", found.clone())
                .with("kilobytes", i64::try_from(bytes.div_ceil(1000)).unwrap_or(i64::MAX))
                .with("hash", sha256.chars().take(12).collect::<String>());
            match claimed {
                Some(claimed) => line.with("claimed", claimed.clone()),
                None => line,
            }
        }
        FileStatus::Refused { why } => {
            Text::new("card-file-refused").with("n", n).with("why", Text::new(format!("file-why-{why}")).or("file-why-other"))
        }
    }
}

fn language(office: &Office, ticket: &Ticket) -> Language {
    office.queue(&ticket.head.queue).map_or_else(Language::chinese, |queue| queue.language.clone())
}

fn fit(lines: Vec<String>) -> String {
    let mut text = lines.join("\n");
    let mut lines = lines;
    while crate::message::shown_length(&text) > CARD {
        let Some(longest) = lines.iter_mut().max_by_key(|line| line.len()) else { break };
        let words = plain(longest);
        let half: String = words.chars().take(words.chars().count() / 2).chain(['…']).collect();
        *longest = crate::message::escape(&half);
        text = lines.join("\n");
    }
    text
}

fn cut(text: &str, most: usize) -> String {
    let mut short = String::new();
    let mut units = 0;
    for sign in text.chars() {
        units += sign.len_utf16();
        if units > most {
            break;
        }
        short.push(sign);
    }
    short
}
