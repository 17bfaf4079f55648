//! What in the name of an agency is its own, and what every agency has: the same cut for names of the register and for
//! what people type.
//!
//! "湖北武汉永嘉专利代理有限公司" is kept whole (`full`), without the words of the trade (`core`, 湖北武汉永嘉) and without the
//! place as well (`mark`, 永嘉). A mark that would be empty is the core.

use super::region;
use crate::place::fold::{compact, fold, is_han};
use std::sync::LazyLock;

/// Shorter names of places are not looked for behind a name: "an" ends many.
const SHORTEST_PLACE_BEHIND: usize = 5;

/// A Chinese name of fewer characters before what looks like a place goes on with it.
const SHORTEST_BEFORE_PLACE: usize = 2;

type Words = LazyLock<Vec<&'static str>>;

/// Words of the trade in Chinese names, the longer before their parts.
static TRADE_HAN: Words = LazyLock::new(|| {
    words(
        "特殊普通合伙 有限责任公司 股份有限公司 普通合伙 有限合伙 合伙企业 律师事务所 有限公司 知识产权 专利商标 \
     专利代理 商标代理 代理机构 事务所 责任公司 律所 知产 专利 商标 版权 代理 律师 集团 服务 咨询 公司 机构 有限",
    )
});

/// What a word of the trade begins with; most characters of a name begin none.
static TRADE_BEGINS: LazyLock<Vec<char>> = LazyLock::new(|| {
    let mut begins: Vec<char> = TRADE_HAN.iter().filter_map(|word| word.chars().next()).collect();
    begins.sort_unstable();
    begins.dedup();
    begins
});

/// Words of the trade in Latin names.
static TRADE_LATIN: Words = LazyLock::new(|| {
    words(
        "patent patents trademark trademarks agency agencies agent agents attorney attorneys law lawyer lawyers firm \
     firms office offices intellectual property ip co ltd limited company corp corporation inc llc llp lp \
     partnership partners general special and of at the group services service consulting associates",
    )
});

/// The same words in pinyin, as they end a name written in one go; the longer before their parts.
static TRADE_PINYIN: Words = LazyLock::new(|| {
    words(
        "teshuputonghehuo putonghehuo youxianzerengongsi gufenyouxiangongsi youxiangongsi lvshishiwusuo lushishiwusuo \
     zhishichanquan shiwusuo zhuanli shangbiao daili gongsi jigou fuwu",
    )
});

/// Words around a name in a question. Not cut from names of the register: 安 is "an".
static ASKING_LATIN: Words = LazyLock::new(|| {
    words(
        "a an all any are called can check code do find for from has have i in is it licence licensed list look me my \
     name named near number please registered search show up want what where which who with you",
    )
});

static ASKING_HAN_BEFORE: Words = LazyLock::new(|| {
    words(
        "请问 请 你好 您好 帮我 我想 我要 我找 想 要 查询 查一下 查查 查找 查 搜索 找一下 找 有没有 哪家 哪个 叫做 名叫 \
     名为 叫 一家 一个 这家 那家 代码 名称 是",
    )
});

static ASKING_HAN_AFTER: Words = LazyLock::new(|| {
    words(
        "吗 呢 么 怎么样 是不是 正规 合法 资质 有 靠谱 是 的 在哪里 在哪 哪里 电话 地址 代码 号码 多少 怎么联系 信息 \
     备案 注册",
    )
});

/// Legal forms and the like: with one of them a text names a firm, not just a word of its name.
static FORMS: Words = LazyLock::new(|| words("公司 事务所 律所 合伙 gongsi shiwusuo company limited partnership attorneys"));
static FORM_ENDS: Words = LazyLock::new(|| words("ltd llc llp inc lawfirm lawoffice partners"));
static FORM_WORDS: Words = LazyLock::new(|| words("co ltd llc llp inc firm office partners"));

/// A name cut into what it is made of.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Name {
    /// All of it, without blanks.
    pub full: String,
    /// Without the words of the trade.
    pub core: String,
    /// Without the words of the trade and the place in front.
    pub mark: String,
    /// The words of the core; one for a Chinese name.
    pub words: Vec<String>,
    /// The place that was cut off; several where cities have one spelling.
    pub seats: Vec<region::Seat>,
}

impl Name {
    /// Nothing but words of the trade, and perhaps a place.
    pub fn is_general(&self) -> bool {
        self.core.is_empty() || (!self.seats.is_empty() && self.mark == self.core)
    }
}

/// Cuts a name with Chinese characters; `text` is folded.
pub(super) fn han(text: &str) -> Name {
    let full: String = text.chars().filter(|sign| *sign != ' ').collect();
    let core = without_trade(&full);
    let mut seat = region::seat_of_folded(&core);
    let mut mark = after_place(&core, seat);
    if seat == region::Seat::default()
        && let Some((at, behind)) = region::seat_behind(&core)
        && let Some(before) = core.get(..at).filter(|before| before.chars().count() >= SHORTEST_BEFORE_PLACE)
    {
        (mark, seat) = (before.to_owned(), behind);
    }
    let mark = if mark.is_empty() { core.clone() } else { mark };
    let seats = Vec::from_iter((seat != region::Seat::default()).then_some(seat));
    Name { words: vec![core.clone()], full, core, mark, seats }
}

/// Cuts a name in Latin letters, English or pinyin; `text` is folded.
pub(super) fn latin(text: &str) -> Name {
    latin_of(text.split(' ').filter(|word| !word.is_empty()).collect())
}

fn latin_of(written: Vec<&str>) -> Name {
    let full: String = written.concat();
    let words: Vec<String> = written.iter().filter(|word| !is_trade(word)).map(|word| (*word).to_owned()).collect();
    let core = without_end(words.concat());
    let (mark, seats) = after_latin_place(&core);
    // Words of the trade stand before a place too: "kaiyuanzhuanlidailiwuhan".
    let mark = without_end(mark);
    let mark = if mark.is_empty() { core.clone() } else { mark };
    Name { full, core, mark, words, seats }
}

/// What a question may name, read in more than one way: with and without the words of asking.
pub(super) fn asked(text: &str) -> Vec<Name> {
    let folded = fold(text);
    let mut names = Vec::new();
    if folded.contains(is_han) {
        let whole = compact(text);
        let bare = bare_han(&whole);
        let bare = bare.replace('的', "");
        let only_han: String = bare.chars().filter(|sign| is_han(*sign)).collect();
        names.extend([&whole, &bare, &only_han].into_iter().filter(|text| text.contains(is_han)).map(|text| han(text)));
        if bare.contains(is_han) {
            return distinct(names);
        }
    }
    let words: Vec<&str> = folded.split(|sign: char| sign == ' ' || is_han(sign)).filter(|word| !word.is_empty()).collect();
    let bare = words.iter().copied().filter(|word| !ASKING_LATIN.contains(word)).collect();
    names.push(latin_of(words));
    names.push(latin_of(bare));
    distinct(names)
}

/// A folded name without blanks is written with its legal form, so it names one firm.
pub(super) fn has_form(full: &str) -> bool {
    FORMS.iter().any(|form| full.contains(form)) || FORM_ENDS.iter().any(|form| full.ends_with(form))
}

/// The text has the name of a firm with its form, not only a word to look for.
pub(super) fn names_a_firm(text: &str) -> bool {
    let folded = fold(text);
    FORMS.iter().any(|form| folded.contains(form)) || folded.split(' ').any(|word| FORM_WORDS.contains(&word))
}

fn distinct(names: Vec<Name>) -> Vec<Name> {
    let mut kept: Vec<Name> = Vec::new();
    for name in names {
        if !kept.contains(&name) {
            kept.push(name);
        }
    }
    kept
}

/// A word of the trade, also with a slip in a long one.
pub(super) fn is_trade(word: &str) -> bool {
    let ends = |text: &str| (text.bytes().next(), text.bytes().last());
    let (first, last) = ends(word);
    // One slip leaves the first or the last letter.
    let near = |known: &str| known.len().abs_diff(word.len()) <= 1 && (ends(known).0 == first || ends(known).1 == last);
    let slip = |known: &str| known.len() >= 6 && near(known) && slips(known, word) <= 1;
    TRADE_LATIN.contains(&word) || (word.len() >= 5 && TRADE_LATIN.iter().any(|known| slip(known)))
}

/// Signs left out, added, replaced or exchanged with their neighbour. What both begin and end with is cut off first: in names
/// of one trade that is most of them.
pub(super) fn slips(one: &str, other: &str) -> usize {
    let begin: usize = one.chars().zip(other.chars()).take_while(|(one, other)| one == other).map(|(sign, _)| sign.len_utf8()).sum();
    let (one, other) = (one.get(begin..).unwrap_or_default(), other.get(begin..).unwrap_or_default());
    let end = |(one, other): &(char, char)| one == other;
    let end: usize = one.chars().rev().zip(other.chars().rev()).take_while(end).map(|(sign, _)| sign.len_utf8()).sum();
    let (one, other) = (one.get(..one.len() - end).unwrap_or_default(), other.get(..other.len() - end).unwrap_or_default());
    let (of_one, of_other) = (one.chars().count(), other.chars().count());
    if of_one.min(of_other) == 0 { of_one.max(of_other) } else { strsim::osa_distance(one, other) }
}

fn words(list: &'static str) -> Vec<&'static str> {
    list.split_whitespace().collect()
}

/// Without words of the trade in Chinese, wherever they stand.
fn without_trade(text: &str) -> String {
    let mut rest = text;
    let mut kept = String::with_capacity(text.len());
    while let Some(sign) = rest.chars().next() {
        let trade = TRADE_BEGINS.contains(&sign).then(|| TRADE_HAN.iter().find_map(|word| rest.strip_prefix(word))).flatten();
        rest = trade.unwrap_or_else(|| {
            kept.push(sign);
            rest.get(sign.len_utf8()..).unwrap_or_default()
        });
    }
    kept
}

/// Without words of the trade in pinyin behind a name written in one go.
pub(super) fn without_end(mut text: String) -> String {
    while let Some(shorter) = TRADE_PINYIN.iter().find_map(|word| text.strip_suffix(word)).map(str::len) {
        text.truncate(shorter);
    }
    text
}

fn bare_han(text: &str) -> String {
    let mut rest = text;
    while let Some(shorter) = ASKING_HAN_BEFORE.iter().find_map(|word| rest.strip_prefix(word)) {
        rest = shorter;
    }
    while let Some(shorter) = ASKING_HAN_AFTER.iter().find_map(|word| rest.strip_suffix(word)) {
        rest = shorter;
    }
    match rest.strip_suffix("所") {
        Some(shorter) if !rest.ends_with("事务所") && !rest.ends_with("律所") => shorter.to_owned(),
        Some(_) | None => rest.to_owned(),
    }
}

fn after_place(core: &str, seat: region::Seat) -> String {
    let mut rest = core;
    let suffixes = ["维吾尔自治区", "壮族自治区", "回族自治区", "自治区", "省", "市"];
    for place in [seat.province, seat.city].into_iter().flatten() {
        if let Some(after) = rest.strip_prefix(place) {
            rest = suffixes.iter().find_map(|suffix| after.strip_prefix(suffix)).unwrap_or(after);
        }
    }
    rest.to_owned()
}

/// A place in front of a name, or a longer one behind it ("Kaiyuan Wuhan").
fn after_latin_place(core: &str) -> (String, Vec<region::Seat>) {
    let begin = region::latin_begin(core);
    let (place, mark) = match begin.or_else(|| region::latin_end(core, SHORTEST_PLACE_BEHIND)) {
        Some(at) if begin.is_some() => core.split_at(at),
        Some(at) => (core.get(at..).unwrap_or_default(), core.get(..at).unwrap_or_default()),
        None => ("", core),
    };
    (mark.to_owned(), region::latin(place).to_vec())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn cut(text: &str) -> (String, String) {
        let name = asked(text).pop().expect("a name");
        (name.core, name.mark)
    }

    fn pair(core: &str, mark: &str) -> (String, String) {
        (core.to_owned(), mark.to_owned())
    }

    #[test]
    fn the_trade_and_the_place_are_cut_off() {
        assert_eq!(cut("湖北武汉永嘉专利代理有限公司"), pair("湖北武汉永嘉", "永嘉"));
        assert_eq!(cut("开元专利代理（武汉）有限公司"), pair("开元武汉", "开元"));
        assert_eq!(cut("永安康"), pair("永安康", "永安康"));
        assert_eq!(cut("北京市柳沈律师事务所"), pair("北京市柳沈", "柳沈"));
        assert_eq!(cut("武漢東喻專利代理事務所（特殊普通合夥）"), pair("武汉东喻", "东喻"));
        assert_eq!(cut("Wuhan Kaiyuan Intellectual Property Agency Co., Ltd."), pair("wuhankaiyuan", "kaiyuan"));
        assert_eq!(cut("Wuhan Kaiyuan Intelectual Proprety Agnecy Co Ltd"), pair("wuhankaiyuan", "kaiyuan"));
        assert_eq!(asked("wuhan kai yuan zhi shi chan quan dai li you xian gong si")[0].mark, "kaiyuan");
        assert_eq!(cut("chongqing chuangxin"), pair("chongqingchuangxin", "chuangxin"));
    }

    #[test]
    fn a_name_of_nothing_else_keeps_its_place() {
        assert_eq!(cut("上海专利商标事务所有限公司"), pair("上海", "上海"));
        assert!(asked("专利代理公司").iter().all(Name::is_general));
        assert!(asked("上海专利代理").iter().all(Name::is_general));
        assert!(asked("a patent agency in Wuhan").pop().expect("a name").is_general());
        assert!(!asked("开元专利").iter().any(Name::is_general));
    }

    #[test]
    fn one_sign_left_out_added_replaced_or_exchanged_is_one_slip() {
        for other in ["开元", "武开元", "武汉开天元", "武汉天元", "武开汉元"] {
            assert_eq!(slips("武汉开元", other), if other == "开元" { 2 } else { 1 }, "{other}");
        }
        assert_eq!(slips("", ""), 0);
        assert_eq!(slips("aaa", "aa"), 1);
    }

    proptest! {
        #[test]
        fn cutting_off_what_is_the_same_changes_no_count(one in "[ab开]{0,8}", other in "[ab开]{0,8}") {
            prop_assert_eq!(slips(&one, &other), strsim::osa_distance(&one, &other));
        }
    }

    #[test]
    fn words_of_asking_are_cut_in_one_reading_and_kept_in_another() {
        assert_eq!(cut("请问有没有开元这家？"), pair("开元这家", "开元这家"));
        assert_eq!(cut("请问武汉开元正规吗"), pair("武汉开元", "开元"));
        assert_eq!(cut("is Kaiyuan licensed?"), pair("kaiyuan", "kaiyuan"));
        let both: Vec<String> = asked("kang an").into_iter().map(|name| name.core).collect();
        assert_eq!(both, ["kangan", "kang"]);
    }
}
