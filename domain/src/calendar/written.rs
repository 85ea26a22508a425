//! Dates as Dutch people write them.

use chrono::{Datelike, NaiveDate};

use crate::values::Day;

const WEEKDAYS: [&str; 7] = ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"];

/// `vrijdag 27 november 2026`.
pub fn long(date: NaiveDate) -> String {
    let weekday = WEEKDAYS[date.weekday().num_days_from_monday() as usize];
    [weekday, &Day::from(date).shown()].join(" ")
}

/// `27-11-2026`.
pub fn short(date: NaiveDate) -> String {
    format!("{:02}-{:02}-{:04}", date.day(), date.month(), date.year())
}
