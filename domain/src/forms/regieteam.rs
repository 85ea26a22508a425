//! Referral to the Regieteam: a one-off meeting made to measure, of care and safety, about one person and those around them.

use serde::Deserialize;
use validator::{Validate, ValidationError};

use crate::check::{accept, shape};
use crate::form::{Effect, Entry, Exit, Form, Heard, When, Words};
use crate::promise::Promise;
use crate::regime::Regime;
use crate::steps::across::{self, Born, Consent, Named, Talk};
use crate::steps::criteria::Criteria;
use crate::steps::household::HouseholdMember;
use crate::steps::informing::Informing;
use crate::steps::organisations::{Network, Organisation};
use crate::steps::person::Person;
use crate::steps::question::Question;
use crate::steps::reason::Reason;
use crate::steps::referrer::Referrer;
use crate::steps::role::Role;
use crate::steps::safety::Safety;
use crate::steps::stay::Stay;
use crate::steps::{
    criteria, household, informing, organisations, person, question, reason, referrer, role, safety, stay,
};

/// The form as it is asked.
pub const FORM: Form = Form {
    slug: "regieteam",
    version: 1,
    title: "Aanmelden bij het Regieteam",
    description: "Meld een casus aan bij het Regieteam. Voor professionals van organisaties die deelnemen aan het Zorg- en \
                  Veiligheidshuis.",
    name: "het Regieteam",
    words: &Words::REFERRAL,
    entry: Entry::Danger,
    exit: Exit::Usual,
    regime: Regime::Regieteam,
    promises: &[Promise::Contact, Promise::Outcome],
    receipt_to: Some("referrer.email"),
    hears: &[
        Heard::always(
            "De voorzitter van het Regieteam en de medewerkers die aanmeldingen behandelen, lezen uw aanmelding.",
        ),
        Heard::always(
            "Organisaties die wij bij de casus betrekken, horen alleen wat zij nodig hebben. Dat gebeurt na het eerste gesprek \
             met u.",
        ),
        Heard::when(
            When::Is("informing.discussed", &["ja_eens", "ja_oneens"]),
            "De betrokkene weet van u dat u aanmeldt. Wij nemen zelf geen contact op zonder dat met u te bespreken.",
        ),
        Heard::when(
            When::Is("informing.discussed", &["nog_niet", "bewust_niet"]),
            "De betrokkene weet nog niet dat u aanmeldt. Wij vertellen het niet voordat wij met u hebben gesproken.",
        ),
    ],
    effect: Effect::Sealed,
    steps: &[
        referrer::STEP,
        role::STEP,
        person::STEP,
        stay::STEP,
        household::STEP,
        reason::STEP,
        safety::STEP,
        criteria::STEP,
        organisations::STEP,
        question::STEP,
        informing::STEP,
    ],
    whole: shape::<Regieteam>,
    across: accept::<Across>,
};

/// A whole referral, as we accept it.
#[expect(missing_docs, reason = "each field is the section of the same name")]
#[derive(Deserialize)]
pub struct Regieteam {
    pub referrer: Referrer,
    pub role: Role,
    pub person: Person,
    pub stay: Stay,
    pub household: Vec<HouseholdMember>,
    pub reason: Reason,
    pub safety: Safety,
    pub criteria: Criteria,
    pub organisations: Vec<Organisation>,
    pub network: Network,
    pub question: Question,
    pub informing: Informing,
}

/// What the rules across steps look at.
#[derive(Deserialize, Validate)]
#[validate(
    schema(function = no_tick_beside_organisations),
    schema(function = no_consent_before_birth),
    schema(function = no_talk_before_birth)
)]
struct Across {
    role: Consent,
    person: Born,
    organisations: Vec<Named>,
    network: Network,
    informing: Talk,
}

fn no_tick_beside_organisations(referral: &Across) -> Result<(), ValidationError> {
    across::no_tick_beside_rows(&referral.network, &referral.organisations)
}

fn no_consent_before_birth(referral: &Across) -> Result<(), ValidationError> {
    across::no_consent_before_birth(&referral.role, &referral.person)
}

fn no_talk_before_birth(referral: &Across) -> Result<(), ValidationError> {
    across::no_talk_before_birth(&referral.informing, &referral.person)
}

#[cfg(test)]
mod tests;
