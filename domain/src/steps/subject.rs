//! Who a notice is about, without BSN: no law that we know lets these notices carry the number (UAVG art. 46).

use serde::Deserialize;

use super::purposes_outside_wgs::SUBJECT;
use crate::check::shape;
use crate::form::{Field, Kind, Step, When, Width, paragraphs, prose};

/// What we accept of the person.
#[expect(missing_docs, reason = "each field is the question of the same name below")]
#[derive(Deserialize)]
pub struct Subject {
    pub given_names: String,
    pub prefix: Option<String>,
    pub last_name: String,
    pub birth_date: String,
}

/// The step as it is asked.
pub const STEP: Step = Step {
    slug: "betrokkene",
    title: prose("Over wie gaat de melding?"),
    intro: paragraphs(&[
        "De persoon over wie de melding gaat, noemen wij de betrokkene.",
        "Wij vragen geen burgerservicenummer (BSN). Zet dat ook niet in een ander veld.",
    ]),
    when: When::Always,
    section: "subject",
    accept: shape::<Subject>,
    parts: &[
        Field::new(
            "subject.given_names",
            Kind::Text(Width::Wide),
            "Voornamen of voorletters",
            "de voornamen of voorletters van de betrokkene",
            &SUBJECT,
        )
        .hint("Weet u die niet? Vul dan ‘onbekend’ in.")
        .why("Zo weten wij om wie het gaat.")
        .part(),
        Field::new(
            "subject.prefix",
            Kind::Text(Width::Short),
            "Tussenvoegsel",
            "het tussenvoegsel van de betrokkene",
            &SUBJECT,
        )
        .hint("Bijvoorbeeld: van der.")
        .why("Zo zoeken wij op de goede naam.")
        .optional()
        .part(),
        Field::new(
            "subject.last_name",
            Kind::Text(Width::Wide),
            "Achternaam",
            "de achternaam van de betrokkene",
            &SUBJECT,
        )
        .hint("Zonder tussenvoegsel. Weet u de naam niet? Vul dan ‘onbekend’ in.")
        .why("Zo weten wij om wie het gaat.")
        .part(),
        Field::new(
            "subject.birth_date",
            Kind::BirthDate,
            "Geboortedatum",
            "de geboortedatum van de betrokkene",
            &SUBJECT,
        )
        .hint("Bijvoorbeeld: 7 3 1985. Weet u de dag of de maand niet? Laat die dan leeg.")
        .why("Zo verwarren wij mensen met dezelfde naam niet.")
        .part(),
    ],
};
