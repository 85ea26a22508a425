//! Every mail is sent at least once, by one process at a time.

use super::*;

fn sent() -> Entry {
    let event = Event::MailSent { reference: "ZVH-1".into(), kind: MailKind::Receipt };
    Entry::new(noon(), Actor::System, event)
}

on_both_databases! {
    async fn a_claimed_mail_is_left_alone_for_a_minute(place) {
        let store = place.open().await;
        store.referrals().accept(submission(1, "key")).await.unwrap();
        let mails = store.outbox().claim(&[HOUSE.to_owned()], 10, noon()).await.unwrap();
        assert_eq!(mails.iter().map(|mail| mail.attempts).collect::<Vec<_>>(), [1, 1]);
        assert!(store.outbox().claim(&[HOUSE.to_owned()], 10, noon() + TimeDelta::seconds(59)).await.unwrap().is_empty());
        let again = store.outbox().claim(&[HOUSE.to_owned()], 10, noon() + TimeDelta::seconds(60)).await.unwrap();
        assert_eq!(again.iter().map(|mail| mail.attempts).collect::<Vec<_>>(), [2, 2]);
        assert!(again.iter().all(|mail| mails.iter().any(|first| first.message_id == mail.message_id)));
    }

    async fn two_processes_never_claim_the_same_mail(place) {
        let stores = [place.open().await, place.open().await];
        for number in 0..10 {
            stores[0].referrals().accept(submission(number, &number.to_string())).await.unwrap();
        }
        let claiming: Vec<_> = (0..10_usize)
            .map(|turn| { let store = stores[turn % 2].clone(); tokio::spawn(async move { store.outbox().claim(&[HOUSE.to_owned()], 3, noon()).await.unwrap() }) })
            .collect();
        let mut ids = Vec::new();
        for claimed in claiming {
            ids.extend(claimed.await.unwrap().into_iter().map(|mail| mail.id));
        }
        // What one process passed over while another held it is still there.
        ids.extend(stores[0].outbox().claim(&[HOUSE.to_owned()], 100, noon()).await.unwrap().into_iter().map(|mail| mail.id));
        let count = ids.len();
        ids.sort();
        ids.dedup();
        assert_eq!((ids.len(), count), (20, 20));
    }

    async fn a_sent_mail_is_never_claimed_again_and_forgets_its_recipient(place) {
        let store = place.open().await;
        store.referrals().accept(submission(1, "key")).await.unwrap();
        for mail in store.outbox().claim(&[HOUSE.to_owned()], 10, noon()).await.unwrap() {
            store.outbox().mark_sent(&mail.id, noon(), sent()).await.unwrap();
        }
        assert!(store.outbox().claim(&[HOUSE.to_owned()], 10, noon() + TimeDelta::days(1)).await.unwrap().is_empty());
        assert_eq!(super::writing::count(&store, "outbox WHERE length(payload) > 0").await, 0);
        assert!(matches!(store.audit().verify().await.unwrap(), Trail::Sound { entries: 3, .. }));
    }

    async fn a_failed_mail_waits_for_its_next_turn(place) {
        let store = place.open().await;
        store.referrals().accept(submission(1, "key")).await.unwrap();
        let again_at = noon() + TimeDelta::seconds(30);
        for mail in store.outbox().claim(&[HOUSE.to_owned()], 10, noon()).await.unwrap() {
            store.outbox().mark_failed(&mail.id, "refused", again_at, sent()).await.unwrap();
        }
        assert!(store.outbox().claim(&[HOUSE.to_owned()], 10, noon() + TimeDelta::seconds(29)).await.unwrap().is_empty());
        assert_eq!(store.outbox().claim(&[HOUSE.to_owned()], 10, again_at).await.unwrap().len(), 2);
    }

    async fn a_process_leaves_the_mail_of_houses_it_does_not_serve(place) {
        let store = place.open().await;
        store.referrals().accept(submission(1, "k")).await.unwrap();
        assert!(store.outbox().claim(&["elders".to_owned()], 10, noon()).await.unwrap().is_empty());
        let own = store.outbox().claim(&[HOUSE.to_owned()], 10, noon()).await.unwrap();
        assert!(own.len() == 2 && own.iter().all(|mail| mail.house == HOUSE));
    }
}
