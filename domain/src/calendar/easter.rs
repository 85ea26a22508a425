//! The date of Easter.

use chrono::{NaiveDate, TimeDelta};

/// The day so many days after (or before) Easter Sunday of a Gregorian year; `None` outside the years chrono knows.
pub(super) fn days_from_easter(year: i32, days: i64) -> Option<NaiveDate> {
    easter_sunday(year)?.checked_add_signed(TimeDelta::try_days(days)?)
}

/// Easter Sunday by the anonymous Gregorian algorithm (Meeus, *Astronomical Algorithms*, chapter 8).
fn easter_sunday(year: i32) -> Option<NaiveDate> {
    let golden = year.rem_euclid(19);
    let century = year.div_euclid(100);
    let year_of_century = year.rem_euclid(100);
    let dropped_leap_days = century - century.div_euclid(4);
    let moon_correction = (century - (century + 8).div_euclid(25) + 1).div_euclid(3);
    let full_moon = (19 * golden + dropped_leap_days - moon_correction + 15).rem_euclid(30);
    let to_sunday =
        (32 + 2 * century.rem_euclid(4) + 2 * (year_of_century / 4) - full_moon - year_of_century % 4).rem_euclid(7);
    let late_moon = (golden + 11 * full_moon + 22 * to_sunday) / 451;
    let days_after_22_march = full_moon + to_sunday - 7 * late_moon;
    NaiveDate::from_ymd_opt(year, 3, 22)?.checked_add_signed(TimeDelta::try_days(days_after_22_march.into())?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::{Datelike, Weekday};

    #[test]
    fn easter_falls_where_almanacs_say() {
        // First and last possible day, and both exceptions of Gauss (1954, 1981) among them.
        for (year, month, day) in [
            (1818, 3, 22),
            (1943, 4, 25),
            (1954, 4, 18),
            (1981, 4, 19),
            (2000, 4, 23),
            (2008, 3, 23),
            (2024, 3, 31),
            (2025, 4, 20),
            (2026, 4, 5),
            (2038, 4, 25),
            (2285, 3, 22),
        ] {
            assert_eq!(days_from_easter(year, 0), NaiveDate::from_ymd_opt(year, month, day), "{year}");
        }
    }

    #[test]
    fn easter_is_a_sunday_from_22_march_to_25_april() {
        for year in 1583..4000 {
            let easter = days_from_easter(year, 0).unwrap();
            assert_eq!(easter.weekday(), Weekday::Sun, "{year}");
            assert!(
                (22..=56).contains(&(easter.ordinal() - NaiveDate::from_ymd_opt(year, 3, 1).unwrap().ordinal() + 1)),
                "{year}"
            );
        }
    }
}
