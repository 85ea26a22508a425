//! The answer about a case or a report: what was decided or done, and advice with a contact and a day to look back.

use serde::Deserialize;

use super::super::is_handled;
use super::{CONTACT, HOW, REVIEW_ON, SPOKEN_ON, SPOKEN_WITH, TEXT, contact, review_on, text};
use crate::check::shape;
use crate::desk::act::{Act, Sheet};
use crate::desk::purposes::{HANDLING, TELLING};
use crate::desk::role::Right;
use crate::form::{Field, Form, Heard, Kind, Options, Part, Step, When, Words};
use crate::referral::Happening;
use crate::regime::Regime;
use crate::steps::YES_NO;

/// Answering.
pub const ACT: Act = Act {
    form: &FORM,
    what: Happening::Answered,
    right: Right::Answer,
    verb: "Antwoord geven",
    fits: |form| is_handled(form) && !matches!(form.regime, Regime::DataRights | Regime::Advice | Regime::Contact),
    told: &[TEXT, "answer.advice_text", CONTACT, REVIEW_ON],
};

const FORM: Form = Sheet {
    slug: "antwoord",
    title: "Antwoord geven",
    description: "Laat de afzender weten hoe het verdergaat.",
    words: &Words {
        noun: "antwoord",
        begin: "Antwoord geven",
        send: "Antwoord geven",
        sent: "Uw antwoord staat op de volgpagina",
    },
    hears: &[Heard::always("De afzender leest uw antwoord en uw advies op de volgpagina.")],
    steps: &[STEP],
    whole: shape::<Answering>,
}
.form();

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
        HOW,
        SPOKEN_WITH,
        SPOKEN_ON,
        text(
            "Uw antwoord",
            "uw antwoord",
            "Zeg waarom, en wat er nu gebeurt. Schrijf niets wat de afzender niet mag weten.",
        ),
        Part::heading("Advies"),
        Field::new(ADVISES, Kind::One(Options::Fixed(YES_NO)), "Geeft u ook advies?", "of u advies geeft", &HANDLING)
            .hint("Advies is verplicht bij een doorverwijzing, bij ‘Terug naar de aanmelder’ en bij ‘Advies aan de aanmelder’.")
            .why("Zo blijft advies herkenbaar en telt het mee in het jaarverslag.")
            .part(),
        Field::new("answer.advice_text", Kind::LongText, "Wat adviseert u?", "uw advies", &TELLING)
            .hint("Schrijf wat de afzender zelf kan doen. Noem geen namen die niet nodig zijn.")
            .why("Zo kan de afzender verder.")
            .when(WITH_ADVICE)
            .part(),
        contact("Bij wie kan de afzender terecht?").when(WITH_ADVICE).optional().part(),
        review_on(WITH_ADVICE),
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
