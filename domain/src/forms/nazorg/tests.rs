//! The rules of a notice for help after detention, tried on whole notices.

use super::FORM;
use crate::check::Code;
use crate::forms::trial::{SENDER, SUBJECT, Trial};

const TRIAL: Trial = Trial {
    form: &FORM,
    least: &[
        SENDER,
        SUBJECT,
        "
aftercare.wants_support=ja
aftercare.municipality=1883
aftercare.returns_on.day=1
aftercare.returns_on.month=2
aftercare.returns_on.year=2027
aftercare.housing=nee
aftercare.income=onbekend
aftercare.insurance=ja
aftercare.identity_card=ja
aftercare.postal_address=nee
",
    ],
};

#[test]
fn the_least_may_be_sent_without_a_word_of_warning() {
    assert_eq!(TRIAL.notices(""), [""; 0]);
    TRIAL.needs_all_of_it();
}

#[test]
fn each_of_the_five_things_is_answered() {
    for thing in ["housing", "income", "insurance", "identity_card", "postal_address"] {
        let name = format!("aftercare.{thing}");
        assert_eq!(TRIAL.problems(&format!("{name}=")), [(name, Code::Missing)]);
    }
}

#[test]
fn notices_warn_and_never_stop() {
    for (change, notice) in [
        ("subject.birth_date.year=2009", "aftercare.adults_only"),
        ("subject.birth_date.year=2008", "aftercare.adults_only"),
        ("aftercare.wants_support=nee", "aftercare.only_who_wants_it"),
        ("aftercare.wants_support=onbekend", "aftercare.only_who_wants_it"),
        ("aftercare.municipality=andere\naftercare.other_municipality=Echt", "aftercare.outside_area"),
    ] {
        assert_eq!(TRIAL.notices(change), [notice], "{change}");
    }
    assert_eq!(TRIAL.notices("subject.birth_date.year=2007"), [""; 0]);
}

#[test]
fn someone_may_be_back_already() {
    assert_eq!(TRIAL.notices("aftercare.returns_on.year=2026"), [""; 0]);
}
