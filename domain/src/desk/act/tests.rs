//! What can be done to what, when, and what of it its sender reads.

use std::collections::HashSet;

use chrono::NaiveDate;

use super::*;
use crate::check::check;
use crate::desk::acts::asking;
use crate::desk::role::Role;
use crate::fiction::{self, Chance, invented};
use crate::forms;

fn form(slug: &str) -> &'static Form {
    forms::find(slug).unwrap()
}

/// The acts that can be done to what stands there, in their order.
fn possible(slug: &str, status: Status) -> Vec<&'static str> {
    ALL.iter().filter(|act| act.possible(form(slug), status)).map(|act| act.form.slug).collect()
}

#[test]
fn each_act_is_for_the_records_it_is_meant_for() {
    let fits = |slug: &str| -> Vec<&str> {
        ALL.iter().filter(|act| (act.fits)(form(slug))).map(|act| act.form.slug).collect()
    };
    let every = ["bellen", "aanvulling-vragen", "aanvulling-vastleggen", "notitie", "overdragen"];
    let held = ["vasthouden", "vrijgeven"];
    let all = |lists: &[&[&'static str]]| lists.concat().into_iter().collect::<HashSet<_>>();
    let with = |more: &[&'static str]| all(&[&every, &held, more]);
    let case = ["advies", "besluit", "antwoord", "afsluiten", "inzien", "langer-bewaren", "bewaren-nodig"];
    for (slug, wanted) in [
        ("regieteam", with(&[&case[..], &["criteria-regieteam"]].concat())),
        ("mda", with(&[&case[..], &["criteria-casusoverleg"]].concat())),
        ("centrale-toegang", with(&[&case[..], &["criteria-casusoverleg"]].concat())),
        ("wvggz", with(&["onderzoek", "verzoek-naaste", "antwoord", "bewaren-nodig", "bewaartermijn"])),
        ("via", with(&["antwoord", "bewaren-nodig", "bewaartermijn"])),
        ("bij", with(&["antwoord", "bewaren-nodig", "bewaartermijn"])),
        ("nazorg", with(&["antwoord", "bewaren-nodig", "bewaartermijn"])),
        ("huisverbod", with(&["antwoord", "bewaren-nodig", "bewaartermijn"])),
        ("adviesvraag", with(&["antwoord-advies"])),
        ("contact", all(&[&every, &["antwoord-bericht"]])),
        ("werkbezoek", all(&[&every, &["antwoord-bericht"]])),
        ("avg-verzoek", with(&["meer-tijd", "antwoord-verzoek"])),
        ("bijdrage", HashSet::new()),
        ("nieuwsbrief", HashSet::new()),
        ("kamer", all(&[&["afzeggen"]])),
    ] {
        assert_eq!(fits(slug).into_iter().collect::<HashSet<_>>(), wanted, "{slug}");
    }
}

#[test]
fn what_is_decided_is_answered_after_its_decision_and_what_is_not_at_once() {
    for status in Status::ALL {
        let answered_now = status.is_unanswered() || status == Status::Answered;
        let decided = matches!(status, Status::Decided | Status::Answered | Status::Demanded);
        for (slug, answer, wanted) in [
            ("regieteam", "antwoord", decided),
            ("wvggz", "antwoord", decided),
            ("via", "antwoord", answered_now),
            ("adviesvraag", "antwoord-advies", answered_now),
            ("contact", "antwoord-bericht", answered_now),
            ("avg-verzoek", "antwoord-verzoek", answered_now),
        ] {
            assert_eq!(possible(slug, status).contains(&answer), wanted, "{slug} {status:?}");
        }
    }
}

#[test]
fn what_can_be_done_follows_where_it_stands() {
    let hold = ["vasthouden", "vrijgeven"];
    assert_eq!(possible("regieteam", Status::Withdrawn), hold);
    assert_eq!(possible("via", Status::Withdrawn), [&["bewaartermijn"], &hold[..]].concat());
    for (status, wanted) in [(Status::Received, false), (Status::Contacted, false), (Status::Answered, true)] {
        assert_eq!(possible("via", status).contains(&"bewaartermijn"), wanted, "{status:?}");
    }
    assert_eq!(possible("regieteam", Status::Closed), [&["inzien"], &hold[..], &["langer-bewaren"]].concat());
    assert_eq!(
        possible("regieteam", Status::Received),
        [
            "bellen",
            "aanvulling-vragen",
            "notitie",
            "criteria-regieteam",
            "advies",
            "besluit",
            "overdragen",
            "bewaren-nodig",
            "vasthouden",
            "vrijgeven"
        ]
    );
    assert!(possible("mda", Status::Asked).contains(&"aanvulling-vastleggen"));
    assert_eq!(
        possible("wvggz", Status::Decided),
        [
            "bellen",
            "aanvulling-vastleggen",
            "notitie",
            "verzoek-naaste",
            "antwoord",
            "overdragen",
            "bewaren-nodig",
            "vasthouden",
            "vrijgeven"
        ]
    );
    for slug in ["besluit", "criteria-regieteam", "advies"] {
        assert!(!possible("regieteam", Status::Decided).contains(&slug), "{slug}");
    }
}

#[test]
fn each_act_is_one_step_with_an_address_and_a_button_of_its_own() {
    let mut slugs = HashSet::new();
    for act in ALL {
        let Form { slug, steps, words, .. } = act.form;
        assert!(slugs.insert(slug), "{slug} twice");
        assert!(slug.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-'), "{slug}");
        assert_eq!(steps.len(), 1, "{slug}");
        assert_eq!(find(slug).map(|act| act.form.slug), Some(*slug));
        assert!(!act.verb.is_empty() && words.sent.len() > 5, "{slug}");
        assert!(steps[0].groups().next().is_none(), "{slug}: an act has no rows");
    }
    assert!(find("onbekend").is_none());
}

#[test]
fn a_sender_reads_only_what_is_told_of_what_is_shared() {
    for act in ALL {
        for name in act.told {
            assert!(act.form.field_at(name).is_some(), "{name}");
            assert!(act.what.is_shared(), "{}", act.form.slug);
        }
    }
    let mut accepted = Answers::default();
    for name in ["answer.text", "answer.told_to", "answer.way"] {
        accepted.set(name, "iets");
    }
    let told = find("antwoord").unwrap().told(&accepted);
    assert_eq!(told.iter().collect::<Vec<_>>(), [("answer.text", "iets")]);
}

#[test]
fn a_call_that_nobody_answered_is_an_attempt() {
    let call = find("bellen").unwrap();
    let mut accepted = Answers::default();
    for (spoken, what) in [("ja", Happening::Contacted), ("nee", Happening::Attempted)] {
        accepted.set(acts::calling::SPOKEN, spoken);
        assert_eq!(happening(call, &accepted), what);
    }
    let others = ALL.iter().filter(|act| act.form.slug != "bellen");
    others.for_each(|act| assert_eq!(happening(act, &accepted), act.what));
}

#[test]
fn every_answer_to_what_is_decided_is_an_outcome_of_that_record() {
    for (slug, of, name) in [
        ("besluit", "regieteam", "decision.outcome"),
        ("onderzoek", "wvggz", "investigation.outcome"),
        ("antwoord-advies", "adviesvraag", "answer.outcome"),
        ("antwoord-verzoek", "avg-verzoek", "data_answer.outcome"),
    ] {
        let act = find(slug).unwrap();
        let Some(crate::form::Options::Fixed(choices)) = act.form.field_at(name).unwrap().kind.options() else {
            panic!("{name}")
        };
        let offered: Vec<Option<Outcome>> = choices.iter().map(|choice| Outcome::from_slug(choice.value)).collect();
        let wanted: Vec<Option<Outcome>> = Outcome::of(form(of).regime).iter().copied().map(Some).collect();
        assert_eq!(offered, wanted, "{slug}");
        let mut accepted = Answers::default();
        for choice in *choices {
            accepted.set(name, choice.value);
            assert_eq!(outcome(&accepted), Outcome::from_slug(choice.value));
        }
    }
    assert_eq!(outcome(&Answers::default()), None);
}

#[test]
fn for_every_act_there_is_a_role_that_may_do_it_to_each_record_it_is_for() {
    for act in ALL {
        for form in forms::ALL.iter().filter(|form| (act.fits)(form)) {
            assert!(Role::any_may(&Role::ALL, act.right, form.regime), "{} of {}", act.form.slug, form.slug);
        }
    }
}

#[test]
fn the_desk_asks_back_only_questions_of_the_form() {
    let ticked = ["person.last_name", "household.k2.birth_date", "person.last_name", "person.hacked", ""];
    let asked = |slug| asking::questions(form(slug), ticked.into_iter());
    assert_eq!(asked("regieteam"), ["person.last_name", "household.k2.birth_date"]);
    assert!(asked("contact").is_empty());
}

/// What belongs to another outcome is asked only there.
#[test]
fn a_decision_asks_what_belongs_to_its_outcome() {
    let context = fiction::house(NaiveDate::from_ymd_opt(2026, 11, 22).unwrap());
    let decide = find("besluit").unwrap();
    let beside = |outcome: &str| match outcome {
        "integrale_aanpak" => vec!["decision.pressure"],
        "doorverwezen" => vec!["decision.organisation"],
        "spoed_doorgezet" => vec!["decision.urgent_to"],
        _ => vec![],
    };
    for outcome in Outcome::of(form("mda").regime) {
        let mut answers = Answers::default();
        answers.set("decision.outcome", outcome.slug());
        answers.set("decision.reason", "Omdat het zo is.");
        let verdict = check(decide.form, &answers, &context);
        let missing: Vec<_> = verdict.problems.iter().map(|problem| problem.name.as_str()).collect();
        assert_eq!(missing, beside(outcome.slug()), "{outcome:?}");
        answers.set("decision.reason", "");
        assert!(check(decide.form, &answers, &context).problem("decision.reason").is_some(), "{outcome:?}");
    }
    let mut chance = Chance::new(3);
    assert!(fiction::submission(decide.form, &context, invented, &mut chance).is_some());
}

#[test]
fn only_public_participants_weigh_and_only_for_or_against_is_advice() {
    let context = fiction::house(NaiveDate::from_ymd_opt(2026, 11, 22).unwrap());
    let weigh = find("advies").unwrap();
    for (organisation, may) in
        [("politie", true), ("gemeente-fictie", true), ("reclassering", false), ("school", false)]
    {
        let typed = [("weigh.organisation", organisation), ("weigh.advice", "aannemen"), ("weigh.reason", "Het past.")];
        let answers = Answers::from_pairs(typed.map(|(name, text)| (name.to_owned(), text.to_owned())));
        assert_eq!(check(weigh.form, &answers, &context).is_good(), may, "{organisation}");
    }
    for (advice, counts) in [("aannemen", true), ("niet_aannemen", true), ("meer_weten", false), ("", false)] {
        let mut answers = Answers::default();
        answers.set("weigh.advice", advice);
        assert_eq!(is_advice(&answers), counts, "{advice}");
    }
}

#[test]
fn a_day_until_which_something_stays_comes_with_what_allows_it() {
    let kept = |pairs: &[(&str, &str)]| {
        kept(&Answers::from_pairs(pairs.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned()))))
            .map(|kept| (kept.until.to_string(), kept.because))
    };
    let day = "2032-03-01";
    let some = |because| Some((day.to_owned(), because));
    assert_eq!(kept(&[("renewal.until", day), ("renewal.ground", "loopt_nog")]), some(Situation::StillOpen));
    assert_eq!(kept(&[("renewal.until", day), ("renewal.ground", "terugval")]), some(Situation::Relapse));
    assert_eq!(kept(&[("lasting.until", day)]), some(Situation::OtherLaw));
    assert_eq!(kept(&[("renewal.until", day)]), None);
    assert_eq!(kept(&[]), None);
}

/// What is closed takes no act but opening it, and no role of the Wvggz may do that.
#[test]
fn a_report_under_the_wvggz_is_never_closed_so_that_someone_close_can_still_ask() {
    for status in Status::ALL {
        let possible = possible("wvggz", status);
        assert!(!possible.contains(&"afsluiten"), "{status:?}");
        let may_ask = matches!(status, Status::Decided | Status::Answered | Status::Demanded);
        assert_eq!(possible.contains(&"verzoek-naaste"), may_ask, "{status:?}");
    }
}
