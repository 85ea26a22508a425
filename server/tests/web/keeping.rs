//! What the desk keeps goes in time, stays where somebody holds it, and leaves a certificate.

use axum::http::StatusCode;
use chrono::TimeDelta;
use domain::desk::role::Role;
use server::audit::Actor;
use server::jobs;
use server::retention::Keeper;

use crate::desk::{ANSWER, CALL, DECISION, does, sent};
use crate::house::House;
use crate::place::on_both_databases;
use crate::referral::CANARY;

impl House {
    /// What the background does every ten minutes.
    async fn tidies(&self) {
        let store = &self.front.services.store;
        jobs::remove_what_is_too_old(store, self.now()).await;
        jobs::destroy_what_is_over(&[Keeper::of(&self.front)], store, self.now()).await;
    }

    /// Refuses a referral and answers it, today.
    async fn refuses(&self, reference: &str) {
        let mut chair = self.colleague(&[Role::Intake, Role::Chair]).await;
        for (act, typed) in [("bellen", CALL), ("besluit", DECISION), ("antwoord", ANSWER)] {
            let status = does(&mut chair, reference, act, typed).await;
            assert_eq!(status, StatusCode::SEE_OTHER, "{act}: {}", chair.page().said());
        }
    }
}

const HOLD: &[(&str, &str)] = &[
    ("hold.ground", "rechtszaak"),
    ("hold.reason", "De rechtbank vroeg om het dossier."),
    ("hold.review_on.day", "1"),
    ("hold.review_on.month", "6"),
    ("hold.review_on.year", "2027"),
];

on_both_databases! {
    async fn a_refused_referral_goes_after_four_weeks_and_leaves_a_certificate(place) {
        let house = House::at(place).await;
        let reference = sent(&house).await;
        house.refuses(&reference).await;
        let mut officer = house.colleague(&[Role::Officer]).await;
        let list = officer.opens("/balie/bewaren").await;
        assert!(list.said().contains(&reference) && list.said().contains("zaterdag 19 december 2026"), "{}", list.said());
        assert!(!list.links().contains(&format!("/balie/{reference}")), "an officer opens no case");
        assert!(!list.body.contains(CANARY));
        let certificate = format!("/balie/bewaren/{reference}");
        assert_eq!(officer.opens(&certificate).await.status, StatusCode::NOT_FOUND, "it is still there");

        house.waits(TimeDelta::days(28));
        house.tidies().await;
        assert_eq!(house.references().await, [reference.as_str()], "its last day is not over");
        house.waits(TimeDelta::days(1));
        house.tidies().await;
        for table in ["referrals", "timeline", "outbox", "twins", "reads", "drafts"] {
            assert_eq!(house.place.count(table).await, 0, "{table}");
        }

        let mut officer = house.colleague(&[Role::Officer]).await;
        let list = officer.opens("/balie/bewaren").await;
        assert!(list.links().contains(&certificate), "{:?}", list.links());
        let page = officer.opens(&certificate).await;
        for words in [reference.as_str(), "Niet aangenomen", "Advies aan de aanmelder", "Dit bewijs klopt", "artikel 1.16 lid 1 BGS"] {
            assert!(page.said().contains(words), "{words} in {}", page.said());
        }
        let hash = house.place.column("SELECT lower(hex(hash)) FROM audit WHERE action = 'referral.destroyed'");
        if house.place.url.starts_with("sqlite") {
            assert!(page.said().contains(&hash.await[0]), "{}", page.said());
        }
        assert!(house.trail().await.contains(&format!("keeping.viewed {reference}")));

        house.place.execute("UPDATE tombstones SET outcome = 'overleg'").await;
        assert!(officer.opens(&certificate).await.said().contains("Dit bewijs klopt niet"));
        house.place.execute("UPDATE tombstones SET ground = 'x'").await;
        let list = officer.opens("/balie/bewaren").await;
        assert!(list.said().contains("Dit bewijs is niet te lezen"), "{}", list.said());
        assert!(list.said().contains(&reference) && !list.links().contains(&certificate), "there is nothing to lead to");
        house.place.execute("UPDATE tombstones SET ground = 'not-taken-on'").await;
        let mut contact_point = house.colleague(&[Role::ContactPoint]).await;
        assert_eq!(contact_point.opens(&certificate).await.status, StatusCode::NOT_FOUND, "a case is not theirs");
        assert!(!contact_point.opens("/balie/bewaren").await.said().contains(&reference));
    }

    async fn the_list_says_what_is_still_open_of_what_goes(place) {
        let house = House::at(place).await;
        let reference = sent(&house).await;
        let mut chair = house.colleague(&[Role::Intake, Role::Chair]).await;
        for (act, typed, is_open) in [("besluit", DECISION, true), ("antwoord", ANSWER, false)] {
            assert_eq!(does(&mut chair, &reference, act, typed).await, StatusCode::SEE_OTHER, "{act}: {}", chair.page().said());
            let list = chair.opens("/balie/bewaren?deel=weken").await.said();
            assert_eq!((list.contains(&reference), list.contains("Besloten, nog geen antwoord")), (true, is_open), "{act}: {list}");
        }
    }

    async fn what_is_held_stays_until_it_is_released(place) {
        let house = House::at(place).await;
        let reference = sent(&house).await;
        house.refuses(&reference).await;
        let mut chair = house.colleague(&[Role::Chair]).await;
        assert_eq!(does(&mut chair, &reference, "vasthouden", HOLD).await, StatusCode::SEE_OTHER, "{}", chair.page().said());
        house.waits(TimeDelta::days(90));
        house.tidies().await;
        assert_eq!(house.references().await, [reference.as_str()]);
        let mut chair = house.colleague(&[Role::Chair]).await;
        let held = chair.opens("/balie/bewaren?deel=uitgesteld").await;
        assert!(held.links().contains(&format!("/balie/{reference}")), "a chair may open it: {}", held.said());
        assert!(!chair.opens("/balie/bewaren?deel=weken").await.said().contains(&reference), "it does not go");
        let release = [("release.reason", "De zaak is klaar.")];
        assert_eq!(does(&mut chair, &reference, "vrijgeven", &release).await, StatusCode::SEE_OTHER, "{}", chair.page().said());
        house.tidies().await;
        assert_eq!(house.references().await, Vec::<String>::new());
    }

    async fn a_hold_shows_and_can_be_ended_at_once(place) {
        let house = House::at(place).await;
        let reference = sent(&house).await;
        let mut chair = house.colleague(&[Role::Chair]).await;
        chair.opens("/balie").await;
        assert_eq!(does(&mut chair, &reference, "vasthouden", HOLD).await, StatusCode::SEE_OTHER, "{}", chair.page().said());
        let links = chair.page().links();
        let leads = |act: &str| links.contains(&format!("/balie/{reference}/{act}"));
        assert!(leads("vrijgeven") && !leads("vasthouden"), "{links:?}");
        assert!(chair.page().said().contains("De rechtbank vroeg om het dossier."), "{}", chair.page().said());
        let release = [("release.reason", "De zaak is klaar.")];
        assert_eq!(does(&mut chair, &reference, "vrijgeven", &release).await, StatusCode::SEE_OTHER, "{}", chair.page().said());
    }

    async fn a_case_that_is_kept_longer_stays_until_the_day_that_was_decided(place) {
        let house = House::at(place).await;
        let reference = sent(&house).await;
        let mut chair = house.colleague(&[Role::Intake, Role::Chair]).await;
        let taken_on = [("decision.outcome", "overleg"), ("decision.reason", "Op de agenda.")];
        for (act, typed) in [("bellen", CALL), ("besluit", &taken_on), ("antwoord", ANSWER)] {
            assert_eq!(does(&mut chair, &reference, act, typed).await, StatusCode::SEE_OTHER, "{act}: {}", chair.page().said());
        }
        let path = format!("/balie/{reference}/langer-bewaren");
        assert!(!chair.page().links().contains(&path), "its end is five years away");
        assert_eq!(chair.opens(&path).await.leads_to(), format!("/balie/{reference}"));

        house.waits(TimeDelta::days(4 * 365 + 100));
        let mut chair = house.colleague(&[Role::Intake, Role::Chair]).await;
        let links = chair.opens(&format!("/balie/{reference}")).await.links();
        assert!(links.contains(&path), "{links:?}");
        let longer = [
            ("renewal.ground", "terugval"),
            ("renewal.reason", "De casus loopt nog."),
            ("renewal.agreed_by", "De politie, op 1 november."),
            ("renewal.agreed", "ja"),
            ("renewal.until.day", "1"),
            ("renewal.until.month", "3"),
            ("renewal.until.year", "2032"),
        ];
        assert_eq!(does(&mut chair, &reference, "langer-bewaren", &longer).await, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(chair.page().said().contains("Kies de grond die bij deze casus past"), "{}", chair.page().said());
        let right = [("renewal.ground", "loopt_nog")];
        let sent = chair.sends(&right, "volgende").await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.said());
        let case = chair.follows().await;
        assert!(case.said().contains("1 maart 2032"), "{}", case.said());
        assert!(!case.links().contains(&path), "not twice in one afternoon");
        let list = chair.opens("/balie/bewaren?deel=half-jaar").await;
        assert!(!list.said().contains(&reference), "{}", list.said());
        assert_eq!(house.place.column("SELECT destroy_on FROM referrals").await, ["2032-03-01"]);
    }

    async fn what_has_no_last_day_is_listed_until_it_gets_one(place) {
        let house = House::at(place).await;
        let reference = sent(&house).await;
        house.place.execute("UPDATE referrals SET form = 'via', regime = 'via'").await;
        let mut colleague = house.colleague(&[Role::Procesregisseur]).await;
        let list = colleague.opens("/balie/bewaren?deel=geen-laatste-dag").await;
        assert!(list.said().contains(&reference) && list.said().contains("Onder een andere wet dan de WGS"), "{}", list.said());
        assert!(list.said().contains("Nieuw") && list.said().contains("Volgens de wet waaronder de melding valt"), "{}", list.said());
        assert_eq!(does(&mut colleague, &reference, "antwoord", ANSWER).await, StatusCode::SEE_OTHER, "{}", colleague.page().said());
        let list = colleague.opens("/balie/bewaren?deel=geen-laatste-dag").await.said();
        assert!(list.contains(&reference) && !list.contains("Nieuw"), "an answer sets none: {list}");
        let period = [
            ("lasting.until.day", "1"),
            ("lasting.until.month", "2"),
            ("lasting.until.year", "2027"),
            ("lasting.rule", "Een wet, artikel 1, vanaf het antwoord."),
        ];
        assert_eq!(does(&mut colleague, &reference, "bewaartermijn", &period).await, StatusCode::SEE_OTHER, "{}", colleague.page().said());
        assert!(colleague.page().said().contains("1 februari 2027"), "{}", colleague.page().said());
        assert!(!colleague.opens("/balie/bewaren?deel=geen-laatste-dag").await.said().contains(&reference));
        house.waits(TimeDelta::days(73));
        house.tidies().await;
        assert_eq!(house.references().await, Vec::<String>::new(), "it went on 2 February 2027");
    }

    async fn a_running_case_needs_a_look_each_year(place) {
        let house = House::at(place).await;
        let reference = sent(&house).await;
        house.waits(TimeDelta::days(366));
        let mut chair = house.colleague(&[Role::Chair]).await;
        let list = chair.opens("/balie/bewaren?deel=jaarlijks").await;
        assert!(list.said().contains(&reference) && list.said().contains("zondag 21 november 2027"), "{}", list.said());
        let note = [("note.text", "Gebeld, geen gehoor.")];
        assert_eq!(does(&mut chair, &reference, "notitie", &note).await, StatusCode::SEE_OTHER, "{}", chair.page().said());
        assert!(chair.opens("/balie/bewaren?deel=jaarlijks").await.said().contains(&reference), "a note is no look");
        let look = [("review.reason", "Het plan van aanpak loopt nog.")];
        assert_eq!(does(&mut chair, &reference, "bewaren-nodig", &look).await, StatusCode::SEE_OTHER, "{}", chair.page().said());
        assert!(!chair.opens("/balie/bewaren?deel=jaarlijks").await.said().contains(&reference));
    }

    async fn long_lists_come_page_by_page_and_tombstones_are_searched(place) {
        let house = House::at(place).await;
        let first = sent(&house).await;
        house.refuses(&first).await;
        house.waits(TimeDelta::days(30));
        house.tidies().await;
        // Copies of one tombstone, each later than the one before.
        for number in 10..75 {
            house.place.execute(&format!(
                "INSERT INTO tombstones SELECT 'WM-26-XXX{number}', house, form, regime, municipality, organisation_kind, received_on, \
                 decided_on, outcome, ground, destroyed_at + {number}, proof FROM tombstones WHERE reference = '{first}'"
            )).await;
        }
        let mut officer = house.colleague(&[Role::Officer]).await;
        officer.opens("/balie/bewaren").await;
        let more = officer.page().links().into_iter().find(|link| link.contains("deel=vernietigd")).unwrap();
        let (mut seen, mut next) = (Vec::new(), Some(more));
        while let Some(path) = next {
            let page = officer.opens(&path).await;
            seen.extend(page.links().into_iter().filter(|link| link.starts_with("/balie/bewaren/")));
            next = page.links().into_iter().find(|link| link.contains("na="));
        }
        seen.sort();
        let all = seen.len();
        seen.dedup();
        assert_eq!((all, seen.len()), (66, 66));
        let found = officer.opens("/balie/bewaren?deel=vernietigd&referentie=xxx42").await;
        assert!(found.said().contains("WM-26-XXX42") && !found.said().contains("WM-26-XXX43"), "{}", found.said());
        for nonsense in ["deel=x&na=x", "deel=weken&na=~", "deel=vernietigd&na=x~x", "deel=jaarlijks&na=2026-13-01~x", "na=9~9", "deel=vernietigd&referentie=%00", "deel=weken&na=%00~%00"] {
            assert_eq!(officer.opens(&format!("/balie/bewaren?{nonsense}")).await.status, StatusCode::OK, "{nonsense}");
        }
        assert_eq!(officer.opens("/balie/bewaren/%00").await.status, StatusCode::NOT_FOUND);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn who_has_no_part_in_keeping_finds_nothing() {
    let house = House::opens().await;
    for role in [Role::Intake, Role::Weigher, Role::Administrator, Role::Editor] {
        let mut other = house.colleague(&[role]).await;
        for path in ["/balie/bewaren", "/balie/bewaren/WM-26-7K4P-Q"] {
            assert_eq!(other.opens(path).await.status, StatusCode::NOT_FOUND, "{role:?} at {path}");
        }
    }
    let round = Keeper::of(&house.front).round(&house.front.services.store, Actor::System, house.now()).await;
    assert_eq!(round.unwrap(), 0);
}
