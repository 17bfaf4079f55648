//! Chinese numerals: 三, 十一, 二〇二六, 两, 廿三, 壹佰.

/// The value of one numeral digit, plain or formal, or of an ASCII digit.
pub(super) fn digit(sign: char) -> Option<u8> {
    Some(match sign {
        '0'..='9' => sign as u8 - b'0',
        '零' | '〇' | '○' => 0,
        '一' | '壹' | '幺' => 1,
        '二' | '两' | '兩' | '贰' | '貳' => 2,
        '三' | '叁' | '參' => 3,
        '四' | '肆' => 4,
        '五' | '伍' => 5,
        '六' | '陆' | '陸' => 6,
        '七' | '柒' => 7,
        '八' | '捌' => 8,
        '九' | '玖' => 9,
        _ => return None,
    })
}

/// 10, 100 or 1000 for a numeral that multiplies the digit before it.
pub(super) fn small_unit(sign: char) -> Option<u32> {
    Some(match sign {
        '十' | '拾' => 10,
        '百' | '佰' => 100,
        '千' | '仟' => 1000,
        _ => return None,
    })
}

/// Writes every run of Chinese numerals in ASCII digits: 二〇二六年十一月三日 becomes 2026年11月3日. A run that is no
/// number stays as it is.
pub(super) fn in_digits(text: &str) -> String {
    let mut written = String::with_capacity(text.len());
    let mut run = String::new();
    for sign in text.chars() {
        if is_numeral(sign) {
            run.push(sign);
        } else {
            flush(&mut run, &mut written);
            written.push(sign);
        }
    }
    flush(&mut run, &mut written);
    written
}

fn is_numeral(sign: char) -> bool {
    !sign.is_ascii() && (digit(sign).is_some() || small_unit(sign).is_some() || matches!(sign, '廿' | '卅'))
}

fn flush(run: &mut String, written: &mut String) {
    let spelled_out = run.replace('廿', "二十").replace('卅', "三十");
    let value = positional(&spelled_out).or_else(|| multiplied(&spelled_out));
    written.push_str(value.as_deref().unwrap_or(run));
    run.clear();
}

/// 二〇二六: digit after digit.
fn positional(run: &str) -> Option<String> {
    run.chars().map(|sign| Some(char::from(b'0' + digit(sign)?))).collect()
}

/// 一百二十三, 十一, 三百零五. Units must fall.
fn multiplied(run: &str) -> Option<String> {
    let (mut total, mut last_unit, mut pending) = (0_u32, u32::MAX, None);
    for sign in run.chars() {
        if let Some(unit) = small_unit(sign) {
            let count = pending.take().or((unit == 10).then_some(1))?;
            if unit >= last_unit {
                return None;
            }
            total += count * unit;
            last_unit = unit;
        } else {
            let value = u32::from(digit(sign)?);
            if pending.is_some_and(|before| before != 0) {
                return None;
            }
            pending = Some(value);
        }
    }
    Some((total + pending.unwrap_or(0)).to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numerals_become_digits() {
        for (text, digits) in [
            ("二〇二六年十一月三日", "2026年11月3日"),
            ("二零二六年一月三十一号", "2026年1月31号"),
            ("廿三日", "23日"),
            ("两天前", "2天前"),
            ("一百二十三", "123"),
            ("三百零五", "305"),
            ("十", "10"),
            ("无", "无"),
            ("十十", "十十"),
        ] {
            assert_eq!(in_digits(text), digits);
        }
    }
}
