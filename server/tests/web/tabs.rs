//! Two tabs on one draft, and saving in the background.

use crate::browser::Browser;
use crate::house::House;
use crate::place::on_both_databases;
use crate::referral::{TYPED, read};

const STEP: &str = "/aanmelden/regieteam/aanmelder";

/// Someone with two tabs on the first step, which was filled in.
async fn two_tabs(house: &House) -> (Browser, Browser) {
    let mut one = house.visitor();
    one.begins().await;
    one.fills(&read(TYPED)).await;
    one.goes(STEP).await;
    let other = one.clone();
    (one, other)
}

/// The text stored under the last name, as a fresh tab shows it.
async fn stored(of: &Browser) -> String {
    let mut fresh = of.clone();
    fresh.goes(STEP).await;
    fresh.reads("referrer.last_name")
}

on_both_databases! {
    async fn the_older_tab_overwrites_nothing_and_shows_both_texts(place) {
        let house = House::at(place).await;
        let (mut one, mut other) = two_tabs(&house).await;
        one.sends(&[("referrer.last_name", "Eerste"), ("referrer.function", "Gelijk")], "volgende").await;
        assert_eq!(one.page().status, 303);
        let page = other.sends(&[("referrer.last_name", "Tweede"), ("referrer.function", "Gelijk")], "volgende").await;
        assert_eq!(page.status, 409);
        assert_eq!(page.heading(), "Deze stap is ook ergens anders gewijzigd");
        assert!(page.said().contains("Eerste") && page.said().contains("Tweede"), "{}", page.said());
        assert!(!page.said().contains("Gelijk"), "what is the same needs no choice");
        assert_eq!(stored(&one).await, "Eerste");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_texts_the_person_keeps_this_one() {
    let house = House::opens().await;
    let (mut one, mut other) = two_tabs(&house).await;
    one.sends(&[("referrer.last_name", "Eerste")], "volgende").await;
    other.sends(&[("referrer.last_name", "Tweede")], "volgende").await;
    other.sends(&[], "houd-deze").await;
    assert_eq!(other.page().leads_to(), STEP);
    assert_eq!(stored(&one).await, "Tweede");
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_texts_the_person_keeps_the_stored_one() {
    let house = House::opens().await;
    let (mut one, mut other) = two_tabs(&house).await;
    one.sends(&[("referrer.last_name", "Eerste")], "volgende").await;
    other.sends(&[("referrer.last_name", "Tweede")], "volgende").await;
    other.sends(&[], "houd-opgeslagen").await;
    assert_eq!(other.page().leads_to(), STEP);
    assert_eq!(stored(&one).await, "Eerste");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_text_that_came_while_the_person_chose_is_shown_too() {
    let house = House::opens().await;
    let (mut one, mut other) = two_tabs(&house).await;
    let mut third = one.clone();
    one.sends(&[("referrer.last_name", "Eerste")], "volgende").await;
    other.sends(&[("referrer.last_name", "Tweede")], "volgende").await;
    third.goes(STEP).await;
    third.sends(&[("referrer.last_name", "Derde")], "volgende").await;
    let page = other.sends(&[], "houd-deze").await;
    assert_eq!(page.status, 409);
    assert!(page.said().contains("Derde") && page.said().contains("Tweede"), "{}", page.said());
    assert_eq!(stored(&one).await, "Derde");
    other.sends(&[], "houd-deze").await;
    assert_eq!(stored(&one).await, "Tweede");
}

#[tokio::test(flavor = "multi_thread")]
async fn tabs_on_different_pages_do_not_get_in_each_others_way() {
    let house = House::opens().await;
    let mut one = house.visitor();
    one.prepares(TYPED).await;
    let mut other = one.clone();
    one.goes(STEP).await;
    other.goes("/aanmelden/regieteam/betrokkene").await;
    let mut third = one.clone();
    third.goes("/aanmelden/regieteam/gezin/persoon/k1").await;
    one.sends(&[("referrer.last_name", "Eerste")], "volgende").await;
    assert_eq!(one.page().status, 303);
    other.sends(&[("person.last_name", "Kanarie Tweede")], "volgende").await;
    assert_eq!(other.page().status, 303);
    third.sends(&[("household.k1.last_name", "Kanarie Derde")], "volgende").await;
    assert_eq!(third.page().status, 303);
    one.goes("/aanmelden/regieteam/controle").await;
    let shown = one.page().shown("data-answer");
    assert_eq!(shown["referrer.last_name"], "Eerste");
    assert_eq!(shown["person.last_name"], "Kanarie Tweede");
    assert_eq!(shown["household.k1.last_name"], "Kanarie Derde");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_text_from_two_tabs_is_no_conflict() {
    let house = House::opens().await;
    let (mut one, mut other) = two_tabs(&house).await;
    one.sends(&[("referrer.last_name", "Zelfde")], "volgende").await;
    other.sends(&[("referrer.last_name", "Zelfde")], "volgende").await;
    assert_eq!(other.page().status, 303);
}

#[tokio::test(flavor = "multi_thread")]
async fn saving_in_the_background_tells_the_version_and_never_overwrites() {
    let house = House::opens().await;
    let (mut one, mut other) = two_tabs(&house).await;
    let version: i64 = hidden(&one, "_versie").parse().unwrap();
    let background = |name: &'static str, version: &str| {
        vec![("referrer.last_name", name.to_owned()), ("_versie", version.to_owned()), ("_actie", "bewaar".to_owned())]
    };
    let mut versions = vec![version];
    for name in ["J", "Ja", "Jan"] {
        let pairs = background(name, &versions.last().unwrap().to_string());
        let page = one.posts(STEP, &borrowed(&pairs)).await;
        assert_eq!((page.status.as_u16(), page.body.as_str()), (204, ""));
        versions.push(page.header("x-versie").parse().unwrap());
    }
    assert_eq!(versions, [version, version + 1, version + 2, version + 3]);
    // Nothing changed: nothing is written.
    let page = one.posts(STEP, &borrowed(&background("Jan", &versions[3].to_string()))).await;
    assert_eq!(page.header("x-versie"), versions[3].to_string());

    let page = other.posts(STEP, &borrowed(&background("Piet", &version.to_string()))).await;
    assert_eq!((page.status.as_u16(), page.body.as_str()), (409, ""));
    assert_eq!(stored(&one).await, "Jan");
}

fn borrowed<'a>(pairs: &'a [(&'a str, String)]) -> Vec<(&'a str, &'a str)> {
    pairs.iter().map(|(name, value)| (*name, value.as_str())).collect()
}

fn hidden(browser: &Browser, name: &str) -> String {
    browser.page().form().controls.iter().find(|one| one.name == name).unwrap().values[0].clone()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_row_that_another_tab_removed_is_not_lost_in_silence() {
    let house = House::opens().await;
    let mut one = house.visitor();
    one.prepares(TYPED).await;
    for key in ["k2", "k3"] {
        one.goes(&format!("/aanmelden/regieteam/gezin/persoon/{key}")).await;
        one.sends(&[(&format!("household.{key}.last_name"), key)], "vorige").await;
    }
    let mut other = one.clone();
    other.goes("/aanmelden/regieteam/gezin/persoon/k2").await;
    one.opens("/aanmelden/regieteam/gezin/persoon/k2/verwijderen").await;
    one.sends(&[], "volgende").await;
    assert_eq!(one.page().status, 303);
    let page = other.sends(&[("household.k2.last_name", "Toch belangrijk")], "volgende").await;
    assert_eq!(page.status, 409, "the person chooses: {}", page.said());
    assert!(page.said().contains("Toch belangrijk"));
    other.sends(&[], "houd-deze").await;
    other.goes("/aanmelden/regieteam/gezin/persoon/k2").await;
    assert_eq!(other.reads("household.k2.last_name"), "Toch belangrijk");
}

#[tokio::test(flavor = "multi_thread")]
async fn many_tabs_that_save_at_once_lose_nothing() {
    let house = House::opens().await;
    let mut one = house.visitor();
    one.prepares(TYPED).await;
    let pages: [(&str, &str, &str); 4] = [
        ("aanmelder", "referrer.department", "Team"),
        ("betrokkene", "person.birth_name", "Kanarie"),
        ("aanleiding", "reason.facts", "Feit"),
        ("veiligheid", "safety.strengths", "Sterk"),
    ];
    let mut saving = Vec::new();
    for (slug, name, text) in pages {
        let mut tab = one.clone();
        saving.push(tokio::spawn(async move {
            let path = format!("/aanmelden/regieteam/{slug}");
            tab.goes(&path).await;
            for number in 1..=5 {
                tab.goes(&path).await;
                let page = tab.sends(&[(name, &format!("{text} {number}"))], "volgende").await;
                assert_eq!(page.status, 303, "{slug}: {}", page.said());
            }
        }));
    }
    for tab in saving {
        tab.await.unwrap();
    }
    one.goes("/aanmelden/regieteam/controle").await;
    for (_, name, text) in pages {
        assert_eq!(one.page().shown("data-answer")[name], format!("{text} 5"));
    }
}
