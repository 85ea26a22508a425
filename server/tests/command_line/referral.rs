//! `zvh referral`: opened with either key, told to the trail.

use std::io::Write as _;
use std::process::Stdio;

use server::random::SystemRandom;
use server::seal::keys::{PrivateKey, Role};
use server::store::Trail;

use crate::place::{Place, words};

#[tokio::test(flavor = "multi_thread")]
async fn both_keys_open_a_referral_and_the_trail_tells() {
    let place = Place::new();
    let (house, recovery) = place.keys();
    place.add_referral("ZVH-1", br#"{"b":{"name":"Jansen"},"a":1}"#).await;
    for code in [house, recovery] {
        std::fs::write(place.path("key"), code.to_lowercase()).unwrap();
        let shown = place.good(&["referral", "open", "ZVH-1", "--key-file", "key"]);
        assert!(shown.contains("\"name\": \"Jansen\""), "{shown}");
        let raw = place.good(&["referral", "open", "ZVH-1", "--key-file", "key", "--json", "--reason", "emergency"]);
        assert_eq!(raw, r#"{"b":{"name":"Jansen"},"a":1}"#);
    }
    let Trail::Sound { entries, .. } = place.store().await.audit().verify().await.unwrap() else { panic!() };
    assert_eq!(entries, 6, "keys made, received, opened four times");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_key_code_can_be_typed() {
    let place = Place::new();
    let (house, _) = place.keys();
    place.add_referral("ZVH-1", b"{}").await;
    let mut child =
        place.command(&["referral", "open", "ZVH-1"]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    writeln!(child.stdin.take().unwrap(), "{house}").unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success());
    assert_eq!(words(&output.stdout), "{}\n");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_key_shows_nothing_and_the_trail_tells() {
    let place = Place::new();
    place.keys();
    place.add_referral("ZVH-1", b"{\"name\":\"Jansen\"}").await;
    let other = PrivateKey::generate(Role::House, &SystemRandom).unwrap();
    std::fs::write(place.path("key"), &**other.code()).unwrap();
    let said = place.bad(&["referral", "open", "ZVH-1", "--key-file", "key"]);
    assert!(said.contains("this key does not open this referral") && !said.contains("Jansen"), "{said}");
    std::fs::write(place.path("key"), "HELLO").unwrap();
    assert!(place.bad(&["referral", "open", "ZVH-1", "--key-file", "key"]).contains("the code has 5 characters"));
    assert!(place.bad(&["referral", "open", "ZVH-1", "--key-file", "nowhere"]).contains("nowhere"));
    assert!(place.bad(&["referral", "open", "ZVH-9", "--key-file", "key"]).contains("no referral with this number"));
    let Trail::Sound { entries, .. } = place.store().await.audit().verify().await.unwrap() else { panic!() };
    assert_eq!(entries, 3, "keys made, received, not opened");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_list_names_each_referral_in_dutch_time() {
    let place = Place::new();
    place.keys();
    assert_eq!(place.good(&["referral", "list"]), "");
    place.add_referral("ZVH-1", b"{}").await;
    assert_eq!(
        place.good(&["referral", "list"]),
        "ZVH-1  2026-11-21 13:00  westelijke-mijnstreek  regieteam  received\n"
    );
}
