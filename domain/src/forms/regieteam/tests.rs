//! The rules of a Regieteam referral, tried on whole referrals.

use super::FORM;
use crate::answers::Answers;
use crate::check::tests::tiny::context;
use crate::check::{Code, Verdict, check};
use crate::messages;

/// The least that may be sent, one name and answer a line.
const LEAST: &str = "
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
criteria.domains=ja
criteria.domains_explanation=Schulden en overlast.
criteria.chains=nee
criteria.surroundings=nee
network.none=ja
question.asks=advies
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

const CHILD: &str = "
household.k1.relation=kind
household.k1.last_name=de Wit
household.k1.same_address=ja
household.k1.necessity=Het kind woont in hetzelfde huis.
household.k1.informed=nvt
";

const ORGANISATION: &str = "
network.none=
organisations.k1.organisation=andere
organisations.k1.other_organisation=Stichting Thuis
organisations.k1.kind=wonen
organisations.k1.phone=046-7654321
organisations.k1.status=actief
organisations.k1.informed=nee
";

fn read(lines: &str) -> Answers {
    Answers::from_pairs(
        lines.lines().filter_map(|line| line.split_once('=')).map(|(name, text)| (name.to_owned(), text.to_owned())),
    )
}

fn judged(changes: &str) -> Verdict {
    let mut answers = read(LEAST);
    answers.overlay(&read(changes));
    check(&FORM, &answers, &context())
}

fn problems(changes: &str) -> Vec<(String, Code)> {
    judged(changes).problems.into_iter().map(|problem| (problem.name, problem.code)).collect()
}

fn notices(changes: &str) -> Vec<String> {
    let verdict = judged(changes);
    assert!(verdict.is_good(), "{verdict:?}");
    verdict.warnings.into_iter().map(|warned| warned.name).collect()
}

#[test]
fn the_least_may_be_sent_without_a_word_of_warning() {
    assert_eq!(notices(""), [""; 0]);
}

#[test]
fn a_referral_with_people_and_organisations_may_be_sent() {
    let about = "household.k1.birth_date.year=2020\norganisations.k1.about=betrokkene\norganisations.k1.about=k1";
    assert_eq!(notices(&[CHILD, ORGANISATION, about].concat()), [""; 0]);
}

#[test]
fn each_rule_shows_at_its_field_in_a_sentence_of_its_own() {
    let before_birth =
        "person.birth_date.year=2026\nperson.birth_date.month=11\nperson.birth_date.day=21\nstay.authority=onbekend";
    let consent = "
role.secrecy=medisch
role.basis=toestemming
role.consent_on.day=1
role.consent_on.month=2
role.consent_on.year=1984
role.consent_by=de betrokkene";
    let cases = [
        ("person.known_as=".to_owned(), "person.given_names", "name_missing"),
        (CHILD.to_owned(), "household.k1.birth_date", "child_without_age"),
        (ORGANISATION.replace("046-7654321", ""), "organisations.k1.phone", "organisation_unreachable"),
        ([ORGANISATION, "network.none=ja"].concat(), "network.none", "none_but_some"),
        (before_birth.to_owned(), "informing.discussed_on", "talk_before_birth"),
        (consent.to_owned(), "role.consent_on", "consent_before_birth"),
    ];
    for (changes, name, code) in cases {
        assert_eq!(problems(&changes), [(name.to_owned(), Code::Rule(code))]);
        assert!(messages::rules::text_of(code).is_some(), "{code} has no sentence");
        assert!(FORM.field_at(name).is_some(), "{code} shows nowhere");
    }
}

#[test]
fn a_talk_in_the_year_or_on_the_day_of_birth_may_be() {
    assert!(judged("person.birth_date.year=2026\nstay.authority=onbekend").is_good());
    let same_day =
        "person.birth_date.day=20\nperson.birth_date.month=11\nperson.birth_date.year=2026\nstay.authority=onbekend";
    assert!(judged(same_day).is_good());
}

#[test]
fn a_child_with_an_estimated_age_is_enough() {
    assert!(judged(&[CHILD, "household.k1.age=ongeveer 8"].concat()).is_good());
}

#[test]
fn without_organisations_the_form_asks_for_one_or_the_tick() {
    assert_eq!(problems("network.none="), [("organisations".to_owned(), Code::NoRows)]);
}

#[test]
fn an_organisation_says_with_whom_it_works_once_there_is_a_choice() {
    let both = [CHILD, "household.k1.age=8\n", ORGANISATION].concat();
    assert_eq!(problems(&both), [("organisations.k1.about".to_owned(), Code::Missing)]);
}

#[test]
fn a_possibly_young_person_has_someone_with_authority() {
    assert_eq!(problems("person.birth_date.year=2008"), [("stay.authority".to_owned(), Code::Missing)]);
}

#[test]
fn a_secret_address_is_not_asked() {
    let typed = "stay.address_kind=geheim\nstay.usual_place=\nstay.postcode=6162 AB\nstay.place=Geleen";
    let verdict = judged(typed);
    assert!(verdict.is_good(), "{verdict:?}");
    assert_eq!(verdict.parked, ["stay.postcode", "stay.place"]);
    assert_eq!(verdict.accepted.get("stay.postcode"), "");
}

#[test]
fn notices_warn_and_never_stop() {
    let consent = "
role.secrecy=jeugd
role.basis=toestemming
role.consent_on.day=1
role.consent_on.month=2
role.consent_on.year=2026
role.consent_by=de betrokkene
";
    let planned = "
informing.discussed=nog_niet
informing.planned_on.day=1
informing.planned_on.month=12
informing.planned_on.year=2026
";
    let not =
        "informing.discussed=bewust_niet\ninforming.obstacle=veiligheid\ninforming.obstacle_explanation=Er is gevaar.";
    let unknown = "referrer.organisation=andere\nreferrer.other_organisation=Stichting Thuis\nreferrer.organisation_kind=onbekend";
    let cases: [(String, &[&str]); 11] = [
        (unknown.to_owned(), &["referrer.not_in_register"]),
        ("referrer.organisation=school".to_owned(), &["referrer.may_not_refer"]),
        ("role.involvement=behandelaar".to_owned(), &["role.treating_without_secrecy"]),
        ("stay.address_kind=geheim".to_owned(), &["stay.secret_address"]),
        ("stay.municipality=andere\nstay.other_municipality=Echt".to_owned(), &["stay.outside_area"]),
        ("reason.domains=wonen".to_owned(), &["reason.one_domain"]),
        ("safety.risk_others=ernstig\nsafety.risk_explanation=Bedreiging.".to_owned(), &["safety.serious"]),
        ("criteria.domains=nee".to_owned(), &["criteria.none"]),
        ("criteria.domains=twijfel".to_owned(), &["criteria.doubt"]),
        (planned.to_owned(), &["informing.not_yet"]),
        ([consent, not].concat(), &["informing.deliberately_not", "informing.consent_without_talk"]),
    ];
    for (changes, expected) in cases {
        assert_eq!(notices(&changes), expected, "{changes}");
    }
}

#[test]
fn one_criterion_is_enough() {
    for (met, explained) in [("chains", "chains_explanation"), ("surroundings", "surroundings_explanation")] {
        let changes = format!("criteria.domains=nee\ncriteria.{met}=ja\ncriteria.{explained}=Uitleg.");
        assert_eq!(notices(&changes), [""; 0], "{met}");
    }
}

#[test]
fn a_text_of_more_than_ten_thousand_characters_is_too_long() {
    let long = ["reason.now=", &"a".repeat(10_001)].concat();
    assert_eq!(problems(&long), [("reason.now".to_owned(), Code::TooLong(10_000))]);
}
