//! Numbers of rights in what somebody wrote: what each is, and what that does and does not mean.

use super::{With, found, lines, yes_no};
use crate::dialog::Event;
use crate::dialog::answer::Answer;
use crate::format::{Found, Kind, Parsed, Refusal, Right, find_numbers, parse_patent};
use crate::id::StepId;
use crate::locale::{Text, Value};

/// Numbers told about.
const TOLD: usize = 10;

/// Finds the numbers in the answers.
pub(super) fn numbers_in(step: &StepId, with: &With) -> Event {
    let numbers: Vec<Found> = with.iter().flat_map(|(_, answer)| written(answer)).flat_map(|(text, kind)| numbers(&text, &kind)).collect();
    let bad = numbers.iter().any(|number| number.refusal.is_some());
    let mut told: Vec<Text> = numbers.iter().take(TOLD).map(line).collect();
    if numbers.len() > TOLD {
        told.push(Text::new("number-more").with("count", numbers.len() - TOLD));
    }
    found(
        step,
        [
            ("none", yes_no(numbers.is_empty())),
            ("bad", yes_no(bad)),
            ("count", numbers.len().to_string().into()),
            ("lines", if told.is_empty() { Text::new("number-none").into() } else { lines(told) }),
        ],
    )
}

/// What was written, and the kind of number it was asked for as.
fn written(answer: &Answer) -> Vec<(String, String)> {
    match answer {
        Answer::Text(words) => vec![(words.clone(), String::new())],
        Answer::RightNumber(right) => vec![(right.number.clone(), right.kind.clone())],
        Answer::List(items) => items.iter().map(|item| (item.words.clone(), item.kind.clone())).collect(),
        _ => Vec::new(),
    }
}

/// In a sentence only what is surely a number counts. Whoever writes nothing but a number means it as one, right or wrong.
fn numbers(text: &str, kind: &str) -> Vec<Found> {
    let found = find_numbers(text);
    if !found.is_empty() {
        return found;
    }
    let whole = |parsed: Parsed, refusal| {
        let Parsed { kind, canonical, year, right } = parsed;
        vec![Found { span: 0..text.len(), kind, canonical, year, right, refusal }]
    };
    match parse_patent(text) {
        Ok(parsed) => whole(parsed, None),
        Err(Refusal::CheckDigit { typed, expected }) => {
            // Year and kind are those of the number with the digit that fits.
            let fitting: String = typed.chars().take(typed.chars().count() - 1).chain([expected]).collect();
            let parsed = parse_patent(&fitting).map(|parsed| Parsed { canonical: typed.clone(), ..parsed });
            parsed.map_or_else(|_| Vec::new(), |parsed| whole(parsed, Some(Refusal::CheckDigit { typed, expected })))
        }
        Err(Refusal::MissingCheckDigit { complete, expected }) => {
            let parsed = parse_patent(&complete);
            parsed.map_or_else(|_| Vec::new(), |parsed| whole(parsed, Some(Refusal::MissingCheckDigit { complete, expected })))
        }
        // A trademark number says nothing of itself; where one was asked for it is one.
        Err(_) => match [Kind::Trademark, Kind::Madrid].into_iter().find(|one| one.name() == kind) {
            Some(kind) => whole(Parsed { kind, canonical: text.to_owned(), year: None, right: None }, None),
            None => Vec::new(),
        },
    }
}

/// One number: kind, year, whether its check digit holds.
fn line(number: &Found) -> Text {
    let kind = number.right.map_or("right-kind-unknown".to_owned(), |right: Right| format!("right-kind-{}", right.name()));
    let text = match (&number.refusal, number.kind) {
        (None, Kind::Patent) if number.canonical.contains('.') => Text::new("number-patent"),
        (None, Kind::Patent) => Text::new("number-patent-old"),
        (None, other) => Text::new(format!("number-{}", other.name())).or("number-other"),
        (Some(Refusal::CheckDigit { expected, .. }), _) => Text::new("number-patent-check").with("expected", expected.to_string()),
        (Some(Refusal::MissingCheckDigit { expected, .. }), _) => Text::new("number-patent-short").with("expected", expected.to_string()),
        (Some(Refusal::Year), _) => Text::new("number-patent-year"),
        (Some(_), _) => Text::new("number-patent-type"),
    };
    let year = number.year.map_or_else(|| Value::from(Text::new("year-unknown")), |year| Value::Words(year.to_string()));
    text.with("number", number.canonical.clone()).with("kind", Text::new(kind)).with("year", year)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dialog::answer::ListItem;

    fn facts(text: &str) -> Vec<(String, Value)> {
        let with = [(StepId::from("text"), Answer::Text(text.to_owned()))];
        let Event::Found { facts, .. } = numbers_in(&"seen".into(), &with) else { panic!("a look-up finds") };
        facts.into_iter().collect()
    }

    fn words(text: &str) -> [String; 3] {
        ["seen.none", "seen.bad", "seen.count"].map(|name| match facts(text).into_iter().find(|(one, _)| one == name) {
            Some((_, Value::Words(words))) => words,
            other => panic!("{other:?}"),
        })
    }

    fn told(text: &str) -> Vec<String> {
        let mut ids = Vec::new();
        let mut open = facts(text).into_iter().filter(|(name, _)| name == "seen.lines").map(|(_, value)| value).collect::<Vec<_>>();
        while let Some(Value::Text(text)) = open.pop() {
            if text.ids[0] == "lines" {
                open.extend(text.args.iter().rev().map(|(_, value)| value.clone()));
            } else {
                ids.push(text.ids[0].clone());
            }
        }
        ids
    }

    #[test]
    fn a_trademark_number_is_one_where_it_was_asked_for() {
        let item = |kind: &str| Answer::List(vec![ListItem { words: "12345678".into(), kind: kind.into(), verified: true }]);
        for (kind, none) in [("trademark", "no"), ("", "yes")] {
            let Event::Found { facts, .. } = numbers_in(&"seen".into(), &[("text".into(), item(kind))]) else { panic!("a look-up finds") };
            assert_eq!(facts.get("seen.none"), Some(&Value::from(none)), "{kind}");
        }
    }

    #[test]
    fn each_number_is_told_with_its_kind_and_whether_it_holds() {
        for (text, facts, lines) in [
            ("没有号码", ["yes", "no", "0"], vec!["number-none"]),
            ("包装上印着 ZL 2013 1 0113186.7", ["no", "no", "1"], vec!["number-patent"]),
            ("ZL 2013 1 0113186.8", ["no", "yes", "1"], vec!["number-patent-check"]),
            ("2013101131868", ["no", "yes", "1"], vec!["number-patent-check"]),
            ("201310113186", ["no", "yes", "1"], vec!["number-patent-short"]),
            ("ZL 2013 1 0113186.7，商标注册号 12345678", ["no", "no", "2"], vec!["number-patent", "number-trademark"]),
            ("CN112856361B", ["no", "no", "1"], vec!["number-publication"]),
            ("PCT/CN2020/012345", ["no", "no", "1"], vec!["number-pct"]),
        ] {
            assert_eq!(words(text), facts.map(str::to_owned), "{text}");
            assert_eq!(told(text), lines, "{text}");
        }
    }
}
