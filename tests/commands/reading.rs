//! Commands that read: dialogs and texts, the register of agencies, what the bot makes of a text.

use super::*;

const LIST: &str = "机构代码,机构名称,省份,城市,机构状态,设立日期\n\
    42901,武汉某某知识产权代理有限公司,湖北,武汉,正常,2010-05-01\n\
    42902,宜昌某某专利事务所,湖北,宜昌,正常,\n";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_register_is_imported_whole_or_not_at_all_and_survives_a_restart() {
    let settings = Settings::new(QUIET);
    let counter = open(&settings).await;
    assert!(counter.said().contains("demonstration"), "{}", counter.said());
    let write = |name: &str, text: &str| std::fs::write(settings.folder().join(name), text).expect("a file");
    let agencies = |arguments: &[&str]| run(&settings, &[&["agencies"], arguments].concat());
    assert!(agencies(&["find", "武汉"]).err.contains("demonstration"));
    agencies(&["find", "42901"]).ended(1);

    write("good.csv", LIST);
    let dry = agencies(&["import", "good.csv", "--dry-run"]).ended(0);
    assert!(dry.out.contains("2 agencies can be imported; nothing was changed"), "{}", dry.out);
    agencies(&["find", "42901"]).ended(1);

    // Every bad row by its line, and nothing changes.
    write(
        "bad.csv",
        &format!(
            "{LIST}4290,太短,湖北,武汉,正常,\n42901,又一次,湖北,武汉,正常,\n42903,,湖北,武汉,正常,\n42904,日子不对,湖北,武汉,正常,2010-13-01\n"
        ),
    );
    let bad = agencies(&["import", "bad.csv"]).ended(1);
    for words in
        ["line 4: code \"4290\"", "line 5: the code stands in line 2", "line 6: no name", "line 7: 设立日期", "nothing was imported"]
    {
        assert!(bad.err.contains(words), "{words} is missing:\n{}", bad.err);
    }
    agencies(&["find", "42902"]).ended(1);
    agencies(&["import", "not-there.csv"]).ended(3);

    let imported = agencies(&["import", "good.csv", "--as-of", "2026-11-01", "--source", "公示名单"]).ended(0);
    assert!(imported.out.contains("2 agencies imported"), "{}", imported.out);
    let found = agencies(&["find", "某某知识产权", "--place", "武汉", "--json"]).ended(0);
    assert_eq!(found.json()[0]["code"], "42901");
    assert_eq!((&found.json()[0]["close"], &found.json()[0]["asked"]), (&false.into(), &"某某知识产权".into()));
    let near = agencies(&["find", "某某知识产权", "--place", "北京", "--json"]).ended(1);
    assert_eq!((&near.json()[0]["code"], &near.json()[0]["close"]), (&"42901".into(), &true.into()));
    assert!(near.json()[0]["score"].as_u64().is_some_and(|score| score > 0), "{}", near.out);
    assert!(!found.err.contains("demonstration"), "{}", found.err);
    let asked = chat(&settings, "wang", &["查代理机构", "42902"]).ended(0);
    assert!(asked.out.contains("宜昌某某专利事务所"), "people find it at once:\n{}", asked.out);

    close(counter).await;
    let counter = open(&settings).await;
    assert!(!counter.said().contains("demonstration"), "{}", counter.said());
    assert_eq!(agencies(&["find", "42902", "--json"]).ended(0).json().len(), 1);
    close(counter).await;

    // A register that got lost does not keep the counter shut, or it could never be imported again.
    std::fs::remove_dir_all(settings.folder().join("data/agencies")).expect("removed");
    assert!(agencies(&["find", "武汉"]).err.contains("demonstration"));
    agencies(&["import", "good.csv"]).ended(0);
    assert_eq!(agencies(&["find", "42902", "--json"]).ended(0).json().len(), 1);
}

#[test]
fn broken_dialogs_are_refused_all_at_once_with_file_line_and_arrow() {
    let settings = Settings::new(QUIET);
    let fine = run(&settings, &["check"]).ended(0);
    assert!(fine.out.contains("dialogs in 2 languages are fine"), "{}", fine.out);
    let source = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    for folder in ["dialogs", "locales"] {
        copy(&source.join(folder), &settings.folder().join(folder));
    }
    run(&settings, &["check"]).ended(0);
    let change = |file: &str, from: &str, to: &str| {
        let path = settings.folder().join(file);
        let text = std::fs::read_to_string(&path).expect("a file");
        assert!(text.contains(from), "{file} has {from}");
        std::fs::write(path, text.replacen(from, to, 1)).expect("written");
    };
    change("dialogs/human-contact.yaml", "to: DESK", "to: NOBODY");
    change("locales/en/human-contact.ftl", "human-contact-next", "human-contact-nxet");
    let broken = run(&settings, &["check"]).ended(1);
    for words in ["human-contact.yaml:8", "NOBODY", "human-contact-next", "locales/en/human-contact.ftl"] {
        assert!(broken.err.contains(words), "{words} is missing:\n{}", broken.err);
    }
    assert!(broken.err.contains("──") || broken.err.contains("^"), "an arrow shows where:\n{}", broken.err);
    change("dialogs/human-contact.yaml", "as: text", "as: txet");
    let broken = run(&settings, &["check"]).ended(1);
    assert!(broken.err.contains("txet"), "{}", broken.err);
    // A counter does not open on them.
    let refused = run(&settings, &["serve"]).ended(3);
    assert!(refused.err.contains("txet"), "{}", refused.err);
    serde_json::from_str::<Value>(&run(&settings, &["check", "--schema"]).ended(0).out).expect("a JSON Schema");
}

#[test]
fn dialogs_are_drawn_and_texts_are_explained() {
    let settings = Settings::new(QUIET);
    let mermaid = run(&settings, &["graph", "counterfeit-report", "--language", "zh"]).ended(0);
    assert!(mermaid.out.contains("flowchart") && mermaid.out.contains("匿名"), "{}", mermaid.out);
    let svg = run(&settings, &["graph", "counterfeit-report", "--form", "svg"]).ended(0);
    assert!(svg.out.contains("<svg") && svg.out.trim_end().ends_with("</svg>"), "{}", svg.out);
    assert!(run(&settings, &["graph", "nonsense"]).ended(1).err.contains("counterfeit-report"));

    let ask = |text: &str| run(&settings, &["ask", "--json", text]).ended(0).value();
    assert_eq!(ask("举报假冒专利")["service"], "counterfeit-report");
    assert_eq!(ask("转人工")["word"], "human");
    assert_eq!(ask("光谷")["places"].as_array().expect("places").len(), 1);
    for (typed, verified) in [("ZL 2013 1 0113186.7", true), ("ZL 2013 1 0113186.8", false)] {
        let number = &ask(&format!("包装上印着 {typed}"))["numbers"][0];
        assert_eq!((&number["year"], &number["verified"]), (&2013.into(), &verified.into()), "{number}");
    }
    assert!(ask("2026-11-03")["day"] == "2026-11-03");
    let personal = run(&settings, &["ask", "--json", "我的身份证 420106199003071239"]).ended(0);
    assert!(!personal.out.contains("420106199003071239"), "{}", personal.out);
    assert!(run(&settings, &["ask", "呜呜呜"]).ended(0).out.contains("menu"));
}

#[test]
fn queues_and_clerks_are_listed_with_what_is_missing() {
    let settings = Settings::new(
        "[[clerk]]\nid = \"li\"\n[[queue]]\nid = \"ENF\"\nname = { en = \"E\" }\ngroup = -1001\nclerks = [\"li\"]\n\
         [[queue]]\nid = \"AID\"\nname = { en = \"A\" }\ngroup = -1002\n[[queue]]\nid = \"DESK\"\nname = { en = \"D\" }\n",
    );
    let staff = run(&settings, &["staff"]).ended(0);
    assert!(staff.out.contains("ENF  group -1001  clerks: li") && staff.out.contains("nobody can act there"), "{}", staff.out);
    assert!(staff.out.contains("DESK  no group") && staff.err.contains("clerk li has no telegram id"), "{}{}", staff.out, staff.err);
    let staff = run(&settings, &["staff", "--json"]).ended(0).json();
    assert_eq!((staff.len(), &staff[0]["clerks"]), (3, &serde_json::json!(["li"])));
}

fn copy(from: &std::path::Path, to: &std::path::Path) {
    std::fs::create_dir_all(to).expect("a folder");
    for entry in std::fs::read_dir(from).expect("a folder") {
        let entry = entry.expect("an entry");
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), target).expect("copied");
        }
    }
}
