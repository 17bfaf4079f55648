//! What only the store on disk can be asked: faults, damage, what lies in its files, and what a new start finds.

use super::sample::*;
use super::stories::{Meaning, export, import, read};
use super::{key, memory_with, morning};
use ip_office_bot::clock::HandClock;
use ip_office_bot::id::{DeliveryId, EvidenceId};
use ip_office_bot::seal::{KeyFile, OfficeKey, StoreBeside};
use ip_office_bot::store::engine::{Engine, EngineOptions, FaultLayer, StoragePoint, WriteBatch};
use ip_office_bot::store::record::key::{self as record_key, Key, Kind};
use ip_office_bot::store::sled::{OpenError, SledOptions, SledStore};
use ip_office_bot::store::*;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

/// As the engine makes its files; part of their format.
const SEGMENT_BYTES: usize = 1 << 20;

/// Hurts the storage when its time comes.
#[derive(Default)]
struct Fault {
    plan: Mutex<Option<(StoragePoint, io::ErrorKind)>>,
    /// Groups to let through before.
    later: AtomicUsize,
    hit: AtomicBool,
}

impl Fault {
    fn arm(&self, point: StoragePoint, kind: io::ErrorKind) {
        *self.plan.lock().expect("the plan") = Some((point, kind));
    }

    fn after(&self, groups: usize) {
        self.later.store(groups, Ordering::SeqCst);
    }
}

impl FaultLayer for Fault {
    fn reach(&self, point: StoragePoint) -> io::Result<()> {
        let mut plan = self.plan.lock().expect("the plan");
        let Some((_, kind)) = plan.filter(|(armed, _)| *armed == point) else { return Ok(()) };
        if self.later.load(Ordering::SeqCst) > 0 {
            self.later.fetch_sub(1, Ordering::SeqCst);
            return Ok(());
        }
        *plan = None;
        self.hit.store(true, Ordering::SeqCst);
        Err(kind.into())
    }
}

/// A folder with a key, opened as often as a test wants.
struct Folder {
    dir: tempfile::TempDir,
    key: OfficeKey,
    clock: Arc<HandClock>,
    fault: Arc<Fault>,
}

impl Folder {
    fn new() -> Self {
        let clock = Arc::new(HandClock::at(morning()));
        Self { dir: tempfile::tempdir().expect("a folder"), key: key(), clock, fault: Arc::default() }
    }

    fn path(&self) -> &Path {
        self.dir.path()
    }

    fn try_open(&self) -> Result<SledStore, OpenError> {
        self.try_open_with(self.key.clone())
    }

    fn try_open_with(&self, key: OfficeKey) -> Result<SledStore, OpenError> {
        let engine = EngineOptions { fault: Some(self.fault.clone()), ..EngineOptions::default() };
        SledStore::open(self.path(), key, SledOptions { engine, clock: self.clock.clone() })
    }

    fn open(&self) -> SledStore {
        self.try_open().expect("a store")
    }

    async fn meaning(&self, store: &SledStore) -> Meaning {
        read(&self.key, &export(store).await)
    }

    /// Writes below the store, past everything that it knows.
    fn tamper(&self, change: impl FnOnce(&Engine, &mut WriteBatch)) {
        let engine = Engine::open(self.path(), EngineOptions::default()).expect("an engine");
        let mut batch = WriteBatch::new();
        change(&engine, &mut batch);
        engine.commit_blocking(batch).expect("written");
        engine.close().expect("closed");
    }
}

async fn fill(store: &dyn Store) {
    for commit in everything() {
        store.commit(commit).await.expect("written");
    }
}

/// Lines of a backup but for the first and the last, which tell the time.
async fn lines(store: &dyn Store) -> Vec<String> {
    let all = export(store).await;
    all[1..all.len() - 1].to_vec()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_store_opened_again_gives_the_same_answers() {
    let folder = Folder::new();
    let store = folder.open();
    fill(&store).await;
    let before = lines(&store).await;
    let counts = store.counts().await.expect("counts");
    store.close().await;
    assert!(matches!(store.commit(Commit::default()).await, Err(CommitError::Unavailable(_))), "closed is closed");
    assert!(store.trouble().is_some());
    drop(store);
    for _ in 0..3 {
        let store = folder.open();
        assert_eq!(lines(&store).await, before);
        assert_eq!(store.counts().await.expect("counts"), counts);
        assert_eq!(store.verify().await.expect("verified"), Vec::<String>::new());
        assert_eq!(store.trouble(), None);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_personal_lies_in_no_file() {
    let folder = Folder::new();
    let store = folder.open();
    fill(&store).await;
    let more = (0..50).map(|n| Commit {
        seen: vec![event(1000 + n)],
        writes: vec![
            say(person(9), filling(n as u64 + 1)),
            send(screen(500 + n as u64)),
            Write::Delivered(DeliveryId(500 + n as u64)),
            Write::Link(receipt(60 + n as u32), person(9), route()),
            put(ticket(60 + n as u32, 1)),
        ],
        audit: vec![audit("submitted", 60 + n as u32)],
    });
    for commit in more {
        store.commit(commit).await.expect("written");
    }
    store.close().await;
    drop(store);
    let files = all_files(folder.path());
    let hits = |word: &[u8]| -> Vec<&PathBuf> {
        files.iter().filter(|(_, bytes)| bytes.windows(word.len()).any(|part| part == word)).map(|(path, _)| path).collect()
    };
    assert!(!hits(b"counterfeit-report").is_empty(), "the search itself works");
    let numbers = [CHAT.to_be_bytes(), CHAT.to_le_bytes(), (CHAT ^ i64::MIN).to_be_bytes()];
    let words = [NAME, PHONE, &CHAT.to_string(), "Canary", "AgACAgUAAxk", "unknown kind"];
    for word in words.iter().map(|word| word.as_bytes()).chain(numbers.iter().map(|number| number.as_slice())) {
        assert_eq!(hits(word), Vec::<&PathBuf>::new(), "{}", String::from_utf8_lossy(word));
    }
}

fn all_files(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            found.extend(all_files(&path));
        } else {
            let bytes = std::fs::read(&path).expect("a file");
            found.push((path, bytes));
        }
    }
    found
}

#[tokio::test(flavor = "multi_thread")]
async fn a_second_user_of_the_folder_is_told_so() {
    let folder = Folder::new();
    let store = folder.open();
    let refused = folder.try_open().err().map(|error| error.to_string()).expect("refused");
    assert!(refused.contains("in use by another process"), "{refused}");
    store.commit(Commit { seen: vec![event(1)], ..Commit::default() }).await.expect("the first goes on");
    drop(store);
    assert!(folder.open().seen(&event(1)).await.expect("seen"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_foreign_key_file_is_noticed_at_the_start() {
    let folder = Folder::new();
    fill(&folder.open()).await;
    assert!(matches!(folder.try_open_with(key()), Err(OpenError::WrongKey)));
    let store = folder.open();
    assert_eq!(store.ticket(&receipt(1)).await.expect("read"), Some(ticket(1, 1)));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_full_disk_stops_everything_and_space_brings_it_back() {
    for point in StoragePoint::ALL {
        let folder = Folder::new();
        let store = folder.open();
        fill(&store).await;
        folder.fault.arm(point, io::ErrorKind::StorageFull);
        let turn = Commit { seen: vec![event(7)], writes: vec![send(screen(77))], audit: vec![audit("x", 1)] };
        assert!(matches!(store.commit(turn.clone()).await, Err(CommitError::Unavailable(_))), "{point:?}");
        let trouble = store.trouble().expect("trouble");
        assert!(trouble.contains("storage"), "{point:?}: {trouble}");
        for number in 8..12 {
            let later = Commit { seen: vec![event(number)], ..Commit::default() };
            assert!(matches!(store.commit(later).await, Err(CommitError::Unavailable(_))), "{point:?}: it is sticky");
        }
        store.reopen().await.expect("space came back");
        assert_eq!(store.trouble(), None);
        for number in 8..12 {
            assert!(!store.seen(&event(number)).await.expect("seen"), "{point:?}: refused means not there");
        }
        let there = store.seen(&event(7)).await.expect("seen");
        assert_eq!(there, store.deliveries(Some(DeliveryId(76)), 9).await.expect("read") == [screen(77)], "{point:?}: whole or not");
        let again = store.commit(turn).await;
        assert_eq!(again, if there { Err(CommitError::Seen) } else { Ok(()) }, "{point:?}");
        assert_eq!(store.verify().await.expect("verified"), Vec::<String>::new());
    }
}

/// The main operations, each as the last commit of a store that has one of everything.
fn operations() -> Vec<(&'static str, Commit)> {
    let turn = |writes: Vec<Write>| Commit { seen: vec![event(900)], writes, audit: vec![audit("done", 1)] };
    let mut moved = ticket(1, 2);
    moved.head.queue = "DESK".into();
    vec![
        ("answer", turn(vec![say(person(1), filling(3)), send(screen(90)), Write::Timer(Timer::Drafts(person(1)), at(9000))])),
        (
            "submit",
            turn(vec![
                say(person(1), conversation(3)),
                put(ticket(9, 1)),
                Write::Link(receipt(9), person(1), route()),
                send(card(91, -1001, 9)),
                Write::TimerDone(Timer::Drafts(person(1))),
            ]),
        ),
        ("reply", turn(vec![put(ticket(1, 2)), send(screen(92))])),
        ("transfer", turn(vec![put(moved), send(card(93, -1002, 1))])),
        ("close", turn(vec![put(closed(ticket(1, 2))), Write::TimerDone(Timer::Limits(receipt(1)))])),
        ("erase", turn(vec![Write::EraseTicket(receipt(3)), Write::Unlink(receipt(1))])),
        ("upload", turn(vec![Write::Evidence(Box::new(evidence(8))), Write::ForgetEvidence(EvidenceId(7))])),
        ("sent", writes(vec![Write::Delivered(DeliveryId(1))])),
        ("retry", writes(vec![Write::Retry { id: DeliveryId(1), attempts: 2, not_before: at(60) }])),
        ("topic", writes(vec![Write::Topic(topic(1, -1001, 55)), Write::Delivered(DeliveryId(3))])),
        ("group moved", writes(vec![Write::GroupMoved { from: -1001, to: -100_1001 }])),
        ("blocked", turn(vec![Write::DropLane(Lane::Person(route()))])),
        ("forget", turn(vec![Write::ForgetConversation(person(1)), Write::Unlink(receipt(1)), Write::Unlink(receipt(2))])),
        ("book", turn(vec![book(bookings("2026-12-search", 2)), book(bookings("other", 1)), send(screen(94))])),
        ("slip", turn(vec![file(slip((Drawer::Page, "0101/1"), 2)), Write::ForgetSlip(Drawer::Login, "ab".to_owned())])),
        ("forget event", turn(vec![Write::ForgetBookings("2026-12-search".to_owned())])),
        ("park", turn(vec![Write::Park(parked(901, at(1))), Write::Unpark(event(102))])),
    ]
}

#[tokio::test(flavor = "multi_thread")]
async fn a_crash_at_any_storage_call_leaves_all_or_nothing_and_trying_again_ends_in_the_same() {
    let (mut whole, mut nothing) = (0, 0);
    for (name, operation) in operations() {
        let reference = Folder::new();
        let store = reference.open();
        fill(&store).await;
        let before = reference.meaning(&store).await;
        store.commit(operation.clone()).await.expect("the operation");
        let after = reference.meaning(&store).await;
        assert_ne!(before, after, "{name} does something");
        for point in StoragePoint::ALL {
            let folder = Folder::new();
            let store = folder.open();
            fill(&store).await;
            folder.fault.arm(point, io::ErrorKind::Other);
            let refused = store.commit(operation.clone()).await;
            assert!(matches!(refused, Err(CommitError::Unavailable(_))), "{name} {point:?}: {refused:?}");
            assert!(folder.fault.hit.load(Ordering::SeqCst), "{name} {point:?} was not reached");
            drop(store);
            let store = folder.open();
            let found = folder.meaning(&store).await;
            assert!(found == before || found == after, "{name} {point:?} is half there");
            let counter = if found == after { &mut whole } else { &mut nothing };
            *counter += 1;
            assert_eq!(store.verify().await.expect("verified"), Vec::<String>::new(), "{name} {point:?}");
            match store.commit(operation.clone()).await {
                Ok(()) | Err(CommitError::Seen | CommitError::Stale(_)) => {}
                Err(other) => panic!("{name} {point:?}: {other}"),
            }
            assert_eq!(folder.meaning(&store).await.records, after.records, "{name} {point:?} again");
        }
    }
    assert!(whole > 10 && nothing > 10, "both outcomes were met: {whole} {nothing}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_damaged_record_is_refused_by_its_name() {
    let victims = [
        (Key::Ticket(receipt(1)), "ticket WH-261111-00001X".to_owned()),
        (Key::Conversation(person(1)), "conversation 01010101010101010101010101010101".to_owned()),
        (Key::Topic(receipt(2)), "topic WH-261112-00002X".to_owned()),
        (Key::Delivery(DeliveryId(4)), "delivery 4".to_owned()),
        (Key::Parked(event(102)), "parked t:102".to_owned()),
    ];
    for (key, name) in victims {
        let folder = Folder::new();
        fill(&folder.open()).await;
        {
            // Its checksum for this one value is all that is wrong then; the size is that of the engine's files.
            let files = ::sled::Config::new().path(folder.path().join("sled")).segment_size(SEGMENT_BYTES);
            let db = files.open().expect("the files");
            let mut value = db.get(key.bytes()).expect("read").expect("there").to_vec();
            value[7] ^= 1;
            db.insert(key.bytes(), value).expect("written");
            db.flush().expect("flushed");
        }
        match folder.try_open() {
            Err(OpenError::Damaged(names)) => assert!(names.contains(&name), "{name} is not among {names:?}"),
            other => panic!("{name}: opened in spite of it: {:?}", other.err()),
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn damaged_files_never_open_as_if_nothing_were() {
    let pattern = Folder::new();
    let store = pattern.open();
    fill(&store).await;
    store.close().await;
    drop(store);
    let log = std::fs::read(pattern.path().join("sled/db")).expect("the log");
    let used = log.iter().rposition(|byte| *byte != 0).expect("something is written");
    let mut noticed = 0;
    for part in 0..12 {
        let folder = Folder { dir: tempfile::tempdir().expect("a folder"), key: pattern.key.clone(), ..Folder::new() };
        copy_folder(pattern.path(), folder.path());
        let mut bytes = log.clone();
        let at = used * part / 12;
        bytes[at..(at + 64).min(used)].iter_mut().for_each(|byte| *byte ^= 0x5a);
        std::fs::write(folder.path().join("sled/db"), &bytes).expect("damaged");
        match folder.try_open() {
            Err(OpenError::Damaged(names)) => {
                assert!(!names.is_empty());
                noticed += 1;
            }
            Err(other) => panic!("at {at} of {used}: {other}"),
            // A part of the file that holds nothing any more: then all is there.
            Ok(store) => {
                assert_eq!(store.ticket(&receipt(1)).await.expect("read"), Some(ticket(1, 1)), "at {at} of {used}");
                assert_eq!(store.verify().await.expect("verified"), Vec::<String>::new(), "at {at} of {used}");
            }
        }
    }
    assert!(noticed >= 6, "only {noticed} of 12 hurt anything");
}

fn copy_folder(from: &Path, to: &Path) {
    for (path, bytes) in all_files(from) {
        let target = to.join(path.strip_prefix(from).expect("inside"));
        std::fs::create_dir_all(target.parent().expect("a folder")).expect("made");
        std::fs::write(target, bytes).expect("copied");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn verify_names_what_does_not_read_and_what_does_not_fit() {
    let folder = Folder::new();
    fill(&folder.open()).await;
    folder.tamper(|engine, batch| {
        let value = |key: &Key| engine.get(&key.bytes()).expect("read").expect("there").to_vec();
        // Sealed for another place, cut, and of a later release.
        let foreign = value(&Key::Conversation(person(1)));
        batch.put(&Key::Conversation(person(2)).bytes(), foreign);
        batch.put(&Key::Evidence(EvidenceId(7)).bytes(), vec![1, 0]);
        let mut later = value(&Key::Link(receipt(1)));
        later[0] = 9;
        batch.put(&Key::Link(receipt(1)).bytes(), later);
        // An index entry too few and one too many.
        batch.delete(&record_key::thread(-1001, 55));
        batch.put(&record_key::draft(person(2)), Vec::new());
    });
    let store = folder.open();
    let names = store.verify().await.expect("verified");
    let expected = [
        "conversation 02020202020202020202020202020202",
        "evidence 7",
        "link WH-261111-00001X: written in version 9, which this release does not know",
        "index of threads",
        "index of drafts 4402",
    ];
    for name in expected {
        assert!(names.iter().any(|found| found.starts_with(name)), "{name} is not among {names:#?}");
    }
    let damaged = Err(StoreError::Damaged("conversation 02020202020202020202020202020202".to_owned()));
    assert_eq!(store.conversation(person(2)).await, damaged);
    assert_eq!(store.evidence(EvidenceId(7)).await, Err(StoreError::Damaged("evidence 7".to_owned())));
    assert!(matches!(store.link(&receipt(1)).await, Err(StoreError::Unavailable(_))), "nothing is wrong with it");
    let refused = store.commit(writes(vec![Write::Unlink(receipt(1))])).await;
    assert!(matches!(refused, Err(CommitError::Unavailable(_))), "{refused:?}");
    assert_eq!(store.conversation(person(1)).await.expect("read"), Some(conversation(2)), "the others are not touched");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_copy_made_while_people_write_is_of_one_moment() {
    let folder = Folder::new();
    let store = Arc::new(folder.open());
    let stop = Arc::new(AtomicBool::new(false));
    let writer = {
        let (store, stop) = (Arc::clone(&store), Arc::clone(&stop));
        tokio::spawn(async move {
            let mut n: u32 = 0;
            while !stop.load(Ordering::SeqCst) {
                n += 1;
                // The newest thing stands first in the order of a copy, the count of all of them last.
                let commit = Commit {
                    seen: vec![event(i64::from(n))],
                    writes: vec![
                        put(ticket(n, 1)),
                        Write::Link(receipt(n), person(1), route()),
                        Write::Topic(topic(n, -1001, i64::from(n))),
                        Write::Named("count".to_owned(), Some(n.to_string())),
                        Write::Named(format!("only {n}"), Some(String::new())),
                        Write::Named(format!("only {}", n - 1), None),
                    ],
                    audit: vec![audit("submitted", n)],
                };
                store.commit(commit).await.expect("written");
            }
            n
        })
    };
    let mut seen = Vec::new();
    for _ in 0..6 {
        tokio::time::sleep(std::time::Duration::from_millis(150)).await;
        let meaning = folder.meaning(&store).await;
        let of = |kind: Kind| meaning.records.keys().filter(|key| key.kind() == kind).count();
        let count = meaning
            .records
            .get(&Key::Named("count".to_owned()))
            .map_or(0, |value| value["named"][1].as_str().and_then(|text| text.parse::<usize>().ok()).expect("a count"));
        assert_eq!([of(Kind::Ticket), of(Kind::Link), of(Kind::Seen), of(Kind::Topic), meaning.audit.len()], [count; 5]);
        assert_eq!(of(Kind::Named), if count == 0 { 0 } else { 2 }, "what was deleted meanwhile is not in the copy");
        seen.push(count);
    }
    stop.store(true, Ordering::SeqCst);
    let written = writer.await.expect("the writer");
    assert!(seen[0] < seen[5] && seen[5] <= written as usize, "it went on meanwhile: {seen:?} of {written}");
    let other = memory_with(folder.key.clone(), folder.clock.clone());
    import(&*other.store, &export(&*store).await).await.expect("restored");
    assert_eq!(other.store.counts().await.expect("counts").tickets, u64::from(written));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_restoration_that_breaks_off_is_not_taken_for_a_store() {
    let source = Folder::new();
    let store = source.open();
    for n in 0..400 {
        store.commit(writes(vec![put(ticket(n, 1))])).await.expect("written");
    }
    let copy = export(&store).await;
    let folder = Folder { key: source.key.clone(), ..Folder::new() };
    let store = folder.open();
    folder.fault.arm(StoragePoint::BeforeApply, io::ErrorKind::StorageFull);
    // The first piece gets through.
    folder.fault.after(1);
    assert!(matches!(import(&store, &copy).await, Err(StoreError::Unavailable(_))));
    assert!(folder.fault.hit.load(Ordering::SeqCst));
    assert!(!folder.path().join("restoring").exists());
    store.reopen().await.expect("space came back");
    let refused = store.commit(Commit { seen: vec![event(1)], ..Commit::default() }).await;
    assert!(matches!(refused, Err(CommitError::Unavailable(_))), "{refused:?}");
    assert!(store.trouble().is_some());
    drop(store);
    assert!(matches!(folder.try_open(), Err(OpenError::HalfRestored(_))));
    let anew = Folder { key: source.key.clone(), ..Folder::new() };
    let store = anew.open();
    import(&store, &copy).await.expect("restored");
    drop(store);
    assert_eq!(anew.open().counts().await.expect("counts").tickets, 400);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_record_that_is_too_large_is_refused_as_such_and_the_store_goes_on() {
    let folder = Folder::new();
    let store = folder.open();
    fill(&store).await;
    let mut large = store.conversation(person(1)).await.expect("readable").expect("a conversation");
    large.state.pending = vec![ip_office_bot::locale::Text::new("x".repeat(1 << 20))];
    large.revision += 1;
    let writes = vec![Write::Conversation(person(1), Box::new(large.clone()))];
    assert_eq!(store.commit(Commit { writes, ..Commit::default() }).await, Err(CommitError::TooLarge));
    large.state.pending.clear();
    let writes = vec![Write::Conversation(person(1), Box::new(large))];
    assert_eq!(store.commit(Commit { writes, ..Commit::default() }).await, Ok(()));
}

#[tokio::test(flavor = "multi_thread")]
async fn after_sealing_anew_an_older_key_may_be_retired() {
    let files = tempfile::tempdir().expect("a folder");
    let path = files.path().join("office.key");
    let first = KeyFile::load_or_create(&path, StoreBeside::Missing).expect("a key");
    let folder = Folder { key: first.clone(), ..Folder::new() };
    fill(&folder.open()).await;
    let before = folder.meaning(&folder.open()).await;
    let both = KeyFile::rotate(&path).expect("a second key");
    let store = folder.try_open_with(both.clone()).expect("the older key still opens");
    let resealed = store.reseal().await.expect("sealed anew");
    // Two conversations, three whole tickets, two links with their entries, a file, four deliveries, a parked update,
    // two subscriptions, a list of an event, two slips.
    assert_eq!(resealed, 2 + 3 + 2 + 2 + 1 + 4 + 1 + 2 + 1 + 2);
    assert_eq!(store.reseal().await.expect("again"), 0);
    assert_eq!(store.verify().await.expect("verified"), Vec::<String>::new());
    drop(store);
    let alone = KeyFile::retire(&path, both.key_ids()[1]).expect("retired");
    let store = folder.try_open_with(alone.clone()).expect("the newest key alone");
    assert_eq!(store.verify().await.expect("verified"), Vec::<String>::new());
    assert_eq!(read(&alone, &export(&store).await), before);
    assert_eq!(store.own_tickets(person(1)).await.expect("own"), [receipt(2), receipt(1)]);
    drop(store);
    assert!(matches!(folder.try_open_with(first), Err(OpenError::WrongKey)), "the retired key alone");
}
