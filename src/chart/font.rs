//! The one font of charts: which signs it has, how wide words are.

use skrifa::instance::{LocationRef, Size};
use skrifa::{FontRef, MetadataProvider};
use std::sync::LazyLock;

/// Noto Sans CJK SC Regular, cut down by `font/make.py`; licence in `font/OFL.txt`.
pub(super) const DATA: &[u8] = include_bytes!("font/charts.otf");
/// Its name.
pub(super) const FAMILY: &str = "Noto Sans CJK SC";

static FONT: LazyLock<Option<FontRef<'static>>> = LazyLock::new(|| FontRef::new(DATA).ok());

/// Whether every sign of a text is in the font.
pub(super) fn has(text: &str) -> bool {
    let Some(font) = &*FONT else { return false };
    let signs = font.charmap();
    text.chars().all(|sign| signs.map(sign).is_some_and(|glyph| glyph.to_u32() != 0))
}

/// Width of a text of some height, in pixels.
pub(super) fn width(text: &str, height: f32) -> f32 {
    let Some(font) = &*FONT else { return 0.0 };
    let signs = font.charmap();
    let sizes = font.glyph_metrics(Size::new(height), LocationRef::default());
    text.chars().map(|sign| signs.map(sign).and_then(|glyph| sizes.advance_width(glyph)).unwrap_or(height)).sum()
}

/// A text on lines no wider than so much. It breaks between words and between Chinese characters, and not before a
/// punctuation mark.
pub(super) fn lines(text: &str, height: f32, limit: f32) -> Vec<String> {
    let mut lines = vec![String::new()];
    for piece in pieces(text) {
        let line = lines.last_mut().map(|line| format!("{line}{piece}")).unwrap_or_default();
        if width(line.trim_end(), height) <= limit || lines.last().is_some_and(|line| line.trim().is_empty()) {
            if let Some(last) = lines.last_mut() {
                *last = line;
            }
        } else {
            lines.push(piece.trim_start().to_owned());
        }
    }
    lines.into_iter().map(|line| line.trim_end().to_owned()).collect()
}

/// Words with the space behind them, Chinese characters with the punctuation behind them.
fn pieces(text: &str) -> Vec<String> {
    const CLOSING: &str = "，。；：、）》”’！？,.;:)!?%";
    let mut pieces: Vec<String> = Vec::new();
    let mut in_word = false;
    for sign in text.chars() {
        let wide = crate::place::fold::is_han(sign);
        let joins = CLOSING.contains(sign) || in_word && !wide;
        match pieces.last_mut() {
            Some(last) if joins => last.push(sign),
            _ => pieces.push(sign.to_string()),
        }
        in_word = !wide && sign != ' ' && !"（《“".contains(sign) || "（《“".contains(sign);
    }
    pieces
}
