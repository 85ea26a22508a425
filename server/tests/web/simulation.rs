//! The simulation without script: the address holds the game, the server keeps nothing of it.

use app::simulation::path;
use axum::http::{StatusCode, header};

use crate::house::House;

/// The boxes that are ticked, in order of the page.
fn ticked(body: &str) -> Vec<&str> {
    body.split("<input")
        .filter(|tag| tag[..tag.find('>').unwrap_or(0)].contains(" checked"))
        .filter_map(value)
        .collect()
}

fn value(tag: &str) -> Option<&str> {
    tag.split_once("value=\"")?.1.split_once('"').map(|(value, _)| value)
}

/// The parts in view: where each is reached by.
fn in_view(body: &str) -> Vec<&str> {
    body.split("<section")
        .filter(|tag| !tag[..tag.find('>').unwrap_or(0)].contains(" hidden"))
        .filter_map(turn)
        .collect()
}

fn turn(tag: &str) -> Option<&str> {
    tag[..tag.find('>')?].split_once("data-turn=\"")?.1.split_once('"').map(|(value, _)| value)
}

#[tokio::test]
async fn the_address_brings_back_the_turn_and_every_choice_and_nothing_is_kept() {
    let house = House::opens().await;
    let mut player = house.visitor();
    for (sent, turn, boxes) in [
        ("", "om", &[][..]),
        ("wie=allen", "om", &[]),
        ("wie=allen&deel=o1&deel=p2&naar=ge", "ge", &["o1", "p2"]),
        ("wie=allen&deel=w1&getekend=wo&naar=nabespreking", "nabespreking", &["wo", "w1"]),
        ("wie=re&deel=r1", "re", &["r1"]),
        ("wie=niemand&deel=zz&deel=&naar=%FF&x=y&getekend=po", "om", &[]),
    ] {
        let page = player.opens(&format!("{}?{sent}", path::PLAY)).await;
        assert_eq!(page.status, StatusCode::OK, "{sent}");
        assert_eq!(in_view(&page.body), [turn], "{sent}");
        assert_eq!(ticked(&page.body), boxes, "{sent}");
        assert_eq!(page.headers[header::CACHE_CONTROL], "no-store");
        assert!(!page.headers.contains_key(header::SET_COOKIE));
    }
}

#[tokio::test]
async fn who_plays_one_role_has_no_sheet_of_another() {
    let house = House::opens().await;
    let mut player = house.visitor();
    let page = player.opens(&format!("{}?wie=re", path::PLAY)).await;
    assert!(page.body.contains("data-turn=\"re\"") && !page.body.contains("data-turn=\"om\""));
    assert!(!page.body.contains("name=\"deel\" value=\"o1\""));
}

#[tokio::test]
async fn the_debrief_says_what_was_missing_and_what_was_too_much() {
    let house = House::opens().await;
    let mut player = house.visitor();
    let page = player.opens(&format!("{}?wie=allen&deel=o1&deel=p2&naar=nabespreking", path::PLAY)).await;
    let shown = |text: &str| {
        let (before, _) = page.body.split_once(text).unwrap_or_else(|| panic!("the page does not hold {text:?}"));
        !before[before.rfind("<li").unwrap()..].contains(" hidden")
    };
    assert!(shown("bleef onduidelijk dat Bas de brieven niet kan lezen"));
    assert!(!shown("bleef onduidelijk dat de zitting over drie weken is"));
    assert!(shown("Een gerucht wordt aan tafel snel een feit"));
}
