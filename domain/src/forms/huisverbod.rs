//! A notice that the mayor imposed a temporary restraining order or made it longer (Wet tijdelijk huisverbod, Wth).

use serde::Deserialize;
use validator::{Validate, ValidationError};

use crate::check::{accept, shape};
use crate::form::{Effect, Entry, Exit, Form, Heard, Words};
use crate::regime::Regime;
use crate::steps::across::{self, Aged, Began};
use crate::steps::residence::Residence;
use crate::steps::restraining_order::RestrainingOrder;
use crate::steps::sender::Sender;
use crate::steps::subject::Subject;
use crate::steps::{residence, restraining_order, sender, subject};

/// The form as it is asked.
pub const FORM: Form = Form {
    slug: "huisverbod",
    version: 1,
    changes: &[],
    title: "Melding van een tijdelijk huisverbod",
    description: "Meld een huisverbod dat de burgemeester oplegde of verlengde. Voor onze partners.",
    name: "tijdelijk huisverbod",
    words: &Words::REPORT,
    entry: Entry::Plain,
    exit: Exit::Usual,
    regime: Regime::Huisverbod,
    promises: &[],
    receipt_to: Some("sender.email"),
    hears: &[
        Heard::always("De medewerkers van het Zorg- en Veiligheidshuis die het plan afstemmen, lezen uw melding."),
        Heard::always(
            "Zij stemmen het plan af met de casemanager van het maatschappelijk werk, Veilig Thuis, de politie en het Openbaar \
             Ministerie. Dat doen zij tot één jaar na het einde van het huisverbod.",
        ),
        Heard::always("U krijgt een ontvangstbevestiging per e-mail. Daarin staan geen gegevens over de betrokkene."),
    ],
    effect: Effect::Sealed,
    steps: &[sender::STEP, subject::STEP, residence::STEP, restraining_order::STEP],
    whole: shape::<Huisverbod>,
    across: accept::<Across>,
};

/// A whole notice, as we accept it.
#[expect(missing_docs, reason = "each field is the section of the same name")]
#[derive(Deserialize)]
pub struct Huisverbod {
    pub sender: Sender,
    pub subject: Subject,
    pub residence: Residence,
    pub restraining_order: RestrainingOrder,
}

/// What the rule across steps looks at.
#[derive(Deserialize, Validate)]
#[validate(schema(function = no_order_for_a_minor))]
struct Across {
    subject: Aged,
    restraining_order: Began,
}

fn no_order_for_a_minor(notice: &Across) -> Result<(), ValidationError> {
    across::no_order_for_a_minor(&notice.subject, &notice.restraining_order)
}

#[cfg(test)]
mod tests;
