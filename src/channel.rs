//! What a channel must do: turn what comes in into [`Inbound`](crate::message::Inbound), and show an
//! [`Outbound`]. Here is the part that all channels share: a screen of the dialog becomes one message, with buttons where
//! there are buttons, with numbers where there are none.

use crate::dialog::machine::{is_numbered, standing_token};
use crate::dialog::state::{Press, Show};
use crate::locale::{Language, Text, Texts, Value};
use crate::message::{Ability, Button, Copyable, Outbound, escape, plain, shown_length};

pub mod telegram;
pub mod terminal;
pub mod web;

/// Labels up to this width stand two in a row on a phone; a Chinese sign counts two.
const HALF_ROW: usize = 16;

/// Texts of which several stand close together, as a list.
const LISTS: [&str; 3] = ["review-line", "receipt-due", "menu-line-brief"];

/// A paragraph, or a further line of the list above it.
struct Line {
    words: String,
    is_next: bool,
}

/// Turns a screen into a message; `screen` is the number that its buttons carry.
pub fn render(texts: &Texts, language: &Language, ability: Ability, show: &Show, screen: u32) -> Outbound {
    let mut lines: Vec<Line> = Vec::new();
    for (n, text) in show.lines.iter().enumerate() {
        let is_next = n > 0 && LISTS.iter().any(|id| is_named(text, id) && is_named(&show.lines[n - 1], id));
        lines.push(Line { words: texts.say(language, text), is_next });
    }
    let mut buttons = Vec::new();
    if ability.buttons {
        buttons = rows(texts, language, ability, show, screen);
    } else {
        lines.extend(numbered(texts, language, show).into_iter().map(|words| Line { words, is_next: false }));
    }
    let copies = show
        .copies
        .as_ref()
        .filter(|_| ability.buttons)
        .map(|(label, text)| Copyable { label: plain(&texts.say(language, label)), text: text.clone() });
    Outbound { text: fit(lines, ability.text), buttons, copies, ..Outbound::default() }
}

fn rows(texts: &Texts, language: &Language, ability: Ability, show: &Show, screen: u32) -> Vec<Vec<Button>> {
    let mut at = 0;
    let mut rows: Vec<Vec<Button>> = Vec::new();
    for row in &show.buttons {
        let made: Vec<Button> = row
            .iter()
            .map(|(label, press)| {
                let token = if show.lasting { standing_token(press) } else { None }.unwrap_or_else(|| format!("{screen}.{at}"));
                at += 1;
                Button { label: cut(&plain(&texts.say(language, label)), ability.label), token }
            })
            .collect();
        let narrow = made.iter().map(|button| width(&button.label)).max().unwrap_or(0) * made.len() <= HALF_ROW * 2;
        let control = row.iter().all(|(_, press)| !is_numbered(press));
        if narrow || control {
            // Short choices stand two in a row, so that a list stays on one screen.
            let joins = made.len() == 1
                && !control
                && width(&made[0].label) <= HALF_ROW
                && rows.last().is_some_and(|last| last.len() == 1 && width(&last[0].label) <= HALF_ROW && joinable(show, rows.len()));
            match rows.last_mut() {
                Some(last) if joins => last.extend(made),
                _ => rows.push(made),
            }
        } else {
            rows.extend(made.into_iter().map(|button| vec![button]));
        }
    }
    rows
}

/// Only rows of the same kind are put together; the first rows of a screen are choices.
fn joinable(show: &Show, row: usize) -> bool {
    show.buttons.get(row.saturating_sub(1)).is_some_and(|row| {
        row.iter().all(|(_, press)| {
            matches!(press, Press::Option(_) | Press::Pick(_) | Press::Place(_) | Press::ChangeStep(_) | Press::MoreStep(_))
        })
    })
}

/// Choices with numbers, and the words that do the rest. Numbers count on the newest screen only: under a message that stays
/// there are none, but words that work at any time.
fn numbered(texts: &Texts, language: &Language, show: &Show) -> Vec<String> {
    let mut lines = Vec::new();
    let mut words = Vec::new();
    let mut list = Vec::new();
    for (label, press) in show.buttons.iter().flatten() {
        let label = texts.say(language, label);
        if let (true, Press::Ticket(receipt)) = (show.lasting, press) {
            words.push(Value::Words(receipt.to_string()));
        } else if let (true, Press::Unsubscribe(id)) = (show.lasting, press) {
            words.push(Text::new("typed-command").with("label", plain(&label)).with("command", format!("/unsubscribe {id}")).into());
        } else if is_numbered(press) && !show.lasting {
            list.push(format!("{}. {label}", list.len() + 1));
        } else {
            words.push(Value::Words(plain(&label)));
        }
    }
    if !list.is_empty() {
        lines.push(list.join("\n"));
    }
    if !words.is_empty() {
        lines.push(texts.say(language, &Text::new("typed-controls").with("list", words)));
    }
    lines
}

fn is_named(text: &Text, id: &str) -> bool {
    text.ids.first().is_some_and(|first| first == id)
}

/// Puts paragraphs together within a limit of UTF-16 units; the longest gives way first.
fn fit(mut lines: Vec<Line>, limit: usize) -> String {
    loop {
        let text = joined(&lines);
        let surplus = shown_length(&text).saturating_sub(limit);
        if surplus == 0 {
            return text;
        }
        let Some(longest) = lines.iter_mut().max_by_key(|line| shown_length(&line.words)) else { return text };
        let words = plain(&longest.words);
        let keep = words.chars().count().saturating_sub(surplus + 2);
        longest.words = escape(&words.chars().take(keep).chain(['…']).collect::<String>());
        if keep == 0 && lines.iter().all(|line| line.words.chars().count() <= 1) {
            return joined(&lines);
        }
    }
}

fn joined(lines: &[Line]) -> String {
    let mut text = String::new();
    for line in lines {
        text.push_str(match (text.is_empty(), line.is_next) {
            (true, _) => "",
            (false, true) => "\n",
            (false, false) => "\n\n",
        });
        text.push_str(&line.words);
    }
    text
}

fn cut(label: &str, most: usize) -> String {
    let label = label.replace('\n', " ");
    if label.chars().count() <= most { label } else { label.chars().take(most - 1).chain(['…']).collect() }
}

fn width(label: &str) -> usize {
    label.chars().map(|sign| if sign.is_ascii() { 1 } else { 2 }).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_that_is_too_long_loses_its_longest_paragraph_not_its_markup() {
        let fitted =
            fit(["<b>short</b>".to_owned(), "很".repeat(6000), "end".to_owned()].map(|words| Line { words, is_next: false }).into(), 4096);
        assert!(shown_length(&fitted) <= 4096, "{}", shown_length(&fitted));
        assert!(fitted.starts_with("<b>short</b>") && fitted.ends_with("end"));
    }
}
