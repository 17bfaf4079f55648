//! The promise a caller holds while its commit is under way.

use std::future::Future;
use std::pin::{Pin, pin};
use std::sync::Arc;
use std::task::{Context, Poll, Wake, Waker};
use std::thread::{self, Thread};

use tokio::sync::oneshot;

use super::error::EngineError;

/// A commit that is on disk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Committed {
    /// Number of this commit, counting up by one over the life of the store.
    pub sequence: u64,
    /// Sequence number of the first audit entry of this batch, if it had any; the others follow without a gap.
    pub first_chain_entry: Option<u64>,
}

/// How a commit ends.
pub type CommitResult = Result<Committed, EngineError>;

/// Waits for one commit: `.await` it, or [`wait`](Self::wait) on a thread. Dropping it does not undo the commit.
#[must_use = "a commit is only a fact once its ticket says so"]
#[derive(Debug)]
pub struct CommitTicket(State);

#[derive(Debug)]
enum State {
    Waiting(oneshot::Receiver<CommitResult>),
    Known(Option<EngineError>),
}

impl CommitTicket {
    pub(super) fn waiting(answer: oneshot::Receiver<CommitResult>) -> Self {
        Self(State::Waiting(answer))
    }

    pub(super) fn refused(error: EngineError) -> Self {
        Self(State::Known(Some(error)))
    }

    /// Blocks this thread until the commit is durable or has failed.
    pub fn wait(self) -> CommitResult {
        block_on(self)
    }
}

impl Future for CommitTicket {
    type Output = CommitResult;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<CommitResult> {
        match &mut self.0 {
            // The committer drops an answer only when it stops.
            State::Waiting(answer) => Pin::new(answer).poll(context).map(|answer| answer.unwrap_or(Err(EngineError::Stopped))),
            State::Known(error) => Poll::Ready(Err(error.take().unwrap_or(EngineError::Stopped))),
        }
    }
}

/// Runs a future on this thread. Works inside and outside of a runtime.
pub(super) fn block_on<T>(future: impl Future<Output = T>) -> T {
    let waker = Waker::from(Arc::new(Unpark(thread::current())));
    let mut context = Context::from_waker(&waker);
    let mut future = pin!(future);
    loop {
        match future.as_mut().poll(&mut context) {
            Poll::Ready(output) => return output,
            Poll::Pending => thread::park(),
        }
    }
}

struct Unpark(Thread);

impl Wake for Unpark {
    fn wake(self: Arc<Self>) {
        self.0.unpark();
    }
}
