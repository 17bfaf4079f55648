//! Which addresses may be called: none inside the office's own network, unless the settings allow it. Pure, but for
//! [`System`], which asks the system's resolver.
//!
//! ## Why
//! The name is resolved once for each connection, what is not allowed is taken out of the answer, and the connection is made
//! to what is left: an answer that changes afterwards (DNS rebinding) changes nothing.

use crate::config::HooksConfig;
use async_trait::async_trait;
use reqwest::Url;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::sync::Arc;

/// What the settings allow.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Rules {
    /// Addresses inside a network.
    pub private: bool,
    /// `http:` besides `https:`.
    pub http: bool,
}

impl Rules {
    /// Those of the settings.
    pub fn of(config: &HooksConfig) -> Self {
        Self { private: config.allow_private, http: config.allow_http }
    }
}

/// Why an address cannot be called.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// Not an address.
    #[error("that is no address: it looks like https://example.org/hooks")]
    Form,
    /// Not encrypted.
    #[error("the address must begin with https:// (setting hooks.allow_http allows http://)")]
    Plain,
    /// A name and password stand in it.
    #[error("a name or password in the address is not used: events are signed with a secret of their own")]
    Login,
    /// It leads into a network of the office.
    #[error("the address leads into a private network (setting hooks.allow_private allows that)")]
    Private,
}

/// Reads an address. A name is not resolved here.
///
/// # Errors
/// Why it cannot be called.
pub fn read(text: &str, rules: Rules) -> Result<Url, Refused> {
    let url = Url::parse(text.trim()).map_err(|_| Refused::Form)?;
    match url.scheme() {
        "https" => {}
        "http" if rules.http => {}
        "http" => return Err(Refused::Plain),
        _ => return Err(Refused::Form),
    }
    if !url.username().is_empty() || url.password().is_some() {
        return Err(Refused::Login);
    }
    let host = url.host_str().ok_or(Refused::Form)?;
    // A number is called as it stands, without a resolver.
    if let Ok(address) = host.trim_start_matches('[').trim_end_matches(']').parse::<IpAddr>()
        && !rules.private
        && !is_public(address)
    {
        return Err(Refused::Private);
    }
    Ok(url)
}

/// Whether an address is one of the open Internet (IANA special-purpose registries).
pub fn is_public(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(address) => is_public_v4(address),
        IpAddr::V6(address) => is_public_v6(address),
    }
}

fn is_public_v4(address: Ipv4Addr) -> bool {
    let [a, b, c, _] = address.octets();
    let special = a == 0
        || a == 10
        || a == 127
        || (a == 100 && (64..128).contains(&b))
        || (a == 169 && b == 254)
        || (a == 172 && (16..32).contains(&b))
        || (a == 192 && b == 168)
        || (a == 192 && b == 0 && (c == 0 || c == 2))
        || (a == 192 && b == 88 && c == 99)
        || (a == 198 && (b == 18 || b == 19))
        || (a == 198 && b == 51 && c == 100)
        || (a == 203 && b == 0 && c == 113)
        // Multicast, reserved, broadcast.
        || a >= 224;
    !special
}

fn is_public_v6(address: Ipv6Addr) -> bool {
    let groups = address.segments();
    // Ways of writing an IPv4 address: mapped and compatible, NAT64, 6to4.
    let last = Ipv4Addr::from((u32::from(groups[6]) << 16) | u32::from(groups[7]));
    let inside = match groups {
        [0, 0, 0, 0, 0, 0xffff | 0, ..] => Some(last),
        [0x64, 0xff9b, ..] => Some(last),
        [0x2002, high, low, ..] => Some(Ipv4Addr::from((u32::from(high) << 16) | u32::from(low))),
        _ => None,
    };
    if let Some(inside) = inside {
        // ::1 and :: are 0.0.0.1 and 0.0.0.0 here, which are none of the Internet either.
        return is_public_v4(inside);
    }
    let first = groups[0];
    // Only 2000::/3 is given out; documentation (2001:db8::/32, 3fff::/20) and the protocols of 2001::/23 are not called.
    (0x2000..0x4000).contains(&first)
        && !(first == 0x2001 && (groups[1] == 0x0db8 || groups[1] < 0x0200))
        && !(first == 0x3fff && groups[1] < 0x1000)
}

/// Turns a name into addresses.
#[async_trait]
pub trait Names: Send + Sync {
    /// The addresses of a name.
    async fn resolve(&self, name: &str) -> std::io::Result<Vec<IpAddr>>;
}

/// The system's resolver.
#[derive(Clone, Copy, Debug, Default)]
pub struct System;

#[async_trait]
impl Names for System {
    async fn resolve(&self, name: &str) -> std::io::Result<Vec<IpAddr>> {
        Ok(tokio::net::lookup_host((name, 0)).await?.map(|address| address.ip()).collect())
    }
}

/// A resolver for the HTTP client that gives only addresses that may be called.
pub struct Guarded {
    names: Arc<dyn Names>,
    rules: Rules,
}

impl Guarded {
    /// Guards a resolver.
    pub fn new(names: Arc<dyn Names>, rules: Rules) -> Self {
        Self { names, rules }
    }
}

impl reqwest::dns::Resolve for Guarded {
    fn resolve(&self, name: reqwest::dns::Name) -> reqwest::dns::Resolving {
        let (names, rules) = (Arc::clone(&self.names), self.rules);
        Box::pin(async move {
            let found = names.resolve(name.as_str()).await?;
            let allowed: Vec<SocketAddr> = found
                .into_iter()
                .filter(|address| rules.private || is_public(*address))
                .map(|address| SocketAddr::new(address, 0))
                .collect();
            if allowed.is_empty() {
                return Err(Box::new(Refused::Private) as Box<dyn std::error::Error + Send + Sync>);
            }
            Ok(Box::new(allowed.into_iter()) as reqwest::dns::Addrs)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_inside_a_network_are_not_public_however_they_are_written() {
        for inside in [
            "127.0.0.1",
            "127.8.9.1",
            "0.0.0.0",
            "10.0.0.1",
            "172.16.0.1",
            "172.31.255.255",
            "192.168.1.1",
            "169.254.169.254",
            "100.64.0.1",
            "100.127.255.255",
            "198.18.0.1",
            "224.0.0.1",
            "255.255.255.255",
            "::",
            "::1",
            "::ffff:127.0.0.1",
            "::ffff:10.1.2.3",
            "::ffff:169.254.169.254",
            "::127.0.0.1",
            "64:ff9b::a00:1",
            "2002:7f00:1::",
            "fc00::1",
            "fd12:3456::1",
            "fe80::1",
            "fec0::1",
            "ff02::1",
            "2001:db8::1",
        ] {
            assert!(!is_public(inside.parse().unwrap()), "{inside}");
        }
        for outside in
            ["8.8.8.8", "172.32.0.1", "100.63.0.1", "100.128.0.1", "192.169.0.1", "2400:3200::1", "::ffff:8.8.8.8", "2001:4860::1"]
        {
            assert!(is_public(outside.parse().unwrap()), "{outside}");
        }
    }

    #[test]
    fn a_number_in_any_writing_is_looked_at_before_it_is_called() {
        for inside in [
            "https://127.0.0.1/",
            "https://127.1/",
            "https://0x7f.1/",
            "https://2130706433/",
            "https://0177.0.0.1/",
            "https://[::1]/",
            "https://[::ffff:169.254.169.254]/",
            "https://１２７.0.0.1/",
        ] {
            assert_eq!(read(inside, Rules::default()).err(), Some(Refused::Private), "{inside}");
        }
        let rules = Rules { private: true, http: true };
        assert!(read("http://127.0.0.1:8080/x", rules).is_ok());
        assert!(read("https://hooks.example.org/x", Rules::default()).is_ok());
    }

    #[test]
    fn only_https_without_a_login_is_taken() {
        let why = |text: &str| read(text, Rules::default()).err();
        assert_eq!(why("http://example.org/"), Some(Refused::Plain));
        assert_eq!(why("ftp://example.org/"), Some(Refused::Form));
        assert_eq!(why("file:///etc/passwd"), Some(Refused::Form));
        assert_eq!(why("https://me:secret@example.org/"), Some(Refused::Login));
        assert_eq!(why("example.org"), Some(Refused::Form));
    }
}
