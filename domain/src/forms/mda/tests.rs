//! The rules of an MDA++ referral, tried on whole referrals.

use super::FORM;
use crate::check::Code;
use crate::form::Exit;
use crate::forms::trial::{CASE, Trial};

const TRIAL: Trial = Trial {
    form: &FORM,
    least: &[
        CASE,
        "
family.roles=slachtoffer
family.contact_safe=onbekend
household.k1.relation=partner
household.k1.last_name=de Wit
household.k1.same_address=ja
household.k1.roles=pleger
household.k1.necessity=Het geweld speelt tussen hen.
household.k1.informed=nee
household.k1.contact_safe=nee
violence.kinds=lichamelijk
violence.since=2023
violence.pattern=Elke maand ruzie.
violence.incidents=6
violence.harm=ja
violence.generations=onbekend
violence.help_exhausted=ja
violence.reports=onbekend
violence.agreements=nee
violence.assessed=nee
violence.banned=nee
question.asks=overleg
",
    ],
};

/// The partner goes: nobody is left.
const ALONE: &str = "
household.k1.relation=
household.k1.last_name=
household.k1.same_address=
household.k1.roles=
household.k1.necessity=
household.k1.informed=
household.k1.contact_safe=
";

#[test]
fn the_least_may_be_sent_without_a_word_of_warning() {
    assert_eq!(TRIAL.notices(""), [""; 0]);
    TRIAL.needs_all_of_it();
}

#[test]
fn every_page_has_a_way_out() {
    assert_eq!(FORM.exit, Exit::Quick);
}

#[test]
fn a_household_has_somebody_beside_the_main_person() {
    assert_eq!(TRIAL.problems(ALONE), [("household".to_owned(), Code::NoRows)]);
}

#[test]
fn whoever_can_be_reached_safely_is_reached_in_a_way_that_is_told() {
    assert_eq!(TRIAL.misses("family.contact_safe=ja"), ["family.contact_way"]);
    assert_eq!(TRIAL.misses("household.k1.contact_safe=ja"), ["household.k1.contact_way"]);
}

#[test]
fn a_yes_about_the_violence_asks_further() {
    for (answer, follows) in [
        ("violence.reports=ja", "violence.report_dates"),
        ("violence.agreements=ja", "violence.agreements_explanation"),
        ("violence.assessed=ja", "violence.instrument"),
        ("violence.banned=nu", "violence.banned_on"),
        ("violence.banned=afgelopen_jaar", "violence.banned_on"),
    ] {
        assert_eq!(TRIAL.misses(answer), [follows], "{answer}");
    }
}

#[test]
fn incidents_are_counted_and_the_last_one_is_not_ahead() {
    for wrong in ["0", "veel", "1000"] {
        let changes = format!("violence.incidents={wrong}");
        assert_eq!(TRIAL.problems(&changes), [("violence.incidents".to_owned(), Code::Count(999))]);
    }
    let last = "violence.last_incident_on";
    let on = |day| format!("{last}.day={day}\n{last}.month=11\n{last}.year=2026");
    assert_eq!(TRIAL.problems(&on(22)), [(last.to_owned(), Code::InFuture)]);
    assert!(TRIAL.judged(&on(21)).is_good());
}

#[test]
fn the_huisverbod_is_asked_once() {
    assert_eq!(TRIAL.problems("safety.measures=huisverbod"), [("safety.measures".to_owned(), Code::UnknownChoice)]);
    assert!(TRIAL.judged("safety.measures=reclassering").is_good());
}

#[test]
fn the_rules_of_a_case_hold() {
    TRIAL.keeps_the_rules_of_a_case();
}

#[test]
fn nobody_in_the_household_has_the_number_of_the_main_person() {
    let same = "person.bsn_known=ja\nperson.bsn=999990019\nhousehold.k1.bsn=999990019";
    assert_eq!(TRIAL.problems(same), [("household.k1.bsn".to_owned(), Code::SameAsMain)]);
}

#[test]
fn notices_warn_and_never_stop() {
    let not =
        "informing.discussed=bewust_niet\ninforming.obstacle=veiligheid\ninforming.obstacle_explanation=Er is gevaar.";
    for (changes, notice) in [
        ("violence.help_exhausted=nee", "violence.help_left"),
        ("violence.reports=nee", "violence.not_reported"),
        ("safety.risk_person=ernstig\nsafety.risk_explanation=Het kan weer gebeuren.", "safety.serious"),
        ("stay.municipality=andere\nstay.other_municipality=Echt", "stay.outside_area"),
        (not, "informing.deliberately_not"),
    ] {
        assert_eq!(TRIAL.notices(changes), [notice], "{changes}");
    }
}
