//! Takes phone numbers, e-mail addresses, identity numbers and bank cards out of free text before it goes to a staff
//! group. Numbers of rights, credit codes, receipts and dates stay: they are what a clerk works with.
//!
//! ## Why
//! A group on a foreign messenger must see no personal data even when a person types it into a field that asks for
//! something else. So it errs on the side of hiding: an order number of 15 or more digits is hidden too.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::find_numbers;
use super::view::{Taken, View};

/// Stands for what is hidden, whatever its length.
const HIDDEN: &str = "•••";

struct Secret {
    form: &'static LazyLock<Regex>,
    /// Characters shown at the end.
    kept: usize,
    edge: Edge,
}

/// What may stand beside a secret.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Edge {
    /// Anything. Also for forms without a longest length, which are searched but once.
    Free,
    /// No further digit: a phone is no piece of a longer run.
    NoDigit,
}

static EMAIL: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("[A-Z0-9.!#$%&'*+/=?^_`{|}~-]+ ?@ ?[\\p{L}\\p{N}-]+(?:[.。][\\p{L}\\p{N}-]+)*[.。][A-Z]{2,63}").expect("a fixed pattern")
});
static RESIDENT_ID: LazyLock<Regex> =
    LazyLock::new(|| Regex::new("[1-9][0-9]{5}[ -]?(?:18|19|20)[0-9]{2}[ -]?[0-9]{4}[ -]?[0-9]{3}[0-9X]").expect("a fixed pattern"));
/// 15 to 19 digits, at once or in groups of four as on a card; old identity numbers have 15.
static CARD: LazyLock<Regex> =
    LazyLock::new(|| Regex::new("[0-9]{15,}|[0-9]{4}(?:[ -][0-9]{4}){3}(?:[ -][0-9]{1,4})?").expect("a fixed pattern"));
static MOBILE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?:(?:\+|00)?86[ -]?)?1[3-9][0-9](?:[0-9]{8}|[ .-][0-9]{4}[ .-]?[0-9]{4}|[0-9]{4}[ .-][0-9]{4}|[0-9][ .-][0-9]{3}[ .-]?[0-9]{4}|[0-9]{2}[ .-][0-9]{6})|1[ .-][3-9](?:[ .-][0-9]){9}")
        .expect("a fixed pattern")
});
static LANDLINE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"\(?(?:(?:\+|00)86[ -]?0?|0)(?:10|2[0-9]|[3-9][0-9]{2})\)?[ -]?[2-9][0-9]{2,3}[ -]?[0-9]{4}(?:-[0-9]{1,6})?")
        .expect("a fixed pattern")
});
static FOREIGN: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"(?:\+|00)[1-9](?:[ ().-]{0,2}[0-9]){6,14}").expect("a fixed pattern"));
/// A number spelled out to get past a filter.
static SPELLED: LazyLock<Regex> =
    LazyLock::new(|| Regex::new("[一幺][三四五六七八九][零〇一二三四五六七八九幺]{9}").expect("a fixed pattern"));

/// The longer forms first, so that a phone is not seen inside a card.
static SECRETS: [Secret; 7] = [
    Secret { form: &EMAIL, kept: 4, edge: Edge::Free },
    Secret { form: &RESIDENT_ID, kept: 4, edge: Edge::NoDigit },
    Secret { form: &CARD, kept: 4, edge: Edge::NoDigit },
    Secret { form: &FOREIGN, kept: 4, edge: Edge::NoDigit },
    Secret { form: &LANDLINE, kept: 4, edge: Edge::NoDigit },
    Secret { form: &MOBILE, kept: 4, edge: Edge::NoDigit },
    Secret { form: &SPELLED, kept: 2, edge: Edge::NoDigit },
];

/// `text` with every personal number replaced by dots and its last signs: 13800138000 becomes •••8000.
pub fn mask(text: &str) -> String {
    let view = View::of(text);
    let mut taken = Taken::none_of(text);
    for public in find_numbers(text) {
        taken.take(&public.span);
    }
    let mut hidden: Vec<(Range<usize>, usize)> = Vec::new();
    for secret in &SECRETS {
        let spans = places(&view, secret).into_iter().map(|place| view.original(place));
        hidden.extend(spans.filter(|span| taken.take(span)).map(|span| (span, secret.kept)));
    }
    hidden.sort_by_key(|(span, _)| span.start);
    let mut masked = String::with_capacity(text.len());
    let mut end = 0;
    for (span, kept) in hidden {
        masked.push_str(&text[end..span.start]);
        masked.push_str(HIDDEN);
        masked.push_str(last(&text[span.clone()], kept));
        end = span.end;
    }
    masked.push_str(&text[end..]);
    masked
}

/// Where the form of a secret stands.
fn places(view: &View, secret: &Secret) -> Vec<Range<usize>> {
    let mut places = Vec::new();
    let mut from = 0;
    while let Some(place) = secret.form.find_at(&view.text, from) {
        if secret.edge == Edge::NoDigit && is_piece_of_digits(view, &place.range()) {
            from = next_start(view, place.start());
        } else {
            places.push(place.range());
            from = place.end();
        }
    }
    places
}

/// True when the form is cut out of a longer run of digits. A plus sign or bracket begins anew.
fn is_piece_of_digits(view: &View, span: &Range<usize>) -> bool {
    let is_digit = |sign: Option<char>| sign.is_some_and(|sign| sign.is_ascii_digit());
    is_digit(view.after(span.end)) || is_digit(view.before(span.start)) && is_digit(view.after(span.start))
}

/// The first place behind `at` that is not inside a run of digits.
fn next_start(view: &View, at: usize) -> usize {
    let mut next = at;
    for sign in view.text[at..].chars() {
        let inside = sign.is_ascii_digit() && view.after(next).is_some();
        next += sign.len_utf8();
        if !(inside && view.after(next).is_some_and(|sign| sign.is_ascii_digit())) {
            break;
        }
    }
    next
}

fn last(text: &str, count: usize) -> &str {
    let start = text.char_indices().rev().nth(count.saturating_sub(1)).map_or(0, |(at, _)| at);
    text[start..].trim_start_matches([' ', '-'])
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn personal_numbers_are_hidden_but_for_their_end() {
        for (text, masked) in [
            ("电话13800138000，谢谢", "电话•••8000，谢谢"),
            ("+86 138 0013 8000", "•••8000"),
            ("138-0013-8000或139 12345678", "•••8000或•••5678"),
            ("１３８００１３８０００", "•••８０００"),
            ("138\u{200b}0013\u{200b}8000", "•••8000"),
            ("1 3 8 0 0 1 3 8 0 0 0", "•••0 0"),
            ("①13800138000；②13900139000", "①•••8000；②•••9000"),
            ("QQ12345+447700900123", "QQ12345•••0123"),
            ("微信同号：13800138000x", "微信同号：•••8000x"),
            ("一三八零零一三八零零零", "•••零零"),
            ("座机027-82345678转", "座机•••5678转"),
            ("(027) 82345678", "•••5678"),
            ("call +44 20 7183 8750 now", "call •••8750 now"),
            ("zhang.san@example.com", "•••.com"),
            ("张三zhang＠example.cn。", "张三•••e.cn。"),
            ("身份证11010519491231002X", "身份证•••002X"),
            ("110105 19491231 002x", "•••002x"),
            ("卡号6222 0212 3456 7890 123", "卡号•••123"),
            ("卡号6222021234567890123", "卡号•••0123"),
        ] {
            assert_eq!(mask(text), masked, "{text}");
        }
    }

    #[test]
    fn what_a_clerk_works_with_stays() {
        for text in [
            "ZL 2013 1 0113186.8",
            "专利号201310113186.7",
            "2013101131867",
            "95115608.X 和 CN112856361B",
            "PCT/CN2020/012345, WO2020/012345",
            "WH-261123-K7M4PX",
            "2026-11-23 14:30",
            "20261123",
            "2026年11月23日",
            "12100000707137123P",
            "914403001922038216",
            "商标第23896054号",
            "¥1,200,000.00",
            "12345",
            "430070",
            "@ip_office",
        ] {
            assert_eq!(mask(text), text);
        }
    }

    #[test]
    fn many_secrets_in_one_text_are_all_hidden() {
        let text = "我叫张三，13800138000，zs@example.com，侵权专利ZL201310113186.7，2026-11-03发现";
        assert_eq!(mask(text), "我叫张三，•••8000，•••.com，侵权专利ZL201310113186.7，2026-11-03发现");
    }

    proptest! {
        #[test]
        fn no_text_panics(text in any::<String>()) {
            let _ = mask(&text);
        }

        #[test]
        fn a_mobile_never_stays(before in "[^0-9０-９]{0,12}", after in "[^0-9０-９]{0,12}", number in "1[3-9][0-9]{9}") {
            let masked = mask(&format!("{before}{number}{after}"));
            prop_assert!(!masked.contains(&number), "{}", masked);
        }

        #[test]
        fn texts_full_of_digits_are_safe(text in "[0-9X .@a-z+()一零\u{200b}０-９-]{0,60}") {
            let masked = mask(&text);
            prop_assert_eq!(mask(&masked), masked.clone());
        }
    }
}
