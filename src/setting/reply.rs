//! Words of prepared replies: as the desk types them, as they lie in text files, and what is wrong with them.
//!
//! ## Why
//! At the desk a field is its name in braces: `{receipt}`. More of the language of text files is not needed for a reply, and a
//! bracket too many should not need a manual. What is typed becomes a text of a file all the same, and the check is that of the files.

use super::{Fault, Words};
use crate::complaint::{Complaint, Kind};
use crate::content::Content;
use crate::dialog::check::{REPLY_FIELDS, check_reply};
use crate::id::ServiceId;
use crate::locale::{Language, Text, TextFile, Texts};

/// The name of the text of a prepared reply.
pub(super) fn text_id(service: &ServiceId, name: &str) -> String {
    format!("{service}-reply-{name}")
}

/// The words of a reply as they are shipped; `None` when there is none, or when it is more than words and fields.
pub(super) fn shipped(content: &Content, id: &str) -> Option<Words> {
    let mut words = Words::new();
    for entry in content.script.texts.entries().filter(|entry| entry.id == id && entry.attribute.is_none()) {
        words.insert(entry.language.0.clone(), entry.typed()?);
    }
    (!words.is_empty()).then_some(words)
}

/// Text files in which a reply has these words.
pub(super) fn replaced(files: &mut [TextFile], id: &str, words: &Words) {
    for file in files.iter_mut() {
        let Some(words) = words.get(&file.language.0) else { continue };
        if let Some(text) = with_words(&file.text, id, words) {
            file.text = text;
        }
    }
}

/// A text file in which a text has other words; its attributes stay. `None` when it has no such text.
fn with_words(source: &str, id: &str, words: &str) -> Option<String> {
    let begins = |line: &str| line.strip_prefix(id).is_some_and(|rest| rest.trim_start().starts_with('='));
    let goes_on = |line: &str| line.trim().is_empty() || line.starts_with([' ', '\t', '}']);
    let lines: Vec<&str> = source.lines().collect();
    let first = lines.iter().position(|line| begins(line))?;
    let end = lines.iter().skip(first + 1).position(|line| !goes_on(line)).map_or(lines.len(), |n| first + 1 + n);
    let attribute = |line: &&str| {
        let line = line.trim_start();
        line.strip_prefix('.').is_some_and(|rest| rest.starts_with(|sign: char| sign.is_ascii_alphabetic()) && rest.contains('='))
    };
    let attributes = lines[first + 1..end].iter().position(attribute).map_or(end, |n| first + 1 + n);
    let mut text: Vec<&str> = lines[..first].to_vec();
    let own = to_fluent(id, words).ok()?;
    text.extend(own.lines());
    text.extend(&lines[attributes..]);
    Some(text.join("\n") + "\n")
}

/// What is typed wrongly: line, from 1, and what.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Typo {
    /// A brace that belongs to no field.
    Brace,
    /// No reply has such a field.
    Field(String),
}

/// Typed words as a text of a file.
pub(super) fn to_fluent(id: &str, words: &str) -> Result<String, Vec<(usize, Typo)>> {
    let mut wrong = Vec::new();
    let mut text = format!("{id} =");
    for (n, line) in words.trim().lines().enumerate() {
        match fields(line.trim()) {
            Ok(line) => {
                text.push_str("\n    ");
                // Signs that mean something at the beginning of a line of a text file.
                match line.chars().next() {
                    Some(sign @ ('.' | '*' | '[')) => text.push_str(&format!("{{ \"{sign}\" }}{}", &line[1..])),
                    _ => text.push_str(&line),
                }
            }
            Err(typo) => wrong.push((n + 1, typo)),
        }
    }
    if wrong.is_empty() { Ok(text + "\n") } else { Err(wrong) }
}

/// A line with its fields as text files write them.
fn fields(line: &str) -> Result<String, Typo> {
    let mut done = String::new();
    let mut rest = line;
    while let Some(at) = rest.find(['{', '}']) {
        let (before, brace) = rest.split_at(at);
        done.push_str(before);
        let (field, after) = brace.strip_prefix('{').and_then(|rest| rest.split_once('}')).ok_or(Typo::Brace)?;
        let name = field.trim().trim_start_matches('$');
        if name.is_empty() || !name.bytes().all(|sign| sign.is_ascii_lowercase() || sign == b'-') {
            return Err(Typo::Brace);
        }
        if !REPLY_FIELDS.contains(&name) {
            return Err(Typo::Field(name.to_owned()));
        }
        done.push_str(&format!("{{ ${name} }}"));
        rest = after;
    }
    done.push_str(rest);
    Ok(done)
}

/// What is wrong with the words of a reply, each with the field of the form.
pub(super) fn faults(content: &Content, words: &Words) -> Vec<Fault> {
    let mut faults = Vec::new();
    let mut files = Vec::new();
    let field = |language: &str| format!("words-{language}");
    for (language, words) in words {
        match to_fluent("reply", words) {
            Ok(text) => files.push(TextFile { language: Language(language.clone()), name: "reply.ftl".to_owned(), text }),
            Err(wrong) => faults.extend(wrong.into_iter().map(|(line, typo)| {
                let text = match typo {
                    Typo::Brace => Text::new("deskweb-fault-brace"),
                    Typo::Field(name) => {
                        let known = REPLY_FIELDS.map(|field| format!("{{{field}}}")).join(" ");
                        Text::new("deskweb-fault-field").with("name", format!("{{{name}}}")).with("known", known)
                    }
                };
                Fault { field: field(language), text: text.with("line", line) }
            })),
        }
    }
    if !faults.is_empty() {
        return faults;
    }
    let found = match Texts::load(&files) {
        Ok(texts) => check_reply(&texts, &content.terms()),
        Err(complaints) => complaints,
    };
    faults.extend(found.iter().map(|complaint| {
        let language = complaint.file.split('/').nth(1).unwrap_or_default();
        Fault { field: field(language), text: said(complaint) }
    }));
    faults
}

/// What the check says, for whoever typed it. A line of the file is one further down than what was typed.
fn said(complaint: &Complaint) -> Text {
    let line = usize::try_from(complaint.line.saturating_sub(1).max(1)).unwrap_or(1);
    let text = match &complaint.kind {
        Kind::VariablesDiffer { .. } => return Text::new("deskweb-fault-fields-differ"),
        Kind::MarkupDiffers { .. } => return Text::new("deskweb-fault-markup-differs"),
        Kind::TextMissing { .. } => return Text::new("deskweb-fault-language"),
        Kind::MarkupWrong { .. } => Text::new("deskweb-fault-markup").with("tags", "<b> <i> <code>").with("signs", "&lt; &gt; &amp;"),
        Kind::PunctuationHalf { sign } | Kind::PunctuationFull { sign } => {
            Text::new("deskweb-fault-punctuation").with("sign", sign.to_string())
        }
        Kind::TermWrong { term, right } => Text::new("deskweb-fault-term").with("term", term.clone()).with("right", right.clone()),
        other => Text::new("deskweb-fault-other").with("trouble", other.to_string()),
    };
    text.with("line", line)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn typed_words_become_a_text_of_a_file_and_back() {
        let text = to_fluent("a-reply-b", "Thank you for {receipt}.\n\n.5 is a number\n[x] { $reason }\n").expect("words");
        let file = |language: &str| TextFile { language: Language(language.to_owned()), name: "a.ftl".to_owned(), text: text.clone() };
        let texts = Texts::load(&[file("zh-Hans"), file("en")]).expect("a text file");
        let entry = texts.entries().next().expect("a text");
        assert_eq!(entry.typed().as_deref(), Some("Thank you for {receipt}.\n\n.5 is a number\n[x] {reason}"));
        assert_eq!(entry.variables(), ["reason", "receipt"]);
    }

    #[test]
    fn a_brace_too_many_and_a_field_that_nobody_fills_are_named_with_their_lines() {
        for (words, wrong) in [
            ("a\n{receipt", vec![(2, Typo::Brace)]),
            ("}\n{ }\n{Receipt}", vec![(1, Typo::Brace), (2, Typo::Brace), (3, Typo::Brace)]),
            ("{reciept}\nfine\n{name}", vec![(1, Typo::Field("reciept".to_owned())), (3, Typo::Field("name".to_owned()))]),
        ] {
            assert_eq!(to_fluent("a", words), Err(wrong), "{words}");
        }
    }

    #[test]
    fn other_words_stand_in_a_file_without_touching_its_neighbours() {
        let source = "a = A\nb =\n    Old\n\n    words { $x ->\n    [1] one\n   *[other] more\n}\n    .label = Label\n    .also-x = y\n# next\nc = C\n";
        let text = with_words(source, "b", "New\n{receipt}").expect("it is there");
        assert_eq!(text, "a = A\nb =\n    New\n    { $receipt }\n    .label = Label\n    .also-x = y\n# next\nc = C\n");
        assert_eq!(with_words(source, "b-c", "x"), None);
        assert_eq!(with_words("b = one line\n", "b", "other").as_deref(), Some("b =\n    other\n"));
    }
}
