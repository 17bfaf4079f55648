//! Every moment at which an operation of the counter can be cut off: the storage fails there, or the program is gone. What
//! is found afterwards is all of the operation or nothing, and doing it again with the same event ends where an operation
//! that was never cut off ends.
//!
//! ## Why
//! A kill at random (`kill`) finds what happens often; here each storage call of each operation has its turn. The folder is
//! copied while the committer stands at a point: that is what the next start finds after `kill -9` there.

#[path = "crash_points/bench.rs"]
pub mod bench;

use bench::{Bench, Done, Mode, Picture};
use ip_office_bot::store::engine::StoragePoint;
use std::collections::BTreeMap;
use std::io::ErrorKind;
use std::path::Path;

/// Something done at the counter or at the desk.
#[derive(Clone, Copy)]
pub enum Does {
    /// The person types, or presses what has this label.
    Says(&'static str),
    /// The person sends a file.
    Sends(&'static str),
    /// The newest ticket has a topic in the group of its queue.
    Topic,
    /// A clerk gives a command in that topic.
    Clerk(&'static str),
    /// The time for looking at timers comes, so many days later.
    Timers(i64),
    /// The newest ticket is erased.
    Erase,
}

use Does::{Clerk, Erase, Says, Sends, Timers, Topic};

/// An operation, and what leads there.
struct Operation {
    name: &'static str,
    before: &'static [&'static [Does]],
    then: Does,
    /// How often something of the audit log must have happened when it is done; names of acts.
    audited: &'static str,
}

const PLACE: &[Does] = &[
    Says("某某牌电吹风"),
    Says("国家专利 ZL 2013 1 0113186.8"),
    Says("商店"),
    Says("光谷"),
    Says("关山大道18号一楼"),
    Says("昨天"),
    Says("昨天在店里花89元买了一台，回家按包装上的专利号去查，查不到这件专利。"),
    Sends("正面.jpg"),
    Sends("背面.jpg"),
    Says("完成"),
];
const NAMED: &[Does] = &[Says("/start"), Says("举报假冒专利"), Says("实名"), Says("不知道")];
const WHO: &[Does] = &[Says("同意"), Says("测试人王小明"), Says("13800138000"), Says("否")];
const ANONYMOUS: &[Does] = &[Says("/start"), Says("举报假冒专利"), Says("匿名"), Says("不知道")];
const SENT: &[Does] = &[Says("提交"), Topic];
const FOLLOW: &[Does] = &[Says("/status"), Says("1")];

const OPERATIONS: &[Operation] = &[
    Operation { name: "submit a report with files", before: &[NAMED, PLACE, WHO], then: Says("提交"), audited: "submitted" },
    Operation { name: "submit anonymously", before: &[ANONYMOUS, PLACE], then: Says("提交"), audited: "submitted" },
    Operation { name: "reply", before: &[NAMED, PLACE, WHO, SENT], then: Clerk("/r 您好，正在核对。"), audited: "replied" },
    Operation { name: "note", before: &[NAMED, PLACE, WHO, SENT], then: Clerk("先查登记簿"), audited: "noted" },
    Operation {
        name: "close",
        before: &[NAMED, PLACE, WHO, SENT],
        then: Clerk("/close not-opened 查无实据，没有立案。"),
        audited: "closed",
    },
    Operation {
        name: "transfer",
        before: &[NAMED, PLACE, WHO, SENT],
        then: Clerk("/pass AID 由维权援助中心办理。"),
        audited: "transferred",
    },
    Operation { name: "cancel a draft", before: &[NAMED, PLACE, &[Says("/cancel")]], then: Says("确定取消"), audited: "" },
    Operation {
        name: "withdraw",
        before: &[NAMED, PLACE, WHO, SENT, FOLLOW, &[Says("撤回"), Says("是")]],
        then: Says("跳过"),
        audited: "ticket-withdraw",
    },
    Operation {
        name: "add papers",
        before: &[NAMED, PLACE, WHO, SENT, FOLLOW, &[Says("补充材料"), Sends("小票.jpg")]],
        then: Says("完成"),
        audited: "ticket-add",
    },
    Operation {
        name: "keep a link to an anonymous ticket", before: &[ANONYMOUS, PLACE, SENT], then: Says("在这里收答复"), audited: ""
    },
    Operation {
        name: "forget the link",
        before: &[ANONYMOUS, PLACE, SENT, &[Says("在这里收答复")], FOLLOW, &[Says("解绑这个聊天")]],
        then: Says("是"),
        audited: "",
    },
    Operation {
        name: "forget the person",
        before: &[NAMED, PLACE, WHO, SENT, &[Says("/mydata"), Says("清除聊天数据")]],
        then: Says("确定清除"),
        audited: "forgotten",
    },
    Operation {
        name: "erase a ticket",
        before: &[NAMED, PLACE, WHO, SENT, &[Clerk("/close not-opened 查无实据，没有立案。")]],
        then: Erase,
        audited: "\"erased\"",
    },
    Operation { name: "remind the desk", before: &[NAMED, PLACE, WHO, SENT], then: Timers(12), audited: "" },
];

fn steps(operation: &Operation) -> Vec<Does> {
    operation.before.iter().flat_map(|part| part.iter().copied()).collect()
}

/// What an operation starts from, and what it leads to when nothing is cut off.
struct Known {
    folder: tempfile::TempDir,
    before: Picture,
    after: Picture,
    /// Storage points of the operation.
    points: u64,
    /// The number of the event.
    event: i64,
}

async fn learn(operation: &Operation) -> Known {
    let folder = bench::folder();
    let steps = steps(operation);
    let event = i64::try_from(steps.len()).expect("few") + 1;
    {
        let mut bench = Bench::open(&folder.path().join("start"), event).await;
        for (n, does) in steps.iter().enumerate() {
            let done = bench.does(n as i64 + 1, *does).await;
            assert_eq!(done, Done::Now, "{}: step {n} of what leads there", operation.name);
        }
        bench.close().await;
    }
    let whole = folder.path().join("whole");
    bench::copy(&folder.path().join("start"), &whole);
    let mut bench = Bench::open(&whole, event).await;
    let before = bench.picture().await;
    bench.faults.set(Mode::Count);
    assert_eq!(bench.does(event, operation.then).await, Done::Now, "{}", operation.name);
    let points = bench.faults.visits();
    bench.faults.set(Mode::Off);
    let after = bench.picture().await;
    assert_ne!(before, after, "{}: nothing happened", operation.name);
    assert!(before.acts.iter().all(|act| after.acts.contains(act)), "{}: the audit log lost something", operation.name);
    if !operation.audited.is_empty() {
        let count = |picture: &Picture| picture.acts.iter().filter(|act| act.contains(operation.audited)).count();
        assert_eq!(count(&after), count(&before) + 1, "{}: {:?}", operation.name, after.acts);
    }
    assert_eq!(bench.verify().await, Vec::<String>::new(), "{}", operation.name);
    bench.close().await;
    std::fs::remove_dir_all(&whole).expect("removed");
    Known { folder, before, after, points, event }
}

/// Opens what was left, looks, does it again, looks. `true` when the operation was there already.
async fn converges(operation: &Operation, known: &Known, left: &Path, cut: &str) -> bool {
    let at = format!("{}, {cut}", operation.name);
    let mut bench = Bench::open(left, known.event).await;
    let found = bench.picture().await;
    let all = found == known.after;
    if !all {
        found.assert_same(&known.before, &format!("{at}: neither all of it nor nothing"));
    }
    assert_eq!(bench.verify().await, Vec::<String>::new(), "{at}: damaged");
    let again = bench.does(known.event, operation.then).await;
    // A timer has no event; looking again finds nothing to do.
    let wanted = if all && !matches!(operation.then, Timers(_)) { Done::Before } else { Done::Now };
    assert_eq!(again, wanted, "{at}: done again");
    bench.picture().await.assert_same(&known.after, &format!("{at}: done again"));
    assert_eq!(bench.verify().await, Vec::<String>::new(), "{at}: damaged after it was done again");
    bench.close().await;
    all
}

/// The numbers of the operations that this run visits: all, or one of a comma-separated list in `CRASH`.
fn chosen() -> impl Iterator<Item = &'static Operation> {
    let only = std::env::var("CRASH").unwrap_or_default();
    OPERATIONS.iter().filter(move |operation| only.is_empty() || only.split(',').any(|name| operation.name.contains(name)))
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_program_gone_at_any_storage_call_leaves_all_of_an_operation_or_nothing() {
    for operation in chosen() {
        let known = learn(operation).await;
        let run = known.folder.path().join("run");
        bench::copy(&known.folder.path().join("start"), &run);
        let left = known.folder.path().join("left");
        let mut bench = Bench::open(&run, known.event).await;
        bench.faults.set(Mode::Copy { from: run.clone(), to: left.clone() });
        assert_eq!(bench.does(known.event, operation.then).await, Done::Now, "{}", operation.name);
        assert_eq!(bench.faults.visits(), known.points, "{}: as many storage points as before", operation.name);
        bench.faults.set(Mode::Off);
        bench.close().await;
        let mut found = BTreeMap::new();
        for n in 0..known.points {
            let all = converges(operation, &known, &left.join(n.to_string()), &format!("gone at storage point {n}")).await;
            found.insert(n, all);
        }
        assert!(!found[&0], "{}: before the first storage call nothing is there", operation.name);
        assert!(found[&(known.points - 1)], "{}: after the last storage call all is there", operation.name);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn storage_that_fails_at_any_call_leaves_all_of_an_operation_or_nothing() {
    for operation in chosen() {
        let known = learn(operation).await;
        for n in 0..known.points {
            let run = known.folder.path().join(format!("run-{n}"));
            bench::copy(&known.folder.path().join("start"), &run);
            let mut bench = Bench::open(&run, known.event).await;
            bench.faults.set(Mode::Fail { at: n, kind: ErrorKind::Other });
            let done = bench.does(known.event, operation.then).await;
            assert!(matches!(done, Done::Trouble(_)), "{}: storage point {n} failed, and it was confirmed: {done:?}", operation.name);
            assert!(bench.trouble().is_some(), "{}: storage point {n} failed silently", operation.name);
            let again = bench.does(known.event, operation.then).await;
            assert!(matches!(again, Done::Trouble(_)), "{}: confirmed by a store that stopped: {again:?}", operation.name);
            bench.close().await;
            converges(operation, &known, &run, &format!("failed at storage point {n}")).await;
            std::fs::remove_dir_all(&run).expect("removed");
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_full_disk_refuses_the_event_and_afterwards_everything_goes_on_in_the_same_program() {
    for operation in chosen() {
        let known = learn(operation).await;
        let first = std::iter::once(0).filter(|_| !operation.name.starts_with("submit a"));
        // Where a disk fills up differs; one operation tries every place.
        for n in first.chain((0..known.points).filter(|_| operation.name.starts_with("submit a"))) {
            let at = format!("{}, disk full from storage point {n} on", operation.name);
            let run = known.folder.path().join(format!("full-{n}"));
            bench::copy(&known.folder.path().join("start"), &run);
            let mut bench = Bench::open(&run, known.event).await;
            bench.faults.set(Mode::Full { from: n });
            for _ in 0..3 {
                let done = bench.does(known.event, operation.then).await;
                assert!(matches!(done, Done::Trouble(_)), "{at}: {done:?}");
            }
            assert!(bench.trouble().is_some(), "{at}: not told");
            bench.picture().await.assert_same(&known.before, &format!("{at}: reading goes on, and nothing half is read"));
            bench.faults.set(Mode::Off);
            bench.reopen().await;
            assert_eq!(bench.trouble(), None, "{at}: there is room again");
            let found = bench.picture().await;
            let all = found == known.after;
            if !all {
                found.assert_same(&known.before, &format!("{at}: half of it is there"));
            }
            let again = bench.does(known.event, operation.then).await;
            let wanted = if all && !matches!(operation.then, Timers(_)) { Done::Before } else { Done::Now };
            assert_eq!(again, wanted, "{at}: it comes again");
            bench.picture().await.assert_same(&known.after, &at);
            assert_eq!(bench.verify().await, Vec::<String>::new(), "{at}");
            bench.close().await;
            std::fs::remove_dir_all(&run).expect("removed");
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_answer_that_was_kept_but_not_confirmed_is_sent_without_a_restart() {
    let folder = bench::folder();
    for point in [StoragePoint::AfterFlush, StoragePoint::AfterSync, StoragePoint::AfterHead] {
        let n = StoragePoint::ALL.iter().position(|one| *one == point).expect("one of them") as u64;
        let bench = Bench::open(&folder.path().join(n.to_string()), 0).await;
        let faults = std::sync::Arc::clone(&bench.faults);
        let running = bench.run().await;
        let mut session = running.terminals.open("wang", Some("zh".to_owned()));
        session.says(&running.intake, "/start").await.expect("handled");
        assert!(!session.rest().await.is_empty());
        faults.set(Mode::Full { from: n });
        session.says(&running.intake, "举报假冒专利").await.expect_err("the disk is full");
        faults.set(Mode::Off);
        // The counter itself notices that there is room again.
        let patience = std::time::Duration::from_secs(60);
        let shown = tokio::time::timeout(patience, session.shown()).await.expect("it is told without a restart").expect("open");
        assert!(shown.contains("您想匿名举报，还是实名举报？"), "{point:?}: {shown}");
        assert_eq!(session.rest().await, Vec::<String>::new(), "{point:?}: once");
        session.says(&running.intake, "匿名").await.expect("the counter goes on");
        let shown = session.rest().await.join("\n");
        assert!(shown.contains("哪里不对") && !shown.contains("您想匿名举报"), "{point:?}: {shown}");
        running.stop().await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_turn_that_breaks_is_parked_and_the_person_goes_on() {
    let folder = bench::folder();
    let mut bench = Bench::open(folder.path(), 0).await;
    let mut event = 0;
    for does in [NAMED, PLACE, WHO].concat() {
        event += 1;
        assert_eq!(bench.does(event, does).await, Done::Now);
    }
    bench.break_chance(true);
    assert_eq!(bench.does(event + 1, Says("提交")).await, Done::Now, "it is on disk, for staff to look at");
    assert!(bench.told().await.contains("没能处理"), "the person is told");
    assert!(bench.picture().await.has("parked [Parked"), "it is parked");
    bench.break_chance(false);
    assert_eq!(bench.does(event + 1, Says("提交")).await, Done::Before);
    bench.replay().await;
    assert!(bench.told().await.contains("受理编号"), "handed in again, it is done");
    assert_eq!(bench.does(event + 2, Says("/help")).await, Done::Now, "the next event of the same person is handled");
    assert_eq!(bench.verify().await, Vec::<String>::new());
}
