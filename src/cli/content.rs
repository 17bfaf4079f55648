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
use crate::understand::{self, Phrase, shipped};

/// `check`: every complaint at once, with file, line and arrow.
///
/// # Errors
/// The files cannot be read.
pub fn check(config: &Config, out: &mut Here) -> anyhow::Result<u8> {
    let assets = Assets::open(Some(&config.server.content))?;
    match app::checked_script(&assets, config, &app::places(&assets)?) {
        Ok(script) => {
            let own = app::own_phrases(&assets);
            let owners = shipped::owners();
            let all: Vec<Phrase> = shipped::phrases().into_iter().chain(own.iter().cloned()).collect();
            let service = |id: &str| owners.get(id).map_or(id, String::as_str).to_owned();
            let pairs = understand::conflicts(&all, service).into_iter().filter(|(one, other)| own.contains(one) || own.contains(other));
            let mut wrong: Vec<String> = pairs
                .map(|(one, other)| format!("\"{}\" leads to {}, but \"{}\" leads to {}", other.text, other.id, one.text, one.id))
                .collect();
            let known = |id: &str| id == understand::NONE || owners.contains_key(id) || script.flows.get(&ServiceId::from(id)).is_some();
            wrong.extend(
                own.iter()
                    .filter(|phrase| !known(&phrase.id))
                    .map(|phrase| format!("\"{}\" leads to {}, which is not there", phrase.text, phrase.id)),
            );
            if !wrong.is_empty() {
                out.complain(&format!("phrases:\n{}", wrong.join("\n")));
                return Ok(REFUSED);
            }
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
    /// The text, with what looks like an identity number or a phone number covered.
    text: String,
    /// What the bot would do: `one` service, `several` to choose from, `none`: the menu.
    offer: &'static str,
    /// Probability that it is the office's business.
    ours: f32,
    /// Services, the likeliest first.
    services: Vec<Ranked>,
    /// Services and answers, the likeliest first.
    candidates: Vec<Ranked>,
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
struct Ranked {
    id: String,
    service: String,
    score: f32,
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

/// Most candidates that are listed.
const LISTED: usize = 5;

/// `ask`: what would the bot make of this text; without one, of each line on standard input.
///
/// # Errors
/// The files cannot be read.
pub fn ask(config: &Config, text: &str, json: bool, out: &mut Here) -> anyhow::Result<u8> {
    let assets = Assets::open(Some(&config.server.content))?;
    let script = app::script(&assets, config, &app::places(&assets)?)?;
    let understanding = app::understanding(&assets)?;
    if !text.trim().is_empty() {
        return asked(&assets, &script, &understanding, Asked { text, json }, out);
    }
    for line in std::io::stdin().lines() {
        let line = line?;
        asked(&assets, &script, &understanding, Asked { text: &line, json }, out)?;
    }
    Ok(DONE)
}

struct Asked<'a> {
    text: &'a str,
    json: bool,
}

fn asked(
    assets: &Assets,
    Script { flows, texts }: &Script,
    understanding: &understand::Understanding,
    Asked { text, json }: Asked<'_>,
    out: &mut Here,
) -> anyhow::Result<u8> {
    let meant = understanding.understand(text);
    let typed = crate::format::fold(text);
    let named = flows.iter().find(|flow| {
        let name = flow.service.as_str();
        [name.to_owned(), format!("{name}.short")].iter().any(|id| texts.is_said(&crate::locale::Text::new(id.as_str()), &typed))
    });
    let places = app::places(assets)?;
    let today = crate::clock::office_day(chrono::Utc::now());
    let offered = meant.offer().len();
    let ranked = |id: &str, service: &str, score: f32| Ranked { id: id.to_owned(), service: service.to_owned(), score };
    let understood = Understood {
        text: format::mask(text),
        offer: match offered {
            0 => "none",
            1 => "one",
            _ => "several",
        },
        ours: meant.ours,
        services: meant.services.iter().take(LISTED).map(|(id, score)| ranked(id, id, *score)).collect(),
        candidates: meant.candidates.iter().take(LISTED).map(|found| ranked(&found.id, &found.service, found.score)).collect(),
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
    if offered > 0 {
        lines.extend(understood.candidates.iter().map(|found| format!("{:.2} {} ({})", found.score, found.id, found.service)));
    }
    if lines.is_empty() {
        lines.push("none: nothing that the bot knows: it would show the menu and offer a person".to_owned());
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
