//! Asks for updates (getUpdates), a batch at a time. The next question confirms the batch before it, so it is asked only
//! when that one is on disk.

use super::Receiver;
use super::lease::Lease;
use super::pause::{Pause, rest};
use crate::channel::telegram::api::{ApiError, result_of};
use crate::channel::telegram::update::ALLOWED;
use serde::Serialize;
use serde_json::value::RawValue;
use std::sync::Arc;
use std::time::Duration;
use tokio::time::Instant;
use tokio_util::sync::CancellationToken;

/// Updates in one answer (getUpdates, `limit`).
const LIMIT: u8 = 100;
/// Time that an answer may take beyond the wait that was asked for.
const SLACK: Duration = Duration::from_secs(15);

/// Why receiving is over although nobody stopped it. The rest of the counter goes on.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Ended {
    /// Telegram refuses the token.
    #[error("Telegram refuses the token: nothing is received. Set TELOXIDE_TOKEN to the token from @BotFather and start again")]
    Token,
    /// Another program asks for updates with this token.
    #[error("another program receives updates with this token: stop it and start this one again, or make a bot of its own for it")]
    Conflict,
    /// Another counter on the same store receives them.
    #[error("another counter on the same store receives updates already: this one leaves them to it")]
    Elsewhere,
    /// The store cannot be used.
    #[error("the store cannot be used: {0}")]
    Store(String),
}

#[derive(Serialize)]
struct GetUpdates {
    #[serde(skip_serializing_if = "Option::is_none")]
    offset: Option<i64>,
    limit: u8,
    timeout: u64,
    allowed_updates: [&'static str; 5],
}

/// What one question came to.
enum Asked {
    /// The answer as it came.
    Answer(Result<Vec<u8>, ApiError>),
    /// The counter stops.
    Stopped,
}

/// Asks until the token is cancelled.
pub(super) async fn poll(receiver: &Arc<Receiver>, stop: &CancellationToken) -> Result<(), Ended> {
    let mut pause = Pause::new(receiver.pace.first, receiver.pace.longest);
    let lease = loop {
        let taken = tokio::select! {
            biased;
            () = stop.cancelled() => return Ok(()),
            taken = Lease::take(Arc::clone(&receiver.office), &receiver.pace) => taken,
        };
        match taken {
            Ok(lease) => break lease,
            Err(Ended::Store(why)) => {
                tracing::error!("updates are not received yet, the store cannot be used: {why}");
                if !pause.wait(stop).await {
                    return Ok(());
                }
            }
            Err(other) => return Err(other),
        }
    };
    let ended = Loop { receiver, lease: &lease, stop, offset: None, conflicts: 0, ready: false, renew: Instant::now(), pause }.run().await;
    lease.release().await;
    ended
}

struct Loop<'a> {
    receiver: &'a Arc<Receiver>,
    lease: &'a Lease,
    stop: &'a CancellationToken,
    /// The first update that is not confirmed.
    offset: Option<i64>,
    /// Refusals in a row because of another program.
    conflicts: u32,
    /// No webhook stands in the way.
    ready: bool,
    /// When the lease is to be renewed.
    renew: Instant,
    pause: Pause,
}

impl Loop<'_> {
    async fn run(mut self) -> Result<(), Ended> {
        self.renew = Instant::now() + self.receiver.pace.renew;
        while !self.stop.is_cancelled() {
            if !self.ready {
                if let Err(error) = self.clear_webhook().await {
                    self.rest_after(error).await?;
                    continue;
                }
                self.ready = true;
            }
            let answer = match self.ask().await? {
                Asked::Answer(answer) => answer,
                Asked::Stopped => return Ok(()),
            };
            let handled = match answer {
                Ok(bytes) => self.handle(&bytes).await,
                Err(error) => Err(error),
            };
            if let Err(error) = handled {
                self.rest_after(error).await?;
            }
        }
        Ok(())
    }

    /// A webhook and questions exclude one another (getUpdates). Updates that wait are kept.
    async fn clear_webhook(&self) -> Result<(), ApiError> {
        let api = &self.receiver.api;
        let info = api.call("getWebhookInfo", &serde_json::json!({})).await?;
        if info["url"].as_str().is_some_and(|url| !url.is_empty()) {
            tracing::warn!("a webhook was set for this bot; it is removed, because telegram.mode is polling");
            api.call("deleteWebhook", &serde_json::json!({ "drop_pending_updates": false })).await?;
        }
        Ok(())
    }

    /// One question; the lease is renewed while the answer is awaited.
    async fn ask(&mut self) -> Result<Asked, Ended> {
        // The first question after a start or a failure does not wait, so that it is soon known that updates arrive.
        let longest = self.receiver.office.config.telegram.poll_seconds.max(1);
        let wait = if self.receiver.is_receiving() { longest } else { 0 };
        let body = GetUpdates { offset: self.offset, limit: LIMIT, timeout: wait, allowed_updates: ALLOWED };
        let receiver = self.receiver;
        let call = receiver.api.raw("getUpdates", &body, Duration::from_secs(wait) + SLACK);
        tokio::pin!(call);
        loop {
            tokio::select! {
                biased;
                () = self.stop.cancelled() => return Ok(Asked::Stopped),
                () = tokio::time::sleep_until(self.renew) => {
                    self.renew = Instant::now() + receiver.pace.renew;
                    match self.lease.renew().await {
                        // Without a store nothing is confirmed anyway.
                        Ok(()) | Err(Ended::Store(_)) => {}
                        Err(other) => return Err(other),
                    }
                }
                answer = &mut call => return Ok(Asked::Answer(answer)),
            }
        }
    }

    /// Handles a batch; the offset moves over what is on disk.
    async fn handle(&mut self, bytes: &[u8]) -> Result<(), ApiError> {
        let text = String::from_utf8_lossy(bytes);
        let result = result_of(text.as_bytes())?;
        let raws: Vec<&RawValue> = serde_json::from_str(result.get()).map_err(|_| ApiError::Lost)?;
        self.conflicts = 0;
        if raws.is_empty() {
            self.works();
            return Ok(());
        }
        let begun: Vec<_> = raws.iter().map(|raw| self.receiver.begin(raw.get())).collect();
        let numbers: Vec<Option<i64>> = begun.iter().map(|begun| begun.update.number).collect();
        let finish = async {
            let mut results = Vec::with_capacity(begun.len());
            for one in begun {
                results.push(self.receiver.finish(one).await);
            }
            results
        };
        let too_late = async {
            self.stop.cancelled().await;
            tokio::time::sleep(self.receiver.pace.finish).await;
        };
        let results = tokio::select! {
            results = finish => results,
            () = too_late => {
                tracing::warn!("the store did not finish in time; the updates come again at the next start");
                return Ok(());
            }
        };
        let trouble = results.iter().position(Result::is_err);
        // Up to the first one that is not on disk. Numbers may have begun anew below the last offset.
        let (done, again) = numbers.split_at(trouble.unwrap_or(numbers.len()));
        if let Some(last) = done.iter().flatten().max() {
            let next = last.saturating_add(1);
            self.offset = Some(again.iter().flatten().min().map_or(next, |again| next.min(*again)));
        }
        let Some(Err(trouble)) = trouble.and_then(|at| results.into_iter().nth(at)) else {
            if numbers.iter().all(Option::is_none) {
                return Err(ApiError::Other(200, "updates without numbers cannot be confirmed".to_owned()));
            }
            self.works();
            return Ok(());
        };
        tracing::error!("updates are not confirmed: {trouble}");
        self.receiver.receives(false);
        metrics::counter!("updates_refused_total").increment(1);
        // A store that works fails for some reason of this one update: the others need not wait for it longer each time.
        if self.receiver.office.store.trouble().is_none() {
            self.pause.reset();
        }
        self.pause.wait(self.stop).await;
        Ok(())
    }

    fn works(&mut self) {
        self.pause.reset();
        self.receiver.receives(true);
    }

    /// Waits as the error asks, or until the counter stops.
    ///
    /// # Errors
    /// Asking has no sense any more.
    async fn rest_after(&mut self, error: ApiError) -> Result<(), Ended> {
        metrics::counter!("telegram_poll_errors_total").increment(1);
        self.receiver.receives(false);
        match error {
            ApiError::Token => return Err(Ended::Token),
            ApiError::Conflict => {
                self.conflicts += 1;
                self.ready = false;
                if self.conflicts >= self.receiver.pace.conflicts {
                    return Err(Ended::Conflict);
                }
                tracing::warn!("another program asks for updates with this token; trying again");
                rest(self.receiver.pace.conflict, self.stop).await;
            }
            ApiError::Wait(time) => {
                rest(time, self.stop).await;
            }
            error => {
                tracing::warn!("updates could not be asked for: {error}");
                self.pause.wait(self.stop).await;
            }
        }
        Ok(())
    }
}
