//! The criteria for a case meeting (BGS art. 2.20 lid 1): all four hold together. Beside them those that the houses of the country
//! share.

use serde::Deserialize;

use super::{HEARS, INFORMED, UNINFORMED_REASON, VERB, WORDS, judgement, reason};
use crate::check::shape;
use crate::desk::act::{Act, Sheet};
use crate::desk::criteria::Card;
use crate::desk::role::Right;
use crate::form::{Form, Part, Step, When};
use crate::referral::Happening;
use crate::steps::admission::{DOMAINS, HARM, PARTICIPANTS, PROBLEMS};

/// Judging them.
pub const ACT: Act = Act {
    form: &FORM,
    what: Happening::Judged,
    right: Right::Judge,
    verb: VERB,
    fits: |form| Card::of(form) == Some(Card::Admission),
    told: &[],
};

const FORM: Form = Sheet {
    slug: Card::Admission.slug(),
    title: "Criteria voor een casusoverleg beoordelen",
    description: "Beoordeel per criterium of de casus in een casusoverleg past.",
    words: &WORDS,
    hears: HEARS,
    steps: &[STEP],
    whole: shape::<Judging>,
}
.form();

const STEP: Step = Step {
    slug: "criteria",
    title: "Voldoet de casus aan de criteria?",
    intro: &["Voor een casusoverleg moeten alle vier de criteria van toepassing zijn (artikel 2.20 lid 1 BGS)."],
    when: When::Always,
    section: "judged",
    accept: shape::<Judged>,
    parts: &[
        Part::headed("1. Problemen van de persoon of in het gezin", PROBLEMS),
        judgement(
            "judged.problems",
            "Is criterium 1 van toepassing (problemen)?",
            "of criterium 1 (problemen) van toepassing is",
        ),
        reason(
            "judged.problems_reason",
            "Waarom is criterium 1 wel of niet van toepassing?",
            "uw reden bij criterium 1 (problemen)",
        ),
        Part::headed("2. Meer leefgebieden en meer kans op strafbare feiten", DOMAINS),
        judgement(
            "judged.domains",
            "Is criterium 2 van toepassing (leefgebieden)?",
            "of criterium 2 (leefgebieden) van toepassing is",
        ),
        reason(
            "judged.domains_reason",
            "Waarom is criterium 2 wel of niet van toepassing?",
            "uw reden bij criterium 2 (leefgebieden)",
        ),
        Part::headed("3. Ernstige overlast, criminaliteit of onveiligheid", HARM),
        judgement(
            "judged.harm",
            "Is criterium 3 van toepassing (overlast en onveiligheid)?",
            "of criterium 3 (overlast en onveiligheid) van toepassing is",
        ),
        reason(
            "judged.harm_reason",
            "Waarom is criterium 3 wel of niet van toepassing?",
            "uw reden bij criterium 3 (overlast en onveiligheid)",
        ),
        Part::headed("4. Deelnemers van meer terreinen nodig", PARTICIPANTS),
        judgement(
            "judged.participants",
            "Is criterium 4 van toepassing (deelnemers)?",
            "of criterium 4 (deelnemers) van toepassing is",
        ),
        reason(
            "judged.participants_reason",
            "Waarom is criterium 4 wel of niet van toepassing?",
            "uw reden bij criterium 4 (deelnemers)",
        ),
        Part::headed(
            "Landelijke criteria van de huizen",
            "De Zorg- en Veiligheidshuizen kijken ook naar deze twee situaties. Eén van de twee is genoeg.",
        ),
        judgement(
            "judged.complex",
            "Spelen er meer problemen tegelijk, zijn meer ketens nodig en heeft het gezin of de omgeving er last van?",
            "of de problemen samengaan en meer ketens nodig zijn",
        ),
        judgement(
            "judged.local",
            "Is er een ernstig veiligheidsprobleem in een plaats of gebied dat om meer ketens vraagt?",
            "of er een ernstig veiligheidsprobleem in een plaats of gebied is",
        ),
        reason(
            "judged.shared_reason",
            "Waarom zijn de landelijke criteria wel of niet van toepassing?",
            "uw reden bij de landelijke criteria",
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
    pub problems: String,
    pub problems_reason: String,
    pub domains: String,
    pub domains_reason: String,
    pub harm: String,
    pub harm_reason: String,
    pub participants: String,
    pub participants_reason: String,
    pub complex: String,
    pub local: String,
    pub shared_reason: String,
    pub informed: String,
    pub informed_reason: Option<String>,
}
