//! Files that somebody or something has spoiled while nobody was looking.

use std::fs;
use std::path::PathBuf;

use super::*;

/// Ways to spoil a file, as in the field and in our probe of sled alone.
#[derive(Clone, Copy, Debug)]
enum Spoil {
    RandomBytes,
    ZeroedPage,
    TailCut,
    HalfCut,
    Emptied,
}

const PROBED: [Spoil; 4] = [Spoil::RandomBytes, Spoil::ZeroedPage, Spoil::TailCut, Spoil::HalfCut];

type Content = Vec<(Vec<u8>, Vec<u8>)>;

/// A store as a crash leaves it: several lives, so that there is a snapshot, free segments and a log after both.
struct Template {
    folder: tempfile::TempDir,
    content: Content,
}

fn template() -> Template {
    let (life, folder) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let mut dice = Dice(7);
    let engine = open(life.path());
    for round in 0..3 {
        for _ in 0..60 {
            let mut batch = WriteBatch::new();
            for _ in 0..30 {
                let key = [&b"TSD"[usize::try_from(dice.below(3)).unwrap()..][..1], &dice.below(1500).to_be_bytes()[..]].concat();
                let length = usize::try_from(dice.below(900)).unwrap();
                if dice.below(5) == 0 {
                    batch.delete(&key);
                } else {
                    batch.put(&key, vec![dice.next().to_be_bytes()[0]; length]);
                }
            }
            batch.chain(dice.next().to_be_bytes());
            drop(engine.commit(batch));
        }
        engine.commit_blocking(put(b"T", &[round])).unwrap();
        if round < 2 {
            engine.reopen().unwrap();
        }
    }
    let content = all(&engine);
    copy(life.path(), folder.path());
    Template { folder, content }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &to.join(entry.file_name()));
        } else {
            fs::copy(entry.path(), to.join(entry.file_name())).unwrap();
        }
    }
}

/// Whether the file is another one now.
fn spoil(path: &Path, how: Spoil, dice: &mut Dice) -> bool {
    let mut bytes = fs::read(path).unwrap();
    let before = bytes.clone();
    let length = bytes.len();
    let place = |dice: &mut Dice, size: usize| usize::try_from(dice.below(length.saturating_sub(size) as u64)).unwrap();
    match how {
        Spoil::RandomBytes => {
            let at = place(dice, 64);
            for byte in bytes.iter_mut().skip(at).take(64) {
                *byte = dice.next().to_be_bytes()[0];
            }
        }
        Spoil::ZeroedPage => {
            let at = place(dice, 4096);
            bytes.iter_mut().skip(at).take(4096).for_each(|byte| *byte = 0);
        }
        Spoil::TailCut => bytes.truncate(length.saturating_sub(4096)),
        Spoil::HalfCut => bytes.truncate(length / 2),
        Spoil::Emptied => bytes.clear(),
    }
    fs::write(path, &bytes).unwrap();
    bytes != before
}

#[derive(Default, Debug)]
struct Outcome {
    noticed: u64,
    intact: u64,
    unchanged: u64,
    findings: Vec<String>,
}

/// Opens a spoiled copy: it must be refused as damaged, or be complete to the last byte.
fn judge(folder: &Path, content: &Content, outcome: &mut Outcome) {
    match Engine::open(folder, EngineOptions::default()) {
        Ok(engine) => {
            assert!(all(&engine) == *content, "opened with other records than were acknowledged");
            outcome.intact += 1;
        }
        Err(OpenError::Damaged(report)) => {
            assert!(!report.findings.is_empty());
            outcome.findings.push(report.to_string());
            outcome.noticed += 1;
            // It stays refused, whatever sled repaired meanwhile, unless nothing is missing after all.
            if let Ok(engine) = Engine::open(folder, EngineOptions::default()) {
                assert!(all(&engine) == *content, "opened at the second try with other records than were acknowledged");
            }
        }
        Err(other) => panic!("neither open nor damaged: {other}"),
    }
}

fn try_out(template: &Template, file: impl Fn(&Path) -> PathBuf, ways: &[Spoil], seeds: u64) -> Outcome {
    let mut outcome = Outcome::default();
    for how in ways {
        for seed in 0..seeds {
            let copied = tempfile::tempdir().unwrap();
            copy(template.folder.path(), copied.path());
            if spoil(&file(copied.path()), *how, &mut Dice(seed * 31 + 1)) {
                judge(copied.path(), &template.content, &mut outcome);
            } else {
                outcome.unchanged += 1;
            }
        }
    }
    outcome
}

fn snapshot(folder: &Path) -> PathBuf {
    let mut entries = fs::read_dir(folder.join("sled")).unwrap().map(|entry| entry.unwrap().path());
    entries.find(|path| path.file_name().unwrap().to_str().unwrap().starts_with("snap.")).unwrap()
}

#[test]
fn a_spoiled_log_is_noticed_or_harmless_in_every_case() {
    let template = template();
    let outcome = try_out(&template, |folder| folder.join("sled/db"), &PROBED, 20 * times());
    assert_eq!(outcome.noticed + outcome.intact + outcome.unchanged, 80 * times());
    assert!(outcome.noticed >= 40 * times(), "{outcome:?}");
}

#[test]
fn a_spoiled_snapshot_is_noticed_or_harmless_in_every_case() {
    let template = template();
    let outcome = try_out(&template, snapshot, &PROBED, 20 * times());
    assert_eq!(outcome.noticed + outcome.intact + outcome.unchanged, 80 * times());
    assert!(outcome.noticed > 0, "{outcome:?}");
}

#[test]
fn a_spoiled_head_file_is_noticed_or_harmless_in_every_case() {
    let template = template();
    let outcome = try_out(&template, |folder| folder.join("head"), &PROBED, 20 * times());
    assert_eq!(outcome.noticed + outcome.intact + outcome.unchanged, 80 * times());
    let emptied = try_out(&template, |folder| folder.join("head"), &[Spoil::Emptied], 1);
    assert_eq!(emptied.findings, [DamageReport { findings: vec![Finding::HeadFileUnusable] }.to_string()]);
}

#[test]
fn an_emptied_or_missing_file_is_noticed() {
    let template = template();
    for file in ["sled/db", "sled/conf", "head"] {
        let outcome = try_out(&template, |folder| folder.join(file), &[Spoil::Emptied], 1);
        assert_eq!(outcome.noticed + outcome.intact, 1, "{file}: {outcome:?}");
        let copied = tempfile::tempdir().unwrap();
        copy(template.folder.path(), copied.path());
        fs::remove_file(copied.path().join(file)).unwrap();
        judge(copied.path(), &template.content, &mut Outcome::default());
    }
    let copied = tempfile::tempdir().unwrap();
    copy(template.folder.path(), copied.path());
    fs::remove_dir_all(copied.path().join("sled")).unwrap();
    let error = Engine::open(copied.path(), EngineOptions::default()).unwrap_err();
    assert!(matches!(error, OpenError::Damaged(report) if matches!(report.findings[..], [Finding::TailLost { found: 0, .. }])));
}

#[test]
fn an_older_copy_of_the_log_is_a_lost_tail() {
    let folder = tempfile::tempdir().unwrap();
    let older = tempfile::tempdir().unwrap();
    let engine = open(folder.path());
    engine.commit_blocking(put(b"T1", b"")).unwrap();
    engine.close().unwrap();
    copy(&folder.path().join("sled"), older.path());
    engine.reopen().unwrap();
    engine.commit_blocking(put(b"T2", b"")).unwrap();
    engine.commit_blocking(put(b"T3", b"")).unwrap();
    drop(engine);
    fs::remove_dir_all(folder.path().join("sled")).unwrap();
    copy(older.path(), &folder.path().join("sled"));
    let Err(OpenError::Damaged(report)) = Engine::open(folder.path(), EngineOptions::default()) else { panic!("opened") };
    assert_eq!(report.findings, [Finding::TailLost { acknowledged: 3, found: 1 }]);
}

#[test]
fn the_log_of_another_store_is_noticed() {
    let (one, two) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    for folder in [&one, &two] {
        open(folder.path()).commit_blocking(put(b"T1", b"same")).unwrap();
    }
    fs::copy(one.path().join("head"), two.path().join("head")).unwrap();
    let Err(OpenError::Damaged(report)) = Engine::open(two.path(), EngineOptions::default()) else { panic!("opened") };
    assert_eq!(report.findings, [Finding::HeadFileForeign]);
}

/// Changes a record behind the engine's back.
fn meddle(folder: &Path, change: impl FnOnce(&sled::Db)) {
    let config = sled::Config::new().path(folder.join("sled")).segment_size(1 << 20);
    let db = (0..500)
        .find_map(|_| {
            config.open().ok().or_else(|| {
                thread::sleep(Duration::from_millis(10));
                None
            })
        })
        .unwrap();
    change(&db);
    db.flush().unwrap();
    drop(db);
    thread::sleep(Duration::from_millis(100));
}

#[test]
fn the_report_names_what_is_wrong() {
    let open_report = |change: &dyn Fn(&sled::Db)| {
        let folder = tempfile::tempdir().unwrap();
        let engine = open(folder.path());
        let mut batch = put(b"T1", b"one");
        batch.put(b"T2", b"two").put(b"P1", b"person").chain(b"first").chain(b"second");
        engine.commit_blocking(batch).unwrap();
        drop(engine);
        meddle(folder.path(), change);
        match Engine::open(folder.path(), EngineOptions::default()) {
            Err(OpenError::Damaged(report)) => report.findings,
            other => panic!("{other:?}"),
        }
    };
    let removed = open_report(&|db| drop(db.remove(b"T1").unwrap()));
    assert_eq!(removed, [Finding::Count { kind: b'T', expected: 2, found: 1 }]);

    let swapped = open_report(&|db| {
        let value = db.get(b"T1").unwrap().unwrap();
        db.insert(b"T2", value).unwrap();
    });
    assert_eq!(swapped[0], Finding::RecordDamaged(RecordName { kind: b'T', key_hex: "5432".to_owned() }));

    let other = open_report(&|db| drop(db.insert(b"T1", envelope::seal(b"T1", b"ONE".to_vec()).bytes).unwrap()));
    assert_eq!(other, [Finding::DigestDiffers]);

    let headless = open_report(&|db| drop(db.insert(HEAD_KEY, &b"nonsense"[..]).unwrap()));
    assert_eq!(headless, [Finding::HeadRecordUnusable]);
}

#[test]
fn a_record_that_rots_while_open_is_noticed_by_reader_verification_and_writer() {
    let folder = tempfile::tempdir().unwrap();
    let engine = open(folder.path());
    engine.commit_blocking(put(b"T1", b"secret words")).unwrap();
    let rot = |shared: &Shared| {
        shared.view.db().insert(b"T1", &b"secret wordz123456789"[..]).unwrap();
        Ok(())
    };
    engine.with(rot).unwrap();
    let name = RecordName { kind: b'T', key_hex: "5431".to_owned() };
    assert_eq!(engine.get(b"T1"), Err(EngineError::Damaged(name.clone())));
    assert_eq!(engine.scan(b"T", None, 9), Err(EngineError::Damaged(name.clone())));
    assert_eq!(engine.verify().unwrap().findings[0], Finding::RecordDamaged(name));
    assert_eq!(engine.health(), Health::Serving);
    // Its share of the digest is unknown, so nothing may be written over it.
    assert_eq!(engine.commit_blocking(put(b"T1", b"new")), Err(EngineError::Stopped));
    let Health::Stopped(reason) = engine.health() else { panic!("serving") };
    assert!(reason.detail.contains("5431") && !reason.detail.contains("secret"), "{}", reason.detail);
}

#[test]
fn a_changed_audit_entry_breaks_the_chain_even_with_a_right_checksum() {
    let folder = tempfile::tempdir().unwrap();
    let engine = open(folder.path());
    for number in 0..5_u8 {
        let mut batch = WriteBatch::new();
        batch.chain([number]);
        engine.commit_blocking(batch).unwrap();
    }
    let forge = |shared: &Shared| {
        let key = committer::chain_key(2);
        let mut value = shared.view.get(&key).unwrap().unwrap().to_vec();
        *value.last_mut().unwrap() = 99;
        shared.view.db().insert(key, envelope::seal(&key, value).bytes).unwrap();
        Ok(())
    };
    let start = ChainHead { length: 0, hash: [0; 32] };
    let ChainState::Intact(two) = engine.follow_chain(start, 2).unwrap() else { panic!("intact so far") };
    assert_eq!(engine.follow_chain(two, 9).unwrap(), ChainState::Intact(engine.chain_head().unwrap()));
    engine.with(forge).unwrap();
    assert_eq!(engine.verify_chain().unwrap(), ChainState::Broken { sequence: 3 });
    assert_eq!(engine.follow_chain(start, 2).unwrap(), ChainState::Intact(two), "before it all is well");
    assert_eq!(engine.follow_chain(two, 9).unwrap(), ChainState::Broken { sequence: 3 }, "followed on, it is found");
    let beyond = ChainHead { length: 6, hash: [0; 32] };
    assert_eq!(engine.follow_chain(beyond, 9).unwrap(), ChainState::Broken { sequence: 5 }, "entries were cut off");
}

#[test]
fn what_is_left_of_a_damaged_store_can_be_read() {
    let template = template();
    let copied = tempfile::tempdir().unwrap();
    copy(template.folder.path(), copied.path());
    spoil(&copied.path().join("sled/db"), Spoil::TailCut, &mut Dice(3));
    let mut left = Content::new();
    salvage(copied.path(), &EngineOptions::default(), &mut |key, value| left.push((key.to_vec(), value.to_vec()))).unwrap();
    assert!(left.len() * 2 > template.content.len(), "{} of {}", left.len(), template.content.len());
    left.sort();
    left.windows(2).for_each(|pair| assert_ne!(pair[0].0, pair[1].0, "handed over twice"));
}
