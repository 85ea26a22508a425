//! A request of people about their own data (AVG art. 15 to 18 and 21), to the contact point (BGS art. 1.1).

use serde::Deserialize;

use crate::check::shape;
use crate::form::{Effect, Entry, Exit, Form, Heard, Words, no_rules};
use crate::promise::Promise;
use crate::regime::Regime;
use crate::steps::data_request::{self, DataRequest};
use crate::steps::represented::{self, Represented};
use crate::steps::requester::{self, Requester};

/// The form as it is asked.
pub const FORM: Form = Form {
    slug: "avg-verzoek",
    version: 1,
    changes: &[],
    title: "Een verzoek over uw gegevens",
    description: "Vraag om uw gegevens te zien, te verbeteren of te verwijderen, of maak bezwaar. Ook voor wie een ander \
                  vertegenwoordigt.",
    name: "het contactpunt",
    words: &Words::REQUEST,
    entry: Entry::Open,
    exit: Exit::Usual,
    regime: Regime::DataRights,
    promises: &[Promise::Decision],
    receipt_to: Some("requester.email"),
    hears: &[
        Heard::always(
            "Het contactpunt voor persoonsgegevens behandelt uw verzoek. Uw ene verzoek geldt voor alle organisaties die samen \
             verantwoordelijk zijn.",
        ),
        Heard::always(
            "Het contactpunt overlegt met die organisaties voordat het beslist. Is er meer tijd nodig, dan hoort u dat binnen een \
             maand. Het kan dan hoogstens twee maanden langer duren (artikel 12 lid 3 AVG).",
        ),
    ],
    effect: Effect::Sealed,
    steps: &[data_request::STEP, requester::STEP, represented::STEP],
    whole: shape::<AvgVerzoek>,
    across: no_rules,
};

/// A whole request, as we accept it.
#[expect(missing_docs, reason = "each field is the section of the same name")]
#[derive(Deserialize)]
pub struct AvgVerzoek {
    pub data_request: DataRequest,
    pub requester: Requester,
    pub represented: Option<Represented>,
}

#[cfg(test)]
mod tests;
