//! Rules that span steps, for every form that has those steps. They look at narrow structs: only what a rule needs.

use serde::Deserialize;
use validator::{Validate, ValidationError};

use super::organisations::Network;
use crate::values::{Day, PartialDate};

/// Of the referrer's role: when consent was given.
#[derive(Deserialize)]
pub struct Consent {
    consent_on: Option<String>,
}

/// Of the person: the birth date, as far as it is known.
#[derive(Deserialize)]
pub struct Born {
    birth_date: String,
}

/// Of the talk with the person: when it was.
#[derive(Deserialize)]
pub struct Talk {
    discussed_on: Option<String>,
}

/// Of the person of a notice: the birth date, as far as it is known.
#[derive(Deserialize)]
pub struct Aged {
    birth_date: PartialDate,
}

/// Of a restraining order: when it began.
#[derive(Deserialize)]
pub struct Began {
    starts_on: Day,
}

/// Of an organisation: that it is there.
#[derive(Deserialize)]
pub struct Named {
    #[expect(dead_code, reason = "a row is told by its first answer")]
    organisation: String,
}

/// What the rules across the steps of a referral look at: a form that has all these steps takes this.
#[derive(Deserialize, Validate)]
#[validate(
    schema(function = no_tick_beside_organisations),
    schema(function = consent_after_birth),
    schema(function = talk_after_birth)
)]
pub struct Referral {
    role: Consent,
    person: Born,
    organisations: Vec<Named>,
    network: Network,
    informing: Talk,
}

fn no_tick_beside_organisations(referral: &Referral) -> Result<(), ValidationError> {
    no_tick_beside_rows(&referral.network, &referral.organisations)
}

fn consent_after_birth(referral: &Referral) -> Result<(), ValidationError> {
    no_consent_before_birth(&referral.role, &referral.person)
}

fn talk_after_birth(referral: &Referral) -> Result<(), ValidationError> {
    no_talk_before_birth(&referral.informing, &referral.person)
}

/// "There are no other organisations" is not ticked beside organisations.
pub fn no_tick_beside_rows(network: &Network, organisations: &[Named]) -> Result<(), ValidationError> {
    broken_if(network.none.is_some() && !organisations.is_empty(), "none_but_some")
}

/// Nobody consented before the person was born.
pub fn no_consent_before_birth(role: &Consent, person: &Born) -> Result<(), ValidationError> {
    broken_if(is_before(role.consent_on.as_ref(), person), "consent_before_birth")
}

/// Nobody talked with the person before the person was born.
pub fn no_talk_before_birth(talk: &Talk, person: &Born) -> Result<(), ValidationError> {
    broken_if(is_before(talk.discussed_on.as_ref(), person), "talk_before_birth")
}

/// Only an adult gets a restraining order (Wth art. 2). What is unknown of the birth date counts in its favour.
pub fn no_order_for_a_minor(subject: &Aged, order: &Began) -> Result<(), ValidationError> {
    broken_if(subject.birth_date.is_surely_minor_on(order.starts_on.date()), "ban_for_minor")
}

/// The rule with this code is broken, or it holds.
pub fn broken_if(is_broken: bool, code: &'static str) -> Result<(), ValidationError> {
    if is_broken { Err(ValidationError::new(code)) } else { Ok(()) }
}

/// Accepted dates are written year first, so their texts compare as the dates do; of a birth date only the known parts count.
fn is_before(day: Option<&String>, person: &Born) -> bool {
    day.is_some_and(|day| *day < person.birth_date)
}
