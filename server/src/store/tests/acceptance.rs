//! A referral that got a number is stored once, with everything that belongs to it, or not at all.

use domain::referral::Status;

use super::*;

fn number_of(acceptance: &Acceptance) -> &str {
    match acceptance {
        Acceptance::Accepted { reference, .. } => reference,
        Acceptance::OtherContent => panic!("other content"),
        Acceptance::DraftChanged => panic!("the draft changed"),
        Acceptance::PlaceTaken => panic!("a place was taken"),
        Acceptance::InvitationEnded => panic!("the invitation ended"),
    }
}

on_both_databases! {
    async fn a_submission_stores_referral_mails_and_audit_and_removes_the_draft(place) {
        let store = place.open().await;
        let lookup = LookupHash([3; 32]);
        store.drafts().create(draft(lookup), noon()).await.unwrap();
        let outcome = store.referrals().accept(Submission { draft: Some((lookup, 1)), ..submission(1, "key") }).await.unwrap();
        assert_eq!(outcome, Acceptance::Accepted { reference: "ZVH-1".into(), first: First::New });
        let referral = store.referrals().find("ZVH-1").await.unwrap().unwrap();
        assert_eq!(referral.envelope, vec![7; 5000]);
        assert_eq!(referral.summary.status, Status::Received);
        assert_eq!(referral.summary.received_at, "2026-11-21T12:00:00Z".parse::<DateTime<Utc>>().unwrap());
        assert_eq!(store.outbox().claim(&[HOUSE.to_owned()], 10, noon()).await.unwrap().len(), 2);
        assert!(store.drafts().find(lookup, noon()).await.unwrap().is_none());
        assert!(matches!(store.audit().verify().await.unwrap(), Trail::Sound { entries: 2, .. }));
        assert!(store.referrals().find("ZVH-2").await.unwrap().is_none());
    }

    async fn a_draft_that_was_saved_after_it_was_looked_at_is_not_sent(place) {
        let store = place.open().await;
        let lookup = LookupHash([3; 32]);
        store.drafts().create(draft(lookup), noon()).await.unwrap();
        let late = Submission { draft: Some((lookup, 0)), ..submission(1, "key") };
        assert_eq!(store.referrals().accept(late).await.unwrap(), Acceptance::DraftChanged);
        assert!(store.referrals().list().await.unwrap().is_empty());
        assert!(store.drafts().find(lookup, noon()).await.unwrap().is_some());
    }

    async fn a_referral_sent_twice_is_stored_once(place) {
        let store = place.open().await;
        store.referrals().accept(submission(1, "key")).await.unwrap();
        let again = store.referrals().accept(submission(2, "key")).await.unwrap();
        assert_eq!(again, Acceptance::Accepted { reference: "ZVH-1".into(), first: First::AlreadyThere });
        assert_eq!(store.referrals().list().await.unwrap().len(), 1);
        assert_eq!(store.outbox().claim(&[HOUSE.to_owned()], 10, noon()).await.unwrap().len(), 2);
    }

    async fn the_same_key_with_other_content_changes_nothing(place) {
        let store = place.open().await;
        store.referrals().accept(submission(1, "key")).await.unwrap();
        let mut other = submission(2, "key");
        other.referral.content_hash = [2; 32];
        assert_eq!(store.referrals().accept(other).await.unwrap(), Acceptance::OtherContent);
        assert_eq!(store.referrals().list().await.unwrap().len(), 1);
    }

    async fn fifty_equal_submissions_at_once_give_one_row_and_fifty_equal_answers(place) {
        // Two stores stand for two processes.
        let stores = [place.open().await, place.open().await];
        let sending: Vec<_> = (0..50_usize)
            .map(|number| {
                let store = stores[number % 2].clone();
                tokio::spawn(async move {
                    store.referrals().accept(submission(u32::try_from(number).unwrap(), "key")).await.unwrap()
                })
            })
            .collect();
        let mut answers = Vec::new();
        for answer in sending {
            answers.push(answer.await.unwrap());
        }
        let list = stores[0].referrals().list().await.unwrap();
        assert_eq!(list.len(), 1);
        assert!(answers.iter().all(|answer| number_of(answer) == list[0].reference));
        let new = answers.iter().filter(|answer| matches!(answer, Acceptance::Accepted { first: First::New, .. }));
        assert_eq!(new.count(), 1);
        assert_eq!(stores[0].outbox().claim(&[HOUSE.to_owned()], 10, noon()).await.unwrap().len(), 2);
    }

    async fn fifty_different_submissions_at_once_are_all_stored_and_the_trail_is_sound(place) {
        let store = place.open().await;
        let sending: Vec<_> = (0..50)
            .map(|number| {
                let store = store.clone();
                tokio::spawn(async move { store.referrals().accept(submission(number, &format!("key {number}"))).await })
            })
            .collect();
        for answer in sending {
            assert!(matches!(answer.await.unwrap().unwrap(), Acceptance::Accepted { first: First::New, .. }));
        }
        assert_eq!(store.referrals().list().await.unwrap().len(), 50);
        assert!(matches!(store.audit().verify().await.unwrap(), Trail::Sound { entries: 50, .. }));
    }

    async fn a_number_that_is_taken_is_refused_and_leaves_nothing(place) {
        let store = place.open().await;
        store.referrals().accept(submission(1, "key")).await.unwrap();
        assert!(matches!(store.referrals().accept(submission(1, "other key")).await, Err(StoreError::Taken)));
        assert_eq!(store.outbox().claim(&[HOUSE.to_owned()], 10, noon()).await.unwrap().len(), 2);
        assert!(matches!(store.audit().verify().await.unwrap(), Trail::Sound { entries: 1, .. }));
    }

    async fn the_list_shows_the_newest_first(place) {
        let store = place.open().await;
        for (number, minutes) in [(1, 0), (2, 10), (3, 5)] {
            let mut one = submission(number, &number.to_string());
            one.referral.received_at = noon() + TimeDelta::minutes(minutes);
            store.referrals().accept(one).await.unwrap();
        }
        let list = store.referrals().list().await.unwrap();
        assert_eq!(list.iter().map(|line| line.reference.as_str()).collect::<Vec<_>>(), ["ZVH-2", "ZVH-3", "ZVH-1"]);
    }
}
