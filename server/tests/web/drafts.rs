//! Saving and going on later: codes, expiry, a start of the program in between.

use chrono::TimeDelta;

use crate::browser::{Browser, NOTHING};
use crate::house::House;
use crate::place::on_both_databases;
use crate::referral::{TYPED, read};

const STEP: &str = "/aanmelden/regieteam/aanmelder";

/// Begins, fills in the first step, and asks for the code.
async fn saved(house: &House) -> (Browser, String) {
    let mut referrer = house.visitor();
    referrer.begins().await;
    referrer.fills(&read(TYPED)).await;
    referrer.follows().await;
    referrer.sends(&[("role.involvement", "wijkagent")], "later").await;
    let page = referrer.follows().await;
    assert_eq!(page.heading(), "Uw antwoorden zijn opgeslagen");
    assert!(page.said().contains("zaterdag 28 november 2026"), "{}", page.said());
    let code = page.with_class("zvh-code").next().unwrap().text.clone();
    (referrer, code)
}

async fn types_code<'b>(visitor: &'b mut Browser, code: &str) -> &'b crate::page::Page {
    visitor.opens("/verder").await;
    visitor.sends(&[("_code", code)], "volgende").await
}

#[tokio::test(flavor = "multi_thread")]
async fn beginning_again_does_not_put_a_filled_draft_out_of_reach() {
    let house = House::opens().await;
    let (mut referrer, _) = saved(&house).await;
    let page = referrer.posts("/aanmelden/regieteam", &[("_gevaar", "nee")]).await;
    assert_eq!(page.status, 409);
    assert!(page.said().contains("U was al begonnen"), "{}", page.said());
    assert_eq!(referrer.opens("/aanmelden/regieteam/uw-rol").await.status, 200);
}

on_both_databases! {
    async fn a_code_opens_the_answers_on_another_device_however_it_is_typed(place) {
        let house = House::at(place).await;
        let (_, code) = saved(&house).await;
        assert_eq!(code.len(), 29, "{code}");
        let typed = [
            code.clone(),
            code.to_lowercase(),
            code.replace('-', ""),
            code.replace('-', " "),
            format!("  {} ", code.to_lowercase().replace('-', "  ")),
            code.replace('0', "O").replace('1', "l"),
        ];
        for code in typed {
            let mut elsewhere = house.visitor();
            types_code(&mut elsewhere, &code).await;
            assert_eq!(elsewhere.page().leads_to(), "/aanmelden/regieteam/uw-rol", "{code}");
            elsewhere.follows().await;
            assert_eq!(elsewhere.reads("role.involvement"), "wijkagent");
            elsewhere.goes(STEP).await;
            assert_eq!(elsewhere.reads("referrer.last_name"), "Jansen");
        }
    }

    async fn an_expired_draft_is_begun_anew_with_what_was_typed(place) {
        let house = House::at(place).await;
        let (mut referrer, code) = saved(&house).await;
        referrer.goes(STEP).await;
        house.waits(TimeDelta::days(8));
        referrer.sends(&[("referrer.last_name", "de Nieuwe")], "volgende").await;
        let new = referrer.cookie().unwrap();
        assert_ne!(new, code);
        // The person hears of it: the other answers are gone.
        let page = referrer.follows().await;
        assert!(page.said().contains("opnieuw begonnen"), "{}", page.said());
        referrer.goes(STEP).await;
        assert_eq!(referrer.reads("referrer.last_name"), "de Nieuwe");
        referrer.opens("/aanmelden/regieteam/uw-rol").await;
        // All of the first step was on its page, so it is whole again; the second is as empty as it was new.
        referrer.follows().await;
        assert_eq!(referrer.reads("role.involvement"), "");
    }

    async fn a_draft_survives_a_start_of_the_program(place) {
        let house = House::at(place).await;
        let (old, code) = saved(&house).await;
        let house = house.starts_again().await;
        let mut referrer = house.visitor();
        referrer.holds_cookie(&old.cookie().unwrap());
        referrer.goes("/aanmelden/regieteam/uw-rol").await;
        assert_eq!(referrer.reads("role.involvement"), "wijkagent");
        let mut elsewhere = house.visitor();
        types_code(&mut elsewhere, &code).await;
        elsewhere.follows().await;
        elsewhere.completes(&read(TYPED)).await;
        elsewhere.sends(NOTHING, "volgende").await;
        assert_eq!(elsewhere.follows().await.status, 200);
    }

    async fn a_draft_that_is_thrown_away_is_gone(place) {
        let house = House::at(place).await;
        let (mut referrer, code) = saved(&house).await;
        assert_eq!(house.place.count("drafts").await, 1);
        referrer.opens("/aanmelden/regieteam/weggooien").await;
        assert_eq!(referrer.page().heading(), "Wilt u uw antwoorden weggooien?");
        referrer.sends(NOTHING, "volgende").await;
        assert_eq!(referrer.page().leads_to(), "/aanmelden/regieteam");
        assert_eq!(referrer.cookie(), None);
        assert_eq!(house.place.count("drafts").await, 0);
        assert_eq!(types_code(&mut referrer, &code).await.status, 422);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_save_gives_the_draft_its_whole_time_again() {
    let house = House::opens().await;
    let (mut referrer, code) = saved(&house).await;
    for _ in 0..3 {
        house.waits(TimeDelta::days(6));
        referrer.goes(STEP).await;
        let department = house.now().to_string();
        referrer.sends(&[("referrer.department", &department)], "volgende").await;
    }
    house.waits(TimeDelta::days(6));
    assert_eq!(types_code(&mut house.visitor(), &code).await.status, 303);
    house.waits(TimeDelta::days(2));
    assert_eq!(types_code(&mut house.visitor(), &code).await.status, 422);
}

#[tokio::test(flavor = "multi_thread")]
async fn wrong_expired_thrown_away_and_sent_codes_say_the_same() {
    let house = House::opens().await;
    let (_, expired) = saved(&house).await;
    house.waits(TimeDelta::days(8));
    let (mut referrer, thrown) = saved_again(&house).await;
    referrer.opens("/aanmelden/regieteam/weggooien").await;
    referrer.sends(NOTHING, "volgende").await;
    let mut referrer = house.visitor();
    referrer.prepares(TYPED).await;
    let sent = referrer.cookie().unwrap();
    referrer.sends(NOTHING, "volgende").await;
    // Well formed, but nobody ever had it.
    let unknown = another_code();
    let mut pages = Vec::new();
    for code in [&expired, &thrown, &sent, &unknown] {
        let mut visitor = house.visitor();
        let page = types_code(&mut visitor, code).await;
        assert_eq!(page.status, 422, "{code}");
        assert_eq!(visitor.cookie(), None);
        let page = visitor.page();
        assert!(page.body.contains(code.as_str()), "what was typed stays");
        let mut headers: Vec<String> = page.headers.iter().map(|(name, value)| format!("{name}: {value:?}")).collect();
        headers.sort();
        pages.push((headers, page.body.replace(code.as_str(), "CODE")));
    }
    for page in &pages[1..] {
        assert_eq!(page, &pages[0]);
    }
}

async fn saved_again(house: &House) -> (Browser, String) {
    let mut referrer = house.visitor();
    referrer.begins().await;
    let code = referrer.cookie().unwrap();
    (referrer, code)
}

fn another_code() -> String {
    use server::random::SeededRandom;
    use server::seal::draft::DraftSecret;
    DraftSecret::generate(&SeededRandom::new(99)).unwrap().code().to_string()
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_no_code_is_said_to_be_none() {
    let house = House::opens().await;
    let (_, code) = saved(&house).await;
    let mut swapped: Vec<char> = code.chars().collect();
    let at =
        (0..28).find(|at| swapped[*at] != swapped[at + 1] && swapped[*at] != '-' && swapped[at + 1] != '-').unwrap();
    swapped.swap(at, at + 1);
    let swapped: String = swapped.into_iter().collect();
    let long = code.repeat(5);
    for typed in ["", "abc", &code[..28], &swapped, &long, "<script>", "!!!!-!!!!-!!!!-!!!!-!!!!-!!!!"] {
        let mut visitor = house.visitor();
        let page = types_code(&mut visitor, typed).await;
        assert_eq!(page.status, 422, "{typed}");
        assert_eq!(page.errors(), ["Kijk de code na. Een code heeft 24 letters en cijfers, in groepjes van 4."]);
        assert_eq!(visitor.reads("_code"), typed.chars().take(100).collect::<String>());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn beginning_again_says_that_there_is_a_draft() {
    let house = House::opens().await;
    let (mut referrer, _) = saved(&house).await;
    let page = referrer.opens("/aanmelden/regieteam").await;
    assert!(page.said().contains("U was al begonnen"), "{}", page.said());
    assert!(page.links().contains("/aanmelden/regieteam/uw-rol"));
    assert!(page.links().contains("/aanmelden/regieteam/weggooien"));
}

#[tokio::test(flavor = "multi_thread")]
async fn after_the_night_the_code_is_needed_and_what_was_typed_is_not_lost() {
    let house = House::opens().await;
    let (mut referrer, code) = saved(&house).await;
    referrer.goes("/aanmelden/regieteam/uw-rol").await;
    // The cookie of the browser lives half a day.
    referrer.loses_cookies();
    referrer.sends(&[("role.secrecy", "geen")], "volgende").await;
    let page = referrer.follows().await;
    assert!(page.said().contains("opnieuw begonnen"), "{}", page.said());
    assert!(page.links().contains("/verder"), "the way to type the code");
    let mut elsewhere = house.visitor();
    types_code(&mut elsewhere, &code).await;
    elsewhere.follows().await;
    assert_eq!(elsewhere.reads("role.secrecy"), "", "the old draft is as it was");
}
