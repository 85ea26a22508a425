//! What a case lets happen, and which answers do not fit it.

use super::*;
use crate::context::{ParticipantKind, Partner};
use crate::desk::act::{ALL, find};
use crate::forms;

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

fn end() -> NaiveDate {
    day(2031, 11, 20)
}

/// A case that came in by this form, on a day.
fn file<'a>(form: &str, happened: &'a [(Happening, NaiveDate)], today: NaiveDate) -> File<'a> {
    let form = forms::find(form).unwrap();
    let (outcome, booked, news, own) = (None, None, News::Mailed, None);
    let now = today.and_time(chrono::NaiveTime::MIN);
    File { form, happened, kept: Some((Situation::TakenOn, end())), outcome, booked, news, own, now }
}

fn typed(pairs: &[(&str, &str)]) -> Answers {
    Answers::from_pairs(pairs.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())))
}

fn wrong(file: &File<'_>, act: &str, pairs: &[(&str, &str)]) -> Vec<String> {
    let problems = file.problems(find(act).unwrap(), &typed(pairs));
    let sentence = |problem: &Problem| {
        let Code::Rule(rule) = problem.code else { panic!("{}", problem.name) };
        assert!(crate::messages::rules::text_of(rule).is_some(), "{rule} has no sentence");
        format!("{} {rule}", problem.name)
    };
    problems.iter().map(sentence).collect()
}

#[test]
fn under_the_wgs_nothing_is_taken_on_before_its_criteria_were_judged() {
    let judged = [(Happening::Contacted, day(2026, 12, 1)), (Happening::Judged, day(2026, 12, 2))];
    for (form, happened, outcome, is_wrong) in [
        ("mda", &judged[..1], "overleg", true),
        ("centrale-toegang", &judged[..1], "integrale_aanpak", true),
        ("mda", &judged[..], "overleg", false),
        ("mda", &judged[..1], "advies", false),
        ("mda", &judged[..1], "ingetrokken", false),
        ("regieteam", &judged[..1], "overleg", false),
    ] {
        let found = wrong(&file(form, happened, day(2026, 12, 3)), "besluit", &[("decision.outcome", outcome)]);
        let wanted: &[&str] = if is_wrong { &["decision.outcome not_judged"] } else { &[] };
        assert_eq!(found, wanted, "{form} {outcome}");
    }
}

#[test]
fn who_gave_no_way_to_be_reached_is_not_called() {
    let call = find("bellen").unwrap();
    for (news, is_called) in [(News::Mailed, true), (News::Called, true), (News::Looks, false)] {
        let file = File { news, ..file("wvggz", &[], day(2026, 12, 1)) };
        assert_eq!(file.lets(call), is_called, "{news:?}");
        assert!(file.lets(find("antwoord").unwrap()), "{news:?}: the follow page holds the answer");
    }
}

#[test]
fn someone_close_asks_for_an_application_only_where_there_is_none() {
    for (outcome, may) in [(None, false), (Some(Outcome::Aanvraag), false), (Some(Outcome::GeenAanvraag), true)] {
        let file = File { outcome, ..file("wvggz", &[], day(2026, 12, 1)) };
        assert_eq!(file.lets(find("verzoek-naaste").unwrap()), may, "{outcome:?}");
    }
}

#[test]
fn a_booking_is_cancelled_until_its_time_is_over() {
    for (now, may) in [
        ("2026-11-30T23:00:00", true),
        ("2026-12-01T09:30:00", true),
        ("2026-12-01T10:29:59", true),
        ("2026-12-01T10:30:00", false),
        ("2026-12-01T17:00:00", false),
        ("2026-12-02T08:00:00", false),
    ] {
        let booked = Stay::parse("kamer-1 2026-12-01 09:00 10:30");
        let file = File { booked, now: now.parse().unwrap(), ..file("kamer", &[], end()) };
        assert_eq!(file.lets(find("afzeggen").unwrap()), may, "{now}");
    }
}

#[test]
fn an_investigation_is_not_over_before_its_report_came() {
    let happened = [(Happening::Received, day(2026, 12, 1)), (Happening::Noted, day(2026, 12, 2))];
    for (finished, is_wrong) in [("2026-11-30", true), ("2026-12-01", false), ("2026-12-03", false), ("", false)] {
        let found =
            wrong(&file("wvggz", &happened, day(2026, 12, 3)), "onderzoek", &[("investigation.finished_on", finished)]);
        let wanted: &[&str] = if is_wrong { &["investigation.finished_on before_the_report"] } else { &[] };
        assert_eq!(found, wanted, "{finished}");
    }
}

#[test]
fn nobody_advises_in_the_name_of_another_participant() {
    for (own, chosen, is_wrong) in [
        (None, "politie", false),
        (Some("politie"), "politie", false),
        (Some("politie"), "om", true),
        (Some("reclassering"), "politie", true),
        (Some("politie"), "", false),
    ] {
        let file = File { own, ..file("mda", &[], day(2026, 12, 3)) };
        let wanted: &[&str] = if is_wrong { &["weigh.organisation another_participant"] } else { &[] };
        assert_eq!(wrong(&file, "advies", &[("weigh.organisation", chosen)]), wanted, "{own:?} {chosen}");
    }
}

#[test]
fn a_colleague_speaks_for_the_participant_of_their_address_or_else_of_the_name_of_their_organisation() {
    let partner = |id: &str, name: &str, domains: &[&str]| Partner {
        id: id.to_owned(),
        name: name.to_owned(),
        kind: ParticipantKind::VasteOverheid,
        mail_domains: domains.iter().map(|domain| (*domain).to_owned()).collect(),
    };
    let partners = [partner("politie", "Politie", &["politie.example"]), partner("om", "Openbaar Ministerie", &[])];
    for (organisation, mail, id) in [
        ("Zorg- en Veiligheidshuis", "n.voorbeeld@politie.example", Some("politie")),
        ("Openbaar Ministerie", "n.voorbeeld@politie.example", Some("politie")),
        (" openbaar ministerie ", "n@om.example", Some("om")),
        ("Zorg- en Veiligheidshuis", "n@huis.example", None),
    ] {
        let found = weighing::speaks_for(&partners, organisation, mail).map(|partner| partner.id.as_str());
        assert_eq!(found, id, "{organisation} {mail}");
    }
}

#[test]
fn a_hold_is_ended_where_there_is_one_and_nothing_is_held_twice() {
    let held = [
        (Happening::Held, day(2026, 12, 1)),
        (Happening::Released, day(2026, 12, 2)),
        (Happening::Held, day(2026, 12, 3)),
    ];
    for (count, is_held) in [(0, false), (1, true), (2, false), (3, true)] {
        let file = file("mda", &held[..count], day(2026, 12, 4));
        assert_eq!(file.lets(find("vasthouden").unwrap()), !is_held, "{count}");
        assert_eq!(file.lets(find("vrijgeven").unwrap()), is_held, "{count}");
    }
}

#[test]
fn a_case_is_kept_longer_only_near_its_end_and_only_where_it_was_taken_on() {
    let longer = find("langer-bewaren").unwrap();
    let near = day(2031, 3, 1);
    for (situation, today, may) in [
        (Situation::TakenOn, day(2026, 12, 1), false),
        (Situation::TakenOn, day(2030, 11, 19), false),
        (Situation::TakenOn, day(2030, 11, 20), true),
        (Situation::TakenOn, end(), true),
        (Situation::TakenOn, day(2031, 11, 21), false),
        (Situation::NotTakenOn, near, false),
        (Situation::StillOpen, near, true),
        (Situation::OtherLaw, near, false),
        (Situation::Message, near, false),
    ] {
        let file = File { kept: Some((situation, end())), ..file("mda", &[], today) };
        assert_eq!(file.lets(longer), may, "{situation:?} {today}");
    }
    // What was just kept longer ends more than a year later: not again on the same afternoon.
    let again = File { kept: Some((Situation::StillOpen, prolonged(end()))), ..file("mda", &[], near) };
    assert!(!again.lets(longer));
    assert!(!File { kept: None, ..file("mda", &[], near) }.lets(longer));
    let others = ALL
        .iter()
        .filter(|act| (act.fits)(again.form) && !matches!(act.what, Happening::Renewed | Happening::Released));
    others.for_each(|act| assert!(again.lets(act), "{}", act.form.slug));
}

#[test]
fn the_ground_for_keeping_longer_is_the_one_that_the_file_shows() {
    let near = day(2031, 3, 1);
    for (closed, open, relapse, may) in [
        (None, true, false, true),
        (Some(day(2030, 11, 21)), false, true, true),
        // Where it can't be done at all, no ground is better than another.
        (Some(day(2030, 11, 20)), true, true, false),
        (Some(day(2028, 1, 1)), true, true, false),
    ] {
        let happened: Vec<_> = closed.into_iter().map(|on| (Happening::Closed, on)).collect();
        let file = file("mda", &happened, near);
        assert_eq!(file.lets(find("langer-bewaren").unwrap()), may, "{closed:?}");
        for (ground, fits) in [("loopt_nog", open), ("terugval", relapse)] {
            let found = wrong(&file, "langer-bewaren", &[("renewal.ground", ground)]);
            let wanted: &[&str] = if fits { &[] } else { &["renewal.ground another_ground"] };
            assert_eq!(found, wanted, "{closed:?} {ground}");
        }
    }
}

#[test]
fn longer_is_after_the_end_and_at_most_two_years() {
    for (until, wanted) in [
        ("2031-11-20", &["renewal.until not_longer"][..]),
        ("2031-11-21", &[]),
        ("2033-11-20", &[]),
        ("2033-11-21", &["renewal.until longer_than_two_years"]),
    ] {
        assert_eq!(
            wrong(&file("mda", &[], day(2031, 3, 1)), "langer-bewaren", &[("renewal.until", until)]),
            wanted,
            "{until}"
        );
    }
}
