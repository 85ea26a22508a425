//! A notice about an adult who comes back after detention and wants support.

use serde::Deserialize;

use crate::check::shape;
use crate::form::{Effect, Entry, Exit, Form, Heard, Words, no_rules};
use crate::regime::Regime;
use crate::steps::aftercare::Aftercare;
use crate::steps::sender::Sender;
use crate::steps::subject::Subject;
use crate::steps::{aftercare, sender, subject};

/// The form as it is asked.
pub const FORM: Form = Form {
    slug: "nazorg",
    version: 1,
    changes: &[],
    title: "Melding voor nazorg na detentie",
    description: "Meld dat iemand van 18 jaar of ouder terugkomt na detentie en hulp wil. Voor onze partners.",
    name: "de coördinator nazorg",
    words: &Words::REPORT,
    entry: Entry::Plain,
    exit: Exit::Usual,
    regime: Regime::Nazorg,
    promises: &[],
    receipt_to: Some("sender.email"),
    hears: &[
        Heard::always("De coördinator nazorg leest uw melding, maakt een plan en let op de uitvoering."),
        Heard::always("U krijgt een ontvangstbevestiging per e-mail. Daarin staan geen gegevens over de betrokkene."),
    ],
    effect: Effect::Sealed,
    steps: &[sender::STEP, subject::STEP, aftercare::STEP],
    whole: shape::<Nazorg>,
    across: no_rules,
};

/// A whole notice, as we accept it.
#[expect(missing_docs, reason = "each field is the section of the same name")]
#[derive(Deserialize)]
pub struct Nazorg {
    pub sender: Sender,
    pub subject: Subject,
    pub aftercare: Aftercare,
}

#[cfg(test)]
mod tests;
