//! Checks requests (and what the fake itself makes) against the official description of the Bot API, reduced to names,
//! types and "required" in `bot-api.json`.

use serde::Deserialize;
use serde_json::{Map, Value};
use std::collections::{BTreeMap, HashMap};
use std::sync::OnceLock;

/// One method or type: field name to what it may be.
type Fields = BTreeMap<String, Field>;

#[derive(Deserialize)]
struct Field {
    types: Vec<String>,
    #[serde(default)]
    required: bool,
    /// The constant that tells members of a union apart.
    is: Option<String>,
}

#[derive(Deserialize)]
enum Kind {
    #[serde(rename = "fields")]
    Fields(Fields),
    #[serde(rename = "any_of")]
    AnyOf(Vec<String>),
}

#[derive(Deserialize)]
pub struct Schema {
    pub version: String,
    methods: BTreeMap<String, Fields>,
    types: BTreeMap<String, Kind>,
    #[serde(skip)]
    by_lower_case: HashMap<String, String>,
}

/// The one description, parsed once.
pub fn schema() -> &'static Schema {
    static SCHEMA: OnceLock<Schema> = OnceLock::new();
    SCHEMA.get_or_init(|| {
        let mut schema: Schema =
            serde_json::from_str(include_str!("../bot-api.json")).expect("bot-api.json is made by a script and parses");
        schema.by_lower_case = schema.methods.keys().map(|m| (m.to_ascii_lowercase(), m.clone())).collect();
        schema
    })
}

impl Schema {
    /// The official spelling of a method, whatever the case it came in.
    pub fn method(&self, name: &str) -> Option<&str> {
        self.methods
            .get_key_value(name)
            .map(|(m, _)| m.as_str())
            .or_else(|| self.by_lower_case.get(&name.to_ascii_lowercase()).map(String::as_str))
    }

    /// Values of forms and multipart bodies are text: read each as the type its field has. What cannot be read stays
    /// text and fails the check.
    pub fn read_texts(&self, method: &str, params: &mut Map<String, Value>) {
        let Some(fields) = self.methods.get(method) else {
            return;
        };
        for (name, value) in params {
            if let (Some(field), Value::String(text)) = (fields.get(name), &*value)
                && let Some(read) = read_text(&field.types, text)
            {
                *value = read;
            }
        }
    }

    /// Composite values may also come as JSON in a string ("a JSON-serialized object"), inside a JSON body too.
    pub fn read_serialized(&self, method: &str, params: &mut Map<String, Value>) {
        let Some(fields) = self.methods.get(method) else {
            return;
        };
        for (name, value) in params {
            if let (Some(field), Value::String(text)) = (fields.get(name), &*value)
                && !field.types.iter().any(|t| matches!(t.as_str(), "String" | "Integer" | "Boolean" | "Float" | "InputFile"))
                && let Ok(read) = serde_json::from_str(text)
            {
                *value = read;
            }
        }
    }

    /// First thing wrong with the parameters of a call.
    pub fn check_call(&self, method: &str, params: &Map<String, Value>) -> Result<(), String> {
        let fields = self.methods.get(method).ok_or_else(|| format!("unknown method {method}"))?;
        self.check_fields(fields, params, method)
    }

    /// First thing wrong with a value that should be of this type.
    pub fn check_type(&self, kind: &str, value: &Value) -> Result<(), String> {
        self.check(kind, value, kind)
    }

    fn check_fields(&self, fields: &Fields, object: &Map<String, Value>, path: &str) -> Result<(), String> {
        for (name, value) in object {
            let field = fields.get(name).ok_or_else(|| format!("{path}: unknown field {name}"))?;
            self.check_field(field, value, &format!("{path}.{name}"))?;
        }
        match fields.iter().find(|(name, field)| field.required && !object.contains_key(*name)) {
            Some((name, _)) => Err(format!("{path}: missing field {name}")),
            None => Ok(()),
        }
    }

    fn check_field(&self, field: &Field, value: &Value, path: &str) -> Result<(), String> {
        if let Some(constant) = &field.is
            && value.as_str() != Some(constant)
        {
            return Err(format!("{path}: must be {constant:?}, is {value}"));
        }
        self.check_any(field.types.iter().map(String::as_str), value, path)
    }

    fn check_any<'a>(&self, kinds: impl Iterator<Item = &'a str>, value: &Value, path: &str) -> Result<(), String> {
        let mut first = None;
        let mut closest = None;
        for kind in kinds {
            match self.check(kind, value, path) {
                Ok(()) => return Ok(()),
                Err(error) => {
                    if self.constant_fits(kind, value) {
                        closest.get_or_insert(error.clone());
                    }
                    first.get_or_insert(error);
                }
            }
        }
        closest.or(first).map_or(Ok(()), Err)
    }

    /// Whether the value carries the constant of this member of a union.
    fn constant_fits(&self, kind: &str, value: &Value) -> bool {
        let Some(Kind::Fields(fields)) = self.types.get(kind) else {
            return false;
        };
        fields.iter().any(|(name, field)| field.is.is_some() && value.get(name).and_then(Value::as_str) == field.is.as_deref())
    }

    fn check(&self, kind: &str, value: &Value, path: &str) -> Result<(), String> {
        let wrong = |what: &str| Err(format!("{path}: must be {what}, is {}", name_of(value)));
        match kind {
            "Integer" if value.is_i64() || value.is_u64() => Ok(()),
            "Float" if value.is_number() => Ok(()),
            "Boolean" if value.is_boolean() => Ok(()),
            "String" | "InputFile" if value.is_string() => Ok(()),
            "Integer" | "Float" | "Boolean" | "String" | "InputFile" => wrong(kind),
            _ => {
                if let Some(item) = kind.strip_prefix("Array of ") {
                    let Some(items) = value.as_array() else {
                        return wrong(kind);
                    };
                    return items.iter().enumerate().try_for_each(|(i, v)| self.check(item, v, &format!("{path}[{i}]")));
                }
                match self.types.get(kind) {
                    Some(Kind::AnyOf(members)) => self.check_any(members.iter().map(String::as_str), value, path),
                    Some(Kind::Fields(fields)) => match value.as_object() {
                        Some(object) => self.check_fields(fields, object, path),
                        None => wrong(kind),
                    },
                    None => Err(format!("{path}: the description has no type {kind}")),
                }
            }
        }
    }
}

fn read_text(types: &[String], text: &str) -> Option<Value> {
    types.iter().find_map(|kind| match kind.as_str() {
        "Integer" => text.trim().parse::<i64>().ok().map(Value::from),
        "Float" => text.trim().parse::<f64>().ok().map(Value::from),
        "Boolean" => match text.to_ascii_lowercase().as_str() {
            "true" | "1" | "yes" => Some(Value::Bool(true)),
            "false" | "0" | "no" | "" => Some(Value::Bool(false)),
            _ => None,
        },
        "String" | "InputFile" => None,
        _ => serde_json::from_str(text).ok(),
    })
}

fn name_of(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "a boolean",
        Value::Number(number) if number.is_f64() => "a float",
        Value::Number(_) => "an integer",
        Value::String(_) => "a string",
        Value::Array(_) => "an array",
        Value::Object(_) => "an object",
    }
}
