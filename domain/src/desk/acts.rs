//! The acts, a file each, or one for two that belong together: what we accept, then the questions as they are asked of staff.

pub mod answering;
pub mod asking;
pub mod calling;
pub mod cancelling;
pub mod closing;
pub mod consulting;
pub mod data_request;
pub mod deciding;
pub mod demanding;
pub mod holding;
pub mod investigating;
pub mod judging;
pub mod lasting;
pub mod noting;
pub mod passing_on;
pub mod renewing;
pub mod reviewing;
pub mod weighing;

use super::act::Act;
use crate::form::{Choice, Effect, Form};
use crate::retention::Retention;

/// Every act, in the order in which a referral goes through them.
pub(super) const ALL: &[Act] = &[
    calling::ACT,
    asking::ASK,
    asking::REPLY,
    noting::ACT,
    judging::regieteam::ACT,
    judging::admission::ACT,
    weighing::ACT,
    deciding::ACT,
    investigating::ACT,
    demanding::ACT,
    answering::case::ACT,
    answering::advice::ACT,
    answering::message::ACT,
    data_request::MORE_TIME,
    data_request::ANSWER,
    passing_on::ACT,
    closing::ACT,
    consulting::ACT,
    reviewing::ACT,
    lasting::ACT,
    holding::HOLD,
    holding::RELEASE,
    renewing::ACT,
    cancelling::ACT,
];

/// The questions of which the answer is an outcome.
pub(in crate::desk) const OUTCOMES: &[&str] =
    &[deciding::OUTCOME, investigating::OUTCOME, demanding::OUTCOME, data_request::OUTCOME, answering::advice::OUTCOME];

/// Someone at the desk handles it: all but rooms, the newsletter, and what a colleague adds to a referral.
const fn is_handled(form: &Form) -> bool {
    matches!(form.effect, Effect::Sealed)
}

/// Its law says how long it stays, not the house.
const fn is_under_its_own_law(form: &Form) -> bool {
    is_handled(form) && matches!(form.regime.kept(), Retention::OtherLaw)
}

/// How something was said.
const WAYS: &[Choice] = &[
    Choice::new("telefoon", "Aan de telefoon"),
    Choice::new("gesprek", "In een gesprek"),
    Choice::new(WRITTEN, "Schriftelijk"),
];

/// For whom nobody can speak with.
const WRITTEN: &str = "schriftelijk";

/// Said aloud, so that only what we write down of it remains.
const ALOUD: &[&str] = &["telefoon", "gesprek"];
