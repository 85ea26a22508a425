//! `zvh retention`: what is due goes, and is proven.

use domain::desk::outcome::Outcome as Decided;
use domain::referral::Happening;
use server::audit::{Actor, Entry, Event};
use server::random::SystemRandom;
use server::seal::mail_key::MailKey;
use server::store::NewHappening;

use crate::place::{HOUSE, Place};

#[tokio::test(flavor = "multi_thread")]
async fn what_is_due_is_destroyed_and_proven() {
    let place = Place::new();
    place.keys();
    let said = place.good(&["retention", "list"]);
    assert_eq!(said, format!("{HOUSE}: nothing goes within a year, everything has a last day, nothing is held.\n"));
    place.add_referral("ZVH-1", b"{}").await;
    place.add_referral("ZVH-2", b"{}").await;
    let (at, what) = ("2026-09-01T12:00:00Z".parse().unwrap(), Happening::Decided);
    let decided = NewHappening { outcome: Some(Decided::Advies), ..NewHappening::bare("decided".into(), what, at) };
    let event = Event::ReferralHappening { reference: "ZVH-1".into(), what };
    let store = place.store().await;
    store.timeline().add("ZVH-1", decided, Vec::new(), Entry::new(at, Actor::System, event)).await.unwrap();
    store.close().await;

    assert_eq!(place.good(&["retention", "list"]), "2026-09-29  ZVH-1  regieteam  decided\n");
    let shown = place.good(&["retention", "run", "--dry-run"]);
    assert!(shown.contains("ZVH-1  regieteam  not-taken-on\n") && shown.contains("1 to destroy"), "{shown}");
    assert!(place.good(&["referral", "list"]).contains("ZVH-1"), "nothing was destroyed");
    assert!(place.good(&["retention", "run"]).contains("1 destroyed"));
    let left = place.good(&["referral", "list"]);
    assert!(!left.contains("ZVH-1") && left.contains("ZVH-2"), "{left}");
    assert!(place.good(&["retention", "verify"]).contains("1 tombstones, all as they were written"));

    // One that can't be read is named, and keeps the others from nothing.
    let copied = "INSERT INTO tombstones SELECT 'ZVH-0', house, form, regime, municipality, organisation_kind, received_on, decided_on, \
                  outcome, ground, destroyed_at, proof FROM tombstones";
    for what in ["regime", "ground", "outcome", "received_on"] {
        let changed = format!("UPDATE tombstones SET {what} = 'x' WHERE reference = 'ZVH-0'");
        place.changes(&[copied, &changed]).await;
        let said = place.bad(&["retention", "verify"]);
        assert!(said.contains("ZVH-0 can not be read: ") && said.contains("1 of 2 tombstones"), "{what}: {said}");
        place.changes(&["DELETE FROM tombstones WHERE reference = 'ZVH-0'"]).await;
    }

    // Under another mail key no tombstone proves anything.
    let mail_key = place.key_path("mail.key");
    std::fs::remove_file(&mail_key).unwrap();
    MailKey::generate(&SystemRandom).unwrap().store(mail_key.parent().unwrap()).unwrap();
    let said = place.bad(&["retention", "verify"]);
    assert!(said.contains("ZVH-1 is not as it was written") && said.contains("1 of 1"), "{said}");
}
