//! `zvh backup`: a copy that opens by itself.

use crate::place::{Place, words};

#[tokio::test(flavor = "multi_thread")]
async fn a_backup_opens_as_a_database_of_its_own() {
    let place = Place::new();
    let (house, _) = place.keys();
    place.add_referral("ZVH-1", b"{\"kept\":true}").await;
    assert!(place.good(&["backup", "copy.db"]).contains("sound"));
    assert!(place.bad(&["backup", "copy.db"]).contains("exists already"));
    std::fs::write(place.path("key"), house).unwrap();
    let open = ["referral", "open", "ZVH-1", "--key-file", "key", "--json"];
    let output = place.command(&open).env("ZVH_DATABASE_URL", "sqlite:copy.db").output().unwrap();
    assert_eq!(words(&output.stdout), "{\"kept\":true}");
}
