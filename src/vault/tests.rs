use std::{
    io::{BufRead, BufReader},
    os::unix::fs::PermissionsExt,
    process::{Command, Stdio},
    time::Duration,
};

use rand::{SeedableRng, rngs::StdRng};
use tempfile::TempDir;

use super::*;
use crate::seal::{KeyFile, StoreBeside};

const LIMIT: u64 = 50 * 1024 * 1024;

fn key() -> OfficeKey {
    OfficeKey::generate(&mut StdRng::seed_from_u64(1))
}

fn vault() -> (TempDir, Vault) {
    let dir = TempDir::new().unwrap();
    let vault = Vault::open(&dir.path().join("evidence"), key()).unwrap();
    (dir, vault)
}

fn store(vault: &Vault, content: &[u8]) -> Stored {
    let mut writer = vault.writer(LIMIT).unwrap();
    writer.write(content).unwrap();
    writer.finish().unwrap()
}

fn content(vault: &Vault, id: &FileId) -> Result<Vec<u8>, VaultError> {
    let mut bytes = Vec::new();
    vault.read(id)?.read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn files(vault: &Vault) -> Vec<PathBuf> {
    fs::read_dir(&vault.0.dir).unwrap().map(|entry| entry.unwrap().path()).collect()
}

fn sample(len: usize) -> Vec<u8> {
    (0..len).map(|i| (i * 31 % 251) as u8).collect()
}

fn mode(path: &Path) -> u32 {
    fs::metadata(path).unwrap().permissions().mode() & 0o7777
}

fn tomorrow() -> SystemTime {
    SystemTime::now() + Duration::from_secs(86_400)
}

#[test]
fn content_of_every_length_comes_back() {
    let (_dir, vault) = vault();
    for len in [1, 15, 16, 17, chunk::CHUNK - 1, chunk::CHUNK, chunk::CHUNK + 1, 2 * chunk::CHUNK, 2 * chunk::CHUNK + 100] {
        let bytes = sample(len);
        let stored = store(&vault, &bytes);
        assert_eq!((stored.bytes, stored.sha256, stored.deduplicated), (len as u64, ContentHash::of(&bytes), false));
        assert_eq!(stored.id, vault.id_of(&stored.sha256));
        assert!(content(&vault, &stored.id).unwrap() == bytes, "{len}");
        assert_eq!(vault.check(&stored.id, &stored.sha256, stored.bytes).unwrap(), Health::Intact);
    }
}

#[test]
fn pieces_of_any_size_make_the_same_file() {
    let (_dir, vault) = vault();
    let bytes = sample(200_000);
    let whole = store(&vault, &bytes);
    for piece in [999, 65_536, 65_537, 150_000] {
        let mut writer = vault.writer(LIMIT).unwrap();
        bytes.chunks(piece).for_each(|piece| writer.write(piece).unwrap());
        writer.write(b"").unwrap();
        assert_eq!(writer.bytes(), 200_000);
        let stored = writer.finish().unwrap();
        assert!(stored.deduplicated && stored.id == whole.id);
        assert!(content(&vault, &stored.id).unwrap() == bytes);
    }
    assert_eq!(files(&vault).len(), 1);
}

#[test]
fn a_reader_can_jump() {
    let (_dir, vault) = vault();
    let bytes = sample(3 * chunk::CHUNK + 7);
    let mut reader = vault.read(&store(&vault, &bytes).id).unwrap();
    assert_eq!(reader.len(), bytes.len() as u64);
    for at in [190_000, 5, 65_535, 131_072, bytes.len() - 1] {
        reader.seek(SeekFrom::Start(at as u64)).unwrap();
        let mut got = [0];
        reader.read_exact(&mut got).unwrap();
        assert_eq!(got[0], bytes[at]);
    }
    assert_eq!(reader.read(&mut [0; 9]).unwrap(), 0);
    assert_eq!(reader.seek(SeekFrom::End(10)).unwrap(), bytes.len() as u64 + 10);
    assert_eq!(reader.read(&mut [0; 9]).unwrap(), 0);
    assert!(reader.seek(SeekFrom::End(-1_000_000)).is_err());
}

#[test]
fn neither_content_nor_hash_is_on_the_disk() {
    let (_dir, vault) = vault();
    let bytes = b"a known document ".repeat(5000);
    let stored = store(&vault, &bytes);
    let path = vault.path(&stored.id);
    assert_ne!(path.file_name().unwrap().to_str().unwrap(), stored.sha256.to_string());
    let sealed = fs::read(path).unwrap();
    assert!(!sealed.windows(8).any(|window| window == b"document" || window == &stored.sha256.0[..8]));
    // Another office has another name for the same content.
    let other = Vault::open(&vault.0.dir.join("other"), OfficeKey::generate(&mut StdRng::seed_from_u64(2))).unwrap();
    assert_ne!(other.id_of(&stored.sha256), stored.id);
}

#[test]
fn only_the_owner_may_look() {
    let dir = TempDir::new().unwrap();
    let place = dir.path().join("evidence");
    fs::create_dir(&place).unwrap();
    fs::set_permissions(&place, fs::Permissions::from_mode(0o755)).unwrap();
    let vault = Vault::open(&place, key()).unwrap();
    assert_eq!(mode(&place), 0o700);
    let stored = store(&vault, b"x");
    assert_eq!(mode(&vault.path(&stored.id)), 0o600);
    let _writer = vault.writer(LIMIT).unwrap();
    assert!(files(&vault).iter().all(|path| mode(path) == 0o600));
    let fresh = dir.path().join("a/b/evidence");
    Vault::open(&fresh, key()).unwrap();
    assert_eq!(mode(&fresh), 0o700);
}

#[test]
fn every_kind_of_damage_is_noticed() {
    let (_dir, vault) = vault();
    let bytes = sample(2 * chunk::CHUNK + 10);
    let stored = store(&vault, &bytes);
    let path = vault.path(&stored.id);
    let sealed = fs::read(&path).unwrap();
    let full = chunk::CHUNK + chunk::TAG;
    let (first, second) = (chunk::HEADER..chunk::HEADER + full, chunk::HEADER + full..chunk::HEADER + 2 * full);
    let swapped = [&sealed[..first.start], &sealed[second.clone()], &sealed[first.clone()], &sealed[second.end..]].concat();
    let mut damaged = vec![
        ("cut after a whole chunk", sealed[..second.end].to_vec()),
        ("cut to one chunk", sealed[..first.end].to_vec()),
        ("cut in the last chunk", sealed[..sealed.len() - 1].to_vec()),
        ("cut to the header", sealed[..chunk::HEADER].to_vec()),
        ("cut in the header", sealed[..10].to_vec()),
        ("emptied", Vec::new()),
        ("one byte more", [&sealed[..], b"x"].concat()),
        ("a whole chunk more", [&sealed[..], &sealed[first.clone()]].concat()),
        ("last chunk twice", [&sealed[..], &sealed[second.end..]].concat()),
        ("chunks swapped", swapped),
        ("first chunk missing", [&sealed[..first.start], &sealed[first.end..]].concat()),
    ];
    let spots = (0..chunk::HEADER).chain([first.start, first.end - 1, second.start + 5, second.end, sealed.len() - 1]);
    damaged.extend(spots.map(|at| {
        let mut changed = sealed.clone();
        changed[at] ^= 1;
        ("a bit flipped", changed)
    }));
    for (how, sealed) in damaged {
        fs::write(&path, &sealed).unwrap();
        assert!(content(&vault, &stored.id).is_err(), "{how}");
        assert_eq!(vault.check(&stored.id, &stored.sha256, stored.bytes).unwrap(), Health::Damaged, "{how}");
    }
    fs::write(&path, &sealed).unwrap();
    assert!(content(&vault, &stored.id).unwrap() == bytes);
}

#[test]
fn a_file_under_the_name_of_another_does_not_open() {
    let (_dir, vault) = vault();
    let (one, two) = (store(&vault, b"one"), store(&vault, b"two"));
    fs::copy(vault.path(&one.id), vault.path(&two.id)).unwrap();
    assert!(matches!(content(&vault, &two.id), Err(VaultError::Damaged)));
}

#[test]
fn a_check_tells_missing_from_different() {
    let (_dir, vault) = vault();
    let stored = store(&vault, b"one");
    let other = ContentHash::of(b"two");
    assert_eq!(vault.check(&stored.id, &other, 3).unwrap(), Health::Different);
    assert_eq!(vault.check(&stored.id, &stored.sha256, 4).unwrap(), Health::Different);
    assert_eq!(vault.check(&vault.id_of(&other), &other, 3).unwrap(), Health::Missing);
    let stranger = Vault::open(&vault.0.dir, OfficeKey::generate(&mut StdRng::seed_from_u64(2))).unwrap();
    assert_eq!(stranger.check(&stored.id, &stored.sha256, 3).unwrap(), Health::Damaged);
    assert!(matches!(stranger.read(&stored.id), Err(VaultError::Key(SealError::UnknownKey(_)))));
}

#[test]
fn a_file_over_its_limit_is_refused_and_leaves_nothing() {
    let (_dir, vault) = vault();
    let mut writer = vault.writer(100_000).unwrap();
    writer.write(&sample(100_000)).unwrap();
    assert!(matches!(writer.write(b"x"), Err(VaultError::TooLarge { limit: 100_000 })));
    assert!(files(&vault).is_empty());
    assert!(matches!(writer.finish(), Err(VaultError::Abandoned)));
    assert_eq!(
        {
            let mut writer = vault.writer(3).unwrap();
            writer.write(b"abc").unwrap();
            writer.finish().unwrap().bytes
        },
        3
    );
}

#[test]
fn an_empty_file_is_refused_and_leaves_nothing() {
    let (_dir, vault) = vault();
    assert!(matches!(vault.writer(LIMIT).unwrap().finish(), Err(VaultError::Empty)));
    assert!(files(&vault).is_empty());
}

#[test]
fn refused_content_never_enters_the_vault() {
    let (_dir, vault) = vault();
    let mut writer = vault.writer(LIMIT).unwrap();
    writer.write(b"#!/bin/sh\nrm -rf /\n").unwrap();
    let pending = writer.close().unwrap();
    assert_eq!(judge("a.txt", None, pending.kind()), Verdict::Refused(Reason::Executable));
    assert_eq!((pending.bytes(), pending.sha256()), (19, ContentHash::of(b"#!/bin/sh\nrm -rf /\n")));
    assert!(vault.list().unwrap().is_empty());
    drop(pending);
    assert!(files(&vault).is_empty());
}

#[test]
fn the_same_content_is_kept_once_and_heals_a_damaged_copy() {
    let (_dir, vault) = vault();
    let stored = store(&vault, b"evidence");
    assert!(store(&vault, b"evidence").deduplicated);
    assert_eq!(vault.list().unwrap().len(), 1);
    fs::write(vault.path(&stored.id), b"bit rot").unwrap();
    store(&vault, b"evidence");
    assert_eq!(content(&vault, &stored.id).unwrap(), b"evidence");
}

#[test]
fn an_erased_file_is_gone_with_its_key() {
    let (_dir, vault) = vault();
    let stored = store(&vault, b"evidence");
    // A second name of the same blocks shows what is left on disk.
    let shadow = vault.0.dir.join("shadow");
    fs::hard_link(vault.path(&stored.id), &shadow).unwrap();
    assert!(vault.erase(&stored.id).unwrap());
    assert!(!vault.erase(&stored.id).unwrap());
    assert!(matches!(vault.read(&stored.id), Err(VaultError::Missing)));
    assert_eq!(files(&vault), std::slice::from_ref(&shadow));
    assert_eq!(fs::read(shadow).unwrap()[..chunk::HEADER], [0; chunk::HEADER]);
}

#[test]
fn a_sweep_takes_orphans_and_traces_of_crashes_but_nothing_fresh() {
    let (_dir, vault) = vault();
    let (kept, orphan) = (store(&vault, b"kept"), store(&vault, b"orphan"));
    std::mem::forget(vault.writer(LIMIT).unwrap());
    fs::write(vault.0.dir.join("gone-0123456789abcdef"), b"left by an erasure").unwrap();
    fs::write(vault.0.dir.join("README"), b"by the operator").unwrap();
    let keep = |id: &FileId| *id == kept.id;
    assert_eq!(vault.sweep(keep, SystemTime::now() - Duration::from_secs(3600)).unwrap(), Swept::default());
    let swept = vault.sweep(keep, tomorrow()).unwrap();
    assert_eq!((swept.orphans, swept.leftovers), (1, 2));
    assert!(swept.bytes > 0);
    assert!(matches!(vault.read(&orphan.id), Err(VaultError::Missing)));
    assert_eq!(content(&vault, &kept.id).unwrap(), b"kept");
    assert!(vault.0.dir.join("README").exists());
    assert_eq!(files(&vault).len(), 2);
}

#[test]
fn an_old_orphan_that_comes_again_is_fresh_for_the_sweep() {
    let (_dir, vault) = vault();
    let stored = store(&vault, b"evidence");
    let long_ago = SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000);
    fs::File::options().write(true).open(vault.path(&stored.id)).unwrap().set_modified(long_ago).unwrap();
    assert_eq!(vault.list().unwrap()[0].written, long_ago);
    assert!(store(&vault, b"evidence").deduplicated);
    assert_eq!(vault.sweep(|_| false, SystemTime::now() - Duration::from_secs(60)).unwrap(), Swept::default());
}

#[test]
fn many_writers_and_a_sweeper_lose_nothing() {
    let (_dir, vault) = vault();
    std::thread::scope(|scope| {
        for writer in 0..4 {
            let vault = &vault;
            scope.spawn(move || {
                for i in 0..25 {
                    // Half of the content is shared by all writers.
                    let bytes = if i % 2 == 0 { format!("shared {i}") } else { format!("{writer} {i}") };
                    let stored = store(vault, bytes.as_bytes());
                    assert_eq!(content(vault, &stored.id).unwrap(), bytes.as_bytes());
                }
            });
        }
        let sweep = || {
            (0..50)
                .for_each(|_| assert_eq!(vault.sweep(|_| false, SystemTime::now() - Duration::from_secs(600)).unwrap(), Swept::default()))
        };
        scope.spawn(sweep);
    });
    assert_eq!(vault.list().unwrap().len(), 13 + 4 * 12);
}

#[test]
fn after_a_rotation_files_are_rewrapped_and_the_old_key_can_go() {
    let dir = TempDir::new().unwrap();
    let (keys, evidence) = (dir.path().join("office.key"), dir.path().join("evidence"));
    let old = KeyFile::load_or_create(&keys, StoreBeside::Missing).unwrap();
    let bytes = sample(100_000);
    let stored = store(&Vault::open(&evidence, old.clone()).unwrap(), &bytes);
    let vault = Vault::open(&evidence, KeyFile::rotate(&keys).unwrap()).unwrap();
    assert!(content(&vault, &stored.id).unwrap() == bytes);
    assert_eq!(vault.rewrap(&stored.id).unwrap(), Rewrapped::Now);
    assert_eq!(vault.rewrap(&stored.id).unwrap(), Rewrapped::WasNewest);
    assert_eq!(files(&vault).len(), 1);
    let vault = Vault::open(&evidence, KeyFile::retire(&keys, old.key_ids()[0]).unwrap()).unwrap();
    assert_eq!(vault.check(&stored.id, &stored.sha256, stored.bytes).unwrap(), Health::Intact);
}

#[test]
fn ids_are_strings_and_never_paths() {
    let (_dir, vault) = vault();
    let stored = store(&vault, b"x");
    let json = serde_json::to_string(&(stored.id, stored.sha256)).unwrap();
    assert_eq!(serde_json::from_str::<(FileId, ContentHash)>(&json).unwrap(), (stored.id, stored.sha256));
    let upper = stored.id.to_string().to_uppercase();
    for bad in ["", "../../etc/passwd", "abc", &upper, &format!("{}/", &stored.id.to_string()[..63])] {
        assert_eq!(bad.parse::<FileId>(), Err(NotHex), "{bad}");
    }
}

#[test]
fn a_full_disk_is_told_apart() {
    assert!(matches!(VaultError::from(io::Error::from(io::ErrorKind::StorageFull)), VaultError::NoSpace));
    assert!(matches!(VaultError::from(io::Error::from(io::ErrorKind::QuotaExceeded)), VaultError::NoSpace));
    assert!(matches!(VaultError::from(io::Error::from(io::ErrorKind::PermissionDenied)), VaultError::Io(_)));
}

#[test]
fn a_vault_that_lost_its_folder_reports_and_does_not_panic() {
    let (_dir, vault) = vault();
    let mut writer = vault.writer(LIMIT).unwrap();
    writer.write(b"x").unwrap();
    fs::remove_dir_all(&vault.0.dir).unwrap();
    assert!(writer.finish().is_err());
    assert!(vault.writer(LIMIT).is_err() && vault.list().is_err() && vault.sweep(|_| true, tomorrow()).is_err());
}

/// Killed at any moment, the vault has every file that was acknowledged and no half one. The writer runs in a process of its
/// own, which is this test binary asked for the test below.
#[test]
fn a_kill_at_any_moment_loses_nothing_acknowledged_and_leaves_no_half_file() {
    let (_dir, vault) = vault();
    let (mut acknowledged, mut killed_in_the_middle) = (0, 0);
    for round in 0..12u64 {
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "vault::tests::writes_until_it_is_killed", "--ignored", "--nocapture"])
            .env("VAULT_TO_WRITE", &vault.0.dir)
            .env("VAULT_ROUND", round.to_string())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut output = BufReader::new(child.stdout.take().unwrap());
        let mut said = String::new();
        while !said.contains("\nstored ") && output.read_line(&mut said).unwrap() > 0 {}
        std::thread::sleep(Duration::from_millis(5 + 11 * round));
        child.kill().unwrap();
        child.wait().unwrap();
        output.read_to_string(&mut said).unwrap();
        // The last line may be cut by the kill.
        let whole = said.rfind('\n').map_or("", |end| &said[..end]);
        for line in whole.lines().filter_map(|line| line.strip_prefix("stored ")) {
            let (id, sha256) = line.split_once(' ').unwrap();
            let (id, sha256) = (id.parse().unwrap(), sha256.parse().unwrap());
            assert_eq!(vault.check(&id, &sha256, vault.read(&id).unwrap().len()).unwrap(), Health::Intact);
            acknowledged += 1;
        }
        killed_in_the_middle += files(&vault).len() - vault.list().unwrap().len();
        for listed in vault.list().unwrap() {
            content(&vault, &listed.id).unwrap();
        }
        let kept = vault.list().unwrap().len();
        vault.sweep(|_| true, tomorrow()).unwrap();
        assert_eq!(files(&vault).len(), kept);
    }
    assert!(acknowledged > 20, "only {acknowledged} files were acknowledged before the kills");
    assert!(killed_in_the_middle > 0, "no kill hit a file in the middle");
}

#[test]
#[ignore = "run in a child process by the test above"]
fn writes_until_it_is_killed() {
    let Ok(dir) = std::env::var("VAULT_TO_WRITE") else { return };
    let vault = Vault::open(Path::new(&dir), key()).unwrap();
    let round = std::env::var("VAULT_ROUND").unwrap();
    for i in 0.. {
        let bytes = format!("{round} {i} ").repeat(200 * (i % 60 + 1));
        let stored = store(&vault, bytes.as_bytes());
        println!("stored {} {}", stored.id, stored.sha256);
    }
}
