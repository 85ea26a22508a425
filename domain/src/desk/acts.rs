//! The acts, one file each or a few that belong together: what is accepted, then the questions as they are asked of staff.

pub(super) mod calling;
pub(super) mod noting;

use super::act::Act;

/// Every act, in the order in which a referral goes through them.
pub(super) const ALL: &[Act] = &[calling::ACT, noting::ACT];

/// The questions of which the answer is an outcome.
pub(super) const OUTCOMES: &[&str] = &["decision.outcome", "investigation.outcome", "data_answer.outcome"];
