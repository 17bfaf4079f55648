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
        self.neighbours(span).any(|sign| sign.is_ascii_alphanumeric())
    }

    /// True when a digit touches the span.
    pub fn touches_digit(&self, span: &Range<usize>) -> bool {
        self.neighbours(span).any(|sign| sign.is_ascii_digit())
    }

    /// The signs beside the span, as far as they are written alone: the 1 of ① or ½ continues no number.
    fn neighbours(&self, span: &Range<usize>) -> impl Iterator<Item = char> {
        let before = self.text[..span.start].char_indices().next_back();
        let after = self.text[span.end..].chars().next().map(|sign| (span.end, sign));
        [before, after].into_iter().flatten().filter_map(|(at, sign)| {
            let written = self.from.get(self.origin.get(at)?.clone())?.chars().next()?;
            let alone = written.is_ascii() || matches!(written, '\u{FF01}'..='\u{FF5E}');
            alone.then_some(sign)
        })
    }
}
