//! The ways in, and the self-check: it answers with advice and keeps nothing.

use app::place::Place as Address;
use axum::http::header;
use domain::answers::Answers;
use domain::self_check::{LEADS, advice};

use crate::house::House;
use crate::page::Page;

const PATH: &str = Address::SelfCheck.path();

/// Sets of answers, from none to all.
const ANSWERED: &[&[(&str, &str)]] = &[
    &[],
    &[("check.danger", "ja")],
    &[("check.danger", "weet_niet"), ("check.partner", "nee")],
    &[("check.violence", "ja"), ("check.partner", "ja"), ("check.pattern", "ja"), ("check.domains", "ja")],
    &[("check.partner", "ja"), ("check.domains", "weet_niet")],
    &[
        ("check.danger", "nee"),
        ("check.partner", "weet_niet"),
        ("check.violence", "nee"),
        ("check.domains", "nee"),
        ("check.chains", "nee"),
        ("check.surroundings", "nee"),
        ("check.problems", "ja"),
        ("check.crime", "ja"),
        ("check.harm", "ja"),
        ("check.together", "ja"),
    ],
];

/// The texts of all boxes of the page, and whether each is in view.
fn boxes(page: &Page) -> Vec<(bool, String)> {
    let advice = page.with_class("utrecht-alert");
    advice.map(|alert| (page.is_in_view(alert), alert.text.clone())).collect()
}

#[tokio::test]
async fn the_self_check_answers_what_the_rules_advise_and_keeps_nothing() {
    let house = House::opens().await;
    let context = house.front.context();
    for answered in ANSWERED {
        let mut visitor = house.visitor();
        visitor.opens(PATH).await;
        let page = visitor.sends(answered, "").await.clone();
        assert_eq!(page.status, 200, "{answered:?}");
        assert_eq!(page.headers[header::CACHE_CONTROL], "no-store");
        assert!(!page.headers.contains_key(header::SET_COOKIE));
        for control in page.form().controls {
            let given = answered.iter().find(|(name, _)| *name == control.name).map(|(_, value)| *value);
            assert_eq!(control.values, given.into_iter().collect::<Vec<_>>(), "{} is ticked again", control.name);
        }
        let given = Answers::from_pairs(answered.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
        let advised: Vec<&str> = advice(&given, &context).iter().map(|notice| notice.text).collect();
        let all = boxes(&page);
        for notice in domain::self_check::STEP.parts.iter().filter_map(|part| match part {
            domain::form::Part::Notice(notice) if LEADS.iter().any(|(name, _)| *name == notice.name) => Some(notice),
            _ => None,
        }) {
            let (in_view, _) = all.iter().find(|(_, text)| text.starts_with(notice.text)).expect(notice.name);
            assert_eq!(*in_view, advised.contains(&notice.text), "{} after {answered:?}", notice.name);
        }
    }
    for table in ["drafts", "referrals", "outbox", "audit"] {
        assert_eq!(house.place.count(table).await, 0, "{table}");
    }
}

#[tokio::test]
async fn the_first_page_is_one_for_all_and_its_style_decides_every_advice() {
    let house = House::opens().await;
    let mut visitor = house.visitor();
    let page = visitor.opens(PATH).await.clone();
    assert_eq!(page.headers[header::CACHE_CONTROL], "public, max-age=300");
    assert!(page.all("script").next().is_none());
    assert!(page.all("input").all(|input| !input.has("checked")));
    // An answer in the address is not read: it would stand in logs.
    let same = visitor.opens(&format!("{PATH}?check.danger=ja")).await.clone();
    assert_eq!(same.body, page.body);

    let sheet = page.all("link").map(|link| link.get("href")).find(|href| href.ends_with("voorwaarden.css")).unwrap();
    let style = visitor.opens(sheet).await.clone();
    assert_eq!(style.headers[header::CONTENT_TYPE], "text/css; charset=utf-8");
    let marks: Vec<&str> = page.all("div").map(|div| div.get("data-reveal")).filter(|mark| !mark.is_empty()).collect();
    assert!(marks.len() > LEADS.len() + 8, "{marks:?}");
    for mark in marks {
        assert!(style.body.contains(&format!("[data-reveal=\"{mark}\"]")), "{mark}");
    }
}

#[tokio::test]
async fn nonsense_gets_the_page_without_advice() {
    let house = House::opens().await;
    let mut visitor = house.visitor();
    let long = "x".repeat(20_000);
    let nonsense =
        [("check.danger", "<script>"), ("check.partner", long.as_str()), ("person.bsn", "111222333"), ("", "")];
    let page = visitor.posts(PATH, &nonsense).await.clone();
    assert_eq!(page.status, 200);
    assert!(page.all("input").all(|input| !input.has("checked")));
    assert!(!page.body.contains("111222333") && !page.body.contains("xxxx"));
    let shown: Vec<_> = boxes(&page).into_iter().filter(|(in_view, _)| *in_view).collect();
    assert!(shown.len() == 1 && shown[0].1.starts_with("Er is nog geen advies."), "{shown:?}");
}

#[tokio::test]
async fn all_ways_stand_on_one_page_with_help_first_and_nothing_to_fill_in() {
    let house = House::opens().await;
    let mut visitor = house.visitor();
    let page = visitor.opens(Address::Refer.path()).await.clone();
    assert_eq!(page.headers[header::CACHE_CONTROL], "public, max-age=300");
    assert!(page.all("script").next().is_none() && page.all("form").all(|form| form.get("method") != "post"));
    let at = |text: &str| page.said().find(text).unwrap_or_else(|| panic!("{text} is not on the page"));
    for line in &house.front.content.house.help_lines {
        assert!(at(&line.phone.shown) < at(&house.front.content.ways[0].title), "{}", line.name);
        assert!(page.links().contains(&line.phone.href()));
    }
    let links = page.links();
    for path in [PATH, Address::Resume.path(), "/aanmelden/regieteam"] {
        assert!(links.contains(path), "{path}");
    }
    for way in house.front.content.ways.iter().flat_map(|group| &group.ways) {
        assert!(at(&way.wish) > 0 && at(&way.text) > 0);
    }
    for (asked, path) in [("zelfcheck", PATH), ("een kamer reserveren", Address::Refer.path())] {
        let found = visitor.opens(&format!("/zoeken?q={}", asked.replace(' ', "+"))).await.links();
        assert!(found.contains(path), "{asked} finds {path}: {found:?}");
    }
    let sitemap = visitor.opens("/sitemap.xml").await.body.clone();
    assert!(sitemap.contains("/aanmelden/zelfcheck</loc>") && sitemap.contains("/aanmelden</loc>"), "{sitemap}");
}
