//! The search as a visitor meets it, and what nobody may learn from it.

use axum::body::Body;
use axum::http::{Request, StatusCode};
use chrono::TimeDelta;

use crate::house::House;
use crate::page::Page;

/// The titles of what was found, with their addresses.
fn found(page: &Page) -> Vec<(String, String)> {
    page.within("h3", "a").map(|link| (link.text.clone(), link.get("href").to_owned())).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_search_leads_to_the_page_with_the_words_marked() {
    let house = House::opens().await;
    let mut visitor = house.visitor();
    let page = visitor.opens("/zoeken?q=een+casus+aanmelden").await.clone();
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.title().starts_with("“een casus aanmelden” – Zoeken – Zorg- en Veiligheidshuis "), "{}", page.title());
    assert_eq!(page.all("input").next().unwrap().get("value"), "een casus aanmelden", "the field keeps it");
    assert!(page.all("mark").any(|mark| mark.text == "casus"), "{}", page.said());
    assert_eq!(page.all("script").count(), 0);
    let found = found(&page);
    let counts = [format!("{} resultaten", found.len()), format!("De beste {} van", found.len())];
    assert!(counts.iter().any(|count| page.said().contains(count)), "{}", page.said());
    for (title, address) in found {
        let path = address.split('#').next().unwrap();
        let there = visitor.opens(path).await;
        assert_eq!(there.status, StatusCode::OK, "{title}: {address}");
        assert!(there.said().contains(&title), "{title}: {address}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_field_stands_on_its_own_page_and_where_a_page_is_missing() {
    let house = House::opens().await;
    let mut visitor = house.visitor();
    for path in ["/zoeken", "/zoeken?q=", "/zoeken?q=++", "/bestaat-niet"] {
        let page = visitor.opens(path).await;
        let form = page.all("form").find(|form| form.get("role") == "search").unwrap();
        assert_eq!((form.get("action"), form.get("method")), ("/zoeken", "get"), "{path}");
        assert!(page.said().contains("Zoek op deze site"), "{path}");
        assert!(!page.said().contains("resultaten") && !page.said().contains("vonden niets"), "{path}");
    }
    assert!(visitor.opens("/contact").await.links().contains("/zoeken"), "every page leads to it");
}

#[tokio::test(flavor = "multi_thread")]
async fn where_nothing_is_found_there_are_ways_on() {
    let house = House::opens().await;
    let mut visitor = house.visitor();
    let page = visitor.opens("/zoeken?q=xqzw").await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.said().contains("Wij vonden niets voor “xqzw”"), "{}", page.said());
    let phone = house.front.content.settings.phone();
    assert!(page.said().contains(&phone.shown) && page.links().contains(&phone.href()));
    for link in &house.front.site.house.nav {
        assert!(page.links().contains(&link.href), "{}", link.href);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_slip_is_mended_and_the_mended_words_are_a_link() {
    let house = House::opens().await;
    let mut visitor = house.visitor();
    let page = visitor.opens("/zoeken?q=regietaem").await;
    assert!(page.said().contains("Wij vonden niets voor “regietaem”. Bedoelde u regieteam?"), "{}", page.said());
    assert!(page.links().contains("/zoeken?q=regieteam"));
    assert!(!found(page).is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_searched_for_is_kept_by_nobody() {
    let house = House::opens().await;
    let page = house.visitor().opens("/zoeken?q=aanmelden").await.clone();
    assert_eq!(page.header("cache-control"), "no-store");
    assert!(page.all("meta").any(|meta| meta.get("name") == "robots" && meta.get("content") == "noindex"));
    assert!(page.all("link").all(|link| link.get("rel") != "canonical"));
    assert_eq!(page.header("set-cookie"), "");
}

#[tokio::test(flavor = "multi_thread")]
async fn any_address_of_a_search_is_answered() {
    let house = House::opens().await;
    let long = "huis".repeat(2000);
    for query in [
        "q=%FF%FE",
        "q=%00%0A",
        "q=%",
        "q",
        "=",
        "&&&",
        "q=a&q=b",
        "x=1",
        "q=%3Cscript%3Ealert(1)%3C/script%3E",
        "q=%E2%80%AE%22%3E",
        &format!("q={long}"),
    ] {
        let request = Request::get(format!("/zoeken?{query}")).body(Body::empty()).unwrap();
        let mut visitor = house.visitor();
        let page = visitor.asks(request).await;
        assert_eq!(page.status, StatusCode::OK, "{query}");
        assert_eq!(page.all("script").count(), 0, "{query}");
        assert!(page.all("input").next().unwrap().get("value").chars().count() <= 200, "{query}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_search_goes_on_the_next_day() {
    let house = House::opens().await;
    let mut visitor = house.visitor();
    let today = found(visitor.opens("/zoeken?q=regieteam").await);
    house.waits(TimeDelta::days(1));
    assert_eq!(found(visitor.opens("/zoeken?q=regieteam").await), today);
}
