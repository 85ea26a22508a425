//! A time of day in half hours, by which rooms are booked.

/// A half hour: 09:00, 21:30. Counted from midnight; 24:00 is the end of the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct HalfHour(u8);

super::deserialize_by_parse!(HalfHour);

/// The text is no time of day on a whole or half hour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoHalfHour;

impl HalfHour {
    /// Reads `09:00`, `9:30` and `9.30`.
    pub fn parse(text: &str) -> Result<Self, NoHalfHour> {
        let (hour, minutes) = text.trim().split_once([':', '.']).ok_or(NoHalfHour)?;
        let is_number = (1..=2).contains(&hour.len()) && hour.bytes().all(|byte| byte.is_ascii_digit());
        let hour: u8 = if is_number { hour.parse().map_err(|_| NoHalfHour)? } else { return Err(NoHalfHour) };
        let half = match minutes {
            "00" => 0,
            "30" => 1,
            _ => return Err(NoHalfHour),
        };
        match hour {
            0..24 => Ok(Self(2 * hour + half)),
            24 if half == 0 => Ok(Self(48)),
            _ => Err(NoHalfHour),
        }
    }

    /// `09:00`.
    pub fn canonical(self) -> String {
        format!("{:02}:{}", self.0 / 2, if self.0.is_multiple_of(2) { "00" } else { "30" })
    }

    /// `9.00 uur`.
    pub fn shown(self) -> String {
        format!("{}.{} uur", self.0 / 2, if self.0.is_multiple_of(2) { "00" } else { "30" })
    }

    /// Each half hour from this one up to, and not including, the end. None where the end is not later.
    pub fn until(self, end: Self) -> impl Iterator<Item = Self> {
        (self.0..end.0).map(Self)
    }

    /// The time that many half hours later; `None` after the end of the day.
    pub fn later(self, half_hours: usize) -> Option<Self> {
        let later = usize::from(self.0) + half_hours;
        u8::try_from(later).ok().filter(|later| *later <= 48).map(Self)
    }

    /// Minutes since midnight.
    pub fn minutes(self) -> u32 {
        30 * u32::from(self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> HalfHour {
        HalfHour::parse(text).unwrap_or_else(|_| panic!("{text}"))
    }

    #[test]
    fn times_that_pass() {
        for (typed, canonical, shown) in [
            ("09:00", "09:00", "9.00 uur"),
            ("9:30", "09:30", "9.30 uur"),
            (" 9.30 ", "09:30", "9.30 uur"),
            ("00:00", "00:00", "0.00 uur"),
            ("23:30", "23:30", "23.30 uur"),
            ("24:00", "24:00", "24.00 uur"),
        ] {
            assert_eq!((at(typed).canonical().as_str(), at(typed).shown().as_str()), (canonical, shown), "{typed:?}");
            assert_eq!(at(canonical), at(typed));
        }
    }

    #[test]
    fn times_that_fail() {
        for typed in ["", "9", "09:15", "9:0", "24:30", "25:00", "009:00", "+9:00", ":30", "negen:00", "?", "09:00:00"]
        {
            assert_eq!(HalfHour::parse(typed), Err(NoHalfHour), "{typed:?}");
        }
    }

    #[test]
    fn later_stays_within_the_day() {
        for (time, half_hours, expected) in
            [("09:00", 0, Some("09:00")), ("09:00", 3, Some("10:30")), ("23:30", 1, Some("24:00")), ("23:30", 2, None)]
        {
            let later = at(time).later(half_hours).map(HalfHour::canonical);
            assert_eq!(later.as_deref(), expected, "{time} {half_hours}");
        }
        assert_eq!(at("09:30").minutes(), 570);
    }

    #[test]
    fn the_half_hours_of_a_stay_end_before_its_end() {
        for (start, end, expected) in [
            ("09:00", "10:30", &["09:00", "09:30", "10:00"][..]),
            ("21:30", "22:00", &["21:30"]),
            ("23:00", "24:00", &["23:00", "23:30"]),
            ("09:00", "09:00", &[]),
            ("10:00", "09:00", &[]),
        ] {
            let found: Vec<String> = at(start).until(at(end)).map(HalfHour::canonical).collect();
            assert_eq!(found, expected, "{start} {end}");
        }
    }
}
