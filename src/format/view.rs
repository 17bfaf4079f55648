//! The plain form in which patterns are looked for: half-width, without invisible characters.
//!
//! [`typed`] is for an answer that is one thing; [`View`] is for a sentence and knows the way back to its bytes.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;

use super::Refusal;
use super::text::is_invisible;

/// Reads an answer of at most `limit` characters: NFKC, no invisible or control characters, no blanks or stray
/// punctuation around.
pub(super) fn typed(input: &str, limit: usize) -> Result<String, Refusal> {
    let trimmed = input.trim();
    if trimmed.chars().nth(limit).is_some() {
        return Err(Refusal::TooLong { limit });
    }
    let plain: String = trimmed
        .nfkc()
        .filter(|sign| !is_invisible(*sign))
        .map(|sign| match sign {
            sign if sign.is_whitespace() || sign.is_control() => ' ',
            // NFKC leaves these dashes alone.
            '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{30FC}' | '\u{FE58}' => '-',
            sign => sign,
        })
        .collect();
    let core = plain.trim().trim_end_matches([',', ';', '。', '、', '!', '?', ' ']);
    if core.chars().any(char::is_alphanumeric) { Ok(core.to_owned()) } else { Err(Refusal::Empty) }
}

/// [`typed`] as numbers are read: upper case, without blanks, hyphens and underscores.
pub(super) fn compact(input: &str, limit: usize) -> Result<String, Refusal> {
    let plain = typed(input, limit)?;
    Ok(plain.to_uppercase().chars().filter(|sign| !matches!(sign, ' ' | '-' | '_')).collect())
}

/// A sentence in plain form (NFKC character by character, ASCII upper case), with the bytes each sign came from.
pub(super) struct View<'a> {
    pub text: String,
    from: &'a str,
    /// For each byte of `text`, the bytes of the character it came from.
    origin: Vec<Range<usize>>,
}

impl View<'_> {
    pub fn of(original: &str) -> View<'_> {
        let mut view = View { from: original, text: String::with_capacity(original.len()), origin: Vec::with_capacity(original.len()) };
        for (start, sign) in original.char_indices() {
            if is_invisible(sign) {
                continue;
            }
            let from = start..start + sign.len_utf8();
            for plain in std::iter::once(sign).nfkc() {
                view.text.push(plain.to_ascii_uppercase());
            }
            view.origin.resize(view.text.len(), from);
        }
        view
    }

    /// Bytes of the original text for bytes of the view.
    pub fn original(&self, span: Range<usize>) -> Range<usize> {
        let origins = self.origin.get(span).unwrap_or_default();
        match (origins.first(), origins.last()) {
            (Some(first), Some(last)) => first.start..last.end,
            _ => 0..0,
        }
    }

    /// True when a letter or digit touches the span, so that it is a piece of something longer.
    pub fn is_piece(&self, span: &Range<usize>) -> bool {
        let touches = |sign: Option<char>| sign.is_some_and(|sign| sign.is_ascii_alphanumeric());
        touches(self.before(span.start)) || touches(self.after(span.end))
    }

    /// The first place behind `at` where a number can begin: not behind a letter or digit. Keeps a search through a long
    /// run of digits from starting at each of them.
    pub fn next_start(&self, at: usize) -> usize {
        let mut next = at;
        for sign in self.text[at..].chars() {
            next += sign.len_utf8();
            if !self.before(next).is_some_and(|sign| sign.is_ascii_alphanumeric()) {
                break;
            }
        }
        next
    }

    /// The sign before a place, if it is written alone: the 1 of ① or ½ continues no number.
    pub fn before(&self, at: usize) -> Option<char> {
        let sign = self.text[..at].chars().next_back()?;
        self.is_alone(at - sign.len_utf8()).then_some(sign)
    }

    /// The sign at a place, if it is written alone.
    pub fn after(&self, at: usize) -> Option<char> {
        let sign = self.text[at..].chars().next()?;
        self.is_alone(at).then_some(sign)
    }

    fn is_alone(&self, at: usize) -> bool {
        let written = self.origin.get(at).and_then(|from| self.from.get(from.clone())?.chars().next());
        written.is_some_and(|sign| sign.is_ascii() || matches!(sign, '\u{FF01}'..='\u{FF5E}'))
    }
}

/// Which bytes of a text are spoken for.
pub(super) struct Taken(Vec<bool>);

impl Taken {
    pub fn none_of(text: &str) -> Taken {
        Taken(vec![false; text.len()])
    }

    /// Takes the span unless a part of it is taken; says whether it did.
    pub fn take(&mut self, span: &Range<usize>) -> bool {
        match self.0.get_mut(span.clone()) {
            Some(bytes) if bytes.iter().all(|taken| !taken) => {
                bytes.fill(true);
                true
            }
            _ => false,
        }
    }
}
