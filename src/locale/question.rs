//! What the dialog machine asks of the texts: whether one exists, what it uses, whether typed words are a label.

use super::say::Texts;
use super::{OptionMatch, Text};
use crate::format::fold;
use crate::message::plain;

impl Texts {
    /// Some language has this text or attribute (`id.attribute`).
    pub fn exists(&self, id: &str) -> bool {
        self.spoken().iter().any(|spoken| spoken.pattern(id).is_some())
    }

    /// Whether typed words are this text in some language; width, case, spaces and signs aside.
    pub fn is_said(&self, text: &Text, typed: &str) -> bool {
        let typed = fold(typed);
        !typed.is_empty() && self.languages().any(|language| fold(&plain(&self.say(language, text))) == typed)
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
        let texts = texts("go = <b>提交</b>", "go = Send it");
        for typed in ["提交", "send IT!", "ＳＥＮＤ ＩＴ"] {
            assert!(texts.is_said(&Text::new("go"), typed), "{typed}");
        }
        assert!(!texts.is_said(&Text::new("go"), "send") && !texts.is_said(&Text::new("go"), ""));
    }
}
