//! Web addresses, also out of the sentences that shop apps put around them. Nothing is opened.
//!
//! ## Why
//! A link is kept as pasted but for scheme and host: it is evidence. So Chinese characters behind a path stay (they may
//! belong to it), while brackets, quotes and closing punctuation go.

use std::sync::LazyLock;

use regex::Regex;

use super::text::is_invisible;
use super::{Kind, Parsed, Refusal};

/// Longest link, in characters.
pub const MAX_LINK: usize = 2000;
/// Longest answer searched for links, in characters.
const MAX_ANSWER: usize = 40_000;

static LINK: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r#"(?i)(?:\b([a-z][a-z0-9+.-]{1,15}):/{2}|(\bwww\.))[^\s<>"'“”‘’「」『』【】《》（），。；、！]+"#).expect("a fixed pattern")
});
/// A host without a scheme, typed by hand as the whole answer.
static BARE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+\p{L}{2,63}(?::[0-9]{1,5})?(?:[/?#]\S*)?$")
        .expect("a fixed pattern")
});
static HOST: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(concat!(
        r"^(?:(?:[\p{L}\p{N}_](?:[\p{L}\p{N}_-]{0,61}[\p{L}\p{N}])?\.)+[\p{L}\p{N}-]{2,63}",
        r"|(?:[0-9]{1,3}\.){3}[0-9]{1,3}|\[[0-9a-f:.]+\])\.?(?::[0-9]{1,5})?$",
    ))
    .expect("a fixed pattern")
});
/// Schemes that run something or carry content in themselves.
static DANGEROUS: LazyLock<Regex> =
    LazyLock::new(|| Regex::new("(?i)^(?:javascript|data|vbscript|file|blob|ftp):").expect("a fixed pattern"));

/// Reads one link; text around it is left out.
///
/// # Errors
/// [`Refusal::Scheme`] for anything but http and https; [`Refusal::Format`] also when there are several.
pub fn parse_link(input: &str) -> Result<Parsed, Refusal> {
    let mut links = parse_links(input)?;
    match (links.pop(), links.is_empty()) {
        (Some(link), true) => Ok(Parsed::new(Kind::Link, link)),
        _ => Err(Refusal::Format),
    }
}

/// Reads all links, in order, each once. Scheme and host are put in lower case; a missing scheme becomes https.
///
/// # Errors
/// [`Refusal::TooLong`] when one is longer than [`MAX_LINK`].
pub fn parse_links(input: &str) -> Result<Vec<String>, Refusal> {
    let plain: String = input.trim().chars().filter(|sign| !is_invisible(*sign)).map(half_width).collect();
    if plain.is_empty() {
        return Err(Refusal::Empty);
    }
    if plain.chars().nth(MAX_ANSWER).is_some() {
        return Err(Refusal::TooLong { limit: MAX_ANSWER });
    }
    let mut links: Vec<String> = Vec::new();
    let mut refusal = if DANGEROUS.is_match(&plain) { Refusal::Scheme } else { Refusal::Format };
    let bare = plain.split_whitespace().filter(|word| BARE.is_match(word) && !LINK.is_match(word));
    for found in LINK.find_iter(&plain).map(|found| found.as_str()).chain(bare) {
        match tidy(found) {
            Ok(link) if links.contains(&link) => {}
            Ok(link) => links.push(link),
            Err(too_long @ Refusal::TooLong { .. }) => return Err(too_long),
            Err(other) => refusal = other,
        }
    }
    if links.is_empty() { Err(refusal) } else { Ok(links) }
}

fn tidy(found: &str) -> Result<String, Refusal> {
    let found = without_closing(found);
    let (scheme, rest) = match found.split_once("://") {
        Some((scheme, rest)) => (scheme.to_ascii_lowercase(), rest),
        None => ("https".to_owned(), found),
    };
    if scheme != "http" && scheme != "https" {
        return Err(Refusal::Scheme);
    }
    let host_end = rest.find(['/', '?', '#', '\\']).unwrap_or(rest.len());
    let (host, path) = rest.split_at(host_end);
    let host = host.to_lowercase();
    // Also refuses "user@host", which shows one address and leads to another.
    if !HOST.is_match(&host) {
        return Err(Refusal::Format);
    }
    let link = format!("{scheme}://{host}{path}");
    if link.chars().nth(MAX_LINK).is_some() {
        return Err(Refusal::TooLong { limit: MAX_LINK });
    }
    Ok(link)
}

/// Punctuation at the end belongs to the sentence; a closing bracket only if it was not opened inside.
fn without_closing(found: &str) -> &str {
    let mut link = found;
    loop {
        let shorter = link.trim_end_matches(['.', ',', ';', ':', '!', '?', '…', '*', '|']);
        let unopened = shorter.ends_with(')') && !shorter.contains('(') || shorter.ends_with(']') && !shorter.contains('[');
        let shorter = if unopened { &shorter[..shorter.len() - 1] } else { shorter };
        if shorter.len() == link.len() {
            return link;
        }
        link = shorter;
    }
}

/// Full-width signs of an address as half-width ones; Chinese punctuation stays, it ends a link.
fn half_width(sign: char) -> char {
    match sign {
        '：' | '／' | '．' | '？' | '＝' | '＆' | '＃' | '％' | '－' | '＿' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' | '０'..='９' => {
            char::from_u32(sign as u32 - 0xFEE0).unwrap_or(sign)
        }
        sign => sign,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_come_out_of_sentences() {
        let share = "【淘宝】https://m.tb.cn/h.5abc?tk=XyZ CZ0001 「手机壳」点击链接直接打开";
        assert_eq!(parse_links(share), Ok(vec!["https://m.tb.cn/h.5abc?tk=XyZ".into()]));
        assert_eq!(
            parse_links("看这里：http://Shop.Example.com/A?b=1。还有（www.example.cn/x）"),
            Ok(vec!["http://shop.example.com/A?b=1".into(), "https://www.example.cn/x".into(),])
        );
    }

    #[test]
    fn several_lines_are_several_links_each_once() {
        let typed = "https://a.example/1\nhttps://a.example/2\nhttps://a.example/1";
        assert_eq!(parse_links(typed), Ok(vec!["https://a.example/1".into(), "https://a.example/2".into()]));
        assert_eq!(parse_link(typed), Err(Refusal::Format));
    }

    #[test]
    fn hosts_typed_by_hand_are_enough() {
        for (typed, link) in [
            ("example.com/shop?id=1", "https://example.com/shop?id=1"),
            ("ｈｔｔｐｓ：／／ｅｘａｍｐｌｅ．ｃｏｍ／Ａ", "https://example.com/A"),
            ("https://例子.中国/专利", "https://例子.中国/专利"),
            ("https://example.com/a_(b).", "https://example.com/a_(b)"),
            ("http://127.0.0.1:8080/x", "http://127.0.0.1:8080/x"),
        ] {
            assert_eq!(parse_link(typed).map(|parsed| parsed.canonical), Ok(link.into()), "{typed}");
        }
    }

    #[test]
    fn other_schemes_and_tricks_are_refused() {
        for typed in ["ftp://example.com/x", "javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "weixin://x/y"] {
            assert_eq!(parse_links(typed), Err(Refusal::Scheme), "{typed}");
        }
        for typed in ["淘宝上的店", "https://", "https://user:pass@example.com", "abc", "https://bank.example@evil.example/"] {
            assert_eq!(parse_links(typed), Err(Refusal::Format), "{typed}");
        }
        assert_eq!(parse_link(&format!("https://a.example/{}", "x".repeat(2000))), Err(Refusal::TooLong { limit: 2000 }));
    }
}
