//! A question for advice: a professional thinks along with the house about a case without saying whose it is.

use serde::Deserialize;

use crate::check::shape;
use crate::form::{Effect, Entry, Exit, Form, Heard, When, Words, no_rules};
use crate::promise::Promise;
use crate::regime::Regime;
use crate::steps::advice::Advice;
use crate::steps::asker::Asker;
use crate::steps::{advice, asker};

/// The form as it is asked.
pub const FORM: Form = Form {
    slug: "adviesvraag",
    version: 1,
    changes: &[],
    title: "Advies vragen",
    description: "Denk met ons mee over een casus zonder namen te noemen. Voor professionals.",
    name: "advies",
    words: &Words::QUESTION,
    entry: Entry::Open,
    exit: Exit::Usual,
    regime: Regime::Advice,
    promises: &[Promise::Answer],
    receipt_to: Some("asker.email"),
    hears: &[
        Heard::always(
            "De medewerkers van het Zorg- en Veiligheidshuis die vragen om advies beantwoorden, lezen uw vraag.",
        ),
        Heard::always("U krijgt een ontvangstbevestiging per e-mail. Uw vraag staat daar niet in."),
        Heard::when(When::Is("asker.answer_by", &["telefoon"]), "Wij bellen u met ons advies."),
        Heard::when(When::Is("asker.answer_by", &["schriftelijk"]), "U krijgt ons advies schriftelijk."),
        Heard::always(
            "Hoort uw vraag bij een andere organisatie, dan zeggen wij welke. Past de casus bij ons, dan vragen wij u om hem aan te \
             melden.",
        ),
        Heard::always("Uw cliënt hoort niets van ons: wij weten niet wie het is."),
    ],
    effect: Effect::Sealed,
    steps: &[asker::STEP, advice::STEP],
    whole: shape::<Adviesvraag>,
    across: no_rules,
};

/// A whole question, as we accept it.
#[expect(missing_docs, reason = "each field is the section of the same name")]
#[derive(Deserialize)]
pub struct Adviesvraag {
    pub asker: Asker,
    pub advice: Advice,
}

#[cfg(test)]
mod tests;
