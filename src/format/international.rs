//! Numbers of the international systems (PCT, Hague) and symbols of the International Patent Classification.

use std::sync::LazyLock;

use regex::Regex;

use super::view::{compact, typed};
use super::{Kind, Parsed, Refusal};

const LIMIT: usize = 60;

static PCT_LABEL: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("(?i)^(?:PCT)?(?:国际|國際|international)?(?:申请|申請|application)(?:号|號|number|no\\.?)?[:#]*").expect("a fixed pattern")
});
/// All in upper or all in lower case. A lower-case country behind an upper-case PCT is refused as the test vectors ask.
static PCT: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("^(?:PCT/([A-Z]{2})|pct/([a-z]{2}))(?:((?:19|20)[0-9]{2})/([0-9]{6})|([0-9]{2})/([0-9]{5}))$").expect("a fixed pattern")
});
static WO: LazyLock<Regex> =
    LazyLock::new(|| Regex::new("^WO(?:((?:19|20)[0-9]{2})/?([0-9]{6})|([0-9]{2})/([0-9]{5}))(A[1-9])?$").expect("a fixed pattern"));
static HAGUE: LazyLock<Regex> = LazyLock::new(|| Regex::new("^DM/?([0-9]{6})$").expect("a fixed pattern"));
static IPC: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(concat!(
        r"^(?:INT\.?CL\.?[0-9]?[:.]?)?([A-H](?:0[1-9]|[1-9][0-9])[A-Z])([1-9][0-9]{0,3}/[0-9]{2,6})",
        r"(?:\([0-9]{4}\.[0-9]{2}\))?[IN]?$",
    ))
    .expect("a fixed pattern")
});

static IPC_AREA: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("^(?:INT\\.?CL\\.?[0-9]?[:.]?)?([A-H](?:0[1-9]|[1-9][0-9])(?:[A-Z])?)([1-9][0-9]{0,3})?$").expect("a fixed pattern")
});

/// Reads a PCT application number, `PCT/CN2020/012345`, before 2004 `PCT/US99/12345`.
///
/// # Errors
/// [`Refusal::Year`] for the short form with a year in which it was not used.
pub fn parse_pct(input: &str) -> Result<Parsed, Refusal> {
    let number: String = typed(input, LIMIT)?.chars().filter(|sign| *sign != ' ').collect();
    let bare = &number[PCT_LABEL.find(&number).map_or(0, |label| label.end())..];
    let groups = PCT.captures(bare).ok_or(Refusal::Format)?;
    let year = match (groups.get(3), groups.get(5)) {
        (Some(long), _) => long.as_str().parse().ok(),
        (None, Some(short)) => full_year(short.as_str()),
        (None, None) => None,
    };
    let year = year.filter(|year| *year >= 1978).ok_or(Refusal::Year)?;
    Ok(Parsed { year: Some(year), ..Parsed::new(Kind::Pct, bare.to_uppercase()) })
}

/// Reads an international publication number, `WO2020/012345` or `WO2020/012345 A1`, before 2004 `WO99/12345`.
///
/// # Errors
/// [`Refusal::Format`], also for the short form with a year in which it was not used.
pub fn parse_wo(input: &str) -> Result<Parsed, Refusal> {
    let number = compact(input, LIMIT)?;
    let groups = WO.captures(&number).ok_or(Refusal::Format)?;
    let group = |index: usize| groups.get(index).map_or("", |group| group.as_str());
    let year = match groups.get(1) {
        Some(long) => long.as_str().parse().ok(),
        None => full_year(group(3)),
    };
    let year = year.filter(|year| *year >= 1978).ok_or(Refusal::Format)?;
    let (year_digits, serial) = (format!("{}{}", group(1), group(3)), format!("{}{}", group(2), group(4)));
    let kind_code = if group(5).is_empty() { String::new() } else { format!(" {}", group(5)) };
    let canonical = format!("WO{year_digits}/{serial}{kind_code}");
    Ok(Parsed { year: Some(year), ..Parsed::new(Kind::Wo, canonical) })
}

/// Reads a Hague registration, `DM/204567`.
///
/// # Errors
/// [`Refusal::Format`].
pub fn parse_hague(input: &str) -> Result<Parsed, Refusal> {
    let number = compact(input, LIMIT)?;
    let groups = HAGUE.captures(&number).ok_or(Refusal::Format)?;
    Ok(Parsed::new(Kind::Hague, format!("DM/{}", &groups[1])))
}

/// Reads an IPC symbol, written as WIPO does: `G06F 16/9537`. A version such as `(2006.01)` is left out.
///
/// # Errors
/// [`Refusal::Format`].
pub fn parse_ipc(input: &str) -> Result<Parsed, Refusal> {
    let symbol = compact(input, LIMIT)?;
    let groups = IPC.captures(&symbol).ok_or(Refusal::Format)?;
    Ok(Parsed::new(Kind::Ipc, format!("{} {}", &groups[1], &groups[2])))
}

/// Reads an IPC symbol of any depth but a section: a class `H04`, a subclass `H04L`, a main group `H04L 29`, or what
/// [`parse_ipc`] reads.
///
/// # Errors
/// [`Refusal::Format`].
pub fn parse_ipc_area(input: &str) -> Result<Parsed, Refusal> {
    let symbol = compact(input, LIMIT)?;
    let Some(groups) = IPC_AREA.captures(&symbol) else { return parse_ipc(input) };
    match groups.get(2) {
        None => Ok(Parsed::new(Kind::Ipc, &groups[1])),
        Some(main) if groups[1].len() == 4 => Ok(Parsed::new(Kind::Ipc, format!("{} {}", &groups[1], main.as_str()))),
        Some(_) => Err(Refusal::Format),
    }
}

/// The two-digit year of the numbers used until 2003; the PCT began in 1978.
fn full_year(short: &str) -> Option<i32> {
    match short.parse().ok()? {
        short @ 78..=99 => Some(1900 + short),
        short @ 0..=3 => Some(2000 + short),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn canonical(parsed: Result<Parsed, Refusal>) -> Result<String, Refusal> {
        parsed.map(|parsed| parsed.canonical)
    }

    #[test]
    fn pct_numbers_are_read_in_either_case() {
        for typed in ["PCT/CN2020/012345", "pct/cn2020/012345", "ＰＣＴ／ＣＮ２０２０／０１２３４５", "国际申请号：PCT / CN 2020 / 012345"]
        {
            assert_eq!(canonical(parse_pct(typed)), Ok("PCT/CN2020/012345".into()), "{typed}");
        }
        assert_eq!(parse_pct("PCT/US99/12345").map(|parsed| parsed.year), Ok(Some(1999)));
        assert_eq!(parse_pct("PCT/US20/12345"), Err(Refusal::Year));
    }

    #[test]
    fn a_field_of_the_classification_is_read_at_any_depth() {
        for (typed, area) in [("h04l", "H04L"), ("G06", "G06"), ("h04l 29", "H04L 29"), ("G06F17/30", "G06F 17/30"), ("Ｈ０４Ｌ", "H04L")]
        {
            assert_eq!(canonical(parse_ipc_area(typed)), Ok(area.into()), "{typed}");
        }
        for typed in ["H", "Z04L", "H00L", "H0412", "batteries", ""] {
            assert!(parse_ipc_area(typed).is_err(), "{typed}");
        }
    }

    #[test]
    fn one_form_for_each_number() {
        assert_eq!(canonical(parse_wo("wo2020012345a1")), Ok("WO2020/012345 A1".into()));
        assert_eq!(canonical(parse_wo("WO 99/12345")), Ok("WO99/12345".into()));
        assert_eq!(canonical(parse_hague("dm 098765")), Ok("DM/098765".into()));
        assert_eq!(canonical(parse_ipc("g06f17/30")), Ok("G06F 17/30".into()));
        assert_eq!(canonical(parse_ipc("Int. Cl. G06F 16/9537 (2019.01) I")), Ok("G06F 16/9537".into()));
    }
}
