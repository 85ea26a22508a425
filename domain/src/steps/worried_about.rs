//! Who a citizen worries about: what someone can know who is no professional, so little of it must be answered.

use serde::Deserialize;

use super::OTHER_MUNICIPALITY;
use super::purposes_outside_wgs::WORRIED_ABOUT;
use crate::check::shape;
use crate::form::{Field, Kind, Options, Part, Step, When, Width, paragraphs, prose};

/// What we accept of the person.
#[expect(missing_docs, reason = "each field is the question of the same name below")]
#[derive(Deserialize)]
pub struct WorriedAbout {
    pub first_name: Option<String>,
    pub last_name: String,
    pub birth_date: Option<String>,
    pub municipality: String,
    pub other_municipality: Option<String>,
    pub postcode: Option<String>,
    pub house_number: Option<String>,
    pub addition: Option<String>,
    pub street: Option<String>,
    pub place: Option<String>,
    pub usual_place: Option<String>,
}

/// The step as it is asked.
pub const STEP: Step = Step {
    slug: "persoon",
    title: prose("Over wie maakt u zich zorgen?"),
    intro: paragraphs(&["Vul in wat u weet. U hoeft niets uit te zoeken."]),
    when: When::Always,
    section: "worried_about",
    accept: shape::<WorriedAbout>,
    parts: &[
        Field::new(
            "worried_about.first_name",
            Kind::Text(Width::Medium),
            "Voornaam of roepnaam",
            "de voornaam of roepnaam",
            &WORRIED_ABOUT,
        )
        .why("Zo weten wij om wie het gaat.")
        .optional()
        .part(),
        Field::new("worried_about.last_name", Kind::Text(Width::Wide), "Achternaam", "de achternaam", &WORRIED_ABOUT)
            .hint("Met tussenvoegsel. Weet u de naam niet? Vul dan ‘onbekend’ in.")
            .why("Zo weten wij om wie het gaat.")
            .part(),
        Field::new("worried_about.birth_date", Kind::BirthDate, "Geboortedatum", "de geboortedatum", &WORRIED_ABOUT)
            .hint("Bijvoorbeeld: 7 3 1985. Weet u alleen het jaar? Vul dan alleen het jaar in. Weet u niets? Laat het dan leeg.")
            .why("Zo verwarren wij mensen met dezelfde naam niet.")
            .optional()
            .part(),
        Part::headed("Waar is de persoon?", "Wij moeten de persoon kunnen vinden. Vul een adres in, of een plek waar hij of zij vaak is."),
        Field::new(
            "worried_about.municipality",
            Kind::One(Options::Municipalities(OTHER_MUNICIPALITY)),
            "In welke gemeente woont of verblijft de persoon?",
            "de gemeente",
            &WORRIED_ABOUT,
        )
        .hint("Weet u het niet zeker? Kies de gemeente waar de persoon het meest is.")
        .why("De melding hoort bij de gemeente waar de persoon woont of meestal is.")
        .part(),
        Field::new(
            "worried_about.other_municipality",
            Kind::Text(Width::Wide),
            "Welke gemeente is het?",
            "de naam van de gemeente",
            &WORRIED_ABOUT,
        )
        .hint("De gemeente, niet het dorp of de wijk.")
        .why("Zo zien wij waar de melding hoort.")
        .when(OTHER)
        .part(),
        Part::notice(
            "worried_about.outside_area",
            OTHER,
            "Deze gemeente ligt buiten ons werkgebied. Bel ons voordat u de melding verstuurt. Dan zoeken wij samen uit waar u kunt \
             melden.",
        ),
        Field::new("worried_about.postcode", Kind::Postcode, "Postcode", "de postcode", &WORRIED_ABOUT)
            .hint("Bijvoorbeeld: 1234 AB.")
            .why(WHERE)
            .optional()
            .part(),
        Field::new("worried_about.house_number", Kind::HouseNumber, "Huisnummer", "het huisnummer", &WORRIED_ABOUT)
            .hint("Alleen het nummer.")
            .why(WHERE)
            .optional()
            .part(),
        Field::new("worried_about.addition", Kind::Addition, "Letter of toevoeging", "de toevoeging", &WORRIED_ABOUT)
            .hint("Bijvoorbeeld: A of 2 hoog.")
            .why(WHERE)
            .optional()
            .part(),
        Field::new("worried_about.street", Kind::Text(Width::Wide), "Straat", "de straat", &WORRIED_ABOUT)
            .hint("Handig als u de postcode niet weet.")
            .why(WHERE)
            .optional()
            .part(),
        Field::new("worried_about.place", Kind::Text(Width::Wide), "Woonplaats", "de woonplaats", &WORRIED_ABOUT)
            .why(WHERE)
            .optional()
            .part(),
        Field::new(
            "worried_about.usual_place",
            Kind::Text(Width::Wide),
            "Waar is de persoon meestal?",
            "de plek waar de persoon meestal is",
            &WORRIED_ABOUT,
        )
        .hint("Als dat ergens anders is, of als er geen adres is. Bijvoorbeeld: bij familie of in een park.")
        .why(WHERE)
        .optional()
        .part(),
    ],
};

const OTHER: When = When::Is("worried_about.municipality", &["andere"]);
const WHERE: &str = prose("Zo kunnen wij de persoon vinden als dat voor het onderzoek nodig is.");
