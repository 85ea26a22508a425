//! The rules of a message, tried on whole messages.

use super::FORM;
use crate::check::Warning;
use crate::forms::trial::Trial;

const MESSAGE: Trial = Trial {
    form: &FORM,
    least: &["
message.subject=werk
message.text=Wat doet het huis?
message.name=Sanne Jansen
message.email=sanne@post.example
"],
};

#[test]
fn the_least_may_be_sent_and_each_of_it_is_needed() {
    assert_eq!(MESSAGE.notices(""), [""; 0]);
    MESSAGE.needs_all_of_it();
}

#[test]
fn a_telephone_number_instead_of_an_address_is_enough() {
    assert!(MESSAGE.judged("message.email=\nmessage.phone=046 477 87 00").is_good());
    MESSAGE.breaks("message.email=", "message.email", "sender_unreachable");
}

#[test]
fn an_address_that_can_not_be_read_is_told_once() {
    let problems = MESSAGE.problems("message.email=sanne");
    assert_eq!(problems.len(), 1, "{problems:?}");
    assert_eq!(problems[0].0, "message.email");
}

#[test]
fn subjects_that_invite_personal_data_warn_against_them() {
    assert_eq!(MESSAGE.notices("message.subject=casus"), ["message.about_a_case"]);
    assert_eq!(MESSAGE.notices("message.subject=nazorg"), ["message.after_detention"]);
}

#[test]
fn what_looks_like_a_client_is_pointed_at_and_sent_all_the_same() {
    let seen = MESSAGE.warnings("message.text=Het gaat om mevrouw Voorbeeld, geboren op 7-3-1985.");
    assert!(seen.iter().all(|warned| warned.name == "message.text"));
    let kinds: Vec<Warning> = seen.into_iter().map(|warned| warned.warning).collect();
    assert_eq!(kinds, [Warning::DateInText, Warning::NameInText]);
}
