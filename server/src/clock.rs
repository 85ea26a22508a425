//! What time it is: the one place that asks the machine, and the Dutch local time made from it.
//!
//! Everything else takes a [`Clock`], so a test or a demonstration can stand at any moment.

use std::sync::Mutex;

use chrono::{DateTime, Datelike, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Utc, Weekday};
use domain::values::HalfHour;

/// Tells the time.
pub trait Clock: Send + Sync {
    /// This moment, in UTC.
    fn now(&self) -> DateTime<Utc>;
}

/// The clock of the machine.
#[derive(Clone, Copy, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "the one place that reads the machine's clock")]
    fn now(&self) -> DateTime<Utc> {
        std::time::SystemTime::now().into()
    }
}

/// A clock that stands still until it is moved: for tests and for a demonstration on a given day.
pub struct MovableClock(Mutex<DateTime<Utc>>);

impl MovableClock {
    /// Starts at this moment.
    pub fn at(moment: DateTime<Utc>) -> Self {
        Self(Mutex::new(moment))
    }

    /// Jumps to this moment, forwards or backwards.
    pub fn set(&self, moment: DateTime<Utc>) {
        *self.moment() = moment;
    }

    /// Moves by this much; a negative step goes back.
    pub fn advance(&self, step: TimeDelta) {
        *self.moment() += step;
    }

    fn moment(&self) -> std::sync::MutexGuard<'_, DateTime<Utc>> {
        self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }
}

impl Clock for MovableClock {
    fn now(&self) -> DateTime<Utc> {
        *self.moment()
    }
}

/// The clock of the machine, put ahead or back: it runs on from where it was put. For a demonstration that people work in.
#[derive(Default)]
pub struct ShiftedClock(Mutex<TimeDelta>);

impl ShiftedClock {
    /// So far beside the clock of the machine.
    pub fn by(shift: TimeDelta) -> Self {
        Self(Mutex::new(shift))
    }

    /// How far it is beside the clock of the machine.
    pub fn shift(&self) -> TimeDelta {
        *self.lock()
    }

    /// Goes on from this moment.
    pub fn set(&self, moment: DateTime<Utc>) {
        *self.lock() = moment - SystemClock.now();
    }

    /// Goes on with the clock of the machine.
    pub fn reset(&self) {
        *self.lock() = TimeDelta::zero();
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, TimeDelta> {
        self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }
}

impl Clock for ShiftedClock {
    fn now(&self) -> DateTime<Utc> {
        SystemClock.now() + self.shift()
    }
}

/// The wall clock in the Netherlands at this moment.
///
/// UTC+2 between the last Sunday of March and the last Sunday of October, both at 01:00 UTC, UTC+1 outside
/// (Directive 2000/84/EC; before 1996 other rules held, which no date here reaches).
pub fn amsterdam(moment: DateTime<Utc>) -> NaiveDateTime {
    let summer_starts = change_over(moment.year(), 3);
    let summer_ends = change_over(moment.year(), 10);
    let utc = moment.naive_utc();
    let hours = if summer_starts <= utc && utc < summer_ends { 2 } else { 1 };
    utc + TimeDelta::hours(hours)
}

/// The moment at which the wall clock in the Netherlands shows this: of the hour that comes twice the first, of the hour that is
/// skipped the same hour by winter time.
pub fn from_amsterdam(local: NaiveDateTime) -> DateTime<Utc> {
    let summer = (local - TimeDelta::hours(2)).and_utc();
    if amsterdam(summer) == local { summer } else { (local - TimeDelta::hours(1)).and_utc() }
}

/// When a half hour of a day begins in the Netherlands; 24:00 is the begin of the next day.
pub fn moment_of(day: NaiveDate, time: HalfHour) -> DateTime<Utc> {
    from_amsterdam(day.and_time(NaiveTime::MIN) + TimeDelta::minutes(time.minutes().into()))
}

/// Today's date in the Netherlands.
pub fn today(moment: DateTime<Utc>) -> NaiveDate {
    amsterdam(moment).date()
}

/// The last Sunday of a month of 31 days, at 01:00 UTC.
fn change_over(year: i32, month: u32) -> NaiveDateTime {
    let last = NaiveDate::from_ymd_opt(year, month, 31).unwrap_or(NaiveDate::MIN);
    let past_sunday = i64::from(last.weekday().days_since(Weekday::Sun));
    (last - TimeDelta::days(past_sunday)).and_time(NaiveTime::MIN) + TimeDelta::hours(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn utc(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    #[test]
    fn dutch_time_follows_the_european_change_over() {
        for (moment, there) in [
            ("2026-11-21T12:00:00Z", "2026-11-21T13:00:00"),
            ("2026-07-01T12:00:00Z", "2026-07-01T14:00:00"),
            ("2026-03-29T00:59:59Z", "2026-03-29T01:59:59"),
            ("2026-03-29T01:00:00Z", "2026-03-29T03:00:00"),
            ("2026-10-25T00:59:59Z", "2026-10-25T02:59:59"),
            ("2026-10-25T01:00:00Z", "2026-10-25T02:00:00"),
            ("2027-03-28T01:00:00Z", "2027-03-28T03:00:00"),
            ("2027-10-31T01:00:00Z", "2027-10-31T02:00:00"),
            ("2026-12-31T23:30:00Z", "2027-01-01T00:30:00"),
        ] {
            assert_eq!(amsterdam(utc(moment)), there.parse::<NaiveDateTime>().unwrap(), "at {moment}");
        }
    }

    #[test]
    fn the_moment_of_a_wall_clock_follows_the_change_over() {
        for (there, moment) in [
            ("2026-11-21T13:00:00", "2026-11-21T12:00:00Z"),
            ("2026-07-01T14:00:00", "2026-07-01T12:00:00Z"),
            ("2027-03-27T09:00:00", "2027-03-27T08:00:00Z"),
            ("2027-03-28T01:30:00", "2027-03-28T00:30:00Z"),
            ("2027-03-28T02:30:00", "2027-03-28T01:30:00Z"),
            ("2027-03-28T03:00:00", "2027-03-28T01:00:00Z"),
            ("2027-03-29T09:00:00", "2027-03-29T07:00:00Z"),
            ("2027-10-31T02:30:00", "2027-10-31T00:30:00Z"),
            ("2027-10-31T03:00:00", "2027-10-31T02:00:00Z"),
        ] {
            assert_eq!(from_amsterdam(there.parse().unwrap()), utc(moment), "{there}");
        }
    }

    #[test]
    fn a_new_day_begins_at_midnight_in_the_netherlands() {
        assert_eq!(today(utc("2026-07-01T21:59:59Z")), NaiveDate::from_ymd_opt(2026, 7, 1).unwrap());
        assert_eq!(today(utc("2026-07-01T22:00:00Z")), NaiveDate::from_ymd_opt(2026, 7, 2).unwrap());
    }

    #[test]
    fn a_movable_clock_stands_where_it_is_put() {
        let clock = MovableClock::at(utc("2026-11-21T12:00:00Z"));
        clock.advance(TimeDelta::minutes(-90));
        assert_eq!(clock.now(), utc("2026-11-21T10:30:00Z"));
        clock.set(utc("2030-01-01T00:00:00Z"));
        assert_eq!(clock.now(), utc("2030-01-01T00:00:00Z"));
    }

    #[test]
    fn a_shifted_clock_runs_on_from_where_it_is_put() {
        let clock = ShiftedClock::default();
        clock.set(utc("2040-01-01T00:00:00Z"));
        let (one, two) = (clock.now(), clock.now());
        assert!(utc("2040-01-01T00:00:00Z") <= one && one <= two && two < utc("2040-01-01T00:10:00Z"));
        assert_eq!(ShiftedClock::by(clock.shift()).shift(), clock.shift());
        clock.reset();
        assert!(clock.now() - SystemClock.now() <= TimeDelta::zero());
    }
}
