//! Work that is shared out to all processors.

use std::num::NonZero;
use std::thread;

/// Does the work on all processors at once, each telling how many there are, and gives what each has done. It shares itself
/// out: each worker takes the next piece that none has taken.
pub(super) fn on_all_processors<T: Send>(work: impl Fn(usize) -> T + Sync) -> Vec<T> {
    let processors = thread::available_parallelism().map_or(1, NonZero::get);
    thread::scope(|scope| {
        let others: Vec<_> = (1..processors).map(|_| scope.spawn(|| work(processors))).collect();
        let own = work(processors);
        let others = others.into_iter().map(|other| other.join().expect("no text of a register makes it panic"));
        [own].into_iter().chain(others).collect()
    })
}
