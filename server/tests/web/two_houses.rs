//! Several houses in one program: each answers to its own name, and none learns what another received.

use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use server::http;

use crate::browser::{Browser, NOTHING};
use crate::house::House;
use crate::referral::TYPED;

const NEIGHBOUR: &str = "voorbeeldstad";
const NEIGHBOUR_URL: &str = "https://voorbeeldstad.example";

async fn asked(browser: &mut Browser, host: &str, path: &str) -> (StatusCode, String) {
    let request = Request::get(path).header(header::HOST, host).body(Body::empty()).unwrap();
    let page = browser.asks(request).await;
    (page.status, page.body.clone())
}

#[tokio::test]
async fn each_house_answers_to_its_own_name() {
    let house = House::opens().await;
    let neighbour = house.neighbour(NEIGHBOUR, NEIGHBOUR_URL);
    let names = [house.front.content.house.name(), neighbour.content.house.name()];
    let mut visitor = Browser::new(http::houses(&[house.front.clone(), neighbour]));
    for (host, expected) in [
        ("huis.example", &names[0]),
        ("huis.example:8443", &names[0]),
        ("HUIS.example", &names[0]),
        ("voorbeeldstad.example", &names[1]),
    ] {
        let (status, body) = asked(&mut visitor, host, "/").await;
        assert_eq!(status, StatusCode::OK, "{host}");
        let other = names.iter().find(|name| *name != expected).unwrap();
        assert!(body.contains(expected.as_str()) && !body.contains(other.as_str()), "{host}");
    }
}

#[tokio::test]
async fn a_name_that_no_house_has_gets_the_list_of_houses() {
    let house = House::opens().await;
    let neighbour = house.neighbour(NEIGHBOUR, NEIGHBOUR_URL);
    let mut visitor = Browser::new(http::houses(&[house.front.clone(), neighbour]));
    for host in ["elders.example", "huis.example.evil.example", "127.0.0.1", "[::1]:8080", "", "\u{fc}"] {
        let (status, body) = asked(&mut visitor, host, "/contact").await;
        assert_eq!(status, StatusCode::MISDIRECTED_REQUEST, "{host}");
        assert!(body.contains(NEIGHBOUR_URL) && body.contains("https://huis.example"), "{body}");
    }
}

#[tokio::test]
async fn a_house_alone_answers_to_any_name() {
    let house = House::opens().await;
    let mut visitor = Browser::new(http::houses(std::slice::from_ref(&house.front)));
    assert_eq!(asked(&mut visitor, "127.0.0.1", "/").await.0, StatusCode::OK);
}

#[tokio::test]
async fn neither_a_draft_nor_a_referral_shows_next_door() {
    let house = House::opens().await;
    let next_door = http::router(house.neighbour(NEIGHBOUR, NEIGHBOUR_URL));
    let mut referrer = house.visitor();
    referrer.prepares(TYPED).await;
    let mut stranger = Browser::new(next_door);
    stranger.holds_cookie(&referrer.cookie().unwrap());
    stranger.goes("/aanmelden/regieteam/aanmelder").await;
    assert!(!stranger.page().body.contains("Jansen"), "a draft opened next door");
    let confirmation = referrer.sends(NOTHING, "volgende").await.leads_to().to_owned();
    assert_eq!(house.visitor().opens(&confirmation).await.status, StatusCode::OK);
    assert_eq!(stranger.opens(&confirmation).await.status, StatusCode::NOT_FOUND);
}
