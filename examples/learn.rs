//! Trains what the counter knows of phrases anew: `cargo run --release --example learn`, after a change to `src/data/phrases`.

use ip_office_bot::understand::{learn, shipped};

fn main() -> std::io::Result<()> {
    let weights = learn::learn(&shipped::phrases(), &shipped::owners(), shipped::CONCEPTS);
    std::fs::write(concat!(env!("CARGO_MANIFEST_DIR"), "/src/data/phrases/weights.bin"), weights)
}
