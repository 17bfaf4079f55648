//! All agencies in the forms they are compared in, packed as text: made once when the index is built, read again for the few that
//! are compared.
//!
//! ## Why
//! An [`Entry`] holds twenty strings; of a million that is a gigabyte. What follows from the rest is not kept: how a name sounds
//! is read off a table again, a whole name is its core and its tail ("知识产权代理有限公司"), tails are few and kept once, and
//! the rest of an agency lies in one line of text.

use super::area::{Map, Seat};
use super::entry::{self, Entry, Tail};
use super::gram::{Gram, Grams, Runs};
use super::workers;
use crate::agency::Agency;
use crate::agency::name::{self, Name};
use crate::place::fold::fold;
use std::collections::HashMap;
use std::sync::atomic::{AtomicUsize, Ordering};

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

impl Packed {
    /// Packs a list, on all processors, and enters the pieces of each agency.
    pub fn new(agencies: &[Agency], map: &Map) -> (Self, Grams) {
        let next = AtomicUsize::new(0);
        let done = workers::on_all_processors(|processors| {
            let mut worker = Worker::of(agencies.len() / processors);
            let mut done = Vec::new();
            loop {
                let nth = next.fetch_add(1, Ordering::Relaxed);
                let Some(chunk) = agencies.chunks(CHUNK).nth(nth) else { return (done, worker.runs.finish()) };
                done.push((nth, Packing::of((nth * CHUNK, chunk), map, &mut worker)));
            }
        });
        let (packings, runs): (Vec<_>, Vec<Runs>) = done.into_iter().unzip();
        let mut packings: Vec<(usize, Packing<'_>)> = packings.into_iter().flatten().collect();
        packings.sort_unstable_by_key(|(nth, _)| *nth);
        let mut packed = Self::default();
        packed.seat.reserve_exact(agencies.len());
        let mut known: HashMap<Seat, u32> = HashMap::new();
        for (_, packing) in packings {
            let places: Vec<u32> = packing.seats.into_iter().map(|seat| packed.enter(seat, &mut known)).collect();
            packed.seat.extend(packing.seat.iter().filter_map(|at| places.get(*at as usize)));
            packed.chunks.push(packing.chunk);
        }
        (packed, Grams::join(&runs, agencies.len()))
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

    pub fn entry(&self, at: usize) -> Option<Entry<'_>> {
        let seat = self.seats.get(self.seat_at(at))?;
        let chunk = self.chunks.get(at / CHUNK)?;
        let mut fields = chunk.line(at % CHUNK)?.split('\n');
        let mut core = fields.next()?.split('\t');
        let (before, mark, behind) = (core.next()?, core.next()?, core.next()?);
        let core = [before, mark, behind].concat();
        let full = fields.next()?;
        let tail = chunk.tail(full);
        let full = tail.map_or_else(|| full.to_owned(), |tail| [core.as_str(), &tail.written].concat());
        let han = Name { full, core, mark: mark.to_owned(), ..Name::default() };
        Some(Entry::new(seat, (han, tail), chunk.english(fields.next()?)))
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
        let mut full = String::with_capacity(head.len() + tail.spelled.len());
        full.extend(head.chars().filter(|sign| !matches!(sign, ' ' | '\t')));
        full.push_str(&tail.spelled);
        let core = name::without_end(words.concat());
        let mark = core.get(start..end)?.to_owned();
        Some(Name { full, core, mark, words, ..Name::default() })
    }
}

/// What one worker has for all its chunks.
struct Worker {
    runs: Runs,
    /// Room for the text of a chunk, so that what is kept has no more of it than it needs.
    text: String,
    /// Room for the pieces of an agency.
    grams: Vec<Gram>,
}

impl Worker {
    fn of(agencies: usize) -> Self {
        Self { runs: Runs::of(agencies), text: String::new(), grams: Vec::new() }
    }
}

/// A chunk while it is packed.
#[derive(Default)]
struct Packing<'a> {
    chunk: Chunk,
    /// Position of each agency's seat in `seats`.
    seat: Vec<u32>,
    seats: Vec<Seat>,
    /// Seats by what the list says of them.
    places: HashMap<[Option<&'a str>; 3], u32>,
    tails: HashMap<String, char>,
}

impl<'a> Packing<'a> {
    fn of((first, agencies): (usize, &'a [Agency]), map: &Map, worker: &mut Worker) -> Self {
        let mut packing = Self::default();
        packing.chunk.ends.reserve_exact(agencies.len());
        packing.seat.reserve_exact(agencies.len());
        packing.chunk.tails.push(Tail::default());
        packing.tails.extend(sign(0).map(|sign| (String::new(), sign)));
        worker.text.clear();
        for (at, agency) in (first..).zip(agencies) {
            packing.seat(agency, map);
            worker.grams.clear();
            packing.line(agency, worker);
            worker.runs.enter(at, &worker.grams);
            packing.chunk.ends.push(worker.text.len() as u32);
        }
        packing.chunk.text = worker.text.as_str().to_owned();
        packing.chunk.tails.shrink_to_fit();
        packing.tails = HashMap::new();
        packing.places = HashMap::new();
        packing
    }

    fn seat(&mut self, agency: &'a Agency, map: &Map) {
        let place = [&agency.province, &agency.city, &agency.district].map(Option::as_deref);
        let at = *self.places.entry(place).or_insert_with(|| {
            self.seats.push(map.seat(agency));
            self.seats.len() as u32 - 1
        });
        self.seat.push(at);
    }

    /// Writes the line of an agency whose seat was entered, and gathers its pieces.
    fn line(&mut self, agency: &Agency, worker: &mut Worker) {
        let han = name::han(&fold(&agency.name));
        let (before, behind) = around(&han);
        for field in [before, "\t", &han.mark, "\t", behind, "\n"] {
            worker.text.push_str(field);
        }
        let tail = han.full.strip_prefix(han.core.as_str()).and_then(|tail| self.tail(tail));
        match tail {
            Some(tail) => worker.text.push(tail),
            None => worker.text.push_str(&han.full),
        }
        worker.text.push('\n');
        let english = agency.name_en.as_deref().and_then(|english| self.english(&fold(english), &mut worker.text));
        let seat = self.seat.last().and_then(|seat| self.seats.get(*seat as usize));
        if let Some(seat) = seat {
            let tail = tail.and_then(number).and_then(|tail| self.chunk.tails.get(tail));
            Entry::new(seat, (han, tail), english).grams(&mut worker.grams);
        }
    }

    /// Writes tail, mark (from where to where in the core), and the words before the tail, those of the trade with a tab in
    /// front.
    fn english(&mut self, folded: &str, text: &mut String) -> Option<Name> {
        let name = entry::english(folded);
        let start = name.core.find(&name.mark)?;
        let (start, end) = (sign(start)?, sign(start + name.mark.len())?);
        let words: Vec<&str> = folded.split(' ').filter(|word| !word.is_empty()).collect();
        let is_own = |word: &str| name.words.iter().any(|own| own == word);
        let head = words.iter().rposition(|word| is_own(word)).map_or(0, |last| last + 1);
        let (head, tail) = words.split_at(head);
        let (head, tail) = match self.tail(&tail.join(" ")) {
            Some(tail) => (head, tail),
            None => (words.as_slice(), sign(0)?),
        };
        text.extend([tail, start, end]);
        for (nth, word) in head.iter().enumerate() {
            if nth > 0 {
                text.push(' ');
            }
            if !is_own(word) {
                text.push('\t');
            }
            text.push_str(word);
        }
        Some(name)
    }

    fn tail(&mut self, written: &str) -> Option<char> {
        if let Some(sign) = self.tails.get(written) {
            return Some(*sign);
        }
        let sign = sign(self.chunk.tails.len())?;
        self.chunk.tails.push(Tail::new(written));
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::agency::parse_register;
    use crate::place::Places;

    #[test]
    fn an_agency_is_read_as_it_was_packed() {
        let list = "code,name,英文名称\n\
            42104,武汉开元知识产权代理有限公司,Wuhan Kaiyuan Intellectual Property Agency Co. Ltd.\n\
            42105,开元专利代理（武汉）有限公司,\n\
            42106,国际专利开元商标代理,The Patent Office of Kaiyuan and Partners Law Firm\n\
            42107,专利代理,Patent Agency\n\
            42108,重庆乾坤律师事务所,Chongqing Qian Kun Law Firm\n";
        let register = parse_register(list.as_bytes(), &mut |_| {}).expect("a good list");
        let map = Map::new(Places::shipped());
        let (packed, grams) = Packed::new(&register.agencies, &map);
        for (at, agency) in register.agencies.iter().enumerate() {
            let read = packed.entry(at).expect("it is there");
            let (han, english) = (name::han(&fold(&agency.name)), agency.name_en.as_deref().map(|name| entry::english(&fold(name))));
            assert_eq!((&read.han.full, &read.han.core, &read.han.mark), (&han.full, &han.core, &han.mark));
            let forms = |name: &Name| (name.full.clone(), name.core.clone(), name.mark.clone(), name.words.clone());
            assert_eq!(read.english.as_ref().map(forms), english.as_ref().map(forms));
            assert_eq!(read.whole, crate::agency::sound::spelling(&han.full));
            assert_eq!(*read.seat, map.seat(agency));
            let mut pieces = Vec::new();
            read.grams(&mut pieces);
            assert!(!pieces.is_empty());
            for piece in pieces {
                assert!(grams.with(piece).any(|entry| entry == at), "{}", agency.name);
            }
        }
        assert_eq!(packed.entry(5), None);
    }
}
