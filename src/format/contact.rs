//! Ways to reach a person: phone and e-mail. It cannot say whether anybody answers there.

use std::sync::LazyLock;

use regex::Regex;

use super::view::typed;
use super::{Kind, Parsed, Refusal};

const PHONE_LIMIT: usize = 60;
/// Longest e-mail address (RFC 5321).
const EMAIL_LIMIT: usize = 254;

static PHONE_LABEL: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(concat!(
        "^(?:我的)?(?:联系|聯繫|聯絡)?(?:手机|手機|移动|固定|办公)?(?:电话|電話|TEL(?:EPHONE)?|PHONE|MOBILE|CELL)?",
        r"(?:号码|號碼|号|號|NUMBER|NO\.?)?(?:是|为|為|IS)?\.?[:#]*",
    ))
    .expect("a fixed pattern")
});
static CHINA: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"^(?:\+|00)86-?").expect("a fixed pattern"));
static MOBILE: LazyLock<Regex> = LazyLock::new(|| Regex::new("^(?:86)?(1[3-9][0-9]{9})$").expect("a fixed pattern"));
/// Area codes are 010, 02x and 03xx to 09xx.
static LANDLINE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(concat!(
        "^(0?)(10|2[0-9]|[3-9][0-9]{2})-?([2-9][0-9]{2,3})-?([0-9]{4})",
        "(?:(?:-|-?转-?|-?轉-?|-?EXT\\.?-?|-?X-?|-?#-?)([0-9]{1,6}))?$",
    ))
    .expect("a fixed pattern")
});
/// Service numbers: five digits from 1 (12345, 12315, 10086), emergency, 95/96 lines, 400 and 800.
static HOTLINE: LazyLock<Regex> =
    LazyLock::new(|| Regex::new("^(?:1[0-9]{4}|1(?:10|19|20|22)|9[56][0-9]{3,4}|[48]00[0-9]{7})$").expect("a fixed pattern"));
static LOCAL: LazyLock<Regex> = LazyLock::new(|| Regex::new("^[2-9][0-9]{6,7}$").expect("a fixed pattern"));
static E164: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"^\+[1-9][0-9]{6,14}$").expect("a fixed pattern"));
/// Country codes that no country has: mostly mistyped 86.
static NO_COUNTRY: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"^\+(?:28|83|89|87[1-79])").expect("a fixed pattern"));
static EMAIL_LABEL: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(concat!(
        "(?i)^(?:我的)?(?:电子|電子)?(?:邮箱|郵箱|邮件|郵件|邮|e-?mail|mail(?:to)?)?(?:地址|address)?",
        " ?(?:(?:是|为|為|is )|:)* ?",
    ))
    .expect("a fixed pattern")
});
static EMAIL: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(concat!(
        "^([A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64})@",
        "((?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z]{2,63})$",
    ))
    .expect("a fixed pattern")
});

/// Reads a phone number at which a person can be called: mainland mobile (`13800138000`), mainland landline with area
/// code (`027-82345678`, with extension `027-82345678-12`), any other in E.164 form.
///
/// # Errors
/// [`Refusal::Hotline`] for service numbers, [`Refusal::AreaCode`] for a landline without one.
pub fn parse_phone(input: &str) -> Result<Parsed, Refusal> {
    let dashed = dashed(input)?;
    let (local, from_abroad) = match CHINA.find(&dashed) {
        Some(prefix) => (&dashed[prefix.end()..], true),
        None => (dashed.as_str(), false),
    };
    let digits = local.replace('-', "");
    if let Some(groups) = MOBILE.captures(&digits) {
        return Ok(Parsed::new(Kind::Mobile, &groups[1]));
    }
    if let Some(number) = landline(local, from_abroad) {
        return Ok(Parsed::new(Kind::Landline, number));
    }
    if HOTLINE.is_match(&digits) {
        return Err(Refusal::Hotline);
    }
    if from_abroad {
        return Err(Refusal::Format);
    }
    if LOCAL.is_match(&digits) {
        return Err(Refusal::AreaCode);
    }
    international(&digits)
}

/// Reads a number in E.164 form only: plus sign, country code, up to 15 digits. Blanks and hyphens do not matter.
///
/// # Errors
/// [`Refusal::Format`], also for a country code that does not exist.
pub fn parse_e164(input: &str) -> Result<Parsed, Refusal> {
    international(&dashed(input)?.replace('-', ""))
}

/// Reads an e-mail address. The domain is put in lower case, the part before it stays as typed.
///
/// # Errors
/// [`Refusal::Format`], [`Refusal::TooLong`].
pub fn parse_email(input: &str) -> Result<Parsed, Refusal> {
    // The label and a "mailto:" may come on top.
    let plain = typed(input, EMAIL_LIMIT + 40)?.replace('。', ".");
    let bare = &plain[EMAIL_LABEL.find(&plain).map_or(0, |label| label.end())..];
    let bare = bare.trim().trim_matches(['<', '>', '"', '(', ')']).trim_end_matches('.');
    if bare.len() > EMAIL_LIMIT {
        return Err(Refusal::TooLong { limit: EMAIL_LIMIT });
    }
    // The whole first: "mail@example.cn" must not lose its name to a label.
    let groups = EMAIL.captures(&plain).or_else(|| EMAIL.captures(bare)).ok_or(Refusal::Format)?;
    Ok(Parsed::new(Kind::Email, format!("{}@{}", &groups[1], groups[2].to_ascii_lowercase())))
}

/// The number in upper case with one hyphen for every gap and bracket, without its label.
fn dashed(input: &str) -> Result<String, Refusal> {
    let plain = typed(input, PHONE_LIMIT)?.to_uppercase();
    let tight: String = plain.split(' ').collect::<Vec<_>>().join("-");
    let bare = &tight[PHONE_LABEL.find(&tight).map_or(0, |label| label.end())..];
    let mut dashed = String::with_capacity(bare.len());
    for sign in bare.chars() {
        let sign = if matches!(sign, '(' | ')' | '.' | '/' | '_') { '-' } else { sign };
        if sign != '-' || !dashed.ends_with('-') {
            dashed.push(sign);
        }
    }
    Ok(dashed.trim_matches('-').replace("+-", "+"))
}

/// From abroad the zero of the area code is left out.
fn landline(local: &str, from_abroad: bool) -> Option<String> {
    let groups = LANDLINE.captures(local.trim_matches('-'))?;
    let (zero, area) = (&groups[1], &groups[2]);
    if zero.is_empty() && !from_abroad {
        return None;
    }
    let extension = groups.get(5).map(|extension| format!("-{}", extension.as_str()));
    Some(format!("0{area}-{}{}{}", &groups[3], &groups[4], extension.unwrap_or_default()))
}

fn international(digits: &str) -> Result<Parsed, Refusal> {
    let number = match digits.strip_prefix("00") {
        Some(rest) => format!("+{rest}"),
        None => digits.to_owned(),
    };
    if E164.is_match(&number) && !NO_COUNTRY.is_match(&number) { Ok(Parsed::new(Kind::ForeignPhone, number)) } else { Err(Refusal::Format) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(input: &str) -> Result<(Kind, String), Refusal> {
        parse_phone(input).map(|parsed| (parsed.kind, parsed.canonical))
    }

    #[test]
    fn mobiles_have_eleven_digits_whatever_is_around() {
        for typed in [
            "+86 138 0013 8000",
            "0086-13800138000",
            "138-0013-8000",
            "手机号：１３８００１３８０００",
            "8613800138000",
            "(+86)13800138000",
            "Tel. 138.0013.8000",
        ] {
            assert_eq!(read(typed), Ok((Kind::Mobile, "13800138000".into())), "{typed}");
        }
    }

    #[test]
    fn landlines_have_an_area_code() {
        for typed in ["027-82345678", "02782345678", "(027) 8234 5678", "+86 27 8234 5678", "+86-027-82345678"] {
            assert_eq!(read(typed), Ok((Kind::Landline, "027-82345678".into())), "{typed}");
        }
        for typed in ["0716-8234567-12", "0716 8234567 转 12", "07168234567 ext 12", "0716-8234567#12"] {
            assert_eq!(read(typed), Ok((Kind::Landline, "0716-8234567-12".into())), "{typed}");
        }
        assert_eq!(read("82345678"), Err(Refusal::AreaCode));
        assert_eq!(read("27-82345678"), Err(Refusal::Format));
    }

    #[test]
    fn hotlines_reach_no_person() {
        for typed in ["12345", "12315", "12330", "12378", "110", "95588", "400-820-8820", "8008208820"] {
            assert_eq!(read(typed), Err(Refusal::Hotline), "{typed}");
        }
    }

    #[test]
    fn foreign_numbers_need_their_country_code() {
        assert_eq!(read("+1 (415) 555-2671"), Ok((Kind::ForeignPhone, "+14155552671".into())));
        assert_eq!(read("0044 20 7183 8750"), Ok((Kind::ForeignPhone, "+442071838750".into())));
        assert_eq!(read("+8713800138000"), Err(Refusal::Format));
        assert_eq!(read("+86 12800138000"), Err(Refusal::Format));
    }

    #[test]
    fn mail_addresses_survive_chinese_keyboards() {
        for typed in [
            "zhang.san＠Example。CN",
            "邮箱：zhang.san@example.cn",
            "Email: zhang.san@example.cn.",
            "<zhang.san@EXAMPLE.cn>",
            "mailto:zhang.san@example.cn",
        ] {
            assert_eq!(parse_email(typed).map(|parsed| parsed.canonical), Ok("zhang.san@example.cn".into()), "{typed}");
        }
        assert_eq!(parse_email("mail@example.cn").map(|parsed| parsed.canonical), Ok("mail@example.cn".into()));
        assert_eq!(parse_email("email-list@example.cn").map(|parsed| parsed.canonical), Ok("email-list@example.cn".into()));
        assert_eq!(parse_email("A.B@example.cn").map(|parsed| parsed.canonical), Ok("A.B@example.cn".into()));
        assert_eq!(parse_email(&format!("a@{}cn", "example.".repeat(33))), Err(Refusal::TooLong { limit: 254 }));
    }
}
