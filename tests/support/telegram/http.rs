//! Just enough HTTP/1.1 over tokio: a server that can also misbehave (close without a word, never answer), and a small
//! client for webhook delivery. Loopback only; not for anything else.
//!
//! ## Why
//! A web framework answers every request it has read. A fake that must lose answers needs the socket itself.

use std::collections::HashMap;
use std::future::Future;
use std::io;
use std::sync::Arc;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinSet;

const MAX_HEAD: usize = 64 * 1024;
const MAX_BODY: usize = 60 * 1024 * 1024;

/// One request, body complete (chunks joined).
#[derive(Debug, Default)]
pub struct Request {
    pub method: String,
    pub path: String,
    pub query: String,
    /// Names in lower case.
    pub headers: HashMap<String, String>,
    pub body: Vec<u8>,
}

/// What happens on the socket after a request.
#[derive(Debug)]
pub enum Answer {
    Reply {
        status: u16,
        content_type: &'static str,
        body: Vec<u8>,
    },
    /// Close without one byte of answer.
    Close,
    /// Keep the connection open and never answer.
    Hang,
}

impl Answer {
    pub fn json(status: u16, body: &serde_json::Value) -> Self {
        Answer::Reply { status, content_type: "application/json", body: body.to_string().into_bytes() }
    }
}

/// Serves until the future is dropped; then every connection is cut.
pub async fn serve<H, F>(listener: TcpListener, handler: H)
where
    H: Fn(Request) -> F + Send + Sync + 'static,
    F: Future<Output = Answer> + Send + 'static,
{
    let handler = Arc::new(handler);
    // Dropping the set cuts the connections.
    let mut connections = JoinSet::new();
    loop {
        tokio::select! {
            accepted = listener.accept() => {
                let Ok((stream, _)) = accepted else { continue };
                let handler = handler.clone();
                connections.spawn(async move {
                    let _ = stream.set_nodelay(true);
                    let _ = connection(stream, &*handler).await;
                });
            }
            Some(_) = connections.join_next() => {}
        }
    }
}

async fn connection<H, F>(stream: TcpStream, handler: &H) -> io::Result<()>
where
    H: Fn(Request) -> F,
    F: Future<Output = Answer>,
{
    let mut wire = Wire { stream, buffer: Vec::with_capacity(8 * 1024), read: 0 };
    loop {
        let request = match wire.request().await {
            Ok(Some(request)) => request,
            Ok(None) => return Ok(()),
            Err(error) if error.kind() == io::ErrorKind::InvalidData => {
                let body = br#"{"ok":false,"error_code":413,"description":"Request Entity Too Large"}"#;
                let _ = wire.stream.write_all(&head(413, "application/json", body.len(), true)).await;
                let _ = wire.stream.write_all(body).await;
                return Ok(());
            }
            Err(error) => return Err(error),
        };
        let close = request.headers.get("connection").is_some_and(|v| v.eq_ignore_ascii_case("close"));
        match handler(request).await {
            Answer::Reply { status, content_type, body } => {
                let mut out = head(status, content_type, body.len(), close);
                out.extend_from_slice(&body);
                wire.stream.write_all(&out).await?;
                if close {
                    return wire.stream.shutdown().await;
                }
            }
            Answer::Close => return Ok(()),
            Answer::Hang => {
                // Until the other side gives up.
                let mut sink = [0u8; 1024];
                while wire.stream.read(&mut sink).await? > 0 {}
                return Ok(());
            }
        }
    }
}

fn head(status: u16, content_type: &str, length: usize, close: bool) -> Vec<u8> {
    let reason = match status {
        200 => "OK",
        400 => "Bad Request",
        401 => "Unauthorized",
        403 => "Forbidden",
        404 => "Not Found",
        409 => "Conflict",
        413 => "Request Entity Too Large",
        429 => "Too Many Requests",
        500 => "Internal Server Error",
        502 => "Bad Gateway",
        503 => "Service Unavailable",
        504 => "Gateway Timeout",
        _ => "Unknown",
    };
    let connection = if close { "close" } else { "keep-alive" };
    format!(
        "HTTP/1.1 {status} {reason}\r\nContent-Type: {content_type}\r\nContent-Length: {length}\r\nConnection: \
         {connection}\r\n\r\n"
    )
    .into_bytes()
}

/// A connection with what was read and not yet used.
struct Wire {
    stream: TcpStream,
    buffer: Vec<u8>,
    read: usize,
}

impl Wire {
    async fn fill(&mut self) -> io::Result<usize> {
        if self.read > 0 && self.read == self.buffer.len() {
            self.buffer.clear();
            self.read = 0;
        }
        self.stream.read_buf(&mut self.buffer).await
    }

    async fn line(&mut self) -> io::Result<Option<String>> {
        loop {
            let unread = &self.buffer[self.read..];
            if let Some(end) = unread.iter().position(|b| *b == b'\n') {
                let line = String::from_utf8_lossy(&unread[..end]).trim_end_matches('\r').to_owned();
                self.read += end + 1;
                return Ok(Some(line));
            }
            if unread.len() > MAX_HEAD {
                return Err(io::Error::new(io::ErrorKind::InvalidData, "line too long"));
            }
            if self.fill().await? == 0 {
                return Ok(None);
            }
        }
    }

    async fn bytes(&mut self, count: usize, into: &mut Vec<u8>) -> io::Result<()> {
        let mut missing = count;
        while missing > 0 {
            let here = (self.buffer.len() - self.read).min(missing);
            into.extend_from_slice(&self.buffer[self.read..self.read + here]);
            self.read += here;
            missing -= here;
            if missing > 0 && self.fill().await? == 0 {
                return Err(io::ErrorKind::UnexpectedEof.into());
            }
        }
        Ok(())
    }

    async fn headers(&mut self) -> io::Result<HashMap<String, String>> {
        let mut headers = HashMap::new();
        while let Some(line) = self.line().await? {
            if line.is_empty() {
                return Ok(headers);
            }
            if let Some((name, value)) = line.split_once(':') {
                headers.insert(name.trim().to_ascii_lowercase(), value.trim().to_owned());
            }
        }
        Err(io::ErrorKind::UnexpectedEof.into())
    }

    async fn body(&mut self, headers: &HashMap<String, String>) -> io::Result<Vec<u8>> {
        let mut body = Vec::new();
        if headers.get("transfer-encoding").is_some_and(|v| v.eq_ignore_ascii_case("chunked")) {
            loop {
                let line = self.line().await?.ok_or(io::ErrorKind::UnexpectedEof)?;
                let size = usize::from_str_radix(line.split(';').next().unwrap_or("").trim(), 16)
                    .map_err(|_| io::Error::new(io::ErrorKind::InvalidInput, "chunk size"))?;
                if body.len() + size > MAX_BODY {
                    return Err(io::Error::new(io::ErrorKind::InvalidData, "body too large"));
                }
                self.bytes(size, &mut body).await?;
                self.line().await?;
                if size == 0 {
                    return Ok(body);
                }
            }
        }
        let length = headers.get("content-length").and_then(|v| v.parse().ok()).unwrap_or(0usize);
        if length > MAX_BODY {
            return Err(io::Error::new(io::ErrorKind::InvalidData, "body too large"));
        }
        self.bytes(length, &mut body).await?;
        Ok(body)
    }

    async fn request(&mut self) -> io::Result<Option<Request>> {
        let Some(line) = self.line().await? else {
            return Ok(None);
        };
        let mut words = line.split(' ');
        let method = words.next().unwrap_or("").to_owned();
        let target = words.next().unwrap_or("/").to_owned();
        let headers = self.headers().await?;
        if headers.get("expect").is_some_and(|v| v.eq_ignore_ascii_case("100-continue")) {
            self.stream.write_all(b"HTTP/1.1 100 Continue\r\n\r\n").await?;
        }
        let body = self.body(&headers).await?;
        let (path, query) = target.split_once('?').unwrap_or((&target, ""));
        Ok(Some(Request { method, path: path.to_owned(), query: query.to_owned(), headers, body }))
    }

    async fn response(&mut self) -> io::Result<Response> {
        let line = self.line().await?.ok_or(io::ErrorKind::UnexpectedEof)?;
        let status = line.split(' ').nth(1).and_then(|s| s.parse().ok()).unwrap_or(0);
        let headers = self.headers().await?;
        let body = self.body(&headers).await?;
        Ok(Response { status, headers, body })
    }
}

/// The answer to a request of [`Client`].
#[derive(Debug)]
pub struct Response {
    pub status: u16,
    pub headers: HashMap<String, String>,
    pub body: Vec<u8>,
}

/// One keep-alive connection to one `http://host:port` address.
#[derive(Default)]
pub struct Client {
    wire: Option<Wire>,
}

impl Client {
    /// POSTs JSON; opens a new connection when there is none or the kept one has gone.
    pub async fn post(&mut self, url: &str, headers: &[(&str, &str)], body: &[u8]) -> io::Result<Response> {
        let rest = url.strip_prefix("http://").ok_or(io::Error::new(io::ErrorKind::InvalidInput, "only http://"))?;
        let (host, path) = match rest.find('/') {
            Some(at) => rest.split_at(at),
            None => (rest, "/"),
        };
        let mut out =
            format!("POST {path} HTTP/1.1\r\nHost: {host}\r\nContent-Type: application/json\r\nContent-Length: {}\r\n", body.len());
        for (name, value) in headers {
            out.push_str(&format!("{name}: {value}\r\n"));
        }
        out.push_str("\r\n");
        let mut out = out.into_bytes();
        out.extend_from_slice(body);
        if let Some(mut wire) = self.wire.take() {
            // A kept connection may have been closed meanwhile: then the request goes out once more on a new one.
            if wire.stream.write_all(&out).await.is_ok()
                && let Ok(response) = wire.response().await
            {
                self.keep(wire, &response);
                return Ok(response);
            }
        }
        let stream = TcpStream::connect(host).await?;
        stream.set_nodelay(true)?;
        let mut wire = Wire { stream, buffer: Vec::new(), read: 0 };
        wire.stream.write_all(&out).await?;
        let response = wire.response().await?;
        self.keep(wire, &response);
        Ok(response)
    }

    fn keep(&mut self, wire: Wire, response: &Response) {
        if !response.headers.get("connection").is_some_and(|v| v.eq_ignore_ascii_case("close")) {
            self.wire = Some(wire);
        }
    }
}

/// Percent-decoding of a form value or a path.
pub fn percent_decode(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let hex = bytes.get(at + 1..at + 3).and_then(|h| std::str::from_utf8(h).ok());
        match (bytes[at], hex.and_then(|h| u8::from_str_radix(h, 16).ok())) {
            (b'%', Some(byte)) => {
                out.push(byte);
                at += 3;
            }
            (b'+', _) => {
                out.push(b' ');
                at += 1;
            }
            (byte, _) => {
                out.push(byte);
                at += 1;
            }
        }
    }
    String::from_utf8_lossy(&out).into_owned()
}

/// `a=1&b=2`, decoded.
pub fn form(text: &str) -> Vec<(String, String)> {
    text.split('&')
        .filter(|pair| !pair.is_empty())
        .map(|pair| pair.split_once('=').unwrap_or((pair, "")))
        .map(|(name, value)| (percent_decode(name), percent_decode(value)))
        .collect()
}

/// One part of a multipart body.
#[derive(Debug)]
pub struct Part {
    pub name: String,
    pub file_name: Option<String>,
    pub content_type: Option<String>,
    pub bytes: Vec<u8>,
}

/// Parts of a `multipart/form-data` body; `None` when it is malformed.
pub fn multipart(content_type: &str, body: &[u8]) -> Option<Vec<Part>> {
    let boundary = content_type.split(';').find_map(|p| p.trim().strip_prefix("boundary="))?.trim_matches('"');
    let opening = format!("--{boundary}").into_bytes();
    let closing = format!("\r\n--{boundary}").into_bytes();
    let mut at = find(body, &opening, 0)? + opening.len();
    let mut parts = Vec::new();
    loop {
        if body.get(at..at + 2)? == b"--" {
            return Some(parts);
        }
        at += 2;
        let head_end = find(body, b"\r\n\r\n", at)?;
        let head = String::from_utf8_lossy(&body[at..head_end]).into_owned();
        let end = find(body, &closing, head_end + 2)?;
        let mut part = Part { name: String::new(), file_name: None, content_type: None, bytes: body[head_end + 4..end].to_vec() };
        for line in head.split("\r\n") {
            let (name, value) = line.split_once(':')?;
            if name.eq_ignore_ascii_case("content-type") {
                part.content_type = Some(value.trim().to_owned());
            } else if name.eq_ignore_ascii_case("content-disposition") {
                part.name = attribute(value, "name").unwrap_or_default();
                part.file_name = attribute(value, "filename");
            }
        }
        parts.push(part);
        at = end + closing.len();
    }
}

fn attribute(header: &str, name: &str) -> Option<String> {
    header.split(';').find_map(|piece| {
        let (key, value) = piece.trim().split_once('=')?;
        if key == name {
            return Some(value.trim_matches('"').replace("%22", "\""));
        }
        // RFC 5987 form, for names that are not ASCII.
        (key.strip_suffix('*') == Some(name)).then(|| percent_decode(value.rsplit('\'').next().unwrap_or(value)))
    })
}

fn find(haystack: &[u8], needle: &[u8], from: usize) -> Option<usize> {
    haystack.get(from..)?.windows(needle.len()).position(|window| window == needle).map(|at| at + from)
}
