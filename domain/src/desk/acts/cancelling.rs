//! Cancelling a booking: the room is free for others, and whoever booked it reads why.

use serde::Deserialize;

use crate::check::shape;
use crate::desk::act::{Act, Sheet};
use crate::desk::purposes::TELLING;
use crate::desk::role::Right;
use crate::form::{Effect, Field, Form, Heard, Kind, Step, When, Words};
use crate::referral::Happening;

/// Cancelling.
pub const ACT: Act = Act {
    form: &FORM,
    what: Happening::Cancelled,
    right: Right::Handle,
    verb: "Reservering afzeggen",
    fits: |form| matches!(form.effect, Effect::Takes(_)),
    told: &["cancel.reason"],
};

const FORM: Form = Sheet {
    slug: "afzeggen",
    title: "Reservering afzeggen",
    description: "Zeg af, en laat weten waarom.",
    words: &Words {
        noun: "afzegging",
        begin: "Reservering afzeggen",
        send: "Reservering afzeggen",
        sent: "De reservering is afgezegd",
    },
    hears: &[Heard::always(
        "De kamer is daarna meteen vrij voor anderen. U kunt dit niet ongedaan maken. Wie reserveerde, leest uw reden op de volgpagina.",
    )],
    steps: &[STEP],
    whole: shape::<Cancelling>,
}
.form();

const STEP: Step = Step {
    slug: "afzeggen",
    title: "Waarom zegt u af?",
    intro: &[],
    when: When::Always,
    section: "cancel",
    accept: shape::<Cancel>,
    parts: &[Field::new("cancel.reason", Kind::LongText, "Waarom gaat het niet door?", "de reden", &TELLING)
        .hint("Zeg het kort en noem geen namen van anderen. Weet u een andere kamer of tijd? Schrijf die erbij.")
        .why("Dit leest wie de kamer reserveerde.")
        .part()],
};

/// A whole cancellation, as we accept it.
#[expect(missing_docs, reason = "the field is the section of the same name")]
#[derive(Deserialize)]
pub struct Cancelling {
    pub cancel: Cancel,
}

/// What we accept of the cancellation.
#[expect(missing_docs, reason = "the field is the question of the same name above")]
#[derive(Deserialize)]
pub struct Cancel {
    pub reason: String,
}
