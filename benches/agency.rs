//! Look-ups in a register of 5,000 agencies, each kind with names that differ from turn to turn.

#[path = "../src/agency/search/synthetic.rs"]
mod synthetic;

use divan::{Bencher, black_box};
use ip_office_bot::agency::{Index, Query, Register, parse_register};
use std::sync::{Arc, LazyLock};
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

fn percentiles() {
    let questions = questions(6_000);
    let mut times: Vec<_> = questions
        .iter()
        .map(|question| {
            let start = std::time::Instant::now();
            black_box(INDEX.search(question));
            start.elapsed()
        })
        .collect();
    times.sort();
    println!(
        "one look-up of 5,000: p50 {:?}, p99 {:?}, worst {:?}",
        times[times.len() / 2],
        times[times.len() * 99 / 100],
        times[times.len() - 1]
    );
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
