//! The first page.

use app::pages::home;

use crate::props::{day, home_page, site};

#[test]
fn a_notice_is_shown_from_its_first_day_up_to_its_last() {
    let on = |date| home::page(&site(), &home_page(), date).contains("Er is iets.");
    assert!(!on(day(2026, 11, 19)));
    assert!(on(day(2026, 11, 20)) && on(day(2026, 11, 21)));
    assert!(!on(day(2026, 11, 22)));
}
