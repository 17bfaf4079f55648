use std::os::unix::fs::{PermissionsExt, symlink};

use tempfile::TempDir;

use super::*;

fn place() -> (TempDir, PathBuf) {
    let dir = TempDir::new().unwrap();
    let path = dir.path().join("keys/office.key");
    (dir, path)
}

fn mode(path: &Path) -> u32 {
    fs::metadata(path).unwrap().permissions().mode() & 0o7777
}

fn write(path: &Path, text: &str) {
    let _ = fs::remove_file(path);
    private_file::create(path).unwrap().write_all(text.as_bytes()).unwrap();
}

fn made() -> (TempDir, PathBuf, OfficeKey) {
    let (dir, path) = place();
    let key = KeyFile::load_or_create(&path, StoreBeside::Missing).unwrap();
    (dir, path, key)
}

#[test]
fn the_first_start_makes_a_key_that_the_next_start_finds() {
    let (_dir, path, key) = made();
    let again = KeyFile::load_or_create(&path, StoreBeside::Exists).unwrap();
    assert_eq!(again.open(b"p", &key.seal(b"p", b"x")).unwrap(), b"x");
    assert_eq!(again.blind("l", b"v"), key.blind("l", b"v"));
    let once_more = KeyFile::load_or_create(&path, StoreBeside::Missing).unwrap();
    assert_eq!(once_more.key_ids(), key.key_ids());
}

#[test]
fn only_the_owner_may_read_the_file_and_nothing_else_is_left_beside_it() {
    let (_dir, path, _) = made();
    assert_eq!(mode(&path), 0o600);
    assert_eq!(mode(path.parent().unwrap()), 0o700);
    assert_eq!(fs::read_dir(path.parent().unwrap()).unwrap().count(), 1);
}

#[test]
fn a_file_that_others_may_read_is_refused_with_the_remedy() {
    let (_dir, path, _) = made();
    for bad in [0o640, 0o604, 0o644, 0o620, 0o610] {
        fs::set_permissions(&path, fs::Permissions::from_mode(bad)).unwrap();
        let error = KeyFile::load_or_create(&path, StoreBeside::Exists).unwrap_err();
        assert!(matches!(error, KeyFileError::OpenToOthers { mode, .. } if mode == bad));
        assert!(error.to_string().contains(&format!("chmod 600 {}", path.display())), "{error}");
    }
    fs::set_permissions(&path, fs::Permissions::from_mode(0o400)).unwrap();
    KeyFile::load(&path).unwrap();
}

#[test]
fn no_new_key_is_made_beside_a_store() {
    let (_dir, path) = place();
    assert!(matches!(KeyFile::load_or_create(&path, StoreBeside::Exists), Err(KeyFileError::MissingBesideStore { .. })));
    assert!(!path.exists());
    assert!(matches!(KeyFile::load(&path), Err(KeyFileError::Io { act: FileAct::Read, .. })));
}

#[test]
fn every_changed_character_is_noticed() {
    let (_dir, path, _) = made();
    let text = fs::read_to_string(&path).unwrap();
    for i in 0..text.len() {
        let mut changed = text.clone().into_bytes();
        changed[i] = if changed[i] == b'7' { b'8' } else { b'7' };
        write(&path, &String::from_utf8(changed).unwrap());
        assert!(KeyFile::load(&path).is_err(), "character {i}");
    }
    for lines in 0..text.lines().count() {
        write(&path, &text.lines().take(lines).map(|line| format!("{line}\n")).collect::<String>());
        assert!(KeyFile::load(&path).is_err(), "first {lines} lines");
    }
}

#[test]
fn errors_name_the_line() {
    let (_dir, path, _) = made();
    let text = fs::read_to_string(&path).unwrap();
    let hex_digit = text.lines().nth(1).unwrap().len() - 1 + TITLE.len() + 1;
    let mut changed = text.clone();
    changed.replace_range(hex_digit..=hex_digit, if &text[hex_digit..=hex_digit] == "0" { "1" } else { "0" });
    write(&path, &changed);
    assert!(matches!(KeyFile::load(&path), Err(KeyFileError::DamagedLine { line: 2, .. })));
    write(&path, &text.replace("check ", "check 0"));
    assert!(matches!(KeyFile::load(&path), Err(KeyFileError::DamagedLine { line: 4, .. })));
    let twice: String =
        text.lines().map(|line| if line.starts_with("seal") { format!("{line}\n{line}\n") } else { format!("{line}\n") }).collect();
    write(&path, &twice);
    assert!(matches!(KeyFile::load(&path), Err(KeyFileError::WrongChecksum { .. })));
    write(&path, &text.replace("key v1", "key v2"));
    assert!(matches!(KeyFile::load(&path), Err(KeyFileError::NotAKeyFile { .. })));
}

#[test]
fn no_error_shows_the_key() {
    let (_dir, path, _) = made();
    let text = fs::read_to_string(&path).unwrap();
    let secret = text.lines().nth(1).unwrap().rsplit(' ').next().unwrap().to_owned();
    write(&path, &text.replace("check ", "check 0"));
    let error = KeyFile::load(&path).unwrap_err();
    assert!(!format!("{error} {error:?}").contains(&secret[..8]));
}

#[test]
fn notes_empty_lines_and_windows_line_ends_are_no_damage() {
    let (_dir, path, key) = made();
    let text = fs::read_to_string(&path).unwrap();
    write(&path, &format!("# copy 2, safe of the registrar\r\n\r\n{}\n", text.replace('\n', "\r\n")));
    assert_eq!(KeyFile::load(&path).unwrap().key_ids(), key.key_ids());
}

#[test]
fn binary_empty_and_huge_files_are_refused() {
    let (_dir, path, _) = made();
    for bytes in [vec![], vec![0xff; 100], vec![b'#'; 200_000]] {
        fs::write(&path, bytes).unwrap();
        assert!(matches!(KeyFile::load(&path), Err(KeyFileError::NotAKeyFile { .. })));
    }
}

#[test]
fn a_key_mounted_by_link_is_followed_and_its_own_rights_count() {
    let (dir, path, _) = made();
    let link = dir.path().join("link");
    symlink(&path, &link).unwrap();
    KeyFile::load(&link).unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o644)).unwrap();
    assert!(matches!(KeyFile::load(&link), Err(KeyFileError::OpenToOthers { .. })));
}

#[test]
fn rotation_adds_in_front_and_retirement_takes_the_old_key_away() {
    let (_dir, path, first) = made();
    let old = first.seal(b"p", b"x");
    let second = KeyFile::rotate(&path).unwrap();
    assert_eq!(second.key_ids()[1..], first.key_ids()[..]);
    assert_eq!(mode(&path), 0o600);
    assert_eq!(KeyFile::load(&path).unwrap().open(b"p", &old).unwrap(), b"x");
    let newest = second.key_ids()[0];
    assert!(matches!(KeyFile::retire(&path, newest), Err(KeyFileError::NotRetirable { .. })));
    let third = KeyFile::retire(&path, first.key_ids()[0]).unwrap();
    assert_eq!(third.key_ids(), [newest]);
    assert_eq!(third.blind("l", b"v"), first.blind("l", b"v"));
    assert!(third.open(b"p", &old).is_err());
    assert!(matches!(KeyFile::retire(&path, first.key_ids()[0]), Err(KeyFileError::NotRetirable { .. })));
    assert_eq!(fs::read_dir(path.parent().unwrap()).unwrap().count(), 1);
}

#[test]
fn of_starts_at_the_same_time_one_key_wins() {
    let (_dir, path) = place();
    let ids: Vec<_> = std::thread::scope(|scope| {
        let start = || KeyFile::load_or_create(&path, StoreBeside::Missing).unwrap().key_ids();
        let threads: Vec<_> = (0..8).map(|_| scope.spawn(start)).collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).collect()
    });
    assert!(ids.iter().all(|id| *id == ids[0]));
    assert_eq!(fs::read_dir(path.parent().unwrap()).unwrap().count(), 1);
}

#[test]
fn a_folder_that_cannot_be_written_is_reported() {
    let (dir, _) = place();
    fs::write(dir.path().join("file"), "").unwrap();
    let below_a_file = dir.path().join("file/office.key");
    let error = KeyFile::load_or_create(&below_a_file, StoreBeside::Missing).unwrap_err();
    assert!(matches!(error, KeyFileError::Io { .. }), "{error}");
}
