//! The description of the JSON API after OpenAPI 3.1, made from the table and the types.

use super::problem::{Body, Kind};
use super::table::{Method, OPERATIONS, Operation, Parameter};
use axum::response::Response;
use schemars::SchemaGenerator;
use schemars::generate::SchemaSettings;
use serde_json::{Map, Value, json};
use std::sync::LazyLock;

/// Shows the description.
pub async fn show() -> Response {
    static DOCUMENT: LazyLock<Value> = LazyLock::new(document);
    super::json(&*DOCUMENT)
}

/// The description.
pub fn document() -> Value {
    let settings = SchemaSettings::draft2020_12().with(|settings| {
        settings.definitions_path = "/components/schemas".into();
        settings.meta_schema = None;
    });
    let mut generator = settings.into_generator();
    let mut paths: Map<String, Value> = Map::new();
    for operation in OPERATIONS {
        let method = match operation.method {
            Method::Get => "get",
            Method::Post => "post",
        };
        let described = described(operation, &mut generator);
        let path = paths.entry(operation.path).or_insert_with(|| json!({}));
        path[method] = described;
    }
    let problem = generator.subschema_for::<Body>();
    let types: Vec<String> = Kind::ALL.iter().map(|kind| format!("`{}` {}", kind.uri(), kind.status().as_u16())).collect();
    let schemas = generator.take_definitions(true);
    json!({
        "openapi": "3.1.0",
        "info": {
            "title": "ip-office-bot",
            "version": env!("CARGO_PKG_VERSION"),
            "description": format!(
                "Tickets of the counter for the office's own systems. Tokens: `ip-office-bot tokens add`. \
                 Each refusal is a problem after RFC 9457; its type is one of {}.",
                types.join(", ")
            ),
        },
        "servers": [{ "url": super::BASE }],
        "paths": paths,
        "components": {
            "schemas": schemas,
            "securitySchemes": { "token": { "type": "http", "scheme": "bearer" } },
            "responses": {
                "Problem": { "description": "Refused.", "content": { "application/problem+json": { "schema": problem } } },
            },
        },
    })
}

fn described(operation: &Operation, generator: &mut SchemaGenerator) -> Value {
    let mut parameters: Vec<Value> = operation.query.iter().map(in_query).collect();
    if operation.path.contains("{receipt}") {
        parameters.push(json!({
            "name": "receipt", "in": "path", "required": true, "description": "Public number of the ticket.", "schema": { "type": "string" },
        }));
    }
    if operation.method == Method::Post {
        parameters.push(json!({
            "name": "Idempotency-Key", "in": "header", "required": false, "schema": { "type": "string", "maxLength": crate::program::call::LONGEST },
            "description": format!("The same call with the same key is done once and answered the same for {} hours.", crate::program::call::HOURS),
        }));
    }
    let schema = operation.answer.map_or_else(|| json!({ "type": "object" }), |shape| shape(generator).to_value());
    let mut described = json!({
        "operationId": operation.id,
        "summary": operation.summary,
        "parameters": parameters,
        "responses": {
            "200": { "description": "Done.", "content": { "application/json": { "schema": schema } } },
            "default": { "$ref": "#/components/responses/Problem" },
        },
    });
    if let Some(scope) = operation.scope {
        described["security"] = json!([{ "token": [] }]);
        described["description"] = json!(format!("Needs the scope `{}`.", scope.name()));
    }
    if let Some(body) = operation.body {
        let schema = body(generator).to_value();
        described["requestBody"] = json!({ "required": true, "content": { "application/json": { "schema": schema } } });
    }
    described
}

fn in_query(parameter: &Parameter) -> Value {
    json!({
        "name": parameter.name, "in": "query", "required": false, "description": parameter.says, "schema": { "type": parameter.kind },
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_operation_is_described_and_every_reference_leads_somewhere() {
        let document = document();
        for operation in OPERATIONS {
            let method = if operation.method == Method::Get { "get" } else { "post" };
            assert_eq!(document["paths"][operation.path][method]["operationId"], operation.id);
        }
        let described: usize = document["paths"].as_object().unwrap().values().map(|path| path.as_object().unwrap().len()).sum();
        assert_eq!(described, OPERATIONS.len());
        let text = document.to_string();
        let references: Vec<&str> = text.split("\"$ref\":\"#").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        assert!(references.len() > OPERATIONS.len());
        for reference in references {
            assert!(document.pointer(reference).is_some(), "{reference}");
        }
    }
}
