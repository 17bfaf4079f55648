//! A dialog file as a tree of names and values, each with its place, so that every complaint can point at the very word.
//! Knows YAML and nothing of dialogs.
//!
//! ## Why
//! Serde stops at the first field that it does not know, and most names in a dialog carry no place. The tree is read first:
//! it finds all that is wrong with the form of a file at once, and later checks look places up in it.

use crate::complaint::{Complaint, Kind, Place};
use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_saphyr::options::{DuplicateKeyPolicy, MergeKeyPolicy};
use serde_saphyr::{Error, Location, Options, Spanned};

/// Largest dialog file, in bytes; a long one has ten thousand.
pub const MAX_FILE: usize = 256 * 1024;
/// Deepest nesting; a dialog needs six.
const MAX_DEPTH: usize = 16;
const MAX_NODES: usize = 50_000;

/// A value and where it stands.
#[derive(Clone, Debug)]
pub struct Node {
    /// What it is.
    pub value: Value,
    /// Bytes of the file that hold it; for lists and maps where they begin.
    pub bytes: std::ops::Range<usize>,
}

/// A value of a file.
#[derive(Clone, Debug)]
pub enum Value {
    /// Nothing: an empty place or `null`.
    Nothing,
    /// `true` or `false`, not quoted.
    Flag(bool),
    /// A whole number, not quoted.
    Number(i128),
    /// Words.
    Words(String),
    /// A list.
    List(Vec<Node>),
    /// Names with values, in order; a name may stand twice.
    Map(Vec<(Name, Node)>),
}

/// A name before a colon.
#[derive(Clone, Debug)]
pub struct Name {
    /// The name.
    pub text: String,
    /// Bytes of the file that hold it.
    pub bytes: std::ops::Range<usize>,
}

impl Node {
    /// Reads a file.
    ///
    /// # Errors
    /// It is no YAML, or larger or deeper than a dialog can be.
    pub fn read(file: &str, text: &str) -> Result<Self, Box<Complaint>> {
        if text.len() > MAX_FILE {
            return Err(Box::new(Complaint::new(file, Place::start(), Kind::FileTooLarge { limit: MAX_FILE })));
        }
        serde_saphyr::from_str_with_options::<Node>(text, lenient()).map_err(|error| Box::new(trouble(file, text, &error)))
    }

    /// The value of a name.
    pub fn get(&self, name: &str) -> Option<&Node> {
        match &self.value {
            Value::Map(entries) => entries.iter().find(|(one, _)| one.text == name).map(|(_, node)| node),
            _ => None,
        }
    }

    /// The name itself, before the colon.
    pub fn name(&self, name: &str) -> Option<&Name> {
        match &self.value {
            Value::Map(entries) => entries.iter().find(|(one, _)| one.text == name).map(|(one, _)| one),
            _ => None,
        }
    }

    /// The items of a list; none of anything else.
    pub fn items(&self) -> &[Node] {
        match &self.value {
            Value::List(items) => items,
            _ => &[],
        }
    }

    /// The words, when it is words.
    pub fn words(&self) -> Option<&str> {
        match &self.value {
            Value::Words(words) => Some(words),
            _ => None,
        }
    }
}

/// Everything strict but for repeated names, which are found all at once in the tree.
fn lenient() -> Options {
    let mut options = strict();
    options.duplicate_keys = DuplicateKeyPolicy::PassThrough;
    options
}

/// How dialog files are read: small, flat, without aliases, merges and tags.
pub(super) fn strict() -> Options {
    serde_saphyr::options! {
        budget: serde_saphyr::budget! {
            max_depth: MAX_DEPTH,
            max_nodes: MAX_NODES,
            max_events: 4 * MAX_NODES,
            max_documents: 1,
            max_aliases: 0,
            max_anchors: 0,
            max_merge_keys: 0,
            max_total_scalar_bytes: MAX_FILE,
            flow_nesting_limit: MAX_DEPTH,
        },
        duplicate_keys: DuplicateKeyPolicy::Error,
        merge_keys: MergeKeyPolicy::AsOrdinary,
        strict_booleans: true,
        reject_unsupported_tags: true,
        reject_tagged_field_names: true,
    }
}

/// What the reader of YAML says, as a complaint.
pub(super) fn trouble(file: &str, text: &str, error: &Error) -> Complaint {
    let plain = error.without_snippet();
    let place = plain.location().map_or_else(Place::start, |at| Place::of_bytes(text, bytes_or_line(&at, text)));
    let said = plain.to_string();
    let first = said.lines().next().unwrap_or_default().to_owned();
    Complaint::new(file, place, Kind::Yaml { trouble: first })
}

/// Complaints of the scanner come with a line and a column only.
fn bytes_or_line(at: &Location, text: &str) -> std::ops::Range<usize> {
    if at.span().byte_offset().is_some() { range(at) } else { offset(text, at)..offset(text, at) }
}

/// Byte of a line and column, for places that come without bytes.
fn offset(text: &str, at: &Location) -> usize {
    let line = usize::try_from(at.line()).unwrap_or(0).saturating_sub(1);
    let column = usize::try_from(at.column()).unwrap_or(0).saturating_sub(1);
    let start: usize = text.split_inclusive('\n').take(line).map(str::len).sum();
    start + text[start.min(text.len())..].chars().take(column).map(char::len_utf8).sum::<usize>()
}

fn range(at: &Location) -> std::ops::Range<usize> {
    let span = at.span();
    let start = span.byte_offset().and_then(|n| usize::try_from(n).ok()).unwrap_or(0);
    let length = span.byte_len().and_then(|n| usize::try_from(n).ok()).unwrap_or(0);
    start..start.saturating_add(length)
}

impl<'de> Deserialize<'de> for Node {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let spanned = Spanned::<Value>::deserialize(deserializer)?;
        Ok(Self { value: spanned.value, bytes: range(&spanned.referenced) })
    }
}

impl<'de> Deserialize<'de> for Value {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Any)
    }
}

struct Any;

impl<'de> Visitor<'de> for Any {
    type Value = Value;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a value")
    }

    fn visit_bool<E>(self, flag: bool) -> Result<Value, E> {
        Ok(Value::Flag(flag))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Value, E> {
        Ok(Value::Number(number.into()))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Value, E> {
        Ok(Value::Number(number.into()))
    }

    fn visit_i128<E>(self, number: i128) -> Result<Value, E> {
        Ok(Value::Number(number))
    }

    fn visit_u128<E>(self, number: u128) -> Result<Value, E> {
        Ok(Value::Number(i128::try_from(number).unwrap_or(i128::MAX)))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Value, E> {
        Ok(Value::Words(number.to_string()))
    }

    fn visit_str<E>(self, words: &str) -> Result<Value, E> {
        Ok(Value::Words(words.to_owned()))
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Nothing)
    }

    fn visit_none<E>(self) -> Result<Value, E> {
        Ok(Value::Nothing)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Value, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = list.next_element()? {
            items.push(item);
        }
        Ok(Value::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Value, A::Error> {
        let mut entries = Vec::new();
        while let Some(name) = map.next_key::<Spanned<String>>()? {
            entries.push((Name { text: name.value, bytes: range(&name.referenced) }, map.next_value()?));
        }
        Ok(Value::Map(entries))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Node {
        Node::read("a.yaml", text).expect("a tree")
    }

    #[test]
    fn every_value_knows_its_place() {
        let text = "# 说明\nsteps:\n  - ask: how\n    options: [专利, {name: b, when: a = 1}]\n    when: >-\n      x = y\n      or z = w\n";
        let tree = read(text);
        let step = &tree.get("steps").expect("steps").items()[0];
        let shown = |node: &Node| text[node.bytes.clone()].to_owned();
        assert_eq!(shown(step.get("ask").expect("ask")), "how");
        let options = step.get("options").expect("options").items();
        assert_eq!(shown(&options[0]), "专利");
        assert_eq!(shown(options[1].get("when").expect("when")), "a = 1");
        assert_eq!(&text[step.name("options").expect("a name").bytes.clone()], "options");
        let when = step.get("when").expect("when");
        assert_eq!(when.words(), Some("x = y or z = w"));
        assert!(shown(when).contains("or z"), "{:?}", shown(when));
    }

    #[test]
    fn hostile_files_are_refused_and_never_harm() {
        let deep = format!("a: {}{}", "[".repeat(5000), "]".repeat(5000));
        let blocks: String = (0..3000).map(|n| format!("{}a:\n", " ".repeat(n))).collect();
        let bomb = "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n".to_owned();
        let large = "x".repeat(MAX_FILE + 1);
        let many = "- a\n".repeat(MAX_NODES + 1);
        for text in [deep, blocks, bomb, large, many, "a: !!python/object x".to_owned(), "a: b\n---\nc: d\n".to_owned(), "a: [".to_owned()]
        {
            assert!(Node::read("a.yaml", &text).is_err(), "{}", &text[..text.len().min(40)]);
        }
    }

    #[test]
    fn words_that_look_like_other_things_stay_words() {
        for text in ["yes", "no", "on", "1.5", "2026-11-23", "'true'"] {
            assert!(read(&format!("a: {text}")).get("a").expect("a").words().is_some(), "{text}");
        }
        assert!(matches!(read("a: 5").get("a").expect("a").value, Value::Number(5)));
        assert!(matches!(read("a: true").get("a").expect("a").value, Value::Flag(true)));
        assert!(matches!(read("a:").get("a").expect("a").value, Value::Nothing));
    }
}
