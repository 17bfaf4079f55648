//! The name of a file as people may see it. Never a path: on disk a file has its own id.

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// Longest display name, in characters.
pub const DISPLAY_NAME_CHARS: usize = 120;
/// Longest ending that is kept when a name is shortened, with its dot.
const ENDING_CHARS: usize = 16;
/// More marks on one letter only serve to cover the lines around it.
const MARKS_IN_A_ROW: usize = 3;
/// For a name of which nothing is left.
const NAMELESS: &str = "file";
/// Device names of Windows, with any ending.
const RESERVED: [&str; 6] = ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"];

/// Cleans a name that a stranger gave: without folders, invisible, reordering or control characters, without what no file
/// system takes, at most [`DISPLAY_NAME_CHARS`] characters with its real ending at the end. Never empty.
pub fn display_name(name: &str) -> String {
    let base = name.rsplit(['/', '\\']).find(|part| !part.trim_matches(['.', ' ']).is_empty()).unwrap_or_default();
    let visible = squeeze(base.chars().filter_map(visible_char).nfc());
    let trimmed = visible.trim_matches(|c: char| c.is_whitespace() || c == '.');
    let named = if trimmed.is_empty() { NAMELESS } else { trimmed };
    shorten(&if is_reserved(named) { format!("_{named}") } else { named.to_owned() })
}

/// The ending in lower case, without its dot.
pub(super) fn ending(name: &str) -> Option<String> {
    let cleaned = display_name(name);
    let (stem, ending) = cleaned.rsplit_once('.')?;
    (!stem.is_empty()).then(|| ending.trim().to_lowercase())
}

fn visible_char(c: char) -> Option<char> {
    match c {
        // Quotes, wildcards and separators of one system or another.
        '<' | '>' | ':' | '"' | '|' | '?' | '*' => Some('_'),
        _ if c.is_whitespace() => Some(' '),
        _ if c.is_control() || is_invisible(c) => None,
        _ => Some(c),
    }
}

/// Zero-width, reordering, tag and filler characters.
fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}'
            | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{2800}' | '\u{3164}'
            | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffd}' | '\u{1bca0}'..='\u{1bca3}'
            | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}' | '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{10ffff}'
    )
}

/// Runs of blanks, which push an ending out of sight, become one; piles of marks are cut.
fn squeeze(chars: impl Iterator<Item = char>) -> String {
    let (mut out, mut marks) = (String::new(), 0);
    for c in chars {
        marks = if is_combining_mark(c) { marks + 1 } else { 0 };
        let blank_again = c == ' ' && out.ends_with(' ');
        if marks <= MARKS_IN_A_ROW && !blank_again {
            out.push(c);
        }
    }
    out
}

fn is_reserved(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default().trim_end().to_uppercase();
    let port = stem.strip_prefix("COM").or_else(|| stem.strip_prefix("LPT"));
    RESERVED.contains(&stem.as_str())
        || port.is_some_and(|n| matches!(n, "0" | "1" | "2" | "3" | "4" | "5" | "6" | "7" | "8" | "9" | "¹" | "²" | "³"))
}

fn shorten(name: &str) -> String {
    let chars = name.chars().count();
    if chars <= DISPLAY_NAME_CHARS {
        return name.to_owned();
    }
    let ending = name.rfind('.').map(|dot| &name[dot..]).filter(|ending| ending.chars().count() <= ENDING_CHARS).unwrap_or_default();
    let room = DISPLAY_NAME_CHARS - 1 - ending.chars().count();
    let stem: String = name.chars().take(room).collect();
    format!("{}…{ending}", stem.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn hostile_names_become_plain_ones() {
        for (given, shown) in [
            ("../../etc/passwd", "passwd"),
            ("..\\..\\windows\\system32\\cmd.exe", "cmd.exe"),
            ("C:\\Users\\me\\合同.pdf", "合同.pdf"),
            ("/", "file"),
            ("..", "file"),
            ("", "file"),
            ("dir/", "dir"),
            ("CON", "_CON"),
            ("con.txt", "_con.txt"),
            ("aux .txt", "_aux .txt"),
            ("COM7.jpg", "_COM7.jpg"),
            ("COMMA.jpg", "COMMA.jpg"),
            ("a.pdf.exe", "a.pdf.exe"),
            ("invoice.pdf                                   .exe", "invoice.pdf .exe"),
            ("photo\u{202e}gpj.exe", "photogpj.exe"),
            ("a\u{200b}\u{feff}\u{2066}b\u{0}\u{1b}[31m.txt", "ab[31m.txt"),
            ("line\nbreak\r\ttab.txt", "line break tab.txt"),
            ("a\u{2028}b\u{85}c.txt", "a b c.txt"),
            (".htaccess", "htaccess"),
            ("trailing. . .", "trailing"),
            ("<b>*?|\":.txt", "_b______.txt"),
            ("e\u{301}tude.txt", "étude.txt"),
            ("tag\u{e0041}\u{e007f}.txt", "tag.txt"),
        ] {
            assert_eq!(display_name(given), shown, "{given:?}");
        }
    }

    #[test]
    fn a_long_name_keeps_its_ending() {
        let shown = display_name(&format!("{}.pdf", "证".repeat(255)));
        assert_eq!(shown.chars().count(), DISPLAY_NAME_CHARS);
        assert!(shown.starts_with("证证") && shown.ends_with("证….pdf"));
        let no_ending = display_name(&format!("a.{}", "b".repeat(300)));
        assert_eq!(no_ending.chars().count(), DISPLAY_NAME_CHARS);
        let exact = "x".repeat(DISPLAY_NAME_CHARS);
        assert_eq!(display_name(&exact), exact);
    }

    #[test]
    fn piles_of_marks_are_cut() {
        let shown = display_name(&format!("q{}.txt", "\u{30d}".repeat(500)));
        assert_eq!(shown, "q\u{30d}\u{30d}\u{30d}.txt");
    }

    #[test]
    fn the_ending_is_the_one_that_counts() {
        assert_eq!(ending("a.pdf.EXE").as_deref(), Some("exe"));
        assert_eq!(ending("a.exe. ").as_deref(), Some("exe"));
        assert_eq!(ending("a.e\u{200b}xe").as_deref(), Some("exe"));
        assert_eq!(ending("README"), None);
        assert_eq!(ending(".exe"), None);
    }

    proptest! {
        #[test]
        fn any_name_becomes_a_harmless_one(name in "\\PC*|[./\\\\ \u{202e}\u{200b}a\n]*") {
            let shown = display_name(&name);
            prop_assert!(!shown.is_empty() && shown.chars().count() <= DISPLAY_NAME_CHARS);
            let bad = shown.contains(['/', '\\', '\0', '\n', '\u{202e}', '\u{200b}']);
            prop_assert!(!bad, "{:?}", shown);
            prop_assert!(!shown.starts_with('.') && !shown.ends_with('.'));
            prop_assert_eq!(display_name(&shown), shown.clone());
        }
    }
}
