//! How fast the bot may write (Bot API FAQ, "My bot is hitting limits"): one message a second to a chat with short bursts,
//! twenty a minute to a group, thirty a second in all. Whoever wants to send waits here for their turn.
//!
//! ## Why
//! A group waits for its own turn before it stands in line for one of the whole bot, and all groups together take at most half
//! of those, so that busy groups never delay persons. A turn counts from the answer on, since nobody knows how long a message
//! was on its way. Changes and pins of messages count like messages: Telegram does not say that they do not.

use crate::config::TelegramConfig;
use std::collections::{HashMap, VecDeque};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;
use tokio::time::Instant;

/// Receivers remembered before those that rest are forgotten.
const REMEMBERED: usize = 20_000;
/// Window of a group's limit.
const MINUTE: Duration = Duration::from_secs(60);

/// Limits of a bot.
pub struct Limits {
    overall: Option<Pace>,
    /// Share of all groups.
    groups: Option<Pace>,
    chat: Option<Pace>,
    group: Option<usize>,
    turns: Mutex<Turns>,
}

#[derive(Default)]
struct Turns {
    /// Up to when turns of the whole bot were given.
    overall: Option<Instant>,
    /// The same for those of groups.
    groups: Option<Instant>,
    chats: HashMap<i64, Chat>,
}

/// The turns of one chat.
#[derive(Default)]
struct Chat {
    /// Up to when turns were given.
    given: Option<Instant>,
    /// The last turns of a group, oldest first.
    minute: VecDeque<Instant>,
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

    /// When the next turn is, given the time up to which turns were given.
    fn next(self, given: Option<Instant>, now: Instant) -> Instant {
        given.and_then(|given| given.checked_sub(self.burst)).map_or(now, |turn| turn.max(now))
    }

    /// The time up to which turns are given when one is taken at `at`.
    fn taken(self, given: Option<Instant>, at: Instant) -> Instant {
        given.map_or(at, |given| given.max(at)) + self.every
    }
}

impl Limits {
    /// Limits from the settings; zero switches one off.
    pub fn new(config: &TelegramConfig) -> Self {
        Self {
            overall: Pace::new(config.per_second, Duration::from_secs(1), config.per_second.min(5)),
            groups: Pace::new(config.per_second.div_ceil(2), Duration::from_secs(1), config.per_second.min(3)),
            chat: Pace::new(config.person_per_second, Duration::from_secs(1), config.person_burst.max(1)),
            group: usize::try_from(config.group_per_minute).ok().filter(|turns| *turns > 0),
            turns: Mutex::default(),
        }
    }

    /// Waits for a turn to write to a chat; groups have negative ids. The turn is kept until the answer is here.
    pub async fn turn(&self, chat: i64) -> Turn<'_> {
        let turn = Turn { limits: self, chat };
        if self.overall.is_none() && self.chat.is_none() && self.group.is_none() {
            return turn;
        }
        loop {
            match self.take(chat, Instant::now()) {
                Taken::At(at) => {
                    tokio::time::sleep_until(at).await;
                    return turn;
                }
                Taken::NotBefore(at) => tokio::time::sleep_until(at).await,
            }
        }
    }

    /// The answer is here: what counts begins at the latest now.
    fn answered(&self, chat: i64, now: Instant) {
        let mut turns = self.turns.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(own) = turns.chats.get_mut(&chat) else { return };
        if let Some(pace) = self.chat {
            own.given = own.given.max(Some(now + pace.every));
        }
        if let Some(last) = own.minute.back_mut() {
            *last = now.max(*last);
        }
    }

    /// Takes the next turn of the whole bot when it is the chat's own turn.
    fn take(&self, chat: i64, now: Instant) -> Taken {
        let group = self.group.filter(|_| chat < 0);
        let groups = self.groups.filter(|_| chat < 0);
        let mut turns = self.turns.lock().unwrap_or_else(PoisonError::into_inner);
        if turns.chats.len() > REMEMBERED {
            turns.chats.retain(|_, chat| chat.is_busy(now));
        }
        let share = groups.map_or(now, |pace| pace.next(turns.groups, now));
        let own = turns.chats.entry(chat).or_default();
        let mut at = self.chat.map_or(now, |pace| pace.next(own.given, now)).max(share);
        if let Some(most) = group
            && let Some(oldest) = own.minute.len().checked_sub(most).and_then(|n| own.minute.get(n))
        {
            at = at.max(*oldest + MINUTE);
        }
        if at > now {
            return Taken::NotBefore(at);
        }
        let turn = match self.overall {
            Some(pace) => {
                let turn = pace.next(turns.overall, now);
                turns.overall = Some(pace.taken(turns.overall, now));
                turn
            }
            None => now,
        };
        if let Some(pace) = groups {
            turns.groups = Some(pace.taken(turns.groups, turn));
        }
        let own = turns.chats.entry(chat).or_default();
        own.given = self.chat.map(|pace| pace.taken(own.given, turn));
        if let Some(most) = group {
            own.minute.push_back(turn);
            while own.minute.len() > most {
                own.minute.pop_front();
            }
        }
        Taken::At(turn)
    }
}

/// A turn to write to a chat.
#[must_use = "the turn is over when it is dropped"]
pub struct Turn<'a> {
    limits: &'a Limits,
    chat: i64,
}

impl Drop for Turn<'_> {
    fn drop(&mut self) {
        self.limits.answered(self.chat, Instant::now());
    }
}

/// What came of asking for a turn.
enum Taken {
    /// It is then.
    At(Instant),
    /// Not yet the chat's own turn; ask again then.
    NotBefore(Instant),
}

impl Chat {
    /// Whether its limits could still bite.
    fn is_busy(&self, now: Instant) -> bool {
        self.given.is_some_and(|given| given > now) || self.minute.back().is_some_and(|last| *last + MINUTE > now)
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
            drop(limits.turn(1).await);
        }
        assert_eq!(start.elapsed().as_secs(), 0);
        for _ in 0..5 {
            drop(limits.turn(1).await);
        }
        assert!((4..=5).contains(&start.elapsed().as_secs()), "{:?}", start.elapsed());
        let other = Instant::now();
        drop(limits.turn(2).await);
        assert_eq!(other.elapsed().as_secs(), 0);
    }

    #[tokio::test(start_paused = true)]
    async fn a_group_never_gets_more_than_its_number_a_minute() {
        let limits = limits(0, 0, 20);
        let start = Instant::now();
        let mut sent = Vec::new();
        for _ in 0..80 {
            drop(limits.turn(-1).await);
            sent.push(start.elapsed());
        }
        for window in sent.windows(21) {
            assert!(window[20] - window[0] >= Duration::from_secs(60), "{window:?}");
        }
    }

    #[tokio::test(start_paused = true)]
    async fn a_slow_first_message_does_not_make_the_next_ones_early() {
        let limits = limits(0, 1, 0);
        let turn = limits.turn(1).await;
        tokio::time::sleep(Duration::from_millis(300)).await;
        let answered = Instant::now();
        drop(turn);
        for _ in 0..3 {
            drop(limits.turn(1).await);
        }
        assert!(answered.elapsed() >= Duration::from_secs(1), "{:?}", answered.elapsed());
    }

    /// All turns of many chats, in order of time.
    async fn turns_of(limits: Limits, chats: std::ops::Range<i64>, each: usize) -> Vec<(i64, Duration)> {
        let (limits, start) = (std::sync::Arc::new(limits), Instant::now());
        let mut tasks = tokio::task::JoinSet::new();
        for chat in chats {
            let limits = std::sync::Arc::clone(&limits);
            tasks.spawn(async move {
                let mut turns = Vec::new();
                for _ in 0..each {
                    drop(limits.turn(chat).await);
                    turns.push((chat, start.elapsed()));
                }
                turns
            });
        }
        let mut turns: Vec<_> = tasks.join_all().await.into_iter().flatten().collect();
        turns.sort_by_key(|(_, at)| *at);
        turns
    }

    #[tokio::test(start_paused = true)]
    async fn all_together_stay_under_the_limit_of_the_bot() {
        let turns = turns_of(limits(30, 1, 20), 1..301, 4).await;
        assert_eq!(turns.len(), 1200);
        for window in turns.windows(36) {
            assert!(window[35].1 - window[0].1 >= Duration::from_secs(1), "{window:?}");
        }
        assert!(turns[1199].1 <= Duration::from_secs(41), "{:?}", turns[1199]);
    }

    #[tokio::test(start_paused = true)]
    async fn a_turn_that_waited_for_the_bot_counts_when_it_is_taken() {
        let turns = turns_of(limits(30, 1, 20), 1..301, 5).await;
        for chat in 1..301 {
            let own: Vec<Duration> = turns.iter().filter(|(other, _)| *other == chat).map(|(_, at)| *at).collect();
            assert!(own[3] - own[0] >= Duration::from_secs(1), "{own:?}");
            assert!(own[4] - own[0] >= Duration::from_secs(2), "{own:?}");
        }
    }

    #[tokio::test(start_paused = true)]
    async fn busy_groups_take_no_turns_from_persons() {
        let limits = std::sync::Arc::new(limits(30, 1, 20));
        for group in 1..=200 {
            let limits = std::sync::Arc::clone(&limits);
            tokio::spawn(async move {
                loop {
                    drop(limits.turn(-group).await);
                }
            });
        }
        for person in 1..60 {
            let start = Instant::now();
            drop(limits.turn(person).await);
            assert!(start.elapsed() <= Duration::from_millis(500), "{:?}", start.elapsed());
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
    }
}
