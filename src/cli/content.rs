//! `check`, `graph`, `ask`: what needs only dialogs and texts.

use super::{Cli, DONE, GraphForm, Here, Out, REFUSED};
use crate::app;
use crate::assets::Assets;
use crate::config::Config;
use crate::dialog::graph;
use crate::format;
use crate::id::{Receipt, ServiceId};
use crate::locale::Language;
use crate::office::Script;
use crate::place::PlaceMatch;

/// `check`: every complaint at once, with file, line and arrow.
///
/// # Errors
/// The files cannot be read.
pub fn check(config: &Config, out: &mut Here) -> anyhow::Result<u8> {
    let assets = Assets::open(Some(&config.server.content))?;
    match app::script(&assets, config, &app::places(&assets)?) {
        Ok(script) => {
            out.line(&format!("{} dialogs in {} languages are fine", script.flows.iter().count(), script.texts.languages().count()));
            Ok(DONE)
        }
        Err(complaints) => {
            out.complain(&complaints.to_string());
            Ok(REFUSED)
        }
    }
}

/// `graph`: a dialog as Mermaid text or as a picture.
///
/// # Errors
/// The files cannot be read.
pub fn draw(config: &Config, service: &str, form: GraphForm, language: &str, out: &mut Here) -> anyhow::Result<u8> {
    let assets = Assets::open(Some(&config.server.content))?;
    let script = app::script(&assets, config, &app::places(&assets)?)?;
    let Some(flow) = script.flows.get(&ServiceId::from(service)) else {
        let known: Vec<&str> = script.flows.iter().map(|flow| flow.service.as_str()).collect();
        out.complain(&format!("there is no service {service}; there are: {}", known.join(" ")));
        return Ok(REFUSED);
    };
    let language = script.texts.negotiate(Some(language));
    out.line(&match form {
        GraphForm::Mermaid => graph::mermaid(flow, &script.texts, &language),
        GraphForm::Svg => graph::svg(flow, &script.texts, &language),
    });
    Ok(DONE)
}

/// What a text looks like to the bot.
#[derive(serde::Serialize)]
struct Understood {
    /// A word that works anywhere.
    word: Option<&'static str>,
    /// A service by its name.
    service: Option<String>,
    /// A receipt number.
    receipt: Option<String>,
    /// Places, by code.
    places: Vec<String>,
    /// A day.
    day: Option<chrono::NaiveDate>,
    /// Numbers of rights and codes, with what their check says.
    numbers: Vec<Number>,
}

#[derive(serde::Serialize)]
struct Number {
    kind: &'static str,
    number: String,
    year: Option<i32>,
    right: Option<&'static str>,
    verified: bool,
    why: Option<&'static str>,
}

/// `ask`: what would the bot make of this text.
///
/// # Errors
/// The files cannot be read.
pub fn ask(config: &Config, text: &str, json: bool, out: &mut Here) -> anyhow::Result<u8> {
    let assets = Assets::open(Some(&config.server.content))?;
    let Script { flows, texts } = app::script(&assets, config, &app::places(&assets)?)?;
    let named = flows.iter().find(|flow| {
        let name = flow.service.as_str();
        [name.to_owned(), format!("{name}.short")].iter().any(|id| texts.is_said(&crate::locale::Text::new(id.as_str()), text))
    });
    let places = app::places(&assets)?;
    let today = crate::clock::office_day(chrono::Utc::now());
    let understood = Understood {
        word: texts.word(text).map(crate::locale::Word::name),
        service: named.map(|flow| flow.service.to_string()),
        receipt: Receipt::read(text).ok().map(|receipt| receipt.to_string()),
        places: match places.find(text) {
            PlaceMatch::One(place) => vec![place.code.clone()],
            PlaceMatch::Several(places) => places.iter().map(|place| place.code.clone()).collect(),
            PlaceMatch::None => Vec::new(),
        },
        day: format::parse_date(text, today, format::Direction::Any).ok(),
        numbers: format::find_numbers(text)
            .into_iter()
            .filter(|found| !found.kind.is_personal())
            .map(|found| Number {
                kind: found.kind.name(),
                number: found.canonical.clone(),
                year: found.year,
                right: found.right.map(format::Right::name),
                verified: found.refusal.is_none(),
                why: found.refusal.as_ref().map(format::Refusal::name),
            })
            .collect(),
    };
    if json {
        out.line(&serde_json::to_string(&understood)?);
        return Ok(DONE);
    }
    let name = |id: &ServiceId| crate::message::plain(&texts.say(&Language::english(), &crate::locale::Text::new(id.as_str())));
    let mut lines = Vec::new();
    lines.extend(understood.word.map(|word| format!("a word that works anywhere: {word}")));
    lines.extend(understood.service.as_ref().map(|service| format!("the service {service}: {}", name(&ServiceId::from(service.as_str())))));
    lines.extend(understood.receipt.as_ref().map(|receipt| format!("a receipt number: {receipt}")));
    lines.extend(understood.places.iter().map(|code| format!("a place: {code}")));
    lines.extend(understood.day.map(|day| format!("a day: {day}")));
    lines.extend(understood.numbers.iter().map(|number| {
        let check = match number.why {
            None => "its form and check digit fit".to_owned(),
            Some(why) => format!("not verified: {why}"),
        };
        format!("a number of the kind {}: {} ({check})", number.kind, number.number)
    }));
    if lines.is_empty() {
        lines.push("nothing that the bot knows: it would show the menu and offer a person".to_owned());
    }
    lines.iter().for_each(|line| out.line(line));
    Ok(DONE)
}

/// The settings that a command line asks for.
///
/// # Errors
/// They cannot be used.
pub fn settings(cli: &Cli) -> anyhow::Result<Config> {
    let environment: Vec<(String, String)> = std::env::vars_os()
        .filter_map(|(name, value)| Some((name.into_string().ok()?, value.into_string().ok()?)))
        .filter(|(name, _)| name.starts_with("OFFICE__") || name.starts_with("TELOXIDE_"))
        .collect();
    Ok(Config::load(cli.config.as_deref(), &environment)?)
}
