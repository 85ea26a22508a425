//! Who books a room: someone of an organisation in the partner register.

use serde::Deserialize;

use super::purposes_beside_cases::BOOKING;
use crate::check::shape;
use crate::form::{Field, Kind, Options, Step, When, Width, paragraphs, prose};

/// What we accept of whoever books.
#[expect(missing_docs, reason = "each field is the question of the same name below")]
#[derive(Deserialize)]
pub struct Booker {
    pub organisation: String,
    pub name: String,
    pub email: String,
    pub phone: Option<String>,
}

/// The step as it is asked.
pub const STEP: Step = Step {
    slug: "uw-gegevens",
    title: prose("Wie reserveert de kamer?"),
    intro: paragraphs(&["Wij vragen uw eigen werkgegevens, niet die van uw bezoek."]),
    when: When::Always,
    section: "booker",
    accept: shape::<Booker>,
    parts: &[
        Field::new(
            "booker.organisation",
            Kind::One(Options::Partners(&[])),
            "Voor welke organisatie werkt u?",
            "uw organisatie",
            &BOOKING,
        )
        .hint("Staat uw organisatie er niet bij? Bel ons dan.")
        .why("De kamers zijn voor partners met een werkplek in ons gebouw.")
        .part(),
        Field::new("booker.name", Kind::Text(Width::Wide), "Uw naam", "uw naam", &BOOKING)
            .why("Zo weet de receptie van wie de reservering is.")
            .autocomplete("name")
            .part(),
        Field::new("booker.email", Kind::WorkEmail, "E-mailadres van uw werk", "uw e-mailadres", &BOOKING)
            .hint("Hier komt de bevestiging, met een link om de reservering af te zeggen.")
            .why("Wij mailen u over deze reservering en over niets anders.")
            .autocomplete("email")
            .part(),
        Field::new("booker.phone", Kind::OfficePhone, "Telefoonnummer van uw werk", "uw telefoonnummer", &BOOKING)
            .hint("Een nummer waarop wij u op die dag bereiken.")
            .why("Is er op de dag zelf iets met de kamer, dan kunnen wij u bellen.")
            .optional()
            .autocomplete("tel")
            .part(),
    ],
};
