//! Who of the staff has a ticket open, and who is typing a reply to it. In memory only, forgotten after [`AWAY`]: it helps two
//! clerks not to begin the same reply, and decides nothing.

use crate::id::{ClerkId, Receipt};
use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};
use tokio::sync::watch;

/// How long somebody counts as here after their page last said so; pages say so every ten seconds.
pub const AWAY: Duration = Duration::from_secs(30);
/// Tickets remembered before those that nobody looks at any more are looked for.
const SWEEP: usize = 500;

/// Somebody who has a ticket open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Here {
    /// Who.
    pub clerk: ClerkId,
    /// Whether they are typing a reply.
    pub typing: bool,
}

/// Who has which ticket open.
#[derive(Debug, Default)]
pub struct Presence {
    open: Mutex<HashMap<Receipt, Vec<(Here, Instant)>>>,
    changes: watch::Sender<u64>,
}

impl Presence {
    /// Somebody has a ticket open.
    pub fn say(&self, receipt: &Receipt, here: Here, now: Instant) {
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        if open.len() > SWEEP {
            open.retain(|_, there| there.iter().any(|(_, at)| is_here(*at, now)));
        }
        let there = open.entry(receipt.clone()).or_default();
        let before = there.len();
        there.retain(|(_, at)| is_here(*at, now));
        let mut is_news = there.len() != before;
        match there.iter_mut().find(|(known, _)| known.clerk == here.clerk) {
            Some((known, at)) => {
                is_news |= known.typing != here.typing;
                *known = here;
                *at = now;
            }
            None => {
                there.push((here, now));
                is_news = true;
            }
        }
        drop(open);
        if is_news {
            self.changes.send_modify(|changes| *changes += 1);
        }
    }

    /// Who else has a ticket open, in the order in which they came.
    pub fn others(&self, receipt: &Receipt, me: &ClerkId, now: Instant) -> Vec<Here> {
        let open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        let there = open.get(receipt).into_iter().flatten();
        there.filter(|(here, at)| is_here(*at, now) && here.clerk != *me).map(|(here, _)| here.clone()).collect()
    }

    /// Learns when somebody comes or begins to type. That somebody has gone is seen by looking again.
    pub fn listen(&self) -> watch::Receiver<u64> {
        self.changes.subscribe()
    }
}

fn is_here(at: Instant, now: Instant) -> bool {
    now.saturating_duration_since(at) < AWAY
}

#[cfg(test)]
mod tests {
    use super::*;

    fn receipt(n: u8) -> Receipt {
        Receipt::new("WH", chrono::NaiveDate::from_ymd_opt(2026, 11, 23).expect("a day"), [n, 2, 3, 4, 5])
    }

    fn here(clerk: &str, typing: bool) -> Here {
        Here { clerk: ClerkId(clerk.to_owned()), typing }
    }

    #[test]
    fn one_sees_the_others_on_the_same_ticket_until_they_are_silent_for_half_a_minute() {
        let presence = Presence::default();
        let start = Instant::now();
        let at = |seconds| start + Duration::from_secs(seconds);
        let li = ClerkId("li".to_owned());
        presence.say(&receipt(1), here("li", false), at(0));
        presence.say(&receipt(1), here("ann", false), at(1));
        presence.say(&receipt(2), here("wang", false), at(1));
        assert_eq!(presence.others(&receipt(1), &li, at(2)), [here("ann", false)]);
        presence.say(&receipt(1), here("ann", true), at(11));
        assert_eq!(presence.others(&receipt(1), &li, at(40)), [here("ann", true)]);
        assert_eq!(presence.others(&receipt(1), &li, at(41)), []);
        assert_eq!(presence.others(&receipt(3), &li, at(2)), []);
    }

    #[test]
    fn only_what_others_would_see_is_told() {
        let presence = Presence::default();
        let mut changes = presence.listen();
        let mut told = || {
            let told = changes.has_changed().expect("it is there");
            changes.mark_unchanged();
            told
        };
        let now = Instant::now();
        presence.say(&receipt(1), here("li", false), now);
        assert!(told());
        presence.say(&receipt(1), here("li", false), now + Duration::from_secs(10));
        assert!(!told());
        presence.say(&receipt(1), here("li", true), now + Duration::from_secs(20));
        assert!(told());
    }

    #[test]
    fn tickets_that_nobody_looks_at_are_forgotten() {
        let presence = Presence::default();
        let now = Instant::now();
        for n in 0..=SWEEP {
            presence.say(&Receipt::from_record(format!("T{n}")), here("li", false), now);
        }
        presence.say(&receipt(1), here("li", false), now + AWAY);
        assert_eq!(presence.open.lock().expect("no panic").len(), 1);
    }
}
