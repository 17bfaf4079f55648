//! Look-ups in made-up registers of 5,000 and 100,000 agencies (and a million with `AGENCY_BENCH_MILLION=1`), eleven kinds of
//! question each: how often the right one is first and among the first five, and how long it takes.
//!
//! Right is the agency that was meant, or one that what was typed fits as well (two with the same initials): how that is judged
//! stands in `src/agency/search/synthetic.rs`. The column "itself" counts only the agency that was meant, so it falls where
//! questions tell less: of a hundred agencies with one mark a question for the mark finds one first.
//! Near names count as found: they are what the counter offers when there is no match.
//!
//! Memory is what the process has more of after the index is built than before; the register itself is counted apart.

#[path = "../src/agency/search/synthetic.rs"]
mod synthetic;

use ip_office_bot::agency::{Agency, Index, Query, Register, Status, parse_register};
use std::sync::Arc;
use std::time::{Duration, Instant};
use synthetic::{Kind, Made, Numbers, Question};

/// Of each kind.
const QUESTIONS: usize = 1_000;

fn main() {
    let questions = std::env::var("AGENCY_BENCH_QUESTIONS").ok().and_then(|number| number.parse().ok()).unwrap_or(QUESTIONS);
    let mut sizes = vec![5_000, 100_000];
    if std::env::var_os("AGENCY_BENCH_MILLION").is_some() {
        sizes.push(1_000_000);
    }
    for size in sizes {
        measure(size, questions);
    }
}

fn measure(size: usize, questions: usize) {
    let made = synthetic::agencies(size);
    if made.iter().all(|made| made.code.len() == 5) {
        let list = synthetic::list(&made);
        let start = Instant::now();
        let read = parse_register(list.as_bytes(), &mut |_| {}).map(|register| register.agencies.len());
        println!("\n{} rows of a list read in {:.2} s", read.unwrap_or(0), start.elapsed().as_secs_f32());
    }
    let before = memory();
    let register = Arc::new(register(&made));
    let listed = memory();
    let start = Instant::now();
    let index = Index::build(Arc::clone(&register));
    let took = start.elapsed();
    let built = memory();
    println!(
        "\n{size} agencies: index built in {:.2} s, {} MB (and the register {} MB)",
        took.as_secs_f32(),
        built.saturating_sub(listed),
        listed.saturating_sub(before)
    );
    println!("{:<14}{:>9}{:>9}{:>9}{:>11}{:>11}", "", "first", "of five", "itself", "p50", "p99");
    let mut all = Tally::default();
    for kind in Kind::ALL {
        let tally = ask(&index, &made, kind, questions);
        tally.print(&format!("{kind:?}"));
        all.add(tally);
    }
    all.print("all");
}

fn ask(index: &Index, made: &[Made], kind: Kind, questions: usize) -> Tally {
    let mut numbers = Numbers::new(3);
    let mut tally = Tally::default();
    for _ in 0..questions {
        let meant = &made[numbers.below(made.len())];
        let question = kind.ask(meant, &mut numbers);
        let query = Query { text: Some(question.text.clone()), ..Query::default() };
        // The shortest of five times counts, so that other work on the machine does less.
        let times = [(); 5].map(|()| {
            let start = Instant::now();
            std::hint::black_box(index.search(&query));
            start.elapsed()
        });
        tally.times.extend(times.into_iter().min());
        tally.count(&found(index, made, &query), (meant, &question));
    }
    tally
}

/// The first five that are shown.
fn found<'a>(index: &Index, made: &'a [Made], query: &Query) -> Vec<&'a Made> {
    let page = index.search(query);
    let place = |code: &str| made.binary_search_by(|made| made.code.as_str().cmp(code)).ok();
    page.items.iter().chain(&page.close).take(5).filter_map(|hit| made.get(place(&hit.agency.code)?)).collect()
}

#[derive(Default)]
struct Tally {
    first: usize,
    among: usize,
    itself: usize,
    times: Vec<Duration>,
}

impl Tally {
    fn count(&mut self, found: &[&Made], (meant, question): (&Made, &Question)) {
        let right: Vec<bool> = found.iter().map(|found| question.fits(meant, found)).collect();
        self.first += usize::from(right.first() == Some(&true));
        self.among += usize::from(right.contains(&true));
        self.itself += usize::from(found.first().is_some_and(|found| found.code == meant.code));
        if right.first() != Some(&true) && std::env::var_os("AGENCY_BENCH_MISSES").is_some() {
            let first = found.first().map_or("nothing", |found| &found.zh);
            println!("  {:?} {} for {} / {}: {first}", question.kind, question.text, meant.zh, meant.en);
        }
    }

    fn add(&mut self, other: Self) {
        self.first += other.first;
        self.among += other.among;
        self.itself += other.itself;
        self.times.extend(other.times);
    }

    fn print(&self, name: &str) {
        let mut times = self.times.clone();
        times.sort_unstable();
        let at =
            |percent: usize| times.get((times.len().saturating_sub(1)) * percent / 100).map_or(0.0, |time| time.as_secs_f64() * 1_000.0);
        let share = |number: usize| 100.0 * number as f64 / times.len().max(1) as f64;
        let (first, among, itself) = (share(self.first), share(self.among), share(self.itself));
        println!("{name:<14}{first:>8.1}%{among:>8.1}%{itself:>8.1}%{:>8.2} ms{:>8.2} ms", at(50), at(99));
    }
}

/// The list as if it had been read: codes of more than five digits, as a million agencies need, are not in any list.
fn register(made: &[Made]) -> Register {
    let agencies = made.iter().map(agency).collect();
    Register { agencies, as_of: None, source: "made up".to_owned(), demo: false, ignored_columns: Vec::new() }
}

fn agency(made: &Made) -> Agency {
    let seat = ip_office_bot::agency::region::seat_of(made.place);
    Agency {
        code: made.code.clone(),
        name: made.zh.clone(),
        name_en: Some(made.en.clone()),
        form: None,
        status: Status::Normal,
        province: seat.province.map(str::to_owned),
        city: seat.city.map(str::to_owned),
        district: None,
        principal: None,
        attorneys: None,
        phone: None,
        email: None,
        postcode: None,
        address: None,
        fax: None,
        website: None,
        established: None,
        uscc: None,
    }
}

/// Memory of the process, in megabytes.
fn memory() -> usize {
    let pages = std::fs::read_to_string("/proc/self/statm").unwrap_or_default();
    let resident: usize = pages.split(' ').nth(1).and_then(|pages| pages.parse().ok()).unwrap_or(0);
    resident * 4096 / 1_000_000
}
