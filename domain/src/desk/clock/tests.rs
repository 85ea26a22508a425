//! Terms with the days of a real calendar, and what moves them.

use proptest::prelude::*;

use super::*;
use crate::forms;

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

fn all(slug: &str, received: NaiveDate, happened: &[(Happening, NaiveDate)]) -> Vec<Term> {
    terms(forms::find(slug).unwrap(), received, happened, &Calendar::default())
}

fn term(slug: &str, clock: Clock, received: NaiveDate, happened: &[(Happening, NaiveDate)]) -> Term {
    all(slug, received, happened).into_iter().find(|term| term.clock == clock).unwrap()
}

#[test]
fn five_working_days_and_two_weeks_end_on_their_days() {
    for (received, due) in [
        (day(2026, 11, 20), day(2026, 11, 27)),
        (day(2026, 12, 23), day(2026, 12, 31)),
        (day(2026, 12, 31), day(2027, 1, 8)),
        (day(2027, 3, 25), day(2027, 4, 5)),
        (day(2027, 4, 26), day(2027, 5, 4)),
        (day(2027, 4, 30), day(2027, 5, 11)),
        (day(2027, 12, 31), day(2028, 1, 7)),
    ] {
        assert_eq!(term("regieteam", Clock::Contact, received, &[]).due, due, "{received}");
    }
    for (received, due) in [(day(2027, 4, 22), day(2027, 5, 7)), (day(2026, 12, 12), day(2026, 12, 28))] {
        assert_eq!(term("regieteam", Clock::Outcome, received, &[]).due, due, "{received}");
        assert_eq!(term("wvggz", Clock::Investigation, received, &[]).due, due, "{received}");
    }
    let working = Calendar { good_friday: crate::calendar::GoodFriday::Working, ..Calendar::default() };
    let contact = terms(forms::find("mda").unwrap(), day(2027, 3, 25), &[], &working);
    assert_eq!(contact[0].due, day(2027, 4, 2));
}

#[test]
fn each_form_has_the_terms_that_it_promises() {
    for form in forms::ALL {
        let answering = Calendar { answer_within: Some(3), ..Calendar::default() };
        let clocks: Vec<Clock> =
            terms(form, day(2026, 11, 20), &[], &answering).iter().map(|term| term.clock).collect();
        let promised: Vec<Clock> = form.promises.iter().map(|promise| Clock::of(*promise)).collect();
        assert_eq!(clocks, promised, "{}", form.slug);
    }
    assert!(all("contact", day(2026, 11, 20), &[]).is_empty(), "without a setting no day is promised");
}

/// Received on Monday 16 November 2026: five working days end on the 23rd, two weeks on the 30th.
const RECEIVED: (i32, u32, u32) = (2026, 11, 16);

#[test]
fn waiting_for_the_sender_moves_the_two_weeks_and_nothing_else() {
    let received = day(RECEIVED.0, RECEIVED.1, RECEIVED.2);
    let asked = |d| (Happening::Asked, day(2026, 11, d));
    let replied = |d| (Happening::Replied, day(2026, 11, d));
    let in_december = |what, d| (what, day(2026, 12, d));
    for (name, happened, due, state) in [
        ("nothing happened", vec![], day(2026, 11, 30), TermState::Runs),
        ("three days", vec![asked(17), replied(20)], day(2026, 12, 3), TermState::Runs),
        ("asked and replied on one day", vec![asked(17), replied(17)], day(2026, 11, 30), TermState::Runs),
        ("into a weekend", vec![asked(17), replied(22)], day(2026, 12, 7), TermState::Runs),
        ("two pauses add up", vec![asked(17), replied(19), asked(23), replied(25)], day(2026, 12, 4), TermState::Runs),
        ("an open pause stops it", vec![asked(17)], day(2026, 11, 30), TermState::Stopped),
        (
            "after a pause another is open",
            vec![asked(17), replied(19), asked(23)],
            day(2026, 12, 2),
            TermState::Stopped,
        ),
        ("asking twice is one pause", vec![asked(17), asked(18), replied(20)], day(2026, 12, 3), TermState::Runs),
        ("a reply to nothing", vec![replied(20)], day(2026, 11, 30), TermState::Runs),
        (
            "a decision ends the waiting",
            vec![asked(17), (Happening::Decided, day(2026, 11, 19))],
            day(2026, 12, 2),
            TermState::Runs,
        ),
        ("asked on the last day", vec![asked(30)], day(2026, 11, 30), TermState::Stopped),
        ("asked when it was over", vec![in_december(Happening::Asked, 1)], day(2026, 11, 30), TermState::Runs),
        (
            "asked when it was over wins no time",
            vec![in_december(Happening::Asked, 1), in_december(Happening::Replied, 8)],
            day(2026, 11, 30),
            TermState::Runs,
        ),
    ] {
        let outcome = term("regieteam", Clock::Outcome, received, &happened);
        assert_eq!((outcome.due, outcome.state), (due, state), "{name}");
        let contact = term("regieteam", Clock::Contact, received, &happened);
        assert_eq!((contact.due, contact.state), (day(2026, 11, 23), TermState::Runs), "{name}");
        let report = term("wvggz", Clock::Investigation, received, &happened);
        assert_eq!(report.due, day(2026, 11, 30), "{name}: a term of the law never waits");
    }
}

#[test]
fn a_term_is_met_by_what_was_promised() {
    let received = day(2026, 11, 16);
    for (slug, clock, ends, does_not) in [
        ("regieteam", Clock::Contact, Happening::Contacted, Happening::Attempted),
        ("regieteam", Clock::Contact, Happening::Answered, Happening::Asked),
        ("regieteam", Clock::Outcome, Happening::Answered, Happening::Decided),
        ("wvggz", Clock::Investigation, Happening::Decided, Happening::Contacted),
        ("avg-verzoek", Clock::Decision, Happening::Answered, Happening::Contacted),
    ] {
        let on = day(2026, 11, 18);
        let met = term(slug, clock, received, &[(ends, on)]);
        assert_eq!(
            (met.state, met.met_on, met.is_kept()),
            (TermState::Met, Some(on), Some(true)),
            "{clock:?} {ends:?}"
        );
        let open = term(slug, clock, received, &[(does_not, on)]);
        assert_eq!((open.met_on, open.is_kept()), (None, None), "{clock:?} {does_not:?}");
    }
    let late = term("regieteam", Clock::Contact, received, &[(Happening::Contacted, day(2026, 11, 24))]);
    assert_eq!(late.is_kept(), Some(false));
}

#[test]
fn more_time_for_a_request_counts_when_it_was_told_within_the_month() {
    let received = day(2026, 11, 30);
    for (told, due) in [
        (None, day(2026, 12, 30)),
        (Some(day(2026, 12, 30)), day(2027, 2, 28)),
        (Some(day(2026, 12, 31)), day(2026, 12, 30)),
    ] {
        let happened: Vec<_> = told.map(|on| (Happening::Prolonged, on)).into_iter().collect();
        assert_eq!(term("avg-verzoek", Clock::Decision, received, &happened).due, due, "{told:?}");
    }
}

#[test]
fn what_comes_first_is_what_the_house_must_do() {
    let received = day(2026, 11, 16);
    let contacted = (Happening::Contacted, day(2026, 11, 17));
    let asked = (Happening::Asked, day(2026, 11, 18));
    let first = |happened: &[_]| next(&all("regieteam", received, happened)).map(|term| term.clock);
    assert_eq!(first(&[]), Some(Clock::Contact));
    assert_eq!(first(&[contacted]), Some(Clock::Outcome));
    assert_eq!(first(&[contacted, asked]), None, "the house waits");
    assert_eq!(first(&[asked]), Some(Clock::Contact), "the five days never wait");
    assert_eq!(first(&[contacted, (Happening::Answered, day(2026, 11, 20))]), None);
    assert!(all("regieteam", received, &[(Happening::Withdrawn, day(2026, 11, 17))]).is_empty());
}

proptest! {
    #[test]
    fn the_two_weeks_move_by_the_days_that_the_house_waited(start in 0..3000_u64, steps in prop::collection::vec(0..4_u64, 0..8)) {
        let received = day(2026, 1, 1).checked_add_days(Days::new(start)).unwrap();
        let calendar = Calendar::default();
        let (mut on, mut happened, mut waited) = (received, Vec::new(), 0);
        for (at, step) in steps.iter().enumerate() {
            on = on.checked_add_days(Days::new(*step)).unwrap();
            let is_reply = at % 2 == 1;
            waited += if is_reply { *step } else { 0 };
            happened.push((if is_reply { Happening::Replied } else { Happening::Asked }, on));
        }
        let outcome = term("regieteam", Clock::Outcome, received, &happened);
        let first = calendar.outcome_by(received);
        prop_assert!(outcome.due >= first);
        prop_assert_eq!(outcome.state == TermState::Stopped, steps.len() % 2 == 1 && happened.last().unwrap().1 <= outcome.due);
        // Within the term every day of waiting counts, and a term never ends on a day that is no working day.
        if on <= first {
            let later = received.checked_add_days(Days::new(waited)).unwrap();
            prop_assert_eq!(outcome.due, calendar.two_weeks_after(later));
        }
        prop_assert!(calendar.is_working_day(outcome.due));
        prop_assert_eq!(term("regieteam", Clock::Contact, received, &happened).due, calendar.contact_by(received));
    }
}

#[test]
fn names_read_back() {
    for clock in Clock::ALL {
        assert_eq!(Clock::from_slug(clock.slug()), Some(clock));
        assert!(!clock.text().is_empty());
    }
}
