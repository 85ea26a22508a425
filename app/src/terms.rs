//! The terms of the house in words, made from the numbers by which they are counted.

use domain::calendar::{CONTACT_WITHIN, OUTCOME_WITHIN};
use domain::retention::DRAFT_DAYS;

/// Within which the house contacts the referrer: "5 werkdagen".
pub fn contact() -> String {
    format!("{CONTACT_WITHIN} werkdagen")
}

/// Within which the referrer hears what the house decides: "twee weken".
pub fn outcome() -> String {
    match OUTCOME_WITHIN {
        7 => "een week".to_owned(),
        14 => "twee weken".to_owned(),
        21 => "drie weken".to_owned(),
        days => format!("{days} dagen"),
    }
}

/// How long an unsent draft stays: "7 dagen".
pub fn draft() -> String {
    format!("{DRAFT_DAYS} dagen")
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_terms_read_as_people_say_them() {
        assert_eq!([super::contact(), super::outcome(), super::draft()], ["5 werkdagen", "twee weken", "7 dagen"]);
    }
}
