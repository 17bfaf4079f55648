//! Reports filed in a terminal, and queues served from the command line.

use super::*;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_report_is_filed_in_one_command_while_no_counter_runs() {
    let settings = Settings::new(QUIET);
    let filed = chat(&settings, "wang", REPORT).ended(0);
    assert!(filed.out.contains("已提交：举报假冒专利") && filed.out.contains("查询码："), "{}", filed.out);
    let receipt = filed.receipt();
    let listed = run(&settings, &["tickets", "list", "--json"]).ended(0).json();
    assert_eq!(listed.len(), 1);
    assert_eq!((&listed[0]["receipt"], &listed[0]["service"]), (&receipt.as_str().into(), &"counterfeit-report".into()));
    // The same person comes back to what is theirs, another one does not.
    assert!(chat(&settings, "wang", &["/status"]).ended(0).out.contains(&receipt));
    assert!(!chat(&settings, "zhao", &["/status"]).ended(0).out.contains(&receipt));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_queue_is_served_from_the_command_line_while_the_counter_runs() {
    let settings = Settings::new(QUIET);
    let counter = open(&settings).await;
    std::fs::write(settings.folder().join("小票.png"), PICTURE).expect("a file");
    let with_file: Vec<&str> =
        REPORT.iter().flat_map(|line| if *line == "跳过" { vec!["@小票.png", "完成"] } else { vec![*line] }).collect();
    let receipt = chat(&settings, "wang", &with_file).ended(0).receipt();
    let receipt = receipt.as_str();
    let tickets = |arguments: &[&str]| run(&settings, &[&["tickets"], arguments].concat());

    // Lists.
    assert_eq!(tickets(&["list", "--queue", "ENF", "--json"]).ended(0).json()[0]["unread"], true);
    assert!(tickets(&["list"]).ended(0).out.contains("due 2"), "a time limit runs");
    assert_eq!(tickets(&["list", "--queue", "AID", "--json"]).ended(0).json().len(), 0);
    assert!(tickets(&["list", "--queue", "NOPE"]).ended(1).err.contains("NOPE"));

    // What is personal stays hidden until somebody says why; that is written down.
    for shown in [tickets(&["show", receipt]).ended(0), tickets(&["show", receipt, "--json"]).ended(0)] {
        assert!(!shown.out.contains(NAME) && !shown.out.contains(PHONE), "{}", shown.out);
        assert!(shown.out.contains("某某牌电吹风"), "{}", shown.out);
    }
    assert!(tickets(&["show", receipt]).out.contains("•••"));
    assert_eq!(tickets(&["show", receipt, "--json"]).value()["body"]["code"], serde_json::json!([]), "the tag of the code stays inside");
    assert_eq!(history(&tickets(&["show", receipt, "--json"])), ["submitted"]);
    tickets(&["show", receipt, "--reveal", " "]).ended(1);
    let revealed = tickets(&["show", receipt, "--reveal", "核实举报人身份"]).ended(0);
    assert!(revealed.out.contains(NAME) && revealed.out.contains("核实举报人身份"), "{}", revealed.out);
    assert_eq!(history(&tickets(&["show", receipt, "--json"])), ["submitted", "revealed"]);

    // A file leaves only with a reason, and is what was sent.
    wait_for(|| tickets(&["show", receipt]).out.contains("png, 67 bytes")).await;
    let to = settings.folder().join("copy.png");
    tickets(&["file", receipt, "1", "--to=copy.png", "--reason", "查看小票"]).ended(0);
    assert_eq!(std::fs::read(&to).expect("written where the operator stands"), PICTURE);
    tickets(&["file", receipt, "1", "--to=copy.png", "--reason", "查看小票"]).ended(3);
    tickets(&["file", receipt, "2", "--to=other.png", "--reason", "查看小票"]).ended(1);
    tickets(&["file", receipt, "1", "--to=other.png"]).ended(2);

    // Acts, and what the person is told of them.
    tickets(&["reply", receipt, "您好，", "正在核对。"]).ended(0);
    tickets(&["note", receipt, "先查专利登记簿"]).ended(0);
    let lower = receipt.to_lowercase();
    let refused = tickets(&["paper", &lower, "nonsense"]).ended(1);
    assert!(refused.err.contains("[photos proof-of-purchase"), "names as they are typed: {}", refused.err);
    tickets(&["paper", &lower, "proof-of-purchase", "小票就行"]).ended(0);
    assert!(tickets(&["state", receipt, "opened"]).ended(1).err.contains("[received]"));
    assert!(tickets(&["state", receipt, "received"]).ended(0).out.contains("received"));
    tickets(&["extend", receipt, "soon", "x"]).ended(1);
    tickets(&["extend", receipt, "2020-01-01", "案情复杂"]).ended(1);
    tickets(&["extend", receipt, "5", "案情复杂"]).ended(0);
    assert!(tickets(&["pass", receipt, "NOPE", "x"]).ended(1).err.contains("DESK"));
    assert!(tickets(&["pass", receipt, "AID", "由维权援助中心办理"]).ended(0).out.contains("AID"));
    tickets(&["reply", receipt]).ended(1);
    let told = chat(&settings, "wang", &[]).ended(0).out;
    for words in ["您好， 正在核对。", "购买小票或订单", "小票就行", "已收到", "案情复杂", "由维权援助中心办理"]
    {
        assert!(told.contains(words), "the person is told of {words}:\n{told}");
    }
    assert!(!told.contains("登记簿") && !told.contains("身份"), "what is internal stays inside:\n{told}");
    assert!(!chat(&settings, "wang", &[]).ended(0).out.contains("正在核对"), "told once");

    tickets(&["close", receipt, "not-an-outcome", "x"]).ended(1);
    assert!(tickets(&["close", receipt, "not-opened"]).ended(1).err.len() > 10, "closing takes a reason");
    tickets(&["close", receipt, "not-opened", "查无实据"]).ended(0);
    tickets(&["state", receipt, "checking"]).ended(1);
    assert_eq!(tickets(&["list", "--json"]).ended(0).json().len(), 0);
    assert_eq!(tickets(&["list", "--closed", "--json"]).ended(0).json()[0]["closed"]["outcome"], "not-opened");
    assert!(chat(&settings, "wang", &[]).ended(0).out.contains("查无实据"));
    assert_eq!(
        history(&tickets(&["show", receipt, "--json"])),
        ["submitted", "revealed", "revealed", "replied", "noted", "paper-asked", "state-set", "extended", "transferred", "closed"]
    );

    // What is not there, and what is not understood.
    tickets(&["show", "WH-261123-22222X"]).ended(1);
    assert!(tickets(&["show", "nonsense"]).ended(1).err.contains("receipt"));
    tickets(&["reply"]).ended(2);
    run(&settings, &["tickets", "parked"]).ended(0);
    tickets(&["parked", "--replay", "7"]).ended(1);
    close(counter).await;
    // The same without a running counter.
    assert_eq!(tickets(&["list", "--closed", "--json"]).ended(0).json().len(), 1);
}

/// Names of what happened to a ticket.
fn history(shown: &Ran) -> Vec<String> {
    let shown = shown.value();
    let history = shown["body"]["history"].as_array().expect("a history");
    history
        .iter()
        .map(|happening| match &happening["what"] {
            Value::String(name) => name.clone(),
            Value::Object(what) => what.keys().next().expect("a name").clone(),
            other => panic!("{other}"),
        })
        .collect()
}

async fn wait_for(is: impl Fn() -> bool) {
    let begun = std::time::Instant::now();
    while !is() {
        assert!(begun.elapsed() < Duration::from_secs(30), "it never came");
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
}

/// A picture of one dot.
const PICTURE: &[u8] = &[
    0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0x0D, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 1, 0, 0, 0, 1, 8, 6, 0, 0, 0, 0x1F,
    0x15, 0xC4, 0x89, 0, 0, 0, 0x0A, 0x49, 0x44, 0x41, 0x54, 0x78, 0x9C, 0x63, 0, 1, 0, 0, 5, 0, 1, 0x0D, 0x0A, 0x2D, 0xB4, 0, 0, 0, 0,
    0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82,
];
