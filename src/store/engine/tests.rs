//! The engine as its callers see it.

use super::*;

fn open(folder: &Path) -> Engine {
    Engine::open(folder, EngineOptions::default()).unwrap()
}

fn put(key: &[u8], value: &[u8]) -> WriteBatch {
    let mut batch = WriteBatch::new();
    batch.put(key, value);
    batch
}

#[test]
fn what_was_committed_is_there_after_reopening() {
    let folder = tempfile::tempdir().unwrap();
    let engine = open(folder.path());
    let mut batch = put(b"T1", b"first");
    batch.put(b"T2", b"second").chain(b"opened T1").chain(b"opened T2");
    let done = engine.commit_blocking(batch).unwrap();
    assert_eq!(done, Committed { sequence: 1, first_chain_entry: Some(0) });
    let mut batch = WriteBatch::new();
    batch.check(Check::Present(b"T1".to_vec())).delete(b"T1").chain(b"closed T1");
    assert_eq!(engine.commit(batch).wait().unwrap(), Committed { sequence: 2, first_chain_entry: Some(2) });
    for round in 0..3 {
        assert_eq!(engine.get(b"T1").unwrap(), None);
        assert_eq!(&*engine.get(b"T2").unwrap().unwrap(), b"second");
        assert_eq!((engine.count(b'T').unwrap(), engine.sequence().unwrap()), (1, 2));
        assert_eq!(engine.verify().unwrap(), DamageReport::default());
        let ChainState::Intact(head) = engine.verify_chain().unwrap() else { panic!("round {round}") };
        assert_eq!(head.length, 3);
        engine.reopen().unwrap();
    }
}
