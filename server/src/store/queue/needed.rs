//! How soon something is needed, as the store sorts by it.

use domain::desk::needed::Needed;

/// In the store: of what has the same day the most urgent comes first, and what can wait comes after what says nothing.
pub(in crate::store) const fn number(needed: Option<Needed>) -> i32 {
    match needed {
        Some(Needed::Today) => 0,
        Some(Needed::PerhapsToday) => 1,
        Some(Needed::ThisWeek) => 2,
        None => 3,
        Some(Needed::CanWait) => 4,
    }
}

/// What this number stands for.
pub(super) fn from_number(stored: i32) -> Option<Needed> {
    Needed::ALL.into_iter().find(|needed| number(Some(*needed)) == stored)
}
