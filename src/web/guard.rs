//! What stands before every route: headers that browsers obey, where a change may come from, and how often.
//!
//! ## Why
//! - A change must come from one of our own pages: browsers say so (`Sec-Fetch-Site`, else `Origin`), and every form carries a
//!   token that only its cookie fits. A program without a browser sends neither header; it has no cookie of somebody either.
//! - A form is small: whoever sends it byte by byte is let go, since each connection is one that others do not have. Files have
//!   a patience of their own, in [`upload`](super::upload).
//! - Limits by address are wide, since a whole office may stand behind one; what one visitor may do is limited by the intake.
//! - Addresses are looked at in memory, for limits alone. They are written nowhere.

use super::Web;
use super::page::Failure;
use axum::body::Body;
use axum::extract::{ConnectInfo, FromRequestParts, Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use futures_util::StreamExt;
use std::collections::HashMap;
use std::convert::Infallible;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

/// What a browser may load and do on our pages: only what comes from here, and no scripts in the page itself.
const CONTENT: &str = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data: blob:; connect-src 'self'; \
                       form-action 'self'; frame-ancestors 'none'; base-uri 'none'";
/// Two years (RFC 6797), once there is TLS in front.
const STRICT_TRANSPORT: &str = "max-age=63072000; includeSubDomains";
/// Time that a form may take, and bytes a second that give it more.
const FORM: Duration = Duration::from_secs(20);
const SLOWEST: u64 = 4_000;
/// Addresses remembered for limits; when there are more, those that rest are forgotten.
const REMEMBERED: usize = 20_000;

/// What is limited by address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Anything that changes something.
    Change,
    /// A piece of a file; a large one has hundreds.
    Piece,
    /// A visitor who was never here.
    Newcomer,
    /// A try to open a case with receipt and code.
    Try,
}

impl Kind {
    /// How many at once, and how long one takes to be forgotten.
    fn pace(self) -> (u32, Duration) {
        match self {
            Kind::Change => (240, Duration::from_millis(250)),
            Kind::Piece => (2_000, Duration::from_millis(20)),
            Kind::Newcomer => (120, Duration::from_secs(10)),
            Kind::Try => (30, Duration::from_secs(30)),
        }
    }
}

/// Counts what comes from each address.
#[derive(Debug, Default)]
pub struct Limits(Mutex<HashMap<(Kind, IpAddr), Instant>>);

impl Limits {
    /// Whether one more is within the limit; the wait otherwise. (A leaky bucket: each entry is the moment at which it is empty.)
    ///
    /// # Errors
    /// How long to wait.
    pub fn take(&self, kind: Kind, address: IpAddr, now: Instant) -> Result<(), Duration> {
        let (burst, each) = kind.pace();
        let mut empty = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if empty.len() >= REMEMBERED {
            empty.retain(|_, empty| *empty > now);
        }
        let at = empty.entry((kind, network(address))).or_insert(now);
        let full = (*at).max(now) + each;
        match full.checked_duration_since(now + each * burst) {
            Some(wait) if !wait.is_zero() => Err(wait),
            _ => {
                *at = full;
                Ok(())
            }
        }
    }
}

/// One household has a whole network of IPv6 addresses.
pub(super) fn network(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(address) => {
            let [a, b, c, d, ..] = address.segments();
            IpAddr::V6(std::net::Ipv6Addr::new(a, b, c, d, 0, 0, 0, 0))
        }
        address => address,
    }
}

/// The address that a request comes from: a proxy's word counts only for proxies of the settings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct From(pub IpAddr);

impl FromRequestParts<Web> for From {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, web: &Web) -> Result<Self, Infallible> {
        let peer = parts.extensions.get::<ConnectInfo<SocketAddr>>().map_or(Ipv4Addr::LOCALHOST.into(), |peer| peer.0.ip());
        Ok(Self(client(peer.to_canonical(), &parts.headers, &web.office.config.server.proxies)))
    }
}

/// The last address in the chain that is not one of our proxies.
fn client(peer: IpAddr, headers: &HeaderMap, proxies: &[IpAddr]) -> IpAddr {
    let mut address = peer;
    let said = headers.get_all("x-forwarded-for").iter().filter_map(|value| value.to_str().ok());
    let chain: Vec<IpAddr> = said.flat_map(|value| value.split(',')).filter_map(|part| part.trim().parse().ok()).collect();
    for before in chain.into_iter().rev() {
        if !proxies.contains(&address) {
            break;
        }
        address = before.to_canonical();
    }
    address
}

/// Refuses changes that other sites ask for, and more of them than an address may.
pub async fn changes(State(web): State<Web>, from: From, request: Request, next: Next) -> Response {
    let safe = matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS);
    if safe {
        return next.run(request).await;
    }
    if !is_ours(request.headers(), web.office.config.server.public_url.as_deref()) {
        return Failure::Foreign.into_response();
    }
    let kind = if *request.method() == Method::PUT { Kind::Piece } else { Kind::Change };
    match web.limits.take(kind, from.0, Instant::now()) {
        Ok(()) => next.run(request).await,
        Err(wait) => Failure::TooMany(wait).into_response(),
    }
}

/// Refuses to tell news to a page of another site.
///
/// # Errors
/// It is one.
pub fn only_ours(web: &Web, headers: &HeaderMap) -> Result<(), Failure> {
    if is_ours(headers, web.office.config.server.public_url.as_deref()) { Ok(()) } else { Err(Failure::Foreign) }
}

/// Lets go of whoever sends the body of a form too slowly.
pub async fn in_time(request: Request, next: Next) -> Response {
    if matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS) {
        return next.run(request).await;
    }
    let late = Arc::new(AtomicBool::new(false));
    let begun = tokio::time::Instant::now();
    let (parts, body) = request.into_parts();
    let parts_of_body =
        futures_util::stream::unfold((body.into_data_stream(), 0_u64, Arc::clone(&late)), move |(mut rest, read, late)| async move {
            let until = begun + FORM + Duration::from_secs(read / SLOWEST);
            match tokio::time::timeout_at(until, rest.next()).await {
                Ok(part) => {
                    let part = part?.map_err(std::io::Error::other);
                    let read = read + part.as_ref().map_or(0, |part| part.len() as u64);
                    Some((part, (rest, read, late)))
                }
                Err(_) => {
                    late.store(true, Ordering::Relaxed);
                    Some((Err(std::io::ErrorKind::TimedOut.into()), (rest, read, late)))
                }
            }
        });
    let answer = next.run(Request::from_parts(parts, Body::from_stream(parts_of_body))).await;
    if late.load(Ordering::Relaxed) {
        // What is still to come is not waited for.
        return (StatusCode::REQUEST_TIMEOUT, [(header::CONNECTION, "close")]).into_response();
    }
    answer
}

/// Whether a change comes from one of our pages, or from no page at all.
fn is_ours(headers: &HeaderMap, public_url: Option<&str>) -> bool {
    let header = |name| headers.get(name).map(|value: &HeaderValue| value.to_str().unwrap_or_default());
    if let Some(site) = header("sec-fetch-site") {
        return site == "same-origin" || site == "none";
    }
    let Some(origin) = header(header::ORIGIN.as_str()) else { return true };
    let host = header(header::HOST.as_str()).unwrap_or_default();
    let authority = |url: &str| url.split_once("://").map(|(_, rest)| rest.trim_end_matches('/').to_owned());
    authority(origin).is_some_and(|origin| origin == host || public_url.and_then(authority).is_some_and(|public| public == origin))
}

/// Headers on every answer. What a handler set itself stays.
pub async fn headers(State(web): State<Web>, request: Request, next: Next) -> Response {
    // A proxy in front may see another end of a body in chunks than we do: whatever follows on this connection is no request.
    let in_chunks = request.headers().contains_key(header::TRANSFER_ENCODING);
    let mut answer = next.run(request).await;
    let headers = answer.headers_mut();
    // A stream sets this by itself, and is as personal as its page.
    if headers.get(header::CACHE_CONTROL).is_some_and(|kept| kept == "no-cache") {
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    }
    if in_chunks {
        headers.insert(header::CONNECTION, HeaderValue::from_static("close"));
    }
    let mut set = |name: header::HeaderName, value: &'static str| {
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    };
    set(header::CONTENT_SECURITY_POLICY, CONTENT);
    set(header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    set(header::X_FRAME_OPTIONS, "DENY");
    set(header::REFERRER_POLICY, "same-origin");
    set(header::HeaderName::from_static("cross-origin-opener-policy"), "same-origin");
    set(header::HeaderName::from_static("cross-origin-resource-policy"), "same-origin");
    set(header::HeaderName::from_static("permissions-policy"), "geolocation=(), microphone=(), payment=(), usb=()");
    set(header::CACHE_CONTROL, "no-store");
    if web.is_https() {
        set(header::STRICT_TRANSPORT_SECURITY, STRICT_TRANSPORT);
    }
    answer
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn so_many_pass_at_once_and_then_one_at_a_time() {
        let (limits, start) = (Limits::default(), Instant::now());
        let address: IpAddr = "203.0.113.9".parse().unwrap();
        let (burst, each) = Kind::Try.pace();
        for _ in 0..burst {
            assert_eq!(limits.take(Kind::Try, address, start), Ok(()));
        }
        assert!(limits.take(Kind::Try, address, start).is_err());
        assert_eq!(limits.take(Kind::Try, address, start + each), Ok(()));
        assert!(limits.take(Kind::Try, address, start + each).is_err());
        assert_eq!(limits.take(Kind::Change, address, start), Ok(()), "each kind by itself");
        assert_eq!(limits.take(Kind::Try, "203.0.113.10".parse().unwrap(), start), Ok(()), "each address by itself");
    }

    #[test]
    fn a_network_of_ipv6_is_one_address() {
        let (limits, start) = (Limits::default(), Instant::now());
        let (burst, _) = Kind::Try.pace();
        for n in 0..burst {
            let address: IpAddr = format!("2001:db8:1:2::{n:x}").parse().unwrap();
            assert_eq!(limits.take(Kind::Try, address, start), Ok(()));
        }
        assert!(limits.take(Kind::Try, "2001:db8:1:2:ffff::1".parse().unwrap(), start).is_err());
        assert_eq!(limits.take(Kind::Try, "2001:db8:1:3::1".parse().unwrap(), start), Ok(()));
    }

    #[test]
    fn a_proxy_is_believed_only_when_it_is_ours() {
        let mut headers = HeaderMap::new();
        headers.append("x-forwarded-for", HeaderValue::from_static("198.51.100.7, 192.0.2.1"));
        let [peer, proxy]: [IpAddr; 2] = ["10.0.0.1", "192.0.2.1"].map(|address| address.parse().unwrap());
        assert_eq!(client(peer, &headers, &[]), peer, "anybody can write this header");
        assert_eq!(client(peer, &headers, &[peer]), proxy);
        assert_eq!(client(peer, &headers, &[peer, proxy]).to_string(), "198.51.100.7");
    }

    #[test]
    fn another_site_changes_nothing() {
        let with = |pairs: &[(&'static str, &'static str)]| {
            let headers = pairs.iter().map(|(name, value)| (header::HeaderName::from_static(name), HeaderValue::from_static(value)));
            is_ours(&headers.collect(), Some("https://counter.example.org"))
        };
        assert!(with(&[("sec-fetch-site", "same-origin"), ("origin", "null")]));
        assert!(!with(&[("sec-fetch-site", "cross-site")]) && !with(&[("sec-fetch-site", "same-site")]));
        assert!(with(&[("origin", "http://127.0.0.1:8080"), ("host", "127.0.0.1:8080")]));
        assert!(with(&[("origin", "https://counter.example.org"), ("host", "inner:8080")]));
        assert!(!with(&[("origin", "https://evil.example"), ("host", "127.0.0.1:8080")]));
        assert!(!with(&[("origin", "null"), ("host", "127.0.0.1:8080")]));
    }
}
