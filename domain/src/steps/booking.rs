//! Which room, when, for how many. Rooms go by the half hour.

use serde::Deserialize;
use validator::{Validate, ValidationError};

use super::across::broken_if;
use super::purposes_beside_cases::BOOKING;
use crate::check::accept;
use crate::form::{Choice, DayRange, Field, Kind, Options, Step, When, Width, paragraphs, prose};
use crate::values::HalfHour;

/// What we accept of a booking.
#[expect(missing_docs, reason = "each field is the question of the same name below")]
#[derive(Deserialize)]
pub struct Booking {
    pub room: String,
    pub day: String,
    pub start: String,
    pub end: String,
    pub people: String,
    pub purpose: String,
    pub equipment: Option<String>,
}

/// The end comes after the start.
#[derive(Deserialize, Validate)]
#[validate(schema(function = ends_after_start))]
struct Times {
    start: String,
    end: String,
}

fn ends_after_start(times: &Times) -> Result<(), ValidationError> {
    let both = HalfHour::parse(&times.start).and_then(|start| Ok((start, HalfHour::parse(&times.end)?)));
    broken_if(both.is_ok_and(|(start, end)| end <= start), "end_before_start")
}

/// The step as it is asked.
pub const STEP: Step = Step {
    slug: "kamer",
    title: prose("Welke kamer wilt u, en wanneer?"),
    intro: paragraphs(&[
        "Alleen partners met een werkplek in ons gebouw kunnen een kamer reserveren.",
        "Noem in dit formulier nooit de naam van een cliënt.",
    ]),
    when: When::Always,
    section: "booking",
    accept: accept::<Times>,
    parts: &[
        Field::new("booking.room", Kind::One(Options::Rooms), "Welke kamer?", "een kamer", &BOOKING)
            .hint("Kies een kamer waarin uw groep past.")
            .why("Zo is de kamer voor u en niet ook voor een ander.")
            .part(),
        Field::new("booking.day", Kind::Day(DayRange::Future), "Op welke dag?", "de dag van de reservering", &BOOKING)
            .hint("Vandaag of later. Bijvoorbeeld: 7 3 2027.")
            .why("Zo weten wij wanneer de kamer bezet is.")
            .part(),
        Field::new(
            "booking.start",
            Kind::One(Options::Fixed(STARTS)),
            "Hoe laat begint u?",
            "hoe laat u begint",
            &BOOKING,
        )
        .hint("U reserveert per half uur.")
        .why("Zo weten wij vanaf wanneer de kamer bezet is.")
        .part(),
        Field::new(
            "booking.end",
            Kind::One(Options::Fixed(ENDS)),
            "Hoe laat bent u klaar?",
            "hoe laat u klaar bent",
            &BOOKING,
        )
        .hint("Reken ook de tijd mee om op te ruimen.")
        .why("Zo weten wij vanaf wanneer een ander de kamer kan gebruiken.")
        .part(),
        Field::new("booking.people", Kind::Count(MOST_PEOPLE), "Met hoeveel mensen?", "het aantal mensen", &BOOKING)
            .hint("Tel uzelf mee.")
            .why("Zo zien wij of de kamer groot genoeg is.")
            .part(),
        Field::new(
            "booking.purpose",
            Kind::One(Options::Fixed(PURPOSES)),
            "Waarvoor gebruikt u de kamer?",
            "waarvoor u de kamer gebruikt",
            &BOOKING,
        )
        .hint("Kies wat het best past.")
        .why("Zo kan de receptie mensen goed ontvangen.")
        .part(),
        Field::new(
            "booking.equipment",
            Kind::Text(Width::Wide),
            "Wat hebt u in de kamer nodig?",
            "uw wens voor de kamer",
            &BOOKING,
        )
        .hint("Bijvoorbeeld: een scherm of een flip-over. Noem geen namen.")
        .why("Zo kunnen wij nagaan of het er is.")
        .optional()
        .part(),
    ],
};

/// More than any room holds: it stops slips of typing, nothing else.
const MOST_PEOPLE: u32 = 200;

const PURPOSES: &[Choice] = &[
    Choice::new("overleg", "Een overleg tussen professionals"),
    Choice::new("gesprek", "Een gesprek met een cliënt of familie"),
    Choice::new("bijeenkomst", "Een training of bijeenkomst"),
    Choice::new("werken", "Rustig werken of bellen"),
    Choice::new("anders", "Iets anders"),
];

/// Any time at which a room might open or close. When it really does is a setting of the house.
const TIMES: &[Choice] = &[
    at("07:00"),
    at("07:30"),
    at("08:00"),
    at("08:30"),
    at("09:00"),
    at("09:30"),
    at("10:00"),
    at("10:30"),
    at("11:00"),
    at("11:30"),
    at("12:00"),
    at("12:30"),
    at("13:00"),
    at("13:30"),
    at("14:00"),
    at("14:30"),
    at("15:00"),
    at("15:30"),
    at("16:00"),
    at("16:30"),
    at("17:00"),
    at("17:30"),
    at("18:00"),
    at("18:30"),
    at("19:00"),
    at("19:30"),
    at("20:00"),
    at("20:30"),
    at("21:00"),
    at("21:30"),
    at("22:00"),
];
const STARTS: &[Choice] = TIMES.split_at(TIMES.len() - 1).0;
const ENDS: &[Choice] = TIMES.split_at(1).1;

/// Between which times rooms can be booked at all: hours of a house lie within these.
pub fn offered() -> Option<(HalfHour, HalfHour)> {
    let time = |choice: Option<&Choice>| choice.and_then(|choice| HalfHour::parse(choice.value).ok());
    time(TIMES.first()).zip(time(TIMES.last()))
}

const fn at(time: &'static str) -> Choice {
    Choice::new(time, time)
}
