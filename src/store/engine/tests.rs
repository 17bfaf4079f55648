//! The engine as its callers see it.

mod crash;
mod damage;
mod fault;
mod model;
mod power;

use super::*;
use std::thread;
use std::time::Instant;

fn open(folder: &Path) -> Engine {
    Engine::open(folder, EngineOptions::default()).unwrap()
}

fn put(key: &[u8], value: &[u8]) -> WriteBatch {
    let mut batch = WriteBatch::new();
    batch.put(key, value);
    batch
}

fn all(engine: &Engine) -> Vec<(Vec<u8>, Vec<u8>)> {
    engine.scan(b"", None, usize::MAX).unwrap().into_iter().map(|(key, value)| (key, value.into())).collect()
}

/// How many times as long the tests by chance run: 1, or what `ENGINE_TEST_TIMES` says (for a night).
fn times() -> u64 {
    std::env::var("ENGINE_TEST_TIMES").ok().and_then(|text| text.parse().ok()).unwrap_or(1)
}

/// Repeatable numbers that look like chance.
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, end: u64) -> u64 {
        self.next() % end.max(1)
    }
}

#[test]
fn what_was_committed_is_there_after_reopening() {
    let folder = tempfile::tempdir().unwrap();
    let engine = open(folder.path());
    let mut batch = put(b"T1", b"first");
    batch.put(b"T2", b"second").chain(b"opened T1").chain(b"opened T2");
    let done = engine.commit_blocking(batch).unwrap();
    assert_eq!(done, Committed { sequence: 1, first_chain_entry: Some(0) });
    let mut batch = WriteBatch::new();
    batch.check(Check::Present(b"T1".to_vec())).delete(b"T1").chain(b"closed T1");
    assert_eq!(engine.commit(batch).wait().unwrap(), Committed { sequence: 2, first_chain_entry: Some(2) });
    for round in 0..3 {
        assert_eq!(engine.get(b"T1").unwrap(), None);
        assert_eq!(&*engine.get(b"T2").unwrap().unwrap(), b"second");
        assert_eq!((engine.count(b'T').unwrap(), engine.count(b'A').unwrap(), engine.sequence().unwrap()), (1, 3, 2));
        assert_eq!(engine.verify().unwrap(), DamageReport::default());
        let ChainState::Intact(head) = engine.verify_chain().unwrap() else { panic!("round {round}") };
        assert_eq!(head, engine.chain_head().unwrap());
        assert_eq!(head.length, 3);
        engine.reopen().unwrap();
    }
}

#[test]
fn a_failed_check_rejects_only_its_own_batch_and_sees_the_batches_before_it() {
    let folder = tempfile::tempdir().unwrap();
    let engine = open(folder.path());
    let first = engine.commit({
        let mut batch = put(b"S1", b"seen");
        batch.check(Check::Absent(b"S1".to_vec()));
        batch
    });
    let again = engine.commit({
        let mut batch = put(b"T1", b"twice");
        batch.check(Check::Absent(b"T1".to_vec())).check(Check::Absent(b"S1".to_vec())).chain(b"never");
        batch
    });
    let next = engine.commit({
        let mut batch = put(b"T1", b"once");
        batch.check(Check::Equals(b"S1".to_vec(), b"seen".to_vec()));
        batch.check(Check::Unchanged(b"S1".to_vec(), fingerprint(b"S1", b"seen")));
        batch
    });
    assert_eq!(first.wait().unwrap().sequence, 1);
    assert_eq!(again.wait(), Err(EngineError::Rejected { check: 1 }));
    assert_eq!(next.wait().unwrap().sequence, 2);
    assert_eq!(&*engine.get(b"T1").unwrap().unwrap(), b"once");
    assert_eq!(engine.chain_head().unwrap().length, 0);
}

#[test]
fn scans_go_both_ways_from_any_place() {
    let folder = tempfile::tempdir().unwrap();
    let engine = open(folder.path());
    let mut batch = WriteBatch::new();
    for number in 0..3000_u32 {
        batch.put(&[b"T", &number.to_be_bytes()[..]].concat(), number.to_be_bytes());
    }
    batch.put(b"S", b"before").put(b"U", b"after").put(b"\xff\xff", b"end").chain(b"audit");
    engine.commit_blocking(batch).unwrap();
    let key = |number: u32| [b"T", &number.to_be_bytes()[..]].concat();
    let numbers = |records: Vec<Record>| -> Vec<u32> {
        records.iter().map(|(_, value)| u32::from_be_bytes(value.as_ref().try_into().unwrap())).collect()
    };
    assert_eq!(numbers(engine.scan(b"T", None, usize::MAX).unwrap()), (0..3000).collect::<Vec<_>>());
    assert_eq!(numbers(engine.scan(b"T", Some(&key(9)), 3).unwrap()), [10, 11, 12]);
    assert_eq!(numbers(engine.scan_back(b"T", None, 2).unwrap()), [2999, 2998]);
    assert_eq!(numbers(engine.scan_back(b"T", Some(&key(9)), 99).unwrap()), (0..9).rev().collect::<Vec<_>>());
    assert_eq!(numbers(engine.range(&key(5), &key(8), 99).unwrap()), [5, 6, 7]);
    assert_eq!(numbers(engine.range_back(&key(5), &key(8), 2).unwrap()), [7, 6]);
    assert_eq!(engine.range(&key(8), &key(5), 9).unwrap(), []);
    assert_eq!(engine.scan(b"T", Some(b"U"), 9).unwrap(), []);
    assert_eq!(numbers(engine.scan(b"T", Some(b"S"), 1).unwrap()), [0]);
    assert_eq!(engine.scan(b"T", None, 0).unwrap(), []);
    assert_eq!(engine.scan_keys(b"\xff", None, 9).unwrap(), [b"\xff\xff"]);
    assert_eq!(engine.scan(b"", None, usize::MAX).unwrap().len(), 3004);
    assert_eq!(engine.get(b"\0").unwrap(), None);
    assert_eq!(engine.get(b"").unwrap(), None);
    let mut seen = 0;
    engine
        .for_each(b"T", |_, _| {
            seen += 1;
            if seen == 1234 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        })
        .unwrap();
    assert_eq!(seen, 1234);
}

#[test]
fn commits_of_many_callers_keep_the_order_of_each() {
    let folder = tempfile::tempdir().unwrap();
    let engine = Arc::new(open(folder.path()));
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).build().unwrap();
    let tasks: Vec<_> = (0..50_u8)
        .map(|task| {
            let engine = Arc::clone(&engine);
            runtime.spawn(async move {
                let key = [b'T', task];
                for round in 0..20_u8 {
                    let mut batch = put(&key, &[round]);
                    match round.checked_sub(1) {
                        Some(before) => batch.check(Check::Equals(key.to_vec(), vec![before])),
                        None => batch.check(Check::Absent(key.to_vec())),
                    };
                    batch.chain([task, round]);
                    engine.commit_when_room(batch).await.unwrap();
                    assert_eq!(&*engine.get(&key).unwrap().unwrap(), [round]);
                }
            })
        })
        .collect();
    for task in tasks {
        runtime.block_on(task).unwrap();
    }
    assert_eq!((engine.sequence().unwrap(), engine.count(b'T').unwrap(), engine.count(b'A').unwrap()), (1000, 50, 1000));
    assert!(matches!(engine.verify_chain().unwrap(), ChainState::Intact(_)));
}

#[test]
fn a_full_queue_refuses_at_once_or_lets_the_caller_wait() {
    let folder = tempfile::tempdir().unwrap();
    let gate = Arc::new(fault::Gate::default());
    let options = EngineOptions { queue_commits: 3, fault: Some(gate.clone()), ..EngineOptions::default() };
    let engine = Engine::open(folder.path(), options).unwrap();
    gate.shut();
    let first = engine.commit(put(b"T0", b""));
    gate.wait_for_visitor();
    let queued: Vec<_> = (1..=3_u8).map(|number| engine.commit(put(&[b'T', number], b""))).collect();
    assert_eq!(engine.commit(put(b"T9", b"")).wait(), Err(EngineError::Busy));
    thread::scope(|scope| {
        let waiting = scope.spawn(|| engine.commit_blocking(put(b"T8", b"")));
        thread::sleep(Duration::from_millis(50));
        assert!(!waiting.is_finished());
        gate.open();
        assert_eq!(waiting.join().unwrap().unwrap().sequence, 5);
    });
    assert_eq!(first.wait().unwrap().sequence, 1);
    for (ticket, sequence) in queued.into_iter().zip(2..) {
        assert_eq!(ticket.wait().unwrap().sequence, sequence);
    }
    assert_eq!(engine.get(b"T9").unwrap(), None);
}

#[test]
fn readers_do_not_see_what_is_not_yet_on_disk() {
    let folder = tempfile::tempdir().unwrap();
    let gate = Arc::new(fault::Gate::at(StoragePoint::BeforeSync));
    let options = EngineOptions { fault: Some(gate.clone()), ..EngineOptions::default() };
    let engine = Engine::open(folder.path(), options).unwrap();
    let mut batch = WriteBatch::new();
    batch.put(b"T1", b"old").put(b"T3", b"goes").put(b"T5", b"stays").chain(b"one");
    engine.commit_blocking(batch).unwrap();
    let before = all(&engine);

    gate.shut();
    let mut batch = WriteBatch::new();
    batch.put(b"T1", b"new").put(b"T2", b"comes").delete(b"T3").put(b"T4", b"comes").chain(b"two");
    let ticket = engine.commit(batch);
    gate.wait_for_visitor();
    assert_eq!(all(&engine), before);
    assert_eq!(&*engine.get(b"T1").unwrap().unwrap(), b"old");
    assert_eq!(engine.get(b"T2").unwrap(), None);
    assert_eq!(&*engine.get(b"T3").unwrap().unwrap(), b"goes");
    assert_eq!(engine.scan_keys(b"T", Some(b"T1"), 1).unwrap(), [b"T3"]);
    let back: Vec<_> = engine.scan_back(b"T", None, 2).unwrap().into_iter().map(|(key, _)| key).collect();
    assert_eq!(back, [b"T5", b"T3"]);
    assert_eq!((engine.sequence().unwrap(), engine.count(b'T').unwrap(), engine.chain(0, 9).unwrap().len()), (1, 3, 1));
    assert_eq!(engine.verify().unwrap(), DamageReport::default());

    gate.open();
    ticket.wait().unwrap();
    assert_eq!(engine.scan_keys(b"T", None, 9).unwrap(), [b"T1", b"T2", b"T4", b"T5"]);
    assert_eq!(&*engine.get(b"T1").unwrap().unwrap(), b"new");
    assert_eq!((engine.sequence().unwrap(), engine.count(b'T').unwrap(), engine.chain(0, 9).unwrap().len()), (2, 4, 2));
}

#[test]
fn a_second_opening_is_told_at_once_that_the_folder_is_in_use() {
    let folder = tempfile::tempdir().unwrap();
    let engine = open(folder.path());
    let began = Instant::now();
    assert!(matches!(Engine::open(folder.path(), EngineOptions::default()), Err(OpenError::InUse(_))));
    assert!(began.elapsed() < Duration::from_millis(500));
    engine.commit_blocking(put(b"T", b"still serving")).unwrap();
    drop(engine);
    assert_eq!(&*open(folder.path()).get(b"T").unwrap().unwrap(), b"still serving");
}

#[test]
fn a_closed_engine_finishes_its_queue_and_refuses_the_rest() {
    let folder = tempfile::tempdir().unwrap();
    let engine = open(folder.path());
    let tickets: Vec<_> = (0..100_u8).map(|number| engine.commit(put(&[b'T', number], b""))).collect();
    engine.close().unwrap();
    assert!(tickets.into_iter().all(|ticket| ticket.wait().is_ok()));
    assert_eq!(engine.commit(put(b"T", b"")).wait(), Err(EngineError::Stopped));
    assert_eq!(engine.get(b"T"), Err(EngineError::Stopped));
    assert!(matches!(engine.health(), Health::Stopped(_)));
    engine.reopen().unwrap();
    assert_eq!((engine.health(), engine.count(b'T').unwrap()), (Health::Serving, 100));
}

#[test]
fn values_of_any_size_come_back() {
    let folder = tempfile::tempdir().unwrap();
    let engine = open(folder.path());
    let sizes = [0, 1, 100, 7_000, 40_000, 300_000, MAX_VALUE_BYTES];
    let value = |size: usize, round: u8| vec![round; size];
    for round in 0..6_u8 {
        for (number, size) in (0_u8..).zip(sizes) {
            engine.commit_blocking(put(&[b'T', number], &value(size, round))).unwrap();
        }
        engine.reopen().unwrap();
        for (number, size) in (0_u8..).zip(sizes) {
            assert_eq!(&*engine.get(&[b'T', number]).unwrap().unwrap(), value(size, round));
        }
    }
}

#[test]
fn a_verification_amid_commits_finds_nothing_wrong() {
    let folder = tempfile::tempdir().unwrap();
    let engine = open(folder.path());
    let mut batch = WriteBatch::new();
    for number in 0..4000_u32 {
        batch.put(&[b"T", &number.to_be_bytes()[..]].concat(), vec![1; 50]);
    }
    engine.commit_blocking(batch).unwrap();
    let ended = std::sync::atomic::AtomicBool::new(false);
    thread::scope(|scope| {
        scope.spawn(|| {
            let mut dice = Dice(5);
            // A bound, so that a busy machine does not make each walk longer than the one before.
            let more = (0..20_000).take_while(|_| !ended.load(std::sync::atomic::Ordering::Relaxed));
            for _ in more {
                let mut batch = WriteBatch::new();
                for _ in 0..20 {
                    let number = u32::try_from(dice.below(4500)).unwrap();
                    let key = [b"T", &number.to_be_bytes()[..]].concat();
                    if dice.below(3) == 0 {
                        batch.delete(&key);
                    } else {
                        batch.put(&key, dice.next().to_be_bytes());
                    }
                }
                batch.chain(b"changed");
                engine.commit_blocking(batch).unwrap();
            }
        });
        for _ in 0..20 {
            assert_eq!(engine.verify().unwrap(), DamageReport::default());
        }
        ended.store(true, std::sync::atomic::Ordering::Relaxed);
    });
    assert!(engine.sequence().unwrap() > 5);
}
