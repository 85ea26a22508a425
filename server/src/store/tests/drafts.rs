//! Nothing typed is lost, and nothing stays longer than said.

use super::*;

const LOOKUP: LookupHash = LookupHash([3; 32]);

async fn save(store: &Store, seen: i64, body: u8) -> SaveOutcome {
    let later = noon() + TimeDelta::days(7);
    store.drafts().save(LOOKUP, seen, "2".into(), vec![body; 10], noon(), later).await.unwrap()
}

on_both_databases! {
    async fn a_draft_survives_a_restart(place) {
        let store = place.open().await;
        store.drafts().create(draft(LOOKUP), noon()).await.unwrap();
        store.close().await;
        let found = place.open().await.drafts().find(LOOKUP, noon()).await.unwrap().unwrap();
        assert_eq!((found.version, found.body), (1, vec![1; 4096]));
        assert_eq!(found.form, "regieteam");
    }

    async fn a_save_counts_on_from_the_version_that_was_seen(place) {
        let store = place.open().await;
        store.drafts().create(draft(LOOKUP), noon()).await.unwrap();
        assert_eq!(save(&store, 1, 5).await, SaveOutcome::Saved(2));
        assert_eq!(save(&store, 2, 6).await, SaveOutcome::Saved(3));
        let found = store.drafts().find(LOOKUP, noon()).await.unwrap().unwrap();
        assert_eq!((found.version, found.body, found.form_version.as_str()), (3, vec![6; 10], "2"));
    }

    async fn two_tabs_do_not_overwrite_each_other(place) {
        let store = place.open().await;
        store.drafts().create(draft(LOOKUP), noon()).await.unwrap();
        assert_eq!(save(&store, 1, 5).await, SaveOutcome::Saved(2));
        assert_eq!(save(&store, 1, 6).await, SaveOutcome::Conflict { current: 2 });
        assert_eq!(store.drafts().find(LOOKUP, noon()).await.unwrap().unwrap().body, vec![5; 10]);
    }

    async fn of_twenty_saves_at_once_one_wins(place) {
        let store = place.open().await;
        store.drafts().create(draft(LOOKUP), noon()).await.unwrap();
        let saving: Vec<_> = (0..20).map(|body| { let store = store.clone(); tokio::spawn(async move { save(&store, 1, body).await }) }).collect();
        let mut won = 0;
        for outcome in saving {
            match outcome.await.unwrap() {
                SaveOutcome::Saved(2) => won += 1,
                SaveOutcome::Conflict { current: 2 } => {}
                other => panic!("{other:?}"),
            }
        }
        assert_eq!(won, 1);
    }

    async fn a_draft_that_is_gone_is_told_so(place) {
        let store = place.open().await;
        assert_eq!(save(&store, 1, 5).await, SaveOutcome::Gone);
        store.drafts().create(draft(LOOKUP), noon()).await.unwrap();
        assert!(store.drafts().delete(LOOKUP).await.unwrap());
        assert!(!store.drafts().delete(LOOKUP).await.unwrap());
        assert_eq!(save(&store, 1, 5).await, SaveOutcome::Gone);
    }

    async fn a_draft_ends_seven_days_after_its_last_save(place) {
        let store = place.open().await;
        store.drafts().create(draft(LOOKUP), noon()).await.unwrap();
        let end = noon() + TimeDelta::days(7);
        let just_before = end - TimeDelta::seconds(1);
        assert!(store.drafts().find(LOOKUP, just_before).await.unwrap().is_some());
        assert_eq!(store.drafts().expire(just_before).await.unwrap(), 0);
        assert!(store.drafts().find(LOOKUP, end).await.unwrap().is_none());
        let outcome = store.drafts().save(LOOKUP, 1, "1".into(), vec![5], end, end + TimeDelta::days(7)).await.unwrap();
        assert_eq!(outcome, SaveOutcome::Gone);
        assert_eq!(store.drafts().expire(end).await.unwrap(), 1);
        assert!(matches!(store.audit().verify().await.unwrap(), Trail::Sound { entries: 2, .. }));
    }

    async fn a_second_draft_with_the_same_lookup_is_refused(place) {
        let store = place.open().await;
        store.drafts().create(draft(LOOKUP), noon()).await.unwrap();
        assert!(matches!(store.drafts().create(draft(LOOKUP), noon()).await, Err(StoreError::Taken)));
    }
}

#[tokio::test]
async fn an_expired_draft_leaves_no_byte_in_the_files_of_sqlite() {
    let place = Place::sqlite();
    let store = place.open().await;
    let trace = b"a trace that should not stay behind".repeat(50);
    store.drafts().create(NewDraft { body: trace.clone(), ..draft(LOOKUP) }, noon()).await.unwrap();
    let traces = || {
        ["zvh.db", "zvh.db-wal"]
            .iter()
            .filter_map(|name| std::fs::read(place.file(name)).ok())
            .any(|bytes| bytes.windows(35).any(|window| window == &trace[..35]))
    };
    assert!(traces(), "the control: a living draft is in the files");
    store.drafts().expire(noon() + TimeDelta::days(8)).await.unwrap();
    assert!(!traces());
}
