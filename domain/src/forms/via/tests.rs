//! The rules of a care report, tried on whole reports.

use super::FORM;
use crate::check::Code;
use crate::forms::trial::{SENDER, SUBJECT, Trial};

const TRIAL: Trial = Trial {
    form: &FORM,
    least: &[
        SENDER,
        SUBJECT,
        "
residence.municipality=1883
care_report.urgent=nee
care_report.seen_on.day=20
care_report.seen_on.month=11
care_report.seen_on.year=2026
care_report.worry=Verwaarlozing van de woning.
care_report.help_known=nee
",
    ],
};

#[test]
fn the_least_may_be_sent_without_a_word_of_warning() {
    assert_eq!(TRIAL.notices(""), [""; 0]);
    TRIAL.needs_all_of_it();
}

#[test]
fn only_an_organisation_of_the_register_sends_it() {
    let unknown = [("sender.organisation".to_owned(), Code::UnknownChoice)];
    assert_eq!(TRIAL.problems("sender.organisation=andere"), unknown);
    assert_eq!(TRIAL.notices("sender.email=s.jansen@elders.example"), ["sender.email"]);
}

#[test]
fn help_that_is_there_is_named() {
    assert_eq!(TRIAL.problems("care_report.help_known=ja"), [("care_report.help".to_owned(), Code::Missing)]);
    assert_eq!(TRIAL.notices("care_report.help_known=ja\ncare_report.help=Maatschappelijk werk"), [""; 0]);
}

#[test]
fn nobody_has_seen_tomorrow() {
    let tomorrow = "care_report.seen_on.day=22";
    assert_eq!(TRIAL.problems(tomorrow), [("care_report.seen_on".to_owned(), Code::InFuture)]);
    assert_eq!(TRIAL.notices("care_report.seen_on.day=21"), [""; 0]);
}

#[test]
fn notices_warn_and_never_stop() {
    for (change, notice) in [
        ("care_report.urgent=ja", "care_report.not_for_urgent"),
        ("residence.municipality=andere\nresidence.other_municipality=Echt", "residence.outside_area"),
    ] {
        assert_eq!(TRIAL.notices(change), [notice]);
    }
}
