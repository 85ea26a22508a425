//! Moments in words.

use chrono::{DateTime, Timelike as _, Utc};
use domain::calendar;

use crate::clock;

/// "zaterdag 21 november 2026 om 14.32 uur"
pub(crate) fn moment(received: DateTime<Utc>) -> String {
    let local = clock::amsterdam(received);
    format!("{} om {:02}.{:02} uur", calendar::long(local.date()), local.hour(), local.minute())
}
