//! The calendar against dates worked out by hand.

use serde_json::json;

use super::*;
use crate::values::Day;

fn on(text: &str) -> NaiveDate {
    Day::parse(text).unwrap_or_else(|error| panic!("{text}: {error:?}")).date()
}

fn calendar(settings: serde_json::Value) -> Calendar {
    serde_json::from_value(settings).unwrap()
}

#[test]
fn holidays_fall_where_the_table_says() {
    let expected = [
        (2026, ["1-1", "3-4", "6-4", "27-4", "5-5", "14-5", "25-5", "25-12", "26-12"]),
        (2027, ["1-1", "26-3", "29-3", "27-4", "5-5", "6-5", "17-5", "25-12", "26-12"]),
        (2028, ["1-1", "14-4", "17-4", "27-4", "5-5", "25-5", "5-6", "25-12", "26-12"]),
        (2029, ["1-1", "30-3", "2-4", "27-4", "5-5", "10-5", "21-5", "25-12", "26-12"]),
        (2030, ["1-1", "19-4", "22-4", "27-4", "5-5", "30-5", "10-6", "25-12", "26-12"]),
    ];
    for (year, days) in expected {
        let dates: Vec<_> = holidays(year).into_iter().map(|(date, _)| date).collect();
        assert_eq!(dates, days.map(|day| on(&format!("{day}-{year}"))), "{year}");
    }
}

#[test]
fn holidays_fall_on_the_weekdays_of_the_table() {
    use Weekday::{Fri, Mon, Sat, Sun, Thu, Tue, Wed};
    let expected = [
        (2026, [Thu, Fri, Mon, Mon, Tue, Thu, Mon, Fri, Sat]),
        (2027, [Fri, Fri, Mon, Tue, Wed, Thu, Mon, Sat, Sun]),
        (2028, [Sat, Fri, Mon, Thu, Fri, Thu, Mon, Mon, Tue]),
        (2029, [Mon, Fri, Mon, Fri, Sat, Thu, Mon, Tue, Wed]),
        (2030, [Tue, Fri, Mon, Sat, Sun, Thu, Mon, Wed, Thu]),
    ];
    for (year, weekdays) in expected {
        let found: Vec<_> = holidays(year).into_iter().map(|(date, _)| date.weekday()).collect();
        assert_eq!(found, weekdays, "{year}");
    }
}

#[test]
fn holidays_have_their_names() {
    let names: Vec<_> = holidays(2026).into_iter().map(|(_, holiday)| holiday.name()).collect();
    assert_eq!(
        names,
        [
            "nieuwjaarsdag",
            "Goede Vrijdag",
            "tweede paasdag",
            "Koningsdag",
            "Bevrijdingsdag",
            "Hemelvaartsdag",
            "tweede pinksterdag",
            "eerste kerstdag",
            "tweede kerstdag"
        ]
    );
}

#[test]
fn kings_day_on_a_sunday_is_kept_the_day_before() {
    assert_eq!(Holiday::on(on("26-4-2025")), Some(Holiday::KingsDay));
    assert_eq!(Holiday::on(on("27-4-2025")), None);
    assert_eq!(Holiday::on(on("26-4-2031")), Some(Holiday::KingsDay));
}

#[test]
fn the_house_makes_contact_within_five_working_days() {
    for (received, contact_by) in [
        ("20-11-2026", "27-11-2026"),
        ("21-11-2026", "27-11-2026"),
        ("22-11-2026", "27-11-2026"),
        ("23-12-2026", "31-12-2026"),
        ("31-12-2026", "8-1-2027"),
        ("25-3-2027", "5-4-2027"),
        ("26-4-2027", "4-5-2027"),
        ("30-4-2027", "11-5-2027"),
        ("31-12-2027", "7-1-2028"),
    ] {
        assert_eq!(Calendar::default().contact_by(on(received)), on(contact_by), "{received}");
    }
}

#[test]
fn good_friday_counts_where_the_house_works() {
    let house = calendar(json!({ "good_friday": "working" }));
    assert_eq!(house.contact_by(on("25-3-2027")), on("2-4-2027"));
    assert!(house.is_working_day(on("26-3-2027")) && !Calendar::default().is_working_day(on("26-3-2027")));
}

#[test]
fn the_outcome_comes_within_two_weeks_run_on_as_a_term_does() {
    for (received, outcome_by) in [
        ("22-4-2027", "7-5-2027"),
        ("12-12-2026", "28-12-2026"),
        ("20-11-2026", "4-12-2026"),
        ("21-11-2026", "7-12-2026"),
        ("12-3-2027", "30-3-2027"),
    ] {
        assert_eq!(Calendar::default().outcome_by(on(received)), on(outcome_by), "{received}");
    }
}

#[test]
fn a_day_made_equal_to_a_holiday_moves_the_end_of_a_term_only() {
    let house = calendar(json!({ "equated_days": ["2027-05-07"] }));
    assert_eq!(house.outcome_by(on("22-4-2027")), on("10-5-2027"));
    assert!(house.is_working_day(on("7-5-2027")));
}

#[test]
fn closing_days_are_no_working_days_and_move_no_term() {
    let house = calendar(json!({ "closing_days": [
        { "on": "2026-11-25" },
        { "period": { "first": "2026-12-28", "last": "2026-12-31" } },
        { "yearly": "carnival-monday" },
        { "yearly": "carnival-tuesday" },
        { "yearly": "day-after-ascension" },
    ] }));
    for closed in
        ["25-11-2026", "28-12-2026", "31-12-2026", "16-2-2026", "17-2-2026", "8-2-2027", "9-2-2027", "7-5-2027"]
    {
        assert!(!house.is_working_day(on(closed)), "{closed}");
        assert!(Calendar::default().is_working_day(on(closed)), "{closed}");
    }
    for open in ["24-11-2026", "24-12-2026", "18-2-2026", "10-5-2027"] {
        assert!(house.is_working_day(on(open)), "{open}");
    }
    assert_eq!(house.contact_by(on("20-11-2026")), on("30-11-2026"));
    assert_eq!(house.outcome_by(on("14-12-2026")), on("28-12-2026"));
}

#[test]
fn settings_that_make_no_sense_are_refused() {
    for settings in [
        json!({ "closing_day": [] }),
        json!({ "good_friday": "maybe" }),
        json!({ "closing_days": [{ "on": "30-2-2026" }] }),
        json!({ "closing_days": [{ "yearly": "christmas" }] }),
        json!({ "closing_days": [{ "period": { "first": "2026-12-31", "last": "2026-12-24" } }] }),
        json!({ "closing_days": [{ "period": { "first": "2026-12-24", "last": "2026-12-31", "why": "x" } }] }),
        json!({ "equated_days": ["soon"] }),
    ] {
        assert!(serde_json::from_value::<Calendar>(settings.clone()).is_err(), "{settings}");
    }
}

#[test]
fn dates_are_written_in_dutch() {
    assert_eq!(long(on("27-11-2026")), "vrijdag 27 november 2026");
    assert_eq!(long(on("1-3-2026")), "zondag 1 maart 2026");
    assert_eq!(short(on("27-11-2026")), "27-11-2026");
    assert_eq!(short(on("7-5-2027")), "07-05-2027");
}

#[test]
fn the_end_of_time_is_no_panic() {
    let house = Calendar::default();
    assert_eq!(house.contact_by(NaiveDate::MAX), NaiveDate::MAX);
    assert_eq!(house.outcome_by(NaiveDate::MAX), NaiveDate::MAX);
    assert_eq!(house.working_days_after(on("20-11-2026"), 0), on("20-11-2026"));
}
