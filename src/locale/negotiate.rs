//! Which language a person is spoken to in, from what their client says.

use super::say::{Spoken, Texts};
use super::text::Language;
use fluent_langneg::{NegotiationStrategy, negotiate_languages};
use unic_langid::LanguageIdentifier;

/// Languages of people who read Chinese.
const SINITIC: [&str; 11] = ["zh", "yue", "cmn", "wuu", "hak", "nan", "gan", "hsn", "lzh", "cdo", "mnp"];

impl Texts {
    /// The language for what a client said (`zh-hans`, `pt-BR`, `zh_TW`): the nearest one there is, any Chinese for a
    /// reader of Chinese, else English.
    pub fn negotiate(&self, client: Option<&str>) -> Language {
        let wanted = client.and_then(read);
        let near = wanted.as_ref().and_then(|wanted| nearest(self.spoken(), wanted));
        near.cloned()
            .or_else(|| self.languages().find(|language| **language == Language::english()).cloned())
            .or_else(|| self.languages().next().cloned())
            .unwrap_or_else(Language::english)
    }
}

fn nearest<'a>(spoken: &'a [Spoken], wanted: &LanguageIdentifier) -> Option<&'a Language> {
    let there: Vec<&LanguageIdentifier> = spoken.iter().map(|one| &one.id).collect();
    let found = negotiate_languages(&[wanted], &there, None, NegotiationStrategy::Lookup);
    let by_name = found.first().and_then(|id| spoken.iter().find(|one| one.id == ***id));
    let chinese =
        || SINITIC.contains(&wanted.language.as_str()).then(|| spoken.iter().find(|one| one.id.language.as_str() == "zh")).flatten();
    by_name.or_else(chinese).map(|one| &one.language)
}

/// Clients send tags with parts that no standard knows (`zh-hant-beta`): read as much from the front as makes sense.
fn read(tag: &str) -> Option<LanguageIdentifier> {
    let tag: String = tag.trim().chars().take(40).map(|sign| if sign == '_' { '-' } else { sign }).collect();
    let parts: Vec<&str> = tag.split('-').collect();
    (1..=parts.len()).rev().find_map(|n| parts[..n].join("-").parse().ok()).filter(|id: &LanguageIdentifier| !id.language.is_empty())
}

#[cfg(test)]
mod tests {
    use super::super::say::tests::{files, texts};
    use super::super::{Language, TextFile, Texts};

    #[test]
    fn chinese_of_any_kind_is_chinese_and_everything_else_english() {
        let texts = texts("", "");
        for tag in ["zh", "zh-hans", "zh-Hant", "zh_TW", "zh-HK", "ZH-CN", "yue", "zh-hant-beta", "zh-classical", "zh-SG", "cmn", "wuu"] {
            assert_eq!(texts.negotiate(Some(tag)), Language::chinese(), "{tag}");
        }
        for tag in ["en", "en-GB", "pt-br", "ja", "", "?", "x", "🇨🇳", "zhong", "tlh", "-", "und", "de-DE-1996-x-y"] {
            assert_eq!(texts.negotiate(Some(tag)), Language::english(), "{tag}");
        }
        assert_eq!(texts.negotiate(None), Language::english());
    }

    #[test]
    fn a_language_added_as_a_folder_is_found() {
        let mut files = files("", "");
        for tag in ["ja", "zh-Hant"] {
            files.push(TextFile { language: Language(tag.into()), name: "common.ftl".into(), text: String::new() });
        }
        let texts = Texts::load(&files).expect("no complaints");
        for (tag, expected) in [
            ("ja-JP", "ja"),
            ("zh-HK", "zh-Hant"),
            ("zh-TW", "zh-Hant"),
            ("zh-CN", "zh-Hans"),
            ("zh", "zh-Hans"),
            ("ko", "en"),
            ("yue", "zh-Hans"),
        ] {
            assert_eq!(texts.negotiate(Some(tag)).0, expected, "{tag}");
        }
    }
}
