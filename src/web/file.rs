//! Files of the vault for a browser: pictures as copies without metadata, everything else as a download that no browser opens
//! by itself. Who may see a file is decided before this is asked.
//!
//! What must hold: nothing that somebody sent is ever run, or shown as a page, at the office's address. Whether a file may be
//! previewed is told by its bytes, at each look, never by its name or declared type.
//!
//! ## Why
//! - A picture with something behind it (an archive, a program) is not previewed: a copy is made only of what is one picture.
//! - A download has no type of its own and a sandbox for a policy: a browser that ignores one of the two obeys the other.
//! - A download is streamed from the vault, one chunk at a time; a preview is made in memory, so its size is limited.

use crate::office::Office;
use crate::store::{Evidence, FileStatus, StoreError};
use crate::vault::{ContentHash, Shown, VaultError, VaultReader, clean_image, display_name, inspect};
use axum::body::Body;
use axum::http::{HeaderName, HeaderValue, header};
use axum::response::{IntoResponse, Response};
use std::io::{Read, Seek, SeekFrom};
use tokio::sync::mpsc;

/// Largest picture in bytes of which a preview is made.
const PREVIEW: u64 = 30_000_000;
/// Bytes that are read from the vault at once.
const CHUNK: usize = 64 * 1024;
/// Chunks that wait for a slow reader.
const AHEAD: usize = 4;
/// Nothing is loaded, nothing runs, and what is shown belongs to no address.
const POLICY: &str = "default-src 'none'; sandbox; frame-ancestors 'self'";

/// Why a file is not shown.
#[derive(Debug, thiserror::Error)]
pub enum NotShown {
    /// Its content is not here: still on its way, refused or erased.
    #[error("the content of the file is not here")]
    NotHere,
    /// It can be downloaded, and only that.
    #[error("the file is no picture that can be shown")]
    NoPreview,
    /// The content was damaged.
    #[error("the content of the file is damaged")]
    Damaged,
    /// The vault or the store cannot be read now.
    #[error("the file cannot be read: {0}")]
    Unavailable(String),
}

impl From<VaultError> for NotShown {
    fn from(error: VaultError) -> Self {
        match error {
            VaultError::Missing => Self::NotHere,
            VaultError::Damaged | VaultError::Key(_) => Self::Damaged,
            other => Self::Unavailable(other.to_string()),
        }
    }
}

impl From<StoreError> for NotShown {
    fn from(error: StoreError) -> Self {
        Self::Unavailable(error.to_string())
    }
}

/// A picture as it may be shown: a copy of what is seen, without where, when and with what it was taken.
///
/// # Errors
/// It is no picture, too large, hides something, or its content is not here.
pub async fn preview(office: &Office, evidence: &Evidence) -> Result<Response, NotShown> {
    let (hash, bytes) = kept(evidence)?;
    if bytes > PREVIEW {
        return Err(NotShown::NoPreview);
    }
    let vault = office.vault.clone();
    let cleaning = tokio::task::spawn_blocking(move || {
        let mut reader = vault.read(&vault.id_of(&hash))?;
        let found = inspect(&mut reader).map_err(VaultError::from)?;
        if found.shown() != Shown::Picture {
            return Err(NotShown::NoPreview);
        }
        reader.seek(SeekFrom::Start(0)).map_err(VaultError::from)?;
        let mut content = Vec::new();
        reader.take(PREVIEW).read_to_end(&mut content).map_err(VaultError::from)?;
        clean_image(&content).map_err(|_| NotShown::NoPreview)
    });
    let cleaned = cleaning.await.map_err(|_| NotShown::NoPreview)??;
    let mut response = safe(Body::from(cleaned.bytes));
    set(&mut response, header::CONTENT_TYPE, cleaned.kind.mime());
    set(&mut response, header::CONTENT_DISPOSITION, "inline");
    Ok(response)
}

/// The original, as a download.
///
/// # Errors
/// Its content is not here, or cannot be read.
pub async fn download(office: &Office, evidence: &Evidence) -> Result<Response, NotShown> {
    let (hash, _) = kept(evidence)?;
    let vault = office.vault.clone();
    let opening = tokio::task::spawn_blocking(move || vault.read(&vault.id_of(&hash)));
    let reader = opening.await.map_err(|_| NotShown::Unavailable("opening a file broke".to_owned()))??;
    let length = reader.len();
    let mut response = safe(streamed(reader));
    set(&mut response, header::CONTENT_TYPE, "application/octet-stream");
    set(&mut response, header::CONTENT_LENGTH, &length.to_string());
    set(&mut response, header::CONTENT_DISPOSITION, &attachment(evidence.announced.name.as_deref().unwrap_or_default()));
    Ok(response)
}

/// A file of the desk for the person: a picture as a copy without metadata, everything else as it is; always a download.
///
/// # Errors
/// Its content is not here, or cannot be read.
pub async fn given(office: &Office, evidence: &Evidence) -> Result<Response, NotShown> {
    match preview(office, evidence).await {
        Ok(mut response) => {
            set(&mut response, header::CONTENT_TYPE, "application/octet-stream");
            let name = evidence.announced.name.as_deref().unwrap_or_default();
            set(&mut response, header::CONTENT_DISPOSITION, &attachment(name));
            Ok(response)
        }
        Err(NotShown::NoPreview) => download(office, evidence).await,
        Err(other) => Err(other),
    }
}

fn kept(evidence: &Evidence) -> Result<(ContentHash, u64), NotShown> {
    match &evidence.status {
        FileStatus::Kept { sha256, bytes, .. } => sha256.parse().map(|hash| (hash, *bytes)).map_err(|_| NotShown::Damaged),
        FileStatus::Waiting | FileStatus::Refused { .. } => Err(NotShown::NotHere),
    }
}

/// The content, chunk by chunk, no faster than it is taken. What turns out damaged ends the answer in the middle, which the
/// browser notices by its length.
fn streamed(mut reader: VaultReader) -> Body {
    let (chunks, taken) = mpsc::channel::<std::io::Result<Vec<u8>>>(AHEAD);
    tokio::task::spawn_blocking(move || {
        loop {
            let mut chunk = vec![0; CHUNK];
            let (chunk, last) = match reader.read(&mut chunk) {
                Ok(0) => return,
                Ok(n) => {
                    chunk.truncate(n);
                    (Ok(chunk), false)
                }
                Err(error) => (Err(error), true),
            };
            // Whoever no longer listens has left.
            if chunks.blocking_send(chunk).is_err() || last {
                return;
            }
        }
    });
    Body::from_stream(futures_util::stream::unfold(taken, |mut taken| async move { taken.recv().await.map(|chunk| (chunk, taken)) }))
}

fn safe(body: Body) -> Response {
    let mut response = body.into_response();
    set(&mut response, header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    set(&mut response, header::CONTENT_SECURITY_POLICY, POLICY);
    set(&mut response, header::CACHE_CONTROL, "private, no-store");
    set(&mut response, header::REFERRER_POLICY, "no-referrer");
    set(&mut response, HeaderName::from_static("cross-origin-resource-policy"), "same-origin");
    response
}

fn set(response: &mut Response, name: HeaderName, value: &str) {
    if let Ok(value) = HeaderValue::from_str(value) {
        response.headers_mut().insert(name, value);
    }
}

/// `Content-Disposition` of a download (RFC 6266): the cleaned name in UTF-8, and what is left of it in ASCII for those who do not
/// read that.
fn attachment(name: &str) -> String {
    let name = display_name(name);
    let plain: String = name.chars().map(|sign| if sign.is_ascii_alphanumeric() || " ._-()".contains(sign) { sign } else { '_' }).collect();
    // RFC 8187, attr-char.
    let encoded: String = name
        .bytes()
        .map(|byte| match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'!' | b'#' | b'$' | b'&' | b'+' | b'-' | b'.' | b'^' | b'_' | b'`' | b'|' | b'~' => {
                char::from(byte).to_string()
            }
            other => format!("%{other:02X}"),
        })
        .collect();
    format!("attachment; filename=\"{plain}\"; filename*=UTF-8''{encoded}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_of_any_kind_becomes_one_header_that_says_no_more_than_the_name() {
        for (name, told) in [
            ("合同.pdf", "attachment; filename=\"__.pdf\"; filename*=UTF-8''%E5%90%88%E5%90%8C.pdf"),
            ("a\"; filename=evil.exe", "attachment; filename=\"a__ filename_evil.exe\"; filename*=UTF-8''a_%3B%20filename%3Devil.exe"),
            ("../../etc/passwd", "attachment; filename=\"passwd\"; filename*=UTF-8''passwd"),
            ("x\r\nSet-Cookie: a=b", "attachment; filename=\"x Set-Cookie_ a_b\"; filename*=UTF-8''x%20Set-Cookie_%20a%3Db"),
            ("photo\u{202e}gpj.scr", "attachment; filename=\"photogpj.scr\"; filename*=UTF-8''photogpj.scr"),
            ("", "attachment; filename=\"file\"; filename*=UTF-8''file"),
        ] {
            assert_eq!(attachment(name), told);
            assert!(HeaderValue::from_str(&attachment(name)).is_ok());
        }
    }
}
