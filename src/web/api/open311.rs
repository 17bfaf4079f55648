//! Open311 GeoReport v2 (<https://wiki.open311.org/GeoReport_v2/>): the apps of a city list services, file a report for
//! somebody, and ask how it stands.
//!
//! What must hold: a report goes through the same dialog as at the counter, so an app cannot file what a person could not; what
//! anybody can read here is public: number, service, open or closed, dates; never a word of the person.
//!
//! ## Why
//! - **Which services.** Those in which every way through the dialog ends in a ticket and no question that everybody must
//!   answer wants a file, a receipt, a thing from a list or sensitive data (`intake::file::can_be_filed`): reports,
//!   complaints, applications and requests for help. Services that mostly answer questions are left to the counter.
//! - **Attributes are the questions.** A question that only some people meet is described as not required; when the answers
//!   lead to it and it is missing, the refusal names it. Consent to the personal-data notice is an attribute of its own.
//! - **No list of everybody's requests.** Whoever knows a number may ask for it; the list needs a token that reads tickets. A
//!   number opens nothing, but with all of them somebody could shut every door by wrong access codes.
//! - **The person follows with receipt and access code**, which the answer to the report holds, once. The counter has no
//!   other way to reach whoever uses an app.
//! - Pictures are not taken by their address (`media_url`): the counter would have to fetch what a stranger names.

mod definition;
mod format;
mod request;

use super::Programs;
use crate::web::page::accepted;
use axum::Router;
use axum::extract::{Path, RawQuery, State};
use axum::http::HeaderMap;
use axum::response::Response;
use axum::routing::get;
use format::{Format, Refusal};
use serde_json::json;

/// Where it stands.
pub const BASE: &str = "/open311/v2";

/// The routes.
pub fn routes() -> Router<Programs> {
    Router::new()
        .route("/{file}", get(top).post(request::file))
        .route("/services/{file}", get(one_service))
        .route("/requests/{file}", get(one_request))
        .fallback(async || Refusal::not_found().show(Format::Json))
        .method_not_allowed_fallback(async || Refusal::method().show(Format::Json))
}

async fn top(state: State<Programs>, Path(file): Path<String>, query: RawQuery, headers: HeaderMap) -> Response {
    let Some((name, format)) = Format::of(&file) else { return Refusal::not_found().show(Format::Json) };
    let language = state.office.script.load().texts.negotiate(accepted(&headers).as_deref());
    match name {
        "discovery" => discovery(&state, format),
        "services" => format.show("services", definition::services(&state.office, &language)),
        "requests" => request::list(&state, &headers, query.0.as_deref())
            .await
            .map_or_else(|refusal| refusal.show(format), |requests| format.show("service_requests", requests)),
        _ => Refusal::not_found().show(format),
    }
}

async fn one_service(state: State<Programs>, Path(file): Path<String>, headers: HeaderMap) -> Response {
    let Some((code, format)) = Format::of(&file) else { return Refusal::not_found().show(Format::Json) };
    let language = state.office.script.load().texts.negotiate(accepted(&headers).as_deref());
    match definition::definition(&state.office, code, &language) {
        Some(definition) => format.show("service_definition", definition),
        None => Refusal::not_found().show(format),
    }
}

async fn one_request(state: State<Programs>, Path(file): Path<String>) -> Response {
    let Some((id, format)) = Format::of(&file) else { return Refusal::not_found().show(Format::Json) };
    match request::by_ids(&state.office, id).await {
        Ok(requests) if requests.is_empty() => Refusal::not_found().show(format),
        Ok(requests) => format.show("service_requests", requests.into()),
        Err(refusal) => refusal.show(format),
    }
}

/// What is where (GeoReport v2, service discovery).
fn discovery(web: &Programs, format: Format) -> Response {
    let public = web.office.config.server.public_url.as_deref().unwrap_or_default();
    let discovery = json!({
        "changeset": web.office.now().to_rfc3339_opts(chrono::SecondsFormat::Secs, true),
        "contact": "ip-office-bot",
        "key_service": "ip-office-bot tokens add NAME --scope requests:create",
        "endpoints": [{
            "specification": "http://wiki.open311.org/GeoReport_v2",
            "url": format!("{}{BASE}", public.trim_end_matches('/')),
            "changeset": web.office.now().to_rfc3339_opts(chrono::SecondsFormat::Secs, true),
            "type": "production",
            "formats": ["text/xml", "application/json"],
        }],
    });
    format.show("discovery", discovery)
}
