//! The desk: where the house handles what was sent. Who works there and may do what (`role`), what they can do (`act`, an act is a
//! form of one step), which criteria are judged (`criteria`), what fits the file of one case (`file`), what is
//! decided (`outcome`), by when (`clock`), what comes next (`way`), how soon it is needed (`needed`), whom to call (`reach`), and what the queue knows of a referral that
//! nobody opened (`outline`). How long a record stays is in [`crate::retention`].
//!
//! Nothing here is in the browser's copy of the rules.

pub mod act;
pub mod acts;
pub mod clock;
pub mod criteria;
pub mod file;
pub mod needed;
pub mod outcome;
pub mod outline;
pub mod reach;
pub mod role;
pub mod told;
pub mod way;

mod purposes;

use crate::form::{Effect, Form};
use crate::regime::Regime;

/// Whether people weigh what this form brings in against criteria and decide if it is taken on: a referral of a case.
pub const fn is_weighed(form: &Form) -> bool {
    matches!(form.regime, Regime::Regieteam | Regime::Wgs) && matches!(form.effect, Effect::Sealed)
}

/// Whether somebody may decide now, as far as a second pair of eyes goes: where the law asks for it ([`Regime::four_eyes`]), one of those
/// who advised is another than whoever decides.
pub fn is_seen_by_another<Member: PartialEq>(regime: Regime, decider: &Member, advised: &[Member]) -> bool {
    !regime.four_eyes() || advised.iter().any(|adviser| adviser != decider)
}

/// Whether something is decided about it before it is answered.
pub const fn is_decided(form: &Form) -> bool {
    is_weighed(form) || matches!(form.regime, Regime::Wvggz)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn under_the_wgs_nobody_decides_on_their_own_advice_alone() {
        for (regime, advised, may) in [
            (Regime::Wgs, &[][..], false),
            (Regime::Wgs, &["a"], false),
            (Regime::Wgs, &["a", "a"], false),
            (Regime::Wgs, &["b"], true),
            (Regime::Wgs, &["a", "b"], true),
            (Regime::Regieteam, &[], true),
            (Regime::Wvggz, &["a"], true),
        ] {
            assert_eq!(is_seen_by_another(regime, &"a", advised), may, "{regime:?} {advised:?}");
        }
    }

    #[test]
    fn cases_are_weighed_and_reports_under_the_wvggz_are_only_decided() {
        for form in crate::forms::ALL {
            let weighed = ["regieteam", "mda", "centrale-toegang"].contains(&form.slug);
            assert_eq!(is_weighed(form), weighed, "{}", form.slug);
            assert_eq!(is_decided(form), weighed || form.slug == "wvggz", "{}", form.slug);
        }
    }
}
