//! The desk: where the house handles what was sent. Who works there and may do what (`role`), what they can do (`act`, an act is a
//! form of one step), which criteria are judged (`criteria`), what is decided (`outcome`), by when (`clock`), and what the queue
//! knows of a referral that nobody opened (`outline`). How long a record stays is in [`crate::retention`].
//!
//! Nothing here is in the browser's copy of the rules.

pub mod act;
pub mod acts;
pub mod clock;
pub mod criteria;
pub mod likely;
pub mod outcome;
pub mod outline;
pub mod role;
pub mod told;

mod purposes;

use crate::form::{Effect, Form};
use crate::regime::Regime;

/// Whether people weigh what this form brings in against criteria and decide if it is taken on: a referral of a case.
pub const fn is_weighed(form: &Form) -> bool {
    matches!(form.regime, Regime::Regieteam | Regime::Wgs) && matches!(form.effect, Effect::Sealed)
}

/// Whether something is decided about it before it is answered.
pub const fn is_decided(form: &Form) -> bool {
    is_weighed(form) || matches!(form.regime, Regime::Wvggz)
}
