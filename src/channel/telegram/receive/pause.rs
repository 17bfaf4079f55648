//! How long to wait after something went wrong.

use std::time::Duration;
use tokio_util::sync::CancellationToken;

/// Waits longer each time, never exactly as long as others do.
pub(in crate::channel::telegram) struct Pause {
    first: Duration,
    longest: Duration,
    next: Duration,
}

impl Pause {
    pub fn new(first: Duration, longest: Duration) -> Self {
        Self { first, longest, next: first }
    }

    /// Something worked.
    pub fn reset(&mut self) {
        self.next = self.first;
    }

    /// Waits; `false` when the counter stops meanwhile.
    pub async fn wait(&mut self, stop: &CancellationToken) -> bool {
        let pause = self.next.mul_f64(rand::random_range(0.7..1.3));
        self.next = (self.next * 2).min(self.longest);
        rest(pause, stop).await
    }
}

/// Waits so long; `false` when the counter stops meanwhile.
pub(in crate::channel::telegram) async fn rest(time: Duration, stop: &CancellationToken) -> bool {
    tokio::select! {
        biased;
        () = stop.cancelled() => false,
        () = tokio::time::sleep(time) => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test(start_paused = true)]
    async fn pauses_grow_up_to_a_limit_and_end_at_a_stop() {
        let stop = CancellationToken::new();
        let mut pause = Pause::new(Duration::from_secs(1), Duration::from_secs(4));
        for most in [1.3, 2.6, 5.2, 5.2] {
            let begin = tokio::time::Instant::now();
            assert!(pause.wait(&stop).await);
            let waited = begin.elapsed().as_secs_f64();
            assert!((most / 1.3 * 0.7 - 0.01..=most + 0.01).contains(&waited), "{waited}");
        }
        pause.reset();
        stop.cancel();
        assert!(!pause.wait(&stop).await);
    }
}
