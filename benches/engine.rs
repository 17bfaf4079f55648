//! How many commits a second the engine makes durable, and what they cost.
//!
//! `cargo bench --bench engine` prints a table; `-- FOLDER SECONDS RECORDS` chooses the disk, the time of each row and the
//! size of the store for the opening.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::{Duration, Instant};

use ip_office_bot::store::engine::{Engine, EngineOptions, WriteBatch};

const VALUE_BYTES: usize = 500;
const WAITERS: [u64; 5] = [1, 8, 64, 512, 1000];

fn main() {
    let mut arguments = std::env::args().skip(1).filter(|argument| argument != "--bench");
    let folder = arguments.next().map_or_else(std::env::temp_dir, PathBuf::from);
    let seconds = arguments.next().and_then(|text| text.parse().ok()).unwrap_or(3);
    let records = arguments.next().and_then(|text| text.parse().ok()).unwrap_or(500_000);
    let folder = folder.join(format!("engine-bench-{}", std::process::id()));
    println!("three puts and one delete of {VALUE_BYTES} bytes a commit");
    println!("waiters  commits/s  records/s  p50 ms  p99 ms  CPU s/1000  cores  disk MB  memory MB");
    for waiters in WAITERS {
        commits(&folder.join(waiters.to_string()), waiters, Duration::from_secs(seconds));
    }
    opening(&folder.join("opening"), records);
    let _ = std::fs::remove_dir_all(&folder);
}

fn commits(folder: &Path, waiters: u64, length: Duration) {
    let engine = Arc::new(Engine::open(folder, EngineOptions::default()).expect("the folder is new"));
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).build().expect("a runtime starts");
    let (ended, next) = (Arc::new(AtomicBool::new(false)), Arc::new(AtomicU64::new(0)));
    let (start, cpu) = (Instant::now(), cpu_seconds());
    let tasks: Vec<_> = (0..waiters)
        .map(|_| {
            let (engine, ended, next) = (Arc::clone(&engine), Arc::clone(&ended), Arc::clone(&next));
            runtime.spawn(async move {
                let mut times = Vec::new();
                while !ended.load(Ordering::Relaxed) {
                    let batch = turn(next.fetch_add(1, Ordering::Relaxed));
                    let began = Instant::now();
                    engine.commit_when_room(batch).await.expect("the disk works");
                    times.push(began.elapsed());
                }
                times
            })
        })
        .collect();
    std::thread::sleep(length);
    ended.store(true, Ordering::Relaxed);
    let mut times: Vec<Duration> = tasks.into_iter().flat_map(|task| runtime.block_on(task).expect("no task panics")).collect();
    let (wall, cpu) = (start.elapsed().as_secs_f64(), cpu_seconds() - cpu);
    times.sort_unstable();
    let commits = times.len();
    let at = |share: usize| times[(commits * share / 100).min(commits - 1)].as_secs_f64() * 1000.0;
    println!(
        "{waiters:7}  {:9.0}  {:9.0}  {:6.2}  {:6.2}  {:10.4}  {:5.2}  {:7}  {:9}",
        commits as f64 / wall,
        commits as f64 * 4.0 / wall,
        at(50),
        at(99),
        cpu / commits as f64 * 1000.0,
        cpu / wall,
        disk_bytes(folder) >> 20,
        memory_bytes() >> 20,
    );
}

/// A turn of a conversation as the store writes it: ticket, state, delivery, and an old delivery gone.
fn turn(number: u64) -> WriteBatch {
    let value = |salt: u64| {
        let mut value = Vec::with_capacity(VALUE_BYTES + 16);
        let mut word = number.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ salt;
        while value.len() < VALUE_BYTES {
            word = word.wrapping_mul(0x5851_f42d_4c95_7f2d).wrapping_add(0x1405_7b7e_f767_814f);
            value.extend_from_slice(&word.to_le_bytes());
        }
        value.truncate(VALUE_BYTES);
        value
    };
    let mut batch = WriteBatch::new();
    batch
        .put(&key(b'T', number), value(1))
        .put(&key(b'S', number.wrapping_mul(0x9e37_79b9_7f4a_7c15) % 10_000), value(2))
        .put(&key(b'D', number), value(3));
    if let Some(old) = number.checked_sub(2000) {
        batch.delete(&key(b'D', old));
    }
    batch
}

fn key(kind: u8, number: u64) -> [u8; 17] {
    let mut key = [kind; 17];
    key[9..].copy_from_slice(&number.to_be_bytes());
    key
}

/// Fills a store and opens it again, which reads and checks every record.
fn opening(folder: &Path, records: u64) {
    let engine = Engine::open(folder, EngineOptions::default()).expect("the folder is new");
    let value = vec![7_u8; 400];
    let mut number = 0_u64;
    while number < records {
        let mut batch = WriteBatch::new();
        for _ in 0..500 {
            // Scattered, as receipts are.
            batch.put(&key(b'T', number.wrapping_mul(0x9e37_79b9_7f4a_7c15)), value.clone());
            number += 1;
        }
        engine.commit_blocking(batch).expect("the disk works");
    }
    drop(engine);
    let (disk, before) = (disk_bytes(folder) >> 20, memory_bytes() >> 20);
    let (start, cpu) = (Instant::now(), cpu_seconds());
    let engine = Engine::open(folder, EngineOptions::default()).expect("the store is intact");
    let (wall, cpu) = (start.elapsed().as_secs_f64(), cpu_seconds() - cpu);
    let after = memory_bytes() >> 20;
    println!("opening {number} records of 400 bytes, {disk} MB: {wall:.2} s, {cpu:.2} s of CPU, memory {before} -> {after} MB");
    let start = Instant::now();
    for number in 0..20_000_u64 {
        let key = key(b'T', (number % records).wrapping_mul(0x9e37_79b9_7f4a_7c15));
        assert!(engine.get(&key).expect("the disk works").is_some());
    }
    println!("one read: {:.1} us", start.elapsed().as_secs_f64() / 20_000.0 * 1e6);
}

/// CPU time of this process in seconds; the kernel counts in hundredths.
fn cpu_seconds() -> f64 {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let fields: Vec<&str> = stat.rsplit(')').next().unwrap_or_default().split_whitespace().collect();
    let ticks = |at: usize| fields.get(at).and_then(|text| text.parse::<f64>().ok()).unwrap_or_default();
    (ticks(11) + ticks(12)) / 100.0
}

fn memory_bytes() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap_or_default();
    line.split_whitespace().next().and_then(|text| text.parse::<u64>().ok()).unwrap_or_default() << 10
}

fn disk_bytes(folder: &Path) -> u64 {
    let Ok(entries) = std::fs::read_dir(folder) else { return 0 };
    entries
        .filter_map(Result::ok)
        .map(|entry| entry.metadata().map_or(0, |found| if found.is_dir() { disk_bytes(&entry.path()) } else { found.len() }))
        .sum()
}
