//! `keys`: a rotation that may be killed at any moment, and a key that goes only when nothing needs it.

use super::*;

/// Keys as `keys list` tells of them: id, and what each still seals.
fn listed(settings: &Settings) -> Vec<(String, u64)> {
    let keys = run(settings, &["keys", "list", "--json"]).ended(0).json();
    assert_eq!(keys[0]["newest"], true);
    let number = |key: &Value, name: &str| key[name].as_u64().expect("a number");
    keys.iter().map(|key| (key["key"].as_str().expect("an id").to_owned(), number(key, "records") + number(key, "files"))).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn keys_are_rotated_through_kills_and_the_old_one_is_retired_only_when_it_seals_nothing() {
    let settings = Settings::new(QUIET);
    std::fs::write(settings.folder().join("a.txt"), "一些文字".repeat(40)).expect("a file");
    let lines: Vec<&str> = REPORT.iter().flat_map(|line| if *line == "跳过" { vec!["@a.txt", "完成"] } else { vec![*line] }).collect();
    let receipt = chat(&settings, "wang", &lines).ended(0).receipt();
    chat(&settings, "zhao", &["找人工", "一个草稿里的问题"]).ended(0);
    let shown = run(&settings, &["tickets", "show", &receipt, "--json"]).ended(0).out;
    let first = listed(&settings);
    assert!(first.len() == 1 && first[0].1 > 4, "{first:?}");
    let old = first[0].0.clone();
    run(&settings, &["keys", "retire", &old]).ended(1);
    run(&settings, &["keys", "retire", "nonsense"]).ended(1);

    // As a kill right after the new key file leaves it: everything still needs the old key.
    ip_office_bot::seal::KeyFile::rotate(&settings.folder().join("data/office.key")).expect("a second key");
    let refused = run(&settings, &["keys", "retire", &old]).ended(1);
    assert!(refused.err.contains("still seals"), "{}", refused.err);

    // Killed at any moment, the office opens, and the work goes on where it was.
    for wait in [2, 10, 25, 45, 70, 100, 150] {
        let mut child = settings.command(&["keys", "rotate"]).stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("it starts");
        std::thread::sleep(Duration::from_millis(wait));
        let _ = child.kill();
        child.wait().expect("it ends");
        let keys = listed(&settings);
        assert!(keys.iter().map(|(_, uses)| uses).sum::<u64>() >= first[0].1, "{keys:?}");
    }
    assert_eq!(run(&settings, &["tickets", "show", &receipt, "--json"]).ended(0).out, shown);
    let done = run(&settings, &["keys", "rotate"]).ended(0);
    assert!(done.out.contains("are sealed with the new key") && done.out.contains("safe place"), "{}", done.out);
    let keys = listed(&settings);
    assert!(keys.len() > 1 && keys[1..].iter().all(|(_, uses)| *uses == 0), "{keys:?}");

    // A running counter keeps its keys to itself.
    let counter = open(&settings).await;
    for command in [&["keys", "rotate"][..], &["keys", "retire", &old], &["keys", "list"]] {
        assert!(run(&settings, command).ended(3).err.contains("the counter is running"));
    }
    close(counter).await;

    let older: Vec<String> = listed(&settings).into_iter().skip(1).map(|(id, _)| id).collect();
    assert!(older.contains(&old));
    for id in &older {
        run(&settings, &["keys", "retire", id]).ended(0);
    }
    assert_eq!(listed(&settings).len(), 1);
    run(&settings, &["verify"]).ended(0);
    assert_eq!(run(&settings, &["tickets", "show", &receipt, "--json"]).ended(0).out, shown);
    assert!(chat(&settings, "zhao", &["/mydata"]).ended(0).out.contains("找人工"), "the draft is still there");
}
