//! The rules of a referral to the central access, tried on whole referrals.

use super::FORM;
use crate::answers::Answers;
use crate::check::tests::tiny::context;
use crate::check::{Code, Verdict, check, offers};
use crate::form::Ask;
use crate::messages;

/// The least that may be sent for procesregie, one name and answer a line.
const LEAST: &str = "
track.kind=procesregie
referrer.organisation=politie
referrer.first_name=Sanne
referrer.last_name=Jansen
referrer.function=Wijkagent
referrer.email=s.jansen@politie.example
referrer.phone=046 123 45 67
referrer.second_contact=nee
role.involvement=wijkagent
role.secrecy=geen
person.bsn_known=nee
person.known_as=Sam
person.last_name=onbekend
person.birth_date.year=1985
stay.address_kind=geen
stay.usual_place=opvang
stay.municipality=1883
reason.now=De situatie loopt vast.
reason.facts=Sinds maart drie meldingen.
reason.domains=wonen
reason.domains=geld
reason.domain_wonen=Dreigende uitzetting.
reason.domain_geld=Schulden.
reason.expected=overlast
safety.risk_person=geen
safety.children=nee
safety.risk_others=geen
safety.risk_professionals=onbekend
safety.tried=Gesprekken, zonder resultaat.
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
network.none=ja
question.direction_explanation=De organisaties werken langs elkaar heen.
question.goal=Een vaste woonplek.
question.coordinator=geen
informing.discussed=ja_eens
informing.discussed_on.day=20
informing.discussed_on.month=11
informing.discussed_on.year=2026
informing.discussed_by=S. Jansen, wijkagent
informing.checked=ja
informing.lawful=ja
informing.on_behalf=ja
";

/// What makes of it the least for the Levensloopaanpak.
const LEVENSLOOP: &str = "
track.kind=levensloop
question.direction_explanation=
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
";

fn read(lines: &str) -> Answers {
    Answers::from_pairs(
        lines.lines().filter_map(|line| line.split_once('=')).map(|(name, text)| (name.to_owned(), text.to_owned())),
    )
}

fn judged(changes: &[&str]) -> Verdict {
    let mut answers = read(LEAST);
    for change in changes {
        answers.overlay(&read(change));
    }
    check(&FORM, &answers, &context())
}

fn problems(changes: &[&str]) -> Vec<(String, Code)> {
    judged(changes).problems.into_iter().map(|problem| (problem.name, problem.code)).collect()
}

fn missing(changes: &[&str]) -> Vec<String> {
    let problems = problems(changes);
    assert!(problems.iter().all(|(_, code)| *code == Code::Missing), "{problems:?}");
    problems.into_iter().map(|(name, _)| name).collect()
}

fn notices(changes: &[&str]) -> Vec<String> {
    let verdict = judged(changes);
    assert!(verdict.is_good(), "{verdict:?}");
    verdict.warnings.into_iter().map(|warned| warned.name).collect()
}

#[test]
fn the_least_of_both_kinds_may_be_sent_without_a_word_of_warning() {
    assert_eq!(notices(&[]), [""; 0]);
    assert_eq!(notices(&[LEVENSLOOP]), [""; 0]);
}

#[test]
fn the_levensloop_steps_are_on_the_route_only_for_the_levensloopaanpak() {
    for step in ["levensloop", "basisvoorzieningen"] {
        assert!(!judged(&[]).route.contains(&step), "{step}");
        assert!(judged(&[LEVENSLOOP]).route.contains(&step), "{step}");
    }
    let back = judged(&[LEVENSLOOP, "track.kind=procesregie\nquestion.direction_explanation=Het zit vast."]);
    assert!(back.is_good(), "{back:?}");
    assert!(back.parked.iter().any(|name| name == "levensloop.risk_explanation"));
    assert_eq!(back.accepted.get("levensloop.risk_explanation"), "");
}

#[test]
fn without_a_choice_the_first_question_is_asked_again() {
    assert!(problems(&["track.kind="]).contains(&("track.kind".to_owned(), Code::Missing)));
}

#[test]
fn procesregie_says_why_the_house_should_lead() {
    assert_eq!(missing(&["question.direction_explanation="]), ["question.direction_explanation"]);
}

#[test]
fn every_criterion_has_an_answer_and_an_explanation_even_a_no() {
    for criterion in ["problems", "domains", "harm", "participants"] {
        let name = format!("admission.{criterion}_explanation");
        assert_eq!(missing(&[&format!("admission.{criterion}=nee\n{name}=")]), [name]);
        assert_eq!(missing(&[&format!("admission.{criterion}=")]), [format!("admission.{criterion}")]);
    }
}

#[test]
fn a_municipality_of_another_house_says_where_the_case_goes() {
    assert_eq!(notices(&["stay.municipality=parkstad"]), [""; 0]);
    let answers = read(LEAST);
    let context = context();
    let field = FORM.field_at("stay.municipality").unwrap();
    let offered = offers(FORM.steps, field, Ask { answers: &answers, row: "", context: &context });
    let values: Vec<&str> = offered.iter().map(|offer| offer.value.as_str()).collect();
    assert_eq!(values, ["1883", "parkstad", "andere"]);
}

#[test]
fn an_answer_about_the_levensloop_asks_further() {
    for (changes, follows) in [
        ("levensloop.risk=twijfel\nlevensloop.risk_explanation=", &["levensloop.risk_explanation"][..]),
        ("levensloop.behaviour=ja\nlevensloop.behaviour_explanation=", &["levensloop.behaviour_explanation"]),
        ("levensloop.dangerous=ja", &["levensloop.dangerous_explanation"]),
        ("levensloop.lasting=ja\nlevensloop.lasting_explanation=", &["levensloop.lasting_explanation"]),
        ("levensloop.care=nu", &["levensloop.care_explanation"]),
        ("levensloop.care=eerder", &["levensloop.care_explanation"]),
        ("provisions.municipality_contact=ja", &["provisions.municipality_name"]),
    ] {
        assert_eq!(missing(&[LEVENSLOOP, changes]), follows, "{changes}");
    }
}

#[test]
fn each_rule_shows_at_its_field() {
    let before_birth =
        "person.birth_date.year=2026\nperson.birth_date.month=11\nperson.birth_date.day=21\nstay.authority=onbekend";
    let child = "
household.k1.relation=kind
household.k1.last_name=de Wit
household.k1.same_address=ja
household.k1.necessity=Het kind woont in hetzelfde huis.
household.k1.informed=nvt";
    let consent = "
role.secrecy=medisch
role.basis=toestemming
role.consent_on.day=1
role.consent_on.month=2
role.consent_on.year=1984
role.consent_by=de betrokkene";
    let organisation = "
organisations.k1.organisation=politie
organisations.k1.kind=politie
organisations.k1.phone=0900-8844
organisations.k1.status=actief
organisations.k1.informed=ja";
    let cases: [(&[&str], &str, &str); 6] = [
        (&["person.known_as="], "person.given_names", "name_missing"),
        (&[child], "household.k1.birth_date", "child_without_age"),
        (
            &[organisation, "organisations.k1.phone=\nnetwork.none="],
            "organisations.k1.phone",
            "organisation_unreachable",
        ),
        (&[organisation], "network.none", "none_but_some"),
        (&[before_birth], "informing.discussed_on", "talk_before_birth"),
        (&[consent], "role.consent_on", "consent_before_birth"),
    ];
    for (changes, name, code) in cases {
        assert_eq!(problems(changes), [(name.to_owned(), Code::Rule(code))]);
        assert!(messages::rules::text_of(code).is_some(), "{code} has no sentence");
    }
}

#[test]
fn notices_warn_and_never_stop() {
    let minor = "person.birth_date.year=2008\nstay.authority=onbekend";
    let cases: [(&[&str], &[&str]); 10] = [
        (&["admission.harm=nee"], &["admission.not_all"]),
        (&["admission.domains=twijfel"], &["admission.doubt"]),
        (&["admission.complex=nee"], &["admission.not_shared"]),
        (&["reason.domains=wonen"], &["reason.one_domain"]),
        (&["stay.municipality=andere\nstay.other_municipality=Echt"], &["stay.outside_area"]),
        (&[LEVENSLOOP, minor], &["levensloop.maybe_minor"]),
        (&[LEVENSLOOP, "levensloop.risk=nee"], &["levensloop.outside"]),
        (&[LEVENSLOOP, "levensloop.behaviour=nee"], &["levensloop.outside"]),
        (&[LEVENSLOOP, "levensloop.lasting=nee"], &["levensloop.outside"]),
        (&[LEVENSLOOP, "levensloop.category=geen"], &["levensloop.no_category"]),
    ];
    for (changes, expected) in cases {
        assert_eq!(notices(changes), expected, "{changes:?}");
    }
}

#[test]
fn a_minor_may_be_brought_in_for_procesregie_without_a_word() {
    assert_eq!(notices(&["person.birth_date.year=2010\nstay.authority=onbekend"]), [""; 0]);
}
