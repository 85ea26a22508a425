//! The rules of a BIJ notice, tried on whole notices.

use super::FORM;
use crate::check::Code;
use crate::forms::trial::{SENDER, SUBJECT, Trial};

const TRIAL: Trial = Trial {
    form: &FORM,
    least: &[
        SENDER,
        SUBJECT,
        "
mayor_advice.kind=bij
mayor_advice.municipality=1883
mayor_advice.risks=geweld
mayor_advice.returns_on.day=1
mayor_advice.returns_on.month=2
mayor_advice.returns_on.year=2027
mayor_advice.asked=vooradvies
",
    ],
};

#[test]
fn the_least_may_be_sent_without_a_word_of_warning() {
    assert_eq!(TRIAL.notices(""), [""; 0]);
    TRIAL.needs_all_of_it();
}

#[test]
fn both_risks_may_be_there_and_one_must() {
    let verdict = TRIAL.judged("mayor_advice.risks=zeden\nmayor_advice.risks=geweld");
    assert!(verdict.is_good(), "{verdict:?}");
    assert_eq!(verdict.accepted.get("mayor_advice.risks"), "geweld\nzeden");
    assert_eq!(TRIAL.problems("mayor_advice.risks="), [("mayor_advice.risks".to_owned(), Code::Missing)]);
}

#[test]
fn there_is_no_other_municipality_and_no_other_organisation() {
    for name in ["mayor_advice.municipality", "sender.organisation"] {
        assert_eq!(TRIAL.problems(&format!("{name}=andere")), [(name.to_owned(), Code::UnknownChoice)]);
    }
}

#[test]
fn someone_may_be_back_already() {
    assert_eq!(TRIAL.notices("mayor_advice.returns_on.year=2026"), [""; 0]);
}
