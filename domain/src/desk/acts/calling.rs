//! A call: somebody was reached and something was said, or nobody answered.

use serde::Deserialize;

use super::is_handled;
use crate::check::shape;
use crate::desk::act::{Act, Sheet};
use crate::desk::purposes::HANDLING;
use crate::desk::role::Right;
use crate::form::{Choice, DayRange, Field, Form, Heard, Kind, Options, Step, When, Width, Words};
use crate::referral::Happening;

/// Recording a call.
pub const ACT: Act = Act {
    form: &FORM,
    what: Happening::Contacted,
    right: Right::Handle,
    verb: "Contact vastleggen",
    fits: is_handled,
    told: &[],
};

const FORM: Form = Sheet {
    slug: "bellen",
    title: "Contact vastleggen",
    description: "Leg vast dat u contact zocht met de afzender, en wat u hebt besproken.",
    words: &Words {
        noun: "verslag",
        begin: "Contact vastleggen",
        send: "Contact vastleggen",
        sent: "Uw verslag is vastgelegd",
    },
    hears: &[Heard::always(
        "De afzender ziet dat er contact was, of dat u het probeerde. Wat u hier opschrijft, leest de afzender niet.",
    )],
    steps: &[STEP],
    whole: shape::<Calling>,
}
.form();

/// With whom.
pub const WITH: &str = "call.with";
/// Whether somebody was spoken with.
pub const SPOKEN: &str = "call.spoken";

const STEP: Step = Step {
    slug: "contact",
    title: "Hoe ging het contact?",
    intro: &[],
    when: When::Always,
    section: "call",
    accept: shape::<Call>,
    parts: &[
        Field::new(
            SPOKEN,
            Kind::One(Options::Fixed(RESULTS)),
            "Hebt u de afzender gesproken?",
            "of u de afzender hebt gesproken",
            &HANDLING,
        )
        .hint("Liet u een bericht achter? Kies dan ‘Nee’. Sprak u iemand anders, zoals een huisarts? Leg dan een notitie vast.")
        .why("Wij leggen ook vast dat u het probeerde. Zo ziet een collega dat er iets gebeurt.")
        .part(),
        Field::new(WITH, Kind::Text(Width::Wide), "Met wie sprak u?", "de naam van uw gesprekspartner", &HANDLING)
            .hint("De naam en de functie.")
            .why("Zo weten wij later van wie de informatie komt.")
            .when(WAS_REACHED)
            .part(),
        Field::new("call.report", Kind::LongText, "Wat hebt u besproken?", "het verslag van het gesprek", &HANDLING)
            .hint("Schrijf alleen op wat nodig is om verder te kunnen, en wat u hebt afgesproken.")
            .why("Zo hoeft niemand hetzelfde twee keer te vertellen.")
            .when(WAS_REACHED)
            .part(),
        Field::new(
            "call.again_on",
            Kind::Day(DayRange::Future),
            "Wanneer probeert u het weer?",
            "de dag van uw volgende poging",
            &HANDLING,
        )
        .hint("Bijvoorbeeld: 24 11 2026.")
        .why("Zo weet een collega wanneer er weer iemand belt.")
        .when(When::Is(SPOKEN, &["nee"]))
        .optional()
        .part(),
    ],
};

const WAS_REACHED: When = When::Is(SPOKEN, &["ja"]);

const RESULTS: &[Choice] = &[Choice::new("ja", "Ja"), Choice::hinted("nee", "Nee", "U kreeg niemand te pakken.")];

/// A whole call, as we accept it.
#[expect(missing_docs, reason = "the field is the section of the same name")]
#[derive(Deserialize)]
pub struct Calling {
    pub call: Call,
}

/// What we accept of a call.
#[expect(missing_docs, reason = "each field is the question of the same name above")]
#[derive(Deserialize)]
pub struct Call {
    pub spoken: String,
    pub with: Option<String>,
    pub report: Option<String>,
    pub again_on: Option<String>,
}
