//! Amounts in CNY: 50万, 3.5亿元, ¥1,200.50, 三万五千元, "RMB 2 million". Counted in fen; nothing is rounded.

use std::sync::LazyLock;

use regex::Regex;

use super::Refusal;
use super::numeral::{digit, small_unit};
use super::text::simplified;
use super::view::typed;

/// Largest amount taken: 10^12 yuan, in fen.
pub const MAX_FEN: i64 = 100_000_000_000_000;
const LIMIT: usize = 60;
/// Parts of a yuan the reader counts in, so that 1.23456万 is exact.
const SCALE: i128 = 1_000_000_000_000;
const WAN: i128 = 10_000;
const YI: i128 = 100_000_000;

static NEGATIVE: LazyLock<Regex> = LazyLock::new(|| Regex::new("^(?:[¥￥]|rmb|cny)? ?(?:-|负|minus)").expect("a fixed pattern"));
static FOREIGN: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        "[$€£₩₽]|美元|美金|欧元|英镑|日元|日圆|港币|港元|台币|韩元|卢布|\\b(?:usd|eur|gbp|jpy|hkd|twd|krw|dollars?|euros?|pounds?)\\b",
    )
    .expect("a fixed pattern")
});
static BEFORE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("^(?:(?:金额|合计|共计|总共|一共|共|大约|大概|约|about|around|approx\\.?|ca\\.?|是|为|人民币|rmb|cny|cn¥|¥|￥|:) ?)*")
        .expect("a fixed pattern")
});
static AFTER: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(" ?(?:左右|上下)?(?:人民币|rmb|cny|yuan|kuai)?(?:左右|上下)?$").expect("a fixed pattern"));
/// Blanks between digits: only as separators of thousands.
static BLANK_GROUPS: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"^[0-9]{1,3}(?: [0-9]{3})+(?:[^0-9 ].*)?$").expect("a fixed pattern"));
static DIGIT_GAP: LazyLock<Regex> = LazyLock::new(|| Regex::new("[0-9] +[0-9]").expect("a fixed pattern"));
static NUMBER: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^([0-9]{1,4}(?:,[0-9]{4})+|[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.([0-9]{1,12}))?").expect("a fixed pattern")
});
static ENGLISH_UNIT: LazyLock<Regex> =
    LazyLock::new(|| Regex::new("^(?:(thousand|k)|(million|mio|mn|m)|(billion|bn|b)|(wan|w))").expect("a fixed pattern"));

/// Reads an amount in CNY; the answer is in fen.
///
/// # Errors
/// [`Refusal::Negative`], [`Refusal::TooLarge`] above [`MAX_FEN`], [`Refusal::Currency`] for a foreign one, and
/// [`Refusal::Format`], also for parts of a fen.
pub fn parse_money(input: &str) -> Result<i64, Refusal> {
    let plain = simplified(&typed(input, LIMIT)?.to_lowercase());
    if FOREIGN.is_match(&plain) {
        return Err(Refusal::Currency);
    }
    let core = AFTER.replace(&plain[BEFORE.find(&plain).map_or(0, |before| before.end())..], "").into_owned();
    if NEGATIVE.is_match(&plain) || NEGATIVE.is_match(&core) {
        return Err(Refusal::Negative);
    }
    if DIGIT_GAP.is_match(&core) && !BLANK_GROUPS.is_match(&core) {
        return Err(Refusal::Format);
    }
    let amount = Amount::read(&core.replace(' ', ""))?;
    let parts_of_fen = SCALE / 100;
    if amount % parts_of_fen != 0 {
        return Err(Refusal::Format);
    }
    match i64::try_from(amount / parts_of_fen) {
        Ok(fen) if fen <= MAX_FEN => Ok(fen),
        _ => Err(Refusal::TooLarge),
    }
}

/// The amount in yuan with two decimals, `500000.00`: the canonical form.
pub fn plain_yuan(fen: i64) -> String {
    let sign = if fen < 0 { "-" } else { "" };
    let fen = fen.unsigned_abs();
    format!("{sign}{}.{:02}", fen / 100, fen % 100)
}

/// The amount for people: `500,000`, and with fen `500,000.50`.
pub fn grouped_yuan(fen: i64) -> String {
    let plain = plain_yuan(fen);
    let (sign, digits) = plain.strip_prefix('-').map_or(("", plain.as_str()), |digits| ("-", digits));
    let (whole, decimals) = digits.split_once('.').unwrap_or((digits, "00"));
    let mut grouped = String::new();
    for (index, sign) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index) % 3 == 0 {
            grouped.push(',');
        }
        grouped.push(sign);
    }
    if decimals == "00" { format!("{sign}{grouped}") } else { format!("{sign}{grouped}.{decimals}") }
}

/// A number being read from left to right, in parts of a yuan ([`SCALE`]).
#[derive(Default)]
struct Amount {
    /// What 亿, 万 and the words after a number have closed.
    closed: i128,
    /// Below the next 万: the 2000 and the 300 of 2千3百.
    section: i128,
    /// A number that still waits for its unit.
    pending: Option<i128>,
    /// The pending number is one digit and no zero before it: 三万五 means 35000.
    pending_is_short: bool,
    last_unit: Option<i128>,
    /// The smallest of 亿 and 万 met so far: they only fall.
    last_big: Option<i128>,
}

impl Amount {
    fn read(text: &str) -> Result<i128, Refusal> {
        let mut amount = Amount::default();
        let mut rest = text;
        while let Some(sign) = rest.chars().next() {
            if let Some(groups) = NUMBER.captures(rest) {
                amount.number(ascii_number(&groups)?, groups[0].len() == 1)?;
                rest = &rest[groups[0].len()..];
            } else if digit(sign).is_some() {
                let run: String = rest.chars().take_while(|sign| digit(*sign).is_some()).collect();
                amount.number(chinese_number(&run)?, run.chars().count() == 1)?;
                rest = &rest[run.len()..];
            } else if let Some(unit) = small_unit(sign) {
                amount.small(i128::from(unit))?;
                rest = &rest[sign.len_utf8()..];
            } else if let Some(groups) = ENGLISH_UNIT.captures(rest) {
                let unit = [1_000, 1_000_000, 1_000_000_000, WAN];
                let which = (1..=4).find(|index| groups.get(*index).is_some()).unwrap_or(1);
                amount.english(unit[which - 1])?;
                rest = &rest[groups[0].len()..];
            } else if matches!(sign, '万' | '亿') {
                amount.big(if sign == '万' { WAN } else { YI })?;
                rest = &rest[sign.len_utf8()..];
            } else if matches!(sign, '元' | '块' | '圆') {
                let whole = amount.total()?;
                return add(whole, small_change(&rest[sign.len_utf8()..])?);
            } else {
                return Err(Refusal::Format);
            }
        }
        amount.total()
    }

    fn number(&mut self, value: i128, short: bool) -> Result<(), Refusal> {
        if self.pending.is_some() {
            return Err(Refusal::Format);
        }
        self.pending = Some(value);
        self.pending_is_short = short && value != 0;
        Ok(())
    }

    fn small(&mut self, unit: i128) -> Result<(), Refusal> {
        let count = match self.pending.take() {
            Some(count) => count,
            None if unit == 10 => SCALE,
            None => return Err(Refusal::Format),
        };
        if self.section != 0 && self.last_unit.is_some_and(|last| unit >= last) {
            return Err(Refusal::Format);
        }
        self.section = add(self.section, times(count, unit)?)?;
        self.last_unit = Some(unit);
        Ok(())
    }

    fn big(&mut self, unit: i128) -> Result<(), Refusal> {
        // 一万亿: the 万 before belongs to the 亿.
        let falls = self.last_big.is_none_or(|last| unit < last || (last == WAN && unit == YI && self.closed < YI * SCALE));
        let waiting = add(self.section, self.pending.take().unwrap_or(0))?;
        let count = if unit == YI { add(self.closed, waiting)? } else { waiting };
        if !falls || count == 0 {
            return Err(Refusal::Format);
        }
        self.closed = if unit == YI { times(count, unit)? } else { add(self.closed, times(count, unit)?)? };
        self.section = 0;
        self.last_unit = Some(unit);
        self.last_big = Some(unit);
        Ok(())
    }

    fn english(&mut self, unit: i128) -> Result<(), Refusal> {
        let count = self.pending.take().ok_or(Refusal::Format)?;
        if self.last_unit.is_some_and(|last| unit >= last) {
            return Err(Refusal::Format);
        }
        self.closed = add(self.closed, times(count, unit)?)?;
        self.last_unit = Some(unit);
        Ok(())
    }

    fn total(&mut self) -> Result<i128, Refusal> {
        let nothing = self.pending.is_none() && self.last_unit.is_none();
        if nothing {
            return Err(Refusal::Format);
        }
        let pending = self.pending.take().unwrap_or(0);
        let last = match self.last_unit {
            Some(unit) if self.pending_is_short => times(pending, unit / 10)?,
            _ => pending,
        };
        add(add(self.closed, self.section)?, last)
    }
}

/// What follows the 元: 5角2分, 整, or a bare digit (3块5).
fn small_change(text: &str) -> Result<i128, Refusal> {
    let text = text.trim_start_matches(['钱', '整', '正']);
    let mut signs = text.trim_end_matches(['钱', '整', '正']).chars().peekable();
    let (mut jiao, mut fen) = (0, 0);
    while let Some(sign) = signs.next() {
        if sign == '零' {
            continue;
        }
        let value = i128::from(digit(sign).ok_or(Refusal::Format)?);
        match signs.next() {
            Some('角' | '毛') if jiao == 0 && fen == 0 => jiao = value,
            Some('分') if fen == 0 => fen = value,
            None if jiao == 0 && fen == 0 => jiao = value,
            _ => return Err(Refusal::Format),
        }
    }
    Ok((jiao * 10 + fen) * (SCALE / 100))
}

fn ascii_number(groups: &regex::Captures<'_>) -> Result<i128, Refusal> {
    let whole = groups[1].replace(',', "");
    if whole.len() > 18 {
        return Err(Refusal::TooLarge);
    }
    let decimals = groups.get(2).map_or("", |decimals| decimals.as_str());
    let digits = format!("{whole}{decimals:0<12}");
    digits.parse().map_err(|_| Refusal::Format)
}

fn chinese_number(run: &str) -> Result<i128, Refusal> {
    let mut value = 0;
    for sign in run.chars() {
        value = add(times(value, 10)?, i128::from(digit(sign).ok_or(Refusal::Format)?))?;
    }
    times(value, SCALE)
}

fn add(one: i128, other: i128) -> Result<i128, Refusal> {
    one.checked_add(other).ok_or(Refusal::TooLarge)
}

fn times(one: i128, other: i128) -> Result<i128, Refusal> {
    one.checked_mul(other).ok_or(Refusal::TooLarge)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn amounts_are_read_as_people_write_them() {
        for (typed, yuan) in [
            ("50万", "500000.00"),
            ("５０万元", "500000.00"),
            ("3.5亿元", "350000000.00"),
            ("¥1,200.50", "1200.50"),
            ("￥ 1200.5", "1200.50"),
            ("RMB 2 million", "2000000.00"),
            ("1200 RMB", "1200.00"),
            ("about 20k yuan", "20000.00"),
            ("人民币三万五千元整", "35000.00"),
            ("叁万伍仟圆整", "35000.00"),
            ("三万五", "35000.00"),
            ("三万零五", "30005.00"),
            ("3万5千", "35000.00"),
            ("3万5000", "35000.00"),
            ("1亿2000万", "120000000.00"),
            ("一万亿", "1000000000000.00"),
            ("两百万左右", "2000000.00"),
            ("十五元", "15.00"),
            ("一百二十万", "1200000.00"),
            ("三百零五", "305.00"),
            ("5元5角2分", "5.52"),
            ("3块5", "3.50"),
            ("1.23456万", "12345.60"),
            ("0", "0.00"),
            ("零元", "0.00"),
            ("1 000 000", "1000000.00"),
            ("50 万元", "500000.00"),
            ("50w", "500000.00"),
            ("約50萬", "500000.00"),
            ("1,2345,6789", "123456789.00"),
            ("二〇〇元", "200.00"),
        ] {
            let fen = parse_money(typed).unwrap_or_else(|refusal| panic!("{typed}: {refusal:?}"));
            assert_eq!(plain_yuan(fen), yuan, "{typed}");
        }
    }

    #[test]
    fn what_is_no_clear_amount_is_refused() {
        for (typed, refusal) in [
            ("10-20万", Refusal::Format),
            ("10 20万", Refusal::Format),
            ("12.345", Refusal::Format),
            ("12,34", Refusal::Format),
            ("1.234,56", Refusal::Format),
            ("万", Refusal::Format),
            ("很多钱", Refusal::Format),
            ("五万六万", Refusal::Format),
            ("-5", Refusal::Negative),
            ("¥-5", Refusal::Negative),
            ("负五元", Refusal::Negative),
            ("$500", Refusal::Currency),
            ("500美元", Refusal::Currency),
            ("EUR 500", Refusal::Currency),
            ("1000000000000.01", Refusal::TooLarge),
            ("9999999999999999999999999", Refusal::TooLarge),
            ("999999999999999999亿", Refusal::TooLarge),
            ("", Refusal::Empty),
        ] {
            assert_eq!(parse_money(typed), Err(refusal), "{typed}");
        }
    }

    #[test]
    fn figures_are_grouped_for_people() {
        assert_eq!(grouped_yuan(50_000_000), "500,000");
        assert_eq!(grouped_yuan(12_345), "123.45");
        assert_eq!(grouped_yuan(-100_000), "-1,000");
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_back(fen in 0..=MAX_FEN) {
            prop_assert_eq!(parse_money(&plain_yuan(fen)), Ok(fen));
            prop_assert_eq!(parse_money(&grouped_yuan(fen)), Ok(fen));
        }
    }
}
