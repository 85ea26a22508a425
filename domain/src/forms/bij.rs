//! A notice about someone who comes back after a serious offence, so that the house can draft advice for the mayor (BIJ, and
//! article 18b).

use serde::Deserialize;

use crate::check::shape;
use crate::form::{Effect, Entry, Exit, Form, Heard, Words, no_rules};
use crate::regime::Regime;
use crate::steps::mayor_advice::MayorAdvice;
use crate::steps::sender::Sender;
use crate::steps::subject::Subject;
use crate::steps::{mayor_advice, sender, subject};

/// The form as it is asked.
pub const FORM: Form = Form {
    slug: "bij",
    version: 1,
    changes: &[],
    title: "BIJ-melding of vraag om 18b-advies",
    description: "Meld dat iemand terugkomt na een ernstig misdrijf. Wij maken een advies voor de burgemeester. Voor onze partners.",
    name: "BIJ en 18b",
    words: &Words::REPORT,
    entry: Entry::Plain,
    exit: Exit::Usual,
    regime: Regime::Bij,
    promises: &[],
    receipt_to: Some("sender.email"),
    hears: &[
        Heard::always(
            "De medewerkers van het Zorg- en Veiligheidshuis die het advies maken, lezen uw melding. Zij vragen bij andere organisaties \
             na wat nog ontbreekt.",
        ),
        Heard::always("De burgemeester krijgt het advies en besluit zelf."),
        Heard::always("U krijgt een ontvangstbevestiging per e-mail. Daarin staan geen gegevens over de betrokkene."),
    ],
    effect: Effect::Sealed,
    steps: &[sender::STEP, subject::STEP, mayor_advice::STEP],
    whole: shape::<Bij>,
    across: no_rules,
};

/// A whole notice, as we accept it.
#[expect(missing_docs, reason = "each field is the section of the same name")]
#[derive(Deserialize)]
pub struct Bij {
    pub sender: Sender,
    pub subject: Subject,
    pub mayor_advice: MayorAdvice,
}

#[cfg(test)]
mod tests;
