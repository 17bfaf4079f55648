//! The shipped dialogs are in order, and every way in which a dialog can be wrong is refused at the right place.
//!
//! `fixtures/broken-dialogs/base` is a pair of dialogs without a fault. Each folder beside it is named after a kind of
//! complaint: `change.txt` breaks the base, `expected.txt` is what `check` then prints. `UPDATE=1` writes what it prints now.

use ip_office_bot::assets::Assets;
use ip_office_bot::complaint::{Complaint, Kind, render};
use ip_office_bot::config::QUEUES;
use ip_office_bot::dialog::check::{CheckFacts, Terms, check};
use ip_office_bot::dialog::load::{DialogFile, Flows, schema};
use ip_office_bot::locale::{Language, TextFile, Texts};
use ip_office_bot::place::Places;
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::path::Path;
use std::sync::LazyLock;

const BROKEN: &str = "tests/fixtures/broken-dialogs";

/// Files by the path that complaints show.
type Files = BTreeMap<String, String>;

fn complaints(dialogs: &[DialogFile], texts: &[TextFile]) -> Vec<Complaint> {
    let places = Places::shipped();
    let glossary = SHIPPED.data("glossary.csv").and_then(|table| std::str::from_utf8(table).ok()).expect("the glossary");
    let facts = CheckFacts::new(QUEUES.map(Into::into), &places).with_terms(Terms::read(glossary));
    match (Flows::load(dialogs), Texts::load(texts)) {
        (Ok(flows), Ok(texts)) => check(&flows, &texts, &facts),
        (flows, texts) => flows.err().into_iter().chain(texts.err()).flatten().collect(),
    }
}

fn check_files(files: &Files) -> Vec<Complaint> {
    let dialogs: Vec<DialogFile> = files
        .iter()
        .filter_map(|(path, text)| Some(DialogFile { name: path.strip_prefix("dialogs/")?.to_owned(), text: text.clone() }))
        .collect();
    let texts: Vec<TextFile> = files
        .iter()
        .filter_map(|(path, text)| {
            let (language, name) = path.strip_prefix("locales/")?.split_once('/')?;
            Some(TextFile { language: Language(language.to_owned()), name: name.to_owned(), text: text.clone() })
        })
        .collect();
    complaints(&dialogs, &texts)
}

fn drawn(files: &Files) -> (Vec<Complaint>, String) {
    let found = check_files(files);
    let sources = files.iter().map(|(path, text)| (path.clone(), text.as_str())).collect();
    let text = render(&found, &sources);
    // Drawing leaves blanks at the ends of lines.
    let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
    (found, format!("{}\n", lines.join("\n").trim()))
}

static SHIPPED: LazyLock<Assets> = LazyLock::new(|| Assets::open(None).expect("assets"));
static BASE: LazyLock<Files> = LazyLock::new(base);

/// The pair of dialogs without a fault, with the words that work anywhere.
fn base() -> Files {
    let assets = Assets::open(Some(&Path::new(BROKEN).join("base"))).expect("the base");
    let mut files: Files = assets.sources().into_iter().map(|(path, text)| (path, text.to_owned())).collect();
    for file in SHIPPED.texts().iter().filter(|file| file.name == "language.ftl") {
        files.insert(file.path(), file.text.clone());
    }
    files
}

/// Applies a `change.txt`: a path, what stands there between `<<<<` and `====`, what stands there instead until `>>>>`;
/// nothing between the first two makes a new file. `fill PATH N` makes a file larger by N signs.
fn change(files: &mut Files, script: &str) {
    let mut lines = script.lines();
    while let Some(line) = lines.next() {
        if let Some(rest) = line.strip_prefix("fill ") {
            let (path, count) = rest.split_once(' ').expect("a path and a number");
            let text = files.get_mut(path).expect("a file of the base");
            text.push_str(&format!("#{}\n", "x".repeat(count.parse().expect("a number"))));
            continue;
        }
        assert_eq!(lines.next(), Some("<<<<"), "{script}");
        let old: Vec<&str> = lines.by_ref().take_while(|line| *line != "====").collect();
        let new: Vec<&str> = lines.by_ref().take_while(|line| *line != ">>>>").collect();
        let (old, new) = (old.join("\n"), new.join("\n"));
        if old.is_empty() {
            assert!(files.insert(line.to_owned(), format!("{new}\n")).is_none(), "{line} is there already");
            continue;
        }
        let text = files.get_mut(line).unwrap_or_else(|| panic!("no file {line}"));
        assert!(text.contains(&old), "{line} does not hold:\n{old}");
        *text = text.replacen(&old, &new, 1);
    }
}

#[test]
fn the_shipped_dialogs_and_texts_are_in_order() {
    let found = complaints(SHIPPED.dialogs(), SHIPPED.texts());
    assert!(found.is_empty(), "{} complaints:\n{}", found.len(), render(&found, &SHIPPED.sources()));
}

#[test]
fn the_base_of_the_broken_dialogs_has_no_fault() {
    let (found, text) = drawn(&BASE);
    assert!(found.is_empty(), "{text}");
}

#[test]
fn every_kind_of_fault_is_refused_with_its_place() {
    let update = std::env::var_os("UPDATE").is_some();
    let mut wrong = Vec::new();
    for kind in Kind::NAMES {
        let folder = Path::new(BROKEN).join(kind);
        let script = std::fs::read_to_string(folder.join("change.txt")).unwrap_or_else(|_| panic!("{kind} has no broken example"));
        let mut files = BASE.clone();
        change(&mut files, &script);
        let (found, text) = drawn(&files);
        if !found.iter().any(|complaint| complaint.kind.name() == kind) {
            wrong.push(format!("{kind}: not refused, but:\n{text}"));
        }
        if update {
            std::fs::write(folder.join("expected.txt"), &text).expect("written");
        }
        let expected = std::fs::read_to_string(folder.join("expected.txt")).unwrap_or_default();
        if text != expected {
            wrong.push(format!("{kind}: expected\n{expected}\nbut found\n{text}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

#[test]
fn no_broken_example_is_left_without_its_kind() {
    let kinds: BTreeSet<&str> = Kind::NAMES.into_iter().chain(["base"]).collect();
    for entry in std::fs::read_dir(BROKEN).expect("a folder") {
        let name = entry.expect("an entry").file_name();
        assert!(kinds.contains(name.to_string_lossy().as_ref()), "{name:?} is no kind of complaint");
    }
}

#[test]
fn the_schema_for_editors_is_up_to_date() {
    let path = Path::new("dialogs/schema.json");
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(path, schema()).expect("written");
    }
    let there = std::fs::read_to_string(path).unwrap_or_default();
    assert!(there == schema(), "run the test with UPDATE=1 to write {}", path.display());
}

#[test]
fn every_shipped_dialog_names_its_schema() {
    for file in SHIPPED.dialogs() {
        let schema = if file.name.starts_with("shared/") { "../schema.json" } else { "schema.json" };
        let line = format!("# yaml-language-server: $schema={schema}");
        assert!(file.text.lines().next() == Some(&line), "{} must begin with `{line}`", file.path());
    }
}

/// One way to spoil a file.
#[derive(Clone, Debug)]
enum Spoil {
    /// Another byte at a place.
    Flip(usize, u8),
    /// A line less.
    Drop(usize),
    /// Two lines the other way round.
    Swap(usize, usize),
    /// Cut off.
    Cut(usize),
    /// A line twice.
    Double(usize),
    /// A word of another line instead.
    Borrow(usize, usize),
}

fn spoil() -> impl Strategy<Value = Spoil> {
    let n = || any::<usize>();
    prop_oneof![
        (n(), any::<u8>()).prop_map(|(at, byte)| Spoil::Flip(at, byte)),
        n().prop_map(Spoil::Drop),
        (n(), n()).prop_map(|(one, other)| Spoil::Swap(one, other)),
        n().prop_map(Spoil::Cut),
        n().prop_map(Spoil::Double),
        (n(), n()).prop_map(|(one, other)| Spoil::Borrow(one, other)),
    ]
}

fn spoiled(text: &str, spoil: &Spoil) -> String {
    let mut lines: Vec<&str> = text.lines().collect();
    if lines.is_empty() {
        return text.to_owned();
    }
    let count = lines.len();
    match spoil {
        Spoil::Flip(at, byte) => {
            let mut bytes = text.as_bytes().to_vec();
            let at = at % bytes.len();
            bytes[at] = *byte;
            return String::from_utf8_lossy(&bytes).into_owned();
        }
        Spoil::Drop(at) => drop(lines.remove(at % count)),
        Spoil::Swap(one, other) => lines.swap(one % count, other % count),
        Spoil::Cut(at) => {
            let end = (0..=at % (text.len() + 1)).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
            return text[..end].to_owned();
        }
        Spoil::Double(at) => lines.insert(at % count, lines[at % count]),
        Spoil::Borrow(one, other) => {
            let word = lines[other % count].split_whitespace().next_back().unwrap_or_default();
            let line = lines[one % count];
            let start = line.trim_end().rfind(' ').map_or(0, |at| at + 1);
            let mixed = format!("{}{word}", &line[..start]);
            let mut all: Vec<String> = lines.iter().map(|line| (*line).to_owned()).collect();
            all[one % count] = mixed;
            return all.join("\n");
        }
    }
    lines.join("\n")
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn spoiled_files_never_stop_the_check(which in any::<usize>(), spoils in proptest::collection::vec(spoil(), 1..5)) {
        let mut files = BASE.clone();
        let path = files.keys().filter(|path| !path.ends_with("language.ftl")).cycle().nth(which % 64).cloned().expect("a file");
        for one in &spoils {
            let text = spoiled(&files[&path], one);
            files.insert(path.clone(), text);
        }
        let (found, text) = drawn(&files);
        prop_assert!(found.is_empty() == (text == "\n"));
    }

    #[test]
    fn spoiled_shipped_dialogs_never_stop_the_loading(which in any::<usize>(), spoils in proptest::collection::vec(spoil(), 1..4)) {
        let all = SHIPPED.dialogs();
        let one = &all[which % all.len()];
        let mut dialogs: Vec<DialogFile> = all.iter().filter(|file| file.name.starts_with("shared/") && file.name != one.name).cloned().collect();
        let text = spoils.iter().fold(one.text.clone(), |text, spoil| spoiled(&text, spoil));
        dialogs.push(DialogFile { name: one.name.clone(), text });
        if let Err(found) = Flows::load(&dialogs) {
            prop_assert!(!found.is_empty());
        }
    }
}

/// Texts that the code names outside of its tests, with the file.
fn named_texts() -> Vec<(String, String)> {
    let literal = regex::Regex::new(r#"(?:Text::new|\.or)\(\s*"([^"{}]+)""#).expect("a pattern");
    let button = regex::Regex::new(r#"\bbutton\("([a-z-]+)""#).expect("a pattern");
    let mut found = Vec::new();
    let mut open = vec![Path::new("src").to_owned()];
    while let Some(folder) = open.pop() {
        for entry in std::fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                open.push(path);
                continue;
            }
            if path.extension().is_none_or(|ending| ending != "rs") {
                continue;
            }
            let code = std::fs::read_to_string(&path).expect("text");
            let code = code.split("#[cfg(test)]").next().unwrap_or_default();
            let file = path.display().to_string();
            found.extend(literal.captures_iter(code).map(|hit| (hit[1].to_owned(), file.clone())));
            if code.contains("format!(\"button-{name}\")") {
                found.extend(button.captures_iter(code).map(|hit| (format!("button-{}", &hit[1]), file.clone())));
            }
        }
    }
    found
}

#[test]
fn every_text_named_in_the_code_is_there_in_every_language() {
    let texts = Texts::load(SHIPPED.texts()).expect("texts");
    let named = named_texts();
    assert!(named.len() > 100, "only {} texts found: has the way of naming them changed?", named.len());
    let missing: BTreeSet<String> = named
        .iter()
        .flat_map(|(id, file)| {
            texts.languages().filter(|language| !texts.has(language, id)).map(move |l| format!("{file}: {id} in {}", l.0))
        })
        .collect();
    assert!(missing.is_empty(), "{missing:#?}");
}

/// Texts that belong to no dialog: each is said somewhere in the program or by a dialog, so that nobody translates in vain.
#[test]
fn every_general_text_is_said_by_the_program_or_by_a_dialog() {
    let texts = Texts::load(SHIPPED.texts()).unwrap_or_else(|_| panic!("the shipped texts are in order"));
    let flows = Flows::load(SHIPPED.dialogs()).unwrap_or_else(|_| panic!("the shipped dialogs are in order"));
    let places = Places::shipped();
    let facts = CheckFacts::new(QUEUES.map(Into::into), &places);
    let mut program = String::new();
    read_below(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut program);
    let beginnings: BTreeSet<&str> = regex::Regex::new(r#""([a-z][a-z0-9-]*-)[{"]"#)
        .expect("a pattern")
        .captures_iter(&program)
        .filter_map(|found| found.get(1))
        .map(|found| found.as_str())
        .collect();
    let mut endings: BTreeSet<&str> = regex::Regex::new(r#"\{[a-z_]*\}(-[a-z-]+)""#)
        .expect("a pattern")
        .captures_iter(&program)
        .filter_map(|found| found.get(1))
        .map(|found| found.as_str())
        .collect();
    endings.insert("-more");
    let states: BTreeSet<String> =
        flows.iter().filter_map(|flow| flow.submit.as_ref()).flat_map(|submit| submit.states.keys().map(ToString::to_string)).collect();
    let referred: BTreeSet<&str> = texts.entries().flat_map(|entry| entry.references()).collect();
    // Every word in quotation marks, up to the dot of an attribute; looked up, since the program is long.
    let literals: HashSet<&str> = regex::Regex::new(r#""([a-z][A-Za-z0-9_:-]*)[."]"#)
        .expect("a pattern")
        .captures_iter(&program)
        .filter_map(|found| found.get(1))
        .map(|found| found.as_str())
        .collect();
    let literal = |name: &str| literals.contains(name);
    let said = |id: &str| {
        // A scope is written with a colon.
        let known =
            |rest: &str| literal(rest) || literal(&rest.replacen('-', ":", 1)) || rest.parse::<u32>().is_ok() || states.contains(rest);
        let made = |beginning: &&str| {
            let rest = id.strip_prefix(*beginning);
            rest.is_some_and(|rest| known(rest) || endings.iter().any(|ending| rest.strip_suffix(ending).is_some_and(known)))
        };
        literal(id) || referred.contains(id) || id.starts_with("queue-") || beginnings.iter().any(made)
    };
    let unsaid: BTreeSet<&str> =
        texts.entries().filter(|entry| facts.is_general(entry.file) && !said(entry.id)).map(|entry| entry.id).collect();
    assert!(unsaid.is_empty(), "nothing says {unsaid:?}");
}

fn read_below(folder: &Path, into: &mut String) {
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            read_below(&path, into);
        } else if path.extension().is_some_and(|ending| ending == "rs" || ending == "html") {
            into.push_str(&std::fs::read_to_string(&path).expect("a file"));
        }
    }
}

#[test]
fn a_general_text_that_nothing_says_or_that_is_missing_is_refused() {
    let shipped = Texts::load(SHIPPED.texts()).unwrap_or_else(|_| panic!("the shipped texts are in order"));
    let flows = Flows::load(SHIPPED.dialogs()).unwrap_or_else(|_| panic!("the shipped dialogs are in order"));
    let places = Places::shipped();
    let facts = || CheckFacts::new(QUEUES.map(Into::into), &places);
    let said: BTreeSet<String> = shipped.entries().filter(|entry| facts().is_general(entry.file)).map(|entry| entry.name()).collect();
    let found = |change: &dyn Fn(&mut TextFile)| {
        let mut own = SHIPPED.texts().to_vec();
        own.iter_mut().filter(|file| file.name == "ticket.ftl").for_each(change);
        let texts = Texts::load(&own).unwrap_or_else(|_| panic!("readable"));
        check(&flows, &texts, &facts().saying(said.clone())).into_iter().map(|one| one.kind).collect::<Vec<_>>()
    };
    assert_eq!(found(&|_| {}), []);
    let unused = found(&|file| file.text.push_str("\nhistory-dreamt = x\n"));
    assert!(
        !unused.is_empty() && unused.iter().all(|kind| matches!(kind, Kind::TextUnused { id } if id == "history-dreamt")),
        "{unused:?}"
    );
    let missing = found(&|file| file.text = file.text.replace("history-hurried = ", "history-hurryed = "));
    assert!(missing.iter().any(|kind| matches!(kind, Kind::TextMissing { id, .. } if id == "history-hurried")), "{missing:?}");
}
