//! Codes of organisations and persons: credit code, agency code, resident identity number.

use std::sync::LazyLock;

use chrono::NaiveDate;
use regex::Regex;

use super::view::compact;
use super::{Kind, Parsed, Refusal};

const LIMIT: usize = 60;

/// Signs of a credit code in the order of their values 0 to 30 (GB 32100-2015).
const CREDIT_SIGNS: &str = "0123456789ABCDEFGHJKLMNPQRTUWXY";
/// 3^(i-1) mod 31.
const CREDIT_WEIGHTS: [usize; 17] = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
/// 2^(18-i) mod 11 (GB 11643).
const RESIDENT_WEIGHTS: [usize; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
/// Check sign of a resident number by the rest modulo 11.
const RESIDENT_CHECKS: &[u8; 11] = b"10X98765432";

static CREDIT_LABEL: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("^(?:(?:统一|統一)?(?:社会|社會)?信用代[码碼]|税号|稅號|纳税人识别号|注册号|USCC)(?:是|为|為)?[:#]*")
        .expect("a fixed pattern")
});
static AGENCY_LABEL: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("^(?:专利|專利)?(?:代理)?(?:机构|機構)?(?:代[码碼]|AGENCYCODE)(?:是|为|為)?[:#]*").expect("a fixed pattern")
});
/// The first two digits are the province (GB/T 2260), 72 is Hong Kong.
static AGENCY: LazyLock<Regex> =
    LazyLock::new(|| Regex::new("^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|72|81|82)[0-9]{3}$").expect("a fixed pattern"));
static RESIDENT: LazyLock<Regex> = LazyLock::new(|| Regex::new("^[1-9][0-9]{5}(?:18|19|20)[0-9]{9}[0-9X]$").expect("a fixed pattern"));

/// Reads a unified social credit code, or the 15-digit registration number of before.
///
/// # Errors
/// [`Refusal::CheckDigit`]: some early codes do not pass; warn, do not block. [`Refusal::OtherKind`] for a resident
/// number, which no firm's field should hold.
pub fn parse_credit_code(input: &str) -> Result<Parsed, Refusal> {
    let code = without_label(&CREDIT_LABEL, compact(input, LIMIT)?);
    if code.len() == 15 && code.bytes().all(|byte| byte.is_ascii_digit()) {
        return Ok(Parsed::new(Kind::BusinessRegistration, code));
    }
    if code.len() != 18 || !code.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        return Err(Refusal::Format);
    }
    if let Some(sign) = code.chars().find(|sign| !CREDIT_SIGNS.contains(*sign)) {
        return Err(Refusal::ForbiddenSign { sign });
    }
    if !code.bytes().skip(2).take(6).all(|byte| byte.is_ascii_digit()) {
        return Err(Refusal::Format);
    }
    let expected = credit_check(&code).ok_or(Refusal::Format)?;
    if code.ends_with(expected) {
        return Ok(Parsed::new(Kind::CreditCode, code));
    }
    match parse_resident_id(&code) {
        Ok(_) => Err(Refusal::OtherKind(Kind::ResidentId)),
        Err(_) => Err(Refusal::CheckDigit { typed: code, expected }),
    }
}

/// Reads the five-digit code of a patent agency.
///
/// # Errors
/// [`Refusal::Format`].
pub fn parse_agency_code(input: &str) -> Result<Parsed, Refusal> {
    let code = without_label(&AGENCY_LABEL, compact(input, LIMIT)?);
    if AGENCY.is_match(&code) { Ok(Parsed::new(Kind::AgencyCode, code)) } else { Err(Refusal::Format) }
}

/// Reads a resident identity number, or a residence permit of the same form. Digit 17 says the sex; it is never used.
///
/// # Errors
/// [`Refusal::BirthDate`] when the date inside is not in the calendar.
pub fn parse_resident_id(input: &str) -> Result<Parsed, Refusal> {
    let number = compact(input, LIMIT)?;
    let number = number.trim_start_matches(|sign: char| !sign.is_ascii());
    let number = number.trim_start_matches(':');
    if !RESIDENT.is_match(number) {
        return Err(Refusal::Format);
    }
    NaiveDate::parse_from_str(&number[6..14], "%Y%m%d").map_err(|_| Refusal::BirthDate)?;
    let sum: usize = number.bytes().zip(RESIDENT_WEIGHTS).map(|(byte, weight)| usize::from(byte - b'0') * weight).sum();
    let expected = char::from(RESIDENT_CHECKS[sum % 11]);
    if number.ends_with(expected) {
        Ok(Parsed::new(Kind::ResidentId, number))
    } else {
        Err(Refusal::CheckDigit { typed: number.to_owned(), expected })
    }
}

fn credit_check(code: &str) -> Option<char> {
    let mut sum = 0;
    for (sign, weight) in code.chars().zip(CREDIT_WEIGHTS) {
        sum += CREDIT_SIGNS.find(sign)? * weight;
    }
    CREDIT_SIGNS.chars().nth((31 - sum % 31) % 31)
}

fn without_label(label: &Regex, code: String) -> String {
    label.replace(&code, "").into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn credit_codes_are_read_with_label_and_blanks() {
        for typed in ["统一社会信用代码：12100000707137123P", "12100000707137123p", "信用代码 12100000 70713712-3P"] {
            let parsed = parse_credit_code(typed).expect(typed);
            assert_eq!(parsed.canonical, "12100000707137123P");
        }
        assert_eq!(parse_credit_code("9142 0100"), Err(Refusal::Format));
        let old = parse_credit_code("420100000012345").expect("15 digits");
        assert_eq!(old.kind, Kind::BusinessRegistration);
    }

    #[test]
    fn a_wrong_check_sign_of_a_credit_code_is_computed() {
        assert_eq!(parse_credit_code("914403001922038217"), Err(Refusal::CheckDigit { typed: "914403001922038217".into(), expected: '6' }));
        assert_eq!(parse_credit_code("9144030071526726XO"), Err(Refusal::ForbiddenSign { sign: 'O' }));
    }

    #[test]
    fn an_identity_number_is_no_credit_code() {
        assert_eq!(parse_credit_code("11010519491231002X"), Err(Refusal::OtherKind(Kind::ResidentId)));
    }

    #[test]
    fn identity_numbers_hold_a_real_date() {
        assert_eq!(parse_resident_id("11010519490230002X"), Err(Refusal::BirthDate));
        assert_eq!(parse_resident_id("11010519491331002X"), Err(Refusal::BirthDate));
        let parsed = parse_resident_id("身份证号：110105 19491231 002x").expect("the example of the standard");
        assert_eq!(parsed.canonical, "11010519491231002X");
    }

    #[test]
    fn debug_output_shows_no_identity_number() {
        let parsed = parse_resident_id("11010519491231002X").expect("the example of the standard");
        let refused = parse_resident_id("110105194912310021").expect_err("a wrong digit");
        let shown = format!("{parsed:?} {refused:?}");
        assert!(!shown.contains("110105"), "{shown}");
    }
}
