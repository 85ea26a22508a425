//! The days on which a house is closed by its own choice, as its settings name them:
//!
//! ```toml
//! closing_days = [
//!     { on = "2026-05-15" },
//!     { period = { first = "2026-12-24", last = "2027-01-01" } },
//!     { yearly = "carnival-monday" },
//! ]
//! ```

use chrono::{Datelike, NaiveDate};
use serde::Deserialize;

use super::easter::days_from_easter;
use crate::values::Day;

/// One day or more on which the house is closed.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ClosingDay {
    /// One day.
    On(Day),
    /// From a first day up to and including a last.
    Period(Period),
    /// A day that comes back each year.
    Yearly(Yearly),
}

/// From a first day up to and including a last, which is not before the first.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "TypedPeriod")]
pub struct Period {
    first: Day,
    last: Day,
}

/// Days around Easter and Ascension on which offices close by custom.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Yearly {
    /// Monday of carnival, 48 days before Easter.
    CarnivalMonday,
    /// Tuesday of carnival, 47 days before Easter.
    CarnivalTuesday,
    /// The Friday after Ascension Day.
    DayAfterAscension,
}

impl ClosingDay {
    /// The house is closed on this day because of it.
    pub fn covers(&self, date: NaiveDate) -> bool {
        match self {
            Self::On(day) => day.date() == date,
            Self::Period(period) => (period.first.date()..=period.last.date()).contains(&date),
            Self::Yearly(yearly) => yearly.date_in(date.year()) == Some(date),
        }
    }
}

impl Period {
    /// The period; `None` when the last day lies before the first.
    pub fn new(first: Day, last: Day) -> Option<Self> {
        (first <= last).then_some(Self { first, last })
    }
}

impl Yearly {
    fn date_in(self, year: i32) -> Option<NaiveDate> {
        match self {
            Self::CarnivalMonday => days_from_easter(year, -48),
            Self::CarnivalTuesday => days_from_easter(year, -47),
            Self::DayAfterAscension => days_from_easter(year, 40),
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TypedPeriod {
    first: Day,
    last: Day,
}

impl TryFrom<TypedPeriod> for Period {
    type Error = &'static str;

    fn try_from(typed: TypedPeriod) -> Result<Self, Self::Error> {
        Self::new(typed.first, typed.last).ok_or("the last day of a period lies before its first day")
    }
}
