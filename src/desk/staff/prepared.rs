//! Prepared replies: texts of a service in every language, `<service>-reply-<name>`, with fields filled in. What cannot be
//! filled in does not go out.

use super::mode::Draft;
use crate::dialog::flow::Submit;
use crate::locale::{Text, Value};
use crate::office::Office;
use crate::ticket::Ticket;
use crate::ticket::act::state_texts;
use crate::ticket::due::next_limit;

/// A prepared reply after filling in what is known.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Filled {
    /// It can go out, in any language.
    Ready(Text),
    /// The clerk must choose the paper that it names.
    WantsPaper,
    /// The clerk must write the words that it leaves open.
    WantsReason,
    /// Fields that nobody can fill in now.
    Missing(Vec<Text>),
}

/// What stands on the button of a prepared reply.
pub(crate) fn label(ticket: &Ticket, name: &str) -> Text {
    Text::new(format!("{}.label", id(ticket, name))).or(id(ticket, name))
}

fn id(ticket: &Ticket, name: &str) -> String {
    format!("{}-reply-{name}", ticket.head.service)
}

/// Whether the text of a prepared reply has this field in any language.
pub(crate) fn uses(office: &Office, ticket: &Ticket, draft: &Draft, field: &str) -> bool {
    office.script.load().texts.variables(&id(ticket, &draft.name)).iter().any(|used| used == field)
}

/// Fills in a prepared reply.
pub(crate) fn fill(office: &Office, ticket: &Ticket, rules: &Submit, draft: &Draft) -> Filled {
    let script = office.script.load();
    let id = id(ticket, &draft.name);
    let mut text = Text::new(id.clone());
    let mut missing = Vec::new();
    let mut wants = None;
    for field in script.texts.variables(&id) {
        match value(office, ticket, draft, field) {
            Some(value) => text = text.with(field, value),
            None => match field.as_str() {
                "paper" if !rules.papers.is_empty() => wants = Some(Filled::WantsPaper),
                "reason" => wants = wants.or(Some(Filled::WantsReason)),
                field => missing.push(Text::new(format!("desk-field-{field}")).or("desk-field-other").with("name", field)),
            },
        }
    }
    match (missing.is_empty(), wants) {
        (false, _) => Filled::Missing(missing),
        (true, Some(wants)) => wants,
        (true, None) => Filled::Ready(text),
    }
}

fn value(office: &Office, ticket: &Ticket, draft: &Draft, field: &str) -> Option<Value> {
    let head = &ticket.head;
    Some(match field {
        "receipt" => head.receipt.to_string().into(),
        "service" => Text::new(head.service.as_str()).into(),
        "state" => state_texts(&head.service, &head.state).into(),
        "desk" => office.queue_name(&head.queue).into(),
        "due" => {
            let limit = next_limit(head)?;
            match limit.guessed.first() {
                Some(year) => Text::new("ticket-due-guessed").with("due", limit.due).with("year", year.to_string()).into(),
                None => limit.due.into(),
            }
        }
        "limit" => crate::intake::limit_text(ticket, &next_limit(head)?.name).into(),
        "paper" => crate::intake::paper_text(ticket, draft.paper.as_ref()?).into(),
        "reason" => Value::Words(draft.reason.clone().filter(|words| !words.trim().is_empty())?),
        _ => return None,
    })
}
