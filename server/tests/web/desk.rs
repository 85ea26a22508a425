//! A referral at the desk: from the work list to the answer, by people with the right roles, and by nobody else.

use axum::http::StatusCode;
use chrono::TimeDelta;
use domain::desk::role::Role;

use crate::browser::{Browser, NOTHING};
use crate::house::House;
use crate::page::Page;
use crate::place::on_both_databases;
use crate::referral::{CANARY, TYPED};

/// Sends a whole referral; gives its number.
pub(crate) async fn sent(house: &House) -> String {
    let mut referrer = house.visitor();
    referrer.prepares(TYPED).await;
    referrer.sends(NOTHING, "volgende").await;
    referrer.page().leads_to().rsplit('/').next().unwrap().to_owned()
}

/// Does an act on a case, with what was typed.
pub(crate) async fn does(colleague: &mut Browser, reference: &str, act: &str, typed: &[(&str, &str)]) -> StatusCode {
    colleague.opens(&format!("/balie/{reference}/{act}")).await;
    let buttons = colleague.page().form().buttons;
    let first = if buttons.iter().any(|button| button == "bekijk") { "bekijk" } else { "volgende" };
    colleague.sends(typed, first).await;
    if first == "bekijk" && colleague.page().status == StatusCode::OK {
        colleague.sends(NOTHING, "volgende").await;
    }
    let status = colleague.page().status;
    colleague.follows().await;
    status
}

pub(crate) const CALL: &[(&str, &str)] = &[
    ("call.spoken", "ja"),
    ("call.with", "Kim Voorbeeld"),
    ("call.report", "Gesproken over de zorgen. Balieteksten blijven binnen."),
];

const CRITERIA: &[(&str, &str)] = &[
    ("judged.domains", "ja"),
    ("judged.domains_reason", "Wonen en geld."),
    ("judged.chains", "nee"),
    ("judged.chains_reason", "Eén keten volstaat."),
    ("judged.surroundings", "nee"),
    ("judged.surroundings_reason", "Geen last gemeld."),
    ("judged.informed", "ja"),
];

const FOUR_CRITERIA: &[(&str, &str)] = &[
    ("judged.problems", "ja"),
    ("judged.problems_reason", "Schulden en geweld."),
    ("judged.domains", "ja"),
    ("judged.domains_reason", "Wonen en geld."),
    ("judged.harm", "ja"),
    ("judged.harm_reason", "Ernstige overlast."),
    ("judged.participants", "ja"),
    ("judged.participants_reason", "Zorg en politie zijn nodig."),
    ("judged.complex", "ja"),
    ("judged.local", "nee"),
    ("judged.shared_reason", "Meer ketens zijn nodig."),
    ("judged.informed", "ja"),
];

pub(crate) const DECISION: &[(&str, &str)] =
    &[("decision.outcome", "advies"), ("decision.reason", "Het wijkteam kan dit zelf. Alleen voor de balie.")];

const CLOSING: &[(&str, &str)] = &[("closing.result", "De rust is terug."), ("closing.local", "nee")];

pub(crate) const ANSWER: &[(&str, &str)] = &[
    ("answer.way", "schriftelijk"),
    ("answer.text", "Het wijkteam past beter bij deze casus."),
    ("answer.advice", "ja"),
    ("answer.advice_text", "Bel het wijkteam."),
];

on_both_databases! {
    async fn a_referral_goes_from_the_work_list_to_its_answer(place) {
        let house = House::at(place).await;
        let reference = sent(&house).await;
        let mut intake = house.colleague(&[Role::Intake, Role::Chair]).await;

        let list = intake.opens("/balie").await;
        assert!(list.said().contains(&reference) && list.said().contains("Ongelezen"), "{}", list.said());
        assert!(!list.body.contains(CANARY), "the list shows nothing of what was sent");

        let case = intake.opens(&format!("/balie/{reference}")).await;
        assert!(case.body.contains(CANARY), "the case shows what was sent");
        assert!(!intake.opens("/balie").await.said().contains("Ongelezen"));

        assert_eq!(does(&mut intake, &reference, "bellen", CALL).await, StatusCode::SEE_OTHER);
        assert!(intake.page().said().contains("Uw verslag is vastgelegd"), "{}", intake.page().said());
        assert_eq!(does(&mut intake, &reference, "criteria-regieteam", CRITERIA).await, StatusCode::SEE_OTHER, "{}", intake.page().said());
        let told_to = |page: &Page| page.all("input").find(|input| input.get("name") == "answer.told_to").unwrap().get("value").to_owned();
        assert_eq!(does(&mut intake, &reference, "besluit", DECISION).await, StatusCode::SEE_OTHER, "{}", intake.page().said());
        assert_eq!(told_to(intake.opens(&format!("/balie/{reference}/antwoord")).await), "", "who spoke before the decision heard no answer");
        assert_eq!(does(&mut intake, &reference, "bellen", CALL).await, StatusCode::SEE_OTHER);
        assert_eq!(told_to(intake.opens(&format!("/balie/{reference}/antwoord")).await), "Kim Voorbeeld", "who spoke after it is filled in");
        assert_eq!(does(&mut intake, &reference, "antwoord", ANSWER).await, StatusCode::SEE_OTHER, "{}", intake.page().said());
        assert!(intake.page().said().contains("Beantwoord"), "{}", intake.page().said());
        assert!(!intake.opens("/balie").await.said().contains(&reference), "what is answered is not work");
        assert!(!house.place.holds("Balieteksten") && !house.place.holds("wijkteam past beter"), "all of it is sealed");

        let trail = house.trail().await;
        for step in ["referral.viewed", "referral.contacted", "referral.judged", "referral.decided", "referral.answered"] {
            assert!(trail.contains(&format!("{step} {reference}")), "{step} in {trail:?}");
        }
    }

    async fn what_is_asked_back_is_answered_on_the_follow_page_and_nothing_else_is_shown(place) {
        let house = House::at(place).await;
        let mut referrer = house.visitor();
        referrer.prepares(TYPED).await;
        referrer.sends(NOTHING, "volgende").await;
        let reference = referrer.page().leads_to().rsplit('/').next().unwrap().to_owned();
        let page = referrer.follows().await;
        let code = page.all("p").find(|line| line.get("id") == "code").unwrap().text.clone();
        let mut intake = house.colleague(&[Role::Intake]).await;
        let asked = [
            ("veld", "person.birth_date"),
            ("veld", "referrer.function"),
            ("ask.question", "Klopt de geboortedatum? Vraagjebalie."),
        ];
        assert_eq!(does(&mut intake, &reference, "aanvulling-vragen", &asked).await, StatusCode::SEE_OTHER, "{}", intake.page().said());
        assert!(intake.page().said().contains("Wacht op aanvulling") || intake.page().said().contains("Staat stil"), "{}", intake.page().said());

        let mut follower = house.visitor();
        follower.opens("/volgen").await;
        follower.sends(&[("_referentie", reference.as_str()), ("_code", code.as_str())], "").await;
        let page = follower.follows().await;
        assert!(page.said().contains("Vraagjebalie") && !page.said().contains("Burgerservicenummer"), "{}", page.said());
        assert!(!page.body.contains(CANARY), "only what was asked shows");
        let wrong = [("person.birth_date.day", "31"), ("person.birth_date.month", "2"), ("person.birth_date.year", "1985")];
        let page = follower.sends(&wrong, "").await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(!page.errors().is_empty() && page.body.contains("value=\"31\""));
        let right = [("person.birth_date.day", "8"), ("person.birth_date.month", "3"), ("_antwoord", "Het was een dag later. Nagekeken.")];
        follower.sends(&right, "").await;
        assert_eq!(follower.page().status, StatusCode::SEE_OTHER, "{:?}", follower.page().errors());
        assert!(follower.follows().await.said().contains("8 maart 1985"));

        let case = intake.opens(&format!("/balie/{reference}")).await;
        assert!(case.said().contains("Nagekeken") && case.said().contains("8 maart 1985"), "{}", case.said());
        assert!(!house.place.holds("Nagekeken") && !house.place.holds("Vraagjebalie"));
    }

    async fn a_copy_leaves_only_with_a_purpose_a_fresh_passkey_and_its_maker(place) {
        let house = House::at(place).await;
        let reference = sent(&house).await;
        let mut intake = house.colleague(&[Role::Intake]).await;
        let hand_over = [
            ("handover.organisation", "andere"),
            ("handover.other_organisation", "Voorbeeldhuis"),
            ("handover.purpose", "Het vervolg."),
            ("handover.basis", "Artikel 1.7 WGS."),
            ("handover.consent", "ja"),
            ("handover.format", "json"),
        ];
        assert_eq!(does(&mut intake, &reference, "overdragen", &hand_over).await, StatusCode::SEE_OTHER, "{}", intake.page().said());
        let copy = intake.page().links().into_iter().find(|link| link.contains("/overdracht/")).expect("a link to the copy");
        let file = intake.opens(&copy).await;
        assert_eq!((file.status, file.header("content-type")), (StatusCode::OK, "application/json"));
        assert!(file.body.contains(CANARY) && file.header("content-disposition").contains(&reference));
        let mut other = house.colleague(&[Role::Intake]).await;
        assert_eq!(other.opens(&copy).await.status, StatusCode::NOT_FOUND, "a colleague makes a hand-over of their own");
        house.waits(TimeDelta::minutes(6));
        assert!(intake.opens(&copy).await.leads_to().starts_with("/balie/inloggen/opnieuw"), "the passkey was long ago");
    }

    async fn who_decides_second_sees_the_first_decision_and_loses_no_text(place) {
        let house = House::at(place).await;
        let reference = sent(&house).await;
        let mut one = house.colleague(&[Role::Intake, Role::Chair]).await;
        let mut two = house.colleague(&[Role::Chair]).await;
        does(&mut one, &reference, "bellen", CALL).await;
        two.opens(&format!("/balie/{reference}/besluit")).await;
        assert_eq!(does(&mut one, &reference, "besluit", DECISION).await, StatusCode::SEE_OTHER);
        let other = [("decision.outcome", "overleg"), ("decision.reason", "Dit moet op de agenda.")];
        let page = two.sends(&other, "volgende").await;
        assert_eq!(page.status, StatusCode::CONFLICT);
        assert!(page.said().contains("Besluit genomen") && page.body.contains("Dit moet op de agenda."), "{}", page.said());
        assert_eq!(house.place.column("SELECT outcome FROM referrals").await, ["advies"]);
    }

    async fn under_the_wgs_a_case_is_taken_on_after_public_advice_and_a_judgement(place) {
        let house = House::at(place).await;
        let reference = sent(&house).await;
        house.place.execute("UPDATE referrals SET form = 'mda', regime = 'wgs'").await;
        let mut chair = house.colleague(&[Role::Intake, Role::Chair]).await;
        let mut weigher = house.colleague(&[Role::Weigher]).await;
        let decision = [("decision.outcome", "overleg"), ("decision.reason", "Dit moet op de agenda.")];

        let page = weigher.opens(&format!("/balie/{reference}/advies")).await;
        assert!(page.body.contains("value=\"politie\"") && !page.body.contains("value=\"reclassering-nederland\""));
        let unsure = [("weigh.organisation", "politie"), ("weigh.advice", "meer_weten"), ("weigh.reason", "Eerst bellen.")];
        assert_eq!(does(&mut weigher, &reference, "advies", &unsure).await, StatusCode::SEE_OTHER, "{}", weigher.page().said());
        assert_eq!(does(&mut chair, &reference, "besluit", &decision).await, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(chair.page().said().contains("het advies van een collega nodig"), "{}", chair.page().said());

        let advice = [("weigh.organisation", "politie"), ("weigh.advice", "aannemen"), ("weigh.reason", "Het past.")];
        assert_eq!(does(&mut weigher, &reference, "advies", &advice).await, StatusCode::SEE_OTHER, "{}", weigher.page().said());
        assert_eq!(does(&mut chair, &reference, "besluit", &decision).await, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(chair.page().errors().iter().any(|error| error.contains("Beoordeel eerst de criteria")), "{:?}", chair.page().errors());

        assert_eq!(does(&mut chair, &reference, "criteria-casusoverleg", FOUR_CRITERIA).await, StatusCode::SEE_OTHER, "{}", chair.page().said());
        assert!(chair.opens(&format!("/balie/{reference}/besluit")).await.said().contains("4 van de 4 criteria van toepassing."));
        assert_eq!(does(&mut chair, &reference, "besluit", &decision).await, StatusCode::SEE_OTHER, "{}", chair.page().said());
        assert_eq!(house.place.column("SELECT outcome FROM referrals").await, ["overleg"]);
    }

    async fn an_expired_session_gives_the_text_back_after_signing_in(place) {
        let house = House::at(place).await;
        let reference = sent(&house).await;
        let mut colleague = house.colleague(&[Role::Intake]).await;
        let path = format!("/balie/{reference}/notitie");
        colleague.opens(&path).await;
        house.waits(TimeDelta::minutes(31));
        colleague.sends(&[("note.text", "Halverwege getypt, Sluimerend.")], "volgende").await;
        assert!(colleague.page().leads_to().starts_with("/balie/inloggen?naar="), "{}", colleague.page().leads_to());
        assert!(!house.place.holds("Sluimerend"));
        let mut again = house.colleague(&[Role::Intake]).await;
        again.takes_cookies("__Host-balie-tekst-", &colleague);
        let page = again.opens(&path).await;
        assert!(page.body.contains("Sluimerend") && page.said().contains("Uw tekst is bewaard"), "{}", page.said());
        assert_eq!(again.sends(NOTHING, "volgende").await.status, StatusCode::SEE_OTHER);
        assert_eq!(house.place.count("drafts").await, 1, "only the copy of the sender is left");
    }

    async fn two_tabs_keep_both_their_texts_and_a_press_elsewhere_costs_none(place) {
        let house = House::at(place).await;
        let reference = sent(&house).await;
        let mut colleague = house.colleague(&[Role::Intake, Role::Chair]).await;
        let (note, call) = (format!("/balie/{reference}/notitie"), format!("/balie/{reference}/bellen"));
        let mut other = colleague.clone();
        colleague.opens(&note).await;
        other.opens(&call).await;
        house.waits(TimeDelta::minutes(31));
        colleague.sends(&[("note.text", "De eerste tekst.")], "volgende").await;
        other.sends(&[("call.spoken", "ja"), ("call.with", "De tweede tekst")], "volgende").await;
        colleague.posts(&format!("{note}?van=lijst"), &[("note.text", "De eerste tekst, beter.")]).await;
        let kept = house.place.count("drafts").await;
        for path in ["/balie/blijven", "/balie/sessies", &format!("/balie/{reference}/toewijzen")] {
            colleague.posts(path, &[("_actie", "einde:1")]).await;
        }
        assert_eq!(house.place.count("drafts").await, kept, "nothing to type again, nothing kept");
        let mut officer = house.colleague(&[Role::Officer]).await;
        officer.takes_cookies("__Host-balie-tekst-", &colleague);
        assert_eq!(officer.opens(&note).await.status, StatusCode::NOT_FOUND, "who may not see it loses nothing of it");
        let mut again = house.colleague(&[Role::Intake, Role::Chair]).await;
        again.takes_cookies("__Host-balie-tekst-", &colleague);
        assert!(again.opens(&note).await.body.contains("De eerste tekst, beter."));
        assert!(again.opens(&call).await.body.contains("De tweede tekst"));
        assert_eq!(house.place.count("drafts").await, 1, "only the copy of the sender is left");
        assert_eq!(again.counts_cookies("__Host-balie-tekst-"), 0);
    }

    async fn a_browser_keeps_eight_texts_and_then_lets_go_of_the_oldest(place) {
        let house = House::at(place).await;
        let mut stranger = house.visitor();
        for number in 0..10 {
            house.waits(TimeDelta::seconds(1));
            stranger.posts(&format!("/balie/WM-26-{number}/notitie"), &[("note.text", "Een tekst.")]).await;
        }
        assert_eq!((house.place.count("drafts").await, stranger.counts_cookies("__Host-balie-tekst-")), (8, 8));
    }

    async fn who_is_not_taken_on_always_hears_what_they_can_do(place) {
        let house = House::at(place).await;
        let reference = sent(&house).await;
        let mut chair = house.colleague(&[Role::Chair]).await;
        does(&mut chair, &reference, "besluit", DECISION).await;
        let silent: Vec<_> = ANSWER.iter().filter(|(name, _)| *name != "answer.advice_text").map(|(name, typed)| if *name == "answer.advice" { (*name, "nee") } else { (*name, *typed) }).collect();
        assert_eq!(does(&mut chair, &reference, "antwoord", &silent).await, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(chair.page().said().contains("Bij dit besluit krijgt de afzender altijd advies"), "{}", chair.page().said());
        assert_eq!(does(&mut chair, &reference, "antwoord", ANSWER).await, StatusCode::SEE_OTHER, "{}", chair.page().said());
    }

    async fn what_is_done_is_done_in_the_role_that_may(place) {
        let house = House::at(place).await;
        let reference = sent(&house).await;
        let mut both = house.colleague(&[Role::ContactPoint, Role::Intake, Role::Chair]).await;
        does(&mut both, &reference, "bellen", CALL).await;
        does(&mut both, &reference, "besluit", DECISION).await;
        assert_eq!(house.roles_of("referral.contacted").await, ["intake"]);
        assert_eq!(house.roles_of("referral.decided").await, ["voorzitter"]);
        assert!(house.roles_of("referral.viewed").await.iter().all(|role| role != "contactpunt"), "who may not read it did not");
    }

    async fn whatever_shows_a_case_is_in_the_trail(place) {
        let house = House::at(place).await;
        let reference = sent(&house).await;
        let mut intake = house.colleague(&[Role::Intake]).await;
        assert!(intake.opens(&format!("/balie/{reference}/aanvulling-vragen")).await.body.contains(CANARY));
        assert_eq!(house.roles_of("referral.viewed").await, ["intake"]);
    }

    async fn what_someone_looked_for_is_in_the_trail_only_where_it_is_a_reference(place) {
        let house = House::at(place).await;
        let reference = sent(&house).await;
        let mut officer = house.colleague(&[Role::Officer]).await;
        for typed in ["Fictief-Voorbeeld", "999900845", &reference] {
            assert_eq!(officer.opens(&format!("/balie/logboek?referentie={typed}")).await.status, StatusCode::OK);
        }
        assert_eq!(officer.opens("/balie/Fictief-Voorbeeld").await.status, StatusCode::NOT_FOUND);
        let trail = house.trail().await.join("\n");
        assert!(trail.contains(&format!("trail.viewed {reference}")) && !trail.contains("Fictief") && !trail.contains("999900845"), "{trail}");
    }

    async fn a_closed_case_is_shielded_and_opens_for_who_says_why(place) {
        let house = House::at(place).await;
        let reference = sent(&house).await;
        let mut chair = house.colleague(&[Role::Chair, Role::Intake]).await;
        for (act, typed) in [("besluit", DECISION), ("antwoord", ANSWER), ("afsluiten", CLOSING)] {
            assert_eq!(does(&mut chair, &reference, act, typed).await, StatusCode::SEE_OTHER, "{act}: {}", chair.page().said());
        }
        let case = format!("/balie/{reference}");
        let consult = format!("{case}/inzien");
        for address in [&case, &format!("{case}/notitie"), &format!("{case}/vasthouden")] {
            assert_eq!(chair.opens(address).await.leads_to(), consult, "{address}");
        }
        let asked = chair.opens(&consult).await;
        assert!(asked.said().contains("afgeschermd") && !asked.body.contains(CANARY), "{}", asked.said());
        for list in ["/balie?status=closed", &format!("/balie?referentie={}", &reference[..8])] {
            assert!(!chair.opens(list).await.said().contains(&reference), "{list}");
        }
        assert!(chair.opens(&format!("/balie?referentie={reference}")).await.said().contains(&reference), "who knows it finds it");

        let mut intake = house.colleague(&[Role::Intake]).await;
        let list = intake.opens(&format!("/balie?referentie={reference}")).await;
        assert!(!list.links().contains(&case), "who may not consult it does not find it either");
        let looked = format!("queue.viewed {reference}");
        assert_eq!(house.trail().await.into_iter().filter(|line| *line == looked).count(), 2, "who looked for it is in the trail");
        assert_eq!(intake.opens(&case).await.status, StatusCode::NOT_FOUND);
        assert_eq!(intake.opens(&consult).await.status, StatusCode::NOT_FOUND);

        let viewed = async || house.roles_of("referral.viewed").await.len();
        let before = viewed().await;
        assert_eq!(does(&mut chair, &reference, "inzien", &[]).await, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(viewed().await, before, "nothing was opened");
        let why = [("consult.purpose", "terugval"), ("consult.reason", "De politie belde over een terugval.")];
        assert_eq!(does(&mut chair, &reference, "inzien", &why).await, StatusCode::SEE_OTHER, "{}", chair.page().said());
        let opened = chair.opens(&case).await;
        assert!(opened.body.contains(CANARY) && opened.said().contains("U kunt erbij tot"), "{}", opened.said());
        assert!(!opened.links().contains(&consult), "it is open already");
        assert!(!opened.said().contains("Toewijzen"), "nobody handles what is closed");
        assert_eq!(chair.opens(&consult).await.leads_to(), case);
        let mut other = house.colleague(&[Role::Chair]).await;
        assert_eq!(other.opens(&case).await.leads_to(), consult, "it is open to who said why alone");
        house.clock.advance(TimeDelta::hours(8) + TimeDelta::minutes(1));
        let mut later = house.colleague(&[Role::Procesregisseur]).await;
        assert_eq!(later.opens(&case).await.leads_to(), consult);
    }

    async fn who_gets_a_case_stands_on_its_timeline_and_costs_nobody_what_they_write(place) {
        let house = House::at(place).await;
        let reference = sent(&house).await;
        let mut chair = house.colleague(&[Role::Chair, Role::Intake]).await;
        let (case, give) = (format!("/balie/{reference}"), format!("/balie/{reference}/toewijzen"));
        let mut writing = chair.clone();
        writing.opens(&format!("{case}/besluit")).await;
        let page = chair.opens(&case).await;
        let own = page.body.split_once("name=\"_wie\" value=\"").unwrap().1.split_once('"').unwrap().0.to_owned();
        for to in [own.as_str(), own.as_str(), ""] {
            chair.posts(&give, &[("_wie", to)]).await;
            assert_eq!(chair.page().status, StatusCode::SEE_OTHER);
        }
        let told = chair.opens(&case).await.said().to_owned();
        assert_eq!(told.matches("Toegewezen aan ").count(), 1, "pressing twice gives it once: {told}");
        assert!(told.contains("Niet meer toegewezen"), "{told}");
        let mut colleague = house.colleague(&[Role::Intake]).await;
        colleague.opens(&case).await;
        chair.posts(&give, &[("_wie", &own)]).await;
        assert!(!colleague.opens("/balie").await.said().contains("Ongelezen"), "there is nothing new to read in the case");
        writing.sends(DECISION, "volgende").await;
        assert_eq!(writing.page().status, StatusCode::SEE_OTHER, "{}", writing.page().said());
        assert_eq!(house.trail().await.iter().filter(|line| line.starts_with("referral.assigned")).count(), 3);
    }

    async fn who_may_do_what_comes_next_is_named_and_who_never_came_in_last(place) {
        let house = House::at(place).await;
        let reference = sent(&house).await;
        let mut weigher = house.colleague(&[Role::Weigher]).await;
        let path = format!("/balie/{reference}");
        assert!(weigher.opens(&path).await.said().contains("Nog niemand heeft de juiste rol."));
        house.invites(&[Role::Intake], |_| {}).await;
        let invited = format!("({}, nog nooit ingelogd)", Role::Intake.text());
        assert!(weigher.opens(&path).await.said().contains(&format!("{invited}. De zaak")), "{}", weigher.page().said());
        house.enrols(&[Role::Intake], |_| {}).await;
        let case = weigher.opens(&path).await.said();
        let [first, last] = [format!("({}) of ", Role::Intake.text()), invited].map(|words| case.find(&words));
        assert!(first.is_some() && first < last, "{case}");
    }

    async fn the_wrong_role_finds_no_act_and_the_trail_knows(place) {
        let house = House::at(place).await;
        let reference = sent(&house).await;
        let mut weigher = house.colleague(&[Role::Weigher]).await;
        for act in ["bellen", "aanvulling-vragen", "antwoord", "vasthouden"] {
            assert_eq!(weigher.opens(&format!("/balie/{reference}/{act}")).await.status, StatusCode::NOT_FOUND, "{act}");
        }
        assert_eq!(house.roles_of("desk.refused").await, ["weger"; 4]);
    }

    async fn the_wrong_role_finds_nothing_and_the_trail_knows(place) {
        let house = House::at(place).await;
        let reference = sent(&house).await;
        for role in [Role::Officer, Role::Administrator, Role::Editor, Role::WvggzProcesregisseur, Role::ContactPoint] {
            let mut other = house.colleague(&[role]).await;
            assert_eq!(other.opens(&format!("/balie/{reference}")).await.status, StatusCode::NOT_FOUND, "{role:?}");
        }
        let refused = house.trail().await.into_iter().filter(|line| *line == format!("desk.refused {reference}"));
        assert_eq!(refused.count(), 5);
        assert!(house.visitor().opens(&format!("/balie/{reference}")).await.leads_to().starts_with("/balie/inloggen"));
    }
}

/// Referrals as a list shows them, with nothing in their envelopes.
fn rows(count: u32) -> String {
    let columns = "reference, house, form, status, received_at, envelope, submission_key, content_hash, regime, form_version, \
                   municipality, organisation, turn, next_due, next_clock";
    format!(
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {count}) \
         INSERT INTO referrals ({columns}) SELECT 'WM-26-' || i, 'westelijke-mijnstreek', 'regieteam', \
         CASE i % 3 WHEN 0 THEN 'answered' WHEN 1 THEN 'confirmed' ELSE 'contacted' END, 1790000000 + i, zeroblob(4200), 'key-' || i, \
         zeroblob(32), 'regieteam', 1, 'GM' || (i % 3), 'partner-' || (i % 40), \
         CASE i % 3 WHEN 0 THEN 4 ELSE 1 END, CASE i % 3 WHEN 0 THEN NULL ELSE '2026-12-' || printf('%02d', 1 + i % 28) END, \
         CASE i % 3 WHEN 0 THEN NULL ELSE 'contact' END FROM n"
    )
}

/// The rows are written with functions of SQLite; the query itself is proven on both databases in `store/tests/desk.rs`. How long a
/// hundred thousand take: `tests/bench/desk`.
#[tokio::test(flavor = "multi_thread")]
async fn each_page_of_the_list_says_how_many_there_are_and_past_the_end_stands_the_last() {
    let house = House::opens().await;
    house.place.execute(&rows(90)).await;
    let mut intake = house.colleague(&[Role::Intake, Role::Chair]).await;
    for (address, says) in [
        ("/balie", "60 zaken."),
        ("/balie?pagina=2", "60 zaken."),
        ("/balie?pagina=3", "60 zaken."),
        ("/balie?pagina=400", "60 zaken."),
        ("/balie?referentie=WM-26-8&pagina=7", "11 zaken met deze filters."),
        ("/balie?referentie=WM-26-77", "1 zaak met deze filters."),
        ("/balie?referentie=WM-26-777", "Geen zaak past bij deze filters"),
    ] {
        let page = intake.opens(address).await;
        assert!(page.said().contains(says), "{address}: {}", page.said());
    }
    house.place.execute("UPDATE referrals SET next_due = '0' WHERE reference = 'WM-26-28'").await;
    let page = intake.opens("/balie").await;
    assert!(page.said().contains("60 zaken."), "also where one can't be read: {}", page.said());
    let last = intake.opens("/balie?pagina=400").await.said().to_owned();
    assert!(last.contains("WM-26-"), "{last}");
    assert_eq!(intake.opens("/balie?pagina=3").await.said(), last);
}
