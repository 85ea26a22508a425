//! A week by its number (ISO 8601): `2026-49`.

use chrono::{Datelike, Days, NaiveDate, Weekday};

/// A week, from Monday to Sunday.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Week(NaiveDate);

impl Week {
    /// The week of this day.
    pub fn of(day: NaiveDate) -> Self {
        Self(day.week(Weekday::Mon).checked_first_day().unwrap_or(day))
    }

    /// Reads `2026-49`.
    pub fn parse(text: &str) -> Option<Self> {
        let (year, number) = text.split_once('-')?;
        let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        if year.len() != 4 || number.len() != 2 || !digits(year) || !digits(number) {
            return None;
        }
        NaiveDate::from_isoywd_opt(year.parse().ok()?, number.parse().ok()?, Weekday::Mon).map(Self)
    }

    /// `2026-49`.
    pub fn canonical(self) -> String {
        let week = self.0.iso_week();
        format!("{:04}-{:02}", week.year(), week.week())
    }

    /// 49.
    pub fn number(self) -> u32 {
        self.0.iso_week().week()
    }

    /// Monday to Sunday.
    pub fn days(self) -> impl Iterator<Item = NaiveDate> {
        self.0.iter_days().take(7)
    }

    /// The week after it.
    #[must_use]
    pub fn next(self) -> Self {
        Self(self.0.checked_add_days(Days::new(7)).unwrap_or(self.0))
    }

    /// The week before it.
    #[must_use]
    pub fn previous(self) -> Self {
        Self(self.0.checked_sub_days(Days::new(7)).unwrap_or(self.0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weeks_are_read_and_written_by_number() {
        for (text, monday) in [("2026-49", "2026-11-30"), ("2026-53", "2026-12-28"), ("2027-01", "2027-01-04")] {
            let week = Week::parse(text).unwrap();
            assert_eq!(week.days().next().unwrap().to_string(), monday);
            assert_eq!(week.canonical(), text);
            assert!(week.days().all(|day| Week::of(day) == week));
            assert_eq!((week.next().previous(), week.next() > week), (week, true));
        }
        assert_eq!(Week::parse("2026-49").unwrap().number(), 49);
    }

    #[test]
    fn what_is_no_week_is_none() {
        for text in ["", "49", "2026-54", "2027-53", "2026-00", "26-49", "2026-4", "+026-49", "2026-W49", "2026-49-1"] {
            assert_eq!(Week::parse(text), None, "{text}");
        }
    }
}
