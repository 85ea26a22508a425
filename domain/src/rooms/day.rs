//! A day of a room, as stretches of half hours of which the same holds.

use std::collections::BTreeSet;

use chrono::{NaiveDate, NaiveDateTime};

use super::{Rules, Stay, has_begun};
use crate::values::HalfHour;

/// A stretch of a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// Room, day, from when until when.
    pub stay: Stay,
    /// What holds for all of it.
    pub state: State,
}

/// What holds for a half hour of a room.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// It began already.
    Past,
    /// It can be booked.
    Free,
    /// Somebody has it.
    Taken,
    /// It is too far ahead to be booked.
    NotYet,
}

impl Rules {
    /// The day of a room from opening to closing; empty where the house is closed. `taken` are the places that are taken.
    pub fn runs(&self, room: &str, day: NaiveDate, taken: &BTreeSet<String>, now: NaiveDateTime) -> Vec<Run> {
        let mut runs: Vec<Run> = Vec::new();
        for stay in self.half_hours(room, day) {
            let state = if has_begun(day, stay.start, now) {
                State::Past
            } else if stay.places().iter().any(|place| taken.contains(place)) {
                State::Taken
            } else if day > self.last_day(now.date()) {
                State::NotYet
            } else {
                State::Free
            };
            match runs.last_mut() {
                Some(run) if run.state == state => run.stay.end = stay.end,
                _ => runs.push(Run { stay, state }),
            }
        }
        runs
    }

    /// Every place of a room on a day.
    pub fn places_of_day(&self, room: &str, day: NaiveDate) -> Vec<String> {
        self.half_hours(room, day).into_iter().flat_map(|stay| stay.places()).collect()
    }

    fn half_hours(&self, room: &str, day: NaiveDate) -> Vec<Stay> {
        let Some(opening) = self.opening(day) else { return Vec::new() };
        let half_hour = |start: HalfHour| Stay::new(room, day, start, start.later(1)?);
        opening.from.until(opening.until).filter_map(half_hour).collect()
    }
}
