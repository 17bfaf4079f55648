//! Text, and the text that a browser would run.

use std::borrow::Cow;

use super::{Kind, magic::contains};

/// Tags at which a browser decides that a file is a page (WHATWG MIME sniffing, section 7.1), and those that run code.
const PAGE_TAGS: [&str; 24] = [
    "!doctype html",
    "html",
    "head",
    "script",
    "iframe",
    "h1",
    "div",
    "font",
    "table",
    "a",
    "style",
    "title",
    "b",
    "body",
    "br",
    "p",
    "img",
    "meta",
    "link",
    "form",
    "object",
    "embed",
    "video",
    "frameset",
];
/// Marks of active content within a file that starts as markup.
const ACTIVE_MARKS: [&[u8]; 5] = [b"<script", b"<html", b"<iframe", b"javascript:", b"xmlns=\"http://www.w3.org/1999/xhtml"];

/// The head as text in an encoding whose ASCII part is one byte each; `None` if it is no text.
pub(super) fn text(head: &[u8]) -> Option<Cow<'_, [u8]>> {
    if let Some(rest) = head.strip_prefix(b"\xff\xfe") {
        return utf16(rest, u16::from_le_bytes);
    }
    if let Some(rest) = head.strip_prefix(b"\xfe\xff") {
        return utf16(rest, u16::from_be_bytes);
    }
    let head = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head);
    let whole = head.iter().all(|byte| is_text_byte(*byte));
    (whole && (is_utf8(head) || is_gb18030(head))).then_some(Cow::Borrowed(head))
}

/// What kind of text it is.
pub(super) fn kind(text: &[u8]) -> Kind {
    let lower = text.to_ascii_lowercase();
    let mut rest = lower.as_slice();
    loop {
        rest = rest.trim_ascii_start();
        rest = match (skip(rest, b"<!--", b"-->"), skip(rest, b"<?", b"?>")) {
            (Some(rest), _) | (_, Some(rest)) => rest,
            (None, None) => break,
        };
    }
    if rest.first() != Some(&b'<') {
        return Kind::Text;
    }
    let opens = |tag: &str| {
        rest[1..]
            .strip_prefix(tag.as_bytes())
            .is_some_and(|after| matches!(after.first(), None | Some(b' ' | b'>' | b'/' | b'\t' | b'\r' | b'\n')))
    };
    if contains(&lower, b"<svg") || contains(&lower, b"http://www.w3.org/2000/svg") {
        return Kind::Svg;
    }
    if PAGE_TAGS.iter().any(|tag| opens(tag))
        || ACTIVE_MARKS.iter().any(|mark| contains(&lower, mark))
        || contains(&lower, b"<!doctype html")
    {
        return Kind::Html;
    }
    Kind::Text
}

/// What follows a comment or declaration. One that does not end hides the rest from a browser, too.
fn skip<'a>(text: &'a [u8], start: &[u8], end: &[u8]) -> Option<&'a [u8]> {
    let inside = text.strip_prefix(start)?;
    let at = inside.windows(end.len()).position(|window| window == end)?;
    Some(&inside[at + end.len()..])
}

fn is_text_byte(byte: u8) -> bool {
    byte >= b' ' && byte != 0x7f || matches!(byte, b'\t' | b'\n' | b'\r' | 0x0c | 0x1b)
}

/// A head may end within a character.
fn is_utf8(head: &[u8]) -> bool {
    match std::str::from_utf8(head) {
        Ok(_) => true,
        Err(error) => error.error_len().is_none(),
    }
}

/// Two bytes (GBK) or four; a head may end within a character. Most characters must be of the
/// rows of GB 2312 (marks and common characters), as otherwise much that is no text would pass.
fn is_gb18030(head: &[u8]) -> bool {
    let (mut rest, mut characters, mut common) = (head, 0usize, 0usize);
    while let Some((&first, after)) = rest.split_first() {
        rest = match (first, after) {
            (0..=0x7f, _) => after,
            (0x81..=0xfe, []) => after,
            (0x81..=0xfe, [0x40..=0x7e | 0x80..=0xfe, after @ ..]) => {
                characters += 1;
                common += usize::from(matches!(first, 0xa1..=0xa3 | 0xb0..=0xf7));
                after
            }
            (0x81..=0xfe, [0x30..=0x39, after @ ..]) => match after {
                [0x81..=0xfe, 0x30..=0x39, after @ ..] => after,
                [] | [0x81..=0xfe] => &[],
                _ => return false,
            },
            _ => return false,
        };
    }
    common * 10 >= characters * 7
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Option<Cow<'_, [u8]>> {
    let units = bytes.as_chunks::<2>().0.iter().map(|pair| unit(*pair));
    let mut out = Vec::with_capacity(bytes.len());
    let mut encoded = [0; 4];
    for decoded in char::decode_utf16(units) {
        // A head may end within a pair of surrogates; elsewhere a lone one is damage, which text may have.
        let c = decoded.unwrap_or(char::REPLACEMENT_CHARACTER);
        if c.is_ascii() && !is_text_byte(c as u8) {
            return None;
        }
        out.extend_from_slice(c.encode_utf8(&mut encoded).as_bytes());
    }
    Some(Cow::Owned(out))
}
