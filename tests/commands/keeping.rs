//! What must not be lost and must not be seen: backups, the key file, damage.

use super::*;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_backup_is_restored_into_an_empty_folder_and_says_nothing_personal() {
    let settings = Settings::new(QUIET);
    let counter = open(&settings).await;
    let receipt = chat(&settings, "wang", REPORT).ended(0).receipt();
    chat(&settings, "zhao", &["找人工", "一个草稿里的问题"]).ended(0);
    run(&settings, &["tickets", "reply", &receipt, "您好"]).ended(0);
    run(&settings, &["tickets", "show", &receipt, "--reveal", "核实"]).ended(0);

    // While the counter runs; never over another file.
    let saved = run(&settings, &["backup", "office.backup"]).ended(0);
    assert!(saved.out.contains("office.key"), "{}", saved.out);
    let file = settings.folder().join("office.backup");
    assert_eq!(std::fs::metadata(&file).expect("a file").permissions().mode() & 0o777, 0o600);
    let text = std::fs::read_to_string(&file).expect("text");
    for secret in [NAME, PHONE, STORY, "一个草稿里的问题", "您好"] {
        assert!(!text.contains(secret), "the backup says {secret}");
    }
    assert!(text.contains(&receipt), "what is open can be read");
    assert!(text.contains("\"act\":\"revealed\"") && text.contains("\"by\":\"operator\""), "looking is in the audit log");
    assert!(run(&settings, &["backup", "office.backup"]).ended(3).err.contains("exists"));
    run(&settings, &["restore", "office.backup"]).ended(3);
    let listed = run(&settings, &["tickets", "list", "--json"]).ended(0).out;
    let shown = run(&settings, &["tickets", "show", &receipt, "--json"]).ended(0).out;
    close(counter).await;

    // Over what is there: refused. Without the key, or with another one: refused, and the right one can still come.
    assert!(run(&settings, &["restore", "office.backup"]).ended(1).err.contains("empty folder"));
    let other = Settings::new(QUIET);
    let backup = file.to_str().expect("UTF-8");
    assert!(run(&other, &["restore", backup]).ended(1).err.contains("office.key"));
    let data = other.folder().join("data");
    run(&Settings::new(QUIET), &["staff"]).ended(0);
    let stranger = Settings::new(QUIET);
    run(&stranger, &["staff"]).ended(0);
    std::fs::create_dir_all(&data).expect("a folder");
    std::fs::copy(stranger.folder().join("data/office.key"), data.join("office.key")).expect("copied");
    assert!(run(&other, &["restore", backup]).ended(1).err.contains("does not open with this office key"));
    std::fs::copy(settings.folder().join("data/office.key"), data.join("office.key")).expect("copied");

    // Cut off or changed: refused.
    let cut = other.folder().join("cut.backup");
    std::fs::write(&cut, &text[..text.len() / 2]).expect("a file");
    run(&other, &["restore", "cut.backup"]).ended(1);
    std::fs::write(&cut, text.replacen("counterfeit-report", "counterfeit-rebort", 1)).expect("a file");
    run(&other, &["restore", "cut.backup"]).ended(1);
    run(&other, &["restore", "not-there"]).ended(3);

    let restored = run(&other, &["restore", backup]).ended(0);
    assert!(restored.out.contains("records restored"), "{}", restored.out);
    run(&other, &["verify"]).ended(0);
    assert_eq!(run(&other, &["tickets", "list", "--json"]).ended(0).out, listed);
    assert_eq!(run(&other, &["tickets", "show", &receipt, "--json"]).ended(0).out, shown);
    let counter = open(&other).await;
    assert!(chat(&other, "wang", &["/status"]).ended(0).out.contains(&receipt), "the person finds their ticket again");
    assert!(chat(&other, "zhao", &["/mydata"]).ended(0).out.contains("找人工"), "and their draft");
    close(counter).await;
}

#[test]
fn the_key_is_for_its_owner_only_and_is_never_made_twice() {
    let settings = Settings::new(QUIET);
    run(&settings, &["staff"]).ended(0);
    let data = settings.folder().join("data");
    let key = data.join("office.key");
    let mode = |path: &Path| std::fs::metadata(path).expect("it is there").permissions().mode() & 0o777;
    assert_eq!((mode(&data), mode(&key)), (0o700, 0o600));
    std::fs::set_permissions(&key, std::fs::Permissions::from_mode(0o644)).expect("allowed");
    let refused = run(&settings, &["serve"]).ended(3);
    assert!(refused.err.contains("chmod 600") && refused.err.contains("office.key"), "{}", refused.err);
    std::fs::set_permissions(&key, std::fs::Permissions::from_mode(0o600)).expect("allowed");
    let kept = std::fs::read(&key).expect("a key");

    // A key that got lost is not replaced beside a store; another one is noticed.
    std::fs::remove_file(&key).expect("removed");
    let refused = run(&settings, &["serve"]).ended(3);
    assert!(refused.err.contains("put the office key back"), "{}", refused.err);
    assert!(!key.exists(), "no new key");
    let other = Settings::new(QUIET);
    run(&other, &["staff"]).ended(0);
    std::fs::copy(other.folder().join("data/office.key"), &key).expect("copied");
    let refused = run(&settings, &["serve"]).ended(3);
    assert!(refused.err.contains("does not belong to this store"), "{}", refused.err);
    std::fs::write(&key, kept).expect("written");
    run(&settings, &["staff"]).ended(0);
}

#[test]
fn a_damaged_store_is_refused_with_the_reason_and_what_to_do() {
    let settings = Settings::new(QUIET);
    let receipt = chat(&settings, "wang", REPORT).ended(0).receipt();
    run(&settings, &["verify"]).ended(0);
    let store = settings.folder().join("data/store");
    let largest = files(&store).into_iter().max_by_key(|path| std::fs::metadata(path).expect("a file").len()).expect("files");
    let whole = std::fs::read(&largest).expect("a file");
    let mut bytes = whole.clone();
    // The service stands in the open part of the ticket.
    let at = (0..bytes.len()).filter(|n| bytes[*n..].starts_with(b"counterfeit-report")).collect::<Vec<_>>();
    assert!(!at.is_empty(), "the open part is found");
    for at in at {
        bytes[at] ^= 1;
    }
    std::fs::write(&largest, &bytes).expect("written");
    for command in [&["serve"][..], &["tickets", "list"], &["verify"]] {
        let refused = run(&settings, command).ended(3);
        assert!(refused.err.contains("the store is damaged") && refused.err.contains("ip-office-bot restore"), "{}", refused.err);
        assert!(refused.err.contains("files refused"), "what is wrong: {}", refused.err);
        assert!(!refused.err.contains('\u{1b}'), "no colours where nobody looks: {}", refused.err);
        assert!(!refused.err.contains(NAME) && !refused.err.contains("panicked"), "{}", refused.err);
    }
    // Nothing was written over it meanwhile: mended, it opens.
    std::fs::write(&largest, whole).expect("written");
    assert!(run(&settings, &["tickets", "list"]).ended(0).out.contains(&receipt));

    // Evidence that was changed is found as well.
    let evidence = Settings::new(QUIET);
    std::fs::write(evidence.folder().join("a.txt"), "一些文字".repeat(40)).expect("a file");
    let lines: Vec<&str> = REPORT.iter().flat_map(|line| if *line == "跳过" { vec!["@a.txt", "完成"] } else { vec![*line] }).collect();
    chat(&evidence, "wang", &lines).ended(0);
    assert!(run(&evidence, &["verify"]).ended(0).out.contains("1 files are intact"));
    let file = files(&evidence.folder().join("data/evidence")).pop().expect("a file");
    let mut bytes = std::fs::read(&file).expect("a file");
    assert!(!bytes.windows(6).any(|part| part == "文字".as_bytes()), "evidence is sealed");
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    std::fs::write(&file, bytes).expect("written");
    assert!(run(&evidence, &["verify"]).ended(1).err.contains("file "));
    std::fs::remove_file(&file).expect("removed");
    assert!(run(&evidence, &["verify"]).ended(1).err.contains("file "));
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() { found.extend(files(&path)) } else { found.push(path) }
    }
    found
}
