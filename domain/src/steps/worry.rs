//! What someone sees of a person who may need care and refuses it, in the words of whoever is no professional (Wvggz art. 5:2).

use serde::Deserialize;

use super::YES_NO_UNKNOWN;
use super::purposes_outside_wgs::WORRY;
use crate::check::shape;
use crate::form::{Choice, Field, Kind, Options, Part, Step, When, Width, paragraphs, prose};

/// What we accept of the worry.
#[expect(missing_docs, reason = "each field is the question of the same name below")]
#[derive(Deserialize)]
pub struct Worry {
    pub acute: String,
    pub seen: String,
    pub since: String,
    pub in_danger: Vec<String>,
    pub danger: Option<String>,
    pub gp: String,
    pub gp_name: Option<String>,
    pub treated: String,
    pub treated_by: Option<String>,
}

/// The step as it is asked.
pub const STEP: Step = Step {
    slug: "zorgen",
    title: prose("Waarover maakt u zich zorgen?"),
    intro: paragraphs(&["Vertel in uw eigen woorden wat er aan de hand is. U hoeft geen medische woorden te kennen."]),
    when: When::Always,
    section: "worry",
    accept: shape::<Worry>,
    parts: &[
        Field::new(
            "worry.acute",
            Kind::One(Options::Fixed(YES_NO_UNKNOWN)),
            "Moet er vandaag al iemand komen?",
            "of er vandaag al iemand moet komen",
            &WORRY,
        )
        .hint("Bijvoorbeeld omdat iemand zichzelf of een ander iets gaat aandoen.")
        .why("Het onderzoek na een melding duurt te lang als er nu gevaar is.")
        .part(),
        Part::notice(
            "worry.acute_now",
            When::Is("worry.acute", &["ja"]),
            "Wacht niet op ons onderzoek. Is er nu gevaar? Bel 112. Heeft de persoon een huisarts of behandelaar? Bel die ook meteen.",
        ),
        Part::notice(
            "worry.acute_unsure",
            When::Is("worry.acute", &["onbekend"]),
            "Twijfelt u? Bel de huisarts of behandelaar van de persoon, of bel ons. Is er gevaar, bel dan 112.",
        ),
        Field::new("worry.seen", Kind::LongText, "Wat ziet u?", "uw zorgen", &WORRY)
            .hint(
                "Wat doet of zegt de persoon? Wil hij of zij hulp? Schrijf alleen op wat u zelf ziet of hoort. Zet hier geen BSN en \
                 schrijf niets over geloof of afkomst.",
            )
            .why("Hiermee begint het onderzoek.")
            .part(),
        Field::new("worry.since", Kind::Text(Width::Wide), "Hoe lang is dit al zo?", "de duur", &WORRY)
            .hint("Bijvoorbeeld: sinds de zomer, of ongeveer drie weken.")
            .why("Zo zien wij of het nieuw is en of het erger wordt.")
            .part(),
        Field::new(
            "worry.in_danger",
            Kind::Many(Options::Fixed(PEOPLE)),
            "Voor wie is er gevaar?",
            "voor wie er gevaar is",
            &WORRY,
        )
        .hint("Denk ook aan iemand die zichzelf niet meer verzorgt.")
        .why("Zo zien wij wie bescherming nodig heeft.")
        .part(),
        Field::new("worry.danger", Kind::LongText, "Wat kan er gebeuren?", "uw uitleg over het gevaar", &WORRY)
            .hint("Waar bent u bang voor? Noem geen namen van anderen. ‘De kinderen’ of ‘een buurman’ is genoeg.")
            .why("Zo begrijpen wij hoe groot het gevaar is.")
            .when(When::Is("worry.in_danger", &["persoon", "huisgenoten", "kinderen", "anderen"]))
            .part(),
        Part::heading("Is er al hulp?"),
        Field::new(
            "worry.gp",
            Kind::One(Options::Fixed(YES_NO_UNKNOWN)),
            "Heeft de persoon een huisarts?",
            "of de persoon een huisarts heeft",
            &WORRY,
        )
        .why(HELP)
        .part(),
        Field::new("worry.gp_name", Kind::Text(Width::Wide), "Wie is de huisarts?", "de naam van de huisarts", &WORRY)
            .hint("Naam van de huisarts of de praktijk, als u die weet.")
            .why(HELP)
            .when(When::Is("worry.gp", &["ja"]))
            .optional()
            .part(),
        Field::new(
            "worry.treated",
            Kind::One(Options::Fixed(YES_NO_UNKNOWN)),
            "Is er een behandelaar of behandelteam?",
            "of er een behandelaar is",
            &WORRY,
        )
        .hint("Bijvoorbeeld een psychiater, een psycholoog of een team van de ggz.")
        .why(HELP)
        .part(),
        Field::new(
            "worry.treated_by",
            Kind::Text(Width::Wide),
            "Wie is de behandelaar?",
            "de naam van de behandelaar",
            &WORRY,
        )
        .hint("Naam van de behandelaar of de instelling, als u die weet.")
        .why(HELP)
        .when(When::Is("worry.treated", &["ja"]))
        .optional()
        .part(),
    ],
};

const HELP: &str = prose("Zo weten wij wie de persoon al kent en wie er al helpt.");

const PEOPLE: &[Choice] = &[
    Choice::new("persoon", "Voor de persoon zelf"),
    Choice::new("kinderen", "Voor kinderen"),
    Choice::new("huisgenoten", "Voor andere mensen in huis"),
    Choice::new("anderen", "Voor anderen, bijvoorbeeld buren"),
    Choice::new("onbekend", "Dat weet ik niet"),
];
