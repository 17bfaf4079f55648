//! What free words mean: until the counter understands them, and one text.

use divan::{Bencher, black_box};
use ip_office_bot::understand::{Understanding, shipped};
use std::sync::LazyLock;

static READY: LazyLock<Understanding> = LazyLock::new(|| shipped::understanding(&[]).expect("good weights"));

/// What people type: short and long, both languages, a slip, traditional characters, none of our business.
const TEXTS: [&str; 6] = [
    "查专利",
    "我們的檯燈被人抄了放到網上賣，想請你們管一管",
    "how many inventions did Wuhan get last year?",
    "somebody coppied our lamp and sells it on a platfrom, what can we do about it and who decides",
    "今天天气怎么样",
    "公司 patent 被 competitor copy 了怎么办",
];

fn main() {
    LazyLock::force(&READY);
    divan::main();
}

/// From the shipped weights to the first answer; aim: under 0.3 s.
#[divan::bench(sample_count = 20, sample_size = 1)]
fn ready() -> Understanding {
    shipped::understanding(&[]).expect("good weights")
}

/// One text; aim: under 1 ms.
#[divan::bench(args = TEXTS)]
fn text(bencher: Bencher<'_, '_>, text: &str) {
    bencher.bench(|| black_box(READY.understand(black_box(text))));
}

/// A text as long as a channel lets through.
#[divan::bench]
fn long_text(bencher: Bencher<'_, '_>) {
    let text = TEXTS.concat().repeat(20);
    bencher.bench(|| black_box(READY.understand(black_box(&text))));
}
