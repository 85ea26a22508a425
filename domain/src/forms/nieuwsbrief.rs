//! Receiving the newsletter. Whoever owns the address confirms it before anything is sent.

use serde::Deserialize;

use crate::check::shape;
use crate::form::{Effect, Entry, Exit, Form, Heard, Words, no_rules};
use crate::regime::Regime;
use crate::steps::newsletter::{self, Newsletter};

/// The form as it is asked.
pub const FORM: Form = Form {
    slug: "nieuwsbrief",
    version: 1,
    changes: &[],
    title: "Meld u aan voor de nieuwsbrief",
    description: "Krijg de nieuwsbrief van het Zorg- en Veiligheidshuis per e-mail. U bevestigt eerst uw adres en kunt zich altijd \
                  weer afmelden.",
    name: "de nieuwsbrief",
    words: &Words::SUBSCRIPTION,
    entry: Entry::Open,
    exit: Exit::Usual,
    regime: Regime::Newsletter,
    promises: &[],
    receipt_to: Some("newsletter.email"),
    hears: &[
        Heard::always("In de e-mail die u krijgt, staat een link. Gebruikt u die niet, dan komt u niet op de lijst."),
        Heard::always("De medewerkers die de nieuwsbrief maken, zien uw adres, uw naam en wat u wilt lezen."),
    ],
    effect: Effect::Subscribes(newsletter::topics),
    steps: &[newsletter::STEP],
    whole: shape::<Nieuwsbrief>,
    across: no_rules,
};

/// A whole subscription, as we accept it.
#[expect(missing_docs, reason = "the field is the section of the same name")]
#[derive(Deserialize)]
pub struct Nieuwsbrief {
    pub newsletter: Newsletter,
}

#[cfg(test)]
mod tests;
