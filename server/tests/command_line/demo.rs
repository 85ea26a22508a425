//! `zvh demo`: what nobody sent, kept away from what people sent.

use server::seal::follow::FollowSecret;
use server::store::Trail;

use crate::place::{HOUSE, Place};

#[tokio::test]
async fn invented_submissions_go_the_way_of_real_ones_and_keep_away_from_them() {
    let place = Place::new();
    let (house_code, _) = place.keys();
    std::fs::write(place.path("key"), house_code).unwrap();
    place.good(&["demo", "--count", "25", "--seed", "7", "--codes", "follow"]);

    let codes = std::fs::read_to_string(place.path("follow")).unwrap();
    let listed = place.good(&["referral", "list"]);
    assert_eq!((codes.lines().count(), listed.lines().count()), (25, 25));
    let forms: std::collections::HashSet<&str> = listed.lines().filter_map(|line| line.split("  ").nth(3)).collect();
    assert!(forms.len() > 5 && !forms.contains("bijdrage"), "{forms:?}");
    let store = place.store().await;
    for line in codes.lines() {
        let (reference, code) = line.split_once("  ").unwrap();
        let followed = store.referrals().find_by_follower(FollowSecret::parse(code).unwrap().hash()).await.unwrap();
        assert_eq!(followed.unwrap().summary.reference, reference);
        let opened = place.good(&["referral", "open", reference, "--key-file", "key", "--json"]);
        let content: serde_json::Value = serde_json::from_str(&opened).unwrap();
        assert_eq!(content["reference"], reference);
        assert!(
            !content["answers"].as_object().unwrap().is_empty() && !content["shown"].as_array().unwrap().is_empty()
        );
    }
    assert!(matches!(store.audit().verify().await.unwrap(), Trail::Sound { .. }));
    assert!(!store.referrals().any_real().await.unwrap());

    // More of them is fine; a file with codes is never overwritten.
    let shown = place.good(&["demo", "--count", "2", "--form", "contact", "--codes"]);
    assert_eq!(shown.lines().count(), 2, "{shown}");
    assert!(place.bad(&["demo", "--count", "1", "--codes", "follow"]).contains("exists"));
    assert!(place.bad(&["demo", "--count", "1", "--form", "bijdrage"]).contains("invitation"));

    place.add_referral("WM-26-2222-2", b"{}").await;
    assert!(store.referrals().any_real().await.unwrap());
    assert!(place.bad(&["demo", "--count", "1"]).contains("--among-real"));
    assert_eq!(place.good(&["referral", "list"]).lines().count(), 28);
    place.good(&["demo", "--count", "1", "--among-real"]);
    store.close().await;
}

#[test]
fn a_demonstration_opens_nothing_that_it_did_not_make() {
    let place = Place::new();
    std::fs::create_dir(place.path("mine")).unwrap();
    std::fs::write(place.path("mine/zvh.db"), "what is real").unwrap();
    let said = place.bad(&["demo", "serve", "--house", HOUSE, "--var", "mine"]);
    assert!(said.contains("no demonstration made"), "{said}");
    assert_eq!(std::fs::read(place.path("mine/zvh.db")).unwrap(), b"what is real");
    assert!(place.bad(&["demo", "serve", "--house", "nergens"]).contains("no house nergens"));
}

#[tokio::test]
async fn nobody_is_mailed_about_invented_submissions_unless_asked_for() {
    let place = Place::new();
    place.keys();
    place.good(&["demo", "--count", "3", "--form", "regieteam"]);
    let (store, later) = (place.store().await, "2100-01-01T00:00:00Z".parse().unwrap());
    let waiting = async || store.outbox().claim(&[HOUSE.to_owned()], 99, later).await.unwrap().len();
    assert_eq!(waiting().await, 0);
    place.good(&["demo", "--count", "3", "--form", "regieteam", "--mail"]);
    assert!(waiting().await >= 3);
    store.close().await;
}
