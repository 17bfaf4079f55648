//! The engine against a map: any sequence of batches, in any grouping, with reopenings in between.

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::*;

type Map = BTreeMap<Vec<u8>, Vec<u8>>;

#[derive(Clone, Debug)]
enum Step {
    /// Commits that are queued together, so that the committer groups them as it likes.
    Commits(Vec<Wish>),
    Reopen,
}

#[derive(Clone, Debug)]
struct Wish {
    checks: Vec<Check>,
    /// None deletes.
    writes: Vec<(Vec<u8>, Option<Vec<u8>>)>,
    chain: Vec<Vec<u8>>,
}

fn key() -> impl Strategy<Value = Vec<u8>> {
    // Few keys, so that batches meet; some prefixes of others, some at the edges of a kind.
    prop::sample::select(vec![&b"S"[..], b"S\0", b"S1", b"S1a", b"S\xff", b"T", b"T\xff\xff", b"U9", b"\x01", b"\xff\xff"])
        .prop_map(<[u8]>::to_vec)
}

fn value() -> impl Strategy<Value = Vec<u8>> {
    prop_oneof![prop::sample::select(vec![vec![], vec![1], vec![2]]), prop::collection::vec(any::<u8>(), 0..60)]
}

fn check() -> impl Strategy<Value = Check> {
    prop_oneof![
        2 => key().prop_map(Check::Absent),
        1 => key().prop_map(Check::Present),
        1 => (key(), value()).prop_map(|(key, value)| Check::Equals(key, value)),
        1 => (key(), value()).prop_map(|(key, value)| {
            let print = fingerprint(&key, &value);
            Check::Unchanged(key, print)
        }),
    ]
}

fn wish() -> impl Strategy<Value = Wish> {
    let writes = prop::collection::vec((key(), prop::option::weighted(0.7, value())), 0..5);
    (prop::collection::vec(check(), 0..2), writes, prop::collection::vec(value(), 0..3)).prop_map(|(checks, writes, chain)| Wish {
        checks,
        writes,
        chain,
    })
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![9 => prop::collection::vec(wish(), 1..12).prop_map(Step::Commits), 1 => Just(Step::Reopen)]
}

/// What must come out, by the plain rules.
fn apply(map: &mut Map, chain: &mut Vec<Vec<u8>>, wish: &Wish) -> Result<(), EngineError> {
    let failed = wish.checks.iter().position(|check| {
        let record = map.get(check.key());
        !match check {
            Check::Absent(_) => record.is_none(),
            Check::Present(_) => record.is_some(),
            Check::Equals(_, value) => record == Some(value),
            Check::Unchanged(key, print) => record.is_some_and(|value| fingerprint(key, value) == *print),
        }
    });
    if let Some(check) = failed {
        return Err(EngineError::Rejected { check });
    }
    for (key, value) in &wish.writes {
        match value {
            Some(value) => map.insert(key.clone(), value.clone()),
            None => map.remove(key),
        };
    }
    chain.extend(wish.chain.iter().cloned());
    Ok(())
}

fn batch(wish: &Wish) -> WriteBatch {
    let mut batch = WriteBatch::new();
    for check in &wish.checks {
        batch.check(check.clone());
    }
    for (key, value) in &wish.writes {
        match value {
            Some(value) => batch.put(key, value.clone()),
            None => batch.delete(key),
        };
    }
    for payload in &wish.chain {
        batch.chain(payload.clone());
    }
    batch
}

fn compare(engine: &Engine, map: &Map, chain: &[Vec<u8>]) {
    let without_chain = |mut records: Vec<(Vec<u8>, Vec<u8>)>| {
        records.retain(|(key, _)| key[0] != CHAIN_KIND);
        records
    };
    let expected: Vec<_> = map.clone().into_iter().collect();
    assert_eq!(without_chain(all(engine)), expected);
    let mut back: Vec<_> = engine.scan_back(b"", None, usize::MAX).unwrap().into_iter().map(|(key, value)| (key, value.to_vec())).collect();
    back.reverse();
    assert_eq!(without_chain(back), expected);
    for prefix in [&b"S"[..], b"S1", b"T", b"T\xff", b"\xff", b"\xff\xff", b"Z"] {
        let expected: Vec<_> = map.keys().filter(|key| key.starts_with(prefix)).cloned().collect();
        assert_eq!(engine.scan_keys(prefix, None, usize::MAX).unwrap(), expected);
        for from in [&b"S\0"[..], b"S1", b"T"] {
            let after: Vec<_> = expected.iter().filter(|key| key.as_slice() > from).take(2).cloned().collect();
            assert_eq!(engine.scan_keys(prefix, Some(from), 2).unwrap(), after);
            let before: Vec<_> = expected.iter().rev().filter(|key| key.as_slice() < from).take(2).cloned().collect();
            let found: Vec<_> = engine.scan_back(prefix, Some(from), 2).unwrap().into_iter().map(|(key, _)| key).collect();
            assert_eq!(found, before);
        }
    }
    for kind in [b'S', b'T', b'U', 1, 0xff] {
        assert_eq!(engine.count(kind).unwrap(), map.keys().filter(|key| key[0] == kind).count() as u64);
    }
    let payloads: Vec<_> = engine.chain(0, usize::MAX).unwrap().into_iter().map(|entry| entry.payload).collect();
    assert_eq!(payloads, chain);
    assert_eq!(engine.verify().unwrap(), DamageReport::default());
    assert!(matches!(engine.verify_chain().unwrap(), ChainState::Intact(head) if head.length == chain.len() as u64));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn commits_have_the_effect_of_running_one_by_one(steps in prop::collection::vec(step(), 1..12)) {
        let folder = tempfile::tempdir().unwrap();
        let engine = open(folder.path());
        let (mut map, mut chain, mut sequence) = (Map::new(), Vec::new(), 0);
        for step in steps {
            match step {
                Step::Commits(wishes) => {
                    let tickets: Vec<_> = wishes.iter().map(|wish| engine.commit(batch(wish))).collect();
                    for (wish, ticket) in wishes.iter().zip(tickets) {
                        let length = chain.len() as u64;
                        let expected = apply(&mut map, &mut chain, wish);
                        let changes = !wish.writes.is_empty() || !wish.chain.is_empty();
                        sequence += u64::from(expected.is_ok() && changes);
                        let first_chain_entry = (!wish.chain.is_empty()).then_some(length);
                        let expected = expected.map(|()| Committed { sequence, first_chain_entry });
                        prop_assert_eq!(ticket.wait(), expected);
                    }
                }
                Step::Reopen => engine.reopen().unwrap(),
            }
            compare(&engine, &map, &chain);
        }
    }
}
