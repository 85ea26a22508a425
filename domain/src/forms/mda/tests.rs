//! The rules of an MDA++ referral, tried on whole referrals.

use super::FORM;
use crate::answers::Answers;
use crate::check::tests::tiny::context;
use crate::check::{Code, Verdict, check};
use crate::form::Exit;
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
family.roles=slachtoffer
family.contact_safe=onbekend
household.k1.relation=partner
household.k1.last_name=de Wit
household.k1.same_address=ja
household.k1.roles=pleger
household.k1.necessity=Het geweld speelt tussen hen.
household.k1.informed=nee
household.k1.contact_safe=nee
reason.now=Het geweld stopt niet.
reason.facts=Sinds maart drie meldingen.
reason.domains=relaties
reason.domains=veiligheid
reason.domain_relaties=Ruzie.
reason.domain_veiligheid=Mishandeling.
reason.expected=onveilig_personen
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
safety.risk_person=enige
safety.children=nee
safety.risk_others=geen
safety.risk_professionals=onbekend
safety.risk_explanation=Het kan weer gebeuren.
safety.tried=Gesprekken, zonder resultaat.
network.none=ja
question.asks=overleg
question.goal=Het geweld stopt.
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
household.k2.relation=kind
household.k2.last_name=de Wit
household.k2.same_address=ja
household.k2.roles=getuige
household.k2.necessity=Het kind ziet het geweld.
household.k2.informed=nvt
household.k2.contact_safe=ja
household.k2.contact_way=Via de school.
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

fn missing(changes: &str) -> Vec<String> {
    let problems = problems(changes);
    assert!(problems.iter().all(|(_, code)| *code == Code::Missing), "{problems:?}");
    problems.into_iter().map(|(name, _)| name).collect()
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
fn every_page_has_a_way_out() {
    assert_eq!(FORM.exit, Exit::Quick);
}

#[test]
fn a_household_has_somebody_beside_the_main_person() {
    let mut alone = read(LEAST);
    let row = alone.rows("household")[0];
    alone.remove_row("household", row);
    let problems = check(&FORM, &alone, &context()).problems;
    let found: Vec<_> = problems.iter().map(|problem| (problem.name.as_str(), problem.code)).collect();
    assert_eq!(found, [("household", Code::NoRows)]);
    assert_eq!(messages::problem(&FORM, &problems[0]), "Voeg minstens één persoon van het gezin of huishouden toe.");
}

#[test]
fn of_everyone_the_role_and_the_safe_contact_are_asked() {
    assert_eq!(missing("family.roles=\nfamily.contact_safe="), ["family.roles", "family.contact_safe"]);
    assert_eq!(
        missing("household.k1.roles=\nhousehold.k1.contact_safe="),
        ["household.k1.roles", "household.k1.contact_safe"]
    );
    assert_eq!(missing("family.contact_safe=ja"), ["family.contact_way"]);
    assert_eq!(missing("household.k1.contact_safe=ja"), ["household.k1.contact_way"]);
}

#[test]
fn a_yes_about_the_violence_asks_further() {
    for (answer, follows) in [
        ("violence.reports=ja", &["violence.report_dates"][..]),
        ("violence.agreements=ja", &["violence.agreements_explanation"]),
        ("violence.assessed=ja", &["violence.instrument"]),
        ("violence.banned=nu", &["violence.banned_on"]),
        ("violence.banned=afgelopen_jaar", &["violence.banned_on"]),
    ] {
        assert_eq!(missing(answer), follows, "{answer}");
    }
}

#[test]
fn incidents_are_counted_and_the_last_one_is_not_ahead() {
    for wrong in ["0", "veel", "1000"] {
        let changes = format!("violence.incidents={wrong}");
        assert_eq!(problems(&changes), [("violence.incidents".to_owned(), Code::Count(999))]);
    }
    let tomorrow =
        "violence.last_incident_on.day=22\nviolence.last_incident_on.month=11\nviolence.last_incident_on.year=2026";
    assert_eq!(problems(tomorrow), [("violence.last_incident_on".to_owned(), Code::InFuture)]);
}

#[test]
fn the_huisverbod_is_asked_once() {
    assert_eq!(problems("safety.measures=huisverbod"), [("safety.measures".to_owned(), Code::UnknownChoice)]);
    assert!(judged("safety.measures=reclassering").is_good());
}

#[test]
fn each_rule_shows_at_its_field() {
    let before_birth =
        "person.birth_date.year=2026\nperson.birth_date.month=11\nperson.birth_date.day=21\nstay.authority=onbekend";
    let consent = "
role.secrecy=medisch
role.basis=toestemming
role.consent_on.day=1
role.consent_on.month=2
role.consent_on.year=1984
role.consent_by=de betrokkene";
    let organisation = "
organisations.k1.organisation=andere
organisations.k1.other_organisation=Stichting Thuis
organisations.k1.kind=wonen
organisations.k1.phone=046-7654321
organisations.k1.about=betrokkene
organisations.k1.status=actief
organisations.k1.informed=nee
";
    let unreachable = organisation.replace("046-7654321", "");
    let cases = [
        ("person.known_as=".to_owned(), "person.given_names", "name_missing"),
        (CHILD.to_owned(), "household.k2.birth_date", "child_without_age"),
        ([unreachable.as_str(), "network.none="].concat(), "organisations.k1.phone", "organisation_unreachable"),
        (organisation.to_owned(), "network.none", "none_but_some"),
        (before_birth.to_owned(), "informing.discussed_on", "talk_before_birth"),
        (consent.to_owned(), "role.consent_on", "consent_before_birth"),
    ];
    for (changes, name, code) in cases {
        assert_eq!(problems(&changes), [(name.to_owned(), Code::Rule(code))]);
    }
}

#[test]
fn nobody_in_the_household_has_the_number_of_the_main_person() {
    let same = "person.bsn_known=ja\nperson.bsn=999990019\nhousehold.k1.bsn=999990019";
    assert_eq!(problems(same), [("household.k1.bsn".to_owned(), Code::SameAsMain)]);
}

#[test]
fn notices_warn_and_never_stop() {
    let cases: [(&str, &[&str]); 5] = [
        ("violence.help_exhausted=nee", &["violence.help_left"]),
        ("violence.reports=nee", &["violence.not_reported"]),
        ("safety.risk_person=ernstig", &["safety.serious"]),
        ("stay.municipality=andere\nstay.other_municipality=Echt", &["stay.outside_area"]),
        (
            "informing.discussed=bewust_niet\ninforming.obstacle=veiligheid\ninforming.obstacle_explanation=Er is gevaar.",
            &["informing.deliberately_not"],
        ),
    ];
    for (changes, expected) in cases {
        assert_eq!(notices(changes), expected, "{changes}");
    }
}
