//! Patent agencies: a search in the register, and one of them.

use super::{PAGE, With, yes_no};
use crate::agency::{Agency, Query, Status};
use crate::dialog::Event;
use crate::dialog::state::{Found, Thing};
use crate::id::StepId;
use crate::intake::Fold;
use crate::locale::{Text, Value};

impl Fold<'_> {
    pub(super) fn agencies(&self, step: &StepId, with: &With, page: u32) -> Event {
        let index = self.office.agencies.load();
        let words: Vec<String> = with.iter().filter(|(_, answer)| answer.is_given()).map(|(_, answer)| answer.words()).collect();
        let query =
            Query { text: words.first().cloned(), place: words.get(1).cloned(), status: None, page: page as usize + 1, page_size: PAGE };
        let found = index.search(&query);
        let near = found.items.is_empty() && !found.close.is_empty();
        let hits = if near { &found.close } else { &found.items };
        let things = hits.iter().map(|hit| thing(&hit.agency)).collect();
        let register = index.register();
        let facts = [
            ("count", found.total.to_string().into()),
            ("close", yes_no(near)),
            ("none", yes_no(hits.is_empty())),
            ("suspicious", yes_no(found.suspicious)),
            ("general", yes_no(found.too_general)),
            ("demo", yes_no(register.demo)),
            ("as-of", register.as_of.map_or_else(|| Text::new("agency-missing").into(), Value::Day)),
        ];
        let pages = if near { 1 } else { found.pages as u32 };
        Event::Found {
            found: Found { things, page: found.page.saturating_sub(1) as u32, pages },
            facts: facts.into_iter().map(|(name, value)| (format!("{step}.{name}"), value)).collect(),
            grant: None,
        }
    }

    pub(super) fn agency(&self, step: &StepId, with: &With) -> Event {
        let index = self.office.agencies.load();
        let register = index.register();
        let code = with.iter().map(|(_, answer)| answer.words()).find(|words| !words.is_empty()).unwrap_or_default();
        let missing = || Value::from(Text::new("agency-missing"));
        let or = |value: &Option<String>| value.clone().map_or_else(missing, Value::Words);
        let facts: Vec<(&str, Value)> = match register.by_code(&code) {
            None => vec![("code", code.clone().into()), ("found", "no".into())],
            Some(agency) => vec![
                ("found", "yes".into()),
                ("code", agency.code.clone().into()),
                ("name", agency.name.clone().into()),
                ("name-en", or(&agency.name_en)),
                ("status", status(&agency.status)),
                ("place", place(agency)),
                ("address", or(&agency.address)),
                ("phone", or(&agency.phone)),
                ("email", or(&agency.email)),
                ("website", or(&agency.website)),
                ("attorneys", agency.attorneys.map_or_else(missing, |n| Value::Number(i64::from(n)))),
                ("as-of", register.as_of.map_or_else(missing, Value::Day)),
                ("demo", yes_no(register.demo)),
            ],
        };
        Event::Found {
            found: Found::default(),
            facts: facts.into_iter().map(|(name, value)| (format!("{step}.{name}"), value)).collect(),
            grant: None,
        }
    }
}

fn thing(agency: &Agency) -> Thing {
    Thing {
        id: agency.code.clone(),
        says: vec![
            ("code".to_owned(), agency.code.clone().into()),
            ("name".to_owned(), agency.name.clone().into()),
            ("place".to_owned(), place(agency)),
        ],
    }
}

fn place(agency: &Agency) -> Value {
    let parts: Vec<&str> = [&agency.province, &agency.city, &agency.district].into_iter().flatten().map(String::as_str).collect();
    if parts.is_empty() { Text::new("agency-missing").into() } else { parts.join(" ").into() }
}

fn status(status: &Status) -> Value {
    let name = match status {
        Status::Normal => "normal",
        Status::Abnormal => "abnormal",
        Status::Revoked => "revoked",
        Status::Cancelled => "cancelled",
        Status::Unknown => "unknown",
        Status::Other(words) => return words.clone().into(),
    };
    Text::new(format!("agency-status-{name}")).into()
}
