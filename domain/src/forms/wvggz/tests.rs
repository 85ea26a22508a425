//! The rules of a Wvggz report, tried on whole reports.

use super::FORM;
use crate::check::Code;
use crate::forms::trial::Trial;

/// Somebody who says nothing about themself and knows little.
const TRIAL: Trial = Trial {
    form: &FORM,
    least: &["
reporter.anonymous=ja
worried_about.last_name=onbekend
worried_about.municipality=1883
worry.acute=nee
worry.seen=Mijn buurman komt niet meer buiten.
worry.since=een maand
worry.in_danger=onbekend
worry.gp=onbekend
worry.treated=onbekend
"],
};

const BY_NAME: &str = "
reporter.anonymous=nee
reporter.relation=ouder
reporter.first_name=Riet
reporter.last_name=Bakker
reporter.phone=06 12345678
";

#[test]
fn whoever_stays_anonymous_sends_the_least_and_is_told_to_stay_so() {
    assert_eq!(TRIAL.notices(""), ["reporter.stays_anonymous"]);
    TRIAL.needs_all_of_it();
}

#[test]
fn nothing_of_an_anonymous_reporter_is_sent() {
    let verdict = TRIAL.judged(&[&BY_NAME.replace("=nee", "=ja"), "reporter.email=riet@mail.example"].concat());
    assert!(verdict.is_good(), "{verdict:?}");
    let sent: Vec<_> = verdict.accepted.iter().filter(|(name, _)| name.starts_with("reporter.")).collect();
    assert_eq!(sent, [("reporter.anonymous", "ja")]);
    assert_eq!(verdict.parked.len(), 5);
}

#[test]
fn a_reporter_with_a_name_needs_no_mail_address() {
    assert_eq!(TRIAL.notices(BY_NAME), [""; 0]);
    assert_eq!(TRIAL.notices(&[BY_NAME, "reporter.email=riet@mail.example"].concat()), [""; 0]);
}

#[test]
fn another_relation_is_named() {
    let other = BY_NAME.replace("=ouder", "=ander");
    assert_eq!(TRIAL.problems(&other), [("reporter.other_relation".to_owned(), Code::Missing)]);
    assert_eq!(TRIAL.notices(&[&other, "reporter.other_relation=buur"].concat()), [""; 0]);
}

#[test]
fn danger_is_explained_where_someone_knows_of_it() {
    for who in ["persoon", "kinderen", "huisgenoten", "anderen"] {
        let change = format!("worry.in_danger={who}");
        assert_eq!(TRIAL.problems(&change), [("worry.danger".to_owned(), Code::Missing)]);
    }
}

#[test]
fn notices_warn_and_never_stop() {
    for (change, notice) in [
        ("worry.acute=ja", "worry.acute_now"),
        ("worry.acute=onbekend", "worry.acute_unsure"),
        ("worried_about.municipality=andere\nworried_about.other_municipality=Echt", "worried_about.outside_area"),
    ] {
        assert_eq!(TRIAL.notices(&[BY_NAME, change].concat()), [notice]);
    }
}

#[test]
fn a_doctor_who_is_there_may_be_named() {
    let known = "worry.gp=ja\nworry.treated=ja\n";
    assert_eq!(TRIAL.notices(&[BY_NAME, known].concat()), [""; 0]);
    let verdict = TRIAL.judged(&[BY_NAME, known, "worry.gp_name=Praktijk Noord\nworry.treated_by=GGZ"].concat());
    assert_eq!(verdict.accepted.get("worry.gp_name"), "Praktijk Noord");
    assert_eq!(verdict.accepted.get("worry.treated_by"), "GGZ");
}
