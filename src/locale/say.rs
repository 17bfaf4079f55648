//! All texts of all languages, and how one becomes words.
//!
//! ## Why
//! Fluent's isolation marks are off: they break copying of receipts, and no language here is written right to left.
//! Own functions of Fluent are none: what a language writes in its own way (days, times, lists) are texts of
//! `language.ftl`, so a further language brings them along.

use super::choice::Choices;
use super::entry::entries;
use super::text::{Language, Text, Value};
use crate::clock::office_time;
use crate::complaint::{Complaint, Kind, Place};
use crate::{format, message};
use chrono::{Datelike, NaiveDate};
use fluent::concurrent::FluentBundle;
use fluent::resolver::ResolverError;
use fluent::resolver::errors::ReferenceKind;
use fluent::{FluentArgs, FluentError, FluentResource, FluentValue};
use fluent_syntax::ast::Pattern;
use std::collections::{BTreeSet, HashMap};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, RwLock};
use unic_langid::LanguageIdentifier;

/// A text file as read.
#[derive(Clone, Debug)]
pub struct TextFile {
    /// Name of its folder in `locales/`.
    pub language: Language,
    /// Its path below that folder: `common.ftl`, `shared/place.ftl`.
    pub name: String,
    /// What stands in it.
    pub text: String,
}

impl TextFile {
    /// The path that complaints show.
    pub fn path(&self) -> String {
        path(&self.language, &self.name)
    }
}

/// The path of a text file that complaints show.
pub fn path(language: &Language, name: &str) -> String {
    format!("locales/{}/{name}", language.0)
}

/// All texts of all languages.
pub struct Texts {
    spoken: Vec<Spoken>,
    choices: Choices,
    /// Variables of each text and attribute, over all languages.
    variables: HashMap<String, Vec<String>>,
    /// Labels as they are compared with typed words; see `question`.
    labels: Labels,
    missing: AtomicU64,
}

/// Labels without arguments in every language, folded, by the names of their text.
pub(super) type Labels = RwLock<HashMap<Vec<String>, Arc<[String]>>>;

/// One language.
pub(super) struct Spoken {
    pub(super) language: Language,
    pub(super) id: LanguageIdentifier,
    bundle: FluentBundle<Arc<FluentResource>>,
    sources: Vec<(String, Arc<FluentResource>)>,
    /// Languages in which a text is looked for, as positions in [`Texts::spoken`]; itself first.
    order: Vec<usize>,
    comma: String,
    and: String,
}

impl std::fmt::Debug for Texts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Texts").field("languages", &self.languages().collect::<Vec<_>>()).finish_non_exhaustive()
    }
}

impl Texts {
    /// Reads all text files. Chinese and English come first, whatever the order of the files.
    ///
    /// # Errors
    /// Everything that is no Fluent, stands twice, or names a language or list of words that does not exist.
    pub fn load(files: &[TextFile]) -> Result<Self, Vec<Complaint>> {
        let mut complaints = Vec::new();
        let mut languages: Vec<&Language> = files.iter().map(|file| &file.language).collect();
        languages.sort_by_key(|language| (rank(language), *language));
        languages.dedup();
        let mut spoken: Vec<Spoken> = Vec::new();
        for language in languages {
            match language.0.parse() {
                Ok(id) => spoken.push(Spoken::load((language, id), files, &mut complaints)),
                Err(_) => {
                    let file = files.iter().find(|file| file.language == *language).map_or_else(String::new, TextFile::path);
                    complaints.push(Complaint::new(file, Place::start(), Kind::NoLanguage { language: language.0.clone() }));
                }
            }
        }
        let orders: Vec<Vec<usize>> = (0..spoken.len()).map(|own| order(&spoken, own)).collect();
        for (one, order) in spoken.iter_mut().zip(orders) {
            one.order = order;
        }
        let choices = Choices::read(&spoken, &mut complaints);
        let variables = variables(&spoken);
        if complaints.is_empty() {
            Ok(Self { spoken, choices, variables, labels: Labels::default(), missing: AtomicU64::new(0) })
        } else {
            Err(complaints)
        }
    }

    /// The words of a text in a language, else in the language it falls back on. What people wrote is escaped. A text
    /// that is missing becomes its own name, a missing argument becomes `…`; both are counted ([`Texts::missing`]).
    pub fn say(&self, language: &Language, text: &Text) -> String {
        for spoken in self.order(language) {
            if let Some(pattern) = text.ids.iter().find_map(|id| spoken.pattern(id)) {
                return self.render(spoken, pattern, &text.args);
            }
        }
        self.missing.fetch_add(1, Ordering::Relaxed);
        let id = text.ids.first().map_or("", String::as_str);
        let name = [("id".to_owned(), Value::from(id))];
        match self.order(language).find_map(|spoken| spoken.pattern("common-missing").map(|pattern| (spoken, pattern))) {
            Some((spoken, pattern)) => self.render(spoken, pattern, &name),
            None => message::escape(id),
        }
    }

    /// How often a text or an argument was missing since the start.
    pub fn missing(&self) -> u64 {
        self.missing.load(Ordering::Relaxed)
    }

    /// The language itself, without falling back, has this text; a dot leads to an attribute.
    pub fn has(&self, language: &Language, id: &str) -> bool {
        self.find(language).is_some_and(|spoken| spoken.pattern(id).is_some())
    }

    /// Variables that a text or an attribute uses, over all languages, with those of texts that it refers to.
    pub fn variables(&self, id: &str) -> &[String] {
        self.variables.get(id).map_or(&[], Vec::as_slice)
    }

    /// An attribute without arguments, in the language or the one it falls back on; `None` when nobody has it.
    pub fn attribute(&self, language: &Language, id: &str, attribute: &str) -> Option<String> {
        self.order(language).find_map(|spoken| spoken.attribute(id, attribute).map(|pattern| self.render(spoken, pattern, &[])))
    }

    /// The languages, Chinese and English first.
    pub fn languages(&self) -> impl Iterator<Item = &Language> {
        self.spoken.iter().map(|spoken| &spoken.language)
    }

    pub(super) fn choices(&self) -> &Choices {
        &self.choices
    }

    pub(super) fn labels(&self) -> &Labels {
        &self.labels
    }

    pub(super) fn spoken(&self) -> &[Spoken] {
        &self.spoken
    }

    pub(super) fn sources(&self) -> impl Iterator<Item = (&Language, &str, &FluentResource)> {
        self.spoken.iter().flat_map(Spoken::sources)
    }

    fn find(&self, language: &Language) -> Option<&Spoken> {
        self.spoken.iter().find(|spoken| spoken.language == *language)
    }

    fn order(&self, language: &Language) -> impl Iterator<Item = &Spoken> {
        let first = self.find(language).or_else(|| self.find(&Language::english())).or(self.spoken.first());
        first.into_iter().flat_map(|spoken| spoken.order.iter().map(|at| &self.spoken[*at]))
    }

    fn render(&self, spoken: &Spoken, pattern: &Pattern<&str>, args: &[(String, Value)]) -> String {
        let mut values = FluentArgs::with_capacity(args.len());
        for (name, value) in args {
            values.set(name.as_str(), self.value(spoken, value));
        }
        let mut errors = Vec::new();
        let words = spoken.bundle.format_pattern(pattern, Some(&values), &mut errors).into_owned();
        if errors.is_empty() {
            return words;
        }
        self.missing.fetch_add(1, Ordering::Relaxed);
        for error in errors {
            if let FluentError::ResolverError(ResolverError::Reference(ReferenceKind::Variable { id })) = error {
                values.set(id, FluentValue::from("…"));
            }
        }
        spoken.bundle.format_pattern(pattern, Some(&values), &mut Vec::new()).into_owned()
    }

    fn value<'a>(&'a self, spoken: &'a Spoken, value: &'a Value) -> FluentValue<'a> {
        match value {
            Value::Number(number) => FluentValue::from(*number),
            other => FluentValue::from(self.words(spoken, other)),
        }
    }

    fn words(&self, spoken: &Spoken, value: &Value) -> String {
        match value {
            Value::Words(words) => message::escape(&format::neutral_lines(words)),
            Value::Number(number) => number.to_string(),
            Value::Day(day) => self.day(spoken, *day),
            Value::Time(at) => self.time(spoken, *at),
            Value::Money(fen) => self.written(spoken, "common-money", &[("amount", Value::Words(format::grouped_yuan(*fen)))]),
            Value::Text(text) => self.say(&spoken.language, text),
            Value::First(text) => {
                let words = message::plain(&self.say(&spoken.language, text));
                message::escape(words.lines().find(|line| !line.trim().is_empty()).unwrap_or_default())
            }
            Value::List(items) => self.list(spoken, items),
        }
    }

    fn day(&self, spoken: &Spoken, day: NaiveDate) -> String {
        let [year, month, date] = [i64::from(day.year()), i64::from(day.month()), i64::from(day.day())];
        self.written(spoken, "common-day", &[("year", year.into()), ("month", month.into()), ("day", date.into())])
    }

    fn time(&self, spoken: &Spoken, at: crate::clock::Moment) -> String {
        let local = office_time(at);
        let [month, day] = [i64::from(local.month()), i64::from(local.day())];
        let clock = local.format("%H:%M").to_string();
        self.written(spoken, "common-time", &[("month", month.into()), ("day", day.into()), ("clock", clock.into())])
    }

    /// A value in the form that the language gives it; its plain parts when the language says nothing about it.
    fn written(&self, spoken: &Spoken, id: &str, parts: &[(&str, Value)]) -> String {
        match spoken.pattern(id) {
            Some(pattern) => {
                let args: Vec<(String, Value)> = parts.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect();
                self.render(spoken, pattern, &args)
            }
            None => parts.iter().map(|(_, value)| self.words(spoken, value)).collect::<Vec<_>>().join("-"),
        }
    }

    fn list(&self, spoken: &Spoken, items: &[Value]) -> String {
        let mut list = String::new();
        for (i, item) in items.iter().enumerate() {
            if i > 0 {
                list.push_str(if i + 1 == items.len() { &spoken.and } else { &spoken.comma });
            }
            list.push_str(&self.words(spoken, item));
        }
        list
    }
}

impl Spoken {
    fn load((language, id): (&Language, LanguageIdentifier), files: &[TextFile], complaints: &mut Vec<Complaint>) -> Self {
        let mut bundle = FluentBundle::new_concurrent(vec![id.clone()]);
        bundle.set_use_isolating(false);
        let mut sources = Vec::new();
        for file in files.iter().filter(|file| file.language == *language) {
            // Fluent keeps carriage returns in texts; files from other systems must read the same.
            let resource = match FluentResource::try_new(file.text.replace("\r\n", "\n")) {
                Ok(resource) => Arc::new(resource),
                Err((resource, errors)) => {
                    complaints.extend(errors.into_iter().map(|error| {
                        let place = Place::of_bytes(resource.source(), error.pos.clone());
                        Complaint::new(file.path(), place, Kind::TextSyntax { trouble: error.kind.to_string() })
                    }));
                    continue;
                }
            };
            for error in bundle.add_resource(Arc::clone(&resource)).err().unwrap_or_default() {
                if let FluentError::Overriding { id, .. } = error {
                    let place = second(&resource, &id);
                    complaints.push(Complaint::new(file.path(), place, Kind::TextTwice { id }));
                }
            }
            sources.push((file.name.clone(), resource));
        }
        let mut spoken =
            Self { language: language.clone(), id, bundle, sources, order: Vec::new(), comma: String::new(), and: String::new() };
        spoken.comma = spoken.plain("common-list-comma").unwrap_or_else(|| ", ".to_owned());
        spoken.and = spoken.plain("common-list-and").unwrap_or_else(|| ", ".to_owned());
        spoken
    }

    pub(super) fn sources(&self) -> impl Iterator<Item = (&Language, &str, &FluentResource)> {
        self.sources.iter().map(|(name, resource)| (&self.language, name.as_str(), &**resource))
    }

    pub(super) fn pattern(&self, id: &str) -> Option<&Pattern<&str>> {
        match id.split_once('.') {
            None => self.bundle.get_message(id)?.value(),
            Some((id, attribute)) => self.attribute(id, attribute),
        }
    }

    fn attribute(&self, id: &str, attribute: &str) -> Option<&Pattern<&str>> {
        Some(self.bundle.get_message(id)?.get_attribute(attribute)?.value())
    }

    /// A text that takes no arguments.
    fn plain(&self, id: &str) -> Option<String> {
        self.pattern(id).map(|pattern| self.bundle.format_pattern(pattern, None, &mut Vec::new()).into_owned())
    }

    /// The words of an entry that takes no arguments.
    pub(super) fn fixed(&self, pattern: &Pattern<&str>) -> String {
        self.bundle.format_pattern(pattern, None, &mut Vec::new()).into_owned()
    }
}

fn variables(spoken: &[Spoken]) -> HashMap<String, Vec<String>> {
    let mut own: HashMap<String, BTreeSet<&str>> = HashMap::new();
    let mut references: HashMap<String, Vec<&str>> = HashMap::new();
    for entry in spoken.iter().flat_map(Spoken::sources).flat_map(|(language, file, resource)| entries(language, file, resource)) {
        own.entry(entry.name()).or_default().extend(entry.variables());
        references.entry(entry.name()).or_default().extend(entry.references());
    }
    let all = |name: &String| {
        let mut seen: BTreeSet<&str> = BTreeSet::from([name.as_str()]);
        let mut open = vec![name.as_str()];
        let mut found: BTreeSet<&str> = BTreeSet::new();
        while let Some(next) = open.pop() {
            found.extend(own.get(next).into_iter().flatten());
            open.extend(references.get(next).into_iter().flatten().filter(|one| seen.insert(one)));
        }
        found.into_iter().map(str::to_owned).collect()
    };
    own.keys().map(|name| (name.clone(), all(name))).collect()
}

/// Chinese and English come before what was added later.
fn rank(language: &Language) -> u8 {
    match language {
        l if *l == Language::chinese() => 0,
        l if *l == Language::english() => 1,
        _ => 2,
    }
}

/// A language falls back on English, then Chinese, then the rest; so Chinese and English fall back on one another.
fn order(spoken: &[Spoken], own: usize) -> Vec<usize> {
    let english = spoken.iter().position(|one| one.language == Language::english());
    let mut order = vec![own];
    order.extend(english.filter(|at| *at != own));
    order.extend((0..spoken.len()).filter(|at| *at != own && Some(*at) != english));
    order
}

/// Where an id stands the second time: the last one in this file.
fn second(resource: &FluentResource, id: &str) -> Place {
    let language = Language(String::new());
    entries(&language, "", resource)
        .filter(|entry| entry.id == id && entry.attribute.is_none())
        .last()
        .map_or_else(Place::start, |entry| entry.place())
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    pub(crate) fn texts(chinese: &str, english: &str) -> Texts {
        Texts::load(&files(chinese, english)).expect("texts without complaints")
    }

    pub(crate) fn files(chinese: &str, english: &str) -> Vec<TextFile> {
        let file = |language: Language, name: &str, text: &str| TextFile { language, name: name.to_owned(), text: text.to_owned() };
        vec![
            file(Language::english(), "own.ftl", english),
            file(Language::chinese(), "own.ftl", chinese),
            file(Language::chinese(), "language.ftl", include_str!("../../locales/zh-Hans/language.ftl")),
            file(Language::english(), "language.ftl", include_str!("../../locales/en/language.ftl")),
        ]
    }

    fn both(texts: &Texts, text: &Text) -> [String; 2] {
        [texts.say(&Language::chinese(), text), texts.say(&Language::english(), text)]
    }

    #[test]
    fn a_text_speaks_the_language_asked_for_and_falls_back_on_the_other() {
        let texts = texts("a = 甲\nonly-chinese = 仅中文", "a = A\nonly-english = English only\n  .hint = Hint");
        assert_eq!(both(&texts, &Text::new("a")), ["甲", "A"]);
        assert_eq!(both(&texts, &Text::new("only-chinese")), ["仅中文", "仅中文"]);
        assert_eq!(both(&texts, &Text::new("only-english.hint")), ["Hint", "Hint"]);
        assert_eq!(texts.say(&Language("fr".into()), &Text::new("a")), "A");
        assert!(!texts.has(&Language::chinese(), "only-english") && texts.has(&Language::english(), "only-english.hint"));
        assert_eq!(texts.attribute(&Language::chinese(), "only-english", "hint").as_deref(), Some("Hint"));
        assert_eq!(texts.attribute(&Language::chinese(), "a", "hint"), None);
    }

    #[test]
    fn ids_are_tried_in_order_before_another_language_is() {
        let texts = texts("general = 一般", "own = Own\ngeneral = General");
        assert_eq!(both(&texts, &Text::new("own").or("general")), ["一般", "Own"]);
    }

    #[test]
    fn days_times_money_and_lists_are_written_as_the_language_writes_them() {
        let texts = texts("t = { $x }", "t = { $x }");
        let say = |value: Value| both(&texts, &Text::new("t").with("x", value));
        let day = NaiveDate::from_ymd_opt(2026, 11, 23).expect("a day");
        assert_eq!(say(day.into()), ["2026年11月23日", "23 November 2026"]);
        let at = day.and_hms_opt(16, 5, 0).expect("a time").and_utc();
        assert_eq!(say(Value::Time(at)), ["11月24日 00:05", "24 November, 00:05"]);
        let list = |n: usize| Value::List((1..=n).map(Value::from).collect());
        assert_eq!(say(list(0)), ["", ""]);
        assert_eq!(say(list(1)), ["1", "1"]);
        assert_eq!(say(list(3)), ["1、2、3", "1; 2; 3"]);
        assert_eq!(say(Value::List(vec![Text::new("t").with("x", "a").into(), day.into()])), ["a、2026年11月23日", "a; 23 November 2026"]);
        let amount = format::grouped_yuan(50_000_000);
        assert_eq!(say(Value::Money(50_000_000)), [format!("{amount}元"), format!("CNY {amount}")]);
    }

    #[test]
    fn words_of_people_are_escaped_and_markup_of_texts_is_kept() {
        let texts = texts("t = <b>{ $name }</b>", "t = { $name }");
        let nested = Text::new("t").with("name", Text::new("t").with("name", "<3 & { $x }"));
        assert_eq!(texts.say(&Language::chinese(), &nested), "<b><b>&lt;3 &amp; { $x }</b></b>");
        assert_eq!(texts.missing(), 0);
    }

    #[test]
    fn numbers_choose_plural_forms_and_words_choose_branches() {
        let english =
            "n = { $n ->\n    [0] none\n    [one] one file\n   *[other] { $n } files\n}\ny = { $y ->\n    [yes] open\n   *[no] closed\n}";
        let texts = texts("n = { $n }", english);
        let say = |id: &str, name: &str, value: Value| texts.say(&Language::english(), &Text::new(id).with(name, value));
        assert_eq!([0, 1, 2].map(|n: i64| say("n", "n", n.into())), ["none", "one file", "2 files"]);
        assert_eq!(["yes", "no", "?"].map(|y| say("y", "y", y.into())), ["open", "closed", "closed"]);
    }

    #[test]
    fn a_missing_text_or_argument_is_visible_and_counted_and_never_stops() {
        let texts = texts("t = { $a }到{ $b }\nloop = { loop }\nbroken = { nothing }", "");
        assert_eq!(both(&texts, &Text::new("no-such.text")), ["〔no-such.text〕", "[no-such.text]"]);
        assert_eq!(texts.say(&Language::chinese(), &Text::new("t").with("a", "1")), "1到…");
        assert_eq!(texts.missing(), 3);
        for id in ["loop", "broken", "", ".", "a.", ".b"] {
            texts.say(&Language::chinese(), &Text::new(id));
        }
        texts.say(&Language::chinese(), &Text { ids: Vec::new(), args: Vec::new() });
        assert_eq!(texts.missing(), 10);
    }

    #[test]
    fn variables_are_those_of_all_languages_and_of_texts_referred_to() {
        let texts = texts("a = { $x }{ b }\n    .hint = { $h }\nb = { $y }{ a }", "a = { $z ->\n    [one] { $w }\n   *[other] x\n}");
        assert_eq!(texts.variables("a"), ["w", "x", "y", "z"]);
        assert_eq!(texts.variables("a.hint"), ["h"]);
        assert!(texts.variables("nothing").is_empty());
    }

    #[test]
    fn files_that_cannot_be_read_are_refused_with_their_places() {
        let mut files = files("a = 甲\n\nb = { $x !\n", "a = A\na = B\n");
        files.push(TextFile { language: Language("not a language".into()), name: "x.ftl".into(), text: String::new() });
        let mut refused: Vec<(String, u32, String)> = Texts::load(&files)
            .expect_err("three complaints")
            .into_iter()
            .map(|complaint| (complaint.file, complaint.line, complaint.kind.name().to_owned()))
            .collect();
        refused.sort();
        let expected = [
            ("locales/en/own.ftl", 2, "text-twice"),
            ("locales/not a language/x.ftl", 1, "no-language"),
            ("locales/zh-Hans/own.ftl", 3, "text-syntax"),
        ];
        assert_eq!(refused, expected.map(|(file, line, kind)| (file.to_owned(), line, kind.to_owned())));
    }
}
