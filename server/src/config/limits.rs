//! How much anyone may ask of the server.
//!
//! ```toml
//! [limits]
//! posts_per_minute = 300
//! [limits.networks]
//! "192.0.2.0/24" = 20             # many people behind one address: twenty times as much
//! "10.0.0.0/8" = "unlimited"
//! ```
//!
//! The numbers, and why they let people through, are in `docs/running.md`.

use ipnet::IpNet;

use super::source::{ConfigError, Source, Value};

/// How much anyone may ask of the server.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limits {
    /// Largest body of a request, in bytes. `limits.body_bytes`, 262144.
    pub body_bytes: usize,
    /// Open connections. `limits.connections`, 1024.
    pub connections: usize,
    /// Posts from one address in a minute. `limits.posts_per_minute`, 300.
    pub posts_per_minute: u32,
    /// Forms sent from one address in an hour. `limits.sends_per_hour`, 60.
    pub sends_per_hour: u32,
    /// Posts in a row with one cookie; after those one a second. `limits.draft_burst`, 20.
    pub draft_burst: u32,
    /// Codes tried from one address in a quarter of an hour before each one waits. `limits.codes_per_quarter`, 20.
    pub codes_per_quarter: u32,
    /// Forms that one house gets in a day before the log says so. Nothing is refused. `limits.sends_per_day`, 200.
    pub sends_per_day: u32,
    /// Networks that may ask more than others. `limits.networks`, none.
    pub networks: Vec<Network>,
}

/// A network that may ask more than others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Network {
    /// Which addresses.
    pub addresses: IpNet,
    /// How much more.
    pub allowance: Allowance,
}

/// How much more a network may ask.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Allowance {
    /// So many times as much as others.
    Times(u32),
    /// Whatever it likes.
    Unlimited,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            body_bytes: 262_144,
            connections: 1024,
            posts_per_minute: 300,
            sends_per_hour: 60,
            draft_burst: 20,
            codes_per_quarter: 20,
            sends_per_day: 200,
            networks: Vec::new(),
        }
    }
}

pub(super) fn read(source: &mut Source) -> Result<Limits, ConfigError> {
    let usual = Limits::default();
    let mut count = |key, usual: u32| source.number(key, usual, 1..=1_000_000);
    Ok(Limits {
        posts_per_minute: count("limits.posts_per_minute", usual.posts_per_minute)?,
        sends_per_hour: count("limits.sends_per_hour", usual.sends_per_hour)?,
        draft_burst: count("limits.draft_burst", usual.draft_burst)?,
        codes_per_quarter: count("limits.codes_per_quarter", usual.codes_per_quarter)?,
        sends_per_day: count("limits.sends_per_day", usual.sends_per_day)?,
        body_bytes: source.number("limits.body_bytes", usual.body_bytes, 1024..=16_777_216)?,
        connections: source.number("limits.connections", usual.connections, 1..=1_000_000)?,
        networks: networks(source)?,
    })
}

const KEY: &str = "limits.networks";
const EXPECTED: &str = "a table [limits.networks] with lines such as \"192.0.2.0/24\" = 20 and \"10.0.0.0/8\" = \"unlimited\"; \
                        as a variable: 192.0.2.0/24=20 10.0.0.0/8=unlimited";

/// The networks, the smallest first: it says more than the one around it. The same one twice would leave open which line counts.
fn networks(source: &mut Source) -> Result<Vec<Network>, ConfigError> {
    let mut networks: Vec<Network> = Vec::new();
    for (name, given) in source.named(KEY, EXPECTED)? {
        let refuse =
            |expected: &str| ConfigError::at(&given.place, format!("`{KEY}`, \"{name}\" should be {expected}"));
        let addresses: IpNet = name.parse().map_err(|_| refuse("a network such as 192.0.2.0/24 or 2001:db8::/32"))?;
        let addresses = addresses.trunc();
        if networks.iter().any(|other| other.addresses == addresses) {
            let problem = format!(
                "`{KEY}`, \"{name}\" is the network {addresses}, which is there already: leave one of the two out"
            );
            return Err(ConfigError::at(&given.place, problem));
        }
        let allowance = match &given.value {
            Value::Text(text) if text == "unlimited" => Some(Allowance::Unlimited),
            Value::Text(text) => text.parse().ok().map(Allowance::Times),
            Value::Number(number) => u32::try_from(*number).ok().map(Allowance::Times),
            Value::Other(_) => None,
        };
        let allowance = allowance.filter(|allowance| !matches!(allowance, Allowance::Times(0 | 10_001..)));
        let allowance = allowance.ok_or_else(|| refuse("a whole number from 1 to 10000, or \"unlimited\""))?;
        networks.push(Network { addresses, allowance });
    }
    networks.sort_by_key(|network| std::cmp::Reverse(network.addresses.prefix_len()));
    Ok(networks)
}
