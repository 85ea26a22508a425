//! A room for some time on one day.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};

use crate::calendar::long;
use crate::values::{Day, HalfHour};

/// A room from a time until a later one, on one day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stay {
    /// Id of the room.
    pub room: String,
    /// The day.
    pub day: NaiveDate,
    /// Its first half hour.
    pub start: HalfHour,
    /// When it ends.
    pub end: HalfHour,
}

impl Stay {
    /// A stay; `None` without a room or where the end is not later than the start.
    pub fn new(room: &str, day: NaiveDate, start: HalfHour, end: HalfHour) -> Option<Self> {
        (!room.is_empty() && start < end).then(|| Self { room: room.to_owned(), day, start, end })
    }

    /// Reads what [`Stay::canonical`] writes.
    pub fn parse(text: &str) -> Option<Self> {
        let mut words = text.split(' ');
        let (room, day) = (words.next()?, Day::parse(words.next()?).ok()?);
        let (start, end) = (HalfHour::parse(words.next()?).ok()?, HalfHour::parse(words.next()?).ok()?);
        if words.next().is_some() { None } else { Self::new(room, day.date(), start, end) }
    }

    /// `kamer-1 2026-12-01 09:00 10:30`.
    pub fn canonical(&self) -> String {
        [&self.room, &Day::from(self.day).canonical(), &self.start.canonical(), &self.end.canonical()]
            .map(String::as_str)
            .join(" ")
    }

    /// What it takes, once for each half hour: `kamer-1 2026-12-01 09:00`. Only one booking can hold each of these texts.
    pub fn places(&self) -> Vec<String> {
        let day = Day::from(self.day).canonical();
        let place = |half_hour: HalfHour| [&self.room, &day, &half_hour.canonical()].map(String::as_str).join(" ");
        self.start.until(self.end).map(place).collect()
    }

    /// The stay that takes these places, which are all of one room and one day.
    pub fn of_places(places: &[String]) -> Option<Self> {
        let mut places: Vec<&str> = places.iter().map(String::as_str).collect();
        places.sort_unstable();
        let (room_and_day, last) = places.last()?.rsplit_once(' ')?;
        let end = HalfHour::parse(last).ok()?.later(1)?.canonical();
        let (same, _) = places.first()?.rsplit_once(' ')?;
        if same == room_and_day { Self::parse(&[places[0], &end].join(" ")) } else { None }
    }

    /// How many half hours it lasts.
    pub fn half_hours(&self) -> usize {
        self.start.until(self.end).count()
    }

    /// Whether it is over, by the wall clock in the Netherlands: at its end it is.
    pub fn is_over(&self, now: NaiveDateTime) -> bool {
        self.day.and_time(NaiveTime::MIN) + TimeDelta::minutes(self.end.minutes().into()) <= now
    }

    /// "dinsdag 1 december 2026, van 9.00 tot 10.30 uur".
    pub fn when(&self) -> String {
        format!("{}, {}", long(self.day), self.time())
    }

    /// "van 9.00 tot 10.30 uur".
    pub fn time(&self) -> String {
        format!("van {}", span(self.start, self.end))
    }
}

/// "9.00 tot 10.30 uur".
pub fn span(from: HalfHour, until: HalfHour) -> String {
    let from = from.shown();
    format!("{} tot {}", from.strip_suffix(" uur").unwrap_or(&from), until.shown())
}
