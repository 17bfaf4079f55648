//! At the desk: whoever loses a right loses it within five seconds, and is told so in the desk's own frame.

use crate::accounts::{Desk, grants, id, report};
use crate::api::Site;
use crate::desk_pages::{Office, listen, next, page_of};
use crate::desk_web::{Browser, between};
use axum::http::StatusCode;
use futures_util::StreamExt;
use ip_office_bot::desk::By;
use ip_office_bot::program::token::{self, Scope};
use ip_office_bot::ticket::act::Act;
use std::time::{Duration, Instant};

const SOON: Duration = Duration::from_secs(5);

type Stream = axum::body::BodyDataStream;

/// The stream of a list and of a ticket, for a clerk.
async fn streams(office: &Office, browser: &mut Browser, page: &str) -> Vec<Stream> {
    let mut streams = Vec::new();
    for page in ["/desk", page] {
        let shown = browser.get(page).await.page;
        let address = between(&shown, "data-events=\"", "\"").expect("an address").replace("&#38;", "&").replace("&amp;", "&");
        streams.push(listen(office, browser, (&address, None)).await);
    }
    streams
}

/// Everything a stream says until it ends, which must be soon.
async fn rest(stream: &mut Stream) -> String {
    let mut said = String::new();
    let ends = async {
        while let Some(Ok(part)) = stream.next().await {
            said.push_str(&String::from_utf8_lossy(&part));
        }
    };
    tokio::time::timeout(SOON, ends).await.expect("it ends within five seconds");
    said
}

/// 33
#[tokio::test]
async fn a_stream_ends_when_a_role_is_taken_away() {
    let office = Office::open().await;
    office.desk.has("new", &["clerk@DESK", "clerk@AID"]).await;
    let receipt = report(&office.desk).await;
    let mut browser = office.browser("new").await;
    let mut streams = streams(&office, &mut browser, &page_of(&receipt)).await;
    let begun = Instant::now();
    office.desk.accounts.set_roles(&By::Operator, (&id("new"), &grants(&["clerk@AID"]))).await.expect("roles");
    for stream in &mut streams {
        let said = rest(stream).await;
        assert!(said.contains("event: end") && !said.contains("event: ticket"), "{said}");
    }
    assert!(begun.elapsed() < SOON, "{:?}", begun.elapsed());
    assert_eq!(browser.get(&page_of(&receipt)).await.status, StatusCode::NOT_FOUND);
}

/// 34
#[tokio::test]
async fn a_disabled_clerk_hears_nothing_after_five_seconds() {
    let office = Office::open().await;
    let receipt = report(&office.desk).await;
    let mut browser = office.browser("li").await;
    let mut streams = streams(&office, &mut browser, &page_of(&receipt)).await;
    office.act(&receipt, Act::Note { words: "still told".to_owned(), files: Vec::new() }).await;
    assert!(next(&mut streams[1]).await.contains("event: ticket"));
    office.desk.accounts.disable(&By::Operator, &id("li")).await.expect("disabled");
    for stream in &mut streams {
        assert!(rest(stream).await.contains("event: end"));
    }
    assert_eq!(browser.get("/desk").await.to.as_deref(), Some("/desk/log-in?next=/desk"));
}

/// 33, 34: whoever adds a stream to the desk ends it like these.
#[test]
fn every_stream_of_the_desk_looks_whether_its_owner_is_still_in() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/web/desk");
    let mut streams = 0;
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        let Ok(code) = std::fs::read_to_string(&path) else { continue };
        if code.contains("Sse::new") {
            streams += 1;
            assert!(code.contains("until_out(") && code.contains("only_ours("), "{}", path.display());
        }
    }
    assert!(streams > 0, "the way of writing streams has changed");
}

/// 34
#[tokio::test]
async fn a_program_is_out_with_its_token() {
    let site = Site::open().await;
    let key = site.token("cases", &[Scope::TicketsRead], &[]).await;
    let call = async || site.send(|http, base| http.get(format!("{base}/api/v1/tickets")).bearer_auth(&key)).await.status;
    assert_eq!(call().await, 200);
    token::remove(&site.house.office, "cases").await.expect("removed");
    assert_eq!(call().await, 401);
}

#[tokio::test]
async fn a_refusal_at_the_desk_wears_the_frame_of_the_desk() {
    let desk = Desk::open().await;
    desk.has("li", &[]).await;
    let mut browser = Browser::of(&desk, "li").await;
    for path in ["/desk/nothing", "/desk/t/WH-261123-222222", "/desk/staff", "/desk/t/x"] {
        let came = browser.get(path).await;
        assert!(came.status == StatusCode::NOT_FOUND || came.status == StatusCode::FORBIDDEN, "{path}: {}", came.status);
        assert!(came.page.contains("/desk/log-out") && came.page.contains("href=\"/desk\""), "{path}: {}", came.page);
        assert!(!came.page.contains("/track"), "{path}: the way back is the desk, not the counter");
    }
    let mut nobody = Browser::new(&desk);
    let came = nobody.get("/desk/nothing").await;
    assert!(came.status == StatusCode::NOT_FOUND && !came.page.contains("/desk/log-out"), "{}", came.page);
    assert!(nobody.get("/nothing").await.page.contains("/track"), "elsewhere the counter's own frame");
    assert!(nobody.get("/deskless").await.page.contains("/track"), "that is no page of the desk");
}

#[tokio::test]
async fn figures_of_one_queue_are_for_those_who_lead_or_audit_it() {
    let office = Office::open().await;
    office.desk.has("part", &["supervisor@DESK"]).await;
    office.desk.has("head", &["administrator"]).await;
    report(&office.desk).await;
    office.settled().await;
    let mut part = office.browser("part").await;
    let page = part.get("/desk/figures").await;
    assert!(page.page.contains("value=\"DESK\"") && !page.page.contains("value=\"ENF\""), "{}", page.page);
    let own = part.get("/desk/figures?queue=DESK&from=2026-01&to=2026-11").await;
    assert_eq!(own.status, StatusCode::OK);
    assert!(own.page.contains("Only cases that stand in this queue now: Service desk") && own.page.contains("Please do not publish"));
    for path in ["/desk/figures?queue=ENF", "/desk/figures?queue=none", "/desk/figures/csv?from=2026-01&to=2026-11&queue=ENF"] {
        assert_eq!(part.get(path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
    let file = part.get("/desk/figures/csv?from=2026-01&to=2026-11&queue=DESK").await;
    assert_eq!(file.status, StatusCode::OK);
    assert!(file.page.contains("Please do not publish"), "{}", file.page);
    let audited = office.desk.audited().await;
    assert!(audited.iter().any(|line| line == "clerk:part exported figures csv DESK"), "{audited:#?}");
    // An administrator reads no tickets: only what is fit for everybody.
    let mut head = office.browser("head").await;
    assert!(!head.get("/desk/figures").await.page.contains("name=\"queue\""));
    assert_eq!(head.get("/desk/figures?queue=DESK").await.status, StatusCode::NOT_FOUND);
}
