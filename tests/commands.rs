//! The commands as an operator types them: the real program, its words, its exit codes.

#[path = "commands/data.rs"]
mod data;
#[path = "commands/desk.rs"]
mod desk;
#[path = "commands/events.rs"]
mod events;
#[path = "commands/keeping.rs"]
mod keeping;
#[path = "commands/keys.rs"]
mod keys;
#[path = "commands/opening.rs"]
mod opening;
#[path = "commands/programs.rs"]
mod programs;
#[path = "commands/reading.rs"]
mod reading;

use crate::support::process::{Counter, Settings};
use serde_json::Value;
use std::io::Write;
use std::process::{Output, Stdio};
use std::time::Duration;

/// Somebody whose name and number must not be seen by those who have no business with them.
const NAME: &str = "测试人卡纳里";
const PHONE: &str = "13912345678";
/// Words of a report that only the desk reads.
const STORY: &str = "昨天在店里花89元买了一台，回家按包装上的专利号去查，查不到这件专利。";

const QUIET: &str = "[office]\nname = { zh-Hans = \"示例局\" }\n";

/// Lines with which somebody files a report, name and number given.
const REPORT: &[&str] = &[
    "举报假冒专利",
    "实名",
    "不知道",
    "某某牌电吹风",
    "国家专利 ZL 2013 1 0113186.8",
    "商店",
    "光谷",
    "关山大道18号一楼",
    "昨天",
    STORY,
    "跳过",
    "同意",
    NAME,
    PHONE,
    "否",
    "提交",
];

/// What a command said, and how it ended.
struct Ran {
    code: i32,
    out: String,
    err: String,
}

impl Ran {
    fn of(output: Output) -> Self {
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
        Self { code: output.status.code().expect("an exit code"), out: text(output.stdout), err: text(output.stderr) }
    }

    /// It ended with this code.
    #[track_caller]
    fn ended(self, code: i32) -> Self {
        assert_eq!(self.code, code, "\n{}\n{}", self.out, self.err);
        self
    }

    /// Lines of JSON.
    fn json(&self) -> Vec<Value> {
        self.out.lines().map(|line| serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line}"))).collect()
    }

    /// One value over many lines.
    fn value(&self) -> Value {
        serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("{error}: {}", self.out))
    }

    fn receipt(&self) -> String {
        let pattern = regex::Regex::new(r"WH-\d{6}-[0-9A-Z]{6}").expect("a pattern");
        pattern.find(&self.out).unwrap_or_else(|| panic!("no receipt in\n{}\n{}", self.out, self.err)).as_str().to_owned()
    }
}

fn run(settings: &Settings, arguments: &[&str]) -> Ran {
    Ran::of(settings.run(arguments))
}

/// A chat whose lines come from a pipe.
fn chat(settings: &Settings, name: &str, lines: &[&str]) -> Ran {
    let mut child = settings
        .command(&["chat", "--as", name, "--language", "zh"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut typed = child.stdin.take().expect("piped");
    let text = lines.join("\n") + "\n";
    let typing = std::thread::spawn(move || drop(typed.write_all(text.as_bytes())));
    let output = child.wait_with_output().expect("it ends");
    typing.join().expect("no panic");
    Ran::of(output)
}

async fn open(settings: &Settings) -> Counter {
    let mut counter = Counter::spawn(settings);
    counter.wait_until_open(Duration::from_secs(90)).await.expect("the counter opens");
    counter
}

async fn close(counter: Counter) {
    let (took, code) = counter.terminate(Duration::from_secs(10)).await.expect("it stops within ten seconds");
    assert_eq!(code, 0, "after {took:?}");
}
