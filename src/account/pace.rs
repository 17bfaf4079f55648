//! Wrong tries make the next one wait: five are free, then 1, 2, 4 ... 42 seconds. Counted in memory, forgotten after a quiet
//! quarter of an hour.
//!
//! ## Why
//! Whoever counts by account alone lets a stranger keep a clerk out; whoever counts by address alone punishes an office behind
//! one address. So wrong passwords are counted for an account *at an address*, and a browser that logged in before carries a
//! mark and is counted for itself. What a stranger does elsewhere never makes a clerk wait:
//! * when an account fails [`ALARM`] times from anywhere, a new address has one free try instead of five, but it has one;
//! * an address that fails with many accounts waits too, after [`FREE_ADDRESS`];
//! * wrong codes are counted for the account whatever the address, because they come after the right password.
//!
//! A try is counted before it is made, so that a hundred at once count as a hundred.

use crate::clock::Moment;
use chrono::Duration;
use std::collections::HashMap;
use std::net::IpAddr;

/// Free wrong tries.
pub const FREE: u32 = 5;
/// Longest wait in seconds.
pub const LONGEST: u64 = 42;
/// Wrong tries on one account that are an alarm.
pub const ALARM: u32 = 20;
/// Free wrong tries of an address over all accounts: an office shares one.
const FREE_ADDRESS: u32 = 30;
/// Minutes without a try after which a count is forgotten.
const FORGOTTEN: i64 = 15;
/// Counts kept at most.
const MOST: usize = 50_000;
/// Signs of a name that are kept.
const NAME: usize = 64;

/// Who tries to log in.
#[derive(Clone, Debug)]
pub struct Caller {
    /// Address of the browser.
    pub address: IpAddr,
    /// Mark that a browser got at an earlier log-in, unchecked.
    pub device: Option<String>,
    /// What the browser calls itself.
    pub browser: String,
}

/// Where tries on an account are counted.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum Source {
    /// A network: an address, or 64 bits of a long one.
    Network(IpAddr),
    /// A browser that logged in to the account before.
    Device(String),
}

impl Source {
    /// The network of an address. Whoever has one long address has all that share its first half.
    pub(super) fn network(address: IpAddr) -> Self {
        Source::Network(match address.to_canonical() {
            IpAddr::V6(long) => IpAddr::V6((u128::from(long) >> 64 << 64).into()),
            short @ IpAddr::V4(_) => short,
        })
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Key {
    /// Passwords of an account from one source.
    Pair(String, Source),
    /// Passwords of an account from anywhere.
    Account(String),
    /// Passwords of any account from one network.
    Network(Source),
    /// Codes of an account; from a known browser for themselves.
    Codes(String, Option<Source>),
}

#[derive(Clone, Copy, Debug)]
struct Tries {
    count: u32,
    last: Moment,
}

/// Wrong tries of the last minutes.
#[derive(Debug, Default)]
pub(super) struct Pace(HashMap<Key, Tries>);

impl Pace {
    /// A password is about to be tried.
    ///
    /// # Errors
    /// It is too early: seconds to wait.
    pub(super) fn password(&mut self, account: &str, (network, source): (&Source, &Source), now: Moment) -> Result<(), u64> {
        let name = short(account);
        let all = Key::Account(name.clone());
        let attacked = self.count(&all, now) >= ALARM && matches!(source, Source::Network(_));
        let pair = Key::Pair(name, source.clone());
        let mut keys = vec![(pair, if attacked { 1 } else { FREE })];
        if matches!(source, Source::Network(_)) {
            keys.push((Key::Network(network.clone()), FREE_ADDRESS));
        }
        self.all_ready(&keys, now)?;
        for key in keys.into_iter().map(|(key, _)| key).chain([all]) {
            self.add(key, now);
        }
        Ok(())
    }

    /// The password was right.
    pub(super) fn password_right(&mut self, account: &str, (network, source): (&Source, &Source)) {
        let name = short(account);
        self.0.remove(&Key::Pair(name.clone(), source.clone()));
        for key in [Key::Account(name), Key::Network(network.clone())] {
            if let Some(tries) = self.0.get_mut(&key) {
                tries.count = tries.count.saturating_sub(1);
            }
        }
    }

    /// Wrong passwords of an account from anywhere.
    pub(super) fn failures(&self, account: &str, now: Moment) -> u32 {
        self.count(&Key::Account(short(account)), now)
    }

    /// A code is about to be tried.
    ///
    /// # Errors
    /// It is too early: seconds to wait.
    pub(super) fn code(&mut self, account: &str, source: &Source, now: Moment) -> Result<(), u64> {
        let key = codes(account, source);
        self.all_ready(&[(key.clone(), FREE)], now)?;
        self.add(key, now);
        Ok(())
    }

    /// The code was right.
    pub(super) fn code_right(&mut self, account: &str, source: &Source) {
        self.0.remove(&codes(account, source));
    }

    /// Wrong codes of an account.
    pub(super) fn code_failures(&self, account: &str, source: &Source, now: Moment) -> u32 {
        self.count(&codes(account, source), now)
    }

    fn all_ready(&self, keys: &[(Key, u32)], now: Moment) -> Result<(), u64> {
        let waits = keys.iter().filter_map(|(key, free)| {
            let tries = self.0.get(key).filter(|tries| !is_old(tries, now))?;
            let until = tries.last + Duration::seconds(i64::try_from(delay(tries.count, *free)).unwrap_or(i64::MAX));
            let milliseconds = (until - now).num_milliseconds();
            (milliseconds > 0).then(|| (milliseconds as u64).div_ceil(1000))
        });
        waits.max().map_or(Ok(()), Err)
    }

    fn count(&self, key: &Key, now: Moment) -> u32 {
        self.0.get(key).filter(|tries| !is_old(tries, now)).map_or(0, |tries| tries.count)
    }

    fn add(&mut self, key: Key, now: Moment) {
        if self.0.len() >= MOST {
            self.0.retain(|_, tries| !is_old(tries, now));
        }
        if self.0.len() >= MOST {
            // Many networks at once: single tries are forgotten first, so that who tries most still waits.
            let mut counts: Vec<u32> = self.0.values().map(|tries| tries.count).collect();
            counts.sort_unstable();
            let middle = counts[counts.len() / 2];
            self.0.retain(|_, tries| tries.count > middle);
        }
        let tries = self.0.entry(key).or_insert(Tries { count: 0, last: now });
        if is_old(tries, now) {
            tries.count = 0;
        }
        *tries = Tries { count: tries.count.saturating_add(1), last: now };
    }
}

fn codes(account: &str, source: &Source) -> Key {
    let device = matches!(source, Source::Device(_)).then(|| source.clone());
    Key::Codes(short(account), device)
}

fn short(account: &str) -> String {
    account.chars().take(NAME).collect()
}

fn is_old(tries: &Tries, now: Moment) -> bool {
    now - tries.last > Duration::minutes(FORGOTTEN)
}

/// Seconds that the next try waits after `count` wrong ones.
fn delay(count: u32, free: u32) -> u64 {
    match count.checked_sub(free) {
        None => 0,
        Some(over) => LONGEST.min(1 << over.min(10)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(seconds: i64) -> Moment {
        Moment::from_timestamp(1_795_000_000 + seconds, 0).expect("a time")
    }

    fn net(last: u8) -> Source {
        Source::network(IpAddr::from([192, 0, 2, last]))
    }

    fn try_from(pace: &mut Pace, (account, source): (&str, &Source), now: Moment) -> Result<(), u64> {
        let network = if let Source::Device(_) = source { net(1) } else { source.clone() };
        pace.password(account, (&network, source), now)
    }

    #[test]
    fn five_are_free_then_waits_double_up_to_forty_two_seconds() {
        let mut pace = Pace::default();
        let mut now = 0;
        for _ in 0..5 {
            assert_eq!(try_from(&mut pace, ("li", &net(1)), at(now)), Ok(()));
        }
        for wait in [1, 2, 4, 8, 16, 32, 42, 42] {
            assert_eq!(try_from(&mut pace, ("li", &net(1)), at(now)), Err(wait));
            now += wait as i64;
            assert_eq!(try_from(&mut pace, ("li", &net(1)), at(now)), Ok(()), "after {wait} s");
        }
        assert_eq!(try_from(&mut pace, ("li", &net(1)), at(now + 16 * 60)), Ok(()));
        assert_eq!(try_from(&mut pace, ("li", &net(1)), at(now + 16 * 60)), Ok(()), "a quiet quarter of an hour is a new beginning");
    }

    #[test]
    fn a_stranger_never_makes_a_clerk_wait_elsewhere() {
        let mut pace = Pace::default();
        for n in 0..200 {
            let _ = try_from(&mut pace, ("li", &net(n)), at(0));
        }
        assert!(pace.failures("li", at(0)) >= ALARM);
        assert_eq!(try_from(&mut pace, ("li", &net(250)), at(0)), Ok(()), "a fresh address has one try");
        assert_eq!(try_from(&mut pace, ("li", &net(250)), at(0)), Err(1), "and only one");
    }

    #[test]
    fn a_browser_that_logged_in_before_is_counted_for_itself_behind_the_same_address() {
        let mut pace = Pace::default();
        for _ in 0..100 {
            let _ = try_from(&mut pace, ("li", &net(1)), at(0));
        }
        assert!(try_from(&mut pace, ("li", &net(1)), at(0)).is_err());
        let device = Source::Device("known".to_owned());
        assert_eq!(try_from(&mut pace, ("li", &device), at(0)), Ok(()));
    }

    #[test]
    fn an_office_behind_one_address_may_mistype_often_and_a_right_password_counts_nothing() {
        let mut pace = Pace::default();
        for n in 0..200 {
            let clerk = format!("clerk-{n}");
            assert_eq!(try_from(&mut pace, (&clerk, &net(1)), at(0)), Ok(()));
            pace.password_right(&clerk, (&net(1), &net(1)));
        }
        for n in 0..FREE_ADDRESS {
            assert_eq!(try_from(&mut pace, (&format!("guess-{n}"), &net(1)), at(0)), Ok(()));
        }
        assert_eq!(try_from(&mut pace, ("another", &net(1)), at(0)), Err(1));
    }

    #[test]
    fn codes_are_counted_for_the_account_from_wherever_they_come() {
        let mut pace = Pace::default();
        for n in 0..5 {
            assert_eq!(pace.code("li", &net(n), at(0)), Ok(()));
        }
        assert_eq!(pace.code("li", &net(9), at(0)), Err(1));
        assert_eq!(pace.code("li", &Source::Device("known".to_owned()), at(0)), Ok(()));
        assert_eq!(pace.code_failures("li", &net(9), at(0)), 5);
        pace.code_right("li", &net(9));
        assert_eq!(pace.code("li", &net(9), at(0)), Ok(()));
    }

    #[test]
    fn long_addresses_of_one_network_are_one() {
        let long = |text: &str| Source::network(text.parse().expect("an address"));
        assert_eq!(long("2001:db8:1:2:3::4"), long("2001:db8:1:2:ffff::1"));
        assert_ne!(long("2001:db8:1:2::1"), long("2001:db8:1:3::1"));
        assert_eq!(long("::ffff:192.0.2.1"), net(1));
    }

    #[test]
    fn a_flood_of_names_does_not_fill_memory() {
        let mut pace = Pace::default();
        for n in 0..(MOST as u32 * 2) {
            let address = Source::network(IpAddr::from(n.to_be_bytes()));
            let _ = pace.password("li", (&address, &address), at(0));
        }
        assert!(pace.0.len() <= MOST + 3);
        assert!(pace.failures("li", at(0)) > ALARM, "the one that is tried most is still known");
    }
}
