//! Dates as people write them: 21 november 2026.

use chrono::{Datelike, NaiveDate};

const MONTHS: [&str; 12] = [
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
];

/// `21 november 2026`.
pub fn written(date: NaiveDate) -> String {
    format!("{} {} {}", date.day(), MONTHS[date.month0() as usize], date.year())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_written_in_dutch() {
        for ((year, month, day), words) in
            [((2026, 11, 21), "21 november 2026"), ((2027, 3, 1), "1 maart 2027"), ((2028, 12, 31), "31 december 2028")]
        {
            assert_eq!(NaiveDate::from_ymd_opt(year, month, day).map(written).as_deref(), Some(words));
        }
    }
}
