//! What browsers are told with every answer, on every route that stands in the code.

use crate::accounts::{Desk, report};
use crate::desk_web::{Browser, Came, inside_of, routes};
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use ip_office_bot::id::Receipt;
use ip_office_bot::web::api::table::OPERATIONS;
use ip_office_bot::web::api::{BASE, open311};
use std::collections::BTreeSet;
use tower::ServiceExt;

/// Methods and paths of all routes of the web, as they stand in the code.
fn all_routes() -> BTreeSet<(String, String)> {
    let method = regex::Regex::new(r"\b(get|post|put|patch|delete)\(").expect("a pattern");
    let mut found = BTreeSet::new();
    let mut open = vec![std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/web"), "src/web.rs".into()];
    while let Some(path) = open.pop() {
        if path.is_dir() {
            open.extend(std::fs::read_dir(path).expect("a folder").map(|entry| entry.expect("an entry").path()));
            continue;
        }
        if path.extension().is_none_or(|ending| ending != "rs") {
            continue;
        }
        let code = std::fs::read_to_string(&path).expect("text");
        let before = if path.ends_with("open311.rs") { open311::BASE } else { "" };
        for (at, begin) in code.match_indices(".route(") {
            let inner = inside_of(&code[at + begin.len()..]).trim_start();
            let Some((path, handlers)) = inner.strip_prefix('"').and_then(|rest| rest.split_once('"')) else { continue };
            found.extend(method.captures_iter(handlers).map(|name| (name[1].to_uppercase(), format!("{before}{path}"))));
        }
    }
    found
        .extend(OPERATIONS.iter().map(|operation| (format!("{:?}", operation.method).to_uppercase(), format!("{BASE}{}", operation.path))));
    found
}

fn filled(path: &str, receipt: &Receipt) -> String {
    let mut filled = path.replace("{receipt}", receipt.as_str()).replace("{name}", "base.css").replace("{form}", "csv");
    while let Some((before, rest)) = filled.split_once('{') {
        let after = rest.split_once('}').map_or("", |(_, after)| after);
        filled = format!("{before}1{after}");
    }
    filled
}

/// What is wrong with the headers of an answer.
fn wrong(path: &str, came: &Came) -> Vec<String> {
    let value = |name: &str| came.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default().to_owned();
    let policy = value("content-security-policy");
    let is_static = path.starts_with("/static/");
    let kept = value("cache-control");
    let scripts = policy.split(';').find(|part| part.trim().starts_with("script-src")).unwrap_or("script-src 'none'").to_owned();
    let mut wrong: Vec<(&str, bool)> = vec![
        ("the policy", policy.starts_with("default-src 'none'") && !policy.contains("unsafe-") && !policy.contains('*')),
        ("scripts", matches!(scripts.trim(), "script-src 'self'" | "script-src 'none'")),
        ("frames", policy.contains("frame-ancestors 'none'") || policy.contains("frame-ancestors 'self'")),
        ("old frames", value("x-frame-options") == "DENY"),
        ("types", value("x-content-type-options") == "nosniff"),
        ("openers", value("cross-origin-opener-policy") == "same-origin"),
        ("resources", value("cross-origin-resource-policy") == "same-origin"),
        ("referrers", matches!(value("referrer-policy").as_str(), "same-origin" | "no-referrer")),
        ("permissions", value("permissions-policy").contains("microphone=()")),
        ("copies", kept.contains("no-store") || is_static && kept.contains("immutable") || is_static && came.status != StatusCode::OK),
        ("other sites", !came.headers.contains_key("access-control-allow-origin")),
        ("its maker", !came.headers.contains_key("server") && !came.headers.contains_key("x-powered-by")),
    ];
    for cookie in came.headers.get_all(header::SET_COOKIE) {
        let cookie = cookie.to_str().expect("text");
        let flags = ["; Path=/", "; Secure", "; HttpOnly", "; SameSite="].iter().all(|flag| cookie.contains(flag));
        wrong.push(("a cookie", cookie.starts_with("__Host-") && flags && !cookie.contains("Domain")));
    }
    wrong.into_iter().filter(|(_, right)| !right).map(|(what, _)| format!("{what}: {:?}", came.headers)).collect()
}

/// 38
#[tokio::test]
async fn every_route_carries_what_browsers_obey() {
    let desk = Desk::open().await;
    desk.has("head", &["administrator", "supervisor"]).await;
    let receipt = report(&desk).await;
    let all = all_routes();
    assert!(all.len() > 90, "only {} routes found: has the way of writing them changed?", all.len());
    let mut complaints = Vec::new();
    let mut known = BTreeSet::new();
    for (method, route) in &all {
        let path = filled(route, &receipt);
        // As nobody, and as somebody who may do almost everything, with and without a form that makes sense.
        for inside in [false, true] {
            let mut browser = if inside { Browser::of(&desk, "head").await } else { Browser::new(&desk) };
            let request = browser.request(method, &path).header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
            let body = if method == "GET" { Body::empty() } else { Body::from("token=x") };
            let came = browser.send(request.body(body).expect("a request")).await;
            known.insert(came.status.as_u16());
            complaints.extend(wrong(&path, &came).into_iter().map(|what| format!("{method} {path} ({}): {what}", came.status)));
        }
    }
    // And what is no route, or not with this method.
    for (method, path) in
        [("GET", "/nothing"), ("POST", "/"), ("TRACE", "/"), ("PUT", "/desk"), ("GET", "/desk/%2e%2e/x"), ("OPTIONS", "/desk")]
    {
        let mut browser = Browser::new(&desk);
        let request = browser.request(method, path).body(Body::empty()).expect("a request");
        let came = browser.send(request).await;
        complaints.extend(wrong(path, &came).into_iter().map(|what| format!("{method} {path} ({}): {what}", came.status)));
    }
    assert!(complaints.is_empty(), "{complaints:#?}");
    assert!([200, 303, 401, 403, 404].iter().all(|status| known.contains(status)), "answers of each kind were looked at: {known:?}");
}

/// 38: once there is TLS in front, browsers are told to keep to it.
#[tokio::test]
async fn behind_tls_browsers_are_told_to_keep_to_it() {
    for (settings, wanted) in [("", None), ("[server]\npublic_url = \"https://counter.example.org\"\n", Some(31_536_000_u64))] {
        let house = crate::support::office::House::with(settings).await;
        let accounts = ip_office_bot::account::Accounts::new(std::sync::Arc::clone(&house.office));
        let routes = routes(&Desk { house, accounts });
        for path in ["/", "/desk/log-in", "/nothing", "/static/base.css", "/api/v1/openapi.json"] {
            let request = Request::builder().uri(path).body(Body::empty()).expect("a request");
            let answer = routes.clone().oneshot(request).await.expect("routes always answer");
            let strict = answer.headers().get(header::STRICT_TRANSPORT_SECURITY).map(|value| value.to_str().expect("text").to_owned());
            let seconds = strict.as_deref().and_then(|value| value.strip_prefix("max-age=")?.split(';').next()?.parse::<u64>().ok());
            assert_eq!(seconds.is_some(), wanted.is_some(), "{path}: {strict:?}");
            assert!(seconds.unwrap_or(u64::MAX) >= wanted.unwrap_or(0), "{path}: {strict:?}");
        }
    }
}
