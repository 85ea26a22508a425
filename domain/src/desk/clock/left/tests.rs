//! Words and colours for days before and after a last day.

use super::*;

fn on(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, month, day).unwrap()
}

/// Received on Friday 20 November 2026, so called back by Friday the 27th: Wednesday the 25th is the third working day.
#[test]
fn the_third_working_day_is_amber_and_the_fifth_is_red() {
    for (today, text, urgency) in [
        (on(11, 20), "nog 5 werkdagen", Urgency::Calm),
        (on(11, 22), "nog 5 werkdagen", Urgency::Calm),
        (on(11, 23), "nog 4 werkdagen", Urgency::Calm),
        (on(11, 24), "nog 3 werkdagen", Urgency::Calm),
        (on(11, 25), "nog 2 werkdagen", Urgency::Soon),
        (on(11, 26), "nog 1 werkdag", Urgency::Soon),
        (on(11, 27), "vandaag", Urgency::Late),
        (on(11, 28), "te laat", Urgency::Late),
        (on(11, 30), "1 werkdag te laat", Urgency::Late),
        (on(12, 2), "3 werkdagen te laat", Urgency::Late),
    ] {
        let left = left(on(11, 27), today, &Calendar::default());
        assert_eq!((left.text().as_str(), left.urgency()), (text, urgency), "{today}");
    }
}

#[test]
fn a_last_day_in_a_weekend_leaves_no_working_day_after_friday() {
    let sunday = on(11, 29);
    for (today, text) in [
        (on(11, 26), "nog 1 werkdag"),
        (on(11, 27), "geen werkdag meer over"),
        (on(11, 28), "geen werkdag meer over"),
        (on(11, 29), "vandaag"),
        (on(11, 30), "1 werkdag te laat"),
    ] {
        assert_eq!(left(sunday, today, &Calendar::default()).text(), text, "{today}");
    }
}

#[test]
fn it_never_gets_calmer_while_days_pass() {
    let (due, calendar) = (on(12, 28), Calendar::default());
    let urgencies: Vec<Urgency> =
        on(11, 1).iter_days().take(90).map(|today| left(due, today, &calendar).urgency()).collect();
    assert!(urgencies.is_sorted());
}

#[test]
fn a_day_that_is_far_off_is_not_counted_day_by_day() {
    let (far, near) = (NaiveDate::from_ymd_opt(9999, 12, 31).unwrap(), on(11, 20));
    let since = std::time::Instant::now();
    for _ in 0..100 {
        assert_eq!(left(far, near, &Calendar::default()), Left::Days(FAR));
        assert_eq!(left(near, far, &Calendar::default()), Left::Late(FAR));
    }
    assert!(since.elapsed().as_secs() < 20, "{:?}", since.elapsed());
    assert_eq!(Left::Days(FAR).text(), "nog 250 werkdagen of meer");
    assert_eq!(Left::Late(FAR).text(), "250 werkdagen te laat of meer");
    assert_eq!(Left::Late(FAR - 1).text(), "249 werkdagen te laat");
}
