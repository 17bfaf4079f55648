//! What goes wrong on purpose: scripted faults, seeded rates, and Telegram's flood limits.

use std::collections::HashMap;

/// One thing that goes wrong with one call.
#[derive(Debug, Clone, PartialEq)]
pub enum Fault {
    /// Answered with this code and description; not applied.
    Status(u16, String),
    /// 502 with an HTML page, as a proxy in front of the API sends it; not applied.
    HtmlBadGateway,
    /// 429 with `retry_after` in seconds; not applied. Sending to the same chat before is an early send.
    RetryAfter(u64),
    /// Applied, then the socket is closed without an answer.
    LoseResponse,
    /// The socket is closed and nothing happens.
    DropBeforeApply,
    /// Applied at once, answered after so many milliseconds.
    Delay(u64),
    /// Applied at once, never answered.
    Hang,
}

/// Shares (0 to 1) of calls that go wrong, drawn from a seed.
#[derive(Debug, Clone, Default)]
pub struct Rates {
    pub seed: u64,
    /// Applied, answer lost.
    pub lost: f64,
    /// 500 or 502, not applied.
    pub server_error: f64,
    /// Applied, answered only after `timeout_ms`.
    pub timeout: f64,
    pub timeout_ms: u64,
    /// Closed before it is applied.
    pub dropped: f64,
}

struct Scripted {
    /// Official method name; `*` is any.
    method: String,
    chat: Option<i64>,
    fault: Fault,
    left: u32,
}

#[derive(Default)]
pub struct Faults {
    scripted: Vec<Scripted>,
    rates: Rates,
    random: Random,
}

impl Faults {
    pub fn script(&mut self, method: &str, chat: Option<i64>, fault: Fault, times: u32) {
        self.scripted.push(Scripted { method: method.to_owned(), chat, fault, left: times });
    }

    pub fn clear(&mut self) {
        self.scripted.clear();
        self.rates = Rates::default();
    }

    pub fn set_rates(&mut self, rates: Rates) {
        self.random = Random(rates.seed);
        self.rates = rates;
    }

    /// Scripted faults not used up yet.
    pub fn left(&self) -> usize {
        self.scripted.len()
    }

    /// The fault of this call, if any; uses it up.
    pub fn draw(&mut self, method: &str, chat: Option<i64>) -> Option<Fault> {
        let fits = |s: &Scripted| (s.method == "*" || s.method.eq_ignore_ascii_case(method)) && (s.chat.is_none() || s.chat == chat);
        if let Some(at) = self.scripted.iter().position(fits) {
            self.scripted[at].left = self.scripted[at].left.saturating_sub(1);
            let fault = self.scripted[at].fault.clone();
            if self.scripted[at].left == 0 {
                self.scripted.remove(at);
            }
            return Some(fault);
        }
        let rates = &self.rates;
        if rates.lost + rates.server_error + rates.timeout + rates.dropped <= 0.0 {
            return None;
        }
        let mut point = self.random.share();
        for (share, fault) in [
            (rates.lost, Fault::LoseResponse),
            (rates.server_error / 2.0, Fault::HtmlBadGateway),
            (rates.server_error / 2.0, Fault::Status(500, "Internal Server Error".into())),
            (rates.timeout, Fault::Delay(rates.timeout_ms)),
            (rates.dropped, Fault::DropBeforeApply),
        ] {
            if point < share {
                return Some(fault);
            }
            point -= share;
        }
        None
    }
}

/// SplitMix64: small, seeded, the same on every machine.
#[derive(Default)]
pub struct Random(pub u64);

impl Random {
    pub fn number(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// 0 up to 1.
    pub fn share(&mut self) -> f64 {
        (self.number() >> 11) as f64 / (1u64 << 53) as f64
    }
}

/// How much the bot may send. Telegram documents these as flexible; the fake makes them hard.
#[derive(Debug, Clone, Copy)]
pub struct FloodLimits {
    /// Messages to one private chat: so many at once, then one each `private_every_ms`.
    pub private_burst: u32,
    pub private_every_ms: u64,
    pub group_per_minute: u32,
    pub overall_per_second: u32,
}

impl Default for FloodLimits {
    /// <https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this>
    fn default() -> Self {
        FloodLimits { private_burst: 3, private_every_ms: 1000, group_per_minute: 20, overall_per_second: 30 }
    }
}

/// Someone sent before the time that an earlier 429 named.
#[derive(Debug, Clone, PartialEq)]
pub struct EarlySend {
    pub method: String,
    /// `None`: the limit over all chats.
    pub chat: Option<i64>,
    /// Unix time in milliseconds on the clock of the fake.
    pub at_ms: i64,
    pub allowed_from_ms: i64,
}

struct Bucket {
    tokens: f64,
    at_ms: i64,
}

/// Messages sent in the same moment as a 429 was answered crossed it on the wire: not early.
const CROSSING_MS: i64 = 100;

struct Closed {
    /// When the 429 went out.
    since_ms: i64,
    until_ms: i64,
}

#[derive(Default)]
pub struct Flood {
    limits: Option<FloodLimits>,
    /// `None` is the bucket over all chats.
    buckets: HashMap<Option<i64>, Bucket>,
    closed: HashMap<Option<i64>, Closed>,
    pub early: Vec<EarlySend>,
}

impl Flood {
    pub fn set(&mut self, limits: Option<FloodLimits>) {
        self.limits = limits;
        self.buckets.clear();
        self.closed.clear();
    }

    /// Remembers that `chat` (or, with `None`, everything) was told to wait.
    pub fn close(&mut self, chat: Option<i64>, now_ms: i64, seconds: u64) {
        let until_ms = now_ms + seconds as i64 * 1000;
        self.closed.insert(chat, Closed { since_ms: now_ms, until_ms });
    }

    /// A message to `chat` now: `Err` is the `retry_after` in seconds.
    pub fn admit(&mut self, method: &str, chat: i64, group: bool, now_ms: i64) -> Result<(), u64> {
        for scope in [Some(chat), None] {
            let Some(closed) = self.closed.get(&scope) else {
                continue;
            };
            if now_ms >= closed.until_ms {
                self.closed.remove(&scope);
                continue;
            }
            // A few milliseconds of tolerance: clocks of both sides are read at different moments.
            if now_ms > closed.since_ms + CROSSING_MS && now_ms < closed.until_ms - 20 {
                self.early.push(EarlySend { method: method.to_owned(), chat: scope, at_ms: now_ms, allowed_from_ms: closed.until_ms });
            }
            return Err(seconds(closed.until_ms - now_ms));
        }
        let Some(limits) = self.limits else {
            return Ok(());
        };
        let own = match group {
            true => (limits.group_per_minute as f64, 60_000.0 / limits.group_per_minute as f64),
            false => (limits.private_burst as f64, limits.private_every_ms as f64),
        };
        let all = (limits.overall_per_second as f64, 1000.0 / limits.overall_per_second as f64);
        for (scope, (size, every_ms)) in [(Some(chat), own), (None, all)] {
            let bucket = self.buckets.entry(scope).or_insert(Bucket { tokens: size, at_ms: now_ms });
            bucket.tokens = (bucket.tokens + (now_ms - bucket.at_ms).max(0) as f64 / every_ms).min(size);
            bucket.at_ms = now_ms;
            if bucket.tokens < 1.0 {
                let wait = seconds(((1.0 - bucket.tokens) * every_ms).ceil() as i64);
                self.close(scope, now_ms, wait);
                return Err(wait);
            }
        }
        for scope in [Some(chat), None] {
            if let Some(bucket) = self.buckets.get_mut(&scope) {
                bucket.tokens -= 1.0;
            }
        }
        Ok(())
    }
}

fn seconds(ms: i64) -> u64 {
    (ms.max(1) as u64).div_ceil(1000)
}
