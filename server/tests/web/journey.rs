//! A whole referral by plain posts, from the first page to the envelope.

use domain::answers::Answers;

use crate::browser::NOTHING;
use crate::house::House;
use crate::place::on_both_databases;
use crate::referral::{CANARY, TYPED, sent};

on_both_databases! {
    async fn what_was_typed_lies_in_the_envelope_and_nowhere_else(place) {
        let house = House::at(place).await;
        let mut referrer = house.visitor();
        referrer.prepares(TYPED).await;
        assert_eq!(referrer.page().heading(), "Controleer uw antwoorden");
        let checked = referrer.page().shown("data-answer");
        assert_eq!(checked["person.last_name"], "Kanarie-'t Hooft");
        assert_eq!(checked["reason.domains"], "Wonen\nGeld en schulden");
        assert_eq!(checked["person.birth_date"], "7 maart 1985");

        referrer.sends(NOTHING, "volgende").await;
        let confirmation = referrer.page().leads_to().to_owned();
        let reference = confirmation.rsplit('/').next().unwrap().to_owned();
        referrer.follows().await;
        assert_eq!(referrer.page().status, 200);
        assert_eq!(referrer.page().heading(), "Uw aanmelding is verstuurd");
        assert!(referrer.page().said().contains("vrijdag 27 november 2026"), "{}", referrer.page().said());
        assert!(!referrer.page().body.contains(CANARY));

        let letter = house.opens_envelope(&reference).await;
        let answers: Answers = serde_json::from_value(letter["answers"].clone()).unwrap();
        let (found, expected) = (lines(&answers), lines(&sent()));
        assert_eq!(found, expected);
        assert_eq!(letter["reference"], reference);
        assert_eq!(letter["form"], "regieteam");
        assert_eq!(letter["received_at"], "2026-11-21T12:00:00Z");
        let shown = letter["shown"].to_string();
        assert!(shown.contains("Over wie gaat de aanmelding?") && shown.contains("7 maart 1985"), "{shown}");

        assert_eq!(house.references().await, std::slice::from_ref(&reference));
        assert_eq!(house.place.count("drafts").await, 1, "the copy for the sender, and nothing else");
        let mails = house.sends_mail().await;
        assert_eq!(mails.len(), 1, "the house has no mailbox for notices yet");
        assert!(mails[0].contains("To: s.jansen@politie.example"), "{}", mails[0]);
        assert!(mails[0].contains(&reference) && !mails[0].contains(CANARY), "{}", mails[0]);
        let received = format!("referral.received {reference}");
        assert_eq!(house.trail().await, ["draft.created", &received, &format!("mail.sent {reference}")]);
    }
}

fn lines(answers: &Answers) -> Vec<String> {
    answers.iter().map(|(name, text)| format!("{name}={text}")).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn no_file_of_the_house_holds_a_readable_answer() {
    let house = House::opens().await;
    let mut referrer = house.visitor();
    referrer.prepares(TYPED).await;
    assert_unreadable(&house);
    referrer.sends(NOTHING, "volgende").await;
    referrer.follows().await;
    assert_unreadable(&house);
}

fn assert_unreadable(house: &House) {
    let mut files = 0;
    for file in std::fs::read_dir(house.place.var.path()).unwrap().map(|file| file.unwrap().path()) {
        if file.is_file() {
            files += 1;
            let bytes = std::fs::read(&file).unwrap();
            for secret in [CANARY, "s.jansen@politie.example", "999990019", "9999.90.019"] {
                let found = bytes.windows(secret.len()).any(|part| part == secret.as_bytes());
                assert!(!found, "{} holds {secret}", file.display());
            }
        }
    }
    assert!(files > 0, "no database was found");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_empty_step_comes_back_with_an_error_at_each_question_that_must_be_answered() {
    let house = House::opens().await;
    let mut referrer = house.visitor();
    referrer.begins().await;
    let page = referrer.sends(NOTHING, "volgende").await;
    assert_eq!(page.status, 422);
    assert!(page.title().starts_with("Fout: Stap 1 van 12"), "{}", page.title());
    let errors = page.errors();
    assert_eq!(errors.len(), 7, "{errors:?}");
    assert_eq!(errors[0], "Kies uw organisatie.");
    let invalid = page.all("input").chain(page.all("select")).filter(|one| one.has("aria-invalid")).count();
    assert!(invalid >= 6, "{invalid} controls say that they are wrong");
}

#[tokio::test(flavor = "multi_thread")]
async fn wrong_answers_are_kept_and_wait_on_the_page() {
    let house = House::opens().await;
    let mut referrer = house.visitor();
    referrer.begins().await;
    referrer.sends(&[("referrer.email", "s.jansen at politie"), ("referrer.last_name", "Jansen")], "volgende").await;
    assert_eq!(referrer.page().status, 422);
    for _ in 0..2 {
        assert_eq!(referrer.reads("referrer.email"), "s.jansen at politie");
        assert_eq!(referrer.reads("referrer.last_name"), "Jansen");
        referrer.goes("/aanmelden/regieteam/aanmelder").await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn danger_comes_before_the_form() {
    let house = House::opens().await;
    let mut referrer = house.visitor();
    referrer.opens("/aanmelden/regieteam").await;
    assert_eq!(referrer.sends(NOTHING, "volgende").await.status, 422);
    assert_eq!(referrer.page().errors(), ["Kies of er nu direct gevaar is."]);
    referrer.sends(&[("_gevaar", "ja")], "volgende").await;
    assert_eq!((referrer.page().status.as_u16(), referrer.page().heading()), (200, "Bel eerst 112"));
    assert_eq!(house.place.count("drafts").await, 0);
    referrer.sends(NOTHING, "volgende").await;
    assert_eq!(referrer.follows().await.heading(), "Wie bent u?");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_row_is_added_changed_and_removed() {
    let house = House::opens().await;
    let mut referrer = house.visitor();
    referrer.prepares(TYPED).await;
    referrer.goes("/aanmelden/regieteam/gezin/persoon/k1").await;
    assert_eq!(referrer.reads("household.k1.last_name"), "de Kanarie");
    referrer.sends(&[("household.k1.last_name", "Anders")], "volgende").await;
    referrer.follows().await;
    assert!(referrer.page().said().contains("1: Anders"), "{}", referrer.page().said());
    referrer.opens("/aanmelden/regieteam/gezin/persoon/k1/verwijderen").await;
    assert!(referrer.page().heading().contains("Anders"));
    referrer.sends(NOTHING, "volgende").await;
    referrer.follows().await;
    assert!(!referrer.page().said().contains("Anders"));
    // With whom the organisation works is no question any more: kept, shown, not sent.
    referrer.goes("/aanmelden/regieteam/controle").await;
    assert_eq!(referrer.step(), "controle");
    assert!(referrer.page().shown("data-parked").contains_key("organisations.k1.about"));
}
