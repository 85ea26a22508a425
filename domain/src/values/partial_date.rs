//! A date of birth of which day, or day and month, may be unknown.

use chrono::{Datelike, NaiveDate};

use super::DateError;
use super::date_text::{DateParts, parts_of_boxes, parts_of_text};
use super::day::{in_words, iso};
use super::month::month_name;

/// A year, a month or a day, from 1900 on: kept as the first and the last day it can be. The population register knows
/// such dates too (day and month 00).
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct PartialDate {
    earliest: NaiveDate,
    latest: NaiveDate,
}

super::private_debug!(PartialDate);
super::deserialize_by_parse!(PartialDate);

super::private_debug!(Age);

/// An age in full years.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Age {
    /// The birthday is known, or does not matter today.
    Exactly(u32),
    /// The birthday may or may not have been: the lower and the higher age.
    Between(u32, u32),
}

impl PartialDate {
    /// Age at which the law makes a person an adult (BW art. 1:233).
    const ADULT: u32 = 18;
    const OLDEST: u32 = 120;

    /// Reads one text: `7-3-1985`, `7 maart 1985`, `maart 1985`, `00-03-1985`, `1985`, `1985-03`.
    pub fn parse(text: &str) -> Result<Self, DateError> {
        Self::from_parts(&parts_of_text(text)?)
    }

    /// Reads three boxes. Day, or day and month, may be empty, 0, 00 or "onbekend".
    pub fn parse_boxes(day: &str, month: &str, year: &str) -> Result<Self, DateError> {
        Self::from_parts(&parts_of_boxes(day, month, year)?)
    }

    /// The first day it can be.
    pub fn earliest(&self) -> NaiveDate {
        self.earliest
    }

    /// The last day it can be.
    pub fn latest(&self) -> NaiveDate {
        self.latest
    }

    /// The age on a day, as far as it is known. Who is born on 29 February grows older on 1 March in other years.
    pub fn age_on(&self, today: NaiveDate) -> Age {
        let (lower, higher) = (full_years(self.latest, today), full_years(self.earliest, today));
        if lower == higher { Age::Exactly(lower) } else { Age::Between(lower, higher) }
    }

    /// The person can be under 18.
    pub fn may_be_minor_on(&self, today: NaiveDate) -> bool {
        full_years(self.latest, today) < Self::ADULT
    }

    /// The person is under 18, whatever the unknown part is.
    pub fn is_surely_minor_on(&self, today: NaiveDate) -> bool {
        full_years(self.earliest, today) < Self::ADULT
    }

    /// The person is 18 or older, whatever the unknown part is.
    pub fn is_surely_adult_on(&self, today: NaiveDate) -> bool {
        !self.may_be_minor_on(today)
    }

    /// As a date of birth: not in the future and an age of at most 120. What is unknown counts in its favour.
    pub fn check_birth(&self, today: NaiveDate) -> Result<(), DateError> {
        if self.earliest > today {
            return Err(DateError::InFuture);
        }
        if full_years(self.latest, today) > Self::OLDEST { Err(DateError::TooOld) } else { Ok(()) }
    }

    /// `1985-03-07`, `1985-03` or `1985` (ISO 8601).
    pub fn canonical(&self) -> String {
        let mut text = iso(self.earliest);
        text.truncate(match self.precision() {
            Precision::Day => 10,
            Precision::Month => 7,
            Precision::Year => 4,
        });
        text
    }

    /// `7 maart 1985`, `maart 1985` or `1985`.
    pub fn shown(&self) -> String {
        match self.precision() {
            Precision::Day => in_words(self.earliest),
            Precision::Month => format!("{} {}", month_name(self.earliest.month()), self.earliest.year()),
            Precision::Year => self.earliest.year().to_string(),
        }
    }

    fn from_parts(parts: &DateParts) -> Result<Self, DateError> {
        let year = parts.year;
        let days = match (parts.month, parts.day) {
            (None, Some(_)) => return Err(DateError::MonthMissing),
            (Some(month), Some(day)) => date(year, month, day).map(|date| (date, date)),
            (Some(month), None) => date(year, month, 1).zip((28..=31).rev().find_map(|last| date(year, month, last))),
            (None, None) => date(year, 1, 1).zip(date(year, 12, 31)),
        };
        days.map(|(earliest, latest)| Self { earliest, latest }).ok_or(DateError::NoSuchDay)
    }

    fn precision(self) -> Precision {
        if self.earliest == self.latest {
            Precision::Day
        } else if self.earliest.month() == self.latest.month() {
            Precision::Month
        } else {
            Precision::Year
        }
    }
}

impl Age {
    /// `41 jaar`, or `40 of 41 jaar`.
    pub fn shown(self) -> String {
        match self {
            Self::Exactly(years) => format!("{years} jaar"),
            Self::Between(lower, higher) => format!("{lower} of {higher} jaar"),
        }
    }
}

enum Precision {
    Day,
    Month,
    Year,
}

fn date(year: i32, month: u32, day: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, month, day)
}

/// Birthdays since the day of birth; none for who is yet to be born.
fn full_years(born: NaiveDate, today: NaiveDate) -> u32 {
    let birthday_to_come = (today.month(), today.day()) < (born.month(), born.day());
    u32::try_from(today.year() - born.year() - i32::from(birthday_to_come)).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn on(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    #[test]
    fn dates_that_pass() {
        for (typed, canonical, shown) in [
            ("7-3-1985", "1985-03-07", "7 maart 1985"),
            ("1985-03-07", "1985-03-07", "7 maart 1985"),
            ("maart 1985", "1985-03", "maart 1985"),
            ("3-1985", "1985-03", "maart 1985"),
            ("00-03-1985", "1985-03", "maart 1985"),
            ("1985-02", "1985-02", "februari 1985"),
            ("1985", "1985", "1985"),
            ("00-00-1985", "1985", "1985"),
            ("onbekend 1985", "1985", "1985"),
        ] {
            let read = PartialDate::parse(typed).unwrap_or_else(|error| panic!("{typed:?}: {error:?}"));
            assert_eq!((read.canonical().as_str(), read.shown().as_str()), (canonical, shown), "{typed:?}");
        }
    }

    #[test]
    fn boxes_may_leave_open_what_is_unknown() {
        for (boxes, result) in [
            (["7", "3", "1985"], Ok("1985-03-07")),
            (["", "3", "1985"], Ok("1985-03")),
            (["0", "maart", "1985"], Ok("1985-03")),
            (["00", "00", "1985"], Ok("1985")),
            (["Onbekend", "onbekend", "1985"], Ok("1985")),
            (["", "", "1985"], Ok("1985")),
            (["7", "", "1985"], Err(DateError::MonthMissing)),
            (["", "", "onbekend"], Err(DateError::YearMissing)),
            (["", "", ""], Err(DateError::Empty)),
            (["29", "2", "2023"], Err(DateError::NoSuchDay)),
            (["", "", "85"], Err(DateError::TwoDigitYear)),
            (["", "", "1899"], Err(DateError::YearTooEarly)),
        ] {
            let [day, month, year] = boxes;
            let read = PartialDate::parse_boxes(day, month, year).map(|date| date.canonical());
            assert_eq!(read, result.map(str::to_owned), "{boxes:?}");
        }
    }

    #[test]
    fn an_age_is_as_sure_as_the_date() {
        let today = on(2026, 11, 21);
        for (born, age, shown, may_be_minor) in [
            ("21-11-2008", Age::Exactly(18), "18 jaar", false),
            ("22-11-2008", Age::Exactly(17), "17 jaar", true),
            ("11-2008", Age::Between(17, 18), "17 of 18 jaar", true),
            ("10-2008", Age::Exactly(18), "18 jaar", false),
            ("12-2008", Age::Exactly(17), "17 jaar", true),
            ("2008", Age::Between(17, 18), "17 of 18 jaar", true),
            ("2007", Age::Between(18, 19), "18 of 19 jaar", false),
            ("21-11-2026", Age::Exactly(0), "0 jaar", true),
            ("2027", Age::Exactly(0), "0 jaar", true),
        ] {
            let born_on = PartialDate::parse(born).unwrap();
            assert_eq!((born_on.age_on(today), born_on.age_on(today).shown().as_str()), (age, shown), "{born}");
            assert_eq!(born_on.may_be_minor_on(today), may_be_minor, "{born}");
            assert_eq!(born_on.is_surely_adult_on(today), !may_be_minor, "{born}");
            let surely_minor = matches!(age, Age::Exactly(0..18));
            assert_eq!(born_on.is_surely_minor_on(today), surely_minor, "{born}");
        }
    }

    #[test]
    fn a_leap_day_birthday_is_on_the_first_of_march_in_other_years() {
        let born = PartialDate::parse("29-2-2008").unwrap();
        assert_eq!(born.age_on(on(2026, 2, 28)), Age::Exactly(17));
        assert_eq!(born.age_on(on(2026, 3, 1)), Age::Exactly(18));
    }

    #[test]
    fn nobody_is_born_tomorrow_or_longer_than_120_years_ago() {
        let today = on(2026, 11, 21);
        for (born, result) in [
            ("21-11-2026", Ok(())),
            ("22-11-2026", Err(DateError::InFuture)),
            ("11-2026", Ok(())),
            ("12-2026", Err(DateError::InFuture)),
            ("2026", Ok(())),
            ("2027", Err(DateError::InFuture)),
            ("22-11-1905", Ok(())),
            ("21-11-1905", Err(DateError::TooOld)),
            ("1905", Ok(())),
            ("1904", Err(DateError::TooOld)),
        ] {
            assert_eq!(PartialDate::parse(born).unwrap().check_birth(today), result, "{born}");
        }
    }
}
