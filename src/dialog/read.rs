//! Typed words -> an answer, or a reason why not. Reading is generous: people write as they speak. What cannot be taken is
//! said with the name of a text; the person keeps their place.

use super::answer::{Answer, PlaceAnswer, RightNumber};
use super::event::World;
use super::flow::{Ask, Dates, Kind, Opt, Step};
use super::state::Frame;
use crate::format;
use crate::format::Refusal;
use crate::id::{AccessCode, Receipt, ReceiptRefusal};
use crate::locale::{Text, Word};
use crate::place::PlaceMatch;

/// What typed words turned out to be.
#[derive(Debug)]
pub(super) enum Read {
    /// An answer.
    Answer(Answer),
    /// Some of the options are ticked or unticked.
    Ticks(Vec<String>),
    /// A number whose check failed: to be compared once more, then kept.
    Doubtful { text: Text, typed: String },
    /// One of these places.
    Places(Vec<String>),
    /// Not an answer; the text says what is wrong.
    Refused(Text),
}

/// Reads typed words as the answer to a question.
pub(super) fn read(world: &World<'_>, step: &Step, ask: &Ask, frame: &Frame, options: &[&Opt], typed: &str) -> Read {
    let clean = format::clean(typed);
    match &ask.kind {
        Kind::Choice(_) => one_of(world, step, options, &clean),
        Kind::Several(_) => several_of(world, step, options, &clean),
        Kind::Pick { .. } => match one_of(world, step, options, &clean) {
            Read::Answer(Answer::Choice(name)) => Read::Answer(Answer::Pick { id: name, label: String::new() }),
            other => other,
        },
        Kind::YesNo => match (world.words.word(&clean), format::parse_yes_no(&clean)) {
            (Some(Word::Yes), _) | (_, Ok(true)) => Read::Answer(Answer::YesNo(true)),
            (Some(Word::No), _) | (_, Ok(false)) => Read::Answer(Answer::YesNo(false)),
            _ => refused("yes-no"),
        },
        Kind::Text { min, max } => text(&clean, *min, *max),
        Kind::Number { min, max } => number(&clean, *min, *max),
        Kind::Money => take(&ask.kind, format::parse_money(&clean).map(Answer::Money)),
        Kind::Date(dates) => date(world, *dates, &clean),
        Kind::Phone => take(&ask.kind, format::parse_phone(&clean).map(|phone| Answer::Phone(phone.canonical))),
        Kind::Email => take(&ask.kind, format::parse_email(&clean).map(|mail| Answer::Email(mail.canonical))),
        Kind::Contact if clean.contains(['@', '＠']) => {
            format::parse_email(&clean).map_or_else(|_| refused("contact"), |mail| Read::Answer(Answer::Email(mail.canonical)))
        }
        Kind::Contact => match format::parse_phone(&clean) {
            Ok(phone) => Read::Answer(Answer::Phone(phone.canonical)),
            Err(refusal @ (Refusal::Hotline | Refusal::AreaCode)) => why(&ask.kind, &refusal),
            Err(_) => refused("contact"),
        },
        Kind::Links { max } => match format::parse_links(&clean) {
            Ok(links) if links.len() <= *max as usize => Read::Answer(Answer::Links(links)),
            Ok(_) => Read::Refused(Text::new("refused-too-many-links").with("max", i64::from(*max))),
            Err(refusal) => why(&ask.kind, &refusal),
        },
        Kind::Place => place(world, frame, &clean),
        Kind::Patent => checked(&Kind::Patent, format::parse_patent(&clean), frame, &clean),
        Kind::Trademark => checked(&Kind::Trademark, format::parse_trademark(&clean), frame, &clean),
        Kind::RightNumber { by } => right_number(frame.answer(by), frame, &clean),
        Kind::CreditCode => match format::parse_credit_code(&clean) {
            Ok(code) => Read::Answer(Answer::CreditCode { code: code.canonical, verified: true }),
            Err(refusal) => doubtful((&ask.kind, &refusal), frame, &clean, |typed| Answer::CreditCode { code: typed, verified: false }),
        },
        Kind::Files { .. } => refused("files-wanted"),
        Kind::Receipt => match Receipt::read(&clean) {
            Ok(receipt) => Read::Answer(Answer::Receipt(receipt.to_string())),
            Err(ReceiptRefusal::Check) => refused("receipt-check"),
            Err(ReceiptRefusal::Form) => refused("receipt-form"),
        },
        Kind::Code => AccessCode::read(&clean).map_or_else(|| refused("code"), |code| Read::Answer(Answer::Code(code))),
    }
}

fn refused(name: &str) -> Read {
    Read::Refused(Text::new(format!("refused-{name}")))
}

fn why(kind: &Kind, refusal: &Refusal) -> Read {
    Read::Refused(refusal_text(kind, refusal))
}

/// What is wrong, with an example of the kind that was asked for.
fn refusal_text(kind: &Kind, refusal: &Refusal) -> Text {
    let text = match refusal {
        Refusal::Format | Refusal::Empty => Text::new(format!("refused-form-{}", kind.name())),
        _ => Text::new(format!("refused-{}", refusal.name())),
    };
    let text = text.or("refused-format");
    match refusal {
        Refusal::TooLong { limit } => text.with("limit", *limit),
        Refusal::ForbiddenSign { sign } => text.with("sign", sign.to_string()),
        Refusal::CheckDigit { expected, .. } => text.with("expected", expected.to_string()),
        Refusal::MissingCheckDigit { complete, expected } => text.with("expected", expected.to_string()).with("complete", complete.clone()),
        _ => text,
    }
}

fn take(kind: &Kind, result: Result<Answer, Refusal>) -> Read {
    result.map_or_else(|refusal| why(kind, &refusal), Read::Answer)
}

fn one_of(world: &World<'_>, step: &Step, options: &[&Opt], typed: &str) -> Read {
    match world.words.options_meant(std::slice::from_ref(&step.text), &names(options), typed).as_slice() {
        [one] => Read::Answer(Answer::Choice(options[*one].name.clone())),
        [] => refused("choice"),
        _ => refused("choice-several"),
    }
}

/// "1, 3 and sells fakes": every part must be one option.
fn several_of(world: &World<'_>, step: &Step, options: &[&Opt], typed: &str) -> Read {
    let ids = std::slice::from_ref(&step.text);
    let names = names(options);
    if let [one] = world.words.options_meant(ids, &names, typed).as_slice() {
        return Read::Ticks(vec![names[*one].clone()]);
    }
    // Labels have blanks and "and" in them, numbers may be parted by them: first by signs only, then by these too.
    const SIGNS: [char; 7] = [',', '，', '、', ';', '；', '/', '\n'];
    let joined = typed.to_lowercase().replace(" and ", ",").replace(['和', '与', '&', '+'], ",");
    let all = |parts: Vec<&str>| {
        let mut found: Vec<String> = Vec::new();
        for part in parts {
            match world.words.options_meant(ids, &names, part).as_slice() {
                [one] if !found.contains(&names[*one]) => found.push(names[*one].clone()),
                [_] => {}
                _ => return None,
            }
        }
        (!found.is_empty()).then_some(found)
    };
    let is_sign = |sign: char| SIGNS.contains(&sign);
    let found = all(parted(typed, &is_sign))
        .or_else(|| all(parted(&joined, &is_sign)))
        .or_else(|| all(parted(&joined, &|sign| is_sign(sign) || sign.is_whitespace())));
    found.map_or_else(|| refused("several"), Read::Ticks)
}

fn parted<'t>(text: &'t str, by: &dyn Fn(char) -> bool) -> Vec<&'t str> {
    text.split(by).filter(|part| !part.trim().is_empty()).collect()
}

fn names(options: &[&Opt]) -> Vec<String> {
    options.iter().map(|option| option.name.clone()).collect()
}

fn text(clean: &str, min: u32, max: u32) -> Read {
    // A full stop says nothing; a picture sign may.
    if !clean.chars().any(|sign| sign.is_alphanumeric() || u32::from(sign) >= 0x1_F000) {
        return refused("empty");
    }
    if clean.chars().filter(|sign| !sign.is_whitespace()).count() < min as usize {
        return Read::Refused(Text::new("refused-too-short").with("min", i64::from(min)));
    }
    if clean.chars().count() > max as usize {
        return Read::Refused(Text::new("refused-too-long").with("limit", i64::from(max)));
    }
    Read::Answer(Answer::Text(clean.to_owned()))
}

fn number(clean: &str, min: u32, max: u32) -> Read {
    use unicode_normalization::UnicodeNormalization;
    let digits: String = clean.nfkc().filter(|sign| !sign.is_whitespace() && *sign != ',').collect();
    match digits.parse::<i64>() {
        Ok(n) if (i64::from(min)..=i64::from(max)).contains(&n) => Read::Answer(Answer::Number(n)),
        _ => Read::Refused(Text::new("refused-number").with("min", i64::from(min)).with("max", i64::from(max))),
    }
}

fn date(world: &World<'_>, dates: Dates, clean: &str) -> Read {
    let direction = match dates {
        Dates::Past => format::Direction::Past,
        Dates::Future => format::Direction::Future,
        Dates::Any => format::Direction::Any,
    };
    match format::parse_date(clean, world.today, direction) {
        Ok(day) => Read::Answer(Answer::Date(day)),
        Err(refusal) => Read::Refused(Text::new(format!("refused-date-{}", refusal.name())).or("refused-date-format")),
    }
}

fn place(world: &World<'_>, frame: &Frame, clean: &str) -> Read {
    let found = |code: &str| {
        let is_name = world.places.by_code(code).is_some_and(|place| [&place.zh, &place.en].iter().any(|name| says(name, clean)));
        let written = (!is_name).then(|| clean.to_owned());
        Read::Answer(Answer::Place(PlaceAnswer { code: code.to_owned(), written }))
    };
    if !frame.open.places.is_empty()
        && let Some(n) = clean.parse::<usize>().ok().and_then(|n| n.checked_sub(1))
        && let Some(code) = frame.open.places.get(n)
    {
        return found(code);
    }
    match world.places.find(clean) {
        PlaceMatch::One(place) => found(&place.code),
        PlaceMatch::Several(places) => Read::Places(places.iter().map(|place| place.code.clone()).collect()),
        PlaceMatch::None => refused("place"),
    }
}

/// The words say no more than the name.
fn says(name: &str, words: &str) -> bool {
    let (name, words) = (format::fold(name), format::fold(words));
    name.contains(&words)
}

/// A number of a right: what fails a check is asked once more and then kept as unverified; it never blocks a report.
fn checked(as_kind: &Kind, parsed: Result<format::Parsed, Refusal>, frame: &Frame, clean: &str) -> Read {
    match parsed {
        Ok(parsed) => {
            let kind = parsed.right.map_or(parsed.kind.name(), format::Right::name).to_owned();
            Read::Answer(Answer::RightNumber(RightNumber { number: parsed.canonical, kind, verified: true }))
        }
        Err(refusal) => {
            let keep = |number| Answer::RightNumber(RightNumber { number, kind: String::new(), verified: false });
            doubtful((as_kind, &refusal), frame, clean, keep)
        }
    }
}

fn doubtful((kind, refusal): (&Kind, &Refusal), frame: &Frame, clean: &str, keep: impl Fn(String) -> Answer) -> Read {
    let typed = match refusal {
        Refusal::CheckDigit { typed, .. } => typed.clone(),
        _ => clean.to_owned(),
    };
    // Another kind of number is no doubtful one; least of all an identity number, which is never kept here.
    if typed.chars().count() > 60 || matches!(refusal, Refusal::OtherKind(_)) {
        return why(kind, refusal);
    }
    if frame.open.doubtful.as_ref() == Some(&typed) {
        return Read::Answer(keep(typed));
    }
    let text = refusal_text(kind, refusal).with("typed", typed.clone());
    Read::Doubtful { text, typed }
}

fn right_number(kind: Option<&Answer>, frame: &Frame, clean: &str) -> Read {
    let kind = match kind {
        Some(Answer::Choice(kind)) => kind.as_str(),
        _ => "",
    };
    match kind {
        "trademark" => checked(&Kind::Trademark, format::parse_trademark(clean), frame, clean),
        "invention" | "utility-model" | "design" | "" => checked(&Kind::Patent, format::parse_patent(clean), frame, clean),
        // The other kinds have numbers of many forms: kept as written.
        other => match text(clean, 1, 60) {
            Read::Answer(Answer::Text(number)) => {
                Read::Answer(Answer::RightNumber(RightNumber { number, kind: other.to_owned(), verified: false }))
            }
            refusal => refusal,
        },
    }
}
