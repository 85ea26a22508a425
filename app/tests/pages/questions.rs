//! Frequently asked questions.

use app::pages::questions;

use crate::props::{day, questions_page, site};

#[test]
fn a_question_asked_for_by_address_stands_open() {
    let open = |asked| questions::page(&site(), &questions_page(), day(2026, 11, 21), asked);
    assert_eq!(open(None).matches("<details open").count(), 0);
    assert_eq!(open(Some("tweede")).matches("<details open").count(), 1);
    assert_eq!(open(Some("onbekend")).matches("<details open").count(), 0);
}

#[test]
fn the_questions_page_leads_to_each_subject() {
    let page = questions::page(&site(), &questions_page(), day(2026, 11, 21), None);
    for subject in ["groep", "andere"] {
        assert!(page.contains(&format!("href=\"#{subject}\"")) && page.contains(&format!("id=\"{subject}\"")));
    }
}
