//! What someone asks about their own data: which right of the AVG (art. 15 to 18 and 21), for whom, about what.

use serde::Deserialize;

use super::purposes_beside_cases::DATA_REQUEST;
use crate::check::shape;
use crate::form::{Choice, Field, Kind, Options, Step, When, paragraphs, prose};

/// What we accept of the request.
#[expect(missing_docs, reason = "each field is the question of the same name below")]
#[derive(Deserialize)]
pub struct DataRequest {
    pub rights: Vec<String>,
    pub faults: Option<String>,
    pub objection: Option<String>,
    pub subject: Option<String>,
    pub for_whom: String,
}

/// The step as it is asked.
pub const STEP: Step = Step {
    slug: "verzoek",
    title: prose("Wat vraagt u van ons?"),
    intro: paragraphs(&[
        "Hebben wij gegevens over u, dan hebt u rechten. Met dit formulier vraagt u om een of meer daarvan.",
        "Vul nergens een burgerservicenummer (BSN) in. Dat hebben wij hier niet nodig.",
    ]),
    when: When::Always,
    section: "data_request",
    accept: shape::<DataRequest>,
    parts: &[
        Field::new(
            "data_request.rights",
            Kind::Many(Options::Fixed(RIGHTS)),
            "Wat wilt u?",
            "wat u wilt",
            &DATA_REQUEST,
        )
        .hint("Twijfelt u? Kies dan ‘Gegevens zien’. Daarna kunt u altijd nog iets anders vragen.")
        .why("Voor elk recht gelden eigen regels. Zo weten wij welke wij volgen.")
        .part(),
        Field::new(
            "data_request.faults",
            Kind::LongText,
            "Wat klopt er niet, en wat moet er staan?",
            "uw uitleg bij de fouten",
            &DATA_REQUEST,
        )
        .hint("Schrijf alleen op wat u weet van gegevens over uzelf, of over degene voor wie u dit vraagt. Geen BSN.")
        .why("Zo kunnen wij nagaan of het beter moet.")
        .when(When::Is("data_request.rights", &["verbeteren"]))
        .part(),
        Field::new(
            "data_request.objection",
            Kind::LongText,
            "Waarom maakt u bezwaar?",
            "uw uitleg bij het bezwaar",
            &DATA_REQUEST,
        )
        .hint("Wat is er in uw eigen situatie anders? Noem geen medische details en geen BSN.")
        .why("Bij een bezwaar wegen wij uw situatie af tegen de reden waarom wij de gegevens gebruiken (artikel 21 AVG).")
        .when(When::Is("data_request.rights", &["bezwaar"]))
        .part(),
        Field::new(
            "data_request.subject",
            Kind::LongText,
            "Over welke periode of welk onderwerp gaat het?",
            "de periode of het onderwerp",
            &DATA_REQUEST,
        )
        .hint("Bijvoorbeeld: alles uit 2025, of een overleg waarover u hoorde. Weet u het niet? Laat het veld dan leeg.")
        .why("Zo zoeken wij gericht en hebt u eerder antwoord.")
        .optional()
        .part(),
        Field::new(
            "data_request.for_whom",
            Kind::One(Options::Fixed(FOR_WHOM)),
            "Voor wie vraagt u dit?",
            "voor wie u dit vraagt",
            &DATA_REQUEST,
        )
        .hint("U vraagt het voor uzelf, of u vertegenwoordigt iemand.")
        .why("Vraagt u het voor een ander, dan gaan wij later na of u dat mag.")
        .part(),
    ],
};

const RIGHTS: &[Choice] = &[
    Choice::hinted("inzage", "Gegevens zien", "U wilt weten welke gegevens wij hebben (artikel 15 AVG)."),
    Choice::hinted(
        "verbeteren",
        "Gegevens laten verbeteren",
        "Er klopt iets niet of er ontbreekt iets (artikel 16 AVG).",
    ),
    Choice::hinted("verwijderen", "Gegevens laten verwijderen", "U wilt dat wij gegevens wissen (artikel 17 AVG)."),
    Choice::hinted(
        "beperken",
        "Het gebruik laten beperken",
        "U wilt dat wij gegevens voorlopig niet gebruiken (artikel 18 AVG).",
    ),
    Choice::hinted("bezwaar", "Bezwaar maken", "U wilt dat wij stoppen met het gebruik van gegevens (artikel 21 AVG)."),
];

const FOR_WHOM: &[Choice] =
    &[Choice::new("zelf", "Voor mijzelf"), Choice::new("ander", "Voor iemand die ik vertegenwoordig")];
