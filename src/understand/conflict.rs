//! Phrases that pull two ways: the same question under two services, so that neither is learnt.
//!
//! The same is what stays the same once folded, without the words that every question has, in any order. It must not go
//! further: phrases that are merely alike are what services near each other have in common.

use super::Phrase;
use super::features::FILLERS;
use super::word::stem;
use crate::place::fold::{Parts, fold};
use std::collections::BTreeMap;

/// Words that say nothing about what is asked; longer ones first.
const FILLERS_ZH: [&str; 31] = [
    "我想问一下",
    "我想问",
    "请问一下",
    "想问一下",
    "问一下",
    "麻烦问下",
    "请问",
    "想问",
    "你好",
    "您好",
    "谢谢",
    "麻烦",
    "一下子",
    "一下",
    "我想要",
    "我想",
    "我要",
    "怎么办",
    "的话",
    "的",
    "了",
    "吗",
    "呢",
    "吧",
    "啊",
    "呀",
    "哦",
    "嘛",
    "请",
    "那个",
    "这个",
];
/// The same in English, besides what no feature tells.
const POLITE: [&str; 13] = ["can", "could", "would", "like", "want", "do", "you", "me", "my", "i", "we", "our", "thank"];

/// Pairs of phrases that lead to two services at once, each with the first of its kind.
pub fn conflicts(phrases: &[Phrase], service: impl Fn(&str) -> String) -> Vec<(&Phrase, &Phrase)> {
    let mut first: BTreeMap<Vec<String>, &Phrase> = BTreeMap::new();
    let mut pairs = Vec::new();
    for phrase in phrases {
        let known = first.entry(core(&phrase.text)).or_insert(phrase);
        if service(&known.id) != service(&phrase.id) {
            pairs.push((*known, phrase));
        }
    }
    pairs
}

/// What a phrase is made of, whatever the order: characters of Chinese, stems of other words.
fn core(text: &str) -> Vec<String> {
    let folded = fold(text);
    let whole = || vec![folded.split(' ').collect::<String>()];
    let plain = FILLERS_ZH.iter().fold(folded.clone(), |plain, filler| plain.replace(filler, " "));
    let parts = Parts::of(&plain);
    let signs = parts.han.iter().flatten().map(char::to_string);
    let words = parts.words.iter().filter(|word| !FILLERS.contains(&word.as_str()) && !POLITE.contains(&word.as_str()));
    let mut core: Vec<String> = signs.chain(words.map(|word| stem(word))).collect();
    core.sort_unstable();
    // Nothing but such words: only the very same text is the same.
    if core.len() < 2 { whole() } else { core }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pulled(one: &str, other: &str) -> bool {
        let phrase = |id: &str, text: &str| Phrase { id: id.to_owned(), text: text.to_owned() };
        !conflicts(&[phrase("a", one), phrase("b", other)], str::to_owned).is_empty()
    }

    #[test]
    fn phrases_that_differ_in_order_form_or_empty_words_pull_two_ways() {
        for (one, other) in [
            ("查 专利", "查專利！"),
            ("请问专利怎么查", "怎么查专利呢？"),
            ("Can you check a patent for me?", "check the patents, please"),
            ("where is my case", "my case, where is it"),
        ] {
            assert!(pulled(one, other), "{one} / {other}");
        }
    }

    #[test]
    fn phrases_that_say_something_else_do_not() {
        for (one, other) in [
            ("查专利", "查商标"),
            ("专利转让", "专利许可"),
            ("check an agency", "complain about an agency"),
            ("can I", "would you"),
            ("not my patent", "my patent"),
        ] {
            assert!(!pulled(one, other), "{one} / {other}");
        }
    }
}
