//! Looking, each year, whether something is still needed: it stays no longer than that (WGS art. 1.8 lid 7).

use serde::Deserialize;

use super::is_under_its_own_law;
use crate::check::shape;
use crate::desk::act::{Act, Sheet};
use crate::desk::is_weighed;
use crate::desk::purposes::LASTING;
use crate::desk::role::Right;
use crate::form::{Field, Form, Heard, Kind, Step, When, Words};
use crate::referral::Happening;

/// Writing down that it is.
pub const ACT: Act = Act {
    form: &FORM,
    what: Happening::Reviewed,
    right: Right::Handle,
    verb: "Vastleggen dat bewaren nodig is",
    fits: |form| is_weighed(form) || is_under_its_own_law(form),
    told: &[],
};

const FORM: Form = Sheet {
    slug: "bewaren-nodig",
    title: "Kijken of bewaren nog nodig is",
    description: "Leg vast waarom bewaren nog nodig is.",
    words: &Words {
        noun: "oordeel",
        begin: "Kijken of bewaren nog nodig is",
        send: "Vastleggen dat bewaren nodig is",
        sent: "Vastgelegd: bewaren is nog nodig",
    },
    hears: &[Heard::always(
        "Elk jaar, op de dag van ontvangst, komt dit terug bij ‘Bewaren’. De afzender ziet dit niet.",
    )],
    steps: &[STEP],
    whole: shape::<Reviewing>,
}
.form();

const STEP: Step = Step {
    slug: "nodig",
    title: "Is bewaren nog nodig?",
    intro: &[
        "Leg dit alleen vast als bewaren nog nodig is. Is het niet meer nodig? Leg dan niets vast: laat de casus afsluiten, of leg een eerdere laatste dag vast.",
    ],
    when: When::Always,
    section: "review",
    accept: shape::<Review>,
    parts: &[Field::new("review.reason", Kind::LongText, "Waarom is bewaren nog nodig?", "de reden", &LASTING)
        .hint("Noem wat er nog moet gebeuren. Herhaal niet het hele verloop.")
        .why("Wij bewaren gegevens niet langer dan nodig is.")
        .part()],
};

/// A whole look, as we accept it.
#[expect(missing_docs, reason = "the field is the section of the same name")]
#[derive(Deserialize)]
pub struct Reviewing {
    pub review: Review,
}

/// What we accept of a look.
#[expect(missing_docs, reason = "the field is the question of the same name above")]
#[derive(Deserialize)]
pub struct Review {
    pub reason: String,
}
