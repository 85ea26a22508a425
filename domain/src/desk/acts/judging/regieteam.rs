//! The criteria of the Regieteam: one of three is enough.

use serde::Deserialize;

use super::{HEARS, INFORMED, UNINFORMED_REASON, VERB, WORDS, judgement, reason};
use crate::check::shape;
use crate::desk::act::{Act, Sheet};
use crate::desk::criteria::Card;
use crate::desk::role::Right;
use crate::form::{Form, Part, Step, When};
use crate::referral::Happening;
use crate::steps::criteria::{CHAINS, DOMAINS, SURROUNDINGS};

/// Judging them.
pub const ACT: Act = Act {
    form: &FORM,
    what: Happening::Judged,
    right: Right::Judge,
    verb: VERB,
    fits: |form| Card::of(form) == Some(Card::Regieteam),
    told: &[],
};

const FORM: Form = Sheet {
    slug: Card::Regieteam.slug(),
    title: "Criteria van het Regieteam beoordelen",
    description: "Beoordeel per criterium of de casus bij het Regieteam past.",
    words: &WORDS,
    hears: HEARS,
    steps: &[STEP],
    whole: shape::<Judging>,
}
.form();

const STEP: Step = Step {
    slug: "criteria",
    title: "Past de casus bij het Regieteam?",
    intro: &["Een casus past bij het Regieteam als minstens één van deze drie criteria van toepassing is."],
    when: When::Always,
    section: "judged",
    accept: shape::<Judged>,
    parts: &[
        Part::headed("A. Meer dan één leefgebied", DOMAINS),
        judgement(
            "judged.domains",
            "Is criterium A van toepassing (leefgebieden)?",
            "of criterium A (leefgebieden) van toepassing is",
        ),
        reason(
            "judged.domains_reason",
            "Waarom is criterium A wel of niet van toepassing?",
            "uw reden bij criterium A (leefgebieden)",
        ),
        Part::headed("B. Meer dan één keten", CHAINS),
        judgement(
            "judged.chains",
            "Is criterium B van toepassing (ketens)?",
            "of criterium B (ketens) van toepassing is",
        ),
        reason(
            "judged.chains_reason",
            "Waarom is criterium B wel of niet van toepassing?",
            "uw reden bij criterium B (ketens)",
        ),
        Part::headed("C. Gezin en directe omgeving", SURROUNDINGS),
        judgement(
            "judged.surroundings",
            "Is criterium C van toepassing (gezin en omgeving)?",
            "of criterium C (gezin en omgeving) van toepassing is",
        ),
        reason(
            "judged.surroundings_reason",
            "Waarom is criterium C wel of niet van toepassing?",
            "uw reden bij criterium C (gezin en omgeving)",
        ),
        Part::heading("Informeren van de betrokkene"),
        INFORMED,
        UNINFORMED_REASON,
    ],
};

/// A whole judgement, as we accept it.
#[expect(missing_docs, reason = "the field is the section of the same name")]
#[derive(Deserialize)]
pub struct Judging {
    pub judged: Judged,
}

/// What we accept of the judgement.
#[expect(missing_docs, reason = "each field is the question of the same name above")]
#[derive(Deserialize)]
pub struct Judged {
    pub domains: String,
    pub domains_reason: String,
    pub chains: String,
    pub chains_reason: String,
    pub surroundings: String,
    pub surroundings_reason: String,
    pub informed: String,
    pub informed_reason: Option<String>,
}
