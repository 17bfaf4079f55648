//! Whether words ask something, as far as their form shows it. It says nothing about what they ask.

use crate::place::fold::{fold, is_han};

/// A question that somebody has at a counter is short; what is longer tells something. In Chinese characters and in words.
const LONGEST: (usize, usize) = (30, 18);
/// What only a question has, in Chinese.
const ASKING: [&str; 29] = [
    "吗",
    "么",
    "呢",
    "多久",
    "多少",
    "多长时间",
    "几天",
    "几个",
    "几年",
    "几号",
    "怎么",
    "怎样",
    "咋",
    "如何",
    "哪里",
    "哪儿",
    "哪个",
    "哪些",
    "谁",
    "啥",
    "为什么",
    "为何",
    "能不能",
    "可不可以",
    "可以不",
    "是不是",
    "要不要",
    "会不会",
    "有没有",
];
/// What opens a question, in Chinese.
const OPENING: [&str; 6] = ["请问", "想问", "问一下", "问下", "我想知道", "想了解"];
/// How a question begins, in English; a greeting or "and" may stand before it.
const BEGINNINGS: [&str; 40] = [
    "what",
    "whats",
    "how",
    "hows",
    "when",
    "where",
    "wheres",
    "who",
    "whos",
    "whom",
    "whose",
    "which",
    "why",
    "can",
    "could",
    "do",
    "does",
    "did",
    "is",
    "are",
    "was",
    "were",
    "will",
    "would",
    "should",
    "shall",
    "may",
    "must",
    "have",
    "has",
    "any idea",
    "i want to know",
    "i would like to know",
    "id like to know",
    "i wonder",
    "do you know",
    "tell me",
    "can i",
    "am i",
    "isnt",
];
/// A greeting in front, in characters.
const GREETING: usize = 5;
const BEFORE: [&str; 10] = ["hi", "hello", "hey", "and", "but", "so", "also", "please", "sorry", "ok"];

/// Words that ask something: one short clause with the form of a question, perhaps after a greeting. A story that ends in a
/// question is none: it tells something.
pub fn is_question(text: &str) -> bool {
    let folded = fold(text);
    let signs = folded.chars().filter(|sign| is_han(*sign)).count();
    let words = folded.split(' ').filter(|word| !word.is_empty() && !word.contains(is_han)).count();
    if (signs == 0 && words < 2) || signs > LONGEST.0 || words > LONGEST.1 || clauses(text) > 1 {
        return false;
    }
    if text.trim_end().ends_with(['?', '？']) {
        return true;
    }
    if signs > 0 {
        let run: String = folded.split(' ').collect();
        return ASKING.iter().any(|asking| run.contains(asking)) || OPENING.iter().any(|opening| run.starts_with(opening));
    }
    let mut rest = folded.as_str();
    while let Some((_, after)) = rest.split_once(' ').filter(|(first, _)| BEFORE.contains(first)) {
        rest = after;
    }
    BEGINNINGS.iter().any(|beginning| rest.strip_prefix(beginning).is_some_and(|after| after.starts_with(' ')))
}

fn clauses(text: &str) -> usize {
    const ENDS: [char; 11] = ['，', ',', '。', '；', ';', '！', '!', '？', '?', '\n', '.'];
    let mut clauses = 0;
    let mut rest = text;
    while let Some(end) = rest.find(ENDS) {
        let (clause, after) = rest.split_at(end);
        let sign = after.chars().next();
        let after = after.get(sign.map_or(0, char::len_utf8)..).unwrap_or_default();
        // The point in a number or an abbreviation ends nothing.
        let ends = sign != Some('.') || after.is_empty() || after.starts_with(char::is_whitespace);
        let greets = clauses == 0 && clause.trim().chars().count() <= GREETING;
        clauses += usize::from(ends && !greets && clause.contains(char::is_alphanumeric));
        rest = after;
    }
    clauses + usize::from(rest.contains(char::is_alphanumeric))
}

/// Words enough to be more than a slip: a sentence, or a few words.
pub fn is_sentence(text: &str) -> bool {
    let folded = fold(text);
    let signs = folded.chars().filter(|sign| is_han(*sign)).count();
    let words = folded.split(' ').filter(|word| word.chars().any(char::is_alphabetic) && !word.contains(is_han)).count();
    signs >= 6 || words >= 4
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn questions_are_known_by_their_form() {
        for text in [
            "多久能有结果？",
            "多久能有结果",
            "要不要交钱",
            "how much does it cost?",
            "How long will this take",
            "hi, can I stay anonymous",
            "請問要帶什麼",
            "你好，多久能有结果？",
            "is no. 5 still open?",
        ] {
            assert!(is_question(text), "{text}");
        }
    }

    #[test]
    fn answers_that_tell_something_are_no_questions() {
        for text in [
            "灯具，型号L200",
            "They sell a copy of our lamp for 30 yuan.",
            "ZL 2013 1 0113186.8",
            "?",
            "Wuhan?! No, they are in Shenzhen and sell everywhere.",
            "我们村的茶叶是地理标志，外地有人冒用，想知道能找谁。",
            "The box says patented. Is it?",
            "他们在展会上摆了和我们一样的灯我们问他是不是侵权他说不是后来又在网上卖价格是我们的一半还说是自己设计的",
        ] {
            assert!(!is_question(text), "{text}");
        }
    }

    #[test]
    fn a_word_or_a_number_is_no_sentence() {
        for (text, sentence) in [("武昌", false), ("blah", false), ("12345", false), ("我想去银行贷款", true), ("i want a loan", true)]
        {
            assert_eq!(is_sentence(text), sentence, "{text}");
        }
    }
}
