//! The ways in.

use app::pages::ways;
use app::place::Place;

use crate::props::{day, site, text_page, tidy, way_groups};

#[test]
fn a_way_is_a_link_and_a_telephone_stands_under_what_it_is_for() {
    let page = tidy(&ways::page(&site(), &text_page(Place::Refer.path()), &way_groups(), day(2026, 11, 21)));
    let html = ways::page(&site(), &text_page(Place::Refer.path()), &way_groups(), day(2026, 11, 21));
    assert!(html.contains("<a href=\"/aanmelden/regieteam\" class=\"nl-link\">Ik wil aanmelden</a>"), "{html}");
    assert!(!html.contains(">Ik wil advies</a>"), "{html}");
    assert!(page.contains("Ik wil advies Zonder namen. Bel ons: 046 - 000 00 00"), "{page}");
    assert!(page.contains("Bel Veilig Thuis: 0800-2000"), "{page}");
    let (help, wish) = (page.find("Snel hulp nodig?").unwrap(), page.find("Ik wil aanmelden").unwrap());
    assert!(help < wish, "danger first");
}
