//! Which situation each record is in, and its last day.

use proptest::prelude::*;

use super::*;
use crate::forms;

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

#[test]
fn each_record_is_in_its_situation() {
    for (slug, status, outcome, wanted) in [
        ("regieteam", Status::Received, None, Situation::TakenOn),
        ("regieteam", Status::Asked, None, Situation::TakenOn),
        ("regieteam", Status::Decided, Some(Outcome::Overleg), Situation::TakenOn),
        ("mda", Status::Answered, Some(Outcome::IntegraleAanpak), Situation::TakenOn),
        ("mda", Status::Closed, Some(Outcome::IntegraleAanpak), Situation::Closed),
        ("mda", Status::Decided, Some(Outcome::Advies), Situation::NotTakenOn),
        ("mda", Status::Answered, Some(Outcome::Doorverwezen), Situation::NotTakenOn),
        ("mda", Status::Answered, Some(Outcome::SpoedDoorgezet), Situation::NotTakenOn),
        ("mda", Status::Closed, Some(Outcome::Terugverwezen), Situation::NotTakenOn),
        ("mda", Status::Answered, Some(Outcome::Ingetrokken), Situation::NotTakenOn),
        ("centrale-toegang", Status::Withdrawn, None, Situation::NotTakenOn),
        ("centrale-toegang", Status::Withdrawn, Some(Outcome::Overleg), Situation::NotTakenOn),
        ("wvggz", Status::Answered, Some(Outcome::GeenAanvraag), Situation::OtherLaw),
        ("via", Status::Received, None, Situation::OtherLaw),
        ("huisverbod", Status::Received, None, Situation::OtherLaw),
        ("adviesvraag", Status::Received, None, Situation::Message),
        ("contact", Status::Answered, None, Situation::Message),
        ("werkbezoek", Status::Answered, None, Situation::Message),
        ("avg-verzoek", Status::Answered, Some(Outcome::Geweigerd), Situation::DataRequest),
        ("nieuwsbrief", Status::Received, None, Situation::Unconfirmed),
        ("nieuwsbrief", Status::Confirmed, None, Situation::Subscription),
        ("kamer", Status::Received, None, Situation::Booking),
    ] {
        assert_eq!(
            situation(forms::find(slug).unwrap(), status, outcome, None),
            Some(wanted),
            "{slug} {status:?} {outcome:?}"
        );
    }
}

#[test]
fn each_situation_ends_on_its_day() {
    let received = day(2026, 11, 20);
    let bare = Began { received, refused: None, answered: None, booked: None };
    let decided = Began { refused: Some(day(2026, 12, 5)), ..bare };
    let answered = Began { answered: Some(day(2026, 12, 5)), ..bare };
    let booked = Began { booked: Some(day(2026, 12, 1)), ..bare };
    for (situation, began, last) in [
        (Situation::Draft, bare, Some(day(2026, 11, 27))),
        (Situation::NotTakenOn, decided, Some(day(2027, 1, 2))),
        (Situation::NotTakenOn, answered, None),
        (Situation::TakenOn, bare, Some(day(2031, 11, 20))),
        (Situation::TakenOn, decided, Some(day(2031, 11, 20))),
        (Situation::Closed, decided, Some(day(2031, 11, 20))),
        (Situation::StillOpen, decided, Some(day(2033, 11, 20))),
        (Situation::Relapse, decided, Some(day(2033, 11, 20))),
        (Situation::RestrainingOrder, decided, None),
        (Situation::OtherLaw, decided, None),
        (Situation::Message, answered, Some(day(2027, 3, 5))),
        (Situation::Message, decided, None),
        (Situation::DataRequest, answered, Some(day(2027, 3, 5))),
        (Situation::Booking, booked, Some(day(2027, 3, 1))),
        (Situation::Booking, answered, None),
        (Situation::Unconfirmed, bare, Some(day(2026, 11, 27))),
        (Situation::Subscription, decided, None),
    ] {
        assert_eq!(end(situation, began), last, "{situation:?} {began:?}");
    }
    // Refused when the period of the law was nearly over: it ends with that.
    let late = Began { refused: Some(day(2031, 11, 10)), ..bare };
    assert_eq!(end(Situation::NotTakenOn, late), Some(day(2031, 11, 20)));
}

#[test]
fn periods_count_from_the_first_refusal_the_last_answer_and_the_booked_day() {
    use Happening as H;
    let on = |day_of: u32| day(2026, 12, day_of);
    let (refused, taken_on) = (Some(Outcome::Advies), Some(Outcome::Overleg));
    for (outcome, happened, booked, wanted) in [
        (None, &[][..], None, [None, None, None]),
        (refused, &[(H::Decided, on(5))], None, [Some(on(5)), None, None]),
        (
            refused,
            &[(H::Decided, on(5)), (H::Answered, on(7)), (H::Answered, on(20))],
            None,
            [Some(on(5)), Some(on(20)), None],
        ),
        (refused, &[(H::Decided, on(5)), (H::Withdrawn, on(9))], None, [Some(on(5)), Some(on(9)), Some(on(9))]),
        (taken_on, &[(H::Decided, on(5)), (H::Withdrawn, on(9))], None, [Some(on(9)), Some(on(9)), Some(on(9))]),
        (None, &[(H::Withdrawn, on(9))], None, [Some(on(9)), Some(on(9)), Some(on(9))]),
        (None, &[(H::Cancelled, on(9))], None, [Some(on(9)), Some(on(9)), Some(on(9))]),
        (None, &[], Some(on(11)), [None, None, Some(on(11))]),
    ] {
        let began = Began::of(day(2026, 11, 20), outcome, happened, booked);
        assert_eq!([began.refused, began.answered, began.booked], wanted, "{outcome:?} {happened:?}");
    }
}

#[test]
fn what_is_kept_longer_is_in_the_situation_that_was_its_ground() {
    let mda = forms::find("mda").unwrap();
    for (status, outcome, renewed, wanted) in [
        (Status::Answered, Outcome::Overleg, Situation::StillOpen, Situation::StillOpen),
        (Status::Closed, Outcome::Overleg, Situation::StillOpen, Situation::StillOpen),
        (Status::Closed, Outcome::IntegraleAanpak, Situation::Relapse, Situation::Relapse),
        (Status::Answered, Outcome::Advies, Situation::StillOpen, Situation::NotTakenOn),
    ] {
        assert_eq!(situation(mda, status, Some(outcome), Some(renewed)), Some(wanted), "{status:?} {outcome:?}");
    }
}

#[test]
fn a_day_that_was_decided_counts_only_where_somebody_may_decide_one() {
    let (received, until) = (day(2026, 11, 20), Some(day(2032, 3, 1)));
    let began = Began { received, refused: Some(day(2026, 12, 5)), answered: Some(day(2026, 12, 5)), booked: None };
    for (situation, decided, last) in [
        (Situation::OtherLaw, until, until),
        (Situation::OtherLaw, None, None),
        (Situation::StillOpen, until, until),
        (Situation::Relapse, until, until),
        (Situation::StillOpen, Some(day(2030, 1, 1)), Some(day(2031, 11, 20))),
        (Situation::TakenOn, until, Some(day(2031, 11, 20))),
        (Situation::NotTakenOn, until, Some(day(2027, 1, 2))),
        (Situation::Message, until, Some(day(2027, 3, 5))),
    ] {
        assert_eq!(last_day(situation, began, decided), last, "{situation:?} {decided:?}");
    }
}

#[test]
fn keeping_longer_is_two_years_each_time() {
    let first = day(2031, 11, 20);
    assert_eq!(prolonged(first), day(2033, 11, 20));
    assert_eq!(prolonged(prolonged(first)), day(2035, 11, 20));
}

#[test]
fn a_case_is_looked_at_each_year_after_receipt() {
    let received = day(2024, 2, 29);
    for (today, next) in [
        (day(2024, 2, 29), day(2025, 2, 28)),
        (day(2025, 2, 27), day(2025, 2, 28)),
        (day(2025, 2, 28), day(2026, 2, 28)),
        (day(2028, 1, 1), day(2028, 2, 29)),
    ] {
        assert_eq!(next_check(received, today), next, "{today}");
    }
}

proptest! {
    /// WGS art. 1.8 lid 7: whatever is decided and whenever, no referral stays longer than five years after receipt.
    #[test]
    fn no_referral_stays_longer_than_the_law_lets_it(received in 0..20_000_u64, later in 0..4000_u64, at in 0..Status::ALL.len(), outcome in prop::option::of(0..Outcome::ALL.len())) {
        let received = day(2020, 1, 1).checked_add_days(chrono::Days::new(received)).unwrap();
        let decided = received.checked_add_days(chrono::Days::new(later)).unwrap();
        let form = forms::find("centrale-toegang").unwrap();
        let found = situation(form, Status::ALL[at], outcome.map(|at| Outcome::ALL[at]), None).unwrap();
        let began = Began { received, refused: Some(decided), answered: Some(decided), booked: None };
        let last = end(found, began).unwrap();
        prop_assert!(last <= received.checked_add_months(Months::new(60)).unwrap());
    }
}

#[test]
fn every_day_of_the_year_ahead_belongs_to_one_part_of_it() {
    for today in [day(2026, 11, 22), day(2028, 2, 29), day(2027, 1, 31)] {
        for days in 0..=365 {
            let then = today + Days::new(days);
            let holds = |ahead: &&Ahead| {
                let (after, last) = ahead.days(today);
                after < then && then <= last
            };
            assert_eq!(Ahead::ALL.iter().filter(holds).count(), 1, "{then} seen from {today}");
        }
    }
}

#[test]
fn what_is_late_belongs_to_the_nearest_part() {
    let (after, last) = Ahead::Weeks.days(day(2026, 11, 22));
    assert!(after < day(2020, 1, 1) && last == day(2026, 12, 20));
    assert_eq!(Ahead::Year.last_day(day(2026, 11, 22)), day(2027, 11, 22));
}
