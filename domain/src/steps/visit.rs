//! A working visit: which group comes, when it can, what it wants to learn.

use serde::Deserialize;
use validator::{Validate, ValidationError};

use super::across::broken_if;
use super::purposes_beside_cases::VISIT;
use crate::check::accept;
use crate::form::{DayRange, Field, Kind, Part, Step, When, Width, paragraphs, prose};

/// What we accept of a visit.
#[expect(missing_docs, reason = "each field is the question of the same name below")]
#[derive(Deserialize)]
pub struct Visit {
    pub organisation: String,
    pub people: String,
    pub aim: String,
    pub first_day: String,
    pub second_day: Option<String>,
    pub third_day: Option<String>,
}

/// The days differ: a day named twice leaves less choice than it seems.
#[derive(Deserialize, Validate)]
#[validate(schema(function = second_day_differs), schema(function = third_day_differs))]
#[expect(clippy::struct_field_names, reason = "a field is called as its question")]
struct Days {
    first_day: String,
    second_day: Option<String>,
    third_day: Option<String>,
}

fn second_day_differs(days: &Days) -> Result<(), ValidationError> {
    broken_if(days.second_day.as_ref() == Some(&days.first_day), "second_day_again")
}

fn third_day_differs(days: &Days) -> Result<(), ValidationError> {
    let third = days.third_day.as_ref();
    broken_if(
        third.is_some() && (third == Some(&days.first_day) || third == days.second_day.as_ref()),
        "third_day_again",
    )
}

/// The step as it is asked.
pub const STEP: Step = Step {
    slug: "bezoek",
    title: prose("Met wie komt u, en wanneer?"),
    intro: paragraphs(&[
        "Een werkbezoek is voor groepen. Bijvoorbeeld een school, een gemeenteraad of een organisatie die met ons samenwerkt.",
    ]),
    when: When::Always,
    section: "visit",
    accept: accept::<Days>,
    parts: &[
        Field::new(
            "visit.organisation",
            Kind::Text(Width::Wide),
            "Naam van uw organisatie",
            "de naam van uw organisatie",
            &VISIT,
        )
        .hint("De naam zoals anderen die kennen, zonder afkorting.")
        .why("Zo weten wij wie er komt en wat voor u van belang is.")
        .autocomplete("organization")
        .part(),
        Field::new("visit.people", Kind::Count(MOST_PEOPLE), "Met hoeveel mensen komt u?", "het aantal mensen", &VISIT)
            .hint("Weet u het nog niet precies? Vul dan het hoogste aantal in.")
            .why("Zo weten wij welke ruimte er nodig is.")
            .part(),
        Field::new("visit.aim", Kind::Nameless, "Wat wilt u leren of zien?", "het doel van uw bezoek", &VISIT)
            .hint("Bijvoorbeeld: hoe zorg en justitie samenwerken. Noem geen cliënten.")
            .why("Zo past het bezoek bij uw groep.")
            .part(),
        Part::headed(
            "Dagen",
            "Noem liefst drie dagen waarop u kunt, de beste dag eerst. Een dag is nog geen afspraak.",
        ),
        Field::new("visit.first_day", Kind::Day(DayRange::Future), "Eerste keus", "de dag van uw eerste keus", &VISIT)
            .hint("Bijvoorbeeld: 7 3 2027.")
            .why("Wij kijken of wij u op deze dag kunnen ontvangen.")
            .part(),
        Field::new("visit.second_day", Kind::Day(DayRange::Future), "Tweede keus", "de dag van uw tweede keus", &VISIT)
            .hint("Een andere dag dan uw eerste keus.")
            .why("Kan uw eerste keus niet, dan kijken wij naar deze dag.")
            .optional()
            .part(),
        Field::new("visit.third_day", Kind::Day(DayRange::Future), "Derde keus", "de dag van uw derde keus", &VISIT)
            .hint("Een andere dag dan uw eerste en tweede keus.")
            .why("Kunnen de eerste twee dagen niet, dan kijken wij naar deze dag.")
            .optional()
            .part(),
    ],
};

/// More than any group: it stops slips of typing, nothing else.
const MOST_PEOPLE: u32 = 500;
