//! Typed words -> an answer, or a reason why not. Reading is generous: people write as they speak. What cannot be taken is
//! said with the name of a text; the person keeps their place.

use super::answer::{Answer, CountryAnswer, ListItem, PlaceAnswer, RightNumber};
use super::event::World;
use super::flow::{Ask, Dates, Item, Kind, Opt};
use super::state::Frame;
use crate::country::{Countries, CountryMatch};
use crate::format;
use crate::format::Refusal;
use crate::id::{AccessCode, Receipt, ReceiptRefusal};
use crate::locale::{Text, Value, Word};
use crate::place::PlaceMatch;
use chrono::Datelike;

/// What typed words turned out to be.
#[derive(Debug)]
pub(super) enum Read {
    /// An answer.
    Answer(Answer),
    /// Some of the options are ticked or unticked.
    Ticks(Vec<String>),
    /// A number whose check failed: to be compared once more, then kept.
    Doubtful { text: Text, typed: String },
    /// One of these places or countries.
    Places(Vec<String>),
    /// Not an answer; the text says what is wrong.
    Refused(Text),
}

/// Reads typed words as the answer to a question.
pub(super) fn read(world: &World<'_>, texts: &[String], ask: &Ask, frame: &Frame, options: &[&Opt], typed: &str) -> Read {
    let clean = format::clean(typed);
    match &ask.kind {
        Kind::Choice(_) => one_of(world, texts, options, &clean),
        Kind::Several(_) => several_of(world, texts, options, &clean),
        Kind::Pick { .. } => match one_of(world, texts, options, &clean) {
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
        Kind::Country => country(frame, &clean),
        Kind::List { of, min, max } => list((*of, *min as usize, *max as usize), frame, &clean),
        Kind::Year { min, max } => year(world.today.year(), (*min, *max), &clean),
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

fn one_of(world: &World<'_>, texts: &[String], options: &[&Opt], typed: &str) -> Read {
    match world.words.options_meant(texts, &names(options), typed).as_slice() {
        [one] => Read::Answer(Answer::Choice(options[*one].name.clone())),
        [] => refused("choice"),
        _ => refused("choice-several"),
    }
}

/// "1, 3 and sells fakes": every part must be one option.
fn several_of(world: &World<'_>, ids: &[String], options: &[&Opt], typed: &str) -> Read {
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

fn country(frame: &Frame, clean: &str) -> Read {
    let found = |code: &str| {
        let is_name = Countries::shipped().by_code(code).is_some_and(|country| country.is_said_by(clean));
        let written = (!is_name).then(|| clean.to_owned());
        Read::Answer(Answer::Country(CountryAnswer { code: code.to_owned(), written }))
    };
    if let Some(n) = clean.parse::<usize>().ok().and_then(|n| n.checked_sub(1))
        && let Some(code) = frame.open.places.get(n)
    {
        return Read::Answer(Answer::Country(CountryAnswer { code: code.clone(), written: None }));
    }
    match Countries::shipped().find(clean) {
        CountryMatch::One(country) => found(&country.code),
        CountryMatch::Several(countries) if countries.len() <= 8 => {
            Read::Places(countries.iter().map(|country| country.code.clone()).collect())
        }
        CountryMatch::Several(_) | CountryMatch::None => refused("country"),
    }
}

fn year(this: i32, (min, max): (u32, Option<u32>), clean: &str) -> Read {
    let (min, max) = (i32::try_from(min).unwrap_or(i32::MAX), max.map_or(this, |max| i32::try_from(max).unwrap_or(i32::MAX)));
    match format::parse_year(clean, this) {
        Ok(year) if (min..=max).contains(&year) => Read::Answer(Answer::Year(year)),
        _ => Read::Refused(Text::new("refused-year-range").with("min", min.to_string()).with("max", max.to_string())),
    }
}

/// Signs between the items of a list.
const BETWEEN: [char; 6] = ['\n', ',', '，', '、', ';', '；'];
/// Endings of company names that stand behind a comma and are no items.
const ENDINGS: [&str; 9] = ["inc", "ltd", "llc", "limited", "coltd", "co", "corp", "gmbh", "sa"];

/// Several items in one message. What reads as none of the kind is named; a check digit that fails is asked about once.
fn list((of, min, max): (Item, usize, usize), frame: &Frame, clean: &str) -> Read {
    let mut items: Vec<ListItem> = Vec::new();
    let mut doubtful: Vec<Value> = Vec::new();
    for part in parts(clean) {
        let item = match item(of, &part) {
            Ok(item) => item,
            Err((_, Some(unverified))) => {
                doubtful.push(Value::Words(unverified.words.clone()));
                unverified
            }
            Err((why, None)) => return Read::Refused(why.with("item", part).or("refused-list-item")),
        };
        if !items.iter().any(|other| format::fold(&other.words) == format::fold(&item.words)) {
            items.push(item);
        }
    }
    if items.len() > max {
        return Read::Refused(Text::new("refused-list-many").with("count", items.len()).with("max", max));
    }
    if items.is_empty() || items.len() < min {
        return Read::Refused(Text::new("refused-list-few").with("min", min.max(1)));
    }
    if doubtful.is_empty() || frame.open.doubtful.as_deref() == Some(clean) {
        return Read::Answer(Answer::List(items));
    }
    Read::Doubtful { text: Text::new("refused-list-check").with("numbers", doubtful), typed: clean.to_owned() }
}

fn parts(clean: &str) -> Vec<String> {
    let mut parts: Vec<String> = Vec::new();
    for part in clean.split(BETWEEN).map(str::trim).filter(|part| part.chars().any(char::is_alphanumeric)) {
        match parts.last_mut() {
            Some(name) if ENDINGS.contains(&format::fold(part).as_str()) => {
                name.push_str(", ");
                name.push_str(part);
            }
            _ => parts.push(part.to_owned()),
        }
    }
    parts
}

/// One item; what is wrong with it, and how it is kept all the same when it is only doubtful.
fn item(of: Item, part: &str) -> Result<ListItem, (Text, Option<ListItem>)> {
    let plain = |words: String| ListItem { words, kind: String::new(), verified: true };
    let wrong = |name: &str| (Text::new(format!("refused-list-{name}")), None);
    match of {
        Item::Text if part.chars().count() <= 200 => Ok(plain(part.to_owned())),
        Item::Text => Err(wrong("long")),
        Item::Number => match number(part, 0, u32::MAX) {
            Read::Answer(Answer::Number(n)) => Ok(plain(n.to_string())),
            _ => Err(wrong("number")),
        },
        Item::Ipc => format::parse_ipc_area(part).map(|parsed| plain(parsed.canonical)).map_err(|_| wrong("ipc")),
        Item::Patent => listed_number(part, format::parse_patent(part)),
        Item::RightNumber => {
            let patent = format::parse_patent(part);
            if matches!(patent, Ok(_) | Err(Refusal::CheckDigit { .. } | Refusal::MissingCheckDigit { .. })) {
                return listed_number(part, patent);
            }
            let others = [format::parse_publication(part), format::parse_trademark(part), format::parse_pct(part), format::parse_wo(part)];
            listed_number(part, others.into_iter().find(Result::is_ok).unwrap_or(patent))
        }
    }
}

fn listed_number(part: &str, parsed: Result<format::Parsed, Refusal>) -> Result<ListItem, (Text, Option<ListItem>)> {
    let unverified = |words: String| Some(ListItem { words, kind: String::new(), verified: false });
    match parsed {
        Ok(parsed) => {
            let kind = parsed.right.map_or(parsed.kind.name(), format::Right::name).to_owned();
            Ok(ListItem { words: parsed.canonical, kind, verified: true })
        }
        Err(Refusal::CheckDigit { typed, .. }) => Err((Text::new("refused-list-check"), unverified(typed))),
        // An identity number is never kept here.
        Err(_) if format::parse_resident_id(part).is_ok() || part.chars().count() > 60 => Err((Text::new("refused-list-item"), None)),
        Err(Refusal::OtherKind(_)) => Err((Text::new("refused-list-item"), None)),
        Err(_) if !part.chars().any(|sign| sign.is_numeric()) => Err((Text::new("refused-list-item"), None)),
        Err(_) => Err((Text::new("refused-list-check"), unverified(part.to_owned()))),
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
