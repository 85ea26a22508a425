//! What every house shares: settings, store, time, chance. Made once at the start, cheap to clone.

use std::sync::Arc;

use crate::clock::Clock;
use crate::config::Config;
use crate::jobs::Bell;
use crate::pace::Pace;
use crate::random::Random;
use crate::store::Store;

/// What every house shares.
#[derive(Clone)]
pub struct Services {
    /// The settings.
    pub config: Arc<Config>,
    /// What is kept.
    pub store: Store,
    /// Tells the time.
    pub clock: Arc<dyn Clock>,
    /// Gives randomness.
    pub random: Arc<dyn Random>,
    /// Rings when a mail was written.
    pub bell: Bell,
    /// Knows how much each sender asked lately.
    pub pace: Arc<Pace>,
}

impl Services {
    /// From what a program starts with.
    pub fn new(config: impl Into<Arc<Config>>, store: Store, clock: Arc<dyn Clock>, random: Arc<dyn Random>) -> Self {
        let config = config.into();
        let pace = Arc::new(Pace::new(&config.limits, config.trusted_proxy, clock.clone()));
        Self { config, store, clock, random, bell: Bell::default(), pace }
    }
}
