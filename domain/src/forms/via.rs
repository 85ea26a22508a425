//! A care report of the police without urgency, for the VIA (Verbindingspunt Informatie en Advies).

use serde::Deserialize;

use crate::check::shape;
use crate::form::{Effect, Entry, Exit, Form, Heard, Words, no_rules};
use crate::regime::Regime;
use crate::steps::care_report::CareReport;
use crate::steps::residence::Residence;
use crate::steps::sender::Sender;
use crate::steps::subject::Subject;
use crate::steps::{care_report, residence, sender, subject};

/// The form as it is asked.
pub const FORM: Form = Form {
    slug: "via",
    version: 1,
    changes: &[],
    title: "Zorgmelding voor VIA",
    description: "Stuur een zorgmelding zonder spoed aan VIA, het Verbindingspunt Informatie en Advies. Voor de politie.",
    name: "VIA",
    words: &Words::REPORT,
    entry: Entry::Plain,
    exit: Exit::Usual,
    regime: Regime::Via,
    promises: &[],
    receipt_to: Some("sender.email"),
    hears: &[
        Heard::always("De medewerkers van VIA lezen uw melding. Zij verbinden haar met de hulp die al betrokken is."),
        Heard::always("Die hulp hoort alleen wat zij nodig heeft."),
        Heard::always("U krijgt een ontvangstbevestiging per e-mail. Daarin staan geen gegevens over de betrokkene."),
    ],
    effect: Effect::Sealed,
    steps: &[sender::STEP, subject::STEP, residence::STEP, care_report::STEP],
    whole: shape::<Via>,
    across: no_rules,
};

/// A whole care report, as we accept it.
#[expect(missing_docs, reason = "each field is the section of the same name")]
#[derive(Deserialize)]
pub struct Via {
    pub sender: Sender,
    pub subject: Subject,
    pub residence: Residence,
    pub care_report: CareReport,
}

#[cfg(test)]
mod tests;
