//! Who contributes: a colleague of another organisation (WGS art. 2.30 lid 1 onder c: contact data only).

use serde::Deserialize;

use super::OTHER_ORGANISATION;
use super::purposes_of_contributions::CONTRIBUTOR;
use crate::check::shape;
use crate::form::{Field, Kind, Options, Step, When, Width, paragraphs, prose};

/// What we accept of the contributor.
#[expect(missing_docs, reason = "each field is the question of the same name below")]
#[derive(Deserialize)]
pub struct Contributor {
    pub organisation: String,
    pub other_organisation: Option<String>,
    pub name: String,
    pub function: String,
    pub email: String,
    pub phone: String,
}

/// The step as it is asked.
pub const STEP: Step = Step {
    slug: "over-u",
    title: prose("Wie bent u?"),
    intro: paragraphs(&[
        "Een collega van een andere organisatie vraagt om uw bijdrage aan een casus. Is er nu direct gevaar? Bel 112.",
        "Wij weten al om wie het gaat. Noem de betrokkene en de mensen eromheen dus nergens bij naam.",
    ]),
    when: When::Always,
    section: "contributor",
    accept: shape::<Contributor>,
    parts: &[
        Field::new(
            "contributor.organisation",
            Kind::One(Options::Partners(OTHER_ORGANISATION)),
            "Voor welke organisatie werkt u?",
            "uw organisatie",
            &CONTRIBUTOR,
        )
        .hint("Staat uw organisatie er niet bij? Kies dan ‘Andere organisatie’.")
        .why("Zo is duidelijk namens wie u uw bijdrage geeft.")
        .part(),
        Field::new(
            "contributor.other_organisation",
            Kind::Text(Width::Wide),
            "Naam van uw organisatie",
            "de naam van uw organisatie",
            &CONTRIBUTOR,
        )
        .hint("De naam zoals anderen die kennen, zonder afkorting.")
        .why("Zo kunnen wij nagaan hoe uw organisatie mag meedoen.")
        .when(When::Is("contributor.organisation", &["andere"]))
        .autocomplete("organization")
        .part(),
        Field::new("contributor.name", Kind::Text(Width::Wide), "Uw naam", "uw naam", &CONTRIBUTOR)
            .why("Uw naam staat bij uw bijdrage.")
            .autocomplete("name")
            .part(),
        Field::new("contributor.function", Kind::Text(Width::Wide), "Functie", "uw functie", &CONTRIBUTOR)
            .hint("Bijvoorbeeld: begeleider, leerkracht of woonconsulent.")
            .why("Uw functie laat zien vanuit welke taak u de betrokkene kent.")
            .autocomplete("organization-title")
            .part(),
        Field::new("contributor.email", Kind::WorkEmail, "E-mailadres van uw werk", "uw e-mailadres", &CONTRIBUTOR)
            .hint("Hier komt de ontvangstbevestiging. Daarin staat niets over de casus.")
            .why("Wij sturen u bericht dat uw bijdrage binnen is. Wij mailen nooit gegevens over de casus.")
            .autocomplete("email")
            .part(),
        Field::new(
            "contributor.phone",
            Kind::OfficePhone,
            "Telefoonnummer waarop wij u direct bereiken",
            "uw telefoonnummer",
            &CONTRIBUTOR,
        )
        .hint("Liefst uw eigen werknummer, niet dat van de receptie.")
        .why("Wij bellen u als wij een vraag hebben over uw bijdrage.")
        .autocomplete("tel")
        .part(),
    ],
};
