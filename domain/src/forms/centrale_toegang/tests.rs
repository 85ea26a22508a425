//! The rules of a referral to the central access, tried on whole referrals of both kinds.

use super::FORM;
use crate::answers::Answers;
use crate::check::tests::tiny::context;
use crate::check::{Code, offers};
use crate::form::Ask;
use crate::forms::trial::{CASE, Trial};

const PROCESREGIE: Trial = Trial {
    form: &FORM,
    least: &[
        CASE,
        ADMISSION,
        "
track.kind=procesregie
question.direction_explanation=De organisaties werken langs elkaar heen.
",
    ],
};

const LEVENSLOOP: Trial = Trial {
    form: &FORM,
    least: &[
        CASE,
        ADMISSION,
        "
track.kind=levensloop
levensloop.behaviour=ja
levensloop.behaviour_explanation=Schreeuwt 's nachts op straat.
levensloop.risk=ja
levensloop.risk_explanation=Bedreigde de buren met een mes.
levensloop.dangerous=nee
levensloop.lasting=ja
levensloop.lasting_explanation=Sinds 2019, elk voorjaar.
levensloop.care=nee
levensloop.category=drie
provisions.housing=ja
provisions.income=nee
provisions.insurance=onbekend
provisions.identity_document=ja
provisions.postal_address=ja
provisions.municipality_contact=nee
",
    ],
};

const ADMISSION: &str = "
admission.problems=ja
admission.problems_explanation=Schulden en overlast.
admission.domains=ja
admission.domains_explanation=Wonen en geld, en verkeerde vrienden.
admission.harm=ja
admission.harm_explanation=Drie aangiften in een half jaar.
admission.participants=ja
admission.participants_explanation=Zorg en politie.
admission.complex=ja
admission.local=nee
";

#[test]
fn the_least_of_both_kinds_may_be_sent_without_a_word_of_warning() {
    for trial in [PROCESREGIE, LEVENSLOOP] {
        assert_eq!(trial.notices(""), [""; 0]);
        trial.needs_all_of_it();
    }
}

#[test]
fn the_rules_of_a_case_hold() {
    PROCESREGIE.keeps_the_rules_of_a_case();
}

#[test]
fn the_levensloop_steps_are_on_the_route_only_for_the_levensloopaanpak() {
    for step in ["levensloop", "basisvoorzieningen"] {
        assert!(!PROCESREGIE.judged("").route.contains(&step), "{step}");
        assert!(LEVENSLOOP.judged("").route.contains(&step), "{step}");
    }
    let back = LEVENSLOOP.judged("track.kind=procesregie\nquestion.direction_explanation=Het zit vast.");
    assert!(back.is_good(), "{back:?}");
    assert!(back.parked.iter().any(|name| name == "levensloop.risk_explanation"));
    assert_eq!(back.accepted.get("levensloop.risk_explanation"), "");
}

#[test]
fn every_criterion_has_an_explanation_even_a_no() {
    for criterion in ["problems", "domains", "harm", "participants"] {
        let name = format!("admission.{criterion}_explanation");
        assert_eq!(PROCESREGIE.misses(&format!("admission.{criterion}=nee\n{name}=")), [name]);
    }
}

#[test]
fn the_area_of_another_house_can_be_chosen() {
    assert_eq!(PROCESREGIE.notices("stay.municipality=parkstad"), [""; 0]);
    let context = context();
    let ask = Ask { answers: &Answers::default(), row: "", context: &context };
    let offered = FORM.field_at("stay.municipality").map(|field| offers(FORM.steps, field, ask)).unwrap_or_default();
    let values: Vec<&str> = offered.iter().map(|offer| offer.value.as_str()).collect();
    assert_eq!(values, ["1883", "parkstad", "andere"]);
}

#[test]
fn an_answer_about_the_levensloop_asks_further() {
    for (changes, follows) in [
        ("levensloop.behaviour=twijfel\nlevensloop.behaviour_explanation=", "levensloop.behaviour_explanation"),
        ("levensloop.risk=twijfel\nlevensloop.risk_explanation=", "levensloop.risk_explanation"),
        ("levensloop.dangerous=ja", "levensloop.dangerous_explanation"),
        ("levensloop.lasting=twijfel\nlevensloop.lasting_explanation=", "levensloop.lasting_explanation"),
        ("levensloop.care=nu", "levensloop.care_explanation"),
        ("levensloop.care=eerder", "levensloop.care_explanation"),
        ("provisions.municipality_contact=ja", "provisions.municipality_name"),
    ] {
        assert_eq!(LEVENSLOOP.misses(changes), [follows], "{changes}");
    }
}

#[test]
fn procesregie_is_not_asked_for_twice() {
    assert_eq!(PROCESREGIE.problems("question.asks=procesregie"), [("question.asks".to_owned(), Code::UnknownChoice)]);
    assert!(PROCESREGIE.judged("question.asks=expertise").is_good());
}

#[test]
fn notices_warn_and_never_stop() {
    for (changes, notice) in [
        ("admission.problems=nee", "admission.not_all"),
        ("admission.domains=nee", "admission.not_all"),
        ("admission.harm=nee", "admission.not_all"),
        ("admission.participants=nee", "admission.not_all"),
        ("admission.problems=twijfel", "admission.doubt"),
        ("admission.domains=twijfel", "admission.doubt"),
        ("admission.harm=twijfel", "admission.doubt"),
        ("admission.participants=twijfel", "admission.doubt"),
        ("admission.complex=nee", "admission.not_shared"),
        ("reason.domains=geld", "reason.one_domain"),
        ("stay.municipality=andere\nstay.other_municipality=Echt", "stay.outside_area"),
    ] {
        assert_eq!(PROCESREGIE.notices(changes), [notice], "{changes}");
    }
    for (changes, notice) in [
        ("person.birth_date.year=2008\nstay.authority=onbekend", "levensloop.maybe_minor"),
        ("levensloop.behaviour=nee", "levensloop.outside"),
        ("levensloop.risk=nee", "levensloop.outside"),
        ("levensloop.lasting=nee", "levensloop.outside"),
        ("levensloop.category=geen", "levensloop.no_category"),
    ] {
        assert_eq!(LEVENSLOOP.notices(changes), [notice], "{changes}");
    }
}

#[test]
fn one_of_the_shared_criteria_is_enough() {
    assert_eq!(PROCESREGIE.notices("admission.complex=nee\nadmission.local=twijfel"), [""; 0]);
}

#[test]
fn a_minor_may_be_brought_in_for_procesregie_without_a_word() {
    assert_eq!(PROCESREGIE.notices("person.birth_date.year=2010\nstay.authority=onbekend"), [""; 0]);
}
