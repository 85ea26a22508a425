//! The rules of a booking, tried on whole bookings, and what each takes.

use super::{FORM, place, places};
use crate::answers::Answers;
use crate::check::{Code, Warning};
use crate::form::{Effect, Kind, Options};
use crate::forms::trial::Trial;
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

#[test]
fn a_booking_takes_each_half_hour_of_its_room_once() {
    let Effect::Takes(takes) = FORM.effect else { panic!("a booking takes places") };
    let accepted = BOOKING.judged("").accepted;
    let expected =
        ["spreekkamer-1 2026-12-01 09:00", "spreekkamer-1 2026-12-01 09:30", "spreekkamer-1 2026-12-01 10:00"];
    assert_eq!(takes(&accepted), expected);
    assert_eq!(place("spreekkamer-1", "2026-12-01", HalfHour::parse("09:30").unwrap()), expected[1]);
}

#[test]
fn bookings_that_touch_share_no_place() {
    let morning = places(&BOOKING.judged("").accepted);
    let after = places(&BOOKING.judged("booking.start=10:30\nbooking.end=12:00").accepted);
    let across = places(&BOOKING.judged("booking.start=10:00\nbooking.end=11:00").accepted);
    assert!(after.iter().all(|taken| !morning.contains(taken)));
    assert!(across.iter().any(|taken| morning.contains(taken)));
}

#[test]
fn answers_without_times_take_nothing() {
    assert_eq!(places(&Answers::default()), [""; 0]);
}
