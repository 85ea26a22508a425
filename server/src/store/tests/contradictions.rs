//! What was taken out of the store, or put into it, past the program contradicts the trail; what the program does never does.

use domain::values::HousePrefix;
use sea_orm::ConnectionTrait as _;

use super::*;

async fn run(store: &Store, statement: &str) {
    store.writer.connection().execute_unprepared(statement).await.unwrap();
}

async fn told(store: &Store) -> Vec<(Contradiction, String)> {
    let found = store.audit().contradictions().await.unwrap();
    assert_eq!(store.audit().known_contradictions(None), found.len());
    found
}

fn sign_up(number: u32, address: u8) -> Submission {
    let mut new = submission(number, &format!("key {number}"));
    new.referral.form = "nieuwsbrief".into();
    new.referral.regime = Regime::Newsletter;
    new.referral.mailbox = Some(LookupHash([u8::try_from(number).unwrap(); 32]));
    new.beside.subscription =
        Some(NewSubscription { link: LookupHash([address; 32]), address: vec![1], topics: Vec::new() });
    new
}

async fn confirms(store: &Store, number: u32) {
    let (reference, what) = (format!("ZVH-{number}"), domain::referral::Happening::Confirmed);
    let entry = Entry::new(noon(), Actor::Visitor, Event::ReferralHappening { reference: reference.clone(), what });
    let new = NewHappening::bare(format!("{number} confirmed"), what, noon());
    store.timeline().add(&reference, new, Vec::new(), entry).await.unwrap();
}

/// As destroying leaves it: gone, with a tombstone and an entry.
async fn destroys(store: &Store, number: u32) {
    let reference = format!("ZVH-{number}");
    run(store, &tombstone(&reference)).await;
    run(store, &format!("DELETE FROM referrals WHERE reference = '{reference}'")).await;
    let event = Event::Destroyed { reference, ground: "closed" };
    store.audit().append(Entry::new(noon(), Actor::System, event)).await.unwrap();
}

fn tombstone(reference: &str) -> String {
    format!(
        "INSERT INTO tombstones (reference, house, form, regime, received_on, ground, destroyed_at, proof)
         VALUES ('{reference}', '{HOUSE}', 'regieteam', 'regieteam', '2026-11-21', 'closed', 1, '')"
    )
}

on_both_databases! {
    async fn each_house_is_told_of_its_own_only(place) {
        let store = place.open().await;
        for number in 1..=3 {
            store.referrals().accept(submission(number, &format!("key {number}"))).await.unwrap();
        }
        let known = |letters| store.audit().known_contradictions(Some(&HousePrefix::parse(letters).unwrap()));
        for (done, expected) in [
            (tombstone("ZV-1"), [0, 1, 0]),
            ("DELETE FROM referrals WHERE reference = 'ZVH-1'".to_owned(), [1, 1, 0]),
            ("DELETE FROM referrals WHERE reference = 'ZVH-2'".to_owned(), [2, 1, 0]),
        ] {
            run(&store, &done).await;
            told(&store).await;
            assert_eq!([known("ZVH"), known("ZV"), known("WM")], expected, "{done}");
        }
    }

    async fn what_the_program_does_contradicts_nothing(place) {
        let store = place.open().await;
        for number in 1..=3 {
            store.referrals().accept(submission(number, &format!("key {number}"))).await.unwrap();
        }
        destroys(&store, 2).await;
        // One address signs up twice and confirms the second; another leaves; a third never confirms.
        for (number, address) in [(11, 1), (12, 1), (13, 2), (14, 3)] {
            store.referrals().accept(sign_up(number, address)).await.unwrap();
        }
        confirms(&store, 12).await;
        assert!(store.subscriptions().leave(HOUSE, LookupHash([2; 32]), noon()).await.unwrap());
        let later = noon() + TimeDelta::days(8);
        assert_eq!(store.subscriptions().expire(noon(), later).await.unwrap(), 1);
        assert_eq!(store.referrals().list().await.unwrap().len(), 3, "1, 3 and 12 are left");
        // The number of a sign-up that ended may be drawn again.
        store.referrals().accept(submission(14, "again")).await.unwrap();
        assert_eq!(told(&store).await, []);
    }

    async fn what_is_done_past_the_program_shows(place) {
        let received = |number: u32| format!("ZVH-{number}");
        for (done, expected) in [
            ("DELETE FROM referrals WHERE reference = 'ZVH-1'".to_owned(), (Contradiction::Missing, received(1))),
            ("DELETE FROM tombstones WHERE reference = 'ZVH-2'".to_owned(), (Contradiction::Missing, received(2))),
            ("UPDATE referrals SET reference = 'ZVH-9' WHERE reference = 'ZVH-5'".to_owned(), (Contradiction::NeverReceived, received(9))),
            ("UPDATE referrals SET reference = 'ZVH-2' WHERE reference = 'ZVH-5'".to_owned(), (Contradiction::BackAgain, received(2))),
            (tombstone("ZVH-1"), (Contradiction::NeverDestroyed, received(1))),
            ("DELETE FROM referrals WHERE reference = 'ZVH-12'".to_owned(), (Contradiction::Missing, received(12))),
        ] {
            place.empty().await;
            let store = place.open().await;
            for number in [1, 2] {
                store.referrals().accept(submission(number, &format!("key {number}"))).await.unwrap();
            }
            store.referrals().accept(sign_up(12, 1)).await.unwrap();
            destroys(&store, 2).await;
            // Without a timeline, so that its number can be changed.
            store.referrals().accept(submission(5, "key 5")).await.unwrap();
            for table in ["timeline", "outbox"] {
                run(&store, &format!("DELETE FROM {table} WHERE reference = 'ZVH-5'")).await;
            }
            assert_eq!(told(&store).await, []);
            run(&store, &done).await;
            let found = told(&store).await;
            assert!(found.contains(&expected), "{done}: {found:?}");
            store.close().await;
        }
    }
}
