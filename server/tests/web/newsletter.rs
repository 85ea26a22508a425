//! The newsletter from signing up to leaving: only the owner of an address puts it on the list, one click takes it off, and nobody
//! else learns whether it is there.

use app::paths::Unsubscribe;
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use chrono::TimeDelta;
use server::http;
use server::jobs::remove_what_is_too_old;
use server::newsletter::{Issue, Reader, Sending, Tally, read_list};

use crate::browser::{Browser, NOTHING};
use crate::house::{HOUSE, House};
use crate::place::{Place, on_both_databases};

const ADDRESS: &str = "sanne.kanarie@post.example";

/// Fills in the form and sends it; the confirmation is in front of the person.
async fn signs_up(house: &House, address: &str, topics: &[&str]) -> Browser {
    let mut visitor = house.visitor();
    prepares(&mut visitor, address, topics).await;
    visitor.sends(NOTHING, "volgende").await;
    visitor.follows().await;
    visitor
}

/// Fills in the form: the check page is in front of the person.
async fn prepares(visitor: &mut Browser, address: &str, topics: &[&str]) {
    visitor.goes("/aanmelden/nieuwsbrief").await;
    let mut typed = vec![("newsletter.email", address)];
    typed.extend(topics.iter().map(|topic| ("newsletter.topics", *topic)));
    typed.push(("newsletter.consent", "ja"));
    visitor.sends(&typed, "volgende").await;
    visitor.follows().await;
    assert_eq!(visitor.page().heading(), "Controleer uw antwoorden", "{}", visitor.page().said());
}

/// The path of the last link of this kind in a mail.
fn link(mail: &str, beginning: &str) -> String {
    let whole = mail.replace("=\r\n", "").replace("=3D", "=");
    let at = whole.rfind(beginning).unwrap_or_else(|| panic!("no {beginning} in {mail}"));
    whole[at..].chars().take_while(|c| !c.is_whitespace() && *c != '>').collect()
}

fn with<'m>(mails: &'m [String], words: &str) -> Vec<&'m String> {
    mails.iter().filter(|mail| mail.contains(words)).collect()
}

/// Signs up and confirms by the mail.
async fn subscribes(house: &House, address: &str, topics: &[&str]) {
    let before = house.sends_mail().await;
    signs_up(house, address, topics).await;
    let mails = house.sends_mail().await;
    let new: Vec<&String> = mails.iter().filter(|mail| !before.contains(mail)).collect();
    assert_eq!(new.len(), 1);
    confirms(house, &link(new[0], "/bevestigen/")).await;
}

async fn confirms(house: &House, link: &str) {
    let mut owner = house.visitor();
    owner.opens(link).await;
    owner.sends(NOTHING, "").await;
    assert_eq!(owner.page().heading(), "Uw e-mailadres is bevestigd");
    assert!(!owner.page().said().contains("volgcode"), "{}", owner.page().said());
}

fn sending(house: &House) -> Sending<'_> {
    let front = &house.front;
    let services = &front.services;
    Sending {
        store: &services.store,
        key: &front.mail_key,
        from: &front.address,
        house_name: "Huis",
        random: &*services.random,
    }
}

async fn sends(house: &House, text: &str, topic: Option<&str>) -> Tally {
    let issue = Issue::new(HOUSE, "Nieuws van het huis", text).unwrap();
    let looked = sending(house).look(&issue, topic).await.unwrap();
    let tally = sending(house).send(&issue, topic, house.now(), |_| {}).await.unwrap();
    assert_eq!((looked.readers, looked.before), (tally.readers, tally.before));
    tally
}

/// The addresses on the list, opened.
async fn list(house: &House) -> Vec<String> {
    let list = read_list(&house.front.services.store, HOUSE).await.unwrap();
    let open = |one| Reader::open(&house.front.mail_key, HOUSE, one).unwrap().address.to_string();
    list.into_iter().map(open).collect()
}

/// What a mail provider posts: no cookie, no origin, a form of either kind.
fn one_click(link: &str) -> [Request<Body>; 2] {
    let plain = Request::post(link)
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .body(Body::from("List-Unsubscribe=One-Click"));
    let parts = "--x\r\nContent-Disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\nOne-Click\r\n--x--\r\n";
    let multipart = Request::post(link)
        .header(header::CONTENT_TYPE, "multipart/form-data; boundary=x")
        .header("sec-fetch-site", "cross-site")
        .body(Body::from(parts));
    [plain.unwrap(), multipart.unwrap()]
}

on_both_databases! {
    async fn from_signing_up_to_leaving_in_one_click(place) {
        let house = House::at(place).await;
        let visitor = signs_up(&house, ADDRESS, &["nieuws", "jeugd"]).await;
        assert_eq!(visitor.page().heading(), "Nog één stap: bevestig uw e-mailadres");
        assert_eq!(house.place.count("drafts").await, 0, "nobody follows it, so there is no copy");
        let mails = house.sends_mail().await;
        assert_eq!(mails.len(), 1, "the house hears nothing");
        assert!(mails[0].contains(&format!("To: {ADDRESS}")) && !mails[0].contains("List-Unsubscribe"), "{}", mails[0]);
        assert_eq!(sends(&house, "Te vroeg.", None).await, Tally::default());
        let confirm = link(&mails[0], "/bevestigen/");
        assert_eq!(house.visitor().opens(&confirm).await.status, 200);
        assert!(list(&house).await.is_empty(), "looking confirms nothing");
        confirms(&house, &confirm).await;
        assert_eq!(list(&house).await, [ADDRESS]);

        assert_eq!(sends(&house, "Eerste nummer.", None).await, Tally { readers: 1, before: 0, queued: 1 });
        let mails = house.sends_mail().await;
        let issues = with(&mails, "Eerste nummer.");
        assert_eq!(issues.len(), 1);
        let leave = link(issues[0], "/nieuwsbrief/afmelden/");
        let unfolded = issues[0].replace("\r\n ", " ");
        assert!(unfolded.contains(&format!("\r\nList-Unsubscribe: <https://huis.example{leave}>\r\n")), "{unfolded}");
        assert!(unfolded.contains("\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n"), "{unfolded}");

        // Programs that guard mail follow links; that changes nothing.
        let mut guard = house.visitor();
        assert_eq!(guard.opens(&leave).await.heading(), "Afmelden voor de nieuwsbrief");
        assert_eq!(list(&house).await, [ADDRESS]);
        let [first, again] = one_click(&leave);
        let mut provider = house.visitor();
        assert_eq!(provider.asks(first).await.status, StatusCode::OK);
        assert!(list(&house).await.is_empty());
        let said = provider.page().said().to_owned();
        assert_eq!(provider.asks(again).await.status, StatusCode::OK);
        assert_eq!(provider.page().said(), said, "the same answer when it was used before");
        assert_eq!(guard.opens(&leave).await.heading(), "Dit adres staat niet (meer) op de lijst");
        assert_eq!((house.place.count("referrals").await, house.place.count("subscriptions").await), (0, 0));
        assert_eq!(house.place.count("outbox").await, 0);
        assert_eq!(sends(&house, "Tweede nummer.", None).await, Tally::default());
        assert!(with(&house.sends_mail().await, "Tweede nummer.").is_empty());
        let trail = house.trail().await;
        for action in ["referral.received", "referral.confirmed", "newsletter.queued westelijke-mijnstreek", "subscription.ended"] {
            assert_eq!(trail.iter().filter(|line| line.starts_with(action)).count(), 1, "{action} in {trail:?}");
        }
    }

    async fn the_same_issue_reaches_everyone_once(place) {
        let house = House::at(place).await;
        subscribes(&house, ADDRESS, &[]).await;
        assert_eq!(sends(&house, "Nummer.", None).await, Tally { readers: 1, before: 0, queued: 1 });
        subscribes(&house, "later@post.example", &[]).await;
        assert_eq!(sends(&house, "Nummer.", None).await, Tally { readers: 2, before: 1, queued: 1 });
        assert_eq!(sends(&house, "Nummer.", None).await, Tally { readers: 2, before: 2, queued: 0 });
        assert_eq!(with(&house.sends_mail().await, "Nummer.").len(), 2);
        assert_eq!(sends(&house, "Nummer.", None).await, Tally { readers: 2, before: 2, queued: 0 });
        assert_eq!(sends(&house, "Nummer!", None).await, Tally { readers: 2, before: 0, queued: 2 });
    }

    async fn a_topic_reaches_who_chose_it_or_chose_none(place) {
        let house = House::at(place).await;
        subscribes(&house, "jeugd@post.example", &["jeugd", "nazorg"]).await;
        subscribes(&house, "alles@post.example", &[]).await;
        subscribes(&house, "nieuws@post.example", &["nieuws"]).await;
        assert_eq!(sends(&house, "Over jeugd.", Some("jeugd")).await.queued, 2);
        // Then to everyone: the same issue goes only to who did not get it.
        assert_eq!(sends(&house, "Over jeugd.", None).await, Tally { readers: 3, before: 2, queued: 1 });
    }

    async fn an_address_that_signs_up_again_is_on_the_list_once_with_its_last_choice(place) {
        let house = House::at(place).await;
        subscribes(&house, ADDRESS, &["jeugd"]).await;
        sends(&house, "Onderweg.", None).await;
        let leave = link(with(&house.sends_mail().await, "Onderweg.")[0], "/nieuwsbrief/afmelden/");
        sends(&house, "Wacht nog.", None).await;
        let shouted = ADDRESS.to_uppercase();
        // Typed by anyone: until the owner confirms, nothing changes.
        signs_up(&house, &shouted, &["nazorg"]).await;
        assert_eq!(list(&house).await, [ADDRESS]);
        assert_eq!(sends(&house, "Alleen nazorg.", Some("nazorg")).await.readers, 0);
        let mails = house.sends_mail().await;
        let asked = with(&mails, "Wilt u de nieuwsbrief krijgen?");
        let newest = asked.iter().find(|mail| mail.contains("SANNE.KANARIE@")).unwrap();
        confirms(&house, &link(newest, "/bevestigen/")).await;
        let list = list(&house).await;
        assert_eq!((list.len(), list[0].to_lowercase()), (1, ADDRESS.to_owned()));
        assert_eq!(house.place.count("referrals").await, 1);
        // What it got before is known, and what waited still comes.
        assert_eq!(sends(&house, "Onderweg.", None).await.before, 1);
        assert_eq!(sends(&house, "Wacht nog.", None).await.before, 1);
        assert_eq!(with(&house.sends_mail().await, "Wacht nog.").len(), 1);
        assert_eq!(sends(&house, "Alleen nazorg.", Some("nazorg")).await.readers, 1);
        // The link of an old mail still works.
        let [click, _] = one_click(&leave);
        house.visitor().asks(click).await;
        assert_eq!(house.place.count("subscriptions").await, 0);
    }

    async fn a_waiting_mail_goes_with_who_leaves(place) {
        let house = House::at(place).await;
        subscribes(&house, ADDRESS, &[]).await;
        assert_eq!(sends(&house, "Net te laat.", None).await.queued, 1);
        let link = Unsubscribe(&house.front.mail_key.unsubscribe_link(ADDRESS).code()).to_string();
        let mut reader = house.visitor();
        reader.opens(&link).await;
        assert_eq!(reader.sends(NOTHING, "").await.heading(), "Dit adres staat niet (meer) op de lijst");
        assert!(with(&house.sends_mail().await, "Net te laat.").is_empty());
    }

    async fn a_sign_up_that_nobody_confirms_goes_after_a_week(place) {
        let house = House::at(place).await;
        let store = &house.front.services.store;
        subscribes(&house, "blijft@post.example", &[]).await;
        signs_up(&house, ADDRESS, &[]).await;
        let mails = house.sends_mail().await;
        let late = link(with(&mails, &format!("To: {ADDRESS}"))[0], "/bevestigen/");
        house.waits(TimeDelta::days(7) - TimeDelta::seconds(1));
        remove_what_is_too_old(store, house.now()).await;
        assert_eq!(store.subscriptions().length(HOUSE).await.unwrap().unconfirmed, 1);
        house.waits(TimeDelta::seconds(1));
        remove_what_is_too_old(store, house.now()).await;
        let length = store.subscriptions().length(HOUSE).await.unwrap();
        assert_eq!((length.confirmed, length.unconfirmed), (1, 0));
        assert_eq!(house.place.count("referrals").await, 1);
        assert_eq!(house.visitor().opens(&late).await.status, 404);
        let expired = house.trail().await.into_iter().filter(|line| line.starts_with("subscription.expired WM-")).count();
        assert_eq!(expired, 1);
    }

    async fn a_stranger_does_not_learn_whether_an_address_is_on_the_list(place) {
        let house = House::at(place).await;
        subscribes(&house, ADDRESS, &[]).await;
        let mut seen = Vec::new();
        for address in [ADDRESS, "nieuw@post.example"] {
            let mut stranger = house.visitor();
            prepares(&mut stranger, address, &[]).await;
            let check = stranger.page().said().replace(address, "");
            stranger.sends(NOTHING, "volgende").await;
            let sent = stranger.page().leads_to().to_owned();
            // Before the confirmation takes the secret of the draft away, and whatever becomes of the sign-up.
            let mut keeps = stranger.clone();
            let back = keeps.opens("/aanmelden/nieuwsbrief/controle").await.leads_to().to_owned();
            stranger.follows().await;
            seen.push([check, sent, back, stranger.page().status.to_string(), stranger.page().body.clone()]);
        }
        for (one, other) in seen[0].iter().zip(&seen[1]) {
            assert_eq!(one, other);
        }
        for reference in house.references().await {
            let path = format!("/aanmelden/nieuwsbrief/verzonden/{reference}");
            assert_eq!(house.visitor().opens(&path).await.status, 404, "a reference opens nothing");
        }
        // A made-up link and one of an address that is not there say the same.
        let unknown = Unsubscribe(&house.front.mail_key.unsubscribe_link("nooit@post.example").code()).to_string();
        let mut stranger = house.visitor();
        let gone = stranger.opens(&unknown).await.said().to_owned();
        assert_eq!(stranger.page().status, 200);
        for made_up in ["/nieuwsbrief/afmelden/x", "/nieuwsbrief/afmelden/0000-0000-0000-0000-0000-0000"] {
            assert_eq!(stranger.opens(made_up).await.said(), gone, "{made_up}");
            let [click, _] = one_click(made_up);
            assert_eq!((stranger.asks(click).await.status.as_u16(), stranger.page().said()), (200, gone.as_str()));
        }
        assert_eq!(list(&house).await, [ADDRESS]);
    }

    async fn pressing_twice_is_one_sign_up_and_one_mail(place) {
        let house = House::at(place).await;
        let mut visitor = house.visitor();
        prepares(&mut visitor, ADDRESS, &[]).await;
        let mut again = visitor.clone();
        let first = visitor.sends(NOTHING, "volgende").await.leads_to().to_owned();
        assert_eq!(again.sends(NOTHING, "volgende").await.leads_to(), first);
        assert_eq!((house.place.count("subscriptions").await, house.place.count("outbox").await), (1, 1));
        // Once the confirmation was seen, the form is empty for whoever comes next.
        visitor.follows().await;
        visitor.goes("/aanmelden/nieuwsbrief").await;
        assert_eq!(visitor.reads("newsletter.email"), "");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_link_takes_nobody_off_the_list_next_door() {
    let house = House::opens().await;
    subscribes(&house, ADDRESS, &[]).await;
    let link = Unsubscribe(&house.front.mail_key.unsubscribe_link(ADDRESS).code()).to_string();
    let neighbour = house.neighbour("voorbeeldstad", "https://voorbeeldstad.example");
    let [click, _] = one_click(&link);
    let mut provider = Browser::new(http::router(neighbour));
    assert_eq!(provider.asks(click).await.status, 200);
    assert_eq!(list(&house).await, [ADDRESS]);
}

#[tokio::test(flavor = "multi_thread")]
async fn while_the_store_is_gone_leaving_says_so() {
    let house = House::opens().await;
    subscribes(&house, ADDRESS, &[]).await;
    let link = Unsubscribe(&house.front.mail_key.unsubscribe_link(ADDRESS).code()).to_string();
    house.front.services.store.close().await;
    let [click, _] = one_click(&link);
    let mut provider = house.visitor();
    assert_eq!(provider.asks(click).await.status, 503, "a provider tries again");
    assert_eq!(provider.opens(&link).await.status, 503);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_database_shows_no_address_and_no_link() {
    let place = Place::sqlite();
    let file = place.var.path().join("zvh.db");
    let house = House::at(place).await;
    subscribes(&house, ADDRESS, &["jeugd"]).await;
    sends(&house, "Zichtbaar voor lezers.", None).await;
    let code = house.front.mail_key.unsubscribe_link(ADDRESS).code();
    house.front.services.store.close().await;
    let bytes = std::fs::read(&file).unwrap();
    let holds = |words: &str| bytes.windows(words.len()).any(|window| window == words.as_bytes());
    assert!(holds("jeugd"), "the control: what is not sealed shows");
    for words in [ADDRESS, "kanarie", "post.example", &code, &code.replace('-', ""), "Zichtbaar"] {
        assert!(!holds(words), "{words}");
    }
}
