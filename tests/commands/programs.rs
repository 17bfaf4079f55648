//! `hooks` and `tokens`: what an operator sets up for other systems, without a counter and over the socket.

use super::*;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn other_systems_are_set_up_from_the_command_line() {
    let settings = Settings::new(QUIET);
    let made = run(&settings, &["tokens", "add", "case-system", "--scope", "tickets:read", "--queue", "ENF", "--days", "30"]).ended(0).out;
    let token = made.lines().find(|line| line.starts_with("iob_")).expect("a token").to_owned();
    assert!(run(&settings, &["tokens", "add", "case-system", "--scope", "tickets:read"]).ended(1).err.contains("already"));
    assert!(run(&settings, &["tokens", "add", "Other", "--scope", "tickets:read"]).ended(1).err.contains("a-z"));
    assert!(run(&settings, &["tokens", "add", "other", "--scope", "everything"]).ended(1).err.contains("tickets:read"));
    assert!(run(&settings, &["tokens", "add", "other", "--scope", "tickets:read", "--queue", "XX"]).ended(1).err.contains("no queue XX"));
    assert!(run(&settings, &["hooks", "add", "case", "https://10.0.0.7/x"]).ended(1).err.contains("hooks.allow_private"));
    assert!(run(&settings, &["hooks", "add", "case", "http://cases.example.org/x"]).ended(1).err.contains("https://"));
    let added = run(&settings, &["hooks", "add", "case", "https://cases.invalid/x", "--kind", "submitted", "--queue", "ENF"]).ended(0).out;
    let secret = added.lines().find(|line| line.starts_with("whsec_")).expect("a secret").to_owned();

    // Over the socket, the running counter knows them.
    let counter = open(&settings).await;
    let listed = run(&settings, &["tokens", "list"]).ended(0).out;
    assert!(listed.contains("case-system  tickets:read  queues: ENF  until ") && !listed.contains(&token), "{listed}");
    let hooks = run(&settings, &["hooks", "list", "--json"]).ended(0);
    assert!(!hooks.out.contains(&secret), "{}", hooks.out);
    let hook = hooks.json()[0].clone();
    assert_eq!((&hook["name"], &hook["waiting"], &hook["failing"]), (&"case".into(), &0.into(), &Value::Null));
    assert!(run(&settings, &["hooks", "test", "case"]).ended(1).err.contains("did not take"));
    assert!(run(&settings, &["hooks", "replay", "case", "--since", "2026-01-01"]).ended(0).out.contains("0 events"));
    run(&settings, &["hooks", "remove", "case"]).ended(0);
    run(&settings, &["hooks", "remove", "case"]).ended(1);
    run(&settings, &["tokens", "remove", "case-system"]).ended(0);
    assert!(run(&settings, &["tokens", "list"]).ended(0).out.contains("no tokens"));
    close(counter).await;
}
