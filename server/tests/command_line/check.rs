//! `zvh check`: names what is wrong, and the mend.

use crate::place::{HOUSE, Place, own_content, words};

#[test]
fn check_names_what_is_wrong_and_the_mend_until_nothing_is() {
    let place = Place::new();
    let said = place.bad(&["check"]);
    assert!(said.contains("WRONG keys") && said.contains("zvh keys init"), "{said}");
    assert!(said.contains("WRONG database"), "{said}");
    place.keys();
    let said = place.good(&["check"]);
    assert!(!said.contains("WRONG") && said.matches("ok  ").count() == 9, "{said}");
    place.settings("houses.nergens = \"http://localhost\"\n");
    assert!(place.bad(&["check"]).contains("WRONG content"));
    place.settings("\nhouse = \"nergens\"\n");
    let said = place.bad(&["check"]);
    assert!(
        said.contains("WRONG settings  zvh.toml, line 2: `house` is not a setting; did you mean `houses`?"),
        "{said}"
    );
}

#[test]
fn check_says_when_the_contact_for_security_has_expired() {
    let place = Place::new();
    place.keys();
    let content = own_content(&place);
    let settings = content.join(HOUSE).join("house.toml");
    let text = std::fs::read_to_string(&settings).unwrap();
    let expires = text.lines().find(|line| line.starts_with("expires = ")).unwrap();
    std::fs::write(&settings, text.replace(expires, "expires = 2020-02-29")).unwrap();
    let output = place.command(&["check"]).env("ZVH_CONTENT", &content).output().unwrap();
    let said = words(&output.stdout);
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(said.contains("WRONG security  security.expires in house.toml is 2020-02-29"), "{said}");
}

#[tokio::test(flavor = "multi_thread")]
async fn check_tells_which_house_key_is_in_use() {
    let place = Place::new();
    let (house, _) = place.keys();
    let first = |said: &str| said.lines().find(|line| line.contains(" keys ")).unwrap().to_owned();
    let before = first(&place.good(&["check"]));
    assert!(before.contains("(number 1, in use)"), "{before}");
    place.sets_up_desk(&house).await;
    assert_eq!(first(&place.good(&["check"])), before);
    std::fs::write(place.path("key"), house).unwrap();
    let rotated = place.good(&["keys", "rotate", "--key-file", "key"]);
    let fingerprint = rotated.split("fingerprint ").nth(1).unwrap().split('.').next().unwrap();
    let after = first(&place.good(&["check"]));
    assert!(after.contains(&format!("house {fingerprint} (number 2, in use)")), "{after}");
}

#[test]
fn check_tells_who_has_no_proxy_to_go_by() {
    let place = Place::new();
    place.keys();
    let said = |settings: &str| {
        place.settings(settings);
        place.good(&["check"])
    };
    assert!(!said(&format!("[houses]\n{HOUSE} = \"http://localhost\"\n")).contains("trusted_proxy"));
    let public = format!("[houses]\n{HOUSE} = \"https://huis.example\"\n");
    assert!(said(&public).contains("name it in `trusted_proxy`"));
    assert!(said(&format!("trusted_proxy = \"10.0.0.1\"\n{public}")).contains("that the proxy 10.0.0.1 names"));
}
