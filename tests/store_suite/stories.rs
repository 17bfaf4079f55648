//! What every store must do, told in its own words.

use super::sample::*;
use super::{World, every_kind_of_store, memory, morning};
use chrono::Duration;
use ip_office_bot::booking::{Bookings, Standing};
use ip_office_bot::id::{DeliveryId, EventId, EvidenceId, QueueId, Receipt};
use ip_office_bot::seal::OfficeKey;
use ip_office_bot::store::backup::{BackupRefusal, Item, Reader};
use ip_office_bot::store::memory::MemoryStore;
use ip_office_bot::store::record::Codec;
use ip_office_bot::store::record::key::Key;
use ip_office_bot::store::*;
use std::collections::BTreeMap;
use std::sync::Arc;

pub async fn a_commit_is_whole_or_not_at_all(world: World) {
    let store = Arc::clone(&world.store);
    store.commit(writes(vec![say(person(1), conversation(1))])).await.expect("a first commit");
    let before = dump(&*store).await;
    let refused = Commit {
        seen: vec![event(1)],
        writes: vec![
            put(ticket(1, 1)),
            send(screen(1)),
            Write::Named("a".to_owned(), Some("b".to_owned())),
            say(person(1), conversation(1)),
            Write::Timer(Timer::Drafts(person(1)), morning()),
        ],
        audit: vec![audit("submitted", 1)],
    };
    assert_eq!(store.commit(refused.clone()).await, Err(CommitError::Stale("conversation")));
    assert_eq!(dump(&*store).await, before);
    let mut good = refused;
    good.writes[3] = say(person(1), filling(2));
    store.commit(good).await.expect("the same with the next revision");
    assert!(store.seen(&event(1)).await.expect("seen"));
    assert_eq!(store.ticket(&receipt(1)).await.expect("a ticket"), Some(ticket(1, 1)));
    assert_eq!(store.conversation(person(1)).await.expect("a conversation"), Some(filling(2)));
    assert_eq!(store.deliveries(None, 9).await.expect("deliveries"), [screen(1)]);
    assert_eq!(store.named("a").await.expect("named").as_deref(), Some("b"));
    assert_eq!(store.timers(morning(), 9).await.expect("timers"), [(Timer::Drafts(person(1)), morning())]);
    assert_eq!(store.audit(0, 9).await.expect("audit"), [(0, audit("submitted", 1))]);
}

pub async fn an_event_is_handled_once(world: World) {
    let store = Arc::clone(&world.store);
    let turn = |number: i64, text: &str| Commit {
        seen: vec![event(number)],
        writes: vec![Write::Named("last".to_owned(), Some(text.to_owned()))],
        ..Commit::default()
    };
    store.commit(turn(5, "first")).await.expect("new");
    assert_eq!(store.commit(turn(5, "again")).await, Err(CommitError::Seen));
    let mut both = turn(6, "one of them is old");
    both.seen.push(event(5));
    assert_eq!(store.commit(both).await, Err(CommitError::Seen));
    assert!(!store.seen(&event(6)).await.expect("seen"));
    let other = EventId { channel: 'c', number: 5 };
    assert!(!store.seen(&other).await.expect("seen"));
    store.commit(Commit { seen: vec![other.clone()], ..Commit::default() }).await.expect("the same number elsewhere");
    assert!(store.seen(&other).await.expect("seen"));
    assert_eq!(store.named("last").await.expect("named").as_deref(), Some("first"));
    // An old event that would also be stale is told as old: it needs no second decision.
    store.commit(writes(vec![say(person(1), conversation(1))])).await.expect("new");
    let mut stale = turn(5, "x");
    stale.writes.push(say(person(1), conversation(1)));
    assert_eq!(store.commit(stale).await, Err(CommitError::Seen));
}

pub async fn a_changed_record_is_not_overwritten(world: World) {
    let store = Arc::clone(&world.store);
    let one = |write: Write| writes(vec![write]);
    assert_eq!(store.commit(one(say(person(1), conversation(2)))).await, Err(CommitError::Stale("conversation")), "not there yet");
    assert_eq!(store.commit(one(say(person(1), conversation(0)))).await, Err(CommitError::Stale("conversation")));
    store.commit(one(say(person(1), conversation(1)))).await.expect("the first");
    for wrong in [0, 1, 3] {
        let refused = store.commit(one(say(person(1), filling(wrong)))).await;
        assert_eq!(refused, Err(CommitError::Stale("conversation")), "{wrong}");
    }
    store.commit(one(say(person(1), filling(2)))).await.expect("the second");

    assert_eq!(store.commit(one(put(ticket(1, 2)))).await, Err(CommitError::Stale("ticket")), "not there yet");
    store.commit(one(put(ticket(1, 1)))).await.expect("the first");
    for wrong in [0, 1, 3] {
        assert_eq!(store.commit(one(put(closed(ticket(1, wrong))))).await, Err(CommitError::Stale("ticket")), "{wrong}");
    }
    store.commit(one(put(closed(ticket(1, 2))))).await.expect("the second");
    assert_eq!(store.ticket(&receipt(1)).await.expect("a ticket"), Some(closed(ticket(1, 2))));

    let file = |revision: u64| Write::Evidence(Box::new(Evidence { revision, ..evidence(1) }));
    assert_eq!(store.commit(one(file(2))).await, Err(CommitError::Stale("evidence")), "not there yet");
    store.commit(one(file(1))).await.expect("the first");
    for wrong in [0, 1, 3] {
        assert_eq!(store.commit(one(file(wrong))).await, Err(CommitError::Stale("evidence")), "{wrong}");
    }
    store.commit(one(file(2))).await.expect("the second");
    store.commit(writes(vec![Write::ForgetEvidence(EvidenceId(1)), file(1)])).await.expect("forgotten and sent again");

    store.commit(one(Write::ForgetConversation(person(1)))).await.expect("forgotten");
    assert_eq!(store.conversation(person(1)).await.expect("none"), None);
    assert_eq!(store.commit(one(say(person(1), conversation(3)))).await, Err(CommitError::Stale("conversation")));
    store.commit(one(say(person(1), conversation(1)))).await.expect("a new beginning");
}

pub async fn the_last_seat_is_given_away_once(world: World) {
    let store = Arc::clone(&world.store);
    let one = |bookings: Bookings| writes(vec![book(bookings)]);
    assert_eq!(store.bookings("lecture").await.expect("none"), None);
    assert_eq!(store.commit(one(bookings("lecture", 2))).await, Err(CommitError::Stale("bookings")), "not there yet");
    store.commit(one(bookings("lecture", 1))).await.expect("the first");
    assert_eq!(store.commit(one(bookings("lecture", 1))).await, Err(CommitError::Stale("bookings")));
    store.commit(one(bookings("another", 1))).await.expect("another event");
    assert_eq!(store.booked_events().await.expect("events"), ["another", "lecture"]);
    // One of the two seats is taken; twelve people want the other.
    let racers: Vec<_> = (10..22)
        .map(|n| {
            let store = Arc::clone(&store);
            tokio::spawn(async move {
                loop {
                    let mut list = store.bookings("lecture").await.expect("read").expect("there");
                    let standing = list.add(booking(person(n))).expect("a long waiting list");
                    list.revision += 1;
                    match store.commit(writes(vec![book(list)])).await {
                        Ok(()) => return standing,
                        Err(error) => assert_eq!(error, CommitError::Stale("bookings")),
                    }
                }
            })
        })
        .collect();
    let mut booked = 0;
    for racer in racers {
        booked += usize::from(racer.await.expect("a racer") == Standing::Booked);
    }
    let list = store.bookings("lecture").await.expect("read").expect("there");
    assert_eq!((booked, list.seats(Standing::Booked), list.list.len(), list.revision), (1, 2, 13, 13));
    let forget = |event: &str| Write::ForgetBookings(event.to_owned());
    store.commit(writes(vec![forget("lecture"), forget("nothing")])).await.expect("forgotten");
    assert_eq!(store.bookings("lecture").await.expect("none"), None);
    store.commit(writes(vec![forget("another"), book(bookings("another", 1))])).await.expect("forgotten and begun again");
    assert_eq!(store.booked_events().await.expect("events"), ["another"]);
    let event = || Timer::Event("another".to_owned());
    store.commit(writes(vec![Write::Timer(event(), at(5))])).await.expect("set");
    assert_eq!(store.timers(at(5), 9).await.expect("due"), [(event(), at(5))]);
}

pub async fn twenty_writers_lose_no_update(world: World) {
    let store = Arc::clone(&world.store);
    let start = writes(vec![say(person(1), conversation(1)), put(ticket(1, 1)), Write::Evidence(Box::new(evidence(1)))]);
    store.commit(start).await.expect("a beginning");
    let writers: Vec<_> = (0..20)
        .map(|writer| {
            let store = Arc::clone(&store);
            tokio::spawn(async move {
                for round in 0..10 {
                    loop {
                        let mut conversation = store.conversation(person(1)).await.expect("read").expect("there");
                        let mut ticket = store.ticket(&receipt(1)).await.expect("read").expect("there");
                        conversation.revision += 1;
                        conversation.pace.1 += 1;
                        ticket.head.revision += 1;
                        ticket.body.code.push(writer);
                        let mut file = store.evidence(EvidenceId(1)).await.expect("read").expect("there");
                        file.revision += 1;
                        let commit = Commit {
                            seen: vec![event(i64::from(writer) * 100 + round)],
                            writes: vec![say(person(1), conversation), put(ticket), Write::Evidence(Box::new(file))],
                            audit: vec![audit("counted", 1)],
                        };
                        match store.commit(commit).await {
                            Ok(()) => break,
                            Err(CommitError::Stale(_)) => tokio::task::yield_now().await,
                            Err(other) => panic!("{other}"),
                        }
                    }
                }
            })
        })
        .collect();
    for writer in writers {
        writer.await.expect("a writer");
    }
    let conversation = store.conversation(person(1)).await.expect("read").expect("there");
    let ticket = store.ticket(&receipt(1)).await.expect("read").expect("there");
    assert_eq!((conversation.revision, conversation.pace.1), (201, 202));
    assert_eq!((ticket.head.revision, ticket.body.code.len()), (201, 203));
    assert_eq!(store.audit(0, 1000).await.expect("audit").len(), 200);
    assert_eq!(store.verify().await.expect("verified"), Vec::<String>::new());
}

pub async fn writes_of_one_commit_happen_in_order(world: World) {
    let store = Arc::clone(&world.store);
    let group = Lane::Group(-1001);
    let first = writes(vec![
        say(person(1), filling(1)),
        say(person(1), conversation(2)),
        Write::ForgetConversation(person(1)),
        say(person(1), filling(1)),
        put(ticket(1, 1)),
        put(closed(ticket(1, 2))),
        send(card(1, -1001, 1)),
        Write::DropLane(group.clone()),
        send(card(2, -1001, 1)),
        Write::Retry { id: DeliveryId(2), attempts: 4, not_before: at(50) },
        send(screen(3)),
        Write::Delivered(DeliveryId(3)),
        Write::Link(receipt(1), person(1), route()),
        Write::Link(receipt(1), person(2), route()),
        Write::Timer(Timer::Limits(receipt(1)), at(10)),
        Write::Timer(Timer::Limits(receipt(1)), at(20)),
        Write::Topic(topic(1, -1001, 5)),
        Write::Topic(topic(1, -1001, 6)),
        Write::GroupMoved { from: -1001, to: -1002 },
        Write::Topic(topic(2, -1001, 5)),
        Write::Named("x".to_owned(), Some("1".to_owned())),
        Write::Named("x".to_owned(), None),
    ]);
    store.commit(first).await.expect("all fit");
    assert_eq!(store.conversation(person(1)).await.expect("read"), Some(filling(1)));
    assert_eq!(store.ticket(&receipt(1)).await.expect("read"), Some(closed(ticket(1, 2))));
    let left = Delivery { attempts: 4, not_before: at(50), ..card(2, -1002, 1) };
    assert_eq!(store.deliveries(None, 9).await.expect("read"), [left]);
    assert_eq!(store.own_tickets(person(1)).await.expect("read"), []);
    assert_eq!(store.own_tickets(person(2)).await.expect("read"), [receipt(1)]);
    assert_eq!(store.timers(at(99), 9).await.expect("read"), [(Timer::Limits(receipt(1)), at(20))]);
    assert_eq!(store.ticket_of(-1002, 5).await.expect("read"), None);
    assert_eq!(store.ticket_of(-1002, 6).await.expect("read"), Some(receipt(1)));
    assert_eq!(store.ticket_of(-1001, 5).await.expect("read"), Some(receipt(2)));
    assert_eq!(store.named("x").await.expect("read"), None);
    let counts = store.counts().await.expect("counts");
    assert_eq!(counts, Counts { conversations: 1, drafts: 1, tickets: 1, deliveries: 1, parked: 0 });
    let skipped = writes(vec![say(person(3), conversation(1)), say(person(3), conversation(3))]);
    assert_eq!(store.commit(skipped).await, Err(CommitError::Stale("conversation")));
    assert_eq!(store.conversation(person(3)).await.expect("read"), None);
    assert_eq!(store.verify().await.expect("verified"), Vec::<String>::new());
}

pub async fn lists_of_tickets_are_filtered_and_paged(world: World) {
    let store = Arc::clone(&world.store);
    for n in 0..60 {
        let ticket = if u32::is_multiple_of(n, 3) { closed(ticket(n, 1)) } else { ticket(n, 1) };
        store.commit(writes(vec![put(ticket)])).await.expect("written");
    }
    let mut all: Vec<u32> = (0..60).collect();
    all.sort_by_key(|n| receipt(*n));
    for queue in [None, Some("ENF"), Some("AID"), Some("AI"), Some("DESK")] {
        for closed in [true, false] {
            let name = |n: u32| if n.is_multiple_of(2) { "ENF" } else { "AID" };
            let fits = |n: &u32| (closed || !n.is_multiple_of(3)) && queue.is_none_or(|queue| queue == name(*n));
            let expected: Vec<Receipt> = all.iter().copied().filter(fits).map(receipt).collect();
            let mut found: Vec<Receipt> = Vec::new();
            loop {
                let wanted = Wanted { queue: queue.map(QueueId::from), closed, after: found.last().cloned(), limit: 7 };
                let page = store.tickets(&wanted).await.expect("a page");
                assert!(page.len() <= 7);
                if page.is_empty() {
                    break;
                }
                found.extend(page.into_iter().map(|head| head.receipt));
            }
            assert_eq!(found, expected, "{queue:?} {closed}");
        }
    }
    let one = store.tickets(&Wanted { limit: 1, closed: true, ..Wanted::default() }).await.expect("one");
    assert_eq!(one, [if all[0].is_multiple_of(3) { closed(ticket(all[0], 1)).head } else { head(all[0], 1) }]);
    assert_eq!(store.tickets(&Wanted::default()).await.expect("none asked for"), []);
}

pub async fn a_ticket_changes_queue_and_closes_in_every_list(world: World) {
    let store = Arc::clone(&world.store);
    let list = async |queue: Option<&str>, closed: bool| {
        let wanted = Wanted { queue: queue.map(QueueId::from), closed, after: None, limit: 9 };
        store.tickets(&wanted).await.expect("a list").len()
    };
    store.commit(writes(vec![put(ticket(2, 1))])).await.expect("written");
    assert_eq!((list(Some("ENF"), false).await, list(Some("DESK"), false).await), (1, 0));
    let mut moved = ticket(2, 2);
    moved.head.queue = QueueId::from("DESK");
    store.commit(writes(vec![put(moved.clone())])).await.expect("moved");
    assert_eq!((list(Some("ENF"), false).await, list(Some("DESK"), false).await, list(None, false).await), (0, 1, 1));
    let mut done = closed(moved.clone());
    done.head.revision = 3;
    store.commit(writes(vec![put(done)])).await.expect("closed");
    assert_eq!((list(Some("DESK"), false).await, list(Some("DESK"), true).await), (0, 1));
    assert_eq!((list(None, false).await, list(None, true).await), (0, 1));
    moved.head.revision = 4;
    store.commit(writes(vec![put(moved)])).await.expect("opened again");
    assert_eq!((list(Some("DESK"), false).await, list(Some("DESK"), true).await), (1, 1));
    assert_eq!(store.verify().await.expect("verified"), Vec::<String>::new());
}

pub async fn a_person_finds_their_own_tickets_until_the_link_is_cut(world: World) {
    let store = Arc::clone(&world.store);
    for n in [30, 9, 44] {
        let commit = writes(vec![put(ticket(n, 1)), Write::Link(receipt(n), person(1), route())]);
        store.commit(commit).await.expect("written");
    }
    assert_eq!(store.own_tickets(person(1)).await.expect("own"), [receipt(44), receipt(30), receipt(9)]);
    assert_eq!(store.own_tickets(person(2)).await.expect("own"), []);
    assert_eq!(store.link(&receipt(9)).await.expect("link"), Some((person(1), route())));
    let elsewhere = ip_office_bot::message::Route::terminal();
    store.commit(writes(vec![Write::Link(receipt(9), person(2), elsewhere.clone())])).await.expect("another person");
    assert_eq!(store.own_tickets(person(1)).await.expect("own"), [receipt(44), receipt(30)]);
    assert_eq!(store.own_tickets(person(2)).await.expect("own"), [receipt(9)]);
    assert_eq!(store.link(&receipt(9)).await.expect("link"), Some((person(2), elsewhere)));
    store.commit(writes(vec![Write::Unlink(receipt(44)), Write::Unlink(receipt(1))])).await.expect("cut");
    assert_eq!(store.own_tickets(person(1)).await.expect("own"), [receipt(30)]);
    assert_eq!(store.link(&receipt(44)).await.expect("link"), None);
    assert!(store.ticket(&receipt(44)).await.expect("ticket").is_some());
    assert_eq!(store.verify().await.expect("verified"), Vec::<String>::new());
}

pub async fn an_erased_ticket_leaves_its_head_and_takes_no_more(world: World) {
    let store = Arc::clone(&world.store);
    store.commit(writes(vec![put(closed(ticket(1, 1))), Write::EraseTicket(receipt(9))])).await.expect("written");
    store.commit(writes(vec![Write::EraseTicket(receipt(1))])).await.expect("erased");
    assert_eq!(store.ticket(&receipt(1)).await.expect("none"), None);
    let wanted = Wanted { closed: true, limit: 9, ..Wanted::default() };
    assert_eq!(store.tickets(&wanted).await.expect("heads"), [closed(ticket(1, 1)).head]);
    for revision in [1, 2] {
        assert_eq!(store.commit(writes(vec![put(ticket(1, revision))])).await, Err(CommitError::Stale("ticket")));
    }
    store.commit(writes(vec![Write::EraseTicket(receipt(1))])).await.expect("erased twice is fine");
    assert_eq!(store.counts().await.expect("counts").tickets, 1);
}

pub async fn a_ticket_that_changed_is_not_erased_unseen(world: World) {
    let store = Arc::clone(&world.store);
    store.commit(writes(vec![put(ticket(1, 1))])).await.expect("written");
    store.commit(writes(vec![put(ticket(1, 2))])).await.expect("a reply came in");
    let erase = |revision| writes(vec![put(closed(ticket(1, revision))), Write::EraseTicket(receipt(1))]);
    assert_eq!(store.commit(erase(2)).await, Err(CommitError::Stale("ticket")));
    assert_eq!(store.ticket(&receipt(1)).await.expect("read"), Some(ticket(1, 2)));
    store.commit(erase(3)).await.expect("with what is there now");
    assert_eq!(store.ticket(&receipt(1)).await.expect("read"), None);
    let wanted = Wanted { closed: true, limit: 9, ..Wanted::default() };
    assert_eq!(store.tickets(&wanted).await.expect("heads"), [closed(ticket(1, 3)).head], "the head is the last one");
    let lines = export(&*store).await;
    assert!(!lines.iter().any(|line| line.contains("\"ticket\"") && line.contains("\"sealed\"")), "a later backup has no key of it");
    assert_eq!(store.verify().await.expect("verified"), Vec::<String>::new());
}

pub async fn the_chain_of_the_audit_log_is_followed_in_pieces(world: World) {
    let store = Arc::clone(&world.store);
    assert_eq!(store.audit_check(ChainMark::default(), 9).await, Ok(ChainMark::default()));
    for n in 0..7 {
        store.commit(Commit { audit: vec![audit("noted", n)], ..Commit::default() }).await.expect("written");
    }
    let head = store.audit_head().await.expect("a head");
    assert_eq!(head.entries, 7);
    let half = store.audit_check(ChainMark::default(), 4).await.expect("intact");
    assert_eq!(half.entries, 4);
    assert_eq!(store.audit_check(half, 9).await, Ok(head));
    assert_eq!(store.audit_check(head, 9).await, Ok(head), "nothing more");
    let wrong = ChainMark { entries: 4, hash: [1; 32] };
    assert!(matches!(store.audit_check(wrong, 9).await, Err(StoreError::Damaged(_))));
    let beyond = ChainMark { entries: 8, hash: head.hash };
    assert_eq!(store.audit_check(beyond, 9).await, Err(StoreError::Damaged("audit 7".to_owned())));
}

pub async fn files_are_paged_and_forgotten(world: World) {
    let store = Arc::clone(&world.store);
    for id in [3, 300, 2, u64::MAX, 1] {
        store.commit(writes(vec![Write::Evidence(Box::new(evidence(id)))])).await.expect("written");
    }
    let mut kept = evidence(2);
    kept.owner = Owner::Ticket(receipt(1));
    kept.revision = 2;
    kept.status = FileStatus::Refused { why: "virus".to_owned() };
    store.commit(writes(vec![Write::Evidence(Box::new(kept.clone())), Write::ForgetEvidence(EvidenceId(3))])).await.expect("written");
    assert_eq!(store.evidence(EvidenceId(2)).await.expect("read"), Some(kept.clone()));
    assert_eq!(store.evidence(EvidenceId(3)).await.expect("read"), None);
    assert_eq!(store.all_evidence(None, 2).await.expect("a page"), [evidence(1), kept]);
    assert_eq!(store.all_evidence(Some(EvidenceId(2)), 9).await.expect("a page"), [evidence(300), evidence(u64::MAX)]);
}

pub async fn deliveries_come_in_order_are_retried_and_dropped_by_lane(world: World) {
    let store = Arc::clone(&world.store);
    let sent = [screen(5), card(2, -1001, 1), screen(300), card(9, -1002, 2)];
    store.commit(writes(sent.iter().cloned().map(send).collect())).await.expect("written");
    let ids = async |after: Option<u64>, limit: usize| -> Vec<u64> {
        let page = store.deliveries(after.map(DeliveryId), limit).await.expect("a page");
        page.into_iter().map(|delivery| delivery.id.0).collect()
    };
    assert_eq!(ids(None, 9).await, [2, 5, 9, 300]);
    assert_eq!(ids(Some(2), 2).await, [5, 9]);
    assert_eq!(store.deliveries(Some(DeliveryId(9)), 9).await.expect("a page"), [screen(300)]);
    let retry = |id: u64| Write::Retry { id: DeliveryId(id), attempts: 3, not_before: at(77) };
    store.commit(writes(vec![retry(5), retry(6)])).await.expect("one of them is gone, which is fine");
    let later = Delivery { attempts: 3, not_before: at(77), ..screen(5) };
    assert_eq!(store.deliveries(Some(DeliveryId(2)), 1).await.expect("a page"), [later]);
    store.commit(writes(vec![Write::Delivered(DeliveryId(9)), Write::Delivered(DeliveryId(10))])).await.expect("sent");
    assert_eq!(ids(None, 9).await, [2, 5, 300]);
    store.commit(writes(vec![Write::DropLane(Lane::Person(route()))])).await.expect("dropped");
    assert_eq!(ids(None, 9).await, [2]);
}

pub async fn a_retry_never_brings_back_what_was_sent(world: World) {
    let store = Arc::clone(&world.store);
    store.commit(writes((0..100).map(screen).map(send).collect())).await.expect("written");
    let race = |write: Write| {
        let store = Arc::clone(&store);
        tokio::spawn(async move { store.commit(writes(vec![write])).await })
    };
    let mut racers = Vec::new();
    for id in 0..100 {
        let (id, moved) = (DeliveryId(id), Write::GroupMoved { from: -1, to: -2 });
        racers.push(race(Write::Retry { id, attempts: 1, not_before: at(9) }));
        racers.push(race(Write::Delivered(id)));
        racers.push(race(Write::Retry { id, attempts: 2, not_before: at(9) }));
        racers.push(race(moved));
    }
    for racer in racers {
        racer.await.expect("a racer").expect("nobody is refused for it");
    }
    assert_eq!(store.deliveries(None, 999).await.expect("read"), []);
}

pub async fn a_timer_replaces_its_older_self_and_due_ones_come_oldest_first(world: World) {
    let store = Arc::clone(&world.store);
    let (drafts, limits, other) = (Timer::Drafts(person(1)), Timer::Limits(receipt(1)), Timer::Limits(receipt(2)));
    let half = at(10) + Duration::nanoseconds(1);
    let set = vec![
        Write::Timer(limits.clone(), at(10)),
        Write::Timer(drafts.clone(), at(10)),
        Write::Timer(other.clone(), half),
        Write::Timer(Timer::Drafts(person(2)), at(-4_000_000_000)),
    ];
    store.commit(writes(set)).await.expect("set");
    let ancient = (Timer::Drafts(person(2)), at(-4_000_000_000));
    assert_eq!(store.timers(at(9), 9).await.expect("due"), std::slice::from_ref(&ancient));
    let due = [ancient.clone(), (drafts.clone(), at(10)), (limits.clone(), at(10))];
    assert_eq!(store.timers(at(10), 9).await.expect("due"), due);
    assert_eq!(store.timers(half, 9).await.expect("due").len(), 4);
    assert_eq!(store.timers(half, 2).await.expect("due"), due[..2]);
    store.commit(writes(vec![Write::Timer(drafts.clone(), at(50)), Write::TimerDone(ancient.0)])).await.expect("moved");
    assert_eq!(store.timers(at(49), 9).await.expect("due"), [(limits.clone(), at(10)), (other.clone(), half)]);
    store
        .commit(writes(vec![Write::TimerDone(limits), Write::TimerDone(other), Write::TimerDone(Timer::Limits(receipt(3)))]))
        .await
        .expect("done");
    assert_eq!(store.timers(at(50), 9).await.expect("due"), [(drafts, at(50))]);
}

pub async fn a_thread_belongs_to_one_ticket(world: World) {
    let store = Arc::clone(&world.store);
    store.commit(writes(vec![Write::Topic(topic(1, -1001, 5)), Write::Topic(topic(2, -1001, 6))])).await.expect("made");
    assert_eq!(store.topic(&receipt(1)).await.expect("read"), Some(topic(1, -1001, 5)));
    assert_eq!(store.ticket_of(-1001, 5).await.expect("read"), Some(receipt(1)));
    let renamed = Topic { name: "🔴".to_owned(), closed: true, ..topic(1, -1001, 5) };
    store.commit(writes(vec![Write::Topic(renamed.clone())])).await.expect("renamed");
    assert_eq!(store.topic(&receipt(1)).await.expect("read"), Some(renamed));
    store.commit(writes(vec![Write::Topic(topic(1, -1002, 5))])).await.expect("made anew elsewhere");
    assert_eq!(store.ticket_of(-1001, 5).await.expect("read"), None);
    assert_eq!(store.ticket_of(-1002, 5).await.expect("read"), Some(receipt(1)));
    store.commit(writes(vec![Write::Topic(topic(3, -1002, 5))])).await.expect("takes the thread");
    assert_eq!(store.topic(&receipt(1)).await.expect("read"), None);
    assert_eq!(store.ticket_of(-1002, 5).await.expect("read"), Some(receipt(3)));
    store.commit(writes(vec![Write::ForgetTopic(receipt(1)), Write::ForgetTopic(receipt(2))])).await.expect("gone");
    assert_eq!(store.ticket_of(-1002, 5).await.expect("read"), Some(receipt(3)));
    assert_eq!(store.ticket_of(-1001, 6).await.expect("read"), None);
    assert_eq!(store.verify().await.expect("verified"), Vec::<String>::new());
}

pub async fn a_group_that_moved_takes_topics_and_deliveries_along(world: World) {
    let store = Arc::clone(&world.store);
    let mut made: Vec<Write> = (0..40).map(|n| Write::Topic(topic(n, if n < 30 { -77 } else { -78 }, i64::from(n) + 2))).collect();
    made.extend([send(card(1, -77, 1)), send(card(2, -78, 31)), send(card(3, -77, 2)), send(screen(4))]);
    store.commit(writes(made)).await.expect("made");
    store.commit(writes(vec![Write::GroupMoved { from: -77, to: -100_077 }])).await.expect("moved");
    for n in 0..40 {
        let chat = if n < 30 { -100_077 } else { -78 };
        let thread = i64::from(n) + 2;
        assert_eq!(store.ticket_of(chat, thread).await.expect("read"), Some(receipt(n)));
        assert_eq!(store.ticket_of(-77, thread).await.expect("read"), None);
        assert_eq!(store.topic(&receipt(n)).await.expect("read"), Some(topic(n, chat, thread)));
    }
    let expected = [card(1, -100_077, 1), card(2, -78, 31), card(3, -100_077, 2), screen(4)];
    assert_eq!(store.deliveries(None, 9).await.expect("read"), expected);
    store.commit(writes(vec![Write::GroupMoved { from: -78, to: -78 }])).await.expect("nowhere");
    assert_eq!(store.ticket_of(-78, 35).await.expect("read"), Some(receipt(33)));
    store.commit(writes(vec![Write::DropLane(Lane::Group(-100_077))])).await.expect("the new lane is known");
    assert_eq!(store.deliveries(None, 9).await.expect("read"), [card(2, -78, 31), screen(4)]);
    assert_eq!(store.verify().await.expect("verified"), Vec::<String>::new());
}

pub async fn parked_updates_come_oldest_first(world: World) {
    let store = Arc::clone(&world.store);
    let set = vec![Write::Park(parked(1, at(30))), Write::Park(parked(2, at(10))), Write::Park(parked(3, at(20)))];
    store.commit(writes(set)).await.expect("parked");
    assert_eq!(store.parked(2).await.expect("read"), [parked(2, at(10)), parked(3, at(20))]);
    store.commit(writes(vec![Write::Unpark(event(2)), Write::Unpark(event(9))])).await.expect("done");
    assert_eq!(store.parked(9).await.expect("read"), [parked(3, at(20)), parked(1, at(30))]);
}

pub async fn named_things_are_replaced_and_deleted(world: World) {
    let store = Arc::clone(&world.store);
    let name = |name: &str, value: Option<&str>| Write::Named(name.to_owned(), value.map(str::to_owned));
    store.commit(writes(vec![name("lease", Some("")), name("lease-2", Some("名"))])).await.expect("named");
    assert_eq!(store.named("lease").await.expect("read").as_deref(), Some(""));
    store.commit(writes(vec![name("lease", Some("b")), name("lease-2", None), name("never", None)])).await.expect("named");
    assert_eq!(store.named("lease").await.expect("read").as_deref(), Some("b"));
    assert_eq!(store.named("lease-2").await.expect("read"), None);
}

pub async fn subscriptions_are_found_by_person_and_by_their_next_digest(world: World) {
    let store = Arc::clone(&world.store);
    let key = |whose, n| (person(whose), subscription_id(n));
    let made = [((1, 3), Some(50)), ((1, 1), None), ((2, 1), Some(40)), ((255, 9), Some(50))];
    store.commit(writes(made.map(|(key, due)| follow(subscription(key, 1, due))).to_vec())).await.expect("written");
    assert_eq!(store.own_subscriptions(person(1)).await.expect("read"), [subscription((1, 1), 1, None), subscription((1, 3), 1, Some(50))]);
    assert_eq!(store.own_subscriptions(person(3)).await.expect("read"), []);
    assert_eq!(store.subscription(person(2), &subscription_id(1)).await.expect("read"), Some(subscription((2, 1), 1, Some(40))));
    assert_eq!(store.subscription(person(2), &subscription_id(3)).await.expect("a name of another person"), None);
    let first = store.subscriptions(None, 3).await.expect("a page");
    let last = first.last().map(|one| (one.person, one.id.clone()));
    let rest = store.subscriptions(last, 3).await.expect("a page");
    assert_eq!((first.len(), rest), (3, vec![subscription((255, 9), 1, Some(50))]));

    assert_eq!(store.digests(at(39), 9).await.expect("due"), []);
    assert_eq!(store.digests(at(50), 9).await.expect("due"), [key(2, 1), key(1, 3), key(255, 9)]);
    assert_eq!(store.digests(at(50), 1).await.expect("due"), [key(2, 1)]);
    let sent = writes(vec![follow(subscription((2, 1), 2, None)), follow(subscription((1, 1), 2, Some(49)))]);
    store.commit(sent).await.expect("written");
    assert_eq!(store.digests(at(50), 9).await.expect("due"), [key(1, 1), key(1, 3), key(255, 9)]);

    let again = store.commit(writes(vec![follow(subscription((2, 1), 2, None))])).await;
    assert_eq!(again, Err(CommitError::Stale("subscription")));
    let (whose, name) = key(1, 3);
    store.commit(writes(vec![Write::EndSubscription(whose, name.clone())])).await.expect("ended");
    store.commit(writes(vec![Write::EndSubscription(whose, name)])).await.expect("ended twice is fine");
    let late = store.commit(writes(vec![follow(subscription((1, 3), 2, Some(60)))])).await;
    assert_eq!(late, Err(CommitError::Stale("subscription")), "what has ended does not come back");
    assert_eq!(store.digests(at(99), 9).await.expect("due"), [key(1, 1), key(255, 9)]);
    assert_eq!(store.verify().await.expect("verified"), Vec::<String>::new());
}

pub async fn slips_lie_in_their_drawers_in_the_order_of_their_names(world: World) {
    let store = Arc::clone(&world.store);
    let (page, login) = (Drawer::Page, Drawer::Login);
    let made = [(page, "a/2"), (page, "a/1"), (page, "a/3"), (page, "b/1"), (login, "a/9")];
    store.commit(writes(made.map(|name| file(slip(name, 1))).to_vec())).await.expect("written");
    assert_eq!(store.slip(page, "a/1").await.expect("read"), Some(slip((page, "a/1"), 1)));
    assert_eq!(store.slip(login, "a/1").await.expect("another drawer"), None);
    let names = |slips: Vec<Slip>| slips.into_iter().map(|slip| slip.id).collect::<Vec<_>>();
    assert_eq!(names(store.slips(page, "a/", None, 9).await.expect("read")), ["a/1", "a/2", "a/3"]);
    assert_eq!(names(store.slips(page, "a/", Some("a/1"), 1).await.expect("read")), ["a/2"]);
    assert_eq!(names(store.slips(page, "", None, 9).await.expect("read")), ["a/1", "a/2", "a/3", "b/1"]);
    assert_eq!(names(store.slips(login, "", None, 9).await.expect("read")), ["a/9"]);

    store.commit(writes(vec![file(slip((page, "a/1"), 2))])).await.expect("changed");
    let again = store.commit(writes(vec![file(slip((page, "a/1"), 2))])).await;
    assert_eq!(again, Err(CommitError::Stale("slip")));
    let gone = || Write::ForgetSlip(page, "a/1".to_owned());
    store.commit(writes(vec![gone()])).await.expect("thrown away");
    store.commit(writes(vec![gone()])).await.expect("thrown away twice is fine");
    assert_eq!(store.slip(page, "a/1").await.expect("read"), None);
    assert_eq!(store.commit(writes(vec![file(slip((page, "a/1"), 3))])).await, Err(CommitError::Stale("slip")), "it does not come back");
    assert_eq!(store.verify().await.expect("verified"), Vec::<String>::new());
}

pub async fn counts_follow_every_change(world: World) {
    let store = Arc::clone(&world.store);
    for commit in everything() {
        store.commit(commit).await.expect("written");
    }
    let counts = store.counts().await.expect("counts");
    assert_eq!(counts, Counts { conversations: 2, drafts: 0, tickets: 4, deliveries: 4, parked: 1 });
    let draft = writes(vec![say(person(1), filling(3)), say(person(2), filling(2)), say(person(3), filling(1))]);
    store.commit(draft).await.expect("written");
    assert_eq!(store.counts().await.expect("counts").drafts, 3);
    let done = writes(vec![say(person(1), filling(4)), say(person(2), conversation(3)), Write::ForgetConversation(person(3))]);
    store.commit(done).await.expect("written");
    let counts = store.counts().await.expect("counts");
    assert_eq!((counts.conversations, counts.drafts), (2, 1));
    assert_eq!(store.verify().await.expect("verified"), Vec::<String>::new());
}

pub async fn old_marks_are_forgotten_and_new_ones_kept(world: World) {
    let store = Arc::clone(&world.store);
    let clock = Arc::clone(&world.clock);
    let mark = async |range: std::ops::Range<i64>| {
        let commit = Commit { seen: range.map(event).collect(), ..Commit::default() };
        store.commit(commit).await.expect("marked");
    };
    mark(0..5000).await;
    clock.pass(Duration::days(3));
    mark(5000..5010).await;
    store.forget_seen(morning() + Duration::days(2)).await.expect("forgotten");
    for old in [0, 1, 2500, 4999] {
        assert!(!store.seen(&event(old)).await.expect("seen"), "{old}");
    }
    for new in 5000..5010 {
        assert!(store.seen(&event(new)).await.expect("seen"), "{new}");
    }
    assert_eq!(store.commit(Commit { seen: vec![event(5001)], ..Commit::default() }).await, Err(CommitError::Seen));
    mark(0..1).await;
    store.forget_seen(morning() + Duration::days(3)).await.expect("the very second is kept");
    assert!(store.seen(&event(5009)).await.expect("seen"));
}

pub async fn the_audit_log_is_numbered_and_paged(world: World) {
    let store = Arc::clone(&world.store);
    for n in 0..30 {
        store.commit(Commit { audit: vec![audit("one", n), audit("two", n)], ..Commit::default() }).await.expect("noted");
    }
    let page = store.audit(58, 9).await.expect("a page");
    assert_eq!(page, [(58, audit("one", 29)), (59, audit("two", 29))]);
    assert_eq!(store.audit(7, 2).await.expect("a page"), [(7, audit("two", 3)), (8, audit("one", 4))]);
    assert_eq!(store.audit(60, 9).await.expect("a page"), []);
}

pub async fn a_backup_restores_the_same_into_every_store(world: World) {
    let store = Arc::clone(&world.store);
    for commit in everything() {
        store.commit(commit).await.expect("written");
    }
    let copy = export(&*store).await;
    for hidden in [NAME, PHONE, &CHAT.to_string()] {
        assert!(!copy.iter().any(|line| line.contains(hidden)), "{hidden} is readable in a backup");
    }
    for other in every_kind_of_store(&world.key, &world.clock) {
        is_restored(&*other.store, &copy, &world.key).await;
        // A second generation is like the first.
        let again = export(&*other.store).await;
        for third in every_kind_of_store(&world.key, &world.clock) {
            import(&*third.store, &again).await.expect("restored once more");
            assert_eq!(read(&world.key, &again).records, read(&world.key, &export(&*third.store).await).records);
        }
    }
    assert_eq!(import(&*store, &copy).await, Err(BackupRefusal::NotEmpty.into()));
}

async fn is_restored(other: &dyn Store, copy: &[String], key: &OfficeKey) {
    assert_eq!(import(other, copy).await, Ok(copy.len() as u64));
    let (before, after) = (read(key, copy), read(key, &export(other).await));
    assert_eq!(without_deliveries(&after.records), without_deliveries(&before.records));
    assert_eq!(after.audit[..before.audit.len()], before.audit, "the chain goes on where it was");
    assert_eq!(after.audit.len(), before.audit.len() + 1);
    assert_eq!(other.verify().await.expect("verified"), Vec::<String>::new());
    assert_eq!(other.ticket(&receipt(1)).await.expect("read"), Some(ticket(1, 1)));
    assert_eq!(other.ticket(&receipt(4)).await.expect("read"), None);
    assert_eq!(other.own_tickets(person(1)).await.expect("read"), [receipt(2), receipt(1)]);
    assert_eq!(other.ticket_of(-1001, 55).await.expect("read"), Some(receipt(2)));
    assert_eq!(other.digests(at(3600), 9).await.expect("read"), [(person(1), subscription_id(1))]);
    assert_eq!(other.own_subscriptions(person(2)).await.expect("read"), [subscription((2, 2), 1, None)]);
    assert_eq!(other.timers(at(3600), 9).await.expect("read"), [(Timer::Drafts(person(1)), at(3600))]);
    assert_eq!(other.commit(Commit { seen: vec![event(101)], ..Commit::default() }).await, Err(CommitError::Seen));
    let next = writes(vec![put(closed(ticket(1, 2))), say(person(1), filling(3))]);
    other.commit(next).await.expect("revisions go on");
}

pub async fn a_restored_store_sends_no_old_words(world: World) {
    let store = Arc::clone(&world.store);
    let clock = Arc::clone(&world.clock);
    let key = world.key.clone();
    let group = || Lane::Group(-1001);
    let post = |id: u64, n: u32| delivery(id, group(), Parcel::Post { receipt: receipt(n), message: words("hello"), signal: Signal::Loud });
    let about = delivery(5, Lane::Person(route()), Parcel::About { receipt: receipt(1), message: words("reply") });
    let leave = delivery(9, Lane::Group(-1002), Parcel::Leave { receipt: receipt(4), reason: Some(words("why")) });
    let fetch = Delivery { attempts: 3, ..delivery(2, Lane::Fetch(1), Parcel::Fetch { evidence: EvidenceId(7) }) };
    let waiting = vec![
        screen(1),
        fetch.clone(),
        card(3, -1001, 1),
        post(4, 1),
        about,
        post(6, 2),
        post(7, 2),
        delivery(8, Lane::Clerk(4711), Parcel::Tell { message: words("due") }),
        leave.clone(),
        delivery(10, Lane::Person(route()), Parcel::Message(words("receipt"))),
    ];
    store.commit(writes(waiting.into_iter().map(send).collect())).await.expect("written");
    let copy = export(&*store).await;
    let other: Arc<dyn Store> = Arc::new(MemoryStore::with(key, clock));
    import(&*other, &copy).await.expect("restored");
    let closing = Delivery { parcel: Parcel::Leave { receipt: receipt(4), reason: None }, ..leave };
    let fetch = Delivery { attempts: 0, ..fetch };
    assert_eq!(other.deliveries(None, 99).await.expect("read"), [fetch, card(3, -1001, 1), card(6, -1001, 2), closing]);
    let log = other.audit(0, 9).await.expect("audit");
    let (_, entry) = log.last().expect("an entry");
    assert_eq!((entry.act.as_str(), entry.more.as_slice()), ("restored", &["deliveries-left-out=8".to_owned()][..]));
}

pub async fn a_bad_backup_changes_nothing(world: World) {
    let store = Arc::clone(&world.store);
    let key = world.key.clone();
    let source = MemoryStore::with(key, Arc::new(ip_office_bot::clock::HandClock::at(morning())));
    for commit in everything() {
        source.commit(commit).await.expect("written");
    }
    let good = export(&source).await;
    let last = good.len() - 1;
    let ticket_line = good.iter().position(|line| line.contains("\"kind\":\"ticket\"")).expect("a ticket");
    let audit_line = good.iter().position(|line| line.starts_with("{\"audit\"")).expect("an entry");
    let changed = |at: usize, from: &str, to: &str| {
        let mut lines = good.clone();
        assert!(lines[at].contains(from), "{from}");
        lines[at] = lines[at].replace(from, to);
        lines
    };
    let empty = dump(&*store).await;
    let refusals = [
        (vec![], BackupRefusal::NotABackup),
        (vec!["hello".to_owned()], BackupRefusal::NotABackup),
        (changed(0, "\"version\":1", "\"version\":9"), BackupRefusal::Newer(9)),
        (good[..last].to_vec(), BackupRefusal::Incomplete),
        (good[..3].iter().chain(&good[4..]).cloned().collect(), BackupRefusal::Changed),
        ([&good[..], &good[1..2]].concat(), BackupRefusal::Line(last as u64 + 2)),
        (changed(ticket_line, "received", "settled!"), BackupRefusal::Changed),
        (changed(ticket_line, "\"kind\"", "\"kin\""), BackupRefusal::Line(ticket_line as u64 + 1)),
        (changed(audit_line, "began", "ended"), BackupRefusal::Chain(0)),
        (changed(audit_line + 1, "\"audit\":1", "\"audit\":2"), BackupRefusal::Chain(1)),
        (changed(last, "\"lines\":", "\"lines\":1"), BackupRefusal::Changed),
    ];
    for (lines, refusal) in refusals {
        assert_eq!(import(&*store, &lines).await, Err(refusal.clone().into()));
        assert_eq!(dump(&*store).await, empty, "{refusal}");
    }
    let flipped = changed(ticket_line, "\"sealed\":\"A", "\"sealed\":\"B");
    assert!(matches!(import(&*store, &flipped).await, Err(StoreError::Backup(BackupRefusal::Sealed { .. }))));
    let foreign = memory();
    assert!(matches!(import(&*foreign.store, &good).await, Err(StoreError::Backup(BackupRefusal::Sealed { .. }))), "another key");
    let broken = good[..5].iter().cloned().map(Ok).chain([Err(std::io::Error::other("torn"))]);
    let refused = store.import(&mut broken.into_iter()).await;
    assert_eq!(refused, Err(BackupRefusal::Io("torn".to_owned()).into()));
    assert_eq!(dump(&*store).await, empty);
    import(&*store, &good).await.expect("the good one");
    assert_eq!(store.verify().await.expect("verified"), Vec::<String>::new());
}

/// A backup, line by line.
pub async fn export(store: &dyn Store) -> Vec<String> {
    let mut lines = Vec::new();
    let count = store
        .export(&mut |line| {
            lines.push(line.to_owned());
            Ok(())
        })
        .await
        .expect("exported");
    assert_eq!(count, lines.len() as u64);
    lines
}

pub async fn import(store: &dyn Store, lines: &[String]) -> Result<u64, StoreError> {
    store.import(&mut lines.iter().cloned().map(Ok)).await
}

/// What a backup means.
#[derive(Debug, PartialEq)]
pub struct Meaning {
    pub records: BTreeMap<Key, serde_json::Value>,
    pub audit: Vec<[u8; 32]>,
}

pub fn read(key: &OfficeKey, lines: &[String]) -> Meaning {
    let codec = Codec::new(key.clone());
    let mut reader = Reader::new(&codec);
    let mut meaning = Meaning { records: BTreeMap::new(), audit: vec![] };
    for line in lines {
        match reader.read(line).expect("a good line") {
            Item::Record { key, record, .. } => {
                meaning.records.insert(key, serde_json::to_value(record).expect("JSON"));
            }
            Item::Gone(key) => {
                meaning.records.remove(&key);
            }
            Item::Audit { hash, .. } => meaning.audit.push(hash),
            Item::Begin | Item::End => {}
        }
    }
    reader.finish().expect("a whole backup");
    meaning
}

/// Everything that can be asked of a store, to compare it with itself.
pub async fn dump(store: &dyn Store) -> Vec<String> {
    let lines = export(store).await;
    lines.into_iter().filter(|line| !line.starts_with("{\"format\"") && !line.starts_with("{\"lines\"")).map(open_part).collect()
}

/// A line without its sealed part, which is drawn anew at each writing.
fn open_part(line: String) -> String {
    line.split(",\"sealed\"").next().unwrap_or_default().to_owned()
}

fn without_deliveries(records: &BTreeMap<Key, serde_json::Value>) -> BTreeMap<&Key, &serde_json::Value> {
    records.iter().filter(|(key, _)| !matches!(key, Key::Delivery(_))).collect()
}
