//! The answer to a message that is about no case.

use serde::Deserialize;

use super::{HOW, SPOKEN_ON, SPOKEN_WITH, TEXT, text};
use crate::check::shape;
use crate::desk::act::{Act, Sheet};
use crate::desk::role::Right;
use crate::form::{Form, Heard, Step, When, Words};
use crate::referral::Happening;
use crate::regime::Regime;

/// Answering.
pub const ACT: Act = Act {
    form: &FORM,
    what: Happening::Answered,
    right: Right::Answer,
    verb: "Antwoord geven",
    fits: |form| matches!(form.regime, Regime::Contact),
    told: &[TEXT],
};

const FORM: Form = Sheet {
    slug: "antwoord-bericht",
    title: "Antwoord geven op het bericht",
    description: "Geef antwoord op wat de afzender vroeg.",
    words: &Words {
        noun: "antwoord",
        begin: "Antwoord geven",
        send: "Antwoord geven",
        sent: "Uw antwoord staat op de volgpagina",
    },
    hears: &[Heard::always("De afzender leest uw antwoord op de volgpagina.")],
    steps: &[STEP],
    whole: shape::<Answering>,
}
.form();

const STEP: Step = Step {
    slug: "antwoord",
    title: "Wat antwoordt u?",
    intro: &[],
    when: When::Always,
    section: "answer",
    accept: shape::<Answer>,
    parts: &[
        HOW,
        SPOKEN_WITH,
        SPOKEN_ON,
        text("Uw antwoord", "uw antwoord", "Antwoord op wat de afzender vroeg. Noem geen gegevens uit een casus."),
    ],
};

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
}
