//! What happens in one staff group is handled in order; different groups, and persons, side by side.

use super::{StaffDesk, Toast};
use crate::intake::Trouble;
use crate::message::StaffInbound;
use futures_util::FutureExt;
use std::collections::{HashMap, VecDeque};
use std::panic::AssertUnwindSafe;
use std::sync::{Arc, Mutex, PoisonError};
use tokio::sync::oneshot;

/// Why an event of a group is not handled.
pub(super) enum Unhandled {
    /// It must come again.
    Trouble(Trouble),
    /// Its handling broke; it would break again.
    Broke,
}

type Waiting = (StaffInbound, oneshot::Sender<Result<Toast, Unhandled>>);

/// Events of staff groups that wait, by group. A group that stands here has a task that works on it.
pub(super) struct Lanes {
    desk: Arc<dyn StaffDesk>,
    waiting: Mutex<HashMap<i64, VecDeque<Waiting>>>,
}

impl Lanes {
    pub fn new(desk: Arc<dyn StaffDesk>) -> Arc<Self> {
        Arc::new(Self { desk, waiting: Mutex::default() })
    }

    /// Queues an event behind the earlier ones of its group.
    pub fn submit(self: &Arc<Self>, inbound: StaffInbound) -> oneshot::Receiver<Result<Toast, Unhandled>> {
        let (answer, handled) = oneshot::channel();
        let chat = inbound.chat;
        let mut waiting = self.waiting.lock().unwrap_or_else(PoisonError::into_inner);
        match waiting.get_mut(&chat) {
            Some(lane) => lane.push_back((inbound, answer)),
            None => {
                waiting.insert(chat, VecDeque::from([(inbound, answer)]));
                let lanes = Arc::clone(self);
                tokio::spawn(async move { lanes.work(chat).await });
            }
        }
        handled
    }

    async fn work(self: Arc<Self>, chat: i64) {
        loop {
            let next = {
                let mut waiting = self.waiting.lock().unwrap_or_else(PoisonError::into_inner);
                let next = waiting.get_mut(&chat).and_then(VecDeque::pop_front);
                if next.is_none() {
                    waiting.remove(&chat);
                }
                next
            };
            let Some((inbound, answer)) = next else { return };
            let handled = AssertUnwindSafe(self.desk.handle(inbound)).catch_unwind().await;
            let handled = match handled {
                Ok(handled) => handled.map_err(Unhandled::Trouble),
                Err(_) => Err(Unhandled::Broke),
            };
            // Nobody listens any more at a stop; the event is on disk or will come again.
            let _ = answer.send(handled);
        }
    }
}
