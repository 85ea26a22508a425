//! The fields that are asked, each by its kind, and nothing else.

use chrono::NaiveDate;

use super::*;
use crate::check::{Code, Warning};
use crate::fiction::house;
use crate::forms;

fn judged(names: &[&str], pairs: &[(&str, &str)]) -> Verdict {
    let form = forms::find("regieteam").unwrap();
    let names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
    let answers = Answers::from_pairs(pairs.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())));
    check_alone(form, &names, &answers, &house(NaiveDate::from_ymd_opt(2026, 11, 22).unwrap()))
}

fn problems(verdict: &Verdict) -> Vec<(&str, Code)> {
    verdict.problems.iter().map(|problem| (problem.name.as_str(), problem.code)).collect()
}

#[test]
fn only_what_is_asked_is_judged_and_comes_back_normalised() {
    let verdict = judged(
        &["person.last_name", "person.birth_date", "referrer.phone"],
        &[
            ("person.last_name", "  de   Wit "),
            ("person.birth_date.day", "7"),
            ("person.birth_date.month", "3"),
            ("person.birth_date.year", "1985"),
            ("referrer.phone", "046 123 45 67"),
            ("person.bsn", "geen nummer"),
        ],
    );
    assert!(verdict.is_good(), "{verdict:?}");
    assert_eq!(verdict.accepted.get("person.birth_date"), "1985-03-07");
    assert_eq!(verdict.accepted.iter().count(), 3);
    assert_eq!(verdict.route, ["betrokkene", "aanmelder"]);
    assert!(verdict.parked.is_empty());
}

#[test]
fn what_is_wrong_or_missing_is_said_at_its_field() {
    let verdict = judged(&["person.bsn", "person.last_name", "person.aliases"], &[("person.bsn", "123456789")]);
    let found = problems(&verdict);
    assert_eq!(found.len(), 2, "what may stay open may stay open: {found:?}");
    assert!(matches!(found[0], ("person.bsn", Code::Bsn(_))));
    assert_eq!(found[1], ("person.last_name", Code::Missing));
    assert!(verdict.accepted.is_empty());
}

/// The number is asked in the form only of who knows it; asked back, it is asked.
#[test]
fn conditions_do_not_count() {
    let verdict = judged(&["person.bsn"], &[("person.bsn_known", "nee"), ("person.bsn", "999990019")]);
    assert_eq!(verdict.accepted.get("person.bsn"), "999990019");
    assert_eq!(problems(&judged(&["person.bsn"], &[("person.bsn_known", "nee")])), [("person.bsn", Code::Missing)]);
}

#[test]
fn a_row_is_judged_by_its_key_and_offers_what_the_answers_hold() {
    let known = [("household.k2.relation", "kind"), ("household.k2.last_name", "de Wit")];
    let names = ["household.k2.birth_date", "organisations.k1.about"];
    let born = [("household.k2.birth_date.year", "2015"), ("organisations.k1.about", "betrokkene\nk2")];
    let verdict = judged(&names, &[&known[..], &born].concat());
    assert!(verdict.is_good(), "{verdict:?}");
    assert_eq!(verdict.accepted.get("household.k2.birth_date"), "2015");
    assert_eq!(verdict.accepted.get("organisations.k1.about"), "betrokkene\nk2");
    let gone = judged(&["organisations.k1.about"], &[("organisations.k1.about", "k9")]);
    assert_eq!(problems(&gone), [("organisations.k1.about", Code::UnknownChoice)]);
}

#[test]
fn names_that_the_form_does_not_know_are_nothing_and_warnings_stay() {
    let names = ["person.nationality", "household.k0.last_name", "household", "", "reason.now"];
    let verdict = judged(&names, &[("reason.now", "Zie 999990019."), ("person.nationality", "x")]);
    assert!(verdict.is_good());
    assert_eq!(verdict.accepted.iter().map(|(name, _)| name).collect::<Vec<_>>(), ["reason.now"]);
    assert!(verdict.warnings.iter().any(|warned| warned.warning == Warning::BsnInText));
}
