//! What people type instead of pressing: the label of a choice, another word for it, its first signs, its number; or a
//! word that works anywhere. Every language is understood whatever language is spoken.
//!
//! ## Why
//! All labels are folded once when the texts are read, so that a turn compares short strings and nothing else.

use super::entry::Entry;
use super::say::{Spoken, Texts, path};
use super::word::Word;
use crate::complaint::{Complaint, Kind};
use crate::format::fold;
use std::collections::HashMap;
use unicode_normalization::UnicodeNormalization;

/// A position is short; longer texts are not looked at.
const MAX_POSITION: usize = 12;

/// What typed words say about a list of choices.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OptionMatch {
    /// This one is meant.
    One(String),
    /// It may be any of these, in the order of the list.
    Several(Vec<String>),
    /// None of them.
    None,
}

/// Labels, synonyms and lists of words, folded.
#[derive(Debug, Default)]
pub(super) struct Choices {
    /// Message id, name of the option, what it is called.
    options: HashMap<String, HashMap<String, Names>>,
    words: HashMap<String, Word>,
    numbers: HashMap<String, usize>,
}

#[derive(Debug, Default)]
struct Names {
    /// Labels in every language.
    labels: Vec<String>,
    /// Synonyms as written.
    also: Vec<String>,
    /// Synonyms, folded.
    folded: Vec<String>,
}

impl Texts {
    /// What people type instead of the label of an option, in all languages, as written in `.also-<option>`.
    pub fn also(&self, id: &str, option: &str) -> Vec<String> {
        self.choices().names(id, option).map(|names| names.also.clone()).unwrap_or_default()
    }

    /// Which of the `options` the typed words mean; `ids` are the messages that may label them, as in [`super::Text::ids`].
    /// A whole label or synonym counts more than a number, a number more than the first signs of a label.
    pub fn option_by_words(&self, ids: &[String], options: &[String], typed: &str) -> OptionMatch {
        let position = self.position(typed);
        let typed = fold(typed);
        if typed.is_empty() {
            return OptionMatch::None;
        }
        let named = |fits: &dyn Fn(&Names) -> bool| self.options_that(ids, options, fits);
        let exact = named(&|names| names.is(&typed));
        if exact != OptionMatch::None {
            return exact;
        }
        if let Some(option) = position.and_then(|n| options.get(n.checked_sub(1)?)) {
            return OptionMatch::One(option.clone());
        }
        if typed.chars().count() < 2 || typed.chars().all(|sign| sign.is_ascii_digit()) {
            return OptionMatch::None;
        }
        named(&|names| names.labels.iter().chain(&names.folded).any(|name| name.starts_with(&typed)))
    }

    /// Whether the typed words are exactly the label or a synonym of one of the `options`.
    pub fn is_option(&self, ids: &[String], options: &[String], typed: &str) -> bool {
        let typed = fold(typed);
        self.options_that(ids, options, &|names| names.is(&typed)) != OptionMatch::None
    }

    fn options_that(&self, ids: &[String], options: &[String], fits: &dyn Fn(&Names) -> bool) -> OptionMatch {
        let choices = self.choices();
        let found = options.iter().filter(|option| ids.iter().filter_map(|id| choices.names(id, option)).any(fits));
        OptionMatch::of(found.cloned().collect())
    }

    /// The position in a list that somebody typed, from 1: `2`, `2.`, `②`, or a spelling of `word-number-2`.
    pub fn position(&self, typed: &str) -> Option<usize> {
        // Not folded: `1 2` is two numbers and no twelve.
        let plain: String = typed.nfkc().take(MAX_POSITION).collect();
        let digits = plain.trim_matches(|sign: char| !sign.is_alphanumeric());
        if !digits.is_empty() && digits.len() <= 3 && digits.bytes().all(|b| b.is_ascii_digit()) {
            return digits.parse().ok().filter(|n| *n > 0);
        }
        self.choices().numbers.get(&fold(typed)).copied()
    }

    /// Some spelling of the word is understood.
    pub fn spelled(&self, word: Word) -> bool {
        self.choices().words.values().any(|one| *one == word)
    }

    /// The word that works anywhere which was typed; nothing but that word.
    pub fn word(&self, typed: &str) -> Option<Word> {
        self.choices().words.get(&fold(typed)).copied()
    }
}

impl Names {
    fn is(&self, typed: &String) -> bool {
        self.labels.contains(typed) || self.folded.contains(typed)
    }
}

impl OptionMatch {
    fn of(mut found: Vec<String>) -> Self {
        match found.len() {
            0 => OptionMatch::None,
            1 => OptionMatch::One(found.remove(0)),
            _ => OptionMatch::Several(found),
        }
    }
}

impl Choices {
    pub(super) fn read(spoken: &[Spoken], complaints: &mut Vec<Complaint>) -> Self {
        let mut choices = Self::default();
        for one in spoken {
            for (language, file, resource) in one.sources() {
                for entry in super::entry::entries(language, file, resource) {
                    choices.add(one, &entry, complaints);
                }
            }
        }
        choices
    }

    fn names(&self, id: &str, option: &str) -> Option<&Names> {
        self.options.get(id)?.get(option)
    }

    fn add(&mut self, spoken: &Spoken, entry: &Entry<'_>, complaints: &mut Vec<Complaint>) {
        match entry.attribute {
            None if entry.id.starts_with("word-") => self.add_words(&spoken.fixed(entry.pattern), entry, complaints),
            None => {}
            Some(attribute) => {
                if let Some(option) = attribute.strip_prefix("opt-") {
                    let label = fold(&crate::message::plain(&spoken.fixed(entry.pattern)));
                    self.option(entry.id, option).labels.push(label);
                } else if let Some(option) = attribute.strip_prefix("also-") {
                    let words = spoken.fixed(entry.pattern);
                    let names = self.option(entry.id, option);
                    for synonym in list(&words) {
                        names.folded.push(fold(synonym));
                        names.also.push(synonym.to_owned());
                    }
                }
            }
        }
    }

    fn option(&mut self, id: &str, option: &str) -> &mut Names {
        self.options.entry(id.to_owned()).or_default().entry(option.to_owned()).or_default()
    }

    fn add_words(&mut self, words: &str, entry: &Entry<'_>, complaints: &mut Vec<Complaint>) {
        let complain = |kind| Complaint::new(path(entry.language, entry.file), entry.place(), kind);
        let name = entry.id.strip_prefix("word-").unwrap_or_default();
        if let Some(n) = name.strip_prefix("number-").and_then(|n| n.parse().ok()) {
            self.numbers.extend(list(words).map(|word| (fold(word), n)));
            return;
        }
        let Some(word) = Word::named(name) else {
            complaints.push(complain(Kind::WordUnknown { id: entry.id.to_owned() }));
            return;
        };
        for typed in list(words) {
            match self.words.insert(fold(typed), word) {
                Some(first) if first != word => {
                    complaints.push(complain(Kind::WordTwice { words: typed.to_owned(), first: format!("word-{}", first.name()) }));
                }
                _ => {}
            }
        }
    }
}

/// The parts of `a | b | c`.
fn list(words: &str) -> impl Iterator<Item = &str> {
    words.split(['|', '｜']).map(str::trim).filter(|word| !word.is_empty())
}

#[cfg(test)]
mod tests {
    use super::super::say::tests::texts;
    use super::*;

    fn how() -> Texts {
        texts(
            "s-how = 怎么举报\n    .opt-named = 实名举报\n    .also-named = 实名 | 用真名\n    .opt-anonymous = 匿名举报\n    .also-anonymous = 匿名 | 不留名",
            "s-how = How?\n    .opt-named = Report with my name\n    .opt-anonymous = Report anonymously\n    .also-anonymous = without name | hidden",
        )
    }

    fn ask(texts: &Texts, typed: &str) -> OptionMatch {
        texts.option_by_words(&["x-how".into(), "s-how".into()], &["named".into(), "anonymous".into()], typed)
    }

    #[test]
    fn a_choice_is_understood_in_every_language_however_it_is_typed() {
        let texts = how();
        for typed in [
            "匿名举报",
            "匿名",
            "不留名",
            " Report Anonymously ",
            "HIDDEN",
            "2",
            "2.",
            "②",
            "２、",
            "(2)",
            "二",
            "第二个",
            "second",
            "report a",
            "匿名举",
            "without",
        ] {
            assert_eq!(ask(&texts, typed), OptionMatch::One("anonymous".into()), "{typed}");
        }
    }

    #[test]
    fn what_fits_several_or_none_decides_nothing() {
        let texts = how();
        assert_eq!(ask(&texts, "report"), OptionMatch::Several(vec!["named".into(), "anonymous".into()]));
        for typed in ["", " ", "3", "0", "1 2", "1,2", "r", "实", "别的", "22", "2026", "99999999999999999999", "<b>"] {
            assert_eq!(ask(&texts, typed), OptionMatch::None, "{typed}");
        }
    }

    #[test]
    fn a_label_counts_more_than_a_number() {
        let texts = texts("s-n = 几个\n    .opt-one = 2\n    .opt-two = 1", "");
        let found = texts.option_by_words(&["s-n".into()], &["one".into(), "two".into()], "1");
        assert_eq!(found, OptionMatch::One("two".into()));
    }

    #[test]
    fn only_the_whole_label_or_synonym_names_an_option() {
        let texts = texts("s-n = 有吗\n    .opt-none = 都没有\n    .also-none = 没有", "s-n = Any?\n    .opt-none = None of these");
        let is = |typed: &str| texts.is_option(&["s-n".into()], &["none".into()], typed);
        assert!(is("没有") && is(" none of THESE. "));
        assert!(!is("none") && !is("1") && !is(""));
        assert!(!texts.is_option(&["s-n".into()], &["other".into()], "没有"), "an option that is not offered");
    }

    #[test]
    fn synonyms_are_listed_as_written_from_all_languages() {
        assert_eq!(how().also("s-how", "anonymous"), ["匿名", "不留名", "without name", "hidden"]);
        assert!(how().also("s-how", "other").is_empty());
    }

    #[test]
    fn every_word_that_works_anywhere_can_be_typed() {
        let texts = texts("", "");
        for word in Word::ALL {
            assert!(texts.spelled(word), "{word:?} has no spelling");
            assert_eq!(texts.word(word.name()).unwrap_or(word), word);
        }
        for (typed, word) in [
            ("返回", Word::Back),
            (" Back! ", Word::Back),
            ("转人工", Word::Human),
            ("I don't know.", Word::Unknown),
            ("不知道。", Word::Unknown),
        ] {
            assert_eq!(texts.word(typed), Some(word), "{typed}");
        }
        assert_eq!(texts.word("go back to the shop where I bought it"), None);
        assert_eq!(texts.word(""), None);
    }

    #[test]
    fn lists_of_words_that_contradict_are_refused() {
        let files = super::super::say::tests::files("word-nonsense = x", "word-x = a");
        let kinds: Vec<Kind> = Texts::load(&files).expect_err("unknown lists").into_iter().map(|complaint| complaint.kind).collect();
        assert_eq!(kinds.len(), 2);
        assert!(kinds.iter().all(|kind| matches!(kind, Kind::WordUnknown { .. })));
    }
}
