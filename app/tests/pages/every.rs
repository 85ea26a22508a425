//! What holds for every page.

use std::collections::BTreeSet;

use app::pages::contact::Directions;
use app::pages::error::Cause;
use app::pages::news::News;
use app::pages::{contact, documents, error, home, media, news, partners, questions, text, too_fast, ways};
use app::place::Place;
use domain::context::ParticipantKind;

use crate::props::{
    day, document, home_page, media_page, news_item, partner, questions_page, recording, self_check_page, site,
    text_page, waiting, way_groups,
};

#[test]
fn every_page_is_whole_and_carries_no_script() {
    for (name, html) in every_page() {
        assert!(html.starts_with("<!DOCTYPE html><html lang=\"nl\">"), "{name}");
        assert_eq!(html.matches("<h1").count(), 1, "{name} has one h1");
        assert_eq!(html.matches("<main").count(), 1, "{name} has one main");
        assert!(html.contains(" – Huis Ergens</title>"), "{name} names the house in its title");
        assert!(html.contains("name=\"viewport\""), "{name}");
        for forbidden in ["<script", " style=", "<style", " onclick=", "javascript:", "<!>"] {
            assert!(!html.contains(forbidden), "{name} holds {forbidden}");
        }
        let body = html.split_once("<body>").unwrap().1;
        let first = body.find("<a ").unwrap();
        assert!(body[first..].starts_with("<a href=\"#main\""), "{name}: the skip link is the first link");
        for line in ["tel:112", "tel:09008844", "tel:08002000"] {
            assert!(html.contains(line), "{name} shows whom to call: {line}");
        }
    }
}

#[test]
fn ids_are_unique_and_labels_lead_to_one() {
    for (name, html) in every_page() {
        let ids: Vec<&str> = attributes(&html, " id=\"");
        let unique: BTreeSet<_> = ids.iter().collect();
        assert_eq!(ids.len(), unique.len(), "{name} repeats an id: {ids:?}");
        for target in attributes(&html, "aria-labelledby=\"") {
            assert!(unique.contains(&target), "{name}: nothing has the id {target}");
        }
    }
}

#[test]
fn pages_that_search_engines_may_show_say_where_they_are() {
    let page = text::page(&site(), &text_page("/over-ons"), day(2026, 11, 21));
    assert!(page.contains("<link rel=\"canonical\" href=\"https://huis.example/over-ons\">"));
    assert!(page.contains("<meta property=\"og:title\" content=\"Titel\">"), "{page}");
    assert!(page.contains("<meta property=\"og:description\""));
    assert!(!page.contains("noindex"));
    let page = error::page(&site(), Cause::NotFound, "/weg");
    assert!(page.contains("noindex") && !page.contains("canonical") && !page.contains("og:"));
}

fn every_page() -> Vec<(String, String)> {
    let (site, today) = (site(), day(2026, 11, 21));
    let mut pages = vec![
        ("home".to_owned(), home::page(&site, &home_page(), today)),
        ("text".to_owned(), text::page(&site, &text_page("/over-ons"), today)),
        ("contact".to_owned(), contact::page(&site, &text_page(Place::Contact.path()), &Directions::default(), today)),
        ("questions".to_owned(), questions::page(&site, &questions_page(), today, Some("eerste"))),
        ("news".to_owned(), news::list(&site, &News { items: vec![news_item()], elsewhere: None })),
        ("news of a year".to_owned(), news::year(&site, &News { items: vec![news_item()], elsewhere: None }, 2026)),
        ("no news".to_owned(), news::list(&site, &News::default())),
        ("item of news".to_owned(), news::item(&site, &news_item())),
        ("documents".to_owned(), documents::page(&site, &[document()], today)),
        ("no documents".to_owned(), documents::page(&site, &[], today)),
        ("videos".to_owned(), media::list(&site, &[media_page(Some(recording()))])),
        ("video".to_owned(), media::page(&site, &media_page(Some(recording())), today)),
        ("no video yet".to_owned(), media::page(&site, &media_page(None), today)),
        ("partners".to_owned(), partners::page(&site, &[partner()], None)),
        ("partners of a kind".to_owned(), partners::page(&site, &[partner()], Some(ParticipantKind::Incidenteel))),
    ];
    let ways = ways::page(&site, &text_page(Place::Refer.path()), &way_groups(), today);
    pages.push(("ways".to_owned(), ways));
    pages.push(("self-check".to_owned(), self_check_page(&[], &[])));
    pages.push(("too fast".to_owned(), too_fast::page(&site, waiting())));
    pages.extend(Cause::ALL.map(|cause| (format!("{cause:?}"), error::page(&site, cause, "/x"))));
    pages
}

/// The values of an attribute; `opening` is what stands before them.
fn attributes<'a>(html: &'a str, opening: &str) -> Vec<&'a str> {
    html.split(opening).skip(1).map(|rest| rest.split('"').next().unwrap()).collect()
}
