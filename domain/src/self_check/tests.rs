use std::collections::BTreeSet;

use super::*;
use crate::form::Entry;
use crate::forms;

/// Answers by the last part of their names.
type Given = Vec<(&'static str, &'static str)>;

fn answers(given: &[(&str, &str)]) -> Answers {
    Answers::from_pairs(given.iter().map(|(name, value)| (format!("check.{name}"), (*value).to_owned())))
}

fn advised(answers: &Answers) -> Vec<&'static str> {
    advice(answers, &Context::default()).iter().map(|notice| notice.name.trim_start_matches("advice.")).collect()
}

/// What is asked where a complete set of answers is given; the pattern of violence only after violence.
const CRITERIA: [&str; 7] = ["domains", "chains", "surroundings", "problems", "crime", "harm", "together"];

/// A participant's answers to the seven criteria, a letter each: j(a), n(ee), w(eet niet).
fn weighed(letters: &str) -> Vec<(&'static str, &'static str)> {
    let word = |letter| match letter {
        'j' => "ja",
        'n' => "nee",
        _ => "weet_niet",
    };
    let calm = [("danger", "nee"), ("partner", "ja"), ("violence", "nee")];
    calm.into_iter().chain(CRITERIA.into_iter().zip(letters.chars().map(word))).collect()
}

#[test]
fn the_answers_decide_what_is_advised_and_danger_comes_first() {
    let with = |letters: &str, more: &[(&'static str, &'static str)]| {
        let mut given: Vec<_> =
            weighed(letters).into_iter().filter(|(name, _)| more.iter().all(|(n, _)| n != name)).collect();
        given.extend(more);
        given
    };
    let cases: &[(Given, &[&str])] = &[
        (vec![], &[]),
        (vec![("danger", "ja")], &["danger"]),
        (vec![("danger", "weet_niet")], &["maybe_danger"]),
        (vec![("danger", "nee"), ("partner", "ja"), ("violence", "nee")], &[]),
        (vec![("partner", "nee")], &["not_a_partner"]),
        (vec![("partner", "weet_niet")], &["maybe_partner"]),
        (vec![("violence", "weet_niet")], &["violence"]),
        // Only participants are led to a form for cases.
        (vec![("violence", "ja"), ("pattern", "ja"), ("domains", "ja")], &["violence"]),
        (with("jjjjjjj", &[("partner", "nee")]), &["not_a_partner"]),
        (with("nnnnnnn", &[("violence", "ja"), ("pattern", "ja")]), &["violence", "mda"]),
        (with("nnnnnnn", &[("violence", "ja"), ("pattern", "nee")]), &["violence", "none"]),
        (with("nnnnnnn", &[("violence", "ja"), ("pattern", "weet_niet")]), &["violence", "doubt"]),
        // A pattern that was ticked before violence was denied counts for nothing.
        (with("nnnnnnn", &[("violence", "nee"), ("pattern", "ja")]), &["none"]),
        (with("nnnnnnn", &[("violence", "nee"), ("pattern", "weet_niet")]), &["none"]),
        // One of three for the Regieteam, four of four for procesregie.
        (weighed("jnnnnnn"), &["regieteam"]),
        (weighed("njnnnnn"), &["regieteam"]),
        (weighed("nnjnnnn"), &["regieteam"]),
        (weighed("nnnjjjj"), &["procesregie"]),
        (weighed("nnnjjjn"), &["none"]),
        (weighed("nnnnnnn"), &["none"]),
        (weighed("wnnnnnn"), &["doubt"]),
        (weighed("nnnjjjw"), &["doubt"]),
        (weighed("wnjjwnn"), &["regieteam"]),
        (weighed("jnnjjjj"), &["procesregie", "regieteam", "several"]),
        // As soon as it is known, not only at the end.
        (with("", &[("domains", "ja")]), &["regieteam"]),
        (
            with("jjjjjjj", &[("danger", "ja"), ("partner", "weet_niet"), ("violence", "ja"), ("pattern", "ja")]),
            &["danger", "violence", "mda", "procesregie", "regieteam", "several", "maybe_partner"],
        ),
        (vec![("danger", "misschien"), ("domains", "<b>")], &[]),
    ];
    for (given, expected) in cases {
        assert_eq!(advised(&answers(given)), *expected, "{given:?}");
    }
}

#[test]
fn every_complete_set_of_answers_gets_advice_that_does_not_contradict_itself() {
    let asked: Vec<&str> = ["partner", "violence", "pattern"].into_iter().chain(CRITERIA).collect();
    // Without danger: that adds an advice and takes none away.
    for set in 0..3_usize.pow(10) {
        let value = |place: usize| ["ja", "nee", "weet_niet"][set / 3_usize.pow(u32::try_from(place).unwrap()) % 3];
        let given = Answers::from_pairs(
            asked.iter().enumerate().map(|(place, name)| (format!("check.{name}"), value(place).to_owned())),
        );
        let advised = advised(&given);
        assert!(!advised.is_empty(), "{:?}", given.iter().collect::<Vec<_>>());
        let has = |name: &str| advised.contains(&name);
        let routes = ["mda", "procesregie", "regieteam"].into_iter().filter(|route| has(route)).count();
        assert_eq!(routes > 1, has("several"), "{advised:?}");
        // A way that fits, doubt and nothing that fits exclude each other; whoever may not refer is led to none of them.
        let judged = [routes > 0, has("doubt"), has("none"), has("not_a_partner")];
        assert_eq!(judged.iter().filter(|one| **one).count(), 1, "{advised:?}");
    }
}

#[test]
fn every_advice_has_a_notice_and_the_order_is_one() {
    let advising: Vec<&str> = notices().map(|notice| notice.name).filter(|name| leads(name).is_some()).collect();
    let listed: Vec<&str> = LEADS.iter().map(|(name, _)| *name).collect();
    assert_eq!(advising, listed);
    assert!(LEADS.iter().all(|(_, leads)| !leads.is_empty()));
    for (name, leads) in LEADS {
        let text = notices().find(|notice| notice.name == *name).unwrap().text;
        assert!(text.len() > 40 && text.ends_with('.'), "{name}: {text}");
        assert!(leads.len() <= 2, "{name} leads to too much");
        for lead in *leads {
            let Lead::Form(slug) = lead else { continue };
            let form = forms::find(slug).unwrap_or_else(|| panic!("{name} leads to the form {slug}"));
            assert!(form.entry != Entry::Invited, "{slug} begins with a link only");
        }
    }
}

#[test]
fn while_nothing_is_advised_it_says_so_and_never_beside_advice() {
    let waiting = notices().find(|notice| notice.name == "check.waiting").unwrap();
    let context = Context::default();
    for given in [vec![], weighed("n"), weighed("nnnn"), weighed("j"), weighed("nnnnnnn"), vec![("danger", "ja")]] {
        let given = answers(&given);
        let waits = waiting.when.holds(Ask { answers: &given, row: "", context: &context });
        assert_eq!(waits, advised(&given).is_empty());
    }
}

#[test]
fn conditions_look_at_questions_of_this_page_and_at_answers_that_can_be_given() {
    let names: BTreeSet<&str> = STEP.fields().map(|field| field.name).collect();
    let values: BTreeSet<&str> = ANSWERS.iter().map(|choice| choice.value).collect();
    for notice in notices() {
        notice.when.names(&mut |name| assert!(names.contains(name), "{} looks at {name}", notice.name));
    }
    for value in [YES, NO, UNSURE, MAYBE, SURE].concat() {
        assert!(values.contains(value), "{value}");
    }
}
