//! Who the referral is about: identifying data only (WGS art. 2.30 lid 1 onder a; BSN: art. 2.29 lid 1; no nationality: BGS art. 1.9).

use serde::Deserialize;
use validator::{Validate, ValidationError};

use super::YES_NO;
use super::purposes::{BSN, IDENTITY};
use crate::check::accept;
use crate::form::{Choice, Field, Kind, Options, Part, Step, When, Width, paragraphs, prose};

/// What we accept of the person.
#[expect(missing_docs, reason = "each field is the question of the same name below")]
#[derive(Deserialize, Validate)]
#[validate(schema(function = has_a_name))]
pub struct Person {
    pub bsn_known: String,
    pub bsn: Option<String>,
    pub given_names: Option<String>,
    pub known_as: Option<String>,
    pub prefix: Option<String>,
    pub last_name: String,
    pub birth_name: Option<String>,
    pub aliases: Option<String>,
    pub birth_date: String,
    pub sex: Option<String>,
}

fn has_a_name(person: &Person) -> Result<(), ValidationError> {
    if person.given_names.is_none() && person.known_as.is_none() {
        return Err(ValidationError::new("name_missing"));
    }
    Ok(())
}

/// The step as it is asked.
pub const STEP: Step = Step {
    slug: "betrokkene",
    title: prose("Over wie gaat de aanmelding?"),
    intro: paragraphs(&[
        "De persoon over wie de aanmelding gaat, noemen wij de betrokkene.",
        "Wij vragen niet naar nationaliteit, afkomst of geloof. Zet dat ook niet in een ander veld.",
    ]),
    when: When::Always,
    section: "person",
    accept: accept::<Person>,
    parts: &[
        Field::new(
            "person.bsn_known",
            Kind::One(Options::Fixed(YES_NO)),
            "Weet u het burgerservicenummer (BSN) van de betrokkene?",
            "of u het burgerservicenummer weet",
            &BSN,
        )
        .hint("Weet u het niet, dan kunt u ook aanmelden. U hoeft het niet op te zoeken.")
        .why("Met het nummer weten wij zeker dat het om de juiste persoon gaat.")
        .part(),
        Field::new("person.bsn", Kind::Bsn, "Burgerservicenummer (BSN)", "het burgerservicenummer van de betrokkene", &BSN)
            .hint("Negen cijfers. Spaties en punten mogen.")
            .why("Wij gaan ermee na of de betrokkene al bij een Zorg- en Veiligheidshuis bekend is, ook als namen op elkaar lijken.")
            .when(When::Is("person.bsn_known", &["ja"]))
            .part(),
        Part::headed("Naam", "Vul de voornamen of voorletters in, of de roepnaam. Een van de twee is genoeg."),
        Field::new(
            "person.given_names",
            Kind::Text(Width::Wide),
            "Voornamen of voorletters",
            "de voornamen of voorletters van de betrokkene",
            &IDENTITY,
        )
        .hint("Zoals op het identiteitsbewijs, als u dat weet.")
        .why("Met de volledige naam verwarren wij mensen niet met elkaar.")
        .optional()
        .part(),
        Field::new("person.known_as", Kind::Text(Width::Medium), "Roepnaam", "de roepnaam van de betrokkene", &IDENTITY)
            .hint("De naam waarmee mensen de betrokkene aanspreken.")
            .why("Andere organisaties kennen de betrokkene soms alleen zo.")
            .optional()
            .part(),
        Field::new(
            "person.prefix",
            Kind::Text(Width::Short),
            "Tussenvoegsel",
            "het tussenvoegsel van de betrokkene",
            &IDENTITY,
        )
        .hint("Bijvoorbeeld: van der.")
        .why("Zo zoeken wij op de goede naam.")
        .optional()
        .part(),
        Field::new("person.last_name", Kind::Text(Width::Wide), "Achternaam", "de achternaam van de betrokkene", &IDENTITY)
            .hint("Zonder tussenvoegsel. Weet u de naam niet? Vul dan ‘onbekend’ in.")
            .why("Met de achternaam gaan wij na of de betrokkene al bij ons bekend is.")
            .part(),
        Field::new(
            "person.birth_name",
            Kind::Text(Width::Wide),
            "Achternaam bij geboorte",
            "de achternaam bij geboorte",
            &IDENTITY,
        )
        .hint("Alleen als die anders is, bijvoorbeeld door een huwelijk.")
        .why("De betrokkene kan bij andere organisaties onder deze naam bekend zijn.")
        .optional()
        .part(),
        Field::new("person.aliases", Kind::LongText, "Andere namen", "de andere namen", &IDENTITY)
            .hint("Namen die de betrokkene ook gebruikt. Eén naam per regel. Zet hier geen namen van sociale media.")
            .why("Zo herkennen andere organisaties de betrokkene.")
            .optional()
            .part(),
        Part::heading("Geboren"),
        Field::new("person.birth_date", Kind::BirthDate, "Geboortedatum", "de geboortedatum van de betrokkene", &IDENTITY)
            .hint("Bijvoorbeeld: 7 3 1985. Weet u de dag of de maand niet? Laat die dan leeg.")
            .why("Zo verwarren wij mensen niet met elkaar. Is de betrokkene jonger dan 18, dan vragen wij ook wie het gezag heeft.")
            .part(),
        Field::new(
            "person.sex",
            Kind::One(Options::Fixed(SEXES)),
            "Geslacht zoals het geregistreerd staat",
            "het geslacht zoals het geregistreerd staat",
            &IDENTITY,
        )
        .hint("Vul dit alleen in als het helpt om de betrokkene te herkennen.")
        .why("Wij gebruiken het alleen om de betrokkene te herkennen.")
        .optional()
        .part(),
    ],
};

const SEXES: &[Choice] = &[
    Choice::new("man", "Man"),
    Choice::new("vrouw", "Vrouw"),
    Choice::new("x", "X"),
    Choice::new("onbekend", "Weet ik niet"),
];
