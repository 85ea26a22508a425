//! After sending: the code, the copy, the mailbox, what was added, what a colleague contributed, taking it back.

use axum::http::StatusCode;
use chrono::TimeDelta;
use domain::desk::role::Role;
use domain::forms::bijdrage;
use domain::referral::Status;

use crate::browser::{Browser, NOTHING};
use crate::house::{BODY_LIMIT, House};
use crate::page::Page;
use crate::place::on_both_databases;
use crate::referral::{CANARY, TYPED, read};

/// Sends a whole referral: the confirmation is in front of the person. Gives its number.
async fn sends(referrer: &mut Browser) -> String {
    referrer.prepares(TYPED).await;
    referrer.sends(NOTHING, "volgende").await;
    let reference = referrer.page().leads_to().rsplit('/').next().unwrap().to_owned();
    referrer.follows().await;
    reference
}

fn code(page: &Page) -> String {
    page.all("p").find(|line| line.get("id") == "code").map(|code| code.text.clone()).unwrap_or_default()
}

/// The first address in a mail that begins so.
fn link(mail: &str, beginning: &str) -> String {
    // Long lines are folded with `=` (quoted-printable).
    let mail = mail.replace("=\r\n", "").replace("=\n", "");
    let start = mail.find(beginning).unwrap_or_else(|| panic!("no {beginning} in {mail}"));
    mail[start..].split(|c: char| c.is_whitespace()).next().unwrap().to_owned()
}

async fn status(house: &House, reference: &str) -> Status {
    house.front.services.store.referrals().find(reference).await.unwrap().unwrap().summary.status
}

/// Opens what is followed.
async fn follows(visitor: &mut Browser, reference: &str, code: &str) -> StatusCode {
    visitor.opens("/volgen").await;
    visitor.sends(&[("_referentie", reference), ("_code", code)], "").await;
    visitor.follows().await.status
}

const COLLEAGUE: &str = "kim@woonvoorbeeld.example";

/// What the colleague answers.
const CONTRIBUTION: &str = "
contributor.organisation=andere
contributor.other_organisation=Woonvoorbeeld
contributor.name=Kim Voorbeeld
contributor.function=woonconsulent
contributor.phone=046 123 45 67
role.involvement=professional
role.secrecy=geen
involvement.since=sinds mei
involvement.status=actief
involvement.task=Ik beheer de woning. Geheimpje.
involvement.concern=geen
involvement.needs=Een vast aanspreekpunt.
knowing.person=ja
knowing.checked=ja
knowing.lawful=ja
";

on_both_databases! {
    async fn the_code_shows_until_its_owner_says_that_it_is_kept(place) {
        let house = House::at(place).await;
        let mut referrer = house.visitor();
        let reference = sends(&mut referrer).await;
        let shown = code(referrer.page());
        assert_eq!(shown.len(), 29);
        let path = referrer.page().path.clone();
        assert_eq!(code(referrer.goes(&path).await), shown, "looking again shows the same code");
        assert_eq!(code(house.visitor().goes(&path).await), "", "a stranger with the number sees no code");

        let copy = referrer.goes(&format!("{path}/afschrift")).await;
        assert!(copy.body.contains(CANARY) && copy.said().contains("7 maart 1985"));
        let pdf = referrer.opens(&format!("{path}/afschrift.pdf")).await;
        assert_eq!((pdf.status, pdf.header("content-type")), (StatusCode::OK, "application/pdf"));
        assert!(pdf.body.starts_with("%PDF-"));
        assert_eq!(house.visitor().opens(&format!("{path}/afschrift")).await.status, StatusCode::SEE_OTHER);

        referrer.goes(&path).await;
        referrer.sends(NOTHING, "volgende").await;
        assert_eq!(code(referrer.follows().await), "");
        assert_eq!(referrer.opens(&format!("{path}/afschrift")).await.status, StatusCode::SEE_OTHER);
        assert_eq!(house.place.count("drafts").await, 0, "the copy went");
        assert_eq!(follows(&mut house.visitor(), &reference, &shown).await, StatusCode::OK);
    }

    async fn the_copy_goes_by_itself_after_twelve_hours(place) {
        let house = House::at(place).await;
        let mut referrer = house.visitor();
        sends(&mut referrer).await;
        house.waits(TimeDelta::hours(13));
        house.front.services.store.drafts().expire(house.now()).await.unwrap();
        assert_eq!(house.place.count("drafts").await, 0);
    }

    async fn a_link_in_the_mail_confirms_the_mailbox_by_a_button(place) {
        let house = House::at(place).await;
        let reference = sends(&mut house.visitor()).await;
        let mails = house.sends_mail().await;
        let link = link(&mails[0], "/bevestigen/");
        let mut visitor = house.visitor();
        visitor.opens(&link).await;
        assert_eq!(status(&house, &reference).await, Status::Received, "looking confirms nothing");
        visitor.sends(NOTHING, "").await;
        assert_eq!(visitor.page().heading(), "Uw e-mailadres is bevestigd");
        assert_eq!(status(&house, &reference).await, Status::Confirmed);
        assert_eq!(visitor.opens(&link).await.heading(), "Uw e-mailadres is bevestigd", "a second look is calm");
        assert_eq!(visitor.opens("/bevestigen/0000-0000-0000-0000-0000-0000").await.status, StatusCode::NOT_FOUND);
        assert!(house.trail().await.contains(&format!("referral.confirmed {reference}")));
    }

    async fn its_sender_adds_and_takes_back_and_only_with_both_number_and_code(place) {
        let house = House::at(place).await;
        let mut referrer = house.visitor();
        let reference = sends(&mut referrer).await;
        let code = code(referrer.page());

        let mut stranger = house.visitor();
        for (number, typed) in [(reference.as_str(), "0000-0000-0000-0000-0000-0000"), ("WM-26-0000-0", &code), (&reference, "x")] {
            assert_eq!(follows(&mut stranger, number, typed).await, StatusCode::UNPROCESSABLE_ENTITY);
            assert!(!stranger.page().said().contains(&reference));
        }
        for path in ["/volgen/intrekken", "/volgen/uitnodigen"] {
            assert_eq!(stranger.opens(path).await.status, StatusCode::SEE_OTHER);
        }
        assert_eq!(stranger.posts("/volgen/toevoegen", &[("_tekst", "x")]).await.status, StatusCode::SEE_OTHER);

        let mut visitor = house.visitor();
        assert_eq!(follows(&mut visitor, &reference, &code).await, StatusCode::OK);
        assert!(visitor.page().said().contains("vrijdag 27 november 2026"), "{}", visitor.page().said());
        visitor.posts("/volgen/toevoegen", &[("_tekst", "  ")]).await;
        assert_eq!(visitor.page().status, StatusCode::UNPROCESSABLE_ENTITY);
        let long = "x".repeat(10_001);
        visitor.posts("/volgen/toevoegen", &[("_tekst", &long)]).await;
        assert_eq!(visitor.page().status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(visitor.page().body.contains(&long), "what was typed stays");
        visitor.posts("/volgen/toevoegen", &[("_tekst", "Geheimpje erbij.\r\nTweede regel.")]).await;
        assert!(visitor.follows().await.said().contains("Geheimpje erbij."));

        visitor.opens("/volgen/intrekken").await;
        visitor.sends(NOTHING, "").await;
        assert!(visitor.follows().await.said().contains("Ingetrokken door u."));
        assert_eq!(status(&house, &reference).await, Status::Withdrawn);
        assert_eq!(visitor.posts("/volgen/toevoegen", &[("_tekst", "te laat")]).await.status, StatusCode::CONFLICT);
        assert!(visitor.page().said().contains("Niet verstuurdte laat"), "{}", visitor.page().said());
        assert!(!visitor.goes("/volgen").await.said().contains("te laat"), "nothing is added to what was taken back");
        visitor.posts("/volgen/klaar", &[]).await;
        assert!(!visitor.goes("/volgen").await.said().contains(&reference));
        let trail = house.trail().await;
        assert!(trail.contains(&format!("referral.added {reference}")) && trail.contains(&format!("referral.withdrawn {reference}")));
        assert!(!house.place.holds("Geheimpje"), "the database holds no word of it");
    }

    async fn a_colleague_contributes_once_and_nobody_reads_it_but_the_house(place) {
        let house = House::at(place).await;
        let mut referrer = house.visitor();
        let reference = sends(&mut referrer).await;
        let code = code(referrer.page());
        follows(&mut referrer, &reference, &code).await;
        referrer.opens("/volgen/uitnodigen").await;
        assert_eq!(referrer.sends(&[("_adres", "geen adres")], "").await.status, StatusCode::UNPROCESSABLE_ENTITY);
        referrer.sends(&[("_adres", COLLEAGUE)], "").await;
        assert!(referrer.follows().await.said().contains(COLLEAGUE), "{}", referrer.page().said());
        let mails = house.sends_mail().await;
        let invitation = mails.iter().find(|mail| mail.contains(&format!("To: {COLLEAGUE}"))).unwrap();
        assert!(!invitation.contains(CANARY));
        let link = link(invitation, "/bijdragen/");

        let mut colleague = house.visitor().of(&bijdrage::FORM);
        colleague.opens(&link).await;
        assert!(!colleague.page().body.contains(CANARY) && !colleague.page().body.contains("Sanne"));
        colleague.sends(&[("_adres", "iemand@anders.example")], "").await;
        assert_eq!(colleague.page().status, StatusCode::UNPROCESSABLE_ENTITY, "the wrong mailbox");
        colleague.sends(&[("_adres", " Kim@Woonvoorbeeld.example ")], "").await;
        colleague.follows().await;
        assert_eq!(colleague.reads("contributor.email").to_lowercase(), COLLEAGUE, "known already");
        colleague.completes(&read(CONTRIBUTION)).await;
        colleague.sends(NOTHING, "volgende").await;
        let given = colleague.page().leads_to().rsplit('/').next().unwrap().to_owned();
        assert_eq!(colleague.follows().await.heading(), "Uw bijdrage is verstuurd");
        let kept = house.front.services.store.referrals().find(&given).await.unwrap().unwrap();
        assert_eq!(kept.parent.as_deref(), Some(reference.as_str()));
        assert_eq!(house.opens_envelope(&given).await["answers"]["involvement.task"], "Ik beheer de woning. Geheimpje.");

        let told = referrer.goes("/volgen").await.said();
        assert!(told.contains("Kim Voorbeeld, woonconsulent") && told.contains("Woonvoorbeeld"), "{told}");
        assert!(!told.contains("Geheimpje"), "the referrer sees who and when, not what");

        let (own, contribution) = (self::code(colleague.page()), format!("/balie/{given}"));
        assert_eq!(follows(&mut colleague, &given, &own).await, StatusCode::OK);
        assert!(!colleague.page().said().contains("toevoegen?") && !colleague.page().said().contains("intrekken"), "{}", colleague.page().said());
        assert!(colleague.page().said().contains("wilt u iets aanvullen? Bel"));
        let added = colleague.posts("/volgen/toevoegen", &[("_tekst", "Toch nog iets.")]).await;
        assert_eq!(added.status, StatusCode::CONFLICT, "nobody would read it");
        assert!(added.said().contains("Toch nog iets."), "{}", added.said());
        colleague.posts("/volgen/intrekken", &[]).await;
        assert_eq!(status(&house, &given).await, Status::Received);

        let mut intake = house.colleague(&[Role::Intake]).await;
        assert_eq!(intake.opens(&contribution).await.leads_to(), format!("/balie/{reference}"), "it is shielded with its case");
        assert!(intake.follows().await.said().contains("Geheimpje"));
        let looked = intake.opens(&format!("/balie?referentie={given}")).await;
        assert_eq!(looked.leads_to(), format!("/balie/{reference}"), "who contributed calls with this number");
        let mut other = house.colleague(&[Role::Editor]).await;
        assert_eq!(other.opens(&contribution).await.status, StatusCode::NOT_FOUND);
        assert!(!house.trail().await.contains(&format!("referral.viewed {given}")));

        let mut late = house.visitor().of(&bijdrage::FORM);
        assert_eq!(late.opens(&link).await.status, StatusCode::GONE, "used");
        assert_eq!(late.posts(&link, &[("_adres", COLLEAGUE)]).await.status, StatusCode::GONE);
        assert_eq!(late.opens("/bijdragen/0000-0000-0000-0000-0000-0000").await.status, StatusCode::NOT_FOUND);
        assert_eq!(late.opens("/aanmelden/bijdrage").await.status, StatusCode::NOT_FOUND, "by invitation alone");
    }

    async fn two_who_began_by_one_invitation_give_one_contribution(place) {
        let house = House::at(place).await;
        let mut referrer = house.visitor();
        let reference = sends(&mut referrer).await;
        let code = code(referrer.page());
        follows(&mut referrer, &reference, &code).await;
        referrer.opens("/volgen/uitnodigen").await;
        referrer.sends(&[("_adres", COLLEAGUE)], "").await;
        let mails = house.sends_mail().await;
        let link = link(mails.iter().find(|mail| mail.contains("/bijdragen/")).unwrap(), "/bijdragen/");
        let mut both = Vec::new();
        for _ in 0..2 {
            let mut colleague = house.visitor().of(&bijdrage::FORM);
            colleague.posts(&link, &[("_adres", COLLEAGUE)]).await;
            colleague.follows().await;
            colleague.completes(&read(CONTRIBUTION)).await;
            both.push(colleague);
        }
        both[0].sends(NOTHING, "volgende").await;
        both[1].sends(NOTHING, "volgende").await;
        assert_eq!(both[1].page().leads_to(), link, "the page of the invitation says that it was used");
        assert_eq!(house.references().await.len(), 2);
    }

    async fn an_invitation_ends(place) {
        let house = House::at(place).await;
        let mut referrer = house.visitor();
        let reference = sends(&mut referrer).await;
        let code = code(referrer.page());
        follows(&mut referrer, &reference, &code).await;
        referrer.opens("/volgen/uitnodigen").await;
        referrer.sends(&[("_adres", COLLEAGUE)], "").await;
        let mails = house.sends_mail().await;
        let link = link(mails.iter().find(|mail| mail.contains("/bijdragen/")).unwrap(), "/bijdragen/");
        house.waits(TimeDelta::days(15));
        assert_eq!(house.visitor().opens(&link).await.status, StatusCode::GONE);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_form_that_the_house_left_out_answers_with_the_other_ways() {
    let house = House::opens().await;
    let mut visitor = house.visitor();
    let page = visitor.opens("/aanmelden/kamer").await;
    assert_eq!(page.status, StatusCode::NOT_FOUND);
    assert!(page.links().contains("/aanmelden/regieteam"), "{}", page.said());
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_done_on_half_of_what_was_sent() {
    let house = House::opens().await;
    let mut referrer = house.visitor();
    let reference = sends(&mut referrer).await;
    let code = code(referrer.page());
    follows(&mut referrer, &reference, &code).await;
    let before = house.trail().await.len();
    let filler = "x".repeat(BODY_LIMIT);
    for (path, name, text) in [
        ("/volgen/toevoegen", "_tekst", "Er is iets veranderd."),
        ("/volgen/antwoorden", "_tekst", "Ja."),
        ("/volgen/uitnodigen", "_adres", COLLEAGUE),
    ] {
        let page = referrer.posts(path, &[(name, text), ("rest", &filler)]).await;
        assert_eq!((page.status, page.heading()), (StatusCode::PAYLOAD_TOO_LARGE, "Uw tekst is te lang"), "{path}");
    }
    assert_eq!(house.trail().await.len(), before);
    assert_eq!(status(&house, &reference).await, Status::Received);
}
