//! The form of dialog files: which fields there are, which values they take. It is derived from the types of
//! [`FlowFile`] and [`GroupFile`] as a JSON Schema, which editors use as well, so the two never part.

use super::node::{Name, Node, Value};
use super::source::Source;
use crate::complaint::{Complaint, Kind, nearest};
use crate::dialog::flow::{FlowFile, GroupFile};
use serde_json::Value as Json;
use std::sync::LazyLock;

static FLOW: LazyLock<Json> = LazyLock::new(|| schemars::schema_for!(FlowFile).to_value());
static GROUP: LazyLock<Json> = LazyLock::new(|| schemars::schema_for!(GroupFile).to_value());

/// Which form a file has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// A service.
    Flow,
    /// A shared group.
    Group,
}

/// The JSON Schema of dialog files, for editors: a service or a shared group.
pub fn schema() -> String {
    #[derive(schemars::JsonSchema)]
    #[serde(untagged)]
    #[schemars(title = "A dialog of a service, or a group of questions that several services share", rename = "dialog")]
    #[expect(dead_code, reason = "only its schema is wanted")]
    enum Either {
        Flow(Box<FlowFile>),
        Group(Box<GroupFile>),
    }
    let mut text = serde_json::to_string_pretty(&schemars::schema_for!(Either).to_value()).expect("a schema is JSON");
    text.push('\n');
    text
}

/// All that is wrong with the form of a file.
pub(super) fn complaints(source: &Source, form: Form) -> Vec<Complaint> {
    let root = match form {
        Form::Flow => &*FLOW,
        Form::Group => &*GROUP,
    };
    let mut walk = Walk { source, root, found: Vec::new() };
    walk.node(&source.tree, root);
    walk.found
}

struct Walk<'a> {
    source: &'a Source,
    root: &'a Json,
    found: Vec<Complaint>,
}

impl<'a> Walk<'a> {
    fn node(&mut self, node: &Node, schema: &'a Json) {
        let variants = self.variants(schema);
        let fitting: Vec<&Json> = variants.iter().copied().filter(|variant| kind_fits(node, variant)).collect();
        let Some(schema) = fitting.first().copied() else {
            self.wrong(node, &variants);
            return;
        };
        match &node.value {
            Value::Map(entries) => self.map(node, entries, schema),
            Value::List(items) => items.iter().for_each(|item| self.node(item, &schema["items"])),
            Value::Words(words) => self.words(node, words, &fitting),
            Value::Number(number) => {
                if !(0..=i128::from(u32::MAX)).contains(number) {
                    self.complain(node, Kind::ValueWrong { expected: "a number from 0 to 4294967295".to_owned() });
                }
            }
            Value::Flag(_) | Value::Nothing => {}
        }
    }

    fn map(&mut self, node: &Node, entries: &[(Name, Node)], schema: &'a Json) {
        let fields = schema["properties"].as_object();
        for (at, (name, value)) in entries.iter().enumerate() {
            let place = self.source.place(&name.bytes);
            if entries[..at].iter().any(|(earlier, _)| earlier.text == name.text) {
                self.found.push(Complaint::new(&self.source.path, place, Kind::FieldTwice { field: name.text.clone() }));
                continue;
            }
            match fields.and_then(|fields| fields.get(&name.text)) {
                Some(schema) => self.node(value, schema),
                None => {
                    let known = fields.into_iter().flat_map(|fields| fields.keys().map(String::as_str));
                    let help = nearest(&name.text, known);
                    self.found
                        .push(Complaint::new(&self.source.path, place, Kind::FieldUnknown { field: name.text.clone() }).with_help(help));
                }
            }
        }
        let required = schema["required"].as_array().into_iter().flatten().filter_map(Json::as_str);
        for field in required.filter(|field| node.get(field).is_none()) {
            self.complain(node, Kind::FieldMissing { field: field.to_owned() });
        }
    }

    fn words(&mut self, node: &Node, words: &str, fitting: &[&Json]) {
        let allowed: Vec<&str> = fitting.iter().flat_map(|schema| constants(schema)).collect();
        if !allowed.is_empty() && !allowed.contains(&words) {
            let kind = Kind::ValueUnknown { value: words.to_owned(), allowed: allowed.join(", ") };
            let complaint = self.source.complaint(node, kind);
            self.found.push(complaint.with_help(nearest(words, allowed.iter().copied())));
        }
    }

    fn wrong(&mut self, node: &Node, variants: &[&Json]) {
        let mut expected: Vec<&str> = variants.iter().map(|schema| kind_words(schema)).filter(|words| !words.is_empty()).collect();
        expected.dedup();
        self.complain(node, Kind::ValueWrong { expected: expected.join(" or ") });
    }

    fn complain(&mut self, node: &Node, kind: Kind) {
        self.found.push(self.source.complaint(node, kind));
    }

    /// What a schema stands for, references followed and choices opened.
    fn variants(&self, schema: &'a Json) -> Vec<&'a Json> {
        if let Some(name) = schema["$ref"].as_str().and_then(|path| path.strip_prefix("#/$defs/")) {
            return self.variants(&self.root["$defs"][name]);
        }
        match schema["anyOf"].as_array().or_else(|| schema["oneOf"].as_array()) {
            Some(several) => several.iter().flat_map(|one| self.variants(one)).collect(),
            None => vec![schema],
        }
    }
}

fn constants(schema: &Json) -> Vec<&str> {
    match (schema["const"].as_str(), schema["enum"].as_array()) {
        (Some(one), _) => vec![one],
        (_, Some(several)) => several.iter().filter_map(Json::as_str).collect(),
        _ => Vec::new(),
    }
}

fn types(schema: &Json) -> Vec<&str> {
    match &schema["type"] {
        Json::String(one) => vec![one],
        Json::Array(several) => several.iter().filter_map(Json::as_str).collect(),
        _ => Vec::new(),
    }
}

fn kind_fits(node: &Node, schema: &Json) -> bool {
    let expected = match &node.value {
        Value::Map(_) => "object",
        Value::List(_) => "array",
        Value::Words(_) => "string",
        Value::Number(_) => "integer",
        Value::Flag(_) => "boolean",
        Value::Nothing => return false,
    };
    types(schema).contains(&expected)
}

fn kind_words(schema: &Json) -> &'static str {
    match types(schema).first().copied() {
        Some("object") => "a map of fields",
        Some("array") => "a list",
        Some("string") => "words",
        Some("integer") => "a whole number",
        Some("boolean") => "true or false",
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wrong(text: &str, form: Form) -> Vec<(u32, u32, String)> {
        let source = Source::read("dialogs/a.yaml", text).expect("YAML");
        complaints(&source, form).into_iter().map(|one| (one.line, one.column, one.kind.to_string())).collect()
    }

    #[test]
    fn everything_wrong_with_the_form_is_said_at_once() {
        let text = "service: a\nmenu: reprot\nstpes: []\nsubmit: x\nsteps:\n  - ask: x\n    as: choice\n    as: text\n    options: {a: b}\n    min: -1\n    optional: yes\n    when:\n    options2: 3\n";
        let found = wrong(text, Form::Flow);
        let places: Vec<(u32, u32)> = found.iter().map(|(line, column, _)| (*line, *column)).collect();
        assert_eq!(places, [(2, 7), (3, 1), (4, 9), (8, 5), (9, 14), (10, 10), (11, 15), (12, 9), (13, 5)], "{found:#?}");
    }

    #[test]
    fn a_file_in_form_has_no_complaint() {
        let text = "group: a\nsteps:\n  - ask: x\n    as: choice\n    options: [a, {name: b, when: c = d}]\n    optional: true\n    max: 3\n    personal: contact\n";
        assert_eq!(wrong(text, Form::Group), []);
        assert_eq!(wrong("group: a\n", Form::Group).len(), 1);
        assert_eq!(wrong("[a]\n", Form::Group).len(), 1);
        assert_eq!(wrong("", Form::Group).len(), 1);
    }
}
