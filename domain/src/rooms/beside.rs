//! What is free beside a time that can't be booked.

use std::collections::BTreeSet;

use chrono::{NaiveDate, NaiveDateTime};

use super::{Rules, Stay};

/// Other times for the same room on the same day.
const TIMES: usize = 3;
/// Other rooms at the same time.
const ROOMS: usize = 3;
/// Open days that are looked at for the next day on which the room is free.
const DAYS: usize = 10;

impl Rules {
    /// Stays as long as this one that can be booked instead: other times of the room on the same day, other rooms at the same time,
    /// the next day. `rooms` are those of the house in their order, `taken` is what of [`Rules::places_beside`] is taken.
    pub fn beside(&self, wanted: &Stay, rooms: &[&str], taken: &BTreeSet<String>, now: NaiveDateTime) -> Vec<Stay> {
        let is_free = |stay: &Stay| stay != wanted && !stay.places().iter().any(|place| taken.contains(place));
        let mut found: Vec<Stay> =
            self.times(wanted, wanted.day, now).into_iter().filter(is_free).take(TIMES).collect();
        found.extend(self.rooms(wanted, rooms, now).into_iter().filter(is_free).take(ROOMS));
        found.extend(
            self.days(wanted, now).into_iter().find_map(|day| self.times(wanted, day, now).into_iter().find(is_free)),
        );
        found
    }

    /// Every place that [`Rules::beside`] looks at.
    pub fn places_beside(&self, wanted: &Stay, rooms: &[&str], now: NaiveDateTime) -> Vec<String> {
        let days = self.days(wanted, now).into_iter().chain([wanted.day]);
        let times = days.flat_map(|day| self.times(wanted, day, now));
        let places: BTreeSet<String> =
            times.chain(self.rooms(wanted, rooms, now)).flat_map(|stay| stay.places()).collect();
        places.into_iter().collect()
    }

    /// The same room on a day, at any time that can be booked; the nearest to the wanted time first.
    fn times(&self, wanted: &Stay, day: NaiveDate, now: NaiveDateTime) -> Vec<Stay> {
        let Some(opening) = self.opening(day) else { return Vec::new() };
        let starts = opening.from.until(opening.until);
        let at =
            |start: crate::values::HalfHour| Stay::new(&wanted.room, day, start, start.later(wanted.half_hours())?);
        let mut stays: Vec<Stay> = starts.filter_map(at).filter(|stay| self.obstacle(stay, now).is_none()).collect();
        stays.sort_by_key(|stay| stay.start.minutes().abs_diff(wanted.start.minutes()));
        stays
    }

    fn rooms(&self, wanted: &Stay, rooms: &[&str], now: NaiveDateTime) -> Vec<Stay> {
        if self.obstacle(wanted, now).is_some() {
            return Vec::new();
        }
        let others = rooms.iter().filter(|room| **room != wanted.room);
        others.map(|room| Stay { room: (*room).to_owned(), ..wanted.clone() }).collect()
    }

    /// Open days after the wanted one, the nearest first; before the last, where the wanted one is further than one may book.
    fn days(&self, wanted: &Stay, now: NaiveDateTime) -> Vec<NaiveDate> {
        let (today, last) = (now.date(), self.last_day(now.date()));
        let is_open = |day: &NaiveDate| self.opening(*day).is_some() && *day != wanted.day;
        if wanted.day > last {
            let back = std::iter::successors(Some(last), NaiveDate::pred_opt);
            return back.take_while(|day| *day >= today).filter(is_open).take(DAYS).collect();
        }
        let on = wanted.day.max(today).iter_days();
        on.take_while(|day| *day <= last).filter(is_open).take(DAYS).collect()
    }
}
