//! Whose data it is about, when someone else asks.

use serde::Deserialize;

use super::purposes_beside_cases::REQUESTER;
use crate::check::shape;
use crate::form::{Choice, Field, Kind, Options, Part, Step, When, Width, paragraphs, prose};

/// What we accept of the person who is represented.
#[expect(missing_docs, reason = "each field is the question of the same name below")]
#[derive(Deserialize)]
pub struct Represented {
    pub authority: String,
    pub name: String,
    pub birth_date: String,
    pub postcode: Option<String>,
    pub house_number: Option<String>,
    pub addition: Option<String>,
    pub street: Option<String>,
    pub place: String,
}

/// The step as it is asked.
pub const STEP: Step = Step {
    slug: "voor-wie",
    title: prose("Voor wie vraagt u dit?"),
    intro: paragraphs(&[
        "Wij gaan later na of u namens deze persoon mag vragen. U hoeft daarvoor nu niets op te sturen.",
        "Vul ook hier geen burgerservicenummer (BSN) in.",
    ]),
    when: When::Is("data_request.for_whom", &["ander"]),
    section: "represented",
    accept: shape::<Represented>,
    parts: &[
        Field::new(
            "represented.authority",
            Kind::One(Options::Fixed(AUTHORITIES)),
            "Waarom mag u dit namens deze persoon vragen?",
            "waarom u dit namens deze persoon mag vragen",
            &REQUESTER,
        )
        .hint("Kies wat het best past.")
        .why("Zo krijgt niemand gegevens die niet voor hem of haar zijn.")
        .part(),
        Field::new(
            "represented.name",
            Kind::Text(Width::Wide),
            "Naam van deze persoon",
            "de naam van deze persoon",
            &REQUESTER,
        )
        .hint("Voornamen en achternaam.")
        .why("Zo weten wij over wie de gegevens gaan.")
        .part(),
        Field::new(
            "represented.birth_date",
            Kind::BirthDate,
            "Geboortedatum van deze persoon",
            "de geboortedatum van deze persoon",
            &REQUESTER,
        )
        .hint("Bijvoorbeeld: 7 3 1985.")
        .why("Zo houden wij mensen met dezelfde naam uit elkaar.")
        .part(),
        Part::headed(
            "Adres van deze persoon",
            "Heeft deze persoon geen vast adres? Vul dan alleen de plaats in waar hij of zij meestal is.",
        ),
        Field::new("represented.postcode", Kind::Postcode, "Postcode", "de postcode", &REQUESTER)
            .hint("Bijvoorbeeld: 1234 AB.")
            .why(ADDRESS_WHY)
            .optional()
            .part(),
        Field::new("represented.house_number", Kind::HouseNumber, "Huisnummer", "het huisnummer", &REQUESTER)
            .hint("Alleen het nummer.")
            .why(ADDRESS_WHY)
            .optional()
            .part(),
        Field::new("represented.addition", Kind::Addition, "Letter of toevoeging", "de toevoeging", &REQUESTER)
            .hint("Bijvoorbeeld: A of 2 hoog.")
            .why(ADDRESS_WHY)
            .optional()
            .part(),
        Field::new("represented.street", Kind::Text(Width::Wide), "Straat", "de straat", &REQUESTER)
            .why(ADDRESS_WHY)
            .optional()
            .part(),
        Field::new("represented.place", Kind::Text(Width::Wide), "Woonplaats", "de woonplaats", &REQUESTER)
            .why(ADDRESS_WHY)
            .part(),
    ],
};

const ADDRESS_WHY: &str = "Met het adres weten wij zeker om wie het gaat.";

const AUTHORITIES: &[Choice] = &[
    Choice::new("ouder", "Ik ben ouder en heb het gezag"),
    Choice::new("voogd", "Ik ben voogd"),
    Choice::new("curator", "Ik ben curator"),
    Choice::new("bewindvoerder", "Ik ben bewindvoerder"),
    Choice::new("mentor", "Ik ben mentor"),
    Choice::new("gemachtigd", "Deze persoon heeft mij gemachtigd"),
    Choice::new("anders", "Een andere reden"),
];
