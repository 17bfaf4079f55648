//! Chinese patent numbers: of applications and certificates (with a check digit), and of publications (without).
//!
//! Rule: standard ZC 0006-2003 for the 13-digit form in force since 2003-10-01, and the 9-digit form used from 1989 until
//! then. It cannot say whether such a patent exists.

use std::sync::LazyLock;

use regex::Regex;

use super::view::compact;
use super::{Kind, Parsed, Refusal, Right, parse_pct, parse_wo};

/// Longest answer read as one number, in characters; labels and blanks included.
const LIMIT: usize = 80;

static LABEL: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(concat!(
        "^(?:中国|中國|CHINESE|CHINA)?(?:发明|發明|实用新型|實用新型|外观设计|外觀設計|INVENTION|UTILITYMODEL|DESIGN)?",
        "(?:专利|專利|PATENT)?(?:申请|申請|授权|授權|APPLICATION|APPL?\\.?)?(?:号码|號碼|编号|編號|号|號|NUMBER|NO\\.?)?",
        "(?:是|为|為|IS)?[:#=]*",
    ))
    .expect("a fixed pattern")
});
static PREFIX: LazyLock<Regex> = LazyLock::new(|| Regex::new("^(?:CN)?(?:ZL)?[:.]?").expect("a fixed pattern"));
static WITH_DIGIT: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"^([0-9]{12}|[0-9]{8})\.?([0-9X])$").expect("a fixed pattern"));
static WITHOUT_DIGIT: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"^([0-9]{12}|[0-9]{8})\.?$").expect("a fixed pattern"));
static PUBLICATION_LABEL: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(concat!(
        "^(?:中国|中國)?(?:专利|專利|PATENT)?(?:申请|申請|授权|授權)?(?:文献|公开|公開|公告|公布|PUBLICATION|PUB\\.?)?",
        "(?:号|號|NUMBER|NO\\.?)?(?:是|为|為)?[:#]*",
    ))
    .expect("a fixed pattern")
});
static PUBLICATION: LazyLock<Regex> =
    LazyLock::new(|| Regex::new("^CN([123])([0-9]{8}|[0-9]{6})([ABCUYSD])([1-9])?$").expect("a fixed pattern"));

/// Reads a patent or application number: `ZL 2013 1 0113186.7` is `201310113186.7`. Numbers of 1985 to 1988 have eight
/// digits and no check digit.
///
/// # Errors
/// [`Refusal::CheckDigit`] carries the number fit for keeping; [`Refusal::MissingCheckDigit`] the completed one.
pub fn parse_patent(input: &str) -> Result<Parsed, Refusal> {
    let number = with_latin_x(&compact(input, LIMIT)?);
    let number = number.trim_end_matches(['号', '號', ')', ']']);
    let bare = &number[LABEL.find(number).map_or(0, |label| label.end())..];
    let bare = &bare[PREFIX.find(bare).map_or(0, |prefix| prefix.end())..];
    if let Some(groups) = WITH_DIGIT.captures(bare) {
        return judge(&groups[1], groups[2].chars().next());
    }
    if let Some(groups) = WITHOUT_DIGIT.captures(bare) {
        return judge(&groups[1], None);
    }
    let other = [read_publication(number), parse_pct(input), parse_wo(input)];
    Err(other.into_iter().flatten().next().map_or(Refusal::Format, |found| Refusal::OtherKind(found.kind)))
}

/// Reads a publication number: `CN 112856361 B` is `CN112856361B`. There is no check digit.
///
/// # Errors
/// [`Refusal::OtherKind`] for an application number, which people mix up with it.
pub fn parse_publication(input: &str) -> Result<Parsed, Refusal> {
    let number = compact(input, LIMIT)?;
    read_publication(&number).map_err(|refusal| match parse_patent(input) {
        Ok(_) | Err(Refusal::CheckDigit { .. }) => Refusal::OtherKind(Kind::Patent),
        Err(_) => refusal,
    })
}

/// The check digit for the 12 or 8 digits before it: weights 2 to 9 and again from 2, sum modulo 11, 10 written X.
/// `None` for anything but digits.
pub fn check_digit(body: &str) -> Option<char> {
    let mut sum = 0;
    for (sign, weight) in body.chars().zip((2..=9).cycle()) {
        sum += sign.to_digit(10)? * weight;
    }
    match sum % 11 {
        10 => Some('X'),
        rest => char::from_digit(rest, 10),
    }
}

/// Judges 12 or 8 digits and the check digit behind them, in the order year, type, check digit.
pub(super) fn judge(body: &str, check: Option<char>) -> Result<Parsed, Refusal> {
    let year = year_of(body).ok_or(match (body.len(), check) {
        // Eight digits alone are more often something else than a number of an impossible year.
        (8, None) => Refusal::Format,
        _ => Refusal::Year,
    })?;
    let type_at = if body.len() == 12 { 4 } else { 2 };
    let right = body.chars().nth(type_at).and_then(right_of).ok_or(Refusal::Type)?;
    let parsed = |canonical| Parsed { kind: Kind::Patent, canonical, year: Some(year), right: Some(right) };
    let expected = check_digit(body).ok_or(Refusal::Format)?;
    match check {
        Some(check) if check == expected => Ok(parsed(format!("{body}.{check}"))),
        Some(check) => Err(Refusal::CheckDigit { typed: format!("{body}.{check}"), expected }),
        None if body.len() == 8 && year <= 1988 => Ok(parsed(body.to_owned())),
        None => Err(Refusal::MissingCheckDigit { complete: format!("{body}.{expected}"), expected }),
    }
}

/// Year of filing, if one is possible: from 2003 with 12 digits, 1985 to 2003 with 8.
pub(super) fn year_of(body: &str) -> Option<i32> {
    let (year, possible) = if body.len() == 12 {
        (body.get(..4)?.parse().ok()?, 2003..=2099)
    } else {
        let short: i32 = body.get(..2)?.parse().ok()?;
        (if short >= 85 { 1900 + short } else { 2000 + short }, 1985..=2003)
    };
    possible.contains(&year).then_some(year)
}

pub(super) fn right_of(sign: char) -> Option<Right> {
    Some(match sign {
        '1' => Right::Invention,
        '2' => Right::UtilityModel,
        '3' => Right::Design,
        '8' => Right::InventionPct,
        '9' => Right::UtilityModelPct,
        _ => return None,
    })
}

fn read_publication(number: &str) -> Result<Parsed, Refusal> {
    let bare = &number[PUBLICATION_LABEL.find(number).map_or(0, |label| label.end())..];
    let groups = PUBLICATION.captures(bare).ok_or(Refusal::Format)?;
    let right = groups[1].chars().next().and_then(right_of);
    Ok(Parsed { kind: Kind::Publication, canonical: bare.to_owned(), year: None, right })
}

/// The dots and crosses people find on their keyboards.
fn with_latin_x(number: &str) -> String {
    number
        .chars()
        .map(|sign| match sign {
            '×' | '✕' | 'Х' | 'Χ' => 'X',
            '。' | '·' | '•' | '・' | '∙' => '.',
            sign => sign,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_prefixes_and_keyboards_do_not_matter() {
        for typed in [
            "专利号：ZL 2013 1 0113186.7",
            "專利號 ZL201310113186.7",
            "Patent No. ZL 2013-1-0113186-7",
            "patent application number: cn201310113186。7",
            "申请号 ２０１３１０１１３１８６．７ 号",
            "ZL201310113186.7。",
            "发明专利号ZL201310113186·7",
            "\u{200b}ZL201310113186.7\u{202c}",
        ] {
            let parsed = parse_patent(typed).expect(typed);
            assert_eq!(parsed.canonical, "201310113186.7");
            assert_eq!((parsed.year, parsed.right), (Some(2013), Some(Right::Invention)));
        }
        assert_eq!(parse_patent("95115608.×").map(|parsed| parsed.canonical), Ok("95115608.X".into()));
    }

    #[test]
    fn a_wrong_check_digit_leaves_a_number_to_keep() {
        assert_eq!(parse_patent("zl 2013 1 0113186.8"), Err(Refusal::CheckDigit { typed: "201310113186.8".into(), expected: '7' }));
        assert_eq!(parse_patent("202010159269.1"), Err(Refusal::CheckDigit { typed: "202010159269.1".into(), expected: 'X' }));
    }

    #[test]
    fn a_missing_check_digit_is_computed() {
        assert_eq!(parse_patent("ZL 2013 1 0113186"), Err(Refusal::MissingCheckDigit { complete: "201310113186.7".into(), expected: '7' }));
        assert_eq!(parse_patent("95115608"), Err(Refusal::MissingCheckDigit { complete: "95115608.X".into(), expected: 'X' }));
    }

    #[test]
    fn the_first_years_had_no_check_digit() {
        let parsed = parse_patent("CN 85 1 00001").expect("a number of 1985");
        assert_eq!((parsed.canonical.as_str(), parsed.year), ("85100001", Some(1985)));
        assert_eq!(parse_patent("20261123"), Err(Refusal::Format));
    }

    #[test]
    fn a_number_of_another_kind_is_named() {
        assert_eq!(parse_patent("CN112856361B"), Err(Refusal::OtherKind(Kind::Publication)));
        assert_eq!(parse_patent("PCT/CN2020/012345"), Err(Refusal::OtherKind(Kind::Pct)));
        assert_eq!(parse_patent("WO 2020/012345 A1"), Err(Refusal::OtherKind(Kind::Wo)));
        assert_eq!(parse_publication("ZL202110251250.2"), Err(Refusal::OtherKind(Kind::Patent)));
    }

    #[test]
    fn publications_are_read_with_label_and_blanks() {
        let parsed = parse_publication("授权公告号： cn 207225508 u").expect("a utility model");
        assert_eq!((parsed.canonical.as_str(), parsed.right), ("CN207225508U", Some(Right::UtilityModel)));
        assert_eq!(parse_publication("CN1088218C1").map(|parsed| parsed.canonical), Ok("CN1088218C1".into()));
    }

    #[test]
    fn nothing_and_too_much_are_told_apart() {
        assert_eq!(parse_patent(" 。 "), Err(Refusal::Empty));
        assert_eq!(parse_patent(&"1".repeat(500)), Err(Refusal::TooLong { limit: LIMIT }));
    }
}
