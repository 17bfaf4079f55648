//! What the dialog machine asks of the texts: whether one exists, what it uses, whether typed words are a label.

use super::say::Texts;
use super::{OptionMatch, Text};
use crate::format::fold;
use crate::message::plain;
use std::collections::HashMap;

impl Texts {
    /// Some language has this text or attribute (`id.attribute`).
    pub fn exists(&self, id: &str) -> bool {
        self.spoken().iter().any(|spoken| spoken.pattern(id).is_some())
    }

    /// Variables that a text uses, over all languages.
    pub fn variables(&self, id: &str) -> &[String] {
        let known = self.variables.get_or_init(|| {
            let mut known: HashMap<String, Vec<String>> = HashMap::new();
            for entry in self.entries() {
                let names = entry.variables();
                if names.is_empty() {
                    continue;
                }
                let list = known.entry(entry.name()).or_default();
                for name in names {
                    if !list.iter().any(|other| other == name) {
                        list.push(name.to_owned());
                    }
                }
            }
            known
        });
        known.get(id).map_or(&[], Vec::as_slice)
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
