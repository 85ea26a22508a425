//! The way to the house.

use app::pages::contact;
use app::pages::contact::Directions;

use crate::props::{day, site, text_page, tidy};

#[test]
fn what_a_house_does_not_tell_about_the_way_is_asked_by_telephone() {
    let page =
        |directions: &Directions| tidy(&contact::page(&site(), &text_page("/contact"), directions, day(2026, 11, 21)));
    assert!(page(&Directions::default()).contains("Vragen over parkeren of een ingang zonder drempel?"));
    let told = Directions { parking: Some("Achter het huis.".into()), ..Directions::default() };
    let words = page(&told);
    assert!(words.contains("Auto en fiets Achter het huis."), "{words}");
    assert!(words.contains("Vragen over een ingang zonder drempel?"), "{words}");
}
