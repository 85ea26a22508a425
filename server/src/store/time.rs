//! Moments in the store: whole seconds since 1970, UTC, as an integer. One form for both databases.

use chrono::{DateTime, Datelike as _, NaiveDate, SubsecRound as _, TimeDelta, Timelike as _, Utc};

use super::StoreError;

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

/// A day in the store: `2026-11-27`, so that text sorts as time does.
pub(super) fn day_text(day: NaiveDate) -> String {
    format!("{:04}-{:02}-{:02}", day.year(), day.month(), day.day())
}

/// Reads such a day.
pub(super) fn day(text: &str) -> Result<NaiveDate, StoreError> {
    let mut parts = text.splitn(3, '-').map(str::parse::<u32>);
    let (Some(Ok(year)), Some(Ok(month)), Some(Ok(day))) = (parts.next(), parts.next(), parts.next()) else {
        return Err(StoreError::Unknown("day"));
    };
    let year = i32::try_from(year).map_err(|_| StoreError::Unknown("day"))?;
    NaiveDate::from_ymd_opt(year, month, day).ok_or(StoreError::Unknown("day"))
}

#[cfg(test)]
mod tests {
    use super::*;

    proptest::proptest! {
        #[test]
        fn every_day_that_can_be_typed_is_read_back(days in 0..2_958_000_i64) {
            let typed = NaiveDate::from_ymd_opt(1900, 1, 1).unwrap() + TimeDelta::days(days);
            proptest::prop_assert_eq!(day(&day_text(typed)).ok(), Some(typed));
        }
    }
}
