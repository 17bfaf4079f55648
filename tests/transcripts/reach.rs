//! What of the dialogs is met in the conversations. To see it, each text carries a sign of its own that nobody uses, and the
//! conversations are played with these texts. A look-up and an act are met when the step is that tells what came of them.

use super::script::Script;
use fluent_syntax::ast::{Entry, Pattern, PatternElement, Resource};
use ip_office_bot::app::Content;
use ip_office_bot::assets::Assets;
use ip_office_bot::dialog::flow::{Flow, Kind, Opt, What};
use ip_office_bot::dialog::load::Flows;
use ip_office_bot::practice::{Practice, Rendering};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// The first sign of a plane that is free for everybody to use.
const FIRST: u32 = 0xF_0000;

/// Texts and steps met.
#[derive(Default)]
struct Met {
    /// Ids of texts with the languages in which they were said.
    texts: BTreeMap<String, BTreeSet<String>>,
    /// Everything said with buttons.
    said: String,
}

/// What no conversation of a service meets.
pub async fn missing(scripts: &[Script]) -> Vec<String> {
    let assets = Assets::open(None).expect("assets");
    let flows = Flows::load(assets.dialogs()).expect("dialogs");
    let (marked, marks) = marked(&assets, &ids_of_steps(&flows));
    let mut missing = Vec::new();
    for flow in flows.iter() {
        let mut met = Met::default();
        for script in scripts.iter().filter(|script| script.service() == flow.service.as_str()) {
            met.said.extend(script.steps.iter().flat_map(|step| step.answer.iter()).flat_map(|line| [line.trim(), "\n"]));
            if let Err(why) = meet(&marked, &marks, script, &mut met).await {
                missing.push(format!("{}: {why}", script.name()));
            }
        }
        missing.extend(missing_of(flow, &met, &assets).into_iter().map(|what| format!("{}: {what}", flow.service)));
    }
    missing
}

fn missing_of(flow: &Flow, met: &Met, assets: &Assets) -> Vec<String> {
    let mut missing = Vec::new();
    let mut languages = BTreeSet::new();
    // From the end, so that each step knows the one that is heard of next.
    let mut next_is_met = false;
    for step in flow.steps.iter().rev() {
        let ids = [format!("{}-{}", flow.service, step.id), step.text.clone()];
        let said = ids.iter().find_map(|id| met.texts.get(id));
        languages.extend(said.into_iter().flatten().cloned());
        let is_met = match &step.what {
            What::Ask(_) | What::Say { .. } | What::Stop { .. } => said.is_some() || ids.iter().any(|id| is_said(assets, id, &met.said)),
            What::Look { .. } | What::Do { .. } => next_is_met,
            // Where it leads to is met, or the conversation would not go on.
            What::Again { .. } => continue,
        };
        next_is_met = is_met;
        if !is_met {
            missing.push(format!("step {}", step.id));
        }
        let What::Ask(ask) = &step.what else { continue };
        if let Kind::Choice(options) | Kind::Several(options) | Kind::Pick { options, .. } = &ask.kind {
            let offered = |option: &&Opt| !ids.iter().any(|id| met.texts.contains_key(&format!("{id}.opt-{}", option.name)));
            missing.extend(options.iter().filter(offered).map(|option| format!("step {}, option {}", step.id, option.name)));
        }
    }
    for language in ["zh-Hans", "en"] {
        if !languages.contains(language) {
            missing.push(format!("no conversation in {language}"));
        }
    }
    missing.reverse();
    missing
}

/// A text that only one channel says, found by its words.
fn is_said(assets: &Assets, id: &str, said: &str) -> bool {
    assets.texts().iter().any(|file| {
        let own = file.text.split(&format!("\n{id} =")).nth(1).and_then(|rest| rest.split("\n\n").next());
        own.is_some_and(|text| text.lines().map(str::trim).filter(|line| !line.is_empty()).all(|line| said.contains(line)))
    })
}

/// Plays one conversation with the marked texts, choosing by number.
async fn meet(marked: &Arc<Content>, marks: &BTreeMap<char, (String, String)>, script: &Script, met: &mut Met) -> Result<(), String> {
    if !script.has_numbers() {
        return Ok(());
    }
    let mut practice = Practice::open(Arc::clone(marked), Rendering::Numbers).await.map_err(|error| format!("{error:#}"))?;
    let mut screen = String::new();
    for step in &script.steps {
        let line = typed(&step.line, &screen);
        let seen = practice.line(&line).await.map_err(|why| format!("{line}: {why}"))?.join("\n");
        for (language, id) in seen.chars().filter_map(|sign| marks.get(&sign)) {
            met.texts.entry(id.clone()).or_default().insert(language.clone());
        }
        if !seen.is_empty() {
            screen = seen.chars().filter(|sign| !marks.contains_key(sign)).collect();
        }
    }
    Ok(())
}

/// What is typed for a press.
fn typed(line: &str, screen: &str) -> String {
    let Some(label) = line.strip_prefix("> [").and_then(|rest| rest.strip_suffix(']')) else { return line.to_owned() };
    let number = screen.lines().rev().find_map(|line| {
        let (number, words) = line.trim().split_once(". ")?;
        (words == label && number.bytes().all(|sign| sign.is_ascii_digit())).then_some(number)
    });
    match number {
        Some(number) => format!("> {number}"),
        None if ["看办理情况", "Open this case"].contains(&label) && !screen.contains(label) => "> {receipt}".to_owned(),
        None => format!("> {label}"),
    }
}

/// Texts of steps: a service's own, or its group's.
fn ids_of_steps(flows: &Flows) -> BTreeSet<String> {
    let own = |flow: &Flow| flow.steps.iter().map(|step| format!("{}-{}", flow.service, step.id)).collect::<Vec<_>>();
    flows.iter().flat_map(|flow| own(flow).into_iter().chain(flow.steps.iter().map(|step| step.text.clone()))).collect()
}

/// The texts of steps and options with a sign at the end of each, and what the signs stand for.
fn marked(assets: &Assets, steps: &BTreeSet<String>) -> (Arc<Content>, BTreeMap<char, (String, String)>) {
    let folder = tempfile::tempdir().expect("a folder");
    let mut marks = BTreeMap::new();
    for file in assets.texts() {
        let mut resource: Resource<String> = fluent_syntax::parser::parse(file.text.clone()).expect("Fluent");
        let mut mark = |pattern: &mut Pattern<String>, id: String| {
            let sign = char::from_u32(FIRST + u32::try_from(marks.len()).expect("few texts")).expect("a sign");
            marks.insert(sign, (file.language.0.clone(), id));
            pattern.elements.push(PatternElement::TextElement { value: sign.to_string() });
        };
        for entry in &mut resource.body {
            let Entry::Message(message) = entry else { continue };
            let id = message.id.name.clone();
            if !steps.contains(&id) {
                continue;
            }
            if let Some(value) = &mut message.value {
                mark(value, id.clone());
            }
            for attribute in message.attributes.iter_mut().filter(|attribute| attribute.id.name.starts_with("opt-")) {
                mark(&mut attribute.value, format!("{id}.{}", attribute.id.name));
            }
        }
        let path = folder.path().join(file.path());
        std::fs::create_dir_all(path.parent().expect("a folder above")).expect("a folder");
        std::fs::write(path, fluent_syntax::serializer::serialize(&resource)).expect("a text file");
    }
    (super::play::read(Assets::open(Some(folder.path())).expect("marked texts")), marks)
}
