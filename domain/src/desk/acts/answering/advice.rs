//! The answer to a question for advice: advice, another organisation, or the request to refer the case (domain facts §1.5).

use serde::Deserialize;

use super::{CONTACT, HOW, REVIEW_ON, SPOKEN_ON, SPOKEN_WITH, TEXT, contact, review_on, text};
use crate::check::shape;
use crate::desk::act::{Act, Sheet};
use crate::desk::outcome::Outcome;
use crate::desk::purposes::HANDLING;
use crate::desk::role::Right;
use crate::form::{Choice, Field, Form, Heard, Kind, Options, Step, When, Words};
use crate::referral::Happening;
use crate::regime::Regime;

/// Answering.
pub const ACT: Act = Act {
    form: &FORM,
    what: Happening::Answered,
    right: Right::Answer,
    verb: "Advies geven",
    fits: |form| matches!(form.regime, Regime::Advice),
    told: &[OUTCOME, TEXT, CONTACT, REVIEW_ON],
};

const FORM: Form = Sheet {
    slug: "antwoord-advies",
    title: "Antwoord geven op de vraag om advies",
    description: "Geef advies, of zeg waar de vraag beter past.",
    words: &Words { noun: "advies", begin: "Advies geven", send: "Advies geven", sent: "Uw advies is gegeven" },
    hears: &[Heard::always("De vrager leest uw antwoord op de volgpagina.")],
    steps: &[STEP],
    whole: shape::<Answering>,
}
.form();

/// What became of the question.
pub(in crate::desk) const OUTCOME: &str = "answer.outcome";

const STEP: Step = Step {
    slug: "advies",
    title: "Wat antwoordt u?",
    intro: &["Wij weten niet over wie het gaat. Noem ook in uw antwoord niemand bij naam."],
    when: When::Always,
    section: "answer",
    accept: shape::<Answer>,
    parts: &[
        Field::new(
            OUTCOME,
            Kind::One(Options::Fixed(OUTCOMES)),
            "Wat doet u met de vraag?",
            "wat u met de vraag doet",
            &HANDLING,
        )
        .why("Zo tellen wij hoe vaak wij advies geven, doorverwijzen of om een aanmelding vragen.")
        .part(),
        text(
            "Uw advies of antwoord",
            "uw advies of antwoord",
            "Schrijf wat de vrager zelf kan doen, en waarom. Noem geen namen.",
        ),
        contact("Bij welke organisatie kan de vrager terecht?").when(When::Is(OUTCOME, ELSEWHERE)).part(),
        review_on(When::Is(OUTCOME, ADVISED)),
        HOW,
        SPOKEN_WITH,
        SPOKEN_ON,
    ],
};

const ADVISED: &[&str] = &[Outcome::Meegedacht.slug()];
const ELSEWHERE: &[&str] = &[Outcome::Elders.slug()];

const OUTCOMES: &[Choice] = &[
    Choice::new(Outcome::Meegedacht.slug(), "Ik geef advies"),
    Choice::new(Outcome::Elders.slug(), "De vraag hoort bij een andere organisatie"),
    Choice::hinted(
        Outcome::AanmeldenGevraagd.slug(),
        "Ik vraag om de casus aan te melden",
        "Alleen een vaste deelnemer meldt aan. Werkt de vrager ergens anders, bijvoorbeeld bij een woningcorporatie, een school of een \
         huisarts? Schrijf dan wie de casus kan aanmelden.",
    ),
];

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
    pub outcome: String,
    pub text: String,
    pub advice_contact: Option<String>,
    pub advice_review_on: Option<String>,
    pub way: String,
    pub told_to: Option<String>,
    pub told_on: Option<String>,
}
