//! Trains what the counter knows of phrases anew: `cargo run --release --example learn`, after a change to `src/data/phrases`.
//! With `--check` it writes nothing and says whether the weights there are what the phrases teach, sign by sign.

use ip_office_bot::understand::learn::{Lesson, learn};
use ip_office_bot::understand::shipped;
use std::process::ExitCode;

const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/src/data/phrases/weights.bin");

fn main() -> std::io::Result<ExitCode> {
    let (phrases, owners) = (shipped::phrases(), shipped::owners());
    let weights = learn(&Lesson { phrases: &phrases, owners: &owners, concepts: shipped::CONCEPTS });
    if !std::env::args().any(|argument| argument == "--check") {
        std::fs::write(FILE, weights)?;
        return Ok(ExitCode::SUCCESS);
    }
    let same = std::fs::read(FILE)? == weights;
    println!("{}", if same { "the weights are what the phrases teach" } else { "the weights differ from what the phrases teach" });
    Ok(if same { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
