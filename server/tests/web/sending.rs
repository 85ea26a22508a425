//! Sending: once, whole, and nothing that the person did not see.

use std::time::{Duration, Instant};

use domain::answers::Answers;

use crate::browser::NOTHING;
use crate::house::House;
use crate::place::on_both_databases;
use crate::referral::{TYPED, read};

const CHECK: &str = "/aanmelden/regieteam/controle";

on_both_databases! {
    async fn a_referral_sent_twice_is_stored_once(place) {
        let house = House::at(place).await;
        let mut referrer = house.visitor();
        referrer.prepares(TYPED).await;
        let mut again = referrer.clone();
        let first = referrer.sends(NOTHING, "volgende").await.leads_to().to_owned();
        let second = again.sends(NOTHING, "volgende").await.leads_to().to_owned();
        assert_eq!(first, second);
        // Back, and everything else of that draft, leads to the confirmation too.
        for path in [CHECK, "/aanmelden/regieteam/aanmelder", "/aanmelden/regieteam/gezin/persoon/k1", "/aanmelden/regieteam/bewaren"] {
            assert_eq!(referrer.opens(path).await.leads_to(), first, "{path}");
        }
        let typed = [("referrer.last_name", "Te laat"), ("_versie", "3")];
        assert_eq!(referrer.posts("/aanmelden/regieteam/aanmelder", &typed).await.leads_to(), first);
        assert_eq!(house.references().await.len(), 1);
        assert_eq!(house.place.count("outbox").await, 1);
        assert_eq!(house.trail().await.iter().filter(|line| line.starts_with("referral.received")).count(), 1);
    }

    async fn fifty_presses_at_once_are_one_referral(place) {
        let house = House::at(place).await;
        let mut referrer = house.visitor();
        referrer.prepares(TYPED).await;
        let presses: Vec<_> = (0..50)
            .map(|_| {
                let mut tab = referrer.clone();
                tokio::spawn(async move { tab.sends(NOTHING, "volgende").await.leads_to().to_owned() })
            })
            .collect();
        let mut led_to = Vec::new();
        for press in presses {
            led_to.push(press.await.unwrap());
        }
        led_to.dedup();
        assert_eq!(led_to.len(), 1, "{led_to:?}");
        assert!(led_to[0].contains("/verzonden/"), "{led_to:?}");
        assert_eq!(house.references().await.len(), 1);
        assert_eq!(house.place.count("outbox").await, 1);
        assert_eq!(house.place.count("drafts").await, 1, "the copy for the sender");
    }

    async fn an_outdated_check_page_sends_nothing(place) {
        let house = House::at(place).await;
        let mut referrer = house.visitor();
        referrer.prepares(TYPED).await;
        let mut other = referrer.clone();
        other.goes("/aanmelden/regieteam/betrokkene").await;
        other.sends(&[("person.last_name", "Kanarie Nieuw")], "volgende").await;
        let page = referrer.sends(NOTHING, "volgende").await;
        assert_eq!(page.status, 409);
        assert_eq!(page.heading(), "Controleer uw antwoorden");
        assert!(page.said().contains("Uw antwoorden zijn intussen gewijzigd"), "{}", page.said());
        assert_eq!(page.shown("data-answer")["person.last_name"], "Kanarie Nieuw");
        assert_eq!(house.references().await.len(), 0);
        referrer.sends(NOTHING, "volgende").await;
        assert_eq!(referrer.follows().await.heading(), "Uw aanmelding is verstuurd");
    }

    async fn a_store_that_cannot_write_keeps_the_answers_on_the_page(place) {
        let house = House::at(place).await;
        let mut referrer = house.visitor();
        referrer.prepares(TYPED).await;
        let before = referrer.page().shown("data-answer");
        // What a full disk looks like from inside: reading goes on, writing a referral does not.
        house.place.execute("ALTER TABLE referrals RENAME TO elsewhere").await;
        let page = referrer.sends(NOTHING, "volgende").await;
        assert_eq!(page.status, 503);
        assert_eq!(page.heading(), "Controleer uw antwoorden");
        assert!(page.said().contains("Wij konden uw aanmelding nu niet opslaan"), "{}", page.said());
        assert_eq!(page.shown("data-answer"), before);
        for path in ["/", "/contact", "/veelgestelde-vragen", "/aanmelden", "/aanmelden/regieteam", "/verder"] {
            assert_eq!(house.visitor().opens(path).await.status, 200, "{path}");
        }
        house.place.execute("ALTER TABLE elsewhere RENAME TO referrals").await;
        referrer.sends(NOTHING, "volgende").await;
        assert_eq!(referrer.follows().await.heading(), "Uw aanmelding is verstuurd");
        assert_eq!(house.references().await.len(), 1);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn parked_answers_are_shown_and_never_sent() {
    let house = House::opens().await;
    let mut referrer = house.visitor();
    referrer.prepares(TYPED).await;
    referrer.goes("/aanmelden/regieteam/verblijf").await;
    referrer.sends(&[("stay.address_kind", "geheim")], "volgende").await;
    let page = referrer.goes(CHECK).await;
    let parked = page.shown("data-parked");
    assert_eq!(parked.keys().collect::<Vec<_>>(), ["stay.house_number", "stay.place", "stay.postcode"]);
    assert_eq!(parked["stay.place"], "Kanariestad");
    assert!(!page.shown("data-answer").contains_key("stay.place"));
    referrer.sends(NOTHING, "volgende").await;
    let reference = referrer.page().leads_to().rsplit('/').next().unwrap().to_owned();
    let letter = house.opens_envelope(&reference).await;
    assert_eq!(letter["answers"]["stay.address_kind"], "geheim");
    for gone in ["Kanariestad", "6162"] {
        assert!(!letter.to_string().contains(gone), "{gone}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_branch_that_comes_back_still_holds_its_answers() {
    let house = House::opens().await;
    let mut referrer = house.visitor();
    referrer.prepares(TYPED).await;
    for kind in ["geheim", "brp"] {
        referrer.goes("/aanmelden/regieteam/verblijf").await;
        referrer.sends(&[("stay.address_kind", kind)], "volgende").await;
    }
    referrer.goes(CHECK).await;
    assert_eq!(referrer.page().shown("data-answer")["stay.place"], "Kanariestad");
    assert!(referrer.page().shown("data-parked").is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_half_filled_is_sent_whatever_is_posted() {
    let house = House::opens().await;
    let mut referrer = house.visitor();
    referrer.begins().await;
    referrer.fills(&read(TYPED)).await;
    for version in ["1", "2", "3", ""] {
        referrer.posts(CHECK, &[("_versie", version), ("_actie", "volgende")]).await;
        assert_eq!(referrer.page().leads_to(), "/aanmelden/regieteam/uw-rol");
    }
    assert_eq!(house.references().await.len(), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_store_that_is_locked_is_given_up_in_time() {
    use sea_orm::{ConnectionTrait as _, TransactionTrait as _};
    let house = House::opens().await;
    let mut referrer = house.visitor();
    referrer.prepares(TYPED).await;
    let before = referrer.page().shown("data-answer");
    let lock = house.place.beside().await.begin().await.unwrap();
    lock.execute_unprepared("UPDATE drafts SET version = version").await.unwrap();
    let begin = Instant::now();
    let page = referrer.sends(NOTHING, "volgende").await;
    assert_eq!(page.status, 503);
    assert!(begin.elapsed() < Duration::from_secs(7), "{:?}", begin.elapsed());
    assert_eq!(page.shown("data-answer"), before);
    lock.rollback().await.unwrap();
    referrer.sends(NOTHING, "volgende").await;
    assert_eq!(referrer.follows().await.heading(), "Uw aanmelding is verstuurd");
    assert_eq!(house.references().await.len(), 1, "the attempt that was given up left nothing");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_step_that_cannot_be_saved_comes_back_with_what_was_typed() {
    let house = House::opens().await;
    let mut referrer = house.visitor();
    referrer.begins().await;
    referrer.fills(&read(TYPED)).await;
    referrer.goes("/aanmelden/regieteam/aanmelder").await;
    let mut alone = referrer.clone();
    house
        .place
        .execute("CREATE TRIGGER full BEFORE UPDATE ON drafts BEGIN SELECT RAISE(ABORT, 'disk full'); END")
        .await;
    let page = referrer.sends(&[("referrer.last_name", "Pas getypt")], "volgende").await;
    assert_eq!(page.status, 503);
    assert!(page.heading().contains("niet opslaan"), "{}", page.said());
    assert_eq!(referrer.carries("referrer.last_name"), "Pas getypt");
    assert_eq!(referrer.carries("referrer.first_name"), "Sanne");
    let background = [("referrer.last_name", "Pas getypt"), ("_versie", "2"), ("_actie", "bewaar")];
    assert_eq!(alone.posts("/aanmelden/regieteam/aanmelder", &background).await.status, 503);
    house.place.execute("DROP TRIGGER full").await;
    referrer.sends(NOTHING, "volgende").await;
    assert_eq!(referrer.page().leads_to(), "/aanmelden/regieteam/uw-rol");
    referrer.goes("/aanmelden/regieteam/aanmelder").await;
    assert_eq!(referrer.reads("referrer.last_name"), "Pas getypt");
}

#[tokio::test(flavor = "multi_thread")]
async fn while_the_store_is_gone_public_pages_stay_and_typed_answers_come_back() {
    let house = House::opens().await;
    let mut referrer = house.visitor();
    referrer.prepares(TYPED).await;
    referrer.goes("/aanmelden/regieteam/gezin/persoon/k1").await;
    let mut checking = referrer.clone();
    checking.goes(CHECK).await;
    house.front.services.store.close().await;
    for path in ["/", "/contact", "/veelgestelde-vragen", "/aanmelden", "/aanmelden/regieteam", "/verder", "/privacy"] {
        assert_eq!(house.visitor().opens(path).await.status, 200, "{path}");
        assert_eq!(referrer.clone().opens(path).await.status, 200, "{path} with a cookie");
    }
    let page = referrer.sends(&[("household.k1.last_name", "Pas getypt")], "volgende").await;
    assert_eq!(page.status, 503);
    assert_eq!(referrer.carries("household.k1.last_name"), "Pas getypt");
    assert_eq!(checking.sends(NOTHING, "volgende").await.status, 503);
    assert_eq!(checking.opens("/aanmelden/regieteam/aanmelder").await.status, 503);
    checking.opens("/verder").await;
    let page = checking.sends(&[("_code", &referrer.cookie().unwrap())], "volgende").await;
    assert_eq!(page.status, 503);
    assert!(page.said().contains("Ze zijn niet weg"), "{}", page.said());
}

#[tokio::test(flavor = "multi_thread")]
async fn the_largest_referral_that_the_form_takes_can_be_sent() {
    let house = House::opens().await;
    let mut referrer = house.visitor();
    let mut typed = read(TYPED);
    let long = "Regel met é en “tekens”.\n".repeat(400);
    for name in ["reason.now", "reason.facts", "safety.tried", "question.goal", "criteria.domains_explanation"] {
        typed.set(name, &long[..long.floor_char_boundary(9_900)]);
    }
    referrer.begins().await;
    referrer.completes(&typed).await;
    referrer.sends(NOTHING, "volgende").await;
    let reference = referrer.page().leads_to().rsplit('/').next().unwrap().to_owned();
    let letter = house.opens_envelope(&reference).await;
    let answers: Answers = serde_json::from_value(letter["answers"].clone()).unwrap();
    assert_eq!(answers.get("reason.now"), typed.get("reason.now").trim());
}
