//! How fast one sender may go on: posts and forms sent from one address, posts with one cookie, codes tried from one address.
//!
//! Nobody is shut out: who goes too fast waits. Addresses are personal data (GDPR art. 4(1)): they are kept in memory only, in a room
//! with an end, forgotten once they no longer matter (an hour at most), and never logged.

mod buckets;
mod sender;
mod waits;

use std::collections::BTreeMap;
use std::net::IpAddr;
use std::sync::{Arc, Mutex, Once, PoisonError};
use std::time::Duration;

use chrono::NaiveDate;
use sha2::{Digest as _, Sha256};

use crate::clock::Clock;
use crate::config::{Allowance, Limits};
use buckets::Buckets;
pub use sender::Sender;
pub use waits::Wait;
use waits::Waits;

const MINUTE: Duration = Duration::from_mins(1);
const QUARTER: Duration = Duration::from_mins(15);
const HOUR: Duration = Duration::from_hours(1);
const SECOND: Duration = Duration::from_secs(1);

/// What someone who tried many codes waits before the next is looked at. A wait for each, not a lock: whoever has the right code gets in.
pub const BEFORE_A_CODE: Duration = Duration::from_secs(2);
/// Codes from one address that may wait for that at once.
pub const WAITING: u32 = 4;

/// Too fast: so long until there is room again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TooFast(pub Duration);

impl TooFast {
    /// Whole seconds to wait, at least one: what `Retry-After` says (RFC 9110 §10.2.3).
    pub fn seconds(self) -> u32 {
        let whole = self.0.as_secs() + u64::from(self.0.subsec_nanos() > 0);
        u32::try_from(whole).unwrap_or(u32::MAX).max(1)
    }
}

/// What each sender asked lately. One for all houses.
pub struct Pace {
    trusted_proxy: Option<IpAddr>,
    warned: Once,
    /// The smallest network first.
    networks: Vec<(ipnet::IpNet, Option<Lane>)>,
    others: Lane,
    cookies: Buckets<[u8; 32]>,
    sends_per_day: u32,
    days: Mutex<BTreeMap<String, (NaiveDate, u32)>>,
}

/// The limits of those who may ask equally much.
struct Lane {
    posts: Buckets<IpAddr>,
    sends: Buckets<IpAddr>,
    codes: Buckets<IpAddr>,
    waits: Waits,
}

impl Lane {
    fn new(limits: &Limits, times: u32, clock: &Arc<dyn Clock>) -> Self {
        let buckets = |most: u32, per| Buckets::new(most.saturating_mul(times), per, clock.clone());
        Self {
            posts: buckets(limits.posts_per_minute, MINUTE),
            sends: buckets(limits.sends_per_hour, HOUR),
            codes: buckets(limits.codes_per_quarter, QUARTER),
            waits: Waits::new(WAITING.saturating_mul(times)),
        }
    }
}

impl Pace {
    /// As the settings say, by this clock.
    pub fn new(limits: &Limits, trusted_proxy: Option<IpAddr>, clock: Arc<dyn Clock>) -> Self {
        let lane = |allowance| match allowance {
            Allowance::Times(times) => Some(Lane::new(limits, times, &clock)),
            Allowance::Unlimited => None,
        };
        Self {
            trusted_proxy: trusted_proxy.map(|proxy| proxy.to_canonical()),
            warned: Once::new(),
            networks: limits.networks.iter().map(|network| (network.addresses, lane(network.allowance))).collect(),
            others: Lane::new(limits, 1, &clock),
            cookies: Buckets::new(limits.draft_burst, SECOND.saturating_mul(limits.draft_burst), clock),
            sends_per_day: limits.sends_per_day,
            days: Mutex::default(),
        }
    }

    /// Counts a post; `cookie` is the secret it came with, if any. Who goes too fast by their address takes nothing from a cookie.
    pub fn post(&self, sender: Sender, cookie: Option<&str>) -> Result<(), TooFast> {
        let Some((lane, address)) = self.lane(sender) else { return Ok(()) };
        lane.posts.take(address)?;
        cookie.map_or(Ok(()), |cookie| self.cookies.take(Sha256::digest(cookie).into()))
    }

    /// Counts a form, or a mail to someone, that is about to be sent.
    pub fn sending(&self, sender: Sender) -> Result<(), TooFast> {
        let Some((lane, address)) = self.lane(sender) else { return Ok(()) };
        lane.sends.take(address)
    }

    /// Counts a code that is tried. Gives the wait of [`BEFORE_A_CODE`] that comes before looking at it, where many were tried; refuses
    /// where too many wait already.
    pub fn code(&self, sender: Sender) -> Result<Option<Wait<'_>>, TooFast> {
        let Some((lane, address)) = self.lane(sender) else { return Ok(None) };
        if lane.codes.take(address).is_ok() {
            return Ok(None);
        }
        lane.waits.begin(address).map(Some).ok_or(TooFast(BEFORE_A_CODE))
    }

    /// Counts what a house got on this day; says so once when that is more than is to be expected.
    pub fn sent(&self, house: &str, today: NaiveDate) -> Option<u32> {
        let mut days = self.days.lock().unwrap_or_else(PoisonError::into_inner);
        let (day, count) = days.entry(house.to_owned()).or_insert((today, 0));
        if *day != today {
            (*day, *count) = (today, 0);
        }
        *count = count.saturating_add(1);
        (*count == self.sends_per_day.saturating_add(1)).then_some(*count)
    }

    /// The limits that hold for a sender; none for this machine itself and for who may ask what they like.
    fn lane(&self, sender: Sender) -> Option<(&Lane, IpAddr)> {
        let address = sender.address()?;
        let network = self.networks.iter().find(|(addresses, _)| addresses.contains(&address));
        let lane = network.map_or(Some(&self.others), |(_, lane)| lane.as_ref())?;
        Some((lane, sender::counted(address)))
    }
}

#[cfg(test)]
mod tests;
