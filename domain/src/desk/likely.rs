//! Which act comes next: the order in which the desk offers what is possible.

use super::act::Act;
use crate::referral::{Happening, Status};

/// The same acts, the one that most likely comes next first; the others stay in the order of the process.
pub fn first(mut acts: Vec<&'static Act>, status: Status) -> Vec<&'static Act> {
    let next: &[Happening] = match status {
        Status::Asked => &[Happening::Replied],
        Status::Contacted => &[Happening::Judged, Happening::Weighed, Happening::Decided, Happening::Answered],
        Status::Decided => &[Happening::Answered],
        Status::Answered => &[Happening::HandedOver, Happening::Closed, Happening::PeriodSet],
        Status::Received | Status::Confirmed | Status::Withdrawn | Status::Closed => &[],
    };
    acts.sort_by_key(|act| next.iter().position(|what| *what == act.what).unwrap_or(next.len()));
    acts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::desk::act::ALL;
    use crate::forms::regieteam::FORM;

    #[test]
    fn what_comes_next_is_offered_first() {
        for (status, slug) in [
            (Status::Received, "bellen"),
            (Status::Asked, "aanvulling-vastleggen"),
            (Status::Contacted, "criteria-regieteam"),
            (Status::Decided, "antwoord"),
            (Status::Answered, "overdragen"),
        ] {
            let possible = ALL.iter().filter(|act| act.possible(&FORM, status)).collect();
            assert_eq!(first(possible, status)[0].form.slug, slug, "{status:?}");
        }
    }
}
