//! A full calendar date.

use chrono::{Datelike, NaiveDate};

use super::DateError;
use super::date_text::{DateParts, parts_of_boxes, parts_of_text};
use super::month::month_name;

/// A day in the calendar; typed ones lie from 1900 on.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(NaiveDate);

super::private_debug!(Day);
super::deserialize_by_parse!(Day);

impl Day {
    /// Reads one text: `1-2-1990`, `01/02/1990`, `1 feb 1990`, `1990-02-01`.
    pub fn parse(text: &str) -> Result<Self, DateError> {
        Self::from_parts(&parts_of_text(text)?)
    }

    /// Reads three boxes. The month may be a name.
    pub fn parse_boxes(day: &str, month: &str, year: &str) -> Result<Self, DateError> {
        Self::from_parts(&parts_of_boxes(day, month, year)?)
    }

    /// The day as a date to count with.
    pub fn date(self) -> NaiveDate {
        self.0
    }

    /// `DateError::InFuture` when the day has yet to come.
    pub fn check_not_after(self, today: NaiveDate) -> Result<(), DateError> {
        if self.0 > today { Err(DateError::InFuture) } else { Ok(()) }
    }

    /// `1990-02-01` (ISO 8601).
    pub fn canonical(&self) -> String {
        iso(self.0)
    }

    /// `1 februari 1990`.
    pub fn shown(&self) -> String {
        in_words(self.0)
    }

    fn from_parts(parts: &DateParts) -> Result<Self, DateError> {
        let day = parts.day.ok_or(DateError::DayMissing)?;
        let month = parts.month.ok_or(DateError::MonthMissing)?;
        NaiveDate::from_ymd_opt(parts.year, month, day).map(Self).ok_or(DateError::NoSuchDay)
    }
}

impl From<NaiveDate> for Day {
    fn from(date: NaiveDate) -> Self {
        Self(date)
    }
}

pub(super) fn iso(date: NaiveDate) -> String {
    format!("{:04}-{:02}-{:02}", date.year(), date.month(), date.day())
}

pub(super) fn in_words(date: NaiveDate) -> String {
    format!("{} {} {}", date.day(), month_name(date.month()), date.year())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_that_pass_in_one_text() {
        for (typed, canonical, shown) in [
            ("1-2-1990", "1990-02-01", "1 februari 1990"),
            ("01/02/1990", "1990-02-01", "1 februari 1990"),
            ("1 feb 1990", "1990-02-01", "1 februari 1990"),
            ("1 Februari 1990", "1990-02-01", "1 februari 1990"),
            ("1 feb. 1990", "1990-02-01", "1 februari 1990"),
            (" 1.2.1990\n", "1990-02-01", "1 februari 1990"),
            ("1\u{2013}2\u{2013}1990", "1990-02-01", "1 februari 1990"),
            ("1mrt1990", "1990-03-01", "1 maart 1990"),
            ("01021990", "1990-02-01", "1 februari 1990"),
            ("1990-02-01", "1990-02-01", "1 februari 1990"),
            ("29-02-2024", "2024-02-29", "29 februari 2024"),
            ("1-1-1900", "1900-01-01", "1 januari 1900"),
        ] {
            let day = Day::parse(typed).unwrap_or_else(|error| panic!("{typed:?}: {error:?}"));
            assert_eq!((day.canonical().as_str(), day.shown().as_str()), (canonical, shown), "{typed:?}");
        }
    }

    #[test]
    fn days_that_fail_in_one_text_say_why() {
        for (typed, error) in [
            ("", DateError::Empty),
            ("gisteren?", DateError::Form),
            ("1-2-3-1990", DateError::Form),
            ("29-02-2023", DateError::NoSuchDay),
            ("31-4-2024", DateError::NoSuchDay),
            ("29-02-1900", DateError::NoSuchDay),
            ("1-2-90", DateError::TwoDigitYear),
            ("1-2-190", DateError::Year),
            ("32-1-1990", DateError::Day),
            ("1-13-1990", DateError::Month),
            ("1 foo 1990", DateError::Month),
            ("31-12-1899", DateError::YearTooEarly),
            ("feb 1990", DateError::DayMissing),
            ("1990", DateError::DayMissing),
            ("00-02-1990", DateError::DayMissing),
            ("1-0-1990", DateError::MonthMissing),
            ("1-2-0", DateError::YearMissing),
        ] {
            assert_eq!(Day::parse(typed), Err(error), "{typed:?}");
        }
    }

    #[test]
    fn three_boxes_name_the_box_that_is_wrong() {
        for (boxes, result) in [
            (["7", "3", "1985"], Ok("1985-03-07")),
            ([" 07 ", "mrt.", "1985 "], Ok("1985-03-07")),
            (["", "", ""], Err(DateError::Empty)),
            (["", "3", "1985"], Err(DateError::DayMissing)),
            (["7", "", "1985"], Err(DateError::MonthMissing)),
            (["7", "3", ""], Err(DateError::YearMissing)),
            (["7", "3", "'85"], Err(DateError::TwoDigitYear)),
            (["007", "3", "1985"], Err(DateError::Day)),
            (["zeven", "3", "1985"], Err(DateError::Day)),
            (["7", "3", "19855"], Err(DateError::Year)),
            (["30", "2", "1985"], Err(DateError::NoSuchDay)),
        ] {
            let [day, month, year] = boxes;
            let read = Day::parse_boxes(day, month, year).map(|day| day.canonical());
            assert_eq!(read, result.map(str::to_owned), "{boxes:?}");
        }
    }

    #[test]
    fn tomorrow_is_in_the_future_and_today_is_not() {
        let day = Day::parse("21-11-2026").unwrap();
        assert_eq!(day.check_not_after(day.date()), Ok(()));
        assert_eq!(day.check_not_after(day.date().pred_opt().unwrap()), Err(DateError::InFuture));
    }
}
