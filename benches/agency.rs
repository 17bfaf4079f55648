//! Look-ups in a register of 5,000 agencies, each kind with names that differ from turn to turn.

#[path = "../src/agency/search/synthetic.rs"]
mod synthetic;

use divan::{Bencher, black_box};
use ip_office_bot::agency::{Index, Query, Register, parse_register};
use std::sync::{Arc, LazyLock};
use std::time::{Duration, Instant};
use synthetic::{Made, Numbers};

static MADE: LazyLock<Vec<Made>> = LazyLock::new(|| synthetic::agencies(5_000));
static INDEX: LazyLock<Index> = LazyLock::new(|| Index::build(Arc::new(register())));

fn main() {
    LazyLock::force(&INDEX);
    percentiles();
    divan::main();
}

fn register() -> Register {
    parse_register(synthetic::list(&MADE).as_bytes(), &mut |_| {}).expect("a good list")
}

/// What a person may type, one kind after the other.
fn questions(count: usize) -> Vec<Query> {
    let mut numbers = Numbers::new(3);
    let question = |nth: usize| {
        let made = &MADE[numbers.below(MADE.len())];
        let text = match nth % 6 {
            0 => made.zh.clone(),
            1 => synthetic::slip(&made.zh, &mut numbers),
            2 => synthetic::slip(&made.en, &mut numbers),
            3 => made.zh.chars().skip(2).take(2).collect(),
            4 => made.en.split(' ').nth(1).unwrap_or_default().to_lowercase(),
            _ => made.code.clone(),
        };
        Query { text: Some(text), ..Query::default() }
    };
    (0..count).map(question).collect()
}

/// Each question is asked three times and the shortest time counts, so that other work on the machine does not.
fn percentiles() {
    let mut times: Vec<_> = questions(6_000).iter().map(|question| (0..3).map(|_| time(question)).min().unwrap_or_default()).collect();
    times.sort();
    let at = |percent: usize| times[(times.len() - 1) * percent / 100];
    println!("one look-up of 5,000: p50 {:?}, p99 {:?}, worst {:?}", at(50), at(99), at(100));
}

fn time(question: &Query) -> Duration {
    let start = Instant::now();
    black_box(INDEX.search(question));
    start.elapsed()
}

#[divan::bench]
fn look_up(bencher: Bencher) {
    let questions = questions(600);
    let mut turn = questions.iter().cycle();
    bencher.bench_local(|| turn.next().map(|question| INDEX.search(question)));
}

#[divan::bench]
fn build(bencher: Bencher) {
    let register = Arc::new(register());
    bencher.bench_local(|| Index::build(black_box(Arc::clone(&register))));
}

#[divan::bench]
fn read_list(bencher: Bencher) {
    let list = synthetic::list(&MADE);
    bencher.bench_local(|| parse_register(black_box(list.as_bytes()), &mut |_| {}));
}
