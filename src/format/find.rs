//! Numbers of rights inside a sentence: "包装上印着 ZL 2013 1 0113186.8".
//!
//! It prefers to overlook a number rather than to see one in a phone or order number: digits alone count only when
//! their check digit fits; with a prefix, a label or the printed dot also when it does not, because a wrong number on
//! a package is what a report is about.

use std::ops::Range;
use std::sync::LazyLock;

use regex::{Captures, Regex};

use super::patent::{judge, parse_publication};
use super::view::{Taken, View};
use super::{Kind, Parsed, Refusal, Right, parse_credit_code, parse_hague, parse_madrid, parse_pct, parse_trademark_cn, parse_wo};

/// A number inside a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// Bytes of the text, with the prefix (ZL, CN) and without a label.
    pub span: Range<usize>,
    pub kind: Kind,
    /// Canonical form. With the digit as typed when the check digit does not fit, with the computed one when none was
    /// there, and just the signs as typed when the year or type cannot be.
    pub canonical: String,
    /// Year of filing, where the number says it.
    pub year: Option<i32>,
    /// Kind of patent, where the number says it.
    pub right: Option<Right>,
    /// `None` when all fits; else [`Refusal::CheckDigit`], [`Refusal::MissingCheckDigit`], [`Refusal::Year`] or
    /// [`Refusal::Type`].
    pub refusal: Option<Refusal>,
}

/// Blanks and hyphens within a printed number, never more than one or two.
macro_rules! gap {
    () => {
        "[ \\t\\u{A0}-]{0,2}"
    };
}

static LONG: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(concat!(
        "((?:CN)?(?:ZL)?)",
        gap!(),
        "([0-9]{4})",
        gap!(),
        "([0-9])",
        gap!(),
        "([0-9]{7})(?:",
        gap!(),
        "([.。·]?)",
        gap!(),
        "([0-9X]))?",
    ))
    .expect("a fixed pattern")
});
static SHORT: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(concat!("((?:CN)?(?:ZL)?)", gap!(), "([0-9]{2})", gap!(), "([0-9])", gap!(), "([0-9]{5})(?:([.。·]?)([0-9X]))?",))
        .expect("a fixed pattern")
});
/// Words directly before a patent number.
static PATENT_LABEL: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(concat!(
        "(?:(?:专利|專利|申请|申請|PATENT|APPLICATION)(?:申请|申請| APPLICATION)?(?:号码|號碼|编号|編號|号|號| NUMBER| NO)",
        "|专利|專利|PATENT)(?:是|为|為| IS)?[ .:#(]*$",
    ))
    .expect("a fixed pattern")
});
static PUBLICATION: LazyLock<Regex> =
    LazyLock::new(|| Regex::new("CN ?[123](?:[0-9]{8}|[0-9]{6}) ?[ABCUYSD][1-9]?").expect("a fixed pattern"));
static PCT: LazyLock<Regex> =
    LazyLock::new(|| Regex::new("PCT ?/ ?[A-Z]{2} ?(?:[0-9]{4}/[0-9]{6}|[0-9]{2}/[0-9]{5})").expect("a fixed pattern"));
static WO: LazyLock<Regex> =
    LazyLock::new(|| Regex::new("WO ?(?:[0-9]{4}/?[0-9]{6}|[0-9]{2}/[0-9]{5})(?: ?A[1-9])?").expect("a fixed pattern"));
static HAGUE: LazyLock<Regex> = LazyLock::new(|| Regex::new("DM[/ ] ?[0-9]{6}").expect("a fixed pattern"));
static CREDIT_CODE: LazyLock<Regex> =
    LazyLock::new(|| Regex::new("[159NY][1-9A-Z][0-9]{6}[0-9A-HJ-NPQRTUWXY]{10}").expect("a fixed pattern"));
/// A trademark number says nothing of itself; only a label makes it one.
static TRADEMARK: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(concat!(
        "(?:商标|商標|TRADEMARK|TM)(?:国际|國際)?(?:注册|註冊|申请|申請| REG(?:ISTRATION|\\.)?| APPLICATION)?(?:证|證)?",
        "(?:号|號|号码|號碼| NUMBER| NO\\.?)?(?:是|为|為)?[ :：#第]*((?:G|IR ?)?[0-9]{5,8}[A-Z]{0,2})",
    ))
    .expect("a fixed pattern")
});

/// All numbers in `text`, in order, none overlapping another.
pub fn find_numbers(text: &str) -> Vec<Found> {
    let view = View::of(text);
    let mut found = Finds { numbers: Vec::new(), taken: Taken::none_of(&view.text) };
    // The surer form first: what it has taken is not read again as something else.
    plain(&view, &PCT, parse_pct, &mut found);
    plain(&view, &WO, parse_wo, &mut found);
    plain(&view, &PUBLICATION, parse_publication, &mut found);
    plain(&view, &HAGUE, parse_hague, &mut found);
    plain(&view, &CREDIT_CODE, parse_credit_code, &mut found);
    patents(&view, &LONG, &mut found);
    patents(&view, &SHORT, &mut found);
    trademarks(&view, &mut found);
    let mut numbers = found.numbers;
    numbers.sort_by_key(|found| found.span.start);
    for found in &mut numbers {
        found.span = view.original(found.span.clone());
    }
    numbers
}

fn plain(view: &View, form: &Regex, parse: fn(&str) -> Result<Parsed, Refusal>, found: &mut Finds) {
    for place in form.find_iter(&view.text) {
        if view.is_piece(&place.range()) {
            continue;
        }
        if let Ok(parsed) = parse(place.as_str()) {
            keep(place.range(), parsed, found);
        }
    }
}

fn trademarks(view: &View, found: &mut Finds) {
    for groups in TRADEMARK.captures_iter(&view.text) {
        let Some(number) = groups.get(1) else { continue };
        let after = view.text[number.end()..].chars().next();
        if after.is_some_and(|sign| sign.is_ascii_alphanumeric() || sign == '.') {
            continue;
        }
        let parsed = parse_trademark_cn(number.as_str()).or_else(|_| parse_madrid(number.as_str()));
        if let Ok(parsed) = parsed {
            keep(number.range(), parsed, found);
        }
    }
}

fn patents(view: &View, form: &Regex, found: &mut Finds) {
    let mut from = 0;
    while let Some(groups) = form.captures_at(&view.text, from) {
        let Some(whole) = groups.get(0) else { break };
        let end = Printed::read(view, &groups).and_then(|printed| printed.judge(found));
        // A false start may hide a number that begins inside it.
        from = end.unwrap_or_else(|| view.next_start(whole.start()));
    }
}

/// Digits that stand in a text like a patent number.
struct Printed {
    span: Range<usize>,
    body: String,
    check: Option<char>,
    /// A prefix, a label, or the dot of a printed number.
    is_marked: bool,
    has_prefix: bool,
}

impl Printed {
    fn read(view: &View, groups: &Captures<'_>) -> Option<Printed> {
        let whole = groups.get(0)?;
        let check = groups.get(6).and_then(|check| check.as_str().chars().next());
        let dot = groups.get(5).is_some_and(|dot| !dot.as_str().is_empty());
        let prefix = groups.get(1).filter(|prefix| !prefix.is_empty());
        // A gap before the first digit is no part of the number.
        let start = prefix.or(groups.get(2))?.start();
        let label = PATENT_LABEL.is_match(line_before(&view.text, start));
        let mut printed = Printed {
            span: start..whole.end(),
            body: [2, 3, 4].iter().filter_map(|index| groups.get(*index)).map(|part| part.as_str()).collect(),
            check,
            is_marked: prefix.is_some() || label || (dot && check.is_some()),
            has_prefix: prefix.is_some() || label,
        };
        if view.is_piece(&printed.span) {
            // "ZL 2013 1 0113186 5 pieces": the digit behind a gap may begin something else.
            let spaced = check.is_some() && !dot && whole.end() > groups.get(4)?.end() + 1;
            printed.span.end = groups.get(4)?.end();
            printed.check = None;
            if !spaced || view.is_piece(&printed.span) {
                return None;
            }
        }
        Some(printed)
    }

    /// Keeps the number if it counts; gives back where it ends.
    fn judge(self, found: &mut Finds) -> Option<usize> {
        let end = self.span.end;
        match judge(&self.body, self.check) {
            // Nine digits alone are more often the number of an account.
            Ok(parsed) if self.is_marked || self.body.len() == 12 => keep(self.span, parsed, found),
            Err(refusal @ Refusal::CheckDigit { .. }) if self.is_marked => keep_refused(self, refusal, found),
            Err(Refusal::Format) => return None,
            Err(refusal) if self.has_prefix => keep_refused(self, refusal, found),
            Ok(_) | Err(_) => return None,
        }
        Some(end)
    }
}

fn keep(span: Range<usize>, parsed: Parsed, found: &mut Finds) {
    let Parsed { kind, canonical, year, right } = parsed;
    found.add(Found { span, kind, canonical, year, right, refusal: None });
}

fn keep_refused(printed: Printed, refusal: Refusal, found: &mut Finds) {
    let canonical = match &refusal {
        Refusal::CheckDigit { typed, .. } => typed.clone(),
        Refusal::MissingCheckDigit { complete, .. } => complete.clone(),
        _ => printed.check.map_or(printed.body.clone(), |check| format!("{}.{check}", printed.body)),
    };
    let type_at = if printed.body.len() == 12 { 4 } else { 2 };
    let right = printed.body.chars().nth(type_at).and_then(super::patent::right_of);
    let year = super::patent::year_of(&printed.body);
    found.add(Found { span: printed.span, kind: Kind::Patent, canonical, year, right, refusal: Some(refusal) });
}

/// What was found so far.
struct Finds {
    numbers: Vec<Found>,
    /// Bytes of the view.
    taken: Taken,
}

impl Finds {
    fn add(&mut self, new: Found) {
        if self.taken.take(&new.span) {
            self.numbers.push(new);
        }
    }
}

/// Up to 24 characters before `end`: enough for a label.
fn line_before(text: &str, end: usize) -> &str {
    let start = text[..end].char_indices().rev().nth(23).map_or(0, |(at, _)| at);
    &text[start..end]
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn summary(text: &str) -> Vec<(&str, Kind, String, Option<Refusal>)> {
        let found = find_numbers(text).into_iter();
        found.map(|found| (&text[found.span], found.kind, found.canonical, found.refusal)).collect()
    }

    #[test]
    fn a_wrong_number_on_a_package_is_found() {
        let text = "包装上印着 ZL 2013 1 0113186.8，是真的吗？";
        let found = find_numbers(text);
        assert_eq!(found.len(), 1);
        assert_eq!(&text[found[0].span.clone()], "ZL 2013 1 0113186.8");
        assert_eq!(found[0].canonical, "201310113186.8");
        assert_eq!((found[0].year, found[0].right), (Some(2013), Some(Right::Invention)));
        assert_eq!(found[0].refusal, Some(Refusal::CheckDigit { typed: "201310113186.8".into(), expected: '7' }));
    }

    #[test]
    fn numbers_of_all_kinds_are_found_in_order() {
        let text = "专利ＺＬ２０１３１０１１３１８６．７（公告号CN112856361B）、95115608.X、PCT/CN2020/012345、WO 2019/000001 A1、\
                    DM/204567，商标第23896054号，商标国际注册号G1234567，代码12100000707137123P。";
        let found = summary(text);
        let canonical: Vec<&str> = found.iter().map(|found| found.2.as_str()).collect();
        assert_eq!(
            canonical,
            [
                "201310113186.7",
                "CN112856361B",
                "95115608.X",
                "PCT/CN2020/012345",
                "WO2019/000001 A1",
                "DM/204567",
                "23896054",
                "G1234567",
                "12100000707137123P",
            ]
        );
        assert_eq!(found[0].0, "ＺＬ２０１３１０１１３１８６．７");
        assert!(found.iter().all(|found| found.3.is_none()));
    }

    #[test]
    fn impossible_numbers_with_a_prefix_are_found() {
        assert_eq!(summary("印有ZL201370113186.7字样")[0].3, Some(Refusal::Type));
        assert_eq!(summary("印有 ZL 1998 1 0113186.7")[0].3, Some(Refusal::Year));
        let missing = summary("专利号：201310113186，谢谢");
        assert_eq!(missing[0].0, "201310113186");
        assert_eq!(missing[0].3, Some(Refusal::MissingCheckDigit { complete: "201310113186.7".into(), expected: '7' }));
    }

    #[test]
    fn two_numbers_side_by_side_are_two() {
        let found = summary("①201310113186.7 ②201710083638.X、2017100835527");
        let canonical: Vec<&str> = found.iter().map(|found| found.2.as_str()).collect();
        assert_eq!(canonical, ["201310113186.7", "201710083638.X", "201710083552.7"]);
    }

    #[test]
    fn what_follows_a_number_is_not_its_check_digit() {
        let found = summary("ZL201310113186 12pcs");
        assert_eq!(found[0].0, "ZL201310113186");
        assert!(matches!(found[0].3, Some(Refusal::MissingCheckDigit { .. })));
    }

    #[test]
    fn phones_dates_orders_and_receipts_are_no_numbers_of_rights() {
        for text in [
            "13800138000",
            "2026-11-23 14:30",
            "20261123",
            "订单号 2026112314301234567",
            "订单 2026112314301",
            "WH-261123-K7M4PX",
            "027-82345678",
            "95115608",
            "951156089",
            "941923866",
            "QQ 971017654",
            "申请人电话 85123456",
            "¥95115608.90",
            "11010519491231002X",
            "商标",
            "第23896054号",
        ] {
            assert_eq!(summary(text), [], "{text}");
        }
    }

    proptest! {
        #[test]
        fn spans_lie_in_the_text(text in any::<String>()) {
            for found in find_numbers(&text) {
                prop_assert!(text.get(found.span).is_some());
            }
        }

        #[test]
        fn texts_full_of_digits_are_safe(text in "(ZL|CN|专利号|商标|[0-9X.。\u{200b} ０-９-]){0,60}") {
            let mut end = 0;
            for found in find_numbers(&text) {
                prop_assert!(found.span.start >= end && text.get(found.span.clone()).is_some());
                end = found.span.end;
            }
        }
    }
}
