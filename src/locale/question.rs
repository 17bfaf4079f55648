//! What the dialog machine asks of the texts: whether one exists, what it uses, whether typed words are a label.

use super::say::Texts;
use super::{OptionMatch, Text};
use crate::format::fold;
use crate::message::plain;
use std::sync::{Arc, PoisonError};

impl Texts {
    /// Some language has this text or attribute (`id.attribute`).
    pub fn exists(&self, id: &str) -> bool {
        self.spoken().iter().any(|spoken| spoken.pattern(id).is_some())
    }

    /// Whether typed words are this text in some language; width, case, spaces and signs aside. The typed words come folded
    /// ([`fold`]), because many labels are compared with them.
    pub fn is_said(&self, text: &Text, typed: &str) -> bool {
        !typed.is_empty() && self.folded(text).iter().any(|label| label == typed)
    }

    /// A text in every language, folded. Labels without arguments are the same each time, so they are kept.
    fn folded(&self, text: &Text) -> Arc<[String]> {
        let fold_all = || self.languages().map(|language| fold(&plain(&self.say(language, text)))).collect();
        if !text.args.is_empty() {
            return fold_all();
        }
        let known = self.labels().read().unwrap_or_else(PoisonError::into_inner).get(&text.ids).cloned();
        known.unwrap_or_else(|| {
            let labels: Arc<[String]> = fold_all();
            self.labels().write().unwrap_or_else(PoisonError::into_inner).insert(text.ids.clone(), Arc::clone(&labels));
            labels
        })
    }

    /// Positions of the options that typed words may mean.
    pub fn options_meant(&self, ids: &[String], options: &[String], typed: &str) -> Vec<usize> {
        let at = |name: &String| options.iter().position(|option| option == name);
        match self.option_by_words(ids, options, typed) {
            OptionMatch::One(name) => at(&name).into_iter().collect(),
            OptionMatch::Several(names) => names.iter().filter_map(at).collect(),
            OptionMatch::None => Vec::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::say::tests::texts;
    use super::*;

    #[test]
    fn a_button_typed_in_any_language_is_that_button() {
        let texts = texts("go = <b>提交</b>\nnth = { $n }", "go = Send it");
        for typed in ["提交", "send IT!", "ＳＥＮＤ ＩＴ"] {
            assert!(texts.is_said(&Text::new("go"), &fold(typed)), "{typed}");
            assert!(texts.is_said(&Text::new("nth").with("n", "提交"), &fold(typed)) == (typed == "提交"), "{typed}");
        }
        assert!(!texts.is_said(&Text::new("go"), "send") && !texts.is_said(&Text::new("go"), ""));
        assert!(texts.is_said(&Text::new("nth").with("n", "2"), "2") && !texts.is_said(&Text::new("nth").with("n", "3"), "2"));
    }
}
