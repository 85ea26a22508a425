//! Booking a room: when a room can be booked, and what is free beside a time that can't.
//!
//! Rooms go by the half hour. The moment is passed in, as the wall clock in the Netherlands; what is taken comes as the texts of
//! [`Stay::places`], each of which only one booking can hold.

mod beside;
mod day;
mod stay;
mod week;

use chrono::{Datelike, Days, NaiveDate, NaiveDateTime, Timelike, Weekday};

pub use day::{Run, State};
pub use stay::{Stay, span};
pub use week::Week;

use crate::calendar::{Calendar, long};
use crate::values::HalfHour;

/// From when until when the rooms of a house are open on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Opening {
    /// The first half hour.
    pub from: HalfHour,
    /// Closing time.
    pub until: HalfHour,
}

/// When the rooms of a house can be booked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rules {
    /// The opening of each day of the week, Monday first; none on days that the house is closed.
    pub hours: [Option<Opening>; 7],
    /// How many weeks ahead one may book.
    pub weeks_ahead: u8,
    /// Holidays and closing days: the house is closed.
    pub calendar: Calendar,
}

/// Why a room can't be booked at a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Obstacle {
    /// It began already.
    Past,
    /// It lies after the last day on which one may book now.
    TooFar(NaiveDate),
    /// The house is closed on that day.
    Closed,
    /// It is not within the opening of that day.
    OutsideHours(Opening),
    /// Someone else has it, or a part of it.
    Taken,
}

impl Rules {
    /// When the rooms are open on this day; `None`: the house is closed.
    pub fn opening(&self, day: NaiveDate) -> Option<Opening> {
        let weekday: Weekday = day.weekday();
        self.hours[weekday.num_days_from_monday() as usize].filter(|_| !self.calendar.is_closed(day))
    }

    /// The last day for which one may book today.
    pub fn last_day(&self, today: NaiveDate) -> NaiveDate {
        today.checked_add_days(Days::new(7 * u64::from(self.weeks_ahead))).unwrap_or(NaiveDate::MAX)
    }

    /// What stands in the way of this stay, whatever is taken. `None`: nothing.
    pub fn obstacle(&self, stay: &Stay, now: NaiveDateTime) -> Option<Obstacle> {
        let last = self.last_day(now.date());
        if has_begun(stay.day, stay.start, now) {
            return Some(Obstacle::Past);
        }
        if stay.day > last {
            return Some(Obstacle::TooFar(last));
        }
        match self.opening(stay.day) {
            None => Some(Obstacle::Closed),
            Some(opening) if stay.start < opening.from || stay.end > opening.until => {
                Some(Obstacle::OutsideHours(opening))
            }
            Some(_) => None,
        }
    }
}

/// Whether this half hour of a day has begun: on the minute is still in time.
fn has_begun(day: NaiveDate, start: HalfHour, now: NaiveDateTime) -> bool {
    let seconds = now.num_seconds_from_midnight();
    day < now.date() || (day == now.date() && 60 * start.minutes() < seconds)
}

impl Obstacle {
    /// The same for whoever books, B1.
    pub fn text(self) -> String {
        match self {
            Self::Past => "Deze tijd is al voorbij.".to_owned(),
            Self::TooFar(last) => format!("U kunt nu reserveren tot en met {}.", long(last)),
            Self::Closed => "Op deze dag zijn onze kamers gesloten.".to_owned(),
            Self::OutsideHours(Opening { from, until }) => {
                format!("Op deze dag zijn onze kamers open van {}.", span(from, until))
            }
            Self::Taken => "Deze kamer is op deze tijd niet meer vrij.".to_owned(),
        }
    }
}

#[cfg(test)]
mod tests;
