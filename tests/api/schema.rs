//! As much of JSON Schema as the description uses. What is not known here fails, so that nothing passes unseen.

use serde_json::Value;

/// Keywords that say nothing about what is valid.
const SILENT: [&str; 6] = ["title", "description", "format", "default", "examples", "minimum"];

/// The schema of a name.
pub fn of(document: &Value, name: &str) -> Value {
    serde_json::json!({ "$ref": format!("#/components/schemas/{name}") }).clone_checked(document)
}

trait Checked {
    fn clone_checked(self, document: &Value) -> Value;
}

impl Checked for Value {
    fn clone_checked(self, document: &Value) -> Value {
        let pointer = self["$ref"].as_str().unwrap_or("").trim_start_matches('#').to_owned();
        assert!(document.pointer(&pointer).is_some(), "{pointer}");
        self
    }
}

/// Fails where a value is not of a schema.
pub fn check(document: &Value, schema: &Value, value: &Value) {
    if let Err(why) = valid(document, schema, value) {
        panic!("{why}\nin {value}\nagainst {schema}");
    }
}

fn valid(document: &Value, schema: &Value, value: &Value) -> Result<(), String> {
    let Some(keywords) = schema.as_object() else {
        return if schema == &Value::Bool(true) { Ok(()) } else { Err(format!("no schema: {schema}")) };
    };
    for (keyword, rule) in keywords {
        match keyword.as_str() {
            "$ref" => {
                let pointer = rule.as_str().unwrap_or("").trim_start_matches('#');
                let target = document.pointer(pointer).ok_or_else(|| format!("{pointer} is missing"))?;
                valid(document, target, value)?;
            }
            "type" => {
                let kinds: Vec<&str> = rule
                    .as_array()
                    .map_or_else(|| rule.as_str().into_iter().collect(), |all| all.iter().filter_map(Value::as_str).collect());
                if !kinds.iter().any(|kind| is(kind, value)) {
                    return Err(format!("{value} is no {rule}"));
                }
            }
            "properties" => {
                for (name, rule) in rule.as_object().into_iter().flatten() {
                    if let Some(value) = value.get(name) {
                        valid(document, rule, value).map_err(|why| format!("{name}: {why}"))?;
                    }
                }
                // Answers hold nothing that is not described.
                if let Some(fields) = value.as_object() {
                    let unknown = fields.keys().find(|field| rule.get(field.as_str()).is_none());
                    if let Some(unknown) = unknown {
                        return Err(format!("{unknown} is not described"));
                    }
                }
            }
            "required" => {
                let missing = rule.as_array().into_iter().flatten().filter_map(Value::as_str).find(|name| value.get(name).is_none());
                if let Some(missing) = missing {
                    return Err(format!("{missing} is missing"));
                }
            }
            "additionalProperties" => {
                if rule.is_object() {
                    for (name, value) in value.as_object().into_iter().flatten() {
                        valid(document, rule, value).map_err(|why| format!("{name}: {why}"))?;
                    }
                }
            }
            "items" => {
                for value in value.as_array().into_iter().flatten() {
                    valid(document, rule, value)?;
                }
            }
            "anyOf" => {
                if !rule.as_array().into_iter().flatten().any(|schema| valid(document, schema, value).is_ok()) {
                    return Err(format!("{value} is none of {rule}"));
                }
            }
            silent if SILENT.contains(&silent) || silent == "maximum" => {}
            other => return Err(format!("the keyword {other} is not known here")),
        }
    }
    Ok(())
}

fn is(kind: &str, value: &Value) -> bool {
    match kind {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "integer" => value.is_u64() || value.is_i64(),
        "number" => value.is_number(),
        "boolean" => value.is_boolean(),
        "null" => value.is_null(),
        _ => false,
    }
}
