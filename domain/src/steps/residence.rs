//! Where the person of a notice lives: the address and the municipality, no more.

use serde::Deserialize;

use super::OTHER_MUNICIPALITY;
use super::purposes_outside_wgs::SUBJECT;
use crate::check::shape;
use crate::form::{Field, Kind, Options, Part, Step, When, Width, paragraphs, prose};

/// What we accept of the residence.
#[expect(missing_docs, reason = "each field is the question of the same name below")]
#[derive(Deserialize)]
pub struct Residence {
    pub municipality: String,
    pub other_municipality: Option<String>,
    pub postcode: Option<String>,
    pub house_number: Option<String>,
    pub addition: Option<String>,
    pub street: Option<String>,
    pub place: Option<String>,
}

/// The step as it is asked.
pub const STEP: Step = Step {
    slug: "adres",
    title: prose("Waar woont de betrokkene?"),
    intro: paragraphs(&[
        "Heeft de betrokkene geen adres, of is het geheim? Vul dan alleen de gemeente in. Zet een geheim adres ook niet in een ander veld.",
    ]),
    when: When::Always,
    section: "residence",
    accept: shape::<Residence>,
    parts: &[
        Field::new(
            "residence.municipality",
            Kind::One(Options::Municipalities(OTHER_MUNICIPALITY)),
            "In welke gemeente woont of verblijft de betrokkene?",
            "de gemeente",
            &SUBJECT,
        )
        .hint("Weet u het niet zeker? Kies de gemeente waar de betrokkene het meest is.")
        .why("De gemeente bepaalt of de melding bij ons hoort.")
        .part(),
        Field::new(
            "residence.other_municipality",
            Kind::Text(Width::Wide),
            "Welke gemeente is het?",
            "de naam van de gemeente",
            &SUBJECT,
        )
        .hint("De gemeente, niet het dorp of de wijk.")
        .why("Zo zien wij waar de melding hoort.")
        .when(OTHER)
        .part(),
        Part::notice(
            "residence.outside_area",
            OTHER,
            "Deze gemeente ligt buiten ons werkgebied. Bel ons voordat u de melding verstuurt.",
        ),
        Field::new("residence.postcode", Kind::Postcode, "Postcode", "de postcode", &SUBJECT)
            .hint("Bijvoorbeeld: 1234 AB.")
            .why(WHY)
            .optional()
            .part(),
        Field::new("residence.house_number", Kind::HouseNumber, "Huisnummer", "het huisnummer", &SUBJECT)
            .hint("Alleen het nummer.")
            .why(WHY)
            .optional()
            .part(),
        Field::new("residence.addition", Kind::Addition, "Letter of toevoeging", "de toevoeging", &SUBJECT)
            .hint("Bijvoorbeeld: A of 2 hoog.")
            .why(WHY)
            .optional()
            .part(),
        Field::new("residence.street", Kind::Text(Width::Wide), "Straat", "de straat", &SUBJECT)
            .hint("Handig als u de postcode niet weet.")
            .why(WHY)
            .optional()
            .part(),
        Field::new("residence.place", Kind::Text(Width::Wide), "Woonplaats", "de woonplaats", &SUBJECT)
            .why(WHY)
            .optional()
            .part(),
    ],
};

const OTHER: When = When::Is("residence.municipality", &["andere"]);
const WHY: &str = prose("Met het adres weten wij om welk huis het gaat en verwarren wij mensen niet met elkaar.");
