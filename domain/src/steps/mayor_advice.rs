//! Somebody comes back after a serious offence, and the mayor wants advice (BIJ, and article 18b).

use serde::Deserialize;

use super::purposes_outside_wgs::MAYOR_ADVICE;
use crate::check::shape;
use crate::form::{Choice, DayRange, Field, Kind, Options, Step, When, Width, paragraphs, prose};

/// What we accept of the request.
#[expect(missing_docs, reason = "each field is the question of the same name below")]
#[derive(Deserialize)]
pub struct MayorAdvice {
    pub kind: String,
    pub municipality: String,
    pub risks: Vec<String>,
    pub returns_on: String,
    pub stay: Option<String>,
    pub asked: String,
    pub question: Option<String>,
}

/// The step as it is asked.
pub const STEP: Step = Step {
    slug: "terugkeer",
    title: prose("Wat is de melding?"),
    intro: paragraphs(&["Wij maken het advies. De burgemeester besluit zelf."]),
    when: When::Always,
    section: "mayor_advice",
    accept: shape::<MayorAdvice>,
    parts: &[
        Field::new(
            "mayor_advice.kind",
            Kind::One(Options::Fixed(KINDS)),
            "Wat voor melding is het?",
            "wat voor melding het is",
            &MAYOR_ADVICE,
        )
        .why("Zo weten wij wat voor advies de burgemeester nodig heeft.")
        .part(),
        Field::new(
            "mayor_advice.municipality",
            Kind::One(Options::Municipalities(&[])),
            "Naar welke gemeente komt de betrokkene terug?",
            "de gemeente",
            &MAYOR_ADVICE,
        )
        .hint("Op de startpagina van dit formulier leest u voor welke gemeenten wij dit doen.")
        .why("De burgemeester van die gemeente krijgt het advies.")
        .part(),
        Field::new(
            "mayor_advice.risks",
            Kind::Many(Options::Fixed(RISKS)),
            "Om welk risico gaat het?",
            "om welk risico het gaat",
            &MAYOR_ADVICE,
        )
        .why("BIJ en 18b gaan over een risico op geweld of een zedenmisdrijf.")
        .part(),
        Field::new(
            "mayor_advice.returns_on",
            Kind::Day(DayRange::Any),
            "Wanneer komt de betrokkene terug?",
            "de datum waarop de betrokkene terugkomt",
            &MAYOR_ADVICE,
        )
        .hint("De verwachte datum, bijvoorbeeld: 7 3 2027.")
        .why("Zo weten wij hoeveel tijd er is voor het advies.")
        .part(),
        Field::new(
            "mayor_advice.stay",
            Kind::Text(Width::Wide),
            "Waar gaat de betrokkene wonen of verblijven?",
            "het adres of de plek",
            &MAYOR_ADVICE,
        )
        .hint("Een adres of de naam van een instelling, als dat al bekend is.")
        .why("De plek kan van belang zijn voor het advies.")
        .optional()
        .part(),
        Field::new(
            "mayor_advice.asked",
            Kind::One(Options::Fixed(ASKED)),
            "Wat vraagt u van ons?",
            "wat u van ons vraagt",
            &MAYOR_ADVICE,
        )
        .why("Zo maken wij wat u nodig hebt.")
        .part(),
        Field::new("mayor_advice.question", Kind::LongText, "Wat wilt u weten?", "uw vraag", &MAYOR_ADVICE)
            .hint("Schrijf alleen wat voor het advies nodig is. Neem geen vonnis of rapport over en noem geen namen van slachtoffers.")
            .why("Zo past het advies bij uw vraag.")
            .optional()
            .part(),
    ],
};

const KINDS: &[Choice] = &[
    Choice::hinted("bij", "Een BIJ-melding", "Bestuurlijke informatievoorziening justitiabelen."),
    Choice::new("18b", "Een vraag om 18b-advies"),
];

const RISKS: &[Choice] = &[Choice::new("geweld", "Geweld"), Choice::new("zeden", "Een zedenmisdrijf")];

const ASKED: &[Choice] = &[Choice::new("vooradvies", "Een vooradvies"), Choice::new("advies", "Een advies")];
