//! A report that nobody signed, at the desk: seen first where it asks for help today, never called about, and answered where only its
//! reporter can read it. Someone close may still ask for an application.

use axum::http::StatusCode;
use domain::desk::role::Role;
use domain::forms;

use crate::browser::NOTHING;
use crate::desk::does;
use crate::house::House;
use crate::page::Element;
use crate::place::on_both_databases;

const ANONYMOUS: &str = "
reporter.anonymous=ja
worried_about.last_name=onbekend
worried_about.municipality=1883
worry.acute=ja
worry.seen=Mijn buurman komt niet meer buiten.
worry.since=een maand
worry.in_danger=onbekend
worry.gp=onbekend
worry.treated=onbekend
";

const NO_APPLICATION: &[(&str, &str)] = &[
    ("investigation.outcome", "geen_aanvraag"),
    ("investigation.finished_on.day", "21"),
    ("investigation.finished_on.month", "11"),
    ("investigation.finished_on.year", "2026"),
    ("investigation.reason", "Er is al hulp."),
    ("investigation.relative", "onbekend"),
];

const DEMAND: &[(&str, &str)] = &[
    ("demand.relation", "ouder"),
    ("demand.on.day", "21"),
    ("demand.on.month", "11"),
    ("demand.on.year", "2026"),
    ("demand.outcome", "aanvraag"),
    ("demand.reason", "De vader wil het toch."),
    ("demand.shielded", "ja"),
];

fn answer(text: &str) -> [(&str, &str); 3] {
    [("answer.way", "schriftelijk"), ("answer.text", text), ("answer.advice", "nee")]
}

on_both_databases! {
    async fn a_report_that_nobody_signed_is_answered_where_its_reporter_looks(place) {
        let house = House::at(place).await;
        let mut reporter = house.visitor().of(forms::find("wvggz").unwrap());
        reporter.prepares(ANONYMOUS).await;
        reporter.sends(NOTHING, "volgende").await;
        let reference = reporter.page().leads_to().rsplit('/').next().unwrap().to_owned();
        let page = reporter.follows().await;
        let code = page.all("p").find(|line| line.get("id") == "code").unwrap().text.clone();

        let mut desk = house.colleague(&[Role::WvggzProcesregisseur]).await;
        assert!(desk.opens("/balie").await.said().contains("Vandaag nodig"), "{}", desk.page().said());
        assert!(desk.page().said().contains("Nu: Doen wat meteen nodig is"), "{}", desk.page().said());
        let path = format!("/balie/{reference}");
        let call = format!("{path}/bellen");
        let case = desk.opens(&path).await;
        assert!(case.said().contains("Vandaag nodig") && case.said().contains("Anoniem"), "{}", case.said());
        assert!(!case.links().contains(&call), "there is nobody to call");
        let is_first = |link: &&Element| link.get("class").contains("nl-button--primary");
        let first: Vec<_> = case.all("a").filter(is_first).map(|link| link.get("href").to_owned()).collect();
        assert_eq!(first, [format!("{path}/notitie")], "what was done today comes before what takes two weeks");
        assert_eq!(desk.opens(&call).await.leads_to(), path);

        let does = async |desk: &mut _, act, typed: &[(&str, &str)]| does(desk, &reference, act, typed).await;
        assert_eq!(does(&mut desk, "onderzoek", NO_APPLICATION).await, StatusCode::SEE_OTHER, "{}", desk.page().said());
        assert!(desk.page().said().contains("Nu: Antwoord klaarzetten"), "{}", desk.page().said());
        assert_eq!(does(&mut desk, "antwoord", &answer("Er is al hulp.")).await, StatusCode::SEE_OTHER, "{}", desk.page().said());
        assert!(house.sends_mail().await.is_empty(), "nobody gave an address");

        assert_eq!(does(&mut desk, "verzoek-naaste", DEMAND).await, StatusCode::SEE_OTHER, "{}", desk.page().said());
        let case = desk.opens(&path).await.said().to_owned();
        assert!(case.contains("Naaste vroeg om toch een aanvraag") && case.contains("Nu: Antwoord klaarzetten"), "{case}");
        assert!(!desk.opens(&path).await.links().contains(&format!("{path}/verzoek-naaste")), "there is an application now");
        assert!(desk.opens("/balie").await.said().contains("Opnieuw te beantwoorden"), "{}", desk.page().said());

        // Its reporter sees nothing of it, and can't take it back.
        let mut follower = house.visitor();
        follower.opens("/volgen").await;
        follower.sends(&[("_referentie", reference.as_str()), ("_code", code.as_str())], "").await;
        let read = follower.follows().await;
        let said = read.said();
        assert!(said.contains("Beantwoord."), "{said}");
        for told in ["In behandeling", "Uiterlijk", "Iets toevoegen", "De vader wil het toch."] {
            assert!(!said.contains(told), "{told} in {said}");
        }
        assert!(!read.links().iter().any(|link| link.ends_with("/intrekken")), "{:?}", read.links());
        follower.posts("/volgen/intrekken", &[]).await;
        assert_eq!(does(&mut desk, "antwoord", &answer("Een naaste vroeg het.")).await, StatusCode::SEE_OTHER, "{}", desk.page().said());

        let mut follower = house.visitor();
        follower.opens("/volgen").await;
        follower.sends(&[("_referentie", reference.as_str()), ("_code", code.as_str())], "").await;
        let read = follower.follows().await.said().to_owned();
        for told in ["Er komt geen aanvraag voor verplichte zorg.", "Er komt een aanvraag voor verplichte zorg.", "Een naaste vroeg het."] {
            assert!(read.contains(told), "{told} in {read}");
        }
        assert!(!read.contains("De vader wil het toch."), "what was asked by whom stays at the desk");
    }
}
