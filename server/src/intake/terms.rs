//! What the house promises about a referral, as dates in words.

use app::wizard::check_page::Terms;
use chrono::{DateTime, Timelike as _, Utc};
use domain::calendar;

use crate::clock;
use crate::front::Front;

/// Contact within five working days, the outcome within two weeks; the day of receipt does not count.
pub(super) fn terms(front: &Front, received: DateTime<Utc>) -> Terms {
    let day = clock::today(received);
    Terms {
        contact_by: calendar::long(front.content.settings.calendar.contact_by(day)),
        outcome_by: calendar::long(front.content.settings.calendar.outcome_by(day)),
    }
}

/// "zaterdag 21 november 2026 om 14.32 uur"
pub(super) fn moment(received: DateTime<Utc>) -> String {
    let local = clock::amsterdam(received);
    format!("{} om {:02}.{:02} uur", calendar::long(local.date()), local.hour(), local.minute())
}
