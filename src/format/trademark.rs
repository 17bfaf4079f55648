//! Trademark numbers, Chinese and international (Madrid). Neither has a check digit.

use std::sync::LazyLock;

use regex::Regex;

use super::view::{compact, typed};
use super::{Kind, Parsed, Refusal, parse_patent};

const LIMIT: usize = 60;

static LABEL: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(concat!(
        "^(?:中国|中國|国际|國際|INTERNATIONAL)?(?:商标|商標|TRADEMARK|TM|MADRID|马德里)?(?:国际|國際)?",
        "(?:注册|註冊|申请|申請|REGISTRATION|REG\\.?|APPLICATION)?(?:证|證)?(?:号码|號碼|编号|編號|号|號|NUMBER|NO\\.?)?",
        "(?:是|为|為)?[:#®]*第?",
    ))
    .expect("a fixed pattern")
});
static CHINESE: LazyLock<Regex> = LazyLock::new(|| Regex::new("^[0-9]{1,8}[A-Z]{0,2}$").expect("a fixed pattern"));
static MADRID: LazyLock<Regex> = LazyLock::new(|| Regex::new("^(?:G|IR)?([0-9]{6,7}[A-Z]?)$").expect("a fixed pattern"));

/// Reads a trademark number of either system; digits alone are a Chinese number.
///
/// # Errors
/// As [`parse_trademark_cn`].
pub fn parse_trademark(input: &str) -> Result<Parsed, Refusal> {
    parse_trademark_cn(input).or_else(|refusal| parse_madrid(input).or(Err(refusal)))
}

/// Reads a Chinese number: up to 8 digits, and one or two letters for a divided application.
///
/// # Errors
/// [`Refusal::OtherKind`] for a patent number or a Madrid number.
pub fn parse_trademark_cn(input: &str) -> Result<Parsed, Refusal> {
    // A hyphen is no ornament here: it joins two numbers.
    if typed(input, LIMIT)?.contains('-') {
        return Err(Refusal::Format);
    }
    let number = bare_number(input)?;
    if CHINESE.is_match(&number) && number.contains(|sign: char| ('1'..='9').contains(&sign)) {
        return Ok(Parsed::new(Kind::Trademark, number));
    }
    if MADRID.is_match(&number) {
        return Err(Refusal::OtherKind(Kind::Madrid));
    }
    match parse_patent(input) {
        Ok(_) => Err(Refusal::OtherKind(Kind::Patent)),
        Err(_) => Err(Refusal::Format),
    }
}

/// Reads an international registration as the Chinese database writes it, `G1234567`.
///
/// # Errors
/// [`Refusal::Format`].
pub fn parse_madrid(input: &str) -> Result<Parsed, Refusal> {
    let number = bare_number(input)?;
    let groups = MADRID.captures(&number).ok_or(Refusal::Format)?;
    Ok(Parsed::new(Kind::Madrid, format!("G{}", &groups[1])))
}

fn bare_number(input: &str) -> Result<String, Refusal> {
    let number = compact(input, LIMIT)?;
    let bare = &number[LABEL.find(&number).map_or(0, |label| label.end())..];
    Ok(bare.trim_end_matches(['号', '號']).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_do_not_matter() {
        for typed in ["第23896054号", "商标注册号：23896054", "Trademark Reg. No. 2389 6054", "２３８９６０５４"] {
            let parsed = parse_trademark(typed).expect(typed);
            assert_eq!((parsed.kind, parsed.canonical.as_str()), (Kind::Trademark, "23896054"));
        }
    }

    #[test]
    fn madrid_numbers_get_their_letter() {
        for typed in ["g1234567", "IR 1234567", "国际注册号 G1234567"] {
            let parsed = parse_trademark(typed).expect(typed);
            assert_eq!((parsed.kind, parsed.canonical.as_str()), (Kind::Madrid, "G1234567"));
        }
        assert_eq!(parse_trademark_cn("G1234567"), Err(Refusal::OtherKind(Kind::Madrid)));
    }

    #[test]
    fn a_patent_number_is_recognised() {
        assert_eq!(parse_trademark("201310113186.7"), Err(Refusal::OtherKind(Kind::Patent)));
        assert_eq!(parse_trademark("0000"), Err(Refusal::Format));
    }
}
