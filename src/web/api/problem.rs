//! Refusals as RFC 9457 problem details. The `type` of each is stable: programs decide by it, people read the rest.

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use schemars::JsonSchema;
use serde::Serialize;

/// What stands before the name of a problem in its `type`.
pub const TYPE: &str = "urn:ip-office-bot:problem:";

/// What went wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// No token, or one that is not taken.
    Token,
    /// The token does not allow this.
    Scope,
    /// Not there, or not for this token.
    NotFound,
    /// Not with this method.
    Method,
    /// Not understood.
    Malformed,
    /// Understood, but it makes no sense.
    Invalid,
    /// The body is too large.
    TooLarge,
    /// The body is of another type.
    MediaType,
    /// The ticket does not allow it now.
    Refused,
    /// The key came before with another call.
    KeyReused,
    /// The same call is being done just now.
    InProgress,
    /// Too many calls.
    TooMany,
    /// The store cannot be read or written now.
    Unavailable,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Kind; 13] = [
        Kind::Token,
        Kind::Scope,
        Kind::NotFound,
        Kind::Method,
        Kind::Malformed,
        Kind::Invalid,
        Kind::TooLarge,
        Kind::MediaType,
        Kind::Refused,
        Kind::KeyReused,
        Kind::InProgress,
        Kind::TooMany,
        Kind::Unavailable,
    ];

    fn row(self) -> (&'static str, StatusCode, &'static str) {
        match self {
            Kind::Token => ("token", StatusCode::UNAUTHORIZED, "A token is needed that is known and has not ended"),
            Kind::Scope => ("scope", StatusCode::FORBIDDEN, "The token does not allow this"),
            Kind::NotFound => ("not-found", StatusCode::NOT_FOUND, "There is no such thing"),
            Kind::Method => ("method", StatusCode::METHOD_NOT_ALLOWED, "This is not called with this method"),
            Kind::Malformed => ("malformed", StatusCode::BAD_REQUEST, "The call is not understood"),
            Kind::Invalid => ("invalid", StatusCode::UNPROCESSABLE_ENTITY, "The call makes no sense here"),
            Kind::TooLarge => ("too-large", StatusCode::PAYLOAD_TOO_LARGE, "The body is too large"),
            Kind::MediaType => ("media-type", StatusCode::UNSUPPORTED_MEDIA_TYPE, "The body is of a type that is not taken here"),
            Kind::Refused => ("refused", StatusCode::CONFLICT, "The ticket does not allow this now"),
            Kind::KeyReused => ("key-reused", StatusCode::UNPROCESSABLE_ENTITY, "This key came before with another call"),
            Kind::InProgress => ("in-progress", StatusCode::CONFLICT, "The same call is being done just now"),
            Kind::TooMany => ("too-many", StatusCode::TOO_MANY_REQUESTS, "Too many calls: wait a little"),
            Kind::Unavailable => ("unavailable", StatusCode::SERVICE_UNAVAILABLE, "This is not possible now: try again later"),
        }
    }

    /// Its status.
    pub fn status(self) -> StatusCode {
        self.row().1
    }

    /// Its `type`.
    pub fn uri(self) -> String {
        format!("{TYPE}{}", self.row().0)
    }

    /// What it says.
    pub fn title(self) -> &'static str {
        self.row().2
    }
}

/// A refusal.
#[derive(Clone, Debug, PartialEq)]
pub struct Problem {
    /// What went wrong.
    pub kind: Kind,
    /// What exactly, when there is more to say.
    pub detail: Option<String>,
    /// Name of the reason why a ticket refuses, for programs.
    pub reason: Option<String>,
    /// Seconds to wait.
    pub wait: Option<u64>,
}

/// A refusal as it is sent.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Problem")]
pub struct Body {
    /// What went wrong, as a URI that never changes.
    r#type: String,
    /// The same in words.
    title: String,
    /// Status of HTTP.
    status: u16,
    /// What exactly.
    #[serde(skip_serializing_if = "Option::is_none")]
    detail: Option<String>,
    /// Why a ticket refuses, as a name that never changes: `closed`, `no-such-state`.
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<String>,
}

impl From<Kind> for Problem {
    fn from(kind: Kind) -> Self {
        Self { kind, detail: None, reason: None, wait: None }
    }
}

impl From<crate::store::StoreError> for Problem {
    fn from(error: crate::store::StoreError) -> Self {
        tracing::error!(%error, "a program was refused because of the store");
        Kind::Unavailable.into()
    }
}

impl Problem {
    /// A problem with words.
    pub fn with(kind: Kind, detail: impl Into<String>) -> Self {
        Self { detail: Some(detail.into()), ..kind.into() }
    }

    /// The body as text.
    pub fn body(&self) -> String {
        let body = Body {
            r#type: self.kind.uri(),
            title: self.kind.title().to_owned(),
            status: self.kind.status().as_u16(),
            detail: self.detail.clone(),
            reason: self.reason.clone(),
        };
        serde_json::to_string(&body).expect("a problem has text keys only")
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let mut response = (self.kind.status(), [(header::CONTENT_TYPE, "application/problem+json")], self.body()).into_response();
        if self.kind == Kind::Token {
            response.headers_mut().insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
        }
        if let Some(wait) = self.wait {
            response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(wait.max(1)));
        }
        response
    }
}
