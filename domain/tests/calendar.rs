//! What holds for every day of receipt and every house.
#![expect(clippy::unwrap_used, reason = "a generator that can't make its date should stop the test")]

use chrono::{Days, NaiveDate};
use domain::calendar::{Calendar, ClosingDay, GoodFriday, Holiday, Period, Yearly};
use domain::values::Day;
use proptest::prelude::*;

fn date() -> impl Strategy<Value = NaiveDate> {
    (0..80_000_u64).prop_map(|days| NaiveDate::from_ymd_opt(1950, 1, 1).unwrap() + Days::new(days))
}

fn closing_day() -> impl Strategy<Value = ClosingDay> {
    prop_oneof![
        date().prop_map(|date| ClosingDay::On(Day::from(date))),
        (date(), 0..30_u64).prop_map(|(first, days)| {
            ClosingDay::Period(Period::new(Day::from(first), Day::from(first + Days::new(days))).unwrap())
        }),
        Just(ClosingDay::Yearly(Yearly::CarnivalMonday)),
        Just(ClosingDay::Yearly(Yearly::CarnivalTuesday)),
        Just(ClosingDay::Yearly(Yearly::DayAfterAscension)),
    ]
}

prop_compose! {
    fn calendar()(
        good_friday in prop_oneof![Just(GoodFriday::Holiday), Just(GoodFriday::Working)],
        closing_days in prop::collection::vec(closing_day(), 0..6),
        equated_days in prop::collection::vec(date().prop_map(Day::from), 0..4),
    ) -> Calendar {
        Calendar { good_friday, closing_days, answer_within: None,
            equated_days }
    }
}

/// A house whose closing days and equated days lie close to the day of receipt.
fn house_and_receipt() -> impl Strategy<Value = (Calendar, NaiveDate)> {
    (calendar(), date(), prop::collection::vec(1..30_u64, 0..4)).prop_map(|(mut house, received, near)| {
        for days in near {
            house.closing_days.push(ClosingDay::On(Day::from(received + Days::new(days))));
            house.equated_days.push(Day::from(received + Days::new(days)));
        }
        (house, received)
    })
}

proptest! {
    #[test]
    fn working_days_are_counted_exactly((house, received) in house_and_receipt(), n in 1..30_u32) {
        let end = house.working_days_after(received, n);
        let counted = received.iter_days().skip(1).take_while(|date| *date <= end).filter(|date| house.is_working_day(*date));
        prop_assert_eq!(counted.count(), n as usize);
        prop_assert!(house.is_working_day(end));
    }

    #[test]
    fn later_receipt_never_ends_earlier((house, received) in house_and_receipt(), days in 0..30_u64) {
        let later = received + Days::new(days);
        prop_assert!(house.contact_by(received) <= house.contact_by(later));
        prop_assert!(house.outcome_by(received) <= house.outcome_by(later));
    }

    #[test]
    fn two_weeks_end_on_the_first_possible_day((house, received) in house_and_receipt()) {
        let bare = Calendar { equated_days: house.equated_days.clone(), ..Calendar::default() };
        let can_end = |date: NaiveDate| bare.is_working_day(date) && !house.equated_days.contains(&Day::from(date));
        let end = house.outcome_by(received);
        let first_possible = (received + Days::new(14)).iter_days().find(|date| can_end(*date));
        prop_assert_eq!(Some(end), first_possible);
        prop_assert!(Holiday::on(end).is_none());
    }
}
