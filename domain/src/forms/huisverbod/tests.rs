//! The rules of a notice of a restraining order, tried on whole notices.

use super::FORM;
use crate::check::Code;
use crate::forms::trial::{SENDER, SUBJECT, Trial};

/// From 10 to 20 November 2026.
const TRIAL: Trial = Trial {
    form: &FORM,
    least: &[
        SENDER,
        SUBJECT,
        "
residence.municipality=1883
restraining_order.stage=opgelegd
restraining_order.starts_on.day=10
restraining_order.starts_on.month=11
restraining_order.starts_on.year=2026
restraining_order.ends_on.day=20
restraining_order.ends_on.month=11
restraining_order.ends_on.year=2026
restraining_order.children=onbekend
restraining_order.has_case_manager=nee
",
    ],
};

const END: &str = "restraining_order.ends_on";

fn ending(stage: &str, day: u32, month: u32) -> String {
    format!("restraining_order.stage={stage}\n{END}.day={day}\n{END}.month={month}")
}

#[test]
fn the_least_may_be_sent_without_a_word_of_warning() {
    assert_eq!(TRIAL.notices(""), [""; 0]);
    TRIAL.needs_all_of_it();
}

#[test]
fn an_order_ends_between_its_start_and_its_last_possible_day() {
    for (stage, day, month) in [("opgelegd", 10, 11), ("opgelegd", 20, 11), ("verlengd", 21, 11), ("verlengd", 8, 12)] {
        assert_eq!(TRIAL.notices(&ending(stage, day, month)), [""; 0], "{stage} {day}-{month}");
    }
}

#[test]
fn each_rule_of_the_term_shows_at_the_end() {
    for (stage, day, month, code) in [
        ("opgelegd", 9, 11, "ban_ends_before_start"),
        ("verlengd", 9, 11, "ban_ends_before_start"),
        ("opgelegd", 21, 11, "ban_longer_than_ten_days"),
        ("opgelegd", 8, 12, "ban_longer_than_ten_days"),
        ("opgelegd", 9, 12, "ban_longer_than_four_weeks"),
        ("verlengd", 9, 12, "ban_longer_than_four_weeks"),
    ] {
        TRIAL.breaks(&ending(stage, day, month), END, code);
    }
}

#[test]
fn a_date_that_is_none_says_only_that() {
    let problems = TRIAL.problems("restraining_order.ends_on.month=13");
    assert!(matches!(&problems[..], [(name, Code::Date(_))] if name == END), "{problems:?}");
}

#[test]
fn only_an_adult_gets_an_order() {
    let born =
        |day: u32| format!("subject.birth_date.day={day}\nsubject.birth_date.month=11\nsubject.birth_date.year=2008");
    TRIAL.breaks(&born(11), "subject.birth_date", "ban_for_minor");
    TRIAL.breaks("subject.birth_date.year=2009", "subject.birth_date", "ban_for_minor");
    // Eighteen on the first day of the order.
    assert_eq!(TRIAL.notices(&born(10)), [""; 0]);
    // Perhaps eighteen: a word, no wall.
    assert_eq!(TRIAL.notices("subject.birth_date.year=2008"), ["restraining_order.adults_only"]);
}

#[test]
fn a_case_manager_who_is_there_is_named() {
    let known = "restraining_order.has_case_manager=ja\n";
    assert_eq!(TRIAL.problems(known), [("restraining_order.case_manager".to_owned(), Code::Missing)]);
    assert_eq!(TRIAL.notices(&[known, "restraining_order.case_manager=Kim Post"].concat()), [""; 0]);
}

#[test]
fn an_address_outside_the_area_warns() {
    let change = "residence.municipality=andere\nresidence.other_municipality=Echt";
    assert_eq!(TRIAL.notices(change), ["residence.outside_area"]);
}
