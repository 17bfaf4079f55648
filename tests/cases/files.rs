//! Files that are not what they say, grow, hide something, or come again and again.

use crate::accounts::{Desk, report};
use crate::desk_web::{Browser as Clerk, routes};
use crate::support::process::Settings;
use crate::uploads::{Browser, TO_FILES, files, open, pdf, sha256};
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use ip_office_bot::desk::{By, Request as Asked, Where};
use ip_office_bot::id::{EvidenceId, Receipt};
use ip_office_bot::intake::Link;
use ip_office_bot::message::{self, FileKind, Incoming, Route};
use ip_office_bot::store::{Commit, Drawer, Evidence, FileStatus, Owner, Slip, Write};
use ip_office_bot::ticket::act::Act;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use tower::ServiceExt;

const SETTINGS: &str = "[limits]\nmessages_in_ten_minutes = 0\n";
/// A place as a phone writes it into a photo.
const PLACE: &[u8] = b"GPS 30.5928N 114.3055E";

// --- Files ------------------------------------------------------------------------------------------------------------

fn from_hex(text: &str) -> Vec<u8> {
    (0..text.len() / 2).map(|n| u8::from_str_radix(&text[n * 2..n * 2 + 2], 16).expect("hex")).collect()
}

/// A picture of 4 x 3 pixels.
fn jpeg() -> Vec<u8> {
    from_hex(concat!(
        "ffd8ffe000104a46494600010100000100010000ffdb004300a06e788c7864a08c828cb4aaa0bef0fffff0dcdcf0ffffffffffffffffffffffffffffffffffffff",
        "ffffffffffffffffffffffffffffffffffffffffffffffffffc0000b080003000401011100ffc40014000100000000000000000000000000000002ffc400171001",
        "00030000000000000000000000000001000322ffda0008010100003f00559827ffd9",
    ))
}

/// The same with the place where it was taken.
fn photo() -> Vec<u8> {
    let mut tiff = b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x10\0\x02\0\0\0\x16\0\0\0\x1a\0\0\0\0".to_vec();
    tiff.extend_from_slice(PLACE);
    let segment = [&b"\xff\xe1"[..], &(tiff.len() as u16 + 2).to_be_bytes(), &tiff].concat();
    let jpeg = jpeg();
    [&jpeg[..2], &segment, &jpeg[2..]].concat()
}

/// An archive of stored entries: their names, and what they claim to become.
fn zip(entries: &[(&str, u32, u32)]) -> Vec<u8> {
    let (mut files, mut directory) = (Vec::new(), Vec::new());
    for (name, unpacked, attributes) in entries {
        let at = files.len() as u32;
        let (length, packed) = (name.len() as u16, name.len() as u32);
        let numbers = [&packed.to_le_bytes()[..], &unpacked.to_le_bytes(), &length.to_le_bytes(), &[0; 2]].concat();
        let common = [&20u16.to_le_bytes()[..], &[0; 12], &numbers].concat();
        files.extend_from_slice(&[b"PK\x03\x04", &common[..], name.as_bytes(), name.as_bytes()].concat());
        let more = [&[0; 6][..], &attributes.to_le_bytes(), &at.to_le_bytes(), name.as_bytes()].concat();
        directory.extend_from_slice(&[&b"PK\x01\x02\x14\x03"[..], &common, &more].concat());
    }
    let (count, size, at) =
        ((entries.len() as u16).to_le_bytes(), (directory.len() as u32).to_le_bytes(), (files.len() as u32).to_le_bytes());
    let end = [&b"PK\x05\x06\0\0\0\0"[..], &count, &count, &size, &at, &[0; 2]].concat();
    [files, directory, end].concat()
}

fn png(width: u32, height: u32) -> Vec<u8> {
    let chunk = |name: &[u8; 4], data: &[u8]| {
        let named = [&name[..], data].concat();
        let crc = named.iter().fold(u32::MAX, |crc, byte| {
            (0..8).fold(crc ^ u32::from(*byte), |crc, _| if crc & 1 == 1 { crc >> 1 ^ 0xedb8_8320 } else { crc >> 1 })
        });
        [&(data.len() as u32).to_be_bytes()[..], &named, &(!crc).to_be_bytes()].concat()
    };
    let header = [&width.to_be_bytes()[..], &height.to_be_bytes(), &[8, 2, 0, 0, 0]].concat();
    let pixels = from_hex("789c63646060b0810126112480c201005a600402");
    [&b"\x89PNG\r\n\x1a\n"[..], &chunk(b"IHDR", &header), &chunk(b"IDAT", &pixels), &chunk(b"IEND", &[])].concat()
}

/// An animation that never ends, of very many pictures.
fn gif() -> Vec<u8> {
    let start = from_hex("47494638396102000200810000000000ffffff00000000000021ff0b4e45545343415045322e300301000000");
    let frame = from_hex("21f904000a0000002c00000000020002000008060001080410100021f904010a0002002c0100010001000100");
    [start, frame.repeat(60_000), b"\x3b".to_vec()].concat()
}

fn below(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).into_iter().flatten() {
        let path = entry.expect("an entry").path();
        if path.is_dir() { found.extend(below(&path)) } else { found.push(path) }
    }
    found
}

fn contains(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

async fn at_the_question_for_files(settings: &Settings) -> (crate::support::process::Counter, Browser) {
    let counter = open(settings).await;
    let browser = Browser::visits(&counter).await;
    for text in TO_FILES {
        browser.says(text).await;
    }
    (counter, browser)
}

/// Files in the vault, whatever they are called.
fn in_vault(settings: &Settings) -> Vec<PathBuf> {
    below(&settings.folder().join("data/evidence"))
}

/// Waits until the ticket says what became of so many files.
async fn told(settings: &Settings, receipt: &str, count: usize) -> String {
    let begun = Instant::now();
    loop {
        let told = files(settings, receipt);
        if told.matches("sha256 ").count() >= count {
            return told;
        }
        assert!(begun.elapsed() < Duration::from_secs(90), "{told}");
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
}

// --- Over the page ----------------------------------------------------------------------------------------------------

/// 39
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_hostile_name_is_a_plain_one_and_never_a_path() {
    let settings = Settings::new(SETTINGS);
    let (counter, browser) = at_the_question_for_files(&settings).await;
    let long = "证".repeat(85) + ".pdf";
    let names = [
        "../../../../etc/cron.d/x.pdf",
        "..\\..\\windows\\system32\\x.pdf",
        "/etc/passwd.pdf",
        "CON.pdf",
        "a.pdf:stream.pdf",
        "invoice\u{202e}fdp.exe.pdf",
        "two\r\nlines\u{0}.pdf",
        "<img src=x onerror=alert(1)>.pdf",
        long.as_str(),
    ];
    for (n, name) in names.iter().enumerate() {
        browser.uploads(name, &pdf(n as u8, 900 + n)).await;
    }
    // What a system would run is not kept under any name.
    browser.uploads("合同.pdf.exe", &pdf(99, 800)).await;
    browser.sees("合同.pdf.exe").await;
    let receipt = browser.submits().await;
    let told = told(&settings, &receipt, names.len()).await;
    for (n, name) in names.iter().enumerate() {
        assert!(told.contains(&sha256(&pdf(n as u8, 900 + n))), "{name}: {told}");
    }
    assert!(!told.contains(&sha256(&pdf(99, 800))), "{told}");
    let page = browser.page().await;
    for sign in ["\u{202e}", "\0", "<img src=x", "../..", "..\\"] {
        assert!(!page.contains(sign) && !told.contains(sign), "{sign:?} in a name that is shown");
    }
    // On disk nothing is called as anybody wished, and nothing lies elsewhere.
    let plain = regex::Regex::new(r"^[A-Za-z0-9._-]+$").expect("a pattern");
    for path in below(&settings.folder()) {
        let name = path.file_name().expect("a name").to_string_lossy().into_owned();
        assert!(plain.is_match(&name) && !name.contains("passwd") && !name.contains("CON"), "{}", path.display());
    }
    assert!(!Path::new("/etc/cron.d/x.pdf").exists());
    counter.terminate(Duration::from_secs(10)).await.expect("it stops");
}

/// 44
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_same_file_again_and_again_is_kept_once_and_not_without_end() {
    let settings = Settings::new(SETTINGS);
    let (counter, browser) = at_the_question_for_files(&settings).await;
    let content = pdf(7, 5_000);
    let mut taken = 0;
    for n in 0..30 {
        let (status, begun) = browser.begins(json!({ "name": format!("{n}.pdf"), "bytes": content.len() })).await;
        if status != 201 {
            break;
        }
        let id = begun["id"].as_str().expect("an id").to_owned();
        assert_eq!(browser.puts(&id, 0, &content).await.0, 200);
        browser.done(&id).await;
        taken += 1;
    }
    let receipt = browser.submits().await;
    let begun = Instant::now();
    while in_vault(&settings).is_empty() {
        assert!(begun.elapsed() < Duration::from_secs(90), "nothing was kept");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    let told = told(&settings, &receipt, 20).await;
    assert_eq!(in_vault(&settings).len(), 1, "{taken} were sent; one content is one file: {:?}", in_vault(&settings));
    assert!(told.matches("sha256 ").count() <= 20, "an answer has at most twenty files: {told}");
    counter.terminate(Duration::from_secs(10)).await.expect("it stops");
}

/// 45
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_photo_is_shown_without_its_place_and_lies_sealed() {
    let settings = Settings::new(SETTINGS);
    let (counter, browser) = at_the_question_for_files(&settings).await;
    browser.uploads("IMG_20261123.jpg", &photo()).await;
    let receipt = browser.submits().await;
    let told = told(&settings, &receipt, 1).await;
    assert!(told.contains(&sha256(&photo())), "the original is kept as it came: {told}");
    for path in below(&settings.folder().join("data")) {
        assert!(!contains(&std::fs::read(&path).unwrap_or_default(), PLACE), "{}", path.display());
    }
    counter.terminate(Duration::from_secs(10)).await.expect("it stops");
}

// --- At the desk ------------------------------------------------------------------------------------------------------

/// Puts a file into the vault and onto a ticket, past every judgement: what lies there already must be harmless too.
async fn with_file(desk: &Desk, receipt: &Receipt, (name, bytes): (&str, &[u8])) -> EvidenceId {
    let office = &desk.house.office;
    let mut writer = office.vault.writer(1 << 26).expect("a writer");
    writer.write(bytes).expect("written");
    let pending = writer.close().expect("closed");
    let found = pending.kind().kind.name().to_owned();
    let stored = pending.keep().expect("kept");
    let id = office.evidence_id();
    let announced = Incoming {
        source: "test".to_owned(),
        kind: FileKind::Document,
        name: Some(name.to_owned()),
        mime: Some("image/jpeg".to_owned()),
        bytes: Some(bytes.len() as u64),
    };
    let status = FileStatus::Kept { sha256: stored.sha256.to_string(), bytes: stored.bytes, found, claimed: None };
    let file = Evidence { id, owner: Owner::Ticket(receipt.clone()), announced, status, tell: None, at: office.now(), revision: 1 };
    let act = Act::Note { words: name.to_owned(), files: vec![id] };
    let request = Asked { by: By::Operator, receipt: receipt.clone(), act, place: Where::Elsewhere, event: None, files: vec![file] };
    ip_office_bot::desk::perform(office, request).await.expect("noted");
    id
}

/// The download of a file and its preview, in bytes.
async fn looks_at(clerk: &Clerk, path: &str) -> (StatusCode, axum::http::HeaderMap, Vec<u8>) {
    let request = clerk.request("GET", path).body(Body::empty()).expect("a request");
    let answer = clerk.routes().oneshot(request).await.expect("routes always answer");
    let (parts, body) = answer.into_parts();
    (parts.status, parts.headers, axum::body::to_bytes(body, 1 << 26).await.expect("a body").to_vec())
}

/// 42
#[tokio::test]
async fn nothing_active_is_ever_shown_in_the_desk() {
    let desk = Desk::open().await;
    desk.has("li", &[]).await;
    let receipt = report(&desk).await;
    let script = b"<script>alert(document.cookie)</script>";
    let pdf = [&b"%PDF-1.7\n1 0 obj<</OpenAction<</S/JavaScript/JS(app.alert(1))>>>>endobj\n"[..], &[b' '; 99]].concat();
    let zoo: Vec<(&str, Vec<u8>)> = vec![
        ("图.svg", [&b"<svg xmlns='http://www.w3.org/2000/svg'>"[..], script, b"</svg>"].concat()),
        ("photo.jpg", [&b"<!doctype html><body>"[..], script].concat()),
        ("合同.pdf", pdf),
        ("macro.docx", zip(&[("[Content_Types].xml", 19, 0), ("word/document.xml", 17, 0), ("word/vbaProject.bin", 19, 0)])),
        ("both.jpg", [jpeg(), zip(&[("x.html", 6, 0)])].concat()),
        ("behind.jpg", [jpeg(), script.repeat(9)].concat()),
        ("note.txt", script.to_vec()),
        ("run.gif", [&b"GIF89a/*\x01\0\x01\0*/="[..], script].concat()),
        ("virus.com", br"X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*".to_vec()),
    ];
    for (name, bytes) in &zoo {
        let id = with_file(&desk, &receipt, (name, bytes)).await;
        let clerk = Clerk::of(&desk, "li").await;
        let path = format!("/desk/t/{receipt}/file/{}", id.0);
        let (status, headers, body) = looks_at(&clerk, &path).await;
        let value = |name: header::HeaderName| headers[name].to_str().expect("text").to_owned();
        assert_eq!((status, &body), (StatusCode::OK, bytes), "{name}: the original, as it came");
        assert!(value(header::CONTENT_DISPOSITION).starts_with("attachment;"), "{name}");
        assert_eq!(value(header::CONTENT_TYPE), "application/octet-stream", "{name}");
        assert_eq!(value(header::X_CONTENT_TYPE_OPTIONS), "nosniff", "{name}");
        let policy = value(header::CONTENT_SECURITY_POLICY);
        assert!(policy.contains("default-src 'none'") && policy.contains("sandbox") && !policy.contains("allow-"), "{name}: {policy}");
        assert!(value(header::CACHE_CONTROL).contains("no-store"), "{name}");
        let (status, headers, body) = looks_at(&clerk, &format!("{path}/preview")).await;
        if status == StatusCode::OK {
            assert!(headers[header::CONTENT_TYPE].to_str().is_ok_and(|kind| kind.starts_with("image/") && !kind.contains("svg")), "{name}");
            assert!(!contains(&body, b"<script") && !contains(&body, b"PK\x03\x04"), "{name}: what hides behind a picture stays behind");
        }
    }
}

/// 45: the copy that is shown.
#[tokio::test]
async fn the_preview_of_a_photo_has_no_place_in_it() {
    let desk = Desk::open().await;
    desk.has("li", &[]).await;
    let receipt = report(&desk).await;
    let id = with_file(&desk, &receipt, ("IMG_1.jpg", &photo())).await;
    let clerk = Clerk::of(&desk, "li").await;
    let (status, headers, body) = looks_at(&clerk, &format!("/desk/t/{receipt}/file/{}/preview", id.0)).await;
    assert_eq!((status, headers[header::CONTENT_TYPE].to_str().expect("text")), (StatusCode::OK, "image/jpeg"));
    assert!(contains(&photo(), PLACE) && !contains(&body, PLACE) && !contains(&body, b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x10"));
}

/// 41
#[tokio::test]
async fn what_grows_when_it_is_opened_costs_no_time_and_is_not_shown() {
    let desk = Desk::open().await;
    desk.has("li", &[]).await;
    let receipt = report(&desk).await;
    let many: Vec<(String, u32, u32)> = (0..30_000).map(|n| (format!("{n}.txt"), 9, 0)).collect();
    let many: Vec<(&str, u32, u32)> = many.iter().map(|(name, unpacked, attributes)| (name.as_str(), *unpacked, *attributes)).collect();
    let zoo: Vec<(&str, Vec<u8>)> = vec![
        ("bomb.zip", zip(&[("zeros", u32::MAX - 1, 0), ("more", u32::MAX - 1, 0)])),
        ("nested.zip", zip(&[("inner.zip", 9, 0), ("other.7z", 9, 0)])),
        ("links.zip", zip(&[("out", 3, 0o120_777 << 16), ("../../etc/x", 11, 0)])),
        ("many.zip", zip(&many)),
        ("flood.png", png(50_000, 50_000)),
        ("widest.png", png(u32::MAX >> 1, 1)),
        ("endless.gif", gif()),
    ];
    for (name, bytes) in &zoo {
        let begun = Instant::now();
        let id = with_file(&desk, &receipt, (name, bytes)).await;
        let clerk = Clerk::of(&desk, "li").await;
        let (status, _, body) = looks_at(&clerk, &format!("/desk/t/{receipt}/file/{}/preview", id.0)).await;
        // An animation of small pictures may be shown: it costs whoever looks at it no more than its size.
        assert!(status != StatusCode::OK || *name == "endless.gif" && body.len() <= bytes.len(), "{name} is shown");
        assert!(begun.elapsed() < Duration::from_secs(20), "{name} took {:?}", begun.elapsed());
    }
}

// --- Links ------------------------------------------------------------------------------------------------------------

/// 40
#[tokio::test]
async fn what_was_on_its_way_in_time_may_arrive_after_the_end_of_its_link() {
    let desk = Desk::open().await;
    let receipt = report(&desk).await;
    let office = &desk.house.office;
    // A link of 24 bytes of nothing, as the office makes one.
    let secret = "A".repeat(32);
    let link = Link {
        id: office.key.blind_hex("once", &[0; 24]),
        route: Route::telegram(501),
        request: message::Request::Paper { receipt: receipt.clone(), paper: "receipt".to_owned() },
        until: office.now() + chrono::Duration::minutes(15),
    };
    let content = serde_json::to_string(&link).expect("JSON");
    let slip = Slip { drawer: Drawer::Once, id: link.id.clone(), content, revision: 1 };
    office.store.commit(Commit { writes: vec![Write::Slip(Box::new(slip))], ..Commit::default() }).await.expect("kept");
    let routes = routes(&desk);
    let call = async |method: &str, path: &str, body: Vec<u8>| {
        let request =
            Request::builder().method(method).uri(format!("/once/{secret}{path}")).header(header::CONTENT_TYPE, "application/json");
        let answer = routes.clone().oneshot(request.body(Body::from(body)).expect("a request")).await.expect("routes always answer");
        let status = answer.status();
        let text = axum::body::to_bytes(answer.into_body(), 1 << 20).await.expect("a body");
        (status, String::from_utf8_lossy(&text).into_owned())
    };
    let announced = || json!({ "name": "film.pdf", "bytes": 1_048_576 + 10 }).to_string().into_bytes();
    let (status, begun) = call("POST", "/upload", announced()).await;
    assert_eq!(status, StatusCode::CREATED, "{begun}");
    let id = serde_json::from_str::<Value>(&begun).expect("JSON")["id"].as_str().expect("an id").to_owned();
    let content = pdf(1, 1_048_576 + 10);
    assert_eq!(call("PUT", &format!("/upload/{id}/0"), content[..1_048_576].to_vec()).await.0, StatusCode::OK);

    desk.house.clock.pass(chrono::Duration::minutes(40));
    ip_office_bot::intake::forget_links(office).await.expect("housekeeping");
    assert_eq!(call("POST", "/upload", announced()).await.0, StatusCode::NOT_FOUND, "nothing new is begun");
    assert_eq!(call("PUT", &format!("/upload/{id}/1"), content[1_048_576..].to_vec()).await.0, StatusCode::OK);
    assert_eq!(call("POST", &format!("/upload/{id}/done"), Vec::new()).await.0, StatusCode::OK);
    let (status, page) = call("GET", "", Vec::new()).await;
    assert!(status == StatusCode::OK && page.contains("/upload"), "{page}");
    let form = "--x\r\nContent-Disposition: form-data; name=\"y\"\r\n\r\n\r\n--x--\r\n";
    let request =
        Request::builder().method("POST").uri(format!("/once/{secret}")).header(header::CONTENT_TYPE, "multipart/form-data; boundary=x");
    let sent = routes.clone().oneshot(request.body(Body::from(form)).expect("a request")).await.expect("routes always answer");
    assert_eq!(sent.status(), StatusCode::OK);
    assert_eq!(call("GET", "", Vec::new()).await.0, StatusCode::NOT_FOUND, "it is used up");

    // A link on which nothing had begun is over when its time is.
    let other = Slip { drawer: Drawer::Once, id: link.id.clone(), content: serde_json::to_string(&link).expect("JSON"), revision: 1 };
    office.store.commit(Commit { writes: vec![Write::Slip(Box::new(other))], ..Commit::default() }).await.expect("kept");
    assert_eq!(call("GET", "", Vec::new()).await.0, StatusCode::NOT_FOUND);
    desk.house.clock.pass(chrono::Duration::hours(7));
    ip_office_bot::intake::forget_links(office).await.expect("housekeeping");
    assert!(office.store.slips(Drawer::Once, "", None, 10).await.expect("the store reads").is_empty());
}
