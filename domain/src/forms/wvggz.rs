//! A report by anyone about someone who may need compulsory mental health care (Wvggz art. 5:1 and 5:2). The words are those of
//! citizens.

use serde::Deserialize;

use crate::check::shape;
use crate::form::{Effect, Entry, Exit, Form, Heard, When, Words, no_rules};
use crate::promise::Promise;
use crate::regime::Regime;
use crate::steps::reporter::Reporter;
use crate::steps::worried_about::WorriedAbout;
use crate::steps::worry::Worry;
use crate::steps::{reporter, worried_about, worry};

/// The form as it is asked.
pub const FORM: Form = Form {
    slug: "wvggz",
    version: 1,
    changes: &[],
    title: "Zorgen melden om iemand die geen hulp wil",
    description: "Maakt u zich zorgen om iemand met psychische problemen die geen hulp wil? Iedereen mag melden, ook anoniem.",
    name: "de Wvggz",
    words: &Words::REPORT,
    entry: Entry::Danger,
    // Who reports may live with the person.
    exit: Exit::Quick,
    regime: Regime::Wvggz,
    promises: &[Promise::Investigation],
    receipt_to: Some("reporter.email"),
    hears: &[
        Heard::always(
            "De procesregisseurs van het Zorg- en Veiligheidshuis die Wvggz-meldingen behandelen, lezen uw melding. Zij onderzoeken of \
             verplichte zorg nodig kan zijn.",
        ),
        Heard::always(
            "Is verplichte zorg nodig, dan volgt een aanvraag. Ook dat gebeurt binnen 14 dagen na uw melding.",
        ),
        Heard::when(
            When::Is("reporter.anonymous", &["ja"]),
            "U blijft anoniem. U krijgt geen mail en wij bellen u niet. Wat laat zien wie u bent, mag niet in een aanvraag staan.",
        ),
        Heard::when(
            When::Filled("reporter.email"),
            "U krijgt een ontvangstbevestiging per e-mail. Daarin staat niets over de persoon.",
        ),
        Heard::when(
            When::All(&[When::Is("reporter.anonymous", &["nee"]), When::Is("reporter.relation", reporter::CLOSE)]),
            "Komt er volgens ons geen aanvraag? Dan kunt u als naaste vragen om er toch een te doen.",
        ),
    ],
    effect: Effect::Sealed,
    steps: &[reporter::STEP, worried_about::STEP, worry::STEP],
    whole: shape::<Wvggz>,
    across: no_rules,
};

/// A whole report, as we accept it.
#[expect(missing_docs, reason = "each field is the section of the same name")]
#[derive(Deserialize)]
pub struct Wvggz {
    pub reporter: Reporter,
    pub worried_about: WorriedAbout,
    pub worry: Worry,
}

#[cfg(test)]
mod tests;
