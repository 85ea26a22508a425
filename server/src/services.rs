//! What every house shares: settings, store, time, chance. Made once at the start, cheap to clone.

use std::sync::Arc;

use crate::clock::Clock;
use crate::config::Config;
use crate::jobs::Bell;
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
}
