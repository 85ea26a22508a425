//! A bucket for each key, from which each asking takes one and which fills again at a steady rate (GCRA, of the crate `governor`),
//! by a clock that is passed in and in a room that has an end.

use std::hash::Hash;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use chrono::{DateTime, Utc};
use governor::clock::Clock as GovernorClock;
use governor::middleware::NoOpMiddleware;
use governor::state::keyed::DefaultKeyedStateStore;
use governor::{Quota, RateLimiter};

use super::TooFast;
use crate::clock::Clock;

/// Keys kept at most: some megabytes. More senders at once than this are no longer told apart by waiting: all begin anew.
pub(super) const MOST: usize = 50_000;
/// How often what is full again is forgotten.
const SWEEP: Duration = Duration::from_mins(1);

type Limiter<K> = RateLimiter<K, DefaultKeyedStateStore<K>, Steady, NoOpMiddleware<Duration>>;

/// Buckets of one size.
pub(super) struct Buckets<K: Hash + Eq + Clone> {
    quota: Quota,
    clock: Steady,
    inner: Mutex<Inner<K>>,
}

struct Inner<K: Hash + Eq + Clone> {
    limiter: Limiter<K>,
    swept: Duration,
}

impl<K: Hash + Eq + Clone> Buckets<K> {
    /// Each holds `most`, and fills once in `per`.
    pub(super) fn new(most: u32, per: Duration, clock: Arc<dyn Clock>) -> Self {
        let most = most.max(1);
        let one = (per / most).max(Duration::from_nanos(1));
        // A period of more than nothing always makes a quota.
        let quota = Quota::with_period(one).unwrap_or(Quota::per_second(std::num::NonZeroU32::MIN));
        let quota = quota.allow_burst(std::num::NonZeroU32::new(most).unwrap_or(std::num::NonZeroU32::MIN));
        let clock = Steady::new(clock);
        let inner = Inner { limiter: limiter(quota, &clock), swept: clock.now() };
        Self { quota, clock, inner: Mutex::new(inner) }
    }

    /// Takes one from the bucket of this key.
    pub(super) fn take(&self, key: K) -> Result<(), TooFast> {
        let mut inner = self.inner.lock().unwrap_or_else(PoisonError::into_inner);
        let now = self.clock.now();
        if now >= inner.swept + SWEEP || inner.limiter.len() >= MOST {
            inner.limiter.retain_recent();
            inner.swept = now;
        }
        if inner.limiter.len() >= MOST {
            inner.limiter = limiter(self.quota, &self.clock);
        }
        inner.limiter.check_key(&key).map_err(|until| TooFast(until.wait_time_from(now)))
    }

    /// How many keys are kept.
    #[cfg(test)]
    pub(super) fn len(&self) -> usize {
        self.inner.lock().unwrap_or_else(PoisonError::into_inner).limiter.len()
    }
}

fn limiter<K: Hash + Eq + Clone>(quota: Quota, clock: &Steady) -> Limiter<K> {
    RateLimiter::new(quota, DefaultKeyedStateStore::default(), clock.clone())
}

/// Time that never goes back, from a clock that may be put back: then it stands still for a moment, and nobody waits longer for it.
#[derive(Clone)]
struct Steady {
    clock: Arc<dyn Clock>,
    seen: Arc<Mutex<(DateTime<Utc>, Duration)>>,
}

impl Steady {
    fn new(clock: Arc<dyn Clock>) -> Self {
        let seen = Arc::new(Mutex::new((clock.now(), Duration::ZERO)));
        Self { clock, seen }
    }
}

impl GovernorClock for Steady {
    type Instant = Duration;

    fn now(&self) -> Duration {
        let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        let now = self.clock.now();
        let (before, passed) = *seen;
        *seen = (now, passed + (now - before).to_std().unwrap_or_default());
        seen.1
    }
}
