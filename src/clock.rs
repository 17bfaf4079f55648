//! Time and chance, given from outside: whoever decides gets `now` and random numbers as arguments, so that every
//! conversation can be played again.

use chrono::{DateTime, FixedOffset, NaiveDate, Utc};

/// A moment. Stored and compared in UTC.
pub type Moment = DateTime<Utc>;

/// Where time comes from: the system outside of tests, a hand-set clock inside.
pub trait Clock: Send + Sync {
    /// The present moment.
    fn now(&self) -> Moment;
}

/// The system's clock.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> Moment {
        Utc::now()
    }
}

/// A clock that stands still until it is moved.
#[derive(Debug)]
pub struct HandClock(std::sync::Mutex<Moment>);

impl HandClock {
    /// A clock standing at `start`.
    pub fn at(start: Moment) -> Self {
        Self(std::sync::Mutex::new(start))
    }

    /// Moves the clock by `by`, which may be negative.
    pub fn pass(&self, by: chrono::Duration) {
        let mut now = self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        *now += by;
    }
}

impl Clock for HandClock {
    fn now(&self) -> Moment {
        *self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }
}

/// The office's day of a moment: Asia/Shanghai, UTC+8 without summer time.
pub fn office_day(at: Moment) -> NaiveDate {
    office_time(at).date_naive()
}

/// The moment of the office's wall clock.
pub fn office_moment(at: chrono::NaiveDateTime) -> Moment {
    (at - chrono::Duration::hours(8)).and_utc()
}

/// The office's wall clock of a moment.
pub fn office_time(at: Moment) -> DateTime<FixedOffset> {
    at.with_timezone(&FixedOffset::east_opt(8 * 3600).expect("eight hours is a valid offset"))
}

/// Where chance comes from: codes, receipts, keys.
pub trait Chance: Send + Sync {
    /// Fills the buffer with random bytes.
    fn fill(&self, buffer: &mut [u8]);
}

/// The thread's cryptographic generator.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemChance;

impl Chance for SystemChance {
    fn fill(&self, buffer: &mut [u8]) {
        use rand::Rng;
        rand::rng().fill_bytes(buffer);
    }
}

/// Counts instead of throwing dice, so that transcripts come out the same each time.
#[derive(Debug, Default)]
pub struct CountingChance(std::sync::atomic::AtomicU64);

impl Chance for CountingChance {
    fn fill(&self, buffer: &mut [u8]) {
        for byte in buffer {
            let n = self.0.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
            // A multiplier without a short cycle keeps neighbouring ids apart.
            *byte = (n.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 56) as u8;
        }
    }
}
