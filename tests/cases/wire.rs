//! What comes over the line itself: byte by byte, hosts, forwarded addresses, two requests in one.

use crate::support::process::{Counter, Settings};
use std::time::{Duration, Instant};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

const OPEN: Duration = Duration::from_secs(90);
const SECRET: &str = "/once/CCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCC";

async fn open(settings: &str) -> (Settings, Counter, String) {
    let settings = Settings::new(settings);
    let mut counter = Counter::spawn(&settings);
    counter.wait_until_open(OPEN).await.expect("it opens");
    let host = counter.address().expect("it says where").trim_start_matches("http://").to_owned();
    (settings, counter, host)
}

/// Everything that comes back for these bytes until the line is closed.
async fn raw(host: &str, bytes: &str) -> String {
    let mut line = TcpStream::connect(host).await.expect("a connection");
    line.write_all(bytes.as_bytes()).await.expect("written");
    let mut back = Vec::new();
    let _ = tokio::time::timeout(Duration::from_secs(60), line.read_to_end(&mut back)).await.expect("it ends");
    String::from_utf8_lossy(&back).into_owned()
}

fn statuses(back: &str) -> Vec<&str> {
    back.split("HTTP/1.1 ").skip(1).filter_map(|answer| answer.get(..3)).collect()
}

/// 37
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_host_that_a_caller_names_stands_nowhere() {
    let (_settings, counter, host) = open("").await;
    for path in ["/", "/track", "/desk", "/desk/log-in", "/nothing", "/open311/v2/discovery.json", "/api/v1/openapi.json"] {
        let more = "X-Forwarded-Host: evil.example\r\nX-Forwarded-Proto: https\r\nForwarded: host=evil.example\r\nConnection: close";
        let back = raw(&host, &format!("GET {path} HTTP/1.1\r\nHost: evil.example\r\n{more}\r\n\r\n")).await;
        assert!(back.starts_with("HTTP/1.1 ") && !back.contains("evil.example"), "{path}: {back}");
    }
    // Without any host, or with two, there is no answer that could be kept for others.
    for hosts in ["", "Host: a\r\nHost: b\r\n"] {
        let back = raw(&host, &format!("GET / HTTP/1.1\r\n{hosts}Connection: close\r\n\r\n")).await;
        assert!(!back.contains("Set-Cookie: __Host-desk"), "{back}");
    }
    counter.terminate(Duration::from_secs(10)).await.expect("it stops");
}

/// 37: guesses are counted by address.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_forged_address_counts_only_from_a_proxy_of_ours() {
    let guess = async |host: &str, from: String| {
        let back = raw(host, &format!("GET {SECRET} HTTP/1.1\r\nHost: x\r\nX-Forwarded-For: {from}\r\nConnection: close\r\n\r\n")).await;
        statuses(&back).first().map_or(0, |status| status.parse::<u16>().unwrap_or(0))
    };
    let (_settings, counter, host) = open("").await;
    let mut met = Vec::new();
    for n in 0..40 {
        met.push(guess(&host, format!("203.0.113.{n}")).await);
    }
    assert!(met.contains(&404) && met.contains(&429), "a new address with each guess helps nobody: {met:?}");
    counter.terminate(Duration::from_secs(10)).await.expect("it stops");

    let (_settings, counter, host) = open("[server]\nproxies = [\"127.0.0.1\"]\n").await;
    for n in 0..40 {
        assert_eq!(guess(&host, format!("203.0.113.{n}")).await, 404, "each of them guessed once");
    }
    let mut met = Vec::new();
    for n in 0..40 {
        // Whatever the caller wrote before the proxy did stands further left.
        met.push(guess(&host, format!("198.51.100.{n}, 203.0.113.200")).await);
    }
    assert!(met.contains(&429), "{met:?}");
    counter.terminate(Duration::from_secs(10)).await.expect("it stops");
}

/// 37
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_request_that_hides_another_ends_its_connection() {
    let (_settings, counter, host) = open("").await;
    let hidden = "GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n";
    let both = |first: &str, second: &str| format!("POST /say HTTP/1.1\r\nHost: x\r\n{first}\r\n{second}\r\n\r\n0\r\n\r\n{hidden}");
    let (length, chunked) = ("Content-Length: 4", "Transfer-Encoding: chunked");
    for (name, bytes) in [
        ("length first", both(length, chunked)),
        ("chunks first", both(chunked, length)),
        ("two lengths", both("Content-Length: 5", "Content-Length: 40")),
        ("chunks not last", both("Transfer-Encoding: chunked, identity", "X: y")),
        ("chunks in disguise", both("Transfer-Encoding : chunked", length)),
        ("chunks on a new line", both("X: y\r\n Transfer-Encoding: chunked", length)),
        ("a length with a sign", both("Content-Length: +5", "X: y")),
    ] {
        let back = raw(&host, &bytes).await;
        assert!(statuses(&back).len() <= 1 && !back.contains("\r\n\r\nok\n"), "{name}: {back}");
    }
    // Two honest ones in a row are answered both.
    let two = format!("GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n{}", hidden.replace("Host: x", "Host: x\r\nConnection: close"));
    assert_eq!(statuses(&raw(&host, &two).await), ["200", "200"]);
    counter.terminate(Duration::from_secs(10)).await.expect("it stops");
}

/// 27
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_form_that_comes_too_slowly_is_let_go() {
    let (_settings, counter, host) = open("").await;
    let mut slow = Vec::new();
    for path in ["/say", "/track", "/desk/log-in", "/api/v1/tickets/WH-261123-222222/note", "/open311/v2/requests.json"] {
        let mut line = TcpStream::connect(&host).await.expect("a connection");
        let head =
            format!("POST {path} HTTP/1.1\r\nHost: {host}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 900\r\n");
        line.write_all(format!("{head}\r\ntoken=").as_bytes()).await.expect("written");
        slow.push(tokio::spawn(async move {
            let begun = Instant::now();
            let (mut from, mut to) = line.split();
            let mut back = Vec::new();
            let drip = async {
                while to.write_all(b"a").await.is_ok() {
                    tokio::time::sleep(Duration::from_secs(1)).await;
                }
                std::future::pending::<()>().await;
            };
            tokio::select! { _ = from.read_to_end(&mut back) => {}, () = drip => {} }
            (path, begun.elapsed(), String::from_utf8_lossy(&back).into_owned())
        }));
    }
    for line in slow {
        let (path, took, back) =
            tokio::time::timeout(Duration::from_secs(60), line).await.expect("nobody is held for ever").expect("no panic");
        assert!(took < Duration::from_secs(45), "{path} took {took:?}");
        // Whoever is refused anyway is refused before; everybody else because of the time.
        let status = statuses(&back).first().copied().unwrap_or_default().to_owned();
        assert!(["408", "401", "403", "415"].contains(&status.as_str()), "{path}: {back}");
        if path == "/say" || path == "/desk/log-in" {
            assert_eq!(status, "408", "{path}: {back}");
        }
    }
    counter.terminate(Duration::from_secs(10)).await.expect("it stops");
}

/// 27, 37
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn one_address_leaves_connections_for_others() {
    use ip_office_bot::web::serve::{OF_ONE, serve};
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let host = listener.local_addr().expect("an address").to_string();
    let stop = tokio_util::sync::CancellationToken::new();
    let routes = axum::Router::new().route("/", axum::routing::get(async || "here\n"));
    let serving = tokio::spawn(serve((listener, Vec::new()), routes, stop.clone()));
    let mut held = Vec::new();
    for _ in 0..OF_ONE {
        held.push(TcpStream::connect(&host).await.expect("a connection"));
    }
    let ask = "GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
    let mut line = TcpStream::connect(&host).await.expect("a connection");
    let _ = line.write_all(ask.as_bytes()).await;
    let mut back = Vec::new();
    let _ = tokio::time::timeout(Duration::from_secs(20), line.read_to_end(&mut back)).await.expect("it ends");
    assert!(back.is_empty(), "{}", String::from_utf8_lossy(&back));
    // Whoever lets go of some may come again.
    held.truncate(OF_ONE / 2);
    let begun = Instant::now();
    loop {
        let mut line = TcpStream::connect(&host).await.expect("a connection");
        let mut back = Vec::new();
        if line.write_all(ask.as_bytes()).await.is_ok() {
            let _ = line.read_to_end(&mut back).await;
        }
        if back.ends_with(b"here\n") {
            break;
        }
        assert!(begun.elapsed() < Duration::from_secs(20), "the door stays shut");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    drop(held);
    stop.cancel();
    serving.await.expect("it stops");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_first_link_names_the_port_that_the_system_chose() {
    let (_settings, counter, host) = open("").await;
    let begun = Instant::now();
    while !counter.said().contains("/desk/welcome/") {
        assert!(begun.elapsed() < Duration::from_secs(20), "{}", counter.said());
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    let said = counter.said();
    let link = said.split_whitespace().find(|word| word.contains("/desk/welcome/")).expect("a link");
    assert!(link.starts_with(&format!("http://{host}/desk/welcome/")), "{said}");
    assert_eq!(reqwest::get(link).await.expect("an answer").status(), 200);
    counter.terminate(Duration::from_secs(10)).await.expect("it stops");
}
