//! Processes that die: by SIGKILL at any moment, and by themselves at every storage call.

use std::io::{self, BufRead as _, BufReader, Write as _};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU64, Ordering};

use super::*;

const FOLDER: &str = "ENGINE_TEST_FOLDER";
const DIE_AT: &str = "ENGINE_TEST_DIE_AT";
const KILLS: u64 = 30;

/// Commits for ever and tells what was acknowledged. The body of the child, not a test: does nothing without its folder.
#[test]
fn child_that_commits() {
    let Some(folder) = std::env::var_os(FOLDER) else { return };
    let fault = std::env::var(DIE_AT).ok().map(|text| {
        let calls_left = AtomicU64::new(text.parse().unwrap());
        Arc::new(Dies { calls_left }) as Arc<dyn FaultLayer>
    });
    let engine = Engine::open(Path::new(&folder), EngineOptions { fault, ..EngineOptions::default() }).unwrap();
    say("open");
    let next = AtomicU64::new(engine.sequence().unwrap());
    thread::scope(|scope| {
        for _ in 0..8 {
            scope.spawn(|| {
                loop {
                    let number = next.fetch_add(1, Ordering::SeqCst);
                    engine.commit_blocking(turn(number)).unwrap();
                    say(&number.to_string());
                }
            });
        }
    });
}

fn say(line: &str) {
    // One write, straight to the pipe: the test harness would hold it back.
    let _ = io::stderr().write_all(format!("@{line}\n").as_bytes());
}

/// A ticket, its delivery and its audit entry: there together or not at all. Numbers may be used again after a crash.
fn turn(number: u64) -> WriteBatch {
    let mut batch = WriteBatch::new();
    let value = [number.to_be_bytes().repeat(50), vec![number.to_be_bytes()[7]; 30]].concat();
    batch.put(&key(b'T', number), value.clone()).put(&key(b'D', number), value).chain(number.to_be_bytes());
    if let Some(old) = number.checked_sub(500) {
        batch.delete(&key(b'D', old));
    }
    batch
}

fn key(kind: u8, number: u64) -> Vec<u8> {
    [&[kind][..], &number.to_be_bytes()].concat()
}

struct Dies {
    calls_left: AtomicU64,
}

impl FaultLayer for Dies {
    fn reach(&self, _: StoragePoint) -> io::Result<()> {
        if self.calls_left.fetch_sub(1, Ordering::SeqCst) == 0 {
            std::process::abort();
        }
        Ok(())
    }
}

fn start(folder: &Path, die_at: Option<u64>) -> Child {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command
        .args(["store::engine::tests::crash::child_that_commits", "--exact", "--nocapture", "--test-threads=1"])
        .env(FOLDER, folder)
        .stdout(Stdio::null())
        .stderr(Stdio::piped());
    if let Some(calls) = die_at {
        command.env(DIE_AT, calls.to_string());
    }
    command.spawn().unwrap()
}

/// All that the child said: it is open, and which numbers were acknowledged.
fn listen(child: &mut Child, mut heard: impl FnMut(&str, &mut Child)) {
    let lines = BufReader::new(child.stderr.take().unwrap()).lines();
    for line in lines.map_while(Result::ok) {
        if let Some(said) = line.strip_prefix('@') {
            heard(said, child);
        }
    }
    child.wait().unwrap();
}

/// Opens what the crash left and holds it against the manifest.
fn audit(folder: &Path, acknowledged: &[u64]) {
    let engine = open(folder);
    for number in acknowledged {
        assert!(engine.get(&key(b'T', *number)).unwrap().is_some(), "acknowledged {number} is lost");
    }
    let chained: Vec<u64> =
        engine.chain(0, usize::MAX).unwrap().iter().map(|entry| u64::from_be_bytes(entry.payload[..].try_into().unwrap())).collect();
    assert_eq!(chained.len() as u64, engine.sequence().unwrap());
    for number in &chained {
        assert!(engine.get(&key(b'T', *number)).unwrap().is_some(), "half a turn: {number}");
    }
    assert!(matches!(engine.verify_chain().unwrap(), ChainState::Intact(_)));
    assert_eq!(engine.verify().unwrap(), DamageReport::default());
}

#[test]
fn a_kill_at_any_moment_loses_nothing_that_was_acknowledged() {
    let folder = tempfile::tempdir().unwrap();
    let mut acknowledged = Vec::new();
    let mut dice = Dice(2026);
    let mut kills_amid_commits = 0;
    for _ in 0..KILLS * times() {
        let mut child = start(folder.path(), None);
        let before = acknowledged.len();
        let delay = Duration::from_millis(dice.below(60));
        // One in ten dies while it opens.
        if dice.below(10) == 0 {
            thread::sleep(delay);
            child.kill().unwrap();
        }
        listen(&mut child, |said, child| match said.parse() {
            Ok(number) => acknowledged.push(number),
            Err(_) => {
                thread::sleep(delay);
                child.kill().unwrap();
            }
        });
        kills_amid_commits += u64::from(acknowledged.len() > before);
    }
    audit(folder.path(), &acknowledged);
    assert!(kills_amid_commits >= KILLS * times() / 2, "only {kills_amid_commits} kills hit a child at work");
}

#[test]
fn a_crash_at_each_storage_call_leaves_whole_turns_only() {
    let folder = tempfile::tempdir().unwrap();
    let mut acknowledged = Vec::new();
    let points = StoragePoint::ALL.len() as u64;
    for call in (0..points).chain(points * 3..points * 4) {
        let mut child = start(folder.path(), Some(call));
        listen(&mut child, |said, _| acknowledged.extend(said.parse::<u64>().ok()));
        audit(folder.path(), &acknowledged);
    }
    assert!(!acknowledged.is_empty());
}

#[test]
fn a_crash_while_the_snapshot_was_written_does_no_harm() {
    let folder = tempfile::tempdir().unwrap();
    let engine = open(folder.path());
    engine.commit_blocking(put(b"T1", b"kept")).unwrap();
    engine.reopen().unwrap();
    engine.commit_blocking(put(b"T2", b"kept too")).unwrap();
    drop(engine);
    std::fs::write(folder.path().join("sled/snap.7000000000000000.generating"), b"the first half of a snap").unwrap();
    assert_eq!(open(folder.path()).count(b'T').unwrap(), 2);
}
