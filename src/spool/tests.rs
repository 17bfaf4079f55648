use super::*;
use rand::{SeedableRng, rngs::StdRng};
use std::fs;
use std::path::Path;
use std::time::Duration;
use tempfile::TempDir;

const ANN: PersonKey = PersonKey([1; 16]);
const BEN: PersonKey = PersonKey([2; 16]);
const BOUNDS: Bounds = Bounds { file: 8 << 20, files: 3, person: 12 << 20, all: 20 << 20 };

struct Place {
    dir: TempDir,
    key: OfficeKey,
    next: std::cell::Cell<u8>,
}

impl Place {
    fn new() -> Self {
        let key = OfficeKey::generate(&mut StdRng::seed_from_u64(7));
        Self { dir: TempDir::new().unwrap(), key, next: std::cell::Cell::new(0) }
    }

    /// The spool as a fresh process sees it.
    fn spool(&self) -> Spool {
        Spool::new(self.path(), self.key.clone(), BOUNDS)
    }

    fn path(&self) -> PathBuf {
        self.dir.path().join("spool")
    }

    fn begin(&self, spool: &Spool, person: PersonKey, bytes: Option<u64>) -> Result<UploadId, SpoolError> {
        self.next.set(self.next.get() + 1);
        let id = UploadId::new([self.next.get(); 16]);
        spool.begin(person, id, Announced { name: Some("合同.pdf".to_owned()), bytes, ..Announced::default() }).map(|()| id)
    }
}

fn sample(len: usize) -> Vec<u8> {
    (0..len).map(|i| (i * 31 % 251) as u8).collect()
}

fn send(spool: &Spool, (person, id): (PersonKey, UploadId), content: &[u8]) {
    for (n, piece) in pieces(content) {
        spool.put((person, id), n, piece).unwrap();
    }
}

fn content(spool: &Spool, id: UploadId) -> Result<Vec<u8>, SpoolError> {
    let mut reading = spool.read(id)?;
    let mut all = Vec::new();
    while let Some(piece) = reading.piece()? {
        all.extend_from_slice(&piece);
    }
    Ok(all)
}

fn files(dir: &Path) -> Vec<PathBuf> {
    let mut all = Vec::new();
    for entry in fs::read_dir(dir).into_iter().flatten() {
        let path = entry.unwrap().path();
        if path.is_dir() { all.extend(files(&path)) } else { all.push(path) }
    }
    all.sort();
    all
}

#[test]
fn content_of_every_length_comes_back_whether_its_size_was_told_or_not() {
    let place = Place::new();
    let spool = place.spool();
    for len in [0, 1, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE, 3 * PIECE + 5] {
        for told in [Some(len as u64), None] {
            let bytes = sample(len);
            let id = place.begin(&spool, ANN, told).unwrap();
            send(&spool, (ANN, id), &bytes);
            let whole = spool.finish(ANN, id).unwrap();
            assert_eq!((whole.stage, whole.bytes), (Stage::Whole, len as u64));
            assert_eq!(content(&spool, id).unwrap(), bytes);
            spool.take(ANN, id).unwrap();
            spool.empty(id).unwrap();
        }
    }
}

#[test]
fn a_broken_upload_goes_on_where_it_stopped_after_a_restart() {
    let place = Place::new();
    let bytes = sample(4 * PIECE + 9);
    let cut: Vec<_> = pieces(&bytes).collect();
    let spool = place.spool();
    let id = place.begin(&spool, ANN, Some(bytes.len() as u64)).unwrap();
    for n in [0, 3] {
        spool.put((ANN, id), cut[n].0, cut[n].1).unwrap();
    }
    let again = place.spool();
    let standing = again.standing(ANN, id).unwrap();
    assert_eq!((standing.stage, &standing.pieces[..], standing.bytes), (Stage::Begun, &[0, 3][..], 2 * PIECE as u64));
    assert_eq!(standing.announced.name.as_deref(), Some("合同.pdf"));
    assert!(matches!(again.finish(ANN, id), Err(SpoolError::Incomplete)));
    for n in [1, 4, 2] {
        again.put((ANN, id), cut[n].0, cut[n].1).unwrap();
    }
    again.finish(ANN, id).unwrap();
    let third = place.spool();
    assert_eq!(third.standing(ANN, id).unwrap().stage, Stage::Whole);
    assert_eq!(content(&third, id).unwrap(), bytes);
}

#[test]
fn a_piece_or_an_end_that_is_sent_twice_counts_once() {
    let place = Place::new();
    let spool = place.spool();
    let bytes = sample(PIECE + 1);
    let id = place.begin(&spool, ANN, None).unwrap();
    send(&spool, (ANN, id), &bytes);
    send(&spool, (ANN, id), &bytes);
    assert_eq!(spool.standing(ANN, id).unwrap().bytes, bytes.len() as u64);
    for _ in 0..2 {
        assert_eq!(spool.finish(ANN, id).unwrap().stage, Stage::Whole);
    }
    assert!(matches!(spool.put((ANN, id), 0, &bytes[..PIECE]), Err(SpoolError::Closed)));
    for _ in 0..2 {
        spool.take(ANN, id).unwrap();
        spool.empty(id).unwrap();
        assert_eq!(spool.finish(ANN, id).unwrap().stage, Stage::Taken);
    }
    assert!(matches!(content(&spool, id), Err(SpoolError::Missing)));
    assert!(matches!(content(&place.spool(), id), Err(SpoolError::Missing)), "after a restart too");
    assert_eq!(files(&place.path()).len(), 1, "only what is known about it");
}

#[test]
fn somebody_elses_upload_is_as_good_as_missing() {
    let place = Place::new();
    let spool = place.spool();
    let id = place.begin(&spool, ANN, Some(1)).unwrap();
    for (person, id) in [(BEN, id), (ANN, UploadId::new([99; 16]))] {
        assert!(matches!(spool.put((person, id), 0, b"x"), Err(SpoolError::Missing)));
        assert!(matches!(spool.standing(person, id), Err(SpoolError::Missing)));
        assert!(matches!(spool.finish(person, id), Err(SpoolError::Missing)));
        assert!(matches!(spool.take(person, id), Err(SpoolError::Missing)));
        assert!(matches!(spool.abandon(person, id), Err(SpoolError::Missing)));
    }
    assert!(spool.standing(ANN, id).unwrap().pieces.is_empty());
}

#[test]
fn nothing_lies_unsealed_and_what_is_exchanged_or_changed_is_noticed() {
    let place = Place::new();
    let spool = place.spool();
    let bytes = b"canary in the contract ".repeat(100_000);
    let id = place.begin(&spool, ANN, Some(bytes.len() as u64)).unwrap();
    send(&spool, (ANN, id), &bytes);
    spool.finish(ANN, id).unwrap();
    let kept = files(&place.path());
    assert_eq!(kept.len(), 4);
    for path in &kept {
        let raw = fs::read(path).unwrap();
        assert!(!raw.windows(6).any(|part| part == b"canary"), "{path:?}");
        assert!(!raw.windows(6).any(|part| part == "合同".as_bytes()), "{path:?}");
    }
    let piece = |n: u32| place.path().join(id.to_string()).join(n.to_string());
    fs::copy(piece(0), piece(1)).unwrap();
    assert!(matches!(content(&spool, id), Err(SpoolError::Damaged)), "exchanged");
    fs::write(piece(0), b"short").unwrap();
    assert!(matches!(content(&spool, id), Err(SpoolError::Damaged)), "changed");
    fs::remove_file(piece(0)).unwrap();
    assert!(matches!(content(&spool, id), Err(SpoolError::Missing)), "removed");
}

#[test]
fn only_pieces_that_fit_their_place_are_taken() {
    let place = Place::new();
    let spool = place.spool();
    let told = place.begin(&spool, ANN, Some(PIECE as u64 + 10)).unwrap();
    let full = sample(PIECE);
    for (n, length) in [(0, 10), (0, 0), (1, 11), (1, 9), (2, 1), (u32::MAX, 1)] {
        assert!(matches!(spool.put((ANN, told), n, &full[..length]), Err(SpoolError::Piece)), "piece {n} of {length}");
    }
    assert!(matches!(spool.put((ANN, told), 0, &sample(PIECE + 1)), Err(SpoolError::Piece)));
    let open = place.begin(&spool, ANN, None).unwrap();
    for n in [8, 100_000, u32::MAX] {
        assert!(matches!(spool.put((ANN, open), n, b"x"), Err(SpoolError::TooLarge { limit }) if limit == BOUNDS.file), "{n}");
    }
    spool.put((ANN, open), 0, b"short").unwrap();
    spool.put((ANN, open), 1, b"more").unwrap();
    assert!(matches!(spool.finish(ANN, open), Err(SpoolError::Incomplete)), "a short piece in the middle");
}

#[test]
fn nobody_has_more_under_way_than_they_may() {
    let place = Place::new();
    let spool = place.spool();
    assert!(matches!(place.begin(&spool, ANN, Some(BOUNDS.file + 1)), Err(SpoolError::TooLarge { .. })));
    let first = place.begin(&spool, ANN, Some(8 << 20)).unwrap();
    assert!(matches!(place.begin(&spool, ANN, Some(5 << 20)), Err(SpoolError::TooMuch { .. })), "reserved by what was announced");
    let open = place.begin(&spool, ANN, None).unwrap();
    for n in 0..4 {
        spool.put((ANN, open), n, &sample(PIECE)).unwrap();
    }
    assert!(matches!(spool.put((ANN, open), 4, b"x"), Err(SpoolError::TooMuch { .. })), "counted as it comes");
    place.begin(&spool, ANN, Some(0)).unwrap();
    assert!(matches!(place.begin(&spool, ANN, Some(0)), Err(SpoolError::TooMany { limit: 3 })));
    // Everybody's together: 12 of 20 MiB are taken.
    place.begin(&spool, BEN, Some(8 << 20)).unwrap();
    assert!(matches!(place.begin(&spool, BEN, Some(1)), Err(SpoolError::NoSpace)));
    spool.abandon(ANN, first).unwrap();
    place.begin(&spool, BEN, Some(1)).unwrap();
    assert!(matches!(spool.standing(ANN, first), Err(SpoolError::Missing)));
}

#[test]
fn what_was_taken_makes_room_for_the_person_at_once() {
    let place = Place::new();
    let spool = place.spool();
    for _ in 0..5 {
        let id = place.begin(&spool, ANN, Some(1)).unwrap();
        send(&spool, (ANN, id), b"x");
        assert!(matches!(spool.take(ANN, id), Err(SpoolError::Incomplete)));
        spool.finish(ANN, id).unwrap();
        spool.take(ANN, id).unwrap();
        assert!(matches!(spool.abandon(ANN, id), Err(SpoolError::Closed)), "it is part of a form");
        assert_eq!(content(&spool, id).unwrap(), b"x");
    }
}

#[test]
fn abandoned_uploads_and_leftovers_are_swept_and_nothing_else() {
    let place = Place::new();
    let spool = place.spool();
    let [kept, gone] = [0, 1].map(|_| place.begin(&spool, ANN, None).unwrap());
    for id in [kept, gone] {
        send(&spool, (ANN, id), b"x");
    }
    fs::create_dir(place.path().join(UploadId::new([77; 16]).to_string())).unwrap();
    let swept = |before| spool.sweep(|id| *id == kept, before).unwrap().uploads;
    assert_eq!(swept(SystemTime::now() - Duration::from_secs(60)), 0, "all are fresh");
    assert_eq!(swept(SystemTime::now() + Duration::from_secs(60)), 2);
    assert!(matches!(spool.standing(ANN, gone), Err(SpoolError::Missing)));
    assert_eq!(spool.standing(ANN, kept).unwrap().bytes, 1);
    assert_eq!(fs::read_dir(place.path()).unwrap().count(), 1);
}

#[test]
fn a_name_of_any_length_keeps_its_ending() {
    let place = Place::new();
    let spool = place.spool();
    let id = UploadId::new([5; 16]);
    let name = format!("{}.exe", "长".repeat(100_000));
    spool.begin(ANN, id, Announced { name: Some(name), ..Announced::default() }).unwrap();
    let kept = place.spool().standing(ANN, id).unwrap().announced.name.unwrap();
    assert_eq!((kept.chars().count(), kept.ends_with(".exe")), (NAME, true));
}

#[test]
fn a_source_names_its_upload_and_nothing_else_does() {
    let id = UploadId::new([0xff; 16]);
    assert_eq!(UploadId::of_source(&id.source()), Some(id));
    assert!(id.number() > 0);
    for source in ["AgACAgIAAxk", "spool:", "spool:../../etc/passwd", "spool:FF", "/tmp/spool:x"] {
        assert_eq!(UploadId::of_source(source), None, "{source}");
    }
}

/// Needs the right to mount; without it there is nothing to test.
#[test]
#[cfg(target_os = "linux")]
fn a_full_disk_is_a_clear_answer_and_loses_nothing() {
    let place = Place::new();
    fs::create_dir(place.path()).unwrap();
    let mount = std::process::Command::new("mount").args(["-t", "tmpfs", "-o", "size=4m", "tmpfs"]).arg(place.path()).output();
    if !mount.is_ok_and(|mount| mount.status.success()) {
        return;
    }
    struct Unmount(PathBuf);
    impl Drop for Unmount {
        fn drop(&mut self) {
            let _ = std::process::Command::new("umount").arg("-l").arg(&self.0).status();
        }
    }
    let _unmount = Unmount(place.path());
    let spool = place.spool();
    let bytes = sample(3 * PIECE + 1);
    let id = place.begin(&spool, ANN, Some(bytes.len() as u64)).unwrap();
    let ballast = place.path().join("ballast");
    fs::write(&ballast, vec![1; 2 * PIECE]).unwrap();
    let cut: Vec<_> = pieces(&bytes).collect();
    spool.put((ANN, id), 0, cut[0].1).unwrap();
    assert!(matches!(spool.put((ANN, id), 1, cut[1].1), Err(SpoolError::NoSpace)));
    assert_eq!(spool.standing(ANN, id).unwrap().pieces, [0]);
    fs::remove_file(&ballast).unwrap();
    for (n, piece) in &cut[1..] {
        spool.put((ANN, id), *n, piece).unwrap();
    }
    spool.finish(ANN, id).unwrap();
    assert_eq!(content(&spool, id).unwrap(), bytes);
}

#[test]
fn what_is_on_its_way_gets_the_newest_key_and_the_old_one_may_go() {
    let dir = TempDir::new().unwrap();
    let file = dir.path().join("office.key");
    let old = crate::seal::KeyFile::load_or_create(&file, crate::seal::StoreBeside::Missing).unwrap();
    let spool = |key| Spool::new(dir.path().join("spool"), key, BOUNDS);
    let (id, bytes) = (UploadId::new([1; 16]), sample(PIECE + 3));
    spool(old.clone()).begin(ANN, id, Announced::default()).unwrap();
    send(&spool(old.clone()), (ANN, id), &bytes);
    crate::seal::KeyFile::rotate(&file).unwrap();
    let both = crate::seal::KeyFile::load(&file).unwrap();
    let ids = both.key_ids();
    assert_eq!(spool(both.clone()).sealed_with().unwrap(), [(ids[1], 3)].into());
    assert_eq!((spool(both.clone()).reseal().unwrap(), spool(both.clone()).reseal().unwrap()), (3, 0));
    assert_eq!(spool(both).sealed_with().unwrap(), [(ids[0], 3)].into());
    crate::seal::KeyFile::retire(&file, ids[1]).unwrap();
    let new = spool(crate::seal::KeyFile::load(&file).unwrap());
    new.finish(ANN, id).unwrap();
    assert_eq!(content(&new, id).unwrap(), bytes);
}
