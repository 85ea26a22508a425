//! How long something stays under a law of its own, such as the Wvggz: the house sets no period, so somebody writes down the last day and
//! where that stands.

use serde::Deserialize;

use super::is_under_its_own_law;
use crate::check::shape;
use crate::desk::act::{Act, Sheet};
use crate::desk::purposes::LASTING;
use crate::desk::role::Right;
use crate::form::{DayRange, Field, Form, Heard, Kind, Step, When, Words};
use crate::referral::Happening;

/// Writing it down.
pub const ACT: Act = Act {
    form: &FORM,
    what: Happening::PeriodSet,
    right: Right::Hold,
    verb: "Bewaartermijn vastleggen",
    fits: is_under_its_own_law,
    told: &[],
};

const FORM: Form = Sheet {
    slug: "bewaartermijn",
    title: "Bewaartermijn vastleggen",
    description: "Leg vast tot wanneer dit bewaard blijft, en welke regel dat zegt.",
    words: &Words {
        noun: "bewaartermijn",
        begin: "Bewaartermijn vastleggen",
        send: "Bewaartermijn vastleggen",
        sent: "De bewaartermijn is vastgelegd",
    },
    hears: &[Heard::always(
        "Op de dag na de laatste dag vernietigen wij dit vanzelf. Tot dan kunt u een andere dag vastleggen. De afzender ziet dit niet.",
    )],
    steps: &[STEP],
    whole: shape::<Lasting>,
}
.form();

/// The last day.
pub(in crate::desk) const UNTIL: &str = "lasting.until";

const STEP: Step = Step {
    slug: "termijn",
    title: "Tot wanneer blijft dit bewaard?",
    intro: &["Dit valt onder een andere wet dan de WGS. Die wet bepaalt hoe lang u dit bewaart."],
    when: When::Always,
    section: "lasting",
    accept: shape::<Last>,
    parts: &[
        Field::new(UNTIL, Kind::Day(DayRange::Future), "Wat is de laatste dag?", "de laatste dag", &LASTING)
            .hint("Bijvoorbeeld: 1 12 2028.")
            .why("Zonder laatste dag vernietigen wij dit nooit vanzelf.")
            .part(),
        Field::new("lasting.rule", Kind::LongText, "Welke regel zegt dat?", "de regel", &LASTING)
            .hint("Noem de wet en het artikel, en vanaf welke dag u telde. Schrijf niets over de inhoud.")
            .why("Zo kan een ander nagaan of de termijn klopt.")
            .part(),
    ],
};

/// A whole period, as we accept it.
#[expect(missing_docs, reason = "the field is the section of the same name")]
#[derive(Deserialize)]
pub struct Lasting {
    pub lasting: Last,
}

/// What we accept of a period.
#[expect(missing_docs, reason = "each field is the question of the same name above")]
#[derive(Deserialize)]
pub struct Last {
    pub until: String,
    pub rule: String,
}
