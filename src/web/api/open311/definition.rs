//! Services and their questions, as GeoReport describes them.

use crate::dialog::condition::Condition;
use crate::dialog::flow::{Ask, Flow, Kind, Menu, Step, What};
use crate::dialog::machine::text_ids;
use crate::dialog::screen::{place_name, shown};
use crate::id::ServiceId;
use crate::intake::file::{can_be_filed, can_be_said, is_required, notice};
use crate::locale::{Language, Text};
use crate::message::plain;
use crate::office::Office;
use serde_json::{Value, json};

/// The attribute by which a person agrees to the personal-data notice.
pub const CONSENT: &str = "consent";
/// The value that agrees, and that goes on in spite of a stop.
pub const YES: &str = "yes";

/// The services that can be filed.
pub fn services(office: &Office, language: &Language) -> Value {
    let script = office.script.load();
    let say = |text: Text| plain(&script.texts.say(language, &text));
    let service = |flow: &Flow| {
        let about = format!("{}.about", flow.service);
        json!({
            "service_code": flow.service.as_str(),
            "service_name": say(Text::new(flow.service.as_str())),
            "description": say(Text::new(about).or(flow.service.as_str())),
            "metadata": true,
            "type": "realtime",
            "keywords": "",
            "group": group(flow.menu),
        })
    };
    let rules = office.rules();
    script.flows.iter().filter(|flow| can_be_filed(flow) && !rules.closed.contains_key(&flow.service)).map(service).collect()
}

fn group(menu: Menu) -> &'static str {
    match menu {
        Menu::Report => "report",
        Menu::Find => "find",
        Menu::Follow => "follow",
        Menu::Use => "use",
        Menu::Firms => "firms",
        Menu::More => "more",
    }
}

/// The questions of a service as attributes; `None` when it cannot be filed.
pub fn definition(office: &Office, code: &str, language: &Language) -> Option<Value> {
    let script = office.script.load();
    let closed = |flow: &Flow| office.current.load().rules.closed.contains_key(&flow.service);
    let flow = script.flows.get(&ServiceId::from(code)).filter(|flow| can_be_filed(flow) && !closed(flow))?;
    let mut attributes: Vec<Value> = flow.steps.iter().filter_map(|step| attribute(office, (flow, step), language)).collect();
    if flow.asks().any(|(_, ask)| ask.personal.is_some() && can_be_said(ask)) {
        attributes.push(json!({
            "variable": true,
            "code": CONSENT,
            "datatype": "singlevaluelist",
            "required": false,
            "datatype_description": "",
            "description": notice(office, language),
            "values": [{ "key": YES, "name": plain(&script.texts.say(language, &Text::new("button-agree"))) }],
        }));
    }
    for (n, attribute) in attributes.iter_mut().enumerate() {
        attribute["order"] = json!(n + 1);
    }
    Some(json!({ "service_code": code, "attributes": attributes }))
}

fn attribute(office: &Office, (flow, step): (&Flow, &Step), language: &Language) -> Option<Value> {
    let script = office.script.load();
    let say = |text: &Text| plain(&script.texts.say(language, text));
    let texts = text_ids(Some(&flow.service), &step.id, &step.text);
    let ask = match &step.what {
        What::Ask(ask) if can_be_said(ask) => ask,
        // Going on in spite of a stop. What it says may depend on answers; the refusal then says it whole.
        What::Stop { pass: true, .. } => {
            let whole = named(&texts, "");
            let about = if whole.ids.iter().all(|id| script.texts.variables(id).is_empty()) { whole } else { Text::new("button-pass") };
            return Some(json!({
                "variable": true,
                "code": step.id.as_str(),
                "datatype": "singlevaluelist",
                "required": false,
                "datatype_description": "",
                "description": say(&about),
                "values": [{ "key": YES, "name": say(&Text::new("button-pass")) }],
            }));
        }
        _ => return None,
    };
    let hint = named(&texts, ".hint");
    let has_hint =
        hint.ids.iter().any(|id| script.texts.has(language, id)) && hint.ids.iter().all(|id| script.texts.variables(id).is_empty());
    Some(json!({
        "variable": true,
        "code": step.id.as_str(),
        "datatype": datatype(ask),
        "required": is_required(ask) && step.when == Condition::Always,
        "datatype_description": if has_hint { say(&hint) } else { String::new() },
        "description": say(&named(&texts, ".label")),
        "values": values(office, (ask, &texts), language),
    }))
}

/// The text of a question, or a part of it: the service's own, else that of its group.
fn named(texts: &[String], part: &str) -> Text {
    Text { ids: texts.iter().map(|id| format!("{id}{part}")).collect(), args: Vec::new() }
}

fn datatype(ask: &Ask) -> &'static str {
    match &ask.kind {
        Kind::Choice(_) | Kind::YesNo | Kind::Place => "singlevaluelist",
        Kind::Several(_) => "multivaluelist",
        Kind::Number { .. } | Kind::Year { .. } => "number",
        Kind::Date(_) => "datetime",
        Kind::Text { max, .. } if *max > 300 => "text",
        Kind::List { .. } | Kind::Links { .. } => "text",
        _ => "string",
    }
}

fn values(office: &Office, (ask, texts): (&Ask, &[String]), language: &Language) -> Value {
    use crate::dialog::answer::Answer;
    let script = office.script.load();
    let say = |text: &Text| plain(&script.texts.say(language, text));
    let value = |key: &str, name: String| json!({ "key": key, "name": name });
    let shown = |answer: Answer| match shown(texts, &answer, &office.places.load()) {
        crate::locale::Value::Text(text) => say(&text),
        crate::locale::Value::Words(words) => words,
        _ => String::new(),
    };
    match &ask.kind {
        Kind::Choice(options) | Kind::Several(options) => {
            options.iter().map(|option| value(&option.name, shown(Answer::Choice(option.name.clone())))).collect()
        }
        Kind::YesNo => [(YES, true), ("no", false)].into_iter().map(|(key, yes)| value(key, shown(Answer::YesNo(yes)))).collect(),
        Kind::Place => {
            office.places.load().iter().map(|place| value(&place.code, say(&place_name(&office.places.load(), &place.code)))).collect()
        }
        _ => json!([]),
    }
}
