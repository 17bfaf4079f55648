//! All agencies in the forms they are compared in, packed as text: made once when the index is built, read again for the few that
//! are compared.
//!
//! ## Why
//! An [`Entry`] holds twenty strings; of a million that is a gigabyte. What follows from the rest is not kept: a whole name is its
//! core and its tail ("知识产权代理有限公司"), tails are few and kept once, and all the rest of an agency lies in one line of
//! text.

use super::area::{Map, Seat};
use super::entry::{self, Entry};
use super::gram::Gram;
use crate::agency::name::{self, Name};
use crate::agency::{Agency, sound};
use crate::place::fold::fold;
use std::collections::HashMap;
use std::num::NonZero;
use std::thread;

/// So many agencies share a table of tails; few enough for [`sign`].
const CHUNK: usize = 2048;
/// Numbers are written as characters of the first private-use area, which no folded text has.
const FIRST_SIGN: u32 = 0xE000;
const LAST_SIGN: u32 = 0xF8FF;

#[derive(Debug, Clone, Default)]
pub(super) struct Packed {
    chunks: Vec<Chunk>,
    /// The seat of each agency, a position in `seats`.
    seat: Vec<u32>,
    seats: Vec<Seat>,
}

#[derive(Debug, Clone, Default)]
struct Chunk {
    /// One line for each agency, its fields apart by line ends; no line end behind the last field.
    text: String,
    /// Where each line ends.
    ends: Vec<u32>,
    /// The first one is empty.
    tails: Vec<Tail>,
}

/// Words of the trade that end a name.
#[derive(Debug, Clone, Default)]
struct Tail {
    written: String,
    /// In Latin letters without blanks.
    spelled: String,
    initials: String,
}

impl Packed {
    /// Packs a list, on all processors.
    pub fn new(agencies: &[Agency], map: &Map) -> Self {
        let threads = thread::available_parallelism().map_or(1, NonZero::get);
        let share = agencies.len().div_ceil(CHUNK).div_ceil(threads).max(1) * CHUNK;
        let parts: Vec<Vec<Packing>> = thread::scope(|scope| {
            let pack = |part: &[Agency]| part.chunks(CHUNK).map(|chunk| Packing::of(chunk, map)).collect();
            let mut parts = agencies.chunks(share);
            let own = parts.next();
            let others: Vec<_> = parts.map(|part| scope.spawn(move || pack(part))).collect();
            let own = own.map(pack);
            let others = others.into_iter().map(|other| other.join().expect("packing does not panic on any text"));
            own.into_iter().chain(others).collect()
        });
        let mut packed = Self::default();
        let mut known: HashMap<Seat, u32> = HashMap::new();
        for packing in parts.into_iter().flatten() {
            let places: Vec<u32> = packing.seats.into_iter().map(|seat| packed.enter(seat, &mut known)).collect();
            packed.seat.extend(packing.seat.iter().filter_map(|at| places.get(*at as usize)));
            packed.chunks.push(packing.chunk);
        }
        packed
    }

    fn enter(&mut self, seat: Seat, known: &mut HashMap<Seat, u32>) -> u32 {
        *known.entry(seat).or_insert_with_key(|seat| {
            self.seats.push(seat.clone());
            self.seats.len() as u32 - 1
        })
    }

    pub fn len(&self) -> usize {
        self.seat.len()
    }

    /// The different seats, for [`Packed::seat_at`].
    pub fn seats(&self) -> &[Seat] {
        &self.seats
    }

    /// Which of the seats an agency has.
    pub fn seat_at(&self, at: usize) -> usize {
        self.seat.get(at).map_or(usize::MAX, |seat| *seat as usize)
    }

    pub fn grams(&self, at: usize, grams: &mut Vec<Gram>) {
        if let Some(entry) = self.entry(at) {
            entry.grams(grams);
        }
    }

    pub fn entry(&self, at: usize) -> Option<Entry<'_>> {
        let seat = self.seats.get(self.seat_at(at))?;
        let chunk = self.chunks.get(at / CHUNK)?;
        let mut fields = chunk.line(at % CHUNK)?.split('\n');
        let mut core = fields.next()?.split('\t');
        let (before, mark, behind) = (core.next()?, core.next()?, core.next()?);
        let core = [before, mark, behind].concat();
        let full = fields.next()?;
        let tail = chunk.tail(full);
        let words = |field: &str| field.split(' ').map(str::to_owned).collect::<Vec<_>>();
        let (marks, cores) = (words(fields.next()?), words(fields.next()?));
        let full = tail.map_or_else(|| full.to_owned(), |tail| format!("{core}{}", tail.written));
        let whole = match (tail, cores.first()) {
            (Some(tail), Some(core)) => format!("{core}{}", tail.spelled),
            _ => sound::spelling(&full),
        };
        let (of_mark, of_core) = (fields.next()?.split(' '), fields.next()?.split(' '));
        let english = chunk.english(fields.next()?);
        let mut initials: Vec<String> = english.as_ref().map(entry::first_letters).into_iter().collect();
        let mut other_initials = Vec::new();
        for (nth, written) in of_mark.enumerate() {
            if nth == 0 { &mut initials } else { &mut other_initials }.push(written.to_owned());
        }
        for (nth, written) in of_core.enumerate() {
            let of_whole = tail.map(|tail| format!("{written}{}", tail.initials));
            if nth == 0 { &mut initials } else { &mut other_initials }.extend(of_whole.into_iter().chain([written.to_owned()]));
        }
        if tail.is_none() {
            initials.push(sound::first_initials(&full));
        }
        initials.retain(|initials| initials.len() > 1);
        other_initials.retain(|initials| initials.len() > 1);
        let han = Name { full, core, mark: mark.to_owned(), ..Name::default() };
        Some(Entry { seat, han, english, marks, cores, whole, initials, other_initials })
    }

    /// Whether some initials of an agency begin like this, without reading the rest of it.
    pub fn begins_with_initials(&self, at: usize, written: &str) -> bool {
        let begins = || {
            let chunk = self.chunks.get(at / CHUNK)?;
            let mut fields = chunk.line(at % CHUNK)?.split('\n');
            let full = fields.nth(1)?;
            let tail = chunk.tail(full);
            let mark = fields.nth(2)?.split(' ').any(|mark| mark.starts_with(written));
            let goes_on = |core: &str| {
                let rest = written.strip_prefix(core);
                core.starts_with(written) || rest.zip(tail).is_some_and(|(rest, tail)| tail.initials.starts_with(rest))
            };
            let core = fields.next()?.split(' ').any(goes_on);
            let mut english = || chunk.english(fields.next()?).map(|english| entry::first_letters(&english).starts_with(written));
            let odd = tail.is_none() && sound::first_initials(full).starts_with(written);
            Some(mark || core || odd || english().unwrap_or(false))
        };
        begins().unwrap_or(false)
    }
}

impl Chunk {
    fn line(&self, nth: usize) -> Option<&str> {
        let start = nth.checked_sub(1).map_or(Some(0), |before| self.ends.get(before).copied())?;
        self.text.get(start as usize..*self.ends.get(nth)? as usize)
    }

    /// The tail that a field stands for.
    fn tail(&self, field: &str) -> Option<&Tail> {
        self.tails.get(number(field.chars().next()?)?)
    }

    fn english(&self, field: &str) -> Option<Name> {
        let mut signs = field.chars();
        let tail = self.tails.get(number(signs.next()?)?)?;
        let (start, end) = (number(signs.next()?)?, number(signs.next()?)?);
        let head = signs.as_str();
        let words: Vec<String> = head.split(' ').filter(|word| !word.is_empty() && !word.starts_with('\t')).map(str::to_owned).collect();
        let mut full: String = head.chars().filter(|sign| !matches!(sign, ' ' | '\t')).collect();
        full.push_str(&tail.spelled);
        let core = name::without_end(words.concat());
        let mark = core.get(start..end)?.to_owned();
        Some(Name { full, core, mark, words, ..Name::default() })
    }
}

/// A chunk while it is packed.
#[derive(Default)]
struct Packing {
    chunk: Chunk,
    /// Position of each agency's seat in `seats`.
    seat: Vec<u32>,
    seats: Vec<Seat>,
    /// Seats by what the list says of them.
    places: HashMap<[Option<String>; 3], u32>,
    tails: HashMap<String, char>,
}

impl Packing {
    fn of(agencies: &[Agency], map: &Map) -> Self {
        let mut packing = Self::default();
        packing.chunk.tails.push(Tail::default());
        packing.tails.extend(sign(0).map(|sign| (String::new(), sign)));
        for agency in agencies {
            packing.seat(agency, map);
            packing.line(agency);
            packing.chunk.ends.push(packing.chunk.text.len() as u32);
        }
        packing.chunk.text.shrink_to_fit();
        packing.chunk.ends.shrink_to_fit();
        packing
    }

    fn seat(&mut self, agency: &Agency, map: &Map) {
        let place = [&agency.province, &agency.city, &agency.district].map(Clone::clone);
        let at = *self.places.entry(place).or_insert_with(|| {
            self.seats.push(map.seat(agency));
            self.seats.len() as u32 - 1
        });
        self.seat.push(at);
    }

    fn line(&mut self, agency: &Agency) {
        let han = name::han(&fold(&agency.name));
        let (before, behind) = around(&han);
        let tail = han.full.strip_prefix(han.core.as_str()).and_then(|tail| self.tail(tail));
        let english = agency.name_en.as_deref().and_then(|english| self.english(&fold(english)));
        let full = tail.map_or_else(|| han.full.clone(), String::from);
        let fields = [
            &format!("{before}\t{}\t{behind}", han.mark),
            &full,
            &sound::spellings(&han.mark).join(" "),
            &sound::spellings(&han.core).join(" "),
            &sound::initials(&han.mark).join(" "),
            &sound::initials(&han.core).join(" "),
            &english.unwrap_or_default(),
        ];
        for (nth, field) in fields.into_iter().enumerate() {
            if nth > 0 {
                self.chunk.text.push('\n');
            }
            self.chunk.text.push_str(field);
        }
    }

    /// Tail, mark (from where to where in the core), and the words before the tail, those of the trade with a tab in front.
    fn english(&mut self, folded: &str) -> Option<String> {
        let name = entry::english(folded);
        let start = name.core.find(&name.mark)?;
        let words: Vec<&str> = folded.split(' ').filter(|word| !word.is_empty()).collect();
        let is_own = |word: &str| name.words.iter().any(|own| own == word);
        let head = words.iter().rposition(|word| is_own(word)).map_or(0, |last| last + 1);
        let (head, tail) = words.split_at(head);
        let (head, tail) = match self.tail(&tail.join(" ")) {
            Some(tail) => (head, tail),
            None => (words.as_slice(), sign(0)?),
        };
        let mut field = String::from_iter([tail, sign(start)?, sign(start + name.mark.len())?]);
        for word in head {
            if !is_own(word) {
                field.push('\t');
            }
            field.push_str(word);
            field.push(' ');
        }
        field.truncate(field.trim_end_matches(' ').len());
        Some(field)
    }

    fn tail(&mut self, written: &str) -> Option<char> {
        if let Some(sign) = self.tails.get(written) {
            return Some(*sign);
        }
        let sign = sign(self.chunk.tails.len())?;
        let spelled = sound::spelling(written).replace(' ', "");
        self.chunk.tails.push(Tail { written: written.to_owned(), spelled, initials: sound::first_initials(written) });
        self.tails.insert(written.to_owned(), sign);
        Some(sign)
    }
}

/// The place before or behind the mark of a Chinese name.
fn around(name: &Name) -> (&str, &str) {
    let before = name.core.strip_suffix(name.mark.as_str()).map(|before| (before, ""));
    let behind = || name.core.strip_prefix(name.mark.as_str()).map(|behind| ("", behind));
    before.or_else(behind).unwrap_or_default()
}

/// A small number as a sign.
fn sign(number: usize) -> Option<char> {
    let sign = FIRST_SIGN.checked_add(u32::try_from(number).ok()?)?;
    char::from_u32(sign).filter(|_| sign <= LAST_SIGN)
}

fn number(sign: char) -> Option<usize> {
    let sign = u32::from(sign);
    (FIRST_SIGN..=LAST_SIGN).contains(&sign).then(|| (sign - FIRST_SIGN) as usize)
}
