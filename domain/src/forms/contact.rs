//! A message to the front desk of the house, from anyone, about anything but a case.

use serde::Deserialize;

use crate::check::shape;
use crate::form::{Effect, Entry, Exit, Form, Heard, Words, no_rules};
use crate::promise::Promise;
use crate::regime::Regime;
use crate::steps::message::{self, Message};

/// The form as it is asked.
pub const FORM: Form = Form {
    slug: "contact",
    version: 1,
    changes: &[],
    title: "Stuur ons een bericht",
    description: "Stel een vraag aan het Zorg- en Veiligheidshuis of laat ons iets weten. Zet geen gegevens over een casus in uw \
                  bericht.",
    name: "het Zorg- en Veiligheidshuis",
    words: &Words::MESSAGE,
    entry: Entry::Open,
    exit: Exit::Usual,
    regime: Regime::Contact,
    promises: &[Promise::Answer],
    receipt_to: Some("message.email"),
    hears: &[Heard::always("De medewerkers die berichten beantwoorden, lezen uw bericht.")],
    effect: Effect::Sealed,
    steps: &[message::STEP],
    whole: shape::<Contact>,
    across: no_rules,
};

/// A whole message, as we accept it.
#[expect(missing_docs, reason = "the field is the section of the same name")]
#[derive(Deserialize)]
pub struct Contact {
    pub message: Message,
}

#[cfg(test)]
mod tests;
