use super::*;
use crate::clock::Clock;
use crate::locale::Language;
use crate::store::memory::MemoryStore;
use crate::ticket::{Actor, Body, Happening};

fn ticket(n: u8, revision: u64) -> Ticket {
    let now = crate::clock::HandClock::at(Moment::from_timestamp(1_795_399_200, 0).expect("a moment")).now();
    let day = crate::clock::office_day(now);
    let head = Head {
        receipt: Receipt::new("WH", day, [n, n / 30, 0, 0, 0]),
        service: "counterfeit-report".into(),
        language: Language::chinese(),
        anonymous: false,
        urgent: false,
        queue: "ENF".into(),
        district: None,
        state: "submitted".into(),
        since: now,
        submitted: now,
        closed: None,
        clerk: None,
        limits: Vec::new(),
        hurried: false,
        call_back: false,
        unread: true,
        course: Default::default(),
        revision,
    };
    Ticket { head, body: Body::default() }
}

fn commit(writes: Vec<Write>) -> Commit {
    Commit { writes, ..Commit::default() }
}

fn written(n: u8, revision: u64) -> Commit {
    commit(vec![Write::Ticket(Box::new(ticket(n, revision)))])
}

fn fed() -> (Arc<Feed>, Told) {
    let feed = Feed::new(7);
    let told = Told::new(Arc::new(MemoryStore::new()), Arc::clone(&feed));
    (feed, told)
}

fn receipts(since: Since) -> Vec<Receipt> {
    match since {
        Since::Changes(changes) => changes.into_iter().map(|change| change.receipt).collect(),
        Since::ReadAgain(_) => panic!("everything is still there"),
    }
}

#[tokio::test]
async fn what_was_kept_is_told_and_what_was_refused_is_not() {
    let (feed, store) = fed();
    let start = feed.cursor();
    store.commit(written(1, 1)).await.expect("a new ticket");
    assert!(store.commit(written(1, 1)).await.is_err(), "it is there already");
    store.commit(commit(vec![Write::Named("other".into(), Some("thing".into()))])).await.expect("no ticket");
    store.commit(written(2, 1)).await.expect("another");
    assert_eq!(receipts(feed.since(start)), [ticket(1, 1).head.receipt, ticket(2, 1).head.receipt]);
    let Since::Changes(changes) = feed.since(start) else { panic!("kept") };
    assert_eq!(receipts(feed.since(changes[0].cursor)), [ticket(2, 1).head.receipt]);
    assert_eq!(changes[1].cursor, feed.cursor());
}

#[tokio::test]
async fn erasing_and_passing_on_are_changes() {
    let (feed, store) = fed();
    store.commit(written(1, 1)).await.expect("a new ticket");
    let start = feed.cursor();
    let mut passed = ticket(1, 2);
    let what = What::Transferred { from: "ENF".into(), to: "AID".into(), reason: "theirs".into() };
    passed.head.queue = "AID".into();
    passed.body.history.push(Happening { at: passed.head.submitted, by: Actor::Counter, what, message: None });
    store.commit(commit(vec![Write::Ticket(Box::new(passed.clone()))])).await.expect("passed on");
    store.commit(commit(vec![Write::EraseTicket(passed.head.receipt.clone())])).await.expect("erased");
    let Since::Changes(changes) = feed.since(start) else { panic!("kept") };
    assert_eq!(changes[0].left, Some("ENF".into()));
    assert_eq!(changes[0].head.as_deref(), Some(&passed.head));
    assert_eq!((changes[1].head.clone(), changes.len()), (None, 2));
}

#[tokio::test]
async fn whoever_was_away_too_long_or_comes_from_another_run_reads_again() {
    let (feed, store) = fed();
    let start = feed.cursor();
    let many = (0..KEPT as u64 + 1).map(|revision| Write::Ticket(Box::new(ticket(1, revision + 1)))).collect();
    store.commit(commit(many)).await.expect("many changes");
    assert_eq!(feed.since(start), Since::ReadAgain(feed.cursor()));
    assert_eq!(receipts(feed.since(Cursor { number: 1, ..start })).len(), KEPT);
    assert_eq!(feed.since(Cursor { epoch: 8, number: feed.cursor().number }), Since::ReadAgain(feed.cursor()));
    let ahead = Cursor { number: feed.cursor().number + 1, ..start };
    assert_eq!(feed.since(ahead), Since::ReadAgain(feed.cursor()), "a cursor that we never gave");
}

#[tokio::test]
async fn a_store_that_is_opened_again_may_have_kept_what_nobody_heard_of() {
    let (feed, store) = fed();
    let mut listener = feed.listen();
    store.reopen().await.expect("memory reopens");
    assert_eq!(listener.next().await, Since::ReadAgain(feed.cursor()));
    assert!(listener.ready().is_none(), "once is enough");
}

#[tokio::test]
async fn a_listener_waits_and_gets_each_change_once() {
    let (feed, store) = fed();
    let mut listener = feed.listen();
    let waiting = tokio::spawn(async move {
        let first = listener.next().await;
        (first, listener)
    });
    tokio::task::yield_now().await;
    store.commit(written(1, 1)).await.expect("a new ticket");
    let (first, mut listener) = waiting.await.expect("no panic");
    assert_eq!(receipts(first), [ticket(1, 1).head.receipt]);
    assert!(listener.ready().is_none());
    store.commit(written(1, 2)).await.expect("a change");
    assert_eq!(receipts(listener.next().await).len(), 1);
    assert_eq!(listener.cursor(), feed.cursor());
}

#[tokio::test]
async fn a_caller_who_goes_away_in_the_middle_leaves_no_secret_change() {
    let feed = Feed::new(7);
    let (begun, slow) = (Arc::new(tokio::sync::Notify::new()), Arc::new(tokio::sync::Semaphore::new(0)));
    let store = Arc::new(Told::new(Arc::new(MemoryStore::new()), Arc::clone(&feed)));
    // The caller is dropped as soon as it has asked.
    let (caller, gate, said) = (Arc::clone(&store), Arc::clone(&slow), Arc::clone(&begun));
    let calling = tokio::spawn(async move {
        let mut committing = Box::pin(caller.commit(written(1, 1)));
        let _ = futures_util::poll!(&mut committing);
        said.notify_one();
        let _wait = gate.acquire().await;
        committing.await
    });
    begun.notified().await;
    calling.abort();
    let mut listener = feed.listen_from(Cursor { epoch: 7, number: 0 });
    assert_eq!(receipts(listener.next().await), [ticket(1, 1).head.receipt]);
    assert!(store.ticket(&ticket(1, 1).head.receipt).await.expect("it reads").is_some());
}

#[test]
fn a_cursor_is_read_as_it_is_written() {
    let cursor = Cursor { epoch: 1_795_399_200_000_000, number: 42 };
    assert_eq!(cursor.to_string().parse(), Ok(cursor));
    for text in ["", "-", "7", "x-1", "7-", "7-x", "7-1-2", "7--1"] {
        assert_eq!(text.parse::<Cursor>(), Err(NoCursor), "{text}");
    }
}
