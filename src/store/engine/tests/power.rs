//! Power cuts: of what was written since the last sync, any pages reach the disk and any do not.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::PathBuf;
use std::sync::Mutex;

use super::*;

const PAGE_BYTES: usize = 4096;
const VALUE_BYTES: u64 = 3000;

type Map = BTreeMap<Vec<u8>, Vec<u8>>;

/// Remembers the log as it was when last synced, and the log at the moment of the cut.
struct Recorder {
    folder: PathBuf,
    cut_at: StoragePoint,
    state: Mutex<Recorded>,
}

#[derive(Default)]
struct Recorded {
    synced: Files,
    now: Files,
    cut: bool,
}

#[derive(Clone, Default)]
struct Files {
    log: Vec<u8>,
    head: Vec<u8>,
}

impl Files {
    fn read(folder: &Path) -> io::Result<Self> {
        Ok(Self { log: fs::read(folder.join("sled/db"))?, head: fs::read(folder.join("head"))? })
    }
}

impl FaultLayer for Recorder {
    fn reach(&self, point: StoragePoint) -> io::Result<()> {
        let mut state = self.state.lock().unwrap();
        if state.cut && point == self.cut_at {
            state.now = Files::read(&self.folder)?;
            return Err(io::Error::other("power cut"));
        }
        if point == StoragePoint::AfterSync {
            state.synced = Files::read(&self.folder)?;
        }
        Ok(())
    }
}

/// Of the pages that differ, takes the newer with the given chance (in percent).
fn torn(old: &[u8], new: &[u8], percent: u64, dice: &mut Dice) -> Vec<u8> {
    let mut disk = old.to_vec();
    for (at, page) in new.chunks(PAGE_BYTES).enumerate() {
        let start = at * PAGE_BYTES;
        if old.get(start..start + page.len()) != Some(page) && dice.below(100) < percent {
            disk.resize(disk.len().max(start + page.len()), 0);
            disk[start..start + page.len()].copy_from_slice(page);
        }
    }
    disk
}

/// A batch that overwrites much, so that sled frees and uses its segments again.
fn churn(dice: &mut Dice, map: &mut Map) -> WriteBatch {
    let mut batch = WriteBatch::new();
    for _ in 0..20 {
        let key = [b"T", &dice.below(150).to_be_bytes()[..]].concat();
        if dice.below(12) == 0 {
            map.remove(&key);
            batch.delete(&key);
        } else {
            let value = vec![dice.next().to_be_bytes()[0]; usize::try_from(dice.below(VALUE_BYTES)).unwrap()];
            map.insert(key.clone(), value.clone());
            batch.put(&key, value);
        }
    }
    batch
}

#[test]
fn a_power_cut_loses_nothing_that_was_acknowledged() {
    let points = [
        StoragePoint::BeforeApply,
        StoragePoint::AfterApply,
        StoragePoint::BeforeFlush,
        StoragePoint::AfterFlush,
        StoragePoint::BeforeSync,
        StoragePoint::AfterSync,
        StoragePoint::BeforeHead,
    ];
    for seed in 0..7 * times() {
        let mut dice = Dice(seed);
        let folder = tempfile::tempdir().unwrap();
        let cut_at = points[usize::try_from(seed).unwrap() % points.len()];
        let recorder = Arc::new(Recorder { folder: folder.path().to_owned(), cut_at, state: Mutex::default() });
        let engine = Engine::open(folder.path(), EngineOptions { fault: Some(recorder.clone()), ..EngineOptions::default() }).unwrap();
        let mut acknowledged = Map::new();
        for _ in 0..100 + dice.below(150) {
            engine.commit_blocking(churn(&mut dice, &mut acknowledged)).unwrap();
        }
        recorder.state.lock().unwrap().cut = true;
        let mut next = acknowledged.clone();
        assert_eq!(engine.commit_blocking(churn(&mut dice, &mut next)), Err(EngineError::Stopped));
        let state = recorder.state.lock().unwrap();
        for percent in [0, 10, 50, 90, 100] {
            let disk = tempfile::tempdir().unwrap();
            fs::create_dir(disk.path().join("sled")).unwrap();
            for entry in fs::read_dir(folder.path().join("sled")).unwrap().map(Result::unwrap) {
                if entry.file_type().unwrap().is_file() && entry.file_name() != "db" {
                    fs::copy(entry.path(), disk.path().join("sled").join(entry.file_name())).unwrap();
                }
            }
            fs::write(disk.path().join("sled/db"), torn(&state.synced.log, &state.now.log, percent, &mut dice)).unwrap();
            fs::write(disk.path().join("head"), torn(&state.synced.head, &state.now.head, percent, &mut dice)).unwrap();
            let after = Engine::open(disk.path(), EngineOptions::default());
            let after = after.unwrap_or_else(|error| panic!("seed {seed}, {cut_at:?}, {percent} %: {error}"));
            let found: Map = all(&after).into_iter().collect();
            assert!(found == acknowledged || found == next, "seed {seed}, {cut_at:?}, {percent} %: lost or torn");
        }
    }
}
