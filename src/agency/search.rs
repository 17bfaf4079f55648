//! Finds agencies by code, name, sound, initials and place.
//!
//! Pure and without a rank of its own: order is how well an entry fits the words, then its code.
//!
//! ## Why
//! An index of our own: pieces of names, the rarest first, find some hundred candidates, and each is then compared exactly.
//! Names of the register and questions are folded and cut by the same code. Measured (`benches/agency.rs`, eleven kinds of
//! question) it finds more names with a slip than a full-text engine, in a few milliseconds among 100,000 names, and adds no
//! dependency that takes minutes to build.

mod area;
mod entry;
mod gram;
mod packed;
mod score;
mod workers;

use crate::agency::name::{self, Name};
use crate::agency::{Agency, Register, Status};
use crate::place::Places;
use crate::place::fold::fold;
use area::{Area, Map};
use gram::Grams;
use packed::Packed;
use score::Asked;
use std::sync::Arc;

/// At least so many candidates are compared exactly, and more of a larger register.
const CANDIDATES: usize = 64;
/// And so many more that fit the text and not the place or status.
const STRANGERS: usize = 16;
/// Candidates that share all of the question are never cut off below this number.
const TWINS: usize = 400;
/// At most so many are offered as "did you mean".
const MOST_CLOSE: usize = 5;
/// What is longer is not a name; the rest is not read. In characters.
const LONGEST_TEXT: usize = 120;
const LARGEST_PAGE: usize = 50;

/// What is asked of the register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Query {
    /// A code, a name in Chinese, English or pinyin, initials, or a sentence around one of them.
    pub text: Option<String>,
    /// Name or code of a district, zone, city or province.
    pub place: Option<String>,
    /// Only agencies with this status. Agencies whose status is unknown are not counted as normal.
    pub status: Option<Status>,
    /// From 1; a page behind the last one is the last one.
    pub page: usize,
    /// 1 to 50.
    pub page_size: usize,
}

impl Default for Query {
    fn default() -> Self {
        Self { text: None, place: None, status: None, page: 1, page_size: 5 }
    }
}

/// One agency of an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    pub agency: Agency,
    /// How well it fits what was asked, up to 1000. Says nothing about the agency.
    pub score: u16,
}

/// One page of an answer.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Page {
    /// Agencies on all pages.
    pub total: usize,
    /// The agencies of this page: real matches, best first, equal ones by code. Before them stands a whole Latin name that was
    /// written with its form and one slip.
    pub items: Vec<Hit>,
    /// From 1.
    pub page: usize,
    /// At least 1.
    pub pages: usize,
    /// At most five that were perhaps meant: near names, the right name under another place or status, or agencies of the
    /// city where their districts are unknown. To be asked, never to be taken for an answer.
    pub close: Vec<Hit>,
    /// The text names one agency (a code, or a name with its legal form) and the register has no such one, or code and
    /// name belong to different agencies. Worth a warning about unlicensed agents.
    pub suspicious: bool,
    /// The text has only words that fit every agency ("patent agency"), and no place.
    pub too_general: bool,
    /// The place was not understood; then there are no items.
    pub place_unknown: bool,
}

/// The register, prepared for searching.
#[derive(Debug, Clone)]
pub struct Index {
    register: Arc<Register>,
    map: Map,
    /// One for each agency, in the same order.
    entries: Packed,
    grams: Grams,
}

/// Positions in the register with their points.
type Scored = Vec<(u16, usize)>;

impl Index {
    /// Prepares a register, on all processors.
    pub fn build(register: Arc<Register>) -> Self {
        Self::with_places(register, Places::shipped())
    }

    /// The same for an office with a table of places of its own.
    pub fn with_places(register: Arc<Register>, places: Places) -> Self {
        let map = Map::new(places);
        let (entries, grams) = Packed::new(&register.agencies, &map);
        Self { register, map, entries, grams }
    }

    pub fn register(&self) -> &Arc<Register> {
        &self.register
    }

    /// The agencies that fit, one page of them.
    pub fn search(&self, query: &Query) -> Page {
        let place = query.place.as_deref().filter(|place| !place.trim().is_empty());
        let area = place.map(|place| self.map.read(place));
        let Some(area) = area.map_or(Some(None), |known| known.map(Some)) else {
            return Page { page: 1, pages: 1, place_unknown: true, ..Page::default() };
        };
        let filter = self.filter(area, query.status.clone());
        let text: String = query.text.as_deref().unwrap_or_default().chars().take(LONGEST_TEXT).collect();
        let answer = match (text.trim().is_empty(), fold(&text).is_empty()) {
            (true, _) => self.everything(&filter),
            (false, true) => Answer { too_general: true, ..Answer::default() },
            (false, false) => self.by_text(&text, &filter),
        };
        self.page(answer, query)
    }

    fn by_text(&self, text: &str, filter: &Filter) -> Answer {
        let Some((code, rest)) = code_in(text, |code| self.position(code).is_some()) else {
            return self.by_name(text, filter);
        };
        let named = name::asked(&rest).iter().all(|name| !name.is_general());
        let by_name = if named { self.by_name(&rest, filter) } else { Answer::default() };
        let Some(at) = self.position(&code) else {
            let mut close = by_name.matches;
            close.extend(by_name.close);
            return Answer { close, suspicious: true, ..Answer::default() };
        };
        let agrees = !named || self.points_of(&rest, at) >= score::CLOSE || (by_name.matches.is_empty() && !name::names_a_firm(&rest));
        let other: Scored = by_name.matches.into_iter().chain(by_name.close).filter(|(_, other)| *other != at).collect();
        let close = if agrees { Vec::new() } else { other };
        let hit = (1000, at);
        if self.fits(filter, at) {
            Answer { matches: vec![hit], close, suspicious: !agrees, ..Answer::default() }
        } else {
            Answer { close: [vec![hit], close].concat(), suspicious: !agrees, ..Answer::default() }
        }
    }

    fn by_name(&self, text: &str, filter: &Filter) -> Answer {
        let names = name::asked(text);
        let (scored, nearly_whole) = self.scored(&names, filter);
        let best = scored.iter().map(|(points, _)| *points).max().unwrap_or(0);
        let same = scored.iter().any(|(points, at)| *points >= score::SAME && self.fits(filter, *at));
        let (matches, rest): (Scored, Scored) =
            scored.into_iter().partition(|(points, at)| *points >= score::MATCH && self.fits(filter, *at));
        if matches.is_empty()
            && let Some(answer) = self.by_place_in_text(&names, filter)
        {
            return answer;
        }
        let general = names.iter().any(Name::is_general);
        // A name written with its form may be another firm's with one slip, though a firm of that mark was found.
        let close = match best {
            score::WHOLE if same => Vec::new(),
            _ if same => rest.into_iter().filter(|(_, at)| nearly_whole.contains(at)).collect(),
            _ => rest,
        };
        Answer {
            matches,
            close,
            suspicious: !general && best < score::SAME && name::names_a_firm(text),
            too_general: general && best < score::MATCH,
        }
    }

    /// "patent agents in Wuhan", "武昌的专利代理": no name, but a place.
    fn by_place_in_text(&self, names: &[Name], filter: &Filter) -> Option<Answer> {
        let area = names.iter().find_map(|name| {
            let general = name.is_general().then(|| Area::of_name(name)).flatten();
            general.or_else(|| self.map.whole(name.mark.trim_end_matches('的')))
        })?;
        let here = self.filter(Some(area), filter.status.clone());
        let mut answer = self.everything(&here);
        answer.matches.retain(|(_, at)| self.fits(filter, *at));
        Some(answer)
    }

    fn everything(&self, filter: &Filter) -> Answer {
        let all = || 0..self.register.agencies.len();
        let matches: Scored = all().filter(|at| self.fits(filter, *at)).map(|at| (1000, at)).collect();
        let mut close = Scored::new();
        if let (true, Some(area)) = (matches.is_empty(), &filter.area) {
            let perhaps: Vec<bool> = self.entries.seats().iter().map(|seat| self.map.may_hold(area, seat)).collect();
            let perhaps = |at: &usize| perhaps.get(self.entries.seat_at(*at)).is_some_and(|perhaps| *perhaps);
            close.extend(all().filter(perhaps).filter(|at| self.has_status(filter, *at)).map(|at| (score::CLOSE, at)));
        }
        Answer { matches, close, ..Answer::default() }
    }

    /// Points of all candidates that have any, in the order of their places, best first, then those nearer to what was written,
    /// equal ones by code; and which are no matches, but the whole name but for one slip.
    fn scored(&self, names: &[Name], filter: &Filter) -> (Scored, Vec<usize>) {
        let asked: Vec<Asked> = names.iter().cloned().map(Asked::new).collect();
        let mut nearly_whole = Vec::new();
        let mut scored: Vec<(Place, u16, usize, usize)> = self
            .candidates(names, filter)
            .into_iter()
            .filter_map(|at| {
                let entry = self.entries.entry(at)?;
                let points = asked.iter().map(|asked| asked.score(&entry)).max().filter(|points| *points >= score::CLOSE)?;
                let distance = asked.iter().map(|asked| asked.distance(&entry)).min().unwrap_or(0);
                let nearly = |latin: bool| asked.iter().any(|asked| asked.is_latin() == latin && asked.is_nearly_whole(distance));
                let place = match (points >= score::MATCH, nearly(true)) {
                    (true, true) => Place::WholeMatch,
                    (true, false) => Place::Match,
                    (false, latin) if latin || nearly(false) => Place::NearlyWhole,
                    (false, _) => Place::Close,
                };
                nearly_whole.extend((place == Place::NearlyWhole).then_some(at));
                Some((place, u16::MAX - points, distance, at))
            })
            .collect();
        scored.sort_unstable();
        (scored.into_iter().map(|(_, points, _, at)| (u16::MAX - points, at)).collect(), nearly_whole)
    }

    fn points_of(&self, text: &str, at: usize) -> u16 {
        let asked = name::asked(text).into_iter().map(Asked::new);
        self.entries.entry(at).and_then(|entry| asked.map(|asked| asked.score(&entry)).max()).unwrap_or(0)
    }

    /// Entries worth an exact comparison, in order.
    fn candidates(&self, names: &[Name], filter: &Filter) -> Vec<usize> {
        let enough = CANDIDATES + self.entries.len().isqrt() / 3;
        let mut candidates = Vec::new();
        for name in names {
            let weights = self.grams.weigh(&entry::grams_of(name));
            let fitting = weights.heaviest(TWINS.max(enough), |at| self.fits(filter, at));
            let least = fitting.first().map_or(0, |(weight, _)| *weight);
            let twins = fitting.iter().take_while(|(weight, _)| *weight >= least);
            candidates.extend(twins.chain(fitting.iter().take(enough)).map(|(_, at)| *at));
            if filter.is_any() {
                candidates.extend(weights.heaviest(STRANGERS, |_| true).into_iter().map(|(_, at)| at));
            }
            let mut written = vec![&name.full, &name.core, &name.mark];
            written.dedup();
            for written in written {
                candidates.extend(self.grams.with(gram::initials(written)).filter(|at| self.fits(filter, *at)).take(TWINS));
                if filter.is_any() {
                    candidates.extend(self.grams.with(gram::initials(written)).take(STRANGERS));
                }
            }
            if let Some(beginning) = entry::beginning_of(&name.full) {
                let longer = self.grams.with(beginning).filter(|at| self.begins_with_initials(*at, &name.full));
                candidates.extend(longer.filter(|at| self.fits(filter, *at)).take(TWINS));
            }
        }
        candidates.sort_unstable();
        candidates.dedup();
        candidates
    }

    fn begins_with_initials(&self, at: usize, written: &str) -> bool {
        self.entries.entry(at).is_some_and(|entry| entry.begins_with_initials(written))
    }

    /// Where the agency with a code is in the register.
    fn position(&self, code: &str) -> Option<usize> {
        let agencies = &self.register.agencies;
        agencies.binary_search_by(|agency| agency.code.as_str().cmp(code)).ok()
    }

    fn filter(&self, area: Option<Area>, status: Option<Status>) -> Filter {
        let there = area.as_ref().map(|area| self.entries.seats().iter().map(|seat| self.map.holds(area, seat)).collect());
        Filter { area, there: there.unwrap_or_default(), status }
    }

    fn fits(&self, filter: &Filter, at: usize) -> bool {
        let there = filter.area.is_none() || filter.there.get(self.entries.seat_at(at)).is_some_and(|there| *there);
        there && self.has_status(filter, at)
    }

    fn has_status(&self, filter: &Filter, at: usize) -> bool {
        let status = self.register.agencies.get(at).map(|agency| &agency.status);
        filter.status.as_ref().is_none_or(|wanted| status == Some(wanted))
    }

    fn page(&self, answer: Answer, query: &Query) -> Page {
        let size = query.page_size.clamp(1, LARGEST_PAGE);
        let total = answer.matches.len();
        let pages = total.div_ceil(size).max(1);
        let page = query.page.clamp(1, pages);
        Page {
            total,
            items: self.hits(answer.matches.iter().skip((page - 1) * size).take(size)),
            page,
            pages,
            close: self.hits(answer.close.iter().take(MOST_CLOSE)),
            suspicious: answer.suspicious,
            too_general: answer.too_general,
            place_unknown: false,
        }
    }

    fn hits<'a>(&self, scored: impl Iterator<Item = &'a (u16, usize)>) -> Vec<Hit> {
        let hit = |(score, at): &(u16, usize)| Some(Hit { agency: self.register.agencies.get(*at)?.clone(), score: *score });
        scored.filter_map(hit).collect()
    }
}

/// Where a candidate comes. A name written in Latin letters with its form is nearest to the name that differs by one letter,
/// even where its mark is just that of another firm.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Place {
    WholeMatch,
    Match,
    /// No match, and the whole name but for one slip.
    NearlyWhole,
    Close,
}

/// What an agency must be besides fitting the text.
#[derive(Debug, Clone)]
struct Filter {
    area: Option<Area>,
    /// Whether each seat of the register is in the area.
    there: Vec<bool>,
    status: Option<Status>,
}

impl Filter {
    /// Whether anything is asked besides the text.
    fn is_any(&self) -> bool {
        self.area.is_some() || self.status.is_some()
    }
}

/// All that was found, before it is cut into pages.
#[derive(Debug, Default)]
struct Answer {
    matches: Scored,
    close: Scored,
    suspicious: bool,
    too_general: bool,
}

/// The first run of digits that is a code, and the text around it. Five digits are always one, others if they are registered.
fn code_in(text: &str, registered: impl Fn(&str) -> bool) -> Option<(String, String)> {
    let folded = fold(text);
    let digit = |sign: char| sign.is_ascii_digit();
    let mut from = 0;
    while let Some(start) = folded.get(from..)?.find(digit).map(|at| at + from) {
        let rest = folded.get(start..)?;
        let end = start + rest.find(|sign| !digit(sign)).unwrap_or(rest.len());
        let code = folded.get(start..end)?;
        if code.len() == 5 || registered(code) {
            let around = format!("{} {}", folded.get(..start)?, folded.get(end..)?);
            return Some((code.to_owned(), around));
        }
        from = end;
    }
    None
}

#[cfg(test)]
mod tests;
