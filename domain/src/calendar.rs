//! Working days and terms: by which day the house calls back, and by which day it says what it decides.
//!
//! Two calendars, on purpose. *When the house works* decides how working days are counted; Good Friday and the house's
//! closing days are its own choice. *When the law lets a term run on* is the Algemene termijnenwet (Atw), where closing
//! days count for nothing. Both terms here are promises and no statutory terms, so the Atw does not bind them; the house
//! lets its two weeks end as if it did, because its partners count that way.
//!
//! Dates only: whoever calls knows the time zone (Europe/Amsterdam) and what day it was there when a referral came in.

mod closing;
mod easter;
mod holidays;
mod written;

use chrono::{Datelike, Days, NaiveDate, Weekday};
use serde::Deserialize;

pub use closing::{ClosingDay, Period, Yearly};
pub use holidays::{Holiday, holidays};
pub use written::{long, short};

use crate::values::Day;

/// Working days within which the house contacts the referrer.
pub const CONTACT_WITHIN: u32 = 5;

/// Days within which the referrer hears what the house decides.
pub const OUTCOME_WITHIN: u64 = 14;

/// The days on which a house is closed beside weekends and holidays, as its settings say.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Calendar {
    /// What the house does on Good Friday.
    pub good_friday: GoodFriday,
    /// Days on which nobody of the house works.
    pub closing_days: Vec<ClosingDay>,
    /// Days that the government made equal to a holiday (Atw art. 3 lid 3, published in the Staatscourant about every
    /// three years). They move the end of a term; whether the house works then is for `closing_days`.
    pub equated_days: Vec<Day>,
    /// Working days within which the house answers messages and questions. Without it the house promises no day.
    pub answer_within: Option<u32>,
}

/// Good Friday is a holiday for terms (Atw art. 3 lid 2), but many offices work.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum GoodFriday {
    /// The house is closed.
    #[default]
    Holiday,
    /// The house works.
    Working,
}

impl Calendar {
    /// The last day on which the house keeps its promise to contact the referrer: the fifth working day.
    pub fn contact_by(&self, received: NaiveDate) -> NaiveDate {
        self.working_days_after(received, CONTACT_WITHIN)
    }

    /// The last day on which the referrer hears what the house decides: two weeks, run on by the rule of the Atw.
    pub fn outcome_by(&self, received: NaiveDate) -> NaiveDate {
        self.two_weeks_after(received)
    }

    /// The house works: no Saturday, no Sunday, no holiday, no closing day.
    pub fn is_working_day(&self, date: NaiveDate) -> bool {
        !is_weekend(date) && !self.is_closed(date)
    }

    /// The house is closed whatever day of the week it is: a holiday or a closing day.
    pub fn is_closed(&self, date: NaiveDate) -> bool {
        let holiday = match (Holiday::on(date), self.good_friday) {
            (Some(Holiday::GoodFriday), GoodFriday::Working) | (None, _) => false,
            (Some(_), _) => true,
        };
        holiday || self.closing_days.iter().any(|closing| closing.covers(date))
    }

    /// The `n`th working day after the day of receipt, which itself does not count. With `n` zero the day of receipt.
    pub fn working_days_after(&self, received: NaiveDate, n: u32) -> NaiveDate {
        let Some(before_it) = n.checked_sub(1) else { return received };
        let mut working_days = days_after(received).filter(|&date| self.is_working_day(date));
        working_days.nth(before_it as usize).unwrap_or(NaiveDate::MAX)
    }

    /// Fourteen days after the day of receipt. A term that ends on a Saturday, Sunday or holiday runs on to the next day
    /// that is none of these (Atw art. 1 lid 1). Art. 2 (at least two working days in a term) is always met in two weeks.
    pub fn two_weeks_after(&self, received: NaiveDate) -> NaiveDate {
        let last = received.checked_add_days(Days::new(OUTCOME_WITHIN)).unwrap_or(NaiveDate::MAX);
        last.iter_days().find(|&date| self.may_end_term(date)).unwrap_or(NaiveDate::MAX)
    }

    /// A term can end on this day (Atw art. 1 lid 1 with art. 3).
    fn may_end_term(&self, date: NaiveDate) -> bool {
        !is_weekend(date) && Holiday::on(date).is_none() && !self.equated_days.iter().any(|day| day.date() == date)
    }
}

fn is_weekend(date: NaiveDate) -> bool {
    matches!(date.weekday(), Weekday::Sat | Weekday::Sun)
}

fn days_after(date: NaiveDate) -> impl Iterator<Item = NaiveDate> {
    date.iter_days().skip(1)
}

#[cfg(test)]
mod tests;
