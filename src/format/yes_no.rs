//! Yes and no, as people say them in Chinese and English, and "I don't know".
//!
//! Numbered choices ("1", "2") are the channel's business, not read here.

use super::Refusal;
use super::text::fold;
use super::view::typed;

const LIMIT: usize = 60;

const YES: &[&str] = &[
    "是",
    "是的",
    "对",
    "对的",
    "有",
    "有的",
    "好",
    "好的",
    "可以",
    "行",
    "行的",
    "嗯",
    "嗯嗯",
    "恩",
    "要",
    "要的",
    "同意",
    "确认",
    "确定",
    "没错",
    "没问题",
    "没有问题",
    "不错",
    "正确",
    "需要",
    "愿意",
    "会",
    "能",
    "当然",
    "当然可以",
    "已经",
    "已经有",
    "有过",
    "想",
    "继续",
    "知道",
    "是有",
    "我同意",
    "我确认",
    "我愿意",
    "我有",
    "我要",
    "我是",
    "yes",
    "y",
    "yeah",
    "yep",
    "yup",
    "yessir",
    "ya",
    "sure",
    "ok",
    "okay",
    "k",
    "true",
    "correct",
    "right",
    "thatsright",
    "thatscorrect",
    "iagree",
    "agree",
    "agreed",
    "ido",
    "iam",
    "ihave",
    "itis",
    "itdoes",
    "wedo",
    "wehave",
    "confirm",
    "confirmed",
    "ofcourse",
    "certainly",
    "definitely",
    "absolutely",
    "affirmative",
    "yesplease",
    "yesido",
    "yesiam",
    "yesihave",
    "yesitis",
    "please",
    "continue",
];
const NO: &[&str] = &[
    "否",
    "不",
    "不是",
    "没有",
    "没",
    "无",
    "不对",
    "不要",
    "不用",
    "不需要",
    "不可以",
    "不行",
    "不同意",
    "不愿意",
    "不会",
    "不能",
    "不想",
    "不好",
    "还没",
    "还没有",
    "尚未",
    "未",
    "未曾",
    "从未",
    "从来没有",
    "没有过",
    "并没有",
    "不存在",
    "不正确",
    "错",
    "错误",
    "错了",
    "暂无",
    "暂时没有",
    "我不",
    "我没有",
    "我不同意",
    "我不是",
    "我不要",
    "我不需要",
    "算了",
    "不了",
    "不必",
    "没要",
    "no",
    "n",
    "nope",
    "nah",
    "non",
    "not",
    "false",
    "wrong",
    "incorrect",
    "never",
    "notyet",
    "notreally",
    "idont",
    "idonot",
    "iamnot",
    "imnot",
    "ihavent",
    "ihavenot",
    "itisnt",
    "itisnot",
    "itsnot",
    "wedont",
    "wedonot",
    "disagree",
    "idisagree",
    "idontagree",
    "idonotagree",
    "nothanks",
    "nothankyou",
    "noidont",
    "noitisnt",
    "noneed",
    "none",
    "negative",
    "nothing",
    "refuse",
];
const UNKNOWN: &[&str] = &[
    "不知道",
    "我不知道",
    "不清楚",
    "我不清楚",
    "不确定",
    "我不确定",
    "不太清楚",
    "不太确定",
    "不晓得",
    "不记得",
    "不记得了",
    "我不记得",
    "记不清",
    "记不清了",
    "忘了",
    "忘记了",
    "我忘了",
    "说不准",
    "不明",
    "不详",
    "未知",
    "暂不清楚",
    "暂不知道",
    "不好说",
    "不懂",
    "可能",
    "也许",
    "大概",
    "idontknow",
    "idonotknow",
    "dontknow",
    "donotknow",
    "dunno",
    "idunno",
    "idk",
    "notsure",
    "imnotsure",
    "iamnotsure",
    "unsure",
    "unknown",
    "noidea",
    "ihavenoidea",
    "idontremember",
    "idonotremember",
    "dontremember",
    "cantremember",
    "icantremember",
    "forgot",
    "iforgot",
    "notknown",
    "noclue",
    "maybe",
    "perhaps",
    "possibly",
];
const YES_SIGNS: &[char] = &['👍', '✓', '✔', '✅', '👌', '☑', '🆗', '⭕'];
const NO_SIGNS: &[char] = &['👎', '✗', '✘', '❌', '✖', '🚫', '🙅'];
/// Sounds behind a word that change nothing.
const PARTICLES: &[char] = &['啊', '呀', '哦', '噢', '吧', '的', '了', '呢', '哈', '嘛', '喔', '哟', '啦', '滴'];

/// Reads yes (true) or no (false).
///
/// # Errors
/// [`Refusal::Format`] when it says neither, both, or that the person does not know (see [`says_unknown`]).
pub fn parse_yes_no(input: &str) -> Result<bool, Refusal> {
    if input.chars().count() <= LIMIT {
        match (input.contains(YES_SIGNS), input.contains(NO_SIGNS), fold(input).is_empty()) {
            (true, false, true) => return Ok(true),
            (false, true, true) => return Ok(false),
            _ => {}
        }
    }
    let plain = typed(input, LIMIT)?;
    if let Some(answer) = word(&fold(&plain)) {
        return Ok(answer);
    }
    // "是的，有": every part must say the same.
    let parts = plain.split(|sign: char| !sign.is_alphanumeric() && sign != '\'' && sign != '’' && sign != ' ');
    let mut answers = parts.map(fold).filter(|part| !part.is_empty()).map(|part| word(&part));
    let first = answers.next().flatten().ok_or(Refusal::Format)?;
    if answers.all(|answer| answer == Some(first)) { Ok(first) } else { Err(Refusal::Format) }
}

/// True when somebody says that they do not know.
pub fn says_unknown(input: &str) -> bool {
    if matches!(input.trim(), "?" | "？" | "??" | "？？" | "🤷") {
        return true;
    }
    typed(input, LIMIT).is_ok_and(|plain| {
        let folded = fold(&plain);
        [folded.as_str(), folded.trim_end_matches(PARTICLES)].iter().any(|word| UNKNOWN.contains(word))
    })
}

fn word(folded: &str) -> Option<bool> {
    [folded, folded.trim_end_matches(PARTICLES)].into_iter().find_map(|word| {
        if YES.contains(&word) {
            Some(true)
        } else if NO.contains(&word) {
            Some(false)
        } else {
            None
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn yes_has_many_words() {
        for typed in [
            "是",
            "是的。",
            "對",
            "有的",
            "好啊",
            "可以的",
            "嗯",
            "是的，有",
            "没错！",
            "Yes",
            "y",
            "OK",
            "ＹＥＳ",
            "👍",
            "👍🏽",
            "yes, I do",
            "That's right",
            "没有问题",
        ] {
            assert_eq!(parse_yes_no(typed), Ok(true), "{typed}");
        }
    }

    #[test]
    fn no_has_many_words() {
        for typed in [
            "否",
            "不是",
            "没有",
            "沒有",
            "还没有呢",
            "不用了",
            "不同意",
            "No",
            "n",
            "nope.",
            "no, thanks",
            "I don't",
            "I don’t",
            "👎",
            "不，没有",
            "无",
        ] {
            assert_eq!(parse_yes_no(typed), Ok(false), "{typed}");
        }
    }

    #[test]
    fn neither_and_both_are_refused() {
        for typed in ["不知道", "是不是", "yes and no", "是，不是", "1", "专利", "I don't know", "👍👎", "maybe"] {
            assert!(parse_yes_no(typed).is_err(), "{typed}");
        }
        assert_eq!(parse_yes_no(" "), Err(Refusal::Empty));
    }

    #[test]
    fn not_knowing_is_heard() {
        for typed in ["不知道", "我不知道啊", "不清楚。", "I don't know", "idk", "Not sure", "？", "忘記了"] {
            assert!(says_unknown(typed), "{typed}");
        }
        for typed in ["不", "是", "专利", "", "no"] {
            assert!(!says_unknown(typed), "{typed}");
        }
    }

    #[test]
    fn no_word_has_two_meanings() {
        for word in YES {
            assert!(!NO.contains(word) && !UNKNOWN.contains(word), "{word}");
        }
        for word in NO {
            assert!(!UNKNOWN.contains(word), "{word}");
        }
        for word in YES.iter().chain(NO).chain(UNKNOWN) {
            assert_eq!(fold(word), **word, "not in folded form");
        }
    }
}
