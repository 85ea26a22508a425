//! `zvh audit`: what was changed shows, and what contradicts what is kept.

use crate::place::Place;

#[tokio::test(flavor = "multi_thread")]
async fn a_noted_head_shows_what_the_trail_alone_does_not() {
    let place = Place::new();
    assert!(place.bad(&["audit", "head"]).contains("holds nothing yet"));
    place.keys();
    place.add_referral("ZVH-1", b"{}").await;
    let noted = place.good(&["audit", "head"]);
    assert!(noted.starts_with("2:"), "{noted}");
    place.add_referral("ZVH-2", b"{}").await;
    assert!(place.good(&["audit", "verify", "--from-head", noted.trim()]).contains("sound: 3 entries"));
    let ahead = noted.replacen("2:", "9:", 1);
    assert!(place.bad(&["audit", "verify", "--from-head", ahead.trim()]).contains("broken at entry 4"));
    let other = format!("2:{}", "0".repeat(64));
    assert!(place.bad(&["audit", "verify", "--from-head", &other]).contains("is not what you noted"));
    assert_eq!(place.run(&["audit", "verify", "--from-head", "2:00"]).status.code(), Some(2));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_broken_trail_contradicts_is_named_too() {
    let place = Place::new();
    place.keys();
    for reference in ["ZVH-1", "ZVH-2"] {
        place.add_referral(reference, b"{}").await;
    }
    place.changes(&["DELETE FROM referrals WHERE reference = 'ZVH-1'"]).await;
    let said = place.bad(&["audit", "verify"]);
    assert!(said.contains("ZVH-1  came in, and is gone") && said.contains("1 record contradicts"), "{said}");
    place.changes(&["DROP TRIGGER audit_is_not_changed", "UPDATE audit SET result = 'zz' WHERE seq = 2"]).await;
    let said = place.bad(&["audit", "verify"]);
    assert!(said.contains("ZVH-1  came in, and is gone") && said.contains("broken at entry 2"), "{said}");
    assert!(!said.contains("ZVH-2"), "{said}");
}

#[test]
fn the_audit_trail_is_verified_and_its_head_shown() {
    let place = Place::new();
    place.keys();
    let said = place.good(&["audit", "verify"]);
    assert!(said.starts_with("The audit trail is sound: 1 entries, head "), "{said}");
}
