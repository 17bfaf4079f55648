//! What a digest says, and what a subscription is called.

use crate::channel;
use crate::dialog::state::{Press, Show};
use crate::intake::Side;
use crate::locale::{Language, Text, Value};
use crate::message::{Outbound, Route, shown_length};
use crate::office::Office;
use crate::watch::{Item, Rhythm, Subscription, Why, Wish};

/// Longest text of the entries, so that a digest stays one message on every channel.
const LENGTH: usize = 3300;
/// Signs of a title and of the names of applicants that are told.
const TITLE: usize = 120;
const NAMES: usize = 80;
/// Words of a wish that stand in its name.
const NAMED: usize = 4;

/// What a subscription is about, in a few words.
pub fn wish_text(wish: &Wish) -> Text {
    let of = |name: &str, group: &str, kind: &Option<String>| match kind {
        Some(kind) => Text::new(format!("subscription-of-{name}")).with("kind", Text::new(format!("table-{group}-{kind}"))),
        None => Text::new(format!("subscription-{name}")),
    };
    match wish {
        Wish::Patents { keywords, classes, applicants } => {
            let all: Vec<&String> = keywords.iter().chain(classes).chain(applicants).collect();
            let words: Vec<Value> = all.iter().take(NAMED).map(|word| Value::Words((*word).clone())).collect();
            let id = if all.len() > NAMED { "subscription-patents-and-more" } else { "subscription-patents" };
            Text::new(id).with("words", words).with("rest", all.len().saturating_sub(NAMED))
        }
        Wish::Publications { kind } => of("publications", "publication", kind),
        Wish::Notices { item, .. } => of("notices", "notice", item),
        Wish::Policies => Text::new("subscription-policies"),
    }
}

/// How often.
pub fn rhythm_text(rhythm: Rhythm) -> Text {
    Text::new(format!("rhythm-{}", rhythm.name()))
}

/// The digest of what waits, in the language of the person.
pub(super) fn message(office: &Office, (one, route): (&Subscription, &Route), language: Option<&Language>) -> Outbound {
    let script = office.script.load();
    let chinese = Language::chinese();
    let language = language.unwrap_or(&chinese);
    let table = one.wish.table().name();
    let head = Text::new(format!("digest-{table}")).with("count", count(one.waiting.count())).with("what", wish_text(&one.wish));
    let mut lines = vec![head];
    let (mut length, mut told) = (0, 0);
    for item in &one.waiting.items {
        let line = entry(table, item);
        length += shown_length(&script.texts.say(language, &line));
        if length > LENGTH && told > 0 {
            break;
        }
        lines.push(line);
        told += 1;
    }
    let rest = one.waiting.count().saturating_sub(told);
    if rest > 0 {
        lines.push(Text::new("digest-rest").with("count", count(rest)));
    }
    lines.push(Text::new(format!("digest-note-{table}")));
    let buttons = vec![vec![(Text::new("button-unsubscribe"), Press::Unsubscribe(one.id.clone()))]];
    let show = Show { lasting: true, lines, buttons, copies: None, picture: None };
    channel::render(&script.texts, language, Side::of(route).ability, &show, 0)
}

fn count(n: u64) -> Value {
    Value::Number(i64::try_from(n).unwrap_or(i64::MAX))
}

/// One entry.
fn entry(table: &str, item: &Item) -> Text {
    let short = |words: &str, most: usize| match words.chars().count() {
        n if n > most => words.chars().take(most - 1).chain(['…']).collect(),
        _ => words.to_owned(),
    };
    let title = Text::new("in-language").with("zh", short(item.title.zh(), TITLE)).with("en", short(item.title.en(), TITLE));
    let group = match table {
        "publications" => "publication",
        "notices" => "notice",
        _ => "policy",
    };
    let mut text = Text::new(format!("digest-entry-{table}")).with("title", title).with("day", item.day);
    text = match &item.number {
        Some(number) => text.with("number", number.as_str()),
        None => text,
    };
    if table == "patents" {
        let by = short(&item.applicants.join(", "), NAMES);
        let why: Vec<Value> = item.why.iter().map(|why| reason(why).into()).collect();
        text = text.with("applicants", by).with("why", why);
    } else if let Some(kind) = &item.kind {
        text = text.with("kind", Text::new(format!("table-{group}-{kind}")));
    }
    if let Some(until) = item.until {
        text = text.with("until", until);
    }
    match &item.link {
        Some(link) => Text::new("digest-entry-link").with("entry", text).with("link", link.as_str()),
        None => text,
    }
}

fn reason(why: &Why) -> Text {
    match why {
        Why::Keyword(word) => Text::new("digest-why-keyword").with("word", word.as_str()),
        Why::Class(symbol) => Text::new("digest-why-class").with("word", symbol.as_str()),
        Why::Applicant(name) => Text::new("digest-why-applicant").with("word", name.as_str()),
    }
}
