//! Referral to the Regieteam: a one-off meeting made to measure, of care and safety, about one person and those around them.

use serde::Deserialize;
use validator::{Validate, ValidationError};

use crate::check::accept;
use crate::form::Form;
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
    accept: accept::<Regieteam>,
};

/// A whole referral, as we accept it.
#[expect(missing_docs, reason = "each field is the section of the same name")]
#[derive(Deserialize, Validate)]
#[validate(
    schema(function = no_tick_beside_organisations),
    schema(function = no_consent_before_birth),
    schema(function = no_talk_before_birth)
)]
pub struct Regieteam {
    #[validate(nested)]
    pub referrer: Referrer,
    #[validate(nested)]
    pub role: Role,
    #[validate(nested)]
    pub person: Person,
    #[validate(nested)]
    pub stay: Stay,
    #[validate(nested)]
    pub household: Vec<HouseholdMember>,
    #[validate(nested)]
    pub reason: Reason,
    #[validate(nested)]
    pub safety: Safety,
    #[validate(nested)]
    pub criteria: Criteria,
    #[validate(nested)]
    pub organisations: Vec<Organisation>,
    #[validate(nested)]
    pub network: Network,
    #[validate(nested)]
    pub question: Question,
    #[validate(nested)]
    pub informing: Informing,
}

fn no_tick_beside_organisations(referral: &Regieteam) -> Result<(), ValidationError> {
    let contradicts = referral.network.none.is_some() && !referral.organisations.is_empty();
    if contradicts { Err(ValidationError::new("none_but_some")) } else { Ok(()) }
}

fn no_consent_before_birth(referral: &Regieteam) -> Result<(), ValidationError> {
    let impossible = is_before_birth(referral.role.consent_on.as_ref(), &referral.person);
    if impossible { Err(ValidationError::new("consent_before_birth")) } else { Ok(()) }
}

fn no_talk_before_birth(referral: &Regieteam) -> Result<(), ValidationError> {
    let impossible = is_before_birth(referral.informing.discussed_on.as_ref(), &referral.person);
    if impossible { Err(ValidationError::new("talk_before_birth")) } else { Ok(()) }
}

/// Accepted dates are written year first, so their texts compare as the dates do; of a birth date only the known parts count.
fn is_before_birth(day: Option<&String>, person: &Person) -> bool {
    day.is_some_and(|day| *day < person.birth_date)
}

#[cfg(test)]
mod tests;
