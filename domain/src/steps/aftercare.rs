//! Somebody comes back after detention and wants support: what is arranged already, and what the plan should bring.

use serde::Deserialize;

use super::purposes_outside_wgs::AFTERCARE;
use super::{OTHER_MUNICIPALITY, YES_NO_UNKNOWN};
use crate::check::shape;
use crate::form::{DayRange, Field, Kind, Options, Part, Step, When, Width, paragraphs, prose};

/// What we accept of the return.
#[expect(missing_docs, reason = "each field is the question of the same name below")]
#[derive(Deserialize)]
pub struct Aftercare {
    pub wants_support: String,
    pub municipality: String,
    pub other_municipality: Option<String>,
    pub returns_on: String,
    pub housing: String,
    pub income: String,
    pub insurance: String,
    pub identity_card: String,
    pub postal_address: String,
    pub wish: Option<String>,
}

/// The step as it is asked.
pub const STEP: Step = Step {
    slug: "terugkeer",
    title: prose("Wat is er nodig bij de terugkeer?"),
    intro: paragraphs(&["De coördinator nazorg maakt een plan en let op de uitvoering."]),
    when: When::Always,
    section: "aftercare",
    accept: shape::<Aftercare>,
    parts: &[
        Part::notice(
            "aftercare.adults_only",
            When::MaybeMinor("subject.birth_date"),
            "Nazorg is er voor mensen van 18 jaar en ouder. De betrokkene is misschien jonger. Kijk de geboortedatum na of bel ons.",
        ),
        Field::new(
            "aftercare.wants_support",
            Kind::One(Options::Fixed(YES_NO_UNKNOWN)),
            "Wil de betrokkene hulp?",
            "of de betrokkene hulp wil",
            &AFTERCARE,
        )
        .why("Nazorg is er voor wie dat zelf wil.")
        .part(),
        Part::notice(
            "aftercare.only_who_wants_it",
            When::Is("aftercare.wants_support", &["nee", "onbekend"]),
            "Nazorg is er voor wie dat zelf wil. Vraag het de betrokkene voordat u de melding verstuurt.",
        ),
        Field::new(
            "aftercare.municipality",
            Kind::One(Options::Municipalities(OTHER_MUNICIPALITY)),
            "Naar welke gemeente komt de betrokkene terug?",
            "de gemeente",
            &AFTERCARE,
        )
        .why("Wij helpen mensen die terugkomen naar onze regio.")
        .part(),
        Field::new(
            "aftercare.other_municipality",
            Kind::Text(Width::Wide),
            "Welke gemeente is het?",
            "de naam van de gemeente",
            &AFTERCARE,
        )
        .hint("De gemeente, niet het dorp of de wijk.")
        .why("Zo zien wij waar de melding hoort.")
        .when(OTHER)
        .part(),
        Part::notice(
            "aftercare.outside_area",
            OTHER,
            "Deze gemeente ligt buiten ons werkgebied. Bel ons voordat u de melding verstuurt.",
        ),
        Field::new(
            "aftercare.returns_on",
            Kind::Day(DayRange::Any),
            "Wanneer komt de betrokkene terug?",
            "de datum waarop de betrokkene terugkomt",
            &AFTERCARE,
        )
        .hint("De verwachte datum, bijvoorbeeld: 7 3 2027. Is de betrokkene al terug? Vul in sinds wanneer.")
        .why("Zo weet de coördinator hoeveel tijd er is voor een plan.")
        .part(),
        Part::headed("Wat is er al geregeld?", "Dit gaat over de situatie na de terugkeer."),
        arranged("aftercare.housing", "Is er een plek om te wonen?", "of er een plek is om te wonen").part(),
        arranged("aftercare.income", "Is er een inkomen?", "of er een inkomen is")
            .hint("Alleen of het er is. Een bedrag vragen wij niet.")
            .part(),
        arranged("aftercare.insurance", "Is de betrokkene verzekerd?", "of de betrokkene verzekerd is").part(),
        arranged(
            "aftercare.identity_card",
            "Is er een geldig identiteitsbewijs?",
            "of er een geldig identiteitsbewijs is",
        )
        .hint("Alleen of het er is. Stuur geen kopie en geen nummer.")
        .part(),
        arranged("aftercare.postal_address", "Is er een postadres?", "of er een postadres is").part(),
        Field::new(
            "aftercare.wish",
            Kind::LongText,
            "Welke hulp wil de betrokkene?",
            "de hulp die de betrokkene wil",
            &AFTERCARE,
        )
        .hint("Schrijf op wat de betrokkene zelf vraagt. Schrijf niets over het misdrijf of de straf.")
        .why("Zo begint het plan bij wat de betrokkene zelf wil.")
        .optional()
        .part(),
    ],
};

/// Whether one of the five things is there.
const fn arranged(name: &'static str, label: &'static str, noun: &'static str) -> Field {
    Field::new(name, Kind::One(Options::Fixed(YES_NO_UNKNOWN)), label, noun, &AFTERCARE)
        .why("Wat nog niet geregeld is, komt in het plan.")
}

const OTHER: When = When::Is("aftercare.municipality", &["andere"]);
