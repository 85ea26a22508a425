//! What a sender typed for something that was over meanwhile: it is kept, or it stays on the page of who typed it.

use axum::http::StatusCode;
use domain::desk::role::Role;

use crate::browser::{Browser, NOTHING};
use crate::desk::{ANSWER, DECISION, does};
use crate::house::House;
use crate::place::on_both_databases;
use crate::referral::TYPED;

/// A referral, and its sender at the page that follows it.
async fn followed(house: &House) -> (String, Browser) {
    let mut referrer = house.visitor();
    referrer.prepares(TYPED).await;
    referrer.sends(NOTHING, "volgende").await;
    let reference = referrer.page().leads_to().rsplit('/').next().unwrap().to_owned();
    let page = referrer.follows().await;
    let code = page.all("p").find(|line| line.get("id") == "code").unwrap().text.clone();
    let mut follower = house.visitor();
    follower.opens("/volgen").await;
    follower.sends(&[("_referentie", reference.as_str()), ("_code", code.as_str())], "").await;
    follower.follows().await;
    (reference, follower)
}

/// Asks this back.
async fn asks(desk: &mut Browser, reference: &str, question: &str) {
    let status = does(desk, reference, "aanvulling-vragen", &[("ask.question", question)]).await;
    assert_eq!(status, StatusCode::SEE_OTHER, "{}", desk.page().said());
}

on_both_databases! {
    async fn an_answer_that_comes_after_the_decision_is_kept_and_the_same_twice_is_there_once(place) {
        let house = House::at(place).await;
        let (reference, mut sender) = followed(&house).await;
        let mut desk = house.colleague(&[Role::Intake, Role::Chair]).await;
        asks(&mut desk, &reference, "Wie is de huisarts?").await;
        sender.opens("/volgen").await;
        let (mut twice, mut otherwise) = (sender.clone(), sender.clone());
        does(&mut desk, &reference, "besluit", DECISION).await;
        let answer = [("_antwoord", "Dokter Voorbeeld, sinds mei.")];
        let page = sender.sends(&answer, "").await;
        assert_eq!(page.status, StatusCode::SEE_OTHER, "{:?}", page.errors());
        assert_eq!(twice.sends(&answer, "").await.status, StatusCode::SEE_OTHER, "it is there already");
        assert_eq!(sender.follows().await.said().matches("Dokter Voorbeeld").count(), 1);
        assert!(desk.opens(&format!("/balie/{reference}")).await.said().contains("Dokter Voorbeeld"));

        let page = otherwise.sends(&[("_antwoord", "Nee, dokter Verzonnen.")], "").await;
        assert_eq!(page.status, StatusCode::CONFLICT);
        assert!(page.errors().iter().any(|error| error.contains("niet meer openstaat")), "{:?}", page.errors());
        assert_eq!(otherwise.reads("_tekst"), "Nee, dokter Verzonnen.", "its words wait to be added");
    }

    async fn an_answer_that_is_sent_twice_at_once_is_there_once(place) {
        let house = House::at(place).await;
        let (reference, mut sender) = followed(&house).await;
        let mut desk = house.colleague(&[Role::Intake]).await;
        asks(&mut desk, &reference, "Wie is de huisarts?").await;
        sender.opens("/volgen").await;
        let (mut one, mut other) = (sender.clone(), sender.clone());
        let answer = [("_antwoord", "Dokter Voorbeeld.")];
        let (one, other) = tokio::join!(one.sends(&answer, ""), other.sends(&answer, ""));
        assert_eq!([one.status, other.status], [StatusCode::SEE_OTHER; 2]);
        assert_eq!(sender.opens("/volgen").await.said().matches("Dokter Voorbeeld").count(), 1);
    }

    async fn too_much_that_comes_too_late_stays_on_the_page(place) {
        let house = House::at(place).await;
        let (_, mut sender) = followed(&house).await;
        sender.posts("/volgen/intrekken", &[]).await;
        let long = "Nog iets. ".repeat(1_100);
        let page = sender.posts("/volgen/toevoegen", &[("_tekst", long.as_str())]).await;
        assert_eq!(page.status, StatusCode::CONFLICT);
        assert!(page.said().contains(long.trim()));
        assert_eq!(sender.posts("/volgen/toevoegen", &[("_tekst", " ")]).await.status, StatusCode::SEE_OTHER);
    }

    async fn an_answer_goes_with_the_question_that_was_read(place) {
        let house = House::at(place).await;
        let (reference, mut sender) = followed(&house).await;
        let mut desk = house.colleague(&[Role::Intake]).await;
        asks(&mut desk, &reference, "Wie is de huisarts?").await;
        sender.opens("/volgen").await;
        asks(&mut desk, &reference, "Waar woont de zus?").await;
        let page = sender.sends(&[("_antwoord", "Dokter Voorbeeld.")], "").await;
        assert_eq!(page.status, StatusCode::CONFLICT);
        assert!(page.said().contains("Waar woont de zus?"), "the question that waits is there: {}", page.said());
        let added = sender.posts("/volgen/toevoegen", &[("_tekst", "Dokter Voorbeeld.")]).await;
        assert_eq!(added.status, StatusCode::SEE_OTHER);
        sender.follows().await;
        assert_eq!(sender.sends(&[("_antwoord", "In Voorbeeldstad.")], "").await.status, StatusCode::SEE_OTHER);
        let case = desk.opens(&format!("/balie/{reference}")).await.said();
        assert!(case.contains("Dokter Voorbeeld.") && case.contains("In Voorbeeldstad."), "{case}");
    }

    async fn words_that_come_after_the_answer_stay_on_the_page(place) {
        let house = House::at(place).await;
        let (reference, mut sender) = followed(&house).await;
        let mut desk = house.colleague(&[Role::Intake, Role::Chair]).await;
        asks(&mut desk, &reference, "Wie is de huisarts?").await;
        sender.opens("/volgen").await;
        let mut replier = sender.clone();
        for (act, typed) in [("besluit", DECISION), ("antwoord", ANSWER)] {
            assert_eq!(does(&mut desk, &reference, act, typed).await, StatusCode::SEE_OTHER, "{act}: {}", desk.page().said());
        }
        let page = sender.posts("/volgen/toevoegen", &[("_tekst", "Nog iets over de buren.")]).await;
        assert_eq!(page.status, StatusCode::CONFLICT);
        assert!(page.said().contains("Niet verstuurd") && page.said().contains("Nog iets over de buren."), "{}", page.said());
        let page = replier.sends(&[("_antwoord", "Dokter Voorbeeld.")], "").await;
        assert_eq!(page.status, StatusCode::CONFLICT);
        assert!(page.said().contains("Dokter Voorbeeld.") && page.said().contains("Bel het wijkteam."), "{}", page.said());
        let case = desk.opens(&format!("/balie/{reference}")).await.said();
        assert!(!case.contains("buren") && !case.contains("Dokter"), "nothing was stored half");
    }
}
