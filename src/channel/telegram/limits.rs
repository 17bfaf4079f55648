//! How fast the bot may write (Bot API FAQ: one message a second to a person with short bursts, twenty a minute to a group,
//! thirty a second in all). Whoever wants to send waits here for their turn; turns are given in the order asked for.

use crate::config::TelegramConfig;
use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;
use tokio::time::Instant;

/// Receivers remembered before those that rest are forgotten.
const REMEMBERED: usize = 20_000;

/// Limits of a bot.
pub struct Limits {
    overall: Option<Pace>,
    person: Option<Pace>,
    group: Option<Pace>,
    next: Mutex<Next>,
}

#[derive(Default)]
struct Next {
    overall: Option<Instant>,
    chats: HashMap<i64, Instant>,
}

/// One turn every so often, and so many at once before that counts.
#[derive(Clone, Copy)]
struct Pace {
    every: Duration,
    burst: Duration,
}

impl Pace {
    fn new(turns: u32, within: Duration, burst: u32) -> Option<Self> {
        let every = within.checked_div(turns)?;
        Some(Self { every, burst: every * burst.saturating_sub(1) })
    }

    /// When the turn is, given the time up to which turns were given; and the new such time.
    fn turn(self, given: Option<Instant>, now: Instant) -> (Instant, Instant) {
        let at = given.map_or(now, |given| given.checked_sub(self.burst).unwrap_or(now).max(now));
        (at, given.unwrap_or(now).max(now) + self.every)
    }
}

impl Limits {
    /// Limits from the settings; zero switches one off.
    pub fn new(config: &TelegramConfig) -> Self {
        Self {
            overall: Pace::new(config.per_second, Duration::from_secs(1), config.per_second.min(5)),
            person: Pace::new(config.person_per_second, Duration::from_secs(1), config.person_burst.max(1)),
            group: Pace::new(config.group_per_minute, Duration::from_secs(60), config.group_per_minute.min(5)),
            next: Mutex::default(),
        }
    }

    /// Waits for a turn to write to a chat; groups have negative ids.
    pub async fn turn(&self, chat: i64) {
        if self.overall.is_none() && self.person.is_none() && self.group.is_none() {
            return;
        }
        let now = Instant::now();
        let at = {
            let mut next = self.next.lock().unwrap_or_else(PoisonError::into_inner);
            let mut at = now;
            if let Some(pace) = if chat < 0 { self.group } else { self.person } {
                if next.chats.len() > REMEMBERED {
                    next.chats.retain(|_, given| *given > now);
                }
                let (turn, given) = pace.turn(next.chats.get(&chat).copied(), now);
                next.chats.insert(chat, given);
                at = turn;
            }
            if let Some(pace) = self.overall {
                // A turn of the whole bot is taken when this receiver's turn has come, not before.
                let (turn, given) = pace.turn(next.overall, at.max(now));
                if at <= now {
                    next.overall = Some(given);
                }
                at = turn;
            }
            at
        };
        if at > now {
            tokio::time::sleep_until(at).await;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn limits(per_second: u32, person: u32, group: u32) -> Limits {
        Limits::new(&TelegramConfig {
            per_second,
            person_per_second: person,
            person_burst: 3,
            group_per_minute: group,
            ..TelegramConfig::default()
        })
    }

    #[tokio::test(start_paused = true)]
    async fn a_person_gets_a_short_burst_and_then_one_a_second() {
        let limits = limits(0, 1, 0);
        let start = Instant::now();
        for _ in 0..3 {
            limits.turn(1).await;
        }
        assert_eq!(start.elapsed().as_secs(), 0);
        for _ in 0..5 {
            limits.turn(1).await;
        }
        assert!((4..=5).contains(&start.elapsed().as_secs()), "{:?}", start.elapsed());
        let other = Instant::now();
        limits.turn(2).await;
        assert_eq!(other.elapsed().as_secs(), 0);
    }

    #[tokio::test(start_paused = true)]
    async fn a_group_never_gets_more_than_its_number_a_minute() {
        let limits = limits(0, 0, 20);
        let start = Instant::now();
        let mut sent = Vec::new();
        for _ in 0..80 {
            limits.turn(-1).await;
            sent.push(start.elapsed());
        }
        for window in sent.windows(26) {
            assert!(window[25] - window[0] >= Duration::from_secs(60), "{window:?}");
        }
    }

    #[tokio::test(start_paused = true)]
    async fn all_together_stay_under_the_limit_of_the_bot() {
        let limits = std::sync::Arc::new(limits(30, 1, 20));
        let start = Instant::now();
        for chat in 0..300 {
            limits.turn(chat).await;
        }
        assert!(start.elapsed() >= Duration::from_secs(9), "{:?}", start.elapsed());
        assert!(start.elapsed() <= Duration::from_secs(11), "{:?}", start.elapsed());
    }
}
