//! Wakes a committer that sled forgot.
//!
//! ## Why
//! When a write of the log fails, one of sled's two paths stores the error without waking the thread that waits in
//! `flush` (`Log::exit_reservation` in 0.34.7), and that path is taken once in every batch. On a full disk the committer
//! could so wait for ever. A second `flush` from another thread sees the stored error and wakes all. It must come from a
//! fresh thread each time: one that came before the error waits along.

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use super::committer::Shared;
use super::view::guarded;

const LOOK_EVERY: Duration = Duration::from_millis(500);
const FIRST_POKE: Duration = Duration::from_secs(1);
/// Pokes wait as long as the disk hangs, so they come ever more rarely.
const RAREST_POKE: Duration = Duration::from_secs(30);

pub(super) struct Watch {
    thread: JoinHandle<()>,
    ended: Arc<AtomicBool>,
}

impl Watch {
    pub(super) fn start(shared: Arc<Shared>) -> io::Result<Self> {
        let ended = Arc::new(AtomicBool::new(false));
        let end = Arc::clone(&ended);
        let thread = thread::Builder::new().name("store-watch".to_owned()).spawn(move || watch(&shared, &end))?;
        Ok(Self { thread, ended })
    }

    pub(super) fn stop(self) {
        self.ended.store(true, Ordering::Release);
        self.thread.thread().unpark();
        let _ = self.thread.join();
    }
}

fn watch(shared: &Shared, ended: &AtomicBool) {
    let mut patience = FIRST_POKE;
    while !ended.load(Ordering::Acquire) {
        match shared.busy_for() {
            None => patience = FIRST_POKE,
            Some(busy) if busy >= patience => {
                let db = shared.view.db().clone();
                let poke = move || drop(guarded(|| db.flush()));
                let _ = thread::Builder::new().name("store-poke".to_owned()).spawn(poke);
                patience = busy + busy.min(RAREST_POKE);
            }
            Some(_) => {}
        }
        thread::park_timeout(LOOK_EVERY);
    }
}
