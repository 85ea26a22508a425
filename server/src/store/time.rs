//! Moments in the store: whole seconds since 1970, UTC, as an integer. One form for both databases.

use chrono::{DateTime, SubsecRound as _, TimeDelta, Timelike as _, Utc};

pub(super) fn seconds(moment: DateTime<Utc>) -> i64 {
    moment.timestamp()
}

/// Every `i64` the store wrote is a moment; anything else shows as the beginning of time.
pub(super) fn moment(seconds: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(seconds, 0).unwrap_or_default()
}

/// Without seconds: when exactly somebody pressed send is nobody's business.
pub(super) fn minute(moment: DateTime<Utc>) -> DateTime<Utc> {
    let whole = moment.trunc_subsecs(0);
    whole - TimeDelta::seconds(i64::from(whole.second()))
}
