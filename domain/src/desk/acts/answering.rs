//! The answer to the sender: what was decided or asked for, and advice with a contact and a day to look back.

use serde::Deserialize;

use super::{ALOUD, WAYS, is_handled};
use crate::check::shape;
use crate::desk::act::{Act, Sheet};
use crate::desk::purposes::{HANDLING, TELLING};
use crate::desk::role::Right;
use crate::form::{DayRange, Field, Form, Heard, Kind, Options, Part, Step, When, Width, Words};
use crate::referral::Happening;
use crate::regime::Regime;
use crate::steps::YES_NO;

/// Answering.
pub const ACT: Act = Act {
    form: &FORM,
    what: Happening::Answered,
    right: Right::Answer,
    verb: "Antwoord geven",
    fits: |form| is_handled(form) && !matches!(form.regime, Regime::DataRights),
    told: &["answer.text", "answer.advice_text", "answer.advice_contact", "answer.advice_review_on"],
};

const FORM: Form = Sheet {
    slug: "antwoord",
    title: "Antwoord geven",
    description: "Laat de afzender weten hoe het verdergaat.",
    words: &Words { noun: "antwoord", begin: "Antwoord geven", send: "Antwoord geven", sent: "Uw antwoord is gegeven" },
    hears: &[Heard::always(
        "De afzender leest uw antwoord en uw advies op de volgpagina. In de mail staat alleen dat er nieuws is.",
    )],
    steps: &[STEP],
    whole: shape::<Answering>,
}
.form();

const WAY: &str = "answer.way";
/// Whether the sender gets advice.
pub const ADVISES: &str = "answer.advice";

const STEP: Step = Step {
    slug: "antwoord",
    title: "Wat laat u de afzender weten?",
    intro: &[],
    when: When::Always,
    section: "answer",
    accept: shape::<Answer>,
    parts: &[
        Field::new(WAY, Kind::One(Options::Fixed(WAYS)), "Hoe geeft u antwoord?", "hoe u antwoord geeft", &HANDLING)
            .hint("Belde u al? Kies dan ‘Aan de telefoon’. Wat u schrijft, komt ook dan op de volgpagina.")
            .why("Zo weten wij hoe de afzender het hoorde.")
            .part(),
        Field::new(
            "answer.told_to",
            Kind::Text(Width::Wide),
            "Wie hebt u gesproken?",
            "de naam van uw gesprekspartner",
            &HANDLING,
        )
        .why("Zo is later te zien wie het antwoord hoorde.")
        .when(When::Is(WAY, ALOUD))
        .part(),
        Field::new(
            "answer.told_on",
            Kind::Day(DayRange::Past),
            "Wanneer was dat?",
            "de dag van uw antwoord",
            &HANDLING,
        )
        .hint("Bijvoorbeeld: 20 11 2026.")
        .why("Zo is te zien of het op tijd was.")
        .when(When::Is(WAY, ALOUD))
        .part(),
        Field::new("answer.text", Kind::LongText, "Uw antwoord", "uw antwoord", &TELLING)
            .hint("Zeg waarom, en wat er nu gebeurt. Schrijf niets wat de afzender niet mag weten.")
            .why("Dit leest de afzender op de volgpagina.")
            .part(),
        Part::heading("Advies"),
        Field::new(ADVISES, Kind::One(Options::Fixed(YES_NO)), "Geeft u ook advies?", "of u advies geeft", &HANDLING)
            .hint("Bij een casus die wij niet aannemen, krijgt de afzender altijd advies.")
            .why("Zo blijft advies herkenbaar en telt het mee in het jaarverslag.")
            .part(),
        Field::new("answer.advice_text", Kind::LongText, "Wat adviseert u?", "uw advies", &TELLING)
            .hint("Schrijf wat de afzender zelf kan doen. Noem geen namen die niet nodig zijn.")
            .why("Zo kan de afzender verder.")
            .when(WITH_ADVICE)
            .part(),
        Field::new(
            "answer.advice_contact",
            Kind::Text(Width::Wide),
            "Bij wie kan de afzender terecht?",
            "de organisatie of persoon bij wie de afzender terechtkan",
            &TELLING,
        )
        .hint("Bijvoorbeeld een organisatie en het telefoonnummer.")
        .why("Zo hoeft de afzender niet te zoeken.")
        .when(WITH_ADVICE)
        .optional()
        .part(),
        Field::new(
            "answer.advice_review_on",
            Kind::Day(DayRange::Future),
            "Wanneer kijkt de afzender of het heeft geholpen?",
            "de dag waarop de afzender terugkijkt",
            &TELLING,
        )
        .hint("Bijvoorbeeld: 20 2 2027.")
        .why("Een afspraak over terugkijken maakt de kans groter dat het advies wordt gevolgd.")
        .when(WITH_ADVICE)
        .optional()
        .part(),
    ],
};

const WITH_ADVICE: When = When::Is(ADVISES, &["ja"]);

/// A whole answer, as we accept it.
#[expect(missing_docs, reason = "the field is the section of the same name")]
#[derive(Deserialize)]
pub struct Answering {
    pub answer: Answer,
}

/// What we accept of an answer.
#[expect(missing_docs, reason = "each field is the question of the same name above")]
#[derive(Deserialize)]
pub struct Answer {
    pub way: String,
    pub told_to: Option<String>,
    pub told_on: Option<String>,
    pub text: String,
    pub advice: String,
    pub advice_text: Option<String>,
    pub advice_contact: Option<String>,
    pub advice_review_on: Option<String>,
}
