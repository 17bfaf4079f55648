//! What a ticket can be found by: digests of its words, and ties to others of the same party or number.

use crate::dialog::answer::Answer;
use crate::format::{find_numbers, parse_credit_code, parse_email, parse_patent, parse_phone, parse_trademark};
use crate::place::fold::{Parts, compact, fold};
use crate::seal::OfficeKey;
use crate::ticket::{Given, Ticket, What, is_personal};
use xxhash_rust::xxh3::xxh3_64_with_seed;

/// Digests of one ticket: 16 KB. What comes after them in a very long ticket is not found.
const MOST: usize = 4096;
/// Beginnings of words from so many letters on can be found.
const BEGINNING: usize = 4;
/// Longest beginning; longer words are found whole.
const LONGEST_BEGINNING: usize = 12;
/// Texts that name somebody end so.
const NAMES: [&str; 5] = ["name", "name-abroad", "right-holder", "agent-firm", "other-party"];
/// Lists of names.
const LISTS_OF_NAMES: [&str; 1] = ["applicants"];

/// Something that two tickets have in common: a party or a number, as a digest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) struct Tie(u64);

impl Tie {
    /// A party: name, credit code, phone, e-mail address. Else the number of a right.
    pub fn is_party(self) -> bool {
        self.0 & 1 == 1
    }
}

/// What a ticket can be found by.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Words {
    /// One bit of 512 for each digest: most tickets are passed by without looking at the list.
    sieve: [u64; 8],
    /// In order.
    digests: Box<[u32]>,
    /// In order.
    pub ties: Box<[Tie]>,
}

impl Words {
    fn new(mut digests: Vec<u32>, mut ties: Vec<Tie>) -> Self {
        digests.truncate(MOST);
        digests.sort_unstable();
        digests.dedup();
        ties.sort_unstable();
        ties.dedup();
        let mut sieve = [0; 8];
        for digest in &digests {
            let (part, bit) = hole(*digest);
            sieve[part] |= bit;
        }
        Self { sieve, digests: digests.into(), ties: ties.into() }
    }

    /// Whether all of these are in it.
    pub fn have(&self, wanted: &[u32]) -> bool {
        let passes = |digest: &u32| {
            let (part, bit) = hole(*digest);
            self.sieve[part] & bit != 0
        };
        wanted.iter().all(passes) && wanted.iter().all(|digest| self.digests.binary_search(digest).is_ok())
    }
}

fn hole(digest: u32) -> (usize, u64) {
    ((digest >> 29) as usize, 1 << (digest >> 23 & 63))
}

/// Makes digests of words under a secret of the office.
pub(super) struct Speller {
    words: u64,
    ties: u64,
}

/// How the words of a text may be looked for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Whose {
    /// Nothing personal: beginnings of words too.
    Open,
    /// It tells who somebody is, or is what somebody looks for: whole words only.
    Whole,
}

impl Speller {
    /// With the secret of an office.
    pub fn new(key: &OfficeKey) -> Self {
        let secret = |label: &str| {
            let [a, b, c, d, e, f, g, h, ..] = key.tag("desk-index", &[label.as_bytes()]);
            u64::from_le_bytes([a, b, c, d, e, f, g, h])
        };
        Self { words: secret("words"), ties: secret("ties") }
    }

    /// What a ticket can be found by.
    pub fn of_ticket(&self, ticket: &Ticket) -> Words {
        let mut pieces = Pieces { speller: self, digests: Vec::new(), ties: Vec::new() };
        for given in &ticket.body.answers {
            pieces.answer(given);
        }
        // The newest first, so that a very long history loses its middle.
        for happening in ticket.body.history.iter().rev() {
            match &happening.what {
                What::Added { words: Some(words), .. }
                | What::Withdrawn { reason: Some(words) }
                | What::Graded { words: Some(words), .. }
                | What::PaperAsked { words: Some(words), .. }
                | What::StateSet { reason: Some(words), .. }
                | What::Replied { words, .. }
                | What::Noted { words, .. }
                | What::Reopened { words }
                | What::Transferred { reason: words, .. }
                | What::Extended { reason: words, .. }
                | What::Closed { reason: words, .. } => pieces.text(words, Whose::Open),
                What::Amended { step, words, .. } => {
                    pieces.text(words, if is_personal(ticket, Some(step)) { Whose::Whole } else { Whose::Open });
                }
                What::HandedOver { what, .. } | What::ConsentAsked { what } => {
                    what.to.name.values().for_each(|name| pieces.text(name, Whose::Open));
                    pieces.text(&what.reason, Whose::Open);
                }
                What::Corrected { step, words } => {
                    pieces.text(words, if is_personal(ticket, step.as_ref()) { Whose::Whole } else { Whose::Open });
                }
                _ => {}
            }
        }
        Words::new(pieces.digests, pieces.ties)
    }

    /// Digests of the words that somebody looks for. Empty when there is nothing to look for, such as one lone character.
    pub fn of_words(&self, text: &str) -> Vec<u32> {
        let mut digests = Vec::new();
        pieces(text, Whose::Whole, |piece| digests.push(self.word(piece)));
        digests.sort_unstable();
        digests.dedup();
        digests
    }

    /// Parties and numbers that a text may name as a whole, or contain.
    pub fn ties_in(&self, text: &str) -> Vec<Tie> {
        let whole = [parse_patent(text), parse_trademark(text)].into_iter().flatten().map(|number| self.number(&number.canonical));
        let inside = find_numbers(text).into_iter().map(|found| self.number(&found.canonical));
        let contact = [parse_phone(text), parse_email(text), parse_credit_code(text)].into_iter().flatten();
        let contact = contact.map(|parsed| self.party(&parsed.canonical));
        let name = (compact(text).chars().count() >= 2).then(|| self.party(text));
        whole.chain(inside).chain(contact).chain(name).collect()
    }

    fn word(&self, piece: &str) -> u32 {
        (xxh3_64_with_seed(piece.as_bytes(), self.words) >> 32) as u32
    }

    fn party(&self, text: &str) -> Tie {
        Tie(xxh3_64_with_seed(compact(text).as_bytes(), self.ties) | 1)
    }

    fn number(&self, text: &str) -> Tie {
        Tie(xxh3_64_with_seed(compact(text).as_bytes(), self.ties) & !1)
    }
}

struct Pieces<'s> {
    speller: &'s Speller,
    digests: Vec<u32>,
    ties: Vec<Tie>,
}

impl Pieces<'_> {
    fn text(&mut self, text: &str, whose: Whose) {
        if self.digests.len() < MOST {
            let Self { speller, digests, .. } = self;
            pieces(text, whose, |piece| digests.push(speller.word(piece)));
            self.ties.extend(find_numbers(text).into_iter().map(|found| self.speller.number(&found.canonical)));
        }
    }

    fn answer(&mut self, given: &Given) {
        let whose = if given.personal { Whose::Whole } else { Whose::Open };
        let ends = |names: &[&str]| names.iter().any(|name| given.text.ends_with(name));
        match &given.answer {
            Answer::Text(words) => {
                self.text(words, whose);
                if ends(&NAMES) {
                    self.ties.push(self.speller.party(words));
                }
            }
            Answer::Phone(contact) | Answer::Email(contact) | Answer::CreditCode { code: contact, .. } => {
                self.text(contact, Whose::Whole);
                self.ties.push(self.speller.party(contact));
            }
            Answer::RightNumber(right) => {
                self.text(&right.number, whose);
                self.ties.push(self.speller.number(&right.number));
            }
            Answer::List(items) => {
                for item in items {
                    self.text(&item.words, whose);
                    if !item.kind.is_empty() {
                        self.ties.push(self.speller.number(&item.words));
                    } else if ends(&LISTS_OF_NAMES) {
                        self.ties.push(self.speller.party(&item.words));
                    }
                }
            }
            Answer::Links(links) => links.iter().for_each(|link| self.text(link, whose)),
            Answer::Pick { label, .. } => self.text(label, whose),
            Answer::Place(place) => self.text(place.written.as_deref().unwrap_or_default(), whose),
            Answer::Country(country) => self.text(country.written.as_deref().unwrap_or_default(), whose),
            Answer::Choice(_)
            | Answer::Several(_)
            | Answer::YesNo(_)
            | Answer::Number(_)
            | Answer::Money(_)
            | Answer::Date(_)
            | Answer::Files(_)
            | Answer::Receipt(_)
            | Answer::Code(_)
            | Answer::Year(_)
            | Answer::Skipped
            | Answer::Unknown
            | Answer::Elsewhere
            | Answer::Told
            | Answer::Done => {}
        }
    }
}

/// The pieces of a text: pairs of Chinese characters, whole words, and the beginnings of words where that is allowed.
fn pieces(text: &str, whose: Whose, mut take: impl FnMut(&str)) {
    let parts = Parts::of(&fold(text));
    let mut piece = String::new();
    for run in &parts.han {
        for pair in run.windows(2) {
            piece.clear();
            piece.extend(pair);
            take(&piece);
        }
    }
    for word in &parts.words {
        take(word);
        let open = whose == Whose::Open && !word.contains(|sign: char| sign.is_ascii_digit());
        if open {
            let ends = word.char_indices().map(|(at, _)| at).skip(BEGINNING).take(LONGEST_BEGINNING - BEGINNING + 1);
            ends.for_each(|end| take(&word[..end]));
        }
    }
}
