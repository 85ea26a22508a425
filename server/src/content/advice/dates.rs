//! Facts that ended, and pages that somebody must read again.

use chrono::{Days, NaiveDate};
use domain::values::Day;

use super::Reading;
use crate::content::fault::Fault;

/// Days before its review date in which a page asks for it.
const SOON: u64 = 30;

pub(super) fn advice(reading: &Reading, today: NaiveDate) -> Vec<Fault> {
    let at = |line, problem, mend| Fault::on_line(&reading.file, line, problem, mend);
    let soon = today.checked_add_days(Days::new(SOON)).unwrap_or(NaiveDate::MAX);
    let review = reading.review.filter(|(day, _)| *day <= soon).map(|(day, line)| {
        let day = Day::from(day).shown();
        let mend = "read the page, correct it, then set `checked` and `review`";
        at(line, format!("to be read again by {day}"), mend)
    });
    let ended = reading.ends.iter().filter(|(last, _)| *last < today);
    let ended =
        ended.map(|(last, line)| at(*line, format!("expired on {}", Day::from(*last).shown()), "remove this passage"));
    review.into_iter().chain(ended).collect()
}
