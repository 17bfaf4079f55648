//! A year as people type it: "2024", "2024年", "去年", "last year", "FY2024".

use super::Refusal;
use super::numeral::in_digits;
use super::text::fold;

/// Longest answer read as a year, in characters.
const LIMIT: usize = 30;

/// Reads a year with four digits, or one named from `this` year on.
///
/// # Errors
/// [`Refusal::Empty`], [`Refusal::TooLong`], [`Refusal::Format`].
pub fn parse_year(input: &str, this: i32) -> Result<i32, Refusal> {
    if input.chars().count() > LIMIT {
        return Err(Refusal::TooLong { limit: LIMIT });
    }
    let words = fold(input);
    if words.is_empty() {
        return Err(Refusal::Empty);
    }
    let past = match words.as_str() {
        "今年" | "本年" | "本年度" | "thisyear" | "now" | "currentyear" | "thecurrentyear" => Some(0),
        "去年" | "上年" | "上一年" | "上年度" | "lastyear" | "thelastyear" | "previousyear" | "thepreviousyear" => Some(1),
        "前年" | "theyearbeforelast" | "yearbeforelast" | "twoyearsago" | "2yearsago" => Some(2),
        "大前年" | "threeyearsago" | "3yearsago" => Some(3),
        _ => None,
    };
    if let Some(past) = past {
        return Ok(this - past);
    }
    let bare = ["fy", "theyear", "year", "in", "公元"].iter().find_map(|before| words.strip_prefix(before)).unwrap_or(&words);
    let bare = ["年度", "年全年", "年", "全年"].iter().find_map(|after| bare.strip_suffix(after)).unwrap_or(bare);
    let number = in_digits(bare);
    if number.len() != 4 || !number.bytes().all(|sign| sign.is_ascii_digit()) || input.trim().contains(['-', '/', '.']) {
        return Err(Refusal::Format);
    }
    number.parse().map_err(|_| Refusal::Format)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_is_understood_however_it_is_written() {
        for (typed, year) in [
            ("2024", 2024),
            (" ２０２４ 年 ", 2024),
            ("2024年度", 2024),
            ("二〇二四年", 2024),
            ("二零二四", 2024),
            ("去年", 2025),
            ("上一年", 2025),
            ("Last year", 2025),
            ("the year before last", 2024),
            ("前年", 2024),
            ("this year", 2026),
            ("今年", 2026),
            ("FY2024", 2024),
            ("in 1985", 1985),
        ] {
            assert_eq!(parse_year(typed, 2026), Ok(year), "{typed}");
        }
    }

    #[test]
    fn what_is_no_year_is_refused() {
        for typed in ["", "24", "20245", "2024-05", "next", "many", "一九", "🙂", "2024-"] {
            assert!(parse_year(typed, 2026).is_err(), "{typed}");
        }
    }
}
