//! Text with entities: reads `parse_mode=HTML` the way Telegram does, with its error texts, and finds the entities that
//! Telegram finds by itself in what people write.

use serde_json::{Value, json};

/// Text as it is shown, and where it is formatted (offsets in UTF-16 units).
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Formatted {
    pub text: String,
    pub entities: Vec<Value>,
}

/// Length the way entities count it.
pub fn utf16_len(text: &str) -> usize {
    text.encode_utf16().count()
}

struct Open {
    tag: String,
    entity: Option<Value>,
    offset: usize,
}

/// `<b>` and friends. `Err` is the part after "can't parse entities: ".
pub fn parse_html(source: &str) -> Result<Formatted, String> {
    let mut text = String::with_capacity(source.len());
    let mut entities: Vec<Value> = Vec::new();
    let mut open: Vec<Open> = Vec::new();
    let mut units = 0usize;
    let mut at = 0usize;
    while let Some(c) = source[at..].chars().next() {
        match c {
            '&' => {
                let (decoded, length) = character_reference(&source[at..]);
                units += decoded.len_utf16();
                text.push(decoded);
                at += length;
            }
            '<' => {
                let end = tag_end(source, at)?;
                let inside = &source[at + 1..end];
                if let Some(name) = inside.strip_prefix('/') {
                    let Some(started) = open.pop() else {
                        return Err(format!("Unexpected end tag at byte offset {at}"));
                    };
                    let name = name.trim().to_ascii_lowercase();
                    if !name.is_empty() && name != started.tag {
                        return Err(format!("Unmatched end tag at byte offset {at}, expected \"</{}>\", found \"</{name}>\"", started.tag));
                    }
                    if let Some(mut entity) = started.entity
                        && units > started.offset
                    {
                        entity["offset"] = json!(started.offset);
                        entity["length"] = json!(units - started.offset);
                        entities.push(entity);
                    }
                } else {
                    let (tag, entity) = start_tag(inside, at, &open)?;
                    open.push(Open { tag, entity, offset: units });
                }
                at = end + 1;
            }
            _ => {
                units += c.len_utf16();
                text.push(c);
                at += c.len_utf8();
            }
        }
    }
    if let Some(last) = open.last() {
        return Err(format!("Can't find end tag corresponding to start tag \"{}\"", last.tag));
    }
    entities.sort_by_key(|e| (e["offset"].as_u64(), std::cmp::Reverse(e["length"].as_u64())));
    let mut formatted = Formatted { text, entities };
    formatted.trim();
    Ok(formatted)
}

impl Formatted {
    pub fn plain(text: &str) -> Self {
        let mut formatted = Formatted { text: text.to_owned(), entities: Vec::new() };
        formatted.trim();
        formatted
    }

    /// Telegram cuts white space at both ends.
    fn trim(&mut self) {
        let start = self.text.len() - self.text.trim_start().len();
        let cut = utf16_len(&self.text[..start]) as u64;
        self.text = self.text.trim().to_owned();
        let length = utf16_len(&self.text) as u64;
        for entity in &mut self.entities {
            let from = entity["offset"].as_u64().unwrap_or(0);
            let to = from + entity["length"].as_u64().unwrap_or(0);
            let (from, to) = (from.saturating_sub(cut).min(length), to.saturating_sub(cut).min(length));
            entity["offset"] = json!(from);
            entity["length"] = json!(to - from);
        }
        self.entities.retain(|e| e["length"] != json!(0));
    }
}

fn tag_end(source: &str, at: usize) -> Result<usize, String> {
    let rest = &source[at + 1..];
    let mut quote = None;
    for (i, c) in rest.char_indices() {
        match (quote, c) {
            (None, '"' | '\'') if !rest.starts_with('/') => quote = Some(c),
            (Some(q), _) if q == c => quote = None,
            (None, '>') => return Ok(at + 1 + i),
            _ => {}
        }
    }
    let kind = if rest.starts_with('/') { "end" } else { "start" };
    Err(format!("Unclosed {kind} tag at byte offset {at}"))
}

fn start_tag(inside: &str, at: usize, open: &[Open]) -> Result<(String, Option<Value>), String> {
    let name_end = inside.find(char::is_whitespace).unwrap_or(inside.len());
    let tag = inside[..name_end].to_ascii_lowercase();
    let attributes = attributes(&inside[name_end..], &tag, at)?;
    let get = |name: &str| attributes.iter().find(|(n, _)| n == name).map(|(_, v)| v.as_str());
    let simple = |kind: &str| Some(json!({"type": kind}));
    let entity = match tag.as_str() {
        "b" | "strong" => simple("bold"),
        "i" | "em" => simple("italic"),
        "u" | "ins" => simple("underline"),
        "s" | "strike" | "del" => simple("strikethrough"),
        "tg-spoiler" => simple("spoiler"),
        "span" if get("class") == Some("tg-spoiler") => simple("spoiler"),
        "span" => {
            return Err(format!("Tag \"span\" must have class \"tg-spoiler\" at byte offset {at}"));
        }
        "a" => match get("href") {
            Some(url) if url.contains("://") || url.starts_with("mailto:") || url.starts_with("tel:") => {
                Some(json!({"type": "text_link", "url": url}))
            }
            _ => None,
        },
        "tg-emoji" => get("emoji-id").map(|id| json!({"type": "custom_emoji", "custom_emoji_id": id})),
        "tg-time" => get("unix").and_then(|t| t.parse::<i64>().ok()).map(|t| json!({"type": "date_time", "unix_time": t})),
        "code" => match (open.last(), get("class").and_then(|c| c.strip_prefix("language-"))) {
            (Some(outer), Some(language)) if outer.tag == "pre" => Some(json!({"type": "pre", "language": language})),
            _ => simple("code"),
        },
        "pre" => simple("pre"),
        "blockquote" if get("expandable").is_some() => simple("expandable_blockquote"),
        "blockquote" => simple("blockquote"),
        _ => {
            return Err(format!("Unsupported start tag \"{tag}\" at byte offset {at}"));
        }
    };
    Ok((tag, entity))
}

fn attributes(mut rest: &str, tag: &str, at: usize) -> Result<Vec<(String, String)>, String> {
    let mut found = Vec::new();
    loop {
        rest = rest.trim_start();
        if rest.is_empty() {
            return Ok(found);
        }
        let end = rest.find(|c: char| c.is_whitespace() || c == '=').unwrap_or(rest.len());
        if end == 0 {
            return Err(format!("Empty attribute name in the tag \"{tag}\" at byte offset {at}"));
        }
        let name = rest[..end].to_ascii_lowercase();
        rest = rest[end..].trim_start();
        let Some(after) = rest.strip_prefix('=') else {
            found.push((name, String::new()));
            continue;
        };
        let after = after.trim_start();
        let (raw, left) = match after.chars().next() {
            Some(q @ ('"' | '\'')) => {
                let end = after[1..].find(q).ok_or_else(|| format!("Unclosed start tag at byte offset {at}"))?;
                (&after[1..1 + end], &after[end + 2..])
            }
            _ => after.split_at(after.find(char::is_whitespace).unwrap_or(after.len())),
        };
        found.push((name, decode(raw)));
        rest = left;
    }
}

fn decode(raw: &str) -> String {
    let mut out = String::new();
    let mut at = 0;
    while let Some(c) = raw[at..].chars().next() {
        let (c, length) = if c == '&' { character_reference(&raw[at..]) } else { (c, c.len_utf8()) };
        out.push(c);
        at += length;
    }
    out
}

/// `&lt;`, `&#60;`, `&#x3c;`; anything else is a literal `&`.
fn character_reference(rest: &str) -> (char, usize) {
    for (name, c) in [("&lt;", '<'), ("&gt;", '>'), ("&amp;", '&'), ("&quot;", '"')] {
        if rest.starts_with(name) {
            return (c, name.len());
        }
    }
    let number = rest.strip_prefix("&#").and_then(|n| n.split_once(';')).and_then(|(digits, _)| {
        let code = match digits.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16).ok()?,
            None => digits.parse().ok()?,
        };
        Some((char::from_u32(code).filter(|c| *c != '\0')?, digits.len() + 3))
    });
    number.unwrap_or(('&', 1))
}

/// Entities that Telegram finds in plain text: commands, mentions, links, mail addresses, hashtags.
pub fn found_entities(text: &str) -> Vec<Value> {
    let mut entities = Vec::new();
    let mut offset = 0;
    for word in text.split_inclusive(char::is_whitespace) {
        let bare = word.trim_end().trim_end_matches([',', '.', ';', '!', '?', '，', '。', '！', '？']);
        let name = |c: char| c.is_ascii_alphanumeric() || c == '_';
        let kind = match bare.chars().next() {
            Some('/') if bare.len() > 1 && bare[1..].chars().all(|c| name(c) || c == '@') => Some("bot_command"),
            Some('@') if bare.len() > 4 && bare[1..].chars().all(name) => Some("mention"),
            Some('#') if bare.chars().count() > 1 && bare[1..].chars().all(|c| c.is_alphanumeric() || c == '_') => Some("hashtag"),
            _ if bare.starts_with("https://") || bare.starts_with("http://") => Some("url"),
            _ => match bare.split_once('@') {
                Some((user, host)) if !user.is_empty() && host.contains('.') && bare.is_ascii() => Some("email"),
                _ => None,
            },
        };
        if let Some(kind) = kind {
            entities.push(json!({"type": kind, "offset": offset, "length": utf16_len(bare)}));
        }
        offset += utf16_len(word);
    }
    entities
}
