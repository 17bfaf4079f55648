//! XML and JSON of the same content, as GeoReport has them.

use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};

/// A form of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// JSON.
    Json,
    /// XML.
    Xml,
}

impl Format {
    /// Name and form of `services.json`.
    pub fn of(file: &str) -> Option<(&str, Self)> {
        let (name, ending) = file.rsplit_once('.')?;
        match ending {
            "json" => Some((name, Self::Json)),
            "xml" => Some((name, Self::Xml)),
            _ => None,
        }
    }

    /// The type of its content.
    pub fn content_type(self) -> &'static str {
        match self {
            Format::Json => "application/json; charset=utf-8",
            Format::Xml => "text/xml; charset=utf-8",
        }
    }

    /// The content as text; `root` names the outermost element of XML.
    pub fn text(self, root: &str, content: &Value) -> String {
        match self {
            Format::Json => content.to_string(),
            Format::Xml => {
                let mut xml = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n".to_owned();
                element(&mut xml, root, content);
                xml
            }
        }
    }

    /// An answer.
    pub fn show(self, root: &str, content: Value) -> Response {
        ([(header::CONTENT_TYPE, self.content_type())], self.text(root, &content)).into_response()
    }
}

/// What an item of a list is called in XML.
fn item(list: &str) -> &str {
    match list {
        "service_requests" => "request",
        "formats" => "format",
        list => list.strip_suffix('s').unwrap_or("item"),
    }
}

fn element(xml: &mut String, name: &str, value: &Value) {
    xml.push_str(&format!("<{name}>"));
    match value {
        Value::Object(fields) => {
            for (field, value) in fields {
                element(xml, field, value);
            }
        }
        Value::Array(items) => {
            for value in items {
                element(xml, item(name), value);
            }
        }
        Value::Null => {}
        Value::String(text) => escape(xml, text),
        other => escape(xml, &other.to_string()),
    }
    xml.push_str(&format!("</{name}>"));
}

/// Signs that XML 1.0 does not know are left out.
fn escape(xml: &mut String, text: &str) {
    for sign in text.chars() {
        match sign {
            '<' => xml.push_str("&lt;"),
            '>' => xml.push_str("&gt;"),
            '&' => xml.push_str("&amp;"),
            '"' => xml.push_str("&quot;"),
            '\n' | '\t' | '\r' => xml.push(sign),
            sign if sign.is_control() || matches!(sign, '\u{fffe}' | '\u{ffff}') => {}
            sign => xml.push(sign),
        }
    }
}

/// A refusal: a code and what is wrong, one or several.
#[derive(Clone, Debug, PartialEq)]
pub struct Refusal {
    /// Status of HTTP.
    pub status: StatusCode,
    /// What is wrong, each with the attribute that it is about.
    pub errors: Vec<(Option<String>, String)>,
    /// Seconds to wait.
    pub wait: Option<u64>,
}

impl Refusal {
    /// A refusal with words.
    pub fn new(status: StatusCode, why: impl Into<String>) -> Self {
        Self { status, errors: vec![(None, why.into())], wait: None }
    }

    /// Something is not there.
    pub fn not_found() -> Self {
        Self::new(StatusCode::NOT_FOUND, "there is no such thing")
    }

    /// Not with this method.
    pub fn method() -> Self {
        Self::new(StatusCode::METHOD_NOT_ALLOWED, "this is not called with this method")
    }

    /// The content as it is sent.
    pub fn content(&self) -> Value {
        let error = |(attribute, why): &(Option<String>, String)| {
            let mut error = json!({ "code": self.status.as_u16().to_string(), "description": why });
            if let Some(attribute) = attribute {
                error["attribute"] = json!(attribute);
            }
            error
        };
        self.errors.iter().map(error).collect()
    }

    /// An answer.
    pub fn show(&self, format: Format) -> Response {
        let mut response = (self.status, format.show("errors", self.content())).into_response();
        if let Some(wait) = self.wait {
            response.headers_mut().insert(header::RETRY_AFTER, wait.max(1).into());
        }
        response
    }
}

impl From<super::super::problem::Problem> for Refusal {
    fn from(problem: super::super::problem::Problem) -> Self {
        // GeoReport: 403 when the key is missing or wrong.
        let status = match problem.kind.status() {
            StatusCode::UNAUTHORIZED => StatusCode::FORBIDDEN,
            status => status,
        };
        let why = problem.detail.clone().unwrap_or_else(|| problem.kind.title().to_owned());
        Self { status, errors: vec![(None, why)], wait: problem.wait }
    }
}

impl From<crate::store::StoreError> for Refusal {
    fn from(error: crate::store::StoreError) -> Self {
        super::super::problem::Problem::from(error).into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn xml_says_the_same_as_json_and_is_never_broken_by_words() {
        let content = json!([{ "service_code": "x", "keywords": "<a> & \"b\"\u{0}\u{7}", "attributes": [{ "values": [{ "key": "1" }] }] }]);
        let xml = Format::Xml.text("services", &content);
        assert!(xml.contains("<keywords>&lt;a&gt; &amp; &quot;b&quot;</keywords>"), "{xml}");
        assert!(xml.contains("<services><service><attributes><attribute><values><value><key>1</key></value></values>"), "{xml}");
        assert!(xml.ends_with("</service></services>"));
    }

    #[test]
    fn the_ending_tells_the_form() {
        assert_eq!(Format::of("services.json"), Some(("services", Format::Json)));
        assert_eq!(Format::of("report-ip.xml"), Some(("report-ip", Format::Xml)));
        assert_eq!(Format::of("services"), None);
        assert_eq!(Format::of("services.html"), None);
    }
}
