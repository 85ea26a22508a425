//! The rules of a request about data, tried on whole requests.

use super::FORM;
use crate::check::{Code, Warning};
use crate::forms::trial::Trial;

const REQUEST: Trial = Trial {
    form: &FORM,
    least: &["
data_request.rights=inzage
data_request.for_whom=zelf
requester.name=Sam de Wit
requester.birth_date.year=1985
requester.phone=06 12 34 56 78
requester.channel=gesprek
requester.place=Geleen
"],
};

const OTHER: &str = "
data_request.for_whom=ander
requester.birth_date.year=
requester.place=
represented.authority=ouder
represented.name=Kim de Wit
represented.birth_date.day=1
represented.birth_date.month=2
represented.birth_date.year=2016
represented.place=Stein
";

#[test]
fn the_least_may_be_sent_and_each_of_it_is_needed() {
    assert_eq!(REQUEST.notices(""), [""; 0]);
    REQUEST.needs_all_of_it();
}

#[test]
fn whoever_asks_can_be_reached() {
    REQUEST.breaks("requester.phone=", "requester.email", "sender_unreachable");
    assert!(REQUEST.judged("requester.phone=\nrequester.email=sam@post.example").is_good());
}

#[test]
fn for_someone_else_the_questions_are_about_that_person() {
    let verdict = REQUEST.judged(OTHER);
    assert!(verdict.is_good(), "{verdict:?}");
    assert_eq!(verdict.route, ["verzoek", "uw-gegevens", "voor-wie"]);
    let missing = |name: &str| (name.to_owned(), Code::Missing);
    assert_eq!(
        REQUEST.problems("data_request.for_whom=ander"),
        ["represented.authority", "represented.name", "represented.birth_date", "represented.place"].map(missing)
    );
}

#[test]
fn of_a_representative_the_address_is_asked_for_an_answer_by_post_only() {
    let by_post = [OTHER, "requester.channel=post"].concat();
    assert_eq!(REQUEST.problems(&by_post), [("requester.place".to_owned(), Code::Missing)]);
    let typed = [OTHER, "requester.place=Beek\nrequester.birth_date.year=1985"].concat();
    let verdict = REQUEST.judged(&typed);
    assert_eq!(verdict.parked, ["requester.birth_date", "requester.place"]);
}

#[test]
fn faults_and_an_objection_are_explained() {
    for (right, explanation) in [("verbeteren", "faults"), ("bezwaar", "objection")] {
        let name = format!("data_request.{explanation}");
        let asked = format!("data_request.rights={right}\n");
        assert_eq!(REQUEST.problems(&asked), [(name.clone(), Code::Missing)]);
        assert!(REQUEST.judged(&format!("{asked}{name}=Mijn adres klopt niet.")).is_good());
    }
}

#[test]
fn several_rights_go_in_one_request() {
    let all = "data_request.rights=verwijderen\ndata_request.rights=inzage\ndata_request.rights=beperken";
    let verdict = REQUEST.judged(all);
    assert!(verdict.is_good(), "{verdict:?}");
    assert_eq!(verdict.accepted.get("data_request.rights"), "inzage\nverwijderen\nbeperken");
}

#[test]
fn a_bsn_is_asked_nowhere_and_pointed_at_where_it_is_typed() {
    let warnings = REQUEST.warnings("data_request.subject=Mijn nummer is 999990019.");
    let seen: Vec<_> = warnings.iter().map(|warned| (warned.name.as_str(), warned.warning)).collect();
    assert_eq!(seen, [("data_request.subject", Warning::BsnInText)]);
}
