//! The trail as whoever supervises sees it: who did what, whether it is whole, as a table too; and each look is in it.

use axum::http::StatusCode;
use chrono::TimeDelta;
use domain::desk::role::Role;

use crate::desk::{CALL, does, sent};
use crate::house::House;
use crate::place::on_both_databases;
use crate::referral::CANARY;

on_both_databases! {
    async fn an_officer_sees_who_saw_a_case(place) {
        let house = House::at(place).await;
        let (reference, other) = (sent(&house).await, sent(&house).await);
        let mut intake = house.colleague(&[Role::Intake]).await;
        does(&mut intake, &reference, "bellen", CALL).await;
        intake.opens(&format!("/balie/{other}")).await;

        let mut officer = house.colleague(&[Role::Officer]).await;
        let page = officer.opens("/balie/logboek").await;
        assert!(page.said().contains("Zaak ingezien") && page.said().contains("Noor Voorbeeld"), "{}", page.said());
        assert!(page.said().contains("Zaak: contact gehad") && page.said().contains("Intake"), "{}", page.said());
        assert!(!page.body.contains(CANARY) && !page.body.contains("Kim Voorbeeld"), "the trail holds no content");
        let lower = reference.to_lowercase();
        let page = officer.opens(&format!("/balie/logboek?referentie={lower}")).await;
        let (question, answer) = (format!("Wie zag {reference}?"), format!("/balie/logboek?wat=gezien&referentie={reference}"));
        assert!(page.said().contains(&question) && page.links().contains(&answer), "{:?}", page.links());
        let page = officer.opens(&answer).await;
        assert!(page.said().contains("Zaak ingezien") && !page.said().contains("Zaak: contact gehad — "), "{}", page.said());
        let rows = page.within("tbody", "tr").count();
        let seen = house.trail().await.into_iter().filter(|line| *line == format!("referral.viewed {reference}")).count();
        assert_eq!(rows, seen, "{}", page.said());
        assert!(!page.within("tbody", "tr").any(|row| row.text.contains(&other)));
        let looks = house.trail().await.into_iter().filter(|line| line.starts_with("trail.viewed"));
        assert_eq!(looks.collect::<Vec<_>>(), ["trail.viewed".to_owned(), format!("trail.viewed {reference}"), format!("trail.viewed {reference}")]);
    }

    async fn pages_lead_to_older_entries_and_back_to_the_latest(place) {
        let house = House::at(place).await;
        let mut officer = house.colleague(&[Role::Officer]).await;
        for _ in 0..120 {
            officer.opens("/balie/logboek").await;
        }
        let (mut path, mut seen) = ("/balie/logboek?wat=trail.viewed".to_owned(), Vec::new());
        loop {
            let page = officer.opens(&path).await;
            seen.extend(page.within("tbody", "time").map(|time| time.get("datetime").to_owned()));
            assert_eq!(page.links().contains("/balie/logboek?wat=trail.viewed"), path.contains("voor="), "{path}");
            let Some(older) = page.links().into_iter().find(|link| link.contains("voor=")) else { break };
            path = older;
        }
        assert_eq!(seen.len(), 121, "the first of these looks shows itself, the later ones are newer");
        for nonsense in ["voor=x", "voor=-5", "vanaf=gisteren&tot=9999-99-99", "wie=x&wat=y", "referentie=%00", "vanaf=%2B262142-12-31"] {
            assert_eq!(officer.opens(&format!("/balie/logboek?{nonsense}")).await.status, StatusCode::OK, "{nonsense}");
        }
    }

    async fn filters_narrow_by_day_and_person(place) {
        let house = House::at(place).await;
        let reference = sent(&house).await;
        let mut intake = house.colleague(&[Role::Intake]).await;
        intake.opens(&format!("/balie/{reference}")).await;
        house.waits(TimeDelta::days(2));
        let mut officer = house.colleague(&[Role::Officer]).await;
        let page = officer.opens("/balie/logboek?vanaf=2026-11-23&tot=2026-11-23").await;
        assert!(page.said().contains("Ingelogd") && !page.said().contains("Zaak ingezien —"), "{}", page.said());
        assert!(!page.within("tbody", "tr").any(|row| row.text.contains(&reference)));
        let before = officer.opens("/balie/logboek?tot=2026-11-21").await;
        assert!(before.within("tbody", "tr").any(|row| row.text.contains(&reference)));
        let id = house.place.column("SELECT id FROM members ORDER BY made_at").await.remove(0);
        let page = officer.opens(&format!("/balie/logboek?wie={id}")).await;
        assert!(page.within("tbody", "tr").count() >= 2 && page.within("tbody", "tr").all(|row| row.text.contains("Noor")));
        let page = officer.opens("/balie/logboek?wie=bezoeker").await;
        assert!(page.within("tbody", "tr").all(|row| row.text.contains("Bezoeker van de site")), "{}", page.said());
    }

    async fn a_selection_leaves_as_a_table_and_that_is_in_the_trail(place) {
        let house = House::at(place).await;
        let reference = sent(&house).await;
        let mut officer = house.colleague(&[Role::Officer]).await;
        // Someone tried an address that a spreadsheet would run: what was typed stays out of the trail.
        officer.opens("/balie/=1+1").await;
        let page = officer.opens("/balie/logboek/logboek.csv").await;
        assert_eq!(page.status, StatusCode::OK);
        assert_eq!(page.header("content-type"), "text/csv; charset=utf-8");
        assert!(page.header("content-disposition").starts_with("attachment"));
        let mut table = csv::Reader::from_reader(page.body.as_bytes());
        assert_eq!(table.headers().unwrap().len(), 9);
        let rows: Vec<csv::StringRecord> = table.records().map(Result::unwrap).collect();
        assert_eq!(rows.len(), house.trail().await.len(), "all of it");
        assert_eq!(&rows[0][4], "Logboek gedownload", "and the latest is this download");
        assert!(!page.body.contains("1+1"), "{}", page.body);
        assert!(rows.iter().any(|row| &row[6] == reference.as_str()));
        let page = officer.opens(&format!("/balie/logboek/logboek.csv?referentie={reference}&wat=mail")).await;
        assert_eq!(csv::Reader::from_reader(page.body.as_bytes()).records().count(), 0);
        assert!(house.trail().await.contains(&format!("trail.exported {reference}")));
        house.waits(TimeDelta::minutes(6));
        let asked_again = officer.opens("/balie/logboek/logboek.csv").await;
        assert!(asked_again.leads_to().starts_with("/balie/inloggen/opnieuw"), "{}", asked_again.status);
    }

    async fn the_page_tells_how_far_the_trail_is_sound_and_where_it_is_broken(place) {
        let house = House::at(place).await;
        sent(&house).await;
        let mut officer = house.colleague(&[Role::Officer]).await;
        let page = officer.opens("/balie/logboek").await;
        let count = house.place.count("audit").await;
        assert!(page.said().contains(&format!("alle {count} regels zijn nog zoals ze zijn geschreven")), "{}", page.said());
        if house.place.url.starts_with("sqlite") {
            house.place.execute("DROP TRIGGER audit_is_not_changed").await;
        } else {
            house.place.execute("DROP FUNCTION audit_is_append_only CASCADE").await;
        }
        house.place.execute(&format!("UPDATE audit SET hash = previous WHERE seq = {count}")).await;
        let page = officer.opens("/balie/logboek").await;
        assert!(page.said().contains(&format!("Het logboek klopt niet vanaf regel {count}")), "{}", page.said());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_but_an_officer_reads_the_trail() {
    let house = House::opens().await;
    for role in Role::ALL.into_iter().filter(|role| *role != Role::Officer) {
        let mut other = house.colleague(&[role]).await;
        for path in ["/balie/logboek", "/balie/logboek/logboek.csv"] {
            assert_eq!(other.opens(path).await.status, StatusCode::NOT_FOUND, "{role:?} at {path}");
        }
    }
    assert_eq!(house.trail().await.into_iter().filter(|line| line == "desk.refused").count(), 16);
}
