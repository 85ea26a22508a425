//! When a room can be booked, and what is offered instead.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::*;
use crate::calendar::ClosingDay;
use crate::values::Day;

/// Sunday 22 November 2026, 9:10 in the morning.
fn now() -> NaiveDateTime {
    moment("2026-11-22T09:10:00")
}

fn moment(text: &str) -> NaiveDateTime {
    text.parse().unwrap()
}

fn time(text: &str) -> HalfHour {
    HalfHour::parse(text).unwrap()
}

fn stay(text: &str) -> Stay {
    Stay::parse(text).unwrap_or_else(|| panic!("{text}"))
}

/// Open on working days, longer on Monday; Saturday morning too. Four weeks ahead, closed on 3 December.
fn rules() -> Rules {
    let open = |from, until| Some(Opening { from: time(from), until: time(until) });
    let day = open("08:30", "17:30");
    let closed = ClosingDay::On(Day::parse("2026-12-03").unwrap());
    Rules {
        hours: [open("08:30", "21:00"), day, day, day, day, open("09:00", "12:00"), None],
        weeks_ahead: 4,
        calendar: Calendar { closing_days: vec![closed], ..Calendar::default() },
    }
}

const ROOMS: [&str; 3] = ["a", "b", "c"];

#[test]
fn a_room_can_be_booked_in_time_within_hours_on_open_days() {
    let rules = rules();
    let day = |from, until| Obstacle::OutsideHours(Opening { from: time(from), until: time(until) });
    let last = Day::parse("2026-12-20").unwrap().date();
    for (text, expected) in [
        ("a 2026-11-23 08:30 09:00", None),
        ("a 2026-11-23 20:00 21:00", None),
        ("a 2026-11-24 08:30 17:30", None),
        ("a 2026-11-24 08:00 09:00", Some(day("08:30", "17:30"))),
        ("a 2026-11-24 17:00 18:00", Some(day("08:30", "17:30"))),
        ("a 2026-11-24 20:00 21:00", Some(day("08:30", "17:30"))),
        ("a 2026-11-28 09:00 12:00", None),
        ("a 2026-11-28 11:30 12:30", Some(day("09:00", "12:00"))),
        ("a 2026-11-29 10:00 11:00", Some(Obstacle::Closed)),
        ("a 2026-12-03 10:00 11:00", Some(Obstacle::Closed)),
        ("a 2026-12-18 10:00 11:00", None),
        ("a 2026-12-21 10:00 11:00", Some(Obstacle::TooFar(last))),
        ("a 2026-11-20 10:00 11:00", Some(Obstacle::Past)),
        ("a 2026-11-22 09:00 10:00", Some(Obstacle::Past)),
    ] {
        assert_eq!(rules.obstacle(&stay(text), now()), expected, "{text}");
    }
}

#[test]
fn holidays_are_closed_and_good_friday_is_for_the_house_to_say() {
    let mut rules = Rules { weeks_ahead: 50, ..rules() };
    assert_eq!(rules.obstacle(&stay("a 2026-12-25 10:00 11:00"), now()), Some(Obstacle::Closed));
    let good_friday = stay("a 2027-03-26 10:00 11:00");
    assert_eq!(rules.obstacle(&good_friday, now()), Some(Obstacle::Closed));
    rules.calendar.good_friday = crate::calendar::GoodFriday::Working;
    assert_eq!(rules.obstacle(&good_friday, now()), None);
}

#[test]
fn a_stay_that_begins_this_minute_is_in_time_and_a_second_later_it_is_not() {
    let stay = stay("a 2026-11-23 09:00 10:00");
    for (moment_, expected) in [
        ("2026-11-23T08:59:59", None),
        ("2026-11-23T09:00:00", None),
        ("2026-11-23T09:00:01", Some(Obstacle::Past)),
        ("2026-11-24T00:00:00", Some(Obstacle::Past)),
    ] {
        assert_eq!(rules().obstacle(&stay, moment(moment_)), expected, "{moment_}");
    }
}

fn beside(wanted: &str, taken: &[&str], now: NaiveDateTime) -> Vec<String> {
    let taken = taken.iter().flat_map(|text| stay(text).places()).collect();
    rules().beside(&stay(wanted), &ROOMS, &taken, now).iter().map(Stay::canonical).collect()
}

#[test]
fn beside_a_taken_time_are_other_times_other_rooms_and_the_next_day() {
    let wanted = "a 2026-11-24 10:00 11:00";
    let found = beside(wanted, &["a 2026-11-24 10:30 11:00", "c 2026-11-24 09:30 10:30"], now());
    assert_eq!(
        found,
        [
            "a 2026-11-24 09:30 10:30",
            "a 2026-11-24 09:00 10:00",
            "a 2026-11-24 11:00 12:00",
            "b 2026-11-24 10:00 11:00",
            "a 2026-11-25 10:00 11:00",
        ]
    );
}

#[test]
fn beside_a_time_outside_hours_is_the_nearest_within() {
    let found = beside("a 2026-11-24 17:00 18:00", &[], now());
    assert_eq!(found[0], "a 2026-11-24 16:30 17:30");
    assert!(found.iter().all(|text| text.starts_with("a ")), "no other room is open then: {found:?}");
    assert_eq!(found.last().unwrap(), "a 2026-11-25 16:30 17:30");
}

#[test]
fn beside_a_closed_day_is_the_next_open_one() {
    assert_eq!(beside("a 2026-11-29 10:00 11:00", &[], now()), ["a 2026-11-30 10:00 11:00"]);
    let full = ["a 2026-11-30 08:30 21:00"];
    assert_eq!(beside("a 2026-11-29 10:00 11:00", &full, now()), ["a 2026-12-01 10:00 11:00"]);
}

#[test]
fn beside_the_past_is_later_today_or_the_next_day() {
    let noon = moment("2026-11-24T12:05:00");
    let found = beside("a 2026-11-24 10:00 11:00", &[], noon);
    assert_eq!(found[0], "a 2026-11-24 12:30 13:30");
    assert_eq!(beside("a 2025-11-24 10:00 11:00", &[], noon), ["a 2026-11-24 12:30 13:30"]);
}

#[test]
fn beside_a_day_too_far_ahead_is_the_last_that_can_be_booked() {
    assert_eq!(beside("a 2027-06-01 10:00 11:00", &[], now()), ["a 2026-12-19 10:00 11:00"]);
}

#[test]
fn a_stay_that_is_longer_than_any_day_has_nothing_beside_it() {
    assert_eq!(beside("a 2026-11-24 07:00 22:00", &[], now()), [""; 0]);
}

#[test]
fn a_day_is_told_in_stretches() {
    let taken: BTreeSet<String> = stay("a 2026-11-24 10:00 11:00").places().into_iter().collect();
    let runs = |day: &str, at: &str| -> Vec<(String, State)> {
        let day = Day::parse(day).unwrap().date();
        let runs = rules().runs("a", day, &taken, moment(at));
        runs.into_iter()
            .map(|run| (format!("{}-{}", run.stay.start.canonical(), run.stay.end.canonical()), run.state))
            .collect()
    };
    let told =
        |runs: &[(String, State)]| runs.iter().map(|(time, state)| format!("{time} {state:?}")).collect::<Vec<_>>();
    assert_eq!(
        told(&runs("2026-11-24", "2026-11-24T09:10:00")),
        ["08:30-09:30 Past", "09:30-10:00 Free", "10:00-11:00 Taken", "11:00-17:30 Free"]
    );
    assert_eq!(told(&runs("2026-11-24", "2026-11-25T00:00:00")), ["08:30-17:30 Past"]);
    assert_eq!(told(&runs("2026-12-22", "2026-11-24T09:10:00")), ["08:30-17:30 Free"]);
    assert_eq!(told(&runs("2026-12-23", "2026-11-24T09:10:00")), ["08:30-17:30 NotYet"]);
    assert_eq!(runs("2026-12-03", "2026-11-24T09:10:00"), []);
}

#[test]
fn texts_that_are_no_stay_are_none() {
    for text in [
        "",
        "a",
        "a 2026-11-24 10:00",
        "a 2026-11-24 11:00 10:00",
        "a 2026-11-24 10:00 11:00 x",
        " 2026-11-24 10:00 11:00",
        "a 2026-02-30 10:00 11:00",
    ] {
        assert_eq!(Stay::parse(text), None, "{text:?}");
    }
}

#[test]
fn an_obstacle_says_what_it_is() {
    let opening = Opening { from: time("08:30"), until: time("17:30") };
    assert_eq!(Obstacle::OutsideHours(opening).text(), "Op deze dag zijn onze kamers open van 8.30 tot 17.30 uur.");
    let last = Day::parse("2026-12-20").unwrap().date();
    assert_eq!(Obstacle::TooFar(last).text(), "U kunt nu reserveren tot en met zondag 20 december 2026.");
    assert_eq!(stay("a 2026-12-01 09:00 10:30").when(), "dinsdag 1 december 2026, van 9.00 tot 10.30 uur");
}

prop_compose! {
    fn any_stay()(room in 0..3_usize, day in -20..60_i64, start in 0..47_u8, length in 1..12_u8) -> Stay {
        let day = now().date() + chrono::TimeDelta::days(day);
        let start = time("00:00").later(start.into()).unwrap();
        let end = start.later(length.into()).unwrap_or(time("24:00"));
        Stay::new(ROOMS[room], day, start, end).unwrap()
    }
}

proptest! {
    #[test]
    fn what_is_offered_can_be_booked_lasts_as_long_and_is_free(
        wanted in any_stay(), taken in prop::collection::vec(any_stay(), 0..40), minute in 0..1440_i64,
    ) {
        let now = now().date().and_time(chrono::NaiveTime::MIN) + chrono::TimeDelta::minutes(minute);
        let taken: BTreeSet<String> = taken.iter().flat_map(Stay::places).collect();
        let found = rules().beside(&wanted, &ROOMS, &taken, now);
        for offer in &found {
            prop_assert_eq!(rules().obstacle(offer, now), None);
            prop_assert_eq!(offer.half_hours(), wanted.half_hours());
            prop_assert!(!offer.places().iter().any(|place| taken.contains(place)));
            prop_assert!(offer != &wanted);
        }
        let texts: BTreeSet<String> = found.iter().map(Stay::canonical).collect();
        prop_assert_eq!(texts.len(), found.len(), "no offer stands twice");
        // Only what was asked about decides.
        let asked: BTreeSet<String> = rules().places_beside(&wanted, &ROOMS, now).into_iter().collect();
        let known: BTreeSet<String> = taken.intersection(&asked).cloned().collect();
        prop_assert_eq!(rules().beside(&wanted, &ROOMS, &known, now), found);
    }

    #[test]
    fn a_day_is_told_without_gaps_and_a_half_hour_is_free_when_it_can_be_booked(
        wanted in any_stay(), taken in prop::collection::vec(any_stay(), 0..40),
    ) {
        let (rules, taken) = (rules(), taken.iter().flat_map(Stay::places).collect::<BTreeSet<String>>());
        let runs = rules.runs(&wanted.room, wanted.day, &taken, now());
        prop_assert_eq!(runs.is_empty(), rules.opening(wanted.day).is_none());
        prop_assert!(runs.windows(2).all(|two| two[0].stay.end == two[1].stay.start && two[0].state != two[1].state));
        for run in runs {
            for start in run.stay.start.until(run.stay.end) {
                let half_hour = Stay::new(&wanted.room, wanted.day, start, start.later(1).unwrap()).unwrap();
                let can = rules.obstacle(&half_hour, now()).is_none() && !taken.contains(&half_hour.places()[0]);
                prop_assert_eq!(run.state == State::Free, can);
            }
        }
    }

    #[test]
    fn a_stay_is_known_by_its_text_and_by_its_places(stay in any_stay()) {
        prop_assert_eq!(Stay::parse(&stay.canonical()), Some(stay.clone()));
        let mut places = stay.places();
        places.reverse();
        prop_assert_eq!(Stay::of_places(&places), Some(stay));
    }
}
