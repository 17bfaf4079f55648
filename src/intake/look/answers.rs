//! Answers to questions that are often asked.

use super::listings::{both, page, picked};
use super::{found, nothing, yes_no};
use crate::dialog::{Event, Look};
use crate::intake::Fold;
use crate::locale::{Text, Value};

impl Fold<'_> {
    /// The answers that fit the words, a page of them.
    pub(super) fn answers(&self, look: &Look) -> Event {
        let tables = self.office.tables.load();
        let Some(table) = &tables.answers else { return nothing(look) };
        let words: Vec<String> = look.with.iter().filter(|(_, answer)| answer.is_given()).map(|(_, answer)| answer.words()).collect();
        let entries = table.find(&words.join(" ")).into_iter().map(|one| (one.id.clone(), [("title", both(&one.question))])).collect();
        page(look, entries, &table.origin)
    }

    /// One answer.
    pub(super) fn answer(&self, look: &Look) -> Event {
        let tables = self.office.tables.load();
        let Some(one) = tables.answers.as_ref().and_then(|table| table.by_id(picked(&look.with))) else { return nothing(look) };
        let known = self.office.script.load().flows.get(&one.service.as_str().into()).is_some();
        let service: Value = if known { Text::new(one.service.as_str()).into() } else { Text::new("table-blank").into() };
        let source = if one.source.is_empty() { Text::new("table-own-words").into() } else { both(&one.source) };
        found(
            &look.step,
            [
                ("found", yes_no(true)),
                ("title", both(&one.question)),
                ("words", both(&one.words)),
                ("source", source),
                ("day", one.as_of.into()),
                ("service", service),
            ],
        )
    }
}
