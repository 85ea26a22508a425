//! What somebody has to live on, and who of the municipality knows them: where a plan of the Levensloopaanpak begins
//! (WGS art. 2.30 lid 1 onder a; of professionals only who and where: onder c).

use serde::Deserialize;

use super::YES_NO_UNKNOWN;
use super::purposes::{PROFESSIONALS, PROVISIONS};
use crate::check::shape;
use crate::form::{Field, Kind, Options, Part, Step, When, Width, paragraphs, prose};

/// What we accept on provisions.
#[expect(missing_docs, reason = "each field is the question of the same name below")]
#[derive(Deserialize)]
pub struct Provisions {
    pub housing: String,
    pub income: String,
    pub insurance: String,
    pub identity_document: String,
    pub postal_address: String,
    pub municipality_contact: String,
    pub municipality_name: Option<String>,
    pub municipality_phone: Option<String>,
}

/// The step as it is asked. Forms set when it is on the route.
pub const STEP: Step = Step {
    slug: "basisvoorzieningen",
    title: prose("Wat is er nu geregeld?"),
    intro: paragraphs(&["Wij vragen of de basis er is. Het gaat om hoe het vandaag is. Bedragen en nummers hebben wij niet nodig."]),
    when: When::Always,
    section: "provisions",
    accept: shape::<Provisions>,
    parts: &[
        provision(
            "provisions.housing",
            "Heeft de betrokkene een woning of vaste verblijfplek?",
            "of de betrokkene een woning of vaste plek heeft",
            "Bijvoorbeeld een huurwoning of een kamer in een woonvoorziening.",
        ),
        provision(
            "provisions.income",
            "Heeft de betrokkene inkomen?",
            "of de betrokkene inkomen heeft",
            "Loon of een uitkering. Wij vragen geen bedragen.",
        ),
        provision(
            "provisions.insurance",
            "Heeft de betrokkene een zorgverzekering?",
            "of de betrokkene een zorgverzekering heeft",
            "Bij welke verzekeraar is niet nodig.",
        ),
        provision(
            "provisions.identity_document",
            "Heeft de betrokkene een geldig identiteitsbewijs?",
            "of de betrokkene een geldig identiteitsbewijs heeft",
            "Wij vragen geen nummer en geen kopie.",
        ),
        provision(
            "provisions.postal_address",
            "Heeft de betrokkene een postadres?",
            "of de betrokkene een postadres heeft",
            "Een adres waar post aankomt, bijvoorbeeld een briefadres.",
        ),
        Part::heading("Contact met de gemeente"),
        Field::new(
            "provisions.municipality_contact",
            Kind::One(Options::Fixed(YES_NO_UNKNOWN)),
            "Is er nu een contactpersoon bij de gemeente?",
            "of er een contactpersoon bij de gemeente is",
            &PROFESSIONALS,
        )
        .hint("Iemand die de casus kent, bijvoorbeeld uit een wijkteam.")
        .why("Doet de betrokkene mee, dan is er een casusregisseur namens de gemeente. Zo weten wij wie de casus daar al kent.")
        .part(),
        Field::new(
            "provisions.municipality_name",
            Kind::Text(Width::Wide),
            "Naam en functie van de contactpersoon",
            "de naam en functie van de contactpersoon",
            &PROFESSIONALS,
        )
        .hint("Bijvoorbeeld: J. de Vries, consulent Wmo.")
        .why("Zo vragen wij naar de juiste persoon.")
        .when(MUNICIPALITY_CONTACT)
        .part(),
        Field::new(
            "provisions.municipality_phone",
            Kind::OfficePhone,
            "Telefoonnummer van de contactpersoon",
            "het telefoonnummer van de contactpersoon",
            &PROFESSIONALS,
        )
        .hint("Het werknummer, als u dat hebt.")
        .why("Zo kunnen wij de contactpersoon bereiken.")
        .when(MUNICIPALITY_CONTACT)
        .optional()
        .part(),
    ],
};

/// Whether something is there that people need to live on.
const fn provision(name: &'static str, label: &'static str, noun: &'static str, hint: &'static str) -> Part {
    Field::new(name, Kind::One(Options::Fixed(YES_NO_UNKNOWN)), label, noun, &PROVISIONS)
        .hint(hint)
        .why("Zo weten wij wat er misschien eerst geregeld moet worden.")
        .part()
}

const MUNICIPALITY_CONTACT: When = When::Is("provisions.municipality_contact", &["ja"]);
