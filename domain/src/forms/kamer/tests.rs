//! The rules of a booking, tried on whole bookings, and what each takes.

use super::FORM;
use crate::check::{Code, Warning};
use crate::form::{Effect, Kind, Options};
use crate::forms::trial::Trial;
use crate::rooms::Stay;
use crate::steps::booking::offered as offered_hours;
use crate::values::HalfHour;

const BOOKING: Trial = Trial {
    form: &FORM,
    least: &["
booking.room=spreekkamer-1
booking.day.day=1
booking.day.month=12
booking.day.year=2026
booking.start=09:00
booking.end=10:30
booking.people=3
booking.purpose=gesprek
booker.organisation=politie
booker.name=Sanne Jansen
booker.email=s.jansen@politie.example
"],
};

#[test]
fn the_least_may_be_sent_and_each_of_it_is_needed() {
    assert_eq!(BOOKING.notices(""), [""; 0]);
    BOOKING.needs_all_of_it();
}

#[test]
fn a_booking_ends_after_it_starts() {
    for end in ["09:00", "08:30", "07:30"] {
        BOOKING.breaks(&["booking.end=", end].concat(), "booking.end", "end_before_start");
    }
    assert!(BOOKING.judged("booking.end=09:30").is_good());
}

#[test]
fn an_open_start_is_told_once_and_says_nothing_of_the_end() {
    assert_eq!(BOOKING.problems("booking.start="), [("booking.start".to_owned(), Code::Missing)]);
    assert_eq!(BOOKING.problems("booking.start=23:00"), [("booking.start".to_owned(), Code::UnknownChoice)]);
}

#[test]
fn rooms_and_organisations_are_those_of_the_house() {
    for (change, name) in
        [("booking.room=zolder", "booking.room"), ("booker.organisation=andere", "booker.organisation")]
    {
        assert_eq!(BOOKING.problems(change), [(name.to_owned(), Code::UnknownChoice)]);
    }
}

#[test]
fn a_day_in_the_past_is_refused() {
    assert_eq!(BOOKING.problems("booking.day.month=11"), [("booking.day".to_owned(), Code::InPast)]);
}

#[test]
fn an_address_of_another_organisation_warns() {
    let warnings = BOOKING.warnings("booker.email=s.jansen@elders.example");
    let seen: Vec<_> = warnings.iter().map(|warned| (warned.name.as_str(), warned.warning)).collect();
    assert_eq!(seen, [("booker.email", Warning::OtherDomain)]);
}

#[test]
fn every_time_that_is_offered_is_a_half_hour_in_order() {
    let offered = |name: &str| match FORM.field_at(name).map(|field| field.kind) {
        Some(Kind::One(Options::Fixed(list))) => list.iter().map(|choice| choice.value).collect::<Vec<_>>(),
        _ => Vec::new(),
    };
    let whole = |from: &str, to: &str| {
        let time = |text| HalfHour::parse(text).unwrap();
        time(from).until(time(to)).map(HalfHour::canonical).collect::<Vec<_>>()
    };
    assert_eq!(offered("booking.start"), whole("07:00", "22:00"));
    assert_eq!(offered("booking.end"), whole("07:30", "22:30"));
}

fn wanted(changes: &str) -> Option<Stay> {
    let Effect::Takes(taking) = FORM.effect else { panic!("a booking takes a room") };
    (taking.wanted)(&BOOKING.judged(changes).accepted)
}

#[test]
fn a_booking_takes_each_half_hour_of_its_room_once() {
    let expected =
        ["spreekkamer-1 2026-12-01 09:00", "spreekkamer-1 2026-12-01 09:30", "spreekkamer-1 2026-12-01 10:00"];
    assert_eq!(wanted("").unwrap().places(), expected);
}

#[test]
fn bookings_that_touch_share_no_place() {
    let places = |changes| wanted(changes).unwrap().places();
    let morning = places("");
    let after = places("booking.start=10:30\nbooking.end=12:00");
    let across = places("booking.start=10:00\nbooking.end=11:00");
    assert!(after.iter().all(|taken| !morning.contains(taken)));
    assert!(across.iter().any(|taken| morning.contains(taken)));
}

#[test]
fn answers_that_do_not_say_it_all_take_nothing() {
    for open in ["booking.room=", "booking.day.day=", "booking.start=", "booking.end=", "booking.end=08:00"] {
        assert!(wanted(open).is_none(), "{open}");
    }
}

#[test]
fn the_answers_of_a_stay_ask_for_that_stay() {
    let Effect::Takes(taking) = FORM.effect else { panic!("a booking takes a room") };
    let stay = Stay::parse("spreekkamer-1 2027-03-07 13:00 14:30").unwrap();
    let answers = (taking.answers)(&stay);
    let lines: Vec<String> = answers.iter().map(|(name, text)| format!("{name}={text}")).collect();
    assert_eq!(wanted(&lines.join("\n")), Some(stay));
    assert!(answers.iter().all(|(name, _)| FORM.knows(name) && FORM.step_of(name).is_some()));
}

#[test]
fn rooms_open_no_earlier_and_no_later_than_the_form_offers() {
    let (from, until) = offered_hours().unwrap();
    assert_eq!((from.canonical(), until.canonical()), ("07:00".to_owned(), "22:00".to_owned()));
}
