//! How many turns a second the store on disk takes, everything included: reading the conversation, sealing, committing the
//! turn, and taking the delivery away after it was sent.
//!
//! `cargo bench --bench store` prints a table; `-- FOLDER SECONDS` chooses the disk and the time of each row.

use ip_office_bot::clock::{Clock, Moment, SystemClock};
use ip_office_bot::dialog::answer::Answer;
use ip_office_bot::dialog::state::{Entry, Frame, State};
use ip_office_bot::id::{DeliveryId, EventId, PersonKey, StepId};
use ip_office_bot::locale::Language;
use ip_office_bot::message::{Button, Outbound, Route};
use ip_office_bot::seal::OfficeKey;
use ip_office_bot::store::sled::{SledOptions, SledStore};
use ip_office_bot::store::{Commit, Conversation, Delivery, Lane, Parcel, Store, Write};
use ip_office_bot::ticket::Tries;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

const PEOPLE: [u64; 4] = [1, 16, 128, 1024];
/// Answers in a form, which make a conversation of about 1.5 KB.
const ANSWERS: usize = 12;

fn main() {
    let mut arguments = std::env::args().skip(1).filter(|argument| argument != "--bench");
    let folder = arguments.next().map_or_else(std::env::temp_dir, PathBuf::from);
    let seconds = arguments.next().and_then(|text| text.parse().ok()).unwrap_or(3);
    let folder = folder.join(format!("store-bench-{}", std::process::id()));
    println!("people   turns/s  CPU us/turn  turns/s of one core  p50 ms  p99 ms");
    for people in PEOPLE {
        turns(&folder.join(people.to_string()), people, Duration::from_secs(seconds));
    }
    let _ = std::fs::remove_dir_all(&folder);
}

fn turns(folder: &Path, people: u64, length: Duration) {
    let key = OfficeKey::generate(&mut rand::rng());
    let store = Arc::new(SledStore::open(folder, key, SledOptions::default()).expect("the folder is new"));
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).build().expect("a runtime starts");
    let ended = Arc::new(AtomicBool::new(false));
    let (start, cpu) = (Instant::now(), cpu_seconds());
    let tasks: Vec<_> = (0..people)
        .map(|n| {
            let (store, ended) = (Arc::clone(&store), Arc::clone(&ended));
            runtime.spawn(async move {
                let mut times = Vec::new();
                while !ended.load(Ordering::Relaxed) {
                    let began = Instant::now();
                    turn(&store, n, times.len() as u64).await;
                    times.push(began.elapsed());
                }
                times
            })
        })
        .collect();
    std::thread::sleep(length);
    ended.store(true, Ordering::Relaxed);
    let mut times: Vec<Duration> = tasks.into_iter().flat_map(|task| runtime.block_on(task).expect("no task panics")).collect();
    let (wall, cpu) = (start.elapsed().as_secs_f64(), cpu_seconds() - cpu);
    times.sort_unstable();
    let turns = times.len();
    let at = |share: usize| times[(turns * share / 100).min(turns - 1)].as_secs_f64() * 1000.0;
    println!(
        "{people:6}  {:8.0}  {:11.1}  {:19.0}  {:6.2}  {:6.2}",
        turns as f64 / wall,
        cpu * 1e6 / turns as f64,
        turns as f64 / cpu,
        at(50),
        at(99)
    );
}

/// One turn of a person and the sending of what came of it.
async fn turn(store: &SledStore, n: u64, count: u64) {
    let person = PersonKey(u128::from(n).to_be_bytes());
    let number = (n << 32) + count;
    let mut conversation = match store.conversation(person).await.expect("it reads") {
        Some(conversation) => conversation,
        None => stranger(n),
    };
    conversation.revision += 1;
    conversation.state.screen += 1;
    let commit = Commit {
        seen: vec![EventId { channel: 't', number: number.cast_signed() }],
        writes: vec![
            Write::Delivery(Box::new(screen(DeliveryId(number), conversation.route.clone()))),
            Write::Conversation(person, Box::new(conversation)),
        ],
        audit: vec![],
    };
    store.commit(commit).await.expect("the disk works");
    let sent = Commit { writes: vec![Write::Delivered(DeliveryId(number))], ..Commit::default() };
    store.commit(sent).await.expect("the disk works");
}

fn now() -> Moment {
    SystemClock.now()
}

fn stranger(n: u64) -> Conversation {
    let entries: Vec<Entry> = (0..ANSWERS)
        .map(|step| {
            let answer = Answer::Text("在网店看到有人卖冒充专利的产品，店铺名称已截图。".to_owned());
            Entry::new(StepId(format!("question-{step}")), answer)
        })
        .collect();
    let form = serde_json::json!({
        "flow": "counterfeit-report", "form": true, "entries": entries, "started": now(), "touched": now(),
    });
    let frame: Frame = serde_json::from_value(form).expect("a form in the middle");
    let state = State { frames: vec![frame], ..State::new(Language::chinese()) };
    Conversation {
        route: Route::telegram(n.cast_signed()),
        state,
        touched: now(),
        pace: (0, 0),
        opened: (0, 0),
        tries: Tries::default(),
        revision: 0,
    }
}

fn screen(id: DeliveryId, route: Route) -> Delivery {
    let button = |n: u32| vec![Button { label: "网店、直播或其他网上平台".to_owned(), token: format!("7:{n}") }];
    let text = "您是在哪里看到的？请选择，或直接写下来。".repeat(4);
    let message = Outbound { text, buttons: (0..6).map(button).collect(), ..Outbound::default() };
    Delivery { id, lane: Lane::Person(route), parcel: Parcel::Screen(message), not_before: now(), attempts: 0, made: now() }
}

/// Processor time of this process so far, in seconds.
fn cpu_seconds() -> f64 {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let ticks = |at: usize| stat.rsplit(')').next().and_then(|rest| rest.split_whitespace().nth(at)?.parse::<f64>().ok());
    (ticks(11).unwrap_or(0.0) + ticks(12).unwrap_or(0.0)) / 100.0
}
