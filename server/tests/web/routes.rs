//! Every route by every method, and every link that leads anywhere.

use std::collections::{BTreeMap, BTreeSet};

use app::paths::{Confirm, Follow, Resume, Wizard};
use app::place::Place as Address;
use axum::body::Body;
use axum::http::{Method, Request, StatusCode};
use domain::answers::RowKey;
use domain::form::Entry;

use crate::browser::{Browser, NOTHING, REGIETEAM};
use crate::house::House;
use crate::place::Place;
use crate::referral::TYPED;

/// Whether an address takes posts.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Takes {
    Posts,
    NoPosts,
}

fn addresses(house: &House) -> BTreeMap<String, Takes> {
    use Takes::{NoPosts, Posts};
    let mut all: BTreeMap<String, Takes> =
        Address::ALL.iter().map(|place| (place.path().to_owned(), NoPosts)).collect();
    all.insert(Resume.to_string(), Posts);
    all.insert(Address::SelfCheck.path().to_owned(), Posts);
    all.insert(Wizard::Style.of(domain::self_check::STEP.slug), NoPosts);
    all.insert(Follow::Here.to_string(), Posts);
    all.insert(Follow::Withdraw.to_string(), Posts);
    all.insert(Follow::Invite.to_string(), Posts);
    all.insert(Confirm::Ask.to_string(), Posts);
    // Places that only a house with their content has.
    if house.front.content.simulation.is_some() {
        for path in [app::simulation::path::START, app::simulation::path::PLAY, app::simulation::path::PRINTED] {
            all.insert(path.to_owned(), NoPosts);
        }
    }
    if house.front.content.rooms.is_some() {
        all.insert(Address::Rooms.path().to_owned(), NoPosts);
    }
    all.insert("/assets/site-0.css".to_owned(), NoPosts);
    all.insert("/pkg/client-0.wasm".to_owned(), NoPosts);
    let key = RowKey::parse("k1").unwrap();
    for form in &house.front.content.forms {
        let mut wizard = |address: Wizard<'_>, takes| all.insert(address.of(form.slug), takes);
        // By invitation alone: its start is no page.
        if form.entry != Entry::Invited {
            wizard(Wizard::Start, Posts);
        }
        wizard(Wizard::Questions, NoPosts);
        wizard(Wizard::Check, Posts);
        wizard(Wizard::Code, NoPosts);
        wizard(Wizard::Discard, Posts);
        wizard(Wizard::Style, NoPosts);
        wizard(Wizard::Sent("WM-2026-0000"), Posts);
        if !form.effect.is_followed() {
            wizard(Wizard::Mailed, NoPosts);
        }
        wizard(Wizard::Copy("WM-2026-0000"), NoPosts);
        wizard(Wizard::CopyPdf("WM-2026-0000"), NoPosts);
        for step in form.steps {
            wizard(Wizard::Step(step.slug), Posts);
            for group in step.groups() {
                wizard(Wizard::Row(step.slug, group.slug, key), Posts);
                wizard(Wizard::RemoveRow(step.slug, group.slug, key), Posts);
            }
        }
    }
    all
}

async fn sweep(house: &House, browser: &mut Browser) {
    for (path, takes) in addresses(house) {
        let is_sent = path.contains("/verzonden/");
        let page = browser.opens(&path).await.clone();
        let good = if is_sent { page.status == 404 } else { page.status == 200 || page.status == 303 };
        assert!(good, "GET {path}: {}", page.status);
        let head = browser.tries(Method::HEAD, &path).await;
        assert_eq!(head.status, page.status, "HEAD {path}");
        assert_eq!(head.body, "", "HEAD {path}");
        for method in [Method::PUT, Method::DELETE, Method::TRACE, Method::PATCH] {
            let page = browser.tries(method.clone(), &path).await;
            assert_eq!(page.status, StatusCode::METHOD_NOT_ALLOWED, "{method} {path}");
            assert!(page.header("allow").contains("GET"), "{method} {path} allows {}", page.header("allow"));
        }
        let posted = browser.tries(Method::POST, &path).await;
        match takes {
            Takes::Posts => {
                assert!([200, 303, 404, 422, 409].contains(&posted.status.as_u16()), "POST {path}: {}", posted.status);
            }
            Takes::NoPosts => assert_eq!(posted.status, StatusCode::METHOD_NOT_ALLOWED, "POST {path}"),
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_route_answers_every_method_without_a_draft() {
    let house = House::opens().await;
    // A cookie jar of its own for each address: a post makes a draft.
    sweep(&house, &mut house.visitor()).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn every_route_of_the_example_house_answers_every_method() {
    let house = House::with(Place::sqlite(), |config| "voorbeeldstad".clone_into(&mut config.houses[0].house)).await;
    sweep(&house, &mut house.visitor()).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn every_route_answers_every_method_with_a_draft() {
    let house = House::opens().await;
    let mut referrer = house.visitor();
    referrer.prepares(TYPED).await;
    sweep(&house, &mut referrer).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn every_link_leads_to_a_page() {
    let house = House::opens().await;
    let mut referrer = house.visitor();
    referrer.prepares(TYPED).await;
    let mut waiting: Vec<String> = vec!["/".to_owned(), "/aanmelden/regieteam/controle".to_owned()];
    let mut seen: BTreeSet<String> = waiting.iter().cloned().collect();
    while let Some(path) = waiting.pop() {
        let page = referrer.goes(&path).await;
        assert_eq!(page.status, 200, "{path}");
        let ids: BTreeSet<String> = [
            "a", "div", "h2", "h3", "section", "main", "input", "select", "textarea", "article", "details", "summary",
            "ul",
        ]
        .iter()
        .flat_map(|name| page.all(name))
        .map(|one| one.get("id").to_owned())
        .collect();
        if let Some((_, target)) = path.split_once('#') {
            assert!(ids.contains(target), "{path}: nothing has that id");
        }
        for link in page.links() {
            if link.starts_with('/') && !seen.contains(&link) {
                seen.insert(link.clone());
                waiting.push(link);
            }
        }
    }
    assert!(seen.len() > 30, "{seen:?}");
    for place in Address::ALL {
        assert!(seen.contains(place.path()), "no page leads to {}", place.path());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_slash_too_many_leads_to_the_page_and_never_off_the_site() {
    let house = House::opens().await;
    let mut visitor = house.visitor();
    for path in ["/over-ons/", "/aanmelden/"] {
        let page = visitor.opens(path).await;
        assert_eq!(page.status, 303, "{path}");
        assert_eq!(page.header("location"), path.trim_end_matches('/'));
    }
    assert_eq!(visitor.opens("//elders.example/").await.status, 404);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_unknown_address_leads_to_a_page_with_ways_on() {
    let house = House::opens().await;
    let mut visitor = house.visitor();
    visitor.prepares(TYPED).await;
    for path in [
        "/bestaat-niet",
        "/aanmelden/onbekend",
        "/aanmelden/onbekend/controle",
        "/aanmelden/regieteam/onbekend",
        "/aanmelden/regieteam/gezin/onbekend/k1",
        "/aanmelden/regieteam/gezin/persoon/1",
        "/aanmelden/regieteam/gezin/persoon/k0",
        "/aanmelden/regieteam/gezin/persoon/k99999",
        "/aanmelden/regieteam/gezin/persoon/k1/weg",
        "/aanmelden/regieteam/aanmelder/persoon/k1",
        "/aanmelden/regieteam/verzonden/WM",
        "/aanmelden/regieteam/verzonden/WM-2026-ABCDEF",
        "/aanmelden/regieteam/verzonden/%00",
        "/%FF",
        "/aanmelden/%FF",
        "/aanmelden/regieteam/%FF",
        "/aanmelden/regieteam/%ED%A0%80/persoon/k1",
        "/aanmelden/regieteam/verzonden/%C3",
        "/..%2f..%2fetc/passwd",
        "/aanmelden/regieteam/%3Cscript%3E",
    ] {
        let page = visitor.opens(path).await;
        assert_eq!(page.status, 404, "{path}: {}", page.body);
        assert!(page.is_html(), "{path}");
        assert!(page.links().contains("/") && page.links().contains("/veelgestelde-vragen"), "{path}");
        assert!(!page.body.contains("<script>"), "{path}");
    }
    for path in ["/assets/", "/assets/weg.css", "/assets/..%2fmanifest.json", "/pkg/../manifest.json", "/assets/%FF"] {
        assert!([404, 400].contains(&visitor.opens(path).await.status.as_u16()), "{path}: {}", visitor.page().body);
        assert!(!visitor.page().body.contains("site-0"), "{path}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn pages_with_answers_are_never_kept_and_public_pages_are() {
    let house = House::opens().await;
    let mut referrer = house.visitor();
    referrer.prepares(TYPED).await;
    for step in REGIETEAM.steps {
        assert_eq!(referrer.opens(&Wizard::Step(step.slug).of("regieteam")).await.header("cache-control"), "no-store");
    }
    for path in ["/aanmelden/regieteam", "/aanmelden/regieteam/controle", "/aanmelden/regieteam/bewaren", "/verder"] {
        assert_eq!(referrer.opens(path).await.header("cache-control"), "no-store", "{path}");
    }
    for path in ["/", "/veelgestelde-vragen", "/contact", "/aanmelden/regieteam/voorwaarden.css"] {
        let page = referrer.opens(path).await.clone();
        assert_eq!(page.header("cache-control"), "public, max-age=300", "{path}");
        let tag = page.header("etag").to_owned();
        let again = Request::get(path).header("if-none-match", &tag).body(Body::empty()).unwrap();
        let again = referrer.asks(again).await;
        assert_eq!((again.status.as_u16(), again.body.as_str()), (304, ""), "{path}");
    }
    assert!(referrer.opens("/assets/site-0.css").await.header("cache-control").contains("immutable"));
}

#[tokio::test(flavor = "multi_thread")]
async fn browsers_are_told_to_come_over_tls_only_where_there_is_tls() {
    let house = House::opens().await;
    let mut visitor = house.visitor();
    for path in ["/", "/bestaat-niet", "/assets/site-0.css", "/aanmelden/regieteam/aanmelder"] {
        let said = visitor.opens(path).await.header("strict-transport-security");
        assert_eq!(said, "max-age=63072000; includeSubDomains", "{path}");
    }
    let house =
        House::with(Place::sqlite(), |config| config.houses[0].public_url = "http://localhost:8080".to_owned()).await;
    assert_eq!(house.visitor().opens("/").await.header("strict-transport-security"), "");
}

#[tokio::test(flavor = "multi_thread")]
async fn script_comes_with_the_wizard_only() {
    let house = House::opens().await;
    let mut visitor = house.visitor();
    for place in Address::ALL {
        let scripts = visitor.opens(place.path()).await.all("script").count();
        assert_eq!(scripts, 0, "{}", place.path());
    }
    assert_eq!(visitor.begins().await.all("script").count(), 1);
    visitor.sends(NOTHING, "later").await;
    assert_eq!(visitor.follows().await.all("script").count(), 0);
}
