//! What is refused, and that nothing typed is lost by it.

use std::pin::Pin;
use std::task::{Context, Poll};

use axum::body::{Body, Bytes};
use axum::http::{Request, StatusCode, header};
use hyper::body::Frame;

use crate::browser::{Browser, NOTHING};
use crate::house::{BODY_LIMIT, House};
use crate::referral::{TYPED, read};

const STEP: &str = "/aanmelden/regieteam/aanmelder";
const FORM: &str = "application/x-www-form-urlencoded";

fn post(path: &str, headers: &[(&str, &str)]) -> Request<Body> {
    let mut request = Request::post(path);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    request.body(Body::from("referrer.last_name=Jansen&_gevaar=nee")).unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_post_from_another_site_makes_no_draft() {
    let house = House::opens().await;
    for path in [STEP, "/aanmelden/regieteam", "/verder", "/aanmelden/regieteam/controle"] {
        let refused: [&[(&str, &str)]; 7] = [
            &[("content-type", FORM)],
            &[("content-type", FORM), ("sec-fetch-site", "cross-site")],
            &[("content-type", FORM), ("sec-fetch-site", "same-site")],
            &[("content-type", FORM), ("sec-fetch-site", "none")],
            &[("content-type", FORM), ("sec-fetch-site", "cross-site"), ("origin", "https://huis.example")],
            &[("content-type", FORM), ("origin", "https://kwaad.example")],
            &[("content-type", FORM), ("origin", "http://huis.example")],
        ];
        for headers in refused {
            let mut visitor = house.visitor();
            let page = visitor.asks(post(path, headers)).await;
            assert_eq!(page.status, StatusCode::FORBIDDEN, "{path} {headers:?}");
            assert_eq!(page.heading(), "U kunt dit hier niet doen");
            assert_eq!(visitor.cookie(), None);
        }
    }
    assert_eq!(house.place.count("drafts").await, 0);
    let mut visitor = house.visitor();
    let old_browser = [("content-type", FORM), ("origin", "https://huis.example")];
    assert_eq!(visitor.asks(post("/aanmelden/regieteam", &old_browser)).await.status, StatusCode::SEE_OTHER);
    assert_eq!(house.place.count("drafts").await, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn only_forms_are_read() {
    let house = House::opens().await;
    for kind in ["", "text/plain", "application/json", "multipart/form-data; boundary=x", "text/html", "\u{e9}"] {
        let mut visitor = house.visitor();
        let page = visitor.asks(post(STEP, &[("sec-fetch-site", "same-origin"), ("content-type", kind)])).await;
        assert_eq!(page.status, StatusCode::UNSUPPORTED_MEDIA_TYPE, "{kind}");
        assert!(page.is_html() && page.said().contains("Bestanden kunt u niet meesturen"), "{kind}");
    }
    assert_eq!(house.place.count("drafts").await, 0);
    let charset =
        [("sec-fetch-site", "same-origin"), ("content-type", "application/x-www-form-urlencoded; charset=UTF-8")];
    assert_eq!(house.visitor().asks(post(STEP, &charset)).await.heading(), "Wie bent u?");
    assert_eq!(house.place.count("drafts").await, 1);
}

/// Begins and stands at the step with the long texts.
async fn at_the_reason(house: &House) -> Browser {
    let mut referrer = house.visitor();
    referrer.prepares(TYPED).await;
    referrer.goes("/aanmelden/regieteam/aanleiding").await;
    referrer
}

#[tokio::test(flavor = "multi_thread")]
async fn of_what_is_too_large_is_kept_what_fitted() {
    let house = House::opens().await;
    let mut referrer = at_the_reason(&house).await;
    let (short, long) = ("Kort en goed.", "te lang ".repeat(BODY_LIMIT));
    let page = referrer.sends(&[("reason.now", short), ("reason.facts", &long)], "volgende").await;
    assert_eq!(page.status, StatusCode::PAYLOAD_TOO_LARGE);
    assert!(page.said().contains("Wij hebben bewaard wat paste"), "{}", page.said());
    referrer.goes("/aanmelden/regieteam/aanleiding").await;
    assert_eq!(referrer.reads("reason.now"), short);
    let kept = referrer.reads("reason.facts");
    assert!(long.starts_with(&kept) && kept.len() > BODY_LIMIT / 2, "{} characters are left", kept.len());
    // What stood after it did not arrive, and stays as it was.
    assert_eq!(referrer.reads("reason.domain_geld"), "Schulden.");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_cut_leaves_no_half_character_and_no_half_choice() {
    let house = House::opens().await;
    for room in 0..12 {
        let mut referrer = at_the_reason(&house).await;
        let filler = "a".repeat(room);
        let long = "é".repeat(BODY_LIMIT);
        let page = referrer.sends(&[("reason.now", &filler), ("reason.facts", &long)], "volgende").await;
        assert_eq!(page.status, StatusCode::PAYLOAD_TOO_LARGE);
        referrer.goes("/aanmelden/regieteam/aanleiding").await;
        let kept = referrer.reads("reason.facts");
        assert!(kept.chars().all(|c| c == 'é') && !kept.is_empty(), "{:?}", kept.chars().last());
    }
    let mut referrer = at_the_reason(&house).await;
    // The last whole answer fits to the byte; of the choice after it only a piece would.
    let filler = BODY_LIMIT - "reason.now=".len() - "&reason.domains=won".len();
    let body = format!("reason.now={}&reason.domains=wonen&reason.domain_wonen=x", "a".repeat(filler));
    referrer.posts_raw("/aanmelden/regieteam/aanleiding", body.into_bytes()).await;
    assert_eq!(referrer.page().status, StatusCode::PAYLOAD_TOO_LARGE);
    referrer.goes("/aanmelden/regieteam/aanleiding").await;
    assert_eq!(referrer.reads("reason.domains"), "wonen\ngeld");
    assert_eq!(referrer.reads("reason.now").len(), filler);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_row_that_is_too_large_comes_back_as_a_row() {
    let house = House::opens().await;
    let mut referrer = house.visitor();
    referrer.prepares(TYPED).await;
    referrer.goes("/aanmelden/regieteam/gezin/persoon/k1").await;
    let long = "te lang ".repeat(BODY_LIMIT);
    let page = referrer.sends(&[("household.k1.necessity", &long)], "volgende").await;
    assert_eq!(page.status, StatusCode::PAYLOAD_TOO_LARGE);
    assert!(page.said().contains("Wij hebben bewaard wat paste"));
    assert_eq!(referrer.reads("household.k1.last_name"), "de Kanarie");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_body_that_breaks_off_is_no_post() {
    let house = House::opens().await;
    let request = Request::post(STEP).header("sec-fetch-site", "same-origin").header(header::CONTENT_TYPE, FORM);
    let request = request.body(Body::new(BreaksOff(Some("referrer.last_name=Jan")))).unwrap();
    let mut visitor = house.visitor();
    assert_eq!(visitor.asks(request).await.status, StatusCode::BAD_REQUEST);
    assert_eq!(house.place.count("drafts").await, 0);
}

/// Half a body, then the connection is gone.
struct BreaksOff(Option<&'static str>);

impl hyper::body::Body for BreaksOff {
    type Data = Bytes;
    type Error = std::io::Error;

    fn poll_frame(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, Self::Error>>> {
        Poll::Ready(Some(match self.0.take() {
            Some(half) => Ok(Frame::data(half.into())),
            None => Err(std::io::Error::other("gone")),
        }))
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn more_rows_than_there_may_be_are_refused() {
    let house = House::opens().await;
    let mut referrer = house.visitor();
    referrer.prepares(TYPED).await;
    let row = |key: usize| format!("/aanmelden/regieteam/gezin/persoon/k{key}");
    for key in 2..=15 {
        referrer.opens(&row(key)).await;
        referrer.sends(&[(&format!("household.k{key}.last_name"), "de Kanarie")], "volgende").await;
    }
    referrer.opens(&row(16)).await;
    assert_eq!(referrer.page().leads_to(), "/aanmelden/regieteam/gezin#household");
    referrer.posts(&row(16), &[("household.k16.last_name", "de Zestiende")]).await;
    assert_eq!(referrer.page().leads_to(), "/aanmelden/regieteam/gezin#household");
    referrer.goes("/aanmelden/regieteam/gezin").await;
    assert!(!referrer.page().said().contains("Zestiende"));
    assert!(
        !referrer.page().form().buttons.iter().any(|button| button.starts_with("toevoegen")),
        "no button to add one"
    );
    referrer.posts("/aanmelden/regieteam/gezin", &[("_actie", "toevoegen:persoon")]).await;
    assert_eq!(referrer.page().leads_to(), "/aanmelden/regieteam/gezin");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_forged_address_leads_to_where_one_is() {
    let house = House::opens().await;
    let mut referrer = house.visitor();
    // Without a draft everything begins at the beginning.
    for path in ["/aanmelden/regieteam/betrokkene", "/aanmelden/regieteam/controle", "/aanmelden/regieteam/bewaren"] {
        assert_eq!(referrer.opens(path).await.leads_to(), "/aanmelden/regieteam", "{path}");
    }
    referrer.begins().await;
    referrer.fills(&read(TYPED)).await;
    for path in [
        "/aanmelden/regieteam/informeren",
        "/aanmelden/regieteam/betrokkene",
        "/aanmelden/regieteam/gezin/persoon/k1",
        "/aanmelden/regieteam/controle",
    ] {
        assert_eq!(referrer.opens(path).await.leads_to(), "/aanmelden/regieteam/uw-rol", "{path}");
    }
    // A step that was done stays open.
    assert_eq!(referrer.opens(STEP).await.status, 200);
    referrer.goes("/aanmelden/regieteam/uw-rol").await;
    referrer.completes(&read(TYPED)).await;
    for key in ["k3", "k7", "k65535"] {
        let path = format!("/aanmelden/regieteam/gezin/persoon/{key}");
        assert_eq!(referrer.opens(&path).await.leads_to(), "/aanmelden/regieteam/gezin#household", "{path}");
        let path = format!("{path}/verwijderen");
        assert_eq!(referrer.opens(&path).await.leads_to(), "/aanmelden/regieteam/gezin#household", "{path}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_saves_its_own_answers_only() {
    let house = House::opens().await;
    let mut referrer = house.visitor();
    referrer.prepares(TYPED).await;
    let forged = [
        ("referrer.function", "Chef"),
        ("person.last_name", "Anders"),
        ("household.k1.last_name", "Anders"),
        ("household.k2.last_name", "Anders"),
        ("referrer", "x"),
        ("referrer.onbekend", "x"),
        ("_versie", "9999"),
    ];
    referrer.posts(STEP, &forged).await;
    referrer.goes("/aanmelden/regieteam/controle").await;
    let shown = referrer.page().shown("data-answer");
    assert_eq!(shown["referrer.function"], "Chef");
    assert!(!referrer.page().said().contains("Anders"), "{}", referrer.page().said());
    referrer.sends(NOTHING, "volgende").await;
    let reference = referrer.page().leads_to().rsplit('/').next().unwrap().to_owned();
    let letter = house.opens_envelope(&reference).await;
    assert!(letter["answers"].get("referrer.onbekend").is_none() && letter["answers"].get("_versie").is_none());
}
