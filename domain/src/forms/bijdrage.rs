//! A contribution to a referral: a colleague of another organisation, invited by the referrer, tells about their own part in the case.
//! It asks nothing by which the person can be told: the referral knows who it is.

use serde::Deserialize;

use crate::check::shape;
use crate::form::{self, Effect, Entry, Exit, Form, Heard, When, Words, no_rules};
use crate::regime::Regime;
use crate::steps::contributor::{self, Contributor};
use crate::steps::involvement::{self, Involvement};
use crate::steps::knowing::{self, Knowing};
use crate::steps::role::{self, Role};

/// The form as it is asked.
pub const FORM: Form = Form {
    slug: "bijdrage",
    version: 1,
    changes: &[],
    title: "Uw bijdrage aan een casus",
    description: "Vertel wat u zelf in een casus doet en ziet. Alleen voor wie daarvoor een uitnodiging kreeg.",
    name: "het Zorg- en Veiligheidshuis",
    words: &Words::CONTRIBUTION,
    entry: Entry::Invited,
    exit: Exit::Usual,
    regime: Regime::Wgs,
    promises: &[],
    receipt_to: Some("contributor.email"),
    hears: &[
        Heard::always(
            "De medewerkers die de aanmelding behandelen, lezen uw bijdrage. Zij zien wie haar gaf en wanneer.",
        ),
        Heard::always("Wie ook een bijdrage geeft, leest de uwe niet."),
        Heard::when(
            When::Is("knowing.person", &["nee", "onbekend"]),
            "De betrokkene weet misschien niet dat u gegevens deelt. De medewerkers die de aanmelding behandelen, zien dat.",
        ),
    ],
    effect: Effect::Contributes(form::Contributor {
        name: "contributor.name",
        mailbox: "contributor.email",
        organisation: &["contributor.function", "contributor.organisation", "contributor.other_organisation"],
    }),
    steps: &[contributor::STEP, role::STEP_OF_CONTRIBUTOR, involvement::STEP, knowing::STEP],
    whole: shape::<Bijdrage>,
    across: no_rules,
};

/// A whole contribution, as we accept it.
#[expect(missing_docs, reason = "each field is the section of the same name")]
#[derive(Deserialize)]
pub struct Bijdrage {
    pub contributor: Contributor,
    pub role: Role,
    pub involvement: Involvement,
    pub knowing: Knowing,
}

#[cfg(test)]
mod tests;
