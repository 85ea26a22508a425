//! A call: the sender was reached and something was said, or nobody answered.

use serde::Deserialize;

use crate::check::shape;
use crate::desk::act::{Act, Sheet};
use crate::desk::purposes::HANDLING;
use crate::desk::role::Right;
use crate::form::{Choice, DayRange, Effect, Field, Form, Heard, Kind, Options, Step, When, Width, Words};
use crate::referral::Happening;

pub(in crate::desk) const ACT: Act = Act {
    form: &FORM,
    what: Happening::Contacted,
    right: Right::Handle,
    verb: "Gesprek vastleggen",
    fits: |form| !matches!(form.effect, Effect::Subscribes(_)),
    told: &[],
};

/// Whether somebody was spoken with.
pub(in crate::desk) const SPOKEN: &str = "call.spoken";

const FORM: Form = Sheet {
    slug: "bellen",
    title: "Contact vastleggen",
    description: "Leg vast dat u belde, en wat er is besproken.",
    words: &Words {
        noun: "verslag",
        begin: "Contact vastleggen",
        send: "Contact vastleggen",
        sent: "Het contact is vastgelegd",
    },
    hears: &[Heard::always(
        "De afzender ziet dat er contact was, of dat u het probeerde. Wat u hier opschrijft, leest de afzender niet.",
    )],
    steps: &[STEP],
    whole: shape::<Whole>,
}
.form();

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
            "Hebt u iemand gesproken?",
            "of u iemand hebt gesproken",
            &HANDLING,
        )
        .hint("Een bericht achterlaten telt als ‘Nee’.")
        .why("Wij beloven binnen vijf werkdagen contact. Ook een poging leggen wij vast.")
        .part(),
        Field::new("call.with", Kind::Text(Width::Wide), "Met wie sprak u?", "de naam van wie u sprak", &HANDLING)
            .hint("Naam en functie.")
            .why("Zo weten wij later van wie de informatie komt.")
            .when(WAS_REACHED)
            .part(),
        Field::new("call.report", Kind::LongText, "Wat is er besproken?", "wat er is besproken", &HANDLING)
            .hint("Schrijf alleen op wat nodig is om verder te kunnen, en wat u hebt afgesproken.")
            .why("Zo hoeft de afzender zijn verhaal niet nog eens te doen.")
            .when(WAS_REACHED)
            .part(),
        Field::new(
            "call.again_on",
            Kind::Day(DayRange::Future),
            "Wanneer probeert u het weer?",
            "de dag van de volgende poging",
            &HANDLING,
        )
        .why("Zo vergeet niemand het.")
        .when(When::Is(SPOKEN, &["nee"]))
        .optional()
        .part(),
    ],
};

const WAS_REACHED: When = When::Is(SPOKEN, &["ja"]);

const RESULTS: &[Choice] = &[Choice::new("ja", "Ja"), Choice::hinted("nee", "Nee", "Ik kreeg niemand te pakken.")];

#[expect(dead_code, reason = "its shape is what counts")]
#[derive(Deserialize)]
struct Call {
    spoken: String,
    with: Option<String>,
    report: Option<String>,
    again_on: Option<String>,
}

#[derive(Deserialize)]
struct Whole {
    #[expect(dead_code, reason = "its shape is what counts")]
    call: Call,
}
