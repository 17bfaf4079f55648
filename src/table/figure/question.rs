//! What a question in plain words asks for: indicators, periods, places, types.

use super::{CITY, Figure, Wanted};
use crate::agency::region::{provinces, seat_of};
use crate::place::fold::{fold, is_han};
use crate::place::{PlaceKind, Places};
use crate::table::Table;
use crate::table::column::TYPES;
use crate::table::period::Period;
use chrono::NaiveDate;
use std::sync::LazyLock;

/// A word and what it stands for.
struct Word {
    folded: String,
    id: String,
}

/// What people call indicators and types.
struct Words {
    indicators: Vec<Word>,
    rights: Vec<Word>,
    /// Our indicators and their words, in the order of the file.
    ids: Vec<(String, Vec<String>)>,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| read(include_str!("../../data/figure-words.csv")));

fn read(table: &str) -> Words {
    let mut words = Words { indicators: Vec::new(), rights: Vec::new(), ids: Vec::new() };
    let mut reader = csv::ReaderBuilder::new().comment(Some(b'#')).from_reader(table.as_bytes());
    for record in reader.records().flatten() {
        let field = |at: usize| record.get(at).unwrap_or_default();
        let is_indicator = field(0) == "indicator";
        let phrases = || field(2).split('|').chain(field(3).split('|'));
        let list = if is_indicator { &mut words.indicators } else { &mut words.rights };
        list.extend(phrases().map(|phrase| Word { folded: fold(phrase), id: field(1).to_owned() }));
        if is_indicator {
            words.ids.push((field(1).to_owned(), phrases().map(fold).collect()));
        }
    }
    for list in [&mut words.indicators, &mut words.rights] {
        list.sort_by_key(|word| std::cmp::Reverse(word.folded.chars().count()));
    }
    words
}

/// Our indicators with what people call them.
pub fn indicators() -> impl Iterator<Item = (&'static str, &'static [String])> {
    WORDS.ids.iter().map(|(id, words)| (id.as_str(), words.as_slice()))
}

/// Our indicator of that name, or that people call so.
pub fn indicator(name: &str) -> Option<&'static str> {
    let folded = fold(name);
    let known = |(id, words): &(&'static str, &'static [String])| *id == name.trim() || words.contains(&folded);
    indicators().find(known).map(|(id, _)| id)
}

pub(super) fn understand(table: &Table<Figure>, question: &str, places: &Places, today: NaiveDate) -> Wanted {
    let mut rest = Rest(fold(question));
    let mut wanted = Wanted { periods: Period::named_in(question, today), ..Wanted::default() };
    wanted.each_district = rest.take_any(&[
        "各个区",
        "各区",
        "每个区",
        "所有区",
        "分区",
        "哪个区",
        "by district",
        "each district",
        "every district",
        "all districts",
        "districts",
    ]);
    wanted.each_year = wanted.periods.is_empty()
        && rest.take_any(&[
            "历年",
            "各年",
            "每年",
            "逐年",
            "趋势",
            "变化",
            "all years",
            "each year",
            "every year",
            "by year",
            "over the years",
            "trend",
        ]);
    wanted.each_right =
        rest.take_any(&["三种专利", "各类专利", "各类型", "分类型", "三类专利", "by type", "each type", "all types", "types"]);
    wanted.places = named_places(question, places);
    wanted.elsewhere = elsewhere(question, places, &wanted.places);
    // The table's own indicators are called by their names.
    for (id, own) in table.indicators().into_iter().filter(|(_, own)| !own.is_empty()) {
        let called: Vec<String> = [&own.zh, &own.en].into_iter().flatten().map(|name| fold(name)).chain([fold(id)]).collect();
        if called.iter().any(|name| rest.take(name)) {
            wanted.indicators.push(id.to_owned());
        }
    }
    // Indicators first: their names may hold a type ("有效发明").
    let mut weak = Vec::new();
    for word in &WORDS.indicators {
        if !rest.take(&word.folded) {
            continue;
        }
        if WEAK.contains(&word.folded.as_str()) {
            weak.push(&word.id);
            continue;
        }
        note(&mut wanted.indicators, &word.id);
        if ["有效发明", "高价值发明"].contains(&word.folded.as_str()) {
            wanted.rights.extend(right("invention"));
        }
    }
    if wanted.indicators.is_empty() {
        weak.truncate(1);
        weak.into_iter().for_each(|id| note(&mut wanted.indicators, id));
    }
    for word in &WORDS.rights {
        if rest.take(&word.folded) {
            wanted.rights.extend(right(&word.id));
        }
    }
    plausible(&mut wanted.indicators);
    let order = |name: &&str| TYPES.iter().position(|names| names.first() == Some(name));
    wanted.rights.sort_by_key(order);
    wanted.rights.dedup();
    wanted
}

/// Words that say little beside a real name of an indicator: "how many have been filed".
const WEAK: [&str; 10] = ["have", "has", "had", "get", "got", "hold", "held", "received", "obtained", "拿到"];

/// A pledged or international patent is no plain one: "PCT applications" does not ask for all applications.
fn plausible(indicators: &mut Vec<String>) {
    const SPECIAL: [&str; 9] = [
        "per-10k-high-value",
        "pct",
        "pledge-amount",
        "pledge-count",
        "agencies",
        "agents",
        "trademark-filings",
        "trademark-registrations",
        "trademarks-in-force",
    ];
    let special = |id: &str| SPECIAL.contains(&id) || id == "geographical-indications";
    if indicators.iter().any(|id| special(id)) {
        indicators.retain(|id| special(id) || !["filings", "grants", "in-force"].contains(&id.as_str()));
    }
}

fn note(list: &mut Vec<String>, id: &str) {
    if !list.iter().any(|known| known == id) {
        list.push(id.to_owned());
    }
}

fn right(id: &str) -> Option<&'static str> {
    TYPES.iter().filter_map(|names| names.first().copied()).find(|name| *name == id)
}

/// Codes of the places that a question names, in its order. Of a name that two places have, the district counts.
fn named_places(question: &str, places: &Places) -> Vec<String> {
    let mut named: Vec<String> = Vec::new();
    for place in places.mentioned(question) {
        if place.kind != PlaceKind::Outside && !named.contains(&place.code) {
            named.push(place.code.clone());
        }
    }
    // "Wuchang in Wuhan": the city is only where the district lies. "Wuhan and Wuchang" asks for both.
    let both = ["和", "与", "、", " and ", ",", "，", "vs", "比", "全市"].iter().any(|sign| question.to_lowercase().contains(sign));
    if named.len() > 1 && !both {
        named.retain(|code| code != CITY);
    }
    named
}

/// Places as they are written that are none of ours: what lies outside the city, and what is called a district and is not known.
fn elsewhere(question: &str, places: &Places, ours_named: &[String]) -> Vec<String> {
    let folded = fold(question);
    let outside =
        places.iter().filter(|place| place.kind == PlaceKind::Outside).flat_map(|place| [&place.zh].into_iter().chain(&place.aliases));
    let mut names: Vec<String> = outside.map(|name| fold(name)).collect();
    names.sort_by_key(|name| std::cmp::Reverse(name.chars().count()));
    // Our own places are taken out first: 东西湖 is not 西湖.
    let mut rest = Rest(folded);
    let mut ours: Vec<String> = places
        .iter()
        .filter(|place| place.kind != PlaceKind::Outside)
        .flat_map(|place| [&place.zh, &place.en].into_iter().chain(&place.aliases))
        .map(|name| fold(name))
        .collect();
    ours.sort_by_key(|name| std::cmp::Reverse(name.chars().count()));
    let mut found = districts_unknown(&rest.0, places);
    for name in found.iter().chain(&ours).filter(|name| name.chars().count() > 1) {
        while rest.take(name) {}
    }
    // The province of the city is another place only by itself: "湖北武汉".
    let home = places.iter().find(|place| place.kind == PlaceKind::City).map(|place| seat_of(&place.zh));
    let province = provinces().iter().find(|province| home.is_some_and(|home| home.province == Some(province.zh)));
    names.extend(province.filter(|_| ours_named.is_empty()).into_iter().flat_map(|province| [fold(province.zh), fold(province.en)]));
    for name in names {
        if rest.take(&name) {
            note(&mut found, &name);
        }
    }
    found.into_iter().map(|name| as_written(question, name)).collect()
}

/// A folded name as it stands in the question, where that has the same letters.
fn as_written(question: &str, name: String) -> String {
    let at = question.to_ascii_lowercase().find(&name);
    at.and_then(|at| question.get(at..at + name.len())).map_or(name, str::to_owned)
}

/// "天河区", "Tianhe District": what is written like a district of ours and is none.
fn districts_unknown(folded: &str, places: &Places) -> Vec<String> {
    const LEADING: &str = "下来一的在和与或跟查看问请要想年月度末全各每个所有哪些几这那两三四五六七八九十市省";
    const GENERAL: [&str; 21] = [
        "城",
        "辖",
        "地",
        "园",
        "社",
        "小",
        "景",
        "新",
        "分",
        "郊",
        "山",
        "开发",
        "高新",
        "工业",
        "自贸",
        "科技园",
        "新城",
        "主城",
        "市辖",
        "中心城",
        "远城",
    ];
    let mut found = Vec::new();
    let runs = folded.split(|sign: char| !is_han(sign));
    for (run, at) in runs.flat_map(|run| run.match_indices(['区', '县']).map(move |(at, _)| (run, at))) {
        let end = at + "区".len();
        // 区域, 区别 and the like are other words.
        if run.get(end..).is_some_and(|after| after.starts_with(['域', '别', '分', '块', '间', '级'])) {
            continue;
        }
        let before: Vec<char> =
            run.get(..at).unwrap_or_default().chars().rev().take_while(|sign| !LEADING.contains(*sign)).take(4).collect();
        // Most names of districts have two characters; three only where nothing else stands before them.
        let before = before.get(..if before.len() == 3 { 3 } else { before.len().min(2) }).unwrap_or_default();
        let name: String = before.iter().rev().collect();
        let name = name.trim_start_matches(['区', '县']);
        let written = format!("{name}{}", run.get(at..end).unwrap_or_default());
        let known = GENERAL.iter().any(|general| name.ends_with(general)) || !places.mentioned(&written).is_empty();
        if name.chars().count() > 1 && !known {
            note(&mut found, &written);
        }
    }
    let words: Vec<&str> = folded.split(' ').collect();
    for pair in words.windows(2) {
        let (name, kind) = (pair.first().copied().unwrap_or_default(), pair.last().copied().unwrap_or_default());
        let is_name = name.len() > 3 && name.bytes().all(|byte| byte.is_ascii_lowercase());
        let general = [
            "each",
            "every",
            "which",
            "what",
            "that",
            "this",
            "other",
            "whole",
            "city",
            "urban",
            "rural",
            "zone",
            "tech",
            "high",
            "technology",
            "development",
            "lake",
            "scenic",
            "area",
            "from",
            "with",
            "wuhan",
        ];
        if ["district", "county"].contains(&kind) && is_name && !general.contains(&name) && places.mentioned(name).is_empty() {
            note(&mut found, &format!("{name} {kind}"));
        }
    }
    found
}

/// What of a question is not yet understood.
struct Rest(String);

impl Rest {
    /// Takes a word out; Latin words only as whole words.
    fn take(&mut self, word: &str) -> bool {
        if word.is_empty() {
            return false;
        }
        let mut from = 0;
        while let Some(at) = self.0.get(from..).and_then(|rest| rest.find(word)).map(|at| at + from) {
            let before = self.0[..at].chars().next_back();
            let after = self.0[at + word.len()..].chars().next();
            let latin = |sign: Option<char>| sign.is_some_and(|sign| sign.is_alphanumeric() && !is_han(sign));
            let whole = word.contains(is_han) || !latin(before) && !latin(after);
            if whole {
                self.0.replace_range(at..at + word.len(), " ");
                return true;
            }
            from = at + word.len();
        }
        false
    }

    fn take_any(&mut self, words: &[&str]) -> bool {
        words.iter().any(|word| self.take(word))
    }
}
