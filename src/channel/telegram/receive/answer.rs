//! Answers to presses, so that the little clock on the button goes away. Best effort: they are not kept, and at most so
//! many wait.

use super::Toast;
use crate::channel::telegram::api::{Api, ApiError};
use serde::Serialize;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::Semaphore;
use tokio_util::task::TaskTracker;

/// Answers that are on their way at the same time.
const AT_ONCE: usize = 64;
/// Answers that wait; more are dropped, and Telegram takes the clock away by itself after a while.
const WAITING: usize = 2_000;
/// Longest text (answerCallbackQuery, `text`).
const LONGEST: usize = 200;
/// Longest wait that Telegram may ask for before an answer is dropped.
const PATIENCE: Duration = Duration::from_secs(5);

pub(super) struct Answers {
    api: Api,
    tasks: TaskTracker,
    waiting: Arc<Semaphore>,
    slots: Arc<Semaphore>,
}

#[derive(Serialize)]
struct AnswerCallbackQuery {
    callback_query_id: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<String>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    show_alert: bool,
}

impl Answers {
    pub fn new(api: Api, tasks: TaskTracker) -> Self {
        Self { api, tasks, waiting: Arc::new(Semaphore::new(WAITING)), slots: Arc::new(Semaphore::new(AT_ONCE)) }
    }

    /// Answers a press, soon.
    pub fn give(&self, handle: String, toast: Toast) {
        let Ok(place) = Arc::clone(&self.waiting).try_acquire_owned() else {
            metrics::counter!("press_answers_dropped_total").increment(1);
            return;
        };
        let (api, slots) = (self.api.clone(), Arc::clone(&self.slots));
        let body = AnswerCallbackQuery { callback_query_id: handle, text: toast.text.map(cut), show_alert: toast.alert };
        self.tasks.spawn(async move {
            let _place = place;
            let Ok(_slot) = slots.acquire().await else { return };
            let mut answered = api.call("answerCallbackQuery", &body).await;
            if let Err(ApiError::Wait(time)) = answered
                && time <= PATIENCE
            {
                tokio::time::sleep(time).await;
                answered = api.call("answerCallbackQuery", &body).await;
            }
            match answered {
                // A press is often too old after an outage; what it did is shown in the message.
                Ok(_) | Err(ApiError::OldPress) => {}
                Err(error) => tracing::debug!("a press was not answered: {error}"),
            }
        });
    }
}

/// At most so many UTF-16 units.
fn cut(text: String) -> String {
    let mut left = LONGEST;
    let fits = |sign: &char| {
        let fits = sign.len_utf16() <= left;
        left = left.saturating_sub(sign.len_utf16());
        fits
    };
    if text.encode_utf16().count() <= LONGEST { text } else { text.chars().take_while(fits).collect() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_toast_is_cut_where_telegram_cuts() {
        assert_eq!(cut("短".repeat(200)).chars().count(), 200);
        assert_eq!(cut("短".repeat(201)).chars().count(), 200);
        assert_eq!(cut("😀".repeat(101)).chars().count(), 100);
    }
}
