//! A working visit to the house, for a group.

use serde::Deserialize;

use crate::check::shape;
use crate::form::{Effect, Entry, Exit, Form, Heard, Words, no_rules};
use crate::promise::Promise;
use crate::regime::Regime;
use crate::steps::visit::{self, Visit};
use crate::steps::visitor::{self, Visitor};

/// The form as it is asked.
pub const FORM: Form = Form {
    slug: "werkbezoek",
    version: 1,
    changes: &[],
    title: "Een werkbezoek aanvragen",
    description: "Kom met een groep kijken in het Zorg- en Veiligheidshuis. Vertel met wie u komt, wanneer u kunt en wat u wilt zien.",
    name: "het Zorg- en Veiligheidshuis",
    words: &Words::VISIT,
    entry: Entry::Open,
    exit: Exit::Usual,
    regime: Regime::Contact,
    promises: &[Promise::Answer],
    receipt_to: Some("visitor.email"),
    hears: &[
        Heard::always("De medewerkers die werkbezoeken voorbereiden, lezen uw aanvraag."),
        Heard::always("Het bezoek is pas zeker als wij samen een dag hebben gekozen."),
    ],
    effect: Effect::Sealed,
    steps: &[visit::STEP, visitor::STEP],
    whole: shape::<Werkbezoek>,
    across: no_rules,
};

/// A whole request for a visit, as we accept it.
#[expect(missing_docs, reason = "each field is the section of the same name")]
#[derive(Deserialize)]
pub struct Werkbezoek {
    pub visit: Visit,
    pub visitor: Visitor,
}

#[cfg(test)]
mod tests;
