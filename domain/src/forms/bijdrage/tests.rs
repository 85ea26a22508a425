//! The rules of a contribution, tried on whole contributions.

use super::FORM;
use crate::check::{Code, Warning};
use crate::form::{Effect, Entry};
use crate::forms::trial::Trial;

const CONTRIBUTION: Trial = Trial {
    form: &FORM,
    least: &["
contributor.organisation=school
contributor.name=Sanne Jansen
contributor.function=Intern begeleider
contributor.email=s.jansen@school.example
contributor.phone=046 123 45 67
role.involvement=professional
role.secrecy=geen
involvement.since=maart 2025
involvement.status=actief
involvement.task=Elke week een gesprek met het kind.
involvement.concern=geen
involvement.needs=Rust in de klas.
knowing.person=ja
knowing.checked=ja
knowing.lawful=ja
"],
};

#[test]
fn the_least_may_be_sent_and_each_of_it_is_needed() {
    assert_eq!(CONTRIBUTION.notices(""), [""; 0]);
    CONTRIBUTION.needs_all_of_it();
}

#[test]
fn it_begins_with_an_invitation_and_stays_with_the_referral() {
    assert_eq!(FORM.entry, Entry::Invited);
    assert!(matches!(FORM.effect, Effect::Contributes(_)));
}

#[test]
fn it_asks_nothing_by_which_the_person_can_be_told() {
    for step in ["betrokkene", "verblijf", "gezin"] {
        assert!(FORM.step(step).is_none(), "{step}");
    }
    for field in FORM.steps.iter().flat_map(crate::form::Step::fields) {
        let of_the_person = ["birth", "bsn", "postcode", "address", "last_name"];
        assert!(!of_the_person.iter().any(|part| field.name.contains(part)), "{}", field.name);
    }
}

#[test]
fn whoever_is_not_involved_does_not_contribute() {
    assert_eq!(CONTRIBUTION.problems("role.involvement=niet"), [("role.involvement".to_owned(), Code::UnknownChoice)]);
}

#[test]
fn a_duty_of_secrecy_asks_for_its_ground() {
    assert_eq!(CONTRIBUTION.problems("role.secrecy=jeugd"), [("role.basis".to_owned(), Code::Missing)]);
    let weighed = "role.secrecy=jeugd\nrole.basis=plicht\nrole.weighing=De wet verplicht het.";
    assert!(CONTRIBUTION.judged(weighed).is_good());
}

#[test]
fn worries_and_silence_are_explained() {
    for (change, name) in [
        ("involvement.concern=enige", "involvement.worries"),
        ("involvement.concern=ernstig", "involvement.worries"),
        ("knowing.person=nee", "knowing.reason"),
        ("contributor.organisation=andere", "contributor.other_organisation"),
    ] {
        assert_eq!(CONTRIBUTION.problems(change), [(name.to_owned(), Code::Missing)], "{change}");
    }
}

#[test]
fn notices_warn_and_never_stop() {
    let serious = "involvement.concern=ernstig\ninvolvement.worries=Er wordt geslagen.";
    assert_eq!(CONTRIBUTION.notices(serious), ["involvement.serious"]);
    let consent = "
role.secrecy=medisch
role.basis=toestemming
role.consent_on.day=1
role.consent_on.month=2
role.consent_on.year=2026
role.consent_by=de moeder
knowing.person=onbekend
";
    assert_eq!(CONTRIBUTION.notices(consent), ["knowing.consent_unknown"]);
    assert_eq!(CONTRIBUTION.notices("role.involvement=behandelaar"), ["role.treating_without_secrecy"]);
}

#[test]
fn a_name_in_a_text_is_pointed_at() {
    let warnings = CONTRIBUTION.warnings("involvement.task=Gesprekken met Sam de Wit.");
    let seen: Vec<_> = warnings.iter().map(|warned| (warned.name.as_str(), warned.warning)).collect();
    assert_eq!(seen, [("involvement.task", Warning::NameInText)]);
}
