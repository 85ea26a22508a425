//! Pages of text.

use app::pages::text::TextPage;
use app::pages::{news, text};

use crate::props::{day, news_item, site, text_page};

#[test]
fn a_picture_is_shown_with_its_maker_its_licence_and_its_room() {
    let page = news::item(&site(), &news_item());
    assert!(page.contains("<img src=\"/nieuws/huis.png\" alt=\"Een huis\" width=\"3\" height=\"2\">"), "{page}");
    assert!(page.contains("Beeld: A. Maker. Licentie: CC BY 4.0."));
}

#[test]
fn a_page_about_violence_can_be_left_before_anything_else_is_read() {
    let page = text::page(&site(), &text_page("/themas/geweld"), day(2026, 11, 21));
    let main = page.split_once("<main").unwrap().1;
    let first = &main[main.find("<a ").unwrap()..];
    assert!(first.contains("href=\"https://weer.example/\"") && first.contains("Verlaat deze site"));
    assert!(first[..first.find('>').unwrap()].contains("noreferrer"));
    assert!(page.contains("href=\"/veilig\""));
    let without = TextPage { exit: None, ..text_page("/themas/zorg") };
    assert!(!text::page(&site(), &without, day(2026, 11, 21)).contains("Verlaat deze site"));
}
